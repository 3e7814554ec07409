-- Releases of the equity report: the publication ledger.
CREATE TABLE report_release (
    id          INTEGER PRIMARY KEY,
    public_id   TEXT NOT NULL UNIQUE,
    program_id  INTEGER REFERENCES program (id),
    period      TEXT NOT NULL,
    years       INTEGER NOT NULL CHECK (years BETWEEN 1 AND 3),
    first_on    TEXT NOT NULL,
    last_on     TEXT NOT NULL,
    plan        TEXT NOT NULL CHECK (plan IN ('small', 'middle', 'full')),
    areas       TEXT NOT NULL,
    programs    TEXT NOT NULL,
    tells_money INTEGER NOT NULL CHECK (tells_money IN (0, 1)),
    corrects_id INTEGER REFERENCES report_release (id),
    reason      TEXT,
    made_by     TEXT NOT NULL,
    made_at     INTEGER NOT NULL
) STRICT;
CREATE INDEX release_period ON report_release (program_id, period);

CREATE TABLE release_way (
    id          INTEGER PRIMARY KEY,
    release_id  INTEGER NOT NULL REFERENCES report_release (id),
    business_id INTEGER NOT NULL REFERENCES business (id),
    way         TEXT NOT NULL,
    UNIQUE (release_id, business_id)
) STRICT;

CREATE TABLE release_edition (
    id         INTEGER PRIMARY KEY,
    release_id INTEGER NOT NULL REFERENCES report_release (id),
    audience   TEXT NOT NULL CHECK (audience IN ('internal', 'funder', 'public')),
    threshold  INTEGER NOT NULL CHECK (threshold BETWEEN 5 AND 11),
    told       TEXT NOT NULL,
    told_hash  TEXT NOT NULL,
    guarded    BLOB NOT NULL,
    UNIQUE (release_id, audience)
) STRICT;

CREATE TABLE release_count (
    id          INTEGER PRIMARY KEY,
    edition_id INTEGER NOT NULL REFERENCES release_edition (id),
    place      INTEGER NOT NULL,
    count_id   TEXT NOT NULL,
    told       INTEGER,
    UNIQUE (edition_id, place)
) STRICT;

CREATE TABLE release_file (
    id          INTEGER PRIMARY KEY,
    edition_id INTEGER NOT NULL REFERENCES release_edition (id),
    form       TEXT NOT NULL,
    bytes      BLOB NOT NULL,
    hash       TEXT NOT NULL,
    made_at    INTEGER NOT NULL,
    UNIQUE (edition_id, form)
) STRICT;
