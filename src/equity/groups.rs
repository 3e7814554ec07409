//! Who people say they are, and what that makes of a business.

/// The seven minimum categories of OMB's Statistical Policy Directive 15 (2024), in the standard's order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Race {
    AmericanIndianOrAlaskaNative,
    Asian,
    BlackOrAfricanAmerican,
    HispanicOrLatino,
    MiddleEasternOrNorthAfrican,
    NativeHawaiianOrPacificIslander,
    White,
}

/// The two answers to the question about sex that the federal forms know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sex {
    Female,
    Male,
}

/// A question that divides businesses into groups. Each is protected and tabulated on its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Dimension {
    Race,
    Sex,
}

/// A set of groups of one dimension. Empty means nobody, never "no answer".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct GroupSet(u16);

/// One owner's, or one business's, answer in one dimension. The last four are different facts and never merged
/// in storage: not asking is the program's failure, declining is the person's choice, skipping is no choice yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Answer {
    /// Never an empty set; where one slips in, it is counted as unknown.
    Answered(GroupSet),
    Declined,
    Skipped,
    NotAsked,
    Unknown,
}

/// An owner of less than a quarter does not decide a business's groups where another holds more.
const QUARTER: u32 = 2_500;
/// One hundred percent, in basis points.
const WHOLE: u64 = 10_000;

impl Race {
    pub const ALL: [Self; 7] = [
        Self::AmericanIndianOrAlaskaNative,
        Self::Asian,
        Self::BlackOrAfricanAmerican,
        Self::HispanicOrLatino,
        Self::MiddleEasternOrNorthAfrican,
        Self::NativeHawaiianOrPacificIslander,
        Self::White,
    ];

    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::AmericanIndianOrAlaskaNative => "AIAN",
            Self::Asian => "ASIAN",
            Self::BlackOrAfricanAmerican => "BLACK",
            Self::HispanicOrLatino => "HISP",
            Self::MiddleEasternOrNorthAfrican => "MENA",
            Self::NativeHawaiianOrPacificIslander => "NHPI",
            Self::White => "WHITE",
        }
    }

    /// The name as it stands before "owners".
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::AmericanIndianOrAlaskaNative => "American Indian or Alaska Native",
            Self::Asian => "Asian",
            Self::BlackOrAfricanAmerican => "Black or African American",
            Self::HispanicOrLatino => "Hispanic or Latino",
            Self::MiddleEasternOrNorthAfrican => "Middle Eastern or North African",
            Self::NativeHawaiianOrPacificIslander => "Native Hawaiian or Pacific Islander",
            Self::White => "White",
        }
    }

    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|race| race.code() == code)
    }

    #[must_use]
    pub fn set(self) -> GroupSet {
        GroupSet(1 << self as u16)
    }
}

impl Sex {
    pub const ALL: [Self; 2] = [Self::Female, Self::Male];

    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Female => "FEMALE",
            Self::Male => "MALE",
        }
    }

    /// The name as it stands before "owners".
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Female => "female",
            Self::Male => "male",
        }
    }

    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sex| sex.code() == code)
    }

    #[must_use]
    pub fn set(self) -> GroupSet {
        GroupSet(1 << self as u16)
    }
}

impl Dimension {
    /// Every group of the dimension, each as a set of its own, in the standard's order.
    #[must_use]
    pub fn groups(self) -> Vec<GroupSet> {
        match self {
            Self::Race => Race::ALL.map(Race::set).to_vec(),
            Self::Sex => Sex::ALL.map(Sex::set).to_vec(),
        }
    }

    /// The names of the groups in `set`, in the standard's order.
    #[must_use]
    pub fn labels(self, set: GroupSet) -> Vec<&'static str> {
        match self {
            Self::Race => Race::ALL.into_iter().filter(|race| set.meets(race.set())).map(Race::label).collect(),
            Self::Sex => Sex::ALL.into_iter().filter(|sex| set.meets(sex.set())).map(Sex::label).collect(),
        }
    }

    /// The codes of the groups in `set`, in the standard's order.
    #[must_use]
    pub fn codes(self, set: GroupSet) -> Vec<&'static str> {
        match self {
            Self::Race => Race::ALL.into_iter().filter(|race| set.meets(race.set())).map(Race::code).collect(),
            Self::Sex => Sex::ALL.into_iter().filter(|sex| set.meets(sex.set())).map(Sex::code).collect(),
        }
    }
}

impl GroupSet {
    pub const EMPTY: Self = Self(0);

    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the two share a group.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    #[must_use]
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    #[must_use]
    pub fn len(self) -> u32 {
        self.0.count_ones()
    }
}

impl FromIterator<GroupSet> for GroupSet {
    fn from_iter<I: IntoIterator<Item = GroupSet>>(sets: I) -> Self {
        sets.into_iter().fold(Self::EMPTY, Self::and)
    }
}

impl Answer {
    /// An answer to the question of race and ethnicity, by the codes of its groups. Without a known code it is no answer.
    pub fn races<'a>(codes: impl Iterator<Item = &'a str>) -> Self {
        Self::of(codes.filter_map(Race::parse).map(Race::set))
    }

    /// An answer to the question of sex, by its code.
    pub fn sexes<'a>(codes: impl Iterator<Item = &'a str>) -> Self {
        Self::of(codes.filter_map(Sex::parse).map(Sex::set))
    }

    fn of(sets: impl Iterator<Item = GroupSet>) -> Self {
        let groups = sets.fold(GroupSet::EMPTY, GroupSet::and);
        if groups.is_empty() { Self::Unknown } else { Self::Answered(groups) }
    }

    /// The groups answered, or nothing where no group was named.
    #[must_use]
    pub fn groups(self) -> Option<GroupSet> {
        match self {
            Self::Answered(groups) if !groups.is_empty() => Some(groups),
            _ => None,
        }
    }
}

/// A business's answer, from its owners' shares in basis points and answers.
///
/// Its groups are the union of the answers of owners of a quarter or more; of all owners where no owner who
/// answered holds so much, where a share is not recorded, and in a cooperative (one member, one vote).
/// It is unknown if owners of more than half gave no answer, by share where all shares are recorded (a part
/// nobody is recorded for counts as unanswered), else by head-count. Exactly half unanswered is still known.
#[must_use]
pub fn unit_answer(owners: &[(Option<u32>, Answer)], cooperative: bool) -> Answer {
    if owners.is_empty() {
        return Answer::NotAsked;
    }
    let shares: Option<Vec<u32>> = owners.iter().map(|(share, _)| *share).collect();
    let shares = shares.filter(|shares| !cooperative && shares.iter().any(|share| *share > 0));
    let by_head = shares.is_none();
    let weights = shares.unwrap_or_else(|| vec![1; owners.len()]);
    let held: u64 = weights.iter().copied().map(u64::from).sum();
    let whole = if by_head { held } else { held.max(WHOLE) };

    let answers = || weights.iter().zip(owners).filter_map(|(weight, (_, answer))| Some((*weight, answer.groups()?)));
    let answered: u64 = answers().map(|(weight, _)| u64::from(weight)).sum();
    if answered * 2 < whole {
        return silence(owners);
    }
    let of_large: GroupSet = answers().filter(|(weight, _)| !by_head && *weight >= QUARTER).map(|(_, groups)| groups).collect();
    let of_all: GroupSet = answers().map(|(_, groups)| groups).collect();
    Answer::Answered(if of_large.is_empty() { of_all } else { of_large })
}

/// The most that can be said about owners who named no group: what they all have in common, or that it is unknown.
fn silence(owners: &[(Option<u32>, Answer)]) -> Answer {
    let mut silent = owners.iter().map(|(_, answer)| *answer).filter(|answer| answer.groups().is_none());
    match silent.next() {
        Some(first @ (Answer::Declined | Answer::Skipped | Answer::NotAsked)) if silent.all(|answer| answer == first) => first,
        _ => Answer::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Answer::{Answered, Declined, NotAsked, Skipped, Unknown};

    /// What it is about, the owners, whether it is a cooperative, and the business's answer.
    type Case<'a> = (&'a str, &'a [(Option<u32>, Answer)], bool, Answer);

    fn black() -> Answer {
        Answered(Race::BlackOrAfricanAmerican.set())
    }

    fn white() -> Answer {
        Answered(Race::White.set())
    }

    fn both() -> Answer {
        Answered(Race::BlackOrAfricanAmerican.set().and(Race::White.set()))
    }

    #[test]
    fn codes_are_parsed_back() {
        for race in Race::ALL {
            assert_eq!(Race::parse(race.code()), Some(race));
        }
        for sex in Sex::ALL {
            assert_eq!(Sex::parse(sex.code()), Some(sex));
        }
        assert_eq!(Race::parse("white"), None);
        assert!(Race::ALL.is_sorted_by_key(|race| race.label()));
    }

    #[test]
    fn sets_name_their_groups_in_the_standards_order() {
        let set: GroupSet = [Race::White.set(), Race::Asian.set()].into_iter().collect();
        assert_eq!(Dimension::Race.codes(set), ["ASIAN", "WHITE"]);
        assert_eq!(Dimension::Sex.labels(Sex::Male.set()), ["male"]);
        assert_eq!((set.len(), GroupSet::EMPTY.len()), (2, 0));
    }

    #[test]
    fn a_business_is_what_its_owners_make_it() {
        let half = Some(5_000);
        let cases: &[Case] = &[
            ("no owners at all", &[], false, NotAsked),
            ("one owner", &[(Some(10_000), black())], false, black()),
            ("a couple of two groups", &[(half, black()), (half, white())], false, both()),
            ("exactly half unanswered is still known", &[(half, black()), (half, Declined)], false, black()),
            ("more than half declined", &[(Some(4_999), black()), (Some(5_001), Declined)], false, Declined),
            ("24.99 % does not count", &[(Some(7_501), black()), (Some(2_499), white())], false, black()),
            ("25 % counts", &[(Some(7_500), black()), (Some(2_500), white())], false, both()),
            ("nobody holds a quarter", &[(Some(2_000), black()); 5], false, black()),
            (
                "nobody who answered holds a quarter",
                &[(Some(3_000), Declined), (Some(2_400), black()), (Some(2_400), white()), (Some(2_200), white())],
                false,
                both(),
            ),
            ("a share is not recorded: all owners", &[(None, black()), (Some(100), white())], false, both()),
            ("unrecorded shares count heads", &[(None, black()), (None, Declined), (None, Declined)], false, Declined),
            ("unrecorded shares, half silent", &[(None, black()), (None, Unknown)], false, black()),
            ("cooperative: all members", &[(Some(9_000), black()), (Some(1_000), white())], true, both()),
            ("cooperative: heads, not shares", &[(Some(1_000), black()), (Some(9_000), Declined)], true, black()),
            ("most of it has no recorded owner", &[(Some(3_000), black())], false, Unknown),
            ("all not asked", &[(half, NotAsked), (half, NotAsked)], false, NotAsked),
            ("all skipped", &[(half, Skipped), (half, Skipped)], false, Skipped),
            ("one declined, one skipped", &[(half, Skipped), (half, Declined)], false, Unknown),
            ("silent for different reasons", &[(half, NotAsked), (half, Declined)], false, Unknown),
            ("an empty set is no answer", &[(half, Answered(GroupSet::EMPTY)), (half, Declined)], false, Unknown),
            ("three thirds, rounded down", &[(Some(3_333), Declined); 3], false, Declined),
            ("shares of nothing count heads", &[(Some(0), white()), (Some(0), white())], false, white()),
        ];
        for (name, owners, cooperative, want) in cases {
            assert_eq!(unit_answer(owners, *cooperative), *want, "{name}");
        }
    }
}
