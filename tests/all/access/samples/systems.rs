//! Samples of tokens and of what systems call with them.

use super::{CLIENT, NOTHING, REFERRAL, Sample, about, deed, other, page};

const TOKENS: &[(&str, &str)] = &[("id", "{api token}")];
const HOOK: &[(&str, &str)] = &[("id", "{hook}")];
const SERVICE: &[(&str, &str)] = &[("id", "{service}")];

const fn change(route: &'static str, fills: &'static [(&'static str, &'static str)]) -> Sample {
    Sample { method: "PATCH", route, fills, fields: NOTHING, is_page: false }
}

#[rustfmt::skip]
pub const SAMPLES: &[Sample] = &[
    other(page("/api")),
    other(page("/api/openapi.json")),
    page("/tokens"),
    deed("/tokens", NOTHING, &[("key", "0123456789abcdef"), ("name", "Planted"), ("program", "{program key}"), ("scope", "clients:read"), ("per_minute", "600"), ("expires_on", "{tomorrow}"), ("password", "x"), ("code", "000000")]),
    deed("/tokens/{id}/ending", TOKENS, &[("version", "1"), ("why", "Planted")]),
    page("/hooks"),
    deed("/hooks", NOTHING, &[("key", "0123456789abcdef"), ("url", "https://systems.example/told"), ("program", "{program key}"), ("event", "accept"), ("password", "x"), ("code", "000000")]),
    deed("/hooks/{id}/ending", HOOK, &[("version", "1"), ("why", "Planted")]),
    other(page("/api/v1/clients")),
    deed("/api/v1/clients", NOTHING, NOTHING),
    other(about("/api/v1/clients/{id}", CLIENT)),
    change("/api/v1/clients/{id}", CLIENT),
    other(page("/api/v1/services")),
    deed("/api/v1/services", NOTHING, NOTHING),
    other(about("/api/v1/services/{id}", SERVICE)),
    change("/api/v1/services/{id}", SERVICE),
    other(page("/api/v1/referrals")),
    deed("/api/v1/referrals", NOTHING, NOTHING),
    other(about("/api/v1/referrals/{id}", REFERRAL)),
    other(page("/api/v1/partners")),
    other(page("/api/v1/deployments")),
    other(page("/api/v1/outcomes")),
    other(page("/api/v1/trainings")),
];
