//! One writer, an unbroken record, and every reason to refuse a folder.

use crate::house::{Folder, zone};
use fairfloor::error::Error;
use fairfloor::programs::queries::start;
use fairfloor::store::{Actor, DataFolder, Db, Findings, Keyring, LossAccepted, Object, Refusal, check_version, verify_folder};
use fairfloor::values::Day;
use rusqlite::Connection;
use std::path::Path;

fn day() -> Day {
    Day::parse("2026-01-02").unwrap()
}

async fn start_program(db: &Db, name: String) -> fairfloor::error::Result<i64> {
    db.write(Actor::system(), move |tx| start(tx, &name, None, None, day())).await
}

async fn programs(db: &Db) -> i64 {
    db.read(|conn| Ok(conn.query_row("SELECT count(*) FROM program", [], |row| row.get(0))?)).await.unwrap()
}

/// A closed folder with three programs in it.
async fn three_programs() -> Folder {
    let folder = Folder::new();
    let db = folder.create();
    for name in ["One", "Two", "Three"] {
        start_program(&db, name.to_owned()).await.unwrap();
    }
    folder
}

fn refused(folder: &DataFolder) -> Refusal {
    Db::open(folder, &LossAccepted::default()).err().unwrap()
}

/// Changes the closed database behind the program's back. Whoever can write the file can drop a trigger too.
fn tamper(folder: &DataFolder, sql: &str) {
    let conn = Connection::open(folder.database()).unwrap();
    let triggers: Vec<(String, String)> = conn
        .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    conn.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
    for (name, _) in &triggers {
        conn.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
    }
    conn.execute_batch(sql).unwrap();
    for (_, sql) in &triggers {
        conn.execute_batch(sql).unwrap();
    }
}

fn verify(folder: &DataFolder) -> Findings {
    verify_folder(folder).unwrap()
}

#[track_caller]
fn finds(folder: &DataFolder, words: &str) {
    let found = verify(folder);
    assert!(found.faults.iter().any(|fault| fault.contains(words)), "{words:?} is not among {:?}", found.faults);
}

#[test]
fn sqlite_is_new_enough_to_keep_what_it_committed() {
    assert!(rusqlite::version_number() >= 3_051_003, "{}", rusqlite::version());
    assert!(check_version(3_051_003).is_ok());
    let refusal = check_version(3_051_002).unwrap_err();
    assert!(refusal.what.contains("can lose committed writes") && refusal.next.contains("cargo build"), "{refusal}");
}

#[tokio::test]
async fn every_connection_is_set_to_be_safe() {
    let folder = Folder::new();
    let db = folder.create();
    let ask = |conn: &Connection, name: &str| -> fairfloor::error::Result<String> {
        Ok(conn
            .query_row(&format!("PRAGMA {name}"), [], |row| row.get::<_, rusqlite::types::Value>(0))
            .map(|value| format!("{value:?}"))?)
    };
    let writer = db
        .write(Actor::system(), move |tx| {
            ["journal_mode", "synchronous", "foreign_keys", "secure_delete", "cell_size_check", "trusted_schema", "query_only"]
                .iter()
                .map(|name| ask(tx, name))
                .collect::<fairfloor::error::Result<Vec<_>>>()
        })
        .await
        .unwrap();
    assert_eq!(writer, ["Text(\"wal\")", "Integer(2)", "Integer(1)", "Integer(1)", "Integer(1)", "Integer(0)", "Integer(0)"]);
    let reader = db
        .read(move |conn| {
            ["foreign_keys", "query_only", "trusted_schema"]
                .iter()
                .map(|name| ask(conn, name))
                .collect::<fairfloor::error::Result<Vec<_>>>()
        })
        .await
        .unwrap();
    assert_eq!(reader, ["Integer(1)", "Integer(1)", "Integer(0)"]);
    let written = db.read(|conn| Ok(conn.execute("UPDATE organization SET name = 'x'", [])?)).await;
    assert!(matches!(written, Err(Error::Internal(_))), "a reader cannot write");
}

#[tokio::test]
async fn a_change_that_left_no_audit_row_is_not_kept() {
    let folder = Folder::new();
    let db = folder.create();
    let silent = db.write(Actor::system(), |tx| Ok(tx.execute("INSERT INTO holiday (day, name) VALUES ('2026-07-04', 'x')", [])?)).await;
    let words = silent.unwrap_err().to_string();
    assert!(words.contains("holiday") && words.contains("no audit row"), "{words}");
    let after = db
        .write(Actor::system(), |tx| {
            start(tx, "Audited", None, None, day())?;
            Ok(tx.execute("INSERT INTO holiday (day, name) VALUES ('2026-07-04', 'x')", [])?)
        })
        .await;
    assert!(after.is_err(), "a change after the last audit row");
    let kept: i64 = db
        .read(|conn| Ok(conn.query_row("SELECT (SELECT count(*) FROM holiday) + (SELECT count(*) FROM program)", [], |row| row.get(0))?))
        .await
        .unwrap();
    assert_eq!(kept, 0);
    drop(db);
    assert_eq!(verify(&folder.folder).faults, Vec::<String>::new());
}

#[tokio::test]
async fn a_panic_inside_a_deed_undoes_it_and_harms_no_later_one() {
    let folder = Folder::new();
    let db = folder.create();
    let broken = db
        .write(Actor::system(), |tx| -> fairfloor::error::Result<()> {
            start(tx, "Gone", None, None, day())?;
            panic!("planted")
        })
        .await;
    assert!(broken.unwrap_err().to_string().contains("planted"));
    let read = db.read(|_| -> fairfloor::error::Result<()> { panic!("planted in a read") }).await;
    assert!(read.is_err());
    start_program(&db, "Kept".to_owned()).await.unwrap();
    assert_eq!(programs(&db).await, 1);
    drop(db);
    assert_eq!(verify(&folder.folder).faults, Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn two_hundred_reads_and_fifty_writes_at_once_meet_no_busy_error() {
    let folder = Folder::new();
    let db = folder.create();
    let mut jobs = tokio::task::JoinSet::new();
    for number in 0..50 {
        let db = db.clone();
        jobs.spawn(async move { start_program(&db, format!("Program {number}")).await.map(drop) });
    }
    for _ in 0..200 {
        let db = db.clone();
        jobs.spawn(async move {
            db.read(|conn| Ok(conn.query_row("SELECT count(*) FROM audit_row", [], |row| row.get::<_, i64>(0))?)).await.map(drop)
        });
    }
    while let Some(done) = jobs.join_next().await {
        done.unwrap().unwrap();
    }
    assert_eq!(programs(&db).await, 50);
}

#[tokio::test]
async fn one_commit_for_many_keeps_the_failing_ones_out() {
    let folder = Folder::new();
    let db = folder.create();
    let mut deeds = Vec::new();
    for number in 0..60_i32 {
        let db = db.clone();
        deeds.push(tokio::spawn(async move {
            db.write(Actor::system(), move |tx| {
                start(tx, &format!("Program {number}"), None, None, day())?;
                match number % 3 {
                    0 => Err(Error::Rejected("no".to_owned())),
                    1 if number % 2 == 0 => panic!("planted"),
                    _ => Ok(number),
                }
            })
            .await
        }));
    }
    let mut kept = 0;
    for deed in deeds {
        kept += i64::from(deed.await.unwrap().is_ok());
    }
    assert_eq!(kept, 30);
    assert_eq!(programs(&db).await, kept);
    drop(db);
    let found = verify(&folder.folder);
    assert_eq!((found.faults, found.events), (Vec::new(), kept + 1));
}

#[tokio::test]
async fn an_untouched_folder_verifies_and_opens_again() {
    let folder = three_programs().await;
    let found = verify(&folder.folder);
    assert_eq!((found.faults, found.events), (Vec::new(), 4));
    assert_eq!(programs(&folder.open()).await, 3);
}

#[tokio::test]
async fn every_tampering_with_the_record_is_found_by_name() {
    let folder = three_programs().await;
    let plants: [(&str, &str); 7] = [
        ("UPDATE audit_event SET action = 'program.changed' WHERE seq = 2", "Event 2 of the audit record was changed"),
        ("UPDATE audit_event SET at = at + 1 WHERE seq = 4", "Event 4 of the audit record was changed"),
        ("DELETE FROM audit_row WHERE seq = 3; DELETE FROM audit_event WHERE seq = 3", "Events 3 to 3 are missing"),
        (
            "DELETE FROM audit_row WHERE seq = 4; DELETE FROM audit_event WHERE seq = 4",
            "The head file names event 4, which this record does not have",
        ),
        (
            "INSERT INTO audit_event SELECT 5, at, actor_kind, actor, action, object_kind, object, detail, rows_mac, hash, hash FROM audit_event WHERE seq = 4",
            "Event 5 of the audit record was changed",
        ),
        ("UPDATE audit_row SET row_id = 2 WHERE seq = 2", "The list of rows that event 2 changed was altered"),
        ("DELETE FROM audit_row WHERE seq = 2", "The list of rows that event 2 changed was altered"),
    ];
    for (sql, words) in plants {
        let copy = Folder::copy_of(&folder.folder);
        tamper(&copy.folder, sql);
        finds(&copy.folder, words);
    }
}

#[tokio::test]
async fn every_tampering_with_a_record_is_found_by_name() {
    let folder = three_programs().await;
    let plants = [
        ("UPDATE program SET name = 'Zwei' WHERE id = 2", "Row 2 of program was changed outside Fairfloor"),
        ("DELETE FROM program WHERE id = 3", "Row 3 of program was deleted outside Fairfloor"),
        (
            "INSERT INTO program (id, public_id, name, started_on) VALUES (9, 'x', 'Nine', '2026-01-01')",
            "Row 9 of program was added outside Fairfloor",
        ),
        ("UPDATE organization SET threshold = 11", "Row 1 of organization was changed outside Fairfloor"),
        (
            "INSERT INTO partner_kind (id, partner_id, kind) VALUES (1, 77, 'workforce')",
            "Row 1 of partner_kind points to a record that is gone",
        ),
    ];
    for (sql, words) in plants {
        let copy = Folder::copy_of(&folder.folder);
        tamper(&copy.folder, sql);
        finds(&copy.folder, words);
    }
}

#[tokio::test]
async fn a_changed_byte_in_a_live_record_is_found() {
    let folder = three_programs().await;
    checkpoint(&folder.folder);
    let path = folder.folder.database();
    let mut bytes = std::fs::read(&path).unwrap();
    let place = bytes.windows(5).position(|window| window == b"Three").unwrap();
    bytes[place] ^= 1;
    std::fs::write(&path, bytes).unwrap();
    finds(&folder.folder, "of program was changed outside Fairfloor");
}

#[tokio::test]
async fn a_database_ahead_of_its_head_file_is_normal_and_one_behind_is_refused() {
    let folder = Folder::new();
    let db = folder.create();
    start_program(&db, "One".to_owned()).await.unwrap();
    let early = std::fs::read(folder.folder.head()).unwrap();
    let behind = Folder::copy_of(&folder.folder);
    start_program(&db, "Two".to_owned()).await.unwrap();
    drop(db);
    let late = std::fs::read(folder.folder.head()).unwrap();
    std::fs::write(folder.folder.head(), early).unwrap();
    drop(folder.open());
    std::fs::write(behind.folder.head(), late).unwrap();
    let refusal = refused(&behind.folder);
    assert!(refusal.what.contains("older than its head file says") && refusal.next.contains("--accept-loss"), "{refusal}");
    std::fs::remove_file(behind.folder.head()).unwrap();
    assert!(refused(&behind.folder).what.contains("head file is gone"));
    std::fs::write(behind.folder.head(), "7 aaaa bbbb\n").unwrap();
    assert!(refused(&behind.folder).what.contains("head file"), "a made-up head file");
}

#[tokio::test]
async fn a_folder_without_its_write_ahead_log_is_refused_and_nothing_is_changed() {
    let folder = three_programs().await;
    checkpoint(&folder.folder);
    let db = folder.open();
    start_program(&db, "In the log".to_owned()).await.unwrap();
    let copy = Folder::copy_of(&folder.folder);
    assert!(std::fs::metadata(copy.folder.wal()).unwrap().len() > 0);
    std::fs::remove_file(copy.folder.wal()).unwrap();
    let before = bytes_of(&copy.folder);
    let refusal = refused(&copy.folder);
    assert!(refusal.what.contains("The last changes are missing") && refusal.next.contains("-wal"), "{refusal}");
    assert_eq!(bytes_of(&copy.folder), before);
    assert!(verify(&copy.folder).faults.iter().any(|fault| fault.contains("The head file names event 5")));
}

#[tokio::test]
async fn a_folder_whose_first_commits_are_only_in_the_lost_log_is_refused() {
    let folder = Folder::new();
    let db = folder.create();
    start_program(&db, "One".to_owned()).await.unwrap();
    let copy = Folder::copy_of(&folder.folder);
    let _ = std::fs::remove_file(copy.folder.wal());
    let refusal = refused(&copy.folder);
    assert!(!refusal.what.is_empty() && !refusal.next.is_empty());
}

#[tokio::test]
async fn a_loss_is_accepted_with_a_reason_and_the_record_keeps_it() {
    let folder = three_programs().await;
    checkpoint(&folder.folder);
    let db = folder.open();
    start_program(&db, "Lost".to_owned()).await.unwrap();
    let copy = Folder::copy_of(&folder.folder);
    drop(db);
    std::fs::remove_file(copy.folder.wal()).unwrap();
    let db = Db::open(&copy.folder, &LossAccepted(Some("the disk died".to_owned()))).unwrap();
    let sql = "SELECT actor_kind || ': ' || detail FROM audit_event WHERE action = 'data.loss_accepted'";
    let said: String = db.read(move |conn| Ok(conn.query_row(sql, [], |row| row.get(0))?)).await.unwrap();
    assert_eq!(said, "command_line: the disk died");
    start_program(&db, "After".to_owned()).await.unwrap();
    drop(db);
    assert_eq!(verify(&copy.folder).faults, Vec::<String>::new());
    drop(copy.open());
}

#[tokio::test]
async fn newer_foreign_and_broken_files_are_refused_and_left_alone() {
    type Plant = fn(&DataFolder);
    let plants: [(Plant, &str, &str); 4] = [
        (|folder| tamper(folder, "PRAGMA user_version = 99"), "newer Fairfloor (schema 99", "Start the newer Fairfloor"),
        (|folder| tamper(folder, "PRAGMA application_id = 7"), "belongs to another program", "--data"),
        (|folder| std::fs::write(folder.database(), "Dear diary").unwrap(), "is not a database", "backup"),
        (|folder| std::fs::write(folder.database(), "").unwrap(), "is not a database", "backup"),
    ];
    let folder = three_programs().await;
    for (plant, what, next) in plants {
        let copy = Folder::copy_of(&folder.folder);
        plant(&copy.folder);
        let before = bytes_of(&copy.folder);
        let refusal = refused(&copy.folder);
        assert!(refusal.what.contains(what) && refusal.next.contains(next), "{refusal}");
        assert_eq!(bytes_of(&copy.folder), before, "{what}");
    }
}

#[tokio::test]
async fn one_folder_serves_one_program_and_is_never_made_twice() {
    let folder = Folder::new();
    let db = folder.create();
    let refusal = refused(&folder.folder);
    assert!(refusal.what.contains("Another Fairfloor works with") && refusal.next.contains("Stop the other one"), "{refusal}");
    assert!(verify_folder(&folder.folder).is_err());
    drop(db);
    drop(folder.open());
    let again = Db::create(&folder.folder, "Other", &zone(), None, fairfloor::store::Randomness::System);
    assert!(again.err().unwrap().what.contains("already holds an organization"));
    let empty = DataFolder::new(Path::new("/nowhere/at/all"), None);
    assert!(refused(&empty).next.contains("fairfloor init"));
}

#[tokio::test]
async fn a_folder_without_its_keyring_or_with_an_open_one_is_refused() {
    use std::os::unix::fs::PermissionsExt;
    let folder = three_programs().await;
    let keys = folder.folder.keys();
    assert_eq!(std::fs::metadata(keys).unwrap().permissions().mode() & 0o777, 0o600);
    assert_eq!(std::fs::metadata(folder.folder.path()).unwrap().permissions().mode() & 0o777, 0o700);
    std::fs::set_permissions(keys, std::fs::Permissions::from_mode(0o644)).unwrap();
    let refusal = refused(&folder.folder);
    assert!(refusal.what.contains("can be read by others") && refusal.next.starts_with("Run: chmod 600"), "{refusal}");
    std::fs::set_permissions(keys, std::fs::Permissions::from_mode(0o600)).unwrap();
    let kept = std::fs::read_to_string(keys).unwrap();
    std::fs::write(keys, "audit = 'x'").unwrap();
    assert!(refused(&folder.folder).what.contains("is not a keyring"));
    std::fs::remove_file(keys).unwrap();
    assert!(refused(&folder.folder).next.contains("--key-file"));
    let other = Keyring::generate(&mut fairfloor::store::Randomness::System).unwrap();
    other.save_new(keys).unwrap();
    assert!(refused(&folder.folder).what.contains("belongs to another folder"), "another folder's keyring");
    assert!(!verify(&folder.folder).faults.is_empty());
    std::fs::write(keys, kept).unwrap();
    drop(folder.open());
}

#[tokio::test]
async fn looks_and_refusals_can_be_audited_without_a_change() {
    let folder = Folder::new();
    let db = folder.create();
    db.write(Actor::nobody(), |tx| tx.audit("record.looked_at", Object::none())).await.unwrap();
    drop(db);
    assert_eq!(verify(&folder.folder).events, 2);
}

/// Puts what lies in the log of a closed folder into its database.
fn checkpoint(folder: &DataFolder) {
    Connection::open(folder.database()).unwrap().execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
}

/// Database, log and head, byte by byte.
fn bytes_of(folder: &DataFolder) -> Vec<Option<Vec<u8>>> {
    [folder.database(), folder.wal(), folder.head()].iter().map(|path| std::fs::read(path).ok().filter(|bytes| !bytes.is_empty())).collect()
}
