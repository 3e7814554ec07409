//! A training for one person: the page and the notices are theirs, the business sees numbers.

use super::{agree_and_send, id_of, new_form, partner_accepts, partner_opens};
use crate::house::TestApp;
use axum::http::StatusCode;
use fairfloor::values::{Kind, LinkKind};

#[tokio::test]
async fn a_trainee_has_a_page_and_notices_of_their_own_and_the_business_sees_numbers() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let contact = app.partner_taking(&app.alpha, "Weld School", Kind::Workforce).await;
    let form = new_form(&app, &mut ada, "workforce").await;
    let nameless = [("need", "A welding course"), ("urgency", "this_month"), ("work_wants", "train"), ("telephone", "718 555 0199")];
    let again = ada.press(&form, "Save draft", &nameless).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.text().contains("href=\"#first_name\"") && again.text().contains("718 555 0199"));
    let named = [("first_name", "Marisol"), ("last_name", "Vega"), ("email", "marisol@home.test"), ("contact", contact.as_str())];
    let draft = ada.press(&again, "Save draft", &named).await;
    assert!(draft.says("This is for Marisol Vega"), "{}", draft.text());
    assert!(draft.says("First and last name: Marisol Vega") || draft.says("Marisol Vega"), "they are asked with their own name");
    let sent = agree_and_send(&mut ada, &draft).await;
    let referral = id_of(&sent);
    let wanted = referral.clone();
    let told: Vec<(String, Option<String>)> = app
        .db
        .read(move |conn| {
            let sql = "
                SELECT to_name, to_address
                FROM outbox_message
                JOIN referral ON referral.id = outbox_message.referral_id
                WHERE referral.public_id = ?1 AND audience = 'entrepreneur'";
            let mut statement = conn.prepare(sql)?;
            let rows = statement.query_map([wanted], |row| Ok((row.get(0)?, row.get(1)?)))?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        })
        .await
        .unwrap();
    assert!(!told.is_empty() && told.iter().all(|(name, _)| name == "Marisol Vega"), "{told:?}");
    let page = app.nobody().open(&app.link_to(&referral, LinkKind::Status).await).await;
    assert!(page.says("Marisol, your request is with the partner") && page.says("Your request for training"), "{}", page.text());
    assert!(!page.says("Rosa"), "the owner's name is not theirs to read");
    let (mut lee, page) = partner_opens(&app, &referral).await;
    assert!(!page.says("Marisol"));
    let page = partner_accepts(&app, &mut lee, &page).await;
    assert!(page.says("Marisol Vega") && !page.says("Rosa"));
    // The business's own referral shows that one person was sent, and nothing of how it goes.
    let own = super::sent(&app, &mut ada, Kind::Workforce, &[("work_wants", "hire")]).await;
    let owners = app.nobody().open(&app.link_to(&id_of(&own), LinkKind::Status).await).await;
    assert!(owners.says("1 person of your business was sent to training") && !owners.says("Marisol"), "{}", owners.text());
    assert_eq!(app.audited("referral.trainee_named").await, 1);
}

#[tokio::test]
async fn another_school_is_tried_for_the_same_trainee() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let contact = app.partner_taking(&app.alpha, "Weld School", Kind::Workforce).await;
    let form = new_form(&app, &mut ada, "workforce").await;
    let typed = [
        ("need", "A welding course"),
        ("urgency", "this_month"),
        ("work_wants", "train"),
        ("first_name", "Marisol"),
        ("contact", contact.as_str()),
    ];
    let draft = ada.press(&form, "Save draft", &typed).await;
    let sent = agree_and_send(&mut ada, &draft).await;
    let stopped = ada.press(&sent, "Save: Stop this referral", &[("reason", "wrong_partner")]).await;
    let next = ada.press(&stopped, "Try another partner", &[]).await;
    assert!(next.says("This is for Marisol"));
}
