//! Older folders: brought up to date whole, or left as they are.

use super::super::migrate::MIGRATIONS;
use super::*;

type Outcome = Result<(), Box<dyn std::error::Error>>;

/// A folder as the first Fairfloor left it, with a program in it.
async fn first_folder(at: &std::path::Path) -> Result<DataFolder, Box<dyn std::error::Error>> {
    let folder = DataFolder::new(at, None);
    let first = |conn: &Connection| {
        let (version, sql) = MIGRATIONS[0];
        conn.execute_batch(&format!("BEGIN;\n{sql}\nPRAGMA application_id = {APPLICATION_ID};\nPRAGMA user_version = {version};\nCOMMIT;"))
    };
    let zone = Zone::parse("America/New_York").map_err(|complaint| complaint.0)?;
    let db = Db::create_with(&folder, "City of Steps", &zone, None, Randomness::System, first).map_err(|refusal| refusal.what)?;
    db.write(Actor::system(), |tx| {
        tx.execute("INSERT INTO program (public_id, name, started_on) VALUES ('p', 'First Floor', '2026-01-01')", [])?;
        tx.execute(
            "INSERT INTO business (public_id, number, name, name_folded, created_at) VALUES ('b', 1, 'Ada Tool', 'adatool', 1)",
            [],
        )?;
        // Rows of tables that later steps make anew.
        tx.execute("INSERT INTO account (public_id, email, name, created_at) VALUES ('a', 'ada@city.example', 'Ada', 1)", [])?;
        tx.execute(
            "INSERT INTO service (public_id, program_id, business_id, account_id, served_on, kind, channel, minutes, created_at)
             VALUES ('s', 1, 1, 1, '2026-01-05', 'space', 'video', 30, 1)",
            [],
        )?;
        tx.execute("INSERT INTO access_link (kind, nonce, token_hash, issued_at, expires_at) VALUES ('status', x'00', x'01', 1, 2)", [])?;
        tx.execute(
            "INSERT INTO import_run (public_id, program_id, kind, file_name, file_sha256, encoding, mapping, row_count, made, actor, started_at)
             VALUES ('i', 1, 'clients', 'a.csv', '00', 'UTF-8, comma', '{}', 1, '{}', 'Ada', 1)",
            [],
        )?;
        tx.audit("program.added", Object::none())
    })
    .await?;
    Ok(folder)
}

#[tokio::test]
async fn a_folder_of_the_first_version_is_brought_up_to_date_and_verifies() -> Outcome {
    let dir = tempfile::tempdir()?;
    let folder = first_folder(&dir.path().join("data")).await?;
    let db = Db::open(&folder, &LossAccepted::default()).map_err(|refusal| refusal.what)?;
    let name: String = db.read(|conn| Ok(conn.query_row("SELECT name FROM business", [], |row| row.get(0))?)).await?;
    assert_eq!(name, "Ada Tool");
    let filed = "SELECT session_type || ', ' || topic || ', ' || minutes FROM service";
    let filed: String = db.read(move |conn| Ok(conn.query_row(filed, [], |row| row.get(0))?)).await?;
    assert_eq!(filed, "online, other, 30");
    drop(db);
    let found = verify_folder(&folder).map_err(|refusal| refusal.what)?;
    assert!(found.faults.is_empty(), "{:?}", found.faults);
    assert!(folder.path().join(format!("before-schema-{VERSION}.db")).exists());
    assert!(Db::open(&folder, &LossAccepted::default()).is_ok(), "and opens again");
    Ok(())
}

#[tokio::test]
async fn an_older_folder_that_somebody_altered_is_left_as_it_is() -> Outcome {
    let dir = tempfile::tempdir()?;
    let folder = first_folder(&dir.path().join("data")).await?;
    let conn = Connection::open(folder.database())?;
    conn.execute("UPDATE business SET name = 'Eve Tool'", [])?;
    drop(conn);
    let refusal = Db::open(&folder, &LossAccepted::default()).err().map(|refusal| refusal.what).unwrap_or_default();
    assert!(refusal.contains("Row 1 of business was changed"), "{refusal}");
    let version: i32 = Connection::open(folder.database())?.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    assert_eq!(version, MIGRATIONS[0].0);
    Ok(())
}
