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
