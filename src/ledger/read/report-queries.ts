/**
 * The queries of `report-facts.ts` (`commands.md`, report), each with the shape of its rows. `temp.statuses` has one row
 * for each document that a run knows, as the view `document_states` has it, filled at once: the view asks anew for each
 * document. Amounts are øre.
 */
import type {IsoDate} from '../../model/calendar.ts'
import type {Ore} from '../../model/money.ts'
import type {ReasonCode} from '../../model/reason.ts'
import {query} from '../open/database.ts'

type HorizonRow = {
  readonly number: number
  readonly runId: string
  readonly today: IsoDate
  readonly runs: number
  readonly newestIssue: IsoDate | null
}

/** Truth values are 0 and 1. */
export type StatusRow = {
  readonly day: IsoDate
  readonly dated: number
  readonly amount: Ore
  /** As stored: encrypted where it contains a CPR number. */
  readonly supplierCvr: string
  readonly supplierName: string
  readonly paragraphs: number | null
  readonly paragraph: string | null
  readonly postedBy: string | null
  readonly firstPass: number
  readonly isReversed: number
  readonly isRefused: number
  readonly wasRefused: number
  readonly lastOutcome: string
  readonly lastReason: ReasonCode | null
  readonly firstReason: ReasonCode | null
  readonly lastRefused: number
}

type OpenRow = {readonly since: IsoDate; readonly amount: Ore}

export type FixRow = {
  readonly kind: string
  readonly da: string
  readonly en: string
  readonly owner: string
  readonly reason: string
  readonly invoices: number
  readonly amount: Ore
  readonly exact: number
}

/**
 * The verdict that decides for a document is the one that posted it and was not refused, else the last; of two in one
 * run with one key, the first. `taken_back` and `refused` have verdicts of which some posting was reversed or refused.
 */
export const fillStatuses = `
  CREATE TEMP TABLE statuses AS
    SELECT document, MIN(run) AS first_run, MAX(run) AS last_run,
      MIN(CASE WHEN outcome IN ('posted', 'decided') AND opus_state <> 'refused' THEN verdicts.id END) AS posted_verdict,
      MIN(CASE WHEN outcome = 'exception' THEN verdicts.id END) AS first_exception,
      MAX(outcome = 'posted' AND opus_state = 'refused') AS was_refused,
      0 AS last_verdict
    FROM verdicts WHERE run NOT IN (SELECT number FROM runs WHERE state = 'undone')
    GROUP BY document;
  UPDATE temp.statuses SET last_verdict =
    (SELECT MIN(id) FROM verdicts WHERE verdicts.document = statuses.document AND verdicts.run = statuses.last_run);

  CREATE TEMP TABLE taken_back (verdict INTEGER PRIMARY KEY);
  INSERT OR IGNORE INTO temp.taken_back
    SELECT of_line.verdict
    FROM postings
      JOIN lines ON lines.id = postings.line
      JOIN standing_verdicts AS reversing ON reversing.id = lines.verdict
      JOIN lines AS of_line ON of_line.id = postings.reverses
    WHERE postings.reverses IS NOT NULL AND postings.opus_state <> 'refused' AND reversing.opus_state <> 'refused';

  CREATE TEMP TABLE refused (verdict INTEGER PRIMARY KEY);
  INSERT OR IGNORE INTO temp.refused
    SELECT lines.verdict FROM postings JOIN lines ON lines.id = postings.line WHERE postings.opus_state = 'refused';`

export const horizonQuery = query<HorizonRow>(`
  SELECT number, run_id AS runId, today,
    (SELECT COUNT(*) FROM runs WHERE state <> 'undone') AS runs,
    (SELECT MAX(issue_date) FROM temp.statuses JOIN verdicts ON id = COALESCE(posted_verdict, last_verdict)
      WHERE issue_date <= last.today) AS newestIssue
  FROM runs AS last WHERE state <> 'undone' ORDER BY number DESC LIMIT 1`)

/** Parameters: the first and the last day of issue. */
export const documentsOfSpan = query<StatusRow>(`
  WITH of_span AS MATERIALIZED (
    SELECT statuses.*, verdicts.id AS deciding, COALESCE(issue_date, first.today) AS day,
      issue_date IS NOT NULL AS dated, ABS(total) AS amount, supplier_cvr, supplier_name
    FROM temp.statuses
      JOIN verdicts ON verdicts.id = COALESCE(posted_verdict, last_verdict)
      JOIN runs AS first ON first.number = first_run
    WHERE COALESCE(issue_date, first.today) BETWEEN ? AND ?
  ),
  paragraphs AS MATERIALIZED (
    SELECT deciding, COUNT(DISTINCT listed.value) AS paragraphs, MIN(listed.value) AS paragraph
    FROM of_span JOIN lines ON lines.verdict = deciding JOIN json_each(lines.paragraphs) AS listed
    GROUP BY deciding
  )
  SELECT day, dated, amount, of_span.supplier_cvr AS supplierCvr, of_span.supplier_name AS supplierName,
    paragraphs, paragraph,
    CASE WHEN posted_verdict IS NOT NULL THEN posted.outcome END AS postedBy,
    posted.run IS first_run AS firstPass,
    taken_back.verdict IS NOT NULL AS isReversed,
    refused.verdict IS NOT NULL AS isRefused,
    was_refused AS wasRefused,
    last.outcome AS lastOutcome, last.reason AS lastReason, first.reason AS firstReason,
    last.outcome = 'posted' AND (last.opus_state = 'refused' OR refused.verdict IS last.id) AS lastRefused
  FROM of_span
    JOIN verdicts AS last ON last.id = last_verdict
    LEFT JOIN verdicts AS posted ON posted.id = posted_verdict
    LEFT JOIN verdicts AS first ON first.id = first_exception
    LEFT JOIN paragraphs ON paragraphs.deciding = of_span.deciding
    LEFT JOIN temp.taken_back ON taken_back.verdict = posted_verdict
    LEFT JOIN temp.refused ON refused.verdict = COALESCE(posted_verdict, last_verdict)
  ORDER BY of_span.document`)

/** Parameter: the last run. Open since the first of the unbroken row of runs that left it to a person. */
export const openInLastRun = query<OpenRow>(`
  SELECT since.today AS since, ABS(last.total) AS amount
  FROM temp.statuses
    JOIN verdicts AS last ON last.id = last_verdict
    JOIN runs AS since ON since.number = (
      SELECT MIN(open_one.run) FROM standing_verdicts AS open_one
      WHERE open_one.document = statuses.document AND open_one.outcome = 'exception' AND open_one.run > COALESCE((
        SELECT MAX(other.run) FROM standing_verdicts AS other
        WHERE other.document = statuses.document AND other.outcome <> 'exception'), 0))
  WHERE last_run = ? AND last.outcome = 'exception'
  ORDER BY since.today, statuses.document`)

/** Parameter: the run. */
export const fixesOf = query<FixRow>(`
  SELECT kind, text_da AS da, text_en AS en, owner, reason, invoices, amount, exact
  FROM fixes WHERE run = ? ORDER BY invoices DESC, amount DESC, position`)
