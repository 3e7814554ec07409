//! The sheet of needs: asked on the form, changed on the draft, agreed to by the client, seen by the partner as far as it may.

use super::{agree_and_send, id_of, new_form, partner_accepts, partner_opens};
use crate::house::TestApp;
use axum::http::StatusCode;
use fairfloor::values::{Kind, LinkKind};

#[tokio::test]
async fn each_kind_asks_what_it_needs_to_know_and_says_what_is_missing() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    for (kind, words, code) in [
        ("technology_transfer", "How ready is it now? (TRL)", "tt_type"),
        ("workforce", "Wage offered, from", "work_wants"),
        ("entrepreneurship", "Child care, in their own words", "venture_stage"),
        ("business_development", "Money sought", "bd_topic"),
    ] {
        let page = new_form(&app, &mut ada, kind).await;
        assert!(page.says(words), "{kind}");
        let again = ada.press(&page, "Save draft", &[("need", "A plain need"), ("urgency", "this_month")]).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "{kind}");
        assert!(again.text().contains(&format!("href=\"#{code}\"")), "{kind}: the complaint leads to its field");
        assert!(again.text().contains("A plain need"), "{kind}: what was typed is kept");
    }
    let foreign = [
        ("key", "0123456789abcdef"),
        ("kind", "workforce"),
        ("need", "x"),
        ("urgency", "no_rush"),
        ("work_wants", "hire"),
        ("trl_now", "3"),
    ];
    let refused = ada.post(&format!("/clients/{}/referrals", app.alpha.client), &foreign).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_draft_can_be_changed_until_the_client_agrees_and_then_stands() {
    let app = TestApp::start().await;
    let contact = app.partner_taking(&app.alpha, "Northside Lenders", Kind::BusinessDevelopment).await;
    let mut ada = app.person("Ada").await;
    let page = new_form(&app, &mut ada, "business_development").await;
    let typed = [
        ("need", "A loan for a second oven"),
        ("urgency", "this_month"),
        ("bd_topic", "financing"),
        ("funding_sought_cents", "40,000"),
        ("papers_ready", "tax_returns"),
        ("own_money_cents", "5000"),
        ("bd_note", "TEAM-ONLY-WORDS"),
        ("contact", contact.as_str()),
    ];
    let draft = ada.press(&page, "Save draft", &typed).await;
    for words in ["Loan or other financing", "$40,000", "Tax returns", "$5,000", "TEAM-ONLY-WORDS"] {
        assert!(draft.says(words), "{words}");
    }
    let change = ada.open(&format!("/referrals/{}/needs", id_of(&draft))).await;
    let elsewhere = ada.open(&format!("/referrals/{}/needs", id_of(&draft))).await;
    let complained = ada.press(&change, "Save", &[("funding_sought_cents", "a lot")]).await;
    assert_eq!(complained.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(complained.says("a lot"));
    let changed = ada.press(&change, "Save", &[("funding_sought_cents", "45000"), ("need", "A loan for two ovens")]).await;
    assert!(changed.says("$45,000") && changed.says("A loan for two ovens") && !changed.says("$40,000"));
    let old = ada.press(&elsewhere, "Save", &[("funding_sought_cents", "1")]).await;
    assert_eq!(old.status, StatusCode::CONFLICT, "a form drawn before another change is stale");
    // The client hears everything a partner could see, and nothing of what stays with the team.
    assert!(changed.says("Money sought: $45,000") && changed.says("Own money there is (only after they say yes): $5,000"));
    let fields = [("key", "0123456789abcdef"), ("version", "2"), ("need", "Other"), ("bd_topic", "legal")];
    let sent = agree_and_send(&mut ada, &changed).await;
    let late = ada.post(&format!("/referrals/{}/needs", id_of(&sent)), &fields).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(late.says("The client has agreed to share this as it stands"));
    assert_eq!((app.audited("referral.needs_written").await, app.audited("referral.needs_changed").await), (1, 1));
}

#[tokio::test]
async fn the_partner_sees_the_needs_at_once_the_rest_after_a_yes_and_the_teams_words_never() {
    let app = TestApp::start().await;
    let contact = app.partner_taking(&app.alpha, "Makers Academy", Kind::Entrepreneurship).await;
    let mut ada = app.person("Ada").await;
    let page = new_form(&app, &mut ada, "entrepreneurship").await;
    let typed = [
        ("need", "A place in a spring group"),
        ("urgency", "no_rush"),
        ("venture_stage", "selling"),
        ("cohort_wanted", "BEFORE-WORDS"),
        ("childcare_words", "AFTER-WORDS"),
        ("program_note", "TEAM-WORDS"),
        ("contact", contact.as_str()),
    ];
    let draft = ada.press(&page, "Save draft", &typed).await;
    let sent = agree_and_send(&mut ada, &draft).await;
    let (mut lee, before) = partner_opens(&app, &id_of(&sent)).await;
    assert!(before.says("BEFORE-WORDS") && before.says("First sales"));
    assert!(!before.says("AFTER-WORDS") && !before.says("TEAM-WORDS"));
    let after = partner_accepts(&app, &mut lee, &before).await;
    assert!(after.says("AFTER-WORDS") && !after.says("TEAM-WORDS"));
    // The client stops it: the permission is over, and with it what it opened.
    let mut rosa = app.nobody();
    let stopping = rosa.open(&format!("{}/stopping", app.link_to(&id_of(&sent), LinkKind::Status).await)).await;
    rosa.press(&stopping, "Stop this referral", &[]).await;
    let closed = lee.look(&after.path).await;
    assert!(!closed.text().contains("AFTER-WORDS") && !closed.text().contains("TEAM-WORDS"));
    for words in ["TEAM-WORDS", "AFTER-WORDS", "BEFORE-WORDS"] {
        let sql = "SELECT count(*) FROM outbox_message WHERE instr(subject || body, ?1) > 0";
        let found: i64 = app.db.read(move |conn| Ok(conn.query_row(sql, [words], |row| row.get(0))?)).await.unwrap();
        assert_eq!(found, 0, "{words} is in no notice");
    }
}

#[tokio::test]
async fn a_summary_that_tells_too_much_is_warned_about_and_the_person_decides() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let page = new_form(&app, &mut ada, "technology_transfer").await;
    let typed = [("need", "The coat cures at 180 °C with TiO2"), ("urgency", "this_month"), ("tt_type", "testing")];
    let warned = ada.press(&page, "Save draft", &typed).await;
    assert_eq!(warned.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(warned.says("180 °C") && warned.says("TiO2") && warned.says("A formula is the invention itself."));
    let kept = ada.press(&warned, "Save draft", &[("words_read", "yes")]).await;
    assert_eq!(kept.status, StatusCode::OK);
    assert!(kept.says("The coat cures at 180 °C"));
    // Other kinds are not asked.
    let page = new_form(&app, &mut ada, "workforce").await;
    let plain = ada.press(&page, "Save draft", &[("need", "Oven work at 180 °C"), ("urgency", "this_month"), ("work_wants", "hire")]).await;
    assert_eq!(plain.status, StatusCode::OK);
}

#[tokio::test]
async fn another_partner_is_tried_with_the_same_needs() {
    let app = TestApp::start().await;
    let contact = app.partner_taking(&app.alpha, "Northside Lenders", Kind::BusinessDevelopment).await;
    let mut ada = app.person("Ada").await;
    let page = new_form(&app, &mut ada, "business_development").await;
    let typed = [
        ("need", "A loan"),
        ("urgency", "this_month"),
        ("bd_topic", "financing"),
        ("funding_sought_cents", "777"),
        ("contact", contact.as_str()),
    ];
    let draft = ada.press(&page, "Save draft", &typed).await;
    let sent = agree_and_send(&mut ada, &draft).await;
    let stopped = ada.press(&sent, "Save: Stop this referral", &[("reason", "wrong_partner")]).await;
    let next = ada.press(&stopped, "Try another partner", &[]).await;
    assert_ne!(id_of(&next), id_of(&stopped));
    assert!(next.says("$777"));
}
