/** Rows of the ledger back into documents, lines and postings. No SQL here. */
import type {IsoDate} from '../../model/calendar.ts'
import type {Cpr} from '../../model/citizen.ts'
import type {EarlierDocument, EarlierLine, EarlierPosting} from '../../model/earlier.ts'
import type {DocumentType} from '../../model/invoice.ts'
import type {Ore} from '../../model/money.ts'
import type {ReasonCode} from '../../model/reason.ts'
import type {Cvr} from '../../model/supplier.ts'
import type {BilledMonth, Outcome, PeriodBasis} from '../../model/verdict.ts'

/** What stored things are read with. */
export type Readers = {
  /** Null: none, or one whom this run's files do not name. */
  readonly citizen: (id: number | null) => Cpr | null
  readonly text: (stored: string) => string
}

export type DocumentSqlRow = {
  readonly verdict: number
  readonly document: number
  readonly key: string
  readonly held: EarlierDocument['held']
  readonly is_posted: 0 | 1
  readonly run_id: string
  readonly outcome: Outcome
  readonly reason: ReasonCode | null
  readonly document_number: string
  readonly invoice_number: string
  readonly supplier_cvr: string
  readonly type: DocumentType
  readonly total: Ore
  readonly issue_date: IsoDate | null
  readonly fingerprint: string
}

export type LineSqlRow = {
  readonly id: number
  readonly verdict: number
  readonly line_number: string
  readonly citizen: number | null
  readonly amount: Ore
  readonly unit: number | null
  readonly claim_from: IsoDate | null
  readonly claim_to: IsoDate | null
  readonly claim_basis: PeriodBasis | null
  readonly claim_doubtful: 0 | 1 | null
}

export type PostingSqlRow = {
  readonly line: number
  readonly run_id: string
  readonly grant_id: string
  readonly citizen: number
  readonly supplier_cvr: Cvr
  readonly paragraph: string
  readonly service: string
  readonly period_from: IsoDate
  readonly period_to: IsoDate
  readonly amount: Ore
  readonly account: string
  readonly psp_element: string
  readonly reversed_key: string | null
  readonly reversed_line: string | null
}

export type ReversalSqlRow = {
  readonly line: number
  readonly run_id: string
  readonly grant_id: string
  readonly paid_to: IsoDate | null
}

export function documentOf(row: DocumentSqlRow, lines: readonly EarlierLine[], {text}: Readers): EarlierDocument {
  const isPosted = row.is_posted === 1
  return {
    key: text(row.key),
    documentNumber: text(row.document_number),
    invoiceNumber: text(row.invoice_number),
    supplierCvr: text(row.supplier_cvr),
    type: row.type,
    total: row.total,
    issueDate: row.issue_date,
    outcome: isPosted ? 'posted' : 'exception',
    // Posted once and posted no longer: OPUS has refused it.
    reason: !isPosted && row.outcome === 'posted' ? 'OPUS_REFUSED' : row.reason,
    runId: row.run_id,
    firstSeen: row.document,
    held: row.held,
    fingerprint: row.fingerprint,
    lines,
  }
}

export function lineOf(
  row: LineSqlRow,
  postings: readonly EarlierPosting[],
  reversed: EarlierLine['reversed'],
  {citizen, text}: Readers,
): EarlierLine {
  return {
    lineNumber: text(row.line_number),
    citizen: citizen(row.citizen),
    amount: row.amount,
    postingGroup: row.unit,
    postings,
    billedMonth: claimOf(row),
    reversed,
  }
}

export function postingOf(row: PostingSqlRow, {citizen, text}: Readers): EarlierPosting {
  return {
    grantId: text(row.grant_id),
    citizen: citizen(row.citizen),
    supplierCvr: row.supplier_cvr,
    paragraph: text(row.paragraph),
    service: text(row.service),
    period: {from: row.period_from, to: row.period_to},
    amount: row.amount,
    account: row.account,
    pspElement: row.psp_element,
    reverses:
      row.reversed_key !== null && row.reversed_line !== null
        ? {documentKey: text(row.reversed_key), lineNumber: text(row.reversed_line)}
        : null,
    runId: row.run_id,
  }
}

/** The newest reversal of a line, with what the register then held for each of its grants. */
export function reversedBy(rows: readonly ReversalSqlRow[], {text}: Readers): EarlierLine['reversed'] {
  const newest = rows.at(-1)
  if (!newest) return null
  const ofNewest = rows.filter(({run_id}) => run_id === newest.run_id)
  return {
    runId: newest.run_id,
    paidTo: Object.fromEntries(ofNewest.map(({grant_id, paid_to}) => [text(grant_id), paid_to])),
  }
}

function claimOf({claim_from, claim_to, claim_basis, claim_doubtful}: LineSqlRow): BilledMonth | null {
  if (claim_from === null || claim_to === null || claim_basis === null) return null
  return {period: {from: claim_from, to: claim_to}, basis: claim_basis, doubtful: claim_doubtful === 1}
}
