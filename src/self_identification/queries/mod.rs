//! What the self-identification pages may know: what is asked, and when something was saved, never what.

mod changes;

pub use changes::{Reached, changes_due, reached, tell_of_change};

use super::telling::{Told, tell};
use super::{Sitting, Standing};
use crate::auth::links::{self, Link, Target};
use crate::error::{Error, Result};
use crate::firewall::{self, Reply};
use crate::i18n::Language;
use crate::people::Owner;
use crate::people::queries as people;
use crate::store::{Keyring, Object, Tx};
use crate::values::{Basis, Day, Email, LinkKind, Question, Vocabulary};
use rusqlite::{Connection, named_params};

/// The page of a person.
pub fn find(conn: &Connection, keys: &Keyring, person: i64, today: Day) -> Result<Sitting> {
    people::find_anyone(conn, person)?;
    let programs = firewall::programs_of(conn, person, today)?;
    let (saved, facts) = (firewall::saved(conn, keys, person)?, firewall::told_now(conn, &programs)?);
    let version = facts.version()?;
    let older = saved.iter().find(|saved| saved.is_under_another(&version)).map(|saved| saved.notice.clone());
    Ok(Sitting {
        person,
        program: programs.first().copied(),
        asked: firewall::asked_in(conn, &programs)?,
        before: older.map(|version| firewall::made_of(conn, &version)).transpose()?.flatten(),
        saved,
        facts,
        version,
        ask: ask(conn, &programs)?,
    })
}

/// Whom to ask about data: the first address that one of the programs gives.
fn ask(conn: &Connection, programs: &[i64]) -> Result<Option<Email>> {
    for program in programs {
        if let Some(address) = crate::programs::queries::find(conn, *program)?.email {
            return Ok(Email::maybe(&address).ok().flatten());
        }
    }
    Ok(None)
}

/// Keeps a reply, or that the page was passed over where there is none, with the text of the notice that stood beside the question.
///
/// Whatever it was, the record names the question alone: the record is read by more people than the answer.
pub fn save(tx: &Tx<'_>, person: i64, question: Question, reply: Option<Reply>, (version, language): (&str, Language)) -> Result<()> {
    let facts = firewall::told_now(tx, &firewall::programs_of(tx, person, tx.today())?)?;
    if facts.version()? != version {
        return Err(Error::Stale);
    }
    firewall::keep_text(tx, &facts, language)?;
    if people::find_anyone(tx, person)?.self_id_asked_on.is_none() {
        people::note_self_id_asked(tx, person)?;
    }
    match reply {
        Some(reply) => {
            firewall::keep(tx, person, question, reply, Basis::OwnWord)?;
            people::note_self_id_answered(tx, person, true)?;
            settle(tx, person)?;
        }
        None => firewall::skip(tx, person, question)?,
    }
    note(tx, person, "self_identification.saved", question.code())
}

fn note(tx: &Tx<'_>, person: i64, action: &str, detail: &str) -> Result<()> {
    tx.audit_with(action, Object::new("person", people::find_anyone(tx, person)?.id), detail)
}

/// What staff wrote down as it was read out. What the person saved themselves stays; they are told that something was written.
pub fn save_read_out(tx: &Tx<'_>, owner: &Owner, program: i64, replies: Vec<(Question, Reply)>) -> Result<usize> {
    let own: Vec<Question> = firewall::saved(tx, &tx.keys(), owner.person)?
        .into_iter()
        .filter(|saved| saved.basis == Basis::OwnWord && !saved.is_skipped)
        .map(|saved| saved.question)
        .collect();
    let mut written = 0;
    for (question, reply) in replies.into_iter().filter(|(question, _)| !own.contains(question)) {
        firewall::keep(tx, owner.person, question, reply, Basis::ReadOut)?;
        written += 1;
    }
    if written == 0 {
        return Ok(0);
    }
    let facts = firewall::told_now(tx, &firewall::programs_of(tx, owner.person, tx.today())?)?;
    firewall::keep_text(tx, &facts, Language::english())?;
    people::note_self_id_asked(tx, owner.person)?;
    people::note_self_id_answered(tx, owner.person, true)?;
    tell(tx, owner.person, program, Told::ReadOut)?;
    note(tx, owner.person, "self_identification.read_out", &written.to_string())?;
    Ok(written)
}

/// Deletes the reply to one question, or all of them with their key.
pub fn delete(tx: &Tx<'_>, person: i64, question: Option<Question>) -> Result<()> {
    match question {
        Some(question) => firewall::forget_one(tx, person, question)?,
        None => firewall::forget(tx, person)?,
    }
    let left = firewall::saved(tx, &tx.keys(), person)?;
    if !left.iter().any(|saved| !saved.is_skipped) {
        people::note_self_id_answered(tx, person, false)?;
    }
    settle(tx, person)?;
    note(tx, person, "self_identification.deleted", question.map_or("every question", Vocabulary::code))
}

/// Somebody whom a mailed code proves read what has changed, and keeps their answers.
pub fn keep_answers(tx: &Tx<'_>, person: i64, (version, language): (&str, Language)) -> Result<()> {
    let facts = firewall::told_now(tx, &firewall::programs_of(tx, person, tx.today())?)?;
    if facts.version()? != version {
        return Err(Error::Stale);
    }
    firewall::keep_text(tx, &facts, language)?;
    firewall::confirm(tx, person)?;
    settle(tx, person)?;
    note(tx, person, "self_identification.kept", "")
}

/// They decided: whatever they were told of is settled. Whoever audits the deed audits this with it.
fn settle(tx: &Tx<'_>, person: i64) -> Result<()> {
    let sql = "UPDATE notice_told SET settled_at = :at WHERE person_id = :person AND settled_at IS NULL";
    tx.prepare_cached(sql)?.execute(named_params! { ":at": tx.at(), ":person": person })?;
    Ok(())
}

/// Minutes that a device which is handed over has for the questions.
const SITTING_MINUTES: i64 = 60;

/// Begins a sitting on a device that is handed over: a link that is used up with the last page. An earlier sitting of theirs is over.
pub fn hand_over(tx: &Tx<'_>, owner: &Owner, account: i64) -> Result<i64> {
    let sql = "
        UPDATE access_link
        SET revoked_at = :at
        WHERE person_id = :person
          AND used_at IS NULL
          AND revoked_at IS NULL
          AND id IN (SELECT link_id FROM self_id_sitting)";
    tx.prepare_cached(sql)?.execute(named_params! { ":at": tx.at(), ":person": owner.person })?;
    let target = Target { person: Some(owner.person), ..Target::default() };
    let link = links::issue(tx, LinkKind::SelfIdentification, target)?;
    let sql = "UPDATE access_link SET expires_at = :until WHERE id = :link";
    tx.prepare_cached(sql)?.execute(named_params! { ":until": tx.at().plus_minutes(SITTING_MINUTES), ":link": link })?;
    let sql = "INSERT INTO self_id_sitting (link_id, account_id, started_at) VALUES (:link, :account, :at)";
    tx.prepare_cached(sql)?.execute(named_params! { ":link": link, ":account": account, ":at": tx.at() })?;
    people::note_self_id_asked(tx, owner.person)?;
    tx.audit("self_identification.handed_over", Object::new("person", &owner.id))?;
    Ok(link)
}

/// True for a link that a device was handed over with.
pub fn is_sitting(conn: &Connection, link: i64) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM self_id_sitting WHERE link_id = :link)";
    Ok(conn.prepare_cached(sql)?.query_row(named_params! { ":link": link }, |row| row.get(0))?)
}

/// The sitting is over: its address opens nothing any more.
pub fn end_sitting(tx: &Tx<'_>, link: &Link) -> Result<()> {
    links::use_up(tx, link)?;
    tx.audit("self_identification.handed_back", Object::new("access_link", link.key))
}

/// What a client's page may tell of each owner.
pub fn standings(conn: &Connection, keys: &Keyring, owners: &[Owner], today: Day) -> Result<Vec<Standing>> {
    owners.iter().map(|owner| standing(conn, keys, owner.person, today)).collect()
}

fn standing(conn: &Connection, keys: &Keyring, person: i64, today: Day) -> Result<Standing> {
    let asked = firewall::asked_in(conn, &firewall::programs_of(conn, person, today)?)?;
    let saved = firewall::saved(conn, keys, person)?;
    let counts = saved.iter().filter(|saved| !saved.is_skipped && asked.questions.contains(&saved.question));
    Ok(Standing { saved: counts.count(), of: asked.questions.len(), has_read_out: saved.iter().any(|saved| saved.basis == Basis::ReadOut) })
}
