/** `GRANT_UNREADABLE` (`matching.md` 1 and 3, step readable): an unreadable row of the register may be the grant. */
import type {Reason} from '../../reason.ts'
import {noFacts} from '../shared/no-facts.ts'
import {supplierAction} from '../shared/supplier-action.ts'

export const grantUnreadable: Reason<'GRANT_UNREADABLE'> = {
  code: 'GRANT_UNREADABLE',
  owner: 'Sagsbehandler',
  decidable: 'never',
  handledByHand: false,
  usesEvidence: true,
  sentence: {
    da: 'En bevillingsrække, som regningen kan høre til, kan ikke læses.',
    en: 'A row of the register that the bill may belong to cannot be read.',
  },
  remedy: {da: 'Ret rækken i bevillingerne.', en: 'Correct the row of the register.'},
  facts: noFacts,
  action: supplierAction,
}
