//! The vocabulary of notes.

use super::Vocabulary;
use super::words::vocabulary;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

vocabulary! {
    /// Who reads a note about a client.
    NoteLevel ("note.level") {
        Team = "team", "Your team";
        Mine = "mine", "Only you";
    }
}
