//! Checks of a program's own equity by pressing buttons: looked at, signed as it stands, changed, asked for again, taken back.

use crate::house::{Page, Person, TestApp};
use axum::http::StatusCode;

async fn looked(max: &mut Person, stage: &str, decides: &str) -> Page {
    let form = max.open(&format!("/equity-checks/new?stage={stage}")).await;
    let typed = [("who_pays", "The city; applicants pay for the copies"), ("who_benefits", "Shops with a lease"), ("who_decides", decides)];
    max.press(&form, "Save the check", &typed).await
}

#[tokio::test]
async fn a_stage_is_looked_at_and_a_name_stands_under_the_words_as_they_were_read() {
    let app = TestApp::start().await;
    let (mut max, mut ada) = (app.person("Max").await, app.person("Ada").await);
    assert!(max.open("/equity-checks").await.says("Not looked at yet"));
    let wrong = looked(&mut max, "budget", "").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.says("Who decides? Write what you know, or that nobody knows"), "{}", wrong.text());
    assert!(wrong.says("applicants pay for the copies"), "what was typed stays: {}", wrong.text());
    let page = max.press(&wrong, "Save the check", &[("who_decides", "Three of staff; no maker")]).await;
    assert!(page.says("Three of staff; no maker") && page.says("Nobody yet"), "{}", page.text());
    let read = ada.open(&page.path).await;
    let signed = ada.press(&read, "Sign it", &[]).await;
    assert!(signed.says("Ada") && !signed.says("Sign it"), "{}", signed.text());
    ada.press(&read, "Sign it", &[]).await;
    assert_eq!(app.audited("equity_check.signed").await, 1, "signed twice it is one name");
    let form = max.open(&format!("{}/facts", page.path)).await;
    let changed = max.press(&form, "Save changes", &[("what_changed", "Two makers sit on the panel now")]).await;
    assert!(changed.says("Two makers sit on the panel now") && changed.says("Before it was changed"), "{}", changed.text());
    let late = ada.press(&read, "Sign it", &[]).await;
    assert_eq!(late.status, StatusCode::CONFLICT, "nobody signs what they have not read");
    assert!(ada.open(&page.path).await.says("Sign it"), "asked for again");
    let mut other = form.clone();
    other.body = form.text().replace(form.form_with("Save changes").value("key").unwrap(), "fedcba9876543210").into_bytes();
    let stale = max.press(&other, "Save changes", &[("what_changed", "Nothing")]).await;
    assert!(stale.status == StatusCode::CONFLICT && stale.says("This was changed since you opened it"), "{}", stale.text());
    assert!(max.open("/equity-checks").await.says("Something changed because of it"));
    let standing = max.open(&page.path).await;
    let list = max.press(&standing, "Take this check back", &[]).await;
    assert!(list.says("Nobody looked yet"), "{}", list.text());
}

#[tokio::test]
async fn only_a_manager_of_the_program_writes_it_and_only_its_staff_reads_it() {
    let app = TestApp::start().await;
    let page = looked(&mut app.person("Max").await, "design", "The board").await;
    assert_eq!(app.person("Bea").await.look(&page.path).await.status, StatusCode::NOT_FOUND, "another program's looks like none");
    let mut ada = app.person("Ada").await;
    assert!(!ada.open(&page.path).await.says("Take this check back"));
    assert_eq!(ada.look(&format!("{}/facts", page.path)).await.status, StatusCode::FORBIDDEN);
    assert_eq!(ada.look("/equity-checks/new").await.status, StatusCode::FORBIDDEN);
}
