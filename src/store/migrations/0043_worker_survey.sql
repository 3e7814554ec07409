-- The anonymous survey of workers: rounds, the sealed answers of a round, and what was told of it.
CREATE TABLE survey_round (
    id            INTEGER PRIMARY KEY,
    public_id     TEXT NOT NULL UNIQUE,
    program_id    INTEGER NOT NULL REFERENCES program (id),
    account_id    INTEGER NOT NULL REFERENCES account (id),
    title         TEXT NOT NULL,
    from_on       TEXT NOT NULL,
    until_on      TEXT NOT NULL CHECK (until_on >= from_on),
    most          INTEGER NOT NULL CHECK (most BETWEEN 20 AND 2000),
    threshold     INTEGER NOT NULL CHECK (threshold BETWEEN 5 AND 11),
    living_cents  INTEGER CHECK (living_cents BETWEEN 1 AND 100000),
    living_source TEXT,
    closed_at     INTEGER,
    released_at   INTEGER CHECK (released_at >= closed_at),
    lapsed_at     INTEGER CHECK (released_at IS NULL OR lapsed_at IS NULL),
    version       INTEGER NOT NULL DEFAULT 1,
    created_at    INTEGER NOT NULL
) STRICT;
CREATE INDEX survey_round_program ON survey_round (program_id, from_on);

CREATE TABLE survey_link (
    id              INTEGER PRIMARY KEY,
    survey_round_id INTEGER NOT NULL UNIQUE REFERENCES survey_round (id),
    nonce           BLOB NOT NULL,
    token_hash      BLOB NOT NULL UNIQUE
) STRICT;

CREATE TABLE survey_urn (
    id              INTEGER PRIMARY KEY,
    survey_round_id INTEGER NOT NULL UNIQUE REFERENCES survey_round (id),
    key_id          TEXT NOT NULL,
    nonce           BLOB NOT NULL,
    sealed          BLOB NOT NULL
) STRICT;

CREATE TABLE survey_count (
    id              INTEGER PRIMARY KEY,
    survey_round_id INTEGER NOT NULL REFERENCES survey_round (id),
    line            TEXT NOT NULL,
    wanted          TEXT NOT NULL,
    told            INTEGER CHECK (told >= 0),
    UNIQUE (survey_round_id, line)
) STRICT;

CREATE TABLE survey_file (
    id              INTEGER PRIMARY KEY,
    survey_round_id INTEGER NOT NULL REFERENCES survey_round (id),
    form            TEXT NOT NULL,
    bytes           BLOB NOT NULL,
    hash            TEXT NOT NULL,
    UNIQUE (survey_round_id, form)
) STRICT;
