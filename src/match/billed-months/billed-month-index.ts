/**
 * Which invoices are known for which month (`matching.md` 2, Doubts): of the ledger, and of this run wherever they stand
 * in it. An invoice known for a month settles it, unless it is a duplicate, a credit note, reversed, held, or itself in
 * doubt of its month.
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
  /** Øre. */
  readonly amount: Ore
  /** Stated inside its window, or named. */
  readonly period: Period
  /** Asked only when it matters, for it may depend on the invoices of the month before. */
  readonly isDoubtful: () => boolean
}

export type BilledMonthIndex = {
  readonly add: (entry: BilledMonthEntry) => void
  /** What the run has found out about an invoice takes the place of what was known of it. */
  readonly replace: (documentKey: string, entries: readonly BilledMonthEntry[]) => void
  readonly ofCitizen: (citizen: Cpr) => readonly BilledMonthEntry[]
}

export function indexBilledMonths(): BilledMonthIndex {
  const byCitizen = new Map<Cpr, Map<string, BilledMonthEntry[]>>()
  const citizensOf = new Map<string, Set<Cpr>>()

  const add = (entry: BilledMonthEntry): void => {
    const {citizen, documentKey} = entry
    const byDocument = entryOf(byCitizen, citizen, () => new Map<string, BilledMonthEntry[]>())
    entryOf(byDocument, documentKey, (): BilledMonthEntry[] => []).push(entry)
    entryOf(citizensOf, documentKey, () => new Set<Cpr>()).add(citizen)
  }
  return {
    add,
    replace: (documentKey, entries) => {
      for (const citizen of citizensOf.get(documentKey) ?? []) byCitizen.get(citizen)?.delete(documentKey)
      for (const entry of entries) add(entry)
    },
    ofCitizen: (citizen) => [...(byCitizen.get(citizen)?.values() ?? [])].flat(),
  }
}

function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key)
  if (found !== undefined) return found
  const made = make()
  map.set(key, made)
  return made
}

/** Whether another invoice is known for the month, of what the grant costs or of the only grant there. */
export function isBilled(
  grant: Grant,
  month: Month,
  {documentKey, suppliers}: Pick<BilledMonthEntry, 'documentKey' | 'suppliers'>,
  pair: readonly Grant[],
  billedMonths: BilledMonthIndex,
  costs: Costs,
  tolerance: Ore,
): boolean {
  const days = monthPeriod(month)
  const isOnlyGrant = !pair.some((other) => other !== grant && coveredPart(other, days))
  return billedMonths.ofCitizen(grant.citizen).some((entry) => {
    if (entry.documentKey === documentKey || !isSameSupplier(entry.suppliers, suppliers)) return false
    if (!contains(days, entry.period) && !contains(entry.period, days)) return false
    const fits = sizeOf((entry.amount - costs.of(grant, entry.period)) as Ore) <= tolerance
    return (isOnlyGrant || fits) && !entry.isDoubtful()
  })
}
