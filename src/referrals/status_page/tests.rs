//! The status page of Ngozi, in every status.

use jiff::civil::date;

use super::*;

const BALLS: [Option<Ball>; 6] =
    [None, Some(Ball::Advisor), Some(Ball::Partner), Some(Ball::Entrepreneur), Some(Ball::ThirdParty), Some(Ball::Nobody)];

fn ngozi() -> Facts<'static> {
    Facts {
        first_name: Some("Ngozi"),
        org: Some("Northgate Makers Trust"),
        advisor: Some("Renée"),
        contact: Some("Mr. Silva"),
        ball: Some(Ball::Partner),
        usual_days: Some(3),
        due_on: Some(date(2026, 10, 16)),
        this_year: Some(2026),
        ..Facts::default()
    }
}

#[test]
fn ngozi_reads_that_the_partner_has_it_and_until_when() {
    let f = ngozi();
    assert_eq!(headline(Status::Requested, &f), "Ngozi, your request is with the partner");
    assert_eq!(
        next(Status::Requested, &f),
        "Northgate Makers Trust has it. They usually answer in 3 working days. If we hear nothing \
         by Friday, October 16, we will call them and tell you."
    );
    assert_eq!(need_to_do(Status::Requested, &f), NeedToDo::Nothing("Not right now.".to_owned()));
}

#[test]
fn without_a_name_the_headline_still_begins_with_a_capital() {
    assert_eq!(headline(Status::Accepted, &Facts::default()), "The partner said yes");
}

#[test]
fn a_question_is_the_one_thing_to_do() {
    let f = Facts { ball: Some(Ball::Entrepreneur), question: Some("your floor plan"), ..ngozi() };
    assert_eq!(headline(Status::Received, &f), "Ngozi, the partner needs one thing from you");
    assert_eq!(
        need_to_do(Status::Received, &f),
        NeedToDo::Something("Yes: your floor plan. Send it here by Friday, October 16.".to_owned())
    );
}

#[test]
fn a_question_for_the_advisor_leaves_ngozi_in_peace() {
    let f = Facts { ball: Some(Ball::Advisor), question: Some("the lease"), ..ngozi() };
    assert_eq!(headline(Status::Received, &f), "Ngozi, the partner is reading your request");
    assert!(next(Status::Received, &f).starts_with("Northgate Makers Trust asked Renée: the lease."));
    assert!(matches!(need_to_do(Status::Received, &f), NeedToDo::Nothing(_)));
}

#[test]
fn something_is_to_be_done_exactly_when_the_ball_is_ngozis() {
    for status in Status::ALL {
        for ball in BALLS {
            let is_yours = ball == Some(Ball::Entrepreneur);
            let answer = need_to_do(status, &Facts { ball, ..ngozi() });
            assert_eq!(matches!(answer, NeedToDo::Something(_)), is_yours, "{status:?} {ball:?}");
        }
    }
}

#[test]
fn a_disputed_end_says_what_was_agreed_once_a_step_is_recorded() {
    let disputed = Facts { is_disputed: true, ..ngozi() };
    assert!(next(Status::Completed, &disputed).contains("will talk with you"));
    let agreed = next(Status::Completed, &Facts { next_step: Some("you see two more spaces"), ..disputed });
    assert!(agreed.contains("ou see two more spaces") && !agreed.contains("will talk with you"), "{agreed}");
}

#[test]
fn every_status_has_words_with_all_facts_and_with_none() {
    let rich = Facts {
        reason: Some("They are full right now."),
        stage: Some("You visit spaces"),
        next_step: Some("you see two more spaces."),
        review_on: Some(date(2027, 1, 8)),
        outcome: Some("You signed a lease"),
        question: Some("your floor plan."),
        is_disputed: true,
        ..ngozi()
    };
    for facts in [rich, ngozi(), Facts::default()] {
        for status in Status::ALL {
            for ball in BALLS {
                let f = Facts { ball, ..facts };
                let (NeedToDo::Nothing(todo) | NeedToDo::Something(todo)) = need_to_do(status, &f);
                let head = headline(status, &f);
                for text in [head, next(status, &f), todo] {
                    assert!(text.starts_with(char::is_uppercase), "{status:?}: {text:?}");
                    for bad in ["  ", "..", " .", "ending", "process", "_", "status"] {
                        assert!(!text.contains(bad), "{status:?} has {bad:?}: {text}");
                    }
                    assert!(super::super::told::tests::grade(&text) <= 8.0, "{status:?}: {text}");
                }
            }
        }
    }
}

#[test]
fn a_no_is_followed_by_what_we_do() {
    let f = Facts { reason: Some("The power is too low."), ball: Some(Ball::Advisor), ..ngozi() };
    assert_eq!(
        next(Status::Rejected, &f),
        "The power is too low. This does not count against you. Renée will offer you another \
         option by Friday, October 16."
    );
}
