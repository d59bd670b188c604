/**
 * The whole of a batch, pure: records, configuration and what the ledger knows in; a verdict for every
 * invoice out, each exactly once.
 *
 * Invoices are taken in the order of `matching.md`; each sees what those before it posted. Bills are explained by
 * exclusion, credit notes take back what was posted.
 */

import type {MatchConfig} from '../config/schema.ts'
import type {BatchInputs, BatchResult} from '../model/batch.ts'
import type {Earlier} from '../model/earlier.ts'
import type {InvoiceVerdict, LineVerdict} from '../model/verdict.ts'
import {type Desk, startBatch} from './batch-state.ts'
import {addKnownInvoices} from './billed-months/billed-months.ts'
import {controlTotals} from './control-totals.ts'
import {matchCreditNote} from './credit-notes/match-credit-note.ts'
import {newRates} from './hints/new-rates.ts'
import {matchInvoice} from './match-invoice.ts'
import {heldReason, invoiceReason} from './pre-checks.ts'
import type {RunDocument} from './run-documents.ts'
import {alreadyPosted, exceptionAsWhole} from './verdicts.ts'

export function runBatch(inputs: BatchInputs, config: MatchConfig, earlier: Earlier): BatchResult {
  const state = startBatch(inputs, config, earlier)
  addKnownInvoices(state)
  for (const document of state.documents) state.verdicts.set(document.key, judge(document, state))

  const verdicts = withNewRates([...state.verdicts.values()], state)
  return {
    verdicts,
    totals: controlTotals(verdicts),
    newlyHeld: [...state.heldKeys].filter((key) => !state.verdicts.has(key)).toSorted(),
    creditedNumbers: state.creditedNumbers,
  }
}

/** The codes before exclusion in the contract's order (`matching.md` 4), then the lines. */
function judge(document: RunDocument, state: Desk): InvoiceVerdict {
  const {invoice, key, posted} = document
  if (posted) {
    return posted.isChanged
      ? exceptionAsWhole(document, 'DOCUMENT_CHANGED', null, state)
      : alreadyPosted(document, posted.document.runId)
  }
  const {standingCodeOf, earlierByKey, earlier, creditedNumbers, heldKeys, suppliersOf, config, around: context} = state
  const held = heldKeys.has(key) ? 'CREDITED_UNPOSTED' : earlierByKey.get(key)?.held
  const code =
    standingCodeOf(document) ??
    heldReason(
      invoice,
      held,
      suppliersOf(invoice.supplierCvr),
      [earlier.creditedNumbers, creditedNumbers],
      suppliersOf,
    ) ??
    invoiceReason(invoice, config, context.grants)
  if (code) return exceptionAsWhole(document, code.reason, code.hint, state)
  return invoice.type === 'creditNote' ? matchCreditNote(document, state) : matchInvoice(document, state)
}

function withNewRates(verdicts: readonly InvoiceVerdict[], {around: context}: Desk): InvoiceVerdict[] {
  const hints = newRates(verdicts, context.grants.byId)
  const told = (line: LineVerdict): LineVerdict => {
    const hint = hints.get(line)
    return hint ? {...line, evidence: {...line.evidence, hints: [...line.evidence.hints, hint]}} : line
  }
  return verdicts.map((verdict) =>
    verdict.lines.some((line) => hints.has(line)) ? {...verdict, lines: verdict.lines.map(told)} : verdict,
  )
}
