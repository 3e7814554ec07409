//! The five stations of the straight part: asked, sent, reviewed, started, result.
//! A pause or an end that stops short is a sentence beside them, not a step.

use jiff::civil::Date;

use super::kinds::Kind;
use super::lifecycle::Status;
use super::telling;
use super::words::{Facts, stands};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StationState {
    Done,
    Now,
    Later,
}

/// One stop on the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Station {
    pub title: String,
    pub state: StationState,
    /// The day it was reached.
    pub on: Option<Date>,
    /// One line under the title; may be blank.
    pub note: String,
}

/// The days on which the stations were reached. A missing day means: not reached.
#[derive(Clone, Copy, Debug, Default)]
pub struct Reached {
    pub asked_on: Option<Date>,
    pub sent_on: Option<Date>,
    /// The partner said yes or no.
    pub decided_on: Option<Date>,
    pub started_on: Option<Date>,
    pub ended_on: Option<Date>,
}

/// The way of a referral of this kind. While it is open, exactly one station is now, and all
/// before it are done. Where it stopped short, only the stations reached are there.
#[must_use]
pub fn stations(status: Status, kind: Kind, reached: &Reached, f: &Facts) -> Vec<Station> {
    let now = place(status, reached);
    let days = [reached.asked_on, reached.sent_on, reached.decided_on, reached.started_on, reached.ended_on];
    let ended = status.is_end();
    titles(status, now, kind, f)
        .into_iter()
        .zip(days)
        .enumerate()
        .filter(|(step, _)| *step < now || !ended)
        .map(|(step, (title, day))| {
            let state = match step.cmp(&now) {
                std::cmp::Ordering::Less => StationState::Done,
                std::cmp::Ordering::Equal => StationState::Now,
                std::cmp::Ordering::Greater => StationState::Later,
            };
            let on = day.filter(|_| state == StationState::Done);
            Station { title, state, on, note: note(step, state, status, kind, f) }
        })
        .collect()
}

/// The sentence beside the stations: a pause, or an end that stopped short.
#[must_use]
pub fn aside(status: Status, f: &Facts) -> Option<String> {
    let is_aside = status == Status::OnHold || status.is_negative_end();
    is_aside.then(|| f.join(&[stands(status, f), f.maybe(f.reason)]))
}

/// How many stations are behind: the index of the one that is now.
fn place(status: Status, reached: &Reached) -> usize {
    match status {
        Status::EnteredInError => 0,
        Status::Requested | Status::Received => 2,
        Status::Completed => 5,
        Status::Failed | Status::Cancelled if reached.started_on.is_some() => 4,
        Status::Cancelled if reached.sent_on.is_some() && reached.decided_on.is_none() => 2,
        Status::Draft | Status::Cancelled if reached.decided_on.is_none() => 1,
        _ => 3,
    }
}

fn titles(status: Status, now: usize, kind: Kind, f: &Facts) -> [String; 5] {
    let reviewed = match status {
        Status::Rejected => "station-said-no",
        _ if now > 2 => "station-said-yes",
        _ => "station-reviews",
    };
    let asked = match (status == Status::Draft, f.org.is_some()) {
        (true, true) => "station-ask",
        (true, false) => "station-ask-someone",
        (false, true) => "station-asked",
        (false, false) => "station-asked-someone",
    };
    let need = f.need.map_or_else(|| telling::need(f.language, kind, f.is_training), str::to_owned);
    let f = &Facts { need: Some(&need), ..*f };
    let (started, result) = if f.is_training {
        ("station-training-started".to_owned(), "station-training-result".to_owned())
    } else {
        (format!("station-started-{}", kind.code()), format!("station-result-{}", kind.code()))
    };
    [
        f.say(if f.asked_for_it { "station-you-asked" } else { "station-we-wrote" }),
        f.say(asked),
        f.say(reviewed),
        f.say(&started),
        f.say(&result),
    ]
}

fn note(step: usize, state: StationState, status: Status, kind: Kind, f: &Facts) -> String {
    let whole = |key: &str| f.language.sentence(&f.say(key));
    match (step, state) {
        (0, StationState::Done) => whole("station-note-wrote"),
        (1, StationState::Now) => whole(if f.is_agreed { "station-note-agreed" } else { "page-ask-before" }),
        (2, StationState::Now) => whole(if f.due_on.is_some() { "station-note-expected" } else { "page-tell-when-answer" }),
        (3, StationState::Now) if status == Status::OnHold => f.language.sentence(&stands(status, f)),
        (3, StationState::Now) => f.maybe(f.stage),
        (3, StationState::Later) => whole("station-note-set-time"),
        (4, StationState::Later) if kind == Kind::RealEstate => whole("station-note-if-no"),
        (4, StationState::Later) => whole("station-note-ask-met"),
        // Two voices: where they do not agree, both stand here.
        (4, StationState::Done) if f.is_disputed => f.join(&f.all(&["says-outcome", "page-not-so"])),
        (4, StationState::Done) => f.maybe(f.outcome),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests;
