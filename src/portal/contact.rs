//! The partner said yes and promised to call: the entrepreneur says in one tap whether anybody did. It is a line of the thread, so that
//! a "no" is a task of the advisor until somebody answers it.

use super::page::{Way, or_stopped};
use crate::error::{Error, Result};
use crate::i18n::Language;
use crate::referrals::deed::Who;
use crate::referrals::queries;
use crate::store::{Db, Tx};
use crate::values::{Called, Line, Vocabulary};
use crate::web::forms;
use crate::web::speech::Speech;
use axum::response::{IntoResponse, Redirect, Response};

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ContactForm {
    key: String,
    called: String,
}

/// Writes it down.
pub(super) async fn act(way: Result<Way>, db: &Db, speech: &Speech, form: ContactForm) -> Result<Response> {
    let done = match way {
        Ok(way) => record(&way, db, form).await,
        Err(cause) => Err(cause),
    };
    or_stopped(db, speech, done).await
}

async fn record(way: &Way, db: &Db, form: ContactForm) -> Result<Response> {
    forms::check_key(&form.key)?;
    let called = Called::parse(&form.called).map_err(|_| Error::NotFound)?;
    let (key, language) = (way.referral, way.language);
    db.write(way.actor.clone(), move |tx| {
        if tx.answer_to(&form.key)?.is_none() {
            write(tx, key, called, language)?;
            tx.remember_answer(&form.key, "written")?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to(&format!("{}#contact", way.base)).into_response())
}

/// In their language, and in English for whoever reads it next. A yes needs no answer, unless something else waits for one.
fn write(tx: &Tx<'_>, referral: i64, called: Called, language: Language) -> Result<()> {
    let referral = queries::find(tx, referral)?;
    let key = if called == Called::Yes { "contact-yes-said" } else { "contact-no-said" };
    let (own, english) = (language.word(key), Language::english().word(key));
    let body = if own == english { own } else { format!("{own}\n{english}") };
    let waits = queries::last_open_message(tx, referral.key)?.is_some();
    queries::tell_contact(tx, &Who::entrepreneur(), &referral, called, &body)?;
    if called == Called::Yes && !waits {
        let why = Line::parse("The partner has called them: there is nothing to answer", "the reason")?;
        queries::settle_messages(tx, &referral, i64::MAX, &why)?;
    }
    Ok(())
}
