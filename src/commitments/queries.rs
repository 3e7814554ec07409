//! Commitments in SQL. Found through the viewer: another program's commitment looks exactly like none.

use super::{Check, Commitment, Due, Facts, Found};
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::store::{Object, Tx};
use crate::values::{CommitmentId, Day, DeploymentId, ResourceKind, Unit, Vocabulary};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

/// How long whoever wrote a commitment down may take it back.
const OPEN_MS: i64 = 24 * 60 * 60 * 1000;

const COMMITMENT: &str = "
    SELECT commitment.id, commitment.public_id, commitment.program_id, commitment.business_id, business.public_id AS client_id,
           business.name AS client_name, deployment.public_id AS deployment_id, deployment.kind, deployment.unit,
           coalesce(deployment.delivered, deployment.awarded, deployment.applied) AS resource_amount, commitment.account_id,
           account.name AS author, commitment.what, commitment.amount, commitment.due_on, commitment.undone_at, commitment.version,
           commitment.created_at
    FROM commitment
    JOIN business ON business.id = commitment.business_id
    JOIN deployment ON deployment.id = commitment.deployment_id
    JOIN account ON account.id = commitment.account_id";

const MINE: &str = "commitment.program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)";

fn read(row: &Row<'_>) -> rusqlite::Result<Commitment> {
    Ok(Commitment {
        key: row.get("id")?,
        id: row.get("public_id")?,
        program: row.get("program_id")?,
        client: (row.get("business_id")?, row.get("client_id")?, row.get("client_name")?),
        resource: (row.get("deployment_id")?, resource(row.get("kind")?, row.get("unit")?, row.get("resource_amount")?)),
        author: (row.get("account_id")?, row.get("author")?),
        what: row.get("what")?,
        amount: row.get("amount")?,
        due_on: row.get("due_on")?,
        checks: Vec::new(),
        undone_at: row.get("undone_at")?,
        version: row.get("version")?,
        created_at: row.get("created_at")?,
    })
}

fn resource(kind: ResourceKind, unit: Unit, value: i64) -> String {
    format!("{}, {}", kind.label(), crate::values::Amount { value, unit })
}

fn with_checks(conn: &Connection, commitment: Commitment) -> Result<Commitment> {
    let sql = "
        SELECT commitment_check.check_on, commitment_check.answer, commitment_check.amount, commitment_check.words, account.name,
               commitment_check.answered_at
        FROM commitment_check
        LEFT JOIN account ON account.id = commitment_check.account_id
        WHERE commitment_check.commitment_id = ?1
        ORDER BY commitment_check.check_on";
    let mut statement = conn.prepare_cached(sql)?;
    let checks = statement.query_map([commitment.key], |row| {
        let (answer, name, at): (Option<_>, Option<String>, Option<_>) = (row.get("answer")?, row.get("name")?, row.get("answered_at")?);
        let found = match answer {
            Some(answer) => Some(Found { answer, amount: row.get("amount")?, words: row.get("words")? }),
            None => None,
        };
        Ok(Check { on: row.get("check_on")?, found, by: name.zip(at) })
    })?;
    Ok(Commitment { checks: checks.collect::<rusqlite::Result<_>>()?, ..commitment })
}

/// A commitment of a program the viewer works in.
pub fn find_for(conn: &Connection, viewer: &Viewer, id: &CommitmentId) -> Result<Commitment> {
    let sql = format!("{COMMITMENT} WHERE commitment.public_id = :id AND {MINE}");
    let found = conn.prepare_cached(&sql)?.query_row(named_params! { ":id": id, ":viewer": viewer.key }, read).optional()?;
    with_checks(conn, found.ok_or(Error::NotFound)?)
}

/// A resource that commitments hang on: row key, program, business, what it is, and the client's address and name.
#[derive(Debug, Clone)]
pub struct Resource {
    key: i64,
    /// Address.
    pub id: DeploymentId,
    program: i64,
    business: i64,
    /// What it is, and how much.
    pub words: String,
    /// The client: address and name.
    pub client: (crate::values::ClientId, String),
}

/// A resource of a program the viewer works in.
pub fn find_resource(conn: &Connection, viewer: &Viewer, id: &DeploymentId) -> Result<Resource> {
    let sql = "
        SELECT deployment.id, deployment.public_id, deployment.program_id, deployment.business_id, deployment.kind, deployment.unit,
               coalesce(deployment.delivered, deployment.awarded, deployment.applied) AS amount, business.public_id AS client_id,
               business.name AS client_name
        FROM deployment
        JOIN business ON business.id = deployment.business_id
        WHERE deployment.public_id = :id
          AND deployment.undone_at IS NULL
          AND deployment.program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)";
    let found = conn.prepare_cached(sql)?.query_row(named_params! { ":id": id, ":viewer": viewer.key }, |row| {
        Ok(Resource {
            key: row.get("id")?,
            id: row.get("public_id")?,
            program: row.get("program_id")?,
            business: row.get("business_id")?,
            words: resource(row.get("kind")?, row.get("unit")?, row.get("amount")?),
            client: (row.get("client_id")?, row.get("client_name")?),
        })
    });
    found.optional()?.ok_or(Error::NotFound)
}

/// What was promised for a resource, what is due first before.
pub fn list_of_resource(conn: &Connection, resource: &Resource) -> Result<Vec<Commitment>> {
    let sql = format!(
        "{COMMITMENT} WHERE commitment.deployment_id = ?1 AND commitment.undone_at IS NULL ORDER BY commitment.due_on, commitment.id"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let found = statement.query_map([resource.key], read)?.collect::<rusqlite::Result<Vec<_>>>()?;
    found.into_iter().map(|commitment| with_checks(conn, commitment)).collect()
}

/// Writes a commitment down.
pub fn promise(tx: &Tx<'_>, viewer: &Viewer, resource: &Resource, facts: &Facts) -> Result<CommitmentId> {
    let id: CommitmentId = tx.fresh_id()?;
    let sql = "
        INSERT INTO commitment (public_id, program_id, business_id, deployment_id, account_id, what, amount, due_on, created_at)
        VALUES (:id, :program, :business, :deployment, :account, :what, :amount, :due, :at)";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":id": id,
        ":program": resource.program,
        ":business": resource.business,
        ":deployment": resource.key,
        ":account": viewer.key,
        ":what": facts.what,
        ":amount": facts.amount,
        ":due": facts.due_on,
        ":at": tx.at(),
    })?;
    put_checks(tx, tx.last_insert_rowid(), facts)?;
    tx.audit("commitment.recorded", Object::new("commitment", &id))?;
    Ok(id)
}

/// The days that nobody looked on yet are those of the form; what was found stays. Whoever calls audits it.
fn put_checks(tx: &Tx<'_>, commitment: i64, facts: &Facts) -> Result<()> {
    tx.prepare_cached("DELETE FROM commitment_check WHERE commitment_id = ?1 AND answer IS NULL")?.execute([commitment])?;
    for on in &facts.checks {
        let sql = "INSERT OR IGNORE INTO commitment_check (commitment_id, check_on) VALUES (?1, ?2)";
        tx.prepare_cached(sql)?.execute((commitment, on))?;
    }
    Ok(())
}

/// Changes a commitment.
pub fn change(tx: &Tx<'_>, viewer: &Viewer, id: &CommitmentId, version: i64, facts: &Facts) -> Result<()> {
    let commitment = find_for(tx, viewer, id)?;
    refuse_undone(&commitment)?;
    let sql = "
        UPDATE commitment
        SET what = :what, amount = :amount, due_on = :due, version = version + 1
        WHERE id = :key
          AND version = :version";
    let params = named_params! {
        ":what": facts.what, ":amount": facts.amount, ":due": facts.due_on, ":key": commitment.key, ":version": version,
    };
    if tx.execute(sql, params)? == 0 {
        return Err(Error::Stale);
    }
    put_checks(tx, commitment.key, facts)?;
    tx.audit_with("commitment.changed", Object::new("commitment", id), "what amount due checks")
}

/// Writes down what was found on a check day. Found already, it stays.
pub fn look(tx: &Tx<'_>, viewer: &Viewer, id: &CommitmentId, on: Day, found: &Found) -> Result<()> {
    let commitment = find_for(tx, viewer, id)?;
    refuse_undone(&commitment)?;
    let sql = "
        UPDATE commitment_check
        SET answer = :answer, amount = :amount, words = :words, account_id = :account, answered_at = :at
        WHERE commitment_id = :commitment
          AND check_on = :on
          AND answer IS NULL";
    let params = named_params! {
        ":answer": found.answer, ":amount": found.amount, ":words": found.words, ":account": viewer.key, ":at": tx.at(),
        ":commitment": commitment.key, ":on": on,
    };
    if tx.execute(sql, params)? == 0 {
        return Err(Error::Rejected("Somebody wrote down already what was found on this day, or it is no check day any more.".to_owned()));
    }
    tx.audit_with("commitment.looked_at", Object::new("commitment", id), "answer amount words")
}

/// Takes a commitment back: whoever wrote it down within a day, a manager of the program always. A second time changes nothing.
pub fn undo(tx: &Tx<'_>, viewer: &Viewer, id: &CommitmentId, version: i64) -> Result<()> {
    let commitment = find_for(tx, viewer, id)?;
    if commitment.undone_at.is_some() {
        return Ok(());
    }
    let is_authors = commitment.author.0 == viewer.key && tx.at().millis() - commitment.created_at.millis() < OPEN_MS;
    if !is_authors && !viewer.manages(commitment.program) {
        let words = format!(
            "Only {} can take this back, and only for 24 hours after saving it; after that a manager of the program can.",
            commitment.author.1
        );
        return Err(Error::Rejected(words));
    }
    let sql = "UPDATE commitment SET undone_at = :at, version = version + 1 WHERE id = :key AND version = :version";
    if tx.execute(sql, named_params! { ":at": tx.at(), ":key": commitment.key, ":version": version })? == 0 {
        return Err(Error::Stale);
    }
    tx.audit("commitment.undone", Object::new("commitment", id))
}

fn refuse_undone(commitment: &Commitment) -> Result<()> {
    match commitment.undone_at {
        Some(_) => Err(Error::Rejected("This commitment was taken back.".to_owned())),
        None => Ok(()),
    }
}

/// Check days that have come, of clients whose advisor the viewer is, or that the viewer wrote down where there is none.
pub fn due_for(conn: &Connection, viewer: &Viewer, today: Day, limit: i64) -> Result<Vec<Due>> {
    let sql = format!(
        "SELECT commitment.public_id, business.name, commitment.what, min(commitment_check.check_on) AS check_on
         FROM commitment
         JOIN commitment_check ON commitment_check.commitment_id = commitment.id
         JOIN business ON business.id = commitment.business_id
         JOIN enrollment ON enrollment.business_id = commitment.business_id AND enrollment.program_id = commitment.program_id
         WHERE commitment.undone_at IS NULL
           AND commitment_check.answer IS NULL
           AND commitment_check.check_on <= :today
           AND coalesce(enrollment.advisor_id, commitment.account_id) = :viewer
           AND {MINE}
         GROUP BY commitment.id
         ORDER BY check_on
         LIMIT :limit"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let due = statement.query_map(named_params! { ":viewer": viewer.key, ":today": today, ":limit": limit }, |row| {
        Ok(Due { id: row.get("public_id")?, client: row.get("name")?, what: row.get("what")?, on: row.get("check_on")? })
    })?;
    Ok(due.collect::<rusqlite::Result<_>>()?)
}
