//! The file of tombstones beside the keyring: who was deleted, as keyed digests. It stays when an old copy of the folder is put back, so
//! that the same people are deleted again before anything is served. Lines are only ever added.

use super::folder::Refusal;
use super::keyring::Keyring;
use crate::values::{Instant, base32};
use std::collections::BTreeSet;
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

/// The tombstones of a folder.
#[derive(Debug)]
pub struct Tombstones {
    path: PathBuf,
    known: BTreeSet<String>,
    last: String,
    /// Bytes of whole lines. What stands behind them was being written when the power went, and nobody was told that it was done.
    whole: u64,
}

impl Tombstones {
    /// Reads the file; no file is no tombstones.
    pub fn read(path: &Path, keys: &Keyring) -> Result<Self, Refusal> {
        let mut stones = Self { path: path.to_path_buf(), known: BTreeSet::new(), last: String::new(), whole: 0 };
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => return Ok(stones),
            Err(cause) => return Err(Refusal::broken(&format!("The list of deleted people {} cannot be read", path.display()), &cause)),
        };
        let end = text.rfind('\n').map_or(0, |place| place + 1);
        for (number, line) in text.get(..end).unwrap_or_default().lines().enumerate() {
            if !stones.take(line, keys) {
                return Err(Refusal::new(
                    format!(
                        "The list of deleted people {} is damaged in line {}, or was written with another keyring.",
                        path.display(),
                        number + 1
                    ),
                    "Put a copy of it back. If there is none, move it elsewhere: it is written anew from the data that is there now, but an older copy of the data would bring deleted people back.",
                ));
            }
        }
        stones.whole = end as u64;
        Ok(stones)
    }

    fn take(&mut self, line: &str, keys: &Keyring) -> bool {
        let mut parts = line.split(' ');
        let (Some(stone), Some(at), Some(mac), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else { return false };
        let Ok(millis) = at.parse::<i64>() else { return false };
        if base32(&keys.tombstone_mac(self.last.as_bytes(), stone.as_bytes(), Instant::from_millis(millis))) != mac {
            return false;
        }
        self.known.insert(stone.to_owned());
        mac.clone_into(&mut self.last);
        true
    }

    /// True when there is none.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// True for somebody who was deleted.
    pub fn has(&self, tombstone: &[u8]) -> bool {
        self.known.contains(&base32(tombstone))
    }

    /// Adds a line. It is on the disk when this returns.
    pub fn add(&mut self, keys: &Keyring, tombstone: &[u8], at: Instant) -> std::io::Result<()> {
        let stone = base32(tombstone);
        let mac = base32(&keys.tombstone_mac(self.last.as_bytes(), stone.as_bytes(), at));
        let line = format!("{stone} {} {mac}\n", at.millis());
        let mut file = std::fs::OpenOptions::new().write(true).create(true).truncate(false).mode(0o600).open(&self.path)?;
        file.set_len(self.whole)?;
        std::io::Seek::seek(&mut file, std::io::SeekFrom::Start(self.whole))?;
        file.write_all(line.as_bytes())?;
        file.sync_all()?;
        if self.whole == 0 {
            std::fs::File::open(self.path.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new(".")))?.sync_all()?;
        }
        self.whole += line.len() as u64;
        self.known.insert(stone);
        self.last = mac;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::random::Randomness;
    use super::*;

    fn stones(path: &Path, keys: &Keyring) -> Tombstones {
        Tombstones::read(path, keys).map_err(|refusal| refusal.what).unwrap()
    }

    #[test]
    fn what_was_added_is_there_again_and_a_torn_line_is_none() {
        let dir = tempfile::tempdir().unwrap();
        let (path, keys) = (dir.path().join("data.erased"), Keyring::generate(&mut Randomness::System).unwrap());
        let at = Instant::from_millis(1_796_000_000_000);
        let mut list = stones(&path, &keys);
        assert!(list.is_empty());
        list.add(&keys, b"one", at).unwrap();
        list.add(&keys, b"two", at).unwrap();
        let whole = std::fs::read(&path).unwrap();
        for torn in 0..whole.len() {
            std::fs::write(&path, &whole[..torn]).unwrap();
            let mut list = stones(&path, &keys);
            let lines = whole[..torn].split(|byte| *byte == b'\n').count() - 1;
            assert_eq!((list.has(b"one"), list.has(b"two")), (lines >= 1, lines >= 2), "{torn}");
            list.add(&keys, b"three", at).unwrap();
            assert!(stones(&path, &keys).has(b"three"), "{torn}");
        }
    }

    #[test]
    fn a_line_that_was_changed_taken_out_or_written_with_other_keys_is_refused() {
        let dir = tempfile::tempdir().unwrap();
        let (path, keys) = (dir.path().join("data.erased"), Keyring::generate(&mut Randomness::System).unwrap());
        let mut list = stones(&path, &keys);
        for who in [b"one".as_slice(), b"two", b"three"] {
            list.add(&keys, who, Instant::from_millis(1)).unwrap();
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        let other = Keyring::generate(&mut Randomness::System).unwrap();
        assert!(Tombstones::read(&path, &other).unwrap_err().what.contains("line 1"));
        for (faulty, line) in [
            (format!("{}\n{}\n", lines[0], lines[2]), "line 2"),
            (format!("{}\n{}\n", lines[1], lines[0]), "line 1"),
            (text.replacen(" 1 ", " 2 ", 1), "line 1"),
            (format!("{text}\n"), "line 4"),
            (format!("{text}hello there world\n"), "line 4"),
        ] {
            std::fs::write(&path, faulty).unwrap();
            assert!(Tombstones::read(&path, &keys).unwrap_err().what.contains(line), "{line}");
        }
    }
}
