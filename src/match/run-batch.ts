/**
 * The whole of a batch, pure: records, configuration, what the ledger knows and a date in; a verdict for every
 * invoice out, each exactly once.
 *
 * Invoices are taken in the order of `matching.md`; each sees what those before it posted. Bills are explained by
 * exclusion, credit notes take back what was posted.
 */
import type {InvoiceVerdict, LineVerdict} from '../model/verdict.ts'
import {heldCode, invoiceCode} from './pre-checks.ts'
import {newRates} from './hints/new-rates.ts'
import type {RunBatch} from '../model/batch.ts'
import {enterKnownBills} from './billed-months/billed-months.ts'
import {type Desk, layOut} from './batch-state.ts'
import {judgeBill} from './match-invoice.ts'
import {judgeNote} from './credit-notes/match-credit-note.ts'
import type {RunDocument} from './run-documents.ts'
import {controlTotals} from './control-totals.ts'
import {exceptionAsWhole, postedBefore} from './verdicts.ts'

export const runBatch: RunBatch = (inputs, config, earlier) => {
  const desk = layOut(inputs, config, earlier)
  enterKnownBills(desk)
  for (const document of desk.documents) desk.verdicts.set(document.key, judge(document, desk))

  const verdicts = withNewRates([...desk.verdicts.values()], desk)
  return {
    verdicts,
    totals: controlTotals(verdicts),
    newlyHeld: [...desk.heldKeys].filter((key) => !desk.verdicts.has(key)).toSorted(),
    creditedNumbers: desk.creditedNumbers,
  }
}

/** The codes before exclusion in the contract's order (`matching.md` 4), then the lines. */
function judge(document: RunDocument, desk: Desk): InvoiceVerdict {
  const {invoice, key, posted} = document
  if (posted) {
    return posted.isChanged
      ? exceptionAsWhole(document, 'DOCUMENT_CHANGED', null, desk)
      : postedBefore(document, posted.document.runId)
  }
  const {standingCodeOf, earlierByKey, earlier, creditedNumbers, heldKeys, reach, config, around} = desk
  const held = heldKeys.has(key) ? 'CREDITED_UNPOSTED' : earlierByKey.get(key)?.held
  const code =
    standingCodeOf(document) ??
    heldCode(invoice, held, reach(invoice.supplierCvr), [earlier.creditedNumbers, creditedNumbers], reach) ??
    invoiceCode(invoice, config, around.grants)
  if (code) return exceptionAsWhole(document, code.reason, code.hint, desk)
  return invoice.type === 'creditNote' ? judgeNote(document, desk) : judgeBill(document, desk)
}

function withNewRates(verdicts: readonly InvoiceVerdict[], {around}: Desk): InvoiceVerdict[] {
  const hints = newRates(verdicts, around.grants.byId)
  const told = (line: LineVerdict): LineVerdict => {
    const hint = hints.get(line)
    return hint ? {...line, evidence: {...line.evidence, hints: [...line.evidence.hints, hint]}} : line
  }
  return verdicts.map((verdict) =>
    verdict.lines.some((line) => hints.has(line)) ? {...verdict, lines: verdict.lines.map(told)} : verdict,
  )
}
