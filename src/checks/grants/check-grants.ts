/**
 * The register before the bills come (`commands.md`, validate-grants). Receives the grants as read, the support sheet
 * where there is one, and what the ledger has counted; hands on what will leave bills to people, dearest first.
 */
import type {Config} from '../../config/schema.ts'
import type {Mapping} from '../../model/accounts.ts'
import type {IsoDate} from '../../model/calendar.ts'
import type {GrantRegister} from '../../model/grant.ts'
import {compareText} from '../../model/source.ts'
import {duplicateGrants} from './duplicate-grants.ts'
import {endedAndBilled} from './ended.ts'
import type {Finding, Found} from './finding.ts'
import {gapsAndOverlaps} from './gaps-and-overlaps.ts'
import {type BilledPairs, invoicesPerMonthOf, registerOf, tenths} from './open-grants.ts'
import {farRates, withoutAmount} from './rates.ts'
import {unmapped} from './unmapped.ts'
import {unreadable} from './unreadable.ts'

export type GrantsCheck = {
  /** Grants that were read, and those of them that bills may still come for. */
  readonly grants: number
  readonly open: number
  readonly unreadableRows: number
  /** By bills a month, then errors first. */
  readonly findings: readonly Finding[]
  /** Bills a month that come for all open grants. */
  readonly billsPerMonth: number
}

export function checkGrants(
  read: GrantRegister,
  mapping: Mapping | null,
  billed: BilledPairs | null,
  config: Config,
  today: IsoDate,
): GrantsCheck {
  const register = registerOf(read, config, today)
  const twinsFound = duplicateGrants(register)
  const found: readonly Found[] = [
    ...unreadable(read, register),
    ...twinsFound,
    ...gapsAndOverlaps(register, new Set(twinsFound.flatMap(({grantIds}) => grantIds))),
    ...farRates(register),
    ...withoutAmount(register),
    ...(mapping ? unmapped(register, mapping) : []),
    ...(billed ? endedAndBilled(register, billed) : []),
  ]
  const billsPerMonth = invoicesPerMonthOf(register, billed)
  return {
    grants: read.grants.length,
    open: register.open.length,
    unreadableRows: read.unreadable.length,
    findings: found.map((each) => withCost(each, billsPerMonth, billed)).toSorted(byCost),
    billsPerMonth: billsPerMonth(register.open.map(({id}) => id)).billsPerMonth,
  }
}

function withCost(
  {cost, ...finding}: Found,
  billsPerMonth: ReturnType<typeof invoicesPerMonthOf>,
  billed: BilledPairs | null,
): Finding {
  if (cost.kind === 'bills')
    return {...finding, billsPerMonth: tenths(cost.count / (billed?.months ?? 1)), isCounted: true}
  const {isCounted, billsPerMonth: ofGrants} = billsPerMonth(cost.ids)
  return {...finding, billsPerMonth: tenths(ofGrants + (cost.more ?? 0)), isCounted}
}

const byCost = (a: Finding, b: Finding): number =>
  b.billsPerMonth - a.billsPerMonth ||
  compareText(a.severity, b.severity) ||
  compareText(a.kind, b.kind) ||
  compareText(a.grantIds.join(), b.grantIds.join()) ||
  compareText(a.what.en, b.what.en)
