//! Programs, funding sources, deciding bodies, holidays and code lists, in SQL.

use super::{Program, keeping};
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::store::{Object, Tx};
use crate::values::{Day, ProgramId};
use crate::web::Access;
use rusqlite::{Connection, OptionalExtension, Row, named_params};
use std::collections::BTreeSet;

mod defaults;
mod payers;

pub use defaults::*;
pub use payers::*;

const COLUMNS: &str = "id, public_id, name, telephone, email, asks_partner_code, note_months, version, complaint_name, complaint_email,
                       complaint_telephone, office_hours";

fn read(row: &Row<'_>) -> rusqlite::Result<Program> {
    Ok(Program {
        key: row.get("id")?,
        id: row.get("public_id")?,
        name: row.get("name")?,
        telephone: row.get("telephone")?,
        email: row.get("email")?,
        asks_partner_code: row.get("asks_partner_code")?,
        complaints_to: [row.get("complaint_name")?, row.get("complaint_email")?, row.get("complaint_telephone")?],
        office_hours: row.get("office_hours")?,
        note_months: row.get("note_months")?,
        version: row.get("version")?,
    })
}

/// Every program.
pub fn list(conn: &Connection) -> Result<Vec<Program>> {
    let mut statement = conn.prepare_cached(&format!("SELECT {COLUMNS} FROM program ORDER BY name"))?;
    let programs = statement.query_map([], read)?;
    Ok(programs.collect::<rusqlite::Result<_>>()?)
}

/// The program of an organization that has just one.
pub fn only(conn: &Connection) -> Result<Option<i64>> {
    let programs = list(conn)?;
    Ok(if let [only] = programs.as_slice() { Some(only.key) } else { None })
}

/// A program by its row key.
pub fn find(conn: &Connection, key: i64) -> Result<Program> {
    conn.prepare_cached(&format!("SELECT {COLUMNS} FROM program WHERE id = ?1"))?.query_row([key], read).optional()?.ok_or(Error::NotFound)
}

/// A program by its address.
pub fn find_by_id(conn: &Connection, id: &ProgramId) -> Result<Program> {
    conn.prepare_cached(&format!("SELECT {COLUMNS} FROM program WHERE public_id = ?1"))?
        .query_row([id], read)
        .optional()?
        .ok_or(Error::NotFound)
}

/// A program that the viewer sets up, by its address: one they manage; every one for the administrator.
pub fn find_for_head(conn: &Connection, viewer: &Viewer, id: &ProgramId) -> Result<Program> {
    let program = find_by_id(conn, id)?;
    if viewer.manages(program.key) || viewer.is(Access::Admin) { Ok(program) } else { Err(Error::NotFound) }
}

/// A program by its name, as the command line is told it; the only one when no name is given.
pub fn find_by_name(conn: &Connection, name: Option<&str>) -> Result<Program> {
    let programs = list(conn)?;
    let names = programs.iter().map(|program| format!("{:?}", program.name)).collect::<Vec<_>>().join(", ");
    match name {
        Some(name) => programs
            .into_iter()
            .find(|program| program.name == name)
            .ok_or_else(|| Error::Rejected(format!("There is no program {name:?}. Name one of these with --program: {names}."))),
        None => match <[Program; 1]>::try_from(programs) {
            Ok([program]) => Ok(program),
            Err(_) => Err(Error::Rejected(format!("There are several programs. Name one of these with --program: {names}."))),
        },
    }
}

/// Starts a program.
pub fn start(tx: &Tx<'_>, name: &str, telephone: Option<&str>, email: Option<&str>, started_on: Day) -> Result<i64> {
    let taken: bool = tx.query_row("SELECT EXISTS (SELECT 1 FROM program WHERE name = ?1)", [name], |row| row.get(0))?;
    if taken {
        return Err(Error::Rejected(format!("There is a program called {name} already. Take another name.")));
    }
    let id: ProgramId = tx.fresh_id()?;
    let sql = "INSERT INTO program (public_id, name, telephone, email, started_on) VALUES (:id, :name, :telephone, :email, :on)";
    tx.execute(sql, named_params! { ":id": id, ":name": name, ":telephone": telephone, ":email": email, ":on": started_on })?;
    let key = tx.last_insert_rowid();
    tx.audit("program.started", Object::new("program", &id))?;
    Ok(key)
}

/// Changes how a program is reached.
pub fn change(
    tx: &Tx<'_>,
    id: &ProgramId,
    version: i64,
    telephone: Option<&str>,
    email: Option<&str>,
    asks_partner_code: bool,
) -> Result<()> {
    find_by_id(tx, id)?;
    let sql = "
        UPDATE program
        SET telephone = :telephone, email = :email, asks_partner_code = :asks, version = version + 1
        WHERE public_id = :id
          AND version = :version";
    let params = named_params! { ":telephone": telephone, ":email": email, ":asks": asks_partner_code, ":id": id, ":version": version };
    if tx.execute(sql, params)? == 0 {
        return Err(Error::Stale);
    }
    tx.audit_with("program.changed", Object::new("program", id), "telephone email asks_partner_code")
}

/// Says who hears complaints, and when the telephone is answered. Without a name the organization's steward hears them.
pub fn name_contact(tx: &Tx<'_>, id: &ProgramId, version: i64, to: &[Option<String>; 3], office_hours: Option<&str>) -> Result<()> {
    find_by_id(tx, id)?;
    let sql = "
        UPDATE program
        SET complaint_name = :name, complaint_email = :email, complaint_telephone = :telephone, office_hours = :hours,
            version = version + 1
        WHERE public_id = :id
          AND version = :version";
    let [name, email, telephone] = to;
    let params = named_params! {
        ":name": name, ":email": email, ":telephone": telephone, ":hours": office_hours, ":id": id, ":version": version
    };
    if tx.execute(sql, params)? == 0 {
        return Err(Error::Stale);
    }
    tx.audit_with("program.changed", Object::new("program", id), "complaint_name complaint_email complaint_telephone office_hours")
}

/// Sets how long notes are kept that are written from now on.
pub fn keep_notes(tx: &Tx<'_>, id: &ProgramId, version: i64, months: i64) -> Result<()> {
    find_by_id(tx, id)?;
    let sql = "UPDATE program SET note_months = :months, version = version + 1 WHERE public_id = :id AND version = :version";
    if tx.execute(sql, named_params! { ":months": months, ":id": id, ":version": version })? == 0 {
        return Err(Error::Stale);
    }
    tx.audit_with("program.changed", Object::new("program", id), "note_months")
}

/// The last day on which a note is kept that is written today.
pub fn note_until(conn: &Connection, program: i64, today: Day) -> Result<Day> {
    Ok(keeping::until(today, find(conn, program)?.note_months))
}

/// The funding source that services of a program are paid from unless somebody says otherwise.
pub fn default_funding_source(conn: &Connection, program: i64) -> Result<Option<i64>> {
    Ok(conn
        .prepare_cached("SELECT id FROM funding_source WHERE program_id = ?1 AND is_default = 1")?
        .query_row([program], |row| row.get("id"))
        .optional()?)
}

/// The program a form names, if the viewer works there; their only one when it names none.
pub fn chosen(conn: &Connection, viewer: &Viewer, typed: &str) -> Result<Program> {
    let programs = viewer.programs();
    let key = match (typed.trim(), programs.as_slice()) {
        ("", [(only, _)]) => *only,
        (typed, _) => typed
            .parse::<i64>()
            .ok()
            .filter(|key| viewer.works_in(*key))
            .ok_or_else(|| Error::Rejected("Choose the program this is for.".to_owned()))?,
    };
    find(conn, key)
}

/// The days on which no clock of business days runs.
pub fn holidays(conn: &Connection) -> Result<BTreeSet<jiff::civil::Date>> {
    let mut statement = conn.prepare_cached("SELECT day FROM holiday")?;
    let days = statement.query_map([], |row| row.get::<_, Day>("day"))?;
    Ok(days.map(|day| day.map(Day::date)).collect::<rusqlite::Result<_>>()?)
}

/// One code of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// The word that is stored.
    pub code: String,
    /// What staff and partners read.
    pub label: String,
    /// What the entrepreneur reads.
    pub client_label: String,
    /// True when it counts as a need nobody met.
    pub unmet_need: bool,
}

/// The codes of a list in use on a day, for a kind of referral (those of 'any' included), in the order they were seeded.
pub fn codes(conn: &Connection, list: &str, kind: &str, on: Day) -> Result<Vec<Code>> {
    let sql = "
        SELECT code, label, client_label, unmet_need
        FROM code
        WHERE list = :list
          AND kind IN (:kind, 'any')
          AND valid_from <= :on
          AND (valid_to IS NULL OR valid_to >= :on)
        ORDER BY id";
    let mut statement = conn.prepare_cached(sql)?;
    let codes = statement.query_map(named_params! { ":list": list, ":kind": kind, ":on": on }, |row| {
        Ok(Code {
            code: row.get("code")?,
            label: row.get("label")?,
            client_label: row.get("client_label")?,
            unmet_need: row.get("unmet_need")?,
        })
    })?;
    Ok(codes.collect::<rusqlite::Result<_>>()?)
}

/// Every code a list ever had for a kind, retired ones too: what was recorded keeps its words.
pub fn codes_ever(conn: &Connection, list: &str, kind: &str) -> Result<Vec<Code>> {
    let sql = "SELECT code, label, client_label, unmet_need FROM code WHERE list = :list AND kind IN (:kind, 'any') ORDER BY id";
    let mut statement = conn.prepare_cached(sql)?;
    let codes = statement.query_map(named_params! { ":list": list, ":kind": kind }, |row| {
        Ok(Code {
            code: row.get("code")?,
            label: row.get("label")?,
            client_label: row.get("client_label")?,
            unmet_need: row.get("unmet_need")?,
        })
    })?;
    Ok(codes.collect::<rusqlite::Result<_>>()?)
}

/// A code by its word, whether in use or retired: old records keep their meaning.
pub fn find_code(conn: &Connection, list: &str, kind: &str, code: &str) -> Result<Option<Code>> {
    let sql = "SELECT code, label, client_label, unmet_need FROM code WHERE list = :list AND kind IN (:kind, 'any') AND code = :code ORDER BY kind = 'any' LIMIT 1";
    let params = named_params! { ":list": list, ":kind": kind, ":code": code };
    Ok(conn
        .prepare_cached(sql)?
        .query_row(params, |row| {
            Ok(Code {
                code: row.get("code")?,
                label: row.get("label")?,
                client_label: row.get("client_label")?,
                unmet_need: row.get("unmet_need")?,
            })
        })
        .optional()?)
}
