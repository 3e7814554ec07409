-- How it went, in words that a client agrees to before anybody outside reads them.
CREATE TABLE access_link_anew (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('status', 'self_identification', 'partner', 'sites', 'question', 'outcome', 'member', 'story')),
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
CREATE TABLE story (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE,
    program_id INTEGER NOT NULL REFERENCES program (id),
    business_id INTEGER NOT NULL REFERENCES business (id),
    account_id INTEGER NOT NULL REFERENCES account (id),
    title TEXT NOT NULL,
    words TEXT NOT NULL,
    named_as TEXT NOT NULL CHECK (named_as IN ('business', 'first_name', 'described')),
    described TEXT,
    language TEXT NOT NULL,
    for_public INTEGER NOT NULL CHECK (for_public IN (0, 1)),
    for_reports INTEGER NOT NULL CHECK (for_reports IN (0, 1)),
    for_export INTEGER NOT NULL CHECK (for_export IN (0, 1)),
    undone_at INTEGER,
    version INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL,
    CHECK (for_public + for_reports + for_export > 0)
) STRICT;
CREATE INDEX story_program ON story (program_id);
CREATE INDEX story_business ON story (business_id);
CREATE TABLE story_step (
    id INTEGER PRIMARY KEY,
    story_id INTEGER NOT NULL REFERENCES story (id),
    what TEXT NOT NULL CHECK (what IN ('written', 'changed', 'asked', 'agreed', 'refused', 'wished', 'withdrawn', 'taken_down', 'copied', 'warned', 'undone')),
    version INTEGER NOT NULL,
    person_id INTEGER REFERENCES person (id),
    account_id INTEGER REFERENCES account (id),
    way TEXT CHECK (way IN ('link', 'own_page', 'spoken')),
    link_id INTEGER UNIQUE REFERENCES access_link (id),
    words TEXT,
    at INTEGER NOT NULL,
    CHECK (way IS NOT 'spoken' OR account_id IS NOT NULL)
) STRICT;
CREATE INDEX story_step_story ON story_step (story_id);
CREATE INDEX story_step_person ON story_step (person_id);
CREATE TABLE story_consent (
    id INTEGER PRIMARY KEY,
    story_id INTEGER NOT NULL REFERENCES story (id),
    version INTEGER NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (id),
    title TEXT NOT NULL,
    words TEXT NOT NULL,
    named TEXT NOT NULL,
    language TEXT NOT NULL,
    text_hash TEXT NOT NULL,
    for_public INTEGER NOT NULL CHECK (for_public IN (0, 1)),
    for_reports INTEGER NOT NULL CHECK (for_reports IN (0, 1)),
    for_export INTEGER NOT NULL CHECK (for_export IN (0, 1)),
    text_shown TEXT NOT NULL,
    asked_in TEXT NOT NULL,
    english TEXT,
    way TEXT NOT NULL CHECK (way IN ('link', 'own_page', 'spoken')),
    witness_id INTEGER REFERENCES account (id),
    granted_at INTEGER NOT NULL,
    expires_on TEXT NOT NULL,
    warned_at INTEGER,
    ended_at INTEGER,
    ended_why TEXT CHECK (ended_why IN ('withdrawn', 'taken_down', 'changed', 'renewed', 'erased', 'undone')),
    CHECK ((way = 'spoken') = (witness_id IS NOT NULL)),
    CHECK ((ended_at IS NULL) = (ended_why IS NULL)),
    CHECK (for_public + for_reports + for_export > 0)
) STRICT;
CREATE INDEX story_consent_story ON story_consent (story_id);
CREATE INDEX story_consent_person ON story_consent (person_id);
CREATE INDEX story_consent_open ON story_consent (expires_on) WHERE ended_at IS NULL;
