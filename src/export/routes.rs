//! Files of the directory and of outcomes for managers.

use super::{Format, bytes, gather, note, outcomes};
use crate::auth::{Manager, Route, Viewer};
use crate::error::{Error, Result};
use crate::outcomes::Filter;
use crate::store::Db;
use crate::web::{Access, Download, Query, get};
use axum::extract::{Path, State};

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    vec![get("/exports/{file}", &[Access::Manager], file)]
}

/// Whether the people are asked for.
#[derive(serde::Deserialize)]
struct Asked {
    #[serde(default)]
    people: String,
}

async fn file(Manager(viewer): Manager, State(db): State<Db>, Path(file): Path<String>, Query(asked): Query<Asked>) -> Result<Download> {
    if file == "outcomes.csv" {
        return outcomes_file(&viewer, &db).await;
    }
    let format = match file.as_str() {
        "partners.csv" => Format::Csv,
        "partners.json" => Format::Json,
        _ => return Err(Error::NotFound),
    };
    let (with_people, today) = (asked.people == "yes", db.clock().today());
    let programs: Vec<i64> = viewer.programs().into_iter().map(|(key, _)| key).filter(|key| viewer.manages(*key)).collect();
    let entries = db.read(move |conn| gather(conn, &programs, with_people, today)).await?;
    let bytes = bytes(&entries, format, today)?;
    note(&db, viewer.actor(), &entries, with_people, format, &bytes).await?;
    Ok(Download { name: format!("partners-{today}.{}", format.ending()), kind: format.kind(), bytes })
}

/// Everything that came of it in the programs that the viewer manages.
async fn outcomes_file(viewer: &Viewer, db: &Db) -> Result<Download> {
    let programs: Vec<i64> = viewer.programs().into_iter().map(|(key, _)| key).filter(|key| viewer.manages(*key)).collect();
    let (count, bytes) = db
        .read(move |conn| {
            let all = outcomes::gather(conn, &programs, &Filter::default())?;
            Ok((all.len(), outcomes::csv(conn, &all)?))
        })
        .await?;
    outcomes::note(db, viewer.actor(), count, &bytes).await?;
    Ok(Download { name: format!("outcomes-{}.csv", db.clock().today()), kind: "text/csv; charset=utf-8", bytes })
}
