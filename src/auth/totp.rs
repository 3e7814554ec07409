//! One-time codes: six digits, thirty seconds, each used once.

use crate::error::{Error, Result};
use crate::web::{Icon, icon, scan};
use maud::Markup;
use totp_rs::{Builder, Totp};

/// The code generator of a secret.
fn generator(secret: &[u8], account: &str) -> Result<Totp> {
    Builder::new()
        .with_secret(secret.to_vec())
        .with_account_name(account.replace(':', " "))
        .with_issuer(Some("Fairfloor"))
        .build()
        .map_err(|cause| Error::internal(cause.to_string()))
}

/// The time step of a code that fits now and was not used before.
pub fn fits(secret: &[u8], account: &str, typed: &str, seconds: u64, last_step: i64) -> Result<Option<i64>> {
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    let step = generator(secret, account)?.check(&digits, seconds).and_then(|step| i64::try_from(step).ok());
    Ok(step.filter(|step| *step > last_step))
}

/// The code of now; for tests and demo scripts.
pub fn code(secret: &[u8], account: &str, seconds: u64) -> Result<String> {
    Ok(generator(secret, account)?.generate(seconds).to_string())
}

/// The address that an authenticator reads.
pub fn address(secret: &[u8], account: &str) -> Result<String> {
    generator(secret, account)?.to_url().map_err(|cause| Error::internal(cause.to_string()))
}

/// The secret as people type it: base32 in groups of four.
pub fn readable(secret: &[u8], account: &str) -> Result<String> {
    let address = address(secret, account)?;
    let text = address.split("secret=").nth(1).and_then(|rest| rest.split('&').next()).unwrap_or_default().to_owned();
    Ok(text.as_bytes().chunks(4).map(|group| String::from_utf8_lossy(group).into_owned()).collect::<Vec<_>>().join(" "))
}

/// The address as a picture to scan.
pub fn picture(address: &str) -> Markup {
    scan::picture(address, "Code to scan with an authenticator app").unwrap_or_else(|| icon(Icon::Lock, 44))
}
