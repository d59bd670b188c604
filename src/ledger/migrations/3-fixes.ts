/** Version 3: what would raise the share posted (`commands.md`, report), as the run's `match` tried it. */
export const fixes = `
CREATE TABLE fixes (               -- what one change of the data or the settings would free, tried by match
  run INTEGER NOT NULL REFERENCES runs ON DELETE CASCADE,
  position INTEGER NOT NULL,       -- most invoices freed first
  kind TEXT NOT NULL,              -- rate, billsAs, mapping, account, billing, other
  text_da TEXT NOT NULL,           -- masked
  text_en TEXT NOT NULL,
  owner TEXT NOT NULL,
  reason TEXT NOT NULL,
  invoices INTEGER NOT NULL,
  amount INTEGER NOT NULL,         -- øre, sizes added up
  exact INTEGER NOT NULL,          -- 1: tried by match; 0: the most that it can free
  PRIMARY KEY (run, position)
) STRICT, WITHOUT ROWID;
`
