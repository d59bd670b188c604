/** `ACCOUNT_CLOSED` (`matching.md` 5): the chart of accounts does not have account or PSP element open on that day. */
import type {Reason} from '../../reason.ts'
import {noFacts} from '../shared/no-facts.ts'
import {supplierAction} from '../shared/supplier-action.ts'

export const accountClosed: Reason<'ACCOUNT_CLOSED'> = {
  code: 'ACCOUNT_CLOSED',
  owner: 'Kontoplan',
  decidable: 'never',
  handledByHand: false,
  usesEvidence: true,
  sentence: {
    da: 'Artskontoen eller PSP-elementet er ikke åbent i kontoplanen.',
    en: 'The account or PSP element is not open in the chart of accounts.',
  },
  remedy: {
    da: 'Sæt en åben konto og et åbent PSP-element i støttearket.',
    en: 'Put an open account and an open PSP element into the support sheet.',
  },
  facts: noFacts,
  action: supplierAction,
}
