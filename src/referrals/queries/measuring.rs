//! Every referral of a program as plain logs for the measures: a handful of reads, each once through its table.

use super::{calendar, sheet_of, zone};
use crate::error::{Error, Result};
use crate::referrals::clock::Calendar;
use crate::referrals::deed::{Sheet, entry};
use crate::referrals::fact::Fact;
use crate::referrals::lifecycle::{Event, Party};
use crate::referrals::measures::brought;
use crate::referrals::measures::days::Pause;
use crate::referrals::measures::log::{Line, Log, Notice, Resource, What};
use crate::referrals::policy::PolicyBook;
use crate::referrals::results;
use crate::referrals::sharing::SIZE_BANDS;
use crate::values::{Day, Instant, Unit, Zone};
use rusqlite::Connection;
use std::collections::{BTreeMap, HashMap};

/// What the measures of a program are computed from.
#[derive(Debug)]
pub struct Logs {
    /// One for each referral there is.
    pub logs: Vec<Log>,
    /// Where the days are days.
    pub zone: Zone,
    /// The days that count.
    pub calendar: Calendar,
    /// The days that managers set.
    pub policy: PolicyBook,
    /// Partners that referrals went to, by name.
    pub partners: Vec<String>,
    /// Neighborhoods of businesses with referrals, by name.
    pub places: Vec<String>,
    /// Zones that those businesses were in, by name.
    pub zones: Vec<String>,
}

/// Reads the logs of a program, by row key.
pub fn logs(conn: &Connection, program: i64) -> Result<Logs> {
    let (zone, calendar) = (zone(conn)?, calendar(conn)?);
    let closures = closures(conn, program, &zone)?;
    let mut places: HashMap<i64, usize> = HashMap::new();
    let mut logs: Vec<Log> = Vec::new();
    for (key, partner, log) in referrals(conn, program)? {
        places.insert(key, logs.len());
        let closed = partner.and_then(|partner| closures.get(&partner)).cloned().unwrap_or_default();
        logs.push(Log { closed, ..log });
    }
    add_lines(conn, program, &places, &mut logs)?;
    add_notices(conn, program, &places, &mut logs)?;
    add_resources(conn, program, &places, &mut logs)?;
    logs.retain(|log| !log.lines.is_empty());
    let atlas = super::zoning::Atlas::read(conn, program)?;
    for log in &mut logs {
        // The day it was sent last; where it never was, the day it was begun.
        let sent = log.lines.iter().rfind(|line| line.entry.event == Event::Send).or(log.lines.first());
        log.zones = sent.map(|line| atlas.zones_of(log.business, zone.day(line.at))).unwrap_or_default();
    }
    let zones: std::collections::BTreeSet<String> = logs.iter().flat_map(|log| log.zones.iter().cloned()).collect();
    let names = |pick: fn(&Log) -> &String| {
        let names: std::collections::BTreeSet<String> = logs.iter().map(|log| pick(log).clone()).filter(|name| !name.is_empty()).collect();
        names.into_iter().collect::<Vec<_>>()
    };
    Ok(Logs {
        partners: names(|log| &log.partner),
        places: names(|log| &log.place),
        policy: super::policy_book(conn, program)?,
        zones: zones.into_iter().collect(),
        logs,
        zone,
        calendar,
    })
}

/// Row keys of referral and partner, and the log without its events.
fn referrals(conn: &Connection, program: i64) -> Result<Vec<(i64, Option<i64>, Log)>> {
    let sql = "
        SELECT referral.id, referral.number, referral.kind, referral.partner_id, partner.name AS partner_name, business.neighborhood,
               referral.business_id, referral.origin, earlier.number AS replaces, owner.person_id, person.language
        FROM referral
        JOIN business ON business.id = referral.business_id
        LEFT JOIN partner ON partner.id = referral.partner_id
        LEFT JOIN referral AS earlier ON earlier.id = referral.replaces_id
        LEFT JOIN ownership AS owner ON owner.id = (
            SELECT ownership.id
            FROM ownership
            WHERE ownership.business_id = referral.business_id
              AND ownership.to_on IS NULL
            ORDER BY ownership.is_contact DESC, ownership.id
            LIMIT 1)
        LEFT JOIN person ON person.id = owner.person_id
        WHERE referral.program_id = ?1
        ORDER BY referral.number";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map([program], |row| {
        let (person, language): (Option<i64>, Option<String>) = (row.get("person_id")?, row.get("language")?);
        let partner: Option<String> = row.get("partner_name")?;
        let place: Option<String> = row.get("neighborhood")?;
        let log = Log {
            number: row.get("number")?,
            kind: row.get("kind")?,
            partner: partner.unwrap_or_default(),
            place: place.map(|place| place.trim().to_owned()).unwrap_or_default(),
            zones: Vec::new(),
            business: row.get("business_id")?,
            person: person.zip(language),
            origin: row.get("origin")?,
            replaces: row.get("replaces")?,
            lines: Vec::new(),
            notices: Vec::new(),
            closed: Vec::new(),
            resources: Vec::new(),
        };
        Ok((row.get("id")?, row.get("partner_id")?, log))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What kind of business it was when a referral was sent: the size it had then, and its sector.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Background {
    /// A band of workers; empty where it is not known.
    pub size: String,
    /// Three digits of its industry code; empty where it is not known.
    pub sector: String,
}

/// The backgrounds of a program's referrals, by number.
pub fn backgrounds(conn: &Connection, program: i64) -> Result<HashMap<i64, Background>> {
    let sql = "
        SELECT referral.number, business.naics, referral_event.facts
        FROM referral_event
        JOIN referral ON referral.id = referral_event.referral_id
        JOIN business ON business.id = referral.business_id
        WHERE referral.program_id = ?1
          AND referral_event.event = 'send'
        ORDER BY referral_event.seq";
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query([program])?;
    let mut backgrounds = HashMap::new();
    while let Some(row) = rows.next()? {
        let (naics, facts): (Option<String>, String) = (row.get("naics")?, row.get("facts")?);
        let snapshot = sheet_of(&facts)?.remove(&Fact::Snapshot).unwrap_or_default();
        // Written as "sector; size; area", where the sector may be anybody's own words: only the band is taken from it.
        let size = snapshot.split("; ").find(|part| SIZE_BANDS.contains(part)).unwrap_or_default().to_owned();
        let sector = naics.and_then(|code| code.get(..3).map(str::to_owned)).unwrap_or_default();
        backgrounds.insert(row.get("number")?, Background { size, sector });
    }
    Ok(backgrounds)
}

/// The days on which partners were closed. What was over when we were told stops no clock.
fn closures(conn: &Connection, program: i64, zone: &Zone) -> Result<HashMap<i64, Vec<Pause>>> {
    let sql = "
        SELECT partner_closure.partner_id, partner_closure.from_on, partner_closure.to_on, partner_closure.announced_at
        FROM partner_closure
        JOIN partner ON partner.id = partner_closure.partner_id
        WHERE partner.program_id = ?1
          AND partner_closure.withdrawn_at IS NULL
        ORDER BY partner_closure.from_on";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map([program], |row| {
        let (from, to, told): (Day, Day, Instant) = (row.get("from_on")?, row.get("to_on")?, row.get("announced_at")?);
        Ok((row.get::<_, i64>("partner_id")?, from, to, told))
    })?;
    let mut closures: HashMap<i64, Vec<Pause>> = HashMap::new();
    for row in rows {
        let (partner, from, to, told) = row?;
        let from = from.plus_days(-1).max(zone.day(told));
        if from < to {
            closures.entry(partner).or_default().push((from, Some(to)));
        }
    }
    Ok(closures)
}

/// Group of a reason, and whether it leaves a need, by list and code.
type Reasons = BTreeMap<(String, String), (String, bool)>;

fn reasons(conn: &Connection) -> Result<Reasons> {
    let mut statement = conn.prepare_cached("SELECT list, code, grp, unmet_need FROM code WHERE list IN ('decline', 'cancel', 'fail')")?;
    let rows = statement.query_map([], |row| Ok(((row.get("list")?, row.get("code")?), (row.get("grp")?, row.get("unmet_need")?))))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn add_lines(conn: &Connection, program: i64, places: &HashMap<i64, usize>, logs: &mut [Log]) -> Result<()> {
    let reasons = reasons(conn)?;
    let sql = "
        SELECT referral_event.referral_id, referral_event.seq, referral_event.event, referral_event.party, referral_event.facts,
               referral_event.at, referral_event.import_id IS NOT NULL AS is_from_file
        FROM referral_event
        JOIN referral ON referral.id = referral_event.referral_id
        WHERE referral.program_id = ?1
        ORDER BY referral_event.referral_id, referral_event.seq";
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query([program])?;
    while let Some(row) = rows.next()? {
        let facts: String = row.get("facts")?;
        let mut line = line(row.get("seq")?, row.get("at")?, row.get("event")?, row.get("party")?, &sheet_of(&facts)?, &reasons);
        line.entry.is_from_file = row.get("is_from_file")?;
        let log = places.get(&row.get("referral_id")?).and_then(|place| logs.get_mut(*place));
        log.ok_or_else(|| Error::internal("an event of no referral"))?.lines.push(line);
    }
    Ok(())
}

fn line(seq: i64, at: Instant, event: Event, party: Party, sheet: &Sheet, reasons: &Reasons) -> Line {
    let text = |fact| sheet.get(&fact).filter(|text| !text.is_empty()).cloned();
    let day = |fact| text(fact).and_then(|text| Day::parse(&text).ok());
    let mut entry = entry(event, party, sheet);
    entry.reason = event.fixed_reason().map(str::to_owned).or(entry.reason);
    let list = match event {
        Event::Reject => "decline",
        Event::Fail => "fail",
        _ => "cancel",
    };
    let known = entry.reason.clone().and_then(|code| reasons.get(&(list.to_owned(), code)));
    let is_unmet = match text(Fact::UnmetNeed).as_deref() {
        Some(written) => written == "yes",
        None => known.is_some_and(|(_, unmet)| *unmet),
    };
    Line {
        seq,
        at,
        entry,
        group: known.map(|(group, _)| group.clone()).unwrap_or_default(),
        unmet: is_unmet,
        contacted_on: day(Fact::ContactedOn),
        outcome: text(Fact::Outcome),
        told_on: day(Fact::ToldOn),
        brought: brought::of(&results::held(sheet)),
        rating: text(Fact::Rating).and_then(|stars| stars.parse().ok()).filter(|stars| (1..=5).contains(stars)),
    }
}

fn add_notices(conn: &Connection, program: i64, places: &HashMap<i64, usize>, logs: &mut [Log]) -> Result<()> {
    let sql = "
        SELECT referral_event.referral_id, referral_event.seq, outbox_message.sent_at
        FROM outbox_message
        JOIN referral_event ON referral_event.id = outbox_message.event_id
        WHERE outbox_message.program_id = ?1
          AND outbox_message.audience = 'entrepreneur'
          AND (outbox_message.stopped_at IS NULL OR outbox_message.sent_at IS NOT NULL)
        ORDER BY outbox_message.id";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map([program], |row| {
        Ok((row.get::<_, i64>("referral_id")?, Notice { seq: row.get("seq")?, delivered_at: row.get("sent_at")? }))
    })?;
    for row in rows {
        let (referral, notice) = row?;
        if let Some(log) = places.get(&referral).and_then(|place| logs.get_mut(*place)) {
            log.notices.push(notice);
        }
    }
    Ok(())
}

fn add_resources(conn: &Connection, program: i64, places: &HashMap<i64, usize>, logs: &mut [Log]) -> Result<()> {
    let sql = "
        SELECT referral_id, unit, applied, awarded, delivered
        FROM deployment
        WHERE program_id = ?1
          AND referral_id IS NOT NULL
          AND undone_at IS NULL
        ORDER BY id";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map([program], |row| {
        let what = match row.get("unit")? {
            Unit::Cents => What::Dollars,
            Unit::Minutes => What::Time,
            Unit::SquareFeet => What::Space,
            Unit::LabMinutes => What::LabTime,
        };
        let resource = Resource { what, applied: row.get("applied")?, awarded: row.get("awarded")?, delivered: row.get("delivered")? };
        Ok((row.get::<_, i64>("referral_id")?, resource))
    })?;
    for row in rows {
        let (referral, resource) = row?;
        if let Some(log) = places.get(&referral).and_then(|place| logs.get_mut(*place)) {
            log.resources.push(resource);
        }
    }
    Ok(())
}
