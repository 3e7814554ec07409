//! The partner directory: what stands in it, who changes it, and what the clock and the advisor make of it.

use crate::house::TestApp;
use axum::http::StatusCode;

#[tokio::test]
async fn ada_notes_that_a_partner_is_closed_over_the_holidays_and_takes_it_back() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    let address = format!("/partners/{}", referred.partner);
    let mut ada = app.person("Ada").await;
    let page = ada.look(&address).await;
    assert!(page.says("None announced."));
    let typed = [("closure_from", "2199-12-21"), ("closure_to", "2199-12-20"), ("closure_reason", "Holidays")];
    let refused = ada.press(&page, "Announce", &typed).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.says("The last day lies before the first.") && refused.text().contains("value=\"2199-12-20\""), "what was typed stays");
    let announced = ada.press(&refused, "Announce", &[("closure_to", "2199-12-31")]).await;
    assert!(announced.says("December 21, 2199 to December 31, 2199") && announced.says("(noted by Ada)"));
    let gone = ada.press(&announced, "Take back: closed December 21, 2199 to December 31, 2199", &[]).await;
    assert!(gone.says("None announced."));
    assert_eq!((app.audited("partner.closure_announced").await, app.audited("partner.closure_withdrawn").await), (1, 1));
}

/// The page of a partner with one service in it: "Lofts", for space.
async fn lofts(app: &TestApp) -> (String, crate::house::Person) {
    let referred = app.refer(&app.alpha).await;
    let address = format!("/partners/{}", referred.partner);
    let mut max = app.person("Max").await;
    let page = max.look(&format!("{address}/services/new")).await;
    let typed = [
        ("name", "Lofts"),
        ("about", "Rooms of 500 to 3,000 sq ft.\nSecond floor."),
        ("eligibility", "Makers with up to ten workers"),
        ("application_process", "Call, then visit"),
        ("documents", "Proof of insurance\nLast tax return"),
        ("free", "no"),
        ("fees", "$14 a square foot a year"),
        ("wait_time", "About a month"),
        ("schedule", "Weekdays 9 to 4"),
        ("alert", "No open flames"),
        ("location_name", "Pier 3"),
        ("street", "12 Dock Street"),
        ("city", "Riverton"),
        ("postal_code", "43004"),
        ("latitude", "40.6892"),
        ("longitude", "-74.0104"),
        ("language", "es"),
        ("areas", "Red Hook; Sunset Park"),
    ];
    let saved = max.press(&page, "Save service", &typed).await;
    assert_eq!(saved.path, address, "{}", saved.text());
    (address, max)
}

#[tokio::test]
async fn what_max_writes_down_about_a_service_stands_on_the_partners_page_for_ada() {
    let app = TestApp::start().await;
    let (address, _) = lofts(&app).await;
    let page = app.person("Ada").await.look(&address).await;
    for words in [
        "Lofts",
        "Rooms of 500 to 3,000 sq ft.",
        "Makers with up to ten workers",
        "Call, then visit",
        "Proof of insurance, Last tax return",
        "$14 a square foot a year",
        "About a month",
        "Weekdays 9 to 4",
        "No open flames",
        "Pier 3, 12 Dock Street, Riverton 43004",
        "Spanish",
        "Red Hook, Sunset Park",
        "Never checked",
        "Open",
    ] {
        assert!(page.says(words), "{words}: {}", page.text());
    }
    assert!(!page.text().contains("Add a service"), "advisors read");
    assert_eq!(app.audited("partner.service_added").await, 1);
}

#[tokio::test]
async fn ada_says_that_it_is_full_and_that_she_checked_it_and_the_page_says_who_and_when() {
    let app = TestApp::start().await;
    let (address, _) = lofts(&app).await;
    let mut ada = app.person("Ada").await;
    let page = ada.look(&address).await;
    let checked = ada.press(&page, "I checked this today: Lofts", &[]).await;
    assert!(checked.says("Checked on") && checked.says("by Ada."), "{}", checked.text());
    let full = ada.press(&checked, "Save whether Lofts is open", &[("capacity", "full"), ("full_until", "2199-03-01")]).await;
    assert!(full.says("Full until March 1, 2199") && full.says("Full, said on"), "{}", full.text());
    let list = ada.look("/partners?open=yes").await;
    assert!(!list.says("Harbor Loft Trust") && list.says("Nothing found"));
    let past = ada.press(&full, "Save whether Lofts is open", &[("capacity", "full"), ("full_until", "2020-03-01")]).await;
    assert_eq!(past.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(past.says("That day is over."));
}

#[tokio::test]
async fn of_two_editors_the_second_is_told_and_a_check_of_an_older_page_counts_for_nothing() {
    let app = TestApp::start().await;
    let (address, mut max) = lofts(&app).await;
    let mut ada = app.person("Ada").await;
    let read = ada.look(&address).await;
    let service = read.form_with("I checked this today: Lofts").action.trim_end_matches("/checks").to_owned();
    let (one, other) = (max.look(&service).await, max.look(&service).await);
    let first = max.press(&one, "Save service", &[("wait_time", "Two months")]).await;
    assert!(first.says("Two months"));
    assert_eq!(max.press(&other, "Save service", &[("wait_time", "Two weeks")]).await.status, StatusCode::CONFLICT);
    assert_eq!(ada.press(&read, "I checked this today: Lofts", &[]).await.status, StatusCode::CONFLICT, "she read another text");
    assert_eq!(ada.press(&read, "Save whether Lofts is open", &[("capacity", "full")]).await.status, StatusCode::CONFLICT);
    let now = ada.look(&address).await;
    assert!(now.says("Two months") && now.says("Never checked") && !now.says("Two weeks"));
    let detail: String = app
        .db
        .read(|conn| Ok(conn.query_row("SELECT detail FROM audit_event WHERE action = 'partner.service_changed'", [], |row| row.get(0))?))
        .await
        .unwrap();
    assert_eq!(detail, "wait_time", "the record keeps the names of what changed, and no more");
}

#[tokio::test]
async fn a_service_given_up_stays_to_be_seen_and_a_kind_that_is_offered_stays_on() {
    let app = TestApp::start().await;
    let (address, mut max) = lofts(&app).await;
    let page = max.look(&address).await;
    let refused = max.press(&page, "Save", &[("kind", "workforce")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.says("Lofts answers referrals for"), "{}", refused.text());
    let service = page.form_with("I checked this today: Lofts").action.trim_end_matches("/checks").to_owned();
    let form = max.look(&service).await;
    let after = max.press(&form, "Give this service up", &[]).await;
    assert!(after.says("Given up (1)") && !after.says("I checked this today"));
    let changed = max.press(&after, "Save", &[("kind", "workforce")]).await;
    assert_eq!(changed.status, StatusCode::OK);
}

#[tokio::test]
async fn a_partner_is_found_by_words_kind_language_and_sort() {
    let app = TestApp::start().await;
    let (address, mut max) = lofts(&app).await;
    let page = max.look(&address).await;
    max.press(&page, "Save", &[("type", "mission_landlord"), ("kind", "real_estate")]).await;
    let mut ada = app.person("Ada").await;
    for (query, is_found) in [
        ("q=red+hook+insurance", true),
        ("q=R%C3%A9d+HOOK", true),
        ("q=submarine", false),
        ("kind=real_estate", true),
        ("kind=workforce", false),
        ("language=es", true),
        ("language=vi", false),
        ("type=mission_landlord", true),
        ("type=lender", false),
        ("open=yes&kind=real_estate", true),
        ("kind=nonsense&type=nonsense&language=xx", true),
    ] {
        let list = ada.look(&format!("/partners?{query}")).await;
        assert_eq!(list.says("Harbor Loft Trust"), is_found, "{query}");
    }
    assert!(!app.person("Bea").await.look("/partners?q=loft").await.says("Harbor Loft Trust"), "another program's partner looks like none");
}

#[tokio::test]
async fn sending_to_a_partner_that_is_full_asks_ada_why_and_one_reason_answers_two_concerns() {
    let app = TestApp::start().await;
    let (address, _) = lofts(&app).await;
    let mut ada = app.person("Ada").await;
    let page = ada.look(&address).await;
    ada.press(&page, "Save whether Lofts is open", &[("capacity", "full"), ("full_until", "2199-03-01")]).await;
    let form = ada.look(&format!("/clients/{}/referrals/new?kind=real_estate", app.alpha.client)).await;
    assert!(form.says("Full until March 1, 2199") && form.says("It takes nobody now. To send here you write down why."), "{}", form.text());
    let contact = form.between("name=\"contact\" value=\"", "\"");
    let draft = ada.press(&form, "Save draft", &[("need", "3,000 square feet near the F train"), ("contact", &contact)]).await;
    let agreed = ada.press(&draft, "Save what they said", &[("answer", "spoken")]).await;
    let refused = ada.press(&agreed, "Send to the partner", &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    for words in ["has an open referral of this kind for Alpha Metal Works already.", "is full until March 1, 2199.", "write down why"] {
        assert!(refused.says(words), "{words}: {}", refused.text());
    }
    let sent = ada.press(&refused, "Save: Send to the partner", &[("override_reason", "Sal told me a room comes free")]).await;
    assert!(sent.says("Why you send it anyway") && sent.says("Sal told me a room comes free"), "{}", sent.text());
}
