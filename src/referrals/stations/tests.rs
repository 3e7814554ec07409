//! The way of Ngozi's request for space, and of every other.

use jiff::civil::date;

use super::*;

fn facts() -> Facts<'static> {
    Facts {
        org: Some("Northgate Makers Trust"),
        advisor: Some("Renée"),
        asked_for_it: true,
        due_on: Some(date(2026, 10, 16)),
        this_year: Some(2026),
        ..Facts::default()
    }
}

fn reached(steps: usize) -> Reached {
    let day = |step: i8| (usize::from(step.unsigned_abs()) <= steps).then(|| date(2026, 10, step));
    Reached { asked_on: day(1), sent_on: day(2), decided_on: day(3), started_on: day(4), ended_on: day(5) }
}

fn of(status: Status, steps: usize) -> Vec<Station> {
    stations(status, Kind::RealEstate, &reached(steps), &facts())
}

fn states(way: &[Station]) -> String {
    way.iter()
        .map(|station| match station.state {
            StationState::Done => 'x',
            StationState::Now => '!',
            StationState::Later => '.',
        })
        .collect()
}

#[test]
fn ngozi_sees_two_steps_behind_and_two_ahead() {
    let way = of(Status::Requested, 2);
    let titles: Vec<_> = way.iter().map(|station| station.title.as_str()).collect();
    assert_eq!(
        titles,
        ["You asked for space", "We asked Northgate Makers Trust", "A partner reviews it", "You visit the space", "Yes or no"]
    );
    assert_eq!(way[0].on, Some(date(2026, 10, 1)));
    assert_eq!(way[0].note, "Renée wrote down what you need.");
    assert_eq!(way[2].note, "Expected by Friday, October 16.");
    assert_eq!(way[4].note, "If it is no, we tell you why and look again.");
}

#[test]
fn each_status_lights_its_own_station() {
    for (status, steps, lit) in [
        (Status::Draft, 1, "x!..."),
        (Status::Requested, 2, "xx!.."),
        (Status::Received, 2, "xx!.."),
        (Status::Accepted, 3, "xxx!."),
        (Status::InProgress, 4, "xxx!."),
        (Status::OnHold, 4, "xxx!."),
        (Status::Completed, 5, "xxxxx"),
        (Status::Rejected, 3, "xxx"),
        (Status::Failed, 4, "xxxx"),
        (Status::Failed, 3, "xxx"),
        (Status::Cancelled, 1, "x"),
        (Status::Cancelled, 2, "xx"),
        (Status::Cancelled, 3, "xxx"),
        (Status::Cancelled, 4, "xxxx"),
        (Status::EnteredInError, 2, ""),
    ] {
        assert_eq!(states(&of(status, steps)), lit, "{status:?} after {steps}");
    }
}

#[test]
fn an_open_referral_has_exactly_one_station_now_for_every_kind() {
    for kind in Kind::ALL {
        for status in Status::ALL.into_iter().filter(|status| !status.is_end()) {
            let way = stations(status, kind, &Reached::default(), &Facts::default());
            assert_eq!(way.len(), 5);
            assert_eq!(states(&way).matches('!').count(), 1);
            assert!(way.iter().all(|station| !station.title.is_empty()));
        }
    }
}

#[test]
fn a_no_is_said_at_the_station_where_it_fell() {
    assert_eq!(of(Status::Rejected, 3)[2].title, "The partner said no");
    assert_eq!(of(Status::Accepted, 3)[2].title, "The partner said yes");
    assert_eq!(of(Status::Cancelled, 3)[2].title, "The partner said yes");
}

#[test]
fn a_pause_or_a_bad_end_is_a_sentence_and_not_a_step() {
    let f = Facts { reason: Some("You are on their waiting list."), review_on: Some(date(2026, 11, 27)), ..facts() };
    assert_eq!(aside(Status::OnHold, &f).unwrap(), "On pause until Friday, November 27. You are on their waiting list.");
    assert_eq!(aside(Status::Cancelled, &facts()).unwrap(), "Stopped.");
    assert_eq!(aside(Status::Requested, &f), None);
    assert_eq!(aside(Status::Completed, &f), None);
}

#[test]
fn who_did_not_ask_is_not_told_that_they_did() {
    let f = Facts { asked_for_it: false, ..facts() };
    let way = stations(Status::Draft, Kind::Workforce, &reached(1), &f);
    assert_eq!(way[0].title, "We wrote down that you need hiring and training");
}

#[test]
fn who_has_agreed_is_not_told_that_she_will_be_asked() {
    let note = |is_agreed| {
        let way = stations(Status::Draft, Kind::RealEstate, &reached(1), &Facts { is_agreed, ..facts() });
        way.into_iter().find(|station| station.state == StationState::Now).map(|station| station.note)
    };
    assert_eq!(note(false).as_deref(), Some("We ask you before anything is shared."));
    assert_eq!(note(true).as_deref(), Some("You agreed to share. We send it next."));
}

#[test]
fn where_the_two_do_not_agree_both_stand_at_the_result() {
    let f = Facts { outcome: Some("You signed a lease"), is_disputed: true, ..facts() };
    let way = stations(Status::Completed, Kind::RealEstate, &reached(5), &f);
    let last = way.last().map(|station| station.note.clone()).unwrap_or_default();
    assert!(last.ends_with("says: You signed a lease. You told us it is not so."), "{last}");
}
