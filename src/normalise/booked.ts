/** What people posted by hand, as records (`formats.md`, Booked by people). */
import type {Booked, BookedRow, UnreadableBookedRow} from '../model/booked.ts'
import type {RowError} from '../model/problem.ts'
import {cvr} from '../model/supplier.ts'
import type {Table} from '../read/table.ts'
import {nobodysRow} from './grant-rows.ts'
import {oneLine, type RowReader, readersOf} from './row-reader.ts'

/** Throws an InputError for a row of which neither citizen nor supplier can be read. */
export function toBooked(tables: readonly Table[]): {readonly booked: Booked; readonly rowErrors: readonly RowError[]} {
  const read = tables.flatMap(readersOf).map(bookedRow)
  const unreadable = read.flatMap(({unreadable: row}) => row ?? [])
  return {
    booked: {rows: read.flatMap(({row}) => row ?? []), unreadable},
    rowErrors: unreadable.map(({source, problems}) => ({source, table: 'booked', problems})),
  }
}

function bookedRow(reader: RowReader): {row?: BookedRow; unreadable?: UnreadableBookedRow} {
  const {source, problems, text, required, amount, date, fail} = reader
  const citizen = reader.cpr('citizenCpr')
  if (!citizen) fail('citizenCpr', text('citizenCpr') === '' ? 'required' : 'cpr')
  const supplierCvr = cvr(text('supplierCvr')) ?? null
  if (!supplierCvr) fail('supplierCvr', text('supplierCvr') === '' ? 'required' : 'cvr')
  for (const field of ['amount', 'periodFrom', 'periodTo']) if (text(field) === '') required(field)
  const [from, to, paid] = [date('periodFrom'), date('periodTo'), amount('amount')]
  if (from && to && from > to) fail('periodTo', 'periodOrder')
  const invoiceNumber = oneLine(required('invoiceNumber'))
  const documentNumber = oneLine(text('documentNumber'))
  if (problems.length > 0 || !citizen || !supplierCvr || !from || !to || paid === null) {
    if (!citizen && !supplierCvr) throw nobodysRow(source)
    return {unreadable: {source, supplierCvr, citizen, problems}}
  }
  return {
    row: {
      supplierCvr,
      citizen,
      documentNumber,
      invoiceNumber,
      amount: paid,
      period: {from, to},
    },
  }
}
