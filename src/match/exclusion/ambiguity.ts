/** Where more than one explanation fits a charge, paid ones counted (`matching.md` 3): a person must choose. */

import type {Ending} from './ending.ts'
import type {ChargeFacts} from './facts.ts'

/** Null where at most one explanation fits. */
export function ambiguityOf(facts: ChargeFacts): Ending | null {
  const {singles, sets, furtherSets} = facts.fitting()
  const [costing, period] = [facts.costing(), facts.period()]
  const inSets = sets.flatMap((set) => set.grants)
  const further = [...facts.fitOutOfScope(), ...furtherSets.flatMap((set) => set.grants)]
  if (further.length > 0) {
    const grantIds = [...new Set(further.map(({id}) => id))].toSorted()
    return {
      reason: 'GRANT_AMBIGUOUS',
      nearest: [...costing, ...further],
      period,
      doubt: {kind: 'outOfScopeFits', grantIds},
    }
  }
  if (singles.length > 0 && inSets.length > 0)
    return {reason: 'GRANT_AMBIGUOUS', nearest: [...singles, ...inSets], period, doubt: {kind: 'nearAndExact'}}
  if (singles.length > 1 && singles.some((grant) => !facts.isPaid(grant)))
    return {reason: 'GRANT_AMBIGUOUS', nearest: singles, period}
  return singles.length === 0 && sets.length > 1 ? {reason: 'GRANT_AMBIGUOUS', nearest: costing, period} : null
}
