//! The record, for those who check it: who did what, when. Opaque ids only; no person's data is in it.

mod queries;
pub mod routes;
mod views;

pub use routes::routes;

use crate::values::{ActorKind, Instant};

/// One event of the record.
#[derive(Debug, Clone)]
pub struct AuditEvent {
    /// Sequence number, without gaps.
    pub seq: i64,
    /// When.
    pub at: Instant,
    /// What kind of actor.
    pub actor_kind: ActorKind,
    /// Name of the account, where it is one; otherwise the opaque id.
    pub actor: String,
    /// What, in dotted words.
    pub action: String,
    /// Which table.
    pub object_kind: String,
    /// Opaque id.
    pub object: String,
    /// Names of fields, counts, hashes.
    pub detail: String,
    /// How many rows it changed.
    pub rows: i64,
}
