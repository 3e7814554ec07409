//! Asking the client whether a story may be shown, by a private link, and telling them that a yes ends soon, in SQL.

use super::{HOLDS, Trace, YES, find_for, note, read, refuse_ended, stories};
use crate::auth::Viewer;
use crate::auth::links::{self, Link, Target};
use crate::error::{Error, Result};
use crate::outbox::queries as outbox;
use crate::people::Owner;
use crate::people::queries as people;
use crate::store::{Object, Tx};
use crate::stories::telling::{self, Told};
use crate::stories::{Story, WARN_DAYS};
use crate::values::{Day, LinkKind, StoryDeed, StoryId};
use rusqlite::{Connection, OptionalExtension, named_params};

/// The person who is spoken to about the business of a story.
pub(super) fn contact(tx: &Tx<'_>, story: &Story) -> Result<Owner> {
    if !story.is_client {
        return Err(Error::Rejected("This business is a client of the program no more, so its story is not shown.".to_owned()));
    }
    people::contact(tx, story.client.0, tx.today())?
        .ok_or_else(|| Error::Rejected(format!("Nobody is on file whom we could ask. Write down who owns {} first.", story.client.3)))
}

/// Asks the person who is spoken to. A newer question takes the place of one that nobody answered.
pub fn ask(tx: &Tx<'_>, viewer: &Viewer, id: &StoryId) -> Result<()> {
    let story = find_for(tx, viewer, id, tx.today())?;
    refuse_ended(&story)?;
    let owner = contact(tx, &story)?;
    send(tx, &story, &owner, Some(viewer.key), (StoryDeed::Asked, Told::Asked))?;
    tx.audit("story.asked", Object::new("story", id))
}

/// Sends a link that opens the page where the client says yes, no, or takes it back. An older one is dead from now on.
pub(super) fn send(tx: &Tx<'_>, story: &Story, owner: &Owner, by: Option<i64>, (what, told): (StoryDeed, Told)) -> Result<()> {
    stop_asking(tx, story.key)?;
    let link = links::issue(tx, LinkKind::Story, Target { person: Some(owner.person), ..Target::default() })?;
    let trace = Trace { person: Some(owner.person), account: by, link: Some(link), ..Trace::default() };
    note(tx, (story.key, story.version), what, trace)?;
    telling::tell(tx, story, owner, link, told)
}

/// Closes the links about a story, and takes back the notices that have not gone out. Whoever calls audits it.
pub(super) fn stop_asking(tx: &Tx<'_>, story: i64) -> Result<()> {
    let mut statement = tx.prepare_cached("SELECT link_id FROM story_step WHERE story_id = ?1 AND link_id IS NOT NULL")?;
    let links = statement.query_map([story], |row| row.get::<_, i64>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
    for link in links {
        links::close(tx, link)?;
        outbox::stop_notices_of_link(tx, link)?;
    }
    Ok(())
}

/// The newest link about a story, by row key.
pub fn newest_link(conn: &Connection, id: &StoryId) -> Result<Option<i64>> {
    let sql = "
        SELECT max(story_step.link_id)
        FROM story_step
        JOIN story ON story.id = story_step.story_id
        WHERE story.public_id = ?1";
    Ok(conn.prepare_cached(sql)?.query_row([id], |row| row.get(0))?)
}

/// The story that a link is about, while whoever was asked owns a part of the business.
pub fn find_by_link(conn: &Connection, link: &Link, today: Day) -> Result<Story> {
    let sql = format!(
        "{}
         WHERE told.id = (SELECT story_id FROM story_step WHERE link_id = :link)
           AND told.undone_at IS NULL
           AND EXISTS (
               SELECT 1
               FROM ownership
               WHERE ownership.business_id = told.business_id
                 AND ownership.person_id = :person
                 AND (ownership.to_on IS NULL OR ownership.to_on >= :today))",
        stories()
    );
    let params = named_params! { ":link": link.key, ":person": link.person, ":today": today };
    conn.prepare_cached(&sql)?.query_row(params, read).optional()?.ok_or(Error::NotFound)
}

/// Stories whose yes ends within 30 days and whose client was not told so: address and row key of the yes.
pub fn lapsing(conn: &Connection, today: Day) -> Result<Vec<i64>> {
    let sql = format!(
        "SELECT story.id
         FROM story
         JOIN {YES}
         WHERE yes.ended_at IS NULL
           AND yes.expires_on BETWEEN :today AND :until
           AND yes.warned_at IS NULL
           AND yes.expires_on > date(yes.granted_at / 1000, 'unixepoch', :days)
           AND {HOLDS}
         ORDER BY story.id"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let days = format!("+{WARN_DAYS} days");
    let found =
        statement.query_map(named_params! { ":today": today, ":until": today.plus_days(WARN_DAYS), ":days": days }, |row| row.get(0))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Tells one client that their yes ends soon, unless that was done since, with a link by which it is kept for longer.
pub fn warn(tx: &Tx<'_>, key: i64) -> Result<()> {
    if !lapsing(tx, tx.today())?.contains(&key) {
        return Ok(());
    }
    let sql = format!("{} WHERE told.id = :key", stories());
    let story = tx.prepare_cached(&sql)?.query_row(named_params! { ":key": key, ":today": tx.today() }, read)?;
    let sql = "UPDATE story_consent SET warned_at = ?1 WHERE story_id = ?2 AND ended_at IS NULL";
    tx.execute(sql, (tx.at(), key))?;
    if let Some(owner) = people::contact(tx, story.client.0, tx.today())? {
        send(tx, &story, &owner, None, (StoryDeed::Warned, Told::EndsSoon))?;
    }
    tx.audit("story.warned", Object::new("story", &story.id))
}
