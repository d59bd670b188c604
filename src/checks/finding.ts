/**
 * A finding of `validate-grants` or `validate-mapping` (`commands.md`): what is wrong, where it is, what to do, and what
 * it affects. Both checks return a list of these; how a list is shown is the renderers' part (`src/render/checks`). No
 * CPR number is whole in a finding.
 */
import type {LocalizedText} from '../model/language.ts'
import type {Ore} from '../model/money.ts'
import type {Source} from '../model/source.ts'

/** An error keeps invoices from being posted; a warning is something to look at, and may. */
export type Severity = 'error' | 'warning'

export type GrantsFindingCode =
  | 'unreadable'
  | 'twins'
  | 'overlap'
  | 'gap'
  | 'rateFar'
  | 'noAmount'
  | 'notFixed'
  | 'endedBilled'
  | 'unmapped'

export type MappingFindingCode =
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

export type FindingCode = GrantsFindingCode | MappingFindingCode

export type Finding<Code extends FindingCode = FindingCode> = {
  readonly severity: Severity
  readonly code: Code
  /** The rows that it is about; none where a row is missing. */
  readonly rows: readonly Source[]
  /** The cell at fault; null where it is no one cell. */
  readonly cell: Cell | null
  /** Other rows that have to do with it. */
  readonly otherRows: readonly Source[]
  readonly grantIds: readonly string[]
  /** What is wrong, and what to do: whole sentences. */
  readonly problem: LocalizedText
  readonly remedy: LocalizedText
  /** The open number that replaces the one in the cell, by the chart of accounts. */
  readonly successor: string | null
  /** Null where no register was given, or grants have nothing to do with it. */
  readonly affected: Affected | null
  /** Null in a check that does not count invoices. */
  readonly invoices: MonthlyInvoices | null
}

export type GrantsFinding = Finding<GrantsFindingCode>
export type MappingFinding = Finding<MappingFindingCode>

/** The column's header as the file has it, and the cell's text, masked. */
export type Cell = {readonly column: string; readonly value: string}

/** Affected grants, and what they cost in a month (øre). */
export type Affected = {readonly grants: number; readonly monthly: Ore}

/** Affected invoices a month, with one decimal: counted in the ledger, else estimated as one for each open grant. */
export type MonthlyInvoices = {readonly count: number; readonly isCounted: boolean}

type RequiredParts<Code extends FindingCode> = Pick<Finding<Code>, 'severity' | 'code' | 'problem' | 'remedy'>

/** A finding of which only what is not empty is given. */
export const findingOf = <Code extends FindingCode>(
  parts: RequiredParts<Code> & Partial<Finding<Code>>,
): Finding<Code> => ({
  rows: [],
  cell: null,
  otherRows: [],
  grantIds: [],
  successor: null,
  affected: null,
  invoices: null,
  ...parts,
})

export type SeverityCounts = {readonly errors: number; readonly warnings: number}

export function countBySeverity(findings: readonly Finding[]): SeverityCounts {
  const errors = findings.filter(({severity}) => severity === 'error').length
  return {errors, warnings: findings.length - errors}
}
