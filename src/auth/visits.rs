//! Partners who are inside: by a link they opened, or by a code that was mailed to their address. Half an hour idle, two hours at most.

use super::House;
use super::links::{Link, find_by_key};
use super::queries::mailed;
use crate::config::Clock;
use crate::error::{Error, Result};
use crate::store::Actor;
use crate::values::ActorKind;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use tower_sessions::Session;

/// A visit is two hours old at most.
const OLDEST_MS: i64 = 2 * 60 * 60 * 1000;
/// How old the last note of life may be before it is written again: half an hour without any ends the session.
const REFRESH_MS: i64 = 5 * 60 * 1000;
/// Name of [`Held`] in the partner's session.
const VISIT: &str = "partner_visit";

/// What a partner's session holds.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
struct Held {
    /// Row key of the link that was opened.
    link: Option<i64>,
    /// Row keys of the contacts whose address got the code.
    contacts: Vec<i64>,
    since: i64,
    seen: i64,
    name: String,
    /// A code that was mailed to the address came back from here.
    proved: bool,
}

/// A partner who is inside.
#[derive(Debug, Clone)]
pub struct Visit {
    /// The link they opened; none for whoever came by code.
    pub link: Option<Link>,
    /// Row keys of the contacts that they are: open ones only. One, by link.
    pub contacts: Vec<i64>,
    /// The name they gave, or that we know them by.
    pub name: String,
    /// A code that was mailed to the address came back from this browser.
    pub proved: bool,
}

impl Visit {
    /// As the audit record names them.
    pub fn actor(&self) -> Actor {
        match (&self.link, self.contacts.first()) {
            (Some(link), _) => link.actor(),
            (None, contact) => Actor::new(ActorKind::Partner, format!("contact {}", contact.copied().unwrap_or_default())),
        }
    }
}

fn broken(cause: tower_sessions::session::Error) -> Error {
    Error::internal(cause.to_string())
}

async fn visit(parts: &Parts, house: &House) -> Result<Visit> {
    let session = parts.extensions.get::<Session>().cloned().ok_or(Error::NotFound)?;
    let held: Option<Held> = session.get(VISIT).await.map_err(broken)?;
    let now = Clock::machine_now().millis();
    let held = held.filter(|held| now - held.since < OLDEST_MS).ok_or(Error::NotFound)?;
    if now - held.seen > REFRESH_MS {
        session.insert(VISIT, Held { seen: now, ..held.clone() }).await.map_err(broken)?;
    }
    let (at, asked) = (house.db.clock().now(), held.clone());
    let (link, (contacts, name)) = house
        .db
        .read(move |conn| {
            let link = asked.link.map(|key| find_by_key(conn, key, at)).transpose()?;
            Ok((link, mailed::still_there(conn, &asked.contacts)?))
        })
        .await?;
    if link.is_none() && contacts.is_empty() {
        return Err(Error::NotFound);
    }
    Ok(Visit { name: if link.is_some() { held.name } else { name }, link, contacts, proved: held.proved })
}

/// A partner inside, by link or by code: they see the referrals of theirs.
pub struct PartnerLink(pub Visit);

/// A partner who came by a mailed code: they have a list.
pub struct PartnerInbox(pub Visit);

impl FromRequestParts<House> for PartnerLink {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self> {
        visit(parts, house).await.map(Self)
    }
}

impl FromRequestParts<House> for PartnerInbox {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self> {
        let visit = visit(parts, house).await?;
        if visit.link.is_none() { Ok(Self(visit)) } else { Err(Error::NotFound) }
    }
}

async fn begin(session: &Session, held: Held) -> Result<()> {
    session.clear().await;
    session.cycle_id().await.map_err(broken)?;
    session.insert(VISIT, held).await.map_err(broken)
}

/// Begins a visit for a link that was just used up.
pub async fn begin_by_link(session: &Session, link: &Link, name: &str) -> Result<()> {
    let now = Clock::machine_now().millis();
    let contacts = link.contact.into_iter().collect();
    begin(session, Held { link: Some(link.key), contacts, since: now, seen: now, name: name.to_owned(), proved: false }).await
}

/// Begins a visit for whoever brought the code that was mailed to these contacts.
pub async fn begin_by_code(session: &Session, contacts: Vec<i64>) -> Result<()> {
    let now = Clock::machine_now().millis();
    begin(session, Held { link: None, contacts, since: now, seen: now, name: String::new(), proved: true }).await
}

/// Notes that the code which was mailed to the address came back from this browser.
pub async fn note_proved(session: &Session) -> Result<()> {
    let held: Option<Held> = session.get(VISIT).await.map_err(broken)?;
    let held = held.ok_or(Error::NotFound)?;
    session.insert(VISIT, Held { proved: true, ..held }).await.map_err(broken)
}

/// Ends a visit.
pub async fn end(session: &Session) -> Result<()> {
    session.flush().await.map_err(broken)
}
