-- Zones, where businesses are, how they hold their place, and what a program decided about the risk of losing it.
CREATE TABLE zone_set (
    id          INTEGER PRIMARY KEY,
    public_id   TEXT NOT NULL UNIQUE,
    name        TEXT NOT NULL,
    name_folded TEXT NOT NULL UNIQUE,
    kind        TEXT NOT NULL,
    created_at  INTEGER NOT NULL
) STRICT;

CREATE TABLE zone_edition (
    id          INTEGER PRIMARY KEY,
    public_id   TEXT NOT NULL UNIQUE,
    set_id      INTEGER NOT NULL REFERENCES zone_set (id),
    file_name   TEXT NOT NULL,
    file_hash   TEXT NOT NULL,
    source      TEXT NOT NULL,
    licence     TEXT,
    valid_from  TEXT NOT NULL,
    zone_count  INTEGER NOT NULL,
    imported_by TEXT NOT NULL,
    imported_at INTEGER NOT NULL,
    undone_at   INTEGER
) STRICT;
CREATE INDEX zone_edition_set ON zone_edition (set_id, valid_from);

CREATE TABLE zone (
    id          INTEGER PRIMARY KEY,
    public_id   TEXT NOT NULL UNIQUE,
    set_id      INTEGER NOT NULL REFERENCES zone_set (id),
    name        TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    UNIQUE (set_id, name_folded)
) STRICT;

CREATE TABLE zone_version (
    id           INTEGER PRIMARY KEY,
    zone_id      INTEGER NOT NULL REFERENCES zone (id),
    edition_id   INTEGER NOT NULL REFERENCES zone_edition (id),
    part_of      TEXT,
    valid_from   TEXT NOT NULL,
    valid_to     TEXT,
    shape        BLOB NOT NULL,
    vertex_count INTEGER NOT NULL,
    area_sq_m    INTEGER NOT NULL,
    south_e6     INTEGER NOT NULL,
    west_e6      INTEGER NOT NULL,
    north_e6     INTEGER NOT NULL,
    east_e6      INTEGER NOT NULL,
    UNIQUE (zone_id, edition_id)
) STRICT;
CREATE INDEX zone_version_edition ON zone_version (edition_id);

CREATE TABLE zone_pressure (
    id         INTEGER PRIMARY KEY,
    public_id  TEXT NOT NULL UNIQUE,
    zone_id    INTEGER NOT NULL REFERENCES zone (id),
    what       TEXT NOT NULL,
    source     TEXT NOT NULL,
    since_on   TEXT NOT NULL,
    ended_on   TEXT,
    account_id INTEGER NOT NULL REFERENCES account (id),
    version    INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX zone_pressure_zone ON zone_pressure (zone_id);

CREATE TABLE location (
    id           INTEGER PRIMARY KEY,
    business_id  INTEGER NOT NULL REFERENCES business (id),
    latitude_e6  INTEGER CHECK (latitude_e6 BETWEEN -90000000 AND 90000000),
    longitude_e6 INTEGER CHECK (longitude_e6 BETWEEN -180000000 AND 180000000),
    source       TEXT NOT NULL CHECK (source IN ('map', 'visit', 'address_file', 'told_by_client', 'imported')),
    since_on     TEXT NOT NULL,
    import_id    INTEGER REFERENCES import_run (id),
    account_id   INTEGER REFERENCES account (id),
    recorded_at  INTEGER NOT NULL
) STRICT;
CREATE INDEX location_business ON location (business_id, since_on);
CREATE INDEX location_import ON location (import_id);

CREATE TABLE occupancy (
    id               INTEGER PRIMARY KEY,
    business_id      INTEGER NOT NULL REFERENCES business (id),
    seq              INTEGER NOT NULL,
    tenure           TEXT CHECK (tenure IN ('own', 'lease', 'month_to_month', 'sublease', 'informal', 'shared')),
    lease_ends_on    TEXT,
    rent_cents       INTEGER CHECK (rent_cents >= 0),
    rent_step_bp     INTEGER CHECK (rent_step_bp BETWEEN 0 AND 100000),
    lease_option     TEXT CHECK (lease_option IN ('none', 'renew', 'buy')),
    option_words     TEXT,
    notice           TEXT CHECK (notice IN ('eviction', 'nonrenewal', 'vacate', 'rent_increase', 'sale')),
    notice_on        TEXT,
    has_rezoning     INTEGER CHECK (has_rezoning IN (0, 1)),
    rezoning_source  TEXT,
    has_building_sale INTEGER CHECK (has_building_sale IN (0, 1)),
    has_competing_use INTEGER CHECK (has_competing_use IN (0, 1)),
    competing_words  TEXT,
    basis            TEXT NOT NULL CHECK (basis IN ('told_by_client', 'document_seen', 'visit', 'public_record')),
    told_on          TEXT NOT NULL,
    account_id       INTEGER REFERENCES account (id),
    recorded_at      INTEGER NOT NULL,
    UNIQUE (business_id, seq)
) STRICT;
CREATE INDEX occupancy_lease ON occupancy (lease_ends_on);

CREATE TABLE risk_setting (
    id          INTEGER PRIMARY KEY,
    program_id  INTEGER NOT NULL REFERENCES program (id),
    rule        TEXT NOT NULL CHECK (rule IN ('eviction_notice', 'lease_over', 'lease_soon', 'lease_within_year', 'month_to_month', 'sublet_or_shared', 'rent_step', 'rent_notice', 'building_sale', 'rezoning', 'competing_use')),
    seq         INTEGER NOT NULL,
    is_on       INTEGER NOT NULL CHECK (is_on IN (0, 1)),
    level       TEXT NOT NULL CHECK (level IN ('watch', 'raised', 'high')),
    threshold   INTEGER,
    reason      TEXT NOT NULL,
    evidence    TEXT NOT NULL,
    decided_by  TEXT NOT NULL,
    decided_on  TEXT NOT NULL,
    account_id  INTEGER NOT NULL REFERENCES account (id),
    recorded_at INTEGER NOT NULL,
    UNIQUE (program_id, rule, seq)
) STRICT;
