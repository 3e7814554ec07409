//! Programs of the organization, who pays in them, who decides.

pub mod keeping;
pub mod queries;
pub mod routes;
pub mod seed;
pub mod views;

pub use routes::routes;

use crate::values::{FundingKind, ProgramId};

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
