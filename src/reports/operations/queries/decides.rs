//! Who decides in a program: bodies, the seats held on some day of a span and for whom they speak, what was decided, and what members say of
//! themselves while they agree to it.

use crate::error::Result;
use crate::reports::Span;
use crate::reports::operations::figures::{BodyLine, Decides, Said};
use crate::values::{Seat, SpeaksFor, Vocabulary};
use rusqlite::{Connection, named_params};

const HELD: &str = "body_member.from_on <= :last AND (body_member.to_on IS NULL OR body_member.to_on >= :first)";
const MINE: &str = "(:program IS NULL OR deciding_body.program_id = :program)";
/// A decision counts until another takes its place.
const STANDS: &str = "
    body_meeting.met_on BETWEEN :first AND :last
    AND NOT EXISTS (SELECT 1 FROM body_decision AS newer WHERE newer.corrects_id = body_decision.id)";

/// Everything but the awards, which are counted with the others.
pub fn decides(conn: &Connection, program: Option<i64>, span: Span) -> Result<Decides> {
    let (decisions, with_reason, with_votes, with_recusal) = decisions(conn, program, span)?;
    let bodies = bodies(conn, program, span)?;
    let (seats, seats_unknown) = seats(conn, program, span)?;
    let said = said(conn, program, span)?;
    Ok(Decides { bodies, seats, seats_unknown, decisions, with_reason, with_votes, with_recusal, said, ..Decides::default() })
}

/// Bodies there were on some day of the span, or of which something is on record in it.
fn bodies(conn: &Connection, program: Option<i64>, span: Span) -> Result<Vec<BodyLine>> {
    let sql = format!(
        "SELECT deciding_body.name, deciding_body.decides,
                (SELECT count(*) FROM body_member WHERE body_member.body_id = deciding_body.id AND {HELD}) AS seats,
                (SELECT count(*) FROM body_meeting
                 WHERE body_meeting.body_id = deciding_body.id AND body_meeting.met_on BETWEEN :first AND :last) AS meetings,
                (SELECT count(*) FROM body_decision
                 JOIN body_meeting ON body_meeting.id = body_decision.meeting_id
                 WHERE body_meeting.body_id = deciding_body.id AND {STANDS}) AS decisions
         FROM deciding_body
         WHERE {MINE}
           AND (deciding_body.since_on IS NULL OR deciding_body.since_on <= :last)
           AND (deciding_body.until_on IS NULL OR deciding_body.until_on >= :first)
         ORDER BY deciding_body.name, deciding_body.id"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let lines = statement.query_map(named_params! { ":program": program, ":first": span.first, ":last": span.last }, |row| {
        Ok(BodyLine {
            name: row.get("name")?,
            decides: row.get("decides")?,
            seats: row.get("seats")?,
            meetings: row.get("meetings")?,
            decisions: row.get("decisions")?,
        })
    })?;
    Ok(lines.collect::<rusqlite::Result<_>>()?)
}

/// How many seats speak for whom, in the order of the list; and of how many that is not recorded.
fn seats(conn: &Connection, program: Option<i64>, span: Span) -> Result<(Vec<(String, u32)>, u32)> {
    let sql = format!(
        "SELECT body_member.speaks_for, count(*) AS seats
         FROM body_member
         JOIN deciding_body ON deciding_body.id = body_member.body_id
         WHERE {MINE} AND {HELD}
         GROUP BY body_member.speaks_for"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map(named_params! { ":program": program, ":first": span.first, ":last": span.last }, |row| {
        Ok((row.get::<_, Option<SpeaksFor>>("speaks_for")?, row.get::<_, u32>("seats")?))
    })?;
    let found = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    let of = |whom: Option<SpeaksFor>| found.iter().find(|(other, _)| *other == whom).map_or(0, |(_, seats)| *seats);
    let told = SpeaksFor::ALL.iter().map(|whom| (whom.code().to_owned(), of(Some(*whom)))).filter(|(_, seats)| *seats > 0);
    Ok((told.collect(), of(None)))
}

/// How many decisions stand, with a reason, with counted votes, and in which somebody stood aside.
fn decisions(conn: &Connection, program: Option<i64>, span: Span) -> Result<(u32, u32, u32, u32)> {
    let sql = format!(
        "SELECT count(*) AS decisions, count(body_decision.reason) AS with_reason, count(body_decision.votes_for) AS with_votes,
                count(CASE WHEN EXISTS (SELECT 1 FROM body_recusal WHERE body_recusal.decision_id = body_decision.id) THEN 1 END) AS with_recusal
         FROM body_decision
         JOIN body_meeting ON body_meeting.id = body_decision.meeting_id
         JOIN deciding_body ON deciding_body.id = body_meeting.body_id
         WHERE {MINE} AND {STANDS}"
    );
    let params = named_params! { ":program": program, ":first": span.first, ":last": span.last };
    Ok(conn
        .prepare_cached(&sql)?
        .query_row(params, |row| Ok((row.get("decisions")?, row.get("with_reason")?, row.get("with_votes")?, row.get("with_recusal")?)))?)
}

/// What members who held a seat say of themselves, as far as they agree now.
fn said(conn: &Connection, program: Option<i64>, span: Span) -> Result<Vec<Said>> {
    let sql = format!(
        "SELECT body_member.name, body_member.seat, deciding_body.name AS body, member_statement.words
         FROM member_statement
         JOIN body_member ON body_member.id = member_statement.member_id
         JOIN deciding_body ON deciding_body.id = body_member.body_id
         WHERE {MINE}
           AND {HELD}
           AND member_statement.withdrawn_at IS NULL
           AND member_statement.words IS NOT NULL
           AND body_member.name IS NOT NULL
         ORDER BY deciding_body.name, body_member.seat = 'chair' DESC, body_member.id"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map(named_params! { ":program": program, ":first": span.first, ":last": span.last }, |row| {
        let seat: Seat = row.get("seat")?;
        Ok(Said { name: row.get("name")?, seat: seat.label().to_owned(), body: row.get("body")?, words: row.get("words")? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
