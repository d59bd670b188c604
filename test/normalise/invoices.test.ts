/** `formats.md`, Invoices: rows to invoices. The last part are properties of any rows. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {configSchema} from '../../src/config/schema.ts'
import type {Invoice} from '../../src/domain/invoice.ts'
import {toInvoices} from '../../src/normalise/invoices.ts'
import {readTable} from '../../src/read/read-table.ts'
import {csvOf, excelDay, fileOf, type RowCells, type SheetCell, tableOf, xlsxOf} from '../read/build.ts'

const config = configSchema.parse({})
const usual = {invoiceNumber: 'F1', issueDate: '02-04-2026', supplierCvr: '12345674', amount: '1000'}
const row = (fields: RowCells = {}): RowCells => ({...usual, ...fields})
const tables = (...files: readonly (readonly RowCells[])[]) =>
  files.map((rows, at) => tableOf('invoices', rows, `${at + 1}.csv`))
const read = (...files: readonly (readonly RowCells[])[]) => toInvoices(tables(...files), config)
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

  it('whose line and total have different signs does not add up', () => {
    expect(one(row({...note, amount: '1000', total: '-1000'}))).toMatchObject({type: 'creditNote', totalMismatch: true})
  })

  it('is a bill with a negative total too', () => {
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

  it('show no whole CPR number', () => {
    const rows = [row({...document, invoiceNumber: 'F1'}), row({...document, invoiceNumber: '610190-1234'})]
    expect(JSON.stringify(one(...rows).problems)).not.toContain('1234"')
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
    const [table] = tables([row(), row({text: 'a'})])
    if (!table) throw new Error('no table')
    const {invoices, repeatedRows} = toInvoices([table, table], config)
    expect(repeatedRows).toBe(2)
    expect(invoices.map(({lines, repeated}) => [lines.length, repeated])).toEqual([[2, false]])
  })
})

const fields = fc.record({
  documentNumber: fc.constantFrom('', 'B1', 'B2'),
  invoiceNumber: fc.constantFrom('F1', 'F2', ''),
  documentType: fc.constantFrom('', 'Faktura', 'Kreditnota', 'Rykker'),
  lineNumber: fc.constantFrom('', '', '1', '2', 'a'),
  issueDate: fc.constantFrom('02-04-2026', '31-02-2026'),
  supplierCvr: fc.constantFrom('12345674', '60402043', ''),
  citizenCpr: fc.constantFrom('6101901234', '9101801234', '', 'x'),
  amount: fc.constantFrom('1.000,00', '-5', '1000', 'x', ''),
  total: fc.constantFrom('', '1000', '2000'),
  text: fc.constantFrom('a', 'b'),
})
const files = fc.array(fc.array(fields, {minLength: 1, maxLength: 6}), {minLength: 1, maxLength: 3})

/** Without places, which are the one thing that an order of rows may change. */
const withoutPlaces = ({invoices, repeatedRows}: ReturnType<typeof read>) => ({
  repeatedRows,
  invoices: JSON.parse(JSON.stringify(invoices, (key, value) => (key === 'source' ? undefined : value))),
})

describe('whatever the rows', () => {
  it('every one ends exactly once, as a line or as a repeated row', () => {
    fc.assert(
      fc.property(files, (all) => {
        const given = tables(...all)
        const {invoices, repeatedRows} = toInvoices(given, config)
        const places = invoices.flatMap(({lines}) => lines.map(({source}) => `${source.file}:${source.row}`))
        expect(new Set(places).size).toBe(places.length)
        expect(places.length + repeatedRows).toBe(all.flat().length)
        const known = new Set(given.flatMap(({file, rows}) => rows.map((each) => `${file}:${each.row}`)))
        expect(places.filter((place) => !known.has(place))).toEqual([])
      }),
      {numRuns: 300},
    )
  })

  it('their order and that of the files changes nothing but the places', () => {
    const shuffled = files.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc
          .tuple(...all.map((rows) => fc.shuffledSubarray(rows, {minLength: rows.length, maxLength: rows.length})))
          .chain((each) => fc.shuffledSubarray(each, {minLength: each.length, maxLength: each.length})),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        expect(withoutPlaces(read(...other))).toEqual(withoutPlaces(read(...all)))
      }),
      {numRuns: 500},
    )
  })

  it('no two lines of an invoice share a number, and each invoice has one', () => {
    fc.assert(
      fc.property(files, (all) => {
        for (const {lines, total, totalMismatch} of read(...all).invoices) {
          const numbers = lines.map(({lineNumber}) => lineNumber)
          expect(new Set(numbers).size).toBe(numbers.length)
          expect(numbers).not.toContain('')
          const sum = lines.reduce((soFar, {amount}) => soFar + amount, 0)
          expect(totalMismatch).toBe(total !== sum)
        }
      }),
    )
  })
})

it('the same rows as CSV and as a workbook are the same invoices', async () => {
  const headers = [
    'Bilagsnummer',
    'Fakturanummer',
    'Fakturadato',
    'CVR-nummer',
    'CPR-nummer',
    'Beløb',
    'Antal',
    'Tekst',
  ]
  const two = (value: number): string => String(value).padStart(2, '0')
  const value = fc.record({
    document: fc.integer({min: 1, max: 4}),
    day: fc.integer({min: 1, max: 28}),
    cpr: fc.constantFrom('6101901234', '0101575678'),
    amount: fc.integer({min: -99_999, max: 9_999_999}),
    quantity: fc.integer({min: 0, max: 400}),
    text: fc.constantFrom('Botilbud, marts 2026', 'Døgn "særlig"; §\u00a0107', 'x\ny'),
    isTyped: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(value, {minLength: 1, maxLength: 6}), async (values) => {
      const csvRows = values.map(({document, day, cpr, amount, quantity, text}) => [
        `190000${document}`,
        `F${document}`,
        `${two(day)}-03-2026`,
        '12345674',
        `${cpr.slice(0, 6)}-${cpr.slice(6)}`,
        (amount / 100).toFixed(2).replace('.', ','),
        String(quantity / 4).replace('.', ','),
        text,
      ])
      const cells = values.map(({document, day, cpr, amount, quantity, text, isTyped}, at): SheetCell[] =>
        isTyped
          ? (csvRows[at] ?? [])
          : [
              Number(`190000${document}`),
              `F${document}`,
              excelDay(`2026-03-${two(day)}`),
              12_345_674,
              Number(cpr),
              amount / 100,
              {formula: 'X1', result: quantity / 4},
              {richText: [{text}]},
            ],
      )
      const fromCsv = await readTable('invoices', fileOf('fil', csvOf([headers, ...csvRows])), {})
      const fromXlsx = await readTable('invoices', fileOf('fil', await xlsxOf({Ark: [headers, ...cells]})), {})
      const [a, b] = [toInvoices([fromCsv], config), toInvoices([fromXlsx], config)]
      expect(withoutPlaces(b)).toEqual(withoutPlaces(a))
      expect(b.rowErrors).toEqual(a.rowErrors)
      expect(toInvoices([fromCsv, fromXlsx], config).repeatedRows).toBe(values.length)
    }),
    {numRuns: 60},
  )
})
