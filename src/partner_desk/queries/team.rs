//! What a partner's people see with an account: every request to their partner, as far as each may be seen.

use crate::auth::visits::Member;
use crate::consent;
use crate::error::{Error, Result};
use crate::partner_desk::{shown_fields, shown_needs};
use crate::partners::queries as partners;
use crate::people::queries as people;
use crate::referrals::lifecycle::Status;
use crate::referrals::sharing::{self, Rough};
use crate::referrals::{Referral, queries};
use crate::store::{Object, Tx};
use crate::values::{ContactId, Day, ReferralId, SharedField};
use rusqlite::{Connection, OptionalExtension, named_params};

/// Sent, not over, and with a permission to share that holds.
const OPEN: &str = "
    referral.status IN ('requested', 'received', 'accepted', 'in-progress', 'on-hold')
    AND EXISTS (
        SELECT 1
        FROM consent
        WHERE consent.referral_id = referral.id
          AND consent.partner_id = referral.partner_id
          AND consent.ended_at IS NULL
          AND consent.expires_on >= :today)";

/// Asked from here, and over for less than a year: that it was asked, and how it ended. Nothing else is shown of it. What a file told was
/// asked elsewhere, and no client here ever agreed to show it.
const CLOSED: &str = "
    referral.status IN ('rejected', 'completed', 'failed', 'cancelled')
    AND referral.sent_at IS NOT NULL
    AND EXISTS (SELECT 1 FROM consent WHERE consent.referral_id = referral.id AND consent.partner_id = referral.partner_id)
    AND date(referral.ended_at / 1000, 'unixepoch', '+365 days') >= :today";

/// Which part of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shown {
    /// The partner has the next move.
    #[default]
    Turn,
    /// All that are open.
    Open,
    /// Those that are over.
    Closed,
}

impl Shown {
    /// Every part.
    pub const ALL: [Self; 3] = [Self::Turn, Self::Open, Self::Closed];

    /// In an address.
    pub fn code(self) -> &'static str {
        match self {
            Self::Turn => "turn",
            Self::Open => "open",
            Self::Closed => "closed",
        }
    }

    /// As people read it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Turn => "Your turn",
            Self::Open => "All open",
            Self::Closed => "Closed",
        }
    }

    /// From an address; anything else is what waits for them.
    pub fn parse(typed: &str) -> Self {
        Self::ALL.into_iter().find(|shown| shown.code() == typed).unwrap_or_default()
    }

    fn condition(self) -> String {
        match self {
            Self::Turn => format!("{OPEN} AND referral.waiting_on = 'partner'"),
            Self::Open => OPEN.to_owned(),
            Self::Closed => CLOSED.to_owned(),
        }
    }

    fn order(self) -> &'static str {
        match self {
            Self::Turn | Self::Open => "referral.due_on IS NULL, referral.due_on, referral.id",
            Self::Closed => "referral.ended_at DESC, referral.id DESC",
        }
    }
}

/// How many stand in each part of the list: of the whole partner, or of one contact.
pub fn counts(conn: &Connection, partner: i64, contact: Option<i64>, today: Day) -> Result<[i64; 3]> {
    let mut counts = [0; 3];
    for (count, shown) in counts.iter_mut().zip(Shown::ALL) {
        let sql = format!(
            "SELECT count(*)
             FROM referral
             WHERE referral.partner_id = :partner
               AND (:contact IS NULL OR referral.contact_id = :contact)
               AND {}",
            shown.condition()
        );
        let params = named_params! { ":partner": partner, ":contact": contact, ":today": today };
        *count = conn.prepare_cached(&sql)?.query_row(params, |row| row.get(0))?;
    }
    Ok(counts)
}

/// A part of the list, the most urgent or the last ended first: of the whole partner, or of one contact.
pub fn list(
    conn: &Connection,
    partner: i64,
    contact: Option<i64>,
    shown: Shown,
    today: Day,
    (skip, limit): (i64, i64),
) -> Result<Vec<Referral>> {
    let sql = format!(
        "SELECT referral.id
         FROM referral
         WHERE referral.partner_id = :partner
           AND (:contact IS NULL OR referral.contact_id = :contact)
           AND {}
         ORDER BY {}
         LIMIT :limit OFFSET :skip",
        shown.condition(),
        shown.order()
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let params = named_params! { ":partner": partner, ":contact": contact, ":today": today, ":skip": skip, ":limit": limit };
    let keys = statement.query_map(params, |row| row.get::<_, i64>("id"))?.collect::<rusqlite::Result<Vec<_>>>()?;
    keys.into_iter().map(|key| queries::find(conn, key)).collect()
}

/// An open request to a partner. Another partner's looks exactly like none.
pub fn find_open(conn: &Connection, partner: i64, id: &ReferralId, today: Day) -> Result<Referral> {
    let sql = format!("SELECT referral.id FROM referral WHERE referral.public_id = :id AND referral.partner_id = :partner AND {OPEN}");
    let params = named_params! { ":id": id, ":partner": partner, ":today": today };
    let key = conn.prepare_cached(&sql)?.query_row(params, |row| row.get("id")).optional()?.ok_or(Error::NotFound)?;
    queries::find(conn, key)
}

/// What may be seen of a request on a day, as its page shows it.
pub struct Disclosed {
    /// Sector, size and area.
    pub rough: Rough,
    /// The facts its kind needs.
    pub needs: Vec<(&'static str, String)>,
    /// What the client agreed to, after the partner's yes.
    pub fields: Vec<(SharedField, String)>,
}

/// What the partner may see of an open request now: the same as on its page.
pub fn disclosed(conn: &Connection, referral: &Referral, today: Day) -> Result<Disclosed> {
    let client = people::find_in(conn, referral.business, referral.program)?;
    let workers = people::workers(conn, referral.business)?;
    let contact = queries::spoken_to(conn, referral, today)?;
    let yes = consent::queries::live_for(conn, referral.key, today)?;
    let values = sharing::values(&client, contact.as_ref(), workers.as_ref(), today);
    let has_accepted = matches!(referral.status, Status::Accepted | Status::InProgress | Status::OnHold);
    let story = queries::story(conn, referral.clone())?;
    Ok(Disclosed {
        rough: Rough::of(&client, workers.as_ref()),
        needs: shown_needs(referral, yes.as_ref(), &queries::sent_needs(conn, &story)?, has_accepted, today),
        fields: shown_fields(referral, yes.as_ref(), &values, has_accepted),
    })
}

/// True once somebody at the partner opened it since it was sent.
pub fn was_opened(referral: &Referral) -> bool {
    referral.opened_at.zip(referral.sent_at).is_some_and(|(opened, sent)| opened >= sent)
}

/// Hands a request to a colleague, or takes it. A colleague is told with a link of their own, as whenever another contact is asked.
pub fn assign(tx: &Tx<'_>, member: &Member, referral: &Referral, version: i64, to: &ContactId) -> Result<()> {
    if referral.version != version {
        return Err(Error::Stale);
    }
    let colleague = partners::contacts(tx, member.partner)?.into_iter().find(|contact| contact.id == *to);
    let colleague = colleague.ok_or_else(|| Error::Rejected("Choose somebody who works with you today.".to_owned()))?;
    if referral.contact.as_ref().is_some_and(|(key, _)| *key == colleague.key) {
        return Ok(());
    }
    queries::assign(tx, referral, colleague.key, colleague.key == member.contact)
}

/// Writes down that somebody took the list with them.
pub fn note_file(tx: &Tx<'_>, member: &Member, rows: usize) -> Result<()> {
    tx.audit_with("partner_account.requests_exported", Object::new("partner_account", &member.id), &format!("{rows} rows"))
}

/// What a file of the list is made of: a request, and what may be seen of it where it is open.
pub struct Line {
    /// The request.
    pub referral: Referral,
    /// Nothing where it is over.
    pub disclosed: Option<Disclosed>,
}

/// The whole list, open ones first.
pub fn lines(conn: &Connection, partner: i64, today: Day) -> Result<Vec<Line>> {
    let all = (0, i64::MAX);
    let mut lines = Vec::new();
    for referral in list(conn, partner, None, Shown::Open, today, all)? {
        lines.push(Line { disclosed: Some(disclosed(conn, &referral, today)?), referral });
    }
    lines.extend(list(conn, partner, None, Shown::Closed, today, all)?.into_iter().map(|referral| Line { referral, disclosed: None }));
    Ok(lines)
}
