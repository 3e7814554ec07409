//! Partners who are inside: by a link they opened, or by a code that was mailed to their address. Half an hour idle, and two hours at
//! most; twelve, like staff, for somebody who has an account.

use super::House;
use super::links::{Link, find_by_key};
use super::queries::{mailed, members};
use crate::config::Clock;
use crate::error::{Error, Result};
use crate::store::Actor;
use crate::values::{ActorKind, PartnerAccountId};
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use tower_sessions::Session;

/// A visit is two hours old at most.
const OLDEST_MS: i64 = 2 * 60 * 60 * 1000;
/// A visit with an account may be as old as a sign-in of staff.
const OLDEST_OF_ACCOUNT_MS: i64 = 12 * 60 * 60 * 1000;
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
    /// Row key of the account they work with, if they have one.
    #[serde(default)]
    account: Option<i64>,
}

impl Held {
    fn is_fresh(&self, now: i64) -> bool {
        now - self.since < if self.account.is_some() { OLDEST_OF_ACCOUNT_MS } else { OLDEST_MS }
    }
}

/// Somebody at a partner with an account: they see what is asked of their partner, whoever there was asked.
#[derive(Debug, Clone)]
pub struct Member {
    /// Row key of the account.
    pub key: i64,
    /// Its address.
    pub id: PartnerAccountId,
    /// Row key of the contact whose account it is.
    pub contact: i64,
    /// Their name.
    pub name: String,
    /// Row key of the partner they work for.
    pub partner: i64,
    /// Its name.
    pub partner_name: String,
    /// The program whose directory it stands in.
    pub program_name: String,
    /// Whom to call there.
    pub program_telephone: Option<String>,
}

impl Member {
    /// As the audit record names them.
    pub fn actor(&self) -> Actor {
        Actor::new(ActorKind::Partner, self.id.as_str())
    }
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
    /// The account they work with, read anew on each request.
    pub member: Option<Member>,
    /// Their accounts at other partners.
    pub elsewhere: Vec<Member>,
}

impl Visit {
    /// As the audit record names them.
    pub fn actor(&self) -> Actor {
        match (&self.member, &self.link, self.contacts.first()) {
            (Some(member), ..) => member.actor(),
            (None, Some(link), _) => link.actor(),
            (None, None, contact) => Actor::new(ActorKind::Partner, format!("contact {}", contact.copied().unwrap_or_default())),
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
    let held = held.filter(|held| held.is_fresh(now)).ok_or(Error::NotFound)?;
    if now - held.seen > REFRESH_MS {
        session.insert(VISIT, Held { seen: now, ..held.clone() }).await.map_err(broken)?;
    }
    let (at, asked) = (house.db.clock().now(), held.clone());
    let (link, (contacts, name), members) = house
        .db
        .read(move |conn| {
            let link = asked.link.map(|key| find_by_key(conn, key, at)).transpose()?;
            let members = if asked.account.is_some() { members::of_contacts(conn, &asked.contacts)? } else { Vec::new() };
            Ok((link, mailed::still_there(conn, &asked.contacts)?, members))
        })
        .await?;
    if link.is_none() && contacts.is_empty() {
        return Err(Error::NotFound);
    }
    let (chosen, elsewhere): (Vec<Member>, Vec<Member>) = members.into_iter().partition(|member| Some(member.key) == held.account);
    let member = chosen.into_iter().next();
    // Whoever signed in with an account that was ended is out at once, also where the address would still open a list.
    if held.account.is_some() && member.is_none() {
        return Err(Error::NotFound);
    }
    let name = match (&member, &link) {
        (Some(member), _) => member.name.clone(),
        (None, Some(_)) => held.name,
        (None, None) => name,
    };
    Ok(Visit { name, link, contacts, proved: held.proved, member, elsewhere })
}

/// A partner inside, by link or by code: they see the referrals of theirs.
pub struct PartnerLink(pub Visit);

/// A partner who came by a mailed code: they have a list.
pub struct PartnerInbox(pub Visit);

/// Somebody at a partner who signed in with an account.
pub struct PartnerMember(pub Visit, pub Member);

impl FromRequestParts<House> for PartnerMember {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self> {
        let visit = visit(parts, house).await?;
        let member = visit.member.clone().ok_or(Error::NotFound)?;
        Ok(Self(visit, member))
    }
}

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
    begin(session, Held { link: Some(link.key), contacts, since: now, seen: now, name: name.to_owned(), proved: false, account: None })
        .await
}

/// Begins a visit for whoever brought the code that was mailed to these contacts; with an account, where one of them has one.
pub async fn begin_by_code(session: &Session, contacts: Vec<i64>, account: Option<i64>) -> Result<()> {
    let now = Clock::machine_now().millis();
    begin(session, Held { link: None, contacts, since: now, seen: now, name: String::new(), proved: true, account }).await
}

/// From now on they work with another account of theirs. What it is, is read anew with the next request.
pub async fn work_with(session: &Session, account: i64) -> Result<()> {
    let held: Option<Held> = session.get(VISIT).await.map_err(broken)?;
    let held = held.ok_or(Error::NotFound)?;
    session.insert(VISIT, Held { account: Some(account), ..held }).await.map_err(broken)
}

/// True where somebody of this partner is inside with an account: a link they open need not end that.
pub async fn is_of(session: &Session, house: &House, partner: i64) -> Result<bool> {
    let held: Option<Held> = session.get(VISIT).await.map_err(broken)?;
    let Some(held) = held.filter(|held| held.is_fresh(Clock::machine_now().millis())) else { return Ok(false) };
    let Some(account) = held.account else { return Ok(false) };
    let members = house.db.read(move |conn| members::of_contacts(conn, &held.contacts)).await?;
    Ok(members.iter().any(|member| member.key == account && member.partner == partner))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_visit_is_two_hours_old_at_most_and_a_sign_in_with_an_account_twelve() {
        let held = |account| Held { link: None, contacts: vec![1], since: 0, seen: 0, name: String::new(), proved: true, account };
        let hours = |number: i64| number * 60 * 60 * 1000;
        for (account, now, is_fresh) in
            [(None, hours(2) - 1, true), (None, hours(2), false), (Some(7), hours(12) - 1, true), (Some(7), hours(12), false)]
        {
            assert_eq!(held(account).is_fresh(now), is_fresh, "{account:?} {now}");
        }
    }
}
