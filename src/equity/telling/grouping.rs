//! The ways to divide businesses by who owns them: each is the rows of one table.

use crate::equity::catalogue::{Class, Headline, Ownership};
use crate::equity::groups::{Race, Sex};
use crate::equity::tabulation::Approach;

/// A way to divide businesses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Grouping {
    /// Owners of color and White owners.
    Headline,
    /// Each group alone or with others (approach 1).
    Race,
    /// Each group alone, and the most frequent combinations (approach 2).
    Combinations,
    /// Each group alone, and several groups as one class (approach 3).
    Several,
    Sex,
    /// By how much owners of color hold.
    Ownership,
    RaceAndSex,
}

impl Grouping {
    /// Its classes, in the order of the standard.
    #[must_use]
    pub fn classes(self) -> Vec<Class> {
        let alone = Race::ALL.map(Class::Alone).into_iter();
        match self {
            Self::Headline => vec![Class::Headline(Headline::OfColor), Class::Headline(Headline::White)],
            Self::Race => Race::ALL.map(Class::Race).to_vec(),
            Self::Combinations => alone.chain(Class::combinations()).collect(),
            Self::Several => alone.chain([Class::Several]).collect(),
            Self::Sex => Sex::ALL.map(Class::Sex).to_vec(),
            Self::Ownership => Ownership::ALL.into_iter().filter(|owned| *owned != Ownership::Unknown).map(Class::Owned).collect(),
            Self::RaceAndSex => Race::ALL.into_iter().flat_map(|race| Sex::ALL.map(|sex| Class::RaceAndSex(race, sex))).collect(),
        }
    }

    /// The class of those without an answer. There is none for two questions at once: nobody counts who answered both.
    #[must_use]
    pub fn silent(self) -> Option<Class> {
        match self {
            Self::Headline | Self::Race | Self::Combinations | Self::Several => Some(Class::Headline(Headline::NoAnswer)),
            Self::Sex => Some(Class::NoSex),
            Self::Ownership => Some(Class::Owned(Ownership::Unknown)),
            Self::RaceAndSex => None,
        }
    }

    /// Whether everybody counts once, so that classes may be compared with each other.
    #[must_use]
    pub fn is_exclusive(self) -> bool {
        matches!(self, Self::Headline | Self::Combinations | Self::Several | Self::Ownership)
    }

    /// Its part of the id of a number.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Race => "race_ethnicity",
            Self::Combinations => "race_ethnicity_2",
            Self::Several => "race_ethnicity_3",
            Self::Sex => "sex",
            Self::Ownership => "ownership",
            Self::RaceAndSex => "race_and_sex",
        }
    }

    /// As a heading names it.
    #[must_use]
    pub fn heading(self) -> &'static str {
        match self {
            Self::Headline => "Owners of color and White owners",
            Self::Race => "By race and ethnicity, alone or with others",
            Self::Combinations => "By race and ethnicity, most frequent combinations",
            Self::Several => "By race and ethnicity, several groups as one",
            Self::Sex => "By sex",
            Self::Ownership => "By how much owners of color hold",
            Self::RaceAndSex => "By race and sex together",
        }
    }

    /// How it counts people of several groups, as every table of it says.
    #[must_use]
    pub fn counted(self) -> &'static str {
        match self {
            Self::Headline => "Everybody once: owners of color are those in another group than White, alone or with it.",
            Self::Race => Approach::AloneOrInCombination.label(),
            Self::Combinations => Approach::Combinations.label(),
            Self::Several => Approach::Multiple.label(),
            Self::Sex => "A business with owners of both sexes counts in both.",
            Self::Ownership => "Everybody once, by the shares that owners of color hold.",
            Self::RaceAndSex => "Each group alone or with others, of each sex. Groups overlap.",
        }
    }
}

/// A class as it stands after "businesses with": "Asian owners".
#[must_use]
pub fn owners(class: Class) -> String {
    match class {
        Class::Everyone => "any owners".to_owned(),
        Class::Headline(Headline::OfColor) => "owners of color".to_owned(),
        Class::Headline(Headline::White) => "White owners only".to_owned(),
        Class::Headline(Headline::NoAnswer) | Class::NoSex | Class::Silent(_) => "no answer".to_owned(),
        Class::Reply(_, reply) => format!("owners who {}", reply.label()),
        Class::Several => "owners of several groups".to_owned(),
        Class::OtherCombinations => "owners of other combinations of groups".to_owned(),
        Class::Sex(sex) => format!("{} owners", sex.label()),
        Class::Owned(owned) => match owned {
            Ownership::Most => "owners of color holding more than half".to_owned(),
            Ownership::Half => "owners of color holding exactly half".to_owned(),
            Ownership::Less => "owners of color holding less than half, or nothing".to_owned(),
            Ownership::Cooperative => "members as owners".to_owned(),
            Ownership::NotClassifiable => "shares that are not on record".to_owned(),
            Ownership::Unknown => "no answer from owners of more than half".to_owned(),
        },
        Class::Race(_) | Class::Alone(_) | Class::Combination(_) | Class::RaceAndSex(..) => format!("{} owners", class.label()),
    }
}
