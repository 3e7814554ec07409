//! A complaint reaches somebody above the advisor and nobody else; a helper sees or acts with a code of their own.

use super::{change, one, rosa};
use crate::house::{Page, Person, TestApp};
use axum::http::StatusCode;
use fairfloor::app;
use fairfloor::values::HelperLevel;
use fairfloor::web::{Access, Method};

#[tokio::test]
async fn a_complaint_reaches_somebody_above_and_stands_on_no_page_of_the_advisor() {
    let app = TestApp::start().await;
    let records = crate::access::records::Records::of(&app, &app.alpha).await;
    change(
        &app,
        "DELETE FROM complaint_against; DELETE FROM complaint; UPDATE enrollment SET advisor_id = (SELECT id FROM account WHERE name = 'Ada') WHERE program_id = 1",
    )
    .await;
    let mut rosa = rosa(&app).await;
    let page = rosa.open("/me/help").await;
    assert!(page.says("The person who guards people's data here reads this"));
    let empty = rosa.press(&page, "Send the complaint", &[("words", " ")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = rosa.press(&page, "Send the complaint", &[("words", "ZqcomplaintqZ")]).await;
    assert!(page.says("Complaint C-1") && page.says("We answer C-1 by"), "{}", page.text());
    let mut ada = app.person("Ada").await;
    for route in app::routes().iter().filter(|route| route.method == Method::Get && !route.access.contains(&Access::Public)) {
        let Some(sample) = crate::access::samples::all().find(|sample| sample.route == route.path && sample.method == "GET") else {
            continue;
        };
        let page = ada.look(&records.fill(route.path, sample.fills)).await;
        assert!(!page.text().contains("ZqcomplaintqZ"), "it stands at {}", route.path);
    }
    // Ada becomes a manager too: what is about her stays closed to her.
    change(&app, "INSERT INTO membership (account_id, program_id, role) SELECT id, 1, 'manager' FROM account WHERE name = 'Ada'").await;
    let id: String = one(&app, "SELECT public_id FROM complaint WHERE number = 1").await;
    assert_eq!(app.person("Ada").await.look(&format!("/complaints/{id}")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(app.person("Mia").await.look(&format!("/complaints/{id}")).await.status, StatusCode::NOT_FOUND, "another program's");
    let seen = app.person("Stu").await.open(&format!("/complaints/{id}")).await;
    assert!(seen.says("ZqcomplaintqZ") && !seen.text().contains("Alpha Metal") && !seen.text().contains("Rosa"));
    let mut max = app.person("Max").await;
    let page = max.open(&format!("/complaints/{id}")).await;
    assert!(page.says("Alpha Metal Works"));
    let answered = max.press(&page, "Answer", &[("words", "We looked into it. Max calls you on Monday.")]).await;
    assert!(answered.says("Answered on"), "{}", answered.text());
    assert!(rosa.open("/me/help").await.says("Max calls you on Monday"));
    let told: String = one(&app, "SELECT body FROM outbox_message WHERE referral_id IS NULL").await;
    assert!(!told.to_lowercase().contains("complain"), "the notice does not say what it is about: {told}");
}

#[tokio::test]
async fn who_hears_complaints_is_named_by_the_administrator_and_told_by_mail() {
    let (app, postbox) = TestApp::start_with_mail().await;
    let mut adam = app.person("Adam").await;
    let page = adam.open("/programs").await;
    let form = page.forms().into_iter().find(|form| form.action == format!("/programs/{}/complaints-contact", app.alpha.id)).unwrap();
    let version = form.value("version").unwrap();
    let fields = [
        ("name", "Ombuds Office"),
        ("email", "ombuds@city.test"),
        ("telephone", "555 0190"),
        ("office_hours", "9 to 5"),
        ("version", version),
    ];
    assert!(adam.post(&form.action, &fields).await.status.is_redirection());
    let mut rosa = rosa(&app).await;
    let page = rosa.open("/me/help").await;
    assert!(page.says("Ombuds Office reads this") && page.says("9 to 5"), "{}", page.text());
    rosa.press(&page, "Send the complaint", &[("words", "ZqcomplaintqZ")]).await;
    let letter = tokio::task::spawn_blocking(move || postbox.wait_for(1).pop().unwrap()).await.unwrap();
    assert!(letter.body().contains("C-1") && !letter.body().contains("ZqcomplaintqZ"), "{}", letter.body());
}

/// Rosa invites somebody: the label and the code.
async fn invited(rosa: &mut Person, level: HelperLevel) -> (String, String) {
    let page = rosa.open("/me/helpers").await;
    let code = if level == HelperLevel::See { "see" } else { "act" };
    let shown = rosa.press(&page, "Make their code", &[("name", "Nia"), ("level", code)]).await;
    let codes: Vec<String> =
        shown.text().split("class=\"code\" dir=\"ltr\">").skip(1).map(|part| part.split('<').next().unwrap().to_owned()).collect();
    (codes[0].clone(), codes[1].clone())
}

async fn comes_in(app: &TestApp, reference: &str, code: &str) -> (Person, Page) {
    let mut nia = app.nobody();
    let page = nia.open("/h").await;
    let page = nia.press(&page, "Open", &[("name", "Nia Moyo"), ("reference", reference), ("code", code)]).await;
    (nia, page)
}

#[tokio::test]
async fn a_helper_who_may_see_meets_no_deed_and_is_refused_by_the_server() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    let mut rosa = rosa(&app).await;
    let (reference, code) = invited(&mut rosa, HelperLevel::See).await;
    let (mut nia, page) = comes_in(&app, &reference.to_lowercase(), &code.to_lowercase()).await;
    let address = format!("/me/referrals/{}", referred.referral);
    assert_eq!((page.status, page.path.as_str()), (StatusCode::OK, address.as_str()), "{}", page.text());
    let deeds: Vec<String> = page.forms().into_iter().filter(|form| form.is_post).map(|form| form.action).collect();
    assert!(deeds.iter().all(|action| action == "/me/leaving" || action.starts_with("/me/language")), "{deeds:?}");
    let key = ("key", "0123456789abcdef");
    for (path, fields) in [
        ("/events", vec![key, ("version", "1"), ("event", "withdraw")]),
        ("/messages", vec![key, ("readers", "client"), ("body", "x")]),
        ("/requests", vec![key, ("kind", "workforce"), ("need", "x"), ("urgency", "no_rush")]),
        ("/sharing", vec![key, ("what", "renew")]),
    ] {
        let refused = nia.post(&format!("{address}{path}"), &fields).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{path}");
    }
    for path in ["/me/permissions", "/me/who-looked", "/me/profile", "/me/download", "/me/helpers"] {
        assert_eq!(nia.look(path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    for (path, fields) in [
        ("/me/permissions", vec![key, ("permission", "1"), ("what", "stop")]),
        ("/me/download", vec![("shape", "json")]),
        ("/me/closing", vec![key, ("what", "ask")]),
        ("/me/help", vec![key, ("words", "x")]),
        ("/me/helpers", vec![key, ("name", "x"), ("level", "act"), ("until", "2030-01-01")]),
    ] {
        assert_eq!(nia.post(path, &fields).await.status, StatusCode::FORBIDDEN, "{path}");
    }
    let help = nia.open("/me/help").await;
    assert!(help.says("You are here as a helper") && !help.text().contains("/me/permissions"), "{}", help.text());
    let page = rosa.open("/me/helpers").await;
    rosa.press(&page, "End the help of Nia Moyo", &[]).await;
    assert!(!nia.look(&address).await.status.is_success(), "it ends at once");
    let (_, page) = comes_in(&app, &reference, &code).await;
    assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.says("open nothing together"));
}

#[tokio::test]
async fn what_a_helper_does_is_shown_with_their_name_to_the_person_and_to_staff() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    let mut rosa = rosa(&app).await;
    let (reference, code) = invited(&mut rosa, HelperLevel::Act).await;
    let (mut nia, page) = comes_in(&app, &reference, &code).await;
    let address = format!("/me/referrals/{}", referred.referral);
    let fields = [("key", "0123456789abcdef"), ("readers", "client"), ("body", "Rosa asks for Tuesday")];
    assert!(nia.post(&format!("{address}/messages"), &fields).await.status.is_redirection(), "{}", page.text());
    assert_eq!(
        nia.post(&format!("{address}/sharing"), &[("key", "0123456789abcdeg"), ("what", "renew")]).await.status,
        StatusCode::FORBIDDEN
    );
    let yes = [("key", "0123456789abcdeh"), ("version", "4"), ("event", "give_consent")];
    assert_eq!(nia.post(&format!("{address}/events"), &yes).await.status, StatusCode::FORBIDDEN, "a yes stays the person's own");
    let stopping = nia.open(&format!("{address}/stopping")).await;
    nia.press(&stopping, "Stop this referral", &[]).await;
    assert!(rosa.open(&address).await.says("Nia Moyo, for you: stopped a request"));
    let page = rosa.open("/me/helpers").await;
    for words in ["Nia Moyo, for you: wrote a message", "Nia Moyo, for you: stopped a request"] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    assert_eq!(one::<i64>(&app, "SELECT count(*) FROM helper_deed").await, 2, "nothing the person did is among them");
    let mut ada = app.person("Ada").await;
    assert!(ada.open(&format!("/clients/{}", app.alpha.client)).await.says("Nia Moyo, see and act, until"));
    let page = ada.open(&format!("/clients/{}/helpers", app.alpha.client)).await;
    assert!(page.says("Nia Moyo, for Rosa Doe: wrote a message"), "{}", page.text());
    let made: i64 = one(&app, "SELECT count(*) FROM audit_event WHERE actor = 'helper 1'").await;
    assert!(made >= 2, "the record names the helper");
}

#[tokio::test]
async fn an_advisor_writes_a_helper_down_as_a_witness_and_guessing_is_slowed() {
    let app = TestApp::start().await;
    app.refer(&app.alpha).await;
    let mut ada = app.person("Ada").await;
    let address = format!("/clients/{}/helpers", app.alpha.client);
    let page = ada.open(&address).await;
    let refused = ada.press(&page, "Make the code", &[("name", "Nia")]).await;
    assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.says("Tick that you heard"));
    let far = app.db.clock().today().plus_days(366).to_string();
    let refused = ada.press(&page, "Make the code", &[("name", "Nia"), ("heard", "yes"), ("until", &far)]).await;
    assert!(refused.says("a year ahead at most"), "{}", refused.text());
    let shown = ada.press(&page, "Make the code", &[("name", "Nia"), ("heard", "yes")]).await;
    let codes: Vec<String> =
        shown.text().split("<b class=\"code\">").skip(1).map(|part| part.split('<').next().unwrap().to_owned()).collect();
    let (_, page) = comes_in(&app, &codes[0], &codes[1]).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(rosa(&app).await.open("/me/helpers").await.says("Ada heard you say so"));
    for _ in 0..20 {
        comes_in(&app, &codes[0], "0000-0000-0000").await;
    }
    let (_, page) = comes_in(&app, &codes[0], &codes[1]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "after twenty wrong tries the right one waits too");
}

/// Who may open the complaint with a number, of these.
async fn readers(app: &TestApp, number: i64) -> Vec<&'static str> {
    let id: String = app
        .db
        .read(move |conn| Ok(conn.query_row("SELECT public_id FROM complaint WHERE number = ?1", [number], |row| row.get(0))?))
        .await
        .unwrap();
    let mut may = Vec::new();
    for name in ["Max", "Mia", "Adam", "Stu"] {
        if app.person(name).await.look(&format!("/complaints/{id}")).await.status.is_success() {
            may.push(name);
        }
    }
    may
}

#[tokio::test]
async fn nobody_who_had_a_part_in_a_persons_businesses_hears_of_it_or_reads_it() {
    let (app, postbox) = TestApp::start_with_mail().await;
    // Max looks after Rosa's second business, Stu once gave her an hour; the program names Max as its contact.
    change(
        &app,
        "UPDATE program SET complaint_name = 'Max himself', complaint_email = 'max@fairfloor.test' WHERE id = 1;
         INSERT INTO business (public_id, number, name, name_folded, created_at) VALUES ('3123456789abcdefghjkmnpqrs', 77, 'Second Shop', 'secondshop', 1);
         INSERT INTO enrollment (business_id, program_id, advisor_id, from_on)
         SELECT (SELECT id FROM business WHERE number = 77), 1, id, '2020-01-01' FROM account WHERE name = 'Max';
         INSERT INTO ownership (business_id, person_id) SELECT id, 1 FROM business WHERE number = 77",
    )
    .await;
    let mut rosa = rosa(&app).await;
    let page = rosa.open("/me/help").await;
    assert!(!page.says("Max himself") && page.says("The person who guards people's data here reads this"), "{}", page.text());
    rosa.press(&page, "Send the complaint", &[("words", "ZqcomplaintqZ")]).await;
    assert_eq!(readers(&app, 1).await, ["Adam", "Stu"], "Max had a part, though not as the first business's advisor");
    let taken = postbox.clone();
    let letter = tokio::task::spawn_blocking(move || taken.wait_for(1).pop().unwrap()).await.unwrap();
    assert!(letter.to.contains("stu@fairfloor.test"), "{}", letter.to);
    // What is handed over afterwards changes nothing about it.
    change(&app, "UPDATE enrollment SET advisor_id = NULL").await;
    assert_eq!(readers(&app, 1).await, ["Adam", "Stu"]);
    change(&app, "UPDATE program SET complaint_email = NULL, complaint_name = NULL").await;
    rosa.press(&page, "Send the complaint", &[("words", "Once more"), ("key", "0123456789abcdef")]).await;
    assert_eq!(readers(&app, 2).await, ["Max", "Adam", "Stu"]);
}

#[tokio::test]
async fn where_nobody_else_is_there_the_pages_say_so() {
    let app = TestApp::start().await;
    change(
        &app,
        "UPDATE enrollment SET advisor_id = (SELECT id FROM account WHERE name = 'Max') WHERE program_id = 1;
         DELETE FROM organization_role WHERE role IN ('steward', 'admin')",
    )
    .await;
    let mut rosa = rosa(&app).await;
    let page = rosa.open("/me/help").await;
    assert!(
        page.says("Nobody works here who has no part in your requests") && !page.says("Your advisor does not see it"),
        "{}",
        page.text()
    );
    rosa.press(&page, "Send the complaint", &[("words", "ZqcomplaintqZ")]).await;
    let id: String = one(&app, "SELECT public_id FROM complaint").await;
    let seen = app.person("Max").await.open(&format!("/complaints/{id}")).await;
    assert!(seen.says("ZqcomplaintqZ") && seen.says("You had a part in what this person asked for"), "{}", seen.text());
    // As soon as somebody else could, it is closed to him again.
    change(&app, "INSERT INTO organization_role (account_id, role) SELECT id, 'steward' FROM account WHERE name = 'Stu'").await;
    assert_eq!(app.person("Max").await.look(&format!("/complaints/{id}")).await.status, StatusCode::NOT_FOUND);
    let seen = app.person("Stu").await.open(&format!("/complaints/{id}")).await;
    assert!(seen.says("ZqcomplaintqZ") && !seen.says("You had a part"));
    assert!(rosa.open("/me/help").await.says("Your advisor does not see it on any page"));
}

#[tokio::test]
async fn a_complaint_whose_day_is_over_stands_on_today_of_whoever_may_read_it() {
    let app = TestApp::start().await;
    change(&app, "UPDATE enrollment SET advisor_id = (SELECT id FROM account WHERE name = 'Ada') WHERE program_id = 1").await;
    let mut rosa = rosa(&app).await;
    let page = rosa.open("/me/help").await;
    rosa.press(&page, "Send the complaint", &[("words", "ZqcomplaintqZ")]).await;
    assert!(!app.person("Max").await.open("/today").await.says("Complaint C-1"), "it is not late yet");
    change(&app, "UPDATE complaint SET due_on = '2020-01-01'").await;
    let today = app.person("Max").await.open("/today").await;
    assert!(today.says("Complaint C-1 has no answer") && !today.says("ZqcomplaintqZ"), "{}", today.text());
    for name in ["Ada", "Bea", "Mia"] {
        assert!(!app.person(name).await.open("/today").await.says("Complaint C-1"), "{name}");
    }
    change(&app, "INSERT INTO complaint_against (complaint_id, account_id) SELECT 1, id FROM account WHERE name = 'Max'").await;
    assert!(!app.person("Max").await.open("/today").await.says("Complaint C-1"), "it is about him");
    change(&app, "DELETE FROM complaint_against; UPDATE complaint SET answer = 'Yes', answered_at = 1").await;
    assert!(!app.person("Max").await.open("/today").await.says("Complaint C-1"), "it is answered");
}
