//! Resources: what was asked for, awarded and delivered, who pays, who decided.

pub mod queries;
pub mod routes;
pub mod views;

pub use routes::routes;

use crate::values::{Amount, Day, DeploymentId, ResourceKind, Unit};

/// A resource asked for, awarded or delivered. At least one of the three amounts is known.
#[derive(Debug, Clone)]
pub struct Deployment {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: DeploymentId,
    /// Business, by row key.
    pub business: i64,
    /// What kind of resource.
    pub kind: ResourceKind,
    /// What the amounts count.
    pub unit: Unit,
    /// Asked for.
    pub applied: Step,
    /// Promised.
    pub awarded: Step,
    /// Handed over.
    pub delivered: Step,
    /// Who pays.
    pub funding_source: Option<(i64, String)>,
    /// Who decided.
    pub deciding_body: Option<(i64, String)>,
    /// The request to a partner that it came of, by row key.
    pub referral: Option<i64>,
    /// For the team.
    pub note: Option<String>,
    /// The import that made it, in words; empty when it was typed.
    pub is_imported: bool,
    /// Counts edits.
    pub version: i64,
    /// When it was written down.
    pub recorded_at: crate::values::Instant,
}

/// One of the three: how much, and when. Either may be unknown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Step {
    /// How much, in the unit of the deployment.
    pub amount: Option<i64>,
    /// When.
    pub on: Option<Day>,
}

impl Deployment {
    /// The last step that is known, in words: "awarded", "$4,200".
    pub fn standing(&self) -> (&'static str, String) {
        let shown = |amount: i64| Amount { value: amount, unit: self.unit }.to_string();
        match (self.delivered.amount, self.awarded.amount, self.applied.amount) {
            (Some(amount), _, _) => ("delivered", shown(amount)),
            (None, Some(amount), _) => ("awarded", shown(amount)),
            (None, None, Some(amount)) => ("applied for", shown(amount)),
            (None, None, None) => ("noted", String::new()),
        }
    }

    /// The latest day that is known.
    pub fn latest(&self) -> Option<Day> {
        [self.applied.on, self.awarded.on, self.delivered.on].into_iter().flatten().max()
    }
}

/// A deployment as it is written down.
#[derive(Debug, Clone)]
pub struct NewDeployment {
    /// What kind of resource.
    pub kind: ResourceKind,
    /// What the amounts count.
    pub unit: Unit,
    /// Asked for.
    pub applied: Step,
    /// Promised.
    pub awarded: Step,
    /// Handed over.
    pub delivered: Step,
    /// Who pays, by row key.
    pub funding_source: Option<i64>,
    /// Who decided, by row key.
    pub deciding_body: Option<i64>,
    /// The request to a partner that it came of, by row key.
    pub referral: Option<i64>,
    /// For the team.
    pub note: Option<String>,
}
