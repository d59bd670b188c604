/**
 * The period of a charge (`matching.md` 2): what its lines state, or the month that billing names for the grants that
 * the scope step leaves.
 */
import type {MatchConfig} from '../../config/schema.ts'
import type {Grant} from '../../model/grant.ts'
import type {ReasonCode} from '../../model/reason.ts'
import type {Hint, LinePeriod} from '../../model/verdict.ts'
import type {Charge} from '../exclusion/charge.ts'
import {namedPeriod} from './line-period.ts'

export type PeriodOfCharge =
  | {readonly kind: 'known'; readonly period: LinePeriod}
  | {
      readonly kind: 'doubtful'
      readonly reason: Extract<ReasonCode, 'PERIOD_AMBIGUOUS' | 'PERIOD_BEFORE_START'>
      readonly hints: readonly Hint[]
      readonly period: LinePeriod | null
    }

export function periodOfCharge(
  {reading, invoiceCvr, issueDate}: Pick<Charge, 'reading' | 'invoiceCvr' | 'issueDate'>,
  inScope: readonly Grant[],
  config: MatchConfig,
): PeriodOfCharge {
  if (reading.kind === 'stated') {
    const {period, conflict} = reading
    return conflict
      ? {kind: 'doubtful', reason: 'PERIOD_AMBIGUOUS', hints: [conflict], period}
      : {kind: 'known', period}
  }
  const grantCvrs = inScope.map(({supplierCvr}) => supplierCvr)
  const named = namedPeriod(reading, invoiceCvr, grantCvrs, issueDate, config)
  if (named.kind === 'doubtful')
    return {kind: 'doubtful', reason: 'PERIOD_AMBIGUOUS', hints: [named.hint], period: null}
  const {period} = named
  return period.from < config.periods.postFrom
    ? {kind: 'doubtful', reason: 'PERIOD_BEFORE_START', hints: [], period}
    : {kind: 'known', period}
}
