//! A yes that is taken back, and a yes that is renewed. What happens to the referral follows the table.

use super::agreeing::{OfAct, values_of, words_for};
use super::record::record;
use super::{Story, find, notices, opening, story};
use crate::consent::{self, Text};
use crate::error::{Error, Result};
use crate::i18n::{Args, Language};
use crate::referrals::Referral;
use crate::referrals::asks::Asks;
use crate::referrals::deed::{Deed, Who};
use crate::referrals::fact::Fact;
use crate::referrals::lifecycle::{Event, Party, Status};
use crate::store::{Object, Tx};
use crate::values::{Called, ConsentMethod, Day};
use rusqlite::Connection;

/// Takes the yes of one referral back. Before it was sent nothing was shared: the client's own word is a no, and an advisor's
/// slip of the pen opens the question again. Afterwards the referral stops, and the partner's links die with it.
pub fn take_back(tx: &Tx<'_>, who: &Who, referral: &Referral, version: i64) -> Result<Referral> {
    match (referral.status, who.party) {
        (Status::Draft, Party::Entrepreneur) => record(tx, who, referral, Deed::new(Event::RefuseConsent, version)),
        (Status::Draft, _) => ask_anew(tx, who, referral, version),
        (Status::Requested | Status::Received | Status::Accepted | Status::InProgress | Status::OnHold, _) => {
            record(tx, who, referral, Deed::new(Event::Withdraw, version).with(Fact::Reason, "consent_revoked"))
        }
        _ => Err(Error::Rejected("This referral is not open, so nothing is shared any more.".to_owned())),
    }
}

/// A draft again: what was written down as a yes no longer holds, and the client is asked once more.
fn ask_anew(tx: &Tx<'_>, who: &Who, referral: &Referral, version: i64) -> Result<Referral> {
    let Some(last) = consent::queries::live_for(tx, referral.key, tx.today())? else {
        return Err(Error::Rejected("There is no yes to take back.".to_owned()));
    };
    consent::queries::end(tx, referral.key)?;
    let deed = Deed::new(Event::RequestConsent, version)
        .with(Fact::Fields, crate::referrals::sharing::written(&last.fields, last.by_name))
        .with(Fact::Recipient, referral.partner_name())
        .with(Fact::Purpose, crate::values::Vocabulary::code(referral.kind))
        .with(Fact::Expiry, last.expires_on.to_string())
        .with(Fact::Language, super::reads(tx, referral, tx.today())?.code());
    record(tx, who, referral, deed)
}

/// True when the yes of an open referral can be renewed: it ends soon, or ended while the work goes on.
pub fn is_renewable(referral: &Referral, last: Option<&consent::Consent>, is_live: bool, today: Day) -> bool {
    let is_open = matches!(referral.status, Status::Requested | Status::Received | Status::Accepted | Status::InProgress | Status::OnHold);
    let is_due = |yes: &consent::Consent| !is_live || today.days_until(yes.expires_on) <= consent::RENEW_DAYS;
    is_open && last.is_some_and(is_due)
}

/// Renews a yes in one tap: the same fields for the same partner with today's values, for as long again.
pub fn renew(tx: &Tx<'_>, who: &Who, referral: &Referral, method: ConsentMethod, language: Language) -> Result<()> {
    let referral = find(tx, referral.key)?;
    let today = tx.today();
    let last = consent::queries::last_for(tx, referral.key)?;
    let is_live = consent::queries::live_for(tx, referral.key, today)?.is_some();
    let (true, Some(last)) = (is_renewable(&referral, last.as_ref(), is_live, today), last) else {
        return Err(Error::Rejected("This permission does not need to be renewed now.".to_owned()));
    };
    let (partner, ..) = referral.partner.as_ref().ok_or(Error::NotFound)?;
    let until = today.plus_days(consent::longest_days(referral.kind));
    let act = [OfAct { referral: referral.clone(), version: referral.version, by_name: last.by_name }];
    let values = values_of(tx, &referral, &last.fields, today)?;
    let yes = consent::Yes {
        referral: referral.key,
        partner: *partner,
        method,
        witness: who.account,
        text_shown: Text::in_both(language, |language| {
            Ok::<_, Error>(words_for(language, &act, &super::need_in_full(tx, &referral, language)?, &values, until))
        })?,
        by_name: last.by_name,
        expires_on: until,
        fields: values.iter().map(|(field, _)| *field).collect(),
    };
    consent::queries::grant(tx, &yes)?;
    notices::tell(tx, &story(tx, referral.clone())?, &renewed_words(tx, &referral, who, until)?)?;
    tx.audit("consent.renewed", Object::new("referral", &referral.id))?;
    if referral.status == Status::OnHold && referral.reason.as_deref() == Some("consent_expired") {
        go_on(tx, who, &referral)?;
    }
    Ok(())
}

fn renewed_words(tx: &Tx<'_>, referral: &Referral, who: &Who, until: Day) -> Result<notices::Told> {
    let today = tx.today();
    let key = if who.party == Party::Entrepreneur { "told-renewed" } else { "told-wrote-renewed" };
    let text = |language: Language| {
        let day = language.day(until.date(), Some(today.year()));
        let args = Args::default().with("advisor", &referral.advisor.1).with("org", referral.partner_name()).with("day", day);
        language.join(&[language.say(key, args), language.say("told-can-undo-24", Args::default())])
    };
    Ok(notices::Told::in_both(super::reads(tx, referral, today)?, text))
}

/// Work that only waited for the permission goes on: an advisor takes it off hold, and the partner gets a link that opens again.
fn go_on(tx: &Tx<'_>, who: &Who, referral: &Referral) -> Result<()> {
    if who.party == Party::Advisor {
        let deed = Deed::new(Event::Resume, referral.version)
            .with(Fact::WhatChanged, "The client renewed the permission to share.")
            .with(Fact::NextExpectedOn, tx.today().plus_days(14).to_string());
        record(tx, who, referral, deed)?;
    }
    opening::renew_partner_link(tx, referral)
}

/// The one thing the entrepreneur is asked now, if there is one.
pub fn asks_now(conn: &Connection, story: &Story, today: Day) -> Result<Option<Asks>> {
    let referral = &story.referral;
    let last = consent::queries::last_for(conn, referral.key)?;
    let is_live = consent::queries::live_for(conn, referral.key, today)?.is_some();
    let told = super::contact_told(conn, referral)?;
    let zone = super::zone(conn)?;
    let is_told = told.is_some_and(|told| told.called == Called::Yes || zone.day(told.at) == today);
    Ok(Asks::of(&story.state.now, is_renewable(referral, last.as_ref(), is_live, today), is_told))
}

/// Whether anybody at the partner looked since it was sent, and until when the yes can be undone as if it had not been.
pub fn has_been_read(story: &Story) -> bool {
    let referral = &story.referral;
    referral.opened_at.zip(referral.sent_at).is_some_and(|(opened, sent)| opened >= sent)
}
