//! The list of units, a new one, a pasted listing, and asking landlords again.

use crate::auth::{CaseWorker, Viewer};
use crate::error::{Error, Result};
use crate::partners::{Partner, queries as partners};
use crate::places::queries as places;
use crate::sites::attribute::of_sites;
use crate::sites::paste::{self, Listing};
use crate::sites::queries::{self, Shown};
use crate::sites::typed::Typed;
use crate::sites::views::{self, FormPage, ListPage, PastePage};
use crate::sites::{NewSite, Site};
use crate::store::Db;
use crate::values::{Kind, PartnerId, SiteStatus, Vocabulary, ZoneId};
use crate::web::{Complaints, Form, Leaf, Query, forms, parts};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use rusqlite::Connection;

#[derive(Debug, Default, serde::Deserialize)]
pub(super) struct ListQuery {
    #[serde(default)]
    status: String,
    #[serde(default)]
    q: String,
    #[serde(default)]
    zone: String,
    #[serde(default)]
    page: u32,
    asked: Option<usize>,
    listed: Option<usize>,
}

pub(super) async fn list_page(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Query(query): Query<ListQuery>) -> Result<Response> {
    let status = match query.status.as_str() {
        "all" => None,
        typed => Some(SiteStatus::parse(typed).unwrap_or(SiteStatus::Available)),
    };
    let (asked, today, leaf) = (viewer.clone(), db.clock().today(), Leaf { page: query.page });
    let (words, zone) = (query.q.clone(), ZoneId::parse(&query.zone));
    let found = db
        .read(move |conn| {
            let zone = zone.map(|id| places::find(conn, &id, today)).transpose()?;
            let shown = Shown { status, partner: None, words, zone };
            let (sites, has_more) = leaf.of_window(queries::list_for(conn, &asked, &shown, leaf.window())?);
            Ok(views::Found {
                zones: queries::zone_names(conn, &sites, today)?,
                sites,
                count: queries::count_for(conn, &asked, &shown)?,
                has_more,
                landlords: queries::list_landlords(conn, &asked, today)?,
                zone: shown.zone,
            })
        })
        .await?;
    let done = query
        .asked
        .map(|count| {
            if count == 1 {
                "1 landlord was asked.".to_owned()
            } else {
                format!("{count} landlords were asked. Their messages wait in the outbox.")
            }
        })
        .or_else(|| query.listed.map(|count| format!("{count} units were listed. Open one to see who waits for it.")));
    let of_zone = found.zone.as_ref().map(|zone| format!("&zone={}", zone.id)).unwrap_or_default();
    let address = format!("/sites?status={}&q={}{of_zone}", status.map_or("all", Vocabulary::code), parts::encoded(&query.q));
    let older = found.has_more.then(|| format!("{address}&page={}", leaf.page.saturating_add(1)));
    let pages = parts::pager((leaf.page > 0).then_some(address), older);
    let page = ListPage { found: &found, status, words: &query.q, pages, today, done };
    Ok(views::list(&viewer, &page).into_response())
}

/// The landlords of the viewer's programs who are still referred to.
fn landlords(conn: &Connection, viewer: &Viewer) -> Result<Vec<Partner>> {
    let mut all = Vec::new();
    for (program, _) in viewer.programs() {
        all.extend(partners::list_taking(conn, program, Kind::RealEstate)?);
    }
    Ok(all)
}

/// The landlord a form names.
fn chosen<'p>(landlords: &'p [Partner], typed: &Typed, complaints: &mut Complaints) -> Option<&'p Partner> {
    let id = PartnerId::parse(typed.get("partner"));
    let found = id.and_then(|id| landlords.iter().find(|partner| partner.id == id));
    if found.is_none() {
        complaints.add("partner", "Choose the landlord");
    }
    found
}

#[derive(Debug, Default, serde::Deserialize)]
pub(super) struct NewQuery {
    #[serde(default)]
    partner: String,
}

pub(super) async fn new_page(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Query(query): Query<NewQuery>) -> Result<Response> {
    draw_new(&viewer, &db, &Typed::default().with("partner", query.partner), &Complaints::default()).await
}

async fn draw_new(viewer: &Viewer, db: &Db, typed: &Typed, complaints: &Complaints) -> Result<Response> {
    let asked = viewer.clone();
    let landlords = db.read(move |conn| landlords(conn, &asked)).await?;
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = FormPage { site: None, landlords: &landlords, typed, complaints };
    Ok((status, views::form(viewer, &page)).into_response())
}

pub(super) async fn add(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let typed = Typed::read(pairs, &["key", "version", "partner", "name", "status"], of_sites())?;
    forms::check_key(typed.get("key"))?;
    let mut complaints = Complaints::default();
    let asked = viewer.clone();
    let all = db.read(move |conn| landlords(conn, &asked)).await?;
    let partner = chosen(&all, &typed, &mut complaints).cloned();
    let (Some(new), Some(partner)) = (typed.site(&mut complaints), partner) else {
        return draw_new(&viewer, &db, &typed, &complaints).await;
    };
    let key = typed.get("key").to_owned();
    let written = db
        .write(viewer.actor(), move |tx| {
            if let Some(answer) = tx.answer_to(&key)? {
                return Ok(answer);
            }
            let answer = format!("/sites/{}", queries::add(tx, &partner, &new)?.1);
            tx.remember_answer(&key, &answer)?;
            Ok(answer)
        })
        .await;
    match written {
        Err(Error::Rejected(words)) => {
            complaints.add("name", words);
            draw_new(&viewer, &db, &typed, &complaints).await
        }
        written => Ok(Redirect::to(&written?).into_response()),
    }
}

pub(super) async fn paste_page(CaseWorker(viewer): CaseWorker, State(db): State<Db>) -> Result<Response> {
    draw_paste(&viewer, &db, &Typed::default(), None, &Complaints::default()).await
}

async fn draw_paste(viewer: &Viewer, db: &Db, typed: &Typed, listings: Option<&[Listing]>, complaints: &Complaints) -> Result<Response> {
    let asked = viewer.clone();
    let landlords = db.read(move |conn| landlords(conn, &asked)).await?;
    let has_faults = !complaints.is_empty() || listings.is_some_and(|all| all.iter().any(|one| one.site.is_none()));
    let status = if has_faults { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let page = PastePage { landlords: &landlords, typed, complaints, listings };
    Ok((status, views::paste(viewer, &page)).into_response())
}

pub(super) async fn paste(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let typed = Typed::read(pairs, &["key", "partner", "text", "deed"], std::iter::empty())?;
    forms::check_key(typed.get("key"))?;
    let listings = paste::read(typed.get("text"));
    let mut complaints = Complaints::default();
    let asked = viewer.clone();
    let all = db.read(move |conn| landlords(conn, &asked)).await?;
    let partner = chosen(&all, &typed, &mut complaints).cloned();
    if listings.is_empty() {
        complaints.add("text", "Paste the listing");
    }
    let units: Option<Vec<NewSite>> = listings.iter().map(|one| one.site.clone()).collect();
    let (Some(partner), Some(units), "list") = (partner.filter(|_| complaints.is_empty()), units, typed.get("deed")) else {
        return draw_paste(&viewer, &db, &typed, Some(&listings), &complaints).await;
    };
    let key = typed.get("key").to_owned();
    let written = db
        .write(viewer.actor(), move |tx| {
            if let Some(answer) = tx.answer_to(&key)? {
                return Ok(answer);
            }
            let added = units.iter().map(|unit| queries::add(tx, &partner, unit)).collect::<Result<Vec<_>>>()?;
            let answer = match added.as_slice() {
                [(_, id)] => format!("/sites/{id}"),
                many => format!("/sites?listed={}", many.len()),
            };
            tx.remember_answer(&key, &answer)?;
            Ok(answer)
        })
        .await;
    match written {
        Err(Error::Rejected(words)) => {
            complaints.add("text", words);
            draw_paste(&viewer, &db, &typed, Some(&listings), &complaints).await
        }
        written => Ok(Redirect::to(&written?).into_response()),
    }
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct KeyForm {
    key: String,
}

pub(super) async fn ask_again(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Form(form): Form<KeyForm>) -> Result<Redirect> {
    forms::check_key(&form.key)?;
    let asked = viewer.clone();
    let address = db
        .write(viewer.actor(), move |tx| {
            if let Some(answer) = tx.answer_to(&form.key)? {
                return Ok(answer);
            }
            let answer = format!("/sites?asked={}", queries::ask_landlords(tx, &asked)?);
            tx.remember_answer(&form.key, &answer)?;
            Ok(answer)
        })
        .await?;
    Ok(Redirect::to(&address))
}

/// A unit as a form shows it.
pub(super) fn typed_of(site: &Site) -> Typed {
    Typed::of(&site.facts, of_sites()).with("name", site.name.clone()).with("status", site.status.code())
}
