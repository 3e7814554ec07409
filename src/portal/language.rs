//! Choosing a language: kept with the person where we know who it is, else on the device until the browser is closed.

use super::page::{Way, own_below};
use crate::auth::House;
use crate::auth::gate::own_address;
use crate::auth::own::Inside;
use crate::error::{Error, Result};
use crate::i18n::{self, Language, Line};
use crate::people::{Owner, queries as people};
use crate::referrals::queries;
use crate::web::speech::Chosen;
use axum::response::{IntoResponse, Redirect, Response};

/// One line for somebody whose language has no catalog, until they choose one of ours.
#[derive(Debug, Clone, Copy)]
pub(super) struct OwnLine(pub &'static Line);

impl OwnLine {
    /// The line of somebody's language, where there is one.
    pub fn of(owner: Option<&Owner>) -> Option<Self> {
        let owner = owner.filter(|owner| owner.reads.is_none())?;
        i18n::line_for(&owner.language).map(Self)
    }
}

/// Where to go on afterwards: an own address.
#[derive(Debug, Default, serde::Deserialize)]
pub(super) struct Next {
    next: Option<String>,
}

impl Next {
    /// The address that was asked for.
    pub fn next(&self) -> Option<&str> {
        self.next.as_deref()
    }
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LanguageForm {
    language: String,
}

impl LanguageForm {
    /// The language that was chosen.
    pub fn parse(&self) -> Result<Language> {
        Language::find(&self.language).ok_or_else(|| Error::Rejected("Choose one of the languages on the page.".to_owned()))
    }
}

/// By a private link: it is the person's who is spoken to about the referral; where there is none yet, it stays with the device.
pub(super) async fn choose_by_link(house: &House, way: &Way, next: &Next, form: &LanguageForm) -> Result<Response> {
    let (language, key) = (form.parse()?, way.referral);
    let is_kept = house
        .db
        .write(way.actor.clone(), move |tx| {
            let owner = queries::spoken_to(tx, &queries::find(tx, key)?, tx.today())?;
            owner.map_or(Ok(false), |owner| people::choose_language(tx, owner.person, language).map(|()| true))
        })
        .await?;
    let on = Redirect::to(own_below(&way.base, next.next.as_deref()));
    if is_kept { Ok(on.into_response()) } else { Ok((chosen(house, language), on).into_response()) }
}

/// From inside.
pub(super) async fn choose_inside(house: &House, inside: &Inside, next: &Next, form: &LanguageForm) -> Result<Redirect> {
    let (language, person) = (form.parse()?, inside.person);
    house.db.write(inside.actor(), move |tx| people::choose_language(tx, person, language)).await?;
    Ok(Redirect::to(own_address(next.next.as_deref())))
}

/// By anybody.
pub(super) fn choose_here(house: &House, next: &Next, form: &LanguageForm) -> Result<Response> {
    let language = form.parse()?;
    Ok((chosen(house, language), Redirect::to(own_address(next.next.as_deref()))).into_response())
}

fn chosen(house: &House, language: Language) -> Chosen {
    Chosen { language, is_encrypted: house.config.is_encrypted() }
}
