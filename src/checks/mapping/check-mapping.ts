/**
 * Checks the support sheet (`commands.md`, validate-mapping). Takes the support sheet, the chart, perhaps the grants, what
 * was there before and what was posted; returns the findings, what changes, how the posted invoices would be coded now,
 * and the cells that a corrected copy changes. Nothing here depends on the order of the register.
 */
import type {EarlierDocument} from '../../model/earlier.ts'
import type {MappingFinding} from '../finding.ts'
import {byColumn, byFile, byRow, bySeverity, sortFindings} from '../finding-order.ts'
import {type Before, type Change, changesSince} from './changes.ts'
import {chartFindings} from './chart-findings.ts'
import {chartLookup} from './chart-lookup.ts'
import {type CheckInput, firstPostableDay} from './check-input.ts'
import {type Correction, correctionsOf} from './corrections.ts'
import {grantFindings} from './grant-findings.ts'
import {pairFindings} from './pair-findings.ts'
import {type ReplayedPostings, replayPostings} from './replay-postings.ts'
import {rowFindings} from './row-findings.ts'
import {rowUsageOf} from './row-usage.ts'

export type MappingCheck = {
  /** Errors first; then by row, those of the support sheet before the chart's and missing rows last. */
  readonly findings: readonly MappingFinding[]
  /** Null where nothing was given to compare with. */
  readonly changes: readonly Change[] | null
  /** Null where there is no ledger. */
  readonly replay: ReplayedPostings | null
  readonly corrections: readonly Correction[]
}

export function checkMapping(
  input: CheckInput,
  before: Before | null,
  documents: readonly EarlierDocument[] | null,
): MappingCheck {
  const chart = chartLookup(input.chart, firstPostableDay(input))
  const usage = input.grants && rowUsageOf(input, input.grants)
  const findings = [
    ...rowFindings(input, chart, usage),
    ...pairFindings(input, usage),
    ...chartFindings(input, chart, usage),
    ...grantFindings(input, usage),
  ]
  const ownFile = input.mapping.rows[0]?.source.file
  return {
    findings: sortFindings(findings, [bySeverity, byFile(ownFile), byRow, byColumn]),
    changes: before && changesSince(before, input, usage),
    replay: documents && replayPostings(documents, input),
    corrections: correctionsOf(input, chart),
  }
}
