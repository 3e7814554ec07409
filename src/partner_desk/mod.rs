//! The partner's side: one referral behind one link, no account, an answer in a minute.
//!
//! Looking changes nothing: mail scanners open every link. A link does its work once, on a post.

mod inbound;
mod messages;
pub mod routes;
mod views;

pub use routes::routes;

use crate::consent::Consent;
use crate::referrals::fields::{Answers, See, shown};
use crate::referrals::{Referral, needs};
use crate::values::{Day, SharedField};

/// What the partner may see of the client now: nothing that names anybody before a yes, only what was agreed after it.
pub fn shown_fields(
    referral: &Referral,
    yes: Option<&Consent>,
    values: &[(SharedField, String)],
    has_accepted: bool,
) -> Vec<(SharedField, String)> {
    let Some(yes) = yes else { return Vec::new() };
    let is_for_them = referral.partner.as_ref().is_some_and(|(key, ..)| *key == yes.partner);
    if !is_for_them || !(has_accepted || yes.by_name) {
        return Vec::new();
    }
    values.iter().filter(|(field, _)| yes.fields.contains(field)).cloned().collect()
}

/// What the partner may see of the need's own facts: some at once, some after its yes while the permission holds, some never.
pub fn shown_needs(
    referral: &Referral,
    yes: Option<&Consent>,
    answers: &Answers,
    has_accepted: bool,
    today: Day,
) -> Vec<(&'static str, String)> {
    let is_agreed = yes.is_some_and(|yes| referral.partner.as_ref().is_some_and(|(key, ..)| *key == yes.partner));
    let may_see = |see: See| match see {
        See::Before => true,
        See::After => has_accepted && is_agreed,
        See::Team => false,
    };
    shown(needs::of(referral.kind), answers, may_see, today)
}

/// By when, in words.
pub fn by_when(referral: &Referral, today: Day) -> Option<String> {
    referral.due_on.map(|due| if due.year() == today.year() { due.in_words() } else { format!("{}, {}", due.in_words(), due.year()) })
}
