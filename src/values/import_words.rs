//! The vocabulary of files that are read in.

use super::Vocabulary;
use super::words::vocabulary;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

vocabulary! {
    /// What a file brought.
    ImportKind ("import_run.kind") {
        Clients = "clients", "Clients";
        Deployments = "deployments", "Resources";
        Partners = "partners", "Partners";
        Sites = "sites", "Units of space";
        Services = "services", "Services";
        People = "people", "Owners of clients";
        Training = "training", "Training";
        Outcomes = "outcomes", "Outcomes";
        Referrals = "referrals", "Referrals";
    }
}
