//! The sender: hands out what is due, one notice after the other, for as long as the program runs.
//!
//! At least once: a notice is noted as tried before it is handed over and as sent after the server took it. A kill between the two sends
//! it again after its wait, with the same `Message-ID`, so that the receiver's program shows it once. In normal operation nothing goes
//! twice: one process holds the folder, and it has one sender.

use super::queries::sending::{self, Leaving};
use super::{Ways, wait_after};
use crate::auth::queries::alerts;
use crate::config::Config;
use crate::error::Result;
use crate::mail::{Gateway, Letter, Mailer};
use crate::store::{Actor, Db};
use crate::values::{Complaint, Email, NotSent, NoticeChannel, SentVia};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::watch;

/// How often the sender looks whether something is due.
const LOOKS: Duration = Duration::from_secs(5);

/// What sends.
#[derive(Clone)]
pub struct Sender {
    db: Db,
    config: Arc<Config>,
    mailer: Mailer,
    gateway: Gateway,
}

impl Sender {
    /// The sender of a folder, by the ways that the configuration names.
    pub fn new(db: Db, config: Config) -> std::result::Result<Self, Complaint> {
        Ok(Self { mailer: Mailer::new(&config)?, gateway: Gateway::new(&config), config: Arc::new(config), db })
    }

    /// Sends until the program is told to stop. The notice under way is finished.
    pub async fn run(self, mut stop: watch::Receiver<bool>) {
        let ways = Ways::of(&self.config);
        if !(ways.mail || ways.text) {
            return;
        }
        loop {
            if let Err(cause) = self.send_due(&stop).await {
                tracing::warn!(%cause, "the sender will try again");
            }
            tokio::select! {
                () = tokio::time::sleep(LOOKS) => {}
                _ = stop.changed() => return,
            }
        }
    }

    /// Sends everything that is due now. Stops at the first trouble that is the server's: the next notice would meet it, too.
    pub async fn send_due(&self, stop: &watch::Receiver<bool>) -> Result<()> {
        let ways = Ways::of(&self.config);
        if ways.mail && !self.send_alerts(stop).await? {
            return Ok(());
        }
        while !*stop.borrow() {
            let now = self.db.clock().now();
            if !self.db.read(move |conn| sending::is_any_due(conn, ways, now)).await? {
                return Ok(());
            }
            let (config, mailer) = (Arc::clone(&self.config), self.mailer.clone());
            let taken = self.db.write(Actor::system(), move |tx| sending::take(tx, ways, &config, |id| mailer.name(id))).await?;
            let Some(leaving) = taken else { return Ok(()) };
            let outcome = self.hand_over(&leaving).await;
            self.db
                .write(Actor::system(), move |tx| match outcome {
                    Ok(via) => sending::note_sent(tx, &leaving, via),
                    Err(why) => sending::note_not_sent(tx, &leaving, why),
                })
                .await?;
            if outcome.is_err_and(NotSent::is_of_the_server) {
                return Ok(());
            }
        }
        Ok(())
    }

    /// Mails what guardians are told, before everything else. False where the server takes nothing now.
    async fn send_alerts(&self, stop: &watch::Receiver<bool>) -> Result<bool> {
        while !*stop.borrow() {
            let now = self.db.clock().now();
            if !self.db.read(move |conn| alerts::is_any_due(conn, now)).await? {
                return Ok(true);
            }
            let Some(alert) = self.db.write(Actor::system(), |tx| alerts::take(tx, wait_after)).await? else { return Ok(true) };
            let (subject, text) = alert.letter(&self.db.organization().name, &self.config.public_url, self.db.clock().zone());
            let outcome = match Email::parse(&alert.email) {
                Ok(to) => {
                    let message_id = self.mailer.name(&format!("alert-{}-{}", alert.key, alert.at.millis()));
                    self.mailer.send(&Letter { to, subject, text, message_id, at: alert.at }).await
                }
                Err(_) => Err(NotSent::BadAddress),
            };
            let is_last = wait_after(alert.attempts).is_none();
            self.db
                .write(Actor::system(), move |tx| match outcome {
                    Ok(()) => alerts::note_sent(tx, &alert),
                    Err(why) if why.is_final() || is_last => alerts::give_up(tx, &alert),
                    // It is written down that it was tried; its next attempt has its time.
                    Err(_) => Ok(()),
                })
                .await?;
            if outcome.is_err_and(NotSent::is_of_the_server) {
                return Ok(false);
            }
        }
        Ok(false)
    }

    async fn hand_over(&self, leaving: &Leaving) -> std::result::Result<SentVia, NotSent> {
        let message = &leaving.message;
        let to = message.to_address.as_deref().unwrap_or_default();
        if message.channel == NoticeChannel::Text {
            return self.gateway.send(to, &leaving.text, &message.id.to_string()).await.map(|()| SentVia::Gateway);
        }
        let letter = Letter {
            to: Email::parse(to).map_err(|_| NotSent::BadAddress)?,
            subject: message.subject.clone(),
            text: leaving.text.clone(),
            message_id: leaving.letter_name.clone(),
            at: message.created_at,
        };
        self.mailer.send(&letter).await.map(|()| SentVia::Mail)
    }
}
