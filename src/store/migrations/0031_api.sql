-- Systems of an organization's own: tokens, what each may do, and answers kept so that a post is done once, and addresses that
-- are told of events of referrals. They act in the record and look at clients under a word of their own.
CREATE TABLE audit_event_anew (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor_kind TEXT NOT NULL CHECK (actor_kind IN ('staff', 'partner', 'entrepreneur', 'command_line', 'system', 'token', 'nobody')),
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    object_kind TEXT NOT NULL,
    object TEXT NOT NULL,
    detail TEXT NOT NULL,
    rows_mac BLOB NOT NULL,
    prev BLOB NOT NULL,
    hash BLOB NOT NULL
) STRICT;
INSERT INTO audit_event_anew (seq, at, actor_kind, actor, action, object_kind, object, detail, rows_mac, prev, hash)
SELECT seq, at, actor_kind, actor, action, object_kind, object, detail, rows_mac, prev, hash
FROM audit_event;
DROP TABLE audit_event;
ALTER TABLE audit_event_anew RENAME TO audit_event;
CREATE INDEX audit_event_at ON audit_event (at);
CREATE TRIGGER audit_event_is_append_only_update BEFORE UPDATE ON audit_event
BEGIN
    SELECT RAISE(ABORT, 'the audit record is never changed');
END;
CREATE TRIGGER audit_event_is_append_only_delete BEFORE DELETE ON audit_event
BEGIN
    SELECT RAISE(ABORT, 'the audit record is never deleted');
END;
CREATE TABLE look_anew (
    id INTEGER PRIMARY KEY,
    business_id INTEGER REFERENCES business (id),
    program_id INTEGER NOT NULL REFERENCES program (id),
    referral_id INTEGER REFERENCES referral (id),
    partner_id INTEGER REFERENCES partner (id),
    viewer TEXT NOT NULL,
    role TEXT NOT NULL CHECK (role IN ('advisor', 'colleague', 'manager', 'partner', 'steward', 'admin', 'system')),
    part TEXT NOT NULL CHECK (part IN ('record', 'referral', 'letter', 'request', 'contact', 'file', 'report', 'notice', 'correction', 'complaint')),
    on_day TEXT NOT NULL,
    at INTEGER NOT NULL,
    person_id INTEGER REFERENCES person (id)
) STRICT;
INSERT INTO look_anew (id, business_id, program_id, referral_id, partner_id, viewer, role, part, on_day, at, person_id)
SELECT id, business_id, program_id, referral_id, partner_id, viewer, role, part, on_day, at, person_id
FROM look;
DROP TABLE look;
ALTER TABLE look_anew RENAME TO look;
CREATE UNIQUE INDEX look_once ON look (viewer, on_day, part, program_id, coalesce(business_id, 0), coalesce(referral_id, 0), coalesce(person_id, 0));
CREATE INDEX look_business ON look (business_id, at);
CREATE INDEX look_person ON look (person_id, at);
CREATE TABLE api_token (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE,
    account_id INTEGER NOT NULL REFERENCES account (id),
    name TEXT NOT NULL,
    token_hash BLOB NOT NULL UNIQUE,
    per_minute INTEGER NOT NULL CHECK (per_minute IN (60, 600, 6000)),
    expires_at INTEGER NOT NULL,
    ended_at INTEGER,
    ended_by_id INTEGER REFERENCES account (id),
    ended_why TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX api_token_account ON api_token (account_id);
CREATE TABLE api_token_scope (
    id INTEGER PRIMARY KEY,
    token_id INTEGER NOT NULL REFERENCES api_token (id),
    scope TEXT NOT NULL CHECK (scope IN ('clients:read', 'clients:write', 'services:read', 'services:write', 'referrals:read', 'referrals:write', 'outcomes:read', 'deployments:read', 'trainings:read', 'partners:read')),
    UNIQUE (token_id, scope)
) STRICT;
CREATE TABLE api_token_program (
    id INTEGER PRIMARY KEY,
    token_id INTEGER NOT NULL REFERENCES api_token (id),
    program_id INTEGER NOT NULL REFERENCES program (id),
    UNIQUE (token_id, program_id)
) STRICT;
CREATE TABLE api_visit (
    token_id INTEGER PRIMARY KEY REFERENCES api_token (id),
    at INTEGER NOT NULL
) STRICT;
CREATE TABLE api_answer (
    id INTEGER PRIMARY KEY,
    token_id INTEGER NOT NULL REFERENCES api_token (id),
    key_mac BLOB NOT NULL,
    body_mac BLOB NOT NULL,
    made TEXT NOT NULL,
    etag TEXT NOT NULL,
    at INTEGER NOT NULL,
    UNIQUE (token_id, key_mac)
) STRICT;
CREATE INDEX api_answer_at ON api_answer (at);
CREATE TABLE api_hook (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE,
    account_id INTEGER NOT NULL REFERENCES account (id),
    program_id INTEGER NOT NULL REFERENCES program (id),
    url TEXT NOT NULL,
    secret BLOB NOT NULL,
    ended_at INTEGER,
    ended_by_id INTEGER REFERENCES account (id),
    ended_why TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX api_hook_program ON api_hook (program_id);
CREATE TABLE api_hook_event (
    id INTEGER PRIMARY KEY,
    hook_id INTEGER NOT NULL REFERENCES api_hook (id),
    event TEXT NOT NULL,
    UNIQUE (hook_id, event)
) STRICT;
CREATE TABLE api_delivery (
    id INTEGER PRIMARY KEY,
    hook_id INTEGER NOT NULL REFERENCES api_hook (id),
    event_id INTEGER NOT NULL REFERENCES referral_event (id),
    attempts INTEGER NOT NULL DEFAULT 0,
    next_attempt_at INTEGER NOT NULL,
    sent_at INTEGER,
    failed_at INTEGER,
    failure TEXT CHECK (failure IN ('unreachable', 'too_slow', 'no_secrecy', 'refused', 'inside')),
    UNIQUE (hook_id, event_id)
) STRICT;
CREATE INDEX api_delivery_waits ON api_delivery (next_attempt_at) WHERE sent_at IS NULL AND failed_at IS NULL;
CREATE INDEX api_delivery_event ON api_delivery (event_id);
CREATE TRIGGER referral_event_is_told AFTER INSERT ON referral_event
BEGIN
    INSERT INTO api_delivery (hook_id, event_id, next_attempt_at)
    SELECT api_hook.id, NEW.id, NEW.at
    FROM referral
    JOIN api_hook ON api_hook.program_id = referral.program_id
    JOIN api_hook_event ON api_hook_event.hook_id = api_hook.id
    WHERE referral.id = NEW.referral_id
      AND api_hook.ended_at IS NULL
      AND api_hook_event.event = NEW.event;
END;
