//! An attempt to meet a client that came to nothing. It is no service: no figure counts it as one, and whoever waits for a service goes on
//! waiting.

use super::OPEN_MS;
use crate::auth::Viewer;
use crate::values::{AttemptId, AttemptOutcome, Channel, ClientId, Day, Instant, ServiceKind, Vocabulary};

/// One attempt.
#[derive(Debug, Clone)]
pub struct Attempt {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: AttemptId,
    /// Program, by row key.
    pub program: i64,
    /// Whom: address and name.
    pub client: (ClientId, String),
    /// Row key and name of whoever tried.
    pub author: (i64, String),
    /// The day.
    pub tried_on: Day,
    /// What it would have been about.
    pub kind: ServiceKind,
    /// How.
    pub channel: Channel,
    /// What came of it.
    pub outcome: AttemptOutcome,
    /// Minutes to prepare.
    pub prepare: i64,
    /// Minutes on the way.
    pub travel: i64,
    /// Written down more than a week after the day.
    pub is_late: bool,
    /// When it was taken back.
    pub undone_at: Option<Instant>,
    /// Counts edits.
    pub version: i64,
    /// When it was written down.
    pub created_at: Instant,
}

impl Attempt {
    /// "Voicemail left: Space".
    pub fn title(&self) -> String {
        let came = match self.outcome {
            AttemptOutcome::NoShow => "Did not come",
            AttemptOutcome::Voicemail => "Voicemail left",
        };
        format!("{came}: {}", self.kind.label())
    }

    /// "Ada Ohm, phone, 10 min to prepare".
    pub fn by(&self) -> String {
        let beside = |minutes: i64, what: &str| if minutes > 0 { format!(", {minutes} min {what}") } else { String::new() };
        let (prepared, on_way) = (beside(self.prepare, "to prepare"), beside(self.travel, "on the way"));
        format!("{}, {}{prepared}{on_way}", self.author.1, self.channel.label().to_lowercase())
    }

    /// True while `viewer` may take it back: whoever wrote it down, for 24 hours.
    pub fn is_open_to(&self, viewer: &Viewer, now: Instant) -> bool {
        self.undone_at.is_none() && self.author.0 == viewer.key && now.millis() - self.created_at.millis() < OPEN_MS
    }
}
