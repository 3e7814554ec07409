//! Samples of what partners and landlords see without a staff account.

use super::{NOTHING, REFERRAL, Sample, TOKEN, about, deed, other, page};

#[rustfmt::skip]
pub const SAMPLES: &[Sample] = &[
    other(about("/p/{token}", TOKEN)),
    other(page("/q/thanks")),
    other(about("/q/{token}", TOKEN)),
    deed("/q/{token}", TOKEN, &[("answer", "yes"), ("sentence", ""), ("on", ""), ("name", "P")]),
    deed("/p/{token}", TOKEN, NOTHING),
    other(page("/p/inbox")),
    deed("/p/inbox/codes", NOTHING, &[("email", "sal@harbor.test")]),
    deed("/p/inbox", NOTHING, &[("email", "sal@harbor.test"), ("code", "000000")]),
    other(page("/p/mine")),
    deed("/p/mine/updates", NOTHING, &[("key", "0123456789abcdef"), ("next", "{tomorrow}")]),
    deed("/p/leaving", NOTHING, NOTHING),
    deed("/p/r/{id}/reminder", REFERRAL, &[("key", "0123456789abcdef"), ("on", "{tomorrow}")]),
    deed("/p/r/{id}/right-contact", REFERRAL, &[("key", "0123456789abcdef"), ("right_name", "P"), ("right_email", "p@harbor.test"), ("right_telephone", "")]),
    deed("/p/r/{id}/codes", REFERRAL, NOTHING),
    deed("/p/r/{id}/browser", REFERRAL, &[("code", "000000")]),
    deed("/p/{token}/opening", TOKEN, &[("name", "Planted")]),
    other(page("/p/thanks")),
    other(about("/p/r/{id}", REFERRAL)),
    deed("/p/r/{id}/confidential", REFERRAL, NOTHING),
    deed("/p/r/{id}/events", REFERRAL, &[("key", "0123456789abcdef"), ("version", "1"), ("event", "acknowledge")]),
    other(about("/p/r/{id}/somebody", REFERRAL)),
    deed("/p/r/{id}/somebody", REFERRAL, &[("key", "0123456789abcdef"), ("person_name", "Planted"), ("telephone", "718 555 0199"), ("kind", "workforce"), ("need", "Planted"), ("agreed", "yes")]),
    other(about("/p/r/{id}/messages", REFERRAL)),
    deed("/p/r/{id}/messages", REFERRAL, &[("key", "0123456789abcdef"), ("readers", "client"), ("body", "Planted")]),
    other(about("/u/{token}", TOKEN)),
    deed("/u/{token}", TOKEN, &[("key", "0123456789abcdef"), ("site", "{site}"), ("answer", "gone")]),
];
