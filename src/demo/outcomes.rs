//! What came of it in the demo: outcomes of every sort and every level of evidence, some affirmed by the client with one tap, one that
//! the client says is different, some that are asked about and not answered yet.

use super::city::MAKERS;
use super::play::{Stage, by_link, missing};
use crate::auth::links;
use crate::commitments::{Facts as Promise, Found, queries as commitments};
use crate::error::Result;
use crate::outcomes::{Facts, Known, Said, queries};
use crate::people::{Client, queries as people};
use crate::store::Tx;
use crate::values::{ActorKind, AnswerWay, CommitmentFound, Evidence, Helped, Instant, OutcomeAnswer, OutcomeId, ResourceKind};

/// What the client does about it.
#[derive(Clone, Copy)]
enum Then {
    /// Nobody asks.
    Nothing,
    /// They are asked, and have not answered.
    Asked,
    /// They say that it is right, and whether we helped.
    Right(Helped),
    /// They say that something is different: their own figure and words.
    Different(i64, &'static str),
}

use Evidence::{AdvisorNote, DocumentSeen, ThirdParty};
use Then::{Asked, Different, Nothing, Right};

/// An outcome: kind, days ago, before, after, words, how it is known, by what, and what the client does.
type Came = (&'static str, i64, Option<i64>, Option<i64>, &'static str, Evidence, &'static str, Then);

#[rustfmt::skip]
const CAME: &[Came] = &[
    ("jobs_created",       12,  Some(4),          Some(7),          "Two sewers and a cutter",                 AdvisorNote,  "On the telephone",             Right(Helped::ALot)),
    ("contract_won",       20,  None,             Some(8_400_000),  "Uniforms for the transit agency",         DocumentSeen, "The purchase order",           Asked),
    ("sales_change",       31,  Some(21_000_000), Some(26_500_000), "",                                        AdvisorNote,  "",                             Different(24_000_000, "The year was less good than I said")),
    ("lease_signed",       45,  None,             Some(3_200),      "Five years, with an option",              DocumentSeen, "The signed lease",             Right(Helped::Some)),
    ("capital_loan",       58,  None,             Some(4_500_000),  "For the second oven",                     ThirdParty,   "The credit union's letter",    Nothing),
    ("certification",      64,  None,             None,             "Food safety, first audit",                DocumentSeen, "The certificate",              Right(Helped::ALot)),
    ("jobs_retained",      77,  None,             Some(9),          "They stayed when the rent went up",       AdvisorNote,  "At a visit",                   Asked),
    ("patent",             90,  None,             None,             "",                                        AdvisorNote,  "",                             Nothing),
    ("capital_grant",      96,  None,             Some(1_250_000),  "Toward the dust collector",               DocumentSeen, "The award letter",             Right(Helped::ALot)),
    ("product_launched",   104, None,             None,             "A line of children's chairs",             AdvisorNote,  "On their own page",            Right(Helped::No)),
    ("space_kept",         121, None,             Some(5_400),      "",                                        AdvisorNote,  "",                             Nothing),
    ("licence",            133, None,             None,             "A coating from the state university",     DocumentSeen, "The signed license",           Nothing),
    ("employee_ownership", 140, None,             Some(3_000),      "Thirty percent to the four longest there", DocumentSeen, "The share register",           Right(Helped::CannotSay)),
    ("business_started",   150, None,             None,             "First sale at the holiday market",        AdvisorNote,  "At the market",                Nothing),
    ("equity_kept",        166, None,             Some(7_500),      "After the investor came in",              AdvisorNote,  "",                             Asked),
    ("building_bought",    180, None,             Some(11_000),     "",                                        ThirdParty,   "The county's record of deeds", Nothing),
];

/// The first two advisors write them down in turn, one for each of some clients; the first client has three.
pub(super) fn come(tx: &Tx<'_>, stage: &Stage, at: Instant) -> Result<()> {
    let [first, second, ..] = stage.staff.as_slice() else { return Err(missing("two advisors")) };
    let program = stage.program(MAKERS)?.key;
    let clients: Vec<Client> = stage.clients.iter().flatten().filter_map(|placed| people::find_in(tx, placed.key, program).ok()).collect();
    for (place, came) in CAME.iter().enumerate() {
        let Some(client) = clients.get(place.saturating_sub(2)) else { break };
        let advisor = if place % 2 == 0 { first } else { second };
        let at = at.plus_minutes(i64::try_from(place).unwrap_or_default());
        let (kind, ago, before, after, words, level, seen, then) = *came;
        let text = |words: &str| Some(words.to_owned()).filter(|words| !words.is_empty());
        let id = tx.acting_as(advisor.actor(), at, |tx| {
            let on = tx.today().plus_days(-ago);
            let facts = Facts { kind: kind.to_owned(), on, before, after, words: text(words), referral: None, resource: None };
            let known = Known { level, words: text(seen), on };
            let id = queries::record(tx, advisor, client, &facts, &known)?;
            if !matches!(then, Nothing) && people::contact(tx, client.key, tx.today())?.is_some() {
                queries::ask(tx, advisor, &id)?;
            }
            Ok(id)
        })?;
        answer(tx, &id, then, at.plus_minutes(1))?;
    }
    Ok(())
}

/// What was promised for the first resources: what, how many, and for each day looked at, days from today and what was found.
type Promised = (&'static str, Option<i64>, &'static [(i64, Option<(CommitmentFound, Option<i64>, &'static str)>)]);

#[rustfmt::skip]
const PROMISED: &[Promised] = &[
    ("Full-time jobs kept on site",           Some(6), &[(-90, Some((CommitmentFound::Kept, Some(6), ""))), (-1, None), (180, None)]),
    ("Hires from the zone's own ZIP codes",   Some(4), &[(-30, Some((CommitmentFound::Partly, Some(2), "Two more are promised for the spring"))), (150, None)]),
    ("A report on water use, once a year",    None,    &[(-14, Some((CommitmentFound::Broken, None, "Nothing came; they were called twice")))]),
];

/// What some clients promised in return, and what was found.
pub(super) fn promise(tx: &Tx<'_>, stage: &Stage, at: Instant) -> Result<()> {
    let advisor = stage.staff.first().ok_or_else(|| missing("an advisor"))?;
    let program = stage.program(MAKERS)?.key;
    let mine = |placed: i64| {
        people::find_in(tx, placed, program).ok().filter(|client| client.advisor.as_ref().map(|(key, _)| *key) == Some(advisor.key))
    };
    let clients: Vec<Client> = stage.clients.iter().flatten().filter_map(|placed| mine(placed.key)).collect();
    let mut resources = Vec::new();
    for client in &clients {
        let all = crate::resources::queries::list_of_client(tx, client, i64::MAX)?;
        let asks = |kind| matches!(kind, ResourceKind::Grant | ResourceKind::Space | ResourceKind::Loan);
        resources.extend(all.into_iter().find(|resource| asks(resource.kind)).map(|resource| resource.id));
    }
    for ((what, amount, days), id) in PROMISED.iter().zip(resources) {
        tx.acting_as(advisor.actor(), at, |tx| {
            let today = tx.today();
            let checks: Vec<_> = days.iter().map(|(from_today, _)| today.plus_days(*from_today)).collect();
            let due_on = checks.last().copied().ok_or_else(|| missing("a day"))?;
            let resource = commitments::find_resource(tx, advisor, &id)?;
            let promised = Promise { what: (*what).to_owned(), amount: *amount, due_on, checks };
            let id = commitments::promise(tx, advisor, &resource, &promised)?;
            for (from_today, found) in *days {
                let Some((answer, amount, words)) = *found else { continue };
                let words = Some(words.to_owned()).filter(|words| !words.is_empty());
                commitments::look(tx, advisor, &id, today.plus_days(*from_today), &Found { answer, amount, words })?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

/// The client answers by the link, where one was sent.
fn answer(tx: &Tx<'_>, id: &OutcomeId, then: Then, at: Instant) -> Result<()> {
    let said = match then {
        Nothing | Asked => return Ok(()),
        Right(helped) => Said { answer: OutcomeAnswer::Right, amount: None, words: None, helped: Some(helped) },
        Different(amount, words) => {
            Said { answer: OutcomeAnswer::Different, amount: Some(amount), words: Some(words.to_owned()), helped: Some(Helped::Some) }
        }
    };
    let Some(link) = queries::newest_link(tx, id)? else { return Ok(()) };
    tx.acting_as(by_link(ActorKind::Entrepreneur, Some(link)), at, |tx| {
        let link = links::find_by_key(tx, link, tx.at())?;
        let outcome = queries::find_by_link(tx, &link, tx.today())?;
        links::use_up(tx, &link)?;
        let person = link.person.ok_or_else(|| missing("a person"))?;
        queries::answer(tx, &outcome, person, outcome.version, &said, AnswerWay::Link)
    })
}
