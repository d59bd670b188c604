/** Invoices from any rows, and from the same rows in any order and form. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {toInvoices} from '../../src/normalise/invoices.ts'
import {readTable} from '../../src/read/read-table.ts'
import {csvOf, excelDay, fileOf, type SheetCell, xlsxOf} from '../builders/input-files.ts'
import {config, invoicesOf as read, shuffled, tablesOf} from '../builders/table-rows.ts'

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
        const given = tablesOf('invoices', all)
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
    fc.assert(
      fc.property(shuffled(files), ([all, other]) => {
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
