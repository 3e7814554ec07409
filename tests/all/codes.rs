//! Letter codes: a person with a telephone and a letter does everything; a code opens its own page, for a while, and nothing else.

use crate::house::{Page, Person, Referred, TestApp};
use axum::http::StatusCode;
use fairfloor::store::{Actor, Object};

/// What a letter says: the reference and the code.
fn read(letter: &Page) -> (String, String) {
    let text = letter.text();
    let codes: Vec<&str> = text.split("class=\"code\"").skip(1).map(|part| part.split(['<', '>']).nth(1).unwrap()).collect();
    (codes[0].to_owned(), codes[1].to_owned())
}

/// Ada presses "Print a letter" on the page of a referral.
pub async fn letter(ada: &mut Person, referral: &str) -> (String, String) {
    let page = ada.open(&format!("/referrals/{referral}")).await;
    let form = page.form_with("Print a letter");
    let fields = form.filled("Print a letter", &[]);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let shown = ada.post(&form.action, &fields).await;
    assert_eq!(shown.status, StatusCode::OK, "{}", shown.text());
    let twice = ada.post(&form.action, &fields).await;
    assert_eq!(twice.leads_to(), Some(form.action.trim_end_matches("/codes")), "a double click shows no second code");
    read(&shown)
}

pub async fn typed(person: &mut Person, reference: &str, code: &str) -> Page {
    let page = person.open("/c").await;
    person.press(&page, "Open", &[("reference", reference), ("code", code)]).await
}

async fn mailed(app: &TestApp) -> (Referred, String, String) {
    let referred = app.refer(&app.alpha).await;
    let (reference, code) = letter(&mut app.person("Ada").await, &referred.referral).await;
    (referred, reference, code)
}

#[tokio::test]
async fn a_person_with_a_telephone_and_a_letter_says_yes_sees_where_it_stands_and_stops_it() {
    let app = TestApp::start().await;
    let sent = app.refer(&app.alpha).await;
    let mut ada = app.person("Ada").await;
    // A second need: a draft, asked about by Ada, for the same partner.
    let draft = ada.open(&format!("/clients/{}/referrals/new?kind=real_estate", app.alpha.client)).await;
    let draft = ada.press(&draft, "Save draft", &[("need", "A dock for one truck"), ("contact", &sent.contact)]).await;
    let asked = ada.press(&draft, "Save what they said", &[("answer", "ask")]).await;
    let id = asked.path.rsplit('/').next().unwrap().to_owned();
    let (reference, code) = letter(&mut ada, &id).await;

    let mut rosa = app.nobody();
    let page = typed(&mut rosa, &reference.to_lowercase(), &code.to_lowercase().replace('-', " ")).await;
    assert_eq!((page.status, page.path.as_str()), (StatusCode::OK, "/me"), "a code opens the first of her own pages");
    assert!(rosa.cookie("portal").is_some() && rosa.cookie("staff").is_none());
    assert!(page.says("Your request is with the partner"), "and what was sent before is there too: {}", page.text());
    let page = rosa.open(&format!("/me/referrals/{id}")).await;
    assert!(page.says("A dock for one truck") && page.says("Alpha Metal Works"), "the real values: {}", page.text());
    let agreed = rosa.press(&page, "Yes, share this", &[]).await;
    assert!(agreed.says("You agreed to share"), "{}", agreed.text());
    let page = ada.open(&format!("/referrals/{id}")).await;
    let guarded = ada.press(&page, "Send to the partner", &[]).await;
    assert!(guarded.says("has an open referral of this kind"), "the same partner is asked twice only with a reason");
    ada.press(&guarded, "Save: Send to the partner", &[("override_reason", "Another need")]).await;
    let page = rosa.open(&format!("/me/referrals/{id}")).await;
    assert!(page.says("your request is with the partner"), "{}", page.text());
    let page = rosa.open(&format!("/me/referrals/{id}/stopping")).await;
    let stopped = rosa.press(&page, "Stop this referral", &[]).await;
    assert!(stopped.says("this request was stopped"), "{}", stopped.text());
    rosa.press(&stopped, "Sign out", &[]).await;
    let gone = rosa.look(&format!("/me/referrals/{id}")).await;
    assert!(gone.leads_to().is_some_and(|to| to.starts_with("/me/sign-in?next=")), "whoever left is out");
}

#[tokio::test]
async fn unknown_expired_and_closed_codes_look_alike_and_looking_uses_nothing_up() {
    let app = TestApp::start().await;
    let (_, reference, code) = mailed(&app).await;
    let mut rosa = app.nobody();
    let answers = async |rosa: &mut Person, reference: &str, code: &str| {
        let page = typed(rosa, reference, code).await;
        (page.status, page.text().replace(reference, "REFERENCE"))
    };
    let wrong = answers(&mut rosa, &reference, "0000-0000-0000").await;
    assert_eq!(wrong.0, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.1.contains("718 555 0100"), "the telephone number stands on the page");
    assert_eq!(answers(&mut rosa, "R-9999", &code).await, wrong, "a code of another reference");
    assert_eq!(answers(&mut rosa, "R-9999", "").await, wrong);
    for _ in 0..100 {
        assert_eq!(rosa.look("/c").await.status, StatusCode::OK);
    }
    assert_eq!(typed(&mut rosa, &reference, &code).await.status, StatusCode::OK, "one wrong try and a hundred looks do no harm");
    for _ in 0..20 {
        assert_eq!(answers(&mut rosa, &reference, "1111-1111-1111").await, wrong);
    }
    assert_eq!(answers(&mut rosa, &reference, &code).await, wrong, "after twenty wrong tries from one place the right one waits too");
    let later = app.db.write(Actor::system(), |tx| {
        tx.execute("UPDATE sign_in_attempt SET at = at - 1860000", [])?;
        tx.audit("time.passed", Object::none())
    });
    later.await.unwrap();
    assert_eq!(typed(&mut rosa, &reference, &code).await.status, StatusCode::OK, "half an hour later it opens again");
    for sql in ["UPDATE letter_code SET expires_at = 1", "UPDATE letter_code SET expires_at = 9000000000000, revoked_at = 1"] {
        let over = app.db.write(Actor::system(), move |tx| {
            tx.execute(sql, [])?;
            tx.audit("code.ended", Object::none())
        });
        over.await.unwrap();
        assert_eq!(answers(&mut rosa, &reference, &code).await, wrong);
    }
    assert!(app.audited("code.refused").await >= 13);
}

#[tokio::test]
async fn a_newer_code_closes_the_older_one_and_its_visit_and_staff_can_close_both() {
    let app = TestApp::start().await;
    let (referred, reference, first) = mailed(&app).await;
    let mut rosa = app.nobody();
    let page = typed(&mut rosa, &reference, &first).await;
    assert_eq!(page.status, StatusCode::OK);
    let mut ada = app.person("Ada").await;
    let (_, second) = letter(&mut ada, &referred.referral).await;
    assert!(
        rosa.look(&page.path).await.leads_to().is_some_and(|to| to.starts_with("/me/sign-in")),
        "the visit with the older code is over"
    );
    assert_ne!(typed(&mut rosa, &reference, &first).await.status, StatusCode::OK);
    assert_eq!(typed(&mut rosa, &reference, &second).await.status, StatusCode::OK);
    let page = ada.open(&format!("/referrals/{}", referred.referral)).await;
    assert!(page.says("A code was given on"), "{}", page.text());
    ada.press(&page, "Close the code", &[]).await;
    assert_ne!(typed(&mut rosa, &reference, &second).await.status, StatusCode::OK);
    assert_eq!((app.audited("code.issued").await, app.audited("code.closed").await), (2, 1));
}

#[tokio::test]
async fn a_visit_with_a_code_opens_the_persons_own_referrals_and_nothing_else() {
    let app = TestApp::start().await;
    let (own, reference, code) = mailed(&app).await;
    let foreign = app.refer(&app.beta).await;
    let mut rosa = app.nobody();
    typed(&mut rosa, &reference, &code).await;
    for path in [format!("/me/referrals/{}", foreign.referral), format!("/me/referrals/{}/stopping", foreign.referral)] {
        let page = rosa.look(&path).await;
        assert!(page.status == StatusCode::NOT_FOUND && !page.text().contains("Beta Bakery"), "{path}");
    }
    let fields = [("key", "0123456789abcdef"), ("version", "4"), ("event", "withdraw")];
    assert_eq!(rosa.post(&format!("/me/referrals/{}/events", foreign.referral), &fields).await.status, StatusCode::NOT_FOUND);
    for path in ["/today", "/clients", "/outbox"] {
        assert_eq!(rosa.look(path).await.status, StatusCode::SEE_OTHER, "{path}");
    }
    assert_eq!(rosa.look(&format!("/p/r/{}", own.referral)).await.status, StatusCode::NOT_FOUND);
    let mut posing = app.nobody();
    posing.keep("portal", app.person("Ada").await.cookie("staff").unwrap());
    let posing = posing.look(&format!("/me/referrals/{}", own.referral)).await;
    assert!(posing.leads_to().is_some_and(|to| to.starts_with("/me/sign-in")), "a session of staff is none of hers");
}

/// Ada presses a button that gives the partner a code.
async fn partner_letter(ada: &mut Person, referral: &str, button: &str) -> (Page, String, String) {
    let page = ada.open(&format!("/referrals/{referral}")).await;
    let form = page.form_with(&format!("{button} for the partner"));
    let fields = form.filled(&format!("{button} for the partner"), &[]);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let shown = ada.post(&form.action, &fields).await;
    assert_eq!(shown.status, StatusCode::OK, "{}", shown.text());
    let twice = ada.post(&form.action, &fields).await;
    assert_eq!(twice.leads_to(), Some(format!("/referrals/{referral}").as_str()), "a double click shows no second code");
    let (reference, code) = read(&shown);
    (shown, reference, code)
}

#[tokio::test]
async fn a_partner_without_e_mail_gets_a_printed_letter_types_the_code_and_says_yes() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    change(&app, "UPDATE partner_contact SET email = NULL").await;
    let mut ada = app.person("Ada").await;
    let (shown, reference, code) = partner_letter(&mut ada, &referred.referral, "Print a letter").await;
    for words in ["Dear Sal Silva", "http://fairfloor.test/c", "Please answer by", "718 555 0100", "asks for help with"] {
        assert!(shown.says(words), "{words}: {}", shown.text());
    }
    assert!(!shown.says("Alpha Metal Works") && !shown.says("Rosa") && !shown.says("F train"), "a letter names nobody and no need");
    let mut sal = app.nobody();
    for _ in 0..2 {
        let landing = typed(&mut sal, &reference, &code).await;
        assert!(landing.path.starts_with("/p/") && !landing.text().contains("Alpha Metal Works"));
        let desk = sal.press(&landing, "Open the request", &[("name", "Sal Silva")]).await;
        assert_eq!((desk.status, desk.path), (StatusCode::OK, format!("/p/r/{}", referred.referral)));
    }
    let page = sal.open(&format!("/p/r/{}", referred.referral)).await;
    let form = page.forms().into_iter().find(|form| form.value("event") == Some("accept")).unwrap();
    let tomorrow = app.db.clock().today().plus_days(1).to_string();
    let fields = form.filled("", &[("responsible_person", "Sal Silva"), ("first_contact_on", &tomorrow), ("eligibility_checked", "yes")]);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    sal.post(&form.action, &fields).await;
    assert!(sal.open(&format!("/p/r/{}", referred.referral)).await.says("Rosa Doe"), "after the yes, whom to contact");
    assert!(ada.open(&format!("/referrals/{}", referred.referral)).await.says("Accepted, not started"));
    assert_eq!((app.audited("code.issued").await, app.audited("code.opened").await), (1, 2));
}

#[tokio::test]
async fn a_partners_code_ends_with_the_referral_its_permission_or_a_word_of_staff() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    let mut ada = app.person("Ada").await;
    let (_, reference, first) = partner_letter(&mut ada, &referred.referral, "Read it out").await;
    let (_, _, second) = partner_letter(&mut ada, &referred.referral, "Hand it over").await;
    let mut sal = app.nobody();
    assert_eq!(typed(&mut sal, &reference, &first).await.status, StatusCode::UNPROCESSABLE_ENTITY, "a newer code closes the one before");
    assert_eq!(typed(&mut sal, &reference, &second).await.status, StatusCode::OK);
    let page = ada.open(&format!("/referrals/{}", referred.referral)).await;
    assert!(page.says("A code was given on"));
    let key = page.form_with("Close the code of the partner").value("key").unwrap().to_owned();
    ada.press(&page, "Close the code of the partner", &[]).await;
    assert_eq!(typed(&mut sal, &reference, &second).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let (_, _, third) = partner_letter(&mut ada, &referred.referral, "Print a letter").await;
    let mut rosa = app.nobody();
    let page = rosa.open(&format!("{}/stopping", referred.status_link)).await;
    rosa.press(&page, "Stop this referral", &[]).await;
    assert_eq!(typed(&mut sal, &reference, &third).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fields = [("key", key.as_str()), ("handing", "letter")];
    let late = ada.post(&format!("/referrals/{}/partner-codes", referred.referral), &fields).await;
    assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", late.text());
    assert!(!ada.open(&format!("/referrals/{}", referred.referral)).await.says("Letter with a code for the partner"));
}

#[tokio::test]
async fn without_a_permission_or_with_a_contact_who_left_there_is_no_letter() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    let mut ada = app.person("Ada").await;
    let address = format!("/referrals/{}/partner-codes", referred.referral);
    let fields = [("key", "0123456789abcdef"), ("handing", "letter")];
    for sql in
        ["UPDATE partner_contact SET closed_at = 1", "UPDATE partner_contact SET closed_at = NULL", "UPDATE consent SET ended_at = 1"]
    {
        change(&app, sql).await;
        let is_offered = ada.open(&format!("/referrals/{}", referred.referral)).await.says("Letter with a code for the partner");
        assert_eq!(is_offered, sql.ends_with("NULL"), "{sql}");
        if !is_offered {
            assert_eq!(ada.post(&address, &fields).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{sql}");
        }
    }
}

/// Something that took place elsewhere.
async fn change(app: &TestApp, sql: &'static str) {
    let changed = app.db.write(Actor::system(), move |tx| {
        tx.execute(sql, [])?;
        tx.audit("test.changed", Object::none())
    });
    changed.await.unwrap();
}

#[tokio::test]
async fn no_code_is_in_the_database_or_its_log_in_plain() {
    let app = TestApp::start().await;
    let (_, reference, code) = mailed(&app).await;
    typed(&mut app.nobody(), &reference, &code).await;
    let plain = code.replace('-', "");
    for file in [app.folder.folder.database(), app.folder.folder.wal()] {
        let text = String::from_utf8_lossy(&std::fs::read(file).unwrap()).to_uppercase();
        assert!(!text.contains(&plain) && !text.contains(&code));
    }
}
