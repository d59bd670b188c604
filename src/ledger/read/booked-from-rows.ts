/** Rows of the ledger back into what people booked. No SQL here. */
import type {BookedRow, UnreadableBookedRow} from '../../model/booked.ts'
import type {IsoDate} from '../../model/calendar.ts'
import type {Ore} from '../../model/money.ts'
import type {Problem} from '../../model/problem.ts'
import type {Cvr} from '../../model/supplier.ts'
import type {Readers} from './documents-from-rows.ts'

export type BookedSqlRow = {
  readonly supplier_cvr: Cvr
  readonly citizen: number | null
  readonly document_number: string
  readonly invoice_number: string
  readonly amount: Ore
  readonly period_from: IsoDate
  readonly period_to: IsoDate
}

export type UnreadableSqlRow = {
  readonly file: string
  readonly row: number
  readonly supplier_cvr: Cvr | null
  readonly citizen: number | null
  readonly problems: string
}

export const bookedOf = (row: BookedSqlRow, {citizen, text}: Readers): BookedRow => ({
  supplierCvr: row.supplier_cvr,
  citizen: citizen(row.citizen),
  documentNumber: text(row.document_number),
  invoiceNumber: text(row.invoice_number),
  amount: row.amount,
  period: {from: row.period_from, to: row.period_to},
})

export const unreadableOf = (row: UnreadableSqlRow, {citizen}: Readers): UnreadableBookedRow => ({
  source: {file: row.file, row: row.row},
  supplierCvr: row.supplier_cvr,
  citizen: citizen(row.citizen),
  problems: JSON.parse(row.problems) as Problem[],
})
