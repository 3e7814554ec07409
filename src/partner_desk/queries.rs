//! What the partner's side asks the database, and the deeds that are no event of a referral.

pub mod team;

use crate::auth::links;
use crate::auth::queries::mailed;
use crate::consent;
use crate::error::{Error, Result};
use crate::partners::queries as partners;
use crate::programs::queries as programs;
use crate::referrals::deed::{Deed, Who};
use crate::referrals::fact::Fact;
use crate::referrals::lifecycle::{Event, Status};
use crate::referrals::queries;
use crate::referrals::{Ball, Referral};
use crate::store::{Object, Tx};
use crate::values::{Day, LinkKind, ReferralId};
use rusqlite::{Connection, named_params};

/// A link or a code opened nothing. Whoever tries many is not heard for a while, and a manager learns of it.
pub fn note_failure(tx: &Tx<'_>, marks: &[String]) -> Result<()> {
    mailed::note_failure(tx, marks)?;
    tx.audit("partner_link.failed", Object::none())
}

/// The open referrals that these contacts answer, the most urgent first; only where the permission to share is in force.
pub fn open_referrals(conn: &Connection, contacts: &[i64]) -> Result<Vec<Referral>> {
    let sql = "
        SELECT referral.id
        FROM referral
        WHERE referral.contact_id = :contact
          AND referral.status IN ('requested', 'received', 'accepted', 'in-progress', 'on-hold')
          AND EXISTS (
              SELECT 1
              FROM consent
              WHERE consent.referral_id = referral.id
                AND consent.partner_id = referral.partner_id
                AND consent.ended_at IS NULL
          )";
    let mut statement = conn.prepare_cached(sql)?;
    let mut found = Vec::new();
    for contact in contacts {
        let keys = statement.query_map(named_params! { ":contact": contact }, |row| row.get::<_, i64>("id"))?;
        for key in keys.collect::<rusqlite::Result<Vec<_>>>()? {
            found.push(queries::find(conn, key)?);
        }
    }
    found.sort_by_key(|referral| (referral.due_on.is_none(), referral.due_on, referral.key));
    Ok(found)
}

/// The address that proves a browser: where the link was issued to, if the program asks for a proof.
pub fn proof_address(conn: &Connection, referral: &Referral) -> Result<Option<String>> {
    if !programs::find(conn, referral.program)?.asks_partner_code {
        return Ok(None);
    }
    match &referral.contact {
        Some((contact, _)) => Ok(partners::find_contact(conn, *contact)?.email),
        None => Ok(None),
    }
}

/// Writes down who asked for a new link in place of a dead one, and makes it where the request is still open. What came of it is not
/// told: a stranger learns nothing.
pub fn ask_for_new_link(tx: &Tx<'_>, token: &str, marks: &[String]) -> Result<()> {
    let Some(link) = links::find_ever(tx, LinkKind::Partner, token)? else { return note_failure(tx, marks) };
    let referral = queries::find(tx, link.referral.ok_or(Error::NotFound)?)?;
    let is_theirs = referral.contact.as_ref().map(|(key, _)| *key) == link.contact;
    let is_open = is_open(&referral) && consent::queries::live_for(tx, referral.key, tx.today())?.is_some();
    let is_there = link.contact.map(|contact| partners::find_contact(tx, contact)).transpose()?.is_some_and(|contact| !contact.is_closed);
    mailed::note_failure(tx, &[format!("new link for {}", referral.key)])?;
    tx.audit("partner_link.asked_anew", Object::new("referral", &referral.id))?;
    if is_theirs && is_open && is_there { queries::renew_partner_link(tx, &referral) } else { Ok(()) }
}

fn is_open(referral: &Referral) -> bool {
    matches!(referral.status, Status::Requested | Status::Received | Status::Accepted | Status::InProgress | Status::OnHold)
}

/// One press for work that goes on as it is: one event for each referral that is in progress. Says how many.
///
/// Why only those: the table has no "no change" before work began. A date in place of a yes or a no would stop the clock of
/// somebody who waits for an answer, so the others are answered on their own pages.
pub fn record_no_change(tx: &Tx<'_>, contacts: &[i64], chosen: &[(ReferralId, i64)], next: Day) -> Result<usize> {
    let mut done = 0;
    for referral in open_referrals(tx, contacts)? {
        let Some((_, version)) = chosen.iter().find(|(id, _)| *id == referral.id) else { continue };
        let Some(stage) = referral.stage.clone().filter(|_| takes_no_change(&referral)) else { continue };
        let who = Who::partner(referral.contact.as_ref().map(|(key, _)| *key), referral.contact.as_ref().map_or("", |(_, name)| name));
        let deed = Deed::new(Event::Progress, *version)
            .with(Fact::Stage, stage)
            .with(Fact::NextExpectedOn, next.to_string())
            .with(Fact::NextMove, crate::values::Vocabulary::code(Ball::Partner));
        queries::record(tx, &who, &referral, deed)?;
        done += 1;
    }
    Ok(done)
}

/// True where "no change" is an answer.
pub fn takes_no_change(referral: &Referral) -> bool {
    referral.status == Status::InProgress && referral.stage.as_deref().is_some_and(|stage| !stage.starts_with("awaiting_"))
}
