//! Whoever is deleted is out at once, in every browser; and their name goes where it is short, or hard to tell from a word.

use super::erasing::erase_now;
use crate::house::{Person, TestApp};
use fairfloor::auth::sessions::Sessions;
use fairfloor::store::{Actor, Object};
use rusqlite::params;
use serde_json::{Value, json};
use std::collections::HashMap;
use time::OffsetDateTime;
use tower_sessions::SessionStore;
use tower_sessions::session::{Id, Record};

/// A browser whose session holds this.
async fn browser(app: &TestApp, data: &[(&str, Value)]) -> Person {
    let mut person = app.nobody();
    let expiry_date = OffsetDateTime::now_utc() + time::Duration::minutes(30);
    let data: HashMap<String, Value> = data.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
    let mut record = Record { id: Id::default(), data, expiry_date };
    Sessions::new(app.db.clone()).create(&mut record).await.unwrap();
    person.keep("portal", &record.id.to_string());
    person
}

/// A visit that began with a code mailed to this address.
fn visit(app: &TestApp, person: i64, address: &str) -> (&'static str, Value) {
    let now = fairfloor::config::Clock::machine_now().millis();
    let mac = app.db.keys().typed_name_mac(address).to_vec();
    ("own_visit", json!({ "person": person, "came": { "Mail": mac }, "since": now, "seen": now }))
}

/// What somebody had half typed when their visit ended.
fn typed(app: &TestApp, person: i64) -> (&'static str, Value) {
    let kept = fairfloor::auth::own::kept::seal(app.db.keys(), person, "/me/requests", &vec![("need".to_owned(), "a lathe".to_owned())]);
    ("own_kept", serde_json::to_value(kept.unwrap()).unwrap())
}

async fn held(app: &TestApp) -> (i64, i64, i64) {
    let sql = "
        SELECT (SELECT count(*) FROM session WHERE data LIKE '%own_visit%'), (SELECT count(*) FROM session WHERE data LIKE '%own_kept%'),
               (SELECT count(*) FROM own_device WHERE ended_at IS NULL)";
    app.db.read(move |conn| Ok(conn.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?)).await.unwrap()
}

#[tokio::test]
async fn a_deletion_ends_every_visit_every_device_and_what_was_half_typed_with_it() {
    let app = TestApp::start().await;
    let (rosa, bill) = (app.alpha.owner_key, app.beta.owner_key);
    app.db
        .write(Actor::system(), move |tx| {
            tx.execute("UPDATE person SET email = id || '@home.test' WHERE id IN (?1, ?2)", [rosa, bill])?;
            for person in [rosa, bill] {
                let sql = "INSERT INTO own_device (token_hash, person_id, address_mac, way, since, expires_at) VALUES (?1, ?2, x'01', 'email', 1, 9000000000000)";
                tx.execute(sql, params![person.to_be_bytes().as_slice(), person])?;
            }
            tx.audit("test.devices", Object::none())
        })
        .await
        .unwrap();
    let mut inside = browser(&app, &[visit(&app, rosa, &format!("{rosa}@home.test"))]).await;
    let mut away = browser(&app, &[typed(&app, rosa)]).await;
    let mut other = browser(&app, &[visit(&app, bill, &format!("{bill}@home.test")), typed(&app, bill)]).await;
    assert!(inside.open("/me").await.says("Rosa"), "she is inside");
    assert!(away.open("/me/sign-in?away=1").await.says("your text is still here"), "what she typed waits");
    assert_eq!(held(&app).await, (2, 2, 2));

    // The transaction alone: nobody tells the server that is running.
    erase_now(&app.folder.folder, &app.db, rosa, app.account("Stu").0).await;
    assert_eq!(held(&app).await, (1, 1, 1), "what is Bill's stays");
    let page = inside.open("/me").await;
    assert!(page.path.starts_with("/me/sign-in") && !page.says("You were away") && !page.says("Rosa"), "{} {}", page.path, page.text());
    assert!(!away.open("/me/sign-in?away=1").await.says("your text is still here"));
    assert!(other.open("/me").await.says("Bill"));
    assert_eq!(held(&app).await, (1, 1, 1), "and nothing comes back");
}

#[tokio::test]
async fn a_short_name_goes_from_shared_words_and_from_letters_and_ordinary_words_stay() {
    let app = TestApp::start().await;
    let (person, business, program, account) = (app.alpha.owner_key, app.alpha.client_key, app.alpha.key, app.account("Ada").0);
    let notes = [
        ("Talked with Li about the lathe", false),
        ("wu li signed", false),
        ("Li's brother called", false),
        ("王小明 was there, too", true),
        ("The delivery line is late", true),
        ("They do an inventory", true),
    ];
    let letters =
        [("Wu Li", "Hello Wu Li,", false), ("Ana Lima", "Ask Li at the desk, or do an inventory", true), ("Li Wu", "Hello", false)];
    app.db
        .write(Actor::system(), move |tx| {
            tx.execute("UPDATE person SET first_name = 'Wu', last_name = 'Li' WHERE id = ?1", [person])?;
            let other: i64 = tx.query_row("SELECT person_id FROM ownership WHERE person_id <> ?1", [person], |row| row.get(0))?;
            tx.execute("INSERT INTO ownership (business_id, person_id) VALUES (?1, ?2)", [business, other])?;
            for (note, _) in notes {
                let id: fairfloor::values::ServiceId = tx.fresh_id()?;
                let sql = "INSERT INTO service (public_id, program_id, business_id, account_id, served_on, kind, channel, minutes, note, session_type, topic, created_at) VALUES (?1, ?2, ?3, ?4, '2026-01-01', 'coaching', 'phone', 30, ?5, 'telephone', 'operations', 1)";
                tx.execute(sql, params![id, program, business, account, note])?;
            }
            for (place, (name, body, _)) in letters.iter().enumerate() {
                let sql = "INSERT INTO outbox_message (public_id, program_id, audience, channel, to_name, language, subject, body, held_until, created_at) VALUES (?1, ?2, 'entrepreneur', 'letter', ?3, 'en', 'News', ?4, 1, 1)";
                tx.execute(sql, params![format!("letter{place}"), program, name, body])?;
            }
            tx.audit("test.shared", Object::none())
        })
        .await
        .unwrap();
    erase_now(&app.folder.folder, &app.db, person, app.account("Stu").0).await;
    let left = |sql: &'static str| {
        let read = app.db.read(move |conn| {
            let mut statement = conn.prepare(sql)?;
            let texts = statement.query_map([], |row| row.get::<_, Option<String>>(0))?.collect::<Result<Vec<_>, _>>()?;
            Ok(texts.into_iter().flatten().collect::<Vec<String>>())
        });
        async move { read.await.unwrap() }
    };
    let stays: Vec<&str> = notes.iter().filter(|(_, stays)| *stays).map(|(note, _)| *note).collect();
    assert_eq!(left("SELECT note FROM service ORDER BY id").await, stays);
    let stays: Vec<&str> = letters.iter().map(|(_, body, stays)| if *stays { *body } else { "(deleted)" }).collect();
    assert_eq!(left("SELECT body FROM outbox_message WHERE public_id LIKE 'letter%' ORDER BY id").await, stays);
}
