/** A good mapping stays silent; one fault in it is named, in the rows that have it and in no other. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {codingFor} from '../../../src/coding/code-postings.ts'
import {serviceOn} from '../../../src/match/costs/cost.ts'
import type {ChartEntry, MappingRow} from '../../../src/model/accounts.ts'
import type {Grant} from '../../../src/model/grant.ts'
import {anInput, check, psp} from '../../builders/mapping-check.ts'
import {aChartEntry, aGrant} from '../../builders/records.ts'
import {anna, day} from '../../builders/values.ts'

const accounts = ['45000000', '45000001', '46000000', '47000000']
const owners = ['privat', 'kommunal', 'regional']

/** For each paragraph one row for all, and rows for some kinds of ownership: no two fit one grant equally well. */
const goodRows = fc
  .uniqueArray(
    fc.record({paragraph: fc.constantFrom('103', '107', 'STU'), ownership: fc.constantFrom(null, ...owners)}),
    {
      selector: ({paragraph, ownership}) => `${paragraph} ${ownership}`,
      minLength: 1,
      maxLength: 9,
    },
  )
  .chain((keys) =>
    fc.tuple(
      ...keys.map((key) => fc.constantFrom(...accounts).map((account): Partial<MappingRow> => ({...key, account}))),
    ),
  )

const goodChart = (): ChartEntry[] => [
  ...accounts.map((number) => aChartEntry({number})),
  aChartEntry({type: 'PSP', number: psp}),
]

const rowsNamed = (rows: readonly Partial<MappingRow>[], chart: readonly ChartEntry[]): number[] =>
  check({rows, chart}).findings.map(({rows: [row]}) => row?.row ?? 0)

it('a good mapping has no findings', () => {
  fc.assert(
    fc.property(goodRows, (rows) => {
      expect(check({rows, chart: goodChart()}).findings).toEqual([])
    }),
  )
})

it('another account in one row, not in the chart, names that row alone', () => {
  fc.assert(
    fc.property(
      goodRows,
      fc.nat(),
      fc.constantFrom('48000000', '4500000', '95990009', 'XG-1-1'),
      (rows, nat, wrong) => {
        const mutated = nat % rows.length
        const changed = rows.map((row, index) => (index === mutated ? {...row, account: wrong} : row))
        expect(rowsNamed(changed, goodChart())).toEqual([mutated + 2])
      },
    ),
  )
})

it('an account closed in the chart names exactly the rows that have it', () => {
  const ways: readonly Partial<ChartEntry>[] = [
    {blocked: true},
    {to: day('2026-07-14')},
    {from: day('2026-07-16')},
    {number: '48000000'},
  ]
  fc.assert(
    fc.property(goodRows, fc.constantFrom(...accounts), fc.constantFrom(...ways), (rows, closed, way) => {
      const chart = goodChart().map((entry) => (entry.number === closed ? {...entry, ...way} : entry))
      const affected = rows.flatMap((row, index) => (row.account === closed ? [index + 2] : []))
      expect(rowsNamed(rows, chart)).toEqual(affected)
    }),
  )
})

describe('the verdict is match’s', () => {
  const anyRow = fc.record({
    paragraph: fc.constantFrom('103', '107'),
    ownership: fc.constantFrom(null, 'privat', 'kommunal'),
    targetGroup: fc.constantFrom(null, 'voksne', 'unge'),
    account: fc.constantFrom('45000000', '45000001', '4500000'),
    from: fc.constantFrom(null, day('2026-07-01'), day('2026-08-01')),
    to: fc.constantFrom(null, day('2026-07-31')),
  })
  const anyEntry = fc.record({
    number: fc.constantFrom('45000000', '45000001'),
    blocked: fc.boolean(),
    to: fc.constantFrom(null, day('2026-07-14'), day('2026-07-15')),
  })
  const anyGrant = fc
    .record({
      paragraph: fc.constantFrom('103', '107'),
      ownership: fc.constantFrom('Privat', 'Kommunal'),
      targetGroup: fc.constantFrom('Voksne', 'Unge', 'Øvrige'),
    })
    .map((fields): Grant => aGrant(fields))

  it('a grant that match could not code on the day has an error that counts it, and no other has', () => {
    fc.assert(
      fc.property(
        fc.array(anyRow, {minLength: 1, maxLength: 6}),
        fc.array(anyEntry, {maxLength: 3}),
        anyGrant,
        (rows, entries, grant) => {
          const input = anInput({
            rows,
            chart: [...entries.map(aChartEntry), aChartEntry({type: 'PSP', number: psp})],
            grants: [grant],
          })
          const today = input.today
          const coding = codingFor(input.mapping, input.chart, null, () => grant)
          const coded = coding.code([
            {
              grantId: grant.id,
              citizen: anna,
              supplierCvr: grant.supplierCvr,
              paragraph: grant.paragraph,
              service: serviceOn(grant, today),
              period: {from: today, to: today},
              amount: grant.rates[0]?.rate ?? (0 as never),
              reverses: null,
            },
          ])
          const errors = check({...input, rows: input.mapping.rows, chart: input.chart.entries, today}).findings
          const counted = errors.some(({severity, affected}) => severity === 'error' && (affected?.grants ?? 0) > 0)
          const isCoded = coded.kind === 'coded'
          // A conflict to come, or over, counts the grant as well: it is not asked about here.
          fc.pre(!isCoded || !errors.some(({code}) => code === 'conflict'))
          expect(counted).toBe(!isCoded)
        },
      ),
      {numRuns: 500},
    )
  })
})

it('does not depend on the order of the register', () => {
  const rows = [{}, {ownership: 'privat', account: '4500000'}, {paragraph: '103', ownership: 'kommunal'}]
  const grants = [aGrant(), aGrant({id: 'G2', paragraph: '103'}), aGrant({id: 'G3', paragraph: 'STU', rate: 5000_00})]
  const checked = check({rows, grants})
  expect(check({rows, grants: grants.toReversed()})).toEqual(checked)
  expect(checked.findings.length).toBeGreaterThan(2)
})
