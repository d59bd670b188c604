/**
 * What a grant costs, worked out from the table of `matching.md` 1 alone, in exact fractions.
 * It shares nothing with the program's own costs, so that the one can be held against the other.
 */
import {
  addDays,
  addMonths,
  daysIn,
  daysInMonth,
  type IsoDate,
  isoDate,
  monthOf,
  monthPeriod,
  monthsOf,
  overlap,
  type Period,
} from '../../src/model/calendar.ts'
import type {Grant, Rate} from './model.ts'

const endless = '9999-12-31' as IsoDate

/** The days of the period between the grant's first and last, or undefined. Grants made here have no gaps. */
export function covered(grant: Grant, period: Period): Period | undefined {
  const [first, last] = [grant.rates[0], grant.rates.at(-1)]
  return first && last ? overlap({from: first.from, to: last.to ?? endless}, period) : undefined
}

/** Øre for the days of the period that the grant covers; 0 where it covers none. */
export function costOf(grant: Grant, period: Period): number {
  let sum = 0
  for (const rate of joined(grant.rates)) {
    for (const month of monthsOf(period)) {
      const days = overlap(overlap(monthPeriod(month), period) as Period, {from: rate.from, to: rate.to ?? endless})
      if (days) sum += roundHalfAway(pieceOf(grant, rate, days))
    }
  }
  return sum
}

/**
 * What each part of a renewal costs in one set: together what one grant over all the days would cost,
 * the last taking what the rounding of the others leaves.
 */
export function costsOfRenewal(parts: readonly Grant[], period: Period): number[] {
  const [first] = parts
  if (!first) return []
  const whole = costOf({...first, rates: parts.flatMap(({rates}) => rates)}, period)
  const before = parts.slice(0, -1).map((part) => costOf(part, period))
  return [...before, before.reduce((left, cost) => left - cost, whole)]
}

type Exact = readonly [numerator: bigint, denominator: bigint]

/** The cost of days that lie in one calendar month and at one rate. */
function pieceOf(grant: Grant, {rate, quantity}: Rate, days: Period): Exact {
  const month = monthOf(days.from)
  const [number, scale] = exact(quantity ?? '1')
  const price: Exact = [BigInt(rate ?? 0) * number, scale]
  const times = (numerator: number | bigint, denominator: number | bigint = 1): Exact => [
    price[0] * BigInt(numerator),
    price[1] * BigInt(denominator),
  ]

  switch (grant.unit) {
    case 'Måned':
      return times(daysIn(days), daysInMonth(month))
    case 'År':
      return times(daysIn(days), daysInMonth(month) * 12)
    case 'Døgn':
      return daysIn(days) === daysInMonth(month) ? times(...monthOfDayRate(grant, month)) : times(daysIn(days))
    case 'Dag':
      return times(workdays(days))
    case 'Uge':
    case 'Time':
      return times(daysIn(days), 7)
    case 'Engang':
      return month === monthOf(grant.rates[0]?.from ?? days.from) ? times(1) : [0n, 1n]
  }
}

function monthOfDayRate(grant: Grant, month: ReturnType<typeof monthOf>): Exact {
  const {dayRateMonth} = grant.supplier
  if (dayRateMonth === '30') return [30n, 1n]
  if (dayRateMonth === '30.5') return [61n, 2n]
  if (dayRateMonth === '365/12') return [365n, 12n]
  return [BigInt(daysInMonth(month)), 1n]
}

function exact(decimal: string): Exact {
  const [whole = '', fraction = ''] = decimal.split('.')
  return [BigInt(whole + fraction), 10n ** BigInt(fraction.length)]
}

const roundHalfAway = ([numerator, denominator]: Exact): number =>
  Number((2n * numerator + denominator) / (2n * denominator))

/** Rates that follow each other with equal rate and quantity are one rate period. */
function joined(rates: readonly Rate[]): Rate[] {
  const result: Rate[] = []
  for (const rate of rates) {
    const last = result.at(-1)
    const follows = last?.to && addDays(last.to, 1) === rate.from
    if (last && follows && last.rate === rate.rate && (last.quantity ?? '1') === (rate.quantity ?? '1')) {
      result[result.length - 1] = {...last, to: rate.to}
    } else result.push(rate)
  }
  return result
}

/** Mondays to Fridays that are no public holiday. */
export function workdays(period: Period): number {
  let count = 0
  for (let day = period.from; day <= period.to; day = addDays(day, 1)) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
    if (weekday >= 1 && weekday <= 5 && !holidays(Number(day.slice(0, 4))).has(day)) count += 1
  }
  return count
}

const known = new Map<number, ReadonlySet<string>>()

function holidays(year: number): ReadonlySet<string> {
  const found = known.get(year)
  if (found) return found
  const easter = easterSunday(year)
  const moving = [-3, -2, 1, 39, 50, ...(year <= 2023 ? [26] : [])].map((days) => addDays(easter, days))
  const days = new Set<string>([...moving, `${year}-01-01`, `${year}-12-25`, `${year}-12-26`])
  known.set(year, days)
  return days
}

/** The anonymous Gregorian computus. */
function easterSunday(year: number): IsoDate {
  const [golden, century, rest] = [year % 19, Math.floor(year / 100), year % 100]
  const corrected = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25)
  const epact = (corrected + 19 * golden + 15) % 30
  const moon =
    epact -
    Math.floor(epact / 28) *
      (1 - Math.floor(epact / 28) * Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11))
  const sunday = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7
  const offset = moon - sunday
  const month = 3 + Math.floor((offset + 40) / 44)
  const day = offset + 28 - 31 * Math.floor(month / 4)
  return isoDate(rest + century * 100, month, day) as IsoDate
}

/** The months of the window of a bill (`matching.md` 2, with its defaults). */
export const windowOf = (issued: IsoDate): string[] =>
  [-3, -2, -1, 0, 1].map((count) => addMonths(monthOf(issued), count))
