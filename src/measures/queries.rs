//! Listed measures in SQL: one number each.

use super::Filter;
use crate::error::Result;
use crate::values::{ListedMeasure, Zone};
use rusqlite::{Connection, named_params};

/// Clients with a service in the days, and services themselves: those in which somebody was spoken with.
const SERVED: &str = "
    FROM service
    LEFT JOIN business ON business.id = service.business_id
    WHERE service.program_id = :program
      AND service.undone_at IS NULL
      AND service.minutes > 0
      AND service.served_on BETWEEN :first AND :last
      AND (:kind IS NULL OR service.kind = :kind)
      AND (:place IS NULL OR business.neighborhood = :place)
      AND (:source IS NULL OR service.funding_source_id = :source)";

const SENT: &str = "
    FROM referral
    JOIN business ON business.id = referral.business_id
    WHERE referral.program_id = :program
      AND referral.status <> 'entered-in-error'
      AND (:kind IS NULL OR referral.kind = :kind)
      AND (:place IS NULL OR business.neighborhood = :place)
      AND :source IS NULL";

const RESOURCES: &str = "
    FROM deployment
    JOIN business ON business.id = deployment.business_id
    WHERE deployment.program_id = :program
      AND deployment.undone_at IS NULL
      AND (:kind IS NULL OR deployment.kind = :kind)
      AND (:place IS NULL OR business.neighborhood = :place)
      AND (:source IS NULL OR deployment.funding_source_id = :source)";

const CAME: &str = "
    FROM outcome
    JOIN business ON business.id = outcome.business_id
    WHERE outcome.program_id = :program
      AND outcome.undone_at IS NULL
      AND outcome.happened_on BETWEEN :first AND :last
      AND (:kind IS NULL OR outcome.kind = :kind)
      AND (:place IS NULL OR business.neighborhood = :place)
      AND :source IS NULL";

const HELD: &str = "
    FROM training
    WHERE training.program_id = :program
      AND training.undone_at IS NULL
      AND (SELECT min(on_day) FROM training_date WHERE training_date.training_id = training.id) BETWEEN :first AND :last
      AND :kind IS NULL
      AND :place IS NULL
      AND :source IS NULL";

const REACHED: &str = "
    FROM outreach
    WHERE outreach.program_id = :program
      AND outreach.undone_at IS NULL
      AND outreach.on_day BETWEEN :first AND :last
      AND (:kind IS NULL OR outreach.kind = :kind)
      AND (:place IS NULL OR outreach.place = :place)
      AND :source IS NULL";

/// A sum of changes: what a kind without a figure before has none of.
const CHANGE: &str = "coalesce(sum(coalesce(outcome.amount_after, 0) - coalesce(outcome.amount_before, 0)), 0)";

fn sql(measure: ListedMeasure) -> String {
    use ListedMeasure as M;
    let during = |at: &str| format!("AND referral.{at} >= :first_at AND referral.{at} < :after_at");
    let awarded = "AND deployment.awarded IS NOT NULL AND deployment.awarded_on BETWEEN :first AND :last";
    let delivered = "AND deployment.delivered IS NOT NULL AND deployment.delivered_on BETWEEN :first AND :last";
    match measure {
        M::ClientsJoined => "
            SELECT count(*) AS value
            FROM enrollment
            JOIN business ON business.id = enrollment.business_id
            WHERE enrollment.program_id = :program
              AND enrollment.from_on BETWEEN :first AND :last
              AND :kind IS NULL
              AND (:place IS NULL OR business.neighborhood = :place)
              AND :source IS NULL"
            .to_owned(),
        M::ClientsServed => format!("SELECT count(DISTINCT service.business_id) AS value {SERVED}"),
        M::Services => format!("SELECT count(*) AS value {SERVED}"),
        M::ContactTime => format!("SELECT coalesce(sum(service.minutes), 0) AS value {SERVED}"),
        M::Trainings => format!("SELECT count(*) AS value {HELD}"),
        M::TrainingPeople => format!(
            "SELECT coalesce(sum(coalesce(training.total, (SELECT count(*) FROM training_person WHERE training_person.training_id = training.id))), 0) AS value {HELD}"
        ),
        M::OutreachReached => format!("SELECT coalesce(sum(outreach.reached), 0) AS value {REACHED}"),
        M::OutreachContacts => format!("SELECT coalesce(sum(outreach.contacts), 0) AS value {REACHED}"),
        M::ReferralsSent => format!("SELECT count(*) AS value {SENT} {}", during("sent_at")),
        M::ReferralsAccepted => {
            format!(
                "SELECT count(*) AS value {SENT} {} AND EXISTS (SELECT 1 FROM referral_event WHERE referral_event.referral_id = referral.id AND referral_event.to_status = 'accepted')",
                during("decided_at")
            )
        }
        M::ReferralsCompleted => format!("SELECT count(*) AS value {SENT} {} AND referral.status = 'completed'", during("ended_at")),
        M::Awards => format!("SELECT count(*) AS value {RESOURCES} {awarded}"),
        M::DollarsAwarded => {
            format!("SELECT coalesce(sum(deployment.awarded), 0) AS value {RESOURCES} {awarded} AND deployment.unit = 'cents'")
        }
        M::DollarsDelivered => {
            format!("SELECT coalesce(sum(deployment.delivered), 0) AS value {RESOURCES} {delivered} AND deployment.unit = 'cents'")
        }
        M::SpaceDelivered => {
            format!("SELECT coalesce(sum(deployment.delivered), 0) AS value {RESOURCES} {delivered} AND deployment.unit = 'square_feet'")
        }
        M::LabTime => {
            format!("SELECT coalesce(sum(deployment.delivered), 0) AS value {RESOURCES} {delivered} AND deployment.unit = 'lab_minutes'")
        }
        M::Outcomes => format!("SELECT count(*) AS value {CAME}"),
        M::JobsCreated => format!("SELECT {CHANGE} AS value {CAME} AND outcome.kind = 'jobs_created'"),
        M::JobsKept => format!("SELECT {CHANGE} AS value {CAME} AND outcome.kind = 'jobs_retained'"),
        M::CapitalRaised => format!("SELECT {CHANGE} AS value {CAME} AND outcome.kind LIKE 'capital!_%' ESCAPE '!'"),
        M::ContractsWon => format!("SELECT {CHANGE} AS value {CAME} AND outcome.kind = 'contract_won'"),
    }
}

/// What a measure comes to, as it is written down now.
pub fn value(conn: &Connection, measure: ListedMeasure, filter: &Filter, zone: &Zone) -> Result<i64> {
    let sql = sql(measure);
    let mut statement = conn.prepare_cached(&sql)?;
    let params = named_params! {
        ":program": filter.program, ":kind": filter.kind, ":place": filter.place, ":source": filter.source,
    };
    for (name, value) in params {
        statement.raw_bind_parameter(*name, *value)?;
    }
    // Some measures know days, some instants: each is bound where the query has it.
    let (first_at, after_at) = (zone.start_of(filter.first), zone.start_of(filter.last.plus_days(1)));
    let more: &[(&str, &dyn rusqlite::ToSql)] =
        &[(":first", &filter.first), (":last", &filter.last), (":first_at", &first_at), (":after_at", &after_at)];
    for (name, value) in more {
        if let Some(place) = statement.parameter_index(name)? {
            statement.raw_bind_parameter(place, value)?;
        }
    }
    let mut rows = statement.raw_query();
    Ok(rows.next()?.map(|row| row.get("value")).transpose()?.unwrap_or_default())
}

/// The neighborhoods of a program's clients, in the order of the alphabet.
pub fn places(conn: &Connection, program: i64) -> Result<Vec<String>> {
    let sql = "
        SELECT DISTINCT business.neighborhood
        FROM business
        JOIN enrollment ON enrollment.business_id = business.id
        WHERE enrollment.program_id = ?1
          AND business.neighborhood IS NOT NULL
        ORDER BY business.neighborhood
        LIMIT 300";
    let mut statement = conn.prepare_cached(sql)?;
    let rows = statement.query_map([program], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
