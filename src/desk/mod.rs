//! The desk of whoever does the work: Today, the client page, the call, the one search box. It reads every feature below it.

pub mod queries;
pub mod routes;
mod views;

pub use routes::routes;

use crate::outcomes::Outcome;
use crate::people::{Client, Intake, JobSnapshot, Owner};
use crate::referrals::queries::Card;
use crate::resources::Deployment;
use crate::services::{FollowUp, Recent, Service, queries::WaitingList};
use crate::values::{Day, Instant};
use crate::web::Icon;

/// Something that needs the viewer.
#[derive(Debug, Clone)]
pub struct NeedRow {
    /// How long it has been so.
    pub age: i64,
    /// In which unit: "days", "step".
    pub unit: &'static str,
    /// `over` when a promise is broken, `soon` when one will be, empty otherwise.
    pub tone: &'static str,
    /// What it is.
    pub title: String,
    /// Where it is seen.
    pub href: String,
    /// One line of reason.
    pub line: String,
    /// What can be done, at most two: words and address. Where the tone is `over` the first is the filled button.
    pub acts: Vec<(String, String)>,
}

/// One entry of a client's timeline.
#[derive(Debug, Clone)]
pub struct TimelineEntry {
    /// The day it belongs to.
    pub at_day: Day,
    /// Orders entries of one day.
    pub at: Instant,
    /// "today, 2:12 pm".
    pub when_words: String,
    /// Class of its station: `svc`, `ref`, `done` or `res`.
    pub dot: &'static str,
    /// Picture in the station.
    pub icon: Icon,
    /// What happened.
    pub title: String,
    /// Tone and words of a tag beside the title.
    pub tag: Option<(&'static str, String)>,
    /// What was said.
    pub text: Option<String>,
    /// Who, and how.
    pub by: String,
    /// Where more is seen: words and address.
    pub links: Vec<(String, String)>,
    /// Address that takes it back, and the version it applies to.
    pub undo: Option<(String, i64)>,
}

/// Which entries of a timeline are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Show {
    /// All of them.
    #[default]
    All,
    /// Services.
    Services,
    /// Attempts that came to nothing.
    Attempts,
    /// Trainings that people of the client came to.
    Trainings,
    /// Referrals.
    Referrals,
    /// Resources.
    Resources,
    /// What came of it.
    Outcomes,
    /// Notes of their own.
    Notes,
}

impl Show {
    /// Reads it from an address. Anything unknown is all.
    pub fn parse(word: &str) -> Self {
        match word {
            "services" => Self::Services,
            "attempts" => Self::Attempts,
            "trainings" => Self::Trainings,
            "referrals" => Self::Referrals,
            "resources" => Self::Resources,
            "outcomes" => Self::Outcomes,
            "notes" => Self::Notes,
            _ => Self::All,
        }
    }

    /// As it stands in an address.
    pub fn code(self) -> &'static str {
        match self {
            Self::All => "",
            Self::Services => "services",
            Self::Attempts => "attempts",
            Self::Trainings => "trainings",
            Self::Referrals => "referrals",
            Self::Resources => "resources",
            Self::Outcomes => "outcomes",
            Self::Notes => "notes",
        }
    }

    /// As people read it.
    pub fn label(self) -> &'static str {
        match self {
            Self::All => "All",
            Self::Services => "Services",
            Self::Attempts => "Attempts",
            Self::Trainings => "Trainings",
            Self::Referrals => "Referrals",
            Self::Resources => "Resources",
            Self::Outcomes => "Outcomes",
            Self::Notes => "Notes",
        }
    }

    /// True when entries of `kind` are shown.
    pub fn shows(self, kind: Self) -> bool {
        self == Self::All || self == kind
    }
}

/// One page of a timeline, newest first.
#[derive(Debug, Clone)]
pub struct Timeline {
    /// Its entries.
    pub entries: Vec<TimelineEntry>,
    /// Which ones.
    pub show: Show,
    /// How many there are of each kind that there is.
    pub counts: Vec<(Show, i64)>,
    /// The page, from zero.
    pub page: i64,
    /// How many entries are older than this page.
    pub earlier: i64,
}

/// What Today shows.
#[derive(Debug, Clone)]
pub struct Today {
    /// The date.
    pub today: Day,
    /// What needs the viewer, the worst first.
    pub needs: Vec<NeedRow>,
    /// Promises: open ones by day, and those done today.
    pub follow_ups: Vec<FollowUp>,
    /// When each of them was done, in words.
    pub done_at: Vec<Option<String>>,
    /// Services and minutes since Monday.
    pub week: (i64, i64),
    /// Attempts since Monday that came to nothing.
    pub attempts: i64,
    /// Clients served lately.
    pub recent: Vec<Recent>,
    /// Those who wait longest.
    pub waiting: WaitingList,
    /// Leases of the viewer's clients that are over or end within twelve months.
    pub leases: i64,
    /// Certificates of the viewer's clients that end within sixty days.
    pub certificates: i64,
    /// Minutes that the quick log offers.
    pub usual: i64,
    /// True while nothing was logged by the viewer.
    pub is_first_day: bool,
    /// True when the viewer has clients.
    pub has_clients: bool,
}

/// What the page of a client shows.
#[derive(Debug, Clone)]
pub struct ClientPage {
    /// The client.
    pub client: Client,
    /// Owners today, the person we call first.
    pub owners: Vec<Owner>,
    /// Of each owner: how many questions about themselves have a reply, never which.
    pub standings: Vec<crate::self_identification::Standing>,
    /// Last count of workers.
    pub workers: Option<JobSnapshot>,
    /// What they signed and said at the beginning.
    pub intake: Intake,
    /// Open promises about the client, the next one first.
    pub follow_ups: Vec<FollowUp>,
    /// What happened.
    pub timeline: Timeline,
    /// What the log form can offer.
    pub choices: crate::services::Choices,
    /// The last services, for the call screen.
    pub last: Vec<Service>,
    /// Referrals that wait for somebody.
    pub cards: Vec<Card>,
    /// The newest resources.
    pub deployments: Vec<Deployment>,
    /// The newest outcomes.
    pub outcomes: Vec<Outcome>,
    /// The newest stories.
    pub stories: Vec<crate::stories::Story>,
    /// Certificates, those that are good longest first.
    pub certifications: Vec<crate::certifications::Certification>,
    /// The newest questions to partners, with their answers.
    pub asked: Vec<crate::questions::Question>,
    /// Where it is, how it holds its place, and the risk of losing it.
    pub place: crate::places::PlaceCard,
    /// Whom the owners trust to help them.
    pub helpers: Vec<String>,
    /// The date.
    pub today: Day,
}

/// A small number in words, as a sentence begins: "Three".
pub fn in_words(number: i64) -> String {
    const WORDS: [&str; 11] = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];
    usize::try_from(number).ok().and_then(|place| WORDS.get(place)).map_or_else(|| crate::values::grouped(number), ToString::to_string)
}

#[cfg(test)]
mod tests;
