//! Asking the client whether an outcome is so, and what they say, in SQL.

use super::{MINE, OUTCOME, find_for, note_step, read, refuse_undone};
use crate::auth::Viewer;
use crate::auth::links::{self, Link, Target};
use crate::error::{Error, Result};
use crate::outbox::queries as outbox;
use crate::outcomes::{Known, Outcome, Said, telling};
use crate::people::queries as people;
use crate::store::{Object, Tx};
use crate::values::{AnswerWay, Day, Evidence, EvidenceCause, Helped, LinkKind, OutcomeAnswer, OutcomeId};
use rusqlite::{Connection, OptionalExtension, named_params};

/// Asks the person who is spoken to, by a private link. A newer question takes the place of one that nobody answered.
pub fn ask(tx: &Tx<'_>, viewer: &Viewer, id: &OutcomeId) -> Result<()> {
    let outcome = find_for(tx, viewer, id)?;
    refuse_undone(&outcome)?;
    let Some(owner) = people::contact(tx, outcome.client.0, tx.today())? else {
        let words = format!("Nobody is on file whom we could ask. Write down who owns {} first.", outcome.client.3);
        return Err(Error::Rejected(words));
    };
    stop_asking(tx, outcome.key)?;
    let link = links::issue(tx, LinkKind::Outcome, Target { person: Some(owner.person), ..Target::default() })?;
    let sql = "
        INSERT INTO outcome_ask (outcome_id, person_id, link_id, account_id, asked_at)
        VALUES (:outcome, :person, :link, :account, :at)";
    tx.execute(
        sql,
        named_params! { ":outcome": outcome.key, ":person": owner.person, ":link": link, ":account": viewer.key, ":at": tx.at() },
    )?;
    telling::ask(tx, &outcome, &owner, link)?;
    tx.audit("outcome.asked", Object::new("outcome", id))
}

/// The newest link that asks about an outcome, by row key.
pub fn newest_link(conn: &Connection, id: &OutcomeId) -> Result<Option<i64>> {
    let sql = "
        SELECT max(outcome_ask.link_id)
        FROM outcome_ask
        JOIN outcome ON outcome.id = outcome_ask.outcome_id
        WHERE outcome.public_id = ?1";
    Ok(conn.prepare_cached(sql)?.query_row([id], |row| row.get(0))?)
}

/// Closes the links that ask about an outcome, and takes back the notices that have not gone out. Whoever calls audits it.
pub(super) fn stop_asking(tx: &Tx<'_>, outcome: i64) -> Result<()> {
    let mut statement = tx.prepare_cached("SELECT link_id FROM outcome_ask WHERE outcome_id = ?1")?;
    let asked = statement.query_map([outcome], |row| row.get::<_, i64>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
    for link in asked {
        links::close(tx, link)?;
        outbox::stop_notices_of_link(tx, link)?;
    }
    Ok(())
}

/// The outcome that a link asks about, while whoever was asked owns a part of the business.
pub fn find_by_link(conn: &Connection, link: &Link, today: Day) -> Result<Outcome> {
    let sql = format!(
        "{OUTCOME}
         WHERE outcome.id = (SELECT outcome_id FROM outcome_ask WHERE link_id = :link)
           AND outcome.undone_at IS NULL
           AND EXISTS (
               SELECT 1
               FROM ownership
               WHERE ownership.business_id = outcome.business_id
                 AND ownership.person_id = :person
                 AND (ownership.to_on IS NULL OR ownership.to_on >= :today))"
    );
    let params = named_params! { ":link": link.key, ":person": link.person, ":today": today };
    conn.prepare_cached(&sql)?.query_row(params, read).optional()?.ok_or(Error::NotFound)
}

/// An outcome of one of somebody's businesses. `businesses` is a JSON list of row keys.
pub fn find_own(conn: &Connection, businesses: &str, id: &OutcomeId) -> Result<Outcome> {
    let sql = format!(
        "{OUTCOME}
         WHERE outcome.public_id = :id
           AND outcome.undone_at IS NULL
           AND outcome.business_id IN (SELECT value FROM json_each(:businesses))"
    );
    conn.prepare_cached(&sql)?.query_row(named_params! { ":id": id, ":businesses": businesses }, read).optional()?.ok_or(Error::NotFound)
}

/// The outcomes of somebody's businesses, newest first.
pub fn list_own(conn: &Connection, businesses: &str, (skip, limit): (i64, i64)) -> Result<Vec<Outcome>> {
    let sql = format!(
        "{OUTCOME}
         WHERE outcome.undone_at IS NULL
           AND outcome.business_id IN (SELECT value FROM json_each(:businesses))
         ORDER BY outcome.happened_on DESC, outcome.id DESC
         LIMIT :limit OFFSET :skip"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let outcomes = statement.query_map(named_params! { ":businesses": businesses, ":limit": limit, ":skip": skip }, read)?;
    Ok(outcomes.collect::<rusqlite::Result<_>>()?)
}

/// Those of them that wait for an answer: the last ones asked about.
pub fn list_own_waiting(conn: &Connection, businesses: &str, limit: i64) -> Result<Vec<Outcome>> {
    let sql = format!(
        "{OUTCOME}
         WHERE outcome.undone_at IS NULL
           AND outcome.business_id IN (SELECT value FROM json_each(:businesses))
           AND asked_at IS NOT NULL
           AND (answered_at IS NULL OR answered_at < asked_at OR answered_at < changed_at)
         ORDER BY asked_at DESC, outcome.id DESC
         LIMIT :limit"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let outcomes = statement.query_map(named_params! { ":businesses": businesses, ":limit": limit }, read)?;
    Ok(outcomes.collect::<rusqlite::Result<_>>()?)
}

/// Writes down what the client says of an outcome as it stands in `version`. A yes raises it; a no lets it count by the advisor's note,
/// until something is seen.
pub fn answer(tx: &Tx<'_>, outcome: &Outcome, person: i64, version: i64, said: &Said, way: AnswerWay) -> Result<()> {
    write_answer(tx, outcome, (person, version), said, (way, None))
}

/// Writes down what the person who is spoken to says on the telephone or face to face; the viewer is the witness. A copy goes to them
/// with a link, where they can say otherwise: a word that nobody else heard is never the last one.
pub fn hear(tx: &Tx<'_>, viewer: &Viewer, id: &OutcomeId, version: i64, said: &Said) -> Result<()> {
    let outcome = find_for(tx, viewer, id)?;
    refuse_undone(&outcome)?;
    let Some(owner) = people::contact(tx, outcome.client.0, tx.today())? else {
        let words = format!("Nobody is on file who could say it. Write down who owns {} first.", outcome.client.3);
        return Err(Error::Rejected(words));
    };
    write_answer(tx, &outcome, (owner.person, version), said, (AnswerWay::Spoken, Some(viewer.key)))?;
    ask(tx, viewer, id)
}

fn write_answer(
    tx: &Tx<'_>,
    outcome: &Outcome,
    (person, version): (i64, i64),
    said: &Said,
    (way, witness): (AnswerWay, Option<i64>),
) -> Result<()> {
    if outcome.version != version {
        return Err(Error::Stale);
    }
    let sql = "
        INSERT INTO outcome_answer (outcome_id, person_id, answer, amount, words, helped, way, witness_id, recorded_at)
        VALUES (:outcome, :person, :answer, :amount, :words, :helped, :way, :witness, :at)";
    tx.execute(
        sql,
        named_params! {
            ":outcome": outcome.key, ":person": person, ":answer": said.answer, ":amount": said.amount, ":words": said.words,
            ":helped": said.helped, ":way": way, ":witness": witness, ":at": tx.at(),
        },
    )?;
    let answer = tx.last_insert_rowid();
    let (cause, level) = match said.answer {
        OutcomeAnswer::Right => (EvidenceCause::Affirmed, outcome.evidence.max(Evidence::ClientAffirmed)),
        OutcomeAnswer::Different => (EvidenceCause::Contradicted, Evidence::AdvisorNote),
    };
    let known = Known { level, words: None, on: tx.today() };
    note_step(tx, outcome.key, cause, &known, None, Some(answer))?;
    let action = if said.answer == OutcomeAnswer::Right { "outcome.affirmed" } else { "outcome.contradicted" };
    tx.audit(action, Object::new("outcome", &outcome.id))
}

/// Adds whether we helped to the last answer of somebody who has not said it. Said already, it stays.
pub fn say_helped(tx: &Tx<'_>, outcome: &Outcome, person: i64, helped: Helped) -> Result<()> {
    let sql = "
        UPDATE outcome_answer
        SET helped = :helped
        WHERE id = (SELECT max(id) FROM outcome_answer WHERE outcome_id = :outcome)
          AND person_id = :person
          AND helped IS NULL";
    if tx.execute(sql, named_params! { ":helped": helped, ":outcome": outcome.key, ":person": person })? == 0 {
        return Ok(());
    }
    tx.audit("outcome.attributed", Object::new("outcome", &outcome.id))
}

/// Outcomes that a client says are different, with nothing seen or changed since: for whoever wrote them down, for the client's advisor,
/// and for the managers of the program.
pub fn contradicted_for(conn: &Connection, viewer: &Viewer, limit: i64) -> Result<Vec<Outcome>> {
    let sql = format!(
        "{OUTCOME}
         WHERE outcome.undone_at IS NULL
           AND (outcome.account_id = :viewer
                OR EXISTS (
                    SELECT 1
                    FROM enrollment
                    WHERE enrollment.business_id = outcome.business_id
                      AND enrollment.program_id = outcome.program_id
                      AND enrollment.advisor_id = :viewer)
                OR EXISTS (
                    SELECT 1
                    FROM membership
                    WHERE membership.program_id = outcome.program_id
                      AND membership.account_id = :viewer
                      AND membership.role = 'manager'))
           AND cause = 'contradicted'
           AND {MINE}
         ORDER BY answered_at
         LIMIT :limit"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let outcomes = statement.query_map(named_params! { ":viewer": viewer.key, ":limit": limit }, read)?;
    Ok(outcomes.collect::<rusqlite::Result<_>>()?)
}
