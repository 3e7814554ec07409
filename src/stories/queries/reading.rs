//! Lists of stories for staff, and what anybody outside may read of them, in SQL.

use super::{HOLDS, MINE, YES, language, read, stories};
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::people::Client;
use crate::stories::{Filter, Shown, Story, Told};
use crate::values::{Day, StoryId};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

/// The stories of the viewer's programs, the newest first, and one more row where there is another page.
pub fn list_for(conn: &Connection, viewer: &Viewer, filter: Filter, today: Day, (skip, limit): (i64, i64)) -> Result<Vec<Story>> {
    let sql = format!(
        "{}
         WHERE {MINE}
           AND (:program IS NULL OR told.program_id = :program)
           AND (told.state = :state OR (:state IS NULL AND told.state <> 'ended'))
           AND (:until IS NULL OR (told.state = 'live' AND told.expires_on <= :until))
         ORDER BY told.id DESC
         LIMIT :limit OFFSET :skip",
        stories()
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let params = named_params! {
        ":viewer": viewer.key, ":program": filter.program, ":state": filter.state.map(crate::stories::State::code), ":until": filter.until,
        ":today": today, ":limit": limit, ":skip": skip,
    };
    let found = statement.query_map(params, read)?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// The stories of a client in its program, the newest first.
pub fn list_of_client(conn: &Connection, client: &Client, today: Day, (skip, limit): (i64, i64)) -> Result<Vec<Story>> {
    let sql = format!(
        "{}
         WHERE told.business_id = :business AND told.program_id = :program AND told.state <> 'ended'
         ORDER BY told.id DESC
         LIMIT :limit OFFSET :skip",
        stories()
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let params = named_params! { ":business": client.key, ":program": client.program, ":today": today, ":limit": limit, ":skip": skip };
    let found = statement.query_map(params, read)?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Stories that a client wants different, with nothing changed since: for whoever wrote them, for the client's advisor, and for the
/// managers of the program. Each with when they said it.
pub fn wished_for(conn: &Connection, viewer: &Viewer, today: Day, limit: i64) -> Result<Vec<Story>> {
    let sql = format!(
        "{}
         WHERE told.wish IS NOT NULL
           AND told.undone_at IS NULL
           AND (told.account_id = :viewer
                OR EXISTS (
                    SELECT 1
                    FROM enrollment
                    WHERE enrollment.business_id = told.business_id
                      AND enrollment.program_id = told.program_id
                      AND enrollment.advisor_id = :viewer)
                OR EXISTS (
                    SELECT 1
                    FROM membership
                    WHERE membership.program_id = told.program_id
                      AND membership.account_id = :viewer
                      AND membership.role = 'manager'))
           AND {MINE}
         ORDER BY told.id
         LIMIT :limit",
        stories()
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let found = statement.query_map(named_params! { ":viewer": viewer.key, ":today": today, ":limit": limit }, read)?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// What is shown outside, from the yes itself: never from what staff wrote since.
const TOLD: &str = "
    SELECT story.public_id, yes.title, yes.words, yes.named, yes.language, program.name AS program_name, yes.expires_on
    FROM story
    JOIN program ON program.id = story.program_id";

fn told(row: &Row<'_>) -> rusqlite::Result<Told> {
    Ok(Told {
        id: row.get("public_id")?,
        shown: Shown { title: row.get("title")?, words: row.get("words")?, named: row.get("named")?, language: language(row, "language")? },
        program: row.get("program_name")?,
        expires_on: row.get("expires_on")?,
    })
}

/// A story that anybody may read today. One that nobody agreed to, or agrees to no more, looks exactly like none.
pub fn find_public(conn: &Connection, id: &StoryId, today: Day) -> Result<Told> {
    let sql = format!("{TOLD} JOIN {YES} WHERE story.public_id = :id AND yes.for_public = 1 AND {HOLDS}");
    conn.prepare_cached(&sql)?.query_row(named_params! { ":id": id, ":today": today }, told).optional()?.ok_or(Error::NotFound)
}

/// The stories of a program, or of all, that may stand in a report drawn today, by title.
pub fn list_for_report(conn: &Connection, program: Option<i64>, today: Day, limit: i64) -> Result<Vec<(Told, bool)>> {
    let sql = format!(
        "SELECT story.public_id, yes.title, yes.words, yes.named, yes.language, program.name AS program_name, yes.expires_on, yes.for_public
         FROM story
         JOIN program ON program.id = story.program_id
         JOIN {YES}
         WHERE (:program IS NULL OR story.program_id = :program)
           AND yes.for_reports = 1
           AND {HOLDS}
         ORDER BY yes.title, story.id
         LIMIT :limit"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let params = named_params! { ":program": program, ":today": today, ":limit": limit };
    let found = statement.query_map(params, |row| Ok((told(row)?, row.get("for_public")?)))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// The row keys of every yes that holds today and lets the story stand in a file, of some programs: a JSON list each way.
pub fn keys_for_file(conn: &Connection, programs: &str, today: Day) -> Result<String> {
    let sql = format!(
        "SELECT json_group_array(yes.id)
         FROM story
         JOIN {YES}
         WHERE story.program_id IN (SELECT value FROM json_each(:programs))
           AND yes.for_export = 1
           AND {HOLDS}"
    );
    Ok(conn.prepare_cached(&sql)?.query_row(named_params! { ":programs": programs, ":today": today }, |row| row.get(0))?)
}
