//! Who pays by pressing buttons: funders with what banks owe to the rule, what clients bring, and the days from asking to payment. Cells of a
//! table are read without a space between them.

use crate::house::{Page, Person, TestApp};
use axum::http::StatusCode;

fn funding(app: &TestApp) -> String {
    format!("/programs/{}/funding", app.alpha.id)
}

async fn add_bank(app: &TestApp, max: &mut Person, more: &[(&str, &str)]) -> Page {
    let form = max.open(&format!("/programs/{}/funding-sources/new", app.alpha.id)).await;
    let typed: Vec<(&str, &str)> =
        [("name", "Harbor small loans"), ("kind", "bank"), ("institution", "Harbor Bank")].iter().chain(more).copied().collect();
    max.press(&form, "Add funder", &typed).await
}

async fn given(app: &TestApp, ada: &mut Person, fields: &[(&str, &str)]) -> Page {
    let page = ada.open(&format!("/clients/{}/resources", app.alpha.client)).await;
    ada.press(&page, "Save resource", fields).await
}

#[tokio::test]
async fn a_bank_without_its_test_is_named_as_incomplete_until_somebody_says_it() {
    let app = TestApp::start().await;
    let mut max = app.person("Max").await;
    let page = add_bank(&app, &mut max, &[]).await;
    assert_eq!(page.path, funding(&app));
    assert!(page.says("incomplete") && page.says("the test and the purpose"), "{}", page.text());
    let again = add_bank(&app, &mut max, &[]).await;
    assert!(again.status == StatusCode::UNPROCESSABLE_ENTITY && again.says("on the list already"), "{}", again.text());
    assert_eq!(again.form_with("Add funder").value("institution"), Some("Harbor Bank"), "what was typed stays");
    let address = page.link("Change Harbor small loans");
    let form = max.open(&address).await;
    let wrong = max.press(&form, "Save changes", &[("kind", "public")]).await;
    assert!(wrong.status == StatusCode::UNPROCESSABLE_ENTITY && wrong.says("of bank money alone"), "{}", wrong.text());
    let done = max.press(&form, "Save changes", &[("cra_test", "lending"), ("cra_purpose", "economic_development")]).await;
    assert!(!done.says("incomplete") && done.says("Lending test") && done.says("rule of 1995"), "{}", done.text());
    let stale = max.press(&form, "Save changes", &[("name", "Harbor loans")]).await;
    assert!(stale.status == StatusCode::CONFLICT && stale.says("changed since you opened it"), "{}", stale.text());
    assert_eq!(stale.form_with("Save changes").value("name"), Some("Harbor loans"), "two editors never overwrite each other");
    let done = max.press(&stale, "Save changes", &[]).await;
    assert!(done.says("Harbor loans"), "{}", done.text());
    assert_eq!(app.person("Mia").await.look(&address).await.status, StatusCode::NOT_FOUND, "another program's looks like none");
    assert_eq!(app.person("Mia").await.look(&funding(&app)).await.status, StatusCode::NOT_FOUND);
    assert!(app.person("Adam").await.open(&funding(&app)).await.says("Harbor loans"), "the administrator sets up programs too");
}

#[tokio::test]
async fn a_retired_funder_keeps_what_it_paid_and_is_offered_for_nothing_new() {
    let app = TestApp::start().await;
    let (mut max, mut ada) = (app.person("Max").await, app.person("Ada").await);
    let today = app.db.clock().today().to_string();
    let resources = ada.open(&format!("/clients/{}/resources", app.alpha.client)).await;
    let budget = resources.choice("funding_source", "City budget").unwrap();
    let typed = [("kind", "grant"), ("unit", "cents"), ("awarded", "4,200"), ("awarded_on", &today), ("funding_source", &budget)];
    let saved = ada.press(&resources, "Save resource", &typed).await;
    let page = max.open(&funding(&app)).await;
    let form = max.open(&page.link("Change City budget")).await;
    let page = max.press(&form, "Retire this funder", &[]).await;
    assert!(page.says("retired") && page.says("City budget$0$4,200$01"), "what it paid counts as before: {}", page.text());
    let fresh = ada.open(&format!("/clients/{}/resources", app.alpha.client)).await;
    assert!(fresh.choice("funding_source", "City budget").is_none(), "nothing new is paid from it");
    let own = ada.open(&saved.link("Change Grant, $4,200")).await;
    assert!(own.choice("funding_source", "City budget").is_some(), "what it paid already still names it");
    let kept = ada.press(&own, "Save changes", &[("note", "Paid in full")]).await;
    assert!(kept.says("Paid by City budget"), "{}", kept.text());
    let form = max.open(&page.link("Change City budget")).await;
    let page = max.press(&form, "Take it up again", &[]).await;
    assert!(!page.says("Retired on"), "{}", page.text());
}

#[tokio::test]
async fn what_clients_bring_is_told_with_how_much_of_it_is_known() {
    let app = TestApp::start().await;
    let (mut max, mut ada) = (app.person("Max").await, app.person("Ada").await);
    let today = app.db.clock().today();
    let (day, earlier) = (today.to_string(), today.plus_days(-12).to_string());
    let award =
        [("kind", "loan"), ("unit", "cents"), ("applied", "10,000"), ("applied_on", &earlier), ("awarded", "10,000"), ("awarded_on", &day)];
    let wrong: Vec<(&str, &str)> = award.iter().chain(&[("guarantee", "none"), ("guarantee_amount", "500")]).copied().collect();
    let wrong = given(&app, &mut ada, &wrong).await;
    assert!(wrong.status == StatusCode::UNPROCESSABLE_ENTITY && wrong.says("There is no guarantee"), "{}", wrong.text());
    assert_eq!(wrong.form_with("Save resource").value("guarantee_amount"), Some("500"));
    let told: Vec<(&str, &str)> = award
        .iter()
        .chain(&[("matched", "2,500"), ("fees", "0"), ("guarantee", "personal"), ("guarantee_amount", "10,000")])
        .copied()
        .collect();
    let saved = given(&app, &mut ada, &told).await;
    assert!(saved.says("Match $2,500. Deposit: not asked. Fees: none. Personal guarantee, $10,000."), "{}", saved.text());
    given(&app, &mut ada, &award).await;
    let page = max.open(&funding(&app)).await;
    assert!(page.says("Match, of their own$2,500$0.2511 of 2"), "known of one of two awards: {}", page.text());
    assert!(page.says("Depositnobody asked00 of 2"), "unknown is not zero: {}", page.text());
    assert!(page.says("Personal guarantee1") && page.says("Not asked1"), "{}", page.text());
    assert!(page.says("Loan2000too few12too few"), "two came to an award in twelve days: {}", page.text());
    let client = ada.open(&format!("/clients/{}", app.alpha.client)).await;
    assert!(client.says("The client brings. Match $2,500."), "{}", client.text());
    let csv = max.look(&format!("{}.csv", funding(&app))).await;
    assert!(csv.status == StatusCode::OK && csv.text().contains("clients_bring.match.per_dollar"), "{}", csv.text());
    let wrong = max.look(&format!("{}?from=2026-05-01&to=2026-04-01", funding(&app))).await;
    assert!(wrong.status == StatusCode::UNPROCESSABLE_ENTITY && wrong.says("lies before the first"), "{}", wrong.text());
}

#[tokio::test]
async fn what_somebody_brings_is_in_their_copy() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let fields = [("kind", "loan"), ("unit", "cents"), ("awarded", "10,000"), ("deposit", "750"), ("guarantee", "third_party")];
    given(&app, &mut ada, &fields).await;
    let mut rosa = crate::rights::rosa(&app).await;
    let copy = rosa.post("/me/download", &[("shape", "json")]).await.text();
    for words in ["part-brings", "$750", "Somebody else vouches"] {
        assert!(copy.contains(words), "{words}: {copy}");
    }
}

#[tokio::test]
async fn a_no_to_an_application_is_written_down_told_and_counted() {
    let app = TestApp::start().await;
    let (mut max, mut ada) = (app.person("Max").await, app.person("Ada").await);
    let today = app.db.clock().today();
    let (day, earlier) = (today.to_string(), today.plus_days(-20).to_string());
    let asked = [("kind", "loan"), ("unit", "cents"), ("applied", "10,000"), ("applied_on", earlier.as_str())];
    let both: Vec<(&str, &str)> = asked.iter().chain(&[("awarded", "10,000"), ("refused_on", &day)]).copied().collect();
    let wrong = given(&app, &mut ada, &both).await;
    assert!(wrong.status == StatusCode::UNPROCESSABLE_ENTITY && wrong.says("It cannot be refused and awarded"), "{}", wrong.text());
    assert_eq!(wrong.form_with("Save resource").value("refused_on"), Some(day.as_str()), "what was typed stays");
    let told: Vec<(&str, &str)> = asked.iter().chain(&[("refused_on", day.as_str())]).copied().collect();
    let saved = given(&app, &mut ada, &told).await;
    assert!(saved.says("refused") && saved.says(&format!("applied for $10,000, {earlier} · refused, {day}")), "{}", saved.text());
    let page = max.open(&funding(&app)).await;
    assert!(page.says("Loan0010"), "nobody came to the end, nobody waits, one was told no: {}", page.text());
    let figures = max.look(&format!("/reports/operations.csv?program={}&from={earlier}&to={day}", app.alpha.id)).await;
    assert!(figures.text().lines().any(|line| line.contains("resources.kind.loan-cents.refused")), "{}", figures.text());
    // A second try is a resource of its own; the first can be corrected.
    let form = ada.open(&saved.link("Change Loan, $10,000")).await;
    assert_eq!(form.form_with("Save changes").value("refused_on"), Some(day.as_str()));
    let granted = ada.press(&form, "Save changes", &[("refused_on", ""), ("awarded", "8,000"), ("awarded_on", &day)]).await;
    assert!(granted.says("awarded $8,000") && !granted.says("refused"), "{}", granted.text());
}
