//! The key of an archive: what people said about who they are leaves a folder under this key alone, which lies in a file of its own.
//!
//! Nonces follow from the key and what is sealed (as SIV modes do), so that the same folder gives the same archive. What that tells, that
//! two sealed things are equal, tells nothing here: no two subjects have one key, and every context is another.

use super::{Secret, hex, mac, open, seal, unhex};
use crate::error::{Error, Result};
use crate::store::Refusal;
use std::io::Write;
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::Path;
use zeroize::Zeroizing;

/// Bytes of a nonce, which stands before what is sealed.
const NONCE: usize = 24;
const ABOUT: &str = "The key of the answers in an archive of Fairfloor. Keep it apart from the archive: whoever has both can load them.";

/// The key of an archive.
pub struct ArchiveKey {
    sealing: Secret,
    nonces: Secret,
}

#[derive(serde::Serialize, serde::Deserialize)]
struct KeyFile {
    about: String,
    archive: String,
}

impl ArchiveKey {
    fn of(secret: &Secret) -> Self {
        Self {
            sealing: Zeroizing::new(mac(secret, &[b"archive", b"sealing"])),
            nonces: Zeroizing::new(mac(secret, &[b"archive", b"nonces"])),
        }
    }

    /// The key in a file; made, for its owner alone, where there is no file. True where it was made.
    pub fn load_or_make(path: &Path) -> std::result::Result<(Self, bool), Refusal> {
        if path.exists() {
            return Self::load(path).map(|key| (key, false));
        }
        let words = |cause: &dyn std::fmt::Display| {
            Refusal::new(
                format!("The key of the answers {} could not be written: {cause}.", path.display()),
                "Name a file in a folder you may write to, with --answers-key.",
            )
        };
        let mut secret: Secret = Zeroizing::new([0; 32]);
        getrandom::fill(&mut secret[..]).map_err(|cause| words(&cause))?;
        let file = KeyFile { about: ABOUT.to_owned(), archive: hex(&*secret) };
        let text = Zeroizing::new(toml::to_string(&file).map_err(|cause| words(&cause))?);
        let mut made = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path).map_err(|cause| words(&cause))?;
        made.write_all(text.as_bytes()).and_then(|()| made.sync_all()).map_err(|cause| words(&cause))?;
        Ok((Self::of(&secret), true))
    }

    /// The key in a file. One that others can read is refused.
    pub fn load(path: &Path) -> std::result::Result<Self, Refusal> {
        let text = Zeroizing::new(std::fs::read_to_string(path).map_err(|cause| {
            Refusal::new(
                format!("The key of the answers {} cannot be read: {cause}.", path.display()),
                "Name the file that was made with the archive, with --answers-key.",
            )
        })?);
        if std::fs::metadata(path).map_or(0, |meta| meta.permissions().mode() & 0o077) != 0 {
            return Err(Refusal::new(
                format!("The key of the answers {} can be read by others on this machine.", path.display()),
                format!("Run: chmod 600 {}", path.display()),
            ));
        }
        let file: Option<KeyFile> = toml::from_str(&text).ok();
        file.and_then(|file| unhex(&file.archive)).map(|secret| Self::of(&secret)).ok_or_else(|| {
            Refusal::new(
                format!("{} is no key of answers, or it is damaged.", path.display()),
                "Name the file that was made with the archive, with --answers-key.",
            )
        })
    }

    /// Encrypts: the same plain text in the same context gives the same bytes.
    pub fn seal(&self, plain: &[u8], context: &[u8]) -> Result<Vec<u8>> {
        let sum = mac(&self.nonces, &[context, plain]);
        let mut nonce = [0; NONCE];
        nonce.iter_mut().zip(sum).for_each(|(to, from)| *to = from);
        Ok([&nonce[..], &seal(&self.sealing, &nonce, plain, context)?].concat())
    }

    /// Decrypts what [`ArchiveKey::seal`] made.
    pub fn unseal(&self, sealed: &[u8], context: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
        let wrong =
            || Error::Rejected("The answers do not open: the key belongs to another archive, or the archive was changed.".to_owned());
        let (nonce, sealed) = sealed.split_at_checked(NONCE).ok_or_else(wrong)?;
        open(&self.sealing, nonce, sealed, context).map_err(|_| wrong())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_key_seals_alike_and_another_opens_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let (key, made) = ArchiveKey::load_or_make(&dir.path().join("one")).map_err(|refusal| refusal.what).unwrap();
        let (same, again) = ArchiveKey::load_or_make(&dir.path().join("one")).map_err(|refusal| refusal.what).unwrap();
        let (other, _) = ArchiveKey::load_or_make(&dir.path().join("two")).map_err(|refusal| refusal.what).unwrap();
        assert!(made && !again);
        let sealed = key.seal(b"plain", b"here").unwrap();
        assert_eq!(sealed, same.seal(b"plain", b"here").unwrap());
        assert_ne!(sealed, key.seal(b"plain", b"there").unwrap());
        assert_ne!(sealed[..NONCE], key.seal(b"other", b"here").unwrap()[..NONCE]);
        assert_eq!(same.unseal(&sealed, b"here").unwrap().as_slice(), b"plain");
        assert!(other.unseal(&sealed, b"here").is_err() && key.unseal(&sealed, b"there").is_err() && key.unseal(b"short", b"").is_err());
        let mode = std::fs::metadata(dir.path().join("one")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        std::fs::set_permissions(dir.path().join("one"), std::fs::Permissions::from_mode(0o644)).unwrap();
        assert!(ArchiveKey::load(&dir.path().join("one")).is_err_and(|refusal| refusal.what.contains("others")));
    }
}
