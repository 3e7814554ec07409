//! What people of the demo do with their own data in its last days: a correction, a complaint, a helper, a wish to be deleted, and who
//! hears complaints.

use super::city::MAKERS;
use super::play::{Stage, by_link, missing};
use crate::auth::queries::helpers::{self, Invited};
use crate::auth::queries::looks::{self, Fresh};
use crate::error::Result;
use crate::firewall::erasure;
use crate::people::own::{CORRECTED_DAYS, Correction};
use crate::people::queries as people;
use crate::programs::queries as programs;
use crate::referrals::queries::{self, calendar};
use crate::referrals::{Kind, Referral, Status};
use crate::rights::COMPLAINT_DAYS;
use crate::rights::queries::complaints;
use crate::store::{Actor, Tx};
use crate::values::{ActorKind, Correctable, Day, HelperLevel, Instant, LookPart, LookRole};

/// Everybody wishes at one moment.
pub(super) fn wish(tx: &Tx<'_>, stage: &Stage, today: Day, at: Instant) -> Result<()> {
    tx.acting_as(Actor::command_line(), at, |tx| name_contact(tx, stage))?;
    let open = under_way(tx, stage)?;
    let [first, second, third, ..] = open.as_slice() else { return Ok(()) };
    let client = || by_link(ActorKind::Entrepreneur, None);
    tx.acting_as(client(), at, |tx| correct(tx, first, today))?;
    tx.acting_as(client(), at, |tx| trust(tx, first, today))?;
    tx.acting_as(client(), at, |tx| complain(tx, second, today))?;
    tx.acting_as(client(), at, |tx| erasure::ask(tx, whose(tx, third, today)?, None))?;
    open.iter().take(3).try_for_each(|referral| looked(tx, stage, referral, at))
}

/// Somebody at the city hears complaints about the large program; the other leaves it to the steward.
fn name_contact(tx: &Tx<'_>, stage: &Stage) -> Result<()> {
    let program = programs::find(tx, stage.program(MAKERS)?.key)?;
    let to = ["Office of the Ombuds", "ombuds@riverton.example", "555-0190"].map(|word| Some(word.to_owned()));
    programs::name_contact(tx, &program.id, program.version, &to, Some("Monday to Friday, 9 to 5"))
}

/// Referrals of the large program that are under way, those of the first advisor first.
fn under_way(tx: &Tx<'_>, stage: &Stage) -> Result<Vec<Referral>> {
    let makers = stage.program(MAKERS)?.key;
    let mut found: Vec<Referral> = Vec::new();
    for (key, _) in stage.referrals.iter().flatten() {
        let referral = queries::find(tx, *key)?;
        let is_open = matches!(referral.status, Status::Accepted | Status::InProgress);
        let is_new = found.iter().all(|one| one.business != referral.business);
        if referral.program == makers && is_open && is_new && referral.trainee.is_none() && referral.kind != Kind::Workforce {
            found.push(referral);
        }
    }
    let first = stage.staff.first().map(|viewer| viewer.key);
    found.sort_by_key(|referral| Some(referral.advisor.0) != first);
    Ok(found)
}

/// Row key of the person who is spoken to.
fn whose(tx: &Tx<'_>, referral: &Referral, today: Day) -> Result<i64> {
    queries::spoken_to(tx, referral, today)?.map(|owner| owner.person).ok_or_else(|| missing("an owner"))
}

fn correct(tx: &Tx<'_>, referral: &Referral, today: Day) -> Result<()> {
    let person = whose(tx, referral, today)?;
    let workers = people::workers(tx, referral.business)?.map_or(0, |count| count.workers);
    let asked = Correction {
        key: 0,
        id: tx.fresh_id()?,
        person: (person, String::new()),
        business: (referral.business, String::new(), String::new()),
        program: referral.program,
        what: Correctable::Workers,
        old: workers.to_string(),
        new: (workers + 2).to_string(),
        asked_at: tx.at(),
        due_on: Day::new(calendar(tx)?.add_business_days(today.date(), CORRECTED_DAYS)),
        answer: None,
    };
    people::own::ask_correction(tx, &asked)
}

fn trust(tx: &Tx<'_>, referral: &Referral, today: Day) -> Result<()> {
    let person = whose(tx, referral, today)?;
    let new =
        Invited { person, name: "Tendai, my cousin".to_owned(), level: HelperLevel::Act, until_on: today.plus_days(120), witness: None };
    helpers::invite(tx, &new).map(drop)
}

fn complain(tx: &Tx<'_>, referral: &Referral, today: Day) -> Result<()> {
    let person = whose(tx, referral, today)?;
    let home = people::own::home_of(tx, person, today)?;
    let due = Day::new(calendar(tx)?.add_business_days(today.date(), COMPLAINT_DAYS));
    complaints::file(tx, person, &home, "I was told twice that somebody would call, and nobody did. Who decides when I am called?", due)
        .map(drop)
}

/// The advisor opened the client's page that morning.
fn looked(tx: &Tx<'_>, stage: &Stage, referral: &Referral, at: Instant) -> Result<()> {
    let advisor = stage.staff.iter().find(|viewer| viewer.key == referral.advisor.0).ok_or_else(|| missing("an advisor"))?;
    let look = Fresh {
        business: Some(referral.business),
        program: referral.program,
        referral: None,
        partner: None,
        viewer: advisor.id.to_string(),
        role: LookRole::Advisor,
        part: LookPart::Record,
        person: None,
    };
    tx.acting_as(advisor.actor(), at, |tx| looks::note(tx, &look))
}
