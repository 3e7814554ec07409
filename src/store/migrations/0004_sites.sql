-- Space: units, needs, how they meet, how a unit is given; a link for landlords, and files of units.

CREATE TABLE site (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE,
    partner_id INTEGER NOT NULL REFERENCES partner (id),
    name TEXT NOT NULL,
    status TEXT NOT NULL DEFAULT 'available' CHECK (status IN ('available', 'let', 'gone', 'off_market')),
    checked_on TEXT,
    area_sq_ft INTEGER CHECK (area_sq_ft >= 0),
    office_sq_ft INTEGER CHECK (office_sq_ft >= 0),
    production_sq_ft INTEGER CHECK (production_sq_ft >= 0),
    storage_sq_ft INTEGER CHECK (storage_sq_ft >= 0),
    rent_cents INTEGER CHECK (rent_cents >= 0),
    rent_unit TEXT CHECK (rent_unit IN ('sq_ft_year', 'sq_ft_month', 'month')),
    rent_basis TEXT CHECK (rent_basis IN ('gross', 'modified_gross', 'nnn', 'industrial_gross')),
    nnn_cents INTEGER CHECK (nnn_cents >= 0),
    available_on TEXT,
    term_years INTEGER CHECK (term_years >= 0),
    tenure TEXT CHECK (tenure IN ('lease', 'sublease', 'shared', 'buy', 'co_op')),
    deposit_months INTEGER CHECK (deposit_months >= 0),
    needs_guarantee INTEGER CHECK (needs_guarantee IN (0, 1)),
    covenant TEXT,
    address TEXT,
    parcel TEXT,
    neighborhood TEXT,
    latitude INTEGER,
    longitude INTEGER,
    building_owner TEXT,
    manager TEXT,
    is_mission_driven INTEGER CHECK (is_mission_driven IN (0, 1)),
    zoning TEXT,
    use_group TEXT,
    floor_number INTEGER CHECK (floor_number >= 0),
    clear_height INTEGER CHECK (clear_height >= 0),
    floor_load_psf INTEGER CHECK (floor_load_psf >= 0),
    column_spacing INTEGER CHECK (column_spacing >= 0),
    crane_tons INTEGER CHECK (crane_tons >= 0),
    power_amps INTEGER CHECK (power_amps >= 0),
    power_phase TEXT CHECK (power_phase IN ('single', 'three')),
    power_volts TEXT CHECK (power_volts IN ('120/208', '120/240', '277/480', '347/600')),
    gas_btu_h INTEGER CHECK (gas_btu_h >= 0),
    water_gpm INTEGER CHECK (water_gpm >= 0),
    has_floor_drain INTEGER CHECK (has_floor_drain IN (0, 1)),
    has_grease_interceptor INTEGER CHECK (has_grease_interceptor IN (0, 1)),
    has_compressed_air INTEGER CHECK (has_compressed_air IN (0, 1)),
    has_hvac INTEGER CHECK (has_hvac IN (0, 1)),
    has_exhaust INTEGER CHECK (has_exhaust IN (0, 1)),
    has_spray_booth INTEGER CHECK (has_spray_booth IN (0, 1)),
    has_dust_collection INTEGER CHECK (has_dust_collection IN (0, 1)),
    has_sprinkler INTEGER CHECK (has_sprinkler IN (0, 1)),
    dock_count INTEGER CHECK (dock_count >= 0),
    drive_in_count INTEGER CHECK (drive_in_count >= 0),
    door_width INTEGER CHECK (door_width >= 0),
    door_height INTEGER CHECK (door_height >= 0),
    freight_elevator_lb INTEGER CHECK (freight_elevator_lb >= 0),
    truck_size TEXT CHECK (truck_size IN ('box', 'forty', 'fifty_three')),
    truck_court INTEGER CHECK (truck_court >= 0),
    air_permit_possible INTEGER CHECK (air_permit_possible IN (0, 1)),
    allows_hazmat INTEGER CHECK (allows_hazmat IN (0, 1)),
    allows_noise INTEGER CHECK (allows_noise IN (0, 1)),
    allows_odor INTEGER CHECK (allows_odor IN (0, 1)),
    allows_all_hours INTEGER CHECK (allows_all_hours IN (0, 1)),
    certifications TEXT,
    near_transit INTEGER CHECK (near_transit IN (0, 1)),
    is_accessible INTEGER CHECK (is_accessible IN (0, 1)),
    parking_spaces INTEGER CHECK (parking_spaces >= 0),
    has_outdoor_storage INTEGER CHECK (has_outdoor_storage IN (0, 1)),
    import_id INTEGER REFERENCES import_run (id),
    version INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL,
    UNIQUE (partner_id, name)
) STRICT;
CREATE INDEX site_import ON site (import_id);

CREATE TABLE space_need (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE,
    program_id INTEGER NOT NULL REFERENCES program (id),
    business_id INTEGER NOT NULL REFERENCES business (id),
    reason TEXT CHECK (reason IN ('new', 'expand', 'displaced', 'lease_ending', 'consolidate', 'buy')),
    use_words TEXT,
    use_naics TEXT,
    min_sq_ft INTEGER CHECK (min_sq_ft >= 0),
    max_sq_ft INTEGER CHECK (max_sq_ft >= 0),
    office_sq_ft INTEGER CHECK (office_sq_ft >= 0),
    production_sq_ft INTEGER CHECK (production_sq_ft >= 0),
    storage_sq_ft INTEGER CHECK (storage_sq_ft >= 0),
    pay_cents INTEGER CHECK (pay_cents >= 0),
    pay_unit TEXT CHECK (pay_unit IN ('sq_ft_year', 'sq_ft_month', 'month')),
    pay_basis TEXT CHECK (pay_basis IN ('gross', 'modified_gross', 'nnn', 'industrial_gross')),
    nnn_cents INTEGER CHECK (nnn_cents >= 0),
    move_by TEXT,
    is_date_hard INTEGER CHECK (is_date_hard IN (0, 1)),
    term_years INTEGER CHECK (term_years >= 0),
    option_years INTEGER CHECK (option_years >= 0),
    tenure TEXT CHECK (tenure IN ('lease', 'sublease', 'shared', 'buy', 'co_op')),
    deposit_months INTEGER CHECK (deposit_months >= 0),
    gives_guarantee INTEGER CHECK (gives_guarantee IN (0, 1)),
    areas_wanted TEXT,
    zoning_wanted TEXT,
    use_group TEXT,
    floor_wanted TEXT CHECK (floor_wanted IN ('ground', 'freight', 'any')),
    clear_height INTEGER CHECK (clear_height >= 0),
    floor_load_psf INTEGER CHECK (floor_load_psf >= 0),
    column_spacing INTEGER CHECK (column_spacing >= 0),
    crane_tons INTEGER CHECK (crane_tons >= 0),
    power_amps INTEGER CHECK (power_amps >= 0),
    power_phase TEXT CHECK (power_phase IN ('single', 'three')),
    power_volts TEXT CHECK (power_volts IN ('120/208', '120/240', '277/480', '347/600')),
    gas_btu_h INTEGER CHECK (gas_btu_h >= 0),
    water_gpm INTEGER CHECK (water_gpm >= 0),
    has_floor_drain INTEGER CHECK (has_floor_drain IN (0, 1)),
    has_grease_interceptor INTEGER CHECK (has_grease_interceptor IN (0, 1)),
    has_compressed_air INTEGER CHECK (has_compressed_air IN (0, 1)),
    has_hvac INTEGER CHECK (has_hvac IN (0, 1)),
    has_exhaust INTEGER CHECK (has_exhaust IN (0, 1)),
    has_spray_booth INTEGER CHECK (has_spray_booth IN (0, 1)),
    has_dust_collection INTEGER CHECK (has_dust_collection IN (0, 1)),
    has_sprinkler INTEGER CHECK (has_sprinkler IN (0, 1)),
    dock_count INTEGER CHECK (dock_count >= 0),
    drive_in_count INTEGER CHECK (drive_in_count >= 0),
    door_width INTEGER CHECK (door_width >= 0),
    door_height INTEGER CHECK (door_height >= 0),
    freight_elevator_lb INTEGER CHECK (freight_elevator_lb >= 0),
    truck_size TEXT CHECK (truck_size IN ('box', 'forty', 'fifty_three')),
    truck_court INTEGER CHECK (truck_court >= 0),
    air_permit_possible INTEGER CHECK (air_permit_possible IN (0, 1)),
    allows_hazmat INTEGER CHECK (allows_hazmat IN (0, 1)),
    allows_noise INTEGER CHECK (allows_noise IN (0, 1)),
    allows_odor INTEGER CHECK (allows_odor IN (0, 1)),
    allows_all_hours INTEGER CHECK (allows_all_hours IN (0, 1)),
    certifications TEXT,
    near_transit INTEGER CHECK (near_transit IN (0, 1)),
    worker_zips TEXT,
    commute_minutes INTEGER CHECK (commute_minutes >= 0),
    is_accessible INTEGER CHECK (is_accessible IN (0, 1)),
    parking_spaces INTEGER CHECK (parking_spaces >= 0),
    has_outdoor_storage INTEGER CHECK (has_outdoor_storage IN (0, 1)),
    jobs_now INTEGER CHECK (jobs_now >= 0),
    jobs_after INTEGER CHECK (jobs_after >= 0),
    note TEXT,
    waiting_since TEXT NOT NULL,
    tell_agreed_on TEXT,
    tell_method TEXT CHECK (tell_method IN ('spoken', 'paper', 'link')),
    closed_on TEXT,
    closed_reason TEXT CHECK (closed_reason IN ('met', 'no_longer_wanted')),
    version INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX space_need_business ON space_need (business_id, closed_on);
CREATE INDEX space_need_program ON space_need (program_id, closed_on, waiting_since);

CREATE TABLE site_referral (
    id INTEGER PRIMARY KEY,
    referral_id INTEGER NOT NULL REFERENCES referral (id),
    site_id INTEGER NOT NULL REFERENCES site (id),
    need_id INTEGER NOT NULL REFERENCES space_need (id),
    asked_cents INTEGER,
    able_cents INTEGER,
    UNIQUE (referral_id, site_id)
) STRICT;
CREATE INDEX site_referral_site ON site_referral (site_id);
CREATE INDEX site_referral_need ON site_referral (need_id);

CREATE TABLE site_check (
    id INTEGER PRIMARY KEY,
    site_id INTEGER NOT NULL REFERENCES site (id),
    answer TEXT NOT NULL CHECK (answer IN ('available', 'rent_changed', 'gone')),
    account_id INTEGER REFERENCES account (id),
    contact_id INTEGER REFERENCES partner_contact (id),
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX site_check_site ON site_check (site_id, at);
CREATE TRIGGER site_check_is_append_only_update BEFORE UPDATE ON site_check
BEGIN
    SELECT RAISE(ABORT, 'what a landlord said is never changed');
END;
CREATE TRIGGER site_check_is_append_only_delete BEFORE DELETE ON site_check
BEGIN
    SELECT RAISE(ABORT, 'what a landlord said is never deleted');
END;

CREATE TABLE site_ask (
    id INTEGER PRIMARY KEY,
    partner_id INTEGER NOT NULL REFERENCES partner (id),
    contact_id INTEGER NOT NULL REFERENCES partner_contact (id),
    asked_at INTEGER NOT NULL
) STRICT;
CREATE INDEX site_ask_partner ON site_ask (partner_id, asked_at);

CREATE TABLE vacancy_notice (
    id INTEGER PRIMARY KEY,
    site_id INTEGER NOT NULL REFERENCES site (id),
    need_id INTEGER NOT NULL REFERENCES space_need (id),
    account_id INTEGER NOT NULL REFERENCES account (id),
    told_at INTEGER NOT NULL,
    UNIQUE (site_id, need_id)
) STRICT;
CREATE INDEX vacancy_notice_need ON vacancy_notice (need_id);

CREATE TABLE allocation_rule (
    id INTEGER PRIMARY KEY,
    program_id INTEGER NOT NULL REFERENCES program (id),
    rule TEXT NOT NULL CHECK (rule IN ('wait', 'displacement', 'lottery')),
    reason TEXT NOT NULL,
    evidence TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    decided_on TEXT NOT NULL,
    account_id INTEGER NOT NULL REFERENCES account (id),
    written_at INTEGER NOT NULL
) STRICT;
CREATE INDEX allocation_rule_program ON allocation_rule (program_id);
CREATE TRIGGER allocation_rule_is_append_only_update BEFORE UPDATE ON allocation_rule
BEGIN
    SELECT RAISE(ABORT, 'a written rule is never changed; a new one takes its place');
END;
CREATE TRIGGER allocation_rule_is_append_only_delete BEFORE DELETE ON allocation_rule
BEGIN
    SELECT RAISE(ABORT, 'a written rule is never deleted');
END;

CREATE TABLE allocation (
    id INTEGER PRIMARY KEY,
    public_id TEXT NOT NULL UNIQUE,
    site_id INTEGER NOT NULL REFERENCES site (id),
    rule_id INTEGER NOT NULL REFERENCES allocation_rule (id),
    seed TEXT NOT NULL,
    candidates TEXT NOT NULL,
    first_need_id INTEGER NOT NULL REFERENCES space_need (id),
    need_id INTEGER NOT NULL REFERENCES space_need (id),
    reason TEXT NOT NULL,
    account_id INTEGER NOT NULL REFERENCES account (id),
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX allocation_site ON allocation (site_id);
CREATE TRIGGER allocation_is_append_only_update BEFORE UPDATE ON allocation
BEGIN
    SELECT RAISE(ABORT, 'a decision about a unit is never changed');
END;
CREATE TRIGGER allocation_is_append_only_delete BEFORE DELETE ON allocation
BEGIN
    SELECT RAISE(ABORT, 'a decision about a unit is never deleted');
END;

CREATE TABLE access_link_new (
    id          INTEGER PRIMARY KEY,
    kind        TEXT NOT NULL CHECK (kind IN ('status', 'self_identification', 'partner', 'sites')),
    nonce       BLOB NOT NULL,
    token_hash  BLOB NOT NULL UNIQUE,
    referral_id INTEGER REFERENCES referral (id),
    person_id   INTEGER REFERENCES person (id),
    contact_id  INTEGER REFERENCES partner_contact (id),
    issued_at   INTEGER NOT NULL,
    expires_at  INTEGER NOT NULL,
    used_at     INTEGER,
    revoked_at  INTEGER
) STRICT;
INSERT INTO access_link_new (id, kind, nonce, token_hash, referral_id, person_id, contact_id, issued_at, expires_at, used_at, revoked_at)
SELECT id, kind, nonce, token_hash, referral_id, person_id, contact_id, issued_at, expires_at, used_at, revoked_at FROM access_link;
DROP TABLE access_link;
ALTER TABLE access_link_new RENAME TO access_link;
CREATE INDEX access_link_referral ON access_link (referral_id);
CREATE INDEX access_link_person ON access_link (person_id);

CREATE TABLE import_run_new (
    id          INTEGER PRIMARY KEY,
    public_id   TEXT NOT NULL UNIQUE,
    program_id  INTEGER NOT NULL REFERENCES program (id),
    kind        TEXT NOT NULL CHECK (kind IN ('clients', 'deployments', 'partners', 'sites')),
    preset      TEXT,
    file_name   TEXT NOT NULL,
    file_sha256 TEXT NOT NULL,
    encoding    TEXT NOT NULL,
    mapping     TEXT NOT NULL,
    row_count   INTEGER NOT NULL,
    made        TEXT NOT NULL,
    actor       TEXT NOT NULL,
    started_at  INTEGER NOT NULL,
    undone_at   INTEGER
) STRICT;
INSERT INTO import_run_new (id, public_id, program_id, kind, preset, file_name, file_sha256, encoding, mapping, row_count, made, actor, started_at, undone_at)
SELECT id, public_id, program_id, kind, preset, file_name, file_sha256, encoding, mapping, row_count, made, actor, started_at, undone_at FROM import_run;
DROP TABLE import_run;
ALTER TABLE import_run_new RENAME TO import_run;
