//! Three ways to count people of several groups, as Statistical Policy Directive 15 (2024) gives them; never mixed
//! in one table, and each labelled.
//!
//! 1. **Alone or in combination.** Everybody in each of their groups: the lines sum past the total. Groups overlap,
//!    so a line is compared with all who are not in it, never with another line.
//! 2. **Most frequent combinations.** Each group alone, the combinations listed, and all other combinations: everybody
//!    once.
//! 3. **Multiracial or multiethnic.** Each group alone, and everybody of several groups: everybody once.
//!
//! Which combinations are listed is the caller's choice. What is published must not choose by the data of the day;
//! `most_frequent` is for choosing once.

use std::collections::BTreeMap;

use super::groups::{Answer, GroupSet};

/// A way of counting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Approach {
    AloneOrInCombination,
    Combinations,
    Multiple,
}

/// A line of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// In these groups, whatever else one is (approach 1).
    With(GroupSet),
    /// In exactly these groups: one alone, or a listed combination.
    Exactly(GroupSet),
    /// In several groups that are not listed as a combination (approach 2).
    OtherCombinations,
    /// In several groups (approach 3).
    Several,
}

/// The lines of one approach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tabulation {
    pub approach: Approach,
    pub classes: Vec<Class>,
}

/// Everything the three approaches count, before any protection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spd15 {
    /// Who named at least one group.
    pub known: u32,
    /// Who did not, for whatever reason.
    pub unknown: u32,
    /// Per group, in the order given; sums past `known`.
    pub alone_or_in_combination: Vec<(GroupSet, u32)>,
    pub alone: Vec<(GroupSet, u32)>,
    /// Every set of groups that occurs, single ones included; sums to `known`.
    pub combinations: Vec<(GroupSet, u32)>,
    /// Who is in several groups; with `alone` it sums to `known`.
    pub several: u32,
}

impl Approach {
    pub const ALL: [Self; 3] = [Self::AloneOrInCombination, Self::Combinations, Self::Multiple];

    /// As the switch and the table's caption name it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::AloneOrInCombination => {
                "Each group, alone or with others. People of several groups count in each: the lines add up to more than the total."
            }
            Self::Combinations => "Each group alone, and the most frequent combinations. Everybody counts once.",
            Self::Multiple => "Each group alone, and people of several groups as one line. Everybody counts once.",
        }
    }

    /// Whether everybody counts once, so that lines may be compared with each other. Where not, a line is compared
    /// only with all who are not in it.
    #[must_use]
    pub fn is_exclusive(self) -> bool {
        self != Self::AloneOrInCombination
    }
}

impl Tabulation {
    /// The lines of an approach for a dimension's groups; `combinations` are listed in approach 2 alone.
    #[must_use]
    pub fn new(approach: Approach, groups: &[GroupSet], combinations: &[GroupSet]) -> Self {
        let alone = groups.iter().copied().map(Class::Exactly);
        let classes = match approach {
            Approach::AloneOrInCombination => groups.iter().copied().map(Class::With).collect(),
            Approach::Combinations => {
                let listed = combinations.iter().filter(|set| set.len() > 1).copied().map(Class::Exactly);
                alone.chain(listed).chain([Class::OtherCombinations]).collect()
            }
            Approach::Multiple => alone.chain([Class::Several]).collect(),
        };
        Self { approach, classes }
    }

    /// Whether somebody with these groups counts in the line; nobody without groups does.
    #[must_use]
    pub fn covers(&self, class: Class, groups: GroupSet) -> bool {
        match class {
            Class::With(set) => set.meets(groups),
            Class::Exactly(set) => set == groups,
            Class::OtherCombinations => groups.len() > 1 && !self.classes.contains(&Class::Exactly(groups)),
            Class::Several => groups.len() > 1,
        }
    }

    /// How many count in each line.
    #[must_use]
    pub fn counts(&self, answers: &[Answer]) -> Vec<(Class, u32)> {
        let groups: Vec<GroupSet> = answers.iter().filter_map(|answer| answer.groups()).collect();
        let covered = |class| super::number(groups.iter().filter(|groups| self.covers(class, **groups)));
        self.classes.iter().map(|class| (*class, covered(*class))).collect()
    }
}

/// Counts answers in all three ways. `groups` are the dimension's single groups.
#[must_use]
pub fn spd15(answers: &[Answer], groups: &[GroupSet]) -> Spd15 {
    let sets = occurring(answers);
    let of = |is: &dyn Fn(GroupSet) -> bool| sets.iter().filter(|(set, _)| is(**set)).map(|(_, number)| *number).sum::<u32>();
    let known = of(&|_| true);
    Spd15 {
        known,
        unknown: super::count(answers).saturating_sub(known),
        alone_or_in_combination: groups.iter().map(|group| (*group, of(&|set| set.meets(*group)))).collect(),
        alone: groups.iter().map(|group| (*group, of(&|set| set == *group))).collect(),
        several: of(&|set| set.len() > 1),
        combinations: sets.into_iter().collect(),
    }
}

/// The combinations of several groups that occur most, at most `most` of them; of equals the first in the order of
/// sets.
#[must_use]
pub fn most_frequent(answers: &[Answer], most: usize) -> Vec<GroupSet> {
    let mut several: Vec<(GroupSet, u32)> = occurring(answers).into_iter().filter(|(set, _)| set.len() > 1).collect();
    several.sort_by_key(|(set, number)| (std::cmp::Reverse(*number), *set));
    several.into_iter().take(most).map(|(set, _)| set).collect()
}

fn occurring(answers: &[Answer]) -> BTreeMap<GroupSet, u32> {
    let mut sets = BTreeMap::new();
    for groups in answers.iter().filter_map(|answer| answer.groups()) {
        *sets.entry(groups).or_insert(0_u32) += 1;
    }
    sets
}

#[cfg(test)]
mod tests {
    use super::super::groups::{Dimension, Race};
    use super::*;
    use proptest::prelude::*;

    fn of(races: &[Race]) -> Answer {
        Answer::Answered(races.iter().map(|race| race.set()).collect())
    }

    fn some_people() -> Vec<Answer> {
        use Race::{Asian, BlackOrAfricanAmerican as Black, HispanicOrLatino as Hispanic, White};
        [&[Black][..], &[Black, White], &[Black, White], &[Hispanic, Black], &[Asian, White], &[Asian, White], &[White]]
            .map(of)
            .into_iter()
            .chain([Answer::Declined, Answer::NotAsked, Answer::Answered(GroupSet::EMPTY)])
            .collect()
    }

    fn numbers(approach: Approach, combinations: &[GroupSet]) -> Vec<u32> {
        let tabulation = Tabulation::new(approach, &Dimension::Race.groups(), combinations);
        tabulation.counts(&some_people()).into_iter().map(|(_, number)| number).collect()
    }

    #[test]
    fn the_three_approaches_count_the_same_people_differently() {
        assert_eq!(numbers(Approach::AloneOrInCombination, &[]), [0, 2, 4, 1, 0, 0, 5]);
        assert_eq!(numbers(Approach::Multiple, &[]), [0, 0, 1, 0, 0, 0, 1, 5]);
        let two = most_frequent(&some_people(), 2);
        assert_eq!(
            two.iter().map(|set| Dimension::Race.codes(*set)).collect::<Vec<_>>(),
            [["BLACK", "WHITE"], ["ASIAN", "WHITE"]].map(Vec::from).into_iter().rev().collect::<Vec<_>>()
        );
        assert_eq!(numbers(Approach::Combinations, &two), [0, 0, 1, 0, 0, 0, 1, 2, 2, 1]);
    }

    #[test]
    fn who_named_no_group_counts_as_unknown() {
        let got = spd15(&some_people(), &Dimension::Race.groups());
        assert_eq!((got.known, got.unknown, got.several), (7, 3, 5));
        assert_eq!(spd15(&[], &Dimension::Race.groups()).combinations, []);
        assert!(most_frequent(&[], 3).is_empty());
    }

    #[test]
    fn only_exclusive_lines_are_compared_with_each_other() {
        assert_eq!(Approach::ALL.map(Approach::is_exclusive), [false, true, true]);
        assert!(Approach::AloneOrInCombination.label().contains("more than the total"));
    }

    proptest! {
        #[test]
        fn everybody_known_counts_once_or_in_each_of_their_groups(bits in prop::collection::vec(0_u16..128, 0..60), most in 0_usize..4) {
            let answers: Vec<Answer> = bits
                .iter()
                .map(|bits| Answer::Answered(Race::ALL.into_iter().filter(|race| bits >> *race as u16 & 1 == 1).map(Race::set).collect()))
                .collect();
            let got = spd15(&answers, &Dimension::Race.groups());
            let listed = most_frequent(&answers, most);
            for approach in Approach::ALL {
                let counts = Tabulation::new(approach, &Dimension::Race.groups(), &listed).counts(&answers);
                let sum: u32 = counts.iter().map(|(_, number)| number).sum();
                let memberships: u32 = bits.iter().map(|bits| bits.count_ones()).sum();
                prop_assert_eq!(sum, if approach.is_exclusive() { got.known } else { memberships });
            }
            prop_assert_eq!(got.combinations.iter().map(|(_, number)| number).sum::<u32>(), got.known);
            prop_assert_eq!(got.alone.iter().map(|(_, number)| number).sum::<u32>() + got.several, got.known);
        }
    }
}
