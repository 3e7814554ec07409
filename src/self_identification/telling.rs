//! What people are told about their answers: that the notice changed, and that somebody wrote down what they said. In their language,
//! by the way they like, in the transaction of the deed. A text says no more than that there is news.

use crate::auth::links::{self, Target};
use crate::error::Result;
use crate::i18n::{self, Args, Language};
use crate::outbox::{self, Notice};
use crate::people::queries as people;
use crate::programs::queries as programs;
use crate::store::Tx;
use crate::values::{Audience, LinkKind, NoticeChannel};

/// What somebody is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// What the notice says has changed.
    Changed,
    /// A member of staff wrote down what they said.
    ReadOut,
}

impl Told {
    fn key(self) -> &'static str {
        match self {
            Self::Changed => "self-told-changed",
            Self::ReadOut => "self-told-read-out",
        }
    }
}

/// Writes a notice with a private link to somebody. The link shows no answer: staff can copy it. Whoever audits the deed audits this.
pub(super) fn tell(tx: &Tx<'_>, person: i64, program: i64, told: Told) -> Result<()> {
    let (program, owner) = (programs::find(tx, program)?, people::find_anyone(tx, person)?);
    let (channel, to_address) = outbox::reach(owner.contact_by, owner.telephone.clone(), owner.email.clone());
    let link = links::issue(tx, LinkKind::SelfIdentification, Target { person: Some(person), ..Target::default() })?;
    let (language, day, name) = (owner.reading(), tx.today().date(), owner.given_name());
    let say = |language: Language, key: &str| {
        let args = Args::default().with("program", &program.name).maybe("phone", program.telephone.as_deref());
        language.say(key, args.with("day", language.full_day(day)).with("name", if name.is_empty() { i18n::NONE } else { name }))
    };
    let key = if channel == NoticeChannel::Text { "notice-text" } else { told.key() };
    let words = say(language, key);
    let body = outbox::text(channel, language, words, || say(language, "notice-hello"), &program.name);
    let notice = Notice {
        program: program.key,
        referral: None,
        event: None,
        audience: Audience::Entrepreneur,
        channel,
        to_name: owner.name(),
        to_address,
        language: language.code().to_owned(),
        english: (language != Language::english()).then(|| say(Language::english(), key)),
        subject: say(language, "notice-subject"),
        body,
        link: Some(link),
        person: Some(person),
    };
    outbox::queries::write_notice(tx, &notice).map(drop)
}
