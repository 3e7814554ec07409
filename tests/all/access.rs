//! Every route as every role. Samples name, for each route with something to fill in, what is filled in: records of
//! program Alpha. A route without a sample fails the test, so a new one has to be thought about.

mod looks;
pub mod records;
pub mod samples;

use crate::house::{Page, Person, STAFF, TestApp};
use axum::http::StatusCode;
use fairfloor::app;
use fairfloor::web::{Access, Method};
use records::Records;
use samples::Sample;
use std::collections::BTreeMap;

/// Classes of each person of the house.
fn classes(name: &str) -> &'static [Access] {
    match name {
        "Ada" | "Bea" => &[Access::Advisor, Access::Staff],
        "Max" | "Mia" => &[Access::Manager, Access::Staff],
        "Adam" => &[Access::Admin, Access::Staff],
        "Stu" => &[Access::Steward, Access::Staff],
        "Aud" => &[Access::Auditor, Access::Staff],
        _ => &[],
    }
}

fn needs_no_account(access: &[Access]) -> bool {
    access.iter().copied().any(Access::needs_no_staff_account)
}

/// A route, ready to be called.
struct Call {
    method: Method,
    route: &'static str,
    access: &'static [Access],
    sample: Sample,
}

impl Call {
    fn path(&self, records: &Records) -> String {
        records.fill(self.route, self.sample.fills)
    }

    async fn by(&self, person: &mut Person, path: &str, records: &Records) -> Page {
        match self.method {
            Method::Get => person.look(path).await,
            Method::Post => {
                let fields: Vec<(&str, String)> = self.sample.fields.iter().map(|(name, value)| (*name, records.value(value))).collect();
                let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
                person.post(path, &fields).await
            }
            Method::Patch => person.patch(path).await,
        }
    }
}

/// Every route with its sample; a route without one stops the test, and so does a sample without a route.
fn calls() -> Vec<Call> {
    let mut known: BTreeMap<(&str, &str), Sample> = samples::all().map(|sample| ((sample.method, sample.route), *sample)).collect();
    let mut missing = Vec::new();
    let mut calls = Vec::new();
    for route in app::routes() {
        match known.remove(&(route.method.code(), route.path)) {
            Some(sample) => calls.push(Call { method: route.method, route: route.path, access: route.access, sample }),
            None => missing.push(format!("{} {}", route.method.code(), route.path)),
        }
    }
    assert!(missing.is_empty(), "these routes have no sample in tests/all/access/samples: {missing:#?}");
    assert!(known.is_empty(), "these samples have no route: {:?}", known.keys());
    calls
}

#[test]
fn every_route_has_a_sample() {
    assert!(calls().len() > 30);
}

#[tokio::test]
async fn whoever_is_not_signed_in_is_asked_to_and_a_made_up_cookie_is_nobody() {
    let app = TestApp::start().await;
    let records = Records::of(&app, &app.alpha).await;
    let mut forger = app.nobody();
    forger.keep("staff", "AAAAAAAAAAAAAAAAAAAAAA");
    let mut half = app.nobody();
    half.keep("staff", "' OR 1=1 --");
    for mut person in [app.nobody(), forger, half] {
        for call in calls().iter().filter(|call| !needs_no_account(call.access)) {
            let page = call.by(&mut person, &call.path(&records), &records).await;
            match call.method {
                Method::Get => {
                    assert!(page.leads_to().is_some_and(|to| to.starts_with("/sign-in?next=/")), "{} {}", call.route, page.status);
                }
                Method::Post | Method::Patch => assert_eq!(page.status, StatusCode::UNAUTHORIZED, "{}", call.route),
            }
        }
    }
}

#[tokio::test]
async fn a_role_that_the_table_does_not_name_is_refused_and_the_record_keeps_it() {
    let app = TestApp::start().await;
    let records = Records::of(&app, &app.alpha).await;
    let mut refusals = 0;
    for name in STAFF {
        let mut person = app.person(name).await;
        for call in calls() {
            let may = needs_no_account(call.access) || classes(name).iter().any(|class| call.access.contains(class));
            if call.route == "/sign-out" {
                continue;
            }
            if !may {
                let page = call.by(&mut person, &call.path(&records), &records).await;
                assert_eq!(page.status, StatusCode::FORBIDDEN, "{name} {} {}", call.method.code(), call.route);
                assert!(!page.text().contains("Alpha Metal Works") && !page.text().contains("Rosa"), "{name} {}", call.route);
                refusals += 1;
            } else if call.method == Method::Get && !needs_no_account(call.access) {
                let page = call.by(&mut person, &call.path(&records), &records).await;
                assert_ne!(page.status, StatusCode::FORBIDDEN, "{name} {}", call.route);
                assert_ne!(page.status, StatusCode::UNAUTHORIZED, "{name} {}", call.route);
            }
        }
    }
    assert_eq!(app.audited("access.refused").await, refusals);
    assert!(refusals > 60, "{refusals}");
}

#[tokio::test]
async fn those_who_may_see_their_own_records_at_every_address() {
    let app = TestApp::start().await;
    let records = Records::of(&app, &app.alpha).await;
    for name in ["Ada", "Max", "Adam"] {
        let mut person = app.person(name).await;
        for call in calls().iter().filter(|call| call.method == Method::Get && call.sample.is_page) {
            if classes(name).iter().any(|class| call.access.contains(class)) {
                let path = call.path(&records);
                let page = person.open(&path).await;
                assert_eq!(page.status, StatusCode::OK, "{name} {path}");
            }
        }
    }
}

#[tokio::test]
async fn another_programs_record_looks_exactly_like_none_and_stays_as_it_is() {
    let app = TestApp::start().await;
    let (records, unknown) = (Records::of(&app, &app.alpha).await, Records::unknown(&app, &app.beta));
    let before = contents(&app).await;
    for name in ["Bea", "Mia"] {
        let mut person = app.person(name).await;
        for call in calls().iter().filter(|call| call.sample.is_scoped() && classes(name).iter().any(|class| call.access.contains(class))) {
            let (foreign, none) = (call.path(&records), call.path(&unknown));
            let seen = call.by(&mut person, &foreign, &records).await;
            let nothing = call.by(&mut person, &none, &unknown).await;
            let is_refused =
                seen.status == StatusCode::NOT_FOUND || !call.sample.names_a_record() && seen.status == StatusCode::UNPROCESSABLE_ENTITY;
            assert!(is_refused, "{name} {} {foreign}: {}", call.method.code(), seen.status);
            assert_eq!(seen.status, nothing.status, "{name} {} {none}", call.method.code());
            assert!(seen.without_keys() == nothing.without_keys(), "{name} {} tells a foreign record from none", call.route);
        }
    }
    assert_eq!(contents(&app).await, before);
}

#[tokio::test]
async fn another_programs_names_are_on_no_page_and_in_no_file() {
    let app = TestApp::start().await;
    let records = Records::of(&app, &app.alpha).await;
    for name in ["Bea", "Mia"] {
        let mut person = app.person(name).await;
        for call in calls().iter().filter(|call| call.method == Method::Get && !needs_no_account(call.access)) {
            let page = person.open(&call.path(&records)).await;
            for secret in ["Alpha Metal", "Rosa", records.value("{client}").as_str()] {
                let own = page.text().replace(&call.path(&records), "");
                assert!(!own.contains(secret), "{name} sees {secret} at {}", call.route);
            }
        }
        for search in ["/clients?q=Alpha", "/clients?q=Rosa", "/search?q=Alpha"] {
            assert!(!person.open(search).await.text().contains("Alpha Metal"), "{name} {search}");
        }
    }
}

#[tokio::test]
async fn whoever_checks_or_administers_sees_no_client() {
    let app = TestApp::start().await;
    let records = Records::of(&app, &app.alpha).await;
    for name in ["Adam", "Stu", "Aud"] {
        let mut person = app.person(name).await;
        for call in calls().iter().filter(|call| call.method == Method::Get && !needs_no_account(call.access)) {
            let page = person.open(&call.path(&records)).await.text();
            assert!(!page.contains("Alpha Metal") && !page.contains("Rosa"), "{name} {}", call.route);
        }
    }
}

#[tokio::test]
async fn a_file_that_somebody_looks_at_is_nobody_elses() {
    let app = TestApp::start().await;
    let (mut max, mut mia) = (app.person("Max").await, app.person("Mia").await);
    let fields = [("kind", "clients"), ("preset", ""), ("program", "")];
    let preview = max.upload("/imports/preview", &fields, "list.csv", "Business name\nNew Alpha\n").await;
    assert_eq!(preview.status, StatusCode::OK, "{}", preview.text());
    let form = preview.form_with("Import 1 rows");
    let job = form.value("job").unwrap();
    let own = max.look(&format!("/imports/jobs/{job}")).await;
    assert_ne!(own.status, StatusCode::NOT_FOUND);
    assert_eq!(mia.look(&format!("/imports/jobs/{job}")).await.status, StatusCode::NOT_FOUND);
    let taken = mia.post(&form.action, &[("key", "0123456789abcdef"), ("job", job), ("seen", form.value("seen").unwrap())]).await;
    assert_eq!(taken.status, StatusCode::NOT_FOUND);
}

/// Tables that a look may write to: the record, visits, and who looked: that somebody saw a client's record is a fact that the
/// client reads, and it is written down before the record is shown. A file of a release is kept as it was first handed out.
const TOUCHED_BY_LOOKS: [&str; 6] = ["audit_event", "audit_row", "look", "release_file", "session", "sign_in_attempt"];

/// Every row of every table but those, as text.
async fn contents(app: &TestApp) -> BTreeMap<String, Vec<String>> {
    app.db
        .read(|conn| {
            let mut names = conn
                .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_%'")?;
            let names: Vec<String> = names.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
            let mut contents = BTreeMap::new();
            for name in names.into_iter().filter(|name| !TOUCHED_BY_LOOKS.contains(&name.as_str())) {
                let mut statement = conn.prepare(&format!("SELECT * FROM {name} ORDER BY 1"))?;
                let columns = statement.column_count();
                let rows = statement.query_map([], |row| {
                    (0..columns).map(|column| row.get_ref(column).map(|value| format!("{value:?}"))).collect::<rusqlite::Result<Vec<_>>>()
                })?;
                contents.insert(name, rows.map(|row| row.map(|cells| cells.join("|"))).collect::<rusqlite::Result<_>>()?);
            }
            Ok(contents)
        })
        .await
        .unwrap()
}

#[tokio::test]
async fn looking_changes_nothing() {
    let app = TestApp::start().await;
    let records = Records::of(&app, &app.alpha).await;
    let before = contents(&app).await;
    for name in STAFF {
        let mut person = app.person(name).await;
        for call in calls().iter().filter(|call| call.method == Method::Get) {
            call.by(&mut person, &call.path(&records), &records).await;
            assert_eq!(contents(&app).await, before, "{name} looked at {}", call.route);
        }
    }
}

#[tokio::test]
async fn a_malformed_id_answers_like_an_unknown_one() {
    let app = TestApp::start().await;
    let (records, unknown) = (Records::of(&app, &app.alpha).await, Records::unknown(&app, &app.alpha));
    let spellings =
        ["1", "0", "-1", "x", "R-1187", "%00", "%27%20OR%201%3D1", "..%2F..%2Fetc%2Fpasswd", "%F0%9F%A6%80", "ABCDEFGHJKMNPQRSTVWXYZ0123"];
    for name in ["Ada", "Max", "Adam"] {
        let mut person = app.person(name).await;
        for call in
            calls().iter().filter(|call| call.sample.names_a_record() && classes(name).iter().any(|class| call.access.contains(class)))
        {
            let nothing = call.by(&mut person, &call.path(&unknown), &unknown).await;
            assert_eq!(nothing.status, StatusCode::NOT_FOUND, "{name} {}", call.route);
            for spelling in spellings {
                let path = records.misspelt(call.route, spelling);
                let page = call.by(&mut person, &path, &records).await;
                assert_eq!(page.status, StatusCode::NOT_FOUND, "{name} {path}");
                assert!(page.text() == nothing.text(), "{name} {path}");
            }
        }
    }
}

#[tokio::test]
async fn what_is_no_route_is_not_found_and_another_method_is_refused() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    for path in ["/nothing/here", "/clients/", "/.git/config", "/fairfloor.db", "/assets/../schema.sql", "/wp-login.php"] {
        assert_eq!(ada.look(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(ada.post("/account", &[]).await.status, StatusCode::METHOD_NOT_ALLOWED);
}
