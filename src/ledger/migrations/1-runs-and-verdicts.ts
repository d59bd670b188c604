/** Version 1: runs and what they decided. */
export const runsAndVerdicts = `
CREATE TABLE ledger (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
  id TEXT NOT NULL,                -- random; names the folders that this ledger has begun
  key_check TEXT NOT NULL          -- tells the ledger's own key file from another
) STRICT;

CREATE TABLE runs (
  number INTEGER PRIMARY KEY,      -- in the order of recording
  run_id TEXT NOT NULL UNIQUE,
  state TEXT NOT NULL CHECK (state IN ('begun', 'done', 'undone', 'takenOver')),
  out TEXT NOT NULL,               -- the folder in which the run's folder stands, as a full path
  started_at TEXT NOT NULL,
  finished_at TEXT NOT NULL,
  today TEXT NOT NULL,
  municipality TEXT,               -- the first one given is the ledger's
  grant_count INTEGER,             -- grants in the register; null in a run taken over from its files
  repeated_rows INTEGER NOT NULL,
  version TEXT NOT NULL,           -- of bills
  config_hash TEXT NOT NULL,
  previous_hash TEXT NOT NULL,     -- of the run before; empty in the first
  hash TEXT NOT NULL               -- over all that the run brought (chain.ts)
) STRICT;

CREATE TABLE run_totals (
  run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('received', 'posted', 'decided', 'exceptions', 'alreadyPosted')),
  invoices INTEGER NOT NULL,
  lines INTEGER NOT NULL,
  amount INTEGER NOT NULL,         -- øre
  PRIMARY KEY (run, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE run_inputs (
  run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,              -- without folders, masked
  kind TEXT NOT NULL,
  rows INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  PRIMARY KEY (run, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE run_files (
  run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  PRIMARY KEY (run, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE citizens (
  id INTEGER PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,       -- HMAC-SHA256 of the CPR number by the key file, hexadecimal
  masked TEXT NOT NULL,            -- 010170-****
  first_run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE
) STRICT;
CREATE INDEX citizens_of_run ON citizens (first_run);

CREATE TABLE documents (
  id INTEGER PRIMARY KEY,          -- counts documents in the order in which they first came
  key TEXT NOT NULL UNIQUE,        -- what a document is known by (src/match/document.ts), sealed
  first_run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE
) STRICT;
CREATE INDEX documents_of_run ON documents (first_run);

CREATE TABLE verdicts (            -- what one run decided about one document, and the document as it then was
  id INTEGER PRIMARY KEY,
  run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  outcome TEXT NOT NULL CHECK (outcome IN ('posted', 'exception', 'alreadyPosted')),
  reason TEXT,
  owner TEXT,
  posted_in TEXT,                  -- the run that posted it before
  opus_state TEXT NOT NULL DEFAULT 'open' CHECK (opus_state IN ('open', 'confirmed', 'refused')),
  document_number TEXT NOT NULL,   -- sealed
  invoice_number TEXT NOT NULL,    -- sealed
  type TEXT NOT NULL CHECK (type IN ('invoice', 'creditNote')),
  issue_date TEXT,
  due_date TEXT,
  supplier_cvr TEXT NOT NULL,      -- of the bill, sealed
  supplier_name TEXT NOT NULL,     -- masked
  gln TEXT NOT NULL,
  currency TEXT NOT NULL,          -- masked
  total INTEGER NOT NULL,          -- øre
  fingerprint TEXT NOT NULL,       -- empty in a run taken over from its files
  problems TEXT NOT NULL           -- JSON list of what could not be read, masked
) STRICT;
CREATE INDEX verdicts_of_run ON verdicts (run);
CREATE INDEX verdicts_of_document ON verdicts (document, run);

CREATE TABLE lines (
  id INTEGER PRIMARY KEY,
  verdict INTEGER NOT NULL REFERENCES verdicts ON DELETE CASCADE,
  line_number TEXT NOT NULL,       -- sealed
  source_file TEXT NOT NULL,       -- masked
  source_row INTEGER NOT NULL,
  citizen INTEGER REFERENCES citizens,
  amount INTEGER NOT NULL,         -- øre
  expected INTEGER,                -- øre
  period_from TEXT,
  period_to TEXT,
  period_basis TEXT,
  reason TEXT,
  owner TEXT,
  unit INTEGER,                    -- lines of a document with one number were posted as one sum
  paragraphs TEXT NOT NULL,        -- JSON list, sorted, masked: of its postings, else of the grants it may mean
  claim_from TEXT,                 -- the month that the line bills
  claim_to TEXT,
  claim_basis TEXT,
  claim_doubtful INTEGER
) STRICT;
CREATE INDEX lines_of_verdict ON lines (verdict);
CREATE INDEX lines_of_citizen ON lines (citizen);

CREATE TABLE postings (            -- a grant's days from period_from to period_to are paid, unless reversed
  id INTEGER PRIMARY KEY,
  line INTEGER NOT NULL REFERENCES lines ON DELETE CASCADE,
  opus_state TEXT NOT NULL DEFAULT 'open' CHECK (opus_state IN ('open', 'confirmed', 'refused')),
  grant_id TEXT NOT NULL,          -- sealed
  citizen INTEGER NOT NULL REFERENCES citizens,
  supplier_cvr TEXT NOT NULL,      -- of the grant
  paragraph TEXT NOT NULL,         -- sealed; empty in a run taken over from its files
  service TEXT NOT NULL,           -- sealed; likewise
  period_from TEXT NOT NULL,
  period_to TEXT NOT NULL,
  amount INTEGER NOT NULL,         -- øre; negative in a reversal
  account TEXT NOT NULL,           -- empty in a run taken over from its files, as is psp_element
  psp_element TEXT NOT NULL,
  reverses INTEGER REFERENCES lines,
  paid_to TEXT                     -- of a reversal: what the register then held for the grant
) STRICT;
CREATE INDEX postings_of_line ON postings (line);
CREATE INDEX postings_of_citizen ON postings (citizen);
CREATE INDEX reversals ON postings (reverses) WHERE reverses IS NOT NULL;

CREATE TABLE holds (               -- documents that are not tried again
  run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
  document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('CREDITED_UNPOSTED', 'REJECTED')),
  PRIMARY KEY (run, document, kind)
) STRICT, WITHOUT ROWID;
CREATE INDEX holds_of_document ON holds (document);

CREATE TABLE credited_numbers (    -- invoices that a credit note named and nobody knew
  run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
  supplier_cvr TEXT NOT NULL,      -- sealed
  folded_number TEXT NOT NULL,     -- sealed
  PRIMARY KEY (run, supplier_cvr, folded_number)
) STRICT, WITHOUT ROWID;

CREATE TABLE booked (              -- what people posted: true whatever becomes of the run that brought it
  id INTEGER PRIMARY KEY,
  run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
  supplier_cvr TEXT NOT NULL,
  citizen INTEGER REFERENCES citizens,
  document_number TEXT NOT NULL,   -- sealed
  invoice_number TEXT NOT NULL,    -- sealed
  amount INTEGER NOT NULL,         -- øre
  period_from TEXT NOT NULL,
  period_to TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX booked_once
  ON booked (supplier_cvr, citizen, document_number, invoice_number, amount, period_from, period_to);
CREATE INDEX booked_of_run ON booked (run);
CREATE INDEX booked_of_citizen ON booked (citizen);

CREATE TABLE unreadable_booked (   -- stands until a later run reads a booked file of the same name
  id INTEGER PRIMARY KEY,
  run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
  file TEXT NOT NULL,              -- masked, as in run_inputs
  row INTEGER NOT NULL,
  supplier_cvr TEXT,
  citizen INTEGER REFERENCES citizens,
  problems TEXT NOT NULL           -- JSON list, masked
) STRICT;
CREATE INDEX unreadable_booked_of_run ON unreadable_booked (run);
CREATE INDEX unreadable_booked_of_citizen ON unreadable_booked (citizen);

CREATE VIEW standing_verdicts AS
  SELECT verdicts.* FROM verdicts JOIN runs ON runs.number = verdicts.run WHERE runs.state <> 'undone';

-- What holds of a document: posted once is posted, else its last verdict. Of two with one key in a run, the first.
CREATE VIEW document_states AS
  SELECT
    documents.id AS document,
    documents.key,
    (SELECT id FROM standing_verdicts AS v WHERE v.document = documents.id ORDER BY v.run, v.id LIMIT 1)
      AS first_verdict,
    (SELECT id FROM standing_verdicts AS v WHERE v.document = documents.id ORDER BY v.run DESC, v.id LIMIT 1)
      AS last_verdict,
    (SELECT id FROM standing_verdicts AS v
      WHERE v.document = documents.id AND v.outcome = 'posted' AND v.opus_state <> 'refused'
      ORDER BY v.run, v.id LIMIT 1) AS posted_verdict,
    (SELECT MIN(kind) FROM holds JOIN runs ON runs.number = holds.run
      WHERE holds.document = documents.id AND runs.state <> 'undone') AS held
  FROM documents;
`
