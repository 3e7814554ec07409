//! Results: written down with the event they belong to, only what fits the choice, and read by the team afterwards.

use super::{id_of, partner_accepts, partner_opens, sent};
use crate::house::{Page, Person, TestApp};
use axum::http::StatusCode;
use fairfloor::values::Kind;

async fn started(app: &TestApp, lee: &mut Person, page: &Page, stage: &str) -> Page {
    let (today, later) = (app.db.clock().today().to_string(), app.db.clock().today().plus_days(9).to_string());
    let typed = [("contacted_on", today.as_str()), ("contact_channel", "call"), ("stage", stage), ("next_expected_on", later.as_str())];
    let page = lee.press(page, "Send this answer: We have started", &typed).await;
    assert!(page.says("Work is under way"), "{}", page.text());
    page
}

#[tokio::test]
async fn a_technology_transfer_goes_from_its_first_meeting_to_adoption_with_its_results() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let page = sent(&app, &mut ada, Kind::TechnologyTransfer, &[("tt_type", "prototyping")]).await;
    let (mut lee, page) = partner_opens(&app, &id_of(&page)).await;
    let page = partner_accepts(&app, &mut lee, &page).await;
    let page = started(&app, &mut lee, &page, "need_defined").await;
    let later = app.db.clock().today().plus_days(9).to_string();
    // An agreement needs its kind; the partner's own number may come with it.
    let update = [("stage", "licence_or_adoption"), ("next_expected_on", later.as_str()), ("milestone", "agreement")];
    let again = lee.press(&page, "Send this answer: Give an update", &update).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.text().contains("href=\"#agreement_type\""));
    let typed = [("agreement_type", "crada"), ("agreement_number", "LAB-2026-118"), ("hours_booked_minutes", "12.5")];
    let page = lee.press(&again, "Send this answer: Give an update", &typed).await;
    assert!(page.says("Work is under way"), "{}", page.text());
    let today = app.db.clock().today().to_string();
    let done =
        [("outcome", "fully_met"), ("delivered", "12 hours"), ("end_on", today.as_str()), ("results", "equipment_or_process_adopted")];
    let again = lee.press(&page, "Send this answer: It is done", &done).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "what it meant for the workers is not left out");
    let workers = [
        ("adopted_jobs_gained", "2"),
        ("adopted_jobs_lost", "0"),
        ("workers_consulted", "yes"),
        ("new_sales_cents", "12,000"),
        ("more_results", "facility_access"),
    ];
    let thanks = lee.press(&again, "Send this answer: It is done", &workers).await;
    assert_eq!(thanks.status, StatusCode::OK, "{}", thanks.text());
    let seen = ada.open(&page.path.replace("/p/r/", "/referrals/")).await;
    for words in [
        "CRADA",
        "LAB-2026-118",
        "12.5 hours",
        "Jobs lost by it: 0 people",
        "New sales: $12,000",
        "Access to a facility",
        "Were the workers asked beforehand? Yes",
    ] {
        assert!(seen.says(words), "{words} is on the page");
    }
}

#[tokio::test]
async fn a_space_is_lost_with_whose_reason_it_was() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let page = sent(&app, &mut ada, Kind::RealEstate, &[]).await;
    let (mut lee, page) = partner_opens(&app, &id_of(&page)).await;
    let page = partner_accepts(&app, &mut lee, &page).await;
    let lost = |more: &[(&'static str, &'static str)]| [&[("reason", "third_party_said_no")], more].concat();
    let button = "Send this answer: It did not work out";
    let again = lee.press(&page, button, &lost(&[])).await;
    assert!(again.says("Fill in: Whose reason was it?"));
    let again = lee.press(&again, button, &lost(&[("lost_by", "landlord")])).await;
    assert!(again.says("Fill in: The landlord's reason") || again.text().contains("href=\"#landlord_reason\""));
    let crossed =
        lee.press(&again, button, &lost(&[("lost_by", "landlord"), ("landlord_reason", "no_guarantee"), ("client_reason", "rent")])).await;
    assert_eq!(crossed.status, StatusCode::UNPROCESSABLE_ENTITY, "the client's reason is another's");
    let thanks =
        lee.press(&crossed, button, &lost(&[("lost_by", "landlord"), ("landlord_reason", "no_guarantee"), ("client_reason", "")])).await;
    assert_eq!(thanks.status, StatusCode::OK, "{}", thanks.text());
    let seen = ada.open(&page.path.replace("/p/r/", "/referrals/")).await;
    assert!(seen.says("Whose reason was it? The landlord's") && seen.says("No personal guarantee"));
}

#[tokio::test]
async fn who_started_work_is_asked_about_after_90_180_and_365_days() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let page = sent(&app, &mut ada, Kind::Workforce, &[("work_wants", "hire"), ("people_wanted", "4")]).await;
    let (mut lee, page) = partner_opens(&app, &id_of(&page)).await;
    let page = partner_accepts(&app, &mut lee, &page).await;
    let (today, first) = (app.db.clock().today().to_string(), app.db.clock().today().plus_days(-91));
    let on = first.to_string();
    let done = [
        ("outcome", "fully_met"),
        ("delivered", "4 people"),
        ("end_on", today.as_str()),
        ("results", "hires"),
        ("placed_count", "4"),
        ("placed_on", on.as_str()),
        ("placed_wage_cents", "22.50"),
    ];
    lee.press(&page, "Send this answer: It is done", &done).await;
    let address = page.path.replace("/p/r/", "/referrals/");
    let seen = ada.open(&address).await;
    assert!(seen.says("Still at work?") && seen.says("Ask now") && seen.says("$22.50"));
    let words = "who is still at work after 90 days?";
    let desk = ada.look("/today").await;
    assert!(desk.says(words) && desk.says("4 people started"), "{}", desk.text());
    let asked = [("next_step", "checked_in"), ("told_on", today.as_str()), ("kept_90", "3")];
    let seen = ada.press(&seen, "Save: Record the next step", &asked).await;
    assert!(seen.says("3 of 4"), "{}", seen.text());
    assert!(!ada.look("/today").await.says(words), "it was asked");
    // Undone, it is a question again.
    let undone = ada.press(&seen, "Undo the last update", &[]).await;
    assert!(undone.status == StatusCode::UNPROCESSABLE_ENTITY || undone.says("Ask now"));
}

#[tokio::test]
async fn money_is_written_down_for_each_of_several_results() {
    let app = TestApp::start().await;
    let mut ada = app.person("Ada").await;
    let page = sent(&app, &mut ada, Kind::BusinessDevelopment, &[("bd_topic", "financing")]).await;
    let (mut lee, page) = partner_opens(&app, &id_of(&page)).await;
    let page = partner_accepts(&app, &mut lee, &page).await;
    let today = app.db.clock().today().to_string();
    let done = [
        ("outcome", "fully_met"),
        ("delivered", "advice"),
        ("end_on", today.as_str()),
        ("results", "financing_obtained"),
        ("more_results", "grant_obtained"),
        ("obtained_cents", "40000"),
    ];
    let again = lee.press(&page, "Send this answer: It is done", &done).await;
    assert!(again.text().contains("href=\"#grant_cents\""));
    lee.press(&again, "Send this answer: It is done", &[("grant_cents", "5,000")]).await;
    let seen = ada.open(&page.path.replace("/p/r/", "/referrals/")).await;
    assert!(seen.says("$40,000") && seen.says("$5,000") && seen.says("Grant obtained"));
}
