//! `fairfloor export archive` and `fairfloor import archive`: a whole organization from one folder to another.

use super::export::watched;
use super::target::Target;
use super::{Data, Failure, say};
use crate::archive::{self, Loaded};
use crate::firewall::rewrapping;
use crate::jobs::Progress;
use crate::store::{Actor, ArchiveKey, Content, DataFolder, Db, Hashing, LossAccepted, Object, Randomness};
use crate::values::{Zone, grouped};
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

/// Writes the archive of a folder. Stopped in the middle, nothing is left of it.
pub async fn write(data: &Data, output: Option<&Path>, answers_key: Option<&Path>) -> Result<(), Failure> {
    let Some(path) = output else {
        return Err(Failure::new("An archive is a file of its own. Say where to: -o FILE."));
    };
    let db = data.open().await?;
    let key = match answers_key {
        Some(path) => {
            let (key, is_made) = ArchiveKey::load_or_make(path)?;
            if is_made {
                drop(writeln!(std::io::stderr(), "The key of the answers is in {}: keep it apart from the archive.", path.display()));
            }
            Some(key)
        }
        None => None,
    };
    let target = Target::open(Some(path))?;
    let progress = Arc::new(Progress::default());
    let (told, keeper) = (Arc::clone(&progress), db.clone());
    let work = db.report(move |conn| {
        let mut out = Hashing::new(target);
        let (manifest, left) = archive::write(conn, keeper.keys(), key.as_ref(), &mut out, &told)?;
        let (target, sha256) = out.end()?;
        Ok((target, sha256, manifest, left))
    });
    let (target, sha256, manifest, left) = watched(work, &progress).await?;
    let rows: usize = manifest.members.iter().map(|member| member.rows).sum();
    let detail = format!("rows {rows} answers {} sha256 {sha256}", manifest.has_answers);
    db.write(Actor::command_line(), move |tx| tx.audit_with("archive.written", Object::none(), &detail)).await?;
    target.keep()?;
    for words in left {
        drop(writeln!(std::io::stderr(), "{words}"));
    }
    say(&format!("{}: {} rows of {}, SHA-256 {sha256}.", path.display(), counted(rows), manifest.organization));
    Ok(())
}

fn counted(rows: usize) -> String {
    grouped(i64::try_from(rows).unwrap_or(i64::MAX))
}

/// Loads an archive into a folder that is not there yet, or empty: whole, or the folder is as it was.
pub async fn load(data: &Data, file: &Path, answers_key: Option<&Path>) -> Result<(), Failure> {
    let folder = data.folder();
    let was_there = refuse_full(&folder)?;
    let key = answers_key.map(ArchiveKey::load).transpose()?;
    let content = Content::open(file, &std::env::temp_dir())
        .map_err(|cause| Failure::new(format!("{} cannot be read: {cause}. See that it is there and may be read.", file.display())))?;
    let said = |cause: crate::error::Error| Failure::new(format!("{}: {cause}", file.display()));
    let sha256: String = content.sha256()?.iter().map(|byte| format!("{byte:02x}")).collect();
    let archive = Loaded::open(content).map_err(said)?;
    let (zone, organization) = (Zone::parse(&archive.manifest.time_zone)?, archive.manifest.organization.clone());
    let loaded = into_new(&folder, &organization, &zone, archive, key, sha256).await;
    let rows = match loaded {
        Ok(rows) => rows,
        Err(cause) => {
            clear(&folder, was_there);
            return Err(Failure::new(format!("{}: {}", file.display(), cause.0)));
        }
    };
    // Opened again: its clock and its organization are those of the archive.
    let db = Db::open(&folder, &LossAccepted::default())?;
    let keeper = db.clone();
    let administrators = db
        .read(move |conn| {
            rewrapping::check(conn, keeper.keys())?;
            archive::administrators(conn)
        })
        .await?;
    say(&format!("{organization} is in {}: {} rows. Its keys are in {}.", folder.path().display(), counted(rows), folder.keys().display()));
    say("Nobody can sign in yet: passwords and codes stayed behind. Let the first administrator in again:");
    for email in administrators {
        say(&format!("  fairfloor account reset --email {email} --data {}", folder.path().display()));
    }
    say("Private links, letter codes, tokens and addresses of other systems stayed behind too: give them anew where they are needed.");
    Ok(())
}

/// Refuses a folder with something in it. True where it was there, and empty.
fn refuse_full(folder: &DataFolder) -> Result<bool, Failure> {
    let path = folder.path();
    let next = "Next: name a folder that does not exist yet with --data.";
    if folder.keys().exists() || folder.erased().exists() {
        return Err(Failure::new(format!("There are keys in {} already, of another folder.\n{next}", folder.keys().display())));
    }
    match std::fs::read_dir(path) {
        Ok(mut entries) => match entries.next() {
            Some(_) => Err(Failure::new(format!("{} is not empty.\n{next}", path.display()))),
            None => Ok(true),
        },
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => Ok(false),
        Err(cause) => Err(Failure::new(format!("{} cannot be looked at: {cause}.\n{next}", path.display()))),
    }
}

async fn into_new(
    folder: &DataFolder,
    organization: &str,
    zone: &Zone,
    archive: Loaded,
    key: Option<ArchiveKey>,
    sha256: String,
) -> Result<usize, Failure> {
    let db = Db::create(folder, organization, zone, None, Randomness::System)?;
    let progress = Arc::new(Progress::default());
    let told = Arc::clone(&progress);
    let work = db.write(Actor::command_line(), move |tx| archive::load(tx, &archive, key.as_ref(), &sha256, &told));
    watched(work, &progress).await
}

/// Half a folder would only be in the way of the next try.
fn clear(folder: &DataFolder, was_there: bool) {
    if was_there {
        for entry in std::fs::read_dir(folder.path()).into_iter().flatten().flatten() {
            drop(std::fs::remove_file(entry.path()));
        }
    } else {
        drop(std::fs::remove_dir_all(folder.path()));
    }
    drop(std::fs::remove_file(folder.keys()));
}
