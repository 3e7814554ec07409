//! Units of industrial space and the businesses that look for one: what is known, what fits, and how a unit is given.
//!
//! [`matching`] is pure and open: it sees a need and units, and nothing else. Why: a match is a decision about somebody's rent, so
//! its rule is printed on the page, and who anybody is cannot reach it.

pub mod allocation;
pub mod attribute;
pub mod matching;
pub mod monthly;
pub mod paste;
pub mod queries;
pub mod relaxing;
pub mod rent;
pub mod routes;
pub mod saying;
pub mod typed;
pub mod views;

pub use routes::routes;

use crate::values::{ClientId, Day, NeedEnd, NeedId, PartnerId, Point, SiteId, SiteStatus};
use attribute::Facts;

/// A unit that a landlord lets.
#[derive(Debug, Clone)]
pub struct Site {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: SiteId,
    /// Landlord, by row key, address and name.
    pub partner: (i64, PartnerId, String),
    /// Row key of the program whose directory it stands in.
    pub program: i64,
    /// Building and unit, as people call it.
    pub name: String,
    /// Where it stands.
    pub status: SiteStatus,
    /// When somebody last said that this is so.
    pub checked_on: Option<Day>,
    /// What is known of it.
    pub facts: Facts,
    /// Counts edits.
    pub version: i64,
}

/// What is needed, and since when.
#[derive(Debug, Clone)]
pub struct Need {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: NeedId,
    /// What is needed. What is absent was not asked for.
    pub facts: Facts,
    /// Since when they wait.
    pub waiting_since: Day,
}

/// A business that looks for space, with its need.
#[derive(Debug, Clone)]
pub struct Looking {
    /// The need.
    pub need: Need,
    /// Business, by row key.
    pub business: i64,
    /// Its address.
    pub client: ClientId,
    /// Its name.
    pub client_name: String,
    /// Row key of the program.
    pub program: i64,
    /// What else the landlord has to know, in the advisor's words.
    pub note: Option<String>,
    /// When and how they agreed to hear of vacancies.
    pub told_of_vacancies: Option<(Day, crate::values::ConsentMethod)>,
    /// When and why it was closed.
    pub closed: Option<(Day, NeedEnd)>,
    /// Counts edits.
    pub version: i64,
}

/// A unit's facts as they are not yet written down.
#[derive(Debug, Clone)]
pub struct NewSite {
    /// Building and unit.
    pub name: String,
    /// What is known.
    pub facts: Facts,
}

/// Days after which a unit's facts are shown with the day they were checked.
pub const OLD_DAYS: i64 = 60;

impl Site {
    /// Where it is on the map, if that is known.
    pub fn point(&self) -> Option<Point> {
        let degrees = |name| self.facts.number(name).and_then(|number| i32::try_from(number).ok());
        Point::new(degrees("latitude")?, degrees("longitude")?)
    }

    /// "last checked in June", where that is more than two months ago.
    pub fn checked_words(&self, today: Day) -> Option<String> {
        match self.checked_on {
            None => Some("never checked with the landlord".to_owned()),
            Some(on) if on.days_until(today) > OLD_DAYS => {
                let form = if on.year() == today.year() { "%B" } else { "%B %Y" };
                Some(format!("last checked in {}", on.date().strftime(form)))
            }
            Some(_) => None,
        }
    }
}
