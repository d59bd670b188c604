/**
 * The queries of `invoice-history.ts` (`commands.md`, explain), each with the shape of its rows. Keys, numbers and
 * grants are given encrypted, as the ledger stores them.
 */
import type {IsoDate} from '../../model/calendar.ts'
import type {DocumentType} from '../../model/invoice.ts'
import type {Ore} from '../../model/money.ts'
import type {Owner, ReasonCode} from '../../model/reason.ts'
import type {Cvr} from '../../model/supplier.ts'
import type {Outcome, PeriodBasis} from '../../model/verdict.ts'
import type {RunState} from '../commit/recorded-runs.ts'
import {query} from '../open/database.ts'

export type OpusState = 'open' | 'confirmed' | 'refused'

export type VerdictRow = {
  readonly id: number
  /** Of the run, or of the dry run. */
  readonly number: number
  readonly runId: string
  readonly state: RunState
  readonly today: IsoDate
  readonly out: string
  readonly dryRun: 0 | 1
  readonly outcome: Outcome
  readonly reason: ReasonCode | null
  readonly owner: Owner | null
  readonly postedIn: string | null
  readonly opusState: OpusState
  readonly documentNumber: string
  readonly invoiceNumber: string
  readonly type: DocumentType
  readonly issueDate: IsoDate | null
  readonly dueDate: IsoDate | null
  readonly supplierCvr: string
  readonly supplierName: string
  readonly total: Ore
}

type LineRow = {
  readonly id: number
  readonly lineNumber: string
  readonly file: string
  readonly row: number
  /** Masked. */
  readonly citizen: string | null
  readonly amount: Ore
  readonly expected: Ore | null
  readonly period_from: IsoDate | null
  readonly period_to: IsoDate | null
  readonly period_basis: PeriodBasis | null
  readonly reason: ReasonCode | null
  readonly owner: Owner | null
}

export type PostingRow = {
  readonly grantId: string
  readonly supplierCvr: Cvr
  readonly paragraph: string
  readonly service: string
  readonly period_from: IsoDate
  readonly period_to: IsoDate
  readonly amount: Ore
  readonly account: string
  readonly pspElement: string
  readonly opusState: OpusState
}

type DryRunPostingRow = PostingRow & {readonly lineNumber: string; readonly citizen: string}

export type OtherDocumentRow = {
  readonly run_id: string
  readonly document_number: string
  readonly invoice_number: string
}

type PaymentRow = OtherDocumentRow & Pick<PostingRow, 'period_from' | 'period_to' | 'amount'>

type NumbersRow = {readonly key: string; readonly document_number: string; readonly invoice_number: string}

export const allNumbers = query<NumbersRow>(`
  SELECT key, document_number, invoice_number FROM verdicts JOIN documents ON documents.id = verdicts.document
  UNION SELECT key, document_number, invoice_number FROM shadow_documents`)

export const runVerdicts = query<VerdictRow>(`
  SELECT verdicts.id, number, run_id AS runId, state, today, out, 0 AS dryRun, outcome, reason, owner,
    posted_in AS postedIn, opus_state AS opusState, document_number AS documentNumber,
    invoice_number AS invoiceNumber, type, issue_date AS issueDate, due_date AS dueDate, supplier_cvr AS supplierCvr,
    supplier_name AS supplierName, total
  FROM verdicts JOIN documents ON documents.id = verdicts.document JOIN runs ON runs.number = verdicts.run
  WHERE key = ? ORDER BY number, verdicts.id`)

export const dryRunVerdicts = query<VerdictRow>(`
  SELECT shadow_documents.id, number, run_id AS runId, state, today, out, 1 AS dryRun, outcome, reason, NULL AS owner,
    NULL AS postedIn, 'open' AS opusState, document_number AS documentNumber, invoice_number AS invoiceNumber, type,
    issue_date AS issueDate, NULL AS dueDate, supplier_cvr AS supplierCvr, '' AS supplierName, total
  FROM shadow_documents JOIN shadow_runs ON shadow_runs.number = shadow_documents.run
  WHERE key = ? ORDER BY number, shadow_documents.id`)

export const linesOfVerdict = query<LineRow>(`
  SELECT lines.id, line_number AS lineNumber, source_file AS file, source_row AS row, masked AS citizen, amount,
    expected, period_from, period_to, period_basis, reason, owner
  FROM lines LEFT JOIN citizens ON citizens.id = lines.citizen WHERE verdict = ? ORDER BY lines.id`)

export const documentsSent = query<{readonly id: string; readonly file: string}>(
  'SELECT receiv_doc AS id, file FROM opus_documents WHERE verdict = ? ORDER BY year, part',
)

const postingColumns = `
  grant_id AS grantId, supplier_cvr AS supplierCvr, paragraph, service, period_from, period_to, amount, account,
  psp_element AS pspElement`

export const postingsOfLine = query<PostingRow>(
  `SELECT ${postingColumns}, opus_state AS opusState FROM postings WHERE line = ? ORDER BY id`,
)

export const dryRunPostings = query<DryRunPostingRow>(`
  SELECT ${postingColumns}, 'open' AS opusState, line_number AS lineNumber, citizen_masked AS citizen
  FROM shadow_postings WHERE document = ? ORDER BY id`)

export const reversalsOfLine = query<OtherDocumentRow>(`
  SELECT DISTINCT runs.run_id, document_number, invoice_number
  FROM postings JOIN lines ON lines.id = postings.line JOIN verdicts ON verdicts.id = lines.verdict
    JOIN runs ON runs.number = verdicts.run
  WHERE postings.reverses = ? AND postings.opus_state <> 'refused' AND runs.state <> 'undone' ORDER BY runs.number`)

/** Of a document; undone runs left out. */
export const currentHold = query<{readonly kind: 'CREDITED_UNPOSTED' | 'REJECTED'}>(`
  SELECT kind FROM holds JOIN documents ON documents.id = holds.document JOIN runs ON runs.number = holds.run
  WHERE key = ? AND state <> 'undone' ORDER BY kind LIMIT 1`)

/** Neither undone, refused nor reversed. Parameters: the grant, the last and the first day, the key left out. */
export const countedPayments = query<PaymentRow>(`
  SELECT runs.run_id, document_number, invoice_number, postings.period_from, postings.period_to, postings.amount
  FROM postings JOIN lines ON lines.id = postings.line JOIN verdicts ON verdicts.id = lines.verdict
    JOIN documents ON documents.id = verdicts.document JOIN runs ON runs.number = verdicts.run
  WHERE grant_id = ? AND postings.period_from <= ? AND postings.period_to >= ? AND key <> ?
    AND postings.opus_state <> 'refused' AND postings.reverses IS NULL AND runs.state <> 'undone'
    AND NOT EXISTS (
      SELECT 1 FROM postings AS back JOIN lines AS back_line ON back_line.id = back.line
        JOIN verdicts AS back_verdict ON back_verdict.id = back_line.verdict
        JOIN runs AS back_run ON back_run.number = back_verdict.run
      WHERE back.reverses = postings.line AND back.opus_state <> 'refused' AND back_run.state <> 'undone')
  ORDER BY postings.id`)
