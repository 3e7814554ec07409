//! What the program is told at its start: the clock, where to listen, under which address it is known.

mod sending;
mod texting;

pub use sending::{MailSection, MailSettings, Security};
pub use texting::{TextFormat, TextSection, TextSettings};

use crate::values::{Complaint, Day, Instant, Zone};
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

/// The one clock of the house, for reads too. A demo folder's clock may stand elsewhere than the machine's.
#[derive(Debug, Clone)]
pub struct Clock {
    offset_ms: Arc<AtomicI64>,
    zone: Zone,
}

impl Clock {
    /// A clock that runs `offset_ms` apart from the machine's, on the wall of `zone`.
    pub fn new(offset_ms: i64, zone: Zone) -> Self {
        Self { offset_ms: Arc::new(AtomicI64::new(offset_ms)), zone }
    }

    /// From now on it runs this far apart, for everybody who holds it. Demo folders only, and tests.
    pub fn set_offset(&self, offset_ms: i64) {
        self.offset_ms.store(offset_ms, Ordering::SeqCst);
    }

    /// What the machine's own clock says.
    pub fn machine_now() -> Instant {
        let millis = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_millis());
        Instant::from_millis(i64::try_from(millis).unwrap_or(i64::MAX))
    }

    /// Now.
    pub fn now(&self) -> Instant {
        Self::machine_now().plus_millis(self.offset_ms.load(Ordering::SeqCst))
    }

    /// Today, on the organization's wall.
    pub fn today(&self) -> Day {
        self.zone.day(self.now())
    }

    /// The organization's time zone.
    pub fn zone(&self) -> &Zone {
        &self.zone
    }
}

/// Where and as what the server is reached.
#[derive(Debug, Clone)]
pub struct Config {
    /// Address to listen on.
    pub listen: SocketAddr,
    /// The address people type, without a slash at its end. Links are made from it, never from a request's `Host`.
    pub public_url: String,
    /// The mail server that takes our letters; without one they are copied by hand.
    pub mail: Option<MailSettings>,
    /// The gateway that takes our texts.
    pub text: Option<TextSettings>,
}

/// What a configuration file may say; the command line wins over it.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConfigFile {
    /// As `--listen`.
    pub listen: Option<String>,
    /// As `--public-url`.
    pub public_url: Option<String>,
    /// As `--key-file`.
    pub key_file: Option<std::path::PathBuf>,
    /// The mail server.
    pub mail: Option<MailSection>,
    /// A gateway for texts.
    pub text: Option<TextSection>,
}

/// Where the server listens when nobody says otherwise.
pub const LISTEN: &str = "127.0.0.1:8080";

impl Config {
    /// Puts the parts together and refuses what would send people's data over the open net in plain.
    pub fn new(listen: Option<&str>, public_url: Option<&str>, is_demo: bool) -> Result<Self, Complaint> {
        let typed = listen.unwrap_or(LISTEN);
        let listen: SocketAddr =
            typed.parse().map_err(|_| Complaint::new(format!("--listen takes an address and a port such as {LISTEN}, not {typed:?}")))?;
        let public_url = public_url.map_or_else(|| format!("http://{listen}"), |url| url.trim_end_matches('/').to_owned());
        if !(public_url.starts_with("https://") || public_url.starts_with("http://")) {
            return Err(Complaint::new(format!("--public-url takes an address such as https://fairfloor.example.org, not {public_url:?}")));
        }
        if is_demo && !listen.ip().is_loopback() {
            return Err(Complaint::new("A demo folder is served on this machine only: use --listen 127.0.0.1:8080"));
        }
        if !listen.ip().is_loopback() && !public_url.starts_with("https://") {
            return Err(Complaint::new(
                "Fairfloor would be reached without encryption. Put it behind a proxy that speaks https, and name that address with --public-url https://...",
            ));
        }
        Ok(Self { listen, public_url, mail: None, text: None })
    }

    /// With the ways out that a configuration file names, each checked.
    pub fn sending(mut self, file: &ConfigFile, is_demo: bool) -> Result<Self, Complaint> {
        self.mail = file.mail.as_ref().map(|mail| mail.check(is_demo)).transpose()?;
        self.text = file.text.as_ref().map(|text| text.check(is_demo)).transpose()?;
        Ok(self)
    }

    /// True when browsers reach us through https, so that cookies can be bound to it.
    pub fn is_encrypted(&self) -> bool {
        self.public_url.starts_with("https://")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_http_stays_on_this_machine() {
        assert!(Config::new(None, None, false).is_ok());
        assert!(Config::new(Some("0.0.0.0:80"), None, false).is_err());
        assert!(Config::new(Some("0.0.0.0:80"), Some("http://x.org"), false).is_err());
        assert!(Config::new(Some("0.0.0.0:80"), Some("https://x.org/"), false).is_ok_and(|config| config.public_url == "https://x.org"));
        assert!(Config::new(Some("0.0.0.0:80"), Some("https://x.org"), true).is_err());
    }

    #[test]
    fn an_address_that_is_none_is_named() {
        let complaint = Config::new(Some("eighty"), None, false).err().map(|complaint| complaint.0).unwrap_or_default();
        assert!(complaint.contains("--listen") && complaint.contains("eighty"));
    }
}
