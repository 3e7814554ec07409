//! Who came to a training, in SQL.

use super::{find_for, refuse_unless_changeable};
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::people::Client;
use crate::store::{Object, Tx};
use crate::training::{Attendee, Training};
use crate::values::{PersonId, TrainingId};
use rusqlite::{Connection, OptionalExtension, named_params};

/// Who came by name, in the order of their names.
pub fn attendees(conn: &Connection, training: &Training) -> Result<Vec<Attendee>> {
    let sql = "
        SELECT person.public_id AS person_id, trim(person.first_name || ' ' || person.last_name) AS name,
               business.public_id AS client_id, business.name AS client_name, training_person.sessions
        FROM training_person
        JOIN person ON person.id = training_person.person_id
        JOIN business ON business.id = training_person.business_id
        WHERE training_person.training_id = ?1
        ORDER BY name, training_person.id";
    let mut statement = conn.prepare_cached(sql)?;
    let came = statement.query_map([training.key], |row| {
        Ok(Attendee {
            person: row.get("person_id")?,
            name: row.get("name")?,
            client: (row.get("client_id")?, row.get("client_name")?),
            sessions: row.get("sessions")?,
        })
    })?;
    Ok(came.collect::<rusqlite::Result<_>>()?)
}

/// Somebody of a client came to so many sessions. Whoever calls has found the client through the viewer. A second time sets the number.
pub fn came(tx: &Tx<'_>, viewer: &Viewer, id: &TrainingId, client: &Client, person: &PersonId, sessions: i64) -> Result<()> {
    let training = find_for(tx, viewer, id)?;
    refuse_unless_changeable(&training)?;
    if client.program != training.program.0 {
        return Err(Error::Rejected(format!("{} is a client of another program than the one this training belongs to.", client.name)));
    }
    let most = i64::try_from(training.facts.days.len()).unwrap_or(i64::MAX);
    if !(1..=most).contains(&sessions) {
        return Err(Error::Rejected(format!("This training has {most} sessions: say at how many of them they were.")));
    }
    let sql = "
        SELECT person.id
        FROM person
        JOIN ownership ON ownership.person_id = person.id
        WHERE person.public_id = :person
          AND ownership.business_id = :business
        LIMIT 1";
    let params = named_params! { ":person": person, ":business": client.key };
    let found: Option<i64> = tx.prepare_cached(sql)?.query_row(params, |row| row.get(0)).optional()?;
    let sql = "
        INSERT INTO training_person (training_id, person_id, business_id, sessions)
        VALUES (:training, :person, :business, :sessions)
        ON CONFLICT (training_id, person_id) DO UPDATE SET sessions = excluded.sessions";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":training": training.key,
        ":person": found.ok_or(Error::NotFound)?,
        ":business": client.key,
        ":sessions": sessions,
    })?;
    tx.audit("training.attended", Object::new("training", id))
}

/// Somebody was put on the list by mistake. Not on it any more is fine.
pub fn did_not_come(tx: &Tx<'_>, viewer: &Viewer, id: &TrainingId, person: &PersonId) -> Result<()> {
    let training = find_for(tx, viewer, id)?;
    refuse_unless_changeable(&training)?;
    let sql = "
        DELETE FROM training_person
        WHERE training_id = :training
          AND person_id = (SELECT id FROM person WHERE public_id = :person)";
    if tx.execute(sql, named_params! { ":training": training.key, ":person": person })? == 0 {
        return Ok(());
    }
    tx.audit("training.not_attended", Object::new("training", id))
}
