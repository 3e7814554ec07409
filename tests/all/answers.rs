//! From a notice that asks something to the answer: the link in it, a button, and nothing else; no script runs here.

use crate::house::{Referred, TestApp};
use axum::http::StatusCode;
use fairfloor::auth::links;
use fairfloor::i18n::{Args, Language};
use fairfloor::referrals::deed::{Deed, Who};
use fairfloor::referrals::fact::Fact;
use fairfloor::referrals::{Event, queries};
use fairfloor::store::{Actor, Object};

async fn one<T: rusqlite::types::FromSql + Send + 'static>(app: &TestApp, sql: &'static str) -> T {
    app.db.read(move |conn| Ok(conn.query_row(sql, [], |row| row.get(0))?)).await.unwrap()
}

/// A referral of somebody who reads a language.
async fn referred(app: &TestApp, language: Language) -> Referred {
    let referred = app.refer(&app.alpha).await;
    let set = app.db.write(Actor::system(), move |tx| {
        tx.execute("UPDATE person SET reads = ?1 WHERE first_name = 'Rosa'", [language.code()])?;
        tx.audit("test.changed", Object::none())
    });
    set.await.unwrap();
    referred
}

/// Where the newest notice to the entrepreneur leads.
async fn leads_to(app: &TestApp) -> String {
    let house = app.db.clone();
    let found = app.db.read(move |conn| {
        let sql = "SELECT body, link_id FROM outbox_message WHERE audience = 'entrepreneur' ORDER BY id DESC LIMIT 1";
        let (body, link): (String, i64) = conn.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let address = links::address(conn, house.keys(), "", link)?;
        Ok((body, address))
    });
    let (body, address) = found.await.unwrap();
    assert!(body.contains("{link}/answer"), "a notice that asks leads to the question: {body}");
    format!("{address}/answer")
}

fn languages() -> impl Iterator<Item = Language> {
    ["en", "es", "ar"].into_iter().map(|code| Language::find(code).unwrap())
}

#[tokio::test]
async fn what_a_partner_asks_is_answered_on_the_page_that_the_notice_leads_to() {
    for language in languages() {
        let app = TestApp::start().await;
        let referred = referred(&app, language).await;
        let soon = app.db.clock().today().plus_days(5).to_string();
        let asked = app.db.write(Actor::system(), move |tx| {
            let key = tx.query_row("SELECT id FROM referral", [], |row| row.get(0))?;
            let referral = queries::find(tx, key)?;
            let deed = Deed::new(Event::AskInformation, referral.version)
                .with(Fact::Question, "How many trucks a day?")
                .with(Fact::AskedOf, "entrepreneur")
                .with(Fact::NeededBy, soon);
            queries::record(tx, &Who::partner(None, "Sal Silva"), &referral, deed).map(drop)
        });
        asked.await.unwrap();
        let (mut rosa, address) = (app.nobody(), leads_to(&app).await);
        let page = rosa.open(&address).await;
        assert!(page.says("How many trucks a day?"), "{}: {}", language.code(), page.text());
        let send = language.word("answer-send");
        let empty = rosa.press(&page, &send, &[("answer", " ")]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", empty.text());
        let answered = rosa.press(&page, &send, &[("answer", "Two, and one on Friday")]).await;
        assert_eq!((answered.status, answered.path.as_str()), (StatusCode::OK, referred.status_link.as_str()), "{}", answered.text());
        let facts: String = one(&app, "SELECT facts FROM referral_event WHERE event = 'provide_information'").await;
        assert!(facts.contains("Two, and one on Friday"), "{facts}");
        let again = rosa.press(&page, &send, &[("answer", "Two, and one on Friday")]).await;
        assert!(again.status == StatusCode::OK || again.status == StatusCode::CONFLICT);
        assert_eq!(one::<i64>(&app, "SELECT count(*) FROM referral_event WHERE event = 'provide_information'").await, 1, "once");
        assert_eq!(rosa.open(&address).await.path, referred.status_link, "what was answered is not asked again");
    }
}

#[tokio::test]
async fn a_permission_that_ends_is_renewed_on_the_page_that_the_notice_leads_to() {
    for language in languages() {
        let app = TestApp::start().await;
        app.move_to("2027-03-02", 12);
        let referred = referred(&app, language).await;
        let ends = app.db.write(Actor::system(), |tx| {
            tx.execute("UPDATE consent SET expires_on = ?1", [tx.today().plus_days(6)])?;
            tx.audit("consent.moved_by_a_test", Object::none())
        });
        ends.await.unwrap();
        app.make_a_round().await;
        let (mut rosa, address) = (app.nobody(), leads_to(&app).await);
        let page = rosa.open(&address).await;
        assert!(page.says(&language.word("renew-heading")), "{}: {}", language.code(), page.text());
        let how = language.say("renew-how", Args::default().with("org", "Harbor Loft Trust"));
        assert!(page.says(&how), "{how}: {}", page.text());
        let renewed = rosa.press(&page, &language.word("renew-button"), &[]).await;
        assert_eq!((renewed.status, renewed.path.as_str()), (StatusCode::OK, referred.status_link.as_str()), "{}", renewed.text());
        assert_eq!(one::<i64>(&app, "SELECT count(*) FROM consent WHERE ended_at IS NULL AND method = 'link'").await, 1);
        assert_eq!(rosa.open(&address).await.path, referred.status_link, "what was answered is not asked again");
    }
}

#[tokio::test]
async fn whether_anybody_called_is_asked_until_they_say_yes_and_a_no_comes_back_the_next_day() {
    for language in languages() {
        let app = TestApp::start().await;
        let referred = referred(&app, language).await;
        let accepted = app.db.write(Actor::system(), move |tx| {
            let key = tx.query_row("SELECT id FROM referral", [], |row| row.get(0))?;
            let referral = queries::find(tx, key)?;
            let by = tx.today().plus_days(3).to_string();
            let deed = Deed::new(Event::Accept, referral.version)
                .with(Fact::ResponsiblePerson, "Sal Silva")
                .with(Fact::FirstContactOn, by)
                .with(Fact::EligibilityChecked, "yes");
            queries::record(tx, &Who::partner(None, "Sal Silva"), &referral, deed).map(drop)
        });
        accepted.await.unwrap();
        let mut rosa = app.nobody();
        let (page, answer) = (referred.status_link.clone(), format!("{}/answer", referred.status_link));
        let word = |key| language.word(key);
        let button = |key| format!(">{}</button>", language.word(key));
        let asked = rosa.open(&answer).await;
        assert!(asked.says(&word("contact-heading")) && asked.says(&word("contact-no")), "{}", asked.text());
        let told = rosa.press(&asked, &word("contact-no"), &[]).await;
        assert!(told.says(&word("contact-no-said")) && told.says(&word("met-you-said")), "she reads what she said: {}", told.text());
        let again = rosa.open(&answer).await;
        assert!(!again.text().contains(&button("contact-no")), "and is not asked again today: {}", again.text());
        app.move_on(24 * 60);
        let asked = rosa.open(&answer).await;
        let told = rosa.press(&asked, &word("contact-yes"), &[]).await;
        assert!(told.says(&word("contact-yes-said")), "{}", told.text());
        app.move_on(24 * 60);
        assert!(!rosa.open(&answer).await.text().contains(&button("contact-yes")), "a yes is not asked again");
        // The wrong button was pressed: the other one is there.
        let shown = rosa.open(&page).await;
        let told = rosa.press(&shown, &word("contact-no"), &[]).await;
        assert!(told.says(&word("contact-no-said")), "{}", told.text());
    }
}
