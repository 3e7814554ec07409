//! The complete archive of an organization, that another Fairfloor loads: one file (zip) with a member of JSON Lines for each table, and a
//! manifest with counts and sums. The same folder gives the same bytes: fixed order, fixed times.
//!
//! What proves somebody stays behind: passwords, codes, links, tokens, the secrets of other systems, notices that wait. The record of
//! changes stays too, for its own key proves it; the manifest names where it ended, and the new folder's record begins with who loaded which
//! archive. What people said about who they are leaves under a key of its own ([`crate::store::ArchiveKey`]), or not at all; with it go what
//! rests on it, filings that were made and reports that were released with what their ledger remembers.

mod loading;
mod queries;
pub mod tables;
mod writing;

pub use loading::{Loaded, load};
pub use queries::administrators;
pub use writing::{Left, write};

use crate::error::{Error, Result};

/// Name of the form.
pub const FORMAT: &str = "fairfloor-archive";
/// Its edition.
pub const EDITION: u32 = 1;
/// Name of the manifest's member.
const MANIFEST: &str = "manifest.json";
/// Rows after which the record of changes takes them in, and progress is told.
const BATCH: usize = 1_000;
/// Bytes of a row.
const LINE: u64 = 256 * 1024 * 1024;

/// What an archive says of itself.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Manifest {
    /// See [`FORMAT`].
    pub format: String,
    /// See [`EDITION`].
    pub edition: u32,
    /// Schema of the folder.
    pub schema: i32,
    /// Whose it is.
    pub organization: String,
    /// IANA name.
    pub time_zone: String,
    /// Whether it holds what people said about who they are, under a key.
    pub has_answers: bool,
    /// Where the record of changes ended: number and hash.
    pub record: String,
    /// Its members, in their order.
    pub members: Vec<Member>,
    /// Tables that stayed behind, and why.
    pub left: Vec<(String, String)>,
}

/// A member of an archive.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Member {
    /// Table.
    pub table: String,
    /// Rows.
    pub rows: usize,
    /// Bytes when unpacked.
    pub bytes: u64,
    /// SHA-256 when unpacked, in hexadecimal.
    pub sha256: String,
}

impl Member {
    /// Its name in the file.
    fn name(table: &str) -> String {
        format!("tables/{table}.jsonl")
    }
}

fn damaged(words: &str) -> Error {
    Error::Rejected(format!("The archive is damaged: {words}. Nothing was loaded.\nNext: take another copy of it, or write it anew."))
}

/// Guarded counts of releases, by the key of the archive: the one column outside the wall that a keyring encrypted.
fn guarded_context(row: &crate::store::Row) -> Result<String> {
    Ok(format!("{} {}", row.integer("release_id")?, row.text("audience")?))
}
