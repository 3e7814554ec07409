//! What clients propose and rank, and what they and staff say about indicators.

use super::{INDICATOR, MINE, ORDER, STANDS, find_by, find_for, read};
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::indicators::{Client, Comment, Indicator, RANKED};
use crate::store::{Object, Tx};
use crate::values::{IndicatorCommentId, IndicatorId};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

/// The most proposals of one client that no body has decided about.
const MOST_PROPOSALS: i64 = 10;
/// The most that one client, or one of staff, says about one indicator.
const MOST_COMMENTS: i64 = 30;

/// Of the programs that somebody's businesses are in.
const THEIRS: &str = "indicator.program_id IN (SELECT value FROM json_each(:programs))";

/// The indicators of these programs, by row key as a JSON list, and one more row where there is another page.
pub fn list_own(conn: &Connection, programs: &str, (skip, limit): (i64, i64)) -> Result<Vec<Indicator>> {
    let sql = format!("{INDICATOR} WHERE {STANDS} AND {THEIRS} {ORDER} LIMIT :limit OFFSET :skip");
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map(named_params! { ":programs": programs, ":limit": limit, ":skip": skip }, read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The proposals that clients of a program may put in order, the newest first.
pub fn proposals(conn: &Connection, program: i64) -> Result<Vec<Indicator>> {
    let sql = format!(
        "{INDICATOR} WHERE {STANDS} AND indicator.status = 'proposed' AND indicator.program_id = :program ORDER BY indicator.id DESC LIMIT 100"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map(named_params! { ":program": program }, read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// An indicator of one of these programs, by row key as a JSON list.
pub fn find_own(conn: &Connection, programs: &str, id: &IndicatorId) -> Result<Indicator> {
    let condition = format!("indicator.public_id = :id AND {STANDS} AND {THEIRS}");
    find_by(conn, &condition, named_params! { ":id": id, ":programs": programs })
}

/// A client proposes something in their own words.
pub fn propose_as(tx: &Tx<'_>, client: Client, words: &str, is_named: bool) -> Result<IndicatorId> {
    let sql = "
        SELECT count(*)
        FROM indicator
        WHERE business_id = ?1
          AND program_id = ?2
          AND status = 'proposed'
          AND undone_at IS NULL";
    let open: i64 = tx.prepare_cached(sql)?.query_row((client.business, client.program), |row| row.get(0))?;
    if open >= MOST_PROPOSALS {
        return Err(Error::Rejected(format!("{MOST_PROPOSALS} of your proposals wait for a decision already. Take one back first")));
    }
    let id: IndicatorId = tx.fresh_id()?;
    let sql = "
        INSERT INTO indicator (public_id, program_id, business_id, person_id, is_named, words, created_at)
        VALUES (:id, :program, :business, :person, :named, :words, :at)";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":id": id,
        ":program": client.program,
        ":business": client.business,
        ":person": client.person,
        ":named": is_named,
        ":words": words,
        ":at": tx.at(),
    })?;
    tx.audit("indicator.proposed", Object::new("indicator", &id))?;
    Ok(id)
}

/// Whoever proposed something takes their words and their name back. What a manager defined since stays: it is the program's. A second time
/// changes nothing.
pub fn withdraw(tx: &Tx<'_>, person: i64, indicator: &Indicator) -> Result<()> {
    if indicator.by.person != Some(person) {
        return Err(Error::Forbidden);
    }
    if indicator.words.is_none() {
        return Ok(());
    }
    let sql = "
        UPDATE indicator
        SET words = NULL, is_named = 0, undone_at = CASE WHEN name IS NULL THEN :at END, version = version + 1
        WHERE id = :key
          AND undone_at IS NULL";
    tx.execute(sql, named_params! { ":at": tx.at(), ":key": indicator.key })?;
    tx.audit("indicator.withdrawn", Object::new("indicator", &indicator.id))
}

/// The order that a client put proposals in: addresses, the first first. What is no proposal any more is left out.
pub fn order_of(conn: &Connection, client: Client) -> Result<Vec<IndicatorId>> {
    let sql = "
        SELECT indicator.public_id
        FROM indicator_rank
        JOIN indicator ON indicator.id = indicator_rank.indicator_id
        WHERE indicator_rank.business_id = :business
          AND indicator_rank.program_id = :program
          AND indicator.status = 'proposed'
          AND indicator.undone_at IS NULL
        ORDER BY indicator_rank.place, indicator_rank.id
        LIMIT 3";
    let mut statement = conn.prepare_cached(sql)?;
    let rows =
        statement.query_map(named_params! { ":business": client.business, ":program": client.program }, |row| row.get("public_id"))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Puts proposals of a program in a client's order, which takes the place of the one before. What a body decided about meanwhile keeps the
/// rank it had: how much it mattered when it was decided stays on record.
pub fn rank(tx: &Tx<'_>, client: Client, order: &[IndicatorId]) -> Result<()> {
    let sql = "
        DELETE FROM indicator_rank
        WHERE business_id = :business
          AND program_id = :program
          AND indicator_id IN (SELECT id FROM indicator WHERE status = 'proposed')";
    tx.execute(sql, named_params! { ":business": client.business, ":program": client.program })?;
    for (place, id) in (1_i64..).zip(order.iter().take(RANKED)) {
        let open = format!("indicator.public_id = :id AND {STANDS} AND indicator.status = 'proposed' AND indicator.program_id = :program");
        let key = find_by(tx, &open, named_params! { ":id": id, ":program": client.program })?.key;
        let sql = "
            INSERT INTO indicator_rank (program_id, business_id, indicator_id, place, created_at)
            VALUES (:program, :business, :indicator, :place, :at)";
        tx.prepare_cached(sql)?.execute(named_params! {
            ":program": client.program, ":business": client.business, ":indicator": key, ":place": place, ":at": tx.at(),
        })?;
    }
    tx.audit("indicator.ranked", Object::none())
}

const COMMENT: &str = "
    SELECT indicator_comment.id, indicator_comment.public_id, indicator_comment.account_id, account.name AS staff,
           indicator_comment.person_id, indicator_comment.words, indicator_comment.created_at,
           CASE indicator_comment.is_named WHEN 1 THEN trim(person.first_name || ' ' || person.last_name) END AS person_name
    FROM indicator_comment
    JOIN indicator ON indicator.id = indicator_comment.indicator_id
    LEFT JOIN account ON account.id = indicator_comment.account_id
    LEFT JOIN person ON person.id = indicator_comment.person_id";

fn read_comment(row: &Row<'_>) -> rusqlite::Result<Comment> {
    Ok(Comment {
        key: row.get("id")?,
        id: row.get("public_id")?,
        by: super::voice(row)?,
        words: row.get("words")?,
        at: row.get("created_at")?,
    })
}

/// What was said about an indicator, the latest first, and one more row where there is another page.
pub fn comments(conn: &Connection, indicator: &Indicator, (skip, limit): (i64, i64)) -> Result<Vec<Comment>> {
    let sql = format!(
        "{COMMENT}
         WHERE indicator_comment.indicator_id = :indicator
           AND indicator_comment.words IS NOT NULL
         ORDER BY indicator_comment.id DESC
         LIMIT :limit OFFSET :skip"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map(named_params! { ":indicator": indicator.key, ":limit": limit, ":skip": skip }, read_comment)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Who speaks: a client, named or not, or somebody of staff.
#[derive(Debug, Clone, Copy)]
pub enum Speaker<'s> {
    /// A client.
    Client(Client, bool),
    /// Somebody of staff.
    Staff(&'s Viewer),
}

/// Says something about an indicator.
pub fn say(tx: &Tx<'_>, indicator: &Indicator, speaker: Speaker<'_>, words: &str) -> Result<()> {
    super::refuse_closed(indicator)?;
    let (account, client, is_named) = match speaker {
        Speaker::Client(client, is_named) => (None, Some(client), is_named),
        Speaker::Staff(viewer) => (Some(viewer.key), None, false),
    };
    let sql = "
        SELECT count(*)
        FROM indicator_comment
        WHERE indicator_id = :indicator
          AND words IS NOT NULL
          AND (account_id = :account OR business_id = :business)";
    let params = named_params! { ":indicator": indicator.key, ":account": account, ":business": client.map(|client| client.business) };
    let said: i64 = tx.prepare_cached(sql)?.query_row(params, |row| row.get(0))?;
    if said >= MOST_COMMENTS {
        return Err(Error::Rejected(format!("You have said {MOST_COMMENTS} things about this already. Take one back first")));
    }
    let id: IndicatorCommentId = tx.fresh_id()?;
    let sql = "
        INSERT INTO indicator_comment (public_id, indicator_id, account_id, business_id, person_id, is_named, words, created_at)
        VALUES (:id, :indicator, :account, :business, :person, :named, :words, :at)";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":id": id,
        ":indicator": indicator.key,
        ":account": account,
        ":business": client.map(|client| client.business),
        ":person": client.map(|client| client.person),
        ":named": is_named,
        ":words": words,
        ":at": tx.at(),
    })?;
    tx.audit("indicator_comment.said", Object::new("indicator_comment", &id))
}

/// A comment and the address of its indicator, for the viewer to take back: their own, or as a manager of the program any.
fn find_comment_for(tx: &Tx<'_>, viewer: &Viewer, id: &IndicatorCommentId) -> Result<(Comment, IndicatorId)> {
    let sql = format!("{COMMENT} WHERE indicator_comment.public_id = :id AND {MINE}");
    let comment = tx.prepare_cached(&sql)?.query_row(named_params! { ":id": id, ":viewer": viewer.key }, read_comment).optional()?;
    let comment = comment.ok_or(Error::NotFound)?;
    let of = indicator_of(tx, &comment)?;
    let indicator = find_for(tx, viewer, &of)?;
    let is_own = comment.by.staff.as_ref().is_some_and(|(key, _)| *key == viewer.key);
    if is_own || viewer.manages(indicator.program.0) { Ok((comment, of)) } else { Err(Error::Forbidden) }
}

fn indicator_of(tx: &Tx<'_>, comment: &Comment) -> Result<IndicatorId> {
    let sql = "
        SELECT indicator.public_id
        FROM indicator_comment
        JOIN indicator ON indicator.id = indicator_comment.indicator_id
        WHERE indicator_comment.id = ?1";
    Ok(tx.prepare_cached(sql)?.query_row([comment.key], |row| row.get("public_id"))?)
}

/// Takes a comment back: its words are gone. Gives the address of the indicator. A second time changes nothing.
pub fn unsay(tx: &Tx<'_>, viewer: &Viewer, id: &IndicatorCommentId) -> Result<IndicatorId> {
    let (comment, indicator) = find_comment_for(tx, viewer, id)?;
    empty(tx, &comment)?;
    Ok(indicator)
}

/// A person takes back what they said themselves.
pub fn unsay_own(tx: &Tx<'_>, person: i64, id: &IndicatorCommentId) -> Result<IndicatorId> {
    let sql = format!("{COMMENT} WHERE indicator_comment.public_id = :id AND indicator_comment.person_id = :person");
    let comment = tx.prepare_cached(&sql)?.query_row(named_params! { ":id": id, ":person": person }, read_comment).optional()?;
    let comment = comment.ok_or(Error::NotFound)?;
    empty(tx, &comment)?;
    indicator_of(tx, &comment)
}

fn empty(tx: &Tx<'_>, comment: &Comment) -> Result<()> {
    let sql = "UPDATE indicator_comment SET words = NULL, is_named = 0, undone_at = ?1 WHERE id = ?2 AND words IS NOT NULL";
    if tx.execute(sql, (tx.at(), comment.key))? == 0 {
        return Ok(());
    }
    tx.audit("indicator_comment.taken_back", Object::new("indicator_comment", &comment.id))
}
