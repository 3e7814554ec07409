//! The directory as files: what is written out is read in again as it was, can be taken back, and names nobody unless asked.

use crate::house::TestApp;
use axum::http::StatusCode;
use fairfloor::export::{self, Format};
use fairfloor::import;
use fairfloor::partners::{self, Location, NewClosure, NewContact, PartnerFacts, Point, ServiceFacts, queries};
use fairfloor::store::Actor;
use fairfloor::values::{
    Capacity, Day, Email, Kind, Line, Note, PartnerType, ServiceStatus, Telephone, Vocabulary, Website, is_formula_like,
};

/// `SplitMix64`: plain, and the same on every run.
struct Luck(u64);

impl Luck {
    fn draw(&mut self, of: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % of as u64).unwrap()
    }

    /// A text as people write it, and as nobody should.
    fn text(&mut self, lines: bool) -> String {
        const PIECES: [&str; 16] = [
            "=SUM(A1)",
            "+1 call",
            "-5 %",
            "@home",
            "Núñez & Söhne",
            "a, b",
            "\"quoted\"",
            "株式会社",
            "it's",
            "a | b",
            "100 % free",
            "a: b",
            "a to b",
            "<b>",
            "مصنع",
            "|x",
        ];
        let mut text = format!("{} {}", PIECES[self.draw(16)], PIECES[self.draw(16)]);
        if lines && self.draw(2) == 0 {
            text.push_str("\nSecond line; with a semicolon\n=third");
        }
        text
    }

    fn line(&mut self) -> Option<Line> {
        (self.draw(3) > 0).then(|| Line::parse(&self.text(false), "x").unwrap())
    }

    fn note(&mut self) -> Option<Note> {
        if self.draw(3) == 0 { None } else { Note::maybe(&self.text(true), "x").unwrap() }
    }

    fn lines(&mut self) -> Vec<Line> {
        let mut lines: Vec<Line> = (0..self.draw(4)).filter_map(|_| self.line()).collect();
        lines.dedup();
        let mut seen = std::collections::BTreeSet::new();
        lines.retain(|line| seen.insert(line.to_string()));
        lines
    }

    fn some<T: Copy>(&mut self, all: &[T]) -> Vec<T> {
        all.iter().copied().filter(|_| self.draw(3) == 0).collect()
    }

    fn facts(&mut self, name: &str) -> ServiceFacts {
        let point = (self.draw(2) == 0).then_some(Point { latitude: 40.689_247, longitude: -74.044_502 });
        ServiceFacts {
            status: ServiceStatus::ALL[self.draw(4)],
            about: self.note(),
            application_process: self.note(),
            eligibility: self.note(),
            fees: self.note(),
            is_free: [None, Some(true), Some(false)][self.draw(3)],
            wait_time: self.line(),
            schedule: self.note(),
            alert: self.note(),
            location: Location { name: self.line(), street: self.line(), city: self.line(), postal_code: self.line(), point },
            languages: partners::service::languages(self.some(&["en", "es", "vi", "cmn"])).unwrap(),
            documents: self.lines(),
            areas: self.lines(),
            ..ServiceFacts::named(Line::parse(name, "x").unwrap(), Kind::ALL[self.draw(5)])
        }
    }
}

/// A directory by chance in a program: twelve partners, with up to three services each.
pub async fn furnish(app: &TestApp, program: i64, seed: u64) {
    let today = app.db.clock().today();
    app.db
        .write(Actor::system(), move |tx| {
            let mut luck = Luck(seed);
            for place in 0..12 {
                let kinds = vec![Kind::ALL[luck.draw(5)]];
                let facts = PartnerFacts {
                    about: luck.note().map(|note| note.to_string()),
                    telephone: if luck.draw(2) == 0 { Telephone::maybe("+1 718 555 0100")? } else { None },
                    types: luck.some(PartnerType::ALL),
                    website: if luck.draw(2) == 0 { Website::maybe("https://a.example/?q=1")? } else { None },
                    email: if luck.draw(2) == 0 { Email::maybe("office@a.example")? } else { None },
                    is_closed: luck.draw(5) == 0,
                    ..PartnerFacts::named(Line::parse(&format!("{} {place}", luck.text(false)), "x")?, kinds)
                };
                let (key, _) = queries::add(tx, program, &facts)?;
                let partner = queries::find(tx, key)?;
                for number in 0..luck.draw(4) {
                    let name = format!("{} {number}", luck.text(false));
                    let facts = luck.facts(&name);
                    queries::add_service(tx, &partner, &facts)?;
                }
                for service in queries::services(tx, key)? {
                    match luck.draw(4) {
                        0 => queries::check_service(tx, &service, 1)?,
                        1 => queries::set_capacity(tx, &service, 1, Capacity::Full, Some(today.plus_days(40)))?,
                        2 => queries::set_capacity(tx, &service, 1, Capacity::Waitlist, None)?,
                        _ => {}
                    }
                }
                let contact = NewContact {
                    name: Line::parse(&format!("Sal | {place}; Silva"), "x")?,
                    email: Email::maybe("sal@a.example")?,
                    telephone: None,
                };
                queries::add_contact(tx, &partner, &contact)?;
                let reason = Line::parse(&luck.text(false), "why")?;
                queries::announce_closure(tx, &partner, &NewClosure { from: today.plus_days(3), to: today.plus_days(9), reason })?;
            }
            Ok(())
        })
        .await
        .unwrap();
}

pub async fn written(app: &TestApp, program: i64, with_people: bool, format: Format) -> String {
    let today = app.db.clock().today();
    let read = app.db.read(move |conn| export::bytes(&export::gather(conn, &[program], with_people, today)?, format, today));
    String::from_utf8(read.await.unwrap()).unwrap()
}

async fn read_in(app: &TestApp, program: &str, text: &str) -> String {
    let file = app.folder.folder.path().with_extension("csv");
    std::fs::write(&file, text).unwrap();
    let program = Some(program.to_owned());
    let command =
        import::Command { kind: "partners".to_owned(), file, program, map: Vec::new(), preset: None, decide: Vec::new(), dry_run: false };
    import::command(&app.db, command, &mut |_, _| {}).await.unwrap_or_else(|cause| panic!("{cause}\n{text}"))
}

#[tokio::test]
async fn a_directory_written_out_and_read_in_elsewhere_is_the_same_directory() {
    for seed in 1..=6 {
        let app = TestApp::start().await;
        furnish(&app, app.alpha.key, seed).await;
        let csv = written(&app, app.alpha.key, true, Format::Csv).await;
        let said = read_in(&app, "Beta", &csv).await;
        assert!(said.contains("12 partners, 0 already here") && !said.contains("Questions"), "{said}\n{csv}");
        assert_eq!(csv, written(&app, app.beta.key, true, Format::Csv).await, "seed {seed}");
        let again = read_in(&app, "Beta", &format!("{csv}\n")).await;
        assert!(
            again.contains("0 partners, 12 already here") && again.contains("  0 services,") && again.contains("  0 people"),
            "{again}"
        );
        assert_eq!(csv, written(&app, app.beta.key, true, Format::Csv).await, "reading it in twice changes nothing");
        for record in csv::Reader::from_reader(csv.as_bytes()).records() {
            let record = record.unwrap();
            assert!(record.iter().all(|cell| !is_formula_like(cell)), "a spreadsheet would run this: {record:?}");
        }
    }
}

#[tokio::test]
async fn an_import_is_taken_back_but_for_what_was_built_on_since() {
    let app = TestApp::start().await;
    let csv = "Organization,Takes,Service,Kind,Contacts\nAcme Lofts,Real estate,Lofts,real_estate,\nGrow Fund,,Loans,business development,Ann Doe | ann@grow.example |\n";
    let said = read_in(&app, "Alpha", csv).await;
    assert!(said.contains("2 partners, 0 already here") && said.contains("  2 services") && said.contains("  1 people"), "{said}");
    let mut max = app.person("Max").await;
    let list = max.look("/partners").await;
    assert!(list.says("Acme Lofts") && list.says("Grow Fund"));
    let address = list.between("href=\"/partners/", "\"");
    let page = max.look(&format!("/partners/{address}")).await;
    assert!(page.says("Acme Lofts"));
    max.press(&page, "Save", &[("about", "They answer the telephone")]).await;
    let imports = max.look("/imports").await;
    let record = max.look(&format!("/imports/{}", imports.between("href=\"/imports/", "\""))).await;
    assert!(record.says("New partners") && record.says("First partners it brought"), "{}", record.text());
    let undone = max.press(&record, "Undo import", &[]).await;
    assert!(undone.says("1 partners and 2 services are gone again.") && undone.says("so they stay:"), "{}", undone.text());
    let list = max.look("/partners").await;
    assert!(list.says("Acme Lofts") && !list.says("Grow Fund"));
}

#[tokio::test]
async fn what_cannot_be_read_stops_the_file_or_is_asked_about() {
    let app = TestApp::start().await;
    let file = app.folder.folder.path().with_extension("csv");
    let command = |text: &str| {
        std::fs::write(&file, text).unwrap();
        import::Command {
            kind: "partners".to_owned(),
            file: file.clone(),
            program: Some("Alpha".to_owned()),
            map: Vec::new(),
            preset: None,
            decide: Vec::new(),
            dry_run: true,
        }
    };
    let refused = import::command(&app.db, command("Partner,Service,Kind\nAcme,Lofts,castle\nBare,,\n"), &mut |_, _| {})
        .await
        .unwrap_err()
        .to_string();
    assert!(
        refused.contains("Line 2, column \"Kind\"") && refused.contains("Line 3") && refused.contains("Nothing was changed"),
        "{refused}"
    );
    let asked = "Partner,Service,Kind,Languages,Latitude,Longitude,Free\nAcme,Lofts,real estate,Klingon,91,0,perhaps\n";
    let said = import::command(&app.db, command(asked), &mut |_, _| {}).await.unwrap();
    for words in ["Klingon", "91 0", "perhaps", "Nothing was changed"] {
        assert!(said.contains(words), "{words}: {said}");
    }
}

#[tokio::test]
async fn the_file_names_nobody_unless_asked_and_the_record_knows_which_it_was() {
    let app = TestApp::start().await;
    furnish(&app, app.alpha.key, 3).await;
    let mut max = app.person("Max").await;
    for format in ["csv", "json"] {
        let bare = max.look(&format!("/exports/partners.{format}")).await;
        assert_eq!(bare.status, StatusCode::OK);
        assert!(!bare.text().contains("sal@a.example") && !bare.text().contains("Silva") && !bare.text().contains("Max"), "{format}");
        assert!(max.look(&format!("/exports/partners.{format}?people=yes")).await.text().contains("sal@a.example"));
    }
    let details: Vec<String> = app
        .db
        .read(|conn| {
            let mut statement = conn.prepare("SELECT detail FROM audit_event WHERE action = 'directory.exported' ORDER BY seq")?;
            Ok(statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
        })
        .await
        .unwrap();
    assert_eq!(details.iter().filter(|detail| detail.contains("without people")).count(), 2, "{details:?}");
    assert_eq!(details.iter().filter(|detail| detail.contains("12 with people")).count(), 2, "{details:?}");
    assert_eq!(app.person("Ada").await.look("/exports/partners.csv").await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn the_json_has_the_shape_of_hsds() {
    let app = TestApp::start().await;
    furnish(&app, app.alpha.key, 4).await;
    let text = written(&app, app.alpha.key, true, Format::Json).await;
    assert_eq!(text, written(&app, app.alpha.key, true, Format::Json).await, "the same record has the same id in every file");
    let file: serde_json::Value = serde_json::from_str(&text).unwrap();
    let organizations = file["organizations"].as_array().unwrap();
    assert_eq!(organizations.len(), 12);
    let mut ids = std::collections::BTreeSet::new();
    let is_uuid = |id: &serde_json::Value| id.as_str().is_some_and(|id| id.len() == 36 && id.split('-').map(str::len).eq([8, 4, 4, 4, 12]));
    let mut services = 0;
    for organization in organizations {
        assert!(is_uuid(&organization["id"]) && ids.insert(organization["id"].to_string()));
        assert!(organization["name"].is_string() && organization["description"].is_string() && organization["contacts"].is_array());
        for service in organization["services"].as_array().into_iter().flatten() {
            services += 1;
            assert!(is_uuid(&service["id"]) && ids.insert(service["id"].to_string()) && service["name"].is_string());
            assert_eq!(service["organization_id"], organization["id"]);
            assert!(["active", "inactive", "defunct", "temporarily closed"].contains(&service["status"].as_str().unwrap()));
            if let Some(day) = service["assured_date"].as_str() {
                assert!(Day::parse(day).is_ok());
                assert_eq!(service["metadata"][0]["field_name"], "assured_date");
            }
            for at in service["service_at_locations"].as_array().into_iter().flatten() {
                assert!(is_uuid(&at["id"]) && at["location"]["location_type"] == "physical");
            }
        }
    }
    assert!(services > 10);
}
