/**
 * The queries of `load-earlier.ts` (`formats.md`, The ledger), each with the shape of its rows. Amounts are øre, days
 * ISO text; `temp.current` has one row for each document that a run knows, undone runs left out.
 */
import type {IsoDate} from '../../model/calendar.ts'
import type {EarlierDocument} from '../../model/earlier.ts'
import type {DocumentType} from '../../model/invoice.ts'
import type {Ore} from '../../model/money.ts'
import type {ReasonCode} from '../../model/reason.ts'
import type {Cvr} from '../../model/supplier.ts'
import type {Outcome, PeriodBasis} from '../../model/verdict.ts'
import {query} from '../open/database.ts'

export const citizenHashes = query<{readonly id: number; readonly hash: string}>('SELECT id, hash FROM citizens')

/** The verdict that decides for each document: the one that posted it, else its last. */
export const fillCurrent = `
  DROP TABLE IF EXISTS temp.current;
  CREATE TEMP TABLE current (verdict INTEGER PRIMARY KEY, document INTEGER, key TEXT, held TEXT, is_posted INTEGER);
  INSERT INTO temp.current
    SELECT COALESCE(posted_verdict, last_verdict), document, key, held, posted_verdict IS NOT NULL
    FROM document_states WHERE last_verdict IS NOT NULL;`

export const dropCurrent = 'DROP TABLE temp.current'

export type DocumentRow = {
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

export const currentDocuments = query<DocumentRow>(`
  SELECT current.verdict, current.document, current.key, current.held, current.is_posted, runs.run_id, verdicts.reason,
    verdicts.outcome, document_number, invoice_number, supplier_cvr, type, total, issue_date, fingerprint
  FROM temp.current JOIN verdicts ON verdicts.id = current.verdict JOIN runs ON runs.number = verdicts.run
  ORDER BY current.document`)

export type LineRow = {
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

export const currentLines = query<LineRow>(`
  SELECT lines.id, lines.verdict, line_number, citizen, amount, CASE WHEN is_posted THEN unit END AS unit,
    claim_from, claim_to, claim_basis, claim_doubtful
  FROM lines JOIN temp.current ON current.verdict = lines.verdict
  ORDER BY lines.id`)

export type PostingRow = {
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

export const currentPostings = query<PostingRow>(`
  SELECT postings.line, runs.run_id, grant_id, postings.citizen, postings.supplier_cvr, paragraph, service,
    postings.period_from, postings.period_to, postings.amount, account, psp_element,
    of_line.line_number AS reversed_line, of_document.key AS reversed_key
  FROM postings
    JOIN lines ON lines.id = postings.line
    JOIN temp.current ON current.verdict = lines.verdict AND current.is_posted = 1
    JOIN verdicts ON verdicts.id = lines.verdict
    JOIN runs ON runs.number = verdicts.run
    LEFT JOIN lines AS of_line ON of_line.id = postings.reverses
    LEFT JOIN verdicts AS of_verdict ON of_verdict.id = of_line.verdict
    LEFT JOIN documents AS of_document ON of_document.id = of_verdict.document
  WHERE postings.opus_state <> 'refused'
  ORDER BY postings.id`)

export type ReversalRow = {
  readonly line: number
  readonly run_id: string
  readonly grant_id: string
  readonly paid_to: IsoDate | null
}

export const countedReversals = query<ReversalRow>(`
  SELECT postings.reverses AS line, runs.run_id, grant_id, paid_to
  FROM postings
    JOIN lines ON lines.id = postings.line
    JOIN verdicts ON verdicts.id = lines.verdict
    JOIN runs ON runs.number = verdicts.run
  WHERE postings.reverses IS NOT NULL AND postings.opus_state <> 'refused' AND runs.state <> 'undone'
  ORDER BY postings.id`)

export type BookedSqlRow = {
  readonly supplier_cvr: Cvr
  readonly citizen: number | null
  readonly document_number: string
  readonly invoice_number: string
  readonly amount: Ore
  readonly period_from: IsoDate
  readonly period_to: IsoDate
}

export const allBooked = query<BookedSqlRow>('SELECT * FROM booked ORDER BY id')

export type UnreadableBookedSqlRow = {
  readonly file: string
  readonly row: number
  readonly supplier_cvr: Cvr | null
  readonly citizen: number | null
  readonly problems: string
}

export const currentUnreadableBooked = query<UnreadableBookedSqlRow>(`
  SELECT file, row, supplier_cvr, citizen, problems FROM unreadable_booked AS unreadable
  WHERE NOT EXISTS (
    SELECT 1 FROM run_inputs WHERE kind = 'booked' AND name = unreadable.file AND run > unreadable.run)
  ORDER BY unreadable.id`)

export const countedCreditedNumbers = query<{readonly supplier_cvr: string; readonly folded_number: string}>(`
  SELECT DISTINCT supplier_cvr, folded_number FROM credited_numbers JOIN runs ON runs.number = run
  WHERE state <> 'undone' ORDER BY supplier_cvr, folded_number`)

export const newestGrantCount = query<{readonly grant_count: number}>(`
  SELECT grant_count FROM runs WHERE grant_count IS NOT NULL AND state <> 'undone' ORDER BY number DESC LIMIT 1`)
