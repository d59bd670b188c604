/** Every bill that the ledger or this run knows, posted or not, for credit notes to name or to mirror. */
import type {IsoDate} from '../../model/calendar.ts'
import type {Cpr} from '../../model/citizen.ts'
import {foldInvoiceNumber} from '../../model/invoice.ts'
import type {Ore} from '../../model/money.ts'
import {meet, type Reach} from '../supplier-group.ts'

export type Bill = {
  readonly documentKey: string
  readonly invoiceNumber: string
  readonly reach: Reach
  readonly total: Ore
  readonly issueDate: IsoDate | null
  readonly citizens: ReadonlySet<Cpr>
}

export type KnownBills = {
  readonly withNumber: (folded: string, reach: Reach) => readonly Bill[]
  /** Of this total, to these suppliers, for one of these citizens, issued no later than the date. */
  readonly mirroredBy: (total: Ore, reach: Reach, citizens: ReadonlySet<Cpr>, issuedBy: IsoDate) => readonly Bill[]
}

export function knownBills(bills: readonly Bill[]): KnownBills {
  const byNumber = Map.groupBy(bills, ({invoiceNumber}) => foldInvoiceNumber(invoiceNumber))
  const byTotal = Map.groupBy(bills, ({total}) => total)
  return {
    withNumber: (folded, reach) =>
      folded ? (byNumber.get(folded) ?? []).filter((bill) => meet(bill.reach, reach)) : [],
    mirroredBy: (total, reach, citizens, issuedBy) =>
      (byTotal.get(total) ?? []).filter(
        (bill) =>
          bill.issueDate !== null &&
          bill.issueDate <= issuedBy &&
          meet(bill.reach, reach) &&
          !bill.citizens.isDisjointFrom(citizens),
      ),
  }
}
