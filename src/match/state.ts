/** What grows while a batch is matched: what this run has posted, held and decided so far. It lives as long as one batch. */
import type {Cpr} from '../model/citizen.ts'
import type {CreditedNumber} from '../model/earlier.ts'
import type {InvoiceVerdict} from '../model/verdict.ts'
import type {BilledMonthIndex} from './billed-months/billed-month-index.ts'
import type {PaidDays} from './costs/paid-days.ts'
import type {PostingGroups} from './credit-notes/posting-groups.ts'

export type BatchState = {
  readonly paid: PaidDays
  readonly billedMonths: BilledMonthIndex
  /** Posted and not reversed, by the ledger and by this run. */
  readonly postingGroups: PostingGroups
  /** By document key, of earlier runs and of this one. */
  readonly postedKeys: Set<string>
  /** By document key: held by a credit note of this run. */
  readonly heldKeys: Set<string>
  readonly creditedNumbers: CreditedNumber[]
  /** Citizens of whom a credit note of this run freed a day. */
  readonly freedCitizens: Set<Cpr>
  /** By document key, in the order in which the invoices are taken. */
  readonly verdicts: Map<string, InvoiceVerdict>
}
