//! What every demo plants, held for several seeds and last days.

use super::plan::{Act, Arguments, By, Client, Days, Deed, Plan, Referral, Reply, What, plan};
use crate::equity::catalogue::{Class, Point, Way, Who};
use crate::equity::groups::{GroupSet, Race};
use crate::equity::telling::grouping::Grouping;
use crate::equity::telling::rates::{Family, Rate, RateLine, Tag};
use crate::equity::telling::{Business, account};
use crate::equity::{Answer, unit_answer};
use crate::referrals::fact::Fact;
use crate::referrals::lifecycle::{Party, needs};
use crate::referrals::replay::{Ball, Entry, Met, State};
use crate::referrals::{Event, Status};
use crate::values::{Day, Vocabulary};
use std::collections::{BTreeMap, BTreeSet};

const UNTIL: [&str; 5] = ["2026-11-22", "2026-12-31", "2027-01-02", "2027-02-10", "2027-06-30"];
const SEEDS: std::ops::RangeInclusive<u64> = 1..=5;

fn of(seed: u64, clients: usize, until: &str) -> Plan {
    plan(Arguments { seed, clients, until: Day::parse(until).unwrap() })
}

fn each(check: impl Fn(&str, &Plan)) {
    for until in UNTIL {
        for seed in SEEDS {
            check(&format!("seed {seed} until {until}"), &of(seed, 180, until));
        }
    }
}

/// The steps that lie within the history.
fn played(days: &Days, referral: &Referral) -> usize {
    referral.steps.iter().take_while(|step| days.holds(step.when)).count()
}

fn party(by: By) -> Party {
    match by {
        By::Advisor => Party::Advisor,
        By::Manager => Party::Manager,
        By::Partner => Party::Partner,
        By::Entrepreneur => Party::Entrepreneur,
        By::OnBehalf(_) => Party::AdvisorOnBehalf,
        By::System => Party::System,
    }
}

fn entry(event: Event, by: By, facts: &[(Fact, String)]) -> Entry {
    let of = |fact| facts.iter().find(|(known, _)| *known == fact).map(|(_, value)| value.clone());
    Entry {
        stage: of(Fact::Stage),
        reason: of(Fact::Reason),
        asked_of: of(Fact::AskedOf).map(|_| Ball::Entrepreneur),
        answer: of(Fact::NeedMet).map(|met| crate::referrals::replay::Answer {
            met: if met == "yes" { Met::Yes } else { Met::No },
            happened_as_reported: of(Fact::Happened).as_deref() == Some("yes"),
        }),
        next_step: of(Fact::NextStep),
        wants_nothing_more: of(Fact::WantsNothingMore).is_some(),
        ..Entry::new(event, party(by))
    }
}

/// The entries a step stands for.
fn entries(step: &super::plan::Step) -> Vec<Entry> {
    match &step.what {
        What::Create => vec![entry(Event::Create, step.by, &[])],
        What::Ask => vec![entry(Event::RequestConsent, step.by, &[])],
        What::AgreeSpoken => vec![entry(Event::RequestConsent, step.by, &[]), entry(Event::GiveConsent, step.by, &[])],
        What::AgreeByLink => vec![entry(Event::GiveConsent, step.by, &[])],
        What::Open => vec![],
        What::Event(event, facts) => vec![entry(*event, step.by, facts)],
    }
}

/// Where a referral stands, and when it was sent and decided.
struct Course {
    status: Status,
    sent: Option<Day>,
    decided: Option<Day>,
}

fn course(days: &Days, referral: &Referral) -> Option<Course> {
    let mut state: Option<State> = None;
    let (mut sent, mut decided) = (None, None);
    for step in referral.steps.iter().take(played(days, referral)) {
        for entry in entries(step) {
            let next = match &state {
                None => State::begin(&entry),
                Some(state) => state.apply(&entry),
            };
            state =
                Some(next.unwrap_or_else(|refusal| panic!("{:?} after {:?}: {refusal}", entry.event, state.map(|state| state.now.status))));
            match entry.event {
                Event::Send => sent = Some(step.when.day),
                Event::Accept | Event::Reject => decided = Some(step.when.day),
                Event::UndoLast => decided = None,
                _ => {}
            }
        }
    }
    state.map(|state| Course { status: state.now.status, sent, decided })
}

fn answer(reply: &Reply, read: impl Fn(&[&'static str]) -> Answer) -> Answer {
    match reply {
        Reply::Answered(codes) => read(codes),
        Reply::Declined => Answer::Declined,
        Reply::Unanswered => Answer::Unknown,
        Reply::NotAsked => Answer::NotAsked,
    }
}

/// The businesses of the closed year as far as partners decided on their referrals.
fn businesses(plan: &Plan, program: Option<usize>) -> Vec<Business> {
    let days = Days::new(plan.arguments.until);
    let in_year = |day: Day| day >= days.first && day <= days.last;
    let is_in = |client: &Client| program.is_none_or(|program| client.program == program) && client.enrolled.day <= days.last;
    plan.clients
        .iter()
        .enumerate()
        .filter(|(_, client)| is_in(client))
        .map(|(at, client)| {
            let of = |read: fn(&super::plan::Owner) -> Answer| {
                let owners: Vec<_> = client.owners.iter().map(|owner| (owner.share_bp, read(owner))).collect();
                unit_answer(&owners, client.is_cooperative).groups().unwrap_or(GroupSet::EMPTY)
            };
            let courses = plan.referrals.iter().filter(|referral| referral.client == at).filter_map(|referral| course(&days, referral));
            let decided: Vec<Course> = courses.filter(|course| course.decided.is_some_and(in_year)).collect();
            let station = match decided.iter().any(|course| course.status != Status::Rejected) {
                true => Point::Accepted,
                false if decided.is_empty() => Point::Served,
                false => Point::Referred,
            };
            let given = plan.resources.iter().filter(|given| given.client == at && days.holds(given.when));
            let awards = given.filter(|given| given.awarded.is_some_and(|(_, on)| in_year(on)));
            let who = Who {
                race: of(|owner| answer(&owner.race, |codes| Answer::races(codes.iter().copied()))),
                sex: of(|owner| answer(&owner.sex, |codes| Answer::sexes(codes.iter().copied()))),
                ..Who::default()
            };
            let way = Way { station: Some(station), is_awarded: awards.count() > 0, ..Way::default() };
            Business { way, who, replies: Default::default(), cents: 0 }
        })
        .collect()
}

/// What readers of so many would be told, line by line.
fn lines(businesses: &[Business], threshold: u32) -> Vec<(Grouping, Rate, RateLine)> {
    let yes = Rate { point: Point::Accepted, of: Point::Referred };
    let awarded = Rate { point: Point::Awarded, of: Point::Enrolled };
    let family = Family::everywhere(&account(businesses, threshold), &[Grouping::Race, Grouping::Sex], &[yes, awarded]);
    assert_eq!(family.tables.len(), 4, "both rates by race and by sex");
    family.tables.into_iter().flat_map(|table| table.lines.into_iter().map(move |line| (table.grouping, table.rate, line))).collect()
}

/// What is behind the others.
fn gaps(lines: &[(Grouping, Rate, RateLine)]) -> Vec<(Point, Class)> {
    let is_gap = |line: &RateLine| line.compared.is_some_and(|compared| matches!(compared.tag, Some(Tag::Gap | Tag::SmallGap)));
    lines.iter().filter(|(_, _, line)| is_gap(line)).map(|(_, rate, line)| (rate.point, line.class)).collect()
}

#[test]
fn the_report_names_one_group_and_no_other() {
    let black = Class::Race(Race::BlackOrAfricanAmerican);
    each(|name, plan| {
        for program in [Some(0), None] {
            let lines = lines(&businesses(plan, program), 5);
            assert_eq!(gaps(&lines), [(Point::Accepted, black)], "{name}");
            let (_, _, line) = lines.iter().find(|(_, rate, line)| rate.point == Point::Accepted && line.class == black).unwrap();
            let compared = line.compared.unwrap();
            let ratio = compared.ratio.unwrap().ratio.unwrap();
            assert!(compared.own.size() >= 40 && (0.37..0.43).contains(&ratio), "{name}: {compared:?}");
            for point in [Point::Accepted, Point::Awarded] {
                let told = lines.iter().filter(|(grouping, rate, line)| {
                    *grouping == Grouping::Race && rate.point == point && line.compared.is_some_and(|compared| compared.ratio.is_some())
                });
                assert!(told.count() >= 3, "{name}: the lines stay apart");
            }
        }
    });
}

#[test]
fn other_programs_of_eleven_get_the_same_findings() {
    let found = gaps(&lines(&businesses(&of(1, 180, "2026-11-22"), Some(0)), 11));
    assert_eq!(found, [(Point::Accepted, Class::Race(Race::BlackOrAfricanAmerican))]);
}

#[test]
fn one_partner_takes_twelve_business_days_and_all_others_two_to_four() {
    each(|name, plan| {
        let days = Days::new(plan.arguments.until);
        let mut taken: BTreeMap<usize, Vec<u32>> = BTreeMap::new();
        for referral in &plan.referrals {
            if let Some(Course { sent: Some(sent), decided: Some(decided), .. }) = course(&days, referral) {
                taken.entry(referral.partner).or_default().push(days.calendar.business_days_between(sent.date(), decided.date()));
            }
        }
        for (at, partner) in plan.partners.iter().enumerate().filter(|(_, partner)| partner.program == 0) {
            let mut days = taken.remove(&at).unwrap_or_default();
            days.sort_unstable();
            let median = days[days.len() / 2];
            assert!(days.len() >= 8, "{name}: {} has {} answers", partner.name, days.len());
            if partner.name == "Keystone Community Lenders" {
                assert_eq!(median, 12, "{name}");
            } else {
                assert!((2..=4).contains(&median), "{name}: {} takes {median}", partner.name);
            }
        }
    });
}

#[test]
fn every_referral_is_one_that_could_have_happened() {
    each(|name, plan| {
        let days = Days::new(plan.arguments.until);
        let mut statuses = BTreeSet::new();
        let mut kinds = BTreeSet::new();
        for referral in &plan.referrals {
            assert!(referral.steps.windows(2).all(|pair| pair[0].when < pair[1].when), "{name}");
            assert!(referral.steps[0].when > plan.clients[referral.client].enrolled, "{name}: before the client came");
            if let Some(course) = course(&days, referral) {
                statuses.insert(course.status);
                kinds.insert(referral.kind);
            }
            let own = plan
                .referrals
                .iter()
                .filter(|other| other.client == referral.client && std::ptr::from_ref(*other) != std::ptr::from_ref(referral));
            if let Some(old) = referral.replaces {
                assert_eq!(plan.referrals[old].client, referral.client);
                assert!(plan.referrals[old].steps.last().unwrap().when < referral.steps[0].when, "{name}");
            }
            assert!(own.count() < 5);
        }
        assert_eq!(statuses.len(), Status::ALL.len(), "{name}: {statuses:?}");
        assert_eq!(kinds.len(), 5, "{name}");
    });
}

/// Facts that are filled in when the event is recorded.
const FILLED: [Fact; 11] = [
    Fact::ConsentGrant,
    Fact::Contact,
    Fact::Service,
    Fact::Snapshot,
    Fact::DueDates,
    Fact::AcknowledgedBy,
    Fact::Reporter,
    Fact::UnmetNeed,
    Fact::LinkedReferral,
    Fact::OnBehalfSource,
    Fact::Witness,
];

#[test]
fn every_event_says_all_it_has_to() {
    let plan = of(1, 180, "2026-11-22");
    for step in plan.referrals.iter().flat_map(|referral| &referral.steps) {
        let What::Event(event, facts) = &step.what else { continue };
        let from =
            crate::referrals::lifecycle::TRANSITIONS.iter().find(|row| row.event == *event).and_then(|row| row.from.first().copied());
        for fact in needs(*event, from) {
            let fixed = *fact == Fact::Reason && event.fixed_reason().is_some();
            assert!(fixed || FILLED.contains(fact) || facts.iter().any(|(known, _)| known == fact), "{event:?} lacks {fact:?}");
        }
        for (fact, value) in facts {
            assert!(!value.is_empty(), "{event:?} {fact:?}");
            for also in fact.also_needs(value) {
                assert!(FILLED.contains(also) || facts.iter().any(|(known, _)| known == also), "{event:?} {value} lacks {also:?}");
            }
        }
    }
}

#[test]
fn codes_are_on_their_lists() {
    let lists = [
        include_str!("../../assets/codes/stages.csv"),
        include_str!("../../assets/codes/reasons.csv"),
        include_str!("../../assets/codes/outcomes.csv"),
    ];
    let known = |code: &str| lists.iter().any(|list| list.lines().any(|line| line.split(',').nth(1) == Some(code)));
    for step in of(1, 180, "2026-11-22").referrals.iter().flat_map(|referral| &referral.steps) {
        let What::Event(event, facts) = &step.what else { continue };
        for (_, value) in
            facts.iter().filter(|(fact, _)| matches!(fact, Fact::Stage | Fact::Reason | Fact::Outcome | Fact::Results | Fact::NextStep))
        {
            assert!(known(value) || *event == Event::MarkError, "{event:?}: {value}");
        }
    }
}

#[test]
fn industries_are_those_of_naics() {
    for (code, ..) in super::words::TRADES {
        assert!(crate::values::naics::title_of(code, crate::values::naics::Edition::Naics2022).is_some(), "{code}");
    }
}

#[test]
fn the_same_arguments_give_the_same_plan_and_another_seed_another() {
    let told = |plan: &Plan| format!("{plan:?}");
    assert_eq!(told(&of(1, 180, "2026-11-22")), told(&of(1, 180, "2026-11-22")));
    assert_ne!(told(&of(1, 180, "2026-11-22")), told(&of(2, 180, "2026-11-22")));
}

#[test]
fn the_history_is_in_order_and_inside_its_days() {
    each(|name, plan| {
        assert!(plan.acts.is_sorted(), "{name}");
        let last = plan.acts.last().unwrap().when;
        assert!(last.day <= plan.arguments.until && plan.acts[0].when.day >= plan.start, "{name}");
        let mut enrolled = BTreeSet::new();
        for Act { deed, when } in &plan.acts {
            let client = match deed {
                Deed::Enroll(client) => {
                    enrolled.insert(*client);
                    None
                }
                Deed::Count(client, _) | Deed::Ask(client, _) | Deed::Answer(client, _) => Some(*client),
                Deed::Serve(at) | Deed::Keep(at) => plan.services[*at].client,
                Deed::Refer(at, _) => Some(plan.referrals[*at].client),
                Deed::Deploy(at) => Some(plan.resources[*at].client),
                Deed::SendNotices(_) | Deed::Tend(_) => None,
            };
            assert!(client.is_none_or(|client| enrolled.contains(&client)), "{name}: {deed:?} on {when:?} before its client came");
        }
        assert_eq!(enrolled.len(), 192, "{name}: everybody came");
        let days = Days::new(plan.arguments.until);
        let early = plan.clients.iter().filter(|client| (days.first..=days.last).contains(&client.enrolled.day)).count();
        assert!(early * 4 >= 192 * 3, "{name}: {early} came in the closed year");
    });
}

#[test]
fn a_desk_has_something_due_today_overdue_and_ahead() {
    each(|name, plan| {
        let until = plan.arguments.until;
        for advisor in super::city::ADVISORS {
            let open = plan.services.iter().filter(|service| service.advisor == advisor).filter_map(|service| match service.promise {
                Some((_, due, None)) => Some(due),
                _ => None,
            });
            let open: Vec<Day> = open.collect();
            assert!(open.contains(&until) && open.iter().any(|due| *due < until) && open.iter().any(|due| *due > until), "{name}");
        }
    });
}

#[test]
fn names_and_ways_to_reach_people_are_nobodys() {
    let plan = of(1, 180, "2026-11-22");
    let names: BTreeSet<_> = plan.clients.iter().map(|client| &client.name).collect();
    assert_eq!(names.len(), plan.clients.len());
    let telephones: BTreeSet<_> = plan.clients.iter().flat_map(|client| &client.owners).map(|owner| &owner.telephone).collect();
    assert_eq!(telephones.len(), plan.clients.iter().map(|client| client.owners.len()).sum::<usize>());
    assert!(telephones.iter().all(|number| number.contains("-555-01")));
    assert!(
        plan.clients
            .iter()
            .flat_map(|client| &client.owners)
            .filter_map(|owner| owner.email.as_ref())
            .all(|email| email.ends_with(".example"))
    );
    let services = plan.services.len();
    assert!((1_600..2_600).contains(&services), "{services}");
    assert!(plan.resources.iter().map(|given| given.kind.code()).collect::<BTreeSet<_>>().len() >= 9);
}

#[test]
fn any_number_of_clients_makes_a_plan() {
    for clients in [0, 1, 3, 20, 90, 400] {
        assert!(of(3, clients, "2026-11-22").clients.len() >= clients);
    }
}
