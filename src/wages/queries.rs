//! Tables of living wages in SQL. Nobody is in them: whoever may import them sees them all.

use super::{LivingWage, Row, Said, Table};
use crate::error::{Error, Result};
use crate::store::{Object, Tx, digest};
use crate::values::LivingWageTableId;
use crate::web::Leaf;
use rusqlite::{Connection, OptionalExtension, named_params};

const TABLE: &str = "
    SELECT living_wage_table.id, living_wage_table.public_id, living_wage_table.source, living_wage_table.year, living_wage_table.household,
           living_wage_table.url, living_wage_table.file_name, living_wage_table.is_compared, living_wage_table.undone_at,
           living_wage_table.version, living_wage_table.imported_at,
           (SELECT count(*) FROM living_wage WHERE living_wage.table_id = living_wage_table.id) AS counties
    FROM living_wage_table";

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Table> {
    Ok(Table {
        key: row.get("id")?,
        id: row.get("public_id")?,
        said: Said { source: row.get("source")?, year: row.get("year")?, household: row.get("household")?, url: row.get("url")? },
        file_name: row.get("file_name")?,
        counties: row.get("counties")?,
        is_compared: row.get("is_compared")?,
        undone_at: row.get("undone_at")?,
        version: row.get("version")?,
        imported_at: row.get("imported_at")?,
    })
}

/// The tables that stand, the newest year first, and one more row where there is another page.
pub fn list(conn: &Connection, leaf: Leaf) -> Result<Vec<Table>> {
    let (skip, limit) = leaf.window();
    let sql = format!(
        "{TABLE}
         WHERE living_wage_table.undone_at IS NULL
         ORDER BY living_wage_table.year DESC, living_wage_table.id DESC
         LIMIT :limit OFFSET :skip"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map(named_params! { ":limit": limit, ":skip": skip }, read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// One table.
pub fn find(conn: &Connection, id: &LivingWageTableId) -> Result<Table> {
    let sql = format!("{TABLE} WHERE living_wage_table.public_id = ?1");
    conn.prepare_cached(&sql)?.query_row([id], read).optional()?.ok_or(Error::NotFound)
}

/// Its counties in the order of their codes, and one more row where there is another page.
pub fn counties(conn: &Connection, table: &Table, leaf: Leaf) -> Result<Vec<Row>> {
    let (skip, limit) = leaf.window();
    let sql = "
        SELECT county_fips, county, hourly_cents
        FROM living_wage
        WHERE table_id = :table
        ORDER BY county_fips
        LIMIT :limit OFFSET :skip";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map(named_params! { ":table": table.key, ":limit": limit, ":skip": skip }, |row| {
        Ok(Row { fips: row.get("county_fips")?, county: row.get("county")?, hourly_cents: row.get("hourly_cents")? })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Writes a table down, whole. Wages are compared with it at once where its year has none that they are compared with.
pub fn import(tx: &Tx<'_>, said: &Said, file_name: &str, bytes: &[u8], rows: &[Row]) -> Result<LivingWageTableId> {
    let hash: String = digest(bytes);
    let known: Option<String> = tx
        .query_row("SELECT file_name FROM living_wage_table WHERE file_hash = ?1 AND undone_at IS NULL", [&hash], |row| row.get(0))
        .optional()?;
    if let Some(name) = known {
        return Err(Error::Rejected(format!("This file is here already, as {name}. Nothing was imported.")));
    }
    let id: LivingWageTableId = tx.fresh_id()?;
    let sql = "
        INSERT INTO living_wage_table (public_id, source, year, household, url, file_name, file_hash, is_compared, imported_by, imported_at)
        VALUES (:id, :source, :year, :household, :url, :name, :hash,
                NOT EXISTS (SELECT 1 FROM living_wage_table WHERE year = :year AND is_compared = 1), :by, :at)";
    tx.execute(
        sql,
        named_params! {
            ":id": id, ":source": said.source, ":year": said.year, ":household": said.household, ":url": said.url, ":name": file_name,
            ":hash": hash, ":by": tx.actor().id, ":at": tx.at(),
        },
    )?;
    let table = tx.last_insert_rowid();
    for row in rows {
        let sql = "INSERT INTO living_wage (table_id, county_fips, county, hourly_cents) VALUES (?1, ?2, ?3, ?4)";
        tx.prepare_cached(sql)?.execute((table, &row.fips, &row.county, row.hourly_cents))?;
    }
    tx.audit_with("living_wages.imported", Object::new("living_wage_table", &id), &format!("counties {} sha256 {hash}", rows.len()))?;
    Ok(id)
}

/// Wages are compared with this table from now on, instead of another of its year; or with none of its year.
pub fn compare(tx: &Tx<'_>, id: &LivingWageTableId, version: i64, is_compared: bool) -> Result<()> {
    let table = find(tx, id)?;
    if table.undone_at.is_some() {
        return Err(Error::Rejected("This table was taken back.".to_owned()));
    }
    if is_compared {
        let sql = "UPDATE living_wage_table SET is_compared = 0, version = version + 1 WHERE year = ?1 AND is_compared = 1 AND id <> ?2";
        tx.execute(sql, (table.said.year, table.key))?;
    }
    let sql = "UPDATE living_wage_table SET is_compared = ?1, version = version + 1 WHERE id = ?2 AND version = ?3";
    if tx.execute(sql, (is_compared, table.key, version))? == 0 {
        return Err(Error::Stale);
    }
    tx.audit(if is_compared { "living_wages.compared" } else { "living_wages.set_aside" }, Object::new("living_wage_table", id))
}

/// Takes a table back: wages are compared with it no more. A second time changes nothing.
pub fn undo(tx: &Tx<'_>, id: &LivingWageTableId, version: i64) -> Result<()> {
    let table = find(tx, id)?;
    if table.undone_at.is_some() {
        return Ok(());
    }
    let sql = "UPDATE living_wage_table SET undone_at = ?1, is_compared = 0, version = version + 1 WHERE id = ?2 AND version = ?3";
    if tx.execute(sql, (tx.at(), table.key, version))? == 0 {
        return Err(Error::Stale);
    }
    tx.audit("living_wages.undone", Object::new("living_wage_table", id))
}

/// What an hour in a county is compared with in a year: the table of that year, else of the latest before it, else of the first after.
pub fn living_wage(conn: &Connection, county_fips: &str, year: i64) -> Result<Option<LivingWage>> {
    let sql = "
        SELECT living_wage.hourly_cents, living_wage.county, living_wage_table.source, living_wage_table.year, living_wage_table.household
        FROM living_wage
        JOIN living_wage_table ON living_wage_table.id = living_wage.table_id
        WHERE living_wage.county_fips = :fips
          AND living_wage_table.is_compared = 1
        ORDER BY living_wage_table.year > :year, abs(living_wage_table.year - :year)
        LIMIT 1";
    let found = conn.prepare_cached(sql)?.query_row(named_params! { ":fips": county_fips, ":year": year }, |row| {
        Ok(LivingWage {
            hourly_cents: row.get("hourly_cents")?,
            county: row.get("county")?,
            source: row.get("source")?,
            year: row.get("year")?,
            household: row.get("household")?,
        })
    });
    Ok(found.optional()?)
}
