/** What goes into a batch and what comes out of it: records only. */
import type {Chart, Mapping} from './accounts.ts'
import type {Booked} from './booked.ts'
import type {CreditedNumber} from './earlier.ts'
import type {GrantRegister} from './grant.ts'
import type {Invoice} from './invoice.ts'
import type {Ore} from './money.ts'
import type {ReasonCode} from './reason.ts'
import type {InvoiceVerdict} from './verdict.ts'

export type BatchInputs = {
  readonly invoices: readonly Invoice[]
  readonly register: GrantRegister
  readonly mapping: Mapping
  /** Null where no chart was given. */
  readonly chart: Chart | null
  /** What `--booked` brings in this run, beside what the ledger knows of earlier ones. */
  readonly booked: Booked
}

export type Total = {readonly invoices: number; readonly lines: number; readonly amount: Ore}

export type ControlTotals = {
  readonly received: Total
  readonly posted: Total
  readonly decided: Total
  readonly exceptions: Total
  readonly alreadyPosted: Total
  /** Invoices by code, most first, ties by code. */
  readonly reasons: ReadonlyMap<ReasonCode, number>
}

export type BatchResult = {
  /** In the order of `matching.md`: by issue date, bills before credit notes, then document number, supplier, invoice number. */
  readonly verdicts: readonly InvoiceVerdict[]
  readonly totals: ControlTotals
  /** Documents of earlier runs, not among this run's, that a credit note of this run holds from now on. */
  readonly newlyHeld: readonly string[]
  /** Numbers that credit notes of this run named and nobody knows. */
  readonly creditedNumbers: readonly CreditedNumber[]
}
