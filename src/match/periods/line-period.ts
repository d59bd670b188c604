/**
 * Which period a line bills (`matching.md` 2).
 *
 * Takes a line as read and returns either a stated period, or what must hold of the month that billing names.
 * What billing names is asked later, of the grants that are left by the scope step.
 */
import type {Billing, Config} from '../../config/schema.ts'
import {
  addMonths,
  contains,
  dayOf,
  daysIn,
  type IsoDate,
  type Month,
  monthOf,
  monthPeriod,
  monthsOf,
  type Period,
} from '../../model/calendar.ts'
import type {InvoiceLine} from '../../model/invoice.ts'
import type {ReasonCode} from '../../model/reason.ts'
import type {Hint, LinePeriod} from '../../model/verdict.ts'
import {isOfMonth, type Mention, type PeriodText, periodText, shareDay} from './period-text.ts'

export type PeriodReading =
  | {readonly kind: 'stated'; readonly period: LinePeriod; readonly conflict: Hint | null}
  | {
      readonly kind: 'unstated'
      readonly contradictory: boolean
      readonly mentions: readonly Mention[]
      /** A single end in the columns: it must lie in the month that is named. */
      readonly singleEnd: IsoDate | null
    }

/** The calendar months from `periods.lookback` before the month of issue to `periods.lookahead` after it. */
export function windowOf(issueDate: IsoDate, {periods}: Config): Period {
  const issued = monthOf(issueDate)
  return {
    from: monthPeriod(addMonths(issued, -periods.lookback)).from,
    to: monthPeriod(addMonths(issued, periods.lookahead)).to,
  }
}

/** `services` are folded names of services in the register. */
export function readPeriod(
  line: InvoiceLine,
  issueDate: IsoDate,
  services: ReadonlySet<string>,
  config: Config,
): PeriodReading {
  const text = periodText(line.text, issueDate, services)
  const {periodFrom: from, periodTo: to} = line
  if (from && to) {
    const period: LinePeriod = {from, to, basis: 'columns'}
    return {
      kind: 'stated',
      period,
      conflict: from <= to ? textAgainstColumns(text, period, windowOf(issueDate, config)) : null,
    }
  }
  const singleEnd = from ?? to
  const [only] = text.periods
  if (only && !text.contradictory) {
    const outside = singleEnd !== null && (singleEnd < only.from || singleEnd > only.to)
    return {kind: 'stated', period: {...only, basis: 'text'}, conflict: outside ? {kind: 'oneEndOutside'} : null}
  }
  return {kind: 'unstated', contradictory: text.contradictory, mentions: text.mentions, singleEnd}
}

/** Columns come before text, but for a text period in the window that shares no day with them or holds fewer. */
function textAgainstColumns(text: PeriodText, columns: Period, window: Period): Hint | null {
  const against = text.periods.some(
    (period) => contains(window, period) && (!shareDay(period, columns) || daysIn(period) < daysIn(columns)),
  )
  return against ? {kind: 'textAgainstColumns'} : null
}

/** The code that a stated period has of itself, before any grant is looked at (`matching.md` 4). */
export function statedPeriodReason(
  {from, to}: Period,
  supplierCvr: string,
  issueDate: IsoDate,
  config: Config,
  postFrom: IsoDate,
): ReasonCode | null {
  if (from > to) return 'PERIOD_INVALID'
  const most = config.suppliers[supplierCvr]?.maxMonths ?? config.periods.maxMonths
  // Not by listing them: a year typed wrong may make thousands of months.
  if (addMonths(monthOf(from), most) <= monthOf(to)) return 'PERIOD_TOO_LONG'
  if (!contains(windowOf(issueDate, config), {from, to})) return 'PERIOD_OUTSIDE_WINDOW'
  return from < postFrom ? 'PERIOD_BEFORE_START' : null
}

/** The month that a way of billing names for a day of issue; null where there is none to go by. */
export function billedMonth(issueDate: IsoDate, billing: Billing, cutoffDay: number): Month | null {
  const issued = monthOf(issueDate)
  const late = dayOf(issueDate) > cutoffDay
  if (billing === 'none') return null
  if (billing === 'arrears') return late ? issued : addMonths(issued, -1)
  return late ? addMonths(issued, 1) : issued
}

/** `billing` of the invoice's supplier, else of the grant's, else of `periods`. */
export const billingOf = (invoiceCvr: string, grantCvr: string, config: Config): Billing =>
  config.suppliers[invoiceCvr]?.billing ?? config.suppliers[grantCvr]?.billing ?? config.periods.billing

export type NamedPeriod =
  | {readonly kind: 'named'; readonly period: LinePeriod}
  | {readonly kind: 'doubtful'; readonly hint: Hint}

/** The one month that billing names for all the grants left, unless the line itself speaks against it. */
export function namedPeriod(
  reading: Extract<PeriodReading, {kind: 'unstated'}>,
  invoiceCvr: string,
  grantCvrs: Iterable<string>,
  issueDate: IsoDate,
  config: Config,
): NamedPeriod {
  const months = new Set<Month | null>()
  for (const grantCvr of grantCvrs) {
    months.add(billedMonth(issueDate, billingOf(invoiceCvr, grantCvr, config), config.periods.cutoffDay))
  }
  const [only] = months
  if (reading.contradictory) return {kind: 'doubtful', hint: {kind: 'contradictoryText'}}
  if (months.size > 1) return {kind: 'doubtful', hint: {kind: 'billingsDiffer'}}
  if (!only) return {kind: 'doubtful', hint: {kind: 'billingUnknown'}}

  const period = monthPeriod(only)
  const other = reading.mentions.find((mention) => !isOfMonth(mention, period))
  if (other) return {kind: 'doubtful', hint: {kind: 'textOtherMonth', month: other.text}}
  const {singleEnd} = reading
  if (singleEnd && (singleEnd < period.from || singleEnd > period.to))
    return {kind: 'doubtful', hint: {kind: 'oneEndOutside'}}
  return {kind: 'named', period: {...period, basis: 'named'}}
}

/** The whole months of the window but those that the period is exactly. */
export function otherMonths(issueDate: IsoDate, period: Period, config: Config): Period[] {
  return monthsOf(windowOf(issueDate, config))
    .map(monthPeriod)
    .filter((each) => each.from !== period.from || each.to !== period.to)
}
