//! Readings of files that a manager keeps under a name, renames and lets go.

use super::queries;
use crate::auth::Manager;
use crate::error::Result;
use crate::store::Db;
use crate::values::{ImportId, ImportPresetId, Line};
use crate::web::{Form, Id, forms};
use axum::extract::State;
use axum::response::Redirect;

/// What is kept, and for whom.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeepForm {
    key: String,
    name: String,
    /// `all` for every program.
    whose: String,
}

/// Keeps how the file of an import was read.
pub async fn keep(Manager(viewer): Manager, State(db): State<Db>, Id(id): Id<ImportId>, Form(form): Form<KeepForm>) -> Result<Redirect> {
    forms::check_key(&form.key)?;
    let name = Line::parse(&form.name, "the name of the preset")?;
    let asked = viewer.clone();
    db.write(viewer.actor(), move |tx| {
        if tx.answer_to(&form.key)?.is_none() {
            queries::keep(tx, &queries::find_for(tx, &asked, &id)?, &name, form.whose == "all")?;
            tx.remember_answer(&form.key, "kept")?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to("/imports#presets"))
}

/// Another name.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NameForm {
    key: String,
    version: i64,
    name: String,
}

/// Calls one something else.
pub async fn rename(
    Manager(viewer): Manager,
    State(db): State<Db>,
    Id(id): Id<ImportPresetId>,
    Form(form): Form<NameForm>,
) -> Result<Redirect> {
    forms::check_key(&form.key)?;
    let name = Line::parse(&form.name, "the name of the preset")?;
    let asked = viewer.clone();
    db.write(viewer.actor(), move |tx| {
        if tx.answer_to(&form.key)?.is_none() {
            queries::rename(tx, &queries::find_kept(tx, &asked, &id)?, form.version, &name)?;
            tx.remember_answer(&form.key, "renamed")?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to("/imports#presets"))
}

/// Which edition is let go.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GoForm {
    key: String,
    version: i64,
}

/// Lets one go.
pub async fn let_go(
    Manager(viewer): Manager,
    State(db): State<Db>,
    Id(id): Id<ImportPresetId>,
    Form(form): Form<GoForm>,
) -> Result<Redirect> {
    forms::check_key(&form.key)?;
    let asked = viewer.clone();
    db.write(viewer.actor(), move |tx| {
        if tx.answer_to(&form.key)?.is_none() {
            queries::let_go(tx, &queries::find_kept(tx, &asked, &id)?, form.version)?;
            tx.remember_answer(&form.key, "let go")?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to("/imports#presets"))
}
