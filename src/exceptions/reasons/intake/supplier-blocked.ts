/** `SUPPLIER_BLOCKED` (`matching.md` 4): the supplier is in `rules.blockedSuppliers`. */
import type {Reason} from '../../reason.ts'
import {noFacts} from '../shared/no-facts.ts'
import {supplierAction} from '../shared/supplier-action.ts'

export const supplierBlocked: Reason<'SUPPLIER_BLOCKED'> = {
  code: 'SUPPLIER_BLOCKED',
  owner: 'Regnskab',
  decidable: 'never',
  handledByHand: true,
  usesEvidence: true,
  sentence: {
    da: 'Leverandørens regninger må ikke konteres automatisk.',
    en: "The supplier's bills may not be posted automatically.",
  },
  remedy: {
    da: 'Behandl regningen manuelt; leverandøren står i rules.blockedSuppliers i bills.yaml.',
    en: 'Handle the bill by hand; the supplier stands in rules.blockedSuppliers of bills.yaml.',
  },
  facts: noFacts,
  action: supplierAction,
}
