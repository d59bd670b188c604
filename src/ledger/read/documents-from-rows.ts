/**
 * Rows of the ledger back into the documents, lines and postings of `src/model/earlier.ts`: takes rows of
 * `earlier-queries.ts`. No SQL here.
 */
import type {Cpr} from '../../model/citizen.ts'
import type {EarlierDocument, EarlierLine, EarlierPosting} from '../../model/earlier.ts'
import type {BilledMonth} from '../../model/verdict.ts'
import type {DocumentRow, LineRow, PostingRow, ReversalRow} from './earlier-queries.ts'

/** How stored values are read. */
export type Readers = {
  /** Null: none, or a citizen whom this run's files do not name. */
  readonly citizen: (id: number | null) => Cpr | null
  /** Decrypts what is encrypted. */
  readonly text: (stored: string) => string
}

export function documentOf(row: DocumentRow, lines: readonly EarlierLine[], {text}: Readers): EarlierDocument {
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
    // Posted by that verdict, and yet not posted now: OPUS has refused it.
    reason: !isPosted && row.outcome === 'posted' ? 'OPUS_REFUSED' : row.reason,
    runId: row.run_id,
    firstSeen: row.document,
    held: row.held,
    fingerprint: row.fingerprint,
    lines,
  }
}

export function lineOf(
  row: LineRow,
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
    billedMonth: billedMonthOf(row),
    reversed,
  }
}

export function postingOf(row: PostingRow, {citizen, text}: Readers): EarlierPosting {
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

/** The newest reversal of a line, with what the register then had for each of its grants. */
export function reversedBy(rows: readonly ReversalRow[], {text}: Readers): EarlierLine['reversed'] {
  const newest = rows.at(-1)
  if (!newest) return null
  const reversals = rows.filter(({run_id}) => run_id === newest.run_id)
  return {
    runId: newest.run_id,
    paidTo: Object.fromEntries(reversals.map(({grant_id, paid_to}) => [text(grant_id), paid_to])),
  }
}

function billedMonthOf({claim_from, claim_to, claim_basis, claim_doubtful}: LineRow): BilledMonth | null {
  if (claim_from === null || claim_to === null || claim_basis === null) return null
  return {period: {from: claim_from, to: claim_to}, basis: claim_basis, doubtful: claim_doubtful === 1}
}
