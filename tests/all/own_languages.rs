//! An entrepreneur's pages in the language they read: chosen, kept, pressed, and what it says is kept as it was read.

use crate::house::{Page, Person, Referred, TestApp};
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use fairfloor::i18n::{Args, Language};
use fairfloor::referrals::deed::{Deed, Who};
use fairfloor::referrals::fact::Fact;
use fairfloor::referrals::{Event, queries};
use fairfloor::values::LinkKind;

fn say(code: &str, key: &str) -> String {
    Language::find(code).unwrap().say(key, Args::default())
}

/// The owner of Alpha's client speaks a language, and likes e-mail.
async fn speaks(app: &TestApp, language: &str) {
    let mut ada = app.person("Ada").await;
    let page = ada.open(&format!("/clients/{}/owners", app.alpha.client)).await;
    let typed = [("language", language), ("contact_by", "email"), ("email", "rosa@loom.test")];
    ada.press(&page, "Save Rosa Doe", &typed).await;
}

async fn one<T: rusqlite::types::FromSql + Send + 'static>(app: &TestApp, sql: &'static str) -> T {
    app.db.read(move |conn| Ok(conn.query_row(sql, [], |row| row.get(0))?)).await.unwrap()
}

/// Opens an address with a browser that asks for languages.
async fn looks(person: &mut Person, path: &str, languages: &str) -> Page {
    let request = Request::get(path).header("sec-fetch-site", "none").header(header::ACCEPT_LANGUAGE, languages).body(Body::empty());
    person.send(path, request.unwrap()).await
}

/// A draft that Ada asks Rosa about on her page. Gives her private link.
async fn asked(app: &TestApp) -> String {
    let sent = app.refer(&app.alpha).await;
    let mut ada = app.person("Ada").await;
    let draft = ada.open(&format!("/clients/{}/referrals/new?kind=real_estate", app.alpha.client)).await;
    let draft = ada.press(&draft, "Save draft", &[("need", "A dock for one truck"), ("contact", &sent.contact)]).await;
    let asked = ada.press(&draft, "Save what they said", &[("answer", "ask")]).await;
    let id = asked.path.rsplit('/').next().unwrap().to_owned();
    app.link_to(&id, LinkKind::Status).await
}

/// The partner says yes, starts and says that it is done.
async fn completed(app: &TestApp) -> Referred {
    let referred = app.refer(&app.alpha).await;
    let id = referred.referral.clone();
    let (today, soon) = (app.db.clock().today().to_string(), app.db.clock().today().plus_days(14).to_string());
    let done = app.db.write(fairfloor::store::Actor::system(), move |tx| {
        let key: i64 = tx.query_row("SELECT id FROM referral WHERE public_id = ?1", [&id], |row| row.get(0))?;
        let steps: [(Event, Vec<(Fact, &str)>); 3] = [
            (Event::Accept, vec![(Fact::ResponsiblePerson, "Sal Silva"), (Fact::FirstContactOn, &soon), (Fact::EligibilityChecked, "yes")]),
            (
                Event::Start,
                vec![(Fact::ContactedOn, &today), (Fact::ContactChannel, "call"), (Fact::Stage, "tours"), (Fact::NextExpectedOn, &soon)],
            ),
            (
                Event::Complete,
                vec![
                    (Fact::Outcome, "fully_met"),
                    (Fact::Results, "lease_signed"),
                    (Fact::Delivered, "3,000 sq ft"),
                    (Fact::EndOn, &today),
                ],
            ),
        ];
        for (event, facts) in steps {
            let referral = queries::find(tx, key)?;
            let deed = facts.into_iter().fold(Deed::new(event, referral.version), |deed, (fact, value)| deed.with(fact, value));
            queries::record(tx, &Who::partner(None, "Sal Silva"), &referral, deed)?;
        }
        Ok(())
    });
    done.await.unwrap();
    referred
}

#[tokio::test]
async fn a_chosen_language_is_kept_with_the_person_and_holds_behind_every_door() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    let mut rosa = app.nobody();
    let page = rosa.open(&referred.status_link).await;
    assert!(page.text().contains("<html lang=\"en\" dir=\"ltr\">"), "{}", page.text());
    let page = rosa.press(&page, "العربية", &[]).await;
    assert_eq!(page.path, referred.status_link, "back to the same page");
    assert!(page.text().contains("<html lang=\"ar\" dir=\"rtl\">") && page.says(&say("ar", "do-heading")), "{}", page.text());
    for ending in ["/stopping", "/messages", "/requests"] {
        let page = rosa.open(&format!("{}{ending}", referred.status_link)).await;
        assert!(page.status == StatusCode::OK && page.text().contains("<html lang=\"ar\" dir=\"rtl\">"), "{ending}");
    }
    assert_eq!(one::<String>(&app, "SELECT reads FROM person WHERE reads IS NOT NULL").await, "ar");
    assert_eq!(app.audited("person.language_chosen").await, 1);
    assert!(rosa.cookie("language").is_none(), "nothing stays on the device where the person is known");
    let page = looks(&mut app.nobody(), &referred.status_link, "es").await;
    assert!(page.says(&say("ar", "do-heading")), "on another device too, whatever its browser asks for");
    let mut ada = app.person("Ada").await;
    let shown = ada.open(&format!("/referrals/{}", referred.referral)).await;
    let form = shown.form_with("Read it out");
    let fields = form.filled("Read it out", &[]);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let letter = ada.post(&form.action, &fields).await;
    let codes: Vec<String> =
        letter.text().split("<b class=\"code\">").skip(1).map(|part| part.split('<').next().unwrap().to_owned()).collect();
    assert!(
        letter.says(&say("ar", "letter-open")) && letter.says("The same in English") && letter.says("Type the code:"),
        "{}",
        letter.text()
    );
    let code_page = looks(&mut rosa, "/c", "vi").await;
    assert!(code_page.says(&say("vi", "code-heading")), "before we know who it is, the browser is asked");
    let inside = rosa.post("/c", &[("reference", &codes[0]), ("code", &codes[1])]).await;
    let inside = rosa.open(inside.leads_to().unwrap()).await;
    assert!(inside.text().contains("<html lang=\"ar\" dir=\"rtl\">"), "{}", inside.text());
    let left = rosa.press(&inside, &say("ar", "own-sign-out"), &[]).await;
    assert_eq!(left.path, "/me/sign-in");
    assert_eq!(one::<String>(&app, "SELECT reads FROM person WHERE reads IS NOT NULL").await, "ar", "it outlives the visit");
}

#[tokio::test]
async fn only_a_button_chooses_and_only_one_of_the_languages_there_are_and_nobody_is_sent_elsewhere() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    let mut rosa = app.nobody();
    let address = format!("{}/language", referred.status_link);
    for tag in ["tlh", "", "en-US", "../en", "ES"] {
        assert_eq!(rosa.post(&address, &[("language", tag)]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{tag}");
        assert_eq!(rosa.post("/language", &[("language", tag)]).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{tag}");
    }
    assert_eq!(rosa.look(&address).await.status, StatusCode::METHOD_NOT_ALLOWED);
    looks(&mut rosa, &referred.status_link, "vi").await;
    assert_eq!(one::<i64>(&app, "SELECT count(*) FROM person WHERE reads IS NOT NULL").await, 0, "looking keeps nothing");
    for next in ["https://evil.example", "//evil.example", "/today", "/s/another"] {
        let answer = rosa.post(&format!("{address}?next={}", next.replace('/', "%2F")), &[("language", "es")]).await;
        assert_eq!(answer.leads_to(), Some(referred.status_link.as_str()), "{next}");
    }
    let answer = rosa.post("/language?next=%2F%2Fevil.example", &[("language", "es")]).await;
    assert_eq!(answer.leads_to(), Some("/"));
    assert_eq!(rosa.cookie("language"), Some("es"));
    assert!(rosa.open("/c").await.says(&say("es", "code-heading")));
    let foreign = app.nobody().post("/me/language", &[("language", "es")]).await;
    assert!(foreign.leads_to().is_some_and(|to| to.starts_with("/me/sign-in")), "who is not inside chooses for nobody");
}

#[tokio::test]
async fn what_goes_wrong_is_said_in_the_language_of_whoever_meets_it() {
    let app = TestApp::start().await;
    let mut rosa = app.nobody();
    let made_up = format!("/s/{}", "0".repeat(52));
    let page = looks(&mut rosa, &made_up, "es-MX,es;q=0.9").await;
    assert!(page.status == StatusCode::NOT_FOUND && page.says(&say("es", "link-stopped")), "{}", page.text());
    let page = looks(&mut rosa, "/about-me/nothing", "zh-TW").await;
    assert!(page.says(&say("zh-Hant", "face-nothing-here")) && page.text().contains("lang=\"zh-Hant\""), "{}", page.text());
    let staff = looks(&mut rosa, "/nowhere", "zh-TW").await;
    assert!(staff.says("Not found"), "pages that are nobody's own stay English");
    speaks(&app, "es").await;
    let referred = app.refer(&app.alpha).await;
    let broken = rosa.post(&format!("{}/sharing", referred.status_link), &[("key", "0123456789abcdef"), ("what", "fly")]).await;
    assert!(broken.says(&say("es", "face-refused")) || broken.says(&say("en", "face-refused")), "{}", broken.text());
    let empty = rosa
        .post(&format!("{}/messages", referred.status_link), &[("key", "0123456789abcdef"), ("readers", "client"), ("body", " ")])
        .await;
    assert!(empty.status == StatusCode::UNPROCESSABLE_ENTITY && empty.says(&say("es", "complaint-write-message")), "{}", empty.text());
    let long = "é".repeat(2_001);
    let long = rosa
        .post(&format!("{}/messages", referred.status_link), &[("key", "0123456789abcdef"), ("readers", "client"), ("body", &long)])
        .await;
    assert!(long.says("Acorte su mensaje a 2,000 caracteres. Tiene 2,001"), "{}", long.text());
    let request = [("key", "0123456789abcdef"), ("kind", "fly"), ("need", ""), ("urgency", "no_rush")];
    let request = rosa.post(&format!("{}/requests", referred.status_link), &request).await;
    for words in [say("es", "complaint-choose"), say("es", "complaint-write-need"), "Hay 2 cosas que corregir".to_owned()] {
        assert!(request.says(&words), "{words}: {}", request.text());
    }
    let late = [("key", "0123456789abcdef"), ("version", "1"), ("event", "withdraw")];
    let late = rosa.post(&format!("{}/events", referred.status_link), &late).await;
    assert!(late.status == StatusCode::CONFLICT && late.says("Hubo un cambio desde que usted abrió esta página"), "{}", late.text());
    let page = rosa.open(&referred.status_link).await;
    let version = page.forms().iter().find_map(|form| form.value("version").map(str::to_owned)).unwrap_or_else(|| "4".to_owned());
    let never = [("key", "0123456789abcdeg"), ("version", version.as_str()), ("event", "confirm"), ("need_met", "yes")];
    let never = rosa.post(&format!("{}/events", referred.status_link), &never).await;
    assert!(never.says("Esto no se puede hacer ahora"), "{}", never.text());
}

#[tokio::test]
async fn a_yes_is_kept_in_the_words_that_were_read_with_the_english_beside_them() {
    for (language, frame) in [("es", "<html lang=\"es\" dir=\"ltr\">"), ("ar", "<html lang=\"ar\" dir=\"rtl\">")] {
        let app = TestApp::start().await;
        speaks(&app, language).await;
        let link = asked(&app).await;
        let notice: String = one(&app, "SELECT body FROM outbox_message WHERE audience = 'entrepreneur' ORDER BY id DESC LIMIT 1").await;
        assert!(notice.contains("{link}/answer"), "a notice that asks leads to the question: {notice}");
        let mut rosa = app.nobody();
        let page = rosa.open(&format!("{link}/answer")).await;
        assert!(page.text().contains(frame) && page.says("A dock for one truck"), "{}", page.text());
        let yes = Language::find(language).unwrap().say("share-yes", Args::default().count("n", 1));
        let agreed = rosa.press(&page, &yes, &[]).await;
        assert!(agreed.path == link && agreed.text().contains(frame), "two taps from the notice: {}", agreed.text());
        let (kept, shown, english): (String, String, Option<String>) = app
            .db
            .read(|conn| {
                let sql = "SELECT language, text_shown, english FROM consent ORDER BY id DESC LIMIT 1";
                Ok(conn.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?)
            })
            .await
            .unwrap();
        assert_eq!(kept, language);
        assert!(shown.contains("A dock for one truck") && !shown.contains("May Alpha share"), "{shown}");
        let english = english.unwrap();
        assert!(
            english.starts_with("May Alpha share this with Harbor Loft Trust") && english.contains("What you need: A dock"),
            "{english}"
        );
        let referral: String = one(&app, "SELECT public_id FROM referral ORDER BY id DESC LIMIT 1").await;
        let staff = app.person("Ada").await.open(&format!("/referrals/{referral}")).await;
        assert!(staff.says("The same words in English") && staff.says("May Alpha share this"), "{}", staff.text());
        let gone = rosa.open(&format!("{link}/answer")).await;
        assert_eq!(gone.path, link, "what was answered is not asked again");
    }
}

#[tokio::test]
async fn a_spoken_yes_is_kept_in_the_language_it_was_read_out_in() {
    for (said_in, start) in [("es", "¿Puede Alpha compartir"), ("en", "May Alpha share")] {
        let app = TestApp::start().await;
        speaks(&app, "es").await;
        let sent = app.refer(&app.alpha).await;
        let mut ada = app.person("Ada").await;
        let draft = ada.open(&format!("/clients/{}/referrals/new?kind=real_estate", app.alpha.client)).await;
        let draft = ada.press(&draft, "Save draft", &[("need", "A dock"), ("contact", &sent.contact)]).await;
        for words in ["Words to read out, in Español", "The same words in English", "¿Puede Alpha compartir", "May Alpha share"] {
            assert!(draft.says(words), "{words}: {}", draft.text());
        }
        ada.press(&draft, "Save what they said", &[("answer", "spoken"), ("said_in", said_in)]).await;
        let kept: String = one(&app, "SELECT text_shown FROM consent ORDER BY id DESC LIMIT 1").await;
        assert!(kept.starts_with(start), "{kept}");
        let version: String = one(
            &app,
            "SELECT json_extract(facts, '$.text_version') FROM referral_event WHERE event = 'give_consent' ORDER BY id DESC LIMIT 1",
        )
        .await;
        assert_eq!(version, format!("share-3 {said_in}"));
    }
}

#[tokio::test]
async fn whether_it_helped_is_one_tap_and_the_rest_can_follow() {
    let app = TestApp::start().await;
    speaks(&app, "es").await;
    let referred = completed(&app).await;
    let notice: String = one(&app, "SELECT body FROM outbox_message WHERE audience = 'entrepreneur' ORDER BY id DESC LIMIT 1").await;
    assert!(notice.contains("Responda aquí: {link}/answer"), "{notice}");
    let mut rosa = app.nobody();
    let page = rosa.open(&format!("{}/answer", referred.status_link)).await;
    assert!(page.says("¿Recibió la ayuda que necesitaba?"), "{}", page.text());
    let said = rosa.press(&page, "En parte", &[]).await;
    assert!(said.path == referred.status_link && said.says("Usted dijo: En parte"), "{}", said.text());
    let facts: String = one(&app, "SELECT facts FROM referral_event WHERE event = 'confirm'").await;
    assert!(facts.contains("\"need_met\":\"partly\"") && !facts.contains("happened"), "nothing is put into her mouth: {facts}");
    let more = rosa.press(&said, "Enviar mi respuesta", &[("happened", "no"), ("comment", "Nadie vino")]).await;
    assert!(more.says("Usted dijo: En parte"), "{}", more.text());
    let facts: String = one(&app, "SELECT facts FROM referral_event WHERE event = 'confirm' ORDER BY id DESC LIMIT 1").await;
    assert!(facts.contains("\"happened\":\"no\"") && facts.contains("Nadie vino") && facts.contains("\"need_met\":\"partly\""), "{facts}");
}

#[tokio::test]
async fn whether_anybody_called_is_one_tap_and_a_no_is_somebodys_task() {
    let app = TestApp::start().await;
    speaks(&app, "vi").await;
    let referred = app.refer(&app.alpha).await;
    let id = referred.referral.clone();
    let soon = app.db.clock().today().plus_days(1).to_string();
    let accepted = app.db.write(fairfloor::store::Actor::system(), move |tx| {
        let key: i64 = tx.query_row("SELECT id FROM referral WHERE public_id = ?1", [&id], |row| row.get(0))?;
        let referral = queries::find(tx, key)?;
        let facts = [(Fact::ResponsiblePerson, "Sal Silva"), (Fact::FirstContactOn, &soon), (Fact::EligibilityChecked, "yes")];
        let deed = facts.into_iter().fold(Deed::new(Event::Accept, referral.version), |deed, (fact, value)| deed.with(fact, value));
        queries::record(tx, &Who::partner(None, "Sal Silva"), &referral, deed).map(drop)
    });
    accepted.await.unwrap();
    let mut rosa = app.nobody();
    let page = rosa.open(&format!("{}/answer", referred.status_link)).await;
    assert!(page.says(&say("vi", "contact-heading")), "{}", page.text());
    rosa.press(&page, &say("vi", "contact-yes"), &[]).await;
    assert_eq!(one::<i64>(&app, "SELECT count(*) FROM message WHERE settled_at IS NULL").await, 0, "a yes is nobody's task");
    let page = rosa.open(&referred.status_link).await;
    rosa.press(&page, &say("vi", "contact-no"), &[]).await;
    let body: String = one(&app, "SELECT body FROM message WHERE settled_at IS NULL").await;
    assert!(body.contains(&say("vi", "contact-no-said")) && body.contains("nobody has called me yet"), "staff read it too: {body}");
}

#[tokio::test]
async fn who_speaks_a_language_without_a_catalog_finds_one_line_in_it_first() {
    let app = TestApp::start().await;
    speaks(&app, "ko").await;
    let referred = app.refer(&app.alpha).await;
    let notice: String = one(&app, "SELECT body FROM outbox_message WHERE audience = 'entrepreneur' ORDER BY id DESC LIMIT 1").await;
    assert!(notice.starts_with("Alpha입니다.") && notice.contains("718 555 0100") && notice.contains("Hello"), "{notice}");
    let mut rosa = app.nobody();
    let page = rosa.open(&referred.status_link).await;
    assert!(page.text().contains("lang=\"ko\" dir=\"ltr\">Alpha입니다."), "{}", page.text());
    let page = rosa.press(&page, "Tiếng Việt", &[]).await;
    assert!(!page.says("Alpha입니다."), "whoever chose one of ours reads that");
}

#[tokio::test]
async fn staff_see_which_languages_nobody_has_reviewed() {
    let app = TestApp::start().await;
    for name in ["Ada", "Max", "Adam"] {
        let page = app.person(name).await.open("/languages").await;
        for words in ["Español", "العربية", "Not reviewed", "Nobody who speaks it has read it yet.", "Korean", "By Fairfloor, 2026-11-25."]
        {
            assert!(page.says(words), "{words} for {name}: {}", page.text());
        }
    }
    assert_eq!(app.person("Aud").await.open("/languages").await.status, StatusCode::FORBIDDEN);
}

/// What a partner could see while the yes held is told as over, in the language of whoever reads.
#[tokio::test]
async fn what_was_shared_until_it_ended_is_told_as_past() {
    let app = TestApp::start().await;
    app.refer(&app.alpha).await;
    let mut rosa = crate::about_me::own::by_mail(&app, "rosa@home.test").await;
    crate::about_me::own::address(&app, "rosa@home.test", false).await;
    let items = |language: Language, key: &str| {
        let said = language.say(key, Args::default().with("items", "@"));
        said.split('@').next().unwrap().trim_end_matches('\u{2068}').trim().to_owned()
    };
    for is_over in [false, true] {
        if is_over {
            let end = |tx: &fairfloor::store::Tx<'_>| {
                tx.execute("UPDATE consent SET ended_at = ?1", [tx.at()])?;
                tx.audit("test.ended", fairfloor::store::Object::none())
            };
            app.db.write(fairfloor::store::Actor::system(), move |tx| end(tx)).await.unwrap();
        }
        for language in Language::offered() {
            rosa.post("/me/language?next=/me/permissions", &[("language", language.code())]).await;
            let page = rosa.open("/me/permissions").await;
            let (now, past) = (items(language, "rights-sees"), items(language, "rights-saw"));
            assert_ne!(now, past, "{}", language.code());
            let (wanted, other) = if is_over { (past, now) } else { (now, past) };
            assert!(page.says(&wanted) && !page.says(&other), "{} {is_over}: {}", language.code(), page.text());
        }
    }
}

/// A yes ends by itself: on its last day, or a month after its request. It then says on which day, and not that it still ends.
#[tokio::test]
async fn a_yes_that_ran_out_says_on_which_day() {
    for (set, told) in [
        ("UPDATE consent SET expires_on = '2027-01-05'", "It ended on January 5."),
        ("UPDATE referral SET ended_at = unixepoch('2027-01-10 17:00') * 1000", "It ended on February 9."),
    ] {
        let app = TestApp::start().await;
        app.move_to("2026-12-20", 10);
        app.refer(&app.alpha).await;
        crate::about_me::own::address(&app, "rosa@home.test", false).await;
        let mut rosa = crate::about_me::own::by_mail(&app, "rosa@home.test").await;
        let run_out = app.db.write(fairfloor::store::Actor::system(), move |tx| {
            tx.execute(set, [])?;
            tx.audit("test.ran_out", fairfloor::store::Object::none())
        });
        run_out.await.unwrap();
        app.move_to("2027-03-01", 10);
        let page = rosa.open("/me/permissions").await;
        assert!(page.says("They could see") && page.says(told), "{told}: {}", page.text());
        assert!(!page.says("at the latest. You said yes in words") && !page.says("They may see"), "{}", page.text());
    }
}
