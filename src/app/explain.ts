/**
 * `bills explain` from the disk (`commands.md`): finds the bills that bear a number in the ledger, which is only
 * read, and the proofs of the run asked for in its folder. A proof counts only where it is what the run wrote.
 */

import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {explainInvoice} from '../explain/explain-invoice.ts'
import type {ExplainedRun, Explanation} from '../explain/explanation.ts'
import {documentName, tellingVerdict} from '../explain/history.ts'
import {sha256} from '../files/sha256.ts'
import {type ReadLedger, readLedgerWithKey} from '../ledger/open/read-ledger.ts'
import {
  type HistoricVerdict,
  type InvoiceHistory,
  type InvoiceNumbers,
  keysOf,
  knownNumbers,
  loadInvoiceHistory,
  paymentsOn,
} from '../ledger/read/invoice-history.ts'
import {folderName} from '../ledger/run-id.ts'
import {InputError} from '../model/input-error.ts'
import type {Language} from '../model/language.ts'
import {compareText} from '../model/source.ts'
import {dryRunEnding} from '../outputs/dry-run-ending.ts'
import {type ProofLine, readProofLines} from '../outputs/evidence/proof-line.ts'
import {kronerText, listText, periodText} from '../text/format.ts'
import {maskCprIn, maskedNumber} from '../text/mask.ts'
import {nearestFew} from '../text/nearest.ts'

export type ExplainRequest = {
  /** A document's or an invoice's number. */
  readonly number: string
  /** The run that is asked about; null: the one that holds of the bill. */
  readonly runId: string | null
  readonly ledger: string
  /** Null where `bills.yaml` names none. */
  readonly municipality: string | null
  /** Where runs may stand that are no longer where they were written. */
  readonly out: string
  readonly language: Language
}

/** Tables of the ledger that are needed: runs and trials. */
const leastVersion = 2

/** Throws an InputError where there is no ledger, no such bill, or no such run of it. */
export function explain(request: ExplainRequest): Explanation {
  return readLedgerWithKey(
    {path: request.ledger, municipality: request.municipality, least: leastVersion},
    (ledger) => {
      const number = request.number.trim()
      const known = knownNumbers(ledger)
      const keys = keysOf(number, known)
      if (keys.length === 0) throw unknownNumber(number, known)
      const bills = keys.map((key) => loadInvoiceHistory(ledger, key))
      const chosen = bills.flatMap((bill) => {
        const verdict = request.runId === null ? tellingVerdict(bill.verdicts) : verdictOf(bill, request.runId)
        return verdict ? [{bill, verdict}] : []
      })
      if (chosen.length === 0) throw unknownRun(request.runId ?? '', bills)
      return {
        asked: maskedNumber(number),
        bills: chosen
          .toSorted((a, b) => compareText(b.verdict.issueDate ?? '', a.verdict.issueDate ?? ''))
          .map((each) => explained(each, ledger, request)),
      }
    },
  )
}

const verdictOf = ({verdicts}: InvoiceHistory, runId: string): HistoricVerdict | undefined =>
  verdicts.findLast(({run}) => [run.runId, folderName(run.runId, run.dryRun)].includes(runId))

function explained(
  {bill, verdict}: {readonly bill: InvoiceHistory; readonly verdict: HistoricVerdict},
  ledger: ReadLedger,
  {out, language}: ExplainRequest,
) {
  const {run, proofs} = readRun(verdict, bill.key, out, language)
  const paidBy = (grantId: string, {period}: ProofLine): string => {
    const payments = period ? paymentsOn(ledger, grantId, period, bill.key) : []
    const shown = payments.map(
      (payment) =>
        `${documentName(payment, language)} (${payment.runId}, ${periodText(payment.period, language)}, ${kronerText(payment.amount, language)})`,
    )
    return shown.length === 0 ? '' : `, ${language === 'da' ? 'af' : 'by'} ${listText(shown, language)}`
  }
  return explainInvoice({history: bill, verdict, proofs, run, paidBy}, language)
}

function readRun(
  verdict: HistoricVerdict,
  key: string,
  out: string,
  language: Language,
): {run: ExplainedRun; proofs: readonly ProofLine[]} {
  const {runId, dryRun, files} = verdict.run
  const name = folderName(runId, dryRun)
  const folder = [verdict.run.out, out].map((parent) => join(parent, name)).find((path) => existsSync(path)) ?? null
  const run = {runId, dryRun, folder, lookedFor: null, files: filesWith(verdict, folder)}
  const say = (lookedFor: string, da: string, en: string) => ({
    run: {...run, withoutProof: language === 'da' ? da : en, lookedFor},
    proofs: [],
  })
  if (!folder)
    return say(
      join(verdict.run.out, name),
      'Kørslens mappe står ikke mere, hvor den blev skrevet: den er flyttet eller slettet. Er den flyttet, så peg på dens nye overmappe med --out. Her er, hvad ledger-filen alene ved.',
      "The run's folder is no longer where it was written: it was moved or purged. If moved, point to the folder that now holds it with --out. This is what the ledger alone knows.",
    )
  const file = join(folder, 'proof.jsonl')
  if (!existsSync(file))
    return say(
      file,
      'Kørslens bevisfil findes ikke: den er slettet, eller kørslen er overtaget uden den. Her er, hvad ledger-filen alene ved.',
      'The proof of the run does not exist: it was deleted, or the run was taken over without it. This is what the ledger alone knows.',
    )
  const bytes = readFileSync(file)
  if (!files.some((each) => each.name === 'proof.jsonl' && each.sha256 === sha256(bytes)))
    return say(
      file,
      'Kørslens bevisfil er ikke mere, som kørslen skrev den (renset eller ændret), og bruges ikke. Her er, hvad ledger-filen alene ved.',
      'The proof of the run is no longer as the run wrote it (purged or changed) and is not used. This is what the ledger alone knows.',
    )
  const proofs = readProofLines(bytes.toString('utf8'))
  if (!proofs)
    return say(
      file,
      'Kørslens bevisfil er skrevet af en anden version af bills, som denne ikke kan læse. Her er, hvad ledger-filen alene ved.',
      'The proof of the run was written by another version of bills, which this one cannot read. This is what the ledger alone knows.',
    )
  return {run: {...run, withoutProof: null}, proofs: ofThisDocument(proofs, key, verdict)}
}

/** A citizen's number in a key is masked in the proof. Documents that are then alike stand on different rows. */
function ofThisDocument(proofs: readonly ProofLine[], key: string, {lines}: HistoricVerdict): readonly ProofLine[] {
  const exact = proofs.filter(({document}) => document.key === key)
  if (exact.length > 0) return exact
  const rows = new Set(lines.filter(({row}) => row > 0).map(({file, row}) => `${file}:${row}`))
  return proofs.filter(
    ({document, line}) =>
      document.key.includes('-****') &&
      maskCprIn(document.key) === maskCprIn(key) &&
      (rows.size === 0 || rows.has(`${maskCprIn(line.file)}:${line.row}`)),
  )
}

/** The files of the run in which this bill stands. */
function filesWith(
  {outcome, run, sent, documentNumber, invoiceNumber}: HistoricVerdict,
  folder: string | null,
): string[] {
  const ending = run.dryRun ? dryRunEnding : ''
  const names = new Set(run.files.map(({name}) => name))
  const only = (...wanted: string[]): string[] => wanted.filter((name) => names.has(name))
  if (outcome === 'exception') return only('exceptions.xlsx', 'exceptions.csv', `opus-remarks.csv${ending}`)
  if (outcome === 'alreadyPosted') return only(`opus-remarks.csv${ending}`)
  const postings = run.files.map(({name}) => name).filter((name) => /^opus-posting-.*\.csv/.test(name))
  const reference = documentNumber || invoiceNumber
  const holding = folder ? postings.filter((name) => hasReference(join(folder, name), reference)) : postings
  const documents = sent.map(({file, id}) => `${file} (RECEIV_DOC ${id})`)
  return [...holding, ...documents, ...only(`opus-remarks.csv${ending}`, `sensum-paid.csv${ending}`)]
}

/** `Referencenøgle` is the last column of a posting line. */
function hasReference(file: string, reference: string): boolean {
  if (!existsSync(file)) return false
  const quoted = `"${reference.replaceAll('"', '""')}"`
  return readFileSync(file, 'latin1')
    .split('\r\n')
    .some((line) => line.endsWith(`;${asLatin1(reference)}`) || line.endsWith(`;${asLatin1(quoted)}`))
}

/** UTF-8 bytes read as Latin-1; for plain ASCII, as numbers are, the text itself. */
const asLatin1 = (text: string): string => Buffer.from(text, 'utf8').toString('latin1')

function unknownNumber(number: string, known: readonly InvoiceNumbers[]): InputError {
  const all = [...new Set(known.flatMap(({documentNumber, invoiceNumber}) => [documentNumber, invoiceNumber]))]
  const part = number.length >= 3 ? all.filter((each) => each.includes(number)).toSorted(compareText) : []
  const near = [...new Set([...part, ...nearestFew(number, all, 5)])].slice(0, 5).map(maskedNumber)
  const [da, en] = (['da', 'en'] as const).map((language) => listText(near, language, 5))
  const text = {
    da: `Ingen kørsel kender et bilag eller en faktura med nummeret ${maskedNumber(number)}. ${near.length > 0 ? `Mente du ${da}?` : 'Ret nummeret, eller peg på den rigtige ledger-fil med --ledger.'}`,
    en: `No run knows a document or invoice with the number ${maskedNumber(number)}. ${near.length > 0 ? `Did you mean ${en}?` : 'Correct the number, or point to the right ledger with --ledger.'}`,
  }
  return new InputError(null, text, {isMasked: true})
}

function unknownRun(runId: string, bills: readonly InvoiceHistory[]): InputError {
  const runs = [
    ...new Set(bills.flatMap(({verdicts}) => verdicts.map(({run}) => folderName(run.runId, run.dryRun)))),
  ].toSorted(compareText)
  return new InputError(null, {
    da: `Kørsel ${maskCprIn(runId)} har ikke set den regning. Det har ${listText(runs, 'da', 8)}.`,
    en: `Run ${maskCprIn(runId)} has not seen that bill. ${listText(runs, 'en', 8)} ${runs.length === 1 ? 'has' : 'have'}.`,
  })
}
