//! What needs an advisor today: broken promises first, then by age.

use super::board::NO_DAY;
use super::{MINE, REFERRAL, calendar, read, zone};
use crate::auth::Viewer;
use crate::error::Result;
use crate::referrals::lifecycle::Status;
use crate::referrals::{Ball, Referral};
use crate::values::{Day, Instant, ReferralId};
use rusqlite::{Connection, named_params};

/// Why a referral needs an advisor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NeedKind {
    /// The promised day is over.
    Late,
    /// It ended without the help, and nobody has agreed a next step.
    NoNextStep,
    /// The partner asked us something.
    Question,
    /// The partner decided today.
    DecidedToday,
    /// It was put on hold because the permission ended, and the client has renewed it.
    Renewed,
    /// The client was asked whether we may share, and has not answered.
    ConsentWaiting,
    /// The client agreed, and it was not sent yet.
    NotSent,
}

/// One thing that needs an advisor.
#[derive(Debug, Clone)]
pub struct Need {
    /// Why.
    pub kind: NeedKind,
    /// Days that count: past the promise, or since it happened.
    pub days: i64,
    /// "Okafor Metal Finishing: no answer about space".
    pub title: String,
    /// What happened, in a sentence.
    pub text: String,
    /// Address of the referral.
    pub link: String,
    /// The address's id.
    pub id: ReferralId,
    /// Whom to call and the number, where a call helps.
    pub call: Option<(String, String)>,
}

/// What needs this viewer today among the referrals they look after: broken promises first, then by age.
pub fn needs_you(conn: &Connection, viewer: &Viewer, today: Day) -> Result<Vec<Need>> {
    let sql = format!(
        "{REFERRAL}
         WHERE {MINE}
           AND referral.advisor_id = :viewer
           AND (referral.waiting_on = 'advisor' OR referral.status = 'draft' OR referral.due_on < :today OR referral.decided_at >= :since
                OR (referral.status = 'on-hold' AND referral.reason_code = 'consent_expired'))
           AND referral.waiting_on <> 'nobody'
           AND NOT (referral.origin = 'self_request' AND referral.status = 'draft' AND NOT EXISTS (SELECT 1 FROM triage WHERE triage.referral_id = referral.id))
         ORDER BY coalesce(referral.due_on, '{NO_DAY}'), referral.id
         LIMIT 200"
    );
    let zone = zone(conn)?;
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map(named_params! { ":viewer": viewer.key, ":today": today, ":since": zone.start_of(today) }, read)?;
    let calendar = calendar(conn)?;
    let mut needs = Vec::new();
    for referral in rows.collect::<rusqlite::Result<Vec<_>>>()? {
        let has_lapsed = referral.status == Status::OnHold && referral.reason.as_deref() == Some("consent_expired");
        let renewed = if has_lapsed { crate::consent::queries::live_for(conn, referral.key, today)? } else { None };
        let kind = match &renewed {
            Some(_) => Some(NeedKind::Renewed),
            None => kind_of(&referral, today, zone.start_of(today)),
        };
        let Some(kind) = kind else { continue };
        let since = match kind {
            NeedKind::Late => referral.due_on,
            NeedKind::NoNextStep => referral.ended_at.map(|at| zone.day(at)),
            NeedKind::DecidedToday => Some(today),
            NeedKind::Renewed => renewed.map(|yes| zone.day(yes.granted_at)),
            NeedKind::Question | NeedKind::ConsentWaiting | NeedKind::NotSent => {
                super::events(conn, referral.key)?.last().map(|line| zone.day(line.at))
            }
        };
        let days = since.map_or(0, |since| i64::from(calendar.business_days_between(since.date(), today.date())));
        needs.push(Need {
            kind,
            days,
            title: format!("{}: {}", referral.client_name, title_of(kind, &referral)),
            text: text_of(kind, &referral, &zone, today),
            link: format!("/referrals/{}", referral.id),
            call: whom_to_call(conn, kind, &referral, today)?,
            id: referral.id,
        });
    }
    needs.sort_by_key(|need| (need.kind != NeedKind::Late, std::cmp::Reverse(need.days)));
    Ok(needs)
}

fn kind_of(referral: &Referral, today: Day, midnight: Instant) -> Option<NeedKind> {
    let is_negative = referral.status.is_negative_end() || (referral.status == Status::Completed && referral.waiting_on == Ball::Advisor);
    if referral.is_late(today) {
        Some(NeedKind::Late)
    } else if is_negative {
        Some(NeedKind::NoNextStep)
    } else if referral.stage.as_deref() == Some("awaiting_information") && referral.waiting_on == Ball::Advisor {
        Some(NeedKind::Question)
    } else if referral.status == Status::Draft && referral.stage.as_deref() == Some("awaiting_consent") {
        Some(NeedKind::ConsentWaiting)
    } else if referral.status == Status::Draft {
        Some(NeedKind::NotSent)
    } else if referral.decided_at.is_some_and(|at| at >= midnight) {
        Some(NeedKind::DecidedToday)
    } else {
        None
    }
}

fn title_of(kind: NeedKind, referral: &Referral) -> String {
    let about = referral.kind.in_a_sentence();
    match (kind, referral.status, referral.waiting_on) {
        (NeedKind::Late, Status::Requested | Status::Received, Ball::Partner) => format!("no answer about {about}"),
        (NeedKind::Late, Status::Accepted, Ball::Partner) => "has anybody called them?".to_owned(),
        (NeedKind::Late, Status::InProgress, Ball::Partner) => format!("no news about {about}"),
        (NeedKind::Late, Status::OnHold, _) => "time to look at the pause again".to_owned(),
        (NeedKind::Late | NeedKind::NoNextStep, Status::Completed, Ball::Advisor) => "they do not agree on how it went".to_owned(),
        (NeedKind::Late, Status::Rejected | Status::Failed | Status::Cancelled | Status::Completed, _) | (NeedKind::NoNextStep, ..) => {
            "agree on a next step".to_owned()
        }
        (NeedKind::Late, Status::Draft, _) | (NeedKind::ConsentWaiting, ..) => format!("may we share their need for {about}?"),
        (NeedKind::Late, ..) => format!("an answer about {about} is late"),
        (NeedKind::Question, ..) => "the partner asked you something".to_owned(),
        (NeedKind::Renewed, ..) => "they renewed their permission".to_owned(),
        (NeedKind::DecidedToday, ..) => "the partner said yes".to_owned(),
        (NeedKind::NotSent, ..) => format!("referral for {about} not sent yet"),
    }
}

fn text_of(kind: NeedKind, referral: &Referral, zone: &crate::values::Zone, today: Day) -> String {
    let partner = referral.partner_name();
    let day = |at: Option<Instant>| at.map(|at| zone.day(at).short(today)).unwrap_or_default();
    let due = referral.due_on.map(|due| due.short(today)).unwrap_or_default();
    match (kind, referral.status) {
        (NeedKind::Late, Status::Requested | Status::Received) => {
            format!("Sent to {partner} on {}. We told the client to expect an answer by {due}.", day(referral.sent_at))
        }
        (NeedKind::Late, Status::Accepted | Status::InProgress | Status::OnHold) => format!("{partner}: promised for {due}."),
        (NeedKind::Late | NeedKind::NoNextStep, Status::Rejected) => {
            format!("{partner} said no on {}. The client waits for another option.", day(referral.ended_at))
        }
        (NeedKind::Late | NeedKind::NoNextStep, Status::Completed) => {
            format!("{partner} says it is done. The client says it is not so. Agree on a next step with them.")
        }
        (NeedKind::Late | NeedKind::NoNextStep, _) if referral.status.is_end() => {
            format!("It ended on {}. Record what you agreed with the client.", day(referral.ended_at))
        }
        (NeedKind::Late | NeedKind::ConsentWaiting, _) => format!("Asked, and no answer yet. Nothing was shared with {partner}."),
        (NeedKind::NoNextStep, _) => "Record what you agreed with the client.".to_owned(),
        (NeedKind::Question, _) => format!("{partner} waits for your answer by {due}."),
        (NeedKind::Renewed, _) => {
            format!("It is on hold since the permission to share with {partner} ended. It is there again: take the referral off hold.")
        }
        (NeedKind::DecidedToday, _) => format!("{partner} contacts them by {due}."),
        (NeedKind::NotSent, _) => format!("Draft for {partner}. Ask the client if you may share, then send it."),
    }
}

/// The partner where its promise is broken, the client where they have to be asked.
fn whom_to_call(conn: &Connection, kind: NeedKind, referral: &Referral, today: Day) -> Result<Option<(String, String)>> {
    if kind == NeedKind::Late && referral.waiting_on == Ball::Partner {
        let Some((contact, name)) = &referral.contact else { return Ok(None) };
        let contact = crate::partners::queries::find_contact(conn, *contact)?;
        let main = referral.partner.as_ref().map(|(key, ..)| crate::partners::queries::find(conn, *key)).transpose()?;
        let number = contact.telephone.or_else(|| main.and_then(|partner| partner.telephone));
        return Ok(number.map(|number| (name.clone(), number)));
    }
    let owner = super::spoken_to(conn, referral, today)?;
    Ok(owner.and_then(|owner| owner.telephone.clone().map(|number| (owner.given_name().to_owned(), number))))
}
