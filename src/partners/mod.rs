//! Partners: the organizations that answer referrals, what they take, and whom to ask there.

pub mod capacity;
pub mod closure;
pub mod queries;
pub mod service;
pub mod typed;
pub mod views;

pub use closure::{Closure, NewClosure};
pub use service::{Location, Point, Service, ServiceFacts};

use crate::values::{ContactId, Email, Instant, Kind, Line, PartnerAccountId, PartnerId, PartnerType, Telephone, Website};

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
    /// What sort of organization it is.
    pub types: Vec<PartnerType>,
    /// What it takes.
    pub kinds: Vec<Kind>,
    /// Its own pages.
    pub website: Option<String>,
    /// Its own mailbox, nobody's in particular.
    pub email: Option<String>,
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

/// The account of somebody at a partner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Address.
    pub id: PartnerAccountId,
    /// Row key of the contact whose it is.
    pub contact: i64,
    /// Their name.
    pub name: String,
    /// Where codes to sign in go.
    pub email: Option<String>,
    /// Since when they have it.
    pub given_at: Instant,
    /// When they last signed in.
    pub last_used_at: Option<Instant>,
}

/// What is known of a partner when it is listed, or afterwards.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartnerFacts {
    /// Name.
    pub name: Line,
    /// What it offers.
    pub about: Option<String>,
    /// Main number.
    pub telephone: Option<Telephone>,
    /// What sort of organization it is; empty where nobody said.
    pub types: Vec<PartnerType>,
    /// What it takes. At least one.
    pub kinds: Vec<Kind>,
    /// Its own pages.
    pub website: Option<Website>,
    /// Its own mailbox, nobody's in particular.
    pub email: Option<Email>,
    /// No longer referred to.
    pub is_closed: bool,
}

impl PartnerFacts {
    /// A partner of which only its name and what it takes are known.
    pub fn named(name: Line, kinds: Vec<Kind>) -> Self {
        Self { name, about: None, telephone: None, types: Vec::new(), kinds, website: None, email: None, is_closed: false }
    }
}

/// Somebody new to ask at a partner.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewContact {
    /// Name.
    pub name: Line,
    /// Where the link goes.
    pub email: Option<Email>,
    /// Whom to call.
    pub telephone: Option<Telephone>,
}
