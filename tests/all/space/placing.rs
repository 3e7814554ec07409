//! Units on the map: the zone a unit lies in, by the boundaries of the day, and the units of a zone.

use super::house::Landlord;
use crate::house::TestApp;
use crate::zones::{bring, file, ring, zone};
use fairfloor::values::Day;

const IN: [(&str, &str); 2] = [("latitude", "40.702000"), ("longitude", "-73.949000")];
const OUT: [(&str, &str); 2] = [("latitude", "40.720000"), ("longitude", "-73.949000")];

#[tokio::test]
async fn a_units_page_and_row_name_the_zone_it_lies_in_as_it_is_drawn_today() {
    let app = TestApp::start().await;
    let landlord = Landlord::of(&app, &app.alpha).await;
    let loft = landlord.lists(&app, "Loft", &IN).await;
    let shed = landlord.lists(&app, "Shed", &OUT).await;
    let barn = landlord.lists(&app, "Barn", &[]).await;
    app.move_to("2027-03-02", 9);
    let mut ada = app.person("Ada").await;
    assert!(ada.open(&format!("/sites/{loft}")).await.says("In no zone on record"));
    let harbor = |south: f64| file(&[zone("Harbor", &format!("[{}]", ring(south, -73.95, 0.01)))]);
    bring(&app, &harbor(40.70), "2026-01-01").await;
    let page = ada.open(&format!("/sites/{loft}")).await;
    assert!(page.says("Harbor, Makers zone, as drawn since January 1, 2026"), "{}", page.text());
    assert!(ada.open(&format!("/sites/{shed}")).await.says("In no zone on record"));
    assert!(ada.open(&format!("/sites/{barn}")).await.says("Not known without coordinates"));
    let list = ada.open("/sites").await;
    assert_eq!(list.text().matches("<span>Harbor</span>").count(), 1, "{}", list.text());
    // A zone's page lists its units, and links to the list of them.
    let link = page.text().split("href=\"/zones/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let zone_page = ada.open(&format!("/zones/{link}")).await;
    assert!(zone_page.says("Units to let in this zone") && zone_page.says("Loft") && !zone_page.says("Shed"), "{}", zone_page.text());
    let only = ada.open(&format!("/sites?zone={link}")).await;
    assert!(
        only.says("1 unit, available") && only.says("Only units in Harbor") && only.says("Loft") && !only.says("Shed"),
        "{}",
        only.text()
    );
    // Drawn anew: from that day on the other one lies in it.
    bring(&app, &harbor(40.715), "2027-03-10").await;
    assert!(ada.open(&format!("/sites/{loft}")).await.says("as drawn since January 1, 2026"), "not before its day");
    app.move_to("2027-03-10", 9);
    let mut ada = app.person("Ada").await;
    assert!(ada.open(&format!("/sites/{loft}")).await.says("In no zone on record"));
    assert!(ada.open(&format!("/sites/{shed}")).await.says("Harbor, Makers zone, as drawn since March 10"));
}

#[tokio::test]
async fn many_units_of_a_zone_stand_on_pages() {
    let app = TestApp::start().await;
    let landlord = Landlord::of(&app, &app.alpha).await;
    let mut text = "Landlord,Unit,Latitude,Longitude\n".to_owned();
    for number in 0..130 {
        text += &format!("{},Bay {number:03},{},-73.949\n", landlord.name, if number < 120 { "40.702" } else { "40.72" });
    }
    landlord.imports(&app, &text, false).await.unwrap();
    bring(&app, &crate::zones::harbor(), "2026-01-01").await;
    let (mut ada, today) = (app.person("Ada").await, app.db.clock().today());
    assert!(today > Day::parse("2026-01-01").unwrap());
    let list = ada.open("/zones").await;
    let link = list
        .text()
        .split("href=\"/zones/")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .find(|id| id.len() == 26)
        .unwrap()
        .to_owned();
    let page = ada.open(&format!("/zones/{link}")).await;
    assert!(page.says("All 120 units to let in this zone") && page.says("Bay 019") && !page.says("Bay 020"), "{}", page.text());
    let first = ada.open(&format!("/sites?status=available&zone={link}")).await;
    assert!(first.says("120 units, available") && first.says("Bay 049") && !first.says("Bay 050"));
    let last = ada.open(&format!("/sites?status=available&zone={link}&page=2")).await;
    assert!(last.says("Bay 100") && last.says("Bay 119") && !last.says("Bay 120"), "{}", last.text());
}
