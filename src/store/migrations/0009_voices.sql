-- Letter codes, messages between the three parties, and requests that partners and entrepreneurs begin.
CREATE TABLE letter_code (
    id          INTEGER PRIMARY KEY,
    kind        TEXT NOT NULL CHECK (kind IN ('entrepreneur', 'partner')),
    code_mac    BLOB NOT NULL UNIQUE,
    referral_id INTEGER NOT NULL REFERENCES referral (id),
    person_id   INTEGER REFERENCES person (id),
    contact_id  INTEGER REFERENCES partner_contact (id),
    handing     TEXT NOT NULL CHECK (handing IN ('letter', 'spoken', 'hand')),
    issued_by   INTEGER REFERENCES account (id),
    issued_at   INTEGER NOT NULL,
    expires_at  INTEGER NOT NULL,
    used_at     INTEGER,
    revoked_at  INTEGER
) STRICT;
CREATE INDEX letter_code_referral ON letter_code (referral_id);
CREATE TABLE message (
    id            INTEGER PRIMARY KEY,
    referral_id   INTEGER NOT NULL REFERENCES referral (id),
    party         TEXT NOT NULL CHECK (party IN ('entrepreneur', 'advisor', 'partner')),
    readers       TEXT NOT NULL CHECK (readers IN ('client', 'partner', 'both')),
    account_id    INTEGER REFERENCES account (id),
    contact_id    INTEGER REFERENCES partner_contact (id),
    asserted_name TEXT,
    body          TEXT NOT NULL,
    at            INTEGER NOT NULL,
    settled_at    INTEGER
) STRICT;
CREATE INDEX message_referral ON message (referral_id, id);
CREATE INDEX message_open ON message (settled_at, referral_id);
CREATE TABLE triage (
    id          INTEGER PRIMARY KEY,
    referral_id INTEGER NOT NULL UNIQUE REFERENCES referral (id),
    account_id  INTEGER NOT NULL REFERENCES account (id),
    at          INTEGER NOT NULL
) STRICT;
CREATE TABLE inbound (
    id            INTEGER PRIMARY KEY,
    public_id     TEXT NOT NULL UNIQUE,
    program_id    INTEGER NOT NULL REFERENCES program (id),
    partner_id    INTEGER NOT NULL REFERENCES partner (id),
    contact_id    INTEGER REFERENCES partner_contact (id),
    asserted_name TEXT,
    person_name   TEXT NOT NULL,
    telephone     TEXT NOT NULL,
    business_name TEXT,
    kind          TEXT NOT NULL CHECK (kind IN ('business_development', 'technology_transfer', 'real_estate', 'workforce', 'entrepreneurship')),
    need          TEXT NOT NULL,
    at            INTEGER NOT NULL,
    taken_at      INTEGER,
    referral_id   INTEGER REFERENCES referral (id),
    closed_at     INTEGER,
    closed_why    TEXT,
    told_on       TEXT,
    settled_by    INTEGER REFERENCES account (id),
    CHECK (closed_at IS NULL OR (closed_why IS NOT NULL AND told_on IS NOT NULL))
) STRICT;
CREATE INDEX inbound_program ON inbound (program_id, at);
CREATE INDEX inbound_partner ON inbound (partner_id, at);
