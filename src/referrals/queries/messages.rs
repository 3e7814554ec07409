//! The thread of a referral in SQL. A party reads what was written for it, and nothing else.

use super::{MINE, Story, calendar, find, notices, story, zone};
use crate::auth::Viewer;
use crate::auth::queries::helpers;
use crate::consent;
use crate::error::{Error, Result};
use crate::referrals::deed::Who;
use crate::referrals::messages::{MANAGERS_AFTER_DAYS, MOST, Message, choices, has_partner};
use crate::referrals::{Party, Referral};
use crate::store::{Object, Tx};
use crate::values::{Called, Day, HelperDid, Instant, Line, Readers, ReferralId, Vocabulary, Writer};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

/// What a party may read, newest first, from the `skip`-th on.
pub fn messages(conn: &Connection, referral: i64, reader: Writer, skip: i64, limit: i64) -> Result<Vec<Message>> {
    let sql = "
        SELECT message.id, message.party, message.readers, coalesce(account.name, message.asserted_name, partner_contact.name) AS name,
               message.body, message.at, message.settled_at, message.settled_why
        FROM message
        LEFT JOIN account ON account.id = message.account_id
        LEFT JOIN partner_contact ON partner_contact.id = message.contact_id
        WHERE message.referral_id = :referral
          AND message.readers <> :hidden
        ORDER BY message.id DESC
        LIMIT :limit OFFSET :skip";
    let mut statement = conn.prepare_cached(sql)?;
    let params = named_params! { ":referral": referral, ":hidden": hidden_from(reader), ":limit": limit, ":skip": skip };
    let rows = statement.query_map(params, |row| {
        Ok(Message {
            key: row.get("id")?,
            writer: row.get("party")?,
            name: row.get("name")?,
            readers: row.get("readers")?,
            body: row.get("body")?,
            at: row.get("at")?,
            settled_at: row.get("settled_at")?,
            settled_why: row.get("settled_why")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How many messages a party may read.
pub fn count_messages(conn: &Connection, referral: i64, reader: Writer) -> Result<i64> {
    let sql = "SELECT count(*) FROM message WHERE referral_id = :referral AND readers <> :hidden";
    let params = named_params! { ":referral": referral, ":hidden": hidden_from(reader) };
    Ok(conn.prepare_cached(sql)?.query_row(params, |row| row.get(0))?)
}

/// The readers that leave this party out; for an advisor a word that is none of them.
pub(super) fn hidden_from(reader: Writer) -> &'static str {
    match reader {
        Writer::Advisor => "",
        Writer::Entrepreneur => Readers::Partner.code(),
        Writer::Partner => Readers::Client.code(),
    }
}

/// Row key of the last message that waits for an answer, if one does.
pub fn last_open_message(conn: &Connection, referral: i64) -> Result<Option<i64>> {
    let sql = "SELECT max(id) FROM message WHERE referral_id = ?1 AND party <> 'advisor' AND settled_at IS NULL";
    Ok(conn.prepare_cached(sql)?.query_row([referral], |row| row.get(0))?)
}

/// To whom a party may write now.
pub fn open_readers(conn: &Connection, referral: &Referral, writer: Writer, today: Day) -> Result<&'static [Readers]> {
    let live = consent::queries::live_for(conn, referral.key, today)?;
    let is_live = live.is_some_and(|yes| referral.partner.as_ref().is_some_and(|(partner, ..)| *partner == yes.partner));
    Ok(choices(writer, referral.status, has_partner(referral.status, is_live)))
}

/// What somebody said when they were asked whether the partner has called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ContactTold {
    /// What.
    pub called: Called,
    /// When.
    pub at: Instant,
}

/// What was said last since the partner said yes.
pub fn contact_told(conn: &Connection, referral: &Referral) -> Result<Option<ContactTold>> {
    let sql = "
        SELECT called, at
        FROM message
        WHERE referral_id = :referral
          AND called IS NOT NULL
          AND at >= coalesce(:accepted, 0)
        ORDER BY id DESC
        LIMIT 1";
    let params = named_params! { ":referral": referral.key, ":accepted": referral.decided_at };
    let read = |row: &Row<'_>| Ok(ContactTold { called: row.get("called")?, at: row.get("at")? });
    Ok(conn.prepare_cached(sql)?.query_row(params, read).optional()?)
}

/// Writes it down, in the words in which it is read: a line of the thread.
pub fn tell_contact(tx: &Tx<'_>, who: &Who, referral: &Referral, called: Called, body: &str) -> Result<()> {
    write(tx, who, referral, (Readers::Client, body), Some(called))
}

/// Adds a line to the thread and tells those it is for that there is one. An advisor's line answers what was open.
pub fn write_message(tx: &Tx<'_>, who: &Who, referral: &Referral, readers: Readers, body: &str) -> Result<()> {
    write(tx, who, referral, (readers, body), None)
}

fn write(tx: &Tx<'_>, who: &Who, referral: &Referral, (readers, body): (Readers, &str), called: Option<Called>) -> Result<()> {
    let referral = find(tx, referral.key)?;
    let writer = match who.party {
        Party::Entrepreneur => Writer::Entrepreneur,
        Party::Partner => Writer::Partner,
        Party::Advisor | Party::Manager | Party::AdvisorOnBehalf => Writer::Advisor,
        Party::System => return Err(Error::Forbidden),
    };
    if !open_readers(tx, &referral, writer, tx.today())?.contains(&readers) {
        return Err(Error::Rejected(
            "This cannot be written now: the partner has not said yes, or may not see your name any more.".to_owned(),
        ));
    }
    if count_messages(tx, referral.key, Writer::Advisor)? >= MOST {
        return Err(Error::Rejected(format!("There are {MOST} messages here already. Please call instead.")));
    }
    if writer == Writer::Advisor {
        settle(tx, referral.key, i64::MAX, None)?;
    }
    // Each owner's copy has their own messages: the next one who is spoken to finds them in the thread alone.
    let person = match writer {
        Writer::Entrepreneur => super::spoken_to(tx, &referral, tx.today())?.map(|owner| owner.person),
        Writer::Advisor | Writer::Partner => None,
    };
    let sql = "
        INSERT INTO message (referral_id, party, readers, account_id, contact_id, asserted_name, body, at, person_id, called)
        VALUES (:referral, :party, :readers, :account, :contact, :name, :body, :at, :person, :called)";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":referral": referral.key,
        ":party": writer,
        ":readers": readers,
        ":account": who.account,
        ":contact": who.contact,
        ":name": who.asserted_name,
        ":body": body,
        ":at": tx.at(),
        ":person": person,
        ":called": called,
    })?;
    let story: Story = story(tx, referral)?;
    notices::message(tx, &story, writer, readers)?;
    helpers::note(tx, story.referral.key, HelperDid::Message)?;
    let detail = format!("{} to {}", writer.code(), readers.code());
    tx.audit_with("message.written", Object::new("referral", &story.referral.id), &detail)
}

/// Notes that what was written up to a message needs no answer from the program, and why.
pub fn settle_messages(tx: &Tx<'_>, referral: &Referral, up_to: i64, why: &Line) -> Result<()> {
    if settle(tx, referral.key, up_to, Some(why))? > 0 {
        tx.audit_with("message.settled", Object::new("referral", &referral.id), "settled_why")?;
    }
    Ok(())
}

fn settle(tx: &Tx<'_>, referral: i64, up_to: i64, why: Option<&Line>) -> Result<usize> {
    let sql = "
        UPDATE message
        SET settled_at = :at, settled_why = :why
        WHERE referral_id = :referral
          AND party <> 'advisor'
          AND settled_at IS NULL
          AND id <= :last";
    let params = named_params! { ":at": tx.at(), ":why": why, ":referral": referral, ":last": up_to };
    Ok(tx.prepare_cached(sql)?.execute(params)?)
}

/// A thread that waits for an answer of the program.
#[derive(Debug, Clone)]
pub struct Unanswered {
    /// Address of the referral.
    pub id: ReferralId,
    /// Its number.
    pub number: i64,
    /// Name of the client.
    pub client: String,
    /// Who wrote last.
    pub writer: Writer,
    /// How many lines wait.
    pub count: i64,
    /// Days that count since the oldest of them.
    pub days: i64,
    /// Why it is the viewer's task, where the referral is another's.
    pub handed: Option<Handed>,
}

/// Why a message reached somebody else than the advisor it was for. With the advisor's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Handed {
    /// They work here no longer.
    Left(String),
    /// They are away, until and with a day.
    Away(String, Day),
    /// They have not answered for too long.
    Late(String),
}

/// The threads that wait for the viewer: of the referrals they look after; and for a manager those whose advisor has left, is away or
/// has not answered for days. In a program without a manager everybody is one.
pub fn unanswered(conn: &Connection, viewer: &Viewer, today: Day) -> Result<Vec<Unanswered>> {
    let sql = format!(
        "SELECT referral.public_id, referral.number, business.name AS client, count(*) AS lines, min(message.at) AS since,
                referral.advisor_id, account.name AS advisor, account.away_until_on,
                (SELECT party FROM message AS last WHERE last.referral_id = referral.id AND last.party <> 'advisor' ORDER BY last.id DESC LIMIT 1) AS writer,
                account.disabled_at IS NOT NULL OR NOT EXISTS (
                    SELECT 1 FROM membership WHERE account_id = referral.advisor_id AND program_id = referral.program_id) AS has_left
         FROM message
         JOIN referral ON referral.id = message.referral_id
         JOIN business ON business.id = referral.business_id
         JOIN account ON account.id = referral.advisor_id
         WHERE {MINE}
           AND message.settled_at IS NULL
           AND message.party <> 'advisor'
           AND (referral.advisor_id = :viewer
                OR EXISTS (SELECT 1 FROM membership WHERE account_id = :viewer AND program_id = referral.program_id AND role = 'manager')
                OR NOT EXISTS (SELECT 1 FROM membership JOIN account AS boss ON boss.id = membership.account_id
                               WHERE membership.program_id = referral.program_id AND role = 'manager' AND boss.disabled_at IS NULL))
         GROUP BY referral.id
         ORDER BY since
         LIMIT 500"
    );
    let (zone, calendar) = (zone(conn)?, calendar(conn)?);
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map(named_params! { ":viewer": viewer.key }, |row| {
        let (since, advisor): (Instant, String) = (row.get("since")?, row.get("advisor")?);
        let days = i64::from(calendar.business_days_between(zone.day(since).date(), today.date()));
        let (is_own, has_left) = (row.get::<_, i64>("advisor_id")? == viewer.key, row.get::<_, bool>("has_left")?);
        let away: Option<Day> = row.get("away_until_on")?;
        let handed = match away.filter(|until| *until >= today) {
            _ if is_own => None,
            _ if has_left => Some(Handed::Left(advisor)),
            Some(until) => Some(Handed::Away(advisor, until)),
            None if days >= MANAGERS_AFTER_DAYS => Some(Handed::Late(advisor)),
            None => return Ok(None),
        };
        Ok(Some(Unanswered {
            id: row.get("public_id")?,
            number: row.get("number")?,
            client: row.get("client")?,
            writer: row.get("writer")?,
            count: row.get("lines")?,
            days,
            handed,
        }))
    })?;
    let rows = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(rows.into_iter().flatten().take(100).collect())
}
