//! What the entrepreneur is told when a referral stops, ends or is put right: second half of `told`.

use super::lifecycle::{Event, Party, Status};
use super::told::{what_comes_next, whose_move};
use super::words::{Facts, maybe, stands};

const CLOSED: &str = "They can no longer open your information here";
const ASK_AGAIN: &str = "You can ask again at any time";
const NOTHING_NOW: &str = "You do not need to do anything now";

pub(super) fn stopped(event: Event, from: Option<Status>, f: &Facts) -> Vec<String> {
    let (org, advisor, due) = (f.org(), f.advisor(), f.by(f.due_on));
    match event {
        Event::Withdraw => vec![
            match f.by {
                Some(Party::AdvisorOnBehalf) => {
                    format!("As you asked, {advisor} stopped this referral")
                }
                _ => "You stopped this referral".to_owned(),
            },
            format!("We told {org}. {CLOSED}. What they have read already cannot be taken back"),
            match f.due_on {
                Some(_) => format!("{advisor} will ask{due} if you want other help"),
                None => String::new(),
            },
            ASK_AGAIN.to_owned(),
        ],
        Event::Recall if matches!(from, Some(Status::InProgress | Status::OnHold)) => vec![
            format!("We stopped this referral to {org}"),
            maybe(f.reason),
            format!("We asked them to list what they did for you{}", f.by(f.until_on)),
            what_comes_next(f),
            NOTHING_NOW.to_owned(),
        ],
        Event::Recall => vec![format!("We stopped this request to {org}"), maybe(f.reason), what_comes_next(f), NOTHING_NOW.to_owned()],
        _ => vec![
            match f.waited_days {
                Some(days) => format!("{org} did not answer in {days} working days"),
                None => format!("{org} did not answer in time"),
            },
            "We stopped this request. This is not your fault".to_owned(),
            format!("{advisor} will offer you another option{due}"),
            NOTHING_NOW.to_owned(),
        ],
    }
}

/// Work that a partner promised pauses; a request that nobody answered stops.
pub(super) fn permission_ended(from: Option<Status>, f: &Facts) -> Vec<String> {
    let org = f.org();
    if matches!(from, Some(Status::Requested | Status::Received)) {
        return vec![
            format!("Your permission to share ended{}", f.with(" on ", f.until_on)),
            format!("{org} had not answered yet, so we stopped the request"),
            format!("{} will call you{}", f.advisor(), f.by(f.due_on)),
            ASK_AGAIN.to_owned(),
        ];
    }
    vec![
        format!("Your permission to share with {org} ended{}", f.with(" on ", f.until_on)),
        format!("{CLOSED}, and this referral is on pause"),
        "You can renew your permission to go on, or let it end".to_owned(),
    ]
}

pub(super) fn result(event: Event, f: &Facts) -> Vec<String> {
    let (org, advisor, due) = (f.org(), f.advisor(), f.by(f.due_on));
    match event {
        Event::Complete => vec![
            format!("{org} says: {}", f.outcome.unwrap_or("The work is done")),
            "Is that right? Did it meet your need?".to_owned(),
            format!("You can answer{due}: yes, partly, no, or it did not happen"),
        ],
        Event::Fail => vec![
            "This did not work out".to_owned(),
            maybe(f.reason),
            format!("{advisor} will talk with you about next steps{due}"),
            "You can ask for other help at any time".to_owned(),
        ],
        Event::Confirm => vec![
            match f.by {
                Some(Party::AdvisorOnBehalf) => {
                    format!("Thank you. {advisor} wrote down your answer")
                }
                _ => "Thank you for your answer".to_owned(),
            },
            if f.is_disputed { format!("{advisor} will talk with you about it{due}") } else { String::new() },
            match f.change_until {
                Some(on) => format!("You can change your answer until {}", f.day(on)),
                None => "You can change your answer for 90 days".to_owned(),
            },
        ],
        _ => vec![
            "We opened this referral again".to_owned(),
            maybe(f.reason),
            format!("{org} has the next move{due}"),
            NOTHING_NOW.to_owned(),
        ],
    }
}

pub(super) fn mistake(event: Event, f: &Facts) -> Vec<String> {
    if event == Event::MarkError {
        return vec!["This entry was a mistake and has been taken out".to_owned(), "Nothing is expected of you".to_owned()];
    }
    let back = |status| format!("Your referral is back where it was: {}", stands(status, f));
    vec!["Correction: the last update was a mistake".to_owned(), f.back_to.map(back).unwrap_or_default(), whose_move(f)]
}

pub(super) fn next_door(event: Event, f: &Facts) -> Vec<String> {
    if event == Event::RecordNextStep {
        return vec![
            match f.next_step.or(f.reason) {
                Some(step) => format!("What we agreed: {step}"),
                None => format!("{} wrote down what we agreed to do next", f.advisor()),
            },
            f.next_on.map(|on| format!("We look at it again on {}", f.day(on))).unwrap_or_default(),
            "If this is not what you agreed, tell us here".to_owned(),
        ];
    }
    vec![
        match f.by {
            Some(Party::Entrepreneur) => {
                format!("As you asked, we are trying {} next", f.new_org.unwrap_or("someone else"))
            }
            _ => format!("We are trying {} next", f.new_org.unwrap_or("another partner")),
        },
        "We will ask you before anything is shared".to_owned(),
        NOTHING_NOW.to_owned(),
    ]
}
