/**
 * Rows to invoices (`formats.md`, Invoices): the rows of one document are its lines. Every row comes back exactly
 * once, as a line or as a row that another file has too.
 */
import type {Config} from '../config/schema.ts'
import {maskCprIn} from '../domain/citizen.ts'
import {compareLineNumbers, type Invoice, type InvoiceLine} from '../domain/invoice.ts'
import {jsonKroner, negated, type Ore, sumOre} from '../domain/money.ts'
import type {Problem, RowError} from '../domain/problem.ts'
import {compareText, type Source} from '../domain/source.ts'
import type {Table} from '../read/table.ts'
import {type InvoiceRow, invoiceRows} from './invoice-rows.ts'
import {withoutRepeated} from './repeated-rows.ts'

export type ReadInvoices = {
  /** In an order that rows and files do not change. */
  readonly invoices: readonly Invoice[]
  readonly rowErrors: readonly RowError[]
  readonly repeatedRows: number
}

export function toInvoices(tables: readonly Table[], config: Config): ReadInvoices {
  const all = tables.flatMap((table, at) => invoiceRows(table, `${table.file}:${table.sha256}:${at}`, config))
  const rows = withoutRepeated(all)
  const documents = [...Map.groupBy(rows, documentOf)].toSorted(([a], [b]) => compareText(a, b))
  return {
    invoices: documents.map(([, ofDocument]) => invoiceOf(ofDocument)),
    rowErrors: rows.flatMap(({source, problems}) =>
      problems.length > 0 ? [{source, table: 'invoices' as const, problems}] : [],
    ),
    repeatedRows: all.length - rows.length,
  }
}

/** Rows without any number are documents of their own. */
function documentOf({documentNumber, supplierCvr, invoiceNumber, content, source, fileId}: InvoiceRow): string {
  if (documentNumber) return `1 ${documentNumber}`
  return invoiceNumber ? `2 ${supplierCvr} ${invoiceNumber}` : `3 ${content} ${fileId} ${source.row}`
}

function invoiceOf(given: readonly InvoiceRow[]): Invoice {
  const sorted = given.toSorted((a, b) => compareText(a.content, b.content))
  const rows = sorted.toSorted((a, b) => compareLineNumbers(a.line.lineNumber, b.line.lineNumber))
  const [first] = rows as [InvoiceRow]
  const sign = readsAsNegative(rows) ? negated : (amount: Ore): Ore => amount
  const lines = numbered(rows).map((line) => ({...line, amount: sign(line.amount), vat: sign(line.vat)}))
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
  const lineOf = ({line, content}: InvoiceRow): string => (line.lineNumber ? `nr ${line.lineNumber}` : content)
  return new Set(rows.map(lineOf)).size < rows.length
}

/** Lines without a number get one, by citizen, period, amount and text; a number that stands twice is told apart. */
function numbered(rows: readonly InvoiceRow[]): InvoiceLine[] {
  const taken = new Set(rows.map(({line}) => line.lineNumber))
  let next = 1
  const free = (): string => {
    while (taken.has(String(next))) next += 1
    taken.add(String(next))
    return String(next)
  }
  const seen = new Map<string, number>()
  const unnumbered = rows
    .filter(({line}) => line.lineNumber === '')
    .toSorted((a, b) => compareText(orderOf(a.line), orderOf(b.line)))
  const given = new Map(unnumbered.map((row) => [row, free()]))
  return rows
    .map((row): InvoiceLine => {
      const number = given.get(row) ?? row.line.lineNumber
      const times = (seen.get(number) ?? 0) + 1
      seen.set(number, times)
      return {...row.line, lineNumber: times === 1 ? number : `${number} (${times})`}
    })
    .toSorted((a, b) => compareLineNumbers(a.lineNumber, b.lineNumber))
}

function orderOf({cprField, periodFrom, periodTo, amount, text}: InvoiceLine): string {
  const citizen = cprField.kind === 'number' ? cprField.cpr : cprField.kind === 'invalid' ? cprField.text : ''
  const size = String(Math.abs(amount)).padStart(15, '0')
  return [citizen, periodFrom ?? '', periodTo ?? '', `${amount < 0 ? '-' : '+'}${size}`, text].join('\u0000')
}

/** Rows of one document that disagree make it unreadable; a total or a day that only some rows have is no disagreement. */
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
