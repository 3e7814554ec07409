//! What is somebody's by right: what they share and with whom, who looked, what is known of them and how it is corrected, a copy of
//! all of it, an end to it, somebody above their advisor, and somebody they trust to help.
//!
//! Whose it is, in one rule: somebody's pages, copy and download hold the requests, services, documents and notes of the businesses of
//! which they are the contact or which they own now, and a training of their own. A former owner has none of it. Requests, permissions
//! and the thread of messages are opened by the contact alone. Where several own a business, each one's copy has its facts and
//! requests, and nothing that another owner wrote or that is about another person: messages of the others, their names and contacts,
//! notes of the team that name them. The copy says in each part that something is withheld, and how much (`queries::copy`).
//!
//! Every page is in the reader's language. A code on a letter opens all of it but what somebody said about who they are; a helper
//! opens none of it but the help page.

mod files;
pub mod queries;
pub mod routes;
mod views;
pub mod words;

pub use routes::routes;

use crate::consent::{Consent, OUTLASTS_DAYS};
use crate::i18n::{Args, Language};
use crate::people::own::Home;
use crate::programs::Program;
use crate::values::{ComplaintId, Day, Instant, Kind, LookPart, LookRole, ReferralId, Zone};

/// Business days in which a complaint is answered.
pub const COMPLAINT_DAYS: u32 = 10;
/// Rows of a long list on one page.
pub const ROWS: i64 = 30;

/// Whoever reads their own pages, and what every page says.
#[derive(Debug, Clone)]
pub struct Reader {
    /// Row key of the person.
    pub person: i64,
    /// Their language.
    pub language: Language,
    /// Whose client they are.
    pub home: Home,
    /// The program with its telephone.
    pub program: Program,
    /// The date.
    pub today: Day,
    /// True for a helper.
    pub is_helper: bool,
    /// True where a code was mailed to them.
    pub is_mailed: bool,
}

impl Reader {
    /// One message of the catalog.
    pub fn say(&self, key: &str) -> String {
        self.language.say(key, Args::default())
    }

    /// One message with what it mentions.
    pub fn say_with(&self, key: &str, args: Args) -> String {
        self.language.say(key, args)
    }

    /// A day, with its year where it is another than this one.
    pub fn day(&self, on: Day) -> String {
        self.language.short_day(on.date(), self.today.year())
    }
}

/// A yes, with the request it belongs to.
#[derive(Debug, Clone)]
pub struct Permission {
    /// The yes.
    pub yes: Consent,
    /// Name of the partner.
    pub partner: String,
    /// Row key, address and number of the referral.
    pub referral: (i64, ReferralId, i64),
    /// What kind of help.
    pub kind: Kind,
    /// It is for a trainee.
    pub is_trainee: bool,
    /// When it ended, if it was ended.
    pub ended_at: Option<Instant>,
    /// When the request ended, if it has.
    pub referral_ended_at: Option<Instant>,
    /// It holds today.
    pub is_live: bool,
    /// It can be renewed now.
    pub is_renewable: bool,
    /// Somebody at the partner has opened the request.
    pub was_read: bool,
}

impl Permission {
    /// The day it was over: it was ended, its last day has gone by, or its request has been over for so long.
    pub fn over_on(&self, zone: &Zone, today: Day) -> Option<Day> {
        if let Some(at) = self.ended_at {
            return Some(zone.day(at));
        }
        let outlasted = self.referral_ended_at.map(|at| zone.day(at).plus_days(OUTLASTS_DAYS));
        Some(outlasted.map_or(self.yes.expires_on, |last| last.min(self.yes.expires_on))).filter(|last| !self.is_live && *last < today)
    }
}

/// Who looked, as the person reads it: an organization and a role, never a name.
#[derive(Debug, Clone)]
pub struct Looked {
    /// Orders them, and names one in a question about it.
    pub at: Instant,
    /// The program, or the partner.
    pub organization: String,
    /// In what role; none for the program itself.
    pub role: Option<LookRole>,
    /// What was seen.
    pub saw: Saw,
    /// Number of the referral that was seen or was the reason.
    pub referral: Option<i64>,
}

/// What was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saw {
    /// A look that was written down.
    Part(LookPart),
    /// The confidential part.
    Secret,
    /// The file that brought the record.
    Import,
}

/// A complaint.
#[derive(Debug, Clone)]
pub struct Filed {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: ComplaintId,
    /// Number: "C-12".
    pub number: i64,
    /// Row key and name of the program.
    pub program: (i64, String),
    /// Row key of the person.
    pub person: i64,
    /// Address and name of their business, for whoever may see clients.
    pub client: Option<(String, String)>,
    /// The viewer had a part in their businesses, and reads it only because nobody else could.
    pub is_about_viewer: bool,
    /// What they say.
    pub words: String,
    /// When.
    pub asked_at: Instant,
    /// Answered by.
    pub due_on: Day,
    /// What they were told, and when.
    pub answer: Option<(String, Instant)>,
}

impl Filed {
    /// "C-12".
    pub fn label(&self) -> String {
        format!("C-{}", self.number)
    }
}

/// One part of somebody's copy: a table with its name and headers, as keys of the catalog.
#[derive(Debug, Clone, Default)]
pub struct Part {
    /// Key of its name in the catalog.
    pub name: &'static str,
    /// Keys of its headers, which are also the names in the files.
    pub headers: &'static [&'static str],
    /// Its rows.
    pub rows: Vec<Vec<String>>,
    /// Rows and words that are left out because they are somebody else's.
    pub withheld: usize,
    /// For each row the language in which its last cell went out, where it is kept as it was read.
    pub tongues: Vec<Option<Language>>,
}

impl Part {
    /// What is left out, in a sentence; nothing where all of it is there.
    pub fn withheld(&self, reader: &Reader) -> Option<String> {
        (self.withheld > 0).then(|| reader.say_with("rights-withheld", Args::default().with("count", self.withheld.to_string())))
    }
}
