//! What somebody had typed when their visit ended: kept for a day, encrypted, and given back only to the person who typed it.
//!
//! Why here and not in the page: a telephone is often shared. A page that carries the text would show it to whoever goes back to it;
//! this way it is in no page until the same person has signed in again in the same browser, and signing out throws it away.

use super::broken;
use crate::config::Clock;
use crate::error::Result;
use crate::store::Keyring;
use tower_sessions::Session;

/// Name of [`Kept`] in the session.
pub(in crate::auth) const KEPT: &str = "own_kept";
/// How long it is kept.
const LIVES_MS: i64 = 24 * 60 * 60 * 1000;
/// The most that is kept.
pub const MOST_BYTES: usize = 32 * 1024;

/// What was typed, and by whom.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
pub struct Kept {
    /// Row key of the person.
    pub person: i64,
    /// Where it was posted to.
    pub path: String,
    at: i64,
    /// Id of the key it is sealed with.
    key: String,
    nonce: Vec<u8>,
    sealed: Vec<u8>,
}

/// The fields of a form, as they were posted.
pub type Fields = Vec<(String, String)>;

/// Seals the fields of a form that came too late.
pub fn seal(keys: &Keyring, person: i64, path: &str, fields: &Fields) -> Result<Kept> {
    let key = keys.active_wrapping()?;
    let mut nonce = [0_u8; 24];
    getrandom::fill(&mut nonce).map_err(|cause| crate::error::Error::internal(cause.to_string()))?;
    let sealed = key.seal(&nonce, serde_json::to_string(fields)?.as_bytes(), context(person, path).as_bytes())?;
    Ok(Kept { person, path: path.to_owned(), at: Clock::machine_now().millis(), key: key.id, nonce: nonce.to_vec(), sealed })
}

/// The fields again. None where the key is gone, or it was sealed for somebody else.
pub fn open(keys: &Keyring, kept: &Kept) -> Option<Fields> {
    let key = keys.wrapping_by_id(&kept.key).ok()?;
    let plain = key.open(&kept.nonce, &kept.sealed, context(kept.person, &kept.path).as_bytes()).ok()?;
    serde_json::from_slice(&plain).ok()
}

fn context(person: i64, path: &str) -> String {
    format!("typed by {person} at {path}")
}

/// Puts it into a session.
pub async fn put(session: &Session, kept: &Kept) -> Result<()> {
    session.insert(KEPT, kept).await.map_err(broken)
}

/// What a person left behind in this browser, if it is not a day old.
pub async fn of(session: &Session, person: i64) -> Result<Option<Kept>> {
    let kept: Option<Kept> = session.get(KEPT).await.map_err(broken)?;
    let now = Clock::machine_now().millis();
    Ok(kept.filter(|kept| kept.person == person && now - kept.at < LIVES_MS))
}

/// True where somebody left something behind in this browser: whose it is, only signing in tells.
pub async fn is_any(session: &Session) -> Result<bool> {
    let kept: Option<Kept> = session.get(KEPT).await.map_err(broken)?;
    Ok(kept.is_some_and(|kept| Clock::machine_now().millis() - kept.at < LIVES_MS))
}

/// Throws it away.
pub async fn drop_it(session: &Session) -> Result<()> {
    session.remove::<Kept>(KEPT).await.map(drop).map_err(broken)
}
