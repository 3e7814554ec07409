//! Training events: what is taught to several people at once, when, where and with whom, and who came.
//!
//! Somebody of a client is named; everybody else is only counted. No count here says who people are.

pub mod form;
mod groups;
pub mod queries;
pub mod routes;
mod views;

pub use routes::routes;

use crate::auth::Viewer;
use crate::values::codes::{self, List};
use crate::values::{Cents, ClientId, Day, Instant, PersonId, TrainingId};

/// How long whoever wrote an event down may take it back.
const OPEN_MS: i64 = 24 * 60 * 60 * 1000;
/// The country in which a place has a state and a ZIP code.
pub const HOME: &str = "united_states";
/// The format that has no place.
pub const ONLINE: &str = "online";

/// What is known of an event: all that a form may change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// What it is called.
    pub title: String,
    /// A code of the official topics.
    pub topic: String,
    /// A code of the official formats.
    pub format: String,
    /// The days of its sessions, in their order; at least one.
    pub days: Vec<Day>,
    /// How long all sessions are together.
    pub minutes: i64,
    /// What one person pays.
    pub fee: Cents,
    /// A code of the official languages.
    pub language: String,
    /// With whom: codes of the official sorts of partner.
    pub partners: Vec<String>,
    /// Who else, where that is not on the list.
    pub other_partner: Option<String>,
    /// Who pays for it, and who else.
    pub sponsor: Option<String>,
    /// Who else pays.
    pub cosponsor: Option<String>,
    /// Where.
    pub place: Place,
}

/// Where an event is. Empty for one that is online.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// City.
    pub city: Option<String>,
    /// Two letters of the state.
    pub state: Option<String>,
    /// ZIP code.
    pub postal_code: Option<String>,
    /// A code of the official list of countries.
    pub country: Option<String>,
}

impl Place {
    /// "Columbus, OH 43215"; with the country where it is another one.
    pub fn words(&self) -> Option<String> {
        let state = [self.state.as_deref(), self.postal_code.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" ");
        let country = self.country.as_deref().filter(|code| *code != HOME).and_then(|code| codes::label(List::Countries, code));
        let parts: Vec<&str> =
            [self.city.as_deref(), (!state.is_empty()).then_some(state.as_str()), country].into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }
}

/// How many came, as the organizer counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Heads {
    /// All of them, those named here too.
    pub total: i64,
    /// How many of them are in business.
    pub in_business: i64,
    /// How many are not yet.
    pub not_yet: i64,
    /// When it was written down.
    pub counted_on: Day,
}

/// A training event.
#[derive(Debug, Clone)]
pub struct Training {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: TrainingId,
    /// Program: row key and name.
    pub program: (i64, String),
    /// Row key and name of whoever wrote it down.
    pub author: (i64, String),
    /// What is known of it.
    pub facts: Facts,
    /// How many came, where somebody counted.
    pub heads: Option<Heads>,
    /// How many of them are named.
    pub named: i64,
    /// The filing that counts one of its days, in words: since then it stays as it is.
    pub filed_with: Option<String>,
    /// When it was taken back.
    pub undone_at: Option<Instant>,
    /// Counts edits.
    pub version: i64,
    /// When it was written down.
    pub created_at: Instant,
}

impl Training {
    /// True while `viewer` may take it back: whoever wrote it down, for 24 hours.
    pub fn is_open_to(&self, viewer: &Viewer, now: Instant) -> bool {
        self.filed_with.is_none()
            && self.undone_at.is_none()
            && self.author.0 == viewer.key
            && now.millis() - self.created_at.millis() < OPEN_MS
    }

    /// True while it may be changed: it stands, and no file counts it.
    pub fn is_changeable(&self) -> bool {
        self.undone_at.is_none() && self.filed_with.is_none()
    }

    /// True before its first day: nobody can have come.
    pub fn is_to_come(&self, today: Day) -> bool {
        self.facts.days.first().is_some_and(|first| *first > today)
    }

    /// "October 2", "October 2 to 16, 3 sessions".
    pub fn when(&self, today: Day) -> String {
        match self.facts.days.as_slice() {
            [] => String::new(),
            [day] => day.short(today),
            [first, .., last] => format!("{} to {}, {} sessions", first.short(today), last.short(today), self.facts.days.len()),
        }
    }

    /// How many came, as far as known: the count, or at least those who are named.
    pub fn came(&self) -> i64 {
        self.heads.map_or(self.named, |heads| heads.total.max(self.named))
    }
}

/// Somebody who came.
#[derive(Debug, Clone)]
pub struct Attendee {
    /// Address of the person.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// Of which client: address and name.
    pub client: (ClientId, String),
    /// At how many sessions.
    pub sessions: i64,
}

/// A training that somebody of a client came to, for the timeline of the client.
#[derive(Debug, Clone)]
pub struct Attended {
    /// Address.
    pub id: TrainingId,
    /// What it is called.
    pub title: String,
    /// Its first day.
    pub first_on: Day,
    /// Who of the client came.
    pub names: String,
    /// When that was written down.
    pub created_at: Instant,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_said_as_people_write_it() {
        let place = Place {
            city: Some("Columbus".to_owned()),
            state: Some("OH".to_owned()),
            postal_code: Some("43215".to_owned()),
            country: Some(HOME.to_owned()),
        };
        assert_eq!(place.words().as_deref(), Some("Columbus, OH 43215"));
        let abroad = Place { city: Some("Toronto".to_owned()), country: Some("canada".to_owned()), ..Place::default() };
        assert_eq!(abroad.words().as_deref(), Some("Toronto, Canada"));
        assert_eq!(Place::default().words(), None);
    }
}
