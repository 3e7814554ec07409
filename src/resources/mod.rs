//! Resources: what was asked for, awarded and delivered, who pays, who decided.

pub mod days;
pub mod queries;
pub mod routes;
pub mod views;

pub use routes::routes;

use crate::values::{Amount, Cents, Day, DecisionId, DeploymentId, Guarantee, ResourceKind, Unit, Vocabulary};

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
    /// When the answer to the application was no.
    pub refused_on: Option<Day>,
    /// Who pays.
    pub funding_source: Option<(i64, String)>,
    /// Who decided.
    pub deciding_body: Option<(i64, String)>,
    /// The decision it was made by.
    pub decision: Option<Decided>,
    /// What the client gives in return.
    pub brought: Brought,
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

/// A decision of a body, as far as a resource names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: DecisionId,
    /// Of which body, by row key.
    pub body: i64,
    /// When it was decided.
    pub on: Day,
    /// What was decided.
    pub words: String,
}

/// What a client gives in return for a resource. Where nobody asked it is not known, which is another thing than nothing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Brought {
    /// What they add of their own, in cents.
    pub matched: Option<i64>,
    /// What they leave as a deposit, in cents.
    pub deposit: Option<i64>,
    /// What they pay in fees, in cents.
    pub fees: Option<i64>,
    /// What they vouch with.
    pub guarantee: Option<Guarantee>,
    /// For how much, in cents.
    pub guarantee_cents: Option<i64>,
}

impl Brought {
    /// True where nobody asked for any of it.
    pub fn is_unknown(&self) -> bool {
        *self == Self::default()
    }

    /// "Match $500. Deposit: none. Fees: not asked. Personal guarantee, $4,000." Nothing where nobody asked for any of it.
    pub fn words(&self) -> Option<String> {
        let amount = |name: &str, cents: Option<i64>| match cents {
            None => format!("{name}: not asked."),
            Some(0) => format!("{name}: none."),
            Some(cents) => format!("{name} {}.", Cents::new(cents)),
        };
        let guarantee = match (self.guarantee, self.guarantee_cents) {
            (None, _) => "Guarantee: not asked.".to_owned(),
            (Some(Guarantee::None), _) => "Guarantee: none.".to_owned(),
            (Some(kind), None) => format!("{}, amount not known.", kind.label()),
            (Some(kind), Some(cents)) => format!("{}, {}.", kind.label(), Cents::new(cents)),
        };
        let parts = [amount("Match", self.matched), amount("Deposit", self.deposit), amount("Fees", self.fees), guarantee];
        (!self.is_unknown()).then(|| parts.join(" "))
    }
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
            (None, None, Some(amount)) if self.refused_on.is_some() => ("refused", shown(amount)),
            (None, None, Some(amount)) => ("applied for", shown(amount)),
            (None, None, None) => ("noted", String::new()),
        }
    }

    /// The latest day that is known.
    pub fn latest(&self) -> Option<Day> {
        [self.applied.on, self.awarded.on, self.delivered.on, self.refused_on].into_iter().flatten().max()
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
    /// When the answer to the application was no.
    pub refused_on: Option<Day>,
    /// Who pays, by row key.
    pub funding_source: Option<i64>,
    /// Who decided, by row key.
    pub deciding_body: Option<i64>,
    /// The decision it was made by, by row key.
    pub decision: Option<i64>,
    /// What the client gives in return.
    pub brought: Brought,
    /// The request to a partner that it came of, by row key.
    pub referral: Option<i64>,
    /// For the team.
    pub note: Option<String>,
}
