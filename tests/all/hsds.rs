//! The directory as JSON in the shape of HSDS: what was written out comes in as it was, a file from elsewhere with what it has,
//! and what is wrong is named by its path.

use crate::directory_files::{furnish, written};
use crate::house::TestApp;
use axum::http::StatusCode;
use fairfloor::error::Error;
use fairfloor::export::Format;
use fairfloor::import;
use serde_json::{Value, json};

const FOREIGN: &str = include_str!("../hsds/foreign.json");

async fn read_in(app: &TestApp, program: &str, text: &str, kind: Option<&str>, dry_run: bool) -> Result<String, Error> {
    let file = app.folder.folder.path().with_extension("json");
    std::fs::write(&file, text).unwrap();
    let map = kind.map(|kind| ("service_kind".to_owned(), format!("={kind}"))).into_iter().collect();
    let command = import::Command {
        kind: "partners".to_owned(),
        file,
        program: Some(program.to_owned()),
        map,
        preset: None,
        decide: Vec::new(),
        dry_run,
    };
    import::command(&app.db, command, &mut |_, _| {}).await
}

/// A file without the ids, which belong to the folder that wrote it.
fn without_ids(value: &Value) -> Value {
    match value {
        Value::Object(fields) => {
            let is_id = |name: &str| name == "id" || name.ends_with("_id");
            fields.iter().filter(|(name, _)| !is_id(name)).map(|(name, value)| (name.clone(), without_ids(value))).collect()
        }
        Value::Array(values) => values.iter().map(without_ids).collect(),
        other => other.clone(),
    }
}

async fn count(app: &TestApp, sql: &'static str) -> i64 {
    app.db.read(move |conn| Ok(conn.query_row(sql, [], |row| row.get(0))?)).await.unwrap()
}

#[tokio::test]
async fn a_directory_written_as_json_and_read_in_elsewhere_is_the_same_directory() {
    for seed in 1..=6 {
        let app = TestApp::start().await;
        furnish(&app, app.alpha.key, seed).await;
        let text = written(&app, app.alpha.key, true, Format::Json).await;
        let said = read_in(&app, "Beta", &text, None, false).await.unwrap();
        assert!(
            said.contains("12 partners, 0 already here") && !said.contains("Questions") && !said.contains("not read"),
            "{said}\n{text}"
        );
        let csv = written(&app, app.alpha.key, true, Format::Csv).await;
        assert_eq!(csv, written(&app, app.beta.key, true, Format::Csv).await, "seed {seed}");
        let back = written(&app, app.beta.key, true, Format::Json).await;
        let parsed = |text: &str| without_ids(&serde_json::from_str(text).unwrap());
        assert_eq!(parsed(&text), parsed(&back), "seed {seed}");
        let again = read_in(&app, "Beta", &back, None, false).await.unwrap();
        assert!(again.contains("0 partners, 12 already here") && again.contains("  0 services,"), "{again}");
    }
}

#[tokio::test]
async fn a_file_from_elsewhere_comes_in_with_what_it_has_and_is_asked_about_what_it_has_not() {
    let app = TestApp::start().await;
    let refused = read_in(&app, "Alpha", FOREIGN, None, false).await.unwrap_err().to_string();
    assert!(
        refused.contains("contents[0]: which kind of referral is this for?") && refused.contains("service_kind==workforce"),
        "{refused}"
    );
    assert_eq!(count(&app, "SELECT count(*) FROM partner").await + count(&app, "SELECT count(*) FROM import_run").await, 0);
    let dry = read_in(&app, "Alpha", FOREIGN, Some("workforce"), true).await.unwrap();
    assert!(dry.contains("2 partners, 0 already here") && dry.contains("Nothing was changed"), "{dry}");
    assert_eq!(count(&app, "SELECT count(*) FROM partner").await, 0);
    let said = read_in(&app, "Alpha", FOREIGN, Some("workforce"), false).await.unwrap();
    assert!(said.contains("2 partners, 0 already here") && said.contains("  4 services") && said.contains("  1 people"), "{said}");
    for words in [
        "contents[0].languages[2]",
        "contents[2].organization.phones[0].number",
        "contents[0].organization.contacts[1]",
        "organization.tax_status",
        "service.minimum_age",
        "location.accessibility",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    let csv = written(&app, app.alpha.key, true, Format::Csv).await;
    for words in [
        "Welding for beginners",
        "120 dollars for others",
        "\"TU,TH 18:00 to 21:00\"",
        "\"1 Canal Row, Hall 2\"",
        "9 Lock Street",
        "39.97",
        "English; Spanish",
        "temporarily closed",
        "2026-03-02",
        "Maria Delgado | registrar@school.example |",
        "A letter of the employer",
        "Franklin County",
    ] {
        assert!(csv.contains(words), "{words}: {csv}");
    }
    let again = read_in(&app, "Alpha", FOREIGN, Some("workforce"), false).await.unwrap();
    assert!(again.contains("already. Nothing was changed."), "{again}");
}

#[tokio::test]
async fn what_is_wrong_is_named_by_its_path_and_nothing_comes_in() {
    let app = TestApp::start().await;
    let attributes = json!([{ "taxonomy_term": { "code": "workforce", "taxonomy_detail": { "name": "referral_kind" } } }]);
    let good = json!({ "name": "Bend Works", "attributes": attributes });
    let cases = [
        (
            json!({ "organizations": [good, { "name": 7 }] }).to_string(),
            "organizations[1].name: here stands the number 7, and a text is needed.",
        ),
        (json!({ "organizations": [good, {}] }).to_string(), "organizations[1].name: Fill in the name of the partner."),
        (json!({ "organizations": [good, "Acme"] }).to_string(), "organizations[1]: here stands the text"),
        (json!({ "organizations": { "name": "Acme" } }).to_string(), "organizations: here stands an object, and a list is needed."),
        (json!([{ "name": "Loans", "organization_id": "x" }]).to_string(), "[0]: this service names no organization"),
        (
            json!({ "organizations": [{ "name": "A", "services": [{ "name": "Loans", "languages": "es" }], "attributes": attributes }] })
                .to_string(),
            "organizations[0].services[0].languages: here stands the text",
        ),
        (
            json!({ "organizations": [{ "name": "A", "services": [{ "status": "active" }], "attributes": attributes }] }).to_string(),
            "organizations[0].services[0].name:",
        ),
        (
            json!({ "organizations": [{ "name": "B\u{202e}end", "attributes": attributes }] }).to_string(),
            "organizations[0].name: Character 2 in the name of the partner cannot be seen",
        ),
        (
            json!({ "organizations": [{ "name": "A", "contacts": [{ "name": "Al", "email": "al\u{200b}@a.test" }], "attributes": attributes }] })
                .to_string(),
            "organizations[0].contacts[0].email: Character 3 in this text cannot be seen",
        ),
        (json!({ "organizations": [] }).to_string(), "The file: there is no organization in it."),
        (json!({ "people": [] }).to_string(), "neither \"organizations\" nor \"services\""),
        ("{ \"organizations\": [\n  { \"name\": \"A\" \n".to_owned(), "Line 3, column 0: this is no JSON"),
        ("[1, 2".to_owned(), "this is no JSON"),
        (format!("{}{}", "[".repeat(5_000), "]".repeat(5_000)), "this is no JSON (recursion limit exceeded)"),
    ];
    for (text, words) in cases {
        let refused = read_in(&app, "Alpha", &text, None, false).await.unwrap_err().to_string();
        assert!(refused.contains(words), "{words}: {refused}");
        assert!(refused.contains("Nothing was"), "{refused}");
    }
    assert_eq!(count(&app, "SELECT count(*) FROM partner").await + count(&app, "SELECT count(*) FROM import_run").await, 0);
    let wrong = import::Command {
        kind: "partners".to_owned(),
        file: app.folder.folder.path().with_extension("json"),
        program: Some("Alpha".to_owned()),
        map: vec![("organization".to_owned(), "Who".to_owned())],
        preset: None,
        decide: Vec::new(),
        dry_run: true,
    };
    std::fs::write(&wrong.file, json!([good]).to_string()).unwrap();
    let refused = import::command(&app.db, wrong, &mut |_, _| {}).await.unwrap_err().to_string();
    assert!(refused.contains("only the kind of referral can be said for all of it"), "{refused}");
}

#[tokio::test]
async fn a_manager_looks_at_the_file_first_says_its_kind_and_takes_it_back() {
    let app = TestApp::start().await;
    let mut max = app.person("Max").await;
    let program = app.alpha.key.to_string();
    let fields = [("kind", "partners"), ("preset", ""), ("program", program.as_str())];
    let page = max.upload("/imports/preview", &fields, "directory.json", FOREIGN).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.says("contents[0]: which kind of referral is this for?") && page.says("Say what it does not say"), "{}", page.text());
    let job = page.between("name=\"job\" value=\"", "\"");
    let page = max.upload("/imports/preview", &[("job", &job), ("map", "service_kind==workforce")], "", "").await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    assert!(page.says("There is no place here for:") && page.says("organization.tax_status"), "{}", page.text());
    let started = max.press(&page, "Import 4 rows", &[]).await;
    let mut record = started;
    for _ in 0..200 {
        if record.says("What it brought") {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        let imports = max.look("/imports").await;
        if let Some((_, after)) = imports.text().split_once("href=\"/imports/") {
            let address = after.split('"').next().unwrap().to_owned();
            record = max.look(&format!("/imports/{address}")).await;
        }
    }
    assert!(record.says("First partners it brought") && record.says("Canal Row Trade School"), "{}", record.text());
    let undone = max.press(&record, "Undo import", &[]).await;
    assert!(undone.says("2 partners and 4 services are gone again."), "{}", undone.text());
    assert_eq!(count(&app, "SELECT count(*) FROM partner").await, 0);
    let clients = max.upload("/imports/preview", &[("kind", "clients"), ("preset", ""), ("program", &program)], "a.json", FOREIGN).await;
    assert!(clients.says("This is a JSON file"), "{}", clients.text());
}
