//! Whether a partner takes anybody now. Pure.
//!
//! Why per service and not per partner: a lender's grant fund is used up while its loans go on, and a directory that called the whole
//! lender full would send nobody. What a referral of one kind meets is the most open of the services that answer that kind.

use super::Service;
use crate::values::{Capacity, Day, Instant, Kind, ServiceStatus, Vocabulary};

/// What somebody said of a service's capacity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Open, waitlist or full.
    pub word: Capacity,
    /// The last day on which that holds, where it is known. Never for an open service.
    pub until: Option<Day>,
    /// When it was said; nothing where nobody ever said anything.
    pub at: Option<Instant>,
    /// Name of who said it, where it is known.
    pub by: Option<String>,
}

/// What that means on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Takes people.
    Open,
    /// Was full or had a waitlist until a day that is over: counts as open, and somebody should ask.
    OpenAgain(Day),
    /// Takes names.
    Waitlist(Option<Day>),
    /// Takes nobody.
    Full(Option<Day>),
}

impl Said {
    /// What it means today. A last day that is over is over.
    pub fn standing(&self, today: Day) -> Standing {
        match (self.word, self.until) {
            (Capacity::Open, _) => Standing::Open,
            (_, Some(until)) if until < today => Standing::OpenAgain(until),
            (Capacity::Waitlist, until) => Standing::Waitlist(until),
            (Capacity::Full, until) => Standing::Full(until),
        }
    }
}

impl Standing {
    /// True when somebody may be sent there without further words.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Open | Self::OpenAgain(_))
    }

    /// "Full until March 3", "Waitlist", "Open".
    pub fn words(self, today: Day) -> String {
        let until = |word: Capacity, until: Option<Day>| match until {
            Some(day) => format!("{} until {}", word.label(), day.short(today)),
            None => word.label().to_owned(),
        };
        match self {
            Self::Open | Self::OpenAgain(_) => Capacity::Open.label().to_owned(),
            Self::Waitlist(day) => until(Capacity::Waitlist, day),
            Self::Full(day) => until(Capacity::Full, day),
        }
    }
}

/// What a referral of a kind meets at a partner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meets {
    /// The directory lists no service for this kind, so nobody knows.
    NotListed,
    /// Services are listed, and none is offered now.
    NotOffered,
    /// The most open of the services that are offered.
    Standing(Standing),
}

impl Meets {
    /// True when nobody is taken, so that sending asks for a reason.
    pub fn is_full(self) -> bool {
        matches!(self, Self::NotOffered | Self::Standing(Standing::Full(_)))
    }
}

/// What a referral of a kind meets among a partner's services.
pub fn meets(services: &[Service], kind: Kind, today: Day) -> Meets {
    let mut listed =
        services.iter().filter(|service| service.facts.kind == kind && service.facts.status != ServiceStatus::Defunct).peekable();
    if listed.peek().is_none() {
        return Meets::NotListed;
    }
    let offered = listed.filter(|service| service.facts.status == ServiceStatus::Active);
    offered.map(|service| service.capacity.standing(today)).min().map_or(Meets::NotOffered, Meets::Standing)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::partners::ServiceFacts;
    use crate::values::{Line, OfferId};
    use {Capacity as C, Kind as K, ServiceStatus as S};

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn service(name: &str, kind: Kind) -> Service {
        Service {
            key: 1,
            id: OfferId::from_bits([1; 16]),
            partner: 1,
            facts: ServiceFacts::named(Line::parse(name, "the name").unwrap(), kind),
            checked_on: None,
            checked_by: None,
            capacity: Said { word: Capacity::Open, until: None, at: None, by: None },
            version: 1,
        }
    }

    fn said(word: Capacity, until: Option<&str>) -> Said {
        Said { word, until: until.map(day), at: None, by: None }
    }

    #[test]
    fn full_until_a_day_is_full_on_that_day_and_open_again_after_it_with_a_question() {
        let full = said(Capacity::Full, Some("2026-11-30"));
        assert_eq!(full.standing(day("2026-11-29")), Standing::Full(Some(day("2026-11-30"))));
        assert_eq!(full.standing(day("2026-11-30")), Standing::Full(Some(day("2026-11-30"))));
        assert_eq!(full.standing(day("2026-12-01")), Standing::OpenAgain(day("2026-11-30")));
        assert!(full.standing(day("2026-12-01")).is_open());
        assert_eq!(said(Capacity::Full, None).standing(day("2199-01-01")), Standing::Full(None), "without a day it lasts");
        assert_eq!(said(Capacity::Waitlist, Some("2026-11-30")).standing(day("2026-12-01")), Standing::OpenAgain(day("2026-11-30")));
    }

    #[test]
    fn it_is_said_in_words() {
        let today = day("2026-11-25");
        assert_eq!(Standing::Full(Some(day("2026-12-31"))).words(today), "Full until December 31");
        assert_eq!(Standing::Full(Some(day("2027-01-31"))).words(today), "Full until January 31, 2027");
        assert_eq!(Standing::Waitlist(None).words(today), "Waitlist");
        assert_eq!(Standing::OpenAgain(today).words(today), "Open");
    }

    #[test]
    fn a_referral_meets_the_most_open_service_of_its_kind() {
        let today = day("2026-11-25");
        let of = |kind, status, word| {
            let mut one = service("A", kind);
            one.facts.status = status;
            one.capacity = said(word, None);
            one
        };
        let loans = of(K::BusinessDevelopment, S::Active, C::Full);
        assert_eq!(meets(&[], K::Workforce, today), Meets::NotListed);
        assert_eq!(meets(std::slice::from_ref(&loans), K::Workforce, today), Meets::NotListed);
        assert!(meets(std::slice::from_ref(&loans), K::BusinessDevelopment, today).is_full());
        let grants = of(K::BusinessDevelopment, S::Active, C::Waitlist);
        assert_eq!(meets(&[loans.clone(), grants], K::BusinessDevelopment, today), Meets::Standing(Standing::Waitlist(None)));
        let asleep = of(K::BusinessDevelopment, S::Inactive, C::Open);
        assert!(meets(&[loans, asleep.clone()], K::BusinessDevelopment, today).is_full(), "what is not offered opens nothing");
        assert_eq!(meets(&[asleep], K::BusinessDevelopment, today), Meets::NotOffered);
        let gone = of(K::BusinessDevelopment, S::Defunct, C::Open);
        assert_eq!(meets(&[gone], K::BusinessDevelopment, today), Meets::NotListed, "what was given up is no longer listed");
    }
}
