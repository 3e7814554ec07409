//! Notes about clients: who reads them, what they are warned about, how they change, when they go; and whose task a message is.

use crate::house::{Folder, Page, Person, TestApp};
use axum::http::StatusCode;
use fairfloor::app;
use fairfloor::auth::guarded::GUARDED;
use fairfloor::store::Actor;
use fairfloor::web::Method;

/// Writes a note on the client's page of notes.
async fn write(who: &mut Person, app: &TestApp, body: &str, level: &str) -> Page {
    let page = who.open(&format!("/clients/{}/notes", app.alpha.client)).await;
    who.press(&page, "Save note", &[("body", body), ("level", level)]).await
}

/// Addresses of the notes there are, the oldest first.
async fn addresses(app: &TestApp) -> Vec<String> {
    app.db
        .read(|conn| {
            let mut statement = conn.prepare("SELECT public_id FROM note ORDER BY id")?;
            let ids = statement.query_map([], |row| row.get::<_, String>(0))?;
            Ok(ids.map(|id| id.map(|id| format!("/notes/{id}"))).collect::<rusqlite::Result<_>>()?)
        })
        .await
        .unwrap()
}

/// A second advisor of Alpha: Bea, who works in Beta too.
async fn also_in_alpha(app: &TestApp, name: &'static str) -> Person {
    let (account, program) = (app.account(name).0, app.alpha.key);
    app.db
        .write(Actor::system(), move |tx| {
            tx.execute("INSERT INTO membership (account_id, program_id, role) VALUES (?1, ?2, 'advisor')", [account, program])?;
            tx.audit("test.member", fairfloor::store::Object::none())
        })
        .await
        .unwrap();
    app.person(name).await
}

#[tokio::test]
async fn a_note_for_the_team_is_read_by_the_team_and_one_for_oneself_looks_to_others_like_none() {
    let app = TestApp::start().await;
    let (mut ada, mut max, mut bea) = (app.person("Ada").await, app.person("Max").await, also_in_alpha(&app, "Bea").await);
    let client = format!("/clients/{}", app.alpha.client);
    let bare = [max.open(&client).await, bea.open(&client).await];
    let saved = write(&mut ada, &app, "MINE-SENTINEL about the bank", "mine").await;
    assert!(saved.says("The note is saved") && saved.says("Only you") && saved.says("MINE-SENTINEL"), "{}", saved.text());
    let mine = addresses(&app).await.remove(0);
    for (other, bare) in [&mut max, &mut bea].into_iter().zip(&bare) {
        let page = other.open(&client).await;
        // Each form has a key of its own; everything else is as it was.
        assert_eq!(crate::house::plain(&page.text()), crate::house::plain(&bare.text()), "{}", other.name);
        assert!(other.open(&format!("{client}/notes")).await.says("No notes yet"));
        assert!(!other.open(&format!("{client}?show=notes")).await.says("MINE-SENTINEL"));
        let unknown = other.look(&format!("/notes/{}", "0".repeat(26))).await;
        let hidden = other.look(&mine).await;
        assert_eq!((hidden.status, hidden.text()), (unknown.status, unknown.text()));
        for deed in ["", "/undoing", "/keeping"] {
            let fields: &[(&str, &str)] = match deed {
                "" => &[("key", "0123456789abcdef"), ("version", "1"), ("body", "x"), ("level", "team")],
                "/undoing" => &[("version", "1")],
                _ => &[("key", "0123456789abcdef"), ("version", "1"), ("until_on", "2199-01-01"), ("why", "x")],
            };
            let status = other.post(&format!("{mine}{deed}"), fields).await.status;
            assert!(matches!(status, StatusCode::NOT_FOUND | StatusCode::UNPROCESSABLE_ENTITY), "{deed}: {status}");
        }
    }
    write(&mut ada, &app, "TEAM-SENTINEL about the dock", "team").await;
    for other in [&mut max, &mut bea] {
        let page = other.open(&format!("{client}?show=notes")).await;
        assert!(page.says("TEAM-SENTINEL") && page.says("Your team reads it, kept until") && page.says("Notes 1"), "{}", page.text());
        assert!(!page.says("MINE-SENTINEL"));
    }
    assert!(ada.open(&format!("{client}?show=notes")).await.says("Notes 2"));
    let mut mia = app.person("Mia").await;
    let team = addresses(&app).await.remove(1);
    assert_eq!(mia.look(&team).await.status, StatusCode::NOT_FOUND, "another program's note");
    assert_eq!(mia.look(&format!("{client}/notes")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_note_of_a_service_has_the_same_two_levels() {
    let app = TestApp::start().await;
    let (mut ada, mut max) = (app.person("Ada").await, app.person("Max").await);
    let client = format!("/clients/{}", app.alpha.client);
    let page = ada.open(&client).await;
    ada.press(&page, "Save service", &[("kind", "space"), ("minutes", "30"), ("note", "MINE-SERVICE"), ("note_level", "mine")]).await;
    let (own, other) = (ada.open(&client).await, max.open(&client).await);
    assert!(own.says("MINE-SERVICE") && own.says("Only you read the note, kept until"), "{}", own.text());
    assert!(other.says("Space, 30 min") && !other.says("MINE-SERVICE") && !other.says("kept until"), "{}", other.text());
    assert!(!max.open(&format!("{client}/call")).await.says("MINE-SERVICE"));
    let service =
        app.db.read(|conn| Ok(conn.query_row("SELECT public_id FROM service", [], |row| row.get::<_, String>(0))?)).await.unwrap();
    let page = max.open(&format!("/services/{service}")).await;
    assert!(page.says("None") && !page.says("MINE-SERVICE") && !page.says("How long it is kept"), "{}", page.text());
    let fields = [("key", "0123456789abcdef"), ("version", "1"), ("until_on", "2199-01-01"), ("why", "x")];
    let posted = max.post(&format!("/services/{service}/keeping"), &fields).await;
    assert!(!posted.status.is_redirection(), "{}", posted.status);
    // The author's own change keeps the level that was chosen.
    let page = ada.open(&format!("/services/{service}")).await;
    ada.press(&page, "Save changes", &[("minutes", "45")]).await;
    assert!(!max.open(&client).await.says("MINE-SERVICE") && max.open(&client).await.says("Space, 45 min"));
}

#[tokio::test]
async fn no_search_export_report_or_list_shows_a_note() {
    let app = TestApp::start().await;
    let (mut ada, mut max) = (app.person("Ada").await, app.person("Max").await);
    write(&mut ada, &app, "ZQTEAMQZ words for the team", "team").await;
    write(&mut ada, &app, "ZQMINEQZ words for oneself", "mine").await;
    let page = ada.open(&format!("/clients/{}", app.alpha.client)).await;
    ada.press(&page, "Save service", &[("kind", "space"), ("minutes", "30"), ("note", "ZQSERVICEQZ"), ("note_level", "team")]).await;
    let release = format!("/reports/releases/{}", crate::releases::release_one(&app, &app.alpha.id).await);
    let mut looked = 0;
    let mut addresses: Vec<String> = app::routes()
        .iter()
        .filter(|route| route.method == Method::Get && !route.path.contains('{'))
        .map(|route| route.path.to_owned())
        .collect();
    for more in [
        "/exports/partners.csv",
        "/exports/partners.json",
        "/reports?period=2026",
        &format!("{release}?readers=public&part=1"),
        &format!("{release}/internal.csv"),
        &format!("{release}/funder.json"),
        &format!("{release}/public.xlsx"),
        &format!("{release}/public.pdf"),
        "/find?q=ZQTEAMQZ",
        "/clients?q=ZQMINEQZ",
    ] {
        addresses.push(more.to_owned());
    }
    for address in addresses {
        for who in [&mut ada, &mut max] {
            let page = who.open(&address).await;
            looked += usize::from(page.status == StatusCode::OK);
            let text = page.text().replace("ZQTEAMQZ\"", "").replace("ZQMINEQZ\"", "");
            for sentinel in ["words for the team", "words for oneself", "ZQSERVICEQZ"] {
                assert!(!text.contains(sentinel), "{address} shows {sentinel} to {}", who.name);
            }
            assert!(!page.says("Alpha Metal Works") || !address.contains("q=ZQ"), "{address} finds a client by a note");
        }
    }
    assert!(looked > 40, "{looked} pages were looked at");
    let index = "SELECT count(*) FROM search_client WHERE search_client MATCH 'ZQTEAMQZ OR ZQMINEQZ OR ZQSERVICEQZ'";
    let found: i64 = app.db.read(move |conn| Ok(conn.query_row(index, [], |row| row.get(0))?)).await.unwrap();
    assert_eq!(found, 0);
}

#[tokio::test]
async fn a_text_with_such_words_is_shown_again_with_the_reason_and_can_be_changed() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let page = write(&mut ada, &app, "She asked about her green card.\nCall on Monday.", "team").await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.says("\u{201c}green card\u{201d}") && page.says("Immigration status is never asked"), "{}", page.text());
    assert!(page.text().contains("Call on Monday.") && addresses(&app).await.is_empty());
    let page = ada.press(&page, "Save with my changes", &[("body", "Call on Monday.")]).await;
    assert!(page.says("The note is saved") && page.says("Call on Monday."), "{}", page.text());
    assert_eq!((app.audited("text.warning_passed").await, addresses(&app).await.len()), (0, 1));
}

#[tokio::test]
async fn one_press_saves_it_all_the_same_and_the_record_keeps_the_field_only() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let page = write(&mut ada, &app, "The diabetes of her dog", "mine").await;
    let form = page.form_with("Save all the same");
    let fields = form.filled("Save all the same", &[]);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    for _ in 0..2 {
        assert_eq!(ada.post(&form.action, &fields).await.status, StatusCode::SEE_OTHER);
    }
    assert_eq!((app.audited("text.warning_passed").await, addresses(&app).await.len()), (1, 1), "a double click is one record");
    let (detail, object): (String, String) = app
        .db
        .read(|conn| {
            let sql = "SELECT detail, object FROM audit_event WHERE action = 'text.warning_passed'";
            Ok(conn.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?)
        })
        .await
        .unwrap();
    assert_eq!((detail.as_str(), object.as_str()), ("body", ""));
    let words = "SELECT count(*) FROM form_key WHERE lower(key || answer) LIKE '%diabetes%'";
    assert_eq!(app.db.read(move |conn| Ok(conn.query_row(words, [], |row| row.get::<_, i64>(0))?)).await.unwrap(), 0);
    // Passing one warning is no pass for other words.
    let page = write(&mut ada, &app, "Her diabetes", "mine").await;
    let page = ada.press(&page, "Save all the same", &[("body", "Her diabetes and her SSN")]).await;
    assert!(page.status == StatusCode::UNPROCESSABLE_ENTITY && page.says("\u{201c}SSN\u{201d}"), "{}", page.text());
}

#[tokio::test]
async fn a_number_that_looks_like_a_social_security_number_is_refused_wherever_it_is_typed() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    let mut ada = app.person("Ada").await;
    let client = app.alpha.client.to_string();
    let key = ("key", "0123456789abcdef");
    let log = [key, ("back", "client"), ("client_id", client.as_str()), ("kind", "space"), ("minutes", "30"), ("channel", "phone")];
    let number = "912-70-1234";
    let forms: Vec<(String, Vec<(&str, &str)>)> = vec![
        (format!("/clients/{client}/notes"), vec![key, ("body", number), ("level", "mine")]),
        ("/services".to_owned(), [&log[..], &[("note", number)]].concat()),
        ("/services".to_owned(), [&log[..], &[("follow_up", "tomorrow"), ("follow_up_title", number)]].concat()),
        ("/follow-ups".to_owned(), vec![key, ("client_id", &client), ("title", number), ("due_on", "2199-01-01")]),
        (format!("/referrals/{}/messages", referred.referral), vec![key, ("readers", "client"), ("body", number)]),
        (format!("/referrals/{}/messages/settling", referred.referral), vec![key, ("last", "1"), ("why", number)]),
    ];
    for (address, fields) in forms {
        for passed in [None, Some(("passed", ""))] {
            let fields: Vec<(&str, &str)> = fields.iter().copied().chain(passed).collect();
            let page = ada.post(&address, &fields).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{address}");
            assert!(page.says("looks like a Social Security number"), "{address}: {}", page.text());
            assert!(page.text().contains(number) || address.ends_with("settling"), "{address}: what was typed is kept on the page");
        }
    }
    let folder = app.folder.folder.path();
    for file in std::fs::read_dir(folder).unwrap() {
        let bytes = std::fs::read(file.unwrap().path()).unwrap();
        assert!(!bytes.windows(number.len()).any(|part| part == number.as_bytes()));
    }
}

#[tokio::test]
async fn what_was_passed_over_stays_passed_on_the_next_page_of_the_same_form() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let page = ada.open("/today").await;
    let typed = [("client", "Alpha Metal"), ("kind", "space"), ("minutes", "30"), ("note", "She is pregnant")];
    let page = ada.press(&page, "Save", &typed).await;
    let page = ada.press(&page, "Save all the same", &[]).await;
    assert!(page.says("Who was this service for?"), "{}", page.text());
    let page = ada.press(&page, "This one: Alpha Metal Works", &[]).await;
    assert!(page.says("Saved: 30 min, Alpha Metal Works"), "{}", page.text());
    assert_eq!(app.audited("text.warning_passed").await, 1);
}

#[test]
fn every_guarded_form_is_a_route_and_every_route_of_staff_with_a_text_is_guarded() {
    let routes = app::routes();
    for (path, texts) in GUARDED {
        assert!(!texts.is_empty() && routes.iter().any(|route| route.path == *path && route.method == Method::Post), "{path}");
    }
    // A new form about a client is looked at here: guard it, or say why there is no free text in it.
    let none = [
        "/undoing",
        "/client",
        "/facts",
        "/owners",
        "/ending",
        "/workers",
        "/advisor",
        "/self-identification-links",
        "/self-identification-sittings",
        "/self-identification-answers",
        "/location",
        "/occupancy",
        // The name of somebody who helps, and no more.
        "/helpers",
        // Numbers and words of a list.
        "/jobs",
        // A file, which nobody reads here.
        "/files",
    ];
    let closed = ["/space/closing", "/space/letting"];
    for route in routes.iter().filter(|route| route.method == Method::Post && route.access.contains(&fairfloor::web::Access::Advisor)) {
        let is_about_a_client =
            ["/clients/{id}", "/services", "/follow-ups", "/notes", "/resources"].iter().any(|start| route.path.starts_with(start));
        let is_press = ["/finish", "/reopening"].iter().any(|end| route.path.ends_with(end)) || route.path.contains("/owners/");
        let is_known = none.iter().chain(&closed).any(|end| route.path.ends_with(end)) || is_press;
        assert!(!is_about_a_client || is_known || GUARDED.iter().any(|(path, _)| *path == route.path), "{} is not guarded", route.path);
    }
}

#[tokio::test]
async fn within_a_day_new_words_replace_the_old_ones_and_later_the_old_ones_stay_beside_them() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    write(&mut ada, &app, "First words", "team").await;
    let note = addresses(&app).await.remove(0);
    let page = ada.open(&note).await;
    let page = ada.press(&page, "Save changes", &[("body", "Second words"), ("level", "mine")]).await;
    assert!(page.says("Second words") && !page.says("First words") && page.says("Only you read it"), "{}", page.text());
    app.move_on(25 * 60);
    let mut ada = app.person("Ada").await;
    let page = ada.open(&note).await;
    assert!(!page.text().contains("Take this note back"), "{}", page.text());
    let page = ada.press(&page, "Save changes", &[("body", "Third words")]).await;
    assert!(page.says("Third words") && page.says("Changed") && page.says("Second words") && !page.says("First words"), "{}", page.text());
    let again = [("key", "0123456789abcdef"), ("version", "3"), ("body", "Third words"), ("level", "team")];
    let refused = ada.post(&note, &again).await;
    assert!(refused.says("can be changed for 24 hours"), "what was for oneself is not opened later: {}", refused.text());
    let late = ada.post(&format!("{note}/undoing"), &[("version", "3")]).await;
    assert!(late.status == StatusCode::UNPROCESSABLE_ENTITY && late.says("24 hours"));
}

#[tokio::test]
async fn two_screens_never_overwrite_each_other_and_a_note_is_taken_back_with_one_press() {
    let app = TestApp::start().await;
    let (mut ada, mut max) = (app.person("Ada").await, app.person("Max").await);
    let saved = write(&mut ada, &app, "First words", "team").await;
    let note = addresses(&app).await.remove(0);
    let (one, other) = (ada.open(&note).await, ada.open(&note).await);
    ada.press(&one, "Save changes", &[("body", "Faster words")]).await;
    let page = ada.press(&other, "Save changes", &[("body", "Slower words")]).await;
    assert_eq!(page.status, StatusCode::CONFLICT);
    assert!(page.says("Faster words") && page.text().contains("Slower words"), "{}", page.text());
    let foreign = max.post(&note, &[("key", "0123456789abcdef"), ("version", "2"), ("body", "x"), ("level", "team")]).await;
    assert!(foreign.says("Only Ada, who wrote this note, can change it"), "{}", foreign.text());
    let stale = ada.press(&saved, "Undo", &[]).await;
    assert_eq!(stale.status, StatusCode::CONFLICT, "it was changed since that page was drawn");
    let today = app.db.clock().today().plus_days(9).to_string();
    let late = ada.press(&one, "Change the day", &[("until_on", &today), ("why", "She asked us to")]).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert!(late.says("This was changed since you opened it") && late.text().contains("She asked us to"), "{}", late.text());
    let page = ada.open(&note).await;
    let page = ada.press(&page, "Take this note back", &[]).await;
    assert!(page.says("The note was taken back"), "{}", page.text());
    assert_eq!(max.look(&note).await.status, StatusCode::NOT_FOUND);
    assert!(!ada.open(&format!("/clients/{}", app.alpha.client)).await.says("Faster words"));
}

/// True where some file of the folder holds these bytes.
fn stands_in(folder: &Folder, words: &str) -> bool {
    std::fs::read_dir(folder.folder.path()).unwrap().any(|file| {
        let path = file.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        // The log of the database is written over as it is used again; the database itself is what is kept.
        path.extension().is_some_and(|end| end == "db") && bytes.windows(words.len()).any(|part| part == words.as_bytes())
    })
}

/// Notes are written, kept, changed and deleted.
async fn until_the_last_is_gone(app: &TestApp) {
    let (mut adam, mut ada) = (app.person("Adam").await, app.person("Ada").await);
    let programs = adam.open("/programs").await;
    let refused = adam.post(&format!("/programs/{}/notes", app.alpha.id), &[("note_months", "0"), ("version", "1")]).await;
    assert!(refused.says("1 to 120 months"), "{}", refused.text());
    adam.press(&programs, "Save how long Alpha keeps notes", &[("note_months", "1")]).await;
    write(&mut ada, app, "GONE-LATER at the end of its month", "team").await;
    write(&mut ada, app, "GONE-SOON because she asked", "mine").await;
    let page = ada.open(&format!("/clients/{}", app.alpha.client)).await;
    ada.press(&page, "Save service", &[("kind", "space"), ("minutes", "30"), ("note", "GONE-SERVICE"), ("note_level", "team")]).await;
    let [later, soon] = <[String; 2]>::try_from(addresses(app).await).unwrap();
    let page = ada.open(&soon).await;
    let unsaid = ada.press(&page, "Change the day", &[("until_on", "2199-01-01"), ("why", "")]).await;
    assert!(unsaid.says("Choose a day from today to") && unsaid.says("Fill in why the day changes"), "{}", unsaid.text());
    let today = app.db.clock().today();
    ada.press(&page, "Change the day", &[("until_on", &today.to_string()), ("why", "She asked us to")]).await;
    assert!(ada.open(&soon).await.says("She asked us to"));
    app.make_a_round().await;
    assert_eq!(addresses(app).await.len(), 2, "its last day is not over");
    app.move_on(24 * 60);
    app.make_a_round().await;
    assert_eq!(addresses(app).await, std::slice::from_ref(&later));
    let mut ada = app.person("Ada").await;
    let page = ada.open(&later).await;
    ada.press(&page, "Save changes", &[("body", "GONE-LATER said otherwise")]).await;
    assert!(ada.open(&later).await.says("at the end of its month"));
    app.move_on(31 * 24 * 60);
    app.make_a_round().await;
    assert_eq!((addresses(app).await.len(), app.audited("note.deleted").await, app.audited("service.note_deleted").await), (0, 2, 1));
    let mut ada = app.person("Ada").await;
    let page = ada.open(&format!("/clients/{}", app.alpha.client)).await;
    assert!(page.says("Space, 30 min") && !page.says("GONE"), "the service stays: {}", page.text());
    let left =
        "SELECT (SELECT count(*) FROM note_text) + (SELECT count(*) FROM audit_event WHERE detail LIKE '%GONE%' OR detail LIKE '%asked%')";
    assert_eq!(app.db.read(move |conn| Ok(conn.query_row(left, [], |row| row.get::<_, i64>(0))?)).await.unwrap(), 0);
}

#[tokio::test]
async fn a_note_goes_when_its_day_is_over_with_all_it_said_and_the_record_keeps_no_word() {
    let app = TestApp::start().await;
    until_the_last_is_gone(&app).await;
    // Closed and opened again, so that the log of the database is worked into the file.
    let TestApp { folder, db, router, .. } = app;
    drop((router, db));
    drop(folder.open());
    assert!(!stands_in(&folder, "GONE"), "the bytes are gone too");
}

#[tokio::test]
async fn a_note_taken_back_is_deleted_a_day_later() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let saved = write(&mut ada, &app, "Not about her", "team").await;
    ada.press(&saved, "Undo", &[]).await;
    app.make_a_round().await;
    assert_eq!(addresses(&app).await.len(), 1);
    app.move_on(24 * 60 + 1);
    app.make_a_round().await;
    assert_eq!(addresses(&app).await.len(), 0);
}

#[tokio::test]
async fn an_imported_note_is_counted_and_a_number_in_it_is_kept_nowhere() {
    let app = TestApp::start().await;
    let mut max = app.person("Max").await;
    let file = "Business,Kind,Date,Amount,Note\n\
                Acme Foundry,grant,2026-01-05,100,Her green card came\n\
                Bell Works,grant,2026-01-05,100,Call before nine\n\
                Cole Forge,grant,2026-01-05,100,SSN 123-45-6789\n\
                Dale Mill,grant,2026-01-05,100,He has cancer\n";
    let page = max.upload("/imports/preview", &[("kind", "deployments")], "loans.csv", file).await;
    assert!(
        page.says("2 rows, column Note") && page.says("Do these notes have to hold words") && page.says("Lines 2, 5"),
        "{}",
        page.text()
    );
    let page = max.press(&page, "Import 4 rows", &[]).await;
    assert!(page.status.is_success(), "{}", page.status);
    for _ in 0..100 {
        let count: i64 = app.db.read(|conn| Ok(conn.query_row("SELECT count(*) FROM deployment", [], |row| row.get(0))?)).await.unwrap();
        if count == 4 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    let kept =
        "SELECT (SELECT count(*) FROM deployment WHERE note IS NOT NULL), (SELECT count(*) FROM import_question WHERE typed LIKE '%6789%')";
    let kept: (i64, i64) = app.db.read(move |conn| Ok(conn.query_row(kept, [], |row| Ok((row.get(0)?, row.get(1)?)))?)).await.unwrap();
    assert_eq!(kept, (3, 0));
    // A client with a note is built on: taking the import back leaves it.
    let acme = "SELECT public_id FROM business WHERE name = 'Acme Foundry'";
    let acme: String = app.db.read(move |conn| Ok(conn.query_row(acme, [], |row| row.get(0))?)).await.unwrap();
    let page = max.open(&format!("/clients/{acme}/notes")).await;
    max.press(&page, "Save note", &[("body", "Met them at the fair")]).await;
    let run: String = app.db.read(|conn| Ok(conn.query_row("SELECT public_id FROM import_run", [], |row| row.get(0))?)).await.unwrap();
    let undone = max.post(&format!("/imports/{run}/undoing"), &[("key", "0123456789abcdef")]).await;
    assert!(undone.status.is_redirection(), "{}", undone.text());
    let page = max.open(&format!("/imports/{run}")).await;
    assert!(page.says("Acme Foundry") && !page.says("Cole Forge"), "{}", page.text());
}
