-- A program looks at its own equity at each of its stages: who pays, who benefits, who decides, what changed because of it, who signed.
CREATE TABLE equity_check (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE,
    program_id INTEGER NOT NULL REFERENCES program (id),
    account_id INTEGER NOT NULL REFERENCES account (id),
    stage TEXT NOT NULL CHECK (stage IN ('design', 'budget', 'outreach', 'selection', 'delivery', 'review')),
    on_day TEXT NOT NULL,
    who_pays TEXT NOT NULL,
    who_benefits TEXT NOT NULL,
    who_decides TEXT NOT NULL,
    what_changed TEXT,
    undone_at INTEGER,
    version INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX equity_check_program ON equity_check (program_id, stage, on_day);
CREATE TABLE equity_check_signature (
    id INTEGER PRIMARY KEY,
    check_id INTEGER NOT NULL REFERENCES equity_check (id),
    account_id INTEGER NOT NULL REFERENCES account (id),
    signed_version INTEGER NOT NULL,
    signed_at INTEGER NOT NULL,
    UNIQUE (check_id, account_id, signed_version)
) STRICT;
