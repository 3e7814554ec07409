-- One need may be put to several partners at once: their referrals belong together.
ALTER TABLE referral ADD COLUMN asked_together TEXT;
CREATE INDEX referral_together ON referral (asked_together);
