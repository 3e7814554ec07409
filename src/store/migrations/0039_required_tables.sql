-- Required tables of funders other than the SBA: more questions behind the wall, lines in listed measures, rows for clients, income limits.
CREATE TABLE demographic_answer_anew (
    id          INTEGER PRIMARY KEY,
    reference   BLOB NOT NULL REFERENCES subject (reference),
    question    TEXT NOT NULL CHECK (question IN ('race', 'sex', 'disability', 'veteran', 'military', 'household', 'income', 'sedi')),
    basis       TEXT NOT NULL CHECK (basis IN ('self', 'read_out', 'released_by_source')),
    notice      TEXT NOT NULL,
    nonce       BLOB NOT NULL,
    ciphertext  BLOB NOT NULL,
    answered_on TEXT NOT NULL,
    is_skipped  INTEGER NOT NULL DEFAULT 0 CHECK (is_skipped IN (0, 1)),
    UNIQUE (reference, question)
) STRICT;
INSERT INTO demographic_answer_anew (id, reference, question, basis, notice, nonce, ciphertext, answered_on, is_skipped)
SELECT id, reference, question, basis, notice, nonce, ciphertext, answered_on, is_skipped
FROM demographic_answer;
DROP TABLE demographic_answer;
ALTER TABLE demographic_answer_anew RENAME TO demographic_answer;

CREATE TABLE filing_anew (
    id          INTEGER PRIMARY KEY,
    public_id   TEXT NOT NULL UNIQUE,
    program_id  INTEGER NOT NULL REFERENCES program (id),
    recipient   TEXT NOT NULL,
    authority   TEXT NOT NULL,
    questions   TEXT NOT NULL,
    from_on     TEXT NOT NULL,
    account_id  INTEGER NOT NULL REFERENCES account (id),
    recorded_at INTEGER NOT NULL,
    ended_by    INTEGER REFERENCES account (id),
    ended_at    INTEGER,
    ended_why   TEXT,
    form        TEXT NOT NULL DEFAULT 'table' CHECK (form IN ('table', 'sba641', 'sba888', 'cdbg', 'ssbci', 'mep', 'logic_model', 'own_table')),
    location_code TEXT,
    has_names   INTEGER NOT NULL DEFAULT 0 CHECK (has_names IN (0, 1)),
    funding_source_id INTEGER REFERENCES funding_source (id),
    basis       TEXT CHECK (basis IN ('area', 'microenterprise', 'limited_clientele', 'jobs')),
    provider_type TEXT CHECK (provider_type IN ('for_profit', 'higher_education', 'nonprofit', 'state', 'other')),
    provider_relation TEXT CHECK (provider_relation IN ('recipient', 'contractor', 'subrecipient', 'subentity')),
    version     INTEGER NOT NULL DEFAULT 1
) STRICT;
INSERT INTO filing_anew (id, public_id, program_id, recipient, authority, questions, from_on, account_id, recorded_at, ended_by, ended_at, ended_why, form, location_code, has_names, version)
SELECT id, public_id, program_id, recipient, authority, questions, from_on, account_id, recorded_at, ended_by, ended_at, ended_why, form, location_code, has_names, version
FROM filing;
DROP TABLE filing;
ALTER TABLE filing_anew RENAME TO filing;
CREATE INDEX filing_program ON filing (program_id);
CREATE INDEX filing_funding_source ON filing (funding_source_id);

CREATE TABLE filing_line (
    id        INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE,
    filing_id INTEGER NOT NULL REFERENCES filing (id),
    place     INTEGER NOT NULL,
    section   TEXT NOT NULL,
    label     TEXT NOT NULL,
    measure   TEXT NOT NULL CHECK (measure IN ('clients_joined', 'clients_served', 'services', 'contact_time', 'trainings', 'training_people', 'outreach_reached', 'outreach_contacts', 'referrals_sent', 'referrals_accepted', 'referrals_completed', 'awards', 'dollars_awarded', 'dollars_delivered', 'space_delivered', 'lab_time', 'outcomes', 'jobs_created', 'jobs_kept', 'capital_raised', 'contracts_won')),
    kind      TEXT,
    neighborhood TEXT,
    UNIQUE (filing_id, section, label)
) STRICT;

CREATE TABLE income_limit_table (
    id          INTEGER PRIMARY KEY,
    program_id  INTEGER NOT NULL REFERENCES program (id),
    seq         INTEGER NOT NULL,
    area        TEXT NOT NULL,
    year        INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2200),
    source      TEXT NOT NULL,
    account_id  INTEGER NOT NULL REFERENCES account (id),
    recorded_at INTEGER NOT NULL,
    UNIQUE (program_id, seq)
) STRICT;

CREATE TABLE income_limit (
    id             INTEGER PRIMARY KEY,
    table_id       INTEGER NOT NULL REFERENCES income_limit_table (id),
    household      INTEGER NOT NULL CHECK (household BETWEEN 1 AND 8),
    extremely_low_cents INTEGER NOT NULL CHECK (extremely_low_cents > 0),
    low_cents      INTEGER NOT NULL CHECK (low_cents >= extremely_low_cents),
    moderate_cents INTEGER NOT NULL CHECK (moderate_cents >= low_cents),
    UNIQUE (table_id, household)
) STRICT;

CREATE TABLE filing_record_anew (
    id          INTEGER PRIMARY KEY,
    made_id     INTEGER NOT NULL REFERENCES filing_made (id),
    service_id  INTEGER REFERENCES service (id),
    training_id INTEGER REFERENCES training (id),
    business_id INTEGER REFERENCES business (id),
    line        TEXT,
    digests     TEXT NOT NULL,
    CHECK ((service_id IS NOT NULL) + (training_id IS NOT NULL) + (business_id IS NOT NULL) + (line IS NOT NULL) = 1),
    UNIQUE (made_id, service_id),
    UNIQUE (made_id, training_id),
    UNIQUE (made_id, business_id),
    UNIQUE (made_id, line)
) STRICT;
INSERT INTO filing_record_anew (id, made_id, service_id, training_id, digests)
SELECT id, made_id, service_id, training_id, digests
FROM filing_record;
DROP TABLE filing_record;
ALTER TABLE filing_record_anew RENAME TO filing_record;
CREATE INDEX filing_record_business ON filing_record (business_id);
CREATE INDEX filing_record_service ON filing_record (service_id);
CREATE INDEX filing_record_training ON filing_record (training_id);
