-- Managers set limits too: how far ahead, how long on hold, and when nothing was heard for too long.
CREATE TABLE timer_policy_new (
    id         INTEGER PRIMARY KEY,
    program_id INTEGER NOT NULL REFERENCES program (id),
    kind       TEXT NOT NULL CHECK (kind IN ('business_development', 'technology_transfer', 'real_estate', 'workforce', 'entrepreneurship')),
    timer      TEXT NOT NULL CHECK (timer IN ('triage', 'consent_answer', 'acknowledge', 'decision', 'first_contact', 'update', 'update_at_most', 'hold_review', 'confirm', 'follow_up', 'delivered_after_recall', 'stale_unanswered', 'stale_accepted', 'stale_in_progress', 'auto_recall')),
    days       INTEGER NOT NULL CHECK (days BETWEEN 1 AND 120),
    from_on    TEXT NOT NULL,
    reason     TEXT NOT NULL,
    set_by     INTEGER NOT NULL REFERENCES account (id),
    set_at     INTEGER NOT NULL
) STRICT;
INSERT INTO timer_policy_new (id, program_id, kind, timer, days, from_on, reason, set_by, set_at)
SELECT id, program_id, kind, timer, days, from_on, reason, set_by, set_at FROM timer_policy;
DROP TABLE timer_policy;
ALTER TABLE timer_policy_new RENAME TO timer_policy;
CREATE INDEX timer_policy_program ON timer_policy (program_id);
