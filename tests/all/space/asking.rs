//! The monthly question to landlords: by the clock, once, on a business day, to whoever can be asked.

use super::house::Landlord;
use crate::house::TestApp;
use fairfloor::store::{Actor, Object};

/// Day, channel, state and text of every question, in order.
async fn questions(app: &TestApp) -> Vec<(String, String, bool, String)> {
    let sql = "
        SELECT site_ask.asked_on, outbox_message.channel, outbox_message.stopped_at IS NOT NULL, outbox_message.body
        FROM site_ask JOIN outbox_message ON outbox_message.id = site_ask.message_id
        ORDER BY site_ask.id";
    let read = move |conn: &rusqlite::Connection| {
        let mut statement = conn.prepare(sql)?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    };
    app.db.read(read).await.unwrap()
}

async fn days(app: &TestApp) -> Vec<String> {
    questions(app).await.into_iter().map(|(day, ..)| day).collect()
}

/// Two rounds on each of so many mornings from a day on.
async fn mornings(app: &TestApp, from: &str, count: i64) {
    let from = fairfloor::values::Day::parse(from).unwrap();
    for number in 0..count {
        app.move_to(&from.plus_days(number).to_string(), 9);
        app.make_a_round().await;
        app.make_a_round().await;
    }
}

async fn change(app: &TestApp, sql: &'static str) {
    let deed = move |tx: &fairfloor::store::Tx<'_>| {
        tx.execute(sql, [])?;
        tx.audit("something.changed", Object::none())
    };
    app.db.write(Actor::system(), deed).await.unwrap();
}

/// A landlord with two units, both confirmed on a day.
async fn confirmed_on(app: &TestApp, day: &str) -> Landlord {
    let landlord = Landlord::of(app, &app.alpha).await;
    landlord.lists(app, "Loft", &[("rent_cents", "1000"), ("rent_unit", "month")]).await;
    landlord.lists(app, "Shed", &[]).await;
    landlord.has_not_confirmed_since(app, day).await;
    landlord
}

#[tokio::test]
async fn a_landlord_is_asked_by_the_clock_once_a_month_about_all_its_units() {
    let app = TestApp::start().await;
    let landlord = confirmed_on(&app, "2027-01-29").await;
    // A month after January 29 is Sunday, February 28: the question goes on Monday.
    mornings(&app, "2027-02-20", 45).await;
    assert_eq!(days(&app).await, ["2027-03-01", "2027-04-01"]);
    let (_, channel, was_stopped, text) = questions(&app).await.remove(0);
    assert_eq!(channel, "email");
    assert!(was_stopped, "an old question that nobody sent is not sent any more");
    assert!(text.contains("{link}") && !text.contains("Alpha Metal Works"), "{text}");
    // One press for each unit: each waits its own month from then on.
    let link = landlord.link(&app).await;
    app.move_to("2027-04-08", 10);
    let mut sal = app.nobody();
    let page = sal.open(&link).await;
    let page = sal.press(&page, "Still available: Loft", &[]).await;
    sal.press(&page, "Still available: Shed", &[]).await;
    mornings(&app, "2027-04-08", 35).await;
    assert_eq!(days(&app).await.len(), 3, "{:?}", days(&app).await);
    assert_eq!(days(&app).await[2], "2027-05-10", "May 8 is a Saturday");
}

#[tokio::test]
async fn the_page_says_when_the_next_question_goes() {
    let app = TestApp::start().await;
    confirmed_on(&app, "2027-01-31").await;
    app.move_to("2027-02-10", 9);
    let page = app.person("Ada").await.open("/sites").await;
    assert!(page.says("The next question goes on Monday, March 1."), "{}", page.text());
    assert!(!page.says("Ask those now"), "nobody is due");
    mornings(&app, "2027-03-01", 1).await;
    let page = app.person("Ada").await.open("/sites").await;
    assert!(page.says("Sal Silva was asked on March 1, and is asked again on April 1."), "{}", page.text());
    assert!(page.says("The next question goes on Thursday, April 1."), "{}", page.text());
}

#[tokio::test]
async fn nothing_goes_at_night_on_a_weekend_or_on_a_holiday() {
    let app = TestApp::start().await;
    confirmed_on(&app, "2026-11-24").await;
    for (day, hour) in [("2026-12-24", 3), ("2026-12-24", 20), ("2026-12-25", 9), ("2026-12-26", 9), ("2026-12-27", 9)] {
        app.move_to(day, hour);
        app.make_a_round().await;
        assert_eq!(days(&app).await, [""; 0], "{day} at {hour}");
    }
    mornings(&app, "2026-12-28", 3).await;
    assert_eq!(days(&app).await, ["2026-12-28"]);
}

#[tokio::test]
async fn rounds_at_once_the_button_and_a_restart_ask_nobody_twice() {
    let app = TestApp::start().await;
    confirmed_on(&app, "2027-01-05").await;
    app.move_to("2027-03-02", 9);
    let mut ada = app.person("Ada").await;
    let page = ada.open("/sites").await;
    tokio::join!(app.make_a_round(), app.make_a_round(), app.make_a_round());
    let pressed = ada.press(&page, "Ask those now", &[]).await;
    assert!(pressed.says("0 landlords were asked"), "{}", pressed.text());
    for (day, hour) in [("2027-03-01", 9), ("2027-03-02", 10), ("2027-03-03", 9)] {
        app.move_to(day, hour);
        app.make_a_round().await;
    }
    assert_eq!(days(&app).await, ["2027-03-02"]);
    drop(ada);
    let offset = app.db.clock().now().millis() - fairfloor::config::Clock::machine_now().millis();
    let TestApp { folder, db, router, .. } = app;
    drop((db, router));
    let db = folder.open();
    db.clock().set_offset(offset);
    let (_stop, stopped) = tokio::sync::watch::channel(false);
    fairfloor::rounds::Rounds::new(db.clone()).go(&stopped).await.unwrap();
    let asked: i64 = db.read(|conn| Ok(conn.query_row("SELECT count(*) FROM site_ask", [], |row| row.get(0))?)).await.unwrap();
    assert_eq!(asked, 1);
}

#[tokio::test]
async fn who_left_is_not_asked_and_who_has_no_e_mail_is_asked_by_text_or_letter() {
    let app = TestApp::start().await;
    confirmed_on(&app, "2027-01-05").await;
    change(&app, "UPDATE partner_contact SET closed_at = 1").await;
    mornings(&app, "2027-03-02", 1).await;
    assert_eq!(days(&app).await, [""; 0], "nobody is known there any more");
    app.move_to("2027-03-02", 10);
    let page = app.person("Ada").await.open("/sites").await;
    assert!(page.says("Nobody to ask is known there.") && page.says("No landlord with a unit to let can be asked."), "{}", page.text());
    change(
        &app,
        "INSERT INTO partner_contact (public_id, partner_id, name) SELECT '00000000000000000000000001', id, 'Pat Paper' FROM partner",
    )
    .await;
    mornings(&app, "2027-03-03", 1).await;
    let (_, channel, _, text) = questions(&app).await.remove(0);
    assert_eq!(channel, "letter");
    assert!(text.contains("Pat Paper") && text.contains("Loft\n[ ] still available") && text.contains("718 555 0100"), "{text}");
    assert!(!text.contains("{link}"), "nobody types an address of 52 letters: {text}");
    change(
        &app,
        "INSERT INTO partner_contact (public_id, partner_id, name, telephone) SELECT '00000000000000000000000002', id, 'Tess Tel', '718 555 0177' FROM partner",
    )
    .await;
    mornings(&app, "2027-04-05", 1).await;
    let (_, channel, _, text) = questions(&app).await.remove(1);
    assert_eq!((channel.as_str(), text.as_str()), ("text", "Alpha: there is news. {link}"));
}

#[tokio::test]
async fn a_landlord_that_is_closed_for_some_days_is_asked_after_them_and_a_closed_one_never() {
    let app = TestApp::start().await;
    confirmed_on(&app, "2027-01-05").await;
    change(
        &app,
        "INSERT INTO partner_closure (public_id, partner_id, from_on, to_on, reason, announced_at, announced_by)
         SELECT '00000000000000000000000003', id, '2027-03-01', '2027-03-12', 'Moving house', 1, 'x' FROM partner",
    )
    .await;
    mornings(&app, "2027-03-02", 20).await;
    assert_eq!(days(&app).await, ["2027-03-15"]);
    change(&app, "UPDATE partner SET closed_at = 1").await;
    mornings(&app, "2027-04-15", 5).await;
    assert_eq!(days(&app).await.len(), 1);
}

#[tokio::test]
async fn units_that_are_let_or_gone_are_not_asked_about() {
    let app = TestApp::start().await;
    confirmed_on(&app, "2027-01-05").await;
    change(&app, "UPDATE site SET status = CASE name WHEN 'Loft' THEN 'let' ELSE 'gone' END").await;
    mornings(&app, "2027-03-02", 3).await;
    assert_eq!(days(&app).await, [""; 0]);
}
