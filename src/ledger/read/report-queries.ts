/**
 * The questions of `report-facts.ts` in SQL. `temp.fates` has one row for each document that a standing run knows, as
 * `document_states` has it, filled in one pass: that view asks anew for each document. Amounts are øre.
 */

/**
 * A verdict holds of a document where it posted it and was not refused, else where it is the last; of two in one run
 * with one key, the first. `taken_back` and `refused` hold verdicts of which some posting was reversed or refused.
 */
export const fillStatuses = `
  CREATE TEMP TABLE fates AS
    SELECT document, MIN(run) AS first_run, MAX(run) AS last_run,
      MIN(CASE WHEN outcome IN ('posted', 'decided') AND opus_state <> 'refused' THEN verdicts.id END) AS posted_verdict,
      MIN(CASE WHEN outcome = 'exception' THEN verdicts.id END) AS first_exception,
      MAX(outcome = 'posted' AND opus_state = 'refused') AS was_refused,
      0 AS last_verdict
    FROM verdicts WHERE run NOT IN (SELECT number FROM runs WHERE state = 'undone')
    GROUP BY document;
  UPDATE temp.fates SET last_verdict =
    (SELECT MIN(id) FROM verdicts WHERE verdicts.document = fates.document AND verdicts.run = fates.last_run);

  CREATE TEMP TABLE taken_back (verdict INTEGER PRIMARY KEY);
  INSERT OR IGNORE INTO temp.taken_back
    SELECT of_line.verdict
    FROM postings
      JOIN lines ON lines.id = postings.line
      JOIN standing_verdicts AS noted ON noted.id = lines.verdict
      JOIN lines AS of_line ON of_line.id = postings.reverses
    WHERE postings.reverses IS NOT NULL AND postings.opus_state <> 'refused' AND noted.opus_state <> 'refused';

  CREATE TEMP TABLE refused (verdict INTEGER PRIMARY KEY);
  INSERT OR IGNORE INTO temp.refused
    SELECT lines.verdict FROM postings JOIN lines ON lines.id = postings.line WHERE postings.opus_state = 'refused';`

export const horizonQuery = `
  SELECT number, run_id AS runId, today,
    (SELECT COUNT(*) FROM runs WHERE state <> 'undone') AS runs,
    (SELECT MAX(issue_date) FROM temp.fates JOIN verdicts ON id = COALESCE(posted_verdict, last_verdict)
      WHERE issue_date <= last.today) AS newestIssue
  FROM runs AS last WHERE state <> 'undone' ORDER BY number DESC LIMIT 1`

/** Parameters: the first and the last day of issue. */
export const documentsOfSpan = `
  WITH of_span AS MATERIALIZED (
    SELECT fates.*, held.id AS held, COALESCE(held.issue_date, first.today) AS day, held.issue_date IS NOT NULL AS dated,
      ABS(held.total) AS amount, held.supplier_cvr, held.supplier_name
    FROM temp.fates
      JOIN verdicts AS held ON held.id = COALESCE(posted_verdict, last_verdict)
      JOIN runs AS first ON first.number = first_run
    WHERE COALESCE(held.issue_date, first.today) BETWEEN ? AND ?
  ),
  paragraphs AS MATERIALIZED (
    SELECT held, COUNT(DISTINCT each.value) AS paragraphs, MIN(each.value) AS paragraph
    FROM of_span JOIN lines ON lines.verdict = held JOIN json_each(lines.paragraphs) AS each
    GROUP BY held
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
    LEFT JOIN paragraphs ON paragraphs.held = of_span.held
    LEFT JOIN temp.taken_back ON taken_back.verdict = posted_verdict
    LEFT JOIN temp.refused ON refused.verdict = COALESCE(posted_verdict, last_verdict)
  ORDER BY of_span.document`

/** Parameter: the last run. Open since the first of the unbroken row of runs that left it to a person. */
export const openInLastRun = `
  SELECT since.today AS since, ABS(last.total) AS amount
  FROM temp.fates
    JOIN verdicts AS last ON last.id = last_verdict
    JOIN runs AS since ON since.number = (
      SELECT MIN(left_one.run) FROM standing_verdicts AS left_one
      WHERE left_one.document = fates.document AND left_one.outcome = 'exception' AND left_one.run > COALESCE((
        SELECT MAX(other.run) FROM standing_verdicts AS other
        WHERE other.document = fates.document AND other.outcome <> 'exception'), 0))
  WHERE last_run = ? AND last.outcome = 'exception'
  ORDER BY since.today, fates.document`

/** Parameter: the run. */
export const fixesOf = `
  SELECT kind, text_da AS da, text_en AS en, owner, reason, invoices, amount, exact
  FROM fixes WHERE run = ? ORDER BY invoices DESC, amount DESC, position`
