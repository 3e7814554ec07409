//! Private links of partners and entrepreneurs: 256 bits, kept as a digest, bound to what they open, dead when their time is over.

use super::House;
use crate::error::{Error, Result};
use crate::store::{Actor, Keyring, Tx, sha256};
use crate::values::{ActorKind, CodeKind, ContactId, Instant, LinkKind, Vocabulary, is_base32};
use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use rusqlite::{Connection, OptionalExtension, Row, named_params};
use std::collections::HashMap;

/// A live link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Row key.
    pub key: i64,
    /// What it opens.
    pub kind: LinkKind,
    /// Row key of the referral it opens.
    pub referral: Option<i64>,
    /// Row key of the person whose page it opens.
    pub person: Option<i64>,
    /// Row key of the partner's contact it was issued to.
    pub contact: Option<i64>,
    /// When it was issued.
    pub issued_at: Instant,
    /// When it dies.
    pub expires_at: Instant,
    /// When a single-use link did its work.
    pub used_at: Option<Instant>,
}

/// What a link is for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Target {
    /// Referral, by row key.
    pub referral: Option<i64>,
    /// Person, by row key.
    pub person: Option<i64>,
    /// Partner's contact, by row key.
    pub contact: Option<i64>,
}

impl LinkKind {
    /// How long such a link lives.
    pub fn lives_days(self) -> i64 {
        match self {
            Self::Status | Self::SelfIdentification => 90,
            Self::Partner | Self::Question => 14,
            Self::Outcome => 30,
            // Asked once a month: a landlord who is on leave still finds last month's link.
            Self::Sites => 45,
            // A member may change their words, or take them back, all through a year of their term; a yes to a story holds a year at
            // most, and whoever gave it by this link takes it back by this link.
            Self::Member | Self::Story => 365,
        }
    }

    /// Where such a link leads.
    pub fn path(self) -> &'static str {
        match self {
            Self::Status => "/s/",
            Self::SelfIdentification => "/about-me/",
            Self::Partner => "/p/",
            Self::Sites => "/u/",
            Self::Question => "/q/",
            Self::Outcome => "/o/",
            Self::Member => "/m/",
            Self::Story => "/y/",
        }
    }
}

/// Makes a link. Whoever audits the deed audits the link with it.
pub fn issue(tx: &Tx<'_>, kind: LinkKind, target: Target) -> Result<i64> {
    let nonce: [u8; 16] = tx.random()?;
    let token = tx.keys().link_token(kind.code(), &nonce);
    let sql = "
        INSERT INTO access_link (kind, nonce, token_hash, referral_id, person_id, contact_id, issued_at, expires_at)
        VALUES (:kind, :nonce, :hash, :referral, :person, :contact, :at, :expires)";
    tx.execute(
        sql,
        named_params! {
            ":kind": kind,
            ":nonce": nonce.as_slice(),
            ":hash": sha256(token.as_bytes()).as_slice(),
            ":referral": target.referral,
            ":person": target.person,
            ":contact": target.contact,
            ":at": tx.at(),
            ":expires": tx.at().plus_days(kind.lives_days()),
        },
    )?;
    Ok(tx.last_insert_rowid())
}

/// The address of a link, made again from the keyring: the database alone does not give it.
pub fn address(conn: &Connection, keys: &Keyring, public_url: &str, link: i64) -> Result<String> {
    let sql = "SELECT kind, nonce FROM access_link WHERE id = :id";
    let (kind, nonce): (LinkKind, Vec<u8>) = conn
        .prepare_cached(sql)?
        .query_row(named_params! { ":id": link }, |row| Ok((row.get("kind")?, row.get("nonce")?)))
        .optional()?
        .ok_or(Error::NotFound)?;
    Ok(format!("{public_url}{}{}", kind.path(), keys.link_token(kind.code(), &nonce)))
}

/// A live link by its token. Unknown, expired and closed ones look the same.
pub fn find(conn: &Connection, kind: LinkKind, token: &str, now: Instant) -> Result<Link> {
    // 256 bits in base32.
    if !is_base32(token, 52) {
        return Err(Error::NotFound);
    }
    let hash = sha256(token.as_bytes());
    let sql = "
        SELECT id, kind, referral_id, person_id, contact_id, issued_at, expires_at, used_at
        FROM access_link
        WHERE token_hash = :hash
          AND kind = :kind
          AND revoked_at IS NULL
          AND expires_at > :now";
    conn.prepare_cached(sql)?
        .query_row(named_params! { ":hash": hash.as_slice(), ":kind": kind, ":now": now }, read)
        .optional()?
        .ok_or(Error::NotFound)
}

/// A link of a kind by its token, dead or alive; none where there never was one.
pub fn find_ever(conn: &Connection, kind: LinkKind, token: &str) -> Result<Option<Link>> {
    if !is_base32(token, 52) {
        return Ok(None);
    }
    let hash = sha256(token.as_bytes());
    let sql = "
        SELECT id, kind, referral_id, person_id, contact_id, issued_at, expires_at, used_at
        FROM access_link
        WHERE token_hash = :hash
          AND kind = :kind";
    Ok(conn.prepare_cached(sql)?.query_row(named_params! { ":hash": hash.as_slice(), ":kind": kind }, read).optional()?)
}

/// Closes all but the newest links of a kind for a target. Whoever audits the deed audits this with it.
pub fn keep_newest(tx: &Tx<'_>, kind: LinkKind, target: Target, most: i64) -> Result<()> {
    let sql = "
        UPDATE access_link
        SET revoked_at = :now
        WHERE kind = :kind
          AND referral_id IS :referral
          AND contact_id IS :contact
          AND revoked_at IS NULL
          AND expires_at > :now
          AND id NOT IN (
              SELECT id
              FROM access_link
              WHERE kind = :kind
                AND referral_id IS :referral
                AND contact_id IS :contact
                AND revoked_at IS NULL
                AND expires_at > :now
              ORDER BY id DESC
              LIMIT :most
          )";
    let params = named_params! { ":now": tx.at(), ":kind": kind, ":referral": target.referral, ":contact": target.contact, ":most": most };
    tx.execute(sql, params)?;
    Ok(())
}

/// A live link by its row key.
pub fn find_by_key(conn: &Connection, key: i64, now: Instant) -> Result<Link> {
    let sql = "
        SELECT id, kind, referral_id, person_id, contact_id, issued_at, expires_at, used_at
        FROM access_link
        WHERE id = :key
          AND revoked_at IS NULL
          AND expires_at > :now";
    conn.prepare_cached(sql)?.query_row(named_params! { ":key": key, ":now": now }, read).optional()?.ok_or(Error::NotFound)
}

/// The newest live link of a kind for a target, if there is one.
pub fn newest(conn: &Connection, kind: LinkKind, target: Target, now: Instant) -> Result<Option<i64>> {
    let sql = "
        SELECT id
        FROM access_link
        WHERE kind = :kind
          AND referral_id IS :referral
          AND person_id IS :person
          AND contact_id IS :contact
          AND revoked_at IS NULL
          AND expires_at > :now
        ORDER BY id DESC
        LIMIT 1";
    let params =
        named_params! { ":kind": kind, ":referral": target.referral, ":person": target.person, ":contact": target.contact, ":now": now };
    Ok(conn.prepare_cached(sql)?.query_row(params, |row| row.get("id")).optional()?)
}

/// Uses a single-use link up; a second use finds nothing.
pub fn use_up(tx: &Tx<'_>, link: &Link) -> Result<()> {
    let sql = "UPDATE access_link SET used_at = :now WHERE id = :id AND used_at IS NULL AND revoked_at IS NULL";
    if tx.execute(sql, named_params! { ":now": tx.at(), ":id": link.key })? == 0 { Err(Error::NotFound) } else { Ok(()) }
}

/// Closes every link of a kind to a referral; with a partner's links go its letter codes.
pub fn close_for_referral(tx: &Tx<'_>, kind: LinkKind, referral: i64) -> Result<()> {
    let sql = "UPDATE access_link SET revoked_at = :now WHERE kind = :kind AND referral_id = :referral AND revoked_at IS NULL";
    tx.execute(sql, named_params! { ":now": tx.at(), ":kind": kind, ":referral": referral })?;
    if kind == LinkKind::Partner {
        super::codes::close_of(tx, CodeKind::Partner, referral, None)?;
    }
    Ok(())
}

/// Closes the status links to everything about a business. Whoever audits the deed audits this with it.
pub fn close_status_of(tx: &Tx<'_>, business: i64) -> Result<()> {
    let sql = "
        UPDATE access_link
        SET revoked_at = :now
        WHERE kind = 'status'
          AND revoked_at IS NULL
          AND referral_id IN (SELECT id FROM referral WHERE business_id = :business AND trainee_id IS NULL)";
    tx.execute(sql, named_params! { ":now": tx.at(), ":business": business })?;
    Ok(())
}

/// Closes a link. Whoever audits the deed audits this with it.
pub fn close(tx: &Tx<'_>, link: i64) -> Result<()> {
    let sql = "UPDATE access_link SET revoked_at = :now WHERE id = :link AND revoked_at IS NULL";
    tx.execute(sql, named_params! { ":now": tx.at(), ":link": link })?;
    Ok(())
}

/// Closes the links to a referral that nobody has used yet: a newer one takes their place.
pub fn close_unused(tx: &Tx<'_>, kind: LinkKind, referral: i64) -> Result<()> {
    let sql = "UPDATE access_link SET revoked_at = :now WHERE kind = :kind AND referral_id = :referral AND used_at IS NULL AND revoked_at IS NULL";
    tx.execute(sql, named_params! { ":now": tx.at(), ":kind": kind, ":referral": referral })?;
    Ok(())
}

/// Closes every link and letter code that a partner's contact holds.
pub fn close_for_contact(tx: &Tx<'_>, contact: &ContactId) -> Result<()> {
    let sql = "
        UPDATE access_link
        SET revoked_at = :now
        WHERE contact_id = (SELECT id FROM partner_contact WHERE public_id = :contact)
          AND revoked_at IS NULL";
    tx.execute(sql, named_params! { ":now": tx.at(), ":contact": contact })?;
    super::codes::close_for_contact(tx, contact)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Link> {
    Ok(Link {
        key: row.get("id")?,
        kind: row.get("kind")?,
        referral: row.get("referral_id")?,
        person: row.get("person_id")?,
        contact: row.get("contact_id")?,
        issued_at: row.get("issued_at")?,
        expires_at: row.get("expires_at")?,
        used_at: row.get("used_at")?,
    })
}

/// Whoever holds an entrepreneur's link to a status page: the link, and its token for the forms of the page.
pub struct StatusLink(pub Link, pub String);

/// Whoever holds a link to a self-identification page. On a device that was handed over it is used up with the last page.
pub struct SelfIdLink(pub Link, pub String);

async fn from_path(parts: &mut Parts, house: &House, kind: LinkKind) -> Result<(Link, String)> {
    let Path(token) = Path::<String>::from_request_parts(parts, house).await.map_err(|_| Error::NotFound)?;
    found(house, kind, token).await
}

/// As [`from_path`], where the address names more than the token.
async fn from_path_of(parts: &mut Parts, house: &House, kind: LinkKind) -> Result<(Link, String)> {
    let Path(mut names) = Path::<HashMap<String, String>>::from_request_parts(parts, house).await.map_err(|_| Error::NotFound)?;
    found(house, kind, names.remove("token").ok_or(Error::NotFound)?).await
}

async fn found(house: &House, kind: LinkKind, token: String) -> Result<(Link, String)> {
    let (wanted, now) = (token.clone(), house.db.clock().now());
    let link = house.db.read(move |conn| find(conn, kind, &wanted, now)).await?;
    Ok((link, token))
}

impl FromRequestParts<House> for StatusLink {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self> {
        from_path(parts, house, LinkKind::Status).await.map(|(link, token)| Self(link, token))
    }
}

impl FromRequestParts<House> for SelfIdLink {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self> {
        let (link, token) = from_path_of(parts, house, LinkKind::SelfIdentification).await?;
        if link.used_at.is_some() { Err(Error::NotFound) } else { Ok(Self(link, token)) }
    }
}

/// Whoever holds a partner's link that nobody has used yet: the link, and its token for the form of the page.
pub struct PartnerToken(pub Link, pub String);

impl FromRequestParts<House> for PartnerToken {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self> {
        let (link, token) = from_path(parts, house, LinkKind::Partner).await?;
        if link.used_at.is_some() { Err(Error::NotFound) } else { Ok(Self(link, token)) }
    }
}

/// Whoever holds a landlord's link to its own units: the link, and its token for the forms of the page. It works for a month, not once.
pub struct SitesLink(pub Link, pub String);

impl FromRequestParts<House> for SitesLink {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self> {
        from_path(parts, house, LinkKind::Sites).await.map(|(link, token)| Self(link, token))
    }
}

/// Whoever holds a link to a question that nobody has answered yet.
pub struct QuestionLink(pub Link, pub String);

impl FromRequestParts<House> for QuestionLink {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self> {
        let (link, token) = from_path(parts, house, LinkKind::Question).await?;
        if link.used_at.is_some() { Err(Error::NotFound) } else { Ok(Self(link, token)) }
    }
}

/// Whoever holds a link that asks an entrepreneur whether an outcome is so. Once answered it says that, and no more.
pub struct OutcomeLink(pub Link, pub String);

impl FromRequestParts<House> for OutcomeLink {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self> {
        from_path(parts, house, LinkKind::Outcome).await.map(|(link, token)| Self(link, token))
    }
}

/// Whoever holds a link that asks whether a story may be shown. It works for as long as a yes may hold, not once: by it the yes is taken back.
pub struct StoryLink(pub Link, pub String);

impl FromRequestParts<House> for StoryLink {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self> {
        from_path(parts, house, LinkKind::Story).await.map(|(link, token)| Self(link, token))
    }
}

/// Whoever holds the link of a member of a deciding body to their own page. It works for a year, not once.
pub struct MemberLink(pub Link, pub String);

impl FromRequestParts<House> for MemberLink {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self> {
        from_path(parts, house, LinkKind::Member).await.map(|(link, token)| Self(link, token))
    }
}

impl Link {
    /// As the audit record names whoever holds it.
    pub fn actor(&self) -> Actor {
        let is_partner = matches!(self.kind, LinkKind::Partner | LinkKind::Sites | LinkKind::Question);
        let kind = match self.kind {
            // Somebody on a board is neither a client nor a partner, and nobody is signed in.
            LinkKind::Member => ActorKind::Nobody,
            _ if is_partner => ActorKind::Partner,
            _ => ActorKind::Entrepreneur,
        };
        Actor::new(kind, format!("link {}", self.key))
    }
}
