//! The notices about a story: in the client's language, by the way they like. The story itself stands behind the link alone, for a
//! telephone is often shared and staff read the outbox.

use super::Story;
use crate::error::Result;
use crate::i18n::{self, Args, Language};
use crate::outbox::{self, Notice};
use crate::people::Owner;
use crate::programs::queries as programs;
use crate::store::Tx;
use crate::values::{Audience, NoticeChannel};

/// What a client is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// May it be shown?
    Asked,
    /// Somebody wrote down that they said yes.
    Copied,
    /// Their yes ends soon.
    EndsSoon,
}

impl Told {
    fn key(self) -> &'static str {
        match self {
            Self::Asked => "story-told",
            Self::Copied => "story-told-copy",
            Self::EndsSoon => "story-told-ending",
        }
    }
}

/// Writes the notice with its link. Whoever audits the deed audits this.
pub(super) fn tell(tx: &Tx<'_>, story: &Story, owner: &Owner, link: i64, told: Told) -> Result<()> {
    let program = programs::find(tx, story.program.0)?;
    let (channel, to_address) = outbox::reach(owner.contact_by, owner.telephone.clone(), owner.email.clone());
    let (language, name) = (owner.reading(), owner.given_name());
    let say = |language: Language, key: &str| {
        let args = Args::default().with("program", &program.name).maybe("phone", program.telephone.as_deref());
        language.say(key, args.with("name", if name.is_empty() { i18n::NONE } else { name }))
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
        person: Some(owner.person),
    };
    outbox::queries::write_notice(tx, &notice).map(drop)
}
