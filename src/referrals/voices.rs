//! Two voices: what the partner says came of it, and what the client says. Kept apart, never merged. Pure: from the log alone.

use std::collections::BTreeSet;

use super::deed::Happened;
use super::fact::Fact;
use super::lifecycle::{Event, Status};
use super::replay::Standing;

/// What each side last said about how it went; an undone word is no word, and opening it again asks both anew.
#[derive(Debug, Clone, Copy, Default)]
pub struct Voices<'a> {
    /// The partner's word: no, done, or not done.
    pub partner: Option<&'a Happened>,
    /// The client's word: an answer, or that they stopped it.
    pub client: Option<&'a Happened>,
}

/// Listens to a log.
pub fn voices(log: &[Happened]) -> Voices<'_> {
    let undone = undone(log);
    let mut heard = Voices::default();
    for line in log.iter().filter(|line| !undone.contains(&line.seq)) {
        match line.event {
            Event::Reject | Event::Complete | Event::Fail => heard.partner = Some(line),
            Event::Confirm | Event::Withdraw => heard.client = Some(line),
            Event::Reopen => heard = Voices::default(),
            _ => {}
        }
    }
    heard
}

/// Numbers of the lines that an undo took back. They stay in the history, as corrected.
pub fn undone(log: &[Happened]) -> BTreeSet<i64> {
    log.iter().filter(|line| line.event == Event::UndoLast).map(|line| line.seq - 1).collect()
}

impl Voices<'_> {
    /// The two do not say the same: it did not happen as reported, or a need that was met was not.
    pub fn disagree(&self) -> bool {
        let (Some(partner), Some(client)) = (self.partner, self.client) else { return false };
        let says = |line: &Happened, fact| line.sheet.get(&fact).map(String::as_str).unwrap_or_default().to_owned();
        let claims_met = matches!(says(partner, Fact::Outcome).as_str(), "fully_met" | "partly_met");
        client.event == Event::Confirm
            && (!matches!(says(client, Fact::Happened).as_str(), "yes" | "") || (claims_met && says(client, Fact::NeedMet) == "no"))
    }
}

/// Whether the loop is closed: the work is over, the client was heard or has a next step, and was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Loop {
    /// The work is not over.
    Running,
    /// Nothing is left to do.
    Closed,
    /// What is left to do, in words.
    Open(Vec<&'static str>),
    /// It ended as a file tells, and nothing was written down here since: whether the client was heard is not on record.
    Elsewhere,
}

/// The loop of a referral. `is_told`: the client heard of the next step, spoken or sent; `answer_time_is_over`: their 14 days to
/// say how it went have passed.
pub fn loop_of(now: &Standing, is_told: bool, answer_time_is_over: bool) -> Loop {
    let mut open = Vec::new();
    match (now.status, now.answer) {
        (Status::EnteredInError, _) => {}
        (status, _) if !status.is_end() => return Loop::Running,
        _ if now.is_from_file => return Loop::Elsewhere,
        (Status::Completed, None) if answer_time_is_over => {}
        (Status::Completed, None) => open.push("the client has not said yet if it met the need"),
        (Status::Completed, Some(answer)) if answer.is_good() => {}
        _ if now.wants_nothing_more => {}
        (Status::Completed, Some(_)) if now.next_step.is_none() => {
            open.extend(["the client says it is not so, and no next step is recorded", "the client has not been told what happens next"]);
        }
        _ if now.next_step.is_none() => open.extend(["no next step is recorded", "the client has not been told what happens next"]),
        _ if !is_told => open.push("the client has not been told of the next step"),
        _ => {}
    }
    if open.is_empty() { Loop::Closed } else { Loop::Open(open) }
}

#[cfg(test)]
mod tests {
    use super::super::replay::{Answer, Met};
    use super::*;

    fn ended(status: Status) -> Standing {
        Standing::new(status)
    }

    #[test]
    fn a_negative_end_stays_open_until_a_next_step_is_recorded_and_told() {
        for status in [Status::Rejected, Status::Failed, Status::Cancelled] {
            assert!(matches!(loop_of(&ended(status), true, true), Loop::Open(left) if left.len() == 2), "{status:?}");
            let agreed = Standing { next_step: Some("other_help_given".to_owned()), ..ended(status) };
            assert!(matches!(loop_of(&agreed, false, true), Loop::Open(left) if left.len() == 1), "{status:?}");
            assert_eq!(loop_of(&agreed, true, true), Loop::Closed, "{status:?}");
            let enough = Standing { wants_nothing_more: true, ..ended(status) };
            assert_eq!(loop_of(&enough, false, true), Loop::Closed, "{status:?}");
        }
    }

    #[test]
    fn what_is_done_waits_for_the_clients_word_and_a_dispute_for_a_next_step() {
        let answered =
            |met, happened_as_reported| Standing { answer: Some(Answer { met, happened_as_reported }), ..ended(Status::Completed) };
        assert!(matches!(loop_of(&ended(Status::Completed), false, false), Loop::Open(_)));
        let told = Standing { is_from_file: true, ..ended(Status::Completed) };
        assert_eq!(loop_of(&told, false, true), Loop::Elsewhere, "that nobody answered a file is no yes");
        assert_eq!(loop_of(&ended(Status::Completed), false, true), Loop::Closed);
        assert_eq!(loop_of(&answered(Met::Partly, true), false, false), Loop::Closed);
        for disputed in [answered(Met::No, true), answered(Met::Yes, false)] {
            assert!(matches!(loop_of(&disputed, true, true), Loop::Open(left) if left.len() == 2));
            assert_eq!(loop_of(&Standing { next_step: Some("re_referred".to_owned()), ..disputed }, true, true), Loop::Closed);
        }
        for running in Status::ALL.into_iter().filter(|status| !status.is_end()) {
            assert_eq!(loop_of(&ended(running), false, false), Loop::Running);
        }
    }
}
