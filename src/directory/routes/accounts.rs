//! Accounts of a partner's people: whoever refers to them gives and ends them. They sign in with a code that is mailed.

use crate::auth::{CaseWorker, House};
use crate::error::{Error, Result};
use crate::outbox::{Notice, queries as outbox};
use crate::partners::{Contact, Partner, queries};
use crate::store::Tx;
use crate::values::{Audience, ContactId, NoticeChannel, PartnerAccountId, PartnerId};
use crate::web::{Form, forms};
use axum::extract::{Path, State};
use axum::response::Redirect;

/// A code reaches them: there is a mail server, or everybody is made up and the page shows the code.
pub(super) fn can_sign_in(house: &House) -> bool {
    house.mailer.is_set_up() || house.db.organization().is_demo
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct KeyForm {
    key: String,
}

pub(super) async fn give_account(
    CaseWorker(viewer): CaseWorker,
    State(house): State<House>,
    Path((id, contact)): Path<(String, String)>,
    Form(form): Form<KeyForm>,
) -> Result<Redirect> {
    forms::check_key(&form.key)?;
    let (id, contact) = PartnerId::parse(&id).zip(ContactId::parse(&contact)).ok_or(Error::NotFound)?;
    let (asked, back, page) = (viewer.clone(), format!("/partners/{id}#people"), format!("{}/p/inbox", house.config.public_url));
    let (answer, can_sign_in) = (back.clone(), can_sign_in(&house));
    house
        .db
        .write(viewer.actor(), move |tx| {
            let partner = queries::find_for(tx, &asked, &id)?;
            let contact = queries::find_contact_in(tx, partner.program, &contact)?;
            if tx.answer_to(&form.key)?.is_some() {
                return Ok(());
            }
            if !can_sign_in {
                let words = "This office sends no e-mail by itself, so no code to sign in would reach them. Name a mail server first.";
                return Err(Error::Rejected(words.to_owned()));
            }
            invite(tx, &partner, &contact, &page)?;
            queries::give_account(tx, &partner, &contact)?;
            tx.remember_answer(&form.key, &answer)
        })
        .await?;
    Ok(Redirect::to(&back))
}

/// The notice that says where to sign in. It opens nothing by itself: the code is mailed when they ask for it.
fn invite(tx: &Tx<'_>, partner: &Partner, contact: &Contact, page: &str) -> Result<()> {
    let (program, name) = (&partner.program_name, &contact.name);
    let notice = Notice {
        program: partner.program,
        referral: None,
        event: None,
        audience: Audience::Partner,
        channel: NoticeChannel::Email,
        to_name: name.clone(),
        to_address: contact.email.clone(),
        language: "en".to_owned(),
        english: None,
        subject: format!("{program}: your account"),
        body: format!(
            "Hello {name},\n\nYou have an account with {program} now. It shows the requests to {} in one list, for all of you who have one, and lets \
             you keep your entry in our directory right.\n\nSign in here: {page}\nType this e-mail address there, and a code comes by e-mail. There is no password. \
             Links in our e-mails work as before.\n\n{program}",
            partner.name
        ),
        link: None,
        person: None,
    };
    outbox::write_notice(tx, &notice).map(drop)
}

pub(super) async fn end_account(
    CaseWorker(viewer): CaseWorker,
    State(house): State<House>,
    Path((id, account)): Path<(String, String)>,
    Form(form): Form<KeyForm>,
) -> Result<Redirect> {
    forms::check_key(&form.key)?;
    let (id, account) = PartnerId::parse(&id).zip(PartnerAccountId::parse(&account)).ok_or(Error::NotFound)?;
    let (asked, back) = (viewer.clone(), format!("/partners/{id}#people"));
    house.db.write(viewer.actor(), move |tx| queries::end_account(tx, queries::find_for(tx, &asked, &id)?.key, &account)).await?;
    Ok(Redirect::to(&back))
}
