//! How long a free text about somebody is kept. Pure.

use crate::values::{Complaint, Day, Line};
use crate::web::Complaints;

/// No text is kept longer than this from the day on which somebody says so.
const LONGEST_YEARS: i64 = 10;

/// The last day of so many months from a day on.
pub fn until(from: Day, months: i64) -> Day {
    let span = jiff::Span::new().try_months(months).unwrap_or_default();
    Day::new(from.date().saturating_add(span))
}

/// Reads how many months a program keeps its notes.
pub fn months(typed: &str) -> Result<i64, Complaint> {
    let read = typed.trim().parse::<i64>().ok().filter(|months| (1..=120).contains(months));
    read.ok_or_else(|| Complaint::new("Notes are kept for 1 to 120 months. Write a whole number such as 36"))
}

/// What is typed to keep a text for a shorter or a longer time.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct KeepForm {
    /// Key of the form.
    pub key: String,
    /// Version of what is kept.
    pub version: i64,
    /// The last day.
    pub until_on: String,
    /// Why.
    pub why: String,
}

impl KeepForm {
    /// The last day, and why.
    pub fn parse(&self, today: Day) -> Result<(Day, Line), Complaints> {
        let mut complaints = Complaints::default();
        let until_on = complaints.take("until_on", Day::parse(&self.until_on).and_then(|day| within(day, today)));
        let why = complaints.take("why", Line::parse(&self.why, "why the day changes"));
        complaints.or(until_on.zip(why))
    }
}

/// What is said where somebody was faster; what was typed is kept in the form.
pub fn stale(until: Day, today: Day) -> Complaints {
    let mut complaints = Complaints::default();
    let words = format!("This was changed since you opened it. It is kept until {} now. Yours is still in the form", until.short(today));
    complaints.add("until_on", words);
    complaints
}

fn within(day: Day, today: Day) -> Result<Day, Complaint> {
    let last = until(today, LONGEST_YEARS * 12);
    if (today..=last).contains(&day) {
        return Ok(day);
    }
    Err(Complaint::new(format!("Choose a day from today to {last}: the text goes on the night after it")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn three_years_end_on_the_same_day_or_the_last_of_its_month() {
        assert_eq!(until(day("2026-10-13"), 36), day("2029-10-13"));
        assert_eq!(until(day("2024-02-29"), 12), day("2025-02-28"));
    }

    #[test]
    fn a_new_day_lies_ahead_and_has_a_reason() {
        let form = |until_on: &str, why: &str| KeepForm { until_on: until_on.to_owned(), why: why.to_owned(), ..KeepForm::default() };
        let today = day("2026-10-13");
        assert_eq!(form("2026-10-13", "Told us to").parse(today).unwrap().0, today);
        assert!(form("2036-10-13", "A long lease").parse(today).is_ok());
        assert!(form("2026-10-12", "Over").parse(today).unwrap_err().on("until_on").is_some());
        assert!(form("2036-10-14", "Longer").parse(today).unwrap_err().on("until_on").is_some());
        assert!(form("2027-01-01", " ").parse(today).unwrap_err().on("why").is_some());
    }

    #[test]
    fn months_are_a_number_between_one_and_ten_years() {
        assert_eq!(months(" 36 "), Ok(36));
        for typed in ["0", "121", "", "three"] {
            assert!(months(typed).is_err(), "{typed}");
        }
    }
}
