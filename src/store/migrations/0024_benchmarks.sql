-- Public figures to compare with, and which of them each program chose.
CREATE TABLE benchmark_file (
    id          INTEGER PRIMARY KEY,
    public_id   TEXT NOT NULL UNIQUE,
    file_name   TEXT NOT NULL,
    file_hash   TEXT NOT NULL UNIQUE,
    form        TEXT NOT NULL CHECK (form IN ('api', 'two_headers', 'one_header', 'bulk', 'long')),
    imported_by TEXT NOT NULL,
    imported_at INTEGER NOT NULL
) STRICT;

CREATE TABLE benchmark (
    id             INTEGER PRIMARY KEY,
    public_id      TEXT NOT NULL UNIQUE,
    file_id        INTEGER NOT NULL REFERENCES benchmark_file (id),
    source         TEXT NOT NULL,
    dataset        TEXT NOT NULL,
    vintage        INTEGER,
    reference_year INTEGER NOT NULL,
    geo_level      TEXT NOT NULL CHECK (geo_level IN ('nation', 'state', 'metro', 'county', 'place')),
    geo_id         TEXT NOT NULL,
    geo_name       TEXT NOT NULL,
    naics          TEXT NOT NULL,
    naics_label    TEXT,
    naics_version  TEXT,
    universe       TEXT NOT NULL CHECK (universe IN ('employer', 'nonemployer', 'population')),
    retrieved_on   TEXT,
    url            TEXT,
    origin_hash    TEXT
) STRICT;
CREATE INDEX benchmark_of_file ON benchmark (file_id);
CREATE INDEX benchmark_place ON benchmark (geo_level, geo_id, naics);

CREATE TABLE benchmark_cell (
    id           INTEGER PRIMARY KEY,
    benchmark_id INTEGER NOT NULL REFERENCES benchmark (id),
    scheme       TEXT NOT NULL CHECK (scheme IN ('whole', 'race', 'ethnicity', 'sex', 'veteran')),
    code         INTEGER NOT NULL,
    label        TEXT NOT NULL,
    measure      TEXT NOT NULL CHECK (measure IN ('firms', 'receipts', 'employees', 'payroll', 'people')),
    value        INTEGER,
    flag         TEXT CHECK (flag IN ('D', 'S', 'N', 'X', 'range', 'blank')),
    rse_e2       INTEGER,
    denominator  INTEGER,
    line         INTEGER NOT NULL,
    UNIQUE (benchmark_id, scheme, code, measure),
    CHECK ((value IS NULL) = (flag IS NOT NULL))
) STRICT;

CREATE TABLE benchmark_choice (
    id          INTEGER PRIMARY KEY,
    program_id  INTEGER NOT NULL REFERENCES program (id),
    seq         INTEGER NOT NULL,
    first_id    INTEGER REFERENCES benchmark (id),
    first_add   INTEGER REFERENCES benchmark (id),
    second_id   INTEGER REFERENCES benchmark (id),
    second_add  INTEGER REFERENCES benchmark (id),
    reason      TEXT,
    chosen_by   TEXT NOT NULL,
    chosen_at   INTEGER NOT NULL,
    UNIQUE (program_id, seq)
) STRICT;
