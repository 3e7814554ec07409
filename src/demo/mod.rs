//! A made-up city to try everything in: people, history, and what its report is to show.
//!
//! `plan` is pure: the same seed, number of clients and last day give the same people and the same history. `play` writes it
//! into a folder through the functions the pages use; `links` finds the ways in. Planted on purpose (`quota`, `city`): one
//! group's acceptance at 0.6 of the others', one partner that answers in twelve business days, and no third.

mod about_me;
mod benchmarks;
pub mod certifications;
mod city;
mod clients;
mod course;
mod courses;
mod dice;
mod directory;
mod equity_checks;
mod filings;
mod full;
mod grants;
mod guards;
mod indicators;
mod kinds;
pub mod links;
mod notes;
mod outcomes;
mod outreach;
mod payers;
mod places;
pub mod plan;
mod play;
mod play_referrals;
mod questions;
mod quota;
mod rights;
mod space;
mod stories;
mod team;
#[cfg(test)]
mod tests;
mod voices;
mod words;
mod work;
mod worker_survey;
mod workers;

use crate::auth::passwords;
use crate::config::Clock;
use crate::error::{Error, Result};
use crate::rounds;
use crate::store::{Actor, DataFolder, Db, LossAccepted, Randomness, Refusal};
use crate::values::{Day, Instant, Zone};
use plan::{Arguments, NOW_MINUTE, When};
use std::path::{Path, PathBuf};

/// Why a demo could not be made or opened.
#[derive(Debug)]
pub enum Trouble {
    /// The folder is not one to work with.
    Refused(Refusal),
    /// Something failed on the way.
    Failed(Error),
}

impl From<Refusal> for Trouble {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<Error> for Trouble {
    fn from(cause: Error) -> Self {
        Self::Failed(cause)
    }
}

/// Opens a demo folder, made first where there is none. Refuses a folder of real people.
pub async fn open_or_make(folder: &DataFolder, arguments: Arguments) -> std::result::Result<Db, Trouble> {
    if !folder.database().exists() {
        make(folder, arguments).await?;
    }
    // Opened anew: from here on, chance comes from the operating system.
    let db = Db::open(folder, &LossAccepted::default())?;
    if db.organization().is_demo {
        return Ok(db);
    }
    Err(Refusal::new(
        format!("{} holds the data of {}, and is no demo.", folder.path().display(), db.organization().name),
        "Name a folder that does not exist yet with --data, or serve this one: fairfloor serve",
    )
    .into())
}

/// Moves the clock of a demo folder forward to a day; a day that is here or over changes nothing. Says whether it moved.
pub async fn move_on(db: &Db, until: Day) -> std::result::Result<bool, Trouble> {
    if until <= db.clock().today() {
        return Ok(false);
    }
    let then = play::instant(db.clock().zone(), When { day: until, minute: NOW_MINUTE });
    let (offset, begins) = (then.millis() - Clock::machine_now().millis(), db.organization().created_at);
    db.write(Actor::command_line(), move |tx| crate::store::set_demo_clock(tx, begins, offset)).await?;
    db.clock().set_offset(offset);
    Ok(true)
}

/// Makes the city under another name and gives it its own once it is whole: whoever stops half-way leaves nothing that looks
/// like a city.
async fn make(folder: &DataFolder, arguments: Arguments) -> std::result::Result<(), Trouble> {
    let is_empty = |path: &Path| std::fs::read_dir(path).is_ok_and(|mut found| found.next().is_none());
    if folder.path().exists() && !is_empty(folder.path()) {
        let what = format!("{} is there already, and is no data folder of Fairfloor.", folder.path().display());
        return Err(Refusal::new(what, "Name a folder that does not exist yet with --data.").into());
    }
    if folder.keys().exists() {
        let what = format!("The keyring {} is there already, without its folder.", folder.keys().display());
        return Err(Refusal::new(what, "Name another folder with --data, or move that file away.").into());
    }
    let (path, keys) = (beside(folder.path()), beside(folder.keys()));
    let clear = || {
        let _ = std::fs::remove_dir_all(&path);
        let _ = std::fs::remove_file(&keys);
    };
    clear();
    let made = fill(&DataFolder::new(&path, Some(&keys)), arguments).await;
    if let Err(trouble) = made {
        clear();
        return Err(trouble);
    }
    let moved = std::fs::rename(&keys, folder.keys()).and_then(|()| std::fs::rename(&path, folder.path()));
    moved.map_err(|cause| Refusal::broken(&format!("{} cannot be made", folder.path().display()), &cause).into())
}

/// "fairfloor-data.making".
fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!("{name}.making"))
}

async fn fill(folder: &DataFolder, arguments: Arguments) -> std::result::Result<(), Trouble> {
    let zone = Zone::parse(plan::ZONE).map_err(|complaint| Error::internal(complaint.0))?;
    let plan = plan::plan(arguments);
    let seed = i64::try_from(arguments.seed & (u64::MAX >> 1)).unwrap_or(0);
    let begins = play::instant(&zone, When { day: plan.start, minute: 7 * 60 });
    let ends = play::instant(&zone, When { day: arguments.until, minute: NOW_MINUTE });
    let apart = |at: Instant| at.millis() - Clock::machine_now().millis();
    let randomness = Randomness::Seeded { seed: arguments.seed, drawn: 0 };
    // The record begins with the history and never goes back in time; the clock is set to its end afterwards.
    let db = Db::create(folder, plan::ORGANIZATION, &zone, Some((apart(begins), seed)), randomness)?;
    let secrets = plan
        .staff
        .iter()
        .map(|staff| Ok((passwords::hash_now(&links::password(db.keys(), staff.email))?, links::token(db.keys(), staff.email))))
        .collect::<Result<_>>()?;
    play::play(&db, plan, &zone, secrets).await?;
    db.write(Actor::command_line(), move |tx| {
        tx.acting_as(Actor::system(), ends, rounds::go_within)?;
        tx.acting_as(Actor::command_line(), ends, |tx| crate::store::set_demo_clock(tx, begins, apart(ends)))
    })
    .await?;
    Ok(())
}
