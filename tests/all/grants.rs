//! Grants by pressing buttons: written down, goals counted live beside the time that has gone by, what is due, two editors, taken back.

use crate::house::{Page, Person, TestApp};
use axum::http::StatusCode;
use fairfloor::measures::{Filter, queries};
use fairfloor::store::{Actor, Object};
use fairfloor::values::{Day, ListedMeasure, Vocabulary};

/// A grant of Alpha's that began so many days ago and lasts a year, without a funder.
async fn granted(app: &TestApp, max: &mut Person, ago: i64) -> Page {
    let from = app.db.clock().today().plus_days(-ago);
    let (first, last) = (from.to_string(), from.plus_days(364).to_string());
    let form = max.open("/grants/new").await;
    let typed = [("name", "Makers fund"), ("number", "B-26-MC-0001"), ("from_on", first.as_str()), ("to_on", &last), ("budget", "120,000")];
    max.press(&form, "Save the grant", &typed).await
}

#[tokio::test]
async fn a_goal_is_counted_from_what_is_written_down_and_nobody_types_how_far_it_is() {
    let app = TestApp::start().await;
    let mut max = app.person("Max").await;
    assert!(max.open("/grants").await.says("No grant yet"));
    let page = granted(&app, &mut max, 30).await;
    assert!(page.says("B-26-MC-0001") && page.says("$120,000") && page.says("No goal yet"), "{}", page.text());
    let wrong = max.press(&page, "Set the goal", &[("measure", "services"), ("target", "24"), ("kind", "outcomes.lease_signed")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.says("has no such kind"), "{}", wrong.text());
    assert_eq!(wrong.form_with("Set the goal").value("target"), Some("24"), "what was typed stays");
    let page = max.press(&wrong, "Set the goal", &[("kind", "")]).await;
    assert!(page.says("0 so far, 24 promised") && page.says("Behind"), "{}", page.text());
    let again = max.press(&wrong, "Set the goal", &[("kind", "")]).await;
    assert_eq!(again.text().matches("Strike out").count(), page.text().matches("Strike out").count(), "a double click is one goal");
    let mut ada = app.person("Ada").await;
    let client = ada.open(&format!("/clients/{}", app.alpha.client)).await;
    for _ in 0..2 {
        let form = ada.open(&client.path).await;
        ada.press(&form, "Save service", &[("kind", "coaching"), ("minutes", "30"), ("channel", "phone")]).await;
    }
    assert!(max.open(&page.path).await.says("2 so far, 24 promised"), "counted live: {}", max.open(&page.path).await.text());
    let page = max.press(&page, "Set the goal", &[("measure", "contact_time"), ("target", "1")]).await;
    assert!(page.says("1.0 hours so far, 1.0 hours promised") && page.says("Reached"), "{}", page.text());
    let place = max.press(&page, "Set the goal", &[("measure", "trainings"), ("target", "2"), ("of_source", "yes")]).await;
    assert!(place.says("Say first who pays this grant"), "{}", place.text());
    let gone = max.press(&page, "Strike out: Services", &[]).await;
    assert!(!gone.says("24 promised"), "{}", gone.text());
    assert_eq!(app.person("Ada").await.look(&page.path).await.status, StatusCode::FORBIDDEN);
    assert_eq!(app.person("Mia").await.look(&page.path).await.status, StatusCode::NOT_FOUND, "another program's looks like none");
}

#[tokio::test]
async fn what_is_due_stands_on_the_managers_first_page_until_it_is_handed_in() {
    let app = TestApp::start().await;
    let mut max = app.person("Max").await;
    let page = granted(&app, &mut max, 10).await;
    let soon = app.db.clock().today().plus_days(6).to_string();
    let late = app.db.clock().today().plus_days(60).to_string();
    let page = max.press(&page, "Add it", &[("what", "First quarter report"), ("due_on", &soon)]).await;
    let page = max.press(&page, "Add it", &[("what", "Final report"), ("due_on", &late)]).await;
    let today = max.open("/today").await;
    assert!(today.says("First quarter report") && !today.says("Final report"), "{}", today.text());
    let done = max.press(&page, "Handed in: First quarter report", &[]).await;
    assert!(done.says("says Max"), "{}", done.text());
    assert!(!max.open("/today").await.says("First quarter report"));
    let stale = max.press(&page, "Handed in: First quarter report", &[]).await;
    assert_eq!(stale.status, StatusCode::CONFLICT, "somebody pressed before");
    let back = max.press(&done, "Not yet after all: First quarter report", &[]).await;
    assert!(!back.says("says Max"), "{}", back.text());
}

#[tokio::test]
async fn two_editors_never_overwrite_each_other_and_a_grant_can_be_taken_back() {
    let app = TestApp::start().await;
    let mut max = app.person("Max").await;
    let page = granted(&app, &mut max, 10).await;
    let form = max.open(&format!("{}/facts", page.path)).await;
    let wrong = max.press(&form, "Save changes", &[("to_on", "2020-01-01")]).await;
    assert!(wrong.says("The last day lies before the first"), "{}", wrong.text());
    let changed = max.press(&form, "Save changes", &[("name", "Makers fund II")]).await;
    assert!(changed.says("Makers fund II"), "{}", changed.text());
    let mut other = form.clone();
    other.body = form.text().replace(form.form_with("Save changes").value("key").unwrap(), "fedcba9876543210").into_bytes();
    let stale = max.press(&other, "Save changes", &[("name", "Third")]).await;
    assert!(stale.status == StatusCode::CONFLICT && stale.says("Saved now: Makers fund II"), "{}", stale.text());
    let list = max.press(&changed, "Take this grant back", &[]).await;
    assert!(list.says("No grant yet"), "{}", list.text());
    assert!(max.open(&page.path).await.says("This grant was taken back"));
}

/// A small program by hand: a business in Northgate, one without a neighborhood, a funder, and something of everything, some of it taken back.
const WORLD: &str = "
    UPDATE business SET neighborhood = 'Northgate' WHERE id = :client;
    UPDATE enrollment SET from_on = '2026-02-01' WHERE business_id = :client;
    UPDATE enrollment SET from_on = '2025-02-01' WHERE business_id <> :client;
    INSERT INTO funding_source (id, public_id, program_id, name, kind) VALUES (71, 'f', :program, 'City', 'public');
    INSERT INTO service (public_id, program_id, business_id, account_id, served_on, kind, channel, minutes, funding_source_id, undone_at, created_at, session_type, topic) VALUES
        ('s1', :program, :client, :account, '2026-03-01', 'coaching', 'phone', 30, 71,   NULL, 1, 'telephone', 'other'),
        ('s2', :program, :client, :account, '2026-03-02', 'space',    'phone', 45, NULL, NULL, 1, 'telephone', 'other'),
        ('s3', :program, :client, :account, '2026-03-03', 'space',    'phone', 0,  71,   NULL, 1, 'telephone', 'other'),
        ('s4', :program, :client, :account, '2026-03-04', 'space',    'phone', 60, 71,   1,    1, 'telephone', 'other'),
        ('s5', :program, :client, :account, '2025-12-31', 'space',    'phone', 60, 71,   NULL, 1, 'telephone', 'other');
    INSERT INTO training (id, public_id, program_id, title, topic, format, minutes, language, total, account_id, undone_at, created_at) VALUES
        (81, 't1', :program, 'One',   'other', 'online', 60, 'en', 12,   :account, NULL, 1),
        (82, 't2', :program, 'Two',   'other', 'online', 60, 'en', NULL, :account, NULL, 1),
        (83, 't3', :program, 'Three', 'other', 'online', 60, 'en', 50,   :account, 1,    1);
    INSERT INTO training_date (training_id, on_day) VALUES (81, '2026-04-01'), (81, '2027-01-05'), (82, '2026-04-02'), (83, '2026-04-03');
    INSERT INTO training_person (training_id, person_id, business_id, sessions) VALUES (82, :owner, :client, 1);
    INSERT INTO outreach (public_id, program_id, account_id, kind, title, on_day, place, language, reached, contacts, undone_at, created_at) VALUES
        ('o1', :program, :account, 'event', 'Fair', '2026-05-01', 'Northgate', 'en', 40, 9, NULL, 1),
        ('o2', :program, :account, 'calls', 'Calls', '2026-05-02', 'Elsewhere', 'en', 10, 1, NULL, 1),
        ('o3', :program, :account, 'event', 'Rain', '2026-05-03', 'Northgate', 'en', 99, 9, 1, 1);
    INSERT INTO deployment (public_id, program_id, business_id, kind, unit, awarded, delivered, awarded_on, delivered_on, funding_source_id, undone_at, created_at) VALUES
        ('d1', :program, :client, 'grant', 'cents',       500000, 200000, '2026-06-01', '2026-07-01', 71,   NULL, 1),
        ('d2', :program, :client, 'loan',  'cents',       300000, NULL,   '2026-06-02', NULL,         NULL, NULL, 1),
        ('d3', :program, :client, 'space', 'square_feet', 900,    800,    '2026-06-03', '2026-07-03', NULL, NULL, 1),
        ('d4', :program, :client, 'lab_time', 'lab_minutes', 600, 120,    '2026-06-04', '2026-07-04', 71,   NULL, 1),
        ('d5', :program, :client, 'grant', 'cents',       999900, 999900, '2026-06-05', '2026-07-05', 71,   1,    1),
        ('d6', :program, :client, 'grant', 'cents',       100,    NULL,   '2025-06-05', NULL,         71,   NULL, 1);
    INSERT INTO outcome (public_id, program_id, business_id, account_id, kind, happened_on, amount_before, amount_after, evidence, undone_at, created_at) VALUES
        ('u1', :program, :client, :account, 'jobs_created',  '2026-08-01', 4,    7,      'advisor_note', NULL, 1),
        ('u2', :program, :client, :account, 'jobs_retained', '2026-08-02', NULL, 5,      'advisor_note', NULL, 1),
        ('u3', :program, :client, :account, 'capital_loan',  '2026-08-03', NULL, 250000, 'advisor_note', NULL, 1),
        ('u4', :program, :client, :account, 'capital_grant', '2026-08-04', NULL, 50000,  'advisor_note', NULL, 1),
        ('u5', :program, :client, :account, 'contract_won',  '2026-08-05', NULL, 80000,  'advisor_note', NULL, 1),
        ('u6', :program, :client, :account, 'jobs_created',  '2026-08-06', 0,    90,     'advisor_note', 1,    1);
    UPDATE referral SET sent_at = :sent, decided_at = :sent, ended_at = :sent, status = 'completed' WHERE program_id = :program;
    INSERT INTO referral_event (referral_id, seq, event, to_status, facts, party, channel, at)
    SELECT id, 90, 'accept', 'accepted', '{}', 'partner', 'link', :sent FROM referral WHERE program_id = :program;";

/// A measure: of everything, of a kind, and its figure, in Northgate, and paid by the city; nothing where it is not told so.
type Worked = (&'static str, i64, Option<(&'static str, i64)>, Option<i64>, Option<i64>);

#[rustfmt::skip]
const WORKED: &[Worked] = &[
    ("clients_joined",      1,       None,                           Some(1),       None),
    ("clients_served",      1,       Some(("coaching", 1)),          Some(1),       Some(1)),
    ("services",            2,       Some(("coaching", 1)),          Some(2),       Some(1)),
    ("contact_time",        75,      Some(("space", 45)),            Some(75),      Some(30)),
    ("trainings",           2,       None,                           None,          None),
    ("training_people",     13,      None,                           None,          None),
    ("outreach_reached",    50,      Some(("calls", 10)),            Some(40),      None),
    ("outreach_contacts",   10,      Some(("event", 9)),             Some(9),       None),
    ("referrals_sent",      1,       Some(("workforce", 0)),         Some(1),       None),
    ("referrals_accepted",  1,       Some(("real_estate", 1)),       Some(1),       None),
    ("referrals_completed", 1,       Some(("real_estate", 1)),       Some(1),       None),
    ("awards",              4,       Some(("loan", 1)),              Some(4),       Some(2)),
    ("dollars_awarded",     800_000, Some(("loan", 300_000)),        Some(800_000), Some(500_000)),
    ("dollars_delivered",   200_000, Some(("loan", 0)),              Some(200_000), Some(200_000)),
    ("space_delivered",     800,     None,                           Some(800),     Some(0)),
    ("lab_time",            120,     None,                           Some(120),     Some(120)),
    ("outcomes",            5,       Some(("jobs_created", 1)),      Some(5),       None),
    ("jobs_created",        3,       None,                           Some(3),       None),
    ("jobs_kept",           5,       None,                           Some(5),       None),
    ("capital_raised",      300_000, None,                           Some(300_000), None),
    ("contracts_won",       80_000,  None,                           Some(80_000),  None),
];

#[tokio::test]
async fn every_measure_is_what_a_hand_counts_by_kind_by_place_and_by_funder() {
    let app = TestApp::start().await;
    app.refer(&app.alpha).await;
    let (program, client, owner, account) = (app.alpha.key, app.alpha.client_key, app.alpha.owner_key, app.account("Ada").0);
    let sent = app.db.clock().zone().start_of(Day::parse("2026-05-05").unwrap()).millis();
    let sql = WORLD
        .replace(":program", &program.to_string())
        .replace(":client", &client.to_string())
        .replace(":owner", &owner.to_string())
        .replace(":account", &account.to_string())
        .replace(":sent", &sent.to_string());
    let planted = app.db.write(Actor::system(), move |tx| {
        tx.execute_batch(&sql)?;
        tx.audit("test.planted", Object::none())
    });
    planted.await.unwrap();
    let zone = app.db.clock().zone().clone();
    let (first, last) = (Day::parse("2026-01-01").unwrap(), Day::parse("2026-12-31").unwrap());
    let all = Filter { program, first, last, kind: None, place: None, source: None };
    assert_eq!(WORKED.len(), ListedMeasure::ALL.len());
    for (code, whole, of_kind, in_place, of_source) in WORKED {
        let measure = ListedMeasure::parse(code).unwrap();
        assert_eq!((measure.has_place(), measure.has_source()), (in_place.is_some(), of_source.is_some()), "{code}");
        let mut asked = vec![("whole", all.clone(), *whole)];
        asked.extend(of_kind.map(|(kind, value)| ("kind", Filter { kind: Some(kind.to_owned()), ..all.clone() }, value)));
        asked.extend(in_place.map(|value| ("place", Filter { place: Some("Northgate".to_owned()), ..all.clone() }, value)));
        asked.extend(in_place.map(|_| ("elsewhere", Filter { place: Some("Southgate".to_owned()), ..all.clone() }, 0)));
        asked.extend(of_source.map(|value| ("source", Filter { source: Some(71), ..all.clone() }, value)));
        for (how, filter, value) in asked {
            let zone = zone.clone();
            let counted = app.db.read(move |conn| queries::value(conn, measure, &filter, &zone)).await.unwrap();
            assert_eq!(counted, value, "{code} by {how}");
        }
    }
}

#[tokio::test]
async fn a_program_that_somebody_does_not_manage_is_none() {
    let app = TestApp::start().await;
    let mut max = app.person("Max").await;
    let form = max.open("/grants/new").await;
    let key = form.form_with("Save the grant").value("key").unwrap().to_owned();
    let (beta, day) = (app.beta.key.to_string(), "2026-01-01");
    let fields = [("key", key.as_str()), ("program", &beta), ("name", "Makers fund"), ("from_on", day), ("to_on", day)];
    assert_eq!(max.post("/grants", &fields).await.status, StatusCode::NOT_FOUND, "and not another program of theirs");
    assert_eq!(max.look(&format!("/grants/new?program={beta}")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(max.look(&format!("/equity-checks/new?program={beta}")).await.status, StatusCode::NOT_FOUND);
    assert!(max.open("/grants").await.says("No grant yet"));
}
