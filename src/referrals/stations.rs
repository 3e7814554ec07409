//! The five stations of the straight part: asked, sent, reviewed, started, result.
//! A pause or an end that stops short is a sentence beside them, not a step.

use jiff::civil::Date;

use super::kinds::Kind;
use super::lifecycle::Status;
use super::telling::TRAINING;
use super::words::{Facts, maybe, sentence, stands};

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
    let stands = || sentence(&stands(status, f));
    is_aside.then(|| format!("{} {}", stands(), maybe(f.reason)).trim().to_owned())
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
    let org = f.org.unwrap_or("a partner");
    let need = f.need.unwrap_or(kind.in_a_sentence());
    let reviewed = match status {
        Status::Rejected => "The partner said no",
        _ if now > 2 => "The partner said yes",
        _ => "A partner reviews it",
    };
    [
        if f.asked_for_it { format!("You asked for {need}") } else { format!("We wrote down that you need {need}") },
        if status == Status::Draft { format!("We ask {org}") } else { format!("We asked {org}") },
        reviewed.to_owned(),
        if need == TRAINING { "You start the training" } else { started(kind) }.to_owned(),
        if need == TRAINING { "You finish the training" } else { result(kind) }.to_owned(),
    ]
}

const fn started(kind: Kind) -> &'static str {
    match kind {
        Kind::BusinessDevelopment => "You work on it together",
        Kind::TechnologyTransfer => "You meet the experts",
        Kind::RealEstate => "You visit the space",
        Kind::Workforce => "You meet people to hire or train",
        Kind::Entrepreneurship => "You start the program",
    }
}

const fn result(kind: Kind) -> &'static str {
    match kind {
        Kind::RealEstate => "Yes or no",
        Kind::Entrepreneurship => "You finish the program",
        _ => "The result",
    }
}

fn note(step: usize, state: StationState, status: Status, kind: Kind, f: &Facts) -> String {
    match (step, state) {
        (0, StationState::Done) => sentence(&format!("{} wrote down what you need", f.advisor())),
        (1, StationState::Now) => "We ask you before anything is shared.".to_owned(),
        (2, StationState::Now) => match f.due_on {
            Some(on) => format!("Expected by {}.", f.day(on)),
            None => "We tell you when they answer.".to_owned(),
        },
        (3, StationState::Now) if status == Status::OnHold => sentence(&stands(status, f)),
        (3, StationState::Now) => maybe(f.stage),
        (3, StationState::Later) => "We set the time with you.".to_owned(),
        (4, StationState::Later) if kind == Kind::RealEstate => "If it is no, we tell you why and look again.".to_owned(),
        (4, StationState::Later) => "We ask you if it met your need.".to_owned(),
        (4, StationState::Done) => maybe(f.outcome),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests;
