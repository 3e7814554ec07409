//! The vocabulary of stories: how a client is named in one, what was done with it, and what ends a yes to it.

use super::Vocabulary;
use super::words::vocabulary;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

vocabulary! {
    /// How the client is named in a story.
    StoryName ("story.named_as") {
        Business = "business", "The name of the business";
        FirstName = "first_name", "The first name of the person alone";
        Described = "described", "No name: a few words instead";
    }
    /// What was done with a story.
    StoryDeed ("story_step.what") {
        Written = "written", "Written down";
        Changed = "changed", "Changed";
        Asked = "asked", "The client was asked";
        Agreed = "agreed", "The client agreed";
        Refused = "refused", "The client said no";
        Wished = "wished", "The client wants it different";
        Withdrawn = "withdrawn", "The client took the yes back";
        TakenDown = "taken_down", "Taken down by staff";
        Copied = "copied", "A copy went to the client";
        Warned = "warned", "The client was told that the yes ends soon";
        Undone = "undone", "Taken back by staff";
    }
    /// What ended a yes to a story before its last day.
    StoryEnd ("story_consent.ended_why") {
        Withdrawn = "withdrawn", "The client took it back";
        TakenDown = "taken_down", "Taken down by staff";
        Changed = "changed", "The story was changed, so it has to be asked anew";
        Renewed = "renewed", "A newer yes took its place";
        Erased = "erased", "Whoever agreed was deleted on request";
        Undone = "undone", "The story was taken back";
    }
}
