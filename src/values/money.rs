//! Money in whole cents, time in whole minutes, floor area in whole square feet. Never floats.

use super::{Complaint, Unit};

/// The most anything may amount to: a hundred billion dollars in cents. Typing errors stop here.
const MOST: i64 = 10_000_000_000_000;

/// An amount of money in integer cents, never negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Cents(i64);

impl Cents {
    /// An amount that was stored or counted by this program.
    pub fn new(cents: i64) -> Self {
        Self(cents.max(0))
    }

    /// Reads dollars as people type them: `1,234.50`, `$1234`, `1234`.
    pub fn parse(typed: &str) -> Result<Self, Complaint> {
        hundredths(typed).map(Self)
    }

    /// Integer cents.
    pub fn cents(self) -> i64 {
        self.0
    }
}

impl std::fmt::Display for Cents {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "${}", grouped(self.0 / 100))?;
        if self.0 % 100 == 0 { Ok(()) } else { write!(f, ".{:02}", self.0 % 100) }
    }
}

/// Time in integer minutes, at most a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Minutes(i64);

impl Minutes {
    /// No time at all: what was only prepared, or only brought up to date.
    pub const NONE: Self = Self(0);

    /// Reads time beside the contact: to prepare, or on the way. Nothing typed is none.
    pub fn beside(typed: &str) -> Result<Self, Complaint> {
        match typed.trim() {
            "" | "0" => Ok(Self::NONE),
            typed => Self::parse(typed),
        }
    }

    /// Reads minutes as an advisor types them.
    pub fn parse(typed: &str) -> Result<Self, Complaint> {
        let typed = typed.trim();
        if typed.is_empty() {
            return Err(Complaint::new("Say how many minutes it took"));
        }
        match typed.parse::<i64>() {
            Ok(minutes) if (1..=1440).contains(&minutes) => Ok(Self(minutes)),
            _ => Err(Complaint::new(format!("Minutes must be a whole number from 1 to 1440. You typed {}", quoted(typed)))),
        }
    }

    /// Integer minutes.
    pub fn minutes(self) -> i64 {
        self.0
    }
}

/// An amount in the unit of its resource: cents, minutes or square feet, never negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    /// The integer that is stored.
    pub value: i64,
    /// What it counts.
    pub unit: Unit,
}

impl Amount {
    /// Reads an amount as people type it: dollars, hours, or square feet.
    pub fn parse(typed: &str, unit: Unit) -> Result<Self, Complaint> {
        let value = match unit {
            Unit::Cents => hundredths(typed)?,
            Unit::Minutes | Unit::LabMinutes => minutes_from_hours(typed)?,
            Unit::SquareFeet => whole(typed)?,
        };
        Ok(Self { value, unit })
    }
}

impl std::fmt::Display for Amount {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.unit {
            Unit::Cents => Cents::new(self.value).fmt(f),
            Unit::Minutes => write!(f, "{} advisor hours", hours(self.value)),
            Unit::LabMinutes => write!(f, "{} lab hours", hours(self.value)),
            Unit::SquareFeet => write!(f, "{} sq ft", grouped(self.value)),
        }
    }
}

/// Minutes as hours with one decimal: 90 is `1.5`.
pub fn hours(minutes: i64) -> String {
    let tenths = (minutes * 10 + 30) / 60;
    format!("{}.{}", grouped(tenths / 10), tenths % 10)
}

/// An integer with commas: `1,234,567`.
pub fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 1);
    if number < 0 {
        text.push('-');
    }
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

fn hundredths(typed: &str) -> Result<i64, Complaint> {
    let bare = bare(typed)?;
    let (whole, part) = bare.split_once('.').unwrap_or((&bare, ""));
    let part_is_fine = part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    let whole = whole.parse::<i64>().ok().filter(|_| part_is_fine);
    let part = format!("{part:0<2}").parse::<i64>().ok();
    match (whole, part) {
        (Some(whole), Some(part)) => within(whole.checked_mul(100).and_then(|cents| cents.checked_add(part)), typed),
        _ => Err(not_a_number(typed)),
    }
}

fn minutes_from_hours(typed: &str) -> Result<i64, Complaint> {
    let hundredths_of_hours = hundredths(typed)?;
    Ok((hundredths_of_hours * 60 + 50) / 100)
}

fn whole(typed: &str) -> Result<i64, Complaint> {
    let bare = bare(typed)?;
    within(Some(bare.parse::<i64>().map_err(|_| not_a_number(typed))?), typed)
}

/// The digits of a number as typed, without dollar sign, blanks and well-placed commas.
fn bare(typed: &str) -> Result<String, Complaint> {
    let trimmed = typed.trim().trim_start_matches('$').trim();
    if trimmed.starts_with('-') || (trimmed.starts_with('(') && trimmed.ends_with(')')) {
        return Err(Complaint::new(format!("An amount cannot be negative. You typed {}", quoted(typed))));
    }
    let whole = trimmed.split('.').next().unwrap_or_default();
    let groups: Vec<&str> = whole.split(',').collect();
    let commas_are_fine = groups.len() == 1
        || (groups.iter().skip(1).all(|group| group.len() == 3) && groups.first().is_some_and(|first| (1..=3).contains(&first.len())));
    let digits: String = trimmed.chars().filter(|c| *c != ',').collect();
    let is_number = digits.starts_with(|c: char| c.is_ascii_digit()) && digits.chars().all(|c| c.is_ascii_digit() || c == '.');
    if commas_are_fine && is_number { Ok(digits) } else { Err(not_a_number(typed)) }
}

fn within(value: Option<i64>, typed: &str) -> Result<i64, Complaint> {
    value
        .filter(|value| *value <= MOST)
        .ok_or_else(|| Complaint::new(format!("That is more than Fairfloor can count. You typed {}", quoted(typed))))
}

fn not_a_number(typed: &str) -> Complaint {
    Complaint::new(format!("This must be a number such as 1,250 or 1250.50. You typed {}", quoted(typed)))
}

/// What was typed, shortened, in quotation marks, for a complaint.
pub fn quoted(typed: &str) -> String {
    let short: String = typed.trim().chars().take(40).collect();
    format!("\u{201c}{short}\u{201d}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dollars_are_read_as_people_type_them() {
        for (typed, cents) in [("1,234.50", 123_450), ("$7", 700), (" 0.5 ", 50), ("423000", 42_300_000), ("0", 0)] {
            assert_eq!(Cents::parse(typed).map(Cents::cents), Ok(cents), "{typed}");
        }
    }

    #[test]
    fn what_is_no_amount_is_refused() {
        for typed in ["", "-5", "(5)", "12,34", "1.234", "1e9", "five", "99999999999999999999", "=1+1", "1..2", ".", "1,2345"] {
            assert!(Cents::parse(typed).is_err(), "{typed}");
        }
    }

    #[test]
    fn amounts_are_shown_in_their_unit() {
        let shown = |typed, unit| Amount::parse(typed, unit).map(|amount| amount.to_string());
        assert_eq!(shown("1234567.89", Unit::Cents), Ok("$1,234,567.89".to_owned()));
        assert_eq!(shown("1.5", Unit::LabMinutes), Ok("1.5 lab hours".to_owned()));
        assert_eq!(shown("5,200", Unit::SquareFeet), Ok("5,200 sq ft".to_owned()));
    }

    #[test]
    fn minutes_stay_within_a_day() {
        assert!(Minutes::parse("0").is_err());
        assert!(Minutes::parse("4500").is_err());
        assert_eq!(Minutes::parse(" 30 ").map(Minutes::minutes), Ok(30));
    }
}
