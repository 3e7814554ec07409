//! Writing an archive.

use super::tables::{self, Fate};
use super::{BATCH, EDITION, FORMAT, MANIFEST, Manifest, Member, guarded_context, queries};
use crate::error::{Error, Result};
use crate::firewall::moving::{self, Mover};
use crate::jobs::Progress;
use crate::reports::releases::queries::guarded_plain;
use crate::store::{ArchiveKey, Keyring, Row, VERSION};
use rusqlite::Connection;
use rusqlite::types::Value;
use sha2::{Digest, Sha256};
use std::io::Write;
use zip::write::{SimpleFileOptions, StreamWriter, ZipWriter};

/// What stayed behind, in sentences.
pub type Left = Vec<String>;

type Zip<'o> = ZipWriter<StreamWriter<&'o mut dyn Write>>;

/// Writes the archive of a folder. Without a key it holds nothing of what people said about who they are.
pub fn write(
    conn: &Connection,
    keys: &Keyring,
    key: Option<&ArchiveKey>,
    out: &mut dyn Write,
    progress: &Progress,
) -> Result<(Manifest, Left)> {
    let moving: Vec<(&str, Fate)> = tables::all().filter(|(_, fate)| moves(*fate, key)).collect();
    let total = moving.iter().map(|(table, fate)| queries::count(conn, table, *fate)).sum::<Result<usize>>()?;
    let mover = key.map(|key| Mover::out_of(conn, keys, key)).transpose()?;
    let mut writer = Writer { conn, keys, key, mover, zip: ZipWriter::new_stream(out), done: 0, total, progress };
    let mut members = Vec::new();
    for (table, fate) in moving {
        members.push(writer.table(table, fate)?);
    }
    let manifest = manifest(conn, key.is_some(), members)?;
    writer.begin(MANIFEST)?;
    writer.put(serde_json::to_string_pretty(&manifest)?.as_bytes())?;
    writer.zip.finish().map_err(|cause| broken(&cause))?.flush().map_err(|cause| broken(&cause))?;
    let mut left = Vec::new();
    if key.is_none() {
        left.push(
            "What people said about who they are is not in it, nor the filings and released reports that rest on it. To take them along: --answers-key FILE".to_owned(),
        );
    }
    let waiting = queries::waiting(conn)?;
    if waiting > 0 {
        left.push(format!("{waiting} notices that were not sent yet stay behind: send or stop them first."));
    }
    Ok((manifest, left))
}

fn moves(fate: Fate, key: Option<&ArchiveKey>) -> bool {
    match fate {
        Fate::Left(_) => false,
        Fate::Sealed => key.is_some(),
        Fate::Carried | Fate::Without(_) | Fate::Only(_) => true,
    }
}

fn manifest(conn: &Connection, has_answers: bool, members: Vec<Member>) -> Result<Manifest> {
    let mut left: Vec<(String, String)> = tables::all()
        .filter_map(|(table, fate)| match fate {
            Fate::Left(why) => Some((table.to_owned(), why.to_owned())),
            Fate::Sealed if !has_answers => Some((table.to_owned(), "it rests on what people said about who they are".to_owned())),
            _ => None,
        })
        .collect();
    left.sort();
    let (mut organization, mut time_zone) = (String::new(), String::new());
    queries::each(conn, "organization", Fate::Carried, &mut |row| {
        (organization, time_zone) = (row.text("name")?, row.text("time_zone")?);
        Ok(())
    })?;
    Ok(Manifest {
        format: FORMAT.to_owned(),
        edition: EDITION,
        schema: VERSION,
        organization,
        time_zone,
        has_answers,
        record: queries::end_of_record(conn)?,
        members,
        left,
    })
}

struct Writer<'w, 'o> {
    conn: &'w Connection,
    keys: &'w Keyring,
    key: Option<&'w ArchiveKey>,
    mover: Option<Mover<'w>>,
    zip: Zip<'o>,
    done: usize,
    total: usize,
    progress: &'w Progress,
}

impl Writer<'_, '_> {
    fn table(&mut self, table: &str, fate: Fate) -> Result<Member> {
        self.begin(&Member::name(table))?;
        let (mut rows, mut bytes, mut hash) = (0, 0, Sha256::new());
        queries::each(self.conn, table, fate, &mut |mut row| {
            if self.done.is_multiple_of(BATCH) {
                self.progress.reach(self.done, self.total)?;
            }
            tables::strip(table, fate, &mut row);
            let mut line = self.sealed(table, row)?.to_json()?.into_bytes();
            line.push(b'\n');
            hash.update(&line);
            (rows, bytes, self.done) = (rows + 1, bytes + line.len() as u64, self.done + 1);
            self.put(&line)
        })?;
        Ok(Member { table: table.to_owned(), rows, bytes, sha256: crate::store::hex(&hash.finalize()) })
    }

    /// A row with what the keyring encrypted under the key of the archive.
    fn sealed(&self, table: &str, mut row: Row) -> Result<Row> {
        if moving::TABLES.contains(&table) {
            let mover = self.mover.as_ref().ok_or_else(|| Error::internal("answers move under a key only"))?;
            return mover.leave(table, row);
        }
        if let (true, Some(key)) = (table == "release_edition", self.key) {
            let plain = guarded_plain(self.conn, self.keys, row.integer("release_id")?, &row.text("audience")?, &row.blob("guarded")?)?;
            let context = guarded_context(&row)?;
            row.put("guarded", Value::Blob(key.seal(&plain, context.as_bytes())?));
        }
        Ok(row)
    }

    fn begin(&mut self, name: &str) -> Result<()> {
        let options = SimpleFileOptions::default().large_file(true).last_modified_time(zip::DateTime::default());
        self.zip.start_file(name, options).map_err(|cause| broken(&cause))
    }

    fn put(&mut self, bytes: &[u8]) -> Result<()> {
        self.zip.write_all(bytes).map_err(|cause| broken(&cause))
    }
}

fn broken(cause: &dyn std::fmt::Display) -> Error {
    Error::Rejected(format!("The archive could not be written: {cause}. See that there is room for it, then try again."))
}
