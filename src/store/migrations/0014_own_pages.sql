-- The language that somebody chose on their own pages, and since when a code is mailed to this address.
ALTER TABLE person ADD COLUMN reads TEXT;
ALTER TABLE person ADD COLUMN email_set_at INTEGER;
