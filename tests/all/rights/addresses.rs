//! Where codes go: asking for a code to a new address has a limit, staff change no one who has left, and the old address is told.

use super::{change, one, rosa};
use crate::house::{Postbox, TestApp};
use axum::http::StatusCode;

async fn letter(postbox: &Postbox, count: usize) -> String {
    let postbox = postbox.clone();
    tokio::task::spawn_blocking(move || postbox.wait_for(count).pop().unwrap().body()).await.unwrap()
}

#[tokio::test]
async fn asking_for_codes_to_new_addresses_has_a_limit_and_wrong_ones_close_nobodys_sign_in() {
    let (app, _postbox) = TestApp::start_with_mail().await;
    let mut rosa = rosa(&app).await;
    for number in 0..20 {
        let email = format!("spam{number}@else.test");
        assert_eq!(rosa.post("/me/profile/email-codes", &[("email", &email)]).await.status, StatusCode::OK);
    }
    let made: i64 = one(&app, "SELECT count(*) FROM mailed_code").await;
    let waits = rosa.post("/me/profile/email-codes", &[("email", "spam99@else.test")]).await;
    assert!(waits.status == StatusCode::TOO_MANY_REQUESTS && waits.says("Wait a quarter of an hour"), "{}", waits.text());
    assert_eq!(one::<i64>(&app, "SELECT count(*) FROM mailed_code").await, made, "no further code is made");
    // Five wrong codes for a partner's address rest here, and the partner's own list still hears its code.
    for _ in 0..6 {
        let fields = [("version", "1"), ("email", "sal@harbor.test"), ("code", "1")];
        assert_eq!(rosa.post("/me/profile/email", &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let rests = rosa.post("/me/profile/email", &[("version", "1"), ("email", "sal@harbor.test"), ("code", "1")]).await;
    assert!(rests.says("Too many wrong codes"), "{}", rests.text());
    app.refer(&app.alpha).await;
    let mut sal = app.nobody();
    let page = sal.open("/p/inbox").await;
    let asked = sal.press(&page, "Mail me a code", &[("email", "sal@harbor.test")]).await;
    let wrong = sal.press(&asked, "Open my list", &[("email", "sal@harbor.test"), ("code", "000000")]).await;
    assert!(!wrong.text().to_lowercase().contains("half an hour"), "{}", wrong.text());
}

/// Fields of the form about Rosa, with this address.
fn form<'a>(version: &'a str, email: &'a str) -> [(&'static str, &'a str); 7] {
    [
        ("version", version),
        ("first_name", "Rosa"),
        ("last_name", "Doe"),
        ("telephone", ""),
        ("email", email),
        ("language", "en"),
        ("contact_by", ""),
    ]
}

#[tokio::test]
async fn staff_change_nobody_who_has_no_part_in_a_client_of_theirs_any_more() {
    let app = TestApp::start().await;
    let address = format!("/clients/{}/owners/{}", app.alpha.client, app.alpha.owner);
    let mut ada = app.person("Ada").await;
    assert!(ada.post(&address, &form("1", "rosa@home.test")).await.status.is_redirection());
    change(&app, "UPDATE ownership SET to_on = '2020-01-01', is_contact = 0 WHERE person_id = 1").await;
    let refused = ada.post(&address, &form("2", "ada@else.test")).await;
    assert!(
        refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.says("a program with a business of theirs"),
        "{}",
        refused.text()
    );
    assert_eq!(one::<String>(&app, "SELECT email FROM person WHERE id = 1").await, "rosa@home.test");
    // A part in another client of the program is a part.
    change(
        &app,
        "INSERT INTO enrollment (business_id, program_id, from_on) VALUES (2, 1, '2020-01-01');
         INSERT INTO ownership (business_id, person_id) VALUES (2, 1)",
    )
    .await;
    assert!(ada.post(&address, &form("2", "rosa@shop.test")).await.status.is_redirection());
}

#[tokio::test]
async fn whoever_reads_the_old_address_hears_that_staff_changed_it() {
    let (app, postbox) = TestApp::start_with_mail().await;
    let address = format!("/clients/{}/owners/{}", app.alpha.client, app.alpha.owner);
    change(&app, "UPDATE person SET email = 'rosa@home.test' WHERE id = 1").await;
    let mut ada = app.person("Ada").await;
    assert!(ada.post(&address, &form("1", "rosa@shop.test")).await.status.is_redirection());
    assert!(letter(&postbox, 1).await.contains("another address"));
    assert!(ada.post(&address, &form("2", "rosa@shop.test")).await.status.is_redirection(), "the same again tells nobody");
    assert_eq!(one::<i64>(&app, "SELECT count(*) FROM outbox_message").await, 0, "it stands in no outbox");
    // A correction that staff confirm tells the old address too.
    change(
        &app,
        "INSERT INTO correction_request (public_id, person_id, business_id, program_id, what, old_value, new_value, asked_at, due_on)
         VALUES ('0123456789abcdefghjkmnpqrs', 1, 1, 1, 'email', 'rosa@shop.test', 'rosa@third.test', 1, '2099-01-01')",
    )
    .await;
    let made = [("key", "0123456789abcdef"), ("answer", "made"), ("words", "")];
    assert!(ada.post("/corrections/0123456789abcdefghjkmnpqrs", &made).await.status.is_redirection());
    let taken = postbox.clone();
    let letters = tokio::task::spawn_blocking(move || taken.wait_for(2)).await.unwrap();
    let told: Vec<&str> = letters.iter().map(|letter| letter.to.as_str()).collect();
    assert!(told.iter().any(|to| to.contains("rosa@home.test")) && told.iter().any(|to| to.contains("rosa@shop.test")), "{told:?}");
    assert!(letters.iter().all(|letter| letter.body().contains("another address")));
}
