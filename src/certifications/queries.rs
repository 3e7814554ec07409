//! Certificates in SQL. Found through the viewer: another program's certificate looks exactly like none.

use super::{Certification, Facts, SOON_DAYS};
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::people::Client;
use crate::store::{Object, Tx};
use crate::values::{CertificationBasis, CertificationId, Day, Instant, Zone};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

/// How long whoever wrote a certificate down may take it back.
const OPEN_MS: i64 = 24 * 60 * 60 * 1000;

const CERTIFICATION: &str = "
    SELECT certification.id, certification.public_id, certification.program_id, business.public_id AS client_id,
           business.name AS client_name, certification.account_id, account.name AS author, certification.code, certification.named,
           certification.agency, certification.number, certification.from_on, certification.until_on, certification.standard,
           certification.basis, certification.undone_at, certification.version, certification.created_at
    FROM certification
    JOIN business ON business.id = certification.business_id
    JOIN account ON account.id = certification.account_id";

const MINE: &str = "certification.program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)";

/// Those that end from today until a day, of clients whose advisor the viewer is, or that the viewer wrote down where there is none. One
/// that was given anew ends nothing.
const ENDING: &str = "
    JOIN enrollment ON enrollment.business_id = certification.business_id AND enrollment.program_id = certification.program_id
    WHERE certification.until_on BETWEEN :today AND :until
      AND certification.undone_at IS NULL
      AND enrollment.to_on IS NULL
      AND coalesce(enrollment.advisor_id, certification.account_id) = :viewer
      AND certification.program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)
      AND NOT EXISTS (SELECT 1
                      FROM certification AS anew
                      WHERE anew.business_id = certification.business_id
                        AND anew.program_id = certification.program_id
                        AND anew.code = certification.code
                        AND anew.named IS certification.named
                        AND anew.undone_at IS NULL
                        AND anew.until_on > certification.until_on)";

fn read(row: &Row<'_>) -> rusqlite::Result<Certification> {
    Ok(Certification {
        key: row.get("id")?,
        id: row.get("public_id")?,
        program: row.get("program_id")?,
        client: (row.get("client_id")?, row.get("client_name")?),
        facts: Facts {
            code: row.get("code")?,
            named: row.get("named")?,
            agency: row.get("agency")?,
            number: row.get("number")?,
            from_on: row.get("from_on")?,
            until_on: row.get("until_on")?,
            standard: row.get("standard")?,
            basis: row.get("basis")?,
        },
        author: (row.get("account_id")?, row.get("author")?),
        undone_at: row.get("undone_at")?,
        version: row.get("version")?,
        created_at: row.get("created_at")?,
    })
}

/// A certificate of a program the viewer works in.
pub fn find_for(conn: &Connection, viewer: &Viewer, id: &CertificationId) -> Result<Certification> {
    let sql = format!("{CERTIFICATION} WHERE certification.public_id = :id AND {MINE}");
    conn.prepare_cached(&sql)?.query_row(named_params! { ":id": id, ":viewer": viewer.key }, read).optional()?.ok_or(Error::NotFound)
}

/// Certificates of a client in its program, those that are good longest before; of an unknown end first of all.
pub fn list_of_client(conn: &Connection, client: &Client, window: (i64, i64)) -> Result<Vec<Certification>> {
    let sql = format!(
        "{CERTIFICATION}
         WHERE certification.business_id = :business
           AND certification.program_id = :program
           AND certification.undone_at IS NULL
         ORDER BY certification.until_on IS NOT NULL, certification.until_on DESC, certification.id DESC
         LIMIT :limit OFFSET :skip"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let params = named_params! { ":business": client.key, ":program": client.program, ":limit": window.1, ":skip": window.0 };
    Ok(statement.query_map(params, read)?.collect::<rusqlite::Result<_>>()?)
}

/// Those of a client, by row key, that a program knows to be good on a day.
pub fn in_force(conn: &Connection, business: i64, program: i64, on: Day, zone: &Zone) -> Result<Vec<Certification>> {
    let sql = format!(
        "{CERTIFICATION}
         WHERE certification.business_id = :business
           AND certification.program_id = :program
           AND certification.undone_at IS NULL
         ORDER BY certification.id"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map(named_params! { ":business": business, ":program": program }, read)?;
    let mut all: Vec<Certification> = rows.collect::<rusqlite::Result<_>>()?;
    all.retain(|certification| certification.is_in_force(on, zone));
    Ok(all)
}

/// How many end within sixty days, of the clients that the viewer looks after.
pub fn count_ending(conn: &Connection, viewer: &Viewer, today: Day) -> Result<i64> {
    let sql = format!("SELECT count(*) FROM certification {ENDING}");
    let params = named_params! { ":viewer": viewer.key, ":today": today, ":until": today.plus_days(SOON_DAYS) };
    Ok(conn.prepare_cached(&sql)?.query_row(params, |row| row.get(0))?)
}

/// They themselves, the first to end first.
pub fn list_ending(conn: &Connection, viewer: &Viewer, today: Day, window: (i64, i64)) -> Result<Vec<Certification>> {
    let sql = format!("{CERTIFICATION} {ENDING} ORDER BY certification.until_on, certification.id LIMIT :limit OFFSET :skip");
    let mut statement = conn.prepare_cached(&sql)?;
    let params = named_params! {
        ":viewer": viewer.key, ":today": today, ":until": today.plus_days(SOON_DAYS), ":limit": window.1, ":skip": window.0,
    };
    Ok(statement.query_map(params, read)?.collect::<rusqlite::Result<_>>()?)
}

/// Writes a certificate down.
pub fn record(tx: &Tx<'_>, viewer: &Viewer, client: &Client, facts: &Facts) -> Result<CertificationId> {
    let id: CertificationId = tx.fresh_id()?;
    let sql = "
        INSERT INTO certification (public_id, program_id, business_id, account_id, code, named, agency, number, from_on, until_on,
                                   standard, basis, created_at)
        VALUES (:id, :program, :business, :account, :code, :named, :agency, :number, :from, :until, :standard, :basis, :at)";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":id": id,
        ":program": client.program,
        ":business": client.key,
        ":account": viewer.key,
        ":code": facts.code,
        ":named": facts.named,
        ":agency": facts.agency,
        ":number": facts.number,
        ":from": facts.from_on,
        ":until": facts.until_on,
        ":standard": facts.standard,
        ":basis": facts.basis,
        ":at": tx.at(),
    })?;
    tx.audit("certification.recorded", Object::new("certification", &id))?;
    Ok(id)
}

/// Changes a certificate.
pub fn change(tx: &Tx<'_>, viewer: &Viewer, id: &CertificationId, version: i64, facts: &Facts) -> Result<()> {
    let certification = find_for(tx, viewer, id)?;
    refuse_undone(&certification)?;
    let sql = "
        UPDATE certification
        SET code = :code, named = :named, agency = :agency, number = :number, from_on = :from, until_on = :until, standard = :standard,
            basis = :basis, version = version + 1
        WHERE id = :key
          AND version = :version";
    let params = named_params! {
        ":code": facts.code, ":named": facts.named, ":agency": facts.agency, ":number": facts.number, ":from": facts.from_on,
        ":until": facts.until_on, ":standard": facts.standard, ":basis": facts.basis, ":key": certification.key, ":version": version,
    };
    if tx.execute(sql, params)? == 0 {
        return Err(Error::Stale);
    }
    tx.audit_with("certification.changed", Object::new("certification", id), "which agency number days standard basis")
}

/// Somebody saw the document. A second time changes nothing.
pub fn see(tx: &Tx<'_>, viewer: &Viewer, id: &CertificationId, version: i64) -> Result<()> {
    let certification = find_for(tx, viewer, id)?;
    refuse_undone(&certification)?;
    if certification.facts.basis == CertificationBasis::DocumentSeen {
        return Ok(());
    }
    let sql = "UPDATE certification SET basis = :basis, version = version + 1 WHERE id = :key AND version = :version";
    let params = named_params! { ":basis": CertificationBasis::DocumentSeen, ":key": certification.key, ":version": version };
    if tx.execute(sql, params)? == 0 {
        return Err(Error::Stale);
    }
    tx.audit("certification.seen", Object::new("certification", id))
}

/// True where the viewer may take a certificate back: whoever wrote it down within a day, a manager of the program always.
pub fn may_undo(viewer: &Viewer, certification: &Certification, now: Instant) -> bool {
    let is_authors = certification.author.0 == viewer.key && now.millis() - certification.created_at.millis() < OPEN_MS;
    is_authors || viewer.manages(certification.program)
}

/// Takes a certificate back. A second time changes nothing.
pub fn undo(tx: &Tx<'_>, viewer: &Viewer, id: &CertificationId, version: i64) -> Result<()> {
    let certification = find_for(tx, viewer, id)?;
    if certification.undone_at.is_some() {
        return Ok(());
    }
    if !may_undo(viewer, &certification, tx.at()) {
        let words = format!(
            "Only {} can take this back, and only for 24 hours after saving it; after that a manager of the program can.",
            certification.author.1
        );
        return Err(Error::Rejected(words));
    }
    let sql = "UPDATE certification SET undone_at = :at, version = version + 1 WHERE id = :key AND version = :version";
    if tx.execute(sql, named_params! { ":at": tx.at(), ":key": certification.key, ":version": version })? == 0 {
        return Err(Error::Stale);
    }
    tx.audit("certification.undone", Object::new("certification", id))
}

fn refuse_undone(certification: &Certification) -> Result<()> {
    match certification.undone_at {
        Some(_) => Err(Error::Rejected("This certificate was taken back.".to_owned())),
        None => Ok(()),
    }
}
