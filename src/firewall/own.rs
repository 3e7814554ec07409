//! A person's own answers, for their own eyes: only for whoever came with a code that the program mailed itself, to an address that was
//! theirs already when they answered. A link or a letter code passes through the hands of staff, so it never opens this door.

mod views;

pub use views::own_answer;

use super::Firewalled;
use super::door::{Reply, Saved, saved};
use super::reading::replies_of;
use crate::auth::own::{Inside, Proof};
use crate::error::Result;
use crate::store::Keyring;
use crate::values::{Instant, Question, Vocabulary};
use rusqlite::Connection;

/// Eyes that may read: made of nothing but a visit that began with a mailed code.
///
/// ```compile_fail
/// fn peek(person: i64) -> fairfloor::firewall::OwnEyes { fairfloor::firewall::OwnEyes { person, address_since: None } }
/// ```
pub struct OwnEyes {
    person: i64,
    address_since: Option<Instant>,
}

impl OwnEyes {
    /// Of a visit; none where it began with anything but a code that the program mailed.
    pub fn of(inside: &Inside) -> Option<Self> {
        match inside.proof {
            Proof::Mailed { address_since } => Some(Self { person: inside.person, address_since }),
            Proof::Letter(_) | Proof::Texted | Proof::Remembered(_) | Proof::Helper(_) => None,
        }
    }
}

/// What is held of one's own. It can't be shown, logged, serialized, compared or copied: [`own_answer`] draws it.
///
/// ```compile_fail
/// fn log(own: fairfloor::firewall::Own) -> String { format!("{own:?}") }
/// ```
/// ```compile_fail
/// fn show(own: fairfloor::firewall::Own) -> String { own.to_string() }
/// ```
/// ```compile_fail
/// fn take(own: fairfloor::firewall::Own) -> usize { own.entries.len() }
/// ```
pub struct Own {
    entries: Vec<Entry>,
}

struct Entry {
    saved: Saved,
    reply: Seen,
}

enum Seen {
    Open(Firewalled<Reply>),
    /// It was not said in a visit that began with a mailed code, or the address was changed since: whoever set it could read the code.
    Hidden,
}

impl Own {
    fn on(&self, question: Question) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.saved.question == question)
    }

    /// True where something is kept back because the address was changed since.
    pub fn hides_some(&self) -> bool {
        self.entries.iter().any(|entry| matches!(entry.reply, Seen::Hidden))
    }
}

/// Reads one's own answers.
pub fn own(conn: &Connection, keys: &Keyring, eyes: &OwnEyes) -> Result<Own> {
    let mut replies = replies_of(conn, keys, eyes.person, |_, _| true)?;
    let mut entries = Vec::new();
    for saved in saved(conn, keys, eyes.person)? {
        let Some(reply) = replies.remove(saved.question.code()) else { continue };
        let is_theirs = match (eyes.address_since, reply.open().at) {
            // A page that was passed over says nothing: there is nothing to keep back.
            _ if saved.is_skipped => true,
            _ if !reply.open().by_mail => false,
            (None, _) => true,
            (Some(since), Some(at)) => since.millis() <= at,
            // Nobody wrote down at what hour: the day alone could be the day of the change.
            (Some(_), None) => false,
        };
        let reply = if is_theirs { Seen::Open(reply) } else { Seen::Hidden };
        entries.push(Entry { saved, reply });
    }
    Ok(Own { entries })
}
