//! What an entrepreneur finds of their own referrals: all of those they are spoken to about, and nobody else's.

use super::{REFERRAL, read, spoken_to};
use crate::error::{Error, Result};
use crate::outbox::queries as outbox;
use crate::people::queries as people;
use crate::referrals::lifecycle::Status;
use crate::referrals::{Ball, Referral};
use crate::values::{Day, Instant, ReferralId, Writer};
use rusqlite::{Connection, OptionalExtension, named_params};

/// A referral of somebody's own, by its address: one they are spoken to about. Anybody else's looks like none.
pub fn find_own(conn: &Connection, person: i64, id: &ReferralId, today: Day) -> Result<Referral> {
    let sql = format!("{REFERRAL} WHERE referral.public_id = :id");
    let found = conn.prepare_cached(&sql)?.query_row(named_params! { ":id": id }, read).optional()?;
    let referral = found.ok_or(Error::NotFound)?;
    let is_theirs = spoken_to(conn, &referral, today)?.is_some_and(|owner| owner.person == person);
    if is_theirs { Ok(referral) } else { Err(Error::NotFound) }
}

/// A referral by its number, for whoever brought the short code that belongs to it.
pub fn find_numbered(conn: &Connection, number: i64) -> Result<Referral> {
    let sql = format!("{REFERRAL} WHERE referral.number = ?1");
    conn.prepare_cached(&sql)?.query_row([number], read).optional()?.ok_or(Error::NotFound)
}

/// A business that somebody is spoken to about, in one of its programs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Row key of the business.
    pub business: i64,
    /// What it is called.
    pub name: String,
    /// Row key and name of the program.
    pub program: (i64, String),
    /// Row key of the advisor, if one looks after it there.
    pub advisor: Option<i64>,
}

/// The businesses whose first contact somebody is, once for each program they are in.
pub fn standings(conn: &Connection, person: i64, today: Day) -> Result<Vec<Standing>> {
    let sql = "
        SELECT business.id, business.name, program.id AS program_id, program.name AS program_name, enrollment.advisor_id
        FROM business
        JOIN enrollment ON enrollment.business_id = business.id
        JOIN program ON program.id = enrollment.program_id
        WHERE business.id IN (SELECT business_id FROM ownership WHERE person_id = :person AND (to_on IS NULL OR to_on >= :today))
          AND (enrollment.to_on IS NULL OR enrollment.to_on >= :today)
        ORDER BY business.name COLLATE NOCASE, program.name COLLATE NOCASE
        LIMIT 100";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map(named_params! { ":person": person, ":today": today }, |row| {
        Ok(Standing {
            business: row.get("id")?,
            name: row.get("name")?,
            program: (row.get("program_id")?, row.get("program_name")?),
            advisor: row.get("advisor_id")?,
        })
    })?;
    let mut found = Vec::new();
    for standing in rows.collect::<rusqlite::Result<Vec<_>>>()? {
        if is_contact(conn, standing.business, person, today)? {
            found.push(standing);
        }
    }
    Ok(found)
}

fn is_contact(conn: &Connection, business: i64, person: i64, today: Day) -> Result<bool> {
    Ok(people::contact(conn, business, today)?.is_some_and(|contact| contact.person == person))
}

/// The businesses that somebody is spoken to about, whether or not they are in a program today: row keys, as a JSON list.
pub fn spoken_for(conn: &Connection, person: i64, today: Day) -> Result<String> {
    let sql = "SELECT DISTINCT business_id FROM ownership WHERE person_id = :person AND (to_on IS NULL OR to_on >= :today) LIMIT 100";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map(named_params! { ":person": person, ":today": today }, |row| row.get::<_, i64>("business_id"))?;
    let mut theirs = Vec::new();
    for business in rows.collect::<rusqlite::Result<Vec<_>>>()? {
        if is_contact(conn, business, person, today)? {
            theirs.push(business);
        }
    }
    Ok(serde_json::to_string(&theirs)?)
}

/// A training is its trainee's alone; everything else is the business's.
const THEIRS: &str = "
    (referral.trainee_id = :person
     OR (referral.trainee_id IS NULL AND referral.business_id IN (SELECT value FROM json_each(:businesses))))";
/// Nothing waits for anybody any more; an answer that nobody gave in time is not waited for.
const OVER: &str = "
    (referral.waiting_on = 'nobody'
     OR (referral.status = 'completed' AND referral.waiting_on = 'entrepreneur' AND referral.due_on < :today))";

/// Everything of somebody's own that still waits for somebody, what waits for them first.
pub fn own_open(conn: &Connection, person: i64, today: Day, limit: i64) -> Result<Vec<Referral>> {
    let sql = format!(
        "{REFERRAL}
         WHERE {THEIRS}
           AND NOT {OVER}
         ORDER BY referral.waiting_on <> 'entrepreneur', coalesce(referral.due_on, '9999-12-31'), referral.id
         LIMIT :limit"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let params = named_params! { ":person": person, ":businesses": spoken_for(conn, person, today)?, ":today": today, ":limit": limit };
    let rows = statement.query_map(params, read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// One page of what is over, the last first. What was entered by mistake is there only for whoever had heard of it.
pub fn own_finished(conn: &Connection, person: i64, today: Day, now: Instant, (skip, limit): (i64, i64)) -> Result<Vec<Referral>> {
    let sql = format!(
        "{REFERRAL}
         WHERE {THEIRS}
           AND {OVER}
         ORDER BY coalesce(referral.ended_at, referral.created_at) DESC, referral.id DESC
         LIMIT :limit OFFSET :skip"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let params = named_params! {
        ":person": person, ":businesses": spoken_for(conn, person, today)?, ":today": today, ":skip": skip, ":limit": limit,
    };
    let rows = statement.query_map(params, read)?;
    let mut finished = Vec::new();
    for referral in rows.collect::<rusqlite::Result<Vec<_>>>()? {
        if referral.status != Status::EnteredInError || outbox::has_told(conn, referral.key, now)? {
            finished.push(referral);
        }
    }
    Ok(finished)
}

/// One page of the threads in which something was written that they may read, the newest first.
pub fn own_threads(conn: &Connection, person: i64, today: Day, (skip, limit): (i64, i64)) -> Result<Vec<Referral>> {
    let sql = format!(
        "{REFERRAL}
         JOIN (SELECT referral_id, max(id) AS last FROM message WHERE readers <> :hidden GROUP BY referral_id) AS thread
           ON thread.referral_id = referral.id
         WHERE {THEIRS}
         ORDER BY thread.last DESC
         LIMIT :limit OFFSET :skip"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let params = named_params! {
        ":person": person, ":businesses": spoken_for(conn, person, today)?, ":hidden": super::messages::hidden_from(Writer::Entrepreneur),
        ":skip": skip, ":limit": limit,
    };
    let rows = statement.query_map(params, read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// One page of what somebody asked for by themselves, the last first, and whether somebody took it.
pub fn asked_by(conn: &Connection, person: i64, today: Day, (skip, limit): (i64, i64)) -> Result<Vec<(Referral, bool)>> {
    let sql = format!(
        "{REFERRAL}
         WHERE {THEIRS}
           AND referral.origin = 'self_request'
         ORDER BY referral.id DESC
         LIMIT :limit OFFSET :skip"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let params = named_params! { ":person": person, ":businesses": spoken_for(conn, person, today)?, ":skip": skip, ":limit": limit };
    let rows = statement.query_map(params, read)?;
    let asked = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    asked.into_iter().map(|one| Ok((super::waits_for_triage(conn, &one)?, one))).map(|row| row.map(|(waits, one)| (one, !waits))).collect()
}

/// Who moves next, told apart from what is over for them.
pub fn is_theirs_to_do(referral: &Referral, today: Day) -> bool {
    let is_late_answer = referral.status == Status::Completed && referral.due_on.is_some_and(|due| due < today);
    referral.waiting_on == Ball::Entrepreneur && !is_late_answer
}
