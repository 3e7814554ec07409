//! The page on how referrals go, and its files.

use super::super::routes::programs;
use super::views::{self, Desk};
use super::{Months, Only, Shown, files, open, show};
use crate::auth::{Manager, Route, Viewer};
use crate::error::{Error, Result};
use crate::programs::Program;
use crate::referrals::Kind;
use crate::referrals::queries::logs;
use crate::store::{Db, Object, digest};
use crate::web::{Access, Download, Query, get};
use axum::extract::State;
use axum::response::{IntoResponse, Response};

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![
        get("/reports/referrals", &[A::Manager], referrals_page),
        get("/reports/referrals.csv", &[A::Manager], referrals_csv),
        get("/reports/referrals.json", &[A::Manager], referrals_json),
        get("/reports/referrals/outcomes-open.csv", &[A::Manager], open_outcomes),
    ]
}

#[derive(serde::Deserialize)]
struct Asked {
    program: Option<String>,
    from: Option<String>,
    to: Option<String>,
    kind: Option<String>,
    partner: Option<String>,
    place: Option<String>,
    zone: Option<String>,
}

/// The programs the viewer manages, the one chosen, what can be chosen, and the figures.
type Found = (Vec<Program>, Program, [Vec<String>; 3], Shown, Vec<String>);

async fn found(db: &Db, viewer: &Viewer, asked: Asked) -> Result<Found> {
    let (keeper, manager) = (db.clone(), viewer.clone());
    db.report(move |conn| {
        let today = keeper.clock().today();
        let (programs, chosen) = programs(conn, &manager, asked.program.as_deref())?;
        let months = Months::parse(asked.from.as_deref().unwrap_or_default(), asked.to.as_deref().unwrap_or_default(), today)?;
        let kind = match asked.kind.as_deref().unwrap_or_default() {
            "" => None,
            code => Some(Kind::parse(code).ok_or(Error::NotFound)?),
        };
        let named = |typed: Option<String>| typed.filter(|name| !name.is_empty());
        let only = Only { kind, partner: named(asked.partner), place: named(asked.place), zone: named(asked.zone) };
        let logs = logs(conn, chosen.key)?;
        let shown = show(&logs, &keeper.organization().name, &chosen.name, months, only, today)?;
        let open = open::part(conn, &chosen, today)?.words();
        Ok((programs, chosen, [logs.partners, logs.places, logs.zones], shown, open))
    })
    .await
}

async fn referrals_page(Manager(viewer): Manager, State(db): State<Db>, Query(asked): Query<Asked>) -> Result<Response> {
    let (programs, chosen, [partners, places, zones], shown, open) = found(&db, &viewer, asked).await?;
    let today = db.clock().today();
    let desk = Desk { programs: &programs, chosen: &chosen, partners: &partners, places: &places, zones: &zones, open: &open, today };
    Ok(views::page(&viewer, &desk, &shown).into_response())
}

async fn referrals_csv(Manager(viewer): Manager, State(db): State<Db>, Query(asked): Query<Asked>) -> Result<Download> {
    let (.., shown, _) = found(&db, &viewer, asked).await?;
    handed_over(&db, &viewer, &shown, "csv", "text/csv; charset=utf-8", files::csv(&shown)?).await
}

async fn referrals_json(Manager(viewer): Manager, State(db): State<Db>, Query(asked): Query<Asked>) -> Result<Download> {
    let (.., shown, _) = found(&db, &viewer, asked).await?;
    handed_over(&db, &viewer, &shown, "json", "application/json", files::json(&shown)?).await
}

/// Which program's outcomes are asked for.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Whose {
    program: Option<String>,
}

async fn open_outcomes(Manager(viewer): Manager, State(db): State<Db>, Query(asked): Query<Whose>) -> Result<Download> {
    let (manager, today) = (viewer.clone(), db.clock().today());
    let part = db
        .report(move |conn| {
            let (_, chosen) = programs(conn, &manager, asked.program.as_deref())?;
            open::part(conn, &chosen, today)
        })
        .await?;
    let bytes = open::csv(std::slice::from_ref(&part))?;
    open::note(&db, viewer.actor(), std::slice::from_ref(&part), &bytes).await?;
    Ok(Download { name: open::NAME.to_owned(), kind: "text/csv; charset=utf-8", bytes })
}

/// Writes down that a file was made, with its hash, and hands it over.
async fn handed_over(db: &Db, viewer: &Viewer, shown: &Shown, ending: &str, kind: &'static str, bytes: Vec<u8>) -> Result<Download> {
    let hash: String = digest(&bytes);
    let detail = format!("referral measures {} form {ending} sha256 {hash}", shown.months);
    db.write(viewer.actor(), move |tx| tx.audit_with("report.made", Object::none(), &detail)).await?;
    Ok(Download { name: format!("fairfloor-referrals-{}.{ending}", shown.months).replace(' ', "-"), kind, bytes })
}
