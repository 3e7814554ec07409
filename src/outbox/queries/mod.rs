//! The outbox in SQL. Notices are found through the viewer's programs.

pub mod sending;

use super::{Message, Notice, Shown, State, Ways};
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::store::{Object, Tx};
use crate::values::{Instant, MessageId, SentVia};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

/// Writes a notice, held for a few minutes. Whoever audits the deed audits the notice with it.
pub fn write_notice(tx: &Tx<'_>, notice: &Notice) -> Result<MessageId> {
    let id: MessageId = tx.fresh_id()?;
    let sql = "
        INSERT INTO outbox_message (public_id, program_id, referral_id, event_id, audience, channel, to_name, to_address, language,
                                    subject, body, link_id, held_until, created_at, english, person_id)
        VALUES (:id, :program, :referral, :event, :audience, :channel, :to_name, :to_address, :language, :subject, :body, :link, :held, :at, :english, :person)";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":id": id,
        ":program": notice.program,
        ":referral": notice.referral,
        ":event": notice.event,
        ":audience": notice.audience,
        ":channel": notice.channel,
        ":to_name": notice.to_name,
        ":to_address": notice.to_address,
        ":language": notice.language,
        ":english": notice.english,
        ":subject": notice.subject,
        ":body": notice.body,
        ":link": notice.link,
        ":held": tx.at().plus_minutes(held_minutes(tx, notice.program)?),
        ":at": tx.at(),
        ":person": notice.person,
    })?;
    Ok(id)
}

/// A further link of a notice, which stands in its text as `{link1}`, `{link2}` and so on. Whoever audits the deed audits it.
pub fn add_link(tx: &Tx<'_>, message: i64, place: usize, link: i64) -> Result<()> {
    let sql = "INSERT INTO outbox_link (message_id, place, link_id) VALUES (:message, :place, :link)";
    let place = i64::try_from(place).unwrap_or(i64::MAX);
    tx.prepare_cached(sql)?.execute(named_params! { ":message": message, ":place": place, ":link": link })?;
    Ok(())
}

/// How many minutes a program holds a notice, so that what made it can be taken back.
pub fn held_minutes(conn: &Connection, program: i64) -> Result<i64> {
    let sql = "SELECT held_minutes FROM program WHERE id = ?1";
    Ok(conn.prepare_cached(sql)?.query_row([program], |row| row.get("held_minutes"))?)
}

/// Keeps a notice in until later than usual. Whoever audits the deed audits this with it.
pub fn hold_until(tx: &Tx<'_>, id: &MessageId, at: Instant) -> Result<()> {
    let sql = "UPDATE outbox_message SET held_until = :at WHERE public_id = :id AND sent_at IS NULL AND stopped_at IS NULL";
    tx.execute(sql, named_params! { ":at": at, ":id": id })?;
    Ok(())
}

/// Takes back every notice of an event that nobody has sent. Says how many. Whoever audits the deed audits this with it.
pub fn stop_notices(tx: &Tx<'_>, event: i64) -> Result<usize> {
    let sql = "UPDATE outbox_message SET stopped_at = :at WHERE event_id = :event AND sent_at IS NULL AND stopped_at IS NULL AND held_until > :at";
    Ok(tx.execute(sql, named_params! { ":at": tx.at(), ":event": event })?)
}

/// Takes back every notice to a partner about a referral that nobody has sent: what it says is no longer so.
pub fn stop_partner_notices(tx: &Tx<'_>, referral: i64) -> Result<usize> {
    let sql = "
        UPDATE outbox_message
        SET stopped_at = :at
        WHERE referral_id = :referral
          AND audience = 'partner'
          AND sent_at IS NULL
          AND stopped_at IS NULL";
    Ok(tx.execute(sql, named_params! { ":at": tx.at(), ":referral": referral })?)
}

/// Takes back every notice with a link that nobody has sent. Whoever audits the deed audits this with it.
pub fn stop_notices_of_link(tx: &Tx<'_>, link: i64) -> Result<()> {
    let sql = "UPDATE outbox_message SET stopped_at = :at WHERE link_id = :link AND sent_at IS NULL AND stopped_at IS NULL";
    tx.execute(sql, named_params! { ":at": tx.at(), ":link": link })?;
    Ok(())
}

/// A notice whose link was opened has gone out, whether or not somebody said so. Whoever audits the deed audits this with it.
pub fn note_went_out(tx: &Tx<'_>, link: i64) -> Result<()> {
    let sql = "UPDATE outbox_message SET sent_at = :at, sent_via = :via WHERE link_id = :link AND audience = 'partner' AND sent_at IS NULL AND stopped_at IS NULL";
    tx.execute(sql, named_params! { ":at": tx.at(), ":via": SentVia::LinkOpened, ":link": link })?;
    Ok(())
}

/// True once any notice about a referral has left for the entrepreneur: it was sent, or is no longer held.
pub fn has_told(conn: &Connection, referral: i64, now: Instant) -> Result<bool> {
    let sql = "
        SELECT EXISTS (
            SELECT 1
            FROM outbox_message
            WHERE referral_id = :referral
              AND audience = 'entrepreneur'
              AND stopped_at IS NULL
              AND (sent_at IS NOT NULL OR held_until <= :now))";
    Ok(conn.prepare_cached(sql)?.query_row(named_params! { ":referral": referral, ":now": now }, |row| row.get(0))?)
}

/// True where the entrepreneur was written to about a referral since an instant: what was written carries a link that works.
pub fn was_written_since(conn: &Connection, referral: i64, since: Instant) -> Result<bool> {
    let sql = "
        SELECT EXISTS (
            SELECT 1
            FROM outbox_message
            WHERE referral_id = :referral
              AND audience = 'entrepreneur'
              AND stopped_at IS NULL
              AND created_at > :since)";
    Ok(conn.prepare_cached(sql)?.query_row(named_params! { ":referral": referral, ":since": since }, |row| row.get(0))?)
}

const MESSAGE: &str = "
    SELECT outbox_message.id, outbox_message.public_id, program.name AS program_name, referral.public_id AS referral_public_id,
           referral.number AS referral_number, outbox_message.audience, outbox_message.channel, outbox_message.to_name,
           outbox_message.to_address, outbox_message.language, outbox_message.english, outbox_message.subject, outbox_message.body, outbox_message.link_id,
           outbox_message.held_until, outbox_message.sent_at, outbox_message.stopped_at, account.name AS sent_by,
           outbox_message.created_at, outbox_message.attempts, outbox_message.next_attempt_at, outbox_message.failure,
           outbox_message.failed_at, outbox_message.asked_again_at, outbox_message.letter_name, outbox_message.sent_via,
           outbox_message.program_id, outbox_message.person_id
    FROM outbox_message
    JOIN program ON program.id = outbox_message.program_id
    LEFT JOIN referral ON referral.id = outbox_message.referral_id
    LEFT JOIN account ON account.id = outbox_message.sent_by";

const MINE: &str = "outbox_message.program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)";

fn read(row: &Row<'_>, now: Instant, ways: Ways) -> rusqlite::Result<Message> {
    let referral: Option<String> = row.get("referral_public_id")?;
    let number: Option<i64> = row.get("referral_number")?;
    let mut message = Message {
        key: row.get("id")?,
        id: row.get("public_id")?,
        program_name: row.get("program_name")?,
        referral: referral.zip(number),
        audience: row.get("audience")?,
        channel: row.get("channel")?,
        to_name: row.get("to_name")?,
        to_address: row.get("to_address")?,
        language: row.get("language")?,
        english: row.get("english")?,
        subject: row.get("subject")?,
        body: row.get("body")?,
        link: row.get("link_id")?,
        whose: (row.get("program_id")?, row.get("person_id")?),
        state: State::Ready,
        failure: row.get("failure")?,
        attempts: row.get("attempts")?,
        letter_name: row.get("letter_name")?,
        sent_by: row.get("sent_by")?,
        sent_via: row.get("sent_via")?,
        created_at: row.get("created_at")?,
    };
    let (held, sent, stopped): (Instant, Option<Instant>, Option<Instant>) =
        (row.get("held_until")?, row.get("sent_at")?, row.get("stopped_at")?);
    let (failed, next): (Option<Instant>, Option<Instant>) = (row.get("failed_at")?, row.get("next_attempt_at")?);
    let asked_again: Option<Instant> = row.get("asked_again_at")?;
    message.state = match (sent, stopped, failed) {
        (Some(at), ..) => State::Sent(at),
        (None, Some(at), _) => State::Stopped(at),
        (None, None, Some(at)) => State::Failed(at),
        (None, None, None) if held > now => State::Held(held),
        (None, None, None) if !message.goes_by_itself(ways, asked_again, now) => State::Ready,
        (None, None, None) => State::Queued(next),
    };
    Ok(message)
}

/// One page of a part of the outbox: what is to be sent oldest first, the rest newest first. `after` is the last row key seen.
pub fn list_for(
    conn: &Connection,
    viewer: &Viewer,
    shown: Shown,
    after: Option<i64>,
    ways: Ways,
    now: Instant,
    limit: i64,
) -> Result<Vec<Message>> {
    let (part, beyond, order) = match shown {
        Shown::ToSend => (
            "sent_at IS NULL AND outbox_message.stopped_at IS NULL AND outbox_message.failed_at IS NULL",
            "outbox_message.id > :after",
            "ASC",
        ),
        Shown::Trouble => (
            "failure IS NOT NULL AND outbox_message.sent_at IS NULL AND outbox_message.stopped_at IS NULL",
            "outbox_message.id > :after",
            "ASC",
        ),
        Shown::Sent => ("sent_at IS NOT NULL", "outbox_message.id < :after", "DESC"),
        Shown::Stopped => ("stopped_at IS NOT NULL", "outbox_message.id < :after", "DESC"),
    };
    let sql = format!(
        "{MESSAGE}
         WHERE {MINE}
           AND outbox_message.{part}
           AND (:after IS NULL OR {beyond})
         ORDER BY outbox_message.id {order}
         LIMIT :limit"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let messages =
        statement.query_map(named_params! { ":viewer": viewer.key, ":after": after, ":limit": limit }, |row| read(row, now, ways))?;
    Ok(messages.collect::<rusqlite::Result<_>>()?)
}

/// How many notices wait for the viewer's programs to send them.
pub fn count_to_send(conn: &Connection, viewer: &Viewer) -> Result<i64> {
    let sql = format!("SELECT count(*) FROM outbox_message WHERE {MINE} AND sent_at IS NULL AND stopped_at IS NULL");
    Ok(conn.prepare_cached(&sql)?.query_row(named_params! { ":viewer": viewer.key }, |row| row.get(0))?)
}

/// How many notices met trouble: they did not go out, and nobody sent them by hand.
pub fn count_trouble(conn: &Connection, viewer: &Viewer) -> Result<i64> {
    let sql =
        format!("SELECT count(*) FROM outbox_message WHERE {MINE} AND failure IS NOT NULL AND sent_at IS NULL AND stopped_at IS NULL");
    Ok(conn.prepare_cached(&sql)?.query_row(named_params! { ":viewer": viewer.key }, |row| row.get(0))?)
}

/// A notice of the viewer's programs.
pub fn find_for(conn: &Connection, viewer: &Viewer, id: &MessageId, ways: Ways, now: Instant) -> Result<Message> {
    let sql = format!("{MESSAGE} WHERE outbox_message.public_id = :id AND {MINE}");
    let params = named_params! { ":id": id, ":viewer": viewer.key };
    conn.prepare_cached(&sql)?.query_row(params, |row| read(row, now, ways)).optional()?.ok_or(Error::NotFound)
}

/// Notes that somebody sent a notice. A second press changes nothing.
pub fn mark_sent(tx: &Tx<'_>, viewer: &Viewer, id: &MessageId) -> Result<()> {
    let message = find_for(tx, viewer, id, Ways::default(), tx.at())?;
    match message.state {
        State::Sent(_) => return Ok(()),
        State::Stopped(_) => return Err(Error::Rejected("This notice was taken back. Do not send it.".to_owned())),
        State::Held(_) => {
            return Err(Error::Rejected("This notice is still held, so that it can be taken back. Send it after that.".to_owned()));
        }
        State::Ready | State::Queued(_) | State::Failed(_) => {}
    }
    let sql = "UPDATE outbox_message SET sent_at = :at, sent_by = :by, sent_via = :via WHERE id = :key";
    tx.execute(sql, named_params! { ":at": tx.at(), ":by": viewer.key, ":via": SentVia::ByHand, ":key": message.key })?;
    tx.audit("notice.sent", Object::new("outbox_message", id))
}

/// Takes back one notice while it is held. A second press changes nothing.
pub fn stop(tx: &Tx<'_>, viewer: &Viewer, id: &MessageId) -> Result<()> {
    let message = find_for(tx, viewer, id, Ways::default(), tx.at())?;
    match message.state {
        State::Stopped(_) => return Ok(()),
        State::Held(_) => {}
        _ => return Err(Error::Rejected("This notice is no longer held, so it cannot be taken back.".to_owned())),
    }
    tx.execute("UPDATE outbox_message SET stopped_at = :at WHERE id = :key", named_params! { ":at": tx.at(), ":key": message.key })?;
    tx.audit("notice.stopped", Object::new("outbox_message", id))
}

/// Lets a notice that met trouble, or is too old to go by itself, be tried anew. A second press changes nothing.
pub fn send_again(tx: &Tx<'_>, viewer: &Viewer, id: &MessageId, ways: Ways) -> Result<()> {
    let message = find_for(tx, viewer, id, ways, tx.at())?;
    match message.state {
        State::Queued(_) if message.failure.is_none() => return Ok(()),
        State::Ready | State::Queued(_) | State::Failed(_) if message.has_a_way(ways) => {}
        _ => return Err(Error::Rejected("This notice cannot be sent from here. Copy its text, or call.".to_owned())),
    }
    let sql = "UPDATE outbox_message SET attempts = 0, next_attempt_at = NULL, failure = NULL, failed_at = NULL, asked_again_at = :at WHERE id = :key";
    tx.execute(sql, named_params! { ":at": tx.at(), ":key": message.key })?;
    tx.audit("notice.sent_again", Object::new("outbox_message", id))
}
