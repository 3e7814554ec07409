//! Where a client is, how it holds its place, and what its program counts as a risk.

use crate::house::{Page, Person, TestApp};
use crate::zones::harbor;
use axum::http::StatusCode;
use fairfloor::places::command::{Command, Said};

/// A house with one zone, the harbor, from the first day of 2020.
async fn with_harbor() -> TestApp {
    let app = TestApp::start().await;
    let file = app.folder.folder.path().with_extension("geojson");
    std::fs::write(&file, harbor()).unwrap();
    let said = Said { valid_from: "2020-01-01".to_owned(), ..Said::default() };
    fairfloor::places::command::command(&app.db, Command { file, said, ..Command::default() }).await.unwrap();
    app
}

async fn place(app: &TestApp, ada: &mut Person, point: &str) -> Page {
    let page = ada.open(&format!("/clients/{}/place", app.alpha.client)).await;
    ada.press(&page, "Save the place", &[("point", point), ("since_on", "2026-01-01")]).await
}

async fn tell(app: &TestApp, ada: &mut Person, typed: &[(&str, &str)]) -> Page {
    let page = ada.open(&format!("/clients/{}/place", app.alpha.client)).await;
    ada.press(&page, "Save", typed).await
}

async fn harbor_page(app: &TestApp, who: &'static str) -> Page {
    let mut person = app.person(who).await;
    let list = person.open("/zones").await;
    let id = list.between("<h3><a href=\"/zones/", "\"");
    person.open(&format!("/zones/{id}")).await
}

/// Any day from today on.
fn days_ahead(app: &TestApp, days: i64) -> String {
    app.db.clock().today().plus_days(days).to_string()
}

#[tokio::test]
async fn a_client_is_in_a_zone_by_its_coordinates_and_never_by_its_postal_code() {
    let app = with_harbor().await;
    let mut ada = app.person("Ada").await;
    let client = format!("/clients/{}", app.alpha.client);
    let facts = ada.open(&format!("{client}/facts")).await;
    ada.press(&facts, "Save facts", &[("postal_code", "11231"), ("street", "1 Harbor Street")]).await;
    let page = ada.open(&client).await;
    assert!(page.says("Place not known") && page.says("Not known without coordinates"), "{}", page.text());

    let swapped = place(&app, &mut ada, "-73.9450, 40.7050").await;
    assert_eq!(swapped.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(swapped.says("Latitude and longitude look swapped") && swapped.text().contains("value=\"-73.9450, 40.7050\""));
    let page = place(&app, &mut ada, "40.7050, -73.9450").await;
    assert!(page.says("40.705000, -73.945000") && page.says("read off a map") && page.says("Harbor"), "{}", page.text());
    assert!(!page.says("Place not known"));
    let page = place(&app, &mut ada, "40.7, -73.95").await;
    assert!(page.says("known to about half a mile"));
    let page = place(&app, &mut ada, "40.9050, -73.9450").await;
    assert!(page.says("In no zone on record"));
    let page = place(&app, &mut ada, "").await;
    assert!(page.says("Place not known"), "an empty place takes the last one back");
    assert_eq!(app.audited("client.located").await, 4);
    let mut bea = app.person("Bea").await;
    assert_eq!(bea.look(&format!("{client}/place")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_is_told_about_a_lease_becomes_a_risk_with_its_reasons_and_stays_on_record() {
    let app = with_harbor().await;
    let mut ada = app.person("Ada").await;
    let client = format!("/clients/{}", app.alpha.client);
    assert!(ada.open(&client).await.says("Not known: how the place is held"));

    let nothing = tell(&app, &mut ada, &[]).await;
    assert!(nothing.says("Nothing is filled in"));
    let wrong = [("tenure", "lease"), ("rent", "a lot"), ("has_rezoning", "yes"), ("notice_on", "2026-01-01"), ("told_on", "2199-01-01")];
    let wrong = tell(&app, &mut ada, &wrong).await;
    for words in
        ["You typed \u{201c}a lot\u{201d}", "Say where the rezoning is written", "Say what the notice was", "This day has not come yet"]
    {
        assert!(wrong.says(words), "{words}: {}", wrong.text());
    }
    assert!(wrong.text().contains("value=\"a lot\""), "what was typed is kept");

    let ends = days_ahead(&app, 100);
    let page = tell(
        &app,
        &mut ada,
        &[("tenure", "lease"), ("lease_ends_on", &ends), ("rent", "2,400"), ("rent_step", "12.5"), ("lease_option", "none")],
    )
    .await;
    assert!(page.says("in 100 days") && page.says("The rent goes up by 12.5 % on $2,400 a month") && page.says("High"), "{}", page.text());
    let page = tell(&app, &mut ada, &[("lease_option", "renew"), ("rent_step", "2")]).await;
    assert!(page.says("an option is on record, so this is only watched") && page.says("Watch"), "{}", page.text());
    let history = ada.open(&format!("{client}/place")).await;
    assert!(history.says("Told so far") && history.says("next step 12.5 %") && history.says("next step 2 %"));
    assert_eq!(app.audited("client.occupancy_recorded").await, 2);

    // Two have the form open; the second is told that something changed.
    let (mine, yours) = (ada.open(&format!("{client}/place")).await, history);
    ada.press(&mine, "Save", &[("tenure", "own"), ("lease_ends_on", "")]).await;
    assert_eq!(ada.press(&yours, "Save", &[("tenure", "shared")]).await.status, StatusCode::CONFLICT);
    assert!(ada.open(&client).await.says("Owns it"));
}

#[tokio::test]
async fn the_page_of_a_zone_lists_its_clients_and_another_programs_are_not_there() {
    let app = with_harbor().await;
    let mut ada = app.person("Ada").await;
    assert!(harbor_page(&app, "Ada").await.says("No client on the map here"));
    place(&app, &mut ada, "40.7050, -73.9450").await;
    let ends = days_ahead(&app, 300);
    tell(&app, &mut ada, &[("tenure", "lease"), ("lease_ends_on", &ends)]).await;
    let page = harbor_page(&app, "Ada").await;
    assert!(page.says("Alpha Metal Works") && page.says("Raised") && page.says("in 300 days"), "{}", page.text());
    assert!(page.text().contains("class=\"spot\"") && page.says("Leases over, or ending in 12 months1"), "{}", page.text());
    let list = ada.open("/zones").await;
    assert!(list.says("1 client") && list.says("1 lease ending") && list.says("1 raised") && !list.says("no place on the map"));
    assert!(ada.open("/leases").await.says("No lease ends within twelve months"), "Alpha's client has no advisor yet");
    assert!(ada.open("/leases?whose=all").await.says("Alpha Metal Works"));

    let other = harbor_page(&app, "Bea").await;
    assert!(!other.says("Alpha Metal Works") && other.says("No client on the map here"));
    assert!(!app.person("Bea").await.open("/leases?whose=all").await.says("Alpha Metal Works"));
    assert!(app.person("Bea").await.open("/zones").await.says("1 client has no place on the map yet"));
}

#[tokio::test]
async fn a_rezoning_presses_on_every_client_of_the_zone_until_it_is_over() {
    let app = with_harbor().await;
    let mut ada = app.person("Ada").await;
    place(&app, &mut ada, "40.7050, -73.9450").await;
    let page = harbor_page(&app, "Ada").await;
    let refused = ada.press(&page, "Write it down", &[("what", "Rezoning to housing")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.says("Fill in where it is written"));
    let page = ada.press(&refused, "Write it down", &[("where_written", "City file 2026-14")]).await;
    assert!(page.says("Harbor: Rezoning to housing (City file 2026-14)") && page.says("Raised"), "{}", page.text());
    assert!(ada.open(&format!("/clients/{}", app.alpha.client)).await.says("Rezoning to housing"));
    let page = ada.press(&page, "It is over: Rezoning to housing", &[]).await;
    assert!(!page.says("City file 2026-14") && page.says("Nothing on record"));
    assert_eq!((app.audited("zone.pressure_noted").await, app.audited("zone.pressure_ended").await), (1, 1));
}

#[tokio::test]
async fn a_manager_decides_about_a_rule_with_a_reason_and_an_advisor_reads_it() {
    let app = with_harbor().await;
    let (mut ada, mut max) = (app.person("Ada").await, app.person("Max").await);
    tell(&app, &mut ada, &[("tenure", "month_to_month")]).await;
    let client = format!("/clients/{}", app.alpha.client);
    assert!(ada.open(&client).await.says("Raised"));
    let rules = ada.open("/zones/rules").await;
    assert!(
        rules.says("not decided yet")
            && rules.says("No rule looks at who an owner is")
            && !rules.text().contains("/zones/rules/month_to_month")
    );
    assert_eq!(ada.look("/zones/rules/month_to_month").await.status, StatusCode::FORBIDDEN);
    assert_eq!(max.look("/zones/rules/who_they_are").await.status, StatusCode::NOT_FOUND);

    let form = max.open("/zones/rules/month_to_month").await;
    let refused = max.press(&form, "Save the decision", &[("is_on", "no")]).await;
    assert!(refused.says("Fill in the reason") && refused.says("Fill in the evidence") && refused.says("Fill in who decided"));
    let said =
        [("reason", "Every shop here is month to month"), ("evidence", "Our survey of 40 shops, May 2026"), ("decided_by", "Makers board")];
    let rules = max.press(&refused, "Save the decision", &said).await;
    assert!(
        rules.says("Switched off") && rules.says("Our survey of 40 shops, May 2026") && rules.says("by Makers board"),
        "{}",
        rules.text()
    );
    assert!(ada.open(&client).await.says("No reason on record"));
    assert_eq!(app.audited("risk_rule.decided").await, 1);

    let days = max.open("/zones/rules/lease_soon").await;
    let refused = max.press(&days, "Save the decision", &[("threshold", "0")]).await;
    assert!(refused.says("a whole number of days from 1 to 1,825"));
    // Another program decides for itself.
    assert!(!app.person("Mia").await.open("/zones/rules").await.says("Makers board"));
    let alpha = app.alpha.key.to_string();
    assert_eq!(app.person("Mia").await.look(&format!("/zones/rules?program={alpha}")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_file_of_clients_brings_their_coordinates_and_taking_it_back_takes_them_too() {
    let app = with_harbor().await;
    let file = app.folder.folder.path().with_extension("csv");
    let rows = "Business name,ZIP,Lat,Lon\nDock Foundry,11231,40.7050,-73.9450\nSwapped Shop,11231,-73.9450,40.7050\nHalf Place,11231,40.7050,\nNo Place,11231,,\n";
    std::fs::write(&file, rows).unwrap();
    let command = fairfloor::import::Command {
        kind: "clients".to_owned(),
        file,
        program: Some("Alpha".to_owned()),
        map: Vec::new(),
        preset: None,
        decide: Vec::new(),
        dry_run: false,
    };
    let said = fairfloor::import::command(&app.db, command, &mut |_, _| {}).await.unwrap();
    assert!(said.contains("\"-73.9450, 40.7050\"") && said.contains("not swapped") && said.contains("\"40.7050, \""), "{said}");
    let page = harbor_page(&app, "Ada").await;
    assert!(page.says("Dock Foundry") && !page.says("Swapped Shop") && !page.says("Half Place"), "{}", page.text());
    let mut max = app.person("Max").await;
    let list = max.open("/imports").await;
    let import = max.open(&format!("/imports/{}", list.between("<a href=\"/imports/", "\""))).await;
    assert!(max.press(&import, "Undo import", &[]).await.says("Undone on"));
    assert!(!harbor_page(&app, "Ada").await.says("Dock Foundry"));
    let left = app.db.read(|conn| Ok(conn.query_row("SELECT count(*) FROM location", [], |row| row.get::<_, i64>(0))?)).await.unwrap();
    assert_eq!(left, 0);
}

#[tokio::test]
async fn the_page_of_a_zone_shows_the_units_to_let_in_it() {
    let app = with_harbor().await;
    let landlord = crate::space::house::Landlord::of(&app, &app.alpha).await;
    landlord.lists(&app, "Pier 4, ground floor", &[("latitude", "40.7050"), ("longitude", "-73.9450"), ("area_sq_ft", "5200")]).await;
    landlord.lists(&app, "Far away hall", &[("latitude", "40.9050"), ("longitude", "-73.9450")]).await;
    landlord.lists(&app, "Somewhere", &[]).await;
    let page = harbor_page(&app, "Ada").await;
    assert!(page.says("Units to let in this zone") && page.says("Pier 4, ground floor") && page.says("5,200 sq ft"), "{}", page.text());
    assert!(!page.says("Far away hall") && !page.says("Somewhere"));
    assert!(!harbor_page(&app, "Bea").await.says("Pier 4"), "another program's directory is another's");
}
