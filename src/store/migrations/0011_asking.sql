-- On which day a landlord was asked, and with which notice: the question goes out by itself once a month.
ALTER TABLE site_ask ADD COLUMN asked_on TEXT NOT NULL DEFAULT '1970-01-01';
ALTER TABLE site_ask ADD COLUMN message_id INTEGER REFERENCES outbox_message (id);
UPDATE site_ask SET asked_on = date(asked_at / 1000, 'unixepoch');
