//! How far a long piece of work has come, and the word to stop it.

use crate::error::{Error, Result};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// How far a long piece of work has come.
#[derive(Debug, Default)]
pub struct Progress {
    done: AtomicUsize,
    total: AtomicUsize,
    is_stopped: AtomicBool,
}

impl Progress {
    /// Says how far it is.
    pub fn say(&self, done: usize, total: usize) {
        self.total.store(total, Ordering::Relaxed);
        self.done.store(done, Ordering::Relaxed);
    }

    /// Says how far it is, before a step that can be left out. Once somebody stopped the work it goes no further, and nothing of it is kept.
    pub fn reach(&self, done: usize, total: usize) -> Result<()> {
        self.say(done, total);
        if self.is_stopped.load(Ordering::Relaxed) {
            return Err(Error::Rejected("You stopped it.".to_owned()));
        }
        Ok(())
    }

    /// Stops it, as long as it is not done.
    pub fn stop(&self) {
        self.is_stopped.store(true, Ordering::Relaxed);
    }

    /// Done, and of how many.
    pub fn get(&self) -> (usize, usize) {
        (self.done.load(Ordering::Relaxed), self.total.load(Ordering::Relaxed))
    }
}
