//! Units and needs in SQL. Found through the viewer: another program's unit looks exactly like none.

mod asking;
mod facts;
mod giving;
mod leasing;
mod needs;
mod placing;
mod waiting;

pub use asking::{
    Listed, answer, answer_by_link, ask_if_due, ask_landlords, checks, find_of_contact, landlords_due, list_landlords, list_of_contact,
    typed_rent,
};
pub use giving::{Allocation, Given, NewRule, Rule, allocations_of, candidates, current_rule, give, next_seed, rules_of, write_rule};
pub use leasing::{Came, is_settled, let_and_met, settle};
pub use needs::{
    Words, change_need, close_need, find_need, find_need_for, last_need, link, list_open, need_of_client, rent_gap, start_need,
};
pub use placing::{zone_names, zones_of};
pub use waiting::{Told, tell, told_of};

use super::attribute::{self, Facts};
use super::{NewSite, Site};
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::partners::Partner;
use crate::places::Zone;
use crate::store::{Object, Tx};
use crate::values::{Day, PartnerId, SiteId, SiteStatus};
use rusqlite::{Connection, OptionalExtension, Row, ToSql, named_params};
use std::sync::LazyLock;

static SITE: LazyLock<String> = LazyLock::new(|| {
    format!(
        "SELECT site.id, site.public_id, site.partner_id, partner.public_id AS partner_public_id, partner.name AS partner_name,
                partner.program_id, site.name, site.status, site.checked_on, site.version, {}
         FROM site
         JOIN partner ON partner.id = site.partner_id",
        facts::columns("site", attribute::of_sites())
    )
});

const MINE: &str = "partner.program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)";

fn read(row: &Row<'_>) -> rusqlite::Result<Site> {
    read_with(row, attribute::of_sites())
}

fn read_with(row: &Row<'_>, facts: impl Iterator<Item = &'static attribute::Attribute>) -> rusqlite::Result<Site> {
    Ok(Site {
        key: row.get("id")?,
        id: row.get("public_id")?,
        partner: (row.get("partner_id")?, row.get("partner_public_id")?, row.get("partner_name")?),
        program: row.get("program_id")?,
        name: row.get("name")?,
        status: row.get("status")?,
        checked_on: row.get("checked_on")?,
        version: row.get("version")?,
        facts: facts::read(row, facts)?,
    })
}

/// Which units a list shows.
#[derive(Debug, Clone, Default)]
pub struct Shown {
    /// Standing so; all where nothing is said.
    pub status: Option<SiteStatus>,
    /// Of this landlord.
    pub partner: Option<PartnerId>,
    /// With these letters in the name, address or neighborhood.
    pub words: String,
    /// In this zone as it is drawn today.
    pub zone: Option<Zone>,
}

const SHOWN: &str = "
    (:status IS NULL OR site.status = :status)
    AND (:partner IS NULL OR partner.public_id = :partner)
    AND (:words = '' OR site.name || ' ' || coalesce(site.address, '') || ' ' || coalesce(site.neighborhood, '') LIKE '%' || :words || '%')";

impl Shown {
    /// What was typed, without the letters that mean something else in a pattern.
    fn pattern(&self) -> String {
        self.words.trim().replace(['%', '_'], " ")
    }
}

/// Units of the viewer's programs by name: those of a window, rows to skip and rows to read.
pub fn list_for(conn: &Connection, viewer: &Viewer, shown: &Shown, (skip, limit): (i64, i64)) -> Result<Vec<Site>> {
    if let Some(zone) = &shown.zone {
        let keys = placing::keys_in(conn, viewer, shown, zone)?;
        let [skip, limit] = [skip, limit].map(|rows| usize::try_from(rows).unwrap_or(usize::MAX));
        return keys.into_iter().skip(skip).take(limit).map(|key| find(conn, key)).collect();
    }
    // The keys are put in order first, so that only the rows of the window are read with all their columns.
    let sql = format!(
        "{}
         WHERE site.id IN (SELECT site.id
                           FROM site
                           JOIN partner ON partner.id = site.partner_id
                           WHERE {MINE} AND {SHOWN}
                           ORDER BY site.name COLLATE NOCASE, site.id
                           LIMIT :limit OFFSET :skip)
         ORDER BY site.name COLLATE NOCASE, site.id",
        *SITE
    );
    let params = named_params! {
        ":viewer": viewer.key, ":status": shown.status, ":partner": shown.partner.as_ref(), ":words": shown.pattern(),
        ":skip": skip, ":limit": limit,
    };
    let mut statement = conn.prepare_cached(&sql)?;
    let sites = statement.query_map(params, read)?;
    Ok(sites.collect::<rusqlite::Result<_>>()?)
}

/// How many units a list holds in all.
pub fn count_for(conn: &Connection, viewer: &Viewer, shown: &Shown) -> Result<i64> {
    if let Some(zone) = &shown.zone {
        return Ok(i64::try_from(placing::keys_in(conn, viewer, shown, zone)?.len()).unwrap_or(i64::MAX));
    }
    let sql = format!("SELECT count(*) FROM site JOIN partner ON partner.id = site.partner_id WHERE {MINE} AND {SHOWN}");
    let params = named_params! {
        ":viewer": viewer.key, ":status": shown.status, ":partner": shown.partner.as_ref(), ":words": shown.pattern(),
    };
    Ok(conn.prepare_cached(&sql)?.query_row(params, |row| row.get(0))?)
}

/// The units of a program that can be had, of landlords who still answer, with only some of their facts: there may be thousands.
pub fn list_available(conn: &Connection, program: i64, facts: &[&'static attribute::Attribute]) -> Result<Vec<Site>> {
    let columns = facts::columns("site", facts.iter().copied());
    let sql = format!(
        "SELECT site.id, site.public_id, site.partner_id, partner.public_id AS partner_public_id, partner.name AS partner_name,
                partner.program_id, site.name, site.status, site.checked_on, site.version{}{columns}
         FROM site
         JOIN partner ON partner.id = site.partner_id
         WHERE partner.program_id = :program
           AND partner.closed_at IS NULL
           AND site.status = 'available'
         ORDER BY site.id",
        if columns.is_empty() { "" } else { ", " }
    );
    let mut statement = conn.prepare(&sql)?;
    let sites = statement.query_map(named_params! { ":program": program }, |row| read_with(row, facts.iter().copied()))?;
    Ok(sites.collect::<rusqlite::Result<_>>()?)
}

/// A unit of a program the viewer works in.
pub fn find_for(conn: &Connection, viewer: &Viewer, id: &SiteId) -> Result<Site> {
    let sql = format!("{} WHERE site.public_id = :id AND {MINE}", *SITE);
    conn.prepare_cached(&sql)?.query_row(named_params! { ":id": id, ":viewer": viewer.key }, read).optional()?.ok_or(Error::NotFound)
}

/// A unit by row key; for deeds that already found it.
pub fn find(conn: &Connection, key: i64) -> Result<Site> {
    let sql = format!("{} WHERE site.id = ?1", *SITE);
    conn.prepare_cached(&sql)?.query_row([key], read).optional()?.ok_or(Error::NotFound)
}

/// Where units of a program are, each place once, by name.
pub fn neighborhoods(conn: &Connection, program: i64) -> Result<Vec<String>> {
    let sql = "
        SELECT DISTINCT site.neighborhood
        FROM site
        JOIN partner ON partner.id = site.partner_id
        WHERE partner.program_id = ?1
          AND site.neighborhood IS NOT NULL
          AND site.status = 'available'
        ORDER BY site.neighborhood COLLATE NOCASE
        LIMIT 40";
    let mut statement = conn.prepare_cached(sql)?;
    let names = statement.query_map([program], |row| row.get(0))?;
    Ok(names.collect::<rusqlite::Result<_>>()?)
}

/// A unit of a landlord by its name.
pub fn named(conn: &Connection, partner: i64, name: &str) -> Result<Option<i64>> {
    let sql = "SELECT id FROM site WHERE partner_id = :partner AND name = :name COLLATE NOCASE";
    Ok(conn.prepare_cached(sql)?.query_row(named_params! { ":partner": partner, ":name": name }, |row| row.get(0)).optional()?)
}

/// Lists a unit of a landlord.
pub fn add(tx: &Tx<'_>, partner: &Partner, new: &NewSite) -> Result<(i64, SiteId)> {
    if named(tx, partner.key, &new.name)?.is_some() {
        return Err(Error::Rejected(format!("{} of {} is listed already. Open it there, or write another name.", new.name, partner.name)));
    }
    let (key, id) = insert(tx, partner.key, new, tx.today(), None)?;
    tx.audit("site.listed", Object::new("site", &id))?;
    Ok((key, id))
}

/// Writes a unit down, seen today. Whoever audits the deed audits the row with it.
pub fn insert(tx: &Tx<'_>, partner: i64, new: &NewSite, checked_on: Day, import: Option<i64>) -> Result<(i64, SiteId)> {
    let id: SiteId = tx.fresh_id()?;
    let known = facts::known(&new.facts, attribute::of_sites());
    let names: String = known.iter().map(|(name, _)| format!(", {name}")).collect();
    let places: String = known.iter().map(|(name, _)| format!(", :{name}")).collect();
    let sql = format!(
        "INSERT INTO site (public_id, partner_id, name, checked_on, import_id, created_at{names})
         VALUES (:own_id, :own_partner, :own_name, :own_checked, :own_import, :own_at{places})"
    );
    let at = tx.at();
    let mut params: Vec<(String, &dyn ToSql)> = vec![
        (":own_id".to_owned(), &id),
        (":own_partner".to_owned(), &partner),
        (":own_name".to_owned(), &new.name),
        (":own_checked".to_owned(), &checked_on),
        (":own_import".to_owned(), &import),
        (":own_at".to_owned(), &at),
    ];
    params.extend(known.iter().map(|(name, value)| (format!(":{name}"), value as &dyn ToSql)));
    facts::execute(tx, &sql, &params)?;
    Ok((tx.last_insert_rowid(), id))
}

/// Changes what is known of a unit, unless somebody changed it since the form was drawn. Whoever saves it saw it: it counts as checked.
pub fn change(tx: &Tx<'_>, site: &Site, version: i64, new: &NewSite, status: SiteStatus) -> Result<()> {
    if named(tx, site.partner.0, &new.name)?.is_some_and(|other| other != site.key) {
        return Err(Error::Rejected(format!("Another unit of {} is called {}. Write another name.", site.partner.2, new.name)));
    }
    let all = facts::all(&new.facts, attribute::of_sites());
    let sets: String = all.iter().map(|(name, _)| format!(", {name} = :{name}")).collect();
    let sql = format!(
        "UPDATE site
         SET name = :own_name, status = :own_status, checked_on = :own_today, version = version + 1{sets}
         WHERE id = :own_key
           AND version = :own_version"
    );
    let today = tx.today();
    let mut params: Vec<(String, &dyn ToSql)> = vec![
        (":own_name".to_owned(), &new.name),
        (":own_status".to_owned(), &status),
        (":own_today".to_owned(), &today),
        (":own_key".to_owned(), &site.key),
        (":own_version".to_owned(), &version),
    ];
    params.extend(all.iter().map(|(name, value)| (format!(":{name}"), value as &dyn ToSql)));
    if facts::execute(tx, &sql, &params)? == 0 {
        return Err(Error::Stale);
    }
    tx.audit_with("site.changed", Object::new("site", &site.id), "name status facts")
}

/// Notes where a unit stands from now on. Whoever audits the deed audits this with it.
pub(super) fn stand(tx: &Tx<'_>, site: &Site, status: SiteStatus) -> Result<()> {
    let sql = "UPDATE site SET status = :status, checked_on = :today, version = version + 1 WHERE id = :key";
    tx.execute(sql, named_params! { ":status": status, ":today": tx.today(), ":key": site.key })?;
    Ok(())
}

/// The facts of a unit with a new rent.
pub(super) fn with_rent(site: &Site, cents: i64) -> Facts {
    let mut facts = site.facts.clone();
    if let Some(rent) = attribute::find("rent_cents") {
        facts.set(rent, attribute::Value::Number(cents));
    }
    facts
}
