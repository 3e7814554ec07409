//! A person is deleted: what names them is gone, what counts without them stays, and an old copy does not bring them back.

use super::{answers, files};
use crate::access::records::Records;
use crate::house::{Folder, PASSWORD, Page, Person, TestApp};
use crate::rules::schema::SCHEMA;
use crate::sentinels::columns::{Garden, columns};
use axum::http::StatusCode;
use fairfloor::firewall::erasure::{self, KEPT, emptied};
use fairfloor::reports::Span;
use fairfloor::reports::operations::{Figures, Only, operations};
use fairfloor::safeguards::queries as safeguards;
use fairfloor::store::{Actor, DataFolder, Db, Keyring, Object, Tx, verify_folder};
use fairfloor::values::{Day, LinkKind};
use rusqlite::types::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The real program, on a closed folder.
pub(super) fn run(folder: &DataFolder, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fairfloor"));
    command.args(arguments).arg("--data").arg(folder.path()).env("RUST_LOG", "warn").output().unwrap()
}

pub(super) fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

async fn erase(app: &TestApp, stu: &mut Person) -> Page {
    let page = stu.open("/erasures").await;
    let code = app.code("Stu").await;
    let typed = [("file", "F-0001"), ("name", "Rosa Doe"), ("sure", "yes"), ("password", PASSWORD), ("code", &code)];
    stu.press(&page, "Delete this person", &typed).await
}

async fn totals(app: &TestApp) -> Figures {
    let (db, program) = (app.db.clone(), app.alpha.key);
    let span = Span { first: Day::parse("2020-01-01").unwrap(), last: Day::parse("2199-01-01").unwrap() };
    let only = Only { program: Some(program), ..Only::default() };
    app.db.read(move |conn| operations(conn, &only, span, db.clock().today(), db.clock().zone())).await.unwrap()
}

async fn count(db: &Db, sql: &'static str) -> i64 {
    db.read(move |conn| Ok(conn.query_row(sql, [], |row| row.get(0))?)).await.unwrap()
}

#[test]
fn every_column_about_somebody_is_emptied_or_kept_for_a_reason() {
    let kept = |table: &str, column: &str| KEPT.iter().any(|(of, columns, _)| *of == table && columns.contains(&column));
    let mut table = "";
    let mut faults = Vec::new();
    for line in SCHEMA.lines() {
        if let Some(rest) = line.strip_prefix("CREATE TABLE ") {
            table = rest.split_whitespace().next().unwrap();
        }
        let Some((code, _)) = line.split_once("-- [personal]").filter(|_| line.starts_with("    ")) else { continue };
        let column = code.split_whitespace().next().unwrap();
        let is_word_or_number = code.contains(" INTEGER") || code.contains(" CHECK") || column.ends_with("_on");
        let of_a_need =
            table == "space_need" && (is_word_or_number || matches!(column, "use_naics" | "move_by" | "certifications" | "waiting_since"));
        let is_emptied = emptied().any(|known| known == (table, column));
        if !of_a_need && is_emptied == kept(table, column) {
            faults.push(format!("{table}.{column}"));
        }
    }
    assert!(faults.is_empty(), "emptied when somebody is deleted, or kept for a reason, and not both? {faults:#?}");
}

#[tokio::test]
async fn a_person_is_deleted_and_what_counts_without_them_stays() {
    let app = TestApp::start().await;
    answers(&app).await;
    app.arm(&["Stu", "Aud"]).await;
    let records = Records::of(&app, &app.alpha).await;
    let status = app.link_to(&records.value("{referral}"), LinkKind::Status).await;
    assert_eq!(app.nobody().open(&status).await.status, StatusCode::OK);
    let before = totals(&app).await;
    let mut stu = app.person("Stu").await;
    // The hold of the records stops it, and says why.
    let stopped = erase(&app, &mut stu).await;
    assert!(stopped.says("on hold") && stopped.says("A case is open."), "{}", stopped.text());
    let page = stu.open("/erasures").await;
    stu.press(&page, "Lift the hold", &[("why", "The case is closed")]).await;
    let page = stu.open("/erasures").await;
    let code = app.code("Stu").await;
    let typed = [("file", "F-0001"), ("name", "Rosa Doe"), ("password", PASSWORD), ("code", code.as_str())];
    let unsure = stu.press(&page, "Delete this person", &typed).await;
    assert!(unsure.says("cannot be undone") && unsure.status == StatusCode::UNPROCESSABLE_ENTITY);
    let done = erase(&app, &mut stu).await;
    assert!(done.says("Deleted") && !done.says("Rosa") && done.says("No open requests"), "{}", done.text());
    assert_eq!(app.audited("person.erased").await, 1);
    assert_eq!(totals(&app).await, before);
    assert_eq!(count(&app.db, "SELECT count(*) FROM demographic_answer").await, 1, "Bill's answer is still there");
    assert_ne!(app.nobody().open(&status).await.status, StatusCode::OK);
    let (mut ada, mut max) = (app.person("Ada").await, app.person("Max").await);
    for path in ["/today", "/clients", "/referrals", "/outbox"].map(str::to_owned).into_iter().chain([
        format!("/clients/{}", app.alpha.client),
        format!("/referrals/{}", records.value("{referral}")),
        format!("/referrals/{}/messages", records.value("{referral}")),
    ]) {
        let page = ada.open(&path).await;
        assert!(matches!(page.status, StatusCode::OK | StatusCode::NOT_FOUND), "{path} {}", page.status);
        assert!(!page.says("Rosa Doe") && !page.says("Alpha Metal Works"), "{path}: {}", page.text());
    }
    assert_eq!(max.open("/reports").await.status, StatusCode::OK);
    for search in ["/clients?q=Rosa", "/clients?q=Alpha", "/search?q=Rosa"] {
        assert!(!ada.open(search).await.says("(deleted)"), "{search}");
    }
    // Nobody is deleted twice, and the name is nobody's any more.
    assert!(erase(&app, &mut stu).await.says("There is no one person of this name"));
    let TestApp { folder, db, router, .. } = app;
    drop((db, router, stu, ada, max));
    assert_eq!(verify_folder(&folder.folder).unwrap().faults, Vec::<String>::new());
}

#[tokio::test]
async fn whoever_asks_is_listed_until_it_is_done_or_kept_for_a_reason() {
    let app = TestApp::start().await;
    app.arm(&["Stu"]).await;
    let person = app.alpha.owner_key;
    app.db
        .write(Actor::system(), move |tx| {
            erasure::ask(tx, person, None)?;
            erasure::ask(tx, person, None)
        })
        .await
        .unwrap();
    assert_eq!(app.audited("erasure.asked").await, 1);
    let mut stu = app.person("Stu").await;
    let list = stu.open("/erasures").await;
    assert!(list.says("A person in file F-0001") && !list.says("Rosa"), "{}", list.text());
    let request = stu
        .open(
            &list
                .between("href=\"/erasures/requests/", "\"")
                .chars()
                .fold("/erasures/requests/".to_owned(), |path, c| path + &c.to_string()),
        )
        .await;
    let kept = stu.press(&request, "Keep for now, and tell them", &[("why", "The grant is audited until June")]).await;
    assert!(kept.says("The grant is audited until June"));
    let told = app.db.read(move |conn| erasure::request_of(conn, person)).await.unwrap().unwrap();
    assert_eq!(told.held_reason.as_deref(), Some("The grant is audited until June"));
    assert_eq!(
        count(&app.db, "SELECT count(*) FROM outbox_message WHERE body LIKE '%cannot do it yet%' AND to_name = 'Rosa Doe'").await,
        1
    );
    let code = app.code("Stu").await;
    let done = stu.press(&kept, "Delete for good", &[("password", PASSWORD), ("code", &code)]).await;
    assert!(done.says("No open requests"), "{}", done.text());
    let is_gone = app.db.read(move |conn| Ok((erasure::request_of(conn, person)?.is_none(), erasure::is_erased(conn, person)?)));
    assert_eq!(is_gone.await.unwrap(), (true, true));
}

const CANARY: &str = "Quetzalcanary";

/// Columns that hold a code or a day, where no word can be planted.
const NO_WORDS: [(&str, &str); 6] = [
    ("person", "reads"),
    ("person", "language"),
    ("person", "contact_by"),
    ("person", "self_id_asked_on"),
    ("person", "self_id_answered_on"),
    ("outbox_message", "channel"),
];

/// A word for each column that is emptied, in rows of Rosa's business, past every trigger.
fn plant(tx: &Tx<'_>, person: i64, business: i64) -> fairfloor::error::Result<Vec<String>> {
    let mut statement = tx.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name NOT LIKE 'audit_%'")?;
    let triggers: Vec<(String, String)> = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect::<Result<_, _>>()?;
    drop(statement);
    for (name, _) in &triggers {
        tx.execute_batch(&format!("DROP TRIGGER {name}"))?;
    }
    let mut words = Vec::new();
    for (table, column) in emptied().filter(|place| !NO_WORDS.contains(place) && place.0 != "location") {
        let word = format!("{CANARY}{}{}", table.replace('_', ""), column.replace('_', ""));
        let value = match (table, column) {
            ("referral_event", "facts") => {
                format!("{{\"need\":\"{word}\",\"shared_note\":\"{word} again\",\"needs\":\"{{\\\"need\\\":\\\"{word}\\\"}}\"}}")
            }
            ("referral_need", _) => format!("{word} and more"),
            ("import_question", _) => format!("{CANARY}personfirstname"),
            _ => word.clone(),
        };
        let rows = match table {
            "business" => format!("id = {business}"),
            "person" => format!("id = {person}"),
            // What staff said in the talk goes where it surely names them.
            "indicator_comment" => "business_id IS NOT NULL".to_owned(),
            // A sheet beside a training may name several people: it stays until somebody takes it back.
            "attachment" => "service_id IS NOT NULL".to_owned(),
            "attachment_content" => "attachment_id IN (SELECT id FROM attachment WHERE service_id IS NOT NULL)".to_owned(),
            _ => "1".to_owned(),
        };
        let value_of = if column == "bytes" { "CAST(?1 AS BLOB)" } else { "?1" };
        let changed = tx.execute(&format!("UPDATE {table} SET {column} = {value_of} WHERE {rows}"), [value])?;
        assert!(changed > 0, "{table} has no row to plant a word in");
        words.push(word);
    }
    for (_, sql) in &triggers {
        tx.execute_batch(sql)?;
    }
    fairfloor::people::queries::index(tx, business)?;
    tx.audit("test.planted", Object::none())?;
    Ok(words)
}

/// A folder with a word in every column about Rosa, closed.
async fn planted() -> (Folder, i64, i64) {
    let app = TestApp::start().await;
    answers(&app).await;
    let records = Records::of(&app, &app.alpha).await;
    let (person, business, program, steward) = (app.alpha.owner_key, app.alpha.client_key, app.alpha.key, app.account("Stu").0);
    let words = app.db.write(Actor::system(), move |tx| {
        let garden = Garden::new();
        let referral: i64 = tx.query_row("SELECT id FROM referral WHERE public_id = ?1", [records.value("{referral}")], |row| row.get(0))?;
        let about = [("business_id", business), ("person_id", person), ("program_id", program), ("account_id", steward), ("referral_id", referral), ("number", 4711)];
        for table in ["referral_secret", "non_disclosure", "partner_task", "occupancy", "location", "site_referral", "allocation_rule", "allocation", "import_question", "secret_opening", "client_word", "correction_request", "complaint"] {
            let known: Vec<String> = columns(SCHEMA).into_iter().filter(|one| one.table == table).map(|one| one.name).collect();
            let given: Vec<(&str, Value)> = about
                .iter()
                .filter(|(name, _)| known.iter().any(|one| one == name))
                .map(|(name, key)| (*name, Value::Integer(*key)))
                .collect();
            garden.plant(tx, table, &given)?;
        }
        tx.execute("INSERT INTO message (referral_id, party, readers, body, at) VALUES (?1, 'entrepreneur', 'client', 'x', 1)", [referral])?;
        tx.execute("INSERT INTO note (public_id, program_id, business_id, account_id, level, body, until_on, created_at) VALUES ('n', ?1, ?2, ?3, 'team', 'x', '2199-01-01', 1)", [program, business, steward])?;
        tx.execute("INSERT INTO attachment (public_id, program_id, service_id, account_id, name, kind, size, file_hash, created_at) SELECT 'a', ?1, max(id), ?3, 'x', 'pdf', 1, 'x', 1 FROM service WHERE business_id = ?2", [program, business, steward])?;
        tx.execute("INSERT INTO attachment_content (attachment_id, bytes) SELECT max(id), x'01' FROM attachment", [])?;
        tx.execute("INSERT INTO note_text (note_id, body, at) SELECT id, 'x', 1 FROM note", [])?;
        tx.execute("INSERT INTO helper (public_id, number, person_id, name, level, until_on, code_mac, invited_at) VALUES ('h', 4711, ?1, 'x', 'see', '2026-12-31', x'03', 1)", [person])?;
        tx.execute("INSERT INTO referral_need (referral_id, field, value) VALUES (?1, 'planted', 'x')", [referral])?;
        tx.execute("INSERT INTO question (program_id, business_id, kind, text, asked_by, asked_at) VALUES (?1, ?2, 'workforce', 'x', ?3, 1)", [program, business, steward])?;
        tx.execute("INSERT INTO access_link (kind, nonce, token_hash, issued_at, expires_at) VALUES ('question', x'01', x'02', 1, 2)", [])?;
        tx.execute("INSERT INTO question_partner (question_id, partner_id, contact_id, link_id) SELECT max(question.id), partner.id, partner_contact.id, access_link.id FROM question, partner, partner_contact, access_link WHERE access_link.token_hash = x'02' LIMIT 1", [])?;
        tx.execute("UPDATE outbox_message SET sent_at = 1", [])?;
        tx.execute("UPDATE inbound SET referral_id = ?1", [referral])?;
        tx.audit("test.rows", Object::none())?;
        plant(tx, person, business)
    });
    let words = words.await.unwrap();
    assert!(words.len() > 50, "{}", words.len());
    let TestApp { folder, db, router, .. } = app;
    drop((db, router));
    (folder, person, steward)
}

/// The planted words that stand in the files of a folder, the keyring left out.
fn canaries_in(folder: &DataFolder) -> Vec<String> {
    let mut found = Vec::new();
    let all: Vec<PathBuf> = files(folder.path(), &folder.erased()).into_iter().filter(|file| file.exists()).collect();
    for file in all {
        let bytes = std::fs::read(&file).unwrap();
        let text = String::from_utf8_lossy(&bytes).to_lowercase();
        for (place, _) in text.match_indices(&CANARY.to_lowercase()) {
            found.push(format!("{}: {}", file.display(), text[place..].chars().take(60).collect::<String>()));
        }
    }
    found
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        std::fs::copy(&path, to.join(path.file_name().unwrap())).unwrap();
    }
}

pub(super) async fn erase_now(folder: &DataFolder, db: &Db, person: i64, steward: i64) {
    let at = folder.clone();
    db.write(Actor::system(), move |tx| {
        for hold in erasure::holds(tx)? {
            erasure::lift(tx, &hold.id, "the case is over", steward)?;
        }
        safeguards::erase(tx, &at, person, steward)
    })
    .await
    .unwrap();
}

#[tokio::test]
async fn after_the_documented_steps_no_byte_is_left_and_an_old_copy_does_not_bring_them_back() {
    let (kept, person, steward) = planted().await;
    let folder = kept.folder.clone();
    assert!(canaries_in(&folder).len() > 50);
    let old = tempfile::tempdir().unwrap();
    copy(folder.path(), old.path());
    let db = kept.open();
    erase_now(&folder, &db, person, steward).await;
    assert_eq!(count(&db, "SELECT count(*) FROM erasure WHERE is_under_way = 1").await, 0);
    drop(db);
    std::fs::copy(old.path().join("fairfloor.db"), folder.path().join("before-schema-1.db")).unwrap();
    let cleared = run(&folder, &["erase-remains"]);
    assert!(cleared.status.success() && said(&cleared).contains("before-schema-1.db"), "{}", said(&cleared));
    assert_eq!(canaries_in(&folder), Vec::<String>::new());
    assert_eq!(verify_folder(&folder).unwrap().faults, Vec::<String>::new());
    // The old copy is put back with its head file: before anything is served, the same person is deleted again.
    std::fs::remove_dir_all(folder.path()).unwrap();
    copy(old.path(), folder.path());
    assert!(canaries_in(&folder).len() > 50);
    let started = run(&folder, &["account", "list"]);
    assert!(started.status.success() && said(&started).contains("are deleted again"), "{}", said(&started));
    assert!(run(&folder, &["erase-remains"]).status.success());
    assert_eq!(canaries_in(&folder), Vec::<String>::new());
    let found = verify_folder(&folder).unwrap();
    assert_eq!(found.faults, Vec::<String>::new());
    let db = kept.open();
    assert_eq!(count(&db, "SELECT count(*) FROM audit_event WHERE action = 'person.erased' AND actor_kind = 'system'").await, 1);
    assert_eq!(count(&db, "SELECT count(*) FROM demographic_answer").await, 1, "Bill's");
    drop(db);
    // Started once more, nothing is done twice.
    assert!(!said(&run(&folder, &["account", "list"])).contains("deleted again"));
}

#[tokio::test]
async fn a_lost_list_of_the_deleted_is_written_anew_and_a_damaged_one_is_refused() {
    let app = TestApp::start().await;
    let (folder, person, steward) = (app.folder.folder.clone(), app.alpha.owner_key, app.account("Stu").0);
    erase_now(&folder, &app.db, person, steward).await;
    let TestApp { folder: kept, db, router, .. } = app;
    drop((db, router));
    let list = std::fs::read_to_string(folder.erased()).unwrap();
    assert_eq!(list.lines().count(), 1);
    assert!(!list.contains("Rosa"));
    std::fs::remove_file(folder.erased()).unwrap();
    assert!(run(&folder, &["account", "list"]).status.success());
    assert_eq!(std::fs::read_to_string(folder.erased()).unwrap(), list);
    std::fs::write(folder.erased(), list.replacen(' ', "  ", 1)).unwrap();
    let refused = run(&folder, &["account", "list"]);
    assert!(
        !refused.status.success() && said(&refused).contains("is damaged in line 1") && said(&refused).contains("Next: "),
        "{}",
        said(&refused)
    );
    assert!(Keyring::load(folder.keys()).is_ok());
    drop(kept);
}

#[tokio::test]
async fn what_a_second_owner_shares_stays_without_the_first_ones_name() {
    let app = TestApp::start().await;
    let (folder, person, steward, business, program) =
        (app.folder.folder.clone(), app.alpha.owner_key, app.account("Stu").0, app.alpha.client_key, app.alpha.key);
    let account = app.account("Ada").0;
    app.db
        .write(Actor::system(), move |tx| {
            let other: i64 = tx.query_row("SELECT person_id FROM ownership WHERE person_id <> ?1", [person], |row| row.get(0))?;
            tx.execute("INSERT INTO ownership (business_id, person_id) VALUES (?1, ?2)", [business, other])?;
            for note in ["Talked with ROSA about the lathe", "The lathe is at the harbor"] {
                let sql = "INSERT INTO service (public_id, program_id, business_id, account_id, served_on, kind, channel, minutes, note, session_type, topic, created_at) VALUES (?1, ?2, ?3, ?4, '2026-01-01', 'coaching', 'phone', 30, ?5, 'telephone', 'operations', 1)";
                let id: fairfloor::values::ServiceId = tx.fresh_id()?;
                tx.execute(sql, rusqlite::params![id, program, business, account, note])?;
            }
            tx.audit("test.shared", Object::none())
        })
        .await
        .unwrap();
    erase_now(&folder, &app.db, person, steward).await;
    let notes = "SELECT (SELECT name FROM business WHERE id = 1) || ' | ' || group_concat(coalesce(note, 'none'), ' | ') FROM service";
    let notes: String = app.db.read(move |conn| Ok(conn.query_row(notes, [], |row| row.get(0))?)).await.unwrap();
    assert_eq!(notes, "Alpha Metal Works | none | The lathe is at the harbor");
}
