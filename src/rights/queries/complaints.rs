//! Complaints in SQL. No query of an advisor's page names this table.

use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::people::own::Home;
use crate::people::queries::complaints::may_read;
use crate::rights::Filed;
use crate::store::{Object, Tx};
use crate::values::{ComplaintId, Day};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

/// Complaints of one person that may be open at once.
const MOST_OPEN: i64 = 5;

/// Whoever had a part in somebody's businesses: their advisors, whoever looks or looked after a request of theirs, or served them.
const HAD_A_PART: &str = "
    WITH own AS (
        SELECT business_id
        FROM ownership
        WHERE person_id = :person
          AND (to_on IS NULL OR to_on >= :today)
    ),
    request AS (
        SELECT id, advisor_id
        FROM referral
        WHERE trainee_id = :person
           OR business_id IN (SELECT business_id FROM own)
    ),
    part AS (
        SELECT advisor_id AS account_id FROM enrollment WHERE business_id IN (SELECT business_id FROM own) AND advisor_id IS NOT NULL
        UNION
        SELECT advisor_id FROM request
        UNION
        SELECT account_id FROM referral_event WHERE referral_id IN (SELECT id FROM request) AND account_id IS NOT NULL
        UNION
        SELECT account_id FROM service WHERE business_id IN (SELECT business_id FROM own) AND undone_at IS NULL
        UNION
        SELECT account_id FROM attempt WHERE business_id IN (SELECT business_id FROM own) AND undone_at IS NULL
    )";

/// Who would hear a complaint of somebody.
#[derive(Debug, Clone, Default)]
pub struct Hearing {
    /// The contact that the program names: they have no part in this person's businesses.
    pub by_contact: bool,
    /// Addresses of those who are told.
    pub told: Vec<String>,
    /// Nobody could hear it who has no part.
    pub by_nobody_else: bool,
}

/// Who hears a complaint: the program's contact, else the stewards, else its managers, else the administrators, the first of these who
/// had no part in the person's businesses. Where there is nobody, all of them.
pub fn hearing(conn: &Connection, person: i64, program: i64, today: Day) -> Result<Hearing> {
    let sql = format!(
        "{HAD_A_PART},
        hears AS (
            SELECT 0 AS place, complaint_email AS email, (SELECT account.id FROM account WHERE lower(account.email) = lower(complaint_email)) AS account_id
            FROM program
            WHERE id = :program AND complaint_email IS NOT NULL
            UNION ALL
            SELECT CASE role WHEN 'steward' THEN 1 ELSE 3 END, account.email, account.id
            FROM account
            JOIN organization_role ON organization_role.account_id = account.id AND role IN ('steward', 'admin')
            WHERE account.disabled_at IS NULL
            UNION ALL
            SELECT 2, account.email, account.id
            FROM account
            JOIN membership ON membership.account_id = account.id AND role = 'manager' AND membership.program_id = :program
            WHERE account.disabled_at IS NULL
        )
        SELECT place, email, coalesce(account_id IN (SELECT account_id FROM part), 0) AS has_a_part FROM hears ORDER BY place, account_id"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let params = named_params! { ":person": person, ":program": program, ":today": today };
    let all = statement.query_map(params, |row| Ok((row.get("place")?, row.get("email")?, row.get("has_a_part")?)))?;
    let all: Vec<(i64, String, bool)> = all.collect::<rusqlite::Result<_>>()?;
    let first = all.iter().find(|(.., has_a_part)| !has_a_part).map(|(place, ..)| *place);
    let is_told = |(place, _, has_a_part): &&(i64, String, bool)| first.is_none_or(|first| *place == first && !has_a_part);
    Ok(Hearing {
        by_contact: first == Some(0),
        told: all.iter().filter(is_told).map(|(_, email, _)| email.clone()).collect(),
        by_nobody_else: first.is_none(),
    })
}

/// Takes a complaint down: its number. Whoever had a part in the person's businesses is kept with it.
pub fn file(tx: &Tx<'_>, person: i64, home: &Home, words: &str, due_on: Day) -> Result<i64> {
    let open: i64 =
        tx.query_row("SELECT count(*) FROM complaint WHERE person_id = ?1 AND answered_at IS NULL", [person], |row| row.get(0))?;
    if open >= MOST_OPEN {
        return Err(Error::Rejected(format!("{MOST_OPEN} complaints wait for an answer already.")));
    }
    let id: ComplaintId = tx.fresh_id()?;
    let number: i64 = tx.query_row("SELECT coalesce(max(number), 0) + 1 FROM complaint", [], |row| row.get(0))?;
    let sql = "
        INSERT INTO complaint (public_id, number, person_id, program_id, words, asked_at, due_on)
        VALUES (:id, :number, :person, :program, :words, :at, :due)";
    tx.execute(
        sql,
        named_params! {
            ":id": id,
            ":number": number,
            ":person": person,
            ":program": home.program.0,
            ":words": words,
            ":at": tx.at(),
            ":due": due_on,
        },
    )?;
    let sql = format!("{HAD_A_PART} INSERT INTO complaint_against (complaint_id, account_id) SELECT :complaint, account_id FROM part");
    tx.execute(&sql, named_params! { ":person": person, ":today": tx.today(), ":complaint": tx.last_insert_rowid() })?;
    tx.audit("complaint.filed", Object::new("complaint", &id))?;
    Ok(number)
}

const COMPLAINT: &str = "
    SELECT complaint.id, complaint.public_id, complaint.number, complaint.person_id, complaint.program_id, program.name AS program_name,
           complaint.words, complaint.asked_at, complaint.due_on, complaint.answer, complaint.answered_at,
           (SELECT business.public_id || ' ' || business.name
            FROM ownership
            JOIN business ON business.id = ownership.business_id
            JOIN enrollment ON enrollment.business_id = business.id AND enrollment.program_id = complaint.program_id
            WHERE ownership.person_id = complaint.person_id
              AND EXISTS (SELECT 1 FROM membership WHERE membership.account_id = :viewer AND membership.program_id = complaint.program_id)
            ORDER BY ownership.id
            LIMIT 1) AS client,
           EXISTS (SELECT 1 FROM complaint_against WHERE complaint_id = complaint.id AND account_id = :viewer) AS is_about_viewer
    FROM complaint
    JOIN program ON program.id = complaint.program_id";

fn read(row: &Row<'_>) -> rusqlite::Result<Filed> {
    let client: Option<String> = row.get("client")?;
    let answer: Option<String> = row.get("answer")?;
    Ok(Filed {
        key: row.get("id")?,
        id: row.get("public_id")?,
        number: row.get("number")?,
        program: (row.get("program_id")?, row.get("program_name")?),
        person: row.get("person_id")?,
        client: client.and_then(|both| both.split_once(' ').map(|(id, name)| (id.to_owned(), name.to_owned()))),
        is_about_viewer: row.get("is_about_viewer")?,
        words: row.get("words")?,
        asked_at: row.get("asked_at")?,
        due_on: row.get("due_on")?,
        answer: answer.zip(row.get("answered_at")?),
    })
}

/// What somebody complained of, newest first.
pub fn of_person(conn: &Connection, person: i64) -> Result<Vec<Filed>> {
    let sql = format!("{COMPLAINT} WHERE complaint.person_id = :person ORDER BY complaint.id DESC LIMIT 20");
    let mut statement = conn.prepare_cached(&sql)?;
    let found = statement.query_map(named_params! { ":viewer": 0, ":person": person }, read)?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// What waits for an answer, the oldest first, then what was answered, the newest first.
pub fn readable(conn: &Connection, viewer: &Viewer, (skip, take): (i64, i64)) -> Result<Vec<Filed>> {
    let sql = format!(
        "{COMPLAINT} WHERE {}
        ORDER BY complaint.answered_at IS NOT NULL, CASE WHEN complaint.answered_at IS NULL THEN complaint.id ELSE -complaint.id END
        LIMIT :take OFFSET :skip",
        may_read()
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let found = statement.query_map(named_params! { ":viewer": viewer.key, ":take": take, ":skip": skip }, read)?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// One that the viewer may read. Any other looks like none.
pub fn find(conn: &Connection, viewer: &Viewer, id: &ComplaintId) -> Result<Filed> {
    let sql = format!("{COMPLAINT} WHERE complaint.public_id = :id AND {}", may_read());
    let params = named_params! { ":id": id, ":viewer": viewer.key };
    conn.prepare_cached(&sql)?.query_row(params, read).optional()?.ok_or(Error::NotFound)
}

/// Answers it, once.
pub fn answer(tx: &Tx<'_>, viewer: &Viewer, filed: &Filed, words: &str) -> Result<()> {
    let sql = "
        UPDATE complaint
        SET answer = :words, answered_by = :viewer, answered_at = :at
        WHERE id = :key
          AND answered_at IS NULL";
    if tx.execute(sql, named_params! { ":words": words, ":viewer": viewer.key, ":at": tx.at(), ":key": filed.key })? == 0 {
        return Err(Error::Stale);
    }
    tx.audit("complaint.answered", Object::new("complaint", &filed.id))
}
