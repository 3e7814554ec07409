//! The timeline of a client: what each feature below knows, in one order.

use crate::auth::Viewer;
use crate::config::Clock;
use crate::desk::{Show, Timeline, TimelineEntry};
use crate::error::Result;
use crate::notes::{ClientNote, queries as notes};
use crate::outcomes::{Outcome, queries as outcomes};
use crate::people::Client;
use crate::referrals::queries::{self as referrals, TimelineEntry as Told};
use crate::resources::{Deployment, queries as resources};
use crate::services::{Attempt, Service, dates, queries as services};
use crate::training::{Attended, queries as trainings};
use crate::values::{Channel, Day, NoteLevel, Vocabulary};
use crate::web::{Icon, parts};
use rusqlite::Connection;

/// Entries on a page of the timeline.
const ENTRIES: i64 = 20;

/// A client's timeline, newest first. Each source gives its newest entries, as many as the page can hold; the rest is one order.
pub fn timeline(conn: &Connection, clock: &Clock, viewer: &Viewer, client: &Client, show: Show, page: i64) -> Result<Timeline> {
    let (first, last) = (page * ENTRIES, (page + 1) * ENTRIES);
    let mut counts = vec![(Show::Services, services::count_of_client(conn, viewer, client.key)?)];
    let mut entries = Vec::new();
    if show.shows(Show::Services) {
        let services = services::list_of_client(conn, viewer, client.key, last, 0)?;
        entries.extend(services.iter().map(|service| service_entry(service, clock, viewer)));
    }
    counts.push((Show::Attempts, services::count_attempts_of_client(conn, viewer, client.key)?));
    if show.shows(Show::Attempts) {
        let attempts = services::attempts_of_client(conn, viewer, client.key, last)?;
        entries.extend(attempts.iter().map(|attempt| attempt_entry(attempt, clock, viewer)));
    }
    counts.push((Show::Trainings, trainings::count_attended_by_client(conn, viewer, client.key)?));
    if show.shows(Show::Trainings) {
        let attended = trainings::attended_by_client(conn, viewer, client.key, last)?;
        entries.extend(attended.into_iter().map(|training| training_entry(training, clock)));
    }
    let told = referrals::timeline_entries(conn, viewer, client.key)?;
    counts.push((Show::Referrals, i64::try_from(told.len()).unwrap_or(i64::MAX)));
    if show.shows(Show::Referrals) {
        entries.extend(told.into_iter().map(|line| referral_entry(line, clock)));
    }
    counts.push((Show::Resources, resources::count_of_client(conn, client)?));
    if show.shows(Show::Resources) {
        entries.extend(resources::list_of_client(conn, client, last)?.iter().map(|deployment| resource_entry(deployment, clock)));
    }
    counts.push((Show::Outcomes, outcomes::count_of_client(conn, client)?));
    if show.shows(Show::Outcomes) {
        entries.extend(outcomes::list_of_client(conn, client, (0, last))?.iter().map(|outcome| outcome_entry(outcome, clock)));
    }
    counts.push((Show::Notes, notes::count_of_client(conn, viewer, client.key)?));
    if show.shows(Show::Notes) {
        entries.extend(notes::list_of_client(conn, viewer, client.key, last, 0)?.into_iter().map(|note| note_entry(note, clock, viewer)));
    }
    counts.retain(|(_, count)| *count > 0);
    let all: i64 = counts.iter().filter(|(kind, _)| show.shows(*kind)).map(|(_, count)| count).sum();
    entries.sort_by_key(|entry| std::cmp::Reverse((entry.at_day, entry.at)));
    let skip = usize::try_from(first).unwrap_or(usize::MAX);
    let entries: Vec<TimelineEntry> = entries.into_iter().skip(skip).take(usize::try_from(ENTRIES).unwrap_or_default()).collect();
    Ok(Timeline { entries, show, counts, page, earlier: (all - last).max(0) })
}

fn service_entry(service: &Service, clock: &Clock, viewer: &Viewer) -> TimelineEntry {
    let today = clock.today();
    let mut when_words = dates::past(service.served_on, today);
    if clock.zone().day(service.created_at) == service.served_on && service.served_on == today {
        when_words = format!("{when_words}, {}", clock.zone().clock(service.created_at));
    }
    let is_open = service.is_open_to(viewer, clock.now());
    TimelineEntry {
        at_day: service.served_on,
        at: service.created_at,
        when_words,
        dot: "svc",
        icon: icon_of(service.channel),
        title: service.title(),
        tag: service.is_late.then(|| ("wait", "Late entry".to_owned())),
        text: service.note().map(str::to_owned),
        by: by_whom(service, today),
        links: match (is_open, service.keeps_note(viewer)) {
            (true, _) => vec![("Change".to_owned(), format!("/services/{}", service.id))],
            (false, true) => vec![("Keep the note for less or more".to_owned(), format!("/services/{}#keeping", service.id))],
            (false, false) => Vec::new(),
        },
        undo: is_open.then(|| (format!("/services/{}/undoing", service.id), service.version)),
    }
}

fn icon_of(channel: Channel) -> Icon {
    match channel {
        Channel::Phone => Icon::Phone,
        Channel::TextEmail => Icon::Message,
        Channel::InPerson => Icon::Clients,
        Channel::Video => Icon::Eye,
    }
}

/// Somebody tried, and it came to nothing: it stands here, and is counted as no service.
fn attempt_entry(attempt: &Attempt, clock: &Clock, viewer: &Viewer) -> TimelineEntry {
    TimelineEntry {
        at_day: attempt.tried_on,
        at: attempt.created_at,
        when_words: dates::past(attempt.tried_on, clock.today()),
        dot: "svc",
        icon: icon_of(attempt.channel),
        title: attempt.title(),
        tag: attempt.is_late.then(|| ("wait", "Late entry".to_owned())),
        text: None,
        by: attempt.by(),
        links: Vec::new(),
        undo: attempt.is_open_to(viewer, clock.now()).then(|| (format!("/attempts/{}/undoing", attempt.id), attempt.version)),
    }
}

/// "Ada Ohm, phone. Your team reads the note, kept until October 13, 2029. Filed under Space."
fn by_whom(service: &Service, today: Day) -> String {
    let by = format!("{}, {}", service.author.1, service.channel.label().to_lowercase());
    let note = service.note.as_ref().map(|note| format!(" {}", parts::sentence(&note.standing(today)))).unwrap_or_default();
    format!("{by}.{note} {}", parts::sentence(&service.filed.summary()))
}

fn training_entry(training: Attended, clock: &Clock) -> TimelineEntry {
    TimelineEntry {
        at_day: training.first_on,
        at: training.created_at,
        when_words: dates::past(training.first_on, clock.today()),
        dot: "svc",
        icon: Icon::Clients,
        title: format!("Training: {}", training.title),
        tag: None,
        text: None,
        by: format!("Came: {}", training.names),
        links: vec![("Open".to_owned(), format!("/trainings/{}", training.id))],
        undo: None,
    }
}

fn referral_entry(line: Told, clock: &Clock) -> TimelineEntry {
    let day = clock.zone().day(line.at);
    TimelineEntry {
        at_day: day,
        at: line.at,
        when_words: dates::past(day, clock.today()),
        dot: if line.tag.as_ref().is_some_and(|(tone, _)| *tone == "good") { "done" } else { "ref" },
        icon: Icon::Referrals,
        title: line.title,
        tag: line.tag,
        text: line.text.map(|told| format!("Told to the client: {told}")),
        by: String::new(),
        links: vec![("Open referral".to_owned(), line.link)],
        undo: None,
    }
}

fn resource_entry(deployment: &Deployment, clock: &Clock) -> TimelineEntry {
    let (standing, amount) = deployment.standing();
    let day = deployment.latest().unwrap_or_else(|| clock.zone().day(deployment.recorded_at));
    TimelineEntry {
        at_day: day,
        at: deployment.recorded_at,
        when_words: dates::past(day, clock.today()),
        dot: "res",
        icon: Icon::Money,
        title: format!("{}, {amount} {standing}", deployment.kind.label()),
        tag: None,
        text: deployment.note.clone(),
        by: deployment.funding_source.as_ref().map(|(_, name)| format!("Paid by {name}")).unwrap_or_default(),
        links: vec![("Change".to_owned(), format!("/resources/{}", deployment.id))],
        undo: None,
    }
}

fn note_entry(note: ClientNote, clock: &Clock, viewer: &Viewer) -> TimelineEntry {
    let (today, day) = (clock.today(), clock.zone().day(note.created_at));
    let when = dates::past(day, today);
    let is_fresh = note.is_own(viewer) && note.is_fresh(clock.now());
    let changed = if note.changed_at.is_some() { " Changed." } else { "" };
    TimelineEntry {
        at_day: day,
        at: note.created_at,
        when_words: if day == today { format!("{when}, {}", clock.zone().clock(note.created_at)) } else { when },
        dot: "svc",
        icon: Icon::Note,
        title: "Note".to_owned(),
        tag: (note.level == NoteLevel::Mine).then(|| ("note", "Only you".to_owned())),
        by: format!("{}. {}{changed}", note.author.1, parts::sentence(&note.standing(today))),
        links: vec![(if note.is_own(viewer) { "Change" } else { "Open" }.to_owned(), format!("/notes/{}", note.id))],
        undo: is_fresh.then(|| (format!("/notes/{}/undoing", note.id), note.version)),
        text: Some(note.body),
    }
}

fn outcome_entry(outcome: &Outcome, clock: &Clock) -> TimelineEntry {
    let amount = outcome.amount().map(|amount| format!(": {amount}")).unwrap_or_default();
    let tag = if outcome.is_contradicted() { ("stop", "The client says it is different") } else { ("good", outcome.evidence.label()) };
    TimelineEntry {
        at_day: outcome.facts.on,
        at: outcome.created_at,
        when_words: dates::past(outcome.facts.on, clock.today()),
        dot: "res",
        icon: Icon::Tick,
        title: format!("{}{amount}", outcome.label()),
        tag: Some((tag.0, tag.1.to_owned())),
        text: outcome.facts.words.clone(),
        by: format!("Outcome, written down by {}", outcome.author.1),
        links: vec![("Open".to_owned(), format!("/outcomes/{}", outcome.id))],
        undo: None,
    }
}
