//! Where random bits come from: the operating system; for the making of a demo folder, its seed.

use crate::error::{Error, Result};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// A source of random bits.
#[derive(Debug, Clone)]
pub enum Randomness {
    /// The operating system.
    System,
    /// A demo folder's seed: the same seed gives the same folder. Never used once a folder is served.
    Seeded {
        /// The seed.
        seed: u64,
        /// How much was drawn.
        drawn: u64,
    },
}

impl Randomness {
    /// Fresh random bytes.
    pub fn bytes<const N: usize>(&mut self) -> Result<[u8; N]> {
        let mut bytes = [0; N];
        match self {
            Self::System => {
                getrandom::fill(&mut bytes).map_err(|cause| Error::internal(format!("no random bits from the system: {cause}")))?;
            }
            Self::Seeded { seed, drawn } => {
                for chunk in bytes.chunks_mut(32) {
                    let mut mac = Hmac::<Sha256>::new_from_slice(&seed.to_be_bytes())
                        .map_err(|_| Error::internal("a seed is a key of any length"))?;
                    mac.update(b"fairfloor demo");
                    mac.update(&drawn.to_be_bytes());
                    *drawn += 1;
                    for (to, from) in chunk.iter_mut().zip(mac.finalize().into_bytes()) {
                        *to = from;
                    }
                }
            }
        }
        Ok(bytes)
    }
}
