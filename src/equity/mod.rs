//! Placeholder of this branch only: the real module replaces this file at the merge. Holds what `firewall` names.

/// An answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Some group.
    Answered,
    /// Declined.
    Declined,
    /// Not asked.
    NotAsked,
    /// Unknown.
    Unknown,
}

impl Answer {
    /// Codes of race.
    pub fn races<'a>(_: impl Iterator<Item = &'a str>) -> Self {
        Self::Answered
    }

    /// Codes of sex.
    pub fn sexes<'a>(_: impl Iterator<Item = &'a str>) -> Self {
        Self::Answered
    }
}

/// A dimension.
#[derive(Debug, Clone, Copy)]
pub enum Dimension {
    /// Race.
    Race,
}

/// A business.
#[derive(Debug, Clone)]
pub struct Unit {
    /// Race.
    pub race: Answer,
    /// Sex.
    pub sex: Answer,
    /// Something else.
    pub count: u32,
}

/// Tables.
#[derive(Debug)]
pub struct Tables;

/// The answer of a business.
pub fn unit_answer(_: &[(Option<u32>, Answer)], _: bool) -> Answer {
    Answer::Unknown
}

/// Tables of a dimension.
pub fn tabulate(_: &[Unit], _: Dimension, _: u32) -> Tables {
    Tables
}
