-- What was asked after the verdict, and what the program remembers between runs.
ALTER TABLE attempt ADD COLUMN follow_up TEXT;  -- JSON

CREATE TABLE setting (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
