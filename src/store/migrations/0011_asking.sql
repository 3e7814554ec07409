-- On which day a landlord was asked, and with which notice: the question goes out by itself once a month.
ALTER TABLE site_ask ADD COLUMN asked_on TEXT NOT NULL DEFAULT '1970-01-01';
ALTER TABLE site_ask ADD COLUMN message_id INTEGER REFERENCES outbox_message (id);
UPDATE site_ask SET asked_on = date(asked_at / 1000, 'unixepoch');

-- Which referral's lease let a unit and met a need: taking that back takes these back.
ALTER TABLE site ADD COLUMN let_by_referral_id INTEGER REFERENCES referral (id);
CREATE INDEX site_lease ON site (let_by_referral_id) WHERE let_by_referral_id IS NOT NULL;
ALTER TABLE space_need ADD COLUMN closed_by_referral_id INTEGER REFERENCES referral (id);
CREATE INDEX space_need_lease ON space_need (closed_by_referral_id) WHERE closed_by_referral_id IS NOT NULL;
