//! What is somebody's by right: what they share, who looked, what is corrected, a copy, somebody above their advisor, a helper.

mod addresses;
mod complaints_and_helpers;
mod copies;

use crate::house::{Person, Referred, TestApp};
use axum::http::StatusCode;
use fairfloor::auth::sessions::Sessions;
use fairfloor::people::queries::own::{AddressSetBy, set_email};
use fairfloor::store::{Actor, Object};
use serde_json::json;
use std::collections::HashMap;
use time::OffsetDateTime;
use tower_sessions::SessionStore;
use tower_sessions::session::{Id, Record};

/// The own pages about rights.
const PAGES: [&str; 6] = ["/me/permissions", "/me/who-looked", "/me/profile", "/me/download", "/me/help", "/me/helpers"];

async fn change(app: &TestApp, sql: &'static str) {
    let changed = app.db.write(Actor::system(), move |tx| {
        tx.execute_batch(sql)?;
        tx.audit("test.changed", Object::none())
    });
    changed.await.unwrap();
}

async fn one<T: rusqlite::types::FromSql + Send + 'static>(app: &TestApp, sql: &'static str) -> T {
    app.db.read(move |conn| Ok(conn.query_row(sql, [], |row| row.get(0))?)).await.unwrap()
}

/// A browser in which a code was just opened, as the pages that take codes leave it.
pub async fn inside(app: &TestApp, person: i64, came: serde_json::Value) -> Person {
    let now = fairfloor::config::Clock::machine_now().millis();
    let held = json!({ "person": person, "came": came, "since": now, "seen": now });
    let mut record = Record {
        id: Id::default(),
        data: HashMap::from([("own_visit".to_owned(), held)]),
        expiry_date: OffsetDateTime::from_unix_timestamp(now / 1000).unwrap() + time::Duration::minutes(30),
    };
    Sessions::new(app.db.clone()).create(&mut record).await.unwrap();
    let mut browser = app.nobody();
    browser.keep("portal", &record.id.to_string());
    browser
}

/// Rosa, by a code that was mailed to her.
pub async fn rosa(app: &TestApp) -> Person {
    change(app, "UPDATE person SET email = 'rosa@home.test' WHERE first_name = 'Rosa'").await;
    let mac = app.db.keys().typed_name_mac("rosa@home.test").to_vec();
    inside(app, app.alpha.owner_key, json!({ "Mail": mac })).await
}

/// Rosa, by the code of a letter that Ada prints.
async fn rosa_by_letter(app: &TestApp, referred: &Referred) -> Person {
    let (reference, code) = crate::codes::letter(&mut app.person("Ada").await, &referred.referral).await;
    let mut rosa = app.nobody();
    crate::codes::typed(&mut rosa, &reference, &code).await;
    rosa
}

#[tokio::test]
async fn every_yes_is_listed_with_its_words_and_is_shortened_stopped_once_and_never_unread() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    let mut rosa = rosa(&app).await;
    let page = rosa.open("/me/permissions").await;
    for words in ["Harbor Loft Trust, for space", "business name", "Ada heard it", "May Alpha share this with Harbor Loft Trust"] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    let later = app.db.clock().today().plus_days(400).to_string();
    let again = rosa.press(&page, "Save", &[("until", &later)]).await;
    assert_eq!(again.status, StatusCode::CONFLICT, "a yes is never made longer here: {}", again.text());
    let yesterday = app.db.clock().today().plus_days(-1).to_string();
    assert_eq!(rosa.press(&page, "Save", &[("until", &yesterday)]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let soon = app.db.clock().today().plus_days(9);
    let page = rosa.press(&page, "Save", &[("until", &soon.to_string())]).await;
    assert_eq!(page.status, StatusCode::OK);
    assert_eq!(one::<String>(&app, "SELECT expires_on FROM consent WHERE ended_at IS NULL").await, soon.to_string());
    let renewed = rosa.press(&page, "Renew it", &[]).await;
    assert_eq!(renewed.status, StatusCode::OK, "nine days before its end it can be renewed: {}", renewed.text());
    assert_eq!(one::<i64>(&app, "SELECT count(*) FROM consent").await, 2);
    let form = renewed.form_with("Stop sharing with Harbor Loft Trust");
    let fields = form.filled("", &[]);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    for _ in 0..2 {
        assert!(rosa.post(&form.action, &fields).await.status.is_redirection(), "a double click is one stop");
    }
    let page = rosa.open("/me/permissions").await;
    assert!(page.says("You share nothing now"), "{}", page.text());
    assert_eq!(one::<String>(&app, "SELECT status FROM referral").await, "cancelled");
    let mut partner = app.nobody();
    assert_eq!(partner.look(&referred.partner_link).await.status, StatusCode::NOT_FOUND, "its link is dead");
}

#[tokio::test]
async fn another_persons_yes_is_out_of_reach() {
    let app = TestApp::start().await;
    app.refer(&app.alpha).await;
    let mac = app.db.keys().typed_name_mac("bill@home.test").to_vec();
    change(&app, "UPDATE person SET email = 'bill@home.test' WHERE first_name = 'Bill'").await;
    let mut bill = inside(&app, app.beta.owner_key, json!({ "Mail": mac })).await;
    assert!(!bill.open("/me/permissions").await.text().contains("Harbor Loft"));
    let taken = bill.post("/me/permissions", &[("key", "0123456789abcdef"), ("permission", "1"), ("what", "stop")]).await;
    assert_eq!(taken.leads_to(), Some("/c"));
    assert_eq!(one::<i64>(&app, "SELECT count(*) FROM consent WHERE ended_at IS NULL").await, 1);
}

#[tokio::test]
async fn who_looked_is_an_organization_and_a_role_once_a_day_and_never_a_name() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    change(&app, "UPDATE enrollment SET advisor_id = (SELECT id FROM account WHERE name = 'Ada') WHERE program_id = 1").await;
    let (mut ada, mut max) = (app.person("Ada").await, app.person("Max").await);
    let client = format!("/clients/{}", app.alpha.client);
    for _ in 0..3 {
        ada.open(&client).await;
        ada.open(&format!("{client}/owners")).await;
    }
    max.open(&client).await;
    max.open("/reports").await;
    ada.open(&format!("/referrals/{}", referred.referral)).await;
    app.person("Bea").await.open(&client).await;
    app.person("Ada").await.open("/clients?q=Alpha").await;
    let mut partner = app.nobody();
    let page = partner.open(&referred.partner_link).await;
    partner.press(&page, "Open the request", &[("name", "Sal Silva")]).await;
    assert_eq!(one::<i64>(&app, "SELECT count(*) FROM look").await, 5, "a record, a manager's, figures, a referral, a partner's");
    assert_eq!(app.audited("record.looked_at").await, 5);
    let mut rosa = rosa(&app).await;
    let page = rosa.open("/me/who-looked").await;
    for words in ["Your advisor at Alpha", "A manager at Alpha", "Harbor Loft Trust", "without your name", "Figures over all clients"] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    for name in ["Ada", "Max", "Sal", "Bea"] {
        assert!(!crate::house::plain(&page.text()).contains(name), "{name} is named");
    }
    let href = page.text().split("/me/help?entry=").nth(1).unwrap().split(['"', '#']).next().unwrap().to_owned();
    let asked = rosa.open(&format!("/me/help?entry={href}")).await;
    assert!(asked.says("I want to ask about this"), "{}", asked.text());
    app.move_on(25 * 60);
    app.person("Ada").await.open(&client).await;
    assert_eq!(one::<i64>(&app, "SELECT count(*) FROM look").await, 6, "another day, another look");
}

#[tokio::test]
async fn how_somebody_is_reached_changes_at_once_in_their_language_and_two_editors_never_overwrite() {
    let app = TestApp::start().await;
    let mut rosa = rosa(&app).await;
    let (first, second) = (rosa.open("/me/profile").await, rosa.open("/me/profile").await);
    let saved = rosa.press(&first, "Save", &[("telephone", "718 555 0188"), ("reads", "es"), ("contact_by", "text")]).await;
    assert!(saved.text().contains("lang=\"es\"") && saved.text().contains("718 555 0188"), "{}", saved.text());
    let stale = rosa.press(&second, "Save", &[("telephone", "718 555 0199"), ("reads", "es")]).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert!(stale.text().contains("718 555 0199"), "what was typed stays");
    let wrong = rosa.press(&saved, "Guardar", &[("telephone", "call me")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.says("Esto no es un número de teléfono") && wrong.text().contains("call me"), "{}", wrong.text());
    assert_eq!(one::<String>(&app, "SELECT telephone FROM person WHERE first_name = 'Rosa'").await, "718 555 0188");
}

#[tokio::test]
async fn a_fact_is_corrected_by_request_and_what_stood_there_stays() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    let mut rosa = rosa_by_letter(&app, &referred).await;
    let page = rosa.open("/me/profile").await;
    let asked = rosa.press(&page, "Ask for the correction", &[("what", "workers.0"), ("value", "many")]).await;
    assert!(asked.status == StatusCode::UNPROCESSABLE_ENTITY && asked.says("whole number") && asked.text().contains("many"));
    let page = rosa.press(&asked, "Ask for the correction", &[("what", "workers.0"), ("value", "9")]).await;
    assert!(page.says("you asked for \"9\"") && page.says("We answer by"), "{}", page.text());
    rosa.press(&page, "Ask for the correction", &[("what", "business_name.0"), ("value", "Rosa's Metal")]).await;
    let mut ada = app.person("Ada").await;
    assert!(ada.open("/today").await.says("Alpha Metal Works: something to correct"));
    let list = ada.open("/corrections").await;
    let form = list.forms().into_iter().find(|form| form.action.starts_with("/corrections/")).unwrap();
    let key = form.value("key").unwrap();
    let why = ada.post(&form.action, &[("key", key), ("answer", "kept"), ("words", "")]).await;
    assert!(why.status == StatusCode::UNPROCESSABLE_ENTITY && why.says("Say why it stays"));
    for _ in 0..2 {
        assert!(ada.post(&form.action, &[("key", key), ("answer", "made"), ("words", "")]).await.status.is_redirection());
    }
    let list = ada.open("/corrections").await;
    let form = list.forms().into_iter().find(|form| form.action.starts_with("/corrections/")).unwrap();
    ada.post(&form.action, &[("key", form.value("key").unwrap()), ("answer", "kept"), ("words", "The license says Alpha Metal Works.")])
        .await;
    assert_eq!(one::<i64>(&app, "SELECT workers FROM job_snapshot ORDER BY id DESC LIMIT 1").await, 9);
    assert_eq!(one::<i64>(&app, "SELECT count(*) FROM job_snapshot WHERE business_id = 1").await, 2, "the count before stays");
    assert_eq!(one::<String>(&app, "SELECT old_value FROM correction_request WHERE what = 'workers'").await, "3");
    let page = rosa.open("/me/profile").await;
    assert!(page.says("Corrected") && page.says("Left as it was") && page.says("The license says"), "{}", page.text());
    assert_eq!(one::<i64>(&app, "SELECT count(*) FROM outbox_message WHERE referral_id IS NULL").await, 2, "both answers were told");
}

#[tokio::test]
async fn an_address_stays_the_persons_own_when_they_change_it_and_begins_anew_when_staff_do() {
    let app = TestApp::start().await;
    let person = app.alpha.owner_key;
    let since = |by: AddressSetBy, email: &'static str| {
        let set = app.db.write(Actor::system(), move |tx| {
            tx.execute("UPDATE person SET email = 'old@home.test', email_set_at = 77 WHERE id = ?1", [person])?;
            set_email(tx, person, Some(email), by)?;
            tx.audit("test.changed", Object::none())?;
            Ok(tx.query_row("SELECT email_set_at FROM person WHERE id = ?1", [person], |row| row.get::<_, i64>(0))?)
        });
        async { set.await.unwrap() }
    };
    assert_eq!(since(AddressSetBy::ThePerson, "new@home.test").await, 77);
    assert_ne!(since(AddressSetBy::Staff, "new@home.test").await, 77);
    assert_eq!(since(AddressSetBy::Staff, "old@home.test").await, 77, "the same address again is no change");
}

#[tokio::test]
async fn a_new_address_needs_a_code_from_the_old_one_and_one_to_the_new_one_and_the_old_one_is_told() {
    let (app, postbox) = TestApp::start_with_mail().await;
    let referred = app.refer(&app.alpha).await;
    let mut rosa = rosa(&app).await;
    change(&app, "UPDATE person SET email_set_at = 77 WHERE first_name = 'Rosa'").await;
    let page = rosa.open("/me/profile").await;
    let wrong = rosa.press(&page, "Mail a code to the new address", &[("email", "nonsense")]).await;
    assert!(wrong.status == StatusCode::UNPROCESSABLE_ENTITY && wrong.says("no e-mail address"));
    let page = rosa.press(&page, "Mail a code to the new address", &[("email", "rosa@shop.test")]).await;
    let taken = postbox.clone();
    let letter = tokio::task::spawn_blocking(move || taken.wait_for(1).pop().unwrap()).await.unwrap();
    let code: String = letter.body().split_once("your code is ").unwrap().1.chars().take(6).collect();
    let refused = rosa.press(&page, "Use the new address", &[("code", "x")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = rosa.press(&page, "Use the new address", &[("code", &code)]).await;
    assert!(page.status == StatusCode::OK && page.says("rosa@shop.test"), "the visit goes on: {}", page.text());
    let taken = postbox.clone();
    let letter = tokio::task::spawn_blocking(move || taken.wait_for(2).pop().unwrap()).await.unwrap();
    assert!(letter.body().contains("another address"), "{}", letter.body());
    assert_eq!(one::<i64>(&app, "SELECT email_set_at FROM person WHERE first_name = 'Rosa'").await, 77);
    let mut by_letter = rosa_by_letter(&app, &referred).await;
    assert!(!by_letter.open("/me/profile").await.text().contains("email-codes"));
    let forced = by_letter.post("/me/profile/email", &[("version", "2"), ("email", "evil@else.test"), ("code", "1")]).await;
    assert_eq!(forced.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_copy_has_every_row_that_names_them_and_none_of_who_they_are() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    app.person("Ada").await.open(&format!("/clients/{}", app.alpha.client)).await;
    let mut rosa = rosa(&app).await;
    let page = rosa.open("/me/help").await;
    rosa.press(&page, "Send the complaint", &[("words", "=Nobody called back")]).await;
    for (shape, kind) in [("page", "text/html"), ("csv", "text/csv"), ("json", "application/json")] {
        let file = rosa.post("/me/download", &[("shape", shape)]).await;
        assert_eq!(file.status, StatusCode::OK);
        let header = |name: &str| file.headers.get(name).unwrap().to_str().unwrap().to_owned();
        assert!(header("content-disposition").starts_with("attachment") && header("content-type").starts_with(kind));
        assert_eq!(header("cache-control"), "no-store");
        for words in ["Alpha Metal Works", "Harbor Loft Trust", "F train", "Nobody called back", "Your advisor at Alpha", "Rosa"] {
            let looked = words != "Your advisor at Alpha" || shape == "x";
            assert!(file.text().contains(words) || (!looked && file.text().contains("Another advisor at Alpha")), "{words} in {shape}");
        }
        if shape == "csv" {
            assert!(file.text().contains("'=Nobody"), "a spreadsheet does not take it for a formula");
        }
        if shape == "json" {
            serde_json::from_slice::<serde_json::Value>(&file.body).unwrap();
        }
    }
    assert_eq!(app.audited("copy.taken").await, 3);
    for _ in 0..20 {
        rosa.post("/me/download", &[("shape", "json")]).await;
    }
    let last = rosa.post("/me/download", &[("shape", "json")]).await;
    assert_eq!(last.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(rosa.open("/me/download").await.says("notes that one member of staff keeps for themselves"));
    drop(referred);
}

#[tokio::test]
async fn whoever_asks_to_be_deleted_is_seen_by_the_steward_and_may_think_again() {
    let app = TestApp::start().await;
    change(&app, "UPDATE enrollment SET advisor_id = (SELECT id FROM account WHERE name = 'Ada') WHERE program_id = 1").await;
    let mut rosa = rosa(&app).await;
    let page = rosa.open("/me/download").await;
    let asked = rosa.press(&page, "Ask to delete what is known of me", &[]).await;
    assert!(asked.says("We answer by"), "{}", asked.text());
    assert!(app.person("Ada").await.open("/today").await.says("wants to close the account"));
    let open = "SELECT count(*) FROM erasure_request WHERE settled_at IS NULL AND taken_back_at IS NULL";
    assert_eq!(one::<i64>(&app, open).await, 1);
    assert!(app.person("Stu").await.open("/erasures").await.status.is_success());
    let page = rosa.press(&asked, "I changed my mind", &[]).await;
    assert_eq!(one::<i64>(&app, open).await, 0);
    rosa.press(&page, "Ask to delete what is known of me", &[]).await;
    change(&app, "UPDATE erasure_request SET held_reason = 'an open case'").await;
    let page = rosa.open("/me/download").await;
    assert!(page.says("a rule makes us keep it for now") && !page.says("an open case"), "{}", page.text());
}

#[tokio::test]
async fn every_page_is_whole_in_every_language_small_and_has_a_way_out() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    app.person("Ada").await.open(&format!("/clients/{}", app.alpha.client)).await;
    let mut rosa = rosa_by_letter(&app, &referred).await;
    let english: Vec<String> = {
        let mut pages = Vec::new();
        for path in PAGES {
            pages.push(rosa.open(path).await.text());
        }
        pages
    };
    for (code, dir) in [("es", "ltr"), ("zh-Hans", "ltr"), ("zh-Hant", "ltr"), ("vi", "ltr"), ("ar", "rtl")] {
        let tag = code.to_owned();
        let set = app.db.write(Actor::system(), move |tx| {
            tx.execute("UPDATE person SET reads = ?1 WHERE first_name = 'Rosa'", [tag])?;
            tx.audit("test.changed", Object::none())
        });
        set.await.unwrap();
        for (path, english) in PAGES.iter().zip(&english) {
            let page = rosa.open(path).await;
            let text = page.text();
            assert!(text.contains(&format!("<html lang=\"{code}\" dir=\"{dir}\">")), "{code} {path}");
            assert!(text.contains("action=\"/me/leaving\""), "{code} {path}: no way out");
            assert!(!text.contains("rights-"), "{code} {path} shows a key");
            assert!(page.body.len() < 20_000, "{code} {path}: {} bytes", page.body.len());
            let title = english.split("<h1>").nth(1).unwrap().split('<').next().unwrap();
            assert!(!text.contains(&format!("<h1>{title}</h1>")), "{code} {path} is in English");
        }
    }
}

#[tokio::test]
async fn whoever_is_not_inside_is_asked_for_a_code_and_leaves_nothing_behind() {
    let app = TestApp::start().await;
    app.refer(&app.alpha).await;
    for path in PAGES {
        for mut person in [app.nobody(), app.person("Ada").await] {
            let page = person.look(path).await;
            assert!(page.leads_to().is_some_and(|to| to.starts_with("/me/sign-in")), "{path}: staff have no own pages either");
        }
    }
    let mut rosa = rosa(&app).await;
    let page = rosa.open("/me/profile").await;
    rosa.press(&page, "Sign out", &[]).await;
    assert!(rosa.look("/me/profile").await.leads_to().is_some_and(|to| to.starts_with("/me/sign-in")));
}
