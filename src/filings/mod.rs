//! Required filings: exact figures, or records, for one named recipient. What is known of a session, a training and a client is gathered
//! here and checked before anything is made; what people said about themselves is filled in behind the wall (`firewall::filing`), and
//! leaves only as a file that the steward makes, on the record.

pub mod drafts;
pub mod queries;
mod routes;
mod views;

pub use routes::routes;

use crate::firewall::filing::{Content, DraftClient, DraftSession, DraftTraining, Line, NOBODY, NOT_ANSWERED, NOT_CERTIFIED};
use crate::sba::{Fault, Loss, Mend};
use crate::values::{ClientId, FilingForm, FilingLineId, ListedMeasure, PersonId, ServiceId, TrainingId};
use std::collections::HashMap;

/// A record as it stands before it is filed: where it is mended, and what is known of it.
pub struct Draft<R> {
    /// What the wall is given.
    pub record: R,
    /// Where each thing is mended.
    pub addresses: Addresses,
    /// The person who is the client on the form has answered what the form cannot do without, after they were told of this filing.
    pub has_answered: bool,
}

/// Where things are mended.
#[derive(Debug, Clone, Default)]
pub struct Addresses {
    /// The client.
    pub client: Option<ClientId>,
    /// The person.
    pub person: Option<PersonId>,
    /// The session.
    pub service: Option<ServiceId>,
    /// The training.
    pub training: Option<TrainingId>,
}

impl Addresses {
    /// The page that mends a fault.
    fn of(&self, mend: Mend, filing: &str) -> String {
        let client = self.client.as_ref().map(|id| format!("/clients/{id}"));
        let client_page = |page: &str| client.as_ref().map(|client| format!("{client}{page}"));
        let found = match mend {
            Mend::Filing => None,
            Mend::Client => client_page("/facts"),
            Mend::Intake => client_page("/intake"),
            Mend::Person => client_page("/owners"),
            Mend::Jobs => client_page("/jobs"),
            Mend::SelfIdentification => client_page("#si"),
            Mend::Record => {
                let service = self.service.as_ref().map(|id| format!("/services/{id}"));
                service.or_else(|| self.training.as_ref().map(|id| format!("/trainings/{id}")))
            }
        };
        found.unwrap_or_else(|| filing.to_owned())
    }
}

/// Everything a file would hold.
pub enum Drafts {
    /// Totals: there is nothing to check.
    Totals,
    /// Sessions.
    Sessions(Vec<Draft<DraftSession>>),
    /// Trainings.
    Trainings(Vec<Draft<DraftTraining>>),
    /// Lines of a table.
    Lines(Vec<Line>),
    /// Clients.
    Clients(Vec<Draft<DraftClient>>),
}

/// A line of a funder's own table, as whoever files set it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnLine {
    /// Address; none for one that comes with the form.
    pub id: Option<FilingLineId>,
    /// Under which head.
    pub section: String,
    /// The funder's words for it.
    pub label: String,
    /// What is counted.
    pub measure: ListedMeasure,
    /// Of one kind.
    pub kind: Option<String>,
    /// In one neighborhood.
    pub place: Option<String>,
}

/// What a file needs before it can be made, in short.
#[derive(Debug, Default, Clone)]
pub struct Check {
    /// Records that can be written.
    pub ready: usize,
    /// What keeps records out, each once for whomever it is about.
    pub faults: Vec<Lack>,
    /// Where each of them stands in the list.
    places: HashMap<(String, String, String), usize>,
    /// How many records are kept out.
    pub kept_out: usize,
    /// What is written otherwise than we hold it.
    pub losses: Vec<(String, Loss)>,
    /// The lines of a table.
    pub lines: Vec<Line>,
}

/// Something that keeps records out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lack {
    /// What staff call the record, or the client where all of its records lack it.
    pub whose: String,
    /// What is wrong.
    pub words: String,
    /// Where it is mended.
    pub mend: String,
    /// How many records it keeps out.
    pub records: i64,
}

impl Drafts {
    /// Checks every record, without a look at what anybody said.
    pub fn check(&self, filing: &str) -> Check {
        let mut check = Check::default();
        match self {
            Self::Totals => {}
            Self::Sessions(drafts) => {
                for draft in drafts {
                    let mut faults = draft.record.session.faults();
                    if draft.record.person.is_none() {
                        faults.push(Fault::new(Mend::Person, NOBODY));
                    } else if !draft.has_answered {
                        faults.push(Fault::new(Mend::SelfIdentification, NOT_ANSWERED));
                    }
                    check.add(&draft.record.label, &draft.addresses, filing, faults, draft.record.session.losses());
                }
            }
            Self::Trainings(drafts) => {
                for draft in drafts {
                    let facts = &draft.record.training_facts;
                    check.add(&draft.record.label, &draft.addresses, filing, facts.faults(), facts.losses());
                }
            }
            Self::Lines(lines) => {
                check.ready = lines.len();
                check.lines.clone_from(lines);
            }
            Self::Clients(drafts) => {
                for draft in drafts {
                    let DraftClient { row, label, person, .. } = &draft.record;
                    let mut faults = row.faults();
                    if row.form == FilingForm::Ssbci {
                        if person.is_none() {
                            faults.push(Fault::new(Mend::Person, NOBODY));
                        } else if !draft.has_answered {
                            faults.push(Fault::new(Mend::SelfIdentification, NOT_CERTIFIED));
                        }
                    }
                    check.add(label, &draft.addresses, filing, faults, row.losses());
                }
            }
        }
        check
    }

    /// What the wall is given.
    pub fn content(self) -> Content {
        match self {
            Self::Totals => Content::Totals,
            Self::Sessions(drafts) => Content::Sessions(drafts.into_iter().map(|draft| draft.record).collect()),
            Self::Trainings(drafts) => Content::Trainings(drafts.into_iter().map(|draft| draft.record).collect()),
            Self::Lines(lines) => Content::Lines(lines),
            Self::Clients(drafts) => Content::Clients(drafts.into_iter().map(|draft| draft.record).collect()),
        }
    }
}

impl Check {
    fn add(&mut self, label: &str, addresses: &Addresses, filing: &str, faults: Vec<Fault>, losses: Vec<Loss>) {
        if faults.is_empty() {
            self.ready += 1;
            self.losses.extend(losses.into_iter().map(|loss| (label.to_owned(), loss)));
            return;
        }
        self.kept_out += 1;
        for fault in faults {
            let whose = match fault.mend {
                Mend::Record => label,
                Mend::Filing => "Every record",
                Mend::Client | Mend::Intake | Mend::Person | Mend::Jobs | Mend::SelfIdentification => {
                    label.split(',').next().unwrap_or(label)
                }
            };
            let lack = Lack { whose: whose.to_owned(), words: fault.words, mend: addresses.of(fault.mend, filing), records: 0 };
            let place = *self.places.entry((lack.whose.clone(), lack.words.clone(), lack.mend.clone())).or_insert(self.faults.len());
            if place == self.faults.len() {
                self.faults.push(lack);
            }
            if let Some(known) = self.faults.get_mut(place) {
                known.records += 1;
            }
        }
    }
}
