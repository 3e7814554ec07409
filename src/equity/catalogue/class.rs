//! Who the owners of a business are, as classes that are counted.

use super::super::groups::{Answer, GroupSet, Race, Sex};
use super::reply::{Reply, coded};
use crate::values::Question;
use serde::{Deserialize, Serialize};

/// The widest classes: the first that may be told of a small program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Headline {
    /// Some owner is in another group than White, alone or with it.
    OfColor,
    /// White, and no other group.
    White,
    /// No answer.
    NoAnswer,
}

/// How much of a business owners of color hold: the classes of the Census Bureau's business surveys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub enum Ownership {
    /// More than half.
    Most,
    /// Exactly half.
    Half,
    /// Less than half, or nothing.
    Less,
    /// Owned by its members.
    Cooperative,
    /// Shares that are not on record.
    NotClassifiable,
    /// Owners of more than half have no answer.
    #[default]
    Unknown,
}

/// Some of the businesses, by who owns them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    Everyone,
    Headline(Headline),
    /// In this group, alone or with others (approach 1 of the standard).
    Race(Race),
    /// In this group and no other (approaches 2 and 3).
    Alone(Race),
    /// In several groups (approach 3).
    Several,
    /// In exactly these groups, of the fixed list of combinations (approach 2).
    Combination(GroupSet),
    /// In several groups that are not listed (approach 2).
    OtherCombinations,
    /// Some owner of this sex.
    Sex(Sex),
    /// No answer about sex.
    NoSex,
    RaceAndSex(Race, Sex),
    Owned(Ownership),
    /// Replied to a question in this way.
    Reply(Question, Reply),
    /// No answer to this question.
    Silent(Question),
}

/// What one business's owners answered. Empty sets are no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Who {
    pub race: GroupSet,
    pub sex: GroupSet,
    pub ownership: Ownership,
    /// How the question was replied to of whose strand is spoken; in the main list none is.
    pub reply: Reply,
}

impl Headline {
    pub const ALL: [Self; 3] = [Self::OfColor, Self::White, Self::NoAnswer];
}

impl Ownership {
    pub const ALL: [Self; 6] = [Self::Most, Self::Half, Self::Less, Self::Cooperative, Self::NotClassifiable, Self::Unknown];

    /// Of a business whose owners hold these shares, in hundredths of a percent, and gave these answers about race and ethnicity.
    #[must_use]
    pub fn of(owners: &[(Option<u32>, Answer)], is_cooperative: bool) -> Self {
        if is_cooperative {
            return Self::Cooperative;
        }
        let Some(shares) = owners.iter().map(|(share, _)| *share).collect::<Option<Vec<u32>>>().filter(|shares| !shares.is_empty()) else {
            return if owners.iter().all(|(_, answer)| answer.groups().is_none()) { Self::Unknown } else { Self::NotClassifiable };
        };
        let held = |is: &dyn Fn(Option<GroupSet>) -> bool| -> u32 {
            owners.iter().zip(&shares).filter(|((_, answer), _)| is(answer.groups())).map(|(_, share)| *share).sum()
        };
        let of_color = held(&|groups| groups.is_some_and(|groups| groups != Race::White.set()));
        let unknown = held(&|groups| groups.is_none());
        match of_color {
            5_001.. => Self::Most,
            _ if unknown > 5_000 => Self::Unknown,
            5_000 => Self::Half,
            // Whoever has no answer could make it half or more.
            _ if of_color + unknown >= 5_000 => Self::Unknown,
            _ => Self::Less,
        }
    }

    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Most => "most",
            Self::Half => "half",
            Self::Less => "less",
            Self::Cooperative => "cooperative",
            Self::NotClassifiable => "not-classifiable",
            Self::Unknown => "unknown",
        }
    }

    /// As a row of a table names it.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Most => "Owners of color hold more than half",
            Self::Half => "Owners of color hold exactly half",
            Self::Less => "Owners of color hold less than half, or nothing",
            Self::Cooperative => "Owned by its members",
            Self::NotClassifiable => "Shares are not on record",
            Self::Unknown => "Owners of more than half have no answer",
        }
    }
}

/// The combinations that are listed. Why these: they are the most frequent ones among people in the 2020 census, and a list must not
/// follow the data of the day.
const COMBINATIONS: [[Race; 2]; 5] = [
    [Race::HispanicOrLatino, Race::White],
    [Race::BlackOrAfricanAmerican, Race::White],
    [Race::Asian, Race::White],
    [Race::AmericanIndianOrAlaskaNative, Race::White],
    [Race::BlackOrAfricanAmerican, Race::HispanicOrLatino],
];

impl Class {
    /// The listed combinations and the others.
    #[must_use]
    pub fn combinations() -> Vec<Self> {
        let listed = COMBINATIONS.iter().map(|races| Self::Combination(set(races)));
        listed.chain([Self::OtherCombinations]).collect()
    }

    /// Whether a business is one of them.
    #[must_use]
    pub fn covers(self, who: &Who) -> bool {
        match self {
            Self::Everyone => true,
            Self::Headline(Headline::OfColor) => !who.race.is_empty() && who.race != Race::White.set(),
            Self::Headline(Headline::White) => who.race == Race::White.set(),
            Self::Headline(Headline::NoAnswer) => who.race.is_empty(),
            Self::Race(race) => who.race.meets(race.set()),
            Self::Alone(race) => who.race == race.set(),
            Self::Several => who.race.len() > 1,
            Self::Combination(set) => who.race == set,
            Self::OtherCombinations => who.race.len() > 1 && COMBINATIONS.iter().all(|races| set(races) != who.race),
            Self::Sex(sex) => who.sex.meets(sex.set()),
            Self::NoSex => who.sex.is_empty(),
            Self::RaceAndSex(race, sex) => who.race.meets(race.set()) && who.sex.meets(sex.set()),
            Self::Owned(ownership) => who.ownership == ownership,
            Self::Reply(_, reply) => who.reply == reply,
            Self::Silent(_) => who.reply.is_silent(),
        }
    }

    /// Its part of an id.
    #[must_use]
    pub fn code(self) -> String {
        let small = |race: Race| race.code().to_ascii_lowercase();
        match self {
            Self::Everyone => "everyone".to_owned(),
            Self::Headline(Headline::OfColor) => "of-color".to_owned(),
            Self::Headline(Headline::White) => "white-only".to_owned(),
            Self::Headline(Headline::NoAnswer) => "no-race".to_owned(),
            Self::Race(race) => small(race),
            Self::Alone(race) => format!("{}-alone", small(race)),
            Self::Several => "several".to_owned(),
            Self::Combination(set) => {
                let codes: Vec<String> = Race::ALL.into_iter().filter(|race| set.meets(race.set())).map(small).collect();
                format!("{}-only", codes.join("-and-"))
            }
            Self::OtherCombinations => "other-combinations".to_owned(),
            Self::Sex(sex) => sex.code().to_ascii_lowercase(),
            Self::NoSex => "no-sex".to_owned(),
            Self::RaceAndSex(race, sex) => format!("{}-{}", small(race), sex.code().to_ascii_lowercase()),
            Self::Owned(ownership) => format!("owned-{}", ownership.code()),
            Self::Reply(..) | Self::Silent(_) => coded(self),
        }
    }

    /// As a row of a table names it, before "owners" where it is a group of people.
    #[must_use]
    pub fn label(self) -> String {
        match self {
            Self::Everyone => "All".to_owned(),
            Self::Headline(Headline::OfColor) => "Owners of color".to_owned(),
            Self::Headline(Headline::White) => "White owners only".to_owned(),
            Self::Headline(Headline::NoAnswer) | Self::NoSex | Self::Silent(_) => "No answer".to_owned(),
            Self::Race(race) => race.label().to_owned(),
            Self::Alone(race) => format!("{} alone", race.label()),
            Self::Several => "Several groups".to_owned(),
            Self::Combination(set) => {
                let labels: Vec<&str> = Race::ALL.into_iter().filter(|race| set.meets(race.set())).map(Race::label).collect();
                labels.join(" and ")
            }
            Self::OtherCombinations => "Other combinations".to_owned(),
            Self::Sex(Sex::Female) => "Female".to_owned(),
            Self::Sex(Sex::Male) => "Male".to_owned(),
            Self::RaceAndSex(race, sex) => format!("{}, {}", race.label(), sex.label()),
            Self::Owned(ownership) => ownership.label().to_owned(),
            Self::Reply(_, reply) => reply.label().to_owned(),
        }
    }
}

fn set(races: &[Race]) -> GroupSet {
    races.iter().map(|race| race.set()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    type Case<'a> = (&'a [(Option<u32>, Answer)], bool, Ownership);

    #[test]
    fn ownership_is_what_owners_of_color_hold() {
        let of_color = || Answer::Answered(Race::Asian.set());
        let white = || Answer::Answered(Race::White.set());
        let cases: &[Case] = &[
            (&[(Some(5_100), of_color()), (Some(4_900), white())], false, Ownership::Most),
            (&[(Some(5_000), of_color()), (Some(5_000), white())], false, Ownership::Half),
            (&[(Some(4_900), of_color()), (Some(5_100), white())], false, Ownership::Less),
            (&[(Some(4_900), of_color()), (Some(200), Answer::Declined), (Some(4_900), white())], false, Ownership::Unknown),
            (&[(Some(10_000), Answer::NotAsked)], false, Ownership::Unknown),
            (&[], false, Ownership::Unknown),
            (&[(None, of_color())], false, Ownership::NotClassifiable),
            (&[(Some(10_000), white())], true, Ownership::Cooperative),
        ];
        for (owners, is_cooperative, want) in cases {
            assert_eq!(Ownership::of(owners, *is_cooperative), *want);
        }
    }

    proptest! {
        #[test]
        fn each_way_of_counting_counts_everybody_once_or_in_each_group(bits in 0_u16..128) {
            let race: GroupSet = Race::ALL.into_iter().filter(|race| bits >> *race as u16 & 1 == 1).map(Race::set).collect();
            let who = Who { race, ..Who::default() };
            let of = |classes: &[Class]| classes.iter().filter(|class| class.covers(&who)).count();
            let alone = Race::ALL.map(Class::Alone);
            let answered = usize::from(bits > 0);
            prop_assert_eq!(of(&Headline::ALL.map(Class::Headline)), 1);
            prop_assert_eq!(of(&Race::ALL.map(Class::Race)), bits.count_ones() as usize);
            prop_assert_eq!(of(&alone) + of(&[Class::Several]), answered);
            prop_assert_eq!(of(&alone) + of(&Class::combinations()), answered);
        }
    }
}
