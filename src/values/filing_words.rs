//! The vocabulary of what is filed: the form of a filing, and what a client says of itself on one.

use super::Vocabulary;
use super::words::vocabulary;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

vocabulary! {
    /// How a required filing is written.
    FilingForm ("filing.form") {
        Table = "table", "A table of exact totals";
        Sba641 = "sba641", "SBA form 641, a record for each session";
        Sba888 = "sba888", "SBA form 888, a record for each training";
    }
    /// Whether a client is in business: there was a sale, a hire, capital or an expense.
    InBusiness ("intake.in_business") {
        Yes = "yes", "Yes";
        No = "no", "No, or not any more";
        Undetermined = "undetermined", "It cannot be told";
    }
}

impl FilingForm {
    /// True where a file holds a record for each session or training, and not only totals.
    pub fn has_records(self) -> bool {
        self != Self::Table
    }
}
