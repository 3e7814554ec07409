//! Training events in SQL. Found through the viewer: another program's event looks exactly like none.

use super::{Attended, Facts, Heads, OPEN_MS, Place, Training};
use crate::auth::Viewer;
use crate::error::{Error, Result};
use crate::store::{Object, Tx};
use crate::values::{Cents, Day, TrainingId};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

mod people;
pub use people::*;

const TRAINING: &str = "
    SELECT training.id, training.public_id, training.program_id, program.name AS program_name, training.account_id,
           account.name AS author, training.title, training.topic, training.format, training.minutes, training.fee_cents,
           training.language, training.other_partner, training.sponsor, training.cosponsor, training.city, training.state,
           training.postal_code, training.country, training.total, training.in_business, training.not_yet, training.counted_on,
           training.undone_at, training.version, training.created_at,
           (SELECT group_concat(on_day, ' ') FROM (SELECT on_day FROM training_date WHERE training_id = training.id ORDER BY on_day)) AS days,
           (SELECT group_concat(partner, ' ') FROM training_partner WHERE training_id = training.id) AS partners,
           (SELECT count(*) FROM training_person WHERE training_id = training.id) AS named,
           (SELECT filing.recipient || ', ' || filing_made.first_on || ' to ' || filing_made.last_on
            FROM filing
            JOIN filing_made ON filing_made.filing_id = filing.id
            WHERE filing.program_id = training.program_id
              AND (filing.form = 'table' AND EXISTS (
                       SELECT 1 FROM training_date
                       WHERE training_date.training_id = training.id
                         AND training_date.on_day BETWEEN filing_made.first_on AND filing_made.last_on)
                   OR EXISTS (
                       SELECT 1 FROM filing_record
                       WHERE filing_record.made_id = filing_made.id
                         AND filing_record.training_id = training.id))
            ORDER BY filing_made.id
            LIMIT 1) AS filed_with
    FROM training
    JOIN program ON program.id = training.program_id
    JOIN account ON account.id = training.account_id";

const MINE: &str = "training.program_id IN (SELECT program_id FROM membership WHERE account_id = :viewer)";

fn read(row: &Row<'_>) -> rusqlite::Result<Training> {
    let words = |column: &str| -> rusqlite::Result<Vec<String>> {
        Ok(row.get::<_, Option<String>>(column)?.unwrap_or_default().split_whitespace().map(str::to_owned).collect())
    };
    let total: Option<i64> = row.get("total")?;
    let heads = match total {
        Some(total) => {
            Some(Heads { total, in_business: row.get("in_business")?, not_yet: row.get("not_yet")?, counted_on: row.get("counted_on")? })
        }
        None => None,
    };
    Ok(Training {
        key: row.get("id")?,
        id: row.get("public_id")?,
        program: (row.get("program_id")?, row.get("program_name")?),
        author: (row.get("account_id")?, row.get("author")?),
        facts: Facts {
            title: row.get("title")?,
            topic: row.get("topic")?,
            format: row.get("format")?,
            days: words("days")?.iter().filter_map(|day| Day::parse(day).ok()).collect(),
            minutes: row.get("minutes")?,
            fee: Cents::new(row.get("fee_cents")?),
            language: row.get("language")?,
            partners: words("partners")?,
            other_partner: row.get("other_partner")?,
            sponsor: row.get("sponsor")?,
            cosponsor: row.get("cosponsor")?,
            place: Place {
                city: row.get("city")?,
                state: row.get("state")?,
                postal_code: row.get("postal_code")?,
                country: row.get("country")?,
            },
        },
        heads,
        named: row.get("named")?,
        filed_with: row.get("filed_with")?,
        undone_at: row.get("undone_at")?,
        version: row.get("version")?,
        created_at: row.get("created_at")?,
    })
}

/// An event of a program the viewer works in.
pub fn find_for(conn: &Connection, viewer: &Viewer, id: &TrainingId) -> Result<Training> {
    let sql = format!("{TRAINING} WHERE training.public_id = :id AND {MINE}");
    conn.prepare_cached(&sql)?.query_row(named_params! { ":id": id, ":viewer": viewer.key }, read).optional()?.ok_or(Error::NotFound)
}

/// Events of the viewer's programs, the latest first.
pub fn list_for(conn: &Connection, viewer: &Viewer, limit: i64, skip: i64) -> Result<Vec<Training>> {
    let sql = format!(
        "{TRAINING}
         WHERE training.undone_at IS NULL
           AND {MINE}
         ORDER BY (SELECT max(on_day) FROM training_date WHERE training_date.training_id = training.id) DESC, training.id DESC
         LIMIT :limit OFFSET :skip"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let trainings = statement.query_map(named_params! { ":viewer": viewer.key, ":limit": limit, ":skip": skip }, read)?;
    Ok(trainings.collect::<rusqlite::Result<_>>()?)
}

/// Writes an event down.
pub fn hold(tx: &Tx<'_>, viewer: &Viewer, program: i64, facts: &Facts) -> Result<TrainingId> {
    if !viewer.works_in(program) {
        return Err(Error::NotFound);
    }
    let (_, id) = insert(tx, viewer.key, program, facts, None)?;
    tx.audit("training.written", Object::new("training", &id))?;
    Ok(id)
}

/// Writes an event down that a file brought, with how many came. Whoever calls audits it.
pub fn bring(tx: &Tx<'_>, account: i64, program: i64, facts: &Facts, heads: Option<Heads>, import: i64) -> Result<()> {
    let (key, _) = insert(tx, account, program, facts, Some(import))?;
    heads.map_or(Ok(()), |heads| put_heads(tx, key, heads))
}

fn insert(tx: &Tx<'_>, account: i64, program: i64, facts: &Facts, import: Option<i64>) -> Result<(i64, TrainingId)> {
    let id: TrainingId = tx.fresh_id()?;
    let sql = "
        INSERT INTO training (public_id, program_id, title, topic, format, minutes, language, account_id, created_at, import_id)
        VALUES (:id, :program, :title, :topic, :format, :minutes, :language, :account, :at, :import)";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":id": id,
        ":program": program,
        ":title": facts.title,
        ":topic": facts.topic,
        ":format": facts.format,
        ":minutes": facts.minutes,
        ":language": facts.language,
        ":account": account,
        ":at": tx.at(),
        ":import": import,
    })?;
    let key = tx.last_insert_rowid();
    put(tx, key, facts)?;
    Ok((key, id))
}

/// Everything that is known of an event, into its row and beside it. Whoever calls audits it.
fn put(tx: &Tx<'_>, key: i64, facts: &Facts) -> Result<()> {
    let sql = "
        UPDATE training
        SET title = :title, topic = :topic, format = :format, minutes = :minutes, fee_cents = :fee, language = :language,
            other_partner = :other, sponsor = :sponsor, cosponsor = :cosponsor, city = :city, state = :state,
            postal_code = :postal, country = :country
        WHERE id = :key";
    tx.prepare_cached(sql)?.execute(named_params! {
        ":title": facts.title,
        ":topic": facts.topic,
        ":format": facts.format,
        ":minutes": facts.minutes,
        ":fee": facts.fee.cents(),
        ":language": facts.language,
        ":other": facts.other_partner,
        ":sponsor": facts.sponsor,
        ":cosponsor": facts.cosponsor,
        ":city": facts.place.city,
        ":state": facts.place.state,
        ":postal": facts.place.postal_code,
        ":country": facts.place.country,
        ":key": key,
    })?;
    tx.prepare_cached("DELETE FROM training_date WHERE training_id = ?1")?.execute([key])?;
    for day in &facts.days {
        tx.prepare_cached("INSERT INTO training_date (training_id, on_day) VALUES (?1, ?2)")?.execute((key, day))?;
    }
    tx.prepare_cached("DELETE FROM training_partner WHERE training_id = ?1")?.execute([key])?;
    for partner in &facts.partners {
        let sql = "INSERT OR IGNORE INTO training_partner (training_id, partner) VALUES (?1, ?2)";
        tx.prepare_cached(sql)?.execute((key, partner))?;
    }
    Ok(())
}

/// Changes an event. Who came stays.
pub fn change(tx: &Tx<'_>, viewer: &Viewer, id: &TrainingId, version: i64, facts: &Facts) -> Result<()> {
    let training = find_for(tx, viewer, id)?;
    refuse_unless_changeable(&training)?;
    next_version(tx, &training, version)?;
    put(tx, training.key, facts)?;
    let most = i64::try_from(facts.days.len()).unwrap_or(i64::MAX);
    tx.execute("UPDATE training_person SET sessions = ?1 WHERE training_id = ?2 AND sessions > ?1", [most, training.key])?;
    tx.audit_with("training.changed", Object::new("training", id), "what when where with whom")
}

/// Writes down how many came.
pub fn count_heads(tx: &Tx<'_>, viewer: &Viewer, id: &TrainingId, version: i64, heads: Heads) -> Result<()> {
    let training = find_for(tx, viewer, id)?;
    refuse_unless_changeable(&training)?;
    next_version(tx, &training, version)?;
    put_heads(tx, training.key, heads)?;
    tx.audit_with("training.counted", Object::new("training", id), "total in_business not_yet")
}

fn put_heads(tx: &Tx<'_>, key: i64, heads: Heads) -> Result<()> {
    let sql = "
        UPDATE training
        SET total = :total, in_business = :in_business, not_yet = :not_yet, counted_on = :on
        WHERE id = :key";
    tx.execute(
        sql,
        named_params! {
            ":total": heads.total, ":in_business": heads.in_business, ":not_yet": heads.not_yet, ":on": heads.counted_on,
            ":key": key,
        },
    )?;
    Ok(())
}

/// Takes an event back, with its list of who came. A second time changes nothing.
pub fn undo(tx: &Tx<'_>, viewer: &Viewer, id: &TrainingId, version: i64) -> Result<()> {
    let training = find_for(tx, viewer, id)?;
    if training.undone_at.is_some() {
        return Ok(());
    }
    refuse_unless_changeable(&training)?;
    if training.author.0 != viewer.key || tx.at().millis() - training.created_at.millis() >= OPEN_MS {
        let words = format!(
            "Only {} can take this training back, and only for 24 hours after saving it. It can still be changed.",
            training.author.1
        );
        return Err(Error::Rejected(words));
    }
    next_version(tx, &training, version)?;
    tx.execute("UPDATE training SET undone_at = :at WHERE id = :key", named_params! { ":at": tx.at(), ":key": training.key })?;
    tx.audit("training.undone", Object::new("training", id))
}

fn next_version(tx: &Tx<'_>, training: &Training, version: i64) -> Result<()> {
    let sql = "UPDATE training SET version = version + 1 WHERE id = :key AND version = :version";
    let changed = tx.execute(sql, named_params! { ":key": training.key, ":version": version })?;
    if changed == 0 { Err(Error::Stale) } else { Ok(()) }
}

/// An event of a program the viewer works in, while it may be changed.
pub fn find_changeable(conn: &Connection, viewer: &Viewer, id: &TrainingId) -> Result<Training> {
    let training = find_for(conn, viewer, id)?;
    refuse_unless_changeable(&training)?;
    Ok(training)
}

fn refuse_unless_changeable(training: &Training) -> Result<()> {
    if training.undone_at.is_some() {
        return Err(Error::Rejected("This training was taken back.".to_owned()));
    }
    match &training.filed_with {
        Some(filing) => {
            Err(Error::Rejected(format!("What was filed stays as it was: {filing}. Write down what is new as another training.")))
        }
        None => Ok(()),
    }
}

/// Trainings that people of a client came to, in the viewer's programs, newest first.
pub fn attended_by_client(conn: &Connection, viewer: &Viewer, business: i64, limit: i64) -> Result<Vec<Attended>> {
    let sql = format!(
        "SELECT training.public_id, training.title, training.created_at,
                (SELECT min(on_day) FROM training_date WHERE training_date.training_id = training.id) AS first_on,
                group_concat(trim(person.first_name || ' ' || person.last_name), ', ') AS names
         FROM training_person
         JOIN training ON training.id = training_person.training_id
         JOIN person ON person.id = training_person.person_id
         WHERE training_person.business_id = :business
           AND training.undone_at IS NULL
           AND {MINE}
         GROUP BY training.id
         ORDER BY first_on DESC, training.id DESC
         LIMIT :limit"
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let attended = statement.query_map(named_params! { ":business": business, ":viewer": viewer.key, ":limit": limit }, |row| {
        Ok(Attended {
            id: row.get("public_id")?,
            title: row.get("title")?,
            first_on: row.get("first_on")?,
            names: row.get("names")?,
            created_at: row.get("created_at")?,
        })
    })?;
    Ok(attended.collect::<rusqlite::Result<_>>()?)
}

/// How many there are of them.
pub fn count_attended_by_client(conn: &Connection, viewer: &Viewer, business: i64) -> Result<i64> {
    let sql = format!(
        "SELECT count(DISTINCT training.id)
         FROM training_person
         JOIN training ON training.id = training_person.training_id
         WHERE training_person.business_id = :business
           AND training.undone_at IS NULL
           AND {MINE}"
    );
    Ok(conn.prepare_cached(&sql)?.query_row(named_params! { ":business": business, ":viewer": viewer.key }, |row| row.get(0))?)
}
