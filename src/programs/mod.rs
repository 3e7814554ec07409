//! Programs of the organization, who pays in them, who decides.

pub mod defaults;
pub mod keeping;
pub mod queries;
pub mod routes;
pub mod seed;
mod sources;
pub mod views;

pub use routes::routes;

use crate::values::{BodyId, CraPurpose, CraTest, Day, FundingKind, FundingSourceId, ProgramId, ServiceKind};

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
    /// Address.
    pub id: FundingSourceId,
    /// Program, by row key.
    pub program: i64,
    /// What is known of it.
    pub facts: SourceFacts,
    /// Taken where nobody says otherwise.
    pub is_default: bool,
    /// Since when nothing new is paid from it.
    pub retired_on: Option<Day>,
    /// Counts edits.
    pub version: i64,
}

/// What is known of somebody who pays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFacts {
    /// Name.
    pub name: String,
    /// What kind of money.
    pub kind: FundingKind,
    /// Of bank money: the bank.
    pub institution: Option<String>,
    /// Of bank money: under which test of the 1995 rule it counts.
    pub cra_test: Option<CraTest>,
    /// Of bank money: which purpose of community development it has.
    pub cra_purpose: Option<CraPurpose>,
}

impl SourceFacts {
    /// Money of which only name and kind are known.
    pub fn bare(name: &str, kind: FundingKind) -> Self {
        Self { name: name.to_owned(), kind, institution: None, cra_test: None, cra_purpose: None }
    }

    /// What bank money still lacks to be counted under the rule, in words. Nothing for money of another kind.
    pub fn lacks(&self) -> Vec<&'static str> {
        if self.kind != FundingKind::Bank {
            return Vec::new();
        }
        let lacking = [
            (self.institution.is_none(), "the name of the bank"),
            (self.cra_test.is_none(), "the test"),
            (self.cra_purpose.is_none(), "the purpose"),
        ];
        lacking.into_iter().filter(|(is_lacking, _)| *is_lacking).map(|(_, words)| words).collect()
    }
}

impl FundingSource {
    /// True while something new can be paid from it, or where it is what was chosen already.
    pub fn is_offered(&self, chosen: Option<i64>) -> bool {
        self.retired_on.is_none() || chosen == Some(self.key)
    }
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
    /// Address.
    pub id: BodyId,
    /// Program, by row key.
    pub program: i64,
    /// What is known of it.
    pub facts: BodyFacts,
    /// Counts edits.
    pub version: i64,
}

/// What is known of a body.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BodyFacts {
    /// Name.
    pub name: String,
    /// What it decides.
    pub decides: Option<String>,
    /// How it is reached.
    pub contact: Option<String>,
    /// Since when there is such a body.
    pub since: Option<Day>,
    /// Its last day.
    pub until: Option<Day>,
}
