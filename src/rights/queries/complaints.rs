//! Complaints in SQL. No query of an advisor's page names this table.

use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::people::own::Home;
use crate::rights::Filed;
use crate::store::{Object, Tx};
use crate::values::{ComplaintId, Day};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

/// Complaints of one person that may be open at once.
const MOST_OPEN: i64 = 5;

/// Takes a complaint down: its number.
pub fn file(tx: &Tx<'_>, person: i64, home: &Home, words: &str, due_on: Day) -> Result<i64> {
    let open: i64 =
        tx.query_row("SELECT count(*) FROM complaint WHERE person_id = ?1 AND answered_at IS NULL", [person], |row| row.get(0))?;
    if open >= MOST_OPEN {
        return Err(Error::Rejected(format!("{MOST_OPEN} complaints wait for an answer already.")));
    }
    let id: ComplaintId = tx.fresh_id()?;
    let number: i64 = tx.query_row("SELECT coalesce(max(number), 0) + 1 FROM complaint", [], |row| row.get(0))?;
    let sql = "
        INSERT INTO complaint (public_id, number, person_id, program_id, against_id, words, asked_at, due_on)
        VALUES (:id, :number, :person, :program, :against, :words, :at, :due)";
    tx.execute(
        sql,
        named_params! {
            ":id": id,
            ":number": number,
            ":person": person,
            ":program": home.program.0,
            ":against": home.advisor.as_ref().map(|(key, _)| *key),
            ":words": words,
            ":at": tx.at(),
            ":due": due_on,
        },
    )?;
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
            LIMIT 1) AS client
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

/// Who may read one: managers of its program, the steward and the administrator, and never the advisor it is about, in whatever role.
const READABLE: &str = "
    (complaint.against_id IS NULL OR complaint.against_id <> :viewer)
    AND (EXISTS (SELECT 1 FROM organization_role WHERE account_id = :viewer AND role IN ('steward', 'admin'))
         OR EXISTS (SELECT 1
                    FROM membership
                    WHERE account_id = :viewer AND role = 'manager' AND membership.program_id = complaint.program_id))";

/// What waits for an answer, the oldest first, then what was answered, the newest first.
pub fn readable(conn: &Connection, viewer: &Viewer, (skip, take): (i64, i64)) -> Result<Vec<Filed>> {
    let sql = format!(
        "{COMPLAINT} WHERE {READABLE}
        ORDER BY complaint.answered_at IS NOT NULL, CASE WHEN complaint.answered_at IS NULL THEN complaint.id ELSE -complaint.id END
        LIMIT :take OFFSET :skip"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let found = statement.query_map(named_params! { ":viewer": viewer.key, ":take": take, ":skip": skip }, read)?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// One that the viewer may read. Any other looks like none.
pub fn find(conn: &Connection, viewer: &Viewer, id: &ComplaintId) -> Result<Filed> {
    let sql = format!("{COMPLAINT} WHERE complaint.public_id = :id AND {READABLE}");
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

/// Addresses of those who are told that a complaint came in: the program's contact, else the stewards.
pub fn told_of_one(conn: &Connection, program: i64) -> Result<Vec<String>> {
    let sql = "
        SELECT complaint_email AS email
        FROM program
        WHERE id = :program
          AND complaint_email IS NOT NULL
        UNION ALL
        SELECT account.email
        FROM account
        JOIN organization_role ON organization_role.account_id = account.id AND organization_role.role = 'steward'
        WHERE account.disabled_at IS NULL
          AND NOT EXISTS (SELECT 1 FROM program WHERE id = :program AND complaint_email IS NOT NULL)";
    let mut statement = conn.prepare_cached(sql)?;
    let found = statement.query_map(named_params! { ":program": program }, |row| row.get("email"))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}
