//! Find space: the needs are written down, units are matched in the open, landlords are asked, a lease closes both.

use super::house::{Landlord, waits};
use crate::house::{Page, Person, TestApp};
use axum::http::StatusCode;
use fairfloor::people::{self, NewPerson};
use fairfloor::store::Actor;

const UNIT: &[(&str, &str)] = &[
    ("area_sq_ft", "5200"),
    ("rent_cents", "7150"),
    ("rent_unit", "month"),
    ("rent_basis", "gross"),
    ("neighborhood", "Northgate"),
    ("power_phase", "three"),
    ("power_amps", "400"),
];

async fn with(app: &TestApp, landlord: &Landlord, name: &str, more: &[(&str, &str)]) -> String {
    let mut facts: Vec<(&str, &str)> = UNIT.iter().copied().filter(|(name, _)| !more.iter().any(|(known, _)| known == name)).collect();
    facts.extend(more.iter().filter(|(_, value)| !value.is_empty()));
    landlord.lists(app, name, &facts).await
}

/// The page of what a client looks for, filled in and saved.
async fn look(ada: &mut Person, app: &TestApp, typed: &[(&str, &str)]) -> Page {
    let page = ada.open(&format!("/clients/{}/space", app.alpha.client)).await;
    ada.press(&page, "Show matches", typed).await
}

fn places(page: &Page, names: &[&str]) -> Vec<usize> {
    let text = page.text();
    names.iter().map(|name| text.find(&format!(">{name}</label>")).unwrap_or_else(|| panic!("{name} is not on the page"))).collect()
}

#[tokio::test]
async fn units_are_matched_in_the_open_and_each_says_why() {
    let app = TestApp::start().await;
    let landlord = Landlord::of(&app, &app.alpha).await;
    with(&app, &landlord, "Yard 9, east shed", &[("power_phase", "single"), ("power_amps", "200")]).await;
    with(&app, &landlord, "Foundry, unit 4", &[]).await;
    with(&app, &landlord, "Dock Street, bay B", &[("power_amps", ""), ("rent_cents", "6900")]).await;
    with(&app, &landlord, "Dear Hall", &[("rent_cents", "8200")]).await;
    let mut ada = app.person("Ada").await;
    let page = ada.open(&format!("/clients/{}", app.alpha.client)).await;
    assert!(page.says("Find space"), "the way in is on the client's page");
    assert!(ada.open(&format!("/clients/{}/referrals/new?kind=real_estate", app.alpha.client)).await.says("Find space"));
    let empty = look(&mut ada, &app, &[]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.says("Write at least one thing that they need"));
    let typed = [
        ("min_sq_ft", "4,000"),
        ("max_sq_ft", "6,000"),
        ("pay_cents", "7,500"),
        ("power_phase", "three"),
        ("power_amps", "400"),
        ("areas_wanted", "Northgate"),
    ];
    let page = look(&mut ada, &app, &typed).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text());
    assert!(
        places(&page, &["Foundry, unit 4", "Dock Street, bay B", "Dear Hall", "Yard 9, east shed"]).is_sorted(),
        "needs met, then rent, then name"
    );
    for words in [
        "needs met, then rent within what they can pay, then name",
        "Nothing about the owner is used.",
        "5 of 5 needs",
        "Best fit",
        "4 of 5, 1 not known",
        "Power: the landlord has not told us. We will ask in the message.",
        "Single phase; they need 3-phase",
        "$8,200 a month; they can pay $7,500 a month",
        "$700 a month above what they can pay",
        "2 sites could work",
        "At $8,200 a month, 1 site fits.",
        "How fast they answer: not enough cases yet",
    ] {
        assert!(page.says(words), "{words:?} is not on the page: {}", page.text());
    }
    let again = ada.open(&page.path).await;
    let stale = ada.press(&page, "Show matches", &[("max_sq_ft", "9,000")]).await;
    assert_eq!(stale.status, StatusCode::OK);
    let stale = ada.press(&again, "Show matches", &[("max_sq_ft", "8,000")]).await;
    assert_eq!(stale.status, StatusCode::CONFLICT, "two editors never overwrite each other");
}

#[tokio::test]
async fn who_owns_the_business_changes_no_order() {
    let app = TestApp::start().await;
    let landlord = Landlord::of(&app, &app.alpha).await;
    for (name, rent) in [("Anvil Hall", "7000"), ("Brick Row", "9000"), ("Canal Works", "6500")] {
        with(&app, &landlord, name, &[("rent_cents", rent)]).await;
    }
    let mut ada = app.person("Ada").await;
    let before = look(&mut ada, &app, &[("min_sq_ft", "4000"), ("pay_cents", "7500")]).await;
    let (client, program) = (app.alpha.client_key, app.alpha.key);
    app.db
        .write(Actor::system(), move |tx| {
            let found = people::queries::find_in(tx, client, program)?;
            let new = NewPerson {
                first_name: "Somebody".to_owned(),
                last_name: "Else".to_owned(),
                telephone: None,
                email: None,
                language: "vi".to_owned(),
                contact_by: None,
                share_bp: None,
            };
            people::queries::add_owner(tx, &found, &new, true, None).map(drop)
        })
        .await
        .unwrap();
    let after = ada.open(&format!("/clients/{}/space", app.alpha.client)).await;
    let names = ["Anvil Hall", "Canal Works", "Brick Row"];
    assert!(places(&before, &names).is_sorted() && places(&after, &names).is_sorted(), "{}", after.text());
    let matches = |page: &Page| page.without_keys().split("id=\"n2\"").nth(1).unwrap_or_default().to_owned();
    assert_eq!(matches(&before), matches(&after));
}

#[tokio::test]
async fn each_landlord_gets_its_own_message_and_what_is_not_known_is_asked() {
    let app = TestApp::start().await;
    let landlord = Landlord::of(&app, &app.alpha).await;
    let other = Landlord::named(&app, &app.alpha, "Canal Trust").await;
    let foundry = with(&app, &landlord, "Foundry, unit 4", &[("power_amps", "")]).await;
    let canal = with(&app, &other, "Canal Works", &[]).await;
    let mut ada = app.person("Ada").await;
    let typed = [("min_sq_ft", "4,000"), ("pay_cents", "7,500"), ("power_amps", "400"), ("reason", "displaced")];
    let page = look(&mut ada, &app, &typed).await;
    let none = ada.press(&page, "Write message to the partners chosen", &[]).await;
    assert!(none.status == StatusCode::UNPROCESSABLE_ENTITY && none.says("Choose at least one unit"), "{}", none.text());
    let page = ada.open(&format!("/clients/{}/space/message?to={foundry}&to={canal}", app.alpha.client)).await;
    assert!(page.says("Save 2 messages") && page.says("Please tell us about Foundry, unit 4: How many amps are there?"), "{}", page.text());
    let check = ada.press(&page, "Save 2 messages", &[]).await;
    assert!(check.path.ends_with("/space/check") && check.says("2 messages"), "{}", check.text());
    let needs: Vec<(String, String, Option<String>)> = app
        .db
        .read(|conn| {
            let sql = "SELECT partner.name, need, asked_together FROM referral JOIN partner ON partner.id = referral.partner_id ORDER BY referral.id";
            let mut statement = conn.prepare(sql)?;
            Ok(statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?.collect::<Result<_, _>>()?)
        })
        .await
        .unwrap();
    assert_eq!(needs.len(), 2);
    assert!(needs[0].2.is_some() && needs[0].2 == needs[1].2, "they are asked together");
    assert!(needs[0].1.contains("Foundry") && !needs[0].1.contains("Canal"), "no landlord reads of another's units: {needs:?}");
    assert!(needs[1].1.contains("Canal") && !needs[1].1.contains("Foundry") && !needs[1].1.contains("Please tell us"));
    for hidden in ["7,500", "isplaced", "Alpha", "Rosa"] {
        assert!(needs.iter().all(|(_, need, _)| !need.contains(hidden)), "{hidden} in {needs:?}");
    }
    let back = ada.open(&format!("/clients/{}/space", app.alpha.client)).await;
    assert!(back.says("2 messages wait") && back.says("A draft since"), "{}", back.text());
    let gap: i64 = app
        .db
        .read(|conn| Ok(conn.query_row("SELECT asked_cents - able_cents FROM site_referral LIMIT 1", [], |row| row.get(0))?))
        .await
        .unwrap();
    assert_eq!(gap, -35_000, "what was asked and able is kept with the referral");
}

#[tokio::test]
async fn one_yes_covers_two_landlords_and_its_words_say_what_each_reads() {
    let app = TestApp::start().await;
    let (landlord, other) = (Landlord::of(&app, &app.alpha).await, Landlord::named(&app, &app.alpha, "Canal Trust").await);
    let (foundry, canal) = (with(&app, &landlord, "Foundry, unit 4", &[]).await, with(&app, &other, "Canal Works", &[]).await);
    let mut ada = app.person("Ada").await;
    look(&mut ada, &app, &[("min_sq_ft", "4,000"), ("pay_cents", "7,500")]).await;
    let page = ada.open(&format!("/clients/{}/space/message?to={foundry}&to={canal}", app.alpha.client)).await;
    let check = ada.press(&page, "Save 2 messages", &[]).await;
    let draft = check.between("href=\"/referrals/", "\"");
    let page = ada.open(&format!("/referrals/{draft}")).await;
    assert!(page.says("To Harbor Loft Trust: ") && page.says("To Canal Trust: "), "{}", page.text());
    let agreed = ada.press(&page, "Save what they said", &[("answer", "spoken")]).await;
    assert_eq!(agreed.status, StatusCode::OK, "{}", agreed.text());
    let sent = ada.press(&agreed, "Send to 2 partners", &[]).await;
    assert!(sent.says("Sent"), "{}", sent.text());
    let texts: i64 = app
        .db
        .read(|conn| {
            let sql = "SELECT count(*) FROM consent WHERE instr(text_shown, 'Foundry') > 0 AND instr(text_shown, 'Canal Works') > 0";
            Ok(conn.query_row(sql, [], |row| row.get(0))?)
        })
        .await
        .unwrap();
    assert_eq!(texts, 2, "both permissions keep the words that were read out");
}

#[tokio::test]
async fn twenty_units_at_a_time_and_a_need_is_closed_with_its_reason() {
    let app = TestApp::start().await;
    let landlord = Landlord::of(&app, &app.alpha).await;
    for number in 0..45 {
        landlord.lists(&app, &format!("Bay {number:02}"), &[("area_sq_ft", "5000")]).await;
    }
    let mut ada = app.person("Ada").await;
    let page = look(&mut ada, &app, &[("min_sq_ft", "4000")]).await;
    assert!(
        page.says("45 sites could work") && page.says("Show 20 more") && page.says("Bay 19") && !page.says("Bay 20"),
        "{}",
        page.text()
    );
    let more = ada.open(&format!("/clients/{}/space?show=60", app.alpha.client)).await;
    assert!(more.says("Bay 44") && !more.says("more</a>"));
    let closed = ada.press(&page, "They have space", &[]).await;
    assert_eq!(closed.status, StatusCode::OK);
    let next = ada.open(&format!("/clients/{}/space", app.alpha.client)).await;
    assert!(
        next.says("Filled in from what they looked for until") && next.text().contains("value=\"4,000\""),
        "an earlier need fills in the next: {}",
        next.text()
    );
    waits(&app, &app.alpha, "Other Shop", "Ori", &[("min_sq_ft", "100")], "2026-01-01", false).await;
    assert_eq!(app.person("Bea").await.open(&format!("/clients/{}/space", app.alpha.client)).await.status, StatusCode::NOT_FOUND);
}

/// Facts in the database that a page has words for.
async fn change(app: &TestApp, sql: &'static str) {
    app.db
        .write(Actor::system(), move |tx| {
            tx.execute(sql, [])?;
            tx.audit("something.changed", fairfloor::store::Object::none())
        })
        .await
        .unwrap();
}

#[tokio::test]
async fn an_earlier_refusal_stands_with_its_reason_beside_the_unit() {
    let app = TestApp::start().await;
    let landlord = Landlord::of(&app, &app.alpha).await;
    let foundry = with(&app, &landlord, "Foundry, unit 4", &[]).await;
    with(&app, &landlord, "Dock Street, bay B", &[]).await;
    let mut ada = app.person("Ada").await;
    look(&mut ada, &app, &[("min_sq_ft", "4000")]).await;
    let page = ada.open(&format!("/clients/{}/space/message?to={foundry}", app.alpha.client)).await;
    ada.press(&page, "Save the message", &[]).await;
    for (status, reason, words) in [
        ("'requested'", "NULL", "Asked on "),
        ("'accepted'", "NULL", "They said yes on "),
        ("'rejected'", "'no_suitable_site'", "They said no on "),
        ("'failed'", "'terms_not_acceptable'", "It did not work out on "),
        ("'cancelled'", "'cost_or_terms'", "It was stopped on "),
    ] {
        let sql = format!("UPDATE referral SET status = {status}, reason_code = {reason}, sent_at = created_at");
        change(&app, String::leak(sql)).await;
        let page = ada.open(&format!("/clients/{}/space", app.alpha.client)).await;
        assert!(page.says(words) && page.says("R-1001"), "{words}: {}", page.text());
        assert_eq!(page.text().matches("R-1001").count(), 1, "only beside the unit it was about");
        if reason != "NULL" {
            let label: String = {
                let (code, list) = (reason.trim_matches('\'').to_owned(), status.trim_matches('\'').to_owned());
                let list = match list.as_str() {
                    "rejected" => "decline",
                    "failed" => "fail",
                    _ => "cancel",
                };
                let sql =
                    "SELECT label FROM code WHERE code = ?1 AND list = ?2 AND kind IN ('real_estate', 'any') ORDER BY kind = 'any' LIMIT 1";
                app.db.read(move |conn| Ok(conn.query_row(sql, [code.as_str(), list], |row| row.get(0))?)).await.unwrap()
            };
            assert!(page.says(&format!(": {label}. ")), "the reason in words, {label}: {}", page.text());
        }
    }
    change(&app, "UPDATE referral SET status = 'entered-in-error', reason_code = NULL").await;
    assert!(!ada.open(&format!("/clients/{}/space", app.alpha.client)).await.says("R-1001"), "a mistake is no answer");
}

#[tokio::test]
async fn a_landlord_who_is_away_and_units_nobody_checked_say_so() {
    let app = TestApp::start().await;
    app.move_to("2027-03-02", 9);
    let (away, here) = (Landlord::of(&app, &app.alpha).await, Landlord::named(&app, &app.alpha, "Canal Trust").await);
    with(&app, &away, "Foundry, unit 4", &[]).await;
    with(&app, &here, "Canal Works", &[]).await;
    let mut ada = app.person("Ada").await;
    let page = look(&mut ada, &app, &[("min_sq_ft", "4000")]).await;
    assert!(!page.says("Closed until") && !page.says("last checked"), "{}", page.text());
    change(
        &app,
        "INSERT INTO partner_closure (public_id, partner_id, from_on, to_on, reason, announced_at, announced_by)
         SELECT '00000000000000000000000003', id, '2027-03-01', '2027-03-12', 'Moving house', 1, 'x' FROM partner WHERE name = 'Harbor Loft Trust'",
    )
    .await;
    let address = format!("/clients/{}/space", app.alpha.client);
    let page = ada.open(&address).await;
    assert!(page.says("Closed until March 12"), "{}", page.text());
    assert!(page.says("Foundry, unit 4"), "it is shown all the same, and in its place");
    here.has_not_confirmed_since(&app, "2026-12-20").await;
    assert!(ada.open(&address).await.says("last checked in December 2026"), "{}", ada.open(&address).await.text());
    away.has_not_confirmed_since(&app, "2027-01-02").await;
    let page = ada.open(&address).await;
    assert!(!page.says("last checked in January"), "two months are not over: {}", page.text());
    app.move_to("2027-03-10", 9);
    let page = app.person("Ada").await.open(&address).await;
    assert!(page.says("last checked in January"), "{}", page.text());
    change(&app, "UPDATE site SET checked_on = NULL").await;
    let page = app.person("Ada").await.open(&address).await;
    assert!(page.says("never checked with the landlord"), "{}", page.text());
}

#[tokio::test]
async fn of_five_thousand_units_the_first_stand_on_the_page_and_no_more_than_it_can_hold() {
    let app = TestApp::start().await;
    let landlord = Landlord::of(&app, &app.alpha).await;
    let mut text = "Landlord,Unit,Square feet,Rent,Rent per,Clear height,Phase,Docks\n".to_owned();
    for number in 0..5000 {
        text += &format!("{},Bay {number:04},{},{},month,14,3,1\n", landlord.name, 1000 + number, 2000 + number);
    }
    landlord.imports(&app, &text, false).await.unwrap();
    let mut ada = app.person("Ada").await;
    let page = look(&mut ada, &app, &[("min_sq_ft", "4,000"), ("clear_height", "12"), ("dock_count", "2")]).await;
    let rows = |page: &Page| page.text().matches("class=\"match\"").count();
    assert!(page.says("of 5,000") && page.says("Show 20 more"), "{}", page.text().len());
    assert_eq!(rows(&page), 20);
    let page = look(&mut ada, &app, &[("dock_count", "1")]).await;
    assert!(page.says("2,000 sites could work") && page.says("Bay 3000"), "{}", page.text().len());
    let all = ada.open(&format!("/clients/{}/space?show=5000", app.alpha.client)).await;
    assert_eq!(rows(&all), 200, "a page that a telephone can hold");
    assert!(all.says("The first 200 are shown.") && !all.says("more</a>"));
    let list = ada.open("/sites?page=99").await;
    assert!(
        list.says("5,000 units, available") && list.says("Bay 4999") && list.text().matches("/sites/").count() < 80,
        "{}",
        list.text().len()
    );
}
