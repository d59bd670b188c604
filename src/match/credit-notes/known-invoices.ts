/** Every bill that the ledger or this run knows, posted or not, for credit notes to name or to mirror. */
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

export function indexKnownInvoices(bills: readonly KnownInvoice[]): KnownInvoices {
  const byNumber = Map.groupBy(bills, ({invoiceNumber}) => foldInvoiceNumber(invoiceNumber))
  const byTotal = Map.groupBy(bills, ({total}) => total)
  return {
    withNumber: (folded, suppliers) =>
      folded ? (byNumber.get(folded) ?? []).filter((bill) => isSameSupplier(bill.suppliers, suppliers)) : [],
    mirroredBy: (total, suppliers, citizens, issuedBy) =>
      (byTotal.get(total) ?? []).filter(
        (bill) =>
          bill.issueDate !== null &&
          bill.issueDate <= issuedBy &&
          isSameSupplier(bill.suppliers, suppliers) &&
          !bill.citizens.isDisjointFrom(citizens),
      ),
  }
}
