//! The grants of the large program: one that runs, with goals that are reached, on pace and behind, and one that is over.

use super::city::MAKERS;
use super::play::{Stage, missing};
use crate::error::Result;
use crate::grants::{Aim, Facts, queries};
use crate::measures::{self, Filter};
use crate::programs;
use crate::store::Tx;
use crate::values::{Cents, Instant, ListedMeasure as M};

/// What was promised: the measure, of which kind, only what the funder paid, how much in its unit.
type Promised = (M, Option<&'static str>, bool, i64);

#[rustfmt::skip]
const RUNS: &[Promised] = &[
    (M::ClientsServed,      None,              false, 45),
    (M::ContactTime,        None,              false, 9_000),
    (M::Services,           Some("coaching"),  false, 60),
    (M::DollarsAwarded,     None,              true,  15_000_000),
    (M::ReferralsCompleted, None,              false, 30),
    (M::JobsCreated,        None,              false, 25),
];
const OVER: &[Promised] = &[(M::ClientsJoined, None, false, 30), (M::Trainings, None, false, 6)];

/// What is due: days from today, and what.
const DUE: &[(i64, &str)] = &[(-40, "Report of the first half year"), (9, "Request for payment, fourth quarter"), (150, "Final report")];

/// A manager writes them down.
pub(super) fn grant(tx: &Tx<'_>, stage: &Stage, at: Instant) -> Result<()> {
    let program = stage.program(MAKERS)?.key;
    let manager = stage.staff.iter().find(|viewer| viewer.manages(program)).ok_or_else(|| missing("a manager"))?;
    let source = payer(tx, program)?;
    tx.acting_as(manager.actor(), at, |tx| {
        let today = tx.today();
        let grants = [
            ("City makers grant", "MG-26-0147", -240, 124, 18_000_000, RUNS),
            ("Start-up year", "SU-25-0090", -610, -246, 6_500_000, OVER),
        ];
        for (name, number, from, to, budget, promised) in grants {
            let facts = Facts {
                name: name.to_owned(),
                number: Some(number.to_owned()),
                source,
                from_on: today.plus_days(from),
                to_on: today.plus_days(to),
                budget: Some(Cents::new(budget)),
                matching: Some(Cents::new(budget / 10)),
                words: Some("Advice, referrals and small grants for makers in the city's industrial zones.".to_owned()),
            };
            let id = queries::write(tx, manager, program, &facts)?;
            for (measure, kind, is_of_source, target) in promised {
                let aim =
                    Aim { measure: *measure, kind: kind.map(str::to_owned), place: None, is_of_source: *is_of_source, target: *target };
                queries::set_goal(tx, manager, &id, &aim)?;
            }
            if to < 0 {
                continue;
            }
            for (days, what) in DUE {
                queries::add_due(tx, manager, &id, what, today.plus_days(*days))?;
            }
            let dues = queries::dues(tx, &queries::find_for(tx, manager, &id)?)?;
            for due in dues.iter().filter(|due| due.due_on < today) {
                queries::settle_due(tx, manager, &due.id, due.version, true)?;
            }
        }
        Ok(())
    })
}

/// The funder who paid the most to clients of the program.
fn payer(tx: &Tx<'_>, program: i64) -> Result<Option<i64>> {
    let (zone, today) = (tx.zone(), tx.today());
    let mut most = (0, None);
    for source in programs::queries::funding_sources(tx, program)? {
        let all = Filter { program, first: today.plus_days(-3_660), last: today, kind: None, place: None, source: Some(source.key) };
        let paid = measures::queries::value(tx, M::DollarsAwarded, &all, &zone)?;
        if paid > most.0 {
            most = (paid, Some(source.key));
        }
    }
    Ok(most.1)
}
