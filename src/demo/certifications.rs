//! Certificates of the first advisor's clients: some have one or two; one ends soon, one ended, of one nobody knows until when.

use super::city::MAKERS;
use super::play::{Stage, missing};
use crate::certifications::{Facts, queries};
use crate::error::Result;
use crate::store::Tx;
use crate::values::{CertificationBasis, Instant};

use CertificationBasis::{DocumentSeen, ToldToAdvisor};

/// Of which client, code, who certified, number, days from today of its first and its last day, standard, who says so.
type Held = (usize, &'static str, &'static str, Option<&'static str>, Option<i64>, Option<i64>, Option<&'static str>, CertificationBasis);

#[rustfmt::skip]
const HELD: &[Held] = &[
    (0, "mbe",     "City of Millrace",       Some("M-2231"), Some(-700), Some(395), None,                                                 DocumentSeen),
    (0, "dbe",     "State of Millrace, DOT", Some("D-0417"), Some(-640), Some(38),  Some("49 CFR part 26, as it was before October 2025"), DocumentSeen),
    (2, "hubzone", "SBA",                    None,           Some(-120), None,      None,                                                 ToldToAdvisor),
    (3, "lbe",     "City of Millrace",       Some("L-108"),  Some(-800), Some(-70), None,                                                 DocumentSeen),
    (5, "sba_8a",  "SBA",                    Some("8A-55"),  Some(-400), Some(900), Some("Individual narrative of disadvantage"),         DocumentSeen),
    (5, "wosb",    "SBA",                    None,           None,       None,      None,                                                 ToldToAdvisor),
];

/// The first advisor writes them down.
pub(super) fn hold(tx: &Tx<'_>, stage: &Stage, at: Instant) -> Result<()> {
    let advisor = stage.staff.first().ok_or_else(|| missing("an advisor"))?;
    let program = stage.program(MAKERS)?.key;
    let clients = super::workers::clients_of(tx, stage, advisor, program);
    for (place, code, agency, number, from, until, standard, basis) in HELD {
        let Some(client) = clients.get(*place) else { continue };
        tx.acting_as(advisor.actor(), at, |tx| {
            let facts = Facts {
                code: (*code).to_owned(),
                named: None,
                agency: (*agency).to_owned(),
                number: number.map(str::to_owned),
                from_on: from.map(|days| tx.today().plus_days(days)),
                until_on: until.map(|days| tx.today().plus_days(days)),
                standard: standard.map(str::to_owned),
                basis: *basis,
            };
            queries::record(tx, advisor, client, &facts).map(drop)
        })?;
    }
    Ok(())
}
