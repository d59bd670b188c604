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
import {meet, type Reach} from '../supplier-group.ts'

export type KnownBill = {
  readonly documentKey: string
  readonly reach: Reach
  readonly citizen: Cpr
  readonly amount: Ore
  /** Stated inside its window, or named. */
  readonly period: Period
  /** Asked only when it matters, for it may depend on the bills of the month before. */
  readonly isDoubtful: () => boolean
}

export type MonthClaims = {
  readonly add: (bill: KnownBill) => void
  /** What the run has found out about a document takes the place of what was known of it. */
  readonly replace: (documentKey: string, bills: readonly KnownBill[]) => void
  readonly of: (citizen: Cpr) => readonly KnownBill[]
}

export function monthClaims(): MonthClaims {
  const byCitizen = new Map<Cpr, Map<string, KnownBill[]>>()
  const citizensOf = new Map<string, Set<Cpr>>()

  const add = (bill: KnownBill): void => {
    const {citizen, documentKey} = bill
    const byDocument = entry(byCitizen, citizen, () => new Map<string, KnownBill[]>())
    entry(byDocument, documentKey, (): KnownBill[] => []).push(bill)
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
  asking: {readonly documentKey: string; readonly reach: Reach},
  pair: readonly Grant[],
  claims: MonthClaims,
  costs: Costs,
  tolerance: Ore,
): boolean {
  const month = monthPeriod(of)
  const alone = !pair.some((other) => other !== grant && coveredPart(other, month))
  return claims.of(grant.citizen).some((bill) => {
    if (bill.documentKey === asking.documentKey || !meet(bill.reach, asking.reach)) return false
    if (!contains(month, bill.period) && !contains(bill.period, month)) return false
    const fits = sizeOf((bill.amount - costs.of(grant, bill.period)) as Ore) <= tolerance
    return (alone || fits) && !bill.isDoubtful()
  })
}
