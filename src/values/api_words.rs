//! The vocabulary of the API: what a token may do.

use super::Vocabulary;
use super::words::vocabulary;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

vocabulary! {
    /// What a token may do. Writing includes reading the same.
    ApiScope ("api_token_scope.scope") {
        ReadClients = "clients:read", "Read clients and their people";
        WriteClients = "clients:write", "Read, add and change clients";
        ReadServices = "services:read", "Read services";
        WriteServices = "services:write", "Read, log and change services";
        ReadReferrals = "referrals:read", "Read referrals";
        WriteReferrals = "referrals:write", "Read referrals and prepare drafts";
        ReadOutcomes = "outcomes:read", "Read outcomes";
        ReadDeployments = "deployments:read", "Read resources that clients got";
        ReadTrainings = "trainings:read", "Read training events";
        ReadPartners = "partners:read", "Read the partner directory";
    }
    /// Why an own system was not told of an event.
    HookFailure ("api_delivery.failure") {
        Unreachable = "unreachable", "nobody answered there";
        TooSlow = "too_slow", "it took too long";
        NoSecrecy = "no_secrecy", "its certificate is not good";
        Refused = "refused", "it did not answer 200 to 299";
        Inside = "inside", "its name leads into a private network";
    }
}

impl ApiScope {
    /// True where whoever holds this may do what `needed` names.
    pub fn covers(self, needed: Self) -> bool {
        self == needed
            || matches!(
                (self, needed),
                (Self::WriteClients, Self::ReadClients)
                    | (Self::WriteServices, Self::ReadServices)
                    | (Self::WriteReferrals, Self::ReadReferrals)
            )
    }
}
