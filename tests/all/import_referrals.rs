//! Files of referrals: what a row tells becomes events with their own days, nobody is told and nothing is shared; what makes no story is
//! refused by line; what goes on is added, what stands otherwise is left; and all of it is taken back.

use crate::house::{Page, Person, TestApp, business};
use crate::imports::{imported, shown};
use axum::http::StatusCode;
use fairfloor::export::records::{Asked, Form, Records, write as write_records};
use fairfloor::import;
use fairfloor::jobs::Progress;
use fairfloor::partners::{self, PartnerFacts};
use fairfloor::people;
use fairfloor::referrals::measures::{Book, Scope};
use fairfloor::referrals::queries;
use fairfloor::store::{Actor, Object};
use fairfloor::values::{Day, Kind, Line};
use std::collections::{BTreeMap, BTreeSet};

async fn number(app: &TestApp, sql: &'static str) -> i64 {
    app.db.read(move |conn| Ok(conn.query_row(sql, [], |row| row.get(0))?)).await.unwrap()
}

async fn text(app: &TestApp, sql: &'static str) -> String {
    app.db.read(move |conn| Ok(conn.query_row(sql, [], |row| row.get(0))?)).await.unwrap()
}

const STORIES: &str = "
    SELECT group_concat(told, char(10))
    FROM (SELECT referral.status || ': ' || (SELECT group_concat(event, ' ') FROM (SELECT event FROM referral_event WHERE referral_id = referral.id ORDER BY seq)) AS told
          FROM referral ORDER BY referral.id)";

/// Whatever tells or opens something: notices, links, codes, permissions, reminders, calls of own systems.
const TOLD: &str = "
    SELECT (SELECT count(*) FROM outbox_message) + (SELECT count(*) FROM access_link) + (SELECT count(*) FROM letter_code)
         + (SELECT count(*) FROM consent) + (SELECT count(*) FROM reminder) + (SELECT count(*) FROM api_delivery)";

/// The program has Okafor Metal Finishing and two partners, one of which answers by link.
async fn with_partners() -> TestApp {
    let app = TestApp::start().await;
    let mut max = app.person("Max").await;
    let page = shown(&mut max, "clients", "Business name,ZIP\nOkafor Metal Finishing,11211\nTwin Works,11211\nTwin Works,97201\n").await;
    assert_eq!(imported(&mut max, &page, "Import 3 rows", &[]).await.status, StatusCode::OK);
    app.partner_taking(&app.alpha, "Harbor Loft Trust", Kind::RealEstate).await;
    app.partner_taking(&app.alpha, "Harbor Loft Fund", Kind::BusinessDevelopment).await;
    app
}

fn day(app: &TestApp, ago: i64) -> String {
    app.db.clock().today().plus_days(-ago).to_string()
}

async fn brought(max: &mut Person, file: &str) -> Page {
    let page = shown(max, "referrals", file).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    let rows = file.lines().filter(|line| !line.is_empty()).count() - 1;
    let record = imported(max, &page, &format!("Import {rows} rows"), &[]).await;
    assert_eq!(record.status, StatusCode::OK, "{}", record.text());
    record
}

async fn address_of(app: &TestApp, status: &'static str) -> String {
    app.db
        .read(move |conn| Ok(conn.query_row("SELECT public_id FROM referral WHERE status = ?1", [status], |row| row.get::<_, String>(0))?))
        .await
        .map(|id| format!("/referrals/{id}"))
        .unwrap()
}

/// The very referrals of the demo, in a folder that knows neither their ids nor their numbers.
#[tokio::test]
async fn every_referral_of_the_demo_comes_into_another_folder_and_is_written_out_alike() {
    let (_folder, demo) = crate::exports::demo().await;
    let dir = tempfile::tempdir().unwrap();
    let (there, here) = (dir.path().join("there.csv"), dir.path().join("here.csv"));
    let (count, program, _) = crate::exports::all_of(&demo, Records::Referrals, Form::Csv, &there).await;
    let app = TestApp::start().await;
    let names = |sql: &'static str| {
        let demo = demo.clone();
        async move {
            let read = demo.read(move |conn| {
                let mut statement = conn.prepare(sql)?;
                let names = statement.query_map([program], |row| row.get::<_, String>(0))?;
                Ok(names.collect::<rusqlite::Result<Vec<_>>>()?)
            });
            read.await.unwrap()
        }
    };
    let clients = names("SELECT DISTINCT name FROM business WHERE id IN (SELECT business_id FROM referral WHERE program_id = ?1)").await;
    let partners = names("SELECT name FROM partner WHERE program_id = ?1").await;
    let key = app.alpha.key;
    let write = app.db.write(Actor::system(), move |tx| {
        for name in &clients {
            people::queries::register(tx, key, None, &business(name, "Kim"))?;
        }
        for name in &partners {
            partners::queries::add(tx, key, &PartnerFacts::named(Line::parse(name, "the name")?, Kind::ALL.to_vec()))?;
        }
        tx.audit("test.armed", Object::none())
    });
    write.await.unwrap();
    let name = app.db.read(move |conn| fairfloor::programs::queries::find(conn, key)).await.unwrap().name;
    let leave_out = ["client_number", "fairfloor_client"].map(|field| (field.to_owned(), String::new()));
    let command = import::Command {
        kind: "referrals".to_owned(),
        file: there.clone(),
        program: Some(name),
        map: leave_out.to_vec(),
        preset: None,
        decide: Vec::new(),
        dry_run: false,
    };
    let said = import::command(&app.db, command, &mut |_, _| {}).await.unwrap();
    assert!(said.contains(&format!("  {count} new, 0 here already")), "{said}");
    let (path, today) = (here.clone(), app.db.clock().today());
    let written = app.db.report(move |conn| {
        let asked = Asked { kind: Records::Referrals, form: Form::Csv, programs: vec![key], from: None, to: None, set: None, today };
        write_records(conn, &asked, &mut std::fs::File::create(&path).unwrap(), &Progress::default()).map(|written| written.rows)
    });
    assert_eq!(written.await.unwrap(), count);
    // What belongs to the folder it came from cannot come back: numbers, ids and accounts, links, clocks and who has the next move.
    let of_folder = [
        "Referral",
        "Client number",
        "Fairfloor id of the client",
        "First opened on",
        "Waits for",
        "Due on",
        "Advisor",
        "In the program",
        "Fairfloor id of the record",
    ];
    let rows = |path: &std::path::Path| {
        let mut reader = csv::Reader::from_path(path).unwrap();
        let rows = reader.deserialize().map(Result::unwrap);
        rows.map(|mut row: BTreeMap<String, String>| {
            row.retain(|column, _| !of_folder.contains(&column.as_str()));
            // A question of the partner's, or of the client's, that is open is no stage of the work.
            row.entry("Stage".to_owned()).and_modify(|stage| {
                if stage.starts_with("awaiting_") {
                    stage.clear();
                }
            });
            row
        })
        .collect::<Vec<_>>()
    };
    let (there, here) = (rows(&there), rows(&here));
    let statuses: BTreeSet<&String> = there.iter().map(|row| &row["Status"]).collect();
    assert!(there.len() == count && statuses.len() > 6, "the demo has nearly every status: {statuses:?}");
    for (before, after) in there.iter().zip(&here) {
        assert_eq!(before, after);
    }
    assert_eq!(number(&app, "SELECT count(*) FROM outbox_message").await, 0);
}

#[tokio::test]
async fn waits_and_declines_count_by_the_days_that_the_file_tells() {
    let app = with_partners().await;
    let mut max = app.person("Max").await;
    let client = "Okafor Metal Finishing";
    let file = format!(
        "{HEADERS}\
         {client},Harbor Loft Trust,,Done,2025-03-03,2025-03-06,,,,2025-06-02,,Yes,,\n\
         {client},Harbor Loft Fund,,Denied,2025-03-10,,2025-03-24,,,,No capacity now,,,\n\
         {client},Harbor Loft Fund,,Denied,2025-05-05,,2025-05-06,,,,,,,\n"
    );
    brought(&mut max, &file).await;
    let key = app.alpha.key;
    let today = app.db.clock().today();
    let measured = app.db.read(move |conn| {
        let all = queries::logs(conn, key)?;
        let book = Book::open(&all.logs, &all.zone, &all.calendar, &all.policy, today).unwrap();
        let (first, last) = (Day::parse("2025-03-01")?, Day::parse("2025-03-31")?);
        Ok(book.measure(&Scope { first, last, kind: None, partner: None, place: None, zone: None }))
    });
    let measured = measured.await.unwrap();
    assert_eq!((measured.sent.len(), measured.funnel.accepted.len(), measured.funnel.completed.len()), (2, 1, 1));
    assert_eq!(measured.answers.declined.values().flatten().count(), 1);
    let days: Vec<u32> = measured.answers.to_decision.taken.iter().map(|(_, taken)| taken.business).collect();
    assert_eq!(days, [3, 10]);
}

const HEADERS: &str = "Client,Referred to,Kind,Status,Date sent,Date accepted,Date declined,Waiting list since,Service start,Closed on,Reason,Outcome,Urgency,Staff\n";

#[tokio::test]
async fn rows_become_events_with_their_own_days_and_nobody_is_told() {
    let app = with_partners().await;
    let mut max = app.person("Max").await;
    let (sent, answered, begun, ended) = (day(&app, 400), day(&app, 390), day(&app, 380), day(&app, 200));
    let file = format!(
        "{HEADERS}\
         okafor metal finishing,HARBOR LOFT TRUST,,Got help,{sent},{answered},,{answered},{begun},{ended},,Partly met,High,Ada\n\
         Okafor Metal Finishing,Harbor Loft Fund,Business services,Denied,{sent},,{answered},,,,No capacity now,,,Dolores Huerta\n\
         Okafor Metal Finishing,Harbor Loft Fund,business_development,Wait-listed,{begun},{begun},,{begun},,,waitlist,,,\n\
         Okafor Metal Finishing,Harbor Loft Trust,Space,Pending,{begun},,,,,,,,,\n"
    );
    let before = number(&app, TOLD).await;
    let record = brought(&mut max, &file).await;
    assert!(record.says("Who is this? Nobody here has this name"), "{}", record.text());
    assert_eq!(
        text(&app, STORIES).await,
        "completed: create send accept hold resume complete\nrejected: create send reject\non-hold: create send accept hold\nrequested: create send"
    );
    let facts = "SELECT concat_ws(' ', account.name, urgency, outcome_code, date(decided_at / 1000, 'unixepoch') < date(ended_at / 1000, 'unixepoch'), contact_id IS NULL) FROM referral JOIN account ON account.id = advisor_id WHERE status = 'completed'";
    assert_eq!(text(&app, facts).await, "Ada this_week partly_met 1 1");
    assert_eq!(
        text(&app, "SELECT reason_code || ' ' || waiting_on FROM referral WHERE status = 'rejected'").await,
        "no_capacity_now nobody"
    );
    // What was long ago rings no bell, today or on the next rounds.
    app.make_a_round().await;
    app.move_on(3 * 24 * 60);
    app.make_a_round().await;
    assert_eq!(number(&app, TOLD).await, before);
    assert_eq!(
        text(&app, "SELECT group_concat(DISTINCT waiting_on) FROM referral WHERE status IN ('requested', 'on-hold')").await,
        "advisor"
    );
    assert_eq!(number(&app, "SELECT count(*) FROM referral WHERE due_on IS NOT NULL").await, 0);
    assert!(text(&app, STORIES).await.ends_with("requested: create send"));

    // The page says what it is, and offers what shares nothing.
    let mut ada = app.person("Ada").await;
    let over = ada.open(&address_of(&app, "completed").await).await;
    assert!(over.says("whether the client was heard is not on record") && !over.says("Loop closed"), "{}", over.text());
    assert!(!over.says("12:00 am"), "a file tells days, not hours");
    let open = address_of(&app, "requested").await;
    let page = ada.open(&open).await;
    assert!(
        page.says("consent not held here") && page.says("told by a file, read on") && page.says("start a new referral"),
        "{}",
        page.text()
    );
    for button in ["Make the partner a new link", "Undo: do not send it", "Undo the last update"] {
        assert!(!page.text().contains(button), "{button}");
    }
    let key = page.forms().iter().find_map(|form| form.value("key").map(str::to_owned)).unwrap();
    let version = text(&app, "SELECT CAST(version AS TEXT) FROM referral WHERE status = 'requested'").await;
    let refused = ada.post(&format!("{open}/links"), &[("key", &key), ("version", &version)]).await;
    assert!(
        refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.says("no permission to share is held here"),
        "{}",
        refused.text()
    );
    assert_eq!(number(&app, "SELECT count(*) FROM access_link WHERE kind = 'partner'").await, 0);
    let page = ada.open(&open).await;
    let stopped = ada.press(&page, "Save: Stop this referral", &[("reason", "wrong_partner")]).await;
    assert!(stopped.status.is_redirection() || stopped.status == StatusCode::OK, "{}", stopped.text());
    assert_eq!(number(&app, "SELECT count(*) FROM outbox_message WHERE audience = 'partner'").await, 0);
    assert_eq!(number(&app, "SELECT count(*) FROM referral WHERE status = 'requested'").await, 0);
}

#[tokio::test]
async fn a_row_that_tells_no_possible_story_is_refused_by_line() {
    let app = with_partners().await;
    let mut max = app.person("Max").await;
    let (sent, later, ahead) = (day(&app, 300), day(&app, 290), day(&app, -20));
    let client = "Okafor Metal Finishing";
    let file = format!(
        "{HEADERS}\
         {client},Harbor Loft Trust,,Accepted,{later},{sent},,,,,,,,\n\
         {client},Harbor Loft,Space,Sent,{sent},,,,,,,,,\n\
         {client},Nobody Ever,Space,Sent,{sent},,,,,,,,,\n\
         {client},Harbor Loft Trust,,Aceptado,{sent},{later},,,,,,,,\n\
         {client},Harbor Loft Trust,,Sent,45213,,,,,,,,,\n\
         {client},Harbor Loft Trust,,Sent,{ahead},,,,,,,,,\n\
         {client},Harbor Loft Trust,,Accepted,{sent},{later},{later},,,,,,,\n\
         {client},Harbor Loft Trust,,Completed,,,,,,{later},,Yes,,\n\
         {client},Harbor Loft Trust,,Completed,{sent},,,,,{later},,Yes,,\n\
         {client},Harbor Loft Trust,,Closed,{sent},{sent},,,,{later},,,,\n\
         Twin Works,Harbor Loft Trust,Karaoke,Sent,{sent},,,,,,,,,\n"
    );
    let page = shown(&mut max, "referrals", &file).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    for words in [
        "Line 2, column \"Date accepted\": It cannot be that it was accepted on".to_owned(),
        "Line 3, column \"Referred to\": No partner of this program is called “Harbor Loft”. Is it Harbor Loft Fund, or Harbor Loft Trust?"
            .to_owned(),
        "Line 4, column \"Referred to\": No partner of this program is called “Nobody Ever”. List it in the directory".to_owned(),
        "Line 5, column \"Status\": Write where the referral stands: Draft,".to_owned(),
        "You typed “Aceptado”".to_owned(),
        "Line 6, column \"Date sent\": Write a date such as".to_owned(),
        format!("Line 7, column \"Date sent\": {ahead} lies ahead"),
        "Line 8, column \"Date declined\": The partner cannot have said yes".to_owned(),
        "Line 9, column \"Date sent\": Write the day on which it was sent".to_owned(),
        "Line 10, column \"Date accepted\": This says “Completed”, and not when the partner said yes".to_owned(),
        "Line 11, column \"Status\": This says that it is over, and not how".to_owned(),
        "Line 12, column \"Client\": 2 clients are called “Twin Works”".to_owned(),
        "Line 12, column \"Kind\": Write a kind of referral: Business services".to_owned(),
    ] {
        assert!(page.says(&words), "{words}: {}", page.text());
    }
    assert_eq!(number(&app, "SELECT count(*) FROM referral").await, 0);
    let form = page.form_with("Download only the rows to fix");
    let fields = form.filled("Download only the rows to fix", &[]);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let rows = max.post("/imports/refused", &fields).await;
    assert_eq!(rows.text().lines().count(), 12, "{}", rows.text());
}

#[tokio::test]
async fn a_later_file_goes_on_from_an_earlier_one_and_both_are_taken_back() {
    let app = with_partners().await;
    let mut max = app.person("Max").await;
    let (sent, answered, begun, ended) = (day(&app, 100), day(&app, 95), day(&app, 90), day(&app, 10));
    let client = "Okafor Metal Finishing";
    let first = format!(
        "{HEADERS}\
         {client},Harbor Loft Trust,,Accepted,{sent},{answered},,,,,,,,\n\
         {client},Harbor Loft Fund,,Sent,{sent},,,,,,,,,\n\
         {client},Harbor Loft Fund,,Sent,{sent},,,,,,,,,\n"
    );
    let page = shown(&mut max, "referrals", &first).await;
    for (words, count) in [("New", 2), ("Rows that stand in the file twice, taken once", 1)] {
        assert!(page.text().contains(&format!("<dt>{words}</dt><dd class=\"num\">{count}</dd>")), "{words} {}", page.text());
    }
    let first_record = brought(&mut max, &first).await;
    // The same, one further, one otherwise than it stands here.
    let second = format!(
        "{HEADERS}\
         {client},Harbor Loft Trust,,Completed,{sent},{answered},,,{begun},{ended},,Yes,,\n\
         {client},Harbor Loft Fund,,Sent,{sent},,,,,,,,,\n"
    );
    let page = shown(&mut max, "referrals", &second).await;
    for (words, count) in [("New", 0), ("Here already, left as they are", 1), ("Here already, and the file tells more", 1)] {
        assert!(page.text().contains(&format!("<dt>{words}</dt><dd class=\"num\">{count}</dd>")), "{words} {}", page.text());
    }
    let second_record = brought(&mut max, &second).await;
    assert_eq!(text(&app, STORIES).await, "completed: create send accept start complete\nrequested: create send");
    let third = format!("{HEADERS}{client},Harbor Loft Trust,,Denied,{sent},,{begun},,,,,,,\n");
    let record = brought(&mut max, &third).await;
    assert!(record.says("tell another story"), "{}", record.text());
    assert_eq!(number(&app, "SELECT count(*) FROM referral_event").await, 7);

    // The earlier file cannot go where the later one goes on from it.
    let kept = max.press(&first_record, "Undo import", &[]).await;
    assert!(kept.says("1 of them are gone again") && kept.says("1 were changed, filed or built on since and stay"), "{}", kept.text());
    assert_eq!(text(&app, STORIES).await, "completed: create send accept start complete");
    let undone = max.press(&second_record, "Undo import", &[]).await;
    assert!(undone.says("1 of them are gone again"), "{}", undone.text());
    assert_eq!(text(&app, STORIES).await, "accepted: create send accept");
    assert_eq!(number(&app, "SELECT count(*) FROM referral WHERE ended_at IS NULL AND outcome_code IS NULL").await, 1);
    assert_eq!(app.audited("import.undone").await, 2);
}

#[tokio::test]
async fn what_somebody_worked_on_since_stays_and_nothing_else_is_ever_deleted() {
    let app = with_partners().await;
    let mut max = app.person("Max").await;
    let sent = day(&app, 50);
    let file = format!("{HEADERS}Okafor Metal Finishing,Harbor Loft Trust,,Sent,{sent},,,,,,,,,\n");
    let record = brought(&mut max, &file).await;
    let refused = app.db.write(Actor::system(), |tx| Ok(tx.execute("DELETE FROM referral_event", [])?)).await;
    assert!(refused.is_err(), "events of an import that stands are kept");
    let mut ada = app.person("Ada").await;
    let open = address_of(&app, "requested").await;
    let page = ada.open(&open).await;
    let stopped = ada.press(&page, "Save: Stop this referral", &[("reason", "wrong_partner")]).await;
    assert!(stopped.status != StatusCode::UNPROCESSABLE_ENTITY, "{}", stopped.text());
    let kept = max.press(&record, "Undo import", &[]).await;
    assert!(kept.says("0 of them are gone again") && kept.says("1 were changed"), "{}", kept.text());
    assert_eq!(text(&app, STORIES).await, "cancelled: create send recall");
    // What somebody wrote here goes on here, and not by a file.
    let later = format!("{HEADERS}Okafor Metal Finishing,Harbor Loft Trust,,Accepted,{sent},{},,,,,,,,\n", day(&app, 40));
    let record = brought(&mut max, &later).await;
    assert!(record.says("somebody has worked on it here since"), "{}", record.text());
    assert_eq!(text(&app, STORIES).await, "cancelled: create send recall");
}

#[tokio::test]
async fn a_partner_sees_nothing_of_what_a_file_told() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    let mut max = app.person("Max").await;
    let page = shown(&mut max, "clients", "Business name,ZIP\nOkafor Metal Finishing,11211\n").await;
    imported(&mut max, &page, "Import 1 rows", &[]).await;
    let file = format!(
        "Client,Partner,Kind,Need,Status,Sent on\nOkafor Metal Finishing,Harbor Loft Trust,Space,A plating hall with drains,Sent,{}\n",
        day(&app, 30)
    );
    brought(&mut max, &file).await;
    let ended = "Client,Partner,Kind,Status,Sent on,Declined on\nOkafor Metal Finishing,Harbor Loft Trust,Space,Declined,".to_owned()
        + &format!("{},{}\n", day(&app, 60), day(&app, 50));
    brought(&mut max, &ended).await;
    let today = app.db.clock().today();
    let listed = app.db.read(move |conn| {
        let partner: i64 = conn.query_row("SELECT partner_id FROM referral WHERE status = 'rejected'", [], |row| row.get(0))?;
        fairfloor::partner_desk::queries::team::counts(conn, partner, None, today)
    });
    assert_eq!(listed.await.unwrap(), [1, 1, 0], "only what was sent from here");
    let imported = address_of(&app, "requested").await;
    let mut sal = app.nobody();
    let landing = sal.open(&referred.partner_link).await;
    let page = sal.press(&landing, "Open the request", &[("name", "Sal Silva")]).await;
    assert!(page.says("3,000 square feet"), "{}", page.text());
    let own = format!("/referrals/{}", referred.referral);
    let hidden = if imported == own {
        text(&app, "SELECT public_id FROM referral ORDER BY id DESC LIMIT 1").await
    } else {
        imported.trim_start_matches("/referrals/").to_owned()
    };
    for path in ["/p/mine", &format!("/p/r/{hidden}"), &format!("/p/r/{hidden}/messages")] {
        let seen = sal.open(path).await;
        for word in ["Okafor", "plating hall"] {
            assert!(!seen.says(word), "{path}: {}", seen.text());
        }
    }
}

#[tokio::test]
async fn the_command_line_brings_referrals_in_and_lets_one_day_stand_for_another_where_that_is_said() {
    let app = with_partners().await;
    let folder = tempfile::tempdir().unwrap();
    let key = app.alpha.key;
    let name = app.db.read(move |conn| fairfloor::programs::queries::find(conn, key)).await.unwrap().name;
    let file = folder.path().join("referrals.csv");
    let command = |map: &[(&str, &str)]| import::Command {
        kind: "referrals".to_owned(),
        file: file.clone(),
        program: Some(name.clone()),
        map: map.iter().map(|(field, header)| ((*field).to_owned(), (*header).to_owned())).collect(),
        preset: None,
        decide: Vec::new(),
        dry_run: false,
    };
    let row = format!(
        "Client,Partner,Status,Sent on,Closed on,Outcome\nOkafor Metal Finishing,Harbor Loft Trust,Done,{},{},Yes\n",
        day(&app, 90),
        day(&app, 60)
    );
    std::fs::write(&file, row).unwrap();
    let refused = import::command(&app.db, command(&[]), &mut |_, _| {}).await.unwrap_err().to_string();
    assert!(refused.contains("not when the partner said yes"), "{refused}");
    let done = import::command(&app.db, command(&[("accepted_on", "Closed on")]), &mut |_, _| {}).await.unwrap();
    assert!(done.contains("1 new, 0 here already"), "{done}");
    assert_eq!(text(&app, STORIES).await, "completed: create send accept complete");
}
