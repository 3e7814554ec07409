//! Files written into a fresh folder and taken back, with nobody real in them.

use super::{By, first_made, import, questions, undo};
use crate::import::{File, Made, Outcome, Progress, Run, deciding, presets, read};
use crate::programs;
use crate::store::{Actor, DataFolder, Db, Object, Randomness};
use crate::values::{Day, ImportKind, Zone};

struct Desk {
    db: Db,
    program: programs::Program,
    folder: tempfile::TempDir,
}

const LOANS: &str = "Date,Recipient,BusinessType,NAICS,RaceEthnicity,Gender,Veteran,City,ZCTA,FIPS,County,MSA,Jobs,Amount\n\
    2020-04-03,Made Up Foundry Inc,Corp,333318,U,Female Owned,U,Macon,31201.0,13021,Bibb County,None,50,423000\n\
    2020-05-04,\"MADE-UP FOUNDRY, INC.\",Chapter,333318,Asian,U,U,Macon,31201.0,13021,Bibb County,None,51,1000\n\
    2020-04-05,Made Up Foundry Inc,Chapter,314110,White,Male Owned,Veteran,Rome,30161.0,13115,Floyd County,None,4,20000.50\n";

impl Desk {
    async fn open() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let zone = Zone::parse("America/New_York").expect("a zone");
        let db = Db::create(&DataFolder::new(&folder.path().join("data"), None), "Made-up City", &zone, None, Randomness::System)
            .expect("a database");
        let program = db
            .write(Actor::system(), |tx| {
                let key = programs::queries::start(tx, "Makers", None, None, Day::parse("2020-01-01")?)?;
                programs::queries::find(tx, key)
            })
            .await
            .expect("a program");
        Self { db, program, folder }
    }

    async fn bring(&self, kind: ImportKind, preset: Option<&str>, text: &str) -> crate::error::Result<Outcome> {
        self.bring_saying(kind, preset, text, &[]).await
    }

    async fn bring_saying(&self, kind: ImportKind, preset: Option<&str>, text: &str, said: &[&str]) -> crate::error::Result<Outcome> {
        let said = deciding::said(&said.iter().map(|pair| (*pair).to_owned()).collect::<Vec<_>>());
        let file = File {
            name: "made-up.csv".to_owned(),
            content: crate::store::Content::from_bytes(text.as_bytes(), &std::env::temp_dir()).expect("a file"),
            kind,
            preset: preset.and_then(presets::find),
            kept: None,
            adjustments: Vec::new(),
        };
        let program = self.program.clone();
        self.db
            .write(Actor::command_line(), move |tx| {
                let hash = crate::store::hex(&file.content.sha256().expect("a sum"));
                import(tx, &program, &file, &hash, read(&file, None, tx.today())?, &By { viewer: None, said }, &Progress::default())
            })
            .await
    }

    async fn brought(&self, kind: ImportKind, preset: Option<&str>, text: &str) -> Made {
        match self.bring(kind, preset, text).await.expect("an import") {
            Outcome::Imported { made, .. } => *made,
            Outcome::SameFile { .. } => panic!("the same file"),
        }
    }

    async fn number(&self, sql: &'static str) -> i64 {
        self.db.read(move |conn| Ok(conn.query_row(sql, [], |row| row.get(0))?)).await.expect("a number")
    }

    async fn last_run(&self) -> Run {
        self.db
            .read(|conn| Ok(conn.query_row(&format!("{} ORDER BY import_run.id DESC LIMIT 1", super::RUN), [], super::read)?))
            .await
            .expect("a record")
    }

    /// The audit record names every row as it is now.
    fn record_holds(&self) {
        let data = self.folder.path().join("data");
        let fresh = rusqlite::Connection::open(data.join("fairfloor.db")).expect("a connection");
        let findings = crate::store::verify(&fresh, self.db.keys(), &data.join("head")).expect("findings");
        assert_eq!(findings.faults, [""; 0]);
    }

    async fn take_back(&self) -> crate::error::Result<crate::import::Undone> {
        let run = self.last_run().await;
        self.db.write(Actor::system(), move |tx| undo(tx, &run)).await
    }
}

#[tokio::test]
async fn loans_make_businesses_owners_snapshots_and_answers_behind_the_wall() {
    let desk = Desk::open().await;
    let made = desk.brought(ImportKind::Deployments, Some("ppp"), LOANS).await;
    assert_eq!((made.clients, made.deployments, made.job_snapshots, made.awarded.get("cents")), (2, 3, 3, Some(&44_400_050)));
    for (sql, number) in [
        ("SELECT count(*) FROM business", 2),
        ("SELECT count(*) FROM person WHERE first_name = '' AND import_id IS NOT NULL", 2),
        ("SELECT count(*) FROM ownership WHERE share_bp IS NULL AND is_contact = 0", 2),
        ("SELECT count(*) FROM demographic_answer WHERE basis = 'released_by_source'", 6),
        ("SELECT count(*) FROM job_snapshot WHERE basis = 'reported_by_borrower'", 3),
        ("SELECT count(*) FROM deployment WHERE delivered IS NULL AND awarded IS NOT NULL AND kind = 'loan'", 3),
        ("SELECT count(*) FROM business WHERE naics_edition = '2017'", 2),
        ("SELECT count(*) FROM enrollment WHERE from_on = '2020-04-03'", 1),
        ("SELECT count(*) FROM audit_event WHERE action = 'import.made'", 1),
        ("SELECT count(*) FROM search_client WHERE search_client MATCH 'foundry'", 2),
    ] {
        assert_eq!(desk.number(sql).await, number, "{sql}");
    }
    let run = desk.last_run().await;
    let (asked, first) = desk.db.read(move |conn| Ok((questions(conn, run.key)?, first_made(conn, run.key, 1)?))).await.expect("questions");
    assert_eq!((asked[0].typed.as_str(), asked[0].row_count, asked[0].lines.as_slice()), ("Chapter", 2, &[3, 4][..]));
    assert_eq!(first[0].1, "Made Up Foundry Inc");
}

#[tokio::test]
async fn what_clients_bring_to_a_resource_comes_in_and_a_guarantee_of_none_has_no_amount() {
    let desk = Desk::open().await;
    let file = "name,kind,award date,amount,match,deposit,fees,guarantee,guarantee amount\n\
                Acme Forge,loan,2026-01-05,\"1,000\",250.50,100,$35,pg,500\n\
                Bell Works,grant,2026-01-06,400,,,,none,70\n";
    desk.brought(ImportKind::Deployments, None, file).await;
    for (sql, number) in [
        ("SELECT count(*) FROM deployment WHERE match_cents = 25050 AND deposit_cents = 10000 AND fees_cents = 3500", 1),
        ("SELECT count(*) FROM deployment WHERE guarantee = 'personal' AND guarantee_cents = 50000", 1),
        ("SELECT count(*) FROM deployment WHERE match_cents IS NULL AND guarantee = 'none' AND guarantee_cents IS NULL", 1),
    ] {
        assert_eq!(desk.number(sql).await, number, "{sql}");
    }
    // An amount that contradicts its row is a question, and is left out.
    let run = desk.last_run().await;
    let asked = desk.db.read(move |conn| questions(conn, run.key)).await.expect("questions");
    assert!(asked.iter().any(|question| question.typed == "70"), "{asked:?}");
}

#[tokio::test]
async fn the_same_file_changes_nothing() {
    let desk = Desk::open().await;
    desk.brought(ImportKind::Deployments, Some("ppp"), LOANS).await;
    let events = desk.number("SELECT count(*) FROM audit_event").await;
    assert!(matches!(desk.bring(ImportKind::Deployments, Some("ppp"), LOANS).await, Ok(Outcome::SameFile { .. })));
    assert_eq!(desk.number("SELECT count(*) FROM audit_event").await, events);
    let longer = format!("{LOANS}2020-06-01,Invented Looms,LLC,314110,U,U,U,Rome,30161.0,13115,Floyd County,None,4,7000\n");
    let made = desk.brought(ImportKind::Deployments, Some("ppp"), &longer).await;
    assert_eq!((made.clients, made.already_here, made.deployments, made.deployments_already_here), (1, 3, 1, 3));
}

#[tokio::test]
async fn a_bad_row_stops_the_whole_file() {
    let desk = Desk::open().await;
    let bad = format!("{LOANS}2020-13-01,Late Co,LLC,314110,U,U,U,,,,,,4,7000\n");
    let refused = desk.bring(ImportKind::Deployments, Some("ppp"), &bad).await.expect_err("a refusal").to_string();
    assert!(refused.starts_with("Line 5, column \"Date\""), "{refused}");
    assert_eq!(desk.number("SELECT count(*) FROM business").await, 0);
}

#[tokio::test]
async fn clients_are_met_again_by_name_telephone_or_mail() {
    let desk = Desk::open().await;
    let made = desk
        .brought(ImportKind::Clients, None, "Name,ZIP,Phone,Email,Owner,Race\n株式会社,11211,555-010-0110,,Mei Tan,Asian\nAcme,11211,,a@example.org,\"Reyes, Rosa\",\n=cmd,,,,,\n")
        .await;
    assert_eq!(made.clients, 3);
    let next =
        "Name,ZIP,Phone,Email\nOther name,10001,(555) 010-0110,\nACME.,11211,,\nNew one,11211,,a@example.org\nFresh,1,,\nFresh,1,,\n";
    let asked = desk.bring(ImportKind::Clients, None, next).await.expect_err("two rows to decide about").to_string();
    assert!(asked.contains("Line 2:") && asked.contains("Line 4:") && asked.lines().count() == 3, "{asked}");
    assert_eq!(desk.number("SELECT count(*) FROM business").await, 3, "nothing is imported while one row is undecided");
    let Ok(Outcome::Imported { made, .. }) = desk.bring_saying(ImportKind::Clients, None, next, &["2=F-0001", "4=F-0002"]).await else {
        panic!("an import")
    };
    assert_eq!((made.clients, made.already_here), (1, 4));
    assert_eq!(desk.number("SELECT count(*) FROM business WHERE name = '=cmd'").await, 1);
    assert_eq!(desk.number("SELECT count(*) FROM person WHERE last_name = 'Reyes' AND first_name = 'Rosa'").await, 1);
    assert_eq!(desk.number("SELECT count(*) FROM import_question WHERE question LIKE '%more than once%'").await, 1);
}

#[tokio::test]
async fn who_pays_and_who_decides_is_put_on_the_lists() {
    let desk = Desk::open().await;
    let text = "Business,Kind,Date,Amount,Funder,Funder type,Decided by\nAcme,grant,2026-01-05,100,City Fund,Foundation,Grants board\nBeta,grant,2026-01-06,100,CITY FUND,,Grants board\n";
    let made = desk.brought(ImportKind::Deployments, None, text).await;
    assert_eq!(made.listed, ["City Fund", "Grants board"]);
    assert_eq!(
        desk.number("SELECT count(*) FROM deployment WHERE funding_source_id IS NOT NULL AND deciding_body_id IS NOT NULL").await,
        2
    );
}

#[tokio::test]
async fn a_funder_whose_kind_nobody_says_is_a_question_and_no_guess() {
    let desk = Desk::open().await;
    let made = desk.brought(ImportKind::Deployments, None, "Business,Kind,Date,Amount,Funder\nAcme,grant,2026-01-05,100,City Fund\n").await;
    assert!(made.listed.is_empty());
    assert_eq!(desk.number("SELECT count(*) FROM deployment WHERE funding_source_id IS NULL").await, 1);
    assert_eq!(desk.number("SELECT count(*) FROM import_question WHERE typed = 'City Fund'").await, 1);
}

#[tokio::test]
async fn an_import_is_taken_back_and_can_come_again() {
    let desk = Desk::open().await;
    desk.brought(ImportKind::Deployments, Some("ppp"), LOANS).await;
    let undone = desk.take_back().await.expect("undone");
    assert_eq!((undone.clients, undone.deployments, undone.kept.len()), (2, 3, 0));
    for table in
        ["business", "person", "ownership", "enrollment", "deployment", "job_snapshot", "subject", "demographic_answer", "search_client"]
    {
        let sql: &'static str = Box::leak(format!("SELECT count(*) FROM {table}").into_boxed_str());
        assert_eq!(desk.number(sql).await, 0, "{table}");
    }
    assert_eq!(desk.take_back().await.expect("once more"), undone);
    assert_eq!(desk.number("SELECT count(*) FROM audit_event WHERE action = 'import.undone'").await, 1);
    assert_eq!(desk.brought(ImportKind::Deployments, Some("ppp"), LOANS).await.clients, 2);
    desk.record_holds();
}

#[tokio::test]
async fn what_something_was_built_on_stays() {
    let desk = Desk::open().await;
    desk.brought(ImportKind::Deployments, Some("ppp"), LOANS).await;
    desk.db
        .write(Actor::system(), |tx| {
            tx.execute("UPDATE business SET version = version + 1 WHERE postal_code = '30161'", [])?;
            tx.audit("client.changed", Object::none())
        })
        .await
        .expect("an edit");
    let undone = desk.take_back().await.expect("undone");
    assert_eq!((undone.clients, undone.deployments, undone.kept.len()), (1, 3, 1));
    assert_eq!(undone.kept[0].1, "Made Up Foundry Inc");
    assert_eq!(desk.number("SELECT count(*) FROM demographic_answer").await, 3);
}

#[tokio::test]
async fn after_thirty_days_an_import_stays() {
    let desk = Desk::open().await;
    desk.brought(ImportKind::Clients, None, "Name\nAcme\n").await;
    desk.db
        .write(Actor::system(), |tx| {
            tx.execute("UPDATE import_run SET started_at = started_at - 2678400000", [])?;
            tx.audit("import.made", Object::none())
        })
        .await
        .expect("time passes");
    assert!(desk.take_back().await.is_err());
}

/// Tables that hang on a client or a person only through another one that is looked at.
const THROUGH: &[(&str, &str)] = &[
    ("service_person", "service"),
    ("non_disclosure", "referral"),
    ("message", "referral"),
    ("outcome_answer", "outcome"),
    ("outcome_ask", "outcome"),
    ("story_step", "story"),
    ("story_consent", "story"),
];

/// What an undo looks at before a client goes, and what goes with it: every table that points to a client, its enrollment or a person. One
/// that is forgotten would stop the whole undo.
#[test]
fn an_undo_knows_every_table_that_points_to_a_client_or_a_person() {
    let points = |targets: &[&str]| -> Vec<&str> {
        let tables = crate::store::SCHEMA.split("CREATE TABLE ").skip(1).filter_map(|table| table.split_once(" STRICT"));
        let to = |body: &str| targets.iter().any(|target| body.contains(&format!("REFERENCES {target} (")));
        tables.filter(|(body, _)| to(body)).filter_map(|(body, _)| body.split_whitespace().next()).collect()
    };
    let knows = |source: &str, table: &str| {
        [format!("{table}."), format!("FROM {table} "), format!("UPDATE {table} ")].iter().any(|word| source.contains(word))
    };
    let (clients, owners) = (include_str!("undo.rs"), include_str!("records_undo.rs"));
    let through = |table: &str, source: &str| THROUGH.iter().any(|(of, by)| *of == table && knows(source, by));
    let forgotten: Vec<&str> = points(&["business", "enrollment", "person"])
        .into_iter()
        .filter(|table| !knows(clients, table) && !through(table, clients))
        .collect();
    assert_eq!(forgotten, Vec::<&str>::new(), "the undo of clients");
    let hangs = |table: &str| clients.contains(&format!("{table}.deployment_id"));
    let forgotten: Vec<&str> = points(&["deployment"]).into_iter().filter(|table| !hangs(table)).collect();
    assert_eq!(forgotten, Vec::<&str>::new(), "the undo of resources");
    for record in ["service", "training", "outcome"] {
        let forgotten: Vec<&str> = points(&[record])
            .into_iter()
            .filter(|table| !owners.contains(&format!("{table}.{record}_id")) && !owners.contains(&format!("\"{table}\"")))
            .collect();
        assert_eq!(forgotten, Vec::<&str>::new(), "the undo of {record}");
    }
    let forgotten: Vec<&str> = points(&["person"]).into_iter().filter(|table| !knows(owners, table)).collect();
    assert_eq!(forgotten, Vec::<&str>::new(), "the undo of owners");
}
