/** `formats.md`, Reading tables, and the end of `matching.md` 4: cells to values, and what is told of those that cannot be read. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {cpr} from '../../src/model/citizen.ts'
import {masked, readCpr, readersOf} from '../../src/normalise/row-reader.ts'
import {type RowCells, tableOf, unborn} from '../read/build.ts'

const failed = {error: '#N/A'}
const readerOf = (cells: RowCells) => {
  const [reader] = readersOf(tableOf('invoices', [cells]))
  if (!reader) throw new Error('no row')
  return reader
}

describe('a CPR number', () => {
  it.each([
    ['6101901234', '6101901234'],
    ['610190-1234', '6101901234'],
    ['610190 1234', '6101901234'],
    [' 610190 - 1234 ', '6101901234'],
    ['610190\u20131234', '6101901234'],
    ['610190\u00a01234', '6101901234'],
    ['61 01 90 12 34', '6101901234'],
    [unborn, unborn],
    [unborn.slice(1), unborn],
    ['10157-5678', unborn],
    ['8902281234', '8902281234'],
  ])('%j is %s', (text, number) => {
    expect(readCpr(text)).toBe(number)
  })

  it.each([
    ['', 'empty'],
    ['999999999', 'nine digits that are none with a zero either'],
    ['61019012345', 'eleven digits'],
    ['01575678', 'eight digits'],
    ['6101901234x', 'a letter'],
    ['610190.1234', 'a dot'],
    ['6113901234', 'a thirteenth month'],
    ['9201901234', 'the thirty-second, of replacement numbers'],
    ['6001901234', 'day 60'],
    ['0001901234', 'day 0'],
    ['9002900234', 'the thirtieth of February'],
    ['8902010234', '29 February 1901, no leap year'],
    ['ukendt', 'words'],
  ])('%j is none: %s', (text) => {
    expect(readCpr(text)).toBeNull()
  })

  it.each([
    // The seventh digit gives the century: 2000 was a leap year, 1900 was none.
    ['8902000234', null],
    ['8902004234', '8902004234'],
    ['8902009234', '8902009234'],
    ['8902005234', '8902005234'],
    ['8902040234', '8902040234'],
    ['8902964234', '8902964234'],
    ['8902584234', null],
    ['8902605234', '8902605234'],
    ['8902585234', null],
  ])('of 29 February with the century of its seventh digit: %s', (text, number) => {
    expect(readCpr(text)).toBe(number)
  })

  it('is restored from what a spreadsheet makes of it, whatever it is', () => {
    const two = (value: number): string => String(value).padStart(2, '0')
    const parts = fc.record({
      day: fc.integer({min: 61, max: 91}),
      month: fc.integer({min: 1, max: 12}),
      year: fc.integer({min: 0, max: 99}),
      serial: fc.integer({min: 0, max: 9999}),
    })
    fc.assert(
      fc.property(parts, ({day, month, year, serial}) => {
        const digits = `${two(day)}${two(month)}${two(year)}${String(serial).padStart(4, '0')}`
        expect(readCpr(digits) ?? undefined).toBe(cpr(digits))
        expect(readCpr(`${digits.slice(0, 6)}-${digits.slice(6)}`) ?? undefined).toBe(cpr(digits))
        expect(readCpr(String(Number(digits))) ?? undefined).toBe(cpr(digits))
      }),
    )
    // Days of one digit come only with numbers that people may have; this one's owner is not born.
    expect(readCpr(String(Number(unborn)))).toBe(unborn)
  })

  it('in a number cell has its zero again', () => {
    expect(readerOf({citizenCpr: 101_575_678}).cpr('citizenCpr')).toBe(unborn)
    expect(readerOf({citizenCpr: 6_101_901_234}).cpr('citizenCpr')).toBe('6101901234')
  })
})

describe('a reader', () => {
  it('gives null for an empty cell or a column that is not there, and finds no problem in it', () => {
    const reader = readerOf({text: 'x', amount: ''})
    expect([
      reader.amount('amount'),
      reader.amount('total'),
      reader.date('dueDate'),
      reader.number('quantity'),
    ]).toEqual([null, null, null, null])
    expect(reader.text('supplierName')).toBe('')
    expect(reader.problems).toEqual([])
  })

  it('reads numbers and days that are typed as text, and text that is stored as a number or a day', () => {
    const reader = readerOf({
      amount: '1.234,50',
      dueDate: '31-03-2026',
      documentNumber: 190_000_123,
      text: {date: '2026-03-31' as never},
    })
    expect(reader.amount('amount')).toBe(123450)
    expect(reader.date('dueDate')).toBe('2026-03-31')
    expect(reader.text('documentNumber')).toBe('190000123')
    expect(reader.text('text')).toBe('2026-03-31')
  })

  it('knows its file and row', () => {
    expect(readersOf(tableOf('invoices', [{text: 'a'}, {text: 'b'}], 'uge14.csv')).map(({source}) => source)).toEqual([
      {file: 'uge14.csv', row: 2},
      {file: 'uge14.csv', row: 3},
    ])
  })

  it('gathers all that is wrong, with column, value and what was expected', () => {
    const reader = readerOf({invoiceNumber: '', amount: 'x', dueDate: '31-02-2026', quantity: 'to'})
    reader.required('invoiceNumber')
    reader.amount('amount')
    reader.date('dueDate')
    reader.number('quantity')
    expect(reader.problems).toEqual([
      {column: 'Fakturanummer', value: '', expected: 'required'},
      {column: 'Beløb', value: 'x', expected: 'amount'},
      {column: 'Forfaldsdato', value: '31-02-2026', expected: 'dateInCalendar'},
      {column: 'Antal', value: 'to', expected: 'number'},
    ])
  })

  it('names the column as the file has it', () => {
    const table = tableOf('invoices', [{amount: 'x'}])
    const [reader] = readersOf({...table, columns: new Map([['amount', {at: 0, header: 'Beløb i DKK'}]])})
    reader?.amount('amount')
    expect(reader?.problems[0]?.column).toBe('Beløb i DKK')
  })

  it('shows no whole CPR number of a cell that cannot be read, and no more than 60 characters', () => {
    const reader = readerOf({
      amount: '610190-1234',
      dueDate: 'født 6101901234',
      quantity: 'x'.repeat(90),
      citizenCpr: '610190123456',
    })
    reader.amount('amount')
    reader.date('dueDate')
    reader.number('quantity')
    reader.fail('citizenCpr', 'cpr')
    expect(reader.problems.map(({value}) => value)).toEqual([
      '610190-****',
      'født 610190-****',
      'x'.repeat(60),
      '610190-****',
    ])
    expect(masked('610190')).toBe('610190')
  })

  it('finds the style of each column from all of its rows', () => {
    const rows = [
      {amount: '1.234', unitPrice: '1,234'},
      {amount: '0,50', unitPrice: '0.50'},
    ]
    const [first] = readersOf(tableOf('invoices', rows))
    expect([first?.amount('amount'), first?.amount('unitPrice')]).toEqual([123400, 123400])
  })

  it('cannot read an unclear amount in a column that shows both styles; the clear ones it can', () => {
    const readers = readersOf(tableOf('invoices', [{amount: '1.234'}, {amount: '0,50'}, {amount: '0.50'}]))
    expect(readers.map((reader) => reader.amount('amount'))).toEqual([null, 50, 50])
    expect(readers.map(({problems}) => problems.map(({expected}) => expected))).toEqual([['amountBothWays'], [], []])
  })

  it('finds cells beyond the header, for a row may have slipped', () => {
    const table = tableOf('invoices', [{amount: '1', text: 'a'}])
    const slipped = {
      ...table,
      rows: [
        {row: 2, cells: ['1', 'a', '', '610190-1234']},
        {row: 3, cells: ['1', 'a', '', '']},
      ],
    }
    expect(readersOf(slipped).map(({problems}) => problems)).toEqual([
      [{column: '', value: '610190-****', expected: 'extraCells'}],
      [],
    ])
  })
})

describe('a failed formula', () => {
  it('is a problem in every field that is read, and is told once', () => {
    const cells = {
      documentNumber: failed,
      text: failed,
      amount: failed,
      dueDate: failed,
      quantity: failed,
      invoiceNumber: failed,
      documentType: failed,
    }
    const reader = readerOf(cells)
    expect([reader.text('documentNumber'), reader.text('text'), reader.required('invoiceNumber')]).toEqual(['', '', ''])
    expect([reader.amount('amount'), reader.date('dueDate'), reader.number('quantity')]).toEqual([null, null, null])
    expect(reader.word('documentType', 'empty', () => 'read', 'documentType')).toBe('empty')
    reader.text('text')
    reader.required('amount')
    reader.amount('amount')
    expect(reader.problems.map(({column, value, expected}) => `${column} ${value} ${expected}`).toSorted()).toEqual([
      'Antal #N/A formulaError',
      'Beløb #N/A formulaError',
      'Bilagsnummer #N/A formulaError',
      'Fakturanummer #N/A formulaError',
      'Forfaldsdato #N/A formulaError',
      'Tekst #N/A formulaError',
      'Type #N/A formulaError',
    ])
  })
})
