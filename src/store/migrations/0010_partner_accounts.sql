-- Accounts for several people of a partner.
CREATE TABLE partner_account (
    id           INTEGER PRIMARY KEY,
    public_id    TEXT NOT NULL UNIQUE,
    contact_id   INTEGER NOT NULL REFERENCES partner_contact (id),
    given_by     TEXT NOT NULL,
    given_at     INTEGER NOT NULL,
    last_used_at INTEGER,
    ended_by     TEXT,
    ended_at     INTEGER
) STRICT;
CREATE UNIQUE INDEX partner_account_live ON partner_account (contact_id) WHERE ended_at IS NULL;
