//! Outcomes in SQL. Found through the viewer: another program's outcome looks exactly like none.

mod asking;
mod lists;
mod raising;

pub use asking::*;
pub use lists::*;
pub use raising::*;

use super::{Answered, Facts, Known, Outcome, Said};
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::people::Client;
use crate::store::{Object, Tx};
use crate::values::{EvidenceCause, Instant, OutcomeId, Unit};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

const OUTCOME: &str = "
    SELECT outcome.id, outcome.public_id, outcome.program_id, program.name AS program_name, outcome.business_id,
           business.public_id AS client_id, business.number AS client_number, business.name AS client_name, outcome.account_id,
           account.name AS author, outcome.kind, outcome.happened_on, outcome.amount_before, outcome.amount_after, outcome.words,
           outcome.referral_id, referral.public_id AS referral_address, referral.number AS referral_number, partner.name AS partner_name,
           outcome.deployment_id, deployment.public_id AS deployment_address, deployment.kind AS deployment_kind,
           outcome.evidence, outcome.undone_at, outcome.undone_why, outcome.version, outcome.created_at,
           answer.answer, answer.amount AS answer_amount, answer.words AS answer_words, answer.helped, answer.way,
           (SELECT name FROM account WHERE account.id = answer.witness_id) AS witness,
           answer.recorded_at AS answered_at,
           (SELECT cause FROM outcome_evidence WHERE outcome_id = outcome.id ORDER BY id DESC LIMIT 1) AS cause,
           (SELECT max(recorded_at) FROM outcome_evidence WHERE outcome_id = outcome.id AND cause = 'changed') AS changed_at,
           (SELECT max(asked_at) FROM outcome_ask WHERE outcome_id = outcome.id) AS asked_at
    FROM outcome
    JOIN program ON program.id = outcome.program_id
    JOIN business ON business.id = outcome.business_id
    JOIN account ON account.id = outcome.account_id
    LEFT JOIN referral ON referral.id = outcome.referral_id
    LEFT JOIN partner ON partner.id = referral.partner_id
    LEFT JOIN deployment ON deployment.id = outcome.deployment_id
    LEFT JOIN outcome_answer AS answer
           ON answer.id = (SELECT max(id) FROM outcome_answer WHERE outcome_id = outcome.id)";

const MINE: &str = "outcome.program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)";

fn read(row: &Row<'_>) -> rusqlite::Result<Outcome> {
    let undone_at: Option<Instant> = row.get("undone_at")?;
    let referral: Option<crate::values::ReferralId> = row.get("referral_address")?;
    let resource: Option<crate::values::DeploymentId> = row.get("deployment_address")?;
    let partner: Option<String> = row.get("partner_name")?;
    Ok(Outcome {
        key: row.get("id")?,
        id: row.get("public_id")?,
        program: (row.get("program_id")?, row.get("program_name")?),
        client: (row.get("business_id")?, row.get("client_id")?, row.get("client_number")?, row.get("client_name")?),
        author: (row.get("account_id")?, row.get("author")?),
        facts: Facts {
            kind: row.get("kind")?,
            on: row.get("happened_on")?,
            before: row.get("amount_before")?,
            after: row.get("amount_after")?,
            words: row.get("words")?,
            referral: row.get("referral_id")?,
            resource: row.get("deployment_id")?,
        },
        referral: match referral {
            Some(id) => Some((id, row.get("referral_number")?, partner.unwrap_or_default())),
            None => None,
        },
        resource: match resource {
            Some(id) => Some((id, kind_of_resource(row.get("deployment_kind")?))),
            None => None,
        },
        evidence: row.get("evidence")?,
        cause: row.get::<_, Option<EvidenceCause>>("cause")?.unwrap_or(EvidenceCause::Recorded),
        answered: answered(row)?,
        asked_at: row.get("asked_at")?,
        changed_at: row.get("changed_at")?,
        undone: match undone_at {
            Some(at) => Some((at, row.get::<_, Option<String>>("undone_why")?.unwrap_or_default())),
            None => None,
        },
        version: row.get("version")?,
        created_at: row.get("created_at")?,
    })
}

fn kind_of_resource(kind: crate::values::ResourceKind) -> String {
    crate::values::Vocabulary::label(kind).to_owned()
}

fn answered(row: &Row<'_>) -> rusqlite::Result<Option<Answered>> {
    let Some(at) = row.get("answered_at")? else { return Ok(None) };
    let said =
        Said { answer: row.get("answer")?, amount: row.get("answer_amount")?, words: row.get("answer_words")?, helped: row.get("helped")? };
    Ok(Some(Answered { said, way: row.get("way")?, witness: row.get("witness")?, at }))
}

/// An outcome of a program the viewer works in.
pub fn find_for(conn: &Connection, viewer: &Viewer, id: &OutcomeId) -> Result<Outcome> {
    let sql = format!("{OUTCOME} WHERE outcome.public_id = :id AND {MINE}");
    conn.prepare_cached(&sql)?.query_row(named_params! { ":id": id, ":viewer": viewer.key }, read).optional()?.ok_or(Error::NotFound)
}

/// Writes an outcome down, with how it is known. Whoever calls has found the client through the viewer.
pub fn record(tx: &Tx<'_>, viewer: &Viewer, client: &Client, facts: &Facts, known: &Known) -> Result<OutcomeId> {
    refuse_foreign(tx, client, facts)?;
    let whose = Whose { program: client.program, business: client.key, account: viewer.key, import: None };
    let id = insert(tx, &whose, facts, known)?;
    tx.audit("outcome.recorded", Object::new("outcome", &id))?;
    Ok(id)
}

/// Whose an outcome is, who wrote it down, and which file brought it: row keys.
#[derive(Debug, Clone, Copy)]
pub struct Whose {
    /// Program.
    pub program: i64,
    /// Business.
    pub business: i64,
    /// Account.
    pub account: i64,
    /// Import.
    pub import: Option<i64>,
}

/// Writes an outcome down that a file brought. Whoever calls audits it.
pub fn bring(tx: &Tx<'_>, whose: &Whose, facts: &Facts, known: &Known) -> Result<()> {
    insert(tx, whose, facts, known).map(drop)
}

fn insert(tx: &Tx<'_>, whose: &Whose, facts: &Facts, known: &Known) -> Result<OutcomeId> {
    let id: OutcomeId = tx.fresh_id()?;
    let sql = "
        INSERT INTO outcome (public_id, program_id, business_id, account_id, kind, happened_on, amount_before, amount_after, words,
                             referral_id, deployment_id, evidence, created_at, import_id)
        VALUES (:id, :program, :business, :account, :kind, :on, :before, :after, :words, :referral, :deployment, :evidence, :at, :import)";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":id": id,
        ":program": whose.program,
        ":business": whose.business,
        ":account": whose.account,
        ":kind": facts.kind,
        ":on": facts.on,
        ":before": facts.before,
        ":after": facts.after,
        ":words": facts.words,
        ":referral": facts.referral,
        ":deployment": facts.resource,
        ":evidence": known.level,
        ":at": tx.at(),
        ":import": whose.import,
    })?;
    note_step(tx, tx.last_insert_rowid(), EvidenceCause::Recorded, known, Some(whose.account), None)?;
    Ok(id)
}

/// A referral and a resource are the client's own, in the same program.
fn refuse_foreign(tx: &Tx<'_>, client: &Client, facts: &Facts) -> Result<()> {
    let is_listed = |key: Option<i64>, list: Vec<(i64, String)>| key.is_none_or(|key| list.iter().any(|(listed, _)| *listed == key));
    if is_listed(facts.referral, referrals_of(tx, client)?) && is_listed(facts.resource, resources_of(tx, client)?) {
        return Ok(());
    }
    Err(Error::Rejected("The referral or the resource is another client's. Choose one from the list.".to_owned()))
}

/// Changes an outcome. Where what counts differs, it has to be known anew: the row says so, and what was seen before stays beside it.
pub fn change(tx: &Tx<'_>, viewer: &Viewer, client: &Client, id: &OutcomeId, version: i64, facts: &Facts) -> Result<()> {
    let outcome = find_for(tx, viewer, id)?;
    refuse_undone(&outcome)?;
    refuse_foreign(tx, client, facts)?;
    next_version(tx, &outcome, version)?;
    let sql = "
        UPDATE outcome
        SET kind = :kind, happened_on = :on, amount_before = :before, amount_after = :after, words = :words, referral_id = :referral,
            deployment_id = :deployment
        WHERE id = :key";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":kind": facts.kind,
        ":on": facts.on,
        ":before": facts.before,
        ":after": facts.after,
        ":words": facts.words,
        ":referral": facts.referral,
        ":deployment": facts.resource,
        ":key": outcome.key,
    })?;
    if facts.differs_in_what_counts(&outcome.facts) {
        know_anew(tx, viewer, &outcome)?;
    }
    tx.audit_with("outcome.changed", Object::new("outcome", id), "kind day amounts words referral resource")
}

/// Takes an outcome back, with the link that still asks about it. A second time changes nothing.
pub fn undo(tx: &Tx<'_>, viewer: &Viewer, id: &OutcomeId, version: i64, why: &str) -> Result<()> {
    let outcome = find_for(tx, viewer, id)?;
    if outcome.undone.is_some() {
        return Ok(());
    }
    if !outcome.is_open_to(viewer, tx.at()) {
        let words = format!(
            "Only {} can take this outcome back, and only for 24 hours after saving it; after that a manager of the program can. You can still change it.",
            outcome.author.1
        );
        return Err(Error::Rejected(words));
    }
    next_version(tx, &outcome, version)?;
    let sql = "UPDATE outcome SET undone_at = :at, undone_why = :why WHERE id = :key";
    tx.execute(sql, named_params! { ":at": tx.at(), ":why": why, ":key": outcome.key })?;
    stop_asking(tx, outcome.key)?;
    tx.audit("outcome.undone", Object::new("outcome", id))
}

fn next_version(tx: &Tx<'_>, outcome: &Outcome, version: i64) -> Result<()> {
    let sql = "UPDATE outcome SET version = version + 1 WHERE id = :key AND version = :version";
    let changed = tx.execute(sql, named_params! { ":key": outcome.key, ":version": version })?;
    if changed == 0 { Err(Error::Stale) } else { Ok(()) }
}

fn refuse_undone(outcome: &Outcome) -> Result<()> {
    match outcome.undone {
        Some(_) => Err(Error::Rejected("This outcome was taken back. Write down what is true as a new one.".to_owned())),
        None => Ok(()),
    }
}

/// Referrals of a client that an outcome may have come of, newest first: row key, number and partner. A trainee's is theirs alone.
pub fn referrals_of(conn: &Connection, client: &Client) -> Result<Vec<(i64, String)>> {
    let sql = "
        SELECT referral.id, referral.number, partner.name
        FROM referral
        JOIN partner ON partner.id = referral.partner_id
        WHERE referral.business_id = :business
          AND referral.program_id = :program
          AND referral.trainee_id IS NULL
          AND referral.sent_at IS NOT NULL
          AND referral.status <> 'entered-in-error'
        ORDER BY referral.number DESC";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map(named_params! { ":business": client.key, ":program": client.program }, |row| {
        let (number, partner): (i64, String) = (row.get("number")?, row.get("name")?);
        Ok((row.get("id")?, format!("R-{number}, {partner}")))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Resources of a client that an outcome may have come of, newest first: row key, kind and how much.
pub fn resources_of(conn: &Connection, client: &Client) -> Result<Vec<(i64, String)>> {
    let sql = "
        SELECT id, kind, unit, coalesce(delivered, awarded, applied) AS amount
        FROM deployment
        WHERE business_id = :business
          AND program_id = :program
          AND undone_at IS NULL
        ORDER BY id DESC";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map(named_params! { ":business": client.key, ":program": client.program }, |row| {
        let (unit, value): (Unit, i64) = (row.get("unit")?, row.get("amount")?);
        Ok((row.get("id")?, format!("{}, {}", kind_of_resource(row.get("kind")?), crate::values::Amount { value, unit })))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
