/** The grants that bills may still come for, and how many bills a month they bring. */
import type {Config} from '../../config/schema.ts'
import {type Costs, costsFor, firstDay, lastDay} from '../../match/costs/cost.ts'
import {addMonths, type IsoDate, type Month, monthOf, monthPeriod, type Period} from '../../model/calendar.ts'
import type {Cpr} from '../../model/citizen.ts'
import type {Grant, GrantRegister} from '../../model/grant.ts'

/** A bill that a run left to a person because no grant was valid, as its last word on it. */
export type NotValidInvoice = {readonly supplierCvr: string; readonly period: Period}

/** What the ledger knows of the last months' bills. */
export type BilledPairs = {
  /** Months of issue that the counts are of; at least one. */
  readonly months: number
  readonly invoices: (citizen: Cpr, billCvrs: ReadonlySet<string>) => number
  readonly notValid: (citizen: Cpr) => readonly NotValidInvoice[]
}

export type Register = {
  readonly config: Config
  readonly costs: Costs
  readonly grants: readonly Grant[]
  /** Those that are posted and that bills may still come for, from the month of `today` on. Sorted by id. */
  readonly open: readonly Grant[]
  readonly byId: ReadonlyMap<string, Grant>
  /** From the first month that a bill may be for now to a year ahead. */
  readonly months: readonly Month[]
  readonly today: IsoDate
}

const monthsAhead = 12

export function registerOf({grants}: GrantRegister, config: Config, today: IsoDate): Register {
  const month = monthOf(today)
  const first = addMonths(month, -config.periods.lookback)
  return {
    config,
    costs: costsFor(config),
    grants,
    open: grants.filter((grant) => isInScopeOfRegister(grant, config) && isOpen(grant, month)),
    byId: new Map(grants.map((grant) => [grant.id, grant])),
    months: Array.from({length: config.periods.lookback + monthsAhead + 1}, (_, at) => addMonths(first, at)),
    today,
  }
}

/** In scope and fixed: the program may post it. */
export const isInScopeOfRegister = ({fixed, paragraph}: Grant, {rules}: Config): boolean =>
  fixed && rules.paragraphs.includes(paragraph)

/** A one-off is billed in its first month alone. */
const isOpen = (grant: Grant, month: Month): boolean => {
  const {from} = monthPeriod(month)
  return grant.unit === 'Engang' ? firstDay(grant) >= from : lastDay(grant) >= from
}

/** The CVR numbers under which a supplier's bills come. */
export const billersOf = (supplierCvr: string, {suppliers}: Config): ReadonlySet<string> =>
  new Set([supplierCvr, ...(suppliers[supplierCvr]?.billsAs ?? [])])

export type InvoicesPerMonth = (grantIds: readonly string[]) => {billsPerMonth: number; isCounted: boolean}

/** One bill for each grant and month, or the grant's share of what the ledger has counted of its pair. */
export function invoicesPerMonthOf({open, byId, config}: Register, billed: BilledPairs | null): InvoicesPerMonth {
  const pairOf = ({citizen, supplierCvr}: Grant): string => `${citizen} ${supplierCvr}`
  const openPairs = Map.groupBy(open, pairOf)
  return (grantIds) => {
    const wanted = [...new Set(grantIds)].flatMap((id) => byId.get(id) ?? [])
    let [sum, isCounted] = [0, false]
    for (const [pair, ofPair] of Map.groupBy(wanted, pairOf)) {
      const all = new Set([...ofPair, ...(openPairs.get(pair) ?? [])])
      const [first] = ofPair
      const known = first && billed ? billed.invoices(first.citizen, billersOf(first.supplierCvr, config)) : 0
      if (known > 0) isCounted = true
      sum += billed && known > 0 ? (known / billed.months) * (ofPair.length / all.size) : ofPair.length
    }
    return {billsPerMonth: tenths(sum), isCounted}
  }
}

export const tenths = (number: number): number => Math.round(number * 10) / 10
