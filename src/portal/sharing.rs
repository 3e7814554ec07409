//! The entrepreneur's own yes, no, undo and renewal, for one partner or for several asked in one act.

use super::page::{Way, asked_fields, stopped};
use crate::consent::{self, Consent};
use crate::error::{Error, Result};
use crate::i18n::Language;
use crate::referrals::Referral;
use crate::referrals::deed::{Deed, Who};
use crate::referrals::lifecycle::{Event, Status};
use crate::referrals::queries::{self, OfAct, Story};
use crate::referrals::replay::Consent as Asked;
use crate::store::{Db, Tx};
use crate::values::{ConsentMethod, Day, Instant, SharedField};
use crate::web::forms;
use crate::web::speech::Speech;
use axum::response::{IntoResponse, Redirect, Response};
use rusqlite::Connection;

/// What a status page knows about sharing.
#[derive(Debug, Default)]
pub struct Sharing {
    /// The question that stands open: its words, and the partners it is about.
    pub question: Option<(String, Vec<Partner>)>,
    /// The other partners that were asked together with this one.
    pub others: Vec<Partner>,
    /// Until when the yes can be undone.
    pub undo_until: Option<Instant>,
    /// Somebody at the partner has opened it.
    pub was_read: bool,
    /// The yes ends soon or has ended, and the work goes on.
    pub is_renewable: bool,
}

/// One partner of an act.
#[derive(Debug)]
pub struct Partner {
    /// "address.version" of its referral, for a form.
    pub value: String,
    /// Its name.
    pub name: String,
    /// Key of the words for where it stands.
    pub stands: &'static str,
    /// Sharing with it can be stopped.
    pub can_stop: bool,
}

/// Looks up what a status page shows about sharing.
pub fn look(conn: &Connection, story: &Story, yes: Option<&Consent>, language: Language, today: Day, now: Instant) -> Result<Sharing> {
    let referral = &story.referral;
    let last = consent::queries::last_for(conn, referral.key)?;
    let undo_until =
        yes.map(|yes| yes.granted_at.plus_minutes(consent::UNDO_HOURS * 60)).filter(|until| now < *until && !referral.status.is_end());
    let others = queries::together(conn, referral)?;
    let asked = askable(conn, story, &others)?;
    Ok(Sharing {
        question: question(conn, story, asked, language, today)?,
        others: others.iter().skip(1).map(partner).collect(),
        undo_until,
        was_read: queries::has_been_read(story),
        is_renewable: queries::is_renewable(referral, last.as_ref(), yes.is_some(), today),
    })
}

fn partner(referral: &Referral) -> Partner {
    let can_stop = matches!(referral.status, Status::Requested | Status::Received | Status::Accepted | Status::InProgress | Status::OnHold);
    Partner {
        value: format!("{}.{}", referral.id, referral.version),
        name: referral.partner_name().to_owned(),
        stands: match referral.status {
            Status::Draft => "with-not-sent",
            Status::Requested => "with-not-looked",
            Status::Received => "with-reading",
            Status::Accepted | Status::InProgress => "with-said-yes",
            Status::OnHold => "with-on-pause",
            Status::Rejected => "with-cannot-help",
            Status::Completed => "with-done",
            Status::Failed | Status::Cancelled | Status::EnteredInError => "with-stopped",
        },
        can_stop,
    }
}

/// The drafts that ask the same thing: this one, and those put together with it whose question stands open with the same fields.
fn askable(conn: &Connection, story: &Story, others: &[Referral]) -> Result<Vec<(Referral, bool)>> {
    if !is_asked(story) {
        return Ok(Vec::new());
    }
    let (fields, by_name) = asked_fields(story);
    let mut asked = vec![(story.referral.clone(), by_name)];
    for other in others.iter().skip(1).filter(|other| other.status == Status::Draft) {
        let other = queries::story(conn, other.clone())?;
        let (theirs, by_name) = asked_fields(&other);
        let english = |one| queries::need_in_full(conn, one, Language::english());
        let is_same = english(&other.referral)? == english(&story.referral)?;
        if is_asked(&other) && theirs == fields && is_same {
            asked.push((other.referral, by_name));
        }
    }
    Ok(asked)
}

fn is_asked(story: &Story) -> bool {
    story.state.now.status == Status::Draft && story.state.now.consent == Asked::Asked && story.referral.partner.is_some()
}

fn question(
    conn: &Connection,
    story: &Story,
    asked: Vec<(Referral, bool)>,
    language: Language,
    today: Day,
) -> Result<Option<(String, Vec<Partner>)>> {
    if asked.is_empty() {
        return Ok(None);
    }
    let values = queries::values_of(conn, &story.referral, &asked_fields(story).0, today)?;
    let act: Vec<OfAct> = asked.into_iter().map(|(referral, by_name)| OfAct { version: referral.version, referral, by_name }).collect();
    let words = queries::words_for(
        language,
        &act,
        &queries::need_in_full(conn, &story.referral, language)?,
        &values,
        today.plus_days(consent::longest_days(story.referral.kind)),
    );
    Ok(Some((words, act.iter().map(|one| partner(&one.referral)).collect())))
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SharingForm {
    key: String,
    what: What,
    /// Each partner's referral as "address.version".
    #[serde(default)]
    with: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
enum What {
    Share,
    Refuse,
    Stop,
    Renew,
}

/// Does what a form about sharing asks for.
pub(super) async fn act(way: Result<Way>, db: &Db, speech: &Speech, form: SharingForm) -> Result<Response> {
    let way = match way {
        Ok(way) => way,
        Err(Error::NotFound) => return stopped(db, speech).await,
        Err(cause) => return Err(cause),
    };
    forms::check_key(&form.key)?;
    let (key, language) = (way.referral, way.language);
    db.write(way.actor.clone(), move |tx| {
        if tx.answer_to(&form.key)?.is_none() {
            do_it(tx, &queries::find(tx, key)?, form.what, &form.with, language)?;
            // The address may carry a token, so only the fact of the answer is remembered.
            tx.remember_answer(&form.key, "recorded")?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to(&way.base).into_response())
}

fn do_it(tx: &Tx<'_>, referral: &Referral, what: What, with: &[String], language: Language) -> Result<()> {
    let who = Who::entrepreneur();
    if what == What::Renew {
        return queries::renew(tx, &who, referral, ConsentMethod::Link, language);
    }
    let chosen = queries::chosen_of(tx, referral, with)?;
    if chosen.is_empty() {
        return Err(Error::Rejected("Tick at least one of them, then press again.".to_owned()));
    }
    if what == What::Share {
        return share(tx, &who, chosen, language);
    }
    for (one, version) in chosen {
        match what {
            What::Refuse => queries::record(tx, &who, &one, Deed::new(Event::RefuseConsent, version)).map(drop)?,
            _ => queries::take_back(tx, &who, &one, version).map(drop)?,
        }
    }
    Ok(())
}

/// A yes to those chosen, with the fields that were asked for on the page.
fn share(tx: &Tx<'_>, who: &Who, chosen: Vec<(Referral, i64)>, language: Language) -> Result<()> {
    let mut fields: Option<Vec<SharedField>> = None;
    let mut act = Vec::with_capacity(chosen.len());
    for (referral, version) in chosen {
        let (theirs, by_name) = asked_fields(&queries::story(tx, referral.clone())?);
        if *fields.get_or_insert_with(|| theirs.clone()) != theirs {
            return Err(Error::Stale);
        }
        act.push(OfAct { referral, version, by_name });
    }
    queries::agree_together(tx, who, &act, &fields.unwrap_or_default(), Some(ConsentMethod::Link), language).map(drop)
}
