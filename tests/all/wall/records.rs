//! Files of records for the SBA: checked first, made by the steward of those who were told, frozen, and what is not ready waits.

use super::filings::make;
use crate::house::{PASSWORD, Page, Person, TestApp};
use axum::http::StatusCode;
use fairfloor::firewall::{Reply, filings_of, keep, told_now};
use fairfloor::i18n::Language;
use fairfloor::store::{Actor, Object};
use fairfloor::values::{Basis, Question, ServiceId};

/// Answers Rosa's questions, under whatever notice is in force.
async fn answer(app: &TestApp, person: i64, race: Reply, sex: &'static str) {
    let kept = app.db.write(Actor::system(), move |tx| {
        keep(tx, person, Question::Race, race, Basis::OwnWord)?;
        keep(tx, person, Question::Sex, Reply::answered(vec![sex.to_owned()], String::new()), Basis::OwnWord)?;
        tx.audit("self_identification.saved", Object::none())
    });
    kept.await.unwrap();
}

fn said(codes: &[&str]) -> Reply {
    Reply::answered(codes.iter().map(ToString::to_string).collect(), String::new())
}

/// A session of Alpha's client on a day, of so many minutes.
async fn serve(app: &TestApp, day: &'static str, minutes: i64) -> ServiceId {
    let (program, business, account) = (app.alpha.key, app.alpha.client_key, app.account("Ada").0);
    let served = app.db.write(Actor::system(), move |tx| {
        let id: ServiceId = tx.fresh_id()?;
        let sql = "
            INSERT INTO service (public_id, program_id, business_id, account_id, served_on, kind, channel, minutes, session_type, topic, created_at)
            VALUES (?1, ?2, ?3, ?4, ?5, 'coaching', 'phone', ?6, 'telephone', 'operations', 1)";
        tx.execute(sql, rusqlite::params![id, program, business, account, day, minutes])?;
        tx.execute("INSERT INTO service_language (service_id, language) VALUES (?1, 'en')", [tx.last_insert_rowid()])?;
        tx.audit("test.served", Object::none())?;
        Ok(id)
    });
    served.await.unwrap()
}

async fn owe(app: &TestApp, stu: &mut Person, form: &str, more: &[(&str, &str)]) -> Page {
    let page = stu.open("/filings").await;
    let code = app.code("Stu").await;
    let program = app.alpha.id.to_string();
    let mut typed = vec![
        ("program", program.as_str()),
        ("recipient", "U.S. Small Business Administration"),
        ("authority", "OMB 3245-0324"),
        ("question", "race"),
        ("question", "sex"),
        ("form", form),
        ("from_on", "2025-01-01"),
        ("password", PASSWORD),
        ("code", &code),
    ];
    typed.extend_from_slice(more);
    stu.press(&page, "Record the filing", &typed).await
}

/// Ada writes down what Alpha's client signed, and where it is.
async fn take_in(app: &TestApp, ada: &mut Person) {
    let client = app.alpha.client.to_string();
    let facts = ada.open(&format!("/clients/{client}/facts")).await;
    ada.press(
        &facts,
        "Save facts",
        &[("city", "Columbus"), ("state", "OH"), ("postal_code", "43215"), ("stage", "in_business"), ("naics", "")],
    )
    .await;
    let intake = ada.open(&format!("/clients/{client}/intake")).await;
    let wrong = ada.press(&intake, "Save intake", &[("is_on_file", "yes")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.says("Type the day on which it was signed"), "{}", wrong.text());
    let typed = [("is_on_file", "yes"), ("signed_on", "2025-01-02"), ("may_survey", "no"), ("seeking", "financing"), ("media", "chamber")];
    let saved = ada.press(&wrong, "Save intake", &typed).await;
    assert!(saved.says("Agreement of January 2, 2025 on file"), "{}", saved.text());
    let stale = ada.press(&intake, "Save intake", &[("is_on_file", "no")]).await;
    assert_eq!(stale.status, StatusCode::CONFLICT, "the form is older than what was saved meanwhile");
}

#[tokio::test]
async fn a_file_of_sessions_is_checked_made_of_those_who_were_told_and_frozen() {
    let app = TestApp::start().await;
    app.arm(&["Stu"]).await;
    let rosa = app.alpha.owner_key;
    let (mut stu, mut ada, mut max) = (app.person("Stu").await, app.person("Ada").await, app.person("Max").await);
    let first = serve(&app, "2025-02-03", 25).await;
    own(&app, 5_000).await;
    answer(&app, rosa, said(&["WHITE"]), "MALE").await;
    let filing = owe(&app, &mut stu, "sba641", &[]).await;
    assert!(filing.says("SBA form 641") && filing.says("without names"), "{}", filing.text());
    // The notice says that what each client answered is sent.
    let (program, office) = (app.alpha.key, Language::english());
    let notice = app.db.read(move |conn| Ok(told_now(conn, &[program])?.text(office))).await.unwrap();
    assert!(notice.contains("gets what each client answered, with a client number and ZIP code, without names"), "{notice}");
    // A manager sees what is missing, record by record, with the page that mends it.
    let address = filing.path.replace("/filings/", "/checks/");
    let days = format!("{address}?first=2025-01-01&last=2025-03-31");
    let check = max.open(&days).await;
    for words in [
        "0 records ready, 1 record not ready",
        "Every record",
        "The location code that the SBA gave this center is missing",
        "It is not written down whether their signed agreement is on file",
        "They were not asked whether the SBA may survey them",
        "They have not answered the question on race under a notice that names this recipient",
        "25 minutes",
    ] {
        assert!(check.says(words) || words == "25 minutes", "{words}: {}", check.text());
    }
    let client = app.alpha.client.to_string();
    for link in [format!("/clients/{client}/intake"), format!("/clients/{client}#si"), format!("/clients/{client}/facts")] {
        assert!(check.text().contains(&format!("href=\"{link}\"")), "{link}");
    }
    assert_eq!(app.person("Ada").await.look(&days).await.status, StatusCode::FORBIDDEN);
    take_in(&app, &mut ada).await;
    let bad = stu.press(&filing, "Save the code", &[("location", "12345678")]).await;
    assert!(bad.status == StatusCode::UNPROCESSABLE_ENTITY && bad.says("a number from 1 to 9999999"), "{}", bad.text());
    let filing = stu.press(&filing, "Save the code", &[("location", "40712")]).await;
    // Nothing is made while the one record is not ready.
    let none = make(&app, &mut stu, &filing, "2025-01-01", "2025-03-31").await;
    assert!(none.status == StatusCode::UNPROCESSABLE_ENTITY && none.says("nothing of these days is ready"), "{}", none.text());
    // She is asked again under the notice that names the SBA; what she said before is not in the file.
    answer(&app, rosa, said(&["BLACK", "HISP"]), "FEMALE").await;
    let check = max.open(&days).await;
    assert!(check.says("1 record ready.") && check.says("25 minutes") && check.says("0.42 hours"), "{}", check.text());
    assert!(!check.says("Black or African American, Hispanic"), "a check looks at no answer");
    let late = serve(&app, "2025-03-04", 0).await;
    let refused = make(&app, &mut stu, &none, "2025-01-01", "2025-03-31").await;
    assert!(refused.says("1 record is not ready"), "{}", refused.text());
    let code = app.code("Stu").await;
    let typed = [("first", "2025-01-01"), ("last", "2025-03-31"), ("leaves_out", "yes"), ("password", PASSWORD), ("code", &code)];
    let file = stu.press(&refused, "Make the file", &typed).await;
    assert_eq!(file.header("content-type"), "application/xml; charset=utf-8");
    let text = file.text();
    for element in [
        "<PartnerClientNumber>F-0001</PartnerClientNumber>",
        "<LocationCode>40712</LocationCode>",
        "<Code>Black or African American</Code>",
        "<Ethnicity>Hispanic or Latino</Ethnicity>",
        "<Sex>Female</Sex>",
        "<SurveyAgreement>No</SurveyAgreement>",
        "<Contact>0.42</Contact>",
        "<DateCounseled>2025-02-03</DateCounseled>",
    ] {
        assert!(text.contains(element), "{element} in {text}");
    }
    for word in ["Rosa", "Doe", "Alpha Metal", "2025-03-04", "<Code>White</Code>", "BusinessOwnership"] {
        assert!(!text.contains(word), "{word} in {text}");
    }
    let (numbers, seen) = (text.matches("<PartnerSessionNumber>").count(), app.db.read(move |conn| filings_of(conn, rosa)).await.unwrap());
    assert_eq!((numbers, seen.len(), seen[0].recipient.as_str()), (1, 1, "U.S. Small Business Administration"));
    // The session in it stays as it is; the one that waits does not, and is in the next file of later days.
    assert!(ada.open(&format!("/services/{first}")).await.says("Filed with U.S. Small Business Administration"));
    assert!(!ada.open(&format!("/services/{late}")).await.says("Filed with"));
    let page = stu.open(&filing.path).await;
    assert!(page.says("1 record; 1 not ready, for a later file"), "{}", page.text());
    let code = app.code("Stu").await;
    let changes = stu.press(&page, "Take a copy", &[("sheet", "changes"), ("password", PASSWORD), ("code", &code)]).await;
    assert!(changes.text().contains("\"F-0001, 2025-02-03\",Contact time,25 minutes,0.42 hours"), "{}", changes.text());
    assert!(changes.text().contains("The whole record,\"It has no contact time"), "{}", changes.text());
    drift(&app, &mut stu, &mut ada, &page).await;
    mend(&app, late).await;
    serve(&app, "2025-04-02", 60).await;
    let code = app.code("Stu").await;
    let typed = [("first", "2025-04-01"), ("last", "2025-06-30"), ("password", PASSWORD), ("code", &code)];
    let page = stu.open(&filing.path).await;
    let next = stu.press(&page, "Make the file", &typed).await.text();
    assert!(next.contains("2025-03-04") && next.contains("2025-04-02") && !next.contains("2025-02-03"), "{next}");
}

/// What changes later does not change the file, and the page says which fields would be written otherwise.
async fn drift(app: &TestApp, stu: &mut Person, ada: &mut Person, page: &Page) {
    let address = format!("{}/files/{}", page.path, page.between("/files/", "\""));
    let same = stu.open(&address).await;
    assert!(same.says("All of it would be written as it was"), "{}", same.text());
    let client = app.alpha.client.to_string();
    let facts = ada.open(&format!("/clients/{client}/facts")).await;
    ada.press(&facts, "Save facts", &[("postal_code", "43004"), ("naics", "")]).await;
    let other = stu.open(&address).await;
    assert!(other.says("F-0001, 2025-02-03") && other.says("AddressPart1/ZipCode") && !other.says("43004"), "{}", other.text());
}

async fn mend(app: &TestApp, service: ServiceId) {
    let mended = app.db.write(Actor::system(), move |tx| {
        tx.execute("UPDATE service SET minutes = 45 WHERE public_id = ?1", [service.as_str()])?;
        tx.audit("test.mended", Object::none())
    });
    mended.await.unwrap();
}

#[tokio::test]
async fn who_skipped_the_question_or_never_answered_is_in_no_file() {
    let app = TestApp::start().await;
    app.arm(&["Stu"]).await;
    let rosa = app.alpha.owner_key;
    let (mut stu, mut ada) = (app.person("Stu").await, app.person("Ada").await);
    serve(&app, "2025-02-03", 30).await;
    take_in(&app, &mut ada).await;
    let filing = owe(&app, &mut stu, "sba641", &[("location", "40712")]).await;
    // Whoever prefers not to say has answered: that is what is written, and nothing else.
    let refused = owe_again(&app, &mut stu).await;
    assert!(refused.says("This form cannot do without these, so tick them: race and ethnicity"), "{}", refused.text());
    let kept = app.db.write(Actor::system(), move |tx| {
        fairfloor::firewall::skip(tx, rosa, Question::Race)?;
        tx.audit("self_identification.saved", Object::none())
    });
    kept.await.unwrap();
    let none = make(&app, &mut stu, &filing, "2025-01-01", "2025-03-31").await;
    assert!(none.says("nothing of these days is ready"), "{}", none.text());
    answer(&app, rosa, Reply::declined(), "MALE").await;
    // Who owns all of it is a man: women own none of it. Where a share is not known nothing is said.
    own(&app, 10_000).await;
    let file = make(&app, &mut stu, &none, "2025-01-01", "2025-03-31").await.text();
    assert!(file.contains("<BusinessOwnership>") && file.contains("<Female>0.00</Female>"), "{file}");
    assert!(file.contains("<Code>Prefer not to say</Code>") && file.contains("<Ethnicity>Prefer not to say</Ethnicity>"), "{file}");
}

async fn own(app: &TestApp, share: i64) {
    let (business, person) = (app.alpha.client_key, app.alpha.owner_key);
    let owned = app.db.write(Actor::system(), move |tx| {
        tx.execute("UPDATE ownership SET share_bp = ?1 WHERE business_id = ?2 AND person_id = ?3", [share, business, person])?;
        tx.audit("test.owned", Object::none())
    });
    owned.await.unwrap();
}

async fn owe_again(app: &TestApp, stu: &mut Person) -> Page {
    let page = stu.open("/filings").await;
    let code = app.code("Stu").await;
    let program = app.alpha.id.to_string();
    let typed = [
        ("program", program.as_str()),
        ("recipient", "Another office"),
        ("authority", "Rule 5"),
        ("question", "sex"),
        ("form", "sba641"),
        ("from_on", "2025-01-01"),
        ("password", PASSWORD),
        ("code", &code),
    ];
    stu.press(&page, "Record the filing", &typed).await
}

#[tokio::test]
async fn a_file_of_trainings_counts_who_said_what_and_what_a_sign_in_sheet_counted() {
    let app = TestApp::start().await;
    app.arm(&["Stu"]).await;
    let rosa = app.alpha.owner_key;
    let (mut stu, mut ada) = (app.person("Stu").await, app.person("Ada").await);
    let filing = owe(&app, &mut stu, "sba888", &[("location", "40712")]).await;
    answer(&app, rosa, said(&["ASIAN"]), "FEMALE").await;
    let training = train(&app).await;
    let form = ada.open(&format!("/trainings/{training}/groups")).await;
    assert!(form.says("11 people"), "{}", form.text());
    let wrong = ada.press(&form, "Lock the counts away", &[("Female", "12"), ("White", "many")]).await;
    assert!(wrong.status == StatusCode::UNPROCESSABLE_ENTITY, "{}", wrong.text());
    assert!(wrong.says("At most 11 came without standing on the list by name") && wrong.says("Type a whole number"), "{}", wrong.text());
    let kept = ada.press(&wrong, "Lock the counts away", &[("Female", "4"), ("Male", ""), ("White", "7")]).await;
    assert!(kept.says("nobody can read here what was counted"), "{}", kept.text());
    let again = ada.open(&format!("/trainings/{training}/groups")).await;
    assert_eq!(again.form_with("Lock the counts away").value("Female"), Some(""), "what was counted is shown on no page");
    let file = make(&app, &mut stu, &filing, "2025-01-01", "2025-03-31").await.text();
    for element in
        ["<Total>12</Total>", "<Female>5</Female>", "<Asian>1</Asian>", "<White>7</White>", "<NumberOfSessions>1</NumberOfSessions>"]
    {
        assert!(file.contains(element), "{element} in {file}");
    }
    assert!(!file.contains("<Male>") && !file.contains("Rosa"), "{file}");
    assert!(ada.open(&format!("/trainings/{training}")).await.says("It stays as it is"));
    let late = ada.press(&again, "Lock the counts away", &[("Female", "1")]).await;
    assert!(late.says("What was filed stays as it was"), "{}", late.text());
}

/// A training of Alpha with twelve people, Rosa among them by name.
async fn train(app: &TestApp) -> String {
    let (program, account, rosa, business) = (app.alpha.key, app.account("Ada").0, app.alpha.owner_key, app.alpha.client_key);
    let held = app.db.write(Actor::system(), move |tx| {
        let id: fairfloor::values::TrainingId = tx.fresh_id()?;
        let sql = "
            INSERT INTO training (public_id, program_id, title, topic, format, minutes, language, total, in_business, not_yet, counted_on, account_id, created_at)
            VALUES (?1, ?2, 'Bidding', 'government_contracts', 'online', 120, 'en', 12, 12, 0, '2025-02-10', ?3, 1)";
        tx.execute(sql, rusqlite::params![id, program, account])?;
        let key = tx.last_insert_rowid();
        tx.execute("INSERT INTO training_date (training_id, on_day) VALUES (?1, '2025-02-10')", [key])?;
        let sql = "INSERT INTO training_person (training_id, person_id, business_id, sessions) VALUES (?1, ?2, ?3, 1)";
        tx.execute(sql, [key, rosa, business])?;
        tx.audit("test.trained", Object::none())?;
        Ok(id)
    });
    held.await.unwrap().to_string()
}

#[tokio::test]
async fn the_first_session_of_a_day_says_what_they_were_referred_for_and_who_owned_it_then_is_the_client() {
    let app = TestApp::start().await;
    app.arm(&["Stu"]).await;
    let (rosa, business, bill) = (app.alpha.owner_key, app.alpha.client_key, app.beta.owner_key);
    let (mut stu, mut ada) = (app.person("Stu").await, app.person("Ada").await);
    app.refer(&app.alpha).await;
    let at = app.db.clock().zone().start_of(fairfloor::values::Day::parse("2025-02-03").unwrap()).plus_minutes(600);
    // Somebody who came in later, and is called first now, was not the client then.
    let moved = app.db.write(Actor::system(), move |tx| {
        tx.execute("UPDATE referral SET sent_at = ?1", [at])?;
        tx.execute("UPDATE ownership SET is_contact = 0 WHERE business_id = ?1", [business])?;
        let sql = "INSERT INTO ownership (business_id, person_id, is_contact, from_on) VALUES (?1, ?2, 1, '2025-06-01')";
        tx.execute(sql, [business, bill])?;
        tx.audit("test.moved", Object::none())
    });
    moved.await.unwrap();
    take_in(&app, &mut ada).await;
    let filing = owe(&app, &mut stu, "sba641", &[("location", "40712")]).await;
    answer(&app, rosa, said(&["ASIAN"]), "FEMALE").await;
    let first = serve(&app, "2025-02-03", 0).await;
    serve(&app, "2025-02-03", 30).await;
    let code = app.code("Stu").await;
    let typed = [("first", "2025-01-01"), ("last", "2025-03-31"), ("leaves_out", "yes"), ("password", PASSWORD), ("code", &code)];
    let file = stu.press(&filing, "Make the file", &typed).await.text();
    assert!(file.contains("<Code>Asian</Code>") && !file.contains("ReferredClient"), "{file}");
    let page = stu.open(&filing.path).await;
    let same = stu.open(&format!("{}/files/{}", page.path, page.between("/files/", "\""))).await;
    assert!(same.says("All of it would be written as it was"), "{}", same.text());
    mend(&app, first).await;
    let code = app.code("Stu").await;
    let typed = [("first", "2025-04-01"), ("last", "2025-06-30"), ("password", PASSWORD), ("code", &code)];
    let next = stu.press(&page, "Make the file", &typed).await.text();
    assert!(next.contains("<ReferredClient>") && next.contains("2025-02-03"), "{next}");
}

/// Ada writes down a certificate of Alpha's client.
async fn certify(app: &TestApp, ada: &mut Person, code: &str, from: &str, until: &str) {
    let page = ada.open(&format!("/clients/{}/certifications", app.alpha.client)).await;
    let typed = [("code", code), ("agency", "SBA"), ("from_on", from), ("until_on", until)];
    assert_eq!(ada.press(&page, "Save the certificate", &typed).await.status, StatusCode::OK);
}

#[tokio::test]
async fn certificates_that_are_good_on_the_day_stand_in_the_file_and_a_later_word_shows_as_drift() {
    let app = TestApp::start().await;
    app.arm(&["Stu"]).await;
    let rosa = app.alpha.owner_key;
    let (mut stu, mut ada, mut max) = (app.person("Stu").await, app.person("Ada").await, app.person("Max").await);
    serve(&app, "2025-02-03", 30).await;
    serve(&app, "2025-03-04", 30).await;
    take_in(&app, &mut ada).await;
    certify(&app, &mut ada, "hubzone", "2024-01-01", "2025-02-28").await;
    certify(&app, &mut ada, "dbe", "2025-03-01", "").await;
    // Since when is not known: it counts from the day it was written down, and these days are past.
    certify(&app, &mut ada, "wosb", "", "").await;
    let filing = owe(&app, &mut stu, "sba641", &[("location", "40712")]).await;
    answer(&app, rosa, Reply::declined(), "FEMALE").await;
    let check = max.open(&format!("{}?first=2025-01-01&last=2025-03-31", filing.path.replace("/filings/", "/checks/"))).await;
    assert!(check.says("Other: Disadvantaged business enterprise (DBE)"), "{}", check.text());
    let file = make(&app, &mut stu, &filing, "2025-01-01", "2025-03-31").await.text();
    let file: String = file.lines().map(str::trim).collect();
    let sessions: Vec<&str> = file.split("<PartnerSessionNumber>").skip(1).collect();
    let certified = |place: usize| sessions[place].split_once("<Certifications>").unwrap().1.split_once("</Certifications>").unwrap().0;
    assert_eq!(certified(0), "<Code>Hubzones</Code>");
    assert_eq!(certified(1), "<Code>Other</Code><Other>Disadvantaged business enterprise (DBE)</Other>");
    assert!(!file.contains("Women-Owned") && !file.contains("Certified8a"), "{file}");
    let page = stu.open(&filing.path).await;
    let address = format!("{}/files/{}", page.path, page.between("/files/", "\""));
    assert!(stu.open(&address).await.says("All of it would be written as it was"));
    certify(&app, &mut ada, "sba_8a", "2025-02-01", "").await;
    let drifted = stu.open(&address).await;
    assert!(drifted.says("Certifications/Code") && drifted.says("ClientIntake_Certified8a"), "{}", drifted.text());
}
