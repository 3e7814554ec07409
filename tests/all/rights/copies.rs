//! A copy holds what is somebody's by right, all of it, and nothing of whoever owns the same business with them.

use super::{change, inside, one, rosa};
use crate::house::{Person, TestApp};
use crate::rules::schema::SCHEMA;
use crate::sentinels::columns::{columns, found};
use crate::sentinels::walk::Walk;
use axum::http::StatusCode;
use fairfloor::rights::queries::copy::kept::{self, LEFT_OUT};
use fairfloor::values::Kind;
use serde_json::{Value, json};
use std::collections::BTreeSet;

async fn taken(person: &mut Person, shape: &str) -> String {
    let file = person.post("/me/download", &[("shape", shape)]).await;
    assert_eq!(file.status, StatusCode::OK, "{}", file.text());
    file.text()
}

#[test]
fn every_personal_column_is_in_the_copy_or_left_out_for_a_reason() {
    let personal: BTreeSet<(String, String)> = columns(SCHEMA)
        .into_iter()
        .filter(super::super::sentinels::columns::Column::is_personal)
        .map(|column| (column.table, column.name))
        .collect();
    let own = |(table, column): (&str, &str)| (table.to_owned(), column.to_owned());
    let copied: BTreeSet<(String, String)> = kept::columns().map(own).collect();
    let left_out: BTreeSet<(String, String)> =
        LEFT_OUT.iter().flat_map(|(table, columns, _)| columns.iter().map(|column| own((table, column)))).collect();
    let missing: Vec<_> = personal.iter().filter(|column| !copied.contains(*column) && !left_out.contains(*column)).collect();
    assert!(missing.is_empty(), "in no copy, and nobody says why: {missing:?}");
    let both: Vec<_> = copied.intersection(&left_out).collect();
    assert!(both.is_empty(), "copied and left out: {both:?}");
    let gone: Vec<_> = left_out.iter().filter(|column| !personal.contains(*column)).collect();
    assert!(gone.is_empty(), "left out, and no personal column: {gone:?}");
    assert!(LEFT_OUT.iter().all(|(.., why)| !why.is_empty()));
}

#[tokio::test]
async fn what_stands_in_a_column_of_theirs_stands_in_the_copy() {
    let mut walk = Walk::of(Kind::TechnologyTransfer).await;
    // Every person got one address, and amounts are read as they stand only where they are no cents.
    change(&walk.app, "UPDATE person SET email = NULL WHERE first_name <> '' AND id <> 1; UPDATE deployment SET unit = 'minutes'").await;
    let garden = std::mem::take(&mut walk.garden);
    let (garden, missing) = walk.app.db.read(move |conn| garden.missing(conn).map(|missing| (garden, missing))).await.unwrap();
    let app = &walk.app;
    assert_eq!(app.alpha.owner_key, 1);
    let email: String = one(app, "SELECT email FROM person WHERE id = 1").await;
    let mac = app.db.keys().typed_name_mac(&email).to_vec();
    let mut rosa = inside(app, app.alpha.owner_key, json!({ "Mail": mac })).await;
    let copy = taken(&mut rosa, "json").await;
    let copied: BTreeSet<String> = kept::columns().map(|(table, column)| format!("{table}.{column}")).collect();
    let there: BTreeSet<&str> = found(&garden.sentinels, &copy).into_iter().map(|sentinel| sentinel.place.as_str()).collect();
    // An instant is written as its day; what the walk plants later is in no row yet.
    let planted = |place: &String| {
        let is_there = garden.sentinels.iter().any(|sentinel| sentinel.place == *place && !sentinel.looks.is_empty());
        is_there && !place.ends_with("_at") && !missing.contains(place)
    };
    let absent: Vec<&String> = copied.iter().filter(|place| planted(place) && !there.contains(place.as_str())).collect();
    assert!(absent.is_empty(), "said to be in the copy, and not there: {absent:?}");
    assert!(there.len() > 60, "{} planted columns were found", there.len());
    let left_out: Vec<String> =
        LEFT_OUT.iter().flat_map(|(table, columns, _)| columns.iter().map(move |column| format!("{table}.{column}"))).collect();
    // Names of staff stand beside what they did; everything else that is left out is nowhere.
    let leaked: Vec<&&str> =
        there.iter().filter(|place| left_out.iter().any(|left| left == *place) && !place.starts_with("account.")).collect();
    assert!(leaked.is_empty(), "left out, and there all the same: {leaked:?}");
}

/// Rosa's business has a second owner, Benedicta, and a former one, Casimir; each wrote, and was written about.
async fn shared(app: &TestApp) -> (i64, i64) {
    app.refer(&app.alpha).await;
    change(
        app,
        "INSERT INTO person (public_id, first_name, last_name, telephone, telephone_digits, email, created_at)
         VALUES ('1123456789abcdefghjkmnpqrs', 'Benedicta', 'Mbeki', '718 555 0177', '7185550177', 'benedicta@home.test', 1),
                ('2123456789abcdefghjkmnpqrs', 'Casimir', 'Nowak', NULL, NULL, 'casimir@home.test', 1);
         INSERT INTO ownership (business_id, person_id, share_bp) SELECT 1, id, 3000 FROM person WHERE first_name = 'Benedicta';
         INSERT INTO ownership (business_id, person_id, share_bp, to_on) SELECT 1, id, 2000, '2024-01-01' FROM person WHERE first_name = 'Casimir';
         INSERT INTO note (public_id, program_id, business_id, account_id, level, body, until_on, created_at)
         VALUES ('note1', 1, 1, 1, 'team', 'ZqlatheqZ is broken', '2099-01-01', 1),
                ('note2', 1, 1, 1, 'team', 'BENEDICTA wants to sell, ZqsecretqZ', '2099-01-01', 1),
                ('note3', 1, 1, 1, 'mine', 'ZqmineqZ', '2099-01-01', 1);
         INSERT INTO message (referral_id, party, readers, body, at, person_id)
         VALUES (1, 'entrepreneur', 'client', 'ZqbyrosaqZ', 1, (SELECT id FROM person WHERE first_name = 'Rosa')),
                (1, 'entrepreneur', 'client', 'ZqbybenedictaqZ', 1, (SELECT id FROM person WHERE first_name = 'Benedicta')),
                (1, 'entrepreneur', 'client', 'ZqbysomebodyqZ', 1, NULL);
         INSERT INTO message (referral_id, party, readers, account_id, body, at) VALUES (1, 'advisor', 'client', 1, 'Call 718-555-0177, ZqnumberqZ', 1);
         INSERT INTO complaint (public_id, number, person_id, program_id, words, asked_at, due_on)
         SELECT 'c1', 1, id, 1, 'ZqcomplaintqZ', 1, '2099-01-01' FROM person WHERE first_name = 'Benedicta';",
    )
    .await;
    let key = |sql: &'static str| one::<i64>(app, sql);
    (key("SELECT id FROM person WHERE first_name = 'Benedicta'").await, key("SELECT id FROM person WHERE first_name = 'Casimir'").await)
}

#[tokio::test]
async fn an_owners_copy_has_the_facts_of_the_business_and_nothing_of_another_owner() {
    let app = TestApp::start().await;
    let (benedicta, casimir) = shared(&app).await;
    let mut rosa = rosa(&app).await;
    let (copy, page) = (taken(&mut rosa, "json").await, taken(&mut rosa, "page").await);
    for words in ["Alpha Metal Works", "R-1", "ZqlatheqZ", "ZqbyrosaqZ", "ZqbysomebodyqZ"] {
        assert!(copy.contains(words) && page.contains(words), "{words} is Rosa's, who is spoken to");
    }
    for words in
        ["Benedicta", "BENEDICTA", "Mbeki", "0177", "Casimir", "ZqsecretqZ", "ZqbybenedictaqZ", "ZqnumberqZ", "ZqcomplaintqZ", "ZqmineqZ"]
    {
        assert!(!copy.contains(words) && !page.contains(words), "{words} is somebody else's");
    }
    let read: Value = serde_json::from_str(&copy).unwrap();
    assert_eq!(read["withheld"]["part-notes"], 1, "one note names somebody else");
    assert_eq!(read["withheld"]["part-messages"], 2, "one was written by another owner, one has her number");
    assert!(page.contains("Withheld, because it is about somebody else or was written by somebody else: 2"), "{page}");
    assert!(taken(&mut rosa, "csv").await.contains("Withheld, because it is about somebody else or was written by somebody else: 2"));
    // The second owner: the same facts, her own words, and nothing of what was said to or by whoever is spoken to.
    let mac = app.db.keys().typed_name_mac("benedicta@home.test").to_vec();
    let mut second = inside(&app, benedicta, json!({ "Mail": mac })).await;
    let copy = taken(&mut second, "json").await;
    for words in ["Alpha Metal Works", "Harbor Loft Trust", "ZqlatheqZ", "ZqbybenedictaqZ", "ZqcomplaintqZ", "BENEDICTA wants to sell"] {
        assert!(copy.contains(words), "{words} is hers: {copy}");
    }
    for words in ["Rosa", "ZqbyrosaqZ", "ZqbysomebodyqZ", "Casimir"] {
        assert!(!copy.contains(words), "{words} is somebody else's");
    }
    assert!(!second.open("/me/permissions").await.text().contains("Harbor Loft"), "a yes is given by whoever is spoken to");
    // Whoever has no part in it any more has no pages, and no copy.
    let mac = app.db.keys().typed_name_mac("casimir@home.test").to_vec();
    let mut former = inside(&app, casimir, json!({ "Mail": mac })).await;
    for path in ["/me/download", "/me/profile", "/me/who-looked", "/me/permissions"] {
        assert!(former.look(path).await.leads_to().is_some(), "{path}");
    }
    assert!(!former.post("/me/download", &[("shape", "json")]).await.text().contains("Alpha"));
}

#[tokio::test]
async fn a_message_keeps_which_owner_wrote_it() {
    let app = TestApp::start().await;
    let referred = app.refer(&app.alpha).await;
    let mut rosa = rosa(&app).await;
    let address = format!("/me/referrals/{}/messages", referred.referral);
    let fields = [("key", "0123456789abcdef"), ("readers", "client"), ("body", "Is Tuesday good?")];
    assert!(rosa.post(&address, &fields).await.status.is_redirection());
    assert_eq!(one::<i64>(&app, "SELECT person_id FROM message WHERE party = 'entrepreneur'").await, app.alpha.owner_key);
}

#[tokio::test]
async fn every_sort_of_resource_is_in_the_copy_with_its_unit() {
    let app = TestApp::start().await;
    change(
        &app,
        "INSERT INTO deployment (public_id, program_id, business_id, kind, unit, applied, awarded, delivered, created_at)
         VALUES ('d1', 1, 1, 'grant', 'cents', 7100100, NULL, NULL, 1), ('d2', 1, 1, 'advice', 'minutes', NULL, 7211, NULL, 1),
                ('d3', 1, 1, 'space', 'square_feet', NULL, NULL, 7311, 1), ('d4', 1, 1, 'lab_time', 'lab_minutes', NULL, NULL, 7411, 1)",
    )
    .await;
    let copy = taken(&mut rosa(&app).await, "json").await;
    for words in ["$71,001", "Minutes: 7,211", "Square feet: 7,311", "Minutes in a lab: 7,411", "Time in a lab"] {
        assert!(copy.contains(words), "{words}: {copy}");
    }
}

#[tokio::test]
async fn what_somebody_was_told_stands_in_the_copy_as_it_went_out_and_is_marked_with_its_language() {
    let app = TestApp::start().await;
    app.refer(&app.alpha).await;
    change(&app, "UPDATE outbox_message SET language = 'vi' WHERE audience = 'entrepreneur'").await;
    let page = taken(&mut rosa(&app).await, "page").await;
    assert!(page.contains("<td dir=\"auto\" lang=\"vi\">"), "{page}");
    assert!(!page.contains("lang=\"en\"><"), "what is in the reader's own language needs no mark");
}
