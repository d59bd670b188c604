/** A ledger of any size, made in SQL: what is open comes again each week, as in the weekly export. */
import {createSecretKey} from 'node:crypto'
import {makeDatabase} from '../../src/ledger/open/open-database.ts'

export type LargeLedger = {
  readonly documents: number
  readonly runs: number
  /** Every so-manieth document is left to a person at first, and comes again in so many further runs. */
  readonly leftEvery: number
  readonly comesAgain: number
}

/** Documents are issued evenly over the year 2026, and first come in the run of their week. */
export function makeLargeLedger(file: string, {documents, runs, leftEvery, comesAgain}: LargeLedger): void {
  makeDatabase(file, createSecretKey('0'.repeat(64), 'hex'), 0o600, (database) => {
    database.exec(`
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${runs})
      INSERT INTO runs SELECT i, 'run-' || i, 'done', '/out', date('2026-01-05', (7 * i - 7) || ' days'),
        date('2026-01-05', (7 * i - 7) || ' days'), date('2026-01-05', (7 * i - 7) || ' days'), '230', 1, 0, '', '', '', ''
      FROM n;
      INSERT INTO citizens VALUES (1, 'x', '610190-****', 1);
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${documents})
      INSERT INTO documents SELECT i, 'doc:' || i, 1 + (i * ${runs} - 1) / ${documents} FROM n;
      WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < ${comesAgain})
      INSERT INTO verdicts (run, document, outcome, reason, owner, document_number, invoice_number, type, issue_date,
        supplier_cvr, supplier_name, gln, currency, total, fingerprint, problems)
      SELECT first_run + n.i, id, CASE WHEN id % ${leftEvery} = 0 THEN 'exception' ELSE 'posted' END,
        CASE WHEN id % ${leftEvery} = 0 THEN 'AMOUNT_MISMATCH' END, NULL, id, 'F' || id, 'invoice',
        date('2026-01-01', (7 * (first_run - 1)) || ' days'), 10000000 + id % 900, 'Leverandør ' || (id % 900),
        '5798000000017', 'DKK', 100000 + id % 977, hex(randomblob(32)), '[]'
      FROM n JOIN documents ON (n.i = 0 OR id % ${leftEvery} = 0) AND first_run + n.i <= ${runs}
      ORDER BY first_run + n.i, id;
      INSERT INTO lines (verdict, line_number, source_file, source_row, citizen, amount, unit, paragraphs)
      SELECT id, '1', 'a.csv', 2, 1, total, 1, '["' || (103 + document % 5) || '"]' FROM verdicts;
      INSERT INTO postings (line, grant_id, citizen, supplier_cvr, paragraph, service, period_from, period_to, amount,
        account, psp_element)
      SELECT lines.id, 'G', 1, '10000000', '107', 'Botilbud', '2026-01-01', '2026-01-31', amount, '', ''
      FROM lines JOIN verdicts ON verdicts.id = verdict WHERE outcome = 'posted';`)
  })
}
