/**
 * What `bills explain` says of invoices (`commands.md`), for the terminal and for `--json`. Amounts are kroner with a
 * decimal point, as text; no CPR number is whole in it.
 */
import type {Owner, ReasonCode} from '../model/reason.ts'
import type {Outcome, StepName} from '../model/verdict.ts'

/** ISO days, both included. */
export type Days = {readonly from: string; readonly to: string}

/** A grant of the citizen that a step excluded, and the two values that were compared. */
export type Excluded = {readonly grantId: string; readonly grantValue: string; readonly lineValue: string}

export type WaterfallStep = {
  readonly name: StepName
  readonly before: number
  readonly after: number
  /** Of the citizen's grants alone; the others are only counted. */
  readonly excluded: readonly Excluded[]
}

/** One thing in which a grant and the line differ, and what would have fitted, in words. */
export type Difference = {readonly field: Field; readonly text: string; readonly wouldFit: string}

/** In the order in which a line is compared. */
export type Field = Exclude<StepName, 'readable' | 'citizen'>

/** The grant that came nearest to being the one: fewest differences, then excluded last. */
export type NearestMiss = {readonly grantId: string; readonly differences: readonly Difference[]}

export type ExplainedPosting = {
  readonly grantId: string
  readonly paragraph: string
  readonly service: string
  readonly period: Days
  /** Kroner with a decimal point, negative in a reversal. */
  readonly amount: string
  readonly account: string
  readonly pspElement: string
  readonly opus: 'open' | 'confirmed' | 'refused'
}

export type ExplainedLine = {
  readonly number: string
  readonly source: {readonly file: string; readonly row: number} | null
  readonly amount: string
  /** `010170-****` */
  readonly citizen: string | null
  readonly period: (Days & {readonly basis: string}) | null
  readonly text: string | null
  readonly reason: ReasonCode | null
  readonly owner: Owner | null
  /** The reason in words, and what would settle it; empty where the line was posted. */
  readonly because: string
  readonly suggestion: string
  /** Empty where the line did not come as far as the grants, or the proof cannot be read. */
  readonly steps: readonly WaterfallStep[]
  readonly left: readonly string[]
  readonly nearestMiss: NearestMiss | null
  readonly expected: string | null
  readonly postings: readonly ExplainedPosting[]
  /** Documents that have taken the line back. */
  readonly reversedBy: readonly string[]
}

export type HistoryEntry = {
  readonly runId: string
  readonly day: string
  readonly dryRun: boolean
  readonly undone: boolean
  readonly outcome: Outcome
  readonly reason: ReasonCode | null
  /** What happened, in words. */
  readonly text: string
}

export type ExplainedRun = {
  readonly runId: string
  readonly dryRun: boolean
  /** Where the run's folder is; null where it is not found. */
  readonly folder: string | null
  /** Why the proof of the run is not used, in words; null where it was read. */
  readonly withoutProof: string | null
  /** The path that was not found, or not as it was written. */
  readonly lookedFor: string | null
  /** The files that hold something of this invoice. */
  readonly files: readonly string[]
}

export type ExplainedInvoice = {
  readonly documentNumber: string
  readonly invoiceNumber: string
  readonly type: 'invoice' | 'creditNote'
  readonly issueDate: string | null
  readonly dueDate: string | null
  readonly supplierCvr: string
  readonly supplierName: string
  readonly total: string
  /** The run whose verdict is explained. */
  readonly run: ExplainedRun
  readonly outcome: Outcome
  readonly reason: ReasonCode | null
  readonly owner: Owner | null
  /** The verdict in one or two sentences. */
  readonly verdict: string
  readonly lines: readonly ExplainedLine[]
  readonly history: readonly HistoryEntry[]
}

export type Explanation = {readonly asked: string; readonly invoices: readonly ExplainedInvoice[]}
