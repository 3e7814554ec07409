//! The first of an entrepreneur's own pages, and the page of a referral: everything that is theirs, nothing of anybody else, and what one
//! press there does. All of it with a letter code alone: no mail server and no gateway stand beside this house.

use crate::codes::typed;
use crate::house::{Page, Person, TestApp};
use crate::kinds::{draft, id_of, partner_accepts, partner_opens, sent};
use crate::own_sign_in::change;
use axum::http::StatusCode;
use fairfloor::auth::quick;
use fairfloor::values::Kind;

/// Ada gives a code in one of the three ways; what is on the paper, or read out.
async fn given(ada: &mut Person, referral: &str, button: &str) -> (String, String) {
    let page = ada.open(&format!("/referrals/{referral}")).await;
    let shown = ada.press(&page, button, &[]).await;
    let text = shown.text();
    let codes: Vec<&str> = text.split("class=\"code\"").skip(1).map(|part| part.split(['<', '>']).nth(1).unwrap()).collect();
    (codes[0].to_owned(), codes[1].to_owned())
}

async fn inside(app: &TestApp, ada: &mut Person, referral: &str) -> (Person, Page) {
    let (reference, code) = given(ada, referral, "Print a letter").await;
    let mut rosa = app.nobody();
    let home = typed(&mut rosa, &reference, &code).await;
    assert_eq!((home.status, home.path.as_str()), (StatusCode::OK, "/me"), "{}", home.text());
    (rosa, home)
}

async fn count(app: &TestApp, sql: &'static str) -> i64 {
    app.db.read(move |conn| Ok(conn.query_row(sql, [], |row| row.get(0))?)).await.unwrap()
}

#[tokio::test]
async fn with_a_telephone_only_every_page_opens_however_the_code_was_given() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    let mut ada = app.person("Ada").await;
    for button in ["Print a letter", "Read it out", "Hand it over"] {
        let (reference, code) = given(&mut ada, &referred.referral, button).await;
        let mut rosa = app.nobody();
        let home = typed(&mut rosa, &reference, &code).await;
        assert!(home.path == "/me" && home.says("You have nothing to do now"), "{button}: {}", home.text());
        let own = format!("/me/referrals/{}", referred.referral);
        for path in [
            "/me".to_owned(),
            own.clone(),
            format!("{own}/messages"),
            format!("{own}/stopping"),
            "/me/messages".into(),
            "/me/requests".into(),
            "/me/permissions".into(),
            "/me/who-looked".into(),
            "/me/profile".into(),
            "/me/about-me".into(),
            "/me/helpers".into(),
            "/me/download".into(),
            "/me/help".into(),
        ] {
            let page = rosa.open(&path).await;
            assert_eq!((page.status, page.path.as_str()), (StatusCode::OK, path.as_str()), "{button}");
            assert!(page.form_with("Sign out").action == "/me/leaving", "one press away: {path}");
            assert_eq!(page.header("cache-control"), "no-store");
            assert!(page.body.len() < 60_000, "{path} is small, even before it is packed");
        }
    }
    assert_eq!(count(&app, "SELECT count(*) FROM mailed_code").await, 0, "nothing was mailed or texted");
}

#[tokio::test]
async fn what_there_is_to_do_comes_first_and_one_press_answers_it() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let page = draft(&app, &mut ada, Kind::RealEstate, &[]).await;
    let asked = ada.press(&page, "Save what they said", &[("answer", "ask")]).await;
    let id = id_of(&asked);
    let (mut rosa, home) = inside(&app, &mut ada, &id).await;
    assert!(home.says("You have one thing to do") && home.says("May we share this?"), "{}", home.text());
    assert!(home.says("Alpha Metal Works") && home.says("A plain need"), "the exact words stand on the page before anybody says yes");
    let text = home.text();
    assert!(text.find("one thing to do").unwrap() < text.find("What goes on").unwrap(), "what there is to do comes first");
    let form = home.form_with("Yes, share this");
    let fields = form.filled("Yes, share this", &[]);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    for _ in 0..2 {
        rosa.post(&form.action, &fields).await;
    }
    assert_eq!(count(&app, "SELECT count(*) FROM consent").await, 1, "two presses, one yes");
    let home = rosa.open("/me").await;
    assert!(home.says("You have nothing to do now"), "{}", home.text());
    // The partner asks for one thing.
    let page = ada.open(&format!("/referrals/{id}")).await;
    ada.press(&page, "Send to the partner", &[]).await;
    let (mut lee, desk) = partner_opens(&app, &id).await;
    let needed = app.db.clock().today().plus_days(3).to_string();
    let ask = desk.forms().into_iter().find(|form| form.value("event") == Some("ask_information")).unwrap();
    let fields = ask.filled("", &[("question", "How high is your tallest machine?"), ("asked_of", "entrepreneur"), ("needed_by", &needed)]);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    lee.post(&ask.action, &fields).await;
    let home = rosa.open("/me").await;
    assert!(home.says("You have one thing to do") && home.says("How high is your tallest machine?"), "{}", home.text());
    assert!(home.text().contains(&format!("href=\"/me/referrals/{id}/answer\"")), "the link leads to the one question");
}

#[tokio::test]
async fn a_code_opens_all_of_ones_own_and_a_trainee_sees_their_training_alone() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let first = sent(&app, &mut ada, Kind::RealEstate, &[]).await;
    let second = sent(&app, &mut ada, Kind::BusinessDevelopment, &[("bd_topic", "grant")]).await;
    let trained = sent(&app, &mut ada, Kind::Workforce, &[("work_wants", "hire")]).await;
    let foreign = app.refer(&app.beta).await;
    // The third is for Tomas, who works there.
    change(
        &app,
        &format!(
            "INSERT INTO person (public_id, first_name, last_name, language, created_at) VALUES ('t0mas000000000000000000000', 'Tomas', 'Reyes', 'en', 0);
             UPDATE referral SET trainee_id = (SELECT id FROM person WHERE first_name = 'Tomas') WHERE public_id = '{}'",
            id_of(&trained)
        ),
    )
    .await;
    let (mut rosa, home) = inside(&app, &mut ada, &id_of(&first)).await;
    for id in [id_of(&first), id_of(&second)] {
        assert!(home.text().contains(&id), "hers: {id}");
        assert_eq!(rosa.open(&format!("/me/referrals/{id}")).await.status, StatusCode::OK);
    }
    assert!(!home.text().contains(&id_of(&trained)) && !home.says("Tomas"), "a training is the trainee's own");
    for id in [&id_of(&trained), &foreign.referral] {
        assert_eq!(rosa.look(&format!("/me/referrals/{id}")).await.status, StatusCode::NOT_FOUND);
        for (ending, fields) in [
            ("reminders", vec![("key", "0123456789abcdef")]),
            ("words", vec![("key", "0123456789abcdef"), ("what", "wrong"), ("body", "Planted")]),
        ] {
            assert_eq!(rosa.post(&format!("/me/referrals/{id}/{ending}"), &fields).await.status, StatusCode::NOT_FOUND, "{ending}");
        }
    }
    let (mut tomas, home) = inside(&app, &mut ada, &id_of(&trained)).await;
    assert!(home.text().contains(&id_of(&trained)) && home.says("Tomas"), "{}", home.text());
    assert!(!home.text().contains(&id_of(&first)) && !home.text().contains("/me/requests"), "nothing of the business");
    assert_eq!(tomas.look(&format!("/me/referrals/{}", id_of(&first))).await.status, StatusCode::NOT_FOUND);
    let asks = tomas.open(&format!("/me/referrals/{}/requests", id_of(&trained))).await;
    assert_eq!(asks.status, StatusCode::NOT_FOUND, "what the business asked for is not told to a trainee");
    for malformed in ["1", "x", "%00", "..%2F..", "ABCDEFGHJKMNPQRSTVWXYZ0123"] {
        assert_eq!(rosa.look(&format!("/me/referrals/{malformed}")).await.status, StatusCode::NOT_FOUND, "{malformed}");
    }
    assert_eq!(count(&app, "SELECT count(*) FROM client_word").await, 0);
}

#[tokio::test]
async fn whoever_speaks_for_two_businesses_sees_both_by_name() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let referred = app.refer(&app.alpha).await;
    app.refer(&app.beta).await;
    let (_, home) = inside(&app, &mut ada, &referred.referral).await;
    assert!(!home.says("Beta Bakery Ovens"));
    change(&app, &format!("UPDATE ownership SET person_id = {} WHERE person_id = {}", app.alpha.owner_key, app.beta.owner_key)).await;
    let (mut rosa, home) = inside(&app, &mut ada, &referred.referral).await;
    assert!(home.says("Alpha Metal Works") && home.says("Beta Bakery Ovens"), "{}", home.text());
    let ask = rosa.open("/me/requests").await;
    let typed = [("place", "1"), ("kind", "workforce"), ("need", "A second baker"), ("urgency", "no_rush")];
    let asked = rosa.press(&ask, "Ask for help", &typed).await;
    assert!(asked.says("A second baker"), "{}", asked.text());
    let of_beta = "SELECT count(*) FROM referral JOIN business ON business.id = referral.business_id WHERE referral.origin = 'self_request' AND business.name = 'Beta Bakery Ovens'";
    assert_eq!(count(&app, of_beta).await, 1, "for the business that was chosen");
    let bea = app.person("Bea").await.open("/today").await;
    assert!(bea.says("asks for help with"), "it waits for somebody to take it");
}

#[tokio::test]
async fn a_person_without_any_referral_is_told_what_will_stand_here() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    let (mut rosa, _) = inside(&app, &mut app.person("Ada").await, &referred.referral).await;
    change(&app, "UPDATE referral SET status = 'entered-in-error', waiting_on = 'nobody'; UPDATE outbox_message SET stopped_at = 1").await;
    let home = rosa.open("/me").await;
    assert!(home.says("No request yet") && home.says("You have nothing to do now"), "{}", home.text());
    let none = rosa.open("/me/messages").await;
    assert!(none.says("Nothing was written yet"), "{}", none.text());
}

#[tokio::test]
async fn the_page_of_a_referral_says_who_moves_what_can_happen_what_is_seen_and_what_happened() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let page = sent(&app, &mut ada, Kind::RealEstate, &[]).await;
    let id = id_of(&page);
    let (mut rosa, _) = inside(&app, &mut ada, &id).await;
    let own = rosa.open(&format!("/me/referrals/{id}")).await;
    for words in [
        "has the next move by",
        "Not enough cases yet",
        "says yes, with a waiting list",
        "says no. Then we tell you why",
        "Anyone we ask sees this",
        "After a yes",
        "Alpha Metal Works",
        "Rosa Doe",
        "What happened",
        "You agreed to share with",
    ] {
        assert!(own.says(words), "{words}: {}", own.text());
    }
    assert!(!own.says("Your contact at"), "whom to call there is told after the yes");
    let text = own.text();
    let place = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words}"));
    assert!(place("has the next move by") < place("What can happen next") && place("What can happen next") < place("What happened"));
    assert!(place("It was sent to") < place("Your request was written down"), "the newest first");
    let link = app.link_to(&id, fairfloor::values::LinkKind::Status).await;
    let by_link = app.nobody().open(&link).await;
    assert!(!by_link.says("What happened") && !by_link.says("has the next move by"), "a link shows none of it: {}", by_link.text());
    let (mut lee, desk) = partner_opens(&app, &id).await;
    partner_accepts(&app, &mut lee, &desk).await;
    let own = rosa.open(&format!("/me/referrals/{id}")).await;
    assert!(own.says("Your contact at") && own.says("Lee Long") && own.says("sees this too"), "{}", own.text());
    // The partner takes its yes back: both lines stand there.
    let desk = lee.open(&format!("/p/r/{id}")).await;
    let undo = desk.forms().into_iter().find(|form| form.value("event") == Some("undo_last")).unwrap();
    let fields = undo.filled("", &[]);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    lee.post(&undo.action, &fields).await;
    let own = rosa.open(&format!("/me/referrals/{id}")).await;
    assert!(
        own.says("Correction: the update before this one was a mistake") && own.says("Taken back") && own.says("said yes"),
        "{}",
        own.text()
    );
}

#[tokio::test]
async fn a_late_partner_is_reminded_once_for_each_day_that_is_over() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let id = id_of(&sent(&app, &mut ada, Kind::RealEstate, &[]).await);
    let (mut rosa, _) = inside(&app, &mut ada, &id).await;
    let own = format!("/me/referrals/{id}");
    assert!(!rosa.open(&own).await.says("Remind them"), "its day is not over");
    change(&app, "UPDATE referral SET due_on = '2020-01-02'").await;
    let page = rosa.open(&own).await;
    let notices = "SELECT count(*) FROM outbox_message WHERE audience = 'partner' AND stopped_at IS NULL";
    let before = count(&app, notices).await;
    let form = page.form_with("Remind them");
    let fields = form.filled("Remind them", &[]);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    rosa.post(&form.action, &fields).await;
    rosa.post(&form.action, &fields).await;
    rosa.post(&form.action, &[("key", "anotherkey0123456")]).await;
    assert_eq!(app.audited("referral.client_reminded").await, 1, "once, whatever is pressed");
    assert!(count(&app, notices).await >= before, "a notice with a new link waits to go out");
    let page = rosa.open(&own).await;
    assert!(page.says("You reminded them on") && !page.text().contains("/reminders"), "{}", page.text());
    change(&app, "UPDATE referral SET due_on = '2020-01-09'").await;
    assert!(rosa.open(&own).await.says("Remind them"), "another day that is over, another reminder");
}

#[tokio::test]
async fn nobody_called_and_something_is_wrong_become_tasks_of_the_advisor() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let id = id_of(&sent(&app, &mut ada, Kind::RealEstate, &[]).await);
    let (mut rosa, _) = inside(&app, &mut ada, &id).await;
    let own = format!("/me/referrals/{id}");
    let page = rosa.open(&own).await;
    assert!(!page.says("No one contacted me"), "before a yes nobody has to");
    let told = rosa.press(&page, "Tell my advisor", &[("body", "We moved to 12 Dock Street. 🏭")]).await;
    assert!(told.says("something is wrong. Your advisor looks at it"), "{}", told.text());
    let empty = rosa.post(&format!("{own}/words"), &[("key", "0123456789abcdef"), ("what", "wrong"), ("body", "  ")]).await;
    assert!(empty.status == StatusCode::UNPROCESSABLE_ENTITY && empty.says("Say what is wrong"), "{}", empty.text());
    let (mut lee, desk) = partner_opens(&app, &id).await;
    partner_accepts(&app, &mut lee, &desk).await;
    change(&app, "UPDATE referral SET due_on = '2020-01-02'").await;
    let page = rosa.open(&own).await;
    rosa.press(&page, "No one contacted me", &[]).await;
    let today = ada.open("/today").await;
    assert!(today.says("says that something is wrong") && today.says("nobody has contacted them"), "{}", today.text());
    assert!(!app.person("Bea").await.open("/today").await.says("something is wrong"));
    let page = ada.open(&format!("/referrals/{id}")).await;
    assert!(page.says("12 Dock Street. 🏭"), "{}", page.text());
    let page = ada.press(&page, "Done: I saw to it", &[]).await;
    ada.press(&page, "Done: I saw to it", &[]).await;
    assert!(!ada.open("/today").await.says("something is wrong"));
    assert!(rosa.open(&own).await.says("Your advisor saw to it"));
    assert_eq!(app.audited("referral.client_word_done").await, 2);
}

#[tokio::test]
async fn all_threads_stand_in_one_list_with_who_reads_them_and_are_answered_there() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let (first, second) = (
        sent(&app, &mut ada, Kind::RealEstate, &[]).await,
        sent(&app, &mut ada, Kind::BusinessDevelopment, &[("bd_topic", "grant")]).await,
    );
    for (page, words) in [(&first, "Bring your lease"), (&second, "Bring your tax forms")] {
        let page = ada.open(&page.path).await;
        ada.press(&page, "Send the message", &[("body", words)]).await;
    }
    let (mut rosa, _) = inside(&app, &mut ada, &id_of(&first)).await;
    let page = rosa.open("/me/messages").await;
    let text = page.text();
    assert!(text.find("Bring your tax forms").unwrap() < text.find("Bring your lease").unwrap(), "the newest first");
    assert!(page.says("Read by you and Ada"), "{text}");
    let form = page.forms().into_iter().find(|form| form.action.contains(&id_of(&second))).unwrap();
    let fields = form.filled("", &[("body", "I will")]);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    rosa.post(&form.action, &fields).await;
    assert!(rosa.open("/me/messages").await.says("I will"));
    assert!(ada.open("/today").await.says("message"), "an unanswered message is somebody's task");
}

#[tokio::test]
async fn a_quick_look_tells_how_it_stands_and_names_nobody() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let page = sent(&app, &mut ada, Kind::RealEstate, &[]).await;
    let id = id_of(&page);
    let wanted = id.clone();
    let number: i64 = app
        .db
        .read(move |conn| Ok(conn.query_row("SELECT number FROM referral WHERE public_id = ?1", [wanted], |row| row.get(0))?))
        .await
        .unwrap();
    let code = quick::short_code(app.db.keys(), number);
    let letter = ada.open(&format!("/referrals/{id}")).await;
    let letter = ada.press(&letter, "Print a letter", &[]).await;
    assert!(letter.says(&code) && letter.says("/status"), "the letter says it: {}", letter.text());
    let mut anybody = app.nobody();
    let page = anybody.open("/status").await;
    let seen =
        anybody.press(&page, "Look", &[("reference", &format!("r{number}")), ("code", &code.to_lowercase().replace('-', " "))]).await;
    assert!(seen.says("Your request is with the partner") && seen.says("Last news"), "{}", seen.text());
    for name in ["Rosa", "Alpha Metal", "Ada", "Lab ", "A plain need"] {
        assert!(!seen.says(name), "{name} is on the page");
    }
    assert!(anybody.cookie("portal").is_none(), "it is no visit");
    let wrong = anybody.press(&page, "Look", &[("reference", &format!("R-{number}")), ("code", "0000-0000")]).await;
    let unknown = anybody.press(&page, "Look", &[("reference", "R-9999"), ("code", &code)]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(wrong.text().replace(&format!("R-{number}"), "R"), unknown.text().replace("R-9999", "R"));
    for _ in 0..20 {
        anybody.press(&page, "Look", &[("reference", &format!("R-{number}")), ("code", "0000-0000")]).await;
    }
    let locked = anybody.press(&page, "Look", &[("reference", &format!("R-{number}")), ("code", &code)]).await;
    assert!(locked.status == StatusCode::UNPROCESSABLE_ENTITY && locked.says("718 555 0100"), "{}", locked.text());
}

#[tokio::test]
async fn a_dead_link_asks_for_a_living_one_and_an_unknown_one_is_answered_alike() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    change(&app, "UPDATE access_link SET expires_at = 1 WHERE kind = 'status'; UPDATE outbox_message SET created_at = 1").await;
    let notices = "SELECT count(*) FROM outbox_message WHERE audience = 'entrepreneur'";
    let before = count(&app, notices).await;
    let mut rosa = app.nobody();
    let page = rosa.open(&referred.status_link).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    let asked = rosa.press(&page, "Send me a new link", &[]).await;
    let unknown_path = format!("/s/{}", "a".repeat(52));
    let unknown = rosa.open(&unknown_path).await;
    let nothing = rosa.press(&unknown, "Send me a new link", &[]).await;
    assert_eq!((asked.status, asked.text()), (nothing.status, nothing.text()));
    rosa.press(&page, "Send me a new link", &[]).await;
    assert_eq!(count(&app, notices).await, before + 1, "one notice, however often it is pressed");
    let link = app.link_to(&referred.referral, fairfloor::values::LinkKind::Status).await;
    assert_eq!(rosa.open(&link).await.status, StatusCode::OK);
}
