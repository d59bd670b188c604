/** What the ledger knows from earlier runs, as the matching needs it (`formats.md`, The ledger). */
import type {BookedRow, UnreadableBookedRow} from './booked.ts'
import type {IsoDate} from './calendar.ts'
import type {Cpr} from './citizen.ts'
import type {DocumentType} from './invoice.ts'
import type {Ore} from './money.ts'
import type {Posting} from './posting.ts'
import type {ReasonCode} from './reason.ts'
import type {BilledMonth} from './verdict.ts'

export type EarlierPosting = Omit<Posting, 'citizen'> & {
  /** Null: a citizen whom none of this run's files names. */
  readonly citizen: Cpr | null
  readonly runId: string
}

export type EarlierLine = {
  readonly lineNumber: string
  /** Null: none established, or a citizen whom none of this run's files names. */
  readonly citizen: Cpr | null
  readonly amount: Ore
  /** Lines with one number were posted as one sum; null where the line was not posted. */
  readonly postingGroup: number | null
  readonly postings: readonly EarlierPosting[]
  readonly billedMonth: BilledMonth | null
  /** The line was taken back by a credit note; `paidTo` is what the register then held for each of its grants. */
  readonly reversed: {readonly runId: string; readonly paidTo: Readonly<Record<string, IsoDate | null>>} | null
}

export type EarlierDocument = {
  readonly key: string
  readonly documentNumber: string
  readonly invoiceNumber: string
  readonly supplierCvr: string
  readonly type: DocumentType
  readonly total: Ore
  readonly issueDate: IsoDate | null
  /** Its last verdict; a posted document stays posted. */
  readonly outcome: 'posted' | 'exception'
  readonly reason: ReasonCode | null
  /** The run that posted it, or that saw it last. */
  readonly runId: string
  /** Counted from 1 in the order in which documents first came. */
  readonly firstSeen: number
  /** Held for good by a credit note or by a person; it is not tried again. */
  readonly held: 'CREDITED_UNPOSTED' | 'REJECTED' | null
  /** What `DOCUMENT_CHANGED` compares lines by (`src/match/document-key.ts`). */
  readonly fingerprint: string
  readonly lines: readonly EarlierLine[]
}

/** An invoice that a credit note named and nobody knew: held should it come later. */
export type CreditedNumber = {readonly supplierCvr: string; readonly foldedNumber: string}

export type Earlier = {
  readonly documents: readonly EarlierDocument[]
  readonly booked: readonly BookedRow[]
  readonly unreadableBooked: readonly UnreadableBookedRow[]
  readonly creditedNumbers: readonly CreditedNumber[]
  /** Grants in the last run's register; null before the first run. */
  readonly grantCount: number | null
}

export const nothingEarlier: Earlier = {
  documents: [],
  booked: [],
  unreadableBooked: [],
  creditedNumbers: [],
  grantCount: null,
}
