//! Samples of the entrepreneur's own pages.

use super::{NOTHING, REFERRAL, Sample, TOKEN, about, deed, other, page};

#[rustfmt::skip]
pub const SAMPLES: &[Sample] = &[
    other(about("/s/{token}", TOKEN)),
    other(about("/s/{token}/stopping", TOKEN)),
    other(about("/s/{token}/answer", TOKEN)),
    deed("/s/{token}/contact", TOKEN, &[("key", "0123456789abcdef"), ("called", "no")]),
    deed("/s/{token}/language", TOKEN, &[("language", "es")]),
    deed("/me/language", NOTHING, &[("language", "es")]),
    deed("/language", NOTHING, &[("language", "es")]),
    other(about("/me/referrals/{id}/answer", REFERRAL)),
    deed("/me/referrals/{id}/contact", REFERRAL, &[("key", "0123456789abcdef"), ("called", "no")]),
    deed("/s/{token}/sharing", TOKEN, &[("key", "0123456789abcdef"), ("what", "renew")]),
    deed("/s/{token}/events", TOKEN, &[("key", "0123456789abcdef"), ("version", "1"), ("event", "withdraw")]),
    other(about("/s/{token}/requests", TOKEN)),
    deed("/s/{token}/requests", TOKEN, &[("key", "0123456789abcdef"), ("kind", "workforce"), ("need", "Planted"), ("urgency", "no_rush")]),
    other(about("/me/referrals/{id}/requests", REFERRAL)),
    deed("/me/referrals/{id}/requests", REFERRAL, &[("key", "0123456789abcdef"), ("kind", "workforce"), ("need", "Planted"), ("urgency", "no_rush")]),
    other(about("/s/{token}/messages", TOKEN)),
    deed("/s/{token}/messages", TOKEN, &[("key", "0123456789abcdef"), ("readers", "client"), ("body", "Planted")]),
    other(about("/me/referrals/{id}/messages", REFERRAL)),
    deed("/me/referrals/{id}/messages", REFERRAL, &[("key", "0123456789abcdef"), ("readers", "client"), ("body", "Planted")]),
    other(page("/c")),
    deed("/c", NOTHING, &[("reference", "R-1"), ("code", "0000-0000-0000")]),
    other(about("/me/referrals/{id}", REFERRAL)),
    other(about("/me/referrals/{id}/stopping", REFERRAL)),
    deed("/me/referrals/{id}/events", REFERRAL, &[("key", "0123456789abcdef"), ("version", "1"), ("event", "withdraw")]),
    deed("/me/referrals/{id}/sharing", REFERRAL, &[("key", "0123456789abcdef"), ("what", "renew")]),
    deed("/me/leaving", NOTHING, NOTHING),
];
