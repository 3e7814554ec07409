-- What is filed with the SBA record by record: the form of a filing, what a client signed and said at the beginning, how many people a
-- sign-in sheet counted, and which records a file holds.
ALTER TABLE filing ADD COLUMN form TEXT NOT NULL DEFAULT 'table' CHECK (form IN ('table', 'sba641', 'sba888'));
ALTER TABLE filing ADD COLUMN location_code TEXT;
ALTER TABLE filing ADD COLUMN has_names INTEGER NOT NULL DEFAULT 0 CHECK (has_names IN (0, 1));
ALTER TABLE filing ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE filing_made ADD COLUMN left_out INTEGER NOT NULL DEFAULT 0;
CREATE TABLE filing_record (
    id INTEGER PRIMARY KEY,
    made_id INTEGER NOT NULL REFERENCES filing_made (id),
    service_id INTEGER REFERENCES service (id),
    training_id INTEGER REFERENCES training (id),
    digests TEXT NOT NULL,
    CHECK ((service_id IS NULL) <> (training_id IS NULL)),
    UNIQUE (made_id, service_id),
    UNIQUE (made_id, training_id)
) STRICT;
CREATE INDEX filing_record_service ON filing_record (service_id);
CREATE INDEX filing_record_training ON filing_record (training_id);
CREATE TABLE intake (
    id INTEGER PRIMARY KEY,
    enrollment_id INTEGER NOT NULL UNIQUE REFERENCES enrollment (id),
    is_on_file INTEGER CHECK (is_on_file IN (0, 1)),
    signed_on TEXT,
    may_survey INTEGER CHECK (may_survey IN (0, 1)),
    in_business TEXT CHECK (in_business IN ('yes', 'no', 'undetermined')),
    seeking TEXT,
    media TEXT NOT NULL DEFAULT '',
    media_words TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    changed_at INTEGER NOT NULL
) STRICT;
CREATE TABLE training_heads (
    id INTEGER PRIMARY KEY,
    training_id INTEGER NOT NULL UNIQUE REFERENCES training (id),
    key_id TEXT NOT NULL,
    nonce BLOB NOT NULL,
    sealed BLOB NOT NULL,
    counted_on TEXT NOT NULL,
    account_id INTEGER NOT NULL REFERENCES account (id)
) STRICT;
