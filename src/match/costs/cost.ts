/**
 * What a grant costs over a period (`matching.md` 1).
 *
 * Takes a grant and a period, cuts the period to the days that the grant covers, and returns øre: the sum over rate
 * periods and calendar months, each piece rounded on its own, half away from zero.
 */
import type {Config, DayRateMonth} from '../../config/schema.ts'
import {foldText} from '../../model/accounts.ts'
import {
  addDays,
  daysIn,
  daysInMonth,
  type Month,
  monthOf,
  monthPeriod,
  monthsOf,
  openEnd,
  overlap,
  type Period,
} from '../../model/calendar.ts'
import type {Grant, RatePeriod, Unit} from '../../model/grant.ts'
import {
  decimal,
  type Fraction,
  fraction,
  fractionOf,
  type Ore,
  ore,
  plus,
  roundToOre,
  sumOre,
  times,
  zeroOre,
} from '../../model/money.ts'
import {workdaysIn} from '../../model/workdays.ts'

/** Costs by one configuration, each computed once. */
export type Costs = {
  /** Øre for the days of the period that the grant covers; 0 where it covers none. */
  readonly of: (grant: Grant, period: Period) => Ore
  /** Øre for each grant of a set, in the order given; renewals among them cost what one grant would. */
  readonly ofSet: (grants: readonly Grant[], period: Period) => readonly Ore[]
  /** How many units of its rate the grant gives in the period, exactly: the most that an invoice line by quantity may hold. */
  readonly units: (grant: Grant, period: Period) => Fraction
}

export function costsFor(config: Config): Costs {
  const known = new Map<Grant, Map<string, Ore>>()
  const dayRateMonth = (grant: Grant): DayRateMonth => config.suppliers[grant.supplierCvr]?.dayRateMonth ?? 'actual'

  const of = (grant: Grant, period: Period): Ore => {
    const key = `${period.from}${period.to}`
    const costs = known.get(grant) ?? new Map<string, Ore>()
    const found = costs.get(key)
    if (found !== undefined) return found
    const cost = costOver(grant, period, dayRateMonth(grant))
    known.set(grant, costs.set(key, cost))
    return cost
  }

  return {
    of,
    ofSet: (grants, period) =>
      costOfSet(grants, period, of, (a, b) => renews(a, b) && dayRateMonth(a) === dayRateMonth(b)),
    units: (grant, period) => unitsOver(grant, period, dayRateMonth(grant)),
  }
}

/** From the first to the last day of the period that the grant covers; undefined where it covers none. */
export function coveredPart(grant: Grant, period: Period): Period | undefined {
  const pieces = coveredPieces(grant, period)
  const [first, last] = [pieces[0], pieces.at(-1)]
  return first && last && {from: first.from, to: last.to}
}

/** The stretches of the period that the grant covers, in order: a gap between its rows is not covered. */
export function coveredPieces(grant: Grant, period: Period): Period[] {
  return grant.services.flatMap((stretch) => overlap(stretch, period) ?? [])
}

/** The service of the row that covers the posting's last day (`matching.md` 1). */
export function serviceOn(grant: Grant, date: Period['to']): string {
  const found = grant.services.find(({from, to}) => from <= date && date <= to)
  return (found ?? grant.services.at(-1))?.service ?? ''
}

function costOver(grant: Grant, period: Period, dayRateMonth: DayRateMonth): Ore {
  const pieces = grant.unit === 'Engang' ? oneOff(grant, period) : piecesOf(grant, period)
  return sumOre(
    pieces.map(({at, days, of}) => {
      const rate = fraction(at.rate)
      return roundToOre(times(rate, times(fractionOf(at.quantity), unitsIn(grant.unit, days, of, dayRateMonth))))
    }),
  )
}

function unitsOver(grant: Grant, period: Period, dayRateMonth: DayRateMonth): Fraction {
  const pieces = grant.unit === 'Engang' ? oneOff(grant, period) : piecesOf(grant, period)
  return pieces.reduce(
    (sum, {at, days, of}) => plus(sum, times(fractionOf(at.quantity), unitsIn(grant.unit, days, of, dayRateMonth))),
    fraction(0),
  )
}

/** The days of one rate period in one calendar month. */
type Piece = {readonly at: RatePeriod; readonly days: Period; readonly of: Month}

function piecesOf(grant: Grant, period: Period): Piece[] {
  return grant.rates.flatMap((at) => {
    const part = overlap(at, period)
    return part ? monthsOf(part).flatMap((of) => ({at, days: overlap(part, monthPeriod(of)) ?? part, of})) : []
  })
}

/** A one-off costs its rate once, in the month of the grant's first day alone. */
function oneOff(grant: Grant, period: Period): Piece[] {
  const at = grant.rates[0]
  if (!at) return []
  const of = monthOf(at.from)
  const days = overlap(period, monthPeriod(of))
  return days && coveredPart(grant, days) ? [{at, days: {from: at.from, to: at.from}, of}] : []
}

function unitsIn(unit: Unit, days: Period, of: Month, dayRateMonth: DayRateMonth): Fraction {
  const count = daysIn(days)
  switch (unit) {
    case 'Måned':
      return fraction(count, daysInMonth(of))
    case 'År':
      return fraction(count, 12 * daysInMonth(of))
    case 'Døgn':
      return count === daysInMonth(of) ? wholeMonthDays(dayRateMonth, count) : fraction(count)
    case 'Dag':
      return fraction(workdaysIn(days))
    case 'Uge':
    case 'Time':
      return fraction(count, 7)
    case 'Engang':
      return fraction(1)
  }
}

function wholeMonthDays(agreed: DayRateMonth, actual: number): Fraction {
  if (agreed === 'actual') return fraction(actual)
  if (agreed === '365/12') return fraction(365, 12)
  return fractionOf(decimal(agreed) ?? {digits: actual, decimals: 0})
}

type CostOf = (grant: Grant, period: Period) => Ore

/** The last part of a renewal takes what the rounding of the others leaves. */
function costOfSet(
  grants: readonly Grant[],
  period: Period,
  costOf: CostOf,
  continues: (before: Grant, after: Grant) => boolean,
): readonly Ore[] {
  const costs = new Map(grants.map((grant) => [grant, costOf(grant, period)]))
  for (const chain of chainsOf(grants, continues)) {
    const last = chain.at(-1)
    if (chain.length < 2 || !last) continue
    const others = sumOre(chain.slice(0, -1).map((grant) => costs.get(grant) ?? zeroOre))
    costs.set(last, ore(costOf(joined(chain), period) - others))
  }
  return grants.map((grant) => costs.get(grant) ?? zeroOre)
}

function chainsOf(grants: readonly Grant[], continues: (before: Grant, after: Grant) => boolean): Grant[][] {
  const chains: Grant[][] = []
  const byStart = grants.toSorted((a, b) =>
    firstDay(a) < firstDay(b) ? -1 : firstDay(a) > firstDay(b) ? 1 : a.id < b.id ? -1 : 1,
  )
  for (const grant of byStart) {
    const chain = chains.find((open) => open.length > 0 && continues(open.at(-1) ?? grant, grant))
    if (chain) chain.push(grant)
    else chains.push([grant])
  }
  return chains
}

export const firstDay = (grant: Grant): string => grant.services[0]?.from ?? openEnd

/** Undefined in no grant that was read; `openEnd` where it has no end. */
export const lastDay = (grant: Grant): string => grant.services.at(-1)?.to ?? openEnd

/** Whether `after` is the renewal of `before`; the supplier side of the pair is the same for both already. */
function renews(before: Grant, after: Grant): boolean {
  const [endRate, startRate] = [before.rates.at(-1), after.rates[0]]
  const [endService, startService] = [before.services.at(-1), after.services[0]]
  if (!endRate || !startRate || !endService || !startService || endService.to === openEnd) return false
  return (
    before.citizen === after.citizen &&
    before.paragraph === after.paragraph &&
    before.unit === after.unit &&
    foldText(endService.service) === foldText(startService.service) &&
    endRate.rate === startRate.rate &&
    endRate.quantity.digits === startRate.quantity.digits &&
    endRate.quantity.decimals === startRate.quantity.decimals &&
    addDays(endService.to, 1) === startService.from
  )
}

/** One grant over all the days of a chain of renewals. */
function joined(chain: readonly Grant[]): Grant {
  const [first, ...rest] = chain as readonly [Grant, ...Grant[]]
  const rates = [...first.rates]
  for (const {rates: more} of rest) {
    const [before, after] = [rates.pop(), more[0]]
    if (before && after) rates.push({...before, to: after.to}, ...more.slice(1))
  }
  return {...first, rates, services: chain.flatMap(({services}) => services)}
}
