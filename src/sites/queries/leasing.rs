//! A unit is let and a need is met because a referral came to a lease; taken back when the lease is taken back.

use super::stand;
use crate::error::Result;
use crate::sites::Site;
use crate::store::{Object, Tx};
use crate::values::{NeedEnd, NeedId, SiteStatus, Vocabulary};
use rusqlite::{Connection, named_params};

/// What a referral's record says of the units it asked about and the need it came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Came {
    /// To a lease of one of its units: that one is let, and the need is met.
    ToUnit,
    /// To terms under which they stay: the need is met.
    ToStay,
    /// To nothing yet, or nothing any more.
    ToNothing,
}

/// A unit that a referral asked about, as it stands.
struct Asked {
    site: i64,
    status: SiteStatus,
    is_let_by_it: bool,
    need: i64,
    need_id: NeedId,
    is_open: bool,
    is_met_by_it: bool,
}

fn asked(conn: &Connection, referral: i64) -> Result<Vec<Asked>> {
    let sql = "
        SELECT site.id AS site_id, site.status, site.let_by_referral_id IS site_referral.referral_id AS is_let_by_it,
               space_need.id AS need_id, space_need.public_id AS need_public_id, space_need.closed_on IS NULL AS is_open,
               space_need.closed_by_referral_id IS site_referral.referral_id AS is_met_by_it
        FROM site_referral
        JOIN site ON site.id = site_referral.site_id
        JOIN space_need ON space_need.id = site_referral.need_id
        WHERE site_referral.referral_id = ?1
        ORDER BY site_referral.id";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map([referral], |row| {
        Ok(Asked {
            site: row.get("site_id")?,
            status: row.get("status")?,
            is_let_by_it: row.get("is_let_by_it")?,
            need: row.get("need_id")?,
            need_id: row.get("need_public_id")?,
            is_open: row.get("is_open")?,
            is_met_by_it: row.get("is_met_by_it")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The one unit to let, where there is no doubt which: one was asked about, it can be had, and it was not let by this before.
fn to_let(asked: &[Asked]) -> Option<&Asked> {
    match asked {
        [one] if one.status == SiteStatus::Available && !one.is_let_by_it => Some(one),
        _ => None,
    }
}

/// True where units and need stand as the record says.
pub fn is_settled(conn: &Connection, referral: i64, came: Came) -> Result<bool> {
    let asked = asked(conn, referral)?;
    Ok(match came {
        Came::ToUnit => to_let(&asked).is_none() && asked.iter().all(|one| !one.is_open),
        Came::ToStay => asked.iter().all(|one| !one.is_open && !one.is_let_by_it),
        Came::ToNothing => asked.iter().all(|one| !one.is_let_by_it && !one.is_met_by_it),
    })
}

/// Brings units and need to where the record says they are. Which of several units was let is for somebody to say.
pub fn settle(tx: &Tx<'_>, referral: i64, came: Came) -> Result<()> {
    let asked = asked(tx, referral)?;
    if came != Came::ToUnit {
        for one in asked.iter().filter(|one| one.is_let_by_it) {
            give_back(tx, one.site)?;
        }
    }
    if came == Came::ToNothing {
        return asked.iter().filter(|one| one.is_met_by_it).try_for_each(|one| reopen(tx, one));
    }
    if let Some(one) = to_let(&asked).filter(|_| came == Came::ToUnit) {
        let_by(tx, &super::find(tx, one.site)?, referral)?;
    }
    meet(tx, &asked, referral)
}

/// This one of a referral's units is let by it, and the need is met.
pub fn let_and_met(tx: &Tx<'_>, site: &Site, referral: i64) -> Result<()> {
    let_by(tx, site, referral)?;
    meet(tx, &asked(tx, referral)?, referral)
}

fn let_by(tx: &Tx<'_>, site: &Site, referral: i64) -> Result<()> {
    tx.execute(
        "UPDATE site SET let_by_referral_id = :referral WHERE id = :key",
        named_params! { ":referral": referral, ":key": site.key },
    )?;
    stand(tx, site, SiteStatus::Let)?;
    tx.audit("site.let", Object::new("site", &site.id))
}

fn give_back(tx: &Tx<'_>, site: i64) -> Result<()> {
    let site = super::find(tx, site)?;
    tx.execute("UPDATE site SET let_by_referral_id = NULL WHERE id = ?1", [site.key])?;
    // What somebody wrote down since, such as that it is gone, stays.
    if site.status == SiteStatus::Let {
        stand(tx, &site, SiteStatus::Available)?;
    }
    tx.audit("site.let_taken_back", Object::new("site", &site.id))
}

fn meet(tx: &Tx<'_>, asked: &[Asked], referral: i64) -> Result<()> {
    for one in asked.iter().filter(|one| one.is_open) {
        let sql = "
            UPDATE space_need
            SET closed_on = :today, closed_reason = :why, closed_by_referral_id = :referral, version = version + 1
            WHERE id = :key
              AND closed_on IS NULL";
        let params = named_params! { ":today": tx.today(), ":why": NeedEnd::Met, ":referral": referral, ":key": one.need };
        if tx.execute(sql, params)? > 0 {
            tx.audit_with("space_need.closed", Object::new("space_need", &one.need_id), NeedEnd::Met.code())?;
        }
    }
    Ok(())
}

/// They look again, unless they look for something else by now.
fn reopen(tx: &Tx<'_>, one: &Asked) -> Result<()> {
    let sql =
        "UPDATE space_need SET closed_by_referral_id = NULL, version = version + 1 WHERE id = ?1 AND closed_by_referral_id IS NOT NULL";
    if tx.execute(sql, [one.need])? == 0 {
        return Ok(());
    }
    let sql = "
        UPDATE space_need
        SET closed_on = NULL, closed_reason = NULL
        WHERE id = :key
          AND NOT EXISTS (SELECT 1
                          FROM space_need AS other
                          WHERE other.business_id = space_need.business_id
                            AND other.program_id = space_need.program_id
                            AND other.closed_on IS NULL)";
    tx.execute(sql, named_params! { ":key": one.need })?;
    tx.audit("space_need.reopened", Object::new("space_need", &one.need_id))
}
