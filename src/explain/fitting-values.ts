/** The values with which a grant would cost just the amount of a line: a rate, or months; and the grant extended. */
import type {Config} from '../config/schema.ts'
import type {Costs} from '../match/costs/cost.ts'
import {windowOf} from '../match/periods/line-period.ts'
import {monthPeriod, monthsOf, openEnd, type Period} from '../model/calendar.ts'
import type {Grant} from '../model/grant.ts'
import type {Invoice} from '../model/invoice.ts'
import {fraction, type Ore, roundToOre, sizeOf, times} from '../model/money.ts'

/** Øre: the one rate that gives just the amount; null where several rates are in the period, or none gives it to the øre. */
export function fittingRate(
  {
    grant,
    period,
    isCovered,
    cost,
  }: {
    readonly grant: Grant
    readonly period: Period
    readonly isCovered: boolean
    readonly cost: Ore
  },
  amount: Ore,
  costs: Costs,
): Ore | null {
  const base = isCovered ? grant : extended(grant, period)
  const inPeriod = base.rates.filter(({from, to}) => from <= period.to && period.from <= to)
  const [only, ...others] = inPeriod
  if (!only || others.length > 0 || cost <= 0 || amount <= 0) return null
  const rate = roundToOre(times(fraction(only.rate), {numerator: BigInt(amount), denominator: BigInt(cost)}))
  const rates = base.rates.map((other) => (other === only ? {...other, rate} : other))
  return costs.of({...base, rates}, period) === amount ? rate : null
}

/** The grant as it would be if its nearest rate held for the period as well. */
export function extended(grant: Grant, period: Period): Grant {
  const isBefore = period.to < (grant.services[0]?.from ?? openEnd)
  const [rate, service] = isBefore
    ? [grant.rates[0], grant.services[0]]
    : [grant.rates.findLast(({to}) => to < period.from), grant.services.findLast(({to}) => to < period.from)]
  const days = {from: period.from, to: period.to}
  return {...grant, rates: rate ? [{...rate, ...days}] : [], services: service ? [{...service, ...days}] : []}
}

/** The whole months of the invoice's window in which the grant costs just the amount. */
export function fittingMonths(
  grant: Grant,
  amount: Ore,
  {issueDate, supplierCvr}: Invoice,
  config: Config,
  costs: Costs,
): Period[] {
  if (!issueDate) return []
  return monthsOf(windowOf(issueDate, supplierCvr, config))
    .map(monthPeriod)
    .filter((month) => {
      const cost = costs.of(grant, month)
      return cost > 0 && sizeOf((amount - cost) as Ore) <= config.rules.amountTolerance
    })
}
