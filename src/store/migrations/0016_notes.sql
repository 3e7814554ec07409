-- Notes have levels and an end, and a message that needs no answer says why.
ALTER TABLE program ADD COLUMN note_months INTEGER NOT NULL DEFAULT 36 CHECK (note_months BETWEEN 1 AND 120);
ALTER TABLE account ADD COLUMN away_until_on TEXT;
ALTER TABLE service ADD COLUMN note_level TEXT NOT NULL DEFAULT 'team' CHECK (note_level IN ('team', 'mine'));
ALTER TABLE service ADD COLUMN note_until_on TEXT;
ALTER TABLE service ADD COLUMN note_until_why TEXT;
ALTER TABLE message ADD COLUMN settled_why TEXT;
UPDATE service SET note_until_on = date(created_at / 1000, 'unixepoch', '+36 months') WHERE note IS NOT NULL;
CREATE TABLE note (
    id          INTEGER PRIMARY KEY,
    public_id   TEXT NOT NULL UNIQUE,
    program_id  INTEGER NOT NULL REFERENCES program (id),
    business_id INTEGER NOT NULL REFERENCES business (id),
    account_id  INTEGER NOT NULL REFERENCES account (id),
    level       TEXT NOT NULL CHECK (level IN ('team', 'mine')),
    body        TEXT NOT NULL,
    until_on    TEXT NOT NULL,
    until_why   TEXT,
    changed_at  INTEGER,
    undone_at   INTEGER,
    version     INTEGER NOT NULL DEFAULT 1,
    created_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX note_business ON note (business_id, created_at);
CREATE INDEX note_until ON note (until_on);
CREATE INDEX note_undone ON note (undone_at) WHERE undone_at IS NOT NULL;
CREATE INDEX service_note_until ON service (note_until_on) WHERE note_until_on IS NOT NULL;
CREATE TABLE note_text (
    id      INTEGER PRIMARY KEY,
    note_id INTEGER NOT NULL REFERENCES note (id),
    body    TEXT NOT NULL,
    at      INTEGER NOT NULL
) STRICT;
CREATE INDEX note_text_note ON note_text (note_id);
