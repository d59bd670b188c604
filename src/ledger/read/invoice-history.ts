/**
 * What the ledger knows of single invoices, over all runs and dry runs (`commands.md`, explain): takes a number or a
 * document's key, returns the documents that have it, with every verdict, its lines and postings, and who took a line
 * back.
 */
import type {IsoDate, Period} from '../../model/calendar.ts'
import {foldInvoiceNumber} from '../../model/invoice.ts'
import {type Ore, sumOre} from '../../model/money.ts'
import type {Owner, ReasonCode} from '../../model/reason.ts'
import type {Outcome, PeriodBasis} from '../../model/verdict.ts'
import {maskCprIn} from '../../text/mask.ts'
import type {RunState} from '../commit/recorded-runs.ts'
import {type FileHash, filesOf} from '../commit/run-files.ts'
import {allRows, firstRow} from '../open/database.ts'
import {encrypt} from '../open/key-file.ts'
import {versionOf} from '../open/open-database.ts'
import {decrypted, type ReadLedger} from '../open/read-ledger.ts'
import {
  allNumbers,
  countedPayments,
  currentHold,
  documentsSent,
  dryRunPostings,
  dryRunVerdicts,
  linesOfVerdict,
  type OpusState,
  type OtherDocumentRow,
  type PostingRow,
  postingsOfLine,
  reversalsOfLine,
  runVerdicts,
  type VerdictRow,
} from './invoice-queries.ts'

/** Numbers as they were read: they may hold a CPR number. */
export type InvoiceNumbers = {readonly key: string; readonly documentNumber: string; readonly invoiceNumber: string}

/** `out` is the full path of the folder that the run's folder was written into. */
export type InvoiceRun = {
  readonly runId: string
  readonly dryRun: boolean
  readonly state: RunState
  readonly today: IsoDate
  readonly out: string
  readonly files: readonly FileHash[]
}

/** A line of another document that takes this one back, or that this one takes back. */
export type OtherDocument = {
  readonly runId: string
  readonly documentNumber: string
  readonly invoiceNumber: string
}

/** Amount in øre, negative in a reversal. */
export type HistoricPosting = {
  readonly grantId: string
  readonly supplierCvr: string
  readonly paragraph: string
  readonly service: string
  readonly period: Period
  readonly amount: Ore
  readonly account: string
  readonly pspElement: string
  readonly opusState: OpusState
}

export type HistoricLine = {
  readonly lineNumber: string
  /** Masked, as the ledger stores it. */
  readonly file: string
  readonly row: number
  /** `010170-****`; null where no citizen was established. */
  readonly citizen: string | null
  /** Øre, as `expected`. */
  readonly amount: Ore
  readonly expected: Ore | null
  readonly period: (Period & {readonly basis: PeriodBasis}) | null
  readonly reason: ReasonCode | null
  readonly owner: Owner | null
  readonly postings: readonly HistoricPosting[]
  readonly reversals: readonly OtherDocument[]
}

export type SentDocument = {readonly id: string; readonly file: string}

export type HistoricVerdict = {
  readonly run: InvoiceRun
  readonly outcome: Outcome
  readonly reason: ReasonCode | null
  readonly owner: Owner | null
  readonly postedIn: string | null
  readonly opusState: OpusState
  readonly documentNumber: string
  readonly invoiceNumber: string
  readonly type: 'invoice' | 'creditNote'
  readonly issueDate: IsoDate | null
  readonly dueDate: IsoDate | null
  readonly supplierCvr: string
  readonly supplierName: string
  /** Øre. */
  readonly total: Ore
  /** Its documents in the XML files for OPUS, as `RECEIV_DOC` names them; none of a dry run. */
  readonly sent: readonly SentDocument[]
  /** Of a dry run, only those with a posting are known. */
  readonly lines: readonly HistoricLine[]
}

export type InvoiceHistory = {
  readonly key: string
  readonly held: 'CREDITED_UNPOSTED' | 'REJECTED' | null
  /** Oldest first, dry runs before runs. Not empty. */
  readonly verdicts: readonly HistoricVerdict[]
}

/** Every document that a run or a dry run has seen, undone runs too. */
export const knownNumbers = (ledger: ReadLedger): InvoiceNumbers[] => [
  ...new Map(
    allRows(ledger.database, allNumbers).map((row) => [
      `${row.key}\n${row.document_number}\n${row.invoice_number}`,
      {
        key: decrypted(ledger, row.key),
        documentNumber: decrypted(ledger, row.document_number),
        invoiceNumber: decrypted(ledger, row.invoice_number),
      },
    ]),
  ).values(),
]

/** The keys of the documents with that number: to the letter, else as invoice numbers are compared. */
export function keysOf(number: string, known: readonly InvoiceNumbers[]): string[] {
  const exact = known.filter(({documentNumber, invoiceNumber}) => [documentNumber, invoiceNumber].includes(number))
  const folded = foldInvoiceNumber(number)
  const alike = (written: string): boolean => written !== '' && foldInvoiceNumber(written) === folded
  const found =
    exact.length > 0
      ? exact
      : known.filter(({documentNumber, invoiceNumber}) => alike(documentNumber) || alike(invoiceNumber))
  return [...new Set(found.map(({key}) => key))]
}

export function loadInvoiceHistory(ledger: ReadLedger, key: string): InvoiceHistory {
  const storedKey = encrypt(ledger.key, key)
  const dryRuns = allRows(ledger.database, dryRunVerdicts, storedKey).map((row) =>
    verdictOf(ledger, row, dryRunLines(ledger, row.id)),
  )
  const runs = allRows(ledger.database, runVerdicts, storedKey).map((row) =>
    verdictOf(ledger, row, runLines(ledger, row.id)),
  )
  const hold = firstRow(ledger.database, currentHold, storedKey)
  return {key, held: hold?.kind ?? null, verdicts: [...dryRuns, ...runs]}
}

/** What other documents have posted on a grant for days of a period, and that counts still. */
export function paymentsOn(
  ledger: ReadLedger,
  grantId: string,
  {from, to}: Period,
  exceptKey: string,
): (OtherDocument & Pick<HistoricPosting, 'period' | 'amount'>)[] {
  const [grant, except] = [encrypt(ledger.key, grantId), encrypt(ledger.key, exceptKey)]
  return allRows(ledger.database, countedPayments, grant, to, from, except).map((row) => ({
    ...otherDocument(ledger, row),
    period: {from: row.period_from, to: row.period_to},
    amount: row.amount,
  }))
}

function verdictOf(ledger: ReadLedger, row: VerdictRow, lines: readonly HistoricLine[]): HistoricVerdict {
  const {id, number, dryRun, runId, state, today, out, ...verdict} = row
  const run = {runId, state, today, out, dryRun: dryRun === 1}
  return {
    ...verdict,
    documentNumber: decrypted(ledger, verdict.documentNumber),
    invoiceNumber: decrypted(ledger, verdict.invoiceNumber),
    supplierCvr: maskCprIn(decrypted(ledger, verdict.supplierCvr)),
    run: {...run, files: filesOf(ledger.database, {...run, number})},
    sent: run.dryRun ? [] : sentDocuments(ledger, id),
    lines,
  }
}

/** Ledgers before version 4 have none. */
const sentDocuments = ({database}: ReadLedger, verdict: number): SentDocument[] =>
  versionOf(database) < 4 ? [] : allRows(database, documentsSent, verdict)

function runLines(ledger: ReadLedger, verdict: number): HistoricLine[] {
  return allRows(ledger.database, linesOfVerdict, verdict).map((row) => {
    const {id, period_from: from, period_to: to, period_basis: basis, ...line} = row
    return {
      ...line,
      lineNumber: decrypted(ledger, line.lineNumber),
      period: from && to && basis ? {from, to, basis} : null,
      postings: allRows(ledger.database, postingsOfLine, id).map((posting) => postingOf(ledger, posting)),
      reversals: allRows(ledger.database, reversalsOfLine, id).map((reversal) => otherDocument(ledger, reversal)),
    }
  })
}

function dryRunLines(ledger: ReadLedger, document: number): HistoricLine[] {
  const rows = allRows(ledger.database, dryRunPostings, document)
  return [...Map.groupBy(rows, ({lineNumber}) => lineNumber)].map(([lineNumber, postings]) => ({
    lineNumber: decrypted(ledger, lineNumber),
    ...{file: '', row: 0, expected: null, period: null, reason: null, owner: null, reversals: []},
    citizen: postings[0]?.citizen ?? null,
    amount: sumOre(postings.map(({amount}) => amount)),
    postings: postings.map(({lineNumber: _number, citizen: _citizen, ...posting}) => postingOf(ledger, posting)),
  }))
}

function postingOf(ledger: ReadLedger, {period_from: from, period_to: to, ...posting}: PostingRow): HistoricPosting {
  const {grantId, paragraph, service} = posting
  return {
    ...posting,
    grantId: decrypted(ledger, grantId),
    paragraph: decrypted(ledger, paragraph),
    service: decrypted(ledger, service),
    period: {from, to},
  }
}

const otherDocument = (ledger: ReadLedger, row: OtherDocumentRow): OtherDocument => ({
  runId: row.run_id,
  documentNumber: decrypted(ledger, row.document_number),
  invoiceNumber: decrypted(ledger, row.invoice_number),
})
