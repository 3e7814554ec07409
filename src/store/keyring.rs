//! The keyring: one file beside the data folder, 0600, backed up apart. Without it the answers behind the wall are noise.

mod archive_key;
mod sheet;

pub use archive_key::ArchiveKey;
pub use sheet::SheetLine;

use super::folder::Refusal;
use super::random::Randomness;
use crate::error::{Error, Result};
use crate::values::Instant;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::Write;
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::Path;
use zeroize::Zeroizing;

type Secret = Zeroizing<[u8; 32]>;

/// A wrapping key and its id, so that keys can be changed.
pub struct WrappingKey {
    /// Which one, as stored with what it wrapped.
    pub id: String,
    key: Secret,
}

/// The keys of one data folder.
pub struct Keyring {
    active: String,
    wrapping: BTreeMap<String, Secret>,
    audit: Secret,
    totp: Secret,
    links: Secret,
    subjects: Secret,
}

/// The keyring as it stands in its file: hex, by name.
#[derive(serde::Serialize, serde::Deserialize)]
struct KeyFile {
    about: String,
    active: String,
    audit: String,
    totp: String,
    links: String,
    subjects: String,
    wrapping: BTreeMap<String, String>,
}

const ABOUT: &str = "Fairfloor's keys. Keep a copy apart from the data folder: without them nobody can read people's answers again.";

impl Keyring {
    /// New keys.
    pub fn generate(randomness: &mut Randomness) -> Result<Self> {
        let mut secret = || -> Result<Secret> { Ok(Zeroizing::new(randomness.bytes::<32>()?)) };
        Ok(Self {
            active: "w1".to_owned(),
            wrapping: BTreeMap::from([("w1".to_owned(), secret()?)]),
            audit: secret()?,
            totp: secret()?,
            links: secret()?,
            subjects: secret()?,
        })
    }

    /// Writes the keyring into a new file that only its owner can read. Never over an existing one.
    pub fn save_new(&self, path: &Path) -> std::result::Result<(), Refusal> {
        let words = |cause: &dyn std::fmt::Display| {
            Refusal::new(
                format!("The keyring {} could not be written: {cause}.", path.display()),
                "Name a file that does not exist yet, in a folder you may write to, with --key-file.",
            )
        };
        let text = self.to_text().map_err(|cause| words(&cause))?;
        let mut file = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path).map_err(|cause| words(&cause))?;
        file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).map_err(|cause| words(&cause))
    }

    /// Writes the keyring in the place of the one that is there: whole or not at all, also when the power goes.
    pub fn replace(&self, path: &Path) -> std::result::Result<(), Refusal> {
        let words = |cause: &dyn std::fmt::Display| {
            Refusal::new(
                format!("The keyring {} could not be written anew: {cause}. The one that is there still holds.", path.display()),
                "See that its folder has room and may be written, then try again.",
            )
        };
        let mut fresh = path.as_os_str().to_owned();
        fresh.push(".new");
        let fresh = Path::new(&fresh);
        let text = Zeroizing::new(self.to_text().map_err(|cause| words(&cause))?);
        // What an earlier try left behind was never the keyring.
        match std::fs::remove_file(fresh) {
            Err(cause) if cause.kind() != std::io::ErrorKind::NotFound => return Err(words(&cause)),
            _ => {}
        }
        let write = || {
            let mut file = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(fresh)?;
            file.write_all(text.as_bytes())?;
            file.sync_all()?;
            std::fs::rename(fresh, path)?;
            std::fs::File::open(path.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new(".")))?.sync_all()
        };
        write().map_err(|cause| words(&cause))
    }

    /// The same keys with a new wrapping key, which is the active one from now on.
    pub fn with_new_wrapping(&self, randomness: &mut Randomness) -> Result<Self> {
        let newest = self.wrapping.keys().filter_map(|id| id.strip_prefix('w')?.parse::<u64>().ok()).max().unwrap_or(0);
        let id = format!("w{}", newest + 1);
        let mut ring = self.duplicate();
        ring.wrapping.insert(id.clone(), Zeroizing::new(randomness.bytes::<32>()?));
        ring.active = id;
        Ok(ring)
    }

    /// The same keys without the wrapping keys that are not the active one.
    #[must_use]
    pub fn with_active_wrapping_only(&self) -> Self {
        let mut ring = self.duplicate();
        ring.wrapping.retain(|id, _| *id == self.active);
        ring
    }

    /// Ids of its wrapping keys.
    pub fn wrapping_ids(&self) -> Vec<&str> {
        self.wrapping.keys().map(String::as_str).collect()
    }

    fn duplicate(&self) -> Self {
        Self {
            active: self.active.clone(),
            wrapping: self.wrapping.clone(),
            audit: self.audit.clone(),
            totp: self.totp.clone(),
            links: self.links.clone(),
            subjects: self.subjects.clone(),
        }
    }

    /// Reads a keyring, and refuses one that others can read.
    pub fn load(path: &Path) -> std::result::Result<Self, Refusal> {
        let text = Zeroizing::new(std::fs::read_to_string(path).map_err(|cause| {
            Refusal::new(
                format!("The keyring {} cannot be read: {cause}.", path.display()),
                "Put the copy of the keyring back that was kept apart from the data, or name it with --key-file.",
            )
        })?);
        let mode = std::fs::metadata(path).map_or(0, |meta| meta.permissions().mode() & 0o077);
        if mode != 0 {
            return Err(Refusal::new(
                format!("The keyring {} can be read by others on this machine.", path.display()),
                format!("Run: chmod 600 {}", path.display()),
            ));
        }
        Self::from_text(&text).ok_or_else(|| {
            Refusal::new(
                format!("{} is not a keyring of Fairfloor, or it is damaged.", path.display()),
                "Put the copy of the keyring back that was kept apart from the data.",
            )
        })
    }

    fn to_text(&self) -> Result<String> {
        let file = KeyFile {
            about: ABOUT.to_owned(),
            active: self.active.clone(),
            audit: hex(&*self.audit),
            totp: hex(&*self.totp),
            links: hex(&*self.links),
            subjects: hex(&*self.subjects),
            wrapping: self.wrapping.iter().map(|(id, key)| (id.clone(), hex(&**key))).collect(),
        };
        toml::to_string(&file).map_err(|cause| Error::internal(cause.to_string()))
    }

    fn from_text(text: &str) -> Option<Self> {
        let file: KeyFile = toml::from_str(text).ok()?;
        let wrapping: BTreeMap<String, Secret> =
            file.wrapping.iter().map(|(id, key)| Some((id.clone(), unhex(key)?))).collect::<Option<_>>()?;
        wrapping.contains_key(&file.active).then_some(())?;
        Some(Self {
            active: file.active,
            wrapping,
            audit: unhex(&file.audit)?,
            totp: unhex(&file.totp)?,
            links: unhex(&file.links)?,
            subjects: unhex(&file.subjects)?,
        })
    }

    /// The keyed digest of the audit record.
    pub fn audit_mac(&self, parts: &[&[u8]]) -> [u8; 32] {
        mac(&self.audit, parts)
    }

    /// The keyed digest that leads from a person to their answers behind the wall.
    pub fn subject_mac(&self, person: i64) -> [u8; 32] {
        mac(&self.subjects, &[b"person", &person.to_be_bytes()])
    }

    /// The secret part of a private link: 256 bits from the link key, what it opens, and a random nonce.
    pub fn link_token(&self, kind: &str, nonce: &[u8]) -> String {
        crate::values::base32(&mac(&self.links, &[kind.as_bytes(), nonce]))
    }

    /// The keyed digest of a letter code with the number of its reference: only this is kept.
    pub fn letter_code_mac(&self, number: i64, code: &str) -> [u8; 32] {
        mac(&self.links, &[b"letter code", &number.to_be_bytes(), code.as_bytes()])
    }

    /// The keyed digest of which the short code of a reference is made.
    pub fn quick_look_mac(&self, number: i64) -> [u8; 32] {
        mac(&self.links, &[b"quick look", &number.to_be_bytes()])
    }

    /// The keyed digest of a code that was mailed to an address.
    pub fn mailed_code_mac(&self, address: &str, code: &str) -> [u8; 32] {
        mac(&self.links, &[b"mailed code", address.as_bytes(), code.as_bytes()])
    }

    /// The keyed digest of what somebody typed as their name when signing in failed.
    pub fn typed_name_mac(&self, typed: &str) -> [u8; 32] {
        mac(&self.audit, &[b"typed name", typed.as_bytes()])
    }

    /// Encrypts a one-time-code secret for the accounts table.
    pub fn seal_totp(&self, secret: &[u8], account: &str, nonce: [u8; 24]) -> Result<Vec<u8>> {
        let sealed = seal(&self.totp, &nonce, secret, account.as_bytes())?;
        Ok([&nonce[..], &sealed[..]].concat())
    }

    /// Decrypts what [`Keyring::seal_totp`] made.
    pub fn open_totp(&self, sealed: &[u8], account: &str) -> Result<Zeroizing<Vec<u8>>> {
        let (nonce, sealed) = sealed.split_at_checked(24).ok_or_else(|| Error::internal("a sealed code secret is too short"))?;
        open(&self.totp, nonce, sealed, account.as_bytes())
    }

    /// Encrypts which small counts the publication ledger guards for a release: beside what businesses did, that says who people are.
    pub fn seal_guarded(&self, guarded: &[u8], release: &str, nonce: [u8; 24]) -> Result<Vec<u8>> {
        let sealed = seal(&self.guarding(), &nonce, guarded, release.as_bytes())?;
        Ok([&nonce[..], &sealed[..]].concat())
    }

    /// Decrypts what [`Keyring::seal_guarded`] made.
    pub fn open_guarded(&self, sealed: &[u8], release: &str) -> Result<Zeroizing<Vec<u8>>> {
        let (nonce, sealed) = sealed.split_at_checked(24).ok_or_else(|| Error::internal("what a release guards is too short"))?;
        open(&self.guarding(), nonce, sealed, release.as_bytes())
    }

    /// The key for it. Why made of another: keyrings that were printed stay whole.
    fn guarding(&self) -> Secret {
        Zeroizing::new(mac(&self.subjects, &[b"guarded by the publication ledger"]))
    }

    /// Encrypts the secret that calls to another system are signed with.
    pub fn seal_hook(&self, secret: &[u8], hook: &str, nonce: [u8; 24]) -> Result<Vec<u8>> {
        let sealed = seal(&self.hooking(), &nonce, secret, hook.as_bytes())?;
        Ok([&nonce[..], &sealed[..]].concat())
    }

    /// Decrypts what [`Keyring::seal_hook`] made.
    pub fn open_hook(&self, sealed: &[u8], hook: &str) -> Result<Zeroizing<Vec<u8>>> {
        let (nonce, sealed) = sealed.split_at_checked(24).ok_or_else(|| Error::internal("a sealed secret of a call is too short"))?;
        open(&self.hooking(), nonce, sealed, hook.as_bytes())
    }

    /// The key for it, made of another as above.
    fn hooking(&self) -> Secret {
        Zeroizing::new(mac(&self.links, &[b"secrets of calls to other systems"]))
    }

    /// The wrapping key that new subjects' keys are wrapped with.
    pub fn active_wrapping(&self) -> Result<WrappingKey> {
        self.wrapping_by_id(&self.active)
    }

    /// A wrapping key by its id.
    pub fn wrapping_by_id(&self, id: &str) -> Result<WrappingKey> {
        let key = self.wrapping.get(id).ok_or_else(|| Error::internal(format!("the keyring has no wrapping key {id:?}")))?;
        Ok(WrappingKey { id: id.to_owned(), key: key.clone() })
    }

    /// The keyed digest over the head file.
    pub fn head_mac(&self, seq: i64, hash: &[u8]) -> [u8; 32] {
        mac(&self.audit, &[b"head", &seq.to_be_bytes(), hash])
    }

    /// The keyed digest of somebody who was deleted: it says nothing about them to whoever has no keys.
    pub fn tombstone(&self, person: &str) -> [u8; 32] {
        mac(&self.audit, &[b"tombstone", person.as_bytes()])
    }

    /// The keyed digest over a line of the file of tombstones and the line before it.
    pub fn tombstone_mac(&self, before: &[u8], tombstone: &[u8], at: Instant) -> [u8; 32] {
        mac(&self.audit, &[b"tombstone line", before, tombstone, &at.millis().to_be_bytes()])
    }

    /// Derives a demo account's secret from the keyring, so that it can be printed again.
    pub fn demo_secret(&self, what: &str, whose: &str, at: Instant) -> [u8; 32] {
        mac(&self.links, &[b"demo", what.as_bytes(), whose.as_bytes(), &at.millis().to_be_bytes()])
    }
}

impl WrappingKey {
    /// Encrypts with associated data.
    pub fn seal(&self, nonce: &[u8; 24], plain: &[u8], context: &[u8]) -> Result<Vec<u8>> {
        seal(&self.key, nonce, plain, context)
    }

    /// Decrypts with associated data.
    pub fn open(&self, nonce: &[u8], sealed: &[u8], context: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
        open(&self.key, nonce, sealed, context)
    }

    /// A subject's own key, once unwrapped.
    pub fn from_bytes(id: &str, bytes: &[u8]) -> Result<Self> {
        let key: [u8; 32] = bytes.try_into().map_err(|_| Error::internal("a key has 32 bytes"))?;
        Ok(Self { id: id.to_owned(), key: Zeroizing::new(key) })
    }
}

/// SHA-256.
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// SHA-256, as it is written down: what a file is known by.
pub fn digest(bytes: &[u8]) -> String {
    hex(&sha256(bytes))
}

fn seal(key: &Secret, nonce: &[u8; 24], plain: &[u8], context: &[u8]) -> Result<Vec<u8>> {
    let nonce = XNonce::try_from(&nonce[..]).map_err(|_| Error::internal("a nonce has 24 bytes"))?;
    cipher(key)?.encrypt(&nonce, Payload { msg: plain, aad: context }).map_err(|_| Error::internal("encryption failed"))
}

fn open(key: &Secret, nonce: &[u8], sealed: &[u8], context: &[u8]) -> Result<Zeroizing<Vec<u8>>> {
    let nonce = XNonce::try_from(nonce).map_err(|_| Error::internal("a nonce has 24 bytes"))?;
    let plain = cipher(key)?
        .decrypt(&nonce, Payload { msg: sealed, aad: context })
        .map_err(|_| Error::internal("an encrypted value does not open: wrong keyring, or it was changed"))?;
    Ok(Zeroizing::new(plain))
}

fn cipher(key: &Secret) -> Result<XChaCha20Poly1305> {
    let key = Key::try_from(&key[..]).map_err(|_| Error::internal("a key has 32 bytes"))?;
    Ok(XChaCha20Poly1305::new(&key))
}

/// HMAC-SHA-256 over length-prefixed parts, so that no two lists of parts read alike.
fn mac(key: &Secret, parts: &[&[u8]]) -> [u8; 32] {
    let Ok(mut mac) = <Hmac<Sha256> as KeyInit>::new_from_slice(&key[..]) else { return [0; 32] };
    for part in parts {
        mac.update(&(part.len() as u64).to_be_bytes());
        mac.update(part);
    }
    mac.finalize().into_bytes().into()
}

/// Bytes as hexadecimal text.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        text.push_str(&format!("{byte:02x}"));
        text
    })
}

fn unhex(text: &str) -> Option<Secret> {
    let mut secret = Zeroizing::new([0_u8; 32]);
    (text.len() == 64 && text.is_ascii()).then_some(())?;
    for (place, byte) in secret.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(place * 2..place * 2 + 2)?, 16).ok()?;
    }
    Some(secret)
}
