//! The ways to something of one's own: a private link, or one's own pages.

use super::language::{LanguageForm, Next};
use super::page::own_below;
use crate::auth::links::Link;
use crate::auth::own::Inside;
use crate::error::{Error, Result};
use crate::i18n::{self, Language};
use crate::people::queries as people;
use crate::store::{Actor, Db};
use crate::values::AnswerWay;
use crate::web::speech::Speech;
use axum::response::Redirect;

/// How somebody came.
#[derive(Clone)]
pub(super) struct OwnWay {
    /// Address of the page.
    pub base: String,
    /// Row key of the person.
    pub person: i64,
    /// As the audit record names them.
    pub actor: Actor,
    /// In which language they read.
    pub language: Language,
    /// The link; none from inside.
    pub link: Option<Link>,
}

impl OwnWay {
    /// By a private link, whose page is at `base`.
    pub async fn link(db: &Db, speech: &Speech, link: Link, base: String) -> Result<Self> {
        let (person, asked) = (link.person.ok_or(Error::NotFound)?, speech.asked.0);
        let language = db
            .read(move |conn| {
                let owner = people::find_anyone(conn, person)?;
                Ok(i18n::of_person(owner.reads.as_deref(), &owner.language, asked))
            })
            .await?;
        speech.known.is(language);
        Ok(Self { base, person, actor: link.actor(), language, link: Some(link) })
    }

    /// From inside.
    pub fn inside(inside: &Inside, base: String) -> Self {
        Self { base, person: inside.person, actor: inside.actor(), language: inside.language, link: None }
    }

    /// By a private link, the language is the person's. Gives the address to go on with.
    pub async fn choose_language(&self, db: &Db, next: &Next, form: &LanguageForm) -> Result<Redirect> {
        let (language, person) = (form.parse()?, self.person);
        db.write(self.actor.clone(), move |tx| people::choose_language(tx, person, language)).await?;
        Ok(Redirect::to(own_below(&self.base, next.next())))
    }

    /// As an answer is noted.
    pub fn how(&self) -> AnswerWay {
        if self.link.is_some() { AnswerWay::Link } else { AnswerWay::OwnPage }
    }
}
