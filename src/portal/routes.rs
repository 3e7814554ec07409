//! The status page behind a private link, and what its holder can do there.

use super::views::{self, StatusPage};
use crate::auth::links::{Link, StatusLink};
use crate::auth::{House, Route};
use crate::consent;
use crate::error::{Error, Result};
use crate::people::queries as people;
use crate::programs::queries as programs;
use crate::referrals::deed::{Deed, DeedForm, Who};
use crate::referrals::lifecycle::{Event, Party, Status};
use crate::referrals::queries::{self, Agreement};
use crate::referrals::replay::Consent as Asked;
use crate::referrals::telling::Telling;
use crate::referrals::views::deeds::Forms;
use crate::referrals::{sharing, stations, status_page};
use crate::store::Db;
use crate::values::{ConsentMethod, SharedField};
use crate::web::{Access, Complaints, Form, get, post};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![
        get("/s/{token}", &[A::ClientLink], status),
        get("/s/{token}/stopping", &[A::ClientLink], stopping_page),
        post("/s/{token}/events", &[A::ClientLink], record_event),
    ]
}

/// The same page for a link that is over, closed, or never was.
async fn stopped(db: &Db) -> Result<Response> {
    let programs = db.read(programs::list).await?;
    Ok((StatusCode::NOT_FOUND, views::stopped(&programs)).into_response())
}

async fn status(link: Result<StatusLink>, State(house): State<House>) -> Result<Response> {
    draw_or_stop(link, &house, None, false).await
}

async fn stopping_page(link: Result<StatusLink>, State(house): State<House>) -> Result<Response> {
    draw_or_stop(link, &house, None, true).await
}

async fn draw_or_stop(
    link: Result<StatusLink>,
    house: &House,
    again: Option<(&DeedForm, &Complaints)>,
    is_stopping: bool,
) -> Result<Response> {
    let drawn = match link {
        Ok(StatusLink(link, token)) => draw(&house.db, &link, &token, again, is_stopping).await,
        Err(cause) => Err(cause),
    };
    match drawn {
        Err(Error::NotFound) => stopped(&house.db).await,
        drawn => drawn,
    }
}

async fn draw(db: &Db, link: &Link, token: &str, again: Option<(&DeedForm, &Complaints)>, is_stopping: bool) -> Result<Response> {
    let (today, now) = (db.clock().today(), db.clock().now());
    let key = link.referral.ok_or(Error::NotFound)?;
    let (story, words, reached, yes, choices, asked_values) = db
        .read(move |conn| {
            let referral = queries::find(conn, key)?;
            let yes = consent::queries::live_for(conn, key, today)?;
            let choices = queries::choices(conn, referral.kind, today)?;
            let client = people::find_in(conn, referral.business, referral.program)?;
            let owner = people::contact(conn, referral.business, today)?;
            let workers = people::workers(conn, referral.business)?;
            let mut values = sharing::values(&client, owner.as_ref(), workers.as_ref(), today);
            let story = queries::story(conn, referral)?;
            let (fields, _) = asked_fields(&story);
            values.retain(|(field, _)| fields.contains(field));
            let words = queries::telling(conn, &story, today)?;
            let reached = queries::reached(conn, &story)?;
            Ok((story, words, reached, yes, choices, values))
        })
        .await?;
    let standing = story.state.now.status;
    let facts = words.facts();
    let referral = &story.referral;
    let open: Vec<Event> = story
        .state
        .open_to(Party::Entrepreneur)
        .filter(|event| *event != Event::Confirm || referral.ended_at.is_none_or(|ended| now < ended.plus_days(90)))
        .collect();
    let action = format!("/s/{token}/events");
    let is_asked = standing == Status::Draft && story.state.now.consent == Asked::Asked;
    let asked_words = referral.partner.as_ref().filter(|_| is_asked).map(|(_, _, partner)| {
        consent::words(&consent::Asked {
            program: &referral.program_name,
            partner,
            kind: referral.kind,
            need: &referral.need,
            values: &asked_values,
            by_name: asked_fields(&story).1,
            until: today.plus_days(consent::longest_days(referral.kind)),
        })
    });
    let page = StatusPage {
        token,
        headline: status_page::headline(standing, &facts),
        next: match agreed_draft(&story, &words) {
            Some(words) => words,
            None => status_page::next(standing, &facts),
        },
        need: status_page::need_to_do(standing, &facts),
        stations: stations::stations(standing, referral.kind, &reached, &facts),
        aside: stations::aside(standing, &facts),
        yes: yes.as_ref(),
        asked_words,
        open: &open,
        forms: Forms { action: &action, version: referral.version, status: standing, choices: &choices, today, again },
        works_until: db.clock().zone().day(link.expires_at),
        words: &words,
        story: &story,
        today,
    };
    let status = if again.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let drawn = if is_stopping { views::stopping(&page) } else { views::status(&page) };
    Ok((status, drawn).into_response())
}

async fn record_event(link: Result<StatusLink>, State(house): State<House>, Form(fields): Form<Vec<(String, String)>>) -> Result<Response> {
    let StatusLink(link, token) = match link {
        Ok(link) => link,
        Err(Error::NotFound) => return stopped(&house.db).await,
        Err(cause) => return Err(cause),
    };
    let form = DeedForm::read(fields)?;
    let key = link.referral.ok_or(Error::NotFound)?;
    let referral = house.db.read(move |conn| queries::find(conn, key)).await?;
    let is_stopping = form.event == Event::Withdraw;
    let deeds = match form.deeds(referral.status) {
        Ok(deeds) => deeds,
        Err(complaints) => {
            return draw_or_stop(Ok(StatusLink(link, token)), &house, Some((&form, &complaints)), is_stopping).await;
        }
    };
    let (form_key, address) = (form.key.clone(), format!("/s/{token}"));
    let answer = address.clone();
    let written = house
        .db
        .write(link.actor(), move |tx| {
            if tx.answer_to(&form_key)?.is_none() {
                let referral = queries::find(tx, key)?;
                for deed in deeds {
                    do_deed(tx, &referral, deed)?;
                }
                // The address carries the token, so only the fact of the answer is remembered.
                tx.remember_answer(&form_key, "recorded")?;
            }
            Ok(answer)
        })
        .await;
    match written {
        Err(Error::Rejected(words)) => {
            let mut complaints = Complaints::default();
            complaints.add("do", words);
            draw_or_stop(Ok(StatusLink(link, token)), &house, Some((&form, &complaints)), is_stopping).await
        }
        written => written.map(|_| Redirect::to(&address).into_response()),
    }
}

/// They said yes, and it is not sent yet.
fn agreed_draft(story: &queries::Story, words: &Telling) -> Option<String> {
    let is_agreed = story.state.now.status == Status::Draft && story.state.now.consent == Asked::Given;
    let org = words.org.as_deref().unwrap_or("the partner");
    is_agreed.then(|| format!("You agreed to share. {} sends your request to {org} next. You can stop this at any time.", words.advisor))
}

/// What the advisor asked them to share.
fn asked_fields(story: &queries::Story) -> (Vec<SharedField>, bool) {
    story.course.asked_fields.as_deref().map(sharing::read_back).unwrap_or_default()
}

/// A yes is written down with the words that stood on the page; everything else is one event.
fn do_deed(tx: &crate::store::Tx<'_>, referral: &crate::referrals::Referral, deed: Deed) -> Result<()> {
    let who = Who::entrepreneur();
    if deed.event == Event::GiveConsent {
        let (fields, by_name) = asked_fields(&queries::story(tx, referral.clone())?);
        let agreement = Agreement { fields, by_name, yes: Some(ConsentMethod::Link) };
        return queries::agree(tx, &who, referral, deed.version, &agreement).map(drop);
    }
    if deed.event == Event::ReRefer {
        return queries::re_refer(tx, &who, referral, deed.version).map(drop);
    }
    queries::record(tx, &who, referral, deed).map(drop)
}
