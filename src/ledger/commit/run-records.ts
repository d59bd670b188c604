/**
 * What the ledger stores of a run (`formats.md`, The ledger), as plain records: takes the finished run, returns what of
 * it goes into the tables. No SQL here, and no text of an invoice: candidates and texts are in `proof.jsonl` alone.
 */

import {fingerprint} from '../../match/document-key.ts'
import type {BatchInputs} from '../../model/batch.ts'
import type {BookedRow} from '../../model/booked.ts'
import type {IsoDate} from '../../model/calendar.ts'
import {type Cpr, cprNumbersIn} from '../../model/citizen.ts'
import type {Invoice} from '../../model/invoice.ts'
import type {Ore} from '../../model/money.ts'
import type {Posting} from '../../model/posting.ts'
import type {Problem} from '../../model/problem.ts'
import type {Owner, ReasonCode} from '../../model/reason.ts'
import type {FinishedRun} from '../../model/run.ts'
import {compareText} from '../../model/source.ts'
import type {BilledMonth, InvoiceVerdict, LinePeriod, LineVerdict, Outcome} from '../../model/verdict.ts'
import type {OpusXmlFile} from '../../outputs/opus/documents.ts'
import {maskCprIn} from '../../text/mask.ts'

/** A finished run and what the ledger stores beside it. */
export type RunRecord = {
  readonly run: FinishedRun
  readonly municipality: string | null
  /** Of the program. */
  readonly version: string
  /** SHA-256 of the configuration in force, hexadecimal. */
  readonly configHash: string
  /** Who acts on a line that was left to a person. */
  readonly ownerOf: (line: LineVerdict, reason: ReasonCode) => Owner
  /** In the order of the files, the parts of an invoice in theirs. None where no XML is written. */
  readonly opusFiles: readonly OpusXmlFile[]
}

export type VerdictRecord = Pick<
  Invoice,
  'documentNumber' | 'invoiceNumber' | 'type' | 'issueDate' | 'dueDate' | 'supplierCvr' | 'gln' | 'total'
> & {
  readonly key: string
  readonly outcome: Outcome
  readonly reason: ReasonCode | null
  readonly owner: Owner | null
  readonly postedIn: string | null
  readonly supplierName: string
  readonly currency: string
  readonly fingerprint: string
  readonly problems: readonly Problem[]
  readonly lines: readonly LineRecord[]
}

export type LineRecord = {
  readonly lineNumber: string
  readonly file: string
  readonly row: number
  readonly citizen: Cpr | null
  readonly amount: Ore
  readonly expected: Ore | null
  readonly period: LinePeriod | null
  readonly reason: ReasonCode | null
  readonly owner: Owner | null
  readonly postingGroup: number | null
  readonly paragraphs: readonly string[]
  readonly billedMonth: BilledMonth | null
  readonly postings: readonly PostingRecord[]
}

/** `paidTo`: of a reversal, what the register now has for its grant. */
export type PostingRecord = Posting & {readonly paidTo: IsoDate | null}

export function verdictRecords({run, ownerOf}: RunRecord): VerdictRecord[] {
  const {grants} = run.read.batch.register
  const byId = new Map(grants.map((grant) => [grant.id, grant]))

  const postingRecord = (posting: Posting): PostingRecord => ({
    ...posting,
    paidTo: posting.reverses ? (byId.get(posting.grantId)?.paidTo ?? null) : null,
  })
  const lineRecord = (verdict: LineVerdict): LineRecord => ({
    lineNumber: verdict.line.lineNumber,
    file: maskCprIn(verdict.line.source.file),
    row: verdict.line.source.row,
    citizen: verdict.citizen,
    amount: verdict.line.amount,
    expected: verdict.expected,
    period: verdict.period,
    reason: verdict.reason,
    owner: verdict.reason && ownerOf(verdict, verdict.reason),
    postingGroup: verdict.postingGroup,
    paragraphs: paragraphsOf(verdict, (grantId) => byId.get(grantId)?.paragraph),
    billedMonth: verdict.billedMonth,
    postings: verdict.postings.map(postingRecord),
  })
  return run.result.verdicts.map((verdict) => ({
    ...headOf(verdict),
    owner: ownerOfInvoice(verdict, ownerOf),
    lines: verdict.lines.map(lineRecord),
  }))
}

function headOf({invoice, documentKey, outcome, reason, postedIn}: InvoiceVerdict) {
  const {documentNumber, invoiceNumber, type, issueDate, dueDate, supplierCvr, gln, total, problems} = invoice
  return {
    key: documentKey,
    outcome,
    reason,
    postedIn,
    ...{documentNumber, invoiceNumber, type, issueDate, dueDate, supplierCvr, gln, total},
    supplierName: maskCprIn(invoice.supplierName),
    currency: maskCprIn(invoice.currency),
    fingerprint: fingerprint(invoice),
    problems: maskedProblems(problems),
  }
}

/** The owner of the line that gave the invoice its code. */
function ownerOfInvoice({reason, lines}: InvoiceVerdict, ownerOf: RunRecord['ownerOf']): Owner | null {
  const decisive = lines.find((line) => line.reason === reason) ?? lines[0]
  return reason && decisive ? ownerOf(decisive, reason) : null
}

/** Of its postings; else of the nearest grants, else of all the citizen's grants. Sorted. */
function paragraphsOf(
  {postings, evidence}: LineVerdict,
  paragraphOf: (grantId: string) => string | undefined,
): string[] {
  const grantIds = evidence.nearest.length > 0 ? evidence.nearest : evidence.candidates.map(({grantId}) => grantId)
  const found =
    postings.length > 0 ? postings.map(({paragraph}) => paragraph) : grantIds.flatMap((id) => paragraphOf(id) ?? [])
  return [...new Set(found.map(maskCprIn))].toSorted(compareText)
}

export const maskedProblems = (problems: readonly Problem[]): Problem[] =>
  problems.map(({column, value, expected}) => ({column: maskCprIn(column), value: maskCprIn(value), expected}))

/** Every citizen whom a run's files name, for `loadEarlier` to recognise. */
export function citizensIn({invoices, register, booked}: BatchInputs): Set<Cpr> {
  const citizens = new Set<Cpr>()
  const add = (citizen: Cpr | null): void => {
    if (citizen) citizens.add(citizen)
  }
  for (const {cprField, text} of invoices.flatMap(({lines}) => lines)) {
    if (cprField.kind === 'number') add(cprField.cpr)
    for (const citizen of cprNumbersIn(text)) add(citizen)
  }
  for (const {citizen} of [...register.grants, ...register.inactive, ...register.unreadable]) add(citizen)
  for (const {citizen} of [...booked.rows, ...booked.unreadable] satisfies readonly Pick<BookedRow, 'citizen'>[])
    add(citizen)
  return citizens
}
