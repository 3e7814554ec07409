//! The wall around who people are: a door for writing, one for counting, one for a person's own eyes. Nothing else in the house sees a
//! plain answer, and each way to one is promised in the notice.
//!
//! Why: whoever decides about resources must not know a client's race, sex or veteran status, and the person must be able
//! to say it safely. Each person has a random reference and a key of their own; answers are encrypted with it, padded to
//! one length. The door for counting decrypts in memory, counts, and gives out protected tables only.

mod counting;
mod door;
pub mod erasure;
mod facts;
pub mod filing;
pub mod glass;
pub mod headcounts;
pub mod moving;
mod notice;
pub mod office;
mod own;
mod reading;
pub mod releasing;
pub mod rewrapping;
pub mod survey;
mod switches;
pub mod views;
mod words;

pub use counting::Owner;
pub use door::{Held, Reply, Saved, confirm, forget, forget_one, keep, saved, skip};
pub use facts::{Declaration, FilingFact, declaration, filings};
pub use filing::{Filed, filings_of};
pub use glass::{Opening, Seen, openings_of};
pub use notice::{
    DueFile, Facts, InForce, Line, Promised, READERS, SmallOffice, in_force, keep_text, made_of, name, put_in_force, remember, told_now,
};
pub use own::{Own, OwnEyes, own, own_answer};
pub use switches::{Asked, asked, asked_in, limits_seq, programs_of, set_asked, set_limits};
pub use words::{choice, choices};

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
/// ```compile_fail
/// fn open<T>(answer: &fairfloor::firewall::Firewalled<T>) -> &T { answer.open() }
/// ```
/// ```compile_fail
/// fn make(answer: String) -> fairfloor::firewall::Firewalled<String> { fairfloor::firewall::Firewalled::new(answer) }
/// ```
/// ```compile_fail
/// fn log<T>(answer: &fairfloor::firewall::Firewalled<T>) { tracing::info!(?answer, "seen") }
/// ```
/// ```compile_fail
/// fn log<T>(answer: &fairfloor::firewall::Firewalled<T>) { tracing::info!(%answer, "seen") }
/// ```
/// ```compile_fail
/// fn same<T: PartialEq>(one: &fairfloor::firewall::Firewalled<T>, other: &fairfloor::firewall::Firewalled<T>) -> bool { one == other }
/// ```
/// ```compile_fail
/// fn group<T: Eq + std::hash::Hash>(answer: fairfloor::firewall::Firewalled<T>) -> std::collections::HashSet<fairfloor::firewall::Firewalled<T>> { std::collections::HashSet::from([answer]) }
/// ```
/// ```compile_fail
/// fn copy<T: Clone>(answer: &fairfloor::firewall::Firewalled<T>) -> fairfloor::firewall::Firewalled<T> { answer.clone() }
/// ```
/// ```compile_fail
/// fn draw<T: maud::Render>(answer: fairfloor::firewall::Firewalled<T>) -> maud::Markup { maud::html! { (answer) } }
/// ```
/// What a signature alone may say compiles, so that the lines above fail for the right reason.
/// ```
/// fn hold<T>(answer: fairfloor::firewall::Firewalled<T>) -> fairfloor::firewall::Firewalled<T> { answer }
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
