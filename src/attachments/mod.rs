//! Files beside what happened: a sign-in sheet beside a training, a letter that proves an outcome, a lease beside a resource.
//!
//! A file is what its content says, whatever it was called; it is handed over as a download and never shown in place. Taken back, its
//! content is gone and that it was there stays.

mod content;
pub mod queries;
pub mod routes;
mod views;

pub use content::{LARGEST, kind_of};
pub use routes::routes;

use crate::values::{AttachmentId, FileKind, Instant};

/// The most files beside one thing.
pub const MOST: i64 = 20;
/// What all files of the organization may weigh together, in bytes.
pub const ALL_TOGETHER: i64 = 4 * 1024 * 1024 * 1024;

/// What a file stands beside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Beside {
    /// A service.
    Service,
    /// A training.
    Training,
    /// What came of it.
    Outcome,
    /// A resource.
    Resource,
}

impl Beside {
    /// Beginning of its address.
    pub fn address(self) -> &'static str {
        match self {
            Self::Service => "/services",
            Self::Training => "/trainings",
            Self::Outcome => "/outcomes",
            Self::Resource => "/resources",
        }
    }

    /// Whoever put a file there is asked for such a one.
    pub fn such_as(self) -> &'static str {
        match self {
            Self::Service => "such as what was handed out",
            Self::Training => "such as the sign-in sheet",
            Self::Outcome => "such as the letter that proves it",
            Self::Resource => "such as the lease or the award letter",
        }
    }
}

/// A thing that files stand beside.
#[derive(Debug, Clone)]
pub struct Place {
    /// Row key.
    pub key: i64,
    /// What it is.
    pub beside: Beside,
    /// Id in its address.
    pub id: String,
    /// Row key of the program.
    pub program: i64,
    /// What it is called.
    pub words: String,
    /// It was taken back.
    pub is_undone: bool,
}

/// A file.
#[derive(Debug, Clone)]
pub struct Attachment {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: AttachmentId,
    /// Row key of the program.
    pub program: i64,
    /// As it was called.
    pub name: String,
    /// What it is.
    pub kind: FileKind,
    /// Bytes.
    pub size: i64,
    /// Row key and name of whoever put it there.
    pub author: (i64, String),
    /// When it was taken back.
    pub undone_at: Option<Instant>,
    /// Counts edits.
    pub version: i64,
    /// When it was put there.
    pub created_at: Instant,
}
