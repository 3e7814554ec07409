//! Two people of one partner who have accounts: given some days ago, and one of them answers what the other was asked.

use super::play::{Stage, missing};
use crate::auth::queries::members;
use crate::auth::visits::Member;
use crate::error::Result;
use crate::partners::queries::{check_service, contacts, find, give_account, services};
use crate::referrals::queries;
use crate::referrals::{Referral, Status};
use crate::store::Tx;
use crate::values::Instant;

/// The partner, by its place in the city: the one with two people.
const PARTNER: usize = 0;

/// An advisor gives both of them an account.
pub(super) fn give(tx: &Tx<'_>, stage: &Stage, at: Instant) -> Result<()> {
    let advisor = stage.staff.first().ok_or_else(|| missing("an advisor"))?;
    tx.acting_as(advisor.actor(), at, |tx| {
        let partner = find(tx, key(stage)?)?;
        contacts(tx, partner.key)?.iter().try_for_each(|contact| give_account(tx, &partner, contact).map(drop))
    })
}

/// The second of them signs in, says that what is written about them still holds, and takes over one request that is under way.
pub(super) fn work(tx: &Tx<'_>, stage: &Stage, at: Instant) -> Result<()> {
    let partner = key(stage)?;
    let people: Vec<i64> = contacts(tx, partner)?.iter().map(|contact| contact.key).collect();
    let members = members::of_contacts(tx, &people)?;
    let dora: &Member = members.last().ok_or_else(|| missing("an account"))?;
    tx.acting_as(dora.actor(), at, |tx| {
        members::note_sign_in(tx, dora)?;
        for service in services(tx, partner)?.iter().take(1) {
            check_service(tx, service, service.version)?;
        }
        match under_way(tx, stage, partner)? {
            Some(referral) => queries::assign(tx, &referral, dora.contact, true),
            None => Ok(()),
        }
    })
}

fn key(stage: &Stage) -> Result<i64> {
    stage.partners.get(PARTNER).map(|(key, ..)| *key).ok_or_else(|| missing("a partner"))
}

fn under_way(tx: &Tx<'_>, stage: &Stage, partner: i64) -> Result<Option<Referral>> {
    for (key, _) in stage.referrals.iter().flatten() {
        let referral = queries::find(tx, *key)?;
        let is_theirs = referral.partner.as_ref().is_some_and(|(key, ..)| *key == partner);
        if is_theirs && matches!(referral.status, Status::Accepted | Status::InProgress | Status::OnHold) {
            return Ok(Some(referral));
        }
    }
    Ok(None)
}
