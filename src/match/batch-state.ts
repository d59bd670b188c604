/**
 * What lies on the desk while a batch is worked through: the register and the ledger ordered for questions, and what
 * this run has posted, held and decided so far. It lives as long as one batch.
 */
import {type Coding, codingFor} from '../coding/code-postings.ts'
import type {MatchConfig} from '../config/schema.ts'
import type {BatchInputs} from '../model/batch.ts'
import type {Cpr} from '../model/citizen.ts'
import type {CreditedNumber, Earlier, EarlierDocument} from '../model/earlier.ts'
import {memoize} from '../model/memoize.ts'
import type {InvoiceVerdict} from '../model/verdict.ts'
import {type BilledMonthIndex, indexBilledMonths} from './billed-months/billed-month-index.ts'
import {costsFor} from './costs/cost.ts'
import {paidDays} from './costs/paid-days.ts'
import {indexKnownInvoices, type KnownInvoice, type KnownInvoices} from './credit-notes/known-invoices.ts'
import {indexPostingGroups, type PostingGroups} from './credit-notes/posting-groups.ts'
import type {MatchContext} from './exclusion/charge.ts'
import {doubtOfMonth} from './exclusion/doubts.ts'
import type {Doubter} from './exclusion/explain-charge.ts'
import type {LineCase} from './explain-lines.ts'
import {indexGrants} from './grant-index.ts'
import {lineCasesOf} from './line-cases.ts'
import {type InvoiceReason, intakeReason} from './pre-checks.ts'
import {citizenOf, invoiceNumbersOf, type RunDocument, runDocuments} from './run-documents.ts'
import {type SupplierGroup, supplierGroups} from './supplier-group.ts'

export type Desk = {
  readonly config: MatchConfig
  readonly around: MatchContext
  readonly suppliersOf: (billCvr: string) => SupplierGroup
  readonly coding: Coding
  readonly doubtOf: Doubter
  readonly earlier: Earlier
  readonly earlierByKey: ReadonlyMap<string, EarlierDocument>
  /** In the order in which they are taken. */
  readonly documents: readonly RunDocument[]
  /** From `ROW_INVALID` to `DUPLICATE_INVOICE`: what stands fast before the run begins. */
  readonly standingCodeOf: (document: RunDocument) => InvoiceReason | null
  readonly bills: KnownInvoices
  readonly casesOf: (document: RunDocument) => readonly LineCase[]
  /** Grows with the run. */
  readonly units: PostingGroups
  readonly claims: BilledMonthIndex
  readonly postedKeys: Set<string>
  readonly heldKeys: Set<string>
  readonly creditedNumbers: CreditedNumber[]
  readonly verdicts: Map<string, InvoiceVerdict>
}

export function startBatch(inputs: BatchInputs, config: MatchConfig, earlier: Earlier): Desk {
  const {register, mapping, chart} = inputs
  const booked = [...earlier.booked, ...inputs.booked.rows]
  const grants = indexGrants(register, [...earlier.unreadableBooked, ...inputs.booked.unreadable])
  const costs = costsFor(config)
  const suppliersOf = supplierGroups(config)
  const paid = paidDays(grants, earlier.documents, booked, costs, suppliersOf)
  const context: MatchContext = {config, grants, costs, paid}
  const claims = indexBilledMonths()
  const documents = runDocuments(inputs.invoices, earlier, (citizen) => grants.ofCitizen(citizen).length > 0)
  const books = invoiceNumbersOf(documents, earlier, booked)
  const earlierByKey = new Map(earlier.documents.map((document) => [document.key, document]))
  return {
    config,
    around: context,
    suppliersOf,
    coding: codingFor(mapping, chart, config.opus.postingDate, grants.byId),
    doubtOf: (claim, period, chosen, inScope) => doubtOfMonth(claim, period, chosen, inScope, context, claims),
    earlier,
    earlierByKey,
    documents,
    standingCodeOf: memoize(({invoice, key}) => intakeReason(invoice, key, books)),
    bills: indexKnownInvoices([
      ...billsOfLedger(earlier, suppliersOf),
      ...billsOfRun(documents, earlierByKey, suppliersOf),
    ]),
    units: indexPostingGroups(earlier.documents, suppliersOf),
    casesOf: lineCasesOf(config, grants),
    claims,
    postedKeys: new Set(earlier.documents.filter(({outcome}) => outcome === 'posted').map(({key}) => key)),
    heldKeys: new Set(),
    creditedNumbers: [],
    verdicts: new Map(),
  }
}

const billsOfLedger = ({documents}: Earlier, suppliersOf: (cvr: string) => SupplierGroup): KnownInvoice[] =>
  documents
    .filter(({type}) => type === 'invoice')
    .map((document) => ({
      ...document,
      documentKey: document.key,
      suppliers: suppliersOf(document.supplierCvr),
      citizens: citizensOf(document.lines.map(({citizen}) => citizen)),
    }))

const billsOfRun = (
  documents: readonly RunDocument[],
  earlierByKey: ReadonlyMap<string, EarlierDocument>,
  suppliersOf: (cvr: string) => SupplierGroup,
): KnownInvoice[] =>
  documents
    .filter(({invoice, key}) => invoice.type === 'invoice' && !earlierByKey.has(key))
    .map(({invoice, key, citizens}) => ({
      ...invoice,
      documentKey: key,
      suppliers: suppliersOf(invoice.supplierCvr),
      citizens: citizensOf(citizens.map(citizenOf)),
    }))

const citizensOf = (citizens: readonly (Cpr | null)[]): ReadonlySet<Cpr> =>
  new Set(citizens.flatMap((citizen) => citizen ?? []))
