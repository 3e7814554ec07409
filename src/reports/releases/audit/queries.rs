//! Everything kept of releases, as it lies there, for whoever checks it.

use crate::error::Result;
use crate::values::ReleaseAudience;
use rusqlite::Connection;

/// What one kind of readers was told of one release.
pub struct Kept {
    /// Row key of the release, and its code.
    pub release: i64,
    pub code: String,
    pub readers: ReleaseAudience,
    pub threshold: i64,
    pub told: String,
    pub told_hash: String,
    /// In the order of the list.
    pub counts: Vec<(String, Option<i64>)>,
    /// Forms whose bytes are not those that were kept first.
    pub altered: Vec<String>,
}

/// All of it, the oldest first.
pub fn kept(conn: &Connection) -> Result<Vec<Kept>> {
    let sql = "
        SELECT release_edition.id, release_edition.release_id, report_release.public_id, release_edition.audience,
               release_edition.threshold, release_edition.told, release_edition.told_hash
        FROM release_edition
        JOIN report_release ON report_release.id = release_edition.release_id
        ORDER BY release_edition.release_id, release_edition.id";
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let edition: i64 = row.get("id")?;
        all.push(Kept {
            release: row.get("release_id")?,
            code: row.get("public_id")?,
            readers: row.get("audience")?,
            threshold: row.get("threshold")?,
            told: row.get("told")?,
            told_hash: row.get("told_hash")?,
            counts: counts(conn, edition)?,
            altered: altered(conn, edition)?,
        });
    }
    Ok(all)
}

fn counts(conn: &Connection, edition: i64) -> Result<Vec<(String, Option<i64>)>> {
    let mut statement = conn.prepare_cached("SELECT count_id, told FROM release_count WHERE edition_id = ?1 ORDER BY place")?;
    let rows = statement.query_map([edition], |row| Ok((row.get("count_id")?, row.get("told")?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn altered(conn: &Connection, edition: i64) -> Result<Vec<String>> {
    let mut statement = conn.prepare_cached("SELECT form, bytes, hash FROM release_file WHERE edition_id = ?1 ORDER BY id")?;
    let mut rows = statement.query([edition])?;
    let mut altered = Vec::new();
    while let Some(row) = rows.next()? {
        let (form, bytes, hash): (String, Vec<u8>, String) = (row.get("form")?, row.get("bytes")?, row.get("hash")?);
        if crate::store::digest(&bytes) != hash {
            altered.push(form);
        }
    }
    Ok(altered)
}
