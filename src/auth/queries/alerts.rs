//! Alerts in SQL: who is told of what, and how far the mail has come.

use crate::auth::alerts::Alert;
use crate::error::{Error, Result};
use crate::store::{Object, Tx};
use crate::values::{GuardDeed, Instant};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

/// For how long they stand on the pages of whom they tell.
const SHOWN_DAYS: i64 = 30;
/// The most that stand there.
const SHOWN: i64 = 20;
/// What could not be mailed for so long no longer leaves by itself.
const GIVES_UP_AFTER_DAYS: i64 = 3;

/// Tells every steward and auditor but the one who did it, in the transaction of the deed. Whoever audits the deed audits this with it.
/// `about` is told too, also where they guard nothing.
pub fn tell(tx: &Tx<'_>, what: GuardDeed, about: Option<i64>, by: Option<i64>, object: Option<&str>) -> Result<()> {
    let sql = "
        INSERT INTO guard_alert (to_id, what, about_id, by_id, object, at)
        SELECT account.id, :what, :about, :by, :object, :at
        FROM account
        WHERE account.id IS NOT :by
          AND (account.id = :about
               OR account.disabled_at IS NULL
                  AND EXISTS (SELECT 1
                              FROM organization_role
                              WHERE organization_role.account_id = account.id
                                AND organization_role.role IN ('steward', 'auditor')))
        ORDER BY account.id";
    let params = named_params! { ":what": what, ":about": about, ":by": by, ":object": object, ":at": tx.at() };
    tx.prepare_cached(sql)?.execute(params)?;
    Ok(())
}

/// As [`tell`], of the access of a steward, an auditor or an administrator; of anybody else's nobody is told.
pub fn tell_of_access(tx: &Tx<'_>, about: i64, what: GuardDeed) -> Result<()> {
    let sql = "SELECT EXISTS (SELECT 1 FROM organization_role WHERE account_id = ?1)";
    if !tx.prepare_cached(sql)?.query_row([about], |row| row.get::<_, bool>(0))? {
        return Ok(());
    }
    let sql = "SELECT id FROM account WHERE public_id = ?1";
    let by = tx.prepare_cached(sql)?.query_row([&tx.actor().id], |row| row.get(0)).optional()?;
    tell(tx, what, Some(about), by, None)
}

const ALERT: &str = "
    SELECT guard_alert.id, guard_alert.what, guard_alert.object, guard_alert.at, guard_alert.attempts, guard_alert.sent_at,
           guard_alert.about_id = guard_alert.to_id AS is_own, about.name AS about, maker.name AS maker, reader.email,
           EXISTS (SELECT 1 FROM organization_role WHERE account_id = guard_alert.to_id AND role = 'steward') AS is_steward
    FROM guard_alert
    JOIN account AS reader ON reader.id = guard_alert.to_id
    LEFT JOIN account AS about ON about.id = guard_alert.about_id
    LEFT JOIN account AS maker ON maker.id = guard_alert.by_id";

fn read(row: &Row<'_>) -> rusqlite::Result<Alert> {
    Ok(Alert {
        key: row.get("id")?,
        what: row.get("what")?,
        about: row.get("about")?,
        is_own: row.get::<_, Option<bool>>("is_own")?.unwrap_or_default(),
        by: row.get("maker")?,
        object: row.get("object")?,
        at: row.get("at")?,
        attempts: row.get("attempts")?,
        email: row.get("email")?,
        is_mailed: row.get::<_, Option<Instant>>("sent_at")?.is_some(),
        is_steward: row.get("is_steward")?,
    })
}

/// What somebody was told of lately, newest first.
pub fn list_for(conn: &Connection, account: i64, now: Instant) -> Result<Vec<Alert>> {
    let sql = format!("{ALERT} WHERE guard_alert.to_id = :account AND guard_alert.at > :since ORDER BY guard_alert.id DESC LIMIT {SHOWN}");
    let mut statement = conn.prepare_cached(&sql)?;
    let found = statement.query_map(named_params! { ":account": account, ":since": now.plus_days(-SHOWN_DAYS) }, read)?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

const WAITS: &str = "
    guard_alert.sent_at IS NULL
    AND guard_alert.failed_at IS NULL
    AND coalesce(guard_alert.next_attempt_at, 0) <= :now
    AND guard_alert.at > :oldest";

/// True when one is to be mailed now.
pub fn is_any_due(conn: &Connection, now: Instant) -> Result<bool> {
    let sql = format!("SELECT EXISTS (SELECT 1 FROM guard_alert WHERE {WAITS})");
    let params = named_params! { ":now": now, ":oldest": now.plus_days(-GIVES_UP_AFTER_DAYS) };
    Ok(conn.prepare_cached(&sql)?.query_row(params, |row| row.get(0))?)
}

/// Takes the one whose turn it is, and writes down that it is being tried. `wait` says how many minutes until the next attempt.
pub fn take(tx: &Tx<'_>, wait: impl Fn(i64) -> Option<i64>) -> Result<Option<Alert>> {
    let sql = format!("{ALERT} WHERE {WAITS} ORDER BY guard_alert.id LIMIT 1");
    let params = named_params! { ":now": tx.at(), ":oldest": tx.at().plus_days(-GIVES_UP_AFTER_DAYS) };
    let Some(alert) = tx.prepare_cached(&sql)?.query_row(params, read).optional()? else { return Ok(None) };
    let attempts = alert.attempts + 1;
    let next = tx.at().plus_minutes(wait(attempts).unwrap_or(0));
    let sql = "UPDATE guard_alert SET attempts = :attempts, next_attempt_at = :next WHERE id = :key";
    tx.execute(sql, named_params! { ":attempts": attempts, ":next": next, ":key": alert.key })?;
    tx.audit("alert.attempted", Object::new("guard_alert", alert.key))?;
    Ok(Some(Alert { attempts, ..alert }))
}

/// It went out.
pub fn note_sent(tx: &Tx<'_>, alert: &Alert) -> Result<()> {
    tx.execute("UPDATE guard_alert SET sent_at = :at WHERE id = :key", named_params! { ":at": tx.at(), ":key": alert.key })?;
    tx.audit("alert.sent", Object::new("guard_alert", alert.key))
}

/// It did not, and will not: another try would end the same way, or it was the last.
pub fn give_up(tx: &Tx<'_>, alert: &Alert) -> Result<()> {
    let sql = "UPDATE guard_alert SET failed_at = :at WHERE id = :key AND sent_at IS NULL";
    if tx.execute(sql, named_params! { ":at": tx.at(), ":key": alert.key })? == 0 {
        return Err(Error::Stale);
    }
    tx.audit("alert.given_up", Object::new("guard_alert", alert.key))
}
