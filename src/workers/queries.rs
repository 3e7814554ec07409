//! Counts of workers in SQL. Found through the viewer: another program's count looks exactly like none.

use super::{Count, Facts, Listed, Position, Work};
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::people::Client;
use crate::store::{Object, Tx};
use crate::values::{Amount, ClientId, CountSide, DeploymentId, JobCountId, JobPositionId, ResourceKind, Unit, Vocabulary};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

/// How long whoever wrote a count down may take it back.
const OPEN_MS: i64 = 24 * 60 * 60 * 1000;

const COUNT: &str = "
    SELECT job_snapshot.id, job_snapshot.public_id, job_snapshot.program_id, job_snapshot.business_id, business.public_id AS client_id,
           business.name AS client_name, business.county_fips, job_snapshot.on_day, job_snapshot.workers, job_snapshot.basis,
           job_snapshot.deployment_id, job_snapshot.side, deployment.public_id AS resource_id, deployment.kind, deployment.unit,
           coalesce(deployment.delivered, deployment.awarded, deployment.applied) AS resource_amount, job_snapshot.account_id,
           account.name AS author, job_snapshot.undone_at, job_snapshot.version, job_snapshot.recorded_at
    FROM job_snapshot
    JOIN business ON business.id = job_snapshot.business_id
    JOIN account ON account.id = job_snapshot.account_id
    LEFT JOIN deployment ON deployment.id = job_snapshot.deployment_id";

const MINE: &str = "job_snapshot.program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)";

fn resource_words(row: &Row<'_>) -> rusqlite::Result<String> {
    let (kind, unit): (ResourceKind, Unit) = (row.get("kind")?, row.get("unit")?);
    Ok(format!("{}, {}", kind.label(), Amount { value: row.get("resource_amount")?, unit }))
}

fn read(row: &Row<'_>) -> rusqlite::Result<Count> {
    let deployment: Option<i64> = row.get("deployment_id")?;
    let resource: Option<DeploymentId> = row.get("resource_id")?;
    Ok(Count {
        key: row.get("id")?,
        id: row.get("public_id")?,
        program: row.get("program_id")?,
        client: (row.get("business_id")?, row.get("client_id")?, row.get("client_name")?),
        county_fips: row.get("county_fips")?,
        facts: Facts {
            on: row.get("on_day")?,
            workers: row.get("workers")?,
            basis: row.get("basis")?,
            resource: deployment.zip(row.get("side")?),
        },
        resource: match resource {
            Some(id) => Some((id, resource_words(row)?)),
            None => None,
        },
        author: (row.get("account_id")?, row.get("author")?),
        undone_at: row.get("undone_at")?,
        version: row.get("version")?,
        created_at: row.get("recorded_at")?,
    })
}

/// A count of a program the viewer works in.
pub fn find_for(conn: &Connection, viewer: &Viewer, id: &JobCountId) -> Result<Count> {
    let sql = format!("{COUNT} WHERE job_snapshot.public_id = :id AND {MINE}");
    conn.prepare_cached(&sql)?.query_row(named_params! { ":id": id, ":viewer": viewer.key }, read).optional()?.ok_or(Error::NotFound)
}

const POSITION: &str = "
    SELECT id, public_id, title, heads, term, weekly_minutes, season_weeks, wage_cents, has_health, has_leave, has_retirement, degree,
           advertised, version
    FROM job_position";

fn read_position(row: &Row<'_>) -> rusqlite::Result<Position> {
    Ok(Position {
        key: row.get("id")?,
        id: row.get("public_id")?,
        work: Work {
            title: row.get("title")?,
            heads: row.get("heads")?,
            term: row.get("term")?,
            weekly_minutes: row.get("weekly_minutes")?,
            season_weeks: row.get("season_weeks")?,
            wage_cents: row.get("wage_cents")?,
            has_health: row.get("has_health")?,
            has_leave: row.get("has_leave")?,
            has_retirement: row.get("has_retirement")?,
            degree: row.get("degree")?,
            advertised: row.get("advertised")?,
        },
        version: row.get("version")?,
    })
}

/// The positions of a count, by row key, in the order they were written down.
pub fn positions(conn: &Connection, count: i64) -> Result<Vec<Position>> {
    let mut statement = conn.prepare_cached(&format!("{POSITION} WHERE snapshot_id = ?1 ORDER BY id"))?;
    let rows = statement.query_map([count], read_position)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A position, and its count, of a program the viewer works in.
pub fn find_position(conn: &Connection, viewer: &Viewer, id: &JobPositionId) -> Result<(Count, Position)> {
    let sql = format!(
        "{COUNT}
         WHERE job_snapshot.id = (SELECT snapshot_id FROM job_position WHERE public_id = :id)
           AND {MINE}"
    );
    let count = conn.prepare_cached(&sql)?.query_row(named_params! { ":id": id, ":viewer": viewer.key }, read).optional()?;
    let count = count.ok_or(Error::NotFound)?;
    let position = conn.prepare_cached(&format!("{POSITION} WHERE public_id = ?1"))?.query_row([id], read_position)?;
    Ok((count, position))
}

/// The counts of a client that stand, those of its program and those that only say how many, the latest first.
pub fn list_of_client(conn: &Connection, client: &Client, window: (i64, i64)) -> Result<Vec<Listed>> {
    let sql = "
        SELECT job_snapshot.public_id, job_snapshot.on_day, job_snapshot.workers, job_snapshot.basis, job_snapshot.side, deployment.kind,
               deployment.unit, coalesce(deployment.delivered, deployment.awarded, deployment.applied) AS resource_amount,
               (SELECT coalesce(sum(heads), 0) FROM job_position WHERE job_position.snapshot_id = job_snapshot.id) AS described
        FROM job_snapshot
        LEFT JOIN deployment ON deployment.id = job_snapshot.deployment_id
        WHERE job_snapshot.business_id = :business
          AND coalesce(job_snapshot.program_id, :program) = :program
          AND job_snapshot.undone_at IS NULL
        ORDER BY job_snapshot.on_day DESC, job_snapshot.id DESC
        LIMIT :limit OFFSET :skip";
    let mut statement = conn.prepare_cached(sql)?;
    let params = named_params! { ":business": client.key, ":program": client.program, ":limit": window.1, ":skip": window.0 };
    let rows = statement.query_map(params, |row| {
        let side: Option<CountSide> = row.get("side")?;
        Ok(Listed {
            id: row.get("public_id")?,
            on: row.get("on_day")?,
            workers: row.get("workers")?,
            basis: row.get("basis")?,
            described: row.get("described")?,
            side: match side {
                Some(side) => Some((side, resource_words(row)?)),
                None => None,
            },
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The resources of a client in its program that workers may be counted for: row key and words, the latest first.
pub fn resources_of(conn: &Connection, business: i64, program: i64) -> Result<Vec<(i64, String)>> {
    let sql = "
        SELECT id, kind, unit, coalesce(delivered, awarded, applied) AS resource_amount
        FROM deployment
        WHERE business_id = :business
          AND program_id = :program
          AND undone_at IS NULL
        ORDER BY coalesce(delivered_on, awarded_on, applied_on, '') DESC, id DESC
        LIMIT 200";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement
        .query_map(named_params! { ":business": business, ":program": program }, |row| Ok((row.get("id")?, resource_words(row)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A resource with the client it is for: row key, what it is, and the client's address and name.
#[derive(Debug, Clone)]
pub struct Resource {
    key: i64,
    /// What it is, and how much.
    pub words: String,
    /// The client: address and name.
    pub client: (ClientId, String),
}

/// A resource of a program the viewer works in.
pub fn find_resource(conn: &Connection, viewer: &Viewer, id: &DeploymentId) -> Result<Resource> {
    let sql = "
        SELECT deployment.id, deployment.kind, deployment.unit,
               coalesce(deployment.delivered, deployment.awarded, deployment.applied) AS resource_amount, business.public_id AS client_id,
               business.name AS client_name
        FROM deployment
        JOIN business ON business.id = deployment.business_id
        WHERE deployment.public_id = :id
          AND deployment.undone_at IS NULL
          AND deployment.program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)";
    let found = conn.prepare_cached(sql)?.query_row(named_params! { ":id": id, ":viewer": viewer.key }, |row| {
        Ok(Resource { key: row.get("id")?, words: resource_words(row)?, client: (row.get("client_id")?, row.get("client_name")?) })
    });
    found.optional()?.ok_or(Error::NotFound)
}

/// The last count that stands on one side of a resource.
pub fn on_side(conn: &Connection, resource: &Resource, side: CountSide) -> Result<Option<Count>> {
    let sql = format!(
        "{COUNT}
         WHERE job_snapshot.deployment_id = :resource
           AND job_snapshot.side = :side
           AND job_snapshot.undone_at IS NULL
         ORDER BY job_snapshot.on_day DESC, job_snapshot.id DESC
         LIMIT 1"
    );
    Ok(conn.prepare_cached(&sql)?.query_row(named_params! { ":resource": resource.key, ":side": side }, read).optional()?)
}

/// The count before this one whose positions may be taken over: the latest of the same client and program that has any.
pub fn before(conn: &Connection, count: &Count) -> Result<Option<Count>> {
    let sql = format!(
        "{COUNT}
         WHERE job_snapshot.business_id = :business
           AND job_snapshot.program_id = :program
           AND job_snapshot.undone_at IS NULL
           AND job_snapshot.id <> :key
           AND job_snapshot.on_day <= :on
           AND EXISTS (SELECT 1 FROM job_position WHERE job_position.snapshot_id = job_snapshot.id)
         ORDER BY job_snapshot.on_day DESC, job_snapshot.id DESC
         LIMIT 1"
    );
    let params = named_params! { ":business": count.client.0, ":program": count.program, ":key": count.key, ":on": count.facts.on };
    Ok(conn.prepare_cached(&sql)?.query_row(params, read).optional()?)
}

/// Writes a count down.
pub fn count(tx: &Tx<'_>, viewer: &Viewer, client: &Client, facts: &Facts) -> Result<JobCountId> {
    let id: JobCountId = tx.fresh_id()?;
    let sql = "
        INSERT INTO job_snapshot (public_id, business_id, program_id, account_id, on_day, workers, basis, deployment_id, side, recorded_at)
        VALUES (:id, :business, :program, :account, :on, :workers, :basis, :resource, :side, :at)";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":id": id,
        ":business": client.key,
        ":program": client.program,
        ":account": viewer.key,
        ":on": facts.on,
        ":workers": facts.workers,
        ":basis": facts.basis,
        ":resource": facts.resource.map(|(key, _)| key),
        ":side": facts.resource.map(|(_, side)| side),
        ":at": tx.at(),
    })?;
    tx.audit("job_count.recorded", Object::new("job_count", &id))?;
    Ok(id)
}

fn refuse_undone(count: &Count) -> Result<()> {
    match count.undone_at {
        Some(_) => Err(Error::Rejected("This count was taken back.".to_owned())),
        None => Ok(()),
    }
}

fn described(conn: &Connection, count: i64) -> Result<i64> {
    let sql = "SELECT coalesce(sum(heads), 0) FROM job_position WHERE snapshot_id = ?1";
    Ok(conn.prepare_cached(sql)?.query_row([count], |row| row.get(0))?)
}

/// No more have a position than work there.
fn refuse_too_many(described: i64, workers: i64) -> Result<()> {
    if described <= workers {
        return Ok(());
    }
    Err(Error::Rejected(format!(
        "The positions of this count would have {described} workers, and {workers} work there in all. Mend the number of workers first, or fewer do this work."
    )))
}

/// Changes a count.
pub fn change(tx: &Tx<'_>, viewer: &Viewer, id: &JobCountId, version: i64, facts: &Facts) -> Result<()> {
    let count = find_for(tx, viewer, id)?;
    refuse_undone(&count)?;
    refuse_too_many(described(tx, count.key)?, facts.workers)?;
    let sql = "
        UPDATE job_snapshot
        SET on_day = :on, workers = :workers, basis = :basis, deployment_id = :resource, side = :side, version = version + 1
        WHERE id = :key
          AND version = :version";
    let params = named_params! {
        ":on": facts.on, ":workers": facts.workers, ":basis": facts.basis, ":resource": facts.resource.map(|(key, _)| key),
        ":side": facts.resource.map(|(_, side)| side), ":key": count.key, ":version": version,
    };
    if tx.execute(sql, params)? == 0 {
        return Err(Error::Stale);
    }
    tx.audit_with("job_count.changed", Object::new("job_count", id), "day workers basis resource")
}

/// Writes a position down.
pub fn add(tx: &Tx<'_>, viewer: &Viewer, id: &JobCountId, work: &Work) -> Result<()> {
    let count = find_for(tx, viewer, id)?;
    refuse_undone(&count)?;
    refuse_too_many(described(tx, count.key)? + work.heads, count.facts.workers)?;
    insert(tx, count.key, work)?;
    tx.audit("job_position.recorded", Object::new("job_count", id))
}

fn insert(tx: &Tx<'_>, count: i64, work: &Work) -> Result<()> {
    let id: JobPositionId = tx.fresh_id()?;
    let sql = "
        INSERT INTO job_position (public_id, snapshot_id, title, heads, term, weekly_minutes, season_weeks, wage_cents, has_health,
                                  has_leave, has_retirement, degree, advertised, created_at)
        VALUES (:id, :count, :title, :heads, :term, :minutes, :weeks, :wage, :health, :leave, :retirement, :degree, :advertised, :at)";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":id": id,
        ":count": count,
        ":title": work.title,
        ":heads": work.heads,
        ":term": work.term,
        ":minutes": work.weekly_minutes,
        ":weeks": work.season_weeks,
        ":wage": work.wage_cents,
        ":health": work.has_health,
        ":leave": work.has_leave,
        ":retirement": work.has_retirement,
        ":degree": work.degree,
        ":advertised": work.advertised,
        ":at": tx.at(),
    })?;
    Ok(())
}

/// Takes over the positions of the count before, where this one has none yet. A second time changes nothing.
pub fn take_over(tx: &Tx<'_>, viewer: &Viewer, id: &JobCountId) -> Result<()> {
    let count = find_for(tx, viewer, id)?;
    refuse_undone(&count)?;
    if described(tx, count.key)? > 0 {
        return Ok(());
    }
    let before = before(tx, &count)?.ok_or_else(|| Error::Rejected("No count before this one has positions.".to_owned()))?;
    let taken = positions(tx, before.key)?;
    refuse_too_many(taken.iter().map(|position| position.work.heads).sum(), count.facts.workers)?;
    for position in taken {
        insert(tx, count.key, &position.work)?;
    }
    tx.audit("job_position.taken_over", Object::new("job_count", id))
}

/// Changes a position.
pub fn change_position(tx: &Tx<'_>, viewer: &Viewer, id: &JobPositionId, version: i64, work: &Work) -> Result<()> {
    let (count, position) = find_position(tx, viewer, id)?;
    refuse_undone(&count)?;
    refuse_too_many(described(tx, count.key)? - position.work.heads + work.heads, count.facts.workers)?;
    let sql = "
        UPDATE job_position
        SET title = :title, heads = :heads, term = :term, weekly_minutes = :minutes, season_weeks = :weeks, wage_cents = :wage,
            has_health = :health, has_leave = :leave, has_retirement = :retirement, degree = :degree, advertised = :advertised,
            version = version + 1
        WHERE id = :key
          AND version = :version";
    let params = named_params! {
        ":title": work.title, ":heads": work.heads, ":term": work.term, ":minutes": work.weekly_minutes, ":weeks": work.season_weeks,
        ":wage": work.wage_cents, ":health": work.has_health, ":leave": work.has_leave, ":retirement": work.has_retirement,
        ":degree": work.degree, ":advertised": work.advertised, ":key": position.key, ":version": version,
    };
    if tx.execute(sql, params)? == 0 {
        return Err(Error::Stale);
    }
    tx.audit("job_position.changed", Object::new("job_count", &count.id))
}

/// Strikes a position out.
pub fn remove(tx: &Tx<'_>, viewer: &Viewer, id: &JobPositionId, version: i64) -> Result<JobCountId> {
    let (count, position) = find_position(tx, viewer, id)?;
    refuse_undone(&count)?;
    if tx.execute("DELETE FROM job_position WHERE id = ?1 AND version = ?2", (position.key, version))? == 0 {
        return Err(Error::Stale);
    }
    tx.audit("job_position.removed", Object::new("job_count", &count.id))?;
    Ok(count.id)
}

/// True where the viewer may take a count back: whoever wrote it down within a day, a manager of the program always.
pub fn may_undo(viewer: &Viewer, count: &Count, now: crate::values::Instant) -> bool {
    let is_authors = count.author.0 == viewer.key && now.millis() - count.created_at.millis() < OPEN_MS;
    count.undone_at.is_none() && (is_authors || viewer.manages(count.program))
}

/// Takes a count back: the number of workers is the one that was told before it. A second time changes nothing.
pub fn undo(tx: &Tx<'_>, viewer: &Viewer, id: &JobCountId, version: i64) -> Result<()> {
    let count = find_for(tx, viewer, id)?;
    if count.undone_at.is_some() {
        return Ok(());
    }
    if !may_undo(viewer, &count, tx.at()) {
        let words = format!(
            "Only {} can take this back, and only for 24 hours after saving it; after that a manager of the program can.",
            count.author.1
        );
        return Err(Error::Rejected(words));
    }
    let sql = "UPDATE job_snapshot SET undone_at = :at, version = version + 1 WHERE id = :key AND version = :version";
    if tx.execute(sql, named_params! { ":at": tx.at(), ":key": count.key, ":version": version })? == 0 {
        return Err(Error::Stale);
    }
    tx.audit("job_count.undone", Object::new("job_count", id))
}
