//! Services in full, by pressing buttons: how a session is filed, who was there, attempts that came to nothing, what a program takes
//! where nobody says otherwise, and what was filed and stays.

use crate::house::{Page, Person, TestApp};
use fairfloor::store::{Actor, Object};

async fn client_page(app: &TestApp, ada: &mut Person) -> Page {
    ada.open(&format!("/clients/{}", app.alpha.client)).await
}

/// One line of the newest service, as its row says.
async fn newest(app: &TestApp, columns: &'static str) -> String {
    let sql = format!("SELECT concat_ws(' ', {columns}) FROM service ORDER BY id DESC LIMIT 1");
    app.db.read(move |conn| Ok(conn.query_row(&sql, [], |row| row.get(0))?)).await.unwrap()
}

async fn count(app: &TestApp, sql: &'static str) -> i64 {
    app.db.read(move |conn| Ok(conn.query_row(sql, [], |row| row.get(0))?)).await.unwrap()
}

#[tokio::test]
async fn the_short_form_files_by_how_they_met_and_by_what_was_done() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let page = client_page(&app, &mut ada).await;
    assert!(page.says("More about this session") && page.says("Phone: By phone. Video: Online."));
    let typed = [("kind", "technology_transfer"), ("minutes", "45"), ("channel", "video")];
    let saved = ada.press(&page, "Save service", &typed).await;
    assert!(saved.says("Technology transfer, 45 min") && saved.says("Filed under Technology."), "{}", saved.text());
    let filed = newest(&app, "session_type, topic, prepare_minutes, travel_minutes, others_present, is_reportable, is_late").await;
    assert_eq!(filed, "online technology 0 0 0 1 0");
    assert_eq!(count(&app, "SELECT count(*) FROM service_language WHERE language = 'en'").await, 1, "the language of whom we call");
}

#[tokio::test]
async fn everything_else_is_said_seen_and_changed_for_a_day() {
    let app = TestApp::start().await;
    let (mut ada, rosa) = (app.person("Ada").await, app.alpha.owner.to_string());
    let page = client_page(&app, &mut ada).await;
    let on = app.db.clock().today().plus_days(-8).to_string();
    let typed = [
        ("kind", "space"),
        ("minutes", "60"),
        ("channel", "in_person"),
        ("topic", "legal"),
        ("extra_topic", "financing"),
        ("prepare_minutes", "15"),
        ("travel_minutes", "40"),
        ("language", "es"),
        ("person", rosa.as_str()),
        ("others_present", "2"),
        ("reportable", "no"),
        ("reportable_why", "She paid for it"),
        ("served_on", on.as_str()),
    ];
    let saved = ada.press(&page, "Save service", &typed).await;
    let words = "15 min to prepare, 40 min on the way, 2 other people there, not reported to funders";
    assert!(saved.says("Legal issues") && saved.says("in Spanish") && saved.says(words), "{}", saved.text());
    assert!(saved.says("Late entry"), "nine days later is late");
    assert_eq!(newest(&app, "session_type, topic, is_reportable, reportable_why, is_late").await, "face_to_face legal 0 She paid for it 1");
    assert_eq!(count(&app, "SELECT count(*) FROM service_person").await, 1);

    let link = saved.between("<a href=\"/services/", "\"");
    let form = ada.open(&format!("/services/{link}")).await;
    let kept = form.form_with("Save changes");
    for (field, value) in [("topic", "legal"), ("prepare_minutes", "15"), ("others_present", "2"), ("reportable", "no")] {
        assert_eq!(kept.value(field), Some(value), "{field}");
    }
    assert_eq!(kept.value("session_type"), Some(""), "filed as they met, so it follows how they met");
    let changed =
        ada.press(&form, "Save changes", &[("channel", "phone"), ("topic", ""), ("reportable", ""), ("reportable_why", "")]).await;
    assert!(changed.status.is_success(), "{}", changed.text());
    assert_eq!(newest(&app, "session_type, topic, is_reportable, reportable_why").await, "telephone other 1");
    assert_eq!(count(&app, "SELECT count(*) FROM service_person").await, 1, "who was there stays");
}

#[tokio::test]
async fn what_is_said_wrong_comes_back_open_with_what_was_typed() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let page = client_page(&app, &mut ada).await;
    let typed = [("kind", "space"), ("minutes", "30"), ("channel", "phone"), ("travel_minutes", "far"), ("reportable", "no")];
    let again = ada.press(&page, "Save service", &typed).await;
    assert_eq!(again.status.as_u16(), 422);
    assert!(again.says("Minutes must be a whole number from 1 to 1440") && again.says("why you decide this yourself"), "{}", again.text());
    assert_eq!(again.form_with("Save service").value("travel_minutes"), Some("far"));
    assert_eq!(count(&app, "SELECT count(*) FROM service").await, 0);
    // Somebody who belongs to another client was not there.
    let other = app.beta.owner.to_string();
    let typed = [("kind", "space"), ("minutes", "30"), ("channel", "phone")];
    let form = again.form_with("Save service").filled("Save service", &typed);
    let mut fields: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    fields.retain(|(name, _)| !matches!(*name, "travel_minutes" | "reportable"));
    fields.push(("person", other.as_str()));
    let refused = ada.post("/services", &fields).await;
    assert!(refused.says("is not with this client"), "{}", refused.text());
    assert_eq!(count(&app, "SELECT count(*) FROM service").await, 0);
}

#[tokio::test]
async fn preparing_alone_has_no_contact_time() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let page = client_page(&app, &mut ada).await;
    let typed = [("kind", "loans_grants"), ("minutes", "30"), ("channel", "phone"), ("session_type", "prepare_only")];
    let mut max = app.person("Max").await;
    let year = format!("/reports?period={}", app.db.clock().today().year());
    let before = max.open(&year).await.text();
    let waits = ada.open("/clients/waiting?whose=all").await.text();
    let saved = ada.press(&page, "Save service", &typed).await;
    assert!(saved.says("Loans and grants, Preparation only"), "{}", saved.text());
    assert_eq!(newest(&app, "minutes, prepare_minutes").await, "0 30");
    assert_eq!(max.open(&year).await.text(), before, "whoever was prepared for has not been served");
    assert_eq!(ada.open("/clients/waiting?whose=all").await.text(), waits, "and waits all the same");
    let page = client_page(&app, &mut ada).await;
    ada.press(&page, "Save service", &typed[..3]).await;
    assert_ne!(max.open(&year).await.text(), before);
    assert_ne!(ada.open("/clients/waiting?whose=all").await.text(), waits);
}

#[tokio::test]
async fn an_attempt_stands_on_the_timeline_and_counts_as_no_service() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let page = client_page(&app, &mut ada).await;
    let typed = [
        ("kind", "space"),
        ("minutes", "30"),
        ("channel", "phone"),
        ("outcome", "voicemail"),
        ("note", "Asked her to call back"),
        ("follow_up", "tomorrow"),
    ];
    let saved = ada.press(&page, "Save service", &typed).await;
    assert!(saved.says("Saved: Voicemail left: Space.") && saved.says("Asked her to call back"), "{}", saved.text());
    assert_eq!(count(&app, "SELECT count(*) FROM service").await, 0);
    assert_eq!(count(&app, "SELECT count(*) FROM follow_up WHERE service_id IS NULL").await, 1);
    assert!(ada.open("/today").await.says("Besides, 1 attempt that came to nothing."));
    let attempts = ada.open(&format!("/clients/{}?show=attempts", app.alpha.client)).await;
    assert!(attempts.says("Attempts 1") && attempts.says("Voicemail left: Space"));
    // Nobody of another program finds it, and its author takes it back within a day.
    let undo = format!("/attempts/{}/undoing", attempts.between("action=\"/attempts/", "/undoing"));
    assert_eq!(app.person("Bea").await.post(&undo, &[("version", "1")]).await.status.as_u16(), 404);
    let gone = ada.press(&attempts, "Undo: Voicemail left: Space", &[]).await;
    assert!(gone.says("The attempt was taken back.") && !gone.says("Voicemail left"), "{}", gone.text());
    assert_eq!(app.audited("attempt.undone").await, 1);
}

#[tokio::test]
async fn after_a_day_an_attempt_stays() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let page = client_page(&app, &mut ada).await;
    let typed = [("kind", "space"), ("minutes", ""), ("channel", "in_person"), ("outcome", "no_show"), ("travel_minutes", "20")];
    let saved = ada.press(&page, "Save service", &typed).await;
    assert!(saved.says("Did not come: Space") && saved.says("20 min on the way"), "{}", saved.text());
    let undo = format!("/attempts/{}/undoing", saved.between("action=\"/attempts/", "/undoing"));
    app.move_on(24 * 60 + 1);
    let mut ada = app.person("Ada").await;
    assert!(ada.post(&undo, &[("version", "1")]).await.says("only for 24 hours"));
    assert_eq!(count(&app, "SELECT count(*) FROM attempt WHERE undone_at IS NULL").await, 1);
}

#[tokio::test]
async fn a_program_says_what_is_taken_where_nobody_does() {
    let app = TestApp::start().await;
    let mut admin = app.person("Adam").await;
    let page = admin.open(&format!("/programs/{}/services", app.alpha.id)).await;
    let form = page.form_with("Save");
    let mut fields: Vec<(String, String)> = form.filled("Save", &[]);
    let spaces = fields.iter().enumerate().filter(|(_, (name, _))| name == "topic").map(|(at, _)| at).collect::<Vec<_>>();
    fields[spaces[3]].1 = "legal".to_owned();
    fields.retain(|(name, value)| !(name == "reportable" && value == "space"));
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert!(admin.post(&form.action, &fields).await.status.is_redirection());
    let stale: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| if *name == "key" { ("key", "fedcba9876543210") } else { (*name, *value) }).collect();
    let again = admin.post(&form.action, &stale).await;
    assert_eq!(again.status.as_u16(), 409);
    assert!(again.says("This was changed since you opened it"));

    let mut ada = app.person("Ada").await;
    let page = client_page(&app, &mut ada).await;
    assert!(page.says("Space: Legal issues.") && page.says("As usual: yes, but not Space"), "{}", page.text());
    let saved = ada.press(&page, "Save service", &[("kind", "space"), ("minutes", "30"), ("channel", "phone")]).await;
    assert!(saved.says("Filed under Legal issues, not reported to funders."), "{}", saved.text());
}

#[tokio::test]
async fn what_was_filed_stays_as_it_was() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let page = client_page(&app, &mut ada).await;
    let yesterday = app.db.clock().today().plus_days(-1).to_string();
    let typed = [("kind", "space"), ("minutes", "30"), ("channel", "phone"), ("served_on", yesterday.as_str())];
    let saved = ada.press(&page, "Save service", &typed).await;
    let link = format!("/services/{}", saved.between("<a href=\"/services/", "\""));
    let open = ada.open(&link).await;
    let (program, day) = (app.alpha.key, yesterday.clone());
    let filed = app.db.write(Actor::system(), move |tx| {
        let account: i64 = tx.query_row("SELECT id FROM account LIMIT 1", [], |row| row.get(0))?;
        tx.execute(
            "INSERT INTO filing (public_id, program_id, recipient, authority, questions, from_on, account_id, recorded_at)
             VALUES ('f', ?1, 'Office of Tests', 'Rule 1', 'race', '2025-01-01', ?2, 1)",
            (program, account),
        )?;
        tx.execute(
            "INSERT INTO filing_made (public_id, filing_id, first_on, last_on, key_id, nonce, sealed, sha256, account_id, made_at)
             VALUES ('m', last_insert_rowid(), ?1, ?1, 'k', x'00', x'00', 's', ?2, 1)",
            (day, account),
        )?;
        tx.audit("test.filed", Object::none())
    });
    filed.await.unwrap();
    let refused = ada.press(&open, "Save changes", &[("minutes", "60")]).await;
    assert!(refused.says("What was filed stays as it was: Office of Tests"), "{}", refused.text());
    assert!(refused.says("Write a new entry"));
    let refused = ada.press(&open, "Take this service back", &[]).await;
    assert!(refused.says("What was filed stays as it was: Office of Tests"), "{}", refused.text());
    let page = ada.open(&link).await;
    assert!(page.says("Filed with Office of Tests") && !page.says("Save changes"), "{}", page.text());
    assert_eq!(newest(&app, "minutes, undone_at").await, "30");
    // What is learned later is a new entry.
    let page = client_page(&app, &mut ada).await;
    assert!(ada.press(&page, "Save service", &typed).await.says("Saved: 30 min"));
    // A caller of that time was in no file: put with a client now, the session would be missing there.
    let id = link.trim_start_matches("/services/").to_owned();
    let calls = app.db.write(Actor::system(), move |tx| {
        tx.execute("UPDATE service SET business_id = NULL, caller_name = 'A caller' WHERE public_id = ?1", [&id])?;
        tx.audit("test.called", Object::none())
    });
    calls.await.unwrap();
    let call = ada.open(&link).await;
    assert!(call.says("of a time that was filed with Office of Tests") && !call.says("Put this call"), "{}", call.text());
    let fields = [("key", "0123456789abcdef"), ("version", "1"), ("client", "Alpha Metal Works"), ("client_id", "")];
    let refused = ada.post(&format!("{link}/client"), &fields).await;
    assert_eq!(refused.status, axum::http::StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.says("What was filed stays as it was: Office of Tests") && refused.says("for Alpha Metal Works"), "{}", refused.text());
}
