//! How the large program looked at its own equity: at four of its six stages, twice with something that changed.

use super::city::MAKERS;
use super::play::{Stage, missing};
use crate::equity_checks::{Facts, queries};
use crate::error::Result;
use crate::store::Tx;
use crate::values::{Instant, ProgramStage};

/// Stage, days ago, who pays, who benefits, who decides, what changed, whether the first advisor signed too.
type Look = (ProgramStage, i64, &'static str, &'static str, &'static str, Option<&'static str>, bool);

#[rustfmt::skip]
const LOOKS: &[Look] = &[
    (ProgramStage::Design,    330, "The city, from the industrial fund. Applicants pay for their own drawings.", "Shops with a lease in a zone. Makers at home are left out.", "Staff wrote the rules; nobody asked a maker.", Some("Makers at home may apply with a letter from their landlord or a neighbor."), true),
    (ProgramStage::Budget,    300, "The city. Match of a tenth is asked of every client.", "Who has savings can bring the match; new shops often cannot.", "The director and the finance office.", Some("The match is waived below $5,000."), true),
    (ProgramStage::Outreach,  120, "Advisors' time, also in the evening without pay.", "People who read English or Spanish. Nothing was printed in Vietnamese.", "The outreach lead.", None, false),
    (ProgramStage::Delivery,   25, "Clients lose working hours for visits by day.", "Shops near the office are seen twice as often.", "Each advisor for themselves.", None, false),
];

/// A manager writes them down, and signs.
pub(super) fn look(tx: &Tx<'_>, stage: &Stage, at: Instant) -> Result<()> {
    let program = stage.program(MAKERS)?.key;
    let manager = stage.staff.iter().find(|viewer| viewer.manages(program)).ok_or_else(|| missing("a manager"))?;
    let advisor = stage.staff.first().ok_or_else(|| missing("an advisor"))?;
    for (of, ago, pays, benefits, decides, changed, is_shared) in LOOKS {
        let id = tx.acting_as(manager.actor(), at, |tx| {
            let facts = Facts {
                stage: *of,
                on: tx.today().plus_days(-ago),
                who_pays: (*pays).to_owned(),
                who_benefits: (*benefits).to_owned(),
                who_decides: (*decides).to_owned(),
                what_changed: changed.map(str::to_owned),
            };
            let id = queries::write(tx, manager, program, &facts)?;
            queries::sign(tx, manager, &id, 1)?;
            Ok(id)
        })?;
        if *is_shared {
            tx.acting_as(advisor.actor(), at, |tx| queries::sign(tx, advisor, &id, 1))?;
        }
    }
    Ok(())
}
