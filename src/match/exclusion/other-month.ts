/** Whether an amount is just what a grant costs in another whole month of the window (`matching.md` 3, validity and amount). */
import type {Period} from '../../model/calendar.ts'
import type {Grant} from '../../model/grant.ts'
import {type Ore, sizeOf} from '../../model/money.ts'
import type {Hint} from '../../model/verdict.ts'
import {coveredPieces} from '../costs/cost.ts'
import {otherMonths} from '../periods/line-period.ts'
import type {ChargeFacts} from './facts.ts'

/** The first of the grants and months that fit, as a hint; empty where none does. */
export function amountOfOtherMonth(
  {charge, context: {config, costs}, period}: ChargeFacts,
  grants: readonly Grant[],
  mayBeMeant: (grant: Grant, month: Period) => boolean = () => true,
): Hint[] {
  const {amount, issueDate, invoiceCvr} = charge
  const days = period()
  if (amount <= 0 || !days) return []
  for (const grant of grants) {
    for (const month of otherMonths(issueDate, invoiceCvr, days, config)) {
      const cost = costs.of(grant, month)
      const fits = cost > 0 && sizeOf((amount - cost) as Ore) <= config.rules.amountTolerance
      if (fits && mayBeMeant(grant, month))
        return [{kind: 'amountOfMonth', grantId: grant.id, month: month.from.slice(0, 7)}]
    }
  }
  return []
}

/** Of a grant left that covers all of the period: an unpaid month of it, from `postFrom` on. */
export const unpaidMonthOf = (facts: ChargeFacts, grants: readonly Grant[]): Hint[] =>
  amountOfOtherMonth(facts, grants, (grant, month) => {
    const {period, context, isPaidIn} = facts
    const days = period()
    if (!days || !coversAll(grant, days)) return false
    return month.from >= context.config.periods.postFrom && !isPaidIn(grant, month)
  })

function coversAll(grant: Grant, {from, to}: Period): boolean {
  const [only, ...others] = coveredPieces(grant, {from, to})
  return only !== undefined && others.length === 0 && only.from === from && only.to === to
}
