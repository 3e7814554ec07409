//! Loops that are open, and what bears on a new try: in SQL.

use super::{MINE, REFERRAL, Story, ball, events, read};
use crate::auth::Viewer;
use crate::error::Result;
use crate::referrals::fact::Fact;
use crate::referrals::lifecycle::Event;
use crate::referrals::voices::{Loop, loop_of, undone};
use crate::referrals::{Ball, Referral};
use crate::values::{Day, Instant};
use rusqlite::{Connection, named_params};

/// Whether the loop of a referral is closed, and if not, what is left to do.
pub fn loop_now(conn: &Connection, story: &Story, today: Day) -> Result<Loop> {
    let is_over = ball(&story.state, story.referral.due_on, today) == Ball::Nobody;
    Ok(loop_of(&story.state.now, is_told(conn, story)?, is_over))
}

/// The client heard of the next step: on the day that stands with it, or by the notice about another try, once that has left.
fn is_told(conn: &Connection, story: &Story) -> Result<bool> {
    let taken_back = undone(&story.log);
    let mut steps = story.log.iter().filter(|line| matches!(line.event, Event::RecordNextStep | Event::ReRefer));
    let Some(last) = steps.rfind(|line| !taken_back.contains(&line.seq)) else { return Ok(false) };
    if last.sheet.contains_key(&Fact::ToldOn) {
        return Ok(true);
    }
    let sql = "SELECT EXISTS (SELECT 1 FROM outbox_message WHERE event_id = ?1 AND audience = 'entrepreneur' AND sent_at IS NOT NULL)";
    Ok(conn.prepare_cached(sql)?.query_row([last.key], |row| row.get(0))?)
}

/// Referrals that ended without the help, or are disputed, and wait for a next step; the oldest promise first.
pub fn open_loops(conn: &Connection, viewer: &Viewer, only_mine: bool, limit: i64) -> Result<Vec<Referral>> {
    let sql = format!(
        "{REFERRAL}
         WHERE {MINE}
           AND (:only_mine = 0 OR referral.advisor_id = :viewer)
           AND referral.waiting_on = 'advisor'
           AND referral.status IN ('rejected', 'failed', 'cancelled', 'completed')
         ORDER BY referral.due_on, referral.id
         LIMIT :limit"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map(named_params! { ":viewer": viewer.key, ":only_mine": only_mine, ":limit": limit }, read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Other referrals of the same business and kind that were sent since then: who sends again should know.
pub fn alike_since(conn: &Connection, referral: &Referral, since: Instant) -> Result<Vec<Referral>> {
    let sql = format!(
        "{REFERRAL}
         WHERE referral.business_id = :business
           AND referral.program_id = :program
           AND referral.kind = :kind
           AND referral.id <> :own
           AND referral.sent_at >= :since
         ORDER BY referral.sent_at DESC
         LIMIT 20"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let params = named_params! { ":business": referral.business, ":program": referral.program, ":kind": referral.kind, ":own": referral.key, ":since": since };
    let rows = statement.query_map(params, read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A better door: who named it, about which referral, and in what words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Door {
    /// The partner that said no.
    pub named_by: String,
    /// R-1187.
    pub label: String,
    /// Its words.
    pub words: String,
}

/// The better door that the partner of the referral before this one named, when it said no.
pub fn door_named_before(conn: &Connection, referral: &Referral) -> Result<Option<Door>> {
    let Some(before) = referral.replaces else { return Ok(None) };
    let log = events(conn, before)?;
    let taken_back = undone(&log);
    let no = log.iter().rev().find(|line| line.event == Event::Reject && !taken_back.contains(&line.seq));
    let Some(words) = no.and_then(|line| line.sheet.get(&Fact::Alternative)).filter(|door| !door.is_empty()).cloned() else {
        return Ok(None);
    };
    let before = super::find(conn, before)?;
    Ok(Some(Door { named_by: before.partner_name().to_owned(), label: before.label(), words }))
}
