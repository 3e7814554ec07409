//! Messages about a referral: who may write to whom, who reads what, and that an unanswered one is somebody's task.

use crate::house::{Page, Person, Referred, TestApp};
use axum::http::StatusCode;

async fn opened(app: &TestApp, referred: &Referred) -> (Person, Page) {
    let mut sal = app.nobody();
    let page = sal.open(&referred.partner_link).await;
    let page = sal.press(&page, "Open the request", &[("name", "Sal Silva")]).await;
    (sal, page)
}

/// A partner whose visit is open says yes.
async fn said_yes(app: &TestApp, mut sal: Person, desk: &str) -> Person {
    let page = sal.open(desk).await;
    let tomorrow = app.db.clock().today().plus_days(1).to_string();
    let typed = [("responsible_person", "Sal Silva"), ("first_contact_on", tomorrow.as_str()), ("eligibility_checked", "yes")];
    let form = page.forms().into_iter().find(|form| form.value("event") == Some("accept")).unwrap();
    let fields = form.filled("", &typed);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!(sal.post(&form.action, &fields).await.status, StatusCode::SEE_OTHER);
    sal
}

async fn notices(app: &TestApp) -> Vec<(String, String, String)> {
    app.db
        .read(|conn| {
            let mut statement = conn.prepare("SELECT audience, subject, body FROM outbox_message ORDER BY id")?;
            let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
        .await
        .unwrap()
}

#[tokio::test]
async fn what_rosa_writes_is_adas_task_until_she_answers_and_the_notice_says_nothing_of_it() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    let (mut rosa, mut ada) = (app.nobody(), app.person("Ada").await);
    let page = rosa.open(&referred.status_link).await;
    let page = rosa.press(&page, "Send the message", &[("body", "My landlord wants an answer by Friday")]).await;
    assert!(page.says("My landlord wants an answer by Friday") && page.says("Read by you and Ada"), "{}", page.text());
    let today = ada.open("/today").await;
    assert!(today.says("Alpha Metal Works: a message without reply"), "{}", today.text());
    assert!(!today.says("landlord"), "the list says that there is one, not what it says");
    let page = ada.open(&format!("/referrals/{}", referred.referral)).await;
    assert!(page.says("Not answered") && page.says("My landlord wants an answer by Friday"));
    let before = notices(&app).await.len();
    ada.press(&page, "Send the message", &[("body", "I call them tomorrow at nine")]).await;
    let written = notices(&app).await.split_off(before);
    assert_eq!(written.len(), 1);
    assert!(written.iter().all(|(audience, subject, body)| audience == "entrepreneur" && !format!("{subject}{body}").contains("tomorrow")));
    assert!(!ada.open("/today").await.says("a message without reply"));
    assert!(rosa.open(&referred.status_link).await.says("I call them tomorrow at nine"));
    // One that needs no answer is set aside, and the record keeps both.
    let page = rosa.open(&referred.status_link).await;
    rosa.press(&page, "Send the message", &[("body", "Thank you")]).await;
    let page = ada.open(&format!("/referrals/{}", referred.referral)).await;
    let unsaid = ada.press(&page, "No answer needed", &[]).await;
    assert!(unsaid.status == StatusCode::UNPROCESSABLE_ENTITY && unsaid.says("why no answer is needed"), "{}", unsaid.text());
    let page = ada.press(&unsaid, "No answer needed", &[("why", "She only said thank you")]).await;
    assert!(page.says("No answer needed: She only said thank you"), "{}", page.text());
    assert!(!ada.open("/today").await.says("a message without reply"));
    assert_eq!((app.audited("message.written").await, app.audited("message.settled").await), (3, 1));
}

#[tokio::test]
async fn a_partner_reads_only_what_was_addressed_to_it_and_only_while_it_takes_part() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    let (mut rosa, mut ada) = (app.nobody(), app.person("Ada").await);
    let page = rosa.open(&referred.status_link).await;
    rosa.press(&page, "Send the message", &[("body", "SECRET-BEFORE")]).await;
    let (mut early, page) = opened(&app, &referred).await;
    assert!(!page.text().contains("SECRET-BEFORE") && !page.text().contains("Send the message"));
    let thread = format!("/p/r/{}/messages", referred.referral);
    assert_eq!(early.look(&thread).await.status, StatusCode::NOT_FOUND);
    let fields = [("key", "0123456789abcdef"), ("readers", "both"), ("body", "Hello")];
    let refused = early.post(&thread, &fields).await;
    assert!(!refused.status.is_success() && !refused.status.is_redirection(), "{}", refused.status);

    let mut sal = said_yes(&app, early, &format!("/p/r/{}", referred.referral)).await;
    let page = rosa.open(&referred.status_link).await;
    rosa.press(&page, "Send the message", &[("body", "SECRET-TO-ADA"), ("readers", "client")]).await;
    let page = rosa.open(&referred.status_link).await;
    rosa.press(&page, "Send the message", &[("body", "I can come at ten"), ("readers", "both")]).await;
    let page = ada.open(&format!("/referrals/{}", referred.referral)).await;
    ada.press(&page, "Send the message", &[("body", "SECRET-TO-ROSA"), ("readers", "client")]).await;
    let page = ada.open(&format!("/referrals/{}", referred.referral)).await;
    ada.press(&page, "Send the message", &[("body", "Mind the dock, please"), ("readers", "partner")]).await;

    let desk = sal.open(&format!("/p/r/{}", referred.referral)).await;
    assert!(desk.says("I can come at ten") && desk.says("Mind the dock, please"), "{}", desk.text());
    let desk = sal.press(&desk, "Send the message", &[("body", "Ten is fine"), ("readers", "both")]).await;
    for page in [desk, sal.open(&thread).await] {
        assert_eq!(page.status, StatusCode::OK);
        assert!(!page.text().contains("SECRET"), "{}", page.text());
    }
    let page = rosa.open(&format!("{}/messages", referred.status_link)).await;
    assert!(page.says("Ten is fine") && page.says("SECRET-TO-ROSA") && !page.says("Mind the dock"), "{}", page.text());

    let page = rosa.open(&format!("{}/stopping", referred.status_link)).await;
    rosa.press(&page, "Stop this referral", &[]).await;
    assert_eq!(sal.look(&thread).await.status, StatusCode::NOT_FOUND);
    assert_eq!(sal.post(&thread, &fields).await.status, StatusCode::NOT_FOUND);
    let page = rosa.open(&referred.status_link).await;
    assert!(!page.text().contains("value=\"both\""), "nobody writes to a partner that was told to stop");
}

#[tokio::test]
async fn a_message_without_words_or_too_long_comes_back_with_what_was_typed_and_twice_is_once() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    let mut rosa = app.nobody();
    let page = rosa.open(&referred.status_link).await;
    let empty = rosa.press(&page, "Send the message", &[("body", "  ")]).await;
    assert!(empty.status == StatusCode::UNPROCESSABLE_ENTITY && empty.says("Write your message first"), "{}", empty.text());
    let long = "é".repeat(2_001);
    let page = rosa.press(&page, "Send the message", &[("body", &long)]).await;
    assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.says("It has 2,001") && page.says(&long));
    let foreign = rosa.press(&page, "Send the message", &[("body", "To the partner"), ("readers", "partner")]).await;
    assert_eq!(foreign.status, StatusCode::UNPROCESSABLE_ENTITY);
    let form = page.form_with("Send the message");
    let fields = form.filled("Send the message", &[("body", "Once")]);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    for _ in 0..2 {
        assert_eq!(rosa.post(&form.action, &fields).await.status, StatusCode::SEE_OTHER);
    }
    assert_eq!(app.audited("message.written").await, 1);
    let dead = rosa.post(&format!("/s/{}/messages", "0".repeat(52)), &fields).await;
    assert_eq!(dead.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_message_that_its_advisor_does_not_answer_is_the_managers_task() {
    let app = TestApp::start().await;
    app.move_to("2027-03-09", 10);
    let referred = app.refer(&app.alpha).await;
    let mut rosa = app.nobody();
    let page = rosa.open(&referred.status_link).await;
    rosa.press(&page, "Send the message", &[("body", "Can we talk before Friday?")]).await;
    assert!(!app.person("Max").await.open("/today").await.says("a message without reply"), "it is Ada's first");
    app.move_to("2027-03-10", 12);
    assert!(!app.person("Max").await.open("/today").await.says("a message without reply"), "one business day");
    app.move_to("2027-03-11", 12);
    let (mut max, mut ada) = (app.person("Max").await, app.person("Ada").await);
    let page = max.open("/today").await;
    assert!(page.says("a message without reply") && page.says("Ada has not answered yet"), "{}", page.text());
    assert!(ada.open("/today").await.says("The client wrote to you"), "and it stays hers");
    // One press leads to the thread, with the cursor in the field.
    assert!(page.text().contains(&format!("/referrals/{}/messages#body", referred.referral)), "{}", page.text());
    let thread = max.open(&format!("/referrals/{}/messages", referred.referral)).await;
    assert!(thread.text().contains("id=\"body\""));
    max.press(&thread, "Send the message", &[("body", "Call me at three")]).await;
    for who in [&mut max, &mut ada] {
        assert!(!who.open("/today").await.says("a message without reply"), "an answer by anybody of the program clears it: {}", who.name);
    }
}

#[tokio::test]
async fn a_message_to_somebody_who_is_away_or_gone_goes_to_the_managers_at_once() {
    let app = TestApp::start().await;
    app.move_to("2027-03-09", 10);
    let referred = app.refer(&app.alpha).await;
    let (mut rosa, mut ada, mut max, mut mia) = (app.nobody(), app.person("Ada").await, app.person("Max").await, app.person("Mia").await);
    let page = ada.open("/account").await;
    let wrong = ada.press(&page, "Save how long you are away", &[("away_until", "2027-03-01")]).await;
    assert!(wrong.status == StatusCode::UNPROCESSABLE_ENTITY && wrong.says("Choose a day from today"), "{}", wrong.text());
    let page = ada.press(&page, "Save how long you are away", &[("away_until", "2027-03-16")]).await;
    assert!(page.says("messages to you go to your managers too"), "{}", page.text());
    let page = rosa.open(&referred.status_link).await;
    rosa.press(&page, "Send the message", &[("body", "Can we talk before Friday?")]).await;
    let page = max.open("/today").await;
    assert!(page.says("Ada is away until March 16"), "{}", page.text());
    assert!(!mia.open("/today").await.says("a message without reply"), "another program's");
    let page = ada.open("/account").await;
    ada.press(&page, "Save how long you are away", &[("away_until", "")]).await;
    assert!(!max.open("/today").await.says("a message without reply"), "she is back");
    let key = app.account("Ada").0;
    app.db
        .write(fairfloor::store::Actor::system(), move |tx| {
            tx.execute("UPDATE account SET disabled_at = 1 WHERE id = ?1", [key])?;
            tx.audit("test.closed", fairfloor::store::Object::none())
        })
        .await
        .unwrap();
    let page = max.open("/today").await;
    assert!(page.says("Ada is not here any more"), "{}", page.text());
}
