/**
 * Back-dated regulations (`matching.md` 6): an amount that is just what months already paid should now cost, less
 * what was paid for them. Only named, never posted.
 */
import {monthOf} from '../../model/calendar.ts'
import type {Grant} from '../../model/grant.ts'
import type {Ore} from '../../model/money.ts'
import type {Posting} from '../../model/posting.ts'
import type {Hint} from '../../model/verdict.ts'
import type {Costs} from '../costs/cost.ts'

/**
 * `paid` are postings not reversed, of any grant. The months are consecutive among those that the program has paid;
 * the first run of months that fits is returned, by grant and then by its first day. Null where none does.
 */
export function regulationOf(
  amount: Ore,
  grants: readonly Grant[],
  paid: readonly Posting[],
  costs: Costs,
): Extract<Hint, {kind: 'regulation'}> | null {
  if (amount === 0) return null
  for (const grant of grants.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const ofGrant = paid
      .filter(({grantId}) => grantId === grant.id)
      .toSorted((a, b) => (a.period.from < b.period.from ? -1 : 1))
    const differences = ofGrant.map(({period, amount: was}) => costs.of(grant, period) - was)
    for (const [first, {period: from}] of ofGrant.entries()) {
      if (differences[first] === 0) continue
      let sum = 0
      for (const [last, {period: to}] of ofGrant.entries()) {
        if (last < first) continue
        sum += differences[last] ?? 0
        if (sum === amount) return {kind: 'regulation', grantId: grant.id, from: monthOf(from.from), to: monthOf(to.to)}
      }
    }
  }
  return null
}
