//! A question that names nobody goes to partners before anything is shared, and its answers come back.

use crate::house::TestApp;
use axum::http::StatusCode;
use fairfloor::auth::links;
use fairfloor::store::Actor;

/// The link of the question that was asked last.
async fn link(app: &TestApp) -> String {
    let found = app.db.write(Actor::system(), |tx| {
        let link: i64 = tx.query_row("SELECT link_id FROM question_partner ORDER BY id DESC LIMIT 1", [], |row| row.get(0))?;
        links::address(tx, &tx.keys(), "", link)
    });
    found.await.unwrap()
}

#[tokio::test]
async fn a_question_that_names_the_client_is_refused_and_says_by_which_word() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    let mut ada = app.person("Ada").await;
    let page = ada.open(&format!("/clients/{}/questions?kind=real_estate", app.alpha.client)).await;
    let typed = [("text", "Rosa of Alpha Metal Works needs 5,000 sq ft"), ("contact", referred.contact.as_str())];
    let page = ada.press(&page, "Ask", &typed).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.says("\"Rosa\": it is the name of a person") && page.says("it is the name of the business"), "{}", page.text());
    assert!(page.says("needs 5,000 sq ft"), "what was typed is kept");
    assert_eq!(app.audited("question.asked").await, 0);
}

#[tokio::test]
async fn an_answer_comes_back_by_link_and_becomes_a_referral_in_one_press() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    let mut ada = app.person("Ada").await;
    let page = ada.open(&format!("/clients/{}/questions?kind=real_estate", app.alpha.client)).await;
    let words = "Is anything with 400 A, 3-phase, 5,000 sq ft free in March?";
    let page = ada.press(&page, "Ask", &[("text", words), ("contact", referred.contact.as_str())]).await;
    assert!(page.says(words) && page.says("No answer yet"), "{}", page.text());
    let address = link(&app).await;
    let mut sal = app.nobody();
    for _ in 0..3 {
        let page = sal.open(&address).await;
        assert!(page.says(words) && !page.says("Alpha Metal Works") && !page.says("Rosa"), "{}", page.text());
    }
    let page = sal.open(&address).await;
    let none = sal.press(&page, "Send this answer", &[("name", "Sal")]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY, "nothing is chosen beforehand");
    let typed = [("answer", "yes"), ("sentence", "Unit 4, from the first"), ("on", "2027-03-01"), ("name", "Sal Silva")];
    let page = sal.press(&none, "Send this answer", &typed).await;
    assert!(page.says("Thank you. Your answer is recorded"));
    let (used, never) = (sal.open(&address).await, sal.open(&format!("/q/{}", "0".repeat(52))).await);
    assert!(used.status == StatusCode::NOT_FOUND && used.text() == never.text());
    assert!(ada.open("/today").await.says("Harbor Loft Trust says yes"));
    let page = ada.open(&format!("/clients/{}", app.alpha.client)).await;
    assert!(page.says("Unit 4, from the first"));
    let page = ada.press(&page, "Refer them to Harbor Loft Trust", &[]).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    assert!(page.path.starts_with("/referrals/") && page.says(words), "{} {}", page.path, page.text());
}
