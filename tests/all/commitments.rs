//! What was promised for a resource, by pressing buttons: written down, a task on its day, looked at once, changed, taken back.

use crate::house::{Page, Person, TestApp};
use axum::http::StatusCode;

/// A grant of Alpha's client, and the page of what was promised for it.
async fn granted(app: &TestApp, ada: &mut Person) -> Page {
    let address = format!("/clients/{}/resources", app.alpha.client);
    let page = ada.open(&address).await;
    ada.press(&page, "Save resource", &[("kind", "grant"), ("unit", "cents"), ("awarded", "5,000"), ("awarded_on", "2026-11-02")]).await;
    let id: String = app.db.read(|conn| Ok(conn.query_row("SELECT public_id FROM deployment", [], |row| row.get(0))?)).await.unwrap();
    assert!(ada.open(&address).await.says("Commitments for Grant"));
    ada.open(&format!("/resources/{id}/commitments")).await
}

/// Three jobs by the middle of December, looked at a week before too.
async fn promised(app: &TestApp, ada: &mut Person) -> Page {
    let page = granted(app, ada).await;
    let mut fields = page.form_with("Save the commitment").filled(
        "Save the commitment",
        &[("what", "Full-time jobs"), ("amount", "3"), ("due_on", "2026-12-15"), ("check_on", "2026-12-08")],
    );
    fields.dedup();
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    for _ in 0..2 {
        assert!(ada.post(&page.path, &fields).await.status.is_redirection());
    }
    let list = ada.open(&page.path).await;
    assert!(list.says("Full-time jobs: 3") && list.says("Next look December 8"), "{}", list.text());
    let count = "SELECT count(*) FROM commitment";
    assert_eq!(
        app.db.read(move |conn| Ok(conn.query_row(count, [], |row| row.get::<_, i64>(0))?)).await.unwrap(),
        1,
        "a double click is one"
    );
    let address = format!("/commitments/{}", list.between("href=\"/commitments/", "\""));
    ada.open(&address).await
}

#[tokio::test]
async fn on_its_day_it_is_a_task_and_what_was_found_stays() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let page = promised(&app, &mut ada).await;
    assert!(page.says("Still to come") && !page.says("Save what you found"), "{}", page.text());
    assert!(!ada.open("/today").await.says("is it kept?"));
    app.move_to("2026-12-08", 11);
    let mut ada = app.person("Ada").await;
    assert!(ada.open("/today").await.says("Alpha Metal Works: is it kept?"));
    assert!(!app.person("Bea").await.open("/today").await.says("is it kept?"));
    let page = ada.open(&page.path).await;
    let wrong = ada.press(&page, "Save what you found", &[("answer", "partly"), ("found_amount", "2")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.says("Say in a few words what is missing"), "{}", wrong.text());
    let found = ada.press(&wrong, "Save what you found", &[("words", "The third starts in January")]).await;
    for words in ["Partly kept", "There were 2 of 3", "The third starts in January"] {
        assert!(found.says(words), "{words}: {}", found.text());
    }
    assert!(!ada.open("/today").await.says("is it kept?"));
    let again = [("key", "0123456789abcdef"), ("on", "2026-12-08"), ("answer", "kept")];
    assert!(ada.post(&format!("{}/checks", page.path), &again).await.says("Somebody wrote down already what was found"));
    // The last day is looked at too, and nobody looks before it has come.
    let early = [("key", "fedcba9876543210"), ("on", "2026-12-15"), ("answer", "kept")];
    assert!(ada.post(&format!("{}/checks", page.path), &early).await.says("This check day has not come yet"));
    app.move_to("2026-12-23", 11);
    let mut ada = app.person("Ada").await;
    assert!(ada.open("/today").await.says("is it kept?"));
    let page = ada.open(&page.path).await;
    let found = ada.press(&page, "Save what you found", &[("answer", "kept"), ("found_amount", "3")]).await;
    assert!(found.says("Kept by December 15") && !found.says("Save what you found"), "{}", found.text());
    assert_eq!(app.audited("commitment.looked_at").await, 2);
}

#[tokio::test]
async fn it_is_changed_without_losing_what_was_found_and_taken_back() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let page = promised(&app, &mut ada).await;
    app.move_to("2026-12-08", 11);
    let mut ada = app.person("Ada").await;
    let seen = ada.open(&page.path).await;
    ada.press(&seen, "Save what you found", &[("answer", "broken"), ("words", "The order fell through")]).await;
    let (form, stale) = (ada.open(&format!("{}/facts", page.path)).await, ada.open(&format!("{}/facts", page.path)).await);
    let changed = ada.press(&form, "Save changes", &[("amount", "2"), ("due_on", "2027-03-01")]).await;
    for words in ["Full-time jobs: 2", "The order fell through", "March 1, 2027"] {
        assert!(changed.says(words), "{words}: {}", changed.text());
    }
    assert!(!changed.says("December 15"), "a day that nobody looked on goes with the change: {}", changed.text());
    let refused = ada.press(&stale, "Save changes", &[("what", "Mine")]).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert!(refused.says("Saved now: Full-time jobs") && refused.form_with("Save changes").value("what") == Some("Mine"));
    assert_eq!(app.person("Bea").await.open(&page.path).await.status, StatusCode::NOT_FOUND);
    let undo = format!("{}/undoing", page.path);
    assert!(ada.post(&undo, &[("version", "2")]).await.says("only for 24 hours"));
    let gone = app.person("Max").await.post(&undo, &[("version", "2")]).await;
    assert!(gone.status.is_redirection(), "a manager may");
    assert!(ada.open(&page.path).await.says("This commitment was taken back"));
    app.move_to("2027-03-02", 11);
    assert!(!app.person("Ada").await.open("/today").await.says("is it kept?"));
}
