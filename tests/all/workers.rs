//! Workers of a client by pressing buttons: counted, described, compared with what is enough to live there, before and after a resource,
//! taken back. Cells of a table are read without a space between them.

use crate::house::{Page, Person, TestApp};
use axum::http::StatusCode;
use fairfloor::export::records::{Asked, Form, Records, write};
use fairfloor::jobs::Progress;
use fairfloor::store::{Actor, Object};

/// Alpha's client lives in a county, and a manager imported what is enough to live there.
async fn county(app: &TestApp) {
    let client = app.alpha.client_key;
    let moved = app.db.write(Actor::system(), move |tx| {
        tx.execute("UPDATE business SET county_fips = '36047' WHERE id = ?1", [client])?;
        tx.audit("test.moved", Object::none())
    });
    moved.await.unwrap();
}

async fn imported(max: &mut Person, year: i32, wage: &str) -> Page {
    let form = max.open("/living-wages/import").await;
    let (key, year) = (form.form_with("Import the table").value("key").unwrap().to_owned(), year.to_string());
    let fields = [("key", key.as_str()), ("source", "Institute"), ("year", &year), ("household", "one adult"), ("url", "")];
    let answer =
        max.upload("/living-wages/import", &fields, "wages.csv", &format!("county_fips,county,hourly\n36047,Kings,{wage}\n")).await;
    let next = answer.leads_to().map(str::to_owned);
    if let Some(next) = next { max.open(&next).await } else { answer }
}

/// The first link of a page whose address begins and ends so.
fn link(page: &Page, start: &str, end: &str) -> String {
    let text = page.text();
    let mut addresses = text.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    addresses.find(|address| address.starts_with(start) && address.ends_with(end)).unwrap().replace("&amp;", "&")
}

/// Counts Alpha's workers of so many days ago.
async fn counted(app: &TestApp, ada: &mut Person, ago: i64, workers: &str, more: &[(&str, &str)]) -> Page {
    let on = app.db.clock().today().plus_days(-ago).to_string();
    let page = ada.open(&format!("/clients/{}/jobs", app.alpha.client)).await;
    let typed: Vec<(&str, &str)> = [("on", on.as_str()), ("workers", workers)].into_iter().chain(more.iter().copied()).collect();
    ada.press(&page, "Save the count", &typed).await
}

#[tokio::test]
async fn workers_are_counted_and_their_work_described_as_far_as_somebody_asked() {
    let app = TestApp::start().await;
    county(&app).await;
    let year = i32::from(app.db.clock().today().year());
    let table = imported(&mut app.person("Max").await, year, "21.00").await;
    assert!(table.says("Kings36047$21"), "{}", table.text());
    let mut ada = app.person("Ada").await;
    let page = counted(&app, &mut ada, 0, "9", &[]).await;
    assert!(page.says("None yet") && page.says("Pay for an hour, medianNot known"), "{}", page.text());
    let wrong = ada.press(&page, "Save the work", &[("title", "Sewing"), ("heads", "4"), ("term", "full"), ("wage", "44,000")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.says("This looks like pay for a month or a year"), "{}", wrong.text());
    assert_eq!(wrong.form_with("Save the work").value("title"), Some("Sewing"), "what was typed stays");
    let typed = [("wage", "22.50"), ("weekly_hours", "40"), ("health", "yes"), ("degree", "none"), ("advertised", "union")];
    let page = ada.press(&wrong, "Save the work", &typed).await;
    for words in ["Sewing, 4", "A living wage", "$22.50 an hour", "With health insurance", "Advertised: union hall"] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    let again = ada.press(&wrong, "Save the work", &typed).await;
    assert!(again.says("Nothing is said yet of the work of 5 of 9"), "a double click is one: {}", again.text());
    let rest = [("title", "Packing"), ("heads", "6"), ("term", "part"), ("wage", "17"), ("weekly_hours", "20"), ("health", "no")];
    let refused = ada.press(&page, "Save the work", &rest).await;
    assert!(refused.says("would have 10 workers, and 9 work there in all"), "{}", refused.text());
    let page = ada.press(&refused, "Save the work", &[("heads", "4")]).await;
    assert!(page.says("Below a living wage"), "{}", page.text());
    for words in [
        "Full-time equivalents6.00, hours not known of 1",
        "A living wage or more4 of 8, not known of 1",
        "Health insurance4 of 8, not known of 1",
        "Open without a college degree4 of 4, not known of 5",
        "Pay for an hour, median$17, not known of 1",
        "A living wage in Kings: $21 an hour, for one adult",
    ] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    assert!(ada.open(&format!("/clients/{}", app.alpha.client)).await.says("9, "), "the client page says how many");
    assert_eq!(app.person("Bea").await.look(&page.path).await.status, StatusCode::NOT_FOUND, "another program's looks like none");
}

#[tokio::test]
async fn two_editors_never_overwrite_each_other_and_a_position_can_be_struck_out() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let page = counted(&app, &mut ada, 0, "5", &[]).await;
    let page = ada.press(&page, "Save the work", &[("title", "Milling"), ("heads", "2"), ("term", "full")]).await;
    let address = link(&page, "/positions/", "");
    let form = ada.open(&address).await;
    let changed = ada.press(&form, "Save changes", &[("heads", "3")]).await;
    assert!(changed.says("Milling, 3"), "{}", changed.text());
    let mut other = form.clone();
    other.body = form.text().replace(form.form_with("Save changes").value("key").unwrap(), "fedcba9876543210").into_bytes();
    let stale = ada.press(&other, "Save changes", &[("heads", "4")]).await;
    assert!(stale.status == StatusCode::CONFLICT && stale.says("Saved now: 3, Milling"), "{}", stale.text());
    assert_eq!(stale.form_with("Save changes").value("heads"), Some("4"));
    let facts = ada.open(&format!("{}/facts", changed.path.split('#').next().unwrap())).await;
    let fewer = ada.press(&facts, "Save changes", &[("workers", "2")]).await;
    assert!(fewer.says("would have 3 workers, and 2 work there in all"), "{}", fewer.text());
    let form = ada.open(&address).await;
    let gone = ada.press(&form, "Strike this work out", &[]).await;
    assert!(gone.says("None yet"), "{}", gone.text());
}

#[tokio::test]
async fn before_and_after_a_resource_stand_side_by_side_and_what_is_taken_back_counts_nowhere() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let page = ada.open(&format!("/clients/{}/resources", app.alpha.client)).await;
    let page = ada.press(&page, "Save resource", &[("kind", "grant"), ("unit", "cents"), ("awarded", "4,200")]).await;
    let both = link(&page, "/resources/", "/jobs");
    assert!(ada.open(&both).await.says("Not counted yet"));
    let resource =
        app.db.read(|conn| Ok(conn.query_row("SELECT id FROM deployment", [], |row| row.get::<_, i64>(0))?)).await.unwrap().to_string();
    let wrong = counted(&app, &mut ada, 90, "4", &[("resource", &resource), ("side", "")]).await;
    assert!(wrong.says("Say if this is before the resource or after it"), "{}", wrong.text());
    let before = counted(&app, &mut ada, 90, "4", &[("resource", &resource), ("side", "before")]).await;
    let before = ada.press(&before, "Save the work", &[("title", "Milling"), ("heads", "4"), ("term", "full")]).await;
    let after = counted(&app, &mut ada, 0, "7", &[("resource", &resource), ("side", "after")]).await;
    let words =
        after.forms().into_iter().flat_map(|form| form.buttons).map(|(words, _)| words).find(|words| words.starts_with("Begin with"));
    let after = ada.press(&after, &words.unwrap(), &[]).await;
    assert!(after.says("Milling, 4"), "nothing is typed twice: {}", after.text());
    let page = ada.open(&both).await;
    assert!(page.says("Workers47") && page.says("3 more work there than before"), "{}", page.text());
    let outcome = ada.open(&link(&page, &format!("/clients/{}/outcomes/new", app.alpha.client), "")).await;
    let form = outcome.form_with("Save the outcome");
    assert_eq!((form.value("before"), form.value("after")), (Some("4"), Some("7")));
    assert!(ada.open(&format!("/clients/{}", app.alpha.client)).await.says("7, "), "the client page says how many");
    let workers = || async {
        let asked = Asked {
            kind: Records::Clients,
            form: Form::Csv,
            programs: vec![app.alpha.key],
            from: None,
            to: None,
            set: None,
            today: app.db.clock().today(),
        };
        let written = app.db.read(move |conn| {
            let mut file = Vec::new();
            write(conn, &asked, &mut file, &Progress::default())?;
            Ok(String::from_utf8(file).unwrap())
        });
        let file = written.await.unwrap();
        let place = file.lines().next().unwrap().split(',').position(|column| column == "Workers").unwrap();
        file.lines().nth(1).unwrap().split(',').nth(place).unwrap().to_owned()
    };
    assert_eq!(workers().await, "7");
    let back = ada.press(&after, "Take this count back", &[]).await;
    assert_eq!(workers().await, "3", "what was taken back goes out in no file");
    assert!(!back.says("7 workers"), "{}", back.text());
    assert!(ada.open(&both).await.says("Not counted"), "it counts nowhere");
    assert!(ada.open(&format!("/clients/{}", app.alpha.client)).await.says("3, "), "the number before it holds again");
    assert!(ada.open(&before.path).await.says("Milling, 4"));
}

#[tokio::test]
async fn a_table_is_taken_whole_compared_with_in_its_year_and_set_aside() {
    let app = TestApp::start().await;
    county(&app).await;
    let today = app.db.clock().today();
    let year = i32::from(today.year());
    let mut max = app.person("Max").await;
    let wrong = imported(&mut max, year, "44387").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.says("Line 2: \u{201c}44387\u{201d} is no pay for one hour in dollars"), "{}", wrong.text());
    imported(&mut max, year - 1, "19").await;
    let second = imported(&mut max, year - 1, "20").await;
    assert!(second.says("Set aside"), "of each year one at most: {}", second.text());
    let same = imported(&mut max, year - 1, "20").await;
    assert!(same.says("This file is here already, as wages.csv"), "{}", same.text());
    let mut ada = app.person("Ada").await;
    let page = counted(&app, &mut ada, 0, "1", &[]).await;
    assert!(
        page.says(&format!("$19 an hour, for one adult, {}", year - 1)),
        "the year before, where there is none of the year: {}",
        page.text()
    );
    let second = max.open(&second.path).await;
    let used = max.press(&second, "Compare wages with it", &[]).await;
    assert!(used.says("Wages are compared with it"), "{}", used.text());
    assert!(ada.open(&page.path).await.says("$20 an hour"));
    let list = max.press(&used, "Take this table back", &[]).await;
    assert!(list.says("Set aside") && !list.says("Wages are compared with it"), "{}", list.text());
    assert!(ada.open(&page.path).await.says("pay is compared with nothing"));
    assert_eq!(app.person("Ada").await.look("/living-wages").await.status, StatusCode::FORBIDDEN);
}
