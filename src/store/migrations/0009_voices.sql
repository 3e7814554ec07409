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
