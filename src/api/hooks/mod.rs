//! Telling an own system that something happened to a referral: signed, by ids alone, to an address that a manager named.
//!
//! As [Standard Webhooks](https://www.standardwebhooks.com/) has it: `webhook-id`, `webhook-timestamp` and `webhook-signature`, so that the
//! other side verifies with a library it has.

mod address;
mod routes;
pub mod sender;
mod views;

pub use address::{Address, is_outside};
pub use routes::routes;

use crate::referrals::Event;
use crate::values::{HookFailure, HookId, Instant};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// An address as it stands in a list.
#[derive(Debug, Clone)]
pub struct Hook {
    /// Its own id.
    pub id: HookId,
    /// Where it is told.
    pub url: String,
    /// Name of the program.
    pub program: String,
    /// Who made it.
    pub maker: String,
    /// True while whoever made it manages the program.
    pub is_held: bool,
    /// Of which events.
    pub events: Vec<Event>,
    /// When it was made.
    pub created_at: Instant,
    /// How many events it took, how many wait, how many were given up.
    pub counts: (i64, i64, i64),
    /// When it last took one.
    pub sent_at: Option<Instant>,
    /// Why the last one that was not taken was not.
    pub failure: Option<HookFailure>,
    /// When it was ended, by whom, why.
    pub ended: Option<(Instant, String, String)>,
    /// Counts edits.
    pub version: i64,
}

/// An address about to be named.
#[derive(Debug, Clone)]
pub struct NewHook {
    /// Row key of the program.
    pub program: i64,
    /// Where.
    pub address: Address,
    /// Of which events.
    pub events: Vec<Event>,
}

/// How every secret begins.
const START: &str = "whsec_";

/// A secret as it is shown once.
pub fn shown(secret: &[u8]) -> String {
    format!("{START}{}", STANDARD.encode(secret))
}

/// The header that proves who calls: made of the id, the second, and every byte of the body.
pub fn signature(secret: &[u8], id: &str, seconds: u64, body: &str) -> String {
    let Ok(mut mac) = <Hmac<Sha256> as KeyInit>::new_from_slice(secret) else { return String::new() };
    mac.update(format!("{id}.{seconds}.{body}").as_bytes());
    format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_is_what_the_convention_publishes() {
        // The example of the convention's own reference libraries.
        let secret = STANDARD.decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").unwrap();
        let signed = signature(&secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, "{\"test\": 2432232314}");
        assert_eq!(signed, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        assert_eq!(shown(&secret), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    }
}
