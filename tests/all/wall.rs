//! Who people are is in no file and on no page.

use crate::house::{STAFF, TestApp};
use fairfloor::app;
use fairfloor::firewall::{Reply, keep};
use fairfloor::store::{Actor, Object, verify_folder};
use fairfloor::values::{Basis, Question};
use fairfloor::web::Method;
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
    assert_eq!(rows.len(), 4);
    assert!(rows.iter().all(|(_, length)| *length == rows[0].1), "{rows:?}");
    assert!(rows.iter().all(|(id, _)| *id > 1_000_000), "{rows:?}");
}

#[tokio::test]
async fn no_page_of_any_role_shows_an_answer() {
    let app = TestApp::start().await;
    answers(&app).await;
    let client = app.alpha.client.clone();
    let mut seen = 0;
    for name in STAFF {
        let mut person = app.person(name).await;
        for route in app::routes().iter().filter(|route| route.method == Method::Get) {
            let path = route.path.replace("{id}", client.as_str()).replace("{file}", "2025.json");
            let page = person.open(&path).await;
            seen += usize::from(page.status.is_success());
            let text = page.text();
            assert!(!text.contains(SENTINEL) && !text.contains("SENTINEL"), "{name} sees an answer at {path}");
            let head = format!("{:?}", page.headers);
            assert!(!head.contains("SENTINEL") && !head.contains(SENTINEL), "{name} {path}");
        }
    }
    assert!(seen > 20, "{seen} pages were looked at");
}
