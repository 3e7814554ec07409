//! Messages about a referral: one thread, three parties, and each line says who reads it. Pure: who may write to whom.

use super::status::Status;
use crate::values::{Instant, Note, Readers, Vocabulary, Writer};
use crate::web::Complaints;

/// From so many business days without an answer on a message is the managers' task too. Why two, and no setting: a
/// day off is one day, and who hears nothing for longer gives up. Whoever is away for longer says so on their own page.
pub const MANAGERS_AFTER_DAYS: i64 = 2;
/// Characters of one message.
pub const LONGEST: usize = 2_000;
/// Messages of one thread. Beyond that it is time to talk.
pub const MOST: i64 = 300;

/// One line of a thread.
#[derive(Debug, Clone)]
pub struct Message {
    /// Row key.
    pub key: i64,
    /// Who wrote it, as a party.
    pub writer: Writer,
    /// And by name, as far as it is known.
    pub name: Option<String>,
    /// Who besides the program reads it.
    pub readers: Readers,
    /// What was written.
    pub body: String,
    /// When.
    pub at: Instant,
    /// When it was answered, or set aside.
    pub settled_at: Option<Instant>,
    /// Why it needs no answer, where somebody said so.
    pub settled_why: Option<String>,
}

impl Message {
    /// Somebody outside wrote it, and nobody has answered.
    pub fn is_open(&self) -> bool {
        self.writer != Writer::Advisor && self.settled_at.is_none()
    }
}

impl Readers {
    /// True where this party, being no advisor, may read.
    pub fn include(self, party: Writer) -> bool {
        match party {
            Writer::Advisor => true,
            Writer::Entrepreneur => self != Self::Partner,
            Writer::Partner => self != Self::Client,
        }
    }
}

/// The partner takes part only while it has said yes and the permission to share is in force.
pub fn has_partner(status: Status, consent_is_live: bool) -> bool {
    consent_is_live && matches!(status, Status::Accepted | Status::InProgress | Status::OnHold)
}

/// To whom a party may write now; the first is what a form offers. Empty where it may not.
pub fn choices(writer: Writer, status: Status, has_partner: bool) -> &'static [Readers] {
    use Readers::{Both, Client, Partner};
    match (writer, has_partner) {
        _ if status == Status::EnteredInError => &[],
        (Writer::Entrepreneur | Writer::Advisor, false) => &[Client],
        (Writer::Entrepreneur, true) => &[Client, Both],
        (Writer::Advisor, true) => &[Client, Partner, Both],
        (Writer::Partner, true) => &[Partner, Both],
        (Writer::Partner, false) => &[],
    }
}

/// A posted message, before anything is believed.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MessageForm {
    /// Its key.
    pub key: String,
    /// Who is to read it.
    #[serde(default)]
    pub readers: String,
    /// What was typed.
    #[serde(default)]
    pub body: String,
}

impl MessageForm {
    /// Whom it is for and what it says, or what is wrong with it.
    pub fn parse(&self, choices: &[Readers]) -> Result<(Readers, String), Complaints> {
        let mut complaints = Complaints::default();
        let body = complaints.take("body", Note::maybe(&self.body, "your message")).flatten().map(|note| note.to_string());
        match body.as_ref().map(|body| body.chars().count()) {
            None if complaints.is_empty() => complaints.add("body", "Write your message first"),
            Some(length) if length > LONGEST => {
                complaints.add(
                    "body",
                    format!(
                        "Shorten your message to 2,000 characters. It has {}",
                        crate::values::grouped(i64::try_from(length).unwrap_or(i64::MAX))
                    ),
                );
            }
            _ => {}
        }
        let readers = Readers::parse(&self.readers).ok().filter(|readers| choices.contains(readers));
        if readers.is_none() {
            complaints
                .add("readers", "Choose who reads it. The partner can be written to only while it has said yes and may see your name");
        }
        complaints.or(readers.zip(body))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_partner_reads_and_writes_only_after_a_yes_that_is_still_good() {
        for status in Status::ALL {
            let takes_part = matches!(status, Status::Accepted | Status::InProgress | Status::OnHold);
            assert_eq!(has_partner(status, true), takes_part, "{status:?}");
            assert!(!has_partner(status, false));
            assert!(choices(Writer::Partner, status, false).is_empty());
            assert!(choices(Writer::Entrepreneur, status, false).iter().all(|readers| !readers.include(Writer::Partner)));
        }
        assert!(choices(Writer::Partner, Status::Accepted, true).iter().all(|readers| readers.include(Writer::Partner)));
    }

    #[test]
    fn a_message_has_words_a_length_and_a_reader_who_may_read() {
        let form = |readers: &str, body: &str| MessageForm { key: String::new(), readers: readers.to_owned(), body: body.to_owned() };
        assert_eq!(form("client", " Hello ").parse(&[Readers::Client]).unwrap(), (Readers::Client, "Hello".to_owned()));
        assert!(form("client", " \n ").parse(&[Readers::Client]).unwrap_err().on("body").is_some());
        assert!(form("both", "Hello").parse(&[Readers::Client]).unwrap_err().on("readers").is_some());
        assert!(form("everyone", "Hello").parse(&[Readers::Client]).unwrap_err().on("readers").is_some());
        let long = form("client", &"é".repeat(2_001)).parse(&[Readers::Client]).unwrap_err();
        assert!(long.on("body").is_some_and(|words| words.contains("2,001")));
    }
}
