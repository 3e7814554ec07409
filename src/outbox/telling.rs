//! A notice that is no referral's, to somebody of a client: in their language, by the way they like. A text says no more than that there is
//! news, for a telephone is often shared.

use super::{Notice, queries, text};
use crate::error::Result;
use crate::i18n::{self, Args, Language};
use crate::store::Tx;
use crate::values::{Audience, NoticeChannel};

/// To whom, and who speaks.
pub struct Addressee<'a> {
    /// Row key, name and telephone of the program that speaks.
    pub program: (i64, &'a str, Option<&'a str>),
    /// Row key of the person.
    pub person: i64,
    /// Their whole name.
    pub name: String,
    /// What they are called; empty where nobody knows.
    pub called: &'a str,
    /// By which way, and where.
    pub reach: (NoticeChannel, Option<String>),
    /// In which language they read.
    pub language: Language,
}

/// What they are told: the words of a text, the words of everything else, and the row key of the link these carry.
#[derive(Debug, Clone, Copy)]
pub struct News {
    /// Key of what a text says.
    pub short: &'static str,
    /// Key of what is said by any other way.
    pub key: &'static str,
    /// The link.
    pub link: Option<i64>,
}

/// Writes the notice. Whoever audits the deed audits this.
pub fn tell(tx: &Tx<'_>, to: Addressee<'_>, news: News) -> Result<()> {
    let ((program, program_name, telephone), (channel, to_address), day) = (to.program, to.reach, tx.today().date());
    let say = |language: Language, key: &str| {
        let args = Args::default().with("program", program_name).maybe("phone", telephone).with("day", language.full_day(day));
        language.say(key, args.with("name", if to.called.is_empty() { i18n::NONE } else { to.called }))
    };
    let key = if channel == NoticeChannel::Text { news.short } else { news.key };
    let body = text(channel, to.language, say(to.language, key), || say(to.language, "notice-hello"), program_name);
    let notice = Notice {
        program,
        referral: None,
        event: None,
        audience: Audience::Entrepreneur,
        channel,
        to_name: to.name,
        to_address,
        language: to.language.code().to_owned(),
        english: (to.language != Language::english()).then(|| say(Language::english(), key)),
        subject: say(to.language, "notice-subject"),
        body,
        link: news.link,
        person: Some(to.person),
    };
    queries::write_notice(tx, &notice).map(drop)
}
