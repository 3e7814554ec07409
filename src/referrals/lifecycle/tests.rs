//! The table against its published copy, and what must hold in it.

use std::collections::BTreeSet;

use super::*;

const CSV: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/referral-transitions.csv"));
const PARTIES: [Party; 6] = [Advisor, Manager, Partner, Entrepreneur, System, AdvisorOnBehalf];

fn letter(party: Party) -> &'static str {
    match party {
        Advisor => "A",
        Manager => "M",
        Partner => "P",
        Entrepreneur => "E",
        System => "S",
        AdvisorOnBehalf => "A*",
    }
}

#[test]
fn the_table_says_what_the_published_one_says() {
    let mut reader = csv::Reader::from_reader(CSV.as_bytes());
    let published: Vec<_> = reader.records().map(|row| row.unwrap()).collect();
    assert_eq!(published.len(), 30);
    assert_eq!(TRANSITIONS.len(), 30);
    for (ours, theirs) in TRANSITIONS.iter().zip(&published) {
        let from: Vec<_> = ours.from.iter().map(|status| status.code()).collect();
        let from = if from.is_empty() { "(none)".to_owned() } else { from.join("|") };
        let to = match ours.next {
            To(status) => status.code(),
            Same => "(same)",
            Previous => "(previous)",
            NewDraft => "(new draft)",
        };
        let who: BTreeSet<_> = ours.who.iter().map(|party| letter(*party)).collect();
        let their_who: BTreeSet<_> = theirs[4].split(';').collect();
        let mut our_from: Vec<_> = from.split('|').collect();
        let mut their_from: Vec<_> = theirs[1].split('|').collect();
        our_from.sort_unstable();
        their_from.sort_unstable();
        assert_eq!(ours.id, &theirs[0]);
        assert_eq!(our_from, their_from, "{}", ours.id);
        assert_eq!(ours.event.code(), &theirs[2], "{}", ours.id);
        assert_eq!(to, &theirs[3], "{}", ours.id);
        assert_eq!(who, their_who, "{}", ours.id);
    }
}

#[test]
fn an_event_from_a_status_has_one_row() {
    for event in Event::ALL {
        for status in Status::ALL {
            let rows = TRANSITIONS.iter().filter(|r| r.event == event && r.from.contains(&status));
            assert!(rows.count() <= 1, "{event:?} from {status:?}");
        }
        assert!(TRANSITIONS.iter().any(|row| row.event == event), "{event:?} is in the table");
    }
    let starts: Vec<_> = TRANSITIONS.iter().filter(|row| row.from.is_empty()).collect();
    assert!(matches!(starts[..], [Transition { event: Event::Create, .. }]));
}

#[test]
fn every_status_has_its_code_and_its_words() {
    for status in Status::ALL {
        assert_eq!(Status::parse(status.code()), Some(status));
        assert!(!status.label().is_empty());
    }
    assert_eq!(Status::parse("pending"), None);
    assert_eq!(Status::ALL.into_iter().filter(|status| status.is_end()).count(), 5);
}

#[test]
fn the_table_has_35_edges_between_statuses() {
    let edges: BTreeSet<_> = TRANSITIONS
        .iter()
        .filter_map(|row| if let To(to) = row.next { Some((row.from, to)) } else { None })
        .flat_map(|(from, to)| from.iter().map(move |from| (*from, to)))
        .filter(|(from, to)| from != to)
        .collect();
    assert_eq!(edges.len(), 35);
}

#[test]
fn the_buttons_are_what_the_guard_lets_through() {
    for status in Status::ALL {
        for party in PARTIES {
            let open: BTreeSet<_> = status.open_to(party).collect();
            for event in Event::ALL {
                assert_eq!(open.contains(&event), status.after(event, party).is_ok());
            }
        }
    }
}

#[test]
fn the_entrepreneur_can_leave_every_open_status() {
    for status in Status::ALL.into_iter().filter(|status| !status.is_end()) {
        let leaves = status.open_to(Entrepreneur).any(|event| matches!(status.after(event, Entrepreneur), Ok(To(to)) if to.is_end()));
        assert!(leaves, "{status:?}");
    }
}

#[test]
fn no_open_status_needs_the_partner_to_end() {
    for status in Status::ALL.into_iter().filter(|status| !status.is_end()) {
        let ours = [Advisor, Manager].into_iter().any(|party| {
            status.open_to(party).any(|event| event != Event::MarkError && matches!(status.after(event, party), Ok(To(to)) if to.is_end()))
        });
        assert!(ours, "{status:?}");
    }
}

#[test]
fn what_was_a_mistake_stays_a_mistake() {
    for party in PARTIES {
        assert_eq!(Status::EnteredInError.open_to(party).count(), 0);
    }
}

#[test]
fn the_partner_hears_nothing_before_it_is_sent() {
    assert_eq!(Draft.open_to(Partner).count(), 0);
}

#[test]
fn only_a_manager_calls_back_work_that_began() {
    assert!(Requested.after(Event::Recall, Advisor).is_ok());
    assert!(InProgress.after(Event::Recall, Advisor).is_err());
    assert!(InProgress.after(Event::Recall, Manager).is_ok());
}

#[test]
fn a_lapsed_consent_stops_a_request_and_pauses_the_work() {
    assert_eq!(Requested.after(Event::ConsentLapses, System), Ok(To(Cancelled)));
    assert_eq!(InProgress.after(Event::ConsentLapses, System), Ok(To(OnHold)));
}

#[test]
fn a_referral_is_started_by_a_person_or_a_partner_and_by_no_timer() {
    assert_eq!(Status::begin(Entrepreneur), Ok(Draft));
    assert_eq!(Status::begin(Partner), Ok(Draft));
    assert!(Status::begin(System).is_err());
    assert!(Status::begin(AdvisorOnBehalf).is_err());
}

#[test]
fn needs_differ_by_event() {
    assert_eq!(needs(Event::Accept, Some(Received)), [F::ResponsiblePerson, F::FirstContactOn, F::EligibilityChecked]);
    assert!(needs(Event::Create, None).contains(&F::Need));
    assert!(needs(Event::Withdraw, Some(Accepted)).is_empty(), "the entrepreneur owes no reason");
    assert!(needs(Event::Accept, Some(Draft)).is_empty());
    assert_eq!(AdvisorOnBehalf.also_records(), [F::OnBehalfSource]);
    assert!(Advisor.also_records().is_empty());
}

#[test]
fn no_fact_is_both_required_and_optional() {
    for row in TRANSITIONS {
        assert!(row.records.iter().all(|fact| !row.may_record.contains(fact)), "{}", row.id);
    }
}

#[test]
fn whoever_ends_or_stops_it_says_why() {
    for row in TRANSITIONS {
        let stops = matches!(row.next, To(Rejected | Failed | Cancelled | OnHold | EnteredInError));
        if stops && row.event != Event::Withdraw {
            assert!(row.records.contains(&F::Reason), "{}", row.id);
        }
    }
}

#[test]
fn a_refusal_says_why_in_a_sentence() {
    let why = |status: Status, event, party| status.after(event, party).unwrap_err().to_string();
    assert_eq!(why(Completed, Event::Accept, Partner), "This referral is completed. Nobody can accept it now.");
    assert_eq!(
        why(Requested, Event::Accept, Entrepreneur),
        "Only the partner or an advisor on the partner's behalf can accept it when a referral is \
         sent and waiting for the partner."
    );
    assert_eq!(why(InProgress, Event::Recall, Advisor), "Only a manager can call it back when a referral is in progress.");
    assert_eq!(
        Status::begin(System).unwrap_err().to_string(),
        "Only an advisor, the entrepreneur, the partner or a manager can start a referral."
    );
}
