/**
 * How many invoices a month come for some grants (`commands.md`, validate-grants): counted in the ledger where it has
 * seen the pair of citizen and supplier, else one for each grant.
 */
import {invoicingSuppliers} from '../../match/supplier-group.ts'
import type {Period} from '../../model/calendar.ts'
import type {Cpr} from '../../model/citizen.ts'
import type {Grant} from '../../model/grant.ts'
import type {MonthlyInvoices} from '../finding.ts'
import type {CheckedRegister} from './checked-register.ts'

/** An invoice that a run left to a person because no grant was valid, as its last verdict. */
export type NotValidInvoice = {readonly supplierCvr: string; readonly period: Period}

/** What the ledger knows of the last months' invoices. */
export type BilledPairs = {
  /** Months of issue that the counts are of; at least one. */
  readonly months: number
  readonly invoices: (citizen: Cpr, invoicingCvrs: ReadonlySet<string>) => number
  readonly notValid: (citizen: Cpr) => readonly NotValidInvoice[]
}

export type InvoicesPerMonth = (grantIds: readonly string[]) => MonthlyInvoices

/** One invoice for each grant and month, or the grant's share of what the ledger has counted of its pair. */
export function invoicesPerMonthIn(
  {open, byId, config}: CheckedRegister,
  billed: BilledPairs | null,
): InvoicesPerMonth {
  const pairOf = ({citizen, supplierCvr}: Grant): string => `${citizen} ${supplierCvr}`
  const openPairs = Map.groupBy(open, pairOf)
  return (grantIds) => {
    const wanted = [...new Set(grantIds)].flatMap((id) => byId.get(id) ?? [])
    let [sum, isCounted] = [0, false]
    for (const [pair, grants] of Map.groupBy(wanted, pairOf)) {
      const all = new Set([...grants, ...(openPairs.get(pair) ?? [])])
      const [first] = grants
      const known = first && billed ? billed.invoices(first.citizen, invoicingSuppliers(first.supplierCvr, config)) : 0
      if (known > 0) isCounted = true
      sum += billed && known > 0 ? (known / billed.months) * (grants.length / all.size) : grants.length
    }
    return {count: toTenths(sum), isCounted}
  }
}

/** Rounded to one decimal. */
export const toTenths = (number: number): number => Math.round(number * 10) / 10
