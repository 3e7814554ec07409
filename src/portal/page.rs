//! The status page as both ways in draw it: behind a private link, and behind a letter code.

use super::language::OwnLine;
use super::messages::{self, Talk};
use super::own_referral::{self, Besides};
use super::sharing::{self, Sharing};
use super::views::{self, StatusPage};
use crate::auth::links::Link;
use crate::auth::own::{Inside, Proof};
use crate::auth::queries::helpers::{self, Done};
use crate::consent::{self, Consent};
use crate::error::{Error, Result};
use crate::i18n::Language;
use crate::programs::queries as programs;
use crate::referrals::asks::Asks;
use crate::referrals::deed::{Deed, DeedForm, Who};
use crate::referrals::fact::Fact;
use crate::referrals::lifecycle::{Event, Party, Status};
use crate::referrals::messages::MessageForm;
use crate::referrals::queries::{self, Choices, ContactTold, OfAct, Story};
use crate::referrals::replay::Consent as Asked;
use crate::referrals::stations::{self, Reached};
use crate::referrals::telling::Telling;
use crate::referrals::trainees::Counts;
use crate::referrals::{Referral, sharing as fields_of, status_page};
use crate::store::{Actor, Db, Tx};
use crate::values::{ConsentMethod, Day, Instant, Kind, ReferralId, SharedField};
use crate::web::Complaints;
use crate::web::parts::encoded;
use crate::web::speech::Speech;
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
    /// In which language they read.
    pub language: Language,
    /// By a device that stays signed in: where things stand, and no values.
    pub is_remembered: bool,
    /// What whoever holds it may do besides looking.
    pub may: May,
}

/// What somebody may do on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum May {
    /// All of it: the person.
    All,
    /// Everything but a word about sharing: a helper who may act.
    Act,
    /// Nothing: a helper who may see.
    See,
}

impl Way {
    /// By private link.
    pub async fn link(db: &Db, link: &Link, token: &str, speech: &Speech) -> Result<Self> {
        let referral = link.referral.ok_or(Error::NotFound)?;
        let (asked, today) = (speech.asked.0, db.clock().today());
        let language = db.read(move |conn| queries::reads_here(conn, &queries::find(conn, referral)?, today, asked)).await?;
        speech.known.is(language);
        Ok(Self {
            referral,
            base: format!("/s/{token}"),
            actor: link.actor(),
            until: Some(link.expires_at),
            language,
            is_remembered: false,
            may: May::All,
        })
    }

    /// From inside: to a referral of theirs, however they came in.
    pub async fn inside(db: &Db, inside: &Inside, id: &str) -> Result<Self> {
        let (id, person, today) = (ReferralId::parse(id).ok_or(Error::NotFound)?, inside.person, db.clock().today());
        let referral = db.read(move |conn| queries::find_own(conn, person, &id, today)).await?;
        let may = match inside.helper() {
            None => May::All,
            Some(_) if inside.may_act() => May::Act,
            Some(_) => May::See,
        };
        Ok(Self {
            referral: referral.key,
            base: address(&referral),
            actor: inside.actor(),
            until: None,
            language: inside.language,
            is_remembered: matches!(inside.proof, Proof::Remembered(_)),
            may,
        })
    }

    /// They came with a code, and not with a link.
    pub fn is_inside(&self) -> bool {
        self.until.is_none()
    }

    /// Where another language is posted from the page with this ending.
    pub fn switch(&self, ending: &str) -> String {
        let next = encoded(&format!("{}{ending}", self.base));
        match self.until {
            Some(_) => format!("{}/language?next={next}", self.base),
            None => format!("/me/language?next={next}"),
        }
    }
}

/// The address to go on with, where it is one of this page; else the page itself.
pub(super) fn own_below<'a>(base: &'a str, next: Option<&'a str>) -> &'a str {
    next.filter(|next| next.strip_prefix(base).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))).unwrap_or(base)
}

/// Where a referral stands for an entrepreneur who is inside.
pub(super) fn address(referral: &Referral) -> String {
    format!("/me/referrals/{}", referral.id)
}

/// The same page for a link that is over, closed, or never was.
pub(super) async fn stopped(db: &Db, speech: &Speech) -> Result<Response> {
    let programs = db.read(programs::list).await?;
    Ok((StatusCode::NOT_FOUND, views::stopped(&programs, false, speech.language())).into_response())
}

/// Which of the pages that tell of one referral.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum View {
    /// Where it stands.
    Status,
    /// Are you sure?
    Stopping,
    /// The one thing that is asked, first and alone: where a notice leads.
    Answer,
}

impl View {
    /// How its address ends.
    const fn ending(self) -> &'static str {
        match self {
            Self::Status => "",
            Self::Stopping => "/stopping",
            Self::Answer => "/answer",
        }
    }
}

/// A form that came back, and what is wrong with it.
pub(super) type Again<'a> = Option<(&'a DeedForm, &'a Complaints)>;

/// What was drawn, or the page that says that there is none.
pub(super) async fn or_stopped(db: &Db, speech: &Speech, drawn: Result<Response>) -> Result<Response> {
    match drawn {
        Err(Error::NotFound) => stopped(db, speech).await,
        drawn => drawn,
    }
}

/// The page, or the one that says that there is none.
pub(super) async fn draw_or_stop(way: Result<Way>, db: &Db, speech: &Speech, view: View) -> Result<Response> {
    let drawn = match way {
        Ok(way) => draw(db, &way, None, view).await,
        Err(cause) => Err(cause),
    };
    or_stopped(db, speech, drawn).await
}

/// Deeds of helpers that the page shows.
const HELPED: i64 = 5;

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
    pub choices: Choices,
    /// What only somebody who is inside sees.
    pub besides: Option<Besides>,
    /// The one thing that is asked now.
    pub asks: Option<Asks>,
    /// What was said about the partner's call, once it was asked.
    pub contact_told: Option<ContactTold>,
    /// Whom to call for an interpreter, in a language that has no catalog.
    pub line: Option<OwnLine>,
    /// What helpers did about this request, newest first.
    pub helped: Vec<Done>,
    reached: Reached,
    talk: Talk,
}

fn look(conn: &Connection, db: &Db, way: &Way, today: Day, now: Instant) -> Result<Seen> {
    let (key, language) = (way.referral, way.language);
    let referral = queries::find(conn, key)?;
    let yes = consent::queries::live_for(conn, key, today)?;
    let choices = queries::choices(conn, referral.kind, today)?;
    let talk = messages::latest(conn, &referral, today)?;
    let story = queries::story(conn, referral)?;
    let trainees = match (story.referral.kind, &story.referral.trainee) {
        (Kind::Workforce, None) => queries::trainee_counts(conn, story.referral.business, story.referral.program)?,
        _ => Counts::default(),
    };
    let owner = queries::spoken_to(conn, &story.referral, today)?;
    let helped = owner.as_ref().map(|owner| helpers::done_for(conn, owner.person, Some(key), HELPED)).transpose()?;
    Ok(Seen {
        words: queries::telling(conn, &story, today, language)?,
        reached: queries::reached(conn, &story)?,
        sharing: sharing::look(conn, &story, yes.as_ref(), language, today, now)?,
        openings: queries::openings(conn, key)?,
        besides: (way.is_inside() && !way.is_remembered)
            .then(|| own_referral::look(conn, db.keys(), &story, yes.as_ref(), language, today))
            .transpose()?,
        asks: asks(conn, &story, today, now)?,
        contact_told: queries::contact_told(conn, &story.referral)?,
        line: OwnLine::of(owner.as_ref()),
        helped: helped.unwrap_or_default(),
        yes,
        choices,
        talk,
        story,
        trainees,
    })
}

/// After 90 days nobody is asked any more how it went.
fn asks(conn: &Connection, story: &Story, today: Day, now: Instant) -> Result<Option<Asks>> {
    let asks = queries::asks_now(conn, story, today)?;
    Ok(asks.filter(|asks| *asks != Asks::Met || may_confirm(story, now)))
}

fn may_confirm(story: &Story, now: Instant) -> bool {
    story.referral.ended_at.is_none_or(|ended| now < ended.plus_days(90))
}

impl Seen {
    /// Leaves out what a helper does not get: the words about sharing with their buttons, and for one who may see the form to write.
    fn cut_down(&mut self, may: May) {
        if may != May::All {
            self.sharing = Sharing { was_read: self.sharing.was_read, ..Sharing::default() };
            self.yes = None;
            if let Some(besides) = &mut self.besides {
                besides.read_only();
            }
        }
        if may == May::See {
            self.talk.choices = &[];
            self.contact_told = None;
        }
        self.asks = self.asks.filter(|asks| match may {
            May::All => true,
            May::Act => !matches!(asks, Asks::Share | Asks::Renewal),
            May::See => false,
        });
    }

    /// What they may do now; an answer can be given and changed for 90 days.
    fn open(&self, now: Instant, may: May) -> Vec<Event> {
        if may == May::See {
            return Vec::new();
        }
        let may_confirm = may_confirm(&self.story, now);
        self.story.state.open_to(Party::Entrepreneur).filter(|event| *event != Event::Confirm || may_confirm).collect()
    }
}

async fn draw(db: &Db, way: &Way, again: Again<'_>, view: View) -> Result<Response> {
    let (clock, today, now) = (db.clock(), db.clock().today(), db.clock().now());
    let (language, house, asked) = (way.language, db.clone(), way.clone());
    let mut seen = db.read(move |conn| look(conn, &house, &asked, today, now)).await?;
    seen.cut_down(way.may);
    let (referral, standing, facts) = (&seen.story.referral, seen.story.state.now.status, seen.words.facts());
    let (open, address, switch) = (seen.open(now, way.may), format!("{}/messages", way.base), way.switch(view.ending()));
    let (no_form, no_complaints) = (MessageForm::default(), Complaints::default());
    let page = StatusPage {
        base: &way.base,
        language,
        may: way.may,
        switch: &switch,
        headline: status_page::headline(standing, &facts),
        next: agreed_draft(&seen).unwrap_or_else(|| status_page::next(standing, &facts)),
        need: status_page::need_to_do(standing, &facts),
        stations: stations::stations(standing, referral.kind, &seen.reached, &facts),
        aside: stations::aside(standing, &facts),
        open: &open,
        thread: seen.talk.thread(referral, &address, (&no_form, &no_complaints), language, clock.zone(), today),
        again,
        works_until: way.until.map(|until| clock.zone().day(until)),
        zone: clock.zone(),
        seen: &seen,
        today,
    };
    let status = if again.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let drawn = match (view, seen.asks) {
        (View::Status, _) => views::status(&page),
        (View::Stopping, _) => views::stopping(&page),
        (View::Answer, Some(asks)) => views::answering(&page, asks),
        // It was answered, or is no longer asked: the page says where it stands.
        (View::Answer, None) => return Ok(Redirect::to(&way.base).into_response()),
    };
    Ok((status, drawn).into_response())
}

/// Does what a form of the page asks for.
pub(super) async fn act(way: Result<Way>, db: &Db, speech: &Speech, fields: Vec<(String, String)>) -> Result<Response> {
    let done = match way {
        Ok(way) => record(&way, db, fields).await,
        Err(cause) => Err(cause),
    };
    or_stopped(db, speech, done).await
}

async fn record(way: &Way, db: &Db, fields: Vec<(String, String)>) -> Result<Response> {
    let form = DeedForm::read(fields)?;
    // A yes and a no to sharing are the person's own words, however the form came here.
    if way.may != May::All && matches!(form.event, Event::GiveConsent | Event::RefuseConsent) {
        return Err(Error::Forbidden);
    }
    let key = way.referral;
    let referral = db.read(move |conn| queries::find(conn, key)).await?;
    let view = if form.event == Event::Withdraw { View::Stopping } else { View::Status };
    let deeds = match form.deeds(referral.status, referral.kind, db.clock().today()) {
        Ok(deeds) => deeds,
        Err(complaints) => {
            let complaints = own_complaints(&form, &complaints, way.language);
            return draw(db, way, Some((&form, &complaints)), view).await;
        }
    };
    if referral.status.after(form.event, Party::Entrepreneur).is_err() && referral.version == form.version {
        let mut complaints = Complaints::default();
        complaints.add("do", way.language.word("not-possible-now"));
        return draw(db, way, Some((&form, &complaints)), view).await;
    }
    let (form_key, language) = (form.key.clone(), way.language);
    let written = db.write(way.actor.clone(), move |tx| write(tx, key, &form_key, deeds, language)).await;
    let (words, is_stale) = match written {
        Err(Error::Stale) => (way.language.word("changed-since"), true),
        Err(Error::Rejected(words)) => (way.language.complaint(&words), false),
        written => return written.map(|()| Redirect::to(&way.base).into_response()),
    };
    let mut complaints = Complaints::default();
    complaints.add("do", words);
    let drawn = draw(db, way, Some((&form, &complaints)), view).await?;
    Ok(if is_stale { (StatusCode::CONFLICT, drawn).into_response() } else { drawn })
}

fn write(tx: &Tx<'_>, referral: i64, form_key: &str, deeds: Vec<Deed>, language: Language) -> Result<()> {
    if tx.answer_to(form_key)?.is_some() {
        return Ok(());
    }
    let referral = queries::find(tx, referral)?;
    for deed in deeds {
        do_deed(tx, &referral, deed, language)?;
    }
    // The address may carry a token, so only the fact of the answer is remembered.
    tx.remember_answer(form_key, "recorded")
}

/// They said yes, and it is not sent yet.
fn agreed_draft(seen: &Seen) -> Option<String> {
    let (now, words) = (&seen.story.state.now, &seen.words);
    let is_agreed = now.status == Status::Draft && now.consent == Asked::Given;
    is_agreed.then(|| words.language.say("agreed-and-next", views::named(words)))
}

/// What is missing, by the words of the question it belongs to; anything else in the words of the rule.
fn own_complaints(form: &DeedForm, complaints: &Complaints, language: Language) -> Complaints {
    let mut own = Complaints::default();
    for (field, words) in complaints.iter() {
        let fact = Fact::parse(field);
        let is_missing = fact.is_some_and(|fact| form.of(fact).trim().is_empty());
        own.add(
            field,
            match fact {
                Some(fact) if is_missing => views::missing(fact, language),
                _ => language.complaint(words),
            },
        );
    }
    own
}

/// What the advisor asked them to share.
pub(super) fn asked_fields(story: &Story) -> (Vec<SharedField>, bool) {
    story.course.asked_fields.as_deref().map(fields_of::read_back).unwrap_or_default()
}

/// A yes is written down with the words that stood on the page; everything else is one event.
fn do_deed(tx: &Tx<'_>, referral: &Referral, deed: Deed, language: Language) -> Result<()> {
    let who = Who::entrepreneur();
    if deed.event == Event::GiveConsent {
        let (fields, by_name) = asked_fields(&queries::story(tx, referral.clone())?);
        let one = [OfAct { referral: referral.clone(), version: deed.version, by_name }];
        return queries::agree_together(tx, &who, &one, &fields, Some(ConsentMethod::Link), language).map(drop);
    }
    if deed.event == Event::ReRefer {
        return queries::re_refer(tx, &who, referral, deed.version).map(drop);
    }
    queries::record(tx, &who, referral, deed).map(drop)
}
