-- Certificates of clients, with the days they are good for.
CREATE TABLE certification (
    id          INTEGER PRIMARY KEY,
    public_id   TEXT NOT NULL UNIQUE,
    program_id  INTEGER NOT NULL REFERENCES program (id),
    business_id INTEGER NOT NULL REFERENCES business (id),
    account_id  INTEGER NOT NULL REFERENCES account (id),
    code        TEXT NOT NULL,
    named       TEXT,
    agency      TEXT NOT NULL,
    number      TEXT,
    from_on     TEXT,
    until_on    TEXT CHECK (until_on >= from_on),
    standard    TEXT,
    basis       TEXT NOT NULL CHECK (basis IN ('told_to_advisor', 'document_seen')),
    undone_at   INTEGER,
    version     INTEGER NOT NULL DEFAULT 1,
    created_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX certification_business ON certification (business_id);
CREATE INDEX certification_ends ON certification (until_on) WHERE until_on IS NOT NULL;
