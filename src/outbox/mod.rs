//! What goes out: every notice with its text, written in the transaction of the deed that made it.
//!
//! Where a mail server or a gateway for texts is named, notices leave by themselves after the time they are held; else somebody copies
//! the text, sends it and says so here. What was sent stays as it was sent: subject, text and address never change afterwards. The link in
//! it stands as `{link}`; its token is made of the keyring and a nonce, so the data file alone opens nothing. The digest of the text with
//! its link is kept, so that a text somebody shows can be told from one that was made up.

pub mod queries;
mod reaching;
pub mod routes;
pub mod sender;
mod telling;
mod views;

pub use reaching::reach;
pub use routes::routes;
pub use telling::{Addressee, News, tell};

use crate::config::Config;
use crate::i18n::Language;
use crate::values::{Audience, Instant, MessageId, NotSent, NoticeChannel, SentVia};

/// A notice that nobody could send for so long is old news: it is not sent by itself any more.
pub const GIVES_UP_AFTER_DAYS: i64 = 3;

/// Minutes to wait after the first attempt, the second, and so on.
const WAITS: [i64; 6] = [1, 5, 30, 120, 360, 1440];

/// Minutes from an attempt (the first is 1) to the next; none after the last.
pub fn wait_after(attempt: i64) -> Option<i64> {
    usize::try_from(attempt - 1).ok().and_then(|place| WAITS.get(place).copied())
}

/// By which ways notices leave by themselves.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Ways {
    /// A mail server is named.
    pub mail: bool,
    /// A gateway for texts is named.
    pub text: bool,
}

impl Ways {
    /// The ways of a configuration.
    pub fn of(config: &Config) -> Self {
        Self { mail: config.mail.is_some(), text: config.text.is_some() }
    }
}

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
    /// In which language it is written, by its tag.
    pub language: String,
    /// What it says, in English, where it is written in another language: for staff.
    pub english: Option<String>,
    /// No personal data: it may stand on a locked screen.
    pub subject: String,
    /// The text; the link stands as `{link}`.
    pub body: String,
    /// Row key of the link it carries.
    pub link: Option<i64>,
    /// Row key of the person it is written to; none for a partner's.
    pub person: Option<i64>,
}

/// The text of a notice that is told on the telephone, after a line that says so to whoever calls.
pub fn to_say(language: Language, told: &str) -> String {
    let spoken = if language == Language::english() { String::new() } else { format!(", in {}", language.name()) };
    format!("Say this on the phone{spoken}:\n{told}")
}

/// The text of a notice to a person by some way: what is told, in a letter between a greeting and the name of the program.
pub fn text(channel: NoticeChannel, language: Language, told: String, hello: impl FnOnce() -> String, program: &str) -> String {
    match channel {
        NoticeChannel::Text => told,
        NoticeChannel::Phone => to_say(language, &told),
        NoticeChannel::Email | NoticeChannel::Letter => [hello(), told, program.to_owned()].join("\n\n"),
    }
}

/// How far a notice has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Not before this instant.
    Held(Instant),
    /// Waits for somebody to send it.
    Ready,
    /// Goes out by itself: at once, or when its wait after a failed attempt is over.
    Queued(Option<Instant>),
    /// Could not be sent: somebody has to look.
    Failed(Instant),
    /// It went out.
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
    /// In which language it is written, by its tag.
    pub language: String,
    /// What it says, in English, where it is written in another language.
    pub english: Option<String>,
    /// Subject line.
    pub subject: String,
    /// The text, with `{link}` still in it.
    pub body: String,
    /// Row key of the link.
    pub link: Option<i64>,
    /// Row keys of the program, and of the person it is written to.
    pub whose: (i64, Option<i64>),
    /// How far it has come.
    pub state: State,
    /// Why the last attempt failed.
    pub failure: Option<NotSent>,
    /// How often it was handed to a server.
    pub attempts: i64,
    /// Its `Message-ID`, from the first attempt on.
    pub letter_name: Option<String>,
    /// Who sent it by hand.
    pub sent_by: Option<String>,
    /// By which way it went.
    pub sent_via: Option<SentVia>,
    /// When it was written.
    pub created_at: Instant,
}

impl Message {
    /// True when there is a server for it and an address on it.
    pub fn has_a_way(&self, ways: Ways) -> bool {
        let way = match self.channel {
            NoticeChannel::Email => ways.mail,
            NoticeChannel::Text => ways.text,
            NoticeChannel::Letter | NoticeChannel::Phone => false,
        };
        way && self.to_address.is_some()
    }

    fn goes_by_itself(&self, ways: Ways, asked_again: Option<Instant>, now: Instant) -> bool {
        let newest = asked_again.map_or(self.created_at, |again| again.max(self.created_at));
        self.has_a_way(ways) && newest > now.plus_days(-GIVES_UP_AFTER_DAYS)
    }
}

/// Which part of the outbox.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shown {
    /// Held, waiting, or on its way.
    #[default]
    ToSend,
    /// An attempt failed.
    Trouble,
    /// Sent.
    Sent,
    /// Taken back.
    Stopped,
}

impl Shown {
    /// Every part.
    pub const ALL: [Self; 4] = [Self::ToSend, Self::Trouble, Self::Sent, Self::Stopped];

    /// In an address.
    pub fn code(self) -> &'static str {
        match self {
            Self::ToSend => "to-send",
            Self::Trouble => "trouble",
            Self::Sent => "sent",
            Self::Stopped => "stopped",
        }
    }

    /// As people read it.
    pub fn label(self) -> &'static str {
        match self {
            Self::ToSend => "To send",
            Self::Trouble => "Not delivered",
            Self::Sent => "Sent",
            Self::Stopped => "Taken back",
        }
    }

    /// From an address; anything else is what needs doing.
    pub fn parse(typed: &str) -> Self {
        Self::ALL.into_iter().find(|shown| shown.code() == typed).unwrap_or_default()
    }
}
