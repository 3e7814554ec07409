//! The rules of displacement risk, as a program applies them: everybody who works with them reads them, a manager decides.

use super::forms::RuleForm;
use super::views;
use crate::auth::{CaseWorker, Manager, Route, Viewer};
use crate::error::{Error, Result};
use crate::store::Db;
use crate::values::{RiskRule, Vocabulary};
use crate::web::{Access, Complaints, Form, Query, forms, get, post};
use crate::{places, programs};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![
        get("/zones/rules", &[A::Advisor, A::Manager], list),
        get("/zones/rules/{rule}", &[A::Manager], one),
        post("/zones/rules/{rule}", &[A::Manager], decide),
    ]
}

/// Which program's rules.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Asked {
    program: String,
}

impl Asked {
    /// The program that is asked for, or the first the viewer may see.
    fn of(&self, viewer: &Viewer, may: impl Fn(i64) -> bool) -> Result<i64> {
        let programs = viewer.programs();
        let mine = programs.iter().map(|(key, _)| *key).filter(|key| may(*key));
        if self.program.is_empty() {
            return mine.into_iter().next().ok_or(Error::Forbidden);
        }
        mine.into_iter().find(|key| key.to_string() == self.program).ok_or(Error::NotFound)
    }
}

async fn list(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Query(asked): Query<Asked>) -> Result<Response> {
    let key = asked.of(&viewer, |_| true)?;
    let (program, rules) = db.read(move |conn| Ok((programs::queries::find(conn, key)?, places::queries::rules(conn, key)?))).await?;
    Ok(views::rules::list(&viewer, &program, &rules).into_response())
}

async fn one(Manager(viewer): Manager, State(db): State<Db>, Path(rule): Path<String>, Query(asked): Query<Asked>) -> Result<Response> {
    let rule = RiskRule::parse(&rule).map_err(|_| Error::NotFound)?;
    let key = asked.of(&viewer, |key| viewer.manages(key))?;
    draw(viewer, db, key, rule, None, Complaints::default()).await
}

async fn draw(viewer: Viewer, db: Db, key: i64, rule: RiskRule, form: Option<RuleForm>, complaints: Complaints) -> Result<Response> {
    let today = db.clock().today();
    let (program, decided) =
        db.read(move |conn| Ok((programs::queries::find(conn, key)?, places::queries::decisions(conn, key, rule)?))).await?;
    let form = form.unwrap_or_else(|| RuleForm::of(decided.first().unwrap_or(&places::risk::as_it_comes(rule)), key, today));
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, views::rules::one(&viewer, &program, rule, &decided, &form, &complaints)).into_response())
}

async fn decide(Manager(viewer): Manager, State(db): State<Db>, Path(rule): Path<String>, Form(form): Form<RuleForm>) -> Result<Response> {
    forms::check_key(&form.key)?;
    let rule = RiskRule::parse(&rule).map_err(|_| Error::NotFound)?;
    let key = Asked { program: form.program.clone() }.of(&viewer, |key| viewer.manages(key))?;
    let new = match form.parse(rule, db.clock().today()) {
        Ok(new) => new,
        Err(complaints) => return draw(viewer, db, key, rule, Some(form), complaints).await,
    };
    let (address, account) = (format!("/zones/rules?program={key}"), viewer.key);
    let answer = address.clone();
    db.write(viewer.actor(), move |tx| {
        if tx.answer_to(&form.key)?.is_none() {
            places::queries::decide(tx, key, &new, account)?;
            tx.remember_answer(&form.key, &answer)?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to(&address).into_response())
}
