/** Version 4: what the XML files for OPUS held, so that its answer finds the verdict (`formats.md`, The OPUS XML file). */
export const sentToOpus = `
CREATE TABLE opus_documents (
  id INTEGER PRIMARY KEY,
  run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
  verdict INTEGER NOT NULL REFERENCES verdicts ON DELETE CASCADE,
  receiv_doc TEXT NOT NULL,        -- the same whenever the document is posted anew (opus-id.ts)
  year INTEGER NOT NULL,           -- in which the periods of its postings end
  part INTEGER NOT NULL,           -- from 1, where the invoice has more lines in a year than a file may hold
  file TEXT NOT NULL,              -- as in run_files
  UNIQUE (run, receiv_doc)
) STRICT;
CREATE INDEX opus_documents_of_verdict ON opus_documents (verdict);
CREATE INDEX opus_documents_by_id ON opus_documents (receiv_doc);

CREATE TABLE opus_positions (      -- lines 2 × position - 1 and 2 × position of a document are one posting
  opus_document INTEGER NOT NULL REFERENCES opus_documents ON DELETE CASCADE,
  position INTEGER NOT NULL,
  posting INTEGER NOT NULL UNIQUE REFERENCES postings ON DELETE CASCADE,
  PRIMARY KEY (opus_document, position)
) STRICT, WITHOUT ROWID;
`
