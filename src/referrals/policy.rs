//! How long each step may take: the defaults a deployment starts from.

use jiff::civil::Date;

use super::clock::Calendar;
use super::kinds::Kind;

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

/// The steps of reminding a partner, from a line in the digest to a manager's list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rung {
    Digest,
    Due,
    SecondContact,
    AdvisorCalls,
    ManagerLooks,
}

/// When each reminder goes out for an answer due on `due`. Stopping the request comes after.
#[must_use]
pub fn ladder(due: Date, calendar: &Calendar) -> [(Date, Rung); 5] {
    [
        (calendar.subtract_business_days(due, 1), Rung::Digest),
        (due, Rung::Due),
        (calendar.add_business_days(due, 2), Rung::SecondContact),
        (calendar.add_business_days(due, 4), Rung::AdvisorCalls),
        (calendar.add_business_days(due, 7), Rung::ManagerLooks),
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
    fn plain_days_count_weekends() {
        assert_eq!(days_after(date(2026, 12, 24), 14), date(2027, 1, 7));
        assert_eq!(days_after(Date::MAX, 14), Date::MAX);
    }
}
