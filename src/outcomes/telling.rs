//! The notice that asks a client whether an outcome is so: in their language, by the way they like. What it is about stands behind the
//! link alone, for a telephone is often shared and staff read the outbox.

use super::Outcome;
use crate::error::Result;
use crate::outbox::{self, Addressee, News};
use crate::people::Owner;
use crate::programs::queries as programs;
use crate::store::Tx;

/// Writes the notice with its link. Whoever audits the deed audits this.
pub(super) fn ask(tx: &Tx<'_>, outcome: &Outcome, owner: &Owner, link: i64) -> Result<()> {
    let program = programs::find(tx, outcome.program.0)?;
    let to = Addressee {
        program: (program.key, &program.name, program.telephone.as_deref()),
        person: owner.person,
        name: owner.name(),
        called: owner.given_name(),
        reach: outbox::reach(owner.contact_by, owner.telephone.clone(), owner.email.clone()),
        language: owner.reading(),
    };
    outbox::tell(tx, to, News { short: "notice-text", key: "outcome-told", link: Some(link) })
}
