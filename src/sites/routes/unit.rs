//! One unit: looked at, changed, confirmed, told of, given.

use super::listing::typed_of;
use crate::auth::looks::{Look, Names, shown};
use crate::auth::{CaseWorker, Viewer};
use crate::error::{Error, Result};
use crate::sites::allocation;
use crate::sites::attribute::of_sites;
use crate::sites::matching::{Verdict, verdict, wants};
use crate::sites::queries::{self, Given};
use crate::sites::typed::Typed;
use crate::sites::views::{self, FormPage, SitePage, Waiting};
use crate::sites::{Looking, Site};
use crate::store::Db;
use crate::values::{LookPart, NeedId, Note, SiteAnswer, SiteId, SiteStatus, Vocabulary};
use crate::web::{Complaints, Form, Id, Query, forms};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use rusqlite::Connection;

/// What was just done, for the message on the page.
#[derive(Debug, Default, serde::Deserialize)]
pub(super) struct DoneQuery {
    told: Option<usize>,
    given: Option<String>,
    checked: Option<String>,
}

impl DoneQuery {
    fn words(&self) -> Option<String> {
        match (self.told, &self.given, &self.checked) {
            (Some(1), ..) => Some("1 business is told. The notice waits in the outbox.".to_owned()),
            (Some(count), ..) => Some(format!("{count} businesses are told. The notices wait in the outbox.")),
            (_, Some(_), _) => Some("The decision is written down. Prepare the referral from the client's page.".to_owned()),
            (.., Some(_)) => Some("Written down.".to_owned()),
            _ => None,
        }
    }
}

pub(super) async fn site_page(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<SiteId>,
    Query(query): Query<DoneQuery>,
) -> Result<Response> {
    draw(&viewer, &db, id, query.words(), &Complaints::default()).await
}

/// Those of the program who look for space and whom the unit could serve: nothing that they need is known to be missing.
fn waiting_for(conn: &Connection, site: &Site) -> Result<(Vec<Waiting>, usize)> {
    let all = queries::list_open(conn, site.program)?;
    let count = all.len();
    let waiting = all
        .into_iter()
        .map(|looking| {
            let wants = wants(&looking.need.facts);
            let verdicts = wants.iter().map(|want| verdict(want, &looking.need.facts, &site.facts)).collect();
            Waiting { looking, wants, verdicts }
        })
        .filter(|one| !one.verdicts.is_empty() && !one.verdicts.contains(&Verdict::NotMet))
        .collect();
    Ok((waiting, count))
}

async fn draw(viewer: &Viewer, db: &Db, id: SiteId, done: Option<String>, complaints: &Complaints) -> Result<Response> {
    let (asked, today, zone) = (viewer.clone(), db.clock().today(), db.clock().zone());
    let (site, zones, waiting, looking, told, rule, seed, allocations, checks) = db
        .read(move |conn| {
            let site = queries::find_for(conn, &asked, &id)?;
            let (mut waiting, looking) = waiting_for(conn, &site)?;
            let (rule, seed) = (queries::current_rule(conn, site.program)?, queries::next_seed(conn, &site)?);
            if let Some(rule) = &rule {
                let needs: Vec<Looking> = waiting.iter().map(|one| one.looking.clone()).collect();
                let order = allocation::order(rule.rule, &seed, &queries::candidates(&needs));
                waiting.sort_by_key(|one| order.iter().position(|candidate| candidate.need == one.looking.need.id));
            }
            let (told, checks) = (queries::told_of(conn, site.key)?, queries::checks(conn, site.key, 6)?);
            let allocations = queries::allocations_of(conn, site.key)?;
            let zones = queries::zones_of(conn, &site, today)?;
            Ok((site, zones, waiting, looking, told, rule, seed, allocations, checks))
        })
        .await?;
    let page = SitePage {
        site: &site,
        zones: zones.as_deref(),
        waiting: &waiting,
        looking,
        told: &told,
        rule: rule.as_ref(),
        seed: &seed,
        allocations: &allocations,
        checks: &checks,
        complaints,
        done,
        today,
        zone,
    };
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    // Whoever waits is shown with what they need.
    let seen = waiting.iter().map(|one| Look::record(Names::Client, &one.looking.client, LookPart::Record)).collect();
    Ok((status, shown(seen), views::site(viewer, &page)).into_response())
}

pub(super) async fn facts_page(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Id(id): Id<SiteId>) -> Result<Response> {
    let asked = viewer.clone();
    let site = db.read(move |conn| queries::find_for(conn, &asked, &id)).await?;
    Ok(draw_facts(&viewer, &site, &typed_of(&site), &Complaints::default()))
}

fn draw_facts(viewer: &Viewer, site: &Site, typed: &Typed, complaints: &Complaints) -> Response {
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    (status, views::form(viewer, &FormPage { site: Some(site), landlords: &[], typed, complaints })).into_response()
}

pub(super) async fn change(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<SiteId>,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let typed = Typed::read(pairs, &["key", "version", "name", "status"], of_sites())?;
    let (asked, wanted) = (viewer.clone(), id.clone());
    let site = db.read(move |conn| queries::find_for(conn, &asked, &wanted)).await?;
    let mut complaints = Complaints::default();
    let status = complaints.take("status", SiteStatus::parse(typed.get("status")));
    let (Some(new), Some(status)) = (typed.site(&mut complaints), status) else {
        return Ok(draw_facts(&viewer, &site, &typed, &complaints));
    };
    let (version, changed) = (typed.version(), site.clone());
    match db.write(viewer.actor(), move |tx| queries::change(tx, &changed, version, &new, status)).await {
        Err(Error::Rejected(words)) => {
            complaints.add("name", words);
            Ok(draw_facts(&viewer, &site, &typed, &complaints))
        }
        written => written.map(|()| Redirect::to(&format!("/sites/{id}")).into_response()),
    }
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct CheckForm {
    key: String,
    answer: String,
    #[serde(default)]
    rent: String,
}

pub(super) async fn check(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<SiteId>,
    Form(form): Form<CheckForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let mut complaints = Complaints::default();
    let said = SiteAnswer::parse(&form.answer)?;
    let rent = complaints.take("rent", queries::typed_rent(&form.rent)).flatten();
    if !complaints.is_empty() {
        return draw(&viewer, &db, id, None, &complaints).await;
    }
    let (asked, wanted, address) = (viewer.clone(), id.clone(), format!("/sites/{id}?checked=yes"));
    let answer = address.clone();
    let written = db
        .write(viewer.actor(), move |tx| {
            if tx.answer_to(&form.key)?.is_none() {
                let site = queries::find_for(tx, &asked, &wanted)?;
                queries::answer(tx, &asked, &site, said, rent)?;
                tx.remember_answer(&form.key, &answer)?;
            }
            Ok(())
        })
        .await;
    match written {
        Err(Error::Rejected(words)) => {
            complaints.add("rent", words);
            draw(&viewer, &db, id, None, &complaints).await
        }
        written => written.map(|()| Redirect::to(&address).into_response()),
    }
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct KeyForm {
    key: String,
}

pub(super) async fn tell(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<SiteId>,
    Form(form): Form<KeyForm>,
) -> Result<Redirect> {
    forms::check_key(&form.key)?;
    let asked = viewer.clone();
    let address = db
        .write(viewer.actor(), move |tx| {
            if let Some(answer) = tx.answer_to(&form.key)? {
                return Ok(answer);
            }
            let site = queries::find_for(tx, &asked, &id)?;
            if site.status != SiteStatus::Available {
                return Err(Error::Rejected("This unit is not available any more, so nobody is told of it.".to_owned()));
            }
            let needs: Vec<Looking> = waiting_for(tx, &site)?.0.into_iter().map(|one| one.looking).collect();
            let answer = format!("/sites/{id}?told={}", queries::tell(tx, &asked, &site, &needs)?);
            tx.remember_answer(&form.key, &answer)?;
            Ok(answer)
        })
        .await?;
    Ok(Redirect::to(&address))
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GivingForm {
    key: String,
    #[serde(default)]
    need: String,
    #[serde(default)]
    reason: String,
}

pub(super) async fn give(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<SiteId>,
    Form(form): Form<GivingForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let mut complaints = Complaints::default();
    let reason = complaints.take("reason", Note::maybe(&form.reason, "the reason")).flatten();
    let need = NeedId::parse(&form.need);
    if need.is_none() {
        complaints.add("need", "Choose who gets the unit");
    }
    let Some(need) = need.filter(|_| complaints.is_empty()) else {
        return draw(&viewer, &db, id, None, &complaints).await;
    };
    let (asked, wanted, address) = (viewer.clone(), id.clone(), format!("/sites/{id}?given=yes"));
    let answer = address.clone();
    let written = db
        .write(viewer.actor(), move |tx| {
            if tx.answer_to(&form.key)?.is_none() {
                let site = queries::find_for(tx, &asked, &wanted)?;
                if site.status != SiteStatus::Available {
                    return Err(Error::Rejected("This unit is not available any more.".to_owned()));
                }
                let needs: Vec<Looking> = waiting_for(tx, &site)?.0.into_iter().map(|one| one.looking).collect();
                queries::give(tx, &asked, &site, &needs, &Given { need, reason })?;
                tx.remember_answer(&form.key, &answer)?;
            }
            Ok(())
        })
        .await;
    match written {
        Err(Error::Rejected(words)) => {
            complaints.add("reason", words);
            draw(&viewer, &db, id, None, &complaints).await
        }
        written => written.map(|()| Redirect::to(&address).into_response()),
    }
}
