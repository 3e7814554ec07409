//! Figures without demographics: exact, for any days, worked out by hand from what people pressed.

use crate::house::{Page, TestApp};
use crate::voices::{ACCEPT, answers, completed, sal_does};
use crate::zones::{bring, harbor};
use axum::http::StatusCode;
use fairfloor::equity::catalogue::{Point, Way};
use fairfloor::referrals::Event;
use fairfloor::referrals::fact::Fact;
use fairfloor::reports::Span;
use fairfloor::reports::operations::{Areas, Only, operations, ways};
use fairfloor::values::Day;
use std::collections::BTreeMap;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

/// Every figure of the file, by its id.
async fn file(app: &TestApp, more: &str) -> BTreeMap<String, String> {
    let page = app.person("Max").await.open(&format!("/reports/operations.csv?program={}{more}", app.alpha.id)).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    let text = page.text();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap()).map(|row| (row[15].to_owned(), row[6].to_owned())).collect()
}

async fn serve(app: &TestApp, minutes: &str) -> Page {
    let mut ada = app.person("Ada").await;
    let page = ada.open(&format!("/clients/{}", app.alpha.client)).await;
    ada.press(&page, "Save service", &[("minutes", "other"), ("minutes_other", minutes)]).await
}

async fn award(app: &TestApp, typed: &[(&str, &str)]) {
    let mut ada = app.person("Ada").await;
    let page = ada.open(&format!("/clients/{}/resources", app.alpha.client)).await;
    let saved = ada.press(&page, "Save resource", typed).await;
    assert_eq!(saved.status, StatusCode::OK, "{}", saved.text());
}

/// The way of the one client of Alpha in some days.
async fn way(app: &TestApp, first: &str, last: &str, as_of: &str) -> Option<Way> {
    let (program, client) = (app.alpha.key, app.alpha.client_key);
    let (span, as_of, zone) = (Span { first: day(first), last: day(last) }, day(as_of), crate::house::zone());
    let all = app.db.read(move |conn| ways(conn, Some(program), span, as_of, &Areas::default(), &[program], &zone)).await.unwrap();
    assert!(all.len() <= 1);
    all.into_iter().find(|(business, _)| *business == client).map(|(_, way)| way)
}

#[tokio::test]
async fn one_business_and_no_deed_is_told_in_words_and_days_before_it_have_nobody() {
    let app = TestApp::start().await;
    let mut max = app.person("Max").await;
    let page = max.open("/reports/operations").await;
    for words in [
        "Counted without demographics",
        "No award of these days is on record.",
        "Nothing asked for, awarded or delivered in these days is on record.",
        "More than half are still waiting.",
        "No referral of these businesses was sent, decided or ended in these days.",
        "No dollars were awarded in these days",
        "No zones are drawn for the last day of the period.",
        "Unit: a business. Pool: businesses enrolled on some day of the period, Alpha. Period: January 1 to December 1, 2026.",
    ] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    let nobody = max.open("/reports/operations?from=2025-01-01&to=2025-12-31").await;
    for words in ["Nobody joined in these days", "No business was enrolled in these days, so there is nothing to spread."] {
        assert!(nobody.says(words), "{words}: {}", nobody.text());
    }
    let figures = file(&app, "&from=2025-01-01&to=2025-12-31").await;
    assert_eq!((figures["totals.businesses.value"].as_str(), figures["funnel.enrolled.count"].as_str()), ("0", "0"));
    assert!(!figures.contains_key("funnel.served.share_of_enrolled"), "of nobody there is no share");
}

#[tokio::test]
async fn every_figure_is_what_was_pressed_and_what_was_taken_back_is_not_counted() {
    let app = TestApp::start().await;
    serve(&app, "30").await;
    serve(&app, "45").await;
    let page = serve(&app, "600").await;
    let mut ada = app.person("Ada").await;
    let service = page.between("href=\"/services/", "\"");
    let service = ada.open(&format!("/services/{service}")).await;
    ada.press(&service, "Take this service back", &[]).await;
    let grant = [("kind", "grant"), ("unit", "cents"), ("applied", "5,000"), ("applied_on", "2026-11-21"), ("awarded", "4,000")];
    award(&app, &[&grant[..], &[("awarded_on", "2026-12-01"), ("delivered", "1,500"), ("delivered_on", "2026-12-01")]].concat()).await;
    award(&app, &[("kind", "space"), ("unit", "square_feet"), ("awarded", "3,000"), ("awarded_on", "2026-12-01")]).await;
    award(&app, &[("kind", "loan"), ("unit", "cents"), ("awarded", "9,000"), ("awarded_on", "2026-12-01")]).await;
    let list = ada.open(&format!("/clients/{}/resources", app.alpha.client)).await;
    let loans = list.text();
    let loan = loans.split("href=\"/resources/").skip(1).find(|part| part.contains("Loan")).unwrap();
    let loan = ada.open(&format!("/resources/{}", loan.split('"').next().unwrap())).await;
    ada.press(&loan, "Take this resource back", &[]).await;

    let figures = file(&app, "").await;
    for (id, value) in [
        ("totals.businesses.value", "1"),
        ("totals.services.value", "2"),
        ("totals.advisor_time.value", "75"),
        ("totals.deployments.value", "2"),
        ("totals.dollars_awarded.value", "400000"),
        ("totals.dollars_delivered.value", "150000"),
        ("funnel.served.count", "1"),
        ("funnel.referred.count", "0"),
        ("funnel.awarded.count", "1"),
        ("funnel.awarded.share_of_enrolled", "1.000000"),
        ("resources.kind.grant-cents.applied", "500000"),
        ("resources.kind.grant-cents.awarded", "400000"),
        ("resources.kind.space-square_feet.awarded", "3000"),
        ("resources.kind.space-square_feet.applied_unknown", "1"),
        ("resources.kind.space-square_feet.delivered_unknown", "1"),
        ("award_days.applied-awarded.begun", "1"),
        ("award_days.applied-awarded.median", "10"),
        ("award_days.awarded-delivered.begun", "2"),
        ("award_days.awarded-delivered.open", "1"),
        ("award_days.awarded-delivered.median", "0"),
        ("first_service.all.median", "0"),
        ("first_service.all.open", "0"),
        ("concentration.gini.value", "0.000000"),
        ("concentration.top_fifth.value", "1.000000"),
        ("place.neighborhood.unknown.dollars", "400000"),
        ("place.neighborhood.unknown.square_feet", "3000"),
    ] {
        assert_eq!(figures.get(id).map(String::as_str), Some(value), "{id}: {figures:#?}");
    }
    assert!(!figures.keys().any(|id| id.contains("loan")), "what was taken back is nowhere");
}

#[tokio::test]
async fn a_business_stands_at_its_furthest_step_and_the_funnel_counts_the_same_ways() {
    let app = TestApp::start().await;
    let referred = completed(&app).await;
    let mut rosa = app.nobody();
    answers(&mut rosa, &referred.status_link, &[("happened", "not_as_reported"), ("need_met", "no"), ("was_missing", "fit")]).await;
    let way = way(&app, "2026-12-01", "2026-12-31", "2027-03-01").await.unwrap();
    assert_eq!(way.station, Some(Point::Completed));
    assert!(way.is_disputed && !way.is_declined && !way.is_unanswered && !way.is_awarded);
    assert_eq!((way.joined, way.programs), (Some(0), 1), "followed for 90 days, and not served in them");
    let figures = file(&app, "").await;
    let funnel = ["enrolled", "served", "referred", "accepted", "completed", "awarded"]
        .map(|point| figures[&format!("funnel.{point}.count")].as_str());
    assert_eq!(funnel, ["1", "1", "1", "1", "1", "0"]);
    assert_eq!(figures["process.all.disputed"], "1");
    assert_eq!(figures["process.kind.real_estate.disputed_share"], "1.000000");
    assert_eq!((figures["answer_days.all.ended"].as_str(), figures["answer_days.all.median"].as_str()), ("1", "0"));
    let other = file(&app, "&kind=workforce").await;
    assert_eq!((other["funnel.referred.count"].as_str(), other["funnel.enrolled.count"].as_str()), ("0", "1"), "of one kind of referral");
}

#[tokio::test]
async fn a_no_and_a_silence_are_two_things_and_count_in_their_own_days() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    sal_does(&app, &referred, &[(Event::Reject, &[(Fact::Reason, "no_capacity_now")])]).await;
    let told = way(&app, "2026-12-01", "2026-12-01", "2026-12-02").await.unwrap();
    assert!(told.is_declined && !told.is_unanswered && told.station == Some(Point::Referred));
    assert_eq!(told.joined, None, "nobody is followed for 90 days yet");

    let app = TestApp::start().await;
    app.move_to("2026-12-15", 12);
    app.refer(&app.alpha).await;
    for later in 1..=40 {
        app.move_to(&day("2026-12-15").plus_days(later).to_string(), 9);
        app.make_a_round().await;
    }
    let year = way(&app, "2026-01-01", "2026-12-31", "2027-02-26").await.unwrap();
    assert!(year.station == Some(Point::Referred) && !year.is_unanswered, "it was stopped in the new year");
    let later = way(&app, "2027-01-01", "2027-12-31", "2027-12-31").await.unwrap();
    assert!(later.is_unanswered && !later.is_declined && later.joined.is_none());
}

#[tokio::test]
async fn a_day_ends_at_midnight_of_the_organization() {
    let app = TestApp::start().await;
    // 23:30 in New York is the next day in Greenwich.
    app.move_to("2026-12-01", 23);
    app.move_on(30);
    let referred = app.refer(&app.alpha).await;
    let at = |first, last| way(&app, first, last, "2027-01-01");
    assert_eq!(at("2026-12-01", "2026-12-01").await.unwrap().station, Some(Point::Referred));
    assert_eq!(at("2026-12-02", "2026-12-02").await.unwrap().station, Some(Point::Enrolled));
    app.move_to("2026-12-02", 0);
    sal_does(&app, &referred, &[ACCEPT]).await;
    assert_eq!(at("2026-12-01", "2026-12-01").await.unwrap().station, Some(Point::Referred));
    assert_eq!(at("2026-12-02", "2026-12-02").await.unwrap().station, Some(Point::Accepted));
    assert_eq!(at("2026-11-01", "2026-11-30").await, None, "not enrolled yet");
}

#[tokio::test]
async fn businesses_are_counted_by_zone_on_a_map_and_what_is_not_known_stands_beside() {
    let app = TestApp::start().await;
    bring(&app, &harbor(), "2026-01-01").await;
    let mut max = app.person("Max").await;
    let page = max.open("/reports/operations").await;
    assert!(page.says("0 of 1") || page.says("Not known where"), "{}", page.text());
    let mut ada = app.person("Ada").await;
    let place = ada.open(&format!("/clients/{}/place", app.alpha.client)).await;
    ada.press(&place, "Save the place", &[("point", "40.702, -73.949"), ("since_on", "2026-12-01")]).await;
    let figures = file(&app, "").await;
    let enrolled = |row: &str| figures[&format!("place.zone.{row}.enrolled")].as_str();
    assert_eq!([enrolled("zone-1"), enrolled("none"), enrolled("unknown")], ["1", "0", "0"]);
    let page = max.open("/reports/operations").await;
    assert!(page.says("1. Harbor") && page.text().contains("class=\"heat\""), "{}", page.text());
    let zone = page.between("<optgroup label=\"Makers zones\"><option value=\"", "\"");
    let inside = file(&app, &format!("&zone={zone}")).await;
    assert_eq!(inside["totals.businesses.value"], "1");
    let place = ada.open(&format!("/clients/{}/place", app.alpha.client)).await;
    ada.press(&place, "Save the place", &[("point", "40.602, -73.949"), ("since_on", "2026-12-01")]).await;
    let outside = file(&app, &format!("&zone={zone}")).await;
    assert_eq!(outside["totals.businesses.value"], "0");
    assert_eq!(file(&app, "").await["place.zone.none.enrolled"], "1");
}

#[tokio::test]
async fn the_form_keeps_what_was_chosen_and_days_the_wrong_way_round_are_refused() {
    let app = TestApp::start().await;
    let mut max = app.person("Max").await;
    let page = max.open("/reports").await;
    assert!(page.text().contains(&format!("/reports/operations?program={}", app.alpha.id)));
    let page = max.open("/reports/operations?from=2026-01-01&to=2026-06-30&kind=workforce").await;
    let again = max.press(&page, "Update", &[]).await;
    assert_eq!(again.form_with("Update").value("from"), Some("2026-01-01"));
    assert!(again.path.contains("kind=workforce"), "{}", again.path);
    assert!(again.says("Only referrals of one kind"), "{}", again.text());
    let file = page.between("href=\"/reports/operations.csv", "\"");
    assert!(file.contains("to=2026-06-30") && file.contains("kind=workforce"), "{file}");
    let wrong = max.look("/reports/operations?from=2026-06-30&to=2026-01-01").await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.says("lies before the first"));
    for unknown in ["kind=magic", "zone=nowhere", &format!("program={}", app.beta.id)] {
        assert_eq!(max.look(&format!("/reports/operations?{unknown}")).await.status, StatusCode::NOT_FOUND, "{unknown}");
    }
    assert_eq!(app.person("Ada").await.look("/reports/operations").await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn frozen_figures_are_the_same_figures() {
    let app = TestApp::start().await;
    bring(&app, &harbor(), "2026-01-01").await;
    award(&app, &[("kind", "grant"), ("unit", "cents"), ("awarded", "4,000"), ("awarded_on", "2026-12-01")]).await;
    let (span, today, zone) = (Span { first: day("2026-01-01"), last: day("2026-12-31") }, app.db.clock().today(), crate::house::zone());
    let figures = app.db.read(move |conn| operations(conn, &Only::default(), span, today, &zone)).await.unwrap();
    let frozen = serde_json::to_string(&figures).unwrap();
    assert_eq!(serde_json::from_str::<fairfloor::reports::operations::Figures>(&frozen).unwrap(), figures);
    assert_eq!(figures.sums.businesses, 2, "all programs");
}
