//! Reading clients, resources, referrals, partners and units of space in from files: from the command line and from a page, whole or not at
//! all, with undo.

mod command;
pub mod deciding;
pub mod fields;
mod keeping;
pub mod known;
mod made;
pub mod partner_fields;
pub mod presets;
pub mod queries;
mod read;
mod record_fields;
mod referral_fields;
mod referral_terms;
mod refused;
mod routes;
pub mod sniff;
pub mod tale;
mod terms;
mod upload;
mod views;
mod wall;

pub use crate::jobs::Progress;
pub use command::{Command, command, command_told};
pub use made::{Made, Undone};
pub use presets::{Kept, Preset};
pub use read::{is_of_records, read, refuse_other, scan};
pub use refused::Refused;
pub use routes::routes;
pub use wall::Answers;

use crate::partners::{NewClosure, NewContact, PartnerFacts, ServiceFacts};
use crate::people::Place;
use crate::resources::Brought;
use crate::store::Content;
use crate::values::{
    Amount, Capacity, Day, Email, ImportId, ImportKind, Instant, LegalForm, Line, NaicsEdition, Note, Point, ResourceKind, Stage,
    Telephone, Unit,
};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A file and how to read it.
#[derive(Clone)]
pub struct File {
    /// As it was called.
    pub name: String,
    /// What is in it.
    pub content: Content,
    /// What it holds.
    pub kind: ImportKind,
    /// A named reading of a known file.
    pub preset: Option<&'static Preset>,
    /// A reading that somebody kept.
    pub kept: Option<Arc<Kept>>,
    /// Field and header, where the reading differs from what the headers say.
    pub adjustments: Vec<(String, String)>,
}

impl File {
    /// The name of how it is read, where it has one.
    pub fn preset_name(&self) -> Option<&str> {
        self.preset.map(|preset| preset.name).or_else(|| self.kept.as_ref().map(|kept| kept.name.as_str()))
    }
}

/// A file, read. Nothing of it is in the database yet.
#[derive(Default)]
pub struct Reading {
    /// Encoding and sign between cells.
    pub encoding: String,
    /// First line; of a JSON file the fields that have no place here.
    pub headers: Vec<String>,
    /// True for a directory that is no table.
    pub is_json: bool,
    /// Which column is which field.
    pub mapping: fields::Mapping,
    /// The first rows as they stand: line and cells.
    pub sample: Vec<(u64, Vec<String>)>,
    /// Rows with something in them.
    pub row_count: usize,
    /// The rows that could be read, in the file's order.
    pub entries: Vec<Entry>,
    /// The units that could be read, in a file of units.
    pub sites: Vec<SiteEntry>,
    /// The rows of a directory that could be read, in the file's order.
    pub partners: Vec<PartnerRow>,
    /// Why it can't be imported, line by line. With one of these nothing is imported.
    pub errors: Vec<String>,
    /// The rows with errors, as many as are kept.
    pub refused: Vec<Refused>,
    /// How many errors there are in all.
    pub error_count: usize,
    /// What could not be read for sure.
    pub questions: Vec<Question>,
    /// How much the file knows about who people are: states only.
    pub coverage: Vec<Coverage>,
}

/// One row.
#[derive(Clone)]
pub struct Entry {
    /// Line of the file, from 1.
    pub line: u64,
    /// The id that the client has in the folder that the row was exported from.
    pub id: Option<String>,
    /// What the owner calls the business.
    pub name: Line,
    /// Its legal name, if that is another.
    pub legal_name: Option<Line>,
    /// Its own pages; only to know it again.
    pub website: Option<String>,
    /// What it makes.
    pub product: Option<Line>,
    /// Industry code and edition, if the edition is known.
    pub naics: Option<(String, Option<NaicsEdition>)>,
    /// Where it stands.
    pub stage: Option<Stage>,
    /// In business since.
    pub started_on: Option<Day>,
    /// Client since.
    pub enrolled_on: Option<Day>,
    /// Legal form.
    pub legal_form: Option<LegalForm>,
    /// As the file has it.
    pub legal_form_typed: Option<String>,
    /// Where it is.
    pub place: Place,
    /// Where it is on the map.
    pub point: Option<Point>,
    /// Workers.
    pub workers: Option<i64>,
    /// Who owns it or speaks for it.
    pub contact: Contact,
    /// The resource, in a file of resources.
    pub award: Option<Award>,
    /// What the file says of who the owner is.
    pub answers: Answers,
}

/// One row of a file of units.
#[derive(Debug, Clone)]
pub struct SiteEntry {
    /// Line of the file, from 1.
    pub line: u64,
    /// Name of the landlord.
    pub partner: Line,
    /// The unit.
    pub site: crate::sites::NewSite,
}

/// One row of a directory: a partner, and one of its services if there is one in the row.
#[derive(Debug, Clone, PartialEq)]
pub struct PartnerRow {
    /// Line of the file, from 1; 0 where the file has no lines of its own.
    pub line: u64,
    /// What the row says of the partner.
    pub facts: PartnerFacts,
    /// What it offers.
    pub offered: Option<OfferedRow>,
    /// Closed days.
    pub closures: Vec<NewClosure>,
    /// People to ask.
    pub contacts: Vec<NewContact>,
}

/// A service in a row.
#[derive(Debug, Clone, PartialEq)]
pub struct OfferedRow {
    /// What is known of it.
    pub facts: ServiceFacts,
    /// When it was last checked.
    pub checked_on: Option<Day>,
    /// Whether it takes anybody, where the file says.
    pub capacity: Option<Capacity>,
    /// Until when that holds.
    pub until: Option<Day>,
}

/// A person in a row; all empty for the unnamed owner of a file without owners.
#[derive(Debug, Clone, Default)]
pub struct Contact {
    /// First name, or the whole name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Telephone.
    pub telephone: Option<Telephone>,
    /// E-mail.
    pub email: Option<Email>,
    /// Language.
    pub language: Option<String>,
}

impl Contact {
    /// True when the row names somebody or says how to reach them.
    pub fn is_somebody(&self) -> bool {
        !self.first_name.is_empty() || !self.last_name.is_empty() || self.telephone.is_some() || self.email.is_some()
    }
}

/// A resource in a row.
#[derive(Debug, Clone)]
pub struct Award {
    /// The id it has in the folder that it was exported from.
    pub id: Option<String>,
    /// What kind.
    pub kind: ResourceKind,
    /// What the amounts count.
    pub unit: Unit,
    /// Asked for.
    pub applied: Option<Amount>,
    /// Promised.
    pub awarded: Option<Amount>,
    /// Handed over.
    pub delivered: Option<Amount>,
    /// When asked.
    pub applied_on: Option<Day>,
    /// When promised.
    pub awarded_on: Option<Day>,
    /// When handed over.
    pub delivered_on: Option<Day>,
    /// When the answer was no.
    pub refused_on: Option<Day>,
    /// Who pays, and what kind of money.
    pub funding: Option<(Line, Option<crate::values::FundingKind>)>,
    /// Who decided.
    pub deciding_body: Option<Line>,
    /// What the client brings.
    pub brought: Brought,
    /// For the team.
    pub note: Option<Note>,
}

impl Award {
    /// The first day the row knows.
    pub fn day(&self) -> Option<Day> {
        self.awarded_on.or(self.applied_on).or(self.delivered_on).or(self.refused_on)
    }
}

/// Something that could not be read for sure: kept as typed, left unset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Column.
    pub header: String,
    /// As it stands there; empty where the column says who somebody is.
    pub typed: String,
    /// What we need to know.
    pub words: String,
    /// In how many rows.
    pub row_count: i64,
    /// In which lines, the first of them; none where the column says who somebody is.
    pub lines: Vec<u64>,
}

/// In how many rows a question about who somebody is has no answer. States only, never answers.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Coverage {
    /// "race", "sex", "veteran".
    pub what: String,
    /// Rows without an answer.
    pub unknown: usize,
    /// Rows.
    pub of: usize,
}

/// What came of an import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It is in.
    Imported {
        /// Address of its record.
        id: ImportId,
        /// What it made.
        made: Box<Made>,
    },
    /// The same file was imported into the same program before; nothing was changed.
    SameFile {
        /// Address of that record.
        id: ImportId,
        /// When.
        at: Instant,
    },
}

/// An import as it was recorded.
#[derive(Debug, Clone)]
pub struct Run {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: ImportId,
    /// Program, by row key.
    pub program: i64,
    /// Its name.
    pub program_name: String,
    /// What.
    pub kind: ImportKind,
    /// Named reading.
    pub preset: Option<String>,
    /// Name of the file.
    pub file_name: String,
    /// Encoding and sign.
    pub encoding: String,
    /// Field to header.
    pub mapping: BTreeMap<String, String>,
    /// Rows read.
    pub row_count: i64,
    /// What it made.
    pub made: Made,
    /// Who did it, in words.
    pub actor: String,
    /// When.
    pub started_at: Instant,
    /// When it was taken back.
    pub undone_at: Option<Instant>,
}

impl Run {
    /// An import can be taken back for thirty days.
    pub fn can_be_undone(&self, now: Instant) -> bool {
        self.undone_at.is_none() && now <= self.started_at.plus_days(30)
    }
}
