-- Notices are written in the language of whoever gets them; staff read beside it what they say.
ALTER TABLE outbox_message ADD COLUMN english TEXT;
