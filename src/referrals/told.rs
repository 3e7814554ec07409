//! What the entrepreneur is told at each transition: the notice, in plain words.

use super::lifecycle::{Event, Party, Status};
use super::replay::Ball;
use super::told_ends;
use super::words::{Facts, join, maybe};

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
        text.push(format!("{} reported this for {}", f.advisor(), f.org()));
    }
    if let Some(phone) = f.phone {
        text.push(format!("Questions? Call {} at {phone}", f.advisor()));
    }
    Some(join(&text))
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
    let (org, advisor, due) = (f.org(), f.advisor(), f.by(f.due_on));
    let nothing_yet = "Nothing is shared with anyone before you say yes".to_owned();
    match event {
        Event::Create => {
            vec![format!("We have your request{}", f.need(" for help with ")), format!("{advisor} will answer you{due}"), nothing_yet]
        }
        Event::RequestConsent => vec![
            format!("{advisor} would like to introduce you to {org}"),
            f.items.map_or_else(
                || "You can see here exactly what they would see".to_owned(),
                |items| format!("This is exactly what they would see: {items}"),
            ),
            nothing_yet,
            format!("You can say yes, change it, or say no{due}"),
        ],
        Event::GiveConsent => {
            let agreed = match f.by {
                Some(Party::Advisor) => format!("{advisor} wrote down that you agreed to share"),
                _ => "You agreed to share".to_owned(),
            };
            let items = f.items.unwrap_or("what we showed you");
            let until = f.with(" until ", f.until_on);
            vec![
                format!("{agreed} {items} with {org}{until}"),
                format!("{advisor} sends the request next"),
                "You can undo this for 24 hours, and stop it at any time, for each partner on its own".to_owned(),
            ]
        }
        _ => vec![
            "Nothing was shared".to_owned(),
            format!("{advisor} will talk with you about other ways{due}"),
            "You can ask again at any time".to_owned(),
        ],
    }
}

fn sending(event: Event, f: &Facts) -> Vec<String> {
    let (org, advisor) = (f.org(), f.advisor());
    match event {
        Event::Send => vec![
            format!("We asked {org} to help you{}", f.need(" with ")),
            format!("They should answer{}", f.by_or_next(f.due_on)),
            "You do not need to do anything".to_owned(),
        ],
        Event::UndoSend => vec![
            format!("We stopped this request before {org} saw it"),
            format!("{advisor} will tell you what comes next{}", f.by(f.due_on)),
            "You do not need to do anything".to_owned(),
        ],
        _ => vec![
            "Your request was not sent to anyone".to_owned(),
            maybe(f.reason),
            what_comes_next(f),
            "You can ask again at any time".to_owned(),
        ],
    }
}

fn answer(event: Event, f: &Facts) -> Vec<String> {
    let (org, due) = (f.org(), f.by(f.due_on));
    match event {
        Event::Acknowledge => vec![
            format!("{org} has your request and is reading it"),
            format!("They should decide{}", f.by_or_next(f.due_on)),
            "You do not need to do anything".to_owned(),
        ],
        Event::Accept => vec![
            format!("Good news: {org} said yes"),
            format!("{} will contact you{due}", f.contact.unwrap_or("Someone there")),
            "If they do not, tell us here and we will call them".to_owned(),
        ],
        _ => vec![
            format!("{org} cannot help with this"),
            maybe(f.reason),
            "This does not count against you".to_owned(),
            format!("{} will offer you another option{due}", f.advisor()),
            "You do not need to do anything now".to_owned(),
        ],
    }
}

fn question(event: Event, from: Option<Status>, f: &Facts) -> Vec<String> {
    let (org, advisor) = (f.org(), f.advisor());
    // Until the partner says yes it does not know the name of the one who would call.
    let knows_you = matches!(from, Some(Status::Accepted | Status::InProgress));
    let call = f.contact.filter(|_| knows_you).unwrap_or(advisor);
    let what = f.question.map(|what| format!(": {what}")).unwrap_or_default();
    match event {
        Event::AskInformation if f.asked_of == Some(Ball::Advisor) => vec![
            format!("{org} asked {advisor} for one more thing{what}"),
            format!("{advisor} will answer them{}", f.by(f.due_on)),
            "You do not need to do anything".to_owned(),
        ],
        Event::AskInformation => vec![
            format!("{org} needs one thing from you{what}"),
            format!("Send it here, or call {call}{}", f.by(f.due_on)),
            format!("The time {org} has to answer stops until then"),
        ],
        _ => vec![
            match f.by {
                Some(Party::Advisor) => format!("{advisor} answered the question of {org}"),
                _ => "Thank you. We have your answer".to_owned(),
            },
            format!("Now it is up to {org} again"),
            format!("They should answer{}", f.by_or_next(f.due_on)),
            "You do not need to do anything".to_owned(),
        ],
    }
}

fn work(event: Event, f: &Facts) -> Vec<String> {
    let org = f.org();
    let place = |place| format!("You keep your place: number {place} on the list");
    match event {
        Event::Start => vec![format!("Work with {org} has started"), maybe(f.stage), next_around(f), whose_move(f)],
        Event::Progress => vec![f.stage.map_or_else(|| format!("There is news from {org}"), str::to_owned), next_around(f), whose_move(f)],
        Event::Hold => vec![
            "This referral is on pause".to_owned(),
            maybe(f.reason),
            f.review_on.map(|on| format!("We check again on {}", f.day(on))).unwrap_or_default(),
            f.waitlist_position.map_or_else(|| "You keep your place".to_owned(), place),
            whose_move(f),
        ],
        _ => vec!["This referral is moving again".to_owned(), maybe(f.stage), next_around(f), whose_move(f)],
    }
}

/// "Next: you sign the lease, around Friday, November 27". May be blank.
pub(super) fn next_around(f: &Facts) -> String {
    let around = f.with(" around ", f.next_on);
    match f.next_step {
        Some(step) => format!("Next: {}{around}", step.trim_end_matches('.')),
        None if around.is_empty() => String::new(),
        None => format!("You hear more{around}"),
    }
}

/// What the advisor does about an end, in words, or at least that they will speak.
pub(super) fn what_comes_next(f: &Facts) -> String {
    let due = f.by(f.due_on);
    match f.next_step {
        Some(step) => format!("Next: {}{due}", step.trim_end_matches('.')),
        None => format!("{} will talk with you about what comes next{due}", f.advisor()),
    }
}

/// Who has the next move. Never blank.
pub(super) fn whose_move(f: &Facts) -> String {
    let nothing = "You do not need to do anything now";
    match f.ball {
        Some(Ball::Entrepreneur) => format!("You have the next move{}", f.by(f.due_on)),
        Some(Ball::Advisor) => format!("{} has the next move. {nothing}", f.advisor()),
        Some(Ball::Partner) => format!("{} has the next move. {nothing}", f.org()),
        Some(Ball::ThirdParty) => format!("We are all waiting for someone else. {nothing}"),
        Some(Ball::Nobody) | None => nothing.to_owned(),
    }
}

#[cfg(test)]
pub(super) mod tests;
