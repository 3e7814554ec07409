//! Stories: how it went for a client, told outside only in words that the client agreed to, and only while they do.
//!
//! What stands on the public page, in a report and in a file is read from the yes itself and never from what staff wrote since: a text
//! that nobody agreed to has no way out. A yes holds for this text, these uses and a year at most. The first who says stop stops it: the
//! person, by one press; staff; whoever changes a word of it; the end of the case; a deletion. Nothing of a story is ever frozen into a
//! release, so that nothing of it stays behind.
//!
//! Who somebody is stands in a story only where they say it of themselves: the page says so to whoever writes, and it is counted nowhere.

pub mod asked;
pub mod form;
pub mod queries;
mod routes;
mod telling;
pub mod views;

pub use routes::routes;

use crate::i18n::Language;
use crate::store::digest;
use crate::values::{AnswerWay, ClientId, Day, Instant, StoryDeed, StoryEnd, StoryId, StoryName};

/// How many characters a title may have.
pub const MOST_TITLE: usize = 120;
/// How many characters a story may have: a page.
pub const MOST_WORDS: usize = 4000;
/// A yes holds so many days at most.
pub const LONGEST_DAYS: i64 = 365;
/// So many days before its last the client is told, and can keep it for longer.
pub const WARN_DAYS: i64 = 30;

/// Where a story may stand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Uses {
    /// On a public page of its own.
    pub public: bool,
    /// In reports to those who give money, as long as they are drawn anew each time.
    pub reports: bool,
    /// In files that the program hands on.
    pub export: bool,
}

impl Uses {
    /// True where it may stand nowhere.
    pub fn is_none(self) -> bool {
        self == Self::default()
    }

    /// Only what both allow.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self { public: self.public && other.public, reports: self.reports && other.reports, export: self.export && other.export }
    }

    /// Each with the key of its words, and whether it is meant.
    pub fn each(self) -> [(&'static str, bool); 3] {
        [("public", self.public), ("reports", self.reports), ("export", self.export)]
    }
}

/// What a form may change of a story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// Its title.
    pub title: String,
    /// Plain text; paragraphs are parted by empty lines.
    pub words: String,
    /// How the client is named in it.
    pub named_as: StoryName,
    /// What stands for a name. Never empty where there is none.
    pub described: Option<String>,
    /// In which language it is written.
    pub language: Language,
    /// What the client is asked for. Never nothing.
    pub uses: Uses,
}

/// A story as readers see it: what a yes is to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Its title.
    pub title: String,
    /// Its words.
    pub words: String,
    /// The name, or what stands for one.
    pub named: String,
    /// In which language.
    pub language: Language,
}

impl Shown {
    /// What the very text is known by: SHA-256 of all of it, each part with its length so that none runs into the next.
    pub fn hash(&self) -> String {
        let parts = [self.language.code(), &self.title, &self.named, &self.words];
        digest(parts.map(|part| format!("{}:{part}", part.len())).concat().as_bytes())
    }

    /// Its paragraphs.
    pub fn paragraphs(&self) -> impl Iterator<Item = &str> {
        self.words.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty())
    }
}

/// Where a story stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Nobody was asked yet about these words.
    Draft,
    /// The client was asked, and has not answered.
    Asked,
    /// The client agrees: it is shown.
    Live,
    /// The client said no.
    Refused,
    /// The client wants it different.
    Wished,
    /// The client took the yes back, or staff took it down.
    Withdrawn,
    /// The yes came to its last day, or whoever gave it is a client no more.
    Over,
    /// Staff took the story back.
    Ended,
}

impl State {
    /// Every one, in the order of a list to choose from.
    pub const ALL: [Self; 8] =
        [Self::Draft, Self::Asked, Self::Live, Self::Refused, Self::Wished, Self::Withdrawn, Self::Over, Self::Ended];

    /// As an address says it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Asked => "asked",
            Self::Live => "live",
            Self::Refused => "refused",
            Self::Wished => "wished",
            Self::Withdrawn => "withdrawn",
            Self::Over => "over",
            Self::Ended => "ended",
        }
    }

    /// As an address says it.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.code() == code)
    }

    /// As staff read it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Draft => "Draft",
            Self::Asked => "Asked, no answer yet",
            Self::Live => "Shown",
            Self::Refused => "The client said no",
            Self::Wished => "The client wants it different",
            Self::Withdrawn => "Taken down",
            Self::Over => "The yes is over",
            Self::Ended => "Taken back",
        }
    }
}

/// The newest yes to a story, live or over.
#[derive(Debug, Clone)]
pub struct Yes {
    /// Row key.
    pub key: i64,
    /// Row key of the person who said it.
    pub person: i64,
    /// The very text.
    pub shown: Shown,
    /// What for.
    pub uses: Uses,
    /// The question as it was read out or shown, and in which language.
    pub asked: (String, Language),
    /// How it was given.
    pub way: AnswerWay,
    /// Who heard it, where it was spoken.
    pub witness: Option<String>,
    /// When.
    pub granted_at: Instant,
    /// The last day.
    pub expires_on: Day,
    /// When it ended early, and by what.
    pub ended: Option<(Instant, StoryEnd)>,
}

/// A step of a story.
#[derive(Debug, Clone)]
pub struct Step {
    /// What was done.
    pub what: StoryDeed,
    /// How the client said it.
    pub way: Option<AnswerWay>,
    /// Who of staff did it or heard it.
    pub by: Option<String>,
    /// What the client wants different.
    pub words: Option<String>,
    /// When.
    pub at: Instant,
}

/// A story.
#[derive(Debug, Clone)]
pub struct Story {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: StoryId,
    /// Program: row key and name.
    pub program: (i64, String),
    /// Business: row key, address, number and name.
    pub client: (i64, ClientId, i64, String),
    /// Row key and name of whoever wrote it down.
    pub author: (i64, String),
    /// What is written.
    pub facts: Facts,
    /// First name of whoever is spoken to about the business; empty where there is nobody.
    pub first_name: String,
    /// True while the business is a client of the program.
    pub is_client: bool,
    /// Where it stands.
    pub state: State,
    /// The newest yes.
    pub yes: Option<Yes>,
    /// What the client wants different, while nothing was changed since.
    pub wish: Option<String>,
    /// When the client was last asked.
    pub asked_at: Option<Instant>,
    /// Counts edits.
    pub version: i64,
    /// When it was written down.
    pub created_at: Instant,
}

impl Story {
    /// As it would be shown today, if somebody agreed. No name where somebody has none that could stand there.
    pub fn shown(&self) -> Shown {
        let facts = &self.facts;
        let named = match facts.named_as {
            StoryName::Business => self.client.3.clone(),
            StoryName::FirstName => self.first_name.clone(),
            StoryName::Described => facts.described.clone().unwrap_or_default(),
        };
        Shown { title: facts.title.clone(), words: facts.words.clone(), named, language: facts.language }
    }

    /// The yes that holds.
    pub fn live(&self) -> Option<&Yes> {
        self.yes.as_ref().filter(|_| self.state == State::Live)
    }

    /// True where the client can say yes by themselves: they were asked about these very words, and it is not shown for long yet.
    pub fn may_agree(&self, today: Day) -> bool {
        let was_asked = !matches!(self.state, State::Draft | State::Ended | State::Live);
        self.is_client && (was_asked || self.ends_soon(today))
    }

    /// True while the yes ends so soon that it can be kept for longer.
    pub fn ends_soon(&self, today: Day) -> bool {
        self.live().is_some_and(|yes| today.days_until(yes.expires_on) <= WARN_DAYS)
    }

    /// True while an answer is waited for: the client was asked, or may keep it for longer.
    pub fn waits_for_client(&self, today: Day) -> bool {
        self.state == State::Asked || self.ends_soon(today)
    }
}

/// What a client says of a story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// It may be shown: where, and until when.
    Agreed(Uses, Day),
    /// It may not.
    Refused,
    /// It should say something else.
    Wished(String),
}

/// A story that anybody may read.
#[derive(Debug, Clone)]
pub struct Told {
    /// Address.
    pub id: StoryId,
    /// The very text.
    pub shown: Shown,
    /// Name of the program.
    pub program: String,
    /// The last day.
    pub expires_on: Day,
}

/// Which stories of a list are shown.
#[derive(Debug, Clone, Copy, Default)]
pub struct Filter {
    /// In this state.
    pub state: Option<State>,
    /// Of this program, by row key.
    pub program: Option<i64>,
    /// Whose yes ends by this day.
    pub until: Option<Day>,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(title: &str, named: &str, words: &str) -> Shown {
        Shown { title: title.to_owned(), named: named.to_owned(), words: words.to_owned(), language: Language::english() }
    }

    #[test]
    fn the_hash_is_of_the_very_text_and_nothing_runs_into_the_next() {
        let one = shown("A lease", "Rosa", "She signed.");
        assert_eq!(one.hash(), one.clone().hash());
        assert_eq!(one.hash().len(), 64);
        let spanish = Shown { language: Language::find("es").unwrap(), ..one.clone() };
        for other in [
            shown("A lease ", "Rosa", "She signed."),
            shown("A lease", "Ros", "aShe signed."),
            shown("A", " leaseRosa", "She signed."),
            spanish,
        ] {
            assert_ne!(one.hash(), other.hash(), "{other:?}");
        }
    }

    #[test]
    fn paragraphs_are_parted_by_empty_lines() {
        let two = shown("T", "N", "One.\nStill one.\n\n\n\nTwo.\n\n");
        assert_eq!(two.paragraphs().collect::<Vec<_>>(), ["One.\nStill one.", "Two."]);
    }

    #[test]
    fn a_state_says_itself_again() {
        for state in State::ALL {
            assert_eq!(State::parse(state.code()), Some(state));
        }
        assert_eq!(State::parse("shown to all"), None);
    }

    #[test]
    fn only_what_both_allow_is_allowed() {
        let (all, two) = (Uses { public: true, reports: true, export: true }, Uses { public: true, reports: false, export: true });
        assert_eq!(all.and(two), two);
        assert!(two.and(Uses { reports: true, ..Uses::default() }).is_none());
    }
}
