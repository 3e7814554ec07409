//! Records as tables: each is read in again by the import of its kind without a word about columns; none holds a note or what people said
//! about who they are; taking one is proved, recorded, and leaves nothing where it is stopped.

use crate::crash::Server;
use crate::house::{Folder, PASSWORD, Page, Person, TestApp};
use axum::http::StatusCode;
use fairfloor::demo::open_or_make;
use fairfloor::demo::plan::Arguments;
use fairfloor::export::records::{ALL, Asked, Form, Records, write};
use fairfloor::jobs::Progress;
use fairfloor::store::{Actor, Db, Object};
use fairfloor::values::{Day, disarmed};
use fairfloor::{import, places, programs, reports};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Makes a file of the alpha program's manager, who has a password, and reads it.
pub async fn taken(app: &TestApp, kind: &str, form: &str) -> String {
    let mut max = app.person("Max").await;
    let page = asked(app, &mut max, &[("kind", kind), ("form", form)]).await;
    let address = page.form_link_to("/file");
    max.look(&address).await.text()
}

/// Asks for a file, and waits for it.
pub async fn asked(app: &TestApp, person: &mut Person, fields: &[(&str, &str)]) -> Page {
    let code = app.code("Max").await;
    let page = person.open("/exports").await;
    let fields: Vec<(&str, &str)> = fields.iter().copied().chain([("password", PASSWORD), ("code", code.as_str())]).collect();
    let form = page.form_with("Make the file");
    let filled = form.filled("Make the file", &fields);
    let filled: Vec<(&str, &str)> = filled.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let mut page = person.post(&form.action, &filled).await;
    while let Some(address) = page.leads_to().map(str::to_owned) {
        page = person.look(&address).await;
        while page.text().contains("http-equiv=\"refresh\"") {
            tokio::time::sleep(Duration::from_millis(20)).await;
            page = person.look(&address).await;
        }
    }
    page
}

pub trait Leads {
    fn form_link_to(&self, ending: &str) -> String;
}

impl Leads for Page {
    /// The address of a link on the page with this ending.
    fn form_link_to(&self, ending: &str) -> String {
        let text = self.text();
        let links = text.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        links.filter(|link| link.ends_with(ending)).last().unwrap_or_else(|| panic!("no link to {ending} on {text}")).to_owned()
    }
}

/// Writes a kind of the program that has most of it. How many rows, and which program.
pub async fn all_of(db: &Db, kind: Records, form: Form, path: &Path) -> (usize, i64, String) {
    let (path, today) = (path.to_path_buf(), db.clock().today());
    db.report(move |conn| {
        let mut most = (0, 0, String::new());
        for program in programs::queries::list(conn)? {
            let asked = Asked { kind, form: Form::Csv, programs: vec![program.key], from: None, to: None, set: None, today };
            let rows = write(conn, &asked, &mut std::io::sink(), &Progress::default())?.rows;
            if rows >= most.0 {
                most = (rows, program.key, program.name);
            }
        }
        let asked = Asked { kind, form, programs: vec![most.1], from: None, to: None, set: None, today };
        let mut file = std::fs::File::create(&path).unwrap();
        assert_eq!(write(conn, &asked, &mut file, &Progress::default())?.rows, most.0);
        Ok(most)
    })
    .await
    .unwrap()
}

async fn read_again(db: &Db, kind: &str, program: String, file: PathBuf) -> String {
    let command = import::Command {
        kind: kind.to_owned(),
        file,
        program: Some(program),
        map: Vec::new(),
        preset: None,
        decide: Vec::new(),
        dry_run: true,
    };
    import::command(db, command, &mut |_, _| {}).await.unwrap_or_else(|cause| panic!("{kind}: {cause}"))
}

/// A folder with the demo.
pub async fn demo() -> (Folder, Db) {
    let folder = Folder::new();
    let made = open_or_make(&folder.folder, Arguments { seed: 1, clients: 60, until: Day::parse("2026-11-22").unwrap() });
    let db = made.await.unwrap();
    (folder, db)
}

#[tokio::test]
async fn what_was_written_is_read_again_without_a_word_about_its_columns_and_is_here_already() {
    let (folder, db) = demo().await;
    let dir = tempfile::tempdir().unwrap();
    for (kind, code, ..) in ALL {
        for form in [Form::Csv, Form::Xlsx] {
            let path = dir.path().join(format!("{code}.{}", form.code()));
            let (rows, _, program) = all_of(&db, kind, form, &path).await;
            let said = match kind {
                // A kind of import of its own, or none.
                Records::Zones | Records::Benchmark | Records::Indicators | Records::Stories | Records::Certifications => continue,
                _ if rows == 0 => panic!("the demo has no {code}"),
                _ => read_again(&db, code, program, path).await,
            };
            let here = match kind {
                Records::Services | Records::Training | Records::Outcomes | Records::People | Records::Referrals => {
                    format!("0 new, {rows} here already")
                }
                Records::Sites => format!("0 units, {rows} already listed"),
                Records::Clients => format!("0 businesses, {rows} already here"),
                _ => "0 deployments".to_owned(),
            };
            assert!(said.replace(',', "").contains(&here.replace(',', "")), "{code} {form:?}: {here:?} is not in {said}");
            assert!(!said.contains("Questions"), "{code} {form:?}: {said}");
        }
    }
    // Every row of the database is in its table.
    for (kind, sql) in [
        (Records::Services, "SELECT count(*) FROM service WHERE undone_at IS NULL AND business_id IS NOT NULL AND program_id = ?1"),
        (Records::Outcomes, "SELECT count(*) FROM outcome WHERE undone_at IS NULL AND program_id = ?1"),
        (Records::Referrals, "SELECT count(*) FROM referral WHERE program_id = ?1"),
        (Records::Clients, "SELECT count(*) FROM enrollment WHERE program_id = ?1"),
    ] {
        let (rows, program, _) = all_of(&db, kind, Form::Json, &dir.path().join("x.json")).await;
        let there: i64 = db.read(move |conn| Ok(conn.query_row(sql, [program], |row| row.get(0))?)).await.unwrap();
        assert_eq!(i64::try_from(rows).unwrap(), there, "{kind:?}");
        let text = std::fs::read_to_string(dir.path().join("x.json")).unwrap();
        let read: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(read.as_array().unwrap().len(), rows);
    }
    drop(db);
    drop(folder);
}

#[tokio::test]
async fn zones_and_benchmarks_are_read_again_as_they_were() {
    let (_folder, db) = demo().await;
    let dir = tempfile::tempdir().unwrap();
    let shapes = "SELECT group_concat(hex(shape)) FROM (SELECT shape FROM zone_version WHERE valid_to IS NULL ORDER BY id)";
    let before: String = db.read(move |conn| Ok(conn.query_row(shapes, [], |row| row.get(0))?)).await.unwrap();
    let zones = dir.path().join("zones.geojson");
    assert!(all_of(&db, Records::Zones, Form::Json, &zones).await.0 > 0);
    let other = Folder::new();
    let fresh = other.create();
    let said = places::command::Command { file: zones, ..places::command::Command::default() };
    places::command::command(&fresh, said).await.unwrap();
    let after: String = fresh.read(move |conn| Ok(conn.query_row(shapes, [], |row| row.get(0))?)).await.unwrap();
    assert_eq!(before, after);

    let figures = dir.path().join("benchmark.csv");
    let (rows, ..) = all_of(&db, Records::Benchmark, Form::Csv, &figures).await;
    assert!(rows > 0);
    {
        reports::benchmarks::command::command(&fresh, figures, reports::benchmarks::command::Typed::default(), false).await.unwrap();
        let cells = "
            SELECT group_concat(concat_ws(' ', scheme, code, measure, value, flag, rse_e2, denominator), ';')
            FROM (SELECT * FROM benchmark_cell ORDER BY scheme, code, measure, value, flag, rse_e2)";
        let read = |db: &Db| {
            let db = db.clone();
            async move { db.read(move |conn| Ok(conn.query_row(cells, [], |row| row.get::<_, Option<String>>(0))?)).await.unwrap() }
        };
        assert_eq!(read(&db).await, read(&fresh).await);
    }
}

#[tokio::test]
async fn no_note_and_no_word_about_who_people_are_is_in_any_table() {
    let app = TestApp::start().await;
    let key = app.alpha.client_key;
    app.db
        .write(Actor::system(), move |tx| {
            tx.execute("UPDATE business SET name = '=HYPERLINK(1)', product = '''=1+1' WHERE id = ?1", [key])?;
            tx.audit("test.armed", Object::none())
        })
        .await
        .unwrap();
    app.arm(&["Max"]).await;
    for (_, kind, ..) in ALL {
        let text = taken(&app, kind, "csv").await;
        for word in ["race", "Race", "ethnic", "Sex", "veteran", "Veteran", "disab", "Note", "note", "words"] {
            let head = text.lines().next().unwrap();
            assert!(!head.split(',').any(|column| column == word), "{kind}: {head}");
        }
        for line in text.lines() {
            assert!(!line.split(',').any(|cell| cell.starts_with(['=', '@', '|'])), "{kind}: {line}");
        }
    }
    let clients = taken(&app, "clients", "csv").await;
    assert!(clients.contains(",'=HYPERLINK(1),") && clients.contains(",''=1+1,"), "{clients}");
    assert_eq!(disarmed("'=1+1".to_owned()), "''=1+1");
    assert!(clients.contains("\r\n"), "rows end as RFC 4180 has it");
    let sheet = taken(&app, "clients", "json").await;
    assert!(sheet.contains("\"Name of the business\": \"=HYPERLINK(1)\""), "{sheet}");
}

#[tokio::test]
async fn a_file_about_clients_is_proved_recorded_and_its_managers_alone() {
    let app = TestApp::start().await;
    app.arm(&["Max", "Mia"]).await;
    let (mut max, mut mia) = (app.person("Max").await, app.person("Mia").await);
    let page = max.open("/exports").await;
    let refused =
        max.press(&page, "Make the file", &[("kind", "clients"), ("form", "csv"), ("password", "wrong"), ("code", "000000")]).await;
    assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.says("This is not your password"), "{}", refused.text());
    let before = app.audited("records.exported").await;
    let page = asked(&app, &mut max, &[("kind", "clients"), ("form", "csv")]).await;
    assert!(page.says("1 rows") && page.says("Its SHA-256"), "{}", page.text());
    assert_eq!(app.audited("records.exported").await, before + 1);
    let address = page.form_link_to("/file");
    let file = max.look(&address).await;
    assert_eq!((file.status, file.header("content-type")), (StatusCode::OK, "text/csv; charset=utf-8"));
    assert!(file.header("content-disposition").contains("clients-2026-12-01.csv"));
    let sum: String = fairfloor::store::sha256(file.text().as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
    assert!(page.says(&sum), "the page says the sum of the very file");
    let detail = "SELECT detail FROM audit_event WHERE action = 'records.exported' ORDER BY seq DESC LIMIT 1";
    let detail: String = app.db.read(move |conn| Ok(conn.query_row(detail, [], |row| row.get(0))?)).await.unwrap();
    assert!(detail.contains("kind clients") && detail.contains("rows 1 form csv") && detail.ends_with(&sum), "{detail}");
    for path in [address.as_str(), address.trim_end_matches("/file")] {
        assert_eq!(mia.look(path).await.status, StatusCode::NOT_FOUND, "another's file looks like none");
    }
    assert_eq!(app.person("Ada").await.look("/exports").await.status, StatusCode::FORBIDDEN);
    let looks = "SELECT group_concat(part || ' ' || role || ' ' || program_id) FROM look WHERE part = 'file'";
    let looked: String = app.db.read(move |conn| Ok(conn.query_row(looks, [], |row| row.get(0))?)).await.unwrap();
    assert_eq!(looked, format!("file manager {}", app.alpha.key), "everybody in it reads who took it");
    // A program that somebody else manages cannot be chosen.
    let beta = app.beta.key.to_string();
    let page = max.open("/exports").await;
    let form = page.form_with("Make the file").filled("Make the file", &[("kind", "training")]);
    let key = form.iter().find(|(name, _)| name == "key").unwrap().1.clone();
    let other = max.post("/exports", &[("key", &key), ("kind", "training"), ("form", "csv"), ("program", &beta)]).await;
    assert!(other.status == StatusCode::UNPROCESSABLE_ENTITY && other.says("Choose a program that you manage"), "{}", other.text());
    // Nothing lies about in the data folder, whatever was made.
    let left: Vec<_> = std::fs::read_dir(app.folder.folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(!left.iter().any(|name| name.to_string_lossy().starts_with("spool")), "{left:?}");
}

#[tokio::test]
async fn days_choose_rows_and_what_has_none_refuses_them() {
    let (_folder, db) = demo().await;
    let count = |kind, from: &str, to: &str| {
        let (db, from, to, today) = (db.clone(), Day::maybe(from).unwrap(), Day::maybe(to).unwrap(), db.clock().today());
        async move {
            db.report(move |conn| {
                let programs = programs::queries::list(conn)?.into_iter().map(|program| program.key).collect();
                let asked = Asked { kind, form: Form::Csv, programs, from, to, set: None, today };
                Ok(write(conn, &asked, &mut std::io::sink(), &Progress::default())?.rows)
            })
            .await
        }
    };
    for kind in [
        Records::Services,
        Records::Referrals,
        Records::Outcomes,
        Records::Deployments,
        Records::Training,
        Records::Clients,
        Records::Indicators,
    ] {
        let all = count(kind, "", "").await.unwrap();
        let (early, late) = (count(kind, "", "2026-06-30").await.unwrap(), count(kind, "2026-07-01", "").await.unwrap());
        assert_eq!(early + late, all, "{kind:?}");
        assert!(all > 0 && (early > 0 || late > 0), "{kind:?} {early} {late}");
    }
    assert!(count(Records::Sites, "2026-01-01", "").await.unwrap_err().to_string().contains("no days to choose from"));
    assert!(count(Records::Services, "2026-02-01", "2026-01-01").await.unwrap_err().to_string().contains("before the first"));
}

#[test]
fn the_command_writes_whole_files_and_a_stop_leaves_what_was_there() {
    let server = Server::init();
    let path = server.elsewhere("clients.csv");
    let file = path.to_str().unwrap();
    let made = server.run(&["export", "clients", "-o", file]);
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.starts_with("Client number,") && text.lines().count() == 1, "{text}");
    std::fs::write(&path, "kept").unwrap();
    for arguments in [
        ["export", "clients", "--format", "parquet", "-o", file].as_slice(),
        &["export", "wishes", "-o", file],
        &["export", "sites", "--from", "2026-01-01", "-o", file],
        &["export", "clients", "--people", "-o", file],
        &["export", "zones", "--set", "None", "-o", file],
        &["export", "clients", "-o", "nowhere/x.csv"],
    ] {
        let refused = server.run(arguments);
        assert!(!refused.status.success() && !refused.stderr.is_empty(), "{arguments:?}");
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "kept", "{arguments:?}");
    }
    let left: Vec<_> = std::fs::read_dir(path.parent().unwrap()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(!left.iter().any(|name| name.to_string_lossy().ends_with(".part")), "{left:?}");
}

#[tokio::test]
async fn a_word_to_stop_ends_an_export_and_an_import_and_nothing_is_kept() {
    let (folder, db) = demo().await;
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("services.csv");
    let (rows, _, program) = all_of(&db, Records::Services, Form::Csv, &path).await;
    assert!(rows > 100);
    let stopped = Progress::default();
    stopped.stop();
    let today = db.clock().today();
    let refused = db
        .report(move |conn| {
            let programs = programs::queries::list(conn)?.into_iter().map(|program| program.key).collect();
            let asked = Asked { kind: Records::Services, form: Form::Xlsx, programs, from: None, to: None, set: None, today };
            write(conn, &asked, &mut std::io::sink(), &stopped).map(drop)
        })
        .await;
    assert_eq!(refused.unwrap_err().to_string(), "You stopped it.");
    // The ids are taken out, so that every row would be a new one.
    let text =
        std::fs::read_to_string(&path).unwrap().replace("Fairfloor id of the record", "Our own").replace(",Coaching,", ",Certification,");
    std::fs::write(&path, text).unwrap();
    let count = "SELECT (SELECT count(*) FROM service) + (SELECT count(*) FROM import_run)";
    let there = || async { db.read(|conn| Ok(conn.query_row(count, [], |row| row.get::<_, i64>(0))?)).await.unwrap() };
    let before = there().await;
    let command = import::Command {
        kind: "services".to_owned(),
        file: path,
        program: Some(program),
        map: Vec::new(),
        preset: None,
        decide: Vec::new(),
        dry_run: false,
    };
    let progress = std::sync::Arc::new(Progress::default());
    progress.stop();
    let refused = import::command_told(&db, command.clone(), progress).await;
    assert_eq!(refused.unwrap_err().to_string(), "You stopped it.");
    assert_eq!(there().await, before);
    import::command(&db, command, &mut |_, _| {}).await.unwrap();
    assert!(there().await > before, "not stopped, it comes in");
    let left: Vec<_> = std::fs::read_dir(folder.folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(!left.iter().any(|name| name.to_string_lossy().starts_with("spool")), "{left:?}");
}
