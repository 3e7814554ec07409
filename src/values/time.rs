//! Instants and plain dates. Nothing here asks the clock.

use super::{Complaint, money::quoted};
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

/// A UTC instant in whole milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(i64);

impl Instant {
    /// An instant from milliseconds since 1970.
    pub fn from_millis(millis: i64) -> Self {
        Self(millis)
    }

    /// Milliseconds since 1970.
    pub fn millis(self) -> i64 {
        self.0
    }

    /// Whole seconds since 1970; never negative.
    pub fn seconds(self) -> u64 {
        u64::try_from(self.0 / 1000).unwrap_or(0)
    }

    /// This many milliseconds later (or earlier).
    #[must_use]
    pub fn plus_millis(self, millis: i64) -> Self {
        Self(self.0.saturating_add(millis))
    }

    /// This many minutes later.
    #[must_use]
    pub fn plus_minutes(self, minutes: i64) -> Self {
        self.plus_millis(minutes.saturating_mul(60_000))
    }

    /// This many days of 24 hours later.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        self.plus_minutes(days.saturating_mul(1440))
    }
}

impl ToSql for Instant {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        self.0.to_sql()
    }
}

impl FromSql for Instant {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_i64().map(Self)
    }
}

/// A plain date between 1900 and 2200.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct Day(jiff::civil::Date);

impl Day {
    /// Reads a date: `2026-11-22`, `11/22/2026` or `11/22/26`.
    pub fn parse(typed: &str) -> Result<Self, Complaint> {
        let text = typed.trim();
        let date = text.parse::<jiff::civil::Date>().ok().filter(|_| text.len() == 10).or_else(|| american(text));
        date.filter(|date| (1900..=2200).contains(&date.year()))
            .map(Self)
            .ok_or_else(|| Complaint::new(format!("Write a date such as 2026-11-22 or 11/22/2026. You typed {}", quoted(typed))))
    }

    /// Reads a date; nothing typed is nothing.
    pub fn maybe(typed: &str) -> Result<Option<Self>, Complaint> {
        if typed.trim().is_empty() { Ok(None) } else { Self::parse(typed).map(Some) }
    }

    /// A date this program counted out.
    pub fn new(date: jiff::civil::Date) -> Self {
        Self(date)
    }

    /// The date.
    pub fn date(self) -> jiff::civil::Date {
        self.0
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// This many days later (or earlier).
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        Self(self.0.saturating_add(jiff::Span::new().days(days)))
    }

    /// This many years later (or earlier); of February 29, the 28th.
    #[must_use]
    pub fn plus_years(self, years: i16) -> Self {
        Self(self.0.saturating_add(jiff::Span::new().years(years)))
    }

    /// Whole days from this date to `later`.
    pub fn days_until(self, later: Self) -> i64 {
        i64::from(self.0.until(later.0).map_or(0, |span| span.get_days()))
    }

    /// "Tuesday, October 13".
    pub fn in_words(self) -> String {
        self.0.strftime("%A, %B %-d").to_string()
    }

    /// "October 13" in the year `now`, "October 13, 2025" in any other.
    pub fn short(self, now: Self) -> String {
        let form = if self.year() == now.year() { "%B %-d" } else { "%B %-d, %Y" };
        self.0.strftime(form).to_string()
    }
}

fn american(text: &str) -> Option<jiff::civil::Date> {
    let mut parts = text.split('/');
    let (month, day, year) = (parts.next()?, parts.next()?, parts.next()?);
    let is_short = |part: &str| (1..=2).contains(&part.len());
    if parts.next().is_some() || !is_short(month) || !is_short(day) {
        return None;
    }
    let year = match year.len() {
        2 => 2000 + year.parse::<i16>().ok()?,
        4 => year.parse::<i16>().ok()?,
        _ => return None,
    };
    jiff::civil::Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl ToSql for Day {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(self.0.to_string()))
    }
}

impl FromSql for Day {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_str()?.parse().map(Self).map_err(|_| FromSqlError::InvalidType)
    }
}

/// A time zone; used only at the edge.
#[derive(Debug, Clone)]
pub struct Zone(jiff::tz::TimeZone);

impl Zone {
    /// Reads an IANA name such as `America/New_York`.
    pub fn parse(name: &str) -> Result<Self, Complaint> {
        jiff::tz::TimeZone::get(name.trim())
            .map(Self)
            .map_err(|_| Complaint::new(format!("{} is no time zone. Write one such as America/New_York", quoted(name))))
    }

    /// The date on the wall when it is this instant.
    pub fn day(&self, at: Instant) -> Day {
        Day(self.zoned(at).date())
    }

    /// The first instant of a date.
    pub fn start_of(&self, day: Day) -> Instant {
        Instant(self.0.to_timestamp(day.0.at(0, 0, 0, 0)).map_or(0, jiff::Timestamp::as_millisecond))
    }

    /// The hour on the wall, 0 to 23.
    pub fn hour(&self, at: Instant) -> i8 {
        self.zoned(at).hour()
    }

    /// Hour and minute on the wall.
    pub fn time(&self, at: Instant) -> (i8, i8) {
        let at = self.zoned(at);
        (at.hour(), at.minute())
    }

    /// "2:41 pm".
    pub fn clock(&self, at: Instant) -> String {
        self.zoned(at).strftime("%-I:%M %P").to_string()
    }

    /// The IANA name.
    pub fn name(&self) -> &str {
        self.0.iana_name().unwrap_or("UTC")
    }

    fn zoned(&self, at: Instant) -> jiff::Zoned {
        jiff::Timestamp::from_millisecond(at.0).unwrap_or(jiff::Timestamp::UNIX_EPOCH).to_zoned(self.0.clone())
    }
}

/// What a report is about: a calendar year, a quarter or a month of one, or a federal fiscal year (from October of the year before).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// January to December.
    Year(i16),
    /// Three months; the quarter is 1 to 4.
    Quarter(i16, i8),
    /// One month, 1 to 12.
    Month(i16, i8),
    /// October to September.
    Fiscal(i16),
}

impl Period {
    /// Reads `2026`, `2026-Q3`, `2026-07` or `FY2026`.
    pub fn parse(typed: &str) -> Result<Self, Complaint> {
        let text = typed.trim().to_ascii_uppercase();
        let year = |text: &str| text.parse::<i16>().ok().filter(|year| text.len() == 4 && (1990..=2199).contains(year));
        let part = |part: &str, digits: usize, most: i8| {
            part.parse::<i8>().ok().filter(|number| part.len() == digits && !part.starts_with('+') && (1..=most).contains(number))
        };
        let read = match (text.strip_prefix("FY"), text.split_once('-')) {
            (Some(fiscal), _) => year(fiscal).map(Self::Fiscal),
            (None, Some((of, of_year))) => match of_year.strip_prefix('Q') {
                Some(quarter) => year(of).zip(part(quarter, 1, 4)).map(|(year, quarter)| Self::Quarter(year, quarter)),
                None => year(of).zip(part(of_year, 2, 12)).map(|(year, month)| Self::Month(year, month)),
            },
            (None, None) => year(&text).map(Self::Year),
        };
        read.ok_or_else(|| {
            Complaint::new(format!(
                "A period is a year such as 2026, a quarter such as 2026-Q3, a month such as 2026-07, or a federal fiscal year such as FY2026. \
                 You typed {}",
                quoted(typed)
            ))
        })
    }

    /// The calendar year before the one that `today` lies in: the last closed one.
    pub fn last_closed(today: Day) -> Self {
        Self::Year(today.year() - 1)
    }

    /// The whole year or the fiscal year: years can stand together, parts of one cannot.
    pub fn is_year(self) -> bool {
        matches!(self, Self::Year(_) | Self::Fiscal(_))
    }

    /// True once its last day is over.
    pub fn is_closed(self, today: Day) -> bool {
        today > self.last()
    }

    /// First day.
    pub fn first(self) -> Day {
        Day(match self {
            Self::Year(year) => jiff::civil::date(year, 1, 1),
            Self::Quarter(year, quarter) => jiff::civil::date(year, quarter * 3 - 2, 1),
            Self::Month(year, month) => jiff::civil::date(year, month, 1),
            Self::Fiscal(year) => jiff::civil::date(year - 1, 10, 1),
        })
    }

    /// Last day.
    pub fn last(self) -> Day {
        Day(match self {
            Self::Year(year) => jiff::civil::date(year, 12, 31),
            Self::Quarter(year, quarter) => jiff::civil::date(year, quarter * 3, 1).last_of_month(),
            Self::Month(year, month) => jiff::civil::date(year, month, 1).last_of_month(),
            Self::Fiscal(year) => jiff::civil::date(year, 9, 30),
        })
    }
}

impl std::fmt::Display for Period {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Year(year) => year.fmt(f),
            Self::Quarter(year, quarter) => write!(f, "{year}-Q{quarter}"),
            Self::Month(year, month) => write!(f, "{year}-{month:02}"),
            Self::Fiscal(year) => write!(f, "FY{year}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_three_ways() {
        for typed in ["2026-11-22", "11/22/2026", "11/22/26", " 2026-11-22 "] {
            assert_eq!(Day::parse(typed).map(|day| day.to_string()), Ok("2026-11-22".to_owned()), "{typed}");
        }
        for typed in ["", "2026-13-01", "2026-02-30", "22.11.2026", "20261122", "11/22/1", "2026-11-22T00:00", "0001-01-01", "13/13/2026"] {
            assert!(Day::parse(typed).is_err(), "{typed}");
        }
    }

    #[test]
    fn a_day_is_the_day_on_the_wall() {
        let zone = Zone::parse("America/New_York").unwrap_or(Zone(jiff::tz::TimeZone::UTC));
        let late = Instant::from_millis(1_795_318_200_000); // 2026-11-22 03:30 UTC
        assert_eq!(zone.day(late).to_string(), "2026-11-21");
        assert_eq!(zone.clock(late), "10:30 pm");
    }

    #[test]
    fn a_year_closes_with_its_last_day() {
        let year = Period::parse("2026");
        let on = |typed| Day::parse(typed).ok();
        assert_eq!(year.as_ref().ok().zip(on("2026-12-31")).map(|(year, day)| year.is_closed(day)), Some(false));
        assert_eq!(year.ok().zip(on("2027-01-01")).map(|(year, day)| year.is_closed(day)), Some(true));
        for (typed, first, last) in [
            ("2026", "2026-01-01", "2026-12-31"),
            ("2026-Q1", "2026-01-01", "2026-03-31"),
            ("2024-q4", "2024-10-01", "2024-12-31"),
            ("FY2026", "2025-10-01", "2026-09-30"),
            ("2024-02", "2024-02-01", "2024-02-29"),
            ("2026-12", "2026-12-01", "2026-12-31"),
        ] {
            let period = Period::parse(typed).ok();
            let days = period.map(|period| (period.first().to_string(), period.last().to_string()));
            assert_eq!(days, Some((first.to_owned(), last.to_owned())), "{typed}");
            assert_eq!(period.map(|period| period.to_string()), Some(typed.to_uppercase()));
        }
        assert!(
            ["2026-Q5", "2026-Q", "FY26", "26", "2026-Q31", "20260", "2026-13", "2026-00", "2026-7", "2026-+7", "2026-Q+1", "2026-07-01"]
                .into_iter()
                .all(|typed| Period::parse(typed).is_err())
        );
    }
}
