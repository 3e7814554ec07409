//! The vocabulary of what is tried and done with clients.

use super::Vocabulary;
use super::words::vocabulary;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

vocabulary! {
    /// What came of an attempt to meet a client.
    AttemptOutcome ("attempt.outcome") {
        NoShow = "no_show", "They did not come";
        Voicemail = "voicemail", "I left a voicemail";
    }
}
