//! The tables of records in SQL: read in the order of their making, one row at a time.

mod certified;
mod clients;
mod indicators;
mod places;
mod results;
mod told;
mod work;

pub use places::{each_zone, title_of_zones};

use super::records::{Asked, Cell, Records};
use crate::error::Result;
use crate::referrals;
use crate::sites::attribute::of_sites;
use crate::stories::queries as stories;
use crate::values::codes::{self, List};
use crate::values::{Instant, Vocabulary, Zone};
use rusqlite::{Connection, Row, ToSql, named_params};

/// How a kind is read.
struct Table {
    /// Names of its columns, as an import knows them.
    columns: &'static [&'static str],
    /// What is read.
    select: &'static str,
    /// From where, and which: `:programs` as a JSON list, `:from`, `:to` and `:set` where nothing is said are nothing.
    from: &'static str,
    /// In which order. Never one that has to be sorted first: a million rows would be held.
    order: &'static str,
    /// A row as cells.
    read: fn(&Row<'_>, &Zone) -> rusqlite::Result<Vec<Cell>>,
}

/// How a kind is read in one query; nothing where its rows are counted and not read.
fn table(kind: Records) -> Option<&'static Table> {
    Some(match kind {
        Records::Clients => &clients::CLIENTS,
        Records::People => &clients::PEOPLE,
        Records::Services => &work::SERVICES,
        Records::Training => &work::TRAINING,
        Records::Referrals => &work::REFERRALS,
        Records::Deployments => &results::DEPLOYMENTS,
        Records::Outcomes => &results::OUTCOMES,
        Records::Sites => &places::SITES,
        Records::Zones => &places::ZONES,
        Records::Benchmark => &places::BENCHMARK,
        Records::Stories => &told::STORIES,
        Records::Certifications => &certified::CERTIFICATIONS,
        Records::Indicators => return None,
    })
}

/// Names of the columns of a kind.
pub fn columns(kind: Records) -> Vec<&'static str> {
    let attributes = of_sites().filter(|_| kind == Records::Sites).map(|attribute| attribute.label);
    table(kind).map_or(indicators::COLUMNS, |table| table.columns).iter().copied().chain(attributes).collect()
}

/// How many rows there are.
pub fn count(conn: &Connection, asked: &Asked) -> Result<usize> {
    let Some(table) = table(asked.kind) else {
        return Ok(indicators::rows(conn, asked, &referrals::queries::zone(conn)?)?.len());
    };
    let sql = format!("SELECT count(*) {}", table.from);
    with(conn, asked, |params| {
        let rows: i64 = conn.query_row(&sql, params, |row| row.get(0))?;
        Ok(usize::try_from(rows).unwrap_or(usize::MAX))
    })
}

/// Sessions with callers who are no clients, which are no rows of a table of services.
pub fn count_callers(conn: &Connection, asked: &Asked) -> Result<i64> {
    with(conn, asked, |params| Ok(conn.query_row(work::CALLERS, params, |row| row.get(0))?))
}

/// Hands each row on.
pub fn each(conn: &Connection, asked: &Asked, take: &mut dyn FnMut(Vec<Cell>) -> Result<()>) -> Result<()> {
    let zone = referrals::queries::zone(conn)?;
    let Some(table) = table(asked.kind) else {
        return indicators::rows(conn, asked, &zone)?.into_iter().try_for_each(take);
    };
    let more = if asked.kind == Records::Sites { places::attributes() } else { String::new() };
    let sql = format!("{}{more} {} {}", table.select, table.from, table.order);
    let mut statement = conn.prepare(&sql)?;
    with(conn, asked, |params| {
        let mut rows = statement.query(params)?;
        while let Some(row) = rows.next()? {
            take((table.read)(row, &zone)?)?;
        }
        Ok(())
    })
}

/// What a table is asked with. Referrals are chosen by instants: the second one is where the day after the last begins.
fn with<T>(conn: &Connection, asked: &Asked, read: impl FnOnce(&[(&str, &dyn ToSql)]) -> Result<T>) -> Result<T> {
    let programs = serde_json::to_string(&asked.programs)?;
    if asked.kind == Records::Stories {
        // What holds is decided in one place, and that is not here.
        let held = stories::keys_for_file(conn, &programs, asked.today)?;
        return read(named_params! { ":programs": programs, ":from": None::<i64>, ":to": None::<i64>, ":set": held });
    }
    if asked.kind == Records::Referrals {
        let zone = referrals::queries::zone(conn)?;
        let from = asked.from.map(|day| zone.start_of(day));
        let to = asked.to.map(|day| zone.start_of(day.plus_days(1)));
        return read(named_params! { ":programs": programs, ":from": from, ":to": to, ":set": asked.set });
    }
    read(named_params! { ":programs": programs, ":from": asked.from, ":to": asked.to, ":set": asked.set })
}

/// The label of a word; the word itself where it is none of the vocabulary.
fn word<V: Vocabulary>(row: &Row<'_>, column: &str) -> rusqlite::Result<Cell> {
    let code: Option<String> = row.get(column)?;
    Ok(Cell::text(code.map(|code| V::parse(&code).map_or(code, |word| word.label().to_owned()))))
}

/// The label of a code of a public list.
fn listed(row: &Row<'_>, column: &str, list: List) -> rusqlite::Result<Cell> {
    let code: Option<String> = row.get(column)?;
    Ok(Cell::text(code.map(|code| label(list, &code))))
}

fn label(list: List, code: &str) -> String {
    codes::label(list, code).unwrap_or(code).to_owned()
}

/// Labels of several codes, parted by semicolons.
fn several(row: &Row<'_>, column: &str, list: List) -> rusqlite::Result<Cell> {
    let codes: Option<String> = row.get(column)?;
    Ok(Cell::text(codes.map(|codes| codes.split(';').map(|code| label(list, code)).collect::<Vec<_>>().join("; "))))
}

fn text(row: &Row<'_>, column: &str) -> rusqlite::Result<Cell> {
    Ok(Cell::text(row.get(column)?))
}

fn number(row: &Row<'_>, column: &str) -> rusqlite::Result<Cell> {
    Ok(Cell::number(row.get(column)?))
}

fn day(row: &Row<'_>, column: &str) -> rusqlite::Result<Cell> {
    Ok(Cell::day(row.get(column)?))
}

/// The day of an instant on the organization's wall.
fn day_of(row: &Row<'_>, column: &str, zone: &Zone) -> rusqlite::Result<Cell> {
    Ok(Cell::day(row.get::<_, Option<Instant>>(column)?.map(|at| zone.day(at))))
}

fn client_number(row: &Row<'_>) -> rusqlite::Result<Cell> {
    Ok(Cell::Text(crate::people::label(row.get("number")?)))
}

/// Hundredths as a number with two decimals: 1250 is `12.50`.
fn hundredths(number: Option<i64>) -> Cell {
    number.map_or(Cell::Nothing, |number| Cell::Decimal(format!("{}.{:02}", number / 100, number % 100)))
}

/// Minutes as hours with two decimals, which are read as the same minutes again.
fn hours(minutes: Option<i64>) -> Cell {
    hundredths(minutes.map(|minutes| (minutes * 100 + 30) / 60))
}

/// Millionths of a degree as degrees.
fn degrees(e6: Option<i64>) -> Cell {
    e6.map_or(Cell::Nothing, |e6| {
        let sign = if e6 < 0 { "-" } else { "" };
        Cell::Decimal(format!("{sign}{}.{:06}", e6.abs() / 1_000_000, e6.abs() % 1_000_000))
    })
}
