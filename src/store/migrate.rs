//! From an older schema to today's, step by step. Forward only: going back is restoring a backup.

use super::folder::Refusal;
use rusqlite::Connection;

/// Marks a file as Fairfloor's: "FFLR".
pub const APPLICATION_ID: i32 = 0x4646_4C52;

/// Today's schema.
pub const SCHEMA: &str = include_str!("../../schema.sql");

/// Every schema that was ever released and the way to the next one. The first makes an empty file version 1.
pub const MIGRATIONS: &[(i32, &str)] = &[(1, include_str!("migrations/0001_first.sql"))];

/// The version of today's schema.
pub const VERSION: i32 = 1;

/// Makes today's schema in an empty file.
pub fn make_fresh(conn: &Connection) -> rusqlite::Result<()> {
    conn.execute_batch(&format!(
        "BEGIN IMMEDIATE;\n{SCHEMA}\nPRAGMA application_id = {APPLICATION_ID};\nPRAGMA user_version = {VERSION};\nCOMMIT;"
    ))
}

/// Takes every step from the file's version to today's, each in one transaction with its stamp.
pub fn bring_up_to_date(conn: &Connection, from: i32) -> Result<(), Refusal> {
    for (version, sql) in MIGRATIONS.iter().filter(|(version, _)| *version > from) {
        let step = format!("BEGIN IMMEDIATE;\n{sql}\nPRAGMA application_id = {APPLICATION_ID};\nPRAGMA user_version = {version};\nCOMMIT;");
        if let Err(cause) = conn.execute_batch(&step) {
            let undone = conn.execute_batch("ROLLBACK");
            return Err(Refusal::new(
                format!(
                    "The data could not be brought to schema version {version}: {cause}. {}",
                    if undone.is_ok() { "Nothing was changed." } else { "The step was not finished and does not count." }
                ),
                "Start the version of Fairfloor that last worked with this folder, and report this.",
            ));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(conn: &Connection) -> rusqlite::Result<Vec<String>> {
        let mut statement =
            conn.prepare("SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY type, name")?;
        let rows = statement.query_map([], |row| row.get::<_, String>(0))?;
        rows.map(|row| row.map(|text| plain(&text))).collect()
    }

    /// Without comments and white space, which steps and schema may write differently.
    fn plain(sql: &str) -> String {
        sql.lines().map(|line| line.split("--").next().unwrap_or_default()).flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_schema_and_the_migrations_arrive_at_the_same_place() -> Result<(), Box<dyn std::error::Error>> {
        let (fresh, stepped) = (Connection::open_in_memory()?, Connection::open_in_memory()?);
        make_fresh(&fresh)?;
        bring_up_to_date(&stepped, 0)?;
        assert_eq!(shape(&fresh)?, shape(&stepped)?);
        assert_eq!(MIGRATIONS.last().map(|(version, _)| *version), Some(VERSION));
        Ok(())
    }

    #[test]
    fn a_step_that_fails_leaves_the_version_alone() -> Result<(), Box<dyn std::error::Error>> {
        let conn = Connection::open_in_memory()?;
        conn.execute_batch("CREATE TABLE organization (id INTEGER)")?;
        assert!(bring_up_to_date(&conn, 0).is_err());
        assert_eq!(conn.query_one("PRAGMA user_version", [], |row| row.get::<_, i32>(0))?, 0);
        assert_eq!(conn.query_one("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i32>(0))?, 1);
        Ok(())
    }
}
