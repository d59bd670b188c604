/** What became of an invoice and each of its lines, with the evidence for it. */
import type {IsoDate, Period} from './calendar.ts'
import type {Cpr} from './citizen.ts'
import type {Invoice, InvoiceLine} from './invoice.ts'
import type {Ore} from './money.ts'
import type {Posting} from './posting.ts'
import type {ReasonCode} from './reason.ts'

/** The steps of exclusion, in their order (`matching.md` 3). */
export const stepNames = ['readable', 'supplier', 'citizen', 'scope', 'period', 'validity', 'amount', 'unpaid'] as const
export type StepName = (typeof stepNames)[number]

/** How many grants were before a step and after it. */
export type Step = {readonly name: StepName; readonly before: number; readonly after: number}

/** Where a line's period comes from: its columns (or XML), its text, or the billing month (`matching.md` 2). */
export type PeriodBasis = 'columns' | 'text' | 'named'
export type LinePeriod = Period & {readonly basis: PeriodBasis}

/** A grant of the line's citizen, what excluded it, and the two values compared. */
export type Candidate = {
  readonly grantId: string
  /** The step that excluded it; null where it was left. */
  readonly excludedBy: StepName | null
  /** What the grant has, at the step that excluded it (or what it costs, where it was left). CPR numbers masked. */
  readonly grantValue: string
  /** What the invoice line has. */
  readonly lineValue: string
  /** Øre for the period, where there is one and the grant covers a day of it. */
  readonly expected: Ore | null
  /** The covered part of the line's period. */
  readonly covered: Period | null
}

/** Why a line is doubted although exactly one explanation fits (`matching.md` 2, Doubts). */
export type Doubt =
  | {readonly kind: 'otherGrantOtherMonth'; readonly grantId: string; readonly month: string}
  | {readonly kind: 'gap'; readonly grantIds: readonly string[]; readonly month: string}
  | {readonly kind: 'partlyCovered'; readonly grantId: string}
  | {readonly kind: 'outOfScopeFits'; readonly grantIds: readonly string[]}
  | {readonly kind: 'nearAndExact'}

/** Facts for `Forslag` and the actions: each is a thing found, put into words by `src/exceptions`. */
export type Hint =
  | {
      readonly kind: 'newRate'
      readonly oldRate: Ore
      readonly newRate: Ore
      readonly service: string
      readonly supplierCvr: string
    }
  | {readonly kind: 'regulation'; readonly grantId: string; readonly from: string; readonly to: string}
  | {readonly kind: 'inactiveGrantFits'; readonly grantId: string}
  | {readonly kind: 'onlyPaidTo'; readonly grantId: string; readonly paidTo: IsoDate}
  | {readonly kind: 'amountOfMonth'; readonly grantId: string; readonly month: string}
  | {readonly kind: 'billingUnknown'}
  | {readonly kind: 'billingsDiffer'}
  | {readonly kind: 'contradictoryText'}
  | {readonly kind: 'textOtherMonth'; readonly month: string}
  | {readonly kind: 'oneEndOutside'}
  | {readonly kind: 'textAgainstColumns'}
  | {readonly kind: 'unknownCreditedNumber'; readonly number: string}
  | {readonly kind: 'severalPostedLines'; readonly count: number}
  | {
      readonly kind: 'firstDocument'
      readonly documentNumber: string
      readonly invoiceNumber: string
      readonly runId: string | null
    }
  | {readonly kind: 'bookedByPeople'}
  | {readonly kind: 'heldBy'; readonly invoiceNumber: string}
  | {readonly kind: 'textCitizen'; readonly masked: string}
  | {
      readonly kind: 'mappingKeys'
      readonly paragraph: string
      readonly ownership: string
      readonly targetGroup: string
      readonly service: string
    }
  | {
      readonly kind: 'account'
      readonly account: string
      readonly pspElement: string
      readonly successor: string
      readonly problem: 'unknown' | 'blocked' | 'notValid' | 'malformed'
    }
  | {readonly kind: 'unreadableRow'; readonly file: string; readonly row: number}

export type Evidence = {
  readonly steps: readonly Step[]
  /** Every grant of the citizen, sorted by id; empty where exclusion was not reached. */
  readonly candidates: readonly Candidate[]
  /** The grants that a person may choose between, nearest first. */
  readonly nearest: readonly string[]
  readonly doubt: Doubt | null
  readonly hints: readonly Hint[]
}

export type LineVerdict = {
  readonly line: InvoiceLine
  /** The line's own or the invoice's one CPR number; null where there is none or it is in doubt. */
  readonly citizen: Cpr | null
  readonly period: LinePeriod | null
  /** Null where the line was posted (or its invoice was posted before). */
  readonly reason: ReasonCode | null
  /** Lines of an invoice with one number were posted as one sum; null where the line is no part of a posting. */
  readonly postingGroup: number | null
  /** Of a unit of several lines, all stand at its first line. */
  readonly postings: readonly Posting[]
  /** What the nearest grant (or set) costs over the period, where exactly one is nearest. */
  readonly expected: Ore | null
  readonly evidence: Evidence
  /** What a later run must know of the month that this line bills; null where that is not established. */
  readonly billedMonth: BilledMonth | null
}

/** An invoice's claim on a month, for the doubt about gaps (`matching.md` 2). */
export type BilledMonth = {readonly period: Period; readonly basis: PeriodBasis; readonly doubtful: boolean}

export type Outcome = 'posted' | 'exception' | 'alreadyPosted'

export type InvoiceVerdict = {
  readonly invoice: Invoice
  /** What the ledger knows the document by: its number, else supplier and invoice number. */
  readonly documentKey: string
  readonly outcome: Outcome
  /** The first failing line's code, or the invoice's own; null unless an exception. */
  readonly reason: ReasonCode | null
  /** The run that posted it, where the outcome is `alreadyPosted`. */
  readonly postedIn: string | null
  readonly lines: readonly LineVerdict[]
}
