-- Guardians: when somebody else set an account's access, and who is told of what guardians do.
ALTER TABLE account ADD COLUMN access_set_at INTEGER;
CREATE TABLE guard_alert (
    id              INTEGER PRIMARY KEY,
    to_id           INTEGER NOT NULL REFERENCES account (id),
    what            TEXT NOT NULL CHECK (what IN ('invited', 'reset', 'closed', 'glass_asked', 'glass_agreed', 'glass_opened', 'filing_recorded', 'filing_made')),
    about_id        INTEGER REFERENCES account (id),
    by_id           INTEGER REFERENCES account (id),
    object          TEXT,
    at              INTEGER NOT NULL,
    attempts        INTEGER NOT NULL DEFAULT 0,
    next_attempt_at INTEGER,
    sent_at         INTEGER,
    failed_at       INTEGER
) STRICT;
CREATE INDEX guard_alert_to ON guard_alert (to_id, at);
CREATE INDEX guard_alert_waits ON guard_alert (at) WHERE sent_at IS NULL AND failed_at IS NULL;
