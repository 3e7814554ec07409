//! The measured vectors, and a day-by-day count to compare with.

use jiff::civil::date;
use proptest::prelude::*;

use super::super::kinds::Kind;
use super::super::policy::Policy;
use super::*;

const SENT: Date = date(2026, 11, 20);

fn calendar() -> Calendar {
    let holidays = [date(2026, 11, 26), date(2026, 12, 25), date(2027, 1, 1)];
    Calendar { holidays: holidays.into_iter().collect() }
}

fn pause(from: Date, to: Date) -> Pause {
    Pause { from, to: Some(to) }
}

#[test]
fn sent_on_a_friday_it_is_acknowledged_by_tuesday_and_decided_by_monday() {
    let policy = Policy::standard(Kind::Workforce);
    let calendar = calendar();
    let due = |days| calendar.add_business_days(SENT, days);
    assert_eq!(due(policy.acknowledge_business_days), date(2026, 11, 24));
    assert_eq!(due(policy.decision_business_days), date(2026, 11, 30));
    assert_eq!(due(policy.auto_recall_business_days), date(2026, 12, 14));
    assert_eq!(decision_due(SENT, 5, &[], &calendar), Due::On(date(2026, 11, 30)));
}

#[test]
fn a_question_stops_the_clock_and_the_answer_starts_it_again() {
    let asked = Pause { from: date(2026, 11, 24), to: None };
    assert_eq!(decision_due(SENT, 5, &[asked], &calendar()), Due::Paused { since: date(2026, 11, 24), business_days_left: 3 });
    let answered = pause(date(2026, 11, 24), date(2026, 12, 1));
    assert_eq!(decision_due(SENT, 5, &[answered], &calendar()), Due::On(date(2026, 12, 4)));
}

#[test]
fn two_questions_stop_it_twice() {
    let pauses = [pause(date(2026, 11, 27), date(2026, 12, 3)), pause(date(2026, 11, 23), date(2026, 11, 25))];
    assert_eq!(decision_due(SENT, 5, &pauses, &calendar()), Due::On(date(2026, 12, 8)));
}

#[test]
fn sent_on_a_saturday_it_is_acknowledged_by_tuesday() {
    assert_eq!(calendar().add_business_days(date(2026, 11, 21), 2), date(2026, 11, 24));
}

#[test]
fn a_breach_before_a_question_stays_a_breach() {
    let late = pause(date(2026, 12, 1), date(2026, 12, 10));
    assert_eq!(decision_due(SENT, 5, &[late], &calendar()), Due::On(date(2026, 11, 30)));
    let open = Pause { to: None, ..late };
    assert_eq!(decision_due(SENT, 5, &[open], &calendar()), Due::On(date(2026, 11, 30)));
}

#[test]
fn a_question_on_the_last_day_leaves_the_day_of_the_answer() {
    let on_due = pause(date(2026, 11, 30), date(2026, 12, 3));
    assert_eq!(decision_due(SENT, 5, &[on_due], &calendar()), Due::On(date(2026, 12, 3)));
    let to_saturday = pause(date(2026, 11, 30), date(2026, 12, 5));
    assert_eq!(decision_due(SENT, 5, &[to_saturday], &calendar()), Due::On(date(2026, 12, 7)));
}

#[test]
fn a_second_question_before_that_day_stops_the_clock_again() {
    let pauses = [pause(date(2026, 11, 30), date(2026, 12, 5)), Pause { from: date(2026, 12, 6), to: None }];
    let stopped = Due::Paused { since: date(2026, 12, 6), business_days_left: 0 };
    assert_eq!(decision_due(SENT, 5, &pauses, &calendar()), stopped);
}

#[test]
fn asked_and_answered_the_same_day_changes_nothing() {
    for day in 20..=30 {
        let day = date(2026, 11, day);
        assert_eq!(decision_due(SENT, 5, &[pause(day, day)], &calendar()), Due::On(date(2026, 11, 30)));
    }
}

#[test]
fn holidays_and_weekends_do_not_count() {
    let calendar = calendar();
    assert!(!calendar.is_business_day(date(2026, 11, 26)));
    assert!(!calendar.is_business_day(date(2026, 11, 22)));
    assert_eq!(calendar.business_days_between(date(2026, 11, 24), date(2026, 11, 30)), 3);
    assert_eq!(calendar.business_days_between(date(2026, 11, 30), date(2026, 11, 24)), 0);
    assert_eq!(calendar.add_business_days(date(2026, 12, 24), 1), date(2026, 12, 28));
    assert_eq!(calendar.subtract_business_days(date(2026, 11, 30), 2), date(2026, 11, 25));
}

#[test]
fn the_end_of_the_calendar_ends_the_count() {
    assert_eq!(calendar().add_business_days(Date::MAX, 5), Date::MAX);
    assert_eq!(calendar().subtract_business_days(Date::MIN, 5), Date::MIN);
}

/// Walks the days: one counts if it is a business day that no pause covers.
fn counted_by_hand(days: u32, pauses: &[Pause], calendar: &Calendar) -> Date {
    let mut day = SENT;
    let mut left = days;
    while left > 0 {
        day = day.tomorrow().unwrap();
        let stopped = pauses.iter().any(|p| p.from < day && p.to.is_none_or(|to| day <= to));
        if calendar.is_business_day(day) && !stopped {
            left -= 1;
        }
    }
    day
}

fn any_pauses() -> impl Strategy<Value = Vec<Pause>> {
    let day = |n: i64| SENT.saturating_add(jiff::Span::new().days(n));
    let one = (-5_i64..40, 0_i64..20).prop_map(move |(from, long)| pause(day(from), day(from + long)));
    prop::collection::vec(one, 0..5)
}

proptest! {
    #[test]
    fn the_clock_agrees_with_a_count_by_hand(days in 1_u32..21, pauses in any_pauses()) {
        let calendar = calendar();
        let by_hand = counted_by_hand(days, &pauses, &calendar);
        // A question on the very last day moves that day; nothing else may differ.
        let asked_on_the_last = pauses.iter().any(|p| p.from == by_hand && p.to > Some(by_hand));
        let Due::On(due) = decision_due(SENT, days, &pauses, &calendar) else {
            return Err(TestCaseError::fail("every pause has ended"));
        };
        prop_assert!(calendar.is_business_day(due));
        if asked_on_the_last {
            prop_assert!(due > by_hand);
        } else {
            prop_assert_eq!(due, by_hand);
        }
    }

    #[test]
    fn a_pause_never_takes_time_away(days in 0_u32..21, pauses in any_pauses()) {
        let plain = decision_due(SENT, days, &[], &calendar());
        let paused = decision_due(SENT, days, &pauses, &calendar());
        match (plain, paused) {
            (Due::On(plain), Due::On(paused)) => prop_assert!(paused >= plain),
            other => return Err(TestCaseError::fail(format!("{other:?}"))),
        }
    }

    #[test]
    fn adding_days_and_counting_them_agree(days in 0_u32..200, start in 0_i64..400) {
        let calendar = calendar();
        let from = SENT.saturating_add(jiff::Span::new().days(start));
        let to = calendar.add_business_days(from, days);
        prop_assert_eq!(calendar.business_days_between(from, to), days);
        prop_assert_eq!(calendar.on_or_after(from) == from, calendar.is_business_day(from));
    }
}
