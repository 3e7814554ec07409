//! What may be said from an account: every figure of the report that is about groups of people.
//!
//! The rule that keeps people safe: each figure is a function of told counts (and told cents), so nothing here can tell more than the
//! account does. Where a part of a figure is hidden, the figure is not there.
//!
//! - `grouping`: the ways to divide businesses by who owns them, and whose silence counts in each;
//! - `reach`: who is here, in shares (M1, M14), and who is too few to be told;
//! - `responses`: who answered each question and how, and why the others did not;
//! - `rates`: how often each class came to a point, beside the others (M4, M5, M14-M17);
//! - `way`: where people drop out (M6); `programs`: whether it is the same in each program (M7, M9);
//! - `amounts`: dollars, from told cents; `summary`: one number for all classes (M12);
//! - `sentences`: what was found, in words;
//! - [`Telling`]: all of it at once, read from an account.
//!
//! Why figures of an earlier release (`Told::Unchanged`) need care: they may not fit beside newer ones, so that more would have come to
//! a point than could. What does not fit is not computed.

pub mod amounts;
pub mod grouping;
pub mod programs;
pub mod rates;
pub mod reach;
pub mod responses;
pub mod sentences;
pub mod summary;
pub mod way;

#[cfg(test)]
mod made_up;
#[cfg(test)]
pub use made_up::{Business, account, businesses, hidden};
#[cfg(test)]
mod null_tests;
#[cfg(test)]
mod tests;

use super::bounds::Tally;
use super::catalogue::{Account, Class, Place, Point, Told};
use amounts::Amounts;
use grouping::Grouping;
use programs::{OverPrograms, Places};
use rates::{Family, Rate};
use reach::{Answered, Reach};
use responses::Response;
use summary::Summaries;
use way::Ways;

const CONFIDENCE: f64 = 0.95;
/// So many answers, and a comparison is not too early.
pub const ENOUGH_ANSWERS: u32 = 10;
/// Below this part of answers everything is preliminary.
const ENOUGH_COVERAGE: f64 = 0.6;

/// Everything that an account says.
#[derive(Debug, Clone, PartialEq)]
pub struct Telling {
    pub standing: Standing,
    /// In each way of counting.
    pub reach: Vec<Reach>,
    pub responses: Vec<Response>,
    /// What the program is for, by headline, race and sex.
    pub results: Family,
    /// The same in the other ways of counting.
    pub other_results: Family,
    pub summaries: Vec<(Grouping, Summaries)>,
    /// Each step of the way, by headline, race and sex.
    pub steps: Family,
    pub ways: Vec<Ways>,
    pub waits: Family,
    pub process: Family,
    /// Empty where no application was refused: all that were answered are awards then, and nothing is found.
    pub decided: Family,
    /// Empty where nobody's pay is known.
    pub pay: Family,
    pub amounts: Vec<Amounts>,
    pub over_programs: Vec<OverPrograms>,
    pub programs: Option<Places>,
    pub areas: Option<Places>,
}

/// How far a report may go.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Standing {
    /// Nobody was enrolled.
    Nobody,
    /// Fewer than ten have an answer: so many, or at most so many where it is hidden how many.
    TooEarly {
        answers: u32,
        is_exact: bool,
    },
    /// Nothing by who owns a business is told.
    AllHidden,
    /// Fewer than 60 % have an answer.
    Preliminary(Answered),
    Firm,
}

/// The ways of counting that every point of the way is counted in.
const MAIN: [Grouping; 3] = [Grouping::Headline, Grouping::Race, Grouping::Sex];
/// The ways of counting that only results are counted in.
const OTHER: [Grouping; 4] = [Grouping::Several, Grouping::Combinations, Grouping::Ownership, Grouping::RaceAndSex];

impl Telling {
    /// Reads an account.
    #[must_use]
    pub fn of(account: &Account) -> Self {
        let family = |groupings: &[Grouping], rates: &[Rate]| Family::everywhere(account, groupings, rates);
        let other_results = family(&OTHER, &Rate::RESULTS);
        let summed = other_results.tables.iter().filter(|table| table.grouping != Grouping::Combinations);
        Self {
            standing: Standing::of(account),
            reach: MAIN.iter().chain(&OTHER).filter_map(|grouping| reach::reach(account, *grouping)).collect(),
            responses: responses::responses(account),
            results: family(&MAIN, &Rate::RESULTS),
            summaries: summed.filter_map(|table| Some((table.grouping, summary::summary(table)?))).collect(),
            other_results,
            steps: family(&MAIN, &Rate::STEPS),
            ways: way::GROUPINGS.iter().filter_map(|grouping| way::ways(account, *grouping)).collect(),
            waits: family(&MAIN, &Rate::WAITS),
            process: family(&MAIN, &Rate::PROCESS),
            decided: if has_refusals(account) { family(&MAIN, &Rate::DECIDED) } else { Family::of([]) },
            pay: if has_pay(account) { family(&MAIN, &Rate::PAY) } else { Family::of([]) },
            amounts: MAIN.iter().chain(&OTHER).filter_map(|grouping| amounts::amounts(account, *grouping)).collect(),
            over_programs: Rate::RESULTS.iter().filter_map(|rate| programs::over_programs(account, *rate)).collect(),
            programs: programs::places(account, account.programs.len(), Place::Program),
            areas: programs::places(account, account.areas.len(), Place::Area),
        }
    }
}

/// Whether any application was refused.
fn has_refusals(account: &Account) -> bool {
    let [answered, awarded] = [Point::Answered, Point::Awarded].map(|point| account.count(point, Class::Everyone).unwrap_or(0));
    answered > awarded
}

fn has_pay(account: &Account) -> bool {
    account.count(Point::PayKnown, Class::Everyone).is_some_and(|known| known > 0)
}

impl Standing {
    fn of(account: &Account) -> Self {
        let pool = account.count(Point::Enrolled, Class::Everyone);
        let answered = Answered::of(account, Grouping::Headline);
        let is_told = MAIN
            .iter()
            .flat_map(|grouping| grouping.classes())
            .any(|class| Point::ALL.iter().any(|point| account.told(*point, class, Place::Everywhere) != Told::Hidden));
        match (pool, answered) {
            (Some(0), _) => Self::Nobody,
            (_, Some(answered)) if answered.known < ENOUGH_ANSWERS => Self::TooEarly { answers: answered.known, is_exact: true },
            (Some(pool), None) if pool < ENOUGH_ANSWERS => Self::TooEarly { answers: pool, is_exact: false },
            _ if !is_told => Self::AllHidden,
            (_, Some(answered)) if answered.coverage().is_some_and(|part| part < ENOUGH_COVERAGE) => Self::Preliminary(answered),
            _ => Self::Firm,
        }
    }
}

/// How many of a class came to the point of a rate, and how many did not, where both counts are told and fit each other.
fn tally(account: &Account, class: Class, rate: Rate, place: Place) -> Option<Tally> {
    let successes = account.count_in(rate.point, class, place)?;
    let failures = account.count_in(rate.of, class, place)?.checked_sub(successes)?;
    Some(Tally { successes, failures })
}

/// A whole without a part of it.
fn less(whole: Tally, part: Tally) -> Option<Tally> {
    Some(Tally { successes: whole.successes.checked_sub(part.successes)?, failures: whole.failures.checked_sub(part.failures)? })
}
