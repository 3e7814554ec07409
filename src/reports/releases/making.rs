//! Making a release: the clients of a period are gathered, the ledger decides for each kind of readers, and what they are told is frozen.

use super::{counts, queries};
use crate::config::Clock;
use crate::equity::catalogue::{Account, Asked as Asking, Class, Count, Plan, Told as Line, Way};
use crate::equity::ledger::editions::{AlreadyTold, Edition, Kept};
use crate::error::{Error, Result};
use crate::firewall::releasing::{Client, Clients, Readership, Release, clients};
use crate::programs::Program;
use crate::reports::benchmarks::available::{self, Chosen};
use crate::reports::operations::{Areas, Figures, Only, operations, ways};
use crate::reports::told::{Cover, Told};
use crate::reports::{Span, make};
use crate::store::{Keyring, sha256};
use crate::values::{Day, Instant, Period, Question, ReleaseAudience, ReleaseId, ReleasePlan, Vocabulary};
use rusqlite::Connection;
use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicUsize, Ordering};

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

/// How far the making of a release is, for whoever waits.
#[derive(Debug, Default)]
pub struct Progress {
    done: AtomicUsize,
    total: AtomicUsize,
}

type Known = (ReleaseAudience, u32, Vec<Edition>, BTreeMap<String, Line>);

/// Everything gathered for a release; the ledger has not decided yet.
pub struct Gathered {
    asked: Asked,
    organization: String,
    at: Instant,
    as_of: Day,
    head: i64,
    span: Span,
    years: u8,
    plan: Plan,
    areas: Vec<String>,
    programs: Vec<String>,
    questions: Vec<Asking>,
    counts: Vec<Count>,
    ways: Vec<(i64, Way)>,
    clients: Clients,
    /// For each kind of readers: k, what they were told before, and what the newest release of the period told them.
    readers: Vec<Known>,
    before: Vec<i64>,
    tells_money: bool,
    corrects: Option<i64>,
    exact: Figures,
    compared: Option<Chosen>,
    declared: Option<String>,
}

/// A release as it would be.
pub struct Draft {
    pub id: ReleaseId,
    pub program: Option<i64>,
    pub period: Period,
    pub years: u8,
    pub span: Span,
    pub plan: ReleasePlan,
    pub areas: Vec<String>,
    pub programs: Vec<String>,
    pub tells_money: bool,
    pub corrects: Option<i64>,
    pub reason: Option<String>,
    pub at: Instant,
    /// The last release when it was made: after another one it is stale.
    pub head: i64,
    pub counts: Vec<Count>,
    pub ways: Vec<(i64, Way)>,
    pub before: Vec<i64>,
    pub frozen: Vec<Frozen>,
}

/// What one kind of readers is told.
pub struct Frozen {
    pub readers: ReleaseAudience,
    pub threshold: u32,
    pub account: Account,
    /// Everything the report is written from, as it is kept, and its digest.
    pub told: String,
    pub told_hash: String,
    /// In the order of the list.
    pub counts: Vec<Option<i64>>,
    pub secrets: Vec<Kept>,
    pub worlds: usize,
    pub worlds_hash: String,
}

impl Progress {
    /// Steps done, and all of them.
    pub fn get(&self) -> (usize, usize) {
        (self.done.load(Ordering::Relaxed), self.total.load(Ordering::Relaxed))
    }

    fn set(&self, done: usize, total: usize) {
        self.done.store(done, Ordering::Relaxed);
        self.total.store(total, Ordering::Relaxed);
    }
}

/// Reads everything a release is made of. A period that is not over is refused.
pub fn gather(conn: &Connection, keys: &Keyring, clock: &Clock, organization: &str, asked: Asked) -> Result<Gathered> {
    let period = make::closed(asked.period, clock)?;
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
    for one in ReleaseAudience::ALL.iter().copied() {
        let told = corrected.as_ref().map(|release| queries::told(conn, release.key, one)).transpose()?.map(|(_, told)| told.account);
        // Figures stand in for others only where the same days and the same places are meant.
        let is_same = |old: &Account| {
            corrected.as_ref().is_some_and(|release| (release.first, release.last) == (span.first, span.last))
                && (old.plan, &old.areas, &old.programs) == (plan, &areas.names, &programs)
        };
        let told = told.filter(is_same).map(|account| account.counts).unwrap_or_default();
        readers.push((one, queries::threshold(conn, one)?, queries::editions(conn, &past, one)?, told));
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
        tells_money: !queries::has_told_money(conn, program, span.first, span.last)?,
        corrects: corrected.map(|release| release.key),
        exact: operations(conn, &Only { program, ..Only::default() }, span, as_of, clock.zone())?,
        compared: match program.or(make::only_program(conn)?) {
            Some(program) => available::chosen(conn, program, span)?,
            None => None,
        },
        declared: crate::firewall::declaration(conn)?.map(|declared| make::declared(&declared)),
        asked,
    })
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
    let is_year = !matches!(asked.period, Period::Quarter(..));
    if Plan::of(enrolled) != Plan::Small || !is_year {
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
        Client { owners, is_cooperative, asked: Question::ALL.iter().copied().filter(asks).collect(), ways, cents }
    };
    Ok(all.into_iter().map(client).collect())
}

impl Gathered {
    /// Lets the ledger decide, for the loosest readers first: stricter ones are told part of what they are. Takes a while; needs nothing
    /// but what was gathered.
    pub fn decide(self, progress: &Progress) -> Result<Draft> {
        let id = self.code();
        let mut may_tell = vec![true; self.counts.len()];
        let mut frozen: Vec<Frozen> = Vec::new();
        let mut last: Option<(u32, usize, Vec<Edition>)> = None;
        for (place, (readers, threshold, before, unchanged)) in self.readers.iter().enumerate() {
            // ReleaseAudience who know the same and have the same k are told the same.
            let is_same = last.as_ref().is_some_and(|(k, _, known)| k == threshold && known == before);
            let cents = frozen.last().map(|looser| looser.account.cents.clone());
            let cents = |class: Class| self.tells_money && cents.as_ref().is_none_or(|cents| cents.contains_key(&class.code()));
            let release = if is_same { None } else { Some(self.ask((&may_tell, &cents), *threshold, before, (place, progress))?) };
            let one = match (release, frozen.last()) {
                (Some(release), _) => {
                    for (may_tell, told) in may_tell.iter_mut().zip(&release.answer.told) {
                        *may_tell = told.is_some();
                    }
                    self.freeze(&id, *readers, *threshold, unchanged, &release)?
                }
                (None, Some(like)) => self.freeze_like(&id, *readers, like)?,
                (None, None) => return Err(Error::internal("the first readers have nobody to be like")),
            };
            last = Some((*threshold, place, before.clone()));
            frozen.push(one);
        }
        progress.set(self.readers.len() * 100, self.readers.len() * 100);
        Ok(Draft {
            id,
            program: self.asked.program.as_ref().map(|program| program.key),
            period: self.asked.period,
            years: self.years,
            span: self.span,
            plan: counts::word(self.plan),
            areas: self.areas,
            programs: self.programs,
            tells_money: self.tells_money,
            corrects: self.corrects,
            reason: self.asked.reason,
            at: self.at,
            head: self.head,
            counts: self.counts,
            ways: self.ways,
            before: self.before,
            frozen,
        })
    }

    /// The code of the release: the same data give the same code.
    fn code(&self) -> ReleaseId {
        let program = self.asked.program.as_ref().map_or("", |program| program.id.as_str());
        // Not of the moment: made again of the same data on the same day, a release is the same to the byte.
        let ways: Vec<String> = self.ways.iter().map(|(business, way)| format!("{business} {}", way.written())).collect();
        let about = format!("{} {program} {} {} {} {}", self.organization, self.asked.period, self.years, self.head, self.as_of);
        let made_of = format!("{about}\n{}", ways.join("\n"));
        let mut bits = [0; 16];
        bits.iter_mut().zip(sha256(made_of.as_bytes())).for_each(|(bit, byte)| *bit = byte);
        ReleaseId::from_bits(bits)
    }

    fn ask(
        &self,
        (may_tell, cents): (&[bool], &dyn Fn(Class) -> bool),
        threshold: u32,
        before: &[Edition],
        (place, progress): (usize, &Progress),
    ) -> Result<Release> {
        let all = self.readers.len() * 100;
        let mut hears = |done: usize, total: usize| progress.set(place * 100 + done * 100 / total.max(1), all);
        let readers = Readership { before, threshold };
        self.clients.release(&self.counts, may_tell, &readers, cents, &mut hears).map_err(|AlreadyTold(number)| {
            Error::Rejected(format!(
                "{number} small numbers of {} follow from what was released before, whatever is left out now. Nothing was released. Choose a \
                 longer period, or all programs together.",
                self.asked.period
            ))
        })
    }

    fn freeze(
        &self,
        id: &ReleaseId,
        readers: ReleaseAudience,
        threshold: u32,
        unchanged: &BTreeMap<String, Line>,
        release: &Release,
    ) -> Result<Frozen> {
        let told = |(count, told): (&Count, &Option<i64>)| {
            let before = match unchanged.get(&count.id()) {
                Some(Line::Shown(before) | Line::Unchanged(before)) => Some(*before),
                _ => None,
            };
            let line = match (told.and_then(|told| u32::try_from(told).ok()), before) {
                (Some(told), _) => Line::Shown(told),
                // It changed by so few that the change cannot be told.
                (None, Some(before)) => Line::Unchanged(before),
                (None, None) => Line::Hidden,
            };
            (count.id(), line)
        };
        let account = Account {
            threshold,
            plan: self.plan,
            areas: self.areas.clone(),
            programs: self.programs.clone(),
            asked: self.questions.clone(),
            counts: self.counts.iter().zip(&release.answer.told).map(told).collect(),
            cents: release.cents.iter().map(|(class, cents)| (class.code(), *cents)).collect(),
        };
        let hash = hex(&release.worlds_hash);
        self.written(
            id,
            readers,
            account,
            Decided {
                counts: release.answer.told.clone(),
                secrets: release.answer.secrets.clone(),
                worlds: release.worlds,
                worlds_hash: hash,
            },
        )
    }

    fn freeze_like(&self, id: &ReleaseId, readers: ReleaseAudience, like: &Frozen) -> Result<Frozen> {
        let kept = Decided {
            counts: like.counts.clone(),
            secrets: like.secrets.clone(),
            worlds: like.worlds,
            worlds_hash: like.worlds_hash.clone(),
        };
        self.written(id, readers, like.account.clone(), kept)
    }

    fn written(&self, id: &ReleaseId, readers: ReleaseAudience, account: Account, kept: Decided) -> Result<Frozen> {
        let told = Told {
            cover: self.cover(id, readers, &account, &kept),
            account: account.clone(),
            exact: Some(self.exact.clone()),
            compared: self.compared.clone(),
            context: None,
            answer: None,
        };
        let told = serde_json::to_string(&told)?;
        Ok(Frozen {
            readers,
            threshold: account.threshold,
            account,
            told_hash: hex(&sha256(told.as_bytes())),
            told,
            counts: kept.counts,
            secrets: kept.secrets,
            worlds: kept.worlds,
            worlds_hash: kept.worlds_hash,
        })
    }

    fn cover(&self, id: &ReleaseId, readers: ReleaseAudience, account: &Account, kept: &Decided) -> Cover {
        let (shown, lines) = account.shown();
        let own = |name: &str, words: String| (name.to_owned(), words);
        let passing_on = match readers {
            ReleaseAudience::Internal => "Internal: not to be passed on.",
            ReleaseAudience::Funder => "For the funder it was made for: not to be published.",
            ReleaseAudience::Public => "",
        };
        Cover {
            organization: self.organization.clone(),
            program: self.asked.program.as_ref().map(|program| program.name.clone()),
            period: super::named(self.asked.period, self.span, self.years),
            first: self.span.first,
            last: self.span.last,
            years: self.years,
            as_of: self.as_of,
            code: id.to_string(),
            readers: readers.label().to_owned(),
            passing_on: passing_on.to_owned(),
            declared: self.declared.clone(),
            stated: [
                own("Release", format!("number {} of this organization's ledger", self.before.len() + 1)),
                own("Snapshot", format!("everything on record at the end of release {}, {}", self.head, self.as_of)),
                own("Counts", format!("{shown} of {lines} lines of the fixed list are told")),
                own("Other worlds", format!("{} other worlds fit everything told; SHA-256 of them {}", kept.worlds, kept.worlds_hash)),
            ]
            .into_iter()
            .chain(self.asked.reason.clone().map(|reason| own("Made again because", reason)))
            .collect(),
        }
    }
}

/// What is kept beside the account.
struct Decided {
    counts: Vec<Option<i64>>,
    secrets: Vec<Kept>,
    worlds: usize,
    worlds_hash: String,
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
