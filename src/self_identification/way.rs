//! The ways to the questions: a private link, a device that is handed over, and a person's own pages after a code.

use super::{Sitting, queries};
use crate::auth::links::Link;
use crate::auth::own::{Inside, Proof};
use crate::error::{Error, Result};
use crate::i18n::{self, Language};
use crate::store::{Actor, Db};
use crate::values::Question;
use crate::values::Vocabulary;
use crate::web::speech;

/// How somebody came to the questions.
#[derive(Debug, Clone)]
pub(super) struct Way {
    /// Row key of the person.
    pub person: i64,
    /// Address of the pages; what can be done there stands below it.
    pub base: String,
    /// As the audit record names whoever holds it.
    pub actor: Actor,
    /// Which way it is.
    pub came: Came,
    /// A code that the program mailed proves who is asking. Why it matters: staff can copy a link, and letters and texts pass through hands.
    /// Whoever holds one of those may answer anew or delete, but never agree to a new notice for what was said under an older one.
    pub may_keep: bool,
    /// The language of the pages.
    pub language: Language,
}

/// Which way.
#[derive(Debug, Clone)]
pub(super) enum Came {
    /// By private link.
    Link,
    /// On a device that was handed over: the link is used up with the last page.
    Sitting(Link),
    /// From inside their own pages.
    Inside,
}

impl Way {
    /// By link, or on a device that was handed over.
    pub async fn link(db: &Db, link: Link, token: &str, asked: speech::Asked) -> Result<Self> {
        let person = link.person.ok_or(Error::NotFound)?;
        let key = link.key;
        let (is_sitting, language) = db.read(move |conn| Ok((queries::is_sitting(conn, key)?, reading(conn, person, asked)?))).await?;
        let (base, actor) = (format!("/about-me/{token}"), link.actor());
        Ok(Self { person, base, actor, came: if is_sitting { Came::Sitting(link) } else { Came::Link }, may_keep: false, language })
    }

    /// From inside.
    pub async fn inside(db: &Db, inside: &Inside, asked: speech::Asked) -> Result<Self> {
        let person = inside.person;
        let language = db.read(move |conn| reading(conn, person, asked)).await?;
        let may_keep = matches!(inside.proof, Proof::Mailed { .. });
        Ok(Self { person, base: "/me/about-me".to_owned(), actor: inside.actor(), came: Came::Inside, may_keep, language })
    }

    /// What is asked there, and what may be said about earlier answers.
    pub async fn sitting(&self, db: &Db) -> Result<Sitting> {
        let (person, today, keys) = (self.person, db.clock().today(), db.clone());
        db.read(move |conn| queries::find(conn, keys.keys(), person, today)).await
    }

    /// True on a device that was handed over.
    pub fn is_sitting(&self) -> bool {
        matches!(self.came, Came::Sitting(_))
    }

    /// Where a question stands.
    pub fn question(&self, question: Question) -> String {
        format!("{}/questions/{}", self.base, question.code())
    }

    /// Where another language is posted: from a question's page, or from the one that says what was done.
    pub fn switch(&self, question: Option<Question>) -> String {
        let here = question.map_or_else(|| self.base.clone(), |question| self.question(question));
        match (&self.came, question) {
            (Came::Inside, _) => format!("/me/language?next={here}"),
            (_, Some(question)) => format!("{}/language?at={}", self.base, question.code()),
            (_, None) => format!("{}/language", self.base),
        }
    }

    /// Where it is said what was done.
    pub fn done(&self, what: &str) -> String {
        match self.came {
            Came::Inside => format!("{}?done={what}", self.base),
            Came::Link | Came::Sitting(_) => format!("{}/saved?done={what}", self.base),
        }
    }
}

fn reading(conn: &rusqlite::Connection, person: i64, asked: speech::Asked) -> Result<Language> {
    let owner = crate::people::queries::find_anyone(conn, person)?;
    Ok(i18n::of_person(owner.reads.as_deref(), &owner.language, asked.0))
}
