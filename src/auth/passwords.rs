//! Passwords: argon2id, at least 15 characters alone or 8 beside a one-time code, none that is common or ours.

use super::House;
use crate::error::{Error, Result};
use crate::values::Complaint;
use argon2::Argon2;
use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};

/// A one-time code is required beside it, so eight characters are enough.
const SHORTEST: usize = 8;
/// Room for a sentence, and an end.
const LONGEST: usize = 256;
/// What is hashed against when there is no such account, so that both answers take the same time.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$u1qBqzZ5m0ynG6m4wP8b6v0h2m4q6v2Q0fQ5m0yR1nE";

/// Checks a new password before it is taken.
pub fn check(password: &str, context: &[&str]) -> std::result::Result<(), Complaint> {
    let length = password.chars().count();
    if length < SHORTEST {
        return Err(Complaint::new(format!(
            "Take at least {SHORTEST} characters. A short sentence is easy to remember. You typed {length}"
        )));
    }
    if length > LONGEST {
        return Err(Complaint::new(format!("Take at most {LONGEST} characters")));
    }
    let own: Vec<&str> = context.iter().copied().chain(["fairfloor"]).collect();
    let short: String = password.chars().take(100).collect();
    let strength = zxcvbn::zxcvbn(&short, &own);
    if strength.score() < zxcvbn::Score::Three {
        return Err(Complaint::new(
            "This password is easy to guess: it is common, or made from your name, your program or a pattern. Take a few words that do not belong together",
        ));
    }
    Ok(())
}

/// Hashes a password, waiting for a place: hashing is meant to be slow.
pub async fn hash(house: &House, password: String) -> Result<String> {
    let place = std::sync::Arc::clone(&house.hashing).acquire_owned().await.map_err(|_| Error::Busy)?;
    let hashed = tokio::task::spawn_blocking(move || {
        let hashed = hash_now(&password);
        drop(place);
        hashed
    });
    hashed.await.map_err(|cause| Error::internal(cause.to_string()))?
}

/// Hashes on the thread that asks; for the command line.
pub fn hash_now(password: &str) -> Result<String> {
    Argon2::default().hash_password(password.as_bytes()).map(|hash| hash.to_string()).map_err(|cause| Error::internal(cause.to_string()))
}

/// True when the password fits the hash; without a hash the same time passes.
pub async fn fits(house: &House, password: String, hash: Option<String>) -> Result<bool> {
    let place = std::sync::Arc::clone(&house.hashing).acquire_owned().await.map_err(|_| Error::Busy)?;
    let checked = tokio::task::spawn_blocking(move || {
        let known = hash.is_some();
        let text = hash.unwrap_or_else(|| NOBODY.to_owned());
        let fits = PasswordHash::new(&text).is_ok_and(|parsed| Argon2::default().verify_password(password.as_bytes(), &parsed).is_ok());
        drop(place);
        known && fits
    });
    checked.await.map_err(|cause| Error::internal(cause.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_short_and_own_passwords_are_refused() {
        for password in ["", "short", "password1", "12345678", "qwertyuiop", "fairfloor1", "riverton1", "aaaaaaaaaaaa"] {
            assert!(check(password, &["riverton"]).is_err(), "{password}");
        }
        for password in ["lathe heron quince 7", "correct mud panther stapling", "株式会社の紫色の椅子と午後"] {
            assert!(check(password, &["riverton"]).is_ok(), "{password}");
        }
        assert!(check(&"x y".repeat(100), &[]).is_err());
    }

    #[test]
    fn the_hash_of_nobody_is_a_hash_with_our_costs() {
        assert!(PasswordHash::new(NOBODY).is_ok());
        let ours = hash_now("lathe heron quince 7").unwrap_or_default();
        assert_eq!(ours.split('$').take(4).collect::<Vec<_>>(), NOBODY.split('$').take(4).collect::<Vec<_>>());
    }
}
