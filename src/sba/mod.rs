//! The SBA's forms 641 (a counseling session) and 888 (a training) as its system Nexus takes them: what must hold before a record may be
//! written, what our words become, and the XML itself. Pure: records in, faults, losses or XML out.
//!
//! What is written is valid against the schemas of February 2025 (`SBA_NEXUS_Counseling-2-14.xsd`, `SBA_NEXUS_Training-2-25-2025.xsd`).
//! No more is claimed: only the SBA knows what its system accepts. In those schemas the order of elements matters, one record holds one
//! client and at most one session, a session has one topic, and an empty element is refused; so none is ever written.
//!
//! No value is invented. Where nothing is known an optional element is left out, and a required one is a fault that keeps its record out.

mod convert;
mod counseling;
mod crosswalk;
#[cfg(test)]
mod tests;
mod training;
mod xml;

pub use counseling::{Names, Session};
pub use crosswalk::{Answers, Row, Told, rows};
pub use training::{Heads, Training};
pub use xml::Document;

/// Where somebody mends a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mend {
    /// On the page of the filing.
    Filing,
    /// Among the facts of the business.
    Client,
    /// Where it is written down what the client signed and said at the beginning.
    Intake,
    /// Among the people of the client.
    Person,
    /// Among the jobs of the client.
    Jobs,
    /// By asking the person about themselves.
    SelfIdentification,
    /// On the page of the session or training.
    Record,
}

/// Why a record can't be written yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where it is mended.
    pub mend: Mend,
    /// What is wrong with which field, in plain words.
    pub words: String,
}

impl Fault {
    /// A fault in words.
    pub fn new(mend: Mend, words: impl Into<String>) -> Self {
        Self { mend, words: words.into() }
    }
}

/// Something that is written otherwise than we hold it, or not at all because the form has no place for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    /// What we call the field.
    pub field: &'static str,
    /// As we hold it.
    pub held: String,
    /// As it is written; empty where it is left out.
    pub written: String,
}

impl Loss {
    fn new(field: &'static str, held: impl Into<String>, written: impl Into<String>) -> Self {
        Self { field, held: held.into(), written: written.into() }
    }
}
