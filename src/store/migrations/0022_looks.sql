-- Whom a notice was written to, and which owner wrote a message; looks at what is one person's own; who a
-- complaint may be about.
ALTER TABLE outbox_message ADD COLUMN person_id INTEGER REFERENCES person (id);
ALTER TABLE message ADD COLUMN person_id INTEGER REFERENCES person (id);

CREATE TABLE look_anew (
    id          INTEGER PRIMARY KEY,
    business_id INTEGER REFERENCES business (id),
    program_id  INTEGER NOT NULL REFERENCES program (id),
    referral_id INTEGER REFERENCES referral (id),
    partner_id  INTEGER REFERENCES partner (id),
    viewer      TEXT NOT NULL,
    role        TEXT NOT NULL CHECK (role IN ('advisor', 'colleague', 'manager', 'partner', 'steward', 'admin')),
    part        TEXT NOT NULL CHECK (part IN ('record', 'referral', 'letter', 'request', 'contact', 'file', 'report', 'notice', 'correction', 'complaint')),
    on_day      TEXT NOT NULL,
    at          INTEGER NOT NULL,
    person_id   INTEGER REFERENCES person (id)
) STRICT;
INSERT INTO look_anew (id, business_id, program_id, referral_id, partner_id, viewer, role, part, on_day, at)
SELECT id, business_id, program_id, referral_id, partner_id, viewer, role, part, on_day, at
FROM look;
DROP TABLE look;
ALTER TABLE look_anew RENAME TO look;
CREATE UNIQUE INDEX look_once ON look (viewer, on_day, part, program_id, coalesce(business_id, 0), coalesce(referral_id, 0), coalesce(person_id, 0));
CREATE INDEX look_business ON look (business_id, at);
CREATE INDEX look_person ON look (person_id, at);

CREATE TABLE complaint_against (
    id           INTEGER PRIMARY KEY,
    complaint_id INTEGER NOT NULL REFERENCES complaint (id),
    account_id   INTEGER NOT NULL REFERENCES account (id),
    UNIQUE (complaint_id, account_id)
) STRICT;
INSERT INTO complaint_against (complaint_id, account_id)
SELECT id, against_id
FROM complaint
WHERE against_id IS NOT NULL;
CREATE TABLE complaint_anew (
    id          INTEGER PRIMARY KEY,
    public_id   TEXT NOT NULL UNIQUE,
    number      INTEGER NOT NULL UNIQUE,
    person_id   INTEGER NOT NULL REFERENCES person (id),
    program_id  INTEGER NOT NULL REFERENCES program (id),
    words       TEXT NOT NULL,
    asked_at    INTEGER NOT NULL,
    due_on      TEXT NOT NULL,
    answer      TEXT,
    answered_by INTEGER REFERENCES account (id),
    answered_at INTEGER
) STRICT;
INSERT INTO complaint_anew (id, public_id, number, person_id, program_id, words, asked_at, due_on, answer, answered_by, answered_at)
SELECT id, public_id, number, person_id, program_id, words, asked_at, due_on, answer, answered_by, answered_at
FROM complaint;
DROP TABLE complaint;
ALTER TABLE complaint_anew RENAME TO complaint;
CREATE INDEX complaint_person ON complaint (person_id);
CREATE INDEX complaint_open ON complaint (program_id, due_on) WHERE answered_at IS NULL;
