//! The anonymous survey of workers: what one worker answered, and what of a round's answers may be told.
//!
//! - here: what a worker can answer, each from a closed list;
//! - `lines`: everything that is counted of a round;
//! - `release`: what of it is told once the round is over.
//!
//! Why a list of its own beside the one of businesses: the unit is a worker, nobody knows who answered, and nothing of it is ever counted
//! together with who owns a business.

pub mod lines;
mod near;
pub mod release;

use super::groups::{GroupSet, Race};

/// What a worker said of race and ethnicity, as far as it is counted. Of whoever chose several groups only that is kept (approach 3 of
/// the standard): which ones would set somebody apart, and no line counts them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Group {
    /// This group and no other.
    Alone(Race),
    /// Several groups.
    Several,
    /// The worker prefers not to say.
    Declined,
    /// Nothing was chosen.
    #[default]
    Passed,
}

/// What a worker does: major groups of the Standard Occupational Classification that a plant has, in plain words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Job {
    Production,
    Repair,
    Moving,
    Technical,
    Office,
    Sales,
    Cleaning,
    Management,
    Other,
}

/// Hourly pay before taxes, as an upper end in cents that is not reached; the last has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Band {
    /// In cents, reached.
    pub low: u32,
    /// In cents, not reached.
    pub high: Option<u32>,
}

/// What one worker answered. Every part may be left out.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Worker {
    pub group: Group,
    pub pay: Option<Band>,
    pub job: Option<Job>,
    /// A code of the public list of languages.
    pub language: Option<String>,
}

/// Where bands of pay end, in cents. Ours: each a whole dollar that people know, closer together where most of production is paid.
const ENDS: [u32; 6] = [1_500, 1_800, 2_200, 2_600, 3_200, 4_000];

/// The bands of a round. What is enough to live on, where the round names it, ends a band of its own: so nobody has to know that amount
/// to be counted below it or above.
#[must_use]
pub fn bands(living_cents: Option<u32>) -> Vec<Band> {
    let mut ends: Vec<u32> = ENDS.into_iter().chain(living_cents.filter(|cents| *cents > 0)).collect();
    ends.sort_unstable();
    ends.dedup();
    let lows = std::iter::once(0).chain(ends.iter().copied());
    let highs = ends.iter().copied().map(Some).chain([None]);
    lows.zip(highs).map(|(low, high)| Band { low, high }).collect()
}

impl Group {
    pub const ALL: [Self; 10] = [
        Self::Alone(Race::AmericanIndianOrAlaskaNative),
        Self::Alone(Race::Asian),
        Self::Alone(Race::BlackOrAfricanAmerican),
        Self::Alone(Race::HispanicOrLatino),
        Self::Alone(Race::MiddleEasternOrNorthAfrican),
        Self::Alone(Race::NativeHawaiianOrPacificIslander),
        Self::Alone(Race::White),
        Self::Several,
        Self::Declined,
        Self::Passed,
    ];

    /// From the groups that were chosen.
    #[must_use]
    pub fn of(chosen: &[Race], declined: bool) -> Self {
        let set: GroupSet = chosen.iter().map(|race| race.set()).collect();
        match (Race::ALL.into_iter().find(|race| race.set() == set), set.is_empty()) {
            (Some(race), _) => Self::Alone(race),
            (None, false) => Self::Several,
            (None, true) if declined => Self::Declined,
            (None, true) => Self::Passed,
        }
    }

    /// As a line names it. Small letters, so that the name of a line is never taken for somebody's stored answer.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Alone(Race::AmericanIndianOrAlaskaNative) => "aian",
            Self::Alone(Race::Asian) => "asian",
            Self::Alone(Race::BlackOrAfricanAmerican) => "black",
            Self::Alone(Race::HispanicOrLatino) => "hisp",
            Self::Alone(Race::MiddleEasternOrNorthAfrican) => "mena",
            Self::Alone(Race::NativeHawaiianOrPacificIslander) => "nhpi",
            Self::Alone(Race::White) => "white",
            Self::Several => "several",
            Self::Declined => "not-said",
            Self::Passed => "left-out",
        }
    }

    /// As a row of a table names it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Alone(race) => race.label(),
            Self::Several => "Several groups",
            Self::Declined => "Preferred not to say",
            Self::Passed => "Left the question out",
        }
    }

    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|group| group.code() == code)
    }

    /// True for whoever named a group other than White.
    #[must_use]
    pub fn is_of_color(self) -> bool {
        match self {
            Self::Alone(race) => race != Race::White,
            Self::Several => true,
            Self::Declined | Self::Passed => false,
        }
    }
}

impl Job {
    pub const ALL: [Self; 9] = [
        Self::Production,
        Self::Repair,
        Self::Moving,
        Self::Technical,
        Self::Office,
        Self::Sales,
        Self::Cleaning,
        Self::Management,
        Self::Other,
    ];

    /// The code of the major group (SOC 2018); of none for the last.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Production => "51-0000",
            Self::Repair => "49-0000",
            Self::Moving => "53-0000",
            Self::Technical => "17-0000",
            Self::Office => "43-0000",
            Self::Sales => "41-0000",
            Self::Cleaning => "37-0000",
            Self::Management => "11-0000",
            Self::Other => "other",
        }
    }

    /// As a row of a table names it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Production => "Making things: machines, assembly, cutting, sewing, food",
            Self::Repair => "Installing, maintaining and repairing",
            Self::Moving => "Warehouse, packing, loading and driving",
            Self::Technical => "Engineering, design, quality and laboratory",
            Self::Office => "Office, orders and bookkeeping",
            Self::Sales => "Selling",
            Self::Cleaning => "Cleaning and grounds",
            Self::Management => "Managing",
            Self::Other => "Something else",
        }
    }

    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|job| job.code() == code)
    }
}

impl Band {
    /// "1500-1799", "4000-".
    #[must_use]
    pub fn code(self) -> String {
        self.high.map_or_else(|| format!("{}-", self.low), |high| format!("{}-{}", self.low, high - 1))
    }

    /// Reads what [`Band::code`] wrote.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        let (low, high) = code.split_once('-')?;
        let low = low.parse().ok()?;
        let high = if high.is_empty() { None } else { Some(high.parse::<u32>().ok()?.checked_add(1)?) };
        high.is_none_or(|high| high > low).then_some(Self { low, high })
    }

    /// True where nobody in it earns what is enough to live on.
    #[must_use]
    pub fn is_below(self, cents: u32) -> bool {
        self.high.is_some_and(|high| high <= cents)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_lie_side_by_side_and_what_is_enough_to_live_on_parts_one() {
        for living in [None, Some(2_450), Some(2_200), Some(9_900), Some(1)] {
            let bands = bands(living);
            assert_eq!(bands.first().map(|band| band.low), Some(0));
            assert!(bands.windows(2).all(|pair| pair[0].high == Some(pair[1].low)), "{bands:?}");
            assert!(bands.last().is_some_and(|band| band.high.is_none()));
            assert!(bands.iter().all(|band| Band::parse(&band.code()) == Some(*band)), "{bands:?}");
            if let Some(cents) = living {
                assert!(bands.iter().all(|band| band.is_below(cents) != (band.low >= cents)), "none lies on both sides: {bands:?}");
            }
        }
        for nothing in ["", "12", "18-17", "x-", "-"] {
            assert_eq!(Band::parse(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn of_several_groups_only_that_is_kept_and_an_answer_counts_before_the_wish_not_to_give_one() {
        assert_eq!(Group::of(&[Race::Asian], false), Group::Alone(Race::Asian));
        assert_eq!(Group::of(&[Race::Asian, Race::White], false), Group::Several);
        assert_eq!((Group::of(&[], true), Group::of(&[], false)), (Group::Declined, Group::Passed));
        assert!(Group::ALL.iter().all(|group| Group::parse(group.code()) == Some(*group)));
        assert!(Job::ALL.iter().all(|job| Job::parse(job.code()) == Some(*job)));
    }
}
