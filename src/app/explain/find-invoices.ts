/**
 * Looks up the invoices that have a document's or an invoice's number, and of each the verdict to explain: that of the
 * run asked for, else the one that decides.
 */
import {decidingVerdict} from '../../explain/history.ts'
import type {ReadLedger} from '../../ledger/open/read-ledger.ts'
import {
  type HistoricVerdict,
  type InvoiceHistory,
  type InvoiceNumbers,
  keysOf,
  knownNumbers,
  loadInvoiceHistory,
} from '../../ledger/read/invoice-history.ts'
import {folderName} from '../../ledger/run-id.ts'
import {InputError} from '../../model/input-error.ts'
import {compareText} from '../../model/source.ts'
import {listText, localize} from '../../text/format.ts'
import {maskCprIn, maskedNumber} from '../../text/mask.ts'
import {nearestFew} from '../../text/nearest.ts'

export type FoundInvoice = {readonly history: InvoiceHistory; readonly verdict: HistoricVerdict}

/** Not empty. Throws an InputError where no run knows the number, or the run asked for has not seen it. */
export function findInvoices(ledger: ReadLedger, number: string, runId: string | null): FoundInvoice[] {
  const known = knownNumbers(ledger)
  const keys = keysOf(number, known)
  if (keys.length === 0) throw unknownNumber(number, known)
  const histories = keys.map((key) => loadInvoiceHistory(ledger, key))
  const found = histories.flatMap((history) => {
    const verdict = runId === null ? decidingVerdict(history.verdicts) : verdictOfRun(history, runId)
    return verdict ? [{history, verdict}] : []
  })
  if (found.length === 0) throw unknownRun(runId ?? '', histories)
  return found
}

const verdictOfRun = ({verdicts}: InvoiceHistory, runId: string): HistoricVerdict | undefined =>
  verdicts.findLast(({run}) => [run.runId, folderName(run.runId, run.dryRun)].includes(runId))

const mostSuggested = 5
/** Characters from which on a part of a number suggests the numbers that hold it. */
const leastPart = 3

function unknownNumber(number: string, known: readonly InvoiceNumbers[]): InputError {
  const all = [...new Set(known.flatMap(({documentNumber, invoiceNumber}) => [documentNumber, invoiceNumber]))]
  const holding = number.length >= leastPart ? all.filter((other) => other.includes(number)).toSorted(compareText) : []
  const near = [...new Set([...holding, ...nearestFew(number, all, mostSuggested)])]
    .slice(0, mostSuggested)
    .map(maskedNumber)
  const {da, en} = localize((language) => listText(near, language, mostSuggested))
  const text = {
    da: `Ingen kørsel kender et bilag eller en faktura med nummeret ${maskedNumber(number)}. ${near.length > 0 ? `Mente du ${da}?` : 'Ret nummeret, eller peg på den rigtige ledger-fil med --ledger.'}`,
    en: `No run knows a document or invoice with the number ${maskedNumber(number)}. ${near.length > 0 ? `Did you mean ${en}?` : 'Correct the number, or point to the right ledger with --ledger.'}`,
  }
  return new InputError(null, text, {isMasked: true})
}

const mostRuns = 8

function unknownRun(runId: string, histories: readonly InvoiceHistory[]): InputError {
  const folders = histories.flatMap(({verdicts}) => verdicts.map(({run}) => folderName(run.runId, run.dryRun)))
  const runs = [...new Set(folders)].toSorted(compareText)
  const {da, en} = localize((language) => listText(runs, language, mostRuns))
  return new InputError(null, {
    da: `Kørsel ${maskCprIn(runId)} har ikke set den regning. Det har ${da}.`,
    en: `Run ${maskCprIn(runId)} has not seen that bill. ${en} ${runs.length === 1 ? 'has' : 'have'}.`,
  })
}
