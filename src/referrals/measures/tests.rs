//! What holds for any logs at all. That each figure is right is shown on 60 referrals worked out by hand (tests/referral-measures).

use super::log::{Line, Notice};
use super::*;
use crate::referrals::lifecycle::{Event, Party};
use crate::referrals::replay::{Answer, Entry, Met, State};
use crate::values::{Instant, Origin};
use proptest::prelude::*;

const PARTIES: [Party; 6] = [Party::Advisor, Party::Manager, Party::Partner, Party::Entrepreneur, Party::System, Party::AdvisorOnBehalf];
const HOUR: i64 = 3_600_000;

/// One deed to try: which of those open, hours later, what was said, and when it was told.
type Try = (prop::sample::Index, i64, u8, Option<i64>);

fn line(seq: i64, at: Instant, entry: Entry, luck: u8) -> Line {
    let outcome = ["fully_met", "partly_met", "information_only", "delivered_result_pending"][usize::from(luck % 4)];
    let answer = Answer { met: [Met::Yes, Met::Partly, Met::No][usize::from(luck % 3)], happened_as_reported: !luck.is_multiple_of(5) };
    let reason = ["other", "duplicate", "privacy_concern", "not_selected", "no_capacity_now"][usize::from(luck % 5)];
    Line {
        seq,
        at,
        entry: Entry { answer: Some(answer), reason: Some(reason.to_owned()), wants_nothing_more: luck.is_multiple_of(7), ..entry },
        group: ["capacity", ""][usize::from(luck % 2)].to_owned(),
        unmet: luck.is_multiple_of(2),
        contacted_on: None,
        outcome: Some(outcome.to_owned()),
        told_on: None,
        rating: Some(1 + luck % 5),
        brought: Vec::new(),
    }
}

/// A referral in which people did whatever was open to them.
fn lived(number: i64, tries: &[Try]) -> Log {
    let start = Instant::from_millis(1_767_600_000_000);
    let first = line(1, start, Entry::new(Event::Create, Party::Advisor), 0);
    let mut state = State::begin(&first.entry).unwrap();
    let (mut lines, mut notices) = (vec![first], Vec::new());
    let mut at = start;
    for (pick, hours, luck, told) in tries {
        let open: Vec<_> = PARTIES
            .into_iter()
            .flat_map(|party| state.open_to(party).map(move |event| (event, party)))
            .filter(|(event, _)| *luck > 40 || !matches!(event, Event::MarkError | Event::Discard | Event::RefuseConsent))
            .collect();
        if open.is_empty() {
            break;
        }
        at = at.plus_millis(hours * HOUR);
        let (event, party) = *pick.get(&open);
        let seq = i64::try_from(lines.len()).unwrap() + 1;
        let line = line(seq, at, Entry::new(event, party), *luck);
        state = state.apply(&line.entry).unwrap();
        lines.push(line);
        if let Some(hours) = told {
            notices.push(Notice { seq, delivered_at: (*hours < 90).then(|| at.plus_millis(hours * HOUR)) });
        }
    }
    Log {
        number,
        kind: Kind::ALL[usize::try_from(number).unwrap() % 5],
        partner: format!("Partner {}", number % 3),
        place: format!("Place {}", number % 2),
        zones: if number % 3 == 0 { Vec::new() } else { vec![format!("Zone {}", number % 3)] },
        business: number % 4,
        person: Some((number % 4, "en".to_owned())),
        origin: if number.checked_rem(3) == Some(0) { Origin::SelfRequest } else { Origin::Advisor },
        replaces: (number > 2).then_some(number - 2),
        lines,
        notices,
        closed: Vec::new(),
        resources: Vec::new(),
    }
}

fn any_logs() -> impl Strategy<Value = Vec<Log>> {
    let one = (any::<prop::sample::Index>(), 0_i64..400, 0_u8..60, prop::option::of(0_i64..120));
    prop::collection::vec(prop::collection::vec(one, 3..25), 1..12).prop_map(|all| {
        let number = |at: usize| i64::try_from(at).unwrap() + 1;
        all.iter().enumerate().map(|(at, tries)| lived(number(at), tries)).collect()
    })
}

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn whole() -> Scope {
    Scope { first: day("2025-01-01"), last: day("2030-01-01"), kind: None, partner: None, place: None, zone: None }
}

fn shares(measures: &Measures) -> Vec<&Share> {
    let Measures { answers, work, voice, ends, standing, .. } = measures;
    vec![
        &answers.acknowledged_in_time,
        &answers.accepted_of_decided,
        &answers.accepted_of_sent,
        &answers.no_response,
        &work.completion,
        &work.known_outcome,
        &voice.met_reported,
        &voice.met_confirmed,
        &voice.disagreement,
        &voice.rated,
        &ends.loop_closed,
        &ends.re_referred,
        &ends.unmet,
        &ends.withdrawn,
        &ends.for_privacy,
        &ends.followed_up,
        &standing.triaged,
    ]
}

proptest! {
    #[test]
    fn the_funnel_never_widens_and_no_share_is_more_than_its_whole(logs in any_logs(), late in 0_i64..500) {
        let (zone, calendar) = (Zone::parse("America/New_York").unwrap(), Calendar::default());
        let policy = PolicyBook::default();
        let book = Book::open(&logs, &zone, &calendar, &policy, day("2026-06-01").plus_days(late)).unwrap();
        let measures = book.measure(&whole());
        let steps = measures.funnel.steps();
        prop_assert_eq!(steps[0].1, measures.sent.as_slice());
        for pair in steps.windows(2) {
            prop_assert!(pair[1].1.iter().all(|number| pair[0].1.contains(number)), "{:?}", pair);
        }
        for share in shares(&measures) {
            prop_assert!(share.counted.iter().all(|number| share.of.contains(number)));
            prop_assert!(!share.of.iter().any(|number| share.early.contains(number)));
        }
        let said: usize = measures.voice.words.values().map(Vec::len).sum();
        prop_assert_eq!(said, measures.sent.len(), "everybody is in one slice");
        let noes: usize = measures.answers.declined.values().map(Vec::len).sum();
        prop_assert_eq!(noes + measures.answers.accepted_of_decided.counted.len(), steps[1].1.len());
        prop_assert!(measures.left_out.iter().all(|number| !measures.sent.contains(number)));
    }

    #[test]
    fn the_cuts_add_up_to_the_whole(logs in any_logs()) {
        let (zone, calendar) = (Zone::parse("America/New_York").unwrap(), Calendar::default());
        let policy = PolicyBook::default();
        let book = Book::open(&logs, &zone, &calendar, &policy, day("2026-12-01")).unwrap();
        let all = book.measure(&whole());
        let cuts = [
            Kind::ALL.into_iter().map(|kind| Scope { kind: Some(kind), ..whole() }).collect::<Vec<_>>(),
            (0..3).map(|at| Scope { partner: Some(format!("Partner {at}")), ..whole() }).collect(),
            (0..2).map(|at| Scope { place: Some(format!("Place {at}")), ..whole() }).collect(),
            ["", "Zone 1", "Zone 2"].map(|name| Scope { zone: Some(name.to_owned()), ..whole() }).into(),
        ];
        for cut in cuts {
            let parts: Vec<Measures> = cut.iter().map(|scope| book.measure(scope)).collect();
            for (place, share) in shares(&all).into_iter().enumerate() {
                let sum: usize = parts.iter().map(|part| shares(part)[place].of.len()).sum();
                prop_assert_eq!(sum, share.of.len());
            }
        }
    }
}

#[test]
fn nothing_measured_is_nothing_and_no_figure() {
    let (zone, calendar) = (Zone::parse("America/New_York").unwrap(), Calendar::default());
    let measures = Book::open(&[], &zone, &calendar, &PolicyBook::default(), day("2026-12-01")).unwrap().measure(&whole());
    assert_eq!(measures, Measures::default());
    assert!(rows::rows(&measures).iter().all(|row| row.value.is_empty() || row.value == "0"));
}

#[test]
fn what_results_bring_counts_once_as_said_last_and_not_when_undone_or_written_down() {
    use super::brought::Brought;
    use super::log::{Resource, What};
    let space = |delivered| Resource { what: What::Space, applied: None, awarded: None, delivered: Some(delivered) };
    let steps = [
        (Event::Create, Party::Advisor, None),
        (Event::RequestConsent, Party::Advisor, None),
        (Event::GiveConsent, Party::Advisor, None),
        (Event::Send, Party::Advisor, None),
        (Event::Accept, Party::Partner, None),
        (Event::Start, Party::Partner, Some(2_000)),
        (Event::Complete, Party::Partner, Some(9_999)),
        (Event::UndoLast, Party::Partner, None),
        (Event::Complete, Party::Partner, Some(3_000)),
    ];
    let mut log = lived(1, &[]);
    log.lines = steps
        .iter()
        .zip(1..)
        .map(|((event, party, amount), seq)| {
            let at = Instant::from_millis(1_767_600_000_000 + seq * HOUR);
            let brought = amount.iter().map(|amount| Brought { field: "signed_sq_ft", resource: space(*amount) }).collect();
            Line { brought, ..line(seq, at, Entry::new(*event, *party), 2) }
        })
        .collect();
    let (zone, calendar) = (Zone::parse("America/New_York").unwrap(), Calendar::default());
    let sum = |log: Log| {
        let logs = [log];
        let measures = Book::open(&logs, &zone, &calendar, &PolicyBook::default(), day("2026-12-01")).unwrap().measure(&whole());
        measures.work.resources.get(&What::Space).and_then(|sums| sums.delivered)
    };
    assert_eq!(sum(log.clone()), Some(3_000));
    log.resources.push(space(2_900));
    assert_eq!(sum(log), Some(2_900), "what is written down by itself says it better");
}
