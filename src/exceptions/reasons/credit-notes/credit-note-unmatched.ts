/** `CREDIT_NOTE_UNMATCHED` (`matching.md` 3, Credit notes): the credit note does not match just one posted line. */
import type {Reason} from '../../reason.ts'
import {noFacts} from '../shared/no-facts.ts'
import {supplierAction} from '../shared/supplier-action.ts'

export const creditNoteUnmatched: Reason<'CREDIT_NOTE_UNMATCHED'> = {
  code: 'CREDIT_NOTE_UNMATCHED',
  owner: 'Regnskab',
  decidable: 'never',
  handledByHand: false,
  usesEvidence: true,
  sentence: {
    da: 'Kreditnotaen svarer ikke til netop én konteret linje.',
    en: 'The credit note does not match just one posted line.',
  },
  remedy: {
    da: 'Find den regning, der krediteres, og tilbagefør den manuelt.',
    en: 'Find the bill that is credited, and reverse it by hand.',
  },
  facts: noFacts,
  action: supplierAction,
}
