-- Times are seconds since 1970 in UTC. `uid` names a row on every machine, `id` only in this file.

CREATE TABLE session (
    id       INTEGER PRIMARY KEY,
    uid      TEXT NOT NULL UNIQUE,
    kind     TEXT NOT NULL,             -- interview, practice
    started  INTEGER NOT NULL
) STRICT;

CREATE TABLE attempt (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,   -- numbers are shown to users, so none is given twice
    uid        TEXT NOT NULL UNIQUE,
    session    INTEGER NOT NULL REFERENCES session (id),
    pack       TEXT NOT NULL,
    question   TEXT NOT NULL,
    outcome    TEXT NOT NULL,           -- answered, skipped
    at         INTEGER NOT NULL,        -- when it was handed in
    seconds    INTEGER NOT NULL,        -- time used
    time_limit INTEGER,                 -- seconds, where there was one
    hints      INTEGER NOT NULL,
    answer     TEXT NOT NULL,
    score      INTEGER,
    verdict    TEXT,                    -- JSON
    rubric     TEXT NOT NULL,           -- fingerprint of the rubric that graded it
    prediction INTEGER,                 -- the score that the user expected
    overrides  TEXT                     -- JSON: what the user said of near misses
) STRICT;
CREATE INDEX attempt_by_question ON attempt (pack, question, at);
CREATE INDEX attempt_by_time ON attempt (at);
CREATE INDEX attempt_by_session ON attempt (session);

CREATE TABLE concept_result (
    attempt    INTEGER NOT NULL REFERENCES attempt (id) ON DELETE CASCADE,
    concept    TEXT NOT NULL,
    importance TEXT NOT NULL,
    level      TEXT NOT NULL,
    PRIMARY KEY (attempt, concept)
) STRICT, WITHOUT ROWID;

-- Running totals, written in the transaction of the attempt, so that statistics never read verdicts.
CREATE TABLE question_total (
    pack     TEXT NOT NULL,
    question TEXT NOT NULL,
    answered INTEGER NOT NULL,
    skipped  INTEGER NOT NULL,
    best     INTEGER,
    last     INTEGER,                   -- score of the last answer
    last_at  INTEGER NOT NULL,          -- last answered or skipped
    PRIMARY KEY (pack, question)
) STRICT, WITHOUT ROWID;

CREATE TABLE concept_total (
    pack         TEXT NOT NULL,
    question     TEXT NOT NULL,
    concept      TEXT NOT NULL,
    explained    INTEGER NOT NULL,
    named        INTEGER NOT NULL,
    missed       INTEGER NOT NULL,
    contradicted INTEGER NOT NULL,
    last         TEXT NOT NULL,         -- level in the last answer
    PRIMARY KEY (pack, question, concept)
) STRICT, WITHOUT ROWID;
