//! Addresses of own systems in SQL: named, listed, ended; and what they are to be told.

use crate::api::hooks::{Hook, NewHook, shown};
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::outbox::wait_after;
use crate::referrals::Event;
use crate::store::{Object, Tx};
use crate::values::{HookFailure, HookId, Instant, Line};
use crate::web::Access;
use rusqlite::{Connection, OptionalExtension, named_params};
use serde_json::json;
use zeroize::Zeroizing;

/// Names an address, and gives its secret: it is shown once.
pub fn make(tx: &Tx<'_>, viewer: &Viewer, new: &NewHook) -> Result<String> {
    if !viewer.manages(new.program) {
        return Err(Error::NotFound);
    }
    let secret = Zeroizing::new(tx.random::<32>()?);
    let id: HookId = tx.fresh_id()?;
    let sealed = tx.keys().seal_hook(&secret[..], id.as_str(), tx.random()?)?;
    let sql = "
        INSERT INTO api_hook (public_id, account_id, program_id, url, secret, created_at)
        VALUES (:id, :account, :program, :url, :secret, :at)";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":id": id,
        ":account": viewer.key,
        ":program": new.program,
        ":url": new.address.as_str(),
        ":secret": sealed,
        ":at": tx.at(),
    })?;
    let key = tx.last_insert_rowid();
    for event in &new.events {
        tx.prepare_cached("INSERT INTO api_hook_event (hook_id, event) VALUES (?1, ?2)")?.execute((key, event))?;
    }
    let events: Vec<&str> = new.events.iter().map(|event| event.code()).collect();
    tx.audit_with("hook.made", Object::new("api_hook", &id), &events.join(" "))?;
    Ok(shown(&secret[..]))
}

/// Addresses of programs that the viewer manages, all of them for an administrator.
const MINE: &str = "
    (:all
     OR api_hook.program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer AND role = 'manager'))";

/// True where whoever made it still manages its program.
const HELD: &str = "
    EXISTS (SELECT 1
            FROM membership
            JOIN account ON account.id = membership.account_id
            WHERE membership.account_id = api_hook.account_id
              AND membership.program_id = api_hook.program_id
              AND membership.role = 'manager'
              AND account.disabled_at IS NULL)";

/// A page of the list, by rows to skip and to read.
pub fn list(conn: &Connection, viewer: &Viewer, (skip, limit): (i64, i64)) -> Result<Vec<Hook>> {
    let sql = format!(
        "
        SELECT api_hook.public_id, api_hook.url, program.name AS program, maker.name AS maker, {HELD} AS is_held,
               (SELECT group_concat(event, ' ') FROM api_hook_event WHERE api_hook_event.hook_id = api_hook.id) AS events,
               api_hook.created_at, api_hook.ended_at, ender.name AS ended_by, api_hook.ended_why, api_hook.version,
               (SELECT count(*) FROM api_delivery WHERE hook_id = api_hook.id AND sent_at IS NOT NULL) AS taken,
               (SELECT count(*) FROM api_delivery WHERE hook_id = api_hook.id AND sent_at IS NULL AND failed_at IS NULL) AS waiting,
               (SELECT count(*) FROM api_delivery WHERE hook_id = api_hook.id AND failed_at IS NOT NULL) AS given_up,
               (SELECT max(sent_at) FROM api_delivery WHERE hook_id = api_hook.id) AS sent_at,
               (SELECT failure FROM api_delivery WHERE hook_id = api_hook.id AND failure IS NOT NULL ORDER BY id DESC LIMIT 1) AS failure
        FROM api_hook
        JOIN program ON program.id = api_hook.program_id
        JOIN account AS maker ON maker.id = api_hook.account_id
        LEFT JOIN account AS ender ON ender.id = api_hook.ended_by_id
        WHERE {MINE}
        ORDER BY api_hook.ended_at IS NOT NULL, api_hook.id DESC
        LIMIT :limit OFFSET :skip"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let params = named_params! { ":all": viewer.is(Access::Admin), ":viewer": viewer.key, ":limit": limit, ":skip": skip };
    let rows = statement.query_map(params, |row| {
        let ended: (Option<Instant>, Option<String>, Option<String>) = (row.get("ended_at")?, row.get("ended_by")?, row.get("ended_why")?);
        let events: Option<String> = row.get("events")?;
        Ok(Hook {
            id: row.get("public_id")?,
            url: row.get("url")?,
            program: row.get("program")?,
            maker: row.get("maker")?,
            is_held: row.get("is_held")?,
            events: events.unwrap_or_default().split(' ').filter_map(Event::parse).collect(),
            created_at: row.get("created_at")?,
            counts: (row.get("taken")?, row.get("waiting")?, row.get("given_up")?),
            sent_at: row.get("sent_at")?,
            failure: row.get("failure")?,
            ended: ended.0.map(|at| (at, ended.1.unwrap_or_default(), ended.2.unwrap_or_default())),
            version: row.get("version")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Ends an address at once, for good: it is told nothing more, and what waits is given up.
pub fn end(tx: &Tx<'_>, viewer: &Viewer, id: &HookId, version: i64, why: &Line) -> Result<()> {
    let sql = format!("SELECT id, ended_at IS NOT NULL AS is_ended FROM api_hook WHERE public_id = :id AND {MINE}");
    let params = named_params! { ":id": id, ":all": viewer.is(Access::Admin), ":viewer": viewer.key };
    let found: Option<(i64, bool)> =
        tx.prepare_cached(&sql)?.query_row(params, |row| Ok((row.get("id")?, row.get("is_ended")?))).optional()?;
    let (key, is_ended) = found.ok_or(Error::NotFound)?;
    if is_ended {
        return Ok(());
    }
    let sql = "
        UPDATE api_hook
        SET ended_at = :at, ended_by_id = :by, ended_why = :why, version = version + 1
        WHERE id = :key
          AND version = :version";
    let params = named_params! { ":at": tx.at(), ":by": viewer.key, ":why": why, ":key": key, ":version": version };
    if tx.prepare_cached(sql)?.execute(params)? == 0 {
        return Err(Error::Stale);
    }
    let sql = "UPDATE api_delivery SET failed_at = ?2 WHERE hook_id = ?1 AND sent_at IS NULL AND failed_at IS NULL";
    tx.prepare_cached(sql)?.execute((key, tx.at()))?;
    tx.audit_with("hook.ended", Object::new("api_hook", id), "ended_why")
}

/// One call that is under way.
#[derive(Clone)]
pub struct Call {
    /// Row key of the delivery.
    key: i64,
    /// Id of the address, for the record.
    hook: HookId,
    /// How often it was tried, this time included.
    attempts: i64,
    /// The same at every attempt.
    pub id: String,
    /// Where.
    pub url: String,
    /// What it says: ids, a word, an instant, a status.
    pub body: String,
    /// What it is signed with.
    pub secret: Zeroizing<Vec<u8>>,
}

const DUE: &str = "api_delivery.sent_at IS NULL AND api_delivery.failed_at IS NULL AND api_delivery.next_attempt_at <= :now";

/// True when a call is to be made now.
pub fn is_any_due(conn: &Connection, now: Instant) -> Result<bool> {
    let sql = format!("SELECT EXISTS (SELECT 1 FROM api_delivery WHERE {DUE})");
    Ok(conn.prepare_cached(&sql)?.query_row(named_params! { ":now": now }, |row| row.get(0))?)
}

/// Takes the call whose turn it is, and writes down that it is being tried. One whose maker lost the program is given up unsent.
pub fn take(tx: &Tx<'_>) -> Result<Option<Call>> {
    let sql = format!(
        "
        SELECT api_delivery.id, api_delivery.attempts, api_hook.public_id AS hook, api_hook.url, api_hook.secret, {HELD} AS is_held,
               referral_event.seq, referral_event.event, referral_event.to_status, referral_event.at, referral.public_id AS referral,
               business.public_id AS client, program.public_id AS program
        FROM api_delivery
        JOIN api_hook ON api_hook.id = api_delivery.hook_id
        JOIN referral_event ON referral_event.id = api_delivery.event_id
        JOIN referral ON referral.id = referral_event.referral_id
        JOIN business ON business.id = referral.business_id
        JOIN program ON program.id = referral.program_id
        WHERE {DUE}
        ORDER BY api_delivery.next_attempt_at, api_delivery.id
        LIMIT 1"
    );
    let found = tx.prepare_cached(&sql)?.query_row(named_params! { ":now": tx.at() }, |row| {
        let (referral, seq): (String, i64) = (row.get("referral")?, row.get("seq")?);
        let at: Instant = row.get("at")?;
        let body = json!({
            "type": format!("referral.{}", row.get::<_, String>("event")?),
            "timestamp": jiff::Timestamp::from_millisecond(at.millis()).ok().map(|at| at.to_string()),
            "data": {
                "referral": &referral,
                "client": row.get::<_, String>("client")?,
                "program": row.get::<_, String>("program")?,
                "seq": seq,
                "status": row.get::<_, String>("to_status")?,
            },
        });
        let call = Call {
            key: row.get("id")?,
            hook: row.get("hook")?,
            attempts: row.get::<_, i64>("attempts")? + 1,
            id: format!("{referral}.{seq}"),
            url: row.get("url")?,
            body: body.to_string(),
            secret: Zeroizing::new(row.get("secret")?),
        };
        Ok((call, row.get::<_, bool>("is_held")?))
    });
    let Some((mut call, is_held)) = found.optional()? else { return Ok(None) };
    if !is_held {
        tx.prepare_cached("UPDATE api_delivery SET failed_at = ?2 WHERE id = ?1")?.execute((call.key, tx.at()))?;
        tx.audit("hook.dropped", Object::new("api_hook", &call.hook))?;
        return Ok(None);
    }
    call.secret = tx.keys().open_hook(&call.secret, call.hook.as_str())?;
    let next = tx.at().plus_minutes(wait_after(call.attempts).unwrap_or(0));
    let sql = "UPDATE api_delivery SET attempts = ?2, next_attempt_at = ?3 WHERE id = ?1";
    tx.prepare_cached(sql)?.execute((call.key, call.attempts, next))?;
    tx.audit("hook.tried", Object::new("api_hook", &call.hook))?;
    Ok(Some(call))
}

/// Writes down what became of a call. After the last attempt it is given up.
pub fn note(tx: &Tx<'_>, call: &Call, failure: Option<HookFailure>) -> Result<()> {
    let is_last = failure.is_some() && wait_after(call.attempts).is_none();
    let sql = "UPDATE api_delivery SET failure = :failure, sent_at = :sent, failed_at = CASE WHEN :sent IS NULL THEN coalesce(failed_at, :failed) END WHERE id = :key AND sent_at IS NULL";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":failure": failure,
        ":sent": failure.is_none().then(|| tx.at()),
        ":failed": is_last.then(|| tx.at()),
        ":key": call.key,
    })?;
    let action = match failure {
        None => "hook.called",
        Some(_) if is_last => "hook.given_up",
        Some(_) => "hook.not_called",
    };
    tx.audit(action, Object::new("api_hook", &call.hook))
}
