//! Services in full in the demo: what is said besides, attempts that came to nothing, and trainings with who came.

use super::city::MAKERS;
use super::plan::Service;
use super::play::{Stage, missing};
use crate::auth::Viewer;
use crate::error::Result;
use crate::people::{Client, queries as people};
use crate::services::{Given, More, queries as services};
use crate::store::Tx;
use crate::training::form::TrainingForm;
use crate::training::{Heads, queries};
use crate::values::{AttemptOutcome, Channel, Day, Instant, Line, ServiceKind};
use crate::web::Complaints;

/// What the author of a service said besides: most say nothing.
pub(super) fn more(place: usize, service: &Service) -> Result<More> {
    let mut more = More::default();
    match place % 9 {
        0 => more.prepare = 15,
        2 if service.kind == ServiceKind::Coaching => more.topic = Some("business_plan".to_owned()),
        4 => more.languages = vec!["es".to_owned(), "en".to_owned()],
        6 if service.channel == Channel::InPerson => (more.travel, more.others) = (30, 1),
        8 => more.extra_topics = vec!["marketing".to_owned()],
        _ => {}
    }
    if place % 40 == 7 {
        more.reportable = Some((false, Line::parse("They paid for this one themselves", "why")?));
    }
    Ok(more)
}

/// Before some services somebody tried in vain.
pub(super) fn attempt(tx: &Tx<'_>, place: usize, advisor: &Viewer, whom: (i64, i64), given: &Given) -> Result<()> {
    let outcome = match place % 38 {
        5 => AttemptOutcome::Voicemail,
        24 => AttemptOutcome::NoShow,
        _ => return Ok(()),
    };
    let given = Given { more: More::default(), ..given.clone() };
    services::note_attempt(tx, advisor, whom, &given, outcome).map(drop)
}

/// A training: title, topic, format, language, days ago of its sessions, hours, dollars, how many of our clients came, heads.
type Event = (&'static str, &'static str, &'static str, &'static str, &'static [i64], &'static str, &'static str, usize, Option<[i64; 3]>);

#[rustfmt::skip]
const EVENTS: &[Event] = &[
    ("Bidding on city work",          "government_contracts", "in_person", "en", &[150],             "3",   "",   6, Some([31, 24, 7])),
    ("Llevar las cuentas del taller", "accounting",           "hybrid",    "es", &[120, 113, 106],   "6",   "20", 5, Some([18, 15, 3])),
    ("Safe with customers' data",     "cyber_security",       "online",    "en", &[65],              "1.5", "",   4, Some([44, 30, 9])),
    ("From prototype to first order", "marketing",            "in_person", "en", &[20, 13],          "5",   "45", 3, None),
    ("Leases without surprises",      "legal",                "in_person", "en", &[-12],             "2",   "",   0, None),
];

/// The first two advisors hold them in turn, and write down who came.
pub(super) fn teach(tx: &Tx<'_>, stage: &Stage, at: Instant) -> Result<()> {
    let [first, second, ..] = stage.staff.as_slice() else { return Err(missing("two advisors")) };
    let program = stage.program(MAKERS)?.key;
    let clients: Vec<Client> = stage.clients.iter().flatten().filter_map(|placed| people::find_in(tx, placed.key, program).ok()).collect();
    for (place, event) in EVENTS.iter().enumerate() {
        let advisor = if place % 2 == 0 { first } else { second };
        let at = at.plus_minutes(i64::try_from(place).unwrap_or_default());
        tx.acting_as(advisor.actor(), at, |tx| hold(tx, advisor, program, event, clients.iter().skip(place * 3)))?;
    }
    Ok(())
}

fn hold<'c>(tx: &Tx<'_>, advisor: &Viewer, program: i64, event: &Event, clients: impl Iterator<Item = &'c Client>) -> Result<()> {
    let (title, topic, format, language, ago, hours, fee, named, heads) = *event;
    let form = TrainingForm {
        title: title.to_owned(),
        topic: topic.to_owned(),
        format: format.to_owned(),
        language: language.to_owned(),
        on: ago.iter().map(|ago| tx.today().plus_days(-ago).to_string()).collect(),
        hours: hours.to_owned(),
        fee: fee.to_owned(),
        partner: vec!["sbdc".to_owned()],
        city: "Columbus".to_owned(),
        state: "OH".to_owned(),
        ..TrainingForm::fresh()
    };
    let facts = form.facts(&mut Complaints::default(), tx.today()).ok_or_else(|| missing("a training"))?;
    let sessions = i64::try_from(facts.days.len()).unwrap_or(1);
    let id = queries::hold(tx, advisor, program, &facts)?;
    for client in clients.take(named) {
        if let Some(owner) = people::contact(tx, client.key, tx.today())? {
            queries::came(tx, advisor, &id, client, &owner.id, sessions)?;
        }
    }
    match heads {
        Some([total, in_business, not_yet]) => {
            let counted_on: Day = tx.today();
            queries::count_heads(tx, advisor, &id, 1, Heads { total, in_business, not_yet, counted_on })
        }
        None => Ok(()),
    }
}
