/**
 * The beginning of a batch. Takes its records, the settings and what the ledger knows; returns what stays fixed while
 * the batch is matched, and what grows with it.
 */
import {codingFor} from '../coding/code-postings.ts'
import type {MatchConfig} from '../config/schema.ts'
import type {BatchInputs} from '../model/batch.ts'
import type {Cpr} from '../model/citizen.ts'
import type {Earlier} from '../model/earlier.ts'
import {foldInvoiceNumber} from '../model/invoice.ts'
import {memoize} from '../model/memoize.ts'
import {indexBilledMonths} from './billed-months/billed-month-index.ts'
import type {MatchContext} from './context.ts'
import {costsFor} from './costs/cost.ts'
import {paidDays} from './costs/paid-days.ts'
import {indexKnownInvoices, type KnownInvoice, type KnownInvoices} from './credit-notes/known-invoices.ts'
import {indexPostingGroups} from './credit-notes/posting-groups.ts'
import {indexGrants} from './grant-index.ts'
import {indexInvoiceNumbers} from './invoice-numbers.ts'
import {readLines} from './lines.ts'
import {intakeReason} from './pre-checks.ts'
import {citizenOf, type RunInvoice, runInvoices} from './run-invoices.ts'
import type {BatchState} from './state.ts'
import {type SupplierGroup, supplierGroups} from './supplier-group.ts'

export type Batch = {readonly context: MatchContext; readonly state: BatchState}

export function startBatch(inputs: BatchInputs, config: MatchConfig, earlier: Earlier): Batch {
  const {register, mapping, chart} = inputs
  const booked = [...earlier.booked, ...inputs.booked.rows]
  const grants = indexGrants(register, [...earlier.unreadableBooked, ...inputs.booked.unreadable])
  const costs = costsFor(config)
  const suppliersOf = supplierGroups(config)
  const invoices = runInvoices(inputs.invoices, earlier, (citizen) => grants.ofCitizen(citizen).length > 0)
  const numbers = indexInvoiceNumbers(earlier.documents, invoices, booked)
  const numbered = indexKnownInvoices(knownInvoices(invoices, earlier, suppliersOf))
  return {
    context: {
      config,
      grants,
      costs,
      coding: codingFor(mapping, chart, config.opus.postingDate, grants.byId),
      suppliersOf,
      earlierDocuments: new Map(earlier.documents.map((document) => [document.key, document])),
      earlierCreditedNumbers: earlier.creditedNumbers,
      invoices,
      knownInvoices: numbered,
      linesOf: memoize((invoice) => readLines(invoice, config, grants, isNumberOf(invoice, numbered, suppliersOf))),
      intakeReasonOf: memoize(({invoice, key}) => intakeReason(invoice, key, numbers)),
    },
    state: {
      paid: paidDays(grants, earlier.documents, booked, costs, suppliersOf),
      billedMonths: indexBilledMonths(),
      postingGroups: indexPostingGroups(earlier.documents, suppliersOf),
      postedKeys: new Set(earlier.documents.filter(({outcome}) => outcome === 'posted').map(({key}) => key)),
      heldKeys: new Set(),
      creditedNumbers: [],
      freedCitizens: new Set(),
      verdicts: new Map(),
    },
  }
}

/** The invoice's own numbers, and those of the supplier's invoices that the ledger or this run knows. */
const isNumberOf =
  ({invoice}: RunInvoice, known: KnownInvoices, suppliersOf: (invoiceCvr: string) => SupplierGroup) =>
  (token: string): boolean => {
    const sameNumber = known.withNumber(foldInvoiceNumber(token), suppliersOf(invoice.supplierCvr))
    const numbers = [invoice.invoiceNumber, invoice.documentNumber, ...sameNumber.map((other) => other.invoiceNumber)]
    return numbers.some((number) => asWritten(number) === asWritten(token))
  }

/** With its punctuation: `04/2026` is a month though the supplier has an invoice 42026. */
const asWritten = (number: string): string =>
  number
    .toLowerCase()
    .replaceAll(/\s/g, '')
    .replace(/^0+(?=.)/, '')

/** Of the ledger, and of this run what the ledger does not know. */
function knownInvoices(
  invoices: readonly RunInvoice[],
  {documents}: Earlier,
  suppliersOf: (invoiceCvr: string) => SupplierGroup,
): KnownInvoice[] {
  const earlierKeys = new Set(documents.map(({key}) => key))
  const ofLedger = documents
    .filter(({type}) => type === 'invoice')
    .map((document) => ({
      ...document,
      documentKey: document.key,
      suppliers: suppliersOf(document.supplierCvr),
      citizens: known(document.lines.map(({citizen}) => citizen)),
    }))
  const ofRun = invoices
    .filter(({invoice, key}) => invoice.type === 'invoice' && !earlierKeys.has(key))
    .map(({invoice, key, citizens}) => ({
      ...invoice,
      documentKey: key,
      suppliers: suppliersOf(invoice.supplierCvr),
      citizens: known(citizens.map(citizenOf)),
    }))
  return [...ofLedger, ...ofRun]
}

const known = (citizens: readonly (Cpr | null)[]): ReadonlySet<Cpr> =>
  new Set(citizens.flatMap((citizen) => citizen ?? []))
