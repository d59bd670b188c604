/** What does not change while a batch is matched: its settings, the register and the ledger ordered for questions. */
import type {Coding} from '../coding/code-postings.ts'
import type {MatchConfig} from '../config/schema.ts'
import type {CreditedNumber, EarlierDocument} from '../model/earlier.ts'
import type {Costs} from './costs/cost.ts'
import type {KnownInvoices} from './credit-notes/known-invoices.ts'
import type {GrantIndex} from './grant-index.ts'
import type {LineCase} from './lines.ts'
import type {InvoiceReason} from './pre-checks.ts'
import type {RunInvoice} from './run-invoices.ts'
import type {SupplierGroup} from './supplier-group.ts'

export type MatchContext = {
  readonly config: MatchConfig
  readonly grants: GrantIndex
  readonly costs: Costs
  readonly coding: Coding
  /** The supplier side of the pairs that a CVR number on an invoice may be for. */
  readonly suppliersOf: (invoiceCvr: string) => SupplierGroup
  readonly earlierDocuments: ReadonlyMap<string, EarlierDocument>
  /** Numbers that credit notes of earlier runs named and nobody knew. */
  readonly earlierCreditedNumbers: readonly CreditedNumber[]
  /** In the order in which they are taken. */
  readonly invoices: readonly RunInvoice[]
  readonly knownInvoices: KnownInvoices
  readonly linesOf: (invoice: RunInvoice) => readonly LineCase[]
  /** From `ROW_INVALID` to `DUPLICATE_INVOICE`: what holds of an invoice before the run begins. */
  readonly intakeReasonOf: (invoice: RunInvoice) => InvoiceReason | null
}
