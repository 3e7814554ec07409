//! Grants by pressing buttons: written down, goals counted live beside the time that has gone by, what is due, two editors, taken back.

use crate::house::{Page, Person, TestApp};
use axum::http::StatusCode;

/// A grant of Alpha's that began so many days ago and lasts a year, without a funder.
async fn granted(app: &TestApp, max: &mut Person, ago: i64) -> Page {
    let from = app.db.clock().today().plus_days(-ago);
    let (first, last) = (from.to_string(), from.plus_days(364).to_string());
    let form = max.open("/grants/new").await;
    let typed = [("name", "Makers fund"), ("number", "B-26-MC-0001"), ("from_on", first.as_str()), ("to_on", &last), ("budget", "120,000")];
    max.press(&form, "Save the grant", &typed).await
}

#[tokio::test]
async fn a_goal_is_counted_from_what_is_written_down_and_nobody_types_how_far_it_is() {
    let app = TestApp::start().await;
    let mut max = app.person("Max").await;
    assert!(max.open("/grants").await.says("No grant yet"));
    let page = granted(&app, &mut max, 30).await;
    assert!(page.says("B-26-MC-0001") && page.says("$120,000") && page.says("No goal yet"), "{}", page.text());
    let wrong = max.press(&page, "Set the goal", &[("measure", "services"), ("target", "24"), ("kind", "outcomes.lease_signed")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.says("has no such kind"), "{}", wrong.text());
    assert_eq!(wrong.form_with("Set the goal").value("target"), Some("24"), "what was typed stays");
    let page = max.press(&wrong, "Set the goal", &[("kind", "")]).await;
    assert!(page.says("0 so far, 24 promised") && page.says("Behind"), "{}", page.text());
    let again = max.press(&wrong, "Set the goal", &[("kind", "")]).await;
    assert_eq!(again.text().matches("Strike out").count(), page.text().matches("Strike out").count(), "a double click is one goal");
    let mut ada = app.person("Ada").await;
    let client = ada.open(&format!("/clients/{}", app.alpha.client)).await;
    for _ in 0..2 {
        let form = ada.open(&client.path).await;
        ada.press(&form, "Save service", &[("kind", "coaching"), ("minutes", "30"), ("channel", "phone")]).await;
    }
    assert!(max.open(&page.path).await.says("2 so far, 24 promised"), "counted live: {}", max.open(&page.path).await.text());
    let page = max.press(&page, "Set the goal", &[("measure", "contact_time"), ("target", "1")]).await;
    assert!(page.says("1.0 hours so far, 1.0 hours promised") && page.says("Reached"), "{}", page.text());
    let place = max.press(&page, "Set the goal", &[("measure", "trainings"), ("target", "2"), ("of_source", "yes")]).await;
    assert!(place.says("Say first who pays this grant"), "{}", place.text());
    let gone = max.press(&page, "Strike out: Services", &[]).await;
    assert!(!gone.says("24 promised"), "{}", gone.text());
    assert_eq!(app.person("Ada").await.look(&page.path).await.status, StatusCode::FORBIDDEN);
    assert_eq!(app.person("Mia").await.look(&page.path).await.status, StatusCode::NOT_FOUND, "another program's looks like none");
}

#[tokio::test]
async fn what_is_due_stands_on_the_managers_first_page_until_it_is_handed_in() {
    let app = TestApp::start().await;
    let mut max = app.person("Max").await;
    let page = granted(&app, &mut max, 10).await;
    let soon = app.db.clock().today().plus_days(6).to_string();
    let late = app.db.clock().today().plus_days(60).to_string();
    let page = max.press(&page, "Add it", &[("what", "First quarter report"), ("due_on", &soon)]).await;
    let page = max.press(&page, "Add it", &[("what", "Final report"), ("due_on", &late)]).await;
    let today = max.open("/today").await;
    assert!(today.says("First quarter report") && !today.says("Final report"), "{}", today.text());
    let done = max.press(&page, "Handed in: First quarter report", &[]).await;
    assert!(done.says("says Max"), "{}", done.text());
    assert!(!max.open("/today").await.says("First quarter report"));
    let stale = max.press(&page, "Handed in: First quarter report", &[]).await;
    assert_eq!(stale.status, StatusCode::CONFLICT, "somebody pressed before");
    let back = max.press(&done, "Not yet after all: First quarter report", &[]).await;
    assert!(!back.says("says Max"), "{}", back.text());
}

#[tokio::test]
async fn two_editors_never_overwrite_each_other_and_a_grant_can_be_taken_back() {
    let app = TestApp::start().await;
    let mut max = app.person("Max").await;
    let page = granted(&app, &mut max, 10).await;
    let form = max.open(&format!("{}/facts", page.path)).await;
    let wrong = max.press(&form, "Save changes", &[("to_on", "2020-01-01")]).await;
    assert!(wrong.says("The last day lies before the first"), "{}", wrong.text());
    let changed = max.press(&form, "Save changes", &[("name", "Makers fund II")]).await;
    assert!(changed.says("Makers fund II"), "{}", changed.text());
    let mut other = form.clone();
    other.body = form.text().replace(form.form_with("Save changes").value("key").unwrap(), "fedcba9876543210").into_bytes();
    let stale = max.press(&other, "Save changes", &[("name", "Third")]).await;
    assert!(stale.status == StatusCode::CONFLICT && stale.says("Saved now: Makers fund II"), "{}", stale.text());
    let list = max.press(&changed, "Take this grant back", &[]).await;
    assert!(list.says("No grant yet"), "{}", list.text());
    assert!(max.open(&page.path).await.says("This grant was taken back"));
}
