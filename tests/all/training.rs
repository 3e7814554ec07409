//! Training events by pressing buttons: written down, changed, who came by name, how many in all, taken back.

use crate::house::{Page, Person, TestApp};

/// A training of two sessions, written down by Ada.
async fn held(app: &TestApp, ada: &mut Person) -> Page {
    let form = ada.open("/trainings/new").await;
    let fields = form.form_with("Save the training");
    let (first, second) = (app.db.clock().today().plus_days(-9).to_string(), app.db.clock().today().plus_days(-2).to_string());
    let mut typed = fields.filled(
        "Save the training",
        &[
            ("title", "Bidding on city work"),
            ("topic", "government_contracts"),
            ("hours", "4.5"),
            ("fee", "20"),
            ("city", "Columbus"),
            ("state", "OH"),
            ("partner", "sbdc"),
        ],
    );
    typed.retain(|(name, _)| name != "on");
    typed.extend([second, first].map(|day| ("on".to_owned(), day)));
    let typed: Vec<(&str, &str)> = typed.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let saved = ada.post("/trainings", &typed).await;
    let twice = ada.post("/trainings", &typed).await;
    assert_eq!(saved.leads_to(), twice.leads_to(), "a double click is one training: {}", saved.text());
    ada.open(saved.leads_to().unwrap()).await
}

#[tokio::test]
async fn a_training_is_written_down_seen_and_changed() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    assert!(ada.open("/trainings").await.says("No training yet"));
    let page = held(&app, &mut ada).await;
    for words in ["Bidding on city work", "2 sessions", "Government contracts", "Columbus, OH", "4.5", "$20", "SBDC"] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    assert!(ada.open("/trainings").await.says("0 people came."));
    let form = ada.open(&format!("{}/facts", page.path)).await;
    let changed = ada.press(&form, "Save changes", &[("title", "Bidding on county work")]).await;
    assert!(changed.says("Bidding on county work"), "{}", changed.text());
    // The form that was opened before knows an older version: nothing is overwritten, and what was typed stays.
    let stale = ada.press(&form_again(&form), "Save changes", &[("title", "Mine")]).await;
    assert_eq!(stale.status.as_u16(), 409);
    assert!(stale.says("Saved now: Bidding on county work"));
    assert_eq!(stale.form_with("Save changes").value("title"), Some("Mine"));
    let wrong = ada.press(&stale, "Save changes", &[("title", ""), ("state", "")]).await;
    assert_eq!(wrong.status.as_u16(), 422);
    assert!(wrong.says("Say in which state the city is"), "{}", wrong.text());
}

/// The same form with another key, as another window has it.
fn form_again(page: &Page) -> Page {
    let mut page = page.clone();
    let key = page.form_with("Save changes").value("key").unwrap().to_owned();
    page.body = page.text().replace(&key, "fedcba9876543210").into_bytes();
    page
}

#[tokio::test]
async fn who_came_is_named_where_they_are_a_client_and_counted_otherwise() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let page = held(&app, &mut ada).await;
    let none = ada.open(&format!("{}?q=Bill", page.path)).await;
    assert!(none.says("Whoever is no client is counted below, without a name."), "another program's client is not found");
    let found = ada.open(&format!("{}?q=Rosa", page.path)).await;
    let button =
        found.forms().into_iter().flat_map(|form| form.buttons).map(|(words, _)| words).find(|words| words.starts_with("Came")).unwrap();
    let refused = ada.press(&found, &button, &[("sessions", "3")]).await;
    assert!(refused.says("This training has 2 sessions"), "{}", refused.text());
    let found = ada.open(&format!("{}?q=Rosa", page.path)).await;
    let came = ada.press(&found, &button, &[("sessions", "1")]).await;
    assert!(came.says("Rosa") && came.says("Alpha Metal Works 1 session"), "{}", came.text());
    let client = ada.open(&format!("/clients/{}?show=trainings", app.alpha.client)).await;
    assert!(client.says("Training: Bidding on city work") && client.says("Came: Rosa"), "{}", client.text());

    let wrong = ada.press(&came, "Save the count", &[("total", "10"), ("in_business", "8"), ("not_yet", "3")]).await;
    assert_eq!(wrong.status.as_u16(), 422);
    assert!(wrong.says("more than the total of 10"), "{}", wrong.text());
    let counted = ada.press(&wrong, "Save the count", &[("in_business", "7")]).await;
    assert!(counted.says("10 in all"), "{}", counted.text());
    assert!(ada.open("/trainings").await.says("10 people came."));
    // The manager of the program may mend the list; nobody of another program finds it.
    let gone = app.person("Max").await.open(&page.path).await;
    let mend = gone.forms().into_iter().find(|form| form.action.ends_with("/removal")).unwrap().action;
    assert_eq!(app.person("Bea").await.post(&mend, &[]).await.status.as_u16(), 404);
    assert!(app.person("Max").await.post(&mend, &[]).await.status.is_redirection());
    assert!(!ada.open(&format!("/clients/{}", app.alpha.client)).await.says("Training: Bidding"));
    assert_eq!(app.audited("training.not_attended").await, 1);
}

#[tokio::test]
async fn a_training_is_taken_back_within_a_day_by_whoever_wrote_it_down() {
    let app = TestApp::start().await;
    let (mut ada, mut max) = (app.person("Ada").await, app.person("Max").await);
    let page = held(&app, &mut ada).await;
    let undo = format!("{}/undoing", page.path);
    assert!(max.post(&undo, &[("version", "1")]).await.says("Only Ada can take this training back"));
    assert_eq!(ada.post(&undo, &[("version", "7")]).await.status.as_u16(), 409);
    let list = ada.press(&page, "Take this training back", &[]).await;
    assert!(list.says("No training yet"), "{}", list.text());
    assert!(ada.open(&page.path).await.says("This training was taken back"));
    let page = held(&app, &mut ada).await;
    app.move_on(24 * 60 + 1);
    let mut ada = app.person("Ada").await;
    assert!(ada.post(&format!("{}/undoing", page.path), &[("version", "1")]).await.says("only for 24 hours"));
}
