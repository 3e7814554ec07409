//! What the large program's community chose to look at: two indicators that the board chose, one it did not, one that nobody looks at any more,
//! one of staff and two of clients that wait for a decision; the orders of some clients, and what people say.

use super::city::{MAKERS, MANAGER};
use super::play::{Stage, missing};
use crate::auth::Viewer;
use crate::bodies::{DecisionFacts, queries as bodies};
use crate::error::Result;
use crate::indicators::queries::{self, Speaker};
use crate::indicators::{Baseline, Client, Facts, starter};
use crate::people::queries as people;
use crate::programs;
use crate::store::{Actor, Tx};
use crate::values::{ActorKind, DecisionAbout, DecisionId, IndicatorId, IndicatorVerdict, Instant, MeetingId};

/// Code of the starter set, baseline with source and year, target and days from today, and whether other cities may get it.
type Proposed = (&'static str, Option<(i64, &'static str, i16)>, Option<(i64, i64)>, bool);

#[rustfmt::skip]
const PROPOSED: &[Proposed] = &[
    ("accepted", Some((5_200, "Partners' answers counted by hand", 2023)),                     Some((7_000, 400)), true),
    ("leases",   Some((400, "Survey of the industrial zones by the planning office", 2023)),  Some((800, 400)),  true),
    ("reached",  None,                                                                         None,               false),
    ("joined",   None,                                                                         Some((2_000, -90)), false),
    ("dollars",  None,                                                                         Some((600_000, 400)), false),
];

/// What the board said of the first four: place, days ago, the verdict, what it decided, and why.
type Said = (usize, i64, IndicatorVerdict, &'static str, &'static str);

#[rustfmt::skip]
const SAID: &[Said] = &[
    (3, 410, IndicatorVerdict::Chosen,    "Look at how many shops join.",                 "The program is young, and nobody knows it yet."),
    (0, 70,  IndicatorVerdict::Chosen,    "Look at how often partners say yes.",          "Most clients ranked it, and a no is what people told the board about first."),
    (1, 70,  IndicatorVerdict::Chosen,    "Look at leases, beside how many are served.",  "Seven of the shops that came to the meeting rent by the month."),
    (2, 70,  IndicatorVerdict::NotChosen, "Do not look at talks that lead to a contact.", "It says more about the weather than about the program. The outreach lead keeps counting it."),
];

/// What two clients propose: words, and whether their name stands beside them.
const WORDS: [(&str, bool); 2] = [
    (
        "Count how long it takes from the promise of a grant until the money is in the account. I paid the machine with my card and waited four months.",
        true,
    ),
    ("How many of us buy the building we work in? Rent goes up every year and the ones who own stay.", false),
];

/// Orders of clients in turn: places in the list of proposals that wait.
const ORDERS: &[&[usize]] = &[&[1, 2], &[2, 1, 0], &[1], &[2, 0], &[1, 2, 0], &[0], &[1, 0], &[2, 1], &[1]];

/// Orders of other clients before the board met: places in the whole list.
const EARLIER: &[&[usize]] = &[&[0, 1], &[0, 1, 4], &[1, 0], &[0], &[0, 4, 1]];

/// Says it: which indicator that waits or was chosen, by a client or by the first advisor, whether named, and what.
type Comment = (usize, bool, bool, &'static str);

#[rustfmt::skip]
const COMMENTS: &[Comment] = &[
    (0, true,  false, "Please also say why they said no. The number alone does not help me."),
    (0, false, false, "We write the reasons down with each no; they are under How referrals go."),
    (1, true,  true,  "Three years is what a lender wants to see. Half a year is no lease."),
    (6, true,  false, "My landlord would sell. The down payment is what stops me."),
    (6, false, false, "Two clients bought last year. I can ask them to tell how."),
];

fn client_actor(person: i64) -> Actor {
    Actor::new(ActorKind::Entrepreneur, format!("person {person}"))
}

/// Everything at one moment.
pub(super) fn choose(tx: &Tx<'_>, stage: &Stage, at: Instant) -> Result<()> {
    let manager = stage.staff.get(MANAGER).ok_or_else(|| missing("the manager"))?;
    let program = stage.program(MAKERS)?.key;
    let clients = clients(tx, stage, program)?;
    let mut all = tx.acting_as(manager.actor(), at, |tx| propose(tx, manager, program))?;
    rank(tx, (EARLIER, &all), clients.iter().skip(1), at)?;
    decide(tx, stage, manager, &all, at.plus_minutes(1))?;
    for ((words, is_named), client) in WORDS.into_iter().zip(clients.iter().skip(3)) {
        let at = at.plus_minutes(2);
        all.push(tx.acting_as(client_actor(client.person), at, |tx| queries::propose_as(tx, *client, words, is_named))?);
    }
    let Some(owned) = all.get(6) else { return Ok(()) };
    tx.acting_as(manager.actor(), at.plus_minutes(3), |tx| {
        let facts = facts(tx, "owned", None, Some((300, 400)), true)?;
        queries::define(tx, manager, owned, queries::find_for(tx, manager, owned)?.version, &facts)
    })?;
    rank(tx, (ORDERS, all.get(4..).unwrap_or_default()), clients.iter(), at.plus_minutes(4))?;
    talk(tx, stage, &all, &clients, at.plus_minutes(5))
}

/// Clients of the program whom somebody speaks for.
fn clients(tx: &Tx<'_>, stage: &Stage, program: i64) -> Result<Vec<Client>> {
    let mut found = Vec::new();
    for placed in stage.clients.iter().flatten() {
        if people::find_in(tx, placed.key, program).is_err() {
            continue;
        }
        if let Some(contact) = people::contact(tx, placed.key, tx.today())? {
            found.push(Client { program, business: placed.key, person: contact.person });
        }
    }
    Ok(found)
}

fn facts(tx: &Tx<'_>, code: &str, baseline: Option<(i64, &str, i16)>, target: Option<(i64, i64)>, is_shareable: bool) -> Result<Facts> {
    let start = starter::find(code).ok_or_else(|| missing("one of the set"))?;
    Ok(Facts {
        name: start.name.to_owned(),
        question: start.question,
        why: Some(start.why.to_owned()),
        definition: start.definition(),
        direction: start.direction,
        baseline: baseline.map(|(value, source, year)| Baseline { value, source: source.to_owned(), year }),
        target: target.map(|(value, days)| (value, tx.today().plus_days(days))),
        is_shareable,
    })
}

fn propose(tx: &Tx<'_>, manager: &Viewer, program: i64) -> Result<Vec<IndicatorId>> {
    let one = |(code, baseline, target, is_shareable): &Proposed| {
        queries::propose(tx, manager, program, &facts(tx, code, *baseline, *target, *is_shareable)?)
    };
    PROPOSED.iter().map(one).collect()
}

/// The board meets and decides; what it chose first is not looked at any more.
fn decide(tx: &Tx<'_>, stage: &Stage, manager: &Viewer, all: &[IndicatorId], at: Instant) -> Result<()> {
    let keys = stage.program(MAKERS)?;
    let board = keys.bodies.get(1).copied();
    tx.acting_as(manager.actor(), at, |tx| {
        let board = programs::queries::deciding_bodies(tx, keys.key)?.into_iter().find(|body| Some(body.key) == board);
        let board = board.ok_or_else(|| missing("the board"))?;
        let (mut met, mut ids) = (None::<(i64, MeetingId)>, Vec::<(usize, IndicatorVerdict, DecisionId)>::new());
        for (place, ago, verdict, decision, reason) in SAID {
            let meeting = match &met {
                Some((day, meeting)) if day == ago => bodies::find_meeting(tx, manager, meeting)?,
                _ => {
                    let meeting = bodies::meet(tx, manager, &board, tx.today().plus_days(-ago), None)?;
                    met = Some((*ago, meeting.clone()));
                    bodies::find_meeting(tx, manager, &meeting)?
                }
            };
            let facts = DecisionFacts {
                about: DecisionAbout::Indicator,
                decision: (*decision).to_owned(),
                reason: Some((*reason).to_owned()),
                votes: [Some(3), Some(0), Some(0)],
                recused: Vec::new(),
            };
            ids.push((*place, *verdict, bodies::decide(tx, manager, &meeting, &facts, None)?));
        }
        for (place, verdict, decision) in &ids {
            let Some(id) = all.get(*place) else { continue };
            queries::decide(tx, manager, id, queries::find_for(tx, manager, id)?.version, (decision, *verdict))?;
        }
        let Some(joined) = all.get(3) else { return Ok(()) };
        let version = queries::find_for(tx, manager, joined)?.version;
        queries::retire(
            tx,
            manager,
            joined,
            version,
            "Everybody in the zones knows the program now. What happens after joining matters more.",
        )
    })
}

/// Every second client puts proposals in its order.
fn rank<'c>(
    tx: &Tx<'_>,
    (orders, proposals): (&[&[usize]], &[IndicatorId]),
    clients: impl Iterator<Item = &'c Client>,
    at: Instant,
) -> Result<()> {
    for (order, client) in orders.iter().zip(clients.step_by(2)) {
        let order: Vec<IndicatorId> = order.iter().filter_map(|place| proposals.get(*place).cloned()).collect();
        tx.acting_as(client_actor(client.person), at, |tx| queries::rank(tx, *client, &order))?;
    }
    Ok(())
}

fn talk(tx: &Tx<'_>, stage: &Stage, all: &[IndicatorId], clients: &[Client], at: Instant) -> Result<()> {
    let advisor = stage.staff.first().ok_or_else(|| missing("an advisor"))?;
    for (turn, (place, is_client, is_named, words)) in COMMENTS.iter().enumerate() {
        let (Some(id), Some(client)) = (all.get(*place), clients.get(turn + 5)) else { continue };
        let (actor, speaker) = if *is_client {
            (client_actor(client.person), Speaker::Client(*client, *is_named))
        } else {
            (advisor.actor(), Speaker::Staff(advisor))
        };
        tx.acting_as(actor, at, |tx| queries::say(tx, &queries::find_for(tx, advisor, id)?, speaker, words))?;
    }
    Ok(())
}
