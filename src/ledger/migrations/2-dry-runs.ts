/** Version 2: dry runs (`match --dry-run`), kept apart from everything that counts. */
export const dryRuns = `
CREATE TABLE shadow_runs (
  number INTEGER PRIMARY KEY,
  run_id TEXT NOT NULL UNIQUE,     -- without -dry-run
  state TEXT NOT NULL CHECK (state IN ('begun', 'done')),
  out TEXT NOT NULL,
  started_at TEXT NOT NULL,
  finished_at TEXT NOT NULL,
  today TEXT NOT NULL,
  municipality TEXT,
  version TEXT NOT NULL,
  config_hash TEXT NOT NULL
) STRICT;

CREATE TABLE shadow_files (
  run INTEGER NOT NULL REFERENCES shadow_runs ON DELETE CASCADE,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  PRIMARY KEY (run, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE shadow_documents (
  id INTEGER PRIMARY KEY,
  run INTEGER NOT NULL REFERENCES shadow_runs ON DELETE CASCADE,
  key TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('posted', 'exception', 'alreadyPosted')),
  reason TEXT,
  document_number TEXT NOT NULL,
  invoice_number TEXT NOT NULL,
  type TEXT NOT NULL,
  issue_date TEXT,
  supplier_cvr TEXT NOT NULL,
  total INTEGER NOT NULL           -- øre
) STRICT;
CREATE INDEX shadow_documents_of_run ON shadow_documents (run);

CREATE TABLE shadow_postings (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES shadow_documents ON DELETE CASCADE,
  line_number TEXT NOT NULL,
  citizen_hash TEXT NOT NULL,
  citizen_masked TEXT NOT NULL,
  grant_id TEXT NOT NULL,
  supplier_cvr TEXT NOT NULL,
  paragraph TEXT NOT NULL,
  service TEXT NOT NULL,
  period_from TEXT NOT NULL,
  period_to TEXT NOT NULL,
  amount INTEGER NOT NULL,         -- øre
  account TEXT NOT NULL,
  psp_element TEXT NOT NULL
) STRICT;
CREATE INDEX shadow_postings_of_document ON shadow_postings (document);
`
