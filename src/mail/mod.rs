//! Letters to a mail server: one message at a time, with a name of its own, and why one did not go.
//!
//! Nothing here is kept: the outbox keeps notices, and a code that somebody signs in with is kept nowhere. No address and no text of
//! a letter reaches a log.

mod gateway;
mod why;

pub use crate::values::NotSent;
pub use gateway::Gateway;

use crate::config::{Config, MailSettings, Security};
use crate::values::{Complaint, Email, Instant, Vocabulary};
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, CertificateStore, Tls, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use std::sync::Arc;
use std::time::{Duration, UNIX_EPOCH};

/// After how long a letter that nobody keeps is tried again.
const AGAIN: [Duration; 2] = [Duration::from_secs(5), Duration::from_secs(45)];

/// A letter.
#[derive(Debug, Clone)]
pub struct Letter {
    /// To whom.
    pub to: Email,
    /// No personal data: it may stand on a locked screen.
    pub subject: String,
    /// Plain text.
    pub text: String,
    /// Stays the same when the letter is sent again, so that the receiver's program shows it once. See [`Mailer::name`].
    pub message_id: String,
    /// The date on it.
    pub at: Instant,
}

/// What letters are handed to. Without a mail server there is none, and every letter comes back as not sent.
#[derive(Clone, Default)]
pub struct Mailer(Option<Arc<Wire>>);

struct Wire {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
    reply_to: Option<Mailbox>,
    timeout: Duration,
}

impl Mailer {
    /// The mailer of a configuration.
    pub fn new(config: &Config) -> Result<Self, Complaint> {
        config.mail.as_ref().map(wire).transpose().map(|wire| Self(wire.map(Arc::new)))
    }

    /// True where the configuration names a mail server.
    pub fn is_set_up(&self) -> bool {
        self.0.is_some()
    }

    /// The `Message-ID` of a letter, from something that is its alone, such as a notice's public id.
    pub fn name(&self, id: &str) -> String {
        let host = self.0.as_ref().map_or("localhost", |wire| wire.from.email.domain());
        format!("<{id}@{host}>")
    }

    /// Hands a letter to the mail server and waits for its word.
    pub async fn send(&self, letter: &Letter) -> Result<(), NotSent> {
        let Some(wire) = &self.0 else { return Err(NotSent::Unreachable) };
        let message = written(wire, letter)?;
        match tokio::time::timeout(wire.timeout, wire.transport.send(message)).await {
            Err(_) => Err(NotSent::TooSlow),
            Ok(Ok(_)) => Ok(()),
            Ok(Err(cause)) => Err(because(&cause)),
        }
    }

    /// Sends a letter that nobody keeps, such as a code to sign in with, without making the person wait. It is tried three times within
    /// a minute; after that they ask for another. It stands in no outbox, no log and on no disk.
    pub fn send_soon(&self, letter: Letter) {
        let mailer = self.clone();
        tokio::spawn(async move {
            for wait in AGAIN.into_iter().map(Some).chain([None]) {
                match (mailer.send(&letter).await, wait) {
                    (Ok(()), _) => return,
                    (Err(why), Some(wait)) if !why.is_final() => tokio::time::sleep(wait).await,
                    (Err(why), _) => {
                        tracing::warn!(why = why.code(), "a letter with a code could not be sent");
                        return;
                    }
                }
            }
        });
    }
}

fn wire(settings: &MailSettings) -> Result<Wire, Complaint> {
    let wrong = |words: String| Complaint::new(format!("The section [mail] of the configuration: {words}."));
    let mailbox = |name: Option<&String>, address: &Email| {
        let email: Address =
            address.as_str().parse().map_err(|_| wrong(format!("{} is no address that mail can come from", address.as_str())))?;
        Ok(Mailbox::new(name.cloned(), email))
    };
    let mut transport = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(settings.server.clone())
        .port(settings.port)
        .timeout(Some(settings.timeout))
        .tls(tls(settings).map_err(|cause| wrong(format!("ca_file holds no certificate that can be used: {cause}")))?);
    let from = mailbox(settings.from_name.as_ref(), &settings.from)?;
    transport = transport.hello_name(ClientId::Domain(from.email.domain().to_owned()));
    if let Some((user, password)) = &settings.account {
        transport = transport.credentials(Credentials::new(user.clone(), password.clone()));
    }
    let reply_to = settings.reply_to.as_ref().map(|address| mailbox(None, address)).transpose()?;
    Ok(Wire { transport: transport.build(), from, reply_to, timeout: settings.timeout })
}

fn tls(settings: &MailSettings) -> Result<Tls, lettre::transport::smtp::Error> {
    if settings.security == Security::None {
        return Ok(Tls::None);
    }
    let mut parameters = TlsParameters::builder(settings.server.clone());
    if let Some(authority) = &settings.authority {
        parameters = parameters.certificate_store(CertificateStore::None).add_root_certificate(Certificate::from_pem(authority)?);
    }
    let parameters = parameters.build()?;
    Ok(if settings.security == Security::Tls { Tls::Wrapper(parameters) } else { Tls::Required(parameters) })
}

fn written(wire: &Wire, letter: &Letter) -> Result<Message, NotSent> {
    let to: Address = letter.to.as_str().parse().map_err(|_| NotSent::BadAddress)?;
    let date = UNIX_EPOCH + Duration::from_secs(letter.at.seconds());
    let mut message = Message::builder()
        .from(wire.from.clone())
        .to(Mailbox::new(None, to))
        .subject(letter.subject.as_str())
        .message_id(Some(letter.message_id.clone()))
        .date(date)
        // Nobody's holiday program shall answer a program.
        .raw_header(HeaderValue::new(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".to_owned()))
        .header(ContentType::TEXT_PLAIN);
    if let Some(reply_to) = &wire.reply_to {
        message = message.reply_to(reply_to.clone());
    }
    message.body(letter.text.clone()).map_err(|_| NotSent::BadAddress)
}

/// What went wrong, in one of our words: what the server said may hold the address.
fn because(cause: &lettre::transport::smtp::Error) -> NotSent {
    let code = cause.status().map(u16::from);
    match code {
        Some(530 | 534 | 535 | 538 | 454) => NotSent::SignIn,
        Some(550..=559 | 500..=529) => NotSent::Refused,
        Some(_) => NotSent::NotNow,
        None if cause.is_timeout() => NotSent::TooSlow,
        None if cause.is_tls() => NotSent::NoSecrecy,
        // The server offers no TLS, or no way to sign in that we speak.
        None if cause.is_client() => NotSent::NoSecrecy,
        None => NotSent::Unreachable,
    }
}
