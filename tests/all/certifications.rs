//! Certificates of a client by pressing buttons: written down, marked when their end is near, seen, changed, taken back; named in an
//! export, and in no figure about who owners are.

use crate::house::{Page, Person, TestApp};
use axum::http::StatusCode;
use fairfloor::export::records::{Asked, Form, Records, write};
use fairfloor::jobs::Progress;

/// Writes one down on the page of Alpha's client. Days are counted from today.
async fn written(app: &TestApp, ada: &mut Person, code: &str, days: (Option<i64>, Option<i64>), more: &[(&str, &str)]) -> Page {
    let today = app.db.clock().today();
    let day = |days: Option<i64>| days.map(|days| today.plus_days(days).to_string()).unwrap_or_default();
    let (from, until) = (day(days.0), day(days.1));
    let page = ada.open(&format!("/clients/{}/certifications", app.alpha.client)).await;
    let typed = [("code", code), ("agency", "City of Millrace"), ("from_on", from.as_str()), ("until_on", until.as_str())];
    let typed: Vec<(&str, &str)> = typed.into_iter().chain(more.iter().copied()).collect();
    ada.press(&page, "Save the certificate", &typed).await
}

fn address(page: &Page) -> String {
    format!("/certifications/{}", page.between("href=\"/certifications/", "\""))
}

async fn count(app: &TestApp, sql: &'static str) -> i64 {
    app.db.read(move |conn| Ok(conn.query_row(sql, [], |row| row.get(0))?)).await.unwrap()
}

#[tokio::test]
async fn a_certificate_is_written_down_once_and_what_is_wrong_is_said_beside_what_was_typed() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let empty = ada.open(&format!("/clients/{}", app.alpha.client)).await;
    assert!(empty.says("None written down"), "{}", empty.text());
    let wrong = written(&app, &mut ada, "other", (Some(-10), Some(-20)), &[("standard", "The port's own rules")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.says("Say what it is called") && wrong.says("It would end before it begins"), "{}", wrong.text());
    assert_eq!(wrong.form_with("Save the certificate").value("standard"), Some("The port's own rules"), "what was typed stays");
    let typed = [("named", "Supplier of the Port"), ("until_on", "")];
    let saved = ada.press(&wrong, "Save the certificate", &typed).await;
    ada.press(&wrong, "Save the certificate", &typed).await;
    assert_eq!(count(&app, "SELECT count(*) FROM certification").await, 1, "a double click is one");
    for words in [
        "Supplier of the Port",
        "until when is not known",
        "End not known",
        "The port's own rules",
        "Told to the advisor",
        "it says nothing of who somebody is",
    ] {
        assert!(saved.says(words), "{words}: {}", saved.text());
    }
    assert!(ada.open(&format!("/clients/{}", app.alpha.client)).await.says("Supplier of the Port"));
    for other in ["Bea", "Mia"] {
        let page = app.person(other).await.look(&address(&saved)).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "another program's looks like none");
    }
}

#[tokio::test]
async fn an_end_that_is_near_stands_on_today_until_it_is_given_anew_or_over() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let list = written(&app, &mut ada, "dbe", (Some(-300), Some(61)), &[]).await;
    assert!(list.says("Good") && !list.says("Ends soon"), "{}", list.text());
    assert!(!ada.open("/today").await.says("Certificates ending"), "sixty-one days are far");
    let list = written(&app, &mut ada, "mbe", (Some(-300), Some(60)), &[]).await;
    assert!(list.says("Ends soon"), "{}", list.text());
    let ended = written(&app, &mut ada, "lbe", (Some(-300), Some(-1)), &[]).await;
    assert!(ended.says("Ended") && ended.says(", ended "), "{}", ended.text());
    let today = ada.open("/today").await;
    assert!(today.says("1 certificate of your clients ends within sixty days"), "{}", today.text());
    let ending = ada.open("/certifications").await;
    assert!(ending.says("Alpha Metal Works: Minority business enterprise (MBE)"), "{}", ending.text());
    assert!(!ending.says("(DBE)") && !ending.says("(LBE)"), "{}", ending.text());
    assert!(app.person("Bea").await.open("/certifications").await.says("No certificate ends soon"), "not another advisor's task");
    written(&app, &mut ada, "mbe", (Some(61), Some(800)), &[]).await;
    assert!(!ada.open("/today").await.says("Certificates ending"), "it was given anew");
}

#[tokio::test]
async fn a_document_is_seen_two_editors_never_overwrite_each_other_and_a_mistake_is_taken_back() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let list = written(&app, &mut ada, "wosb", (None, None), &[]).await;
    let first = ada.open(&address(&list)).await;
    let seen = ada.press(&first, "I saw the document", &[]).await;
    assert!(seen.says("Document seen") && !seen.says("I saw the document"), "{}", seen.text());
    assert_eq!(app.audited("certification.seen").await, 1);
    let stale = ada.press(&first, "Save changes", &[("agency", "SBA")]).await;
    assert!(stale.status == StatusCode::CONFLICT && stale.says("Saved now: Women-owned (WOSB), City of Millrace"), "{}", stale.text());
    assert_eq!(stale.form_with("Save changes").value("agency"), Some("SBA"), "theirs is still in the form");
    let changed = ada.press(&stale, "Save changes", &[("basis", "document_seen"), ("number", "W-7")]).await;
    assert!(changed.says("SBA, W-7"), "{}", changed.text());
    app.move_on(25 * 60);
    let mut ada = app.person("Ada").await;
    let late = ada.open(&first.path).await;
    assert!(!late.says("Take this certificate back"), "a day is over: {}", late.text());
    let version = late.form_with("Save changes").value("version").unwrap().to_owned();
    let refused = ada.post(&format!("{}/undoing", first.path), &[("version", &version)]).await;
    assert!(refused.says("only for 24 hours"), "{}", refused.text());
    let mut max = app.person("Max").await;
    let page = max.open(&first.path).await;
    let gone = max.press(&page, "Take this certificate back", &[]).await;
    assert!(gone.says("This certificate was taken back") && !gone.says("Save changes"), "{}", gone.text());
    assert!(ada.open(&format!("/clients/{}", app.alpha.client)).await.says("None written down"));
}

#[tokio::test]
async fn an_export_names_clients_by_their_number_and_leaves_out_what_was_taken_back() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    written(&app, &mut ada, "sba_8a", (Some(-30), Some(300)), &[("number", "8A-55")]).await;
    let list = written(&app, &mut ada, "hubzone", (None, None), &[("standard", "STANDARD-SENTINEL")]).await;
    let file = |from: Option<i64>| {
        let today = app.db.clock().today();
        let from = from.map(|days| today.plus_days(days));
        let asked =
            Asked { kind: Records::Certifications, form: Form::Csv, programs: vec![app.alpha.key], from, to: None, set: None, today };
        app.db.read(move |conn| {
            let mut file = Vec::new();
            write(conn, &asked, &mut file, &Progress::default())?;
            Ok(String::from_utf8(file).unwrap())
        })
    };
    let all = file(None).await.unwrap();
    assert_eq!(all.lines().count(), 3, "{all}");
    assert!(all.contains("8(a) business development,") && all.contains("8A-55") && all.contains("HUBZone"), "{all}");
    for hidden in ["Alpha Metal", "Rosa", "STANDARD-SENTINEL"] {
        assert!(!all.contains(hidden), "{hidden}: {all}");
    }
    assert_eq!(file(Some(0)).await.unwrap().lines().count(), 2, "those that end from today on");
    let hubzone = list.text().split("href=\"/certifications/").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).next();
    let page = ada.open(&format!("/certifications/{}", hubzone.unwrap())).await;
    assert!(page.title().contains("HUBZone"), "of an unknown end first: {}", page.title());
    ada.press(&page, "Take this certificate back", &[]).await;
    assert!(!file(None).await.unwrap().contains("HUBZone"));
}

/// The wall and every figure behind it know nothing of certificates.
#[test]
fn no_figure_about_groups_of_owners_reads_a_certificate() {
    fn sources(folder: &std::path::Path, found: &mut Vec<std::path::PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() {
                sources(&entry, found);
            } else {
                found.push(entry);
            }
        }
    }
    let reads = |text: &str| ["FROM certification", "JOIN certification", "crate::certifications"].iter().any(|words| text.contains(words));
    assert!(reads("SELECT count(*) FROM certification WHERE code = 'mbe'"), "a planted one is seen");
    let src = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    for module in
        ["equity", "reports", "self_identification", "measures", "indicators", "referrals", "sites", "space", "directory", "firewall"]
    {
        sources(&src.join(module), &mut found);
    }
    assert!(found.len() > 50, "{}", found.len());
    for path in found {
        assert!(!reads(&std::fs::read_to_string(&path).unwrap()), "{} reads certificates", path.display());
    }
}
