//! Which rows are about businesses and resources that are here already.
//!
//! A business is the same where its name, without case, spaces and punctuation, and its postal code are the same within the
//! program; in a file of clients also where its telephone number or e-mail address is.

use crate::error::Result;
use crate::import::{Award, Entry, Made, Reading};
use crate::values::{Day, ImportKind, ResourceKind, Telephone, fold};
use rusqlite::Connection;
use std::collections::HashMap;

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
pub struct Plan {
    /// Row by row.
    pub decisions: Vec<Decision>,
    /// For each new business: the first day the file knows.
    pub first_days: Vec<Option<Day>>,
}

type NameKey = (String, Option<String>);
type AwardKey = (i64, ResourceKind, Option<Day>, Option<i64>);

/// What an import would make: nothing is changed.
pub fn preview(conn: &Connection, program: i64, kind: ImportKind, reading: &Reading, today: Day) -> Result<Made> {
    if kind == ImportKind::Sites {
        return super::sites::preview(conn, program, reading);
    }
    if kind == ImportKind::Partners {
        let unread = reading.mapping.unread(&reading.headers);
        return Ok(Made { unread, ..super::partners::plan(conn, program, &reading.partners, today)?.made });
    }
    let plan = plan(conn, program, kind, &reading.entries)?;
    let mut made = Made { coverage: reading.coverage.clone(), unread: reading.mapping.unread(&reading.headers), ..Made::default() };
    for (entry, decision) in reading.entries.iter().zip(&plan.decisions) {
        count(&mut made, kind, entry, *decision);
    }
    Ok(made)
}

/// Counts a row.
pub fn count(made: &mut Made, kind: ImportKind, entry: &Entry, decision: Decision) {
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

/// Decides about every row of a file.
pub fn plan(conn: &Connection, program: i64, kind: ImportKind, entries: &[Entry]) -> Result<Plan> {
    let mut known = Known::load(conn, program, kind)?;
    let mut plan = Plan { decisions: Vec::with_capacity(entries.len()), first_days: Vec::new() };
    for entry in entries {
        let (target, is_first) = match known.find(entry) {
            Some(target) => (target, false),
            None => (Target::New(plan.first_days.len()), true),
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
        plan.decisions.push(Decision { target, is_first, award_is_here });
    }
    Ok(plan)
}

/// What a program knows before the file, and what the file taught since.
struct Known {
    names: HashMap<NameKey, Target>,
    telephones: HashMap<String, Target>,
    emails: HashMap<String, Target>,
    /// How many times an earlier import brought a resource.
    awards: HashMap<AwardKey, usize>,
}

impl Known {
    fn load(conn: &Connection, program: i64, kind: ImportKind) -> Result<Self> {
        let mut known = Self { names: HashMap::new(), telephones: HashMap::new(), emails: HashMap::new(), awards: HashMap::new() };
        let sql = "
            SELECT business.id, business.name, business.postal_code
            FROM business
            JOIN enrollment ON enrollment.business_id = business.id
            WHERE enrollment.program_id = ?1
            ORDER BY business.id";
        let mut statement = conn.prepare_cached(sql)?;
        let mut rows = statement.query([program])?;
        while let Some(row) = rows.next()? {
            let name: String = row.get("name")?;
            known.names.entry((folded(&name), row.get("postal_code")?)).or_insert(Target::Here(row.get("id")?));
        }
        if kind == ImportKind::Clients {
            known.load_people(conn, program)?;
        } else {
            known.load_awards(conn, program)?;
        }
        Ok(known)
    }

    fn load_people(&mut self, conn: &Connection, program: i64) -> Result<()> {
        let sql = "
            SELECT ownership.business_id, person.telephone_digits, person.email
            FROM person
            JOIN ownership ON ownership.person_id = person.id
            JOIN enrollment ON enrollment.business_id = ownership.business_id
            WHERE enrollment.program_id = ?1
            ORDER BY ownership.id";
        let mut statement = conn.prepare_cached(sql)?;
        let mut rows = statement.query([program])?;
        while let Some(row) = rows.next()? {
            let target = Target::Here(row.get("business_id")?);
            if let Some(digits) = row.get::<_, Option<String>>("telephone_digits")? {
                self.telephones.entry(digits).or_insert(target);
            }
            if let Some(email) = row.get::<_, Option<String>>("email")? {
                self.emails.entry(email).or_insert(target);
            }
        }
        Ok(())
    }

    fn load_awards(&mut self, conn: &Connection, program: i64) -> Result<()> {
        let sql = "
            SELECT business_id, kind, coalesce(awarded_on, applied_on, delivered_on) AS day, coalesce(awarded, applied, delivered) AS amount
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

    fn find(&self, entry: &Entry) -> Option<Target> {
        let key = (folded(entry.name.as_str()), entry.place.postal_code.clone());
        let by_name = self.names.get(&key);
        let by_telephone = || self.telephones.get(&entry.contact.telephone.as_ref().map(Telephone::digits)?);
        let by_email = || self.emails.get(entry.contact.email.as_ref()?.as_str());
        by_name.or_else(by_telephone).or_else(by_email).copied()
    }

    /// Later rows of the file find a business by its name only: two businesses may share a telephone.
    fn learn(&mut self, entry: &Entry, target: Target) {
        self.names.insert((folded(entry.name.as_str()), entry.place.postal_code.clone()), target);
    }

    /// True where an earlier import brought this very resource; each of those is met once.
    fn took(&mut self, target: Target, award: &Award) -> bool {
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

/// A name as it is compared. A name of signs alone is compared as it stands.
fn folded(name: &str) -> String {
    let folded = fold(name);
    if folded.is_empty() { name.to_lowercase() } else { folded }
}
