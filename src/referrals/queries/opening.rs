//! The private links of a referral: opened once by a partner, renewed by staff, kept for the entrepreneur.

use super::{find, notices, story};
use crate::auth::links::{self, Target};
use crate::error::{Error, Result};
use crate::outbox::queries as outbox;
use crate::referrals::Referral;
use crate::referrals::lifecycle::Status;
use crate::store::{Object, Tx};
use crate::values::LinkKind;
use rusqlite::named_params;

/// A partner opened it: the link is used up, and sending can no longer be taken back.
pub fn note_opened(tx: &Tx<'_>, link: &links::Link) -> Result<Referral> {
    let referral = find(tx, link.referral.ok_or(Error::NotFound)?)?;
    links::use_up(tx, link)?;
    outbox::note_went_out(tx, link.key)?;
    note_first_look(tx, &referral)?;
    Ok(referral)
}

/// A partner who came without a link opened it: sending can no longer be taken back. A second look changes nothing.
pub fn note_seen(tx: &Tx<'_>, referral: &Referral) -> Result<()> {
    if referral.opened_at.zip(referral.sent_at).is_some_and(|(opened, sent)| opened >= sent) {
        return Ok(());
    }
    note_first_look(tx, referral)
}

fn note_first_look(tx: &Tx<'_>, referral: &Referral) -> Result<()> {
    let sql = "
        UPDATE referral
        SET opened_at = CASE WHEN opened_at >= sent_at THEN opened_at ELSE :at END
        WHERE id = :key";
    tx.execute(sql, named_params! { ":at": tx.at(), ":key": referral.key })?;
    tx.audit("referral.opened", Object::new("referral", &referral.id))
}

/// Makes the partner a new link and writes the notice that carries it; unused ones close.
pub fn renew_partner_link(tx: &Tx<'_>, referral: &Referral) -> Result<()> {
    if !matches!(referral.status, Status::Requested | Status::Received | Status::Accepted | Status::InProgress | Status::OnHold) {
        return Err(Error::Rejected("The partner has nothing to answer now. A new link is made when the referral is sent.".to_owned()));
    }
    if referral.contact.is_none() {
        return Err(Error::Rejected(super::NOT_ASKED_HERE.to_owned()));
    }
    let story = story(tx, find(tx, referral.key)?)?;
    outbox::stop_partner_notices(tx, referral.key)?;
    notices::remind_partner(tx, &story)?;
    tx.audit("referral.link_renewed", Object::new("referral", &referral.id))
}

/// Writes the entrepreneur a new link, to the address we have, unless they were written to a moment ago: that notice carries one too.
pub fn send_new_status_link(tx: &Tx<'_>, referral: &Referral) -> Result<()> {
    let is_over = referral.ended_at.is_some_and(|ended| ended.plus_days(90) < tx.at());
    if is_over || outbox::was_written_since(tx, referral.key, tx.at().plus_minutes(-15))? {
        return tx.audit("status_link.not_renewed", Object::new("referral", &referral.id));
    }
    let story = story(tx, find(tx, referral.key)?)?;
    let told = notices::Told::message(tx, &story, "told-new-link")?;
    notices::tell(tx, &story, &told)?;
    tx.audit("status_link.renewed", Object::new("referral", &referral.id))
}

/// The entrepreneur's private status link for a referral: a live one with a month left, or a new one. Whoever audits the deed audits it.
pub fn status_link(tx: &Tx<'_>, referral: &Referral) -> Result<i64> {
    let target = Target { referral: Some(referral.key), ..Target::default() };
    let in_a_month = tx.at().plus_days(30);
    match links::newest(tx, LinkKind::Status, target, in_a_month)? {
        Some(link) => Ok(link),
        None => links::issue(tx, LinkKind::Status, target),
    }
}
