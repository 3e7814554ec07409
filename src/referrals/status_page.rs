//! The status page in sentences: how it is, what happens by when, do I need to do anything.

use super::lifecycle::Status;
use super::replay::Ball;
use super::told::{next_around, what_comes_next};
use super::words::{Facts, join, maybe, sentence};

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
    let what = match status {
        Status::Draft if is_yours => "we need your answer before we share anything",
        Status::Draft => "we are getting your request ready",
        Status::Requested | Status::Received | Status::Accepted | Status::InProgress if is_yours && f.question.is_some() => {
            "the partner needs one thing from you"
        }
        Status::Requested => "your request is with the partner",
        Status::Received => "the partner is reading your request",
        Status::Accepted => "the partner said yes",
        Status::Rejected => "this partner cannot help with your request",
        Status::InProgress if is_yours => "you have the next move",
        Status::InProgress => "the work is under way",
        Status::OnHold => "your request is on pause",
        Status::Completed if is_yours => "the partner says it is done. Is that right?",
        Status::Completed => "your request is done",
        Status::Failed => "this did not work out",
        Status::Cancelled => "this request was stopped",
        Status::EnteredInError => "this entry was a mistake",
    };
    match f.first_name {
        Some(name) => format!("{name}, {what}"),
        None => sentence(what).trim_end_matches('.').to_owned(),
    }
}

/// What happens, and by when.
#[must_use]
pub fn next(status: Status, f: &Facts) -> String {
    let (org, advisor, due) = (f.org(), f.advisor(), f.by(f.due_on));
    let is_yours = f.ball == Some(Ball::Entrepreneur);
    join(&match status {
        Status::Draft if is_yours => {
            vec![format!("{advisor} would like to introduce you to {org}"), "Nothing is shared before you say yes".to_owned()]
        }
        Status::Draft => vec![
            format!("{advisor} is writing down what you need"),
            f.due_on.map(|_| format!("You hear from us{due}")).unwrap_or_default(),
            "We ask you before anything is shared".to_owned(),
        ],
        Status::Requested | Status::Received | Status::Accepted | Status::InProgress if f.question.is_some() => question_is_open(f),
        Status::Requested | Status::Received => under_review(status, f),
        Status::Accepted => {
            vec![format!("{} will contact you{due}", f.contact.unwrap_or(org)), "If they do not, tell us and we will call them".to_owned()]
        }
        Status::InProgress => under_way(f),
        Status::OnHold => vec![
            maybe(f.reason),
            f.review_on
                .map_or_else(|| "You keep your place".to_owned(), |on| format!("You keep your place, and we check again on {}", f.day(on))),
        ],
        Status::Completed => vec![
            format!("{org} says: {}", f.outcome.unwrap_or("The work is done")),
            match (f.is_disputed, f.next_step) {
                (true, None) => format!("You told us it is not so. {advisor} will talk with you{due}"),
                (true, Some(_)) => join(&["You told us it is not so".to_owned(), what_comes_next(f)]),
                (false, _) => String::new(),
            },
        ],
        Status::Rejected | Status::Failed | Status::Cancelled => ended(status, f),
        Status::EnteredInError => {
            vec!["It has been taken out. Nothing is expected of you".to_owned()]
        }
    })
}

/// Whether the person must act, and on what. Only the ball decides: never a guess.
#[must_use]
pub fn need_to_do(status: Status, f: &Facts) -> NeedToDo {
    let by = f.by(f.due_on);
    if f.ball != Some(Ball::Entrepreneur) {
        return NeedToDo::Nothing(if status.is_end() { "No.".to_owned() } else { "Not right now.".to_owned() });
    }
    let what = match (status, f.question, f.next_step) {
        (Status::Draft, ..) => format!("look at what would be shared, and say yes or no{by}"),
        (Status::Completed, ..) => format!("tell us if it is right and if it met your need{by}"),
        (_, Some(question), _) => {
            return NeedToDo::Something(join(&[format!("Yes: {}", question.trim_end_matches('.')), format!("Send it here{by}")]));
        }
        (_, None, Some(step)) => format!("{}{by}", step.trim_end_matches('.')),
        (Status::OnHold, ..) => format!("tell {} when you are ready to go on{by}", f.advisor()),
        _ => format!("{} is waiting to hear from you{by}", f.org()),
    };
    NeedToDo::Something(sentence(&format!("Yes: {what}")))
}

fn under_review(status: Status, f: &Facts) -> Vec<String> {
    let has = if status == Status::Requested { "has it" } else { "is reading it" };
    vec![
        format!("{} {has}", f.org()),
        f.usual_days
            .map(|days| match days {
                1 => "They usually answer in 1 working day".to_owned(),
                days => format!("They usually answer in {days} working days"),
            })
            .unwrap_or_default(),
        match f.due_on {
            Some(on) => format!("If we hear nothing by {}, we will call them and tell you", f.day(on)),
            None => "We tell you when they answer".to_owned(),
        },
    ]
}

fn question_is_open(f: &Facts) -> Vec<String> {
    let who = if f.ball == Some(Ball::Entrepreneur) { "you" } else { f.advisor() };
    vec![
        format!("{} asked {who}: {}", f.org(), f.question.unwrap_or("one more thing")),
        format!("The time {} has to answer stops until then", f.org()),
    ]
}

fn under_way(f: &Facts) -> Vec<String> {
    vec![
        f.stage.map_or_else(|| format!("You are working with {}", f.org()), str::to_owned),
        next_around(f),
        if f.ball == Some(Ball::ThirdParty) { "We are all waiting for someone else to decide".to_owned() } else { String::new() },
    ]
}

fn ended(status: Status, f: &Facts) -> Vec<String> {
    let due = f.by(f.due_on);
    vec![
        maybe(f.reason),
        if status == Status::Rejected { "This does not count against you".to_owned() } else { String::new() },
        match (f.next_step, f.ball) {
            (None, Some(Ball::Nobody)) => "You can ask for help again at any time".to_owned(),
            (None, _) if status == Status::Rejected => {
                format!("{} will offer you another option{due}", f.advisor())
            }
            _ => what_comes_next(f),
        },
    ]
}

#[cfg(test)]
mod tests;
