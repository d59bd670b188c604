/** `REJECTED` (`matching.md` 4; `formats.md`, Decisions): a person decided `Afvis`. */
import type {Reason} from '../../reason.ts'
import {noFacts} from '../shared/no-facts.ts'
import {supplierAction} from '../shared/supplier-action.ts'

export const rejected: Reason<'REJECTED'> = {
  code: 'REJECTED',
  owner: 'Regnskab',
  decidable: 'never',
  handledByHand: true,
  usesEvidence: false,
  sentence: {da: 'En medarbejder har afvist regningen.', en: 'A person has rejected the bill.'},
  remedy: {
    da: 'Skal den alligevel behandles, så giv arket tilbage, hvor Beslutning er tømt.',
    en: 'If it is to be handled after all, give a workbook back in which Beslutning is emptied.',
  },
  facts: noFacts,
  action: supplierAction,
}
