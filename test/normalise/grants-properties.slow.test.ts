/** The register from any rows, and from the same rows in any order and form. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {addDays, type IsoDate} from '../../src/model/calendar.ts'
import {grantRows} from '../../src/normalise/grant-rows.ts'
import {toGrantRegister} from '../../src/normalise/grants.ts'
import {readTable} from '../../src/read/read-table.ts'
import {csvOf, excelDay, fileOf, type SheetCell, unborn, xlsxOf} from '../builders/input-files.ts'
import {config, registerOf as read, grantRow as row, shuffled, tablesOf} from '../builders/table-rows.ts'

const day = (date: IsoDate): string => `${date.slice(8)}-${date.slice(5, 7)}-${date.slice(0, 4)}`
const start = '2026-01-01' as IsoDate
const fields = fc
  .record({
    grantId: fc.constantFrom('G1', 'G1', 'G2', ''),
    citizenCpr: fc.constantFrom('610190-1234', '610190-1234', '610190-1234', '910180-1234', ''),
    paragraph: fc.constantFrom('107', '107', '107', '107', '108'),
    service: fc.constantFrom('Botilbud', 'Botilbud', 'Botilbud', 'Aftercare'),
    rate: fc.constantFrom('1000', '1000', '1000', '1000', '2000', 'x'),
    fixed: fc.constantFrom('', '', 'Nej'),
    status: fc.constantFrom('', 'Aktiv', 'Kladde'),
    paidTo: fc.constantFrom('', '', '31-01-2026', '05-01-2026'),
    offset: fc.integer({min: 0, max: 12}),
    length: fc.option(fc.integer({min: 0, max: 6}), {freq: 9}),
  })
  .map(({offset, length, ...rest}) => {
    const from = addDays(start, offset)
    return row({...rest, from: day(from), to: length === null ? '' : day(addDays(from, length))})
  })
const files = fc.array(fc.array(fields, {minLength: 1, maxLength: 5}), {minLength: 1, maxLength: 3})
const withoutPlaces = ({register}: ReturnType<typeof read>) => {
  const bare = (value: unknown) => JSON.stringify(value, (key, inner) => (/^sources?$/.test(key) ? undefined : inner))
  return {
    grants: bare(register.grants),
    inactive: bare(register.inactive),
    unreadable: register.unreadable.map(bare).toSorted(),
  }
}

describe('whatever the rows', () => {
  it('their order and that of the files changes nothing but the places', () => {
    fc.assert(
      fc.property(shuffled(files), ([all, other]) => {
        expect(withoutPlaces(read(...other))).toEqual(withoutPlaces(read(...all)))
      }),
      {numRuns: 500},
    )
  })

  it('every row that counts is in one grant, unreadable, or a repetition', () => {
    fc.assert(
      fc.property(files, (all) => {
        const {register} = read(...all)
        const counting = tablesOf('grants', all)
          .flatMap((table) => grantRows(table, config))
          .filter(({counts}) => counts)
        const places = [
          ...register.grants.flatMap(({sources}) => sources),
          ...register.unreadable.map(({source}) => source),
        ]
        expect(places).toHaveLength(new Set(counting.map(({content}) => content())).size)
        expect(new Set(places.map(({file, row: at}) => `${file}:${at}`)).size).toBe(places.length)
      }),
      {numRuns: 300},
    )
  })

  it('a grant covers the days of its rows, each once, and its neighbouring stretches differ', () => {
    fc.assert(
      fc.property(files, (all) => {
        const {register} = read(...all)
        const rows = tablesOf('grants', all).flatMap((table) => grantRows(table, config))
        for (const grant of register.grants) {
          const own = rows.filter(
            ({counts, problems, grantId}) => counts && problems.length === 0 && grantId === grant.id,
          )
          for (let at = 0; at <= 20; at += 1) {
            const date = addDays(start, at)
            const covers = ({from, to}: {from: IsoDate; to: IsoDate}) => from <= date && date <= to
            const [first] = own.filter(covers)
            const [service, ...others] = grant.services.filter(covers)
            expect([service?.service, others.length]).toEqual([first?.service, 0])
            expect(grant.rates.filter(covers).map(({rate}) => rate)).toEqual(first ? [first.rate] : [])
          }
          for (const [at, next] of grant.rates.slice(1).entries()) {
            const before = grant.rates[at]
            if (before && addDays(before.to, 1) === next.from) expect(next.rate).not.toBe(before.rate)
          }
        }
      }),
      {numRuns: 300},
    )
  })
})

it('the same rows as CSV and as a workbook are the same register', async () => {
  const headers = [
    'Bevillings-id',
    'CPR-nummer',
    'CVR-nummer',
    'Paragraf',
    'Indsats',
    'Takst',
    'Takstenhed',
    'Antal',
    'Startdato',
    'Slutdato',
    'Målgruppe',
    'Ejerforhold',
    'Fast',
  ]
  const value = fc.record({
    id: fc.integer({min: 1, max: 3}),
    cpr: fc.constantFrom('6101901234', unborn),
    rate: fc.integer({min: 1, max: 9_999_999}),
    quantity: fc.option(fc.integer({min: 1, max: 400})),
    offset: fc.integer({min: 0, max: 60}),
    length: fc.option(fc.integer({min: 0, max: 60})),
    isFixed: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(value, {minLength: 1, maxLength: 6}), async (values) => {
      const both = values.map(({id, cpr, rate, quantity, offset, length, isFixed}) => {
        const from = addDays(start, offset)
        const to = length === null ? null : addDays(from, length)
        const text = [
          `G${id}`,
          cpr,
          '12345674',
          '107',
          'Botilbud',
          (rate / 100).toFixed(2).replace('.', ','),
          'Måned',
          quantity === null ? '' : String(quantity / 4).replace('.', ','),
          day(from),
          to ? day(to) : '',
          'Voksne',
          'Privat',
          isFixed ? 'Ja' : 'Nej',
        ]
        const cells: SheetCell[] = [
          `G${id}`,
          Number(cpr),
          12_345_674,
          107,
          {richText: [{text: 'Bo'}, {text: 'tilbud'}]},
          {formula: 'X1', result: rate / 100},
          'Måned',
          quantity === null ? null : quantity / 4,
          excelDay(from),
          to ? excelDay(to) : null,
          {text: 'Voksne', hyperlink: 'https://example.invalid'},
          'Privat',
          isFixed,
        ]
        return {text, cells}
      })
      const fromCsv = await readTable('grants', fileOf('fil', csvOf([headers, ...both.map(({text}) => text)])), {})
      const fromXlsx = await readTable(
        'grants',
        fileOf('fil', await xlsxOf({Ark: [headers, ...both.map(({cells}) => cells)]})),
        {},
      )
      expect(toGrantRegister([fromXlsx], config)).toEqual(toGrantRegister([fromCsv], config))
    }),
    {numRuns: 60},
  )
})
