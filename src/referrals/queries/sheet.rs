//! The sheet of needs: kept with the draft, copied into the event at sending, and read from there afterwards.

use super::{Story, find, state_of};
use crate::error::{Error, Result};
use crate::i18n::{Args, Language};
use crate::referrals::fact::Fact;
use crate::referrals::fields::{Answers, See, shown_in};
use crate::referrals::lifecycle::{Event, Status};
use crate::referrals::replay::Consent;
use crate::referrals::{Referral, needs};
use crate::store::{Object, Tx};
use rusqlite::{Connection, named_params};

/// The name under which the need in words stands in the copy of an event.
const NEED: &str = "need";

/// The answers of a referral's sheet.
pub fn needs_of(conn: &Connection, referral: i64) -> Result<Answers> {
    let mut statement = conn.prepare_cached("SELECT field, value FROM referral_need WHERE referral_id = ?1")?;
    let rows = statement.query_map([referral], |row| Ok((row.get("field")?, row.get("value")?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The answers as they were sent; those of the draft while nothing was sent. Later changes of any table do not move them.
pub fn sent_needs(conn: &Connection, story: &Story) -> Result<Answers> {
    let sent = story.log.iter().rev().find(|line| line.event == Event::Send).and_then(|line| line.sheet.get(&Fact::Needs));
    match sent {
        Some(json) if story.state.now.status != Status::Draft => {
            let mut answers: Answers = serde_json::from_str(json)?;
            answers.remove(NEED);
            Ok(answers)
        }
        _ => needs_of(conn, story.referral.key),
    }
}

/// The need and its sheet, as the event of sending keeps them.
pub(super) fn as_sent(tx: &Tx<'_>, referral: &Referral) -> Result<String> {
    let mut answers = needs_of(tx, referral.key)?;
    answers.insert(NEED.to_owned(), referral.need.clone());
    Ok(serde_json::to_string(&answers)?)
}

/// The need in words with everything of its sheet that a partner may ever see: what the client agrees to.
pub fn need_in_full(conn: &Connection, referral: &Referral, language: Language) -> Result<String> {
    let answers = needs_of(conn, referral.key)?;
    let today = super::zone(conn)?.day(referral.created_at);
    let lines = |see: See, key: &'static str| {
        let say = move |(label, value): (String, String)| language.say(key, Args::default().with("label", label).with("value", value));
        shown_in(needs::of(referral.kind), &answers, move |of| of == see, today, language).into_iter().map(say)
    };
    let mut text = vec![referral.need.clone()];
    text.extend(lines(See::Before, "consent-line"));
    text.extend(lines(See::After, "consent-line-after"));
    if super::has_secret(conn, referral.key)? {
        text.push(language.say("consent-secret", Args::default().with("org", referral.partner_name())));
    }
    Ok(text.join("\n"))
}

/// Keeps the sheet of a draft that was just made.
pub fn keep_needs(tx: &Tx<'_>, referral: &Referral, answers: &Answers) -> Result<()> {
    if answers.is_empty() {
        return Ok(());
    }
    write(tx, referral.key, answers)?;
    tx.audit_with("referral.needs_written", Object::new("referral", &referral.id), &names(answers))
}

/// Changes the need and its sheet, until the client agreed to share them: from then on they are what was agreed.
pub fn change_needs(tx: &Tx<'_>, referral: &Referral, version: i64, need: &str, answers: &Answers) -> Result<Referral> {
    let state = state_of(&super::events(tx, referral.key)?)?;
    if state.now.status != Status::Draft || state.now.consent == Consent::Given {
        return Err(Error::Rejected(
            "The client has agreed to share this as it stands, so it can no longer be changed. What is new goes into an answer to the partner, or into another referral.".to_owned(),
        ));
    }
    let sql = "UPDATE referral SET need = :need, version = version + 1 WHERE id = :key AND version = :version";
    if tx.execute(sql, named_params! { ":need": need, ":key": referral.key, ":version": version })? == 0 {
        return Err(Error::Stale);
    }
    write(tx, referral.key, answers)?;
    tx.audit_with("referral.needs_changed", Object::new("referral", &referral.id), &names(answers))?;
    find(tx, referral.key)
}

/// The next draft needs what this one needed. Whoever audits the deed audits this with it.
pub(super) fn copy_needs(tx: &Tx<'_>, from: i64, to: i64) -> Result<()> {
    write(tx, to, &needs_of(tx, from)?)
}

fn names(answers: &Answers) -> String {
    answers.keys().cloned().collect::<Vec<_>>().join(" ")
}

fn write(tx: &Tx<'_>, referral: i64, answers: &Answers) -> Result<()> {
    for (field, _) in needs_of(tx, referral)?.iter().filter(|(field, _)| !answers.contains_key(*field)) {
        let sql = "DELETE FROM referral_need WHERE referral_id = :referral AND field = :field";
        tx.prepare_cached(sql)?.execute(named_params! { ":referral": referral, ":field": field })?;
    }
    for (field, value) in answers {
        let sql = "
            INSERT INTO referral_need (referral_id, field, value)
            VALUES (:referral, :field, :value)
            ON CONFLICT (referral_id, field) DO UPDATE SET value = excluded.value";
        tx.prepare_cached(sql)?.execute(named_params! { ":referral": referral, ":field": field, ":value": value })?;
    }
    Ok(())
}
