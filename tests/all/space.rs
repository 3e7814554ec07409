//! Units and those who look for one: open matching, landlords who answer by link, a vacancy that several wait for.

mod asking;
mod finding;
pub mod house;
mod leasing;
mod placing;

use crate::house::{Page, Person, TestApp};
use axum::http::StatusCode;
use house::{Landlord, need, site_key, waits};
use std::fs;

/// The modules that decide about a match: what they are, know and name is all that can matter.
const OPEN: [&str; 7] = ["mod.rs", "matching.rs", "relaxing.rs", "allocation.rs", "rent.rs", "saying.rs", "attribute.rs"];

/// Words of which none may stand in a module that decides about a match, outside of the units' own building owner.
const CLOSED: [&str; 25] = [
    "person",
    "people",
    "owner",
    "ownership",
    "race",
    "ethnic",
    "sex",
    "gender",
    "veteran",
    "disab",
    "firewall",
    "demograph",
    "language",
    "nationality",
    "birth",
    "religion",
    "household",
    "income",
    "client_name",
    "first_name",
    "last_name",
    "email",
    "telephone",
    "equity",
    "self_id",
];

fn closed_words(code: &str) -> Vec<String> {
    let code =
        code.replace("building_owner", "").replace("\"owner|building owner|landlord name\"", "").replace("Who owns the building", "");
    let code = code
        .replace("personal guarantee", "")
        .replace("Personal guarantee", "")
        .replace("nonprofit owner", "")
        .replace("Nothing about the owner is used.", "");
    let lower = code.to_lowercase();
    CLOSED.iter().filter(|word| lower.contains(**word)).map(ToString::to_string).collect()
}

/// The code of a file before its tests, without comments: comments may say what is not done.
fn code_of(text: &str) -> String {
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[test]
fn no_word_about_people_stands_where_a_match_is_decided() {
    for name in OPEN {
        let text = fs::read_to_string(format!("{}/src/sites/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
        let mut code = code_of(&text);
        if name == "mod.rs" {
            // What a match is handed: a need and a unit. Whose need it is stands in another struct that it never sees.
            let (before, after) = code.split_once("/// A business that looks").unwrap_or((&code, ""));
            let (_, rest) = code.split_once("pub struct Looking").unwrap_or((before, after));
            let rest = rest.split_once("\n}").map(|(_, rest)| rest).unwrap_or_default();
            code = format!("{}{rest}", code.split("pub struct Looking").next().unwrap_or_default());
        }
        assert_eq!(closed_words(&code), Vec::<String>::new(), "{name}");
    }
    assert_eq!(closed_words("fn a(race: Race) {}"), ["race"], "a planted fault is seen");
    assert_eq!(closed_words("use crate::people::Client;"), ["people"]);
    let matching = fs::read_to_string(format!("{}/src/sites/matching.rs", env!("CARGO_MANIFEST_DIR"))).unwrap();
    assert!(
        code_of(&matching).contains("pub fn rank(need: &Need, sites: &[Site]) -> Matching"),
        "it takes a need and units, and nothing else"
    );
    let uses: Vec<&str> = matching.lines().filter(|line| line.starts_with("use ")).collect();
    assert!(uses.iter().all(|line| line.starts_with("use super::") || line.starts_with("use crate::values::{")), "{uses:?}");
}

#[tokio::test]
async fn a_unit_is_added_changed_and_never_overwritten() {
    let app = TestApp::start().await;
    let landlord = Landlord::of(&app, &app.alpha).await;
    let mut ada = app.person("Ada").await;
    let page = ada.open("/sites/new").await;
    let page = ada
        .press(
            &page,
            "Add unit",
            &[
                ("partner", &landlord.partner),
                ("name", "Foundry, unit 4"),
                ("area_sq_ft", "5,200"),
                ("rent_cents", "16.50"),
                ("clear_height", "16'6\""),
            ],
        )
        .await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.says("Say what the rent counts"));
    let page = ada.press(&page, "Add unit", &[("rent_unit", "sq_ft_year"), ("rent_basis", "gross")]).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    assert!(page.says("$7,150 a month") && page.says("16 ft 6 in"), "{}", page.text());
    let form = ada.open(&format!("{}/facts", page.path)).await;
    let again = ada.open(&format!("{}/facts", page.path)).await;
    let changed = ada.press(&form, "Save changes", &[("power_amps", "400 A")]).await;
    assert!(changed.says("400 A"));
    let stale = ada.press(&again, "Save changes", &[("power_amps", "100")]).await;
    assert_eq!(stale.status, StatusCode::CONFLICT, "two editors never overwrite each other");
    assert!(app.person("Bea").await.open(&changed.path).await.status == StatusCode::NOT_FOUND, "another program's unit looks like none");
}

#[tokio::test]
async fn a_listing_is_pasted_looked_at_and_listed() {
    let app = TestApp::start().await;
    let landlord = Landlord::of(&app, &app.alpha).await;
    let mut ada = app.person("Ada").await;
    let page = ada.open("/sites/paste").await;
    let junk = "Shed 1\nSize: large\n\nShed 2\nSize: 2,000 sq ft\nRent: $18/sf/yr NNN\nColor: blue";
    let page = ada.press(&page, "Look at it", &[("partner", &landlord.partner), ("text", junk)]).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.says("From line 1: Floor area: write a whole number"), "{}", page.text());
    assert!(page.says("Color: blue"), "what was not understood is shown");
    let good = junk.replace("large", "900 sf");
    let page = ada.press(&page, "Look at it", &[("text", &good)]).await;
    assert!(page.says("List these 2 units"));
    let page = ada.press(&page, "List these 2 units", &[]).await;
    assert!(page.says("2 units were listed") && page.says("Shed 2"), "{}", page.text());
}

#[tokio::test]
async fn a_landlord_answers_with_one_press_and_a_scanner_with_none() {
    let app = TestApp::start().await;
    let landlord = Landlord::of(&app, &app.alpha).await;
    let (loft, shed) =
        (landlord.lists(&app, "Loft", &[("rent_cents", "1000"), ("rent_unit", "month")]).await, landlord.lists(&app, "Shed", &[]).await);
    landlord.has_not_confirmed_since(&app, "2026-01-05").await;
    app.move_to("2027-03-02", 9);
    let mut ada = app.person("Ada").await;
    let page = ada.open("/sites").await;
    assert!(page.says("Sal Silva is asked next."), "{}", page.text());
    let again = ada.open("/sites").await;
    let page = ada.press(&page, "Ask those now", &[]).await;
    assert!(page.says("1 landlord was asked.") && !page.says("Ask those now"), "{}", page.text());
    let page = ada.press(&again, "Ask those now", &[]).await;
    assert!(page.says("0 landlords were asked"), "nobody is asked twice in a month");
    let link = landlord.link(&app).await;
    for _ in 0..100 {
        assert_eq!(app.nobody().look(&link).await.status, StatusCode::OK);
    }
    assert_eq!(app.audited("site.checked").await, 0, "opening changes nothing");
    let mut sal = app.nobody();
    let page = sal.open(&link).await;
    assert!(!page.says("Alpha Metal Works"), "no business is named");
    let page = sal.press(&page, "Gone: Shed", &[]).await;
    assert!(page.says("Saved. Thank you.") && !page.says("Shed"), "{}", page.text());
    let page = sal.press(&page, "The rent changed: Loft", &[("rent", "1,250")]).await;
    assert!(page.says("$1,250 a month"), "{}", page.text());
    assert!(ada.open(&format!("/sites/{shed}")).await.says("Gone"));
    assert!(ada.open(&format!("/sites/{loft}")).await.says("said Sal Silva"));
    let other = Landlord::of(&app, &app.beta).await;
    let foreign = other.lists(&app, "Foreign", &[]).await;
    let answer = sal.post(&link, &[("key", "0123456789abcdef"), ("site", &foreign), ("answer", "gone")]).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND, "another landlord's unit looks like none");
    let unknown = app.nobody().open(&format!("/u/{}", "0".repeat(52))).await;
    assert!(unknown.status == StatusCode::NOT_FOUND && unknown.text() == answer.text(), "a dead link looks like one that never was");
}

#[tokio::test]
async fn a_vacancy_tells_those_who_agreed_once_and_names_nothing() {
    let app = TestApp::start().await;
    let landlord = Landlord::of(&app, &app.alpha).await;
    let unit = landlord.lists(&app, "Foundry, unit 4", &[("area_sq_ft", "5000")]).await;
    waits(&app, &app.alpha, "Rosa Plating", "Rosa", &[("min_sq_ft", "4000")], "2026-03-01", true).await;
    waits(&app, &app.alpha, "Silent Shop", "Sid", &[("min_sq_ft", "4000")], "2026-02-01", false).await;
    waits(&app, &app.alpha, "Grand Works", "Gia", &[("min_sq_ft", "9000")], "2026-01-01", true).await;
    let mut ada = app.person("Ada").await;
    let page = ada.open(&format!("/sites/{unit}")).await;
    assert!(page.says("2 of 3 waiting needs could be met here") && !page.says("Grand Works"), "{}", page.text());
    let page = ada.press(&page, "Tell the one who agreed to hear of it", &[]).await;
    assert!(page.says("1 business is told.") && page.says("Told on"), "{}", page.text());
    assert!(!page.says("Tell the one"), "never twice");
    let bodies: Vec<String> = app
        .db
        .read(|conn| {
            let mut statement = conn.prepare("SELECT subject || ' ' || body FROM outbox_message WHERE audience = 'entrepreneur'")?;
            Ok(statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
        })
        .await
        .unwrap();
    assert_eq!(bodies.len(), 1);
    for hidden in ["Foundry", "Rosa", "Plating", "Harbor", "5,000", "5000"] {
        assert!(!bodies[0].contains(hidden), "{hidden} in {}", bodies[0]);
    }
    assert!(bodies[0].contains("there is news"), "{}", bodies[0]);
}

async fn write_rule(max: &mut Person, rule: &str) -> Page {
    let page = max.open("/sites/rule").await;
    let typed = [
        ("rule", rule),
        ("reason", "It is fair and can be checked"),
        ("evidence", "14 of 20 moved out last year"),
        ("decided_by", "The board"),
        ("decided_on", "2026-01-15"),
    ];
    max.press(&page, "Write the rule", &typed).await
}

#[tokio::test]
async fn several_wait_for_one_unit_and_the_written_rule_decides() {
    let app = TestApp::start().await;
    let landlord = Landlord::of(&app, &app.alpha).await;
    let unit = landlord.lists(&app, "Foundry, unit 4", &[("area_sq_ft", "5000")]).await;
    waits(&app, &app.alpha, "Long Wait", "Lou", &[("min_sq_ft", "4000")], "2026-01-01", false).await;
    let displaced = [("min_sq_ft", "4000"), ("reason", "displaced")];
    waits(&app, &app.alpha, "Out Soon", "Ona", &displaced, "2026-09-01", false).await;
    let (mut ada, mut max) = (app.person("Ada").await, app.person("Max").await);
    let page = ada.open(&format!("/sites/{unit}")).await;
    assert!(page.says("Your program has no written rule yet."), "{}", page.text());
    let page = max.open("/sites/rule").await;
    let empty = max.press(&page, "Write the rule", &[("rule", "wait")]).await;
    assert!(empty.status == StatusCode::UNPROCESSABLE_ENTITY && empty.says("Fill in what that rests on"), "{}", empty.text());
    assert!(write_rule(&mut max, "wait").await.says("In force"));
    let page = ada.open(&format!("/sites/{unit}")).await;
    assert!(page.says("1. Long Wait") && page.says("2. Out Soon") && page.says("Seed:"), "{}", page.text());
    assert!(write_rule(&mut max, "displacement").await.says("Earlier"), "the old rule stays on record");
    let page = ada.open(&format!("/sites/{unit}")).await;
    assert!(page.says("1. Out Soon") && page.says("2. Long Wait"), "{}", page.text());
    let long = need(&app, "Long Wait").await;
    let refused = ada.press(&page, "Give the unit, and write it down", &[("need", &long)]).await;
    assert!(
        refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.says("This is not whom the rule gives it to. Write why."),
        "{}",
        refused.text()
    );
    let given =
        ada.press(&refused, "Give the unit, and write it down", &[("need", &long), ("reason", "Out Soon found another place")]).await;
    assert!(
        given.says("The rule gave it to Out Soon.") && given.says("Out Soon found another place") && given.says("of 2 who waited"),
        "{}",
        given.text()
    );
    let key = site_key(&app, &unit).await;
    let touched = app
        .db
        .write(fairfloor::store::Actor::system(), move |tx| Ok(tx.execute("UPDATE allocation SET reason = 'x' WHERE site_id = ?1", [key])?))
        .await;
    assert!(touched.is_err(), "a decision is never changed");
}

#[tokio::test]
async fn five_thousand_units_are_imported_once_and_junk_is_named() {
    let app = TestApp::start().await;
    let landlord = Landlord::of(&app, &app.alpha).await;
    let mut text = "Landlord,Unit,Square feet,Rent,Rent per,Clear height,Phase,Docks\n".to_owned();
    for number in 0..5000 {
        text += &format!("{},Bay {number},{},{},month,14,3,1\n", landlord.name, 1000 + number, 2000 + number);
    }
    let junk = text.replace("Bay 7,1007,", "Bay 7,roomy,").replace("Bay 9,1009,2009,month", "Bay 9,1009,2009,moon");
    let words = landlord.imports(&app, &junk, false).await.unwrap_err();
    assert!(
        words.contains("Line 9, column \"Square feet\": Floor area: write a whole number")
            && words.contains("Line 11, column \"Rent per\""),
        "{words}"
    );
    let foreign = text.replacen(&format!("\n{},Bay 0,", landlord.name), "\nNobody We Know,Bay 0,", 1);
    assert!(
        landlord
            .imports(&app, &foreign, false)
            .await
            .unwrap_err()
            .contains("Line 2: no landlord of this program is called \"Nobody We Know\"")
    );
    assert!(landlord.imports(&app, &text, true).await.unwrap().contains("5,000 units"), "a dry run says what would come");
    assert_eq!(landlord.units(&app).await, 0, "and brings nothing");
    assert!(landlord.imports(&app, &text, false).await.unwrap().contains("5,000 units, 0 already listed"));
    assert_eq!(landlord.units(&app).await, 5000);
    let mut max = app.person("Max").await;
    assert!(max.open("/sites").await.says("5,000 units"));
    let record: String = app.db.read(|conn| Ok(conn.query_row("SELECT public_id FROM import_run", [], |row| row.get(0))?)).await.unwrap();
    let page = max.open(&format!("/imports/{record}")).await;
    let page = max.press(&page, "Undo import", &[]).await;
    assert!(page.says("5,000") && landlord.units(&app).await == 0, "an import of units is taken back: {}", page.text());
}
