//! What an advisor should think about before a referral is sent: asked already, slow, or full. Sending all the same takes a reason.

use super::facts::count_open_alike;
use super::slow::slowness_of;
use crate::error::{Error, Result};
use crate::partners::capacity::{Meets, Standing, meets};
use crate::partners::queries as partners;
use crate::referrals::Referral;
use crate::referrals::deed::Deed;
use crate::referrals::fact::Fact;
use crate::store::Tx;
use crate::values::{Day, Kind};
use rusqlite::Connection;

/// What speaks against sending, each in a sentence; nothing where nothing does.
pub fn concerns(conn: &Connection, referral: &Referral, today: Day) -> Result<Vec<String>> {
    let Some((key, _, name)) = &referral.partner else { return Ok(Vec::new()) };
    let mut concerns = Vec::new();
    if count_open_alike(conn, referral)? > 0 {
        concerns.push(format!("{name} has an open referral of this kind for {} already.", referral.client_name));
    }
    let partner = partners::find(conn, *key)?;
    if let Some(words) = slowness_of(conn, &partner, today)?.words() {
        concerns.push(format!("{name} is slow to answer: {words}."));
    }
    if let Some(words) = full_words(conn, *key, referral.kind, today)? {
        concerns.push(format!("{name}: {words}."));
    }
    Ok(concerns)
}

/// Why nobody of a kind is taken now.
fn full_words(conn: &Connection, partner: i64, kind: Kind, today: Day) -> Result<Option<String>> {
    Ok(match meets(&partners::services(conn, partner)?, kind, today) {
        Meets::Standing(standing @ Standing::Full(_)) => Some(format!("what it offers of this kind is {}", lower(&standing.words(today)))),
        Meets::NotOffered => Some("nothing of this kind is offered now".to_owned()),
        _ => None,
    })
}

fn lower(words: &str) -> String {
    words.replacen("Full", "full", 1)
}

/// Refuses to send against a concern without a word why; one reason answers all of them.
pub(super) fn refuse_unexplained(tx: &Tx<'_>, referral: &Referral, deed: &Deed) -> Result<()> {
    if deed.sheet.get(&Fact::OverrideReason).is_some_and(|reason| !reason.trim().is_empty()) {
        return Ok(());
    }
    let concerns = concerns(tx, referral, tx.today())?;
    if concerns.is_empty() {
        return Ok(());
    }
    Err(Error::Rejected(format!("{} If you send it all the same, write down why.", concerns.join(" "))))
}
