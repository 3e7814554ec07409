//! The rounds: what comes due is done once, whatever happens to the program in between.

use crate::house::{Program, TestApp};
use fairfloor::referrals::deed::{Deed, Who};
use fairfloor::referrals::{Event, queries};
use fairfloor::store::{Actor, Object};

/// The first day of a month in which nothing is closed: the whole story of a partner who never answers plays in it.
const SENT: &str = "2027-03-01";

/// Subject, text and day of each digest, in order.
async fn digests(app: &TestApp) -> Vec<(String, String, String)> {
    let sql = "
        SELECT outbox_message.subject, outbox_message.body, digest.on_day
        FROM digest JOIN outbox_message ON outbox_message.id = digest.message_id
        ORDER BY digest.id";
    let read = move |conn: &rusqlite::Connection| {
        let mut statement = conn.prepare(sql)?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    };
    app.db.read(read).await.unwrap()
}

async fn number(app: &TestApp, sql: &'static str) -> i64 {
    app.db.read(move |conn| Ok(conn.query_row(sql, [], |row| row.get(0))?)).await.unwrap()
}

async fn words(app: &TestApp, sql: &'static str) -> String {
    app.db.read(move |conn| Ok(conn.query_row(sql, [], |row| row.get(0))?)).await.unwrap()
}

const STATUS: &str = "SELECT status FROM referral ORDER BY id DESC LIMIT 1";

async fn change(app: &TestApp, sql: &'static str) {
    app.db
        .write(Actor::system(), move |tx| {
            tx.execute(sql, [])?;
            tx.audit("something.changed", Object::none())
        })
        .await
        .unwrap();
}

/// Two rounds each morning of these days of March 2027.
async fn mornings(app: &TestApp, days: std::ops::RangeInclusive<u8>) {
    for day in days {
        app.move_to(&format!("2027-03-{day:02}"), 9);
        app.make_a_round().await;
        app.make_a_round().await;
    }
}

async fn sent_in_march(app: &TestApp, program: &Program) {
    app.move_to(SENT, 12);
    app.refer(program).await;
}

#[tokio::test]
async fn a_partner_who_never_answers_is_reminded_by_one_digest_a_day_and_recalled_by_the_clock() {
    let app = TestApp::start().await;
    sent_in_march(&app, &app.alpha).await;
    mornings(&app, 2..=14).await;
    let seen = digests(&app).await;
    let days: Vec<&str> = seen.iter().map(|(_, _, day)| day.as_str()).collect();
    // Acknowledgment with its grace on the fifth, the day before the decision on the twelfth; nothing on a weekend.
    assert_eq!(days, ["2027-03-05", "2027-03-12"]);
    assert!(seen[0].1.contains("Please tell us that you have it"), "{}", seen[0].1);
    assert!(seen[1].1.contains("Your yes or no is due Monday, March 15"), "{}", seen[1].1);
    mornings(&app, 15..=28).await;
    let days: Vec<String> = digests(&app).await.into_iter().map(|(_, _, day)| day).collect();
    assert_eq!(days, ["2027-03-05", "2027-03-12", "2027-03-15", "2027-03-17"]);
    assert_eq!(number(&app, "SELECT count(*) FROM reminder WHERE rung IN ('advisor_calls', 'manager_looks')").await, 2);
    assert_eq!(words(&app, STATUS).await, "requested");
    mornings(&app, 29..=29).await;
    assert_eq!(words(&app, STATUS).await, "cancelled");
    let facts = words(&app, "SELECT facts FROM referral_event WHERE event = 'auto_recall'").await;
    assert!(facts.contains("\"reminders_sent\":\"4\"") && facts.contains("\"calls_logged\":\"0\""), "{facts}");
    mornings(&app, 30..=31).await;
    assert_eq!(number(&app, "SELECT count(*) FROM referral_event WHERE event = 'auto_recall'").await, 1);
    assert_eq!(digests(&app).await.len(), 4, "nothing is said about a request that was stopped");
}

#[tokio::test]
async fn a_digest_says_references_dates_and_links_and_nobodys_name() {
    let app = TestApp::start().await;
    sent_in_march(&app, &app.alpha).await;
    mornings(&app, 12..=12).await;
    let (subject, text, _) = digests(&app).await.remove(0);
    for secret in ["Rosa", "Doe", "Alpha Metal Works", "3,000 square feet", "F train"] {
        assert!(!subject.contains(secret) && !text.contains(secret), "{subject} {text}");
    }
    assert!(text.contains("R-1001, help with") && text.contains("{link1}"), "{text}");
    let page = app.person("Ada").await.open("/outbox").await;
    assert!(page.says("Open it here: http://fairfloor.test/p/"), "{}", page.text());
}

#[tokio::test]
async fn nothing_is_said_twice_by_rounds_at_once_nor_when_the_clock_is_set_back() {
    let app = TestApp::start().await;
    sent_in_march(&app, &app.alpha).await;
    app.move_to("2027-03-12", 9);
    tokio::join!(app.make_a_round(), app.make_a_round(), app.make_a_round());
    assert_eq!(digests(&app).await.len(), 1);
    for (day, hour) in [("2027-03-11", 9), ("2027-03-08", 10), ("2027-03-12", 17)] {
        app.move_to(day, hour);
        app.make_a_round().await;
        assert_eq!(digests(&app).await.len(), 1, "{day}");
    }
}

#[tokio::test]
async fn a_restart_says_nothing_again() {
    let app = TestApp::start().await;
    sent_in_march(&app, &app.alpha).await;
    mornings(&app, 12..=12).await;
    assert_eq!(digests(&app).await.len(), 1);
    let offset = app.db.clock().now().millis() - fairfloor::config::Clock::machine_now().millis();
    let TestApp { folder, db, router, .. } = app;
    drop((db, router));
    let db = folder.open();
    db.clock().set_offset(offset);
    let (_stop, stopped) = tokio::sync::watch::channel(false);
    fairfloor::rounds::Rounds::new(db.clone()).go(&stopped).await.unwrap();
    let count: i64 = db.read(|conn| Ok(conn.query_row("SELECT count(*) FROM digest", [], |row| row.get(0))?)).await.unwrap();
    assert_eq!(count, 1);
}

#[tokio::test]
async fn nobody_is_written_to_at_night_or_on_a_sunday_or_a_holiday() {
    let app = TestApp::start().await;
    sent_in_march(&app, &app.alpha).await;
    change(&app, "INSERT INTO holiday (day, name) VALUES ('2027-03-16', 'A day off')").await;
    for (day, hour) in [("2027-03-12", 7), ("2027-03-12", 18), ("2027-03-13", 9), ("2027-03-14", 9), ("2027-03-16", 9)] {
        app.move_to(day, hour);
        app.make_a_round().await;
        assert_eq!(digests(&app).await.len(), 0, "{day} {hour}");
    }
    app.move_to("2027-03-17", 8);
    app.make_a_round().await;
    assert_eq!(digests(&app).await.len(), 1);
}

#[tokio::test]
async fn a_request_that_was_acknowledged_is_never_recalled_by_the_clock() {
    let app = TestApp::start().await;
    sent_in_march(&app, &app.alpha).await;
    app.db
        .write(Actor::system(), |tx| {
            let key = tx.query_row("SELECT max(id) FROM referral", [], |row| row.get(0))?;
            let referral = queries::find(tx, key)?;
            queries::record(tx, &Who::partner(None, "Sal"), &referral, Deed::new(Event::Acknowledge, referral.version)).map(drop)
        })
        .await
        .unwrap();
    mornings(&app, 2..=31).await;
    app.move_to("2027-05-03", 9);
    app.make_a_round().await;
    assert_eq!(words(&app, STATUS).await, "received");
    let stale = number(&app, "SELECT count(*) FROM reminder WHERE timer = 'stale' AND rung = 'manager_looks'").await;
    assert_eq!(stale, 1, "the manager sees it instead");
}

#[tokio::test]
async fn a_permission_that_runs_out_is_warned_of_twice_and_ends_what_was_not_answered() {
    let app = TestApp::start().await;
    sent_in_march(&app, &app.alpha).await;
    change(&app, "UPDATE consent SET expires_on = '2027-03-26'").await;
    mornings(&app, 2..=27).await;
    let told = "SELECT count(*) FROM outbox_message WHERE audience = 'entrepreneur' AND body LIKE '%permission to share%ends%'";
    assert_eq!(number(&app, told).await, 2);
    assert!(digests(&app).await.iter().any(|(_, text, _)| text.contains("The permission to share ends Friday, March 26")));
    assert_eq!(words(&app, STATUS).await, "cancelled", "and a Saturday is no excuse");
    assert_eq!(number(&app, "SELECT count(*) FROM referral_event WHERE event = 'consent_lapses'").await, 1);
}

#[tokio::test]
async fn a_closure_that_is_announced_moves_the_day_that_everybody_is_shown() {
    let app = TestApp::start().await;
    sent_in_march(&app, &app.alpha).await;
    let due = "SELECT due_on FROM referral";
    assert_eq!(words(&app, due).await, "2027-03-15");
    app.db
        .write(Actor::system(), |tx| {
            let sql = "
                INSERT INTO partner_closure (public_id, partner_id, from_on, to_on, reason, announced_at, announced_by)
                SELECT lower(public_id), id, '2027-03-08', '2027-03-12', 'Stock taking', ?1, 'somebody' FROM partner";
            tx.execute(sql, [tx.at()])?;
            tx.audit("partner.closure_announced", Object::none())
        })
        .await
        .unwrap();
    app.move_to("2027-03-02", 9);
    app.make_a_round().await;
    assert_eq!(words(&app, due).await, "2027-03-22");
}

#[tokio::test]
async fn a_round_that_finds_nothing_to_do_sleeps_until_something_happens_or_a_day_begins() {
    let app = TestApp::start().await;
    sent_in_march(&app, &app.alpha).await;
    let rounds = fairfloor::rounds::Rounds::new(app.db.clone());
    let (_stop, stopped) = tokio::sync::watch::channel(false);
    app.move_to("2027-03-04", 9);
    for _ in 0..3 {
        rounds.go(&stopped).await.unwrap();
    }
    assert_eq!(digests(&app).await.len(), 0);
    // The day begins, and the office opens.
    app.move_to("2027-03-05", 7);
    rounds.go(&stopped).await.unwrap();
    rounds.go(&stopped).await.unwrap();
    assert_eq!(digests(&app).await.len(), 0);
    app.move_to("2027-03-05", 9);
    rounds.go(&stopped).await.unwrap();
    assert_eq!(digests(&app).await.len(), 1);
    rounds.go(&stopped).await.unwrap();
    // Something happens: whoever was asked left, and a clock is moved by hand.
    change(&app, "UPDATE referral SET due_on = '2027-01-01'").await;
    rounds.go(&stopped).await.unwrap();
    assert_ne!(words(&app, "SELECT due_on FROM referral").await, "2027-01-01", "it is put right by the log");
}
