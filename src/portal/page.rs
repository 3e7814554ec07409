//! The status page as both ways in draw it: behind a private link, and behind a letter code.

use super::views::{self, StatusPage};
use super::{messages, sharing};
use crate::auth::codes::Given;
use crate::auth::links::Link;
use crate::consent;
use crate::error::{Error, Result};
use crate::programs::queries as programs;
use crate::referrals::deed::{Deed, DeedForm, Who};
use crate::referrals::lifecycle::{Event, Party, Status};
use crate::referrals::messages::MessageForm;
use crate::referrals::queries::{self, Agreement};
use crate::referrals::replay::Consent as Asked;
use crate::referrals::telling::Telling;
use crate::referrals::trainees::Counts;
use crate::referrals::views::deeds::Forms;
use crate::referrals::views::{Thread, changed_since};
use crate::referrals::{Referral, sharing as fields_of, stations, status_page};
use crate::store::{Actor, Db, Tx};
use crate::values::{ConsentMethod, Instant, Kind, SharedField, Writer};
use crate::web::Complaints;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// How somebody came to their page.
#[derive(Debug, Clone)]
pub(super) struct Way {
    /// Row key of the referral it opens.
    pub referral: i64,
    /// Address of the page; what can be done there stands below it.
    pub base: String,
    /// As the audit record names whoever holds it.
    pub actor: Actor,
    /// Until when it opens something.
    pub until: Instant,
    /// With a letter code: the page closes by itself and can be left.
    pub is_code: bool,
}

impl Way {
    /// By private link.
    pub fn link(link: &Link, token: &str) -> Result<Self> {
        let referral = link.referral.ok_or(Error::NotFound)?;
        Ok(Self { referral, base: format!("/s/{token}"), actor: link.actor(), until: link.expires_at, is_code: false })
    }

    /// By letter code, to the referral it is for and no other.
    pub async fn code(db: &Db, code: &Given, id: &str) -> Result<Self> {
        let key = code.referral;
        let referral = db.read(move |conn| queries::find(conn, key)).await?;
        if referral.id.as_str() != id {
            return Err(Error::NotFound);
        }
        Ok(Self { referral: key, base: address(&referral), actor: code.actor(), until: code.expires_at, is_code: true })
    }
}

/// Where a referral stands for an entrepreneur who came with a code.
pub(super) fn address(referral: &Referral) -> String {
    format!("/me/referrals/{}", referral.id)
}

/// The same page for a link that is over, closed, or never was.
pub(super) async fn stopped(db: &Db) -> Result<Response> {
    let programs = db.read(programs::list).await?;
    Ok((StatusCode::NOT_FOUND, views::stopped(&programs)).into_response())
}

/// A form that came back, and what is wrong with it.
type Again<'a> = Option<(&'a DeedForm, &'a Complaints)>;

/// The page, or the one that says that there is none.
pub(super) async fn draw_or_stop(way: Result<Way>, db: &Db, again: Again<'_>, is_stopping: bool) -> Result<Response> {
    let drawn = match way {
        Ok(way) => draw(db, &way, again, is_stopping).await,
        Err(cause) => Err(cause),
    };
    match drawn {
        Err(Error::NotFound) => stopped(db).await,
        drawn => drawn,
    }
}

async fn draw(db: &Db, way: &Way, again: Again<'_>, is_stopping: bool) -> Result<Response> {
    let (today, now) = (db.clock().today(), db.clock().now());
    let key = way.referral;
    let (story, words, reached, yes, choices, shared, (talk, openings, trainees)) = db
        .read(move |conn| {
            let referral = queries::find(conn, key)?;
            let yes = consent::queries::live_for(conn, key, today)?;
            let choices = queries::choices(conn, referral.kind, today)?;
            let talk = messages::latest(conn, &referral, today)?;
            let story = queries::story(conn, referral)?;
            let words = queries::telling(conn, &story, today)?;
            let reached = queries::reached(conn, &story)?;
            let shared = sharing::look(conn, &story, yes.as_ref(), today, now)?;
            let openings = queries::openings(conn, key)?;
            let trainees = match (story.referral.kind, &story.referral.trainee) {
                (Kind::Workforce, None) => queries::trainee_counts(conn, story.referral.business, story.referral.program)?,
                _ => Counts::default(),
            };
            Ok((story, words, reached, yes, choices, shared, (talk, openings, trainees)))
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
    let action = format!("{}/events", way.base);
    let (thread_address, no_form, no_complaints) = (format!("{}/messages", way.base), MessageForm::default(), Complaints::default());
    let page = StatusPage {
        base: &way.base,
        is_code: way.is_code,
        headline: status_page::headline(standing, &facts),
        next: match agreed_draft(&story, &words) {
            Some(words) => words,
            None => status_page::next(standing, &facts),
        },
        need: status_page::need_to_do(standing, &facts),
        stations: stations::stations(standing, referral.kind, &reached, &facts),
        aside: stations::aside(standing, &facts),
        yes: yes.as_ref(),
        trainees,
        openings: (openings.0, openings.1.map(|at| db.clock().zone().day(at))),
        sharing: shared,
        zone: db.clock().zone(),
        open: &open,
        thread: Thread {
            messages: &talk.messages,
            count: talk.count,
            reader: Writer::Entrepreneur,
            choices: talk.choices,
            address: &thread_address,
            names: messages::names(referral),
            form: &no_form,
            complaints: &no_complaints,
            zone: db.clock().zone(),
            today,
        },
        forms: Forms { action: &action, version: referral.version, status: standing, choices: &choices, today, again },
        works_until: db.clock().zone().day(way.until),
        words: &words,
        story: &story,
        today,
    };
    let status = if again.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let drawn = if is_stopping { views::stopping(&page) } else { views::status(&page) };
    Ok((status, drawn).into_response())
}

/// Does what a form of the page asks for.
pub(super) async fn act(way: Result<Way>, db: &Db, fields: Vec<(String, String)>) -> Result<Response> {
    let way = match way {
        Ok(way) => way,
        Err(Error::NotFound) => return stopped(db).await,
        Err(cause) => return Err(cause),
    };
    let form = DeedForm::read(fields)?;
    let key = way.referral;
    let referral = db.read(move |conn| queries::find(conn, key)).await?;
    let is_stopping = form.event == Event::Withdraw;
    let deeds = match form.deeds(referral.status, referral.kind, db.clock().today()) {
        Ok(deeds) => deeds,
        Err(complaints) => return draw_or_stop(Ok(way), db, Some((&form, &complaints)), is_stopping).await,
    };
    let form_key = form.key.clone();
    let written = db
        .write(way.actor.clone(), move |tx| {
            if tx.answer_to(&form_key)?.is_none() {
                let referral = queries::find(tx, key)?;
                for deed in deeds {
                    do_deed(tx, &referral, deed)?;
                }
                // The address may carry a token, so only the fact of the answer is remembered.
                tx.remember_answer(&form_key, "recorded")?;
            }
            Ok(())
        })
        .await;
    match written {
        Err(Error::Stale) => {
            let log = db.read(move |conn| queries::events(conn, key)).await?;
            let mut complaints = Complaints::default();
            complaints.add("do", changed_since(&log, form.version, form.event.label_for(Party::Entrepreneur), db.clock().zone()));
            let drawn = draw_or_stop(Ok(way), db, Some((&form, &complaints)), is_stopping).await?;
            Ok((StatusCode::CONFLICT, drawn).into_response())
        }
        Err(Error::Rejected(words)) => {
            let mut complaints = Complaints::default();
            complaints.add("do", words);
            draw_or_stop(Ok(way), db, Some((&form, &complaints)), is_stopping).await
        }
        written => written.map(|()| Redirect::to(&way.base).into_response()),
    }
}

/// They said yes, and it is not sent yet.
fn agreed_draft(story: &queries::Story, words: &Telling) -> Option<String> {
    let is_agreed = story.state.now.status == Status::Draft && story.state.now.consent == Asked::Given;
    let org = words.org.as_deref().unwrap_or("the partner");
    is_agreed.then(|| format!("You agreed to share. {} sends your request to {org} next. You can stop this at any time.", words.advisor))
}

/// What the advisor asked them to share.
pub(super) fn asked_fields(story: &queries::Story) -> (Vec<SharedField>, bool) {
    story.course.asked_fields.as_deref().map(fields_of::read_back).unwrap_or_default()
}

/// A yes is written down with the words that stood on the page; everything else is one event.
fn do_deed(tx: &Tx<'_>, referral: &Referral, deed: Deed) -> Result<()> {
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
