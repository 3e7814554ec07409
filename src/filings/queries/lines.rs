//! Lines of required tables in SQL: those that whoever files set, and what each comes to.

use super::drift::Now;
use crate::error::{Error, Result};
use crate::filings::OwnLine;
use crate::firewall::filing::{Days, Filing, Line};
use crate::funders::{self, Businesses, Holds, MICRO, written};
use crate::measures::{self, Filter};
use crate::referrals;
use crate::store::{Object, Tx};
use crate::values::{Day, FilingForm, FilingId, FilingLineId, ListedMeasure, Question, Vocabulary};
use rusqlite::{Connection, Row, named_params};

/// The most lines of a table.
const MOST: i64 = 200;

/// The lines that whoever files set, in their order.
pub fn own(conn: &Connection, filing: i64) -> Result<Vec<OwnLine>> {
    let sql = "
        SELECT public_id, section, label, measure, kind, neighborhood
        FROM filing_line
        WHERE filing_id = ?1
        ORDER BY place, id";
    let mut statement = conn.prepare_cached(sql)?;
    let read = |row: &Row<'_>| {
        Ok(OwnLine {
            id: row.get("public_id")?,
            section: row.get("section")?,
            label: row.get("label")?,
            measure: row.get("measure")?,
            kind: row.get("kind")?,
            place: row.get("neighborhood")?,
        })
    };
    let lines = statement.query_map([filing], read)?;
    Ok(lines.collect::<rusqlite::Result<_>>()?)
}

fn insert(tx: &Tx<'_>, filing: i64, line: &OwnLine) -> Result<()> {
    let id: FilingLineId = tx.fresh_id()?;
    let sql = "
        INSERT INTO filing_line (public_id, filing_id, place, section, label, measure, kind, neighborhood)
        VALUES (:id, :filing, (SELECT coalesce(max(place), 0) + 1 FROM filing_line WHERE filing_id = :filing), :section, :label, :measure,
                :kind, :place)";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":id": id,
        ":filing": filing,
        ":section": line.section,
        ":label": line.label,
        ":measure": line.measure,
        ":kind": line.kind,
        ":place": line.place,
    })?;
    Ok(())
}

/// Gives a new filing the lines that come with its form, as they hold today.
pub fn begin(tx: &Tx<'_>, id: &FilingId, form: FilingForm) -> Result<()> {
    if form != FilingForm::LogicModel {
        return Ok(());
    }
    let filing: i64 = tx.query_row("SELECT id FROM filing WHERE public_id = ?1", [id], |row| row.get(0))?;
    for entry in funders::table(form, tx.today()) {
        if let Holds::Measure(measure, kind) = &entry.holds {
            let (section, label) = (entry.section.clone(), entry.label.clone());
            insert(tx, filing, &OwnLine { id: None, section, label, measure: *measure, kind: kind.clone(), place: None })?;
        }
    }
    tx.audit_with("filing.lines_begun", Object::new("filing", id), form.code())
}

/// A change of the table counts as one of the filing: two people never change it past each other.
fn touch(tx: &Tx<'_>, filing: &FilingId, version: i64) -> Result<i64> {
    let sql = "
        UPDATE filing
        SET version = version + 1
        WHERE public_id = :id
          AND version = :version
          AND ended_at IS NULL
        RETURNING id";
    let mut statement = tx.prepare_cached(sql)?;
    let mut rows = statement.query(named_params! { ":id": filing, ":version": version })?;
    rows.next()?.map(|row| row.get("id")).transpose()?.ok_or(Error::Stale)
}

/// Adds a line at the end.
pub fn add(tx: &Tx<'_>, filing: &FilingId, version: i64, line: &OwnLine) -> Result<()> {
    let key = touch(tx, filing, version)?;
    let sql = "SELECT count(*) AS lines, coalesce(sum(section = :section AND label = :label), 0) AS same FROM filing_line WHERE filing_id = :filing";
    let params = named_params! { ":section": line.section, ":label": line.label, ":filing": key };
    let (lines, same) = tx.query_row(sql, params, |row| Ok((row.get::<_, i64>("lines")?, row.get::<_, i64>("same")?)))?;
    if lines >= MOST {
        return Err(Error::Rejected(format!("A table has {MOST} lines at most. Strike out one that is not needed.")));
    }
    if same > 0 {
        return Err(Error::Rejected(
            "The table has a line of these words under this head. Choose other words, or strike out the first.".to_owned(),
        ));
    }
    insert(tx, key, line)?;
    tx.audit_with("filing.line_added", Object::new("filing", filing), line.measure.code())
}

/// Strikes a line out. What was made stays.
pub fn strike(tx: &Tx<'_>, filing: &FilingId, version: i64, line: &FilingLineId) -> Result<()> {
    let key = touch(tx, filing, version)?;
    if tx.execute("DELETE FROM filing_line WHERE public_id = ?1 AND filing_id = ?2", (line, key))? == 0 {
        return Err(Error::NotFound);
    }
    tx.audit_with("filing.line_struck", Object::new("filing", filing), line.as_str())
}

/// What is known of a business that got a service in the days.
struct Served {
    started_on: Option<Day>,
    last_on: Day,
    workers: Option<i64>,
}

impl Served {
    fn is(&self, which: Businesses) -> bool {
        let is_new = self.started_on.map(|started| started.days_until(self.last_on) <= 365);
        let is_micro = self.workers.map(|workers| workers <= MICRO);
        match which {
            Businesses::All => true,
            Businesses::New => is_new == Some(true),
            Businesses::Existing => is_new == Some(false),
            Businesses::AgeUnknown => is_new.is_none(),
            Businesses::Micro => is_micro == Some(true),
            Businesses::Larger => is_micro == Some(false),
            Businesses::SizeUnknown => is_micro.is_none(),
        }
    }
}

fn served(conn: &Connection, filing: &Filing, days: Days) -> Result<Vec<Served>> {
    let sql = "
        SELECT business.started_on, max(service.served_on) AS last_on,
               (SELECT workers FROM job_snapshot
                WHERE job_snapshot.business_id = business.id AND job_snapshot.on_day <= :last AND job_snapshot.undone_at IS NULL
                ORDER BY on_day DESC, id DESC LIMIT 1) AS workers
        FROM service
        JOIN business ON business.id = service.business_id
        WHERE service.program_id = :program
          AND service.undone_at IS NULL
          AND service.served_on BETWEEN :first AND :last
          AND (:source IS NULL OR service.funding_source_id = :source)
        GROUP BY business.id";
    let mut statement = conn.prepare_cached(sql)?;
    let params = named_params! {
        ":program": filing.program, ":first": days.first, ":last": days.last, ":source": filing.details.source,
    };
    let read =
        |row: &Row<'_>| Ok(Served { started_on: row.get("started_on")?, last_on: row.get("last_on")?, workers: row.get("workers")? });
    let served = statement.query_map(params, read)?;
    Ok(served.collect::<rusqlite::Result<_>>()?)
}

/// The lines of a table in these days: figures of what is written down, and what is counted behind the wall when the file is made.
pub(super) fn gather(conn: &Connection, filing: &Filing, days: Days) -> Result<Vec<Line>> {
    let zone = referrals::queries::zone(conn)?;
    let counted = |measure, kind: &Option<String>, place: &Option<String>| {
        let filter = Filter {
            program: filing.program,
            first: days.first,
            last: days.last,
            kind: kind.clone(),
            place: place.clone(),
            source: filing.details.source.filter(|_| ListedMeasure::has_source(measure)),
        };
        Ok::<String, Error>(written(measure, measures::queries::value(conn, measure, &filter, &zone)?))
    };
    let mut lines = Vec::new();
    if filing.form.has_own_lines() {
        for line in own(conn, filing.key)? {
            let value = counted(line.measure, &line.kind, &line.place)?;
            lines.push(Line::Known { section: line.section, label: line.label, value });
        }
    } else {
        let served = served(conn, filing, days)?;
        for entry in funders::table(filing.form, days.last) {
            let (section, label) = (entry.section.clone(), entry.label.clone());
            let value = match &entry.holds {
                Holds::Measure(measure, kind) => counted(*measure, kind, &None)?,
                Holds::Businesses(which) => served.iter().filter(|one| one.is(*which)).count().to_string(),
                Holds::Basis => filing.details.basis.map_or_else(String::new, |basis| basis.label().to_owned()),
                holds => {
                    lines.push(Line::Walled { section, label, holds: holds.clone() });
                    continue;
                }
            };
            lines.push(Line::Known { section, label, value });
        }
    }
    // A foundation may ask who got help, besides: each question that the filing takes and the table has no line for.
    let has_line = |wanted: &Holds| lines.iter().any(|line| matches!(line, Line::Walled { holds, .. } if holds == wanted));
    let missing: Vec<Line> = filing
        .questions
        .iter()
        .map(|question| (*question, Holds::Answers(*question)))
        .filter(|(question, holds)| !(has_line(holds) || *question == Question::Race && has_line(&Holds::HudRaces)))
        .map(|(question, holds)| Line::Walled {
            section: format!("Owners: {}", question.label().to_lowercase()),
            label: String::new(),
            holds,
        })
        .collect();
    lines.extend(missing);
    Ok(lines)
}

/// What the lines come to that are not counted behind the wall: to tell what changed.
pub(super) fn known(conn: &Connection, filing: &Filing, days: Days) -> Result<Vec<Now>> {
    let lines = gather(conn, filing, days)?.into_iter();
    let known = lines.filter_map(|line| match line {
        Line::Known { section, label, value } => {
            let name = Line::name(&section, &label);
            Some((name.clone(), name, vec![("value".to_owned(), value)]))
        }
        Line::Walled { .. } => None,
    });
    Ok(known.collect())
}
