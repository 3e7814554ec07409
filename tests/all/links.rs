//! Private links: what each opens, and that it opens nothing else.

use crate::house::{Person, Referred, TestApp};
use axum::http::StatusCode;

/// A partner who opened a link and gave a name.
async fn opened(app: &TestApp, referred: &Referred) -> Person {
    let mut sal = app.nobody();
    let page = sal.open(&referred.partner_link).await;
    assert!(!page.text().contains("Alpha Metal Works"), "nobody is named before acceptance");
    let page = sal.press(&page, "Open the request", &[("name", "Sal Silva")]).await;
    assert_eq!((page.status, page.path), (StatusCode::OK, format!("/p/r/{}", referred.referral)));
    sal
}

#[tokio::test]
async fn a_partners_link_is_opened_once_and_looking_at_it_uses_nothing_up() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    for _ in 0..3 {
        // Mail programs look at links before people do.
        assert_eq!(app.nobody().open(&referred.partner_link).await.status, StatusCode::OK);
    }
    opened(&app, &referred).await;
    let (used, unknown) = (app.nobody().open(&referred.partner_link).await, app.nobody().open(&format!("/p/{}", "0".repeat(52))).await);
    assert_eq!((used.status, unknown.status), (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND));
    assert!(used.text() == unknown.text(), "a used link looks like none");
    let again = app.nobody().post(&format!("{}/opening", referred.partner_link), &[("name", "Thief")]).await;
    assert_eq!(again.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_partners_session_opens_its_own_referral_and_nothing_else() {
    let app = TestApp::start().await;
    let (own, foreign) = (app.refer(&app.alpha).await, app.refer(&app.beta).await);
    let mut sal = opened(&app, &own).await;
    let other = sal.look(&format!("/p/r/{}", foreign.referral)).await;
    let unknown = sal.look(&format!("/p/r/{}", "7".repeat(26))).await;
    assert_eq!((other.status, unknown.status), (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND));
    assert!(other.text() == unknown.text());
    let fields = [("key", "0123456789abcdef"), ("version", "4"), ("event", "acknowledge")];
    assert_eq!(sal.post(&format!("/p/r/{}/events", foreign.referral), &fields).await.status, StatusCode::NOT_FOUND);
    for path in ["/today", "/clients", "/referrals", "/outbox", "/reports", "/accounts", "/audit"] {
        assert_eq!(sal.look(path).await.status, StatusCode::SEE_OTHER, "{path}");
    }
    assert!(sal.cookie("partner").is_some() && sal.cookie("staff").is_none());
    let mut staff = app.nobody();
    staff.keep("staff", sal.cookie("partner").unwrap());
    assert_eq!(staff.look("/today").await.status, StatusCode::SEE_OTHER, "a partner's session is nobody among staff");
}

#[tokio::test]
async fn staff_and_made_up_cookies_open_no_partners_page() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    let path = format!("/p/r/{}", referred.referral);
    let ada = app.person("Ada").await;
    let mut posing = app.nobody();
    posing.keep("partner", ada.cookie("staff").unwrap());
    let mut forger = app.nobody();
    forger.keep("partner", "AAAAAAAAAAAAAAAAAAAAAA");
    for mut person in [app.nobody(), ada, posing, forger] {
        let page = person.look(&path).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{}", person.name);
        assert!(!page.text().contains("3,000 square feet"));
    }
}

#[tokio::test]
async fn a_partner_who_says_yes_is_seen_by_everyone_at_once_and_then_learns_the_name() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    let mut rosa = app.nobody();
    let before = rosa.open(&referred.status_link).await;
    assert_eq!(before.status, StatusCode::OK);
    let mut sal = opened(&app, &referred).await;
    let page = sal.open(&format!("/p/r/{}", referred.referral)).await;
    assert!(!page.text().contains("Alpha Metal Works") && !page.text().contains("Rosa"));
    let tomorrow = app.db.clock().today().plus_days(1).to_string();
    let typed = [("responsible_person", "Sal Silva"), ("first_contact_on", tomorrow.as_str()), ("eligibility_checked", "yes")];
    let form = page.forms().into_iter().find(|form| form.value("event") == Some("accept")).unwrap();
    let fields = form.filled("", &typed);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let answer = sal.post(&form.action, &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    let twice = sal.post(&form.action, &fields).await;
    assert_eq!(twice.leads_to(), answer.leads_to(), "a double click is one answer");
    assert!(sal.open(&format!("/p/r/{}", referred.referral)).await.text().contains("Alpha Metal Works"));
    let after = rosa.open(&referred.status_link).await;
    assert_ne!(before.between("<h1", "</h1>"), after.between("<h1", "</h1>"), "the entrepreneur's sentence changes");
    assert_eq!(app.audited("referral.accepted").await + app.audited("referral.accept").await, 1);
}

#[tokio::test]
async fn a_status_link_shows_its_own_referral_and_dies_like_one_that_never_was() {
    let app = TestApp::start().await;
    let (own, foreign) = (app.refer(&app.alpha).await, app.refer(&app.beta).await);
    let mut rosa = app.nobody();
    let page = rosa.open(&own.status_link).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(!page.text().contains(&foreign.referral) && !page.text().contains("Beta"));
    assert!(rosa.cookie("staff").is_none() && rosa.cookie("partner").is_none(), "no cookie for looking");
    assert_eq!(page.header("referrer-policy"), "same-origin");
    let token = own.status_link.trim_start_matches("/s/").to_owned();
    for path in [format!("/p/{token}"), format!("/about-me/{token}"), format!("/invitation/{token}"), format!("/s/{token}x")] {
        assert_eq!(rosa.look(&path).await.status, StatusCode::NOT_FOUND, "a link opens one kind of page: {path}");
    }
    let taken = app.db.write(fairfloor::store::Actor::system(), |tx| {
        tx.execute("UPDATE access_link SET expires_at = 1 WHERE kind = 'status'", [])?;
        tx.audit("link.expired", fairfloor::store::Object::none())
    });
    taken.await.unwrap();
    let (dead, never) = (rosa.open(&own.status_link).await, rosa.open(&format!("/s/{}", "0".repeat(52))).await);
    assert_eq!((dead.status, never.status), (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND));
    assert!(dead.text() == never.text());
}

#[tokio::test]
async fn no_link_is_in_the_database_or_its_log_in_plain() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    opened(&app, &referred).await;
    let tokens = [referred.partner_link.trim_start_matches("/p/"), referred.status_link.trim_start_matches("/s/")];
    for file in [app.folder.folder.database(), app.folder.folder.wal()] {
        let bytes = std::fs::read(file).unwrap();
        for token in tokens {
            assert!(!bytes.windows(token.len()).any(|window| window == token.as_bytes()));
        }
    }
}
