//! Loading an archive into a new folder: whole, or not at all.

use super::tables::{self, Fate};
use super::{BATCH, EDITION, FORMAT, LINE, MANIFEST, Manifest, Member, damaged, guarded_context, queries};
use crate::error::{Error, Result};
use crate::firewall::moving::{self, Mover};
use crate::jobs::Progress;
use crate::reports::releases::queries::guarded_sealed;
use crate::store::{ArchiveKey, Content, ContentReader, Object, Row, Tx, VERSION};
use rusqlite::types::Value;
use sha2::{Digest, Sha256};
use std::collections::{HashMap, HashSet};
use std::io::{BufRead, BufReader, Read};
use zip::ZipArchive;

/// Bytes of a manifest.
const MANIFEST_BYTES: u64 = 4 * 1024 * 1024;
/// How many times its size an archive may unpack to. Rows of JSON come to ten times less than this.
const BOMB: u64 = 400;

type Zip = ZipArchive<BufReader<ContentReader>>;

/// An archive that was opened and says plausible things of itself. Nothing of it is loaded.
pub struct Loaded {
    content: Content,
    /// What it says.
    pub manifest: Manifest,
}

impl Loaded {
    /// Opens an archive, or says why not.
    pub fn open(content: Content) -> Result<Self> {
        let mut zip = zip_of(&content)?;
        let mut text = String::new();
        let member = zip.by_name(MANIFEST).map_err(|_| damaged("it has no manifest, so it is none or not whole"))?;
        member.take(MANIFEST_BYTES).read_to_string(&mut text).map_err(|_| damaged("its manifest cannot be read"))?;
        let manifest: serde_json::Value = serde_json::from_str(&text).map_err(|_| damaged("its manifest cannot be read"))?;
        let edition = manifest.get("edition").and_then(serde_json::Value::as_u64);
        if manifest.get("format").and_then(serde_json::Value::as_str) != Some(FORMAT) {
            return Err(damaged("it is no archive of Fairfloor"));
        }
        if edition.is_some_and(|edition| edition > u64::from(EDITION)) {
            return Err(Error::Rejected(
                "This archive was written by a newer Fairfloor. Nothing was loaded.\nNext: load it with that one.".to_owned(),
            ));
        }
        let manifest: Manifest = serde_json::from_value(manifest).map_err(|_| damaged("its manifest cannot be read"))?;
        if manifest.schema != VERSION {
            return Err(Error::Rejected(format!(
                "This archive has the schema {}, and this Fairfloor loads {VERSION}. Nothing was loaded.\nNext: write it anew with this version of Fairfloor: open the old folder with it, and export again.",
                manifest.schema
            )));
        }
        let all: u64 = manifest.members.iter().map(|member| member.bytes).fold(0, u64::saturating_add);
        if all > content.len().saturating_mul(BOMB) {
            return Err(damaged("it says that it unpacks to far more than such a file can"));
        }
        let named: Vec<String> = manifest.members.iter().map(|member| Member::name(&member.table)).collect();
        let there = zip.file_names().filter_map(std::result::Result::ok).filter(|name| *name != MANIFEST).map(|name| name.to_string());
        let mut there: Vec<String> = there.collect();
        let mut wanted = named;
        there.sort();
        wanted.sort();
        if there != wanted {
            return Err(damaged("its members are not those that its manifest names"));
        }
        Ok(Self { content, manifest })
    }
}

fn zip_of(content: &Content) -> Result<Zip> {
    ZipArchive::new(BufReader::new(content.reader())).map_err(|_| damaged("it is no zip file, or it is cut off"))
}

/// Loads every member: within one deed, so that all of it is there or nothing.
pub fn load(tx: &Tx<'_>, archive: &Loaded, key: Option<&ArchiveKey>, sha256: &str, progress: &Progress) -> Result<usize> {
    let manifest = &archive.manifest;
    if manifest.has_answers && key.is_none() {
        return Err(Error::Rejected(
            "This archive holds what people said about who they are, under a key. Nothing was loaded.\nNext: name the file with the key: --answers-key FILE".to_owned(),
        ));
    }
    let fates: HashMap<&str, Fate> = tables::all().collect();
    let keys = tx.keys();
    let mut loader = Loader {
        tx,
        key,
        mover: key.map(|key| Mover::into_folder(&keys, key)),
        done: 0,
        total: manifest.members.iter().map(|member| member.rows).sum(),
        progress,
    };
    queries::defer(tx)?;
    let mut zip = zip_of(&archive.content)?;
    for member in &manifest.members {
        let fate = fates.get(member.table.as_str()).copied().filter(|fate| !matches!(fate, Fate::Left(_)));
        let fate = fate.ok_or_else(|| damaged(&format!("{:?} is no table that moves", member.table)))?;
        loader.member(&mut zip, member, fate)?;
    }
    queries::refuse_orphans(tx)?;
    queries::index_all(tx)?;
    let detail = format!("archive sha256 {sha256} rows {} answers {} record {}", loader.done, manifest.has_answers, manifest.record);
    tx.audit_with("archive.loaded", Object::new("organization", 1), &detail)?;
    Ok(loader.done)
}

struct Loader<'l, 'c> {
    tx: &'l Tx<'c>,
    key: Option<&'l ArchiveKey>,
    mover: Option<Mover<'l>>,
    done: usize,
    total: usize,
    progress: &'l Progress,
}

impl Loader<'_, '_> {
    fn member(&mut self, zip: &mut Zip, member: &Member, fate: Fate) -> Result<()> {
        let table = member.table.as_str();
        let known = queries::columns_of(self.tx, table)?;
        let part = zip.by_name(&Member::name(table)).map_err(|_| damaged(&format!("{table} cannot be unpacked")))?;
        // What the archive says of a member's size may be untrue: it is read so far and no further.
        let mut reader = BufReader::new(part.take(member.bytes + 1));
        let (mut hash, mut rows, mut bytes, mut line) = (Sha256::new(), 0, 0, Vec::new());
        loop {
            line.clear();
            let place = || format!("{table}, line {}", rows + 1);
            let read = reader.by_ref().take(LINE).read_until(b'\n', &mut line).map_err(|_| damaged(&place()))?;
            if read == 0 {
                break;
            }
            hash.update(&line);
            bytes += read as u64;
            let row = Row::from_json(&line).filter(|_| line.ends_with(b"\n")).ok_or_else(|| damaged(&place()))?;
            self.row(table, fate, row, &known).map_err(|cause| match cause {
                Error::Rejected(words) => {
                    Error::Rejected(format!("The archive cannot be loaded, {}: {words} Nothing was loaded.", place()))
                }
                other => other,
            })?;
            rows += 1;
            self.step(table)?;
        }
        if (rows, bytes) != (member.rows, member.bytes) || crate::store::hex(&hash.finalize()) != member.sha256 {
            return Err(damaged(&format!("{table} is not what the manifest says")));
        }
        self.note(table)
    }

    fn row(&self, table: &str, fate: Fate, mut row: Row, known: &HashSet<String>) -> Result<()> {
        if let (true, Some(mover)) = (moving::TABLES.contains(&table), &self.mover) {
            row = mover.arrive(self.tx, table, row)?;
        }
        if let (true, Some(key)) = (table == "release_edition", self.key) {
            let plain = key.unseal(&row.blob("guarded")?, guarded_context(&row)?.as_bytes())?;
            row.put("guarded", Value::Blob(guarded_sealed(self.tx, row.integer("release_id")?, &row.text("audience")?, &plain)?));
        }
        tables::complete(self.tx, table, fate, &mut row, |person| queries::address_of(self.tx, person))?;
        if let Some((column, _)) = row.columns().iter().find(|(column, _)| !known.contains(column)) {
            return Err(Error::Rejected(format!("the table has no column {column:?}.")));
        }
        if table == "organization" {
            queries::become_organization(self.tx, &row)
        } else {
            queries::insert(self.tx, table, &row).map_err(refused)
        }
    }

    /// Tells how far it is, and takes rows into the record before they are too many to remember.
    fn step(&mut self, table: &str) -> Result<()> {
        self.done += 1;
        if self.done.is_multiple_of(BATCH) {
            self.progress.reach(self.done, self.total)?;
            self.note(table)?;
        }
        Ok(())
    }

    fn note(&self, table: &str) -> Result<()> {
        self.tx.audit_with("archive.rows", Object::none(), &format!("table {table} rows to {}", self.done))
    }
}

/// What the tables themselves refuse is the archive's fault.
fn refused(cause: Error) -> Error {
    match cause {
        Error::Internal(cause) => Error::Rejected(format!("the row is refused ({cause}).")),
        other => other,
    }
}
