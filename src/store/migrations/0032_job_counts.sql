-- A count of workers may say more: of which program and resource it is, before or after it, and position by position what the work is
-- like. And what a person needs to earn to live in a county, from a table somebody imported. What a client says of an outcome may be
-- said on the telephone, with a witness.
ALTER TABLE job_snapshot ADD COLUMN public_id TEXT;
ALTER TABLE job_snapshot ADD COLUMN program_id INTEGER REFERENCES program (id);
ALTER TABLE job_snapshot ADD COLUMN account_id INTEGER REFERENCES account (id);
ALTER TABLE job_snapshot ADD COLUMN deployment_id INTEGER REFERENCES deployment (id);
ALTER TABLE job_snapshot ADD COLUMN side TEXT CHECK (side IN ('before', 'after'));
ALTER TABLE job_snapshot ADD COLUMN undone_at INTEGER;
ALTER TABLE job_snapshot ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
CREATE UNIQUE INDEX job_snapshot_address ON job_snapshot (public_id) WHERE public_id IS NOT NULL;
CREATE INDEX job_snapshot_deployment ON job_snapshot (deployment_id) WHERE deployment_id IS NOT NULL;
CREATE TABLE job_position (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE,
    snapshot_id INTEGER NOT NULL REFERENCES job_snapshot (id),
    title TEXT NOT NULL,
    heads INTEGER NOT NULL CHECK (heads > 0),
    term TEXT NOT NULL CHECK (term IN ('full', 'part', 'seasonal')),
    weekly_minutes INTEGER CHECK (weekly_minutes BETWEEN 1 AND 10080),
    season_weeks INTEGER CHECK (season_weeks BETWEEN 1 AND 52),
    wage_cents INTEGER CHECK (wage_cents >= 0),
    has_health INTEGER CHECK (has_health IN (0, 1)),
    has_leave INTEGER CHECK (has_leave IN (0, 1)),
    has_retirement INTEGER CHECK (has_retirement IN (0, 1)),
    degree TEXT CHECK (degree IN ('none', 'high_school', 'associate', 'bachelor')),
    advertised TEXT CHECK (advertised IN ('word_of_mouth', 'online', 'sign', 'workforce_program', 'community_group', 'school', 'union', 'agency', 'nowhere', 'other')),
    version INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX job_position_snapshot ON job_position (snapshot_id);
CREATE TABLE living_wage_table (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL,
    year INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2200),
    household TEXT NOT NULL,
    url TEXT,
    file_name TEXT NOT NULL,
    file_hash TEXT NOT NULL,
    is_compared INTEGER NOT NULL DEFAULT 0 CHECK (is_compared IN (0, 1)),
    undone_at INTEGER,
    version INTEGER NOT NULL DEFAULT 1,
    imported_by TEXT NOT NULL,
    imported_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX living_wage_table_compared ON living_wage_table (year) WHERE is_compared = 1;
CREATE TABLE living_wage (
    id INTEGER PRIMARY KEY,
    table_id INTEGER NOT NULL REFERENCES living_wage_table (id),
    county_fips TEXT NOT NULL,
    county TEXT NOT NULL,
    hourly_cents INTEGER NOT NULL CHECK (hourly_cents > 0),
    UNIQUE (table_id, county_fips)
) STRICT;
CREATE TABLE outcome_answer_new (
    id INTEGER PRIMARY KEY,
    outcome_id INTEGER NOT NULL REFERENCES outcome (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    answer TEXT NOT NULL CHECK (answer IN ('right', 'different')),
    amount INTEGER CHECK (amount >= 0),
    words TEXT,
    helped TEXT CHECK (helped IN ('a_lot', 'some', 'no', 'cannot_say')),
    way TEXT NOT NULL CHECK (way IN ('link', 'own_page', 'spoken')),
    witness_id INTEGER REFERENCES account (id),
    recorded_at INTEGER NOT NULL,
    CHECK ((way = 'spoken') = (witness_id IS NOT NULL))
) STRICT;
INSERT INTO outcome_answer_new (id, outcome_id, person_id, answer, amount, words, helped, way, recorded_at)
SELECT id, outcome_id, person_id, answer, amount, words, helped, way, recorded_at FROM outcome_answer;
DROP TABLE outcome_answer;
ALTER TABLE outcome_answer_new RENAME TO outcome_answer;
CREATE INDEX outcome_answer_outcome ON outcome_answer (outcome_id);
