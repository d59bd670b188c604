/**
 * Rows of the ledger back into what people booked (`src/model/booked.ts`): takes rows of `earlier-queries.ts`. No SQL
 * here.
 */
import type {BookedRow, UnreadableBookedRow} from '../../model/booked.ts'
import type {Problem} from '../../model/problem.ts'
import type {Readers} from './documents-from-rows.ts'
import type {BookedSqlRow, UnreadableBookedSqlRow} from './earlier-queries.ts'

export const bookedOf = (row: BookedSqlRow, {citizen, text}: Readers): BookedRow => ({
  supplierCvr: row.supplier_cvr,
  citizen: citizen(row.citizen),
  documentNumber: text(row.document_number),
  invoiceNumber: text(row.invoice_number),
  amount: row.amount,
  period: {from: row.period_from, to: row.period_to},
})

export const unreadableOf = (row: UnreadableBookedSqlRow, {citizen}: Readers): UnreadableBookedRow => ({
  source: {file: row.file, row: row.row},
  supplierCvr: row.supplier_cvr,
  citizen: citizen(row.citizen),
  problems: JSON.parse(row.problems) as Problem[],
})
