//! After a tour by everybody: no file, copy, log line, notice or export holds a word of what people said about themselves.

use super::{CODES, SENTINEL, answers, files, found_in};
use crate::access::records::Records;
use crate::access::samples;
use crate::house::{Page, STAFF, TestApp};
use axum::body::Body;
use axum::http::Request;
use fairfloor::api::NewToken;
use fairfloor::api::queries::tokens;
use fairfloor::config::Clock;
use fairfloor::store::Actor;
use fairfloor::values::{ApiScope, Line, Vocabulary};
use fairfloor::{app, auth};
use std::io::Write;
use std::sync::{Arc, Mutex};

/// A log that is kept in memory.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn planted(text: &str) -> Option<&'static str> {
    CODES.iter().copied().filter(|code| code.contains("SENTINEL")).chain([SENTINEL, "Zapotec"]).find(|word| text.contains(word))
}

/// What a system reads with a token that may do everything a token can.
async fn as_system(app: &TestApp, path: &str) -> Page {
    let (account, program) = (app.account("Max").0, app.alpha.key);
    let made = app.db.write(Actor::system(), move |tx| {
        let viewer = auth::queries::find_viewer(tx, account, Clock::machine_now().millis())?.unwrap();
        let (name, expires_at) = (Line::parse("Nightly copy", "name")?, tx.at().plus_days(1));
        let scopes = ApiScope::ALL.to_vec();
        tokens::make(tx, &viewer, &NewToken { name, programs: vec![program], scopes, per_minute: 6000, expires_at })
    });
    let request = Request::get(path).header("authorization", format!("Bearer {}", made.await.unwrap())).body(Body::empty()).unwrap();
    app.nobody().send(path, request).await
}

#[tokio::test]
async fn a_tour_by_everybody_leaves_no_word_of_an_answer_anywhere() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_writer(move || writer.clone()).finish();
    let _guard = tracing::subscriber::set_default(subscriber);
    let app = TestApp::start().await;
    answers(&app).await;
    let records = Records::of(&app, &app.alpha).await;
    let posts: Vec<&str> = app::routes().iter().filter(|route| route.method.code() != "GET").map(|route| route.path).collect();
    for path in samples::all().filter(|sample| sample.method == "GET" && sample.route.starts_with("/api/v1/")) {
        let path = records.fill(path.route, path.fills);
        let page = as_system(&app, &path).await;
        assert!(page.status.is_success() && planted(&page.text()).is_none(), "a system at {path}: {}", page.status);
    }
    for name in STAFF {
        let mut person = app.person(name).await;
        for sample in samples::all().filter(|sample| sample.route != "/sign-out" && !sample.route.contains("/invitation/")) {
            let path = records.fill(sample.route, sample.fills);
            let page = if sample.method == "GET" {
                person.open(&path).await
            } else if sample.method == "PATCH" {
                person.patch(&path).await
            } else {
                assert!(posts.contains(&sample.route));
                let fields: Vec<(&str, String)> = sample.fields.iter().map(|(name, value)| (*name, records.value(value))).collect();
                person.post(&path, &fields.iter().map(|(name, value)| (*name, value.as_str())).collect::<Vec<_>>()).await
            };
            let said = format!("{} {:?}", page.text(), page.headers);
            assert_eq!(planted(&said), None, "{name} at {path}");
        }
        for search in ["Zapotec", SENTINEL, "BLACK", "CODE-SENTINEL-A"] {
            for address in ["/clients?q=", "/search?q=", "/find?q=", "/clients?sort=", "/clients?race="] {
                let page = person.open(&format!("{address}{search}")).await.text();
                assert!(
                    !page.contains("Alpha Metal Works") || address.contains("sort=") || address.contains("race="),
                    "{name} {address}{search}"
                );
            }
        }
    }
    let outbox = "SELECT coalesce(group_concat(subject || body || to_name), '') FROM outbox_message";
    let outbox: String = app.db.read(move |conn| Ok(conn.query_row(outbox, [], |row| row.get(0))?)).await.unwrap();
    assert_eq!(planted(&outbox), None);
    let folder = app.folder.folder.clone();
    let copy = tempfile::tempdir().unwrap();
    let conn = rusqlite::Connection::open(folder.database()).unwrap();
    conn.execute("VACUUM INTO ?1", [copy.path().join("backup.db").display().to_string()]).unwrap();
    drop(conn);
    let mut all = files(folder.path(), folder.keys());
    all.extend(files(copy.path(), folder.keys()));
    assert!(all.len() > 6, "{all:?}");
    assert_eq!(found_in(&all), Vec::<String>::new());
    let said = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(said.contains("DEBUG") || said.contains("TRACE") || said.contains("INFO"), "the log says something: {said}");
    assert_eq!(planted(&said), None);
}

#[tokio::test]
async fn a_list_that_is_sorted_or_filtered_by_an_answer_is_the_list_it_was() {
    let app = TestApp::start().await;
    answers(&app).await;
    let mut ada = app.person("Ada").await;
    let plain = ada.open("/clients").await.without_keys();
    for query in ["sort=race", "race=BLACK", "sex=FEMALE", "veteran=yes", "order=demographic_answer", "q=&race=HISP"] {
        assert!(ada.open(&format!("/clients?{query}")).await.without_keys() == plain, "{query}");
    }
}
