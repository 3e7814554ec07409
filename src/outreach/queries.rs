//! Outreach in SQL. Found through the viewer: another program's looks exactly like none.

use super::{Came, Days, Facts, Funnel, OPEN_MS, Outreach};
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::people::Client;
use crate::store::{Object, Tx};
use crate::values::{ClientId, OutreachId, OutreachKind, Vocabulary};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

const OUTREACH: &str = "
    SELECT outreach.id, outreach.public_id, outreach.program_id, program.name AS program_name, outreach.account_id,
           account.name AS author, outreach.kind, outreach.title, outreach.on_day, outreach.place, outreach.community_group,
           outreach.language, outreach.reached, outreach.contacts, outreach.undone_at, outreach.version, outreach.created_at,
           (SELECT count(*) FROM outreach_client WHERE outreach_client.outreach_id = outreach.id) AS enrolled
    FROM outreach
    JOIN program ON program.id = outreach.program_id
    JOIN account ON account.id = outreach.account_id";

const MINE: &str = "outreach.program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)";
const COUNTS: &str = "
    outreach.undone_at IS NULL
    AND (:from IS NULL OR outreach.on_day >= :from)
    AND (:to IS NULL OR outreach.on_day <= :to)";

fn read(row: &Row<'_>) -> rusqlite::Result<Outreach> {
    Ok(Outreach {
        key: row.get("id")?,
        id: row.get("public_id")?,
        program: (row.get("program_id")?, row.get("program_name")?),
        author: (row.get("account_id")?, row.get("author")?),
        facts: Facts {
            kind: row.get("kind")?,
            title: row.get("title")?,
            on: row.get("on_day")?,
            place: row.get("place")?,
            community_group: row.get("community_group")?,
            language: row.get("language")?,
            reached: row.get("reached")?,
            contacts: row.get("contacts")?,
        },
        enrolled: row.get("enrolled")?,
        undone_at: row.get("undone_at")?,
        version: row.get("version")?,
        created_at: row.get("created_at")?,
    })
}

/// Outreach of a program the viewer works in.
pub fn find_for(conn: &Connection, viewer: &Viewer, id: &OutreachId) -> Result<Outreach> {
    let sql = format!("{OUTREACH} WHERE outreach.public_id = :id AND {MINE}");
    conn.prepare_cached(&sql)?.query_row(named_params! { ":id": id, ":viewer": viewer.key }, read).optional()?.ok_or(Error::NotFound)
}

/// Outreach of the viewer's programs in some days, the latest first.
pub fn list_for(conn: &Connection, viewer: &Viewer, days: Days, limit: i64, skip: i64) -> Result<Vec<Outreach>> {
    let sql = format!("{OUTREACH} WHERE {MINE} AND {COUNTS} ORDER BY outreach.on_day DESC, outreach.id DESC LIMIT :limit OFFSET :skip");
    let mut statement = conn.prepare_cached(&sql)?;
    let params = named_params! { ":viewer": viewer.key, ":from": days.from, ":to": days.to, ":limit": limit, ":skip": skip };
    let found = statement.query_map(params, read)?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// From people met to clients, in the viewer's programs and some days: by kind, in the order of the list; and by place, where most became
/// clients first.
pub fn funnels(conn: &Connection, viewer: &Viewer, days: Days) -> Result<(Vec<Funnel>, Vec<Funnel>)> {
    let by = |column: &str| -> Result<Vec<Funnel>> {
        let sql = format!(
            "SELECT outreach.{column} AS whose, count(*) AS times, sum(reached) AS reached, sum(contacts) AS contacts,
                    sum((SELECT count(*) FROM outreach_client WHERE outreach_client.outreach_id = outreach.id)) AS enrolled
             FROM outreach
             WHERE {MINE} AND {COUNTS}
             GROUP BY outreach.{column}
             ORDER BY enrolled DESC, contacts DESC, whose"
        );
        let mut statement = conn.prepare_cached(&sql)?;
        let params = named_params! { ":viewer": viewer.key, ":from": days.from, ":to": days.to };
        let found = statement.query_map(params, |row| {
            Ok(Funnel {
                whose: row.get("whose")?,
                times: row.get("times")?,
                reached: row.get("reached")?,
                contacts: row.get("contacts")?,
                enrolled: row.get("enrolled")?,
            })
        })?;
        Ok(found.collect::<rusqlite::Result<_>>()?)
    };
    let kinds = by("kind")?.into_iter().map(|one| {
        let whose = OutreachKind::parse(&one.whose).map_or(one.whose.clone(), |kind| kind.label().to_owned());
        Funnel { whose, ..one }
    });
    Ok((kinds.collect(), by("place")?))
}

/// Places that outreach of the viewer's programs was in, to choose from.
pub fn places(conn: &Connection, viewer: &Viewer) -> Result<Vec<String>> {
    let sql = format!("SELECT DISTINCT place FROM outreach WHERE {MINE} AND undone_at IS NULL ORDER BY place LIMIT 200");
    let mut statement = conn.prepare_cached(&sql)?;
    let places = statement.query_map(named_params! { ":viewer": viewer.key }, |row| row.get(0))?;
    Ok(places.collect::<rusqlite::Result<_>>()?)
}

/// Writes outreach down.
pub fn write(tx: &Tx<'_>, viewer: &Viewer, program: i64, facts: &Facts) -> Result<OutreachId> {
    if !viewer.works_in(program) {
        return Err(Error::NotFound);
    }
    let id: OutreachId = tx.fresh_id()?;
    let sql = "
        INSERT INTO outreach (public_id, program_id, account_id, kind, title, on_day, place, community_group, language, reached, contacts,
                              created_at)
        VALUES (:id, :program, :account, :kind, :title, :on, :place, :group, :language, :reached, :contacts, :at)";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":id": id,
        ":program": program,
        ":account": viewer.key,
        ":kind": facts.kind,
        ":title": facts.title,
        ":on": facts.on,
        ":place": facts.place,
        ":group": facts.community_group,
        ":language": facts.language,
        ":reached": facts.reached,
        ":contacts": facts.contacts,
        ":at": tx.at(),
    })?;
    tx.audit("outreach.written", Object::new("outreach", &id))?;
    Ok(id)
}

/// Changes what is known of it. Who came of it stays.
pub fn change(tx: &Tx<'_>, viewer: &Viewer, id: &OutreachId, version: i64, facts: &Facts) -> Result<()> {
    let outreach = find_for(tx, viewer, id)?;
    refuse_undone(&outreach)?;
    let sql = "
        UPDATE outreach
        SET kind = :kind, title = :title, on_day = :on, place = :place, community_group = :group, language = :language,
            reached = :reached, contacts = :contacts, version = version + 1
        WHERE id = :key
          AND version = :version";
    let changed = tx.execute(
        sql,
        named_params! {
            ":kind": facts.kind,
            ":title": facts.title,
            ":on": facts.on,
            ":place": facts.place,
            ":group": facts.community_group,
            ":language": facts.language,
            ":reached": facts.reached,
            ":contacts": facts.contacts,
            ":key": outreach.key,
            ":version": version,
        },
    )?;
    if changed == 0 {
        return Err(Error::Stale);
    }
    tx.audit_with("outreach.changed", Object::new("outreach", id), "what when where how many")
}

fn refuse_undone(outreach: &Outreach) -> Result<()> {
    if outreach.undone_at.is_some() { Err(Error::Rejected("This outreach was taken back.".to_owned())) } else { Ok(()) }
}

/// Takes it back. A second time changes nothing.
pub fn undo(tx: &Tx<'_>, viewer: &Viewer, id: &OutreachId, version: i64) -> Result<()> {
    let outreach = find_for(tx, viewer, id)?;
    if outreach.undone_at.is_some() {
        return Ok(());
    }
    if outreach.author.0 != viewer.key || tx.at().millis() - outreach.created_at.millis() >= OPEN_MS {
        let words =
            format!("Only {} can take this back, for 24 hours after writing it down. Change what is wrong instead.", outreach.author.1);
        return Err(Error::Rejected(words));
    }
    tx.execute("DELETE FROM outreach_client WHERE outreach_id = ?1", [outreach.key])?;
    let sql = "UPDATE outreach SET undone_at = :at, version = version + 1 WHERE id = :key AND version = :version";
    if tx.execute(sql, named_params! { ":at": tx.at(), ":key": outreach.key, ":version": version })? == 0 {
        return Err(Error::Stale);
    }
    tx.audit("outreach.undone", Object::new("outreach", id))
}

/// Clients who came of it, the latest first.
pub fn came(conn: &Connection, outreach: &Outreach, limit: i64, skip: i64) -> Result<Vec<Came>> {
    let sql = "
        SELECT business.public_id, business.number, business.name, enrollment.from_on
        FROM outreach_client
        JOIN business ON business.id = outreach_client.business_id
        JOIN enrollment ON enrollment.business_id = business.id
        WHERE outreach_client.outreach_id = :outreach
          AND enrollment.program_id = :program
        ORDER BY enrollment.from_on DESC, business.number DESC
        LIMIT :limit OFFSET :skip";
    let mut statement = conn.prepare_cached(sql)?;
    let params = named_params! { ":outreach": outreach.key, ":program": outreach.program.0, ":limit": limit, ":skip": skip };
    let came = statement.query_map(params, |row| {
        Ok(Came { id: row.get("public_id")?, number: row.get("number")?, name: row.get("name")?, enrolled_on: row.get("from_on")? })
    })?;
    Ok(came.collect::<rusqlite::Result<_>>()?)
}

/// A client came of it. Whoever calls has found the client through the viewer. Of another outreach before: it is moved.
pub fn put_client(tx: &Tx<'_>, viewer: &Viewer, id: &OutreachId, client: &Client) -> Result<()> {
    let outreach = find_for(tx, viewer, id)?;
    refuse_undone(&outreach)?;
    if client.program != outreach.program.0 {
        return Err(Error::Rejected(format!("{} is a client of another program than the one this outreach was for.", client.name)));
    }
    if client.enrolled_on < outreach.facts.on {
        return Err(Error::Rejected(format!(
            "{} was a client since {} already, before this outreach on {}.",
            client.name, client.enrolled_on, outreach.facts.on
        )));
    }
    let sql = "
        INSERT INTO outreach_client (outreach_id, business_id)
        VALUES (:outreach, :business)
        ON CONFLICT (business_id) DO UPDATE SET outreach_id = excluded.outreach_id";
    tx.execute(sql, named_params! { ":outreach": outreach.key, ":business": client.key })?;
    tx.audit("outreach.client_put", Object::new("outreach", id))
}

/// A client did not come of it after all. A second time changes nothing.
pub fn remove_client(tx: &Tx<'_>, viewer: &Viewer, id: &OutreachId, client: &ClientId) -> Result<()> {
    let outreach = find_for(tx, viewer, id)?;
    let sql = "
        DELETE FROM outreach_client
        WHERE outreach_id = :outreach
          AND business_id = (SELECT id FROM business WHERE public_id = :client)";
    if tx.execute(sql, named_params! { ":outreach": outreach.key, ":client": client })? == 0 {
        return Ok(());
    }
    tx.audit("outreach.client_removed", Object::new("outreach", id))
}
