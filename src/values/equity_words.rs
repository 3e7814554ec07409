//! The vocabulary of a program's own stages.

use super::Vocabulary;
use super::words::vocabulary;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

vocabulary! {
    /// A stage of a program's own way, in order.
    ProgramStage ("equity_check.stage") {
        Design = "design", "Design";
        Budget = "budget", "Budget";
        Outreach = "outreach", "Outreach";
        Selection = "selection", "Selection";
        Delivery = "delivery", "Delivery";
        Review = "review", "Review";
    }
}
