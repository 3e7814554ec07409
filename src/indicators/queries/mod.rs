//! Indicators in SQL. Found through the viewer: another program's looks exactly like none.

mod deciding;
mod lines;
mod voices;

pub use deciding::*;
pub use lines::*;
pub use voices::*;

use super::{Baseline, Count, Decided, Definition, Facts, Indicator, Voice};
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::store::{Object, Tx};
use crate::values::{Day, IndicatorId, IndicatorStatus, ListedMeasure};
use rusqlite::{Connection, OptionalExtension, Row, ToSql, named_params};

const INDICATOR: &str = "
    SELECT indicator.id, indicator.public_id, indicator.program_id, program.public_id AS program_address, program.name AS program_name,
           indicator.account_id, account.name AS staff, indicator.person_id,
           CASE indicator.is_named WHEN 1 THEN trim(person.first_name || ' ' || person.last_name) END AS person_name,
           indicator.words, indicator.status, indicator.name, indicator.question, indicator.why,
           indicator.numerator, indicator.numerator_kind, indicator.numerator_place, indicator.numerator_source_id,
           over_source.name AS numerator_source,
           indicator.denominator, indicator.denominator_kind, indicator.denominator_place, indicator.denominator_source_id,
           under_source.name AS denominator_source,
           indicator.per, indicator.direction, indicator.baseline, indicator.baseline_source, indicator.baseline_year, indicator.target,
           indicator.target_on, indicator.is_shareable, indicator.edition, indicator.retired_at, indicator.retired_why, indicator.undone_at,
           indicator.version, indicator.created_at,
           (SELECT count(*) FROM indicator_rank WHERE indicator_rank.indicator_id = indicator.id) AS ranked,
           (SELECT count(*) FROM indicator_rank WHERE indicator_rank.indicator_id = indicator.id AND indicator_rank.place = 1) AS ranked_first,
           said.verdict, said.edition AS said_edition, said.sentence, body_decision.public_id AS decision, body_decision.reason,
           deciding_body.name AS body, body_meeting.met_on,
           EXISTS (SELECT 1 FROM body_decision AS newer WHERE newer.corrects_id = body_decision.id) AS is_corrected
    FROM indicator
    JOIN program ON program.id = indicator.program_id
    LEFT JOIN account ON account.id = indicator.account_id
    LEFT JOIN person ON person.id = indicator.person_id
    LEFT JOIN funding_source AS over_source ON over_source.id = indicator.numerator_source_id
    LEFT JOIN funding_source AS under_source ON under_source.id = indicator.denominator_source_id
    LEFT JOIN indicator_decision AS said ON said.id = (SELECT max(latest.id) FROM indicator_decision AS latest WHERE latest.indicator_id = indicator.id)
    LEFT JOIN body_decision ON body_decision.id = said.decision_id
    LEFT JOIN body_meeting ON body_meeting.id = body_decision.meeting_id
    LEFT JOIN deciding_body ON deciding_body.id = body_meeting.body_id";

/// Of the programs the viewer works in.
const MINE: &str = "indicator.program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)";

/// What stands, and says something: a proposal whose words were deleted before anybody defined it says nothing any more.
const STANDS: &str = "indicator.undone_at IS NULL AND (indicator.words IS NOT NULL OR indicator.name IS NOT NULL)";

/// What is looked at first, then what is proposed, the most ranked first.
const ORDER: &str = "
    ORDER BY CASE indicator.status WHEN 'chosen' THEN 0 WHEN 'proposed' THEN 1 WHEN 'not_chosen' THEN 2 ELSE 3 END, ranked DESC, ranked_first DESC,
             indicator.id DESC";

fn read(row: &Row<'_>) -> rusqlite::Result<Indicator> {
    let retired: Option<_> = row.get("retired_at")?;
    Ok(Indicator {
        key: row.get("id")?,
        id: row.get("public_id")?,
        program: (row.get("program_id")?, row.get("program_address")?, row.get("program_name")?),
        by: voice(row)?,
        words: row.get("words")?,
        facts: facts(row)?,
        status: row.get("status")?,
        edition: row.get("edition")?,
        decided: decided(row)?,
        ranked: (row.get("ranked")?, row.get("ranked_first")?),
        retired: retired.zip(row.get("retired_why")?),
        undone_at: row.get("undone_at")?,
        version: row.get("version")?,
        created_at: row.get("created_at")?,
    })
}

fn voice(row: &Row<'_>) -> rusqlite::Result<Voice> {
    let name: Option<String> = row.get("person_name")?;
    let staff: Option<i64> = row.get("account_id")?;
    Ok(Voice { staff: staff.zip(row.get("staff")?), person: row.get("person_id")?, name: name.filter(|name| !name.is_empty()) })
}

/// Nothing while nobody defined it.
fn facts(row: &Row<'_>) -> rusqlite::Result<Option<Facts>> {
    let (name, numerator): (Option<String>, _) = (row.get("name")?, count(row, "numerator")?);
    let Some((name, numerator)) = name.zip(numerator) else { return Ok(None) };
    let (source, year): (Option<String>, Option<i16>) = (row.get("baseline_source")?, row.get("baseline_year")?);
    let value: Option<i64> = row.get("baseline")?;
    let target: Option<i64> = row.get("target")?;
    Ok(Some(Facts {
        name,
        question: row.get("question")?,
        why: row.get("why")?,
        definition: Definition { numerator, denominator: count(row, "denominator")?, per: row.get("per")? },
        direction: row.get("direction")?,
        baseline: value.zip(source.zip(year)).map(|(value, (source, year))| Baseline { value, source, year }),
        target: target.zip(row.get("target_on")?),
        is_shareable: row.get("is_shareable")?,
    }))
}

fn count(row: &Row<'_>, side: &str) -> rusqlite::Result<Option<Count>> {
    let Some(measure) = row.get::<_, Option<ListedMeasure>>(side)? else { return Ok(None) };
    let source: Option<i64> = row.get(format!("{side}_source_id").as_str())?;
    Ok(Some(Count {
        measure,
        kind: row.get(format!("{side}_kind").as_str())?,
        place: row.get(format!("{side}_place").as_str())?,
        source: source.zip(row.get(format!("{side}_source").as_str())?),
    }))
}

fn decided(row: &Row<'_>) -> rusqlite::Result<Option<Decided>> {
    let Some(verdict) = row.get("verdict")? else { return Ok(None) };
    let reason: Option<String> = row.get("reason")?;
    Ok(Some(Decided {
        verdict,
        edition: row.get("said_edition")?,
        sentence: row.get("sentence")?,
        decision: row.get("decision")?,
        body: (row.get("body")?, row.get("met_on")?),
        reason: reason.unwrap_or_default(),
        is_corrected: row.get("is_corrected")?,
    }))
}

/// The indicators of the viewer's programs, and one more row where there is another page.
pub fn list_for(conn: &Connection, viewer: &Viewer, (skip, limit): (i64, i64)) -> Result<Vec<Indicator>> {
    let sql = format!("{INDICATOR} WHERE {STANDS} AND {MINE} {ORDER} LIMIT :limit OFFSET :skip");
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map(named_params! { ":viewer": viewer.key, ":limit": limit, ":skip": skip }, read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The indicators that are looked at in a program, or in all of them, as far as a body chose them on a day or before; the oldest first. At
/// most 200.
pub fn chosen(conn: &Connection, program: Option<i64>, on: Day) -> Result<Vec<Indicator>> {
    let sql = format!(
        "{INDICATOR}
         WHERE indicator.status = 'chosen'
           AND {STANDS}
           AND (:program IS NULL OR indicator.program_id = :program)
           AND body_meeting.met_on <= :on
         ORDER BY program.name, indicator.id
         LIMIT 200"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map(named_params! { ":program": program, ":on": on }, read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The indicators of these programs, by row key as a JSON list, that somebody defined; the oldest first. At most 500.
pub fn defined(conn: &Connection, programs: &str) -> Result<Vec<Indicator>> {
    let sql = format!(
        "{INDICATOR}
         WHERE indicator.name IS NOT NULL
           AND {STANDS}
           AND indicator.program_id IN (SELECT value FROM json_each(:programs))
         ORDER BY indicator.id
         LIMIT 500"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map(named_params! { ":programs": programs }, read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn find_by(conn: &Connection, condition: &str, params: &[(&str, &dyn ToSql)]) -> Result<Indicator> {
    let sql = format!("{INDICATOR} WHERE {condition}");
    conn.prepare_cached(&sql)?.query_row(params, read).optional()?.ok_or(Error::NotFound)
}

/// An indicator of a program the viewer works in.
pub fn find_for(conn: &Connection, viewer: &Viewer, id: &IndicatorId) -> Result<Indicator> {
    find_by(conn, &format!("indicator.public_id = :id AND {MINE}"), named_params! { ":id": id, ":viewer": viewer.key })
}

/// An indicator for a manager of its program to change.
pub fn find_to_change(conn: &Connection, viewer: &Viewer, id: &IndicatorId) -> Result<Indicator> {
    let indicator = find_for(conn, viewer, id)?;
    if viewer.manages(indicator.program.0) { Ok(indicator) } else { Err(Error::Forbidden) }
}

/// Proposes an indicator as a manager: with its definition.
pub fn propose(tx: &Tx<'_>, viewer: &Viewer, program: i64, facts: &Facts) -> Result<IndicatorId> {
    if !viewer.manages(program) {
        return Err(Error::NotFound);
    }
    let id: IndicatorId = tx.fresh_id()?;
    let sql = "INSERT INTO indicator (public_id, program_id, account_id, created_at) VALUES (?1, ?2, ?3, ?4)";
    tx.prepare_cached(sql)?.execute((&id, program, viewer.key, tx.at()))?;
    write(tx, tx.last_insert_rowid(), 1, facts, IndicatorStatus::Proposed, 1)?;
    tx.audit("indicator.proposed", Object::new("indicator", &id))?;
    Ok(id)
}

fn write(tx: &Tx<'_>, key: i64, version: i64, facts: &Facts, status: IndicatorStatus, edition: i64) -> Result<()> {
    let sql = "
        UPDATE indicator
        SET name = :name, question = :question, why = :why, numerator = :numerator, numerator_kind = :numerator_kind,
            numerator_place = :numerator_place, numerator_source_id = :numerator_source, denominator = :denominator,
            denominator_kind = :denominator_kind, denominator_place = :denominator_place, denominator_source_id = :denominator_source,
            per = :per, direction = :direction, baseline = :baseline, baseline_source = :baseline_source, baseline_year = :baseline_year,
            target = :target, target_on = :target_on, is_shareable = :shareable, status = :status, edition = :edition, version = version + 1
        WHERE id = :key
          AND version = :version";
    let (over, under) = (&facts.definition.numerator, facts.definition.denominator.as_ref());
    let baseline = facts.baseline.as_ref();
    let changed = tx.prepare_cached(sql)?.execute(named_params! {
        ":name": facts.name,
        ":question": facts.question,
        ":why": facts.why,
        ":numerator": over.measure,
        ":numerator_kind": over.kind,
        ":numerator_place": over.place,
        ":numerator_source": over.source.as_ref().map(|(key, _)| *key),
        ":denominator": under.map(|count| count.measure),
        ":denominator_kind": under.and_then(|count| count.kind.as_ref()),
        ":denominator_place": under.and_then(|count| count.place.as_ref()),
        ":denominator_source": under.and_then(|count| count.source.as_ref()).map(|(key, _)| *key),
        ":per": facts.definition.per,
        ":direction": facts.direction,
        ":baseline": baseline.map(|baseline| baseline.value),
        ":baseline_source": baseline.map(|baseline| &baseline.source),
        ":baseline_year": baseline.map(|baseline| baseline.year),
        ":target": facts.target.map(|(target, _)| target),
        ":target_on": facts.target.map(|(_, on)| on),
        ":shareable": facts.is_shareable,
        ":status": status,
        ":edition": edition,
        ":key": key,
        ":version": version,
    })?;
    if changed == 0 { Err(Error::Stale) } else { Ok(()) }
}

/// Says how an indicator is counted, for the first time or anew. What a body decided about was the edition before: where something of it
/// changes, it waits for another decision.
pub fn define(tx: &Tx<'_>, viewer: &Viewer, id: &IndicatorId, version: i64, facts: &Facts) -> Result<()> {
    let indicator = find_to_change(tx, viewer, id)?;
    refuse_closed(&indicator)?;
    let is_same = indicator.facts.as_ref().is_some_and(|known| known.is_decided_with(facts));
    let (status, edition) =
        if is_same { (indicator.status, indicator.edition) } else { (IndicatorStatus::Proposed, indicator.edition.saturating_add(1)) };
    write(tx, indicator.key, version, facts, status, edition)?;
    tx.audit_with("indicator.defined", Object::new("indicator", id), if is_same { "words" } else { "edition" })
}

fn refuse_closed(indicator: &Indicator) -> Result<()> {
    match (indicator.undone_at, &indicator.retired) {
        (None, None) => Ok(()),
        (Some(_), _) => Err(Error::Rejected("This proposal was taken back.".to_owned())),
        (None, Some(_)) => Err(Error::Rejected("Nobody looks at this indicator any more. Propose another one.".to_owned())),
    }
}

/// Says that nobody looks at an indicator any more, and why. A second time changes nothing.
pub fn retire(tx: &Tx<'_>, viewer: &Viewer, id: &IndicatorId, version: i64, why: &str) -> Result<()> {
    let indicator = find_to_change(tx, viewer, id)?;
    if indicator.retired.is_some() {
        return Ok(());
    }
    refuse_closed(&indicator)?;
    if indicator.decided.is_none() {
        return Err(Error::Rejected("A proposal that no body has decided about is still open. Let the body decide.".to_owned()));
    }
    let sql = "
        UPDATE indicator
        SET status = 'retired', retired_at = :at, retired_why = :why, version = version + 1
        WHERE id = :key
          AND version = :version";
    if tx.execute(sql, named_params! { ":at": tx.at(), ":why": why, ":key": indicator.key, ":version": version })? == 0 {
        return Err(Error::Stale);
    }
    tx.audit("indicator.retired", Object::new("indicator", id))
}

/// Takes a proposal of staff back that no body decided about. A second time changes nothing.
pub fn undo(tx: &Tx<'_>, viewer: &Viewer, id: &IndicatorId, version: i64) -> Result<()> {
    let indicator = find_to_change(tx, viewer, id)?;
    if indicator.undone_at.is_some() {
        return Ok(());
    }
    if indicator.by.staff.is_none() {
        return Err(Error::Rejected("A client proposed this. Only the client can take it back; the body decides about it.".to_owned()));
    }
    if indicator.decided.is_some() {
        return Err(Error::Rejected("A body has decided about this. It stays on record.".to_owned()));
    }
    let sql = "UPDATE indicator SET undone_at = ?1, version = version + 1 WHERE id = ?2 AND version = ?3";
    if tx.execute(sql, (tx.at(), indicator.key, version))? == 0 {
        return Err(Error::Stale);
    }
    tx.audit("indicator.undone", Object::new("indicator", id))
}
