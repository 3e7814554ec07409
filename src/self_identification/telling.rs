//! What people are told about their answers: that the notice changed, and that somebody wrote down what they said. In their language,
//! by the way they like, in the transaction of the deed. A text says no more than that there is news.

use crate::auth::links::{self, Target};
use crate::error::Result;
use crate::outbox::{self, Addressee, News};
use crate::people::queries as people;
use crate::programs::queries as programs;
use crate::store::Tx;
use crate::values::LinkKind;

/// What somebody is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// What the notice says has changed.
    Changed,
    /// A member of staff wrote down what they said.
    ReadOut,
}

impl Told {
    fn key(self) -> &'static str {
        match self {
            Self::Changed => "self-told-changed",
            Self::ReadOut => "self-told-read-out",
        }
    }
}

/// Writes a notice with a private link to somebody. The link shows no answer: staff can copy it. Whoever audits the deed audits this.
pub(super) fn tell(tx: &Tx<'_>, person: i64, program: i64, told: Told) -> Result<()> {
    let (program, owner) = (programs::find(tx, program)?, people::find_anyone(tx, person)?);
    let link = links::issue(tx, LinkKind::SelfIdentification, Target { person: Some(person), ..Target::default() })?;
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
