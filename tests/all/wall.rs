//! Who people are is in no file and on no page.

mod canaries;
mod erasing;
mod filings;
mod glass;
mod guards;
mod keys;
mod leaving;
mod records;
mod tables;
mod two_stewards;

use crate::access::records::Records;
use crate::access::samples;
use crate::house::{STAFF, TestApp};
use axum::http::StatusCode;
use fairfloor::firewall::{Reply, keep};
use fairfloor::store::{Actor, Object, verify_folder};
use fairfloor::values::{Basis, Question, Vocabulary};
use std::path::{Path, PathBuf};

/// Words that only an answer holds.
const SENTINEL: &str = "Zapotec-sentinel-4711";
const CODES: [&str; 4] = ["BLACK", "HISP", "CODE-SENTINEL-A", "CODE-SENTINEL-B"];

fn answer(codes: &[&str]) -> Reply {
    Reply::answered(codes.iter().map(ToString::to_string).collect(), SENTINEL.to_owned())
}

async fn answers(app: &TestApp) {
    let (rosa, bill) = (app.alpha.owner_key, app.beta.owner_key);
    app.db
        .write(Actor::system(), move |tx| {
            keep(tx, rosa, Question::Race, answer(&CODES), Basis::OwnWord)?;
            keep(tx, rosa, Question::Sex, answer(&["CODE-SENTINEL-B"]), Basis::OwnWord)?;
            keep(tx, rosa, Question::Veteran, Reply::declined(), Basis::OwnWord)?;
            for other in Question::ALL.iter().filter(|question| !matches!(question, Question::Race | Question::Sex | Question::Veteran)) {
                keep(tx, rosa, *other, answer(&["CODE-SENTINEL-A"]), Basis::OwnWord)?;
            }
            keep(tx, bill, Question::Race, answer(&["CODE-SENTINEL-A"]), Basis::OwnWord)?;
            tx.audit("self_identification.saved", Object::none())
        })
        .await
        .unwrap();
}

/// Every file under a folder, and the keyring beside it.
fn files(folder: &Path, keys: &Path) -> Vec<PathBuf> {
    let mut files = vec![keys.to_path_buf()];
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files.extend(self::files(&path, keys)) } else { files.push(path) }
    }
    files
}

fn found_in(files: &[PathBuf]) -> Vec<String> {
    let mut found = Vec::new();
    for file in files {
        // The head file is written beside its place and moved: one of the two names may be gone by now.
        let Ok(bytes) = std::fs::read(file) else { continue };
        for word in CODES.iter().copied().chain([SENTINEL, "Zapotec", "\"answered\"", "\"declined\""]) {
            if bytes.windows(word.len()).any(|window| window == word.as_bytes()) {
                found.push(format!("{word} in {}", file.display()));
            }
        }
    }
    found
}

#[tokio::test]
async fn no_file_holds_a_plain_answer_open_or_closed() {
    let app = TestApp::start().await;
    answers(&app).await;
    let folder = app.folder.folder.clone();
    let names: Vec<PathBuf> = files(folder.path(), folder.keys());
    assert!(names.iter().any(|file| file.ends_with("fairfloor.db-wal")) && names.len() >= 5, "{names:?}");
    assert_eq!(found_in(&names), Vec::<String>::new());
    // The scan sees what is there in plain: the owner's name is.
    assert!(names.iter().any(|file| std::fs::read(file).is_ok_and(|bytes| bytes.windows(4).any(|window| window == b"Rosa"))));
    let TestApp { folder: kept, db, router, .. } = app;
    drop((db, router));
    assert_eq!(found_in(&files(folder.path(), folder.keys())), Vec::<String>::new());
    assert_eq!(verify_folder(&kept.folder).unwrap().faults, Vec::<String>::new());
}

#[tokio::test]
async fn answers_of_any_length_lie_in_rows_of_one_length_and_in_no_order() {
    let app = TestApp::start().await;
    answers(&app).await;
    let rows: Vec<(i64, i64)> = app
        .db
        .read(|conn| {
            let mut statement = conn.prepare("SELECT id, length(ciphertext) FROM demographic_answer")?;
            let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
        .await
        .unwrap();
    assert_eq!(rows.len(), Question::ALL.len() + 1);
    // One length for race and ethnicity, which has detail and own words, and one for the other questions.
    let lengths: std::collections::BTreeSet<i64> = rows.iter().map(|(_, length)| *length).collect();
    assert_eq!(lengths.len(), 2, "{rows:?}");
    assert_eq!(rows.iter().filter(|(_, length)| Some(length) == lengths.last()).count(), 2, "the two answers about race: {rows:?}");
    assert!(rows.iter().all(|(id, _)| *id > 1_000_000), "{rows:?}");
}

#[tokio::test]
async fn no_page_of_any_role_shows_an_answer() {
    let app = TestApp::start().await;
    answers(&app).await;
    let records = Records::of(&app, &app.alpha).await;
    let mut seen = 0;
    for name in STAFF {
        let mut person = app.person(name).await;
        for sample in samples::all().filter(|sample| sample.method == "GET") {
            let path = records.fill(sample.route, sample.fills);
            let page = person.open(&path).await;
            seen += usize::from(page.status.is_success());
            let text = page.text();
            assert!(!text.contains(SENTINEL) && !text.contains("SENTINEL"), "{name} sees an answer at {path}");
            let head = format!("{:?}", page.headers);
            assert!(!head.contains("SENTINEL") && !head.contains(SENTINEL), "{name} {path}");
        }
    }
    assert!(seen > 60, "{seen} pages were looked at");
}

/// The private page of the owner of Alpha's client, as their advisor hands it over.
async fn private_page(app: &TestApp) -> String {
    let mut ada = app.person("Ada").await;
    let (client, owner) = (&app.alpha.client, app.alpha.owner.as_str());
    let fields = [("key", "0123456789abcdef"), ("person", owner)];
    let page = ada.post(&format!("/clients/{client}/self-identification-links"), &fields).await;
    let (_, token) = page.text().split_once("/about-me/").map(|(before, after)| (before.to_owned(), after.to_owned())).unwrap();
    format!("/about-me/{}", token.chars().take(52).collect::<String>())
}

#[tokio::test]
async fn what_a_person_answers_on_the_page_is_in_no_file_and_shown_again_to_nobody() {
    let app = TestApp::start().await;
    let path = private_page(&app).await;
    let mut rosa = app.nobody();
    let page = rosa.open(&path).await;
    let form = page.form_with("Save and go on");
    let notice = form.value("notice").unwrap();
    let saved =
        rosa.post(&form.action, &[("race", "BLACK"), ("race", "HISP"), ("own", SENTINEL), ("hisp", SENTINEL), ("notice", notice)]).await;
    assert_eq!(saved.leads_to(), Some(format!("{path}/questions/sex").as_str()), "{}", saved.text());
    assert_eq!(app.audited("self_identification.saved").await, 1);
    for again in [rosa.open(&path).await, rosa.open(&format!("{path}/saved")).await] {
        assert_eq!(again.status, StatusCode::OK);
        assert!(!again.text().contains(SENTINEL) && !again.text().contains("checked"), "{}", again.path);
    }
    let folder = app.folder.folder.clone();
    assert_eq!(found_in(&files(folder.path(), folder.keys())), Vec::<String>::new());
    let detail = "SELECT group_concat(detail || ' ' || object || ' ' || action) FROM audit_event";
    let said: String = app.db.read(move |conn| Ok(conn.query_row(detail, [], |row| row.get(0))?)).await.unwrap();
    assert!(!said.contains("BLACK") && !said.contains("Zapotec"), "{said}");
}

#[tokio::test]
async fn a_deleted_answer_leaves_no_row_behind() {
    let app = TestApp::start().await;
    let path = private_page(&app).await;
    let mut rosa = app.nobody();
    let page = rosa.open(&path).await;
    rosa.press(&page, "Save and go on", &[("race", "BLACK")]).await;
    rosa.post(&format!("{path}/deleting"), &[]).await;
    let rows = "SELECT (SELECT count(*) FROM demographic_answer) + (SELECT count(*) FROM subject)";
    let rows: i64 = app.db.read(move |conn| Ok(conn.query_row(rows, [], |row| row.get(0))?)).await.unwrap();
    assert_eq!(rows, 0);
}
