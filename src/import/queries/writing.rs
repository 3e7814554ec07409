//! Writing a file in: one transaction, one audit event, every row with the number of its import.

use super::lists::Lists;
use super::matching::{self, Plan, Target};
use super::{find_same, written};
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::import::deciding::{Ask, Said};
use crate::import::is_of_records;
use crate::import::wall::{self, Answers};
use crate::import::{Award, Entry, File, Made, Outcome, Progress, Question, Reading};
use crate::people;
use crate::places::{self, NewLocation};
use crate::programs::Program;
use crate::store::{Object, Tx};
use crate::values::sensitive::names_somebody;
use crate::values::{
    ClientId, Day, DeploymentId, ImportId, ImportKind, JobBasis, LegalForm, LocatedBy, PersonId, Telephone, Vocabulary, fold,
};
use rusqlite::named_params;

/// Undecided rows that are named.
const LISTED: usize = 50;

/// Who imports, and what they said of rows that may be about somebody here.
#[derive(Default)]
pub struct By<'b> {
    /// Who is signed in; nobody on the command line.
    pub viewer: Option<&'b Viewer>,
    /// What was said.
    pub said: Said,
}

/// Writes a file in, unless the same file is in already. The reading must be without complaints.
pub fn import(
    tx: &Tx<'_>,
    program: &Program,
    file: &File,
    sha256: &str,
    reading: Reading,
    by: &By<'_>,
    progress: &Progress,
) -> Result<Outcome> {
    if let Some((id, at)) = find_same(tx, program.key, file.kind, sha256)? {
        return Ok(Outcome::SameFile { id, at });
    }
    if reading.error_count > 0 {
        return Err(Error::Rejected(reading.errors.join("\n")));
    }
    if is_of_records(file.kind) {
        return super::records::import(tx, program, file, sha256, &reading, by.viewer, progress);
    }
    if file.kind == ImportKind::Sites {
        return super::sites::import(tx, program, file, sha256, &reading, progress);
    }
    if file.kind == ImportKind::Partners {
        return super::partners::import(tx, program, file, sha256, &reading, progress);
    }
    let plan = matching::plan(tx, program.key, file.kind, &reading.entries, &by.said)?;
    refuse_undecided(&plan)?;
    let lists = Lists::complete(tx, program, &reading.entries)?;
    let id: ImportId = tx.fresh_id()?;
    let run = begin(tx, &id, program, file, sha256, &reading)?;
    let mut writer = Writer {
        tx,
        program: program.key,
        run,
        basis: basis(file),
        lists,
        questions: reading.questions,
        new: Vec::new(),
        number: next_number(tx)?,
    };
    let mut made = Made {
        coverage: reading.coverage,
        unread: reading.mapping.unread(&reading.headers),
        listed: writer.lists.added.clone(),
        ..Made::default()
    };
    let total = reading.entries.len();
    for (done, (entry, decision)) in reading.entries.iter().zip(&plan.decisions).enumerate() {
        // The rows are half of the work; what the wall and the record take is the other half.
        progress.reach(done / 2, total)?;
        matching::count(&mut made, file.kind, entry, *decision);
        if let Some(decision) = decision {
            writer.row(file.kind, &plan, entry, *decision, &mut made)?;
        }
    }
    writer.keep_answers(progress, total)?;
    writer.ask_about_lists();
    keep_questions(tx, run, &writer.questions)?;
    tx.execute("UPDATE import_run SET made = :made WHERE id = :run", named_params! { ":made": written(&made)?, ":run": run })?;
    let detail =
        format!("kind {} rows {total} clients {} deployments {} file sha256 {sha256}", file.kind.code(), made.clients, made.deployments);
    tx.audit_with("import.made", Object::new("import_run", &id), &detail)?;
    progress.say(total, total);
    Ok(Outcome::Imported { id, made: Box::new(made) })
}

/// Nothing is imported while one row is undecided.
fn refuse_undecided(plan: &Plan) -> Result<()> {
    let undecided: Vec<String> = plan.undecided().take(LISTED).map(Ask::complaint).collect();
    if undecided.is_empty() {
        return Ok(());
    }
    let more = plan.undecided().count() - undecided.len();
    let more = if more > 0 { format!("\nAnd {more} more.") } else { String::new() };
    Err(Error::Rejected(format!("{}{more}\nNothing was imported.", undecided.join("\n"))))
}

fn basis(file: &File) -> JobBasis {
    file.preset.map_or(JobBasis::ToldToAdvisor, |preset| preset.workers)
}

fn next_number(tx: &Tx<'_>) -> Result<i64> {
    Ok(tx.query_row("SELECT coalesce(max(number), 0) + 1 FROM business", [], |row| row.get(0))?)
}

pub(super) fn begin(tx: &Tx<'_>, id: &ImportId, program: &Program, file: &File, sha256: &str, reading: &Reading) -> Result<i64> {
    let sql = "
        INSERT INTO import_run (public_id, program_id, kind, preset, file_name, file_sha256, encoding, mapping, row_count, made, actor, started_at)
        VALUES (:id, :program, :kind, :preset, :name, :hash, :encoding, :mapping, :rows, '{}', :actor, :at)";
    tx.execute(
        sql,
        named_params! {
            ":id": id,
            ":program": program.key,
            ":kind": file.kind,
            ":preset": file.preset_name(),
            ":name": file.name,
            ":hash": sha256,
            ":encoding": reading.encoding,
            ":mapping": serde_json::to_string(&reading.mapping.written(&reading.headers))?,
            ":rows": i64::try_from(reading.row_count).unwrap_or(i64::MAX),
            ":actor": tx.actor().id,
            ":at": tx.at(),
        },
    )?;
    Ok(tx.last_insert_rowid())
}

pub(super) fn keep_questions(tx: &Tx<'_>, run: i64, questions: &[Question]) -> Result<()> {
    let sql = "
        INSERT INTO import_question (import_id, header, typed, question, row_count, lines)
        VALUES (:run, :header, :typed, :question, :rows, :lines)";
    let mut statement = tx.prepare_cached(sql)?;
    for question in questions {
        statement.execute(named_params! {
            ":run": run,
            ":header": question.header,
            // What looks like a Social Security number stands in no record, not even in a question about it.
            ":typed": if names_somebody(&question.typed) { "" } else { question.typed.as_str() },
            ":question": question.words,
            ":rows": question.row_count,
            ":lines": serde_json::to_string(&question.lines)?,
        })?;
    }
    Ok(())
}

/// A business the file made.
struct NewBusiness {
    key: i64,
    owner: i64,
    answers: Answers,
    has_two_answers: bool,
}

struct Writer<'w, 'c> {
    tx: &'w Tx<'c>,
    program: i64,
    run: i64,
    basis: JobBasis,
    lists: Lists,
    questions: Vec<Question>,
    new: Vec<NewBusiness>,
    number: i64,
}

impl Writer<'_, '_> {
    fn row(&mut self, kind: ImportKind, plan: &Plan, entry: &Entry, decision: matching::Decision, made: &mut Made) -> Result<()> {
        let business = match decision.target {
            Target::Here(business) => business,
            Target::New(place) if decision.is_first => self.register(entry, plan.first_days.get(place).copied().flatten())?,
            Target::New(place) => self.meet_again(kind, place, entry)?,
        };
        if kind == ImportKind::Clients {
            if decision.is_first
                && let Some(workers) = entry.workers
            {
                made.job_snapshots += self.count_workers(business, self.tx.today(), workers)?;
            }
            return Ok(());
        }
        let Some(award) = entry.award.as_ref().filter(|_| !decision.award_is_here) else { return Ok(()) };
        self.award(business, award)?;
        if let Some((workers, day)) = entry.workers.zip(award.day()) {
            made.job_snapshots += self.count_workers(business, day, workers)?;
        }
        Ok(())
    }

    /// A second row about a new business: in a file of clients a question, in a file of resources one more resource.
    fn meet_again(&mut self, kind: ImportKind, place: usize, entry: &Entry) -> Result<i64> {
        let Some(new) = self.new.get_mut(place) else { return Err(Error::internal("a row names a business that was not made")) };
        let key = new.key;
        if kind == ImportKind::Deployments {
            new.has_two_answers |= new.answers.merge(&entry.answers);
        } else {
            self.questions.push(Question {
                header: "Name of the business".to_owned(),
                typed: entry.name.to_string(),
                words: "This business stands in the file more than once, with the same postal code. Only its first row was taken. Is it the same?".to_owned(),
                row_count: 1,
                lines: vec![entry.line],
            });
        }
        Ok(key)
    }

    fn register(&mut self, entry: &Entry, first_day: Option<Day>) -> Result<i64> {
        let business = self.insert_business(entry)?;
        let on = entry.enrolled_on.or(first_day).unwrap_or_else(|| self.tx.today());
        let sql = "INSERT INTO enrollment (business_id, program_id, from_on, import_id) VALUES (:business, :program, :on, :run)";
        self.tx
            .prepare_cached(sql)?
            .execute(named_params! { ":business": business, ":program": self.program, ":on": on, ":run": self.run })?;
        if let Some(point) = entry.point {
            let new = NewLocation { point: Some(point), source: LocatedBy::Imported, since_on: on, import: Some(self.run), account: None };
            places::queries::insert_location(self.tx, business, &new)?;
        }
        let owner = self.insert_owner(business, entry)?;
        people::queries::index(self.tx, business)?;
        self.new.push(NewBusiness { key: business, owner, answers: entry.answers.clone(), has_two_answers: false });
        Ok(business)
    }

    fn insert_business(&mut self, entry: &Entry) -> Result<i64> {
        let id: ClientId = self.tx.fresh_id()?;
        let sql = "
            INSERT INTO business (public_id, number, name, legal_name, name_folded, product, naics, naics_edition, stage, started_on, legal_form,
                                  legal_form_typed, street, city, state, postal_code, county, county_fips, metro, neighborhood,
                                  is_cooperative, import_id, created_at)
            VALUES (:id, :number, :name, :legal_name, :folded, :product, :naics, :edition, :stage, :started_on, :legal_form,
                    :legal_form_typed, :street, :city, :state, :postal_code, :county, :county_fips, :metro, :neighborhood,
                    :is_cooperative, :run, :at)";
        self.tx.prepare_cached(sql)?.execute(named_params! {
            ":id": id,
            ":number": self.number,
            ":name": entry.name,
            ":legal_name": entry.legal_name,
            ":folded": fold(entry.name.as_str()),
            ":product": entry.product,
            ":naics": entry.naics.as_ref().map(|(code, _)| code),
            ":edition": entry.naics.as_ref().and_then(|(_, edition)| *edition),
            ":stage": entry.stage,
            ":started_on": entry.started_on,
            ":legal_form": entry.legal_form,
            ":legal_form_typed": entry.legal_form_typed,
            ":street": entry.place.street,
            ":city": entry.place.city,
            ":state": entry.place.state,
            ":postal_code": entry.place.postal_code,
            ":county": entry.place.county,
            ":county_fips": entry.place.county_fips,
            ":metro": entry.place.metro,
            ":neighborhood": entry.place.neighborhood,
            ":is_cooperative": entry.legal_form == Some(LegalForm::Cooperative),
            ":run": self.run,
            ":at": self.tx.at(),
        })?;
        self.number += 1;
        Ok(self.tx.last_insert_rowid())
    }

    /// The person of the row, or the one unnamed owner of a file without owners. Their share is not known.
    fn insert_owner(&self, business: i64, entry: &Entry) -> Result<i64> {
        let id: PersonId = self.tx.fresh_id()?;
        let contact = &entry.contact;
        let sql = "
            INSERT INTO person (public_id, first_name, last_name, telephone, telephone_digits, email, language, import_id, created_at)
            VALUES (:id, :first, :last, :telephone, :digits, :email, :language, :run, :at)";
        self.tx.prepare_cached(sql)?.execute(named_params! {
            ":id": id,
            ":first": contact.first_name,
            ":last": contact.last_name,
            ":telephone": contact.telephone.as_ref().map(Telephone::as_str),
            ":digits": contact.telephone.as_ref().map(Telephone::digits),
            ":email": contact.email.as_ref().map(crate::values::Email::as_str),
            ":language": contact.language.as_deref().unwrap_or("en"),
            ":run": self.run,
            ":at": self.tx.at(),
        })?;
        let person = self.tx.last_insert_rowid();
        let sql = "INSERT INTO ownership (business_id, person_id, is_contact, import_id) VALUES (:business, :person, :contact, :run)";
        self.tx
            .prepare_cached(sql)?
            .execute(named_params! { ":business": business, ":person": person, ":contact": contact.is_somebody(), ":run": self.run })?;
        Ok(person)
    }

    /// Workers on a day, unless the same count is here already. How many snapshots that made.
    fn count_workers(&self, business: i64, on: Day, workers: i64) -> Result<usize> {
        let sql = "
            INSERT INTO job_snapshot (business_id, on_day, workers, basis, import_id, recorded_at)
            SELECT :business, :on, :workers, :basis, :run, :at
            WHERE NOT EXISTS (SELECT 1 FROM job_snapshot WHERE business_id = :business AND on_day = :on AND workers = :workers AND basis = :basis)";
        Ok(self.tx.prepare_cached(sql)?.execute(named_params! {
            ":business": business,
            ":on": on,
            ":workers": workers,
            ":basis": self.basis,
            ":run": self.run,
            ":at": self.tx.at(),
        })?)
    }

    fn award(&self, business: i64, award: &Award) -> Result<()> {
        let id: DeploymentId = self.tx.fresh_id()?;
        let sql = "
            INSERT INTO deployment (public_id, program_id, business_id, kind, unit, applied, awarded, delivered, applied_on, awarded_on,
                                    delivered_on, refused_on, funding_source_id, deciding_body_id, match_cents, deposit_cents, fees_cents, guarantee,
                                    guarantee_cents, note, import_id, created_at)
            VALUES (:id, :program, :business, :kind, :unit, :applied, :awarded, :delivered, :applied_on, :awarded_on,
                    :delivered_on, :refused_on, :source, :body, :matched, :deposit, :fees, :guarantee, :guaranteed, :note, :run, :at)";
        self.tx.prepare_cached(sql)?.execute(named_params! {
            ":id": id,
            ":program": self.program,
            ":business": business,
            ":kind": award.kind,
            ":unit": award.unit,
            ":applied": award.applied.map(|amount| amount.value),
            ":awarded": award.awarded.map(|amount| amount.value),
            ":delivered": award.delivered.map(|amount| amount.value),
            ":applied_on": award.applied_on,
            ":awarded_on": award.awarded_on,
            ":delivered_on": award.delivered_on,
            ":refused_on": award.refused_on,
            ":source": award.funding.as_ref().and_then(|(name, _)| self.lists.sources.get(&fold(name.as_str()))),
            ":body": award.deciding_body.as_ref().and_then(|name| self.lists.bodies.get(&fold(name.as_str()))),
            ":matched": award.brought.matched,
            ":deposit": award.brought.deposit,
            ":fees": award.brought.fees,
            ":guarantee": award.brought.guarantee,
            ":guaranteed": award.brought.guarantee_cents,
            ":note": award.note,
            ":run": self.run,
            ":at": self.tx.at(),
        })?;
        Ok(())
    }

    /// What the file says of who the owners are goes behind the wall once all rows of a business are known.
    fn keep_answers(&mut self, progress: &Progress, total: usize) -> Result<()> {
        let mut two = 0;
        for (done, new) in std::mem::take(&mut self.new).into_iter().enumerate() {
            progress.reach(usize::midpoint(total, done).min(total), total)?;
            two += i64::from(new.has_two_answers);
            wall::keep_all(self.tx, new.owner, new.answers)?;
        }
        if two > 0 {
            self.questions.push(Question {
                header: "Race, sex or veteran status".to_owned(),
                typed: String::new(),
                words: "Rows about one business give two different answers about its owner. They are kept as unknown.".to_owned(),
                row_count: two,
                lines: Vec::new(),
            });
        }
        Ok(())
    }

    fn ask_about_lists(&mut self) {
        for name in &self.lists.without_kind {
            self.questions.push(Question {
                header: "Who pays".to_owned(),
                typed: name.clone(),
                words: "This is not on the program's list of who pays, and the file does not say if it is public money, a foundation, a bank or the owner. It was left unset. Which is it?".to_owned(),
                row_count: 1,
                lines: Vec::new(),
            });
        }
    }
}
