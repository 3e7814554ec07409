-- What is known of people: who looked, corrections, complaints, closing, helpers.
ALTER TABLE program ADD COLUMN complaint_name TEXT;
ALTER TABLE program ADD COLUMN complaint_email TEXT;
ALTER TABLE program ADD COLUMN complaint_telephone TEXT;
ALTER TABLE program ADD COLUMN office_hours TEXT;
CREATE TABLE look (
    id          INTEGER PRIMARY KEY,
    business_id INTEGER REFERENCES business (id),
    program_id  INTEGER NOT NULL REFERENCES program (id),
    referral_id INTEGER REFERENCES referral (id),
    partner_id  INTEGER REFERENCES partner (id),
    viewer      TEXT NOT NULL,
    role        TEXT NOT NULL CHECK (role IN ('advisor', 'colleague', 'manager', 'partner')),
    part        TEXT NOT NULL CHECK (part IN ('record', 'referral', 'letter', 'request', 'contact', 'file', 'report')),
    on_day      TEXT NOT NULL,
    at          INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX look_once ON look (viewer, on_day, part, program_id, coalesce(business_id, 0), coalesce(referral_id, 0));
CREATE INDEX look_business ON look (business_id, at);

CREATE TABLE correction_request (
    id          INTEGER PRIMARY KEY,
    public_id   TEXT NOT NULL UNIQUE,
    person_id   INTEGER NOT NULL REFERENCES person (id),
    business_id INTEGER NOT NULL REFERENCES business (id),
    program_id  INTEGER NOT NULL REFERENCES program (id),
    what        TEXT NOT NULL CHECK (what IN ('person_name', 'email', 'business_name', 'product', 'address', 'workers', 'ownership')),
    old_value   TEXT NOT NULL,
    new_value   TEXT NOT NULL,
    asked_at    INTEGER NOT NULL,
    due_on      TEXT NOT NULL,
    answer      TEXT CHECK (answer IN ('made', 'kept')),
    words       TEXT,
    answered_by INTEGER REFERENCES account (id),
    answered_at INTEGER
) STRICT;
CREATE INDEX correction_request_person ON correction_request (person_id);
CREATE INDEX correction_request_open ON correction_request (program_id, due_on) WHERE answered_at IS NULL;

CREATE TABLE complaint (
    id          INTEGER PRIMARY KEY,
    public_id   TEXT NOT NULL UNIQUE,
    number      INTEGER NOT NULL UNIQUE,
    person_id   INTEGER NOT NULL REFERENCES person (id),
    program_id  INTEGER NOT NULL REFERENCES program (id),
    against_id  INTEGER REFERENCES account (id),
    words       TEXT NOT NULL,
    asked_at    INTEGER NOT NULL,
    due_on      TEXT NOT NULL,
    answer      TEXT,
    answered_by INTEGER REFERENCES account (id),
    answered_at INTEGER
) STRICT;
CREATE INDEX complaint_person ON complaint (person_id);
CREATE INDEX complaint_open ON complaint (program_id, due_on) WHERE answered_at IS NULL;

CREATE TABLE closing_request (
    id            INTEGER PRIMARY KEY,
    public_id     TEXT NOT NULL UNIQUE,
    person_id     INTEGER NOT NULL REFERENCES person (id),
    asked_at      INTEGER NOT NULL,
    due_on        TEXT NOT NULL,
    taken_back_at INTEGER,
    words         TEXT,
    settled_by    INTEGER REFERENCES account (id),
    settled_at    INTEGER
) STRICT;
CREATE UNIQUE INDEX closing_request_open ON closing_request (person_id) WHERE settled_at IS NULL AND taken_back_at IS NULL;

CREATE TABLE helper (
    id         INTEGER PRIMARY KEY,
    public_id  TEXT NOT NULL UNIQUE,
    number     INTEGER NOT NULL UNIQUE,
    person_id  INTEGER NOT NULL REFERENCES person (id),
    name       TEXT NOT NULL,
    came_as    TEXT,
    level      TEXT NOT NULL CHECK (level IN ('see', 'act')),
    until_on   TEXT NOT NULL,
    code_mac   BLOB NOT NULL UNIQUE,
    witness_id INTEGER REFERENCES account (id),
    invited_at INTEGER NOT NULL,
    came_at    INTEGER,
    ended_at   INTEGER
) STRICT;
CREATE INDEX helper_person ON helper (person_id);

CREATE TABLE helper_deed (
    id          INTEGER PRIMARY KEY,
    helper_id   INTEGER NOT NULL REFERENCES helper (id),
    referral_id INTEGER NOT NULL REFERENCES referral (id),
    what        TEXT NOT NULL CHECK (what IN ('message', 'request', 'stop', 'confirm', 'answer', 'other')),
    at          INTEGER NOT NULL
) STRICT;
CREATE INDEX helper_deed_helper ON helper_deed (helper_id);
CREATE INDEX helper_deed_referral ON helper_deed (referral_id);
