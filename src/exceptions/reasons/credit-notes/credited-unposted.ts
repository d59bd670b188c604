/** `CREDITED_UNPOSTED` (`matching.md` 3, Credit notes; 4): a credit note and what it credits, neither posted. */
import type {Reason} from '../../reason.ts'
import {noFacts} from '../shared/no-facts.ts'
import {supplierAction} from '../shared/supplier-action.ts'

export const creditedUnposted: Reason<'CREDITED_UNPOSTED'> = {
  code: 'CREDITED_UNPOSTED',
  owner: 'Regnskab',
  decidable: 'never',
  handledByHand: true,
  usesEvidence: true,
  sentence: {
    da: 'Regning og kreditnota hører sammen, og ingen af dem er konteret.',
    en: 'A bill and a credit note belong together, and neither has been posted.',
  },
  remedy: {
    da: 'Udlign de to mod hinanden manuelt; ingen af dem prøves igen.',
    en: 'Settle the two against each other by hand; neither is tried again.',
  },
  facts: noFacts,
  action: supplierAction,
}
