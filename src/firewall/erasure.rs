//! Deleting a person: their key and answers are destroyed, what names them is emptied, what counts without them stays counted.
//!
//! A tombstone goes into the database and into a file beside the keyring. When an old copy of the folder is put back, [`lost_again`] finds
//! who has to be deleted once more, before anything is served.

mod known;
mod scrub;

pub use scrub::{KEPT, emptied};

use super::door;
use crate::auth::queries::own as doors;
use crate::error::{Error, Result};
use crate::store::{Keyring, Object, Tombstones, Tx};
use crate::values::{ErasureRequestId, HoldId, Instant, PersonId};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

/// Deletes a person. Businesses whose search index has to be brought up to date are given back. Whoever calls audits nothing: this does.
///
/// The tombstone is on the disk before the transaction is: a power cut between the two deletes the person at the next start, never the
/// other way round.
pub fn erase(tx: &Tx<'_>, person: i64, by: Option<i64>, stones: &mut Tombstones) -> Result<Vec<i64>> {
    if let Some(hold) = live_hold(tx, person)? {
        return Err(Error::Rejected(format!("This person's data is on hold: {} Lift the hold first.", hold.reason)));
    }
    if is_erased(tx, person)? {
        return Err(Error::Stale);
    }
    let id: PersonId =
        tx.query_row("SELECT public_id FROM person WHERE id = ?1", [person], |row| row.get(0)).optional()?.ok_or(Error::NotFound)?;
    let tombstone = tx.keys().tombstone(id.as_str());
    let sql = "INSERT INTO erasure (person_id, tombstone, at, account_id, is_under_way) VALUES (:person, :stone, :at, :by, 1)";
    tx.execute(sql, named_params! { ":person": person, ":stone": tombstone.as_slice(), ":at": tx.at(), ":by": by })?;
    door::forget(tx, person)?;
    let businesses = scrub::empty(tx, person)?;
    leave(tx, &businesses)?;
    close_doors(tx, person)?;
    let settle = "UPDATE erasure_request SET settled_at = :at, settled_by = :by WHERE person_id = :person AND settled_at IS NULL";
    tx.execute(settle, named_params! { ":at": tx.at(), ":by": by, ":person": person })?;
    tx.execute("UPDATE erasure SET is_under_way = 0 WHERE person_id = ?1", [person])?;
    tx.audit_with("person.erased", Object::new("person", &id), "names, contact, answers, notes, links")?;
    if !stones.has(&tombstone) {
        stones
            .add(&tx.keys(), &tombstone, tx.at())
            .map_err(|cause| Error::internal(format!("the list of deleted people cannot be written, so nothing was deleted: {cause}")))?;
    }
    Ok(businesses)
}

/// A business that nobody is left of is a client no more from today on; what was under way for it ends.
fn leave(tx: &Tx<'_>, businesses: &[i64]) -> Result<()> {
    for business in businesses {
        let sql = "
            SELECT EXISTS (
                SELECT 1 FROM ownership
                WHERE business_id = :business AND person_id NOT IN (SELECT person_id FROM erasure))";
        if tx.query_row(sql, named_params! { ":business": business }, |row| row.get::<_, bool>(0))? {
            continue;
        }
        for sql in [
            "UPDATE enrollment SET to_on = max(:today, from_on), version = version + 1 WHERE business_id = :business AND to_on IS NULL",
            "UPDATE space_need SET closed_on = :today, closed_reason = 'no_longer_wanted', version = version + 1 WHERE business_id = :business AND closed_on IS NULL",
        ] {
            tx.execute(sql, named_params! { ":today": tx.today(), ":business": business })?;
        }
        for sql in [
            "UPDATE follow_up SET dropped_at = :at, version = version + 1 WHERE business_id = :business AND done_at IS NULL AND dropped_at IS NULL",
            "UPDATE consent SET ended_at = :at WHERE ended_at IS NULL AND referral_id IN (SELECT id FROM referral WHERE business_id = :business)",
            "UPDATE story_consent SET ended_at = :at, ended_why = 'erased' WHERE ended_at IS NULL AND story_id IN (SELECT id FROM story WHERE business_id = :business)",
        ] {
            tx.execute(sql, named_params! { ":at": tx.at(), ":business": business })?;
        }
    }
    Ok(())
}

/// Links, codes, visits and devices of the person open nothing any more, and what they had half typed is gone with its session.
fn close_doors(tx: &Tx<'_>, person: i64) -> Result<()> {
    doors::forget(tx, person)?;
    for sql in [
        "UPDATE access_link SET revoked_at = :at WHERE person_id = :person AND revoked_at IS NULL",
        "UPDATE access_link SET revoked_at = :at WHERE kind = 'status' AND revoked_at IS NULL AND referral_id IN (SELECT referral.id FROM referral JOIN ownership ON ownership.business_id = referral.business_id WHERE ownership.person_id = :person AND NOT EXISTS (SELECT 1 FROM ownership AS other WHERE other.business_id = referral.business_id AND other.person_id NOT IN (SELECT person_id FROM erasure)))",
        "UPDATE letter_code SET revoked_at = :at WHERE person_id = :person AND revoked_at IS NULL",
        "UPDATE helper SET ended_at = :at WHERE person_id = :person AND ended_at IS NULL",
        "UPDATE story_consent SET ended_at = :at, ended_why = 'erased' WHERE person_id = :person AND ended_at IS NULL",
        "UPDATE outbox_message SET stopped_at = :at WHERE audience = 'entrepreneur' AND sent_at IS NULL AND stopped_at IS NULL AND link_id IN (SELECT id FROM access_link WHERE person_id = :person)",
    ] {
        tx.execute(sql, named_params! { ":at": tx.at(), ":person": person })?;
    }
    Ok(())
}

/// True for somebody who was deleted.
pub fn is_erased(conn: &Connection, person: i64) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM erasure WHERE person_id = ?1)";
    Ok(conn.prepare_cached(sql)?.query_row([person], |row| row.get(0))?)
}

/// Row keys of people whom the file of tombstones names and the database still has: an old copy was put back.
pub fn lost_again(conn: &Connection, keys: &Keyring, stones: &Tombstones) -> Result<Vec<i64>> {
    if stones.is_empty() {
        return Ok(Vec::new());
    }
    let sql = "SELECT id, public_id FROM person WHERE id NOT IN (SELECT person_id FROM erasure)";
    let mut statement = conn.prepare(sql)?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let id: PersonId = row.get("public_id")?;
        if stones.has(&keys.tombstone(id.as_str())) {
            found.push(row.get("id")?);
        }
    }
    Ok(found)
}

/// Tombstones of the database that the file lacks, because the file was lost.
pub fn missing_stones(conn: &Connection, stones: &Tombstones) -> Result<Vec<(Vec<u8>, Instant)>> {
    let mut statement = conn.prepare("SELECT tombstone, at FROM erasure ORDER BY id")?;
    let rows = statement.query_map([], |row| Ok((row.get::<_, Vec<u8>>("tombstone")?, row.get("at")?)))?;
    let all = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(all.into_iter().filter(|(stone, _)| !stones.has(stone)).collect())
}

/// Deletes again whoever an old copy brought back, also where that copy has them on hold: the hold was lifted before they were deleted.
pub fn erase_again(tx: &Tx<'_>, person: i64, stones: &mut Tombstones) -> Result<Vec<i64>> {
    let sql =
        "UPDATE legal_hold SET lifted_at = :at, lifted_why = 'lifted before the deletion' WHERE person_id = :person AND lifted_at IS NULL";
    tx.execute(sql, named_params! { ":at": tx.at(), ":person": person })?;
    erase(tx, person, None, stones)
}

/// A deletion, as it is listed: when, and by whom, never of whom.
#[derive(Debug, Clone)]
pub struct Erased {
    /// When.
    pub at: Instant,
    /// Name of the steward; empty where an old copy had been put back.
    pub by: Option<String>,
}

/// Deletions, newest first, a window of them.
pub fn erasures(conn: &Connection, (skip, take): (i64, i64)) -> Result<Vec<Erased>> {
    let sql = "
        SELECT erasure.at, account.name
        FROM erasure
        LEFT JOIN account ON account.id = erasure.account_id
        ORDER BY erasure.id DESC
        LIMIT :take OFFSET :skip";
    let mut statement = conn.prepare_cached(sql)?;
    let lines = statement
        .query_map(named_params! { ":take": take, ":skip": skip }, |row| Ok(Erased { at: row.get("at")?, by: row.get("name")? }))?;
    Ok(lines.collect::<rusqlite::Result<_>>()?)
}

/// A reason why somebody's data must stay for now.
#[derive(Debug, Clone)]
pub struct Hold {
    /// Address.
    pub id: HoldId,
    /// Number of the client's file in which they were named.
    pub number: i64,
    /// Why.
    pub reason: String,
    /// Who set it.
    pub by: String,
    /// When.
    pub at: Instant,
}

const HOLD: &str = "
    SELECT legal_hold.public_id, business.number, legal_hold.reason, account.name, legal_hold.set_at
    FROM legal_hold
    JOIN business ON business.id = legal_hold.business_id
    JOIN account ON account.id = legal_hold.set_by
    WHERE legal_hold.lifted_at IS NULL";

fn read_hold(row: &Row<'_>) -> rusqlite::Result<Hold> {
    Ok(Hold {
        id: row.get("public_id")?,
        number: row.get("number")?,
        reason: row.get("reason")?,
        by: row.get("name")?,
        at: row.get("set_at")?,
    })
}

/// Holds that stand.
pub fn holds(conn: &Connection) -> Result<Vec<Hold>> {
    let sql = format!("{HOLD} ORDER BY legal_hold.id");
    let mut statement = conn.prepare_cached(&sql)?;
    let holds = statement.query_map([], read_hold)?;
    Ok(holds.collect::<rusqlite::Result<_>>()?)
}

/// The hold on somebody's data, if there is one.
pub fn live_hold(conn: &Connection, person: i64) -> Result<Option<Hold>> {
    let sql = format!("{HOLD} AND legal_hold.person_id = :person");
    Ok(conn.prepare_cached(&sql)?.query_row(named_params! { ":person": person }, read_hold).optional()?)
}

/// Sets a hold.
pub fn hold(tx: &Tx<'_>, (person, business): (i64, i64), reason: &str, by: i64) -> Result<HoldId> {
    if live_hold(tx, person)?.is_some() {
        return Err(Error::Rejected("This person's data is on hold already. Find it on this page.".to_owned()));
    }
    let id: HoldId = tx.fresh_id()?;
    let sql = "
        INSERT INTO legal_hold (public_id, person_id, business_id, reason, set_by, set_at)
        VALUES (:id, :person, :business, :reason, :by, :at)";
    tx.execute(sql, named_params! { ":id": id, ":person": person, ":business": business, ":reason": reason, ":by": by, ":at": tx.at() })?;
    tx.audit_with("legal_hold.set", Object::new("legal_hold", &id), "person, reason")?;
    Ok(id)
}

/// Lifts a hold.
pub fn lift(tx: &Tx<'_>, id: &HoldId, why: &str, by: i64) -> Result<()> {
    let sql = "UPDATE legal_hold SET lifted_at = :at, lifted_by = :by, lifted_why = :why WHERE public_id = :id AND lifted_at IS NULL";
    if tx.execute(sql, named_params! { ":at": tx.at(), ":by": by, ":why": why, ":id": id })? == 0 {
        return Err(Error::Stale);
    }
    tx.audit_with("legal_hold.lifted", Object::new("legal_hold", id), "reason")
}

/// Somebody asked to be deleted.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Address.
    pub id: ErasureRequestId,
    /// Row key of the person.
    pub person: i64,
    /// Number of a client's file in which they stand.
    pub number: Option<i64>,
    /// When.
    pub at: Instant,
    /// The member of staff who wrote it down; empty where the person asked on their own page.
    pub noted_by: Option<String>,
    /// Why it is not done now.
    pub held_reason: Option<String>,
}

const ASKED: &str = "
    SELECT erasure_request.public_id, erasure_request.person_id, erasure_request.asked_at, account.name, erasure_request.held_reason,
           (SELECT min(business.number) FROM ownership JOIN business ON business.id = ownership.business_id
            WHERE ownership.person_id = erasure_request.person_id) AS number
    FROM erasure_request
    LEFT JOIN account ON account.id = erasure_request.noted_by
    WHERE erasure_request.settled_at IS NULL
      AND erasure_request.taken_back_at IS NULL";

fn read_asked(row: &Row<'_>) -> rusqlite::Result<Asked> {
    Ok(Asked {
        id: row.get("public_id")?,
        person: row.get("person_id")?,
        number: row.get("number")?,
        at: row.get("asked_at")?,
        noted_by: row.get("name")?,
        held_reason: row.get("held_reason")?,
    })
}

/// Requests that are open, oldest first.
pub fn requests(conn: &Connection) -> Result<Vec<Asked>> {
    let sql = format!("{ASKED} ORDER BY erasure_request.id");
    let mut statement = conn.prepare_cached(&sql)?;
    let requests = statement.query_map([], read_asked)?;
    Ok(requests.collect::<rusqlite::Result<_>>()?)
}

/// An open request.
pub fn find_request(conn: &Connection, id: &ErasureRequestId) -> Result<Asked> {
    let sql = format!("{ASKED} AND erasure_request.public_id = :id");
    conn.prepare_cached(&sql)?.query_row(named_params! { ":id": id }, read_asked).optional()?.ok_or(Error::NotFound)
}

/// What somebody's own page says of it.
#[derive(Debug, Clone)]
pub struct Request {
    /// When they asked.
    pub at: Instant,
    /// Why it is not done now.
    pub held_reason: Option<String>,
}

/// The open request of a person, if there is one.
pub fn request_of(conn: &Connection, person: i64) -> Result<Option<Request>> {
    let sql = format!("{ASKED} AND erasure_request.person_id = :person");
    let found = conn.prepare_cached(&sql)?.query_row(named_params! { ":person": person }, read_asked).optional()?;
    Ok(found.map(|asked| Request { at: asked.at, held_reason: asked.held_reason }))
}

/// A person asks, or a member of staff writes down that they did. Asked twice is asked once.
pub fn ask(tx: &Tx<'_>, person: i64, noted_by: Option<i64>) -> Result<()> {
    if request_of(tx, person)?.is_some() {
        return Ok(());
    }
    let id: ErasureRequestId = tx.fresh_id()?;
    let sql = "INSERT INTO erasure_request (public_id, person_id, asked_at, noted_by) VALUES (:id, :person, :at, :by)";
    tx.execute(sql, named_params! { ":id": id, ":person": person, ":at": tx.at(), ":by": noted_by })?;
    tx.audit("erasure.asked", Object::new("erasure_request", id))
}

/// A person takes their request back, if it is open.
pub fn take_back(tx: &Tx<'_>, person: i64) -> Result<()> {
    let sql = "
        UPDATE erasure_request SET taken_back_at = :at
        WHERE person_id = :person AND settled_at IS NULL AND taken_back_at IS NULL";
    if tx.execute(sql, named_params! { ":at": tx.at(), ":person": person })? == 0 {
        return Ok(());
    }
    tx.audit("erasure.taken_back", Object::none())
}

/// The steward says why it is not done now. The request stays open.
pub fn keep_for_now(tx: &Tx<'_>, asked: &Asked, why: &str) -> Result<()> {
    let sql = "UPDATE erasure_request SET held_reason = :why WHERE public_id = :id";
    tx.execute(sql, named_params! { ":why": why, ":id": asked.id })?;
    tx.audit_with("erasure.kept_for_now", Object::new("erasure_request", &asked.id), "reason")
}
