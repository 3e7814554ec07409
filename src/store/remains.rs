//! After a deletion: what the disk still holds of deleted rows is overwritten, and copies from before an upgrade are removed.

use super::folder::{DataFolder, Refusal};
use super::keyring::Keyring;
use super::open;
use rusqlite::Connection;
use std::path::PathBuf;

/// What was cleared.
#[derive(Debug, Default)]
pub struct Cleared {
    /// Copies from before an upgrade that were removed.
    pub copies: Vec<PathBuf>,
    /// Size of the database before.
    pub bytes_before: u64,
    /// And after.
    pub bytes_after: u64,
}

/// Clears the remains. Nobody else may work with the folder meanwhile.
///
/// Why each step: the index of the search box keeps words until its parts are merged, so it is built anew; `VACUUM` writes a file of
/// nothing but what is there; the checkpoint empties the write-ahead log, which still had the old pages.
pub fn clear_remains(folder: &DataFolder) -> Result<Cleared, Refusal> {
    let _lock = folder.lock()?;
    let keys = Keyring::load(folder.keys())?;
    let broken = |cause: &dyn std::fmt::Display| Refusal::broken("The remains could not be cleared", cause);
    let size = || std::fs::metadata(folder.database()).map_or(0, |meta| meta.len());
    let mut cleared = Cleared { bytes_before: size(), ..Cleared::default() };
    let conn = open::connect(folder, false).map_err(|cause| broken(&cause))?;
    open::check_keys(&conn, folder, &keys)?;
    conn.execute_batch("INSERT INTO search_client (search_client) VALUES ('rebuild')").map_err(|cause| broken(&cause))?;
    open::note(&conn, folder, keys, "data.remains_cleared", "").map_err(|cause| broken(&cause))?;
    for step in ["PRAGMA wal_checkpoint(TRUNCATE)", "VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"] {
        run(&conn, step).map_err(|cause| broken(&cause))?;
    }
    drop(conn);
    for entry in std::fs::read_dir(folder.path()).map_err(|cause| broken(&cause))?.flatten() {
        if entry.file_name().to_string_lossy().starts_with("before-schema-") {
            std::fs::remove_file(entry.path()).map_err(|cause| broken(&cause))?;
            cleared.copies.push(entry.path());
        }
    }
    cleared.bytes_after = size();
    Ok(cleared)
}

/// Runs a step, whatever rows it gives back.
fn run(conn: &Connection, step: &str) -> rusqlite::Result<()> {
    let mut statement = conn.prepare(step)?;
    let mut rows = statement.query([])?;
    while rows.next()?.is_some() {}
    Ok(())
}
