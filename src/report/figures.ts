/**
 * The figures of `bills report` (`commands.md`, report). Takes what the ledger knows of the span's documents, and what
 * the municipality aims at; counts, groups and compares; returns plain figures that every format shows alike. Every
 * document of the span is in exactly one group of each grouping, so each grouping adds up to the total.
 */
import type {Fix, Horizon, ReportFacts} from '../ledger/read/report-facts.ts'
import {type IsoDate, type Month, monthOf, monthsOf, type Period} from '../model/calendar.ts'
import {type Measured, measured} from './counts.ts'
import {
  byParagraph,
  bySupplier,
  type ParagraphGroup,
  type ReasonGroup,
  type RecurringReason,
  recurring,
  type SupplierGroup,
  unpostedReasons,
} from './groups.ts'
import {type OpenFigures, openFigures} from './open-exceptions.ts'
import {pointsBetween, pointsOf} from './rates.ts'
import {type Part, partOfMonth, weekOf, weeksOf} from './span.ts'

/** Per cent of the invoices received, posted by Rudersdal's own program after six months: the municipality's figure. */
export const rudersdalAfterSixMonths = 38

export type Aims = {
  /** Per cent. */
  readonly target: number
  readonly minutesPerInvoice: number
}

/** A month or a week of issue, oldest first. */
export type TimeGroup = Measured & {
  /** `2026-03` or `2026-W14`. */
  readonly key: string
  /** False where it was not over at the last run. */
  readonly isOver: boolean
  /** True where the span holds only a part of its days. */
  readonly isCut: boolean
  /** Percentage points from the one before; null where either has no rate. */
  readonly change: number | null
}

/** How the rate by count, of all received, compares with another. */
export type RateComparison = {
  readonly percent: number
  /** Percentage points above it, negative below; null where nothing was received. */
  readonly points: number | null
  /** On which side of it the whole interval is; `open` where it is within the interval. */
  readonly certainty: 'above' | 'below' | 'open'
}

export type FixGain = Fix & {
  /** Percentage points that it adds to the span's rate of all received; null where nothing was received. */
  readonly points: number | null
  readonly pointsByAmount: number | null
}

export type Figures = {
  readonly span: Period
  readonly horizon: Horizon
  /** Documents whose day of issue was never readable. */
  readonly undated: number
  readonly total: Measured
  readonly months: readonly TimeGroup[]
  readonly weeks: readonly TimeGroup[]
  readonly paragraphs: readonly ParagraphGroup[]
  readonly suppliers: readonly SupplierGroup[]
  readonly reasons: readonly ReasonGroup[]
  readonly recurring: readonly RecurringReason[]
  readonly open: OpenFigures
  readonly fixes: readonly FixGain[]
  /** From the first to the last month that is whole and over; null where there are not two with a rate. */
  readonly trend: {readonly from: Month; readonly to: Month; readonly points: number} | null
  /** With the invoices that are missing to it: the fewest whose posting would have met it. */
  readonly target: RateComparison & {readonly missing: number}
  readonly rudersdal: RateComparison
  readonly minutesPerInvoice: number
  /** One decimal. */
  readonly hoursSaved: number
}

export function figuresOf({horizon, span, documents, open, fixes}: ReportFacts, aims: Aims): Figures {
  const total = measured(documents)
  const {received, posted} = total.counts
  const today = horizon.lastRun.today
  const months = inTime(
    monthsOf(span).map(partOfMonth),
    Map.groupBy(documents, ({day}) => monthOf(day)),
    span,
    today,
  )
  return {
    span,
    horizon,
    undated: documents.filter(({isDated}) => !isDated).length,
    total,
    months,
    weeks: inTime(
      weeksOf(span),
      Map.groupBy(documents, ({day}) => weekOf(day)),
      span,
      today,
    ),
    paragraphs: byParagraph(documents),
    suppliers: bySupplier(documents),
    reasons: unpostedReasons(documents),
    recurring: recurring(documents, months.length),
    open: openFigures(documents, open, today),
    fixes: fixes.map((fix) => ({
      ...fix,
      points: pointsOf(fix.invoices, received.invoices),
      pointsByAmount: pointsOf(fix.amount, received.amount),
    })),
    trend: trendOf(months),
    target: {
      ...comparedWith(total, aims.target),
      missing: Math.max(0, Math.ceil((aims.target * received.invoices) / 100) - posted.invoices),
    },
    rudersdal: comparedWith(total, rudersdalAfterSixMonths),
    minutesPerInvoice: aims.minutesPerInvoice,
    hoursSaved: Math.round((posted.invoices * aims.minutesPerInvoice) / 6) / 10,
  }
}

/** `--fail-under`: all received, by count, over the whole span. Where nothing was received, nothing reaches it. */
export function isUnder({total: {counts}}: Figures, percent: number): boolean {
  const {received, posted} = counts
  return received.invoices === 0 || posted.invoices * 100 < percent * received.invoices
}

function inTime(
  parts: readonly Part[],
  documents: ReadonlyMap<string, Parameters<typeof measured>[0]>,
  span: Period,
  today: IsoDate,
): TimeGroup[] {
  const groups = parts.map(({key, days}) => ({
    key,
    isOver: days.to < today,
    isCut: days.from < span.from || days.to > span.to,
    ...measured(documents.get(key) ?? []),
  }))
  return groups.map((group, index) => {
    const [rate, before] = [group.rates.ofReceived.byCount, groups[index - 1]?.rates.ofReceived.byCount ?? null]
    return {...group, change: rate === null || before === null ? null : pointsBetween(rate, before)}
  })
}

function trendOf(months: readonly TimeGroup[]): Figures['trend'] {
  const whole = months.flatMap(({key, isOver, isCut, rates}) =>
    isOver && !isCut && rates.ofReceived.byCount !== null
      ? [{month: key as Month, rate: rates.ofReceived.byCount}]
      : [],
  )
  const [first, last] = [whole[0], whole.at(-1)]
  if (!first || !last || first === last) return null
  return {from: first.month, to: last.month, points: pointsBetween(last.rate, first.rate)}
}

function comparedWith({rates}: Measured, percent: number): RateComparison {
  const {ofReceived, interval} = rates
  return {
    percent,
    points: ofReceived.byCount === null ? null : pointsBetween(ofReceived.byCount, percent),
    certainty: !interval ? 'open' : interval.low > percent ? 'above' : interval.high < percent ? 'below' : 'open',
  }
}
