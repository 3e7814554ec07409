//! The required tables of funders other than the SBA, each against an example worked by hand: CDBG, SSBCI, MEP, a logic model, an own table.

use super::filings::make;
use crate::house::{PASSWORD, Page, Person, TestApp};
use axum::http::StatusCode;
use fairfloor::firewall::{Reply, filings_of, keep, told_now};
use fairfloor::i18n::Language;
use fairfloor::store::{Actor, Object};
use fairfloor::values::{Basis, Question, ServiceId};

/// Two clients of Alpha: Rosa's, open since 2024 with four workers, and Bill's, of which little is known. Hours: one with Rosa on taxes, half
/// an hour on technology, and twenty minutes with Bill on legal matters.
async fn two_clients(app: &TestApp) {
    let (program, account) = (app.alpha.key, app.account("Ada").0);
    let (rosa, bill, owner) = (app.alpha.client_key, app.beta.client_key, app.alpha.owner_key);
    let set = app.db.write(Actor::system(), move |tx| {
        tx.execute("INSERT INTO enrollment (business_id, program_id, from_on) VALUES (?1, ?2, '2025-01-01')", [bill, program])?;
        tx.execute("UPDATE business SET started_on = '2024-06-01', naics = '315250', postal_code = '11231' WHERE id = ?1", [rosa])?;
        tx.execute("UPDATE business SET started_on = NULL, naics = NULL, postal_code = NULL WHERE id = ?1", [bill])?;
        tx.execute("UPDATE person SET email = 'rosa@example.com' WHERE id = ?1", [owner])?;
        let sql = "
            INSERT INTO job_snapshot (business_id, on_day, workers, basis, recorded_at, public_id, program_id, account_id)
            VALUES (?1, '2025-01-10', 4, 'told_to_advisor', 1, '5123456789abcdefghjkmnpqrs', ?2, ?3)";
        tx.execute(sql, [rosa, program, account])?;
        let snapshot = tx.last_insert_rowid();
        let sql = "
            INSERT INTO job_position (public_id, snapshot_id, title, heads, term, weekly_minutes, created_at)
            VALUES (?1, ?2, 'Sewing', ?3, ?4, ?5, 1)";
        tx.execute(sql, rusqlite::params!["6123456789abcdefghjkmnpqrs", snapshot, 3, "full", None::<i64>])?;
        tx.execute(sql, rusqlite::params!["7123456789abcdefghjkmnpqrs", snapshot, 1, "part", 600])?;
        tx.audit("test.set", Object::none())
    });
    set.await.unwrap();
    serve(app, rosa, "2025-02-03", "tax", 60).await;
    serve(app, rosa, "2025-03-03", "technology", 30).await;
    serve(app, bill, "2025-02-10", "legal", 20).await;
}

async fn serve(app: &TestApp, business: i64, day: &'static str, topic: &'static str, minutes: i64) {
    let (program, account) = (app.alpha.key, app.account("Ada").0);
    let served = app.db.write(Actor::system(), move |tx| {
        let id: ServiceId = tx.fresh_id()?;
        let sql = "
            INSERT INTO service (public_id, program_id, business_id, account_id, served_on, kind, channel, minutes, session_type, topic, created_at)
            VALUES (?1, ?2, ?3, ?4, ?5, 'coaching', 'phone', ?6, 'telephone', ?7, 1)";
        tx.execute(sql, rusqlite::params![id, program, business, account, day, minutes, topic])?;
        tx.audit("test.served", Object::none())
    });
    served.await.unwrap();
}

async fn answer(app: &TestApp, person: i64, question: Question, codes: &'static [&'static str]) {
    let kept = app.db.write(Actor::system(), move |tx| {
        let reply = match codes {
            [] => Reply::declined(),
            codes => Reply::answered(codes.iter().map(ToString::to_string).collect(), String::new()),
        };
        keep(tx, person, question, reply, Basis::OwnWord)?;
        tx.audit("self_identification.saved", Object::none())
    });
    kept.await.unwrap();
}

/// Records a filing of a form on the page.
async fn owe(app: &TestApp, stu: &mut Person, form: &str, more: &[(&str, &str)]) -> Page {
    let page = stu.open("/filings").await;
    let code = app.code("Stu").await;
    let program = app.alpha.id.to_string();
    let mut typed = vec![
        ("program", program.as_str()),
        ("recipient", "Office of Makers"),
        ("authority", "Agreement 7"),
        ("form", form),
        ("from_on", "2025-01-01"),
        ("password", PASSWORD),
        ("code", &code),
    ];
    typed.extend_from_slice(more);
    stu.press(&page, "Record the filing", &typed).await
}

async fn notice(app: &TestApp) -> String {
    let program = app.alpha.key;
    app.db.read(move |conn| Ok(told_now(conn, &[program])?.text(Language::english()))).await.unwrap()
}

/// How many files the people's own pages name: of Rosa, and of Bill.
async fn seen(app: &TestApp) -> (usize, usize) {
    let (rosa, bill) = (app.alpha.owner_key, app.beta.owner_key);
    app.db.read(move |conn| Ok((filings_of(conn, rosa)?.len(), filings_of(conn, bill)?.len()))).await.unwrap()
}

const CDBG: [(&str, &str); 4] = [("question", "race"), ("question", "household"), ("question", "income"), ("basis", "microenterprise")];

#[tokio::test]
async fn a_table_for_cdbg_counts_businesses_owners_income_and_households_as_a_hand_does() {
    let app = TestApp::start().await;
    app.arm(&["Stu"]).await;
    two_clients(&app).await;
    let (mut stu, mut max) = (app.person("Stu").await, app.person("Max").await);
    let refused = owe(&app, &mut stu, "cdbg", &[("question", "race")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        refused.says("tick them: household size, household income") && refused.says("Say on what the benefit rests"),
        "{}",
        refused.text()
    );
    let page = owe(&app, &mut stu, "cdbg", &CDBG).await;
    assert!(page.says("does not ask yet for household size, household income"), "{}", page.text());
    assert!(page.says("Microenterprises whose owners have low or moderate income"), "{}", page.text());
    let told = notice(&app).await;
    assert!(
        told.contains("race and ethnicity, household size, and household income") || told.contains("household size and household income"),
        "{told}"
    );
    let (rosa, bill) = (app.alpha.owner_key, app.beta.owner_key);
    answer(&app, rosa, Question::Race, &["BLACK", "HISP"]).await;
    answer(&app, rosa, Question::Household, &["3"]).await;
    answer(&app, rosa, Question::Income, &["LOW"]).await;
    answer(&app, bill, Question::Race, &["MENA"]).await;
    answer(&app, bill, Question::Income, &[]).await;
    // What is counted behind the wall stands on no page.
    let check = max.open(&format!("{}?first=2025-01-01&last=2025-03-31", page.path.replace("/filings/", "/checks/"))).await;
    assert!(check.says("counted when the file is made") && check.says("1.83"), "{}", check.text());
    let file = make(&app, &mut stu, &page, "2025-01-01", "2025-03-31").await;
    let table = file.text();
    let want = [
        "section,line,value",
        "Program,Basis of low- and moderate-income benefit,Microenterprises whose owners have low or moderate income",
        "Businesses,Businesses assisted,2",
        "Businesses,New: open for a year or less when last assisted,1",
        "Businesses,Existing: open for longer,0",
        "Businesses,When they opened is not known,1",
        "Businesses,\"Microenterprises: five or fewer people work there, owners included\",1",
        "Businesses,More than five people work there,0",
        "Businesses,How many people work there is not known,1",
        "Work,Hours with clients,1.83",
        "Money,Dollars awarded to clients,0.00",
        "Jobs,Jobs created,0",
        "Jobs,Jobs kept,0",
        "Owners of assisted businesses,All,2",
        "Race,Black or African American,1",
        "Race,\"Black or African American, of them Hispanic or Latino\",1",
        "Race,White,0",
        "Race,No race of HUD's list chosen,1",
        "Race,\"No race of HUD's list chosen, of them Hispanic or Latino\",0",
        "Race,Prefers not to answer,0",
        "Household income,Extremely low: up to 30 percent of the median,0",
        "Household income,Low: up to 50 percent,1",
        "Household income,Above moderate,0",
        "Household income,Prefers not to answer,1",
        "Household income,Low and moderate in all,1",
        "Household size,3 people,1",
        "Household size,8 people or more,0",
        "Household size,Not asked under a notice that names this recipient,1",
    ];
    for line in want {
        assert!(table.lines().any(|written| written == line), "{line} in {table}");
    }
    assert_eq!(table.lines().count(), 1 + 12 + 1 + 25 + 7 + 1 + 11, "{table}");
    assert_eq!(seen(&app).await, (1, 1));
    // Frozen with its digest; what drifts is named by its line.
    serve(&app, app.alpha.client_key, "2025-03-20", "tax", 10).await;
    let page = stu.open(&page.path).await;
    assert!(page.says("What changed since"), "{}", page.text());
    let made = page.between("/files/", "\"");
    let drift = stu.open(&format!("{}/files/{made}", page.path)).await;
    assert!(drift.says("Work: Hours with clients") && !drift.says("Race"), "{}", drift.text());
    let code = app.code("Stu").await;
    let changes = stu.press(&page, "Take a copy", &[("sheet", "changes"), ("password", PASSWORD), ("code", &code)]).await;
    assert!(changes.text().contains("Middle Eastern or North African,1 chose it"), "{}", changes.text());
}

const SSBCI: [(&str, &str); 3] = [("question", "sedi"), ("provider_type", "nonprofit"), ("provider_relation", "contractor")];
const SSBCI_HEAD: &str = "Client number,ZIP code,NAICS code,Full-time equivalent employees,SEDI-owned by self-certification,\
Reason of the self-certification,Hours of legal services,Hours of accounting services,Hours of financial advisory services,\
Technical assistance provider,Organization type,Relationship to the grant";

#[tokio::test]
async fn a_client_who_did_not_certify_waits_for_the_next_file_of_ssbci_with_the_hours_of_before() {
    let app = TestApp::start().await;
    app.arm(&["Stu"]).await;
    two_clients(&app).await;
    let (mut stu, mut max) = (app.person("Stu").await, app.person("Max").await);
    assert!(owe(&app, &mut stu, "ssbci", &[("question", "sedi")]).await.says("Say what you are to the grant"));
    let page = owe(&app, &mut stu, "ssbci", &SSBCI).await;
    let filing = page.path.clone();
    assert!(notice(&app).await.contains("gets what each client answered, with a client number and ZIP code"), "{}", notice(&app).await);
    answer(&app, app.alpha.owner_key, Question::Sedi, &["RESIDENCE"]).await;
    let address = format!("{}?first=2025-01-01&last=2025-03-31", page.path.replace("/filings/", "/checks/"));
    let check = max.open(&address).await;
    for words in [
        "1 client ready, 1 client not ready",
        "What they make has no NAICS code",
        "Their ZIP code is not known",
        "Full-time equivalents are not known",
        "They have not answered the question on self-certification",
        "Technology: 0.50",
    ] {
        assert!(check.says(words), "{words}: {}", check.text());
    }
    let beta = app.beta.client.to_string();
    assert!(check.text().contains(&format!("href=\"/clients/{beta}/jobs\"")), "{}", check.text());
    let page = make(&app, &mut stu, &page, "2025-01-01", "2025-03-31").await;
    assert!(page.says("1 client is not ready"), "{}", page.text());
    let code = app.code("Stu").await;
    let typed = [("first", "2025-01-01"), ("last", "2025-03-31"), ("leaves_out", "yes"), ("password", PASSWORD), ("code", code.as_str())];
    let file = stu.press(&page, "Make the file", &typed).await;
    let lines: Vec<String> = file.text().lines().map(str::to_owned).collect();
    assert_eq!(lines[0], SSBCI_HEAD);
    let number = lines[1].split(',').next().unwrap().to_owned();
    assert_eq!(
        lines[1],
        format!("{number},11231,315250,3.25,Yes,I live in a CDFI Investment Area,0.00,1.00,0.00,Alpha,Non-profit,Contractor")
    );
    assert_eq!((lines.len(), seen(&app).await), (2, (1, 0)));
    // Bill's facts are filled in, and he says that none of the reasons fits: the next file has his hours of both quarters.
    let bill = app.beta.client_key;
    let set = app.db.write(Actor::system(), move |tx| {
        tx.execute("UPDATE business SET naics = '332710', postal_code = '07030' WHERE id = ?1", [bill])?;
        let sql = "INSERT INTO job_snapshot (business_id, on_day, workers, basis, recorded_at) VALUES (?1, '2025-04-01', 0, 'told_to_advisor', 1)";
        tx.execute(sql, [bill])?;
        tx.audit("test.set", Object::none())
    });
    set.await.unwrap();
    answer(&app, app.beta.owner_key, Question::Sedi, &["NONE"]).await;
    serve(&app, bill, "2025-04-10", "legal", 10).await;
    let page = stu.open(&filing).await;
    let second = make(&app, &mut stu, &page, "2025-04-01", "2025-06-30").await.text();
    let lines: Vec<&str> = second.lines().collect();
    assert_eq!(lines.len(), 2, "{second}");
    assert!(lines[1].ends_with(",07030,332710,0.00,No,None of the reasons,0.50,0.00,0.00,Alpha,Non-profit,Contractor"), "{second}");
    // The third has him for its own days alone.
    serve(&app, bill, "2025-07-10", "legal", 30).await;
    let page = stu.open(&filing).await;
    let third = make(&app, &mut stu, &page, "2025-07-01", "2025-09-30").await.text();
    assert!(third.contains("None of the reasons,0.50,0.00,0.00") && third.lines().count() == 2, "{third}");
    // An earlier file still is what it was: nothing of it drifted, though the second has some of its days.
    let page = stu.open(&filing).await;
    for made in page.text().split("/files/").skip(1).filter_map(|rest| rest.split('"').next()).filter(|id| id.len() > 20) {
        let drift = stu.open(&format!("{filing}/files/{made}")).await;
        assert!(drift.says("All of it would be written as it was"), "{made}: {}", drift.text());
    }
}

#[tokio::test]
async fn a_file_for_mep_takes_no_answers_and_names_people_only_where_the_contract_asks() {
    let app = TestApp::start().await;
    app.arm(&["Stu"]).await;
    two_clients(&app).await;
    let mut stu = app.person("Stu").await;
    let refused = owe(&app, &mut stu, "mep", &[("question", "race")]).await;
    assert!(refused.says("This form has no place for what people say about themselves"), "{}", refused.text());
    let page = owe(&app, &mut stu, "mep", &[]).await;
    assert!(page.says("nothing that people say about themselves") && page.says("without names"), "{}", page.text());
    let told = notice(&app).await;
    assert!(
        told.contains("gets a row about your business, without names") && told.contains("Nothing that you answer here is in it"),
        "{told}"
    );
    let code = app.code("Stu").await;
    let typed = [("first", "2025-01-01"), ("last", "2025-03-31"), ("leaves_out", "yes"), ("password", PASSWORD), ("code", code.as_str())];
    let file = stu.press(&page, "Make the file", &typed).await.text();
    let lines: Vec<&str> = file.lines().collect();
    assert_eq!(lines[0], "Client number,ZIP code,NAICS code,Employees,Project,Hours,Sessions,First session,Last session,Closed");
    assert!(lines[1].ends_with(",11231,315250,4,Tax planning,1.00,1,2025-02-03,2025-02-03,"), "{file}");
    assert!(lines[2].ends_with(",11231,315250,4,Technology,0.50,1,2025-03-03,2025-03-03,"), "{file}");
    assert_eq!((lines.len(), seen(&app).await), (3, (1, 0)));
    let named = owe(&app, &mut stu, "mep", &[("has_names", "yes")]).await;
    assert!(
        named.says("with names") && notice(&app).await.contains("with name and contact details: what you make"),
        "{}",
        notice(&app).await
    );
    let code = app.code("Stu").await;
    let typed = [("first", "2025-01-01"), ("last", "2025-03-31"), ("leaves_out", "yes"), ("password", PASSWORD), ("code", code.as_str())];
    let file = stu.press(&named, "Make the file", &typed).await.text();
    assert!(file.starts_with("Client number,Company name,Contact,E-mail,Telephone,ZIP code") && file.contains("Rosa"), "{file}");
}

#[tokio::test]
async fn a_logic_model_begins_with_its_lines_and_an_own_table_with_none() {
    let app = TestApp::start().await;
    app.arm(&["Stu"]).await;
    two_clients(&app).await;
    let mut stu = app.person("Stu").await;
    let model = owe(&app, &mut stu, "logic_model", &[]).await;
    assert!(notice(&app).await.contains("gets a file of totals about the work of this program"), "{}", notice(&app).await);
    let file = make(&app, &mut stu, &model, "2025-01-01", "2025-03-31").await.text();
    for line in ["Inputs,Hours with clients,1.83", "Activities,Services,3", "Outputs,Clients served,2", "Outcomes,Leases signed,0"] {
        assert!(file.lines().any(|written| written == line), "{line} in {file}");
    }
    assert_eq!((file.lines().count(), seen(&app).await), (17, (0, 0)), "{file}");
    // A funder's own table, which asks for race too: its exact totals stand below the lines.
    let own = owe(&app, &mut stu, "own_table", &[("question", "race")]).await;
    assert!(own.says("The table has no line yet"), "{}", own.text());
    let typed = [("section", "What we paid for"), ("label", "Coaching, hours"), ("measure", "contact_time"), ("kind", "services.coaching")];
    let wrong =
        stu.press(&own, "Add the line", &[("section", ""), ("label", "x"), ("measure", "trainings"), ("kind", "services.coaching")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.says("has no such kind"), "{}", wrong.text());
    let with = stu.press(&own, "Add the line", &typed).await;
    assert!(with.says("Coaching, hours") && with.says("Hours with clients, coaching"), "{}", with.text());
    assert_eq!(stu.press(&own, "Add the line", &typed).await.status, StatusCode::CONFLICT, "somebody changed the table since");
    assert!(stu.press(&with, "Add the line", &typed).await.says("has a line of these words"));
    let more = [("section", "What we paid for"), ("label", "Clients"), ("measure", "clients_served"), ("kind", "")];
    let with = stu.press(&with, "Add the line", &more).await;
    answer(&app, app.alpha.owner_key, Question::Race, &["ASIAN"]).await;
    let file = make(&app, &mut stu, &with, "2025-01-01", "2025-03-31").await.text();
    for line in [
        "What we paid for,\"Coaching, hours\",1.83",
        "What we paid for,Clients,2",
        "Owners: race and ethnicity,Asian,1",
        "Owners: race and ethnicity,Not asked under a notice that names this recipient,1",
    ] {
        assert!(file.lines().any(|written| written == line), "{line} in {file}");
    }
    assert_eq!(seen(&app).await, (1, 0));
    // A line that is struck out stays in what was made, and is named there.
    let with = stu.open(&with.path).await;
    let without = stu.press(&with, "Strike out: What we paid for, Clients", &[]).await;
    assert!(!without.says("What we paid for: Clients"), "{}", without.text());
    let made = without.between("/files/", "\"");
    let drift = stu.open(&format!("{}/files/{made}", own.path)).await;
    assert!(drift.says("What we paid for: Clients") && drift.says("not there any more"), "{}", drift.text());
}

#[tokio::test]
async fn income_is_asked_in_bands_beside_the_published_limits_and_never_without_them() {
    let app = TestApp::start().await;
    let mut max = app.person("Max").await;
    let page = max.open(&format!("/programs/{}/questions", app.alpha.id)).await;
    let early = max.press(&page, "Save", &[("question", "income"), ("question", "race")]).await;
    assert!(early.says("Write down the income limits"), "{}", early.text());
    let rows = [("extremely_low", "10 20 30 40 50 60 70 80"), ("low", "11 21 31 41 51 61 71 81"), ("moderate", "12 22 32 42 52 62 72")];
    let mut typed = vec![("area", "Kings County"), ("year", "2026"), ("source", "HUD")];
    typed.extend(rows);
    let wrong = max.press(&page, "Save the limits", &typed).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.says("7 were found") && wrong.text().contains("Kings County"), "{}", wrong.text());
    let mixed = [("moderate", "1 2 3 4 5 6 7 8")];
    assert!(max.press(&wrong, "Save the limits", &mixed).await.says("Were the rows mixed up?"));
    let saved = max.press(&wrong, "Save the limits", &[("moderate", "12 22 32 42 52 62 72 82")]).await;
    assert!(saved.says("Saved."), "{}", saved.text());
    typed.retain(|(name, _)| *name != "moderate");
    typed.push(("moderate", "12 22 32 42 52 62 72 82"));
    let twice = max.press(&page, "Save the limits", &typed).await;
    assert_eq!(twice.status, StatusCode::CONFLICT, "somebody wrote limits since that page was drawn");
    max.press(&saved, "Save", &[("question", "race"), ("question", "income"), ("question", "household")]).await;
    let mut ada = app.person("Ada").await;
    let fields = [("key", "0123456789abcdef"), ("person", app.alpha.owner.as_str())];
    let sent = ada.post(&format!("/clients/{}/self-identification-links", app.alpha.client), &fields).await;
    let address = sent.between("id=\"address\" readonly value=\"", "\"");
    let path = address.split_once("fairfloor.test").unwrap().1.to_owned();
    let mut rosa = app.nobody();
    let asked = rosa.open(&format!("{path}/questions/income")).await;
    for words in ["Income limits for Kings County, 2026", "$71", "8 or more", "More than A, up to B (low)", "I prefer not to answer"] {
        assert!(asked.says(words), "{words}: {}", asked.text());
    }
    let next = rosa.press(&asked, "Save my answer", &[("income", "LOW")]).await;
    assert_eq!(next.status, StatusCode::OK, "{}", next.text());
    assert!(!rosa.open(&format!("{path}/saved")).await.text().contains("(low)"), "what was answered stands on no page that staff can open");
    // Reports never speak of it: the question is asked for the filing alone.
    assert!(!Question::REPORTED.contains(&Question::Income) && Question::REPORTED.len() == 5);
}
