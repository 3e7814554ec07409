//! The status page as both ways in draw it: behind a private link, and behind a letter code.

use super::messages::{self, Talk};
use super::sharing::{self, Sharing};
use super::views::{self, StatusPage};
use crate::auth::links::Link;
use crate::auth::own::Inside;
use crate::consent::{self, Consent};
use crate::error::{Error, Result};
use crate::i18n::Language;
use crate::programs::queries as programs;
use crate::referrals::deed::{Deed, DeedForm, Who};
use crate::referrals::lifecycle::{Event, Party, Status};
use crate::referrals::messages::MessageForm;
use crate::referrals::queries::{self, Agreement, Choices, Story};
use crate::referrals::replay::Consent as Asked;
use crate::referrals::stations::{self, Reached};
use crate::referrals::telling::Telling;
use crate::referrals::trainees::Counts;
use crate::referrals::views::changed_since;
use crate::referrals::views::deeds::Forms;
use crate::referrals::{Referral, sharing as fields_of, status_page};
use crate::store::{Actor, Db, Tx};
use crate::values::{ConsentMethod, Day, Instant, Kind, ReferralId, SharedField};
use crate::web::Complaints;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use rusqlite::Connection;

/// How somebody came to their page.
#[derive(Debug, Clone)]
pub(super) struct Way {
    /// Row key of the referral it opens.
    pub referral: i64,
    /// Address of the page; what can be done there stands below it.
    pub base: String,
    /// As the audit record names whoever holds it.
    pub actor: Actor,
    /// Until when the link opens something; none for whoever is inside: the page closes by itself and can be left.
    pub until: Option<Instant>,
}

impl Way {
    /// By private link.
    pub fn link(link: &Link, token: &str) -> Result<Self> {
        let referral = link.referral.ok_or(Error::NotFound)?;
        Ok(Self { referral, base: format!("/s/{token}"), actor: link.actor(), until: Some(link.expires_at) })
    }

    /// From inside: to a referral of theirs, however they came in.
    pub async fn inside(db: &Db, inside: &Inside, id: &str) -> Result<Self> {
        let (id, person, today) = (ReferralId::parse(id).ok_or(Error::NotFound)?, inside.person, db.clock().today());
        let referral = db.read(move |conn| queries::find_own(conn, person, &id, today)).await?;
        Ok(Self { referral: referral.key, base: address(&referral), actor: inside.actor(), until: None })
    }
}

/// Where a referral stands for an entrepreneur who is inside.
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

/// What was drawn, or the page that says that there is none.
pub(super) async fn or_stopped(db: &Db, drawn: Result<Response>) -> Result<Response> {
    match drawn {
        Err(Error::NotFound) => stopped(db).await,
        drawn => drawn,
    }
}

/// The page, or the one that says that there is none.
pub(super) async fn draw_or_stop(way: Result<Way>, db: &Db, again: Again<'_>, is_stopping: bool) -> Result<Response> {
    let drawn = match way {
        Ok(way) => draw(db, &way, again, is_stopping).await,
        Err(cause) => Err(cause),
    };
    or_stopped(db, drawn).await
}

/// What is looked up for the page.
pub(super) struct Seen {
    pub story: Story,
    pub words: Telling,
    pub yes: Option<Consent>,
    pub sharing: Sharing,
    /// People of the business who were sent to training; none on the page of a trainee.
    pub trainees: Counts,
    /// How often the partner read the confidential part, and when last.
    pub openings: (i64, Option<Instant>),
    reached: Reached,
    choices: Choices,
    talk: Talk,
}

fn look(conn: &Connection, key: i64, today: Day, now: Instant) -> Result<Seen> {
    let referral = queries::find(conn, key)?;
    let yes = consent::queries::live_for(conn, key, today)?;
    let choices = queries::choices(conn, referral.kind, today)?;
    let talk = messages::latest(conn, &referral, today)?;
    let story = queries::story(conn, referral)?;
    let trainees = match (story.referral.kind, &story.referral.trainee) {
        (Kind::Workforce, None) => queries::trainee_counts(conn, story.referral.business, story.referral.program)?,
        _ => Counts::default(),
    };
    Ok(Seen {
        words: queries::telling(conn, &story, today, Language::english())?,
        reached: queries::reached(conn, &story)?,
        sharing: sharing::look(conn, &story, yes.as_ref(), today, now)?,
        openings: queries::openings(conn, key)?,
        yes,
        choices,
        talk,
        story,
        trainees,
    })
}

impl Seen {
    /// What they may do now; an answer can be given and changed for 90 days.
    fn open(&self, now: Instant) -> Vec<Event> {
        let may_confirm = self.story.referral.ended_at.is_none_or(|ended| now < ended.plus_days(90));
        self.story.state.open_to(Party::Entrepreneur).filter(|event| *event != Event::Confirm || may_confirm).collect()
    }
}

async fn draw(db: &Db, way: &Way, again: Again<'_>, is_stopping: bool) -> Result<Response> {
    let (clock, today, now) = (db.clock(), db.clock().today(), db.clock().now());
    let key = way.referral;
    let seen = db.read(move |conn| look(conn, key, today, now)).await?;
    let (referral, standing, facts) = (&seen.story.referral, seen.story.state.now.status, seen.words.facts());
    let (open, action, address) = (seen.open(now), format!("{}/events", way.base), format!("{}/messages", way.base));
    let (no_form, no_complaints) = (MessageForm::default(), Complaints::default());
    let page = StatusPage {
        base: &way.base,
        headline: status_page::headline(standing, &facts),
        next: agreed_draft(&seen).unwrap_or_else(|| status_page::next(standing, &facts)),
        need: status_page::need_to_do(standing, &facts),
        stations: stations::stations(standing, referral.kind, &seen.reached, &facts),
        aside: stations::aside(standing, &facts),
        open: &open,
        thread: seen.talk.thread(referral, &address, (&no_form, &no_complaints), clock.zone(), today),
        forms: Forms { action: &action, version: referral.version, status: standing, choices: &seen.choices, today, again },
        works_until: way.until.map(|until| clock.zone().day(until)),
        zone: clock.zone(),
        seen: &seen,
        today,
    };
    let status = if again.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let drawn = if is_stopping { views::stopping(&page) } else { views::status(&page) };
    Ok((status, drawn).into_response())
}

/// Does what a form of the page asks for.
pub(super) async fn act(way: Result<Way>, db: &Db, fields: Vec<(String, String)>) -> Result<Response> {
    let done = match way {
        Ok(way) => record(&way, db, fields).await,
        Err(cause) => Err(cause),
    };
    or_stopped(db, done).await
}

async fn record(way: &Way, db: &Db, fields: Vec<(String, String)>) -> Result<Response> {
    let form = DeedForm::read(fields)?;
    let key = way.referral;
    let referral = db.read(move |conn| queries::find(conn, key)).await?;
    let is_stopping = form.event == Event::Withdraw;
    let deeds = match form.deeds(referral.status, referral.kind, db.clock().today()) {
        Ok(deeds) => deeds,
        Err(complaints) => return draw(db, way, Some((&form, &complaints)), is_stopping).await,
    };
    let form_key = form.key.clone();
    let written = db.write(way.actor.clone(), move |tx| write(tx, key, &form_key, deeds)).await;
    let (words, is_stale) = match written {
        Err(Error::Stale) => {
            let log = db.read(move |conn| queries::events(conn, key)).await?;
            (changed_since(&log, form.version, form.event.label_for(Party::Entrepreneur), db.clock().zone()), true)
        }
        Err(Error::Rejected(words)) => (words, false),
        written => return written.map(|()| Redirect::to(&way.base).into_response()),
    };
    let mut complaints = Complaints::default();
    complaints.add("do", words);
    let drawn = draw(db, way, Some((&form, &complaints)), is_stopping).await?;
    Ok(if is_stale { (StatusCode::CONFLICT, drawn).into_response() } else { drawn })
}

fn write(tx: &Tx<'_>, referral: i64, form_key: &str, deeds: Vec<Deed>) -> Result<()> {
    if tx.answer_to(form_key)?.is_some() {
        return Ok(());
    }
    let referral = queries::find(tx, referral)?;
    for deed in deeds {
        do_deed(tx, &referral, deed)?;
    }
    // The address may carry a token, so only the fact of the answer is remembered.
    tx.remember_answer(form_key, "recorded")
}

/// They said yes, and it is not sent yet.
fn agreed_draft(seen: &Seen) -> Option<String> {
    let (now, words) = (&seen.story.state.now, &seen.words);
    let is_agreed = now.status == Status::Draft && now.consent == Asked::Given;
    let org = words.org.as_deref().unwrap_or("the partner");
    is_agreed.then(|| format!("You agreed to share. {} sends your request to {org} next. You can stop this at any time.", words.advisor))
}

/// What the advisor asked them to share.
pub(super) fn asked_fields(story: &Story) -> (Vec<SharedField>, bool) {
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
