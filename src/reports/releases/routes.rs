//! The releases there are: their list, one of them under its code, its files, and what a program says about it.

use super::files::{self, Wanted};
use super::{NewWord, Reach, Release, Word, WordForm, check_readers, obtain, publication, queries, views};
use crate::auth::{Manager, Route, Viewer};
use crate::config::Clock;
use crate::document::Document;
use crate::error::{Error, Result};
use crate::reports::Format;
use crate::reports::document;
use crate::store::{Db, Object};
use crate::values::{ReleaseAudience, ReleaseId, Vocabulary};
use crate::web::{Access, Complaints, Download, Form, Id, Leaf, Query, forms, get, post};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;
use rusqlite::Connection;

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![
        get("/reports/releases", &[A::Manager], list),
        get("/reports/releases/publication.json", &[A::Manager], everything),
        get("/reports/releases/{id}", &[A::Manager], one),
        get("/reports/releases/{id}/{file}", &[A::Manager], file),
        post("/reports/releases/{id}/words", &[A::Manager], write),
    ]
}

/// What some readers were told of a release, and what belongs beside it.
pub struct Told {
    pub release: Release,
    pub readers: ReleaseAudience,
    pub document: Document,
    pub words: Vec<Word>,
    /// Releases of the same period before and after it.
    pub older: Option<ReleaseId>,
    pub newer: Option<ReleaseId>,
}

impl Told {
    /// Reads it.
    pub fn of(conn: &Connection, release: Release, readers: ReleaseAudience) -> Result<Self> {
        check_readers(release.period, readers)?;
        let (_, told) = queries::told(conn, release.key, readers)?;
        Ok(Self {
            readers,
            document: document::told(&told),
            words: queries::words(conn, release.key)?,
            older: release.corrects.map(|older| queries::code(conn, older)).transpose()?,
            newer: queries::next(conn, release.key)?,
            release,
        })
    }
}

/// A release on the desk of whoever looks.
pub struct Found<'f> {
    pub viewer: &'f Viewer,
    pub told: &'f Told,
    /// The address of the page, with a question mark in it.
    pub here: &'f str,
    /// Which part of the report is shown; 0 is the main one.
    pub part: usize,
    pub clock: &'f Clock,
    /// It was made while the viewer looked at a release of the same period.
    pub is_meanwhile: bool,
}

impl Found<'_> {
    /// The page, with what is chosen above it and links below its head.
    pub fn page(&self, filters: Option<Markup>, links: Markup) -> Markup {
        let form = WordForm::of(self.told.words.first());
        views::page(self, &views::Beside { filters, links: Some(links), form: &form, reason: "", complaints: &Complaints::default() })
    }
}

#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Search {
    page: u32,
    code: Option<String>,
}

/// A code as people type it: with blanks or dashes, in large letters.
fn typed(code: &str) -> Option<ReleaseId> {
    let plain: String = code.chars().filter(|c| !c.is_whitespace() && *c != '-').flat_map(char::to_lowercase).collect();
    ReleaseId::parse(&plain)
}

async fn list(Manager(viewer): Manager, State(db): State<Db>, Query(search): Query<Search>) -> Result<Response> {
    let (asker, leaf) = (viewer.clone(), Leaf { page: search.page });
    let code = search.code.clone();
    let (all, may_attack, found) = db
        .read(move |conn| {
            let reach = Reach::of(conn, &asker)?;
            let programs: Vec<i64> = reach.programs.iter().map(|program| program.key).collect();
            let found = match code.as_deref().and_then(typed).map(|id| reach.find(conn, &id)) {
                Some(Err(Error::NotFound)) | None => None,
                Some(found) => Some(found?),
            };
            Ok((queries::page(conn, &programs, reach.is_all, leaf)?, reach.is_all, found))
        })
        .await?;
    if let Some(release) = found {
        return Ok(Redirect::to(&release.address()).into_response());
    }
    let status = if search.code.is_some() { StatusCode::NOT_FOUND } else { StatusCode::OK };
    let shelf = views::shelf::Shelf { releases: leaf.of_window(all), leaf, may_attack, code: search.code.as_deref(), clock: db.clock() };
    Ok((status, views::shelf::page(&viewer, &shelf)).into_response())
}

#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Asked {
    readers: Option<String>,
    part: usize,
    meanwhile: Option<String>,
}

impl Asked {
    fn readers(&self) -> Result<ReleaseAudience> {
        let asked = self.readers.as_deref().map_or(Ok(ReleaseAudience::Internal), ReleaseAudience::parse);
        asked.map_err(|_| Error::NotFound)
    }
}

async fn one(Manager(viewer): Manager, State(db): State<Db>, Id(id): Id<ReleaseId>, Query(asked): Query<Asked>) -> Result<Response> {
    draw(viewer, db, id, &asked, None).await
}

/// A form of the page that was refused, and why.
struct Refused {
    /// What the program says; as it stands where another form was refused.
    form: Option<WordForm>,
    /// Why it is made again.
    reason: String,
    complaints: Complaints,
    status: StatusCode,
}

/// Draws a release beside the reason to make it again that was refused.
pub(super) async fn draw_reason(viewer: Viewer, db: Db, id: ReleaseId, reason: String, complaints: Complaints) -> Result<Response> {
    draw(viewer, db, id, &Asked::default(), Some(Refused { form: None, reason, complaints, status: StatusCode::UNPROCESSABLE_ENTITY }))
        .await
}

/// Draws a release; with a form that was refused, and why.
async fn draw(viewer: Viewer, db: Db, id: ReleaseId, asked: &Asked, refused: Option<Refused>) -> Result<Response> {
    let (asker, readers) = (viewer.clone(), asked.readers()?);
    let told = db.report(move |conn| Told::of(conn, Reach::of(conn, &asker)?.find(conn, &id)?, readers)).await?;
    let here = format!("{}?readers={}", told.release.address(), readers.code());
    let found =
        Found { viewer: &viewer, told: &told, here: &here, part: asked.part, clock: db.clock(), is_meanwhile: asked.meanwhile.is_some() };
    let nothing = || Refused { form: None, reason: String::new(), complaints: Complaints::default(), status: StatusCode::OK };
    let refused = refused.unwrap_or_else(nothing);
    let form = refused.form.unwrap_or_else(|| WordForm::of(told.words.first()));
    let beside = views::Beside { filters: None, links: None, form: &form, reason: &refused.reason, complaints: &refused.complaints };
    Ok((refused.status, views::page(&found, &beside)).into_response())
}

async fn file(Manager(viewer): Manager, State(db): State<Db>, Path((id, file)): Path<(String, String)>) -> Result<Download> {
    let id = ReleaseId::parse(&id).ok_or(Error::NotFound)?;
    let (readers, ending) = file.split_once('.').ok_or(Error::NotFound)?;
    let readers = ReleaseAudience::parse(readers).map_err(|_| Error::NotFound)?;
    // The page itself is no download.
    let wanted = Wanted::parse(ending).filter(|wanted| *wanted != Wanted::Whole(Format::Html)).ok_or(Error::NotFound)?;
    let asker = viewer.clone();
    let release = db.read(move |conn| Reach::of(conn, &asker)?.find(conn, &id)).await?;
    check_readers(release.period, readers)?;
    let (kind, form) = (wanted.kind(), wanted.form());
    let bytes = files::bytes(&db, viewer.actor(), release.key, readers, wanted).await?;
    obtain::note(&db, viewer.actor(), &release, format!("readers {} form {form}", readers.code())).await?;
    Ok(Download { name: format!("fairfloor-report-{}-{}.{form}", release.period, readers.code()), kind, bytes })
}

/// Everything ever told to some readers, of every program: for whoever manages all of them.
async fn everything(Manager(viewer): Manager, State(db): State<Db>, Query(asked): Query<Asked>) -> Result<Download> {
    let (asker, readers) = (viewer.clone(), asked.readers()?);
    let published = db
        .report(move |conn| {
            if !Reach::of(conn, &asker)?.is_all {
                return Err(Error::NotFound);
            }
            publication::publication(conn, readers)
        })
        .await?;
    let bytes = serde_json::to_vec_pretty(&published)?;
    let detail = format!("readers {} form publication", readers.code());
    db.write(viewer.actor(), move |tx| tx.audit_with("release.taken", Object::none(), &detail)).await?;
    Ok(Download { name: format!("fairfloor-publication-{}.json", readers.code()), kind: "application/json", bytes })
}

async fn write(Manager(viewer): Manager, State(db): State<Db>, Id(id): Id<ReleaseId>, Form(form): Form<WordForm>) -> Result<Response> {
    forms::check_key(&form.key)?;
    let new = match form.parse() {
        Ok(new) => new,
        Err(complaints) => {
            let refused = Refused { form: Some(form), reason: String::new(), complaints, status: StatusCode::UNPROCESSABLE_ENTITY };
            return draw(viewer, db, id, &Asked::default(), Some(refused)).await;
        }
    };
    match save(&viewer, &db, id.clone(), form.key.clone(), form.version, new).await {
        Ok(address) => Ok(Redirect::to(&address).into_response()),
        Err(Error::Stale) => {
            let mut complaints = Complaints::default();
            complaints.add(
                "context",
                "Somebody else wrote since you opened this page. Their words stand below; save again to put yours in their place.",
            );
            // What they wrote is what is changed now.
            let known = id.clone();
            let newest = db.read(move |conn| queries::word(conn, queries::find(conn, &known)?.key)).await?;
            let form = WordForm { version: newest.map_or(0, |word| word.seq), ..form };
            let refused = Refused { form: Some(form), reason: String::new(), complaints, status: StatusCode::CONFLICT };
            draw(viewer, db, id, &Asked::default(), Some(refused)).await
        }
        Err(cause) => Err(cause),
    }
}

/// Writes down what a program says. Where it is read.
async fn save(viewer: &Viewer, db: &Db, id: ReleaseId, key: String, seen: i64, new: NewWord) -> Result<String> {
    let asker = viewer.clone();
    db.write(viewer.actor(), move |tx| {
        let release = Reach::of(tx, &asker)?.find(tx, &id)?;
        let address = format!("{}#words", release.address());
        if tx.answer_to(&key)?.is_none() {
            queries::write(tx, &release, seen, &new)?;
            tx.remember_answer(&key, &address)?;
        }
        Ok(address)
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_people_type_it() {
        let id = ReleaseId::from_bits([7; 16]);
        let loud = format!(" {} ", id.to_string().to_uppercase());
        assert_eq!(typed(&loud), Some(id.clone()));
        let (one, other) = loud.trim().split_at(13);
        assert_eq!(typed(&format!("{one}-{other}")), Some(id));
        assert_eq!(typed("2025"), None);
    }
}
