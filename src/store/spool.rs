//! Files without a name: what is sent in, or waits to be taken, lies in the data folder and under no name at all.
//!
//! Why without a name: it is gone with whoever holds it, also when the program is killed. Nothing is left to clear away, and no backup or
//! other program meets it.

use super::folder::DataFolder;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{BufWriter, Read, Result, Seek, SeekFrom, Write};
use std::os::unix::fs::{FileExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A file to write into, with no name.
pub fn unnamed(beside: &Path) -> Result<File> {
    let mut bits = [0_u8; 16];
    getrandom::fill(&mut bits).map_err(|_| std::io::Error::other("no random bits"))?;
    let path = beside.join(format!("spool-{}", crate::values::base32(&bits)));
    let file = std::fs::OpenOptions::new().read(true).write(true).create_new(true).mode(0o600).open(&path)?;
    std::fs::remove_file(&path)?;
    Ok(file)
}

/// Takes away what a program that was killed between two system calls left. It was empty.
pub fn clear(folder: &DataFolder) -> Result<()> {
    for entry in std::fs::read_dir(folder.path())? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with("spool-") {
            std::fs::remove_file(entry.path())?;
        }
    }
    Ok(())
}

/// What is in a file. Cheap to clone; many may read it at once.
#[derive(Debug, Clone)]
pub struct Content {
    file: Arc<File>,
    len: u64,
    beside: PathBuf,
}

impl Content {
    /// Of a file that was written. `beside` is where more may be put down while it is read.
    pub fn of(file: File, beside: &Path) -> Result<Self> {
        let len = file.metadata()?.len();
        Ok(Self { file: Arc::new(file), len, beside: beside.to_path_buf() })
    }

    /// Of a file by its path. What is no plain file, such as a pipe, is put down first.
    pub fn open(path: &Path, beside: &Path) -> Result<Self> {
        let mut file = File::open(path)?;
        if file.metadata()?.is_file() {
            return Self::of(file, beside);
        }
        let mut spool = unnamed(beside)?;
        std::io::copy(&mut file, &mut spool)?;
        Self::of(spool, beside)
    }

    /// Of bytes.
    pub fn from_bytes(bytes: &[u8], beside: &Path) -> Result<Self> {
        let mut file = unnamed(beside)?;
        file.write_all(bytes)?;
        Self::of(file, beside)
    }

    /// Bytes in it.
    pub fn len(&self) -> u64 {
        self.len
    }

    /// True where nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Where more may be put down.
    pub fn beside(&self) -> &Path {
        &self.beside
    }

    /// Reads it from its beginning.
    pub fn reader(&self) -> ContentReader {
        ContentReader { file: Arc::clone(&self.file), at: 0, len: self.len }
    }

    /// The first bytes.
    pub fn start(&self, most: u64) -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.reader().take(most).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// SHA-256 of it.
    pub fn sha256(&self) -> Result<[u8; 32]> {
        let (mut reader, mut hash, mut held) = (self.reader(), Sha256::new(), vec![0; 64 * 1024]);
        loop {
            let read = reader.read(&mut held)?;
            if read == 0 {
                return Ok(hash.finalize().into());
            }
            hash.update(held.get(..read).unwrap_or_default());
        }
    }
}

/// A place in a file.
#[derive(Debug, Clone)]
pub struct ContentReader {
    file: Arc<File>,
    at: u64,
    len: u64,
}

impl Read for ContentReader {
    fn read(&mut self, held: &mut [u8]) -> Result<usize> {
        let left = usize::try_from(self.len.saturating_sub(self.at)).unwrap_or(usize::MAX);
        let most = held.len().min(left);
        let Some(held) = held.get_mut(..most).filter(|held| !held.is_empty()) else { return Ok(0) };
        let read = self.file.read_at(held, self.at)?;
        self.at += read as u64;
        Ok(read)
    }
}

impl Seek for ContentReader {
    fn seek(&mut self, to: SeekFrom) -> Result<u64> {
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.len.checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = at.ok_or_else(|| std::io::Error::new(std::io::ErrorKind::InvalidInput, "before the beginning"))?;
        Ok(self.at)
    }
}

/// Hands bytes on in larger pieces, and sums them up.
pub struct Hashing<W: Write> {
    out: BufWriter<Summing<W>>,
}

struct Summing<W> {
    out: W,
    hash: Sha256,
}

impl<W: Write> Hashing<W> {
    /// Before the first byte.
    pub fn new(out: W) -> Self {
        Self { out: BufWriter::with_capacity(64 * 1024, Summing { out, hash: Sha256::new() }) }
    }

    /// After the last one: where it went, and its SHA-256 in hexadecimal.
    pub fn end(mut self) -> Result<(W, String)> {
        self.flush()?;
        let Summing { out, hash } = self.out.into_inner().map_err(std::io::IntoInnerError::into_error)?;
        Ok((out, hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()))
    }
}

impl<W: Write> Write for Hashing<W> {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        self.out.write(bytes)
    }

    fn flush(&mut self) -> Result<()> {
        self.out.flush()
    }
}

impl<W: Write> Write for Summing<W> {
    fn write(&mut self, bytes: &[u8]) -> Result<usize> {
        let written = self.out.write(bytes)?;
        self.hash.update(bytes.get(..written).unwrap_or_default());
        Ok(written)
    }

    fn flush(&mut self) -> Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_without_a_name_is_read_by_many_and_is_gone_with_the_last() {
        let dir = tempfile::tempdir().unwrap();
        let content = Content::from_bytes(b"one,two\n", dir.path()).unwrap();
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 0, "nothing has a name");
        let (mut one, mut other) = (content.reader(), content.clone().reader());
        drop(content.clone());
        other.seek(SeekFrom::End(-4)).unwrap();
        let mut text = String::new();
        other.read_to_string(&mut text).unwrap();
        assert_eq!(text, "two\n");
        text.clear();
        one.read_to_string(&mut text).unwrap();
        assert_eq!((text.as_str(), content.len()), ("one,two\n", 8));
        assert_eq!(content.sha256().unwrap(), super::super::sha256(b"one,two\n"));
    }

    #[test]
    fn what_a_killed_program_left_is_taken_away_and_nothing_else() {
        let dir = tempfile::tempdir().unwrap();
        let folder = DataFolder::new(dir.path(), None);
        std::fs::write(dir.path().join("spool-abc"), "").unwrap();
        std::fs::write(dir.path().join("fairfloor.db"), "x").unwrap();
        clear(&folder).unwrap();
        let left: Vec<_> = std::fs::read_dir(dir.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        assert_eq!(left, ["fairfloor.db"]);
    }
}
