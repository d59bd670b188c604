/** Which of the grants left cost the amount over the period: alone, by quantity, or several in one amount (`matching.md` 3). */
import type {Period} from '../../model/calendar.ts'
import type {Grant} from '../../model/grant.ts'
import {compareFractions, fraction, fractionOf, type Ore, roundToOre, sizeOf, times} from '../../model/money.ts'
import type {MatchContext} from '../context.ts'
import type {Costs} from '../costs/cost.ts'
import type {Charge} from './charge.ts'
import {type GrantSet, setsCosting} from './sets.ts'

export type Fitting = {
  readonly singles: readonly Grant[]
  readonly sets: readonly GrantSet[]
  /** Sets that hold a grant whose paragraph is out of scope. */
  readonly furtherSets: readonly GrantSet[]
}

/**
 * The grants that fit alone, to the øre or, where none does, within the tolerance; and the sets that fit. Where a
 * grant fits to the øre, sets of the others are not tried; beside one that only comes near, they are (the safer
 * reading: two explanations are left).
 */
export function fitting(
  charge: Charge,
  valid: readonly Grant[],
  outByParagraph: readonly Grant[],
  period: Period,
  context: Pick<MatchContext, 'config' | 'costs'>,
): Fitting {
  const {config, costs} = context
  const exact = valid.filter((grant) => fitsAlone(charge, grant, period, context, false))
  const near = exact.length > 0 ? [] : valid.filter((grant) => fitsAlone(charge, grant, period, context, true))
  const most = charge.trySets ? config.rules.maxCombined : 1
  const size = {least: 2, most}
  const sets = exact.length > 0 ? [] : setsCosting(charge.amount, valid, period, size, costs)
  const singles = exact.length > 0 ? exact : near
  const furtherSets =
    singles.length + sets.length > 0 && outByParagraph.length > 0
      ? setsCosting(charge.amount, [...valid, ...outByParagraph], period, size, costs).filter((set) =>
          set.grants.some((grant) => outByParagraph.includes(grant)),
        )
      : []
  return {singles, sets, furtherSets}
}

export function fitsAlone(
  charge: Charge,
  grant: Grant,
  period: Period,
  {config, costs}: Pick<MatchContext, 'config' | 'costs'>,
  withTolerance: boolean,
): boolean {
  const cost = costs.of(grant, period)
  if (cost <= 0) return false
  const most = withTolerance ? config.rules.amountTolerance : 0
  return (
    sizeOf((charge.amount - cost) as Ore) <= most ||
    (config.rules.partialDays && fitsByQuantity(charge, grant, period, costs))
  )
}

/** `rules.partialDays`: fewer units than the whole, at the grant's own rate (`matching.md` 3). */
function fitsByQuantity(
  {amount, quantity, unitPrice, reading}: Charge,
  grant: Grant,
  period: Period,
  costs: Costs,
): boolean {
  if (!quantity || unitPrice === null || reading.kind !== 'stated') return false
  const rates = grant.rates.filter(({from, to}) => from <= period.to && period.from <= to)
  const units = fractionOf(quantity)
  return (
    rates.length > 0 &&
    rates.every(({rate}) => rate === unitPrice) &&
    units.numerator > 0n &&
    roundToOre(times(units, fraction(unitPrice))) === amount &&
    compareFractions(units, costs.units(grant, period)) <= 0
  )
}
