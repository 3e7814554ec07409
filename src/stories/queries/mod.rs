//! Stories in SQL. Found through the viewer: another program's story looks exactly like none.

mod answers;
mod asking;
mod reading;

pub use answers::*;
pub use asking::*;
pub use reading::*;

use super::{Facts, Shown, State, Step, Story, Uses, Yes};
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::i18n::Language;
use crate::people::Client;
use crate::store::{Object, Tx};
use crate::values::{AnswerWay, Day, Instant, StoryDeed, StoryEnd, StoryId};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

/// When a yes holds: it did not end, its last day is not over, the business is a client, whoever said it still owns a part of it and did
/// not ask to be deleted. The one place that says so; everything that is shown outside is read through it.
const HOLDS: &str = "
    story.undone_at IS NULL
    AND yes.ended_at IS NULL
    AND yes.expires_on >= :today
    AND EXISTS (SELECT 1
                FROM enrollment
                WHERE enrollment.business_id = story.business_id
                  AND enrollment.program_id = story.program_id
                  AND (enrollment.to_on IS NULL OR enrollment.to_on >= :today))
    AND EXISTS (SELECT 1
                FROM ownership
                WHERE ownership.business_id = story.business_id
                  AND ownership.person_id = yes.person_id
                  AND (ownership.to_on IS NULL OR ownership.to_on >= :today))
    AND NOT EXISTS (SELECT 1
                    FROM erasure_request
                    WHERE erasure_request.person_id = yes.person_id
                      AND erasure_request.settled_at IS NULL
                      AND erasure_request.taken_back_at IS NULL)";

/// The newest yes of each story: an older one ended when it was given.
const YES: &str = "story_consent AS yes ON yes.id = (SELECT max(id) FROM story_consent WHERE story_consent.story_id = story.id)";

/// Every story with where it stands, as a table called `told`.
fn stories() -> String {
    format!(
        "
    WITH told AS (
        SELECT story.id, story.public_id, story.program_id, program.name AS program_name, story.business_id,
               business.public_id AS client_id, business.number AS client_number, business.name AS client_name, story.account_id,
               account.name AS author, story.title, story.words, story.named_as, story.described, story.language, story.for_public,
               story.for_reports, story.for_export, story.version, story.created_at, story.undone_at,
               coalesce((SELECT CASE WHEN person.first_name = '' THEN person.last_name ELSE person.first_name END
                         FROM ownership
                         JOIN person ON person.id = ownership.person_id
                         WHERE ownership.business_id = story.business_id
                           AND (ownership.to_on IS NULL OR ownership.to_on >= :today)
                         ORDER BY ownership.is_contact DESC, ownership.share_bp DESC, ownership.id
                         LIMIT 1), '') AS first_name,
               EXISTS (SELECT 1
                       FROM enrollment
                       WHERE enrollment.business_id = story.business_id
                         AND enrollment.program_id = story.program_id
                         AND (enrollment.to_on IS NULL OR enrollment.to_on >= :today)) AS is_client,
               yes.id AS yes_id, yes.person_id AS yes_person, yes.title AS yes_title, yes.words AS yes_words, yes.named AS yes_named,
               yes.language AS yes_language, yes.for_public AS yes_public, yes.for_reports AS yes_reports, yes.for_export AS yes_export,
               yes.text_shown, yes.asked_in, yes.way AS yes_way,
               (SELECT name FROM account WHERE account.id = yes.witness_id) AS witness, yes.granted_at, yes.expires_on, yes.ended_at,
               yes.ended_why,
               (SELECT max(at) FROM story_step WHERE story_step.story_id = story.id AND story_step.what = 'asked') AS asked_at,
               CASE WHEN last.what = 'wished' THEN last.words END AS wish,
               CASE
                   WHEN story.undone_at IS NOT NULL THEN 'ended'
                   WHEN {HOLDS} THEN 'live'
                   WHEN last.what IN ('asked', 'refused', 'wished') THEN last.what
                   WHEN last.what IN ('withdrawn', 'taken_down') THEN 'withdrawn'
                   WHEN last.what = 'agreed' THEN 'over'
                   ELSE 'draft'
               END AS state
        FROM story
        JOIN program ON program.id = story.program_id
        JOIN business ON business.id = story.business_id
        JOIN account ON account.id = story.account_id
        LEFT JOIN {YES}
        LEFT JOIN story_step AS last
               ON last.id = (SELECT max(id)
                             FROM story_step
                             WHERE story_step.story_id = story.id AND story_step.what NOT IN ('copied', 'warned'))
    )
    SELECT * FROM told"
    )
}

const MINE: &str = "told.program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)";

fn uses(row: &Row<'_>, [public, reports, export]: [&str; 3]) -> rusqlite::Result<Uses> {
    Ok(Uses { public: row.get(public)?, reports: row.get(reports)?, export: row.get(export)? })
}

fn language(row: &Row<'_>, column: &str) -> rusqlite::Result<Language> {
    Ok(Language::find(&row.get::<_, String>(column)?).unwrap_or_default())
}

fn yes(row: &Row<'_>) -> rusqlite::Result<Option<Yes>> {
    let Some(key) = row.get("yes_id")? else { return Ok(None) };
    let (ended_at, ended_why): (Option<Instant>, Option<StoryEnd>) = (row.get("ended_at")?, row.get("ended_why")?);
    Ok(Some(Yes {
        key,
        person: row.get("yes_person")?,
        shown: Shown {
            title: row.get("yes_title")?,
            words: row.get("yes_words")?,
            named: row.get("yes_named")?,
            language: language(row, "yes_language")?,
        },
        uses: uses(row, ["yes_public", "yes_reports", "yes_export"])?,
        asked: (row.get("text_shown")?, language(row, "asked_in")?),
        way: row.get("yes_way")?,
        witness: row.get("witness")?,
        granted_at: row.get("granted_at")?,
        expires_on: row.get("expires_on")?,
        ended: ended_at.zip(ended_why),
    }))
}

fn read(row: &Row<'_>) -> rusqlite::Result<Story> {
    Ok(Story {
        key: row.get("id")?,
        id: row.get("public_id")?,
        program: (row.get("program_id")?, row.get("program_name")?),
        client: (row.get("business_id")?, row.get("client_id")?, row.get("client_number")?, row.get("client_name")?),
        author: (row.get("account_id")?, row.get("author")?),
        facts: Facts {
            title: row.get("title")?,
            words: row.get("words")?,
            named_as: row.get("named_as")?,
            described: row.get("described")?,
            language: language(row, "language")?,
            uses: uses(row, ["for_public", "for_reports", "for_export"])?,
        },
        first_name: row.get("first_name")?,
        is_client: row.get("is_client")?,
        state: State::parse(&row.get::<_, String>("state")?).unwrap_or(State::Draft),
        yes: yes(row)?,
        wish: row.get("wish")?,
        asked_at: row.get("asked_at")?,
        version: row.get("version")?,
        created_at: row.get("created_at")?,
    })
}

/// A story of a program the viewer works in.
pub fn find_for(conn: &Connection, viewer: &Viewer, id: &StoryId, today: Day) -> Result<Story> {
    let sql = format!("{} WHERE told.public_id = :id AND {MINE}", stories());
    let params = named_params! { ":id": id, ":viewer": viewer.key, ":today": today };
    conn.prepare_cached(&sql)?.query_row(params, read).optional()?.ok_or(Error::NotFound)
}

/// What was done with a story, the first first.
pub fn steps(conn: &Connection, story: &Story) -> Result<Vec<Step>> {
    let sql = "
        SELECT story_step.what, story_step.way, account.name AS by_name, story_step.words, story_step.at
        FROM story_step
        LEFT JOIN account ON account.id = story_step.account_id
        WHERE story_step.story_id = ?1
        ORDER BY story_step.id DESC
        LIMIT 200";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map([story.key], |row| {
        Ok(Step { what: row.get("what")?, way: row.get("way")?, by: row.get("by_name")?, words: row.get("words")?, at: row.get("at")? })
    })?;
    let mut steps = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    steps.reverse();
    Ok(steps)
}

/// A step about to be written down.
#[derive(Debug, Clone, Copy, Default)]
struct Trace<'t> {
    person: Option<i64>,
    account: Option<i64>,
    way: Option<AnswerWay>,
    link: Option<i64>,
    words: Option<&'t str>,
}

/// Writes a step down. Whoever audits the deed audits this with it.
fn note(tx: &Tx<'_>, (story, version): (i64, i64), what: StoryDeed, trace: Trace<'_>) -> Result<()> {
    let sql = "
        INSERT INTO story_step (story_id, what, version, person_id, account_id, way, link_id, words, at)
        VALUES (:story, :what, :version, :person, :account, :way, :link, :words, :at)";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":story": story, ":what": what, ":version": version, ":person": trace.person, ":account": trace.account, ":way": trace.way,
        ":link": trace.link, ":words": trace.words, ":at": tx.at(),
    })?;
    Ok(())
}

/// Ends the yes to a story, if one is open. Gives whether there was one. Whoever audits the deed audits this with it.
fn end(tx: &Tx<'_>, story: i64, why: StoryEnd) -> Result<bool> {
    let sql = "UPDATE story_consent SET ended_at = :at, ended_why = :why WHERE story_id = :story AND ended_at IS NULL";
    Ok(tx.prepare_cached(sql)?.execute(named_params! { ":at": tx.at(), ":why": why, ":story": story })? > 0)
}

/// Writes a story down. Whoever calls has found the client through the viewer.
pub fn write(tx: &Tx<'_>, viewer: &Viewer, client: &Client, facts: &Facts) -> Result<StoryId> {
    let id: StoryId = tx.fresh_id()?;
    let sql = "
        INSERT INTO story (public_id, program_id, business_id, account_id, title, words, named_as, described, language, for_public,
                           for_reports, for_export, created_at)
        VALUES (:id, :program, :business, :account, :title, :words, :named_as, :described, :language, :public, :reports, :export, :at)";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":id": id,
        ":program": client.program,
        ":business": client.key,
        ":account": viewer.key,
        ":title": facts.title,
        ":words": facts.words,
        ":named_as": facts.named_as,
        ":described": facts.described,
        ":language": facts.language.code(),
        ":public": facts.uses.public,
        ":reports": facts.uses.reports,
        ":export": facts.uses.export,
        ":at": tx.at(),
    })?;
    let key = tx.last_insert_rowid();
    note(tx, (key, 1), StoryDeed::Written, Trace { account: Some(viewer.key), ..Trace::default() })?;
    tx.audit("story.written", Object::new("story", &id))?;
    Ok(id)
}

fn refuse_ended(story: &Story) -> Result<()> {
    match story.state {
        State::Ended => Err(Error::Rejected("This story was taken back. Write a new one.".to_owned())),
        _ => Ok(()),
    }
}

/// Changes a story. A yes was to the words before: it ends here and now, and so does the link that asked about them.
pub fn change(tx: &Tx<'_>, viewer: &Viewer, id: &StoryId, version: i64, facts: &Facts) -> Result<()> {
    let story = find_for(tx, viewer, id, tx.today())?;
    refuse_ended(&story)?;
    if story.version != version {
        return Err(Error::Stale);
    }
    if story.facts == *facts {
        return Ok(());
    }
    let sql = "
        UPDATE story
        SET title = :title, words = :words, named_as = :named_as, described = :described, language = :language, for_public = :public,
            for_reports = :reports, for_export = :export, version = version + 1
        WHERE id = :key";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":title": facts.title,
        ":words": facts.words,
        ":named_as": facts.named_as,
        ":described": facts.described,
        ":language": facts.language.code(),
        ":public": facts.uses.public,
        ":reports": facts.uses.reports,
        ":export": facts.uses.export,
        ":key": story.key,
    })?;
    end(tx, story.key, StoryEnd::Changed)?;
    stop_asking(tx, story.key)?;
    note(tx, (story.key, version + 1), StoryDeed::Changed, Trace { account: Some(viewer.key), ..Trace::default() })?;
    tx.audit_with("story.changed", Object::new("story", id), "title words name language uses")
}

/// Takes a story down, as staff may at any time. A second press changes nothing.
pub fn take_down(tx: &Tx<'_>, viewer: &Viewer, id: &StoryId) -> Result<()> {
    let story = find_for(tx, viewer, id, tx.today())?;
    if !end(tx, story.key, StoryEnd::TakenDown)? {
        return Ok(());
    }
    note(tx, (story.key, story.version), StoryDeed::TakenDown, Trace { account: Some(viewer.key), ..Trace::default() })?;
    tx.audit("story.taken_down", Object::new("story", id))
}

/// Takes a story back: it is shown nowhere, and nobody is asked about it. A second press changes nothing.
pub fn undo(tx: &Tx<'_>, viewer: &Viewer, id: &StoryId, version: i64) -> Result<()> {
    let story = find_for(tx, viewer, id, tx.today())?;
    if story.state == State::Ended {
        return Ok(());
    }
    let sql = "UPDATE story SET undone_at = ?1, version = version + 1 WHERE id = ?2 AND version = ?3";
    if tx.execute(sql, (tx.at(), story.key, version))? == 0 {
        return Err(Error::Stale);
    }
    end(tx, story.key, StoryEnd::Undone)?;
    stop_asking(tx, story.key)?;
    note(tx, (story.key, version + 1), StoryDeed::Undone, Trace { account: Some(viewer.key), ..Trace::default() })?;
    tx.audit("story.undone", Object::new("story", id))
}
