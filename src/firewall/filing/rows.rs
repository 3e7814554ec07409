//! A required table with a row for each client: what is known comes from outside the wall, what an owner certified is filled in here.

use super::Days;
use super::records::{Changes, NOBODY, Owners, Record, Wall, Written};
use crate::error::{Error, Result};
use crate::firewall::door::Held;
use crate::firewall::words;
use crate::funders::{ClientRow, SediSaid};
use crate::sba::{Fault, Mend};
use crate::values::{FilingForm, Question, Vocabulary};
use std::collections::BTreeSet;

/// A client about to be filed.
#[derive(Debug, Clone)]
pub struct DraftClient {
    /// Row key of the business.
    pub business: i64,
    /// What staff call it.
    pub label: String,
    /// Row key of the person who speaks for it; none where nobody is known.
    pub person: Option<i64>,
    /// Its owners: each of them sees that the file was made.
    pub owners: Owners,
    /// What is known.
    pub row: ClientRow,
}

/// What keeps a client out who was not asked for SSBCI's self-certification.
pub const NOT_CERTIFIED: &str = "They have not answered the question on self-certification under a notice that names this recipient";

/// What somebody said to the self-certification.
enum Certified {
    Yes(String),
    No,
    Declined,
}

impl Wall<'_> {
    fn certified(&self, person: i64) -> Result<Option<Certified>> {
        let replies = self.replies(person)?;
        let Some(reply) = replies.get(Question::Sedi.code()).map(crate::firewall::Firewalled::open) else { return Ok(None) };
        Ok(match reply.state {
            Held::Declined => Some(Certified::Declined),
            Held::Answered => reply
                .codes
                .first()
                .map(|code| if code == "NONE" { Certified::No } else { Certified::Yes(words::label(Question::Sedi, code)) }),
            Held::Skipped | Held::Unknown => None,
        })
    }

    pub(super) fn clients(&self, drafts: Vec<DraftClient>, days: Days) -> Result<Written> {
        let mut sheet = ClientRow::head(self.filing.form, self.filing.has_names, days.last);
        let (mut people, mut records, mut left_out, mut changes) = (BTreeSet::new(), Vec::new(), 0, Changes::default());
        for draft in drafts {
            let mut faults = draft.row.faults();
            let mut certified = None;
            if self.filing.form == FilingForm::Ssbci {
                match draft.person {
                    None => faults.push(Fault::new(Mend::Person, NOBODY)),
                    Some(person) => {
                        certified = self.certified(person)?;
                        if certified.is_none() {
                            faults.push(Fault::new(Mend::SelfIdentification, NOT_CERTIFIED));
                        }
                    }
                }
            }
            if !faults.is_empty() {
                left_out += 1;
                changes.leave_out(&draft.label, &faults);
                continue;
            }
            let said = certified.as_ref().map(|certified| match certified {
                Certified::Yes(reason) => SediSaid::Yes(reason),
                Certified::No => SediSaid::No,
                Certified::Declined => SediSaid::Declined,
            });
            draft.row.write(said, &mut sheet);
            people.extend(draft.owners.iter().map(|(owner, _)| *owner));
            changes.lose(&draft.label, &draft.row.losses());
            records.push(Record::Client(draft.business, draft.row.facts()));
        }
        Written::with(sheet.csv().map_err(Error::internal)?, changes, people, left_out, records)
    }
}
