//! Files of services, owners, training, outcomes and referrals: read twice, row by row. The first time everything is checked and counted; the
//! second time, in one transaction, written. No row is kept in memory.

use super::met::Met;
use super::writing::{begin, keep_questions};
use super::{known, referrals, written};
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::import::known::{Record, What};
use crate::import::{File, Made, Outcome, Progress, Question, Reading, scan, wall};
use crate::outcomes::queries::Whose;
use crate::programs::Program;
use crate::services::queries::Origin;
use crate::store::{Object, Tx};
use crate::values::{Day, ImportId, Vocabulary};
use crate::{outcomes, people, services, training};
use rusqlite::{Connection, OptionalExtension, named_params};
use std::hash::{DefaultHasher, Hash, Hasher};

/// After so many rows the record of changes takes them in: what it notes until then is in memory.
const BATCH: usize = 2_000;
/// Repeated rows of which the lines are named.
const LINES: usize = 1_000;

const REPEATED: &str = "These rows are the same as an earlier one to the last word. Each was taken once. If it happened twice, write in one of them what was different.";

/// What becomes of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    New,
    Here,
    /// It is here, by row key, and so many of its steps are; the rest is new.
    Further(i64, usize),
    /// It is here and tells another story: that is left as it is.
    Other,
    Repeated,
}

/// Counts rows, and knows those it has met.
#[derive(Default)]
struct Counting {
    met: Met,
    /// The same referral, whatever the rows tell of it.
    same: Met,
    made: Made,
    repeated: Vec<u64>,
    others: Vec<u64>,
    other_count: i64,
}

impl Counting {
    fn take(&mut self, conn: &Connection, program: i64, run: Option<i64>, record: &Record, today: Day) -> Result<Fate> {
        let print = print(&record.what);
        let is_repeated = match print {
            Some(print) => !self.met.insert(print)?,
            None => false,
        };
        let fate = if is_repeated {
            Fate::Repeated
        } else if let What::Referral(told) = &record.what {
            let is_first = self.same.insert(referrals::print(told, record.id.as_deref()))?;
            if is_first { referrals::fate(conn, program, run, record.id.as_deref(), told)? } else { Fate::Other }
        } else if has_id(conn, program, record)? || is_here(conn, program, run, &record.what)? {
            Fate::Here
        } else {
            Fate::New
        };
        match fate {
            Fate::New => self.made.records += 1,
            Fate::Here => self.made.records_here += 1,
            Fate::Further(..) => self.made.records_changed += 1,
            Fate::Other => {
                self.made.records_here += 1;
                self.other_count += 1;
                if self.others.len() < LINES {
                    self.others.push(record.line);
                }
            }
            Fate::Repeated => {
                self.made.repeated += 1;
                if self.repeated.len() < LINES {
                    self.repeated.push(record.line);
                }
            }
        }
        if let (Fate::New, What::Service { advisor, given, .. }) = (fate, &record.what) {
            self.made.late += usize::from(services::dates::is_late(given.served_on, today));
            self.made.by_others += usize::from(advisor.1.is_some());
        }
        Ok(fate)
    }

    /// What the rows came to, with what was left out.
    fn end(self, reading: &Reading) -> (Made, Vec<Question>) {
        let made = Made { coverage: reading.coverage.clone(), unread: reading.mapping.unread(&reading.headers), ..self.made };
        let repeated = i64::try_from(made.repeated).unwrap_or(i64::MAX);
        let questions = [(repeated, REPEATED, self.repeated), (self.other_count, referrals::OTHER, self.others)]
            .into_iter()
            .filter(|(row_count, ..)| *row_count > 0)
            .map(|(row_count, words, lines)| Question {
                header: String::new(),
                typed: String::new(),
                words: words.to_owned(),
                row_count,
                lines,
            });
        (made, questions.collect())
    }
}

/// What an import would make: nothing is changed.
pub fn preview(conn: &Connection, program: i64, file: &File, viewer: Option<&Viewer>, today: Day) -> Result<(Made, Vec<Question>)> {
    let known = known(conn, program, file.kind, viewer)?;
    let mut counting = Counting::default();
    let reading = scan(file, known.as_ref(), today, None, &mut |record| counting.take(conn, program, None, &record, today).map(drop))?;
    Ok(counting.end(&reading))
}

/// Writes a file in: one transaction.
pub fn import(
    tx: &Tx<'_>,
    program: &Program,
    file: &File,
    sha256: &str,
    first: &Reading,
    viewer: Option<&Viewer>,
    progress: &Progress,
) -> Result<Outcome> {
    let known = known(tx, program.key, file.kind, viewer)?;
    let id: ImportId = tx.fresh_id()?;
    let run = begin(tx, &id, program, file, sha256, first)?;
    let (mut counting, mut done, total) = (Counting::default(), 0, first.row_count);
    let reading = scan(file, known.as_ref(), tx.today(), None, &mut |record| {
        progress.reach(done, total)?;
        done += 1;
        match counting.take(tx, program.key, Some(run), &record, tx.today())? {
            Fate::New => write(tx, program.key, run, record)?,
            Fate::Further(referral, known) => referrals::go_on(tx, run, referral, known, &record.what)?,
            Fate::Here | Fate::Other | Fate::Repeated => {}
        }
        if done % BATCH == 0 {
            tx.audit_with("import.rows", Object::new("import_run", &id), &format!("kind {} rows to {done}", file.kind.code()))?;
        }
        Ok(())
    })?;
    if reading.error_count > 0 {
        // What it names was there when it was looked at, and is not any more.
        return Err(Error::Rejected(format!("{}\nNothing was imported.", reading.errors.join("\n"))));
    }
    let (made, asked) = counting.end(&reading);
    let questions: Vec<Question> = reading.questions.into_iter().chain(asked).collect();
    keep_questions(tx, run, &questions)?;
    tx.execute("UPDATE import_run SET made = :made WHERE id = :run", named_params! { ":made": written(&made)?, ":run": run })?;
    let detail = format!("kind {} rows {total} new {} file sha256 {sha256}", file.kind.code(), made.records);
    tx.audit_with("import.made", Object::new("import_run", &id), &detail)?;
    progress.say(total, total);
    Ok(Outcome::Imported { id, made: Box::new(made) })
}

fn write(tx: &Tx<'_>, program: i64, run: i64, record: Record) -> Result<()> {
    match record.what {
        What::Service { business, advisor: (account, typed), given } => {
            let origin = Origin { program, account, import: Some(run), advisor_typed: typed.as_deref() };
            services::queries::bring(tx, &origin, business, &given)
        }
        What::Owner { business, person, from_on, answers, .. } => {
            let person = people::queries::bring_owner(tx, business, &person, from_on, run)?;
            wall::keep_all(tx, person, answers)
        }
        What::Training { author, facts, heads } => training::queries::bring(tx, author, program, &facts, heads, run),
        What::Outcome { business, account, facts, known } => {
            outcomes::queries::bring(tx, &Whose { program, business, account, import: Some(run) }, &facts, &known)
        }
        What::Referral(told) => referrals::begin(tx, program, run, *told),
    }
}

/// By what a row is known again within its file; nothing for an owner, whom the reader knows again.
fn print(what: &What) -> Option<u64> {
    let mut hasher = DefaultHasher::new();
    match what {
        What::Service { business, advisor, given } => {
            let more = (&given.more.session_type, &given.more.topic, given.more.prepare, given.more.travel);
            let note = given.note.as_ref().map(crate::values::Note::as_str);
            (business, advisor, given.served_on, given.kind.code(), given.channel.code(), given.minutes.minutes(), note, more)
                .hash(&mut hasher);
        }
        What::Training { facts, .. } => (crate::values::fold(&facts.title), facts.days.first(), &facts.format).hash(&mut hasher),
        What::Outcome { business, facts, .. } => {
            (business, &facts.kind, facts.on, facts.before, facts.after, &facts.words).hash(&mut hasher);
        }
        What::Referral(told) => told.hash_of_all(&mut hasher),
        What::Owner { .. } => return None,
    }
    Some(hasher.finish())
}

/// True where the very record of a row stands in this folder: the row was exported from it.
fn has_id(conn: &Connection, program: i64, record: &Record) -> Result<bool> {
    let Some(id) = &record.id else { return Ok(false) };
    let sql = match &record.what {
        What::Service { .. } => "SELECT 1 FROM service WHERE public_id = :id AND program_id = :program AND undone_at IS NULL",
        What::Training { .. } => "SELECT 1 FROM training WHERE public_id = :id AND program_id = :program AND undone_at IS NULL",
        What::Outcome { .. } => "SELECT 1 FROM outcome WHERE public_id = :id AND program_id = :program AND undone_at IS NULL",
        What::Owner { .. } | What::Referral(_) => return Ok(false),
    };
    Ok(conn.prepare_cached(sql)?.exists(named_params! { ":id": id, ":program": program })?)
}

/// True where the same is here already, whoever wrote it down.
fn is_here(conn: &Connection, program: i64, run: Option<i64>, what: &What) -> Result<bool> {
    match what {
        What::Owner { is_here, .. } => Ok(*is_here),
        // Its own story decides.
        What::Referral(_) => Ok(false),
        What::Service { business, given, .. } => {
            let sql = "
                SELECT 1
                FROM service
                WHERE business_id = :business
                  AND served_on = :on
                  AND program_id = :program
                  AND kind = :kind
                  AND channel = :channel
                  AND minutes = :minutes
                  AND note IS :note
                  AND undone_at IS NULL
                  AND (:run IS NULL OR import_id IS NOT :run)
                LIMIT 1";
            let params = named_params! {
                ":business": business, ":on": given.served_on, ":program": program, ":kind": given.kind, ":channel": given.channel,
                ":minutes": given.minutes.minutes(), ":note": given.note, ":run": run,
            };
            Ok(conn.prepare_cached(sql)?.query_row(params, |_| Ok(())).optional()?.is_some())
        }
        What::Training { facts, .. } => {
            let sql = "
                SELECT 1
                FROM training
                JOIN training_date ON training_date.training_id = training.id
                WHERE training.program_id = :program
                  AND training.title = :title
                  AND training_date.on_day = :on
                  AND training.undone_at IS NULL
                  AND (:run IS NULL OR training.import_id IS NOT :run)
                LIMIT 1";
            let params = named_params! { ":program": program, ":title": facts.title, ":on": facts.days.first(), ":run": run };
            Ok(conn.prepare_cached(sql)?.query_row(params, |_| Ok(())).optional()?.is_some())
        }
        What::Outcome { business, facts, .. } => {
            let sql = "
                SELECT 1
                FROM outcome
                WHERE business_id = :business
                  AND program_id = :program
                  AND kind = :kind
                  AND happened_on = :on
                  AND amount_before IS :before
                  AND amount_after IS :after
                  AND undone_at IS NULL
                  AND (:run IS NULL OR import_id IS NOT :run)
                LIMIT 1";
            let params = named_params! {
                ":business": business, ":program": program, ":kind": facts.kind, ":on": facts.on, ":before": facts.before,
                ":after": facts.after, ":run": run,
            };
            Ok(conn.prepare_cached(sql)?.query_row(params, |_| Ok(())).optional()?.is_some())
        }
    }
}
