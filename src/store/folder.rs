//! The data folder: its files, its lock, and the refusal to work on what is not whole.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How long a folder is waited for that another process has not let go of yet.
const PATIENCE: Duration = Duration::from_secs(2);

/// Why the program will not work with a folder, and what to do next. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// What is wrong, and where.
    pub what: String,
    /// The next command.
    pub next: String,
}

impl Refusal {
    /// A refusal in words.
    pub fn new(what: impl Into<String>, next: impl Into<String>) -> Self {
        Self { what: what.into(), next: next.into() }
    }

    /// A refusal because something under the folder failed.
    pub fn broken(what: &str, cause: &dyn std::fmt::Display) -> Self {
        Self::new(format!("{what}: {cause}."), "See that the disk has room and the folder may be read and written, then try again.")
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}\nNext: {}", self.what, self.next)
    }
}

impl std::error::Error for Refusal {}

/// Where the files of one organization lie.
#[derive(Debug, Clone)]
pub struct DataFolder {
    path: PathBuf,
    key_file: PathBuf,
}

impl DataFolder {
    /// A folder and its keyring: `DIR.keys` beside it unless named.
    pub fn new(path: &Path, key_file: Option<&Path>) -> Self {
        let key_file = key_file.map_or_else(
            || {
                let mut name = path.as_os_str().to_owned();
                while name.to_string_lossy().ends_with('/') && name.len() > 1 {
                    name = name.to_string_lossy().trim_end_matches('/').into();
                }
                name.push(".keys");
                PathBuf::from(name)
            },
            Path::to_path_buf,
        );
        Self { path: path.to_path_buf(), key_file }
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The database.
    pub fn database(&self) -> PathBuf {
        self.path.join("fairfloor.db")
    }

    /// The write-ahead log of the database.
    pub fn wal(&self) -> PathBuf {
        self.path.join("fairfloor.db-wal")
    }

    /// The head file: how far the audit record had come.
    pub fn head(&self) -> PathBuf {
        self.path.join("head")
    }

    /// The keyring.
    pub fn keys(&self) -> &Path {
        &self.key_file
    }

    /// The tombstones of deleted people: beside the keyring, and not in the folder, so that they outlive an old copy of it.
    pub fn erased(&self) -> PathBuf {
        self.key_file.with_extension("erased")
    }

    /// Takes the folder for this process alone. The lock goes with the process, even when it is killed.
    pub fn lock(&self) -> Result<File, Refusal> {
        let path = self.path.join("lock");
        let file = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&path)
            .map_err(|cause| Refusal::broken(&format!("{} cannot be opened", path.display()), &cause))?;
        let given_up_at = Instant::now() + PATIENCE;
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(file),
                // Why wait: after a restart the one before may still be writing its last lines.
                Err(std::fs::TryLockError::WouldBlock) if Instant::now() < given_up_at => std::thread::sleep(PATIENCE / 40),
                Err(std::fs::TryLockError::WouldBlock) => {
                    return Err(Refusal::new(
                        format!("Another Fairfloor works with {} right now.", self.path.display()),
                        "Stop the other one first (Ctrl C, or: systemctl stop fairfloor), or name another folder with --data.",
                    ));
                }
                Err(std::fs::TryLockError::Error(cause)) => {
                    return Err(Refusal::broken(&format!("{} cannot be locked", path.display()), &cause));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_keyring_lies_beside_the_folder_and_not_in_it() {
        assert_eq!(DataFolder::new(Path::new("/srv/ff/"), None).keys(), Path::new("/srv/ff.keys"));
        assert_eq!(DataFolder::new(Path::new("ff"), None).keys(), Path::new("ff.keys"));
        assert_eq!(DataFolder::new(Path::new("/srv/ff.one/"), None).erased(), Path::new("/srv/ff.one.erased"));
        assert_eq!(DataFolder::new(Path::new("ff"), Some(Path::new("/safe/ring"))).erased(), Path::new("/safe/ring.erased"));
    }
}
