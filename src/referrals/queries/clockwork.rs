//! The clocks of a referral, and the days a program's managers set, in SQL.

use super::{Referral, Story, calendar, zone};
use crate::auth::Viewer;
use crate::consent;
use crate::error::{Error, Result};
use crate::partners::queries as partners;
use crate::referrals::clock::Calendar;
use crate::referrals::course::Course;
use crate::referrals::policy::{Change, PolicyBook, trouble};
use crate::referrals::replay::State;
use crate::referrals::timers::{self, Case, Running, closed};
use crate::store::{Object, Tx};
use crate::values::{Day, Instant, Kind, Limit, Vocabulary};
use rusqlite::{Connection, named_params};

/// What a program's managers set.
pub fn policy_book(conn: &Connection, program: i64) -> Result<PolicyBook> {
    let sql = "SELECT kind, timer, from_on, days FROM timer_policy WHERE program_id = ?1 ORDER BY from_on, id";
    let mut statement = conn.prepare_cached(sql)?;
    let changes = statement.query_map([program], |row| {
        let from: Day = row.get("from_on")?;
        Ok(Change { kind: row.get("kind")?, limit: row.get("timer")?, from: from.date(), days: row.get("days")? })
    })?;
    Ok(PolicyBook(changes.collect::<rusqlite::Result<_>>()?))
}

/// Every clock of a referral that runs by its log.
pub fn clocks(conn: &Connection, story: &Story, today: Day) -> Result<Vec<Running>> {
    clocks_of(conn, &story.referral, &story.course, &story.state, Some(today))
}

pub(super) fn clocks_of(
    conn: &Connection,
    referral: &Referral,
    course: &Course,
    state: &State,
    today: Option<Day>,
) -> Result<Vec<Running>> {
    let zone = zone(conn)?;
    let announced = match &referral.partner {
        Some((partner, ..)) => partners::closures(conn, *partner)?,
        None => Vec::new(),
    };
    let closures = closed(announced.iter().map(|closure| (closure.from, closure.to, closure.announced_at)), &zone);
    let permitted_until = match today {
        Some(today) => consent::queries::live_for(conn, referral.key, today)?.map(|yes| yes.expires_on.date()),
        None => None,
    };
    let case = Case {
        standing: &state.now,
        course,
        kind: referral.kind,
        origin: referral.origin,
        permitted_until,
        closures: &closures,
        zone: &zone,
    };
    Ok(timers::running(&case, &policy_book(conn, referral.program)?, &calendar(conn)?))
}

/// The days of a timer that starts today, and the calendar they are counted on.
pub(super) fn days_today(tx: &Tx<'_>, referral: &Referral, limit: Limit) -> Result<(u32, Calendar)> {
    Ok((policy_book(tx, referral.program)?.days(referral.kind, limit, tx.today().date()), calendar(tx)?))
}

/// A setting as the page of timers shows it.
#[derive(Debug, Clone)]
pub struct Setting {
    pub kind: Kind,
    pub limit: Limit,
    pub days: u32,
    pub from: Day,
    pub reason: String,
    pub by: String,
    pub at: Instant,
}

/// Everything that was ever set in a program, newest first.
pub fn settings(conn: &Connection, program: i64) -> Result<Vec<Setting>> {
    let sql = "
        SELECT timer_policy.kind, timer_policy.timer, timer_policy.days, timer_policy.from_on, timer_policy.reason, account.name AS set_by,
               timer_policy.set_at
        FROM timer_policy
        JOIN account ON account.id = timer_policy.set_by
        WHERE timer_policy.program_id = ?1
        ORDER BY timer_policy.id DESC
        LIMIT 50";
    let mut statement = conn.prepare_cached(sql)?;
    let settings = statement.query_map([program], |row| {
        Ok(Setting {
            kind: row.get("kind")?,
            limit: row.get("timer")?,
            days: row.get("days")?,
            from: row.get("from_on")?,
            reason: row.get("reason")?,
            by: row.get("set_by")?,
            at: row.get("set_at")?,
        })
    })?;
    Ok(settings.collect::<rusqlite::Result<_>>()?)
}

/// A number of days to set.
#[derive(Debug, Clone)]
pub struct NewSetting {
    pub program: i64,
    pub kind: Kind,
    pub limit: Limit,
    pub days: u32,
    pub reason: String,
    /// How many settings there were when the form was drawn: who saw an older page would set against it.
    pub version: i64,
}

/// How many days were ever set in a program: the version of its page of clocks.
pub fn settings_version(conn: &Connection, program: i64) -> Result<i64> {
    let sql = "SELECT count(*) FROM timer_policy WHERE program_id = ?1";
    Ok(conn.prepare_cached(sql)?.query_row([program], |row| row.get(0))?)
}

/// Sets the days of a clock or limit for whatever starts from today on.
pub fn set_days(tx: &Tx<'_>, viewer: &Viewer, new: &NewSetting) -> Result<()> {
    let NewSetting { program, kind, limit, days, .. } = *new;
    if !viewer.manages(program) {
        return Err(Error::NotFound);
    }
    if settings_version(tx, program)? != new.version {
        return Err(Error::Stale);
    }
    let book = policy_book(tx, program)?;
    if let Some(words) = trouble(&book, kind, limit, days, tx.today().date()) {
        return Err(Error::Rejected(words));
    }
    if book.days(kind, limit, tx.today().date()) == days {
        return Err(Error::Rejected(format!("It is {days} days already.")));
    }
    let sql = "
        INSERT INTO timer_policy (program_id, kind, timer, days, from_on, reason, set_by, set_at)
        VALUES (:program, :kind, :timer, :days, :from, :reason, :by, :at)";
    tx.execute(
        sql,
        named_params! {
            ":program": program,
            ":kind": kind,
            ":timer": limit,
            ":days": days,
            ":from": tx.today(),
            ":reason": new.reason,
            ":by": viewer.key,
            ":at": tx.at(),
        },
    )?;
    let id = crate::programs::queries::find(tx, program)?.id;
    tx.audit_with("program.timer_set", Object::new("program", &id), &format!("{} {} {days}", kind.code(), limit.code()))
}

/// Sets how long a program holds its notices.
pub fn set_held(tx: &Tx<'_>, viewer: &Viewer, program: i64, version: i64, minutes: i64) -> Result<()> {
    if !viewer.manages(program) {
        return Err(Error::NotFound);
    }
    let id = crate::programs::queries::find(tx, program)?.id;
    let sql = "UPDATE program SET held_minutes = :minutes, version = version + 1 WHERE id = :program AND version = :version";
    if tx.execute(sql, named_params! { ":minutes": minutes, ":program": program, ":version": version })? == 0 {
        return Err(Error::Stale);
    }
    tx.audit_with("program.changed", Object::new("program", &id), "held_minutes")
}

/// Somebody called the partner about a referral that waits for it.
pub fn log_call(tx: &Tx<'_>, referral: &Referral, account: i64, reached: bool) -> Result<()> {
    if referral.sent_at.is_none() || referral.status.is_end() {
        return Err(Error::Rejected("Calls are kept while a request is with the partner.".to_owned()));
    }
    let sql = "INSERT INTO partner_call (referral_id, account_id, reached, called_at) VALUES (:referral, :account, :reached, :at)";
    tx.execute(sql, named_params! { ":referral": referral.key, ":account": account, ":reached": reached, ":at": tx.at() })?;
    tx.audit("referral.partner_called", Object::new("referral", &referral.id))
}

/// When the partner was called about a referral since it was sent, newest first, and whether somebody answered.
pub fn calls(conn: &Connection, referral: &Referral) -> Result<Vec<(Instant, bool)>> {
    let sql = "SELECT called_at, reached FROM partner_call WHERE referral_id = :referral AND called_at >= :sent ORDER BY id DESC LIMIT 20";
    let mut statement = conn.prepare_cached(sql)?;
    let params = named_params! { ":referral": referral.key, ":sent": referral.sent_at };
    let calls = statement.query_map(params, |row| Ok((row.get("called_at")?, row.get("reached")?)))?;
    Ok(calls.collect::<rusqlite::Result<_>>()?)
}
