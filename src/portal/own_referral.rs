//! What the page of a referral shows and does for somebody who is inside, besides what its status page does: the exact values that the
//! partner can see, what happened, a reminder, and a word to the advisor.

use super::home::inside;
use super::page::address;
use crate::auth::House;
use crate::auth::own::Entrepreneur;
use crate::auth::quick;
use crate::consent::Consent;
use crate::error::{Error, Result};
use crate::i18n::Language;
use crate::partners::{Contact, queries as partners};
use crate::people::queries as people;
use crate::referrals::queries::{self, ClientWord, Story};
use crate::referrals::sharing::Rough;
use crate::referrals::{Status, own_words};
use crate::store::Keyring;
use crate::values::{ClientWordKind, Day, Note, ReferralId, SharedField, Vocabulary, Zone};
use crate::web::{Form, forms};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use rusqlite::Connection;

/// One line of what happened.
pub(super) struct Line {
    pub on: Day,
    /// What happened, and by whom.
    pub said: String,
    pub by: String,
    /// It was taken back later: both stand there.
    pub is_taken_back: bool,
}

/// What is shown besides the status page.
pub(super) struct Besides {
    pub moves: String,
    pub paused: Option<String>,
    pub can_happen: Vec<String>,
    pub usual: Option<String>,
    /// Whom they may call at the partner: after its yes.
    pub contact: Option<Contact>,
    /// What anybody asked sees before a yes, and what was agreed, with its values.
    pub rough: Rough,
    pub values: Vec<(SharedField, String)>,
    /// The partner sees the agreed values now.
    pub are_open: bool,
    pub lines: Vec<Line>,
    pub may_remind: bool,
    /// What they asked for by a press before.
    pub words: Vec<(ClientWord, Day)>,
    /// "No one contacted me" makes sense: the partner said yes and its day to call is over, or it has none.
    pub may_miss_contact: bool,
    /// The short code of the quick look.
    pub quick: String,
}

impl Besides {
    /// For a helper: what they press here would be the person's own word.
    pub fn read_only(&mut self) {
        self.may_remind = false;
        self.may_miss_contact = false;
        self.values.clear();
    }
}

/// Looks it up.
pub(super) fn look(
    conn: &Connection,
    keys: &Keyring,
    story: &Story,
    yes: Option<&Consent>,
    language: Language,
    today: Day,
) -> Result<Besides> {
    let (referral, status, zone) = (&story.referral, story.state.now.status, queries::zone(conn)?);
    let telling = queries::telling(conn, story, today, language)?;
    let facts = telling.facts();
    let has_accepted = matches!(status, Status::Accepted | Status::InProgress | Status::OnHold);
    let client = people::find_in(conn, referral.business, referral.program)?;
    let contact = match &referral.contact {
        Some((key, _)) if has_accepted => Some(partners::find_contact(conn, *key)?).filter(|contact| !contact.is_closed),
        _ => None,
    };
    let fields = yes.map(|yes| yes.fields.clone()).unwrap_or_default();
    Ok(Besides {
        moves: own_words::who_moves(&facts),
        paused: own_words::paused_since(&story.clocks, &facts),
        can_happen: own_words::what_can_happen(status, &facts),
        usual: own_words::usual_time(status, &facts),
        contact,
        rough: Rough::of(&client, people::workers(conn, referral.business)?.as_ref()),
        values: queries::values_of(conn, referral, &fields, today)?,
        are_open: yes.is_some_and(|yes| yes.by_name || has_accepted),
        lines: lines(story, &facts, &zone),
        may_remind: queries::may_remind(conn, referral, today)?,
        words: queries::words_of(conn, referral.key)?
            .into_iter()
            .map(|word| (zone.day(word.at), word))
            .map(|(on, word)| (word, on))
            .collect(),
        may_miss_contact: status == Status::Accepted && referral.due_on.is_none_or(|due| due <= today),
        quick: quick::short_code(keys, referral.number),
    })
}

fn lines(story: &Story, facts: &crate::referrals::words::Facts<'_>, zone: &Zone) -> Vec<Line> {
    let taken_back = own_words::taken_back(&story.log);
    let line = |line: &crate::referrals::deed::Happened| Line {
        on: zone.day(line.at),
        said: own_words::happened(line, facts),
        by: own_words::by_whom(line, facts),
        is_taken_back: taken_back.contains(&line.seq),
    };
    story.log.iter().rev().map(line).collect()
}

/// The name of a field, as a label.
pub(super) fn label(field: SharedField, language: Language) -> String {
    crate::i18n::capital(&crate::consent::name(field, language))
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct KeyForm {
    key: String,
}

/// "Remind them": once for each day that is over.
pub(super) async fn remind_partner(
    visit: Result<Entrepreneur>,
    State(house): State<House>,
    Path(id): Path<String>,
    Form(form): Form<KeyForm>,
) -> Result<Response> {
    let inside = inside(visit)?;
    forms::check_key(&form.key)?;
    let (person, id) = (inside.person, ReferralId::parse(&id).ok_or(Error::NotFound)?);
    let to = house
        .db
        .write(inside.actor(), move |tx| {
            let referral = queries::find_own(tx, person, &id, tx.today())?;
            // Whoever pressed twice, or pressed on a page of before, finds on the page what was said already.
            if tx.answer_to(&form.key)?.is_none() && queries::may_remind(tx, &referral, tx.today())? {
                queries::remind_partner_now(tx, person, &referral)?;
                tx.remember_answer(&form.key, "reminded")?;
            }
            Ok(address(&referral))
        })
        .await?;
    Ok(Redirect::to(&format!("{to}#asked")).into_response())
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WordForm {
    key: String,
    what: String,
    #[serde(default)]
    body: String,
}

/// The longest word to the advisor.
const LONGEST: usize = 2_000;

/// "No one contacted me", or "something here is wrong": a task for the advisor.
pub(super) async fn tell_advisor(
    visit: Result<Entrepreneur>,
    State(house): State<House>,
    Path(id): Path<String>,
    Form(form): Form<WordForm>,
) -> Result<Response> {
    let inside = inside(visit)?;
    forms::check_key(&form.key)?;
    let (person, language, id) = (inside.person, inside.language, ReferralId::parse(&id).ok_or(Error::NotFound)?);
    let kind = ClientWordKind::parse(&form.what).ok().filter(|kind| *kind != ClientWordKind::Remind).ok_or_else(forms::broken_form)?;
    if form.body.chars().count() > LONGEST {
        return Err(Error::Rejected(language.sentence(&language.word("wrong-too-long"))));
    }
    let body = Note::maybe(&form.body, "your words")?;
    if kind == ClientWordKind::Wrong && body.is_none() {
        return Err(Error::Rejected(language.sentence(&language.word("wrong-say-what"))));
    }
    let to = house
        .db
        .write(inside.actor(), move |tx| {
            let referral = queries::find_own(tx, person, &id, tx.today())?;
            if tx.answer_to(&form.key)?.is_none() {
                queries::tell_advisor(tx, person, &referral, kind, body.as_ref()).map_err(|cause| match cause {
                    Error::Stale => Error::Rejected(language.sentence(&language.word("wrong-enough"))),
                    cause => cause,
                })?;
                tx.remember_answer(&form.key, "told")?;
            }
            Ok(address(&referral))
        })
        .await?;
    Ok(Redirect::to(&format!("{to}#asked")).into_response())
}
