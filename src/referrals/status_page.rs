//! The status page in sentences: how it is, what happens by when, do I need to do anything.

use super::lifecycle::Status;
use super::replay::Ball;
use super::told::{next_around, what_comes_next};
use super::words::Facts;
use crate::i18n::capital;

/// The answer to "Do you need to do anything?". The text is never blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NeedToDo {
    Nothing(String),
    Something(String),
}

/// One sentence, to the person by first name: "Ngozi, your request is with the partner".
#[must_use]
pub fn headline(status: Status, f: &Facts) -> String {
    let is_yours = f.ball == Some(Ball::Entrepreneur);
    let what = f.say(match status {
        Status::Draft if is_yours => "head-draft-yours",
        Status::Draft => "head-draft",
        Status::Requested | Status::Received | Status::Accepted | Status::InProgress if is_yours && f.question.is_some() => {
            "head-question-yours"
        }
        Status::Requested => "head-requested",
        Status::Received => "head-received",
        Status::Accepted => "head-accepted",
        Status::Rejected => "head-rejected",
        Status::InProgress if is_yours => "head-in-progress-yours",
        Status::InProgress => "head-in-progress",
        Status::OnHold => "head-on-hold",
        Status::Completed if is_yours => "head-completed-yours",
        Status::Completed if f.is_disputed => "head-disputed",
        Status::Completed => "head-completed",
        Status::Failed => "head-failed",
        Status::Cancelled => "head-cancelled",
        Status::EnteredInError => "head-entered-in-error",
    });
    match f.first_name {
        Some(name) => f.say_with("head-to", |args| args.with("name", name).with("what", what)),
        None => capital(&what),
    }
}

/// What happens, and by when.
#[must_use]
pub fn next(status: Status, f: &Facts) -> String {
    let is_yours = f.ball == Some(Ball::Entrepreneur);
    f.join(&match status {
        Status::Draft if is_yours => f.all(&["told-would-introduce", "page-nothing-before-yes"]),
        Status::Draft => {
            vec![f.say("page-writing-down"), f.only(f.due_on.is_some(), "page-hear-from-us"), f.say("page-ask-before")]
        }
        Status::Requested | Status::Received | Status::Accepted | Status::InProgress if f.question.is_some() => question_is_open(f),
        _ if f.is_elsewhere => f.all(&["page-elsewhere"]),
        Status::Requested | Status::Received => under_review(status, f),
        Status::Accepted => {
            vec![f.say(if f.contact.is_some() { "told-will-contact" } else { "page-partner-will-contact" }), f.say("page-if-they-do-not")]
        }
        Status::InProgress => under_way(f),
        Status::OnHold => {
            vec![f.maybe(f.reason), f.say(if f.review_on.is_some() { "page-keep-place-check" } else { "told-keep-place" })]
        }
        Status::Completed => match (f.is_disputed, f.next_step) {
            (true, None) => f.all(&["says-outcome", "page-told-not-so"]),
            (true, Some(_)) => vec![f.say("says-outcome"), f.say("page-not-so"), what_comes_next(f)],
            (false, _) => f.all(&["says-outcome"]),
        },
        Status::Rejected | Status::Failed | Status::Cancelled => ended(status, f),
        Status::EnteredInError => f.all(&["page-taken-out", "nothing-expected"]),
    })
}

/// Whether the person must act, and on what. Only the ball decides: never a guess.
#[must_use]
pub fn need_to_do(status: Status, f: &Facts) -> NeedToDo {
    if f.ball != Some(Ball::Entrepreneur) {
        return NeedToDo::Nothing(f.language.sentence(&f.say(if status.is_end() { "do-no" } else { "do-not-now" })));
    }
    if f.question.is_some() && !matches!(status, Status::Draft | Status::Completed) {
        return NeedToDo::Something(f.join(&f.all(&["do-question", "do-send-here"])));
    }
    let what = f.say(match (status, f.next_step) {
        (Status::Draft, _) => "do-look-and-say",
        (Status::Completed, _) => "do-tell-if-right",
        (_, Some(_)) => "do-step",
        (Status::OnHold, None) => "do-tell-when-ready",
        _ => "do-partner-waits",
    });
    NeedToDo::Something(f.language.sentence(&what))
}

fn under_review(status: Status, f: &Facts) -> Vec<String> {
    vec![
        f.say(if status == Status::Requested { "page-has-it" } else { "page-is-reading-it" }),
        f.only(f.usual_days.is_some(), "page-usually"),
        f.say(if f.due_on.is_some() { "page-if-nothing-by" } else { "page-tell-when-answer" }),
    ]
}

fn question_is_open(f: &Facts) -> Vec<String> {
    vec![f.say(if f.ball == Some(Ball::Entrepreneur) { "page-asked-you" } else { "page-asked-advisor" }), f.say("clock-stops")]
}

fn under_way(f: &Facts) -> Vec<String> {
    vec![
        f.stage.map_or_else(|| f.say("page-working-with"), str::to_owned),
        next_around(f),
        f.only(f.ball == Some(Ball::ThirdParty), "page-all-waiting"),
    ]
}

fn ended(status: Status, f: &Facts) -> Vec<String> {
    vec![
        f.maybe(f.reason),
        f.only(status == Status::Rejected, "not-against-you"),
        match (f.next_step, f.ball) {
            (None, Some(Ball::Nobody)) => f.say("page-ask-help-again"),
            (None, _) if status == Status::Rejected => f.say("told-another-option"),
            _ => what_comes_next(f),
        },
    ]
}

#[cfg(test)]
mod tests;
