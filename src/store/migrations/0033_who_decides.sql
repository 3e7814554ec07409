-- Who pays in full, what a client brings, and who decides: bodies with their members, meetings, decisions and reasons.
CREATE TABLE funding_source_anew (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE,
    program_id INTEGER NOT NULL REFERENCES program (id),
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('public', 'foundation', 'bank', 'owner')),
    is_default INTEGER NOT NULL DEFAULT 0 CHECK (is_default IN (0, 1)),
    institution TEXT,
    cra_test TEXT CHECK (cra_test IN ('lending', 'investment', 'service')),
    cra_purpose TEXT CHECK (cra_purpose IN ('affordable_housing', 'community_services', 'economic_development', 'revitalization')),
    retired_on TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    UNIQUE (program_id, name)
) STRICT;
-- An address for each: 26 signs of base32, drawn anew for every row (the inner condition names the row, so that it is drawn again).
INSERT INTO funding_source_anew (id, public_id, program_id, name, kind, is_default)
SELECT id,
       (WITH RECURSIVE place (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM place WHERE n < 26)
        SELECT group_concat(substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1), '') FROM place WHERE n > 0 * funding_source.id),
       program_id, name, kind, is_default
FROM funding_source;
DROP TABLE funding_source;
ALTER TABLE funding_source_anew RENAME TO funding_source;
CREATE TABLE deciding_body_anew (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE,
    program_id INTEGER NOT NULL REFERENCES program (id),
    name TEXT NOT NULL,
    decides TEXT,
    contact TEXT,
    since_on TEXT,
    until_on TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    UNIQUE (program_id, name)
) STRICT;
INSERT INTO deciding_body_anew (id, public_id, program_id, name)
SELECT id,
       (WITH RECURSIVE place (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM place WHERE n < 26)
        SELECT group_concat(substr('0123456789abcdefghjkmnpqrstvwxyz', 1 + (random() & 31), 1), '') FROM place WHERE n > 0 * deciding_body.id),
       program_id, name
FROM deciding_body;
DROP TABLE deciding_body;
ALTER TABLE deciding_body_anew RENAME TO deciding_body;
CREATE TABLE access_link_anew (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('status', 'self_identification', 'partner', 'sites', 'question', 'outcome', 'member')),
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
CREATE TABLE body_member (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE,
    body_id INTEGER NOT NULL REFERENCES deciding_body (id),
    name TEXT,
    seat TEXT NOT NULL CHECK (seat IN ('chair', 'vice_chair', 'secretary', 'member', 'alternate')),
    speaks_for TEXT CHECK (speaks_for IN ('entrepreneur', 'worker', 'resident', 'community_group', 'landlord', 'lender', 'funder', 'public_office', 'educator', 'staff', 'nobody')),
    from_on TEXT NOT NULL,
    to_on TEXT,
    name_gone_at INTEGER,
    link_id INTEGER REFERENCES access_link (id),
    version INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX body_member_body ON body_member (body_id, from_on);
CREATE INDEX body_member_link ON body_member (link_id);
CREATE TABLE member_statement (
    id INTEGER PRIMARY KEY,
    member_id INTEGER NOT NULL UNIQUE REFERENCES body_member (id),
    words TEXT,
    language TEXT NOT NULL,
    notice INTEGER NOT NULL,
    agreed_at INTEGER NOT NULL,
    withdrawn_at INTEGER
) STRICT;
CREATE TABLE body_meeting (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE,
    body_id INTEGER NOT NULL REFERENCES deciding_body (id),
    met_on TEXT NOT NULL,
    minutes TEXT,
    account_id INTEGER NOT NULL REFERENCES account (id),
    version INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX body_meeting_body ON body_meeting (body_id, met_on);
CREATE TABLE body_decision (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE,
    meeting_id INTEGER NOT NULL REFERENCES body_meeting (id),
    about TEXT NOT NULL CHECK (about IN ('awards', 'rule', 'budget', 'indicator', 'other')),
    decision TEXT NOT NULL,
    reason TEXT,
    votes_for INTEGER CHECK (votes_for >= 0),
    votes_against INTEGER CHECK (votes_against >= 0),
    votes_abstained INTEGER CHECK (votes_abstained >= 0),
    corrects_id INTEGER UNIQUE REFERENCES body_decision (id),
    account_id INTEGER NOT NULL REFERENCES account (id),
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX body_decision_meeting ON body_decision (meeting_id);
CREATE TABLE body_recusal (
    id INTEGER PRIMARY KEY,
    decision_id INTEGER NOT NULL REFERENCES body_decision (id),
    member_id INTEGER NOT NULL REFERENCES body_member (id),
    why TEXT NOT NULL,
    UNIQUE (decision_id, member_id)
) STRICT;
ALTER TABLE deployment ADD COLUMN match_cents INTEGER CHECK (match_cents >= 0);
ALTER TABLE deployment ADD COLUMN deposit_cents INTEGER CHECK (deposit_cents >= 0);
ALTER TABLE deployment ADD COLUMN fees_cents INTEGER CHECK (fees_cents >= 0);
ALTER TABLE deployment ADD COLUMN guarantee TEXT CHECK (guarantee IN ('none', 'personal', 'third_party', 'collateral'));
ALTER TABLE deployment ADD COLUMN guarantee_cents INTEGER CHECK (guarantee_cents >= 0);
ALTER TABLE deployment ADD COLUMN decision_id INTEGER REFERENCES body_decision (id);
CREATE INDEX deployment_decision ON deployment (decision_id);
