//! Files of the directory for managers, and the pages of records.

use super::{Format, bytes, gather, note, pages};
use crate::auth::{Manager, Route};
use crate::error::{Error, Result};
use crate::store::Db;
use crate::web::{Access, Download, Query, get};
use axum::extract::{Path, State};

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    let mut routes = vec![get("/exports/{file}", &[Access::Manager], file)];
    routes.extend(pages::routes());
    routes
}

/// Whether the people are asked for.
#[derive(serde::Deserialize)]
struct Asked {
    #[serde(default)]
    people: String,
}

async fn file(Manager(viewer): Manager, State(db): State<Db>, Path(file): Path<String>, Query(asked): Query<Asked>) -> Result<Download> {
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
