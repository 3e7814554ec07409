//! What a partner asks of us: a new link, to be reminded, to ask somebody else, and to be known in this browser.

use super::page::{Said, draw, of_visit};
use super::queries as desk;
use super::routes::stopped;
use super::{is_too_much, marks, views};
use crate::auth::links::PartnerToken;
use crate::auth::queries::mailed::{self, Checked};
use crate::auth::visits::{self, PartnerLink, Visit};
use crate::auth::{House, mailing};
use crate::error::{Error, Result};
use crate::programs::queries as programs;
use crate::referrals::queries::{self, Suggested};
use crate::store::Actor;
use crate::values::{Day, Email, Line, Telephone};
use crate::web::server::Caller;
use crate::web::{Complaints, Form, forms};
use axum::Extension;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use tower_sessions::Session;

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NothingForm {}

/// A dead link asks for a living one. The answer is the same whether there was such a link or not.
pub(super) async fn new_link(
    _: Result<PartnerToken>,
    State(house): State<House>,
    caller: Option<Extension<Caller>>,
    Path(token): Path<String>,
    Form(NothingForm {}): Form<NothingForm>,
) -> Result<Response> {
    let marks = marks(&token, caller.as_ref());
    if !is_too_much(&house.db, &marks).await? {
        house.db.write(Actor::nobody(), move |tx| desk::ask_for_new_link(tx, &token, &marks)).await?;
    }
    let programs = house.db.read(programs::list).await?;
    Ok(views::new_link_asked(&programs).into_response())
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ReminderForm {
    key: String,
    on: String,
}

/// The furthest day of a reminder: the link it carries works for 14 days.
const FURTHEST_DAYS: i64 = 7;

pub(super) async fn remind(
    visit: Result<PartnerLink>,
    State(house): State<House>,
    Path(id): Path<String>,
    Form(form): Form<ReminderForm>,
) -> Result<Response> {
    let visit = match visit {
        Ok(PartnerLink(visit)) => visit,
        Err(Error::NotFound) => return stopped(&house.db).await,
        Err(cause) => return Err(cause),
    };
    forms::check_key(&form.key)?;
    let (mut complaints, today) = (Complaints::default(), house.db.clock().today());
    let on = complaints.take("on", Day::parse(&form.on)).filter(|on| (1..=FURTHEST_DAYS).contains(&today.days_until(*on)));
    let Some(on) = on else {
        if complaints.is_empty() {
            complaints.add("on", format!("Choose a day from tomorrow to {}", today.plus_days(FURTHEST_DAYS).short(today)));
        }
        return draw(&house, &visit, &id, Said { complaints, ..Said::default() }).await;
    };
    let (asked, wanted) = (visit.clone(), id.clone());
    let written = house
        .db
        .write(visit.actor(), move |tx| {
            if tx.answer_to(&form.key)?.is_none() {
                queries::remind_partner_on(tx, &of_visit(tx, &asked, &wanted, tx.today())?, on)?;
                tx.remember_answer(&form.key, "reminder")?;
            }
            Ok(())
        })
        .await;
    after(&house, &visit, &id, written, "on", "reminder").await
}

/// Where a small form leads: back to the page with a word about it, or to the page with a complaint.
async fn after(house: &House, visit: &Visit, id: &str, written: Result<()>, field: &'static str, done: &str) -> Result<Response> {
    match written {
        Ok(()) => Ok(Redirect::to(&format!("/p/r/{id}?done={done}")).into_response()),
        Err(Error::NotFound) => stopped(&house.db).await,
        Err(Error::Rejected(words)) => {
            let mut complaints = Complaints::default();
            complaints.add(field, words);
            draw(house, visit, id, Said { complaints, ..Said::default() }).await
        }
        Err(cause) => Err(cause),
    }
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RightContactForm {
    key: String,
    right_name: String,
    right_email: String,
    right_telephone: String,
}

/// A suggestion, and nothing more: an advisor looks at it, and only then somebody else is asked.
pub(super) async fn right_contact(
    visit: Result<PartnerLink>,
    State(house): State<House>,
    Path(id): Path<String>,
    Form(form): Form<RightContactForm>,
) -> Result<Response> {
    let visit = match visit {
        Ok(PartnerLink(visit)) => visit,
        Err(Error::NotFound) => return stopped(&house.db).await,
        Err(cause) => return Err(cause),
    };
    forms::check_key(&form.key)?;
    let mut complaints = Complaints::default();
    let name = complaints.take("right_name", Line::parse(&form.right_name, "their name"));
    let email = complaints.take("right_email", Email::maybe(&form.right_email)).flatten();
    let telephone = complaints.take("right_telephone", Telephone::maybe(&form.right_telephone)).flatten();
    if complaints.is_empty() && email.is_none() && telephone.is_none() {
        complaints.add("right_email", "Write an e-mail address or a telephone number, so that we can reach them");
    }
    let Ok(name) = complaints.clone().or(name) else {
        let typed = [form.right_name.as_str(), &form.right_email, &form.right_telephone];
        return draw(&house, &visit, &id, Said { typed, complaints, ..Said::default() }).await;
    };
    let suggested = Suggested { name, email, telephone };
    let (asked, wanted) = (visit.clone(), id.clone());
    let written = house
        .db
        .write(visit.actor(), move |tx| {
            if tx.answer_to(&form.key)?.is_none() {
                queries::suggest_contact(tx, &of_visit(tx, &asked, &wanted, tx.today())?, &suggested)?;
                tx.remember_answer(&form.key, "contact")?;
            }
            Ok(())
        })
        .await;
    after(&house, &visit, &id, written, "right_name", "contact").await
}

/// Mails a code to the address that the link was issued to.
pub(super) async fn send_proof(
    visit: Result<PartnerLink>,
    State(house): State<House>,
    Path(id): Path<String>,
    Form(NothingForm {}): Form<NothingForm>,
) -> Result<Response> {
    let visit = match visit {
        Ok(PartnerLink(visit)) => visit,
        Err(Error::NotFound) => return stopped(&house.db).await,
        Err(cause) => return Err(cause),
    };
    let (asked, wanted, today) = (visit.clone(), id.clone(), house.db.clock().today());
    let address = house.db.read(move |conn| desk::proof_address(conn, &of_visit(conn, &asked, &wanted, today)?)).await;
    let address = match address {
        Err(Error::NotFound) => return stopped(&house.db).await,
        address => address?.ok_or(Error::NotFound)?,
    };
    mail_code_to(&house, visit.actor(), &address).await?;
    Ok(Redirect::to(&format!("/p/r/{id}#code")).into_response())
}

/// Makes a code for whoever is inside and hands it to the mail server.
async fn mail_code_to(house: &House, actor: Actor, address: &str) -> Result<()> {
    let to = address.to_owned();
    let code = house.db.write(actor, move |tx| mailed::issue(tx, &to)).await?;
    code.map_or(Ok(()), |code| mail_it(house, address, &code))
}

/// Hands a code to the mail server. It stands nowhere else.
pub(super) fn mail_it(house: &House, address: &str, code: &str) -> Result<()> {
    let organization = house.db.organization().name.clone();
    let text = format!(
        "Your code is {code}\n\nIt works for {} minutes, on the page that asked for it. If you did not ask for a code, do nothing.\n\n{organization}",
        mailed::LIVES_MINUTES
    );
    mailing::mail(house, address, format!("{organization}: your code"), text)
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ProofForm {
    code: String,
}

/// The code came back from this browser.
pub(super) async fn confirm_browser(
    visit: Result<PartnerLink>,
    State(house): State<House>,
    session: Session,
    Path(id): Path<String>,
    Form(form): Form<ProofForm>,
) -> Result<Response> {
    let visit = match visit {
        Ok(PartnerLink(visit)) => visit,
        Err(Error::NotFound) => return stopped(&house.db).await,
        Err(cause) => return Err(cause),
    };
    let (asked, wanted) = (visit.clone(), id.clone());
    let checked = house
        .db
        .write(visit.actor(), move |tx| {
            let address = desk::proof_address(tx, &of_visit(tx, &asked, &wanted, tx.today())?)?.ok_or(Error::NotFound)?;
            mailed::check(tx, &address, &form.code)
        })
        .await;
    let mut complaints = Complaints::default();
    match checked {
        Ok(Checked::Right) => {
            visits::note_proved(&session).await?;
            return Ok(Redirect::to(&format!("/p/r/{id}?done=browser")).into_response());
        }
        Ok(wrong) => complaints.add("code", wrong_words(wrong)),
        Err(Error::NotFound) => return stopped(&house.db).await,
        Err(cause) => return Err(cause),
    }
    draw(&house, &visit, &id, Said { complaints, ..Said::default() }).await
}

/// One sentence for every wrong code; another only where nobody is heard for a while.
pub(super) fn wrong_words(checked: Checked) -> &'static str {
    match checked {
        Checked::Resting => "Too many wrong codes. Ask for a new one; if that does not help, wait half an hour or call us",
        Checked::Wrong | Checked::Right => "This code is wrong, used, or older than ten minutes. Ask for a new one",
    }
}
