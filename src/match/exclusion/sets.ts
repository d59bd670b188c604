/** Several grants in one amount (`matching.md` 3, sets): all the sets whose expected amounts add up to it. */
import type {Period} from '../../model/calendar.ts'
import type {Grant} from '../../model/grant.ts'
import {type Ore, sumOre} from '../../model/money.ts'
import type {Costs} from '../costs/cost.ts'

export type GrantSet = {
  /** Sorted by id. */
  readonly grants: readonly Grant[]
  /** Øre for each grant, in that order. */
  readonly amounts: readonly Ore[]
}

/**
 * Every set of `least` to `most` of the grants that costs exactly the amount over the period. A grant that costs
 * nothing alone is in none.
 */
export function setsCosting(
  amount: Ore,
  grants: readonly Grant[],
  period: Period,
  {least, most}: {readonly least: number; readonly most: number},
  costs: Costs,
): GrantSet[] {
  const able = grants.filter((grant) => costs.of(grant, period) > 0).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const found: GrantSet[] = []
  const extend = (chosen: readonly Grant[], from: number): void => {
    if (chosen.length >= least) {
      const amounts = costs.ofSet(chosen, period)
      if (sumOre(amounts) === amount && amounts.every((each) => each > 0)) found.push({grants: chosen, amounts})
    }
    if (chosen.length >= most) return
    for (const [at, grant] of able.entries()) if (at >= from) extend([...chosen, grant], at + 1)
  }
  extend([], 0)
  return found
}
