//! The confidential part: in no page, notice or file of a partner before a signed agreement, and closed again when one of three ends.

use super::{id_of, partner_accepts, partner_opens, sent};
use crate::house::{Person, TestApp};
use axum::http::StatusCode;
use fairfloor::values::{Kind, LinkKind};

const SECRET: &str = "SENTINEL-SECRET-4711";

async fn write_secret(ada: &mut Person, referral: &str) {
    let page = ada.open(&format!("/referrals/{referral}/confidential")).await;
    let page = ada.press(&page, "Save details", &[("words", SECRET)]).await;
    assert!(page.says(SECRET), "{}", page.text());
}

async fn sign(app: &TestApp, ada: &mut Person, referral: &str, until: i64) {
    let (signed, until) = (app.db.clock().today().plus_days(-9).to_string(), app.db.clock().today().plus_days(until).to_string());
    let page = ada.open(&format!("/referrals/{referral}/confidential")).await;
    let typed = [
        ("signed_on", signed.as_str()),
        ("until_on", until.as_str()),
        ("by_client", "Rosa Doe"),
        ("by_partner", "Lee Long"),
        ("document", "NDA-2026-7"),
    ];
    let page = ada.press(&page, "Record the agreement", &typed).await;
    assert!(page.says("NDA-2026-7"), "{}", page.text());
}

/// The words are on no page of the partner, cannot be fetched, and are in no notice.
async fn nowhere(app: &TestApp, lee: &mut Person, referral: &str, when: &str) {
    for page in [lee.look(&format!("/p/r/{referral}")).await, lee.post(&format!("/p/r/{referral}/confidential"), &[]).await] {
        assert!(!page.text().contains(SECRET), "{when}: {}", page.path);
    }
    let status = app.nobody().open(&app.link_to(referral, LinkKind::Status).await).await;
    assert!(!status.text().contains(SECRET), "{when}");
    let sql = "
        SELECT (SELECT count(*) FROM outbox_message WHERE instr(subject || body, ?1) > 0)
             + (SELECT count(*) FROM referral_event WHERE instr(facts || coalesce(told, ''), ?1) > 0)
             + (SELECT count(*) FROM consent WHERE instr(text_shown, ?1) > 0)
             + (SELECT count(*) FROM audit_event WHERE instr(detail, ?1) > 0)";
    let found: i64 = app.db.read(move |conn| Ok(conn.query_row(sql, [SECRET], |row| row.get(0))?)).await.unwrap();
    assert_eq!(found, 0, "{when}");
}

#[tokio::test]
async fn without_a_signed_agreement_the_words_are_nowhere_at_any_status() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    for ending in ["reject", "complete", "fail", "withdraw"] {
        let draft = super::draft(&app, &mut ada, Kind::TechnologyTransfer, &[("tt_type", "testing")]).await;
        let referral = id_of(&draft);
        write_secret(&mut ada, &referral).await;
        let draft = ada.open(&draft.path).await;
        assert!(!draft.says(SECRET), "even the team reads it on its own page only");
        assert!(draft.says("Confidential details: only after you and"), "the client hears that there is one");
        super::agree_and_send(&mut ada, &draft).await;
        let (mut lee, page) = partner_opens(&app, &referral).await;
        nowhere(&app, &mut lee, &referral, "requested").await;
        let page = lee.press(&page, "We have it and are reading it", &[]).await;
        nowhere(&app, &mut lee, &referral, "received").await;
        if ending == "reject" {
            lee.press(&page, "Send this answer: No, we cannot help", &[("reason", "no_capacity_now")]).await;
            nowhere(&app, &mut lee, &referral, "rejected").await;
            continue;
        }
        let page = partner_accepts(&app, &mut lee, &page).await;
        assert!(page.says("non-disclosure agreement"));
        nowhere(&app, &mut lee, &referral, "accepted").await;
        let (today, later) = (app.db.clock().today().to_string(), app.db.clock().today().plus_days(9).to_string());
        let typed = [
            ("contacted_on", today.as_str()),
            ("contact_channel", "call"),
            ("stage", "need_defined"),
            ("next_expected_on", later.as_str()),
        ];
        let page = lee.press(&page, "Send this answer: We have started", &typed).await;
        nowhere(&app, &mut lee, &referral, "in progress").await;
        let hold = [("reason", "waitlist"), ("review_on", later.as_str())];
        let page = lee.press(&page, "Send this answer: Put on hold", &hold).await;
        nowhere(&app, &mut lee, &referral, "on hold").await;
        match ending {
            "complete" => {
                let done = [("outcome", "information_only"), ("delivered", "none"), ("end_on", today.as_str())];
                lee.press(&page, "Send this answer: It is done", &done).await;
            }
            "fail" => drop(lee.press(&page, "Send this answer: It did not work out", &[("reason", "technology_not_feasible")]).await),
            _ => {
                let mut rosa = app.nobody();
                let stopping = rosa.open(&format!("{}/stopping", app.link_to(&referral, LinkKind::Status).await)).await;
                rosa.press(&stopping, "Stop this referral", &[]).await;
            }
        }
        nowhere(&app, &mut lee, &referral, ending).await;
    }
    assert_eq!(app.audited("referral.confidential_part_opened").await, 0);
}

#[tokio::test]
async fn a_signed_agreement_opens_it_after_a_yes_and_every_opening_is_counted_for_the_client() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let page = sent(&app, &mut ada, Kind::TechnologyTransfer, &[("tt_type", "testing")]).await;
    let referral = id_of(&page);
    write_secret(&mut ada, &referral).await;
    sign(&app, &mut ada, &referral, 30).await;
    let (mut lee, page) = partner_opens(&app, &referral).await;
    nowhere(&app, &mut lee, &referral, "signed, and not accepted").await;
    let page = partner_accepts(&app, &mut lee, &page).await;
    assert!(!page.says(SECRET), "looking opens nothing");
    for _ in 0..2 {
        let opened = lee.press(&page, "Open the confidential details", &[]).await;
        assert!(opened.status == StatusCode::OK && opened.says(SECRET));
        assert_eq!(opened.header("cache-control"), "no-store");
    }
    assert_eq!(app.audited("referral.confidential_part_opened").await, 2);
    let status = app.nobody().open(&app.link_to(&referral, LinkKind::Status).await).await;
    assert!(status.says("they opened them 2 times") && !status.text().contains(SECRET));
    // What was read stays as it was read.
    let fields = [("key", "0123456789abcdef"), ("version", "1"), ("words", "Other words")];
    assert_eq!(ada.post(&format!("/referrals/{referral}/confidential"), &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    // The agreement ends: closed at once.
    let page = ada.open(&format!("/referrals/{referral}/confidential")).await;
    ada.press(&page, "End the agreement", &[]).await;
    nowhere(&app, &mut lee, &referral, "the agreement was ended").await;
    // Signed again, and the client takes the permission back: closed, too.
    sign(&app, &mut ada, &referral, 30).await;
    assert!(lee.post(&format!("/p/r/{referral}/confidential"), &[]).await.text().contains(SECRET));
    let sql = "UPDATE consent SET ended_at = 1";
    app.db
        .write(fairfloor::store::Actor::system(), move |tx| {
            tx.execute(sql, [])?;
            tx.audit("consent.ended", fairfloor::store::Object::none())
        })
        .await
        .unwrap();
    nowhere(&app, &mut lee, &referral, "no permission").await;
}

#[tokio::test]
async fn an_agreement_that_is_over_or_with_another_partner_opens_nothing() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let page = sent(&app, &mut ada, Kind::TechnologyTransfer, &[("tt_type", "testing")]).await;
    let referral = id_of(&page);
    write_secret(&mut ada, &referral).await;
    sign(&app, &mut ada, &referral, -1).await;
    let (mut lee, page) = partner_opens(&app, &referral).await;
    let page = partner_accepts(&app, &mut lee, &page).await;
    assert!(page.says("not in force today"));
    nowhere(&app, &mut lee, &referral, "over").await;
    let other = sent(&app, &mut ada, Kind::TechnologyTransfer, &[("tt_type", "testing")]).await;
    sign(&app, &mut ada, &id_of(&other), 30).await;
    nowhere(&app, &mut lee, &referral, "another partner's").await;
    // Other kinds have no such page.
    let space = sent(&app, &mut ada, Kind::RealEstate, &[]).await;
    assert_eq!(ada.look(&format!("/referrals/{}/confidential", id_of(&space))).await.status, StatusCode::NOT_FOUND);
    // Nor has another program.
    let mut bea = app.person("Bea").await;
    assert_eq!(bea.look(&format!("/referrals/{referral}/confidential")).await.status, StatusCode::NOT_FOUND);
}
