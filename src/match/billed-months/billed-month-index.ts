/**
 * Which bills are known for which month (`matching.md` 2, Doubts): of the ledger, and of this run wherever they
 * stand in it. A bill known for a month settles it, unless it is a duplicate, a credit note, reversed, held, or
 * itself in doubt of its month.
 */
import {contains, type Month, monthPeriod, type Period} from '../../model/calendar.ts'
import type {Cpr} from '../../model/citizen.ts'
import type {Grant} from '../../model/grant.ts'
import {type Ore, sizeOf} from '../../model/money.ts'
import {type Costs, coveredPart} from '../costs/cost.ts'
import {isSameSupplier, type SupplierGroup} from '../supplier-group.ts'

export type BilledMonthEntry = {
  readonly documentKey: string
  readonly suppliers: SupplierGroup
  readonly citizen: Cpr
  readonly amount: Ore
  /** Stated inside its window, or named. */
  readonly period: Period
  /** Asked only when it matters, for it may depend on the bills of the month before. */
  readonly isDoubtful: () => boolean
}

export type BilledMonthIndex = {
  readonly add: (bill: BilledMonthEntry) => void
  /** What the run has found out about a document takes the place of what was known of it. */
  readonly replace: (documentKey: string, bills: readonly BilledMonthEntry[]) => void
  readonly of: (citizen: Cpr) => readonly BilledMonthEntry[]
}

export function indexBilledMonths(): BilledMonthIndex {
  const byCitizen = new Map<Cpr, Map<string, BilledMonthEntry[]>>()
  const citizensOf = new Map<string, Set<Cpr>>()

  const add = (bill: BilledMonthEntry): void => {
    const {citizen, documentKey} = bill
    const byDocument = entry(byCitizen, citizen, () => new Map<string, BilledMonthEntry[]>())
    entry(byDocument, documentKey, (): BilledMonthEntry[] => []).push(bill)
    entry(citizensOf, documentKey, () => new Set<Cpr>()).add(citizen)
  }
  return {
    add,
    replace: (documentKey, bills) => {
      for (const citizen of citizensOf.get(documentKey) ?? []) byCitizen.get(citizen)?.delete(documentKey)
      for (const bill of bills) add(bill)
    },
    of: (citizen) => [...(byCitizen.get(citizen)?.values() ?? [])].flat(),
  }
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key)
  if (found !== undefined) return found
  const made = make()
  map.set(key, made)
  return made
}

/** Whether a bill other than this document is known for the month, of what the grant costs or of the only grant there. */
export function isBilled(
  grant: Grant,
  of: Month,
  asking: {readonly documentKey: string; readonly suppliers: SupplierGroup},
  pair: readonly Grant[],
  claims: BilledMonthIndex,
  costs: Costs,
  tolerance: Ore,
): boolean {
  const month = monthPeriod(of)
  const alone = !pair.some((other) => other !== grant && coveredPart(other, month))
  return claims.of(grant.citizen).some((bill) => {
    if (bill.documentKey === asking.documentKey || !isSameSupplier(bill.suppliers, asking.suppliers)) return false
    if (!contains(month, bill.period) && !contains(bill.period, month)) return false
    const fits = sizeOf((bill.amount - costs.of(grant, bill.period)) as Ore) <= tolerance
    return (alone || fits) && !bill.isDoubtful()
  })
}
