//! Every page of staff that shows what is known of somebody leaves a look that this person reads, whatever its status is.

use super::records::Records;
use super::{Call, calls, classes, needs_no_account};
use crate::house::{Page, Person, STAFF, TestApp};
use axum::http::StatusCode;
use fairfloor::store::{Actor, Object};
use fairfloor::web::Method;

/// Pages that show no more of a client than a name, or what a member of staff has to do: the page "Who looked" says that these are not
/// written down.
const ONLY_NAMES: &[(&str, &str)] = &[
    ("/today", "what to do, by the name of the client"),
    ("/certifications", "whose certificate ends, by the name of the client"),
    ("/clients", "names, to choose from"),
    ("/services", "names, to say who it was for"),
    ("/trainings/{id}", "names of who came, and nothing else of them"),
    ("/trainings/{id}/heads", "the same"),
    ("/outreach/{id}", "names of clients who came of it, and nothing else of them"),
    ("/indicators/{id}", "the name that somebody put under their own words, for whoever reads them"),
    ("/indicators/{id}/comments", "the same"),
    ("/indicators/{id}/decisions", "the same"),
    ("/indicators/{id}/retirement", "the same"),
    ("/imports/{id}", "names of those who stay when a file is taken back"),
    ("/referrals/triage", "a name that a partner sent: no client, so nobody's record"),
    ("/referrals", "whose move it is, by the name of the client"),
    ("/inbound/{id}", "a name that a partner sent"),
    ("/inbound/{id}/closing", "the same"),
    ("/inbound/{id}/taking", "the same"),
    ("/clients/waiting", "whom nobody spoke to for long, by name"),
];

/// What is planted: names of a client, its owner, and somebody a partner sent.
const PLANTED: [&str; 2] = ["Alpha Metal", "Rosa"];

/// How a form is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Filled {
    /// With nothing but its key and version.
    Empty,
    /// With a version that nobody has any more.
    Stale,
    /// As it would be taken.
    Well,
}

async fn posted(person: &mut Person, call: &Call, records: &Records, filled: Filled) -> Page {
    let fields: Vec<(&str, String)> = call
        .sample
        .fields
        .iter()
        .map(|(name, value)| {
            let value = match (filled, *name) {
                // Each form is a form of its own: none is the double click of another.
                (_, "key") => fairfloor::web::forms::fresh_key(),
                (Filled::Stale, "version") => "4711".to_owned(),
                (Filled::Empty, name) if !matches!(name, "key" | "version" | "event" | "person" | "client_id" | "program") => String::new(),
                _ => records.value(value),
            };
            (*name, value)
        })
        .collect();
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    person.post(&call.path(records), &fields).await
}

async fn change(app: &TestApp, sql: &'static str) {
    let changed = app.db.write(Actor::system(), |tx| {
        tx.execute_batch(sql)?;
        tx.audit("test.changed", Object::none())
    });
    changed.await.unwrap();
}

/// Looks that the owner of Alpha's client reads.
async fn looks(app: &TestApp) -> i64 {
    let (business, person) = (app.alpha.client_key, app.alpha.owner_key);
    let sql = "
        SELECT count(*)
        FROM look
        WHERE person_id = ?2
           OR business_id = ?1
           OR (business_id IS NULL AND person_id IS NULL)
           OR referral_id IN (SELECT id FROM referral WHERE business_id = ?1)";
    app.db.read(move |conn| Ok(conn.query_row(sql, [business, person], |row| row.get(0))?)).await.unwrap()
}

#[tokio::test]
async fn whatever_shows_a_client_leaves_a_look_with_every_status() {
    let app = TestApp::start().await;
    let records = Records::of(&app, &app.alpha).await;
    // A need that the unit may meet, so that its page says who waits.
    change(&app, "UPDATE space_need SET min_sq_ft = 100").await;
    let mut unseen = Vec::new();
    let mut statuses = std::collections::BTreeMap::<u16, usize>::new();
    for filled in [Filled::Stale, Filled::Empty, Filled::Well] {
        for name in STAFF {
            let mut person = app.person(name).await;
            for call in calls().iter().filter(|call| !needs_no_account(call.access) && call.route != "/sign-out") {
                if !classes(name).iter().any(|class| call.access.contains(class)) || (filled == Filled::Stale && call.method == Method::Get)
                {
                    continue;
                }
                change(&app, "DELETE FROM look").await;
                let page = match call.method {
                    Method::Get => person.look(&call.path(&records)).await,
                    Method::Post | Method::Patch => posted(&mut person, call, &records, filled).await,
                };
                if page.leads_to().is_some() || !PLANTED.iter().any(|planted| page.text().contains(planted)) {
                    continue;
                }
                *statuses.entry(page.status.as_u16()).or_default() += 1;
                if looks(&app).await == 0 && !ONLY_NAMES.iter().any(|(route, _)| *route == call.route) {
                    unseen.push(format!("{name} {} {} {filled:?} {}", call.method.code(), call.route, page.status));
                }
            }
        }
    }
    assert!(unseen.is_empty(), "these show a client and leave no look: {unseen:#?}");
    for status in [StatusCode::OK, StatusCode::CONFLICT, StatusCode::UNPROCESSABLE_ENTITY] {
        assert!(statuses.contains_key(&status.as_u16()), "no page with {status} showed a client: {statuses:?}");
    }
}

#[tokio::test]
async fn lists_that_show_more_than_names_say_of_whom_and_only_the_person_reads_what_is_theirs_alone() {
    let app = TestApp::start().await;
    let records = Records::of(&app, &app.alpha).await;
    let (business, person) = (app.alpha.client_key, app.alpha.owner_key);
    let seen = |part: &'static str| {
        let sql = "SELECT group_concat(DISTINCT coalesce('business ' || business_id, '') || coalesce('person ' || person_id, '')) FROM look WHERE part = ?1";
        app.db.read(move |conn| Ok(conn.query_row(sql, [part], |row| row.get::<_, Option<String>>(0))?))
    };
    change(&app, "DELETE FROM look").await;
    let (mut ada, mut stu) = (app.person("Ada").await, app.person("Stu").await);
    ada.open("/corrections").await;
    assert_eq!(seen("correction").await.unwrap(), Some(format!("person {person}")), "no co-owner reads of it");
    ada.open("/outbox").await;
    ada.open(&records.fill("/outbox/{id}/letter", &[("id", "{message}")])).await;
    assert_eq!(seen("notice").await.unwrap(), Some(format!("business {business}")));
    stu.open("/complaints").await;
    assert_eq!(seen("complaint").await.unwrap(), None, "the list names nobody");
    stu.open(&records.fill("/complaints/{id}", &[("id", "{complaint}")])).await;
    assert_eq!(seen("complaint").await.unwrap(), Some(format!("person {person}")));
    let role = app.db.read(|conn| Ok(conn.query_row("SELECT role FROM look WHERE part = 'complaint'", [], |row| row.get::<_, String>(0))?));
    assert_eq!(role.await.unwrap(), "steward");
    // A form that comes back with the page of a client is a look; the face of an error is none.
    change(&app, "DELETE FROM look").await;
    let back =
        [("key", "0123456789abcdef"), ("client_id", app.alpha.client.as_str()), ("back", "client"), ("kind", "space"), ("minutes", "")];
    let again = ada.post("/services", &back).await;
    assert!(again.status == StatusCode::UNPROCESSABLE_ENTITY && again.text().contains("Alpha Metal"));
    assert_eq!(seen("record").await.unwrap(), Some(format!("business {business}")));
    change(&app, "DELETE FROM look").await;
    let face = ada.post(&format!("/clients/{}/workers", app.alpha.client), &[("key", "0123456789abcdeg"), ("workers", "many")]).await;
    assert_eq!(face.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(looks(&app).await, 0, "nobody's record was shown");
}
