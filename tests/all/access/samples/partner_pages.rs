//! Samples of what partners and landlords see without a staff account.

use super::{KEY, NOTHING, REFERRAL, Sample, TOKEN, about, deed, other, page};

const OWN_OFFER: &[(&str, &str)] = &[("service", "{offer}")];

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
    // with an account
    deed("/p/r/{id}/opening", REFERRAL, KEY),
    deed("/p/r/{id}/assignment", REFERRAL, &[("key", "0123456789abcdef"), ("version", "1"), ("colleague", "{contact}")]),
    other(page("/p/team")),
    other(page("/p/team/requests.csv")),
    other(page("/p/team/people")),
    deed("/p/team/people/{account}/ending", &[("account", "{partner account}")], KEY),
    deed("/p/team/switching", NOTHING, &[("account", "{partner account}")]),
    other(page("/p/team/entry")),
    deed("/p/team/entry/closures", NOTHING, &[("key", "0123456789abcdef"), ("closure_from", "2199-01-01"), ("closure_to", "2199-01-02"), ("closure_reason", "Planted")]),
    deed("/p/team/entry/closures/{closure}/withdrawal", &[("closure", "{closure}")], NOTHING),
    other(about("/p/team/entry/services/{service}", OWN_OFFER)),
    deed("/p/team/entry/services/{service}", OWN_OFFER, &[("key", "0123456789abcdef"), ("version", "1"), ("about", "Planted")]),
    deed("/p/team/entry/services/{service}/checks", OWN_OFFER, &[("key", "0123456789abcdef"), ("version", "1")]),
    deed("/p/team/entry/services/{service}/capacity", OWN_OFFER, &[("key", "0123456789abcdef"), ("version", "1"), ("capacity", "full")]),
];
