//! What a client says of a story, by their own press or through somebody who heard it, in SQL.

use super::asking::{contact, send};
use super::{Trace, end, find_for, note, read, refuse_ended, stories};
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::i18n::Language;
use crate::store::{Object, Tx};
use crate::stories::telling::Told;
use crate::stories::{Said, Shown, Story, Uses, asked};
use crate::values::{AnswerWay, Day, StoryDeed, StoryEnd, StoryId};
use rusqlite::{Connection, OptionalExtension, named_params};

/// Who says it, how, who heard it, and in which language they were asked.
#[derive(Debug, Clone, Copy)]
pub struct By {
    /// Row key of the person.
    pub person: i64,
    /// How.
    pub way: AnswerWay,
    /// Row key of whoever heard it, where it was spoken.
    pub witness: Option<i64>,
    /// In which language.
    pub language: Language,
}

/// Writes down what the client says of a story in the version and the very text that they saw. What was changed since is for them to see
/// first.
pub fn answer(tx: &Tx<'_>, story: &Story, (version, shown): (i64, &str), said: &Said, by: By) -> Result<()> {
    let now = story.shown();
    if story.version != version || now.hash() != shown {
        return Err(Error::Stale);
    }
    let trace = Trace { person: Some(by.person), account: by.witness, way: Some(by.way), ..Trace::default() };
    let place = (story.key, story.version);
    let id = Object::new("story", &story.id);
    match said {
        Said::Agreed(uses, until) => {
            agree(tx, story, &now, (uses.and(story.facts.uses), *until), by)?;
            note(tx, place, StoryDeed::Agreed, trace)?;
            tx.audit("story.agreed", id)
        }
        // No to what is shown is the end of it.
        Said::Refused if end(tx, story.key, StoryEnd::Withdrawn)? => {
            note(tx, place, StoryDeed::Withdrawn, trace)?;
            tx.audit("story.withdrawn", id)
        }
        Said::Refused => {
            note(tx, place, StoryDeed::Refused, trace)?;
            tx.audit("story.refused", id)
        }
        Said::Wished(words) => {
            note(tx, place, StoryDeed::Wished, Trace { words: Some(words), ..trace })?;
            tx.audit("story.wished", id)
        }
    }
}

fn agree(tx: &Tx<'_>, story: &Story, now: &Shown, (uses, until): (Uses, Day), by: By) -> Result<()> {
    if uses.is_none() || !story.is_client || until <= tx.today() || until > tx.today().plus_days(crate::stories::LONGEST_DAYS) {
        return Err(Error::Stale);
    }
    end(tx, story.key, StoryEnd::Renewed)?;
    let question = asked::Asked { program: &story.program.1, title: &now.title, named: &now.named, uses, until };
    let english = (by.language != Language::english()).then(|| asked::words(&question, Language::english()));
    let sql = "
        INSERT INTO story_consent (story_id, version, person_id, title, words, named, language, text_hash, for_public, for_reports,
                                   for_export, text_shown, asked_in, english, way, witness_id, granted_at, expires_on)
        VALUES (:story, :version, :person, :title, :words, :named, :language, :hash, :public, :reports, :export, :text, :asked_in,
                :english, :way, :witness, :at, :expires)";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":story": story.key,
        ":version": story.version,
        ":person": by.person,
        ":title": now.title,
        ":words": now.words,
        ":named": now.named,
        ":language": now.language.code(),
        ":hash": now.hash(),
        ":public": uses.public,
        ":reports": uses.reports,
        ":export": uses.export,
        ":text": asked::words(&question, by.language),
        ":asked_in": by.language.code(),
        ":english": english,
        ":way": by.way,
        ":witness": by.witness,
        ":at": tx.at(),
        ":expires": until,
    })?;
    Ok(())
}

/// Writes down what the person who is spoken to says on the telephone or face to face; the viewer is the witness. A copy of a yes goes to
/// them with a link, by which they read it and take it back: a yes that nobody else heard is never the last word.
pub fn hear(tx: &Tx<'_>, viewer: &Viewer, id: &StoryId, seen: (i64, &str), said: &Said) -> Result<()> {
    let story = find_for(tx, viewer, id, tx.today())?;
    refuse_ended(&story)?;
    let owner = contact(tx, &story)?;
    let by = By { person: owner.person, way: AnswerWay::Spoken, witness: Some(viewer.key), language: owner.reading() };
    answer(tx, &story, seen, said, by)?;
    if matches!(said, Said::Agreed(..)) {
        send(tx, &story, &owner, Some(viewer.key), (StoryDeed::Copied, Told::Copied))?;
        tx.audit("story.copied", Object::new("story", id))?;
    }
    Ok(())
}

/// Takes a yes back: from this moment on the story stands nowhere. A second press changes nothing.
pub fn withdraw(tx: &Tx<'_>, story: &Story, person: i64, way: AnswerWay) -> Result<()> {
    if !end(tx, story.key, StoryEnd::Withdrawn)? {
        return Ok(());
    }
    let trace = Trace { person: Some(person), way: Some(way), ..Trace::default() };
    note(tx, (story.key, story.version), StoryDeed::Withdrawn, trace)?;
    tx.audit("story.withdrawn", Object::new("story", &story.id))
}

/// Stories that the client has to do with: they were asked about them at some time.
const WERE_ASKED: &str = "
    told.undone_at IS NULL
    AND told.business_id IN (SELECT value FROM json_each(:businesses))
    AND EXISTS (SELECT 1 FROM story_step WHERE story_step.story_id = told.id AND story_step.what IN ('asked', 'agreed', 'refused', 'wished'))";

/// A story of one of somebody's businesses. `businesses` is a JSON list of row keys.
pub fn find_own(conn: &Connection, businesses: &str, id: &StoryId, today: Day) -> Result<Story> {
    let sql = format!("{} WHERE told.public_id = :id AND {WERE_ASKED}", stories());
    let params = named_params! { ":id": id, ":businesses": businesses, ":today": today };
    conn.prepare_cached(&sql)?.query_row(params, read).optional()?.ok_or(Error::NotFound)
}

/// The stories of somebody's businesses, those that are shown first.
pub fn list_own(conn: &Connection, businesses: &str, today: Day, (skip, limit): (i64, i64)) -> Result<Vec<Story>> {
    let sql = format!("{} WHERE {WERE_ASKED} ORDER BY told.state <> 'live', told.id DESC LIMIT :limit OFFSET :skip", stories());
    let mut statement = conn.prepare_cached(&sql)?;
    let params = named_params! { ":businesses": businesses, ":today": today, ":limit": limit, ":skip": skip };
    let found = statement.query_map(params, read)?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Those of them that wait for an answer, or that can be kept for longer: the last ones asked about.
pub fn list_own_waiting(conn: &Connection, businesses: &str, today: Day, limit: i64) -> Result<Vec<Story>> {
    let sql = format!(
        "{}
         WHERE {WERE_ASKED}
           AND told.is_client
           AND (told.state = 'asked' OR (told.state = 'live' AND told.expires_on <= :soon))
         ORDER BY told.asked_at DESC, told.id DESC
         LIMIT :limit",
        stories()
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let soon = today.plus_days(crate::stories::WARN_DAYS);
    let params = named_params! { ":businesses": businesses, ":today": today, ":soon": soon, ":limit": limit };
    let found = statement.query_map(params, read)?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}
