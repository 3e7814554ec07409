-- Each kind of referral knows what it needs: a sheet of typed answers beside the need in words.
CREATE TABLE referral_need (
    id          INTEGER PRIMARY KEY,
    referral_id INTEGER NOT NULL REFERENCES referral (id),
    field       TEXT NOT NULL,
    value       TEXT NOT NULL,
    UNIQUE (referral_id, field)
) STRICT;

-- After people started work, we ask whether they are still there.
INSERT INTO code (list, kind, code, label, client_label, grp, side, unmet_need, unit, valid_from)
SELECT 'next_step', 'any', 'checked_in', 'Checked who still works there', 'We asked who still works there.', 'contact', 'advisor', 0, '', '1900-01-01'
WHERE EXISTS (SELECT 1 FROM code);

-- The confidential part of a referral, the agreements before it, and who read it.
CREATE TABLE referral_secret (
    id          INTEGER PRIMARY KEY,
    referral_id INTEGER NOT NULL UNIQUE REFERENCES referral (id),
    words       TEXT NOT NULL,
    version     INTEGER NOT NULL,
    changed_at  INTEGER NOT NULL
) STRICT;
CREATE TABLE non_disclosure (
    id          INTEGER PRIMARY KEY,
    business_id INTEGER NOT NULL REFERENCES business (id),
    partner_id  INTEGER NOT NULL REFERENCES partner (id),
    signed_on   TEXT NOT NULL,
    until_on    TEXT NOT NULL,
    by_client   TEXT NOT NULL,
    by_partner  TEXT NOT NULL,
    document    TEXT NOT NULL,
    account_id  INTEGER NOT NULL REFERENCES account (id),
    recorded_at INTEGER NOT NULL,
    ended_at    INTEGER,
    CHECK (until_on >= signed_on)
) STRICT;
CREATE INDEX non_disclosure_sides ON non_disclosure (business_id, partner_id);
CREATE TABLE secret_opening (
    id            INTEGER PRIMARY KEY,
    referral_id   INTEGER NOT NULL REFERENCES referral (id),
    contact_id    INTEGER REFERENCES partner_contact (id),
    asserted_name TEXT NOT NULL,
    at            INTEGER NOT NULL
) STRICT;
CREATE INDEX secret_opening_referral ON secret_opening (referral_id);

-- A training may be for one person of the business, who then has a referral and a page of their own.
ALTER TABLE referral ADD COLUMN trainee_id INTEGER REFERENCES person (id);
CREATE INDEX referral_trainee ON referral (trainee_id);
