//! Files of services, owners, training and outcomes: what is new, what is here, what stands twice, what is refused by line, what is
//! filed, and that all of it can be taken back.

use crate::house::TestApp;
use crate::imports::{imported, shown};
use axum::http::StatusCode;
use fairfloor::import;
use fairfloor::store::{Actor, Object};

async fn number(app: &TestApp, sql: &'static str) -> i64 {
    app.db.read(move |conn| Ok(conn.query_row(sql, [], |row| row.get(0))?)).await.unwrap()
}

async fn text(app: &TestApp, sql: &'static str) -> String {
    app.db.read(move |conn| Ok(conn.query_row(sql, [], |row| row.get(0))?)).await.unwrap()
}

/// The program has Okafor Metal Finishing, and two businesses of one name.
async fn with_clients() -> TestApp {
    let app = TestApp::start().await;
    let mut max = app.person("Max").await;
    let clients = "Business name,ZIP,Telephone\nOkafor Metal Finishing,11211,718 555 0123\nTwin Works,11211,\nTwin Works,97201,\n";
    let page = shown(&mut max, "clients", clients).await;
    assert_eq!(imported(&mut max, &page, "Import 3 rows", &[]).await.status, StatusCode::OK);
    app
}

fn day(app: &TestApp, ago: i64) -> String {
    app.db.clock().today().plus_days(-ago).to_string()
}

#[tokio::test]
async fn services_come_in_by_name_and_number_and_are_taken_back() {
    let app = with_clients().await;
    let mut max = app.person("Max").await;
    let label = text(&app, "SELECT printf('F-%04d', max(number)) FROM business WHERE name = 'Twin Works'").await;
    let (late, fresh) = (day(&app, 400), day(&app, 2));
    let file = format!(
        "Client number,Client,Date,Kind,Method,Minutes,Counselor,Topic,Notes\n\
         ,OKAFOR METAL FINISHING.,{late},Counseling,Telephone,45,Ada,Business Financing/Capital Sources,\n\
         {label},,{fresh},space,Face-to-face,30,Dolores Huerta,,Looked at a hall\n\
         ,Okafor Metal Finishing,{fresh},coaching,phone,30.0,,,\n\
         ,Okafor Metal Finishing,{fresh},coaching,phone,30,,,\n"
    );
    let page = shown(&mut max, "services", &file).await;
    assert!(page.status == StatusCode::OK && page.says("4 rows"), "{}", page.text());
    for (words, count) in
        [("New", "3"), ("Rows that stand in the file twice, taken once", "1"), ("Written down more than a week after their day", "1")]
    {
        assert!(page.text().contains(&format!("<dt>{words}</dt><dd class=\"num\">{count}</dd>")), "{words}");
    }
    assert!(page.says("the same as an earlier one to the last word"));
    let record = imported(&mut max, &page, "Import 4 rows", &[]).await;
    assert!(record.status == StatusCode::OK && record.says("By advisors without an account"), "{}", record.text());
    let row = "SELECT concat_ws(' ', account.name, kind, channel, minutes, session_type, topic, is_late, advisor_typed) FROM service JOIN account ON account.id = account_id ORDER BY service.id";
    assert_eq!(text(&app, row).await, "Ada loans_grants phone 45 telephone financing 1".replace("loans_grants", "coaching"));
    assert_eq!(text(&app, "SELECT concat_ws(' ', account.name, advisor_typed, note) FROM service JOIN account ON account.id = account_id WHERE kind = 'space'").await, "Max Dolores Huerta Looked at a hall");
    let address = text(&app, "SELECT public_id FROM service WHERE kind = 'space'").await;
    assert!(max.open(&format!("/services/{address}")).await.says("by Dolores Huerta (brought in by Max)"));
    // The same rows in another file are here already.
    let page = shown(&mut max, "services", &file.replace("Looked at a hall\n", "Looked at a hall\n\n")).await;
    assert!(page.text().contains("<dt>New</dt><dd class=\"num\">0</dd>") && page.says("Here already"), "{}", page.text());
    let undone = max.press(&record, "Undo import", &[]).await;
    assert!(undone.says("3 of them are gone again"), "{}", undone.text());
    assert_eq!(number(&app, "SELECT (SELECT count(*) FROM service) + (SELECT count(*) FROM service_language)").await, 0);
    assert_eq!(app.audited("import.undone").await, 1);
}

#[tokio::test]
async fn a_service_that_names_nobody_for_sure_or_lies_in_filed_days_is_refused_by_line() {
    let app = with_clients().await;
    let mut max = app.person("Max").await;
    let key = app.alpha.key;
    let filed = day(&app, 30);
    let on = filed.clone();
    app.db
        .write(Actor::system(), move |tx| {
            let account: i64 = tx.query_row("SELECT id FROM account LIMIT 1", [], |row| row.get(0))?;
            tx.execute(
                "INSERT INTO filing (public_id, program_id, recipient, authority, questions, from_on, account_id, recorded_at)
                 VALUES ('f', ?1, 'SBA', 'Rule 1', 'race', '2020-01-01', ?2, 1)",
                (key, account),
            )?;
            tx.execute(
                "INSERT INTO filing_made (public_id, filing_id, first_on, last_on, key_id, nonce, sealed, sha256, account_id, made_at)
                 VALUES ('m', last_insert_rowid(), ?1, ?1, 'k', x'00', x'00', 's', ?2, 1)",
                (&on, account),
            )?;
            tx.audit("filing.made", Object::none())
        })
        .await
        .unwrap();
    let fresh = day(&app, 1);
    let tomorrow = day(&app, -1);
    let file = format!(
        "Client,Date,Kind,Method,Minutes\n\
         Okafor Metal,{fresh},coaching,phone,30\n\
         Twin Works,{fresh},coaching,phone,30\n\
         Nobody Ever,{fresh},coaching,phone,30\n\
         Okafor Metal Finishing,{filed},coaching,phone,30\n\
         Okafor Metal Finishing,{tomorrow},coaching,phone,30\n\
         Okafor Metal Finishing,{fresh},juggling,pigeon,4500\n\
         ,{fresh},coaching,phone,30\n\
         Okafor Metal Finishing,45213x,coaching,phone,30\n"
    );
    let page = shown(&mut max, "services", &file).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    for words in [
        "Line 2, column \"Client\": No client of this program is called “Okafor Metal”",
        "Line 3, column \"Client\": 2 clients are called “Twin Works”: F-",
        "Line 4, column \"Client\": No client of this program is called “Nobody Ever”. Import or register it as a client first",
        "Line 5, column \"Date\": This day is filed already: SBA",
        "Line 6, column \"Date\": A service lies in the past",
        "Line 7, column \"Kind\": Write a kind of help: Coaching",
        "Line 7, column \"Method\": Say how it was given: In person",
        "Line 7, column \"Minutes\": Minutes must be a whole number",
        "Line 8, column \"Client\": Say which client",
        "Line 9, column \"Date\":",
    ] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    assert_eq!(number(&app, "SELECT count(*) FROM service").await, 0);
    let form = page.form_with("Download only the rows to fix");
    let fields = form.filled("Download only the rows to fix", &[]);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let rows = max.post("/imports/refused", &fields).await;
    assert_eq!(rows.text().lines().count(), 9, "{}", rows.text());
}

#[tokio::test]
async fn owners_come_in_with_their_shares_and_their_answers_behind_the_wall() {
    let app = with_clients().await;
    let mut max = app.person("Max").await;
    let file = "Client,Owner,Ownership percent,Email,Race\n\
                Okafor Metal Finishing,Ada Okafor,60%,ada@okafor.example,Black\n\
                Okafor Metal Finishing,Ben Okafor,40,,\n\
                Okafor Metal Finishing,Ada OKAFOR,60,,\n";
    let page = shown(&mut max, "people", file).await;
    assert!(page.status == StatusCode::OK && page.text().contains("<dt>New</dt><dd class=\"num\">2</dd>"), "{}", page.text());
    assert!(!page.says("Black") && page.says("race: unknown in 2 of 3 rows"), "{}", page.text());
    let record = imported(&mut max, &page, "Import 3 rows", &[]).await;
    assert_eq!(record.status, StatusCode::OK, "{}", record.text());
    assert_eq!(number(&app, "SELECT sum(share_bp) FROM ownership WHERE share_bp IS NOT NULL AND import_id IS NOT NULL").await, 10_000);
    assert_eq!(number(&app, "SELECT count(*) FROM demographic_answer WHERE basis = 'released_by_source'").await, 2);
    let more = shown(&mut max, "people", "Client,Owner,Share\nOkafor Metal Finishing,Cy Park,1\nOkafor Metal Finishing,,5\n").await;
    assert!(more.says("would own 101.00 %") && more.says("Write the name of the owner"), "{}", more.text());
    let undone = max.press(&record, "Undo import", &[]).await;
    assert!(undone.says("2 of them are gone again"), "{}", undone.text());
    assert_eq!(number(&app, "SELECT count(*) FROM person WHERE last_name = '' AND first_name LIKE '%Okafor'").await, 0);
    assert_eq!(number(&app, "SELECT count(*) FROM demographic_answer").await, 0);
}

#[tokio::test]
async fn trainings_and_outcomes_are_held_to_the_rules_of_their_forms() {
    let app = with_clients().await;
    let mut max = app.person("Max").await;
    let (one, two) = (day(&app, 20), day(&app, 13));
    let trainings = format!(
        "Title,Date,Topic,Format,Hours,Attendees,In business,City,State\n\
         Bidding on city work,{one}; {two},Government Contracting,In-person,4.5,24,10,Columbus,Ohio\n\
         Bidding on city work,{one},Government Contracting,Online,4.5,24,,,\n\
         Selling online,{one},eCommerce,Online,2,,,,\n"
    );
    let page = shown(&mut max, "training", &trainings).await;
    assert!(page.status == StatusCode::OK, "{}", page.text());
    let record = imported(&mut max, &page, "Import 3 rows", &[]).await;
    assert!(record.status == StatusCode::OK, "{}", record.text());
    let row = "SELECT concat_ws(' ', topic, format, minutes, total, in_business, city, state, (SELECT count(*) FROM training_date WHERE training_id = training.id)) FROM training ORDER BY id";
    assert_eq!(text(&app, row).await, "government_contracts in_person 270 24 10 Columbus OH 2");
    let wrong =
        shown(&mut max, "training", &format!("Title,Date,Topic,Format,Hours,Attendees,In business\nX,{one},Astrology,In person,2,5,9\n"))
            .await;
    for words in [
        "column \"Topic\": Choose one of the answers on the list. You typed “Astrology”",
        "Say in which city it is",
        "more than the total of 5",
    ] {
        assert!(wrong.says(words), "{words}: {}", wrong.text());
    }
    assert!(max.press(&record, "Undo import", &[]).await.says("3 of them are gone again"));
    assert_eq!(number(&app, "SELECT (SELECT count(*) FROM training) + (SELECT count(*) FROM training_date)").await, 0);
    let outcomes = format!(
        "Client,Outcome,Date,Before,Amount,Evidence,Document,Verified on\n\
         Okafor Metal Finishing,Jobs created,{one},5,8,,,\n\
         Okafor Metal Finishing,Capital raised: loan,{one},,\"$25,000\",document seen,Bank letter,{two}\n"
    );
    let page = shown(&mut max, "outcomes", &outcomes).await;
    assert!(page.status == StatusCode::OK, "{}", page.text());
    let record = imported(&mut max, &page, "Import 2 rows", &[]).await;
    assert!(record.status == StatusCode::OK, "{}", record.text());
    assert_eq!(
        text(&app, "SELECT group_concat(evidence || ' ' || amount_after, ', ') FROM outcome").await,
        "advisor_note 8, document_seen 2500000"
    );
    let wrong = format!(
        "Client,Outcome,Date,Before,Amount,Evidence\n\
         Okafor Metal Finishing,Jobs created,{one},5,,\n\
         Okafor Metal Finishing,Jobs created,{one},5,8,client affirmed\n\
         Okafor Metal Finishing,Jobs created,{one},5,8,document seen\n"
    );
    let wrong = shown(&mut max, "outcomes", &wrong).await;
    for words in [
        "Line 2, column \"Amount\": “Jobs created” needs the figure before",
        "Line 3, column \"Evidence\": Only the client can say this",
        "Line 4",
        "Say which document you saw",
    ] {
        assert!(wrong.says(words), "{words}: {}", wrong.text());
    }
    assert!(max.press(&record, "Undo import", &[]).await.says("2 of them are gone again"));
    assert_eq!(number(&app, "SELECT (SELECT count(*) FROM outcome) + (SELECT count(*) FROM outcome_evidence)").await, 0);
}

#[tokio::test]
async fn the_command_line_brings_services_in_and_names_every_wrong_line() {
    let app = with_clients().await;
    let folder = tempfile::tempdir().unwrap();
    let key = app.alpha.key;
    let name = app.db.read(move |conn| fairfloor::programs::queries::find(conn, key)).await.unwrap().name;
    let file = folder.path().join("sessions.csv");
    let command = |map: &[(&str, &str)], dry_run| import::Command {
        kind: "services".to_owned(),
        file: file.clone(),
        program: Some(name.clone()),
        map: map.iter().map(|(field, header)| ((*field).to_owned(), (*header).to_owned())).collect(),
        preset: None,
        decide: Vec::new(),
        dry_run,
    };
    std::fs::write(&file, format!("Client,Date,Minutes\nOkafor Metal Finishing,{},30\nNobody,13/45/2025,30\n", day(&app, 3))).unwrap();
    let every = [("help_kind", "=coaching"), ("channel", "=phone")];
    let refused = import::command(&app.db, command(&every, false), &mut |_, _| {}).await.unwrap_err().to_string();
    assert!(refused.contains("Line 3, column \"Client\"") && refused.contains("Line 3, column \"Date\""), "{refused}");
    let missing = import::command(&app.db, command(&[], false), &mut |_, _| {}).await.unwrap_err().to_string();
    assert!(missing.contains("help_kind==coaching"), "{missing}");
    std::fs::write(&file, format!("Client,Date,Minutes\nOkafor Metal Finishing,{},30\n", day(&app, 3))).unwrap();
    let said = import::command(&app.db, command(&every, true), &mut |_, _| {}).await.unwrap();
    assert!(said.contains("1 new, 0 here already") && said.ends_with("Nothing was changed."), "{said}");
    let done = import::command(&app.db, command(&every, false), &mut |_, _| {}).await.unwrap();
    assert!(done.contains("1 new, 0 here already"), "{done}");
    assert_eq!(number(&app, "SELECT count(*) FROM service WHERE import_id IS NOT NULL").await, 1);
}
