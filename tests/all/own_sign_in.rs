//! Somebody comes in to their own pages by a code that was mailed, texted, or given in a letter; and is out again.

use crate::house::{Page, Person, TestApp};
use crate::outbox::gateway;
use axum::http::StatusCode;
use fairfloor::app;
use fairfloor::store::{Actor, Object};

pub async fn change(app: &TestApp, sql: &str) {
    let sql = sql.to_owned();
    let changed = app.db.write(Actor::system(), move |tx| {
        tx.execute_batch(&sql)?;
        tx.audit("test.changed", Object::none())
    });
    changed.await.unwrap();
}

/// A house with a mail server, and Rosa's address in it.
struct Door {
    app: TestApp,
    postbox: crate::house::Postbox,
}

impl Door {
    async fn open() -> Self {
        let (app, postbox) = TestApp::start_with_mail().await;
        change(&app, &format!("UPDATE person SET email = 'rosa@client.test' WHERE id = {}", app.alpha.owner_key)).await;
        Self { app, postbox }
    }

    /// Somebody types an address; the code that came.
    async fn code(&self, person: &mut Person, address: &str) -> (Page, String) {
        let before = self.postbox.taken().len();
        let page = person.open("/me/sign-in").await;
        let page = person.press(&page, "Send me a code", &[("contact", address)]).await;
        let postbox = self.postbox.clone();
        let letter = tokio::task::spawn_blocking(move || postbox.wait_for(before + 1).pop().unwrap()).await.unwrap();
        assert_eq!(letter.to, address.trim().to_lowercase());
        let body = letter.body();
        let digits = body.chars().filter(char::is_ascii_digit).take(6).collect();
        (page, digits)
    }

    async fn enter(&self, address: &str, typed: &[(&str, &str)]) -> (Person, Page) {
        let mut person = self.app.nobody();
        let (page, code) = self.code(&mut person, address).await;
        let fields: Vec<(&str, &str)> = typed.iter().copied().chain([("code", code.as_str())]).collect();
        let page = person.press(&page, "Sign in", &fields).await;
        (person, page)
    }

    /// The same browser after the program was started anew: what was kept in memory is read from the file.
    fn again(&self, person: &Person) -> Person {
        let router = app::router(self.app.db.clone(), self.app.config.clone()).unwrap();
        let mut same = Person::new(person.name, router);
        for name in ["portal", "status"] {
            if let Some(value) = person.cookie(name) {
                same.keep(name, value);
            }
        }
        same
    }

    /// Everybody's last request was so long ago.
    async fn idle(&self, minutes: i64) {
        let back = minutes * 60_000;
        change(
            &self.app,
            &format!("UPDATE session SET data = json_set(data, '$.own_visit.seen', json_extract(data, '$.own_visit.seen') - {back}) WHERE data LIKE '%own_visit%'"),
        )
        .await;
    }
}

#[tokio::test]
async fn rosa_signs_in_with_a_mailed_code_and_sees_her_own_pages() {
    let door = Door::open().await;
    let referred = door.app.refer(&door.app.alpha).await;
    let (mut rosa, page) = door.enter(" Rosa@Client.test ", &[]).await;
    assert_eq!((page.status, page.path.as_str()), (StatusCode::OK, "/me"));
    assert!(page.says("Rosa") && page.says("Your request is with the partner"), "{}", page.text());
    assert!(rosa.cookie("portal").is_some() && rosa.cookie("status").is_none() && rosa.cookie("staff").is_none());
    assert_eq!(rosa.open(&format!("/me/referrals/{}", referred.referral)).await.status, StatusCode::OK);
    for path in ["/today", "/clients", "/outbox"] {
        assert_eq!(rosa.look(path).await.status, StatusCode::SEE_OTHER, "{path}");
    }
    let foreign = door.app.refer(&door.app.beta).await;
    assert_eq!(rosa.look(&format!("/me/referrals/{}", foreign.referral)).await.status, StatusCode::NOT_FOUND);
    let beta = rosa.look("/me").await;
    assert!(!beta.text().contains("Beta"), "nobody else's");
}

#[tokio::test]
async fn a_code_may_be_typed_with_spaces_is_used_once_and_stands_in_no_outbox_and_no_record() {
    let door = Door::open().await;
    let mut rosa = door.app.nobody();
    let (page, code) = door.code(&mut rosa, "rosa@client.test").await;
    assert!(page.text().contains("autocomplete=\"one-time-code\"") && page.text().contains("inputmode=\"numeric\""));
    let spaced = format!(" {} {} ", &code[..3], &code[3..]);
    let inside = rosa.press(&page, "Sign in", &[("code", &spaced)]).await;
    assert_eq!(inside.path, "/me");
    let twice = door.app.nobody().press(&page, "Sign in", &[("code", &code)]).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY);
    let wanted = code.clone();
    let found: i64 = door
        .app
        .db
        .read(move |conn| {
            let sql = "SELECT (SELECT count(*) FROM outbox_message) + (SELECT count(*) FROM audit_event WHERE detail LIKE '%' || ?1 || '%') + (SELECT count(*) FROM session WHERE data LIKE '%' || ?1 || '%')";
            Ok(conn.query_row(sql, [wanted], |row| row.get(0))?)
        })
        .await
        .unwrap();
    assert_eq!(found, 0);
}

#[tokio::test]
async fn an_unknown_address_is_answered_alike_and_gets_nothing() {
    let door = Door::open().await;
    let mut rosa = door.app.nobody();
    let (known, _) = door.code(&mut rosa, "rosa@client.test").await;
    let mut other = door.app.nobody();
    let page = other.open("/me/sign-in").await;
    let unknown = other.press(&page, "Send me a code", &[("contact", "nobody@client.test")]).await;
    assert_eq!(known.status, unknown.status);
    assert_eq!(known.without_keys().replace("rosa@", "WHO@"), unknown.without_keys().replace("nobody@", "WHO@"));
    assert!(unknown.says("718 555 0100"), "whom to call stands there");
    let wrong = |page: Page, who: &str| page.without_keys().replace(who, "WHO@");
    let first = rosa.press(&known, "Sign in", &[("code", "000000")]).await;
    let second = other.press(&unknown, "Sign in", &[("code", "000000")]).await;
    assert_eq!(wrong(first, "rosa@"), wrong(second, "nobody@"));
    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    assert_eq!(door.postbox.taken().len(), 1, "only the known address got a letter");
    let codes = "SELECT count(*) FROM mailed_code";
    let made: i64 = door.app.db.read(move |conn| Ok(conn.query_row(codes, [], |row| row.get(0))?)).await.unwrap();
    assert_eq!(made, 2, "the same work for both");
}

#[tokio::test]
async fn after_five_wrong_ones_a_code_is_not_heard_from_there_and_the_number_to_call_stands_there() {
    let door = Door::open().await;
    let mut rosa = door.app.nobody();
    let (page, code) = door.code(&mut rosa, "rosa@client.test").await;
    let wrong = if code == "000000" { "000001" } else { "000000" };
    for _ in 0..5 {
        let refused = rosa.press(&page, "Sign in", &[("code", wrong)]).await;
        assert!(refused.says("This code is wrong, used, or older than ten minutes"), "{}", refused.text());
    }
    let rests = rosa.press(&page, "Sign in", &[("code", &code)]).await;
    assert_eq!(rests.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(rests.says("Too many wrong codes. Ask for a new one") && rests.says("718 555 0100"), "{}", rests.text());
    let (_, page) = door.enter("rosa@client.test", &[]).await;
    assert_eq!(page.path, "/me", "a new code opens at once");
}

#[tokio::test]
async fn a_code_lives_ten_minutes_and_a_newer_one_closes_it() {
    let door = Door::open().await;
    let mut rosa = door.app.nobody();
    let (page, code) = door.code(&mut rosa, "rosa@client.test").await;
    door.app.move_on(11);
    let late = rosa.press(&page, "Sign in", &[("code", &code)]).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);
    let (page, older) = door.code(&mut rosa, "rosa@client.test").await;
    let (_, newer) = door.code(&mut rosa, "rosa@client.test").await;
    if older != newer {
        let closed = rosa.press(&page, "Sign in", &[("code", &older)]).await;
        assert!(closed.status == StatusCode::UNPROCESSABLE_ENTITY && closed.says("This code is wrong, used"), "{}", closed.text());
    }
    assert_eq!(rosa.press(&page, "Sign in", &[("code", &newer)]).await.path, "/me");
}

#[tokio::test]
async fn a_code_is_asked_for_so_often_a_day_and_one_caller_does_not_use_up_what_others_have() {
    let door = Door::open().await;
    for number in 0..48 {
        if number % 12 == 0 {
            door.app.move_on(16);
        }
        let from = format!("203.0.113.{}", number / 12);
        let mut person = door.app.nobody().calling_from(&from);
        door.code(&mut person, "rosa@client.test").await;
        let is_last = number % 12 == 11;
        if is_last {
            let page = person.open("/me/sign-in").await;
            let more = person.press(&page, "Send me a code", &[("contact", "rosa@client.test")]).await;
            assert!(more.says("a code is on its way"), "the answer is the same");
            assert_eq!(door.app.audited("mailed_code.withheld").await, i64::from(number / 12) + 1, "from {from} not more than twelve");
        }
    }
    let mut person = door.app.nobody().calling_from("203.0.113.99");
    let page = person.open("/me/sign-in").await;
    person.press(&page, "Send me a code", &[("contact", "rosa@client.test")]).await;
    tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    assert_eq!(door.postbox.taken().len(), 48, "and for one address not more than forty-eight");
    door.app.move_on(24 * 60);
    door.code(&mut person, "rosa@client.test").await;
}

#[tokio::test]
async fn wrong_codes_from_elsewhere_do_not_shut_rosa_out_and_many_places_together_guess_no_code() {
    let door = Door::open().await;
    let mut rosa = door.app.nobody().calling_from("198.51.100.1");
    let (page, code) = door.code(&mut rosa, "rosa@client.test").await;
    let wrong = if code == "000000" { "000001" } else { "000000" };
    for place in 0..4 {
        let mut other = door.app.nobody().calling_from(&format!("203.0.113.{place}"));
        for _ in 0..10 {
            other.press(&page, "Sign in", &[("code", wrong)]).await;
        }
        assert!(other.press(&page, "Sign in", &[("code", &code)]).await.says("Too many wrong codes"), "not even the right one");
    }
    assert_eq!(rosa.press(&page, "Sign in", &[("code", &code)]).await.path, "/me", "from where Rosa is it opens");
    let mut rosa = door.app.nobody().calling_from("198.51.100.1");
    let (page, code) = door.code(&mut rosa, "rosa@client.test").await;
    let wrong = if code == "000000" { "000001" } else { "000000" };
    for place in 10..15 {
        let mut other = door.app.nobody().calling_from(&format!("203.0.113.{place}"));
        for _ in 0..5 {
            other.press(&page, "Sign in", &[("code", wrong)]).await;
        }
    }
    assert!(rosa.press(&page, "Sign in", &[("code", &code)]).await.says("Too many wrong codes"), "this code is dead");
    let (page, code) = door.code(&mut rosa, "rosa@client.test").await;
    assert_eq!(rosa.press(&page, "Sign in", &[("code", &code)]).await.path, "/me", "the next one opens");
}

#[tokio::test]
async fn whoever_shares_an_address_says_who_they_are_after_the_code_came_back() {
    let door = Door::open().await;
    change(&door.app, &format!("UPDATE person SET email = 'rosa@client.test' WHERE id = {}", door.app.beta.owner_key)).await;
    let mut shared = door.app.nobody();
    let (page, code) = door.code(&mut shared, "rosa@client.test").await;
    assert!(!page.says("Rosa") && !page.says("Bill"), "no name before");
    let mut other = door.app.nobody();
    assert_eq!(other.open("/me/sign-in/who").await.path, "/me/sign-in", "nobody chooses without a code");
    let who = shared.press(&page, "Sign in", &[("code", &code)]).await;
    assert_eq!(who.path, "/me/sign-in/who");
    assert!(who.says("Rosa") && who.says("Bill") && !who.says("Doe"), "{}", who.text());
    let page = shared.press(&who, "Bill", &[]).await;
    assert!(page.path == "/me" && page.says("Bill") && !page.says("Rosa"), "{}", page.text());
    let mut forged = door.app.nobody();
    assert_eq!(forged.post("/me/sign-in/who", &[("who", "0")]).await.leads_to(), Some("/me/sign-in"));
}

#[tokio::test]
async fn a_texted_code_opens_the_pages_where_a_gateway_is_named() {
    let (url, posts) = gateway("200 OK");
    let sections = format!("[text]\nurl = \"{url}\"\nfields = {{ to = \"{{to}}\", message = \"{{text}}\" }}\n");
    let app = TestApp::start_with("http://fairfloor.test", &sections).await;
    let owner = app.alpha.owner_key;
    change(&app, &format!("UPDATE person SET telephone = '718 555 0111', telephone_digits = '7185550111' WHERE id = {owner}")).await;
    let mut rosa = app.nobody();
    let page = rosa.open("/me/sign-in").await;
    assert!(page.says("Your telephone number"), "without a mail server only a number is asked for");
    let page = rosa.press(&page, "Send me a code", &[("contact", "(718) 555-0111")]).await;
    for _ in 0..50 {
        if !posts.lock().unwrap().is_empty() {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    let said = posts.lock().unwrap()[0].clone();
    let body: serde_json::Value = serde_json::from_str(said.split_once("\r\n\r\n").unwrap().1).unwrap();
    assert_eq!(body["to"], "+17185550111");
    let text = body["message"].as_str().unwrap();
    assert!(text.contains("your code is") && text.len() < 160 && !text.contains("Rosa"), "{text}");
    let code: String = text.split_once("code is ").unwrap().1.chars().take(6).collect();
    let inside = rosa.press(&page, "Sign in", &[("code", &code)]).await;
    assert_eq!(inside.path, "/me");
    change(&app, &format!("UPDATE person SET telephone = '718 555 0999', telephone_digits = '7185550999' WHERE id = {owner}")).await;
    assert!(rosa.look("/me").await.leads_to().is_some_and(|to| to.starts_with("/me/sign-in")), "a number that was changed ends the visit");
}

#[tokio::test]
async fn without_mail_and_gateway_the_page_says_so_and_leads_to_the_letter() {
    let app = TestApp::start().await;
    let mut rosa = app.nobody();
    let page = rosa.open("/me/sign-in").await;
    assert!(page.says("does not send codes by e-mail") && page.says("718 555 0100"), "{}", page.text());
    assert!(page.text().contains("href=\"/c\""));
    let posted = rosa.post("/me/sign-in/codes", &[("contact", "rosa@client.test")]).await;
    assert!(posted.says("does not send codes by e-mail"));
    assert_eq!(app.audited("mailed_code.issued").await, 0);
}

#[tokio::test]
async fn half_an_hour_without_a_request_ends_it_and_what_was_typed_comes_back_to_the_same_person_only() {
    let door = Door::open().await;
    let referred = door.app.refer(&door.app.alpha).await;
    let (rosa, _) = door.enter("rosa@client.test", &[]).await;
    let mut rosa = door.again(&rosa);
    let page = rosa.open(&format!("/me/referrals/{}/messages", referred.referral)).await;
    assert_eq!(page.status, StatusCode::OK);
    door.idle(31).await;
    let mut rosa = door.again(&rosa);
    let looked = rosa.look("/me").await;
    assert!(
        looked.leads_to().is_some_and(|to| to.starts_with("/me/sign-in?next=%2Fme") || to.starts_with("/me/sign-in?next=/me")),
        "{:?}",
        looked.leads_to()
    );
    let form = page.form_with("Send the message");
    let fields = form.filled("Send the message", &[("body", "The dock is too low for us")]);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let away = rosa.post(&form.action, &fields).await;
    assert!(away.leads_to().is_some_and(|to| to.starts_with("/me/sign-in")));
    let page = rosa.open("/me/sign-in?away=1").await;
    assert!(page.says("Sign in and your text is still here") && !page.says("dock"), "the text is on no page yet");
    let on_disk: i64 = door
        .app
        .db
        .read(|conn| Ok(conn.query_row("SELECT count(*) FROM session WHERE data LIKE '%dock%'", [], |row| row.get(0))?))
        .await
        .unwrap();
    assert_eq!(on_disk, 0, "it is kept encrypted");
    let (page, code) = door.code(&mut rosa, "rosa@client.test").await;
    let kept = rosa.press(&page, "Sign in", &[("code", &code)]).await;
    assert_eq!(kept.path, "/me/kept");
    assert!(kept.says("The dock is too low for us"), "{}", kept.text());
    let sent = rosa.press(&kept, "Send it now", &[]).await;
    assert_eq!(sent.status, StatusCode::OK);
    rosa.press(&kept, "Send it now", &[]).await;
    let messages: i64 = door.app.db.read(|conn| Ok(conn.query_row("SELECT count(*) FROM message", [], |row| row.get(0))?)).await.unwrap();
    assert_eq!(messages, 1, "pressed twice, written once");
    assert_eq!(rosa.open("/me/kept").await.path, "/me", "what was sent is not kept any more");
    // Once more she types too late, and Bill takes the same telephone: he sees nothing of it.
    door.idle(31).await;
    rosa.post(&form.action, &fields).await;
    assert!(rosa.open("/me/sign-in?away=1").await.says("your text is still here"));
    change(&door.app, &format!("UPDATE person SET email = 'bill@beta.test' WHERE id = {}", door.app.beta.owner_key)).await;
    let (page, code) = door.code(&mut rosa, "bill@beta.test").await;
    let inside = rosa.press(&page, "Sign in", &[("code", &code)]).await;
    assert_eq!(inside.path, "/me", "no text of hers waits for him");
    assert!(!rosa.open("/me/kept").await.says("dock"));
}

#[tokio::test]
async fn a_device_that_stays_signed_in_shows_where_things_stand_and_does_nothing() {
    let door = Door::open().await;
    let referred = door.app.refer(&door.app.alpha).await;
    let (rosa, page) = door.enter("rosa@client.test", &[("stay", "yes")]).await;
    assert!(page.says("A device, since"), "{}", page.text());
    let token = rosa.cookie("status").unwrap().to_owned();
    let mut later = door.app.nobody();
    later.keep("status", &token);
    let home = later.open("/me").await;
    assert!(home.path == "/me" && home.says("Your request is with the partner") && home.says("sign in with a new code"), "{}", home.text());
    let own = format!("/me/referrals/{}", referred.referral);
    assert_eq!(later.open(&own).await.path, own);
    for path in ["/me/messages".to_owned(), "/me/requests".to_owned(), format!("{own}/stopping"), format!("{own}/messages")] {
        assert!(later.look(&path).await.leads_to().is_some_and(|to| to.starts_with("/me/sign-in?next=")), "{path}");
    }
    let fields = [("key", "0123456789abcdef"), ("version", "4"), ("event", "withdraw")];
    assert!(later.post(&format!("{own}/events"), &fields).await.leads_to().is_some_and(|to| to.starts_with("/me/sign-in")));
    assert!(later.open(&own).await.says("your request is with the partner"), "nothing was done");
    // A changed address, the end of its days, and signing out everywhere end it.
    for sql in [
        format!("UPDATE person SET email = 'new@client.test' WHERE id = {}", door.app.alpha.owner_key),
        "UPDATE own_device SET expires_at = 1".to_owned(),
    ] {
        change(&door.app, &sql).await;
        assert!(later.look("/me").await.leads_to().is_some(), "{sql}");
        let back = format!(
            "UPDATE person SET email = 'rosa@client.test' WHERE id = {}; UPDATE own_device SET expires_at = 9000000000000",
            door.app.alpha.owner_key
        );
        change(&door.app, &back).await;
        assert!(later.look("/me").await.leads_to().is_none());
    }
    let (mut elsewhere, page) = door.enter("rosa@client.test", &[]).await;
    let out = elsewhere.press(&page, "Sign out everywhere", &[]).await;
    assert!(out.path.starts_with("/me/sign-in"));
    for person in [&mut later, &mut elsewhere] {
        assert!(person.look("/me").await.leads_to().is_some(), "everybody is out");
    }
    let mut first = rosa;
    assert!(first.look("/me").await.leads_to().is_some(), "the visit in the other browser too");
}

#[tokio::test]
async fn signing_out_forgets_the_device_the_pages_and_what_was_typed() {
    let door = Door::open().await;
    let (mut rosa, page) = door.enter("rosa@client.test", &[("stay", "yes")]).await;
    let form = page.form_with("Sign out");
    let out = rosa.post(&form.action, &[]).await;
    assert_eq!(out.leads_to(), Some("/me/sign-in"));
    assert_eq!(out.header("clear-site-data"), "\"cache\", \"storage\"");
    assert_eq!(out.header("cache-control"), "no-store");
    assert!(rosa.cookie("status").is_none() && rosa.cookie("portal").is_none(), "both cookies are gone");
    assert!(rosa.look("/me").await.leads_to().is_some());
    assert_eq!(page.header("cache-control"), "no-store", "no page of theirs is kept by a browser");
    let again = rosa.post("/me/leaving", &[]).await;
    assert_eq!(again.leads_to(), Some("/me/sign-in"), "leaving works when the visit is over");
}
