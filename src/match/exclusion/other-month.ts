/** Whether an amount is just what a grant costs in another whole month of the window (`matching.md` 3, the step «amount»). */
import type {Period} from '../../model/calendar.ts'
import type {Grant} from '../../model/grant.ts'
import {type Ore, sizeOf} from '../../model/money.ts'
import type {Hint} from '../../model/verdict.ts'
import type {MatchContext} from '../context.ts'
import {otherMonths} from '../periods/line-period.ts'
import type {Charge} from './charge.ts'

/** The first grant and month that fit, as a hint; empty where none does. */
export function amountOfOtherMonth(
  {amount, issueDate, invoiceCvr}: Pick<Charge, 'amount' | 'issueDate' | 'invoiceCvr'>,
  grants: readonly Grant[],
  period: Period,
  {config, costs}: Pick<MatchContext, 'config' | 'costs'>,
): Hint[] {
  if (amount <= 0) return []
  for (const grant of grants) {
    for (const month of otherMonths(issueDate, invoiceCvr, period, config)) {
      const cost = costs.of(grant, month)
      if (cost > 0 && sizeOf((amount - cost) as Ore) <= config.rules.amountTolerance)
        return [{kind: 'amountOfMonth', grantId: grant.id, month: month.from.slice(0, 7)}]
    }
  }
  return []
}
