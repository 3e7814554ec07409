//! Partners: the organizations that answer referrals, what they take, and whom to ask there.

pub mod queries;

use crate::values::{ContactId, Email, Kind, Line, PartnerId, Telephone};

/// An organization that answers referrals.
#[derive(Debug, Clone)]
pub struct Partner {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: PartnerId,
    /// Row key of the program whose directory it stands in.
    pub program: i64,
    /// Name of that program.
    pub program_name: String,
    /// As it calls itself.
    pub name: String,
    /// What it offers, in plain words.
    pub about: Option<String>,
    /// Main number.
    pub telephone: Option<String>,
    /// True when nothing is referred to it any more.
    pub is_closed: bool,
    /// What it takes.
    pub kinds: Vec<Kind>,
    /// Counts edits.
    pub version: i64,
}

/// The person at a partner who answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: ContactId,
    /// Row key of the partner.
    pub partner: i64,
    /// Name.
    pub name: String,
    /// Where the link goes.
    pub email: Option<String>,
    /// Whom to call.
    pub telephone: Option<String>,
    /// True when they no longer work there.
    pub is_closed: bool,
}

/// What is known of a partner when it is listed, or afterwards.
#[derive(Debug, Clone)]
pub struct PartnerFacts {
    /// Name.
    pub name: Line,
    /// What it offers.
    pub about: Option<String>,
    /// Main number.
    pub telephone: Option<Telephone>,
    /// What it takes. At least one.
    pub kinds: Vec<Kind>,
    /// No longer referred to.
    pub is_closed: bool,
}

/// Somebody new to ask at a partner.
#[derive(Debug, Clone)]
pub struct NewContact {
    /// Name.
    pub name: Line,
    /// Where the link goes.
    pub email: Option<Email>,
    /// Whom to call.
    pub telephone: Option<Telephone>,
}
