//! An account whose access somebody else set guards nobody's answers for a week.
//!
//! Why: whoever makes accounts could make, or reset, both a steward and a second person, and open answers alone. They still can, but not
//! before everybody else who guards the data was told of it and had a week to stop them (`alerts`).

use crate::values::{Day, Instant, Zone};

/// How long.
pub const SETTLES_DAYS: i64 = 7;

/// An account that does not guard yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settling {
    /// When somebody else set its access.
    pub since: Instant,
    /// When it guards.
    pub until: Instant,
}

impl Settling {
    /// From the moment when its access was set.
    pub fn since(since: Instant) -> Self {
        Self { since, until: since.plus_days(SETTLES_DAYS) }
    }

    /// "December 6, 8:31 pm".
    pub fn until_in_words(&self, zone: &Zone, today: Day) -> String {
        format!("{}, {}", zone.day(self.until).short(today), zone.clock(self.until))
    }

    /// What cannot be done, until when, and why. `deed` is what follows "you cannot".
    pub fn refusal(&self, deed: &str, zone: &Zone, today: Day) -> String {
        format!(
            "You cannot {deed} before {}. Somebody else set how this account signs in on {}, and for {SETTLES_DAYS} days after that it guards nobody's answers: so nobody makes two guards alone and opens answers with them.",
            self.until_in_words(zone, today),
            zone.day(self.since).short(today),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_says_what_until_when_and_why() -> Result<(), crate::values::Complaint> {
        let zone = Zone::parse("America/New_York")?;
        let settling = Settling::since(zone.start_of(Day::parse("2026-12-28")?).plus_minutes(13 * 60 + 5));
        let words = settling.refusal("ask for this", &zone, Day::parse("2026-12-29")?);
        assert!(words.starts_with("You cannot ask for this before January 4, 2027, 1:05 pm. "), "{words}");
        assert!(words.contains("on December 28, and for 7 days"), "{words}");
        Ok(())
    }
}
