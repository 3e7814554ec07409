//! Sessions as form 641 holds them.

use super::is_due;
use crate::certifications::{self, Facts};
use crate::error::Result;
use crate::filings::{Addresses, Draft};
use crate::firewall::filing::{Days, DraftSession, Filing, has_answered};
use crate::people::{self, Owner, label};
use crate::referrals;
use crate::sba::{Names, Session};
use crate::store::Keyring;
use crate::values::{Day, InBusiness, Instant, Kind, LegalForm, Question, ServiceId, ServiceKind, Stage, Vocabulary, Zone};
use rusqlite::{Connection, Row, named_params};
use std::collections::HashMap;

/// Which sessions.
pub(super) enum Which {
    /// Those that a file of these days would hold.
    Of(Days),
    /// Those that a file holds, by its row key.
    In(i64),
}

/// The client's number on the form is ours, and the session's is the beginning of its address: twenty letters, the most it takes.
const NUMBER: usize = 20;

fn sql(which: &Which) -> String {
    let which = match which {
        Which::Of(_) => format!(
            "service.program_id = :program
          AND service.is_reportable = 1
          AND service.undone_at IS NULL
          AND {}
          AND NOT EXISTS (SELECT 1 FROM filing_record JOIN filing_made ON filing_made.id = filing_record.made_id
                          WHERE filing_record.service_id = service.id AND filing_made.filing_id = :filing)",
            is_due("service.served_on")
        ),
        Which::In(_) => "service.id IN (SELECT service_id FROM filing_record WHERE made_id = :made)".to_owned(),
    };
    format!(
        "SELECT service.id, service.public_id AS service_id, service.served_on, service.session_type, service.topic, service.kind,
                service.minutes, service.prepare_minutes, service.travel_minutes,
                coalesce(service.advisor_typed, account.name) AS counselor,
                NOT EXISTS (SELECT 1
                            FROM service AS earlier
                            WHERE earlier.business_id = service.business_id
                              AND earlier.program_id = service.program_id
                              AND earlier.served_on = service.served_on
                              AND earlier.id < service.id
                              AND earlier.is_reportable = 1
                              AND earlier.undone_at IS NULL) AS is_first_of_day,
                (SELECT group_concat(topic, ' ') FROM service_topic WHERE service_topic.service_id = service.id) AS extra_topics,
                (SELECT group_concat(language, ' ') FROM service_language WHERE service_language.service_id = service.id) AS languages,
                business.id AS business, business.public_id AS client_id, business.number, business.name, business.city, business.state,
                business.postal_code, business.street, business.naics, business.legal_form, business.is_cooperative, business.started_on,
                business.stage, business.county_fips, intake.is_on_file, intake.signed_on, intake.may_survey, intake.in_business,
                intake.seeking, intake.media, intake.media_words,
                (SELECT workers FROM job_snapshot WHERE job_snapshot.business_id = business.id AND job_snapshot.on_day <= service.served_on
                   AND job_snapshot.undone_at IS NULL
                 ORDER BY on_day DESC, id DESC LIMIT 1) AS workers
         FROM service
         JOIN business ON business.id = service.business_id
         JOIN account ON account.id = service.account_id
         LEFT JOIN enrollment ON enrollment.business_id = business.id AND enrollment.program_id = service.program_id
         LEFT JOIN intake ON intake.enrollment_id = enrollment.id
         WHERE {which}
         ORDER BY service.served_on, service.id"
    )
}

/// Who stands behind a client on the form on a day: looked up once for each.
struct Standing {
    owners: Vec<Owner>,
    has_answered: bool,
    certified: Vec<Facts>,
}

pub(super) fn gather(conn: &Connection, keys: &Keyring, filing: &Filing, which: &Which) -> Result<Vec<Draft<DraftSession>>> {
    let zone = referrals::queries::zone(conn)?;
    let referred = referred(conn, filing.program, &zone)?;
    let sql = sql(which);
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = match which {
        Which::Of(days) => statement.query(named_params! {
            ":program": filing.program, ":filing": filing.key, ":first": days.first, ":last": days.last,
        })?,
        Which::In(made) => statement.query(named_params! { ":made": made })?,
    };
    let (mut drafts, mut standings) = (Vec::new(), HashMap::new());
    while let Some(row) = rows.next()? {
        let (business, on): (i64, Day) = (row.get("business")?, row.get("served_on")?);
        let standing = match standings.entry((business, on)) {
            std::collections::hash_map::Entry::Occupied(known) => known.into_mut(),
            std::collections::hash_map::Entry::Vacant(free) => free.insert(stand(conn, keys, filing, &zone, business, on)?),
        };
        let mut session = read(row, filing, standing.owners.first())?;
        session.certifications = standing.certified.iter().map(|facts| facts.code.clone()).collect();
        session.certification_words = standing.certified.iter().filter_map(|facts| facts.named.clone()).collect();
        // Of several sessions on a day the first says what they were referred for, whichever of them a file holds.
        if row.get("is_first_of_day")? {
            session.referred = referred.get(&(business, on)).cloned().unwrap_or_default();
        }
        drafts.push(draft(row, session, standing, on)?);
    }
    Ok(drafts)
}

fn stand(conn: &Connection, keys: &Keyring, filing: &Filing, zone: &Zone, business: i64, on: Day) -> Result<Standing> {
    let mut owners = people::queries::owners(conn, business, on)?;
    owners.retain(|owner| owner.from_on.is_none_or(|from| from <= on));
    let has_answered =
        owners.first().map(|owner| has_answered(conn, keys, filing.key, Question::Race, owner.person)).transpose()?.unwrap_or_default();
    let certified = certifications::queries::in_force(conn, business, filing.program, on, zone)?;
    Ok(Standing { owners, has_answered, certified: certified.into_iter().map(|certification| certification.facts).collect() })
}

fn draft(row: &Row<'_>, session: Session, standing: &Standing, on: Day) -> Result<Draft<DraftSession>> {
    let contact = standing.owners.first();
    Ok(Draft {
        addresses: Addresses {
            client: row.get("client_id")?,
            person: contact.map(|owner| owner.id.clone()),
            service: row.get("service_id")?,
            training: None,
        },
        has_answered: standing.has_answered,
        record: DraftSession {
            service: row.get("id")?,
            label: format!("{}, {on}", label(row.get("number")?)),
            person: contact.map(|owner| owner.person),
            owners: standing.owners.iter().map(|owner| (owner.person, owner.share_bp)).collect(),
            session,
        },
    })
}

fn read(row: &Row<'_>, filing: &Filing, contact: Option<&Owner>) -> Result<Session> {
    let words = |column: &str| -> rusqlite::Result<Vec<String>> {
        Ok(row.get::<_, Option<String>>(column)?.unwrap_or_default().split_whitespace().map(str::to_owned).collect())
    };
    let id: ServiceId = row.get("service_id")?;
    let (topic, kind): (String, ServiceKind) = (row.get("topic")?, row.get("kind")?);
    let said: Option<InBusiness> = row.get("in_business")?;
    let names = match contact.filter(|_| filing.has_names) {
        Some(owner) => Some(Names {
            first: owner.first_name.clone(),
            last: owner.last_name.clone(),
            email: owner.email.clone(),
            telephone: owner.telephone.clone(),
            street: row.get("street")?,
            company: row.get("name")?,
            counselor: row.get("counselor")?,
        }),
        None => None,
    };
    Ok(Session {
        client: label(row.get("number")?),
        number: id.as_str().chars().take(NUMBER).collect(),
        location: filing.location.clone(),
        names,
        city: row.get("city")?,
        state: row.get("state")?,
        zip: row.get("postal_code")?,
        may_survey: row.get("may_survey")?,
        signed_on: row.get("signed_on")?,
        is_on_file: row.get("is_on_file")?,
        in_business: said.or(stands(row.get("stage")?)),
        naics: row.get("naics")?,
        legal_form: row.get::<_, Option<LegalForm>>("legal_form")?,
        is_cooperative: row.get("is_cooperative")?,
        workers: row.get("workers")?,
        started_on: row.get("started_on")?,
        county_fips: row.get("county_fips")?,
        seeking: row.get("seeking")?,
        media: words("media")?,
        media_words: row.get("media_words")?,
        on: row.get("served_on")?,
        session_type: row.get("session_type")?,
        topic_words: (topic == "other" && kind != ServiceKind::Other).then(|| kind.label().to_owned()),
        topic,
        extra_topics: words("extra_topics")?,
        languages: words("languages")?,
        contact: row.get("minutes")?,
        prepare: row.get("prepare_minutes")?,
        travel: row.get("travel_minutes")?,
        certifications: Vec::new(),
        certification_words: Vec::new(),
        referred: Vec::new(),
    })
}

/// What the stage says of being in business, where nobody said it apart.
fn stands(stage: Option<Stage>) -> Option<InBusiness> {
    Some(match stage? {
        Stage::Idea | Stage::Closed => InBusiness::No,
        Stage::StartUp | Stage::InBusiness => InBusiness::Yes,
    })
}

/// Kinds of the referrals that were sent, by client and day.
fn referred(conn: &Connection, program: i64, zone: &Zone) -> Result<HashMap<(i64, Day), Vec<String>>> {
    let sql = "
        SELECT business_id, kind, sent_at
        FROM referral
        WHERE program_id = :program
          AND sent_at IS NOT NULL
          AND status <> 'entered-in-error'
        ORDER BY id";
    let mut statement = conn.prepare_cached(sql)?;
    let read = |row: &Row<'_>| Ok((row.get::<_, i64>("business_id")?, row.get::<_, Kind>("kind")?, row.get::<_, Instant>("sent_at")?));
    let mut found: HashMap<(i64, Day), Vec<String>> = HashMap::new();
    for row in statement.query_map(named_params! { ":program": program }, read)? {
        let (business, kind, at) = row?;
        let kinds = found.entry((business, zone.day(at))).or_default();
        if !kinds.iter().any(|known| known == kind.label()) {
            kinds.push(kind.label().to_owned());
        }
    }
    Ok(found)
}
