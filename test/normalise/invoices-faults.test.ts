/** `formats.md`, Invoices: rows that disagree, that cannot be read, that several files have. */
import {describe, expect, it} from 'vitest'
import type {Invoice} from '../../src/model/invoice.ts'
import {toInvoices} from '../../src/normalise/invoices.ts'
import type {RowCells} from '../builders/input-files.ts'
import {config, invoicesOf as read, invoiceRow as row, tablesOf} from '../builders/table-rows.ts'

const one = (...rows: readonly RowCells[]): Invoice => {
  const {invoices} = read(rows)
  if (!invoices[0] || invoices.length > 1) throw new Error(`${invoices.length} invoices`)
  return invoices[0]
}

describe('rows of one document that disagree', () => {
  const document = {documentNumber: 'B1'}

  it.each<[string, RowCells]>([
    ['CVR-nummer', {supplierCvr: '60402043'}],
    ['Fakturanummer', {invoiceNumber: 'F2'}],
    ['Fakturadato', {issueDate: '03-04-2026'}],
    ['Type', {documentType: 'Kreditnota', amount: '-1'}],
    ['Valuta', {currency: 'EUR'}],
    ['Fakturatotal', {total: '1'}],
  ])('on %s cannot be read, and say which', (column, fields) => {
    const base = row({...document, text: 'a', total: '2000', documentType: 'Faktura', currency: ''})
    const {problems} = one(base, {...base, text: 'b', ...fields})
    expect(problems.map((problem) => [problem.column, problem.expected])).toEqual([[column, 'rowsDisagree']])
    expect(problems[0]?.source.file).toBe('1.csv')
  })

  it.each<[string, RowCells]>([
    ['the due date', {dueDate: '30-04-2026'}],
    ["the supplier's name", {supplierName: 'Bostedet A/S'}],
    ['the citizen', {citizenCpr: '6101901234'}],
    ['the period', {periodFrom: '01-03-2026', periodTo: '31-03-2026'}],
    ['how a CVR number is written', {supplierCvr: 'DK12345674'}],
  ])('on %s are read', (_, fields) => {
    expect(one(row({...document, text: 'a'}), row({...document, text: 'b', ...fields})).problems).toEqual([])
  })

  it('on their type keep their amounts as they are written', () => {
    const rows = [row({...document, text: 'a'}), row({...document, text: 'b', documentType: 'Kreditnota'})]
    expect(one(...rows).lines.map(({amount}) => amount)).toEqual([100_000, 100_000])
  })

  it('show no whole CPR number', () => {
    const rows = [row({...document, invoiceNumber: '1'}), row({...document, invoiceNumber: '610190-1234'})]
    expect(one(...rows).problems).toMatchObject([{column: 'Fakturanummer', value: '610190-****'}])
  })
})

describe('a row error', () => {
  it('is listed with its table and place, and the row stays a line', () => {
    const {invoices, rowErrors} = read([row(), row({invoiceNumber: 'F2', amount: 'x'})])
    expect(rowErrors).toEqual([
      {
        source: {file: '1.csv', row: 3},
        table: 'invoices',
        problems: [{column: 'Beløb', value: 'x', expected: 'amount'}],
      },
    ])
    expect(invoices.map(({lines, problems}) => [lines.length, problems.length])).toEqual([
      [1, 0],
      [1, 1],
    ])
  })
})

describe('rows of several files', () => {
  const found = (...files: readonly (readonly RowCells[])[]) => {
    const {invoices, repeatedRows} = read(...files)
    return {
      lines: invoices.flatMap(({lines}) => lines).length,
      repeatedRows,
      repeated: invoices.some(({repeated}) => repeated),
    }
  }

  it.each<[string, readonly (readonly RowCells[])[], object]>([
    ['that are equal are read once', [[row()], [row()]], {lines: 1, repeatedRows: 1, repeated: false}],
    ['that differ in one field are not', [[row()], [row({text: 'a'})]], {lines: 2, repeatedRows: 0, repeated: false}],
    ['in three files', [[row()], [row()], [row()]], {lines: 1, repeatedRows: 2, repeated: false}],
    ['twice in one file and once in another', [[row(), row()], [row()]], {lines: 2, repeatedRows: 1, repeated: true}],
    [
      'twice in both',
      [
        [row(), row()],
        [row(), row()],
      ],
      {lines: 2, repeatedRows: 2, repeated: true},
    ],
    [
      'that cannot be read, and differ only where nobody is shown it',
      [[row({citizenCpr: '613290-1234'})], [row({citizenCpr: '613290-1235'})]],
      {lines: 2, repeatedRows: 0, repeated: false},
    ],
  ])('%s', (_, files, counts) => {
    expect(found(...files)).toEqual(counts)
  })

  it('are read once where the very same file is given twice', () => {
    const [table] = tablesOf('invoices', [[row(), row({text: 'a'})]])
    if (!table) throw new Error('no table')
    const {invoices, repeatedRows} = toInvoices([table, table], config)
    expect(repeatedRows).toBe(2)
    expect(invoices.map(({lines, repeated}) => [lines.length, repeated])).toEqual([[2, false]])
  })
})
