//! A required filing: named to people first, made by the steward, on the record, frozen, and seen by whom it counted.

use super::found_in;
use crate::house::{PASSWORD, Page, Person, TestApp};
use axum::http::StatusCode;
use fairfloor::firewall::{self, Reply, filings_of, keep};
use fairfloor::store::{Actor, Object, sha256};
use fairfloor::values::{Basis, Question, ServiceId};

async fn answer(app: &TestApp, person: i64, codes: &'static [&'static str], basis: Basis) {
    let kept = app.db.write(Actor::system(), move |tx| {
        keep(tx, person, Question::Race, Reply::answered(codes.iter().map(ToString::to_string).collect(), String::new()), basis)?;
        tx.audit("self_identification.saved", Object::none())
    });
    kept.await.unwrap();
}

/// Both owners get a service of Alpha in March 2025.
async fn serve(app: &TestApp) {
    let (program, account) = (app.alpha.key, app.account("Ada").0);
    let businesses = [app.alpha.client_key, app.beta.client_key];
    let served = app.db.write(Actor::system(), move |tx| {
        for business in businesses {
            let id: ServiceId = tx.fresh_id()?;
            let sql = "INSERT INTO service (public_id, program_id, business_id, account_id, served_on, kind, channel, minutes, session_type, topic, created_at) VALUES (?1, ?2, ?3, ?4, '2025-03-05', 'coaching', 'phone', 30, 'telephone', 'operations', 1)";
            tx.execute(sql, rusqlite::params![id, program, business, account])?;
        }
        tx.execute("INSERT INTO enrollment (business_id, program_id, from_on) VALUES (?1, ?2, '2025-01-01')", [businesses[1], program])?;
        tx.audit("test.served", Object::none())
    });
    served.await.unwrap();
}

pub async fn record(app: &TestApp, stu: &mut Person) -> Page {
    let page = stu.open("/filings").await;
    let code = app.code("Stu").await;
    let program = app.alpha.id.to_string();
    let typed = [
        ("program", program.as_str()),
        ("recipient", "Office of Small Makers"),
        ("authority", "Rule 13 CFR 130"),
        ("question", "race"),
        ("from_on", "2026-01-01"),
        ("password", PASSWORD),
        ("code", &code),
    ];
    stu.press(&page, "Record the filing", &typed).await
}

pub async fn make(app: &TestApp, stu: &mut Person, page: &Page, first: &str, last: &str) -> Page {
    let code = app.code("Stu").await;
    stu.press(page, "Make the file", &[("first", first), ("last", last), ("password", PASSWORD), ("code", &code)]).await
}

#[tokio::test]
async fn a_filing_counts_only_whom_it_was_named_to_and_is_frozen() {
    let app = TestApp::start().await;
    app.arm(&["Stu"]).await;
    let (rosa, bill, program) = (app.alpha.owner_key, app.beta.owner_key, app.alpha.key);
    answer(&app, rosa, &["BLACK"], Basis::OwnWord).await;
    answer(&app, bill, &["WHITE"], Basis::OwnWord).await;
    serve(&app).await;
    let mut stu = app.person("Stu").await;
    let page = record(&app, &mut stu).await;
    assert!(page.says("Office of Small Makers") && page.says("In force"), "{}", page.text());
    let facts = app.db.read(move |conn| firewall::filings(conn, program)).await.unwrap();
    assert_eq!((facts.len(), facts[0].recipient.as_str(), facts[0].questions.clone()), (1, "Office of Small Makers", vec![Question::Race]));
    // Told now, Rosa answers again; a file from elsewhere tells nobody.
    answer(&app, rosa, &["BLACK", "HISP"], Basis::OwnWord).await;
    answer(&app, bill, &["WHITE"], Basis::ReleasedBySource).await;
    let file = make(&app, &mut stu, &page, "2025-01-01", "2025-03-31").await;
    assert_eq!(file.header("content-type"), "text/csv; charset=utf-8");
    let table = file.text();
    for line in [
        "question,answer,owners",
        "Race and ethnicity,Black or African American,1",
        "Race and ethnicity,Hispanic or Latino,1",
        "Race and ethnicity,White,0",
        "Race and ethnicity,Prefers not to answer,0",
        "Race and ethnicity,Not asked under a notice that names this recipient,1",
    ] {
        assert!(table.lines().any(|written| written == line), "{line} in {table}");
    }
    assert_eq!((app.audited("filing.opened").await, app.audited("filing.made").await, app.audited("filing.handed_over").await), (1, 1, 1));
    let seen = app.db.read(move |conn| Ok((filings_of(conn, rosa)?, filings_of(conn, bill)?.len()))).await.unwrap();
    assert_eq!((seen.0.len(), seen.0[0].recipient.as_str(), seen.1), (1, "Office of Small Makers", 0));
    // Frozen: what changes later does not change it, and it is made once.
    answer(&app, rosa, &["WHITE"], Basis::OwnWord).await;
    let page = stu.open(&page.path).await;
    let digest = sha256(&file.body).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    assert!(page.says(&digest), "{}", page.text());
    assert!(make(&app, &mut stu, &page, "2025-01-01", "2025-03-31").await.says("was made already"));
    let code = app.code("Stu").await;
    let copy = stu.press(&page, "Take a copy", &[("password", PASSWORD), ("code", &code)]).await;
    assert_eq!(copy.body, file.body);
    let without = stu.press(&page, "Take a copy", &[("password", PASSWORD), ("code", "000000")]).await;
    assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(!without.says("Hispanic"));
    // The file stands in no file of the folder in plain.
    let folder = app.folder.folder.clone();
    let names = super::files(folder.path(), folder.keys());
    assert_eq!(found_in(&names), Vec::<String>::new());
    assert!(
        !names.iter().any(|file| std::fs::read(file).is_ok_and(|bytes| bytes.windows(24).any(|part| part == b"Black or African America")))
    );
}

#[tokio::test]
async fn an_ended_filing_makes_nothing_and_is_named_no_more() {
    let app = TestApp::start().await;
    app.arm(&["Stu"]).await;
    let program = app.alpha.key;
    let mut stu = app.person("Stu").await;
    let page = record(&app, &mut stu).await;
    for (first, last) in
        [("2025-03-05", "2025-03-05"), ("2025-01-01", "2025-02-28"), ("2025-03-31", "2025-03-01"), ("2025-03-01", "2199-01-01"), ("", "")]
    {
        assert_eq!(make(&app, &mut stu, &page, first, last).await.status, StatusCode::UNPROCESSABLE_ENTITY, "{first} {last}");
    }
    let code = app.code("Stu").await;
    let ended = stu.press(&page, "End this filing", &[("why", "The rule was repealed"), ("password", PASSWORD), ("code", &code)]).await;
    assert!(ended.says("Ended") && ended.says("The rule was repealed"), "{}", ended.text());
    assert!(app.db.read(move |conn| firewall::filings(conn, program)).await.unwrap().is_empty());
    let code = app.code("Stu").await;
    let late = stu
        .post(
            &format!("{}/files", page.path),
            &[("key", "0123456789abcdef"), ("first", "2025-01-01"), ("last", "2025-03-31"), ("password", PASSWORD), ("code", &code)],
        )
        .await;
    assert!(late.says("This filing was ended"), "{}", late.text());
    let rows = "SELECT count(*) FROM filing_made";
    assert_eq!(app.db.read(move |conn| Ok(conn.query_row(rows, [], |row| row.get::<_, i64>(0))?)).await.unwrap(), 0);
}

#[tokio::test]
async fn a_filing_is_recorded_by_the_steward_alone_with_everything_it_needs() {
    let app = TestApp::start().await;
    app.arm(&["Stu"]).await;
    let mut stu = app.person("Stu").await;
    let page = stu.open("/filings").await;
    let again = stu.press(&page, "Record the filing", &[("recipient", "Office of Small Makers")]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        again.says("Choose a program") && again.says("Choose at least one question") && again.text().contains("Office of Small Makers")
    );
    for name in ["Ada", "Max", "Adam", "Aud"] {
        assert_eq!(app.person(name).await.look("/filings").await.status, StatusCode::FORBIDDEN, "{name}");
    }
}
