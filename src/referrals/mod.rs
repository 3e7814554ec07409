//! A client's need handed to a partner, from the first draft to the step after the end.
//!
//! The pure half (`lifecycle`, `replay`, `clock`, `told` and their neighbors) knows neither clock nor database; `queries` keeps the events.

pub mod asks;
pub mod clock;
pub mod course;
pub mod deed;
pub mod elsewhere;
pub mod enabling;
pub mod event;
pub mod fact;
pub mod fields;
pub mod guards;
pub mod inbound;
pub mod lifecycle;
pub mod lists;
pub mod measures;
pub mod messages;
pub mod needs;
pub mod own_words;
pub mod passage;
pub mod policy;
pub mod queries;
pub mod replay;
pub mod results;
pub mod routes;
pub mod secrets;
pub mod sharing;
pub mod slow;
pub mod stations;
pub mod status;
pub mod status_page;
pub mod telling;
pub mod timers;
pub mod told;
mod told_ends;
pub mod trainees;
pub mod views;
pub mod voices;
pub mod words;

pub use crate::values::{Kind, kinds};
pub use event::Event;
pub use lifecycle::Party;
pub use replay::Ball;
pub use routes::routes;
pub use status::Status;

use crate::values::{ClientId, Day, Instant, Origin, PartnerId, ReferralId, Urgency, Vocabulary};

/// A client's need, and where it stands with the partner who was asked.
#[derive(Debug, Clone)]
pub struct Referral {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: ReferralId,
    /// Label R-1187; never a key.
    pub number: i64,
    /// Row key of the program.
    pub program: i64,
    /// Its name.
    pub program_name: String,
    /// Row key of the business.
    pub business: i64,
    /// Address of the client.
    pub client: ClientId,
    /// Name of the client.
    pub client_name: String,
    /// What kind of help.
    pub kind: Kind,
    /// Row key, address and name of the partner; none while nobody is chosen.
    pub partner: Option<(i64, PartnerId, String)>,
    /// Row key and name of whom we ask there.
    pub contact: Option<(i64, String)>,
    /// Row key and name of the advisor who looks after it.
    pub advisor: (i64, String),
    /// The need, written for sharing.
    pub need: String,
    /// By when.
    pub urgency: Urgency,
    /// Who asked for it.
    pub origin: Origin,
    /// Row key of the referral this one follows.
    pub replaces: Option<i64>,
    /// Where it stands.
    pub status: Status,
    /// Where inside the status.
    pub stage: Option<String>,
    /// Why it stopped or pauses.
    pub reason: Option<String>,
    /// What the partner says came of it.
    pub outcome: Option<String>,
    /// Who has the next move.
    pub waiting_on: Ball,
    /// When it was sent.
    pub sent_at: Option<Instant>,
    /// When the partner first opened it.
    pub opened_at: Option<Instant>,
    /// When the partner said yes or no.
    pub decided_at: Option<Instant>,
    /// When it ended.
    pub ended_at: Option<Instant>,
    /// When the step after the end was recorded.
    pub next_step_at: Option<Instant>,
    /// By when somebody has to move.
    pub due_on: Option<Day>,
    /// Row key and name of the person to be trained, where it is for one.
    pub trainee: Option<(i64, String)>,
    /// Counts events, and changes of a draft.
    pub version: i64,
    /// When it was prepared.
    pub created_at: Instant,
}

impl Referral {
    /// "R-1187".
    pub fn label(&self) -> String {
        label(self.number)
    }

    /// Name of the partner, or words for none.
    pub fn partner_name(&self) -> &str {
        self.partner.as_ref().map_or("no partner chosen yet", |(_, _, name)| name)
    }

    /// Somebody should have moved before today.
    pub fn is_late(&self, today: Day) -> bool {
        self.is_waiting(today) && self.due_on.is_some_and(|due| due < today)
    }

    /// Somebody has to move. The entrepreneur's time to say how it went runs out without a word.
    pub fn is_waiting(&self, today: Day) -> bool {
        let is_over =
            self.status == Status::Completed && self.waiting_on == Ball::Entrepreneur && self.due_on.is_some_and(|due| due < today);
        self.waiting_on != Ball::Nobody && !is_over
    }
}

/// "R-1187".
pub fn label(number: i64) -> String {
    format!("R-{number}")
}

impl Vocabulary for Ball {
    const ALL: &'static [Self] = &[Self::Advisor, Self::Partner, Self::Entrepreneur, Self::ThirdParty, Self::Nobody];
    const COLUMN: &'static str = "referral.waiting_on";

    fn code(self) -> &'static str {
        match self {
            Self::Advisor => "advisor",
            Self::Partner => "partner",
            Self::Entrepreneur => "entrepreneur",
            Self::ThirdParty => "third_party",
            Self::Nobody => "nobody",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Advisor => "You",
            Self::Partner => "The partner",
            Self::Entrepreneur => "The client",
            Self::ThirdParty => "Somebody else",
            Self::Nobody => "Nobody",
        }
    }
}
crate::stored_as_word!(Ball);

impl Vocabulary for Status {
    const ALL: &'static [Self] = &Status::ALL;
    const COLUMN: &'static str = "referral.status";

    fn code(self) -> &'static str {
        Status::code(self)
    }

    fn label(self) -> &'static str {
        Status::label(self)
    }
}
crate::stored_as_word!(Status);

impl Vocabulary for Event {
    const ALL: &'static [Self] = &Event::ALL;
    const COLUMN: &'static str = "referral_event.event";

    fn code(self) -> &'static str {
        Event::code(self)
    }

    fn label(self) -> &'static str {
        Event::label(self)
    }
}
crate::stored_as_word!(Event);

impl Vocabulary for Party {
    const ALL: &'static [Self] = &[Self::Advisor, Self::Manager, Self::Partner, Self::Entrepreneur, Self::System, Self::AdvisorOnBehalf];
    const COLUMN: &'static str = "referral_event.party";

    fn code(self) -> &'static str {
        match self {
            Self::Advisor => "advisor",
            Self::Manager => "manager",
            Self::Partner => "partner",
            Self::Entrepreneur => "entrepreneur",
            Self::System => "system",
            Self::AdvisorOnBehalf => "on_behalf",
        }
    }

    fn label(self) -> &'static str {
        match self {
            Self::Advisor => "Advisor",
            Self::Manager => "Program manager",
            Self::Partner => "Partner",
            Self::Entrepreneur => "Entrepreneur",
            Self::System => "The clock",
            Self::AdvisorOnBehalf => "Reported by the advisor",
        }
    }
}
crate::stored_as_word!(Party);
