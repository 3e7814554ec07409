//! Invitations, passwords, codes, sessions, headers, posts from other sites.

use crate::house::{Page, Person, TestApp, unbase32};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use fairfloor::auth::sessions::Sessions;
use fairfloor::auth::{queries, totp};
use fairfloor::config::Clock;
use fairfloor::store::Actor;
use fairfloor::values::InvitationKind;
use time::OffsetDateTime;
use tower_sessions::SessionStore;
use tower_sessions::session::{Id, Record};

const PASSWORD: &str = "copper teapot seventeen lanterns";

/// An invitation for somebody, as the administrator's page or the command line would make it.
async fn invited(app: &TestApp, name: &str) -> String {
    let (key, id) = app.account(name).clone();
    app.db.write(Actor::command_line(), move |tx| queries::invite(tx, key, &id, InvitationKind::Invite, 7)).await.unwrap()
}

/// The secret that the enrollment page shows for typing.
fn secret(page: &Page) -> Vec<u8> {
    unbase32(&page.between("<code>", "</code>"))
}

fn code(secret: &[u8], email: &str, steps_later: u64) -> String {
    totp::code(secret, email, Clock::machine_now().seconds() + 30 * steps_later).unwrap()
}

fn email(name: &str) -> String {
    format!("{}@fairfloor.test", name.to_lowercase())
}

/// From the invitation to the first page inside; gives back the code secret.
async fn welcome(person: &mut Person, token: &str) -> Vec<u8> {
    let page = person.open(&format!("/invitation/{token}")).await;
    assert!(page.says("Welcome to Fairfloor"));
    let page = person.press(&page, "Save password", &[("password", PASSWORD), ("again", PASSWORD)]).await;
    assert_eq!(page.path, "/sign-in/enroll");
    let secret = secret(&page);
    let page = person.press(&page, "Finish and sign in", &[("code", &code(&secret, &email(person.name), 0))]).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    secret
}

async fn try_password(person: &mut Person, email: &str, password: &str) -> Page {
    let page = person.open("/sign-in").await;
    person.press(&page, "Sign in", &[("email", email), ("password", password)]).await
}

fn named(app: &TestApp, name: &'static str) -> Person {
    let mut person = app.nobody();
    person.name = name;
    person
}

#[tokio::test]
async fn an_invitation_sets_a_password_once_and_a_code_is_enrolled_before_anything_is_seen() {
    let app = TestApp::start().await;
    let token = invited(&app, "Aud").await;
    let mut aud = named(&app, "Aud");
    let page = aud.open(&format!("/invitation/{token}")).await;
    let weak = aud.press(&page, "Save password", &[("password", "password1"), ("again", "password1")]).await;
    assert_eq!((weak.status, weak.title().starts_with("Error: ")), (StatusCode::UNPROCESSABLE_ENTITY, true));
    let unequal = aud.press(&page, "Save password", &[("password", PASSWORD), ("again", "another one entirely")]).await;
    assert!(unequal.says("The two passwords are not the same"));
    let page = aud.press(&page, "Save password", &[("password", PASSWORD), ("again", PASSWORD)]).await;
    assert_eq!(page.path, "/sign-in/enroll");
    assert_eq!(aud.look("/audit").await.leads_to(), Some("/sign-in?next=/audit"), "half signed in is not signed in");
    let wrong = aud.press(&page, "Finish and sign in", &[("code", "000000")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let secret = secret(&page);
    let inside = aud.press(&page, "Finish and sign in", &[("code", &code(&secret, &email("Aud"), 0))]).await;
    assert_eq!((inside.status, inside.path.as_str()), (StatusCode::OK, "/audit"));
    let mut thief = app.nobody();
    assert_eq!(thief.open(&format!("/invitation/{token}")).await.status, StatusCode::NOT_FOUND, "a used invitation");
    assert_eq!(
        thief.post(&format!("/invitation/{token}"), &[("password", PASSWORD), ("again", PASSWORD)]).await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(thief.open("/invitation/nonsense").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_newer_invitation_ends_the_older_one() {
    let app = TestApp::start().await;
    let (first, second) = (invited(&app, "Ada").await, invited(&app, "Ada").await);
    let mut ada = app.nobody();
    assert_eq!(ada.open(&format!("/invitation/{first}")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(ada.open(&format!("/invitation/{second}")).await.status, StatusCode::OK);
}

#[tokio::test]
async fn the_administrator_invites_and_the_link_is_shown_once() {
    let app = TestApp::start().await;
    app.arm(&["Adam"]).await;
    let mut adam = app.person("Adam").await;
    let page = adam.open("/accounts").await;
    let code = app.code("Adam").await;
    let proof = [("password", crate::house::PASSWORD), ("code", code.as_str())];
    let typed: Vec<(&str, &str)> =
        [("name", "Nora New"), ("email", "nora@fairfloor.test"), ("role", "auditor")].into_iter().chain(proof).collect();
    let shown = adam.press(&page, "Make the invitation", &typed).await;
    let link = shown.form_link();
    assert!(link.starts_with("http://fairfloor.test/invitation/"), "{link}");
    let twice = adam.press(&page, "Make the invitation", &typed).await;
    assert!(!twice.text().contains("/invitation/"), "the second click of a double click makes nothing");
    assert_eq!(app.audited("account.opened").await, 8, "seven at the start, one now");
    let mut nora = named(&app, "Nora");
    welcome(&mut nora, link.rsplit('/').next().unwrap()).await;
    assert!(nora.open("/account").await.says("Nora New"));
}

#[tokio::test]
async fn the_code_is_required_next_time_and_each_works_once() {
    let app = TestApp::start().await;
    let token = invited(&app, "Aud").await;
    let mut aud = named(&app, "Aud");
    let secret = welcome(&mut aud, &token).await;
    let mut again = named(&app, "Aud");
    let page = try_password(&mut again, &email("Aud"), PASSWORD).await;
    assert_eq!(page.path, "/sign-in/code");
    let used = again.press(&page, "Sign in", &[("code", &code(&secret, &email("Aud"), 0))]).await;
    assert!(used.status == StatusCode::UNPROCESSABLE_ENTITY && used.says("each works once"), "a code that was used to enroll");
    let next = code(&secret, &email("Aud"), 1);
    let inside = again.press(&page, "Sign in", &[("code", &next)]).await;
    assert_eq!((inside.status, inside.path.as_str()), (StatusCode::OK, "/audit"));
    let mut third = named(&app, "Aud");
    let page = try_password(&mut third, &email("Aud"), PASSWORD).await;
    let replayed = third.press(&page, "Sign in", &[("code", &next)]).await;
    assert_eq!(replayed.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(third.look("/audit").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_address_look_the_same() {
    // That both take as long is held where passwords are hashed: an unknown address is checked against a hash of the same cost.
    let app = TestApp::start().await;
    let token = invited(&app, "Aud").await;
    welcome(&mut named(&app, "Aud"), &token).await;
    let known = try_password(&mut app.nobody(), &email("Aud"), "wrong teapot").await;
    let unknown = try_password(&mut app.nobody(), "who@fairfloor.test", "wrong teapot").await;
    assert_eq!((known.status, unknown.status), (StatusCode::UNPROCESSABLE_ENTITY, StatusCode::UNPROCESSABLE_ENTITY));
    assert!(known.says("E-mail address and password do not fit together"));
    assert_eq!(known.text().replace(&email("Aud"), "WHO"), unknown.text().replace("who@fairfloor.test", "WHO"));
}

#[tokio::test]
async fn ten_wrong_tries_slow_a_known_and_an_unknown_name_alike_and_nobody_else() {
    let app = TestApp::start().await;
    let token = invited(&app, "Aud").await;
    welcome(&mut named(&app, "Aud"), &token).await;
    for who in [email("Aud"), "who@fairfloor.test".to_owned()] {
        for _ in 0..10 {
            assert_eq!(try_password(&mut app.nobody(), &who, "wrong").await.status, StatusCode::UNPROCESSABLE_ENTITY);
        }
        let page = try_password(&mut app.nobody(), &who, PASSWORD).await;
        assert_eq!(page.status, StatusCode::TOO_MANY_REQUESTS, "{who}");
        assert!(page.says("Wait 15 minutes"));
    }
    assert_eq!(try_password(&mut app.nobody(), "else@fairfloor.test", "wrong").await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(app.audited("sign_in.failed").await, 21);
    let typed = "SELECT count(*) FROM sign_in_attempt WHERE instr(who_mac, CAST('aud' AS BLOB))";
    let kept: i64 = app.db.read(move |conn| Ok(conn.query_row(typed, [], |row| row.get(0))?)).await.unwrap();
    assert_eq!(kept, 0, "what was typed is kept as a digest only");
}

#[tokio::test]
async fn ten_wrong_codes_slow_the_account_too() {
    let app = TestApp::start().await;
    let token = invited(&app, "Aud").await;
    let secret = welcome(&mut named(&app, "Aud"), &token).await;
    let mut guesser = named(&app, "Aud");
    let page = try_password(&mut guesser, &email("Aud"), PASSWORD).await;
    for _ in 0..10 {
        let wrong = guesser.press(&page, "Sign in", &[("code", "000000")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let right = guesser.press(&page, "Sign in", &[("code", &code(&secret, &email("Aud"), 1))]).await;
    assert!(right.says("too many wrong tries"), "even the right code has to wait");
    assert_eq!(guesser.look("/audit").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn the_session_changes_its_id_at_each_step_and_an_old_one_opens_nothing() {
    let app = TestApp::start().await;
    let token = invited(&app, "Aud").await;
    let mut aud = named(&app, "Aud");
    let page = aud.open(&format!("/invitation/{token}")).await;
    aud.keep("staff", "AAAAAAAAAAAAAAAAAAAAAA");
    let page = aud.press(&page, "Save password", &[("password", PASSWORD), ("again", PASSWORD)]).await;
    let half = aud.clone();
    assert_ne!(half.cookie("staff"), Some("AAAAAAAAAAAAAAAAAAAAAA"), "an id from outside is not taken");
    let secret = secret(&page);
    aud.press(&page, "Finish and sign in", &[("code", &code(&secret, &email("Aud"), 0))]).await;
    assert_ne!(half.cookie("staff"), aud.cookie("staff"));
    assert_eq!(half.clone().look("/audit").await.status, StatusCode::SEE_OTHER);
    assert_eq!(aud.look("/audit").await.status, StatusCode::OK);
}

#[tokio::test]
async fn signing_out_kills_the_session_wherever_its_cookie_was_copied_to() {
    let app = TestApp::start().await;
    let mut max = app.person("Max").await;
    let mut copy = max.clone();
    let page = max.open("/account").await;
    let out = max.press(&page, "Sign out", &[]).await;
    assert_eq!(out.path, "/sign-in");
    assert_eq!(copy.look("/account").await.leads_to(), Some("/sign-in?next=/account"));
}

/// What a session holds, by whom: of staff, or of a person on their own pages.
fn session_of(person: Option<i64>) -> Record {
    let data = person.map(|person| ("own_visit".to_owned(), serde_json::json!({ "person": person }))).into_iter().collect();
    Record { id: Id::default(), data, expiry_date: OffsetDateTime::now_utc() + time::Duration::minutes(30) }
}

#[tokio::test]
async fn a_request_that_was_under_way_does_not_bring_back_a_session_that_was_signed_out() {
    let app = TestApp::start().await;
    let sessions = Sessions::new(app.db.clone());
    for is_everywhere in [false, true] {
        let mut record = session_of(Some(4711));
        sessions.create(&mut record).await.unwrap();
        // A request reads it and takes its time; meanwhile somebody signs out; then the request writes what it had read.
        let under_way = sessions.load(&record.id).await.unwrap().unwrap();
        if is_everywhere {
            sessions.end_of_person(4711).await.unwrap();
        } else {
            sessions.delete(&record.id).await.unwrap();
        }
        sessions.save(&under_way).await.unwrap();
        assert!(sessions.load(&record.id).await.unwrap().is_none(), "in memory");
        assert!(Sessions::new(app.db.clone()).load(&record.id).await.unwrap().is_none(), "nor in the file, after a new start");
        // A row that such a request had already written again when it was ended, as another process of it would.
        let other = Sessions::new(app.db.clone());
        other.save(&under_way).await.unwrap();
        assert!(other.load(&record.id).await.unwrap().is_none());
    }
    let mut open = session_of(None);
    sessions.create(&mut open).await.unwrap();
    open.data.insert("seen".to_owned(), serde_json::json!(1));
    sessions.save(&open).await.unwrap();
    let again = Sessions::new(app.db.clone()).load(&open.id).await.unwrap().unwrap();
    assert_eq!(again.data, open.data, "one that nobody ended is changed as before");
}

#[tokio::test]
async fn a_closed_account_is_out_on_its_next_request() {
    let app = TestApp::start().await;
    let (mut ada, mut adam) = (app.person("Ada").await, app.person("Adam").await);
    assert_eq!(ada.look("/account").await.status, StatusCode::OK);
    let page = adam.open("/accounts").await;
    adam.press(&page, "Close account of Ada", &[]).await;
    assert_eq!(ada.look("/account").await.status, StatusCode::SEE_OTHER);
    assert!(adam.open("/accounts").await.says("Closed"));
}

#[tokio::test]
async fn the_last_administrator_cannot_be_closed() {
    let app = TestApp::start().await;
    let mut adam = app.person("Adam").await;
    let id = app.account("Adam").1.clone();
    let answer = adam.post(&format!("/accounts/{id}/closing"), &[("version", "1")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.says("last administrator"));
}

#[tokio::test]
async fn a_role_taken_away_is_gone_on_the_next_request() {
    let app = TestApp::start().await;
    let mut max = app.person("Max").await;
    assert_eq!(max.look("/reports").await.status, StatusCode::OK);
    let account = app.account("Max").0;
    let taken = app.db.write(Actor::system(), move |tx| {
        tx.execute("DELETE FROM membership WHERE account_id = ?1", [account])?;
        tx.audit("account.role_taken", fairfloor::store::Object::none())
    });
    taken.await.unwrap();
    assert_eq!(max.look("/reports").await.status, StatusCode::FORBIDDEN);
    assert_eq!(app.audited("access.refused").await, 1);
}

#[tokio::test]
async fn a_changed_password_ends_every_other_session() {
    let app = TestApp::start().await;
    let token = invited(&app, "Aud").await;
    let mut aud = named(&app, "Aud");
    welcome(&mut aud, &token).await;
    let mut elsewhere = aud.clone();
    let page = aud.open("/account").await;
    let fresh = "marble otter writes nine letters";
    let wrong = aud.press(&page, "Change password", &[("current", "not it"), ("password", fresh), ("again", fresh)]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let done = aud.press(&page, "Change password", &[("current", PASSWORD), ("password", fresh), ("again", fresh)]).await;
    assert!(done.says("Your password was changed"));
    assert_eq!(aud.look("/account").await.status, StatusCode::OK);
    assert_eq!(elsewhere.look("/account").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn a_reset_takes_password_and_code_away_and_opens_one_new_way() {
    let app = TestApp::start().await;
    let token = invited(&app, "Aud").await;
    let mut aud = named(&app, "Aud");
    welcome(&mut aud, &token).await;
    app.arm(&["Adam"]).await;
    let mut adam = app.person("Adam").await;
    let address = format!("/accounts/{}/reset", app.account("Aud").1);
    assert!(adam.open("/accounts").await.text().contains(&address), "the list leads there");
    let page = adam.open(&address).await;
    let code = app.code("Adam").await;
    let shown = adam.press(&page, "Make the link", &[("password", crate::house::PASSWORD), ("code", &code)]).await;
    assert_eq!(aud.look("/audit").await.status, StatusCode::SEE_OTHER, "signed out at once");
    assert_eq!(try_password(&mut app.nobody(), &email("Aud"), PASSWORD).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = aud.open(shown.form_link().strip_prefix("http://fairfloor.test").unwrap()).await;
    let page = aud.press(&page, "Save password", &[("password", PASSWORD), ("again", PASSWORD)]).await;
    assert_eq!(page.path, "/sign-in/enroll", "a new code, too");
}

#[tokio::test]
async fn a_post_from_another_site_is_refused_and_one_that_hides_where_it_comes_from_too() {
    let app = TestApp::start().await;
    let mut adam = app.person("Adam").await;
    let plant = |headers: &[(&str, &str)]| {
        let mut request = Request::post("/programs")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::HOST, "fairfloor.test");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request.body(Body::from("key=plantedplanted&name=Planted&telephone=&email=")).unwrap()
    };
    let refused: [&[(&str, &str)]; 6] = [
        &[("sec-fetch-site", "cross-site")],
        &[("sec-fetch-site", "same-site")],
        &[("origin", "https://evil.example")],
        &[("origin", "null")],
        &[("sec-fetch-site", "cross-site"), ("origin", "http://fairfloor.test")],
        &[],
    ];
    for headers in refused {
        let page = adam.send("/programs", plant(headers)).await;
        assert_eq!(page.status, StatusCode::FORBIDDEN, "{headers:?}");
    }
    assert!(!adam.open("/programs").await.says("Planted"));
    for headers in [[("sec-fetch-site", "same-origin")], [("origin", "http://fairfloor.test")]] {
        let page = adam.send("/programs", plant(&headers)).await;
        assert_ne!(page.status, StatusCode::FORBIDDEN, "{headers:?}");
    }
    let mut nobody = app.nobody();
    assert_eq!(nobody.send("/programs", plant(&[])).await.status, StatusCode::UNAUTHORIZED, "no cookie, nothing to steal");
}

const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

#[tokio::test]
async fn every_answer_carries_the_headers_that_keep_it_safe() {
    let app = TestApp::start().await;
    let mut max = app.person("Max").await;
    for path in ["/sign-in", "/account", "/accounts", "/no/such/page", "/reports/releases/0/public.csv"] {
        let page = max.look(path).await;
        let expected = [
            ("content-security-policy", POLICY),
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cache-control", "no-store"),
            ("strict-transport-security", ""),
        ];
        for (name, value) in expected {
            assert_eq!(page.header(name), value, "{path} {name}");
        }
        assert!(page.header("vary").to_lowercase().contains("sec-fetch-site"), "{path}");
    }
    let css = app.nobody().open("/sign-in").await.between("rel=\"stylesheet\" href=\"", "\"");
    let css = app.nobody().open(&css).await;
    assert_eq!((css.status, css.header("cache-control")), (StatusCode::OK, "public, max-age=31536000, immutable"));
}

/// The attributes of the cookie a visitor gets when the password was right.
async fn cookie_of(app: &TestApp) -> String {
    let token = invited(app, "Aud").await;
    let page = app.nobody().post(&format!("/invitation/{token}"), &[("password", PASSWORD), ("again", PASSWORD)]).await;
    page.header("set-cookie").to_owned()
}

#[tokio::test]
async fn cookies_are_bound_to_https_where_there_is_https() {
    let plain = cookie_of(&TestApp::start().await).await;
    assert!(plain.starts_with("staff=") && !plain.contains("Secure"), "{plain}");
    let app = TestApp::start_at("https://fairfloor.test").await;
    let bound = cookie_of(&app).await;
    assert!(bound.starts_with("__Host-staff=") && bound.contains("Secure") && !bound.contains("Domain"), "{bound}");
    for cookie in [&plain, &bound] {
        for attribute in ["HttpOnly", "SameSite=Lax", "Path=/"] {
            assert!(cookie.contains(attribute), "{attribute} is not in {cookie}");
        }
    }
    let page = app.nobody().look("/sign-in").await;
    assert_eq!(page.header("strict-transport-security"), "max-age=31536000; includeSubDomains");
}

#[tokio::test]
async fn nobody_is_sent_to_another_site_after_signing_in() {
    let app = TestApp::start().await;
    for next in ["//evil.example", "https://evil.example/", "/%5Cevil.example", "/\\evil.example"] {
        let page = app.nobody().open(&format!("/sign-in?next={}", next.replace(':', "%3A").replace('\\', "%5C"))).await;
        let kept = page.form_with("Sign in").value("next").unwrap().to_owned();
        assert!(!kept.contains("evil"), "{kept}");
    }
}

#[tokio::test]
async fn a_copied_database_opens_no_session() {
    let app = TestApp::start().await;
    let max = app.person("Max").await;
    let cookie = max.cookie("staff").unwrap().to_owned();
    for file in [app.folder.folder.database(), app.folder.folder.wal()] {
        let bytes = std::fs::read(file).unwrap();
        assert!(!bytes.windows(cookie.len()).any(|window| window == cookie.as_bytes()));
    }
}
