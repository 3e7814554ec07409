//! A directory written in: whom and what the program knows already stays as it is, and what is new is listed.
//!
//! A partner is the same where its name, without case, spaces and signs, is the same within the program; a service where its name
//! and its place are; somebody to ask where the name is.

use super::undo::Kept;
use super::writing::{begin, keep_questions};
use super::written;
use crate::error::{Error, Result};
use crate::import::{File, Made, OfferedRow, Outcome, PartnerRow, Progress, Question, Reading};
use crate::partners::{NewClosure, NewContact, PartnerFacts, Service, ServiceFacts, queries as partners};
use crate::programs::Program;
use crate::store::{Object, Tx};
use crate::values::{Capacity, Day, ImportId, fold};
use rusqlite::{Connection, named_params};
use std::collections::{BTreeMap, HashMap};

/// What is to be done with a directory.
pub struct Plan {
    partners: Vec<Planned>,
    /// What rows say differently from what is known.
    pub questions: Vec<Question>,
    /// What it makes.
    pub made: Made,
}

/// One partner of the file.
struct Planned {
    /// Row key, where it is here.
    here: Option<i64>,
    known: Vec<Service>,
    facts: PartnerFacts,
    offered: Vec<OfferedRow>,
    closures: Vec<NewClosure>,
    contacts: Vec<NewContact>,
}

/// Decides about every row of a file; nothing is changed.
pub fn plan(conn: &Connection, program: i64, rows: &[PartnerRow], today: Day) -> Result<Plan> {
    let here = known(conn, program)?;
    let mut plan = Plan { partners: Vec::new(), questions: Vec::new(), made: Made::default() };
    let mut places: HashMap<String, usize> = HashMap::new();
    for row in rows {
        let key = folded(row.facts.name.as_str());
        let place = match places.get(&key) {
            Some(place) => *place,
            None => {
                let here = here.get(&key).copied();
                let known = here.map(|key| partners::services(conn, key)).transpose()?.unwrap_or_default();
                plan.partners.push(Planned::new(here, known, row));
                places.insert(key, plan.partners.len() - 1);
                plan.partners.len() - 1
            }
        };
        let Some(planned) = plan.partners.get_mut(place) else { return Err(Error::internal("a row names a partner that was not planned")) };
        plan.questions.extend(planned.take(row, today));
    }
    for planned in &mut plan.partners {
        planned.leave_out_known(conn)?;
        plan.made.partners += usize::from(planned.here.is_none());
        plan.made.partners_already_here += usize::from(planned.here.is_some());
        plan.made.services_already_here += planned.offered.iter().filter(|row| planned.finds(&row.facts).is_some()).count();
        plan.questions.extend(planned.differences());
        let known = std::mem::take(&mut planned.known);
        planned.offered.retain(|row| !known.iter().any(|service| is_same(&service.facts, &row.facts)));
        plan.made.services += planned.offered.len();
        plan.made.contacts += planned.contacts.len();
    }
    Ok(plan)
}

/// The partners of a program: folded name and row key.
fn known(conn: &Connection, program: i64) -> Result<HashMap<String, i64>> {
    let mut statement = conn.prepare_cached("SELECT id, name FROM partner WHERE program_id = ?1 ORDER BY id DESC")?;
    let rows = statement.query_map([program], |row| Ok((folded(&row.get::<_, String>("name")?), row.get("id")?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A name as it is compared. A name of signs alone is compared as it stands.
fn folded(name: &str) -> String {
    let folded = fold(name);
    if folded.is_empty() { name.to_lowercase() } else { folded }
}

/// The same service: its name and its place.
fn is_same(one: &ServiceFacts, other: &ServiceFacts) -> bool {
    let place = |facts: &ServiceFacts| folded(&facts.location.words().unwrap_or_default());
    folded(one.name.as_str()) == folded(other.name.as_str()) && place(one) == place(other)
}

impl Planned {
    fn new(here: Option<i64>, known: Vec<Service>, row: &PartnerRow) -> Self {
        Self { here, known, facts: row.facts.clone(), offered: Vec::new(), closures: Vec::new(), contacts: Vec::new() }
    }

    /// Takes one more row about this partner; what it cannot take is a question.
    fn take(&mut self, row: &PartnerRow, today: Day) -> Vec<Question> {
        let mut questions = Vec::new();
        let mut ask = |typed: &str, words: &str| {
            let (header, typed) = ("Partner".to_owned(), typed.to_owned());
            questions.push(Question {
                header,
                typed,
                words: words.to_owned(),
                row_count: 1,
                lines: (row.line > 0).then_some(row.line).into_iter().collect(),
            });
        };
        for kind in &row.facts.kinds {
            if !self.facts.kinds.contains(kind) {
                self.facts.kinds.push(*kind);
            }
        }
        for word in &row.facts.types {
            if !self.facts.types.contains(word) {
                self.facts.types.push(*word);
            }
        }
        let said = |facts: &PartnerFacts| (facts.about.clone(), facts.telephone.clone(), facts.website.clone(), facts.email.clone());
        if said(&self.facts) != said(&row.facts) {
            ask(row.facts.name.as_str(), "The file says different things about this partner. What it says first was taken.");
        }
        if let Some(offered) = &row.offered {
            if self.offered.iter().any(|other| is_same(&other.facts, &offered.facts)) {
                ask(
                    offered.facts.name.as_str(),
                    "This service stands in the file more than once, at the same place. Only the first was taken.",
                );
            } else {
                self.offered.push(offered.clone());
            }
        }
        for closure in &row.closures {
            if let Some(words) = closure.trouble(today) {
                ask(&format!("{} to {}", closure.from, closure.to), words);
            } else if !self.closures.contains(closure) {
                self.closures.push(closure.clone());
            }
        }
        for contact in &row.contacts {
            if !self.contacts.iter().any(|other| folded(other.name.as_str()) == folded(contact.name.as_str())) {
                self.contacts.push(contact.clone());
            }
        }
        questions
    }

    /// Closures and people that are known already are no news.
    fn leave_out_known(&mut self, conn: &Connection) -> Result<()> {
        let Some(here) = self.here else { return Ok(()) };
        let closures = partners::closures(conn, here)?;
        self.closures.retain(|new| !closures.iter().any(|old| (old.from, old.to) == (new.from, new.to)));
        let people = partners::contacts(conn, here)?;
        self.contacts.retain(|new| !people.iter().any(|old| folded(&old.name) == folded(new.name.as_str())));
        Ok(())
    }

    fn finds(&self, facts: &ServiceFacts) -> Option<&Service> {
        self.known.iter().find(|service| is_same(&service.facts, facts))
    }

    /// Services that are here with other words stay as they are; the names of the fields are asked about.
    fn differences(&self) -> Vec<Question> {
        let differs = |row: &OfferedRow| {
            let fields = self.finds(&row.facts)?.facts.changed_fields(&row.facts);
            (!fields.is_empty()).then(|| Question {
                header: "Service".to_owned(),
                typed: row.facts.name.to_string(),
                words: format!(
                    "This service is in the directory with other words ({}). It was left as it is. Which is right?",
                    fields.join(", ")
                ),
                row_count: 1,
                lines: Vec::new(),
            })
        };
        self.offered.iter().filter_map(differs).collect()
    }
}

/// Writes a directory in. The file is not in yet, and the reading is without complaints.
pub fn import(tx: &Tx<'_>, program: &Program, file: &File, sha256: &str, reading: &Reading, progress: &Progress) -> Result<Outcome> {
    let plan = plan(tx, program.key, &reading.partners, tx.today())?;
    let id: ImportId = tx.fresh_id()?;
    let run = begin(tx, &id, program, file, sha256, reading)?;
    write(tx, program, run, &plan)?;
    let questions: Vec<Question> = reading.questions.iter().chain(&plan.questions).cloned().collect();
    keep_questions(tx, run, &questions)?;
    let made = Made { unread: reading.mapping.unread(&reading.headers), ..plan.made };
    tx.execute("UPDATE import_run SET made = :made WHERE id = :run", named_params! { ":made": written(&made)?, ":run": run })?;
    let (rows, partners, services) = (reading.partners.len(), made.partners, made.services);
    progress.reach(rows, rows)?;
    let detail = format!("kind partners rows {rows} partners {partners} services {services} file sha256 {sha256}");
    tx.audit_with("import.made", Object::new("import_run", &id), &detail)?;
    Ok(Outcome::Imported { id, made: Box::new(made) })
}

/// Writes a planned directory in; every row carries the number of its import.
fn write(tx: &Tx<'_>, program: &Program, run: i64, plan: &Plan) -> Result<()> {
    for planned in &plan.partners {
        let key = match planned.here {
            Some(key) => key,
            None => {
                let (key, _) = partners::add(tx, program.key, &planned.facts)?;
                tx.execute("UPDATE partner SET import_id = :run WHERE id = :key", named_params! { ":run": run, ":key": key })?;
                key
            }
        };
        let partner = partners::find(tx, key)?;
        for offered in &planned.offered {
            let id = partners::add_service(tx, &partner, &offered.facts)?;
            keep_state(tx, run, id.as_str(), offered)?;
        }
        for contact in &planned.contacts {
            let (contact, _) = partners::add_contact(tx, &partner, contact)?;
            tx.execute("UPDATE partner_contact SET import_id = :run WHERE id = :key", named_params! { ":run": run, ":key": contact })?;
        }
        for closure in &planned.closures {
            partners::announce_closure(tx, &partner, closure)?;
        }
    }
    Ok(())
}

/// What the file says of a check and of capacity; whoever imports it said so.
fn keep_state(tx: &Tx<'_>, run: i64, service: &str, offered: &OfferedRow) -> Result<()> {
    let sql = "
        UPDATE partner_service
        SET import_id = :run, checked_on = :checked_on, checked_by = :checked_by, capacity = :capacity, full_until_on = :until,
            capacity_at = :capacity_at, capacity_by = :capacity_by
        WHERE public_id = :service";
    let by = &tx.actor().id;
    let word = offered.capacity.unwrap_or(Capacity::Open);
    tx.execute(
        sql,
        named_params! {
            ":run": run,
            ":service": service,
            ":checked_on": offered.checked_on.filter(|day| *day <= tx.today()),
            ":checked_by": offered.checked_on.map(|_| by),
            ":capacity": word,
            ":until": offered.until.filter(|_| word != Capacity::Open),
            ":capacity_at": offered.capacity.map(|_| tx.at()),
            ":capacity_by": offered.capacity.map(|_| by),
        },
    )?;
    Ok(())
}

/// Takes a directory back. What somebody changed, or built on, stays: services gone, partners gone, and the partners that stay.
pub fn undo(tx: &Tx<'_>, run: i64) -> Result<(usize, usize, Kept)> {
    let mine = "SELECT id FROM partner_service WHERE import_id = ?1 AND version = 1";
    let steps = ["DELETE FROM partner_service_item WHERE service_id = ?1", "DELETE FROM partner_service WHERE id = ?1"];
    let services = delete_free(tx, mine, run, &steps)?;
    let sql = "
        DELETE FROM partner_closure
        WHERE (announced_at, announced_by) = (SELECT started_at, actor FROM import_run WHERE id = ?1)";
    tx.execute(sql, [run])?;
    let mine = "SELECT id FROM partner_contact WHERE import_id = ?1";
    delete_free(tx, mine, run, &["DELETE FROM partner_contact WHERE id = ?1"])?;
    let mine = "SELECT id FROM partner WHERE import_id = ?1 AND version = 1";
    let steps = [
        "DELETE FROM partner_kind WHERE partner_id = ?1",
        "DELETE FROM partner_type WHERE partner_id = ?1",
        "DELETE FROM partner WHERE id = ?1",
    ];
    let gone = delete_free(tx, mine, run, &steps)?;
    let mut statement = tx.prepare_cached("SELECT public_id, name FROM partner WHERE import_id = ?1 ORDER BY name")?;
    let kept = statement.query_map([run], |row| Ok((row.get("public_id")?, row.get("name")?)))?.collect::<rusqlite::Result<_>>()?;
    Ok((services, gone, kept))
}

/// Deletes rows that nothing else names, each whole or not at all: whatever points to one keeps it, whichever table that is.
fn delete_free(tx: &Tx<'_>, which: &str, run: i64, steps: &[&str]) -> Result<usize> {
    let mut statement = tx.prepare_cached(which)?;
    let keys: Vec<i64> = statement.query_map([run], |row| row.get("id"))?.collect::<rusqlite::Result<_>>()?;
    let mut gone = 0;
    for key in keys {
        tx.execute_batch("SAVEPOINT free")?;
        let deleted = steps.iter().try_for_each(|step| tx.execute(step, [key]).map(drop));
        match deleted {
            Ok(()) => gone += 1,
            Err(cause) if cause.sqlite_error_code() == Some(rusqlite::ErrorCode::ConstraintViolation) => {
                tx.execute_batch("ROLLBACK TO free")?;
            }
            Err(cause) => return Err(cause.into()),
        }
        tx.execute_batch("RELEASE free")?;
    }
    Ok(gone)
}

/// The first partners an import made: address and name.
pub fn first_partners(conn: &Connection, run: i64, limit: i64) -> Result<BTreeMap<String, String>> {
    let mut statement = conn.prepare_cached("SELECT public_id, name FROM partner WHERE import_id = :run ORDER BY id LIMIT :limit")?;
    let rows = statement.query_map(named_params! { ":run": run, ":limit": limit }, |row| Ok((row.get("public_id")?, row.get("name")?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
