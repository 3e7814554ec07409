//! The entrepreneur's side of the thread: by link and by code alike.

use super::page::{May, Way, stopped};
use super::views;
use crate::error::{Error, Result};
use crate::i18n::Language;
use crate::referrals::Referral;
use crate::referrals::deed::Who;
use crate::referrals::messages::{Message, MessageForm};
use crate::referrals::queries;
use crate::referrals::views::{Names, Thread};
use crate::store::Db;
use crate::values::{Day, Readers, Writer, Zone};
use crate::web::speech::Speech;
use crate::web::{Complaints, Leaf, forms};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use rusqlite::Connection;

/// Messages on one page.
const PAGE: i64 = 50;
/// Messages on the status page.
const LATEST: i64 = 4;

/// What the entrepreneur reads of a thread.
pub(super) struct Talk {
    pub messages: Vec<Message>,
    pub count: i64,
    pub choices: &'static [Readers],
}

impl Talk {
    /// The thread as it is drawn, with a line that came back and what is wrong with it.
    pub fn thread<'a>(
        &'a self,
        referral: &'a Referral,
        address: &'a str,
        (form, complaints): (&'a MessageForm, &'a Complaints),
        language: Language,
        zone: &'a Zone,
        today: Day,
    ) -> Thread<'a> {
        Thread {
            language,
            messages: &self.messages,
            count: self.count,
            reader: Writer::Entrepreneur,
            choices: self.choices,
            address,
            names: names(referral),
            form,
            complaints,
            zone,
            today,
        }
    }
}

/// The last lines, for the status page.
pub(super) fn latest(conn: &Connection, referral: &Referral, today: Day) -> Result<Talk> {
    read(conn, referral, today, 0, LATEST)
}

fn read(conn: &Connection, referral: &Referral, today: Day, skip: i64, limit: i64) -> Result<Talk> {
    Ok(Talk {
        messages: queries::messages(conn, referral.key, Writer::Entrepreneur, skip, limit)?,
        count: queries::count_messages(conn, referral.key, Writer::Entrepreneur)?,
        choices: queries::open_readers(conn, referral, Writer::Entrepreneur, today)?,
    })
}

/// What the entrepreneur calls the other two.
fn names(referral: &Referral) -> Names<'_> {
    let advisor = referral.advisor.1.split_whitespace().next().unwrap_or(&referral.advisor.1);
    Names { advisor, client: &referral.client_name, partner: referral.partner_name() }
}

/// The thread on a page of its own.
pub(super) async fn draw(
    way: Result<Way>,
    db: &Db,
    speech: &Speech,
    leaf: Leaf,
    form: &MessageForm,
    complaints: &Complaints,
) -> Result<Response> {
    let way = match way {
        Ok(way) => way,
        Err(Error::NotFound) => return stopped(db, speech).await,
        Err(cause) => return Err(cause),
    };
    let (key, today) = (way.referral, db.clock().today());
    let (referral, talk) = db
        .read(move |conn| {
            let referral = queries::find(conn, key)?;
            let talk = read(conn, &referral, today, i64::from(leaf.page) * PAGE, PAGE)?;
            Ok((referral, talk))
        })
        .await?;
    let mut talk = talk;
    if way.may == May::See {
        talk.choices = &[];
    }
    let address = format!("{}/messages", way.base);
    let thread = talk.thread(&referral, &address, (form, complaints), way.language, db.clock().zone(), today);
    let page = views::Own { language: way.language, switch: &way.switch("/messages"), back: &way.base, is_inside: way.is_inside() };
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let has_more = talk.count > (i64::from(leaf.page) + 1) * PAGE;
    Ok((status, views::messages(&page, &referral, &thread, leaf, has_more)).into_response())
}

/// Adds a line.
pub(super) async fn write(way: Result<Way>, db: &Db, speech: &Speech, form: MessageForm) -> Result<Response> {
    let way = match way {
        Ok(way) => way,
        Err(Error::NotFound) => return stopped(db, speech).await,
        Err(cause) => return Err(cause),
    };
    forms::check_key(&form.key)?;
    let language = way.language;
    let (key, today) = (way.referral, db.clock().today());
    let choices = db.read(move |conn| queries::open_readers(conn, &queries::find(conn, key)?, Writer::Entrepreneur, today)).await?;
    let (readers, body) = match form.parse(choices) {
        Ok(parsed) => parsed,
        Err(complaints) => return draw(Ok(way), db, speech, Leaf::default(), &form, &complaints.in_language(language)).await,
    };
    let form_key = form.key.clone();
    let written = db
        .write(way.actor.clone(), move |tx| {
            if tx.answer_to(&form_key)?.is_none() {
                queries::write_message(tx, &Who::entrepreneur(), &queries::find(tx, key)?, readers, &body)?;
                tx.remember_answer(&form_key, "written")?;
            }
            Ok(())
        })
        .await;
    match written {
        Err(Error::Rejected(words)) => {
            let mut complaints = Complaints::default();
            complaints.add("body", words);
            draw(Ok(way), db, speech, Leaf::default(), &form, &complaints.in_language(language)).await
        }
        written => written.map(|()| Redirect::to(&format!("{}#messages", way.base)).into_response()),
    }
}
