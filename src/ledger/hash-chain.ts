/**
 * The chain of hashes (`formats.md`, The ledger): each run's hash covers all that the run brought into the ledger, the
 * hashes of its files, and the hash of the run before, so that no change of any run goes unseen. What may change
 * afterwards (a run's state, what OPUS answered) is no part of it. Takes a recorded run, returns its hash.
 */
import {createHash} from 'node:crypto'
import type {DatabaseSync} from 'node:sqlite'

/** Computes and stores the hash of a run, once all else of it is recorded. */
export function hashRun(database: DatabaseSync, run: number): void {
  database.prepare('UPDATE runs SET hash = ? WHERE number = ?').run(hashOfRun(database, run), run)
}

/** SHA-256 in hexadecimal over the run's rows, as JSON arrays, a line each, in the order below. */
export function hashOfRun(database: DatabaseSync, run: number): string {
  const hash = createHash('sha256')
  for (const query of content) {
    const statement = database.prepare(query)
    statement.setReturnArrays(true)
    for (const row of statement.iterate(run)) hash.update(`${JSON.stringify(row)}\n`)
  }
  return hash.digest('hex')
}

/** Their texts, and the order of their columns, are part of what every hash means: never changed. */
const content: readonly string[] = [
  `SELECT run_id, started_at, finished_at, today, municipality, grant_count, repeated_rows, version, config_hash,
    previous_hash FROM runs WHERE number = ?`,
  'SELECT kind, invoices, lines, amount FROM run_totals WHERE run = ? ORDER BY kind',
  'SELECT position, name, kind, rows, sha256 FROM run_inputs WHERE run = ? ORDER BY position',
  'SELECT name, sha256 FROM run_files WHERE run = ? ORDER BY name',
  `SELECT verdicts.id, documents.key, outcome, reason, owner, posted_in, document_number, invoice_number, type,
    issue_date, due_date, supplier_cvr, supplier_name, gln, currency, total, fingerprint, problems
    FROM verdicts JOIN documents ON documents.id = document WHERE run = ? ORDER BY verdicts.id`,
  `SELECT lines.id, verdict, line_number, source_file, source_row, citizens.hash, lines.amount, expected, period_from,
    period_to, period_basis, lines.reason, lines.owner, unit, paragraphs, claim_from, claim_to, claim_basis,
    claim_doubtful
    FROM verdicts JOIN lines ON verdict = verdicts.id LEFT JOIN citizens ON citizens.id = citizen
    WHERE run = ? ORDER BY lines.id`,
  `SELECT postings.id, line, grant_id, citizens.hash, postings.supplier_cvr, paragraph, service, postings.period_from,
    postings.period_to, postings.amount, account, psp_element, reverses, paid_to
    FROM verdicts JOIN lines ON verdict = verdicts.id JOIN postings ON line = lines.id
    JOIN citizens ON citizens.id = postings.citizen WHERE run = ? ORDER BY postings.id`,
  'SELECT documents.key, kind FROM holds JOIN documents ON documents.id = document WHERE run = ? ORDER BY documents.key, kind',
  'SELECT supplier_cvr, folded_number FROM credited_numbers WHERE run = ? ORDER BY supplier_cvr, folded_number',
  `SELECT booked.id, supplier_cvr, hash, document_number, invoice_number, amount, period_from, period_to
    FROM booked LEFT JOIN citizens ON citizens.id = citizen WHERE run = ? ORDER BY booked.id`,
  `SELECT position, kind, text_da, text_en, owner, reason, invoices, amount, exact FROM fixes WHERE run = ?
    ORDER BY position`,
  `SELECT unreadable_booked.id, file, row, supplier_cvr, hash, problems
    FROM unreadable_booked LEFT JOIN citizens ON citizens.id = citizen WHERE run = ? ORDER BY unreadable_booked.id`,
  'SELECT id, verdict, receiv_doc, year, part, file FROM opus_documents WHERE run = ? ORDER BY id',
  `SELECT opus_document, position, posting FROM opus_positions JOIN opus_documents ON id = opus_document WHERE run = ?
    ORDER BY opus_document, position`,
]
