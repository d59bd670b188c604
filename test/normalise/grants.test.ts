/** `matching.md` 1: rows to the register. The last part are properties of any rows. */
import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {configSchema} from '../../src/config/schema.ts'
import {addDays, type IsoDate} from '../../src/domain/calendar.ts'
import type {Grant} from '../../src/domain/grant.ts'
import {grantRows} from '../../src/normalise/grant-rows.ts'
import {toGrantRegister} from '../../src/normalise/grants.ts'
import {readTable} from '../../src/read/read-table.ts'
import {csvOf, excelDay, fileOf, type RowCells, type SheetCell, tableOf, unborn, xlsxOf} from '../read/build.ts'

const config = configSchema.parse({})
const usual = {
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
}
const row = (fields: RowCells = {}): RowCells => ({...usual, ...fields})
const tables = (...files: readonly (readonly RowCells[])[]) =>
  files.map((rows, at) => tableOf('grants', rows, `${at + 1}.csv`))
const read = (...files: readonly (readonly RowCells[])[]) => toGrantRegister(tables(...files), config)
const one = (...rows: readonly RowCells[]): Grant => {
  const {grants, unreadable} = read(rows).register
  if (!grants[0] || grants.length > 1 || unreadable.length > 0) throw new Error(JSON.stringify({grants, unreadable}))
  return grants[0]
}
/** `2026-01-01/2026-03-31 100000 1` */
const ratesOf = ({rates}: Grant) =>
  rates.map(({from, to, rate, quantity}) => `${from}/${to} ${rate} ${quantity.digits / 10 ** quantity.decimals}`)
const daysOf = ({services}: Grant) => services.map(({from, to, service}) => `${from}/${to} ${service}`)
const faultsOf = (...rows: readonly RowCells[]) => {
  const {register, rowErrors} = read(rows)
  expect(rowErrors.map(({source}) => source)).toEqual(register.unreadable.map(({source}) => source))
  expect(register.grants).toEqual([])
  return register.unreadable.map(({source, problems}) => [
    source.row,
    ...problems.map(({column, expected}) => `${column} ${expected}`),
  ])
}

const [q1, q2, q3] = [
  {from: '01-01-2026', to: '31-03-2026'},
  {from: '01-04-2026', to: '30-06-2026'},
  {from: '01-07-2026', to: '30-09-2026'},
]

describe('rows of one Bevillings-id', () => {
  it('are one grant whose rate changes over time, in any order of rows', () => {
    const rows = [row({...q2, rate: '2000'}), row({...q1})]
    expect(ratesOf(one(...rows))).toEqual(['2026-01-01/2026-03-31 100000 1', '2026-04-01/2026-06-30 200000 1'])
    expect(one(...rows).sources.map((source) => source.row)).toEqual([2, 3])
  })

  it('that follow each other with equal rate and quantity are one rate period', () => {
    expect(ratesOf(one(row(q1), row(q2), row({...q3, quantity: '1,0'})))).toEqual(['2026-01-01/2026-09-30 100000 1'])
  })

  it.each([
    ['rate', {rate: '1000,01'}, '2026-04-01/2026-06-30 100001 1'],
    ['quantity', {quantity: '0,5'}, '2026-04-01/2026-06-30 100000 0.5'],
  ])('that differ in %s are not', (_, fields, second) => {
    expect(ratesOf(one(row(q1), row({...q2, ...fields})))).toEqual(['2026-01-01/2026-03-31 100000 1', second])
  })

  it('leave a gap between them uncovered, though the rate is equal', () => {
    expect(ratesOf(one(row(q1), row(q3)))).toEqual(['2026-01-01/2026-03-31 100000 1', '2026-07-01/2026-09-30 100000 1'])
    expect(ratesOf(one(row(q1), row({...q2, from: '02-04-2026'})))).toHaveLength(2)
    expect(daysOf(one(row(q1), row(q3)))).toHaveLength(2)
  })

  it.each([
    ['one day', '31-03-2026'],
    ['all of it', '01-01-2026'],
    ['the middle', '15-02-2026'],
  ])('that are equal and overlap by %s count those days once', (_, from) => {
    expect(ratesOf(one(row(q1), row({from, to: '30-06-2026'})))).toEqual(['2026-01-01/2026-06-30 100000 1'])
  })

  it('that lie within another count once', () => {
    expect(ratesOf(one(row({to: ''}), row(q2)))).toEqual(['2026-01-01/9999-12-31 100000 1'])
  })

  it('have each their service, which is the posting’s by its last day', () => {
    expect(daysOf(one(row(q1), row({...q2, service: 'Aftercare'})))).toEqual([
      '2026-01-01/2026-03-31 Botilbud',
      '2026-04-01/2026-06-30 Aftercare',
    ])
    expect(ratesOf(one(row(q1), row({...q2, service: 'Aftercare'})))).toHaveLength(1)
  })

  it('have one service where it is written in other letters or spaces', () => {
    expect(daysOf(one(row(q1), row({...q2, service: 'BOTILBUD  '})))).toEqual(['2026-01-01/2026-06-30 Botilbud'])
  })

  it('are paid to the latest day that any of them has', () => {
    expect(one(row({...q1, paidTo: '31-03-2026'}), row({...q2, paidTo: '28-02-2026'})).paidTo).toBe('2026-03-31')
    expect(one(row({...q1, paidTo: '31-01-2026'}), row(q2)).paidTo).toBe('2026-01-31')
    expect(one(row()).paidTo).toBeNull()
  })

  it('are fixed if all of them are', () => {
    expect(one(row(q1), row(q2)).fixed).toBe(true)
    expect(one(row({...q1, fixed: 'Ja'}), row({...q2, fixed: 'Nej'})).fixed).toBe(false)
    expect(one(row({...q1, unit: 'Time', quantity: '5'}), row({...q2, unit: 'Time'})).fixed).toBe(false)
  })

  it('that are not fixed may have no rate', () => {
    expect(one(row({fixed: 'Nej', rate: ''}))).toMatchObject({fixed: false, rates: []})
  })

  it('have an id without regard to doubled spaces, but not to letters', () => {
    expect(
      read([row({...q1, grantId: 'G  1'}), row({...q2, grantId: 'G 1'}), row({grantId: 'g 1'})]).register.grants.map(
        ({id}) => id,
      ),
    ).toEqual(['G 1', 'g 1'])
  })
})

describe('rows that contradict each other', () => {
  it.each<[string, RowCells]>([
    ['CPR-nummer', {citizenCpr: '910180-1234'}],
    ['CVR-nummer', {supplierCvr: '60402043'}],
    ['Paragraf', {paragraph: '108'}],
    ['Takstenhed', {unit: 'Døgn'}],
    ['Målgruppe', {targetGroup: 'Børn'}],
    ['Ejerforhold', {ownership: 'Kommunal'}],
  ])('on %s are unreadable, all of them, whether they overlap or not', (column, fields) => {
    const fault = `${column} rowsDisagree`
    expect(faultsOf(row(q1), row({...q2, ...fields}), row(q3))).toEqual([
      [2, fault],
      [3, fault],
      [4, fault],
    ])
    expect(faultsOf(row(), row(fields))).toHaveLength(2)
  })

  it.each<[string, RowCells]>([
    ['rate', {rate: '1001'}],
    ['quantity', {quantity: '2'}],
    ['service', {service: 'Aftercare'}],
  ])('and overlap with another %s are unreadable, all of them', (_, fields) => {
    const fault = 'Startdato rowsOverlap'
    expect(faultsOf(row(q1), row({...q2, ...fields, from: '31-03-2026'}), row(q3))).toEqual([
      [2, fault],
      [3, fault],
      [4, fault],
    ])
    expect(read([row(q1), row({...q2, ...fields})]).register.grants).toHaveLength(1)
  })

  it('do so over rows between them', () => {
    expect(faultsOf(row({to: '30-09-2026'}), row(q1), row({...q3, rate: '5'}))).toHaveLength(3)
  })

  it.each<[string, RowCells]>([
    ['a paragraph written otherwise', {paragraph: 'SEL § 107, stk. 2'}],
    ['a unit written otherwise', {unit: 'pr. md.'}],
    ['a target group in other letters', {targetGroup: ' VOKSNE '}],
    ['an ownership in other letters', {ownership: 'privat'}],
    ['a CVR number written otherwise', {supplierCvr: 'DK 12345674'}],
    ["another supplier's name", {supplierName: 'Bostedet A/S'}],
    ['another caseworker', {caseworker: 'Ida'}],
  ])('do not by %s', (_, fields) => {
    expect(ratesOf(one(row(q1), row({...q2, ...fields})))).toEqual(['2026-01-01/2026-06-30 100000 1'])
  })

  it('hold back each what can be read of it', () => {
    const {unreadable} = read([row(q1), row({...q2, citizenCpr: '910180-1234'})]).register
    expect(unreadable.map(({grantId, citizen, supplierCvr}) => [grantId, citizen, supplierCvr])).toEqual([
      ['G1', '6101901234', '12345674'],
      ['G1', '9101801234', '12345674'],
    ])
  })
})

describe('a row that cannot be read', () => {
  it('holds back what can be read of it; the other rows of its grant are read', () => {
    const {register, rowErrors} = read([row(q1), row({...q2, rate: 'x', citizenCpr: ''})])
    expect(register.grants.map(ratesOf)).toEqual([['2026-01-01/2026-03-31 100000 1']])
    expect(register.unreadable).toMatchObject([
      {source: {row: 3}, grantId: 'G1', citizen: null, supplierCvr: '12345674'},
    ])
    expect(rowErrors).toMatchObject([
      {
        source: {file: '1.csv', row: 3},
        table: 'grants',
        problems: [{column: 'CPR-nummer'}, {column: 'Takst', value: 'x'}],
      },
    ])
  })
})

describe('a status that does not count', () => {
  const draft = {status: 'Kladde'}

  it('leaves the row out of its grant, though it contradicts the others', () => {
    expect(ratesOf(one(row(q1), row({...q1, ...draft, rate: '9', citizenCpr: '910180-1234'})))).toEqual([
      '2026-01-01/2026-03-31 100000 1',
    ])
  })

  it('makes no row unreadable, whatever it holds', () => {
    const {register, rowErrors} = read([row(q1), row({...draft, rate: 'x', citizenCpr: '', supplierCvr: ''})])
    expect([register.unreadable, rowErrors]).toEqual([[], []])
  })

  it('of all its rows makes a grant inactive, and no grant', () => {
    const {grants, inactive} = read([row({...q1, ...draft}), row({...q2, ...draft}), row({grantId: 'G2'})]).register
    expect(grants.map(({id}) => id)).toEqual(['G2'])
    expect(inactive.map(({id, rates}) => [id, rates.length])).toEqual([['G1', 1]])
  })

  it('of some of its rows leaves no inactive grant beside the one that counts', () => {
    expect(read([row(q1), row({...q2, ...draft})]).register.inactive).toEqual([])
  })

  it('of rows that contradict each other gives no inactive grant', () => {
    expect(read([row(draft), row({...draft, unit: 'Uge'})]).register.inactive).toEqual([])
  })

  it('gives its paid day to nobody', () => {
    expect(one(row(q1), row({...q2, ...draft, paidTo: '30-06-2026'})).paidTo).toBeNull()
  })

  it('is what bills.yaml says', () => {
    const own = configSchema.parse({values: {status: {Kladde: 'counts', Aktiv: 'ignored'}}})
    const given = tables([row({...draft}), row({grantId: 'G2', status: 'Aktiv'})])
    expect(toGrantRegister(given, own).register.grants.map(({id}) => id)).toEqual(['G1'])
  })
})

describe('a repeated row', () => {
  it('is read once, in one file and over several', () => {
    for (const files of [[[row(), row()]], [[row()], [row()]], [[row(), row()], [row()]]]) {
      const {register, rowErrors} = read(...files)
      expect(register.grants.map(({sources}) => sources)).toEqual([[{file: '1.csv', row: 2}]])
      expect(rowErrors).toEqual([])
    }
  })

  it('is listed once where it cannot be read', () => {
    expect(read([row({rate: 'x'}), row({rate: 'x'})], [row({rate: 'x'})]).rowErrors).toHaveLength(1)
  })
})

describe('the register', () => {
  it('is sorted by id, and its unreadable rows by place', () => {
    const {register} = read([
      row({grantId: 'G2'}),
      row({grantId: 'G10'}),
      row({rate: 'x'}),
      row({grantId: 'G3', rate: 'y'}),
      row({grantId: 'G1'}),
    ])
    expect(register.grants.map(({id}) => id)).toEqual(['G1', 'G10', 'G2'])
    expect(register.unreadable.map(({source}) => source.row)).toEqual([4, 5])
  })

  it('is read from a workbook that LibreOffice saved', async () => {
    const file = 'saved-by-libreoffice.xlsx'
    const bytes = readFileSync(join(import.meta.dirname, '../read/fixtures', file))
    const {register, rowErrors} = toGrantRegister([await readTable('grants', fileOf(file, bytes), {})], config)
    expect(rowErrors).toEqual([])
    expect(
      register.grants.map((grant) => [
        grant.id,
        grant.citizen,
        grant.supplierCvr,
        grant.paragraph,
        grant.unit,
        grant.paidTo,
      ]),
    ).toEqual([
      ['G1', '6101901234', '12345674', '107', 'Måned', '2026-02-28'],
      ['G2', '7105851234', '60402043', '108', 'Døgn', null],
      ['G3', '9101801234', '12345674', '104', 'Dag', null],
      ['G4', unborn, '60402043', '107', 'Døgn', null],
    ])
    expect(register.grants.flatMap(ratesOf)).toEqual([
      '2026-01-01/2026-12-31 4525050 1',
      '2026-02-01/9999-12-31 9050100 1',
      '2026-02-01/2026-02-28 123450 0.5',
      '2026-01-01/2026-06-30 98000 1',
    ])
    expect(register.grants.every(({fixed, targetGroup}) => fixed && targetGroup === 'Voksne')).toBe(true)
    expect(register.grants[0]?.sources).toEqual([{file, row: 5}])
  })
})

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

  it('every row that counts is in one grant, unreadable, or a repetition', () => {
    fc.assert(
      fc.property(files, (all) => {
        const {register} = read(...all)
        const counting = tables(...all)
          .flatMap((table) => grantRows(table, config))
          .filter(({counts}) => counts)
        const places = [
          ...register.grants.flatMap(({sources}) => sources),
          ...register.unreadable.map(({source}) => source),
        ]
        expect(places).toHaveLength(new Set(counting.map(({content}) => content)).size)
        expect(new Set(places.map(({file, row: at}) => `${file}:${at}`)).size).toBe(places.length)
      }),
      {numRuns: 300},
    )
  })

  it('a grant covers the days of its rows, each once, and its neighbouring stretches differ', () => {
    fc.assert(
      fc.property(files, (all) => {
        const {register} = read(...all)
        const rows = tables(...all).flatMap((table) => grantRows(table, config))
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
