/** `PERIOD_INVALID` (`matching.md` 4): the stated period ends before it begins. */
import type {Reason} from '../../reason.ts'
import {periodFact} from '../shared/period-fact.ts'
import {supplierAction} from '../shared/supplier-action.ts'

export const periodInvalid: Reason<'PERIOD_INVALID'> = {
  code: 'PERIOD_INVALID',
  owner: 'Sagsbehandler',
  decidable: 'never',
  handledByHand: false,
  usesEvidence: true,
  sentence: {da: 'Perioden slutter, før den begynder.', en: 'The period ends before it begins.'},
  remedy: {
    da: 'Bed leverandøren sende en regning med den rigtige periode.',
    en: 'Ask the supplier for a bill with the right period.',
  },
  facts: periodFact,
  action: supplierAction,
}
