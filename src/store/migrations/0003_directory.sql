-- The directory of partners in the words of Open Referral HSDS: what they are, what they offer and where, when they are closed.
ALTER TABLE partner ADD COLUMN website TEXT;
ALTER TABLE partner ADD COLUMN email TEXT;
ALTER TABLE partner ADD COLUMN import_id INTEGER REFERENCES import_run (id);
ALTER TABLE partner_contact ADD COLUMN import_id INTEGER REFERENCES import_run (id);

-- partner_type: what sort of organization a partner is.
CREATE TABLE partner_type (
    id         INTEGER PRIMARY KEY,
    partner_id INTEGER NOT NULL REFERENCES partner (id),
    type       TEXT NOT NULL CHECK (type IN ('landlord', 'mission_landlord', 'lender', 'lab', 'university', 'trainer', 'advocate', 'community_group', 'incubator', 'public_agency', 'business_services', 'other')),
    UNIQUE (partner_id, type)
) STRICT;

-- partner_service: something a partner offers at one place, in the words of Open Referral HSDS; a second place is a second row.
CREATE TABLE partner_service (
    id                  INTEGER PRIMARY KEY,
    public_id           TEXT NOT NULL UNIQUE,
    partner_id          INTEGER NOT NULL REFERENCES partner (id),
    name                TEXT NOT NULL,
    kind                TEXT NOT NULL CHECK (kind IN ('business_development', 'technology_transfer', 'real_estate', 'workforce', 'entrepreneurship')),
    status              TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'inactive', 'temporarily_closed', 'defunct')),
    about               TEXT,
    application_process TEXT,
    eligibility         TEXT,
    fees                TEXT,
    is_free             INTEGER CHECK (is_free IN (0, 1)),
    wait_time           TEXT,
    schedule            TEXT,
    alert               TEXT,
    location_name       TEXT,
    street              TEXT,
    city                TEXT,
    postal_code         TEXT,
    latitude            REAL,
    longitude           REAL,
    checked_on          TEXT,
    checked_by          TEXT,
    capacity            TEXT NOT NULL DEFAULT 'open' CHECK (capacity IN ('open', 'waitlist', 'full')),
    full_until_on       TEXT,
    capacity_at         INTEGER,
    capacity_by         TEXT,
    import_id           INTEGER REFERENCES import_run (id),
    version             INTEGER NOT NULL DEFAULT 1,
    created_at          INTEGER NOT NULL
) STRICT;
CREATE INDEX partner_service_partner ON partner_service (partner_id);

-- partner_service_item: the lists of a service: languages, papers to bring, areas it serves.
CREATE TABLE partner_service_item (
    id         INTEGER PRIMARY KEY,
    service_id INTEGER NOT NULL REFERENCES partner_service (id),
    list       TEXT NOT NULL CHECK (list IN ('language', 'document', 'area')),
    word       TEXT NOT NULL,
    UNIQUE (service_id, list, word)
) STRICT;

-- partner_closure: days on which a partner told us it does not work. Its clock stands still then.
CREATE TABLE partner_closure (
    id           INTEGER PRIMARY KEY,
    public_id    TEXT NOT NULL UNIQUE,
    partner_id   INTEGER NOT NULL REFERENCES partner (id),
    from_on      TEXT NOT NULL,
    to_on        TEXT NOT NULL,
    reason       TEXT NOT NULL,
    announced_at INTEGER NOT NULL,
    announced_by TEXT NOT NULL,
    withdrawn_at INTEGER
) STRICT;
CREATE INDEX partner_closure_partner ON partner_closure (partner_id);
