//! Somebody who pays in a program: added, changed, retired. Of a bank also under which test and for which purpose its money counts.

use super::views::sources as views;
use super::{FundingSource, Program, SourceFacts, queries};
use crate::auth::{Head, Viewer};
use crate::error::{Error, Result};
use crate::store::Db;
use crate::values::{CraPurpose, CraTest, FundingKind, FundingSourceId, Line, ProgramId, Vocabulary};
use crate::web::{Complaints, Form, Id, forms};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// Somebody who pays, as typed.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SourceForm {
    pub(super) key: String,
    pub(super) version: i64,
    pub(super) name: String,
    pub(super) kind: String,
    pub(super) institution: String,
    pub(super) cra_test: String,
    pub(super) cra_purpose: String,
    pub(super) is_default: Option<String>,
}

impl SourceForm {
    fn of(source: &FundingSource) -> Self {
        let facts = &source.facts;
        Self {
            key: String::new(),
            version: source.version,
            name: facts.name.clone(),
            kind: facts.kind.code().to_owned(),
            institution: facts.institution.clone().unwrap_or_default(),
            cra_test: facts.cra_test.map(|test| test.code().to_owned()).unwrap_or_default(),
            cra_purpose: facts.cra_purpose.map(|purpose| purpose.code().to_owned()).unwrap_or_default(),
            is_default: source.is_default.then(|| "yes".to_owned()),
        }
    }

    fn facts(&self) -> std::result::Result<SourceFacts, Complaints> {
        let mut complaints = Complaints::default();
        let name = complaints.take("name", Line::parse(&self.name, "the name of the funder"));
        let kind = complaints.take("kind", FundingKind::parse(&self.kind));
        let institution = complaints.take("institution", Line::maybe(&self.institution, "the name of the bank")).flatten();
        let test = chosen::<CraTest>(&mut complaints, "cra_test", &self.cra_test);
        let purpose = chosen::<CraPurpose>(&mut complaints, "cra_purpose", &self.cra_purpose);
        let only_banks = "This is of bank money alone. Leave it empty, or choose bank money as the kind";
        if kind.is_some_and(|kind| kind != FundingKind::Bank) {
            for (field, is_typed) in
                [("institution", institution.is_some()), ("cra_test", test.is_some()), ("cra_purpose", purpose.is_some())]
            {
                if is_typed {
                    complaints.add(field, only_banks);
                }
            }
        }
        let facts = name.zip(kind).map(|(name, kind)| SourceFacts {
            name: name.to_string(),
            kind,
            institution: institution.map(|line| line.to_string()),
            cra_test: test,
            cra_purpose: purpose,
        });
        complaints.or(facts)
    }
}

/// A word of a list, or nothing where it is not known.
fn chosen<V: Vocabulary>(complaints: &mut Complaints, field: &'static str, typed: &str) -> Option<V> {
    if typed.is_empty() { None } else { complaints.take(field, V::parse(typed)) }
}

fn address(program: &Program) -> String {
    format!("/programs/{}/funding", program.id)
}

async fn program_of(db: &Db, viewer: &Viewer, id: ProgramId) -> Result<Program> {
    let viewer = viewer.clone();
    db.read(move |conn| queries::find_for_head(conn, &viewer, &id)).await
}

async fn found(db: &Db, viewer: &Viewer, id: FundingSourceId) -> Result<(Program, FundingSource)> {
    let viewer = viewer.clone();
    db.read(move |conn| {
        let source = queries::find_funding_source(conn, &id)?;
        let program = queries::find(conn, source.program)?;
        Ok((queries::find_for_head(conn, &viewer, &program.id)?, source))
    })
    .await
}

pub(super) async fn new_source_page(Head(viewer): Head, State(db): State<Db>, Id(id): Id<ProgramId>) -> Result<Response> {
    let program = program_of(&db, &viewer, id).await?;
    Ok(views::new(&viewer, &program, &SourceForm::default(), &Complaints::default()).into_response())
}

pub(super) async fn add_source(
    Head(viewer): Head,
    State(db): State<Db>,
    Id(id): Id<ProgramId>,
    Form(form): Form<SourceForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let program = program_of(&db, &viewer, id).await?;
    let complaints = match form.facts() {
        Ok(facts) => {
            let (to, home, typed) = (program.clone(), address(&program), form.clone());
            let added = db
                .write(viewer.actor(), move |tx| {
                    if tx.answer_to(&typed.key)?.is_none() {
                        queries::add_funding_source(tx, &to, &facts, typed.is_default.is_some())?;
                        tx.remember_answer(&typed.key, &home)?;
                    }
                    Ok(())
                })
                .await;
            match added {
                Ok(()) => return Ok(Redirect::to(&address(&program)).into_response()),
                Err(Error::Rejected(words)) => taken(words),
                Err(other) => return Err(other),
            }
        }
        Err(complaints) => complaints,
    };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, views::new(&viewer, &program, &form, &complaints)).into_response())
}

fn taken(words: String) -> Complaints {
    let mut complaints = Complaints::default();
    complaints.add("name", words);
    complaints
}

pub(super) async fn source_page(Head(viewer): Head, State(db): State<Db>, Id(id): Id<FundingSourceId>) -> Result<Response> {
    let (program, source) = found(&db, &viewer, id).await?;
    Ok(views::edit(&viewer, (&program, &source), &SourceForm::of(&source), &Complaints::default()).into_response())
}

pub(super) async fn change_source(
    Head(viewer): Head,
    State(db): State<Db>,
    Id(id): Id<FundingSourceId>,
    Form(form): Form<SourceForm>,
) -> Result<Response> {
    let (program, source) = found(&db, &viewer, id.clone()).await?;
    let facts = match form.facts() {
        Ok(facts) => facts,
        Err(complaints) => {
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, views::edit(&viewer, (&program, &source), &form, &complaints)).into_response());
        }
    };
    let (changing, typed) = (source.clone(), form.clone());
    let changed = db
        .write(viewer.actor(), move |tx| queries::change_funding_source(tx, &changing, typed.version, &facts, typed.is_default.is_some()))
        .await;
    match changed {
        Ok(()) => Ok(Redirect::to(&address(&program)).into_response()),
        Err(Error::Rejected(words)) => {
            let page = views::edit(&viewer, (&program, &source), &form, &taken(words));
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(Error::Stale) => {
            let (_, saved) = found(&db, &viewer, id).await?;
            let words = format!(
                "This was changed since you opened it. Saved now: {}, {}. Yours is still in the form; save again to replace it",
                saved.facts.name,
                saved.facts.kind.label()
            );
            let form = SourceForm { version: saved.version, ..form };
            Ok((StatusCode::CONFLICT, views::edit(&viewer, (&program, &saved), &form, &taken(words))).into_response())
        }
        Err(other) => Err(other),
    }
}

/// Retires it, or takes it back.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct RetireForm {
    version: i64,
    retire: String,
}

pub(super) async fn retire_source(
    Head(viewer): Head,
    State(db): State<Db>,
    Id(id): Id<FundingSourceId>,
    Form(form): Form<RetireForm>,
) -> Result<Redirect> {
    let (program, source) = found(&db, &viewer, id).await?;
    let on = (form.retire == "yes").then(|| db.clock().today());
    db.write(viewer.actor(), move |tx| queries::retire_funding_source(tx, &source, form.version, on)).await?;
    Ok(Redirect::to(&address(&program)))
}

#[cfg(test)]
mod tests {
    use super::*;

    type Case = (&'static str, &'static str, &'static str, &'static str, std::result::Result<usize, &'static str>);

    #[test]
    fn bank_money_says_what_it_lacks_and_other_money_has_none_of_it() {
        let form = |kind: &str, bank: &str, test: &str, purpose: &str| SourceForm {
            name: "Small loans".to_owned(),
            kind: kind.to_owned(),
            institution: bank.to_owned(),
            cra_test: test.to_owned(),
            cra_purpose: purpose.to_owned(),
            ..SourceForm::default()
        };
        #[rustfmt::skip]
        let table: &[Case] = &[
            ("bank",       "Harbor Bank", "lending", "economic_development", Ok(0)),
            ("bank",       "Harbor Bank", "",        "",                     Ok(2)),
            ("bank",       "",            "",        "",                     Ok(3)),
            ("public",     "",            "",        "",                     Ok(0)),
            ("public",     "Harbor Bank", "",        "",                     Err("institution")),
            ("foundation", "",            "service", "",                     Err("cra_test")),
            ("owner",      "",            "",        "revitalization",       Err("cra_purpose")),
            ("bank",       "",            "strategic", "",                   Err("cra_test")),
            ("lottery",    "",            "",        "",                     Err("kind")),
        ];
        for (kind, bank, test, purpose, expected) in table {
            match (form(kind, bank, test, purpose).facts(), expected) {
                (Ok(facts), Ok(lacking)) => assert_eq!(facts.lacks().len(), *lacking, "{facts:?}"),
                (Err(complaints), Err(field)) => assert!(complaints.on(field).is_some(), "{field}: {complaints:?}"),
                (other, _) => panic!("{kind} {bank} {test} {purpose}: {other:?}"),
            }
        }
    }
}
