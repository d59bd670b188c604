/** `MAPPING_AMBIGUOUS` (`matching.md` 5): several rows of the support sheet, or an unreadable one, fit the grant. */
import type {Reason} from '../../reason.ts'
import {noFacts} from '../shared/no-facts.ts'
import {supplierAction} from '../shared/supplier-action.ts'

export const mappingAmbiguous: Reason<'MAPPING_AMBIGUOUS'> = {
  code: 'MAPPING_AMBIGUOUS',
  owner: 'Kontoplan',
  decidable: 'never',
  handledByHand: false,
  usesEvidence: true,
  sentence: {
    da: 'Støttearket har flere rækker, der passer lige godt.',
    en: 'The support sheet has several rows that fit equally well.',
  },
  remedy: {
    da: 'Ret støttearket, så netop én række passer bedst.',
    en: 'Correct the support sheet so that just one row fits best.',
  },
  facts: noFacts,
  action: supplierAction,
}
