//! What other pages ask about referrals: the board, the cards and the timeline of a client, and what needs an advisor.

use super::{MINE, REFERRAL, calendar, events, read, story, zone};
use crate::auth::Viewer;
use crate::error::Result;
use crate::referrals::lifecycle::{Event, Status};
use crate::referrals::stations::{Reached, StationState, stations};
use crate::referrals::{Ball, Referral};
use crate::values::{Day, Instant, ReferralId};
use rusqlite::{Connection, named_params};

/// Whose turn it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Turn {
    /// Everything that waits for somebody.
    #[default]
    Open,
    /// The promised day is over.
    Late,
    /// An advisor moves next.
    Advisor,
    /// The partner.
    Partner,
    /// The client.
    Entrepreneur,
    /// Somebody else.
    ThirdParty,
    /// Over, with nothing left to do.
    Done,
}

impl Turn {
    /// Every filter, in the order they are shown.
    pub const ALL: [Self; 7] = [Self::Open, Self::Late, Self::Advisor, Self::Partner, Self::Entrepreneur, Self::ThirdParty, Self::Done];

    /// In an address.
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Late => "late",
            Self::Advisor => "advisor",
            Self::Partner => "partner",
            Self::Entrepreneur => "client",
            Self::ThirdParty => "somebody-else",
            Self::Done => "done",
        }
    }

    /// As people read it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Open => "All open",
            Self::Late => "Late",
            Self::Advisor => "Our turn",
            Self::Partner => "Partner's turn",
            Self::Entrepreneur => "Client's turn",
            Self::ThirdParty => "Somebody else",
            Self::Done => "Finished",
        }
    }

    /// From an address; anything else is everything open.
    pub fn parse(typed: &str) -> Self {
        Self::ALL.into_iter().find(|turn| turn.code() == typed).unwrap_or_default()
    }

    /// The condition in SQL. A client's time to say how it went runs out without a word.
    fn condition(self) -> &'static str {
        match self {
            Self::Open => {
                "referral.waiting_on <> 'nobody' AND NOT (referral.status = 'completed' AND referral.waiting_on = 'entrepreneur' AND referral.due_on < :today)"
            }
            Self::Late => {
                "referral.waiting_on <> 'nobody' AND referral.due_on < :today AND NOT (referral.status = 'completed' AND referral.waiting_on = 'entrepreneur')"
            }
            Self::Advisor => "referral.waiting_on = 'advisor' AND :today IS NOT NULL",
            Self::Partner => "referral.waiting_on = 'partner' AND :today IS NOT NULL",
            Self::Entrepreneur => {
                "referral.waiting_on = 'entrepreneur' AND NOT (referral.status = 'completed' AND referral.due_on < :today)"
            }
            Self::ThirdParty => "referral.waiting_on = 'third_party' AND :today IS NOT NULL",
            Self::Done => {
                "(referral.waiting_on = 'nobody' OR (referral.status = 'completed' AND referral.waiting_on = 'entrepreneur' AND referral.due_on < :today))"
            }
        }
    }
}

/// Which referrals, and after which one of the page before.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Whose turn it is.
    pub turn: Turn,
    /// Only those the viewer looks after.
    pub only_mine: bool,
    /// Due day (far ahead where there is none) and row key of the last one seen.
    pub after: Option<(String, i64)>,
}

const MINE_ONLY: &str = "(:only_mine = 0 OR referral.advisor_id = :viewer)";
/// Sorts after every day there is.
const NO_DAY: &str = "9999-12-31";

/// One page of the board: the oldest promise first, those without one last.
pub fn list_for(conn: &Connection, viewer: &Viewer, filter: &Filter, today: Day, limit: i64) -> Result<Vec<Referral>> {
    let sql = format!(
        "{REFERRAL}
         WHERE {MINE}
           AND {MINE_ONLY}
           AND {}
           AND (coalesce(referral.due_on, '{NO_DAY}'), referral.id) > (:day, :key)
         ORDER BY coalesce(referral.due_on, '{NO_DAY}'), referral.id
         LIMIT :limit",
        filter.turn.condition()
    );
    let (day, key) = filter.after.as_ref().map_or(("", -1), |(day, key)| (day.as_str(), *key));
    let mut statement = conn.prepare_cached(&sql)?;
    let params =
        named_params! { ":viewer": viewer.key, ":only_mine": filter.only_mine, ":today": today, ":day": day, ":key": key, ":limit": limit };
    let referrals = statement.query_map(params, read)?;
    Ok(referrals.collect::<rusqlite::Result<_>>()?)
}

/// How many referrals each filter would show.
pub fn count_by_turn(conn: &Connection, viewer: &Viewer, only_mine: bool, today: Day) -> Result<Vec<(Turn, i64)>> {
    Turn::ALL
        .into_iter()
        .map(|turn| {
            let sql = format!("SELECT count(*) FROM referral WHERE {MINE} AND {MINE_ONLY} AND {}", turn.condition());
            let params = named_params! { ":viewer": viewer.key, ":only_mine": only_mine, ":today": today };
            Ok((turn, conn.prepare_cached(&sql)?.query_row(params, |row| row.get(0))?))
        })
        .collect()
}

/// An open referral on a client's page.
#[derive(Debug, Clone)]
pub struct Card {
    /// The referral.
    pub referral: Referral,
    /// Stations behind, of five.
    pub done: usize,
    /// What happens now, for staff.
    pub now: String,
    /// Business days past the promise.
    pub late_days: u32,
}

/// The referrals of a client that wait for somebody, oldest promise first.
pub fn open_card(conn: &Connection, viewer: &Viewer, business: i64, today: Day) -> Result<Vec<Card>> {
    let sql = format!(
        "{REFERRAL}
         WHERE {MINE}
           AND referral.business_id = :business
           AND {}
         ORDER BY coalesce(referral.due_on, '{NO_DAY}'), referral.id
         LIMIT 20",
        Turn::Open.condition()
    );
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map(named_params! { ":viewer": viewer.key, ":business": business, ":today": today }, read)?;
    let referrals = rows.collect::<rusqlite::Result<Vec<_>>>()?;
    let calendar = calendar(conn)?;
    referrals
        .into_iter()
        .map(|referral| {
            let late_days = referral
                .due_on
                .filter(|_| referral.is_late(today))
                .map_or(0, |due| calendar.business_days_between(due.date(), today.date()));
            let story = story(conn, referral)?;
            let words = super::telling(conn, &story, today)?;
            let reached = reached(conn, &story)?;
            let steps = stations(story.state.now.status, story.referral.kind, &reached, &words.facts());
            let done = steps.iter().filter(|step| step.state == StationState::Done).count();
            Ok(Card { now: standing_words(&story.referral), referral: story.referral, done, late_days })
        })
        .collect()
}

/// The days on which the stations were reached.
pub fn reached(conn: &Connection, story: &super::Story) -> Result<Reached> {
    let zone = zone(conn)?;
    let day = |at: Option<Instant>| at.map(|at| zone.day(at).date());
    let course = &story.course;
    Ok(Reached {
        asked_on: day(course.asked_at),
        sent_on: day(course.sent_at),
        decided_on: day(course.decided_at),
        started_on: day(course.started_at),
        ended_on: day(course.ended_at.filter(|_| story.state.now.status.is_end())),
    })
}

/// Where it stands and whose turn it is, in one sentence for staff.
pub fn standing_words(referral: &Referral) -> String {
    let turn = match referral.waiting_on {
        Ball::Advisor => "Our turn.",
        Ball::Partner => "The partner's turn.",
        Ball::Entrepreneur => "The client's turn.",
        Ball::ThirdParty => "Waiting for somebody else.",
        Ball::Nobody => "Nothing left to do.",
    };
    format!("{}. {turn}", referral.status.label())
}

/// A line of a client's timeline that comes from a referral.
#[derive(Debug, Clone)]
pub struct TimelineEntry {
    /// When.
    pub at: Instant,
    /// "Referral R-1187 sent to Eastern Yards Trust".
    pub title: String,
    /// A word and its tone, where one helps.
    pub tag: Option<(&'static str, String)>,
    /// What the client was told, or why.
    pub text: Option<String>,
    /// Address of the referral.
    pub link: String,
}

/// What happened to the referrals of a client, newest first. Asking, sending, answers, work and ends; not every note.
pub fn timeline_entries(conn: &Connection, viewer: &Viewer, business: i64) -> Result<Vec<TimelineEntry>> {
    let sql = format!("{REFERRAL} WHERE {MINE} AND referral.business_id = :business ORDER BY referral.id DESC LIMIT 50");
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map(named_params! { ":viewer": viewer.key, ":business": business }, read)?;
    let mut entries = Vec::new();
    for referral in rows.collect::<rusqlite::Result<Vec<_>>>()? {
        for line in events(conn, referral.key)? {
            if line.event == Event::RequestConsent {
                continue;
            }
            entries.push(TimelineEntry {
                at: line.at,
                title: format!("Referral {}: {}", referral.label(), crate::referrals::views::happened(&line)),
                tag: tag_of(&line, &referral),
                text: line.told.clone(),
                link: format!("/referrals/{}", referral.id),
            });
        }
    }
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.at));
    Ok(entries)
}

fn tag_of(line: &crate::referrals::deed::Happened, referral: &Referral) -> Option<(&'static str, String)> {
    match line.event {
        Event::Accept => Some(("good", "They said yes".to_owned())),
        Event::Reject => Some(("stop", "They said no".to_owned())),
        Event::Complete if referral.status == Status::Completed => Some(("good", "Finished".to_owned())),
        Event::Fail | Event::Withdraw | Event::Recall | Event::AutoRecall => Some(("stop", "Stopped".to_owned())),
        Event::Hold | Event::ConsentLapses => Some(("wait", "On hold".to_owned())),
        _ => None,
    }
}

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
           AND (referral.waiting_on = 'advisor' OR referral.status = 'draft' OR referral.due_on < :today OR referral.decided_at >= :since)
           AND referral.waiting_on <> 'nobody'
         ORDER BY coalesce(referral.due_on, '{NO_DAY}'), referral.id
         LIMIT 200"
    );
    let zone = zone(conn)?;
    let mut statement = conn.prepare_cached(&sql)?;
    let rows = statement.query_map(named_params! { ":viewer": viewer.key, ":today": today, ":since": zone.start_of(today) }, read)?;
    let calendar = calendar(conn)?;
    let mut needs = Vec::new();
    for referral in rows.collect::<rusqlite::Result<Vec<_>>>()? {
        let Some(kind) = kind_of(&referral, today, zone.start_of(today)) else { continue };
        let since = match kind {
            NeedKind::Late => referral.due_on,
            NeedKind::NoNextStep => referral.ended_at.map(|at| zone.day(at)),
            NeedKind::DecidedToday => Some(today),
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
        (NeedKind::Late, Status::Rejected | Status::Failed | Status::Cancelled | Status::Completed, _) | (NeedKind::NoNextStep, ..) => {
            "agree on a next step".to_owned()
        }
        (NeedKind::Late, Status::Draft, _) | (NeedKind::ConsentWaiting, ..) => format!("may we share their need for {about}?"),
        (NeedKind::Late, ..) => format!("an answer about {about} is late"),
        (NeedKind::Question, ..) => "the partner asked you something".to_owned(),
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
            format!("{partner} says it is done. The client says it did not work.")
        }
        (NeedKind::Late | NeedKind::NoNextStep, _) if referral.status.is_end() => {
            format!("It ended on {}. Record what you agreed with the client.", day(referral.ended_at))
        }
        (NeedKind::Late | NeedKind::ConsentWaiting, _) => format!("Asked, and no answer yet. Nothing was shared with {partner}."),
        (NeedKind::NoNextStep, _) => "Record what you agreed with the client.".to_owned(),
        (NeedKind::Question, _) => format!("{partner} waits for your answer by {due}."),
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
    let owner = crate::people::queries::contact(conn, referral.business, today)?;
    Ok(owner.and_then(|owner| owner.telephone.clone().map(|number| (owner.given_name().to_owned(), number))))
}
