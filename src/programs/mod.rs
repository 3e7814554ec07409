//! Programs of the organization, who pays in them, who decides.

pub mod defaults;
pub mod keeping;
pub mod queries;
pub mod routes;
pub mod seed;
pub mod views;

pub use routes::routes;

use crate::values::{FundingKind, ProgramId, ServiceKind};

/// A program.
#[derive(Debug, Clone)]
pub struct Program {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: ProgramId,
    /// Name.
    pub name: String,
    /// Printed on every notice.
    pub telephone: Option<String>,
    /// For questions about data.
    pub email: Option<String>,
    /// A partner's new browser brings a mailed code before it sees whom to contact.
    pub asks_partner_code: bool,
    /// Who hears complaints, outside the advisors' line: name or office, e-mail, telephone.
    pub complaints_to: [Option<String>; 3],
    /// When the telephone is answered, in the program's own words.
    pub office_hours: Option<String>,
    /// How many months a note about a client is kept, unless somebody says otherwise.
    pub note_months: i64,
    /// Counts edits.
    pub version: i64,
}

/// Who pays.
#[derive(Debug, Clone)]
pub struct FundingSource {
    /// Row key.
    pub key: i64,
    /// Program, by row key.
    pub program: i64,
    /// Name.
    pub name: String,
    /// What kind of money.
    pub kind: FundingKind,
    /// Taken where nobody says otherwise.
    pub is_default: bool,
}

/// What a program takes for a service where nobody says otherwise.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ServiceDefaults {
    /// For each kind: the topic it is filed under, and whether it is reported.
    pub kinds: Vec<(ServiceKind, String, bool)>,
    /// In which languages, for whoever did not choose one.
    pub languages: Vec<String>,
    /// Who pays, by row key.
    pub source: Option<i64>,
}

/// Who decides.
#[derive(Debug, Clone)]
pub struct DecidingBody {
    /// Row key.
    pub key: i64,
    /// Program, by row key.
    pub program: i64,
    /// Name.
    pub name: String,
}
