//! The vocabulary of what is tried and done with clients, and to find them.

use super::Vocabulary;
use super::words::vocabulary;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

vocabulary! {
    /// What came of an attempt to meet a client.
    AttemptOutcome ("attempt.outcome") {
        NoShow = "no_show", "They did not come";
        Voicemail = "voicemail", "I left a voicemail";
    }
    /// How people were met who did not know the program yet.
    OutreachKind ("outreach.kind") {
        Event = "event", "Event";
        DoorKnock = "door_knock", "Door to door";
        CommunityGroup = "community_group", "At a community group";
        Calls = "calls", "Calls or messages";
        Media = "media", "Paper, radio or flyer";
    }
}
