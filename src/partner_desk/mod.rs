//! The partner's side: one referral behind one link, no account, an answer in a minute; and a list for whoever has several.
//!
//! Looking changes nothing: mail scanners open every link. A link does its work once, on a post.

mod answers;
mod asks;
mod entry;
mod file;
mod inbound;
mod inbox;
mod messages;
mod page;
pub mod queries;
pub mod routes;
mod team;
mod views;

pub use routes::routes;

use crate::auth::queries::mailed;
use crate::auth::visits::{Member, Visit};
use crate::consent::Consent;
use crate::error::Result;
use crate::referrals::deed::Who;
use crate::referrals::fields::{Answers, See, shown};
use crate::referrals::{Referral, needs};
use crate::store::Db;
use crate::values::{Day, EventChannel, SharedField};
use crate::web::server::Caller;
use axum::Extension;

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

/// The account somebody works with, where it is one of the partner that was asked.
fn member_for<'a>(visit: &'a Visit, referral: &Referral) -> Option<&'a Member> {
    let partner = referral.partner.as_ref().map(|(key, ..)| *key);
    visit.member.as_ref().filter(|member| Some(member.partner) == partner)
}

/// In what capacity somebody acts: with an account in their own name, else by the link or for the contact that was asked.
fn who(visit: &Visit, referral: &Referral) -> Who {
    match member_for(visit, referral) {
        Some(member) => Who { channel: EventChannel::Account, ..Who::partner(Some(member.contact), &member.name) },
        None => Who::partner(referral.contact.as_ref().map(|(key, _)| *key), &visit.name),
    }
}

/// True when the fields say how to reach somebody: a browser that nobody knows has to bring the code first.
fn needs_proof(fields: &[(SharedField, String)]) -> bool {
    let reaches = |field: &SharedField| {
        matches!(
            field,
            SharedField::ContactName | SharedField::Telephone | SharedField::Email | SharedField::Address | SharedField::BusinessName
        )
    };
    fields.iter().any(|(field, _)| reaches(field))
}

/// By when, in words.
pub fn by_when(referral: &Referral, today: Day) -> Option<String> {
    referral.due_on.map(|due| if due.year() == today.year() { due.in_words() } else { format!("{}, {}", due.in_words(), due.year()) })
}

/// An address that its owner knows again and nobody else learns: "s…@harbor.test".
fn masked(address: &str) -> String {
    match address.split_once('@') {
        Some((name, host)) => format!("{}…@{host}", name.chars().next().unwrap_or('…')),
        None => "the address we have".to_owned(),
    }
}

/// Under what a failure is counted: the first letters of the token, and where the call came from.
fn marks(token: &str, caller: Option<&Extension<Caller>>) -> Vec<String> {
    let prefix: String = token.chars().take(8).collect();
    let from = caller.map(|Extension(Caller(address))| format!("partner caller {}", address.ip()));
    [Some(format!("partner link {prefix}")), from].into_iter().flatten().collect()
}

async fn is_too_much(db: &Db, marks: &[String]) -> Result<bool> {
    let (marks, now, house) = (marks.to_vec(), db.clock().now(), db.clone());
    db.read(move |conn| mailed::is_too_much(conn, house.keys(), &marks, now)).await
}

/// What the page says after a deed.
fn done_words(code: &str) -> Option<&'static str> {
    Some(match code {
        "recorded" => "Your answer is recorded. Sending it a second time changes nothing.",
        "reminder" => "We remind you on that day with a new link.",
        "contact" => "Thank you. The advisor checks this and asks them.",
        "taken" => "You answer this one from now on. Links that others had to it are closed.",
        "handed" => "Handed over. Your colleague is told with a link of their own.",
        "browser" => "Thank you. This browser is known until you close the page.",
        _ => return None,
    })
}
