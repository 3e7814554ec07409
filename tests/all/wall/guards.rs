//! Whoever gives access cannot make guards alone and use them: giving asks for a proof, a new guard waits a week, and all others hear of it.

use super::filings::{make, record};
use super::glass::{agree, ask};
use super::{SENTINEL, answers};
use crate::house::{PASSWORD, Page, Person, Postbox, Taken, TestApp};
use axum::http::StatusCode;
use fairfloor::auth::queries::{reset, settling};
use fairfloor::store::{Actor, Object};

async fn change(app: &TestApp, sql: String) {
    let changed = app.db.write(Actor::system(), move |tx| {
        tx.execute_batch(&sql)?;
        tx.audit("test.changed", Object::none())
    });
    changed.await.unwrap();
}

/// Somebody else set an account's access so many days ago.
async fn set_access(app: &TestApp, name: &str, days: i64) {
    let (account, at) = (app.account(name).0, app.db.clock().now().plus_days(-days).plus_minutes(-1).millis());
    change(app, format!("UPDATE account SET access_set_at = {at} WHERE id = {account}")).await;
}

async fn count(app: &TestApp, sql: &'static str) -> i64 {
    app.db.read(move |conn| Ok(conn.query_row(sql, [], |row| row.get(0))?)).await.unwrap()
}

async fn invite(app: &TestApp, adam: &mut Person, name: &str, role: &str) -> Page {
    let (page, code) = (adam.open("/accounts").await, app.code("Adam").await);
    let email = format!("{}@fairfloor.test", name.to_lowercase());
    let typed = [("name", name), ("email", email.as_str()), ("role", role), ("password", PASSWORD), ("code", code.as_str())];
    adam.press(&page, "Make the invitation", &typed).await
}

#[tokio::test]
async fn giving_access_asks_for_the_password_and_a_fresh_code_in_the_same_transaction() {
    let app = TestApp::start().await;
    app.arm(&["Adam"]).await;
    let mut adam = app.person("Adam").await;
    let code = app.code("Adam").await;
    let (accounts, page) = (adam.open("/accounts").await, adam.open(&format!("/accounts/{}/reset", app.account("Aud").1)).await);
    assert!(accounts.says("type your password and a new code") && page.says("type your password and a new code"), "the form says why");
    let nora = [("name", "Nora New"), ("email", "nora@fairfloor.test"), ("role", "steward")];
    for (password, typed, words) in [
        ("", "", "This is not your password"),
        ("wrong", code.as_str(), "This is not your password"),
        (PASSWORD, "000000", "This code does not fit"),
    ] {
        let proof = [("password", password), ("code", typed)];
        let all: Vec<(&str, &str)> = nora.into_iter().chain(proof).collect();
        let again = adam.press(&accounts, "Make the invitation", &all).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(again.says(words) && again.text().contains("nora@fairfloor.test") && !again.text().contains(PASSWORD), "{}", again.text());
        let again = adam.press(&page, "Make the link", &proof).await;
        assert!(again.status == StatusCode::UNPROCESSABLE_ENTITY && again.says(words), "{}", again.text());
    }
    assert_eq!((count(&app, "SELECT count(*) FROM account").await, app.audited("account.reset").await), (7, 0));
    let proof = [("password", PASSWORD), ("code", code.as_str())];
    adam.press(&page, "Make the link", &proof).await.form_link();
    let twice = adam.press(&page, "Make the link", &proof).await;
    assert!(!twice.text().contains("/invitation/") && app.audited("account.reset").await == 1, "a double click resets once");
    let all: Vec<(&str, &str)> = nora.into_iter().chain(proof).collect();
    let spent = adam.press(&accounts, "Make the invitation", &all).await;
    assert_eq!(spent.status, StatusCode::UNPROCESSABLE_ENTITY, "a code serves one deed: {}", spent.text());
    let stale = [("key", "0123456789abcdef"), ("version", "1"), ("password", PASSWORD), ("code", &app.code("Adam").await)];
    let path = page.path.clone();
    assert_eq!(adam.post(&path, &stale).await.status, StatusCode::CONFLICT, "drawn before the last change");
}

#[tokio::test]
async fn an_administrator_who_makes_or_resets_guards_waits_a_week_with_them() {
    let app = TestApp::start().await;
    app.arm(&["Adam"]).await;
    let mut adam = app.person("Adam").await;
    invite(&app, &mut adam, "Nora", "steward").await.form_link();
    let office = adam.open("/office").await;
    assert!(office.says("Not yet Nora guards from") && !office.says("Stu guards from"), "{}", office.text());
    let aud = app.account("Aud").1.clone();
    app.db.write(Actor::command_line(), move |tx| reset(tx, &aud)).await.unwrap();
    assert!(adam.open("/office").await.says("Aud guards from"), "from the command line too");
    for name in ["Nora", "Aud"] {
        let sql = format!("SELECT id FROM account WHERE name = '{name}'");
        let (now, waits) = (app.db.clock().now(), app.db.clock().now().plus_days(7).plus_minutes(1));
        let found = app.db.read(move |conn| {
            let account = conn.query_row(&sql, [], |row| row.get(0))?;
            Ok((settling::find(conn, account, now)?, settling::find(conn, account, waits)?))
        });
        let (settles, later) = found.await.unwrap();
        assert!(settles.is_some_and(|settles| settles.until <= waits) && later.is_none(), "{name}");
    }
    // Who sets a password with a link, or changes their own, begins no new week.
    set_access(&app, "Aud", 8).await;
    app.arm(&["Aud"]).await;
    assert!(!adam.open("/office").await.says("Aud guards from"));
    // In a made-up city nobody waits.
    set_access(&app, "Aud", 0).await;
    assert!(adam.open("/office").await.says("Aud guards from"));
    change(&app, "UPDATE organization SET is_demo = 1".to_owned()).await;
    assert!(!adam.open("/office").await.says("guards from"));
}

#[tokio::test]
async fn a_new_guard_neither_asks_nor_agrees_nor_opens() {
    let app = TestApp::start().await;
    answers(&app).await;
    app.arm(&["Stu", "Aud"]).await;
    let (mut stu, mut aud) = (app.person("Stu").await, app.person("Aud").await);
    set_access(&app, "Stu", 6).await;
    let page = stu.open("/glass").await;
    assert!(page.says("You cannot ask to see somebody's answers before"), "before the button: {}", page.text());
    assert!(stu.open("/account").await.says("You cannot open answers, agree to it, or make a filing before"));
    let refused = ask(&app, &mut stu, "F-0001", "Rosa Doe").await;
    assert!(refused.status.is_client_error() && refused.says("You cannot ask to see somebody's answers before"), "{}", refused.text());
    assert!(refused.says("makes two guards alone"), "and why");
    assert_eq!(count(&app, "SELECT count(*) FROM glass").await, 0);
    set_access(&app, "Stu", 7).await;
    // A second person who settles only after the day in which they would have to agree is none.
    set_access(&app, "Aud", 1).await;
    assert!(ask(&app, &mut stu, "F-0001", "Rosa Doe").await.says("Nobody could agree"));
    set_access(&app, "Aud", 6).await;
    let asked = ask(&app, &mut stu, "F-0001", "Rosa Doe").await;
    assert!(asked.says("Waits for a second person"), "{}", asked.text());
    assert!(aud.open(&asked.path).await.says("You cannot agree to this before"));
    let refused = agree(&app, &mut aud, &asked.path).await;
    assert!(refused.status.is_client_error() && refused.says("You cannot agree to this before"), "{}", refused.text());
    assert_eq!(count(&app, "SELECT count(*) FROM glass WHERE agreed_at IS NOT NULL").await, 0);
    set_access(&app, "Aud", 7).await;
    assert!(agree(&app, &mut aud, &asked.path).await.says("Open now"));
    // Whose access is set in between opens nothing, and nobody opens with them.
    for (name, words) in [("Stu", "You cannot look at these answers before"), ("Aud", "may not agree any more")] {
        set_access(&app, name, 0).await;
        let shut = stu.post(&format!("{}/openings", asked.path), &[]).await;
        assert!(shut.status.is_client_error() && shut.says(words) && !shut.says(SENTINEL), "{name}: {}", shut.text());
        set_access(&app, name, 7).await;
    }
    assert_eq!(app.audited("glass.opened").await, 0);
    assert!(stu.post(&format!("{}/openings", asked.path), &[]).await.says(SENTINEL), "a week later it opens");
}

#[tokio::test]
async fn a_new_guard_records_makes_and_fetches_no_filing() {
    let app = TestApp::start().await;
    app.arm(&["Stu"]).await;
    let mut stu = app.person("Stu").await;
    set_access(&app, "Stu", 6).await;
    assert!(stu.open("/filings").await.says("You cannot record a filing before"));
    let refused = record(&app, &mut stu).await;
    assert!(refused.status.is_client_error() && refused.says("You cannot record a filing before"), "{}", refused.text());
    set_access(&app, "Stu", 7).await;
    let page = record(&app, &mut stu).await;
    assert!(page.says("In force") && !page.says("You cannot"), "{}", page.text());
    set_access(&app, "Stu", 0).await;
    assert!(stu.open(&page.path).await.says("You cannot make a file, or take a copy before"));
    let refused = make(&app, &mut stu, &page, "2025-01-01", "2025-03-31").await;
    assert!(refused.status.is_client_error() && refused.says("You cannot make a file before"), "{}", refused.text());
    set_access(&app, "Stu", 7).await;
    assert_eq!(make(&app, &mut stu, &page, "2025-01-01", "2025-03-31").await.status, StatusCode::OK);
    let page = stu.open(&page.path).await;
    set_access(&app, "Stu", 0).await;
    let code = app.code("Stu").await;
    let refused = stu.press(&page, "Take a copy", &[("password", PASSWORD), ("code", &code)]).await;
    assert!(refused.status.is_client_error() && refused.says("You cannot take a copy of this file before"), "{}", refused.text());
    assert_eq!((app.audited("filing.made").await, app.audited("filing.handed_over").await), (1, 1));
}

/// The letters that came since, by to whom: sorted, so that their order does not matter.
async fn mailed(app: &TestApp, postbox: &Postbox, known: &mut usize) -> Vec<(String, String)> {
    app.send_due().await;
    let letters: Vec<Taken> = postbox.taken().split_off(*known);
    *known += letters.len();
    let mut letters: Vec<(String, String)> = letters.into_iter().map(|letter| (letter.to.clone(), letter.body())).collect();
    letters.sort();
    letters
}

fn to(letters: &[(String, String)]) -> Vec<&str> {
    letters.iter().map(|(to, _)| to.split('@').next().unwrap()).collect()
}

#[tokio::test]
async fn every_other_guard_and_whose_account_it_is_are_mailed_at_once() {
    let (app, postbox) = TestApp::start_with_mail().await;
    answers(&app).await;
    app.arm(&["Adam", "Stu", "Aud"]).await;
    let (mut adam, mut known) = (app.person("Adam").await, 0);
    invite(&app, &mut adam, "Nora", "admin").await.form_link();
    let letters = mailed(&app, &postbox, &mut known).await;
    assert_eq!(to(&letters), ["aud", "nora", "stu"]);
    assert!(letters[0].1.contains("Adam made the account of Nora") && letters[1].1.contains("Adam made your account"), "{letters:?}");
    let stu = app.account("Stu").1.clone();
    app.db.write(Actor::command_line(), move |tx| reset(tx, &stu)).await.unwrap();
    let letters = mailed(&app, &postbox, &mut known).await;
    assert_eq!(to(&letters), ["aud", "stu"]);
    assert!(letters[0].1.contains("the account of Stu") && letters[1].1.contains("of your account"), "{letters:?}");
    // Who takes a guard away is seen too, by the guard as well.
    let page = adam.open("/accounts").await;
    adam.press(&page, "Close account of Nora", &[]).await;
    let letters = mailed(&app, &postbox, &mut known).await;
    assert!(to(&letters) == ["aud", "nora", "stu"] && letters[0].1.contains("Adam closed the account of Nora"), "{letters:?}");
    // Of an advisor's access nobody is told.
    let bea = app.account("Bea").1.clone();
    app.db.write(Actor::command_line(), move |tx| reset(tx, &bea)).await.unwrap();
    assert!(mailed(&app, &postbox, &mut known).await.is_empty());
    set_access(&app, "Stu", 8).await;
    app.arm(&["Stu"]).await;
    let (mut stu, mut aud) = (app.person("Stu").await, app.person("Aud").await);
    let asked = ask(&app, &mut stu, "F-0001", "Rosa Doe").await;
    let mut all = mailed(&app, &postbox, &mut known).await;
    assert_eq!(to(&all), ["aud"]);
    assert!(all[0].1.contains("Stu asked to see one person's answers") && all[0].1.contains(&asked.path), "{all:?}");
    agree(&app, &mut aud, &asked.path).await;
    let letters = mailed(&app, &postbox, &mut known).await;
    assert!(to(&letters) == ["stu"] && letters[0].1.contains("Aud agreed"), "{letters:?}");
    all.extend(letters);
    for _ in 0..2 {
        assert!(stu.post(&format!("{}/openings", asked.path), &[]).await.says(SENTINEL));
    }
    let letters = mailed(&app, &postbox, &mut known).await;
    assert!(to(&letters) == ["aud"] && letters[0].1.contains("Stu looked at one person's answers"), "{letters:?}");
    all.extend(letters);
    let page = record(&app, &mut stu).await;
    make(&app, &mut stu, &page, "2025-01-01", "2025-03-31").await;
    let letters = mailed(&app, &postbox, &mut known).await;
    assert_eq!(to(&letters), ["aud", "aud"]);
    all.extend(letters);
    for (_, text) in &all {
        for secret in ["Rosa", "Doe", "F-0001", "0001", "court", "Alpha", "Office of Small Makers", SENTINEL] {
            assert!(!text.contains(secret), "{secret} in {text}");
        }
    }
    assert!(mailed(&app, &postbox, &mut known).await.is_empty(), "each once");
}

#[tokio::test]
async fn without_mail_the_same_stands_on_their_pages_and_a_server_that_comes_back_gets_it() {
    let app = TestApp::start().await;
    app.arm(&["Adam"]).await;
    let mut adam = app.person("Adam").await;
    let page = adam.open(&format!("/accounts/{}/reset", app.account("Aud").1)).await;
    let code = app.code("Adam").await;
    adam.press(&page, "Make the link", &[("password", PASSWORD), ("code", &code)]).await.form_link();
    let seen = app.person("Stu").await.open("/glass").await;
    assert!(seen.says("Adam took away password and code of the account of Aud"), "{}", seen.text());
    app.arm(&["Aud"]).await;
    let own = app.person("Aud").await.open("/account").await;
    assert!(own.says("Adam took away password and code of your account") && own.says("If you did not ask for this"), "{}", own.text());
    assert!(!adam.open("/account").await.says("What you were told"), "who did it knows");

    let (app, postbox) = TestApp::start_with_mail().await;
    postbox.does(crate::house::Manner::Defers);
    let aud = app.account("Aud").1.clone();
    app.db.write(Actor::command_line(), move |tx| reset(tx, &aud)).await.unwrap();
    app.send_due().await;
    assert!(postbox.taken().is_empty());
    postbox.does(crate::house::Manner::Takes);
    app.move_on(2);
    let mut known = 0;
    assert_eq!(to(&mailed(&app, &postbox, &mut known).await), ["aud", "stu"]);
}
