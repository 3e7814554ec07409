//! How a session is filed, in SQL: what the program and the client decide where nobody did, and what stands beside the row of a service.

use crate::error::{Error, Result};
use crate::people;
use crate::programs;
use crate::services::{Choices, Filed, Given};
use crate::store::Tx;
use crate::values::codes::{self, List};
use crate::values::{Day, PersonId, Vocabulary};
use rusqlite::{Connection, Row, named_params};

/// Columns of a service that say how it is filed.
pub(super) const FILED: &str = "
    service.session_type, service.topic, service.prepare_minutes, service.travel_minutes, service.others_present,
    service.is_reportable, service.reportable_why, service.is_late, service.funding_source_id,
    (SELECT name FROM funding_source WHERE funding_source.id = service.funding_source_id) AS funding_source,
    (SELECT group_concat(topic, ' ') FROM service_topic WHERE service_topic.service_id = service.id) AS extra_topics,
    (SELECT group_concat(language, ' ') FROM service_language WHERE service_language.service_id = service.id) AS languages,
    (SELECT filing.recipient || ', ' || filing_made.first_on || ' to ' || filing_made.last_on
     FROM filing
     JOIN filing_made ON filing_made.filing_id = filing.id
     WHERE filing.program_id = service.program_id
       AND (filing.form = 'table' AND service.served_on BETWEEN filing_made.first_on AND filing_made.last_on
            OR EXISTS (SELECT 1 FROM filing_record WHERE filing_record.made_id = filing_made.id AND filing_record.service_id = service.id))
     ORDER BY filing_made.id
     LIMIT 1) AS filed_with";

pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Filed> {
    let words = |column: &str| -> rusqlite::Result<Vec<String>> {
        Ok(row.get::<_, Option<String>>(column)?.unwrap_or_default().split_whitespace().map(str::to_owned).collect())
    };
    let source: Option<i64> = row.get("funding_source_id")?;
    Ok(Filed {
        session_type: row.get("session_type")?,
        topic: row.get("topic")?,
        extra_topics: words("extra_topics")?,
        prepare: row.get("prepare_minutes")?,
        travel: row.get("travel_minutes")?,
        languages: words("languages")?,
        others: row.get("others_present")?,
        funding_source: source.zip(row.get("funding_source")?),
        is_reportable: row.get("is_reportable")?,
        reportable_why: row.get("reportable_why")?,
    })
}

/// How a session will be filed: as somebody said, and where nobody did, as the program and the client have it.
pub(super) fn settle(conn: &Connection, program: i64, business: Option<i64>, given: &Given, today: Day) -> Result<Filed> {
    let more = given.more.clone();
    let (usual_topic, usually_reported) = programs::queries::service_default(conn, program, given.kind)?;
    let funding_source = match more.funding_source {
        Some(key) => Some(programs::queries::funding_source(conn, program, key)?),
        None => programs::queries::default_funding_source(conn, program)?,
    };
    let topic = more.topic.unwrap_or(usual_topic);
    let mut extra_topics = more.extra_topics;
    extra_topics.retain(|code| *code != topic);
    let (is_reportable, why) = more.reportable.map_or((usually_reported, None), |(is, why)| (is, Some(why.to_string())));
    Ok(Filed {
        session_type: more.session_type.unwrap_or_else(|| codes::session_type_of(given.channel.code()).to_owned()),
        topic,
        extra_topics,
        prepare: more.prepare,
        travel: more.travel,
        languages: if more.languages.is_empty() { languages(conn, program, business, today)? } else { more.languages },
        others: more.others,
        funding_source: funding_source.map(|key| (key, String::new())),
        is_reportable,
        reportable_why: why,
    })
}

/// The language of whoever we call at a client; where nobody is known, the program's; English where it says nothing.
fn languages(conn: &Connection, program: i64, business: Option<i64>, today: Day) -> Result<Vec<String>> {
    let contact = business.map(|key| people::queries::contact(conn, key, today)).transpose()?.flatten();
    if let Some(owner) = contact.filter(|owner| codes::find(List::Languages, &owner.language).is_some()) {
        return Ok(vec![owner.language]);
    }
    let own = programs::queries::languages(conn, program)?;
    Ok(if own.is_empty() { vec!["en".to_owned()] } else { own })
}

/// Writes down how a service is filed, in its row and beside it. Whoever calls audits it.
pub(super) fn file(tx: &Tx<'_>, key: i64, business: Option<i64>, given: &Given, filed: &Filed) -> Result<()> {
    let sql = "
        UPDATE service
        SET session_type = :type, topic = :topic, prepare_minutes = :prepare, travel_minutes = :travel, others_present = :others,
            funding_source_id = :funding, is_reportable = :reportable, reportable_why = :why
        WHERE id = :key";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":type": filed.session_type,
        ":topic": filed.topic,
        ":prepare": filed.prepare,
        ":travel": filed.travel,
        ":others": filed.others,
        ":funding": filed.funding_source.as_ref().map(|(key, _)| *key),
        ":reportable": filed.is_reportable,
        ":why": filed.reportable_why,
        ":key": key,
    })?;
    put_beside(tx, key, business, given, filed)
}

/// Writes what stands beside the row of a service: topics, languages, people. What stood there before goes.
fn put_beside(tx: &Tx<'_>, service: i64, business: Option<i64>, given: &Given, filed: &Filed) -> Result<()> {
    for table in ["service_topic", "service_language", "service_person"] {
        tx.prepare_cached(&format!("DELETE FROM {table} WHERE service_id = ?1"))?.execute([service])?;
    }
    for topic in &filed.extra_topics {
        tx.prepare_cached("INSERT INTO service_topic (service_id, topic) VALUES (?1, ?2)")?.execute((service, topic))?;
    }
    for language in &filed.languages {
        tx.prepare_cached("INSERT INTO service_language (service_id, language) VALUES (?1, ?2)")?.execute((service, language))?;
    }
    let Some(business) = business else { return Ok(()) };
    let sql = "
        INSERT OR IGNORE INTO service_person (service_id, person_id)
        SELECT :service, person.id
        FROM person
        JOIN ownership ON ownership.person_id = person.id
        WHERE person.public_id = :person
          AND ownership.business_id = :business
        LIMIT 1";
    for person in &given.more.people {
        if tx.prepare_cached(sql)?.execute(named_params! { ":service": service, ":person": person, ":business": business })? == 0 {
            return Err(Error::Rejected(
                "Somebody you ticked is not with this client, or was ticked twice. Open the form again.".to_owned(),
            ));
        }
    }
    Ok(())
}

/// Who of the client was there: addresses and names.
pub fn people_at(conn: &Connection, service: i64) -> Result<Vec<(PersonId, String)>> {
    let sql = "
        SELECT person.public_id, trim(person.first_name || ' ' || person.last_name) AS name
        FROM service_person
        JOIN person ON person.id = service_person.person_id
        WHERE service_person.service_id = ?1
        ORDER BY service_person.id";
    let mut statement = conn.prepare_cached(sql)?;
    let people = statement.query_map([service], |row| Ok((row.get("public_id")?, row.get("name")?)))?;
    Ok(people.collect::<rusqlite::Result<_>>()?)
}

/// What a form about a session can offer, for a client or a caller.
pub fn choices(conn: &Connection, program: i64, business: Option<i64>, today: Day) -> Result<Choices> {
    let owners = business.map(|key| people::queries::owners(conn, key, today)).transpose()?.unwrap_or_default();
    let sources = programs::queries::funding_sources(conn, program)?;
    Ok(Choices {
        people: owners.into_iter().map(|owner| (owner.id.clone(), owner.name())).collect(),
        has_usual_source: sources.iter().any(|source| source.is_default && source.is_offered(None)),
        sources: sources.into_iter().filter(|source| source.is_offered(None)).map(|source| (source.key, source.facts.name)).collect(),
        languages: languages(conn, program, business, today)?,
        defaults: programs::queries::service_defaults(conn, program)?,
    })
}

/// The days that a table of totals files in a program: with whom, from and to. A file of records closes no day: what is written down late
/// is in the next one.
pub fn filed_days(conn: &Connection, program: i64) -> Result<Vec<(String, Day, Day)>> {
    let sql = "
        SELECT filing.recipient, filing_made.first_on, filing_made.last_on
        FROM filing
        JOIN filing_made ON filing_made.filing_id = filing.id
        WHERE filing.program_id = :program
          AND filing.form = 'table'
        ORDER BY filing_made.id";
    let mut statement = conn.prepare_cached(sql)?;
    let days = statement
        .query_map(named_params! { ":program": program }, |row| Ok((row.get("recipient")?, row.get("first_on")?, row.get("last_on")?)))?;
    Ok(days.collect::<rusqlite::Result<_>>()?)
}
