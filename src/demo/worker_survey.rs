//! Two rounds of the survey of workers in the large program: one whose totals were told, and one that runs.

use super::city::{MAKERS, MANAGER};
use super::play::{Stage, missing};
use crate::equity::groups::Race;
use crate::equity::survey::{Group, Job, Worker, bands};
use crate::error::Result;
use crate::firewall::survey as urn;
use crate::store::{Actor, Tx};
use crate::values::Instant;
use crate::worker_survey::{Facts, queries, telling};

/// What an hour must pay to live on, in cents.
const LIVING: u32 = 2_450;
const SOURCE: &str = "Made-up living wage table, Riverton County, one adult without children";
/// How many answered the round that is over, and the one that runs.
const BEFORE: usize = 118;
const NOW: usize = 37;

/// Some workers of a trade who are paid alike: of eighteen how many, group, place in the list of bands, job, language.
type Kind = (usize, Group, usize, Job, &'static str);

#[rustfmt::skip]
const KINDS: &[Kind] = &[
    (5, Group::Alone(Race::HispanicOrLatino),         1, Job::Production, "es"),
    (2, Group::Alone(Race::HispanicOrLatino),         4, Job::Production, "es"),
    (2, Group::Alone(Race::Asian),                    2, Job::Production, "vi"),
    (2, Group::Alone(Race::BlackOrAfricanAmerican),   2, Job::Moving,     "en"),
    (2, Group::Alone(Race::White),                    5, Job::Repair,     "en"),
    (2, Group::Alone(Race::White),                    6, Job::Office,     "en"),
    (1, Group::Several,                               4, Job::Technical,  "en"),
    (1, Group::Declined,                              3, Job::Production, "en"),
    (1, Group::Passed,                                5, Job::Management, "en"),
];

/// The worker at a place, the same for the same place.
fn worker(place: usize) -> Worker {
    let mut left = place * 7 % 18;
    for (number, group, band, job, language) in KINDS {
        if left < *number {
            let pay = bands(Some(LIVING)).get((band + place / 18 % 2).min(7)).copied().filter(|_| place % 11 != 3);
            return Worker { group: *group, pay, job: Some(*job).filter(|_| place % 17 != 4), language: Some((*language).to_owned()) };
        }
        left -= number;
    }
    Worker::default()
}

/// The manager opens both, workers answer, and the totals of the first are told.
pub(super) fn ask(tx: &Tx<'_>, stage: &Stage, at: Instant) -> Result<()> {
    let manager = stage.staff.get(MANAGER).ok_or_else(|| missing("the manager"))?;
    let program = stage.program(MAKERS)?.key;
    let rounds = [("Spring round", 200, 186, 160, BEFORE), ("Winter round", 6, -8, 160, NOW)];
    for (place, (title, from, until, most, answers)) in rounds.into_iter().enumerate() {
        let at = at.plus_minutes(i64::try_from(place).unwrap_or_default());
        let id = tx.acting_as(manager.actor(), at, |tx| {
            let facts = Facts {
                title: title.to_owned(),
                from: tx.today().plus_days(-from),
                until: tx.today().plus_days(-until),
                most,
                living: Some((LIVING, SOURCE.to_owned())),
            };
            queries::open(tx, manager, program, &facts)
        })?;
        let round = queries::find_for(tx, manager, &id)?;
        tx.acting_as(Actor::nobody(), at, |tx| {
            for place in 0..answers {
                urn::cast(tx, round.key, &worker(place))?;
            }
            Ok(())
        })?;
        if until > 0 {
            tx.acting_as(manager.actor(), at, |tx| match telling::decide(tx, &tx.keys(), super::plan::ORGANIZATION, &round)? {
                Some(draft) => queries::tell(tx, manager, &id, round.version, &draft),
                None => Ok(()),
            })?;
        }
    }
    Ok(())
}
