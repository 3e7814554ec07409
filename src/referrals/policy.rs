//! How long each step may take: the defaults a deployment starts from.

use jiff::civil::Date;

use super::clock::Calendar;
use super::kinds::Kind;
use crate::values::{Limit, Rung};

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
    /// The days of a clock or limit.
    #[must_use]
    pub const fn days(&self, limit: Limit) -> u32 {
        match limit {
            Limit::Triage => self.triage_business_days,
            Limit::ConsentAnswer => self.consent_answer_days,
            Limit::Acknowledge => self.acknowledge_business_days,
            Limit::Decision => self.decision_business_days,
            Limit::FirstContact => self.first_contact_business_days,
            Limit::Update => self.update_days,
            Limit::UpdateAtMost => self.update_at_most_days,
            Limit::HoldReview => self.hold_review_days,
            Limit::Confirm => self.confirm_days,
            Limit::FollowUp => self.follow_up_business_days,
            Limit::DeliveredAfterRecall => self.delivered_after_recall_business_days,
            Limit::StaleUnanswered => self.stale_unanswered_days,
            Limit::StaleAccepted => self.stale_accepted_days,
            Limit::StaleInProgress => self.stale_in_progress_days,
            Limit::AutoRecall => self.auto_recall_business_days,
        }
    }
}

/// What a manager may set, with the fewest and the most days. The warnings before a permission ends are not among it: they were
/// promised to whoever gave it.
pub const SETTABLE: [(Limit, u32, u32); 15] = [
    (Limit::Triage, 1, 5),
    (Limit::ConsentAnswer, 3, 21),
    (Limit::Acknowledge, 1, 5),
    (Limit::Decision, 3, 20),
    (Limit::FirstContact, 1, 15),
    (Limit::Update, 7, 60),
    (Limit::UpdateAtMost, 30, 120),
    (Limit::HoldReview, 14, 120),
    (Limit::Confirm, 7, 30),
    (Limit::FollowUp, 1, 10),
    (Limit::DeliveredAfterRecall, 1, 10),
    (Limit::StaleUnanswered, 10, 90),
    (Limit::StaleAccepted, 14, 90),
    (Limit::StaleInProgress, 14, 120),
    (Limit::AutoRecall, 12, 40),
];

/// True for what is counted in business days.
#[must_use]
pub const fn in_business_days(limit: Limit) -> bool {
    use Limit as L;
    matches!(limit, L::Triage | L::Acknowledge | L::Decision | L::FirstContact | L::FollowUp | L::DeliveredAfterRecall | L::AutoRecall)
}

/// Business days from the day a decision is due to the last reminder. Stopping a request comes after.
pub const LAST_RUNG_BUSINESS_DAYS: u32 = 7;

/// A number of days that a manager set, from a day on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    pub kind: Kind,
    pub limit: Limit,
    pub from: Date,
    pub days: u32,
}

/// What a program's managers set, oldest first. What nobody set is the standard.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PolicyBook(pub Vec<Change>);

impl PolicyBook {
    /// The days of a clock that starts on a day: a change holds for what starts afterwards, so an old breach stays one. Work in
    /// progress is stale after twice the days for news, unless somebody set it.
    #[must_use]
    pub fn days(&self, kind: Kind, limit: Limit, starts: Date) -> u32 {
        let changed = self.0.iter().rev().find(|change| change.kind == kind && change.limit == limit && change.from <= starts);
        match (changed, limit) {
            (Some(change), _) => change.days,
            (None, Limit::StaleInProgress) => 2 * self.days(kind, Limit::Update, starts),
            (None, _) => Policy::standard(kind).days(limit),
        }
    }
}

/// Why a manager cannot set this many days, in a sentence.
#[must_use]
pub fn trouble(book: &PolicyBook, kind: Kind, limit: Limit, days: u32, today: Date) -> Option<String> {
    let bounds = SETTABLE.iter().find(|(settable, ..)| *settable == limit);
    if let Some((_, least, most)) = bounds.filter(|(_, least, most)| !(*least..=*most).contains(&days)) {
        return Some(format!("Write {least} to {most} days."));
    }
    let mut after = book.clone();
    after.0.push(Change { kind, limit, from: today, days });
    let of = |limit| after.days(kind, limit, today);
    let (decision, stop) = (of(Limit::Decision), of(Limit::AutoRecall));
    if stop <= decision + LAST_RUNG_BUSINESS_DAYS {
        return Some(format!(
            "A request is stopped only after the last reminder, {LAST_RUNG_BUSINESS_DAYS} business days after the answer was due. With {decision} days to answer, it is stopped after {} days or more.",
            decision + LAST_RUNG_BUSINESS_DAYS + 1
        ));
    }
    let (news, ahead, silence) = (of(Limit::Update), of(Limit::UpdateAtMost), of(Limit::StaleInProgress));
    if silence <= news {
        return Some(format!(
            "News of the work is due after {news} days. Before that nobody is late, so no news at all is more than {news} days."
        ));
    }
    (ahead < news).then(|| format!("News of the work is due after {news} days anyway. A partner may name a day at least as far ahead."))
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
    use crate::values::Vocabulary;

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
        let change = |from, days| Change { kind: Kind::Workforce, limit: Limit::Decision, from, days };
        let book = PolicyBook(vec![change(date(2026, 11, 10), 8), change(date(2026, 11, 20), 3)]);
        let days = |on| book.days(Kind::Workforce, Limit::Decision, on);
        assert_eq!([days(date(2026, 11, 9)), days(date(2026, 11, 10)), days(date(2026, 11, 19)), days(date(2026, 11, 20))], [5, 8, 8, 3]);
        assert_eq!(book.days(Kind::RealEstate, Limit::Decision, date(2026, 12, 1)), 10);
    }

    #[test]
    fn days_stay_within_bounds_and_nobody_is_stopped_before_the_last_reminder_by_a_setting() {
        let (book, today) = (PolicyBook::default(), date(2026, 11, 20));
        let trouble = |limit, days| trouble(&book, Kind::Workforce, limit, days, today);
        assert_eq!(trouble(Limit::Decision, 7), None);
        assert!(trouble(Limit::Decision, 8).is_some_and(|words| words.contains("16 days or more")));
        assert!(trouble(Limit::AutoRecall, 12).is_some());
        assert_eq!(trouble(Limit::AutoRecall, 13), None);
        assert!(trouble(Limit::Update, 6).is_some() && trouble(Limit::Update, 61).is_some());
        assert!(trouble(Limit::StaleInProgress, 14).is_some_and(|words| words.contains("due after 14 days")));
        assert_eq!(trouble(Limit::StaleInProgress, 15), None);
        assert_eq!(trouble(Limit::Update, 60), None, "no news at all is then twice as long");
        let short = PolicyBook(vec![Change { kind: Kind::Workforce, limit: Limit::UpdateAtMost, from: today, days: 30 }]);
        assert!(super::trouble(&short, Kind::Workforce, Limit::Update, 31, today).is_some_and(|words| words.contains("at least as far")));
    }

    #[test]
    fn every_limit_can_be_set_and_the_standard_is_within_its_bounds() {
        assert!(Limit::ALL.iter().all(|limit| SETTABLE.iter().any(|(settable, ..)| settable == limit)));
        let (book, today) = (PolicyBook::default(), date(2026, 11, 20));
        for kind in Kind::ALL {
            for (limit, least, most) in SETTABLE {
                let days = Policy::standard(kind).days(limit);
                assert!((least..=most).contains(&days), "{kind:?} {limit:?} {days}");
                assert_eq!(book.days(kind, limit, today), days, "{kind:?} {limit:?}");
                assert_eq!(trouble(&book, kind, limit, days, today), None, "{kind:?} {limit:?}");
            }
        }
    }

    #[test]
    fn work_is_stale_after_twice_the_days_for_news_until_somebody_says_otherwise() {
        let change = |limit, days| Change { kind: Kind::Workforce, limit, from: date(2026, 11, 10), days };
        let mut book = PolicyBook(vec![change(Limit::Update, 20)]);
        let stale = |book: &PolicyBook| book.days(Kind::Workforce, Limit::StaleInProgress, date(2026, 11, 20));
        assert_eq!(stale(&book), 40);
        book.0.push(change(Limit::StaleInProgress, 25));
        assert_eq!(stale(&book), 25);
    }

    #[test]
    fn plain_days_count_weekends() {
        assert_eq!(days_after(date(2026, 12, 24), 14), date(2027, 1, 7));
        assert_eq!(days_after(Date::MAX, 14), Date::MAX);
    }
}
