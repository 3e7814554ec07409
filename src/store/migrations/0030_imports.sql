-- Files of services, people, training and outcomes, and readings of files that somebody kept under a name.
CREATE TABLE import_run_anew (
    id          INTEGER PRIMARY KEY,
    public_id   TEXT NOT NULL UNIQUE,
    program_id  INTEGER NOT NULL REFERENCES program (id),
    kind        TEXT NOT NULL CHECK (kind IN ('clients', 'deployments', 'partners', 'sites', 'services', 'people', 'training', 'outcomes')),
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
ALTER TABLE service ADD COLUMN import_id INTEGER REFERENCES import_run (id);
ALTER TABLE service ADD COLUMN advisor_typed TEXT;
CREATE INDEX service_import ON service (import_id) WHERE import_id IS NOT NULL;
ALTER TABLE training ADD COLUMN import_id INTEGER REFERENCES import_run (id);
CREATE INDEX training_import ON training (import_id) WHERE import_id IS NOT NULL;
ALTER TABLE outcome ADD COLUMN import_id INTEGER REFERENCES import_run (id);
CREATE INDEX outcome_import ON outcome (import_id) WHERE import_id IS NOT NULL;

-- import_preset: how a file is read, kept under a name.
CREATE TABLE import_preset (
    id         INTEGER PRIMARY KEY,
    public_id  TEXT NOT NULL UNIQUE,
    program_id INTEGER REFERENCES program (id),
    kind       TEXT NOT NULL CHECK (kind IN ('clients', 'deployments', 'partners', 'sites', 'services', 'people', 'training', 'outcomes')),
    name       TEXT NOT NULL UNIQUE,
    mapping    TEXT NOT NULL,
    kept_by    TEXT NOT NULL,
    kept_at    INTEGER NOT NULL,
    version    INTEGER NOT NULL DEFAULT 1
) STRICT;
