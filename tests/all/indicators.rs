//! Indicators by pressing buttons: proposed by staff and by entrepreneurs, defined, ranked, talked about, chosen by a decision, changed,
//! retired; and a line worked out by hand. Cells of a table are read without spaces.

use crate::codes::{letter, typed};
use crate::house::{Page, Person, TestApp, business};
use axum::http::StatusCode;
use fairfloor::export::records::{Asked, Form, Records, write};
use fairfloor::indicators::{Client, queries};
use fairfloor::jobs::Progress;
use fairfloor::people;
use fairfloor::safeguards::queries as safeguards;
use fairfloor::store::{Actor, Object};
use fairfloor::values::IndicatorId;

async fn count(app: &TestApp, sql: &'static str) -> i64 {
    app.db.read(move |conn| Ok(conn.query_row(sql, [], |row| row.get(0))?)).await.unwrap()
}

/// Leases signed for every 100 clients served, with a target of 50, proposed by Max.
async fn proposed(max: &mut Person) -> Page {
    let list = max.open("/indicators").await;
    let form = max.open(&list.link("Leases signed, for Alpha")).await;
    max.press(&form, "Propose it", &[("target", "50"), ("target_on", "2027-12-31")]).await
}

/// The loan committee decided about an indicator on a day; by Max.
async fn decision(app: &TestApp, max: &mut Person, about: &str, reason: &str) {
    let bodies = max.open(&format!("/programs/{}/bodies", app.alpha.id)).await;
    let body = max.open(&bodies.link("Loan committee")).await;
    let form = max.open(&body.link("Add a meeting")).await;
    let meeting = max.press(&form, "Save meeting", &[("on", "2026-11-20")]).await;
    let form = max.open(&meeting.link("Add a decision")).await;
    max.press(&form, "Save decision", &[("about", about), ("decision", "Look at leases."), ("reason", reason)]).await;
}

/// Rosa on her own pages, with a letter code alone.
async fn rosa(app: &TestApp) -> Person {
    let referred = app.refer(&app.alpha).await;
    let (reference, code) = letter(&mut app.person("Ada").await, &referred.referral).await;
    let mut rosa = app.nobody();
    let home = typed(&mut rosa, &reference, &code).await;
    assert_eq!(home.path, "/me", "{}", home.text());
    rosa
}

/// Another client of Alpha, and who speaks for it.
async fn another(app: &TestApp, name: &'static str, first: &'static str) -> Client {
    let program = app.alpha.key;
    app.db
        .write(Actor::system(), move |tx| {
            let (key, _) = people::queries::register(tx, program, None, &business(name, first))?;
            let person = people::queries::contact(tx, key, tx.today())?.unwrap().person;
            Ok(Client { program, business: key, person })
        })
        .await
        .unwrap()
}

async fn ranks(app: &TestApp, client: Client, order: Vec<IndicatorId>) {
    app.db.write(Actor::system(), move |tx| queries::rank(tx, client, &order)).await.unwrap();
}

fn id_of(page: &Page) -> IndicatorId {
    IndicatorId::parse(page.path.rsplit('/').next().unwrap()).unwrap()
}

/// Services and leases of three clients over four quarters of 2026.
async fn world(app: &TestApp) {
    let (program, client, account) = (app.alpha.key, app.alpha.client_key, app.account("Ada").0);
    let (second, third) = (another(app, "Second Shop", "Sue").await.business, another(app, "Third Shop", "Tia").await.business);
    let served = |day: &str, business: i64| {
        format!(
            "INSERT INTO service (public_id, program_id, business_id, account_id, served_on, kind, channel, minutes, created_at, session_type, topic)
             VALUES ('{day}-{business}', {program}, {business}, {account}, '{day}', 'coaching', 'phone', 30, 1, 'telephone', 'other');"
        )
    };
    let signed = |day: &str, business: i64, undone: &str| {
        format!(
            "INSERT INTO outcome (public_id, program_id, business_id, account_id, kind, happened_on, amount_after, evidence, undone_at, created_at)
             VALUES ('{day}-{business}{undone}', {program}, {business}, {account}, 'lease_signed', '{day}', 900, 'advisor_note', {undone}, 1);"
        )
    };
    // First quarter: two served, one of them twice, no lease. Second: three served, one lease. Third: nobody served, one lease. Now: one
    // served, one lease, and one that was taken back.
    let world = [
        served("2026-01-05", client),
        served("2026-02-05", client),
        served("2026-03-31", second),
        served("2026-04-01", client),
        served("2026-05-05", second),
        served("2026-06-30", third),
        signed("2026-06-30", third, "NULL"),
        signed("2026-07-01", client, "NULL"),
        served("2026-10-01", second),
        signed("2026-11-30", second, "NULL"),
        signed("2026-11-30", second, "1"),
    ]
    .concat();
    let planted = app.db.write(Actor::system(), move |tx| {
        tx.execute_batch(&world)?;
        tx.audit("test.planted", Object::none())
    });
    planted.await.unwrap();
}

#[tokio::test]
async fn a_line_is_what_a_hand_counts_and_a_period_with_nothing_to_count_against_has_no_figure() {
    let app = TestApp::start().await;
    world(&app).await;
    let page = proposed(&mut app.person("Max").await).await;
    for row in [
        "Outcomes (Lease signed) per 100 clients served, each quarter.",
        "Quarter 4, 2026 not over yet11100Reached",
        "Quarter 3, 202610None: nothing to count against",
        "Quarter 2, 20261333.33Not reached",
        "Quarter 1, 2026020Not reached",
        "Quarter 4, 202500None: nothing to count against",
    ] {
        assert!(page.says(row), "{row}: {}", page.text());
    }
    assert!(page.text().contains("<path class=\"ln\""), "two quarters in a row are a line");
}

#[tokio::test]
async fn reports_tell_what_was_chosen_and_their_files_hold_the_same() {
    let app = TestApp::start().await;
    let mut max = app.person("Max").await;
    world(&app).await;
    let page = proposed(&mut max).await;
    let form = max.open(&format!("{}/definition", page.path)).await;
    let survey = [("baseline", "12.5"), ("baseline_source", "Survey of the zones"), ("baseline_year", "2023")];
    max.press(&form, "Save how it is counted", &survey).await;
    assert!(!max.open("/reports/operations").await.says("What the community chose"), "a proposal is in no report");
    decision(&app, &mut max, "indicator", "Who has a lease can plan.").await;
    let page = max.open(&page.path).await;
    max.press(&page, "It was chosen", &[]).await;
    let report = max.open("/reports/operations").await;
    for words in [
        "What the community chose to look at",
        "Outcomes (Lease signed) per 100 clients served, each quarter",
        "Who benefitsQuarter 3, 2026none: nothing to count against33.3350 by December 31, 202712.5 in 2023. Survey of the zonesLoan committee, November 20, 2026",
        "exact, and the same for every reader",
    ] {
        assert!(report.says(words), "{words}: {}", report.text().split_once("<main").unwrap().1);
    }
    let file = max.open("/reports/operations.csv?from=2026-01-01&to=2026-12-01").await.text();
    let row = file.lines().find(|line| line.contains("indicators.indicator-1.before")).unwrap_or_else(|| panic!("{file}"));
    assert!(row.contains("33.330000"), "{row}");
    let earlier = max.open("/reports/operations?from=2026-01-01&to=2026-11-19").await;
    assert!(!earlier.says("What the community chose"), "nothing was chosen then");
}

#[tokio::test]
async fn a_file_has_a_row_for_each_period_that_is_over_and_no_word_of_a_client() {
    let app = TestApp::start().await;
    let mut max = app.person("Max").await;
    world(&app).await;
    proposed(&mut max).await;
    let rosa = Client { program: app.alpha.key, business: app.alpha.client_key, person: app.alpha.owner_key };
    let hers = app.db.write(Actor::system(), move |tx| queries::propose_as(tx, rosa, "Count what my shop pays.", true));
    hers.await.unwrap();
    let (programs, today) = (vec![app.alpha.key], app.db.clock().today());
    let written = app.db.read(move |conn| {
        let mut file = Vec::new();
        let asked = Asked { kind: Records::Indicators, form: Form::Csv, programs, from: None, to: None, set: None, today };
        let rows = write(conn, &asked, &mut file, &Progress::default())?.rows;
        Ok((rows, String::from_utf8(file).unwrap()))
    });
    let (rows, file) = written.await.unwrap();
    assert_eq!(rows, 8, "two years of quarters without the one that runs: {file}");
    let second = file.lines().find(|line| line.contains(",\"Quarter 2, 2026\",")).unwrap_or_else(|| panic!("{file}"));
    assert!(second.contains("outcomes,lease_signed,,,clients_served,,,,Each quarter,More is better,,,,50,2027-12-31,,,no,"), "{second}");
    assert!(second.contains("2026-04-01,2026-06-30,1,3,33.33,a number,Alpha,"), "{second}");
    let third = file.lines().find(|line| line.contains(",\"Quarter 3, 2026\",")).unwrap();
    assert!(third.contains("2026-07-01,2026-09-30,1,0,,a number,"), "{third}");
    assert!(!file.contains("my shop") && !file.contains("Rosa"), "{file}");
}

#[tokio::test]
async fn an_indicator_is_chosen_by_a_decision_that_says_why_and_a_change_asks_for_another() {
    let app = TestApp::start().await;
    let mut max = app.person("Max").await;
    assert!(max.open("/indicators").await.says("No indicator yet"));
    let form = max.open("/indicators/new?start=leases").await;
    let wrong = max.press(&form, "Propose it", &[("target", "50"), ("numerator_kind", "services.coaching")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.says("has no such kind") && wrong.says("Write a date such as"), "{}", wrong.text());
    assert_eq!(wrong.form_with("Propose it").value("target"), Some("50"), "what was typed stays");
    let right = [("target_on", "2027-12-31"), ("numerator_kind", "outcomes.lease_signed")];
    let page = max.press(&wrong, "Propose it", &right).await;
    max.press(&wrong, "Propose it", &right).await;
    assert_eq!(count(&app, "SELECT count(*) FROM indicator").await, 1, "a double click is one proposal");
    assert!(page.says("No body has decided about it yet") && page.says("write down the decision first"), "{}", page.text());
    // About something else, without a reason, of another program: none of them chooses it.
    decision(&app, &mut max, "awards", "They asked first").await;
    decision(&app, &mut max, "indicator", "").await;
    assert!(max.open(&page.path).await.says("write down the decision first"));
    let none = [("key", "0123456789abcdef"), ("version", "2"), ("decision", ""), ("verdict", "chosen")];
    let refused = max.post(&format!("{}/decisions", page.path), &none).await;
    assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.says("Choose the decision"), "{}", refused.text());
    let about = "SELECT public_id FROM body_decision WHERE about = 'awards'";
    let other: String = app.db.read(move |conn| Ok(conn.query_row(about, [], |row| row.get(0))?)).await.unwrap();
    let wrong = [("key", "0123456789abcdeg"), ("version", "2"), ("decision", other.as_str()), ("verdict", "chosen")];
    let refused = max.post(&format!("{}/decisions", page.path), &wrong).await;
    assert!(refused.says("Choose a decision about indicators of this program that says why"), "{}", refused.text());
    decision(&app, &mut max, "indicator", "Who has a lease can plan.").await;
    let page = max.open(&page.path).await;
    let chosen = max.press(&page, "It was chosen", &[]).await;
    assert!(chosen.says("Chosen by Loan committee, November 20") && chosen.says("Who has a lease can plan."), "{}", chosen.text());
    assert_eq!(app.audited("indicator.chosen").await, 1);
    max.press(&page, "It was chosen", &[]).await;
    assert_eq!(app.audited("indicator.chosen").await, 1, "a double click is one decision");
    assert!(max.open("/indicators").await.says("Quarter 3, 2026: nothing to count against. Target: 50 by December 31, 2027"));
    // The name may change; what is counted may not without another decision.
    let form = max.open(&format!("{}/definition", page.path)).await;
    let renamed = max.press(&form, "Save how it is counted", &[("name", "Leases"), ("shareable", "yes")]).await;
    assert!(renamed.says("Chosen by Loan committee") && !renamed.says("waits for another decision"), "{}", renamed.text());
    let mut late = form.clone();
    late.body = form.text().replace(form.form_with("Save how it is counted").value("key").unwrap(), "fedcba9876543210").into_bytes();
    let stale = max.press(&late, "Save how it is counted", &[("name", "Third")]).await;
    assert!(stale.status == StatusCode::CONFLICT && stale.says("This was changed since you opened it"), "{}", stale.text());
    assert_eq!(stale.form_with("Save how it is counted").value("name"), Some("Third"), "what was typed stays");
    let form = max.open(&format!("{}/definition", page.path)).await;
    let changed = max.press(&form, "Save how it is counted", &[("target", "60")]).await;
    assert!(changed.says("it waits for another decision") && changed.says("Proposed"), "{}", changed.text());
    assert!(changed.says("write down the decision first"), "the decision that chose it before chooses nothing new: {}", changed.text());
    let empty = max.press(&changed, "Stop looking at it", &[]).await;
    assert!(empty.status == StatusCode::UNPROCESSABLE_ENTITY && empty.says("Say why nobody looks at it any more"), "{}", empty.text());
    let retired = max.press(&empty, "Stop looking at it", &[("words", "We count rents instead.")]).await;
    assert!(retired.says("Nobody looks at it any more since December 1. Why: We count rents instead."), "{}", retired.text());
    assert!(!retired.says("Say it") && !retired.says("Change how it is counted"));
}

#[tokio::test]
async fn a_proposal_of_staff_is_taken_back_until_a_body_decides_and_one_of_a_client_is_not() {
    let app = TestApp::start().await;
    let mut max = app.person("Max").await;
    let page = proposed(&mut max).await;
    let list = max.press(&page, "Take this proposal back", &[]).await;
    assert!(list.says("No indicator yet"), "{}", list.text());
    assert!(max.open(&page.path).await.says("This proposal was taken back."));
    let mut rosa = rosa(&app).await;
    let own = rosa.open("/me/indicators").await;
    rosa.press(&own, "Propose it", &[("words", "Who gets a lease?")]).await;
    let list = max.open("/indicators").await;
    let hers = max.open(&list.link("Who gets a lease?")).await;
    assert!(!hers.says("Take this proposal back"), "{}", hers.text());
    let posted = max.post(&format!("{}/undoing", hers.path), &[("version", "1")]).await;
    assert!(posted.says("Only the client can take it back"), "{}", posted.text());
}

#[tokio::test]
async fn only_a_manager_of_the_program_defines_and_only_its_staff_reads() {
    let app = TestApp::start().await;
    let page = proposed(&mut app.person("Max").await).await;
    let mut ada = app.person("Ada").await;
    let read = ada.open(&page.path).await;
    assert!(read.says("Leases signed") && !read.says("Take this proposal back") && !read.says("By which decision"), "{}", read.text());
    assert_eq!(ada.look(&format!("{}/definition", page.path)).await.status, StatusCode::FORBIDDEN);
    assert_eq!(ada.look("/indicators/new").await.status, StatusCode::FORBIDDEN);
    for name in ["Bea", "Mia"] {
        let mut other = app.person(name).await;
        assert_eq!(other.look(&page.path).await.status, StatusCode::NOT_FOUND, "another program's looks like none");
        assert!(!other.open("/indicators").await.says("Leases signed per"));
    }
    let beta = app.beta.key.to_string();
    assert_eq!(app.person("Max").await.look(&format!("/indicators/new?program={beta}")).await.status, StatusCode::NOT_FOUND);
    let bill = Client { program: app.beta.key, business: app.beta.client_key, person: app.beta.owner_key };
    let (alphas, client) = (id_of(&page), bill);
    let refused = app.db.write(Actor::system(), move |tx| queries::rank(tx, client, &[alphas])).await;
    assert!(refused.is_err(), "another program's proposal is ranked by nobody");
    let said = ada.press(&read, "Say it", &[("words", "Three of mine signed this fall.")]).await;
    assert!(said.says("Ada, staff") && said.says("Three of mine signed this fall."), "{}", said.text());
    let gone = app.person("Max").await.press(&said, "Take back what was said on December 1", &[]).await;
    assert!(!gone.says("Three of mine signed"), "a manager takes down what does not belong there: {}", gone.text());
    assert_eq!(count(&app, "SELECT count(*) FROM indicator_comment WHERE words IS NOT NULL").await, 0, "and its words are gone");
}

#[tokio::test]
async fn staff_are_warned_of_words_that_are_never_kept() {
    let app = TestApp::start().await;
    let mut max = app.person("Max").await;
    let page = proposed(&mut max).await;
    let warned = max.press(&page, "Say it", &[("words", "She waits for her green card.")]).await;
    assert!(warned.status == StatusCode::UNPROCESSABLE_ENTITY && warned.says("green card"), "{}", warned.text());
    assert_eq!(count(&app, "SELECT count(*) FROM indicator_comment").await, 0);
    let refused = max.press(&page, "Say it", &[("words", "Her number is 123-45-6789.")]).await;
    assert!(refused.says("never kept here"), "{}", refused.text());
    assert_eq!(count(&app, "SELECT count(*) FROM indicator_comment").await, 0);
}

#[tokio::test]
async fn an_entrepreneur_proposes_in_her_own_words_and_is_named_only_by_her_wish() {
    let app = TestApp::start().await;
    let (mut max, mut rosa) = (app.person("Max").await, rosa(&app).await);
    let own = rosa.open("/me/indicators").await;
    assert!(own.says("Nothing is proposed yet"), "{}", own.text());
    let empty = rosa.press(&own, "Propose it", &[("words", " ")]).await;
    assert!(empty.status == StatusCode::UNPROCESSABLE_ENTITY && empty.says("Write your words first"), "{}", empty.text());
    let number = rosa.press(&own, "Propose it", &[("words", "Count 123-45-6789")]).await;
    assert!(number.says("never kept here") && number.says("Count 123-45-6789"), "{}", number.text());
    let words = [("words", "Who gets a lease, and for how long?")];
    let listed = rosa.press(&own, "Propose it", &words).await;
    rosa.press(&own, "Propose it", &words).await;
    assert_eq!(count(&app, "SELECT count(*) FROM indicator").await, 1, "a double click is one proposal");
    let list = max.open("/indicators").await;
    let hers = max.open(&list.link("Who gets a lease, and for how long?")).await;
    assert!(
        hers.says("A client, December 1") && !hers.says("Rosa") && hers.says("Nobody has said yet how it is counted"),
        "{}",
        hers.text()
    );
    let posted = [("key", "0123456789abcdef"), ("version", "1"), ("decision", "0123456789abcdefghjkmnpqrs"), ("verdict", "chosen")];
    let refused = max.post(&format!("{}/decisions", hers.path), &posted).await;
    assert!(refused.says("Say first how it is counted"), "{}", refused.text());
    let form = max.open(&hers.link("Say how it is counted")).await;
    let leases = [
        ("name", "Leases signed"),
        ("question", "benefits"),
        ("numerator", "outcomes"),
        ("numerator_kind", "outcomes.lease_signed"),
        ("denominator", "clients_served"),
        ("per", "quarter"),
    ];
    let defined = max.press(&form, "Save how it is counted", &leases).await;
    assert!(defined.says("In their wordsWho gets a lease, and for how long?"), "both stand side by side: {}", defined.text());
    // Rosa reads it, says something, once with her name and once without.
    let one = rosa.open(&listed.link("Who gets a lease, and for how long?")).await;
    assert!(one.says("What came of it (Lease signed) for every 100 of this: Businesses served, each quarter."), "{}", one.text());
    let said = rosa.press(&one, "Say it", &[("words", "Mine ends in May.")]).await;
    assert!(said.says("You · December 1"), "{}", said.text());
    rosa.press(&said, "Say it", &[("words", "I can show my lease."), ("named", "yes")]).await;
    let read = max.open(&hers.path).await;
    assert!(read.says("A client") && read.says("Mine ends in May.") && read.says("Rosa Doe, a client"), "{}", read.text());
    let said = rosa.open(&one.path).await;
    let gone = rosa.press(&said, "Take it back", &[]).await;
    assert!(!gone.says("I can show my lease.") && gone.says("Mine ends in May."), "{}", gone.text());
    assert!(!max.open(&hers.path).await.says("Rosa"));
    // Taken back, her words are gone; what the manager made of them is the program's.
    let list = rosa.press(&gone, "Take my proposal back", &[]).await;
    assert!(list.says("Leases signed"), "{}", list.text());
    let kept = max.open(&hers.path).await;
    assert!(kept.says("Leases signed") && !kept.says("for how long"), "{}", kept.text());
}

#[tokio::test]
async fn each_client_counts_once_with_the_order_it_gave_last() {
    let app = TestApp::start().await;
    let (mut max, mut rosa) = (app.person("Max").await, rosa(&app).await);
    let leases = proposed(&mut max).await;
    let form = max.open("/indicators/new?start=time").await;
    let time = max.press(&form, "Propose it", &[]).await;
    let (leases, time) = (id_of(&leases), id_of(&time));
    let own = rosa.open("/me/indicators").await;
    let twice = rosa.press(&own, "Save my order", &[("first", leases.as_str()), ("second", leases.as_str())]).await;
    assert!(twice.status == StatusCode::UNPROCESSABLE_ENTITY && twice.says("You chose one proposal twice"), "{}", twice.text());
    let own = rosa.press(&own, "Save my order", &[("first", leases.as_str()), ("third", time.as_str())]).await;
    assert!(own.says("1 business ranks it"), "{}", own.text());
    let saved = own.form_with("Save my order");
    assert_eq!((saved.value("first"), saved.value("second")), (Some(leases.as_str()), Some(time.as_str())), "without a gap");
    rosa.press(&own, "Save my order", &[("first", time.as_str()), ("second", "")]).await;
    ranks(&app, another(&app, "Second Shop", "Sue").await, vec![time.clone(), leases.clone()]).await;
    let list = max.open("/indicators").await;
    assert!(list.says("2 clients rank it, 2 of them first") && list.says("1 client ranks it"), "{}", list.text());
    assert!(!list.says("Rosa") && !list.says("Alpha Metal"), "never who");
    // What a body decided about is no proposal any more; how much it mattered stays.
    decision(&app, &mut max, "indicator", "Most ranked it.").await;
    let page = max.open(&format!("/indicators/{time}")).await;
    max.press(&page, "It was not chosen", &[]).await;
    let late = rosa.press(&own, "Save my order", &[("key", "fedcba9876543210"), ("first", time.as_str()), ("second", "")]).await;
    assert!(late.says("One of these is no proposal any more"), "{}", late.text());
    let own = rosa.open("/me/indicators").await;
    rosa.press(&own, "Save my order", &[("first", leases.as_str())]).await;
    assert!(max.open(&format!("/indicators/{time}")).await.says("2 clients rank it, 2 of them first"));
}

#[tokio::test]
async fn who_reads_spanish_reads_it_in_spanish() {
    let app = TestApp::start().await;
    let (mut max, mut rosa) = (app.person("Max").await, rosa(&app).await);
    let page = proposed(&mut max).await;
    let (person, reads) = (app.alpha.owner_key, "UPDATE person SET reads = 'es' WHERE id = ?1");
    let changed = app.db.write(Actor::system(), move |tx| {
        tx.execute(reads, [person])?;
        tx.audit("test.language", Object::none())
    });
    changed.await.unwrap();
    let own = rosa.open("/me/indicators").await;
    assert!(own.says("Lo que se cuenta") && own.says("Todavía ningún negocio la ha elegido"), "{}", own.text());
    let one = rosa.open(&format!("/me/indicators/{}", id_of(&page))).await;
    assert!(one.says("por cada 100 de esto: Negocios atendidos, cada trimestre."), "{}", one.text());
    assert!(one.says("Trimestre 3 de 2026") && one.says("aún no termina") && one.says("Meta: 50 hasta el"), "{}", one.text());
    let empty = rosa.press(&one, "Decirlo", &[("words", "")]).await;
    assert!(empty.says("Escriba primero sus palabras"), "{}", empty.text());
    let long = rosa.press(&one, "Decirlo", &[("words", &"x".repeat(1_001))]).await;
    assert!(long.status == StatusCode::UNPROCESSABLE_ENTITY && !long.says("Shorten"), "{}", long.text());
}

#[tokio::test]
async fn whoever_is_deleted_leaves_no_word_and_no_name_and_the_order_of_the_business_still_counts() {
    let app = TestApp::start().await;
    let (mut max, mut rosa) = (app.person("Max").await, rosa(&app).await);
    let leases = proposed(&mut max).await;
    let own = rosa.open("/me/indicators").await;
    rosa.press(&own, "Propose it", &[("words", "Count what my shop on Canal Street pays."), ("named", "yes")]).await;
    let own = rosa.open("/me/indicators").await;
    rosa.press(&own, "Save my order", &[("first", id_of(&leases).as_str())]).await;
    let one = rosa.open(&format!("/me/indicators/{}", id_of(&leases))).await;
    rosa.press(&one, "Say it", &[("words", "Ask me about Canal Street."), ("named", "yes")]).await;
    assert!(max.open(&leases.path).await.says("Rosa Doe, a client"));
    let (folder, person, steward) = (app.folder.folder.clone(), app.alpha.owner_key, app.account("Stu").0);
    app.db.write(Actor::system(), move |tx| safeguards::erase(tx, &folder, person, steward)).await.unwrap();
    for page in [max.open("/indicators").await, max.open(&leases.path).await] {
        assert!(!page.says("Canal Street") && !page.says("Rosa") && page.says("1 client ranks it"), "{}", page.text());
    }
    assert_eq!(count(&app, "SELECT count(*) FROM indicator WHERE words IS NOT NULL OR is_named = 1").await, 0);
    assert_eq!(count(&app, "SELECT count(*) FROM indicator_comment WHERE words IS NOT NULL OR is_named = 1").await, 0);
}
