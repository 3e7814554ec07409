//! What happened to one referral in some days, for figures about businesses. Pure: its events in, a handful of facts out.

use super::Kind;
use super::lifecycle::Event;
use super::replay::{Answer, Met};
use crate::values::{Day, Instant};

/// One event, as far as a passage needs it.
#[derive(Debug, Clone)]
pub struct Step {
    /// What.
    pub event: Event,
    /// When.
    pub at: Instant,
    /// Why it was stopped.
    pub reason: Option<String>,
    /// What the partner says came of it.
    pub outcome: Option<String>,
    /// What the entrepreneur says of it.
    pub answer: Option<Answer>,
}

/// What happened to a referral in some days. Drafts, mistakes and duplicates have none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The business, by row key.
    pub business: i64,
    /// The program, by row key.
    pub program: i64,
    /// What kind of help.
    pub kind: Kind,
    /// The partner, by row key.
    pub partner: Option<i64>,
    /// The partner said yes in these days.
    pub is_accepted: bool,
    /// It was completed in these days, and was not opened again.
    pub is_completed: bool,
    /// The partner said no in these days.
    pub is_declined: bool,
    /// It was stopped in these days because nobody answered.
    pub is_unanswered: bool,
    /// The entrepreneur said in these days that it did not go as the partner reports.
    pub is_disputed: bool,
    /// Sent in these days: on which, until when it waited for the partner's yes or no, and whether that came.
    pub waited: Option<Waited>,
}

/// A wait for a partner's answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waited {
    /// Sent on.
    pub from: Day,
    /// Answered on, or stopped without an answer; nothing while it still waits.
    pub until: Option<Day>,
    /// The answer came.
    pub is_answered: bool,
}

/// The events that stand: an undo takes the event before it away, and itself; taking a sending back makes it a draft again.
pub fn standing<T>(lines: &[T], event: impl Fn(&T) -> Event) -> Vec<&T> {
    let mut kept: Vec<&T> = Vec::with_capacity(lines.len());
    for line in lines {
        match event(line) {
            Event::UndoLast => {
                kept.pop();
            }
            Event::UndoSend => {
                let sent = kept.iter().rposition(|line| event(line) == Event::Send);
                kept.truncate(sent.unwrap_or(kept.len()));
            }
            _ => kept.push(line),
        }
    }
    kept
}

/// Whose referral it is.
#[derive(Debug, Clone, Copy)]
pub struct Whose {
    /// The business, by row key.
    pub business: i64,
    /// The program, by row key.
    pub program: i64,
    /// What kind of help.
    pub kind: Kind,
    /// The partner, by row key.
    pub partner: Option<i64>,
}

/// Reads the events of a referral. Nothing where it was not sent, decided, ended or disputed in the days, half open.
pub fn passage(whose: Whose, steps: &[Step], days: std::ops::Range<Instant>, day: impl Fn(Instant) -> Day) -> Option<Passage> {
    let steps = standing(steps, |step| step.event);
    let (mut passage, mut sent, mut is_within, mut reported) = (bare(whose), None, false, None);
    for step in steps {
        let within = days.contains(&step.at);
        match step.event {
            Event::Send => {
                sent = Some(step.at);
                is_within |= within;
                passage.waited = within.then(|| Waited { from: day(step.at), until: None, is_answered: false });
            }
            Event::Accept | Event::Reject => {
                is_within |= within;
                passage.is_accepted |= within && step.event == Event::Accept;
                passage.is_declined |= within && step.event == Event::Reject;
                passage.stop_waiting(day(step.at), true);
            }
            Event::Complete => {
                passage.is_completed |= within;
                reported = step.outcome.as_deref().filter(|outcome| matches!(*outcome, "fully_met" | "partly_met"));
            }
            Event::Reopen => (passage.is_completed, reported) = (false, None),
            Event::Confirm => {
                let disagrees = step.answer.is_some_and(|answer| !answer.happened_as_reported || answer.met == Met::No);
                let disputes = within && reported.is_some() && disagrees;
                is_within |= disputes;
                passage.is_disputed |= disputes;
            }
            Event::MarkError => return None,
            _ => {}
        }
        if ends(step.event) {
            if step.reason.as_deref() == Some("duplicate") {
                return None;
            }
            is_within |= within;
            let reason = step.event.fixed_reason().or(step.reason.as_deref());
            let is_stopped = matches!(step.event, Event::Recall | Event::AutoRecall);
            passage.is_unanswered |= within && is_stopped && reason == Some("no_response_from_partner");
            passage.stop_waiting(day(step.at), false);
        }
    }
    (sent.is_some() && is_within).then_some(passage)
}

fn bare(whose: Whose) -> Passage {
    Passage {
        business: whose.business,
        program: whose.program,
        kind: whose.kind,
        partner: whose.partner,
        is_accepted: false,
        is_completed: false,
        is_declined: false,
        is_unanswered: false,
        is_disputed: false,
        waited: None,
    }
}

fn ends(event: Event) -> bool {
    use Event as E;
    matches!(event, E::Reject | E::Complete | E::Fail | E::Withdraw | E::Recall | E::AutoRecall | E::ConsentLapses)
}

impl Passage {
    fn stop_waiting(&mut self, on: Day, is_answered: bool) {
        if let Some(waited) = self.waited.as_mut().filter(|waited| waited.until.is_none()) {
            (waited.until, waited.is_answered) = (Some(on), is_answered);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR: i64 = 3_600_000;

    fn step(event: Event, hour: i64) -> Step {
        Step { event, at: Instant::from_millis(hour * HOUR), reason: None, outcome: None, answer: None }
    }

    /// What is read of steps in the hours 100 to 200.
    fn read(steps: &[Step]) -> Option<Passage> {
        let whose = Whose { business: 7, program: 1, kind: Kind::RealEstate, partner: Some(3) };
        let days = Instant::from_millis(100 * HOUR)..Instant::from_millis(200 * HOUR);
        passage(whose, steps, days, |at| Day::new(jiff::civil::date(2026, 1, 1)).plus_days(at.millis() / HOUR / 24))
    }

    #[test]
    fn the_days_are_half_open() {
        let on = |hour| read(&[step(Event::Create, 1), step(Event::Send, hour)]).is_some();
        assert_eq!([99, 100, 199, 200].map(on), [false, true, true, false]);
        assert_eq!(read(&[step(Event::Create, 120)]), None, "a draft is no referral");
    }

    #[test]
    fn what_was_undone_leaves_no_trace() {
        let sent = [step(Event::Create, 1), step(Event::Send, 120)];
        assert_eq!(read(&[&sent[..], &[step(Event::UndoSend, 121)]].concat()), None);
        let undone = read(&[&sent[..], &[step(Event::Reject, 130), step(Event::UndoLast, 131)]].concat()).unwrap();
        assert!(!undone.is_declined && undone.waited.unwrap().until.is_none());
        assert_eq!(read(&[&sent[..], &[step(Event::MarkError, 130)]].concat()), None);
    }

    #[test]
    fn a_yes_before_the_days_is_not_counted_in_them_and_its_end_is() {
        let steps = [step(Event::Send, 10), step(Event::Accept, 20), step(Event::Start, 30), step(Event::Complete, 150)];
        let read = read(&steps).unwrap();
        assert!(!read.is_accepted && read.is_completed && read.waited.is_none());
    }

    #[test]
    fn silence_is_what_was_stopped_for_want_of_an_answer() {
        let stopped = |event, reason: Option<&str>| {
            let end = Step { reason: reason.map(str::to_owned), ..step(event, 150) };
            read(&[step(Event::Send, 110), end]).map(|read| read.is_unanswered)
        };
        assert_eq!(stopped(Event::AutoRecall, None), Some(true));
        assert_eq!(stopped(Event::Recall, Some("no_response_from_partner")), Some(true));
        assert_eq!(stopped(Event::Recall, Some("better_option_found")), Some(false));
        assert_eq!(stopped(Event::Recall, Some("duplicate")), None);
    }

    #[test]
    fn a_dispute_is_a_no_to_what_the_partner_reports_and_stays_when_it_is_opened_again() {
        let said = |met, happened_as_reported| Step { answer: Some(Answer { met, happened_as_reported }), ..step(Event::Confirm, 160) };
        let done = |outcome: &str| Step { outcome: Some(outcome.to_owned()), ..step(Event::Complete, 150) };
        let disputed = |steps: &[Step]| read(&[&[step(Event::Send, 10), step(Event::Accept, 20)], steps].concat()).unwrap().is_disputed;
        assert!(disputed(&[done("fully_met"), said(Met::No, true)]));
        assert!(disputed(&[done("partly_met"), said(Met::Yes, false), step(Event::Reopen, 170)]));
        assert!(!disputed(&[done("fully_met"), said(Met::Partly, true)]));
        assert!(!disputed(&[done("not_met"), said(Met::No, true)]), "they agree");
    }

    #[test]
    fn a_wait_ends_with_the_answer_or_without_one() {
        let waited = |event| read(&[step(Event::Send, 100), step(event, 148)]).unwrap().waited.unwrap();
        let from = Day::new(jiff::civil::date(2026, 1, 5));
        assert_eq!(waited(Event::Accept), Waited { from, until: Some(from.plus_days(2)), is_answered: true });
        assert_eq!(waited(Event::Withdraw), Waited { from, until: Some(from.plus_days(2)), is_answered: false });
        assert_eq!(waited(Event::Acknowledge), Waited { from, until: None, is_answered: false });
    }
}
