//! The written rule: everyone reads it, managers write a new one.

use crate::auth::{CaseWorker, Manager, Viewer};
use crate::error::{Error, Result};
use crate::programs::queries as programs;
use crate::sites::queries::{self, NewRule};
use crate::sites::views::{self, RuleForm, RulePage};
use crate::store::Db;
use crate::values::{AllocationRule, Complaint, Day, Line, Note, Vocabulary};
use crate::web::{Complaints, Form, forms};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

pub(super) async fn rule_page(CaseWorker(viewer): CaseWorker, State(db): State<Db>) -> Result<Response> {
    draw(&viewer, &db, &RuleForm::default(), &Complaints::default()).await
}

async fn draw(viewer: &Viewer, db: &Db, form: &RuleForm, complaints: &Complaints) -> Result<Response> {
    let asked = viewer.clone();
    let programs = db
        .read(move |conn| {
            let of = |(key, name): (i64, &str)| Ok((key, name.to_owned(), queries::rules_of(conn, key)?, asked.manages(key)));
            asked.programs().into_iter().map(of).collect::<Result<Vec<_>>>()
        })
        .await?;
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = RulePage { programs: &programs, form, complaints, today: db.clock().today() };
    Ok((status, views::rule(viewer, &page)).into_response())
}

fn parse(form: &RuleForm, today: Day) -> std::result::Result<NewRule, Complaints> {
    let mut complaints = Complaints::default();
    let note =
        |typed: &str, what: &str| Note::maybe(typed, what).and_then(|note| note.ok_or_else(|| Complaint::new(format!("Fill in {what}"))));
    let rule = complaints.take("rule", AllocationRule::parse(&form.rule));
    let reason = complaints.take("reason", note(&form.reason, "why this one"));
    let evidence = complaints.take("evidence", note(&form.evidence, "what that rests on"));
    let decided_by = complaints.take("decided_by", Line::parse(&form.decided_by, "who decided"));
    let decided_on = complaints.take("decided_on", Day::parse(&form.decided_on));
    if decided_on.is_some_and(|on| on > today) {
        complaints.add("decided_on", "A rule is written down after it was decided, so this day cannot lie ahead");
    }
    let new = (|| Some(NewRule { rule: rule?, reason: reason?, evidence: evidence?, decided_by: decided_by?, decided_on: decided_on? }))();
    complaints.or(new)
}

pub(super) async fn write_rule(Manager(viewer): Manager, State(db): State<Db>, Form(form): Form<RuleForm>) -> Result<Response> {
    forms::check_key(&form.key)?;
    let new = match parse(&form, db.clock().today()) {
        Ok(new) => new,
        Err(complaints) => return draw(&viewer, &db, &form, &complaints).await,
    };
    let asked = viewer.clone();
    db.write(viewer.actor(), move |tx| {
        if tx.answer_to(&form.key)?.is_none() {
            let program = programs::chosen(tx, &asked, &form.program)?;
            if !asked.manages(program.key) {
                return Err(Error::Forbidden);
            }
            queries::write_rule(tx, &asked, program.key, &new)?;
            tx.remember_answer(&form.key, "/sites/rule")?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to("/sites/rule").into_response())
}
