//! Needs for space: written down, changed, closed; and the referrals that ask landlords about units.

use super::facts;
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::people::Client;
use crate::sites::attribute::{self, Facts};
use crate::sites::rent::{Rent, gap_cents};
use crate::sites::{Looking, Need, Site};
use crate::store::{Object, Tx};
use crate::values::{ConsentMethod, Day, NeedEnd, NeedId};
use rusqlite::{Connection, OptionalExtension, Row, ToSql, named_params};
use std::sync::LazyLock;

static NEED: LazyLock<String> = LazyLock::new(|| {
    format!(
        "SELECT space_need.id, space_need.public_id, space_need.program_id, space_need.business_id, business.public_id AS client_id,
                business.name AS client_name, space_need.note, space_need.waiting_since, space_need.tell_agreed_on,
                space_need.tell_method, space_need.closed_on, space_need.closed_reason, space_need.version, {}
         FROM space_need
         JOIN business ON business.id = space_need.business_id",
        facts::columns("space_need", attribute::of_needs())
    )
});

const MINE: &str = "space_need.program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)";

fn read(row: &Row<'_>) -> rusqlite::Result<Looking> {
    let told: Option<Day> = row.get("tell_agreed_on")?;
    let closed: Option<Day> = row.get("closed_on")?;
    Ok(Looking {
        need: Need {
            key: row.get("id")?,
            id: row.get("public_id")?,
            facts: facts::read(row, attribute::of_needs())?,
            waiting_since: row.get("waiting_since")?,
        },
        business: row.get("business_id")?,
        client: row.get("client_id")?,
        client_name: row.get("client_name")?,
        program: row.get("program_id")?,
        note: row.get("note")?,
        told_of_vacancies: told.zip(row.get("tell_method")?),
        closed: closed.zip(row.get("closed_reason")?),
        version: row.get("version")?,
    })
}

/// What a client looks for now, if anything.
pub fn need_of_client(conn: &Connection, client: &Client) -> Result<Option<Looking>> {
    of_client(conn, client, "space_need.closed_on IS NULL")
}

/// What a client looked for last, open or closed: an earlier need fills in the next.
pub fn last_need(conn: &Connection, client: &Client) -> Result<Option<Looking>> {
    of_client(conn, client, "TRUE")
}

fn of_client(conn: &Connection, client: &Client, which: &str) -> Result<Option<Looking>> {
    let sql = format!(
        "{} WHERE space_need.business_id = :business AND space_need.program_id = :program AND {which} ORDER BY space_need.id DESC LIMIT 1",
        *NEED
    );
    let params = named_params! { ":business": client.key, ":program": client.program };
    Ok(conn.prepare_cached(&sql)?.query_row(params, read).optional()?)
}

/// A need of a program the viewer works in.
pub fn find_need_for(conn: &Connection, viewer: &Viewer, id: &NeedId) -> Result<Looking> {
    let sql = format!("{} WHERE space_need.public_id = :id AND {MINE}", *NEED);
    conn.prepare_cached(&sql)?.query_row(named_params! { ":id": id, ":viewer": viewer.key }, read).optional()?.ok_or(Error::NotFound)
}

/// A need by row key.
pub fn find_need(conn: &Connection, key: i64) -> Result<Looking> {
    let sql = format!("{} WHERE space_need.id = ?1", *NEED);
    conn.prepare_cached(&sql)?.query_row([key], read).optional()?.ok_or(Error::NotFound)
}

/// Everyone of a program who looks for space, the longest wait first.
pub fn list_open(conn: &Connection, program: i64) -> Result<Vec<Looking>> {
    let sql = format!(
        "{}
         WHERE space_need.program_id = ?1
           AND space_need.closed_on IS NULL
         ORDER BY space_need.waiting_since, space_need.id",
        *NEED
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let needs = statement.query_map([program], read)?;
    Ok(needs.collect::<rusqlite::Result<_>>()?)
}

/// What is written down about a need besides its facts.
#[derive(Debug, Clone)]
pub struct Words {
    /// What else the landlord has to know.
    pub note: Option<String>,
    /// How they agreed to hear of vacancies, if they did.
    pub told: Option<ConsentMethod>,
}

/// Writes down what a client looks for. They wait from today, or since the day they say.
pub fn start_need(tx: &Tx<'_>, client: &Client, facts: &Facts, words: &Words, waiting_since: Option<Day>) -> Result<Looking> {
    if need_of_client(tx, client)?.is_some() {
        return Err(Error::Stale);
    }
    let id: NeedId = tx.fresh_id()?;
    let known = facts::known(facts, attribute::of_needs());
    let names: String = known.iter().map(|(name, _)| format!(", {name}")).collect();
    let places: String = known.iter().map(|(name, _)| format!(", :{name}")).collect();
    let sql = format!(
        "INSERT INTO space_need (public_id, program_id, business_id, note, waiting_since, tell_agreed_on, tell_method, created_at{names})
         VALUES (:own_id, :own_program, :own_business, :own_note, :own_since, :own_agreed, :own_method, :own_at{places})"
    );
    let (at, since) = (tx.at(), waiting_since.unwrap_or(tx.today()));
    let agreed = words.told.map(|_| tx.today());
    let mut params: Vec<(String, &dyn ToSql)> = vec![
        (":own_id".to_owned(), &id),
        (":own_program".to_owned(), &client.program),
        (":own_business".to_owned(), &client.key),
        (":own_note".to_owned(), &words.note),
        (":own_since".to_owned(), &since),
        (":own_agreed".to_owned(), &agreed),
        (":own_method".to_owned(), &words.told),
        (":own_at".to_owned(), &at),
    ];
    params.extend(known.iter().map(|(name, value)| (format!(":{name}"), value as &dyn ToSql)));
    facts::execute(tx, &sql, &params)?;
    let key = tx.last_insert_rowid();
    tx.audit("space_need.started", Object::new("space_need", &id))?;
    find_need(tx, key)
}

/// Changes what a client looks for, unless somebody changed it since the form was drawn. The wait goes on.
pub fn change_need(tx: &Tx<'_>, looking: &Looking, version: i64, facts: &Facts, words: &Words) -> Result<Looking> {
    if looking.need.facts == *facts
        && looking.note == words.note
        && looking.told_of_vacancies.map(|(_, method)| method) == words.told
        && looking.version == version
    {
        return Ok(looking.clone());
    }
    let all = facts::all(facts, attribute::of_needs());
    let sets: String = all.iter().map(|(name, _)| format!(", {name} = :{name}")).collect();
    let sql = format!(
        "UPDATE space_need
         SET note = :own_note, tell_agreed_on = :own_agreed, tell_method = :own_method, version = version + 1{sets}
         WHERE id = :own_key
           AND version = :own_version
           AND closed_on IS NULL"
    );
    let agreed = match (looking.told_of_vacancies, words.told) {
        (Some((on, before)), Some(now)) if before == now => Some(on),
        (_, Some(_)) => Some(tx.today()),
        (_, None) => None,
    };
    let mut params: Vec<(String, &dyn ToSql)> = vec![
        (":own_note".to_owned(), &words.note),
        (":own_agreed".to_owned(), &agreed),
        (":own_method".to_owned(), &words.told),
        (":own_key".to_owned(), &looking.need.key),
        (":own_version".to_owned(), &version),
    ];
    params.extend(all.iter().map(|(name, value)| (format!(":{name}"), value as &dyn ToSql)));
    if facts::execute(tx, &sql, &params)? == 0 {
        return Err(Error::Stale);
    }
    tx.audit_with("space_need.changed", Object::new("space_need", &looking.need.id), "facts note tell_method")?;
    find_need(tx, looking.need.key)
}

/// Nobody looks any more: they have space, or want none.
pub fn close_need(tx: &Tx<'_>, looking: &Looking, why: NeedEnd) -> Result<()> {
    let sql = "
        UPDATE space_need
        SET closed_on = :today, closed_reason = :why, version = version + 1
        WHERE id = :key
          AND closed_on IS NULL";
    if tx.execute(sql, named_params! { ":today": tx.today(), ":why": why, ":key": looking.need.key })? == 0 {
        return Ok(());
    }
    tx.audit_with("space_need.closed", Object::new("space_need", &looking.need.id), crate::values::Vocabulary::code(why))
}

/// A referral asks about a unit for a need; what was asked and able on that day is kept. Whoever audits the deed audits this with it.
pub fn link(tx: &Tx<'_>, referral: i64, site: &Site, need: &Need) -> Result<()> {
    let area = site.facts.number("area_sq_ft");
    let monthly = |rent: Option<Rent>| rent.and_then(|rent| rent.monthly(area)).map(crate::sites::rent::Monthly::known);
    let sql = "
        INSERT INTO site_referral (referral_id, site_id, need_id, asked_cents, able_cents)
        VALUES (:referral, :site, :need, :asked, :able)";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":referral": referral,
        ":site": site.key,
        ":need": need.key,
        ":asked": monthly(Rent::asked(&site.facts)),
        ":able": monthly(Rent::able(&need.facts)),
    })?;
    Ok(())
}

/// What is asked above what they can pay, in cents a month, for a need and a unit; nothing where either is not known.
pub fn rent_gap(looking: &Looking, site: &Site) -> Option<i64> {
    gap_cents(&looking.need.facts, &site.facts)
}
