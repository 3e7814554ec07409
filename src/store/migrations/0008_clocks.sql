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
