//! Samples of zones, sites and the search for space.

use super::{CLIENT, KEY, NOTHING, Sample, about, deed, other, page};

const SITE: &[(&str, &str)] = &[("id", "{site}")];
const VERSION_AND_KEY: &[(&str, &str)] = &[("key", "0123456789abcdef"), ("version", "1")];
const OCCUPANCY: &[(&str, &str)] = &[
    ("key", "0123456789abcdef"),
    ("version", "0"),
    ("tenure", "lease"),
    ("lease_ends_on", ""),
    ("rent", ""),
    ("rent_step", ""),
    ("lease_option", ""),
    ("option_words", ""),
    ("notice", ""),
    ("notice_on", ""),
    ("has_rezoning", ""),
    ("rezoning_source", ""),
    ("has_building_sale", ""),
    ("has_competing_use", ""),
    ("competing_words", ""),
    ("basis", "visit"),
    ("told_on", "2026-01-01"),
];
const DECISION: &[(&str, &str)] = &[
    ("key", "0123456789abcdef"),
    ("version", "0"),
    ("program", ""),
    ("is_on", "no"),
    ("level", "watch"),
    ("threshold", "5"),
    ("reason", "R"),
    ("evidence", "E"),
    ("decided_by", "B"),
    ("decided_on", "2026-01-01"),
];

#[rustfmt::skip]
pub const SAMPLES: &[Sample] = &[
    // zones
    page("/zones"),
    about("/zones/{id}", &[("id", "{zone}")]),
    page("/zones/import"),
    other(page("/zones/preview")),
    deed("/zones/preview", NOTHING, NOTHING),
    deed("/zones/editions", NOTHING, &[("key", "0123456789abcdef"), ("job", "{job}"), ("set", "S"), ("kind", "K"), ("source", "S"), ("licence", ""), ("valid_from", "2026-01-01")]),
    deed("/zones/editions/{id}/undoing", &[("id", "{edition}")], KEY),
    deed("/zones/{id}/pressures", &[("id", "{zone}")], &[("key", "0123456789abcdef"), ("what", "W"), ("where_written", "S"), ("since_on", "")]),
    deed("/zones/{id}/pressures/{pressure}/ending", &[("id", "{zone}"), ("pressure", "{pressure}")], VERSION_AND_KEY),
    page("/leases"),
    about("/clients/{id}/place", CLIENT),
    deed("/clients/{id}/location", CLIENT, &[("key", "0123456789abcdef"), ("point", "40.7050, -73.9450"), ("source", "map"), ("since_on", "")]),
    deed("/clients/{id}/occupancy", CLIENT, OCCUPANCY),
    page("/zones/rules"),
    about("/zones/rules/{rule}", &[("rule", "{rule}")]),
    deed("/zones/rules/{rule}", &[("rule", "{rule}")], DECISION),
    // sites
    page("/sites"),
    deed("/sites", NOTHING, &[("key", "0123456789abcdef"), ("partner", "{partner}"), ("name", "Planted")]),
    page("/sites/new"),
    page("/sites/paste"),
    deed("/sites/paste", NOTHING, &[("key", "0123456789abcdef"), ("partner", "{partner}"), ("text", "name: Planted"), ("deed", "list")]),
    deed("/sites/asking", NOTHING, KEY),
    page("/sites/rule"),
    deed("/sites/rule", NOTHING, &[("key", "0123456789abcdef"), ("program", "{program key}"), ("rule", "wait"), ("reason", "Fair"), ("evidence", "A count"), ("decided_by", "The board"), ("decided_on", "2026-01-01")]),
    about("/sites/{id}", SITE),
    about("/sites/{id}/facts", SITE),
    deed("/sites/{id}", SITE, &[("version", "1"), ("name", "Planted"), ("status", "available")]),
    deed("/sites/{id}/checks", SITE, &[("key", "0123456789abcdef"), ("answer", "available")]),
    deed("/sites/{id}/tellings", SITE, KEY),
    deed("/sites/{id}/allocations", SITE, &[("key", "0123456789abcdef"), ("need", "{need}")]),
    // space
    about("/clients/{id}/space", CLIENT),
    deed("/clients/{id}/space", CLIENT, &[("key", "0123456789abcdef"), ("version", "1"), ("min_sq_ft", "4000"), ("deed", "match")]),
    deed("/clients/{id}/space/closing", CLIENT, &[("key", "0123456789abcdef"), ("why", "met")]),
    deed("/clients/{id}/space/letting", CLIENT, &[("key", "0123456789abcdef"), ("referral", "{referral}"), ("site", "{site}")]),
    other(about("/clients/{id}/space/message", CLIENT)),
    deed("/clients/{id}/space/message", CLIENT, &[("key", "0123456789abcdef"), ("urgency", "no_rush"), ("to", "{site}")]),
    about("/clients/{id}/space/check", CLIENT),
];
