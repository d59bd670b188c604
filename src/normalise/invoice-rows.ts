/** Rows of an invoice table to lines that know their document; what cannot be read stays with its row. */
import type {Config} from '../config/schema.ts'
import type {IsoDate} from '../model/calendar.ts'
import type {CprField, DocumentType, InvoiceLine} from '../model/invoice.ts'
import {lazy} from '../model/memoize.ts'
import {type Ore, zeroOre} from '../model/money.ts'
import type {Problem} from '../model/problem.ts'
import {cvr} from '../model/supplier.ts'
import type {Table} from '../read/table.ts'
import type {Keyed} from './repeated-rows.ts'
import {masked, oneLine, type RowReader, readCpr, readersOf} from './row-reader.ts'
import {readDocumentType} from './vocabulary.ts'

export type InvoiceRow = Keyed & {
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
  readersOf(table).map((reader) => invoiceRow(reader, fileId, config))

function invoiceRow(reader: RowReader, fileId: string, config: Config): InvoiceRow {
  const {amount, date, number, required, text, shown, word, fail, problems, source} = reader
  const invoiceNumber = oneLine(required('invoiceNumber'))
  const issued = text('issueDate') === '' ? required('issueDate') : ''
  const issueDate = issued === '' ? date('issueDate') : null
  if (text('amount') === '') required('amount')
  const gln = text('gln').replaceAll(/\s/g, '')
  if (gln !== '' && !/^\d{13}$/.test(gln)) fail('gln', 'gln')
  const supplier = shown('supplierCvr')
  const row = {
    documentNumber: oneLine(text('documentNumber')),
    invoiceNumber,
    type: word(
      'documentType',
      'invoice' as DocumentType,
      (written) => readDocumentType(written, config),
      'documentType',
    ),
    issueDate,
    dueDate: date('dueDate'),
    supplierCvr: cvr(supplier) ?? supplier,
    supplierName: oneLine(text('supplierName')),
    gln,
    currency: text('currency').toUpperCase() || 'DKK',
    total: amount('total'),
  }
  const line: InvoiceLine = {
    source,
    lineNumber: oneLine(text('lineNumber')),
    amount: amount('amount') ?? zeroOre,
    cprField: cprField(shown('citizenCpr')),
    periodFrom: date('periodFrom'),
    periodTo: date('periodTo'),
    quantity: number('quantity'),
    unitPrice: amount('unitPrice'),
    vat: amount('vat') ?? zeroOre,
    text: text('text'),
  }
  const contentOf = (): string => {
    const {source: _, ...content} = line
    return JSON.stringify([row, content, reader.unread, line.cprField.kind === 'invalid' ? shown('citizenCpr') : ''])
  }
  return {
    ...row,
    line,
    problems,
    source,
    fileId,
    number: `${row.documentNumber} ${invoiceNumber}`,
    content: lazy(contentOf),
  }
}

function cprField(text: string): CprField {
  if (text === '') return {kind: 'empty'}
  const number = readCpr(text)
  return number ? {kind: 'number', cpr: number} : {kind: 'invalid', text: masked(text)}
}
