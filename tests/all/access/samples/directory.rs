//! Samples of the partner directory.

use super::{KEY, NOTHING, Sample, about, deed, page};

const PARTNER: &[(&str, &str)] = &[("id", "{partner}")];
const OFFER: &[(&str, &str)] = &[("id", "{partner}"), ("service", "{offer}")];

#[rustfmt::skip]
pub const SAMPLES: &[Sample] = &[
    // partners
    page("/partners"),
    deed("/partners", NOTHING, &[("key", "0123456789abcdef"), ("program", "{program key}"), ("name", "Planted"), ("kind", "workforce")]),
    about("/partners/{id}", PARTNER),
    deed("/partners/{id}", PARTNER, &[("version", "1"), ("name", "Planted"), ("kind", "workforce")]),
    deed("/partners/{id}/contacts", PARTNER, &[("key", "0123456789abcdef"), ("contact_name", "P"), ("contact_email", "p@example.org"), ("contact_telephone", "")]),
    deed("/partners/{id}/contacts/{contact}/closing", &[("id", "{partner}"), ("contact", "{contact}")], NOTHING),
    deed("/partners/{id}/contacts/{contact}/accounts", &[("id", "{partner}"), ("contact", "{contact}")], KEY),
    deed("/partners/{id}/accounts/{account}/ending", &[("id", "{partner}"), ("account", "{partner account}")], KEY),
    about("/partners/{id}/services/new", PARTNER),
    deed("/partners/{id}/services", PARTNER, &[("key", "0123456789abcdef"), ("name", "Planted"), ("kind", "workforce"), ("status", "active")]),
    about("/partners/{id}/services/{service}", OFFER),
    deed("/partners/{id}/services/{service}", OFFER, &[("version", "1"), ("name", "Planted"), ("kind", "workforce"), ("status", "active")]),
    deed("/partners/{id}/services/{service}/retirement", OFFER, &[("key", "0123456789abcdef"), ("version", "1")]),
    deed("/partners/{id}/services/{service}/checks", OFFER, &[("key", "0123456789abcdef"), ("version", "1")]),
    deed("/partners/{id}/services/{service}/capacity", OFFER, &[("key", "0123456789abcdef"), ("version", "1"), ("capacity", "full"), ("full_until", "")]),
    deed("/partners/{id}/closures", PARTNER, &[("key", "0123456789abcdef"), ("closure_from", "2199-12-21"), ("closure_to", "2199-12-31"), ("closure_reason", "Holidays")]),
    deed("/partners/{id}/closures/{closure}/withdrawal", &[("id", "{partner}"), ("closure", "{closure}")], NOTHING),
];
