//! What somebody finds of themselves and says of it, in SQL. Found through the person: anybody else's looks like none.

use super::changing::check_part;
use super::registering::{index, insert_workers};
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::people::moving::Moved;
use crate::people::own::{Correction, Home, OwnBusiness};
use crate::store::{Object, Tx};
use crate::values::{Correctable, Corrected, CorrectionId, Day, JobBasis, Telephone, fold};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

/// Open requests for corrections of one person at once.
const MOST_OPEN: i64 = 10;

/// Who says where codes are mailed.
///
/// The rule, in its one place: answers about who somebody is show only to whoever proves an address that has been the person's own
/// since they answered. A change by staff, or confirmed by staff, begins that time anew. A change by the person, who proved the old
/// address and the new one, goes on with it: the chain of addresses is theirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressSetBy {
    /// Staff wrote it down, or confirmed it.
    Staff,
    /// The person, with a code mailed to the old address and one mailed to the new.
    ThePerson,
}

/// Sets the address that codes are mailed to. Whoever audits the deed audits this with it.
pub fn set_email(tx: &Tx<'_>, person: i64, email: Option<&str>, by: AddressSetBy) -> Result<()> {
    let sql = "
        UPDATE person
        SET email_set_at = CASE WHEN email IS :email OR :is_theirs THEN email_set_at ELSE :now END, email = :email
        WHERE id = :person";
    let is_theirs = by == AddressSetBy::ThePerson;
    tx.execute(sql, named_params! { ":email": email, ":is_theirs": is_theirs, ":now": tx.at(), ":person": person })?;
    Ok(())
}

/// The businesses somebody owns a part of or speaks for today, with each program they are with.
pub fn businesses_of(conn: &Connection, person: i64, today: Day) -> Result<Vec<OwnBusiness>> {
    let sql = "
        SELECT business.id, business.name, business.product, business.street, business.neighborhood, business.city, business.state,
               business.postal_code, ownership.share_bp, program.id AS program_id, program.name AS program_name,
               account.id AS advisor_id, account.name AS advisor_name,
               (SELECT workers FROM job_snapshot WHERE job_snapshot.business_id = business.id AND job_snapshot.undone_at IS NULL ORDER BY on_day DESC, job_snapshot.id DESC LIMIT 1) AS workers
        FROM ownership
        JOIN business ON business.id = ownership.business_id
        JOIN enrollment ON enrollment.business_id = business.id
        JOIN program ON program.id = enrollment.program_id
        LEFT JOIN account ON account.id = enrollment.advisor_id
        WHERE ownership.person_id = :person
          AND (ownership.to_on IS NULL OR ownership.to_on >= :today)
        ORDER BY enrollment.to_on IS NOT NULL, ownership.id, enrollment.id";
    let mut statement = conn.prepare_cached(sql)?;
    let found = statement.query_map(named_params! { ":person": person, ":today": today }, |row| {
        let parts: Vec<Option<String>> = ["street", "neighborhood", "city", "state", "postal_code"]
            .into_iter()
            .map(|column| row.get(column))
            .collect::<rusqlite::Result<_>>()?;
        Ok(OwnBusiness {
            key: row.get("id")?,
            name: row.get("name")?,
            product: row.get("product")?,
            address: parts.into_iter().flatten().collect::<Vec<_>>().join(", "),
            workers: row.get("workers")?,
            share_bp: row.get("share_bp")?,
            program: (row.get("program_id")?, row.get("program_name")?),
            advisor: row.get::<_, Option<i64>>("advisor_id")?.zip(row.get("advisor_name")?),
        })
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Who answers for somebody: the program of their business, or for a trainee the one that sends them to training.
pub fn home_of(conn: &Connection, person: i64, today: Day) -> Result<Home> {
    if let Some(first) = businesses_of(conn, person, today)?.into_iter().next() {
        return Ok(Home { business: first.key, program: first.program, advisor: first.advisor });
    }
    let sql = "
        SELECT referral.business_id, program.id AS program_id, program.name AS program_name, account.id AS advisor_id, account.name AS advisor_name
        FROM referral
        JOIN program ON program.id = referral.program_id
        JOIN account ON account.id = referral.advisor_id
        WHERE referral.trainee_id = ?1
        ORDER BY referral.id DESC
        LIMIT 1";
    let read = |row: &Row<'_>| {
        Ok(Home {
            business: row.get("business_id")?,
            program: (row.get("program_id")?, row.get("program_name")?),
            advisor: Some((row.get("advisor_id")?, row.get("advisor_name")?)),
        })
    };
    conn.prepare_cached(sql)?.query_row([person], read).optional()?.ok_or(Error::NotFound)
}

/// How somebody wants to be reached, by their own word.
pub struct OwnReach {
    /// Telephone.
    pub telephone: Option<Telephone>,
    /// Tag of the catalog they read; none leaves what is there.
    pub reads: Option<String>,
    /// How.
    pub contact_by: Option<crate::values::ContactBy>,
}

/// Changes how somebody is reached, unless somebody changed it since the form was drawn.
pub fn change_reach(tx: &Tx<'_>, person: i64, version: i64, reach: &OwnReach) -> Result<()> {
    let sql = "
        UPDATE person
        SET telephone = :telephone, telephone_digits = :digits, reads = coalesce(:reads, reads), contact_by = :contact_by,
            version = version + 1
        WHERE id = :person
          AND version = :version";
    let params = named_params! {
        ":telephone": reach.telephone.as_ref().map(Telephone::as_str),
        ":digits": reach.telephone.as_ref().map(Telephone::digits),
        ":reads": reach.reads,
        ":contact_by": reach.contact_by,
        ":person": person,
        ":version": version,
    };
    if tx.execute(sql, params)? == 0 {
        return Err(Error::Stale);
    }
    index_all(tx, person)?;
    tx.audit_with("person.changed_own", Object::new("person", person), "telephone reads contact_by")
}

/// Changes the address by the word of the person, who proved both.
pub fn change_own_email(tx: &Tx<'_>, person: i64, version: i64, email: &str) -> Result<()> {
    let sql = "UPDATE person SET version = version + 1 WHERE id = :person AND version = :version";
    if tx.execute(sql, named_params! { ":person": person, ":version": version })? == 0 {
        return Err(Error::Stale);
    }
    set_email(tx, person, Some(email), AddressSetBy::ThePerson)?;
    index_all(tx, person)?;
    tx.audit_with("person.changed_own", Object::new("person", person), "email")
}

fn index_all(tx: &Tx<'_>, person: i64) -> Result<()> {
    for business in businesses_of(tx, person, tx.today())? {
        index(tx, business.key)?;
    }
    Ok(())
}

/// Asks for a correction. The same wish again while it is open is one.
pub fn ask_correction(tx: &Tx<'_>, new: &Correction) -> Result<()> {
    let open: i64 =
        tx.query_row("SELECT count(*) FROM correction_request WHERE person_id = ?1 AND answered_at IS NULL", [new.person.0], |row| {
            row.get(0)
        })?;
    if open >= MOST_OPEN {
        return Err(Error::Rejected(format!("{MOST_OPEN} of your corrections wait for an answer already.")));
    }
    let sql = "
        INSERT INTO correction_request (public_id, person_id, business_id, program_id, what, old_value, new_value, asked_at, due_on)
        VALUES (:id, :person, :business, :program, :what, :old, :new, :at, :due)";
    tx.execute(
        sql,
        named_params! {
            ":id": new.id,
            ":person": new.person.0,
            ":business": new.business.0,
            ":program": new.program,
            ":what": new.what,
            ":old": new.old,
            ":new": new.new,
            ":at": tx.at(),
            ":due": new.due_on,
        },
    )?;
    tx.audit_with("correction.asked", Object::new("correction_request", &new.id), crate::values::Vocabulary::code(new.what))
}

const CORRECTION: &str = "
    SELECT correction_request.id, correction_request.public_id, correction_request.person_id,
           trim(person.first_name || ' ' || person.last_name) AS person_name, correction_request.business_id,
           business.public_id AS business_public_id, business.name AS business_name, correction_request.program_id,
           correction_request.what, correction_request.old_value, correction_request.new_value, correction_request.asked_at,
           correction_request.due_on, correction_request.answer, correction_request.words, correction_request.answered_at
    FROM correction_request
    JOIN person ON person.id = correction_request.person_id
    JOIN business ON business.id = correction_request.business_id";

fn read_correction(row: &Row<'_>) -> rusqlite::Result<Correction> {
    let (answer, at): (Option<Corrected>, _) = (row.get("answer")?, row.get("answered_at")?);
    let words: Option<String> = row.get("words")?;
    Ok(Correction {
        key: row.get("id")?,
        id: row.get("public_id")?,
        person: (row.get("person_id")?, row.get("person_name")?),
        business: (row.get("business_id")?, row.get("business_public_id")?, row.get("business_name")?),
        program: row.get("program_id")?,
        what: row.get("what")?,
        old: row.get("old_value")?,
        new: row.get("new_value")?,
        asked_at: row.get("asked_at")?,
        due_on: row.get("due_on")?,
        answer: answer.zip(at).map(|(answer, at)| (answer, at, words)),
    })
}

/// What somebody asked to be corrected, newest first.
pub fn corrections_of(conn: &Connection, person: i64) -> Result<Vec<Correction>> {
    let sql = format!("{CORRECTION} WHERE correction_request.person_id = ?1 ORDER BY correction_request.id DESC LIMIT 50");
    let mut statement = conn.prepare_cached(&sql)?;
    let found = statement.query_map([person], read_correction)?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

const THEIRS: &str = "correction_request.program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)";

/// What waits for staff: what is the viewer's own first, then by day. For somebody's Today, only what is theirs: their clients', those
/// of nobody, and for a manager what is late.
pub fn open_corrections(
    conn: &Connection,
    viewer: &Viewer,
    today: Day,
    of_today: bool,
    (skip, take): (i64, i64),
) -> Result<Vec<Correction>> {
    let sql = format!(
        "{CORRECTION}
        LEFT JOIN enrollment ON enrollment.business_id = correction_request.business_id AND enrollment.program_id = correction_request.program_id
        WHERE {THEIRS}
          AND correction_request.answered_at IS NULL
          AND (NOT :of_today
               OR enrollment.advisor_id IS NULL
               OR enrollment.advisor_id = :viewer
               OR (correction_request.due_on < :today
                   AND EXISTS (SELECT 1
                               FROM membership
                               WHERE account_id = :viewer AND role = 'manager' AND program_id = correction_request.program_id)))
        ORDER BY correction_request.due_on, correction_request.id
        LIMIT :take OFFSET :skip"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let params = named_params! { ":viewer": viewer.key, ":of_today": of_today, ":today": today, ":take": take, ":skip": skip };
    let found = statement.query_map(params, read_correction)?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// A request for a correction in a program of the viewer.
pub fn find_correction(conn: &Connection, viewer: &Viewer, id: &CorrectionId) -> Result<Correction> {
    let sql = format!("{CORRECTION} WHERE correction_request.public_id = :id AND {THEIRS}");
    let params = named_params! { ":id": id, ":viewer": viewer.key };
    conn.prepare_cached(&sql)?.query_row(params, read_correction).optional()?.ok_or(Error::NotFound)
}

/// Answers it. A plain fact is corrected by the answer itself; an address or a share was changed on the client's page before. Gives back
/// whom to tell of a new e-mail address.
pub fn answer_correction(
    tx: &Tx<'_>,
    viewer: &Viewer,
    asked: &Correction,
    answer: Corrected,
    words: Option<&str>,
) -> Result<Option<Moved>> {
    let (person, is_made) = (asked.person.0, answer == Corrected::Made);
    if is_made && matches!(asked.what, Correctable::PersonName | Correctable::Email) {
        check_part(tx, viewer, person, tx.today())?;
    }
    let old = super::find_anyone(tx, person)?.email;
    let sql = "
        UPDATE correction_request
        SET answer = :answer, words = :words, answered_by = :viewer, answered_at = :at
        WHERE id = :key
          AND answered_at IS NULL";
    let params = named_params! { ":answer": answer, ":words": words, ":viewer": viewer.key, ":at": tx.at(), ":key": asked.key };
    if tx.execute(sql, params)? == 0 {
        return Err(Error::Stale);
    }
    if is_made {
        correct(tx, asked)?;
        index(tx, asked.business.0)?;
    }
    tx.audit_with("correction.answered", Object::new("correction_request", &asked.id), crate::values::Vocabulary::code(asked.what))?;
    Moved::of(tx, person, old, asked.program)
}

fn correct(tx: &Tx<'_>, asked: &Correction) -> Result<()> {
    let (person, business, new) = (asked.person.0, asked.business.0, asked.new.as_str());
    match asked.what {
        Correctable::PersonName => {
            let (first, last) = new.split_once(char::is_whitespace).unwrap_or((new, ""));
            let sql = "UPDATE person SET first_name = :first, last_name = :last, version = version + 1 WHERE id = :person";
            tx.execute(sql, named_params! { ":first": first, ":last": last.trim(), ":person": person })?;
        }
        Correctable::Email => {
            set_email(tx, person, Some(new), AddressSetBy::Staff)?;
            tx.execute("UPDATE person SET version = version + 1 WHERE id = ?1", [person])?;
        }
        Correctable::BusinessName => {
            let sql = "UPDATE business SET name = :name, name_folded = :folded, version = version + 1 WHERE id = :business";
            tx.execute(sql, named_params! { ":name": new, ":folded": fold(new), ":business": business })?;
        }
        Correctable::Product => {
            let sql = "UPDATE business SET product = :new, version = version + 1 WHERE id = :business";
            tx.execute(sql, named_params! { ":new": new, ":business": business })?;
        }
        Correctable::Workers => {
            let workers = new.parse().map_err(|_| Error::Rejected("The number of workers is no whole number.".to_owned()))?;
            insert_workers(tx, business, tx.today(), workers, JobBasis::ToldToAdvisor)?;
        }
        Correctable::Address | Correctable::Ownership => {}
    }
    Ok(())
}

/// Who of the viewer's own clients wishes to be deleted: their name, and address and name of the business.
pub fn closings_of_clients(conn: &Connection, viewer: &Viewer) -> Result<Vec<(String, String, String)>> {
    let sql = "
        SELECT trim(person.first_name || ' ' || person.last_name) AS person, business.public_id, business.name
        FROM erasure_request
        JOIN person ON person.id = erasure_request.person_id
        JOIN ownership ON ownership.person_id = person.id AND ownership.to_on IS NULL
        JOIN business ON business.id = ownership.business_id
        JOIN enrollment ON enrollment.business_id = business.id
        WHERE erasure_request.settled_at IS NULL
          AND erasure_request.taken_back_at IS NULL
          AND enrollment.advisor_id = :viewer
          AND enrollment.program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)
        ORDER BY erasure_request.id
        LIMIT 20";
    let mut statement = conn.prepare_cached(sql)?;
    let read = |row: &Row<'_>| Ok((row.get("person")?, row.get("public_id")?, row.get("name")?));
    let found = statement.query_map(named_params! { ":viewer": viewer.key }, read)?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}
