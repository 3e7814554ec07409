//! The notices about a story: in the client's language, by the way they like. The story itself stands behind the link alone, for a
//! telephone is often shared and staff read the outbox.

use super::Story;
use crate::error::Result;
use crate::outbox::{self, Addressee, News};
use crate::people::Owner;
use crate::programs::queries as programs;
use crate::store::Tx;

/// What a client is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// May it be shown?
    Asked,
    /// Somebody wrote down that they said yes.
    Copied,
    /// Their yes ends soon.
    EndsSoon,
}

impl Told {
    fn key(self) -> &'static str {
        match self {
            Self::Asked => "story-told",
            Self::Copied => "story-told-copy",
            Self::EndsSoon => "story-told-ending",
        }
    }
}

/// Writes the notice with its link. Whoever audits the deed audits this.
pub(super) fn tell(tx: &Tx<'_>, story: &Story, owner: &Owner, link: i64, told: Told) -> Result<()> {
    let program = programs::find(tx, story.program.0)?;
    let to = Addressee {
        program: (program.key, &program.name, program.telephone.as_deref()),
        person: owner.person,
        name: owner.name(),
        called: owner.given_name(),
        reach: outbox::reach(owner.contact_by, owner.telephone.clone(), owner.email.clone()),
        language: owner.reading(),
    };
    outbox::tell(tx, to, News { short: "notice-text", key: told.key(), link: Some(link) })
}
