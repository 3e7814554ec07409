//! Notices leave by themselves: held, sent once, tried again, given up with a reason, and kept as they were sent.

use crate::house::{Manner, Postbox, TestApp};
use fairfloor::error::Error;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};

/// Notices that nobody sent, stopped or gave up.
async fn open_notices(app: &TestApp) -> i64 {
    let sql =
        "SELECT count(*) FROM outbox_message WHERE sent_at IS NULL AND stopped_at IS NULL AND failed_at IS NULL AND channel = 'email'";
    app.db.read(move |conn| Ok(conn.query_row(sql, [], |row| row.get(0))?)).await.unwrap()
}

async fn sent(app: &TestApp, postbox: &Postbox) -> usize {
    app.send_due().await;
    postbox.taken().len()
}

#[tokio::test]
async fn a_notice_is_held_then_sent_once_and_kept_as_it_was_sent() {
    let (app, postbox) = TestApp::start_with_mail().await;
    let referred = app.refer(&app.alpha).await;
    assert_eq!(sent(&app, &postbox).await, 0, "held for five minutes");
    let held = app.person("Ada").await.open("/outbox").await;
    assert!(held.says("Held until") && held.says("E-mail leaves by itself"), "{}", held.text());
    app.move_on(6);
    assert_eq!(sent(&app, &postbox).await, 1);
    assert_eq!(sent(&app, &postbox).await, 1, "never twice");
    let letter = postbox.taken().remove(0);
    assert_eq!(letter.to, "sal@harbor.test");
    assert_eq!(letter.head("Message-ID"), format!("<{}@alpha.test>", referred.message));
    assert!(letter.body().contains(&format!("http://fairfloor.test{}", referred.partner_link)), "{}", letter.body());
    let page = app.person("Ada").await.open("/outbox?show=sent").await;
    assert!(page.says("by the mail server"), "{}", page.text());
    // The file alone gives no token, and what was sent never changes.
    let token = referred.partner_link.rsplit('/').next().unwrap().to_owned();
    let (kept, digest): (String, Vec<u8>) = app
        .db
        .read(|conn| {
            Ok(conn.query_row("SELECT body, sent_digest FROM outbox_message WHERE sent_via = 'mail'", [], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?)
        })
        .await
        .unwrap();
    assert!(kept.contains("{link}") && !kept.contains(&token));
    assert_eq!(digest.len(), 32);
    let changed = app
        .db
        .write(fairfloor::store::Actor::system(), |tx| {
            tx.execute("UPDATE outbox_message SET body = 'something else' WHERE sent_via = 'mail'", [])?;
            tx.audit("notice.changed", fairfloor::store::Object::none())
        })
        .await;
    assert!(matches!(changed, Err(Error::Internal(_))), "what was sent stays as it was sent");
}

#[tokio::test]
async fn a_notice_is_taken_back_while_it_is_held_and_never_goes() {
    let (app, postbox) = TestApp::start_with_mail().await;
    app.refer(&app.alpha).await;
    let mut ada = app.person("Ada").await;
    let page = ada.open("/outbox").await;
    ada.press(&page, "Take it back: Partner Sal Silva", &[]).await;
    app.move_on(10);
    assert_eq!(sent(&app, &postbox).await, 0);
    assert!(app.person("Ada").await.open("/outbox?show=stopped").await.says("Do not send it"));
}

#[tokio::test]
async fn a_busy_server_is_asked_again_after_longer_and_longer_waits_and_a_dead_one_is_given_up() {
    let (app, postbox) = TestApp::start_with_mail().await;
    app.refer(&app.alpha).await;
    app.move_on(6);
    postbox.does(Manner::Defers);
    app.send_due().await;
    let page = app.person("Ada").await.open("/outbox?show=trouble").await;
    assert!(page.says("asked us to try again later") && page.says("for the second time"), "{}", page.text());
    assert!(!page.text().contains("secret@address.test"));
    // Its time has not come: nothing happens however often the sender looks.
    postbox.does(Manner::Takes);
    assert_eq!(sent(&app, &postbox).await, 0);
    app.move_on(1);
    assert_eq!(sent(&app, &postbox).await, 1);
    assert_eq!(open_notices(&app).await, 0);

    let (app, postbox) = TestApp::start_with_mail().await;
    app.refer(&app.alpha).await;
    app.move_on(6);
    postbox.does(Manner::TakesWithoutAWord);
    for wait in [0, 1, 5, 30, 120, 360, 1440] {
        app.move_on(wait);
        app.send_due().await;
    }
    assert_eq!(open_notices(&app).await, 0, "given up after the last wait");
    let names: Vec<String> = postbox.taken().iter().map(|letter| letter.head("Message-ID")).collect();
    assert_eq!(names.len(), 7);
    assert!(names.iter().all(|name| *name == names[0]), "the same name at every attempt: {names:?}");
    let mut ada = app.person("Ada").await;
    let page = ada.open("/outbox?show=trouble").await;
    assert!(page.says("Could not be sent") && page.says("after 7 tries"), "{}", page.text());
    postbox.does(Manner::Takes);
    ada.press(&page, "Send now: Partner Sal Silva", &[]).await;
    assert_eq!(sent(&app, &postbox).await, 8);
    assert_eq!(app.audited("notice.sent").await, 1);
}

#[tokio::test]
async fn an_address_that_is_refused_is_not_tried_again_and_the_page_says_what_next() {
    let (app, postbox) = TestApp::start_with_mail().await;
    app.refer(&app.alpha).await;
    app.move_on(6);
    postbox.does(Manner::Refuses);
    app.send_due().await;
    let page = app.person("Ada").await.open("/outbox?show=trouble").await;
    assert!(page.says("refuses this address") && page.says("Check the address with them"), "{}", page.text());
    postbox.does(Manner::Takes);
    app.move_on(2000);
    assert_eq!(sent(&app, &postbox).await, 0);
    let today = app.person("Ada").await.open("/outbox").await;
    assert!(today.says("1 notice has not arrived"), "{}", today.text());
}

#[tokio::test]
async fn a_server_that_is_named_for_the_first_time_sends_no_old_news() {
    let (app, postbox) = TestApp::start_with_mail().await;
    app.refer(&app.alpha).await;
    app.move_on(4 * 1440);
    assert_eq!(sent(&app, &postbox).await, 0);
    let mut ada = app.person("Ada").await;
    let page = ada.open("/outbox").await;
    ada.press(&page, "Send now: Partner Sal Silva", &[]).await;
    assert_eq!(sent(&app, &postbox).await, 1);
}

#[tokio::test]
async fn a_notice_whose_link_was_closed_meanwhile_is_old_news() {
    let (app, postbox) = TestApp::start_with_mail().await;
    let referred = app.refer(&app.alpha).await;
    let mut ada = app.person("Ada").await;
    let page = ada.open(&format!("/referrals/{}", referred.referral)).await;
    ada.press(&page, "Make the partner a new link", &[]).await;
    app.move_on(6);
    app.send_due().await;
    let taken = postbox.taken();
    assert_eq!(taken.len(), 1, "only the newest link is sent");
    assert!(!taken[0].body().contains(&referred.partner_link));
}

#[tokio::test]
async fn what_the_advisor_sent_by_hand_is_not_sent_again() {
    let (app, postbox) = TestApp::start_with_mail().await;
    app.refer(&app.alpha).await;
    app.move_on(6);
    let mut ada = app.person("Ada").await;
    let page = ada.open("/outbox").await;
    ada.press(&page, "Mark as sent: Partner Sal Silva", &[]).await;
    assert_eq!(sent(&app, &postbox).await, 0);
    assert!(ada.open("/outbox?show=sent").await.says("by Ada"));
}

/// A gateway that keeps what was posted and answers with a status.
pub fn gateway(status: &'static str) -> (String, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/send", listener.local_addr().unwrap());
    let posts: Arc<Mutex<Vec<String>>> = Arc::default();
    let kept = Arc::clone(&posts);
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let mut bytes = [0_u8; 4096];
            let mut said = String::new();
            while !said.contains('}') {
                let count = stream.read(&mut bytes).unwrap_or(0);
                if count == 0 {
                    break;
                }
                said.push_str(&String::from_utf8_lossy(&bytes[..count]));
            }
            kept.lock().unwrap().push(said);
            drop(stream.write_all(format!("HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").as_bytes()));
        }
    });
    (url, posts)
}

async fn texts_rosa(app: &TestApp) {
    let owner = app.alpha.owner_key;
    app.db
        .write(fairfloor::store::Actor::system(), move |tx| {
            tx.execute(
                "UPDATE person SET telephone = '718 555 0111', telephone_digits = '7185550111', contact_by = 'text' WHERE id = ?1",
                [owner],
            )?;
            tx.audit("person.changed", fairfloor::store::Object::none())
        })
        .await
        .unwrap();
}

#[tokio::test]
async fn a_text_says_that_there_is_news_and_nothing_else_by_gateway_or_by_hand() {
    let (url, posts) = gateway("200 OK");
    let sections = format!("[text]\nurl = \"{url}\"\nfields = {{ to = \"{{to}}\", message = \"{{text}}\", ref = \"{{id}}\" }}\n");
    let app = TestApp::start_with("http://fairfloor.test", &sections).await;
    texts_rosa(&app).await;
    app.refer(&app.alpha).await;
    app.move_on(6);
    app.send_due().await;
    let said = posts.lock().unwrap().clone();
    assert_eq!(said.len(), 2, "one asked, one told: {said:?}");
    let (head, body) = said[0].split_once("\r\n\r\n").unwrap();
    assert!(head.to_lowercase().contains("idempotency-key: "), "{head}");
    let posted: serde_json::Value = serde_json::from_str(body).unwrap();
    assert_eq!(posted["to"], "+17185550111");
    let text = posted["message"].as_str().unwrap();
    assert!(text.starts_with("Alpha: there is news. http://fairfloor.test/s/"), "{text}");
    assert!(text.ends_with("Questions? Call 718 555 0100"), "{text}");
    assert!(!text.contains("Rosa") && !text.contains("Harbor") && text.len() < 160, "{text}");
    app.send_due().await;
    assert_eq!(posts.lock().unwrap().len(), 2, "never twice");

    let app = TestApp::start().await;
    texts_rosa(&app).await;
    app.refer(&app.alpha).await;
    app.move_on(6);
    let page = app.person("Ada").await.open("/outbox").await;
    assert!(page.text().contains("href=\"sms:7185550111?body=Alpha"), "{}", page.text());
    assert!(page.text().contains("href=\"https://wa.me/17185550111?text=Alpha"), "{}", page.text());
}

#[tokio::test]
async fn a_gateway_that_refuses_or_is_busy_gives_its_reason() {
    for (status, words) in [("400 Bad Request", "refuses this address"), ("503 Busy", "try again later"), ("401 Who", "name and password")]
    {
        let (url, _) = gateway(status);
        let sections = format!("[text]\nurl = \"{url}\"\nfields = {{ to = \"{{to}}\", message = \"{{text}}\" }}\n");
        let app = TestApp::start_with("http://fairfloor.test", &sections).await;
        texts_rosa(&app).await;
        app.refer(&app.alpha).await;
        app.move_on(6);
        app.send_due().await;
        let page = app.person("Ada").await.open("/outbox?show=trouble").await;
        assert!(page.says(words), "{status}: {}", page.text());
    }
}

#[tokio::test]
async fn a_letter_is_printed_alone_and_only_by_its_own_program() {
    let app = TestApp::start().await;
    app.refer(&app.alpha).await;
    app.move_on(6);
    let mut ada = app.person("Ada").await;
    let page = ada.open("/outbox").await;
    let address = page.between("href=\"/outbox/", "/letter\"");
    let letter = ada.open(&format!("/outbox/{address}/letter")).await;
    assert!(letter.says("Hello Rosa") && letter.says("See where it stands: http://fairfloor.test/s/"), "{}", letter.text());
    assert_eq!(app.person("Bea").await.look(&format!("/outbox/{address}/letter")).await.status, 404);
}
