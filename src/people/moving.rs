//! Codes go to another address from now on: whoever reads the old one is told, so that nobody takes an address over unseen.

use super::queries;
use crate::auth::{House, mailing};
use crate::error::Result;
use crate::i18n::{Args, Language};
use crate::outbox::{self, Notice};
use crate::store::{Object, Tx};
use crate::values::{Audience, NoticeChannel};

/// Somebody's address was changed.
#[derive(Debug, Clone)]
pub struct Moved {
    /// The address before.
    pub old: String,
    /// Row key and name of the person.
    pub person: (i64, String),
    /// In which language they read.
    pub language: Language,
    /// Row key, name and telephone of the program.
    pub program: (i64, String, Option<String>),
}

impl Moved {
    /// What a change made of an address, if there was one before and it is another now.
    pub fn of(tx: &Tx<'_>, person: i64, old: Option<String>, program: i64) -> Result<Option<Self>> {
        let owner = queries::find_anyone(tx, person)?;
        let Some(old) = old.filter(|old| owner.email.as_deref() != Some(old)) else { return Ok(None) };
        let (name, telephone) = queries::called(tx, program)?;
        Ok(Some(Self { old, person: (person, owner.name()), language: owner.reading(), program: (program, name, telephone) }))
    }

    fn say(&self, language: Language, key: &str) -> String {
        language.say(key, Args::default().with("program", &self.program.1).maybe("phone", self.program.2.as_deref()))
    }

    /// Where no mail leaves by itself, somebody sends it from the outbox.
    pub fn leave_in_outbox(&self, tx: &Tx<'_>) -> Result<()> {
        let told = |language| self.say(language, "rights-email-changed");
        let notice = Notice {
            program: self.program.0,
            referral: None,
            event: None,
            audience: Audience::Entrepreneur,
            channel: NoticeChannel::Email,
            to_name: self.person.1.clone(),
            to_address: Some(self.old.clone()),
            language: self.language.code().to_owned(),
            english: (self.language != Language::english()).then(|| told(Language::english())),
            subject: self.say(self.language, "notice-subject"),
            body: told(self.language),
            link: None,
            person: Some(self.person.0),
        };
        outbox::queries::write_notice(tx, &notice)?;
        tx.audit("notice.written", Object::none())
    }

    /// Tells the old address at once, by a letter that nobody can take back.
    pub fn tell(&self, house: &House) -> Result<()> {
        mailing::mail(house, &self.old, self.say(self.language, "notice-subject"), self.say(self.language, "rights-email-changed"))
    }
}
