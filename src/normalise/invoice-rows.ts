/**
 * Rows of a table of invoices (`formats.md`, Invoices): takes the table, returns each row as a line that knows its
 * invoice, and with its problems where it cannot be read.
 */
import type {Config} from '../config/schema.ts'
import type {IsoDate} from '../model/calendar.ts'
import type {DocumentType, InvoiceLine} from '../model/invoice.ts'
import {lazy} from '../model/memoize.ts'
import {type Ore, zeroOre} from '../model/money.ts'
import type {Problem} from '../model/problem.ts'
import {invoiceFields} from '../model/tables/invoices.ts'
import type {Table} from '../read/table.ts'
import {readRows, type TableRow} from './read-rows.ts'
import type {ComparableRow} from './repeated-rows.ts'
import {nothingThere, type RowRules} from './row-rules.ts'

export type InvoiceRow = ComparableRow & {
  readonly documentNumber: string
  readonly invoiceNumber: string
  readonly type: DocumentType
  readonly issueDate: IsoDate | null
  readonly dueDate: IsoDate | null
  readonly supplierCvr: string
  readonly supplierName: string
  readonly gln: string
  readonly currency: string
  /** Øre; null where none is stated. */
  readonly total: Ore | null
  readonly line: InvoiceLine
  readonly problems: readonly Problem[]
}

/** `fileId` is the table's alone, though another may have its name and bytes. */
export const invoiceRows = (table: Table, fileId: string, config: Config): InvoiceRow[] =>
  readRows(table, invoiceFields, invoiceRules, config).map((row) => invoiceRow(row, fileId))

const invoiceRules: RowRules<typeof invoiceFields> = {
  rules: [],
  // What is of the whole invoice comes before what is of its line; only that the amount is missing comes early.
  listedFirst: [
    'invoiceNumber',
    'issueDate',
    {field: 'amount', expected: nothingThere},
    'gln',
    'documentNumber',
    'documentType',
    'dueDate',
    'supplierName',
    'currency',
    'total',
    'lineNumber',
    'amount',
    'periodFrom',
    'periodTo',
    'quantity',
    'unitPrice',
    'vat',
    'text',
  ],
}

function invoiceRow(read: TableRow<typeof invoiceFields>, fileId: string): InvoiceRow {
  const {source, values, problems, unread, shown} = read
  const ofInvoice = {
    documentNumber: values.documentNumber,
    invoiceNumber: values.invoiceNumber,
    type: values.documentType ?? ('invoice' as const),
    issueDate: values.issueDate,
    dueDate: values.dueDate,
    supplierCvr: values.supplierCvr,
    supplierName: values.supplierName,
    gln: values.gln,
    currency: values.currency,
    total: values.total,
  }
  const ofLine = {
    lineNumber: values.lineNumber,
    amount: values.amount ?? zeroOre,
    cprField: values.citizenCpr,
    periodFrom: values.periodFrom,
    periodTo: values.periodTo,
    quantity: values.quantity,
    unitPrice: values.unitPrice,
    vat: values.vat ?? zeroOre,
    text: values.text,
  }
  const invalidCpr = (): string => (ofLine.cprField.kind === 'invalid' ? shown('citizenCpr') : '')
  return {
    ...ofInvoice,
    line: {source, ...ofLine},
    problems,
    source,
    fileId,
    number: `${ofInvoice.documentNumber} ${ofInvoice.invoiceNumber}`,
    content: lazy(() => JSON.stringify([ofInvoice, ofLine, unread, invalidCpr()])),
  }
}
