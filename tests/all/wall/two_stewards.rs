//! Two stewards without an auditor: one asks and the other agrees, neither does it twice; one of them deletes, once. And what the person
//! reads of it on their page about who looked.

use super::{SENTINEL, answers};
use crate::house::{PASSWORD, Page, Person, TestApp};
use axum::http::StatusCode;
use fairfloor::firewall::{erasure, filing};
use fairfloor::store::{Actor, Object};
use fairfloor::values::{Day, FilingForm, Question};
use serde_json::json;

const REASON: &str = "A court orders it, case 26-104";

async fn count(app: &TestApp, sql: &'static str) -> i64 {
    app.db.read(move |conn| Ok(conn.query_row(sql, [], |row| row.get(0))?)).await.unwrap()
}

/// A house in which Aud is a steward too.
async fn of_two() -> (TestApp, Person, Person) {
    let app = TestApp::start().await;
    answers(&app).await;
    let second = app.account("Aud").0;
    let made = app.db.write(Actor::system(), move |tx| {
        tx.execute("UPDATE organization_role SET role = 'steward' WHERE account_id = ?1", [second])?;
        tx.execute("UPDATE person SET email = 'rosa@home.test' WHERE first_name = 'Rosa'", [])?;
        tx.audit("test.changed", Object::none())
    });
    made.await.unwrap();
    app.arm(&["Stu", "Aud"]).await;
    let (stu, aud) = (app.person("Stu").await, app.person("Aud").await);
    (app, stu, aud)
}

async fn ask(app: &TestApp, steward: &mut Person) -> Page {
    let page = steward.open("/glass").await;
    let code = app.code(steward.name).await;
    let typed = [("file", "F-0001"), ("name", "Rosa Doe"), ("reason", REASON), ("password", PASSWORD), ("code", &code)];
    steward.press(&page, "Ask", &typed).await
}

async fn agree(app: &TestApp, steward: &mut Person, path: &str, key: &str) -> Page {
    let code = app.code(steward.name).await;
    steward.post(&format!("{path}/agreements"), &[("key", key), ("password", PASSWORD), ("code", &code)]).await
}

#[tokio::test]
async fn of_two_stewards_one_asks_the_other_agrees_and_neither_does_it_twice() {
    let (app, mut stu, mut aud) = of_two().await;
    let asked = ask(&app, &mut stu).await;
    assert!(asked.says("Waits for a second person"), "{}", asked.text());
    let twice = ask(&app, &mut stu).await;
    assert!(twice.status == StatusCode::UNPROCESSABLE_ENTITY && twice.says("You have asked for this person already"), "{}", twice.text());
    let own = agree(&app, &mut stu, &asked.path, "0123456789abcde1").await;
    assert!(own.says("Somebody else has to agree"), "{}", own.text());
    assert!(agree(&app, &mut aud, &asked.path, "0123456789abcde2").await.status.is_redirection());
    let until = count(&app, "SELECT open_until FROM glass").await;
    app.move_on(1);
    let (mut stu, mut aud) = (app.person("Stu").await, app.person("Aud").await);
    let again = agree(&app, &mut aud, &asked.path, "0123456789abcde3").await;
    assert!(!again.status.is_redirection(), "a second yes is none: {}", again.status);
    let late = agree(&app, &mut stu, &asked.path, "0123456789abcde4").await;
    assert!(!late.status.is_redirection(), "nor the asker's own: {}", late.status);
    assert_eq!(count(&app, "SELECT open_until FROM glass").await, until, "the half hour is not made longer");
    assert_eq!(app.audited("glass.agreed").await, 1);
    // A steward who only agreed opens nothing, though stewards may open.
    let shut = aud.post(&format!("{}/openings", asked.path), &[]).await;
    assert!(shut.status.is_client_error() && !shut.says(SENTINEL), "{}", shut.text());
    assert!(stu.post(&format!("{}/openings", asked.path), &[]).await.says(SENTINEL));
    // The other way round is a request of its own, with the roles changed.
    let other = ask(&app, &mut aud).await;
    assert!(other.path != asked.path && other.says("Waits for a second person"), "{}", other.text());
    assert!(agree(&app, &mut stu, &other.path, "0123456789abcde5").await.status.is_redirection());
}

#[tokio::test]
async fn of_two_stewards_who_delete_the_same_person_one_does_and_the_other_is_told() {
    let (app, mut stu, mut aud) = of_two().await;
    let person = app.alpha.owner_key;
    let asked = app.db.write(Actor::system(), move |tx| {
        erasure::ask(tx, person, None)?;
        Ok(erasure::requests(tx)?.remove(0).id)
    });
    let path = format!("/erasures/requests/{}", asked.await.unwrap());
    assert!(aud.open(&path).await.status.is_success(), "both see the request");
    let mut pressed = Vec::new();
    for (is_first, key) in [(true, "0123456789abcde1"), (false, "0123456789abcde2"), (true, "0123456789abcde3")] {
        let steward = if is_first { &mut stu } else { &mut aud };
        let code = app.code(steward.name).await;
        let page = steward.post(&format!("{path}/deletions"), &[("key", key), ("password", PASSWORD), ("code", &code)]).await;
        pressed.push(page.status.is_redirection());
    }
    assert_eq!(pressed, [true, false, false], "what is done is done once");
    assert_eq!(count(&app, "SELECT count(*) FROM erasure").await, 1);
    assert_eq!(count(&app, "SELECT account_id FROM erasure").await, app.account("Stu").0);
    assert_eq!(count(&app, "SELECT count(*) FROM person WHERE first_name = 'Rosa'").await, 0);
}

#[tokio::test]
async fn who_looked_shows_openings_and_files_that_were_sent() {
    let (app, mut stu, mut aud) = of_two().await;
    let mac = app.db.keys().typed_name_mac("rosa@home.test").to_vec();
    let mut rosa = crate::rights::inside(&app, app.alpha.owner_key, json!({ "Mail": mac })).await;
    let before = rosa.open("/me/who-looked").await;
    assert_eq!(before.text().matches("class=\"box note\"").count(), 0, "nothing happened behind the wall: {}", before.text());
    let asked = ask(&app, &mut stu).await;
    agree(&app, &mut aud, &asked.path, "0123456789abcde1").await;
    assert_eq!(rosa.open("/me/who-looked").await.text().matches("class=\"box note\"").count(), 0, "agreed, and nobody looked");
    stu.post(&format!("{}/openings", asked.path), &[]).await;
    stu.post(&format!("{}/openings", asked.path), &[]).await;
    let page = rosa.open("/me/who-looked").await;
    assert_eq!(page.text().matches("class=\"box note\"").count(), 2, "each look: {}", page.text());
    let (program, steward, person) = (app.alpha.key, app.account("Stu").0, app.alpha.owner_key);
    let filed = app.db.write(Actor::system(), move |tx| {
        let new = filing::NewFiling {
            program,
            recipient: "Office of Tests".to_owned(),
            authority: "Rule 1".to_owned(),
            questions: vec![Question::Race],
            form: FilingForm::Table,
            location: None,
            has_names: false,
            details: filing::Details::default(),
            from_on: Day::parse("2025-01-01")?,
            by: steward,
        };
        let filing = filing::record(tx, &new)?;
        let permit =
            filing::begin(tx, &filing, filing::Days { first: Day::parse("2025-01-01")?, last: Day::parse("2025-03-31")? }, steward)?;
        filing::make(tx, permit, filing::Content::Totals, false, steward)?;
        tx.execute("INSERT INTO filing_person (made_id, person_id) SELECT id, ?1 FROM filing_made", [person])?;
        tx.audit("test.counted", Object::none())
    });
    filed.await.unwrap();
    let page = rosa.open("/me/who-looked").await;
    assert_eq!(page.text().matches("class=\"box note\"").count(), 3, "{}", page.text());
    for name in ["Stu", "Aud", REASON, SENTINEL] {
        assert!(!crate::house::plain(&page.text()).contains(name), "{name} stands there");
    }
}
