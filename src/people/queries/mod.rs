//! Businesses and people in SQL. Found through the viewer: another program's client looks exactly like no client.

mod changing;
pub mod complaints;
mod describing;
mod finding;
mod intake;
pub mod own;
mod registering;

pub use changing::{
    Facts, Reach, called, change_facts, change_person, choose_language, end_ownership, hand_over, note_self_id_answered,
    note_self_id_asked, record_workers,
};
pub use describing::{describe_all, described};
pub use finding::{count_for, list_for, look_up, named, search};
pub use intake::{intake, write_intake};
pub use registering::{add_owner, bring_owner, index, register, register_person};

use super::{Client, JobSnapshot, Owner, Place};
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::values::{ClientId, Day, NaicsEdition, digits};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

const CLIENT: &str = "
    SELECT business.id, business.public_id, business.number, business.name, business.legal_name, business.product, business.naics,
           business.naics_edition, business.stage, business.started_on, business.legal_form, business.street, business.city,
           business.state, business.postal_code, business.county, business.county_fips, business.metro, business.neighborhood,
           business.is_cooperative, business.version, enrollment.program_id, program.name AS program_name, enrollment.from_on,
           enrollment.to_on, account.id AS advisor_id, account.name AS advisor_name
    FROM business
    JOIN enrollment ON enrollment.business_id = business.id
    JOIN program ON program.id = enrollment.program_id
    LEFT JOIN account ON account.id = enrollment.advisor_id";

const MINE: &str = "enrollment.program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)";

/// A client of a program the viewer works in.
pub fn find_for(conn: &Connection, viewer: &Viewer, id: &ClientId) -> Result<Client> {
    let sql = format!("{CLIENT} WHERE business.public_id = :id AND {MINE} ORDER BY enrollment.id LIMIT 1");
    conn.prepare_cached(&sql)?.query_row(named_params! { ":id": id, ":viewer": viewer.key }, read).optional()?.ok_or(Error::NotFound)
}

/// A client by row key, within one program; for deeds that already know both.
pub fn find_in(conn: &Connection, business: i64, program: i64) -> Result<Client> {
    let sql = format!("{CLIENT} WHERE business.id = :business AND enrollment.program_id = :program");
    conn.prepare_cached(&sql)?
        .query_row(named_params! { ":business": business, ":program": program }, read)
        .optional()?
        .ok_or(Error::NotFound)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Client> {
    let naics: Option<String> = row.get("naics")?;
    let edition: Option<NaicsEdition> = row.get("naics_edition")?;
    let advisor: Option<i64> = row.get("advisor_id")?;
    let advisor_name: Option<String> = row.get("advisor_name")?;
    Ok(Client {
        key: row.get("id")?,
        id: row.get("public_id")?,
        number: row.get("number")?,
        name: row.get("name")?,
        legal_name: row.get("legal_name")?,
        product: row.get("product")?,
        naics: naics.map(|code| (code, edition.unwrap_or(NaicsEdition::Naics2022))),
        stage: row.get("stage")?,
        started_on: row.get("started_on")?,
        legal_form: row.get("legal_form")?,
        place: Place {
            street: row.get("street")?,
            city: row.get("city")?,
            state: row.get("state")?,
            postal_code: row.get("postal_code")?,
            county: row.get("county")?,
            county_fips: row.get("county_fips")?,
            metro: row.get("metro")?,
            neighborhood: row.get("neighborhood")?,
        },
        is_cooperative: row.get("is_cooperative")?,
        program: row.get("program_id")?,
        program_name: row.get("program_name")?,
        advisor: advisor.zip(advisor_name),
        enrolled_on: row.get("from_on")?,
        left_on: row.get("to_on")?,
        version: row.get("version")?,
    })
}

const OWNER: &str = "
    SELECT person.id, person.public_id, person.first_name, person.last_name, person.telephone, person.email, person.language,
           person.reads, person.contact_by, person.self_id_asked_on, person.self_id_answered_on, person.version, ownership.share_bp,
           ownership.is_contact, ownership.from_on
    FROM ownership
    JOIN person ON person.id = ownership.person_id";

/// Owners of a business today, the person we call first.
pub fn owners(conn: &Connection, business: i64, today: Day) -> Result<Vec<Owner>> {
    let sql = format!(
        "{OWNER} WHERE ownership.business_id = :business AND (ownership.to_on IS NULL OR ownership.to_on >= :today) ORDER BY ownership.is_contact DESC, ownership.share_bp DESC, ownership.id"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let owners = statement.query_map(named_params! { ":business": business, ":today": today }, read_owner)?;
    Ok(owners.collect::<rusqlite::Result<_>>()?)
}

/// The person we call.
pub fn contact(conn: &Connection, business: i64, today: Day) -> Result<Option<Owner>> {
    Ok(owners(conn, business, today)?.into_iter().next())
}

/// A person by row key, as owner of any business.
pub fn find_person(conn: &Connection, person: i64) -> Result<Owner> {
    let sql = format!("{OWNER} WHERE person.id = :person ORDER BY ownership.id LIMIT 1");
    conn.prepare_cached(&sql)?.query_row(named_params! { ":person": person }, read_owner).optional()?.ok_or(Error::NotFound)
}

/// A person by row key, whether they own anything or not.
pub fn find_anyone(conn: &Connection, person: i64) -> Result<Owner> {
    let sql = "
        SELECT id, public_id, first_name, last_name, telephone, email, language, reads, contact_by, self_id_asked_on, self_id_answered_on,
               version, NULL AS share_bp, 0 AS is_contact, NULL AS from_on
        FROM person
        WHERE id = ?1";
    conn.prepare_cached(sql)?.query_row([person], read_owner).optional()?.ok_or(Error::NotFound)
}

fn read_owner(row: &Row<'_>) -> rusqlite::Result<Owner> {
    Ok(Owner {
        person: row.get("id")?,
        id: row.get("public_id")?,
        first_name: row.get("first_name")?,
        last_name: row.get("last_name")?,
        telephone: row.get("telephone")?,
        email: row.get("email")?,
        language: row.get("language")?,
        reads: row.get("reads")?,
        contact_by: row.get("contact_by")?,
        share_bp: row.get("share_bp")?,
        is_contact: row.get("is_contact")?,
        from_on: row.get("from_on")?,
        self_id_asked_on: row.get("self_id_asked_on")?,
        self_id_answered_on: row.get("self_id_answered_on")?,
        version: row.get("version")?,
    })
}

/// The last count of workers.
pub fn workers(conn: &Connection, business: i64) -> Result<Option<JobSnapshot>> {
    let sql = "SELECT on_day, workers, basis FROM job_snapshot WHERE business_id = ?1 AND undone_at IS NULL ORDER BY on_day DESC, id DESC LIMIT 1";
    Ok(conn
        .prepare_cached(sql)?
        .query_row([business], |row| Ok(JobSnapshot { on: row.get("on_day")?, workers: row.get("workers")?, basis: row.get("basis")? }))
        .optional()?)
}

/// Advisors and managers of a program: row key and name.
pub fn staff_of(conn: &Connection, program: i64) -> Result<Vec<(i64, String)>> {
    let sql = "
        SELECT DISTINCT account.id, account.name
        FROM membership
        JOIN account ON account.id = membership.account_id
        WHERE membership.program_id = ?1 AND account.disabled_at IS NULL
        ORDER BY account.name";
    let mut statement = conn.prepare_cached(sql)?;
    let staff = statement.query_map([program], |row| Ok((row.get("id")?, row.get("name")?)))?;
    Ok(staff.collect::<rusqlite::Result<_>>()?)
}

/// Telephone digits as they are searched for.
pub fn telephone_digits(typed: &str) -> String {
    digits(typed)
}
