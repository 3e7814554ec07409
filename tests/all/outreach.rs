//! Outreach by pressing buttons: written down, changed, who came of it, from people met to clients, taken back. Cells of a table are read
//! without a space between them.

use crate::house::{Page, Person, TestApp};
use axum::http::StatusCode;

async fn written(app: &TestApp, ada: &mut Person, title: &str, place: &str, ago: i64, counts: (&str, &str)) -> Page {
    let on = app.db.clock().today().plus_days(-ago).to_string();
    let form = ada.open("/outreach/new").await;
    let typed = [
        ("kind", "door_knock"),
        ("title", title),
        ("place", place),
        ("on", &on),
        ("language", "es"),
        ("reached", counts.0),
        ("contacts", counts.1),
    ];
    ada.press(&form, "Save outreach", &typed).await
}

/// Alpha's client became one so long ago.
async fn enrolled(app: &TestApp, ago: i64) {
    let (client, on) = (app.alpha.client_key, app.db.clock().today().plus_days(-ago));
    let moved = app.db.write(fairfloor::store::Actor::system(), move |tx| {
        tx.execute("UPDATE enrollment SET from_on = ?1 WHERE business_id = ?2", rusqlite::params![on, client])?;
        tx.audit("test.moved", fairfloor::store::Object::none())
    });
    moved.await.unwrap();
}

#[tokio::test]
async fn outreach_is_written_down_counted_and_changed() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    assert!(ada.open("/outreach").await.says("No outreach in these days"));
    let wrong = written(&app, &mut ada, "Canal Street", "", 3, ("10", "12")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.says("Only 10 were spoken to"), "{}", wrong.text());
    assert_eq!(wrong.form_with("Save outreach").value("title"), Some("Canal Street"), "what was typed stays");
    let page = ada.press(&wrong, "Save outreach", &[("place", "Canal Street"), ("contacts", "4")]).await;
    for words in ["Door to door, in Spanish", "Canal Street", "10 people", "4 people", "Ada"] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    written(&app, &mut ada, "The old mill", "Mill District", 40, ("100", "9")).await;
    let list = ada.open("/outreach").await;
    assert!(list.says("Door to door2110130") && list.says("Canal Street11040"), "{}", list.text());
    let from = app.db.clock().today().plus_days(-10).to_string();
    let some = ada.open(&format!("/outreach?from={from}")).await;
    assert!(some.says("Door to door11040") && !some.says("The old mill"), "{}", some.text());
    assert_eq!(ada.look("/outreach?from=yesterdayish").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let form = ada.open(&format!("{}/facts", page.path)).await;
    let changed = ada.press(&form, "Save changes", &[("reached", "11")]).await;
    assert!(changed.says("11 people"), "{}", changed.text());
    let mut other = form.clone();
    other.body = form.text().replace(form.form_with("Save changes").value("key").unwrap(), "fedcba9876543210").into_bytes();
    let stale = ada.press(&other, "Save changes", &[("reached", "12")]).await;
    assert!(stale.status == StatusCode::CONFLICT && stale.says("11 spoken to"), "{}", stale.text());
    assert_eq!(app.person("Bea").await.look(&page.path).await.status, StatusCode::NOT_FOUND, "another program's looks like none");
}

#[tokio::test]
async fn who_came_of_it_is_put_there_once_and_only_if_they_became_clients_afterwards() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    enrolled(&app, 20).await;
    let early = written(&app, &mut ada, "The old mill", "Mill District", 40, ("100", "9")).await;
    let late = written(&app, &mut ada, "Canal Street", "Canal Street", 3, ("10", "4")).await;
    let found = ada.open(&format!("{}?q=Alpha", late.path)).await;
    let button = |page: &Page| {
        let buttons = page.forms().into_iter().flat_map(|form| form.buttons).map(|(words, _)| words);
        buttons.into_iter().find(|words| words.starts_with("Came of it")).unwrap()
    };
    let refused = ada.press(&found, &button(&found), &[]).await;
    assert!(refused.says("was a client since") && refused.says("already, before this outreach"), "{}", refused.text());
    let found = ada.open(&format!("{}?q=Alpha", early.path)).await;
    let came = ada.press(&found, &button(&found), &[]).await;
    assert!(came.says("Alpha Metal WorksF-0001"), "{}", came.text());
    ada.press(&found, &button(&found), &[]).await;
    assert!(ada.open("/outreach").await.says("Mill District110091"), "pressed twice it is one client");
    let none = ada.open(&format!("{}?q=Beta", early.path)).await;
    assert!(none.says("No other client is called"), "another program's client is not found: {}", none.text());
    let gone = ada.press(&came, "Not from here: Alpha Metal Works", &[]).await;
    assert!(gone.says("None yet"), "{}", gone.text());
    ada.press(&found, &button(&found), &[]).await;
    let page = ada.open(&early.path).await;
    let back = ada.press(&page, "Take this outreach back", &[]).await;
    assert!(!back.says("The old mill") && back.says("Canal Street"), "{}", back.text());
    assert!(ada.open(&early.path).await.says("It counts nowhere"));
}
