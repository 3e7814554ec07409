//! Who answered each question, who wrote it down, and why there is no answer: everywhere and program by program.

use crate::equity::catalogue::{Account, Asked, Class, Place, Point, Reply, Told, silent};
use crate::equity::share;
use crate::values::Question;

/// Who answered one question somewhere.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Response {
    pub question: Question,
    pub place: Place,
    pub pool: Option<u32>,
    /// How many have an answer. Nothing where it is hidden how many are silent.
    pub answered: Option<u32>,
    /// In the order of [`PARTS`].
    pub parts: [Told; PARTS.len()],
}

/// How those of whom more is said replied. Who answered themselves is what is left.
pub const PARTS: [Reply; 5] = [Reply::ReadOut, Reply::Declined, Reply::Skipped, Reply::NotAsked, Reply::Unknown];

impl Response {
    fn of(account: &Account, question: Question, place: Place) -> Self {
        let count = |class: Class| account.count_in(Point::Enrolled, class, place);
        let pool = count(Class::Everyone);
        // Where figures of an earlier release stand beside newer ones they may not fit.
        let answered = pool.zip(count(silent(question))).and_then(|(pool, silent)| pool.checked_sub(silent));
        let told = |reply: Reply| match account.told(Point::Enrolled, Class::Reply(question, reply), place) {
            Told::Shown(number) => {
                let whole = if reply.is_silent() { pool.zip(answered).map(|(pool, answered)| pool - answered) } else { answered };
                if whole.is_some_and(|whole| number <= whole) { Told::Shown(number) } else { Told::Hidden }
            }
            told => told,
        };
        Self { question, place, pool, answered, parts: PARTS.map(told) }
    }

    /// The part of all who answered.
    #[must_use]
    pub fn rate(&self) -> Option<f64> {
        share(self.answered?, self.pool?)
    }

    /// What is told of one kind of reply.
    #[must_use]
    pub fn told(&self, reply: Reply) -> Told {
        PARTS.iter().zip(self.parts).find(|(part, _)| **part == reply).map_or(Told::Hidden, |(_, told)| told)
    }
}

/// Each question that is asked: everywhere, then in each program that asks it.
#[must_use]
pub fn responses(account: &Account) -> Vec<Response> {
    let of = |asked: &Asked| -> Vec<Response> {
        let places = [Place::Everywhere].into_iter().chain(asked.programs.iter().copied().map(Place::Program));
        places.map(|place| Response::of(account, asked.question, place)).collect()
    };
    account.asked.iter().flat_map(of).collect()
}
