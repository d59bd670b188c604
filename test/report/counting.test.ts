/** The figures of the report counted from the ledger. */
import {describe, expect, it} from 'vitest'
import {figuresOf, isUnder} from '../../src/report/figures.ts'
import {aHorizon, anUnposted, aSpan, aStatus, halfAYear, theFacts} from '../builders/report-facts.ts'
import {day, ofOre} from '../builders/values.ts'

const aims = {target: 50, minutesPerInvoice: 6}
const figures = (documents: Parameters<typeof aStatus>[0][], fields: Parameters<typeof theFacts>[0] = {}) =>
  figuresOf(theFacts({documents: documents.map(aStatus), ...fields}), aims)

describe('the rates', () => {
  const mixed = theFacts({
    documents: [
      aStatus({amount: ofOre(100)}),
      aStatus({amount: ofOre(200), isFirstPass: false}),
      aStatus({amount: ofOre(300), status: 'decided', isFirstPass: false}),
      anUnposted('AMOUNT_MISMATCH', {amount: ofOre(400)}),
      anUnposted('OUT_OF_SCOPE', {amount: ofOre(1000)}),
    ],
  })
  const {total, target, rudersdal, hoursSaved} = figuresOf(mixed, aims)

  it('are of all received and of those in scope, by count and by amount', () => {
    expect(total.rates.ofReceived).toEqual({byCount: 40, byAmount: 15})
    expect(total.rates.ofInScope).toEqual({byCount: 50, byAmount: 30})
    expect(total.rates.firstPassOfReceived).toEqual({byCount: 20, byAmount: 5})
    expect(total.rates.firstPassOfInScope).toEqual({byCount: 25, byAmount: 10})
  })

  it('leave what people decided apart', () => {
    expect(total.counts.posted).toEqual({invoices: 2, amount: 300})
    expect(total.counts.decided).toEqual({invoices: 1, amount: 300})
    expect(total.counts.unposted).toEqual({invoices: 2, amount: 1400})
  })

  it('are held against the target and against Rudersdal', () => {
    expect(target).toEqual({percent: 50, points: -10, certainty: 'open', missing: 1})
    expect(rudersdal).toEqual({percent: 38, points: 2, certainty: 'open'})
  })

  it('save hours by what was posted automatically alone', () => {
    expect(hoursSaved).toBe(0.2)
  })

  it.each([
    [40, false],
    [40.1, true],
    [0, false],
    [100, true],
  ])('are under %d: %s', (percent, under) => {
    expect(isUnder(figuresOf(mixed, aims), percent)).toBe(under)
  })

  it('do not reach anything where nothing was received', () => {
    const none = figures([])
    expect(none.total.rates.ofReceived).toEqual({byCount: null, byAmount: null})
    expect(none.target).toMatchObject({points: null, missing: 0})
    expect(isUnder(none, 1)).toBe(true)
  })

  it('say when the whole interval is past a mark', () => {
    const many = figures(Array.from({length: 1000}, (_, at) => (at < 600 ? {} : {status: 'unposted' as const})))
    expect(many.target.certainty).toBe('above')
    const few = figures(Array.from({length: 1000}, (_, at) => (at < 300 ? {} : {status: 'unposted' as const})))
    expect(few.rudersdal.certainty).toBe('below')
  })
})

describe('months and weeks', () => {
  const {months, weeks, trend} = figures(
    [
      {day: day('2026-04-30')},
      {day: day('2026-05-01')},
      {day: day('2026-05-31'), status: 'unposted'},
      {day: day('2026-06-01')},
    ],
    {
      span: aSpan('2026-04-01', '2026-06-15'),
      horizon: aHorizon({lastRun: {number: 1, runId: 'r', today: day('2026-06-01')}}),
    },
  )

  it('are those of issue, with the change from the one before', () => {
    expect(months.map(({key, counts, change}) => [key, counts.received.invoices, change])).toEqual([
      ['2026-04', 1, null],
      ['2026-05', 2, -50],
      ['2026-06', 1, 50],
    ])
  })

  it('are marked where they were not over at the last run, or the span holds only a part', () => {
    expect(months.map(({isOver, isCut}) => [isOver, isCut])).toEqual([
      [true, false],
      [true, false],
      [false, true],
    ])
    expect(weeks[0]).toMatchObject({key: '2026-W14', isCut: true})
    expect(weeks.at(-1)).toMatchObject({key: '2026-W25', isOver: false, isCut: true})
  })

  it.each([
    ['2026-05-31', false],
    ['2026-06-01', true],
  ])('a run on %s finds May over: %s', (today, over) => {
    const {months: found} = figures([], {
      span: aSpan('2026-05-01', '2026-05-31'),
      horizon: aHorizon({lastRun: {number: 1, runId: 'r', today: day(today)}}),
    })
    expect(found[0]?.isOver).toBe(over)
  })

  it('have a trend from the first to the last that is whole', () => {
    expect(trend).toEqual({from: '2026-04', to: '2026-05', points: -50})
  })
})

describe('the groups', () => {
  const all = figuresOf(halfAYear(), aims)
  const received = all.total.counts.received

  it.each(['months', 'weeks', 'paragraphs', 'suppliers'] as const)('of %s add up to the total', (grouping) => {
    const groups = all[grouping]
    for (const kind of ['received', 'inScope', 'posted', 'firstPass', 'decided', 'unposted'] as const) {
      expect(groups.reduce((sum, {counts}) => sum + counts[kind].invoices, 0)).toBe(all.total.counts[kind].invoices)
      expect(groups.reduce((sum, {counts}) => sum + counts[kind].amount, 0)).toBe(all.total.counts[kind].amount)
    }
  })

  it('of reasons, with what was posted, come to all received', () => {
    const {posted, decided} = all.total.counts
    const unposted = all.reasons.reduce((sum, group) => sum + group.unposted.invoices, 0)
    expect(posted.invoices + decided.invoices + unposted).toBe(received.invoices)
    expect(all.reasons.at(-1)?.cumulative).toBe(100)
    expect(all.reasons.map(({unposted: {invoices}}) => invoices)).toEqual(
      all.reasons.map(({unposted: {invoices}}) => invoices).toSorted((a, b) => b - a),
    )
  })

  it('name a supplier as its newest invoice does', () => {
    const {suppliers} = figures([{supplierName: 'Old name'}, {supplierName: 'New name'}, {supplierName: ''}])
    expect(suppliers).toMatchObject([{cvr: '85614592', name: 'New name'}])
  })
})

describe('what comes back', () => {
  const inMonth = (
    month: number,
    firstReason: 'AMOUNT_MISMATCH' | 'PERIOD_AMBIGUOUS',
    status: 'unposted' | 'automatic' = 'unposted',
  ) => ({
    day: day(`2026-0${month}-10`),
    status,
    firstReason,
  })

  it('is one supplier’s reason in three months or more, posted since or not', () => {
    const {recurring} = figures([
      inMonth(1, 'AMOUNT_MISMATCH'),
      inMonth(2, 'AMOUNT_MISMATCH', 'automatic'),
      inMonth(4, 'AMOUNT_MISMATCH'),
      inMonth(1, 'PERIOD_AMBIGUOUS'),
      inMonth(2, 'PERIOD_AMBIGUOUS'),
      {...inMonth(3, 'PERIOD_AMBIGUOUS'), supplierCvr: '67013263'},
    ])
    expect(recurring).toMatchObject([
      {cvr: '85614592', reason: 'AMOUNT_MISMATCH', months: 3, invoices: {invoices: 3}, stillUnposted: 2},
    ])
  })

  it.each([
    [aSpan('2026-01-01', '2026-02-28'), 1],
    [aSpan('2026-02-01', '2026-02-28'), 0],
  ])('needs both of two months, and is nothing in one', (span, found) => {
    const documents = [inMonth(1, 'AMOUNT_MISMATCH'), inMonth(2, 'AMOUNT_MISMATCH')]
    const inSpan = documents.filter(({day: issued}) => issued >= span.from)
    expect(figures(inSpan, {span}).recurring).toHaveLength(found)
  })
})

describe('open exceptions', () => {
  const {open} = figuresOf(halfAYear(), aims)

  it('are counted by their age at the last run', () => {
    expect(open.ages.map(({from, to, open: {invoices}}) => [from, to, invoices])).toEqual([
      [0, 7, 3],
      [8, 30, 2],
      [31, 60, 2],
      [61, 90, 2],
      [91, null, 2],
    ])
    expect(open).toMatchObject({oldest: 150, median: 31, inLastRun: {invoices: 11}})
  })

  it('have no age where the last run brought none', () => {
    expect(figures([{}]).open).toMatchObject({oldest: null, median: null, inLastRun: {invoices: 0, amount: 0}})
  })
})

it('a fix adds its invoices and its kroner to the span’s rates, in points', () => {
  const {fixes} = figuresOf(halfAYear(), aims)
  expect(fixes.map(({points}) => points)).toEqual([2, 0.2])
  expect(fixes[0]?.pointsByAmount).toBe(14.6)
})
