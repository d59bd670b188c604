/** `DUPLICATE_INVOICE` (`matching.md` 4): another document of the supplier has the same invoice number. */
import type {Reason} from '../../reason.ts'
import {noFacts} from '../shared/no-facts.ts'
import {supplierAction} from '../shared/supplier-action.ts'

export const duplicateInvoice: Reason<'DUPLICATE_INVOICE'> = {
  code: 'DUPLICATE_INVOICE',
  owner: 'Regnskab',
  decidable: 'never',
  handledByHand: true,
  usesEvidence: true,
  sentence: {
    da: 'Leverandøren har sendt en regning med samme fakturanummer før.',
    en: 'The supplier sent a bill with the same invoice number before.',
  },
  remedy: {
    da: 'Afvis regningen, hvis det er den samme; er det en anden, skal leverandøren give den et nyt nummer.',
    en: 'Reject the bill if it is the same one; if it is another, the supplier must give it a new number.',
  },
  facts: noFacts,
  action: supplierAction,
}
