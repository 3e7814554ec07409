//! What a person is told about their data: in their language, by the way they like, in the transaction of the deed.

use crate::error::Result;
use crate::outbox::{self, Addressee, News};
use crate::people::queries as people;
use crate::programs::queries as programs;
use crate::store::Tx;
use rusqlite::{Connection, OptionalExtension, named_params};

/// What somebody is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// Their answers were looked at.
    Opened,
    /// What they asked to be deleted is kept for now.
    Held,
}

impl Told {
    fn key(self) -> &'static str {
        match self {
            Self::Opened => "wall-opened",
            Self::Held => "wall-held",
        }
    }
}

/// The program that speaks to somebody: the first that has a business of theirs as its client.
fn program_of(conn: &Connection, person: i64) -> Result<Option<i64>> {
    let sql = "
        SELECT enrollment.program_id
        FROM ownership
        JOIN enrollment ON enrollment.business_id = ownership.business_id
        WHERE ownership.person_id = :person
        ORDER BY enrollment.to_on IS NOT NULL, enrollment.id
        LIMIT 1";
    Ok(conn.prepare_cached(sql)?.query_row(named_params! { ":person": person }, |row| row.get("program_id")).optional()?)
}

/// Writes a notice to somebody, if they are a client of any program. It says that it happened and whom to ask, never what was said, and
/// no reason: the telephone may be shared, and the person's own page has the rest. Whoever audits the deed audits this with it.
pub fn tell(tx: &Tx<'_>, person: i64, told: Told) -> Result<()> {
    let Some(program) = program_of(tx, person)? else { return Ok(()) };
    let (program, owner) = (programs::find(tx, program)?, people::find_anyone(tx, person)?);
    let to = Addressee {
        program: (program.key, &program.name, program.telephone.as_deref()),
        person: owner.person,
        name: owner.name(),
        called: owner.given_name(),
        reach: outbox::reach(owner.contact_by, owner.telephone.clone(), owner.email.clone()),
        language: owner.reading(),
    };
    outbox::tell(tx, to, News { short: "wall-text", key: told.key(), link: None })
}
