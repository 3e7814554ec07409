//! People say who they are, or do not: five states apart, by link, on a device that is handed over, read out, and on their own pages.

mod changing;
mod office;
pub mod own;
mod states;

use crate::house::{Page, Person, TestApp};
use axum::http::StatusCode;
use fairfloor::firewall::{self, Asked, Saved};
use fairfloor::i18n::{Args, Language};
use fairfloor::store::Actor;
use fairfloor::values::{Basis, Question, Vocabulary};

/// Own words that only an answer holds, in two directions and with a picture.
const WORDS: &str = "Zapoteca 👩🏽‍🏭 من الناصرة";

/// Every question is asked in Alpha.
async fn ask_everything(app: &TestApp) {
    let (program, max) = (app.alpha.key, app.account("Max").0);
    let set = app.db.write(Actor::system(), move |tx| {
        firewall::set_asked(tx, program, &Asked { questions: Question::ALL.to_vec(), ..Asked::default() }, max)
    });
    set.await.unwrap();
}

/// The private page of the owner of Alpha's client, as their advisor sends it.
async fn link(app: &TestApp) -> String {
    let mut ada = app.person("Ada").await;
    let fields = [("key", "0123456789abcdef"), ("person", app.alpha.owner.as_str())];
    let page = ada.post(&format!("/clients/{}/self-identification-links", app.alpha.client), &fields).await;
    let address = page.between("id=\"address\" readonly value=\"", "\"");
    address.split_once("fairfloor.test").unwrap().1.to_owned()
}

/// What may be known of Rosa's replies without opening them.
async fn saved(app: &TestApp) -> Vec<Saved> {
    let (db, rosa) = (app.db.clone(), app.alpha.owner_key);
    app.db.read(move |conn| firewall::saved(conn, db.keys(), rosa)).await.unwrap()
}

/// Presses a button of the question's form.
async fn press(rosa: &mut Person, page: &Page, button: &str, typed: &[(&str, &str)]) -> Page {
    let next = rosa.press(page, button, typed).await;
    assert_eq!(next.status, StatusCode::OK, "{}", next.text());
    next
}

#[tokio::test]
async fn one_question_a_page_and_answered_declined_and_skipped_stay_apart() {
    let app = TestApp::start().await;
    ask_everything(&app).await;
    let path = link(&app).await;
    let mut rosa = app.nobody();
    let page = rosa.open(&path).await;
    assert!(page.says("Question 1 of 8, all optional") && page.says("Who can see it"), "{}", page.text());
    let page = press(&mut rosa, &page, "Save and go on", &[("race", "HISP"), ("hisp", "Zapotec"), ("own", WORDS)]).await;
    assert!(page.says("Question 2 of 8") && page.says("What is your sex?"));
    let page = press(&mut rosa, &page, "Skip this page", &[]).await;
    let page = press(&mut rosa, &page, "Save and go on", &[("disability", "DECLINED")]).await;
    let page = press(&mut rosa, &page, "Save and go on", &[("veteran", "NON_VETERAN")]).await;
    assert!(page.says("Question 5 of 8"));
    let page = press(&mut rosa, &page, "Skip this page", &[]).await;
    let page = press(&mut rosa, &page, "Save and go on", &[("household", "3")]).await;
    let page = press(&mut rosa, &page, "Save and go on", &[("income", "DECLINED")]).await;
    assert!(page.says("Question 8 of 8"));
    let page = press(&mut rosa, &page, "Skip this page", &[]).await;
    assert!(page.path.starts_with(&format!("{path}/saved")), "{}", page.path);
    for hidden in ["Zapot", "👩", "Hispanic", "checked", "prefer"] {
        assert!(!page.says(hidden) && !page.text().contains(hidden), "{hidden} is on the summary");
    }
    let saved = saved(&app).await;
    assert_eq!(saved.len(), 8, "a skip is a record of its own");
    let skipped: Vec<Question> = saved.iter().filter(|one| one.is_skipped).map(|one| one.question).collect();
    assert_eq!(skipped, [Question::Sex, Question::Military, Question::Sedi]);
    assert!(saved.iter().all(|one| one.basis == Basis::OwnWord && one.notice.len() == 16), "{saved:?}");
    let client = app.person("Ada").await.open(&format!("/clients/{}", app.alpha.client)).await;
    assert!(client.says("(5 of 8 questions)"), "{}", client.text());
}

#[tokio::test]
async fn what_an_advisor_sees_is_the_same_for_an_answer_and_for_a_refusal() {
    let mut pages = Vec::new();
    for typed in [("race", "WHITE"), ("declined", "yes")] {
        let app = TestApp::start().await;
        let path = link(&app).await;
        let mut rosa = app.nobody();
        let page = rosa.open(&path).await;
        press(&mut rosa, &page, "Save and go on", &[typed]).await;
        let client = app.person("Ada").await.open(&format!("/clients/{}", app.alpha.client)).await;
        let card = client.without_keys().split("id=\"si\"").nth(1).unwrap().split("</section>").next().unwrap().to_owned();
        let (client, owner) = (app.alpha.client.to_string(), app.alpha.owner.to_string());
        pages.push(card.replace(&client, "CLIENT").replace(&owner, "OWNER"));
        let again = rosa.open(&path).await;
        let about = again.without_keys().replace(&path, "PATH");
        pages.push(about);
    }
    assert_eq!((&pages[0], &pages[1]), (&pages[2], &pages[3]));
}

#[tokio::test]
async fn an_earlier_answer_stays_when_its_page_is_skipped_and_each_is_deleted_alone() {
    let app = TestApp::start().await;
    let path = link(&app).await;
    let mut rosa = app.nobody();
    let page = rosa.open(&path).await;
    press(&mut rosa, &page, "Save and go on", &[("race", "ASIAN")]).await;
    let page = rosa.open(&path).await;
    assert!(page.says("You answered this question on"), "{}", page.text());
    let page = press(&mut rosa, &page, "Skip this page", &[]).await;
    press(&mut rosa, &page, "Save and go on", &[("sex", "FEMALE")]).await;
    let both = saved(&app).await;
    assert!(both.len() == 2 && both.iter().all(|one| !one.is_skipped), "{both:?}");
    let page = rosa.open(&format!("{path}/questions/sex")).await;
    let page = press(&mut rosa, &page, "Delete my answer", &[]).await;
    assert!(page.says("Deleted"));
    assert_eq!(saved(&app).await.len(), 1);
    let page = rosa.open(&format!("{path}/saved")).await;
    press(&mut rosa, &page, "Delete all my answers", &[]).await;
    let rows = "SELECT (SELECT count(*) FROM demographic_answer) + (SELECT count(*) FROM subject)";
    let rows: i64 = app.db.read(move |conn| Ok(conn.query_row(rows, [], |row| row.get(0))?)).await.unwrap();
    assert_eq!(rows, 0);
    let client = app.person("Ada").await.open(&format!("/clients/{}", app.alpha.client)).await;
    assert!(client.says("Not answered yet"), "{}", client.text());
}

#[tokio::test]
async fn pressing_twice_makes_one_record_and_a_mistake_is_told_in_their_language_with_what_was_typed() {
    let app = TestApp::start().await;
    let path = link(&app).await;
    let mut rosa = app.nobody();
    rosa.post(&format!("{path}/language?at=race"), &[("language", "es")]).await;
    let page = rosa.open(&path).await;
    assert!(page.text().contains("<html lang=\"es\"") && page.says("¿Cuál es su raza y/o etnia?"), "{}", page.text());
    let long = "ñ".repeat(101);
    let form = page.form_with("Guardar y seguir");
    let notice = form.value("notice").unwrap().to_owned();
    let wrong: [&[(&str, &str)]; 4] = [
        &[("race", "ASIAN"), ("declined", "yes"), ("asian", "Hmong")],
        &[("own", "Hmong")],
        &[("race", "ASIAN"), ("asian", &long), ("own", "Hmong")],
        &[("race", "NOT-A-GROUP"), ("asian", "Hmong")],
    ];
    for typed in wrong {
        let fields: Vec<(&str, &str)> = typed.iter().copied().chain([("notice", notice.as_str())]).collect();
        let page = rosa.post(&form.action, &fields).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.says("Algo por corregir") && page.text().contains("Hmong"), "{}", page.text());
        assert!(page.title().starts_with("Error: "));
    }
    assert_eq!(saved(&app).await, []);
    for _ in 0..2 {
        let page = rosa.post(&form.action, &[("race", "ASIAN"), ("asian", "Hmong"), ("notice", &notice)]).await;
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text());
    }
    assert_eq!(saved(&app).await.len(), 1);
    let refused = rosa.post(&form.action, &[("race", "ASIAN"), ("country_of_birth", "x"), ("notice", &notice)]).await;
    assert!(refused.status.is_client_error(), "{}", refused.status);
}

#[tokio::test]
async fn every_page_is_whole_in_six_languages_and_light() {
    let app = TestApp::start().await;
    ask_everything(&app).await;
    let path = link(&app).await;
    let mut rosa = app.nobody();
    for language in Language::offered() {
        rosa.post(&format!("{path}/language"), &[("language", language.code())]).await;
        let mut pages = vec![path.clone(), format!("{path}/saved")];
        pages.extend(Question::ALL.iter().map(|question| format!("{path}/questions/{}", question.code())));
        for address in pages {
            let page = rosa.open(&address).await;
            let head = format!("<html lang=\"{}\" dir=\"{}\"", language.code(), language.direction().code());
            assert!(page.text().contains(&head), "{address} in {}", language.code());
            assert!(page.text().contains(&language.say("self-never-decides", Args::default())), "{address} in {}", language.code());
            assert!(page.body.len() < 20_000 * 3, "{} bytes at {address}", page.body.len());
            if language != Language::english() {
                for key in ["self-lead", "self-why", "self-skip", "self-save-next", "self-decline", "self-staff"] {
                    let english = Language::english().say(key, Args::default());
                    assert!(!page.says(&english), "{address} says in English what {} says: {english}", language.code());
                }
            }
        }
        let mut anyone = app.nobody();
        anyone.post("/language?next=/never-asked", &[("language", language.code())]).await;
        let page = anyone.open("/never-asked").await;
        assert!(page.says(&language.say("self-never-status", Args::default())), "{}", language.code());
    }
}

#[tokio::test]
async fn a_question_that_is_not_asked_looks_like_none() {
    let app = TestApp::start().await;
    let path = link(&app).await;
    let mut rosa = app.nobody();
    for code in ["military", "disability", "nationality", "race%20"] {
        assert_eq!(rosa.open(&format!("{path}/questions/{code}")).await.status, StatusCode::NOT_FOUND, "{code}");
    }
}
