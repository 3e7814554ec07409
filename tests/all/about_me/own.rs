//! One's own stored answers: only what was said after a code that the program itself mailed, to the address that the code goes to now.

use super::{WORDS, link, press};
use crate::house::{Person, TestApp};
use fairfloor::auth::codes::{self, NewCode};
use fairfloor::auth::sessions::Sessions;
use fairfloor::store::{Actor, Object};
use fairfloor::values::{CodeKind, Handing};
use std::collections::HashMap;
use time::OffsetDateTime;
use tower_sessions::SessionStore;
use tower_sessions::session::{Id, Record};

/// Rosa after she brought back a code that was mailed to this address.
pub async fn by_mail(app: &TestApp, address: &str) -> Person {
    let mut rosa = app.nobody();
    let now = fairfloor::config::Clock::machine_now().millis();
    let mac = app.db.keys().typed_name_mac(address).to_vec();
    let held = serde_json::json!({ "person": app.alpha.owner_key, "came": { "Mail": mac }, "since": now, "seen": now });
    let expiry_date = OffsetDateTime::from_unix_timestamp(now / 1000).unwrap() + time::Duration::minutes(30);
    let mut record = Record { id: Id::default(), data: HashMap::from([("own_visit".to_owned(), held)]), expiry_date };
    Sessions::new(app.db.clone()).create(&mut record).await.unwrap();
    rosa.keep("portal", &record.id.to_string());
    rosa
}

/// Ada writes down another address.
pub async fn address(app: &TestApp, email: &'static str, since: bool) {
    address_of(app, app.alpha.owner_key, email, since).await;
}

pub(super) async fn address_of(app: &TestApp, person: i64, email: &'static str, since: bool) {
    let set = app.db.write(Actor::system(), move |tx| {
        let at = since.then(|| tx.at());
        tx.execute("UPDATE person SET email = ?1, email_set_at = ?2 WHERE id = ?3", rusqlite::params![email, at, person])?;
        tx.audit("test.address", Object::none())
    });
    set.await.unwrap();
}

async fn answered(app: &TestApp) {
    let path = link(app).await;
    let mut rosa = app.nobody();
    let page = rosa.open(&path).await;
    press(&mut rosa, &page, "Save and go on", &[("race", "HISP"), ("hisp", "Oaxacan"), ("own", WORDS)]).await;
}

/// She answers on her own pages.
async fn answered_inside(rosa: &mut Person) {
    let page = rosa.open("/me/about-me/questions/race").await;
    press(rosa, &page, "Save and go on", &[("race", "HISP"), ("hisp", "Oaxacan"), ("own", WORDS)]).await;
}

/// An advisor writes down an address of their own before she answers by her link, and gets the codes.
#[tokio::test]
async fn whoever_set_the_address_reads_nothing_that_was_said_by_a_link() {
    let app = TestApp::start().await;
    address(&app, "advisor@desk.test", false).await;
    answered(&app).await;
    let page = by_mail(&app, "advisor@desk.test").await.open("/me/about-me").await;
    assert!(page.says("Saved on") && page.says("It was saved with a link, a letter or by staff"), "{}", page.text());
    assert!(!page.text().contains("Zapoteca") && !page.text().contains("Oaxacan") && !page.says("Hispanic"));
}

#[tokio::test]
async fn two_people_with_one_address_read_nothing_of_each_other() {
    let app = TestApp::start().await;
    address(&app, "home@family.test", false).await;
    let mut rosa = by_mail(&app, "home@family.test").await;
    answered_inside(&mut rosa).await;
    assert!(rosa.open("/me/about-me").await.text().contains(WORDS));
    address_of(&app, app.beta.owner_key, "home@family.test", false).await;
    let page = rosa.open("/me/about-me").await;
    assert!(page.says("Saved on") && !page.text().contains("Zapoteca") && !page.says("Hispanic"), "{}", page.text());
}

#[tokio::test]
async fn with_a_mailed_code_they_read_their_own_words_and_nobody_else_does() {
    let app = TestApp::start().await;
    address(&app, "rosa@home.test", false).await;
    answered_inside(&mut by_mail(&app, "rosa@home.test").await).await;
    let page = by_mail(&app, "rosa@home.test").await.open("/me/about-me").await;
    assert!(page.text().contains(WORDS) && page.says("Hispanic or Latino") && page.says("Oaxacan"), "{}", page.text());
    assert!(page.text().contains("lang=\"\" dir=\"auto\""), "their words run their own way");
    assert_eq!(page.header("cache-control"), "no-store");
}

#[tokio::test]
async fn after_a_change_of_the_address_what_was_said_before_is_not_shown() {
    let app = TestApp::start().await;
    address(&app, "rosa@home.test", false).await;
    let mut rosa = by_mail(&app, "rosa@home.test").await;
    answered_inside(&mut rosa).await;
    app.move_on(5);
    address(&app, "advisor@desk.test", true).await;
    assert!(!rosa.open("/me/about-me").await.text().contains(WORDS), "the visit is over with its address");
    let mut stranger = by_mail(&app, "advisor@desk.test").await;
    let page = stranger.open("/me/about-me").await;
    assert!(page.says("or your e-mail address was changed since"), "{}", page.text());
    assert!(!page.text().contains("Zapoteca") && !page.text().contains("Oaxacan") && !page.says("Hispanic"));
    // What is said from now on is theirs.
    app.move_on(5);
    let question = stranger.open("/me/about-me/questions/race").await;
    press(&mut stranger, &question, "Save and go on", &[("race", "HISP"), ("own", WORDS)]).await;
    assert!(stranger.open("/me/about-me").await.text().contains(WORDS));
}

#[tokio::test]
async fn a_page_that_was_passed_over_by_a_link_is_not_said_to_be_kept_back() {
    let app = TestApp::start().await;
    address(&app, "rosa@home.test", false).await;
    let path = link(&app).await;
    let mut rosa = app.nobody();
    let page = rosa.open(&path).await;
    press(&mut rosa, &page, "Skip this page", &[]).await;
    let page = by_mail(&app, "rosa@home.test").await.open("/me/about-me").await;
    assert!(page.says("You skipped this page") && !page.says("We do not show this here"), "{}", page.text());
}

#[tokio::test]
async fn with_a_letter_code_they_see_when_and_never_what() {
    let app = TestApp::start().await;
    answered(&app).await;
    let mut visitor = by_letter(&app).await;
    let page = visitor.open("/me/about-me").await;
    assert!(page.says("You came with a code from a letter") && page.says("Saved on"), "{}", page.text());
    for hidden in ["Zapoteca", "Oaxacan", "Hispanic"] {
        assert!(!page.says(hidden), "{hidden}");
    }
    let page = press(&mut visitor, &page, "Delete my answer: What is your race and/or ethnicity?", &[]).await;
    assert!(page.says("Deleted"), "{}", page.text());
}

/// Rosa after she typed the code from a letter.
pub(super) async fn by_letter(app: &TestApp) -> Person {
    let referred = app.refer(&app.alpha).await;
    let rosa = app.alpha.owner_key;
    let issued = app.db.write(Actor::system(), move |tx| {
        let sql = "SELECT id, number FROM referral WHERE public_id = ?1";
        let (referral, number) = tx.query_row(sql, [&referred.referral], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let new = NewCode { kind: CodeKind::Entrepreneur, referral, number, holder: rosa, handing: Handing::Letter, issued_by: None };
        Ok((codes::issue(tx, &new)?.grouped(), number))
    });
    let (code, number): (String, i64) = issued.await.unwrap();
    let mut visitor = app.nobody();
    let page = visitor.open("/c").await;
    visitor.press(&page, "Open", &[("reference", &format!("R-{number}")), ("code", &code)]).await;
    visitor
}
