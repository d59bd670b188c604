/** The CVR numbers of affected invoices, and the name that one of them goes by. */
import type {AffectedInvoice} from '../../model/action.ts'

export const billingSuppliers = (affected: readonly AffectedInvoice[]): ReadonlySet<string> =>
  new Set(affected.map(({invoice}) => invoice.supplierCvr))

/** Empty where no invoice has that number. */
export const billingName = (affected: readonly AffectedInvoice[], cvr: string): string =>
  affected.find(({invoice}) => invoice.supplierCvr === cvr)?.invoice.supplierName ?? ''
