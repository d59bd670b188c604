/** Every invoice that the ledger or this run knows, posted or not, for credit notes to name or to mirror. */
import type {IsoDate} from '../../model/calendar.ts'
import type {Cpr} from '../../model/citizen.ts'
import {foldInvoiceNumber} from '../../model/invoice.ts'
import type {Ore} from '../../model/money.ts'
import {isSameSupplier, type SupplierGroup} from '../supplier-group.ts'

export type KnownInvoice = {
  readonly documentKey: string
  readonly invoiceNumber: string
  readonly suppliers: SupplierGroup
  readonly total: Ore
  readonly issueDate: IsoDate | null
  readonly citizens: ReadonlySet<Cpr>
}

export type KnownInvoices = {
  readonly withNumber: (folded: string, suppliers: SupplierGroup) => readonly KnownInvoice[]
  /** Of this total, to these suppliers, for one of these citizens, issued no later than the date. */
  readonly mirroredBy: (
    total: Ore,
    suppliers: SupplierGroup,
    citizens: ReadonlySet<Cpr>,
    issuedBy: IsoDate,
  ) => readonly KnownInvoice[]
}

export function indexKnownInvoices(invoices: readonly KnownInvoice[]): KnownInvoices {
  const byNumber = Map.groupBy(invoices, ({invoiceNumber}) => foldInvoiceNumber(invoiceNumber))
  const byTotal = Map.groupBy(invoices, ({total}) => total)
  return {
    withNumber: (folded, suppliers) =>
      folded ? (byNumber.get(folded) ?? []).filter((invoice) => isSameSupplier(invoice.suppliers, suppliers)) : [],
    mirroredBy: (total, suppliers, citizens, issuedBy) =>
      (byTotal.get(total) ?? []).filter(
        (invoice) =>
          invoice.issueDate !== null &&
          invoice.issueDate <= issuedBy &&
          isSameSupplier(invoice.suppliers, suppliers) &&
          !invoice.citizens.isDisjointFrom(citizens),
      ),
  }
}
