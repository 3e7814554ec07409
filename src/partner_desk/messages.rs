//! The partner's side of the thread: what was addressed to it, after a yes and while the permission to share is in force.

use super::page::of_visit;
use super::queries as desk;
use super::routes::stopped;
use super::views;
use crate::auth::House;
use crate::auth::visits::{PartnerLink, Visit};
use crate::error::{Error, Result};
use crate::i18n::Language;
use crate::referrals::Referral;
use crate::referrals::messages::{Message, MessageForm};
use crate::referrals::queries;
use crate::referrals::views::{Names, Thread};
use crate::values::{Day, Readers, Writer, Zone};
use crate::web::{Complaints, Form, Leaf, Query, forms};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use rusqlite::Connection;

/// Messages on one page.
const PAGE: i64 = 50;
/// Messages on the page of the referral.
const LATEST: i64 = 4;

/// What a partner reads of a thread, and to whom it may write; nothing of both while it takes no part.
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
        zone: &'a Zone,
        today: Day,
    ) -> Thread<'a> {
        Thread {
            language: Language::english(),
            messages: &self.messages,
            count: self.count,
            reader: Writer::Partner,
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

/// The last lines, for the page of the referral.
pub(super) fn latest(conn: &Connection, referral: &Referral, today: Day) -> Result<Option<Talk>> {
    read(conn, referral, today, 0, LATEST)
}

fn read(conn: &Connection, referral: &Referral, today: Day, skip: i64, limit: i64) -> Result<Option<Talk>> {
    let choices = queries::open_readers(conn, referral, Writer::Partner, today)?;
    if choices.is_empty() {
        return Ok(None);
    }
    let messages = queries::messages(conn, referral.key, Writer::Partner, skip, limit)?;
    Ok(Some(Talk { messages, count: queries::count_messages(conn, referral.key, Writer::Partner)?, choices }))
}

/// What the partner calls the other two.
fn names(referral: &Referral) -> Names<'_> {
    let name = referral.partner.as_ref().map_or("you", |(_, _, name)| name.as_str());
    Names { advisor: &referral.advisor.1, client: "the manufacturer", partner: name }
}

pub(super) async fn messages_page(
    visit: Result<PartnerLink>,
    State(house): State<House>,
    Path(id): Path<String>,
    Query(leaf): Query<Leaf>,
) -> Result<Response> {
    match visit {
        Ok(PartnerLink(visit)) => draw(&house, &visit, &id, leaf, &MessageForm::default(), &Complaints::default()).await,
        Err(Error::NotFound) => stopped(&house.db).await,
        Err(cause) => Err(cause),
    }
}

async fn draw(house: &House, visit: &Visit, id: &str, leaf: Leaf, form: &MessageForm, complaints: &Complaints) -> Result<Response> {
    let (asked, wanted, today, mail) = (visit.clone(), id.to_owned(), house.db.clock().today(), house.mailer.is_set_up());
    let found = house
        .db
        .read(move |conn| {
            let referral = of_visit(conn, &asked, &wanted, today)?;
            // Lines may say how to reach somebody: a browser that nobody knows brings the code first.
            if mail && !asked.proved && desk::proof_address(conn, &referral)?.is_some() {
                return Err(Error::NotFound);
            }
            let talk = read(conn, &referral, today, i64::from(leaf.page) * PAGE, PAGE)?.ok_or(Error::NotFound)?;
            Ok((referral, talk))
        })
        .await;
    let (referral, talk) = match found {
        Err(Error::NotFound) => return stopped(&house.db).await,
        found => found?,
    };
    let address = format!("/p/r/{}/messages", referral.id);
    let thread = talk.thread(&referral, &address, (form, complaints), house.db.clock().zone(), today);
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let has_more = talk.count > (i64::from(leaf.page) + 1) * PAGE;
    Ok((status, views::messages(&referral, &thread, leaf, has_more)).into_response())
}

pub(super) async fn write_message(
    visit: Result<PartnerLink>,
    State(house): State<House>,
    Path(id): Path<String>,
    Form(form): Form<MessageForm>,
) -> Result<Response> {
    let PartnerLink(visit) = match visit {
        Ok(visit) => visit,
        Err(Error::NotFound) => return stopped(&house.db).await,
        Err(cause) => return Err(cause),
    };
    forms::check_key(&form.key)?;
    let (asked, wanted, today) = (visit.clone(), id.clone(), house.db.clock().today());
    let found =
        house.db.read(move |conn| queries::open_readers(conn, &of_visit(conn, &asked, &wanted, today)?, Writer::Partner, today)).await;
    let choices = match found {
        Err(Error::NotFound) => return stopped(&house.db).await,
        found => found?,
    };
    let (readers, body) = match form.parse(choices) {
        Ok(parsed) => parsed,
        Err(complaints) => return draw(&house, &visit, &id, Leaf::default(), &form, &complaints).await,
    };
    let (asked, wanted, key) = (visit.clone(), id.clone(), form.key.clone());
    let written = house
        .db
        .write(visit.actor(), move |tx| {
            if tx.answer_to(&key)?.is_none() {
                let referral = of_visit(tx, &asked, &wanted, tx.today())?;
                queries::write_message(tx, &super::who(&asked, &referral), &referral, readers, &body)?;
                tx.remember_answer(&key, "written")?;
            }
            Ok(())
        })
        .await;
    match written {
        Err(Error::Rejected(words)) => {
            let mut complaints = Complaints::default();
            complaints.add("body", words);
            draw(&house, &visit, &id, Leaf::default(), &form, &complaints).await
        }
        written => written.map(|()| Redirect::to(&format!("/p/r/{id}#messages")).into_response()),
    }
}
