//! `fairfloor import`: a file from the command line.

use super::deciding;
use super::{File, Made, Outcome, Preset, Progress, Question, Reading, is_of_records, presets, queries, scan, sniff};
use crate::error::{Error, Result};
use crate::programs;
use crate::store::{Actor, Content, Db};
use crate::values::{Cents, ImportKind, Instant, Vocabulary, grouped};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// What the command line was told.
#[derive(Debug, Clone)]
pub struct Command {
    /// A word of [`ImportKind`].
    pub kind: String,
    /// The file.
    pub file: PathBuf,
    /// Program, needed where there are several.
    pub program: Option<String>,
    /// Field and header.
    pub map: Vec<(String, String)>,
    /// Named reading.
    pub preset: Option<String>,
    /// What is said of rows that may be about somebody here: line and what it is.
    pub decide: Vec<String>,
    /// Only says what would be done.
    pub dry_run: bool,
}

/// Lines of a question that are listed.
const LINES: usize = 5;
/// Questions that are listed.
const QUESTIONS: usize = 50;

/// Imports a file and says what came of it. `progress` is told rows done and rows in all, several times a second.
pub async fn command(db: &Db, command: Command, progress: &mut (dyn FnMut(usize, usize) + Send)) -> Result<String> {
    let told = Arc::new(Progress::default());
    let work = command_told(db, command, Arc::clone(&told));
    tokio::pin!(work);
    loop {
        tokio::select! {
            outcome = &mut work => {
                let (_, total) = told.get();
                progress(total, total);
                return outcome;
            }
            () = tokio::time::sleep(Duration::from_millis(200)) => {
                let (done, total) = told.get();
                progress(done, total);
            }
        }
    }
}

/// As [`command`], with somebody who looks how far it is, and may stop it: then nothing was imported.
pub async fn command_told(db: &Db, command: Command, told: Arc<Progress>) -> Result<String> {
    let mut file = open(db, &command)?;
    let (name, kind) = (command.program.clone(), file.kind);
    let named = command.preset.clone().filter(|_| file.preset.is_none());
    let (program, kept) = db
        .read(move |conn| {
            let program = programs::queries::find_by_name(conn, name.as_deref())?;
            let kept = named.map(|name| queries::kept_as(conn, program.key, kind, &name)).transpose()?;
            Ok((program, kept))
        })
        .await?;
    file.kept = kept.map(Arc::new);
    let (key, today, looked, heard) = (program.key, db.clock().today(), file.clone(), Arc::clone(&told));
    let (hash, reading) = db
        .report(move |conn| {
            let hash = crate::store::hex(&looked.content.sha256().map_err(|cause| sniff::unread(&cause))?);
            let known = queries::known(conn, key, looked.kind, None)?;
            Ok((hash, scan(&looked, known.as_ref(), today, Some(&heard), &mut |_| Ok(()))?))
        })
        .await
        .map_err(|cause| match cause {
            Error::Rejected(words) => Error::Rejected(format!("{}: {words}\nNothing was imported.", command.file.display())),
            other => other,
        })?;
    if reading.error_count > 0 {
        return Err(Error::Rejected(complaints(&file, &reading)));
    }
    let (encoding, rows, questions) = (reading.encoding.clone(), reading.row_count, reading.questions.clone());
    let asked_hash = hash.clone();
    let same = db.read(move |conn| queries::find_same(conn, key, kind, &asked_hash)).await?;
    if let Some((_, at)) = same {
        return Ok(again(db, &program.name, at));
    }
    let head = format!("{} ({}, {})", file.name, grouped(count(rows)) + " rows", encoding);
    let said = deciding::said(&command.decide);
    if command.dry_run {
        let (made, asks) = db
            .report(move |conn| {
                if is_of_records(kind) {
                    return Ok((queries::preview_records(conn, key, &file, None, today)?.0, Vec::new()));
                }
                queries::preview(conn, key, kind, &reading, &said, today)
            })
            .await?;
        let undecided: String = asks.iter().filter(|ask| ask.said.is_none()).map(|ask| ask.complaint() + "\n").collect();
        return Ok(format!(
            "{head} would bring into {:?}:\n{}{}{undecided}Nothing was changed.",
            program.name,
            sums(&made),
            asked(&questions)
        ));
    }
    let target = program.clone();
    let outcome = db
        .write(Actor::command_line(), move |tx| {
            queries::import(tx, &target, &file, &hash, reading, &queries::By { viewer: None, said }, &told)
        })
        .await?;
    match outcome {
        Outcome::SameFile { at, .. } => Ok(again(db, &program.name, at)),
        Outcome::Imported { id, made } => {
            let questions = db.read(move |conn| queries::questions_of(conn, &id)).await?;
            Ok(format!(
                "{head} is imported into {:?}:\n{}{}It can be undone for 30 days on the page Imports.",
                program.name,
                sums(&made),
                asked(&questions)
            ))
        }
    }
}

fn again(db: &Db, program: &str, at: Instant) -> String {
    format!("This file was imported into {program:?} on {} already. Nothing was changed.", db.clock().zone().day(at))
}

fn open(db: &Db, command: &Command) -> Result<File> {
    let kind = ImportKind::parse(&command.kind).map_err(|_| {
        Error::Rejected(format!(
            "This edition imports clients, services, people, training, referrals, deployments, outcomes, partners and sites, not {:?}.",
            command.kind
        ))
    })?;
    let preset = command.preset.as_deref().and_then(presets::find).map(|preset| of_kind(preset, kind)).transpose()?;
    let content = Content::open(&command.file, db.folder().path()).map_err(|cause| {
        Error::Rejected(format!("{} cannot be read: {cause}. See that it is there and may be read.", command.file.display()))
    })?;
    let name = command.file.file_name().map_or_else(|| "file.csv".to_owned(), |name| name.to_string_lossy().into_owned());
    Ok(File { name, content, kind, preset, kept: None, adjustments: command.map.clone() })
}

/// A preset, if it reads this kind of file.
pub fn of_kind(preset: &'static Preset, kind: ImportKind) -> Result<&'static Preset> {
    if preset.kind == kind {
        Ok(preset)
    } else {
        Err(Error::Rejected(format!("The preset {} reads {}, not {}.", preset.name, preset.kind.code(), kind.code())))
    }
}

fn complaints(file: &File, reading: &Reading) -> String {
    let mut text = format!("{} cannot be imported. Nothing was changed.\n", file.name);
    for error in &reading.errors {
        text.push_str(error);
        text.push('\n');
    }
    if reading.error_count > reading.errors.len() {
        text.push_str(&format!("And {} more.\n", grouped(count(reading.error_count - reading.errors.len()))));
    }
    text.push_str("Correct the file and import it again; it is imported whole or not at all.");
    text
}

/// What was made of a directory.
fn directory(made: &Made) -> String {
    let number = |number: usize| grouped(count(number));
    format!(
        "  {} partners, {} already here\n  {} services, {} already here and left as they are\n  {} people to ask\n",
        number(made.partners),
        number(made.partners_already_here),
        number(made.services),
        number(made.services_already_here),
        number(made.contacts)
    )
}

/// What was made, a line each.
fn sums(made: &Made) -> String {
    let number = |number: usize| grouped(count(number));
    let mut text = if made.records + made.records_here + made.records_changed + made.repeated > 0 {
        let mut text = format!("  {} new, {} here already and left as they are\n", number(made.records), number(made.records_here));
        for (count, words) in [
            (made.records_changed, "here already, of which the file tells more: that was added"),
            (made.repeated, "rows that stand in the file twice, taken once"),
            (made.late, "written down more than a week after their day"),
            (made.by_others, "by advisors without an account, with their names as the file has them"),
        ] {
            if count > 0 {
                text.push_str(&format!("  {} {words}\n", number(count)));
            }
        }
        text
    } else if made.sites + made.sites_already_here > 0 {
        format!("  {} units, {} already listed\n", number(made.sites), number(made.sites_already_here))
    } else if made.partners + made.partners_already_here > 0 {
        directory(made)
    } else {
        format!("  {} businesses, {} already here\n", number(made.clients), number(made.already_here))
    };
    if made.left_out > 0 {
        text.push_str(&format!("  {} rows left out, as was said\n", number(made.left_out)));
    }
    if made.deployments + made.deployments_already_here > 0 {
        let awarded = awarded(made);
        text.push_str(&format!("  {} deployments{awarded}\n", number(made.deployments)));
    }
    if made.deployments_already_here > 0 {
        text.push_str(&format!("  {} deployments left out: an earlier import brought them\n", number(made.deployments_already_here)));
    }
    for known in &made.coverage {
        text.push_str(&format!("  {}: unknown in {} of {} rows\n", known.what, number(known.unknown), number(known.of)));
    }
    if !made.listed.is_empty() {
        text.push_str(&format!("  put on the program's lists: {}\n", made.listed.join(", ")));
    }
    if !made.unread.is_empty() {
        text.push_str(&format!("  columns not read: {}\n", made.unread.join(", ")));
    }
    text
}

/// ", $814,384,423 awarded".
pub fn awarded(made: &Made) -> String {
    let sums: Vec<String> = made
        .awarded
        .iter()
        .filter(|(_, sum)| **sum > 0)
        .map(|(unit, sum)| match crate::values::Unit::parse(unit) {
            Ok(crate::values::Unit::Cents) | Err(_) => Cents::new(*sum).to_string(),
            Ok(unit) => crate::values::Amount { value: *sum, unit }.to_string(),
        })
        .collect();
    if sums.is_empty() { String::new() } else { format!(", {} awarded", sums.join(" and ")) }
}

fn asked(questions: &[Question]) -> String {
    if questions.is_empty() {
        return String::new();
    }
    let mut text = "Questions (kept as typed, left unset):\n".to_owned();
    for question in questions.iter().take(QUESTIONS) {
        let typed = if question.typed.is_empty() { String::new() } else { format!(" {:?}", shortened(&question.typed)) };
        text.push_str(&format!(
            "  {} rows, column {:?}{typed}: {}{}\n",
            grouped(question.row_count),
            question.header,
            question.words,
            lines(question)
        ));
    }
    if questions.len() > QUESTIONS {
        text.push_str(&format!("  and {} more, all of them on the page Imports\n", grouped(count(questions.len() - QUESTIONS))));
    }
    text
}

/// " Lines 3, 4, 9 and 652 more."
pub fn lines(question: &Question) -> String {
    if question.lines.is_empty() {
        return String::new();
    }
    let first = question.lines.iter().take(LINES).map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let word = if question.lines.len() == 1 { "Line" } else { "Lines" };
    match question.row_count.saturating_sub(count(question.lines.len().min(LINES))) {
        ..=0 => format!(" {word} {first}."),
        more => format!(" {word} {first} and {} more.", grouped(more)),
    }
}

/// The beginning of a long text.
pub fn shortened(typed: &str) -> String {
    let start: String = typed.chars().take(80).collect();
    if start.len() < typed.len() { format!("{start}…") } else { start }
}

/// A number of things as the house counts.
pub fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
