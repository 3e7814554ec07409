//! What goes out: every notice with its text. Without a mail server somebody copies the text, sends it and says so here.

pub mod queries;
pub mod routes;
mod views;

pub use routes::routes;

use crate::values::{Audience, Instant, MessageId, NoticeChannel};

/// Minutes a notice is held, so that what made it can be taken back.
pub const HELD_MINUTES: i64 = 5;

/// A notice about to be written.
#[derive(Debug, Clone)]
pub struct Notice {
    /// Row key of the program.
    pub program: i64,
    /// Row key of the referral it is about.
    pub referral: Option<i64>,
    /// Row key of the event that made it.
    pub event: Option<i64>,
    /// For whom.
    pub audience: Audience,
    /// How they like to hear.
    pub channel: NoticeChannel,
    /// To whom.
    pub to_name: String,
    /// Number or address, if we have one.
    pub to_address: Option<String>,
    /// No personal data: it may stand on a locked screen.
    pub subject: String,
    /// The text; the link stands as `{link}`.
    pub body: String,
    /// Row key of the link it carries.
    pub link: Option<i64>,
}

/// How far a notice has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Not before this instant.
    Held(Instant),
    /// Waits for somebody to send it.
    Ready,
    /// Somebody sent it.
    Sent(Instant),
    /// Taken back before it went out.
    Stopped(Instant),
}

/// A notice as it stands in the outbox.
#[derive(Debug, Clone)]
pub struct Message {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: MessageId,
    /// Name of the program.
    pub program_name: String,
    /// Address and number of the referral.
    pub referral: Option<(String, i64)>,
    /// For whom.
    pub audience: Audience,
    /// How.
    pub channel: NoticeChannel,
    /// To whom.
    pub to_name: String,
    /// Number or address.
    pub to_address: Option<String>,
    /// Subject line.
    pub subject: String,
    /// The text, with `{link}` still in it.
    pub body: String,
    /// Row key of the link.
    pub link: Option<i64>,
    /// How far it has come.
    pub state: State,
    /// Who sent it.
    pub sent_by: Option<String>,
    /// When it was written.
    pub created_at: Instant,
}

/// Which part of the outbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shown {
    /// Held, or waiting for somebody to send it.
    #[default]
    ToSend,
    /// Sent.
    Sent,
    /// Taken back.
    Stopped,
}

impl Shown {
    /// Every part.
    pub const ALL: [Self; 3] = [Self::ToSend, Self::Sent, Self::Stopped];

    /// In an address.
    pub fn code(self) -> &'static str {
        match self {
            Self::ToSend => "to-send",
            Self::Sent => "sent",
            Self::Stopped => "stopped",
        }
    }

    /// As people read it.
    pub fn label(self) -> &'static str {
        match self {
            Self::ToSend => "To send",
            Self::Sent => "Sent",
            Self::Stopped => "Taken back",
        }
    }

    /// From an address; anything else is what needs doing.
    pub fn parse(typed: &str) -> Self {
        Self::ALL.into_iter().find(|shown| shown.code() == typed).unwrap_or_default()
    }
}
