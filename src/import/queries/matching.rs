//! Which rows are about businesses and resources that are here already.
//!
//! Two descriptions are compared by `people::likeness`. What is surely the same is taken; what may be the same is asked about, and a
//! person decides. In a file of resources a row with the very name and postal code of another is about the same business.

use crate::error::Result;
use crate::import::deciding::{Ask, Candidate, LEAVE, NEW, Said};
use crate::import::{Award, Entry, Made, Reading};
use crate::people::likeness::{Facts, Index, Likeness, Verdict};
use crate::people::{self, label};
use crate::values::{Day, ImportKind, ResourceKind, fold};
use rusqlite::Connection;
use std::collections::{HashMap, HashSet};

/// Candidates that are shown for a row.
const SHOWN: usize = 4;

/// The business a row is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// Here before the file, by row key.
    Here(i64),
    /// New, by its place among the new ones of the file.
    New(usize),
}

/// What is to be done with one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decision {
    /// The business.
    pub target: Target,
    /// True for the first row of the file about a new business.
    pub is_first: bool,
    /// True where an earlier import brought the same resource.
    pub award_is_here: bool,
}

/// What is to be done with a file.
#[derive(Default)]
pub struct Plan {
    /// Row by row; nothing for a row that is left out, or that nobody decided about.
    pub decisions: Vec<Option<Decision>>,
    /// For each new business: the first day the file knows.
    pub first_days: Vec<Option<Day>>,
    /// Rows that a person decides about, decided or not.
    pub asks: Vec<Ask>,
}

impl Plan {
    /// Rows that nobody decided about.
    pub fn undecided(&self) -> impl Iterator<Item = &Ask> {
        self.asks.iter().filter(|ask| ask.said.is_none())
    }
}

type NameKey = (String, Option<String>);
type AwardKey = (i64, ResourceKind, Option<Day>, Option<i64>);

/// What an import would make, and what a person has to decide first: nothing is changed.
pub fn preview(conn: &Connection, program: i64, kind: ImportKind, reading: &Reading, said: &Said, today: Day) -> Result<(Made, Vec<Ask>)> {
    if kind == ImportKind::Sites {
        return Ok((super::sites::preview(conn, program, reading)?, Vec::new()));
    }
    if kind == ImportKind::Partners {
        let unread = reading.mapping.unread(&reading.headers);
        return Ok((Made { unread, ..super::partners::plan(conn, program, &reading.partners, today)?.made }, Vec::new()));
    }
    let plan = plan(conn, program, kind, &reading.entries, said)?;
    let mut made = Made { coverage: reading.coverage.clone(), unread: reading.mapping.unread(&reading.headers), ..Made::default() };
    for (entry, decision) in reading.entries.iter().zip(&plan.decisions) {
        count(&mut made, kind, entry, *decision);
    }
    made.left_out -= plan.undecided().count();
    Ok((made, plan.asks))
}

/// Counts a row.
pub fn count(made: &mut Made, kind: ImportKind, entry: &Entry, decision: Option<Decision>) {
    let Some(decision) = decision else {
        made.left_out += 1;
        return;
    };
    made.clients += usize::from(decision.is_first);
    let repeats = kind == ImportKind::Clients && !decision.is_first;
    made.already_here += usize::from(matches!(decision.target, Target::Here(_)) || repeats);
    if let Some(award) = &entry.award {
        if decision.award_is_here {
            made.deployments_already_here += 1;
        } else {
            made.deployments += 1;
            *made.awarded.entry(crate::values::Vocabulary::code(award.unit).to_owned()).or_default() +=
                award.awarded.map_or(0, |amount| amount.value);
        }
    }
}

/// Decides about every row of a file, as far as nobody has to be asked.
pub fn plan(conn: &Connection, program: i64, kind: ImportKind, entries: &[Entry], said: &Said) -> Result<Plan> {
    let mut known = Here::load(conn, program, kind)?;
    let mut plan = Plan::default();
    for entry in entries {
        let found = match known.find(entry) {
            Found::Surely(target) => Answer::About(target),
            Found::Nobody => Answer::Another,
            Found::Perhaps(candidates) => decide(&mut plan, entry, candidates, said),
        };
        let (target, is_first) = match found {
            Answer::About(target) => (target, false),
            Answer::Another => (Target::New(plan.first_days.len()), true),
            Answer::Nothing => {
                plan.decisions.push(None);
                continue;
            }
        };
        if is_first {
            plan.first_days.push(None);
            known.learn(entry, target);
        }
        let day = entry.enrolled_on.or_else(|| entry.award.as_ref().and_then(Award::day));
        if let (Target::New(place), Some(day)) = (target, day)
            && let Some(first) = plan.first_days.get_mut(place)
        {
            *first = Some(first.map_or(day, |first| first.min(day)));
        }
        let award_is_here = entry.award.as_ref().is_some_and(|award| known.took(target, award));
        plan.decisions.push(Some(Decision { target, is_first, award_is_here }));
    }
    Ok(plan)
}

/// Which business a row is about, once that is clear.
enum Answer {
    About(Target),
    Another,
    Nothing,
}

/// What a person said of a row: the business it is about, a new one, or nothing where it is left out or not decided yet.
fn decide(plan: &mut Plan, entry: &Entry, candidates: Vec<(Candidate, Target)>, said: &Said) -> Answer {
    let facts = facts(entry);
    let targets: Vec<(String, Target)> = candidates.iter().map(|(candidate, target)| (candidate.label.clone(), *target)).collect();
    let candidates = candidates.into_iter().map(|(candidate, _)| candidate).collect();
    let mut ask = Ask { line: entry.line, name: entry.name.to_string(), about: about(&facts), candidates, said: None };
    ask.said = said.get(&entry.line).filter(|said| ask.takes(said)).cloned();
    let answer = match ask.said.as_deref() {
        None | Some(LEAVE) => Answer::Nothing,
        Some(NEW) => Answer::Another,
        Some(label) => targets.into_iter().find(|(own, _)| own == label).map_or(Answer::Nothing, |(_, target)| Answer::About(target)),
    };
    plan.asks.push(ask);
    answer
}

/// What is known of a business but its name: where it is, who speaks for it, how they are reached.
fn about(facts: &Facts) -> String {
    let place = [facts.street.clone(), facts.city.clone(), facts.postal_code.clone()].into_iter().flatten();
    let more = facts.people.iter().chain(&facts.telephones).chain(&facts.emails).cloned();
    place.chain(more).collect::<Vec<_>>().join(", ")
}

/// A row as it is compared.
fn facts(entry: &Entry) -> Facts {
    let contact = &entry.contact;
    let person = format!("{} {}", contact.first_name, contact.last_name);
    Facts {
        names: std::iter::once(entry.name.to_string()).chain(entry.legal_name.as_ref().map(ToString::to_string)).collect(),
        street: entry.place.street.clone(),
        city: entry.place.city.clone(),
        postal_code: entry.place.postal_code.clone(),
        telephones: contact.telephone.as_ref().map(|telephone| telephone.as_str().to_owned()).into_iter().collect(),
        emails: contact.email.as_ref().map(|email| email.as_str().to_owned()).into_iter().collect(),
        website: entry.website.clone(),
        people: Some(person.trim().to_owned()).filter(|name| !name.is_empty()).into_iter().collect(),
        product: entry.product.as_ref().map(ToString::to_string),
    }
}

/// Whom a row may be about.
enum Found {
    Surely(Target),
    Perhaps(Vec<(Candidate, Target)>),
    Nobody,
}

/// What a candidate is shown with, and where it leads.
struct Shown {
    label: String,
    name: String,
    about: String,
    target: Target,
}

/// What a program knows before the file, and what the file taught since.
struct Here {
    kind: ImportKind,
    names: HashMap<NameKey, Target>,
    index: Index<Shown>,
    /// How many times an earlier import brought a resource.
    awards: HashMap<AwardKey, usize>,
    /// Clients by the id that an export names them by.
    ids: HashMap<String, Target>,
    /// Resources by theirs.
    award_ids: HashSet<String>,
}

impl Here {
    fn load(conn: &Connection, program: i64, kind: ImportKind) -> Result<Self> {
        let mut known = Self {
            kind,
            names: HashMap::new(),
            index: Index::default(),
            awards: HashMap::new(),
            ids: HashMap::new(),
            award_ids: HashSet::new(),
        };
        for described in people::queries::describe_all(conn, program)? {
            let target = Target::Here(described.key);
            let (facts, name) = (&described.facts, described.facts.names.first().cloned().unwrap_or_default());
            known.names.entry((folded(&name), facts.postal_code.clone())).or_insert(target);
            known.ids.insert(described.id.to_string(), target);
            known.index.add(facts.known(), Shown { label: label(described.number), about: about(facts), name, target });
        }
        if kind == ImportKind::Deployments {
            known.load_awards(conn, program)?;
        }
        Ok(known)
    }

    fn load_awards(&mut self, conn: &Connection, program: i64) -> Result<()> {
        let sql = "SELECT public_id FROM deployment WHERE program_id = ?1 AND undone_at IS NULL";
        let mut statement = conn.prepare_cached(sql)?;
        self.award_ids = statement.query_map([program], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        let sql = "
            SELECT business_id, kind, coalesce(awarded_on, applied_on, delivered_on, refused_on) AS day, coalesce(awarded, applied, delivered) AS amount
            FROM deployment
            WHERE program_id = ?1
              AND import_id IS NOT NULL
              AND undone_at IS NULL";
        let mut statement = conn.prepare_cached(sql)?;
        let mut rows = statement.query([program])?;
        while let Some(row) = rows.next()? {
            let key = (row.get("business_id")?, row.get("kind")?, row.get("day")?, row.get("amount")?);
            *self.awards.entry(key).or_default() += 1;
        }
        Ok(())
    }

    fn find(&self, entry: &Entry) -> Found {
        if let Some(target) = entry.id.as_ref().and_then(|id| self.ids.get(id)) {
            return Found::Surely(*target);
        }
        let key = (folded(entry.name.as_str()), entry.place.postal_code.clone());
        if self.kind == ImportKind::Deployments
            && let Some(target) = self.names.get(&key)
        {
            return Found::Surely(*target);
        }
        let alike = self.index.alike(&facts(entry).known());
        let is_sure = |found: &(Likeness, &Shown)| found.0.verdict() == Verdict::Same;
        match alike.as_slice() {
            [] => Found::Nobody,
            [first, rest @ ..] if is_sure(first) && rest.iter().all(|other| !is_sure(other) || other.0.points < first.0.points) => {
                Found::Surely(first.1.target)
            }
            _ => Found::Perhaps(alike.into_iter().take(SHOWN).map(|(likeness, shown)| candidate(&likeness, shown)).collect()),
        }
    }

    /// Later rows of a file of clients are compared with earlier ones; in a file of resources a name and its postal code are enough.
    fn learn(&mut self, entry: &Entry, target: Target) {
        if self.kind == ImportKind::Deployments {
            self.names.insert((folded(entry.name.as_str()), entry.place.postal_code.clone()), target);
            return;
        }
        let facts = facts(entry);
        let shown = Shown { label: format!("line {}", entry.line), name: entry.name.to_string(), about: about(&facts), target };
        self.index.add(facts.known(), shown);
    }

    /// True where an earlier import brought this very resource, each of those met once; or where the row was exported from here.
    fn took(&mut self, target: Target, award: &Award) -> bool {
        if award.id.as_ref().is_some_and(|id| self.award_ids.contains(id)) {
            return true;
        }
        let Target::Here(business) = target else { return false };
        let amount = award.awarded.or(award.applied).or(award.delivered).map(|amount| amount.value);
        match self.awards.get_mut(&(business, award.kind, award.day(), amount)) {
            Some(left) if *left > 0 => {
                *left -= 1;
                true
            }
            _ => false,
        }
    }
}

fn candidate(likeness: &Likeness, shown: &Shown) -> (Candidate, Target) {
    let candidate = Candidate {
        label: shown.label.clone(),
        name: shown.name.clone(),
        about: shown.about.clone(),
        points: likeness.points,
        why: likeness.words(),
    };
    (candidate, shown.target)
}

/// A name as it is compared. A name of signs alone is compared as it stands.
fn folded(name: &str) -> String {
    let folded = fold(name);
    if folded.is_empty() { name.to_lowercase() } else { folded }
}
