/**
 * Checks the register before the invoices come (`commands.md`, validate-grants). Takes the grants as read, the support
 * sheet where there is one, and what the ledger has counted; returns what will leave invoices to people, that with most
 * invoices a month first.
 */
import type {Config} from '../../config/schema.ts'
import type {Mapping} from '../../model/accounts.ts'
import type {IsoDate} from '../../model/calendar.ts'
import type {GrantRegister} from '../../model/grant.ts'
import type {GrantsFinding} from '../finding.ts'
import {byCode, byGrantIds, byInvoices, byProblem, bySeverity, sortFindings} from '../finding-order.ts'
import {checkedRegister} from './checked-register.ts'
import {duplicateGrants} from './duplicate-grants.ts'
import {endedAndBilled} from './ended.ts'
import type {Found} from './found.ts'
import {gapsAndOverlaps} from './gaps-and-overlaps.ts'
import {type BilledPairs, type InvoicesPerMonth, invoicesPerMonthIn, toTenths} from './invoices-per-month.ts'
import {farRates, withoutAmount} from './rates.ts'
import {unmapped} from './unmapped.ts'
import {unreadable} from './unreadable.ts'

export type GrantsCheck = {
  /** Grants that were read, and those of them that invoices may still come for. */
  readonly grants: number
  readonly open: number
  readonly unreadableRows: number
  readonly findings: readonly GrantsFinding[]
  /** For all open grants. */
  readonly invoicesPerMonth: number
}

const order = [byInvoices, bySeverity, byCode, byGrantIds, byProblem]

export function checkGrants(
  read: GrantRegister,
  mapping: Mapping | null,
  billed: BilledPairs | null,
  config: Config,
  today: IsoDate,
): GrantsCheck {
  const register = checkedRegister(read, config, today)
  const duplicates = duplicateGrants(register)
  const found: readonly Found[] = [
    ...unreadable(read, register),
    ...duplicates,
    ...gapsAndOverlaps(register, new Set(duplicates.flatMap(({finding}) => finding.grantIds))),
    ...farRates(register),
    ...withoutAmount(register),
    ...(mapping ? unmapped(register, mapping) : []),
    ...(billed ? endedAndBilled(register, billed) : []),
  ]
  const invoicesPerMonth = invoicesPerMonthIn(register, billed)
  const findings = found.map((finding) => withInvoices(finding, invoicesPerMonth, billed))
  return {
    grants: read.grants.length,
    open: register.open.length,
    unreadableRows: read.unreadable.length,
    findings: sortFindings(findings, order),
    invoicesPerMonth: invoicesPerMonth(register.open.map(({id}) => id)).count,
  }
}

function withInvoices(
  {finding, countedFrom}: Found,
  invoicesPerMonth: InvoicesPerMonth,
  billed: BilledPairs | null,
): GrantsFinding {
  if (countedFrom.kind === 'invoices') {
    return {...finding, invoices: {count: toTenths(countedFrom.count / (billed?.months ?? 1)), isCounted: true}}
  }
  const {count, isCounted} = invoicesPerMonth(countedFrom.ids)
  return {...finding, invoices: {count: toTenths(count + (countedFrom.notInRegister ?? 0)), isCounted}}
}
