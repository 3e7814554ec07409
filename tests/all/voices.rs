//! Two voices and open loops: what the partner says and what the client says stay apart, and a negative end is no end.

use crate::house::{Page, Person, Referred, TestApp};
use axum::http::StatusCode;
use fairfloor::referrals::deed::{Deed, Who};
use fairfloor::referrals::fact::Fact;
use fairfloor::referrals::{Event, queries};
use fairfloor::store::Actor;
use fairfloor::values::ReferralId;

/// Sal does these deeds, each with its facts.
pub async fn sal_does(app: &TestApp, referred: &Referred, deeds: &[(Event, &[(Fact, &str)])]) {
    let id = ReferralId::parse(&referred.referral).unwrap();
    let deeds: Vec<(Event, Vec<(Fact, String)>)> =
        deeds.iter().map(|(event, facts)| (*event, facts.iter().map(|(fact, text)| (*fact, (*text).to_owned())).collect())).collect();
    let done = app.db.write(Actor::system(), move |tx| {
        let key: i64 = tx.query_row("SELECT id FROM referral WHERE public_id = ?1", [id.as_str()], |row| row.get(0))?;
        for (event, facts) in deeds {
            let referral = queries::find(tx, key)?;
            let deed = facts.into_iter().fold(Deed::new(event, referral.version), |deed, (fact, text)| deed.with(fact, text));
            queries::record(tx, &Who::partner(referral.contact.as_ref().map(|(key, _)| *key), "Sal Silva"), &referral, deed)?;
        }
        Ok(())
    });
    done.await.unwrap();
}

pub const ACCEPT: (Event, &[(Fact, &str)]) =
    (Event::Accept, &[(Fact::ResponsiblePerson, "Sal Silva"), (Fact::FirstContactOn, "2199-01-01"), (Fact::EligibilityChecked, "yes")]);

pub async fn completed(app: &TestApp) -> Referred {
    let referred = app.refer(&app.alpha).await;
    let (today, soon) = (app.db.clock().today().to_string(), app.db.clock().today().plus_days(14).to_string());
    let start = [
        (Fact::ContactedOn, today.as_str()),
        (Fact::ContactChannel, "call"),
        (Fact::Stage, "tours"),
        (Fact::NextExpectedOn, soon.as_str()),
    ];
    let complete =
        [(Fact::Outcome, "fully_met"), (Fact::Results, "lease_signed"), (Fact::Delivered, "3,000 sq ft"), (Fact::EndOn, today.as_str())];
    sal_does(app, &referred, &[ACCEPT, (Event::Start, &start), (Event::Complete, &complete)]).await;
    referred
}

/// Rosa answers on her page.
pub async fn answers(rosa: &mut Person, link: &str, typed: &[(&str, &str)]) -> Page {
    let page = rosa.open(link).await;
    rosa.press(&page, "Send my answer", typed).await
}

#[tokio::test]
async fn a_dispute_keeps_the_loop_open_until_a_next_step_is_recorded_and_rosa_was_told() {
    let app = TestApp::start().await;
    let referred = completed(&app).await;
    let (mut rosa, mut ada) = (app.nobody(), app.person("Ada").await);
    let page = format!("/referrals/{}", referred.referral);
    assert!(ada.open(&page).await.says("Loop open: the client has not said yet if it met the need"));
    let typed = [
        ("happened", "not_as_reported"),
        ("need_met", "no"),
        ("was_missing", "fit"),
        ("rating", "2"),
        ("comment", "The lift is too small"),
    ];
    let thanks = answers(&mut rosa, &referred.status_link, &typed).await;
    assert_eq!(thanks.status, StatusCode::OK, "{}", thanks.text());
    let seen = ada.open(&page).await;
    for words in [
        "They do not agree",
        "What Harbor Loft Trust says",
        "What Alpha Metal Works says",
        "Need fully met",
        "Need met: no",
        "not quite",
        "Fit",
        "2 of 5",
        "In their own words: The lift is too small",
        "Only the program reads these words.",
        "Loop open: the client says it is not so, and no next step is recorded; the client has not been told what happens next.",
    ] {
        assert!(seen.says(words), "{words} is not on the page: {}", seen.text());
    }
    assert!(ada.open("/referrals").await.says("They do not agree"));
    assert!(ada.open("/today").await.says("they do not agree on how it went"));

    let several = ada.open("/referrals/next-steps").await;
    let form = several.form_with("Save the next steps");
    for field in ["next_step", "told_on", "shared_note", "review_on"] {
        assert_eq!(form.value(field), Some(""), "{field} is never filled in beforehand");
    }
    let empty = ada.press(&several, "Save the next steps", &[]).await;
    assert!(empty.status == StatusCode::OK && empty.says("Alpha Metal Works"), "rows left empty stay");
    let half =
        ada.press(&empty, "Save the next steps", &[("next_step", "other_help_given"), ("shared_note", "We look for another dock")]).await;
    assert_eq!(half.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(half.says("R-1001: Fill in: Talked with the client on") && half.text().contains("We look for another dock"), "{}", half.text());
    let today = app.db.clock().today().to_string();
    let saved = ada.press(&half, "Save the next steps", &[("told_on", &today)]).await;
    assert!(saved.says("Every loop is closed"), "{}", saved.text());
    assert!(ada.open(&page).await.says("Loop closed."));
    // The answer stays what Rosa said, and she can change it.
    let page = answers(&mut rosa, &referred.status_link, &[("happened", "yes"), ("need_met", "partly")]).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
}

#[tokio::test]
async fn a_partner_reads_of_the_answer_only_the_words_that_are_for_it() {
    let app = TestApp::start().await;
    let referred = completed(&app).await;
    let mut rosa = app.nobody();
    answers(&mut rosa, &referred.status_link, &[("happened", "yes"), ("need_met", "partly"), ("comment", "SECRET"), ("rating", "1")]).await;
    let links = "SELECT count(*) FROM access_link WHERE kind = 'partner' AND revoked_at IS NULL";
    let open: i64 = app.db.read(move |conn| Ok(conn.query_row(links, [], |row| row.get(0))?)).await.unwrap();
    assert_eq!(open, 0, "nothing is for the partner");
    let typed =
        [("happened", "yes"), ("need_met", "partly"), ("comment", "Thank you, Sal"), ("comment_visibility", "partner"), ("rating", "1")];
    answers(&mut rosa, &referred.status_link, &typed).await;
    let db = app.db.clone();
    let link = app.db.read(move |conn| {
        let key = conn.query_row("SELECT id FROM access_link WHERE kind = 'partner' AND revoked_at IS NULL", [], |row| row.get(0))?;
        fairfloor::auth::links::address(conn, db.keys(), "", key)
    });
    let mut sal = app.nobody();
    let page = sal.open(&link.await.unwrap()).await;
    let desk = sal.press(&page, "Open the request", &[("name", "Sal Silva")]).await;
    assert!(desk.says("The manufacturer says: Thank you, Sal"), "{}", desk.text());
    for hidden in ["SECRET", "of 5", "partly", "Alpha Metal Works"] {
        assert!(!desk.says(hidden), "{hidden} is on the partner's page");
    }
}

#[tokio::test]
async fn a_no_with_a_better_door_helps_the_next_try_which_asks_anew() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    let no = [(Fact::Reason, "no_capacity_now"), (Fact::Alternative, "Ask the Northgate Makers Trust")];
    sal_does(&app, &referred, &[(Event::Reject, &no)]).await;
    let mut ada = app.person("Ada").await;
    let page = ada.open(&format!("/referrals/{}", referred.referral)).await;
    assert!(page.says("Loop open: no next step is recorded"), "{}", page.text());
    let draft = ada.press(&page, "Try another partner", &[]).await;
    assert!(draft.says("named a better door: Ask the Northgate Makers Trust"), "{}", draft.text());
    assert!(draft.says("The same kind of help was asked for in the last 90 days") && draft.says("R-1001"));
    let count = "SELECT count(*) FROM consent WHERE referral_id = (SELECT max(id) FROM referral)";
    let yes: i64 = app.db.read(move |conn| Ok(conn.query_row(count, [], |row| row.get(0))?)).await.unwrap();
    assert_eq!(yes, 0, "a permission is never copied");
    let before = ada.open(&format!("/referrals/{}", referred.referral)).await;
    assert!(before.says("Loop open: the client has not been told of the next step"), "{}", before.text());
    let sent = app.db.write(Actor::system(), |tx| {
        tx.execute("UPDATE outbox_message SET sent_at = 1 WHERE audience = 'entrepreneur'", [])?;
        tx.audit("notice.sent", fairfloor::store::Object::none())
    });
    sent.await.unwrap();
    assert!(ada.open(&format!("/referrals/{}", referred.referral)).await.says("Loop closed."));
}

#[tokio::test]
async fn two_who_act_in_the_same_second_both_learn_what_happened_and_nothing_is_lost() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    let mut ada = app.person("Ada").await;
    let page = ada.open(&format!("/referrals/{}", referred.referral)).await;
    sal_does(&app, &referred, &[ACCEPT]).await;
    let late = ada.press(&page, "Save: Stop this referral", &[("reason", "wrong_partner")]).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.says("This changed since you opened it: Harbor Loft Trust said yes"), "{}", late.text());
    assert!(late.says("You were about to: Stop this referral") && late.title().starts_with("Error: "));
    let form = late.form_with("Save: Stop this referral");
    assert_eq!(form.value("reason"), Some("wrong_partner"), "what was chosen is kept");
    let stopped = ada.press(&late, "Save: Stop this referral", &[]).await;
    assert!(stopped.says("Stopped"), "{}", stopped.text());
}

#[tokio::test]
async fn an_undo_is_a_correction_that_everyone_can_see() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    sal_does(&app, &referred, &[(Event::Reject, &[(Fact::Reason, "no_capacity_now")]), (Event::UndoLast, &[])]).await;
    let mut ada = app.person("Ada").await;
    let page = ada.open(&format!("/referrals/{}", referred.referral)).await;
    for words in ["Harbor Loft Trust said noTaken back", "The last update was undoneCorrection"] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    assert!(!page.says("What Harbor Loft Trust says"), "a word that was taken back is no word");
}

#[tokio::test]
async fn a_referral_that_was_made_on_the_telephone_is_told_to_the_end_by_the_advisor_who_says_how_she_knows() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    let mut ada = app.person("Ada").await;
    // Taken back, so that it can be sent as one that was asked on the telephone.
    let page = ada.open(&format!("/referrals/{}", referred.referral)).await;
    let page = ada.press(&page, "Undo: do not send it", &[]).await;
    let count = "SELECT count(*) FROM outbox_message WHERE audience = 'partner' AND stopped_at IS NULL";
    let notices = async || app.db.read(move |conn| Ok(conn.query_row(count, [], |row| row.get::<_, i64>(0))?)).await.unwrap();
    let before = notices().await;
    let page = ada.press(&page, "Save: it was sent", &[("asked_outside", "call")]).await;
    assert!(page.says("The partner was asked already, by: phone call"), "{}", page.text());
    assert_eq!(notices().await, before, "whoever was asked on the telephone is not asked again by mail");
    let today = app.db.clock().today();
    let (on, later) = (today.to_string(), today.plus_days(9).to_string());
    let told: [(&str, &[(&str, &str)]); 6] = [
        (
            "accept",
            &[("source", "call"), ("responsible_person", "Sal Silva"), ("first_contact_on", &later), ("eligibility_checked", "yes")],
        ),
        (
            "start",
            &[("source", "visit"), ("contacted_on", &on), ("contact_channel", "call"), ("stage", "tours"), ("next_expected_on", &later)],
        ),
        ("progress", &[("source", "email"), ("stage", "tours"), ("next_expected_on", &later)]),
        ("hold", &[("source", "call"), ("reason", "waiting_third_party"), ("review_on", &later)]),
        ("resume", &[("source", "letter"), ("what_changed", "The city said yes"), ("next_expected_on", &later)]),
        ("fail", &[("source", "call"), ("reason", "funds_exhausted_later"), ("lost_by", "third_party")]),
    ];
    for (event, typed) in told {
        let page = ada.open(&format!("/referrals/{}", referred.referral)).await;
        let form =
            page.forms().into_iter().find(|form| form.value("event") == Some(event)).unwrap_or_else(|| panic!("no form for {event}"));
        let fields = form.filled("", typed);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let answer = ada.post(&form.action, &fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{event}: {}", answer.text());
    }
    let page = ada.open(&format!("/referrals/{}", referred.referral)).await;
    for how in ["reported by Ada, phone call", "reported by Ada, in person", "reported by Ada, letter", "reported by Ada, e-mail or text"] {
        assert!(page.says(how), "{how}");
    }
}
