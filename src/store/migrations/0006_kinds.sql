-- Each kind of referral knows what it needs: a sheet of typed answers beside the need in words.
CREATE TABLE referral_need (
    id          INTEGER PRIMARY KEY,
    referral_id INTEGER NOT NULL REFERENCES referral (id),
    field       TEXT NOT NULL,
    value       TEXT NOT NULL,
    UNIQUE (referral_id, field)
) STRICT;
