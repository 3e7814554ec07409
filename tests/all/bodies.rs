//! Who decides, by pressing buttons: members with their terms, what they say of themselves by their own yes, meetings, decisions with reasons,
//! and the awards that were made by them.

use crate::house::{Page, Person, TestApp};
use axum::http::StatusCode;

async fn body(app: &TestApp, max: &mut Person) -> Page {
    let bodies = max.open(&format!("/programs/{}/bodies", app.alpha.id)).await;
    max.open(&bodies.link("Loan committee")).await
}

/// Nia holds the chair since last year.
async fn seated(app: &TestApp, max: &mut Person) -> Page {
    let page = body(app, max).await;
    let form = max.open(&page.link("Add a member")).await;
    let typed = [("name", "Nia Hall"), ("seat", "chair"), ("speaks_for", "entrepreneur"), ("from", "2025-01-01")];
    max.press(&form, "Add member", &typed).await
}

async fn her_page(app: &TestApp, max: &mut Person) -> (Person, String) {
    let page = body(app, max).await;
    let member = max.open(&page.link("Open the seat of Nia Hall")).await;
    let given = max.press(&member, "Make their link", &[]).await;
    let link = given.form_link();
    let (_, path) = link.split_once("/m/").unwrap();
    (app.nobody(), format!("/m/{path}"))
}

async fn count(app: &TestApp, sql: &'static str) -> i64 {
    app.db.read(move |conn| Ok(conn.query_row(sql, [], |row| row.get(0))?)).await.unwrap()
}

#[tokio::test]
async fn a_member_says_who_they_are_by_their_own_yes_and_takes_it_back_at_once() {
    let app = TestApp::start().await;
    let mut max = app.person("Max").await;
    let page = seated(&app, &mut max).await;
    assert!(page.says("Nia Hall") && page.says("Speaks for: entrepreneurs."), "{}", page.text());
    let (mut nia, path) = her_page(&app, &mut max).await;
    let own = nia.open(&path).await;
    for words in ["“Who decides” of the reports", "by the public", "cannot be called back", "No words of yours are shown."] {
        assert!(own.says(words), "{words}: {}", own.text());
    }
    let typed = [("words", "I run a bakery on Canal Street and grew up here.")];
    let refused = nia.press(&own, "Show my words", &typed).await;
    assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.says("Without it nothing is kept"), "{}", refused.text());
    assert_eq!(refused.form_with("Show my words").value("words"), Some(typed[0].1), "what was typed stays");
    let long = "x".repeat(301);
    let refused = nia.press(&own, "Show my words", &[("words", &long), ("agrees", "yes")]).await;
    assert!(refused.says("They have 301"), "{}", refused.text());
    assert_eq!(count(&app, "SELECT count(*) FROM member_statement").await, 0, "nothing is kept without a yes");
    let said = nia.press(&own, "Show my words", &[typed[0], ("agrees", "yes")]).await;
    assert!(said.says("Your words have been shown since"), "{}", said.text());
    assert!(body(&app, &mut max).await.says("I run a bakery"), "managers read them");
    let again = nia.press(&said, "Show my words", &[("words", "I run a bakery."), ("agrees", "yes")]).await;
    assert!(again.says("I run a bakery.") && !again.says("grew up here"), "{}", again.text());
    let audited = "SELECT count(*) FROM audit_event WHERE instr(coalesce(detail, ''), 'bakery') > 0";
    assert_eq!(count(&app, audited).await, 0, "the record has no words");
    let gone = nia.press(&again, "Take my words back", &[]).await;
    assert!(gone.says("No words of yours are shown."), "{}", gone.text());
    assert!(!body(&app, &mut max).await.says("bakery"));
    assert_eq!(count(&app, "SELECT count(*) FROM member_statement WHERE words IS NOT NULL").await, 0);
    let events = "SELECT count(*) FROM audit_event WHERE action IN ('member_statement.agreed', 'member_statement.withdrawn') AND actor_kind = 'nobody'";
    assert_eq!(count(&app, events).await, 3);
}

#[tokio::test]
async fn nobody_on_staff_can_write_a_members_words() {
    let app = TestApp::start().await;
    let mut max = app.person("Max").await;
    seated(&app, &mut max).await;
    let page = body(&app, &mut max).await;
    let member = max.open(&page.link("Open the seat of Nia Hall")).await;
    assert!(member.forms().iter().all(|form| form.value("words").is_none()), "{}", member.text());
    let id = member.path.rsplit('/').next().unwrap().to_owned();
    let posted = max
        .post(&format!("/seats/{id}"), &[("version", "1"), ("name", "Nia Hall"), ("seat", "chair"), ("from", "2025-01-01"), ("words", "x")])
        .await;
    assert!(!posted.status.is_success() && !posted.status.is_redirection(), "an unknown field is refused: {}", posted.status);
    assert_eq!(count(&app, "SELECT count(*) FROM member_statement").await, 0);
}

#[tokio::test]
async fn a_name_goes_on_request_and_the_seat_stays() {
    let app = TestApp::start().await;
    let mut max = app.person("Max").await;
    seated(&app, &mut max).await;
    let (mut nia, path) = her_page(&app, &mut max).await;
    let own = nia.open(&path).await;
    nia.press(&own, "Show my words", &[("words", "I run a bakery."), ("agrees", "yes")]).await;
    let own = nia.open(&path).await;
    let gone = nia.press(&own, "Remove my name", &[]).await;
    assert!(gone.says("Your name and your words were removed"), "{}", gone.text());
    let page = body(&app, &mut max).await;
    assert!(!page.says("Nia") && !page.says("bakery") && page.says("Name removed") && page.says("From 2025-01-01"), "{}", page.text());
    let kept = "SELECT count(*) FROM body_member WHERE name IS NULL AND seat = 'chair' AND from_on = '2025-01-01'";
    assert_eq!(count(&app, kept).await, 1);
    let member = max.open(&page.link("Open the seat of Name removed")).await;
    let saved = max.press(&member, "Save changes", &[("to", "2026-01-31")]).await;
    assert!(saved.says("to 2026-01-31") && saved.says("Name removed"), "the term can still end: {}", saved.text());
}

#[tokio::test]
async fn a_newer_link_is_the_only_one_and_another_programs_member_looks_like_none() {
    let app = TestApp::start().await;
    let mut max = app.person("Max").await;
    seated(&app, &mut max).await;
    let (mut nia, first) = her_page(&app, &mut max).await;
    let page = body(&app, &mut max).await;
    let member = max.open(&page.link("Open the seat of Nia Hall")).await;
    max.press(&member, "Make another link", &[]).await;
    assert_eq!(nia.look(&first).await.status, StatusCode::NOT_FOUND, "the older link is dead");
    let mut mia = app.person("Mia").await;
    for path in [member.path.as_str(), page.path.as_str()] {
        assert_eq!(mia.look(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(app.person("Ada").await.look(&page.path).await.status, StatusCode::FORBIDDEN, "minutes are for the manager");
}

#[tokio::test]
async fn a_decision_is_never_edited_but_corrected_and_awards_name_it() {
    let app = TestApp::start().await;
    let (mut max, mut ada) = (app.person("Max").await, app.person("Ada").await);
    let today = app.db.clock().today().to_string();
    let page = seated(&app, &mut max).await;
    let form = max.open(&page.link("Add a meeting")).await;
    let ahead = app.db.clock().today().plus_days(3).to_string();
    let wrong = max.press(&form, "Save meeting", &[("on", &ahead)]).await;
    assert!(wrong.status == StatusCode::UNPROCESSABLE_ENTITY && wrong.says("lies ahead"), "{}", wrong.text());
    let meeting = max.press(&form, "Save meeting", &[("on", &today), ("minutes", "Three were heard.")]).await;
    assert!(meeting.says("Three were heard."), "{}", meeting.text());
    let form = max.open(&meeting.link("Add a decision")).await;
    let empty = max.press(&form, "Save decision", &[("reason", "They asked first")]).await;
    assert!(empty.status == StatusCode::UNPROCESSABLE_ENTITY && empty.says("Write down what was decided"), "{}", empty.text());
    let typed = [
        ("about", "awards"),
        ("decision", "Fund the first two."),
        ("votes_for", "4"),
        ("votes_against", "1"),
        ("why", "Owns a share of one"),
    ];
    let decision = max.press(&form, "Save decision", &typed).await;
    for words in ["Fund the first two.", "No reason is on record", "4 for, 1 against", "Nia Hall: Owns a share of one"] {
        assert!(decision.says(words), "{words}: {}", decision.text());
    }
    let resources = ada.open(&format!("/clients/{}/resources", app.alpha.client)).await;
    let committee = resources.choice("deciding_body", "Loan committee").unwrap();
    let award = [("kind", "grant"), ("unit", "cents"), ("awarded", "4,200"), ("awarded_on", &today), ("deciding_body", &committee)];
    ada.press(&resources, "Save resource", &award).await;
    let decision = max.open(&decision.path).await;
    let button = format!("Made by this: Grant, $4,200, awarded on {today}");
    let decision = max.press(&decision, &button, &[]).await;
    assert!(!decision.says("No award names this decision"), "{}", decision.text());
    let form = max.open(&decision.link("Correct it by another decision")).await;
    let newer = max.press(&form, "Save decision", &[("reason", "They were ready to start.")]).await;
    assert!(newer.says("They were ready to start.") && newer.says("takes the place of"), "{}", newer.text());
    let older = max.open(&decision.path).await;
    assert!(older.says("This decision was corrected") && older.says("No reason is on record"), "it stays as it was: {}", older.text());
    let twice = max.press(&form, "Save decision", &[("key", "fedcba9876543210"), ("reason", "Other")]).await;
    assert!(twice.says("another took its place already"), "{}", twice.text());
    let own = ada.open(&format!("/clients/{}/resources", app.alpha.client)).await;
    assert!(own.says(&format!("Decision of {today}: Fund the first two.")), "{}", own.text());
    let minutes = max.open(&meeting.path).await;
    max.press(&minutes, "Save changes", &[("minutes", "Three were heard. One was late.")]).await;
    let stale = max.press(&minutes, "Save changes", &[("minutes", "Two were heard.")]).await;
    assert!(stale.status == StatusCode::CONFLICT && stale.says("changed since you opened it"), "{}", stale.text());
    assert_eq!(stale.form_with("Save changes").value("minutes"), Some("Two were heard."));
}

#[tokio::test]
async fn reports_tell_who_decides_and_a_members_words_while_they_agree() {
    let app = TestApp::start().await;
    let (mut max, mut ada) = (app.person("Max").await, app.person("Ada").await);
    let today = app.db.clock().today().to_string();
    seated(&app, &mut max).await;
    let resources = ada.open(&format!("/clients/{}/resources", app.alpha.client)).await;
    let committee = resources.choice("deciding_body", "Loan committee").unwrap();
    let award = [("kind", "grant"), ("unit", "cents"), ("awarded", "4,200"), ("awarded_on", &today)];
    let decided: Vec<(&str, &str)> = award.iter().chain(&[("deciding_body", committee.as_str()), ("matched", "420")]).copied().collect();
    ada.press(&resources, "Save resource", &decided).await;
    let resources = ada.open(&format!("/clients/{}/resources", app.alpha.client)).await;
    ada.press(&resources, "Save resource", &award).await;
    let (mut nia, path) = her_page(&app, &mut max).await;
    let own = nia.open(&path).await;
    let own = nia.press(&own, "Show my words", &[("words", "I run a bakery."), ("agrees", "yes")]).await;
    let page = max.open("/reports/operations").await;
    for words in [
        "Awards with a recorded body1 of 2",
        "Awards with a recorded decision0 of 2",
        "Entrepreneurs1",
        "Nia Hall, chair, Loan committee. “I run a bakery.”",
    ] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    assert!(page.says("Match, of their own$420$0.1011 of 2") && page.says("Dollars by kind of money"), "{}", page.text());
    let release = crate::releases::release_one(&app, &app.alpha.id).await;
    let address = format!("/reports/releases/{release}");
    assert!(max.open(&address).await.says("I run a bakery."), "released while she agreed");
    nia.press(&own, "Take my words back", &[]).await;
    let page = max.open("/reports/operations").await;
    assert!(page.says("Who decides") && !page.says("bakery"), "gone at once: {}", page.text());
    assert!(max.open(&address).await.says("I run a bakery."), "what was released stays, as her page told her before");
    let csv = max.look("/reports/operations.csv").await.text();
    assert!(csv.contains("decides.awards_with_body.value") && csv.contains("seats.entrepreneur.seats"), "{csv}");
}
