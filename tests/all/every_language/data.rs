//! Whom the walk visits, and what in the made-up city is a name or was typed by somebody.

use crate::house::Person;
use fairfloor::auth::links::{self, Target};
use fairfloor::auth::sessions::Sessions;
use fairfloor::referrals::queries;
use fairfloor::store::{Actor, Db, Object};
use fairfloor::values::LinkKind;
use rusqlite::Connection;
use std::collections::HashMap;
use time::OffsetDateTime;
use tower_sessions::SessionStore;
use tower_sessions::session::{Id, Record};

/// A referral that stands at some point of its life, and whoever is spoken to about it.
#[derive(Debug)]
pub struct Case {
    pub key: i64,
    pub referral: String,
    pub person: i64,
    pub stands: String,
}

/// One referral for each status, each kind and each party that has the next move.
pub fn cases(conn: &Connection) -> Vec<Case> {
    let sql = "
        SELECT max(id) AS id, status || ' ' || kind || ' ' || coalesce(waiting_on, 'nobody') AS stands
        FROM referral
        GROUP BY status, kind, waiting_on
        ORDER BY stands";
    let mut statement = conn.prepare(sql).unwrap();
    let found: Vec<(i64, String)> =
        statement.query_map([], |row| Ok((row.get("id")?, row.get("stands")?))).unwrap().collect::<rusqlite::Result<_>>().unwrap();
    let today = fairfloor::values::Day::parse("2026-11-22").unwrap();
    found
        .into_iter()
        .filter_map(|(key, stands)| {
            let referral = queries::find(conn, key).unwrap();
            let person = queries::spoken_to(conn, &referral, today).unwrap()?.person;
            Some(Case { key, referral: referral.id.to_string(), person, stands })
        })
        .collect()
}

/// A private link to the case, as `/s/…`.
pub async fn status_link(db: &Db, case: &Case) -> String {
    let (key, house) = (case.key, db.clone());
    let link = db.write(Actor::system(), move |tx| {
        let link = links::issue(tx, LinkKind::Status, Target { referral: Some(key), ..Target::default() })?;
        tx.audit("link.made", Object::none())?;
        links::address(tx, house.keys(), "", link)
    });
    link.await.unwrap()
}

/// The private page about themselves of whoever the case is about, as `/about-me/…`.
pub async fn about_link(db: &Db, case: &Case) -> String {
    let (person, house) = (case.person, db.clone());
    let link = db.write(Actor::system(), move |tx| {
        let link = links::issue(tx, LinkKind::SelfIdentification, Target { person: Some(person), ..Target::default() })?;
        tx.audit("link.made", Object::none())?;
        links::address(tx, house.keys(), "", link)
    });
    link.await.unwrap()
}

/// The pages of one outcome of each kind, on the own pages of whoever the case is about; and two links: one to answer, one answered.
pub async fn outcomes_of(db: &Db, case: &Case) -> Vec<String> {
    use fairfloor::outcomes::{Facts, Known, Said, queries as outcomes};
    use fairfloor::values::codes::{List, rows};
    use fairfloor::values::{AnswerWay, Evidence, OutcomeAnswer};
    let (key, house) = (case.key, db.clone());
    let made = db.write(Actor::system(), move |tx| {
        let referral = queries::find(tx, key)?;
        let now = fairfloor::config::Clock::machine_now().millis();
        let viewer = fairfloor::auth::queries::find_viewer(tx, referral.advisor.0, now)?.unwrap();
        let client = fairfloor::people::queries::find_in(tx, referral.business, referral.program)?;
        let known = Known { level: Evidence::AdvisorNote, words: None, on: tx.today() };
        let mut pages = Vec::new();
        for row in rows(List::OutcomeKinds) {
            let amount = |is_there: bool| is_there.then_some(4_200);
            let (on, has_two) = (tx.today(), row.extra.ends_with("_change"));
            let (before, after) = (amount(has_two), amount(row.extra != "none"));
            let facts = Facts { kind: row.code.clone(), on, before, after, words: None, referral: None, resource: None };
            let outcome = outcomes::record(tx, &viewer, &client, &facts, &known)?;
            outcomes::ask(tx, &viewer, &outcome)?;
            let link: i64 = tx.query_row("SELECT max(link_id) FROM outcome_ask", [], |row| row.get(0))?;
            if row.code == "patent" {
                let said = Said { answer: OutcomeAnswer::Different, amount: None, words: None, helped: None };
                let found = outcomes::find_for(tx, &viewer, &outcome)?;
                outcomes::answer(tx, &found, 1, found.version, &said, AnswerWay::Link)?;
                links::use_up(tx, &links::find_by_key(tx, link, tx.at())?)?;
            }
            if row.code == "patent" || row.code == "licence" {
                pages.push(links::address(tx, house.keys(), "", link)?);
            }
            pages.push(format!("/me/outcomes/{outcome}"));
        }
        Ok(pages)
    });
    made.await.unwrap()
}

/// Somebody comes in with a code that was mailed to their address; who has none gets one first.
pub async fn come_in(db: &Db, person: &mut Person, key: i64) {
    let address = db
        .write(Actor::system(), move |tx| {
            tx.execute("UPDATE person SET email = coalesce(email, 'person' || id || '@city.test') WHERE id = ?1", [key])?;
            tx.audit("person.address", Object::none())?;
            Ok(tx.query_row("SELECT email FROM person WHERE id = ?1", [key], |row| row.get::<_, String>(0))?)
        })
        .await
        .unwrap();
    let now = fairfloor::config::Clock::machine_now().millis();
    let mac = db.keys().typed_name_mac(&address).to_vec();
    let held = serde_json::json!({ "person": key, "came": { "Mail": mac }, "since": now, "seen": now });
    let data = HashMap::from([("own_visit".to_owned(), held)]);
    let expiry_date = OffsetDateTime::from_unix_timestamp(now / 1000).unwrap() + time::Duration::minutes(30);
    let mut record = Record { id: Id::default(), data, expiry_date };
    Sessions::new(db.clone()).create(&mut record).await.unwrap();
    person.keep("portal", &record.id.to_string());
}

/// Columns that hold names, or what somebody typed.
const TYPED: &[(&str, &str)] = &[
    ("person", "first_name"),
    ("person", "last_name"),
    ("person", "first_name || ' ' || last_name"),
    ("person", "telephone"),
    ("business", "name"),
    ("business", "legal_name"),
    ("business", "product"),
    ("business", "street"),
    ("business", "city"),
    ("business", "neighborhood"),
    ("partner", "name"),
    ("partner_contact", "name"),
    ("partner_contact", "telephone"),
    ("partner_service", "name"),
    ("account", "name"),
    ("account", "telephone"),
    ("program", "name"),
    ("program", "telephone"),
    ("program", "email"),
    ("filing", "recipient"),
    ("outcome", "words"),
    ("outcome_answer", "words"),
    ("filing", "authority"),
    ("indicator", "name"),
    ("indicator", "why"),
    ("indicator", "words"),
    ("indicator", "baseline_source"),
    ("indicator", "retired_why"),
    ("indicator_comment", "words"),
    ("body_decision", "reason"),
    ("deciding_body", "name"),
    ("funding_source", "name"),
    ("organization", "name"),
    ("referral", "need"),
    ("referral_need", "value"),
    ("referral_event", "asserted_name"),
    ("message", "body"),
    ("message", "asserted_name"),
    ("site", "name"),
    ("zone", "name"),
    ("program", "complaint_name"),
    ("program", "complaint_telephone"),
    ("program", "office_hours"),
    ("helper", "name"),
    ("complaint", "words"),
    ("correction_request", "new_value"),
];

/// All of it.
pub fn data_of(conn: &Connection) -> Vec<String> {
    let mut values = Vec::new();
    for (table, column) in TYPED {
        let mut statement = conn.prepare(&format!("SELECT DISTINCT {column} FROM {table} WHERE {column} IS NOT NULL")).unwrap();
        let rows = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
        values.extend(rows.map(Result::unwrap));
    }
    let mut proposed = conn.prepare("SELECT words FROM indicator WHERE words IS NOT NULL").unwrap();
    let proposed: Vec<String> = proposed.query_map([], |row| row.get(0)).unwrap().collect::<rusqlite::Result<_>>().unwrap();
    values.extend(proposed.iter().map(|words| fairfloor::indicators::beginning(words)));
    let first_words: Vec<String> = values.iter().filter_map(|value| value.split_whitespace().next()).map(str::to_owned).collect();
    let mut staff = conn.prepare("SELECT name FROM account").unwrap();
    let staff: Vec<String> = staff.query_map([], |row| row.get(0)).unwrap().collect::<rusqlite::Result<_>>().unwrap();
    values.extend(first_words.into_iter().filter(|word| staff.iter().any(|name| name.starts_with(word.as_str()))));
    let mut facts = conn.prepare("SELECT facts FROM referral_event").unwrap();
    for text in facts.query_map([], |row| row.get::<_, String>(0)).unwrap().map(Result::unwrap) {
        typed_in(&serde_json::from_str(&text).unwrap(), &mut values);
    }
    values
}

/// Texts of several words inside the facts of an event: a single word there is a code, which a page has to say in its own language.
fn typed_in(value: &serde_json::Value, values: &mut Vec<String>) {
    match value {
        serde_json::Value::String(text) if text.contains(' ') => {
            values.extend([fairfloor::i18n::capital(text), text.trim_end_matches('.').to_owned()]);
        }
        serde_json::Value::Array(list) => list.iter().for_each(|value| typed_in(value, values)),
        serde_json::Value::Object(map) => map.values().for_each(|value| typed_in(value, values)),
        _ => {}
    }
}
