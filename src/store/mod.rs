//! The one `SQLite` file: one writer, several readers, a record of every change, and refusals that explain.
//!
//! Why one writer: `BEGIN IMMEDIATE` on one thread cannot meet "database is locked", and many jobs share one commit,
//! so that `synchronous=FULL` (an answer only after the disk has it) costs little.

mod chain;
mod folder;
mod keyring;
mod migrate;
mod open;
mod random;
mod readers;
mod remains;
mod row;
pub mod spool;
mod tombstones;
mod tx;
mod verify;
mod writer;

pub use chain::{Head, hash_of_nothing};
pub use folder::{DataFolder, Refusal};
pub use keyring::{ArchiveKey, Keyring, SheetLine, WrappingKey, digest, hex, sha256};
pub use migrate::{APPLICATION_ID, MIGRATIONS, SCHEMA, VERSION, make_fresh};
pub use open::{LossAccepted, Organization, check_version, set_demo_clock, verify_folder, verify_folder_and};
pub use random::Randomness;
pub use remains::{Cleared, clear_remains};
pub use row::Row;
pub use spool::{Content, ContentReader, Hashing};
pub use tombstones::Tombstones;
pub use tx::{Actor, Object, Tx};
pub use verify::{Findings, verify};

use crate::config::Clock;
use crate::error::{Error, Result};
use readers::Readers;
use rusqlite::Connection;
use std::sync::Arc;
use writer::Writer;

/// The open data folder. Cheap to clone.
#[derive(Clone)]
pub struct Db {
    inner: Arc<Inner>,
}

/// Fields are dropped in this order: the writer closes last and leaves the log empty, and the lock goes after it.
struct Inner {
    readers: Readers,
    reports: Readers,
    writer: Writer,
    clock: Clock,
    keys: Arc<Keyring>,
    organization: Organization,
    folder: DataFolder,
    // Held as long as the folder is open: a second process is refused.
    _lock: std::fs::File,
}

impl Db {
    /// Reads in one snapshot, on one of the reader threads.
    pub async fn read<T, F>(&self, read: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&Connection) -> Result<T> + Send + 'static,
    {
        self.inner.readers.run(read).await
    }

    /// Reads in one snapshot, on the lane of exports and reports, so that a long one never holds up a page.
    pub async fn report<T, F>(&self, read: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&Connection) -> Result<T> + Send + 'static,
    {
        self.inner.reports.run(read).await
    }

    /// Writes: one deed, whole or not at all, audited, on the disk before this answers.
    pub async fn write<T, F>(&self, actor: Actor, write: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&Tx<'_>) -> Result<T> + Send + 'static,
    {
        self.inner.writer.run(actor, write).await
    }

    /// The one clock.
    pub fn clock(&self) -> &Clock {
        &self.inner.clock
    }

    /// The keys that lie beside the folder.
    pub fn keys(&self) -> &Keyring {
        &self.inner.keys
    }

    /// Where it lies.
    pub fn folder(&self) -> &DataFolder {
        &self.inner.folder
    }

    /// Whose folder this is.
    pub fn organization(&self) -> &Organization {
        &self.inner.organization
    }
}

/// Turns a panic inside a job into an error, so that one broken page never takes the house down.
fn guarded<T>(job: impl FnOnce() -> Result<T>) -> Result<T> {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(job)).unwrap_or_else(|panic| {
        let words = panic.downcast_ref::<&str>().map(ToString::to_string).or_else(|| panic.downcast_ref::<String>().cloned());
        Err(Error::internal(format!("a job panicked: {}", words.unwrap_or_default())))
    })
}
