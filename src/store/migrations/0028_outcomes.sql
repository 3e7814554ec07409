-- What came of it for a client, how well it is known, and what the client says of it; asked by a private link of its own.
-- And what was promised in return for a resource, with the days on which somebody looks.
CREATE TABLE access_link_anew (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('status', 'self_identification', 'partner', 'sites', 'question', 'outcome')),
    nonce BLOB NOT NULL,
    token_hash BLOB NOT NULL UNIQUE,
    referral_id INTEGER REFERENCES referral (id),
    person_id INTEGER REFERENCES person (id),
    contact_id INTEGER REFERENCES partner_contact (id),
    issued_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER,
    revoked_at INTEGER
) STRICT;
INSERT INTO access_link_anew (id, kind, nonce, token_hash, referral_id, person_id, contact_id, issued_at, expires_at, used_at, revoked_at)
SELECT id, kind, nonce, token_hash, referral_id, person_id, contact_id, issued_at, expires_at, used_at, revoked_at
FROM access_link;
DROP TABLE access_link;
ALTER TABLE access_link_anew RENAME TO access_link;
CREATE INDEX access_link_referral ON access_link (referral_id);
CREATE INDEX access_link_person ON access_link (person_id);
CREATE TABLE outcome (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE,
    program_id INTEGER NOT NULL REFERENCES program (id),
    business_id INTEGER NOT NULL REFERENCES business (id),
    account_id INTEGER NOT NULL REFERENCES account (id),
    kind TEXT NOT NULL,
    happened_on TEXT NOT NULL,
    amount_before INTEGER CHECK (amount_before >= 0),
    amount_after INTEGER CHECK (amount_after >= 0),
    words TEXT,
    referral_id INTEGER REFERENCES referral (id),
    deployment_id INTEGER REFERENCES deployment (id),
    evidence TEXT NOT NULL CHECK (evidence IN ('advisor_note', 'client_affirmed', 'document_seen', 'third_party')),
    undone_at INTEGER,
    undone_why TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX outcome_business ON outcome (business_id, happened_on);
CREATE INDEX outcome_program_day ON outcome (program_id, happened_on);
CREATE TABLE outcome_answer (
    id INTEGER PRIMARY KEY,
    outcome_id INTEGER NOT NULL REFERENCES outcome (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    answer TEXT NOT NULL CHECK (answer IN ('right', 'different')),
    amount INTEGER CHECK (amount >= 0),
    words TEXT,
    helped TEXT CHECK (helped IN ('a_lot', 'some', 'no', 'cannot_say')),
    way TEXT NOT NULL CHECK (way IN ('link', 'own_page')),
    recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX outcome_answer_outcome ON outcome_answer (outcome_id);
CREATE TABLE outcome_evidence (
    id INTEGER PRIMARY KEY,
    outcome_id INTEGER NOT NULL REFERENCES outcome (id),
    level TEXT NOT NULL CHECK (level IN ('advisor_note', 'client_affirmed', 'document_seen', 'third_party')),
    cause TEXT NOT NULL CHECK (cause IN ('recorded', 'raised', 'affirmed', 'contradicted', 'changed')),
    words TEXT,
    seen_on TEXT,
    account_id INTEGER REFERENCES account (id),
    answer_id INTEGER REFERENCES outcome_answer (id),
    recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX outcome_evidence_outcome ON outcome_evidence (outcome_id);
CREATE TABLE outcome_ask (
    id INTEGER PRIMARY KEY,
    outcome_id INTEGER NOT NULL REFERENCES outcome (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    link_id INTEGER NOT NULL UNIQUE REFERENCES access_link (id),
    account_id INTEGER NOT NULL REFERENCES account (id),
    asked_at INTEGER NOT NULL
) STRICT;
CREATE INDEX outcome_ask_outcome ON outcome_ask (outcome_id);
CREATE TABLE commitment (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE,
    program_id INTEGER NOT NULL REFERENCES program (id),
    business_id INTEGER NOT NULL REFERENCES business (id),
    deployment_id INTEGER NOT NULL REFERENCES deployment (id),
    account_id INTEGER NOT NULL REFERENCES account (id),
    what TEXT NOT NULL,
    amount INTEGER CHECK (amount >= 0),
    due_on TEXT NOT NULL,
    undone_at INTEGER,
    version INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX commitment_deployment ON commitment (deployment_id);
CREATE INDEX commitment_business ON commitment (business_id);
CREATE TABLE commitment_check (
    id INTEGER PRIMARY KEY,
    commitment_id INTEGER NOT NULL REFERENCES commitment (id),
    check_on TEXT NOT NULL,
    answer TEXT CHECK (answer IN ('kept', 'partly', 'broken')),
    amount INTEGER CHECK (amount >= 0),
    words TEXT,
    account_id INTEGER REFERENCES account (id),
    answered_at INTEGER,
    UNIQUE (commitment_id, check_on)
) STRICT;
CREATE INDEX commitment_check_open ON commitment_check (check_on) WHERE answer IS NULL;
