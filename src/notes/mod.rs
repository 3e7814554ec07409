//! Notes about clients: a free text of its own, for the team or for its author alone, that is deleted when its day is over.
//!
//! Why nothing else reads them: what is written freely can hurt somebody. No search, list, report, export or partner's page does; the
//! timeline of the client is the one place besides their own pages.

pub mod queries;
pub mod routes;
mod views;

pub use routes::routes;

use crate::auth::Viewer;
use crate::values::{ClientId, Day, Instant, Note, NoteId, NoteLevel};

/// How long a change replaces the words, and the author may take the note back.
const OPEN_MS: i64 = 24 * 60 * 60 * 1000;

/// A note as the viewer may read it.
#[derive(Debug, Clone)]
pub struct ClientNote {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: NoteId,
    /// Program, by row key.
    pub program: i64,
    /// About whom: address and name.
    pub client: (ClientId, String),
    /// Row key and name of the author.
    pub author: (i64, String),
    /// Who reads it.
    pub level: NoteLevel,
    /// What was written.
    pub body: String,
    /// The last day it is kept.
    pub until_on: Day,
    /// Why that day was changed.
    pub until_why: Option<String>,
    /// When the words were last changed.
    pub changed_at: Option<Instant>,
    /// When it was taken back.
    pub undone_at: Option<Instant>,
    /// Counts edits.
    pub version: i64,
    /// When it was written.
    pub created_at: Instant,
}

impl ClientNote {
    /// True for its author, while it stands.
    pub fn is_own(&self, viewer: &Viewer) -> bool {
        self.undone_at.is_none() && self.author.0 == viewer.key
    }

    /// True during the day after it was written: changes replace the words, and it can be taken back.
    pub fn is_fresh(&self, now: Instant) -> bool {
        now.millis() - self.created_at.millis() < OPEN_MS
    }

    /// True for whoever may say how long it is kept: its author; and a manager, where the team reads it.
    pub fn is_kept_by(&self, viewer: &Viewer) -> bool {
        self.undone_at.is_none() && (self.author.0 == viewer.key || (self.level == NoteLevel::Team && viewer.manages(self.program)))
    }

    /// "your team reads it, kept until October 13, 2029".
    pub fn standing(&self, today: Day) -> String {
        let whose = match self.level {
            NoteLevel::Team => "your team reads it",
            NoteLevel::Mine => "only you read it",
        };
        format!("{whose}, kept until {}", self.until_on.short(today))
    }
}

/// What was typed as a note.
#[derive(Debug, Clone)]
pub struct Words {
    /// The text.
    pub body: Note,
    /// Who reads it.
    pub level: NoteLevel,
}
