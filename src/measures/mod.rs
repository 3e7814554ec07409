//! What can be counted of a program without a word on who anybody is: the listed measures that goals of grants are set in.
//!
//! Every measure is exact and counted live from what is written down. Why it stands below the features whose rows it counts: goals, and
//! whatever else is set in measures, ask for a number and know nothing of the pages it comes from.

pub mod queries;

use crate::values::{
    Cents, Complaint, Day, Kind, ListedMeasure, OutreachKind, ResourceKind, ServiceKind, Vocabulary, codes, grouped, hours,
};

/// What a measure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Whole things: businesses, people, referrals.
    Things,
    /// Cents.
    Cents,
    /// Minutes, told as hours.
    Minutes,
    /// Square feet.
    SquareFeet,
}

impl Unit {
    /// "1,200", "$4,200", "31.5 hours", "12,000 sq ft".
    pub fn words(self, value: i64) -> String {
        match self {
            Self::Things => grouped(value),
            Self::Cents if value < 0 => format!("-{}", Cents::new(-value)),
            Self::Cents => Cents::new(value).to_string(),
            Self::Minutes => format!("{} hours", hours(value)),
            Self::SquareFeet => format!("{} sq ft", grouped(value)),
        }
    }

    /// What somebody types as a number of it.
    pub fn read(self, typed: &str) -> Result<i64, Complaint> {
        use crate::values::{Amount, Unit as Typed};
        match self {
            Self::Things => {
                let number = typed.trim().replace(',', "").parse::<i64>().ok().filter(|number| (0..=1_000_000_000).contains(number));
                number.ok_or_else(|| Complaint::new("Write a whole number, such as 120"))
            }
            Self::Cents => Cents::parse(typed).map(Cents::cents),
            Self::Minutes => Amount::parse(typed, Typed::Minutes).map(|amount| amount.value),
            Self::SquareFeet => Amount::parse(typed, Typed::SquareFeet).map(|amount| amount.value),
        }
    }
}

/// Of which list a measure's kinds are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kinds {
    /// It has none.
    None,
    /// Of services.
    Services,
    /// Of referrals.
    Referrals,
    /// Of resources.
    Resources,
    /// Of outcomes.
    Outcomes,
    /// Of outreach.
    Outreach,
}

impl Kinds {
    /// Every list.
    pub const ALL: [Self; 5] = [Self::Services, Self::Referrals, Self::Resources, Self::Outcomes, Self::Outreach];

    /// The list's own name: two lists may have kinds of one code.
    pub fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Services => "services",
            Self::Referrals => "referrals",
            Self::Resources => "resources",
            Self::Outcomes => "outcomes",
            Self::Outreach => "outreach",
        }
    }

    /// What one of it is.
    pub fn label(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Services => "Service",
            Self::Referrals => "Referral",
            Self::Resources => "Resource",
            Self::Outcomes => "Outcome",
            Self::Outreach => "Outreach",
        }
    }

    /// Codes and words.
    pub fn all(self) -> Vec<(String, String)> {
        fn words<V: Vocabulary>() -> Vec<(String, String)> {
            V::ALL.iter().map(|word| (word.code().to_owned(), word.label().to_owned())).collect()
        }
        match self {
            Self::None => Vec::new(),
            Self::Services => words::<ServiceKind>(),
            Self::Referrals => words::<Kind>(),
            Self::Resources => words::<ResourceKind>(),
            Self::Outcomes => codes::rows(codes::List::OutcomeKinds).iter().map(|row| (row.code.clone(), row.label.clone())).collect(),
            Self::Outreach => words::<OutreachKind>(),
        }
    }
}

/// Every kind of every list, under its own words, with the list in its code: what does not fit a measure is refused with a sentence.
pub fn kind_choices() -> Vec<(String, String)> {
    let of = |kinds: Kinds| {
        kinds.all().into_iter().map(move |(code, label)| (format!("{}.{code}", kinds.code()), format!("{}: {label}", kinds.label())))
    };
    std::iter::once((String::new(), "All kinds".to_owned())).chain(Kinds::ALL.into_iter().flat_map(of)).collect()
}

impl ListedMeasure {
    /// A kind that was chosen among [`kind_choices`], if it is one of this measure's.
    pub fn read_kind(self, typed: &str) -> Result<Option<String>, Complaint> {
        if typed.is_empty() {
            return Ok(None);
        }
        let kinds = self.kinds();
        let listed = typed.split_once('.').filter(|(list, _)| *list == kinds.code()).map(|(_, code)| code);
        let listed = kinds.all().into_iter().map(|(code, _)| code).find(|code| listed == Some(code));
        listed.map(Some).ok_or_else(|| Complaint::new("What you chose to count has no such kind. Choose another, or all of them"))
    }

    /// A place that was chosen among those of a program.
    pub fn read_place(self, typed: &str, places: &[String]) -> Result<Option<String>, Complaint> {
        match typed {
            "" => Ok(None),
            _ if !self.has_place() => Err(Complaint::new("This is not counted by neighborhood. Choose everywhere")),
            place if !places.iter().any(|known| known == place) => Err(Complaint::new("Choose one from the list")),
            place => Ok(Some(place.to_owned())),
        }
    }

    /// What it counts.
    pub fn unit(self) -> Unit {
        match self {
            Self::ContactTime | Self::LabTime => Unit::Minutes,
            Self::DollarsAwarded | Self::DollarsDelivered | Self::CapitalRaised | Self::ContractsWon => Unit::Cents,
            Self::SpaceDelivered => Unit::SquareFeet,
            _ => Unit::Things,
        }
    }

    /// By which kinds it can be narrowed.
    pub fn kinds(self) -> Kinds {
        match self {
            Self::Services | Self::ContactTime | Self::ClientsServed => Kinds::Services,
            Self::ReferralsSent | Self::ReferralsAccepted | Self::ReferralsCompleted => Kinds::Referrals,
            Self::Awards | Self::DollarsAwarded | Self::DollarsDelivered => Kinds::Resources,
            Self::Outcomes => Kinds::Outcomes,
            Self::OutreachReached | Self::OutreachContacts => Kinds::Outreach,
            _ => Kinds::None,
        }
    }

    /// True where it can be narrowed to a neighborhood.
    pub fn has_place(self) -> bool {
        !matches!(self, Self::Trainings | Self::TrainingPeople)
    }

    /// True where it can be narrowed to what one funder paid.
    pub fn has_source(self) -> bool {
        matches!(
            self,
            Self::Services
                | Self::ContactTime
                | Self::ClientsServed
                | Self::Awards
                | Self::DollarsAwarded
                | Self::DollarsDelivered
                | Self::SpaceDelivered
                | Self::LabTime
        )
    }
}

/// Which of it is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// Row key of the program.
    pub program: i64,
    /// First day.
    pub first: Day,
    /// Last day.
    pub last: Day,
    /// Of one kind, by its code.
    pub kind: Option<String>,
    /// Of businesses in one neighborhood, as people call it.
    pub place: Option<String>,
    /// Paid by one funder, by row key.
    pub source: Option<i64>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_reads_back_in_its_unit() {
        assert_eq!(Unit::Things.read("1,200").ok(), Some(1_200));
        assert_eq!(Unit::Cents.read("$4,200.50").ok(), Some(420_050));
        assert_eq!(Unit::Minutes.read("31.5").ok(), Some(1_890));
        assert_eq!(Unit::SquareFeet.read("12,000").ok(), Some(12_000));
        for wrong in ["", "-1", "many", "1.5"] {
            assert!(Unit::Things.read(wrong).is_err(), "{wrong}");
        }
        assert_eq!((Unit::Minutes.words(1_890).as_str(), Unit::Cents.words(-4_000).as_str()), ("31.5 hours", "-$40"));
    }

    #[test]
    fn every_kind_of_a_measure_has_words() {
        for measure in ListedMeasure::ALL {
            assert!(measure.kinds().all().iter().all(|(code, words)| !code.is_empty() && !words.is_empty()), "{measure:?}");
        }
        assert!(Kinds::Outcomes.all().iter().any(|(code, _)| code == "lease_signed"));
    }
}
