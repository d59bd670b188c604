/**
 * What people posted by hand, as records (`formats.md`, Booked by people): takes the tables, returns the rows, and those
 * that could not be read.
 */
import type {Config} from '../config/schema.ts'
import type {Booked, BookedRow, UnreadableBookedRow} from '../model/booked.ts'
import type {RowError} from '../model/problem.ts'
import {bookedFields} from '../model/tables/booked.ts'
import type {Table} from '../read/table.ts'
import {readRows, type TableRow} from './read-rows.ts'
import {nothingThere, type RowRules} from './row-rules.ts'
import {unidentifiedRow} from './unidentified-row.ts'

/** Throws an InputError for a row of which neither citizen nor supplier can be read. */
export function toBooked(
  tables: readonly Table[],
  config: Config,
): {readonly booked: Booked; readonly rowErrors: readonly RowError[]} {
  const read = tables.flatMap((table) => readRows(table, bookedFields, bookedRules, config)).map(bookedRow)
  const unreadable = read.flatMap(({unreadable: row}) => row ?? [])
  return {
    booked: {rows: read.flatMap(({row}) => row ?? []), unreadable},
    rowErrors: unreadable.map(({source, problems}) => ({source, table: 'booked', problems})),
  }
}

const bookedRules: RowRules<typeof bookedFields> = {
  rules: [
    {
      field: 'periodTo',
      expected: 'periodOrder',
      isBroken: ({periodFrom, periodTo}) => periodFrom !== null && periodTo !== null && periodFrom > periodTo,
    },
  ],
  // What is missing is listed before what cannot be read.
  listedFirst: [
    'citizenCpr',
    'supplierCvr',
    {field: 'amount', expected: nothingThere},
    {field: 'periodFrom', expected: nothingThere},
    {field: 'periodTo', expected: nothingThere},
    'periodFrom',
    {field: 'periodTo', expected: ['date', 'dateInCalendar']},
    'amount',
    'periodTo',
    'invoiceNumber',
    'documentNumber',
  ],
}

function bookedRow({source, values, problems}: TableRow<typeof bookedFields>): {
  row?: BookedRow
  unreadable?: UnreadableBookedRow
} {
  const {supplierCvr, citizenCpr: citizen, documentNumber, invoiceNumber, amount, periodFrom, periodTo} = values
  if (problems.length > 0 || !citizen || !supplierCvr || !periodFrom || !periodTo || amount === null) {
    if (!citizen && !supplierCvr) throw unidentifiedRow(source)
    return {unreadable: {source, supplierCvr, citizen, problems}}
  }
  const period = {from: periodFrom, to: periodTo}
  return {row: {supplierCvr, citizen, documentNumber, invoiceNumber, amount, period}}
}
