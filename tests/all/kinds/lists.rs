//! The lists: extended by a manager, retired by date, never deleted, and a sign where `other` is chosen too often.

use super::{id_of, partner_accepts, partner_opens, sent};
use crate::house::TestApp;
use axum::http::StatusCode;
use fairfloor::values::Kind;

#[tokio::test]
async fn a_manager_adds_a_reason_that_partners_can_choose_and_the_entrepreneur_reads() {
    let app = TestApp::start().await;
    let mut max = app.person("Max").await;
    let page = max.open("/lists?list=hold").await;
    let button = "Add to the list";
    let again = max.press(&page, button, &[("label", "Machine is broken")]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "without a sentence for the entrepreneur nothing is added");
    assert!(again.text().contains("href=\"#client_label\"") && again.says("Choose whose reason it is"));
    let typed = [("client_label", "Their machine is being repaired"), ("group", "capacity"), ("side", "partner")];
    let page = max.press(&again, button, &typed).await;
    assert!(page.says("Machine is broken") && page.says("Their machine is being repaired."), "{}", page.text());
    let twice =
        [("label", "machine IS broken"), ("client_label", "Their machine is being repaired"), ("group", "capacity"), ("side", "partner")];
    let refused = max.press(&page, button, &twice).await;
    assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.says("is on this list already"));
    // It is offered at once, and told in its words.
    let mut ada = app.person("Ada").await;
    let referral = sent(&app, &mut ada, Kind::TechnologyTransfer, &[("tt_type", "testing")]).await;
    let (mut lee, page) = partner_opens(&app, &id_of(&referral)).await;
    let page = partner_accepts(&app, &mut lee, &page).await;
    let later = app.db.clock().today().plus_days(20).to_string();
    let page = lee.press(&page, "Send this answer: Put on hold", &[("reason", "machine_is_broken"), ("review_on", later.as_str())]).await;
    assert!(page.says("on hold"), "{}", page.text());
    // Retired: no longer offered, and the referral keeps its words.
    let page = max.open("/lists?list=hold").await;
    assert!(page.says("1 open referral stands on it"));
    let page = max.press(&page, "Retire: Machine is broken", &[]).await;
    assert!(page.says("Retired, last day"));
    let seen = ada.open(&referral.path).await;
    assert!(seen.says("Machine is broken"), "what was recorded keeps its meaning");
    let other = sent(&app, &mut ada, Kind::TechnologyTransfer, &[("tt_type", "testing")]).await;
    let (mut lee, page) = partner_opens(&app, &id_of(&other)).await;
    let page = partner_accepts(&app, &mut lee, &page).await;
    assert!(!page.says("Machine is broken"), "a retired code is offered to nobody");
    let page = max.open("/lists?list=hold").await;
    let page = max.press(&page, "Use again: Machine is broken", &[]).await;
    assert!(!page.says("Retired, last day"));
    for action in ["code.added", "code.retired", "code.used_again"] {
        assert_eq!(app.audited(action).await, 1, "{action}");
    }
    let kept: i64 = app
        .db
        .read(|conn| Ok(conn.query_row("SELECT count(*) FROM code WHERE code = 'machine_is_broken'", [], |row| row.get(0))?))
        .await
        .unwrap();
    assert_eq!(kept, 1);
}

#[tokio::test]
async fn what_rules_stand_on_stays_and_only_managers_change_the_lists() {
    let app = TestApp::start().await;
    let mut max = app.person("Max").await;
    let page = max.open("/lists?list=outcome").await;
    assert!(page.says("A rule stands on this one, so it stays.") && !page.text().contains("Retire<span class=\"vh\">: Need fully met"));
    let sql = "SELECT id FROM code WHERE list = 'outcome' AND code = 'fully_met'";
    let key: i64 = app.db.read(move |conn| Ok(conn.query_row(sql, [], |row| row.get(0))?)).await.unwrap();
    let refused = max.post(&format!("/lists/{key}/use"), &[("key", "0123456789abcdef"), ("list", "outcome")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    for name in ["Ada", "Adam", "Stu"] {
        assert_eq!(app.person(name).await.look("/lists").await.status, StatusCode::FORBIDDEN, "{name}");
    }
    assert!(max.open("/referrals").await.says("Lists of stages and reasons"));
    assert!(!app.person("Ada").await.open("/referrals").await.says("Lists of stages and reasons"));
}

#[tokio::test]
async fn other_chosen_more_than_once_in_ten_is_said_on_the_page() {
    let app = TestApp::start().await;
    let (mut ada, mut max) = (app.person("Ada").await, app.person("Max").await);
    for place in 0..10 {
        let referral = sent(&app, &mut ada, Kind::BusinessDevelopment, &[("bd_topic", "legal")]).await;
        let typed: &[(&str, &str)] =
            if place < 2 { &[("reason", "other"), ("reason_text", "Something else")] } else { &[("reason", "need_changed")] };
        ada.press(&referral, "Save: Stop this referral", typed).await;
        let page = max.open("/lists").await;
        assert_eq!(page.says("was chosen 2 of 10 times this quarter"), place == 9, "{place}");
    }
}
