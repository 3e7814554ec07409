//! The vocabulary of what other guardians are told of.

use super::Vocabulary;
use super::words::vocabulary;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

vocabulary! {
    /// What happened to whoever guards people's answers, or was done by them.
    GuardDeed ("guard_alert.what") {
        Invited = "invited", "Invited";
        Reset = "reset", "Sign-in set anew";
        Closed = "closed", "Account closed";
        GlassAsked = "glass_asked", "Break-glass asked for";
        GlassAgreed = "glass_agreed", "Break-glass agreed to";
        GlassOpened = "glass_opened", "Answers looked at";
        FilingRecorded = "filing_recorded", "Filing recorded";
        FilingMade = "filing_made", "Filing made";
    }
}
