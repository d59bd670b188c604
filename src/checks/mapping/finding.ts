/** A finding: what is wrong with the support sheet, where, and what to do. Data, so that it can be listed and counted. */

import type {LocalizedText} from '../../model/language.ts'
import type {Ore} from '../../model/money.ts'
import type {Source} from '../../model/source.ts'
import type {MappingField} from './check-input.ts'

/** An error keeps bills from being posted, or may; a warning does not. */
export type Severity = 'error' | 'warning'

export type FindingCode =
  // The row against itself.
  | 'rowUnreadable'
  | 'numberMalformed'
  | 'wrongColumn'
  | 'statusAccount'
  | 'neverValid'
  | 'duplicate'
  | 'conflict'
  // The row against the chart.
  | 'numberUnknown'
  | 'numberOfWrongType'
  | 'numberBlocked'
  | 'numberExpired'
  | 'numberNotYetValid'
  | 'numberCloses'
  | 'numberOpensLate'
  | 'chartUnreadable'
  // The row against the grants.
  | 'outOfScope'
  | 'neverReached'
  | 'usedByNone'
  | 'grantsWithoutRow'
  | 'grantsWithoutRowLater'

/** The grants that hang on a finding, and what they cost in a month (øre; `Affected.monthly` of `use.ts`). */
export type Affected = {readonly grants: number; readonly monthly: Ore}

export type Finding = {
  readonly severity: Severity
  readonly code: FindingCode
  /** Of the support sheet or the chart; null where no row is at fault but one is missing. */
  readonly source: Source | null
  readonly field: MappingField | null
  /** The column's header in the file; empty where it is no one column's fault. */
  readonly column: string
  /** What stands in the cell, masked; empty where nothing does. */
  readonly value: string
  /** Other rows that it is about. */
  readonly others: readonly Source[]
  readonly text: LocalizedText
  readonly remedy: LocalizedText
  /** The open number that takes the place of the one in the cell, by the chart. */
  readonly successor: string | null
  /** Null where no register was given, or it has no say. */
  readonly affected: Affected | null
}
