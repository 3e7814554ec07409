//! The rounds: once a minute, everything that has come due is done once: reminders, notes for ourselves, requests that nobody answers
//! stopped, permissions that ran out, landlords asked whether their units are still there, clients told that their yes to a story ends
//! soon, notes deleted whose day is over, answers of workers destroyed that nobody made totals of.
//!
//! Nothing is planned ahead. A round reads the clocks of every open referral and what was said about them, and does what is missing; what
//! it says is written down in the same transaction as the notice. So a restart, a kill, two rounds at once or a clock set back repeat
//! nothing, and a week without power is made up for with one word, not with ten.

mod queries;
mod tasks;
mod words;

use crate::error::Result;
use crate::notes::queries as notes;
use crate::referrals::queries as referrals;
use crate::services::queries as services;
use crate::store::{Actor, Db, Tx};
use crate::values::Day;
use crate::worker_survey::queries as surveys;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::watch;

/// A round within a transaction, at its time: the making of a demo folder ends with one, so that its outbox is up to date.
pub fn go_within(tx: &Tx<'_>) -> Result<()> {
    let is_open = HOURS.contains(&referrals::zone(tx)?.hour(tx.at()));
    let plan = queries::plan(tx, tx.at(), tx.today(), is_open)?;
    plan.notes.into_iter().try_for_each(|note| notes::delete(tx, note))?;
    plan.service_notes.into_iter().try_for_each(|service| services::forget_note(tx, service))?;
    plan.referrals.into_iter().try_for_each(|referral| queries::see_to(tx, referral, is_open))?;
    plan.partners.into_iter().try_for_each(|partner| queries::write_digests(tx, partner))?;
    plan.landlords.into_iter().try_for_each(|landlord| queries::ask_landlord(tx, landlord, is_open))?;
    plan.leases.into_iter().try_for_each(|referral| queries::settle(tx, referral))?;
    plan.stories.into_iter().try_for_each(|story| queries::warn_of_end(tx, story))?;
    plan.surveys.into_iter().try_for_each(|round| surveys::lapse(tx, round))?;
    plan.notices.into_iter().try_for_each(|program| queries::tell_of_notice(tx, program))
}

/// How often.
const EVERY: Duration = Duration::from_mins(1);
/// People are written to between these hours of the wall clock.
const HOURS: std::ops::Range<i8> = 8..18;

/// What a round saw: the newest event of the record, the day, and whether people are written to.
type Seen = (i64, Day, bool);

/// Who makes the rounds.
#[derive(Clone)]
pub struct Rounds {
    db: Db,
    /// The last round that found nothing to do. Why: every change leaves an event on the record and every clock counts days, so as
    /// long as none of the three has changed there is still nothing to do, and thousands of referrals need not be read again.
    quiet: Arc<Mutex<Option<Seen>>>,
}

impl Rounds {
    /// For a folder.
    pub fn new(db: Db) -> Self {
        Self { db, quiet: Arc::default() }
    }

    /// Makes a round now and every minute, until the program is told to stop. The deed under way is finished.
    pub async fn run(self, mut stop: watch::Receiver<bool>) {
        loop {
            if let Err(cause) = self.go(&stop).await {
                tracing::warn!(%cause, "the next round will make up for this one");
            }
            tokio::select! {
                () = tokio::time::sleep(EVERY) => {}
                _ = stop.changed() => return,
            }
        }
    }

    /// One round. Each deed is a transaction of its own that looks again before it acts.
    pub async fn go(&self, stop: &watch::Receiver<bool>) -> Result<()> {
        let clock = self.db.clock();
        let (now, today, is_open) = (clock.now(), clock.today(), HOURS.contains(&clock.zone().hour(clock.now())));
        let quiet = *self.quiet.lock().unwrap_or_else(PoisonError::into_inner);
        let look = move |conn: &rusqlite::Connection| {
            let seen = (queries::newest_event(conn)?, today, is_open);
            Ok((seen, if quiet == Some(seen) { None } else { Some(queries::plan(conn, now, today, is_open)?) }))
        };
        let (seen, plan) = self.db.read(look).await?;
        let Some(plan) = plan else { return Ok(()) };
        *self.quiet.lock().unwrap_or_else(PoisonError::into_inner) = plan.is_empty().then_some(seen);
        for referral in plan.referrals {
            if *stop.borrow() {
                return Ok(());
            }
            // One referral that cannot be moved on must not hold up the others.
            if let Err(cause) = self.db.write(Actor::system(), move |tx| queries::see_to(tx, referral, is_open)).await {
                tracing::warn!(%cause, "a referral's clock could not be seen to");
            }
        }
        for partner in plan.partners {
            if *stop.borrow() {
                return Ok(());
            }
            if let Err(cause) = self.db.write(Actor::system(), move |tx| queries::write_digests(tx, partner)).await {
                tracing::warn!(%cause, "a digest could not be written");
            }
        }
        for landlord in plan.landlords {
            if *stop.borrow() {
                return Ok(());
            }
            if let Err(cause) = self.db.write(Actor::system(), move |tx| queries::ask_landlord(tx, landlord, is_open)).await {
                tracing::warn!(%cause, "a landlord could not be asked");
            }
        }
        for referral in plan.leases {
            if *stop.borrow() {
                return Ok(());
            }
            if let Err(cause) = self.db.write(Actor::system(), move |tx| queries::settle(tx, referral)).await {
                tracing::warn!(%cause, "a unit could not be let as its lease says");
            }
        }
        for story in plan.stories {
            if *stop.borrow() {
                return Ok(());
            }
            if let Err(cause) = self.db.write(Actor::system(), move |tx| queries::warn_of_end(tx, story)).await {
                tracing::warn!(%cause, "a client could not be told that their permission ends soon");
            }
        }
        self.forget(plan.notes, plan.service_notes, stop).await?;
        for round in plan.surveys {
            if *stop.borrow() {
                return Ok(());
            }
            if let Err(cause) = self.db.write(Actor::system(), move |tx| surveys::lapse(tx, round)).await {
                tracing::warn!(%cause, "answers whose totals nobody told in time could not be destroyed");
            }
        }
        for program in plan.notices {
            if *stop.borrow() {
                return Ok(());
            }
            if let Err(cause) = self.db.write(Actor::system(), move |tx| queries::tell_of_notice(tx, program)).await {
                tracing::warn!(%cause, "people could not be told that the notice changed");
            }
        }
        Ok(())
    }

    /// Deletes the notes whose day is over.
    async fn forget(&self, notes: Vec<i64>, service_notes: Vec<i64>, stop: &watch::Receiver<bool>) -> Result<()> {
        for note in notes {
            if *stop.borrow() {
                return Ok(());
            }
            if let Err(cause) = self.db.write(Actor::system(), move |tx| notes::delete(tx, note)).await {
                tracing::warn!(%cause, "a note whose day is over could not be deleted");
            }
        }
        for service in service_notes {
            if *stop.borrow() {
                return Ok(());
            }
            if let Err(cause) = self.db.write(Actor::system(), move |tx| services::forget_note(tx, service)).await {
                tracing::warn!(%cause, "a note whose day is over could not be deleted");
            }
        }
        Ok(())
    }
}
