//! The wall around who people are: one door for writing, one for counting. Nothing else in the house sees a plain answer.
//!
//! Why: whoever decides about resources must not know a client's race, sex or veteran status, and the person must be able
//! to say it safely. Each person has a random reference and a key of their own; answers are encrypted with it, padded to
//! one length. The door for counting decrypts in memory, counts, and gives out protected tables only.

mod door;
mod facts;
mod notice;

pub use door::{Held, Owner, Reply, Unit, count, forget, keep};
pub use facts::{Declaration, FilingFact, declaration, filings};
pub use notice::{NOTICE, Promise, promises};

/// A value behind the wall. It can't be shown, logged, serialized, compared or copied; only this module opens it.
///
/// ```compile_fail
/// fn show<T>(answer: fairfloor::firewall::Firewalled<T>) -> String { format!("{answer:?}") }
/// ```
/// ```compile_fail
/// fn show<T>(answer: fairfloor::firewall::Firewalled<T>) -> String { answer.to_string() }
/// ```
/// ```compile_fail
/// fn send<T: serde::Serialize>(answer: fairfloor::firewall::Firewalled<T>) -> String { serde_json::to_string(&answer).unwrap() }
/// ```
/// ```compile_fail
/// fn sort<T: Ord>(answers: &mut Vec<fairfloor::firewall::Firewalled<T>>) { answers.sort() }
/// ```
/// ```compile_fail
/// fn open<T>(answer: fairfloor::firewall::Firewalled<T>) -> T { answer.0 }
/// ```
pub struct Firewalled<T>(T);

impl<T> Firewalled<T> {
    fn new(value: T) -> Self {
        Self(value)
    }

    fn open(&self) -> &T {
        &self.0
    }
}
