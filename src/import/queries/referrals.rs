//! Files of referrals: what is here, what goes on from what is here, writing both, and taking them back.

use super::records::Fate;
use super::records_undo::BATCH;
use crate::error::Result;
use crate::import::Run;
use crate::import::known::{Told, What};
use crate::referrals::elsewhere::Step;
use crate::referrals::queries::bringing::{self, NewBrought, Sought};
use crate::referrals::queries::{Story, zone};
use crate::referrals::voices::undone;
use crate::referrals::{Event, Kind};
use crate::store::{Object, Tx};
use crate::values::{Day, Zone};
use rusqlite::{Connection, named_params};
use std::hash::{DefaultHasher, Hash, Hasher};

/// What is said of rows about referrals that stand otherwise.
pub(super) const OTHER: &str = "These rows are about referrals that are here already, or stand in the file once more, and tell another story: other days, another end, or somebody has worked on it here since. What is here was left as it is. Write down on its page what is new.";

/// By what a referral is known again: whose, to whom, for what, and its day.
pub(super) fn print(told: &Told, id: Option<&str>) -> u64 {
    let mut hasher = DefaultHasher::new();
    (told.business, told.partner, told.kind, sent_on(&told.steps).or_else(|| prepared_on(&told.steps)), id).hash(&mut hasher);
    hasher.finish()
}

fn on(steps: &[Step], is: fn(Event) -> bool) -> Option<Day> {
    steps.iter().rfind(|step| is(step.event)).map(|step| step.on)
}

fn sent_on(steps: &[Step]) -> Option<Day> {
    on(steps, |event| event == Event::Send)
}

fn prepared_on(steps: &[Step]) -> Option<Day> {
    on(steps, |event| event == Event::Create)
}

/// What becomes of a row: it is new, or it is here, to the last step or up to some.
pub(super) fn fate(conn: &Connection, program: i64, run: Option<i64>, id: Option<&str>, told: &Told) -> Result<Fate> {
    let exported = id.map(|id| bringing::with_id(conn, program, id)).transpose()?.flatten();
    let Some(prepared_on) = prepared_on(&told.steps) else { return Ok(Fate::New) };
    let here = match exported {
        Some(story) => vec![story],
        None => bringing::alike(
            conn,
            &Sought {
                program,
                business: told.business,
                kind: told.kind,
                partner: told.partner,
                prepared_on,
                sent_on: sent_on(&told.steps),
                but_of: run,
            },
        )?,
    };
    let zone = zone(conn)?;
    let fates: Vec<Fate> = here.iter().map(|story| beside(story, told, &zone)).collect();
    let is_further = |fate: &&Fate| matches!(fate, Fate::Further(..));
    let best = fates.iter().find(|fate| **fate == Fate::Here).or_else(|| fates.iter().find(is_further)).or(fates.first());
    Ok(best.copied().unwrap_or(Fate::New))
}

/// A row beside what is here. Only what files alone told goes on by a file: where somebody works, they write.
fn beside(story: &Story, told: &Told, zone: &Zone) -> Fate {
    let is_same = |(line, step): (&crate::referrals::deed::Happened, &Step)| line.event == step.event && zone.day(line.at) == step.on;
    let known = story.log.iter().zip(&told.steps).take_while(|pair| is_same(*pair)).count();
    if known == told.steps.len() || stands_alike(story, told, zone) {
        return Fate::Here;
    }
    let is_untouched = story.log.iter().all(|line| line.from_file.is_some());
    if is_untouched && known == story.log.len() { Fate::Further(story.referral.key, known) } else { Fate::Other }
}

/// It stands where the row says, since the same days: how it came there may be told shorter.
fn stands_alike(story: &Story, told: &Told, zone: &Zone) -> bool {
    let gone = undone(&story.log);
    let here =
        |is: fn(Event) -> bool| story.log.iter().rfind(|line| is(line.event) && !gone.contains(&line.seq)).map(|line| zone.day(line.at));
    let is_alike = |is: fn(Event) -> bool| here(is) == on(&told.steps, is);
    let last = |steps: &[Step]| steps.last().map(|step| step.on);
    let ended_on = story.course.ended_at.filter(|_| told.status.is_end()).map(|at| zone.day(at));
    story.state.now.status == told.status
        && is_alike(|event| event == Event::Send)
        && is_alike(|event| matches!(event, Event::Accept | Event::Reject))
        && (!told.status.is_end() || ended_on == last(&told.steps))
}

/// Writes a referral in, with everything that happened to it elsewhere.
pub(super) fn begin(tx: &Tx<'_>, program: i64, run: i64, told: Told) -> Result<()> {
    let new = NewBrought {
        program,
        business: told.business,
        kind: told.kind,
        need: told.need.unwrap_or_else(|| need_of(told.kind)),
        urgency: told.urgency,
        origin: told.origin,
        partner: told.partner,
        advisor: told.advisor,
    };
    bringing::bring(tx, &new, &told.steps, run)
}

/// The need of a row that says none.
fn need_of(kind: Kind) -> String {
    format!("Help with {}. The file says no more.", kind.in_a_sentence())
}

/// Writes down what happened since.
pub(super) fn go_on(tx: &Tx<'_>, run: i64, referral: i64, known: usize, what: &What) -> Result<()> {
    match what {
        What::Referral(told) => bringing::bring_later(tx, referral, told.steps.get(known..).unwrap_or_default(), run),
        _ => Ok(()),
    }
}

/// Takes back what a file told. How many referrals went or stand as before, and how many stay because something came after.
pub(super) fn undo(tx: &Tx<'_>, run: &Run) -> Result<(usize, usize)> {
    // Events go only with an import that is marked as undone.
    tx.execute("UPDATE import_run SET undone_at = :at WHERE id = :run", named_params! { ":at": tx.at(), ":run": run.key })?;
    let (mut gone, mut behind) = (0, 0);
    while let Some((last, taken)) = bringing::take_back(tx, run.key, behind, i64::try_from(BATCH).unwrap_or(1))? {
        behind = last;
        gone += taken;
        tx.audit_with("import.rows_undone", Object::new("import_run", &run.id), &format!("rows to {gone}"))?;
    }
    Ok((gone, usize::try_from(bringing::left_of(tx, run.key)?).unwrap_or(0)))
}
