//! The made-up city: the same for the same seed, whole by its record, and showing exactly what was planted.

use crate::house::{Folder, Person, configured};
use fairfloor::demo::plan::Arguments;
use fairfloor::demo::{Trouble, links, move_on, open_or_make};
use fairfloor::partners::queries::list_taking;
use fairfloor::referrals::queries::answer_times;
use fairfloor::store::{DataFolder, Db, verify_folder};
use fairfloor::values::{Day, Kind};
use fairfloor::{programs, reports};
use std::collections::BTreeMap;

const UNTIL: &str = "2026-11-22";

async fn made(folder: &DataFolder, seed: u64, clients: usize) -> Db {
    open_or_make(folder, Arguments { seed, clients, until: Day::parse(UNTIL).unwrap() }).await.unwrap()
}

async fn ways(db: &Db) -> links::DemoLinks {
    let keeper = db.clone();
    db.read(move |conn| links::find(conn, keeper.keys(), keeper.clock(), "data", "http://127.0.0.1:8080")).await.unwrap()
}

/// Every row of a folder as text, but for what is random by intent (salts of passwords) or tells when it was made.
async fn rows(db: &Db) -> BTreeMap<String, Vec<String>> {
    const APART: [&str; 4] = ["organization", "account", "audit_event", "audit_row"];
    db.read(|conn| {
        let sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search_%' AND name NOT LIKE 'sqlite_%'";
        let tables: Vec<String> = conn.prepare(sql)?.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
        let mut all = BTreeMap::new();
        for table in tables.into_iter().filter(|table| !APART.contains(&table.as_str())) {
            let mut statement = conn.prepare(&format!("SELECT * FROM {table} ORDER BY rowid"))?;
            let columns = statement.column_count();
            let text = statement.query_map([], |row| {
                (0..columns).map(|column| Ok(format!("{:?}", row.get_ref(column)?))).collect::<rusqlite::Result<Vec<_>>>()
            })?;
            let text = text.map(|row| row.map(|cells| cells.join("|"))).collect::<rusqlite::Result<_>>()?;
            all.insert(table, text);
        }
        Ok(all)
    })
    .await
    .unwrap()
}

#[tokio::test]
async fn seed_1_plants_one_slow_partner_and_the_record_is_whole() {
    let folder = Folder::new();
    let db = made(&folder.folder, 1, 180).await;
    assert_eq!(db.clock().today().to_string(), UNTIL);
    let today = db.clock().today();
    let slow = db
        .read(move |conn| {
            let makers = programs::queries::find_by_name(conn, Some("Riverton Makers"))?;
            let mut slow = Vec::new();
            for kind in Kind::ALL {
                for partner in list_taking(conn, makers.key, kind)? {
                    let times = answer_times(conn, &partner, today)?;
                    if times.is_slow() {
                        slow.push((partner.name, times.median));
                    }
                }
            }
            Ok(slow)
        })
        .await
        .unwrap();
    assert_eq!(slow, [("Keystone Community Lenders".to_owned(), Some(12))]);

    let ways = ways(&db).await;
    let roles: Vec<&str> = ways.accounts.iter().map(|account| account.role.as_str()).collect();
    for role in ["advisor", "manager", "admin", "steward", "auditor"] {
        assert!(roles.contains(&role), "{roles:?}");
    }
    assert_eq!((ways.clients.len(), ways.referrals.len()), (10, 10));
    let people: Vec<&str> = ways.partner_accounts.iter().map(|account| account.email.as_str()).collect();
    assert_eq!(people, ["kern@northgate.example", "silva@northgate.example"], "a partner with a team of two");
    assert!(!ways.status_links.is_empty() && !ways.partner_links.is_empty() && !ways.self_identification_links.is_empty());
    assert!(!ways.other_program_clients.is_empty() && !ways.other_program_referrals.is_empty());
    drop(db);
    let found = verify_folder(&folder.folder).unwrap();
    assert!(found.faults.is_empty() && found.events > 5_000, "{found:?}");
}

#[tokio::test]
async fn in_a_small_city_where_nothing_else_happens_in_the_last_days_people_say_their_word_all_the_same() {
    for (seed, clients) in [(2, 60), (1, 3)] {
        let folder = Folder::new();
        let db = made(&folder.folder, seed, clients).await;
        let count = |sql: &'static str| db.read(move |conn| Ok(conn.query_row(sql, [], |row| row.get::<_, i64>(0))?));
        assert!(count("SELECT count(*) FROM partner_account").await.unwrap() > 0, "{clients} clients, seed {seed}");
        drop(db);
        assert_eq!(verify_folder(&folder.folder).unwrap().faults, Vec::<String>::new());
    }
}

#[tokio::test]
async fn somebody_in_the_demo_signs_in_with_the_code_on_the_page_and_reads_what_they_said() {
    let folder = Folder::new();
    let db = made(&folder.folder, 1, 40).await;
    let router = fairfloor::app::router(db.clone(), configured("http://127.0.0.1:8080", "")).unwrap();
    let (mut read, ways) = (0, ways(&db).await);
    for own in &ways.own_pages {
        let mut person = Person::new("Own", router.clone());
        let page = person.open("/me/sign-in").await;
        let page = person.press(&page, "Send me a code", &[("contact", &own.email)]).await;
        let code = page.between("The code that would be sent is ", "<");
        person.press(&page, "Sign in", &[("code", code.trim().trim_end_matches('.'))]).await;
        person.post("/me/language?next=/me", &[("language", "en")]).await;
        let page = person.open("/me/about-me").await;
        assert_eq!(page.path, "/me/about-me", "{}", own.email);
        let by_staff = page.text().matches("Written down by our team on").count();
        assert_eq!(page.text().matches("We do not show this here").count(), by_staff, "{}", page.text());
        read += usize::from(page.says("Saved on") && page.says("What is your race and/or ethnicity?"));
        let profile = person.open("/me/profile").await;
        assert!(profile.says("This office sends no e-mail") && !profile.says("come in with a code"), "{}", profile.text());
    }
    assert!(read > 0, "{ways:?}");
}

#[tokio::test]
async fn the_same_arguments_make_the_same_city_and_a_second_call_finds_it_as_it_was() {
    let (one, other, third) = (Folder::new(), Folder::new(), Folder::new());
    let first = made(&one.folder, 7, 12).await;
    let second = made(&other.folder, 7, 12).await;
    assert_eq!(rows(&first).await, rows(&second).await);
    let printed = format!("{:?}", ways(&first).await);
    assert_eq!(printed, format!("{:?}", ways(&second).await));
    assert_ne!(rows(&first).await, rows(&made(&third.folder, 8, 12).await).await);
    drop(first);
    let again = made(&one.folder, 9, 30).await;
    assert_eq!(printed, format!("{:?}", ways(&again).await), "a folder that is there is served as it is");
}

#[tokio::test]
async fn a_folder_of_real_people_is_no_demo() {
    let folder = Folder::new();
    drop(folder.create());
    let refused = open_or_make(&folder.folder, Arguments { seed: 1, clients: 3, until: Day::parse(UNTIL).unwrap() }).await;
    assert!(matches!(refused, Err(Trouble::Refused(refusal)) if refusal.what.contains("is no demo")));
}

#[tokio::test]
async fn a_folder_of_something_else_is_left_alone() {
    let folder = Folder::new();
    std::fs::create_dir(folder.folder.path()).unwrap();
    std::fs::write(folder.folder.path().join("letter.txt"), "Dear Ada").unwrap();
    let refused = open_or_make(&folder.folder, Arguments { seed: 1, clients: 3, until: Day::parse(UNTIL).unwrap() }).await;
    assert!(matches!(refused, Err(Trouble::Refused(_))));
    assert!(folder.folder.path().join("letter.txt").exists() && !folder.folder.keys().exists());
}

#[tokio::test]
async fn the_clock_of_a_demo_goes_forward_to_a_later_day_and_never_back() {
    let folder = Folder::new();
    let db = made(&folder.folder, 3, 12).await;
    let day = |text: &str| Day::parse(text).unwrap();
    assert!(!move_on(&db, day("2026-11-01")).await.unwrap() && !move_on(&db, day(UNTIL)).await.unwrap());
    assert!(move_on(&db, day("2026-12-31")).await.unwrap());
    assert_eq!(db.clock().today().to_string(), "2026-12-31");
    drop(db);
    let again = made(&folder.folder, 3, 12).await;
    assert_eq!(again.clock().today().to_string(), "2026-12-31", "the folder keeps it");
    drop(again);
    assert!(verify_folder(&folder.folder).unwrap().faults.is_empty(), "and the record is whole");
}

#[tokio::test]
async fn the_open_file_of_the_city_names_no_business_and_every_combination_in_it_is_of_many_referrals() {
    use reports::referrals::open;
    let folder = Folder::new();
    let db = made(&folder.folder, 1, 180).await;
    let today = db.clock().today();
    let (bytes, names, words, merged) = db
        .read(move |conn| {
            let makers = programs::queries::find_by_name(conn, Some("Riverton Makers"))?;
            let months = reports::referrals::Months::parse("", "", today)?;
            let logs = fairfloor::referrals::queries::logs(conn, makers.key)?;
            let shown = reports::referrals::show(&logs, "Riverton", "Makers", months, reports::referrals::Only::default(), today)?;
            let measures = shown.measures;
            assert!(measures.answers.no_response.counted.len() >= 5, "some partners never answered");
            let loops = &measures.ends.loop_closed;
            assert!(
                loops.counted.len() < loops.of.len() && loops.counted.len() * 2 > loops.of.len(),
                "some loops are open, most are closed"
            );
            assert!(!measures.voice.disagreement.counted.is_empty(), "somebody says that it was not so");
            let part = open::part(conn, &makers, today)?;
            let mut statement =
                conn.prepare("SELECT name FROM business UNION SELECT name FROM partner UNION SELECT last_name FROM person")?;
            let names: Vec<String> = statement.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
            Ok((open::csv(std::slice::from_ref(&part))?, names, part.words().join(" "), part.merged))
        })
        .await
        .unwrap();
    let text = String::from_utf8(bytes).unwrap();
    assert!(merged.rows.len() > 100 && text.lines().count() == merged.rows.len() + 1, "{words}");
    assert!(words.contains("say \"several\" there") && words.contains("about 11 businesses or more"), "{words}");
    let named: Vec<&String> = names.iter().filter(|name| name.len() > 3 && text.contains(&format!(",{name},"))).collect();
    assert!(named.is_empty(), "{named:?}");
    let mut cells: BTreeMap<Vec<String>, usize> = BTreeMap::new();
    for record in csv::Reader::from_reader(text.as_bytes()).records() {
        *cells.entry(record.unwrap().iter().skip(1).take(5).map(str::to_owned).collect()).or_default() += 1;
    }
    assert!(cells.values().all(|count| *count >= open::merging::K), "{cells:?}");
}
