//! What a manager sets: days and limits, for whatever starts afterwards, with a reason, kept and seen by both of two managers.

use crate::house::TestApp;
use axum::http::StatusCode;
use fairfloor::error::Error;
use fairfloor::referrals::deed::{Deed, Who};
use fairfloor::referrals::fact::Fact;
use fairfloor::referrals::{Event, queries};
use fairfloor::store::Actor;
use fairfloor::values::{Day, PartnerId, Source};

const CLOCKS: &str = "/referrals/clocks";

async fn due(app: &TestApp, referral: &str) -> String {
    let referral = referral.to_owned();
    let read = move |conn: &rusqlite::Connection| {
        Ok(conn.query_row("SELECT due_on FROM referral WHERE public_id = ?1", [referral], |row| row.get(0))?)
    };
    app.db.read(read).await.unwrap()
}

/// What an advisor writes down for the partner.
async fn on_behalf(app: &TestApp, referral: &str, deeds: Vec<(Event, Vec<(Fact, String)>)>) -> Result<(), Error> {
    let (referral, advisor) = (referral.to_owned(), app.account("Ada").0);
    app.db
        .write(Actor::system(), move |tx| {
            let key = tx.query_row("SELECT id FROM referral WHERE public_id = ?1", [referral], |row| row.get(0))?;
            for (event, facts) in deeds {
                let now = queries::find(tx, key)?;
                let deed = facts.into_iter().fold(Deed::new(event, now.version), |deed, (fact, text)| deed.with(fact, text));
                queries::record(tx, &Who::on_behalf(advisor, Source::Call), &now, deed)?;
            }
            Ok(())
        })
        .await
}

fn accepted(contact_on: &str) -> (Event, Vec<(Fact, String)>) {
    let facts = [(Fact::ResponsiblePerson, "Mr. Silva"), (Fact::FirstContactOn, contact_on), (Fact::EligibilityChecked, "yes")];
    (Event::Accept, facts.map(|(fact, text)| (fact, text.to_owned())).to_vec())
}

fn started(on: &str, next: &str) -> (Event, Vec<(Fact, String)>) {
    let facts = [(Fact::ContactedOn, on), (Fact::ContactChannel, "call"), (Fact::Stage, "tours"), (Fact::NextExpectedOn, next)];
    (Event::Start, facts.map(|(fact, text)| (fact, text.to_owned())).to_vec())
}

#[tokio::test]
async fn a_clock_that_a_manager_sets_holds_for_what_starts_afterwards_and_says_why() {
    let app = TestApp::start().await;
    app.move_to("2027-03-01", 12);
    let earlier = app.refer(&app.alpha).await.referral;
    let mut max = app.person("Max").await;
    let page = max.look(CLOCKS).await;
    assert!(page.says("No news at all: not answered yet") && page.says("Something may be put on hold for so long"), "{}", page.text());
    let typed = [("kind", "real_estate"), ("timer", "decision"), ("days", "7"), ("reason", "The landlords meet each week")];
    let set = max.press(&page, "Set this clock", &typed).await;
    assert!(set.says("Space: The partner says yes or no, 7 days") && set.says("The landlords meet each week"), "{}", set.text());
    assert!(set.says("By Max"), "{}", set.text());
    assert_eq!(due(&app, &earlier).await, "2027-03-15", "what was promised stays promised");
    app.move_to("2027-03-02", 12);
    let later = app.db.write(Actor::system(), {
        let (program, advisor) = (app.alpha.clone(), app.account("Ada").0);
        move |tx| {
            let first = queries::find(tx, tx.query_row("SELECT id FROM referral ORDER BY id LIMIT 1", [], |row| row.get(0))?)?;
            let new = queries::NewReferral {
                program: program.key,
                business: program.client_key,
                kind: first.kind,
                need: "A second floor".to_owned(),
                urgency: fairfloor::values::Urgency::NoRush,
                origin: fairfloor::values::Origin::Advisor,
                partner: first.partner.as_ref().zip(first.contact.as_ref()).map(|(partner, contact)| (partner.0, contact.0)),
                advisor,
                replaces: None,
                together: None,
            };
            let ada = Who::staff(fairfloor::referrals::Party::Advisor, advisor);
            let draft = queries::create(tx, &ada, &new)?;
            let yes = queries::Agreement {
                fields: fairfloor::consent::DEFAULT_FIELDS.to_vec(),
                by_name: false,
                yes: Some(fairfloor::values::ConsentMethod::Spoken),
            };
            let agreed = queries::agree(tx, &ada, &draft, draft.version, &yes)?;
            let deed = Deed::new(Event::Send, agreed.version).with(Fact::OverrideReason, "A second one");
            Ok(queries::record(tx, &ada, &agreed, deed)?.id.to_string())
        }
    });
    assert_eq!(due(&app, &later.await.unwrap()).await, "2027-03-11", "seven business days");
}

#[tokio::test]
async fn what_cannot_be_set_is_refused_with_what_was_typed_and_two_managers_never_set_against_each_other() {
    let app = TestApp::start().await;
    let mut max = app.person("Max").await;
    let page = max.look(CLOCKS).await;
    for (timer, days, words) in [
        ("decision", "0", "Write 3 to 20 days."),
        ("decision", "many", "Write a number of days"),
        ("decision", "20", "is stopped after 28 days or more"),
        ("stale_in_progress", "14", "News of the work is due after 30 days"),
        ("hold_review", "121", "Write 14 to 120 days."),
        ("decision", "10", "It is 10 days already."),
        ("consent_expiry", "10", "Choose one of the answers on the list"),
    ] {
        let typed = [("kind", "real_estate"), ("timer", timer), ("days", days), ("reason", "Because of the board")];
        let refused = max.press(&page, "Set this clock", &typed).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{timer} {days}");
        assert!(refused.says(words), "{words}: {}", refused.text());
        assert!(refused.text().contains("Because of the board"), "what was typed stays");
    }
    let other = max.look(CLOCKS).await;
    let typed = [("kind", "workforce"), ("timer", "stale_accepted"), ("days", "30"), ("reason", "Short courses")];
    assert_eq!(max.press(&page, "Set this clock", &typed).await.status, StatusCode::OK);
    let stale =
        max.press(&other, "Set this clock", &[("kind", "workforce"), ("timer", "stale_accepted"), ("days", "40"), ("reason", "No")]).await;
    assert_eq!(stale.status, StatusCode::CONFLICT, "{}", stale.text());
    let history = max.look(CLOCKS).await;
    assert!(history.says("Short courses") && !history.says(", 40 days"), "{}", history.text());
    let detail: String = app
        .db
        .read(|conn| Ok(conn.query_row("SELECT detail FROM audit_event WHERE action = 'program.timer_set'", [], |row| row.get(0))?))
        .await
        .unwrap();
    assert_eq!(detail, "workforce stale_accepted 30");
    let held = max.press(&history, "Save minutes", &[("minutes", "20")]).await;
    assert!(held.text().contains("value=\"20\""), "{}", held.text());
    assert_eq!(max.press(&history, "Save minutes", &[("minutes", "30")]).await.status, StatusCode::CONFLICT);
    assert!(max.press(&held, "Save minutes", &[("minutes", "61")]).await.says("Notices are held 0 to 60 minutes"));
}

#[tokio::test]
async fn a_pause_and_a_named_day_lie_within_the_limits_of_the_program() {
    let app = TestApp::start().await;
    app.move_to("2027-03-01", 12);
    let referral = app.refer(&app.alpha).await.referral;
    let mut max = app.person("Max").await;
    let page = max.look(CLOCKS).await;
    let set = [("kind", "real_estate"), ("timer", "hold_review"), ("days", "20"), ("reason", "Nobody waits longer")];
    let page = max.press(&page, "Set this clock", &set).await;
    let set = [("kind", "real_estate"), ("timer", "update_at_most"), ("days", "40"), ("reason", "Nor that")];
    max.press(&page, "Set this clock", &set).await;
    let said = |result: Result<(), Error>| result.unwrap_err().to_string();
    on_behalf(&app, &referral, vec![accepted("2027-03-02")]).await.unwrap();
    assert_eq!(said(on_behalf(&app, &referral, vec![started("2027-03-01", "2027-04-11")]).await), "Choose a day within 40 days.");
    assert!(said(on_behalf(&app, &referral, vec![started("2027-03-01", "2027-02-28")]).await).contains("is over"));
    on_behalf(&app, &referral, vec![started("2027-03-01", "2027-04-10")]).await.unwrap();
    let mut ada = app.person("Ada").await;
    let page = ada.look(&format!("/referrals/{referral}")).await;
    let hold = [("reason", "waiting_third_party"), ("review_on", "2027-03-22")];
    let refused = ada.press(&page, "Save: Put on hold", &hold).await;
    assert!(refused.says("Choose a day within 20 days."), "{}", refused.text());
    let held = ada.press(&page, "Save: Put on hold", &[("reason", "waiting_third_party"), ("review_on", "2027-03-21")]).await;
    assert!(held.says("hold"), "{}", held.text());
}

#[tokio::test]
async fn a_partner_is_slow_by_the_days_it_was_given_and_silence_shows_when_the_manager_says() {
    let app = TestApp::start().await;
    app.move_to("2027-03-01", 12);
    let mut max = app.person("Max").await;
    let set = |timer, days| [("kind", "real_estate"), ("timer", timer), ("days", days), ("reason", "We said so together")];
    let page = max.look(CLOCKS).await;
    let page = max.press(&page, "Set this clock", &set("decision", "3")).await;
    max.press(&page, "Set this clock", &set("stale_unanswered", "10")).await;
    let referred = app.refer(&app.alpha).await;
    let partner = PartnerId::parse(&referred.partner).unwrap();
    let slow = |today: &'static str| {
        let (partner, db) = (partner.clone(), app.db.clone());
        async move {
            db.read(move |conn| {
                let key = conn.query_row("SELECT id FROM partner WHERE public_id = ?1", [partner], |row| row.get(0))?;
                let partner = fairfloor::partners::queries::find(conn, key)?;
                let times = queries::answer_times(conn, &partner, Day::parse(today)?)?;
                Ok((times.slow.overdue, times.due_days))
            })
            .await
            .unwrap()
        }
    };
    assert_eq!(slow("2027-03-04").await, (0, 3));
    assert_eq!(slow("2027-03-05").await, (1, 3), "three days were given, and the fourth is late");
    app.move_to("2027-03-12", 9);
    app.make_a_round().await;
    let stale = "SELECT count(*) FROM reminder WHERE timer = 'stale' AND rung = 'manager_looks'";
    assert_eq!(app.db.read(move |conn| Ok(conn.query_row(stale, [], |row| row.get::<_, i64>(0))?)).await.unwrap(), 1);
}
