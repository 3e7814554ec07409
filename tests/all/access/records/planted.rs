//! One of each thing, planted in a program, for the records that samples name.

use crate::house::{Program, TestApp};
use fairfloor::auth;
use fairfloor::config::Clock;
use fairfloor::filings::queries as filings;
use fairfloor::firewall::{erasure, filing, glass};
use fairfloor::import;
use fairfloor::partners::{self, NewClosure, ServiceFacts};
use fairfloor::people;
use fairfloor::referrals::deed::Who;
use fairfloor::referrals::inbound::InboundForm;
use fairfloor::referrals::queries;
use fairfloor::store::Actor;
use fairfloor::store::Tx;
use fairfloor::values::FileKind;
use fairfloor::values::Question;
use fairfloor::values::{Correctable, HelperLevel};
use fairfloor::values::{Day, ImportPresetId, Kind, Line, PartnerId};
use fairfloor::values::{FilingForm, OutreachKind};
use fairfloor::values::{ListedMeasure, ProgramStage};

/// What stands in the directory about a partner.
pub async fn partner_things(app: &TestApp, partner: &str) -> Vec<(&'static str, String)> {
    let id = PartnerId::parse(partner).unwrap();
    let things = app.db.write(Actor::system(), move |tx| {
        let key = tx.query_row("SELECT id FROM partner WHERE public_id = ?1", [id], |row| row.get(0))?;
        let partner = partners::queries::find(tx, key)?;
        let day = Day::parse("2199-01-02")?;
        let new = NewClosure { from: day, to: day, reason: Line::parse("Stock-taking", "why")? };
        let facts = ServiceFacts::named(Line::parse("Lofts", "the name")?, Kind::RealEstate);
        let things = (partners::queries::announce_closure(tx, &partner, &new)?, partners::queries::add_service(tx, &partner, &facts)?);
        let contact = partners::queries::contacts(tx, key)?.remove(0);
        Ok((things, partners::queries::give_account(tx, &partner, &contact)?))
    });
    let ((closure, offer), account) = things.await.unwrap();
    vec![("{closure}", closure.to_string()), ("{offer}", offer.to_string()), ("{partner account}", account.to_string())]
}

/// Somebody whom the partner of a referral sent to the program.
pub async fn sent_one(app: &TestApp, program: &Program, referral: &str) -> String {
    let (program, referral) = (program.key, referral.to_owned());
    let sent = app.db.write(Actor::system(), move |tx| {
        let key: i64 =
            tx.query_row("SELECT id FROM referral WHERE public_id = ?1 AND program_id = ?2", (referral, program), |row| row.get(0))?;
        let form = InboundForm {
            key: String::new(),
            person_name: "Rosa Planted".to_owned(),
            telephone: "718 555 0199".to_owned(),
            business_name: String::new(),
            kind: "workforce".to_owned(),
            need: "Two welders".to_owned(),
            agreed: Some("yes".to_owned()),
        };
        let new = form.parse().unwrap();
        queries::send_somebody(tx, &Who::partner(None, "Sal Silva"), &queries::find(tx, key)?, &new)
    });
    sent.await.unwrap().to_string()
}

/// Outreach of a program, and a client who came of it.
pub fn reach_one(tx: &Tx<'_>, advisor: i64, program: i64, business: i64) -> fairfloor::error::Result<String> {
    use fairfloor::outreach::{Facts, queries};
    let viewer = auth::queries::find_viewer(tx, advisor, Clock::machine_now().millis())?.unwrap();
    let client = people::queries::find_in(tx, business, program)?;
    let facts = Facts {
        kind: OutreachKind::Event,
        title: "Planted".to_owned(),
        on: client.enrolled_on,
        place: "Northgate".to_owned(),
        community_group: None,
        language: "en".to_owned(),
        reached: 3,
        contacts: 1,
    };
    let outreach = queries::write(tx, &viewer, program, &facts)?;
    queries::put_client(tx, &viewer, &outreach, &client)?;
    Ok(outreach.to_string())
}

/// A check of a program's own equity.
pub fn look_once(tx: &Tx<'_>, manager: i64, program: i64) -> fairfloor::error::Result<String> {
    use fairfloor::equity_checks::{Facts, queries};
    let viewer = auth::queries::find_viewer(tx, manager, Clock::machine_now().millis())?.unwrap();
    let answer = || "Planted".to_owned();
    let facts = Facts {
        stage: ProgramStage::Design,
        on: tx.today(),
        who_pays: answer(),
        who_benefits: answer(),
        who_decides: answer(),
        what_changed: None,
    };
    Ok(queries::write(tx, &viewer, program, &facts)?.to_string())
}

/// A grant of a program with a goal and something due.
pub fn grant_one(tx: &Tx<'_>, manager: i64, program: i64) -> fairfloor::error::Result<(String, String, String)> {
    use fairfloor::grants::{Aim, Facts, queries};
    let viewer = auth::queries::find_viewer(tx, manager, Clock::machine_now().millis())?.unwrap();
    let facts = Facts {
        name: "Planted".to_owned(),
        number: None,
        source: None,
        from_on: tx.today(),
        to_on: tx.today().plus_days(100),
        budget: None,
        matching: None,
        words: None,
    };
    let id = queries::write(tx, &viewer, program, &facts)?;
    let aim = Aim { measure: ListedMeasure::Services, kind: None, place: None, is_of_source: false, target: 3 };
    queries::set_goal(tx, &viewer, &id, &aim)?;
    queries::add_due(tx, &viewer, &id, "Planted", tx.today().plus_days(50))?;
    let grant = queries::find_for(tx, &viewer, &id)?;
    Ok((id.to_string(), queries::goals(tx, &grant)?[0].id.to_string(), queries::dues(tx, &grant)?[0].id.to_string()))
}

/// A file beside a training.
pub fn attach_one(tx: &Tx<'_>, advisor: i64, training: &str) -> fairfloor::error::Result<String> {
    use fairfloor::attachments::{Beside, queries};
    let viewer = auth::queries::find_viewer(tx, advisor, Clock::machine_now().millis())?.unwrap();
    let place = queries::place(tx, &viewer, Beside::Training, training)?;
    queries::put(tx, &viewer, &place, &queries::New { name: "Planted.pdf", kind: FileKind::Pdf, bytes: b"%PDF-1.7" })?;
    Ok(queries::list(tx, &place)?[0].id.to_string())
}

/// A table of living wages: each program's records have one of their own.
pub async fn wages_of(app: &TestApp) -> String {
    use fairfloor::wages::{Said, queries, read};
    let written = app.db.write(Actor::system(), |tx| {
        let said = Said { source: "A made-up institute".to_owned(), year: 2026, household: "one adult".to_owned(), url: None };
        let tables: i64 = tx.query_row("SELECT count(*) FROM living_wage_table", [], |row| row.get(0))?;
        let file = format!("county_fips,county,hourly\n01001,Autauga,{}\n", 20 + tables);
        let rows = read(file.as_bytes()).unwrap();
        queries::import(tx, &said, "wages.csv", file.as_bytes(), &rows)
    });
    written.await.unwrap().to_string()
}

/// A seat on the program's body, a meeting, and a decision.
pub fn decide_one(tx: &Tx<'_>, manager: i64, program: i64) -> fairfloor::error::Result<Vec<(&'static str, String)>> {
    use fairfloor::bodies::{DecisionFacts, MemberFacts, queries};
    let viewer = auth::queries::find_viewer(tx, manager, Clock::machine_now().millis())?.unwrap();
    let body = fairfloor::programs::queries::deciding_bodies(tx, program)?.remove(0);
    let facts = MemberFacts {
        name: Some("Nia Hall".to_owned()),
        seat: fairfloor::values::Seat::Chair,
        speaks_for: None,
        from: Day::parse("2025-01-01")?,
        to: None,
    };
    let member = queries::seat(tx, &body, &facts)?;
    let meeting = queries::meet(tx, &viewer, &body, Day::parse("2026-01-05")?, Some("Planted"))?;
    let met = queries::find_meeting(tx, &viewer, &meeting)?;
    let facts = DecisionFacts {
        about: fairfloor::values::DecisionAbout::Awards,
        decision: "Planted".to_owned(),
        reason: None,
        votes: [None; 3],
        recused: Vec::new(),
    };
    let decision = queries::decide(tx, &viewer, &met, &facts, None)?;
    Ok(vec![
        ("{body}", body.id.to_string()),
        ("{member}", member.to_string()),
        ("{meeting}", meeting.to_string()),
        ("{decision}", decision.to_string()),
    ])
}

/// A token for a system of the program, and an address of it that is told of a yes.
pub fn connect_one(tx: &Tx<'_>, manager: i64, program: i64) -> fairfloor::error::Result<(String, String)> {
    let viewer = auth::queries::find_viewer(tx, manager, Clock::machine_now().millis())?.unwrap();
    let new = fairfloor::api::NewToken {
        name: Line::parse("Nightly copy", "the name")?,
        programs: vec![program],
        scopes: vec![fairfloor::values::ApiScope::ReadClients],
        per_minute: 60,
        expires_at: tx.at().plus_days(30),
    };
    fairfloor::api::queries::tokens::make(tx, &viewer, &new)?;
    let address = fairfloor::api::hooks::Address::parse("https://systems.example/told", false)?;
    let events = vec![fairfloor::referrals::Event::Accept];
    fairfloor::api::queries::hooks::make(tx, &viewer, &fairfloor::api::hooks::NewHook { program, address, events })?;
    let newest = |sql: &str| tx.query_row(sql, [], |row| row.get(0));
    let token = newest("SELECT public_id FROM api_token ORDER BY id DESC LIMIT 1")?;
    Ok((token, newest("SELECT public_id FROM api_hook ORDER BY id DESC LIMIT 1")?))
}

/// A unit of the program's partner, and a need of its client.
pub async fn list_a_unit(app: &TestApp, program: &Program, partner: &str) -> (String, String) {
    use fairfloor::sites::{NewSite, attribute::Facts, queries};
    let (partner, client, key) = (PartnerId::parse(partner).unwrap(), program.client_key, program.key);
    app.db
        .write(Actor::system(), move |tx| {
            let partner: i64 = tx.query_row("SELECT id FROM partner WHERE public_id = ?1", [&partner], |row| row.get(0))?;
            let partner = fairfloor::partners::queries::find(tx, partner)?;
            let (_, site) = queries::add(tx, &partner, &NewSite { name: "Foundry, unit 4".to_owned(), facts: Facts::default() })?;
            let client = people::queries::find_in(tx, client, key)?;
            let words = queries::Words { note: None, told: None };
            let looking = queries::start_need(tx, &client, &Facts::default(), &words, None)?;
            Ok((site.to_string(), looking.need.id.to_string()))
        })
        .await
        .unwrap()
}

/// A reading of files that the program keeps.
pub async fn preset_of(app: &TestApp, program: &Program) -> String {
    let key = program.key;
    let kept = app.db.write(fairfloor::store::Actor::system(), move |tx| {
        let id: ImportPresetId = tx.fresh_id()?;
        tx.execute(
            "INSERT INTO import_preset (public_id, program_id, kind, name, mapping, kept_by, kept_at) VALUES (?1, ?2, 'clients', 'Bank list', '{}', 'x', 1)",
            (&id, key),
        )?;
        tx.audit("import_preset.kept", fairfloor::store::Object::none())?;
        Ok(id)
    });
    kept.await.unwrap().to_string()
}

/// A file with one client, read into the program.
pub async fn import_one(app: &TestApp, program: &Program) -> String {
    let file = app.folder.folder.path().with_extension("csv");
    std::fs::write(&file, "Business name,City\nAlpha Metal Imports,Macon\n").unwrap();
    let key = program.key;
    let name = app.db.read(move |conn| fairfloor::programs::queries::find(conn, key)).await.unwrap().name;
    let command = import::Command {
        kind: "clients".to_owned(),
        file,
        program: Some(name),
        map: Vec::new(),
        preset: None,
        decide: Vec::new(),
        dry_run: false,
    };
    import::command(&app.db, command, &mut |_, _| {}).await.unwrap();
    app.db.read(|conn| Ok(conn.query_row("SELECT public_id FROM import_run", [], |row| row.get(0))?)).await.unwrap()
}

/// A zone around the harbor, and the edition it comes from.
pub async fn draw_one(app: &TestApp) -> [(&'static str, String); 2] {
    let file = app.folder.folder.path().with_extension("geojson");
    std::fs::write(&file, crate::zones::harbor()).unwrap();
    let command = fairfloor::places::command::Command { file, ..Default::default() };
    fairfloor::places::command::command(&app.db, command).await.unwrap();
    let one = |sql: &'static str| app.db.read(move |conn| Ok(conn.query_row(sql, [], |row| row.get::<_, String>(0))?));
    [("{zone}", one("SELECT public_id FROM zone").await.unwrap()), ("{edition}", one("SELECT public_id FROM zone_edition").await.unwrap())]
}

/// A request to look at the owner's answers, a filing with its file, a hold, and a request to be deleted.
pub async fn guarded_things(app: &TestApp, program: &Program) -> Vec<(&'static str, String)> {
    let (person, business, program) = (program.owner_key, program.client_key, program.key);
    let (steward, second) = (app.account("Stu").0, app.account("Aud").0);
    let made = app.db.write(Actor::system(), move |tx| {
        tx.execute("UPDATE account SET password_hash = coalesce(password_hash, 'none') WHERE id = ?1", [second])?;
        let new = glass::NewRequest { person, business, reason: "A court asks for it".to_owned(), steward };
        let glass = glass::ask(tx, &new)?;
        let hold = erasure::hold(tx, (person, business), "A case is open.", steward)?;
        erasure::ask(tx, person, None)?;
        let asked = erasure::requests(tx)?.remove(0).id;
        let day = Day::parse("2025-01-01")?;
        let new = filing::NewFiling {
            program,
            recipient: "Office of Tests".to_owned(),
            authority: "Rule 1".to_owned(),
            questions: vec![Question::Race],
            form: FilingForm::Table,
            location: None,
            has_names: false,
            details: filing::Details::default(),
            from_on: day,
            by: steward,
        };
        let filing = filing::record(tx, &new)?;
        let permit = filing::begin(tx, &filing, filing::Days { first: day, last: Day::parse("2025-03-31")? }, steward)?;
        let filed = filing::make(tx, permit, filing::Content::Totals, false, steward)?;
        let own = filing::NewFiling { questions: Vec::new(), form: FilingForm::LogicModel, ..new };
        let table = filing::record(tx, &own)?;
        filings::begin(tx, &table, own.form)?;
        let line = filings::own(tx, filing::find(tx, &table)?.key)?.remove(0).id.unwrap();
        Ok(vec![
            ("{table}", table.to_string()),
            ("{line}", line.to_string()),
            ("{glass}", glass.to_string()),
            ("{hold}", hold.to_string()),
            ("{erasure}", asked.to_string()),
            ("{filing}", filing.to_string()),
            ("{filed}", filed.to_string()),
        ])
    });
    made.await.unwrap()
}

/// A correction that the client of a program asks for, a complaint, and a helper.
pub async fn wishes_of(app: &TestApp, program: &Program) -> [(&'static str, String); 3] {
    let (person, day) = (program.owner_key, app.db.clock().today().plus_days(5));
    let made = app.db.write(Actor::system(), move |tx| {
        let home = people::queries::own::home_of(tx, person, tx.today())?;
        let asked = people::own::Correction {
            key: 0,
            id: tx.fresh_id()?,
            person: (person, String::new()),
            business: (home.business, String::new(), String::new()),
            program: home.program.0,
            what: Correctable::Product,
            old: String::new(),
            new: "Planted".to_owned(),
            asked_at: tx.at(),
            due_on: day,
            answer: None,
        };
        people::queries::own::ask_correction(tx, &asked)?;
        fairfloor::rights::queries::complaints::file(tx, person, &home, "Nobody calls back", day)?;
        let new = auth::queries::helpers::Invited { person, name: "Nia".to_owned(), level: HelperLevel::See, until_on: day, witness: None };
        let (helper, ..) = auth::queries::helpers::invite(tx, &new)?;
        let complaint = tx.query_row("SELECT public_id FROM complaint ORDER BY id DESC LIMIT 1", [], |row| row.get(0))?;
        Ok([("{correction}", asked.id.to_string()), ("{complaint}", complaint), ("{helper}", helper.to_string())])
    });
    made.await.unwrap()
}

/// A round of the survey of workers that runs, and one whose totals were told.
pub fn ask_workers(tx: &Tx<'_>, manager: i64, program: i64) -> fairfloor::error::Result<(String, String)> {
    use fairfloor::worker_survey::{Facts, queries, telling};
    let viewer = auth::queries::find_viewer(tx, manager, Clock::machine_now().millis())?.unwrap();
    let facts = |ago: i64, title: &str| Facts {
        title: title.to_owned(),
        from: tx.today().plus_days(-ago),
        until: tx.today().plus_days(5 - ago),
        most: 40,
        living: None,
    };
    let open = queries::open(tx, &viewer, program, &facts(0, "Planted"))?;
    let told = queries::open(tx, &viewer, program, &facts(20, "Planted and told"))?;
    let round = queries::find_for(tx, &viewer, &told)?;
    let draft = telling::decide(tx, &tx.keys(), "Planted", &round)?.unwrap();
    queries::tell(tx, &viewer, &told, round.version, &draft)?;
    Ok((open.to_string(), told.to_string()))
}
