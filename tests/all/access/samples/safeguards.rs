//! Samples of break-glass, deletion, filings and the declaration of a small office.

use super::{KEY, NOTHING, Sample, about, deed, page};

const GLASS: &[(&str, &str)] = &[("id", "{glass}")];
const ERASURE: &[(&str, &str)] = &[("id", "{erasure}")];
const HOLD: &[(&str, &str)] = &[("id", "{hold}")];
const FILING: &[(&str, &str)] = &[("id", "{filing}")];
const TABLE: &[(&str, &str)] = &[("id", "{table}")];
const PROOF: &[(&str, &str)] = &[("key", "0123456789abcdef"), ("password", "x"), ("code", "000000")];
const WHY: &[(&str, &str)] = &[("key", "0123456789abcdef"), ("why", "Planted")];

#[rustfmt::skip]
pub const SAMPLES: &[Sample] = &[
    page("/glass"),
    deed("/glass", NOTHING, &[("key", "0123456789abcdef"), ("file", "F-0001"), ("name", "Nobody Here"), ("reason", "Because a court wants to know it"), ("password", "x"), ("code", "000000")]),
    about("/glass/{id}", GLASS),
    deed("/glass/{id}/agreements", GLASS, PROOF),
    deed("/glass/{id}/refusals", GLASS, WHY),
    deed("/glass/{id}/endings", GLASS, KEY),
    deed("/glass/{id}/openings", GLASS, NOTHING),
    page("/erasures"),
    deed("/erasures", NOTHING, &[("key", "0123456789abcdef"), ("file", "F-0001"), ("name", "Nobody Here"), ("sure", "yes"), ("password", "x"), ("code", "000000")]),
    about("/erasures/requests/{id}", ERASURE),
    deed("/erasures/requests/{id}/deletions", ERASURE, PROOF),
    deed("/erasures/requests/{id}/reasons", ERASURE, WHY),
    deed("/erasures/holds/{id}/liftings", HOLD, WHY),
    page("/filings"),
    deed("/filings", NOTHING, &[("key", "0123456789abcdef"), ("program", "{program}"), ("recipient", "Planted"), ("authority", "Rule 2"), ("question", "race"), ("form", "table"), ("location", ""), ("from_on", "2026-01-01"), ("password", "x"), ("code", "000000")]),
    about("/filings/{id}", FILING),
    deed("/filings/{id}/locations", FILING, &[("location", "786"), ("version", "1")]),
    deed("/filings/{id}/lines", TABLE, &[("version", "1"), ("section", "Planted"), ("label", "Planted"), ("measure", "services"), ("kind", ""), ("place", "")]),
    deed("/filings/{id}/removals", TABLE, &[("version", "1"), ("line", "{line}")]),
    about("/filings/{id}/files/{file}", &[("id", "{filing}"), ("file", "{filed}")]),
    page("/checks"),
    about("/checks/{id}", FILING),
    deed("/filings/{id}/files", FILING, &[("key", "0123456789abcdef"), ("first", "2025-02-01"), ("last", "2025-02-02"), ("password", "x"), ("code", "000000")]),
    deed("/filings/{id}/copies", FILING, &[("key", "0123456789abcdef"), ("file", "{filed}"), ("password", "x"), ("code", "000000")]),
    deed("/filings/{id}/endings", FILING, &[("key", "0123456789abcdef"), ("why", "Planted"), ("password", "x"), ("code", "000000")]),
    page("/office"),
    deed("/office", NOTHING, &[("key", "0123456789abcdef"), ("reason", "Planted"), ("outside", ""), ("version", "0")]),
];
