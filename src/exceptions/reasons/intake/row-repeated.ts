/** `ROW_REPEATED` (`matching.md` 4, `formats.md`): one line of an invoice is there twice. */
import type {Reason} from '../../reason.ts'
import {noFacts} from '../shared/no-facts.ts'
import {supplierAction} from '../shared/supplier-action.ts'

export const rowRepeated: Reason<'ROW_REPEATED'> = {
  code: 'ROW_REPEATED',
  owner: 'Regnskab',
  decidable: 'never',
  handledByHand: false,
  usesEvidence: true,
  sentence: {da: 'En linje står to gange på regningen.', en: 'A line stands twice on the bill.'},
  remedy: {
    da: 'Se på regningen, om begge linjer er ment; ret i så fald Fakturatotal eller Linje, og ellers slet den ene.',
    en: 'See from the bill whether both lines are meant; if so, correct Fakturatotal or Linje, else remove one.',
  },
  facts: noFacts,
  action: supplierAction,
}
