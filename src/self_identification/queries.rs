//! What the self-identification page may know: when it was saved, never what.

use super::Sitting;
use crate::error::{Error, Result};
use crate::values::Email;
use rusqlite::{Connection, OptionalExtension, named_params};

/// The sitting of a person.
pub fn find(conn: &Connection, person: i64) -> Result<Sitting> {
    let sql = "
        SELECT person.id, person.self_id_answered_on, (SELECT threshold FROM organization) AS threshold,
               (SELECT program.email
                FROM ownership
                JOIN enrollment ON enrollment.business_id = ownership.business_id
                JOIN program ON program.id = enrollment.program_id
                WHERE ownership.person_id = person.id AND program.email IS NOT NULL
                ORDER BY enrollment.id
                LIMIT 1) AS ask
        FROM person
        WHERE person.id = :person";
    let read = |row: &rusqlite::Row<'_>| {
        let ask: Option<String> = row.get("ask")?;
        let ask = ask.and_then(|address| Email::maybe(&address).ok().flatten());
        Ok(Sitting { person: row.get("id")?, answered_on: row.get("self_id_answered_on")?, ask, threshold: row.get("threshold")? })
    };
    conn.prepare_cached(sql)?.query_row(named_params! { ":person": person }, read).optional()?.ok_or(Error::NotFound)
}
