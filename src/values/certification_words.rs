//! The vocabulary of certificates: who says that a client has one.

use super::Vocabulary;
use super::words::vocabulary;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

vocabulary! {
    /// Who says that a client has a certificate.
    CertificationBasis ("certification.basis") {
        ToldToAdvisor = "told_to_advisor", "told to the advisor";
        DocumentSeen = "document_seen", "document seen";
    }
}
