/** Rows of invoices and grants for tests: a test names what it is about, the rest is ordinary. */
import fc from 'fast-check'
import {configSchema} from '../../src/config/schema.ts'
import type {TableKind} from '../../src/model/tables/tables.ts'
import {type ReadGrants, toGrantRegister} from '../../src/normalise/grants.ts'
import {type ReadInvoices, toInvoices} from '../../src/normalise/invoices.ts'
import type {Table} from '../../src/read/table.ts'
import {type RowCells, tableOf} from './input-files.ts'

export const config = configSchema.parse({})

export type Files = readonly (readonly RowCells[])[]

/** Each list of rows is a file: `1.csv`, `2.csv` … */
export const tablesOf = (kind: TableKind, files: Files): Table[] =>
  files.map((rows, at) => tableOf(kind, rows, `${at + 1}.csv`))

export const invoiceRow = (fields: RowCells = {}): RowCells => ({
  invoiceNumber: 'F1',
  issueDate: '02-04-2026',
  supplierCvr: '12345674',
  amount: '1000',
  ...fields,
})

export const invoicesOf = (...files: Files): ReadInvoices => toInvoices(tablesOf('invoices', files), config)

export const grantRow = (fields: RowCells = {}): RowCells => ({
  grantId: 'G1',
  citizenCpr: '610190-1234',
  supplierCvr: '12345674',
  supplierName: '',
  paragraph: '107',
  service: 'Botilbud',
  rate: '1000',
  unit: 'Måned',
  quantity: '',
  from: '01-01-2026',
  to: '',
  targetGroup: 'Voksne',
  ownership: 'Privat',
  status: '',
  fixed: '',
  paidTo: '',
  ...fields,
})

export const registerOf = (...files: Files): ReadGrants => toGrantRegister(tablesOf('grants', files), config)

/** Files, and the same with their rows and themselves in another order. */
export const shuffled = (files: fc.Arbitrary<RowCells[][]>): fc.Arbitrary<readonly [Files, Files]> =>
  files.chain((all) =>
    fc
      .tuple(...all.map(inAnyOrder))
      .chain(inAnyOrder)
      .map((other) => [all, other] as const),
  )

const inAnyOrder = <Item>(items: readonly Item[]): fc.Arbitrary<Item[]> =>
  fc.shuffledSubarray([...items], {minLength: items.length, maxLength: items.length})
