//! The list of a release, from what is kept of it.

use crate::equity::catalogue::{Count, Plan, catalogue};
use crate::values::ReleasePlan;

/// The list that a plan asks for.
pub fn list(plan: ReleasePlan, areas: usize, programs: usize) -> Vec<Count> {
    let number = |names: usize| u16::try_from(names).unwrap_or(u16::MAX);
    catalogue(pure(plan), number(areas), number(programs))
}

/// The plan of the heart.
pub fn pure(plan: ReleasePlan) -> Plan {
    match plan {
        ReleasePlan::Small => Plan::Small,
        ReleasePlan::Middle => Plan::Middle,
        ReleasePlan::Full => Plan::Full,
    }
}

/// The word for a plan.
pub fn word(plan: Plan) -> ReleasePlan {
    match plan {
        Plan::Small => ReleasePlan::Small,
        Plan::Middle => ReleasePlan::Middle,
        Plan::Full => ReleasePlan::Full,
    }
}
