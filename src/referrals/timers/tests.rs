//! The measured vectors, and every clock of the table with what stops and breaks it.

use jiff::civil::date;

use super::super::deed::Happened;
use super::super::lifecycle::{Event as E, Party};
use super::super::policy::Change;
use super::super::replay::replay;
use super::*;
use crate::referrals::course::follow;
use crate::referrals::deed::Sheet;
use crate::referrals::fact::Fact as F;
use crate::values::EventChannel;

fn calendar() -> Calendar {
    let holidays = [date(2026, 11, 26), date(2026, 12, 25), date(2027, 1, 1)];
    Calendar { holidays: holidays.into_iter().collect() }
}

fn zone() -> Zone {
    Zone::parse("America/New_York").expect("a zone")
}

/// Noon in New York.
fn noon(day: Date) -> Instant {
    zone().start_of(Day::new(day)).plus_minutes(12 * 60)
}

/// A log under way: an event, on a day, with its facts.
struct Log(Vec<Happened>);

impl Log {
    fn sent(day: Date) -> Self {
        let mut log = Self(Vec::new());
        log.add(E::Create, Party::Advisor, day, &[]);
        log.add(E::RequestConsent, Party::Advisor, day, &[]);
        log.add(E::GiveConsent, Party::Advisor, day, &[]);
        log.add(E::Send, Party::Advisor, day, &[]);
        log
    }

    fn add(&mut self, event: E, party: Party, day: Date, facts: &[(F, &str)]) -> &mut Self {
        let sheet: Sheet = facts.iter().map(|(fact, value)| (*fact, (*value).to_owned())).collect();
        let line = Happened {
            key: 0,
            seq: 0,
            event,
            from: self.0.last().map(|line| line.to),
            to: Status::Draft,
            sheet,
            told: None,
            party,
            account: None,
            contact: None,
            asserted_name: None,
            source: None,
            channel: EventChannel::System,
            from_file: None,
            partner: None,
            at: noon(day),
        };
        self.0.push(line);
        let entries: Vec<_> = self.0.iter().map(Happened::entry).collect();
        let to = replay(&entries).expect("it can happen").now.status;
        self.0.last_mut().expect("a line").to = to;
        self
    }

    fn asks(&mut self, day: Date) -> &mut Self {
        self.add(E::AskInformation, Party::Partner, day, &[(F::NeededBy, "2026-12-15"), (F::AskedOf, "entrepreneur")])
    }

    fn answers(&mut self, day: Date) -> &mut Self {
        self.add(E::ProvideInformation, Party::Entrepreneur, day, &[])
    }

    fn clocks_with(&self, kind: Kind, book: &PolicyBook, closures: &[Pause], until: Option<Date>) -> Vec<Running> {
        let entries: Vec<_> = self.0.iter().map(Happened::entry).collect();
        let state = replay(&entries).expect("it can happen");
        let (course, zone) = (follow(&self.0), zone());
        let case =
            Case { standing: &state.now, course: &course, kind, origin: Origin::Advisor, permitted_until: until, closures, zone: &zone };
        running(&case, book, &calendar())
    }

    fn clock(&self, timer: Timer) -> Option<Running> {
        self.clocks_with(Kind::Workforce, &PolicyBook::default(), &[], None).into_iter().find(|clock| clock.timer == timer)
    }

    fn due(&self, timer: Timer) -> Option<Due> {
        self.clock(timer).map(|clock| clock.due)
    }
}

const FRIDAY: Date = date(2026, 11, 20);

#[test]
fn the_measured_vectors() {
    let plain = Log::sent(FRIDAY);
    assert_eq!(plain.due(Timer::Acknowledge), Some(Due::On(date(2026, 11, 24))));
    assert_eq!(plain.due(Timer::Decision), Some(Due::On(date(2026, 11, 30))));
    assert_eq!(plain.due(Timer::AutoRecall), Some(Due::On(date(2026, 12, 14))));
    let mut asked = Log::sent(FRIDAY);
    asked.asks(date(2026, 11, 24));
    assert_eq!(asked.due(Timer::Decision), Some(Due::Paused { since: date(2026, 11, 24), business_days_left: 3 }));
    asked.answers(date(2026, 12, 1));
    assert_eq!(asked.due(Timer::Decision), Some(Due::On(date(2026, 12, 4))));
    let mut twice = Log::sent(FRIDAY);
    twice.asks(date(2026, 11, 23)).answers(date(2026, 11, 25)).asks(date(2026, 11, 27)).answers(date(2026, 12, 3));
    assert_eq!(twice.due(Timer::Decision), Some(Due::On(date(2026, 12, 8))));
    assert_eq!(Log::sent(date(2026, 11, 21)).due(Timer::Acknowledge), Some(Due::On(date(2026, 11, 24))));
    let mut late = Log::sent(FRIDAY);
    late.asks(date(2026, 12, 1)).answers(date(2026, 12, 10));
    assert_eq!(late.due(Timer::Decision), Some(Due::On(date(2026, 11, 30))), "a breach that happened before a pause stays a breach");
    assert!(late.clock(Timer::Decision).is_some_and(|clock| clock.is_breached(date(2026, 12, 10))));
}

#[test]
fn every_clock_starts_where_the_table_says() {
    let day = |text: &str| text.parse::<Date>().expect("a day");
    let mut draft = Log(Vec::new());
    draft.add(E::Create, Party::Advisor, FRIDAY, &[]);
    assert!(draft.clocks_with(Kind::Workforce, &PolicyBook::default(), &[], None).is_empty(), "an advisor's own draft has no clock yet");
    draft.add(E::RequestConsent, Party::Advisor, FRIDAY, &[]);
    let asked = draft.clock(Timer::ConsentAnswer).expect("it runs");
    assert_eq!((asked.due, asked.waits_for), (Due::On(day("2026-11-27")), Ball::Entrepreneur));
    assert_eq!(asked.rungs(&calendar())[0], (day("2026-11-23"), Rung::Early));
    draft.add(E::GiveConsent, Party::Advisor, FRIDAY, &[]);
    assert_eq!(draft.clock(Timer::NotSent).map(|clock| (clock.due, clock.waits_for)), Some((Due::On(day("2026-11-24")), Ball::Advisor)));

    let mut log = Log::sent(FRIDAY);
    log.add(E::Acknowledge, Party::Partner, day("2026-11-23"), &[]);
    assert_eq!(log.due(Timer::Acknowledge), None, "acknowledged");
    assert_eq!(log.due(Timer::AutoRecall), None, "never from received");
    log.add(E::Accept, Party::Partner, day("2026-11-24"), &[]);
    assert_eq!(log.due(Timer::FirstContact), Some(Due::On(day("2026-12-02"))), "five business days over a holiday");
    log.add(E::Start, Party::Partner, day("2026-11-30"), &[]);
    assert_eq!(log.due(Timer::Update), Some(Due::On(day("2026-12-14"))));
    assert_eq!(log.due(Timer::Stale), Some(Due::On(day("2026-12-28"))), "twice the update");
    log.add(E::Progress, Party::Partner, day("2026-12-01"), &[(F::NextExpectedOn, "2027-02-25")]);
    assert_eq!(log.due(Timer::Update), Some(Due::On(day("2027-02-25"))), "a board meeting that the partner named");
    assert_eq!(log.due(Timer::Stale), Some(Due::On(day("2027-02-25"))), "what was announced is no silence");
    log.asks(day("2026-12-02"));
    assert_eq!(log.due(Timer::Update), Some(Due::Paused { since: day("2026-12-02"), business_days_left: 0 }));
    assert_eq!(log.due(Timer::Question), Some(Due::On(day("2026-12-15"))));
    log.answers(day("2026-12-03"));
    log.add(E::Hold, Party::Partner, day("2026-12-04"), &[(F::Reason, "waitlist"), (F::ReviewOn, "2027-01-15")]);
    assert_eq!(log.due(Timer::HoldReview), Some(Due::On(day("2027-01-15"))));
    assert_eq!(log.due(Timer::Stale), None, "not while it is on hold");
    log.add(E::Complete, Party::Partner, day("2027-01-18"), &[]);
    let confirm = log.clock(Timer::Confirm).expect("it runs");
    assert_eq!((confirm.due, confirm.rungs(&calendar())[0]), (Due::On(day("2027-02-01")), (day("2027-01-25"), Rung::Early)));

    let mut no = Log::sent(FRIDAY);
    no.add(E::Reject, Party::Partner, day("2026-11-24"), &[]);
    let next = no.clock(Timer::FollowUp).expect("it runs");
    assert_eq!((next.due, next.waits_for), (Due::On(day("2026-11-30")), Ball::Advisor));
    assert_eq!(next.rung(&calendar(), day("2026-12-01")), Some((day("2026-12-01"), Rung::ManagerLooks)));

    let mut recalled = Log::sent(FRIDAY);
    recalled.add(E::Accept, Party::Partner, day("2026-11-23"), &[]).add(E::Start, Party::Partner, day("2026-11-24"), &[]);
    recalled.add(E::Recall, Party::Manager, day("2026-12-01"), &[]);
    assert_eq!(recalled.due(Timer::DeliveredAfterRecall), Some(Due::On(day("2026-12-08"))));
}

#[test]
fn space_and_technology_get_more_time() {
    let log = Log::sent(FRIDAY);
    let due = |timer| {
        let clocks = log.clocks_with(Kind::RealEstate, &PolicyBook::default(), &[], None);
        clocks.into_iter().find(|clock| clock.timer == timer).and_then(|clock| clock.due_on())
    };
    assert_eq!(due(Timer::Decision), Some(date(2026, 12, 7)));
    assert_eq!(due(Timer::AutoRecall), Some(date(2026, 12, 21)));
}

#[test]
fn a_closure_that_was_announced_stops_the_partners_clock_and_mends_no_breach() {
    let log = Log::sent(FRIDAY);
    let due = |from: &str, to: &str, announced: Date| {
        let day = |text| Day::parse(text).expect("a day");
        let shut = closed([(day(from), day(to), noon(announced))].into_iter(), &zone());
        let clocks = log.clocks_with(Kind::Workforce, &PolicyBook::default(), &shut, None);
        clocks.into_iter().find(|clock| clock.timer == Timer::Decision).and_then(|clock| clock.due_on())
    };
    assert_eq!(due("2026-11-23", "2026-11-27", FRIDAY), Some(date(2026, 12, 4)), "the whole week does not count");
    assert_eq!(due("2026-11-24", "2026-11-24", FRIDAY), Some(date(2026, 12, 1)));
    assert_eq!(due("2026-11-23", "2026-12-31", date(2026, 12, 2)), Some(date(2026, 11, 30)), "announced after the day was over");
    assert_eq!(due("2026-11-23", "2026-11-25", date(2026, 11, 24)), Some(date(2026, 12, 1)), "days before it was announced count");
}

#[test]
fn the_ladder_of_a_partner() {
    let clock = Log::sent(FRIDAY).clock(Timer::Decision).expect("it runs");
    let rungs = clock.rungs(&calendar());
    assert_eq!(
        rungs,
        [
            (date(2026, 11, 27), Rung::Early),
            (date(2026, 11, 30), Rung::Due),
            (date(2026, 12, 2), Rung::SecondContact),
            (date(2026, 12, 4), Rung::AdvisorCalls),
            (date(2026, 12, 9), Rung::ManagerLooks),
        ]
    );
    assert_eq!(clock.rung(&calendar(), date(2026, 11, 25)), None);
    assert_eq!(clock.rung(&calendar(), date(2026, 12, 3)), Some((date(2026, 12, 2), Rung::SecondContact)));
    assert!(clock.rungs(&calendar()).iter().all(|(day, _)| calendar().is_business_day(*day)));
}

#[test]
fn warnings_come_30_and_7_days_before_a_permission_ends() {
    let log = Log::sent(FRIDAY);
    let clocks = log.clocks_with(Kind::Workforce, &PolicyBook::default(), &[], Some(date(2027, 3, 1)));
    let expiry = clocks.iter().find(|clock| clock.timer == Timer::ConsentExpiry).expect("it runs");
    assert_eq!(expiry.rungs(&calendar()), [(date(2027, 1, 30), Rung::Early), (date(2027, 2, 22), Rung::Near)]);
}

#[test]
fn a_setting_holds_for_what_was_sent_afterwards() {
    let change = Change { kind: Kind::Workforce, limit: Limit::Decision, from: date(2026, 11, 23), days: 8 };
    let book = PolicyBook(vec![change]);
    let due = |sent| {
        let clocks = Log::sent(sent).clocks_with(Kind::Workforce, &book, &[], None);
        clocks.into_iter().find(|clock| clock.timer == Timer::Decision).and_then(|clock| clock.due_on())
    };
    assert_eq!(due(FRIDAY), Some(date(2026, 11, 30)), "as it was promised");
    assert_eq!(due(date(2026, 11, 23)), Some(date(2026, 12, 4)));
}

#[test]
fn the_day_is_the_day_on_the_wall_when_clocks_change() {
    // 2026-11-01 05:30 UTC and 06:30 UTC are both 1:30 in New York; 04:59 UTC is the evening before.
    let sent_at = |at: &str| {
        let at: jiff::Timestamp = at.parse().expect("an instant");
        let mut log = Log::sent(date(2026, 10, 30));
        log.0.last_mut().expect("a line").at = Instant::from_millis(at.as_millisecond());
        log.due(Timer::Acknowledge)
    };
    assert_eq!(sent_at("2026-10-31T03:59:00Z"), Some(Due::On(date(2026, 11, 3))), "Friday evening");
    assert_eq!(sent_at("2026-11-01T05:30:00Z"), Some(Due::On(date(2026, 11, 3))));
    assert_eq!(sent_at("2026-11-01T06:30:00Z"), Some(Due::On(date(2026, 11, 3))));
    assert_eq!(sent_at("2026-11-02T04:59:00Z"), Some(Due::On(date(2026, 11, 3))), "Sunday, before midnight");
    assert_eq!(sent_at("2026-11-02T05:00:00Z"), Some(Due::On(date(2026, 11, 4))), "Monday");
}

#[test]
fn month_ends_and_leap_days() {
    let due = |sent| Log::sent(sent).due(Timer::Decision);
    assert_eq!(due(date(2028, 2, 25)), Some(Due::On(date(2028, 3, 3))), "a leap day is a Tuesday that counts");
    assert_eq!(due(date(2027, 2, 24)), Some(Due::On(date(2027, 3, 3))));
    assert_eq!(due(date(2026, 12, 31)), Some(Due::On(date(2027, 1, 8))), "over the new year");
    let mut started = Log::sent(date(2028, 1, 28));
    started.add(E::Accept, Party::Partner, date(2028, 1, 31), &[]).add(E::Start, Party::Partner, date(2028, 2, 15), &[]);
    assert_eq!(started.due(Timer::Update), Some(Due::On(date(2028, 2, 29))));
}
