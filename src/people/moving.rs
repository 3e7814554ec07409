//! Codes go to another address from now on: whoever reads the old one is told, so that nobody takes an address over unseen. Where no mail
//! leaves, no code goes to any address, and there is nothing to take over.

use super::queries;
use crate::auth::{House, mailing};
use crate::error::Result;
use crate::i18n::{Args, Language};
use crate::store::Tx;

/// Somebody's address was changed.
#[derive(Debug, Clone)]
pub struct Moved {
    /// The address before.
    pub old: String,
    /// In which language they read.
    pub language: Language,
    /// Name and telephone of the program.
    pub program: (String, Option<String>),
}

impl Moved {
    /// What a change made of an address, if there was one before and it is another now.
    pub fn of(tx: &Tx<'_>, person: i64, old: Option<String>, program: i64) -> Result<Option<Self>> {
        let owner = queries::find_anyone(tx, person)?;
        let Some(old) = old.filter(|old| owner.email.as_deref() != Some(old)) else { return Ok(None) };
        Ok(Some(Self { old, language: owner.reading(), program: queries::called(tx, program)? }))
    }

    fn say(&self, key: &str) -> String {
        self.language.say(key, Args::default().with("program", &self.program.0).maybe("phone", self.program.1.as_deref()))
    }

    /// Tells the old address at once, by a letter that nobody can take back.
    pub fn tell(&self, house: &House) -> Result<()> {
        if !house.mailer.is_set_up() {
            return Ok(());
        }
        mailing::mail(house, &self.old, self.say("notice-subject"), self.say("rights-email-changed"))
    }
}
