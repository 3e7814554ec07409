//! Small types that cannot be wrong: one way in, no setter. Pure; the only outside word they know is how `SQLite` stores them.

mod api_words;
mod benchmark_words;
mod body_words;
mod certification_words;
mod clock_words;
pub mod codes;
mod contact;
mod equity_words;
mod file_words;
mod filing_words;
mod folding;
mod guard_words;
mod ids;
mod import_words;
mod income;
mod indicator_words;
mod job_words;
pub mod kinds;
mod measure_words;
mod money;
pub mod naics;
mod note_words;
mod outcome_words;
mod point;
mod rights_words;
pub mod sensitive;
mod service_words;
mod space_words;
mod story_words;
mod text;
mod time;
mod words;

pub use api_words::*;
pub use benchmark_words::*;
pub use body_words::*;
pub use certification_words::*;
pub use clock_words::*;
pub use contact::{Email, Telephone, Website, digits, international};
pub use equity_words::*;
pub use file_words::*;
pub use filing_words::*;
pub(crate) use folding::push_folded;
pub use guard_words::*;
pub use ids::*;
pub use import_words::*;
pub use income::{IncomeLimits, SIZES};
pub use indicator_words::*;
pub use job_words::*;
pub use kinds::Kind;
pub use measure_words::*;
pub use money::{Amount, Cents, Minutes, grouped, hours, quoted};
pub use note_words::*;
pub use outcome_words::*;
pub use point::Point;
pub use rights_words::*;
pub use service_words::*;
pub use space_words::*;
pub use story_words::*;
pub use text::{Line, Note, as_written, disarmed, fold, is_formula_like, unseen, unseen_at};
pub use time::{Day, Instant, Period, Zone};
pub use words::*;

/// Says in one sentence, to the person who typed it, why a value was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Complaint(pub String);

impl Complaint {
    /// A complaint in the given words.
    pub fn new(words: impl Into<String>) -> Self {
        Self(words.into())
    }
}

impl std::fmt::Display for Complaint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}
