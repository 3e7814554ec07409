
CREATE TABLE organization (
    id              INTEGER PRIMARY KEY CHECK (id = 1),
    name            TEXT NOT NULL,
    time_zone       TEXT NOT NULL,
    is_demo         INTEGER NOT NULL DEFAULT 0 CHECK (is_demo IN (0, 1)),
    clock_offset_ms INTEGER NOT NULL DEFAULT 0,
    threshold       INTEGER NOT NULL DEFAULT 5 CHECK (threshold BETWEEN 5 AND 11),
    created_at      INTEGER NOT NULL
) STRICT;

CREATE TABLE program (
    id         INTEGER PRIMARY KEY,
    public_id  TEXT NOT NULL UNIQUE,
    name       TEXT NOT NULL UNIQUE,
    telephone  TEXT,
    email      TEXT,
    started_on TEXT NOT NULL,
    version    INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE funding_source (
    id         INTEGER PRIMARY KEY,
    program_id INTEGER NOT NULL REFERENCES program (id),
    name       TEXT NOT NULL,
    kind       TEXT NOT NULL CHECK (kind IN ('public', 'foundation', 'bank', 'owner')),
    is_default INTEGER NOT NULL DEFAULT 0 CHECK (is_default IN (0, 1)),
    UNIQUE (program_id, name)
) STRICT;

CREATE TABLE deciding_body (
    id         INTEGER PRIMARY KEY,
    program_id INTEGER NOT NULL REFERENCES program (id),
    name       TEXT NOT NULL,
    UNIQUE (program_id, name)
) STRICT;

CREATE TABLE holiday (
    id   INTEGER PRIMARY KEY,
    day  TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL
) STRICT;

CREATE TABLE code (
    id           INTEGER PRIMARY KEY,
    list         TEXT NOT NULL CHECK (list IN ('stage', 'decline', 'hold', 'cancel', 'fail', 'next_step', 'reopen', 'missing', 'outcome')),
    kind         TEXT NOT NULL,
    code         TEXT NOT NULL,
    label        TEXT NOT NULL,
    client_label TEXT NOT NULL,
    grp          TEXT NOT NULL,
    side         TEXT NOT NULL,
    unmet_need   INTEGER NOT NULL CHECK (unmet_need IN (0, 1)),
    unit         TEXT NOT NULL,
    valid_from   TEXT NOT NULL,
    valid_to     TEXT,
    UNIQUE (list, kind, code)
) STRICT;

CREATE TABLE account (
    id                INTEGER PRIMARY KEY,
    public_id         TEXT NOT NULL UNIQUE,
    email             TEXT NOT NULL UNIQUE,
    name              TEXT NOT NULL,
    telephone         TEXT,
    password_hash     TEXT,
    totp_secret       BLOB,
    totp_last_step    INTEGER NOT NULL DEFAULT 0,
    disabled_at       INTEGER,
    sessions_valid_from INTEGER NOT NULL DEFAULT 0,
    version           INTEGER NOT NULL DEFAULT 1,
    created_at        INTEGER NOT NULL
) STRICT;

CREATE TABLE organization_role (
    id         INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id),
    role       TEXT NOT NULL CHECK (role IN ('admin', 'steward', 'auditor')),
    UNIQUE (account_id, role)
) STRICT;

CREATE TABLE membership (
    id         INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id),
    program_id INTEGER NOT NULL REFERENCES program (id),
    role       TEXT NOT NULL CHECK (role IN ('advisor', 'manager')),
    UNIQUE (account_id, program_id, role)
) STRICT;

CREATE TABLE invitation (
    id         INTEGER PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id),
    kind       TEXT NOT NULL CHECK (kind IN ('invite', 'reset', 'demo')),
    token_hash BLOB NOT NULL UNIQUE,
    expires_at INTEGER NOT NULL,
    used_at    INTEGER
) STRICT;

CREATE TABLE session (
    id           INTEGER PRIMARY KEY,
    id_hash      BLOB NOT NULL UNIQUE,
    account_id   INTEGER,
    data         TEXT NOT NULL,
    expires_at   INTEGER NOT NULL
) STRICT;
CREATE INDEX session_account ON session (account_id);

CREATE TABLE sign_in_attempt (
    id       INTEGER PRIMARY KEY,
    who_mac  BLOB NOT NULL,
    at       INTEGER NOT NULL
) STRICT;
CREATE INDEX sign_in_attempt_who ON sign_in_attempt (who_mac, at);

CREATE TABLE form_key (
    id       INTEGER PRIMARY KEY,
    key      TEXT NOT NULL UNIQUE,
    answer   TEXT NOT NULL,
    at       INTEGER NOT NULL
) STRICT;

CREATE TABLE business (
    id              INTEGER PRIMARY KEY,
    public_id       TEXT NOT NULL UNIQUE,
    number          INTEGER NOT NULL UNIQUE,
    name            TEXT NOT NULL,
    legal_name      TEXT,
    name_folded     TEXT NOT NULL,
    product         TEXT,
    naics           TEXT,
    naics_edition   TEXT CHECK (naics_edition IN ('2017', '2022')),
    stage           TEXT CHECK (stage IN ('idea', 'start_up', 'in_business', 'closed')),
    started_on      TEXT,
    legal_form      TEXT CHECK (legal_form IN ('sole_proprietor', 'partnership', 'llc', 'corporation', 's_corporation', 'cooperative', 'nonprofit', 'professional_association', 'joint_venture', 'other')),
    legal_form_typed TEXT,
    street          TEXT,
    city            TEXT,
    state           TEXT,
    postal_code     TEXT,
    county          TEXT,
    county_fips     TEXT,
    metro           TEXT,
    neighborhood    TEXT,
    is_cooperative  INTEGER NOT NULL DEFAULT 0 CHECK (is_cooperative IN (0, 1)),
    import_id       INTEGER REFERENCES import_run (id),
    version         INTEGER NOT NULL DEFAULT 1,
    created_at      INTEGER NOT NULL
) STRICT;
CREATE INDEX business_folded ON business (name_folded);
CREATE INDEX business_import ON business (import_id);

CREATE TABLE person (
    id               INTEGER PRIMARY KEY,
    public_id        TEXT NOT NULL UNIQUE,
    first_name       TEXT NOT NULL,
    last_name        TEXT NOT NULL,
    telephone        TEXT,
    telephone_digits TEXT,
    email            TEXT,
    language         TEXT NOT NULL DEFAULT 'en',
    contact_by       TEXT CHECK (contact_by IN ('phone', 'text', 'email', 'letter')),
    self_id_asked_on    TEXT,
    self_id_answered_on TEXT,
    version          INTEGER NOT NULL DEFAULT 1,
    import_id        INTEGER REFERENCES import_run (id),
    created_at       INTEGER NOT NULL
) STRICT;
CREATE INDEX person_telephone ON person (telephone_digits);
CREATE INDEX person_email ON person (email);
CREATE INDEX person_import ON person (import_id);

CREATE TABLE ownership (
    id          INTEGER PRIMARY KEY,
    business_id INTEGER NOT NULL REFERENCES business (id),
    person_id   INTEGER NOT NULL REFERENCES person (id),
    share_bp    INTEGER CHECK (share_bp BETWEEN 0 AND 10000),
    is_contact  INTEGER NOT NULL DEFAULT 0 CHECK (is_contact IN (0, 1)),
    from_on     TEXT,
    to_on       TEXT,
    import_id   INTEGER REFERENCES import_run (id),
    CHECK (to_on IS NULL OR from_on IS NULL OR to_on >= from_on)
) STRICT;
CREATE INDEX ownership_business ON ownership (business_id);
CREATE INDEX ownership_person ON ownership (person_id);
CREATE INDEX ownership_import ON ownership (import_id);

CREATE TABLE enrollment (
    id          INTEGER PRIMARY KEY,
    business_id INTEGER NOT NULL REFERENCES business (id),
    program_id  INTEGER NOT NULL REFERENCES program (id),
    advisor_id  INTEGER REFERENCES account (id),
    from_on     TEXT NOT NULL,
    to_on       TEXT,
    import_id   INTEGER REFERENCES import_run (id),
    version     INTEGER NOT NULL DEFAULT 1,
    UNIQUE (business_id, program_id)
) STRICT;
CREATE INDEX enrollment_program ON enrollment (program_id, business_id);
CREATE INDEX enrollment_advisor ON enrollment (advisor_id);
CREATE INDEX enrollment_import ON enrollment (import_id);

CREATE TABLE job_snapshot (
    id          INTEGER PRIMARY KEY,
    business_id INTEGER NOT NULL REFERENCES business (id),
    on_day      TEXT NOT NULL,
    workers     INTEGER NOT NULL CHECK (workers >= 0),
    basis       TEXT NOT NULL CHECK (basis IN ('told_to_advisor', 'reported_by_borrower', 'document_seen')),
    import_id   INTEGER REFERENCES import_run (id),
    recorded_at INTEGER NOT NULL
) STRICT;
CREATE INDEX job_snapshot_business ON job_snapshot (business_id, on_day);
CREATE INDEX job_snapshot_import ON job_snapshot (import_id);

CREATE VIRTUAL TABLE search_client USING fts5 (
    name, people, other,
    tokenize = "unicode61 remove_diacritics 2",
    prefix = '2 3'
);

CREATE TABLE service (
    id            INTEGER PRIMARY KEY,
    public_id     TEXT NOT NULL UNIQUE,
    program_id    INTEGER NOT NULL REFERENCES program (id),
    business_id   INTEGER REFERENCES business (id),
    caller_name   TEXT,
    caller_telephone TEXT,
    account_id    INTEGER NOT NULL REFERENCES account (id),
    served_on     TEXT NOT NULL,
    kind          TEXT NOT NULL CHECK (kind IN ('coaching', 'loans_grants', 'technology_transfer', 'space', 'certification', 'hiring_training', 'other')),
    channel       TEXT NOT NULL CHECK (channel IN ('in_person', 'phone', 'video', 'text_email')),
    minutes       INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
    note          TEXT,
    funding_source_id INTEGER REFERENCES funding_source (id),
    undone_at     INTEGER,
    version       INTEGER NOT NULL DEFAULT 1,
    created_at    INTEGER NOT NULL,
    CHECK (business_id IS NOT NULL OR caller_name IS NOT NULL)
) STRICT;
CREATE INDEX service_business ON service (business_id, served_on);
CREATE INDEX service_program_day ON service (program_id, served_on, business_id, minutes);
CREATE INDEX service_account ON service (account_id, served_on);

CREATE TABLE follow_up (
    id          INTEGER PRIMARY KEY,
    public_id   TEXT NOT NULL UNIQUE,
    program_id  INTEGER NOT NULL REFERENCES program (id),
    business_id INTEGER NOT NULL REFERENCES business (id),
    service_id  INTEGER REFERENCES service (id),
    account_id  INTEGER NOT NULL REFERENCES account (id),
    title       TEXT NOT NULL,
    due_on      TEXT NOT NULL,
    done_at     INTEGER,
    dropped_at  INTEGER,
    version     INTEGER NOT NULL DEFAULT 1,
    created_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX follow_up_account ON follow_up (account_id, due_on);
CREATE INDEX follow_up_business ON follow_up (business_id, due_on);

CREATE TABLE partner (
    id         INTEGER PRIMARY KEY,
    public_id  TEXT NOT NULL UNIQUE,
    program_id INTEGER NOT NULL REFERENCES program (id),
    name       TEXT NOT NULL,
    about      TEXT,
    telephone  TEXT,
    closed_at  INTEGER,
    version    INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL,
    UNIQUE (program_id, name)
) STRICT;

CREATE TABLE partner_kind (
    id         INTEGER PRIMARY KEY,
    partner_id INTEGER NOT NULL REFERENCES partner (id),
    kind       TEXT NOT NULL CHECK (kind IN ('business_development', 'technology_transfer', 'real_estate', 'workforce', 'entrepreneurship')),
    UNIQUE (partner_id, kind)
) STRICT;

CREATE TABLE partner_contact (
    id         INTEGER PRIMARY KEY,
    public_id  TEXT NOT NULL UNIQUE,
    partner_id INTEGER NOT NULL REFERENCES partner (id),
    name       TEXT NOT NULL,
    email      TEXT,
    telephone  TEXT,
    closed_at  INTEGER
) STRICT;
CREATE INDEX partner_contact_partner ON partner_contact (partner_id);

CREATE TABLE referral (
    id           INTEGER PRIMARY KEY,
    public_id    TEXT NOT NULL UNIQUE,
    number       INTEGER NOT NULL UNIQUE,
    program_id   INTEGER NOT NULL REFERENCES program (id),
    business_id  INTEGER NOT NULL REFERENCES business (id),
    kind         TEXT NOT NULL CHECK (kind IN ('business_development', 'technology_transfer', 'real_estate', 'workforce', 'entrepreneurship')),
    partner_id   INTEGER REFERENCES partner (id),
    contact_id   INTEGER REFERENCES partner_contact (id),
    advisor_id   INTEGER NOT NULL REFERENCES account (id),
    need         TEXT NOT NULL,
    urgency      TEXT NOT NULL CHECK (urgency IN ('this_week', 'this_month', 'this_quarter', 'no_rush')),
    origin       TEXT NOT NULL CHECK (origin IN ('advisor', 'self_request', 'inbound_partner', 're_referral')),
    replaces_id  INTEGER REFERENCES referral (id),
    status       TEXT NOT NULL CHECK (status IN ('draft', 'requested', 'received', 'accepted', 'rejected', 'in-progress', 'on-hold', 'completed', 'failed', 'cancelled', 'entered-in-error')),
    stage        TEXT,
    reason_code  TEXT,
    outcome_code TEXT,
    sent_at      INTEGER,
    opened_at    INTEGER,
    decided_at   INTEGER,
    ended_at     INTEGER,
    next_step_at INTEGER,
    waiting_on   TEXT NOT NULL DEFAULT 'advisor' CHECK (waiting_on IN ('advisor', 'partner', 'entrepreneur', 'third_party', 'nobody')),
    due_on       TEXT,
    version      INTEGER NOT NULL DEFAULT 1,
    created_at   INTEGER NOT NULL
) STRICT;
CREATE INDEX referral_business ON referral (business_id);
CREATE INDEX referral_program_status ON referral (program_id, status, due_on);
CREATE INDEX referral_partner ON referral (partner_id, sent_at);
CREATE INDEX referral_advisor ON referral (advisor_id, status);

CREATE TABLE referral_event (
    id            INTEGER PRIMARY KEY,
    referral_id   INTEGER NOT NULL REFERENCES referral (id),
    seq           INTEGER NOT NULL,
    event         TEXT NOT NULL CHECK (event IN ('create', 'request_consent', 'give_consent', 'refuse_consent', 'send', 'undo_send', 'discard', 'acknowledge', 'accept', 'reject', 'ask_information', 'provide_information', 'withdraw', 'recall', 'auto_recall', 'start', 'progress', 'hold', 'resume', 'complete', 'fail', 'undo_last', 'confirm', 'reopen', 'record_next_step', 're_refer', 'consent_lapses', 'mark_error')),
    from_status   TEXT,
    to_status     TEXT NOT NULL,
    stage         TEXT,
    reason_code   TEXT,
    outcome_code  TEXT,
    facts         TEXT NOT NULL,
    told          TEXT,
    party         TEXT NOT NULL CHECK (party IN ('advisor', 'manager', 'partner', 'entrepreneur', 'system', 'on_behalf')),
    account_id    INTEGER REFERENCES account (id),
    contact_id    INTEGER REFERENCES partner_contact (id),
    asserted_name TEXT,
    source        TEXT CHECK (source IN ('call', 'email', 'letter', 'visit')),
    channel       TEXT NOT NULL CHECK (channel IN ('account', 'link', 'on_behalf', 'system')),
    partner_id    INTEGER REFERENCES partner (id),
    at            INTEGER NOT NULL,
    UNIQUE (referral_id, seq)
) STRICT;
CREATE TRIGGER referral_event_is_append_only_update BEFORE UPDATE ON referral_event
BEGIN
    SELECT RAISE(ABORT, 'referral events are never changed');
END;
CREATE TRIGGER referral_event_is_append_only_delete BEFORE DELETE ON referral_event
BEGIN
    SELECT RAISE(ABORT, 'referral events are never deleted');
END;

CREATE TABLE consent (
    id           INTEGER PRIMARY KEY,
    referral_id  INTEGER NOT NULL REFERENCES referral (id),
    partner_id   INTEGER NOT NULL REFERENCES partner (id),
    method       TEXT NOT NULL CHECK (method IN ('spoken', 'paper', 'link')),
    witness_id   INTEGER REFERENCES account (id),
    text_shown   TEXT NOT NULL,
    by_name      INTEGER NOT NULL DEFAULT 0 CHECK (by_name IN (0, 1)),
    granted_at   INTEGER NOT NULL,
    expires_on   TEXT NOT NULL,
    ended_at     INTEGER
) STRICT;
CREATE INDEX consent_referral ON consent (referral_id);

CREATE TABLE consent_field (
    id         INTEGER PRIMARY KEY,
    consent_id INTEGER NOT NULL REFERENCES consent (id),
    field      TEXT NOT NULL CHECK (field IN ('business_name', 'contact_name', 'telephone', 'email', 'address', 'product', 'workers', 'years_in_business')),
    UNIQUE (consent_id, field)
) STRICT;

CREATE TABLE access_link (
    id          INTEGER PRIMARY KEY,
    kind        TEXT NOT NULL CHECK (kind IN ('status', 'self_identification', 'partner')),
    nonce       BLOB NOT NULL,
    token_hash  BLOB NOT NULL UNIQUE,
    referral_id INTEGER REFERENCES referral (id),
    person_id   INTEGER REFERENCES person (id),
    contact_id  INTEGER REFERENCES partner_contact (id),
    issued_at   INTEGER NOT NULL,
    expires_at  INTEGER NOT NULL,
    used_at     INTEGER,
    revoked_at  INTEGER
) STRICT;
CREATE INDEX access_link_referral ON access_link (referral_id);
CREATE INDEX access_link_person ON access_link (person_id);

CREATE TABLE outbox_message (
    id          INTEGER PRIMARY KEY,
    public_id   TEXT NOT NULL UNIQUE,
    program_id  INTEGER NOT NULL REFERENCES program (id),
    referral_id INTEGER REFERENCES referral (id),
    event_id    INTEGER REFERENCES referral_event (id),
    audience    TEXT NOT NULL CHECK (audience IN ('partner', 'entrepreneur')),
    channel     TEXT NOT NULL CHECK (channel IN ('email', 'text', 'letter', 'phone')),
    to_name     TEXT NOT NULL,
    to_address  TEXT,
    language    TEXT NOT NULL,
    subject     TEXT NOT NULL,
    body        TEXT NOT NULL,
    link_id     INTEGER REFERENCES access_link (id),
    held_until  INTEGER NOT NULL,
    sent_at     INTEGER,
    sent_by     INTEGER REFERENCES account (id),
    stopped_at  INTEGER,
    created_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX outbox_message_program ON outbox_message (program_id, created_at);
CREATE INDEX outbox_message_referral ON outbox_message (referral_id);

CREATE TABLE subject (
    id          INTEGER PRIMARY KEY,
    reference   BLOB NOT NULL UNIQUE,
    person_mac  BLOB NOT NULL UNIQUE,
    key_id      TEXT NOT NULL,
    nonce       BLOB NOT NULL,
    wrapped_key BLOB NOT NULL
) STRICT;

CREATE TABLE demographic_answer (
    id          INTEGER PRIMARY KEY,
    reference   BLOB NOT NULL REFERENCES subject (reference),
    question    TEXT NOT NULL CHECK (question IN ('race', 'sex', 'veteran')),
    basis       TEXT NOT NULL CHECK (basis IN ('self', 'told_to_staff', 'released_by_source')),
    notice      TEXT NOT NULL,
    nonce       BLOB NOT NULL,
    ciphertext  BLOB NOT NULL,
    answered_on TEXT NOT NULL,
    UNIQUE (reference, question)
) STRICT;

CREATE TABLE deployment (
    id              INTEGER PRIMARY KEY,
    public_id       TEXT NOT NULL UNIQUE,
    program_id      INTEGER NOT NULL REFERENCES program (id),
    business_id     INTEGER NOT NULL REFERENCES business (id),
    referral_id     INTEGER REFERENCES referral (id),
    kind            TEXT NOT NULL CHECK (kind IN ('grant', 'loan', 'equity', 'fee_waiver', 'space', 'lab_time', 'equipment_time', 'training', 'advice', 'in_kind')),
    unit            TEXT NOT NULL CHECK (unit IN ('cents', 'minutes', 'square_feet', 'lab_minutes')),
    applied         INTEGER CHECK (applied >= 0),
    awarded         INTEGER CHECK (awarded >= 0),
    delivered       INTEGER CHECK (delivered >= 0),
    applied_on      TEXT,
    awarded_on      TEXT,
    delivered_on    TEXT,
    funding_source_id INTEGER REFERENCES funding_source (id),
    deciding_body_id  INTEGER REFERENCES deciding_body (id),
    note            TEXT,
    undone_at       INTEGER,
    import_id       INTEGER REFERENCES import_run (id),
    version         INTEGER NOT NULL DEFAULT 1,
    created_at      INTEGER NOT NULL,
    CHECK (applied IS NOT NULL OR awarded IS NOT NULL OR delivered IS NOT NULL)
) STRICT;
CREATE INDEX deployment_business ON deployment (business_id, awarded_on);
CREATE INDEX deployment_program_day ON deployment (program_id, awarded_on);
CREATE INDEX deployment_import ON deployment (import_id);

CREATE TABLE import_run (
    id          INTEGER PRIMARY KEY,
    public_id   TEXT NOT NULL UNIQUE,
    program_id  INTEGER NOT NULL REFERENCES program (id),
    kind        TEXT NOT NULL CHECK (kind IN ('clients', 'deployments')),
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

CREATE TABLE import_question (
    id          INTEGER PRIMARY KEY,
    import_id   INTEGER NOT NULL REFERENCES import_run (id),
    header      TEXT NOT NULL,
    typed       TEXT NOT NULL,
    question    TEXT NOT NULL,
    row_count   INTEGER NOT NULL,
    lines       TEXT NOT NULL
) STRICT;
CREATE INDEX import_question_run ON import_question (import_id);

CREATE TABLE audit_event (
    seq         INTEGER PRIMARY KEY,
    at          INTEGER NOT NULL,
    actor_kind  TEXT NOT NULL CHECK (actor_kind IN ('staff', 'partner', 'entrepreneur', 'command_line', 'system', 'nobody')),
    actor       TEXT NOT NULL,
    action      TEXT NOT NULL,
    object_kind TEXT NOT NULL,
    object      TEXT NOT NULL,
    detail      TEXT NOT NULL,
    rows_mac    BLOB NOT NULL,
    prev        BLOB NOT NULL,
    hash        BLOB NOT NULL
) STRICT;
CREATE TRIGGER audit_event_is_append_only_update BEFORE UPDATE ON audit_event
BEGIN
    SELECT RAISE(ABORT, 'the audit record is never changed');
END;
CREATE TRIGGER audit_event_is_append_only_delete BEFORE DELETE ON audit_event
BEGIN
    SELECT RAISE(ABORT, 'the audit record is never deleted');
END;

CREATE TABLE audit_row (
    id         INTEGER PRIMARY KEY,
    seq        INTEGER NOT NULL REFERENCES audit_event (seq) DEFERRABLE INITIALLY DEFERRED,
    table_name TEXT NOT NULL,
    row_id     INTEGER NOT NULL,
    mac        BLOB
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
