/**
 * What `bills validate-mapping` finds (`commands.md`). Receives the support sheet, the chart, perhaps the grants, what
 * stood before and what was posted; hands on the findings, what changes, what would become of the bills, and the cells
 * that a corrected copy changes. Nothing here depends on the order of the register.
 */
import type {EarlierDocument} from '../../model/earlier.ts'
import {compareSources, compareText} from '../../model/source.ts'
import {type Before, type Change, changesSince} from './changes.ts'
import {chartFindings} from './chart-findings.ts'
import {chartLookup} from './chart-lookup.ts'
import {type CheckInput, firstPostableDay} from './check-input.ts'
import {type Correction, correctionsOf} from './corrections.ts'
import type {Finding} from './finding.ts'
import {grantFindings} from './grant-findings.ts'
import {pairFindings} from './pair-findings.ts'
import {type ReplayedPostings, replayPostings} from './replay-postings.ts'
import {rowFindings} from './row-findings.ts'
import {rowUsageOf} from './row-usage.ts'

export type CheckedMapping = {
  /** Errors first; then by row, rows that are missing last. */
  readonly findings: readonly Finding[]
  /** Null where nothing was given to compare with. */
  readonly changes: readonly Change[] | null
  /** Null where there is no ledger. */
  readonly replay: ReplayedPostings | null
  readonly corrections: readonly Correction[]
}

export function checkMapping(
  subject: CheckInput,
  before: Before | null,
  documents: readonly EarlierDocument[] | null,
): CheckedMapping {
  const numbers = chartLookup(subject.chart, firstPostableDay(subject))
  const use = subject.grants && rowUsageOf(subject, subject.grants)
  const findings = [
    ...rowFindings(subject, numbers, use),
    ...pairFindings(subject, use),
    ...chartFindings(subject, numbers, use),
    ...grantFindings(subject, use),
  ]
  return {
    findings: findings.toSorted(inOrder(subject)),
    changes: before && changesSince(before, subject, use),
    replay: documents && replayPostings(documents, subject),
    corrections: correctionsOf(subject, numbers),
  }
}

/** The support sheet before the chart; where two are of one row, as they were found. */
function inOrder({mapping}: CheckInput): (a: Finding, b: Finding) => number {
  const rank = ({severity}: Finding): number => (severity === 'error' ? 0 : 1)
  const ownFile = mapping.rows[0]?.source.file
  const table = ({source}: Finding): number => (source === null ? 1 : source.file === ownFile ? 0 : 2)
  return (a, b) =>
    rank(a) - rank(b) ||
    table(a) - table(b) ||
    (a.source && b.source ? compareSources(a.source, b.source) : 0) ||
    (a.source === null ? 0 : compareText(a.column, b.column))
}
