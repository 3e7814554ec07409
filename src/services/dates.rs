//! Which day a service may lie on, when a follow-up is due, and how days are said. Pure.

use crate::values::{Complaint, Day};

/// How many days late a service may still be logged.
const LATEST: i64 = 366;
/// From this many days on an entry is noted as late in the record.
const LATE: i64 = 8;

/// The day of a service: today where nothing was typed, never in the future, at most 366 days back.
pub fn served_on(typed: &str, today: Day) -> Result<Day, Complaint> {
    let Some(day) = Day::maybe(typed)? else { return Ok(today) };
    let ago = day.days_until(today);
    if ago < 0 {
        Err(Complaint::new(format!("A service lies in the past or on today. {} is still to come", day.short(today))))
    } else if ago > LATEST {
        Err(Complaint::new(format!("A service can be logged up to {LATEST} days back. {} is {ago} days ago", day.short(today))))
    } else {
        Ok(day)
    }
}

/// True for an entry made so long after the day that the record should say so.
pub fn is_late(served_on: Day, today: Day) -> bool {
    served_on.days_until(today) >= LATE
}

/// The choices of a form: when to follow up.
pub const FOLLOW_UP: &[(&str, &str)] =
    &[("", "None"), ("tomorrow", "Tomorrow"), ("3_days", "In 3 days"), ("week", "In a week"), ("date", "Pick a date")];

/// The day a follow-up is due, if one was chosen.
pub fn due_on(choice: &str, typed: &str, today: Day) -> Result<Option<Day>, Complaint> {
    match choice {
        "" => Ok(None),
        "tomorrow" => Ok(Some(today.plus_days(1))),
        "3_days" => Ok(Some(today.plus_days(3))),
        "week" => Ok(Some(today.plus_days(7))),
        "date" => due_date(typed, today).map(Some),
        _ => Err(Complaint::new("Choose one of the answers on the list")),
    }
}

/// A due date as typed: not before today, at most two years ahead.
pub fn due_date(typed: &str, today: Day) -> Result<Day, Complaint> {
    let day = Day::maybe(typed)?.ok_or_else(|| Complaint::new("Say by which day"))?;
    match today.days_until(day) {
        0..=731 => Ok(day),
        ahead if ahead < 0 => Err(Complaint::new(format!("Choose today or a later day. {} is over", day.short(today)))),
        _ => Err(Complaint::new("Choose a day within the next two years")),
    }
}

/// "today", "yesterday", "Friday" within the last week, "October 2" before.
pub fn past(day: Day, today: Day) -> String {
    match day.days_until(today) {
        0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        2..=6 => day.date().strftime("%A").to_string(),
        _ => day.short(today),
    }
}

/// "today", "tomorrow", "Thu" within a week, "October 20" after; "October 2" for what is over.
pub fn coming(day: Day, today: Day) -> String {
    match today.days_until(day) {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        2..=6 => day.date().strftime("%A").to_string(),
        _ => day.short(today),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn a_service_lies_within_the_last_year() {
        let today = day("2026-10-13");
        for (typed, expected) in
            [("", "2026-10-13"), ("2026-10-13", "2026-10-13"), ("10/1/2026", "2026-10-01"), ("2025-10-12", "2025-10-12")]
        {
            assert_eq!(served_on(typed, today), Ok(day(expected)), "{typed}");
        }
        for typed in ["2026-10-14", "2025-10-11", "soon"] {
            assert!(served_on(typed, today).is_err(), "{typed}");
        }
    }

    #[test]
    fn an_entry_of_last_week_is_late() {
        let today = day("2026-10-13");
        assert!(!is_late(day("2026-10-06"), today));
        assert!(is_late(day("2026-10-05"), today));
    }

    #[test]
    fn a_follow_up_is_due_when_it_was_chosen() {
        let today = day("2026-10-30");
        for (choice, typed, expected) in [
            ("", "2026-11-09", None),
            ("tomorrow", "", Some("2026-10-31")),
            ("3_days", "", Some("2026-11-02")),
            ("week", "", Some("2026-11-06")),
            ("date", "2026-11-09", Some("2026-11-09")),
            ("date", "2026-10-30", Some("2026-10-30")),
        ] {
            assert_eq!(due_on(choice, typed, today), Ok(expected.map(day)), "{choice}");
        }
        for (choice, typed) in [("date", ""), ("date", "2026-10-29"), ("date", "2029-01-01"), ("never", "")] {
            assert!(due_on(choice, typed, today).is_err(), "{choice} {typed}");
        }
    }

    #[test]
    fn days_are_said_as_people_say_them() {
        let today = day("2026-10-13");
        for (on, expected) in [
            ("2026-10-13", "today"),
            ("2026-10-12", "yesterday"),
            ("2026-10-09", "Friday"),
            ("2026-10-02", "October 2"),
            ("2025-10-02", "October 2, 2025"),
        ] {
            assert_eq!(past(day(on), today), expected);
        }
        for (on, expected) in [
            ("2026-10-13", "today"),
            ("2026-10-14", "tomorrow"),
            ("2026-10-15", "Thursday"),
            ("2026-10-20", "October 20"),
            ("2026-10-02", "October 2"),
        ] {
            assert_eq!(coming(day(on), today), expected);
        }
    }
}
