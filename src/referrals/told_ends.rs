//! What the entrepreneur is told when a referral stops, ends or is put right: second half of `told`.

use super::lifecycle::{Event, Party, Status};
use super::told::{what_comes_next, whose_move};
use super::words::{Facts, stands};

pub(super) fn stopped(event: Event, from: Option<Status>, f: &Facts) -> Vec<String> {
    match event {
        Event::Withdraw => vec![
            f.say(if f.by == Some(Party::AdvisorOnBehalf) { "told-stopped-as-you-asked" } else { "told-you-stopped" }),
            f.say("told-partner-told"),
            f.say("told-no-longer-open"),
            f.say("told-cannot-be-unread"),
            f.only(f.due_on.is_some(), "told-will-ask-other-help"),
            f.say("ask-again"),
        ],
        Event::Recall if matches!(from, Some(Status::InProgress | Status::OnHold)) => vec![
            f.say("told-stopped-referral"),
            f.maybe(f.reason),
            f.say("told-asked-to-list"),
            what_comes_next(f),
            f.say("nothing-to-do-now"),
        ],
        Event::Recall => vec![f.say("told-stopped-request"), f.maybe(f.reason), what_comes_next(f), f.say("nothing-to-do-now")],
        _ => vec![
            f.say(if f.waited_days.is_some() { "told-no-answer-days" } else { "told-no-answer" }),
            f.say("told-not-your-fault"),
            f.say("told-another-option"),
            f.say("nothing-to-do-now"),
        ],
    }
}

/// Work that a partner promised pauses; a request that nobody answered stops.
pub(super) fn permission_ended(from: Option<Status>, f: &Facts) -> Vec<String> {
    if matches!(from, Some(Status::Requested | Status::Received)) {
        return f.all(&["told-permission-ended", "told-not-answered-stopped", "told-advisor-calls", "ask-again"]);
    }
    f.all(&["told-permission-with-ended", "told-closed-and-paused", "told-can-renew"])
}

pub(super) fn result(event: Event, f: &Facts) -> Vec<String> {
    match event {
        Event::Complete => vec![f.say("says-outcome"), f.say("told-is-it-right"), f.say("told-can-answer")],
        Event::Fail => vec![f.say("told-did-not-work"), f.maybe(f.reason), f.say("told-talk-next-steps"), f.say("told-ask-other-help")],
        Event::Confirm => vec![
            f.say(if f.by == Some(Party::AdvisorOnBehalf) { "told-wrote-answer" } else { "told-thanks-answer" }),
            f.only(f.is_disputed, "told-will-talk-about-it"),
            f.say(if f.change_until.is_some() { "told-change-until" } else { "told-change-90" }),
        ],
        _ => vec![f.say("told-opened-again"), f.maybe(f.reason), f.say("told-partner-move-by"), f.say("nothing-to-do-now")],
    }
}

pub(super) fn mistake(event: Event, f: &Facts) -> Vec<String> {
    if event == Event::MarkError {
        return f.all(&["told-entry-mistake", "nothing-expected"]);
    }
    let back = |status| f.say_with("told-back-where", |args| args.with("stands", stands(status, f)));
    vec![f.say("told-correction"), f.back_to.map(back).unwrap_or_default(), whose_move(f)]
}

pub(super) fn next_door(event: Event, f: &Facts) -> Vec<String> {
    if event == Event::RecordNextStep {
        return vec![
            match f.next_step.or(f.reason) {
                Some(step) => f.say_with("told-what-we-agreed", |args| args.with("agreed", step)),
                None => f.say("told-wrote-what-next"),
            },
            f.only(f.next_on.is_some(), "told-look-again"),
            f.say("told-if-not-agreed"),
        ];
    }
    vec![
        f.say(match (f.by, f.new_org) {
            (Some(Party::Entrepreneur), Some(_)) => "told-as-asked-trying",
            (Some(Party::Entrepreneur), None) => "told-as-asked-trying-other",
            (_, Some(_)) => "told-trying",
            (_, None) => "told-trying-other",
        }),
        f.say("told-ask-before"),
        f.say("nothing-to-do-now"),
    ]
}
