//! Certificates that clients have, such as 8(a), MBE or DBE, with the days they are good for and the standard they were given under.
//!
//! A certificate is a certificate. It says nothing of who somebody is: no figure about groups reads this table, and nothing is ranked,
//! filtered or matched by it.

pub mod form;
pub mod queries;
pub mod routes;
pub mod views;

pub use routes::routes;

use crate::values::codes::{List, label};
use crate::values::{CertificationBasis, CertificationId, ClientId, Day, Instant, Zone};

/// So many days before its end a certificate is said to end soon.
pub const SOON_DAYS: i64 = 60;

/// What the list calls a certificate that it has no word for.
pub const OTHER: &str = "other";

/// What is known of a certificate: all that a form may change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// Which, by the list of certifications.
    pub code: String,
    /// What it is called, where the list has no word for it.
    pub named: Option<String>,
    /// Who certified.
    pub agency: String,
    /// Its number there.
    pub number: Option<String>,
    /// The first day it is good for. Nothing: nobody knows.
    pub from_on: Option<Day>,
    /// The last day it is good for. Nothing: nobody knows.
    pub until_on: Option<Day>,
    /// Under which standard, in words.
    pub standard: Option<String>,
    /// Who says so.
    pub basis: CertificationBasis,
}

/// How a certificate stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It begins later.
    ToCome,
    /// It is good, and for how long nobody knows.
    Open,
    /// It is good.
    Good,
    /// It is good, and ends within sixty days.
    Soon,
    /// It ended.
    Ended,
}

impl Facts {
    /// What it is called.
    pub fn label(&self) -> &str {
        self.named.as_deref().or_else(|| label(List::Certifications, &self.code)).unwrap_or(&self.code)
    }

    /// How it stands.
    pub fn standing(&self, today: Day) -> Standing {
        match self.until_on {
            Some(until) if until < today => Standing::Ended,
            _ if self.from_on.is_some_and(|from| from > today) => Standing::ToCome,
            None => Standing::Open,
            Some(until) if today.days_until(until) <= SOON_DAYS => Standing::Soon,
            Some(_) => Standing::Good,
        }
    }
}

/// A certificate of a client.
#[derive(Debug, Clone)]
pub struct Certification {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: CertificationId,
    /// Row key of the program.
    pub program: i64,
    /// Client: address and name.
    pub client: (ClientId, String),
    /// What is known.
    pub facts: Facts,
    /// Row key and name of whoever wrote it down.
    pub author: (i64, String),
    /// When it was taken back.
    pub undone_at: Option<Instant>,
    /// Counts edits.
    pub version: i64,
    /// When it was written down.
    pub created_at: Instant,
}

impl Certification {
    /// True where it is known to be good on a day. From an unknown day on means from the day somebody wrote it down: before, nobody knew.
    pub fn is_in_force(&self, on: Day, zone: &Zone) -> bool {
        let from = self.facts.from_on.unwrap_or_else(|| zone.day(self.created_at));
        from <= on && self.facts.until_on.is_none_or(|until| on <= until)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    fn facts(from_on: Option<&str>, until_on: Option<&str>) -> Facts {
        Facts {
            code: "mbe".to_owned(),
            named: None,
            agency: "The city".to_owned(),
            number: None,
            from_on: from_on.map(day),
            until_on: until_on.map(day),
            standard: None,
            basis: CertificationBasis::ToldToAdvisor,
        }
    }

    #[test]
    fn a_certificate_stands_as_its_days_say_and_unknown_is_unknown() {
        let today = day("2026-11-30");
        for (from, until, standing) in [
            (None, None, Standing::Open),
            (Some("2026-12-01"), None, Standing::ToCome),
            (None, Some("2026-11-29"), Standing::Ended),
            (None, Some("2026-11-30"), Standing::Soon),
            (None, Some("2027-01-29"), Standing::Soon),
            (None, Some("2027-01-30"), Standing::Good),
            (Some("2026-12-01"), Some("2026-12-31"), Standing::ToCome),
        ] {
            assert_eq!(facts(from, until).standing(today), standing, "{from:?} {until:?}");
        }
        assert_eq!(facts(None, None).label(), "Minority business enterprise (MBE)");
    }

    #[test]
    fn it_is_in_force_on_both_its_days_and_from_an_unknown_day_since_it_was_written_down() {
        let zone = Zone::parse("America/New_York").unwrap();
        let written = |from: Option<&str>, until: Option<&str>| Certification {
            key: 1,
            id: CertificationId::from_bits([1; 16]),
            program: 1,
            client: (ClientId::from_bits([1; 16]), String::new()),
            facts: facts(from, until),
            author: (1, String::new()),
            undone_at: None,
            version: 1,
            created_at: zone.start_of(day("2026-03-05")),
        };
        for (from, until, on, is) in [
            (Some("2026-01-01"), Some("2026-06-30"), "2025-12-31", false),
            (Some("2026-01-01"), Some("2026-06-30"), "2026-01-01", true),
            (Some("2026-01-01"), Some("2026-06-30"), "2026-06-30", true),
            (Some("2026-01-01"), Some("2026-06-30"), "2026-07-01", false),
            (None, None, "2026-03-04", false),
            (None, None, "2026-03-05", true),
            (Some("2020-01-01"), None, "2026-03-04", true),
        ] {
            assert_eq!(written(from, until).is_in_force(day(on), &zone), is, "{from:?} {until:?} {on}");
        }
    }
}
