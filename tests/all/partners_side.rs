//! The partner's side: dead links that ask for living ones, reminders, the right person, codes, and the list of a contact.

use crate::house::{Page, Person, Postbox, Referred, TestApp};
use axum::body::Body;
use axum::http::{Method, Request, StatusCode};
use fairfloor::auth::links;
use fairfloor::store::{Actor, Object};

async fn opened(app: &TestApp, referred: &Referred) -> (Person, Page) {
    let mut sal = app.nobody();
    let page = sal.open(&referred.partner_link).await;
    let page = sal.press(&page, "Open the request", &[("name", "Sal Silva")]).await;
    assert_eq!(page.status, StatusCode::OK);
    (sal, page)
}

/// Posts the form of an event on a page with these facts.
async fn answer(person: &mut Person, page: &Page, event: &str, typed: &[(&str, &str)]) -> Page {
    let form = page.forms().into_iter().find(|form| form.value("event") == Some(event)).unwrap();
    let fields = form.filled("", typed);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let answer = person.post(&form.action, &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
    person.open(answer.leads_to().unwrap()).await
}

async fn accepted(app: &TestApp, sal: &mut Person, page: &Page) -> Page {
    let tomorrow = app.db.clock().today().plus_days(1).to_string();
    let typed = [("responsible_person", "Sal Silva"), ("first_contact_on", tomorrow.as_str()), ("eligibility_checked", "yes")];
    answer(sal, page, "accept", &typed).await
}

async fn count(app: &TestApp, sql: &'static str) -> i64 {
    app.db.read(move |conn| Ok(conn.query_row(sql, [], |row| row.get(0))?)).await.unwrap()
}

/// The link of the newest notice to a partner.
async fn newest_link(app: &TestApp) -> String {
    let found = app.db.write(Actor::system(), |tx| {
        let sql = "SELECT link_id FROM outbox_message WHERE audience = 'partner' AND link_id IS NOT NULL ORDER BY id DESC LIMIT 1";
        let link: i64 = tx.query_row(sql, [], |row| row.get(0))?;
        links::address(tx, &tx.keys(), "", link)
    });
    found.await.unwrap()
}

#[tokio::test]
async fn a_used_link_asks_for_a_new_one_and_a_stranger_gets_the_same_answer() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    opened(&app, &referred).await;
    let notices = "SELECT count(*) FROM outbox_message WHERE audience = 'partner'";
    let before = count(&app, notices).await;
    let mut sal = app.nobody();
    let dead = sal.open(&referred.partner_link).await;
    let mine = sal.press(&dead, "Send a new link", &[]).await;
    let mut stranger = app.nobody();
    let never = stranger.open(&format!("/p/{}", "0".repeat(52))).await;
    assert!(dead.text() == never.text());
    let theirs = stranger.press(&never, "Send a new link", &[]).await;
    assert_eq!((mine.status, theirs.status), (StatusCode::OK, StatusCode::OK));
    assert!(mine.text() == theirs.text(), "the answer says nothing");
    assert_eq!(count(&app, notices).await, before + 1, "and only one of them gets a link");
    assert_eq!(sal.open(&newest_link(&app).await).await.status, StatusCode::OK);
    assert_eq!((app.audited("partner_link.asked_anew").await, app.audited("partner_link.failed").await), (1, 1));
}

#[tokio::test]
async fn whoever_tries_many_links_is_not_heard_any_more_and_the_manager_learns_of_it() {
    let app = TestApp::start().await;
    app.refer(&app.alpha).await;
    let mut thief = app.nobody();
    for _ in 0..30 {
        let page = thief.post(&format!("/p/{}/opening", "1".repeat(52)), &[("name", "Thief")]).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND);
    }
    assert_eq!(app.audited("partner_link.failed").await, 20, "after twenty nothing is written down any more");
    assert!(app.person("Max").await.open("/today").await.says("Many failed tries at partners' pages"));
    assert!(!app.person("Ada").await.open("/today").await.says("Many failed tries"));
}

#[tokio::test]
async fn at_most_three_links_of_a_contact_live() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    let mut ada = app.person("Ada").await;
    let mut link = referred.partner_link.clone();
    for _ in 0..5 {
        let mut sal = app.nobody();
        let page = sal.open(&link).await;
        sal.press(&page, "Open the request", &[("name", "Sal Silva")]).await;
        let page = ada.open(&format!("/referrals/{}", referred.referral)).await;
        ada.press(&page, "Make the partner a new link", &[]).await;
        link = newest_link(&app).await;
    }
    assert_eq!(count(&app, "SELECT count(*) FROM access_link WHERE kind = 'partner' AND revoked_at IS NULL").await, 3);
}

#[tokio::test]
async fn sal_is_reminded_on_the_day_he_chose() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    let (mut sal, page) = opened(&app, &referred).await;
    let far = app.db.clock().today().plus_days(30).to_string();
    let refused = sal.press(&page, "Remind me", &[("on", &far)]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let on = app.db.clock().today().plus_days(3);
    let page = sal.press(&refused, "Remind me", &[("on", &on.to_string())]).await;
    assert!(page.says("We remind you on that day with a new link."), "{}", page.text());
    let due = app.db.clock().zone().start_of(on).plus_minutes(9 * 60).millis();
    let held: i64 =
        count(&app, "SELECT held_until FROM outbox_message WHERE audience = 'partner' AND stopped_at IS NULL AND sent_at IS NULL").await;
    assert_eq!(held, due);
}

#[tokio::test]
async fn sal_names_the_right_person_and_ada_decides_whether_to_ask_her() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    let (mut sal, page) = opened(&app, &referred).await;
    let none = sal.press(&page, "Send this name", &[("right_name", "Nadia Noor")]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    let typed = [("right_name", "Nadia Noor"), ("right_email", "nadia@harbor.test"), ("right_telephone", "")];
    let page = sal.press(&none, "Send this name", &typed).await;
    assert!(page.says("The advisor checks this"));
    assert_eq!(
        count(&app, "SELECT count(*) FROM partner_contact WHERE email = 'nadia@harbor.test'").await,
        0,
        "a link never hands itself on"
    );
    let mut ada = app.person("Ada").await;
    assert!(ada.open("/today").await.says("somebody else should be asked"));
    let page = ada.open(&format!("/referrals/{}", referred.referral)).await;
    let page = ada.press(&page, "Ask this person from now on", &[]).await;
    assert!(page.says("Nadia Noor") && !page.says("A word from the partner"), "{}", page.text());
    assert_eq!(sal.open(&format!("/p/r/{}", referred.referral)).await.status, StatusCode::NOT_FOUND, "his link is dead");
    assert_eq!(count(&app, "SELECT count(*) FROM outbox_message WHERE to_address = 'nadia@harbor.test' AND sent_at IS NULL").await, 1);
}

#[tokio::test]
async fn an_end_by_link_takes_effect_at_once_and_waits_for_a_glance() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    let (mut sal, page) = opened(&app, &referred).await;
    let page = answer(&mut sal, &page, "reject", &[("reason", "no_capacity_now")]).await;
    assert!(page.says("Thank you. Your answer is recorded"));
    let mut ada = app.person("Ada").await;
    assert!(ada.open("/today").await.says("ended by link"));
    let page = ada.open(&format!("/referrals/{}", referred.referral)).await;
    let page = ada.press(&page, "I have seen it", &[]).await;
    assert!(!page.says("A word from the partner"));
    assert!(!ada.open("/today").await.says("ended by link"));
}

#[tokio::test]
async fn an_answer_sent_twice_is_recorded_once_and_says_so_and_a_late_one_is_shown_what_changed() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    let (mut sal, page) = opened(&app, &referred).await;
    let form = page.forms().into_iter().find(|form| form.value("event") == Some("acknowledge")).unwrap();
    let fields = form.filled("", &[]);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    for _ in 0..2 {
        let to = sal.post(&form.action, &fields).await.leads_to().unwrap().to_owned();
        assert!(sal.open(&to).await.says("Your answer is recorded. Sending it a second time changes nothing."));
    }
    assert_eq!(app.audited("referral.acknowledge").await, 1);
    let typed = [("responsible_person", "Sal"), ("first_contact_on", "2027-01-05"), ("eligibility_checked", "yes")];
    let form = page.forms().into_iter().find(|form| form.value("event") == Some("accept")).unwrap();
    let fields = form.filled("", &typed);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let late = sal.post(&form.action, &fields).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.says("Nothing of yours was saved"), "{}", late.text());
}

/// The six digits of the newest letter with a code.
fn code_in(postbox: &Postbox, letters: usize) -> String {
    let letter = postbox.wait_for(letters).pop().unwrap();
    let body = letter.body();
    body.split_once("Your code is ").unwrap().1.chars().take(6).collect()
}

#[tokio::test]
async fn a_new_browser_brings_the_mailed_code_before_it_sees_whom_to_contact() {
    let (app, postbox) = TestApp::start_with_mail().await;
    let referred = app.refer(&app.alpha).await;
    let (mut sal, page) = opened(&app, &referred).await;
    let page = accepted(&app, &mut sal, &page).await;
    assert!(!page.says("Rosa") && page.says("s…@harbor.test"), "{}", page.text());
    let page = sal.press(&page, "Mail the code", &[]).await;
    let box_ = postbox.clone();
    let code = tokio::task::spawn_blocking(move || code_in(&box_, 1)).await.unwrap();
    let wrong = sal.press(&page, "Show whom to contact", &[("code", if code == "000000" { "111111" } else { "000000" })]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = sal.press(&wrong, "Show whom to contact", &[("code", &code)]).await;
    assert!(page.says("Rosa Doe"), "{}", page.text());
    let bytes = [std::fs::read(app.folder.folder.database()).unwrap(), std::fs::read(app.folder.folder.wal()).unwrap()].concat();
    let words = format!("code is {code}");
    assert!(!bytes.windows(words.len()).any(|window| window == words.as_bytes()), "a mailed code is written down nowhere");
}

#[tokio::test]
async fn a_contact_sees_a_list_behind_a_code_and_reports_no_change_in_one_press() {
    let (app, postbox) = TestApp::start_with_mail().await;
    let referred = app.refer(&app.alpha).await;
    let (mut sal, page) = opened(&app, &referred).await;
    let page = accepted(&app, &mut sal, &page).await;
    let (today, next) = (app.db.clock().today().to_string(), app.db.clock().today().plus_days(9).to_string());
    let typed = [("contacted_on", today.as_str()), ("contact_channel", "call"), ("stage", "search"), ("next_expected_on", next.as_str())];
    answer(&mut sal, &page, "start", &typed).await;

    let mut sal = app.nobody();
    let page = sal.open("/p/inbox").await;
    let known = sal.press(&page, "Mail me a code", &[("email", "Sal@harbor.test")]).await;
    let unknown = app.nobody().press(&page, "Mail me a code", &[("email", "nobody@harbor.test")]).await;
    assert!(known.text() == unknown.text(), "nobody learns who is known");
    let box_ = postbox.clone();
    let code = tokio::task::spawn_blocking(move || code_in(&box_, 1)).await.unwrap();
    let page = sal.press(&known, "Open my list", &[("email", "sal@harbor.test"), ("code", &code)]).await;
    assert!(page.says("One request is open with you") && page.says("Work that goes on"), "{}", page.text());
    let next = app.db.clock().today().plus_days(21).to_string();
    let form = page.form_with("No change");
    let with = form.values("with");
    let none = sal.press(&page, "No change", &[("next", &next)]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY, "nothing is ticked beforehand");
    let page = sal.press(&none, "No change", &[("next", &next), ("with", &with[0])]).await;
    assert!(page.says("Recorded: no change for 1."), "{}", page.text());
    assert_eq!(count(&app, "SELECT count(*) FROM referral_event WHERE event = 'progress'").await, 1);
    let page = sal.open(&format!("/p/r/{}", referred.referral)).await;
    assert!(page.says("Rosa Doe"), "whoever came by code is known already");
    let again = app.nobody().post("/p/inbox", &[("email", "sal@harbor.test"), ("code", &code)]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "a code works once");
    for _ in 0..5 {
        app.nobody().post("/p/inbox", &[("email", "sal@harbor.test"), ("code", "000000")]).await;
    }
    assert!(app.nobody().post("/p/inbox", &[("email", "sal@harbor.test"), ("code", "000000")]).await.says("Too many wrong codes"));
}

#[tokio::test]
async fn without_a_mail_server_the_list_is_not_offered_and_the_telephone_is() {
    let app = TestApp::start().await;
    let page = app.nobody().open("/p/inbox").await;
    assert!(page.says("Call us for your list") && page.says("718 555 0100"));
    assert_eq!(app.nobody().post("/p/inbox/codes", &[("email", "sal@harbor.test")]).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn when_a_contact_leaves_their_links_die_and_somebody_else_is_chosen() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    let (mut sal, _) = opened(&app, &referred).await;
    let mut max = app.person("Max").await;
    let typed =
        [("key", "0123456789abcdef"), ("contact_name", "Nadia Noor"), ("contact_email", "nadia@harbor.test"), ("contact_telephone", "")];
    max.post(&format!("/partners/{}/contacts", referred.partner), &typed).await;
    max.post(&format!("/partners/{}/contacts/{}/closing", referred.partner, referred.contact), &[]).await;
    assert_eq!(sal.open(&format!("/p/r/{}", referred.referral)).await.status, StatusCode::NOT_FOUND);
    let mut ada = app.person("Ada").await;
    assert!(ada.open("/today").await.says("nobody to answer"));
    let page = ada.open(&format!("/referrals/{}", referred.referral)).await;
    let nadia = page.form_with("Ask them from now on").values("contact").pop().unwrap();
    let page = ada.press(&page, "Ask them from now on", &[("contact", &nadia)]).await;
    assert!(page.says("Nadia Noor") && !ada.open("/today").await.says("nobody to answer"));
    assert_eq!(app.nobody().open(&newest_link(&app).await).await.status, StatusCode::OK);
}

/// Everything in the database as text, but sessions: looking keeps a visit alive.
pub async fn dump(app: &TestApp) -> String {
    let read = app.db.read(|conn| {
        let mut tables =
            conn.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%' AND name <> 'session'")?;
        let names = tables.query_map([], |row| row.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
        let mut text = String::new();
        for name in names {
            let mut statement = conn.prepare(&format!("SELECT * FROM {name} ORDER BY 1"))?;
            let width = statement.column_count();
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                text.push_str(&name);
                for column in 0..width {
                    text.push_str(&format!("|{:?}", row.get_ref(column)?));
                }
                text.push('\n');
            }
        }
        Ok(text)
    });
    read.await.unwrap()
}

#[tokio::test]
async fn a_hundred_looks_at_every_kind_of_link_change_nothing() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    let owner = app.alpha.owner_key;
    let about_me = app.db.write(Actor::system(), move |tx| {
        let target = links::Target { person: Some(owner), ..links::Target::default() };
        let link = links::issue(tx, fairfloor::values::LinkKind::SelfIdentification, target)?;
        tx.audit("link.made", Object::none())?;
        links::address(tx, &tx.keys(), "", link)
    });
    let about_me = about_me.await.unwrap();
    let before = dump(&app).await;
    for path in [&referred.partner_link, &referred.status_link, &about_me] {
        for method in [Method::GET, Method::HEAD] {
            for _ in 0..100 {
                let request = Request::builder().method(method.clone()).uri(path.as_str()).body(Body::empty()).unwrap();
                assert_eq!(app.nobody().send(path, request).await.status, StatusCode::OK, "{method} {path}");
            }
        }
    }
    assert!(dump(&app).await == before, "looking changed something");
    let (mut sal, _) = opened(&app, &referred).await;
    let before = dump(&app).await;
    for _ in 0..100 {
        assert_eq!(sal.look(&format!("/p/r/{}", referred.referral)).await.status, StatusCode::OK);
    }
    assert!(dump(&app).await == before, "looking changed something");
}

#[tokio::test]
async fn foreign_expired_closed_and_used_links_are_one_page_of_one_length() {
    let app = TestApp::start().await;
    let (used, expired, closed) = (app.refer(&app.alpha).await, app.refer(&app.beta).await, "7".repeat(52));
    opened(&app, &used).await;
    let over = app.db.write(Actor::system(), |tx| {
        tx.execute("UPDATE access_link SET expires_at = 1 WHERE used_at IS NULL AND kind = 'partner'", [])?;
        tx.audit("link.expired", Object::none())
    });
    over.await.unwrap();
    let mut pages = Vec::new();
    for path in [used.partner_link.clone(), expired.partner_link.clone(), format!("/p/{closed}"), used.status_link.replace("/s/", "/p/")] {
        let page = app.nobody().open(&path).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND);
        pages.push(page.text());
    }
    assert!(pages.windows(2).all(|pair| pair[0] == pair[1]));
}
