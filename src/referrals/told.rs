//! What the entrepreneur is told at each transition: the notice, in plain words.

use super::lifecycle::{Event, Party, Status};
use super::replay::Ball;
use super::told_ends;
use super::words::Facts;

/// The notice for `event`, which found the referral at `from` (`None`: there was none yet).
///
/// What happened. Who moves next, by when. What you can do. `None` only where somebody else started
/// the referral: then there is nothing to tell yet. Whether a notice goes out at all is `is_owed`.
#[must_use]
pub fn told(event: Event, from: Option<Status>, f: &Facts) -> Option<String> {
    use Event as E;
    let mut text = match event {
        E::Create if !f.asked_for_it => return None,
        E::Create | E::RequestConsent | E::GiveConsent | E::RefuseConsent => permission(event, f),
        E::Send | E::UndoSend | E::Discard => sending(event, f),
        E::Acknowledge | E::Accept | E::Reject => answer(event, f),
        E::AskInformation | E::ProvideInformation => question(event, from, f),
        E::Start | E::Progress | E::Hold | E::Resume => work(event, f),
        E::Withdraw | E::Recall | E::AutoRecall => told_ends::stopped(event, from, f),
        E::ConsentLapses => told_ends::permission_ended(from, f),
        E::Complete | E::Fail | E::Confirm | E::Reopen => told_ends::result(event, f),
        E::UndoLast | E::MarkError => told_ends::mistake(event, f),
        E::RecordNextStep | E::ReRefer => told_ends::next_door(event, f),
    };
    if f.by == Some(Party::AdvisorOnBehalf) && !matches!(event, E::Withdraw | E::Confirm) {
        text.push(f.say("told-reported"));
    }
    if f.phone.is_some() {
        text.push(f.say("told-questions"));
    }
    Some(f.join(&text))
}

/// Whether the notice goes out. Some are owed only to a person who knows of the referral.
/// `told_before`: any notice of this referral has left, and is not held any more.
#[must_use]
pub const fn is_owed(event: Event, asked_for_it: bool, told_before: bool) -> bool {
    match event {
        Event::Create | Event::Discard => asked_for_it,
        Event::UndoSend => told_before,
        Event::MarkError => asked_for_it || told_before,
        _ => true,
    }
}

fn permission(event: Event, f: &Facts) -> Vec<String> {
    match event {
        Event::Create => f.all(&["told-have-request", "told-advisor-answers", "told-nothing-shared-yet"]),
        Event::RequestConsent => vec![
            f.say("told-would-introduce"),
            f.say(if f.items.is_some() { "told-would-see-items" } else { "told-would-see" }),
            f.say("told-nothing-shared-yet"),
            f.say("told-can-say"),
        ],
        Event::GiveConsent => vec![
            f.say(match (f.by, f.items) {
                (Some(Party::Advisor), Some(_)) => "told-wrote-agreed-items",
                (Some(Party::Advisor), None) => "told-wrote-agreed",
                (_, Some(_)) => "told-agreed-items",
                (_, None) => "told-agreed",
            }),
            f.say("told-advisor-sends"),
            f.say("told-can-undo"),
        ],
        _ => f.all(&["told-nothing-was-shared", "told-other-ways", "ask-again"]),
    }
}

fn sending(event: Event, f: &Facts) -> Vec<String> {
    match event {
        Event::Send => f.all(&["told-asked", "told-should-answer", "nothing-to-do"]),
        Event::UndoSend => f.all(&["told-stopped-before", "told-comes-next", "nothing-to-do"]),
        _ => vec![f.say("told-not-sent"), f.maybe(f.reason), what_comes_next(f), f.say("ask-again")],
    }
}

fn answer(event: Event, f: &Facts) -> Vec<String> {
    match event {
        Event::Acknowledge => f.all(&["told-is-reading", "told-should-decide", "nothing-to-do"]),
        Event::Accept => vec![
            f.say("told-said-yes"),
            f.say(if f.contact.is_some() { "told-will-contact" } else { "told-someone-will-contact" }),
            f.say("told-if-they-do-not"),
        ],
        _ => vec![
            f.say("told-cannot-help"),
            f.maybe(f.reason),
            f.say("not-against-you"),
            f.say("told-another-option"),
            f.say("nothing-to-do-now"),
        ],
    }
}

fn question(event: Event, from: Option<Status>, f: &Facts) -> Vec<String> {
    // Until the partner says yes it does not know the name of the one who would call.
    let knows_you = matches!(from, Some(Status::Accepted | Status::InProgress)) && f.contact.is_some();
    match event {
        Event::AskInformation if f.asked_of == Some(Ball::Advisor) => {
            f.all(&["told-asked-advisor", "told-advisor-answers-them", "nothing-to-do"])
        }
        Event::AskInformation => vec![
            f.say("told-needs-one-thing"),
            f.say(if knows_you { "told-send-or-call-contact" } else { "told-send-or-call-advisor" }),
            f.say("clock-stops"),
        ],
        _ => vec![
            f.say(if f.by == Some(Party::Advisor) { "told-advisor-answered" } else { "told-have-answer" }),
            f.say("told-up-to-partner"),
            f.say("told-should-answer"),
            f.say("nothing-to-do"),
        ],
    }
}

fn work(event: Event, f: &Facts) -> Vec<String> {
    match event {
        Event::Start => vec![f.say("told-work-started"), f.maybe(f.stage), next_around(f), whose_move(f)],
        Event::Progress => {
            vec![f.stage.map_or_else(|| f.say("told-news"), str::to_owned), next_around(f), whose_move(f)]
        }
        Event::Hold => vec![
            f.say("told-on-pause"),
            f.maybe(f.reason),
            f.only(f.review_on.is_some(), "told-check-again"),
            f.say(if f.waitlist_position.is_some() { "told-keep-place-number" } else { "told-keep-place" }),
            whose_move(f),
        ],
        _ => vec![f.say("told-moving-again"), f.maybe(f.stage), next_around(f), whose_move(f)],
    }
}

/// "Next: you sign the lease, around Friday, November 27". May be blank.
pub(super) fn next_around(f: &Facts) -> String {
    match (f.next_step, f.next_on) {
        (Some(_), _) => f.say("next-step-around"),
        (None, Some(_)) => f.say("hear-more-around"),
        (None, None) => String::new(),
    }
}

/// What the advisor does about an end, in words, or at least that they will speak.
pub(super) fn what_comes_next(f: &Facts) -> String {
    f.say(if f.next_step.is_some() { "next-step-by" } else { "told-will-talk" })
}

/// Who has the next move. Never blank.
pub(super) fn whose_move(f: &Facts) -> String {
    f.say(match f.ball {
        Some(Ball::Entrepreneur) => "move-yours",
        Some(Ball::Advisor) => "move-advisor",
        Some(Ball::Partner) => "move-partner",
        Some(Ball::ThirdParty) => "move-third-party",
        Some(Ball::Nobody) | None => "nothing-to-do-now",
    })
}

#[cfg(test)]
pub(super) mod tests;
