-- Fairfloor: today's whole schema.
--
-- A new data folder is made from this file; an older one is brought here by the numbered steps in src/store/migrations/,
-- and a test proves that both ways end at the same schema.
--
-- Every table and column carries its data class in brackets:
--   [public]      may stand on a page anyone can open
--   [internal]    the organization's own working data, no person in it
--   [personal]    about a person or a business; staff of its program only
--   [firewalled]  who somebody is: encrypted, read through src/firewall/ only, never by staff
--
-- Kinds of value: *_at is a UTC instant in milliseconds, *_on a plain date (YYYY-MM-DD), *_cents integer cents,
-- *_minutes integer minutes, *_bp hundredths of a percent. public_id is 128 random bits in base32, the only id a page shows.

-- organization: the one organization or city this data folder belongs to. [internal]
CREATE TABLE organization (
    id              INTEGER PRIMARY KEY CHECK (id = 1),  -- [internal] always 1
    name            TEXT NOT NULL,                       -- [public] as people know it
    time_zone       TEXT NOT NULL,                       -- [internal] IANA name; used only at the edge
    is_demo         INTEGER NOT NULL DEFAULT 0 CHECK (is_demo IN (0, 1)),  -- [internal] a folder of made-up people
    clock_offset_ms INTEGER NOT NULL DEFAULT 0,          -- [internal] demo folders only: their now is not the machine's
    threshold       INTEGER NOT NULL DEFAULT 5 CHECK (threshold BETWEEN 5 AND 11),  -- [internal] k of audience internal
    created_at      INTEGER NOT NULL                     -- [internal] when the folder was made
) STRICT;

-- program: one program of the organization; services, referrals and deployments belong to one. [public]
CREATE TABLE program (
    id         INTEGER PRIMARY KEY,          -- [internal] row key
    public_id  TEXT NOT NULL UNIQUE,         -- [internal] address
    name       TEXT NOT NULL UNIQUE,         -- [public] as clients know it
    telephone  TEXT,                         -- [public] printed on every notice
    email      TEXT,                         -- [public] for questions about data
    started_on TEXT NOT NULL,                -- [public] first day of the program
    version    INTEGER NOT NULL DEFAULT 1,   -- [internal] counts edits
    asks_partner_code INTEGER NOT NULL DEFAULT 1 CHECK (asks_partner_code IN (0, 1)),  -- [internal] a partner's new browser brings a mailed code before it sees whom to contact
    held_minutes INTEGER NOT NULL DEFAULT 5 CHECK (held_minutes BETWEEN 0 AND 60),  -- [internal] how long a notice can be taken back
    note_months INTEGER NOT NULL DEFAULT 36 CHECK (note_months BETWEEN 1 AND 120),  -- [internal] how long a note about a client is kept, unless somebody says otherwise
    complaint_name TEXT,                     -- [public] who hears complaints, outside the advisors' line
    complaint_email TEXT,                    -- [public] where they are told of one
    complaint_telephone TEXT,                -- [public] where people call
    office_hours TEXT                        -- [public] when the telephone is answered, in the program's own words
) STRICT;

-- funding_source: who pays. [internal]
CREATE TABLE funding_source (
    id          INTEGER PRIMARY KEY,                            -- [internal] row key
    public_id   TEXT NOT NULL UNIQUE,                           -- [internal] address
    program_id  INTEGER NOT NULL REFERENCES program (id),       -- [internal] whose source it is
    name        TEXT NOT NULL,                                  -- [public] as the funder calls itself
    kind        TEXT NOT NULL CHECK (kind IN ('public', 'foundation', 'bank', 'owner')),  -- [public] what kind of money
    is_default  INTEGER NOT NULL DEFAULT 0 CHECK (is_default IN (0, 1)),  -- [internal] taken where nobody says otherwise
    institution TEXT,                                           -- [public] of bank money: the bank
    cra_test    TEXT CHECK (cra_test IN ('lending', 'investment', 'service')),  -- [public] of bank money: under which test of the 1995 rule it counts; empty if unknown
    cra_purpose TEXT CHECK (cra_purpose IN ('affordable_housing', 'community_services', 'economic_development', 'revitalization')),  -- [public] of bank money: which purpose of community development it has; empty if unknown
    retired_on  TEXT,                                           -- [internal] since when nothing new is paid from it
    version     INTEGER NOT NULL DEFAULT 1,                     -- [internal] counts edits
    UNIQUE (program_id, name)
) STRICT;

-- deciding_body: who decides about resources. [public]
CREATE TABLE deciding_body (
    id         INTEGER PRIMARY KEY,                       -- [internal] row key
    public_id  TEXT NOT NULL UNIQUE,                      -- [internal] address
    program_id INTEGER NOT NULL REFERENCES program (id),  -- [internal] whose body it is
    name       TEXT NOT NULL,                             -- [public] board, committee or office
    decides    TEXT,                                      -- [public] what it decides
    contact    TEXT,                                      -- [public] how it is reached
    since_on   TEXT,                                      -- [public] since when there is such a body; empty if unknown
    until_on   TEXT,                                      -- [public] its last day
    version    INTEGER NOT NULL DEFAULT 1,                -- [internal] counts edits
    UNIQUE (program_id, name)
) STRICT;

-- body_member: a seat on a body for one term, and who holds it. [personal]
CREATE TABLE body_member (
    id           INTEGER PRIMARY KEY,                             -- [internal] row key
    public_id    TEXT NOT NULL UNIQUE,                            -- [internal] address
    body_id      INTEGER NOT NULL REFERENCES deciding_body (id),  -- [internal] on which body
    name         TEXT,                                            -- [personal] as they call themselves; empty once they asked for it to go: the seat and its term stay
    seat         TEXT NOT NULL CHECK (seat IN ('chair', 'vice_chair', 'secretary', 'member', 'alternate')),  -- [public] which seat
    speaks_for   TEXT CHECK (speaks_for IN ('entrepreneur', 'worker', 'resident', 'community_group', 'landlord', 'lender', 'funder', 'public_office', 'educator', 'staff', 'nobody')),  -- [public] for whom the seat speaks; empty if unknown
    from_on      TEXT NOT NULL,                                   -- [public] first day of the term
    to_on        TEXT,                                            -- [public] its last day; empty while it lasts
    name_gone_at INTEGER,                                         -- [internal] when the name was removed
    link_id      INTEGER REFERENCES access_link (id),             -- [internal] the newest link to their own page
    version      INTEGER NOT NULL DEFAULT 1,                      -- [internal] counts edits
    created_at   INTEGER NOT NULL                                 -- [internal] when written down
) STRICT;
CREATE INDEX body_member_body ON body_member (body_id, from_on);
CREATE INDEX body_member_link ON body_member (link_id);

-- member_statement: what a member says of themselves in public, in their own words and by their own yes. Written by them alone. [personal]
CREATE TABLE member_statement (
    id           INTEGER PRIMARY KEY,                                  -- [internal] row key
    member_id    INTEGER NOT NULL UNIQUE REFERENCES body_member (id),  -- [internal] who says it
    words        TEXT,                                                 -- [personal] their words; empty once withdrawn
    language     TEXT NOT NULL,                                        -- [internal] in which language they read what they agreed to
    notice       INTEGER NOT NULL,                                     -- [internal] which edition of that text
    agreed_at    INTEGER NOT NULL,                                     -- [internal] when they last agreed
    withdrawn_at INTEGER                                               -- [internal] when they took it back
) STRICT;

-- body_meeting: a day on which a body met. [internal]
CREATE TABLE body_meeting (
    id         INTEGER PRIMARY KEY,                             -- [internal] row key
    public_id  TEXT NOT NULL UNIQUE,                            -- [internal] address
    body_id    INTEGER NOT NULL REFERENCES deciding_body (id),  -- [internal] which body
    met_on     TEXT NOT NULL,                                   -- [public] the day
    minutes    TEXT,                                            -- [internal] what was said; empty if not written down
    account_id INTEGER NOT NULL REFERENCES account (id),        -- [internal] who wrote it down
    version    INTEGER NOT NULL DEFAULT 1,                      -- [internal] counts edits of the day and the minutes
    created_at INTEGER NOT NULL                                 -- [internal] when
) STRICT;
CREATE INDEX body_meeting_body ON body_meeting (body_id, met_on);

-- body_decision: what was decided and why. Never edited: a correction is another decision that names this one. [internal]
CREATE TABLE body_decision (
    id              INTEGER PRIMARY KEY,                            -- [internal] row key
    public_id       TEXT NOT NULL UNIQUE,                           -- [internal] address
    meeting_id      INTEGER NOT NULL REFERENCES body_meeting (id),  -- [internal] at which meeting
    about           TEXT NOT NULL CHECK (about IN ('awards', 'rule', 'budget', 'indicator', 'other')),  -- [public] about what
    decision        TEXT NOT NULL,                                  -- [internal] what was decided
    reason          TEXT,                                           -- [internal] why; empty if no reason is on record
    votes_for       INTEGER CHECK (votes_for >= 0),                 -- [public] empty if not recorded
    votes_against   INTEGER CHECK (votes_against >= 0),             -- [public] empty if not recorded
    votes_abstained INTEGER CHECK (votes_abstained >= 0),           -- [public] empty if not recorded
    corrects_id     INTEGER UNIQUE REFERENCES body_decision (id),   -- [internal] the decision that this one takes the place of
    account_id      INTEGER NOT NULL REFERENCES account (id),       -- [internal] who wrote it down
    created_at      INTEGER NOT NULL                                -- [internal] when
) STRICT;
CREATE INDEX body_decision_meeting ON body_decision (meeting_id);

-- body_recusal: a member who took no part in a decision, and why. [personal]
CREATE TABLE body_recusal (
    id          INTEGER PRIMARY KEY,                             -- [internal] row key
    decision_id INTEGER NOT NULL REFERENCES body_decision (id),  -- [internal] which decision
    member_id   INTEGER NOT NULL REFERENCES body_member (id),    -- [internal] who
    why         TEXT NOT NULL,                                   -- [personal] their interest in it
    UNIQUE (decision_id, member_id)
) STRICT;

-- holiday: days on which no clock of business days runs. [public]
CREATE TABLE holiday (
    id   INTEGER PRIMARY KEY,   -- [internal] row key
    day  TEXT NOT NULL UNIQUE,  -- [public] plain date
    name TEXT NOT NULL          -- [public] what is celebrated
) STRICT;

-- code: versioned lists: stages, reasons, outcomes. Retired by date, never deleted. [public]
CREATE TABLE code (
    id           INTEGER PRIMARY KEY,  -- [internal] row key
    list         TEXT NOT NULL CHECK (list IN ('stage', 'decline', 'hold', 'cancel', 'fail', 'next_step', 'reopen', 'missing', 'outcome')),  -- [internal] which list
    kind         TEXT NOT NULL,        -- [internal] kind of referral it belongs to, or 'any'
    code         TEXT NOT NULL,        -- [internal] the word that is stored
    label        TEXT NOT NULL,        -- [public] what staff and partners read
    client_label TEXT NOT NULL,        -- [public] what the entrepreneur reads
    grp          TEXT NOT NULL,        -- [internal] group of reasons; empty where there is none
    side         TEXT NOT NULL,        -- [internal] whose reason it is; empty where there is none
    unmet_need   INTEGER NOT NULL CHECK (unmet_need IN (0, 1)),  -- [internal] counts as a need nobody met
    unit         TEXT NOT NULL,        -- [internal] unit of the result; empty where there is none
    valid_from   TEXT NOT NULL,        -- [internal] first day of use
    valid_to     TEXT,                 -- [internal] last day of use
    UNIQUE (list, kind, code)
) STRICT;

-- account: a member of staff. [personal]
CREATE TABLE account (
    id                INTEGER PRIMARY KEY,    -- [internal] row key
    public_id         TEXT NOT NULL UNIQUE,   -- [internal] address
    email             TEXT NOT NULL UNIQUE,   -- [personal] what they sign in with, lower case
    name              TEXT NOT NULL,          -- [personal] as colleagues and clients know them
    telephone         TEXT,                   -- [personal] shown to their clients
    password_hash     TEXT,                   -- [internal] argon2id; absent until the invitation is used
    totp_secret       BLOB,                   -- [internal] encrypted with the keyring's totp key
    totp_last_step    INTEGER NOT NULL DEFAULT 0,  -- [internal] the last time step used, so a code works once
    disabled_at       INTEGER,                -- [internal] set when the account is closed
    sessions_valid_from INTEGER NOT NULL DEFAULT 0,  -- [internal] older sessions are dead
    version           INTEGER NOT NULL DEFAULT 1,  -- [internal] counts edits
    created_at        INTEGER NOT NULL,       -- [internal] when invited
    away_until_on     TEXT,                   -- [personal] the last day they are away: what waits for them goes to the managers too
    access_set_at     INTEGER                 -- [internal] when somebody else last set how they sign in or what they may do; empty: before that was kept
) STRICT;

-- organization_role: roles over the whole organization; they have no case pages. [internal]
CREATE TABLE organization_role (
    id         INTEGER PRIMARY KEY,                       -- [internal] row key
    account_id INTEGER NOT NULL REFERENCES account (id),  -- [internal] who
    role       TEXT NOT NULL CHECK (role IN ('admin', 'steward', 'auditor')),  -- [internal] which
    UNIQUE (account_id, role)
) STRICT;

-- membership: roles inside one program. [internal]
CREATE TABLE membership (
    id         INTEGER PRIMARY KEY,                       -- [internal] row key
    account_id INTEGER NOT NULL REFERENCES account (id),  -- [internal] who
    program_id INTEGER NOT NULL REFERENCES program (id),  -- [internal] where
    role       TEXT NOT NULL CHECK (role IN ('advisor', 'manager')),  -- [internal] as what
    UNIQUE (account_id, program_id, role)
) STRICT;

-- invitation: a one-time link by which an account sets its password, or (demo folders only) signs in. [internal]
CREATE TABLE invitation (
    id         INTEGER PRIMARY KEY,                       -- [internal] row key
    account_id INTEGER NOT NULL REFERENCES account (id),  -- [internal] for whom
    kind       TEXT NOT NULL CHECK (kind IN ('invite', 'reset', 'demo')),  -- [internal] what the link does
    token_hash BLOB NOT NULL UNIQUE,                      -- [internal] SHA-256 of the token
    expires_at INTEGER NOT NULL,                          -- [internal] dead afterwards
    used_at    INTEGER                                    -- [internal] when it did its work
) STRICT;

-- guard_alert: a guardian is told that access was set, or that answers were asked for, opened or filed. It names no client. [internal]
CREATE TABLE guard_alert (
    id              INTEGER PRIMARY KEY,                       -- [internal] row key
    to_id           INTEGER NOT NULL REFERENCES account (id),  -- [internal] who is told
    what            TEXT NOT NULL CHECK (what IN ('invited', 'reset', 'closed', 'glass_asked', 'glass_agreed', 'glass_opened', 'filing_recorded', 'filing_made')),  -- [internal] what was done
    about_id        INTEGER REFERENCES account (id),           -- [internal] whose access was set; empty where it is about answers
    by_id           INTEGER REFERENCES account (id),           -- [internal] who did it; empty for the command line
    object          TEXT,                                      -- [internal] address of the request or the filing
    at              INTEGER NOT NULL,                          -- [internal] when
    attempts        INTEGER NOT NULL DEFAULT 0,                -- [internal] how often it was handed to a mail server
    next_attempt_at INTEGER,                                   -- [internal] not tried again before
    sent_at         INTEGER,                                   -- [internal] when it went out by mail
    failed_at       INTEGER                                    -- [internal] given up: it stands on their pages only
) STRICT;
CREATE INDEX guard_alert_to ON guard_alert (to_id, at);
CREATE INDEX guard_alert_waits ON guard_alert (at) WHERE sent_at IS NULL AND failed_at IS NULL;

-- session: who is signed in, by the SHA-256 of the cookie, so a copied file opens no session. [internal]
CREATE TABLE session (
    id           INTEGER PRIMARY KEY,    -- [internal] row key
    id_hash      BLOB NOT NULL UNIQUE,   -- [internal] SHA-256 of the cookie's id
    account_id   INTEGER,                -- [internal] whose; empty before sign-in and for partners
    data         TEXT NOT NULL,          -- [internal] the session's values as JSON
    expires_at   INTEGER NOT NULL        -- [internal] dead afterwards
) STRICT;
CREATE INDEX session_account ON session (account_id);

-- sign_in_attempt: wrong tries, to slow guessing down. [internal]
CREATE TABLE sign_in_attempt (
    id       INTEGER PRIMARY KEY,  -- [internal] row key
    who_mac  BLOB NOT NULL,        -- [internal] keyed digest of what was typed as name: people type passwords there
    at       INTEGER NOT NULL      -- [internal] when
) STRICT;
CREATE INDEX sign_in_attempt_who ON sign_in_attempt (who_mac, at);

-- mailed_code: six-digit codes that the program mails itself, as keyed digests; they stand in no outbox. [internal]
CREATE TABLE mailed_code (
    id         INTEGER PRIMARY KEY,  -- [internal] row key
    who_mac    BLOB NOT NULL,        -- [internal] keyed digest of the address
    code_mac   BLOB NOT NULL,        -- [internal] keyed digest of address and code
    issued_at  INTEGER NOT NULL,     -- [internal] when
    expires_at INTEGER NOT NULL,     -- [internal] dead afterwards
    used_at    INTEGER               -- [internal] when it came back
) STRICT;
CREATE INDEX mailed_code_who ON mailed_code (who_mac);

-- form_key: one per form drawn and posted, so that a double click is one record. [internal]
CREATE TABLE form_key (
    id       INTEGER PRIMARY KEY,   -- [internal] row key
    key      TEXT NOT NULL UNIQUE,  -- [internal] random, drawn into the form, bound to who posted it
    answer   TEXT NOT NULL,         -- [internal] where the first post was sent to
    at       INTEGER NOT NULL       -- [internal] when
) STRICT;

-- business: a manufacturer, however small or informal. The unit of count. [personal]
CREATE TABLE business (
    id              INTEGER PRIMARY KEY,    -- [internal] row key
    public_id       TEXT NOT NULL UNIQUE,   -- [internal] address
    number          INTEGER NOT NULL UNIQUE,  -- [internal] label F-0412; never a key
    name            TEXT NOT NULL,          -- [personal] what the owner calls it. Never blank
    legal_name      TEXT,                   -- [personal] if it is another
    name_folded     TEXT NOT NULL,          -- [personal] name without case, spaces and punctuation, to look up before registering
    product         TEXT,                   -- [personal] what it makes, in plain words
    naics           TEXT,                   -- [personal] industry code, 2 to 6 digits
    naics_edition   TEXT CHECK (naics_edition IN ('2017', '2022')),  -- [internal] edition of the code
    stage           TEXT CHECK (stage IN ('idea', 'start_up', 'in_business', 'closed')),  -- [personal] where it stands
    started_on      TEXT,                   -- [personal] first sale, hire, capital or expense
    legal_form      TEXT CHECK (legal_form IN ('sole_proprietor', 'partnership', 'llc', 'corporation', 's_corporation', 'cooperative', 'nonprofit', 'professional_association', 'joint_venture', 'other')),  -- [personal] legal form
    legal_form_typed TEXT,                  -- [personal] as an imported file had it
    street          TEXT,                   -- [personal] address, if it has one
    city            TEXT,                   -- [personal] city
    state           TEXT,                   -- [personal] state code
    postal_code     TEXT,                   -- [personal] ZIP or ZCTA, five digits
    county          TEXT,                   -- [personal] county name
    county_fips     TEXT,                   -- [personal] five digits
    metro           TEXT,                   -- [personal] metropolitan area
    neighborhood    TEXT,                   -- [personal] as people call it
    is_cooperative  INTEGER NOT NULL DEFAULT 0 CHECK (is_cooperative IN (0, 1)),  -- [personal] owned by its members
    import_id       INTEGER REFERENCES import_run (id),  -- [internal] the import that made it
    version         INTEGER NOT NULL DEFAULT 1,          -- [internal] counts edits
    created_at      INTEGER NOT NULL        -- [internal] when registered
) STRICT;
CREATE INDEX business_folded ON business (name_folded);
CREATE INDEX business_import ON business (import_id);

-- person: somebody who owns or speaks for a business. Who they are stands nowhere here. [personal]
CREATE TABLE person (
    id               INTEGER PRIMARY KEY,    -- [internal] row key
    public_id        TEXT NOT NULL UNIQUE,   -- [internal] address
    first_name       TEXT NOT NULL,          -- [personal] empty for the unnamed owner of an imported file
    last_name        TEXT NOT NULL,          -- [personal] may be empty
    telephone        TEXT,                   -- [personal] as typed
    telephone_digits TEXT,                   -- [personal] digits only, to find by
    email            TEXT,                   -- [personal] lower case
    language         TEXT NOT NULL DEFAULT 'en',  -- [personal] the language they want to read
    contact_by       TEXT CHECK (contact_by IN ('phone', 'text', 'email', 'letter')),  -- [personal] how they like to hear from us
    self_id_asked_on    TEXT,                -- [personal] when the private link was last made for them
    self_id_answered_on TEXT,                -- [personal] when they last saved that page; what they saved is behind the wall
    version          INTEGER NOT NULL DEFAULT 1,  -- [internal] counts edits
    import_id        INTEGER REFERENCES import_run (id),  -- [internal] the import that made them
    created_at       INTEGER NOT NULL,       -- [internal] when registered
    reads            TEXT,                   -- [personal] tag of the catalog they chose on their own pages; empty until they did
    email_set_at     INTEGER                 -- [internal] since when codes are mailed to this address; empty: since they were registered
) STRICT;
CREATE INDEX person_telephone ON person (telephone_digits);
CREATE INDEX person_email ON person (email);
CREATE INDEX person_import ON person (import_id);

-- ownership: who owns how much of a business, over time. [personal]
CREATE TABLE ownership (
    id          INTEGER PRIMARY KEY,                        -- [internal] row key
    business_id INTEGER NOT NULL REFERENCES business (id),  -- [internal] what
    person_id   INTEGER NOT NULL REFERENCES person (id),    -- [internal] who
    share_bp    INTEGER CHECK (share_bp BETWEEN 0 AND 10000),  -- [personal] share in hundredths of a percent, if known
    is_contact  INTEGER NOT NULL DEFAULT 0 CHECK (is_contact IN (0, 1)),  -- [personal] the person we call
    from_on     TEXT,                                       -- [personal] since when, if known
    to_on       TEXT,                                       -- [personal] until when; empty while it lasts
    import_id   INTEGER REFERENCES import_run (id),         -- [internal] the import that made it
    CHECK (to_on IS NULL OR from_on IS NULL OR to_on >= from_on)
) STRICT;
CREATE INDEX ownership_business ON ownership (business_id);
CREATE INDEX ownership_person ON ownership (person_id);
CREATE INDEX ownership_import ON ownership (import_id);

-- enrollment: a business in a program: this makes it a client of that program. [personal]
CREATE TABLE enrollment (
    id          INTEGER PRIMARY KEY,                        -- [internal] row key
    business_id INTEGER NOT NULL REFERENCES business (id),  -- [internal] who
    program_id  INTEGER NOT NULL REFERENCES program (id),   -- [internal] where
    advisor_id  INTEGER REFERENCES account (id),            -- [internal] their advisor
    from_on     TEXT NOT NULL,                              -- [personal] since when
    to_on       TEXT,                                       -- [personal] until when; empty while it lasts
    import_id   INTEGER REFERENCES import_run (id),         -- [internal] the import that made it
    version     INTEGER NOT NULL DEFAULT 1,                 -- [internal] counts edits
    UNIQUE (business_id, program_id)
) STRICT;
CREATE INDEX enrollment_program ON enrollment (program_id, business_id);
CREATE INDEX enrollment_advisor ON enrollment (advisor_id);
CREATE INDEX enrollment_import ON enrollment (import_id);

-- intake: what a client signed and said when a program took it in. [personal]
CREATE TABLE intake (
    id            INTEGER PRIMARY KEY,                               -- [internal] row key
    enrollment_id INTEGER NOT NULL UNIQUE REFERENCES enrollment (id),  -- [internal] which client of which program
    is_on_file    INTEGER CHECK (is_on_file IN (0, 1)),              -- [internal] the signed agreement is on file; empty where nobody looked
    signed_on     TEXT,                                              -- [personal] when it was signed
    may_survey    INTEGER CHECK (may_survey IN (0, 1)),              -- [personal] may the funder ask them how it went; empty where nobody asked
    in_business   TEXT CHECK (in_business IN ('yes', 'no', 'undetermined')),  -- [personal] in business, where the stage does not say
    seeking       TEXT,                                              -- [personal] what they came for: a code of the official list
    media         TEXT NOT NULL DEFAULT '',                          -- [personal] how they heard of the program: codes of the official list, parted by blanks
    media_words   TEXT,                                              -- [personal] how, where that is not on the list
    version       INTEGER NOT NULL DEFAULT 1,                        -- [internal] counts edits
    changed_at    INTEGER NOT NULL                                   -- [internal] when last written
) STRICT;

-- job_snapshot: how many workers a business had on a day, and who says so. [personal]
CREATE TABLE job_snapshot (
    id          INTEGER PRIMARY KEY,                        -- [internal] row key
    business_id INTEGER NOT NULL REFERENCES business (id),  -- [internal] where
    on_day      TEXT NOT NULL,                              -- [personal] the day counted
    workers     INTEGER NOT NULL CHECK (workers >= 0),      -- [personal] all workers, owners that work included
    basis       TEXT NOT NULL CHECK (basis IN ('told_to_advisor', 'reported_by_borrower', 'document_seen')),  -- [internal] who says so
    import_id   INTEGER REFERENCES import_run (id),         -- [internal] the import that made it
    recorded_at INTEGER NOT NULL,                           -- [internal] when written down
    public_id   TEXT,                                       -- [internal] address; empty where only the number was told
    program_id  INTEGER REFERENCES program (id),            -- [internal] under which program it was counted; empty where only the number was told
    account_id  INTEGER REFERENCES account (id),            -- [internal] who wrote it down
    deployment_id INTEGER REFERENCES deployment (id),       -- [internal] before or after which resource
    side        TEXT CHECK (side IN ('before', 'after')),   -- [internal] before that resource, or after it
    undone_at   INTEGER,                                    -- [internal] taken back; stays in history
    version     INTEGER NOT NULL DEFAULT 1                  -- [internal] counts edits
) STRICT;
CREATE INDEX job_snapshot_business ON job_snapshot (business_id, on_day);
CREATE INDEX job_snapshot_import ON job_snapshot (import_id);
CREATE UNIQUE INDEX job_snapshot_address ON job_snapshot (public_id) WHERE public_id IS NOT NULL;
CREATE INDEX job_snapshot_deployment ON job_snapshot (deployment_id) WHERE deployment_id IS NOT NULL;

-- job_position: one kind of work in a count of workers: how many, for how long, for what, and how one gets in. [personal]
CREATE TABLE job_position (
    id             INTEGER PRIMARY KEY,                            -- [internal] row key
    public_id      TEXT NOT NULL UNIQUE,                           -- [internal] address
    snapshot_id    INTEGER NOT NULL REFERENCES job_snapshot (id),  -- [internal] of which count
    title          TEXT NOT NULL,                                  -- [personal] what the work is
    heads          INTEGER NOT NULL CHECK (heads > 0),             -- [personal] how many do it
    term           TEXT NOT NULL CHECK (term IN ('full', 'part', 'seasonal')),  -- [personal] full-time, part-time, or in a season
    weekly_minutes INTEGER CHECK (weekly_minutes BETWEEN 1 AND 10080),  -- [personal] how long each works in a week; empty where nobody asked
    season_weeks   INTEGER CHECK (season_weeks BETWEEN 1 AND 52),  -- [personal] for how many weeks of a year, in a season
    wage_cents     INTEGER CHECK (wage_cents >= 0),                -- [personal] pay for an hour; empty where nobody asked
    has_health     INTEGER CHECK (has_health IN (0, 1)),           -- [personal] with health insurance; empty where nobody asked
    has_leave      INTEGER CHECK (has_leave IN (0, 1)),            -- [personal] with paid days off; empty where nobody asked
    has_retirement INTEGER CHECK (has_retirement IN (0, 1)),       -- [personal] with something for old age; empty where nobody asked
    degree         TEXT CHECK (degree IN ('none', 'high_school', 'associate', 'bachelor')),  -- [personal] what one has to have finished to get it; empty where nobody asked
    advertised     TEXT CHECK (advertised IN ('word_of_mouth', 'online', 'sign', 'workforce_program', 'community_group', 'school', 'union', 'agency', 'nowhere', 'other')),  -- [personal] how people heard of it; empty where nobody asked
    version        INTEGER NOT NULL DEFAULT 1,                     -- [internal] counts edits
    created_at     INTEGER NOT NULL                                -- [internal] when written down
) STRICT;
CREATE INDEX job_position_snapshot ON job_position (snapshot_id);

-- living_wage_table: what people need to earn, from one file of one source for one year. [public]
CREATE TABLE living_wage_table (
    id          INTEGER PRIMARY KEY,                        -- [internal] row key
    public_id   TEXT NOT NULL UNIQUE,                       -- [internal] address
    source      TEXT NOT NULL,                              -- [public] who published it
    year        INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2200),  -- [public] for which year
    household   TEXT NOT NULL,                              -- [public] for whom it is enough, such as one adult without children
    url         TEXT,                                       -- [public] from where
    file_name   TEXT NOT NULL,                              -- [internal] as the file was called
    file_hash   TEXT NOT NULL,                              -- [internal] SHA-256 of the file
    is_compared INTEGER NOT NULL DEFAULT 0 CHECK (is_compared IN (0, 1)),  -- [internal] wages are compared with this one; of each year one at most
    undone_at   INTEGER,                                    -- [internal] taken back; stays in history
    version     INTEGER NOT NULL DEFAULT 1,                 -- [internal] counts edits
    imported_by TEXT NOT NULL,                              -- [internal] who imported it, as the record names them
    imported_at INTEGER NOT NULL                            -- [internal] when
) STRICT;
CREATE UNIQUE INDEX living_wage_table_compared ON living_wage_table (year) WHERE is_compared = 1;

-- living_wage: what people need to earn in an hour to live in a county. Never changed. [public]
CREATE TABLE living_wage (
    id           INTEGER PRIMARY KEY,                                 -- [internal] row key
    table_id     INTEGER NOT NULL REFERENCES living_wage_table (id),  -- [internal] in which table
    county_fips  TEXT NOT NULL,                                       -- [public] five digits
    county       TEXT NOT NULL,                                       -- [public] its name
    hourly_cents INTEGER NOT NULL CHECK (hourly_cents > 0),           -- [public] for an hour
    UNIQUE (table_id, county_fips)
) STRICT;

-- search_client: the one search box; kept by triggers. rowid is business.id. [personal]
CREATE VIRTUAL TABLE search_client USING fts5 (
    name, people, other,
    tokenize = "unicode61 remove_diacritics 2",
    prefix = '2 3'
);

-- service: one session or other help an advisor gave. [personal]
CREATE TABLE service (
    id            INTEGER PRIMARY KEY,                       -- [internal] row key
    public_id     TEXT NOT NULL UNIQUE,                      -- [internal] address
    program_id    INTEGER NOT NULL REFERENCES program (id),  -- [internal] under which program
    business_id   INTEGER REFERENCES business (id),          -- [internal] for whom; empty for a caller not yet a client
    caller_name   TEXT,                                      -- [personal] who called, while they are no client
    caller_telephone TEXT,                                   -- [personal] their number
    account_id    INTEGER NOT NULL REFERENCES account (id),  -- [internal] the advisor
    served_on     TEXT NOT NULL,                             -- [personal] the day
    kind          TEXT NOT NULL CHECK (kind IN ('coaching', 'loans_grants', 'technology_transfer', 'space', 'certification', 'hiring_training', 'other')),  -- [personal] what it was about
    channel       TEXT NOT NULL CHECK (channel IN ('in_person', 'phone', 'video', 'text_email')),  -- [personal] how
    minutes       INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 1440),  -- [personal] contact time; none where it was only prepared or only brought up to date
    note          TEXT,                                      -- [personal] what was said, for the team
    funding_source_id INTEGER REFERENCES funding_source (id),  -- [internal] who pays for the time
    undone_at     INTEGER,                                   -- [internal] taken back within a day; stays in history
    version       INTEGER NOT NULL DEFAULT 1,                -- [internal] counts edits
    created_at    INTEGER NOT NULL,                          -- [internal] when logged
    note_level    TEXT NOT NULL DEFAULT 'team' CHECK (note_level IN ('team', 'mine')),  -- [internal] who reads the note: the team, or its author alone
    note_until_on TEXT,                                      -- [internal] the last day it is kept; empty where there is none
    note_until_why TEXT,                                     -- [personal] why that day was changed
    session_type  TEXT NOT NULL,                             -- [personal] how it is filed: a code of the official list
    topic         TEXT NOT NULL,                             -- [personal] what it is filed under: a code of the official list
    prepare_minutes INTEGER NOT NULL DEFAULT 0 CHECK (prepare_minutes BETWEEN 0 AND 1440),  -- [personal] time to prepare
    travel_minutes INTEGER NOT NULL DEFAULT 0 CHECK (travel_minutes BETWEEN 0 AND 1440),  -- [personal] time on the way
    others_present INTEGER NOT NULL DEFAULT 0 CHECK (others_present BETWEEN 0 AND 999),  -- [personal] how many were there besides people of the client
    is_reportable INTEGER NOT NULL DEFAULT 1 CHECK (is_reportable IN (0, 1)),  -- [personal] counts in what a program reports to funders
    reportable_why TEXT,                                     -- [personal] why somebody decided that, and not the program
    is_late       INTEGER NOT NULL DEFAULT 0 CHECK (is_late IN (0, 1)),  -- [internal] written down more than a week after the day
    import_id     INTEGER REFERENCES import_run (id),        -- [internal] the import that made it
    advisor_typed TEXT,                                      -- [personal] who gave it, as an imported file has it; empty where that is an account
    CHECK (business_id IS NOT NULL OR caller_name IS NOT NULL)
) STRICT;
CREATE INDEX service_business ON service (business_id, served_on);
CREATE INDEX service_program_day ON service (program_id, served_on, business_id, minutes);
CREATE INDEX service_account ON service (account_id, served_on);
CREATE INDEX service_note_until ON service (note_until_on) WHERE note_until_on IS NOT NULL;
CREATE INDEX service_import ON service (import_id) WHERE import_id IS NOT NULL;

-- service_topic: what else a service was about. [personal]
CREATE TABLE service_topic (
    id         INTEGER PRIMARY KEY,                       -- [internal] row key
    service_id INTEGER NOT NULL REFERENCES service (id),  -- [internal] which service
    topic      TEXT NOT NULL,                             -- [personal] a code of the official list
    UNIQUE (service_id, topic)
) STRICT;

-- service_language: which languages were spoken or written. [personal]
CREATE TABLE service_language (
    id         INTEGER PRIMARY KEY,                       -- [internal] row key
    service_id INTEGER NOT NULL REFERENCES service (id),  -- [internal] which service
    language   TEXT NOT NULL,                             -- [personal] a code of the official list
    UNIQUE (service_id, language)
) STRICT;

-- service_person: which people of the client were there. [personal]
CREATE TABLE service_person (
    id         INTEGER PRIMARY KEY,                       -- [internal] row key
    service_id INTEGER NOT NULL REFERENCES service (id),  -- [internal] which service
    person_id  INTEGER NOT NULL REFERENCES person (id),   -- [internal] who
    UNIQUE (service_id, person_id)
) STRICT;
CREATE INDEX service_person_person ON service_person (person_id);

-- attempt: somebody tried to meet a client, and it came to nothing. It is no service: nothing counts it as one. [personal]
CREATE TABLE attempt (
    id              INTEGER PRIMARY KEY,                        -- [internal] row key
    public_id       TEXT NOT NULL UNIQUE,                       -- [internal] address
    program_id      INTEGER NOT NULL REFERENCES program (id),   -- [internal] under which program
    business_id     INTEGER NOT NULL REFERENCES business (id),  -- [internal] whom
    account_id      INTEGER NOT NULL REFERENCES account (id),   -- [internal] the advisor
    tried_on        TEXT NOT NULL,                              -- [personal] the day
    kind            TEXT NOT NULL,                              -- [personal] what it would have been about
    channel         TEXT NOT NULL,                              -- [personal] how
    outcome         TEXT NOT NULL CHECK (outcome IN ('no_show', 'voicemail')),  -- [personal] what came of it
    prepare_minutes INTEGER NOT NULL DEFAULT 0 CHECK (prepare_minutes BETWEEN 0 AND 1440),  -- [personal] time to prepare
    travel_minutes  INTEGER NOT NULL DEFAULT 0 CHECK (travel_minutes BETWEEN 0 AND 1440),  -- [personal] time on the way
    is_late         INTEGER NOT NULL DEFAULT 0 CHECK (is_late IN (0, 1)),  -- [internal] written down more than a week after the day
    undone_at       INTEGER,                                    -- [internal] taken back within a day
    version         INTEGER NOT NULL DEFAULT 1,                 -- [internal] counts edits
    created_at      INTEGER NOT NULL                            -- [internal] when written
) STRICT;
CREATE INDEX attempt_business ON attempt (business_id, tried_on);
CREATE INDEX attempt_account ON attempt (account_id, tried_on);

-- training: what is taught to several people at once. [internal]
CREATE TABLE training (
    id            INTEGER PRIMARY KEY,                       -- [internal] row key
    public_id     TEXT NOT NULL UNIQUE,                      -- [internal] address
    program_id    INTEGER NOT NULL REFERENCES program (id),  -- [internal] under which program
    title         TEXT NOT NULL,                             -- [public] what it is called
    topic         TEXT NOT NULL,                             -- [public] a code of the official list
    format        TEXT NOT NULL,                             -- [public] a code of the official list
    minutes       INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 599999),  -- [public] all sessions together
    fee_cents     INTEGER NOT NULL DEFAULT 0 CHECK (fee_cents >= 0),  -- [public] what one person pays
    language      TEXT NOT NULL,                             -- [public] a code of the official list
    other_partner TEXT,                                      -- [public] with whom, where that is not on the official list
    sponsor       TEXT,                                      -- [public] who pays for it
    cosponsor     TEXT,                                      -- [public] who else does
    city          TEXT,                                      -- [public] where
    state         TEXT,                                      -- [public] two letters
    postal_code   TEXT,                                      -- [public] ZIP code
    country       TEXT,                                      -- [public] a code of the official list
    total         INTEGER CHECK (total BETWEEN 1 AND 100000),  -- [internal] how many came, as the organizer counted
    in_business   INTEGER CHECK (in_business >= 0),          -- [internal] how many of them are in business
    not_yet       INTEGER CHECK (not_yet >= 0),              -- [internal] how many are not yet
    counted_on    TEXT,                                      -- [internal] when that was written down
    account_id    INTEGER NOT NULL REFERENCES account (id),  -- [internal] who wrote it down
    undone_at     INTEGER,                                   -- [internal] taken back within a day
    version       INTEGER NOT NULL DEFAULT 1,                -- [internal] counts edits
    created_at    INTEGER NOT NULL,                          -- [internal] when written
    import_id     INTEGER REFERENCES import_run (id)         -- [internal] the import that made it
) STRICT;
CREATE INDEX training_program ON training (program_id);
CREATE INDEX training_import ON training (import_id) WHERE import_id IS NOT NULL;

-- training_date: the days of its sessions. [public]
CREATE TABLE training_date (
    id          INTEGER PRIMARY KEY,                        -- [internal] row key
    training_id INTEGER NOT NULL REFERENCES training (id),  -- [internal] which training
    on_day      TEXT NOT NULL,                              -- [public] the day
    UNIQUE (training_id, on_day)
) STRICT;

-- training_partner: with whom it is given. [public]
CREATE TABLE training_partner (
    id          INTEGER PRIMARY KEY,                        -- [internal] row key
    training_id INTEGER NOT NULL REFERENCES training (id),  -- [internal] which training
    partner     TEXT NOT NULL,                              -- [public] a code of the official list
    UNIQUE (training_id, partner)
) STRICT;

-- training_person: who of our clients came. Everybody else is only counted. [personal]
CREATE TABLE training_person (
    id          INTEGER PRIMARY KEY,                        -- [internal] row key
    training_id INTEGER NOT NULL REFERENCES training (id),  -- [internal] which training
    person_id   INTEGER NOT NULL REFERENCES person (id),    -- [internal] who
    business_id INTEGER NOT NULL REFERENCES business (id),  -- [internal] of which client
    sessions    INTEGER NOT NULL CHECK (sessions >= 1),     -- [personal] at how many sessions
    UNIQUE (training_id, person_id)
) STRICT;
CREATE INDEX training_person_person ON training_person (person_id);
CREATE INDEX training_person_business ON training_person (business_id);

-- training_heads: how many people said what on a sign-in sheet without names, by the groups of form 888. Written, counted, never shown. [firewalled]
CREATE TABLE training_heads (
    id          INTEGER PRIMARY KEY,                               -- [internal] row key
    training_id INTEGER NOT NULL UNIQUE REFERENCES training (id),  -- [internal] which training
    key_id      TEXT NOT NULL,                                     -- [internal] which wrapping key
    nonce       BLOB NOT NULL,                                     -- [internal] nonce of the encryption
    sealed      BLOB NOT NULL,                                     -- [firewalled] the counts
    counted_on  TEXT NOT NULL,                                     -- [internal] when they were written down
    account_id  INTEGER NOT NULL REFERENCES account (id)           -- [internal] who did
) STRICT;

-- survey_round: a time in which workers are asked without a name, by a poster with a code to scan. Where they work is not asked and not known. [internal]
CREATE TABLE survey_round (
    id            INTEGER PRIMARY KEY,                       -- [internal] row key
    public_id     TEXT NOT NULL UNIQUE,                      -- [internal] address
    program_id    INTEGER NOT NULL REFERENCES program (id),  -- [internal] which program asks
    account_id    INTEGER NOT NULL REFERENCES account (id),  -- [internal] who opened it
    title         TEXT NOT NULL,                             -- [public] what staff and reports call it
    from_on       TEXT NOT NULL,                             -- [public] first day
    until_on      TEXT NOT NULL CHECK (until_on >= from_on), -- [public] last day
    most          INTEGER NOT NULL CHECK (most BETWEEN 20 AND 2000),  -- [internal] no more answers are taken: against whoever answers for many
    threshold     INTEGER NOT NULL CHECK (threshold BETWEEN 5 AND 11),  -- [public] no count of fewer is told, as the page promised
    living_cents  INTEGER CHECK (living_cents BETWEEN 1 AND 100000),  -- [public] what an hour must pay to live on
    living_source TEXT,                                      -- [public] who says so
    closed_at     INTEGER,                                   -- [internal] no answer was taken after
    released_at   INTEGER CHECK (released_at >= closed_at),  -- [public] its totals were told, and its answers destroyed
    lapsed_at     INTEGER CHECK (released_at IS NULL OR lapsed_at IS NULL),  -- [public] its answers were destroyed, for nobody told its totals in time
    version       INTEGER NOT NULL DEFAULT 1,                -- [internal] counts edits
    created_at    INTEGER NOT NULL                           -- [internal] when opened
) STRICT;
CREATE INDEX survey_round_program ON survey_round (program_id, from_on);

-- survey_link: the link on the poster of a round. [internal]
CREATE TABLE survey_link (
    id              INTEGER PRIMARY KEY,                                    -- [internal] row key
    survey_round_id INTEGER NOT NULL UNIQUE REFERENCES survey_round (id),  -- [internal] of which round
    nonce           BLOB NOT NULL,                                          -- [internal] it is made again from this and the keyring
    token_hash      BLOB NOT NULL UNIQUE                                    -- [internal] SHA-256 of it
) STRICT;

-- survey_urn: all answers of a round together under one seal, sorted and of one length, so that no row, order or size tells of one of them. Gone once the totals are told. [firewalled]
CREATE TABLE survey_urn (
    id              INTEGER PRIMARY KEY,                                    -- [internal] row key
    survey_round_id INTEGER NOT NULL UNIQUE REFERENCES survey_round (id),  -- [internal] of which round
    key_id          TEXT NOT NULL,                                          -- [internal] which wrapping key
    nonce           BLOB NOT NULL,                                          -- [internal] nonce of the encryption
    sealed          BLOB NOT NULL                                           -- [firewalled] the answers
) STRICT;

-- survey_count: what was told of each line that is counted of a round. Never changed. [internal]
CREATE TABLE survey_count (
    id              INTEGER PRIMARY KEY,                             -- [internal] row key
    survey_round_id INTEGER NOT NULL REFERENCES survey_round (id),  -- [internal] of which round
    line            TEXT NOT NULL,                                   -- [public] table, row and column
    wanted          TEXT NOT NULL,                                   -- [public] whom it counts
    told            INTEGER CHECK (told >= 0),                       -- [public] how many; empty where it stays unknown
    UNIQUE (survey_round_id, line)
) STRICT;

-- survey_file: the figures of a round as files, made with them. Never changed. [internal]
CREATE TABLE survey_file (
    id              INTEGER PRIMARY KEY,                             -- [internal] row key
    survey_round_id INTEGER NOT NULL REFERENCES survey_round (id),  -- [internal] of which round
    form            TEXT NOT NULL,                                   -- [internal] csv or json
    bytes           BLOB NOT NULL,                                   -- [public] the file
    hash            TEXT NOT NULL,                                   -- [public] SHA-256 of it
    UNIQUE (survey_round_id, form)
) STRICT;

-- outreach: what a program did to be found by people it did not know yet. Whom it met is only counted. [internal]
CREATE TABLE outreach (
    id              INTEGER PRIMARY KEY,                       -- [internal] row key
    public_id       TEXT NOT NULL UNIQUE,                      -- [internal] address
    program_id      INTEGER NOT NULL REFERENCES program (id),  -- [internal] for which program
    account_id      INTEGER NOT NULL REFERENCES account (id),  -- [internal] who wrote it down
    kind            TEXT NOT NULL CHECK (kind IN ('event', 'door_knock', 'community_group', 'calls', 'media')),  -- [public] how people were met
    title           TEXT NOT NULL,                             -- [public] what it was
    on_day          TEXT NOT NULL,                             -- [public] the day
    place           TEXT NOT NULL,                             -- [public] the neighborhood, as people call it
    community_group TEXT,                                      -- [public] with which group
    language        TEXT NOT NULL,                             -- [public] a code of the official list
    reached         INTEGER NOT NULL CHECK (reached BETWEEN 0 AND 1000000),  -- [public] how many people were spoken to
    contacts        INTEGER NOT NULL CHECK (contacts BETWEEN 0 AND reached),  -- [public] how many left a way to reach them
    undone_at       INTEGER,                                   -- [internal] taken back within a day
    version         INTEGER NOT NULL DEFAULT 1,                -- [internal] counts edits
    created_at      INTEGER NOT NULL                           -- [internal] when written
) STRICT;
CREATE INDEX outreach_program ON outreach (program_id, on_day);

-- outreach_client: which client first heard of us there. One client came of one outreach at most. [personal]
CREATE TABLE outreach_client (
    id          INTEGER PRIMARY KEY,                              -- [internal] row key
    outreach_id INTEGER NOT NULL REFERENCES outreach (id),        -- [internal] of which outreach
    business_id INTEGER NOT NULL UNIQUE REFERENCES business (id)  -- [internal] who
) STRICT;
CREATE INDEX outreach_client_outreach ON outreach_client (outreach_id);

-- program_service: what a program files a kind of service under, unless somebody says otherwise. [internal]
CREATE TABLE program_service (
    id            INTEGER PRIMARY KEY,                       -- [internal] row key
    program_id    INTEGER NOT NULL REFERENCES program (id),  -- [internal] which program
    kind          TEXT NOT NULL,                             -- [public] what was done
    topic         TEXT NOT NULL,                             -- [public] a code of the official list
    is_reportable INTEGER NOT NULL CHECK (is_reportable IN (0, 1)),  -- [public] counts in what it reports to funders
    UNIQUE (program_id, kind)
) STRICT;

-- program_language: in which languages a program works with whoever did not choose one. [internal]
CREATE TABLE program_language (
    id         INTEGER PRIMARY KEY,                       -- [internal] row key
    program_id INTEGER NOT NULL REFERENCES program (id),  -- [internal] which program
    language   TEXT NOT NULL,                             -- [public] a code of the official list
    UNIQUE (program_id, language)
) STRICT;

-- note: a free text about a client that belongs to no service. It has readers and an end. [personal]
CREATE TABLE note (
    id          INTEGER PRIMARY KEY,                        -- [internal] row key
    public_id   TEXT NOT NULL UNIQUE,                       -- [internal] address
    program_id  INTEGER NOT NULL REFERENCES program (id),   -- [internal] under which program
    business_id INTEGER NOT NULL REFERENCES business (id),  -- [internal] about whom
    account_id  INTEGER NOT NULL REFERENCES account (id),   -- [internal] who wrote it
    level       TEXT NOT NULL CHECK (level IN ('team', 'mine')),  -- [internal] who reads it: the team, or its author alone
    body        TEXT NOT NULL,                              -- [personal] what was written
    until_on    TEXT NOT NULL,                              -- [internal] the last day it is kept
    until_why   TEXT,                                       -- [personal] why that day was changed
    changed_at  INTEGER,                                    -- [internal] when the words were last changed
    undone_at   INTEGER,                                    -- [internal] taken back within a day; deleted a day later
    version     INTEGER NOT NULL DEFAULT 1,                 -- [internal] counts edits
    created_at  INTEGER NOT NULL                            -- [internal] when written
) STRICT;
CREATE INDEX note_business ON note (business_id, created_at);
CREATE INDEX note_until ON note (until_on);
CREATE INDEX note_undone ON note (undone_at) WHERE undone_at IS NOT NULL;

-- note_text: what a note said before it was changed later than a day after it was written. [personal]
CREATE TABLE note_text (
    id      INTEGER PRIMARY KEY,                    -- [internal] row key
    note_id INTEGER NOT NULL REFERENCES note (id),  -- [internal] which note
    body    TEXT NOT NULL,                          -- [personal] what it said
    at      INTEGER NOT NULL                        -- [internal] until when
) STRICT;
CREATE INDEX note_text_note ON note_text (note_id);

-- follow_up: something an advisor promised to do. [personal]
CREATE TABLE follow_up (
    id          INTEGER PRIMARY KEY,                       -- [internal] row key
    public_id   TEXT NOT NULL UNIQUE,                      -- [internal] address
    program_id  INTEGER NOT NULL REFERENCES program (id),  -- [internal] under which program
    business_id INTEGER NOT NULL REFERENCES business (id), -- [internal] about whom
    service_id  INTEGER REFERENCES service (id),           -- [internal] the service that called for it
    account_id  INTEGER NOT NULL REFERENCES account (id),  -- [internal] whose promise
    title       TEXT NOT NULL,                             -- [personal] what to do
    due_on      TEXT NOT NULL,                             -- [personal] by when
    done_at     INTEGER,                                   -- [internal] when done
    dropped_at  INTEGER,                                   -- [internal] when taken back with its service
    version     INTEGER NOT NULL DEFAULT 1,                -- [internal] counts edits
    created_at  INTEGER NOT NULL                           -- [internal] when promised
) STRICT;
CREATE INDEX follow_up_account ON follow_up (account_id, due_on);
CREATE INDEX follow_up_business ON follow_up (business_id, due_on);

-- partner: an organization that answers referrals. [public]
CREATE TABLE partner (
    id         INTEGER PRIMARY KEY,                       -- [internal] row key
    public_id  TEXT NOT NULL UNIQUE,                      -- [internal] address
    program_id INTEGER NOT NULL REFERENCES program (id),  -- [internal] whose directory it stands in
    name       TEXT NOT NULL,                             -- [public] as it calls itself
    about      TEXT,                                      -- [public] what it offers, in plain words
    telephone  TEXT,                                      -- [public] main number
    closed_at  INTEGER,                                   -- [internal] no longer referred to
    version    INTEGER NOT NULL DEFAULT 1,                -- [internal] counts edits
    created_at INTEGER NOT NULL,                          -- [internal] when listed
    website    TEXT,                                      -- [public] its own pages
    email      TEXT,                                      -- [public] its own mailbox, nobody's in particular
    import_id  INTEGER REFERENCES import_run (id),        -- [internal] the file it came from
    UNIQUE (program_id, name)
) STRICT;

-- partner_type: what sort of organization a partner is. [public]
CREATE TABLE partner_type (
    id         INTEGER PRIMARY KEY,                       -- [internal] row key
    partner_id INTEGER NOT NULL REFERENCES partner (id),  -- [internal] who
    type       TEXT NOT NULL CHECK (type IN ('landlord', 'mission_landlord', 'lender', 'lab', 'university', 'trainer', 'advocate', 'community_group', 'incubator', 'public_agency', 'business_services', 'other')),  -- [public] what sort
    UNIQUE (partner_id, type)
) STRICT;

-- partner_service: something a partner offers at one place, in the words of Open Referral HSDS; a second place is a second row. [public]
CREATE TABLE partner_service (
    id                  INTEGER PRIMARY KEY,                       -- [internal] row key
    public_id           TEXT NOT NULL UNIQUE,                      -- [internal] address
    partner_id          INTEGER NOT NULL REFERENCES partner (id),  -- [internal] who offers it
    name                TEXT NOT NULL,                             -- [public] as it is called
    kind                TEXT NOT NULL CHECK (kind IN ('business_development', 'technology_transfer', 'real_estate', 'workforce', 'entrepreneurship')),  -- [public] the kind of referral it answers
    status              TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'inactive', 'temporarily_closed', 'defunct')),  -- [public] whether it is offered
    about               TEXT,                                      -- [public] what it is
    application_process TEXT,                                      -- [public] how to ask for it
    eligibility         TEXT,                                      -- [public] for whom
    fees                TEXT,                                      -- [public] what it costs, in words
    is_free             INTEGER CHECK (is_free IN (0, 1)),         -- [public] whether it costs nothing; empty where nobody knows
    wait_time           TEXT,                                      -- [public] how long it takes, in words
    schedule            TEXT,                                      -- [public] when, in words
    alert               TEXT,                                      -- [public] what one must know first
    location_name       TEXT,                                      -- [public] the place as it is called
    street              TEXT,                                      -- [public] street
    city                TEXT,                                      -- [public] city
    postal_code         TEXT,                                      -- [public] postal code
    latitude            REAL,                                      -- [public] degrees north
    longitude           REAL,                                      -- [public] degrees east
    checked_on          TEXT,                                      -- [internal] when somebody last made sure that this is true
    checked_by          TEXT,                                      -- [internal] opaque id of who did, or who imported it
    capacity            TEXT NOT NULL DEFAULT 'open' CHECK (capacity IN ('open', 'waitlist', 'full')),  -- [internal] whether it takes anybody now
    full_until_on       TEXT,                                      -- [internal] the last day on which it is full or has a waitlist, if that is known
    capacity_at         INTEGER,                                   -- [internal] when that was said
    capacity_by         TEXT,                                      -- [internal] opaque id of who said it
    import_id           INTEGER REFERENCES import_run (id),        -- [internal] the file it came from
    version             INTEGER NOT NULL DEFAULT 1,                -- [internal] counts edits
    created_at          INTEGER NOT NULL                           -- [internal] when listed
) STRICT;
CREATE INDEX partner_service_partner ON partner_service (partner_id);

-- partner_service_item: the lists of a service: languages, papers to bring, areas it serves. [public]
CREATE TABLE partner_service_item (
    id         INTEGER PRIMARY KEY,                               -- [internal] row key
    service_id INTEGER NOT NULL REFERENCES partner_service (id),  -- [internal] which service
    list       TEXT NOT NULL CHECK (list IN ('language', 'document', 'area')),  -- [internal] which list
    word       TEXT NOT NULL,                                     -- [public] code of a language; a paper or an area in words
    UNIQUE (service_id, list, word)
) STRICT;

-- partner_closure: days on which a partner told us it does not work. Its clock stands still then. [public]
CREATE TABLE partner_closure (
    id           INTEGER PRIMARY KEY,                       -- [internal] row key
    public_id    TEXT NOT NULL UNIQUE,                      -- [internal] address
    partner_id   INTEGER NOT NULL REFERENCES partner (id),  -- [internal] who
    from_on      TEXT NOT NULL,                             -- [public] first day
    to_on        TEXT NOT NULL,                             -- [public] last day
    reason       TEXT NOT NULL,                             -- [public] why, in words
    announced_at INTEGER NOT NULL,                          -- [internal] when we were told
    announced_by TEXT NOT NULL,                             -- [internal] opaque id of who wrote it down
    withdrawn_at INTEGER                                    -- [internal] when it was taken back
) STRICT;
CREATE INDEX partner_closure_partner ON partner_closure (partner_id);

-- partner_kind: which kinds of referral a partner takes. [public]
CREATE TABLE partner_kind (
    id         INTEGER PRIMARY KEY,                       -- [internal] row key
    partner_id INTEGER NOT NULL REFERENCES partner (id),  -- [internal] who
    kind       TEXT NOT NULL CHECK (kind IN ('business_development', 'technology_transfer', 'real_estate', 'workforce', 'entrepreneurship')),  -- [public] what
    UNIQUE (partner_id, kind)
) STRICT;

-- partner_contact: the person at a partner who answers. [personal]
CREATE TABLE partner_contact (
    id         INTEGER PRIMARY KEY,                       -- [internal] row key
    public_id  TEXT NOT NULL UNIQUE,                      -- [internal] address
    partner_id INTEGER NOT NULL REFERENCES partner (id),  -- [internal] where they work
    name       TEXT NOT NULL,                             -- [personal] who
    email      TEXT,                                      -- [personal] where the link goes
    telephone  TEXT,                                      -- [personal] whom to call
    closed_at  INTEGER,                                   -- [internal] no longer there
    import_id  INTEGER REFERENCES import_run (id)         -- [internal] the file they came from
) STRICT;
CREATE INDEX partner_contact_partner ON partner_contact (partner_id);

-- partner_account: a contact who may sign in for the partner, by a code mailed to their address. No password. [personal]
CREATE TABLE partner_account (
    id           INTEGER PRIMARY KEY,                               -- [internal] row key
    public_id    TEXT NOT NULL UNIQUE,                              -- [internal] address
    contact_id   INTEGER NOT NULL REFERENCES partner_contact (id),  -- [personal] whose
    given_by     TEXT NOT NULL,                                     -- [internal] opaque id of who gave it
    given_at     INTEGER NOT NULL,                                  -- [internal] since when
    last_used_at INTEGER,                                           -- [personal] when they last signed in
    ended_by     TEXT,                                              -- [internal] opaque id of who ended it
    ended_at     INTEGER                                            -- [internal] opens nothing any more
) STRICT;
CREATE UNIQUE INDEX partner_account_live ON partner_account (contact_id) WHERE ended_at IS NULL;

-- referral: a client's need handed to a partner. Status is derived from the events and kept here in the same commit. [personal]
CREATE TABLE referral (
    id           INTEGER PRIMARY KEY,                        -- [internal] row key
    public_id    TEXT NOT NULL UNIQUE,                       -- [internal] address
    number       INTEGER NOT NULL UNIQUE,                    -- [internal] label R-1187; never a key
    program_id   INTEGER NOT NULL REFERENCES program (id),   -- [internal] under which program
    business_id  INTEGER NOT NULL REFERENCES business (id),  -- [internal] for whom
    kind         TEXT NOT NULL CHECK (kind IN ('business_development', 'technology_transfer', 'real_estate', 'workforce', 'entrepreneurship')),  -- [personal] what kind of help
    partner_id   INTEGER REFERENCES partner (id),            -- [internal] whom we ask; empty while being prepared
    contact_id   INTEGER REFERENCES partner_contact (id),    -- [internal] who there
    advisor_id   INTEGER NOT NULL REFERENCES account (id),   -- [internal] who looks after it
    need         TEXT NOT NULL,                              -- [personal] the need, written for sharing
    urgency      TEXT NOT NULL CHECK (urgency IN ('this_week', 'this_month', 'this_quarter', 'no_rush')),  -- [personal] by when
    origin       TEXT NOT NULL CHECK (origin IN ('advisor', 'self_request', 'inbound_partner', 're_referral')),  -- [internal] who asked
    replaces_id  INTEGER REFERENCES referral (id),           -- [internal] the referral this one follows
    status       TEXT NOT NULL CHECK (status IN ('draft', 'requested', 'received', 'accepted', 'rejected', 'in-progress', 'on-hold', 'completed', 'failed', 'cancelled', 'entered-in-error')),  -- [personal] derived
    stage        TEXT,                                       -- [personal] where inside the status
    reason_code  TEXT,                                       -- [personal] why it stopped or pauses
    outcome_code TEXT,                                       -- [personal] what the partner says came of it
    sent_at      INTEGER,                                    -- [internal] when sent
    opened_at    INTEGER,                                    -- [internal] when the partner first opened it
    decided_at   INTEGER,                                    -- [internal] when the partner said yes or no
    ended_at     INTEGER,                                    -- [internal] when it ended
    next_step_at INTEGER,                                    -- [internal] when the step after the end was recorded
    waiting_on   TEXT NOT NULL DEFAULT 'advisor' CHECK (waiting_on IN ('advisor', 'partner', 'entrepreneur', 'third_party', 'nobody')),  -- [internal] who has the next move; derived
    due_on       TEXT,                                       -- [personal] by when somebody has to move
    version      INTEGER NOT NULL DEFAULT 1,                 -- [internal] counts events, and changes of a draft
    created_at   INTEGER NOT NULL,                           -- [internal] when prepared
    asked_together TEXT,                                     -- [internal] the same word in referrals that put one need to several partners at once
    trainee_id   INTEGER REFERENCES person (id)              -- [personal] the person to be trained, if it is for one
) STRICT;
CREATE INDEX referral_together ON referral (asked_together);
CREATE INDEX referral_trainee ON referral (trainee_id);
CREATE INDEX referral_business ON referral (business_id);
CREATE INDEX referral_program_status ON referral (program_id, status, due_on);
CREATE INDEX referral_partner ON referral (partner_id, sent_at);
CREATE INDEX referral_advisor ON referral (advisor_id, status);

-- referral_event: what happened to a referral, append-only. This is the record. [personal]
CREATE TABLE referral_event (
    id            INTEGER PRIMARY KEY,                        -- [internal] row key
    referral_id   INTEGER NOT NULL REFERENCES referral (id),  -- [internal] to what
    seq           INTEGER NOT NULL,                           -- [internal] 1, 2, 3 without gaps
    event         TEXT NOT NULL CHECK (event IN ('create', 'request_consent', 'give_consent', 'refuse_consent', 'send', 'undo_send', 'discard', 'acknowledge', 'accept', 'reject', 'ask_information', 'provide_information', 'withdraw', 'recall', 'auto_recall', 'start', 'progress', 'hold', 'resume', 'complete', 'fail', 'undo_last', 'confirm', 'reopen', 'record_next_step', 're_refer', 'consent_lapses', 'mark_error')),  -- [personal] what
    from_status   TEXT,                                       -- [personal] before; empty for the first
    to_status     TEXT NOT NULL,                              -- [personal] after
    stage         TEXT,                                       -- [personal] stage from here on
    reason_code   TEXT,                                       -- [personal] why
    outcome_code  TEXT,                                       -- [personal] what came of it
    facts         TEXT NOT NULL,                              -- [personal] what had to be recorded, as JSON
    told          TEXT,                                       -- [personal] the sentence the entrepreneur was given
    party         TEXT NOT NULL CHECK (party IN ('advisor', 'manager', 'partner', 'entrepreneur', 'system', 'on_behalf')),  -- [internal] in what capacity
    account_id    INTEGER REFERENCES account (id),            -- [internal] the member of staff, if one
    contact_id    INTEGER REFERENCES partner_contact (id),    -- [internal] the partner's contact the link was issued to
    asserted_name TEXT,                                       -- [personal] the name given at the partner's
    source        TEXT CHECK (source IN ('call', 'email', 'letter', 'visit')),  -- [internal] how the word reached us, on behalf of others
    channel       TEXT NOT NULL CHECK (channel IN ('account', 'link', 'on_behalf', 'system')),  -- [internal] by which way
    partner_id    INTEGER REFERENCES partner (id),            -- [internal] the partner at that moment, so past periods do not move
    at            INTEGER NOT NULL,                           -- [internal] when it took place
    import_id     INTEGER REFERENCES import_run (id),         -- [internal] the file that told it; it was recorded when that was read
    UNIQUE (referral_id, seq)
) STRICT;
CREATE INDEX referral_event_import ON referral_event (import_id) WHERE import_id IS NOT NULL;
CREATE TRIGGER referral_event_is_append_only_update BEFORE UPDATE ON referral_event
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE is_under_way = 1)
  OR new.id <> old.id OR new.referral_id <> old.referral_id OR new.seq <> old.seq OR new.event <> old.event
  OR new.to_status <> old.to_status OR new.at <> old.at OR new.party <> old.party
BEGIN
    SELECT RAISE(ABORT, 'referral events are never changed');
END;
CREATE TRIGGER referral_event_is_append_only_delete BEFORE DELETE ON referral_event
WHEN NOT EXISTS (SELECT 1 FROM import_run WHERE import_run.id = old.import_id AND import_run.undone_at IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'referral events are never deleted');
END;

-- referral_need: one typed answer of a kind's sheet, while the referral is prepared. A copy goes into the event at sending. [personal]
CREATE TABLE referral_need (
    id          INTEGER PRIMARY KEY,                        -- [internal] row key
    referral_id INTEGER NOT NULL REFERENCES referral (id),  -- [internal] of which referral
    field       TEXT NOT NULL,                              -- [internal] the field's word; see src/referrals/needs
    value       TEXT NOT NULL,                              -- [personal] the answer: digits, a code, a date or words
    UNIQUE (referral_id, field)
) STRICT;

-- referral_secret: the confidential part of a technology referral. A partner reads it only through the gate of src/referrals/secrets. [personal]
CREATE TABLE referral_secret (
    id          INTEGER PRIMARY KEY,                               -- [internal] row key
    referral_id INTEGER NOT NULL UNIQUE REFERENCES referral (id),  -- [internal] of which referral
    words       TEXT NOT NULL,                                     -- [personal] what only a signed partner may read
    version     INTEGER NOT NULL,                                  -- [internal] counts edits
    changed_at  INTEGER NOT NULL                                   -- [internal] when last written
) STRICT;

-- non_disclosure: an agreement not to disclose, signed by a business and a partner. [personal]
CREATE TABLE non_disclosure (
    id          INTEGER PRIMARY KEY,                        -- [internal] row key
    business_id INTEGER NOT NULL REFERENCES business (id),  -- [internal] one side
    partner_id  INTEGER NOT NULL REFERENCES partner (id),   -- [internal] the other
    signed_on   TEXT NOT NULL,                              -- [personal] when both had signed
    until_on    TEXT NOT NULL,                              -- [personal] last day it holds
    by_client   TEXT NOT NULL,                              -- [personal] who signed for the business
    by_partner  TEXT NOT NULL,                              -- [personal] who signed for the partner
    document    TEXT NOT NULL,                              -- [personal] where the signed paper is
    account_id  INTEGER NOT NULL REFERENCES account (id),   -- [internal] who recorded it
    recorded_at INTEGER NOT NULL,                           -- [internal] when
    ended_at    INTEGER,                                    -- [internal] when it was ended before its last day
    CHECK (until_on >= signed_on)
) STRICT;
CREATE INDEX non_disclosure_sides ON non_disclosure (business_id, partner_id);

-- secret_opening: each time a partner read a confidential part. The client sees how often. [personal]
CREATE TABLE secret_opening (
    id            INTEGER PRIMARY KEY,                        -- [internal] row key
    referral_id   INTEGER NOT NULL REFERENCES referral (id),  -- [internal] of which referral
    contact_id    INTEGER REFERENCES partner_contact (id),    -- [internal] the contact the link was issued to
    asserted_name TEXT NOT NULL,                              -- [personal] the name given
    at            INTEGER NOT NULL                            -- [internal] when
) STRICT;
CREATE INDEX secret_opening_referral ON secret_opening (referral_id);

-- consent: a yes to share, for one referral, one purpose and one partner. [personal]
CREATE TABLE consent (
    id           INTEGER PRIMARY KEY,                        -- [internal] row key
    referral_id  INTEGER NOT NULL REFERENCES referral (id),  -- [internal] for what
    partner_id   INTEGER NOT NULL REFERENCES partner (id),   -- [internal] with whom
    method       TEXT NOT NULL CHECK (method IN ('spoken', 'paper', 'link')),  -- [personal] how the yes was given
    witness_id   INTEGER REFERENCES account (id),            -- [internal] who heard a spoken yes
    text_shown   TEXT NOT NULL,                              -- [personal] the words that were read out or shown
    by_name      INTEGER NOT NULL DEFAULT 0 CHECK (by_name IN (0, 1)),  -- [personal] introduce me by name at once
    granted_at   INTEGER NOT NULL,                           -- [internal] when
    expires_on   TEXT NOT NULL,                              -- [personal] until when at most
    ended_at     INTEGER,                                    -- [internal] when it was taken back or lapsed
    warned_days  INTEGER,                                    -- [internal] the last warning of its end: so many days before
    language     TEXT NOT NULL DEFAULT 'en',                 -- [personal] tag of the language they were read out or shown in
    english      TEXT                                        -- [personal] the same in English, where it was another language
) STRICT;
CREATE INDEX consent_referral ON consent (referral_id);

-- consent_field: one thing the yes covers. [personal]
CREATE TABLE consent_field (
    id         INTEGER PRIMARY KEY,                       -- [internal] row key
    consent_id INTEGER NOT NULL REFERENCES consent (id),  -- [internal] which yes
    field      TEXT NOT NULL CHECK (field IN ('business_name', 'contact_name', 'telephone', 'email', 'address', 'product', 'workers', 'years_in_business')),  -- [personal] what
    UNIQUE (consent_id, field)
) STRICT;

-- site: a unit that a landlord lets. What is empty is not known. [internal]
CREATE TABLE site (
    id INTEGER PRIMARY KEY,  -- [internal] row key
    public_id TEXT NOT NULL UNIQUE,  -- [internal] address
    partner_id INTEGER NOT NULL REFERENCES partner (id),  -- [internal] the landlord
    name TEXT NOT NULL,  -- [internal] building and unit, as people call it
    status TEXT NOT NULL DEFAULT 'available' CHECK (status IN ('available', 'let', 'gone', 'off_market')),  -- [internal] where it stands
    checked_on TEXT,  -- [internal] when somebody last said that this is so
    area_sq_ft INTEGER CHECK (area_sq_ft >= 0),  -- [internal] floor area
    office_sq_ft INTEGER CHECK (office_sq_ft >= 0),  -- [internal] office
    production_sq_ft INTEGER CHECK (production_sq_ft >= 0),  -- [internal] production
    storage_sq_ft INTEGER CHECK (storage_sq_ft >= 0),  -- [internal] storage
    rent_cents INTEGER CHECK (rent_cents >= 0),  -- [internal] rent asked, in cents
    rent_unit TEXT CHECK (rent_unit IN ('sq_ft_year', 'sq_ft_month', 'month')),  -- [internal] rent counted in
    rent_basis TEXT CHECK (rent_basis IN ('gross', 'modified_gross', 'nnn', 'industrial_gross')),  -- [internal] rent covers
    nnn_cents INTEGER CHECK (nnn_cents >= 0),  -- [internal] taxes, insurance and upkeep, in cents
    available_on TEXT,  -- [internal] free from, plain date
    term_years INTEGER CHECK (term_years >= 0),  -- [internal] lease term
    tenure TEXT CHECK (tenure IN ('lease', 'sublease', 'shared', 'buy', 'co_op')),  -- [internal] how it is held
    deposit_months INTEGER CHECK (deposit_months >= 0),  -- [internal] deposit, months of rent
    needs_guarantee INTEGER CHECK (needs_guarantee IN (0, 1)),  -- [internal] A personal guarantee is needed
    covenant TEXT,  -- [internal] covenant that restricts use or rent
    address TEXT,  -- [internal] address
    parcel TEXT,  -- [internal] tax lot (BBL or APN)
    neighborhood TEXT,  -- [internal] neighborhood or zone
    latitude INTEGER,  -- [internal] latitude, in millionths of a degree
    longitude INTEGER,  -- [internal] longitude, in millionths of a degree
    building_owner TEXT,  -- [internal] who owns the building
    manager TEXT,  -- [internal] who manages it
    is_mission_driven INTEGER CHECK (is_mission_driven IN (0, 1)),  -- [internal] held for makers
    zoning TEXT,  -- [internal] zoning district
    use_group TEXT,  -- [internal] use group
    floor_number INTEGER CHECK (floor_number >= 0),  -- [internal] floor (1 is the ground floor)
    clear_height INTEGER CHECK (clear_height >= 0),  -- [internal] clear height, in inches
    floor_load_psf INTEGER CHECK (floor_load_psf >= 0),  -- [internal] floor load
    column_spacing INTEGER CHECK (column_spacing >= 0),  -- [internal] column spacing, in inches
    crane_tons INTEGER CHECK (crane_tons >= 0),  -- [internal] crane
    power_amps INTEGER CHECK (power_amps >= 0),  -- [internal] power
    power_phase TEXT CHECK (power_phase IN ('single', 'three')),  -- [internal] type of power
    power_volts TEXT CHECK (power_volts IN ('120/208', '120/240', '277/480', '347/600')),  -- [internal] volts
    gas_btu_h INTEGER CHECK (gas_btu_h >= 0),  -- [internal] gas
    water_gpm INTEGER CHECK (water_gpm >= 0),  -- [internal] water
    has_floor_drain INTEGER CHECK (has_floor_drain IN (0, 1)),  -- [internal] floor drains
    has_grease_interceptor INTEGER CHECK (has_grease_interceptor IN (0, 1)),  -- [internal] grease interceptor
    has_compressed_air INTEGER CHECK (has_compressed_air IN (0, 1)),  -- [internal] compressed air
    has_hvac INTEGER CHECK (has_hvac IN (0, 1)),  -- [internal] heating and cooling
    has_exhaust INTEGER CHECK (has_exhaust IN (0, 1)),  -- [internal] process exhaust
    has_spray_booth INTEGER CHECK (has_spray_booth IN (0, 1)),  -- [internal] spray booth
    has_dust_collection INTEGER CHECK (has_dust_collection IN (0, 1)),  -- [internal] dust collection
    has_sprinkler INTEGER CHECK (has_sprinkler IN (0, 1)),  -- [internal] sprinklers
    dock_count INTEGER CHECK (dock_count >= 0),  -- [internal] loading docks
    drive_in_count INTEGER CHECK (drive_in_count >= 0),  -- [internal] drive-in doors
    door_width INTEGER CHECK (door_width >= 0),  -- [internal] drive-in door, width, in inches
    door_height INTEGER CHECK (door_height >= 0),  -- [internal] drive-in door, height, in inches
    freight_elevator_lb INTEGER CHECK (freight_elevator_lb >= 0),  -- [internal] freight elevator
    truck_size TEXT CHECK (truck_size IN ('box', 'forty', 'fifty_three')),  -- [internal] largest truck
    truck_court INTEGER CHECK (truck_court >= 0),  -- [internal] truck court, depth, in inches
    air_permit_possible INTEGER CHECK (air_permit_possible IN (0, 1)),  -- [internal] air permit possible
    allows_hazmat INTEGER CHECK (allows_hazmat IN (0, 1)),  -- [internal] hazardous material allowed
    allows_noise INTEGER CHECK (allows_noise IN (0, 1)),  -- [internal] noise allowed
    allows_odor INTEGER CHECK (allows_odor IN (0, 1)),  -- [internal] odor allowed
    allows_all_hours INTEGER CHECK (allows_all_hours IN (0, 1)),  -- [internal] open nights
    certifications TEXT,  -- [internal] certified for, parted by commas
    near_transit INTEGER CHECK (near_transit IN (0, 1)),  -- [internal] near transit for workers
    is_accessible INTEGER CHECK (is_accessible IN (0, 1)),  -- [internal] accessible by wheelchair
    parking_spaces INTEGER CHECK (parking_spaces >= 0),  -- [internal] parking
    has_outdoor_storage INTEGER CHECK (has_outdoor_storage IN (0, 1)),  -- [internal] storage outdoors
    import_id INTEGER REFERENCES import_run (id),  -- [internal] the import that made it
    version INTEGER NOT NULL DEFAULT 1,  -- [internal] counts edits
    created_at INTEGER NOT NULL,  -- [internal] when listed
    let_by_referral_id INTEGER REFERENCES referral (id),  -- [internal] the referral whose lease let it
    UNIQUE (partner_id, name)
) STRICT;
CREATE INDEX site_import ON site (import_id);
CREATE INDEX site_lease ON site (let_by_referral_id) WHERE let_by_referral_id IS NOT NULL;

-- space_need: what a business needs of a unit. What is empty was not asked for. [personal]
CREATE TABLE space_need (
    id INTEGER PRIMARY KEY,  -- [internal] row key
    public_id TEXT NOT NULL UNIQUE,  -- [internal] address
    program_id INTEGER NOT NULL REFERENCES program (id),  -- [internal] under which program
    business_id INTEGER NOT NULL REFERENCES business (id),  -- [internal] who needs it
    reason TEXT CHECK (reason IN ('new', 'expand', 'displaced', 'lease_ending', 'consolidate', 'buy')),  -- [personal] why they look
    use_words TEXT,  -- [personal] what happens there
    use_naics TEXT,  -- [personal] industry code (NAICS)
    min_sq_ft INTEGER CHECK (min_sq_ft >= 0),  -- [personal] smallest floor area
    max_sq_ft INTEGER CHECK (max_sq_ft >= 0),  -- [personal] largest floor area
    office_sq_ft INTEGER CHECK (office_sq_ft >= 0),  -- [personal] office
    production_sq_ft INTEGER CHECK (production_sq_ft >= 0),  -- [personal] production
    storage_sq_ft INTEGER CHECK (storage_sq_ft >= 0),  -- [personal] storage
    pay_cents INTEGER CHECK (pay_cents >= 0),  -- [personal] most they can pay, in cents
    pay_unit TEXT CHECK (pay_unit IN ('sq_ft_year', 'sq_ft_month', 'month')),  -- [personal] counted in
    pay_basis TEXT CHECK (pay_basis IN ('gross', 'modified_gross', 'nnn', 'industrial_gross')),  -- [personal] covering
    nnn_cents INTEGER CHECK (nnn_cents >= 0),  -- [personal] taxes, insurance and upkeep, in cents
    move_by TEXT,  -- [personal] move by, plain date
    is_date_hard INTEGER CHECK (is_date_hard IN (0, 1)),  -- [personal] they must be out by then
    term_years INTEGER CHECK (term_years >= 0),  -- [personal] lease term
    option_years INTEGER CHECK (option_years >= 0),  -- [personal] with an option for
    tenure TEXT CHECK (tenure IN ('lease', 'sublease', 'shared', 'buy', 'co_op')),  -- [personal] how it is held
    deposit_months INTEGER CHECK (deposit_months >= 0),  -- [personal] deposit, months of rent
    gives_guarantee INTEGER CHECK (gives_guarantee IN (0, 1)),  -- [personal] they can sign a personal guarantee
    areas_wanted TEXT,  -- [personal] where, parted by commas
    zoning_wanted TEXT,  -- [personal] zoning that allows the work, parted by commas
    use_group TEXT,  -- [personal] use group
    floor_wanted TEXT CHECK (floor_wanted IN ('ground', 'freight', 'any')),  -- [personal] which floor
    clear_height INTEGER CHECK (clear_height >= 0),  -- [personal] clear height, in inches
    floor_load_psf INTEGER CHECK (floor_load_psf >= 0),  -- [personal] floor load
    column_spacing INTEGER CHECK (column_spacing >= 0),  -- [personal] column spacing, in inches
    crane_tons INTEGER CHECK (crane_tons >= 0),  -- [personal] crane
    power_amps INTEGER CHECK (power_amps >= 0),  -- [personal] power
    power_phase TEXT CHECK (power_phase IN ('single', 'three')),  -- [personal] type of power
    power_volts TEXT CHECK (power_volts IN ('120/208', '120/240', '277/480', '347/600')),  -- [personal] volts
    gas_btu_h INTEGER CHECK (gas_btu_h >= 0),  -- [personal] gas
    water_gpm INTEGER CHECK (water_gpm >= 0),  -- [personal] water
    has_floor_drain INTEGER CHECK (has_floor_drain IN (0, 1)),  -- [personal] floor drains
    has_grease_interceptor INTEGER CHECK (has_grease_interceptor IN (0, 1)),  -- [personal] grease interceptor
    has_compressed_air INTEGER CHECK (has_compressed_air IN (0, 1)),  -- [personal] compressed air
    has_hvac INTEGER CHECK (has_hvac IN (0, 1)),  -- [personal] heating and cooling
    has_exhaust INTEGER CHECK (has_exhaust IN (0, 1)),  -- [personal] process exhaust
    has_spray_booth INTEGER CHECK (has_spray_booth IN (0, 1)),  -- [personal] spray booth
    has_dust_collection INTEGER CHECK (has_dust_collection IN (0, 1)),  -- [personal] dust collection
    has_sprinkler INTEGER CHECK (has_sprinkler IN (0, 1)),  -- [personal] sprinklers
    dock_count INTEGER CHECK (dock_count >= 0),  -- [personal] loading docks
    drive_in_count INTEGER CHECK (drive_in_count >= 0),  -- [personal] drive-in doors
    door_width INTEGER CHECK (door_width >= 0),  -- [personal] drive-in door, width, in inches
    door_height INTEGER CHECK (door_height >= 0),  -- [personal] drive-in door, height, in inches
    freight_elevator_lb INTEGER CHECK (freight_elevator_lb >= 0),  -- [personal] freight elevator
    truck_size TEXT CHECK (truck_size IN ('box', 'forty', 'fifty_three')),  -- [personal] largest truck
    truck_court INTEGER CHECK (truck_court >= 0),  -- [personal] truck court, depth, in inches
    air_permit_possible INTEGER CHECK (air_permit_possible IN (0, 1)),  -- [personal] air permit possible
    allows_hazmat INTEGER CHECK (allows_hazmat IN (0, 1)),  -- [personal] hazardous material allowed
    allows_noise INTEGER CHECK (allows_noise IN (0, 1)),  -- [personal] noise allowed
    allows_odor INTEGER CHECK (allows_odor IN (0, 1)),  -- [personal] odor allowed
    allows_all_hours INTEGER CHECK (allows_all_hours IN (0, 1)),  -- [personal] open nights
    certifications TEXT,  -- [personal] certified for, parted by commas
    near_transit INTEGER CHECK (near_transit IN (0, 1)),  -- [personal] near transit for workers
    worker_zips TEXT,  -- [personal] ZIP codes of workers, parted by commas
    commute_minutes INTEGER CHECK (commute_minutes >= 0),  -- [personal] longest commute, minutes
    is_accessible INTEGER CHECK (is_accessible IN (0, 1)),  -- [personal] accessible by wheelchair
    parking_spaces INTEGER CHECK (parking_spaces >= 0),  -- [personal] parking
    has_outdoor_storage INTEGER CHECK (has_outdoor_storage IN (0, 1)),  -- [personal] storage outdoors
    jobs_now INTEGER CHECK (jobs_now >= 0),  -- [personal] jobs now
    jobs_after INTEGER CHECK (jobs_after >= 0),  -- [personal] jobs after the move
    note TEXT,  -- [personal] what else the landlord has to know
    waiting_since TEXT NOT NULL,  -- [personal] since when they look
    tell_agreed_on TEXT,  -- [personal] when they agreed to hear of vacancies
    tell_method TEXT CHECK (tell_method IN ('spoken', 'paper', 'link')),  -- [personal] how they agreed
    closed_on TEXT,  -- [personal] when nobody looked any more
    closed_reason TEXT CHECK (closed_reason IN ('met', 'no_longer_wanted')),  -- [personal] why
    version INTEGER NOT NULL DEFAULT 1,  -- [internal] counts edits
    created_at INTEGER NOT NULL,  -- [internal] when written down
    closed_by_referral_id INTEGER REFERENCES referral (id)  -- [personal] the referral whose lease met it
) STRICT;
CREATE INDEX space_need_lease ON space_need (closed_by_referral_id) WHERE closed_by_referral_id IS NOT NULL;
CREATE INDEX space_need_business ON space_need (business_id, closed_on);
CREATE INDEX space_need_program ON space_need (program_id, closed_on, waiting_since);

-- site_referral: which units a referral asks about, for which need, and what was asked and able then. [personal]
CREATE TABLE site_referral (
    id INTEGER PRIMARY KEY,  -- [internal] row key
    referral_id INTEGER NOT NULL REFERENCES referral (id),  -- [internal] the referral
    site_id INTEGER NOT NULL REFERENCES site (id),  -- [internal] the unit
    need_id INTEGER NOT NULL REFERENCES space_need (id),  -- [internal] the need
    asked_cents INTEGER,  -- [internal] rent asked, cents a month
    able_cents INTEGER,  -- [personal] what they could pay, cents a month
    UNIQUE (referral_id, site_id)
) STRICT;
CREATE INDEX site_referral_site ON site_referral (site_id);
CREATE INDEX site_referral_need ON site_referral (need_id);

-- site_check: what was said when somebody asked whether a unit is still there. Append-only. [internal]
CREATE TABLE site_check (
    id INTEGER PRIMARY KEY,  -- [internal] row key
    site_id INTEGER NOT NULL REFERENCES site (id),  -- [internal] which unit
    answer TEXT NOT NULL CHECK (answer IN ('available', 'rent_changed', 'gone')),  -- [internal] what was said
    account_id INTEGER REFERENCES account (id),  -- [internal] who noted it; empty where the landlord pressed it
    contact_id INTEGER REFERENCES partner_contact (id),  -- [internal] whose link it was
    at INTEGER NOT NULL  -- [internal] when
) STRICT;
CREATE INDEX site_check_site ON site_check (site_id, at);
CREATE TRIGGER site_check_is_append_only_update BEFORE UPDATE ON site_check
BEGIN
    SELECT RAISE(ABORT, 'what a landlord said is never changed');
END;
CREATE TRIGGER site_check_is_append_only_delete BEFORE DELETE ON site_check
BEGIN
    SELECT RAISE(ABORT, 'what a landlord said is never deleted');
END;

-- site_ask: a landlord was asked whether the units are still there. [internal]
CREATE TABLE site_ask (
    id INTEGER PRIMARY KEY,  -- [internal] row key
    partner_id INTEGER NOT NULL REFERENCES partner (id),  -- [internal] which landlord
    contact_id INTEGER NOT NULL REFERENCES partner_contact (id),  -- [internal] who there
    asked_at INTEGER NOT NULL,  -- [internal] when
    asked_on TEXT NOT NULL DEFAULT '1970-01-01',  -- [internal] on which day, by the organization's clock
    message_id INTEGER REFERENCES outbox_message (id)  -- [internal] with which notice
) STRICT;
CREATE INDEX site_ask_partner ON site_ask (partner_id, asked_at);

-- vacancy_notice: a business was told of a unit; never twice for one need and unit. [personal]
CREATE TABLE vacancy_notice (
    id INTEGER PRIMARY KEY,  -- [internal] row key
    site_id INTEGER NOT NULL REFERENCES site (id),  -- [internal] of which unit
    need_id INTEGER NOT NULL REFERENCES space_need (id),  -- [internal] for which need
    account_id INTEGER NOT NULL REFERENCES account (id),  -- [internal] who pressed it
    told_at INTEGER NOT NULL,  -- [internal] when
    UNIQUE (site_id, need_id)
) STRICT;
CREATE INDEX vacancy_notice_need ON vacancy_notice (need_id);

-- allocation_rule: how a program gives a unit that several wait for. The newest is in force; none is ever changed. [public]
CREATE TABLE allocation_rule (
    id INTEGER PRIMARY KEY,  -- [internal] row key
    program_id INTEGER NOT NULL REFERENCES program (id),  -- [internal] whose rule
    rule TEXT NOT NULL CHECK (rule IN ('wait', 'displacement', 'lottery')),  -- [public] the rule
    reason TEXT NOT NULL,  -- [public] why this one
    evidence TEXT NOT NULL,  -- [public] what that rests on
    decided_by TEXT NOT NULL,  -- [public] who decided
    decided_on TEXT NOT NULL,  -- [public] when
    account_id INTEGER NOT NULL REFERENCES account (id),  -- [internal] who wrote it down
    written_at INTEGER NOT NULL  -- [internal] when
) STRICT;
CREATE INDEX allocation_rule_program ON allocation_rule (program_id);
CREATE TRIGGER allocation_rule_is_append_only_update BEFORE UPDATE ON allocation_rule
BEGIN
    SELECT RAISE(ABORT, 'a written rule is never changed; a new one takes its place');
END;
CREATE TRIGGER allocation_rule_is_append_only_delete BEFORE DELETE ON allocation_rule
BEGIN
    SELECT RAISE(ABORT, 'a written rule is never deleted');
END;

-- allocation: a unit was given to one of several who waited: who they were, what the rule gave, and why. Append-only. [personal]
CREATE TABLE allocation (
    id INTEGER PRIMARY KEY,  -- [internal] row key
    public_id TEXT NOT NULL UNIQUE,  -- [internal] address
    site_id INTEGER NOT NULL REFERENCES site (id),  -- [internal] which unit
    rule_id INTEGER NOT NULL REFERENCES allocation_rule (id),  -- [internal] by which written rule
    seed TEXT NOT NULL,  -- [internal] of the lottery, printed
    candidates TEXT NOT NULL,  -- [personal] who waited, in the order the rule gave, as JSON
    first_need_id INTEGER NOT NULL REFERENCES space_need (id),  -- [internal] whom the rule gave it
    need_id INTEGER NOT NULL REFERENCES space_need (id),  -- [internal] who gets it
    reason TEXT NOT NULL,  -- [personal] why; a deviation from the rule says more
    account_id INTEGER NOT NULL REFERENCES account (id),  -- [internal] who decided
    at INTEGER NOT NULL  -- [internal] when
) STRICT;
CREATE INDEX allocation_site ON allocation (site_id);
CREATE TRIGGER allocation_is_append_only_update BEFORE UPDATE ON allocation
WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE is_under_way = 1) OR new.need_id <> old.need_id OR new.first_need_id <> old.first_need_id
BEGIN
    SELECT RAISE(ABORT, 'a decision about a unit is never changed');
END;
CREATE TRIGGER allocation_is_append_only_delete BEFORE DELETE ON allocation
BEGIN
    SELECT RAISE(ABORT, 'a decision about a unit is never deleted');
END;

-- partner_task: what a partner's word asks of an advisor, outside of the table of events. [personal]
CREATE TABLE partner_task (
    id          INTEGER PRIMARY KEY,                        -- [internal] row key
    referral_id INTEGER NOT NULL REFERENCES referral (id),  -- [internal] about what
    contact_id  INTEGER REFERENCES partner_contact (id),    -- [internal] whose word
    kind        TEXT NOT NULL CHECK (kind IN ('glance', 'right_contact')),  -- [internal] what is asked
    name        TEXT,                                       -- [personal] the person that was suggested
    email       TEXT,                                       -- [personal] their address
    telephone   TEXT,                                       -- [personal] their number
    created_at  INTEGER NOT NULL,                           -- [internal] when
    done_at     INTEGER,                                    -- [internal] when somebody looked
    done_by     INTEGER REFERENCES account (id),            -- [internal] who
    is_taken    INTEGER CHECK (is_taken IN (0, 1))          -- [internal] the suggestion was taken
) STRICT;
CREATE INDEX partner_task_referral ON partner_task (referral_id);

-- access_link: a private link. The token is derived from the keyring and the nonce; only its digest is kept. [internal]
CREATE TABLE access_link (
    id          INTEGER PRIMARY KEY,                      -- [internal] row key
    kind        TEXT NOT NULL CHECK (kind IN ('status', 'self_identification', 'partner', 'sites', 'question', 'outcome', 'member', 'story')),  -- [internal] what it opens
    nonce       BLOB NOT NULL,                            -- [internal] random; with the keyring it gives the token
    token_hash  BLOB NOT NULL UNIQUE,                     -- [internal] SHA-256 of the token
    referral_id INTEGER REFERENCES referral (id),         -- [internal] which referral it opens
    person_id   INTEGER REFERENCES person (id),           -- [internal] whose page it opens
    contact_id  INTEGER REFERENCES partner_contact (id),  -- [internal] to whom it was issued
    issued_at   INTEGER NOT NULL,                         -- [internal] when
    expires_at  INTEGER NOT NULL,                         -- [internal] dead afterwards
    used_at     INTEGER,                                  -- [internal] when a single-use link did its work
    revoked_at  INTEGER                                   -- [internal] when it was closed early
) STRICT;
CREATE INDEX access_link_referral ON access_link (referral_id);
CREATE INDEX access_link_person ON access_link (person_id);

-- letter_code: twelve characters that open what a private link opens, for people without e-mail. Only a keyed digest is kept. [internal]
CREATE TABLE letter_code (
    id          INTEGER PRIMARY KEY,                               -- [internal] row key
    kind        TEXT NOT NULL CHECK (kind IN ('entrepreneur', 'partner')),  -- [internal] whose pages it opens
    code_mac    BLOB NOT NULL UNIQUE,                              -- [internal] keyed digest of reference and code
    referral_id INTEGER NOT NULL REFERENCES referral (id),         -- [internal] which referral it opens
    person_id   INTEGER REFERENCES person (id),                    -- [internal] the entrepreneur who holds it
    contact_id  INTEGER REFERENCES partner_contact (id),           -- [internal] the partner's contact who holds it
    handing     TEXT NOT NULL CHECK (handing IN ('letter', 'spoken', 'hand')),  -- [internal] how it was given
    issued_by   INTEGER REFERENCES account (id),                   -- [internal] by whom
    issued_at   INTEGER NOT NULL,                                  -- [internal] when
    expires_at  INTEGER NOT NULL,                                  -- [internal] opens nothing afterwards
    used_at     INTEGER,                                           -- [internal] when it last opened something
    revoked_at  INTEGER                                            -- [internal] when it was closed early
) STRICT;
CREATE INDEX letter_code_referral ON letter_code (referral_id);

-- own_device: a device on which somebody stays signed in to their own pages, to see where things stand and nothing more. [personal]
CREATE TABLE own_device (
    id          INTEGER PRIMARY KEY,                     -- [internal] row key
    token_hash  BLOB NOT NULL UNIQUE,                    -- [internal] SHA-256 of the cookie
    person_id   INTEGER NOT NULL REFERENCES person (id), -- [internal] whose
    address_mac BLOB NOT NULL,                           -- [internal] keyed digest of the address or number the code went to: over when that is changed
    way         TEXT NOT NULL CHECK (way IN ('email', 'text')),  -- [personal] how the code came
    since       INTEGER NOT NULL,                        -- [internal] when
    expires_at  INTEGER NOT NULL,                        -- [internal] opens nothing afterwards
    ended_at    INTEGER                                  -- [internal] when they signed out
) STRICT;
CREATE INDEX own_device_person ON own_device (person_id);

-- client_word: what somebody asks for on their own page besides the table of events: a reminder that went out, or a task of the advisor. [personal]
CREATE TABLE client_word (
    id          INTEGER PRIMARY KEY,                        -- [internal] row key
    referral_id INTEGER NOT NULL REFERENCES referral (id),  -- [internal] about what
    person_id   INTEGER NOT NULL REFERENCES person (id),    -- [internal] by whom
    kind        TEXT NOT NULL CHECK (kind IN ('remind', 'not_contacted', 'wrong')),  -- [personal] what they ask for
    body        TEXT,                                       -- [personal] what they wrote
    due_on      TEXT,                                       -- [personal] the day that was over: once for each
    at          INTEGER NOT NULL,                           -- [internal] when
    done_at     INTEGER,                                    -- [internal] when it was seen to
    done_by     INTEGER REFERENCES account (id),            -- [internal] by whom
    UNIQUE (referral_id, kind, due_on)
) STRICT;
CREATE INDEX client_word_open ON client_word (done_at, referral_id);

-- message: a line of the one thread of a referral. The program reads all of them; readers says who else. [personal]
CREATE TABLE message (
    id            INTEGER PRIMARY KEY,                         -- [internal] row key
    referral_id   INTEGER NOT NULL REFERENCES referral (id),   -- [internal] about what
    party         TEXT NOT NULL CHECK (party IN ('entrepreneur', 'advisor', 'partner')),  -- [personal] who wrote it
    readers       TEXT NOT NULL CHECK (readers IN ('client', 'partner', 'both')),  -- [personal] who besides the program may read it
    account_id    INTEGER REFERENCES account (id),             -- [internal] the member of staff, if one
    contact_id    INTEGER REFERENCES partner_contact (id),     -- [internal] the partner's contact, if one
    asserted_name TEXT,                                        -- [personal] the name given at the partner's
    body          TEXT NOT NULL,                               -- [personal] what was written
    at            INTEGER NOT NULL,                            -- [internal] when
    settled_at    INTEGER,                                     -- [internal] when the program answered, or said that it needs no answer
    settled_why   TEXT,                                        -- [personal] why it needs no answer, where somebody said so
    person_id     INTEGER REFERENCES person (id),              -- [internal] the owner or trainee who was spoken to when it was written, if it is theirs
    called        TEXT CHECK (called IN ('yes', 'no'))         -- [personal] what they said when asked whether the partner has called; its words are in the body
) STRICT;
CREATE INDEX message_referral ON message (referral_id, id);
CREATE INDEX message_open ON message (settled_at, referral_id);

-- triage: a request that its owner or a partner began, and who took it. [internal]
CREATE TABLE triage (
    id          INTEGER PRIMARY KEY,                               -- [internal] row key
    referral_id INTEGER NOT NULL UNIQUE REFERENCES referral (id),  -- [internal] the draft
    account_id  INTEGER NOT NULL REFERENCES account (id),          -- [internal] who took it, or gave it to somebody
    at          INTEGER NOT NULL                                   -- [internal] when
) STRICT;

-- inbound: somebody a partner sent us, with that person's yes to being called. [personal]
CREATE TABLE inbound (
    id            INTEGER PRIMARY KEY,                       -- [internal] row key
    public_id     TEXT NOT NULL UNIQUE,                      -- [internal] address
    program_id    INTEGER NOT NULL REFERENCES program (id),  -- [internal] to which program
    partner_id    INTEGER NOT NULL REFERENCES partner (id),  -- [internal] by which partner
    contact_id    INTEGER REFERENCES partner_contact (id),   -- [internal] by whom there
    asserted_name TEXT,                                      -- [personal] the name given at the partner's
    person_name   TEXT NOT NULL,                             -- [personal] whom to call
    telephone     TEXT NOT NULL,                             -- [personal] at which number
    business_name TEXT,                                      -- [personal] their business, if it has a name
    kind          TEXT NOT NULL CHECK (kind IN ('business_development', 'technology_transfer', 'real_estate', 'workforce', 'entrepreneurship')),  -- [personal] what kind of help
    need          TEXT NOT NULL,                             -- [personal] what they need
    at            INTEGER NOT NULL,                          -- [internal] when; their yes was given by then
    taken_at      INTEGER,                                   -- [internal] when somebody took it
    referral_id   INTEGER REFERENCES referral (id),          -- [internal] the draft that was made of it
    closed_at     INTEGER,                                   -- [internal] when it was closed instead
    closed_why    TEXT,                                      -- [personal] why, as they were told
    told_on       TEXT,                                      -- [personal] when they were told
    settled_by    INTEGER REFERENCES account (id),           -- [internal] who took or closed it
    CHECK (closed_at IS NULL OR (closed_why IS NOT NULL AND told_on IS NOT NULL))
) STRICT;
CREATE INDEX inbound_program ON inbound (program_id, at);
CREATE INDEX inbound_partner ON inbound (partner_id, at);

-- question: something asked of partners before anything is shared; it names nobody. [personal]
CREATE TABLE question (
    id          INTEGER PRIMARY KEY,                        -- [internal] row key
    program_id  INTEGER NOT NULL REFERENCES program (id),   -- [internal] under which program
    business_id INTEGER NOT NULL REFERENCES business (id),  -- [internal] for whom
    kind        TEXT NOT NULL CHECK (kind IN ('business_development', 'technology_transfer', 'real_estate', 'workforce', 'entrepreneurship')),  -- [personal] what kind of help
    text        TEXT NOT NULL,                              -- [personal] the words; checked against the record
    asked_by    INTEGER NOT NULL REFERENCES account (id),   -- [internal] who asked
    asked_at    INTEGER NOT NULL                            -- [internal] when
) STRICT;
CREATE INDEX question_business ON question (business_id);

-- question_partner: one partner that was asked, and what it said. [personal]
CREATE TABLE question_partner (
    id          INTEGER PRIMARY KEY,                              -- [internal] row key
    question_id INTEGER NOT NULL REFERENCES question (id),        -- [internal] which question
    partner_id  INTEGER NOT NULL REFERENCES partner (id),         -- [internal] whom we asked
    contact_id  INTEGER NOT NULL REFERENCES partner_contact (id), -- [internal] who there
    link_id     INTEGER NOT NULL REFERENCES access_link (id),     -- [internal] the link it is answered by
    answer      TEXT CHECK (answer IN ('yes', 'maybe', 'no')),    -- [personal] what it said
    sentence    TEXT,                                             -- [personal] in its own words
    answer_on   TEXT,                                             -- [personal] the day it named
    said_by     TEXT,                                             -- [personal] the name given at the partner's
    answered_at INTEGER                                           -- [internal] when
) STRICT;
CREATE INDEX question_partner_question ON question_partner (question_id);
CREATE INDEX question_partner_link ON question_partner (link_id);

-- outbox_message: every notice with its text, kept as it was sent. The link stands as {link}: this file alone opens nothing. [personal]
CREATE TABLE outbox_message (
    id          INTEGER PRIMARY KEY,                              -- [internal] row key
    public_id   TEXT NOT NULL UNIQUE,                             -- [internal] address
    program_id  INTEGER NOT NULL REFERENCES program (id),         -- [internal] under which program
    referral_id INTEGER REFERENCES referral (id),                 -- [internal] about what
    event_id    INTEGER REFERENCES referral_event (id),           -- [internal] the event that made it
    audience    TEXT NOT NULL CHECK (audience IN ('partner', 'entrepreneur')),  -- [internal] for whom
    channel     TEXT NOT NULL CHECK (channel IN ('email', 'text', 'letter', 'phone')),  -- [personal] how they like to hear
    to_name     TEXT NOT NULL,                                    -- [personal] to whom
    to_address  TEXT,                                             -- [personal] number or address, if we have one
    language    TEXT NOT NULL,                                    -- [personal] language of the text
    subject     TEXT NOT NULL,                                    -- [personal] subject line; no personal data
    body        TEXT NOT NULL,                                    -- [personal] the text; the link stands as {link}
    link_id     INTEGER REFERENCES access_link (id),              -- [internal] the link it carries
    held_until  INTEGER NOT NULL,                                 -- [internal] not before this instant
    sent_at     INTEGER,                                          -- [internal] when it went out
    sent_by     INTEGER REFERENCES account (id),                  -- [internal] who sent it by hand
    stopped_at  INTEGER,                                          -- [internal] taken back before it went out
    created_at  INTEGER NOT NULL,                                 -- [internal] when written
    attempts    INTEGER NOT NULL DEFAULT 0,                       -- [internal] how often it was handed to a server
    next_attempt_at INTEGER,                                      -- [internal] not tried again before; written before each attempt
    failure     TEXT CHECK (failure IN ('unreachable', 'too_slow', 'no_secrecy', 'sign_in', 'not_now', 'refused', 'bad_address')),  -- [internal] why the last attempt failed, in our word
    failed_at   INTEGER,                                          -- [internal] given up; somebody has to look
    asked_again_at INTEGER,                                       -- [internal] when somebody asked to try anew
    letter_name TEXT,                                             -- [internal] its Message-ID, the same at every attempt
    sent_via    TEXT CHECK (sent_via IN ('mail', 'gateway', 'by_hand', 'link_opened')),  -- [internal] by which way it went
    sent_digest BLOB,                                             -- [internal] SHA-256 of the text with its link, as the server took it
    english     TEXT,                                             -- [personal] what it says, in English, where it is in another language
    person_id   INTEGER REFERENCES person (id)                    -- [internal] to whom, if to somebody who is a client or a trainee
) STRICT;
CREATE INDEX outbox_message_program ON outbox_message (program_id, created_at);
CREATE INDEX outbox_message_referral ON outbox_message (referral_id);
CREATE INDEX outbox_message_waiting ON outbox_message (held_until) WHERE sent_at IS NULL AND stopped_at IS NULL AND failed_at IS NULL;
CREATE TRIGGER outbox_message_is_kept_as_sent BEFORE UPDATE OF subject, body, to_name, to_address, link_id ON outbox_message
WHEN old.sent_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM erasure WHERE is_under_way = 1)
BEGIN
    SELECT RAISE(ABORT, 'what was sent stays as it was sent');
END;

-- timer_policy: how many days a step may take, where a manager set it; a change holds for what starts afterwards. [internal]
CREATE TABLE timer_policy (
    id         INTEGER PRIMARY KEY,                       -- [internal] row key
    program_id INTEGER NOT NULL REFERENCES program (id),  -- [internal] in which program
    kind       TEXT NOT NULL CHECK (kind IN ('business_development', 'technology_transfer', 'real_estate', 'workforce', 'entrepreneurship')),  -- [internal] for which kind of referral
    timer      TEXT NOT NULL CHECK (timer IN ('triage', 'consent_answer', 'acknowledge', 'decision', 'first_contact', 'update', 'update_at_most', 'hold_review', 'confirm', 'follow_up', 'delivered_after_recall', 'stale_unanswered', 'stale_accepted', 'stale_in_progress', 'auto_recall')),  -- [internal] which clock or limit
    days       INTEGER NOT NULL CHECK (days BETWEEN 1 AND 120),  -- [internal] how many days
    from_on    TEXT NOT NULL,                             -- [internal] for clocks that start on this day or later
    reason     TEXT NOT NULL,                             -- [internal] why
    set_by     INTEGER NOT NULL REFERENCES account (id),  -- [internal] by whom
    set_at     INTEGER NOT NULL                           -- [internal] when
) STRICT;
CREATE INDEX timer_policy_program ON timer_policy (program_id);

-- reminder: what was said about a clock, once for each of its rungs. Nothing else of a clock is stored. [internal]
CREATE TABLE reminder (
    id          INTEGER PRIMARY KEY,                        -- [internal] row key
    referral_id INTEGER NOT NULL REFERENCES referral (id),  -- [internal] about which referral
    timer       TEXT NOT NULL CHECK (timer IN ('triage', 'consent_answer', 'not_sent', 'acknowledge', 'decision', 'question', 'first_contact', 'update', 'hold_review', 'confirm', 'follow_up', 'delivered_after_recall', 'stale', 'auto_recall', 'consent_expiry')),  -- [internal] about which clock
    rung        TEXT NOT NULL CHECK (rung IN ('early', 'near', 'due', 'second_contact', 'advisor_calls', 'manager_looks')),  -- [internal] how far reminding had come
    due_on      TEXT NOT NULL,                              -- [internal] the day that was promised then
    to_partner  INTEGER NOT NULL CHECK (to_partner IN (0, 1)),  -- [internal] it was said to the partner
    message_id  INTEGER REFERENCES outbox_message (id),     -- [internal] the notice it stands in; none for a task of ours
    sent_at     INTEGER NOT NULL,                           -- [internal] when
    UNIQUE (referral_id, timer, rung, due_on, to_partner)
) STRICT;

-- digest: one notice for each contact and day, however many referrals wait for them. [internal]
CREATE TABLE digest (
    id         INTEGER PRIMARY KEY,                               -- [internal] row key
    contact_id INTEGER NOT NULL REFERENCES partner_contact (id),  -- [internal] to whom
    on_day     TEXT NOT NULL,                                     -- [internal] on which day
    message_id INTEGER NOT NULL REFERENCES outbox_message (id),   -- [internal] the notice
    UNIQUE (contact_id, on_day)
) STRICT;

-- outbox_link: the links of a notice that carries several; in its text they stand as {link1}, {link2} and so on. [internal]
CREATE TABLE outbox_link (
    id         INTEGER PRIMARY KEY,                              -- [internal] row key
    message_id INTEGER NOT NULL REFERENCES outbox_message (id),  -- [internal] in which notice
    place      INTEGER NOT NULL,                                 -- [internal] 1, 2, 3
    link_id    INTEGER NOT NULL REFERENCES access_link (id),     -- [internal] which link
    UNIQUE (message_id, place)
) STRICT;

-- partner_call: somebody called a partner who does not answer. A missing call counts against us. [internal]
CREATE TABLE partner_call (
    id          INTEGER PRIMARY KEY,                        -- [internal] row key
    referral_id INTEGER NOT NULL REFERENCES referral (id),  -- [internal] about which referral
    account_id  INTEGER NOT NULL REFERENCES account (id),   -- [internal] who called
    reached     INTEGER NOT NULL CHECK (reached IN (0, 1)), -- [internal] somebody answered
    called_at   INTEGER NOT NULL                            -- [internal] when
) STRICT;
CREATE INDEX partner_call_referral ON partner_call (referral_id);

-- subject: the wall. A random reference that is not the person's id, and that subject's own key, wrapped. [firewalled]
CREATE TABLE subject (
    id          INTEGER PRIMARY KEY,    -- [firewalled] random, so order tells nothing
    reference   BLOB NOT NULL UNIQUE,   -- [firewalled] 128 random bits
    person_mac  BLOB NOT NULL UNIQUE,   -- [firewalled] keyed digest of the person's id: the way from person to answers
    key_id      TEXT NOT NULL,          -- [internal] which wrapping key of the keyring
    nonce       BLOB NOT NULL,          -- [internal] nonce of the wrapping
    wrapped_key BLOB NOT NULL           -- [firewalled] the subject's key, encrypted
) STRICT;

-- demographic_answer: what a person answered or passed over, encrypted, padded to one length for each question. [firewalled]
CREATE TABLE demographic_answer (
    id          INTEGER PRIMARY KEY,    -- [firewalled] random, so order tells nothing
    reference   BLOB NOT NULL REFERENCES subject (reference),  -- [firewalled] whose
    question    TEXT NOT NULL CHECK (question IN ('race', 'sex', 'disability', 'veteran', 'military', 'household', 'income', 'sedi')),  -- [internal] which question
    basis       TEXT NOT NULL CHECK (basis IN ('self', 'read_out', 'released_by_source')),  -- [internal] who entered it
    notice      TEXT NOT NULL,          -- [internal] version of the notice that was shown; empty where a source released it
    nonce       BLOB NOT NULL,          -- [internal] nonce of the encryption
    ciphertext  BLOB NOT NULL,          -- [firewalled] the answer
    answered_on TEXT NOT NULL,          -- [internal] the day
    is_skipped  INTEGER NOT NULL DEFAULT 0 CHECK (is_skipped IN (0, 1)),  -- [internal] the page was passed over: so much is counted beside the date, and says nothing of who somebody is
    UNIQUE (reference, question)
) STRICT;

-- deployment: a resource asked for, awarded, delivered. [personal]
CREATE TABLE deployment (
    id              INTEGER PRIMARY KEY,                        -- [internal] row key
    public_id       TEXT NOT NULL UNIQUE,                       -- [internal] address
    program_id      INTEGER NOT NULL REFERENCES program (id),   -- [internal] under which program
    business_id     INTEGER NOT NULL REFERENCES business (id),  -- [internal] to whom
    referral_id     INTEGER REFERENCES referral (id),           -- [internal] the referral it came from
    kind            TEXT NOT NULL CHECK (kind IN ('grant', 'loan', 'equity', 'fee_waiver', 'space', 'lab_time', 'equipment_time', 'training', 'advice', 'in_kind')),  -- [personal] what kind of resource
    unit            TEXT NOT NULL CHECK (unit IN ('cents', 'minutes', 'square_feet', 'lab_minutes')),  -- [personal] what the amounts count
    applied         INTEGER CHECK (applied >= 0),               -- [personal] asked for; empty if unknown
    awarded         INTEGER CHECK (awarded >= 0),               -- [personal] promised; empty if unknown
    delivered       INTEGER CHECK (delivered >= 0),             -- [personal] handed over; empty if unknown
    applied_on      TEXT,                                       -- [personal] when asked
    awarded_on      TEXT,                                       -- [personal] when promised
    delivered_on    TEXT,                                       -- [personal] when handed over
    funding_source_id INTEGER REFERENCES funding_source (id),   -- [internal] who pays
    deciding_body_id  INTEGER REFERENCES deciding_body (id),    -- [internal] who decided
    note            TEXT,                                       -- [personal] for the team
    undone_at       INTEGER,                                    -- [internal] taken back; stays in history
    import_id       INTEGER REFERENCES import_run (id),         -- [internal] the import that made it
    version         INTEGER NOT NULL DEFAULT 1,                 -- [internal] counts edits
    created_at      INTEGER NOT NULL,                           -- [internal] when recorded
    match_cents     INTEGER CHECK (match_cents >= 0),           -- [personal] what the client adds of their own; empty if nobody asked
    deposit_cents   INTEGER CHECK (deposit_cents >= 0),         -- [personal] what the client leaves as a deposit; empty if nobody asked
    fees_cents      INTEGER CHECK (fees_cents >= 0),            -- [personal] what the client pays in fees; empty if nobody asked
    guarantee       TEXT CHECK (guarantee IN ('none', 'personal', 'third_party', 'collateral')),  -- [personal] what the client vouches with; empty if nobody asked
    guarantee_cents INTEGER CHECK (guarantee_cents >= 0),       -- [personal] for how much; empty if unknown
    decision_id     INTEGER REFERENCES body_decision (id),      -- [internal] the decision it was made by
    refused_on      TEXT CHECK (refused_on IS NULL OR (awarded IS NULL AND awarded_on IS NULL AND delivered IS NULL AND delivered_on IS NULL)),  -- [personal] when the answer to the application was no
    CHECK (applied IS NOT NULL OR awarded IS NOT NULL OR delivered IS NOT NULL)
) STRICT;
CREATE INDEX deployment_decision ON deployment (decision_id);
CREATE INDEX deployment_business ON deployment (business_id, awarded_on);
CREATE INDEX deployment_program_day ON deployment (program_id, awarded_on);
CREATE INDEX deployment_import ON deployment (import_id);

-- outcome: what came of it for a client: a kind of the versioned list, a day, and up to two amounts in the kind's unit. [internal]
CREATE TABLE outcome (
    id              INTEGER PRIMARY KEY,                        -- [internal] row key
    public_id       TEXT NOT NULL UNIQUE,                       -- [internal] address
    program_id      INTEGER NOT NULL REFERENCES program (id),   -- [internal] under which program
    business_id     INTEGER NOT NULL REFERENCES business (id),  -- [internal] whose
    account_id      INTEGER NOT NULL REFERENCES account (id),   -- [internal] who wrote it down
    kind            TEXT NOT NULL,                              -- [personal] a code of assets/codes/outcome-kinds.csv
    happened_on     TEXT NOT NULL,                              -- [personal] the day
    amount_before   INTEGER CHECK (amount_before >= 0),         -- [personal] before, for a kind that is a change; the change itself is stored nowhere
    amount_after    INTEGER CHECK (amount_after >= 0),          -- [personal] after, or how much; empty where unknown or the kind has none
    words           TEXT,                                       -- [personal] more about it; the client reads it
    referral_id     INTEGER REFERENCES referral (id),           -- [internal] the referral it came of
    deployment_id   INTEGER REFERENCES deployment (id),         -- [internal] the resource it came of
    evidence        TEXT NOT NULL CHECK (evidence IN ('advisor_note', 'client_affirmed', 'document_seen', 'third_party')),  -- [personal] how well it is known: the level of the last row of outcome_evidence
    undone_at       INTEGER,                                    -- [internal] taken back; stays in history
    undone_why      TEXT,                                       -- [personal] why
    version         INTEGER NOT NULL DEFAULT 1,                 -- [internal] counts edits
    created_at      INTEGER NOT NULL,                           -- [internal] when written down
    import_id       INTEGER REFERENCES import_run (id)          -- [internal] the import that made it
) STRICT;
CREATE INDEX outcome_business ON outcome (business_id, happened_on);
CREATE INDEX outcome_program_day ON outcome (program_id, happened_on);
CREATE INDEX outcome_import ON outcome (import_id) WHERE import_id IS NOT NULL;

-- outcome_answer: what the client says of an outcome; the last one holds. [personal]
CREATE TABLE outcome_answer (
    id          INTEGER PRIMARY KEY,                       -- [internal] row key
    outcome_id  INTEGER NOT NULL REFERENCES outcome (id),  -- [internal] of which outcome
    person_id   INTEGER NOT NULL REFERENCES person (id),   -- [internal] who
    answer      TEXT NOT NULL CHECK (answer IN ('right', 'different')),  -- [personal] is it so
    amount      INTEGER CHECK (amount >= 0),               -- [personal] their own figure, in the unit of the kind
    words       TEXT,                                      -- [personal] their own words
    helped      TEXT CHECK (helped IN ('a_lot', 'some', 'no', 'cannot_say')),  -- [personal] did we help
    way         TEXT NOT NULL CHECK (way IN ('link', 'own_page', 'spoken')),  -- [internal] how they said it
    witness_id  INTEGER REFERENCES account (id),           -- [internal] who of staff heard it, where it was spoken
    recorded_at INTEGER NOT NULL,                          -- [internal] when
    CHECK ((way = 'spoken') = (witness_id IS NOT NULL))
) STRICT;
CREATE INDEX outcome_answer_outcome ON outcome_answer (outcome_id);

-- outcome_evidence: how an outcome came to be known as well as it is. The last row holds; none is ever changed. [internal]
CREATE TABLE outcome_evidence (
    id          INTEGER PRIMARY KEY,                       -- [internal] row key
    outcome_id  INTEGER NOT NULL REFERENCES outcome (id),  -- [internal] of which outcome
    level       TEXT NOT NULL CHECK (level IN ('advisor_note', 'client_affirmed', 'document_seen', 'third_party')),  -- [personal] how well
    cause       TEXT NOT NULL CHECK (cause IN ('recorded', 'raised', 'affirmed', 'contradicted', 'changed')),  -- [internal] what made it so
    words       TEXT,                                      -- [personal] who says so, or what was seen
    seen_on     TEXT,                                      -- [personal] the day it was said or seen
    account_id  INTEGER REFERENCES account (id),           -- [internal] who of staff; none for the client
    answer_id   INTEGER REFERENCES outcome_answer (id),    -- [internal] the client's answer
    recorded_at INTEGER NOT NULL                           -- [internal] when
) STRICT;
CREATE INDEX outcome_evidence_outcome ON outcome_evidence (outcome_id);

-- outcome_ask: a client was asked by a private link whether an outcome is so. [internal]
CREATE TABLE outcome_ask (
    id          INTEGER PRIMARY KEY,                            -- [internal] row key
    outcome_id  INTEGER NOT NULL REFERENCES outcome (id),       -- [internal] about which outcome
    person_id   INTEGER NOT NULL REFERENCES person (id),        -- [internal] whom
    link_id     INTEGER NOT NULL UNIQUE REFERENCES access_link (id),  -- [internal] by which link
    account_id  INTEGER NOT NULL REFERENCES account (id),       -- [internal] who asked
    asked_at    INTEGER NOT NULL                                -- [internal] when
) STRICT;
CREATE INDEX outcome_ask_outcome ON outcome_ask (outcome_id);

-- commitment: what a client promised in return for a resource, such as a lease or a grant. [internal]
CREATE TABLE commitment (
    id              INTEGER PRIMARY KEY,                          -- [internal] row key
    public_id       TEXT NOT NULL UNIQUE,                         -- [internal] address
    program_id      INTEGER NOT NULL REFERENCES program (id),     -- [internal] under which program
    business_id     INTEGER NOT NULL REFERENCES business (id),    -- [internal] who promised
    deployment_id   INTEGER NOT NULL REFERENCES deployment (id),  -- [internal] in return for what
    account_id      INTEGER NOT NULL REFERENCES account (id),     -- [internal] who wrote it down
    what            TEXT NOT NULL,                                -- [personal] what was promised
    amount          INTEGER CHECK (amount >= 0),                  -- [personal] how many, where it can be counted
    due_on          TEXT NOT NULL,                                -- [personal] by when
    undone_at       INTEGER,                                      -- [internal] taken back; stays in history
    version         INTEGER NOT NULL DEFAULT 1,                   -- [internal] counts edits
    created_at      INTEGER NOT NULL                              -- [internal] when written down
) STRICT;
CREATE INDEX commitment_deployment ON commitment (deployment_id);
CREATE INDEX commitment_business ON commitment (business_id);

-- commitment_check: a day on which somebody looks whether a commitment is kept, and what was found. [internal]
CREATE TABLE commitment_check (
    id            INTEGER PRIMARY KEY,                          -- [internal] row key
    commitment_id INTEGER NOT NULL REFERENCES commitment (id),  -- [internal] which commitment
    check_on      TEXT NOT NULL,                                -- [personal] the day
    answer        TEXT CHECK (answer IN ('kept', 'partly', 'broken')),  -- [personal] what was found; empty while nobody looked
    amount        INTEGER CHECK (amount >= 0),                  -- [personal] how many there were
    words         TEXT,                                         -- [personal] in words
    account_id    INTEGER REFERENCES account (id),              -- [internal] who looked
    answered_at   INTEGER,                                      -- [internal] when it was written down
    UNIQUE (commitment_id, check_on)
) STRICT;
CREATE INDEX commitment_check_open ON commitment_check (check_on) WHERE answer IS NULL;

-- certification: a certificate that a client has, such as 8(a) or MBE. It says nothing of who its owners are, and is in no figure about that. [internal]
CREATE TABLE certification (
    id          INTEGER PRIMARY KEY,                        -- [internal] row key
    public_id   TEXT NOT NULL UNIQUE,                       -- [internal] address
    program_id  INTEGER NOT NULL REFERENCES program (id),   -- [internal] under which program it was written down
    business_id INTEGER NOT NULL REFERENCES business (id),  -- [internal] who has it
    account_id  INTEGER NOT NULL REFERENCES account (id),   -- [internal] who wrote it down
    code        TEXT NOT NULL,                              -- [personal] which, by the list of certifications
    named       TEXT,                                       -- [personal] what it is called, where the list has no word for it
    agency      TEXT NOT NULL,                              -- [personal] who certified
    number      TEXT,                                       -- [personal] its number there
    from_on     TEXT,                                       -- [personal] good from; empty: not known
    until_on    TEXT CHECK (until_on >= from_on),           -- [personal] good until, that day too; empty: not known
    standard    TEXT,                                       -- [personal] under which standard, in words
    basis       TEXT NOT NULL CHECK (basis IN ('told_to_advisor', 'document_seen')),  -- [personal] who says so
    undone_at   INTEGER,                                    -- [internal] taken back; stays in history
    version     INTEGER NOT NULL DEFAULT 1,                 -- [internal] counts edits
    created_at  INTEGER NOT NULL                            -- [internal] when written down
) STRICT;
CREATE INDEX certification_business ON certification (business_id);
CREATE INDEX certification_ends ON certification (until_on) WHERE until_on IS NOT NULL;

-- attachment: a file beside what happened, such as a sign-in sheet or a lease; of one thing. [internal]
CREATE TABLE attachment (
    id            INTEGER PRIMARY KEY,                          -- [internal] row key
    public_id     TEXT NOT NULL UNIQUE,                         -- [internal] address
    program_id    INTEGER NOT NULL REFERENCES program (id),     -- [internal] under which program
    service_id    INTEGER REFERENCES service (id),              -- [internal] beside which service
    training_id   INTEGER REFERENCES training (id),             -- [internal] beside which training
    outcome_id    INTEGER REFERENCES outcome (id),              -- [internal] beside which outcome
    deployment_id INTEGER REFERENCES deployment (id),           -- [internal] beside which resource
    account_id    INTEGER NOT NULL REFERENCES account (id),     -- [internal] who put it there
    name          TEXT NOT NULL,                                -- [personal] as it was called
    kind          TEXT NOT NULL CHECK (kind IN ('pdf', 'png', 'jpeg', 'text', 'xlsx', 'docx')),  -- [internal] what it is by its content, whatever it was called
    size          INTEGER NOT NULL CHECK (size > 0),            -- [internal] bytes
    file_hash     TEXT NOT NULL,                                -- [internal] SHA-256 of the file
    undone_at     INTEGER,                                      -- [internal] taken back: the content is gone, that it was there stays
    version       INTEGER NOT NULL DEFAULT 1,                   -- [internal] counts edits
    created_at    INTEGER NOT NULL,                             -- [internal] when
    CHECK ((service_id IS NOT NULL) + (training_id IS NOT NULL) + (outcome_id IS NOT NULL) + (deployment_id IS NOT NULL) = 1)
) STRICT;
CREATE INDEX attachment_service ON attachment (service_id) WHERE service_id IS NOT NULL;
CREATE INDEX attachment_training ON attachment (training_id) WHERE training_id IS NOT NULL;
CREATE INDEX attachment_outcome ON attachment (outcome_id) WHERE outcome_id IS NOT NULL;
CREATE INDEX attachment_deployment ON attachment (deployment_id) WHERE deployment_id IS NOT NULL;

-- attachment_content: what is in the file. [personal]
CREATE TABLE attachment_content (
    attachment_id INTEGER PRIMARY KEY REFERENCES attachment (id),  -- [internal] of which attachment
    bytes         BLOB NOT NULL                                    -- [personal] as it came
) STRICT;

-- program_grant: what a funder gave a program money for. [internal]
CREATE TABLE program_grant (
    id                INTEGER PRIMARY KEY,                       -- [internal] row key
    public_id         TEXT NOT NULL UNIQUE,                      -- [internal] address
    program_id        INTEGER NOT NULL REFERENCES program (id),  -- [internal] whose grant it is
    account_id        INTEGER NOT NULL REFERENCES account (id),  -- [internal] who wrote it down
    name              TEXT NOT NULL,                             -- [internal] what it is called
    number            TEXT,                                      -- [internal] the funder's number of it
    funding_source_id INTEGER REFERENCES funding_source (id),    -- [internal] who pays
    from_on           TEXT NOT NULL,                             -- [internal] first day
    to_on             TEXT NOT NULL,                             -- [internal] last day
    budget_cents      INTEGER CHECK (budget_cents >= 0),         -- [internal] what it pays in all; empty where nobody said
    match_cents       INTEGER CHECK (match_cents >= 0),          -- [internal] what the program brings itself; empty where nobody said
    words             TEXT,                                      -- [internal] what it is for
    undone_at         INTEGER,                                   -- [internal] taken back; stays in history
    version           INTEGER NOT NULL DEFAULT 1,                -- [internal] counts edits
    created_at        INTEGER NOT NULL,                          -- [internal] when written down
    CHECK (from_on <= to_on)
) STRICT;
CREATE INDEX program_grant_program ON program_grant (program_id, to_on);

-- grant_goal: what was promised for a grant, in a listed measure. How far it is stands nowhere: it is counted. [internal]
CREATE TABLE grant_goal (
    id           INTEGER PRIMARY KEY,                             -- [internal] row key
    public_id    TEXT NOT NULL UNIQUE,                            -- [internal] address
    grant_id     INTEGER NOT NULL REFERENCES program_grant (id),  -- [internal] of which grant
    measure      TEXT NOT NULL CHECK (measure IN ('clients_joined', 'clients_served', 'services', 'contact_time', 'trainings', 'training_people', 'outreach_reached', 'outreach_contacts', 'referrals_sent', 'referrals_accepted', 'referrals_completed', 'awards', 'dollars_awarded', 'dollars_delivered', 'space_delivered', 'lab_time', 'outcomes', 'jobs_created', 'jobs_kept', 'capital_raised', 'contracts_won')),  -- [internal] what is counted
    kind         TEXT,                                            -- [internal] of one kind, by its code
    place        TEXT,                                            -- [internal] in one neighborhood
    is_of_source INTEGER NOT NULL DEFAULT 0 CHECK (is_of_source IN (0, 1)),  -- [internal] only what the grant's funder paid
    target       INTEGER NOT NULL CHECK (target > 0),             -- [internal] how much, in the unit of the measure
    version      INTEGER NOT NULL DEFAULT 1,                      -- [internal] counts edits
    created_at   INTEGER NOT NULL                                 -- [internal] when set
) STRICT;
CREATE INDEX grant_goal_grant ON grant_goal (grant_id);

-- grant_due: what is to be handed in for a grant. [internal]
CREATE TABLE grant_due (
    id         INTEGER PRIMARY KEY,                             -- [internal] row key
    public_id  TEXT NOT NULL UNIQUE,                            -- [internal] address
    grant_id   INTEGER NOT NULL REFERENCES program_grant (id),  -- [internal] for which grant
    what       TEXT NOT NULL,                                   -- [internal] what
    due_on     TEXT NOT NULL,                                   -- [internal] by when
    done_on    TEXT,                                            -- [internal] when it was handed in
    done_by    INTEGER REFERENCES account (id),                 -- [internal] who says so
    version    INTEGER NOT NULL DEFAULT 1,                      -- [internal] counts edits
    created_at INTEGER NOT NULL,                                -- [internal] when written down
    CHECK ((done_on IS NULL) = (done_by IS NULL))
) STRICT;
CREATE INDEX grant_due_grant ON grant_due (grant_id);
CREATE INDEX grant_due_open ON grant_due (due_on) WHERE done_on IS NULL;

-- equity_check: a program looked at its own equity at one of its stages. [internal]
CREATE TABLE equity_check (
    id           INTEGER PRIMARY KEY,                       -- [internal] row key
    public_id    TEXT NOT NULL UNIQUE,                      -- [internal] address
    program_id   INTEGER NOT NULL REFERENCES program (id),  -- [internal] which program
    account_id   INTEGER NOT NULL REFERENCES account (id),  -- [internal] who wrote it down
    stage        TEXT NOT NULL CHECK (stage IN ('design', 'budget', 'outreach', 'selection', 'delivery', 'review')),  -- [internal] at which stage
    on_day       TEXT NOT NULL,                             -- [internal] the day
    who_pays     TEXT NOT NULL,                             -- [internal] who pays, and who bears a cost
    who_benefits TEXT NOT NULL,                             -- [internal] who benefits, and who is left out
    who_decides  TEXT NOT NULL,                             -- [internal] who decides, and who is not asked
    what_changed TEXT,                                      -- [internal] what changed because of it; empty where nothing did
    undone_at    INTEGER,                                   -- [internal] taken back; stays in history
    version      INTEGER NOT NULL DEFAULT 1,                -- [internal] counts edits
    created_at   INTEGER NOT NULL                           -- [internal] when written down
) STRICT;
CREATE INDEX equity_check_program ON equity_check (program_id, stage, on_day);

-- equity_check_signature: somebody of staff put their name under a check as it stood. Never changed. [internal]
CREATE TABLE equity_check_signature (
    id             INTEGER PRIMARY KEY,                            -- [internal] row key
    check_id       INTEGER NOT NULL REFERENCES equity_check (id),  -- [internal] under which check
    account_id     INTEGER NOT NULL REFERENCES account (id),       -- [internal] who
    signed_version INTEGER NOT NULL,                               -- [internal] the version they read
    signed_at      INTEGER NOT NULL,                               -- [internal] when
    UNIQUE (check_id, account_id, signed_version)
) STRICT;

-- indicator: what a community proposed to look at, and how it is counted once somebody defined it in listed measures. [internal]
CREATE TABLE indicator (
    id                    INTEGER PRIMARY KEY,                       -- [internal] row key
    public_id             TEXT NOT NULL UNIQUE,                      -- [internal] address
    program_id            INTEGER NOT NULL REFERENCES program (id),  -- [internal] whose
    account_id            INTEGER REFERENCES account (id),           -- [internal] who of staff proposed it; empty where a client did
    business_id           INTEGER REFERENCES business (id),          -- [internal] which client proposed it
    person_id             INTEGER REFERENCES person (id),            -- [internal] who of them
    is_named              INTEGER NOT NULL DEFAULT 0 CHECK (is_named IN (0, 1)),  -- [internal] that person wants their name beside it
    words                 TEXT,                                      -- [personal] as the client proposed it
    status                TEXT NOT NULL DEFAULT 'proposed' CHECK (status IN ('proposed', 'chosen', 'not_chosen', 'retired')),  -- [public] where it stands
    name                  TEXT,                                      -- [public] what it is called; empty until somebody defined it
    question              TEXT CHECK (question IN ('pays', 'benefits', 'decides')),  -- [public] which question it speaks to
    why                   TEXT,                                      -- [public] why it matters
    numerator             TEXT CHECK (numerator IN ('clients_joined', 'clients_served', 'services', 'contact_time', 'trainings', 'training_people', 'outreach_reached', 'outreach_contacts', 'referrals_sent', 'referrals_accepted', 'referrals_completed', 'awards', 'dollars_awarded', 'dollars_delivered', 'space_delivered', 'lab_time', 'outcomes', 'jobs_created', 'jobs_kept', 'capital_raised', 'contracts_won')),  -- [public] what is counted
    numerator_kind        TEXT,                                      -- [public] of one kind, by its code
    numerator_place       TEXT,                                      -- [public] in one neighborhood
    numerator_source_id   INTEGER REFERENCES funding_source (id),    -- [internal] paid by one funder
    denominator           TEXT CHECK (denominator IN ('clients_joined', 'clients_served', 'services', 'contact_time', 'trainings', 'training_people', 'outreach_reached', 'outreach_contacts', 'referrals_sent', 'referrals_accepted', 'referrals_completed', 'awards', 'dollars_awarded', 'dollars_delivered', 'space_delivered', 'lab_time', 'outcomes', 'jobs_created', 'jobs_kept', 'capital_raised', 'contracts_won')),  -- [public] for each of what; empty where it is only counted
    denominator_kind      TEXT,                                      -- [public] of one kind, by its code
    denominator_place     TEXT,                                      -- [public] in one neighborhood
    denominator_source_id INTEGER REFERENCES funding_source (id),    -- [internal] paid by one funder
    per                   TEXT CHECK (per IN ('month', 'quarter', 'year')),  -- [public] for how long it is counted each time
    direction             TEXT CHECK (direction IN ('up', 'down')),  -- [public] where it should go
    baseline              INTEGER,                                   -- [public] how it was before, in hundredths of what is shown
    baseline_source       TEXT,                                      -- [public] who says so
    baseline_year         INTEGER,                                   -- [public] of which year
    target                INTEGER,                                   -- [public] where it should be, in hundredths of what is shown
    target_on             TEXT,                                      -- [public] by when
    is_shareable          INTEGER NOT NULL DEFAULT 0 CHECK (is_shareable IN (0, 1)),  -- [public] may go to other cities
    edition               INTEGER NOT NULL DEFAULT 0,                -- [internal] counts what was decided about: each change of what is counted
    retired_at            INTEGER,                                   -- [internal] since when nobody looks any more
    retired_why           TEXT,                                      -- [public] why
    undone_at             INTEGER,                                   -- [internal] taken back; stays in history
    version               INTEGER NOT NULL DEFAULT 1,                -- [internal] counts edits
    created_at            INTEGER NOT NULL,                          -- [internal] when proposed
    CHECK ((account_id IS NULL) = (business_id IS NOT NULL)),
    CHECK ((baseline IS NULL) = (baseline_source IS NULL) AND (baseline IS NULL) = (baseline_year IS NULL)),
    CHECK ((target IS NULL) = (target_on IS NULL)),
    CHECK ((name IS NULL) = (numerator IS NULL) AND (name IS NULL) = (per IS NULL))
) STRICT;
CREATE INDEX indicator_program ON indicator (program_id, status);
CREATE INDEX indicator_business ON indicator (business_id) WHERE business_id IS NOT NULL;
CREATE INDEX indicator_person ON indicator (person_id) WHERE person_id IS NOT NULL;

-- indicator_decision: a deciding body said whether an indicator is looked at, as it was counted then. Never changed. [internal]
CREATE TABLE indicator_decision (
    id           INTEGER PRIMARY KEY,                             -- [internal] row key
    indicator_id INTEGER NOT NULL REFERENCES indicator (id),      -- [internal] which indicator
    decision_id  INTEGER NOT NULL REFERENCES body_decision (id),  -- [internal] by which decision
    verdict      TEXT NOT NULL CHECK (verdict IN ('chosen', 'not_chosen')),  -- [public] what was decided
    edition      INTEGER NOT NULL,                                -- [internal] which edition of it
    sentence     TEXT NOT NULL,                                   -- [public] what was counted then, in one sentence
    account_id   INTEGER NOT NULL REFERENCES account (id),        -- [internal] who wrote it down
    created_at   INTEGER NOT NULL,                                -- [internal] when
    UNIQUE (indicator_id, decision_id)
) STRICT;
CREATE INDEX indicator_decision_decision ON indicator_decision (decision_id);

-- indicator_rank: which proposals matter most to a client, in their order; the latest order of a client is the only one. [internal]
CREATE TABLE indicator_rank (
    id           INTEGER PRIMARY KEY,                         -- [internal] row key
    program_id   INTEGER NOT NULL REFERENCES program (id),    -- [internal] under which program
    business_id  INTEGER NOT NULL REFERENCES business (id),   -- [internal] which client
    indicator_id INTEGER NOT NULL REFERENCES indicator (id),  -- [internal] which indicator
    place        INTEGER NOT NULL CHECK (place BETWEEN 1 AND 3),  -- [personal] first, second or third
    created_at   INTEGER NOT NULL,                            -- [internal] when
    UNIQUE (business_id, indicator_id)
) STRICT;
CREATE INDEX indicator_rank_indicator ON indicator_rank (indicator_id);

-- indicator_comment: what a client or somebody of staff says about an indicator; the program's clients and staff read it. [internal]
CREATE TABLE indicator_comment (
    id           INTEGER PRIMARY KEY,                         -- [internal] row key
    public_id    TEXT NOT NULL UNIQUE,                        -- [internal] address
    indicator_id INTEGER NOT NULL REFERENCES indicator (id),  -- [internal] about which
    account_id   INTEGER REFERENCES account (id),             -- [internal] who of staff; empty where a client says it
    business_id  INTEGER REFERENCES business (id),            -- [internal] which client
    person_id    INTEGER REFERENCES person (id),              -- [internal] who of them
    is_named     INTEGER NOT NULL DEFAULT 0 CHECK (is_named IN (0, 1)),  -- [internal] that person wants their name beside it
    words        TEXT,                                        -- [personal] what they say; empty once taken back
    undone_at    INTEGER,                                     -- [internal] taken back
    created_at   INTEGER NOT NULL,                            -- [internal] when
    CHECK ((account_id IS NULL) = (business_id IS NOT NULL))
) STRICT;
CREATE INDEX indicator_comment_indicator ON indicator_comment (indicator_id);
CREATE INDEX indicator_comment_business ON indicator_comment (business_id) WHERE business_id IS NOT NULL;
CREATE INDEX indicator_comment_person ON indicator_comment (person_id) WHERE person_id IS NOT NULL;
-- story: how it went for a client, in words that the client agrees to before anybody outside reads them. [internal]
CREATE TABLE story (
    id          INTEGER PRIMARY KEY,                        -- [internal] row key
    public_id   TEXT NOT NULL UNIQUE,                       -- [internal] address
    program_id  INTEGER NOT NULL REFERENCES program (id),   -- [internal] under which program
    business_id INTEGER NOT NULL REFERENCES business (id),  -- [internal] whose
    account_id  INTEGER NOT NULL REFERENCES account (id),   -- [internal] who wrote it down
    title       TEXT NOT NULL,                              -- [personal] its title
    words       TEXT NOT NULL,                              -- [personal] the story: plain text, paragraphs parted by empty lines
    named_as    TEXT NOT NULL CHECK (named_as IN ('business', 'first_name', 'described')),  -- [personal] how the client is named in it
    described   TEXT,                                       -- [personal] what stands for a name, where there is none: a baker in Sunset Park
    language    TEXT NOT NULL,                              -- [personal] in which language it is written: a tag of the catalog
    for_public  INTEGER NOT NULL CHECK (for_public IN (0, 1)),   -- [internal] asked for: a public page of its own
    for_reports INTEGER NOT NULL CHECK (for_reports IN (0, 1)),  -- [internal] asked for: reports to those who give money
    for_export  INTEGER NOT NULL CHECK (for_export IN (0, 1)),   -- [internal] asked for: files that the program hands on
    undone_at   INTEGER,                                    -- [internal] taken back; stays in history
    version     INTEGER NOT NULL DEFAULT 1,                 -- [internal] counts edits
    created_at  INTEGER NOT NULL,                           -- [internal] when written down
    CHECK (for_public + for_reports + for_export > 0)
) STRICT;
CREATE INDEX story_program ON story (program_id);
CREATE INDEX story_business ON story (business_id);

-- story_step: what was done with a story, one row each. Where a story stands follows from the last; none is ever changed. [internal]
CREATE TABLE story_step (
    id         INTEGER PRIMARY KEY,                     -- [internal] row key
    story_id   INTEGER NOT NULL REFERENCES story (id),  -- [internal] with which story
    what       TEXT NOT NULL CHECK (what IN ('written', 'changed', 'asked', 'agreed', 'refused', 'wished', 'withdrawn', 'taken_down', 'copied', 'warned', 'undone')),  -- [internal] what
    version    INTEGER NOT NULL,                        -- [internal] which version of the story
    person_id  INTEGER REFERENCES person (id),          -- [internal] who of the client said it, or was asked
    account_id INTEGER REFERENCES account (id),         -- [internal] who of staff did it or heard it
    way        TEXT CHECK (way IN ('link', 'own_page', 'spoken')),  -- [internal] how the client said it
    link_id    INTEGER UNIQUE REFERENCES access_link (id),  -- [internal] the private link that went out
    words      TEXT,                                    -- [personal] what the client wants different, in their words
    at         INTEGER NOT NULL,                        -- [internal] when
    CHECK (way IS NOT 'spoken' OR account_id IS NOT NULL)
) STRICT;
CREATE INDEX story_step_story ON story_step (story_id);
CREATE INDEX story_step_person ON story_step (person_id);

-- story_consent: a client's yes to a story, with the very text it is to. What is shown outside is read from here alone, while it holds. Only its end is ever written later. [personal]
CREATE TABLE story_consent (
    id          INTEGER PRIMARY KEY,                     -- [internal] row key
    story_id    INTEGER NOT NULL REFERENCES story (id),  -- [internal] to which story
    version     INTEGER NOT NULL,                        -- [internal] which version of it
    person_id   INTEGER NOT NULL REFERENCES person (id), -- [internal] who said yes
    title       TEXT NOT NULL,                           -- [personal] the title as agreed to
    words       TEXT NOT NULL,                           -- [personal] the story as agreed to
    named       TEXT NOT NULL,                           -- [personal] the name as agreed to
    language    TEXT NOT NULL,                           -- [personal] in which language that is written
    text_hash   TEXT NOT NULL,                           -- [personal] SHA-256 of all that
    for_public  INTEGER NOT NULL CHECK (for_public IN (0, 1)),   -- [personal] may stand on a public page of its own
    for_reports INTEGER NOT NULL CHECK (for_reports IN (0, 1)),  -- [personal] may stand in reports to those who give money
    for_export  INTEGER NOT NULL CHECK (for_export IN (0, 1)),   -- [personal] may stand in files that the program hands on
    text_shown  TEXT NOT NULL,                           -- [personal] the question as it was read out or shown
    asked_in    TEXT NOT NULL,                           -- [personal] in which language that was
    english     TEXT,                                    -- [personal] the same in English, where it is another language
    way         TEXT NOT NULL CHECK (way IN ('link', 'own_page', 'spoken')),  -- [internal] how they said it
    witness_id  INTEGER REFERENCES account (id),         -- [internal] who of staff heard it, where it was spoken
    granted_at  INTEGER NOT NULL,                        -- [internal] when
    expires_on  TEXT NOT NULL,                           -- [personal] the last day
    warned_at   INTEGER,                                 -- [internal] when the client was told that it ends soon
    ended_at    INTEGER,                                 -- [internal] when it ended early
    ended_why   TEXT CHECK (ended_why IN ('withdrawn', 'taken_down', 'changed', 'renewed', 'erased', 'undone')),  -- [internal] by what
    CHECK ((way = 'spoken') = (witness_id IS NOT NULL)),
    CHECK ((ended_at IS NULL) = (ended_why IS NULL)),
    CHECK (for_public + for_reports + for_export > 0)
) STRICT;
CREATE INDEX story_consent_story ON story_consent (story_id);
CREATE INDEX story_consent_person ON story_consent (person_id);
CREATE INDEX story_consent_open ON story_consent (expires_on) WHERE ended_at IS NULL;

-- import_run: a file that was read in, whole or not at all. [internal]
CREATE TABLE import_run (
    id          INTEGER PRIMARY KEY,                       -- [internal] row key
    public_id   TEXT NOT NULL UNIQUE,                      -- [internal] address
    program_id  INTEGER NOT NULL REFERENCES program (id),  -- [internal] into which program
    kind        TEXT NOT NULL CHECK (kind IN ('clients', 'deployments', 'partners', 'sites', 'services', 'people', 'training', 'outcomes', 'referrals')),  -- [internal] what
    preset      TEXT,                                      -- [internal] a named reading of a known file
    file_name   TEXT NOT NULL,                             -- [internal] as it was called
    file_sha256 TEXT NOT NULL,                             -- [internal] to know the same file again
    encoding    TEXT NOT NULL,                             -- [internal] how its bytes were read
    mapping     TEXT NOT NULL,                             -- [internal] field to header, as JSON
    row_count   INTEGER NOT NULL,                          -- [internal] rows read
    made        TEXT NOT NULL,                             -- [internal] what came of them, as JSON
    actor       TEXT NOT NULL,                             -- [personal] who did it
    started_at  INTEGER NOT NULL,                          -- [internal] when
    undone_at   INTEGER                                    -- [internal] when it was taken back
) STRICT;

-- import_preset: how a file is read, kept under a name. [internal]
CREATE TABLE import_preset (
    id         INTEGER PRIMARY KEY,               -- [internal] row key
    public_id  TEXT NOT NULL UNIQUE,              -- [internal] address
    program_id INTEGER REFERENCES program (id),   -- [internal] whose it is; empty for every program of the organization
    kind       TEXT NOT NULL CHECK (kind IN ('clients', 'deployments', 'partners', 'sites', 'services', 'people', 'training', 'outcomes', 'referrals')),  -- [internal] what such a file holds
    name       TEXT NOT NULL UNIQUE,              -- [internal] as people and the command line call it
    mapping    TEXT NOT NULL,                     -- [internal] field to header, as JSON
    kept_by    TEXT NOT NULL,                     -- [internal] who kept it, as the record names them
    kept_at    INTEGER NOT NULL,                  -- [internal] when
    version    INTEGER NOT NULL DEFAULT 1         -- [internal] counts edits
) STRICT;

-- import_question: something in a file that could not be read for sure, kept as typed and left unset. [internal]
CREATE TABLE import_question (
    id          INTEGER PRIMARY KEY,                          -- [internal] row key
    import_id   INTEGER NOT NULL REFERENCES import_run (id),  -- [internal] in which file
    header      TEXT NOT NULL,                                -- [internal] in which column
    typed       TEXT NOT NULL,                                -- [personal] as it stood there
    question    TEXT NOT NULL,                                -- [internal] what we need to know, in plain words
    row_count   INTEGER NOT NULL,                             -- [internal] in how many rows
    lines       TEXT NOT NULL                                 -- [internal] in which lines, as JSON
) STRICT;
CREATE INDEX import_question_run ON import_question (import_id);

-- audit_event: every change, sign-in, refusal, export and look at protected data, in an unbroken chain of hashes. [internal]
CREATE TABLE audit_event (
    seq         INTEGER PRIMARY KEY,   -- [internal] 1, 2, 3 without gaps
    at          INTEGER NOT NULL,      -- [internal] when
    actor_kind  TEXT NOT NULL CHECK (actor_kind IN ('staff', 'partner', 'entrepreneur', 'command_line', 'system', 'token', 'nobody')),  -- [internal] what kind of actor
    actor       TEXT NOT NULL,         -- [internal] opaque id, or the operating-system user
    action      TEXT NOT NULL,         -- [internal] dotted words, past tense
    object_kind TEXT NOT NULL,         -- [internal] table name, or empty
    object      TEXT NOT NULL,         -- [internal] opaque id
    detail      TEXT NOT NULL,         -- [internal] names of fields, counts, file hashes; never a value that names somebody
    rows_mac    BLOB NOT NULL,         -- [internal] keyed digest over the rows it changed (audit_row)
    prev        BLOB NOT NULL,         -- [internal] hash of the event before
    hash        BLOB NOT NULL          -- [internal] SHA-256 over all of the above
) STRICT;
CREATE INDEX audit_event_at ON audit_event (at);
CREATE TRIGGER audit_event_is_append_only_update BEFORE UPDATE ON audit_event
BEGIN
    SELECT RAISE(ABORT, 'the audit record is never changed');
END;
CREATE TRIGGER audit_event_is_append_only_delete BEFORE DELETE ON audit_event
BEGIN
    SELECT RAISE(ABORT, 'the audit record is never deleted');
END;

-- audit_row: a keyed digest of every row an event changed, so that verify finds altered records. [internal]
CREATE TABLE audit_row (
    id         INTEGER PRIMARY KEY,                               -- [internal] row key, in order of writing
    seq        INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,  -- [internal] the event
    table_name TEXT NOT NULL,                                     -- [internal] which table
    row_id     INTEGER NOT NULL,                                  -- [internal] which row
    mac        BLOB                                               -- [internal] keyed digest of the row; empty when deleted
) STRICT;
CREATE INDEX audit_row_seq ON audit_row (seq);
CREATE TRIGGER audit_row_is_append_only_update BEFORE UPDATE ON audit_row
BEGIN
    SELECT RAISE(ABORT, 'the audit record is never changed');
END;
CREATE TRIGGER audit_row_is_append_only_delete BEFORE DELETE ON audit_row
BEGIN
    SELECT RAISE(ABORT, 'the audit record is never deleted');
END;

-- zone_set: drawn places of one kind, such as a city's Industrial Business Zones. [public]
CREATE TABLE zone_set (
    id          INTEGER PRIMARY KEY,   -- [internal] row key
    public_id   TEXT NOT NULL UNIQUE,  -- [internal] address
    name        TEXT NOT NULL,         -- [public] as people call all of them together
    name_folded TEXT NOT NULL UNIQUE,  -- [public] the name without case, spaces and punctuation
    kind        TEXT NOT NULL,         -- [public] what one of them is
    created_at  INTEGER NOT NULL       -- [internal] when first imported
) STRICT;

-- zone_edition: one imported file of a set; a newer one closes what an older one drew. [public]
CREATE TABLE zone_edition (
    id          INTEGER PRIMARY KEY,                        -- [internal] row key
    public_id   TEXT NOT NULL UNIQUE,                       -- [internal] address
    set_id      INTEGER NOT NULL REFERENCES zone_set (id),  -- [internal] of which set
    file_name   TEXT NOT NULL,                              -- [internal] as the file was called
    file_hash   TEXT NOT NULL,                              -- [internal] SHA-256 of the file
    source      TEXT NOT NULL,                              -- [public] who drew it, and which edition
    licence     TEXT,                                       -- [public] under what terms it may be used
    valid_from  TEXT NOT NULL,                              -- [public] first day on which these boundaries hold
    zone_count  INTEGER NOT NULL,                           -- [public] how many zones it drew
    imported_by TEXT NOT NULL,                              -- [internal] who imported it, as the record names them
    imported_at INTEGER NOT NULL,                           -- [internal] when
    undone_at   INTEGER                                     -- [internal] when it was taken back
) STRICT;
CREATE INDEX zone_edition_set ON zone_edition (set_id, valid_from);

-- zone: a place of a set, by its name, through all editions. [public]
CREATE TABLE zone (
    id          INTEGER PRIMARY KEY,                        -- [internal] row key
    public_id   TEXT NOT NULL UNIQUE,                       -- [internal] address
    set_id      INTEGER NOT NULL REFERENCES zone_set (id),  -- [internal] of which set
    name        TEXT NOT NULL,                              -- [public] as the newest edition spells it
    name_folded TEXT NOT NULL,                              -- [public] the name without case, spaces and punctuation
    UNIQUE (set_id, name_folded)
) STRICT;

-- zone_version: what a zone looked like from one day to another. [public]
CREATE TABLE zone_version (
    id           INTEGER PRIMARY KEY,                            -- [internal] row key
    zone_id      INTEGER NOT NULL REFERENCES zone (id),          -- [internal] which zone
    edition_id   INTEGER NOT NULL REFERENCES zone_edition (id),  -- [internal] from which file
    part_of      TEXT,                                           -- [public] borough or district, if the file has one
    valid_from   TEXT NOT NULL,                                  -- [public] first day
    valid_to     TEXT,                                           -- [public] last day; empty while it holds
    shape        BLOB NOT NULL,                                  -- [public] polygons of rings of whole microdegrees
    vertex_count INTEGER NOT NULL,                               -- [public] corners of all rings
    area_sq_m    INTEGER NOT NULL,                               -- [public] its area in square meters
    south_e6     INTEGER NOT NULL,                               -- [public] southern edge, microdegrees
    west_e6      INTEGER NOT NULL,                               -- [public] western edge
    north_e6     INTEGER NOT NULL,                               -- [public] northern edge
    east_e6      INTEGER NOT NULL,                               -- [public] eastern edge
    UNIQUE (zone_id, edition_id)
) STRICT;
CREATE INDEX zone_version_edition ON zone_version (edition_id);

-- zone_pressure: something that may change a whole zone, such as a rezoning under way. [public]
CREATE TABLE zone_pressure (
    id         INTEGER PRIMARY KEY,                       -- [internal] row key
    public_id  TEXT NOT NULL UNIQUE,                      -- [internal] address
    zone_id    INTEGER NOT NULL REFERENCES zone (id),     -- [internal] where
    what       TEXT NOT NULL,                             -- [public] what is proposed
    source     TEXT NOT NULL,                             -- [public] where that is written
    since_on   TEXT NOT NULL,                             -- [public] known since
    ended_on   TEXT,                                      -- [public] decided, withdrawn or found wrong
    account_id INTEGER NOT NULL REFERENCES account (id),  -- [internal] who wrote it down
    version    INTEGER NOT NULL DEFAULT 1,                -- [internal] counts edits
    created_at INTEGER NOT NULL                           -- [internal] when
) STRICT;
CREATE INDEX zone_pressure_zone ON zone_pressure (zone_id);

-- location: where a business is on the map, as known from a day on. Appended, never changed; the newest counts. [personal]
CREATE TABLE location (
    id           INTEGER PRIMARY KEY,                        -- [internal] row key
    business_id  INTEGER NOT NULL REFERENCES business (id),  -- [internal] which business
    latitude_e6  INTEGER CHECK (latitude_e6 BETWEEN -90000000 AND 90000000),     -- [personal] microdegrees; empty where the place was taken back
    longitude_e6 INTEGER CHECK (longitude_e6 BETWEEN -180000000 AND 180000000),  -- [personal] microdegrees
    source       TEXT NOT NULL CHECK (source IN ('map', 'visit', 'address_file', 'told_by_client', 'imported')),  -- [internal] where the numbers come from
    since_on     TEXT NOT NULL,                              -- [personal] there since this day, as far as we know
    import_id    INTEGER REFERENCES import_run (id),         -- [internal] the import that brought it
    account_id   INTEGER REFERENCES account (id),            -- [internal] who typed it
    recorded_at  INTEGER NOT NULL                            -- [internal] when
) STRICT;
CREATE INDEX location_business ON location (business_id, since_on);
CREATE INDEX location_import ON location (import_id);

-- occupancy: how a business holds its place, as known on a day. Appended, never changed; the newest counts. [personal]
CREATE TABLE occupancy (
    id               INTEGER PRIMARY KEY,                        -- [internal] row key
    business_id      INTEGER NOT NULL REFERENCES business (id),  -- [internal] which business
    seq              INTEGER NOT NULL,                           -- [internal] 1, 2, 3: counts what was told
    tenure           TEXT CHECK (tenure IN ('own', 'lease', 'month_to_month', 'sublease', 'informal', 'shared')),  -- [personal] on what terms; empty where not known
    lease_ends_on    TEXT,                                       -- [personal] last day of the lease
    rent_cents       INTEGER CHECK (rent_cents >= 0),            -- [personal] rent a month
    rent_step_bp     INTEGER CHECK (rent_step_bp BETWEEN 0 AND 100000),  -- [personal] next step of the rent, hundredths of a percent
    lease_option     TEXT CHECK (lease_option IN ('none', 'renew', 'buy')),  -- [personal] an option the tenant holds; empty where not known
    option_words     TEXT,                                       -- [personal] its terms
    notice           TEXT CHECK (notice IN ('eviction', 'nonrenewal', 'vacate', 'rent_increase', 'sale')),  -- [personal] a notice received; empty for none known
    notice_on        TEXT,                                       -- [personal] the day of the notice
    has_rezoning     INTEGER CHECK (has_rezoning IN (0, 1)),     -- [personal] a rezoning pending at or near the place; empty where not known
    rezoning_source  TEXT,                                       -- [personal] where that is written
    has_building_sale INTEGER CHECK (has_building_sale IN (0, 1)),  -- [personal] the building is sold or for sale
    has_competing_use INTEGER CHECK (has_competing_use IN (0, 1)),  -- [personal] other uses press on the block
    competing_words  TEXT,                                       -- [personal] which
    basis            TEXT NOT NULL CHECK (basis IN ('told_by_client', 'document_seen', 'visit', 'public_record')),  -- [internal] who says so
    told_on          TEXT NOT NULL,                              -- [personal] as of this day
    account_id       INTEGER REFERENCES account (id),            -- [internal] who wrote it down
    recorded_at      INTEGER NOT NULL,                           -- [internal] when
    UNIQUE (business_id, seq)
) STRICT;
CREATE INDEX occupancy_lease ON occupancy (lease_ends_on);

-- risk_setting: what a program decided about one rule of displacement risk. Appended, never changed; the newest counts. [internal]
CREATE TABLE risk_setting (
    id          INTEGER PRIMARY KEY,                       -- [internal] row key
    program_id  INTEGER NOT NULL REFERENCES program (id),  -- [internal] whose decision
    rule        TEXT NOT NULL CHECK (rule IN ('eviction_notice', 'lease_over', 'lease_soon', 'lease_within_year', 'month_to_month', 'sublet_or_shared', 'rent_step', 'rent_notice', 'building_sale', 'rezoning', 'competing_use')),  -- [internal] which rule
    seq         INTEGER NOT NULL,                          -- [internal] 1, 2, 3: counts decisions
    is_on       INTEGER NOT NULL CHECK (is_on IN (0, 1)),  -- [internal] whether it counts
    level       TEXT NOT NULL CHECK (level IN ('watch', 'raised', 'high')),  -- [internal] how much it counts
    threshold   INTEGER,                                   -- [internal] days, or hundredths of a percent
    reason      TEXT NOT NULL,                             -- [internal] why
    evidence    TEXT NOT NULL,                             -- [internal] on what ground
    decided_by  TEXT NOT NULL,                             -- [internal] who decided, in words
    decided_on  TEXT NOT NULL,                             -- [internal] when
    account_id  INTEGER NOT NULL REFERENCES account (id),  -- [internal] who wrote it down
    recorded_at INTEGER NOT NULL,                          -- [internal] when
    UNIQUE (program_id, rule, seq)
) STRICT;

-- small_office: what the organization declared about who holds the roles of data protection. Appended, never changed; the newest counts. [public]
CREATE TABLE small_office (
    id          INTEGER PRIMARY KEY,  -- [internal] row key
    seq         INTEGER NOT NULL UNIQUE,  -- [internal] 1, 2, 3: counts declarations
    is_declared INTEGER NOT NULL CHECK (is_declared IN (0, 1)),  -- [public] declared, or taken back
    reason      TEXT NOT NULL,  -- [public] why the roles cannot be kept apart
    outside     TEXT,  -- [public] who stands outside and agrees to break-glass
    account_id  INTEGER NOT NULL REFERENCES account (id),  -- [internal] who declared it
    as_role     TEXT NOT NULL,  -- [public] in what role
    declared_at INTEGER NOT NULL  -- [public] when
) STRICT;

-- glass: break-glass: a steward asked to see one person's answers; a second person agreed, refused, or said nothing. [personal]
CREATE TABLE glass (
    id           INTEGER PRIMARY KEY,  -- [internal] row key
    public_id    TEXT NOT NULL UNIQUE,  -- [internal] address
    person_id    INTEGER NOT NULL REFERENCES person (id),  -- [internal] whose answers
    business_id  INTEGER NOT NULL REFERENCES business (id),  -- [internal] in which file they were named
    reason       TEXT NOT NULL,  -- [personal] why; the person reads it
    asked_by     INTEGER NOT NULL REFERENCES account (id),  -- [internal] who asked
    asked_as     TEXT NOT NULL,  -- [internal] in what role
    asked_at     INTEGER NOT NULL,  -- [internal] when
    agree_until  INTEGER NOT NULL,  -- [internal] nobody can agree afterwards
    agreed_by    INTEGER REFERENCES account (id),  -- [internal] the second person
    agreed_as    TEXT,  -- [internal] in what role
    agreed_at    INTEGER,  -- [internal] when
    open_until   INTEGER,  -- [internal] opens nothing afterwards
    refused_by   INTEGER REFERENCES account (id),  -- [internal] who refused
    refused_at   INTEGER,  -- [internal] when
    refused_why  TEXT,  -- [personal] why
    ended_by     INTEGER REFERENCES account (id),  -- [internal] who ended it early
    ended_at     INTEGER,  -- [internal] when
    CHECK (agreed_by IS NULL OR agreed_by <> asked_by),
    CHECK ((agreed_by IS NULL) = (agreed_at IS NULL) AND (agreed_at IS NULL) = (open_until IS NULL))
) STRICT;
CREATE INDEX glass_person ON glass (person_id);

-- glass_opening: each time answers were shown under break-glass, written down before they were decrypted. [internal]
CREATE TABLE glass_opening (
    id       INTEGER PRIMARY KEY,  -- [internal] row key
    glass_id INTEGER NOT NULL REFERENCES glass (id),  -- [internal] under which permission
    at       INTEGER NOT NULL  -- [internal] when
) STRICT;
CREATE INDEX glass_opening_glass ON glass_opening (glass_id);

-- legal_hold: why what is known of somebody must not be deleted now. [personal]
CREATE TABLE legal_hold (
    id         INTEGER PRIMARY KEY,  -- [internal] row key
    public_id  TEXT NOT NULL UNIQUE,  -- [internal] address
    person_id  INTEGER NOT NULL REFERENCES person (id),  -- [internal] whom it is about
    business_id INTEGER NOT NULL REFERENCES business (id),  -- [internal] in which file they were named
    reason     TEXT NOT NULL,  -- [personal] why
    set_by     INTEGER NOT NULL REFERENCES account (id),  -- [internal] who set it
    set_at     INTEGER NOT NULL,  -- [internal] when
    lifted_by  INTEGER REFERENCES account (id),  -- [internal] who lifted it
    lifted_at  INTEGER,  -- [internal] when
    lifted_why TEXT  -- [personal] why
) STRICT;
CREATE UNIQUE INDEX legal_hold_live ON legal_hold (person_id) WHERE lifted_at IS NULL;

-- erasure_request: somebody asked that what is known of them be deleted. [personal]
CREATE TABLE erasure_request (
    id          INTEGER PRIMARY KEY,  -- [internal] row key
    public_id   TEXT NOT NULL UNIQUE,  -- [internal] address
    person_id   INTEGER NOT NULL REFERENCES person (id),  -- [internal] whom it is about
    asked_at    INTEGER NOT NULL,  -- [personal] when
    noted_by    INTEGER REFERENCES account (id),  -- [internal] the member of staff who wrote it down; empty where they asked on their own page
    settled_by  INTEGER REFERENCES account (id),  -- [internal] who deleted, or held it
    settled_at  INTEGER,  -- [internal] when it was done
    held_reason TEXT,  -- [personal] why it is not done now
    taken_back_at INTEGER  -- [personal] when they took it back
) STRICT;
CREATE UNIQUE INDEX erasure_request_open ON erasure_request (person_id) WHERE settled_at IS NULL AND taken_back_at IS NULL;

-- erasure: a person who was deleted: their row is empty, and so it stays when an old copy is put back. [internal]
CREATE TABLE erasure (
    id           INTEGER PRIMARY KEY,  -- [internal] row key
    person_id    INTEGER NOT NULL UNIQUE REFERENCES person (id),  -- [internal] the empty row
    tombstone    BLOB NOT NULL UNIQUE,  -- [internal] keyed digest of their address, as it stands in the file beside the keyring
    at           INTEGER NOT NULL,  -- [internal] when
    account_id   INTEGER REFERENCES account (id),  -- [internal] who did it; empty where it was done again after an old copy was put back
    is_under_way INTEGER NOT NULL CHECK (is_under_way IN (0, 1))  -- [internal] 1 only inside the deletion itself: what is append-only may be emptied then
) STRICT;

-- filing: a file with exact figures that a law or a contract makes a program send to one recipient. Ended, never deleted. [public]
CREATE TABLE filing (
    id          INTEGER PRIMARY KEY,  -- [internal] row key
    public_id   TEXT NOT NULL UNIQUE,  -- [internal] address
    program_id  INTEGER NOT NULL REFERENCES program (id),  -- [internal] which program
    recipient   TEXT NOT NULL,  -- [public] who gets it
    authority   TEXT NOT NULL,  -- [public] the law, rule or contract
    questions   TEXT NOT NULL,  -- [public] the questions it takes, parted by commas
    from_on     TEXT NOT NULL,  -- [public] from when
    account_id  INTEGER NOT NULL REFERENCES account (id),  -- [internal] who recorded it
    recorded_at INTEGER NOT NULL,  -- [internal] when
    ended_by    INTEGER REFERENCES account (id),  -- [internal] who ended it
    ended_at    INTEGER,  -- [internal] when
    ended_why   TEXT,  -- [public] why
    form        TEXT NOT NULL DEFAULT 'table' CHECK (form IN ('table', 'sba641', 'sba888', 'cdbg', 'ssbci', 'mep', 'logic_model', 'own_table')),  -- [public] how it is written
    location_code TEXT,  -- [internal] the number that the SBA gave the center
    has_names   INTEGER NOT NULL DEFAULT 0 CHECK (has_names IN (0, 1)),  -- [public] records hold names and ways to reach people
    funding_source_id INTEGER REFERENCES funding_source (id),  -- [internal] only what this funder paid is counted, where it is written down
    basis       TEXT CHECK (basis IN ('area', 'microenterprise', 'limited_clientele', 'jobs')),  -- [public] on what the benefit of people with low and moderate income rests
    provider_type TEXT CHECK (provider_type IN ('for_profit', 'higher_education', 'nonprofit', 'state', 'other')),  -- [public] what sort of organization gives the assistance
    provider_relation TEXT CHECK (provider_relation IN ('recipient', 'contractor', 'subrecipient', 'subentity')),  -- [public] what it is to the grant
    version     INTEGER NOT NULL DEFAULT 1  -- [internal] counts edits
) STRICT;
CREATE INDEX filing_program ON filing (program_id);
CREATE INDEX filing_funding_source ON filing (funding_source_id);

-- filing_line: a line of a funder's own table, set in a listed measure: nobody types a figure. [public]
CREATE TABLE filing_line (
    id        INTEGER PRIMARY KEY,  -- [internal] row key
    public_id TEXT NOT NULL UNIQUE,  -- [internal] address
    filing_id INTEGER NOT NULL REFERENCES filing (id),  -- [internal] of which filing
    place     INTEGER NOT NULL,  -- [internal] 1, 2, 3: where it stands
    section   TEXT NOT NULL,  -- [public] under which head
    label     TEXT NOT NULL,  -- [public] the funder's words for it
    measure   TEXT NOT NULL CHECK (measure IN ('clients_joined', 'clients_served', 'services', 'contact_time', 'trainings', 'training_people', 'outreach_reached', 'outreach_contacts', 'referrals_sent', 'referrals_accepted', 'referrals_completed', 'awards', 'dollars_awarded', 'dollars_delivered', 'space_delivered', 'lab_time', 'outcomes', 'jobs_created', 'jobs_kept', 'capital_raised', 'contracts_won')),  -- [public] what is counted
    kind      TEXT,  -- [public] of one kind
    neighborhood TEXT,  -- [public] in one neighborhood
    UNIQUE (filing_id, section, label)
) STRICT;

-- income_limit_table: what counts as low and moderate income somewhere in a year, as published. Appended; the newest of a program counts. [public]
CREATE TABLE income_limit_table (
    id          INTEGER PRIMARY KEY,  -- [internal] row key
    program_id  INTEGER NOT NULL REFERENCES program (id),  -- [internal] whose page shows it
    seq         INTEGER NOT NULL,  -- [internal] 1, 2, 3: counts tables
    area        TEXT NOT NULL,  -- [public] where they hold
    year        INTEGER NOT NULL CHECK (year BETWEEN 1990 AND 2200),  -- [public] for which year
    source      TEXT NOT NULL,  -- [public] who published them
    account_id  INTEGER NOT NULL REFERENCES account (id),  -- [internal] who wrote them down
    recorded_at INTEGER NOT NULL,  -- [internal] when
    UNIQUE (program_id, seq)
) STRICT;

-- income_limit: the most that a household of a size has in a year to count as each. [public]
CREATE TABLE income_limit (
    id             INTEGER PRIMARY KEY,  -- [internal] row key
    table_id       INTEGER NOT NULL REFERENCES income_limit_table (id),  -- [internal] of which table
    household      INTEGER NOT NULL CHECK (household BETWEEN 1 AND 8),  -- [public] how many people
    extremely_low_cents INTEGER NOT NULL CHECK (extremely_low_cents > 0),  -- [public] 30 percent of the area's median
    low_cents      INTEGER NOT NULL CHECK (low_cents >= extremely_low_cents),  -- [public] 50 percent
    moderate_cents INTEGER NOT NULL CHECK (moderate_cents >= low_cents),  -- [public] 80 percent
    UNIQUE (table_id, household)
) STRICT;

-- answer_told: which filings the notice named when an answer was given: only these may count it. [firewalled]
CREATE TABLE answer_told (
    id        INTEGER PRIMARY KEY,  -- [firewalled] random, so order tells nothing
    answer_id INTEGER NOT NULL REFERENCES demographic_answer (id) ON DELETE CASCADE,  -- [firewalled] which answer
    filing_id INTEGER NOT NULL REFERENCES filing (id),  -- [internal] which filing
    UNIQUE (answer_id, filing_id)
) STRICT;

-- filing_made: a file that was made for its recipient, frozen and encrypted. [firewalled]
CREATE TABLE filing_made (
    id          INTEGER PRIMARY KEY,  -- [internal] row key
    public_id   TEXT NOT NULL UNIQUE,  -- [internal] address
    filing_id   INTEGER NOT NULL REFERENCES filing (id),  -- [internal] which filing
    first_on    TEXT NOT NULL,  -- [internal] first day it counts
    last_on     TEXT NOT NULL,  -- [internal] last day it counts
    key_id      TEXT NOT NULL,  -- [internal] which wrapping key
    nonce       BLOB NOT NULL,  -- [internal] nonce of the encryption
    sealed      BLOB NOT NULL,  -- [firewalled] the file
    sha256      TEXT NOT NULL,  -- [internal] of the file
    account_id  INTEGER NOT NULL REFERENCES account (id),  -- [internal] who made it
    made_at     INTEGER NOT NULL,  -- [internal] when
    left_out    INTEGER NOT NULL DEFAULT 0,  -- [internal] how many records were not ready and wait for a later file
    UNIQUE (filing_id, first_on, last_on)
) STRICT;

-- filing_record: a record that a file holds: since then it stays as it is. [internal]
CREATE TABLE filing_record (
    id          INTEGER PRIMARY KEY,  -- [internal] row key
    made_id     INTEGER NOT NULL REFERENCES filing_made (id),  -- [internal] in which file
    service_id  INTEGER REFERENCES service (id),  -- [internal] the session
    training_id INTEGER REFERENCES training (id),  -- [internal] or the training
    business_id INTEGER REFERENCES business (id),  -- [internal] or the client
    line        TEXT,  -- [public] or the line of a table, by its words
    digests     TEXT NOT NULL,  -- [internal] keyed digests of what it holds, as JSON, to tell what changed later
    CHECK ((service_id IS NOT NULL) + (training_id IS NOT NULL) + (business_id IS NOT NULL) + (line IS NOT NULL) = 1),
    UNIQUE (made_id, service_id),
    UNIQUE (made_id, training_id),
    UNIQUE (made_id, business_id),
    UNIQUE (made_id, line)
) STRICT;
CREATE INDEX filing_record_business ON filing_record (business_id);
CREATE INDEX filing_record_service ON filing_record (service_id);
CREATE INDEX filing_record_training ON filing_record (training_id);

-- filing_person: whose answers a file counted; each of them can see that. [personal]
CREATE TABLE filing_person (
    id        INTEGER PRIMARY KEY,  -- [internal] row key
    made_id   INTEGER NOT NULL REFERENCES filing_made (id),  -- [internal] in which file
    person_id INTEGER NOT NULL REFERENCES person (id),  -- [internal] who
    UNIQUE (made_id, person_id)
) STRICT;
CREATE INDEX filing_person_person ON filing_person (person_id);

-- self_id_setting: which questions about who people are a program asks. Appended, never changed; the newest counts. [public]
CREATE TABLE self_id_setting (
    id          INTEGER PRIMARY KEY,                        -- [internal] row key
    program_id  INTEGER NOT NULL REFERENCES program (id),   -- [internal] which program
    seq         INTEGER NOT NULL,                           -- [internal] 1, 2, 3: counts settings
    questions   TEXT NOT NULL,                              -- [public] the questions that are asked, parted by commas
    has_detail  INTEGER NOT NULL CHECK (has_detail IN (0, 1)),  -- [public] detail of each group may be written
    has_words   INTEGER NOT NULL CHECK (has_words IN (0, 1)),  -- [public] own words may be written
    account_id  INTEGER NOT NULL REFERENCES account (id),   -- [internal] who set it
    recorded_at INTEGER NOT NULL,                           -- [internal] when
    UNIQUE (program_id, seq)
) STRICT;

-- notice_version: what the notice about answers is made of, once for each version. [public]
CREATE TABLE notice_version (
    id       INTEGER PRIMARY KEY,   -- [internal] row key
    version  TEXT NOT NULL UNIQUE,  -- [public] digest of the facts
    facts    TEXT NOT NULL,         -- [public] readers, filings, threshold, declaration, as JSON
    first_at INTEGER NOT NULL       -- [internal] when it was first in force somewhere
) STRICT;

-- notice_text: the notice as somebody read it before answering, once for each version and language. [public]
CREATE TABLE notice_text (
    id       INTEGER PRIMARY KEY,                               -- [internal] row key
    version  TEXT NOT NULL REFERENCES notice_version (version),  -- [public] which version
    language TEXT NOT NULL,                                     -- [public] tag of the catalog
    body     TEXT NOT NULL,                                     -- [public] every sentence of it
    first_at INTEGER NOT NULL,                                  -- [internal] when the first answer was given under it
    UNIQUE (version, language)
) STRICT;

-- program_notice: which version of the notice is in force in a program, since when. The newest counts. [public]
CREATE TABLE program_notice (
    id           INTEGER PRIMARY KEY,                       -- [internal] row key
    program_id   INTEGER NOT NULL REFERENCES program (id),  -- [internal] which program
    seq          INTEGER NOT NULL,                          -- [internal] 1, 2, 3: counts versions
    version      TEXT NOT NULL REFERENCES notice_version (version),  -- [public] which version
    since        INTEGER NOT NULL,                          -- [public] since when
    told_through INTEGER NOT NULL,                          -- [internal] row key of the last person who was looked at, to tell them
    UNIQUE (program_id, seq)
) STRICT;

-- notice_told: who was told that the notice changed after they had answered, and whether they have decided since. [personal]
CREATE TABLE notice_told (
    id         INTEGER PRIMARY KEY,                       -- [internal] row key
    person_id  INTEGER NOT NULL REFERENCES person (id),   -- [internal] who
    program_id INTEGER NOT NULL REFERENCES program (id),  -- [internal] who told them
    version    TEXT NOT NULL REFERENCES notice_version (version),  -- [internal] which version
    told_at    INTEGER NOT NULL,                          -- [personal] when
    settled_at INTEGER,                                   -- [personal] when they kept, changed or deleted their answers
    UNIQUE (person_id, version)
) STRICT;

-- self_id_sitting: a device that was handed to somebody to answer on: the link works once, for this sitting. [internal]
CREATE TABLE self_id_sitting (
    id         INTEGER PRIMARY KEY,                                  -- [internal] row key
    link_id    INTEGER NOT NULL UNIQUE REFERENCES access_link (id),  -- [internal] the link that the sitting opened
    account_id INTEGER NOT NULL REFERENCES account (id),             -- [internal] who handed the device over
    started_at INTEGER NOT NULL                                      -- [internal] when
) STRICT;

-- look: who saw what is known of a client: one row for each viewer, record, part and day, written before it is shown. Never changed. [personal]
CREATE TABLE look (
    id          INTEGER PRIMARY KEY,                        -- [internal] row key
    business_id INTEGER REFERENCES business (id),           -- [internal] whose record; empty where all clients of a program were counted, or one person's own was seen
    program_id  INTEGER NOT NULL REFERENCES program (id),   -- [internal] under which program
    referral_id INTEGER REFERENCES referral (id),           -- [internal] the referral that was seen, or that was the reason
    partner_id  INTEGER REFERENCES partner (id),            -- [internal] the partner that looked; empty for staff
    viewer      TEXT NOT NULL,                              -- [internal] opaque id of who looked; never shown to anybody but the record
    role        TEXT NOT NULL CHECK (role IN ('advisor', 'colleague', 'manager', 'partner', 'steward', 'admin', 'system')),  -- [personal] in what role
    part        TEXT NOT NULL CHECK (part IN ('record', 'referral', 'letter', 'request', 'contact', 'file', 'report', 'notice', 'correction', 'complaint')),  -- [personal] what was seen
    on_day      TEXT NOT NULL,                              -- [internal] on which day
    at          INTEGER NOT NULL,                           -- [internal] when first on that day
    person_id   INTEGER REFERENCES person (id)              -- [internal] whose own it was, where it is none of a co-owner's: only they read of it
) STRICT;
CREATE UNIQUE INDEX look_once ON look (viewer, on_day, part, program_id, coalesce(business_id, 0), coalesce(referral_id, 0), coalesce(person_id, 0));
CREATE INDEX look_business ON look (business_id, at);
CREATE INDEX look_person ON look (person_id, at);

-- correction_request: somebody says that a fact is wrong. What stood there stays here, and so does the answer. [personal]
CREATE TABLE correction_request (
    id          INTEGER PRIMARY KEY,                        -- [internal] row key
    public_id   TEXT NOT NULL UNIQUE,                       -- [internal] address
    person_id   INTEGER NOT NULL REFERENCES person (id),    -- [internal] who asks
    business_id INTEGER NOT NULL REFERENCES business (id),  -- [internal] about which business of theirs
    program_id  INTEGER NOT NULL REFERENCES program (id),   -- [internal] the program that answers
    what        TEXT NOT NULL CHECK (what IN ('person_name', 'email', 'business_name', 'product', 'address', 'workers', 'ownership')),  -- [personal] which fact
    old_value   TEXT NOT NULL,                              -- [personal] as it stood
    new_value   TEXT NOT NULL,                              -- [personal] as they say it is
    asked_at    INTEGER NOT NULL,                           -- [internal] when
    due_on      TEXT NOT NULL,                              -- [internal] answered by
    answer      TEXT CHECK (answer IN ('made', 'kept')),    -- [personal] corrected, or left as it stood
    words       TEXT,                                       -- [personal] what they are told with it
    answered_by INTEGER REFERENCES account (id),            -- [internal] by whom
    answered_at INTEGER                                     -- [internal] when
) STRICT;
CREATE INDEX correction_request_person ON correction_request (person_id);
CREATE INDEX correction_request_open ON correction_request (program_id, due_on) WHERE answered_at IS NULL;

-- complaint: a word to somebody outside the advisor's line. No page of an advisor reads it. [personal]
CREATE TABLE complaint (
    id          INTEGER PRIMARY KEY,                       -- [internal] row key
    public_id   TEXT NOT NULL UNIQUE,                      -- [internal] address
    number      INTEGER NOT NULL UNIQUE,                   -- [internal] label C-12; never a key
    person_id   INTEGER NOT NULL REFERENCES person (id),   -- [internal] whose
    program_id  INTEGER NOT NULL REFERENCES program (id),  -- [internal] about which program
    words       TEXT NOT NULL,                             -- [personal] what they say
    asked_at    INTEGER NOT NULL,                          -- [internal] when
    due_on      TEXT NOT NULL,                             -- [internal] answered by
    answer      TEXT,                                      -- [personal] what they are told
    answered_by INTEGER REFERENCES account (id),           -- [internal] by whom
    answered_at INTEGER                                    -- [internal] when
) STRICT;
CREATE INDEX complaint_person ON complaint (person_id);
CREATE INDEX complaint_open ON complaint (program_id, due_on) WHERE answered_at IS NULL;

-- complaint_against: whoever had a part in the clients of the person when they complained: never reads it in any role, unless nobody else could. [internal]
CREATE TABLE complaint_against (
    id           INTEGER PRIMARY KEY,                           -- [internal] row key
    complaint_id INTEGER NOT NULL REFERENCES complaint (id),    -- [internal] which complaint
    account_id   INTEGER NOT NULL REFERENCES account (id),      -- [internal] who
    UNIQUE (complaint_id, account_id)
) STRICT;

-- helper: somebody an entrepreneur trusts to see their requests, or to act for them. Only a keyed digest of the code is kept. [personal]
CREATE TABLE helper (
    id         INTEGER PRIMARY KEY,                      -- [internal] row key
    public_id  TEXT NOT NULL UNIQUE,                     -- [internal] address
    number     INTEGER NOT NULL UNIQUE,                  -- [internal] label H-7, typed with the code; never a key
    person_id  INTEGER NOT NULL REFERENCES person (id),  -- [internal] whose helper
    name       TEXT NOT NULL,                            -- [personal] as the person calls them
    came_as    TEXT,                                     -- [personal] the name they gave when they came
    level      TEXT NOT NULL CHECK (level IN ('see', 'act')),  -- [personal] see only, or act too
    until_on   TEXT NOT NULL,                            -- [personal] last day it opens something
    code_mac   BLOB NOT NULL UNIQUE,                     -- [internal] keyed digest of number and code
    witness_id INTEGER REFERENCES account (id),          -- [internal] the member of staff who heard the person say it; empty for their own page
    invited_at INTEGER NOT NULL,                         -- [internal] when
    came_at    INTEGER,                                  -- [personal] when they last came in
    ended_at   INTEGER                                   -- [personal] when it was ended early
) STRICT;
CREATE INDEX helper_person ON helper (person_id);

-- helper_deed: what a helper did for the person, in the transaction of the deed. Never changed. [personal]
CREATE TABLE helper_deed (
    id          INTEGER PRIMARY KEY,                        -- [internal] row key
    helper_id   INTEGER NOT NULL REFERENCES helper (id),    -- [internal] who
    referral_id INTEGER NOT NULL REFERENCES referral (id),  -- [internal] about which request
    what        TEXT NOT NULL CHECK (what IN ('message', 'request', 'stop', 'confirm', 'answer', 'other')),  -- [personal] what
    at          INTEGER NOT NULL                            -- [internal] when
) STRICT;
CREATE INDEX helper_deed_helper ON helper_deed (helper_id);
CREATE INDEX helper_deed_referral ON helper_deed (referral_id);

-- benchmark_file: a file of public figures to compare with, as it came. Never changed. [public]
CREATE TABLE benchmark_file (
    id          INTEGER PRIMARY KEY,                        -- [internal] row key
    public_id   TEXT NOT NULL UNIQUE,                       -- [internal] address
    file_name   TEXT NOT NULL,                              -- [internal] as the file was called
    file_hash   TEXT NOT NULL UNIQUE,                       -- [internal] SHA-256 of the file: the same file twice is here already
    form        TEXT NOT NULL CHECK (form IN ('api', 'two_headers', 'one_header', 'bulk', 'long')),  -- [internal] how it was written
    imported_by TEXT NOT NULL,                              -- [internal] who imported it, as the record names them
    imported_at INTEGER NOT NULL                            -- [internal] when
) STRICT;

-- benchmark: what there is in one place, industry and year to compare with, from one file. Never changed. [public]
CREATE TABLE benchmark (
    id             INTEGER PRIMARY KEY,                            -- [internal] row key
    public_id      TEXT NOT NULL UNIQUE,                           -- [internal] address
    file_id        INTEGER NOT NULL REFERENCES benchmark_file (id),  -- [internal] from which file
    source         TEXT NOT NULL,                                  -- [public] who published it
    dataset        TEXT NOT NULL,                                  -- [public] in which series
    vintage        INTEGER,                                        -- [public] year under which it was published, if anybody said
    reference_year INTEGER NOT NULL,                               -- [public] year that was counted
    geo_level      TEXT NOT NULL CHECK (geo_level IN ('nation', 'state', 'metro', 'county', 'place')),  -- [public] how large the place is
    geo_id         TEXT NOT NULL,                                  -- [public] code of the place
    geo_name       TEXT NOT NULL,                                  -- [public] the place
    naics          TEXT NOT NULL,                                  -- [public] industry code, "00" for all sectors
    naics_label    TEXT,                                           -- [public] the industry in words
    naics_version  TEXT,                                           -- [public] edition of the code
    universe       TEXT NOT NULL CHECK (universe IN ('employer', 'nonemployer', 'population')),  -- [public] who is counted
    retrieved_on   TEXT,                                           -- [public] when it was fetched from its source, if anybody said
    url            TEXT,                                           -- [public] from where
    origin_hash    TEXT                                            -- [public] SHA-256 of what it was made from, if the file says
) STRICT;
CREATE INDEX benchmark_of_file ON benchmark (file_id);
CREATE INDEX benchmark_place ON benchmark (geo_level, geo_id, naics);

-- benchmark_cell: one figure of a benchmark. A missing value has a flag and is never 0. Never changed. [public]
CREATE TABLE benchmark_cell (
    id           INTEGER PRIMARY KEY,                        -- [internal] row key
    benchmark_id INTEGER NOT NULL REFERENCES benchmark (id), -- [internal] of which benchmark
    scheme       TEXT NOT NULL CHECK (scheme IN ('whole', 'race', 'ethnicity', 'sex', 'veteran')),  -- [public] what divides into groups
    code         INTEGER NOT NULL,                           -- [public] the group's code at the source, without leading zeros
    label        TEXT NOT NULL,                              -- [public] the group as the source calls it
    measure      TEXT NOT NULL CHECK (measure IN ('firms', 'receipts', 'employees', 'payroll', 'people')),  -- [public] what is counted
    value        INTEGER,                                    -- [public] how many; empty where the figure is missing
    flag         TEXT CHECK (flag IN ('D', 'S', 'N', 'X', 'range', 'blank')),  -- [public] why it is missing
    rse_e2       INTEGER,                                    -- [public] relative standard error, hundredths of a percent
    denominator  INTEGER,                                    -- [public] code of the whole that it is a share of
    line         INTEGER NOT NULL,                           -- [internal] line of the file
    UNIQUE (benchmark_id, scheme, code, measure),
    CHECK ((value IS NULL) = (flag IS NOT NULL))
) STRICT;

-- benchmark_choice: with what a program is compared. The newest counts; earlier ones stay. [public]
CREATE TABLE benchmark_choice (
    id          INTEGER PRIMARY KEY,                       -- [internal] row key
    program_id  INTEGER NOT NULL REFERENCES program (id),  -- [internal] which program
    seq         INTEGER NOT NULL,                          -- [internal] counts choices
    first_id    INTEGER REFERENCES benchmark (id),         -- [internal] the first; empty where nothing is chosen any more
    first_add   INTEGER REFERENCES benchmark (id),         -- [internal] businesses without employees, added to the first
    second_id   INTEGER REFERENCES benchmark (id),         -- [internal] the second, beside it
    second_add  INTEGER REFERENCES benchmark (id),         -- [internal] added to the second
    reason      TEXT,                                      -- [internal] why these
    chosen_by   TEXT NOT NULL,                             -- [internal] by whom, as the record names them
    chosen_at   INTEGER NOT NULL,                          -- [internal] when
    UNIQUE (program_id, seq)
) STRICT;

-- report_release: a period of the equity report, made once for all its readers. Never changed. [internal]
CREATE TABLE report_release (
    id          INTEGER PRIMARY KEY,  -- [internal] row key
    public_id   TEXT NOT NULL UNIQUE,  -- [public] the code under which the report is found again
    program_id  INTEGER REFERENCES program (id),  -- [internal] which program; empty for all of them
    period      TEXT NOT NULL,  -- [public] 2026, 2026-Q3, 2026-07 or FY2026
    years       INTEGER NOT NULL CHECK (years BETWEEN 1 AND 3),  -- [public] how many years stand together
    first_on    TEXT NOT NULL,  -- [public] first day
    last_on     TEXT NOT NULL,  -- [public] last day
    plan        TEXT NOT NULL CHECK (plan IN ('small', 'middle', 'full')),  -- [public] how much was asked for
    areas       TEXT NOT NULL,  -- [public] names of the areas in the order of their numbers, as JSON
    programs    TEXT NOT NULL,  -- [public] names of the programs in the order of their numbers, as JSON
    tells_money INTEGER NOT NULL CHECK (tells_money IN (0, 1)),  -- [internal] whether totals of money by group were decided in it: each day once
    corrects_id INTEGER REFERENCES report_release (id),  -- [internal] the release of the same period before it
    reason      TEXT,  -- [internal] why it was made again
    made_by     TEXT NOT NULL,  -- [internal] who made it, as the record names them
    made_at     INTEGER NOT NULL  -- [internal] when: nothing later is in it
) STRICT;
CREATE INDEX release_period ON report_release (program_id, period);

-- release_way: what each business did in the period, as it was known then. Nothing in it says who anybody is. [internal]
CREATE TABLE release_way (
    id          INTEGER PRIMARY KEY,  -- [internal] row key
    release_id  INTEGER NOT NULL REFERENCES report_release (id),  -- [internal] in which release
    business_id INTEGER NOT NULL REFERENCES business (id),  -- [internal] which business
    way         TEXT NOT NULL,  -- [internal] stations, waits and answers, in short
    UNIQUE (release_id, business_id)
) STRICT;

-- release_edition: what a release tells to one kind of readers. Never changed. [internal]
CREATE TABLE release_edition (
    id         INTEGER PRIMARY KEY,  -- [internal] row key
    release_id INTEGER NOT NULL REFERENCES report_release (id),  -- [internal] of which release
    audience   TEXT NOT NULL CHECK (audience IN ('internal', 'funder', 'public')),  -- [internal] for whom
    threshold  INTEGER NOT NULL CHECK (threshold BETWEEN 5 AND 11),  -- [public] no count of a group from 1 to below this is told
    told       TEXT NOT NULL,  -- [internal] everything the report is written from, as JSON
    told_hash  TEXT NOT NULL,  -- [public] SHA-256 of it
    guarded    BLOB NOT NULL,  -- [internal] encrypted: which counts, and differences of two, must not follow from anything ever told
    UNIQUE (release_id, audience)
) STRICT;

-- release_count: what was told of each line of the list, in its order. [internal]
CREATE TABLE release_count (
    id          INTEGER PRIMARY KEY,  -- [internal] row key
    edition_id INTEGER NOT NULL REFERENCES release_edition (id),  -- [internal] to whom
    place      INTEGER NOT NULL,  -- [internal] place in the list
    count_id   TEXT NOT NULL,  -- [public] id of the line
    told       INTEGER,  -- [internal] the count; empty where it was left out
    UNIQUE (edition_id, place)
) STRICT;

-- release_file: the bytes that were handed out; asked again, the same are. [internal]
CREATE TABLE release_file (
    id          INTEGER PRIMARY KEY,  -- [internal] row key
    edition_id INTEGER NOT NULL REFERENCES release_edition (id),  -- [internal] of what
    form       TEXT NOT NULL,  -- [internal] csv, json, xlsx, pdf, html or a chart
    bytes      BLOB NOT NULL,  -- [internal] the file
    hash       TEXT NOT NULL,  -- [public] SHA-256 of it
    made_at    INTEGER NOT NULL,  -- [internal] when it was first asked for
    UNIQUE (edition_id, form)
) STRICT;

-- release_word: what the program says about a release, and what it will do. The newest counts; earlier ones stay. [internal]
CREATE TABLE release_word (
    id         INTEGER PRIMARY KEY,  -- [internal] row key
    release_id INTEGER NOT NULL REFERENCES report_release (id),  -- [internal] about which release
    seq        INTEGER NOT NULL CHECK (seq >= 1),  -- [internal] counts what was written about it
    context    TEXT,  -- [public] what the program says about the figures
    answer     TEXT,  -- [public] what it will do
    written_by TEXT NOT NULL,  -- [internal] who wrote it, as the record names them
    at         INTEGER NOT NULL,  -- [internal] when
    UNIQUE (release_id, seq)
) STRICT;

-- api_token: lets a system of the organization's own work under a manager's name, within some programs and scopes. [internal]
CREATE TABLE api_token (
    id          INTEGER PRIMARY KEY,                       -- [internal] row key
    public_id   TEXT NOT NULL UNIQUE,                      -- [internal] address, and who acts in the record
    account_id  INTEGER NOT NULL REFERENCES account (id),  -- [internal] who made it: it may never do what they may not
    name        TEXT NOT NULL,                             -- [internal] which system it is for
    token_hash  BLOB NOT NULL UNIQUE,                      -- [internal] SHA-256 of the token, which was shown once
    per_minute  INTEGER NOT NULL CHECK (per_minute IN (60, 600, 6000)),  -- [internal] how many requests it may make in a minute
    expires_at  INTEGER NOT NULL,                          -- [internal] dead afterwards
    ended_at    INTEGER,                                   -- [internal] when somebody ended it
    ended_by_id INTEGER REFERENCES account (id),           -- [internal] who
    ended_why   TEXT,                                      -- [internal] why
    version     INTEGER NOT NULL DEFAULT 1,                -- [internal] counts edits
    created_at  INTEGER NOT NULL                           -- [internal] when made
) STRICT;
CREATE INDEX api_token_account ON api_token (account_id);

-- api_token_scope: what it may do. [internal]
CREATE TABLE api_token_scope (
    id       INTEGER PRIMARY KEY,                         -- [internal] row key
    token_id INTEGER NOT NULL REFERENCES api_token (id),  -- [internal] which token
    scope    TEXT NOT NULL CHECK (scope IN ('clients:read', 'clients:write', 'services:read', 'services:write', 'referrals:read', 'referrals:write', 'outcomes:read', 'deployments:read', 'trainings:read', 'partners:read')),  -- [internal] what
    UNIQUE (token_id, scope)
) STRICT;

-- api_token_program: in which programs. [internal]
CREATE TABLE api_token_program (
    id         INTEGER PRIMARY KEY,                         -- [internal] row key
    token_id   INTEGER NOT NULL REFERENCES api_token (id),  -- [internal] which token
    program_id INTEGER NOT NULL REFERENCES program (id),    -- [internal] where
    UNIQUE (token_id, program_id)
) STRICT;

-- api_visit: when a token was last used, to five minutes. [internal]
CREATE TABLE api_visit (
    token_id INTEGER PRIMARY KEY REFERENCES api_token (id),  -- [internal] which token
    at       INTEGER NOT NULL                                -- [internal] when
) STRICT;

-- api_answer: what a post with a key was answered, so that the same post again makes nothing new. Ids only; gone after two days. [internal]
CREATE TABLE api_answer (
    id       INTEGER PRIMARY KEY,                         -- [internal] row key
    token_id INTEGER NOT NULL REFERENCES api_token (id),  -- [internal] whose post
    key_mac  BLOB NOT NULL,                               -- [internal] keyed digest of the key it brought
    body_mac BLOB NOT NULL,                               -- [internal] keyed digest of where it went and what it said
    made     TEXT NOT NULL,                               -- [internal] id of the record it made
    etag     TEXT NOT NULL,                               -- [internal] tag of that record as it was then
    at       INTEGER NOT NULL,                            -- [internal] when
    UNIQUE (token_id, key_mac)
) STRICT;
CREATE INDEX api_answer_at ON api_answer (at);

-- api_hook: an address of an organization's own system that is told of events of referrals in one program. [internal]
CREATE TABLE api_hook (
    id          INTEGER PRIMARY KEY,                       -- [internal] row key
    public_id   TEXT NOT NULL UNIQUE,                      -- [internal] address
    account_id  INTEGER NOT NULL REFERENCES account (id),  -- [internal] who made it: it is told nothing once they do not manage the program
    program_id  INTEGER NOT NULL REFERENCES program (id),  -- [internal] of which program
    url         TEXT NOT NULL,                             -- [internal] where it is told
    secret      BLOB NOT NULL,                             -- [internal] what calls are signed with, encrypted with the keyring
    ended_at    INTEGER,                                   -- [internal] when somebody ended it
    ended_by_id INTEGER REFERENCES account (id),           -- [internal] who
    ended_why   TEXT,                                      -- [internal] why
    version     INTEGER NOT NULL DEFAULT 1,                -- [internal] counts edits
    created_at  INTEGER NOT NULL                           -- [internal] when made
) STRICT;
CREATE INDEX api_hook_program ON api_hook (program_id);

-- api_hook_event: of which events. [internal]
CREATE TABLE api_hook_event (
    id      INTEGER PRIMARY KEY,                        -- [internal] row key
    hook_id INTEGER NOT NULL REFERENCES api_hook (id),  -- [internal] which address
    event   TEXT NOT NULL,                              -- [internal] a word of referral_event.event
    UNIQUE (hook_id, event)
) STRICT;

-- api_delivery: an event that an own system is to be told of: written with the event, by a trigger. Ids only. [internal]
CREATE TABLE api_delivery (
    id              INTEGER PRIMARY KEY,                              -- [internal] row key
    hook_id         INTEGER NOT NULL REFERENCES api_hook (id),        -- [internal] where
    event_id        INTEGER NOT NULL REFERENCES referral_event (id),  -- [internal] of what
    attempts        INTEGER NOT NULL DEFAULT 0,                       -- [internal] how often it was tried
    next_attempt_at INTEGER NOT NULL,                                 -- [internal] not tried again before; written before each attempt
    sent_at         INTEGER,                                          -- [internal] when it was taken
    failed_at       INTEGER,                                          -- [internal] given up
    failure         TEXT CHECK (failure IN ('unreachable', 'too_slow', 'no_secrecy', 'refused', 'inside')),  -- [internal] why the last attempt failed
    UNIQUE (hook_id, event_id)
) STRICT;
CREATE INDEX api_delivery_waits ON api_delivery (next_attempt_at) WHERE sent_at IS NULL AND failed_at IS NULL;
CREATE INDEX api_delivery_event ON api_delivery (event_id);
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
