//! Zones as a manager imports them and an advisor sees them.

use crate::house::{Page, TestApp};
use axum::http::StatusCode;
use fairfloor::places::queries::{homes, zones_at};
use fairfloor::values::{Day, Point};

pub fn ring(south: f64, west: f64, side: f64) -> String {
    let corner = |y: f64, x: f64| format!("[{:.6},{:.6}]", west + x * side, south + y * side);
    format!("[{},{},{},{},{}]", corner(0.0, 0.0), corner(1.0, 0.0), corner(1.0, 1.0), corner(0.0, 1.0), corner(0.0, 0.0))
}

pub fn zone(name: &str, coordinates: &str) -> String {
    format!(
        r#"{{"type":"Feature","properties":{{"name":"{name}","borough":"Eastside"}},"geometry":{{"type":"Polygon","coordinates":{coordinates}}}}}"#
    )
}

pub fn file(zones: &[String]) -> String {
    format!(r#"{{"type":"FeatureCollection","name":"Makers zones (Planning office, first edition)","features":[{}]}}"#, zones.join(","))
}

/// A file of one zone.
pub fn harbor() -> String {
    file(&[zone("Harbor", &format!("[{}]", ring(40.70, -73.95, 0.01)))])
}

/// Two zones with what real ones have: a hole, and a sliver in which they overlap.
fn two_zones() -> String {
    file(&[
        zone("Harbor", &format!("[{},{}]", ring(40.70, -73.95, 0.01), ring(40.703, -73.947, 0.002))),
        zone("Mill & Dock", &format!("[{}]", ring(40.7099, -73.95, 0.005))),
    ])
}

async fn names_at(app: &TestApp, typed: &str, day: &str) -> Vec<String> {
    let (point, day) = (Point::parse(typed).unwrap(), Day::parse(day).unwrap());
    app.db.read(move |conn| Ok(zones_at(conn, point, day)?.into_iter().map(|zone| zone.name).collect())).await.unwrap()
}

pub async fn bring(app: &TestApp, text: &str, from: &str) -> Page {
    let mut max = app.person("Max").await;
    let preview = max.upload("/zones/preview", &[("property", "")], "zones.geojson", text).await;
    assert_eq!(preview.status, StatusCode::OK, "{}", preview.text());
    let button = if preview.says("Import 1 zone") { "Import 1 zone" } else { "Import 2 zones" };
    max.press(&preview, button, &[("kind", "Makers zone"), ("valid_from", from)]).await
}

#[tokio::test]
async fn a_manager_looks_at_a_file_imports_it_and_takes_it_back() {
    let app = TestApp::start().await;
    let mut max = app.person("Max").await;
    let choose = max.open("/zones/import").await;
    assert!(choose.says("Nothing imported yet"));
    let preview = max.upload("/zones/preview", &[("property", "")], "zones.geojson", &two_zones()).await;
    assert!(
        preview.says("2 zones") && preview.says("Mill & Dock") && preview.says("acres") && preview.says("8 corners"),
        "{}",
        preview.text()
    );
    assert_eq!(app.audited("zones.imported").await, 0, "looking changes nothing");
    let form = preview.form_with("Import 2 zones");
    assert_eq!((form.value("set"), form.value("source")), (Some("Makers zones"), Some("Planning office, first edition")));

    let refused = max.press(&preview, "Import 2 zones", &[("kind", ""), ("valid_from", "yesterday")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.says("Fill in what one of them is") && refused.title().starts_with("Error: "));
    let list = max.press(&refused, "Import 2 zones", &[("kind", "Makers zone"), ("valid_from", "2026-01-01")]).await;
    assert_eq!(list.path, "/zones");
    assert!(list.says("Harbor") && list.says("Eastside") && list.text().contains("<svg"));
    assert_eq!(app.audited("zones.imported").await, 1);
    let again = max.upload("/zones/preview", &[("property", "")], "zones.geojson", &two_zones()).await;
    let again = max.press(&again, "Import 2 zones", &[]).await;
    assert!(again.says("This very file is the newest edition already"), "{}", again.text());

    let mut ada = app.person("Ada").await;
    let page = ada.open("/zones").await;
    assert!(page.says("Mill & Dock") && !page.says("Import zones"));
    assert_eq!(ada.look("/zones/import").await.status, StatusCode::FORBIDDEN);

    let past = max.open("/zones/import").await;
    let past = max.press(&past, "Undo this import: Makers zones from 2026-01-01", &[]).await;
    assert!(past.says("Undone"));
    assert!(max.open("/zones").await.says("No zones yet"));
    assert_eq!(names_at(&app, "40.702, -73.949", "2026-05-05").await, Vec::<String>::new());
}

#[tokio::test]
async fn a_point_is_in_the_zone_of_its_day_and_a_sliver_counts_in_the_smaller_zone() {
    let app = TestApp::start().await;
    bring(&app, &two_zones(), "2026-01-01").await;
    for (typed, names) in [
        ("40.702, -73.9493", &["Harbor"][..]),
        ("40.704, -73.946", &[]),
        ("40.70995, -73.948", &["Mill & Dock", "Harbor"]),
        ("40.71, -73.9480001", &["Mill & Dock", "Harbor"]),
        ("40.7200001, -73.948", &[]),
    ] {
        assert_eq!(names_at(&app, typed, "2026-03-01").await, names, "{typed}");
    }
    assert_eq!(names_at(&app, "40.702, -73.9493", "2025-12-31").await, Vec::<String>::new(), "before the first day");
    let point = Point::parse("40.70995, -73.948").unwrap();
    let home = app.db.read(move |conn| {
        let zones = zones_at(conn, point, Day::parse("2026-03-01")?)?;
        Ok(homes(&zones).iter().map(|zone| zone.name.clone()).collect::<Vec<_>>())
    });
    assert_eq!(home.await.unwrap(), ["Mill & Dock"]);

    // The next edition moves the harbor and drops the mill.
    let moved = file(&[zone("harbor", &format!("[{}]", ring(40.80, -73.95, 0.01)))]);
    bring(&app, &moved, "2026-07-01").await;
    assert_eq!(names_at(&app, "40.702, -73.9493", "2026-06-30").await, ["harbor"], "one zone through all editions");
    assert_eq!(names_at(&app, "40.702, -73.9493", "2026-07-01").await, Vec::<String>::new());
    assert_eq!(names_at(&app, "40.805, -73.945", "2026-07-01").await, ["harbor"]);
    assert_eq!(names_at(&app, "40.712, -73.948", "2026-07-01").await, Vec::<String>::new(), "the mill has ended");
    let older = bring(&app, &harbor(), "2026-06-01").await;
    assert_eq!(older.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(older.says("A newer one must hold from a later day"));

    let mut max = app.person("Max").await;
    let past = max.open("/zones/import").await;
    assert!(!past.text().contains("Makers zones from 2026-01-01"), "only the newest can be taken back");
    max.press(&past, "Undo this import: Makers zones from 2026-07-01", &[]).await;
    assert_eq!(names_at(&app, "40.702, -73.9493", "2026-07-01").await, ["harbor"]);
    assert_eq!(names_at(&app, "40.712, -73.948", "2027-07-01").await, ["Mill & Dock"]);
}

#[tokio::test]
async fn a_broken_file_is_refused_whole_and_the_zone_is_named() {
    let app = TestApp::start().await;
    let mut max = app.person("Max").await;
    let swapped = "[[[40.70,-73.95],[40.71,-73.95],[40.71,-73.94],[40.70,-73.95]]]";
    let page = max
        .upload(
            "/zones/preview",
            &[("property", "")],
            "zones.geojson",
            &file(&[zone("Fine", &format!("[{}]", ring(40.7, -73.9, 0.01))), zone("Turned", swapped)]),
        )
        .await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(page.says("Turned") && page.says("Latitude and longitude are swapped") && !page.says("Import 2 zones"), "{}", page.text());
    for (text, words) in [
        ("", "The file is empty"),
        ("PK\u{3}\u{4}", "This is a zip file"),
        ("{\"type\":\"FeatureCollection\"", "It may have been cut off"),
        ("{\"type\":\"FeatureCollection\",\"features\":[]}", "no zone in the file"),
    ] {
        let page = max.upload("/zones/preview", &[("property", "")], "zones.geojson", text).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{words}");
        assert!(page.says(words) && page.title().starts_with("Error: "), "{words}: {}", page.text());
    }
    let other = harbor().replace("\"name\":\"Harbor\"", "\"TITLE\":\"Harbor\",\"X\":\"Y\"");
    let page = max.upload("/zones/preview", &[("property", "")], "zones.geojson", &other).await;
    assert!(page.says("does not say which property is the name"), "{}", page.text());
    let page = max.upload("/zones/preview", &[("property", "TITLE")], "zones.geojson", &other).await;
    assert!(page.says("Import 1 zone"), "{}", page.text());
    let large = "x".repeat(10 * 1024 * 1024 + 200_000);
    assert_eq!(max.upload("/zones/preview", &[("property", "")], "zones.geojson", &large).await.status, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(app.audited("zones.imported").await, 0);
}
