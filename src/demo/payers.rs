//! Who pays and who decides in the made-up programs: funders with the test of a bank's money, what clients bring, bodies with their members,
//! meetings, decisions and reasons.

use super::city::{MAKERS, MANAGER};
use super::plan::Plan;
use super::play::{ProgramKeys, Stage, missing};
use crate::auth::links;
use crate::bodies::{DecisionFacts, MemberFacts, queries};
use crate::error::Result;
use crate::programs::{self, BodyFacts, SourceFacts};
use crate::resources::Brought;
use crate::store::Tx;
use crate::values::{CraPurpose, CraTest, Day, DecisionAbout, FundingKind, Guarantee, Instant, ResourceKind, Seat, SpeaksFor};

/// The programs with their funders and bodies.
pub(super) fn raise_programs(tx: &Tx<'_>, plan: &Plan) -> Result<Vec<ProgramKeys>> {
    plan.programs
        .iter()
        .map(|new| {
            let key = programs::queries::start(tx, new.name, Some(new.telephone), Some(new.email), plan.start)?;
            let program = programs::queries::find(tx, key)?;
            let source = |(name, kind, is_default): &(&str, FundingKind, bool)| {
                programs::queries::add_funding_source(tx, &program, &funder(name, *kind), *is_default)
            };
            let sources = new.sources.iter().map(source).collect::<Result<_>>()?;
            let body = |name: &&str| programs::queries::add_deciding_body(tx, &program, &decider(name));
            let bodies = new.bodies.iter().map(body).collect::<Result<_>>()?;
            Ok(ProgramKeys { key, sources, bodies })
        })
        .collect()
}

/// The bank says under which test its money counts.
fn funder(name: &str, kind: FundingKind) -> SourceFacts {
    let bare = SourceFacts::bare(name, kind);
    match kind {
        FundingKind::Bank => SourceFacts {
            institution: Some("First River Bank".to_owned()),
            cra_test: Some(CraTest::Investment),
            cra_purpose: Some(CraPurpose::EconomicDevelopment),
            ..bare
        },
        _ => bare,
    }
}

fn decider(name: &str) -> BodyFacts {
    let decides = match name {
        "Makers loan committee" => Some("Loans and grants of Riverton Makers"),
        "Economic development board" => Some("Space, the yearly budget, and the program's rules"),
        _ => None,
    };
    BodyFacts { name: name.to_owned(), decides: decides.map(str::to_owned), ..BodyFacts::default() }
}

/// What a client brings: asked for two of three awards of money, by the place of the award in the plan.
pub(super) fn brought(kind: ResourceKind, awarded: Option<i64>, place: usize) -> Brought {
    let cents = awarded.unwrap_or_default();
    match (kind, place % 3) {
        (ResourceKind::Loan, 0 | 1) => Brought {
            matched: Some(if place.is_multiple_of(2) { cents / 10 } else { 0 }),
            deposit: None,
            fees: Some(cents / 100),
            guarantee: Some(if place.is_multiple_of(2) { Guarantee::Collateral } else { Guarantee::Personal }),
            guarantee_cents: Some(cents / 2),
        },
        (ResourceKind::Grant, 0 | 1) => {
            Brought { matched: Some(cents / 5), fees: Some(0), guarantee: Some(Guarantee::None), ..Brought::default() }
        }
        (ResourceKind::Space, 0) => Brought { deposit: Some(180_000), ..Brought::default() },
        _ => Brought::default(),
    }
}

/// Place of the body, name, seat, for whom, first day and last day in days from today, and their own words.
type Member = (usize, &'static str, Seat, Option<SpeaksFor>, i64, Option<i64>, Option<&'static str>);

#[rustfmt::skip]
const MEMBERS: &[Member] = &[
    (0, "Delphine Okoro", Seat::Chair,  Some(SpeaksFor::Entrepreneur),   -900, None,       Some("I weld gates and railings two streets from here, and I was turned down for my first loan.")),
    (0, "Sam Whitfield",  Seat::Member, Some(SpeaksFor::Lender),         -900, None,       None),
    (0, "Lucía Prado",    Seat::Member, Some(SpeaksFor::Worker),         -500, None,       Some("Twelve years on a sewing floor. I ask what a job pays before I ask how many there are.")),
    (0, "Gus Tillman",    Seat::Member, None,                            -900, Some(-501), None),
    (1, "Ruth Abelson",   Seat::Chair,  Some(SpeaksFor::PublicOffice),  -1200, None,       None),
    (1, "Thuy Nguyen",    Seat::Member, Some(SpeaksFor::Resident),       -700, None,       None),
    (1, "Omar Haddad",    Seat::Member, Some(SpeaksFor::CommunityGroup), -400, None,       None),
];

/// Place of the body, days ago, minutes, and decisions: about what, what, why, votes for, against and abstained, and who stood aside and why.
type Decided = (DecisionAbout, &'static str, Option<&'static str>, [Option<i64>; 3], Option<(&'static str, &'static str)>);
type Met = (usize, i64, Option<&'static str>, &'static [Decided]);

#[rustfmt::skip]
const MEETINGS: &[Met] = &[
    (0, 430, Some("Eleven applications were read. The committee asked for lease terms to be shown on each."), &[
        (DecisionAbout::Awards, "Fund the applications on the list of this meeting.", Some("Each has an order in hand or a lease that ends within the year."), [Some(3), Some(0), Some(0)], None),
    ]),
    (0, 260, Some("Nine applications were read."), &[
        (DecisionAbout::Awards, "Fund the applications on the list but two.", Some("Two did not say how the loan would be paid back."), [Some(2), Some(0), Some(0)], Some(("Sam Whitfield", "His bank lends to one of the applicants."))),
    ]),
    (0, 80, None, &[
        (DecisionAbout::Awards, "Fund the applications on the list.", None, [None, None, None], None),
    ]),
    (1, 340, Some("The board heard the yearly report and three people from Canal Street."), &[
        (DecisionAbout::Budget, "Set aside $60,000 for machines that are shared.", Some("Three shops asked for the same press, and none can pay for it alone."), [Some(3), Some(0), Some(0)], None),
    ]),
    (1, 120, Some("The board looked at how long people wait for an answer."), &[
        (DecisionAbout::Rule, "An application for a loan is answered within 30 days.", Some("Half waited longer last year, and two lost their order over it."), [Some(2), Some(1), Some(0)], None),
    ]),
];

/// Seats, own words, meetings and decisions of the large program, written down by its manager.
pub(super) fn decide(tx: &Tx<'_>, stage: &Stage, at: Instant) -> Result<()> {
    let manager = stage.staff.get(MANAGER).ok_or_else(|| missing("the manager"))?;
    let keys = stage.program(MAKERS)?;
    let bodies = programs::queries::deciding_bodies(tx, keys.key)?;
    let body = |place: usize| {
        let key = keys.bodies.get(place).copied();
        bodies.iter().find(|body| Some(body.key) == key).ok_or_else(|| missing("a body"))
    };
    for (place, name, seat, speaks_for, from, to, words) in MEMBERS {
        let link = tx.acting_as(manager.actor(), at, |tx| {
            let day = |days: i64| tx.today().plus_days(days);
            let facts =
                MemberFacts { name: Some((*name).to_owned()), seat: *seat, speaks_for: *speaks_for, from: day(*from), to: to.map(day) };
            let id = queries::seat(tx, body(*place)?, &facts)?;
            let member = queries::find_member(tx, manager, &id)?;
            words.map(|_| queries::give_link(tx, &member)).transpose()
        })?;
        if let Some((link, words)) = link.zip(*words) {
            let link = links::find_by_key(tx, link, at)?;
            tx.acting_as(link.actor(), at.plus_minutes(1), |tx| queries::say(tx, &queries::find_by_link(tx, &link)?, words, "en"))?;
        }
    }
    for (place, ago, minutes, decisions) in MEETINGS {
        tx.acting_as(manager.actor(), at.plus_minutes(2), |tx| {
            let on: Day = tx.today().plus_days(-ago);
            let id = queries::meet(tx, manager, body(*place)?, on, *minutes)?;
            let meeting = queries::find_meeting(tx, manager, &id)?;
            let members = queries::members_on(tx, meeting.body.0, on)?;
            for (about, decision, reason, votes, aside) in *decisions {
                let who = |name: &str| members.iter().find(|member| member.facts.name.as_deref() == Some(name));
                let recused = aside.and_then(|(name, why)| Some((who(name)?.key, why.to_owned())));
                let facts = DecisionFacts {
                    about: *about,
                    decision: (*decision).to_owned(),
                    reason: reason.map(str::to_owned),
                    votes: *votes,
                    recused: recused.into_iter().collect(),
                };
                let id = queries::decide(tx, manager, &meeting, &facts, None)?;
                if *about == DecisionAbout::Awards {
                    let decision = queries::find_decision(tx, manager, &id)?;
                    for award in queries::awards_without(tx, &decision)?.into_iter().take(6) {
                        queries::name_decision(tx, &decision, &award.id, award.version)?;
                    }
                }
            }
            Ok(())
        })?;
    }
    Ok(())
}
