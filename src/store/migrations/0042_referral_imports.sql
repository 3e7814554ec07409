-- Files of referrals.
CREATE TABLE import_run_anew (
    id          INTEGER PRIMARY KEY,
    public_id   TEXT NOT NULL UNIQUE,
    program_id  INTEGER NOT NULL REFERENCES program (id),
    kind        TEXT NOT NULL CHECK (kind IN ('clients', 'deployments', 'partners', 'sites', 'services', 'people', 'training', 'outcomes', 'referrals')),
    preset      TEXT,
    file_name   TEXT NOT NULL,
    file_sha256 TEXT NOT NULL,
    encoding    TEXT NOT NULL,
    mapping     TEXT NOT NULL,
    row_count   INTEGER NOT NULL,
    made        TEXT NOT NULL,
    actor       TEXT NOT NULL,
    started_at  INTEGER NOT NULL,
    undone_at   INTEGER
) STRICT;
INSERT INTO import_run_anew (id, public_id, program_id, kind, preset, file_name, file_sha256, encoding, mapping, row_count, made, actor, started_at, undone_at)
SELECT id, public_id, program_id, kind, preset, file_name, file_sha256, encoding, mapping, row_count, made, actor, started_at, undone_at
FROM import_run;
DROP TABLE import_run;
ALTER TABLE import_run_anew RENAME TO import_run;
CREATE TABLE import_preset_anew (
    id         INTEGER PRIMARY KEY,
    public_id  TEXT NOT NULL UNIQUE,
    program_id INTEGER REFERENCES program (id),
    kind       TEXT NOT NULL CHECK (kind IN ('clients', 'deployments', 'partners', 'sites', 'services', 'people', 'training', 'outcomes', 'referrals')),
    name       TEXT NOT NULL UNIQUE,
    mapping    TEXT NOT NULL,
    kept_by    TEXT NOT NULL,
    kept_at    INTEGER NOT NULL,
    version    INTEGER NOT NULL DEFAULT 1
) STRICT;
INSERT INTO import_preset_anew (id, public_id, program_id, kind, name, mapping, kept_by, kept_at, version)
SELECT id, public_id, program_id, kind, name, mapping, kept_by, kept_at, version
FROM import_preset;
DROP TABLE import_preset;
ALTER TABLE import_preset_anew RENAME TO import_preset;

-- What a file told of a referral carries its import, and goes again only while that import is taken back.
ALTER TABLE referral_event ADD COLUMN import_id INTEGER REFERENCES import_run (id);
CREATE INDEX referral_event_import ON referral_event (import_id) WHERE import_id IS NOT NULL;
DROP TRIGGER referral_event_is_append_only_delete;
CREATE TRIGGER referral_event_is_append_only_delete BEFORE DELETE ON referral_event
WHEN NOT EXISTS (SELECT 1 FROM import_run WHERE import_run.id = old.import_id AND import_run.undone_at IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'referral events are never deleted');
END;

-- Own systems are told of what happens, not of what a file tells of long ago.
DROP TRIGGER referral_event_is_told;
CREATE TRIGGER referral_event_is_told AFTER INSERT ON referral_event
WHEN NEW.import_id IS NULL
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
