/**
 * Which period a line bills (`matching.md` 2).
 *
 * Takes a line as read and returns either a stated period, or what must hold of the month that billing names. What
 * billing names is asked later, of the grants that the scope step leaves.
 */
import type {Billing, Config} from '../../config/schema.ts'
import {
  addMonths,
  contains,
  dayOf,
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
import {findMentions} from './mentions/find-mentions.ts'
import type {Mention, Reading} from './mentions/mention.ts'
import {agrees, statedIn} from './mentions/text-period.ts'

export type PeriodReading =
  | {readonly kind: 'stated'; readonly period: LinePeriod; readonly conflict: Hint | null}
  | {
      readonly kind: 'unstated'
      /** Of each text: a named month must agree with every one of them. */
      readonly texts: readonly (readonly Mention[])[]
      /** Single ends in the columns: they must lie in the month that is named. */
      readonly singleEnds: readonly IsoDate[]
    }

/** How many calendar months an invoice of the supplier may bill at once. */
export const maxMonthsOf = (invoiceCvr: string, {suppliers, periods}: Config): number =>
  suppliers[invoiceCvr]?.maxMonths ?? periods.maxMonths

/**
 * The calendar months from `periods.lookback` before the month of issue to `periods.lookahead` after it, both larger by
 * `maxMonths` − 1.
 */
export function windowOf(issueDate: IsoDate, invoiceCvr: string, config: Config): Period {
  const issued = monthOf(issueDate)
  const more = maxMonthsOf(invoiceCvr, config) - 1
  return {
    from: monthPeriod(addMonths(issued, -config.periods.lookback - more)).from,
    to: monthPeriod(addMonths(issued, config.periods.lookahead + more)).to,
  }
}

/** `comments` are the texts of the invoice's comment lines, which count for every line. */
export function readPeriod(
  {text, periodFrom: from, periodTo: to}: InvoiceLine,
  comments: readonly string[],
  reading: Reading,
): PeriodReading {
  const isGiven = from !== null && to !== null
  const mentions = [text, ...comments].flatMap((each) => findMentions(each, reading, isGiven))
  if (isGiven) {
    const period: LinePeriod = {from, to, basis: 'columns'}
    const isAgainst = from <= to && !agrees(mentions, period)
    return {kind: 'stated', period, conflict: isAgainst ? {kind: 'textAgainstColumns'} : null}
  }
  const singleEnd = from ?? to
  const stated = singleEnd === null ? statedIn(mentions) : undefined
  return stated
    ? {kind: 'stated', period: {...stated, basis: 'text'}, conflict: null}
    : {kind: 'unstated', texts: [mentions], singleEnds: singleEnd === null ? [] : [singleEnd]}
}

/** The reason that a stated period gives of itself, before any grant is looked at (`matching.md` 4). */
export function statedPeriodReason(
  {from, to, basis}: LinePeriod,
  invoiceCvr: string,
  issueDate: IsoDate,
  config: Config,
  postFrom: IsoDate,
): ReasonCode | null {
  if (from > to) return 'PERIOD_INVALID'
  // Not by listing them: a year typed wrong may make thousands of months.
  if (addMonths(monthOf(from), maxMonthsOf(invoiceCvr, config)) <= monthOf(to))
    return basis === 'text' ? 'PERIOD_AMBIGUOUS' : 'PERIOD_TOO_LONG'
  if (!contains(windowOf(issueDate, invoiceCvr, config), {from, to}))
    return basis === 'text' ? 'PERIOD_AMBIGUOUS' : 'PERIOD_OUTSIDE_WINDOW'
  return from < postFrom ? 'PERIOD_BEFORE_START' : null
}

/** The month that a way of billing names for a day of issue; null where there is none to go by. */
export function billedMonth(issueDate: IsoDate, billing: Billing, cutoffDay: number): Month | null {
  const issued = monthOf(issueDate)
  const isLate = dayOf(issueDate) > cutoffDay
  if (billing === 'none') return null
  if (billing === 'arrears') return isLate ? issued : addMonths(issued, -1)
  return isLate ? addMonths(issued, 1) : issued
}

/** `billing` of the invoice's supplier, else of the grant's, else of `periods`. */
export const billingOf = (invoiceCvr: string, grantCvr: string, config: Config): Billing =>
  config.suppliers[invoiceCvr]?.billing ?? config.suppliers[grantCvr]?.billing ?? config.periods.billing

export type NamedPeriod =
  | {readonly kind: 'named'; readonly period: LinePeriod}
  | {readonly kind: 'doubtful'; readonly hint: Hint}

/** The one month that billing names for all the grants left, unless the line itself speaks against it. */
export function namedPeriod(
  {texts, singleEnds}: Extract<PeriodReading, {kind: 'unstated'}>,
  invoiceCvr: string,
  grantCvrs: Iterable<string>,
  issueDate: IsoDate,
  config: Config,
): NamedPeriod {
  const months = new Set<Month | null>()
  for (const grantCvr of grantCvrs)
    months.add(billedMonth(issueDate, billingOf(invoiceCvr, grantCvr, config), config.periods.cutoffDay))
  const [only] = months
  const all = texts.flat()
  if (all.some((mention) => mention.period === null)) return {kind: 'doubtful', hint: {kind: 'contradictoryText'}}
  if (months.size > 1) return {kind: 'doubtful', hint: {kind: 'billingsDiffer'}}
  if (!only) return {kind: 'doubtful', hint: all.length > 1 ? {kind: 'contradictoryText'} : {kind: 'billingUnknown'}}

  const period = monthPeriod(only)
  const against = texts.find((mentions) => !agrees(mentions, period))
  if (against) return {kind: 'doubtful', hint: {kind: 'textOtherMonth', month: spokenAgainst(against, period)}}
  if (singleEnds.some((date) => date < period.from || date > period.to))
    return {kind: 'doubtful', hint: {kind: 'oneEndOutside'}}
  return {kind: 'named', period: {...period, basis: 'named'}}
}

/** The mention that is furthest from agreeing: one that shares no day with the period, else the first. */
const spokenAgainst = (mentions: readonly Mention[], period: Period): string =>
  (mentions.find((mention) => mention.period && !contains(mention.period, period)) ?? mentions[0])?.text ?? ''

/** The whole months of the window but those that the period is exactly. */
export function otherMonths(issueDate: IsoDate, invoiceCvr: string, period: Period, config: Config): Period[] {
  return monthsOf(windowOf(issueDate, invoiceCvr, config))
    .map(monthPeriod)
    .filter((month) => month.from !== period.from || month.to !== period.to)
}
