/**
 * Doubts (`matching.md` 2): the amount fits, and yet another month, a missing bill, or the rest of a stated period may
 * be meant.
 */
import {addMonths, type Month, monthOf, monthPeriod, type Period, samePeriod} from '../../model/calendar.ts'
import type {Grant} from '../../model/grant.ts'
import {type Ore, sizeOf} from '../../model/money.ts'
import type {ReasonCode} from '../../model/reason.ts'
import type {Doubt, LinePeriod} from '../../model/verdict.ts'
import {type BilledMonthIndex, isBilled} from '../billed-months/billed-month-index.ts'
import {coveredPart, coveredPieces, lastDay} from '../costs/cost.ts'
import {otherMonths} from '../periods/line-period.ts'
import type {Charge, MatchContext} from './charge.ts'
import {setsCosting} from './sets.ts'

export type Doubted = {readonly reason: ReasonCode; readonly doubt: Doubt}

/** `chosen` is the grant or set that explains the claim, `inScope` the pair's grants that pass the scope step. */
export function doubtOfMonth(
  claim: Charge,
  period: LinePeriod,
  chosen: readonly Grant[],
  inScope: readonly Grant[],
  context: MatchContext,
  claims: BilledMonthIndex,
): Doubted | null {
  if (period.basis !== 'named') return null
  const others = inScope.filter((grant) => !chosen.includes(grant))
  return (
    otherGrantOtherMonth(claim, period, others, context) ?? gapBefore(claim, period, chosen, inScope, context, claims)
  )
}

/** Another grant of the named month costs just this in another month, of which no day is paid. */
export function otherGrantOtherMonth(
  claim: Charge,
  period: Period,
  others: readonly Grant[],
  {config, costs, paid}: MatchContext,
): Doubted | null {
  for (const grant of others) {
    if (!coveredPart(grant, period)) continue
    for (const month of otherMonths(claim.issueDate, period, config)) {
      const cost = costs.of(grant, month)
      const fits = cost > 0 && sizeOf((claim.amount - cost) as Ore) <= config.rules.amountTolerance
      if (fits && !paid.isPaid(grant, month, claim.suppliers)) {
        return {
          reason: 'GRANT_AMBIGUOUS',
          doubt: {kind: 'otherGrantOtherMonth', grantId: grant.id, month: month.from.slice(0, 7)},
        }
      }
    }
  }
  return null
}

/** The month before costs just this and is not settled: its bill seems to be missing, and this may be it. */
export function gapBefore(
  claim: Charge,
  period: Period,
  chosen: readonly Grant[],
  inScope: readonly Grant[],
  context: MatchContext,
  claims: BilledMonthIndex,
): Doubted | null {
  const {config, costs, grants, paid} = context
  if (config.periods.gap === 'post') return null
  const before: Month = addMonths(monthOf(period.from), -1)
  const month = monthPeriod(before)
  if (month.to < config.periods.postFrom) return null

  const ended = inScope.filter((grant) => !chosen.includes(grant) && lastDay(grant) < period.from)
  const able = [...chosen, ...ended].filter((grant) => costs.of(grant, month) > 0)
  const pair = grants.ofCitizen(claim.citizen).filter((grant) => claim.suppliers.has(grant.supplierCvr))
  const tolerance = config.rules.amountTolerance
  const isSettled = (grant: Grant): boolean =>
    paid.isPaid(grant, month, claim.suppliers) || isBilled(grant, before, claim, pair, claims, costs, tolerance)

  const alone = able
    .filter((grant) => sizeOf((claim.amount - costs.of(grant, month)) as Ore) <= tolerance)
    .map((grant) => [grant])
  const together = setsCosting(claim.amount, able, month, {least: 2, most: config.rules.maxCombined}, costs).map(
    (set) => set.grants,
  )
  const missing = [...alone, ...together].find((grantsOfIt) => !grantsOfIt.every(isSettled))
  return missing
    ? {reason: 'PERIOD_AMBIGUOUS', doubt: {kind: 'gap', grantIds: missing.map(({id}) => id), month: before}}
    : null
}

/** The doubt about a stated period: the rest of it may be what the bill is for. */
export function partlyCovered(
  {suppliers}: Charge,
  period: LinePeriod,
  chosen: readonly Grant[],
  inScope: readonly Grant[],
  {paid}: MatchContext,
): Doubted | null {
  if (period.basis === 'named') return null
  for (const grant of chosen) {
    const covered = coveredPieces(grant, period)
    const [only, ...more] = covered
    if (only && more.length === 0 && samePeriod(only, {from: period.from, to: period.to})) continue
    const other = inScope.find(
      (candidate) =>
        !chosen.includes(candidate) &&
        coveredPieces(candidate, period).some(
          (piece) => !covered.some(({from, to}) => from <= piece.from && piece.to <= to),
        ) &&
        !paid.isPaid(candidate, coveredPart(candidate, period) ?? period, suppliers),
    )
    if (other) return {reason: 'GRANT_AMBIGUOUS', doubt: {kind: 'partlyCovered', grantId: other.id}}
  }
  return null
}
