//! Bodies, members, meetings and decisions in SQL. Found through the viewer: another program's looks exactly like none.

mod statements;

pub use statements::*;

use super::{Awarded, Decision, DecisionFacts, Meeting, Member, MemberFacts, Statement};
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::programs::{self, DecidingBody, Program};
use crate::store::{Object, Tx};
use crate::values::{BodyId, Day, DecisionId, DeploymentId, MeetingId, MemberId, ProgramId};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

const MEMBER: &str = "
    SELECT body_member.id, body_member.public_id, body_member.body_id, deciding_body.public_id AS body_address,
           deciding_body.name AS body_name, deciding_body.program_id, body_member.name, body_member.seat, body_member.speaks_for,
           body_member.from_on, body_member.to_on, body_member.name_gone_at, body_member.link_id, body_member.version,
           member_statement.words, member_statement.agreed_at
    FROM body_member
    JOIN deciding_body ON deciding_body.id = body_member.body_id
    LEFT JOIN member_statement ON member_statement.member_id = body_member.id AND member_statement.withdrawn_at IS NULL";

const MEETING: &str = "
    SELECT body_meeting.id, body_meeting.public_id, body_meeting.body_id, deciding_body.public_id AS body_address,
           deciding_body.name AS body_name, deciding_body.program_id, body_meeting.met_on, body_meeting.minutes, body_meeting.version,
           (SELECT count(*) FROM body_decision WHERE body_decision.meeting_id = body_meeting.id) AS decisions
    FROM body_meeting
    JOIN deciding_body ON deciding_body.id = body_meeting.body_id";

const DECISION: &str = "
    SELECT body_decision.id, body_decision.public_id, body_decision.meeting_id, body_meeting.public_id AS meeting_address,
           body_meeting.met_on, body_meeting.body_id, deciding_body.public_id AS body_address, deciding_body.name AS body_name,
           deciding_body.program_id, body_decision.about, body_decision.decision, body_decision.reason, body_decision.votes_for,
           body_decision.votes_against, body_decision.votes_abstained, account.name AS author,
           (SELECT older.public_id FROM body_decision AS older WHERE older.id = body_decision.corrects_id) AS corrects,
           (SELECT newer.public_id FROM body_decision AS newer WHERE newer.corrects_id = body_decision.id) AS corrected_by
    FROM body_decision
    JOIN body_meeting ON body_meeting.id = body_decision.meeting_id
    JOIN deciding_body ON deciding_body.id = body_meeting.body_id
    JOIN account ON account.id = body_decision.account_id";

fn read_member(row: &Row<'_>) -> rusqlite::Result<Member> {
    let words: Option<String> = row.get("words")?;
    Ok(Member {
        key: row.get("id")?,
        id: row.get("public_id")?,
        body: (row.get("body_id")?, row.get("body_address")?, row.get("body_name")?),
        program: row.get("program_id")?,
        facts: MemberFacts {
            name: row.get("name")?,
            seat: row.get("seat")?,
            speaks_for: row.get("speaks_for")?,
            from: row.get("from_on")?,
            to: row.get("to_on")?,
        },
        name_gone_at: row.get("name_gone_at")?,
        link: row.get("link_id")?,
        statement: match words {
            None => None,
            Some(words) => Some(Statement { words, agreed_at: row.get("agreed_at")? }),
        },
        version: row.get("version")?,
    })
}

fn read_meeting(row: &Row<'_>) -> rusqlite::Result<Meeting> {
    Ok(Meeting {
        key: row.get("id")?,
        id: row.get("public_id")?,
        body: (row.get("body_id")?, row.get("body_address")?, row.get("body_name")?),
        program: row.get("program_id")?,
        on: row.get("met_on")?,
        minutes: row.get("minutes")?,
        decisions: row.get("decisions")?,
        version: row.get("version")?,
    })
}

fn read_decision(row: &Row<'_>) -> rusqlite::Result<Decision> {
    Ok(Decision {
        key: row.get("id")?,
        id: row.get("public_id")?,
        meeting: (row.get("meeting_id")?, row.get("meeting_address")?, row.get("met_on")?),
        body: (row.get("body_id")?, row.get("body_address")?, row.get("body_name")?),
        program: row.get("program_id")?,
        facts: DecisionFacts {
            about: row.get("about")?,
            decision: row.get("decision")?,
            reason: row.get("reason")?,
            votes: [row.get("votes_for")?, row.get("votes_against")?, row.get("votes_abstained")?],
            recused: Vec::new(),
        },
        corrects: row.get("corrects")?,
        corrected_by: row.get("corrected_by")?,
        author: row.get("author")?,
    })
}

fn mine<T>(viewer: &Viewer, program: i64, found: T) -> Result<T> {
    if viewer.manages(program) { Ok(found) } else { Err(Error::NotFound) }
}

/// A program that the viewer manages.
pub fn find_program(conn: &Connection, viewer: &Viewer, id: &ProgramId) -> Result<Program> {
    let program = programs::queries::find_by_id(conn, id)?;
    mine(viewer, program.key, program)
}

/// A body of a program that the viewer manages.
pub fn find_body(conn: &Connection, viewer: &Viewer, id: &BodyId) -> Result<DecidingBody> {
    let body = programs::queries::find_deciding_body(conn, id)?;
    mine(viewer, body.program, body)
}

/// Every seat of a body: those that hold today first, then the latest terms.
pub fn members_of(conn: &Connection, body: i64, today: Day) -> Result<Vec<Member>> {
    let sql = format!(
        "{MEMBER}
         WHERE body_member.body_id = :body
         ORDER BY body_member.to_on IS NOT NULL AND body_member.to_on < :today, body_member.seat = 'chair' DESC, body_member.from_on DESC,
                  body_member.id"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let members = statement.query_map(named_params! { ":body": body, ":today": today }, read_member)?;
    Ok(members.collect::<rusqlite::Result<_>>()?)
}

/// Who held a seat of a body on a day.
pub fn members_on(conn: &Connection, body: i64, day: Day) -> Result<Vec<Member>> {
    Ok(members_of(conn, body, day)?.into_iter().filter(|member| member.facts.holds(day)).collect())
}

/// A seat in a program that the viewer manages.
pub fn find_member(conn: &Connection, viewer: &Viewer, id: &MemberId) -> Result<Member> {
    let sql = format!("{MEMBER} WHERE body_member.public_id = ?1");
    let member = conn.prepare_cached(&sql)?.query_row([id], read_member).optional()?.ok_or(Error::NotFound)?;
    mine(viewer, member.program, member)
}

/// Writes a seat down.
pub fn seat(tx: &Tx<'_>, body: &DecidingBody, facts: &MemberFacts) -> Result<MemberId> {
    let id: MemberId = tx.fresh_id()?;
    let sql = "
        INSERT INTO body_member (public_id, body_id, name, seat, speaks_for, from_on, to_on, created_at)
        VALUES (:id, :body, :name, :seat, :whom, :from, :to, :at)";
    tx.execute(
        sql,
        named_params! {
            ":id": id, ":body": body.key, ":name": facts.name, ":seat": facts.seat, ":whom": facts.speaks_for, ":from": facts.from,
            ":to": facts.to, ":at": tx.at()
        },
    )?;
    tx.audit("body_member.seated", Object::new("body_member", &id))?;
    Ok(id)
}

/// Changes a seat, unless somebody changed it since the form was drawn. A name that was removed stays so.
pub fn change_member(tx: &Tx<'_>, member: &Member, version: i64, facts: &MemberFacts) -> Result<()> {
    let sql = "
        UPDATE body_member
        SET name = CASE WHEN name_gone_at IS NULL THEN :name END, seat = :seat, speaks_for = :whom, from_on = :from, to_on = :to,
            version = version + 1
        WHERE id = :key
          AND version = :version";
    let params = named_params! {
        ":name": facts.name, ":seat": facts.seat, ":whom": facts.speaks_for, ":from": facts.from, ":to": facts.to, ":key": member.key,
        ":version": version
    };
    if tx.execute(sql, params)? == 0 {
        return Err(Error::Stale);
    }
    tx.audit_with("body_member.changed", Object::new("body_member", &member.id), "name seat speaks_for from to")
}

/// Meetings of a body, the latest first.
pub fn meetings_of(conn: &Connection, body: i64, limit: i64, skip: i64) -> Result<Vec<Meeting>> {
    let sql = format!(
        "{MEETING} WHERE body_meeting.body_id = :body ORDER BY body_meeting.met_on DESC, body_meeting.id DESC LIMIT :limit OFFSET :skip"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let meetings = statement.query_map(named_params! { ":body": body, ":limit": limit, ":skip": skip }, read_meeting)?;
    Ok(meetings.collect::<rusqlite::Result<_>>()?)
}

/// A meeting in a program that the viewer manages.
pub fn find_meeting(conn: &Connection, viewer: &Viewer, id: &MeetingId) -> Result<Meeting> {
    let sql = format!("{MEETING} WHERE body_meeting.public_id = ?1");
    let meeting = conn.prepare_cached(&sql)?.query_row([id], read_meeting).optional()?.ok_or(Error::NotFound)?;
    mine(viewer, meeting.program, meeting)
}

/// Writes a meeting down.
pub fn meet(tx: &Tx<'_>, viewer: &Viewer, body: &DecidingBody, on: Day, minutes: Option<&str>) -> Result<MeetingId> {
    let id: MeetingId = tx.fresh_id()?;
    let sql = "
        INSERT INTO body_meeting (public_id, body_id, met_on, minutes, account_id, created_at)
        VALUES (:id, :body, :on, :minutes, :account, :at)";
    let params = named_params! { ":id": id, ":body": body.key, ":on": on, ":minutes": minutes, ":account": viewer.key, ":at": tx.at() };
    tx.execute(sql, params)?;
    tx.audit("body_meeting.recorded", Object::new("body_meeting", &id))?;
    Ok(id)
}

/// Changes the day and the minutes, unless somebody changed them since the form was drawn.
pub fn change_meeting(tx: &Tx<'_>, meeting: &Meeting, version: i64, on: Day, minutes: Option<&str>) -> Result<()> {
    let sql = "UPDATE body_meeting SET met_on = :on, minutes = :minutes, version = version + 1 WHERE id = :key AND version = :version";
    if tx.execute(sql, named_params! { ":on": on, ":minutes": minutes, ":key": meeting.key, ":version": version })? == 0 {
        return Err(Error::Stale);
    }
    tx.audit_with("body_meeting.changed", Object::new("body_meeting", &meeting.id), "met_on minutes")
}

/// Decisions of a meeting, in the order they were written down.
pub fn decisions_of(conn: &Connection, meeting: i64) -> Result<Vec<Decision>> {
    let sql = format!("{DECISION} WHERE body_decision.meeting_id = ?1 ORDER BY body_decision.id");
    let mut statement = conn.prepare_cached(&sql)?;
    let decisions = statement.query_map([meeting], read_decision)?;
    Ok(decisions.collect::<rusqlite::Result<_>>()?)
}

/// A decision in a program that the viewer manages, with who took no part.
pub fn find_decision(conn: &Connection, viewer: &Viewer, id: &DecisionId) -> Result<Decision> {
    let sql = format!("{DECISION} WHERE body_decision.public_id = ?1");
    let mut decision = conn.prepare_cached(&sql)?.query_row([id], read_decision).optional()?.ok_or(Error::NotFound)?;
    let mut statement = conn.prepare_cached("SELECT member_id, why FROM body_recusal WHERE decision_id = ?1 ORDER BY id")?;
    let recused = statement.query_map([decision.key], |row| Ok((row.get("member_id")?, row.get("why")?)))?;
    decision.facts.recused = recused.collect::<rusqlite::Result<_>>()?;
    mine(viewer, decision.program, decision)
}

/// Writes a decision down; one that corrects another takes its place, and the other stays to be read.
pub fn decide(tx: &Tx<'_>, viewer: &Viewer, meeting: &Meeting, facts: &DecisionFacts, corrects: Option<&Decision>) -> Result<DecisionId> {
    if let Some(older) = corrects.filter(|older| older.corrected_by.is_some() || older.body.0 != meeting.body.0) {
        return Err(Error::Rejected(format!(
            "The decision of {} cannot be corrected here: another took its place already, or it is of another body. Open it again.",
            older.meeting.2
        )));
    }
    let id: DecisionId = tx.fresh_id()?;
    let sql = "
        INSERT INTO body_decision (public_id, meeting_id, about, decision, reason, votes_for, votes_against, votes_abstained, corrects_id,
                                   account_id, created_at)
        VALUES (:id, :meeting, :about, :decision, :reason, :for, :against, :abstained, :corrects, :account, :at)";
    tx.execute(
        sql,
        named_params! {
            ":id": id, ":meeting": meeting.key, ":about": facts.about, ":decision": facts.decision, ":reason": facts.reason,
            ":for": facts.votes[0], ":against": facts.votes[1], ":abstained": facts.votes[2],
            ":corrects": corrects.map(|older| older.key), ":account": viewer.key, ":at": tx.at()
        },
    )?;
    let key = tx.last_insert_rowid();
    for (member, why) in &facts.recused {
        let sql = "INSERT INTO body_recusal (decision_id, member_id, why) VALUES (?1, ?2, ?3)";
        tx.execute(sql, (key, member, why))?;
    }
    let deed = if corrects.is_some() { "body_decision.corrected" } else { "body_decision.recorded" };
    tx.audit(deed, Object::new("body_decision", &id))?;
    Ok(id)
}

const AWARDED: &str = "
    SELECT public_id, kind, unit, coalesce(delivered, awarded, applied) AS amount, awarded_on, version
    FROM deployment";

fn read_awarded(row: &Row<'_>) -> rusqlite::Result<Awarded> {
    Ok(Awarded {
        id: row.get("public_id")?,
        kind: row.get("kind")?,
        unit: row.get("unit")?,
        amount: row.get("amount")?,
        on: row.get("awarded_on")?,
        version: row.get("version")?,
    })
}

/// Resources that name a decision, the latest first.
pub fn awards_of(conn: &Connection, decision: i64, limit: i64, skip: i64) -> Result<Vec<Awarded>> {
    let sql = format!(
        "{AWARDED} WHERE decision_id = :decision AND undone_at IS NULL ORDER BY awarded_on DESC, id DESC LIMIT :limit OFFSET :skip"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let awards = statement.query_map(named_params! { ":decision": decision, ":limit": limit, ":skip": skip }, read_awarded)?;
    Ok(awards.collect::<rusqlite::Result<_>>()?)
}

/// How many awards without a decision are offered to one.
const OFFERED: i64 = 20;

/// Awards that name the body of a decision and no decision yet, those nearest to its day first.
pub fn awards_without(conn: &Connection, decision: &Decision) -> Result<Vec<Awarded>> {
    let sql = format!(
        "{AWARDED}
         WHERE deciding_body_id = :body
           AND decision_id IS NULL
           AND awarded IS NOT NULL
           AND undone_at IS NULL
         ORDER BY abs(julianday(coalesce(awarded_on, '0001-01-01')) - julianday(:on)), id
         LIMIT {OFFERED}"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let awards = statement.query_map(named_params! { ":body": decision.body.0, ":on": decision.meeting.2 }, read_awarded)?;
    Ok(awards.collect::<rusqlite::Result<_>>()?)
}

/// Says of an award of the body that it was made by a decision.
pub fn name_decision(tx: &Tx<'_>, decision: &Decision, award: &DeploymentId, version: i64) -> Result<()> {
    let sql = "
        UPDATE deployment
        SET decision_id = :decision, version = version + 1
        WHERE public_id = :award
          AND program_id = :program
          AND deciding_body_id = :body
          AND undone_at IS NULL
          AND version = :version";
    let params = named_params! {
        ":decision": decision.key, ":award": award, ":program": decision.program, ":body": decision.body.0, ":version": version
    };
    if tx.execute(sql, params)? == 0 {
        return Err(Error::Stale);
    }
    tx.audit_with("deployment.changed", Object::new("deployment", award), "decision")
}
