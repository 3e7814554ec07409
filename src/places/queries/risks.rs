//! A program's rules of displacement risk, and what presses on zones.

use crate::error::{Error, Result};
use crate::places::risk::{Rule, as_it_comes};
use crate::places::{Pressure, Zone};
use crate::store::{Object, Tx};
use crate::values::{Day, Line, PressureId, RiskRule, Vocabulary};
use rusqlite::{Connection, Row, named_params};

const SETTING: &str = "
    SELECT rule, seq, is_on, level, threshold, reason, evidence, decided_by, decided_on
    FROM risk_setting";

fn read(row: &Row<'_>) -> rusqlite::Result<Rule> {
    Ok(Rule {
        rule: row.get("rule")?,
        is_on: row.get("is_on")?,
        level: row.get("level")?,
        threshold: row.get("threshold")?,
        reason: row.get("reason")?,
        evidence: row.get("evidence")?,
        decided_by: row.get("decided_by")?,
        decided_on: row.get("decided_on")?,
        seq: row.get("seq")?,
    })
}

/// The rules as a program applies them today, in the order of the list.
pub fn rules(conn: &Connection, program: i64) -> Result<Vec<Rule>> {
    let mut statement = conn.prepare_cached(&format!("{SETTING} WHERE program_id = ?1 ORDER BY seq"))?;
    let decided = statement.query_map([program], read)?.collect::<rusqlite::Result<Vec<Rule>>>()?;
    let newest = |rule: RiskRule| decided.iter().rfind(|decided| decided.rule == rule).cloned();
    Ok(RiskRule::ALL.iter().map(|rule| newest(*rule).unwrap_or_else(|| as_it_comes(*rule))).collect())
}

/// What a program decided about a rule over time, the last first; the rule as it came stands at the end.
pub fn decisions(conn: &Connection, program: i64, rule: RiskRule) -> Result<Vec<Rule>> {
    let mut statement = conn.prepare_cached(&format!("{SETTING} WHERE program_id = :program AND rule = :rule ORDER BY seq DESC"))?;
    let mut decided =
        statement.query_map(named_params! { ":program": program, ":rule": rule }, read)?.collect::<rusqlite::Result<Vec<Rule>>>()?;
    decided.push(as_it_comes(rule));
    Ok(decided)
}

/// Records a program's decision about a rule, unless somebody decided since the form was drawn. `new.seq` is the one it was drawn with.
pub fn decide(tx: &Tx<'_>, program: i64, new: &Rule, account: i64) -> Result<()> {
    let sql = "SELECT coalesce(max(seq), 0) FROM risk_setting WHERE program_id = :program AND rule = :rule";
    let last: i64 = tx.prepare_cached(sql)?.query_row(named_params! { ":program": program, ":rule": new.rule }, |row| row.get(0))?;
    if last != new.seq {
        return Err(Error::Stale);
    }
    let sql = "
        INSERT INTO risk_setting (program_id, rule, seq, is_on, level, threshold, reason, evidence, decided_by, decided_on, account_id, recorded_at)
        VALUES (:program, :rule, :seq, :is_on, :level, :threshold, :reason, :evidence, :by, :on, :account, :at)";
    tx.execute(
        sql,
        named_params! {
            ":program": program,
            ":rule": new.rule,
            ":seq": new.seq + 1,
            ":is_on": new.is_on,
            ":level": new.level,
            ":threshold": new.threshold,
            ":reason": new.reason,
            ":evidence": new.evidence,
            ":by": new.decided_by,
            ":on": new.decided_on,
            ":account": account,
            ":at": tx.at(),
        },
    )?;
    let detail = format!("{} {}", new.rule.code(), if new.is_on { "on" } else { "off" });
    tx.audit_with("risk_rule.decided", Object::new("risk_setting", new.rule.code()), &detail)
}

/// What presses on zones and has not ended, by zone.
pub fn pressures(conn: &Connection) -> Result<Vec<Pressure>> {
    let sql = "
        SELECT zone_pressure.public_id, zone_pressure.zone_id, zone.name AS zone_name, zone_pressure.what, zone_pressure.source,
               zone_pressure.since_on, zone_pressure.version
        FROM zone_pressure
        JOIN zone ON zone.id = zone_pressure.zone_id
        WHERE zone_pressure.ended_on IS NULL
        ORDER BY zone_pressure.id";
    let mut statement = conn.prepare_cached(sql)?;
    let pressures = statement.query_map([], |row| {
        Ok(Pressure {
            id: row.get("public_id")?,
            zone: row.get("zone_id")?,
            zone_name: row.get("zone_name")?,
            what: row.get("what")?,
            source: row.get("source")?,
            since_on: row.get("since_on")?,
            version: row.get("version")?,
        })
    })?;
    Ok(pressures.collect::<rusqlite::Result<_>>()?)
}

/// Writes down what may change a whole zone, and where that is written.
pub fn press(tx: &Tx<'_>, zone: &Zone, what: &Line, source: &Line, since: Day, account: i64) -> Result<()> {
    let id = tx.fresh_id::<PressureId>()?;
    let sql = "
        INSERT INTO zone_pressure (public_id, zone_id, what, source, since_on, account_id, created_at)
        VALUES (:id, :zone, :what, :source, :since, :account, :at)";
    tx.execute(
        sql,
        named_params! { ":id": id, ":zone": zone.key, ":what": what, ":source": source, ":since": since, ":account": account, ":at": tx.at() },
    )?;
    tx.audit("zone.pressure_noted", Object::new("zone_pressure", &id))
}

/// It was decided, withdrawn, or wrong: it counts no more.
pub fn release(tx: &Tx<'_>, zone: &Zone, id: &PressureId, version: i64) -> Result<()> {
    let sql = "
        UPDATE zone_pressure
        SET ended_on = :on, version = version + 1
        WHERE public_id = :id
          AND zone_id = :zone
          AND version = :version
          AND ended_on IS NULL";
    let changed = tx.execute(sql, named_params! { ":on": tx.today(), ":id": id, ":zone": zone.key, ":version": version })?;
    if changed == 0 {
        return Err(Error::Stale);
    }
    tx.audit("zone.pressure_ended", Object::new("zone_pressure", id))
}
