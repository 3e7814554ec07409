//! Benchmarks in SQL: public figures, and what each program chose to be compared with. Nothing here says who a client is.

use super::choice::{Choice, NewChoice, Side};
use super::reading::Reading;
use super::{Benchmark, Cell, Facts, NewBenchmark, Place};
use crate::error::{Error, Result};
use crate::reports::Span;
use crate::store::{Object, Tx};
use crate::values::{BenchmarkFileId, BenchmarkId, CellFlag, GeoLevel, Instant, ProgramId, Universe};
use crate::web::Leaf;
use rusqlite::{Connection, OptionalExtension, Row, named_params};
use std::collections::BTreeMap;

/// What came of an import.
#[derive(Debug)]
pub enum Recorded {
    /// This very file is here: as it was called, and since when.
    Already { file_name: String, at: Instant },
    /// It is new.
    New,
}

/// A file of this hash, if it is here: as it was called, and since when.
pub fn already(conn: &Connection, hash: &str) -> Result<Option<(String, Instant)>> {
    let sql = "SELECT file_name, imported_at FROM benchmark_file WHERE file_hash = ?1";
    Ok(conn.prepare_cached(sql)?.query_row([hash], |row| Ok((row.get("file_name")?, row.get("imported_at")?))).optional()?)
}

/// Records a file whole.
pub fn record(tx: &Tx<'_>, file_name: &str, file_hash: &str, reading: &Reading) -> Result<Recorded> {
    if let Some((file_name, at)) = already(tx, file_hash)? {
        return Ok(Recorded::Already { file_name, at });
    }
    if reading.error_count > 0 {
        return Err(Error::Rejected("The file has mistakes. Nothing was imported.".to_owned()));
    }
    let id = tx.fresh_id::<BenchmarkFileId>()?;
    let sql = "
        INSERT INTO benchmark_file (public_id, file_name, file_hash, form, imported_by, imported_at)
        VALUES (:id, :name, :hash, :form, :by, :at)";
    tx.execute(
        sql,
        named_params! { ":id": id, ":name": file_name, ":hash": file_hash, ":form": reading.form, ":by": tx.actor().id, ":at": tx.at() },
    )?;
    let file = tx.last_insert_rowid();
    for new in &reading.benchmarks {
        let key = insert(tx, file, &new.facts)?;
        insert_cells(tx, key, new)?;
    }
    tx.audit_with(
        "benchmarks.imported",
        Object::new("benchmark_file", &id),
        &format!("benchmarks {} sha256 {file_hash}", reading.benchmarks.len()),
    )?;
    Ok(Recorded::New)
}

fn insert(tx: &Tx<'_>, file: i64, facts: &Facts) -> Result<i64> {
    let sql = "
        INSERT INTO benchmark (public_id, file_id, source, dataset, vintage, reference_year, geo_level, geo_id, geo_name, naics,
                               naics_label, naics_version, universe, retrieved_on, url, origin_hash)
        VALUES (:id, :file, :source, :dataset, :vintage, :year, :level, :geo_id, :geo_name, :naics, :label, :version, :universe,
                :retrieved, :url, :origin)";
    tx.execute(
        sql,
        named_params! {
            ":id": tx.fresh_id::<BenchmarkId>()?,
            ":file": file,
            ":source": facts.source,
            ":dataset": facts.dataset,
            ":vintage": facts.vintage,
            ":year": facts.reference_year,
            ":level": facts.geo_level,
            ":geo_id": facts.geo_id,
            ":geo_name": facts.geo_name,
            ":naics": facts.naics,
            ":label": facts.naics_label,
            ":version": facts.naics_version,
            ":universe": facts.universe,
            ":retrieved": facts.retrieved_on,
            ":url": facts.url,
            ":origin": facts.origin_hash,
        },
    )?;
    Ok(tx.last_insert_rowid())
}

fn insert_cells(tx: &Tx<'_>, benchmark: i64, new: &NewBenchmark) -> Result<()> {
    let sql = "
        INSERT INTO benchmark_cell (benchmark_id, scheme, code, label, measure, value, flag, rse_e2, denominator, line)
        VALUES (:benchmark, :scheme, :code, :label, :measure, :value, :flag, :rse, :denominator, :line)";
    let mut statement = tx.prepare_cached(sql)?;
    for (place, cell) in &new.cells {
        statement.execute(named_params! {
            ":benchmark": benchmark,
            ":scheme": place.scheme,
            ":code": place.code,
            ":label": cell.label,
            ":measure": place.measure,
            ":value": cell.value.ok(),
            ":flag": cell.value.err(),
            ":rse": cell.rse_e2,
            ":denominator": cell.denominator,
            ":line": i64::try_from(cell.line).unwrap_or(i64::MAX),
        })?;
    }
    Ok(())
}

const BENCHMARK: &str = "
    SELECT benchmark.id, benchmark.public_id, benchmark.source, benchmark.dataset, benchmark.vintage, benchmark.reference_year,
           benchmark.geo_level, benchmark.geo_id, benchmark.geo_name, benchmark.naics, benchmark.naics_label, benchmark.naics_version,
           benchmark.universe, benchmark.retrieved_on, benchmark.url, benchmark.origin_hash, benchmark_file.file_name,
           benchmark_file.file_hash, benchmark_file.form, benchmark_file.imported_by, benchmark_file.imported_at
    FROM benchmark
    JOIN benchmark_file ON benchmark_file.id = benchmark.file_id";
/// The order of every list: by place, then industry, the newest first.
const ORDER: &str = "benchmark.geo_name, benchmark.naics, benchmark.universe, benchmark.reference_year DESC, benchmark.id DESC";

fn read(row: &Row<'_>) -> rusqlite::Result<Benchmark> {
    Ok(Benchmark {
        key: row.get("id")?,
        id: row.get("public_id")?,
        facts: Facts {
            source: row.get("source")?,
            dataset: row.get("dataset")?,
            vintage: row.get("vintage")?,
            reference_year: row.get("reference_year")?,
            geo_level: row.get("geo_level")?,
            geo_id: row.get("geo_id")?,
            geo_name: row.get("geo_name")?,
            naics: row.get("naics")?,
            naics_label: row.get("naics_label")?,
            naics_version: row.get("naics_version")?,
            universe: row.get("universe")?,
            retrieved_on: row.get("retrieved_on")?,
            url: row.get("url")?,
            origin_hash: row.get("origin_hash")?,
        },
        file_name: row.get("file_name")?,
        file_hash: row.get("file_hash")?,
        form: row.get("form")?,
        imported_by: row.get("imported_by")?,
        imported_at: row.get("imported_at")?,
    })
}

/// A page of all of them.
pub fn page(conn: &Connection, leaf: Leaf) -> Result<Vec<Benchmark>> {
    let (skip, rows) = leaf.window();
    let mut statement = conn.prepare_cached(&format!("{BENCHMARK} ORDER BY {ORDER} LIMIT :rows OFFSET :skip"))?;
    let found = statement.query_map(named_params! { ":rows": rows, ":skip": skip }, read)?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// The newest benchmark of each place, industry and universe, to choose from.
pub fn choices(conn: &Connection) -> Result<Vec<Benchmark>> {
    let sql = format!(
        "{BENCHMARK}
         WHERE NOT EXISTS (
            SELECT 1
            FROM benchmark AS newer
            WHERE newer.geo_id = benchmark.geo_id AND newer.naics = benchmark.naics AND newer.universe = benchmark.universe
              AND newer.reference_year = benchmark.reference_year AND newer.dataset = benchmark.dataset AND newer.id > benchmark.id
         )
         ORDER BY {ORDER}
         LIMIT 500"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let found = statement.query_map([], read)?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// One of them by its address.
pub fn find(conn: &Connection, id: &BenchmarkId) -> Result<Benchmark> {
    let sql = format!("{BENCHMARK} WHERE benchmark.public_id = ?1");
    conn.prepare_cached(&sql)?.query_row([id], read).optional()?.ok_or(Error::NotFound)
}

/// One of them by its row key.
pub fn by_key(conn: &Connection, key: i64) -> Result<Benchmark> {
    let sql = format!("{BENCHMARK} WHERE benchmark.id = ?1");
    conn.prepare_cached(&sql)?.query_row([key], read).optional()?.ok_or(Error::NotFound)
}

/// The newest benchmark of some place, industry and universe.
pub fn newest(conn: &Connection, level: GeoLevel, geo_name: Option<&str>, naics: &str, universe: Universe) -> Result<Option<Benchmark>> {
    let sql = format!(
        "{BENCHMARK}
         WHERE benchmark.geo_level = :level AND (:name IS NULL OR benchmark.geo_name = :name COLLATE NOCASE)
           AND benchmark.naics = :naics AND benchmark.universe = :universe
         ORDER BY benchmark.reference_year DESC, benchmark.id DESC
         LIMIT 1"
    );
    let params = named_params! { ":level": level, ":name": geo_name, ":naics": naics, ":universe": universe };
    Ok(conn.prepare_cached(&sql)?.query_row(params, read).optional()?)
}

/// The figures of a benchmark.
pub fn cells(conn: &Connection, benchmark: i64) -> Result<BTreeMap<Place, Cell>> {
    let sql = "SELECT scheme, code, label, measure, value, flag, rse_e2, denominator, line FROM benchmark_cell WHERE benchmark_id = ?1";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map([benchmark], |row| {
        let place = Place { scheme: row.get("scheme")?, code: row.get("code")?, measure: row.get("measure")? };
        let (value, flag): (Option<i64>, Option<CellFlag>) = (row.get("value")?, row.get("flag")?);
        let line = u64::try_from(row.get::<_, i64>("line")?).unwrap_or(0);
        let value = value.ok_or(flag.unwrap_or(CellFlag::Blank));
        Ok((place, Cell { label: row.get("label")?, value, rse_e2: row.get("rse_e2")?, denominator: row.get("denominator")?, line }))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What a program chose, the newest first.
pub fn chosen(conn: &Connection, program: i64) -> Result<Vec<Choice>> {
    let sql = "
        SELECT seq, first_id, first_add, second_id, second_add, reason, chosen_by, chosen_at
        FROM benchmark_choice
        WHERE program_id = ?1
        ORDER BY seq DESC";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map([program], |row| {
        let side = |base: Option<i64>, add| base.map(|base| Side { base, add });
        let first = side(row.get("first_id")?, row.get("first_add")?);
        let second = side(row.get("second_id")?, row.get("second_add")?);
        Ok(Choice {
            seq: row.get("seq")?,
            sides: first.into_iter().chain(second).collect(),
            reason: row.get("reason")?,
            chosen_by: row.get("chosen_by")?,
            chosen_at: row.get("chosen_at")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Writes down what a program chose, unless somebody did so since the form was drawn.
pub fn choose(tx: &Tx<'_>, program: i64, id: &ProgramId, seen: i64, new: &NewChoice) -> Result<()> {
    let sql = "SELECT coalesce(max(seq), 0) FROM benchmark_choice WHERE program_id = ?1";
    let last: i64 = tx.prepare_cached(sql)?.query_row([program], |row| row.get(0))?;
    if last != seen {
        return Err(Error::Stale);
    }
    let sql = "
        INSERT INTO benchmark_choice (program_id, seq, first_id, first_add, second_id, second_add, reason, chosen_by, chosen_at)
        VALUES (:program, :seq, :first, :first_add, :second, :second_add, :reason, :by, :at)";
    let (first, second) = (new.sides.first(), new.sides.get(1));
    tx.execute(
        sql,
        named_params! {
            ":program": program,
            ":seq": last + 1,
            ":first": first.map(|side| side.base),
            ":first_add": first.and_then(|side| side.add),
            ":second": second.map(|side| side.base),
            ":second_add": second.and_then(|side| side.add),
            ":reason": new.reason,
            ":by": tx.actor().id,
            ":at": tx.at(),
        },
    )?;
    tx.audit_with("benchmarks.chosen", Object::new("program", id), &format!("version {}", last + 1))
}

/// Where businesses of a span are, each place with how many and their awards in the span.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whereabouts {
    pub metro: Option<String>,
    pub state: Option<String>,
    pub county_fips: Option<String>,
    pub businesses: i64,
    pub awards: i64,
}

/// Where the businesses of a program were in a span, by the address on record.
pub fn whereabouts(conn: &Connection, program: i64, span: Span) -> Result<Vec<Whereabouts>> {
    let sql = "
        SELECT business.metro, business.state, business.county_fips, count(*) AS businesses, coalesce(sum(given.awards), 0) AS awards
        FROM business
        LEFT JOIN (
            SELECT business_id, count(*) AS awards
            FROM deployment
            WHERE program_id = :program AND undone_at IS NULL AND awarded IS NOT NULL AND awarded_on BETWEEN :first AND :last
            GROUP BY business_id
        ) AS given ON given.business_id = business.id
        WHERE business.id IN (
            SELECT business_id
            FROM enrollment
            WHERE program_id = :program AND from_on <= :last AND (to_on IS NULL OR to_on >= :first)
        )
        GROUP BY business.metro, business.state, business.county_fips";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map(named_params! { ":program": program, ":first": span.first, ":last": span.last }, |row| {
        Ok(Whereabouts {
            metro: row.get("metro")?,
            state: row.get("state")?,
            county_fips: row.get("county_fips")?,
            businesses: row.get("businesses")?,
            awards: row.get("awards")?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
