//! Rows that tell a story, and rows that tell none.

use super::*;
use Event as E;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn on(text: &str) -> Option<Day> {
    Day::parse(text).ok()
}

const TODAY: &str = "2026-12-01";

fn told(status: Status, tale: &Tale) -> Result<Vec<(E, String)>, Trouble> {
    let steps = steps(status, tale, day(TODAY))?;
    Ok(steps.into_iter().map(|step| (step.event, step.on.to_string())).collect())
}

fn refused(status: Status, days: Days) -> String {
    told(status, &Tale { days, ..Tale::default() }).unwrap_err().1
}

#[test]
fn a_finished_referral_is_its_steps_with_their_own_days() {
    let days = Days {
        sent: on("2024-02-01"),
        accepted: on("2024-02-05"),
        waitlisted: on("2024-02-06"),
        began: on("2024-03-01"),
        ended: on("2024-06-30"),
        ..Days::default()
    };
    let tale = Tale { days, came: Some(Came::Met("fully_met")), ..Tale::default() };
    let told = told(Status::Completed, &tale).unwrap();
    let events: Vec<E> = told.iter().map(|(event, _)| *event).collect();
    assert_eq!(events, [E::Create, E::Send, E::Accept, E::Hold, E::Resume, E::Complete]);
    assert_eq!(told[4].1, "2024-03-01");
}

#[test]
fn what_cannot_have_happened_is_refused_in_words() {
    let sent = Days { sent: on("2024-02-01"), ..Days::default() };
    let words = refused(Status::Accepted, Days { accepted: on("2024-01-02"), ..sent });
    assert_eq!(words, "It cannot be that it was accepted on 2024-01-02, before it was sent on 2024-02-01");
    let words = refused(Status::Completed, Days { ended: on("2024-05-01"), ..Days::default() });
    assert!(words.contains("Write the day on which it was sent"), "{words}");
    let words = refused(Status::Requested, Days { sent: on("2027-01-01"), ..Days::default() });
    assert!(words.contains("2027-01-01 lies ahead"), "{words}");
    let words = refused(Status::Rejected, Days { accepted: on("2024-02-02"), declined: on("2024-02-03"), ..sent });
    assert!(words.contains("cannot have said yes"), "{words}");
    let words = refused(Status::Completed, Days { ended: on("2024-05-01"), ..sent });
    assert!(words.contains("not when the partner said yes") && words.contains("no day is made up"), "{words}");
    let words = refused(Status::Accepted, Days { accepted: on("2024-02-02"), ended: on("2024-05-01"), ..sent });
    assert!(words.contains("and also that it ended"), "{words}");
    let nothing =
        Tale { days: Days { accepted: on("2024-02-02"), ended: on("2024-05-01"), ..sent }, came: Some(Came::Nothing), ..Tale::default() };
    assert!(told(Status::Completed, &nothing).unwrap_err().1.contains("no help came of it"));
}

#[test]
fn where_no_word_says_it_the_days_do_and_closed_asks_how() {
    let sent = Days { sent: on("2024-02-01"), ..Days::default() };
    assert_eq!(standing(None, &sent, None), Ok(Status::Requested));
    let accepted = Days { accepted: on("2024-02-02"), ..sent };
    assert_eq!(standing(None, &accepted, None), Ok(Status::Accepted));
    let held = Days { waitlisted: on("2024-02-02"), ..accepted };
    assert_eq!(standing(None, &held, None), Ok(Status::OnHold));
    assert_eq!(standing(None, &Days { began: on("2024-03-02"), ..held }, None), Ok(Status::InProgress));
    let ended = Days { ended: on("2024-04-02"), ..accepted };
    assert!(standing(None, &ended, None).unwrap_err().1.contains("not how"));
    assert_eq!(standing(Some(Said::Closed), &ended, Some(Came::Met("partly_met"))), Ok(Status::Completed));
    assert_eq!(standing(Some(Said::Closed), &ended, Some(Came::Nothing)), Ok(Status::Failed));
}

#[test]
fn who_stopped_it_is_told_apart() {
    let days = Days { sent: on("2024-02-01"), ended: on("2024-02-20"), ..Days::default() };
    let last = |reason: Option<&str>, is_of_client, days| {
        let reason = reason.map(|code| Reason { code: code.to_owned(), is_of_client, is_unmet: false });
        told(Status::Cancelled, &Tale { days, reason, ..Tale::default() }).unwrap().last().unwrap().0
    };
    assert_eq!(last(Some("no_response_from_partner"), false, days), E::AutoRecall);
    assert_eq!(last(Some("no_longer_needed"), true, days), E::Withdraw);
    assert_eq!(last(Some("wrong_partner"), false, days), E::Recall);
    assert_eq!(last(None, false, Days { withdrawn: on("2024-02-20"), ..days }), E::Withdraw);
    assert_eq!(last(Some("not_sent"), false, Days { sent: None, prepared: on("2024-02-01"), ..days }), E::Discard);
}
