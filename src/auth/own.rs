//! Entrepreneurs who are inside: with a letter code, or with a code that was mailed or texted to them. Half an hour idle at most, and
//! two hours with a letter code, twelve with the others. What they may see is read anew on each request.
//!
//! On a device that stays signed in they see where things stand, and nothing else: every deed asks for a code.

pub mod devices;
pub mod door;
pub mod kept;
pub mod opens;

use super::House;
use super::codes::{self, Given};
use super::helpers::Helper;
use super::queries;
use super::queries::own::{Reached, reached_at};
use crate::config::Clock;
use crate::error::{Error, Result};
use crate::i18n::{self, Language};
use crate::store::{Actor, Keyring};
use crate::values::{ActorKind, CodeWay, Day, HelperLevel, Instant};
use crate::web::speech::{Asked, Known};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use rusqlite::Connection;
use tower_sessions::Session;

/// With a letter code.
const OLDEST_BY_LETTER_MS: i64 = 2 * 60 * 60 * 1000;
/// With a mailed code.
const OLDEST_BY_MAIL_MS: i64 = 12 * 60 * 60 * 1000;
/// Without a request for so long it is over.
pub const IDLE_MINUTES: i64 = 30;
/// How old the last note of life may be before it is written again.
const REFRESH_MS: i64 = 60 * 1000;
/// Name of [`Held`] in the entrepreneur's session.
pub(super) const HELD: &str = "own_visit";

/// What an entrepreneur's session holds.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
struct Held {
    person: i64,
    came: Came,
    since: i64,
    seen: i64,
}

/// How they came in, as the session holds it.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
enum Came {
    /// Row key of the letter code.
    Letter(i64),
    /// Keyed digest of the address that the code was mailed to: when it is changed, this visit is over.
    Mail(Vec<u8>),
    /// Row key of the helper.
    Helper(i64),
    /// Keyed digest of the number that the code was texted to: when it is changed, this visit is over.
    Text(Vec<u8>),
}

/// What proves who is asking.
#[derive(Debug, Clone)]
pub enum Proof {
    /// A letter code: staff handed it over, so it never shows stored answers about who somebody is.
    Letter(Given),
    /// A code that the program mailed itself. Since when this address was theirs: answers given before that day are not shown.
    Mailed {
        /// Empty: since they were registered.
        address_since: Option<Instant>,
    },
    /// A code that the person gave to somebody they trust. Never the person: no stored answers, no permissions, nobody's looks.
    Helper(Helper),
    /// A code that a gateway texted, or that was mailed to an address which somebody else has too: whoever keeps it may read the code, so it never shows stored answers about who somebody is.
    Texted,
    /// A device that stays signed in, by its row key: for looking at where things stand, and nothing else.
    Remembered(i64),
}

/// An entrepreneur who is inside.
#[derive(Debug, Clone)]
pub struct Inside {
    /// Row key of the person.
    pub person: i64,
    /// How they came in.
    pub proof: Proof,
    /// In which language they read: what they chose, what is known of them, or what their browser asks for.
    pub language: Language,
}

impl Inside {
    /// As the audit record names whoever acts here.
    pub fn actor(&self) -> Actor {
        match &self.proof {
            Proof::Letter(code) => Actor::new(ActorKind::Entrepreneur, format!("code {}", code.key)),
            Proof::Mailed { .. } | Proof::Texted | Proof::Remembered(_) => {
                Actor::new(ActorKind::Entrepreneur, format!("person {}", self.person))
            }
            Proof::Helper(helper) => Actor::new(ActorKind::Entrepreneur, queries::helpers::actor_of(helper)),
        }
    }

    /// Whoever acts for the person, if it is not the person.
    pub fn helper(&self) -> Option<&Helper> {
        match &self.proof {
            Proof::Helper(helper) => Some(helper),
            Proof::Letter(_) | Proof::Mailed { .. } | Proof::Texted | Proof::Remembered(_) => None,
        }
    }

    /// True for the person, and for a helper who may do more than see.
    pub fn may_act(&self) -> bool {
        self.helper().is_none_or(|helper| helper.level == HelperLevel::Act)
    }
}

impl Held {
    fn is_fresh(&self, now: i64) -> bool {
        let oldest = match self.came {
            Came::Letter(_) | Came::Helper(_) => OLDEST_BY_LETTER_MS,
            Came::Mail(_) | Came::Text(_) => OLDEST_BY_MAIL_MS,
        };
        now - self.since < oldest && now - self.seen < IDLE_MINUTES * 60 * 1000
    }
}

/// An entrepreneur on their own pages.
pub struct Entrepreneur(pub Inside);

impl FromRequestParts<House> for Entrepreneur {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self> {
        let session = parts.extensions.get::<Session>().cloned().ok_or(Error::NotFound)?;
        let inside = by_session(house, &session, Asked::of(&parts.headers)).await?;
        Known::note(&parts.extensions, inside.language);
        Ok(Self(inside))
    }
}

/// An entrepreneur on the pages that a device which stays signed in shows too.
pub struct AtHome(pub Inside);

impl FromRequestParts<House> for AtHome {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self> {
        let session = parts.extensions.get::<Session>().cloned().ok_or(Error::NotFound)?;
        let asked = Asked::of(&parts.headers);
        let inside = match by_session(house, &session, asked).await {
            Err(Error::NotFound) => devices::by_cookie(house, &parts.headers, asked).await?,
            inside => inside?,
        };
        Known::note(&parts.extensions, inside.language);
        Ok(Self(inside))
    }
}

async fn by_session(house: &House, session: &Session, asked: Asked) -> Result<Inside> {
    let held: Option<Held> = session.get(HELD).await.map_err(broken)?;
    let now = Clock::machine_now().millis();
    let held = held.filter(|held| held.is_fresh(now)).ok_or(Error::NotFound)?;
    if now - held.seen > REFRESH_MS {
        session.insert(HELD, Held { seen: now, ..held.clone() }).await.map_err(broken)?;
    }
    let (at, today) = (house.db.clock().now(), house.db.clock().today());
    let db = house.db.clone();
    house.db.read(move |conn| inside(conn, db.keys(), &held, asked, (at, today))).await
}

/// A code that was closed, or an address that was changed, opens nothing any more.
fn inside(conn: &Connection, keys: &Keyring, held: &Held, asked: Asked, (now, today): (Instant, Day)) -> Result<Inside> {
    let proof = match &held.came {
        Came::Letter(code) => Proof::Letter(codes::find_own(conn, *code, now)?),
        Came::Mail(mac) => {
            let (address, address_since) = queries::address_of(conn, held.person)?;
            let is_same = address.is_some_and(|address| keys.typed_name_mac(&address).as_slice() == mac.as_slice());
            if !is_same {
                return Err(Error::NotFound);
            }
            // Two people with one address could read each other's answers.
            if queries::is_shared(conn, held.person)? { Proof::Texted } else { Proof::Mailed { address_since } }
        }
        Came::Helper(key) => Proof::Helper(queries::helpers::find_live(conn, *key, today)?),
        Came::Text(mac) => {
            let reached = reached_at(conn, held.person, CodeWay::Text)?;
            reached.filter(|reached| reached.mac(keys) == *mac).ok_or(Error::NotFound)?;
            Proof::Texted
        }
    };
    Ok(Inside { person: held.person, proof, language: language_of(conn, held.person, asked)? })
}

fn language_of(conn: &Connection, person: i64, Asked(asked): Asked) -> Result<Language> {
    let (reads, speaks) = queries::languages_of(conn, person)?;
    Ok(i18n::of_person(reads.as_deref(), &speaks, asked))
}

/// Begins a visit for a letter code that was just opened.
pub async fn begin_by_letter(session: &Session, code: &Given) -> Result<()> {
    let person = code.person.ok_or(Error::NotFound)?;
    begin(session, person, Came::Letter(code.key)).await
}

/// Begins a visit for whoever brought back the code that was mailed to this address of theirs.
pub async fn begin_by_mail(session: &Session, keys: &Keyring, person: i64, address: &str) -> Result<()> {
    begin(session, person, Came::Mail(keys.typed_name_mac(address).to_vec())).await
}

/// Begins a visit for a helper whose code was just opened.
pub async fn begin_by_helper(session: &Session, helper: &Helper) -> Result<()> {
    begin(session, helper.person, Came::Helper(helper.key)).await
}

/// Begins a visit for whoever brought back a code that was texted to this number of theirs.
pub async fn begin_by_text(session: &Session, keys: &Keyring, person: i64, reached: &Reached) -> Result<()> {
    begin(session, person, Came::Text(reached.mac(keys))).await
}

/// What somebody had typed when their visit ended comes with them, if they are the one who typed it.
async fn begin(session: &Session, person: i64, came: Came) -> Result<()> {
    let typed = kept::of(session, person).await?;
    session.clear().await;
    session.cycle_id().await.map_err(broken)?;
    let now = Clock::machine_now().millis();
    if let Some(typed) = typed {
        kept::put(session, &typed).await?;
    }
    session.insert(HELD, Held { person, came, since: now, seen: now }).await.map_err(broken)
}

/// Ends it: the next person at this screen finds nothing.
pub async fn end(session: &Session) -> Result<()> {
    session.flush().await.map_err(broken)
}

fn broken(cause: tower_sessions::session::Error) -> Error {
    Error::internal(cause.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE: i64 = 60 * 1000;

    #[test]
    fn a_letter_code_opens_for_two_hours_and_a_code_that_was_sent_for_twelve() {
        for (came, minutes) in [(Came::Letter(7), 120), (Came::Mail(vec![7; 32]), 720), (Came::Text(vec![7; 32]), 720)] {
            let held = Held { person: 1, came, since: 0, seen: (minutes - 1) * MINUTE };
            assert!(held.is_fresh(minutes * MINUTE - 1) && !held.is_fresh(minutes * MINUTE), "{minutes}");
        }
    }

    #[test]
    fn half_an_hour_without_a_request_ends_it() {
        let held = Held { person: 1, came: Came::Mail(vec![7; 32]), since: 0, seen: 0 };
        assert!(held.is_fresh(30 * MINUTE - 1) && !held.is_fresh(30 * MINUTE));
    }
}
