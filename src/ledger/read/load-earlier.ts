/**
 * What the ledger knows of earlier runs (`src/domain/earlier.ts`): each table is read once, and the citizens whom
 * this run's files name are known again by their hash; of the others nothing is left but that they are somebody.
 */
import type {DatabaseSync} from 'node:sqlite'
import type {BookedRow, UnreadableBookedRow} from '../../model/booked.ts'
import type {Cpr} from '../../model/citizen.ts'
import type {CreditedNumber, Earlier, EarlierDocument} from '../../model/earlier.ts'
import {firstRow, rowsOf} from '../open/database.ts'
import {decrypt} from '../open/key-file.ts'
import type {OpenToRead} from '../open/ledger.ts'
import {type BookedSqlRow, bookedOf, type UnreadableSqlRow, unreadableOf} from './booked-from-rows.ts'
import {
  type DocumentSqlRow,
  documentOf,
  type LineSqlRow,
  lineOf,
  type PostingSqlRow,
  postingOf,
  type Readers,
  type ReversalSqlRow,
  reversedBy,
} from './documents-from-rows.ts'

export function loadEarlier({database, key, hashOf}: OpenToRead, citizens: Iterable<Cpr>): Earlier {
  const readers: Readers = {
    citizen: citizensById(database, new Map([...citizens].map((citizen) => [hashOf(citizen), citizen]))),
    text: (stored) => decrypt(key, stored),
  }
  return {
    documents: loadDocuments(database, readers),
    booked: loadBooked(database, readers),
    unreadableBooked: loadUnreadable(database, readers),
    creditedNumbers: loadCreditedNumbers(database, readers),
    grantCount: firstRow<{grant_count: number}>(database, newestGrantCount)?.grant_count ?? null,
  }
}

function citizensById(database: DatabaseSync, byHash: ReadonlyMap<string, Cpr>): (id: number | null) => Cpr | null {
  const byId = new Map<number, Cpr>()
  for (const {id, hash} of rowsOf<{id: number; hash: string}>(database, 'SELECT id, hash FROM citizens')) {
    const citizen = byHash.get(hash)
    if (citizen) byId.set(id, citizen)
  }
  return (id) => (id === null ? null : (byId.get(id) ?? null))
}

function loadDocuments(database: DatabaseSync, readers: Readers): EarlierDocument[] {
  database.exec(fillCurrent)
  try {
    const reversals = Map.groupBy(rowsOf<ReversalSqlRow>(database, standingReversals), ({line}) => line)
    const postings = grouped(
      rowsOf<PostingSqlRow>(database, currentPostings),
      ({line}) => line,
      (row) => postingOf(row, readers),
    )
    const lines = grouped(
      rowsOf<LineSqlRow>(database, currentLines),
      ({verdict}) => verdict,
      (row) => lineOf(row, postings.get(row.id) ?? [], reversedBy(reversals.get(row.id) ?? [], readers), readers),
    )
    const documents: EarlierDocument[] = []
    for (const row of rowsOf<DocumentSqlRow>(database, currentDocuments)) {
      documents.push(documentOf(row, lines.get(row.verdict) ?? [], readers))
    }
    return documents
  } finally {
    database.exec('DROP TABLE temp.current')
  }
}

/** Each row is converted as it comes: a ledger has more rows than should lie in memory twice. */
function grouped<Row, Value>(
  rows: Iterable<Row>,
  keyOf: (row: Row) => number,
  convert: (row: Row) => Value,
): Map<number, Value[]> {
  const groups = new Map<number, Value[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(convert(row))
    else groups.set(keyOf(row), [convert(row)])
  }
  return groups
}

const loadBooked = (database: DatabaseSync, readers: Readers): BookedRow[] =>
  [...rowsOf<BookedSqlRow>(database, 'SELECT * FROM booked ORDER BY id')].map((row) => bookedOf(row, readers))

const loadUnreadable = (database: DatabaseSync, readers: Readers): UnreadableBookedRow[] =>
  [...rowsOf<UnreadableSqlRow>(database, standingUnreadable)].map((row) => unreadableOf(row, readers))

const loadCreditedNumbers = (database: DatabaseSync, {text}: Readers): CreditedNumber[] =>
  [...rowsOf<{supplier_cvr: string; folded_number: string}>(database, standingCreditedNumbers)].map((row) => ({
    supplierCvr: text(row.supplier_cvr),
    foldedNumber: text(row.folded_number),
  }))

/** The verdict that holds of each document that a standing run knows. */
const fillCurrent = `
  DROP TABLE IF EXISTS temp.current;
  CREATE TEMP TABLE current (verdict INTEGER PRIMARY KEY, document INTEGER, key TEXT, held TEXT, is_posted INTEGER);
  INSERT INTO temp.current
    SELECT COALESCE(posted_verdict, last_verdict), document, key, held, posted_verdict IS NOT NULL
    FROM document_states WHERE last_verdict IS NOT NULL;`

const currentDocuments = `
  SELECT current.verdict, current.document, current.key, current.held, current.is_posted, runs.run_id, verdicts.reason,
    verdicts.outcome, document_number, invoice_number, supplier_cvr, type, total, issue_date, fingerprint
  FROM temp.current JOIN verdicts ON verdicts.id = current.verdict JOIN runs ON runs.number = verdicts.run
  ORDER BY current.document`

const currentLines = `
  SELECT lines.id, lines.verdict, line_number, citizen, amount, CASE WHEN is_posted THEN unit END AS unit,
    claim_from, claim_to, claim_basis, claim_doubtful
  FROM lines JOIN temp.current ON current.verdict = lines.verdict
  ORDER BY lines.id`

const currentPostings = `
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
  ORDER BY postings.id`

const standingReversals = `
  SELECT postings.reverses AS line, runs.run_id, grant_id, paid_to
  FROM postings
    JOIN lines ON lines.id = postings.line
    JOIN verdicts ON verdicts.id = lines.verdict
    JOIN runs ON runs.number = verdicts.run
  WHERE postings.reverses IS NOT NULL AND postings.opus_state <> 'refused' AND runs.state <> 'undone'
  ORDER BY postings.id`

const standingUnreadable = `
  SELECT file, row, supplier_cvr, citizen, problems FROM unreadable_booked AS unreadable
  WHERE NOT EXISTS (
    SELECT 1 FROM run_inputs WHERE kind = 'booked' AND name = unreadable.file AND run > unreadable.run)
  ORDER BY unreadable.id`

const standingCreditedNumbers = `
  SELECT DISTINCT supplier_cvr, folded_number FROM credited_numbers JOIN runs ON runs.number = run
  WHERE state <> 'undone' ORDER BY supplier_cvr, folded_number`

const newestGrantCount = `
  SELECT grant_count FROM runs WHERE grant_count IS NOT NULL AND state <> 'undone' ORDER BY number DESC LIMIT 1`
