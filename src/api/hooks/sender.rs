//! What calls: whatever is due is taken one at a time, noted before it goes out and after, so that a kill in between loses nothing.
//!
//! At least once: the other side tells a second call by its `webhook-id`. Redirects are not followed, an answer is not read, and a name is
//! looked up once: what was found is checked, and what was checked is called.

use super::{is_outside, signature};
use crate::api::queries::hooks::{self, Call};
use crate::config::Clock;
use crate::error::Result;
use crate::store::{Actor, Db};
use crate::values::HookFailure;
use std::time::Duration;
use tokio::sync::watch;
use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{DefaultResolver, ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{DefaultConnector, NextTimeout};

/// How often it looks whether something is due.
const LOOKS: Duration = Duration::from_secs(5);
/// As long as a call may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// What calls.
#[derive(Clone)]
pub struct Sender {
    db: Db,
}

impl Sender {
    /// For a folder.
    pub fn new(db: Db) -> Self {
        Self { db }
    }

    /// Calls until the program is told to stop. The call under way is finished.
    pub async fn run(self, mut stop: watch::Receiver<bool>) {
        loop {
            if let Err(cause) = self.send_due(&stop).await {
                tracing::warn!(%cause, "calls to other systems will be tried again");
            }
            tokio::select! {
                () = tokio::time::sleep(LOOKS) => {}
                _ = stop.changed() => return,
            }
        }
    }

    /// Makes every call that is due now.
    pub async fn send_due(&self, stop: &watch::Receiver<bool>) -> Result<()> {
        while !*stop.borrow() {
            let now = self.db.clock().now();
            if !self.db.read(move |conn| hooks::is_any_due(conn, now)).await? {
                return Ok(());
            }
            let Some(call) = self.db.write(Actor::system(), hooks::take).await? else { continue };
            let (is_demo, outgoing) = (self.db.organization().is_demo, call.clone());
            // The other side compares it with a clock of its own.
            let seconds = Clock::machine_now().seconds();
            let outcome =
                tokio::task::spawn_blocking(move || post(&outgoing, seconds, is_demo)).await.unwrap_or(Err(HookFailure::Unreachable));
            self.db.write(Actor::system(), move |tx| hooks::note(tx, &call, outcome.err())).await?;
        }
        Ok(())
    }
}

fn post(call: &Call, seconds: u64, is_demo: bool) -> std::result::Result<(), HookFailure> {
    let config = ureq::Agent::config_builder()
        .timeout_global(Some(PATIENCE))
        .max_redirects(0)
        .max_redirects_will_error(false)
        .http_status_as_error(false)
        .proxy(None)
        .user_agent("Fairfloor")
        .build();
    let agent = ureq::Agent::with_parts(config, DefaultConnector::default(), Checked { is_demo, inner: DefaultResolver::default() });
    let answer = agent
        .post(&call.url)
        .header("Content-Type", "application/json")
        .header("webhook-id", &call.id)
        .header("webhook-timestamp", seconds.to_string())
        .header("webhook-signature", signature(&call.secret, &call.id, seconds, &call.body))
        .send(&call.body);
    match answer.map(|answer| answer.status().as_u16()) {
        Ok(200..=299) => Ok(()),
        Ok(_) => Err(HookFailure::Refused),
        Err(ureq::Error::Timeout(_)) => Err(HookFailure::TooSlow),
        Err(ureq::Error::Tls(_) | ureq::Error::Rustls(_)) => Err(HookFailure::NoSecrecy),
        Err(ureq::Error::BadUri(words)) if words == INSIDE => Err(HookFailure::Inside),
        Err(_) => Err(HookFailure::Unreachable),
    }
}

/// How the resolver says that a name leads inside.
const INSIDE: &str = "leads into a private network";

/// Looks a name up, and gives nothing where any of its addresses lies inside. In a demo folder this machine may be called.
#[derive(Debug)]
struct Checked {
    is_demo: bool,
    inner: DefaultResolver,
}

impl Resolver for Checked {
    fn resolve(&self, uri: &Uri, config: &Config, timeout: NextTimeout) -> std::result::Result<ResolvedSocketAddrs, ureq::Error> {
        let found = self.inner.resolve(uri, config, timeout)?;
        let may = |ip: std::net::IpAddr| is_outside(ip) || (self.is_demo && ip.is_loopback());
        if found.iter().all(|address| may(address.ip())) { Ok(found) } else { Err(ureq::Error::BadUri(INSIDE.to_owned())) }
    }
}
