/** `formats.md`, Invoices: rows to invoices. */
import {describe, expect, it} from 'vitest'
import type {Invoice} from '../../src/model/invoice.ts'
import type {RowCells} from '../builders/input-files.ts'
import {invoicesOf as read, invoiceRow as row} from '../builders/table-rows.ts'

const one = (...rows: readonly RowCells[]): Invoice => {
  const {invoices} = read(rows)
  if (!invoices[0] || invoices.length > 1) throw new Error(`${invoices.length} invoices`)
  return invoices[0]
}
const numbersOf = ({invoices}: ReturnType<typeof read>) =>
  invoices.map(({documentNumber, invoiceNumber, lines}) => [documentNumber, invoiceNumber, lines.length])

describe('an invoice', () => {
  it('is the rows with one Bilagsnummer, wherever they stand', () => {
    const rows = [
      row({documentNumber: 'B1', lineNumber: '1'}),
      row({documentNumber: 'B2', invoiceNumber: 'F2'}),
      row({documentNumber: 'B1', lineNumber: '2'}),
    ]
    expect(numbersOf(read(rows))).toEqual([
      ['B1', 'F1', 2],
      ['B2', 'F2', 1],
    ])
    expect(numbersOf(read(rows.slice(0, 2), rows.slice(2)))).toEqual([
      ['B1', 'F1', 2],
      ['B2', 'F2', 1],
    ])
  })

  it('is, without Bilagsnummer, the rows with one CVR number and Fakturanummer', () => {
    const rows = [
      row({text: 'a'}),
      row({text: 'b', supplierCvr: 'DK 12345674'}),
      row({supplierCvr: '60402043'}),
      row({invoiceNumber: 'F2'}),
    ]
    expect(numbersOf(read(rows))).toEqual([
      ['', 'F1', 2],
      ['', 'F2', 1],
      ['', 'F1', 1],
    ])
  })

  it('is not joined of rows with and without Bilagsnummer', () => {
    expect(
      numbersOf(read([row({documentNumber: 'B1', text: 'a'}), row({documentNumber: '', text: 'b'})])),
    ).toHaveLength(2)
  })

  it('is every row without any number by itself', () => {
    const {invoices} = read([row({invoiceNumber: ''}), row({invoiceNumber: ''})])
    expect(invoices.map(({problems}) => problems.map(({expected}) => expected))).toEqual([['required'], ['required']])
  })

  it('has the sum of its lines for total where none is stated', () => {
    expect(one(row({text: 'a'}), row({text: 'b', amount: '0,50'}))).toMatchObject({
      total: 100_050,
      totalMismatch: false,
    })
  })

  it('has what only some of its rows tell', () => {
    const rows = [
      row({text: 'a'}),
      row({text: 'b', total: '2000', dueDate: '30-04-2026', supplierName: 'Bostedet', gln: '5790000000001'}),
    ]
    expect(one(...rows)).toMatchObject({
      total: 200_000,
      dueDate: '2026-04-30',
      supplierName: 'Bostedet',
      gln: '5790000000001',
      problems: [],
    })
  })
})

describe('lines', () => {
  const lineNumbers = (...rows: readonly RowCells[]) => one(...rows).lines.map(({lineNumber}) => lineNumber)

  it('have the number of Linje: numbers first, by value, then the others as text', () => {
    expect(lineNumbers(...['b', '10', '9', 'a', '1'].map((lineNumber) => row({lineNumber})))).toEqual([
      '1',
      '9',
      '10',
      'a',
      'b',
    ])
  })

  it('are numbered, where no row has one, by citizen, period, amount and text', () => {
    const [anna, bo] = ['6101901234', '9101801234']
    const rows = [
      row({citizenCpr: bo, amount: '1', text: 'f'}),
      row({citizenCpr: anna, periodFrom: '01-03-2026', amount: '2', text: 'd'}),
      row({citizenCpr: anna, periodFrom: '01-02-2026', amount: '9', text: 'c'}),
      row({citizenCpr: anna, periodFrom: '01-03-2026', amount: '2', text: 'e'}),
      row({amount: '10', text: 'b'}),
      row({amount: '9', text: 'a'}),
    ]
    expect(
      one(...rows)
        .lines.map(({lineNumber, text}) => `${lineNumber}${text}`)
        .join(' '),
    ).toBe('1a 2b 3c 4d 5e 6f')
    expect(
      one(...rows.toReversed())
        .lines.map(({text}) => text)
        .join(''),
    ).toBe('abcdef')
  })

  it('that lack a number among others get one that is free', () => {
    expect(lineNumbers(row({lineNumber: '1'}), row({lineNumber: '', text: 'b'}), row({lineNumber: '3'}))).toEqual([
      '1',
      '2',
      '3',
    ])
  })

  it('that share a number are told apart', () => {
    expect(lineNumbers(row({lineNumber: '1', text: 'a'}), row({lineNumber: '1', text: 'b'}))).toEqual(['1', '1 (2)'])
  })
})

describe('ROW_REPEATED', () => {
  const repeated = (...rows: readonly RowCells[]) => one(...rows).repeated

  it.each<[string, RowCells, RowCells, boolean]>([
    ['two rows with one Linje', {lineNumber: '1', text: 'a'}, {lineNumber: '1', text: 'b'}, true],
    ['two equal rows with one Linje', {lineNumber: '1'}, {lineNumber: '1'}, true],
    ['two rows with a Linje each', {lineNumber: '1'}, {lineNumber: '2'}, false],
    ['two equal rows without Linje', {}, {}, true],
    ['two rows without Linje that differ in one field', {text: 'a'}, {text: 'b'}, false],
    ['two rows that are equal however they are written', {amount: '1.000,00'}, {amount: 1000}, true],
  ])('%s: %s', (_, a, b, is) => {
    expect(repeated(row(a), row(b))).toBe(is)
  })

  it('is not so where Fakturatotal is the sum with both', () => {
    expect(repeated(row({total: '2000'}), row({total: '2000'}))).toBe(false)
    expect(repeated(row({lineNumber: '1', total: '2000'}), row({lineNumber: '1', total: '2000'}))).toBe(false)
  })

  it('is so where Fakturatotal is the sum with one', () => {
    expect(one(row({total: '1000'}), row({total: '1000'}))).toMatchObject({repeated: true, totalMismatch: true})
  })
})

describe('TOTAL_MISMATCH', () => {
  it.each([
    ['1000,00', false],
    ['1000,01', true],
    ['-1000', true],
    ['0', true],
    ['', false],
  ])('a line of 1000 kr. and a Fakturatotal of %j: %s', (total, is) => {
    expect(one(row({total})).totalMismatch).toBe(is)
  })

  it('is of all lines together', () => {
    expect(one(row({text: 'a', total: '1500'}), row({text: 'b', amount: '500', total: '1500'})).totalMismatch).toBe(
      false,
    )
    expect(one(row({text: 'a', total: '1500'})).totalMismatch).toBe(true)
  })
})

describe('a credit note', () => {
  const note = {documentType: 'Kreditnota'}

  it('of positive amounts alone is read as negative, total and VAT too', () => {
    const {type, total, lines, totalMismatch} = one(
      row({...note, text: 'a', total: '1500', vat: '10'}),
      row({...note, text: 'b', amount: '500', total: '1500', vat: ''}),
    )
    expect({type, total, totalMismatch, amounts: lines.map(({amount}) => amount)}).toEqual({
      type: 'creditNote',
      total: -150_000,
      totalMismatch: false,
      amounts: [-50_000, -100_000],
    })
    expect(lines.map(({vat}) => vat)).toEqual([0, -1000])
  })

  it.each([
    ['a negative line', {amount: '-1000'}],
    ['a negative total', {amount: '-1000', total: '-1000'}],
  ])('with %s stands as it is written', (_, fields) => {
    expect(one(row({...note, ...fields}))).toMatchObject({
      type: 'creditNote',
      total: -100_000,
      lines: [{amount: -100_000}],
    })
  })

  it('whose line and total have different signs stands as it is written, and does not add up', () => {
    expect(one(row({...note, amount: '1000', total: '-1000'}))).toMatchObject({
      type: 'creditNote',
      total: -100_000,
      totalMismatch: true,
      lines: [{amount: 100_000}],
    })
  })

  it('is an invoice with a negative total too', () => {
    expect(one(row({documentType: 'Faktura', amount: '-1'}))).toMatchObject({type: 'creditNote', total: -100})
    expect(one(row({amount: '-1'}), row({amount: '2'}))).toMatchObject({type: 'invoice', total: 100})
  })

  it('keeps mixed lines', () => {
    expect(
      one(row({...note, amount: '-3'}), row({...note, amount: '1'}))
        .lines.map(({amount}) => amount)
        .toSorted(),
    ).toEqual([-300, 100].toSorted())
  })
})
