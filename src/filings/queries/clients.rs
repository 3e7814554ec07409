//! Clients as rows of required tables, in SQL: those with sessions in the days, and those who were not ready for an earlier file.

use crate::error::Result;
use crate::filings::{Addresses, Draft};
use crate::firewall::filing::{Days, DraftClient, Filing, has_answered};
use crate::funders::{ClientRow, Contact, Project};
use crate::people::{self, label};
use crate::store::Keyring;
use crate::values::{FilingForm, Question};
use crate::workers::quality::Quality;
use crate::workers::{self, Work};
use rusqlite::{Connection, Row, named_params};

/// What was done, by client and topic: contact that counts for funders, in the days, or in those of an earlier file that the client was not
/// in. A file is looked at as it was made: what came after it plays no part.
const DONE: &str = "
    SELECT business.id AS business, business.public_id AS client_id, business.number, business.name, business.postal_code, business.naics,
           enrollment.to_on AS closed_on, service.topic, sum(service.minutes) AS minutes, count(*) AS sessions,
           min(service.served_on) AS first_on, max(service.served_on) AS last_on
    FROM service
    JOIN business ON business.id = service.business_id
    LEFT JOIN enrollment ON enrollment.business_id = business.id AND enrollment.program_id = service.program_id
    WHERE service.program_id = :program
      AND service.is_reportable = 1
      AND service.undone_at IS NULL
      AND service.minutes > 0
      AND (:source IS NULL OR service.funding_source_id = :source)
      AND (:made IS NULL OR business.id IN (SELECT business_id FROM filing_record WHERE made_id = :made))
      AND (service.served_on BETWEEN :first AND :last
           OR EXISTS (SELECT 1
                      FROM filing_made AS earlier
                      WHERE earlier.filing_id = :filing
                        AND (:made IS NULL OR earlier.id < :made)
                        AND service.served_on BETWEEN earlier.first_on AND earlier.last_on
                        AND NOT EXISTS (SELECT 1
                                        FROM filing_record
                                        JOIN filing_made AS later ON later.id = filing_record.made_id
                                        WHERE later.filing_id = :filing
                                          AND later.id >= earlier.id
                                          AND (:made IS NULL OR later.id < :made)
                                          AND filing_record.business_id = business.id)))
    GROUP BY business.id, service.topic
    ORDER BY business.number, min(service.served_on), service.topic";

/// The clients that a file of these days would hold; of one that was made, by its row key, those it holds.
pub(super) fn gather(conn: &Connection, keys: &Keyring, filing: &Filing, days: Days, made: Option<i64>) -> Result<Vec<Draft<DraftClient>>> {
    let mut statement = conn.prepare_cached(DONE)?;
    let mut rows = statement.query(named_params! {
        ":program": filing.program,
        ":filing": filing.key,
        ":first": days.first,
        ":last": days.last,
        ":source": filing.details.source,
        ":made": made,
    })?;
    let mut drafts: Vec<Draft<DraftClient>> = Vec::new();
    while let Some(row) = rows.next()? {
        let business: i64 = row.get("business")?;
        if drafts.last().is_none_or(|draft| draft.record.business != business) {
            drafts.push(draft(conn, keys, filing, days, row)?);
        }
        let project = Project {
            topic: row.get("topic")?,
            minutes: row.get("minutes")?,
            sessions: row.get("sessions")?,
            first: row.get("first_on")?,
            last: row.get("last_on")?,
        };
        if let Some(draft) = drafts.last_mut() {
            draft.record.row.projects.push(project);
        }
    }
    Ok(drafts)
}

fn draft(conn: &Connection, keys: &Keyring, filing: &Filing, days: Days, row: &Row<'_>) -> Result<Draft<DraftClient>> {
    let business: i64 = row.get("business")?;
    let mut owners = people::queries::owners(conn, business, days.last)?;
    owners.retain(|owner| owner.from_on.is_none_or(|from| from <= days.last));
    let first = owners.first();
    let asks = filing.form == FilingForm::Ssbci;
    let answered = first.filter(|_| asks).map(|owner| has_answered(conn, keys, filing.key, Question::Sedi, owner.person)).transpose()?;
    let contact = filing.has_names.then(|| -> rusqlite::Result<Contact> {
        Ok(Contact {
            business: row.get("name")?,
            person: first.map(|owner| format!("{} {}", owner.first_name, owner.last_name).trim().to_owned()).unwrap_or_default(),
            email: first.and_then(|owner| owner.email.as_ref().map(ToString::to_string)),
            telephone: first.and_then(|owner| owner.telephone.as_ref().map(ToString::to_string)),
        })
    });
    let (workers, fte) = workers(conn, business, days)?;
    let number = label(row.get("number")?);
    Ok(Draft {
        addresses: Addresses { client: row.get("client_id")?, person: first.map(|owner| owner.id.clone()), ..Addresses::default() },
        has_answered: answered.unwrap_or_default(),
        record: DraftClient {
            business,
            label: number.clone(),
            person: first.map(|owner| owner.person),
            owners: owners.iter().map(|owner| (owner.person, owner.share_bp)).collect(),
            row: ClientRow {
                form: filing.form,
                number,
                contact: contact.transpose()?,
                zip: row.get("postal_code")?,
                naics: row.get("naics")?,
                workers,
                fte,
                closed_on: row.get("closed_on")?,
                projects: Vec::new(),
                provider: (filing.program_name.clone(), filing.details.provider_type, filing.details.provider_relation),
                on: days.last,
            },
        },
    })
}

/// How many work there on the last day, and as full-time equivalents.
fn workers(conn: &Connection, business: i64, days: Days) -> Result<(Option<i64>, Option<i64>)> {
    let sql = "
        SELECT id, workers
        FROM job_snapshot
        WHERE business_id = :business
          AND on_day <= :last
          AND undone_at IS NULL
        ORDER BY on_day DESC, id DESC
        LIMIT 1";
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query(named_params! { ":business": business, ":last": days.last })?;
    let Some(row) = rows.next()? else { return Ok((None, None)) };
    let (snapshot, workers): (i64, i64) = (row.get("id")?, row.get("workers")?);
    let works: Vec<Work> = workers::queries::positions(conn, snapshot)?.into_iter().map(|position| position.work).collect();
    let quality = Quality::of(workers, works.iter(), None);
    // Equivalents of some of the workers are not those of all.
    Ok((Some(workers), (quality.with_hours == workers).then_some(quality.fte_hundredths)))
}
