//! Units and referrals together: what was asked before, the drafts, a lease that closes both.

use super::Asked;
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::people::Client;
use crate::referrals::queries::{self as referrals, MOST_TOGETHER, NewReferral};
use crate::referrals::results::space::Lease;
use crate::referrals::{Kind, Referral, deed::Who, lifecycle::Status};
use crate::sites::queries as sites;
use crate::sites::{Looking, Site};
use crate::store::{Object, Tx};
use crate::values::{Instant, Origin, ReferralId, SiteId, SiteStatus, Urgency};
use rusqlite::{Connection, named_params};
use std::collections::BTreeMap;

/// What happened when this client was referred to a unit before.
#[derive(Debug, Clone)]
pub struct Before {
    /// The referral.
    pub id: ReferralId,
    /// Its label.
    pub label: String,
    /// Where it stands.
    pub status: Status,
    /// Since when.
    pub at: Instant,
    /// Why it ended, in the words of its code.
    pub reason: Option<String>,
}

/// The last referral of a client to each unit, by row key of the unit.
pub fn before(conn: &Connection, client: &Client) -> Result<BTreeMap<i64, Before>> {
    let sql = "
        SELECT site_referral.site_id, referral.public_id, referral.number, referral.status,
               coalesce(referral.ended_at, referral.decided_at, referral.sent_at, referral.created_at) AS at, code.label AS reason
        FROM site_referral
        JOIN referral ON referral.id = site_referral.referral_id
        LEFT JOIN code ON code.code = referral.reason_code
                      AND code.kind IN (referral.kind, 'any')
                      AND code.list = CASE referral.status WHEN 'rejected' THEN 'decline' WHEN 'failed' THEN 'fail' WHEN 'cancelled' THEN 'cancel' END
        WHERE referral.business_id = :business
          AND referral.program_id = :program
          AND referral.status <> 'entered-in-error'
        ORDER BY referral.id, code.kind = 'any' DESC";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map(named_params! { ":business": client.key, ":program": client.program }, |row| {
        let number: i64 = row.get("number")?;
        let before = Before {
            id: row.get("public_id")?,
            label: format!("R-{number}"),
            status: row.get("status")?,
            at: row.get("at")?,
            reason: row.get("reason")?,
        };
        Ok((row.get("site_id")?, before))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A client's referral for space, with the units it asks about.
#[derive(Debug, Clone)]
pub struct Linked {
    /// The referral.
    pub referral: Referral,
    /// The units.
    pub sites: Vec<Site>,
}

/// The drafts for space that wait to be checked and sent.
pub fn drafts(conn: &Connection, viewer: &Viewer, client: &Client) -> Result<Vec<Linked>> {
    linked(conn, viewer, client, "referral.status = 'draft'")
}

/// Those that came to a lease of a unit, where nobody has said yet which unit it was.
pub fn leased(conn: &Connection, viewer: &Viewer, client: &Client) -> Result<Vec<Linked>> {
    let which = "
        referral.status IN ('in-progress', 'on-hold', 'completed')
        AND NOT EXISTS (SELECT 1 FROM site WHERE site.let_by_referral_id = referral.id)";
    let mut leased = Vec::new();
    for mut one in linked(conn, viewer, client, which)? {
        one.sites.retain(|site| site.status == SiteStatus::Available);
        if !one.sites.is_empty() && referrals::lease(conn, one.referral.key)? == Some(Lease::OfUnit) {
            leased.push(one);
        }
    }
    Ok(leased)
}

fn linked(conn: &Connection, viewer: &Viewer, client: &Client, which: &str) -> Result<Vec<Linked>> {
    let sql = format!(
        "SELECT referral.public_id
         FROM referral
         WHERE referral.business_id = :business
           AND referral.program_id = :program
           AND referral.id IN (SELECT referral_id FROM site_referral)
           AND {which}
         ORDER BY referral.id DESC
         LIMIT 20"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let params = named_params! { ":business": client.key, ":program": client.program };
    let ids = statement.query_map(params, |row| row.get(0))?.collect::<rusqlite::Result<Vec<ReferralId>>>()?;
    ids.iter()
        .map(|id| {
            let referral = referrals::find_for(conn, viewer, id)?;
            Ok(Linked { sites: sites_of(conn, referral.key)?, referral })
        })
        .collect()
}

fn sites_of(conn: &Connection, referral: i64) -> Result<Vec<Site>> {
    let mut statement = conn.prepare_cached("SELECT site_id FROM site_referral WHERE referral_id = ?1 ORDER BY id")?;
    let keys = statement.query_map([referral], |row| row.get(0))?.collect::<rusqlite::Result<Vec<i64>>>()?;
    keys.into_iter().map(|key| sites::find(conn, key)).collect()
}

/// What somebody decided on the message page.
pub struct Sending {
    /// One for each landlord: the message, and row key of whom is asked.
    pub asked: Vec<(Asked, i64)>,
    /// By when.
    pub urgency: Urgency,
}

/// Prepares one draft for each landlord, together; each reads its own text, and no landlord reads of another's units.
pub fn prepare(tx: &Tx<'_>, viewer: &Viewer, client: &Client, looking: &Looking, sending: &Sending) -> Result<Vec<Referral>> {
    if sending.asked.is_empty() {
        return Err(Error::Rejected("Choose at least one unit.".to_owned()));
    }
    if sending.asked.len() > MOST_TOGETHER {
        return Err(Error::Rejected(format!("Ask {MOST_TOGETHER} landlords at most in one act, so that each gets a fair look.")));
    }
    let who = Who::of_staff(viewer, client.program);
    let word: ReferralId = tx.fresh_id()?;
    let together = (sending.asked.len() > 1).then(|| word.to_string());
    let mut drafts = Vec::new();
    for (asked, contact) in &sending.asked {
        let new = NewReferral {
            program: client.program,
            business: client.key,
            kind: Kind::RealEstate,
            need: asked.text.clone(),
            urgency: sending.urgency,
            origin: Origin::Advisor,
            partner: Some((asked.partner.0, *contact)),
            advisor: if viewer.advises(client.program) { viewer.key } else { client.advisor.as_ref().map_or(viewer.key, |(key, _)| *key) },
            replaces: None,
            together: together.clone(),
        };
        let draft = referrals::create(tx, &who, &new)?;
        for site in &asked.sites {
            sites::link(tx, draft.key, site, &looking.need)?;
        }
        tx.audit_with("referral.units_chosen", Object::new("referral", &draft.id), &format!("units {}", asked.sites.len()))?;
        drafts.push(draft);
    }
    Ok(drafts)
}

/// The unit is let and the need is met, because the referral came to a lease: by what is on its record, not by how it ended.
pub fn close_both(tx: &Tx<'_>, viewer: &Viewer, referral: &ReferralId, site: &SiteId) -> Result<()> {
    let found = referrals::find_for(tx, viewer, referral)?;
    let site = sites::find_for(tx, viewer, site)?;
    let sql = "SELECT EXISTS (SELECT 1 FROM site_referral WHERE referral_id = :referral AND site_id = :site)";
    if !tx.query_row(sql, named_params! { ":referral": found.key, ":site": site.key }, |row| row.get(0))? {
        return Err(Error::NotFound);
    }
    if referrals::lease(tx, found.key)? != Some(Lease::OfUnit) {
        return Err(Error::Rejected(
            "No lease is on record for this referral, so nothing is let by it. Record the lease with its terms on its page first."
                .to_owned(),
        ));
    }
    if site.status != SiteStatus::Available {
        return Err(Error::Rejected(format!("{} is not available any more. Look at its page for what happened.", site.name)));
    }
    sites::let_and_met(tx, &site, found.key)
}
