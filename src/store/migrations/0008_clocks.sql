-- Notices go out by themselves where a mail server or a gateway for texts is named, and every program says how long they are held.
ALTER TABLE program ADD COLUMN held_minutes INTEGER NOT NULL DEFAULT 5 CHECK (held_minutes BETWEEN 0 AND 60);
ALTER TABLE outbox_message ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0;
ALTER TABLE outbox_message ADD COLUMN next_attempt_at INTEGER;
ALTER TABLE outbox_message ADD COLUMN failure TEXT CHECK (failure IN ('unreachable', 'too_slow', 'no_secrecy', 'sign_in', 'not_now', 'refused', 'bad_address'));
ALTER TABLE outbox_message ADD COLUMN failed_at INTEGER;
ALTER TABLE outbox_message ADD COLUMN asked_again_at INTEGER;
ALTER TABLE outbox_message ADD COLUMN letter_name TEXT;
ALTER TABLE outbox_message ADD COLUMN sent_via TEXT CHECK (sent_via IN ('mail', 'gateway', 'by_hand', 'link_opened'));
ALTER TABLE outbox_message ADD COLUMN sent_digest BLOB;
CREATE INDEX outbox_message_waiting ON outbox_message (held_until) WHERE sent_at IS NULL AND stopped_at IS NULL AND failed_at IS NULL;
CREATE TRIGGER outbox_message_is_kept_as_sent BEFORE UPDATE OF subject, body, to_name, to_address, link_id ON outbox_message
WHEN old.sent_at IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'what was sent stays as it was sent');
END;

-- Managers set how many days a step may take.
CREATE TABLE timer_policy (
    id         INTEGER PRIMARY KEY,
    program_id INTEGER NOT NULL REFERENCES program (id),
    kind       TEXT NOT NULL CHECK (kind IN ('business_development', 'technology_transfer', 'real_estate', 'workforce', 'entrepreneurship')),
    timer      TEXT NOT NULL CHECK (timer IN ('triage', 'consent_answer', 'not_sent', 'acknowledge', 'decision', 'question', 'first_contact', 'update', 'hold_review', 'confirm', 'follow_up', 'delivered_after_recall', 'stale', 'auto_recall', 'consent_expiry')),
    days       INTEGER NOT NULL CHECK (days BETWEEN 1 AND 120),
    from_on    TEXT NOT NULL,
    reason     TEXT NOT NULL,
    set_by     INTEGER NOT NULL REFERENCES account (id),
    set_at     INTEGER NOT NULL
) STRICT;
CREATE INDEX timer_policy_program ON timer_policy (program_id);

-- What was said about a clock, once for each of its rungs.
CREATE TABLE reminder (
    id          INTEGER PRIMARY KEY,
    referral_id INTEGER NOT NULL REFERENCES referral (id),
    timer       TEXT NOT NULL CHECK (timer IN ('triage', 'consent_answer', 'not_sent', 'acknowledge', 'decision', 'question', 'first_contact', 'update', 'hold_review', 'confirm', 'follow_up', 'delivered_after_recall', 'stale', 'auto_recall', 'consent_expiry')),
    rung        TEXT NOT NULL CHECK (rung IN ('early', 'near', 'due', 'second_contact', 'advisor_calls', 'manager_looks')),
    due_on      TEXT NOT NULL,
    to_partner  INTEGER NOT NULL CHECK (to_partner IN (0, 1)),
    message_id  INTEGER REFERENCES outbox_message (id),
    sent_at     INTEGER NOT NULL,
    UNIQUE (referral_id, timer, rung, due_on, to_partner)
) STRICT;

-- One digest for each contact and day.
CREATE TABLE digest (
    id         INTEGER PRIMARY KEY,
    contact_id INTEGER NOT NULL REFERENCES partner_contact (id),
    on_day     TEXT NOT NULL,
    message_id INTEGER NOT NULL REFERENCES outbox_message (id),
    UNIQUE (contact_id, on_day)
) STRICT;

-- Links of a notice that carries several.
CREATE TABLE outbox_link (
    id         INTEGER PRIMARY KEY,
    message_id INTEGER NOT NULL REFERENCES outbox_message (id),
    place      INTEGER NOT NULL,
    link_id    INTEGER NOT NULL REFERENCES access_link (id),
    UNIQUE (message_id, place)
) STRICT;

-- Calls to a partner who does not answer.
CREATE TABLE partner_call (
    id          INTEGER PRIMARY KEY,
    referral_id INTEGER NOT NULL REFERENCES referral (id),
    account_id  INTEGER NOT NULL REFERENCES account (id),
    reached     INTEGER NOT NULL CHECK (reached IN (0, 1)),
    called_at   INTEGER NOT NULL
) STRICT;
CREATE INDEX partner_call_referral ON partner_call (referral_id);
