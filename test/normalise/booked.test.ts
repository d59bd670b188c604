/** `formats.md`, Booked by people. */
import {describe, expect, it} from 'vitest'
import {configSchema} from '../../src/config/schema.ts'
import {InputError} from '../../src/model/input-error.ts'
import {toBooked} from '../../src/normalise/booked.ts'
import {readTable} from '../../src/read/read-table.ts'
import {csvOf, fileOf, type RowCells, tableOf, unborn} from '../builders/input-files.ts'

const config = configSchema.parse({})
const failed = {error: '#N/A'}
const usual = {
  supplierCvr: '12345674',
  citizenCpr: '610190-1234',
  invoiceNumber: 'F8',
  amount: '1.000,00',
  periodFrom: '01-03-2026',
  periodTo: '31-03-2026',
  documentNumber: '',
}
const read = (...rows: readonly RowCells[]) =>
  toBooked(
    [
      tableOf(
        'booked',
        rows.map((fields) => ({...usual, ...fields})),
      ),
    ],
    config,
  )

it('a row has every field of the format', () => {
  expect(read({documentNumber: 'B8'})).toEqual({
    booked: {
      rows: [
        {
          supplierCvr: '12345674',
          citizen: '6101901234',
          documentNumber: 'B8',
          invoiceNumber: 'F8',
          amount: 100_000,
          period: {from: '2026-03-01', to: '2026-03-31'},
        },
      ],
      unreadable: [],
    },
    rowErrors: [],
  })
})

it('the document number need not be there', async () => {
  const headers = ['CVR-nummer', 'CPR-nummer', 'Fakturanummer', 'Beløb', 'Periode fra', 'Periode til']
  const row = ['12345674', '6101901234', 'F8', '1000', '01-03-2026', '31-03-2026']
  const table = await readTable('booked', fileOf('b.csv', csvOf([headers, row])), {})
  expect(toBooked([table], config).booked.rows).toMatchObject([{documentNumber: '', invoiceNumber: 'F8'}])
})

it('what is written as a spreadsheet has it is read as for invoices', () => {
  const cells = {
    supplierCvr: 'DK 12 34 56 74',
    citizenCpr: 101_575_678,
    amount: -12.5,
    periodFrom: {date: '2026-03-01' as never},
    periodTo: '20260331',
  }
  expect(read(cells).booked.rows).toMatchObject([
    {supplierCvr: '12345674', citizen: unborn, amount: -1250, period: {from: '2026-03-01', to: '2026-03-31'}},
  ])
})

it('numbers are compared as those of invoices: on one line, without doubled spaces', () => {
  expect(read({documentNumber: 'B  8', invoiceNumber: 'F\n8'}).booked.rows).toMatchObject([
    {documentNumber: 'B 8', invoiceNumber: 'F 8'},
  ])
})

it('a period may be one day', () => {
  expect(read({periodTo: '01-03-2026'}).booked.rows).toMatchObject([{period: {from: '2026-03-01', to: '2026-03-01'}}])
})

it('rows of several files stand together', () => {
  const files = [tableOf('booked', [usual], '1.csv'), tableOf('booked', [{...usual, invoiceNumber: 'F9'}], '2.csv')]
  expect(toBooked(files, config).booked.rows.map(({invoiceNumber}) => invoiceNumber)).toEqual(['F8', 'F9'])
})

describe('a row', () => {
  it.each<[string, RowCells, string, object]>([
    ['without a citizen', {citizenCpr: ''}, 'CPR-nummer required', {citizen: null}],
    ['with a CPR number that is none', {citizenCpr: '613290-1234'}, 'CPR-nummer cpr', {citizen: null}],
    ['without a supplier', {supplierCvr: ''}, 'CVR-nummer required', {supplierCvr: null}],
    ['with a CVR number that is none', {supplierCvr: '1234567'}, 'CVR-nummer cvr', {supplierCvr: null}],
    ['without an invoice number', {invoiceNumber: ''}, 'Fakturanummer required', {}],
    ['without an amount', {amount: ''}, 'Beløb required', {}],
    ['with an amount that is none', {amount: 'x'}, 'Beløb amount', {}],
    ['without a first day', {periodFrom: ''}, 'Periode fra required', {}],
    ['without a last day', {periodTo: ''}, 'Periode til required', {}],
    ['with an impossible day', {periodTo: '31-02-2026'}, 'Periode til dateInCalendar', {}],
    ['that ends before it begins', {periodTo: '28-02-2026'}, 'Periode til periodOrder', {}],
    ['with a failed formula for a citizen', {citizenCpr: failed}, 'CPR-nummer formulaError', {citizen: null}],
    ['with a failed formula for an amount', {amount: failed}, 'Beløb formulaError', {}],
    ['with a failed formula for a document number', {documentNumber: failed}, 'Bilagsnummer formulaError', {}],
  ])('%s holds back what can be read of it', (_, fields, problem, held) => {
    const {booked, rowErrors} = read({}, fields)
    expect(booked.rows).toHaveLength(1)
    expect(booked.unreadable).toMatchObject([
      {source: {file: 'booked.csv', row: 3}, citizen: '6101901234', supplierCvr: '12345674', ...held},
    ])
    expect(
      rowErrors.map(({table, problems}) => [table, ...problems.map(({column, expected}) => `${column} ${expected}`)]),
    ).toEqual([['booked', problem]])
  })

  it('whose neither citizen nor supplier can be read stops the run, and says where', () => {
    const unidentified = {citizenCpr: '', supplierCvr: 'x'}
    expect(() => read({}, unidentified)).toThrow(InputError)
    expect(() => read({}, unidentified)).toThrow(/^booked\.csv:3: Neither/)
  })
})
