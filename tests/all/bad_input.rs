//! What people send by mistake or on purpose: each gets a clear answer, and nothing is half done.

use crate::house::{Page, Person, TestApp};
use axum::http::StatusCode;

/// Registers a business under a name, as an advisor does.
async fn register(person: &mut Person, name: &str) -> Page {
    let page = person.open("/clients/new").await;
    person.press(&page, "Register client", &[("name", name)]).await
}

async fn services(app: &TestApp) -> i64 {
    app.db.read(|conn| Ok(conn.query_row("SELECT count(*) FROM service", [], |row| row.get(0))?)).await.unwrap()
}

#[tokio::test]
async fn a_note_of_ten_megabytes_is_refused_by_its_size_and_one_that_is_too_long_by_its_length() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let page = ada.open(&format!("/clients/{}", app.alpha.client)).await;
    let huge = ada.press(&page, "Save service", &[("note", &"x".repeat(10 * 1024 * 1024))]).await;
    assert_eq!(huge.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert!(huge.says("Nothing was saved") && huge.says("10,000 characters"));
    let long = ada.press(&page, "Save service", &[("note", &"word ".repeat(3_000))]).await;
    assert_eq!(long.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(long.says("Shorten the note to 10,000 characters") && long.title().starts_with("Error: "));
    assert_eq!(services(&app).await, 0);
}

#[tokio::test]
async fn a_character_that_cannot_be_shown_is_named_with_its_field() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let page = register(&mut ada, "Foundry\0 of nothing").await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.says("There is a character in the name of the business that cannot be shown"));
}

#[tokio::test]
async fn a_sign_that_nobody_sees_is_named_with_its_place_on_a_page_of_staff_and_on_ones_own_in_its_language() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    for name in ["Acme\u{202e} skroW", "Acme\u{200b}Works", "\u{2067}Acme\u{2069}"] {
        let page = register(&mut ada, name).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{name:?}");
        let place = name.chars().position(|c| !c.is_ascii()).unwrap() + 1;
        assert!(page.says(&format!("Character {place} in the name of the business cannot be seen")), "{}", page.text());
    }
    crate::about_me::own::address(&app, "rosa@home.test", false).await;
    let mut rosa = crate::about_me::own::by_mail(&app, "rosa@home.test").await;
    for language in fairfloor::i18n::Language::offered() {
        rosa.post("/me/language?next=/me/about-me", &[("language", language.code())]).await;
        let page = rosa.open("/me/about-me/questions/race").await;
        let form = page.form_with(&language.say("self-save-next", fairfloor::i18n::Args::default()));
        let notice = form.value("notice").unwrap();
        let typed = [("race", "WHITE"), ("own", "Sor\u{202e}bian"), ("notice", notice)];
        let page = rosa.post(&form.action, &typed).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.says(&language.say("self-wrong-sign", fairfloor::i18n::Args::default())), "{}", page.text());
        let refused = language.complaint(
            "Character 5 in your message cannot be seen. It may have come along when you copied the text. Type it again without it",
        );
        assert_eq!(refused.contains("cannot be seen"), language.code() == "en", "{refused}");
        assert!(refused.contains('5'), "{refused}");
    }
}

#[tokio::test]
async fn a_name_in_any_script_and_one_like_a_formula_or_markup_is_a_name() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    for name in [
        "株式会社青い椅子",
        "مصنع النور",
        "Lê Văn Đức & Sons",
        "=HYPERLINK(\"http://x\")",
        "<script>alert(1)</script>",
        "O'Brien \"Best\" Ltd; DROP TABLE business",
    ] {
        let page = register(&mut ada, name).await;
        assert_eq!(page.status, StatusCode::OK, "{name}");
        assert!(page.says(name), "{name}");
        assert!(!page.text().contains("<script>alert"), "{name}");
    }
    let found = ada.open("/find?q=%E6%A0%AA%E5%BC%8F").await;
    assert!(found.says("株式会社青い椅子"));
    for typed in ["%22", "*", "AND", "%27%3B--", "NEAR(", "%00"] {
        assert_eq!(ada.open(&format!("/find?q={typed}")).await.status, StatusCode::OK, "{typed}");
    }
}

#[tokio::test]
async fn wrong_minutes_dates_and_kinds_are_named_and_what_was_typed_is_kept() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let page = ada.open(&format!("/clients/{}", app.alpha.client)).await;
    for (field, typed, words) in [
        ("minutes_other", "4500", "Minutes must be a whole number from 1 to 1440"),
        ("minutes_other", "-5", "Minutes must be a whole number"),
        ("served_on", "2026-13-45", "Write a date such as"),
        ("kind", "magic", "Say what you did"),
    ] {
        let mut fields = vec![("minutes", "other"), ("note", "kept words"), (field, typed)];
        if field != "minutes_other" {
            fields.push(("minutes_other", "30"));
        }
        let again = ada.press(&page, "Save service", &fields).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
        assert!(again.says(words), "{field}: {words}");
        assert!(again.says("kept words"), "{field}");
    }
    let more = ada.post("/services", &[("key", "abcdefgh1"), ("surprise", "1")]).await;
    assert_eq!(more.status, StatusCode::UNPROCESSABLE_ENTITY, "a field that no form of ours has");
    assert_eq!(services(&app).await, 0);
}

#[tokio::test]
async fn two_clicks_are_one_record_and_both_are_answered() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let page = ada.open(&format!("/clients/{}", app.alpha.client)).await;
    for _ in 0..20 {
        assert_eq!(ada.press(&page, "Save service", &[("minutes", "30"), ("note", "once")]).await.status, StatusCode::OK);
    }
    assert_eq!(services(&app).await, 1);
}

#[tokio::test]
async fn of_two_editors_the_second_is_told_and_nothing_of_the_first_is_lost() {
    let app = TestApp::start().await;
    let (mut ada, mut max) = (app.person("Ada").await, app.person("Max").await);
    let address = format!("/clients/{}/facts", app.alpha.client);
    let (hers, his) = (ada.open(&address).await, max.open(&address).await);
    assert_eq!(ada.press(&hers, "Save facts", &[("product", "brass hinges")]).await.status, StatusCode::OK);
    let late = max.press(&his, "Save facts", &[("product", "steel doors")]).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.says("Somebody changed this since you opened it"));
    assert!(max.open(&format!("/clients/{}", app.alpha.client)).await.says("brass hinges"));
}
