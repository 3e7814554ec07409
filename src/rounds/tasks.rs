//! What a round owes to one referral today. Pure: from its clocks and from what was said already.

use crate::referrals::clock::Calendar;
use crate::referrals::replay::Ball;
use crate::referrals::timers::Running;
use crate::values::{Rung, Timer};
use jiff::civil::Date;

/// Reminders that a partner gets before a request nobody answers is stopped.
pub const REMINDERS_BEFORE_RECALL: i64 = 3;

/// So many days after its day the entrepreneur is asked for nothing any more: after weeks without the program, or a history that was
/// brought in, old questions do not all come at once. What is open still stands on the advisor's pages.
const TOO_LATE_DAYS: i64 = 30;

/// Something that was said, or is to be said: about which clock, how far, about which day, and to the partner or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Word {
    pub timer: Timer,
    pub rung: Rung,
    pub due_on: Date,
    pub to_partner: bool,
}

/// What is to be done today.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tasks {
    /// Lines for the partner's digest.
    pub partner: Vec<Word>,
    /// Notices to the entrepreneur.
    pub client: Vec<Word>,
    /// Notes that somebody of ours has to act: a call, a manager's look.
    pub notes: Vec<Word>,
    /// Nobody answered: the request is stopped.
    pub recall: bool,
}

/// What is to be done about these clocks. `reminders` is how often the partner was reminded since the
/// request was sent, on days before today: who was reminded this morning has the day to answer.
pub fn tasks(clocks: &[Running], said: &[Word], reminders: i64, calendar: &Calendar, today: Date) -> Tasks {
    let mut tasks = Tasks::default();
    for clock in clocks {
        let Some(due_on) = clock.due_on() else { continue };
        let word = |rung, to_partner| Word { timer: clock.timer, rung, due_on, to_partner };
        let reached: Vec<Rung> = clock.rungs(calendar).into_iter().filter(|(day, _)| *day <= today).map(|(_, rung)| rung).collect();
        tasks.notes.extend(reached.iter().filter(|rung| **rung >= Rung::AdvisorCalls).map(|rung| word(*rung, false)));
        // Only the highest is said: who was away for a week is not told the same thing three times.
        let highest = reached.iter().copied().filter(|rung| *rung < Rung::AdvisorCalls).max();
        let is_news = |rung: Rung| {
            !said.iter().any(|known| (known.timer, known.due_on, known.to_partner) == (clock.timer, due_on, true) && known.rung >= rung)
        };
        match (clock.timer, highest) {
            (Timer::Acknowledge, Some(rung)) if is_news(rung) => tasks.partner.push(word(rung, true)),
            (Timer::Decision | Timer::FirstContact | Timer::Update, Some(rung))
                if clock.waits_for != Ball::Entrepreneur && is_news(rung) =>
            {
                tasks.partner.push(word(rung, true));
            }
            (Timer::ConsentExpiry, Some(rung)) => {
                tasks.client.push(word(rung, false));
                if is_news(rung) {
                    tasks.partner.push(word(rung, true));
                }
            }
            (Timer::ConsentAnswer | Timer::Confirm, Some(rung)) => tasks.client.push(word(rung, false)),
            (Timer::Question, Some(rung)) if clock.waits_for == Ball::Entrepreneur => tasks.client.push(word(rung, false)),
            (Timer::AutoRecall, _) if due_on <= today && reminders >= REMINDERS_BEFORE_RECALL => tasks.recall = true,
            // The days are over and the partner was not reminded often enough: one more each day, and then it is stopped.
            (Timer::AutoRecall, _) if due_on <= today => {
                tasks.partner.push(Word { timer: Timer::AutoRecall, rung: Rung::Near, due_on: today, to_partner: true });
            }
            _ => {}
        }
        if clock.timer == Timer::FirstContact && clock.is_breached(today) {
            tasks.client.push(word(Rung::Due, false));
        }
    }
    tasks.client.retain(|word| word.due_on.saturating_add(jiff::Span::new().days(TOO_LATE_DAYS)) >= today);
    let fresh = |words: &mut Vec<Word>| words.retain(|word| !said.contains(word));
    fresh(&mut tasks.partner);
    fresh(&mut tasks.client);
    fresh(&mut tasks.notes);
    tasks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::referrals::clock::Due;
    use jiff::civil::date;

    const SENT: Date = date(2026, 11, 20);

    fn clock(timer: Timer, due: Date) -> Running {
        Running { timer, waits_for: Ball::Partner, since: SENT, due: Due::On(due) }
    }

    /// Goes through the days, does what is owed each day and remembers it.
    fn lived(clocks: &[Running], days: &[Date]) -> Vec<(Date, Tasks)> {
        let (mut said, mut lived) = (Vec::new(), Vec::new());
        let mut reminders = 0;
        for day in days {
            let tasks = tasks(clocks, &said, reminders, &Calendar::default(), *day);
            said.extend(tasks.partner.iter().chain(&tasks.client).chain(&tasks.notes).copied());
            let again = super::tasks(clocks, &said, reminders, &Calendar::default(), *day);
            assert_eq!(
                (again.partner, again.client, again.notes, again.recall),
                (vec![], vec![], vec![], tasks.recall),
                "nothing twice on {day}"
            );
            reminders += i64::from(!tasks.partner.is_empty());
            lived.push((*day, tasks));
        }
        lived
    }

    fn every_day(from: Date, count: i64) -> Vec<Date> {
        (0..count).map(|days| from.saturating_add(jiff::Span::new().days(days))).collect()
    }

    #[test]
    fn a_partner_who_never_answers_climbs_the_ladder_and_is_recalled_after_three_reminders() {
        let clocks = [clock(Timer::Decision, date(2026, 11, 27)), clock(Timer::AutoRecall, date(2026, 12, 11))];
        let lived = lived(&clocks, &every_day(SENT, 22));
        let said: Vec<(Date, Rung)> =
            lived.iter().flat_map(|(day, tasks)| tasks.partner.iter().chain(&tasks.notes).map(|word| (*day, word.rung))).collect();
        assert_eq!(
            said,
            [
                (date(2026, 11, 26), Rung::Early),
                (date(2026, 11, 27), Rung::Due),
                (date(2026, 12, 1), Rung::SecondContact),
                (date(2026, 12, 3), Rung::AdvisorCalls),
                (date(2026, 12, 8), Rung::ManagerLooks),
            ]
        );
        assert_eq!(lived.iter().find(|(_, tasks)| tasks.recall).map(|(day, _)| *day), Some(date(2026, 12, 11)));
    }

    #[test]
    fn after_a_week_without_power_only_the_highest_rung_is_said_and_nobody_is_recalled_unwarned() {
        let clocks = [clock(Timer::Decision, date(2026, 11, 27)), clock(Timer::AutoRecall, date(2026, 12, 11))];
        let lived = lived(&clocks, &every_day(date(2026, 12, 14), 5));
        let said: Vec<(Date, Timer, Rung)> =
            lived.iter().flat_map(|(day, tasks)| tasks.partner.iter().map(|word| (*day, word.timer, word.rung))).collect();
        assert_eq!(
            said,
            [
                (date(2026, 12, 14), Timer::Decision, Rung::SecondContact),
                (date(2026, 12, 14), Timer::AutoRecall, Rung::Near),
                (date(2026, 12, 15), Timer::AutoRecall, Rung::Near),
                (date(2026, 12, 16), Timer::AutoRecall, Rung::Near),
            ]
        );
        let recalled: Vec<Date> = lived.iter().filter(|(_, tasks)| tasks.recall).map(|(day, _)| *day).collect();
        assert_eq!(recalled.first(), Some(&date(2026, 12, 17)));
    }

    #[test]
    fn a_clock_that_stands_still_owes_nothing() {
        let still = Running { due: Due::Paused { since: SENT, business_days_left: 3 }, ..clock(Timer::Decision, SENT) };
        assert_eq!(tasks(&[still], &[], 0, &Calendar::default(), date(2027, 6, 1)), Tasks::default());
    }

    #[test]
    fn the_entrepreneur_is_asked_whether_anyone_called_the_day_after_the_promise() {
        let clocks = [clock(Timer::FirstContact, date(2026, 11, 27))];
        let lived = lived(&clocks, &every_day(date(2026, 11, 27), 14));
        let asked: Vec<Date> = lived.iter().filter(|(_, tasks)| !tasks.client.is_empty()).map(|(day, _)| *day).collect();
        assert_eq!(asked, [date(2026, 11, 28)]);
    }

    #[test]
    fn an_old_question_is_not_put_again_after_months_without_the_program() {
        let clock = clock(Timer::Confirm, date(2026, 8, 18));
        let clocks = [Running { waits_for: Ball::Entrepreneur, since: date(2026, 8, 4), ..clock }];
        let on = |today| tasks(&clocks, &[], 0, &Calendar::default(), today).client.len();
        assert_eq!((on(date(2026, 8, 18)), on(date(2026, 9, 17)), on(date(2026, 9, 18))), (1, 1, 0));
    }

    #[test]
    fn a_moved_clock_begins_its_ladder_anew() {
        let said = [Word { timer: Timer::Decision, rung: Rung::SecondContact, due_on: date(2026, 11, 27), to_partner: true }];
        let moved = [clock(Timer::Decision, date(2026, 12, 4))];
        let tasks = tasks(&moved, &said, 1, &Calendar::default(), date(2026, 12, 3));
        assert_eq!(tasks.partner.first().map(|word| word.rung), Some(Rung::Early));
    }
}
