//! Break-glass: two people, a reason, half an hour, one person; on the record before it is shown, and told to the person.

use super::{SENTINEL, answers};
use crate::house::{PASSWORD, Page, Person, TestApp};
use axum::http::StatusCode;
use fairfloor::firewall::glass::{self, NewRequest};
use fairfloor::firewall::openings_of;
use fairfloor::store::{Actor, Object};
use fairfloor::values::{GlassId, OrganizationRole};

const REASON: &str = "A court orders it, case 26-104";

/// Fills the form in and presses the button.
pub async fn ask(app: &TestApp, stu: &mut Person, file: &str, name: &str) -> Page {
    let page = stu.open("/glass").await;
    let code = app.code("Stu").await;
    stu.press(&page, "Ask", &[("file", file), ("name", name), ("reason", REASON), ("password", PASSWORD), ("code", &code)]).await
}

pub async fn agree(app: &TestApp, aud: &mut Person, path: &str) -> Page {
    let page = aud.open(path).await;
    let code = app.code("Aud").await;
    aud.press(&page, "Agree", &[("password", PASSWORD), ("code", &code)]).await
}

/// A house with Rosa's answers, and a request that was agreed to: its page, the steward, the second person.
async fn opened() -> (TestApp, Page, Person, Person) {
    let app = TestApp::start().await;
    answers(&app).await;
    app.arm(&["Stu", "Aud"]).await;
    let (mut stu, mut aud) = (app.person("Stu").await, app.person("Aud").await);
    let asked = ask(&app, &mut stu, "F-0001", "Rosa Doe").await;
    assert!(asked.says("Waits for a second person") && asked.says(REASON), "{}", asked.text());
    agree(&app, &mut aud, &asked.path).await;
    let page = stu.open(&asked.path).await;
    assert!(page.says("Open now"), "{}", page.text());
    (app, page, stu, aud)
}

async fn count(app: &TestApp, sql: &'static str) -> i64 {
    app.db.read(move |conn| Ok(conn.query_row(sql, [], |row| row.get(0))?)).await.unwrap()
}

#[tokio::test]
async fn two_people_open_one_persons_answers_and_the_person_is_told() {
    let (app, page, mut stu, mut aud) = opened().await;
    let seen = stu.press(&page, "Show the answers", &[]).await;
    assert_eq!((seen.status, seen.header("cache-control")), (StatusCode::OK, "no-store"));
    assert!(seen.says(SENTINEL) && seen.says("Black or African American") && seen.says("Hispanic or Latino"), "{}", seen.text());
    assert!(seen.says("Prefers not to answer") && !seen.says("Bill"));
    assert_eq!(app.audited("glass.opened").await, 1);
    // Once more is a second look on the record, and no second notice.
    stu.press(&page, "Show the answers", &[]).await;
    assert_eq!(app.audited("glass.opened").await, 2);
    let notices = "SELECT group_concat(to_name || ' | ' || subject || ' | ' || body) FROM outbox_message";
    let told: String = app.db.read(move |conn| Ok(conn.query_row(notices, [], |row| row.get(0))?)).await.unwrap();
    assert_eq!(told.matches("looked at what you told us").count(), 1, "{told}");
    assert!(told.contains("Rosa Doe") && !told.contains(REASON) && !told.contains(SENTINEL) && !told.contains("Stu"), "{told}");
    let owner = app.alpha.owner_key;
    let openings = app.db.read(move |conn| openings_of(conn, owner)).await.unwrap();
    let opening = &openings[0];
    assert_eq!((openings.len(), opening.opened_at.len(), opening.reason.as_str()), (1, 2, REASON));
    assert_eq!((opening.asked_as, opening.agreed_as), (OrganizationRole::Steward, Some(OrganizationRole::Auditor)));
    // The second person sees no answer, and nobody else sees the page.
    let path = page.path.clone();
    assert_eq!(aud.post(&format!("{path}/openings"), &[]).await.status, StatusCode::FORBIDDEN);
    assert!(!aud.open(&path).await.says(SENTINEL));
    for name in ["Ada", "Max", "Adam"] {
        let mut person = app.person(name).await;
        assert_eq!(person.look(&path).await.status, StatusCode::FORBIDDEN, "{name}");
        assert_eq!(person.post(&format!("{path}/openings"), &[]).await.status, StatusCode::FORBIDDEN, "{name}");
    }
    assert_eq!(app.audited("glass.opened").await, 2);
}

#[tokio::test]
async fn it_is_over_after_half_an_hour_or_when_either_of_the_two_ends_it() {
    let (app, page, mut stu, _) = opened().await;
    app.move_on(31);
    let late = stu.post(&format!("{}/openings", page.path), &[]).await;
    assert!(late.status.is_client_error() && !late.says(SENTINEL), "{}", late.text());
    assert!(stu.open(&page.path).await.says("Over"));
    let (app, page, mut stu, mut aud) = opened().await;
    let shown = aud.open(&page.path).await;
    aud.press(&shown, "End this now", &[]).await;
    let ended = stu.post(&format!("{}/openings", page.path), &[]).await;
    assert!(ended.status.is_client_error() && !ended.says(SENTINEL));
    assert!(stu.open(&page.path).await.says("Ended early"));
    assert_eq!(app.audited("glass.opened").await, 0);
}

#[tokio::test]
async fn nobody_agrees_with_themselves_and_nobody_agrees_too_late() {
    let app = TestApp::start().await;
    answers(&app).await;
    app.arm(&["Stu", "Aud"]).await;
    let (mut stu, mut aud) = (app.person("Stu").await, app.person("Aud").await);
    let asked = ask(&app, &mut stu, "1", "rosa doe").await;
    assert!(!asked.forms().iter().any(|form| form.action.ends_with("/agreements")));
    let code = app.code("Stu").await;
    let own =
        stu.post(&format!("{}/agreements", asked.path), &[("key", "0123456789abcdef"), ("password", PASSWORD), ("code", &code)]).await;
    assert!(own.says("Somebody else has to agree"), "{}", own.text());
    assert!(stu.post(&format!("{}/openings", asked.path), &[]).await.status.is_client_error());
    let waiting = aud.open(&asked.path).await;
    app.move_on(24 * 60);
    let code = app.code("Aud").await;
    let late = aud.press(&waiting, "Agree", &[("password", PASSWORD), ("code", &code)]).await;
    assert!(late.says("The time to agree is over"), "{}", late.text());
    assert!(aud.open(&asked.path).await.says("Nobody agreed in time"));
    assert_eq!(count(&app, "SELECT count(*) FROM glass WHERE agreed_at IS NOT NULL").await, 0);
}

#[tokio::test]
async fn a_refusal_has_its_reason_and_ends_it() {
    let app = TestApp::start().await;
    answers(&app).await;
    app.arm(&["Stu", "Aud"]).await;
    let (mut stu, mut aud) = (app.person("Stu").await, app.person("Aud").await);
    let asked = ask(&app, &mut stu, "F-0001", "Rosa Doe").await;
    let page = aud.open(&asked.path).await;
    let again = aud.press(&page, "Refuse", &[("why", " ")]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    let refused = aud.press(&page, "Refuse", &[("why", "The order names somebody else")]).await;
    assert!(refused.says("Refused") && refused.says("The order names somebody else"));
    assert!(stu.post(&format!("{}/openings", asked.path), &[]).await.status.is_client_error());
    let owner = app.alpha.owner_key;
    let openings = app.db.read(move |conn| openings_of(conn, owner)).await.unwrap();
    assert!(openings[0].refused_at.is_some() && openings[0].opened_at.is_empty());
}

#[tokio::test]
async fn a_role_that_is_taken_away_in_the_meantime_closes_it() {
    for (name, refusal) in [("Stu", StatusCode::FORBIDDEN), ("Aud", StatusCode::CONFLICT)] {
        let (app, page, mut stu, _) = opened().await;
        let account = app.account(name).0;
        let taken = app.db.write(Actor::system(), move |tx| {
            tx.execute("DELETE FROM organization_role WHERE account_id = ?1", [account])?;
            tx.audit("test.role_taken", Object::none())
        });
        taken.await.unwrap();
        let shut = stu.post(&format!("{}/openings", page.path), &[]).await;
        assert_eq!(shut.status.is_client_error(), refusal.is_client_error(), "{name} {}", shut.status);
        assert!(!shut.says(SENTINEL), "{name}");
        assert_eq!(app.audited("glass.opened").await, 0, "{name}");
    }
}

/// Makes somebody who guards the data work with clients too.
async fn mix(app: &TestApp, name: &str) {
    let (account, program) = (app.account(name).0, app.alpha.key);
    let mixed = app.db.write(Actor::system(), move |tx| {
        tx.execute("INSERT INTO membership (account_id, program_id, role) VALUES (?1, ?2, 'advisor')", [account, program])?;
        tx.audit("test.mixed", Object::none())
    });
    mixed.await.unwrap();
}

#[tokio::test]
async fn who_also_works_with_clients_opens_nothing_unless_the_office_says_so() {
    let (app, page, mut stu, _) = opened().await;
    mix(&app, "Stu").await;
    let shut = stu.post(&format!("{}/openings", page.path), &[]).await;
    assert!(shut.says("Break-glass stays shut") && !shut.says(SENTINEL), "{}", shut.text());
    assert!(stu.open("/glass").await.says("Break-glass is shut"));
    let office = stu.open("/office").await;
    assert!(office.says("This is not declared"));
    let typed = [("reason", "We are three people"), ("outside", "Riverton Foundation")];
    let declared = stu.press(&office, "Declare that we cannot keep the roles apart", &typed).await;
    assert!(declared.says("We are three people") && declared.says("Riverton Foundation"), "{}", declared.text());
    let stale = stu.press(&office, "Declare that we cannot keep the roles apart", &[("reason", "Once more")]).await;
    assert!(stale.status.is_client_error() || stale.path == "/office", "{}", stale.status);
    let seen = stu.post(&format!("{}/openings", page.path), &[]).await;
    assert!(seen.says(SENTINEL), "{}", seen.text());
    // The second person has no clients, declared or not.
    mix(&app, "Aud").await;
    let shut = stu.post(&format!("{}/openings", page.path), &[]).await;
    assert!(shut.says("may not agree any more") && !shut.says(SENTINEL), "{}", shut.text());
    let back = stu.open("/office").await;
    stu.press(&back, "Take the declaration back", &[("reason", "We hired a steward")]).await;
    assert!(app.db.read(fairfloor::firewall::declaration).await.unwrap().is_none());
    assert_eq!(count(&app, "SELECT count(*) FROM small_office").await, 2);
}

#[tokio::test]
async fn without_a_second_person_nothing_is_asked() {
    let app = TestApp::start().await;
    app.arm(&["Stu"]).await;
    let mut stu = app.person("Stu").await;
    let alone = ask(&app, &mut stu, "F-0001", "Rosa Doe").await;
    assert!(alone.says("Nobody could agree"), "{}", alone.text());
    assert_eq!(count(&app, "SELECT count(*) FROM glass").await, 0);
}

#[tokio::test]
async fn a_wrong_number_and_a_wrong_name_look_the_same_and_cost_a_code() {
    let app = TestApp::start().await;
    app.arm(&["Stu", "Aud"]).await;
    let mut stu = app.person("Stu").await;
    let mut pages = Vec::new();
    for (file, name) in [("F-0001", "Rosa Nobody"), ("F-9999", "Rosa Doe"), ("F-0002", "Rosa Doe"), ("G-0001", "Rosa Doe")] {
        let page = ask(&app, &mut stu, file, name).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{file} {name}");
        assert!(page.says("There is no one person of this name in this file") && page.says(REASON) && !page.text().contains(PASSWORD));
        pages.push(page.without_keys().replace(file, "FILE").replace(name, "NAME"));
    }
    assert!(pages.windows(2).all(|pair| pair[0] == pair[1]), "{pages:#?}");
    assert_eq!(app.audited("reference.not_found").await, 4);
    let used = "SELECT totp_last_step FROM account WHERE name = 'Stu'";
    assert!(count(&app, used).await > 0);
}

#[tokio::test]
async fn a_wrong_password_or_code_asks_nothing_and_keeps_what_was_typed() {
    let app = TestApp::start().await;
    app.arm(&["Stu", "Aud"]).await;
    let mut stu = app.person("Stu").await;
    let code = app.code("Stu").await;
    let page = stu.open("/glass").await;
    for (password, code, words) in [("wrong", code.as_str(), "This is not your password"), (PASSWORD, "000000", "This code does not fit")] {
        let typed = [("file", "F-0001"), ("name", "Rosa Doe"), ("reason", REASON), ("password", password), ("code", code)];
        let again = stu.press(&page, "Ask", &typed).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(again.says(words) && again.says(REASON) && again.text().contains("Rosa Doe"), "{}", again.text());
        assert!(!again.text().contains("wrong\"") && !again.text().contains(PASSWORD));
    }
    assert_eq!(app.audited("sign_in.failed").await, 2);
    assert_eq!(count(&app, "SELECT count(*) FROM glass").await, 0);
}

#[tokio::test]
async fn a_double_click_asks_once() {
    let app = TestApp::start().await;
    app.arm(&["Stu", "Aud"]).await;
    let mut stu = app.person("Stu").await;
    let code = app.code("Stu").await;
    let fields = [
        ("key", "0123456789abcdef"),
        ("file", "F-0001"),
        ("name", "Rosa Doe"),
        ("reason", REASON),
        ("password", PASSWORD),
        ("code", code.as_str()),
    ];
    let mut other = stu.clone();
    let (one, two) = tokio::join!(stu.post("/glass", &fields), other.post("/glass", &fields));
    assert_eq!(one.leads_to(), two.leads_to(), "{} {}", one.text(), two.text());
    assert!(one.leads_to().is_some_and(|to| to.starts_with("/glass/")));
    assert_eq!(count(&app, "SELECT count(*) FROM glass").await, 1);
}

#[tokio::test]
async fn what_cannot_be_written_down_is_not_shown_and_a_restart_changes_nothing() {
    let (app, page, mut stu, _) = opened().await;
    let id = GlassId::parse(page.path.strip_prefix("/glass/").unwrap()).unwrap();
    let steward = app.account("Stu").0;
    let breaking =
        "CREATE TRIGGER full BEFORE INSERT ON audit_event WHEN new.action = 'glass.opened' BEGIN SELECT RAISE(ABORT, 'no room'); END";
    let file = app.folder.folder.database();
    rusqlite::Connection::open(&file).unwrap().execute_batch(breaking).unwrap();
    let asked = id.clone();
    let failed = app.db.write(Actor::system(), move |tx| glass::open(tx, &asked, steward, |_, _| Ok(()))).await;
    assert!(failed.is_err());
    assert_eq!(count(&app, "SELECT count(*) FROM glass_opening").await, 0);
    rusqlite::Connection::open(&file).unwrap().execute_batch("DROP TRIGGER full").unwrap();
    let seen = stu.press(&page, "Show the answers", &[]).await;
    assert!(seen.says(SENTINEL));
    let TestApp { folder, db, router, .. } = app;
    drop((db, router, stu));
    let db = folder.open();
    let request = db.read(move |conn| glass::request(conn, &id)).await.unwrap();
    assert_eq!((request.standing(db.clock().now()), request.openings), (glass::Standing::Open, 1));
}

#[tokio::test]
async fn a_permit_whose_look_was_never_kept_opens_nothing() {
    let (app, page, _, _) = opened().await;
    let id = GlassId::parse(page.path.strip_prefix("/glass/").unwrap()).unwrap();
    let (steward, send) = (app.account("Stu").0, std::sync::Arc::new(std::sync::Mutex::new(None)));
    let keep = std::sync::Arc::clone(&send);
    // The permit leaves a transaction that is then taken back.
    let taken_back = app.db.write(Actor::system(), move |tx| {
        *keep.lock().unwrap() = Some(glass::open(tx, &id, steward, |_, _| Ok(()))?);
        Err::<(), _>(fairfloor::error::Error::Stale)
    });
    assert!(taken_back.await.is_err());
    let permit = send.lock().unwrap().take().unwrap();
    let db = app.db.clone();
    assert!(app.db.read(move |conn| glass::look(conn, db.keys(), permit)).await.is_err());
}

#[tokio::test]
async fn only_a_steward_asks() {
    let app = TestApp::start().await;
    app.arm(&["Stu", "Aud"]).await;
    let (person, business, auditor) = (app.alpha.owner_key, app.alpha.client_key, app.account("Aud").0);
    let new = NewRequest { person, business, reason: REASON.to_owned(), steward: auditor };
    assert!(app.db.write(Actor::system(), move |tx| glass::ask(tx, &new)).await.is_err());
}
