//! Random logs against the published table.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;

const PARTIES: [Party; 6] = [Party::Advisor, Party::Manager, Party::Partner, Party::Entrepreneur, Party::System, Party::AdvisorOnBehalf];

/// From an event code and a status code to a status code, as published.
fn published() -> BTreeSet<(String, String, String)> {
    let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/referral-transitions.csv"));
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let mut pairs = BTreeSet::new();
    for row in reader.records() {
        let row = row.unwrap();
        for from in row[1].split('|') {
            let to = if row[3].starts_with('(') && &row[3] != "(previous)" { from } else { &row[3] };
            pairs.insert((row[2].to_owned(), from.to_owned(), to.to_owned()));
        }
    }
    pairs
}

fn any_entry() -> impl Strategy<Value = Entry> {
    let codes = prop::option::of(prop::sample::select(vec!["tours", "waitlist", "other"]));
    (0..Event::ALL.len(), 0..PARTIES.len(), codes, any::<bool>()).prop_map(|(event, party, code, flag)| Entry {
        stage: code.map(str::to_owned),
        reason: code.map(str::to_owned),
        next_step: flag.then(|| "other_help_given".to_owned()),
        asked_of: flag.then_some(Ball::Advisor),
        wants_nothing_more: flag,
        ..Entry::new(Event::ALL[event], PARTIES[party])
    })
}

proptest! {
    /// Random deeds in random order, half of them ones that are open; those refused leave no trace.
    #[test]
    fn whatever_people_try_the_log_stays_legal_and_replays(
        tries in prop::collection::vec((any_entry(), any::<prop::sample::Index>(), 0..8), 0..120),
    ) {
        let legal = published();
        let mut log = vec![Entry::new(Event::Create, Party::Advisor)];
        let mut state = State::begin(&log[0]).unwrap();
        for (mut entry, pick, luck) in tries {
            let goes_on = |event: &Event, party| {
                luck == 0 || !matches!(state.now.status.after(*event, party), Ok(Next::To(to)) if to.is_end())
            };
            let open: Vec<_> = PARTIES
                .into_iter()
                .flat_map(|party| state.open_to(party).map(move |event| (event, party)))
                .filter(|(event, party)| goes_on(event, *party))
                .collect();
            if luck < 4 && !open.is_empty() {
                (entry.event, entry.party) = *pick.get(&open);
            }
            let Ok(after) = state.apply(&entry) else {
                prop_assert!(!state.open_to(entry.party).any(|event| event == entry.event));
                continue;
            };
            prop_assert!(state.open_to(entry.party).any(|event| event == entry.event));
            let pair = |to: &str| (entry.event.code().to_owned(), state.now.status.code().to_owned(), to.to_owned());
            let to = if entry.event == Event::UndoLast { "(previous)" } else { after.now.status.code() };
            prop_assert!(legal.contains(&pair(to)), "{:?} from {:?}", entry.event, state.now.status);
            if entry.event == Event::UndoLast {
                prop_assert_eq!(Some(&after.now), state.before.as_ref());
            }
            log.push(entry);
            state = after;
            prop_assert_eq!(&replay(&log).unwrap(), &state);
            if !state.now.status.is_end() {
                prop_assert!(state.open_to(Party::Entrepreneur).any(|event| matches!(
                    state.now.status.after(event, Party::Entrepreneur), Ok(Next::To(to)) if to.is_end())));
                prop_assert!(waiting_on(&state.now, true) != Ball::Nobody, "an open referral is someone's");
                prop_assert!([Party::Advisor, Party::Manager].into_iter().any(|party| state.open_to(party).any(|event| matches!(
                    state.now.status.after(event, party), Ok(Next::To(to)) if to.is_end()))), "no open status depends on the partner alone");
            }
        }
    }
}

#[test]
fn every_status_is_reached() {
    let first = State::begin(&Entry::new(Event::Create, Party::Advisor)).unwrap();
    let mut seen = BTreeSet::new();
    let mut todo = vec![(first, 0)];
    while let Some((state, depth)) = todo.pop() {
        seen.insert(state.now.status);
        for party in PARTIES.into_iter().filter(|_| depth < 7) {
            let events: Vec<_> = state.open_to(party).filter(|e| *e != Event::UndoLast).collect();
            for event in events {
                let after = state.apply(&Entry::new(event, party)).unwrap();
                if after.now != state.now && !after.now.status.is_end() {
                    todo.push((after, depth + 1));
                } else {
                    seen.insert(after.now.status);
                }
            }
        }
    }
    assert_eq!(seen.into_iter().collect::<Vec<_>>(), Status::ALL);
}
