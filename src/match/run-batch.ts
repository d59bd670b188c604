/**
 * The whole of a batch, pure: records, configuration and what the ledger knows in; a verdict for every invoice out, each
 * exactly once.
 *
 * Invoices are taken in the order of `matching.md`; each sees what those before it posted. Invoices are explained by
 * exclusion, credit notes reverse what was posted.
 */
import type {MatchConfig} from '../config/schema.ts'
import type {BatchInputs, BatchResult} from '../model/batch.ts'
import type {Earlier} from '../model/earlier.ts'
import type {InvoiceVerdict, LineVerdict} from '../model/verdict.ts'
import {addKnownInvoices} from './billed-months/billed-months.ts'
import type {MatchContext} from './context.ts'
import {controlTotals} from './control-totals.ts'
import {matchCreditNote} from './credit-notes/match-credit-note.ts'
import type {GrantIndex} from './grant-index.ts'
import {newRates} from './hints/new-rates.ts'
import {matchInvoice} from './match-invoice.ts'
import {heldReason, invoiceReason} from './pre-checks.ts'
import type {RunInvoice} from './run-invoices.ts'
import {startBatch} from './start-batch.ts'
import type {BatchState} from './state.ts'
import {alreadyPosted, exceptionAsWhole} from './verdicts.ts'

export function runBatch(inputs: BatchInputs, config: MatchConfig, earlier: Earlier): BatchResult {
  const {context, state} = startBatch(inputs, config, earlier)
  addKnownInvoices(earlier.documents, context, state)
  for (const invoice of context.invoices) state.verdicts.set(invoice.key, verdictOf(invoice, context, state))
  for (const invoice of takenAgain(context, state)) state.verdicts.set(invoice.key, verdictOf(invoice, context, state))

  const verdicts = withNewRates([...state.verdicts.values()], context.grants)
  return {
    verdicts,
    totals: controlTotals(verdicts),
    newlyHeld: [...state.heldKeys].filter((key) => !state.verdicts.has(key)).toSorted(),
    creditedNumbers: state.creditedNumbers,
  }
}

/**
 * Invoices left for a day that was paid, or for a choice of grants, are taken once more where a credit note of this run
 * freed a day of a citizen of theirs (`matching.md`, before section 1).
 */
function takenAgain({invoices}: MatchContext, {verdicts, freedCitizens}: BatchState): RunInvoice[] {
  return invoices.filter(({key}) => {
    const verdict = verdicts.get(key)
    const isLeft = verdict?.reason === 'PERIOD_ALREADY_PAID' || verdict?.reason === 'GRANT_AMBIGUOUS'
    return isLeft && verdict.lines.some(({citizen}) => citizen !== null && freedCitizens.has(citizen))
  })
}

/** The checks before exclusion in the contract's order (`matching.md` 4), then the lines. */
function verdictOf(runInvoice: RunInvoice, context: MatchContext, state: BatchState): InvoiceVerdict {
  const {invoice, key, posted} = runInvoice
  if (posted && !posted.isChanged) return alreadyPosted(runInvoice, posted.document.runId)
  if (posted) return exceptionAsWhole(runInvoice, 'DOCUMENT_CHANGED', null, context, state)

  const held = state.heldKeys.has(key) ? 'CREDITED_UNPOSTED' : (context.earlierDocuments.get(key)?.held ?? null)
  const creditedNumbers = [context.earlierCreditedNumbers, state.creditedNumbers]
  const found =
    context.intakeReasonOf(runInvoice) ??
    heldReason(invoice, held, creditedNumbers, context.suppliersOf) ??
    invoiceReason(invoice, context.config, context.grants)
  if (found) return exceptionAsWhole(runInvoice, found.reason, found.hint, context, state)
  return invoice.type === 'creditNote'
    ? matchCreditNote(runInvoice, context, state)
    : matchInvoice(runInvoice, context, state)
}

function withNewRates(verdicts: readonly InvoiceVerdict[], grants: GrantIndex): InvoiceVerdict[] {
  const hints = newRates(verdicts, grants.byId)
  const withHint = (line: LineVerdict): LineVerdict => {
    const hint = hints.get(line)
    return hint ? {...line, evidence: {...line.evidence, hints: [...line.evidence.hints, hint]}} : line
  }
  return verdicts.map((verdict) =>
    verdict.lines.some((line) => hints.has(line)) ? {...verdict, lines: verdict.lines.map(withHint)} : verdict,
  )
}
