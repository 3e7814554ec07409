//! Services that advisors gave, and what they promised to do next.

pub mod attempts;
pub mod dates;
pub mod forms;
pub mod more;
pub mod queries;
pub mod routes;
pub mod views;

pub use attempts::Attempt;
pub use more::{Choices, Filed, More};
pub use routes::routes;

use crate::auth::Viewer;
use crate::values::{
    Channel, ClientId, Day, FollowUpId, Instant, Line, Note, NoteLevel, ServiceId, ServiceKind, Telephone, Vocabulary, codes,
};

/// Minutes that a form offers while an advisor has no habit yet.
pub const USUAL_MINUTES: i64 = 30;
/// How long the author may change a service or take it back.
const OPEN_MS: i64 = 24 * 60 * 60 * 1000;

/// One session or other help.
#[derive(Debug, Clone)]
pub struct Service {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: ServiceId,
    /// Program, by row key.
    pub program: i64,
    /// For which client: row key, address, name. Empty for a caller who is no client yet.
    pub client: Option<(i64, ClientId, String)>,
    /// Who called, while they are no client.
    pub caller_name: Option<String>,
    /// Their number.
    pub caller_telephone: Option<String>,
    /// Row key and name of the author.
    pub author: (i64, String),
    /// The day.
    pub served_on: Day,
    /// What it was about.
    pub kind: ServiceKind,
    /// How.
    pub channel: Channel,
    /// Contact time; none where it was only prepared, or only brought up to date.
    pub minutes: i64,
    /// How it is filed.
    pub filed: Filed,
    /// Written down more than a week after the day.
    pub is_late: bool,
    /// The filing that counts its day, in words: since then it stays as it is.
    pub filed_with: Option<String>,
    /// What was said, where the viewer may read it. A note that only its author reads looks to others like none.
    pub note: Option<Noted>,
    /// When it was taken back.
    pub undone_at: Option<Instant>,
    /// Counts edits.
    pub version: i64,
    /// When it was logged.
    pub created_at: Instant,
}

impl Service {
    /// For whom, by name.
    pub fn whose(&self) -> &str {
        self.client.as_ref().map(|(_, _, name)| name.as_str()).or(self.caller_name.as_deref()).unwrap_or("somebody")
    }

    /// "30 min, Okafor Metal Finishing".
    pub fn summary(&self) -> String {
        format!("{}, {}", self.how_long(), self.whose())
    }

    /// "Space, 30 min".
    pub fn title(&self) -> String {
        format!("{}, {}", self.kind.label(), self.how_long())
    }

    /// "30 min"; "Preparation only" where nobody met.
    fn how_long(&self) -> String {
        match self.minutes {
            0 => codes::label(codes::List::SessionTypes, &self.filed.session_type).unwrap_or("no contact").to_owned(),
            minutes => format!("{minutes} min"),
        }
    }

    /// The words of the note, where the viewer may read them.
    pub fn note(&self) -> Option<&str> {
        self.note.as_ref().map(|note| note.body.as_str())
    }

    /// True where `viewer` may say how long the note is kept: its author; and a manager, where the team reads it.
    pub fn keeps_note(&self, viewer: &Viewer) -> bool {
        self.undone_at.is_none()
            && self
                .note
                .as_ref()
                .is_some_and(|note| self.author.0 == viewer.key || (note.level == NoteLevel::Team && viewer.manages(self.program)))
    }

    /// True while `viewer` may still change it or take it back: the author, for 24 hours, unless its day was filed.
    pub fn is_open_to(&self, viewer: &Viewer, now: Instant) -> bool {
        self.filed_with.is_none() && self.is_fresh_to(viewer, now)
    }

    /// The same, whatever was filed.
    fn is_fresh_to(&self, viewer: &Viewer, now: Instant) -> bool {
        self.undone_at.is_none() && self.author.0 == viewer.key && now.millis() - self.created_at.millis() < OPEN_MS
    }
}

/// What was said, who reads it, and until when it is kept.
#[derive(Debug, Clone)]
pub struct Noted {
    /// The words.
    pub body: String,
    /// Who reads them.
    pub level: NoteLevel,
    /// The last day they are kept.
    pub until_on: Option<Day>,
    /// Why that day was changed.
    pub until_why: Option<String>,
}

impl Noted {
    /// "your team reads the note, kept until October 13, 2029".
    pub fn standing(&self, today: Day) -> String {
        let whose = match self.level {
            NoteLevel::Team => "your team reads the note",
            NoteLevel::Mine => "only you read the note",
        };
        self.until_on.map_or_else(|| whose.to_owned(), |until| format!("{whose}, kept until {}", until.short(today)))
    }
}

/// A service about to be logged.
#[derive(Debug, Clone)]
pub struct NewService {
    /// Program, by row key.
    pub program: i64,
    /// For whom.
    pub whom: Whom,
    /// What was given.
    pub given: Given,
    /// What is to be done next.
    pub follow_up: Option<Promise>,
}

/// For whom a service was.
#[derive(Debug, Clone)]
pub enum Whom {
    /// A client, by row key of the business.
    Client(i64),
    /// Somebody who is no client yet.
    Caller(Line, Option<Telephone>),
}

/// What was given: all that an author may still change.
#[derive(Debug, Clone)]
pub struct Given {
    /// What it was about.
    pub kind: ServiceKind,
    /// How.
    pub channel: Channel,
    /// Contact time.
    pub minutes: crate::values::Minutes,
    /// What was said.
    pub note: Option<Note>,
    /// Who reads it.
    pub level: NoteLevel,
    /// The day. Never in the future, at most 366 days back.
    pub served_on: Day,
    /// What was said besides.
    pub more: More,
}

/// What somebody will do, and by when.
#[derive(Debug, Clone)]
pub struct Promise {
    /// What.
    pub title: Line,
    /// By when.
    pub due_on: Day,
}

/// Something an advisor promised to do.
#[derive(Debug, Clone)]
pub struct FollowUp {
    /// Address.
    pub id: FollowUpId,
    /// About whom: address and name.
    pub client: (ClientId, String),
    /// Whose promise: row key and name.
    pub account: (i64, String),
    /// What to do.
    pub title: String,
    /// By when.
    pub due_on: Day,
    /// When done.
    pub done_at: Option<Instant>,
    /// Counts edits.
    pub version: i64,
}

/// A follow-up about to be written down.
#[derive(Debug, Clone)]
pub struct NewFollowUp {
    /// Program, by row key.
    pub program: i64,
    /// About whom, by row key of the business.
    pub business: i64,
    /// The service that called for it, by row key.
    pub service: Option<i64>,
    /// Whose promise, by row key of the account.
    pub account: i64,
    /// What, by when.
    pub promise: Promise,
}

/// A client an advisor served lately.
#[derive(Debug, Clone)]
pub struct Recent {
    /// Address.
    pub id: ClientId,
    /// Name.
    pub name: String,
    /// The person we call.
    pub contact: Option<String>,
    /// When last.
    pub last_on: Day,
}

/// A client who has waited for a service.
#[derive(Debug, Clone)]
pub struct Waiting {
    /// Row key, for the next page of the list.
    pub key: i64,
    /// Address.
    pub id: ClientId,
    /// Name.
    pub name: String,
    /// Day of the last service; day of enrollment where there was none.
    pub since: Day,
    /// True when there was no service yet.
    pub never: bool,
}

/// Whose clients a list of those who wait holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// Those the viewer looks after.
    Mine,
    /// Everyone's in the viewer's programs.
    Everyones,
}
