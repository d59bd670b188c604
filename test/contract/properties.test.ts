/** What holds for all input: made-up weeks from small pools, so that bills clash, and what a run does to them. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {BatchResult} from '../../src/model/batch.ts'
import {overlap, type Period} from '../../src/model/calendar.ts'
import type {Cpr} from '../../src/model/citizen.ts'
import type {Grant} from '../../src/model/grant.ts'
import type {Invoice} from '../../src/model/invoice.ts'
import {ore, sumOre} from '../../src/model/money.ts'
import type {Posting} from '../../src/model/posting.ts'
import {inTurn} from '../builders/earlier-runs.ts'
import {aBookedRow, aGrant, aMapping, aMappingRow, aNote, anInvoice, type Settings} from '../builders/records.ts'
import {type RunFields, run, verdictText} from '../builders/run.ts'
import {anna, bo, bostedet, eva, hjemmet, kontoret} from '../builders/values.ts'

const citizen = fc.constantFrom<Cpr>(anna, bo, eva)
const supplier = fc.constantFrom(bostedet, hjemmet)
const rate = fc.constantFrom(1000_00, 1000_00, 600_00, 400_00, 100_00)

const grantFields = fc.record({
  citizen,
  supplierCvr: supplier,
  rate,
  unit: fc.constantFrom('Måned' as const, 'Måned' as const, 'Døgn' as const),
  paragraph: fc.constantFrom('107', '107', '107', '108', '97'),
  service: fc.constantFrom('Botilbud', 'Aktivitet'),
  from: fc.constantFrom('2025-01-01', '2026-02-01', '2026-03-16'),
  to: fc.constantFrom('2026-12-31', '2026-12-31', '2026-12-31', '2026-03-15'),
  paidTo: fc.constantFrom('2025-12-31', '2025-12-31', '2026-02-28'),
})
const grants = fc
  .array(grantFields, {minLength: 3, maxLength: 7})
  .map((several) => several.filter(({from, to}) => from <= to).map((fields, at) => aGrant({id: `G${at}`, ...fields})))

const amount = fc.constantFrom(
  1000_00,
  1000_00,
  1000_00,
  600_00,
  400_00,
  1600_00,
  1400_00,
  3100_00,
  2800_00,
  483_87,
  516_13,
)
const lineFields = fc.record({
  citizen: fc.oneof({weight: 8, arbitrary: citizen}, {weight: 1, arbitrary: fc.constant(null)}),
  amount,
  period: fc.constantFrom(
    '2026-03',
    '2026-03',
    '2026-02',
    null,
    null,
    '2026-03-01/2026-03-15',
    '2026-03-16/2026-03-31',
  ),
  text: fc.constantFrom('', '', '', '', '', '', 'februar 2026', 'faktura F2', 'for marts'),
})
const invoiceFields = fc.record({
  document: fc.constantFrom('', 'B0', 'B1', 'B2', 'B3', 'B4', 'B5', 'B6', 'B7', 'B8'),
  number: fc.constantFrom('F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F7', 'F8', 'F9'),
  issued: fc.constantFrom('2026-03-02', '2026-03-20', '2026-04-02', '2026-04-20'),
  cvr: fc.constantFrom<string>(bostedet, bostedet, bostedet, hjemmet, hjemmet, kontoret),
  lines: fc.oneof(
    {weight: 3, arbitrary: fc.array(lineFields, {minLength: 1, maxLength: 1})},
    {weight: 1, arbitrary: fc.array(lineFields, {minLength: 2, maxLength: 3})},
  ),
  isNote: fc.constantFrom(false, false, false, false, true),
})
/** Documents of one run have keys of their own, as rows of one document are one invoice. */
const invoices = fc
  .uniqueArray(invoiceFields, {
    minLength: 1,
    maxLength: 9,
    selector: ({document, cvr, number}) => document || `${cvr} ${number}`,
  })
  .map((several) =>
    several.map(
      ({isNote, lines, ...fields}): Invoice =>
        isNote
          ? aNote({...fields, lines: lines.map((line) => ({...line, amount: -line.amount}))})
          : anInvoice({...fields, lines}),
    ),
  )

const settings = fc.record({
  rules: fc.constantFrom<NonNullable<Settings['rules']>>({}, {amountTolerance: '0.50'}, {maxCombined: 1}),
  periods: fc.record({
    billing: fc.constantFrom('none', 'arrears', 'advance'),
    gap: fc.constantFrom('hold', 'post'),
  }),
  suppliers: fc.constantFrom<NonNullable<Settings['suppliers']>>(
    {},
    {[bostedet]: {billsAs: [hjemmet]}},
    {[bostedet]: {billsAs: [hjemmet, kontoret], billing: 'arrears', dayRateMonth: '30'}},
  ),
})

const booked = fc.array(
  fc.record({citizen, supplierCvr: supplier, amount, period: fc.constantFrom('2026-02', '2026-03')}),
  {maxLength: 1},
)

const mapping = aMapping([
  ...['107', '108'].map((paragraph) => aMappingRow({paragraph})),
  aMappingRow({paragraph: '107', ownership: 'privat'}),
  aMappingRow({paragraph: '107', service: 'aktivitet', targetGroup: 'voksne', account: '46000000'}),
])

/** Two of three invoices bill what a grant of the register costs in a whole month, whoever else is in it. */
const bills = fc.array(fc.option(fc.nat(), {freq: 2}), {minLength: 9, maxLength: 9})

function billedOn(invoice: Invoice, grants: readonly Grant[], pick: number | null | undefined): Invoice {
  const grant = typeof pick === 'number' ? grants[pick % Math.max(grants.length, 1)] : undefined
  const rate = grant?.rates[0]?.rate
  if (!grant || rate === undefined || invoice.lines.length > 1) return invoice
  const amount = ore(invoice.type === 'creditNote' ? -rate : rate)
  const lines = invoice.lines.map((line) => ({
    ...line,
    amount,
    cprField: {kind: 'number' as const, cpr: grant.citizen},
  }))
  return {...invoice, supplierCvr: grant.supplierCvr, lines, total: amount}
}

const week = fc.record({grants, invoices, settings, booked, bills}).map(
  (all): RunFields => ({
    ...all.settings,
    grants: all.grants,
    invoices: all.invoices.map((invoice, at) => billedOn(invoice, all.grants, all.bills[at])),
    mapping,
    booked: {rows: all.booked.map((row) => aBookedRow({invoiceNumber: 'H1', ...row}))},
  }),
)

/** The same week with the same grants, and other invoices after it. */
const twoWeeks = fc
  .record({first: week, later: invoices})
  .map(({first, later}): [RunFields, RunFields] => [
    first,
    {...first, invoices: [...(first.invoices ?? []), ...later.filter((one) => !keysOf(first).has(keyOf(one)))]},
  ])
const keyOf = ({documentNumber, supplierCvr, invoiceNumber}: Invoice): string =>
  documentNumber || `${supplierCvr} ${invoiceNumber}`
const keysOf = ({invoices: some = []}: RunFields): ReadonlySet<string> => new Set(some.map(keyOf))

const postingsOf = ({verdicts}: BatchResult): Posting[] =>
  verdicts.flatMap(({lines}) => lines.flatMap(({postings}) => postings))

const linesOfResult = (result: BatchResult): string[] =>
  result.verdicts.map((verdict) => `${verdict.documentKey}: ${verdictText(verdict)}`)

it('is tried on weeks of which some is posted, and the rest held for many reasons', () => {
  const verdicts = fc.sample(week, {numRuns: 1000, seed: 1}).flatMap((given) => run(given).verdicts)
  expect(verdicts.filter(({outcome}) => outcome === 'posted').length).toBeGreaterThan(200)
  expect(new Set(verdicts.map(({reason}) => reason)).size).toBeGreaterThan(10)
})

describe('a run', () => {
  it('is the same whatever the order of its rows', () => {
    const shuffled = fc.record({given: week, seed: fc.infiniteStream(fc.integer({min: 0, max: 1000}))})
    fc.assert(
      fc.property(shuffled, ({given, seed}) => {
        const shuffle = <Item>(items: readonly Item[] = []): Item[] =>
          items
            .map((item) => ({item, at: Number(seed.next().value)}))
            .toSorted((a, b) => a.at - b.at)
            .map(({item}) => item)
        const again = {
          ...given,
          invoices: shuffle(given.invoices),
          mapping: {rows: shuffle(mapping.rows)},
          booked: {rows: shuffle(given.booked?.rows)},
        }
        expect(run(again)).toEqual(run(given))
      }),
      {numRuns: 150},
    )
  })

  it('gives every invoice and every line back, once, and totals that add up', () => {
    fc.assert(
      fc.property(week, (given) => {
        const {verdicts, totals} = run(given)
        expect(new Set(verdicts.map(({invoice}) => invoice))).toEqual(new Set(given.invoices))
        expect(verdicts).toHaveLength(given.invoices?.length ?? 0)
        for (const {invoice, lines} of verdicts) expect(lines.map(({line}) => line)).toEqual(invoice.lines)
        for (const measure of ['invoices', 'lines', 'amount'] as const) {
          const parts = [totals.posted, totals.decided, totals.exceptions, totals.alreadyPosted]
          expect(parts.reduce((sum, part) => sum + part[measure], 0)).toBe(totals.received[measure])
        }
        expect([...totals.reasons.values()].reduce((sum, count) => sum + count, 0)).toBe(totals.exceptions.invoices)
      }),
      {numRuns: 150},
    )
  })

  it('posts an invoice whole or not at all, for its very amount', () => {
    fc.assert(
      fc.property(week, (given) => {
        for (const {outcome, reason, lines, invoice} of run(given).verdicts) {
          const postings = lines.flatMap((line) => line.postings)
          if (outcome === 'posted') {
            expect(reason).toBeNull()
            expect(lines.map((line) => line.reason)).toEqual(lines.map(() => null))
            expect(sumOre(postings.map((posting) => posting.amount))).toBe(invoice.total)
          } else {
            expect(postings).toEqual([])
            expect(lines.filter((line) => line.reason === reason)).not.toEqual([])
            expect(lines.filter((line) => line.reason === null)).toEqual([])
          }
        }
      }),
      {numRuns: 150},
    )
  })

  it('posts nothing on a grant that is not the line’s citizen’s, in scope and covering the days', () => {
    fc.assert(
      fc.property(week, (given) => {
        const byId = new Map((given.grants ?? []).map((grant) => [grant.id, grant]))
        for (const {lines} of run(given).verdicts) {
          for (const {citizen: ofLine, postings} of lines) {
            for (const posting of postings) expectAllowed(posting, byId.get(posting.grantId), ofLine)
          }
        }
      }),
      {numRuns: 150},
    )
  })
})

function expectAllowed(posting: Posting, grant: Grant | undefined, ofLine: Cpr | null): void {
  expect(grant).toMatchObject({citizen: posting.citizen, supplierCvr: posting.supplierCvr, fixed: true})
  expect(posting.citizen).toBe(ofLine)
  expect(['103', '104', '107', '108', 'STU']).toContain(grant?.paragraph)
  expect(posting.period.from >= '2026-01-01').toBe(true)
  const first = grant?.services[0]
  expect(first && posting.period.from >= first.from && posting.period.to <= first.to).toBe(true)
}

describe('one run after another', () => {
  it('never pays a day of a grant twice', () => {
    fc.assert(
      fc.property(twoWeeks, ([first, second]) => {
        expectNoDayTwice(inTurn(first, second, second).flatMap(postingsOf))
      }),
      {numRuns: 150},
    )
  })

  it('posts nothing more when all comes again', () => {
    fc.assert(
      fc.property(twoWeeks, ([first, second]) => {
        const [, one, again] = inTurn(first, second, second)
        const before = fatesByKey(one)
        for (const [key, value] of fatesByKey(again)) {
          const was = before.get(key)
          if (was === 'alreadyPosted' || /^G\d/.test(was ?? '')) expect(value).toBe('alreadyPosted')
        }
      }),
      {numRuns: 100},
    )
  })

  it('is the same whatever the order of the rows in the second', () => {
    fc.assert(
      fc.property(twoWeeks, ([first, second]) => {
        const turned = {...second, invoices: second.invoices?.toReversed() ?? []}
        expect(linesOfResult(inTurn(first, turned)[1] as BatchResult)).toEqual(
          linesOfResult(inTurn(first, second)[1] as BatchResult),
        )
      }),
      {numRuns: 100},
    )
  })
})

const fatesByKey = (result: BatchResult | undefined): ReadonlyMap<string, string> =>
  new Map(result?.verdicts.map((verdict) => [verdict.documentKey, verdictText(verdict)]))

/** In the order in which they were posted; a reversal opens its days again. */
function expectNoDayTwice(postings: readonly Posting[]): void {
  let open: {grantId: string; period: Period}[] = []
  for (const {grantId, period, reverses} of postings) {
    if (reverses) {
      const at = open.findIndex((one) => one.grantId === grantId && sameDays(one.period, period))
      expect(at).toBeGreaterThanOrEqual(0)
      open = open.toSpliced(at, 1)
    } else {
      expect(open.filter((one) => one.grantId === grantId && overlap(one.period, period))).toEqual([])
      open = [...open, {grantId, period}]
    }
  }
}

const sameDays = (a: Period, b: Period): boolean => a.from === b.from && a.to === b.to
