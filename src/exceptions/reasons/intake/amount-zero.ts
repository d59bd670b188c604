/** `AMOUNT_ZERO` (`matching.md` 4): the total is zero. */
import type {Reason} from '../../reason.ts'
import {noFacts} from '../shared/no-facts.ts'
import {supplierAction} from '../shared/supplier-action.ts'

export const amountZero: Reason<'AMOUNT_ZERO'> = {
  code: 'AMOUNT_ZERO',
  owner: 'Regnskab',
  decidable: 'never',
  handledByHand: true,
  usesEvidence: true,
  sentence: {da: 'Regningen er på 0 kr.', en: 'The bill is for nothing.'},
  remedy: {da: 'Luk regningen manuelt.', en: 'Close the bill by hand.'},
  facts: noFacts,
  action: supplierAction,
}
