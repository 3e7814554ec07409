//! Every clock of a referral, by one function: what runs, for whom it waits, since when, when it is due or how it is paused, and which
//! rung of reminding it has reached. Pure: from the log, the program's days and the calendar. All three sides are shown the same.

use jiff::civil::Date;

use super::clock::{Calendar, Due, Pause, decision_due};
use super::course::Course;
use super::kinds::Kind;
use super::lifecycle::Status;
use super::policy::{Policy, PolicyBook, days_after, ladder};
use super::replay::{Ball, Consent, Standing, waiting_on};
use crate::i18n::{Args, Language};
use crate::values::{Day, Instant, Limit, Origin, Rung, Timer, Zone};

/// What the clocks of one referral depend on.
#[derive(Clone, Copy, Debug)]
pub struct Case<'a> {
    pub standing: &'a Standing,
    pub course: &'a Course,
    pub kind: Kind,
    pub origin: Origin,
    /// The last day of the permission to share, while it lasts.
    pub permitted_until: Option<Date>,
    /// Days on which the partner announced not to work, as pauses: see [`closed`].
    pub closures: &'a [Pause],
    pub zone: &'a Zone,
}

/// A clock that runs, or stands still.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Running {
    pub timer: Timer,
    pub waits_for: Ball,
    /// The day it started.
    pub since: Date,
    pub due: Due,
}

impl Running {
    /// The day by which somebody has to move, unless the clock stands still.
    #[must_use]
    pub const fn due_on(&self) -> Option<Date> {
        match self.due {
            Due::On(day) => Some(day),
            Due::Paused { .. } => None,
        }
    }

    /// The day is over.
    #[must_use]
    pub fn is_breached(&self, today: Date) -> bool {
        self.due_on().is_some_and(|due| due < today)
    }

    /// Every rung of reminding with its day. None while the clock stands still.
    #[must_use]
    pub fn rungs(&self, calendar: &Calendar) -> Vec<(Date, Rung)> {
        let Some(due) = self.due_on() else { return Vec::new() };
        let on = |day| calendar.on_or_after(day);
        let half = || days_after(self.since, (u32::try_from((due - self.since).get_days()).unwrap_or(0)) / 2);
        match self.timer {
            Timer::Decision | Timer::FirstContact | Timer::Update => ladder(due, calendar).to_vec(),
            // Two days of grace before anybody is reminded that an acknowledgment is missing.
            Timer::Acknowledge => vec![(calendar.add_business_days(due, 2), Rung::Due)],
            Timer::Question if self.waits_for == Ball::Advisor => our_own(due, calendar),
            Timer::Question => {
                vec![(calendar.subtract_business_days(due, 1), Rung::Early), (calendar.add_business_days(due, 1), Rung::AdvisorCalls)]
            }
            Timer::ConsentAnswer => {
                vec![(on(days_after(self.since, 3)), Rung::Early), (calendar.add_business_days(due, 1), Rung::AdvisorCalls)]
            }
            Timer::Triage | Timer::FollowUp => vec![(due, Rung::Due), (calendar.add_business_days(due, 1), Rung::ManagerLooks)],
            Timer::NotSent => our_own(due, calendar),
            Timer::HoldReview => vec![(due, Rung::AdvisorCalls), (calendar.add_business_days(due, 7), Rung::ManagerLooks)],
            Timer::Confirm => vec![(on(half()), Rung::Early)],
            Timer::Stale => vec![(due, Rung::ManagerLooks)],
            Timer::ConsentExpiry => {
                let [first, second] = Policy::standard(Kind::Workforce).consent_warning_days;
                vec![(days_before(due, first), Rung::Early), (days_before(due, second), Rung::Near)]
            }
            Timer::AutoRecall | Timer::DeliveredAfterRecall => Vec::new(),
        }
    }

    /// The highest rung that is reached, and since when.
    #[must_use]
    pub fn rung(&self, calendar: &Calendar, today: Date) -> Option<(Date, Rung)> {
        self.rungs(calendar).into_iter().filter(|(day, _)| *day <= today).max_by_key(|(_, rung)| *rung)
    }
}

/// Our own lateness climbs the same ladder, with nobody to write to: the day, then the manager.
fn our_own(due: Date, calendar: &Calendar) -> Vec<(Date, Rung)> {
    vec![(due, Rung::Due), (calendar.add_business_days(due, 7), Rung::ManagerLooks)]
}

fn days_before(day: Date, days: u32) -> Date {
    day.saturating_sub(jiff::SignedDuration::from_hours(24 * i64::from(days)))
}

/// Days on which a partner does not work, as pauses. A closure counts from the day it was announced on: what was late before stays late.
#[must_use]
pub fn closed(closures: impl Iterator<Item = (Day, Day, Instant)>, zone: &Zone) -> Vec<Pause> {
    let pause = |(from, to, announced): (Day, Day, Instant)| {
        let from = from.plus_days(-1).max(zone.day(announced)).date();
        (from < to.date()).then_some(Pause { from, to: Some(to.date()) })
    };
    closures.filter_map(pause).collect()
}

/// Every clock that runs now.
#[must_use]
pub fn running(case: &Case<'_>, book: &PolicyBook, calendar: &Calendar) -> Vec<Running> {
    let clock = Clockwork { case, book, calendar };
    let now = case.standing;
    if now.is_from_file {
        // It happened elsewhere, long ago or not: no clock of ours runs before somebody here does something.
        return Vec::new();
    }
    let mut all = match now.status {
        Status::Draft => clock.draft(),
        Status::Requested => vec![
            clock.partner(Timer::Acknowledge, Limit::Acknowledge),
            clock.partner(Timer::Decision, Limit::Decision),
            clock.partner(Timer::AutoRecall, Limit::AutoRecall),
        ],
        Status::Received => vec![clock.partner(Timer::Decision, Limit::Decision)],
        Status::Accepted => vec![clock.first_contact()],
        Status::InProgress => vec![clock.update()],
        Status::OnHold => vec![clock.hold_review()],
        Status::Completed => vec![clock.after_completion()],
        Status::Rejected | Status::Failed | Status::Cancelled => {
            vec![clock.follow_up(case.course.ended_at), clock.delivered_after_recall()]
        }
        Status::EnteredInError => Vec::new(),
    };
    if !now.status.is_end() && now.question.is_some() {
        all.insert(0, clock.question());
    }
    if !now.status.is_end() && now.status != Status::Draft {
        all.extend([clock.stale(), clock.consent_expiry()]);
    }
    if now.was_sent_elsewhere {
        // The partner was never asked from here, and is not reminded from here.
        let is_of_partner = |timer| {
            use Timer as T;
            matches!(timer, T::Acknowledge | T::Decision | T::AutoRecall | T::FirstContact | T::Update | T::DeliveredAfterRecall)
        };
        all.retain(|clock| clock.as_ref().is_none_or(|clock| !is_of_partner(clock.timer)));
    }
    all.into_iter().flatten().collect()
}

/// The clock that is shown: the one the status stands for. An open question comes first.
#[must_use]
pub fn shown(running: &[Running]) -> Option<&Running> {
    let is_own = |timer| {
        !matches!(timer, Timer::Acknowledge | Timer::AutoRecall | Timer::Stale | Timer::ConsentExpiry | Timer::DeliveredAfterRecall)
    };
    running.iter().find(|clock| is_own(clock.timer))
}

/// How a clock stands, in the words that all three sides read.
#[must_use]
pub fn in_words(clock: &Running, today: Date) -> String {
    let day = |day| super::words::day_in_words(day, Some(today.year()));
    match clock.due {
        Due::Paused { since, business_days_left } => still_since(since, business_days_left, today, Language::english()),
        Due::On(due) if due < today => format!("It was due {}.", day(due)),
        Due::On(due) if due == today => "It is due today.".to_owned(),
        Due::On(due) => format!("It is due {}.", day(due)),
    }
}

/// What all three sides read while the partner's clock stands still: since when, or that nothing runs while it is on hold.
#[must_use]
pub fn standing_still(running: &[Running], today: Date, language: Language) -> Option<String> {
    if running.iter().any(|clock| clock.timer == Timer::HoldReview) {
        return Some(language.sentence(&language.word("still-on-hold")));
    }
    match paused(running)?.due {
        Due::Paused { since, business_days_left } => Some(still_since(since, business_days_left, today, language)),
        Due::On(_) => None,
    }
}

fn still_since(since: Date, left: u32, today: Date, language: Language) -> String {
    let day = language.day(since, Some(today.year()));
    language.sentence(&language.say("still-since", Args::default().with("day", day).count("left", left)))
}

/// The partner's own clock while it stands still: what the other sides are told besides.
#[must_use]
pub fn paused(running: &[Running]) -> Option<&Running> {
    running.iter().find(|clock| {
        matches!(clock.timer, Timer::Decision | Timer::FirstContact | Timer::Update) && matches!(clock.due, Due::Paused { .. })
    })
}

struct Clockwork<'a> {
    case: &'a Case<'a>,
    book: &'a PolicyBook,
    calendar: &'a Calendar,
}

impl Clockwork<'_> {
    fn date(&self, at: Instant) -> Date {
        self.case.zone.day(at).date()
    }

    fn days(&self, limit: Limit, starts: Date) -> u32 {
        self.book.days(self.case.kind, limit, starts)
    }

    fn ball(&self) -> Ball {
        waiting_on(self.case.standing, false)
    }

    fn business(&self, (timer, limit): (Timer, Limit), waits_for: Ball, at: Option<Instant>) -> Option<Running> {
        let since = self.date(at?);
        let due = self.calendar.add_business_days(since, self.days(limit, since));
        Some(Running { timer, waits_for, since, due: Due::On(due) })
    }

    fn plain(&self, (timer, limit): (Timer, Limit), waits_for: Ball, at: Option<Instant>) -> Option<Running> {
        let since = self.date(at?);
        Some(Running { timer, waits_for, since, due: Due::On(days_after(since, self.days(limit, since))) })
    }

    fn on(&self, timer: Timer, at: Option<Instant>, day: Option<Day>) -> Option<Running> {
        Some(Running { timer, waits_for: self.ball(), since: self.date(at?), due: Due::On(day?.date()) })
    }

    /// While somebody else has the ball, and while the partner is closed.
    fn pauses(&self) -> Vec<Pause> {
        let asked = self.case.course.pauses.iter().map(|(from, to)| Pause { from: self.date(*from), to: to.map(|to| self.date(to)) });
        asked.chain(self.case.closures.iter().copied()).collect()
    }

    /// A clock of the partner's that starts when the request was sent, and stands still while it is not the partner's turn.
    fn partner(&self, timer: Timer, limit: Limit) -> Option<Running> {
        let since = self.date(self.case.course.sent_at?);
        let due = decision_due(since, self.days(limit, since), &self.pauses(), self.calendar);
        Some(Running { timer, waits_for: Ball::Partner, since, due })
    }

    fn question(&self) -> Option<Running> {
        let course = self.case.course;
        self.on(Timer::Question, course.pauses.last().map(|(from, _)| *from), course.needed_by)
    }

    fn draft(&self) -> Vec<Option<Running>> {
        let (now, course) = (self.case.standing, self.case.course);
        match now.consent {
            Consent::Asked => vec![self.plain((Timer::ConsentAnswer, Limit::ConsentAnswer), Ball::Entrepreneur, course.consent_asked_at)],
            Consent::Given => vec![self.business((Timer::NotSent, Limit::Triage), Ball::Advisor, course.agreed_at)],
            Consent::NotAsked if self.case.origin == Origin::Advisor => Vec::new(),
            Consent::NotAsked => vec![self.business((Timer::Triage, Limit::Triage), Ball::Advisor, course.asked_at)],
        }
    }

    fn first_contact(&self) -> Option<Running> {
        let course = self.case.course;
        let since = self.date(course.decided_at?);
        if let Some(promised) = course.first_contact_on {
            return Some(Running { timer: Timer::FirstContact, waits_for: self.ball(), since, due: Due::On(promised.date()) });
        }
        let due = decision_due(since, self.days(Limit::FirstContact, since), &self.pauses(), self.calendar);
        Some(Running { timer: Timer::FirstContact, waits_for: self.ball(), since, due })
    }

    /// The day the partner named, which may be far: a board meeting, a tenant's notice. Else a while after its last word, or after the
    /// answer it waited for.
    fn update(&self) -> Option<Running> {
        let course = self.case.course;
        let named = course.next_expected_on;
        let news = course.last_news_at.max(course.pauses.iter().filter_map(|(_, to)| *to).max());
        if self.case.standing.question.is_some() {
            let since = self.date(course.last_news_at?);
            let paused = course.pauses.last().map_or(since, |(from, _)| self.date(*from));
            return Some(Running {
                timer: Timer::Update,
                waits_for: Ball::Partner,
                since,
                due: Due::Paused { since: paused, business_days_left: 0 },
            });
        }
        match named {
            Some(_) => self.on(Timer::Update, course.last_news_at, named),
            None => self.plain((Timer::Update, Limit::Update), self.ball(), news),
        }
    }

    fn hold_review(&self) -> Option<Running> {
        let course = self.case.course;
        match course.review_on {
            Some(_) => self.on(Timer::HoldReview, course.last_news_at, course.review_on),
            None => {
                let since = self.date(course.last_news_at?);
                let days = self.days(Limit::ConsentAnswer, since);
                Some(Running { timer: Timer::HoldReview, waits_for: self.ball(), since, due: Due::On(days_after(since, days)) })
            }
        }
    }

    fn after_completion(&self) -> Option<Running> {
        let now = self.case.standing;
        match now.answer {
            None => self.plain((Timer::Confirm, Limit::Confirm), Ball::Entrepreneur, self.case.course.ended_at),
            Some(answer) if answer.is_good() => None,
            Some(_) => self.follow_up(self.case.course.answered_at),
        }
    }

    fn follow_up(&self, at: Option<Instant>) -> Option<Running> {
        let now = self.case.standing;
        let is_settled = now.next_step.is_some() || now.wants_nothing_more;
        if is_settled { None } else { self.business((Timer::FollowUp, Limit::FollowUp), Ball::Advisor, at) }
    }

    /// Closes without a word when its days are over.
    fn delivered_after_recall(&self) -> Option<Running> {
        self.business((Timer::DeliveredAfterRecall, Limit::DeliveredAfterRecall), Ball::Partner, self.case.course.recalled_from_work_at)
    }

    fn stale(&self) -> Option<Running> {
        let since = self.date(self.case.course.last_event_at?);
        let limit = match self.case.standing.status {
            Status::Requested | Status::Received => Limit::StaleUnanswered,
            Status::Accepted => Limit::StaleAccepted,
            Status::InProgress => Limit::StaleInProgress,
            _ => return None,
        };
        let days = self.days(limit, since);
        // What the partner announced is no silence: its own next date comes first.
        let named = self.case.course.next_expected_on.map(Day::date);
        let due = named.map_or(days_after(since, days), |named| named.max(days_after(since, days)));
        Some(Running { timer: Timer::Stale, waits_for: self.ball(), since, due: Due::On(due) })
    }

    fn consent_expiry(&self) -> Option<Running> {
        let since = self.date(self.case.course.agreed_at.or(self.case.course.sent_at)?);
        Some(Running { timer: Timer::ConsentExpiry, waits_for: Ball::Entrepreneur, since, due: Due::On(self.case.permitted_until?) })
    }
}

#[cfg(test)]
mod tests;
