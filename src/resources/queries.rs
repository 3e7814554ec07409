//! Deployments in SQL.

use super::{Brought, Decided, Deployment, NewDeployment, Step};
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::people::Client;
use crate::store::{Object, Tx};
use crate::values::DeploymentId;
use rusqlite::{Connection, OptionalExtension, Row, named_params};

const DEPLOYMENT: &str = "
    SELECT deployment.id, deployment.public_id, deployment.business_id, deployment.kind, deployment.unit, deployment.applied,
           deployment.awarded, deployment.delivered, deployment.applied_on, deployment.awarded_on, deployment.delivered_on,
           deployment.refused_on, deployment.funding_source_id, funding_source.name AS funding_source_name, deployment.deciding_body_id,
           deciding_body.name AS deciding_body_name, deployment.decision_id, body_decision.public_id AS decision_address,
           body_decision.decision, body_meeting.met_on, body_meeting.body_id AS decision_body, deployment.match_cents,
           deployment.deposit_cents, deployment.fees_cents, deployment.guarantee, deployment.guarantee_cents, deployment.referral_id, deployment.note,
           deployment.import_id IS NOT NULL AS is_imported, deployment.version, deployment.created_at
    FROM deployment
    LEFT JOIN funding_source ON funding_source.id = deployment.funding_source_id
    LEFT JOIN deciding_body ON deciding_body.id = deployment.deciding_body_id
    LEFT JOIN body_decision ON body_decision.id = deployment.decision_id
    LEFT JOIN body_meeting ON body_meeting.id = body_decision.meeting_id";

fn read(row: &Row<'_>) -> rusqlite::Result<Deployment> {
    let source: Option<i64> = row.get("funding_source_id")?;
    let body: Option<i64> = row.get("deciding_body_id")?;
    Ok(Deployment {
        key: row.get("id")?,
        id: row.get("public_id")?,
        business: row.get("business_id")?,
        kind: row.get("kind")?,
        unit: row.get("unit")?,
        applied: Step { amount: row.get("applied")?, on: row.get("applied_on")? },
        awarded: Step { amount: row.get("awarded")?, on: row.get("awarded_on")? },
        delivered: Step { amount: row.get("delivered")?, on: row.get("delivered_on")? },
        refused_on: row.get("refused_on")?,
        funding_source: source.zip(row.get("funding_source_name")?),
        deciding_body: body.zip(row.get("deciding_body_name")?),
        decision: match row.get("decision_id")? {
            None => None,
            Some(key) => Some(Decided {
                key,
                id: row.get("decision_address")?,
                body: row.get("decision_body")?,
                on: row.get("met_on")?,
                words: row.get("decision")?,
            }),
        },
        brought: Brought {
            matched: row.get("match_cents")?,
            deposit: row.get("deposit_cents")?,
            fees: row.get("fees_cents")?,
            guarantee: row.get("guarantee")?,
            guarantee_cents: row.get("guarantee_cents")?,
        },
        referral: row.get("referral_id")?,
        note: row.get("note")?,
        is_imported: row.get("is_imported")?,
        version: row.get("version")?,
        recorded_at: row.get("created_at")?,
    })
}

/// A client's resources in a program, newest first.
pub fn list_of_client(conn: &Connection, client: &Client, limit: i64) -> Result<Vec<Deployment>> {
    let sql = format!(
        "{DEPLOYMENT}
         WHERE deployment.business_id = :business
           AND deployment.program_id = :program
           AND deployment.undone_at IS NULL
         ORDER BY coalesce(deployment.delivered_on, deployment.awarded_on, deployment.refused_on, deployment.applied_on, '') DESC, deployment.id DESC
         LIMIT :limit"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map(named_params! { ":business": client.key, ":program": client.program, ":limit": limit }, read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How many resources a client has in a program.
pub fn count_of_client(conn: &Connection, client: &Client) -> Result<i64> {
    let sql = "SELECT count(*) FROM deployment WHERE business_id = :business AND program_id = :program AND undone_at IS NULL";
    let params = named_params! { ":business": client.key, ":program": client.program };
    Ok(conn.prepare_cached(sql)?.query_row(params, |row| row.get(0))?)
}

/// A deployment of a program the viewer works in.
pub fn find_for(conn: &Connection, viewer: &Viewer, id: &DeploymentId) -> Result<Deployment> {
    let sql = format!(
        "{DEPLOYMENT}
         WHERE deployment.public_id = :id
           AND deployment.undone_at IS NULL
           AND deployment.program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)"
    );
    let params = named_params! { ":id": id, ":viewer": viewer.key };
    conn.prepare_cached(&sql)?.query_row(params, read).optional()?.ok_or(Error::NotFound)
}

/// Writes a deployment down.
pub fn deploy(tx: &Tx<'_>, client: &Client, new: &NewDeployment) -> Result<DeploymentId> {
    let id: DeploymentId = tx.fresh_id()?;
    let sql = "
        INSERT INTO deployment (public_id, program_id, business_id, kind, unit, applied, awarded, delivered, applied_on, awarded_on, delivered_on,
                                refused_on, funding_source_id, deciding_body_id, decision_id, match_cents, deposit_cents, fees_cents, guarantee,
                                guarantee_cents, referral_id, note, created_at)
        VALUES (:id, :program, :business, :kind, :unit, :applied, :awarded, :delivered, :applied_on, :awarded_on, :delivered_on,
                :refused_on, :source, :body, :decision, :match, :deposit, :fees, :guarantee, :guarantee_cents, :referral, :note, :at)";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":id": id,
        ":program": client.program,
        ":business": client.key,
        ":kind": new.kind,
        ":unit": new.unit,
        ":applied": new.applied.amount,
        ":awarded": new.awarded.amount,
        ":delivered": new.delivered.amount,
        ":applied_on": new.applied.on,
        ":awarded_on": new.awarded.on,
        ":delivered_on": new.delivered.on,
        ":refused_on": new.refused_on,
        ":source": new.funding_source,
        ":body": new.deciding_body,
        ":decision": new.decision,
        ":match": new.brought.matched,
        ":deposit": new.brought.deposit,
        ":fees": new.brought.fees,
        ":guarantee": new.brought.guarantee,
        ":guarantee_cents": new.brought.guarantee_cents,
        ":referral": new.referral,
        ":note": new.note,
        ":at": tx.at(),
    })?;
    tx.audit("deployment.recorded", Object::new("deployment", &id))?;
    Ok(id)
}

/// Changes a deployment, unless somebody changed it since the form was drawn.
pub fn change(tx: &Tx<'_>, deployment: &Deployment, version: i64, new: &NewDeployment) -> Result<()> {
    let sql = "
        UPDATE deployment
        SET kind = :kind, unit = :unit, applied = :applied, awarded = :awarded, delivered = :delivered, applied_on = :applied_on,
            awarded_on = :awarded_on, delivered_on = :delivered_on, refused_on = :refused_on, funding_source_id = :source, deciding_body_id = :body,
            decision_id = :decision, match_cents = :match, deposit_cents = :deposit, fees_cents = :fees, guarantee = :guarantee,
            guarantee_cents = :guarantee_cents, referral_id = :referral, note = :note, version = version + 1
        WHERE id = :key
          AND version = :version
          AND undone_at IS NULL";
    let changed = tx.execute(
        sql,
        named_params! {
            ":kind": new.kind,
            ":unit": new.unit,
            ":applied": new.applied.amount,
            ":awarded": new.awarded.amount,
            ":delivered": new.delivered.amount,
            ":applied_on": new.applied.on,
            ":awarded_on": new.awarded.on,
            ":delivered_on": new.delivered.on,
            ":refused_on": new.refused_on,
            ":source": new.funding_source,
            ":body": new.deciding_body,
            ":decision": new.decision,
            ":match": new.brought.matched,
            ":deposit": new.brought.deposit,
            ":fees": new.brought.fees,
            ":guarantee": new.brought.guarantee,
            ":guarantee_cents": new.brought.guarantee_cents,
            ":referral": new.referral,
            ":note": new.note,
            ":key": deployment.key,
            ":version": version,
        },
    )?;
    if changed == 0 {
        return Err(Error::Stale);
    }
    tx.audit_with(
        "deployment.changed",
        Object::new("deployment", &deployment.id),
        "kind unit amounts dates source body decision match deposit fees guarantee referral note",
    )
}

/// The requests of a client that a resource may have come of, newest first: row key, number and name of the partner.
pub fn requests_of(conn: &Connection, client: &Client) -> Result<Vec<(i64, String)>> {
    let sql = "
        SELECT referral.id, referral.number, partner.name
        FROM referral
        JOIN partner ON partner.id = referral.partner_id
        WHERE referral.business_id = :business
          AND referral.program_id = :program
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

/// Takes a deployment back; it stays in history.
pub fn undo(tx: &Tx<'_>, deployment: &Deployment, version: i64) -> Result<()> {
    let sql = "UPDATE deployment SET undone_at = :now, version = version + 1 WHERE id = :key AND version = :version AND undone_at IS NULL";
    if tx.execute(sql, named_params! { ":now": tx.at(), ":key": deployment.key, ":version": version })? == 0 {
        return Err(Error::Stale);
    }
    tx.audit("deployment.undone", Object::new("deployment", &deployment.id))
}

/// A client's program by the deployment; for the page that edits it.
pub fn client_of(conn: &Connection, viewer: &Viewer, deployment: &Deployment) -> Result<Client> {
    let sql = "SELECT public_id FROM business WHERE id = ?1";
    let id = conn.prepare_cached(sql)?.query_row([deployment.business], |row| row.get("public_id"))?;
    crate::people::queries::find_for(conn, viewer, &id)
}

/// The decisions of a program's bodies that a resource may have been made by, the newest first; those that another took the place of only
/// where they were chosen.
pub fn decisions_of(conn: &Connection, program: i64, chosen: Option<i64>) -> Result<Vec<(Decided, String)>> {
    let sql = "
        SELECT body_decision.id, body_decision.public_id, body_decision.decision, body_meeting.body_id, body_meeting.met_on,
               deciding_body.name
        FROM body_decision
        JOIN body_meeting ON body_meeting.id = body_decision.meeting_id
        JOIN deciding_body ON deciding_body.id = body_meeting.body_id
        WHERE deciding_body.program_id = :program
          AND (body_decision.id = :chosen
            OR NOT EXISTS (SELECT 1 FROM body_decision AS newer WHERE newer.corrects_id = body_decision.id))
        ORDER BY body_decision.id = :chosen DESC, body_meeting.met_on DESC, body_decision.id DESC
        LIMIT 200";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map(named_params! { ":program": program, ":chosen": chosen }, |row| {
        let decided = Decided {
            key: row.get("id")?,
            id: row.get("public_id")?,
            body: row.get("body_id")?,
            on: row.get("met_on")?,
            words: row.get("decision")?,
        };
        Ok((decided, row.get("name")?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
