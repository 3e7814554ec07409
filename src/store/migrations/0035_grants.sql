-- What funders gave a program money for, what was promised, in listed measures that are counted live, and what is to be handed in when.
CREATE TABLE program_grant (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE,
    program_id INTEGER NOT NULL REFERENCES program (id),
    account_id INTEGER NOT NULL REFERENCES account (id),
    name TEXT NOT NULL,
    number TEXT,
    funding_source_id INTEGER REFERENCES funding_source (id),
    from_on TEXT NOT NULL,
    to_on TEXT NOT NULL,
    budget_cents INTEGER CHECK (budget_cents >= 0),
    match_cents INTEGER CHECK (match_cents >= 0),
    words TEXT,
    undone_at INTEGER,
    version INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL,
    CHECK (from_on <= to_on)
) STRICT;
CREATE INDEX program_grant_program ON program_grant (program_id, to_on);
CREATE TABLE grant_goal (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE,
    grant_id INTEGER NOT NULL REFERENCES program_grant (id),
    measure TEXT NOT NULL CHECK (measure IN ('clients_joined', 'clients_served', 'services', 'contact_time', 'trainings', 'training_people', 'outreach_reached', 'outreach_contacts', 'referrals_sent', 'referrals_accepted', 'referrals_completed', 'awards', 'dollars_awarded', 'dollars_delivered', 'space_delivered', 'lab_time', 'outcomes', 'jobs_created', 'jobs_kept', 'capital_raised', 'contracts_won')),
    kind TEXT,
    place TEXT,
    is_of_source INTEGER NOT NULL DEFAULT 0 CHECK (is_of_source IN (0, 1)),
    target INTEGER NOT NULL CHECK (target > 0),
    version INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX grant_goal_grant ON grant_goal (grant_id);
CREATE TABLE grant_due (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE,
    grant_id INTEGER NOT NULL REFERENCES program_grant (id),
    what TEXT NOT NULL,
    due_on TEXT NOT NULL,
    done_on TEXT,
    done_by INTEGER REFERENCES account (id),
    version INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL,
    CHECK ((done_on IS NULL) = (done_by IS NULL))
) STRICT;
CREATE INDEX grant_due_grant ON grant_due (grant_id);
CREATE INDEX grant_due_open ON grant_due (due_on) WHERE done_on IS NULL;
