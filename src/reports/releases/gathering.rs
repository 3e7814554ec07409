//! Gathering for a release: the clients of a period, what each did, and what every kind of readers was told before.

use super::{counts, queries, told_to};
use crate::config::Clock;
use crate::equity::catalogue::{Account, Asked as Asking, Count, Plan, Told as Line, Way};
use crate::equity::ledger::editions::Edition;
use crate::error::{Error, Result};
use crate::firewall::releasing::{Client, Clients, clients};
use crate::programs::Program;
use crate::reports::benchmarks::available::{self, Chosen};
use crate::reports::operations::{Areas, Figures, Only, operations, ways};
use crate::reports::{Span, declared};
use crate::store::Keyring;
use crate::values::{Complaint, Day, Instant, Period, Question, ReleaseAudience, grouped};
use rusqlite::Connection;
use std::collections::{BTreeMap, HashMap};

/// Years that may stand together.
pub const MOST_YEARS: u8 = 3;
/// Areas by which clients are counted; of more, none is: each would be too small.
const MOST_AREAS: usize = 12;

/// What is asked for.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The program; all of them where empty.
    pub program: Option<Program>,
    pub period: Period,
    /// How many years stand together; as the plan has it where empty.
    pub years: Option<u8>,
    /// Why the period is released again.
    pub reason: Option<String>,
}

/// What is known of one kind of readers: k, what they were told before, and what the newest release of the period told them.
pub(super) type Known = (ReleaseAudience, u32, Vec<Edition>, BTreeMap<String, Line>);

/// Everything gathered for a release; the ledger has not decided yet.
pub struct Gathered {
    pub(super) asked: Asked,
    pub(super) organization: String,
    pub(super) at: Instant,
    pub(super) as_of: Day,
    pub(super) head: i64,
    pub(super) span: Span,
    pub(super) years: u8,
    pub(super) plan: Plan,
    pub(super) areas: Vec<String>,
    pub(super) programs: Vec<String>,
    pub(super) questions: Vec<Asking>,
    pub(super) counts: Vec<Count>,
    pub(super) ways: Vec<(i64, Way)>,
    pub(super) clients: Clients,
    /// For each kind of readers: k, what they were told before, and what the newest release of the period told them.
    pub(super) readers: Vec<Known>,
    pub(super) before: Vec<i64>,
    pub(super) tells_money: bool,
    pub(super) corrects: Option<i64>,
    pub(super) exact: Figures,
    pub(super) compared: Option<Chosen>,
    pub(super) declared: Option<String>,
    pub(super) audit_head: String,
    pub(super) left_out: String,
}

/// Reads everything a release is made of. A period that is not over is refused.
pub fn gather(conn: &Connection, keys: &Keyring, clock: &Clock, organization: &str, asked: Asked) -> Result<Gathered> {
    let period = closed(asked.period, clock)?;
    let program = asked.program.as_ref().map(|program| program.key);
    let (at, as_of) = (clock.now(), clock.today());
    let corrected = queries::newest(conn, program, period)?;
    let (span, years) = span(conn, &asked, program)?;
    let all = crate::programs::queries::list(conn)?;
    let several = all.iter().filter(|one| program.is_none_or(|key| key == one.key));
    let (program_keys, programs): (Vec<i64>, Vec<String>) = several.map(|one| (one.key, one.name.clone())).take(32).unzip();
    let mut areas = Areas::neighborhoods(conn, program, span)?;
    if areas.names.len() > MOST_AREAS {
        areas = Areas::default();
    }
    let ways = ways(conn, program, span, as_of, &areas, &program_keys, clock.zone())?;
    let plan = Plan::of(ways.len());
    let by_program = counts::questions(conn, &program_keys)?;
    let programs = if programs.len() > 1 { programs } else { Vec::new() };
    let counts = counts::list(counts::word(plan), areas.names.len(), programs.len());
    let past = queries::past(conn)?;
    let cents = queries::awarded(conn, program, span.first, span.last)?;
    let gathered = gather_clients(conn, (&past, &ways), &cents, &by_program, span.last)?;
    let mut readers = Vec::new();
    for one in told_to(period).iter().copied() {
        let told = corrected.as_ref().map(|release| queries::told(conn, release.key, one)).transpose()?.map(|(_, told)| told.account);
        // Figures stand in for others only where the same days and the same places are meant.
        let is_same = |old: &Account| {
            corrected.as_ref().is_some_and(|release| (release.first, release.last) == (span.first, span.last))
                && (old.plan, &old.areas, &old.programs) == (plan, &areas.names, &programs)
        };
        let told = told.filter(is_same).map(|account| account.counts).unwrap_or_default();
        readers.push((one, queries::threshold(conn, one)?, queries::editions(conn, keys, &past, one)?, told));
    }
    Ok(Gathered {
        organization: organization.to_owned(),
        at,
        as_of,
        head: queries::head(conn)?,
        span,
        years,
        plan,
        areas: areas.names,
        questions: counts::asked_by(&by_program, programs.len()),
        programs,
        counts,
        ways,
        clients: clients(conn, keys, &gathered)?,
        readers,
        before: past.iter().map(|release| release.key).collect(),
        // Money of a month, once told, could not be told of its year: quarters and years tell it.
        tells_money: !matches!(period, Period::Month(..)) && !queries::has_told_money(conn, program, span.first, span.last)?,
        corrects: corrected.map(|release| release.key),
        exact: operations(conn, &Only { program, ..Only::default() }, span, as_of, clock.zone())?,
        compared: match program.or(crate::programs::queries::only(conn)?) {
            Some(program) => available::chosen(conn, program, span)?,
            None => None,
        },
        declared: crate::firewall::declaration(conn)?.map(|declaration| declared(&declaration)),
        audit_head: queries::audit_head(conn)?,
        left_out: left_out(&queries::left_out(conn, program, span)?),
        asked,
    })
}

/// Refuses a period that is still open.
pub fn closed(period: Period, clock: &Clock) -> std::result::Result<Period, Complaint> {
    if period.is_closed(clock.today()) {
        return Ok(period);
    }
    Err(Complaint::new(format!(
        "{period} is not over yet. Figures by race and by sex are made of closed periods; the last closed year is {}.",
        Period::last_closed(clock.today())
    )))
}

/// The days that would be counted, and how many years stand together.
pub fn counted(conn: &Connection, asked: &Asked) -> Result<(Span, u8)> {
    span(conn, asked, asked.program.as_ref().map(|program| program.key))
}

/// The days that are counted. A small program's years stand together, as many as it has and at most three: alone they would tell nothing.
fn span(conn: &Connection, asked: &Asked, program: Option<i64>) -> Result<(Span, u8)> {
    let of = |years: u8| Span { first: asked.period.first().plus_years(1 - i16::from(years)), last: asked.period.last() };
    if let Some(years) = asked.years {
        return if (1..=MOST_YEARS).contains(&years) {
            Ok((of(years), years))
        } else {
            Err(Error::Rejected(format!("One to {MOST_YEARS} years can stand together. You asked for {years}.")))
        };
    }
    let enrolled = crate::reports::queries::enrolled(conn, program, of(1))?;
    if Plan::of(enrolled) != Plan::Small || !asked.period.is_year() {
        return Ok((of(1), 1));
    }
    let first = queries::first_day(conn, program)?;
    let has = |years: &u8| first.is_some_and(|first| first < of(*years - 1).first);
    let years = (2..=MOST_YEARS).take_while(has).last().unwrap_or(1);
    Ok((of(years), years))
}

/// The businesses of this release and of those before it: what each did in all of them, and who owns it.
fn gather_clients(
    conn: &Connection,
    (past, ways): (&[queries::Past], &[(i64, Way)]),
    cents: &HashMap<i64, i64>,
    questions: &[Vec<Question>],
    last: Day,
) -> Result<Vec<Client>> {
    let mut owners = queries::owners(conn, last)?;
    let mut all: BTreeMap<i64, Vec<Way>> = BTreeMap::new();
    let editions = past.len() + 1;
    let mut set = |business: i64, edition: usize, way: Way| {
        let ways = all.entry(business).or_insert_with(|| vec![Way::default(); editions]);
        ways.get_mut(edition).into_iter().for_each(|place| *place = way);
    };
    for (edition, release) in past.iter().enumerate() {
        for (business, way) in queries::ways(conn, release.key)? {
            set(business, edition, way);
        }
    }
    for (business, way) in ways {
        set(*business, past.len(), *way);
    }
    let client = |(business, ways): (i64, Vec<Way>)| {
        let (is_cooperative, owners) = owners.remove(&business).unwrap_or_default();
        let is_in = ways.last().is_some_and(|way| way.station.is_some());
        let cents = if is_in { cents.get(&business).copied().unwrap_or(0) } else { 0 };
        let programs = ways.last().map_or(0, |way| way.programs);
        let asks = |question: &Question| (0..).zip(questions).any(|(at, asked)| programs >> at & 1 == 1 && asked.contains(question));
        Client { business, owners, is_cooperative, asked: Question::REPORTED.iter().copied().filter(asks).collect(), ways, cents }
    };
    Ok(all.into_iter().map(client).collect())
}

/// What is on record and not counted, in words.
fn left_out(found: &queries::LeftOut) -> String {
    let number = |count: u32, one: &str, many: &str| format!("{} {}", grouped(count.into()), if count == 1 { one } else { many });
    [
        number(found.not_enrolled, "client who was enrolled on no day of the period", "clients who were enrolled on no day of the period"),
        number(found.without_a_day, "resource of which no day is known", "resources of which no day is known"),
        number(found.taken_back, "award of the period that was taken back", "awards of the period that were taken back"),
    ]
    .join("; ")
}
