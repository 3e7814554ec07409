//! What an import made, or would make, and what came of taking it back.

use super::Coverage;
use std::collections::BTreeMap;

/// What an import made, or would make.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct Made {
    /// Businesses that were not here.
    pub clients: usize,
    /// Rows about businesses that were here.
    pub already_here: usize,
    /// Rows that somebody left out.
    pub left_out: usize,
    /// Services, owners, trainings, outcomes or referrals that were not here.
    pub records: usize,
    /// The same that were here to the last word, or to the name.
    pub records_here: usize,
    /// Referrals that were here, and of which the file tells more.
    pub records_changed: usize,
    /// Rows that stand in the file twice to the last word: taken once.
    pub repeated: usize,
    /// Services that were written down more than a week after their day.
    pub late: usize,
    /// Rows of advisors without an account.
    pub by_others: usize,
    /// Resources.
    pub deployments: usize,
    /// Resources that an earlier import brought.
    pub deployments_already_here: usize,
    /// Awarded in all, by the code of the unit.
    pub awarded: BTreeMap<String, i64>,
    /// Counts of workers.
    pub job_snapshots: usize,
    /// Units of space.
    pub sites: usize,
    /// Units that were listed already, left unchanged.
    pub sites_already_here: usize,
    /// Funding sources and deciding bodies put on the program's lists.
    pub listed: Vec<String>,
    /// What the file knows about who people are: states only.
    pub coverage: Vec<Coverage>,
    /// Columns that were not read.
    pub unread: Vec<String>,
    /// Partners that were not here.
    pub partners: usize,
    /// Partners that were here.
    pub partners_already_here: usize,
    /// What they offer that was not here.
    pub services: usize,
    /// What they offer that was here.
    pub services_already_here: usize,
    /// People to ask that were not here.
    pub contacts: usize,
    /// What came of taking it back.
    pub undone: Option<Undone>,
}

/// What taking an import back did.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct Undone {
    /// Businesses deleted.
    pub clients: usize,
    /// Resources deleted.
    pub deployments: usize,
    /// Units deleted.
    pub sites: usize,
    /// Units kept because something was built on them since.
    pub sites_kept: usize,
    /// Businesses kept because something was built on them since: address and name.
    pub kept: Vec<(String, String)>,
    /// Resources kept because somebody changed them since.
    pub deployments_kept: usize,
    /// Services, owners, trainings, outcomes or referrals deleted, or standing as before.
    pub records: usize,
    /// The same that stay because they were changed, filed or built on since.
    pub records_kept: usize,
    /// Partners deleted.
    pub partners: usize,
    /// Services of partners deleted.
    pub services: usize,
    /// Partners kept because something was built on them since: address and name.
    pub partners_kept: Vec<(String, String)>,
}
