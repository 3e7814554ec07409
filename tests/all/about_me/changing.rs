//! The notice is true, and when it changes people are told and asked again.

use super::own::{address, address_of, by_letter, by_mail};
use super::{link, press, saved};
use crate::house::TestApp;
use axum::http::StatusCode;
use fairfloor::firewall::filing::{self, NewFiling};
use fairfloor::i18n::{Args, Language};
use fairfloor::store::Actor;
use fairfloor::values::{Day, FilingForm, Question};

/// Alpha owes a file from now on.
async fn owe(app: &TestApp) {
    let (program, by) = (app.alpha.key, app.account("Stu").0);
    let recipient = "Office of Small Makers".to_owned();
    let new = NewFiling {
        program,
        recipient,
        authority: "Rule 13".to_owned(),
        questions: vec![Question::Race],
        form: FilingForm::Table,
        location: None,
        has_names: false,
        details: fairfloor::firewall::filing::Details::default(),
        from_on: Day::parse("2026-01-01").unwrap(),
        by,
    };
    app.db.write(Actor::system(), move |tx| filing::record(tx, &new).map(drop)).await.unwrap();
}

async fn count(app: &TestApp, sql: &'static str) -> i64 {
    app.db.read(move |conn| Ok(conn.query_row(sql, [], |row| row.get(0))?)).await.unwrap()
}

const TOLD: &str = "SELECT count(*) FROM outbox_message WHERE body LIKE '%has changed%'";
const TAKEN: &str = "SELECT count(*) FROM answer_told";

#[tokio::test]
async fn a_new_filing_takes_no_earlier_answer_tells_people_once_and_asks_them_again() {
    let app = TestApp::start().await;
    app.move_to("2026-12-01", 10);
    let path = link(&app).await;
    let mut rosa = app.nobody();
    let page = rosa.open(&path).await;
    assert!(page.says("This program sends no file with your answer to anyone"));
    press(&mut rosa, &page, "Save and go on", &[("race", "BLACK")]).await;
    app.make_a_round().await;
    assert_eq!(count(&app, TOLD).await, 0, "nothing has changed for her");

    owe(&app).await;
    for _ in 0..3 {
        app.make_a_round().await;
    }
    assert_eq!((count(&app, TOLD).await, count(&app, TAKEN).await), (1, 0), "told once, and not taken");
    let page = rosa.open(&path).await;
    assert!(page.says("What we tell you has changed") && page.says("Office of Small Makers gets a file"), "{}", page.text());
    let desk = app.person("Max").await.open(&format!("/programs/{}/questions", app.alpha.id)).await;
    assert!(desk.says("1 who had answered before were told; 0 have kept"), "{}", desk.text());

    address(&app, "rosa@home.test", false).await;
    let mut rosa = by_mail(&app, "rosa@home.test").await;
    let page = rosa.open("/me/about-me").await;
    let page = press(&mut rosa, &page, "Keep my answers", &[]).await;
    assert!(page.says("Kept") && !page.says("What we tell you has changed"), "{}", page.text());
    assert_eq!(count(&app, TAKEN).await, 1, "now the filing may count it");
    let desk = app.person("Max").await.open(&format!("/programs/{}/questions", app.alpha.id)).await;
    assert!(desk.says("1 who had answered before were told; 1 have kept"), "{}", desk.text());
    let versions = count(&app, "SELECT count(*) FROM notice_text").await;
    assert_eq!(versions, 2, "the text she read is kept once for each version");
}

/// Staff can copy a link, a letter passes through their hands, and a text may be read by whoever keeps the telephone.
#[tokio::test]
async fn only_a_mailed_code_keeps_what_was_said_under_an_earlier_notice() {
    let app = TestApp::start().await;
    app.move_to("2026-12-01", 10);
    let path = link(&app).await;
    let mut rosa = app.nobody();
    let page = rosa.open(&path).await;
    press(&mut rosa, &page, "Save and go on", &[("race", "BLACK")]).await;
    owe(&app).await;
    app.make_a_round().await;
    address(&app, "rosa@home.test", false).await;
    let (by_link, mut letter) = (rosa.open(&path).await, by_letter(&app).await);
    let notice = by_link.form_with("Save and go on").value("notice").unwrap().to_owned();
    let inside = letter.open("/me/about-me").await;
    address_of(&app, app.beta.owner_key, "rosa@home.test", false).await;
    let mut shared = by_mail(&app, "rosa@home.test").await;
    let texted = shared.open("/me/about-me").await;
    for page in [&by_link, &inside, &texted] {
        assert!(page.says("What we tell you has changed") && page.says("here you can only answer again or delete"), "{}", page.text());
        assert!(page.says("Sign in with an e-mailed code") && page.says("Answer again"), "{}", page.text());
        assert!(!page.says("Keep my answers"), "{}", page.text());
    }
    let sent = [("notice", notice.as_str())];
    assert_eq!(rosa.post(&format!("{path}/keeping"), &sent).await.status, StatusCode::NOT_FOUND);
    for person in [&mut letter, &mut shared] {
        let refused = person.post("/me/about-me/keeping", &sent).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "neither a letter nor a text opens it");
    }
    assert!(saved(&app).await.iter().all(|one| one.is_under_another(&notice)));
    assert_eq!((count(&app, TAKEN).await, app.audited("self_identification.kept").await), (0, 0));

    address_of(&app, app.beta.owner_key, "bill@home.test", false).await;
    let mut rosa = by_mail(&app, "rosa@home.test").await;
    rosa.post("/me/about-me/keeping", &sent).await;
    assert!(saved(&app).await.iter().all(|one| !one.is_under_another(&notice)));
    assert_eq!((count(&app, TAKEN).await, app.audited("self_identification.kept").await), (1, 1));
}

#[tokio::test]
async fn the_page_by_link_says_in_each_language_what_is_possible_there() {
    let app = TestApp::start().await;
    let path = link(&app).await;
    let mut rosa = app.nobody();
    let page = rosa.open(&path).await;
    press(&mut rosa, &page, "Save and go on", &[("race", "BLACK")]).await;
    owe(&app).await;
    for language in Language::offered() {
        rosa.post(&format!("{path}/language"), &[("language", language.code())]).await;
        for address in [path.clone(), format!("{path}/saved")] {
            let page = rosa.open(&address).await;
            for key in ["self-keep-mailed", "self-keep-sign-in", "self-change"] {
                assert!(page.says(&language.say(key, Args::default())), "{key} at {address} in {}", language.code());
            }
            assert!(page.text().contains("href=\"/me/sign-in?next=/me/about-me\""), "{}", page.text());
        }
    }
}

#[tokio::test]
async fn nobody_answers_under_words_they_have_not_read() {
    let app = TestApp::start().await;
    let path = link(&app).await;
    let mut rosa = app.nobody();
    let page = rosa.open(&path).await;
    owe(&app).await;
    let form = page.form_with("Save and go on");
    let fields = form.filled("Save and go on", &[("race", "BLACK"), ("own", "Gullah")]);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let page = rosa.post(&form.action, &fields).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    assert!(page.says("Office of Small Makers") && page.text().contains("Gullah") && page.says("Nothing was saved yet"), "{}", page.text());
    assert_eq!(saved(&app).await, []);
    press(&mut rosa, &page, "Save and go on", &[]).await;
    assert_eq!(saved(&app).await.len(), 1, "what was ticked and typed was kept on the page");
}

#[tokio::test]
async fn answering_again_or_deleting_settles_it_too() {
    let app = TestApp::start().await;
    app.move_to("2026-12-01", 10);
    let path = link(&app).await;
    let mut rosa = app.nobody();
    let page = rosa.open(&path).await;
    press(&mut rosa, &page, "Save and go on", &[("race", "BLACK")]).await;
    owe(&app).await;
    app.make_a_round().await;
    let open = "SELECT count(*) FROM notice_told WHERE settled_at IS NULL";
    assert_eq!(count(&app, open).await, 1);
    let page = rosa.open(&path).await;
    let page = press(&mut rosa, &page, "Delete all my answers", &[]).await;
    assert!(page.says("Deleted"), "{}", page.text());
    assert_eq!((count(&app, open).await, saved(&app).await.len()), (0, 0));
}
