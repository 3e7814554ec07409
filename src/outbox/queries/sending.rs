//! What goes out by itself: taken one at a time, noted before it is handed over and after, so that a kill in between loses nothing.

use super::{MESSAGE, read};
use crate::auth::links;
use crate::config::Config;
use crate::error::Result;
use crate::outbox::{GIVES_UP_AFTER_DAYS, Message, Ways, wait_after};
use crate::store::{Keyring, Object, Tx, sha256};
use crate::values::{Instant, NotSent, SentVia, Vocabulary};
use rusqlite::{Connection, OptionalExtension, named_params};

/// A notice on its way out.
#[derive(Debug, Clone)]
pub struct Leaving {
    /// The notice.
    pub message: Message,
    /// The whole text, with its link. Never kept.
    pub text: String,
    /// Its `Message-ID`.
    pub letter_name: String,
}

/// A notice goes out by itself when there is a way for it, it is no longer held, its time has come, and it is not old news: a mail server
/// that is named for the first time sends no notice of last month.
const GOES: &str = "
    outbox_message.sent_at IS NULL
    AND outbox_message.stopped_at IS NULL
    AND outbox_message.failed_at IS NULL
    AND outbox_message.held_until <= :now
    AND coalesce(outbox_message.next_attempt_at, 0) <= :now
    AND max(outbox_message.held_until, coalesce(outbox_message.asked_again_at, 0)) > :oldest
    AND outbox_message.to_address IS NOT NULL
    AND ((outbox_message.channel = 'email' AND :mail) OR (outbox_message.channel = 'text' AND :text))";

/// True when something is to go out now.
pub fn is_any_due(conn: &Connection, ways: Ways, now: Instant) -> Result<bool> {
    let sql = format!("SELECT EXISTS (SELECT 1 FROM outbox_message WHERE {GOES})");
    let params = named_params! { ":now": now, ":oldest": now.plus_days(-GIVES_UP_AFTER_DAYS), ":mail": ways.mail, ":text": ways.text };
    Ok(conn.prepare_cached(&sql)?.query_row(params, |row| row.get(0))?)
}

/// Takes the notice whose turn it is, and writes down that it is being tried: whatever happens next, it is not tried again before its
/// wait is over. A notice whose link was closed meanwhile is old news and is taken back.
pub fn take(tx: &Tx<'_>, ways: Ways, config: &Config, name: impl Fn(&str) -> String) -> Result<Option<Leaving>> {
    let sql = format!(
        "{MESSAGE} WHERE {GOES} ORDER BY coalesce(outbox_message.next_attempt_at, outbox_message.held_until), outbox_message.id LIMIT 1"
    );
    loop {
        let now = tx.at();
        let params = named_params! { ":now": now, ":oldest": now.plus_days(-GIVES_UP_AFTER_DAYS), ":mail": ways.mail, ":text": ways.text };
        let Some(message) = tx.prepare_cached(&sql)?.query_row(params, |row| read(row, now, ways)).optional()? else { return Ok(None) };
        if is_closed(tx, &message)? {
            tx.execute("UPDATE outbox_message SET stopped_at = :at WHERE id = :key", named_params! { ":at": now, ":key": message.key })?;
            tx.audit("notice.overtaken", Object::new("outbox_message", &message.id))?;
            continue;
        }
        let letter_name = message.letter_name.clone().unwrap_or_else(|| name(&message.id.to_string()));
        let update = "UPDATE outbox_message SET attempts = attempts + 1, next_attempt_at = :next, letter_name = :name WHERE id = :key";
        let next = now.plus_minutes(wait_after(message.attempts + 1).unwrap_or(0));
        tx.execute(update, named_params! { ":next": next, ":name": letter_name, ":key": message.key })?;
        tx.audit("notice.attempted", Object::new("outbox_message", &message.id))?;
        let text = whole_text(tx, &tx.keys(), &config.public_url, &message)?;
        return Ok(Some(Leaving { message: Message { attempts: message.attempts + 1, ..message }, text, letter_name }));
    }
}

/// Every link it carries was closed.
fn is_closed(conn: &Connection, message: &Message) -> Result<bool> {
    let sql = "
        SELECT count(*) > 0 AND count(revoked_at) = count(*) AS is_closed
        FROM access_link
        WHERE id = :link OR id IN (SELECT link_id FROM outbox_link WHERE message_id = :message)";
    let params = named_params! { ":link": message.link, ":message": message.key };
    Ok(conn.prepare_cached(sql)?.query_row(params, |row| row.get("is_closed"))?)
}

/// The text with its links, as it is read by whom it is for.
pub fn whole_text(conn: &Connection, keys: &Keyring, public_url: &str, message: &Message) -> Result<String> {
    let address = |link| links::address(conn, keys, public_url, link);
    let own = message.link.map(address).transpose()?;
    let mut text =
        message.body.replace("{link}", own.as_deref().unwrap_or_default()).replace("{sign-in}", &format!("{public_url}/me/sign-in"));
    let mut statement = conn.prepare_cached("SELECT place, link_id FROM outbox_link WHERE message_id = ?1")?;
    let further = statement.query_map([message.key], |row| Ok((row.get::<_, i64>("place")?, row.get::<_, i64>("link_id")?)))?;
    for row in further {
        let (place, link) = row?;
        text = text.replace(&format!("{{link{place}}}"), &address(link)?);
    }
    Ok(text)
}

/// It went out. Somebody who marked it meanwhile keeps their word.
pub fn note_sent(tx: &Tx<'_>, leaving: &Leaving, via: SentVia) -> Result<()> {
    let sql = "
        UPDATE outbox_message
        SET sent_at = :at, sent_via = :via, sent_digest = :digest, failure = NULL
        WHERE id = :key
          AND sent_at IS NULL";
    let digest = sha256(leaving.text.as_bytes());
    if tx.execute(sql, named_params! { ":at": tx.at(), ":via": via, ":digest": digest, ":key": leaving.message.key })? == 0 {
        return Ok(());
    }
    tx.audit_with("notice.sent", Object::new("outbox_message", &leaving.message.id), via.code())
}

/// It did not go out. Given up when another try would end the same way, or after the last wait.
pub fn note_not_sent(tx: &Tx<'_>, leaving: &Leaving, why: NotSent) -> Result<()> {
    let is_over = why.is_final() || wait_after(leaving.message.attempts).is_none();
    let sql = "UPDATE outbox_message SET failure = :why, failed_at = :failed WHERE id = :key AND sent_at IS NULL";
    let failed = is_over.then(|| tx.at());
    if tx.execute(sql, named_params! { ":why": why, ":failed": failed, ":key": leaving.message.key })? == 0 {
        return Ok(());
    }
    let action = if is_over { "notice.given_up" } else { "notice.not_sent" };
    tx.audit_with(action, Object::new("outbox_message", &leaving.message.id), why.code())
}
