/** `formats.md`, Invoices: the fields of one row. */
import {describe, expect, it} from 'vitest'
import {configSchema} from '../../src/config/schema.ts'
import {invoiceRows} from '../../src/normalise/invoice-rows.ts'
import type {Cell} from '../../src/read/cell.ts'
import {type RowCells, tableOf, unborn} from '../builders/input-files.ts'

const config = configSchema.parse({})
const usual = {invoiceNumber: 'F1', issueDate: '31-03-2026', supplierCvr: '12345674', amount: '1.000,00'}
const rowsOf = (rows: readonly RowCells[], id = 'fil') => invoiceRows(tableOf('invoices', rows), id, config)
const rowOf = (fields: RowCells) => {
  const [row] = rowsOf([{...usual, ...fields}])
  if (!row) throw new Error('no row')
  return row
}
const problemsOf = (fields: RowCells) => rowOf(fields).problems.map(({column, expected}) => `${column} ${expected}`)

describe('a row', () => {
  it('has every field of the format', () => {
    const full = {
      documentNumber: 'B1',
      documentType: 'Faktura',
      lineNumber: '10',
      dueDate: '30-04-2026',
      supplierName: 'Bostedet',
      citizenCpr: '610190-1234',
      gln: '5790 0000 0000 1',
      vat: '200,00',
      total: '2.000,00',
      currency: 'dkk',
      periodFrom: '01-03-2026',
      periodTo: '31-03-2026',
      quantity: '0,5',
      unitPrice: '2.000,00',
      text: 'Botilbud marts 2026',
    }
    expect(rowOf({...full, gln: '5790000000001'})).toMatchObject({
      documentNumber: 'B1',
      invoiceNumber: 'F1',
      type: 'invoice',
      issueDate: '2026-03-31',
      dueDate: '2026-04-30',
      supplierCvr: '12345674',
      supplierName: 'Bostedet',
      gln: '5790000000001',
      currency: 'DKK',
      total: 200_000,
      problems: [],
      line: {
        source: {file: 'invoices.csv', row: 2},
        lineNumber: '10',
        amount: 100_000,
        cprField: {kind: 'number', cpr: '6101901234'},
        periodFrom: '2026-03-01',
        periodTo: '2026-03-31',
        quantity: {digits: 5, decimals: 1},
        unitPrice: 200_000,
        vat: 20_000,
        text: 'Botilbud marts 2026',
      },
    })
    expect(rowOf(full).gln).toBe('5790000000001')
  })

  it('needs no more than number, date, supplier and amount', () => {
    expect(rowOf({})).toMatchObject({
      documentNumber: '',
      type: 'invoice',
      dueDate: null,
      supplierName: '',
      gln: '',
      currency: 'DKK',
      total: null,
      problems: [],
      line: {
        lineNumber: '',
        cprField: {kind: 'empty'},
        periodFrom: null,
        periodTo: null,
        quantity: null,
        unitPrice: null,
        vat: 0,
        text: '',
      },
    })
  })

  it.each<[string, RowCells, string]>([
    ['without an invoice number', {invoiceNumber: ''}, 'Fakturanummer required'],
    ['without a date', {issueDate: ''}, 'Fakturadato required'],
    ['without an amount', {amount: ''}, 'Beløb required'],
    ['with an impossible date', {issueDate: '31-02-2026'}, 'Fakturadato dateInCalendar'],
    ['with a due date that is none', {dueDate: 'snarest'}, 'Forfaldsdato date'],
    ['with a period that is none', {periodFrom: 'marts'}, 'Periode fra date'],
    ['with an amount that is none', {amount: '1.00.00'}, 'Beløb amount'],
    ['with an amount of three decimals', {amount: '1000,005'}, 'Beløb amountDecimals'],
    ['with VAT that is none', {vat: '25%'}, 'Moms amount'],
    ['with a total that is none', {total: 'se bilag'}, 'Fakturatotal amount'],
    ['with a quantity that is none', {quantity: '12 døgn'}, 'Antal number'],
    ['with a price that is none', {unitPrice: 'efter aftale'}, 'Enhedspris amount'],
    ['with an EAN of twelve digits', {gln: '579000000000'}, 'EAN-nummer gln'],
    ['of a type that is no bill', {documentType: 'Rykker'}, 'Type documentType'],
    ['with a failed formula as amount', {amount: {error: '#REF!'}}, 'Beløb formulaError'],
    ['with a failed formula as date', {issueDate: {error: '#REF!'}}, 'Fakturadato formulaError'],
    ['with a failed formula as type', {documentType: {error: '#N/A'}}, 'Type formulaError'],
    ['with a failed formula as currency', {currency: {error: '#N/A'}}, 'Valuta formulaError'],
    ['with a failed formula as document number', {documentNumber: {error: '#N/A'}}, 'Bilagsnummer formulaError'],
    ['with a failed formula as text', {text: {error: '#N/A'}}, 'Tekst formulaError'],
    ['with a failed formula as EAN', {gln: {error: '#N/A'}}, 'EAN-nummer formulaError'],
  ])('%s cannot be read', (_, fields, problem) => {
    expect(problemsOf(fields)).toEqual([problem])
  })

  it('tells all that is wrong with it', () => {
    expect(problemsOf({invoiceNumber: '', amount: 'x', periodTo: '32-01-2026'})).toEqual([
      'Fakturanummer required',
      'Beløb amount',
      'Periode til dateInCalendar',
    ])
  })

  it('has an amount of zero where it cannot be read', () => {
    expect(rowOf({amount: 'x'}).line.amount).toBe(0)
  })

  it('has its numbers on one line, without doubled spaces', () => {
    expect(rowOf({documentNumber: 'B  1', invoiceNumber: 'F\n1', lineNumber: '1  a'})).toMatchObject({
      documentNumber: 'B 1',
      invoiceNumber: 'F 1',
      line: {lineNumber: '1 a'},
    })
  })
})

describe('the supplier and the citizen have codes of their own, and make no row error', () => {
  it.each<[string, Cell, string]>([
    ['eight digits', '12345674', '12345674'],
    ['a number', 12_345_674, '12345674'],
    ['DK and spaces', 'DK 12 34 56 74', '12345674'],
    ['nothing', '', ''],
    ['seven digits', '1234567', '1234567'],
    ['a failed formula', {error: '#N/A'}, '#N/A'],
  ])('a CVR number of %s', (_, cell, number) => {
    expect(rowOf({supplierCvr: cell})).toMatchObject({supplierCvr: number, problems: []})
  })

  it.each<[string, Cell, unknown]>([
    ['ten digits', '6101901234', {kind: 'number', cpr: '6101901234'}],
    ['a number that has lost its zero', 101_575_678, {kind: 'number', cpr: unborn}],
    ['nothing', '', {kind: 'empty'}],
    ['an impossible date, masked', '613290-1234', {kind: 'invalid', text: '613290-****'}],
    ['words', 'Anna', {kind: 'invalid', text: 'Anna'}],
    ['a failed formula', {error: '#N/A'}, {kind: 'invalid', text: '#N/A'}],
  ])('a CPR number of %s', (_, cell, field) => {
    expect(rowOf({citizenCpr: cell})).toMatchObject({line: {cprField: field}, problems: []})
  })
})

describe('two rows are equal in every field', () => {
  const equal = (a: RowCells, b: RowCells) => {
    const [first, second] = [rowOf(a), rowOf(b)]
    return first.content() === second.content()
  }

  it.each<[string, RowCells, RowCells]>([
    ['an amount', {amount: '1.000,00'}, {amount: 1000}],
    ['a date', {issueDate: '31/03-2026'.replace('-', '/')}, {issueDate: {date: '2026-03-31' as never}}],
    ['a CPR number', {citizenCpr: '610190-1234'}, {citizenCpr: 6_101_901_234}],
    ['a CVR number', {supplierCvr: 'DK12345674'}, {supplierCvr: 12_345_674}],
    ['a currency', {currency: 'dkk'}, {currency: ''}],
    ['a type', {documentType: 'FAKTURA'}, {documentType: ''}],
    ['a quantity', {quantity: '1,50'}, {quantity: 1.5}],
  ])('whatever form %s has', (_, a, b) => {
    expect(equal(a, b)).toBe(true)
  })

  it.each<[string, RowCells, RowCells]>([
    ['amount', {amount: '1'}, {amount: '2'}],
    ['document', {documentNumber: 'B1'}, {documentNumber: 'B2'}],
    ['text', {text: 'a'}, {text: 'b'}],
    ['EAN', {gln: '5790000000001'}, {gln: '5790000000018'}],
    ['price', {unitPrice: '1'}, {unitPrice: '2'}],
    ['end of a CPR number that is none', {citizenCpr: '613290-1234'}, {citizenCpr: '613290-1235'}],
    ['amount that cannot be read', {amount: 'x'}, {amount: 'y'}],
    ['CPR number in a cell that cannot be read', {dueDate: '610190-1234'}, {dueDate: '610190-1235'}],
    ['end of a long cell that cannot be read', {dueDate: `${'x'.repeat(80)}1`}, {dueDate: `${'x'.repeat(80)}2`}],
  ])('only with the same %s', (_, a, b) => {
    expect(equal(a, b)).toBe(false)
  })

  it('and never because of their place', () => {
    const [first, second] = rowsOf([usual, usual])
    expect(first?.content()).toBe(second?.content())
  })
})
