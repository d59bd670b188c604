/**
 * What the ledger knows of single bills, over all runs and trials (`commands.md`, explain): found by their numbers,
 * with every verdict, its lines and postings, and who took a line back.
 */

import type {IsoDate, Period} from '../../model/calendar.ts'
import {foldInvoiceNumber} from '../../model/invoice.ts'
import type {Ore} from '../../model/money.ts'
import type {Owner, ReasonCode} from '../../model/reason.ts'
import type {Outcome, PeriodBasis} from '../../model/verdict.ts'
import {maskCprIn} from '../../text/mask.ts'
import {type FileHash, filesOf, type RunState} from '../commit/runs.ts'
import {rowsOf} from '../open/database.ts'
import {encrypt} from '../open/key-file.ts'
import {versionOf} from '../open/open-database.ts'
import {plain, type ReadLedger} from '../open/read-ledger.ts'
import {
  allNumbers,
  documentsSent,
  linesOfVerdict,
  postingsOfLine,
  reversalsOfLine,
  runVerdicts,
  standingHold,
  standingPayments,
  trialPostings,
  trialVerdicts,
} from './invoice-queries.ts'

/** Numbers as they were read: they may hold a CPR number. */
export type InvoiceNumbers = {readonly key: string; readonly documentNumber: string; readonly invoiceNumber: string}

/** `out` is the full path of the folder in which the run's folder stood when it was written. */
export type InvoiceRun = {
  readonly runId: string
  readonly dryRun: boolean
  readonly state: RunState
  readonly today: IsoDate
  readonly out: string
  readonly files: readonly FileHash[]
}

export type OpusState = 'open' | 'confirmed' | 'refused'

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
  /** Masked, as the ledger keeps it. */
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
  /** Its documents in the XML files for OPUS, as `RECEIV_DOC` names them; none of a trial. */
  readonly sent: readonly SentDocument[]
  /** Of a trial, only those with a posting are known. */
  readonly lines: readonly HistoricLine[]
}

export type InvoiceHistory = {
  readonly key: string
  readonly held: 'CREDITED_UNPOSTED' | 'REJECTED' | null
  /** Oldest first, trials before runs. Not empty. */
  readonly verdicts: readonly HistoricVerdict[]
}

/** Every document that a run or a trial has seen, undone runs too. */
export const knownNumbers = (ledger: ReadLedger): InvoiceNumbers[] => [
  ...new Map(
    [...rowsOf<NumbersRow>(ledger.database, allNumbers)].map((row) => [
      `${row.key}\n${row.document_number}\n${row.invoice_number}`,
      {
        key: plain(ledger, row.key),
        documentNumber: plain(ledger, row.document_number),
        invoiceNumber: plain(ledger, row.invoice_number),
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
  const sealed = encrypt(ledger.key, key)
  const trials = [...rowsOf<VerdictRow>(ledger.database, trialVerdicts, sealed)].map((row) =>
    verdictOf(ledger, row, trialLines(ledger, row.id)),
  )
  const verdicts = [...rowsOf<VerdictRow>(ledger.database, runVerdicts, sealed)].map((row) =>
    verdictOf(ledger, row, runLines(ledger, row.id)),
  )
  const [hold] = rowsOf<{kind: InvoiceHistory['held']}>(ledger.database, standingHold, sealed)
  return {key, held: hold?.kind ?? null, verdicts: [...trials, ...verdicts]}
}

/** What stands posted on a grant for days of a period, by other documents: neither undone, refused nor reversed. */
export function paymentsOn(
  ledger: ReadLedger,
  grantId: string,
  {from, to}: Period,
  exceptKey: string,
): (OtherDocument & Pick<HistoricPosting, 'period' | 'amount'>)[] {
  const [grant, except] = [encrypt(ledger.key, grantId), encrypt(ledger.key, exceptKey)]
  return [...rowsOf<PaymentRow>(ledger.database, standingPayments, grant, to, from, except)].map((row) => ({
    ...otherDocument(ledger, row),
    period: {from: row.period_from, to: row.period_to},
    amount: row.amount,
  }))
}

type NumbersRow = {readonly key: string; readonly document_number: string; readonly invoice_number: string}

type VerdictRow = Omit<HistoricVerdict, 'run' | 'sent' | 'lines'> &
  Pick<InvoiceRun, 'runId' | 'state' | 'today' | 'out'> & {
    readonly id: number
    readonly number: number
    readonly dryRun: 0 | 1
  }

type LineRow = Omit<HistoricLine, 'period' | 'postings' | 'reversals'> & {
  readonly id: number
  readonly period_from: IsoDate | null
  readonly period_to: IsoDate | null
  readonly period_basis: PeriodBasis | null
}

type PostingRow = Omit<HistoricPosting, 'period'> & {readonly period_from: IsoDate; readonly period_to: IsoDate}

type OtherRow = {readonly run_id: string; readonly document_number: string; readonly invoice_number: string}

type PaymentRow = OtherRow & Pick<PostingRow, 'period_from' | 'period_to' | 'amount'>

function verdictOf(ledger: ReadLedger, row: VerdictRow, lines: readonly HistoricLine[]): HistoricVerdict {
  const {id, number, dryRun, runId, state, today, out, ...verdict} = row
  const run = {runId, state, today, out, dryRun: dryRun === 1}
  return {
    ...verdict,
    documentNumber: plain(ledger, verdict.documentNumber),
    invoiceNumber: plain(ledger, verdict.invoiceNumber),
    supplierCvr: maskCprIn(plain(ledger, verdict.supplierCvr)),
    run: {...run, files: filesOf(ledger.database, {...run, number})},
    sent: run.dryRun ? [] : sentDocuments(ledger, id),
    lines,
  }
}

/** Ledgers before version 4 knew of none. */
const sentDocuments = ({database}: ReadLedger, verdict: number): SentDocument[] =>
  versionOf(database) < 4 ? [] : [...rowsOf<SentDocument>(database, documentsSent, verdict)]

function runLines(ledger: ReadLedger, verdict: number): HistoricLine[] {
  return [...rowsOf<LineRow>(ledger.database, linesOfVerdict, verdict)].map((row) => {
    const {id, period_from: from, period_to: to, period_basis: basis, ...line} = row
    return {
      ...line,
      lineNumber: plain(ledger, line.lineNumber),
      period: from && to && basis ? {from, to, basis} : null,
      postings: [...rowsOf<PostingRow>(ledger.database, postingsOfLine, id)].map((each) => postingOf(ledger, each)),
      reversals: [...rowsOf<OtherRow>(ledger.database, reversalsOfLine, id)].map((each) => otherDocument(ledger, each)),
    }
  })
}

function trialLines(ledger: ReadLedger, document: number): HistoricLine[] {
  const rows = [
    ...rowsOf<PostingRow & {readonly lineNumber: string; readonly citizen: string}>(
      ledger.database,
      trialPostings,
      document,
    ),
  ]
  return [...Map.groupBy(rows, ({lineNumber}) => lineNumber)].map(([lineNumber, ofLine]) => ({
    lineNumber: plain(ledger, lineNumber),
    ...{file: '', row: 0, expected: null, period: null, reason: null, owner: null, reversals: []},
    citizen: ofLine[0]?.citizen ?? null,
    amount: ofLine.reduce((sum, {amount}) => sum + amount, 0) as Ore,
    postings: ofLine.map(({lineNumber: _number, citizen: _citizen, ...each}) => postingOf(ledger, each)),
  }))
}

function postingOf(ledger: ReadLedger, {period_from: from, period_to: to, ...posting}: PostingRow): HistoricPosting {
  const {grantId, paragraph, service} = posting
  return {
    ...posting,
    grantId: plain(ledger, grantId),
    paragraph: plain(ledger, paragraph),
    service: plain(ledger, service),
    period: {from, to},
  }
}

const otherDocument = (ledger: ReadLedger, row: OtherRow): OtherDocument => ({
  runId: row.run_id,
  documentNumber: plain(ledger, row.document_number),
  invoiceNumber: plain(ledger, row.invoice_number),
})
