//! No wrong door: what a client asks for and whom a partner sends waits, with its clock, until somebody takes it.

use crate::house::{Page, Person, Referred, TestApp};
use axum::http::StatusCode;
use fairfloor::store::{Actor, Object};

async fn asked(app: &TestApp, link: &str) -> Page {
    let mut rosa = app.nobody();
    let page = rosa.open(&format!("{link}/requests")).await;
    rosa.press(&page, "Ask for help", &[("kind", "workforce"), ("need", "Two welders for the night")]).await
}

async fn visit(app: &TestApp, referred: &Referred) -> Person {
    let mut sal = app.nobody();
    let page = sal.open(&referred.partner_link).await;
    sal.press(&page, "Open the request", &[("name", "Sal Silva")]).await;
    sal
}

const ANA: &[(&str, &str)] = &[
    ("person_name", "Ana Reyes"),
    ("telephone", "718 555 0199"),
    ("kind", "entrepreneurship"),
    ("need", "Wants to open a bakery"),
    ("agreed", "yes"),
];

async fn time_passes(app: &TestApp, days: i64) {
    let passed = app.db.write(Actor::system(), move |tx| {
        for table in ["referral", "inbound"] {
            let column = if table == "referral" { "created_at" } else { "at" };
            tx.execute(&format!("UPDATE {table} SET {column} = {column} - ?1 * 86400000"), [days])?;
        }
        tx.audit("time.passed", Object::none())
    });
    passed.await.unwrap();
}

#[tokio::test]
async fn what_rosa_asks_for_waits_for_anyone_of_the_team_until_somebody_takes_it() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    let page = asked(&app, &referred.status_link).await;
    assert!(page.says("R-1002") && page.says("We have it. Somebody answers you by"), "{}", page.text());
    let (mut ada, mut max, mut bea) = (app.person("Ada").await, app.person("Max").await, app.person("Bea").await);
    for person in [&mut ada, &mut max] {
        let queue = person.open("/referrals/triage").await;
        assert!(queue.says("Alpha Metal Works asks for help with") && queue.says("Two welders for the night"), "{}", queue.text());
    }
    assert!(!bea.open("/referrals/triage").await.says("Alpha Metal Works"));
    assert!(ada.open("/today").await.says("Alpha Metal Works asks for help with"));
    assert!(ada.open("/referrals").await.says("Waiting to be taken (1)"));
    time_passes(&app, 9).await;
    assert!(ada.open("/referrals/triage").await.says("Late"), "the clock of two business days");
    let link = ada.open("/referrals/triage").await.between("<h3><a href=\"", "\"");
    let draft = max.open(&link).await;
    let taken = max.press(&draft, "Take it", &[("advisor", &app.account("Ada").0.to_string())]).await;
    assert_eq!(taken.status, StatusCode::OK, "{}", taken.text());
    assert!(ada.open("/referrals/triage").await.says("Nothing waits"));
    let rosa = app.nobody().open(&format!("{}/requests", referred.status_link)).await;
    assert!(rosa.says("Ada looks after it."), "{}", rosa.text());
    assert_eq!(app.audited("referral.taken").await, 1);
}

#[tokio::test]
async fn a_request_that_cannot_be_helped_with_is_dropped_with_a_reason_that_rosa_reads() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    asked(&app, &referred.status_link).await;
    let mut ada = app.person("Ada").await;
    let link = ada.open("/referrals/triage").await.between("<h3><a href=\"", "\"");
    let draft = ada.open(&link).await;
    ada.press(&draft, "Save: Drop this draft", &[("reason_text", "The night shift is not allowed there")]).await;
    assert!(ada.open("/referrals/triage").await.says("Nothing waits"));
    let told = "SELECT told FROM referral_event WHERE event = 'discard'";
    let told: String = app.db.read(move |conn| Ok(conn.query_row(told, [], |row| row.get(0))?)).await.unwrap();
    assert!(told.contains("Your request was not sent to anyone"), "{told}");
    let rosa = app.nobody().open(&format!("{}/requests", referred.status_link)).await;
    assert!(rosa.says("This is over."));
}

#[tokio::test]
async fn nobody_floods_the_queue_and_bad_input_comes_back_as_typed() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    let mut rosa = app.nobody();
    let page = rosa.open(&format!("{}/requests", referred.status_link)).await;
    let empty = rosa.press(&page, "Ask for help", &[("need", "Something")]).await;
    assert!(empty.status == StatusCode::UNPROCESSABLE_ENTITY && empty.text().contains("Something"));
    for _ in 0..5 {
        assert_eq!(asked(&app, &referred.status_link).await.status, StatusCode::OK);
    }
    let sixth = asked(&app, &referred.status_link).await;
    assert!(sixth.status == StatusCode::UNPROCESSABLE_ENTITY && sixth.says("5 of your requests wait"), "{}", sixth.text());
}

#[tokio::test]
async fn a_partner_sends_somebody_with_their_yes_and_an_advisor_takes_her_as_a_client() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    let mut sal = visit(&app, &referred).await;
    let path = format!("/p/r/{}/somebody", referred.referral);
    let page = sal.open(&path).await;
    let without: Vec<(&str, &str)> = ANA.iter().copied().filter(|(name, _)| *name != "agreed").collect();
    let refused = sal.press(&page, "Send us this person", &without).await;
    assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.says("Ask them first"), "{}", refused.text());
    let sent = sal.press(&refused, "Send us this person", &[("agreed", "yes")]).await;
    assert!(sent.says("It waits for the next advisor") && !sent.says("Ana Reyes"), "{}", sent.text());
    let (mut ada, mut bea) = (app.person("Ada").await, app.person("Bea").await);
    assert!(!bea.open("/referrals/triage").await.says("Ana Reyes"));
    let link = ada.open("/referrals/triage").await.between("<h3><a href=\"", "\"");
    assert_eq!(bea.look(&link).await.status, StatusCode::NOT_FOUND);
    let page = ada.open(&link).await;
    assert!(page.says("718 555 0199") && page.says("Harbor Loft Trust"), "{}", page.text());
    let draft = ada.press(&page, "Take it", &[]).await;
    assert!(draft.says("Wants to open a bakery") && draft.says("Ana Reyes"), "{}", draft.text());
    assert!(draft.says("name given: Sal Silva"), "the history says who sent her");
    assert!(ada.open("/referrals/triage").await.says("Nothing waits"));
    let again = ada.post(&format!("{link}/taking"), &[("key", "0123456789abcdef"), ("client", "new")]).await;
    assert!(again.status == StatusCode::UNPROCESSABLE_ENTITY, "taken once");
    assert!(sal.open(&path).await.says("Somebody has called them"));
}

#[tokio::test]
async fn somebody_who_is_sent_and_cannot_be_helped_is_told_why_before_it_closes() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    let mut sal = visit(&app, &referred).await;
    let page = sal.open(&format!("/p/r/{}/somebody", referred.referral)).await;
    sal.press(&page, "Send us this person", ANA).await;
    let mut ada = app.person("Ada").await;
    let link = ada.open("/referrals/triage").await.between("<h3><a href=\"", "\"");
    let page = ada.open(&link).await;
    let tomorrow = app.db.clock().today().plus_days(1).to_string();
    let ahead = ada.press(&page, "Close it", &[("why", "She found a place"), ("told_on", &tomorrow)]).await;
    assert!(ahead.status == StatusCode::UNPROCESSABLE_ENTITY && ahead.text().contains("She found a place"));
    let today = app.db.clock().today().to_string();
    let closed = ada.press(&ahead, "Close it", &[("told_on", &today)]).await;
    assert!(closed.says("Nothing waits"), "{}", closed.text());
    assert_eq!(app.audited("inbound.closed").await, 1);
}
