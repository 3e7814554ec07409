//! Several wait for one unit: the program's written rule, and every decision with who waited and why.

use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::sites::allocation::{Candidate, order};
use crate::sites::{Looking, Site};
use crate::store::{Object, Tx};
use crate::values::{AllocationId, AllocationRule, Day, Instant, Line, NeedId, Note, SpaceReason, Vocabulary};
use rusqlite::{Connection, Row, named_params};

/// A written rule of a program.
#[derive(Debug, Clone)]
pub struct Rule {
    /// Row key.
    pub key: i64,
    /// The rule.
    pub rule: AllocationRule,
    /// Why this one.
    pub reason: String,
    /// What that rests on.
    pub evidence: String,
    /// Who decided.
    pub decided_by: String,
    /// When.
    pub decided_on: Day,
    /// Who wrote it down.
    pub written_by: String,
}

const RULE: &str = "
    SELECT allocation_rule.id, allocation_rule.rule, allocation_rule.reason, allocation_rule.evidence, allocation_rule.decided_by,
           allocation_rule.decided_on, account.name AS written_by
    FROM allocation_rule
    JOIN account ON account.id = allocation_rule.account_id";

fn read_rule(row: &Row<'_>) -> rusqlite::Result<Rule> {
    Ok(Rule {
        key: row.get("id")?,
        rule: row.get("rule")?,
        reason: row.get("reason")?,
        evidence: row.get("evidence")?,
        decided_by: row.get("decided_by")?,
        decided_on: row.get("decided_on")?,
        written_by: row.get("written_by")?,
    })
}

/// The rule of a program that is in force.
pub fn current_rule(conn: &Connection, program: i64) -> Result<Option<Rule>> {
    Ok(rules_of(conn, program)?.into_iter().next())
}

/// Every rule a program ever wrote, the one in force first.
pub fn rules_of(conn: &Connection, program: i64) -> Result<Vec<Rule>> {
    let sql = format!("{RULE} WHERE allocation_rule.program_id = ?1 ORDER BY allocation_rule.id DESC");
    let mut statement = conn.prepare_cached(&sql)?;
    let rules = statement.query_map([program], read_rule)?;
    Ok(rules.collect::<rusqlite::Result<_>>()?)
}

/// A rule as a manager writes it.
#[derive(Debug, Clone)]
pub struct NewRule {
    /// The rule.
    pub rule: AllocationRule,
    /// Why this one.
    pub reason: Note,
    /// What that rests on.
    pub evidence: Note,
    /// Who decided.
    pub decided_by: Line,
    /// When.
    pub decided_on: Day,
}

/// Writes a rule; it is in force from now on, and the one before stays on record.
pub fn write_rule(tx: &Tx<'_>, viewer: &Viewer, program: i64, new: &NewRule) -> Result<()> {
    if !viewer.manages(program) {
        return Err(Error::Forbidden);
    }
    let sql = "
        INSERT INTO allocation_rule (program_id, rule, reason, evidence, decided_by, decided_on, account_id, written_at)
        VALUES (:program, :rule, :reason, :evidence, :by, :on, :account, :at)";
    tx.execute(
        sql,
        named_params! {
            ":program": program,
            ":rule": new.rule,
            ":reason": new.reason,
            ":evidence": new.evidence,
            ":by": new.decided_by,
            ":on": new.decided_on,
            ":account": viewer.key,
            ":at": tx.at(),
        },
    )?;
    tx.audit_with("allocation.rule_written", Object::new("program", crate::programs::queries::find(tx, program)?.id), new.rule.code())
}

/// Those who wait, as the rule sees them: days and displacement, nothing else.
pub fn candidates(waiting: &[Looking]) -> Vec<Candidate> {
    let displaced = |looking: &Looking| looking.need.facts.word("reason") == Some(SpaceReason::Displaced);
    waiting
        .iter()
        .map(|looking| Candidate {
            need: looking.need.id.clone(),
            waiting_since: looking.need.waiting_since,
            is_displaced: displaced(looking),
        })
        .collect()
}

/// A decision as somebody makes it.
#[derive(Debug, Clone)]
pub struct Given {
    /// Who gets it.
    pub need: NeedId,
    /// Why, where it is not whom the rule gave.
    pub reason: Option<Note>,
}

/// Seed of the lottery for the next decision about a unit. It comes from the unit's own random id and the count of decisions, so
/// nobody can draw again until the lots please them.
pub fn next_seed(conn: &Connection, site: &Site) -> Result<String> {
    let sql = "SELECT count(*) FROM allocation WHERE site_id = ?1";
    let count: i64 = conn.prepare_cached(sql)?.query_row([site.key], |row| row.get(0))?;
    Ok(format!("{}-{}", site.id, count + 1))
}

/// Gives a unit to one of those who wait, by the rule in force, and writes down who they were and why.
pub fn give(tx: &Tx<'_>, viewer: &Viewer, site: &Site, waiting: &[Looking], given: &Given) -> Result<AllocationId> {
    let rule = current_rule(tx, site.program)?.ok_or_else(|| {
        Error::Rejected(
            "Your program has no written rule yet. A manager writes it first, so that everybody is treated by the same one.".to_owned(),
        )
    })?;
    let seed = next_seed(tx, site)?;
    let ordered = order(rule.rule, &seed, &candidates(waiting));
    let key_of = |id: &NeedId| waiting.iter().find(|looking| looking.need.id == *id).map(|looking| looking.need.key);
    let first = ordered.first().ok_or_else(|| Error::Rejected("Nobody waits for this unit.".to_owned()))?;
    let chosen = key_of(&given.need).ok_or_else(|| Error::Rejected("Choose one of those who wait for this unit.".to_owned()))?;
    let is_by_rule = first.need == given.need;
    let reason = match (&given.reason, is_by_rule) {
        (Some(reason), _) => reason.to_string(),
        (None, true) => format!("By the rule: {}", rule.rule.label()),
        (None, false) => {
            return Err(Error::Rejected("This is not whom the rule gives it to. Write why.".to_owned()));
        }
    };
    let id: AllocationId = tx.fresh_id()?;
    let sql = "
        INSERT INTO allocation (public_id, site_id, rule_id, seed, candidates, first_need_id, need_id, reason, account_id, at)
        VALUES (:id, :site, :rule, :seed, :candidates, :first, :need, :reason, :account, :at)";
    tx.execute(
        sql,
        named_params! {
            ":id": id,
            ":site": site.key,
            ":rule": rule.key,
            ":seed": seed,
            ":candidates": written(&ordered)?,
            ":first": key_of(&first.need),
            ":need": chosen,
            ":reason": reason,
            ":account": viewer.key,
            ":at": tx.at(),
        },
    )?;
    tx.audit_with(
        "allocation.decided",
        Object::new("allocation", &id),
        if is_by_rule { "by the rule" } else { "otherwise than the rule" },
    )?;
    Ok(id)
}

fn written(ordered: &[Candidate]) -> Result<String> {
    let rows: Vec<serde_json::Value> = ordered
        .iter()
        .map(|one| serde_json::json!({ "need": one.need.as_str(), "waiting_since": one.waiting_since.to_string(), "displaced": one.is_displaced }))
        .collect();
    Ok(serde_json::to_string(&rows)?)
}

/// A decision as it was written down.
#[derive(Debug, Clone)]
pub struct Allocation {
    /// The rule at that time.
    pub rule: AllocationRule,
    /// Seed of the lottery.
    pub seed: String,
    /// How many waited.
    pub waited: usize,
    /// Whom the rule gave it to, and who got it.
    pub first: String,
    /// Who got it.
    pub name: String,
    /// Why.
    pub reason: String,
    /// Who decided.
    pub by: String,
    /// When.
    pub at: Instant,
}

/// The decisions about a unit, the last first.
pub fn allocations_of(conn: &Connection, site: i64) -> Result<Vec<Allocation>> {
    let sql = "
        SELECT allocation_rule.rule, allocation.seed, allocation.candidates, first_business.name AS first_name, business.name AS name,
               allocation.reason, account.name AS decided_by, allocation.at
        FROM allocation
        JOIN allocation_rule ON allocation_rule.id = allocation.rule_id
        JOIN account ON account.id = allocation.account_id
        JOIN space_need ON space_need.id = allocation.need_id
        JOIN business ON business.id = space_need.business_id
        JOIN space_need AS first_need ON first_need.id = allocation.first_need_id
        JOIN business AS first_business ON first_business.id = first_need.business_id
        WHERE allocation.site_id = ?1
        ORDER BY allocation.id DESC";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map([site], |row| {
        let candidates: String = row.get("candidates")?;
        let waited = serde_json::from_str::<Vec<serde_json::Value>>(&candidates).map(|all| all.len()).unwrap_or_default();
        Ok(Allocation {
            rule: row.get("rule")?,
            seed: row.get("seed")?,
            waited,
            first: row.get("first_name")?,
            name: row.get("name")?,
            reason: row.get("reason")?,
            by: row.get("decided_by")?,
            at: row.get("at")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
