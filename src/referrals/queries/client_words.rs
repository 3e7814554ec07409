//! What somebody asks for on their own page besides the table of events: to remind the partner, and two tasks for the advisor.

use super::{MINE, calendar, find, notices, story, zone};
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::outbox::queries as outbox;
use crate::referrals::{Ball, Referral, Status};
use crate::store::{Object, Tx};
use crate::values::{ClientWordKind, Day, Instant, Note, Vocabulary};
use rusqlite::{Connection, Row, named_params};

/// Tasks of one kind that may wait on one referral.
const MOST_OPEN: i64 = 3;

/// A word of the client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientWord {
    /// Row key.
    pub key: i64,
    /// What they ask for.
    pub kind: ClientWordKind,
    /// What they wrote.
    pub body: Option<String>,
    /// When.
    pub at: Instant,
    /// When it was seen to.
    pub done_at: Option<Instant>,
}

/// Every word of the client about a referral, oldest first.
pub fn words_of(conn: &Connection, referral: i64) -> Result<Vec<ClientWord>> {
    let sql = "SELECT id, kind, body, at, done_at FROM client_word WHERE referral_id = ?1 ORDER BY id LIMIT 100";
    let mut statement = conn.prepare_cached(sql)?;
    let found = statement.query_map([referral], |row| {
        Ok(ClientWord {
            key: row.get("id")?,
            kind: row.get("kind")?,
            body: row.get("body")?,
            at: row.get("at")?,
            done_at: row.get("done_at")?,
        })
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Whether the partner can be reminded: it has the ball, its day is over, and nobody has reminded it of that day yet.
pub fn may_remind(conn: &Connection, referral: &Referral, today: Day) -> Result<bool> {
    let Some(due) = referral.due_on.filter(|due| *due < today) else { return Ok(false) };
    let is_with_partner = matches!(referral.status, Status::Requested | Status::Received | Status::Accepted | Status::InProgress)
        && referral.waiting_on == Ball::Partner;
    let sql = "SELECT EXISTS (SELECT 1 FROM client_word WHERE referral_id = :referral AND kind = 'remind' AND due_on = :due)";
    let was_reminded: bool =
        conn.prepare_cached(sql)?.query_row(named_params! { ":referral": referral.key, ":due": due }, |row| row.get(0))?;
    Ok(is_with_partner && referral.contact.is_some() && !was_reminded)
}

/// Reminds the partner, once for each day that is over. The notice goes the way of every other.
pub fn remind_partner_now(tx: &Tx<'_>, person: i64, referral: &Referral) -> Result<()> {
    let referral = find(tx, referral.key)?;
    if !may_remind(tx, &referral, tx.today())? {
        return Err(Error::Stale);
    }
    put(tx, person, &referral, ClientWordKind::Remind, None, referral.due_on)?;
    let story = story(tx, referral)?;
    outbox::stop_partner_notices(tx, story.referral.key)?;
    notices::remind_partner(tx, &story)?;
    tx.audit("referral.client_reminded", Object::new("referral", &story.referral.id))
}

/// "No one contacted me", or "something here is wrong": a task for the advisor.
pub fn tell_advisor(tx: &Tx<'_>, person: i64, referral: &Referral, kind: ClientWordKind, body: Option<&Note>) -> Result<()> {
    let open = words_of(tx, referral.key)?.iter().filter(|word| word.kind == kind && word.done_at.is_none()).count();
    if i64::try_from(open).unwrap_or(i64::MAX) >= MOST_OPEN {
        return Err(Error::Stale);
    }
    put(tx, person, referral, kind, body, None)?;
    tx.audit_with("referral.client_word", Object::new("referral", &referral.id), kind.code())
}

fn put(tx: &Tx<'_>, person: i64, referral: &Referral, kind: ClientWordKind, body: Option<&Note>, due: Option<Day>) -> Result<()> {
    let sql = "
        INSERT INTO client_word (referral_id, person_id, kind, body, due_on, at)
        VALUES (:referral, :person, :kind, :body, :due, :at)";
    tx.execute(
        sql,
        named_params! {
            ":referral": referral.key,
            ":person": person,
            ":kind": kind,
            ":body": body,
            ":due": due,
            ":at": tx.at(),
        },
    )?;
    Ok(())
}

/// The words that wait for an advisor on a referral, oldest first, with the day of each.
pub fn open_words(conn: &Connection, referral: i64) -> Result<Vec<(ClientWord, Day)>> {
    let zone = zone(conn)?;
    let open = words_of(conn, referral)?.into_iter().filter(|word| word.kind != ClientWordKind::Remind && word.done_at.is_none());
    Ok(open.map(|word| (zone.day(word.at), word)).map(|(on, word)| (word, on)).collect())
}

/// Somebody has seen to it.
pub fn finish_word(tx: &Tx<'_>, viewer: &Viewer, referral: &Referral, word: i64) -> Result<()> {
    let sql = "
        UPDATE client_word
        SET done_at = :at, done_by = :by
        WHERE id = :word
          AND referral_id = :referral
          AND done_at IS NULL";
    let params = named_params! { ":at": tx.at(), ":by": viewer.key, ":word": word, ":referral": referral.key };
    if tx.execute(sql, params)? == 0 {
        return Err(Error::Stale);
    }
    tx.audit("referral.client_word_done", Object::new("referral", &referral.id))
}

/// The words of clients that wait for the viewer, the oldest first.
pub fn client_words_for(conn: &Connection, viewer: &Viewer, today: Day) -> Result<Vec<super::Word>> {
    let sql = format!(
        "SELECT referral.public_id, business.name AS client, client_word.kind, min(client_word.at) AS at
         FROM client_word
         JOIN referral ON referral.id = client_word.referral_id
         JOIN business ON business.id = referral.business_id
         JOIN account ON account.id = referral.advisor_id
         WHERE {MINE}
           AND client_word.done_at IS NULL
           AND client_word.kind <> 'remind'
           AND (referral.advisor_id = :viewer OR account.disabled_at IS NOT NULL)
         GROUP BY referral.id, client_word.kind
         ORDER BY at
         LIMIT 50"
    );
    let (zone, calendar) = (zone(conn)?, calendar(conn)?);
    let mut statement = conn.prepare_cached(&sql)?;
    let read = |row: &Row<'_>| {
        let (client, kind, id): (String, ClientWordKind, String) = (row.get("client")?, row.get("kind")?, row.get("public_id")?);
        let (title, text) = match kind {
            ClientWordKind::NotContacted => ("nobody has contacted them", "Call the partner, and tell the client what you heard."),
            ClientWordKind::Wrong | ClientWordKind::Remind => {
                ("says that something is wrong", "Read what they wrote, put it right, and tell them.")
            }
        };
        Ok(super::Word {
            title: format!("{client}: {title}"),
            text: text.to_owned(),
            link: format!("/referrals/{id}#client-word"),
            days: i64::from(calendar.business_days_between(zone.day(row.get("at")?).date(), today.date())),
        })
    };
    let found = statement.query_map(named_params! { ":viewer": viewer.key }, read)?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}
