//! Samples of the staff's pages about referrals: the board, one referral, triage, clocks, questions, what goes out.

use super::{CLIENT, KEY, NOTHING, REFERRAL, Sample, about, deed, other, page};

const INBOUND: &[(&str, &str)] = &[("id", "{inbound}")];

#[rustfmt::skip]
pub const SAMPLES: &[Sample] = &[
    // referrals
    page("/lists"),
    deed("/lists", NOTHING, &[("key", "0123456789abcdef"), ("list", "decline"), ("label", "Planted"), ("client_label", "They planted something else."), ("group", "capacity"), ("side", "partner")]),
    deed("/lists/{code}/use", &[("code", "{file}")], &[("key", "0123456789abcdef"), ("list", "decline")]),
    page("/referrals"),
    about("/clients/{id}/referrals/new", CLIENT),
    deed("/clients/{id}/referrals", CLIENT, &[("key", "0123456789abcdef"), ("kind", "real_estate"), ("need", "Planted"), ("urgency", "no_rush")]),
    page("/referrals/triage"),
    deed("/referrals/{id}/taking", REFERRAL, &[("key", "0123456789abcdef"), ("version", "1"), ("advisor", "{advisor}")]),
    about("/inbound/{id}", INBOUND),
    deed("/inbound/{id}/taking", INBOUND, &[("key", "0123456789abcdef"), ("client", "new")]),
    deed("/inbound/{id}/closing", INBOUND, &[("key", "0123456789abcdef"), ("why", "Planted"), ("told_on", "2026-01-01")]),
    page("/referrals/next-steps"),
    deed("/referrals/next-steps", NOTHING, KEY),
    about("/referrals/{id}", REFERRAL),
    deed("/referrals/{id}/events", REFERRAL, &[("key", "0123456789abcdef"), ("version", "1"), ("event", "undo_send")]),
    other(about("/referrals/{id}/needs", REFERRAL)),
    deed("/referrals/{id}/needs", REFERRAL, &[("key", "0123456789abcdef"), ("version", "1"), ("need", "Planted")]),
    other(about("/referrals/{id}/confidential", REFERRAL)),
    deed("/referrals/{id}/confidential", REFERRAL, &[("key", "0123456789abcdef"), ("version", "0"), ("words", "Planted")]),
    deed("/referrals/{id}/non-disclosure", REFERRAL, &[("key", "0123456789abcdef"), ("signed_on", "2026-01-02"), ("until_on", "2027-01-02"), ("by_client", "Planted"), ("by_partner", "Planted"), ("document", "Planted")]),
    deed("/referrals/{id}/non-disclosure/ending", REFERRAL, &[("key", "0123456789abcdef")]),
    deed("/referrals/{id}/partner", REFERRAL, &[("key", "0123456789abcdef"), ("version", "1"), ("contact", "{contact}")]),
    deed("/referrals/{id}/consent", REFERRAL, &[("key", "0123456789abcdef"), ("version", "1"), ("answer", "ask")]),
    deed("/referrals/{id}/consent/ending", REFERRAL, &[("key", "0123456789abcdef"), ("version", "1"), ("source", "call")]),
    deed("/referrals/{id}/consent/renewal", REFERRAL, KEY),
    deed("/referrals/{id}/tasks", REFERRAL, &[("key", "0123456789abcdef"), ("task", "4711"), ("answer", "seen")]),
    deed("/referrals/{id}/client-words", REFERRAL, &[("key", "0123456789abcdef"), ("word", "1")]),
    deed("/referrals/{id}/contact", REFERRAL, &[("key", "0123456789abcdef"), ("contact", "{contact}")]),
    deed("/referrals/{id}/sending", REFERRAL, KEY),
    deed("/referrals/{id}/links", REFERRAL, &[("key", "0123456789abcdef"), ("version", "1")]),
    deed("/referrals/{id}/codes", REFERRAL, &[("key", "0123456789abcdef"), ("handing", "letter")]),
    deed("/referrals/{id}/codes/closing", REFERRAL, KEY),
    deed("/referrals/{id}/partner-codes", REFERRAL, &[("key", "0123456789abcdef"), ("handing", "letter")]),
    deed("/referrals/{id}/partner-codes/closing", REFERRAL, KEY),
    about("/referrals/{id}/messages", REFERRAL),
    deed("/referrals/{id}/messages", REFERRAL, &[("key", "0123456789abcdef"), ("readers", "client"), ("body", "Planted")]),
    deed("/referrals/{id}/messages/settling", REFERRAL, &[("key", "0123456789abcdef"), ("last", "1"), ("why", "Called")]),
    page("/referrals/clocks"),
    deed("/referrals/clocks", &[], &[("key", "clocks0001"), ("program", "{program key}"), ("kind", "workforce"), ("timer", "decision"), ("days", "6"), ("reason", "The board meets every other Friday"), ("version", "0")]),
    deed("/referrals/clocks/held", &[], &[("program", "{program key}"), ("version", "1"), ("minutes", "10")]),
    deed("/referrals/{id}/calls", &[("id", "{referral}")], &[("key", "calls00001"), ("reached", "no")]),
    // questions
    about("/clients/{id}/questions", CLIENT),
    deed("/clients/{id}/questions", CLIENT, &[("key", "0123456789abcdef"), ("kind", "real_estate"), ("text", "Planted?"), ("contact", "{contact}")]),
    // outbox
    page("/outbox"),
    about("/outbox/{id}/letter", &[("id", "{message}")]),
    deed("/outbox/{id}/sending", &[("id", "{message}")], NOTHING),
    deed("/outbox/{id}/stop", &[("id", "{message}")], NOTHING),
    deed("/outbox/{id}/attempts", &[("id", "{message}")], NOTHING),
];
