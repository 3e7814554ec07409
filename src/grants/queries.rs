//! Grants in SQL. Found through the viewer: another program's grant looks exactly like none.

use super::{Aim, Due, Facts, Goal, Grant, Soon, Spent, Standing, pace};
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::measures::{self, Filter};
use crate::store::{Object, Tx};
use crate::values::{Cents, Day, GrantDueId, GrantGoalId, GrantId, ListedMeasure, Zone};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

/// The most goals of one grant, and the most that is due for it.
const MOST: i64 = 60;

const GRANT: &str = "
    SELECT program_grant.id, program_grant.public_id, program_grant.program_id, program.name AS program_name, program_grant.name,
           program_grant.number, program_grant.funding_source_id, funding_source.name AS source_name, program_grant.from_on,
           program_grant.to_on, program_grant.budget_cents, program_grant.match_cents, program_grant.words, program_grant.account_id,
           account.name AS author, program_grant.undone_at, program_grant.version,
           (SELECT count(*) FROM grant_goal WHERE grant_goal.grant_id = program_grant.id) AS goals,
           (SELECT min(due_on) FROM grant_due WHERE grant_due.grant_id = program_grant.id AND grant_due.done_on IS NULL) AS next_due
    FROM program_grant
    JOIN program ON program.id = program_grant.program_id
    JOIN account ON account.id = program_grant.account_id
    LEFT JOIN funding_source ON funding_source.id = program_grant.funding_source_id";

/// Programs the viewer manages.
const MINE: &str = "program_grant.program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer AND role = 'manager')";

fn read(row: &Row<'_>) -> rusqlite::Result<Grant> {
    let cents = |name: &str| row.get::<_, Option<i64>>(name).map(|cents| cents.map(Cents::new));
    Ok(Grant {
        key: row.get("id")?,
        id: row.get("public_id")?,
        program: (row.get("program_id")?, row.get("program_name")?),
        facts: Facts {
            name: row.get("name")?,
            number: row.get("number")?,
            source: row.get("funding_source_id")?,
            from_on: row.get("from_on")?,
            to_on: row.get("to_on")?,
            budget: cents("budget_cents")?,
            matching: cents("match_cents")?,
            words: row.get("words")?,
        },
        source: row.get("source_name")?,
        author: (row.get("account_id")?, row.get("author")?),
        undone_at: row.get("undone_at")?,
        version: row.get("version")?,
        goals: row.get("goals")?,
        next_due: row.get("next_due")?,
    })
}

/// The grants of the programs the viewer manages, those that run the longest first, and one more row where there is another page.
pub fn list_for(conn: &Connection, viewer: &Viewer, (skip, limit): (i64, i64)) -> Result<Vec<Grant>> {
    let sql = format!(
        "{GRANT}
         WHERE program_grant.undone_at IS NULL AND {MINE}
         ORDER BY program_grant.to_on DESC, program_grant.id DESC
         LIMIT :limit OFFSET :skip"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map(named_params! { ":viewer": viewer.key, ":limit": limit, ":skip": skip }, read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A grant of a program the viewer manages.
pub fn find_for(conn: &Connection, viewer: &Viewer, id: &GrantId) -> Result<Grant> {
    let sql = format!("{GRANT} WHERE program_grant.public_id = :id AND {MINE}");
    conn.prepare_cached(&sql)?.query_row(named_params! { ":id": id, ":viewer": viewer.key }, read).optional()?.ok_or(Error::NotFound)
}

/// Writes a grant down.
pub fn write(tx: &Tx<'_>, viewer: &Viewer, program: i64, facts: &Facts) -> Result<GrantId> {
    if !viewer.manages(program) {
        return Err(Error::NotFound);
    }
    let id: GrantId = tx.fresh_id()?;
    let sql = "
        INSERT INTO program_grant (public_id, program_id, account_id, name, number, funding_source_id, from_on, to_on, budget_cents, match_cents, words, created_at)
        VALUES (:id, :program, :account, :name, :number, :source, :from, :to, :budget, :match, :words, :at)";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":id": id,
        ":program": program,
        ":account": viewer.key,
        ":name": facts.name,
        ":number": facts.number,
        ":source": facts.source,
        ":from": facts.from_on,
        ":to": facts.to_on,
        ":budget": facts.budget.map(Cents::cents),
        ":match": facts.matching.map(Cents::cents),
        ":words": facts.words,
        ":at": tx.at(),
    })?;
    tx.audit("grant.recorded", Object::new("grant", &id))?;
    Ok(id)
}

fn refuse_undone(grant: &Grant) -> Result<()> {
    match grant.undone_at {
        Some(_) => Err(Error::Rejected("This grant was taken back.".to_owned())),
        None => Ok(()),
    }
}

/// Changes a grant. A goal that is told by the funder needs one.
pub fn change(tx: &Tx<'_>, viewer: &Viewer, id: &GrantId, version: i64, facts: &Facts) -> Result<()> {
    let grant = find_for(tx, viewer, id)?;
    refuse_undone(&grant)?;
    let sql = "SELECT EXISTS (SELECT 1 FROM grant_goal WHERE grant_id = ?1 AND is_of_source = 1)";
    if facts.source.is_none() && tx.query_row(sql, [grant.key], |row| row.get::<_, bool>(0))? {
        return Err(Error::Rejected(
            "A goal of this grant counts only what its funder paid. Say who pays, or strike that goal out first.".to_owned(),
        ));
    }
    let sql = "
        UPDATE program_grant
        SET name = :name, number = :number, funding_source_id = :source, from_on = :from, to_on = :to, budget_cents = :budget,
            match_cents = :match, words = :words, version = version + 1
        WHERE id = :key
          AND version = :version";
    let params = named_params! {
        ":name": facts.name, ":number": facts.number, ":source": facts.source, ":from": facts.from_on, ":to": facts.to_on,
        ":budget": facts.budget.map(Cents::cents), ":match": facts.matching.map(Cents::cents), ":words": facts.words, ":key": grant.key,
        ":version": version,
    };
    if tx.execute(sql, params)? == 0 {
        return Err(Error::Stale);
    }
    tx.audit_with("grant.changed", Object::new("grant", id), "name number source days budget match words")
}

/// Takes a grant back. A second time changes nothing.
pub fn undo(tx: &Tx<'_>, viewer: &Viewer, id: &GrantId, version: i64) -> Result<()> {
    let grant = find_for(tx, viewer, id)?;
    if grant.undone_at.is_some() {
        return Ok(());
    }
    let sql = "UPDATE program_grant SET undone_at = ?1, version = version + 1 WHERE id = ?2 AND version = ?3";
    if tx.execute(sql, (tx.at(), grant.key, version))? == 0 {
        return Err(Error::Stale);
    }
    tx.audit("grant.undone", Object::new("grant", id))
}

/// The goals of a grant, in the order they were set.
pub fn goals(conn: &Connection, grant: &Grant) -> Result<Vec<Goal>> {
    let sql = "SELECT id, public_id, measure, kind, place, is_of_source, target, version FROM grant_goal WHERE grant_id = ?1 ORDER BY id";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map([grant.key], |row| {
        Ok(Goal {
            key: row.get("id")?,
            id: row.get("public_id")?,
            aim: Aim {
                measure: row.get("measure")?,
                kind: row.get("kind")?,
                place: row.get("place")?,
                is_of_source: row.get("is_of_source")?,
                target: row.get("target")?,
            },
            version: row.get("version")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The goals with how far each is, counted now.
pub fn standings(conn: &Connection, grant: &Grant, today: Day, zone: &Zone) -> Result<Vec<Standing>> {
    let days = (grant.facts.from_on, grant.facts.to_on);
    let standing = |goal: Goal| {
        let actual = measures::queries::value(conn, goal.aim.measure, &filter(grant, &goal.aim), zone)?;
        let pace = pace(actual, goal.aim.target, days, today);
        Ok(Standing { goal, actual, pace })
    };
    goals(conn, grant)?.into_iter().map(standing).collect()
}

fn filter(grant: &Grant, aim: &Aim) -> Filter {
    Filter {
        program: grant.program.0,
        first: grant.facts.from_on,
        last: grant.facts.to_on,
        kind: aim.kind.clone(),
        place: aim.place.clone(),
        source: grant.facts.source.filter(|_| aim.is_of_source),
    }
}

/// What this grant's funder paid in its days; nothing where nobody said who pays.
pub fn spent(conn: &Connection, grant: &Grant, zone: &Zone) -> Result<Option<Spent>> {
    let Some(source) = grant.facts.source else { return Ok(None) };
    let all = Filter {
        program: grant.program.0,
        first: grant.facts.from_on,
        last: grant.facts.to_on,
        kind: None,
        place: None,
        source: Some(source),
    };
    let value = |measure| measures::queries::value(conn, measure, &all, zone);
    Ok(Some(Spent {
        awarded_cents: value(ListedMeasure::DollarsAwarded)?,
        delivered_cents: value(ListedMeasure::DollarsDelivered)?,
        minutes: value(ListedMeasure::ContactTime)?,
    }))
}

fn refuse_too_many(tx: &Tx<'_>, sql: &str, grant: &Grant) -> Result<()> {
    let here: i64 = tx.query_row(sql, [grant.key], |row| row.get(0))?;
    if here < MOST {
        return Ok(());
    }
    Err(Error::Rejected(format!("This grant has {MOST} of them, and no more are kept. Strike one out first.")))
}

/// Sets a goal.
pub fn set_goal(tx: &Tx<'_>, viewer: &Viewer, id: &GrantId, aim: &Aim) -> Result<()> {
    let grant = find_for(tx, viewer, id)?;
    refuse_undone(&grant)?;
    refuse_too_many(tx, "SELECT count(*) FROM grant_goal WHERE grant_id = ?1", &grant)?;
    let goal: GrantGoalId = tx.fresh_id()?;
    let sql = "
        INSERT INTO grant_goal (public_id, grant_id, measure, kind, place, is_of_source, target, created_at)
        VALUES (:id, :grant, :measure, :kind, :place, :of_source, :target, :at)";
    tx.execute(
        sql,
        named_params! {
            ":id": goal, ":grant": grant.key, ":measure": aim.measure, ":kind": aim.kind, ":place": aim.place,
            ":of_source": aim.is_of_source, ":target": aim.target, ":at": tx.at(),
        },
    )?;
    tx.audit("grant.goal_set", Object::new("grant", id))
}

/// Row key of the grant, and its address, that a goal or something due belongs to, of a program the viewer manages.
fn grant_of(conn: &Connection, viewer: &Viewer, sql: &str, id: &str) -> Result<Grant> {
    let sql = format!("{GRANT} WHERE program_grant.id = ({sql}) AND {MINE}");
    conn.prepare_cached(&sql)?.query_row(named_params! { ":id": id, ":viewer": viewer.key }, read).optional()?.ok_or(Error::NotFound)
}

/// Strikes a goal out. Gives the address of its grant.
pub fn remove_goal(tx: &Tx<'_>, viewer: &Viewer, id: &GrantGoalId, version: i64) -> Result<GrantId> {
    let grant = grant_of(tx, viewer, "SELECT grant_id FROM grant_goal WHERE public_id = :id", id.as_str())?;
    refuse_undone(&grant)?;
    if tx.execute("DELETE FROM grant_goal WHERE public_id = ?1 AND version = ?2", (id, version))? == 0 {
        return Err(Error::Stale);
    }
    tx.audit("grant.goal_removed", Object::new("grant", &grant.id))?;
    Ok(grant.id)
}

/// What is to be handed in, the first first.
pub fn dues(conn: &Connection, grant: &Grant) -> Result<Vec<Due>> {
    let sql = "
        SELECT grant_due.id, grant_due.public_id, grant_due.what, grant_due.due_on, grant_due.done_on, account.name AS done_by,
               grant_due.version
        FROM grant_due
        LEFT JOIN account ON account.id = grant_due.done_by
        WHERE grant_due.grant_id = ?1
        ORDER BY grant_due.due_on, grant_due.id";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map([grant.key], |row| {
        let (on, by): (Option<Day>, Option<String>) = (row.get("done_on")?, row.get("done_by")?);
        Ok(Due {
            key: row.get("id")?,
            id: row.get("public_id")?,
            what: row.get("what")?,
            due_on: row.get("due_on")?,
            done: on.map(|on| (on, by.unwrap_or_default())),
            version: row.get("version")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Writes down what is to be handed in.
pub fn add_due(tx: &Tx<'_>, viewer: &Viewer, id: &GrantId, what: &str, due_on: Day) -> Result<()> {
    let grant = find_for(tx, viewer, id)?;
    refuse_undone(&grant)?;
    refuse_too_many(tx, "SELECT count(*) FROM grant_due WHERE grant_id = ?1", &grant)?;
    let due: GrantDueId = tx.fresh_id()?;
    let sql = "INSERT INTO grant_due (public_id, grant_id, what, due_on, created_at) VALUES (?1, ?2, ?3, ?4, ?5)";
    tx.execute(sql, (&due, grant.key, what, due_on, tx.at()))?;
    tx.audit("grant.due_added", Object::new("grant", id))
}

/// It was handed in, or it was not after all. Gives the address of its grant.
pub fn settle_due(tx: &Tx<'_>, viewer: &Viewer, id: &GrantDueId, version: i64, is_done: bool) -> Result<GrantId> {
    let grant = grant_of(tx, viewer, "SELECT grant_id FROM grant_due WHERE public_id = :id", id.as_str())?;
    refuse_undone(&grant)?;
    let sql = "
        UPDATE grant_due
        SET done_on = :on, done_by = :by, version = version + 1
        WHERE public_id = :id
          AND version = :version";
    let params = named_params! {
        ":on": is_done.then(|| tx.today()), ":by": is_done.then_some(viewer.key), ":id": id, ":version": version,
    };
    if tx.execute(sql, params)? == 0 {
        return Err(Error::Stale);
    }
    tx.audit(if is_done { "grant.due_done" } else { "grant.due_reopened" }, Object::new("grant", &grant.id))?;
    Ok(grant.id)
}

/// What is to be handed in until a day for the programs the viewer manages, what is late too.
pub fn due_until(conn: &Connection, viewer: &Viewer, until: Day, limit: i64) -> Result<Vec<Soon>> {
    let sql = format!(
        "SELECT program_grant.public_id, program_grant.name, grant_due.what, grant_due.due_on
         FROM grant_due
         JOIN program_grant ON program_grant.id = grant_due.grant_id
         WHERE grant_due.done_on IS NULL
           AND grant_due.due_on <= :until
           AND program_grant.undone_at IS NULL
           AND {MINE}
         ORDER BY grant_due.due_on
         LIMIT :limit"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map(named_params! { ":viewer": viewer.key, ":until": until, ":limit": limit }, |row| {
        Ok(Soon { grant: row.get("public_id")?, name: row.get("name")?, what: row.get("what")?, due_on: row.get("due_on")? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
