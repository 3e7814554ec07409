//! What the work at a client is like, as figures. Pure: positions in, figures out. Nobody's race, sex or name is in them.
//!
//! Full-time equivalents as the State Small Business Credit Initiative counts them: somebody full-time is one, somebody part-time a share
//! of forty hours a week, somebody in a season their hours of a share of 2,080 in a year.

use super::Work;
use crate::values::{Degree, JobTerm};
use serde::{Deserialize, Serialize};

/// Forty hours, in minutes.
const WEEK: i64 = 40 * 60;
/// 2,080 hours, in minutes.
const YEAR: i64 = 2_080 * 60;

/// How many workers have something, have it not, and of how many nobody knows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// So many have it.
    pub yes: i64,
    /// So many have it not.
    pub no: i64,
    /// Of so many nobody knows, those that no position describes included.
    pub unknown: i64,
}

impl Known {
    /// Of how many it is known.
    pub fn known(self) -> i64 {
        self.yes + self.no
    }

    fn add(&mut self, heads: i64, answer: Option<bool>) {
        match answer {
            Some(true) => self.yes += heads,
            Some(false) => self.no += heads,
            None => self.unknown += heads,
        }
    }
}

impl std::ops::AddAssign for Known {
    fn add_assign(&mut self, other: Self) {
        self.yes += other.yes;
        self.no += other.no;
        self.unknown += other.unknown;
    }
}

/// The figures of one count, or of several together.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quality {
    /// All workers.
    pub workers: i64,
    /// So many of them have a position that describes their work.
    pub described: i64,
    /// Full-time, part-time, in a season.
    pub by_term: [i64; 3],
    /// Full-time equivalents of those whose hours are known, in hundredths, rounded down once at the end of each position.
    pub fte_hundredths: i64,
    /// Whose hours are known.
    pub with_hours: i64,
    /// Pay for an hour in cents and how many get it, the lowest first.
    pub wages: Vec<(i64, i64)>,
    /// Whose pay reaches what is enough to live there.
    pub living: Known,
    /// Health insurance.
    pub health: Known,
    /// Paid days off.
    pub leave: Known,
    /// Something for old age.
    pub retirement: Known,
    /// Open to somebody without a degree of a college.
    pub open: Known,
}

impl Quality {
    /// The figures of a count. `living_cents` is what an hour must pay to be enough there; nothing where no table says.
    pub fn of<'w>(workers: i64, positions: impl Iterator<Item = &'w Work>, living_cents: Option<i64>) -> Self {
        let mut quality = Self { workers, ..Self::default() };
        for work in positions {
            quality.add(work, living_cents);
        }
        let rest = (workers - quality.described).max(0);
        for known in [&mut quality.living, &mut quality.health, &mut quality.leave, &mut quality.retirement, &mut quality.open] {
            known.add(rest, None);
        }
        quality.wages.sort_unstable();
        quality
    }

    fn add(&mut self, work: &Work, living_cents: Option<i64>) {
        let heads = work.heads;
        self.described += heads;
        self.by_term[work.term as usize] += heads;
        if let Some(each) = fte_hundredths(work, heads) {
            self.fte_hundredths += each;
            self.with_hours += heads;
        }
        if let Some(wage) = work.wage_cents {
            self.wages.push((wage, heads));
        }
        self.living.add(heads, work.wage_cents.zip(living_cents).map(|(wage, living)| wage >= living));
        self.health.add(heads, work.has_health);
        self.leave.add(heads, work.has_leave);
        self.retirement.add(heads, work.has_retirement);
        self.open.add(heads, work.degree.map(|degree| matches!(degree, Degree::None | Degree::HighSchool)));
    }

    /// Together with another count of other workers.
    pub fn join(&mut self, other: &Self) {
        self.workers += other.workers;
        self.described += other.described;
        for (mine, theirs) in self.by_term.iter_mut().zip(other.by_term) {
            *mine += theirs;
        }
        self.fte_hundredths += other.fte_hundredths;
        self.with_hours += other.with_hours;
        self.wages.extend_from_slice(&other.wages);
        self.wages.sort_unstable();
        self.living += other.living;
        self.health += other.health;
        self.leave += other.leave;
        self.retirement += other.retirement;
        self.open += other.open;
    }

    /// Whose pay is known.
    pub fn with_wage(&self) -> i64 {
        self.wages.iter().map(|(_, heads)| heads).sum()
    }

    /// Pay for an hour that half of those whose pay is known do not pass: the lower of the two in the middle.
    pub fn median_wage(&self) -> Option<i64> {
        let middle = (self.with_wage() + 1) / 2;
        let mut passed = 0;
        self.wages.iter().find_map(|(wage, heads)| {
            passed += heads;
            (middle > 0 && passed >= middle).then_some(*wage)
        })
    }
}

/// Full-time equivalents of so many, in hundredths; nothing where their hours are not known.
fn fte_hundredths(work: &Work, heads: i64) -> Option<i64> {
    match work.term {
        JobTerm::Full => Some(heads * 100),
        JobTerm::Part => work.weekly_minutes.map(|minutes| heads * minutes * 100 / WEEK),
        JobTerm::Seasonal => work.weekly_minutes.zip(work.season_weeks).map(|(minutes, weeks)| heads * minutes * weeks * 100 / YEAR),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn work(heads: i64, term: JobTerm) -> Work {
        Work {
            title: "Sewing".to_owned(),
            heads,
            term,
            weekly_minutes: None,
            season_weeks: None,
            wage_cents: None,
            has_health: None,
            has_leave: None,
            has_retirement: None,
            degree: None,
            advertised: None,
        }
    }

    #[test]
    fn equivalents_are_reckoned_as_the_credit_initiative_does() {
        let part = |minutes| Work { weekly_minutes: minutes, ..work(2, JobTerm::Part) };
        let season = |weeks| Work { weekly_minutes: Some(40 * 60), season_weeks: weeks, ..work(1, JobTerm::Seasonal) };
        let cases = [
            (work(3, JobTerm::Full), Some(300)),
            (part(Some(20 * 60)), Some(100)),
            (part(Some(25 * 60)), Some(125)),
            (part(None), None),
            (season(Some(26)), Some(50)),
            (season(None), None),
        ];
        for (work, expected) in cases {
            assert_eq!(fte_hundredths(&work, work.heads), expected, "{work:?}");
        }
    }

    #[test]
    fn what_nobody_asked_is_unknown_and_those_without_a_position_are_too() {
        let paid = Work { wage_cents: Some(2_100), has_health: Some(true), degree: Some(Degree::HighSchool), ..work(4, JobTerm::Full) };
        let less = Work { wage_cents: Some(1_700), has_health: Some(false), degree: Some(Degree::Bachelor), ..work(3, JobTerm::Part) };
        let rest = work(1, JobTerm::Seasonal);
        let quality = Quality::of(10, [&paid, &less, &rest].into_iter(), Some(2_000));
        assert_eq!((quality.described, quality.by_term), (8, [4, 3, 1]));
        assert_eq!(quality.living, Known { yes: 4, no: 3, unknown: 3 });
        assert_eq!(quality.health, Known { yes: 4, no: 3, unknown: 3 });
        assert_eq!(quality.open, Known { yes: 4, no: 3, unknown: 3 });
        assert_eq!(quality.leave, Known { yes: 0, no: 0, unknown: 10 });
        assert_eq!((quality.with_wage(), quality.median_wage(), quality.with_hours), (7, Some(2_100), 4));
        // Without a table of the county nothing is said about whether pay is enough, whatever it is.
        assert_eq!(Quality::of(10, [&paid, &less, &rest].into_iter(), None).living, Known { yes: 0, no: 0, unknown: 10 });
        assert_eq!(Quality::of(0, std::iter::empty(), Some(1)).median_wage(), None);
    }

    fn any_work() -> impl Strategy<Value = Work> {
        let flag = || proptest::option::of(any::<bool>());
        (1..40_i64, 0..3_usize, proptest::option::of(1..4_000_i64), proptest::option::of(500..6_000_i64), (flag(), flag(), flag()))
            .prop_map(|(heads, term, minutes, wage, (health, leave, retirement))| Work {
                weekly_minutes: minutes,
                season_weeks: minutes.map(|minutes| 1 + minutes % 52),
                wage_cents: wage,
                has_health: health,
                has_leave: leave,
                has_retirement: retirement,
                ..work(heads, [JobTerm::Full, JobTerm::Part, JobTerm::Seasonal][term])
            })
    }

    proptest! {
        #[test]
        fn every_worker_is_counted_once_in_every_figure(works in proptest::collection::vec(any_work(), 0..12), more in 0..20_i64, living in proptest::option::of(500..6_000_i64)) {
            let workers = works.iter().map(|work| work.heads).sum::<i64>() + more;
            let quality = Quality::of(workers, works.iter(), living);
            for known in [quality.living, quality.health, quality.leave, quality.retirement, quality.open] {
                prop_assert_eq!(known.known() + known.unknown, workers);
            }
            prop_assert_eq!(quality.by_term.iter().sum::<i64>(), quality.described);
            prop_assert!(quality.with_wage() <= quality.described && quality.with_hours <= quality.described);
        }

        #[test]
        fn two_counts_together_are_the_count_of_both(one in proptest::collection::vec(any_work(), 0..6), other in proptest::collection::vec(any_work(), 0..6)) {
            let heads = |works: &[Work]| works.iter().map(|work| work.heads).sum::<i64>();
            let mut joined = Quality::of(heads(&one), one.iter(), Some(2_000));
            joined.join(&Quality::of(heads(&other), other.iter(), Some(2_000)));
            prop_assert_eq!(joined, Quality::of(heads(&one) + heads(&other), one.iter().chain(&other), Some(2_000)));
        }
    }
}
