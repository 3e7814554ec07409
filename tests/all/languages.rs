//! Notices are told in the language of whoever gets them; staff read beside it what they say, and whether anyone has reviewed it.

use crate::house::TestApp;

/// The owner of Alpha's client speaks a language and likes to hear by one way.
async fn speaks(app: &TestApp, language: &str, by: &str) {
    let mut ada = app.person("Ada").await;
    let page = ada.open(&format!("/clients/{}/owners", app.alpha.client)).await;
    let typed = [("language", language), ("contact_by", by), ("email", "rosa@loom.test"), ("telephone", "718 555 0144")];
    ada.press(&page, "Save Rosa Doe", &typed).await;
}

/// Language, subject, text and the English of the entrepreneur's newest notice.
async fn newest(app: &TestApp) -> (String, String, String, Option<String>) {
    let sql = "SELECT language, subject, body, english FROM outbox_message WHERE audience = 'entrepreneur' ORDER BY id DESC LIMIT 1";
    app.db.read(move |conn| Ok(conn.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?)).await.unwrap()
}

#[tokio::test]
async fn who_speaks_spanish_is_told_in_spanish_and_staff_read_the_english_beside_it() {
    let app = TestApp::start().await;
    speaks(&app, "es", "email").await;
    app.refer(&app.alpha).await;
    let (language, subject, body, english) = newest(&app).await;
    assert_eq!((language.as_str(), subject.as_str()), ("es", "Alpha: hay noticias"));
    assert!(body.starts_with("Hola") && body.contains("{link}") && body.contains("Le pedimos a Harbor Loft Trust"), "{body}");
    assert!(
        english.as_deref().is_some_and(|english| english.starts_with("We asked Harbor Loft Trust to help you with space.")),
        "{english:?}"
    );
    let page = app.person("Ada").await.open("/outbox").await;
    for words in ["in Español", "not yet reviewed by somebody who speaks it", "In English: We asked Harbor Loft Trust"] {
        assert!(page.says(words), "{words} is missing in {}", page.text());
    }
}

#[tokio::test]
async fn a_text_says_no_more_in_arabic_than_in_english() {
    let app = TestApp::start().await;
    speaks(&app, "ar", "text").await;
    app.refer(&app.alpha).await;
    let (language, _, body, _) = newest(&app).await;
    assert_eq!(language, "ar");
    // The link is put in later and runs its own way by itself: no invisible mark may become part of its address.
    assert!(body.contains(" {link} ") && body.contains("718 555 0100") && !body.contains("Harbor"), "{body}");
}

#[tokio::test]
async fn what_is_read_out_on_the_telephone_names_its_language() {
    let app = TestApp::start().await;
    speaks(&app, "yue", "phone").await;
    app.refer(&app.alpha).await;
    let (language, _, body, english) = newest(&app).await;
    assert_eq!(language, "zh-Hant");
    assert!(body.starts_with("Say this on the phone, in ") && body.contains("Harbor Loft Trust") && english.is_some(), "{body}");
}

#[tokio::test]
async fn who_speaks_a_language_without_a_catalog_is_told_in_english() {
    let app = TestApp::start().await;
    speaks(&app, "ko", "email").await;
    app.refer(&app.alpha).await;
    let (language, _, body, english) = newest(&app).await;
    assert!(language == "en" && body.contains("\n\nHello") && english.is_none(), "{body}");
    assert!(!app.person("Ada").await.open("/outbox").await.says("not yet reviewed"));
}
