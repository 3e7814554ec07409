-- A yes to share knows which warning of its end was given last. Partners have a list behind a mailed code, and their word makes tasks.
ALTER TABLE consent ADD COLUMN warned_days INTEGER;
ALTER TABLE program ADD COLUMN asks_partner_code INTEGER NOT NULL DEFAULT 1 CHECK (asks_partner_code IN (0, 1));
CREATE TABLE mailed_code (
    id         INTEGER PRIMARY KEY,
    who_mac    BLOB NOT NULL,
    code_mac   BLOB NOT NULL,
    issued_at  INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at    INTEGER
) STRICT;
CREATE INDEX mailed_code_who ON mailed_code (who_mac);
CREATE TABLE partner_task (
    id          INTEGER PRIMARY KEY,
    referral_id INTEGER NOT NULL REFERENCES referral (id),
    contact_id  INTEGER REFERENCES partner_contact (id),
    kind        TEXT NOT NULL CHECK (kind IN ('glance', 'right_contact')),
    name        TEXT,
    email       TEXT,
    telephone   TEXT,
    created_at  INTEGER NOT NULL,
    done_at     INTEGER,
    done_by     INTEGER REFERENCES account (id),
    is_taken    INTEGER CHECK (is_taken IN (0, 1))
) STRICT;
CREATE INDEX partner_task_referral ON partner_task (referral_id);
CREATE TABLE access_link_new (
    id          INTEGER PRIMARY KEY,
    kind        TEXT NOT NULL CHECK (kind IN ('status', 'self_identification', 'partner', 'sites', 'question')),
    nonce       BLOB NOT NULL,
    token_hash  BLOB NOT NULL UNIQUE,
    referral_id INTEGER REFERENCES referral (id),
    person_id   INTEGER REFERENCES person (id),
    contact_id  INTEGER REFERENCES partner_contact (id),
    issued_at   INTEGER NOT NULL,
    expires_at  INTEGER NOT NULL,
    used_at     INTEGER,
    revoked_at  INTEGER
) STRICT;
INSERT INTO access_link_new (id, kind, nonce, token_hash, referral_id, person_id, contact_id, issued_at, expires_at, used_at, revoked_at)
SELECT id, kind, nonce, token_hash, referral_id, person_id, contact_id, issued_at, expires_at, used_at, revoked_at FROM access_link;
DROP TABLE access_link;
ALTER TABLE access_link_new RENAME TO access_link;
CREATE INDEX access_link_referral ON access_link (referral_id);
CREATE INDEX access_link_person ON access_link (person_id);
CREATE TABLE question (
    id          INTEGER PRIMARY KEY,
    program_id  INTEGER NOT NULL REFERENCES program (id),
    business_id INTEGER NOT NULL REFERENCES business (id),
    kind        TEXT NOT NULL CHECK (kind IN ('business_development', 'technology_transfer', 'real_estate', 'workforce', 'entrepreneurship')),
    text        TEXT NOT NULL,
    asked_by    INTEGER NOT NULL REFERENCES account (id),
    asked_at    INTEGER NOT NULL
) STRICT;
CREATE INDEX question_business ON question (business_id);
CREATE TABLE question_partner (
    id          INTEGER PRIMARY KEY,
    question_id INTEGER NOT NULL REFERENCES question (id),
    partner_id  INTEGER NOT NULL REFERENCES partner (id),
    contact_id  INTEGER NOT NULL REFERENCES partner_contact (id),
    link_id     INTEGER NOT NULL REFERENCES access_link (id),
    answer      TEXT CHECK (answer IN ('yes', 'maybe', 'no')),
    sentence    TEXT,
    answer_on   TEXT,
    said_by     TEXT,
    answered_at INTEGER
) STRICT;
CREATE INDEX question_partner_question ON question_partner (question_id);
CREATE INDEX question_partner_link ON question_partner (link_id);
