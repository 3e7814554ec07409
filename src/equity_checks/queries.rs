//! Checks of a program's own equity in SQL. Found through the viewer: another program's check looks exactly like none.

use super::{Check, Facts, Signature};
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::store::{Object, Tx};
use crate::values::EquityCheckId;
use rusqlite::{Connection, OptionalExtension, Row, named_params};

const CHECK: &str = "
    SELECT equity_check.id, equity_check.public_id, equity_check.program_id, program.name AS program_name, equity_check.stage,
           equity_check.on_day, equity_check.who_pays, equity_check.who_benefits, equity_check.who_decides, equity_check.what_changed,
           equity_check.account_id, account.name AS author, equity_check.undone_at, equity_check.version,
           (SELECT count(*) FROM equity_check_signature
            WHERE equity_check_signature.check_id = equity_check.id
              AND equity_check_signature.signed_version = equity_check.version) AS signed
    FROM equity_check
    JOIN program ON program.id = equity_check.program_id
    JOIN account ON account.id = equity_check.account_id";

const MINE: &str = "equity_check.program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)";

fn read(row: &Row<'_>) -> rusqlite::Result<Check> {
    Ok(Check {
        key: row.get("id")?,
        id: row.get("public_id")?,
        program: (row.get("program_id")?, row.get("program_name")?),
        facts: Facts {
            stage: row.get("stage")?,
            on: row.get("on_day")?,
            who_pays: row.get("who_pays")?,
            who_benefits: row.get("who_benefits")?,
            who_decides: row.get("who_decides")?,
            what_changed: row.get("what_changed")?,
        },
        author: (row.get("account_id")?, row.get("author")?),
        signed: row.get("signed")?,
        undone_at: row.get("undone_at")?,
        version: row.get("version")?,
    })
}

/// The checks of the viewer's programs, the latest first, and one more row where there is another page.
pub fn list_for(conn: &Connection, viewer: &Viewer, (skip, limit): (i64, i64)) -> Result<Vec<Check>> {
    let sql = format!(
        "{CHECK}
         WHERE equity_check.undone_at IS NULL AND {MINE}
         ORDER BY equity_check.on_day DESC, equity_check.id DESC
         LIMIT :limit OFFSET :skip"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map(named_params! { ":viewer": viewer.key, ":limit": limit, ":skip": skip }, read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The last check at each stage of one program, by row key, in no order.
pub fn last_of(conn: &Connection, program: i64) -> Result<Vec<Check>> {
    let sql = format!(
        "{CHECK}
         WHERE equity_check.id IN (
             SELECT (SELECT other.id
                     FROM equity_check AS other
                     WHERE other.program_id = :program AND other.stage = stages.stage AND other.undone_at IS NULL
                     ORDER BY other.on_day DESC, other.id DESC
                     LIMIT 1)
             FROM (SELECT DISTINCT stage FROM equity_check WHERE program_id = :program) AS stages)"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map(named_params! { ":program": program }, read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A check of a program the viewer works in.
pub fn find_for(conn: &Connection, viewer: &Viewer, id: &EquityCheckId) -> Result<Check> {
    let sql = format!("{CHECK} WHERE equity_check.public_id = :id AND {MINE}");
    conn.prepare_cached(&sql)?.query_row(named_params! { ":id": id, ":viewer": viewer.key }, read).optional()?.ok_or(Error::NotFound)
}

/// The names under a check, the first first.
pub fn signatures(conn: &Connection, check: &Check) -> Result<Vec<Signature>> {
    let sql = "
        SELECT equity_check_signature.account_id, account.name, equity_check_signature.signed_at,
               equity_check_signature.signed_version = :version AS is_current
        FROM equity_check_signature
        JOIN account ON account.id = equity_check_signature.account_id
        WHERE equity_check_signature.check_id = :key
        ORDER BY equity_check_signature.id
        LIMIT 200";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map(named_params! { ":key": check.key, ":version": check.version }, |row| {
        Ok(Signature { by: (row.get("account_id")?, row.get("name")?), at: row.get("signed_at")?, is_current: row.get("is_current")? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Writes a check down: a manager of the program does.
pub fn write(tx: &Tx<'_>, viewer: &Viewer, program: i64, facts: &Facts) -> Result<EquityCheckId> {
    if !viewer.manages(program) {
        return Err(Error::NotFound);
    }
    let id: EquityCheckId = tx.fresh_id()?;
    let sql = "
        INSERT INTO equity_check (public_id, program_id, account_id, stage, on_day, who_pays, who_benefits, who_decides, what_changed, created_at)
        VALUES (:id, :program, :account, :stage, :on, :pays, :benefits, :decides, :changed, :at)";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":id": id,
        ":program": program,
        ":account": viewer.key,
        ":stage": facts.stage,
        ":on": facts.on,
        ":pays": facts.who_pays,
        ":benefits": facts.who_benefits,
        ":decides": facts.who_decides,
        ":changed": facts.what_changed,
        ":at": tx.at(),
    })?;
    tx.audit("equity_check.recorded", Object::new("equity_check", &id))?;
    Ok(id)
}

/// A check that stands, for a manager of its program to change.
fn find_to_change(tx: &Tx<'_>, viewer: &Viewer, id: &EquityCheckId) -> Result<Check> {
    let check = find_for(tx, viewer, id)?;
    if !viewer.manages(check.program.0) {
        return Err(Error::Forbidden);
    }
    Ok(check)
}

fn refuse_undone(check: &Check) -> Result<()> {
    match check.undone_at {
        Some(_) => Err(Error::Rejected("This check was taken back.".to_owned())),
        None => Ok(()),
    }
}

/// Changes a check. Whoever signed it signed what it said before.
pub fn change(tx: &Tx<'_>, viewer: &Viewer, id: &EquityCheckId, version: i64, facts: &Facts) -> Result<()> {
    let check = find_to_change(tx, viewer, id)?;
    refuse_undone(&check)?;
    let sql = "
        UPDATE equity_check
        SET stage = :stage, on_day = :on, who_pays = :pays, who_benefits = :benefits, who_decides = :decides, what_changed = :changed,
            version = version + 1
        WHERE id = :key
          AND version = :version";
    let params = named_params! {
        ":stage": facts.stage, ":on": facts.on, ":pays": facts.who_pays, ":benefits": facts.who_benefits, ":decides": facts.who_decides,
        ":changed": facts.what_changed, ":key": check.key, ":version": version,
    };
    if tx.execute(sql, params)? == 0 {
        return Err(Error::Stale);
    }
    tx.audit_with("equity_check.changed", Object::new("equity_check", id), "stage day answers")
}

/// Puts the viewer's name under a check as they read it. A second time changes nothing.
pub fn sign(tx: &Tx<'_>, viewer: &Viewer, id: &EquityCheckId, version: i64) -> Result<()> {
    let check = find_for(tx, viewer, id)?;
    refuse_undone(&check)?;
    if check.version != version {
        return Err(Error::Stale);
    }
    let sql = "INSERT OR IGNORE INTO equity_check_signature (check_id, account_id, signed_version, signed_at) VALUES (?1, ?2, ?3, ?4)";
    if tx.execute(sql, (check.key, viewer.key, version, tx.at()))? == 0 {
        return Ok(());
    }
    tx.audit("equity_check.signed", Object::new("equity_check", id))
}

/// Takes a check back. A second time changes nothing.
pub fn undo(tx: &Tx<'_>, viewer: &Viewer, id: &EquityCheckId, version: i64) -> Result<()> {
    let check = find_to_change(tx, viewer, id)?;
    if check.undone_at.is_some() {
        return Ok(());
    }
    let sql = "UPDATE equity_check SET undone_at = ?1, version = version + 1 WHERE id = ?2 AND version = ?3";
    if tx.execute(sql, (tx.at(), check.key, version))? == 0 {
        return Err(Error::Stale);
    }
    tx.audit("equity_check.undone", Object::new("equity_check", id))
}
