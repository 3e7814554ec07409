//! The notices of an event: to the entrepreneur the sentence of the table, to the partner what it can do next.
//! Subjects and texts carry no personal data; what is personal stands behind the link.

use super::{Story, opening, telling};
use crate::auth::links::{self, Target};
use crate::error::Result;
use crate::i18n::{self, Args, Language};
use crate::outbox::{Notice, queries as outbox};
use crate::partners::queries as partners;
use crate::people::Owner;
use crate::referrals::fact::Fact;
use crate::referrals::lifecycle::{Event, Status};
use crate::referrals::words::day_in_words;
use crate::store::Tx;
use crate::values::{Audience, LinkKind, MessageId, NoticeChannel, Readers, Writer};

/// What somebody is told, in their language.
#[derive(Debug, Clone)]
pub struct Told {
    /// The language of the text.
    pub language: Language,
    /// The text.
    pub text: String,
    /// The same in English, for whoever reads it out; none where it is English already.
    pub english: Option<String>,
    /// It asks something: its link leads to the question.
    pub is_question: bool,
}

impl Told {
    /// It asks something.
    #[must_use]
    pub fn asking(self) -> Self {
        Self { is_question: true, ..self }
    }

    /// As staff read it.
    pub fn in_english(&self) -> &str {
        self.english.as_deref().unwrap_or(&self.text)
    }

    /// One message of the catalog, for whoever is spoken to about a referral.
    pub(super) fn message(tx: &Tx<'_>, story: &Story, key: &str) -> Result<Self> {
        Ok(Self::in_both(telling::reads(tx, &story.referral, tx.today())?, |language| language.say(key, Args::default())))
    }

    /// The same words in the reader's language and in English.
    pub fn in_both(language: Language, text: impl Fn(Language) -> String) -> Self {
        let english = (language != Language::english()).then(|| text(Language::english()));
        Self { language, text: text(language), english, is_question: false }
    }
}

/// Writes what an event owes to each side.
pub(super) fn write(tx: &Tx<'_>, story: &Story, event_key: i64, event: Event, from: Option<Status>, told: Option<&Told>) -> Result<()> {
    if let Some(text) = told {
        to_entrepreneur(tx, story, Some(event_key), text)?;
    }
    let was_sent = story.course.sent_at.is_some();
    let ask = match event {
        // Whoever was asked on the telephone gets no second asking; a link can still be made for them.
        Event::Send if story.log.last().is_some_and(|line| line.sheet.contains_key(&Fact::AskedOutside)) => return Ok(()),
        Event::Send => Ask::New,
        // Words of the client that the partner may read too wait behind a link, as everything does.
        Event::Confirm if is_for_partner(story) => Ask::Words,
        Event::Accept => Ask::Next,
        Event::ProvideInformation => Ask::Answered,
        Event::Reopen => Ask::Reopened,
        Event::Withdraw | Event::Recall | Event::AutoRecall | Event::ConsentLapses => Ask::Stop,
        Event::MarkError if was_sent && from.is_some_and(|from| !from.is_end()) => Ask::Stop,
        _ => return Ok(()),
    };
    to_partner(tx, story, Some(event_key), &ask).map(drop)
}

/// A new link for the partner, because the old one was used, lost or ran out.
pub(super) fn remind_partner(tx: &Tx<'_>, story: &Story) -> Result<Option<MessageId>> {
    to_partner(tx, story, None, &Ask::Again)
}

/// The client's last words are for the partner too.
fn is_for_partner(story: &Story) -> bool {
    story.log.last().is_some_and(|line| {
        line.sheet.contains_key(&Fact::Comment) && line.sheet.get(&Fact::CommentVisibility).is_some_and(|code| code == "partner")
    })
}

/// Says that there is a message, never what it says, to each side that it is for.
pub(super) fn message(tx: &Tx<'_>, story: &Story, writer: Writer, readers: Readers) -> Result<()> {
    if writer != Writer::Entrepreneur && readers.include(Writer::Entrepreneur) {
        to_entrepreneur(tx, story, None, &Told::message(tx, story, "told-message")?)?;
    }
    if writer != Writer::Partner && readers.include(Writer::Partner) {
        to_partner(tx, story, None, &Ask::Message)?;
    }
    Ok(())
}

/// Tells the entrepreneur something that is no event of the table.
pub(super) fn tell(tx: &Tx<'_>, story: &Story, told: &Told) -> Result<()> {
    to_entrepreneur(tx, story, None, told)
}

/// A word to the entrepreneur that no event made: a clock did. Gives the row key of the notice. Whoever audits the deed audits it.
pub fn remind_entrepreneur(tx: &Tx<'_>, story: &Story, told: &Told) -> Result<i64> {
    to_entrepreneur(tx, story, None, told)?;
    Ok(tx.last_insert_rowid())
}

fn to_entrepreneur(tx: &Tx<'_>, story: &Story, event: Option<i64>, told: &Told) -> Result<()> {
    let referral = &story.referral;
    let owner = super::spoken_to(tx, referral, tx.today())?;
    let person = owner.as_ref().map(|owner| owner.person);
    let telephone = owner.as_ref().and_then(|owner| owner.telephone.clone());
    let email = owner.as_ref().and_then(|owner| owner.email.clone());
    let (channel, to_address) = crate::outbox::reach(owner.as_ref().and_then(|owner| owner.contact_by), telephone, email);
    let language = told.language;
    let words = telling::telling(tx, story, tx.today(), language)?;
    let program = &referral.program_name;
    let args = || Args::default().with("program", program).maybe("phone", words.phone.as_deref());
    let is_asked = told.is_question && super::asks_now(tx, story, tx.today())?.is_some();
    let body = match channel {
        // A text that asks something says no more than any other; only its link leads to the question.
        NoticeChannel::Text if is_asked => language.say("notice-text", args()).replace("{link}", "{link}/answer"),
        NoticeChannel::Text => language.say("notice-text", args()),
        NoticeChannel::Phone => {
            format!("{}\n\nTheir page, if they want to read it: {{link}}", crate::outbox::to_say(language, &told.text))
        }
        NoticeChannel::Email | NoticeChannel::Letter => [
            language.say("notice-hello", args().maybe("name", words.first_name.as_deref())),
            told.text.clone(),
            language.say(if is_asked { "notice-answer" } else { "notice-see" }, args()),
            program.clone(),
        ]
        .join("\n\n"),
    };
    let body =
        own_line(owner.as_ref(), channel, program, words.phone.as_deref()).map_or_else(|| body.clone(), |line| format!("{line}\n\n{body}"));
    let link = opening::status_link(tx, referral)?;
    let notice = Notice {
        program: referral.program,
        referral: Some(referral.key),
        event,
        audience: Audience::Entrepreneur,
        channel,
        to_name: owner.map_or_else(|| referral.client_name.clone(), |owner| owner.name()),
        to_address,
        language: language.code().to_owned(),
        english: told.english.clone(),
        subject: language.say("notice-subject", args()),
        body,
        link: Some(link),
        person,
    };
    outbox::write_notice(tx, &notice).map(drop)
}

/// For somebody whose language has no catalog: one line in it comes first, who this is and where to ask for an interpreter.
fn own_line(owner: Option<&Owner>, channel: NoticeChannel, program: &str, phone: Option<&str>) -> Option<String> {
    let line =
        i18n::line_for(&owner?.language).filter(|_| channel != NoticeChannel::Phone && owner.is_some_and(|owner| owner.reads.is_none()))?;
    Some(line.filled(program, phone?))
}

/// Live links of one contact to one referral, used ones with a visit behind them among them.
const MOST_LIVE: i64 = 3;

enum Ask {
    New,
    Next,
    Answered,
    Reopened,
    Again,
    Message,
    Words,
    Stop,
}

fn to_partner(tx: &Tx<'_>, story: &Story, event: Option<i64>, ask: &Ask) -> Result<Option<MessageId>> {
    let referral = &story.referral;
    let Some((contact, name)) = &referral.contact else { return Ok(None) };
    let contact = partners::find_contact(tx, *contact)?;
    let (channel, to_address) = match (contact.email, contact.telephone) {
        (Some(email), _) => (NoticeChannel::Email, Some(email)),
        (None, Some(number)) => (NoticeChannel::Phone, Some(number)),
        (None, None) => (NoticeChannel::Letter, None),
    };
    let (program, label, kind) = (&referral.program_name, referral.label(), referral.kind.in_a_sentence());
    let words = telling::telling(tx, story, tx.today(), Language::english())?;
    let by = referral.due_on.map(|due| format!(" by {}", day_in_words(due.date(), Some(tx.today().year())))).unwrap_or_default();
    let what = match ask {
        Ask::New => format!("A manufacturer asks for help with {kind}. Please tell us{by} if you can help."),
        Ask::Next => format!("Thank you for saying yes to {label}. Use this link to see whom to contact, and to tell us when work starts."),
        Ask::Answered => format!("Your question about {label} has an answer. Please tell us{by} how it goes on."),
        Ask::Reopened => format!("{label} is open again. Please tell us{by} where it stands."),
        Ask::Message => format!("There is a message for you about {label}. Use this link to read it and to answer."),
        Ask::Words => format!("The manufacturer said a word to you about {label}. Use this link to read it."),
        Ask::Again => {
            format!("Here is a new link for {label}, a manufacturer's request for help with {kind}. Please tell us{by} where it stands.")
        }
        Ask::Stop => {
            format!("Please stop work on {label}. The request was stopped, and its links no longer open. Thank you for your time.")
        }
    };
    let link = match ask {
        Ask::Stop => None,
        _ => {
            // A newer link takes the place of those that nobody used, and of the notices that would have brought them.
            outbox::stop_partner_notices(tx, referral.key)?;
            links::close_unused(tx, LinkKind::Partner, referral.key)?;
            let target = Target { referral: Some(referral.key), contact: Some(contact.key), person: None };
            let link = links::issue(tx, LinkKind::Partner, target)?;
            links::keep_newest(tx, LinkKind::Partner, target, MOST_LIVE)?;
            Some(link)
        }
    };
    let how = match link {
        Some(_) => "\n\nOpen it here: {link}\nIt takes a minute and needs no account. The link opens once, and works for 14 days.",
        None => "",
    };
    let questions = words.phone.as_deref().map(|phone| format!("\n\nQuestions? Call {} at {phone}.", words.advisor)).unwrap_or_default();
    let notice = Notice {
        program: referral.program,
        referral: Some(referral.key),
        event,
        audience: Audience::Partner,
        channel,
        to_name: name.clone(),
        to_address,
        language: Language::english().code().to_owned(),
        english: None,
        subject: format!("{program}: {label}, {}", if matches!(ask, Ask::Stop) { "stopped" } else { kind }),
        body: format!("Hello {name},\n\n{what} Reference: {label}.{how}{questions}\n\n{program}"),
        link,
        person: None,
    };
    outbox::write_notice(tx, &notice).map(Some)
}
