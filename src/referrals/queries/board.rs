//! What other pages ask about referrals: the board, and the cards and the timeline of a client.

use super::{MINE, REFERRAL, calendar, events, read, story, zone};
use crate::auth::Viewer;
use crate::error::Result;
use crate::i18n::Language;
use crate::referrals::lifecycle::{Event, Status};
use crate::referrals::stations::{Reached, StationState, stations};
use crate::referrals::{Ball, Referral};
use crate::values::{Day, Instant};
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
    /// Reminding did not help: the manager looks.
    Escalated,
    /// Nothing happened for long.
    Silent,
    /// Over, with nothing left to do.
    Done,
}

impl Turn {
    /// Every filter, in the order they are shown.
    pub const ALL: [Self; 9] = [
        Self::Open,
        Self::Late,
        Self::Escalated,
        Self::Silent,
        Self::Advisor,
        Self::Partner,
        Self::Entrepreneur,
        Self::ThirdParty,
        Self::Done,
    ];

    /// In an address.
    pub fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Late => "late",
            Self::Advisor => "advisor",
            Self::Partner => "partner",
            Self::Entrepreneur => "client",
            Self::ThirdParty => "somebody-else",
            Self::Escalated => "manager",
            Self::Silent => "silent",
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
            Self::Escalated => "For the manager",
            Self::Silent => "Silent",
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
            Self::Escalated => {
                "referral.waiting_on <> 'nobody' AND :today IS NOT NULL AND EXISTS (SELECT 1 FROM reminder WHERE reminder.referral_id = referral.id AND reminder.rung = 'manager_looks' AND reminder.timer <> 'stale' AND reminder.sent_at >= (SELECT max(at) FROM referral_event WHERE referral_event.referral_id = referral.id))"
            }
            Self::Silent => {
                "referral.waiting_on <> 'nobody' AND :today IS NOT NULL AND EXISTS (SELECT 1 FROM reminder WHERE reminder.referral_id = referral.id AND reminder.timer = 'stale' AND reminder.sent_at >= (SELECT max(at) FROM referral_event WHERE referral_event.referral_id = referral.id))"
            }
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
pub(super) const NO_DAY: &str = "9999-12-31";

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
            let words = super::telling(conn, &story, today, Language::english())?;
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
