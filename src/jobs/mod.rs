//! Long work that somebody waits for: kept in memory, a few at a time, each for the account that began it.
//!
//! Nothing here outlives the process. A file that was only previewed is gone after half an hour, and nothing is lost by it.

mod progress;

pub use progress::Progress;

use crate::error::{Error, Result};
use crate::values::base32;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Kept at once.
const MOST: usize = 8;
/// Kept for.
const LIFE: Duration = Duration::from_mins(30);

/// How far a piece of work is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// Not begun: somebody is looking at it.
    Waiting,
    /// Under way.
    Running,
    /// Done; where to look.
    Done(String),
    /// Stopped; why.
    Stopped(String),
}

/// A piece of work with what it works on.
pub struct Job<T> {
    /// Address.
    pub id: String,
    /// Row key of the account it belongs to.
    account: i64,
    /// What it works on.
    pub load: T,
    state: Mutex<State>,
    since: Instant,
}

impl<T> Job<T> {
    /// How far it is.
    pub fn state(&self) -> State {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Begins it; false when it was begun before, so that a double click begins it once.
    pub fn begin(&self) -> bool {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        let begins = *state == State::Waiting;
        if begins {
            *state = State::Running;
        }
        begins
    }

    /// Ends it.
    pub fn end(&self, state: State) {
        *self.state.lock().unwrap_or_else(PoisonError::into_inner) = state;
    }
}

/// The pieces of work of one server.
pub struct Jobs<T> {
    held: Arc<Mutex<Vec<Arc<Job<T>>>>>,
}

impl<T> Clone for Jobs<T> {
    fn clone(&self) -> Self {
        Self { held: Arc::clone(&self.held) }
    }
}

impl<T> Default for Jobs<T> {
    fn default() -> Self {
        Self { held: Arc::default() }
    }
}

impl<T> Jobs<T> {
    /// Takes a piece of work in. The oldest that is not under way makes room; where all are, this one has to wait.
    pub fn add(&self, account: i64, load: T) -> Result<Arc<Job<T>>> {
        let mut bits = [0_u8; 16];
        getrandom::fill(&mut bits).map_err(|_| Error::internal("no random bits"))?;
        let job = Arc::new(Job { id: base32(&bits), account, load, state: Mutex::new(State::Waiting), since: Instant::now() });
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        held.retain(|job| job.since.elapsed() < LIFE || job.state() == State::Running);
        if held.len() >= MOST {
            let oldest = held.iter().position(|job| job.state() != State::Running).ok_or(Error::Busy)?;
            held.remove(oldest);
        }
        held.push(Arc::clone(&job));
        Ok(job)
    }

    /// The piece of work of this account that a form began, if it did: a double click begins it once.
    pub fn of(&self, account: i64, is_it: impl Fn(&T) -> bool) -> Option<Arc<Job<T>>> {
        let held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        held.iter().find(|job| job.account == account && is_it(&job.load)).map(Arc::clone)
    }

    /// A piece of work of this account. Another's looks exactly like none.
    pub fn find(&self, account: i64, id: &str) -> Result<Arc<Job<T>>> {
        let held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        let found =
            held.iter().find(|job| job.id == id && job.account == account && (job.since.elapsed() < LIFE || job.state() == State::Running));
        found.map(Arc::clone).ok_or(Error::NotFound)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_belongs_to_whoever_began_it() {
        let jobs = Jobs::default();
        let job = jobs.add(1, "a file").expect("room");
        assert!(jobs.find(1, &job.id).is_ok());
        assert!(matches!(jobs.find(2, &job.id), Err(Error::NotFound)));
        let same = |account, file| jobs.of(account, |load| *load == file).map(|found| found.id.clone());
        assert_eq!(same(1, "a file"), Some(job.id.clone()));
        assert_eq!((same(2, "a file"), same(1, "another")), (None, None));
    }

    #[test]
    fn work_begins_once() {
        let job = Jobs::default().add(1, ()).expect("room");
        assert!(job.begin());
        assert!(!job.begin());
        job.end(State::Done("/imports".to_owned()));
        assert!(!job.begin());
    }

    #[test]
    fn only_a_few_are_kept_and_none_under_way_is_dropped() {
        let jobs = Jobs::default();
        let first = jobs.add(1, 0).expect("room");
        let second = jobs.add(1, 1).expect("room");
        first.begin();
        for number in 2..9 {
            jobs.add(1, number).expect("room");
        }
        assert!(jobs.find(1, &first.id).is_ok());
        assert!(jobs.find(1, &second.id).is_err());
        let busy = Jobs::default();
        for number in 0..MOST {
            busy.add(1, number).expect("room").begin();
        }
        assert!(matches!(busy.add(1, 99), Err(Error::Busy)));
    }
}
