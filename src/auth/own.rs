//! Entrepreneurs who are inside: with a letter code, or with a code that was mailed to their address. Half an hour idle at most, and
//! two hours with a letter code, twelve with a mailed one. What they may see is read anew on each request.

use super::House;
use super::codes::{self, Given};
use super::helpers::{self, Helper};
use super::queries;
use crate::config::Clock;
use crate::error::{Error, Result};
use crate::i18n::{self, Language};
use crate::store::{Actor, Keyring};
use crate::values::{ActorKind, Day, HelperLevel, Instant};
use crate::web::speech::{Asked, Known};
use axum::extract::FromRequestParts;
use axum::http::Method;
use axum::http::request::Parts;
use rusqlite::Connection;
use tower_sessions::Session;

/// With a letter code.
const OLDEST_BY_LETTER_MS: i64 = 2 * 60 * 60 * 1000;
/// With a mailed code.
const OLDEST_BY_MAIL_MS: i64 = 12 * 60 * 60 * 1000;
/// How old the last note of life may be before it is written again: half an hour without any ends the session.
const REFRESH_MS: i64 = 5 * 60 * 1000;
/// Name of [`Held`] in the entrepreneur's session.
const HELD: &str = "own_visit";

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
            Proof::Mailed { .. } => Actor::new(ActorKind::Entrepreneur, format!("person {}", self.person)),
            Proof::Helper(helper) => Actor::new(ActorKind::Entrepreneur, queries::helpers::actor_of(helper)),
        }
    }

    /// Whoever acts for the person, if it is not the person.
    pub fn helper(&self) -> Option<&Helper> {
        match &self.proof {
            Proof::Helper(helper) => Some(helper),
            Proof::Letter(_) | Proof::Mailed { .. } => None,
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
            Came::Mail(_) => OLDEST_BY_MAIL_MS,
        };
        now - self.since < oldest
    }
}

/// An entrepreneur on their own pages.
pub struct Entrepreneur(pub Inside);

impl FromRequestParts<House> for Entrepreneur {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self> {
        let session = parts.extensions.get::<Session>().cloned().ok_or(Error::NotFound)?;
        let held: Option<Held> = session.get(HELD).await.map_err(broken)?;
        let now = Clock::machine_now().millis();
        let held = held.filter(|held| held.is_fresh(now)).ok_or(Error::NotFound)?;
        if now - held.seen > REFRESH_MS {
            session.insert(HELD, Held { seen: now, ..held.clone() }).await.map_err(broken)?;
        }
        let (at, today) = (house.db.clock().now(), house.db.clock().today());
        let db = house.db.clone();
        let asked = Asked::of(&parts.headers);
        let inside = house.db.read(move |conn| inside(conn, db.keys(), &held, asked, (at, today))).await?;
        Known::note(&parts.extensions, inside.language);
        match inside.helper() {
            // A helper meets a closed page as one that is not there, and a deed they may not do as refused.
            Some(helper) if !helpers::may(&parts.method, parts.uri.path(), helper.level) => {
                Err(if parts.method == Method::POST { Error::Forbidden } else { Error::NotFound })
            }
            _ => Ok(Self(inside)),
        }
    }
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
            Proof::Mailed { address_since }
        }
        Came::Helper(key) => Proof::Helper(queries::helpers::find_live(conn, *key, today)?),
    };
    let (reads, speaks) = queries::languages_of(conn, held.person)?;
    Ok(Inside { person: held.person, proof, language: i18n::of_person(reads.as_deref(), &speaks, asked.0) })
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

async fn begin(session: &Session, person: i64, came: Came) -> Result<()> {
    session.clear().await;
    session.cycle_id().await.map_err(broken)?;
    let now = Clock::machine_now().millis();
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

    #[test]
    fn a_letter_code_opens_for_two_hours_and_a_mailed_one_for_twelve() {
        let held = |came| Held { person: 1, came, since: 0, seen: 0 };
        let hours = |number: i64| number * 60 * 60 * 1000;
        assert!(held(Came::Letter(7)).is_fresh(hours(2) - 1) && !held(Came::Letter(7)).is_fresh(hours(2)));
        let mailed = held(Came::Mail(vec![7; 32]));
        assert!(mailed.is_fresh(hours(12) - 1) && !mailed.is_fresh(hours(12)));
    }
}
