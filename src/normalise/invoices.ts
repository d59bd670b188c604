/**
 * The invoices of all files (`formats.md`, Invoices): takes the tables and the e-invoices, returns the invoices and the
 * rows that could not be read. The rows of one invoice are its lines; an e-invoice never joins with rows. Every row is
 * returned exactly once, as a line or as a row that another file has too.
 */

import type {Config} from '../config/schema.ts'
import {compareLineNumbers, type Invoice} from '../model/invoice.ts'
import {jsonKroner, negated, type Ore, sumOre} from '../model/money.ts'
import type {Problem, RowError} from '../model/problem.ts'
import {compareText, type Source} from '../model/source.ts'
import type {Table} from '../read/table.ts'
import {maskCprIn} from '../text/mask.ts'
import {type InvoiceRow, invoiceRows} from './invoice-rows.ts'
import {numberedLines} from './line-numbers.ts'
import {withoutRepeatedEInvoices} from './repeated-e-invoices.ts'
import {withoutRepeated} from './repeated-rows.ts'

export type ReadInvoices = {
  /** In an order that rows and files do not change. */
  readonly invoices: readonly Invoice[]
  readonly rowErrors: readonly RowError[]
  readonly repeatedRows: number
}

export function toInvoices(tables: readonly Table[], config: Config, eInvoices: readonly Invoice[] = []): ReadInvoices {
  const all = tables.flatMap((table, index) => invoiceRows(table, `${table.file}:${table.sha256}:${index}`, config))
  const rows = withoutRepeated(all)
  const rowsByInvoice = [...Map.groupBy(rows, invoiceKeyOf)].toSorted(([a], [b]) => compareText(a, b))
  const ofTables = rowsByInvoice.map(([, rowsOfInvoice]) => invoiceOf(rowsOfInvoice))
  const readOnce = withoutRepeatedEInvoices(eInvoices, ofTables)
  const linesOf = (invoices: readonly Invoice[]): number => invoices.reduce((sum, {lines}) => sum + lines.length, 0)
  return {
    invoices: [...ofTables, ...readOnce],
    rowErrors: [
      ...rows.flatMap(({source, problems}) => (problems.length > 0 ? [{source, table, problems}] : [])),
      ...readOnce.flatMap(eInvoiceErrors),
    ],
    repeatedRows: all.length - rows.length + linesOf(eInvoices) - linesOf(readOnce),
  }
}

const table = 'invoices' as const

/** One for each line of the e-invoice that has problems. */
const eInvoiceErrors = ({problems}: Invoice): RowError[] =>
  [...Map.groupBy(problems, ({source}) => source.row).values()].flatMap((ofLine) =>
    ofLine[0] ? [{source: ofLine[0].source, table, problems: ofLine.map(({source: _, ...problem}) => problem)}] : [],
  )

/** Equal for the rows of one invoice. Each row without any number is an invoice of its own. */
function invoiceKeyOf({documentNumber, supplierCvr, invoiceNumber, content, source, fileId}: InvoiceRow): string {
  if (documentNumber) return `1 ${documentNumber}`
  return invoiceNumber ? `2 ${supplierCvr} ${invoiceNumber}` : `3 ${content()} ${fileId} ${source.row}`
}

function invoiceOf(given: readonly InvoiceRow[]): Invoice {
  const sorted = given.toSorted((a, b) => compareText(a.content(), b.content()))
  const rows = sorted.toSorted((a, b) => compareLineNumbers(a.line.lineNumber, b.line.lineNumber))
  const [first] = rows as [InvoiceRow]
  const sign = readsAsNegative(rows) ? negated : (amount: Ore): Ore => amount
  const lines = numberedLines(rows.map(({line}) => line)).map((line) => ({
    ...line,
    amount: sign(line.amount),
    vat: sign(line.vat),
  }))
  const sum = sumOre(lines.map(({amount}) => amount))
  const written = rows.find((row) => row.total !== null)?.total ?? null
  const stated = written === null ? null : sign(written)
  const total = stated ?? sum
  const problems = [
    ...rows.flatMap((row) => row.problems.map((problem) => ({...problem, source: row.source}))),
    ...disagreements(rows),
  ]
  return {
    documentNumber: first.documentNumber,
    invoiceNumber: first.invoiceNumber,
    type: first.type === 'creditNote' || total < 0 ? 'creditNote' : 'invoice',
    issueDate: first.issueDate,
    dueDate: rows.find(({dueDate}) => dueDate)?.dueDate ?? null,
    supplierCvr: first.supplierCvr,
    supplierName: rows.find(({supplierName}) => supplierName)?.supplierName ?? '',
    gln: rows.find(({gln}) => gln)?.gln ?? '',
    currency: first.currency,
    total,
    creditedInvoice: null,
    lines,
    problems,
    repeated: hasRepeated(rows) && stated !== sum,
    totalMismatch: stated !== null && stated !== sum,
  }
}

/** A `Kreditnota` whose amounts are all positive is read as negative. */
function readsAsNegative(rows: readonly InvoiceRow[]): boolean {
  const amounts = rows.flatMap(({line, total}) => [line.amount, ...(total === null ? [] : [total])])
  return rows.every(({type}) => type === 'creditNote') && amounts.every((amount) => amount >= 0)
}

/** Two rows with one line number, or, without, two equal in every field. */
function hasRepeated(rows: readonly InvoiceRow[]): boolean {
  const lineOf = ({line, content}: InvoiceRow): string => (line.lineNumber ? `nr ${line.lineNumber}` : content())
  return rows.length > 1 && new Set(rows.map(lineOf)).size < rows.length
}

/** Rows of one invoice that disagree make it unreadable; a total or a day that only some rows have is no disagreement. */
function disagreements(rows: readonly InvoiceRow[]): (Problem & {source: Source})[] {
  const values: readonly (readonly [string, (row: InvoiceRow) => string | null])[] = [
    ['CVR-nummer', ({supplierCvr}) => supplierCvr],
    ['Fakturanummer', ({invoiceNumber}) => invoiceNumber],
    ['Fakturadato', ({issueDate}) => issueDate],
    ['Type', ({type}) => type],
    ['Valuta', ({currency}) => currency],
    ['Fakturatotal', ({total}) => (total === null ? null : jsonKroner(total))],
  ]
  return values.flatMap(([column, valueIn]) => {
    const known = rows.flatMap((row) => {
      const value = valueIn(row)
      return value === null ? [] : [{value, source: row.source}]
    })
    const other = known.find(({value}) => value !== known[0]?.value)
    return other
      ? [{column, value: maskCprIn(other.value).slice(0, 60), expected: 'rowsDisagree' as const, source: other.source}]
      : []
  })
}
