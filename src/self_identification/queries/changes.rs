//! When the notice changes: which programs have something to tell, whom they tell, and how many have decided since.

use crate::error::Result;
use crate::firewall::{self, InForce};
use crate::programs::queries as programs;
use crate::self_identification::telling::{Told, tell};
use crate::store::{Object, Tx};
use crate::values::Instant;
use rusqlite::{Connection, named_params};

/// People in one transaction: others write, too.
const AT_ONCE: i64 = 50;

/// Clients of a program who answered, in the order of their row keys.
const ANSWERED: &str = "
    SELECT DISTINCT person.id
    FROM enrollment
    JOIN ownership ON ownership.business_id = enrollment.business_id
    JOIN person ON person.id = ownership.person_id
    WHERE enrollment.program_id = :program
      AND person.self_id_answered_on IS NOT NULL
      AND person.id > :after
    ORDER BY person.id
    LIMIT :most";

fn answered(conn: &Connection, program: i64, after: i64, most: i64) -> Result<Vec<i64>> {
    let mut statement = conn.prepare_cached(ANSWERED)?;
    let people = statement.query_map(named_params! { ":program": program, ":after": after, ":most": most }, |row| row.get(0))?;
    Ok(people.collect::<rusqlite::Result<_>>()?)
}

fn is_in_force(current: Option<&InForce>, version: &str) -> bool {
    current.is_some_and(|current| current.version == version)
}

/// Programs whose notice is another than the one that was in force, or that have not told everybody yet.
pub fn changes_due(conn: &Connection) -> Result<Vec<i64>> {
    let mut due = Vec::new();
    for program in programs::list(conn)? {
        let current = firewall::in_force(conn, program.key)?;
        let is_new = !is_in_force(current.as_ref(), &firewall::told_now(conn, &[program.key])?.version()?);
        let after = if is_new { 0 } else { current.map_or(0, |current| current.told_through) };
        // Where nobody has answered there is nobody to tell.
        if !answered(conn, program.key, after, 1)?.is_empty() {
            due.push(program.key);
        }
    }
    Ok(due)
}

/// Puts the notice in force that the facts make, and tells the next people who answered under another one: each once.
pub fn tell_of_change(tx: &Tx<'_>, program: i64) -> Result<()> {
    let facts = firewall::told_now(tx, &[program])?;
    if !is_in_force(firewall::in_force(tx, program)?.as_ref(), &facts.version()?) {
        firewall::put_in_force(tx, program, &facts)?;
        tx.audit("notice.in_force", Object::new("program", programs::find(tx, program)?.id))?;
    }
    let Some(current) = firewall::in_force(tx, program)? else { return Ok(()) };
    let people = answered(tx, program, current.told_through, AT_ONCE)?;
    let mut told = 0;
    for person in &people {
        told += i64::from(tell_if_new(tx, *person, program)?);
    }
    let Some(last) = people.last() else { return Ok(()) };
    let sql = "UPDATE program_notice SET told_through = :last WHERE id = :key";
    tx.prepare_cached(sql)?.execute(named_params! { ":last": last, ":key": current.key })?;
    tx.audit_with("notice.told", Object::new("program", programs::find(tx, program)?.id), &told.to_string())
}

fn tell_if_new(tx: &Tx<'_>, person: i64, program: i64) -> Result<bool> {
    let facts = firewall::told_now(tx, &firewall::programs_of(tx, person, tx.today())?)?;
    let version = firewall::remember(tx, &facts)?;
    if !firewall::saved(tx, &tx.keys(), person)?.iter().any(|saved| saved.is_under_another(&version)) {
        return Ok(false);
    }
    let sql = "
        INSERT INTO notice_told (person_id, program_id, version, told_at)
        VALUES (:person, :program, :version, :at)
        ON CONFLICT DO NOTHING";
    let params = named_params! { ":person": person, ":program": program, ":version": version, ":at": tx.at() };
    let is_new = tx.prepare_cached(sql)?.execute(params)? > 0;
    if is_new {
        tell(tx, person, program, Told::Changed)?;
    }
    Ok(is_new)
}

/// A version of the notice in a program, and how many it reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reached {
    /// Which version.
    pub version: String,
    /// Since when.
    pub since: Instant,
    /// People who had answered before and were told.
    pub told: i64,
    /// Those of them who have kept, changed or deleted their answers since.
    pub settled: i64,
}

/// Every version that was in force in a program, newest first.
pub fn reached(conn: &Connection, program: i64) -> Result<Vec<Reached>> {
    let sql = "
        SELECT program_notice.version, program_notice.since, count(notice_told.id) AS told, count(notice_told.settled_at) AS settled
        FROM program_notice
        LEFT JOIN notice_told ON notice_told.program_id = program_notice.program_id
                             AND notice_told.told_at >= program_notice.since
                             AND notice_told.told_at < coalesce(
                                 (SELECT later.since
                                  FROM program_notice AS later
                                  WHERE later.program_id = program_notice.program_id
                                    AND later.seq = program_notice.seq + 1),
                                 9223372036854775807)
        WHERE program_notice.program_id = :program
        GROUP BY program_notice.id
        ORDER BY program_notice.seq DESC";
    let mut statement = conn.prepare_cached(sql)?;
    let versions = statement.query_map(named_params! { ":program": program }, |row| {
        Ok(Reached { version: row.get("version")?, since: row.get("since")?, told: row.get("told")?, settled: row.get("settled")? })
    })?;
    Ok(versions.collect::<rusqlite::Result<_>>()?)
}
