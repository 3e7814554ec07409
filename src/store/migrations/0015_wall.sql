-- The wall finished: break-glass, what a small office declares, deletion with its tombstones, required filings.
CREATE TABLE small_office (
    id          INTEGER PRIMARY KEY,
    seq         INTEGER NOT NULL UNIQUE,
    is_declared INTEGER NOT NULL CHECK (is_declared IN (0, 1)),
    reason      TEXT NOT NULL,
    outside     TEXT,
    account_id  INTEGER NOT NULL REFERENCES account (id),
    as_role     TEXT NOT NULL,
    declared_at INTEGER NOT NULL
) STRICT;

CREATE TABLE glass (
    id           INTEGER PRIMARY KEY,
    public_id    TEXT NOT NULL UNIQUE,
    person_id    INTEGER NOT NULL REFERENCES person (id),
    business_id  INTEGER NOT NULL REFERENCES business (id),
    reason       TEXT NOT NULL,
    asked_by     INTEGER NOT NULL REFERENCES account (id),
    asked_as     TEXT NOT NULL,
    asked_at     INTEGER NOT NULL,
    agree_until  INTEGER NOT NULL,
    agreed_by    INTEGER REFERENCES account (id),
    agreed_as    TEXT,
    agreed_at    INTEGER,
    open_until   INTEGER,
    refused_by   INTEGER REFERENCES account (id),
    refused_at   INTEGER,
    refused_why  TEXT,
    ended_by     INTEGER REFERENCES account (id),
    ended_at     INTEGER,
    CHECK (agreed_by IS NULL OR agreed_by <> asked_by),
    CHECK ((agreed_by IS NULL) = (agreed_at IS NULL) AND (agreed_at IS NULL) = (open_until IS NULL))
) STRICT;
CREATE INDEX glass_person ON glass (person_id);

CREATE TABLE glass_opening (
    id       INTEGER PRIMARY KEY,
    glass_id INTEGER NOT NULL REFERENCES glass (id),
    at       INTEGER NOT NULL
) STRICT;
CREATE INDEX glass_opening_glass ON glass_opening (glass_id);

CREATE TABLE legal_hold (
    id         INTEGER PRIMARY KEY,
    public_id  TEXT NOT NULL UNIQUE,
    person_id  INTEGER NOT NULL REFERENCES person (id),
    business_id INTEGER NOT NULL REFERENCES business (id),
    reason     TEXT NOT NULL,
    set_by     INTEGER NOT NULL REFERENCES account (id),
    set_at     INTEGER NOT NULL,
    lifted_by  INTEGER REFERENCES account (id),
    lifted_at  INTEGER,
    lifted_why TEXT
) STRICT;
CREATE UNIQUE INDEX legal_hold_live ON legal_hold (person_id) WHERE lifted_at IS NULL;

CREATE TABLE erasure_request (
    id          INTEGER PRIMARY KEY,
    public_id   TEXT NOT NULL UNIQUE,
    person_id   INTEGER NOT NULL REFERENCES person (id),
    asked_at    INTEGER NOT NULL,
    noted_by    INTEGER REFERENCES account (id),
    settled_by  INTEGER REFERENCES account (id),
    settled_at  INTEGER,
    held_reason TEXT,
    taken_back_at INTEGER
) STRICT;
CREATE UNIQUE INDEX erasure_request_open ON erasure_request (person_id) WHERE settled_at IS NULL AND taken_back_at IS NULL;

CREATE TABLE erasure (
    id           INTEGER PRIMARY KEY,
    person_id    INTEGER NOT NULL UNIQUE REFERENCES person (id),
    tombstone    BLOB NOT NULL UNIQUE,
    at           INTEGER NOT NULL,
    account_id   INTEGER REFERENCES account (id),
    is_under_way INTEGER NOT NULL CHECK (is_under_way IN (0, 1))
) STRICT;

CREATE TABLE filing (
    id          INTEGER PRIMARY KEY,
    public_id   TEXT NOT NULL UNIQUE,
    program_id  INTEGER NOT NULL REFERENCES program (id),
    recipient   TEXT NOT NULL,
    authority   TEXT NOT NULL,
    questions   TEXT NOT NULL,
    from_on     TEXT NOT NULL,
    account_id  INTEGER NOT NULL REFERENCES account (id),
    recorded_at INTEGER NOT NULL,
    ended_by    INTEGER REFERENCES account (id),
    ended_at    INTEGER,
    ended_why   TEXT
) STRICT;
CREATE INDEX filing_program ON filing (program_id);

CREATE TABLE answer_told (
    id        INTEGER PRIMARY KEY,
    answer_id INTEGER NOT NULL REFERENCES demographic_answer (id) ON DELETE CASCADE,
    filing_id INTEGER NOT NULL REFERENCES filing (id),
    UNIQUE (answer_id, filing_id)
) STRICT;

CREATE TABLE filing_made (
    id          INTEGER PRIMARY KEY,
    public_id   TEXT NOT NULL UNIQUE,
    filing_id   INTEGER NOT NULL REFERENCES filing (id),
    first_on    TEXT NOT NULL,
    last_on     TEXT NOT NULL,
    key_id      TEXT NOT NULL,
    nonce       BLOB NOT NULL,
    sealed      BLOB NOT NULL,
    sha256      TEXT NOT NULL,
    account_id  INTEGER NOT NULL REFERENCES account (id),
    made_at     INTEGER NOT NULL,
    UNIQUE (filing_id, first_on, last_on)
) STRICT;

CREATE TABLE filing_person (
    id        INTEGER PRIMARY KEY,
    made_id   INTEGER NOT NULL REFERENCES filing_made (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    UNIQUE (made_id, person_id)
) STRICT;
CREATE INDEX filing_person_person ON filing_person (person_id);

-- A deletion blanks what was told and written about somebody: the event itself, its status and its time stay.
DROP TRIGGER referral_event_is_append_only_update;
CREATE TRIGGER referral_event_is_append_only_update BEFORE UPDATE ON referral_event
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE is_under_way = 1)
  OR new.id <> old.id OR new.referral_id <> old.referral_id OR new.seq <> old.seq OR new.event <> old.event
  OR new.to_status <> old.to_status OR new.at <> old.at OR new.party <> old.party
BEGIN
    SELECT RAISE(ABORT, 'referral events are never changed');
END;
DROP TRIGGER outbox_message_is_kept_as_sent;
CREATE TRIGGER outbox_message_is_kept_as_sent BEFORE UPDATE OF subject, body, to_name, to_address, link_id ON outbox_message
WHEN old.sent_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM erasure WHERE is_under_way = 1)
BEGIN
    SELECT RAISE(ABORT, 'what was sent stays as it was sent');
END;
DROP TRIGGER allocation_is_append_only_update;
CREATE TRIGGER allocation_is_append_only_update BEFORE UPDATE ON allocation
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE is_under_way = 1) OR new.need_id <> old.need_id OR new.first_need_id <> old.first_need_id
BEGIN
    SELECT RAISE(ABORT, 'a decision about a unit is never changed');
END;
