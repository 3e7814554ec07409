//! Trainings as form 888 holds them.

use super::is_due;
use crate::error::Result;
use crate::filings::{Addresses, Draft};
use crate::firewall::filing::{Days, DraftTraining, Filing};
use crate::sba;
use crate::values::{Day, TrainingId};
use rusqlite::{Connection, Row, named_params};

/// Which trainings.
pub(super) enum Which {
    /// Those that a file of these days would hold: it counts the day on which a training begins.
    Of(Days),
    /// Those that a file holds, by its row key.
    In(i64),
}

const NUMBER: usize = 20;
const FIRST: &str = "(SELECT min(on_day) FROM training_date WHERE training_date.training_id = training.id)";

fn sql(which: &Which) -> String {
    let which = match which {
        Which::Of(_) => format!(
            "training.program_id = :program
          AND training.undone_at IS NULL
          AND {}
          AND NOT EXISTS (SELECT 1 FROM filing_record JOIN filing_made ON filing_made.id = filing_record.made_id
                          WHERE filing_record.training_id = training.id AND filing_made.filing_id = :filing)",
            is_due(FIRST)
        ),
        Which::In(_) => "training.id IN (SELECT training_id FROM filing_record WHERE made_id = :made)".to_owned(),
    };
    format!(
        "SELECT training.id, training.public_id, training.title, training.topic, training.format, training.minutes, training.fee_cents,
                training.language, training.other_partner, training.sponsor, training.cosponsor, training.city, training.state,
                training.postal_code, training.country, training.total, training.in_business, training.not_yet,
                (SELECT group_concat(on_day, ' ') FROM (SELECT on_day FROM training_date WHERE training_id = training.id ORDER BY on_day)) AS days,
                (SELECT group_concat(partner, ' ') FROM training_partner WHERE training_id = training.id) AS partners,
                (SELECT group_concat(person_id, ' ') FROM training_person WHERE training_id = training.id) AS people
         FROM training
         WHERE {which}
         ORDER BY {FIRST}, training.id"
    )
}

pub(super) fn gather(conn: &Connection, filing: &Filing, which: &Which) -> Result<Vec<Draft<DraftTraining>>> {
    let sql = sql(which);
    let mut statement = conn.prepare_cached(&sql)?;
    let read = |row: &Row<'_>| read(row, filing);
    let drafts = match which {
        Which::Of(days) => statement.query_map(
            named_params! { ":program": filing.program, ":filing": filing.key, ":first": days.first, ":last": days.last },
            read,
        )?,
        Which::In(made) => statement.query_map(named_params! { ":made": made }, read)?,
    };
    Ok(drafts.collect::<rusqlite::Result<_>>()?)
}

fn read(row: &Row<'_>, filing: &Filing) -> rusqlite::Result<Draft<DraftTraining>> {
    let words = |column: &str| -> rusqlite::Result<Vec<String>> {
        Ok(row.get::<_, Option<String>>(column)?.unwrap_or_default().split_whitespace().map(str::to_owned).collect())
    };
    let id: TrainingId = row.get("public_id")?;
    let title: String = row.get("title")?;
    let days: Vec<Day> = words("days")?.iter().filter_map(|day| Day::parse(day).ok()).collect();
    let people: Vec<i64> = words("people")?.iter().filter_map(|key| key.parse().ok()).collect();
    let named = i64::try_from(people.len()).unwrap_or(i64::MAX);
    let counted: Option<i64> = row.get("total")?;
    let facts = sba::Training {
        number: id.as_str().chars().take(NUMBER).collect(),
        location: filing.location.clone(),
        minutes: row.get("minutes")?,
        title: title.clone(),
        city: row.get("city")?,
        state: row.get("state")?,
        zip: row.get("postal_code")?,
        country: row.get("country")?,
        // Whoever came by name came, whether somebody counted heads or not.
        total: counted.max((named > 0).then_some(named)),
        in_business: row.get("in_business")?,
        not_yet: row.get("not_yet")?,
        topic: row.get("topic")?,
        partners: words("partners")?,
        other_partner: row.get("other_partner")?,
        format: row.get("format")?,
        fee_cents: row.get("fee_cents")?,
        language: row.get("language")?,
        sponsor: row.get("sponsor")?,
        cosponsor: row.get("cosponsor")?,
        days,
    };
    let first = facts.days.first().map_or_else(|| "no day".to_owned(), ToString::to_string);
    Ok(Draft {
        addresses: Addresses { training: Some(id), ..Addresses::default() },
        has_answered: true,
        record: DraftTraining { training: row.get("id")?, label: format!("{title}, {first}"), people, training_facts: facts },
    })
}
