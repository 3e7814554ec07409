//! Services in SQL. Found through the viewer: another program's service looks exactly like no service.

use super::{Given, NewService, Noted, Recent, Service, USUAL_MINUTES, Waiting, Whom, Whose, dates};
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::people::Client;
use crate::programs;
use crate::store::{Object, Tx};
use crate::values::{Channel, ClientId, Day, ServiceId, ServiceKind, Telephone};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

mod attempts;
mod filing;
mod follow_ups;
mod notes;
pub use attempts::*;
pub use filing::{choices, filed_days, people_at};
pub use follow_ups::*;
pub use notes::*;

/// Every column of a service, as the viewer may read it.
fn service(rest: &str) -> String {
    format!("{SERVICE}, {} {FROM} {rest}", filing::FILED)
}

const SERVICE: &str = "
    SELECT service.id, service.public_id, service.program_id, service.business_id, business.public_id AS client_id,
           business.name AS client_name, service.caller_name, service.caller_telephone, service.account_id,
           CASE WHEN service.advisor_typed IS NULL THEN account.name
                ELSE service.advisor_typed || ' (brought in by ' || account.name || ')' END AS author, service.served_on, service.kind, service.channel, service.minutes, service.undone_at,
           CASE WHEN service.note_level = 'team' OR service.account_id = :viewer THEN service.note END AS note,
           service.note_level, service.note_until_on, service.note_until_why, service.version, service.created_at";

const FROM: &str = "
    FROM service
    JOIN account ON account.id = service.account_id
    LEFT JOIN business ON business.id = service.business_id";

const MINE: &str = "service.program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)";

fn read(row: &Row<'_>) -> rusqlite::Result<Service> {
    let business: Option<i64> = row.get("business_id")?;
    let id: Option<ClientId> = row.get("client_id")?;
    let name: Option<String> = row.get("client_name")?;
    Ok(Service {
        key: row.get("id")?,
        id: row.get("public_id")?,
        program: row.get("program_id")?,
        client: business.zip(id).zip(name).map(|((key, id), name)| (key, id, name)),
        caller_name: row.get("caller_name")?,
        caller_telephone: row.get("caller_telephone")?,
        author: (row.get("account_id")?, row.get("author")?),
        served_on: row.get("served_on")?,
        kind: row.get("kind")?,
        channel: row.get("channel")?,
        minutes: row.get("minutes")?,
        filed: filing::read(row)?,
        is_late: row.get("is_late")?,
        filed_with: row.get("filed_with")?,
        note: row.get::<_, Option<String>>("note")?.map(|body| noted(row, body)).transpose()?,
        undone_at: row.get("undone_at")?,
        version: row.get("version")?,
        created_at: row.get("created_at")?,
    })
}

fn noted(row: &Row<'_>, body: String) -> rusqlite::Result<Noted> {
    Ok(Noted { body, level: row.get("note_level")?, until_on: row.get("note_until_on")?, until_why: row.get("note_until_why")? })
}

/// A service of a program the viewer works in.
pub fn find_for(conn: &Connection, viewer: &Viewer, id: &ServiceId) -> Result<Service> {
    let sql = service(&format!("WHERE service.public_id = :id AND {MINE}"));
    conn.prepare_cached(&sql)?.query_row(named_params! { ":id": id, ":viewer": viewer.key }, read).optional()?.ok_or(Error::NotFound)
}

/// Logs a service, and the follow-up that goes with it. Gives its row key and address.
pub fn log(tx: &Tx<'_>, viewer: &Viewer, new: NewService) -> Result<(i64, ServiceId)> {
    if !viewer.works_in(new.program) {
        return Err(Error::NotFound);
    }
    let origin = Origin { program: new.program, account: viewer.key, import: None, advisor_typed: None };
    let (key, id, is_late) = insert(tx, &origin, &new.whom, &new.given)?;
    let late = if is_late { "late entry" } else { "" };
    tx.audit_with("service.logged", Object::new("service", &id), late)?;
    if let (Some(promise), Whom::Client(business)) = (new.follow_up, new.whom) {
        let follow_up = super::NewFollowUp { program: new.program, business, service: Some(key), account: viewer.key, promise };
        add_follow_up(tx, &follow_up)?;
    }
    Ok((key, id))
}

/// Under which program a service stands, whose it is, and which file brought it.
#[derive(Debug, Clone, Copy)]
pub struct Origin<'o> {
    /// Program, by row key.
    pub program: i64,
    /// Account, by row key.
    pub account: i64,
    /// The import, by row key.
    pub import: Option<i64>,
    /// Who gave it, as the file has it, where that is no account.
    pub advisor_typed: Option<&'o str>,
}

/// Writes a service down that a file brought. Whoever calls audits it.
pub fn bring(tx: &Tx<'_>, origin: &Origin<'_>, business: i64, given: &Given) -> Result<()> {
    insert(tx, origin, &Whom::Client(business), given).map(drop)
}

/// Row key and address of a new service, and whether it is late.
fn insert(tx: &Tx<'_>, origin: &Origin<'_>, whom: &Whom, given: &Given) -> Result<(i64, ServiceId, bool)> {
    let id: ServiceId = tx.fresh_id()?;
    let (business, caller, telephone) = match whom {
        Whom::Client(business) => (Some(*business), None, None),
        Whom::Caller(name, telephone) => (None, Some(name.as_str()), telephone.as_ref().map(Telephone::as_str)),
    };
    let filed = filing::settle(tx, origin.program, business, given, tx.today())?;
    let is_late = dates::is_late(given.served_on, tx.today());
    let sql = "
        INSERT INTO service (public_id, program_id, business_id, caller_name, caller_telephone, account_id, served_on, kind,
                             channel, minutes, note, note_level, note_until_on, session_type, topic, is_late, created_at, import_id,
                             advisor_typed)
        VALUES (:id, :program, :business, :caller, :telephone, :account, :on, :kind, :channel, :minutes, :note, :level, :until,
                :type, :topic, :late, :at, :import, :advisor)";
    let until = given.note.as_ref().map(|_| programs::queries::note_until(tx, origin.program, tx.today())).transpose()?;
    tx.prepare_cached(sql)?.execute(named_params! {
        ":id": id,
        ":program": origin.program,
        ":business": business,
        ":caller": caller,
        ":telephone": telephone,
        ":account": origin.account,
        ":on": given.served_on,
        ":kind": given.kind,
        ":channel": given.channel,
        ":minutes": given.minutes.minutes(),
        ":note": given.note,
        ":level": given.level,
        ":until": until,
        ":type": filed.session_type,
        ":topic": filed.topic,
        ":late": is_late,
        ":at": tx.at(),
        ":import": origin.import,
        ":advisor": origin.advisor_typed,
    })?;
    let key = tx.last_insert_rowid();
    filing::file(tx, key, business, given, &filed)?;
    Ok((key, id, is_late))
}

/// Takes a service back, with the follow-up it called for. A second time changes nothing.
pub fn undo(tx: &Tx<'_>, viewer: &Viewer, id: &ServiceId, version: i64) -> Result<Service> {
    let service = find_for(tx, viewer, id)?;
    if service.undone_at.is_some() && service.author.0 == viewer.key {
        return Ok(service);
    }
    refuse_unless_open(tx, viewer, &service)?;
    let sql = "UPDATE service SET undone_at = :at, version = version + 1 WHERE id = :key AND version = :version";
    if tx.execute(sql, named_params! { ":at": tx.at(), ":key": service.key, ":version": version })? == 0 {
        return Err(Error::Stale);
    }
    drop_follow_ups_of(tx, service.key)?;
    tx.audit("service.undone", Object::new("service", id))?;
    Ok(service)
}

/// Changes a service of one's own within a day.
pub fn change(tx: &Tx<'_>, viewer: &Viewer, id: &ServiceId, version: i64, given: &Given) -> Result<Service> {
    let service = find_for(tx, viewer, id)?;
    refuse_unless_open(tx, viewer, &service)?;
    let sql = "
        UPDATE service
        SET kind = :kind, channel = :channel, minutes = :minutes, note = :note, note_level = :level, note_until_on = :until,
            served_on = :on, is_late = :late, version = version + 1
        WHERE id = :key
          AND version = :version";
    let is_late = dates::is_late(given.served_on, tx.today());
    // A day that somebody chose stays; a note that was not there before gets the program's.
    let until = match (&given.note, service.note.as_ref().and_then(|note| note.until_on)) {
        (Some(_), Some(until)) => Some(until),
        (Some(_), None) => Some(programs::queries::note_until(tx, service.program, tx.today())?),
        (None, _) => None,
    };
    let changed = tx.execute(
        sql,
        named_params! {
            ":kind": given.kind,
            ":channel": given.channel,
            ":minutes": given.minutes.minutes(),
            ":note": given.note,
            ":level": given.level,
            ":until": until,
            ":on": given.served_on,
            ":late": is_late,
            ":key": service.key,
            ":version": version,
        },
    )?;
    if changed == 0 {
        return Err(Error::Stale);
    }
    let business = service.client.as_ref().map(|(key, _, _)| *key);
    let filed = filing::settle(tx, service.program, business, given, tx.today())?;
    filing::file(tx, service.key, business, given, &filed)?;
    let fields = "kind channel minutes note note_level served_on, and how it is filed";
    tx.audit_with("service.changed", Object::new("service", id), &format!("{fields}{}", if is_late { ", late entry" } else { "" }))?;
    Ok(service)
}

fn refuse_unless_open(tx: &Tx<'_>, viewer: &Viewer, service: &Service) -> Result<()> {
    if service.is_open_to(viewer, tx.at()) {
        return Ok(());
    }
    let is_fresh = service.is_fresh_to(viewer, tx.at());
    Err(Error::Rejected(if let Some(filing) = service.filed_with.as_ref().filter(|_| is_fresh) {
        format!("What was filed stays as it was: {filing}. Write a new entry that says what was wrong.")
    } else if service.undone_at.is_some() {
        "This service was taken back already.".to_owned()
    } else if service.author.0 == viewer.key {
        "A service can be changed or taken back for 24 hours. This one was logged earlier; write a new entry that says what was wrong."
            .to_owned()
    } else {
        format!("Only {}, who logged this service, can change it.", service.author.1)
    }))
}

/// Attaches a caller's session to a client of the same program. What the caller said stays as it was.
pub fn join(tx: &Tx<'_>, viewer: &Viewer, id: &ServiceId, version: i64, client: &Client) -> Result<Service> {
    let service = find_for(tx, viewer, id)?;
    if service.client.as_ref().is_some_and(|(key, _, _)| *key == client.key) {
        return Ok(service);
    }
    if service.client.is_some() {
        return Err(Error::Rejected(format!("This service is with {} already.", service.whose())));
    }
    if let Some(filing) = &service.filed_with {
        let words = "With a client now, it would be of that time and not in that file. Log anew what was done, for";
        return Err(Error::Rejected(format!("What was filed stays as it was: {filing}. {words} {}.", client.name)));
    }
    if client.program != service.program {
        return Err(Error::Rejected(format!("{} is a client of another program than the one this call was logged in.", client.name)));
    }
    let sql = "UPDATE service SET business_id = :business, version = version + 1 WHERE id = :key AND version = :version";
    if tx.execute(sql, named_params! { ":business": client.key, ":key": service.key, ":version": version })? == 0 {
        return Err(Error::Stale);
    }
    tx.audit("service.joined_to_client", Object::new("service", id))?;
    Ok(service)
}

/// Services of a client in the viewer's programs, newest first.
pub fn list_of_client(conn: &Connection, viewer: &Viewer, business: i64, limit: i64, skip: i64) -> Result<Vec<Service>> {
    let sql = service(&format!(
        "WHERE service.business_id = :business
           AND service.undone_at IS NULL
           AND {MINE}
         ORDER BY service.served_on DESC, service.id DESC
         LIMIT :limit OFFSET :skip"
    ));
    let mut statement = conn.prepare_cached(&sql)?;
    let services =
        statement.query_map(named_params! { ":business": business, ":viewer": viewer.key, ":limit": limit, ":skip": skip }, read)?;
    Ok(services.collect::<rusqlite::Result<_>>()?)
}

/// How many services a client had in the viewer's programs.
pub fn count_of_client(conn: &Connection, viewer: &Viewer, business: i64) -> Result<i64> {
    let sql = format!("SELECT count(*) FROM service WHERE service.business_id = :business AND service.undone_at IS NULL AND {MINE}");
    Ok(conn.prepare_cached(&sql)?.query_row(named_params! { ":business": business, ":viewer": viewer.key }, |row| row.get(0))?)
}

/// Services and minutes of the viewer since Monday.
pub fn week_of(conn: &Connection, viewer: &Viewer, today: Day) -> Result<(i64, i64)> {
    let monday = today.plus_days(-i64::from(today.date().weekday().to_monday_zero_offset()));
    let sql = "
        SELECT count(*), coalesce(sum(minutes), 0)
        FROM service
        WHERE account_id = :viewer
          AND served_on >= :monday
          AND minutes > 0
          AND undone_at IS NULL";
    let params = named_params! { ":viewer": viewer.key, ":monday": monday };
    Ok(conn.prepare_cached(sql)?.query_row(params, |row| Ok((row.get(0)?, row.get(1)?)))?)
}

/// The viewer's most frequent minutes among the last 50 services.
pub fn usual_minutes(conn: &Connection, viewer: &Viewer) -> Result<i64> {
    let sql = "
        SELECT minutes
        FROM (SELECT minutes FROM service WHERE account_id = :viewer AND undone_at IS NULL AND minutes > 0 ORDER BY served_on DESC, id DESC LIMIT 50)
        GROUP BY minutes
        ORDER BY count(*) DESC, minutes
        LIMIT 1";
    let usual = conn.prepare_cached(sql)?.query_row(named_params! { ":viewer": viewer.key }, |row| row.get(0)).optional()?;
    Ok(usual.unwrap_or(USUAL_MINUTES))
}

/// What was given last to a client, and by which way.
pub fn last_given(conn: &Connection, business: i64) -> Result<Option<(ServiceKind, Channel)>> {
    let sql = "
        SELECT kind, channel
        FROM service
        WHERE business_id = :business AND undone_at IS NULL
        ORDER BY served_on DESC, id DESC
        LIMIT 1";
    let params = named_params! { ":business": business };
    Ok(conn.prepare_cached(sql)?.query_row(params, |row| Ok((row.get("kind")?, row.get("channel")?))).optional()?)
}

/// The way used last with a client.
pub fn last_channel(conn: &Connection, business: i64) -> Result<Option<Channel>> {
    Ok(last_given(conn, business)?.map(|(_, channel)| channel))
}

/// Clients the viewer served lately, the latest first.
pub fn recent_clients(conn: &Connection, viewer: &Viewer, limit: i64) -> Result<Vec<Recent>> {
    let sql = "
        SELECT business.public_id, business.name, max(lately.served_on) AS last_on,
               (SELECT trim(person.first_name || ' ' || person.last_name)
                FROM ownership
                JOIN person ON person.id = ownership.person_id
                WHERE ownership.business_id = business.id AND ownership.to_on IS NULL
                ORDER BY ownership.is_contact DESC, ownership.id
                LIMIT 1) AS contact
        FROM (SELECT id, business_id, program_id, served_on
              FROM service
              WHERE account_id = :viewer AND undone_at IS NULL AND business_id IS NOT NULL
              ORDER BY served_on DESC, id DESC
              LIMIT 200) AS lately
        JOIN business ON business.id = lately.business_id
        WHERE lately.program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)
        GROUP BY business.id
        ORDER BY max(lately.served_on) DESC, max(lately.id) DESC
        LIMIT :limit";
    let mut statement = conn.prepare_cached(sql)?;
    let recent = statement.query_map(named_params! { ":viewer": viewer.key, ":limit": limit }, |row| {
        let contact: Option<String> = row.get("contact")?;
        Ok(Recent {
            id: row.get("public_id")?,
            name: row.get("name")?,
            contact: contact.filter(|name| !name.is_empty()),
            last_on: row.get("last_on")?,
        })
    })?;
    Ok(recent.collect::<rusqlite::Result<_>>()?)
}

/// Some of those who wait, how many there are, and how many of them since before `long_ago`.
#[derive(Debug, Clone, Default)]
pub struct WaitingList {
    /// Longest first.
    pub clients: Vec<Waiting>,
    /// All of them.
    pub all: i64,
    /// Those who wait since `long_ago` or longer.
    pub long: i64,
}

/// Clients with no service for the longest time, by days only. Whoever was only prepared for goes on waiting.
pub fn waiting_longest(
    conn: &Connection,
    viewer: &Viewer,
    whose: Whose,
    long_ago: Day,
    after: Option<(Day, i64)>,
    limit: i64,
) -> Result<WaitingList> {
    let mine = match whose {
        Whose::Mine => "enrollment.advisor_id = :viewer AND",
        Whose::Everyones => "",
    };
    let sql = format!(
        "
        WITH waiting AS MATERIALIZED (
            SELECT enrollment.business_id AS id, enrollment.from_on,
                   (SELECT service.served_on
                    FROM service
                    WHERE service.business_id = enrollment.business_id AND service.undone_at IS NULL AND service.minutes > 0
                    ORDER BY service.served_on DESC
                    LIMIT 1) AS last_on
            FROM enrollment
            WHERE {mine} enrollment.to_on IS NULL
              AND enrollment.program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)
        )
        SELECT business.id, business.public_id, business.name, coalesce(waiting.last_on, waiting.from_on) AS since,
               waiting.last_on IS NULL AS never, (SELECT count(*) FROM waiting) AS counted,
               (SELECT count(*) FROM waiting WHERE coalesce(last_on, from_on) <= :long_ago) AS long
        FROM waiting
        JOIN business ON business.id = waiting.id
        WHERE (coalesce(waiting.last_on, waiting.from_on), business.id) > (:since, :key)
        ORDER BY since, business.id
        LIMIT :limit"
    );
    let (since, key) = after.map_or((String::new(), -1), |(since, key)| (since.to_string(), key));
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows =
        statement.query(named_params! { ":viewer": viewer.key, ":long_ago": long_ago, ":since": since, ":key": key, ":limit": limit })?;
    let mut list = WaitingList::default();
    while let Some(row) = rows.next()? {
        (list.all, list.long) = (row.get("counted")?, row.get("long")?);
        list.clients.push(Waiting {
            key: row.get("id")?,
            id: row.get("public_id")?,
            name: row.get("name")?,
            since: row.get("since")?,
            never: row.get("never")?,
        });
    }
    Ok(list)
}

/// Sessions of the viewer with callers who are no clients yet, the oldest first.
pub fn callers(conn: &Connection, viewer: &Viewer, limit: i64) -> Result<Vec<Service>> {
    let sql = service(&format!(
        "WHERE service.business_id IS NULL
           AND service.account_id = :viewer
           AND service.undone_at IS NULL
           AND {MINE}
         ORDER BY service.served_on, service.id
         LIMIT :limit"
    ));
    let mut statement = conn.prepare_cached(&sql)?;
    let services = statement.query_map(named_params! { ":viewer": viewer.key, ":limit": limit }, read)?;
    Ok(services.collect::<rusqlite::Result<_>>()?)
}

/// True once the viewer has logged anything.
pub fn has_logged(conn: &Connection, viewer: &Viewer) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM service WHERE account_id = ?1)";
    Ok(conn.prepare_cached(sql)?.query_row([viewer.key], |row| row.get(0))?)
}
