//! How referrals go: the measures of the network on a page and in files, for managers. Exact and live, and without a word on who
//! anybody is: nothing here reads behind the wall.

pub mod files;
pub mod open;
mod routes;
mod views;

pub use routes::routes;

use crate::referrals::Kind;
use crate::referrals::measures::{Book, Measures, Scope};
use crate::referrals::queries::Logs;
use crate::values::{Complaint, Day, quoted};

/// Some months, the first and the last included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Months {
    first: Day,
    last: Day,
}

impl Months {
    /// Reads two months such as `2026-07` and `2026-09`. With nothing typed: the last twelve.
    pub fn parse(first: &str, last: &str, today: Day) -> Result<Self, Complaint> {
        let last = if last.trim().is_empty() { month_of(today) } else { month(last)? };
        let first = if first.trim().is_empty() { earlier(last, 11) } else { month(first)? };
        if last < first {
            return Err(Complaint::new(format!(
                "The last month, {}, lies before the first, {}. Change one of them.",
                code(last),
                code(first)
            )));
        }
        Ok(Self { first, last })
    }

    /// The quarter that a day lies in.
    pub fn quarter_of(day: Day) -> Self {
        let months_in = i32::from((day.date().month() - 1) % 3);
        let first = earlier(month_of(day), months_in);
        Self { first, last: earlier(first, -2) }
    }

    /// A whole year.
    pub fn year_of(day: Day) -> Self {
        let first = earlier(month_of(day), i32::from(day.date().month()) - 1);
        Self { first, last: earlier(first, -11) }
    }

    /// The quarter before, or the year.
    #[must_use]
    pub fn before(self) -> Self {
        let long = self.count();
        Self { first: earlier(self.first, long), last: earlier(self.last, long) }
    }

    /// First day.
    pub fn first(self) -> Day {
        self.first
    }

    /// Last day.
    pub fn last(self) -> Day {
        earlier(self.last, -1).plus_days(-1)
    }

    /// `2026-07`, for a form and an address.
    pub fn codes(self) -> (String, String) {
        (code(self.first), code(self.last))
    }

    fn count(self) -> i32 {
        let number = |day: Day| i32::from(day.year()) * 12 + i32::from(day.date().month());
        number(self.last) - number(self.first) + 1
    }
}

/// "2026", "2026-Q3", "2026-07" or "2026-03 to 2026-08".
impl std::fmt::Display for Months {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if *self == Self::year_of(self.first) {
            write!(f, "{}", self.first.year())
        } else if *self == Self::quarter_of(self.first) {
            write!(f, "{}-Q{}", self.first.year(), (self.first.date().month() + 2) / 3)
        } else if self.first == self.last {
            f.write_str(&code(self.first))
        } else {
            write!(f, "{} to {}", code(self.first), code(self.last))
        }
    }
}

fn month(typed: &str) -> Result<Day, Complaint> {
    let text = typed.trim();
    Day::parse(&format!("{text}-01"))
        .ok()
        .filter(|_| text.len() == 7)
        .ok_or_else(|| Complaint::new(format!("Write a month such as 2026-07. You typed {}", quoted(typed))))
}

fn month_of(day: Day) -> Day {
    Day::new(day.date().first_of_month())
}

/// So many months before the first of a month; after it for a negative number.
fn earlier(month: Day, months: i32) -> Day {
    Day::new(month.date().saturating_sub(jiff::Span::new().months(months)))
}

fn code(month: Day) -> String {
    month.date().strftime("%Y-%m").to_string()
}

/// What the page and the files show.
#[derive(Debug, Clone)]
pub struct Shown {
    /// Whose.
    pub organization: String,
    /// Name of the program.
    pub program: String,
    /// Which months.
    pub months: Months,
    /// Only one kind, partner, neighborhood or zone.
    pub only: Only,
    /// The figures.
    pub measures: Measures,
    /// The same by kind, by partner, by neighborhood and by zone, where anything was sent.
    pub cuts: [(&'static str, Vec<(String, Measures)>); 4],
}

/// A filter; nothing chosen is everything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Only {
    /// Only this kind.
    pub kind: Option<Kind>,
    /// Only this partner, by name.
    pub partner: Option<String>,
    /// Only businesses of this neighborhood.
    pub place: Option<String>,
    /// Only businesses that were in this zone when it was sent.
    pub zone: Option<String>,
}

/// Measures logs as asked, whole and in three cuts.
pub fn show(logs: &Logs, organization: &str, program: &str, months: Months, only: Only, today: Day) -> crate::error::Result<Shown> {
    let book = Book::open(&logs.logs, &logs.zone, &logs.calendar, &logs.policy, today)
        .map_err(|refusal| crate::error::Error::internal(format!("a log that could not have happened: {refusal}")))?;
    let whole = Scope {
        first: months.first(),
        last: months.last(),
        kind: only.kind,
        partner: only.partner.clone(),
        place: only.place.clone(),
        zone: only.zone.clone(),
    };
    let cut = |scopes: Vec<(String, Scope)>| -> Vec<(String, Measures)> {
        scopes.into_iter().map(|(name, scope)| (name, book.measure(&scope))).filter(|(_, measures)| !measures.sent.is_empty()).collect()
    };
    let kinds = Kind::ALL.into_iter().filter(|kind| only.kind.is_none_or(|only| only == *kind));
    let kinds = kinds.map(|kind| (kind.label().to_owned(), Scope { kind: Some(kind), ..whole.clone() })).collect();
    let partners = logs.partners.iter().filter(|name| only.partner.as_ref().is_none_or(|only| only == *name));
    let partners = partners.map(|name| (name.clone(), Scope { partner: Some(name.clone()), ..whole.clone() })).collect();
    let places = logs.places.iter().cloned().chain([String::new()]).filter(|name| only.place.as_ref().is_none_or(|only| only == name));
    let places = places.map(|name| (place_label(&name).to_owned(), Scope { place: Some(name), ..whole.clone() })).collect();
    // Where nothing was in a zone there is nothing to compare.
    let none = (!logs.zones.is_empty()).then(String::new);
    let zones = logs.zones.iter().cloned().chain(none).filter(|name| only.zone.as_ref().is_none_or(|only| only == name));
    let zones = zones.map(|name| (zone_label(&name).to_owned(), Scope { zone: Some(name), ..whole.clone() })).collect();
    Ok(Shown {
        organization: organization.to_owned(),
        program: program.to_owned(),
        months,
        measures: book.measure(&whole),
        cuts: [("kind", cut(kinds)), ("partner", cut(partners)), ("neighborhood", cut(places)), ("zone", cut(zones))],
        only,
    })
}

/// A zone as people read it.
pub fn zone_label(zone: &str) -> &str {
    if zone.is_empty() { "In no zone, or not on the map" } else { zone }
}

/// A neighborhood as people read it.
pub fn place_label(place: &str) -> &str {
    if place.is_empty() { "Neighborhood not known" } else { place }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn months_are_a_year_a_quarter_a_month_or_a_stretch() {
        let months =
            |first, last| Months::parse(first, last, day("2026-11-25")).map(|months| (months.to_string(), months.last().to_string()));
        let is = |name: &str, last: &str| Ok((name.to_owned(), last.to_owned()));
        assert_eq!(months("2026-01", "2026-12"), is("2026", "2026-12-31"));
        assert_eq!(months("2026-07", "2026-09"), is("2026-Q3", "2026-09-30"));
        assert_eq!(months("2024-02", "2024-02"), is("2024-02", "2024-02-29"));
        assert_eq!(months("", ""), is("2025-12 to 2026-11", "2026-11-30"));
        assert_eq!(months("2026-02", "2026-04"), is("2026-02 to 2026-04", "2026-04-30"));
        for (first, last) in [("2026-09", "2026-07"), ("July", ""), ("2026-13", ""), ("2026-07-01", "")] {
            assert!(months(first, last).is_err(), "{first} {last}");
        }
        assert_eq!(Months::quarter_of(day("2026-11-25")).before().to_string(), "2026-Q3");
        assert_eq!(Months::year_of(day("2026-11-25")).before().to_string(), "2025");
    }
}
