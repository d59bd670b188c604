/**
 * A line left to a person: what the sentences and actions of reasons, hints and doubts are made from, and what several
 * of them ask of it (`matching.md` 6).
 */
import type {Period} from '../model/calendar.ts'
import type {Grant} from '../model/grant.ts'
import type {Invoice} from '../model/invoice.ts'
import type {ReasonCode} from '../model/reason.ts'
import type {LineVerdict} from '../model/verdict.ts'
import {supplierText} from '../text/format.ts'
import type {GrantsById} from './grants-by-id.ts'

export type Case = {
  /** The code that is shown for the line: its own, or its invoice's. */
  readonly reason: ReasonCode
  readonly line: LineVerdict
  readonly invoice: Invoice
  readonly grants: GrantsById
}

/** The line's period, else its columns where both are filled. Both ends are included. */
export function statedPeriod({line: {period, line}}: Pick<Case, 'line'>): Period | null {
  if (period) return period
  const {periodFrom: from, periodTo: to} = line
  return from && to ? {from, to} : null
}

/** `Bostedet Birkelunden (CVR 85614592)`. */
export const supplierOf = ({invoice}: Pick<Case, 'invoice'>): string =>
  supplierText(invoice.supplierName, invoice.supplierCvr)

/** Nearest first, without those that the register does not hold. */
export const nearestGrants = ({line, grants}: Pick<Case, 'line' | 'grants'>): Grant[] =>
  line.evidence.nearest.flatMap((id) => grants.get(id) ?? [])
