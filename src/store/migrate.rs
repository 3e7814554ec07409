//! From an older schema to today's, step by step. Forward only: going back is restoring a backup.

use super::folder::Refusal;
use rusqlite::Connection;

/// Marks a file as Fairfloor's: "FFLR".
pub const APPLICATION_ID: i32 = 0x4646_4C52;

/// Today's schema.
pub const SCHEMA: &str = include_str!("../../schema.sql");

/// Every schema that was ever released and the way to the next one, in the order of their numbers: the last is the version of the
/// file, and a file takes every step above its own. The first makes an empty file version 1.
/// A step may leave a table without its rows' digests: see `bring_up_to_date`.
#[rustfmt::skip]
pub const MIGRATIONS: &[(i32, &str)] = &[
    (1, include_str!("migrations/0001_first.sql")),
    (2, include_str!("migrations/0002_asked_together.sql")),
    (3, include_str!("migrations/0003_directory.sql")),
    (4, include_str!("migrations/0004_sites.sql")),
    (5, include_str!("migrations/0005_zones.sql")),
    (6, include_str!("migrations/0006_kinds.sql")),
    (7, include_str!("migrations/0007_consent.sql")),
    (8, include_str!("migrations/0008_clocks.sql")),
    (9, include_str!("migrations/0009_voices.sql")),
    (10, include_str!("migrations/0010_partner_accounts.sql")),
    (11, include_str!("migrations/0011_asking.sql")),
    (12, include_str!("migrations/0012_limits.sql")),
    (13, include_str!("migrations/0013_language.sql")),
    (14, include_str!("migrations/0014_own_pages.sql")),
    (15, include_str!("migrations/0015_wall.sql")),
    (16, include_str!("migrations/0016_notes.sql")),
    (17, include_str!("migrations/0017_pages.sql")),
    (18, include_str!("migrations/0018_home.sql")),
    (19, include_str!("migrations/0019_rights.sql")),
    (20, include_str!("migrations/0020_self.sql")),
    (21, include_str!("migrations/0021_guards.sql")),
    (22, include_str!("migrations/0022_looks.sql")),
    (23, include_str!("migrations/0023_called.sql")),
    (24, include_str!("migrations/0024_benchmarks.sql")),
    (25, include_str!("migrations/0025_releases.sql")),
    (26, include_str!("migrations/0026_words.sql")),
    (27, include_str!("migrations/0027_services.sql")),
    (28, include_str!("migrations/0028_outcomes.sql")),
    (29, include_str!("migrations/0029_filings_and_outreach.sql")),
    (30, include_str!("migrations/0030_imports.sql")),
    (31, include_str!("migrations/0031_api.sql")),
    (32, include_str!("migrations/0032_job_counts.sql")),
    (33, include_str!("migrations/0033_who_decides.sql")),
    (34, include_str!("migrations/0034_attachments.sql")),
    (35, include_str!("migrations/0035_grants.sql")),
    (36, include_str!("migrations/0036_equity_checks.sql")),
    (37, include_str!("migrations/0037_indicators.sql")),
    (38, include_str!("migrations/0038_stories.sql")),
    (39, include_str!("migrations/0039_required_tables.sql")),
    (40, include_str!("migrations/0040_certifications.sql")),
    (41, include_str!("migrations/0041_refusals.sql")),
    (42, include_str!("migrations/0042_referral_imports.sql")),
    (43, include_str!("migrations/0043_worker_survey.sql")),
];

/// The version of today's schema.
pub const VERSION: i32 = MIGRATIONS[MIGRATIONS.len() - 1].0;

/// Makes today's schema in an empty file.
pub fn make_fresh(conn: &Connection) -> rusqlite::Result<()> {
    conn.execute_batch(&format!(
        "BEGIN IMMEDIATE;\n{SCHEMA}\nPRAGMA application_id = {APPLICATION_ID};\nPRAGMA user_version = {VERSION};\nCOMMIT;"
    ))
}

/// Takes every step from the file's version to today's, in one transaction with its stamp.
///
/// A step that changes the columns of a table changes what its rows' digests are made of. `settle` runs before the commit, so that
/// whoever keeps the record can write down what every row is now. Foreign keys are off while tables are made anew, and checked after.
pub fn bring_up_to_date(conn: &Connection, from: i32, settle: impl FnOnce(&Connection) -> crate::error::Result<()>) -> Result<(), Refusal> {
    let refused = |version: i32, cause: &dyn std::fmt::Display| {
        Refusal::new(
            format!("The data could not be brought to schema version {version}: {cause}. Nothing was changed."),
            "Start the version of Fairfloor that last worked with this folder, and report this.",
        )
    };
    conn.execute_batch("PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE").map_err(|cause| refused(VERSION, &cause))?;
    let taken = take_steps(conn, from, &refused).and_then(|()| {
        settle(conn).map_err(|cause| refused(VERSION, &cause))?;
        conn.execute_batch("COMMIT").map_err(|cause| refused(VERSION, &cause))
    });
    if taken.is_err() {
        drop(conn.execute_batch("ROLLBACK"));
    }
    conn.execute_batch("PRAGMA foreign_keys = ON").map_err(|cause| refused(VERSION, &cause))?;
    taken
}

/// The step that a file has really reached.
///
/// Why: on November 24, 2026 the steps stood out of order here, and files that had taken all nine were stamped 6.
fn reached(conn: &Connection, stamp: i32) -> rusqlite::Result<i32> {
    let has_taken_nine = || conn.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'inbound'")?.exists([]);
    Ok(if stamp == 6 && has_taken_nine()? { 9 } else { stamp })
}

fn take_steps(conn: &Connection, from: i32, refused: &impl Fn(i32, &dyn std::fmt::Display) -> Refusal) -> Result<(), Refusal> {
    let from = reached(conn, from).map_err(|cause| refused(VERSION, &cause))?;
    for (version, sql) in MIGRATIONS.iter().filter(|(version, _)| *version > from) {
        let step = format!("{sql}\nPRAGMA application_id = {APPLICATION_ID};\nPRAGMA user_version = {version};");
        conn.execute_batch(&step).map_err(|cause| refused(*version, &cause))?;
    }
    let orphans = conn.prepare("PRAGMA foreign_key_check").and_then(|mut check| check.exists([]));
    match orphans {
        Ok(false) => Ok(()),
        Ok(true) => Err(refused(VERSION, &"some records would point to others that are gone")),
        Err(cause) => Err(refused(VERSION, &cause)),
    }
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
        sql.lines()
            .map(|line| line.split("--").next().unwrap_or_default())
            .flat_map(str::split_whitespace)
            .collect::<Vec<_>>()
            .join(" ")
            // A table made anew and renamed keeps its name in quotes; a column added later is joined without a line of its own.
            .replace('"', "")
            .replace(" ,", ",")
            .replace(" )", ")")
            .replace("( ", "(")
    }

    #[test]
    fn a_file_of_nine_steps_that_was_stamped_six_goes_on_from_nine() -> Result<(), Box<dyn std::error::Error>> {
        let (fresh, older) = (Connection::open_in_memory()?, Connection::open_in_memory()?);
        make_fresh(&fresh)?;
        for (_, sql) in MIGRATIONS.iter().filter(|(version, _)| *version <= 9) {
            older.execute_batch(sql)?;
        }
        bring_up_to_date(&older, 6, |_| Ok(()))?;
        assert_eq!(shape(&fresh)?, shape(&older)?);
        Ok(())
    }

    #[test]
    fn the_schema_and_the_migrations_arrive_at_the_same_place() -> Result<(), Box<dyn std::error::Error>> {
        let (fresh, stepped) = (Connection::open_in_memory()?, Connection::open_in_memory()?);
        make_fresh(&fresh)?;
        bring_up_to_date(&stepped, 0, |_| Ok(()))?;
        assert_eq!(shape(&fresh)?, shape(&stepped)?);
        assert_eq!(MIGRATIONS.last().map(|(version, _)| *version), Some(VERSION));
        assert!(MIGRATIONS.is_sorted_by(|one, other| one.0 < other.0), "a step out of order would be taken twice, or never");
        Ok(())
    }

    #[test]
    fn a_file_of_any_version_arrives_there_too() -> Result<(), Box<dyn std::error::Error>> {
        let fresh = Connection::open_in_memory()?;
        make_fresh(&fresh)?;
        for place in 0..MIGRATIONS.len() {
            let older = Connection::open_in_memory()?;
            for (version, sql) in &MIGRATIONS[..=place] {
                older.execute_batch(&format!("{sql}\nPRAGMA user_version = {version};"))?;
            }
            bring_up_to_date(&older, MIGRATIONS[place].0, |_| Ok(()))?;
            assert_eq!(shape(&fresh)?, shape(&older)?, "from version {}", MIGRATIONS[place].0);
        }
        Ok(())
    }

    #[test]
    fn a_step_that_fails_leaves_the_version_alone() -> Result<(), Box<dyn std::error::Error>> {
        let conn = Connection::open_in_memory()?;
        conn.execute_batch("CREATE TABLE organization (id INTEGER)")?;
        assert!(bring_up_to_date(&conn, 0, |_| Ok(())).is_err());
        assert_eq!(conn.query_one("PRAGMA user_version", [], |row| row.get::<_, i32>(0))?, 0);
        assert_eq!(conn.query_one("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i32>(0))?, 1);
        Ok(())
    }
}
