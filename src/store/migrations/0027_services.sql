-- Services in full: how and under what each is filed, who was there, time beside the contact, and attempts that came to nothing.
-- What stands already is filed as the reviewed tables of the quick form say: by how people met, and by what it was about.
CREATE TABLE service_anew (
    id            INTEGER PRIMARY KEY,
    public_id     TEXT NOT NULL UNIQUE,
    program_id    INTEGER NOT NULL REFERENCES program (id),
    business_id   INTEGER REFERENCES business (id),
    caller_name   TEXT,
    caller_telephone TEXT,
    account_id    INTEGER NOT NULL REFERENCES account (id),
    served_on     TEXT NOT NULL,
    kind          TEXT NOT NULL CHECK (kind IN ('coaching', 'loans_grants', 'technology_transfer', 'space', 'certification', 'hiring_training', 'other')),
    channel       TEXT NOT NULL CHECK (channel IN ('in_person', 'phone', 'video', 'text_email')),
    minutes       INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 1440),
    note          TEXT,
    funding_source_id INTEGER REFERENCES funding_source (id),
    undone_at     INTEGER,
    version       INTEGER NOT NULL DEFAULT 1,
    created_at    INTEGER NOT NULL,
    note_level    TEXT NOT NULL DEFAULT 'team' CHECK (note_level IN ('team', 'mine')),
    note_until_on TEXT,
    note_until_why TEXT,
    session_type  TEXT NOT NULL,
    topic         TEXT NOT NULL,
    prepare_minutes INTEGER NOT NULL DEFAULT 0 CHECK (prepare_minutes BETWEEN 0 AND 1440),
    travel_minutes INTEGER NOT NULL DEFAULT 0 CHECK (travel_minutes BETWEEN 0 AND 1440),
    others_present INTEGER NOT NULL DEFAULT 0 CHECK (others_present BETWEEN 0 AND 999),
    is_reportable INTEGER NOT NULL DEFAULT 1 CHECK (is_reportable IN (0, 1)),
    reportable_why TEXT,
    is_late       INTEGER NOT NULL DEFAULT 0 CHECK (is_late IN (0, 1)),
    CHECK (business_id IS NOT NULL OR caller_name IS NOT NULL)
) STRICT;
INSERT INTO service_anew (id, public_id, program_id, business_id, caller_name, caller_telephone, account_id, served_on, kind, channel, minutes, note, funding_source_id, undone_at, version, created_at, note_level, note_until_on, note_until_why, session_type, topic, is_late)
SELECT id, public_id, program_id, business_id, caller_name, caller_telephone, account_id, served_on, kind, channel, minutes, note, funding_source_id, undone_at, version, created_at, note_level, note_until_on, note_until_why,
       CASE channel WHEN 'in_person' THEN 'face_to_face' WHEN 'phone' THEN 'telephone' ELSE 'online' END,
       CASE kind WHEN 'coaching' THEN 'operations' WHEN 'loans_grants' THEN 'financing' WHEN 'technology_transfer' THEN 'technology'
                 WHEN 'certification' THEN 'government_contracts' WHEN 'hiring_training' THEN 'people' ELSE 'other' END,
       public_id IN (SELECT object FROM audit_event WHERE action IN ('service.logged', 'service.changed') AND detail LIKE '%late entry')
FROM service;
DROP TABLE service;
ALTER TABLE service_anew RENAME TO service;
CREATE INDEX service_business ON service (business_id, served_on);
CREATE INDEX service_program_day ON service (program_id, served_on, business_id, minutes);
CREATE INDEX service_account ON service (account_id, served_on);
CREATE INDEX service_note_until ON service (note_until_on) WHERE note_until_on IS NOT NULL;
CREATE TABLE service_topic (
    id         INTEGER PRIMARY KEY,
    service_id INTEGER NOT NULL REFERENCES service (id),
    topic      TEXT NOT NULL,
    UNIQUE (service_id, topic)
) STRICT;
CREATE TABLE service_language (
    id         INTEGER PRIMARY KEY,
    service_id INTEGER NOT NULL REFERENCES service (id),
    language   TEXT NOT NULL,
    UNIQUE (service_id, language)
) STRICT;
CREATE TABLE service_person (
    id         INTEGER PRIMARY KEY,
    service_id INTEGER NOT NULL REFERENCES service (id),
    person_id  INTEGER NOT NULL REFERENCES person (id),
    UNIQUE (service_id, person_id)
) STRICT;
CREATE INDEX service_person_person ON service_person (person_id);
CREATE TABLE attempt (
    id              INTEGER PRIMARY KEY,
    public_id       TEXT NOT NULL UNIQUE,
    program_id      INTEGER NOT NULL REFERENCES program (id),
    business_id     INTEGER NOT NULL REFERENCES business (id),
    account_id      INTEGER NOT NULL REFERENCES account (id),
    tried_on        TEXT NOT NULL,
    kind            TEXT NOT NULL,
    channel         TEXT NOT NULL,
    outcome         TEXT NOT NULL CHECK (outcome IN ('no_show', 'voicemail')),
    prepare_minutes INTEGER NOT NULL DEFAULT 0 CHECK (prepare_minutes BETWEEN 0 AND 1440),
    travel_minutes  INTEGER NOT NULL DEFAULT 0 CHECK (travel_minutes BETWEEN 0 AND 1440),
    is_late         INTEGER NOT NULL DEFAULT 0 CHECK (is_late IN (0, 1)),
    undone_at       INTEGER,
    version         INTEGER NOT NULL DEFAULT 1,
    created_at      INTEGER NOT NULL
) STRICT;
CREATE INDEX attempt_business ON attempt (business_id, tried_on);
CREATE INDEX attempt_account ON attempt (account_id, tried_on);
CREATE TABLE program_service (
    id            INTEGER PRIMARY KEY,
    program_id    INTEGER NOT NULL REFERENCES program (id),
    kind          TEXT NOT NULL,
    topic         TEXT NOT NULL,
    is_reportable INTEGER NOT NULL CHECK (is_reportable IN (0, 1)),
    UNIQUE (program_id, kind)
) STRICT;
CREATE TABLE program_language (
    id         INTEGER PRIMARY KEY,
    program_id INTEGER NOT NULL REFERENCES program (id),
    language   TEXT NOT NULL,
    UNIQUE (program_id, language)
) STRICT;
CREATE TABLE training (
    id            INTEGER PRIMARY KEY,
    public_id     TEXT NOT NULL UNIQUE,
    program_id    INTEGER NOT NULL REFERENCES program (id),
    title         TEXT NOT NULL,
    topic         TEXT NOT NULL,
    format        TEXT NOT NULL,
    minutes       INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 599999),
    fee_cents     INTEGER NOT NULL DEFAULT 0 CHECK (fee_cents >= 0),
    language      TEXT NOT NULL,
    other_partner TEXT,
    sponsor       TEXT,
    cosponsor     TEXT,
    city          TEXT,
    state         TEXT,
    postal_code   TEXT,
    country       TEXT,
    total         INTEGER CHECK (total BETWEEN 1 AND 100000),
    in_business   INTEGER CHECK (in_business >= 0),
    not_yet       INTEGER CHECK (not_yet >= 0),
    counted_on    TEXT,
    account_id    INTEGER NOT NULL REFERENCES account (id),
    undone_at     INTEGER,
    version       INTEGER NOT NULL DEFAULT 1,
    created_at    INTEGER NOT NULL
) STRICT;
CREATE INDEX training_program ON training (program_id);
CREATE TABLE training_date (
    id          INTEGER PRIMARY KEY,
    training_id INTEGER NOT NULL REFERENCES training (id),
    on_day      TEXT NOT NULL,
    UNIQUE (training_id, on_day)
) STRICT;
CREATE TABLE training_partner (
    id          INTEGER PRIMARY KEY,
    training_id INTEGER NOT NULL REFERENCES training (id),
    partner     TEXT NOT NULL,
    UNIQUE (training_id, partner)
) STRICT;
CREATE TABLE training_person (
    id          INTEGER PRIMARY KEY,
    training_id INTEGER NOT NULL REFERENCES training (id),
    person_id   INTEGER NOT NULL REFERENCES person (id),
    business_id INTEGER NOT NULL REFERENCES business (id),
    sessions    INTEGER NOT NULL CHECK (sessions >= 1),
    UNIQUE (training_id, person_id)
) STRICT;
CREATE INDEX training_person_person ON training_person (person_id);
CREATE INDEX training_person_business ON training_person (business_id);
