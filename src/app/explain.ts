/**
 * `bills explain` from the disk (`commands.md`): finds the invoices that have a number in the ledger, which is only
 * read, and the proofs of the run asked for in its folder; returns the explanation of each, newest first.
 */
import {explainInvoice} from '../explain/explain-invoice.ts'
import type {ExplainedInvoice, Explanation} from '../explain/explanation.ts'
import {type ReadLedger, readLedgerWithKey} from '../ledger/open/read-ledger.ts'
import {paymentsOn} from '../ledger/read/invoice-history.ts'
import type {Language} from '../model/language.ts'
import {compareText} from '../model/source.ts'
import type {ProofLine} from '../outputs/evidence/proof-line.ts'
import {maskedNumber} from '../text/mask.ts'
import {type FoundInvoice, findInvoices} from './explain/find-invoices.ts'
import {readRun} from './explain/read-run.ts'

export type ExplainRequest = {
  /** A document's or an invoice's number. */
  readonly number: string
  /** The run that is asked about; null: the one that decides for the invoice. */
  readonly runId: string | null
  readonly ledger: string
  /** Null where `bills.yaml` names none. */
  readonly municipality: string | null
  /** Where run folders may be that are no longer where they were written. */
  readonly out: string
  readonly language: Language
}

/** Tables of the ledger that are needed: runs and dry runs. */
const leastVersion = 2

/** Throws an InputError where there is no ledger, no such invoice, or no such run of it. */
export function explain(request: ExplainRequest): Explanation {
  return readLedgerWithKey(
    {path: request.ledger, municipality: request.municipality, least: leastVersion},
    (ledger) => {
      const number = request.number.trim()
      return {
        asked: maskedNumber(number),
        invoices: findInvoices(ledger, number, request.runId)
          .toSorted((a, b) => compareText(b.verdict.issueDate ?? '', a.verdict.issueDate ?? ''))
          .map((found) => explainFound(found, ledger, request)),
      }
    },
  )
}

function explainFound(
  {history, verdict}: FoundInvoice,
  ledger: ReadLedger,
  {out, language}: ExplainRequest,
): ExplainedInvoice {
  const {run, proofs} = readRun(verdict, history.key, out, language)
  const proofsWithPayments = proofs.map((proof) => ({proof, payments: paymentsFor(proof, history.key, ledger)}))
  return explainInvoice({history, verdict, proofs: proofsWithPayments, run}, language)
}

/** Who has paid days of the grants that were excluded because days of theirs are paid, by grant. */
function paymentsFor({period, grants}: ProofLine, key: string, ledger: ReadLedger) {
  const paid = grants.filter(({tried}) => tried?.excludedBy === 'unpaid')
  return new Map(period ? paid.map(({id}) => [id, paymentsOn(ledger, id, period, key)]) : [])
}
