/**
 * Doubts (`matching.md` 2): the amount fits, and yet another month, a missing invoice, or the rest of a stated period
 * may be meant.
 */
import {addMonths, type Month, monthOf, monthPeriod, type Period, samePeriod} from '../../model/calendar.ts'
import type {Grant} from '../../model/grant.ts'
import {type Ore, sizeOf} from '../../model/money.ts'
import type {ReasonCode} from '../../model/reason.ts'
import type {Doubt, LinePeriod} from '../../model/verdict.ts'
import {isBilled} from '../billed-months/billed-month-index.ts'
import type {MatchContext} from '../context.ts'
import {coveredPart, coveredPieces, lastDay} from '../costs/cost.ts'
import {otherMonths} from '../periods/line-period.ts'
import type {BatchState} from '../state.ts'
import type {Charge} from './charge.ts'
import {setsCosting} from './sets.ts'

export type Doubted = {readonly reason: ReasonCode; readonly doubt: Doubt}

/** One explanation that is left, before it is doubted. */
export type TentativeExplanation = {
  readonly charge: Charge
  readonly period: LinePeriod
  /** The grant or set that explains the charge. */
  readonly chosen: readonly Grant[]
  /** The pair's grants that pass the scope step. */
  readonly inScope: readonly Grant[]
}

/** The first doubt about the one explanation that is left, or null. */
export function doubtAbout(
  explanation: TentativeExplanation,
  context: MatchContext,
  state: BatchState,
): Doubted | null {
  const {charge, period, chosen, inScope} = explanation
  if (period.basis !== 'named') return partlyCovered(explanation, state)
  const others = inScope.filter((grant) => !chosen.includes(grant))
  return otherGrantOtherMonth(charge, period, others, context, state) ?? gapBefore(explanation, context, state)
}

/** Another grant of the named month costs just this in another month, of which no day is paid. */
export function otherGrantOtherMonth(
  charge: Charge,
  period: Period,
  others: readonly Grant[],
  {config, costs}: MatchContext,
  {paid}: BatchState,
): Doubted | null {
  for (const grant of others) {
    if (!coveredPart(grant, period)) continue
    for (const month of otherMonths(charge.issueDate, charge.invoiceCvr, period, config)) {
      const cost = costs.of(grant, month)
      const fits = cost > 0 && sizeOf((charge.amount - cost) as Ore) <= config.rules.amountTolerance
      if (fits && !paid.isPaid(grant, month, charge.suppliers)) {
        return {
          reason: 'GRANT_AMBIGUOUS',
          doubt: {kind: 'otherGrantOtherMonth', grantId: grant.id, month: month.from.slice(0, 7)},
        }
      }
    }
  }
  return null
}

/** The month before costs just this and is not settled: its invoice seems to be missing, and this may be it. */
export function gapBefore(
  {charge, period, chosen, inScope}: TentativeExplanation,
  {config, costs, grants}: MatchContext,
  {paid, billedMonths}: BatchState,
): Doubted | null {
  if (config.periods.gap === 'post') return null
  const before: Month = addMonths(monthOf(period.from), -1)
  const month = monthPeriod(before)
  if (month.to < config.periods.postFrom) return null

  const ended = inScope.filter((grant) => !chosen.includes(grant) && lastDay(grant) < period.from)
  const able = [...chosen, ...ended].filter((grant) => costs.of(grant, month) > 0)
  const pair = grants.ofCitizen(charge.citizen).filter((grant) => charge.suppliers.has(grant.supplierCvr))
  const tolerance = config.rules.amountTolerance
  const isSettled = (grant: Grant): boolean =>
    paid.isPaid(grant, month, charge.suppliers) || isBilled(grant, before, charge, pair, billedMonths, costs, tolerance)

  const alone = able
    .filter((grant) => sizeOf((charge.amount - costs.of(grant, month)) as Ore) <= tolerance)
    .map((grant) => [grant])
  const together = setsCosting(charge.amount, able, month, {least: 2, most: config.rules.maxCombined}, costs).map(
    (set) => set.grants,
  )
  const missing = [...alone, ...together].find((grantsOfIt) => !grantsOfIt.every(isSettled))
  return missing
    ? {reason: 'PERIOD_AMBIGUOUS', doubt: {kind: 'gap', grantIds: missing.map(({id}) => id), month: before}}
    : null
}

/** The doubt about a stated period: the rest of it may be what the invoice is for. */
function partlyCovered({charge, period, chosen, inScope}: TentativeExplanation, {paid}: BatchState): Doubted | null {
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
        !paid.isPaid(candidate, coveredPart(candidate, period) ?? period, charge.suppliers),
    )
    if (other) return {reason: 'GRANT_AMBIGUOUS', doubt: {kind: 'partlyCovered', grantId: other.id}}
  }
  return null
}
