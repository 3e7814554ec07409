-- What a community proposes to look at, ranks and talks about, and what a deciding body says of it.
CREATE TABLE indicator (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE,
    program_id INTEGER NOT NULL REFERENCES program (id),
    account_id INTEGER REFERENCES account (id),
    business_id INTEGER REFERENCES business (id),
    person_id INTEGER REFERENCES person (id),
    is_named INTEGER NOT NULL DEFAULT 0 CHECK (is_named IN (0, 1)),
    words TEXT,
    status TEXT NOT NULL DEFAULT 'proposed' CHECK (status IN ('proposed', 'chosen', 'not_chosen', 'retired')),
    name TEXT,
    question TEXT CHECK (question IN ('pays', 'benefits', 'decides')),
    why TEXT,
    numerator TEXT CHECK (numerator IN ('clients_joined', 'clients_served', 'services', 'contact_time', 'trainings', 'training_people', 'outreach_reached', 'outreach_contacts', 'referrals_sent', 'referrals_accepted', 'referrals_completed', 'awards', 'dollars_awarded', 'dollars_delivered', 'space_delivered', 'lab_time', 'outcomes', 'jobs_created', 'jobs_kept', 'capital_raised', 'contracts_won')),
    numerator_kind TEXT,
    numerator_place TEXT,
    numerator_source_id INTEGER REFERENCES funding_source (id),
    denominator TEXT CHECK (denominator IN ('clients_joined', 'clients_served', 'services', 'contact_time', 'trainings', 'training_people', 'outreach_reached', 'outreach_contacts', 'referrals_sent', 'referrals_accepted', 'referrals_completed', 'awards', 'dollars_awarded', 'dollars_delivered', 'space_delivered', 'lab_time', 'outcomes', 'jobs_created', 'jobs_kept', 'capital_raised', 'contracts_won')),
    denominator_kind TEXT,
    denominator_place TEXT,
    denominator_source_id INTEGER REFERENCES funding_source (id),
    per TEXT CHECK (per IN ('month', 'quarter', 'year')),
    direction TEXT CHECK (direction IN ('up', 'down')),
    baseline INTEGER,
    baseline_source TEXT,
    baseline_year INTEGER,
    target INTEGER,
    target_on TEXT,
    is_shareable INTEGER NOT NULL DEFAULT 0 CHECK (is_shareable IN (0, 1)),
    edition INTEGER NOT NULL DEFAULT 0,
    retired_at INTEGER,
    retired_why TEXT,
    undone_at INTEGER,
    version INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL,
    CHECK ((account_id IS NULL) = (business_id IS NOT NULL)),
    CHECK ((baseline IS NULL) = (baseline_source IS NULL) AND (baseline IS NULL) = (baseline_year IS NULL)),
    CHECK ((target IS NULL) = (target_on IS NULL)),
    CHECK ((name IS NULL) = (numerator IS NULL) AND (name IS NULL) = (per IS NULL))
) STRICT;
CREATE INDEX indicator_program ON indicator (program_id, status);
CREATE INDEX indicator_business ON indicator (business_id) WHERE business_id IS NOT NULL;
CREATE INDEX indicator_person ON indicator (person_id) WHERE person_id IS NOT NULL;
CREATE TABLE indicator_decision (
    id INTEGER PRIMARY KEY,
    indicator_id INTEGER NOT NULL REFERENCES indicator (id),
    decision_id INTEGER NOT NULL REFERENCES body_decision (id),
    verdict TEXT NOT NULL CHECK (verdict IN ('chosen', 'not_chosen')),
    edition INTEGER NOT NULL,
    sentence TEXT NOT NULL,
    account_id INTEGER NOT NULL REFERENCES account (id),
    created_at INTEGER NOT NULL,
    UNIQUE (indicator_id, decision_id)
) STRICT;
CREATE INDEX indicator_decision_decision ON indicator_decision (decision_id);
CREATE TABLE indicator_rank (
    id INTEGER PRIMARY KEY,
    program_id INTEGER NOT NULL REFERENCES program (id),
    business_id INTEGER NOT NULL REFERENCES business (id),
    indicator_id INTEGER NOT NULL REFERENCES indicator (id),
    place INTEGER NOT NULL CHECK (place BETWEEN 1 AND 3),
    created_at INTEGER NOT NULL,
    UNIQUE (business_id, indicator_id)
) STRICT;
CREATE INDEX indicator_rank_indicator ON indicator_rank (indicator_id);
CREATE TABLE indicator_comment (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE,
    indicator_id INTEGER NOT NULL REFERENCES indicator (id),
    account_id INTEGER REFERENCES account (id),
    business_id INTEGER REFERENCES business (id),
    person_id INTEGER REFERENCES person (id),
    is_named INTEGER NOT NULL DEFAULT 0 CHECK (is_named IN (0, 1)),
    words TEXT,
    undone_at INTEGER,
    created_at INTEGER NOT NULL,
    CHECK ((account_id IS NULL) = (business_id IS NOT NULL))
) STRICT;
CREATE INDEX indicator_comment_indicator ON indicator_comment (indicator_id);
CREATE INDEX indicator_comment_business ON indicator_comment (business_id) WHERE business_id IS NOT NULL;
CREATE INDEX indicator_comment_person ON indicator_comment (person_id) WHERE person_id IS NOT NULL;
