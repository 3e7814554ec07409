//! How long each step may take: the defaults a deployment starts from.

use jiff::civil::Date;

use super::clock::Calendar;
use super::kinds::Kind;
use crate::values::{Rung, Timer};

/// The timers of one kind of referral. Business days end in `_business_days`, the rest are plain days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Policy {
    /// An advisor looks at a draft that somebody else started.
    pub triage_business_days: u32,
    /// The entrepreneur answers whether we may share.
    pub consent_answer_days: u32,
    pub acknowledge_business_days: u32,
    pub decision_business_days: u32,
    /// After a yes, unless the partner promised a date.
    pub first_contact_business_days: u32,
    /// News while work goes on, unless the partner named a date.
    pub update_days: u32,
    /// The furthest day that a partner may name for its next news.
    pub update_at_most_days: u32,
    /// The furthest day for looking at a pause again.
    pub hold_review_days: u32,
    /// The entrepreneur says whether it is right; after that it counts as unconfirmed.
    pub confirm_days: u32,
    /// The advisor's next step after a negative end.
    pub follow_up_business_days: u32,
    /// The partner writes down what it had delivered, after a manager stopped the work.
    pub delivered_after_recall_business_days: u32,
    /// No answer at all: the request is stopped.
    pub auto_recall_business_days: u32,
    /// Silence that shows on the manager's list, before and after a yes.
    pub stale_unanswered_days: u32,
    pub stale_accepted_days: u32,
    pub stale_in_progress_days: u32,
    /// Days before a permission ends when all three are warned.
    pub consent_warning_days: [u32; 2],
}

impl Policy {
    /// The defaults for this kind.
    #[must_use]
    pub const fn standard(kind: Kind) -> Self {
        let slow = kind.is_slow();
        let update_days = if slow { 30 } else { 14 };
        Self {
            triage_business_days: 2,
            consent_answer_days: 7,
            acknowledge_business_days: 2,
            decision_business_days: if slow { 10 } else { 5 },
            first_contact_business_days: 5,
            update_days,
            update_at_most_days: 90,
            hold_review_days: if slow { 120 } else { 60 },
            confirm_days: 14,
            follow_up_business_days: 3,
            delivered_after_recall_business_days: 5,
            auto_recall_business_days: if slow { 20 } else { 15 },
            stale_unanswered_days: 30,
            stale_accepted_days: 45,
            stale_in_progress_days: 2 * update_days,
            consent_warning_days: [30, 7],
        }
    }
}

impl Policy {
    /// The days of a timer, where it has one number of its own.
    #[must_use]
    pub const fn days(&self, timer: Timer) -> u32 {
        match timer {
            Timer::Triage | Timer::NotSent => self.triage_business_days,
            Timer::ConsentAnswer => self.consent_answer_days,
            Timer::Acknowledge => self.acknowledge_business_days,
            Timer::Decision => self.decision_business_days,
            Timer::FirstContact => self.first_contact_business_days,
            Timer::Update => self.update_days,
            Timer::HoldReview => self.hold_review_days,
            Timer::Confirm => self.confirm_days,
            Timer::FollowUp | Timer::Question => self.follow_up_business_days,
            Timer::DeliveredAfterRecall => self.delivered_after_recall_business_days,
            Timer::Stale => self.stale_unanswered_days,
            Timer::AutoRecall => self.auto_recall_business_days,
            Timer::ConsentExpiry => self.consent_warning_days[0],
        }
    }
}

/// The timers that a manager may set, with the fewest and the most days.
pub const SETTABLE: [(Timer, u32, u32); 9] = [
    (Timer::Triage, 1, 5),
    (Timer::ConsentAnswer, 3, 21),
    (Timer::Acknowledge, 1, 5),
    (Timer::Decision, 3, 20),
    (Timer::FirstContact, 1, 15),
    (Timer::Update, 7, 60),
    (Timer::Confirm, 7, 30),
    (Timer::FollowUp, 1, 10),
    (Timer::AutoRecall, 12, 40),
];

/// Business days from the day a decision is due to the last reminder. Stopping a request comes after.
pub const LAST_RUNG_BUSINESS_DAYS: u32 = 7;

/// A number of days that a manager set, from a day on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    pub kind: Kind,
    pub timer: Timer,
    pub from: Date,
    pub days: u32,
}

/// What a program's managers set, oldest first. What nobody set is the standard.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PolicyBook(pub Vec<Change>);

impl PolicyBook {
    /// The days of a timer that starts on a day: a change holds for what starts afterwards, so an old breach stays one.
    #[must_use]
    pub fn days(&self, kind: Kind, timer: Timer, starts: Date) -> u32 {
        let asked = if timer == Timer::NotSent { Timer::Triage } else { timer };
        let changed = self.0.iter().rev().find(|change| change.kind == kind && change.timer == asked && change.from <= starts);
        changed.map_or_else(|| Policy::standard(kind).days(timer), |change| change.days)
    }
}

/// Why a manager cannot set this many days, in a sentence.
#[must_use]
pub fn trouble(book: &PolicyBook, kind: Kind, timer: Timer, days: u32, today: Date) -> Option<String> {
    let Some((_, least, most)) = SETTABLE.iter().find(|(settable, ..)| *settable == timer) else {
        return Some("This clock cannot be set.".to_owned());
    };
    if !(*least..=*most).contains(&days) {
        return Some(format!("Write {least} to {most} days."));
    }
    let decision = if timer == Timer::Decision { days } else { book.days(kind, Timer::Decision, today) };
    let stop = if timer == Timer::AutoRecall { days } else { book.days(kind, Timer::AutoRecall, today) };
    (stop <= decision + LAST_RUNG_BUSINESS_DAYS).then(|| {
        format!(
            "A request is stopped only after the last reminder, {LAST_RUNG_BUSINESS_DAYS} business days after the answer was due. With {decision} days to answer, it is stopped after {} days or more.",
            decision + LAST_RUNG_BUSINESS_DAYS + 1
        )
    })
}

/// When each reminder goes out for an answer of a partner due on `due`. Stopping the request comes after.
#[must_use]
pub fn ladder(due: Date, calendar: &Calendar) -> [(Date, Rung); 5] {
    [
        (calendar.subtract_business_days(due, 1), Rung::Early),
        (due, Rung::Due),
        (calendar.add_business_days(due, 2), Rung::SecondContact),
        (calendar.add_business_days(due, 4), Rung::AdvisorCalls),
        (calendar.add_business_days(due, LAST_RUNG_BUSINESS_DAYS), Rung::ManagerLooks),
    ]
}

/// The day that is `days` plain days after `from`.
#[must_use]
pub fn days_after(from: Date, days: u32) -> Date {
    from.saturating_add(jiff::SignedDuration::from_hours(24 * i64::from(days)))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn space_and_technology_get_more_time_to_decide() {
        for kind in Kind::ALL {
            let policy = Policy::standard(kind);
            let slow = matches!(kind, Kind::RealEstate | Kind::TechnologyTransfer);
            assert_eq!(policy.acknowledge_business_days, 2);
            assert_eq!(policy.decision_business_days, if slow { 10 } else { 5 });
            assert_eq!(policy.auto_recall_business_days, if slow { 20 } else { 15 });
            assert_eq!(policy.update_days, if slow { 30 } else { 14 });
            assert_eq!(policy.first_contact_business_days, 5);
            assert_eq!(policy.follow_up_business_days, 3);
            assert_eq!(policy.confirm_days, 14);
        }
    }

    #[test]
    fn nobody_is_stopped_before_the_last_reminder() {
        let calendar = Calendar::default();
        for kind in Kind::ALL {
            let policy = Policy::standard(kind);
            let sent = date(2026, 11, 20);
            let due = calendar.add_business_days(sent, policy.decision_business_days);
            let stop = calendar.add_business_days(sent, policy.auto_recall_business_days);
            let rungs = ladder(due, &calendar);
            assert!(rungs.is_sorted());
            assert!(rungs.iter().all(|(on, _)| *on < stop), "{kind:?}");
        }
    }

    #[test]
    fn a_change_holds_for_what_starts_afterwards() {
        let change = |from, days| Change { kind: Kind::Workforce, timer: Timer::Decision, from, days };
        let book = PolicyBook(vec![change(date(2026, 11, 10), 8), change(date(2026, 11, 20), 3)]);
        let days = |on| book.days(Kind::Workforce, Timer::Decision, on);
        assert_eq!([days(date(2026, 11, 9)), days(date(2026, 11, 10)), days(date(2026, 11, 19)), days(date(2026, 11, 20))], [5, 8, 8, 3]);
        assert_eq!(book.days(Kind::RealEstate, Timer::Decision, date(2026, 12, 1)), 10);
    }

    #[test]
    fn days_stay_within_bounds_and_nobody_is_stopped_before_the_last_reminder_by_a_setting() {
        let (book, today) = (PolicyBook::default(), date(2026, 11, 20));
        let trouble = |timer, days| trouble(&book, Kind::Workforce, timer, days, today);
        assert_eq!(trouble(Timer::Decision, 7), None);
        assert!(trouble(Timer::Decision, 8).is_some_and(|words| words.contains("16 days or more")));
        assert!(trouble(Timer::AutoRecall, 12).is_some());
        assert_eq!(trouble(Timer::AutoRecall, 13), None);
        assert!(trouble(Timer::Update, 6).is_some() && trouble(Timer::Update, 61).is_some());
        assert!(trouble(Timer::Stale, 30).is_some());
    }

    #[test]
    fn plain_days_count_weekends() {
        assert_eq!(days_after(date(2026, 12, 24), 14), date(2027, 1, 7));
        assert_eq!(days_after(Date::MAX, 14), Date::MAX);
    }
}
