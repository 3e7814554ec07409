-- Files beside what happened: a sign-in sheet, a lease, a letter that proves an outcome.
CREATE TABLE attachment (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE,
    program_id INTEGER NOT NULL REFERENCES program (id),
    service_id INTEGER REFERENCES service (id),
    training_id INTEGER REFERENCES training (id),
    outcome_id INTEGER REFERENCES outcome (id),
    deployment_id INTEGER REFERENCES deployment (id),
    account_id INTEGER NOT NULL REFERENCES account (id),
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('pdf', 'png', 'jpeg', 'text', 'xlsx', 'docx')),
    size INTEGER NOT NULL CHECK (size > 0),
    file_hash TEXT NOT NULL,
    undone_at INTEGER,
    version INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL,
    CHECK ((service_id IS NOT NULL) + (training_id IS NOT NULL) + (outcome_id IS NOT NULL) + (deployment_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX attachment_service ON attachment (service_id) WHERE service_id IS NOT NULL;
CREATE INDEX attachment_training ON attachment (training_id) WHERE training_id IS NOT NULL;
CREATE INDEX attachment_outcome ON attachment (outcome_id) WHERE outcome_id IS NOT NULL;
CREATE INDEX attachment_deployment ON attachment (deployment_id) WHERE deployment_id IS NOT NULL;
CREATE TABLE attachment_content (
    attachment_id INTEGER PRIMARY KEY REFERENCES attachment (id),
    bytes BLOB NOT NULL
) STRICT;
