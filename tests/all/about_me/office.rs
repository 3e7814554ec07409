//! What staff do: a device is handed over and closes itself, what is read out is written down and forgotten, questions are switches.

use super::{WORDS, link, press, saved};
use crate::house::TestApp;
use axum::http::StatusCode;
use fairfloor::values::{Basis, Question};

#[tokio::test]
async fn a_device_that_is_handed_over_leads_to_no_staff_page_and_not_back_to_the_answers() {
    let app = TestApp::start().await;
    let mut device = app.person("Ada").await;
    let client = format!("/clients/{}", app.alpha.client);
    let page = device.open(&client).await;
    let page = device.press(&page, "Hand over this device to Rosa Doe", &[]).await;
    assert!(page.path.starts_with("/about-me/") && page.says("This device was handed to you"), "{}", page.text());
    assert!(device.open(&client).await.path.starts_with("/sign-in"), "the member of staff is signed out");
    let first = page.path.clone();
    let page = press(&mut device, &page, "Save and go on", &[("race", "BLACK"), ("own", WORDS)]).await;
    let page = press(&mut device, &page, "Save and go on", &[("sex", "FEMALE")]).await;
    let form = page.form_with("Save my answer");
    let fields = form.filled("Save my answer", &[("veteran", "VETERAN")]);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let done = device.post(&form.action, &fields).await;
    assert_eq!(done.leads_to(), Some("/handed-back?language=en"), "{}", done.text());
    assert_eq!((done.header("clear-site-data"), done.header("cache-control")), ("\"cache\"", "no-store"));
    let thanks = device.open("/handed-back?language=en").await;
    assert!(thanks.says("Please give the device back") && !thanks.text().contains("about-me"));
    for back in [first.clone(), form.action.clone(), format!("{first}/saved")] {
        assert_eq!(device.open(&back).await.status, StatusCode::NOT_FOUND, "{back}");
    }
    assert_eq!(device.post(&form.action, &fields).await.status, StatusCode::NOT_FOUND);
    assert_eq!(saved(&app).await.len(), 3);
}

#[tokio::test]
async fn a_sitting_can_be_stopped_and_a_second_one_closes_the_first() {
    let app = TestApp::start().await;
    let address = format!("/clients/{}/self-identification-sittings", app.alpha.client);
    let mut first = app.person("Ada").await;
    let begun = first.post(&address, &[("person", app.alpha.owner.as_str())]).await.leads_to().unwrap().to_owned();
    let mut second = app.person("Ada").await;
    let again = second.post(&address, &[("person", app.alpha.owner.as_str())]).await.leads_to().unwrap().to_owned();
    assert_eq!(first.open(&begun).await.status, StatusCode::NOT_FOUND);
    let page = second.open(&again).await;
    let page = press(&mut second, &page, "Stop here", &[]).await;
    assert!(page.path.starts_with("/handed-back"));
    assert_eq!(second.open(&again).await.status, StatusCode::NOT_FOUND);
    let mut bea = app.person("Bea").await;
    assert_eq!(bea.post(&address, &[("person", app.alpha.owner.as_str())]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_is_read_out_is_written_down_marked_told_and_forgotten() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let address = format!("/clients/{}/owners/{}/read-out", app.alpha.client, app.alpha.owner);
    let page = ada.open(&address).await;
    assert!(page.says("Read this out first") && !page.text().contains(" checked"), "{}", page.text());
    let unheard = ada.press(&page, "Save and forget", &[("race", "BLACK"), ("own", WORDS)]).await;
    assert_eq!(unheard.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unheard.text().contains("Zapoteca"), "what was typed is kept while it is put right");
    let done = ada.press(&unheard, "Save and forget", &[("heard", "yes"), ("race", "BLACK"), ("own", WORDS)]).await;
    assert_eq!(done.path, format!("/clients/{}", app.alpha.client), "{}", done.text());
    let written = saved(&app).await;
    assert_eq!(written.iter().map(|one| (one.question, one.basis)).collect::<Vec<_>>(), [(Question::Race, Basis::ReadOut)]);
    assert!(!ada.open(&address).await.text().contains(" checked"), "the page is empty again");
    for page in [done, ada.open(&address).await] {
        assert!(!page.text().contains("Zapoteca"), "{}", page.path);
    }
    let outbox = ada.open("/outbox").await;
    assert!(outbox.says("there is news") && !outbox.text().contains("Zapoteca"), "{}", outbox.text());
    assert_eq!(app.audited("self_identification.read_out").await, 1);
}

#[tokio::test]
async fn what_somebody_said_themselves_is_not_replaced_by_what_staff_write() {
    let app = TestApp::start().await;
    let path = link(&app).await;
    let mut rosa = app.nobody();
    let page = rosa.open(&path).await;
    press(&mut rosa, &page, "Save and go on", &[("race", "ASIAN")]).await;
    let mut ada = app.person("Ada").await;
    let page = ada.open(&format!("/clients/{}/owners/{}/read-out", app.alpha.client, app.alpha.owner)).await;
    ada.press(&page, "Save and forget", &[("heard", "yes"), ("race", "BLACK"), ("sex", "MALE")]).await;
    let kept: Vec<_> = saved(&app).await.iter().map(|one| (one.question, one.basis)).collect();
    assert_eq!(kept, [(Question::Race, Basis::OwnWord), (Question::Sex, Basis::ReadOut)]);
}

#[tokio::test]
async fn questions_are_switches_of_a_program_and_two_editors_do_not_overwrite_each_other() {
    let app = TestApp::start().await;
    let address = format!("/programs/{}/questions", app.alpha.id);
    let mut max = app.person("Max").await;
    let page = max.open(&address).await;
    assert!(page.says("What people are told first"), "{}", page.text());
    let form = page.form_with("Save");
    let saved = max.post(&form.action, &[("version", "0"), ("question", "race"), ("question", "military")]).await;
    assert_eq!(saved.leads_to(), Some(format!("{address}?saved=yes").as_str()), "{}", saved.text());
    let stale = max.post(&form.action, &[("version", "0"), ("question", "race")]).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert_eq!(app.audited("program.questions_set").await, 1);
    let path = link(&app).await;
    let mut rosa = app.nobody();
    let page = rosa.open(&path).await;
    assert!(
        page.says("Question 1 of 2") && !page.text().contains("name=\"own\"") && !page.text().contains("Add detail"),
        "{}",
        page.text()
    );
    let page = press(&mut rosa, &page, "Save and go on", &[("race", "WHITE")]).await;
    assert!(page.says("National Guard"));
    assert_eq!(app.person("Mia").await.open(&address).await.status, StatusCode::NOT_FOUND, "another program's manager");
    assert_eq!(app.person("Adam").await.open(&address).await.status, StatusCode::OK);
}
