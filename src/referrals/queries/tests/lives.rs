//! Random lives: the cached row is what the log says, whatever people do.

use super::*;

/// Something for every fact that a form could bring.
fn sheet_for(event: Event, from: Status, today: Day) -> Sheet {
    let mut sheet = Sheet::new();
    let value = |fact: Fact| match fact {
        Fact::Reason => match event {
            Event::Reject => "no_capacity_now",
            Event::Hold => "waiting_third_party",
            Event::Fail => "funds_exhausted_later",
            Event::Reopen => "disputed_outcome",
            Event::MarkError => "duplicate",
            _ => "wrong_partner",
        }
        .to_owned(),
        Fact::Stage => "tours".to_owned(),
        Fact::Outcome => "partly_met".to_owned(),
        Fact::Results => "lease_signed".to_owned(),
        Fact::NextStep => "client_wants_nothing_more".to_owned(),
        Fact::NeedMet => "no".to_owned(),
        Fact::Happened | Fact::EligibilityChecked | Fact::UnmetNeed => "yes".to_owned(),
        Fact::AskedOf => "advisor".to_owned(),
        Fact::ContactChannel => "call".to_owned(),
        Fact::FirstContactOn | Fact::NeededBy | Fact::NextExpectedOn | Fact::ReviewOn => today.plus_days(9).to_string(),
        fact if fact.is_date() => today.to_string(),
        _ => "words".to_owned(),
    };
    for _ in 0..2 {
        for fact in needed(event, from, &sheet) {
            if !crate::referrals::deed::is_filled(event, fact) || event == Event::AutoRecall {
                sheet.insert(fact, value(fact));
            }
        }
    }
    if event == Event::Send {
        sheet.insert(Fact::OverrideReason, "They asked for it twice".to_owned());
    }
    sheet
}

/// The row as the log alone would have it.
fn check_row(tx: &Tx<'_>, referral: &Referral) {
    let log = events(tx, referral.key).unwrap();
    let (state, course) = (state_of(&log).unwrap(), follow(&log));
    let row = find(tx, referral.key).unwrap();
    assert_eq!(row.status, state.now.status);
    assert_eq!(row.stage.as_deref(), state.now.shown_stage());
    assert_eq!(row.reason, state.now.reason);
    assert_eq!(row.waiting_on, ball(&state, None, tx.today()));
    assert_eq!((row.sent_at, row.decided_at, row.next_step_at), (course.sent_at, course.decided_at, course.next_step_at));
    assert_eq!(row.ended_at.is_some(), row.status.is_end());
    assert_eq!(row.outcome.is_some(), row.status == Status::Completed);
    let clocks = super::clockwork::clocks_of(tx, &row, &course, &state, None).unwrap();
    assert_eq!(row.due_on.map(Day::date), crate::referrals::timers::shown(&clocks).and_then(crate::referrals::timers::Running::due_on));
    assert_eq!(row.version, i64::try_from(log.len()).unwrap());
    assert!(log.iter().enumerate().all(|(place, line)| line.seq == i64::try_from(place).unwrap() + 1));
}

/// Somebody in a capacity.
fn acting(party: Party, (advisor, manager): (i64, i64)) -> Who {
    match party {
        Party::Partner => Who::partner(None, "J. Silva"),
        Party::Entrepreneur => Who::entrepreneur(),
        Party::System => Who::system(),
        Party::AdvisorOnBehalf => Who::on_behalf(advisor, Source::Call),
        Party::Manager => Who::staff(party, manager),
        Party::Advisor => Who::staff(party, advisor),
    }
}

/// The pair stands in the table as it is published beside the tests.
fn is_published(event: Event, from: Status, to: Status) -> bool {
    let text = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/referral-transitions.csv"));
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.records().filter_map(std::result::Result::ok).filter(|row| &row[2] == event.code()).any(|row| {
        let leads_there = match &row[3] {
            "(previous)" => true,
            kept if kept.starts_with('(') => to == from,
            status => status == to.code(),
        };
        leads_there && row[1].split('|').any(|status| status == from.code())
    })
}

/// While it is open the entrepreneur can leave, and somebody besides the partner can end it.
fn check_ways_out(story: &Story) {
    let here = story.state.now.status;
    if here.is_end() {
        return;
    }
    let ends = |party: Party| story.state.open_to(party).any(|event| matches!(here.after(event, party), Ok(Next::To(to)) if to.is_end()));
    assert!(ends(Party::Entrepreneur), "the entrepreneur cannot leave {here:?}");
    assert!(ends(Party::Advisor) || ends(Party::Manager), "{here:?} depends on the partner alone");
}

/// A deed that the state does not allow is refused, and the row and the log stay as they were.
fn try_anything(tx: &Tx<'_>, referral: &Referral, story: &Story, event: Event, party: Party, staff: (i64, i64)) {
    if story.state.open_to(party).any(|open| open == event) {
        return;
    }
    let sheet = sheet_for(event, story.state.now.status, tx.today());
    let refused = record(tx, &acting(party, staff), referral, Deed { sheet, ..Deed::new(event, referral.version) });
    assert!(matches!(refused, Err(Error::Rejected(_))), "{event:?} by {party:?} from {:?}: {refused:?}", story.state.now.status);
    let now = find(tx, referral.key).unwrap();
    assert_eq!((now.version, now.status), (referral.version, referral.status));
    assert_eq!(events(tx, referral.key).unwrap().len(), story.log.len());
}

#[tokio::test]
async fn whatever_people_do_the_row_is_what_the_log_says() {
    let town = town().await;
    let (new, advisor, manager) = (town.new_referral(), town.advisor.key, town.manager.key);
    let done = town
        .db
        .write(Actor::system(), move |tx| {
            let (mut luck, mut done, mut refused) = (7_u64, std::collections::BTreeSet::new(), std::collections::BTreeSet::new());
            let mut draw = move |of: usize| {
                // SplitMix64: plain, and the same on every run.
                luck = luck.wrapping_add(0x9e37_79b9_7f4a_7c15);
                let mixed = (luck ^ (luck >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
                let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
                usize::try_from((mixed ^ (mixed >> 31)) >> 1).unwrap() % of
            };
            for life in 0..300 {
                let who = Who::staff(Party::Advisor, advisor);
                let mut referral = create(tx, &who, &new)?;
                let mut at = tx.at();
                for _ in 0..if life < 70 { 16 } else { 8 } {
                    at = at.plus_minutes([2, 2, 900, 4000][draw(4)]);
                    referral = tx.acting_as(Actor::system(), at, |tx| {
                        let story = story(tx, referral.clone())?;
                        let mut open: Vec<(Event, Party)> = Vec::new();
                        let here = story.state.now.status;
                        for party in Party::ALL {
                            open.extend(story.state.open_to(*party).map(|event| (event, *party)));
                        }
                        // Most lives go on: otherwise nearly all would end before the work begins.
                        let ends = |(event, party): &(Event, Party)| matches!(here.after(*event, *party), Ok(Next::To(to)) if to.is_end() && to != here);
                        open.retain(|deed| !ends(deed) || draw(8) == 0);
                        check_ways_out(&story);
                        // One try in four is anything by anybody: what the table does not know leaves no trace.
                        if draw(4) == 0 {
                            try_anything(tx, &referral, &story, Event::ALL[draw(Event::ALL.len())], Party::ALL[draw(Party::ALL.len())], (advisor, manager));
                        }
                        let Some(&(event, party)) = open.get(draw(open.len().max(1))) else { return Ok(referral.clone()) };
                        let who = acting(party, (advisor, manager));
                        let outcome = match event {
                            Event::RequestConsent | Event::GiveConsent if party == Party::Entrepreneur => {
                                agree(tx, &who, &referral, referral.version, &Agreement { yes: Some(ConsentMethod::Link), ..yes() })
                            }
                            Event::RequestConsent | Event::GiveConsent => agree(tx, &who, &referral, referral.version, &yes()),
                            Event::ReRefer => {
                                re_refer(tx, &who, &referral, referral.version)?;
                                find(tx, referral.key)
                            }
                            _ => {
                                let sheet = sheet_for(event, story.state.now.status, tx.today());
                                record(tx, &who, &referral, Deed { sheet, ..Deed::new(event, referral.version) })
                            }
                        };
                        match outcome {
                            Ok(after) => {
                                done.insert(event);
                                assert!(is_published(event, here, after.status), "{event:?} led from {here:?} to {:?}", after.status);
                                check_row(tx, &after);
                                Ok(after)
                            }
                            Err(Error::Rejected(words)) => {
                                refused.insert((event, words));
                                Ok(referral.clone())
                            }
                            Err(cause) => Err(cause),
                        }
                    })?;
                }
            }
            Ok((done, refused))
        })
        .await
        .unwrap();
    let (done, refused) = done;
    assert!(done.len() >= 25, "too little was tried: {done:?}, and refused: {refused:#?}");
}
