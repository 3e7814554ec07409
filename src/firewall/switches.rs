//! Which questions a program asks: each is a switch, and so are detail and own words. Kept here because the notice and the door need it.

use super::facts::words_of;
use crate::error::{Error, Result};
use crate::store::{Object, Tx};
use crate::values::{Cents, Day, IncomeLimits, Question, SIZES, Vocabulary};
use rusqlite::{Connection, OptionalExtension, named_params};

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The questions, in their order.
    pub questions: Vec<Question>,
    /// Detail of each group of race and ethnicity may be written.
    pub has_detail: bool,
    /// Own words may be written.
    pub has_words: bool,
    /// Counts settings; 0 before anybody set anything.
    pub seq: i64,
    /// What counts as low and moderate income: shown where the question on income is asked.
    pub limits: Option<IncomeLimits>,
}

impl Default for Asked {
    /// What a program asks until somebody sets it: what the figures are made of, and what imports bring.
    fn default() -> Self {
        Self { questions: vec![Question::Race, Question::Sex, Question::Veteran], has_detail: true, has_words: true, seq: 0, limits: None }
    }
}

/// What a program asks.
pub fn asked(conn: &Connection, program: i64) -> Result<Asked> {
    let sql = "SELECT questions, has_detail, has_words, seq FROM self_id_setting WHERE program_id = :program ORDER BY seq DESC LIMIT 1";
    let read = |row: &rusqlite::Row<'_>| {
        let written: String = row.get("questions")?;
        Ok(Asked {
            questions: words_of(&written),
            has_detail: row.get("has_detail")?,
            has_words: row.get("has_words")?,
            seq: row.get("seq")?,
            limits: None,
        })
    };
    let asked = conn.prepare_cached(sql)?.query_row(named_params! { ":program": program }, read).optional()?.unwrap_or_default();
    Ok(Asked { limits: limits(conn, program)?, ..asked })
}

/// What counts as low and moderate income where a program works, as it was last written down.
fn limits(conn: &Connection, program: i64) -> Result<Option<IncomeLimits>> {
    let sql = "
        SELECT income_limit_table.area, income_limit_table.year, income_limit_table.source, income_limit.household,
               income_limit.extremely_low_cents, income_limit.low_cents, income_limit.moderate_cents
        FROM income_limit
        JOIN income_limit_table ON income_limit_table.id = income_limit.table_id
        WHERE income_limit_table.program_id = :program
          AND income_limit_table.seq = (SELECT max(seq) FROM income_limit_table WHERE program_id = :program)
        ORDER BY income_limit.household";
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query(named_params! { ":program": program })?;
    let mut found: Option<IncomeLimits> = None;
    while let Some(row) = rows.next()? {
        if found.is_none() {
            let (area, year, source) = (row.get("area")?, row.get("year")?, row.get("source")?);
            found = Some(IncomeLimits { area, year, source, amounts: [[Cents::default(); 3]; SIZES] });
        }
        let household: i64 = row.get("household")?;
        let place = usize::try_from(household - 1).ok();
        let bands = found.as_mut().zip(place).and_then(|(found, place)| found.amounts.get_mut(place));
        if let Some(bands) = bands {
            *bands =
                [Cents::new(row.get("extremely_low_cents")?), Cents::new(row.get("low_cents")?), Cents::new(row.get("moderate_cents")?)];
        }
    }
    Ok(found)
}

/// Writes down what counts as low and moderate income, unless somebody did so since the page was drawn.
pub fn set_limits(tx: &Tx<'_>, program: i64, new: &IncomeLimits, seen: i64, account: i64) -> Result<()> {
    let newest = limits_seq(tx, program)?;
    if newest != seen {
        return Err(Error::Stale);
    }
    let sql = "
        INSERT INTO income_limit_table (program_id, seq, area, year, source, account_id, recorded_at)
        VALUES (:program, :seq, :area, :year, :source, :account, :at)";
    tx.execute(
        sql,
        named_params! {
            ":program": program,
            ":seq": newest + 1,
            ":area": new.area,
            ":year": new.year,
            ":source": new.source,
            ":account": account,
            ":at": tx.at(),
        },
    )?;
    let table = tx.last_insert_rowid();
    let sql = "
        INSERT INTO income_limit (table_id, household, extremely_low_cents, low_cents, moderate_cents)
        VALUES (:table, :household, :extremely_low, :low, :moderate)";
    for ([extremely_low, low, moderate], household) in new.amounts.iter().zip(1_i64..) {
        tx.prepare_cached(sql)?.execute(named_params! {
            ":table": table,
            ":household": household,
            ":extremely_low": extremely_low.cents(),
            ":low": low.cents(),
            ":moderate": moderate.cents(),
        })?;
    }
    tx.audit_with("program.income_limits_set", Object::new("income_limit_table", table), "area year source amounts")
}

/// How many tables of limits a program has had.
pub fn limits_seq(conn: &Connection, program: i64) -> Result<i64> {
    let sql = "SELECT coalesce(max(seq), 0) FROM income_limit_table WHERE program_id = ?1";
    Ok(conn.prepare_cached(sql)?.query_row([program], |row| row.get(0))?)
}

/// What somebody is asked who is a client of these programs: whatever one of them asks. Detail and own words only where none of those
/// that ask about race and ethnicity has switched them off: at sixty clients a detail names its person.
pub fn asked_in(conn: &Connection, programs: &[i64]) -> Result<Asked> {
    let each = programs.iter().map(|program| asked(conn, *program)).collect::<Result<Vec<_>>>()?;
    if each.is_empty() {
        return Ok(Asked::default());
    }
    let asking: Vec<&Asked> = each.iter().filter(|asked| asked.questions.contains(&Question::Race)).collect();
    Ok(Asked {
        questions: Question::ALL.iter().copied().filter(|question| each.iter().any(|asked| asked.questions.contains(question))).collect(),
        has_detail: asking.iter().all(|asked| asked.has_detail),
        has_words: asking.iter().all(|asked| asked.has_words),
        seq: 0,
        limits: each.iter().filter(|asked| asked.questions.contains(&Question::Income)).find_map(|asked| asked.limits.clone()),
    })
}

/// Sets what a program asks, unless somebody did so since the page was drawn.
pub fn set_asked(tx: &Tx<'_>, program: i64, new: &Asked, account: i64) -> Result<()> {
    if asked(tx, program)?.seq != new.seq {
        return Err(Error::Stale);
    }
    let words: Vec<&str> = new.questions.iter().map(|question| question.code()).collect();
    let sql = "
        INSERT INTO self_id_setting (program_id, seq, questions, has_detail, has_words, account_id, recorded_at)
        VALUES (:program, :seq, :questions, :detail, :words, :account, :at)";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":program": program,
        ":seq": new.seq + 1,
        ":questions": words.join(","),
        ":detail": new.has_detail,
        ":words": new.has_words,
        ":account": account,
        ":at": tx.at(),
    })?;
    tx.audit_with("program.questions_set", Object::new("self_id_setting", tx.last_insert_rowid()), "questions has_detail has_words")
}

/// The programs that somebody's businesses are clients of today; those they were clients of, where there is none any more.
pub fn programs_of(conn: &Connection, person: i64, today: Day) -> Result<Vec<i64>> {
    let sql = "
        SELECT enrollment.program_id, max((enrollment.to_on IS NULL OR enrollment.to_on >= :today)
                                          AND (ownership.to_on IS NULL OR ownership.to_on >= :today)) AS is_now
        FROM ownership
        JOIN enrollment ON enrollment.business_id = ownership.business_id
        WHERE ownership.person_id = :person
        GROUP BY enrollment.program_id
        ORDER BY enrollment.program_id";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map(named_params! { ":person": person, ":today": today }, |row| {
        Ok((row.get::<_, i64>("program_id")?, row.get::<_, bool>("is_now")?))
    })?;
    let all = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    let has_now = all.iter().any(|(_, is_now)| *is_now);
    Ok(all.into_iter().filter(|(_, is_now)| *is_now || !has_now).map(|(program, _)| program).collect())
}
