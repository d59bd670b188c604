/** What `validate-grants` finds in the register (`commands.md`). No CPR number stands whole in it. */

import type {LocalizedText} from '../../model/language.ts'
import type {Source} from '../../model/source.ts'

/** An error leaves every bill of its grants to a person; a warning may. */
export type Severity = 'error' | 'warning'

export type FindingKind =
  | 'unreadable'
  | 'twins'
  | 'overlap'
  | 'gap'
  | 'rateFar'
  | 'noAmount'
  | 'notFixed'
  | 'endedBilled'
  | 'unmapped'

export type Finding = {
  readonly severity: Severity
  readonly kind: FindingKind
  readonly rows: readonly Source[]
  readonly grantIds: readonly string[]
  /** What is wrong, and what to do: whole sentences. */
  readonly what: LocalizedText
  readonly todo: LocalizedText
  /** Bills a month that it costs, with one decimal: counted in the ledger, else one for each open grant. */
  readonly billsPerMonth: number
  readonly isCounted: boolean
}

/** A finding before it is known what it costs. */
export type Found = Omit<Finding, 'billsPerMonth' | 'isCounted'> & {readonly cost: Cost}

/** How much a finding costs: what the grants named are billed (and so many more that are not in the register), or so many bills of the ledger. */
export type Cost =
  | {readonly kind: 'grants'; readonly ids: readonly string[]; readonly more?: number}
  | {readonly kind: 'bills'; readonly count: number}
