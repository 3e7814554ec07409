//! The stories of clients: written, changed, asked about, heard, taken down; and the one page that anybody may read.

use super::form::{FilterForm, HeardForm, StoryForm};
use super::{LONGEST_DAYS, Step, Story, queries, views};
use crate::auth::looks::{Look, Names, shown as of_whom};
use crate::auth::{CaseWorker, Guest, Route, Viewer};
use crate::error::{Error, Result};
use crate::people::{self, Client, Owner};
use crate::store::Db;
use crate::values::{ClientId, LookPart, StoryId};
use crate::web::speech::Speech;
use crate::web::{Access, Complaints, Form, Id, Leaf, Query, forms, get, post};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![
        get("/stories", &[A::Advisor, A::Manager], list_page),
        get("/clients/{id}/stories", &[A::Advisor, A::Manager], client_page),
        post("/clients/{id}/stories", &[A::Advisor, A::Manager], write),
        get("/clients/{id}/stories/new", &[A::Advisor, A::Manager], new_page),
        get("/stories/{id}", &[A::Advisor, A::Manager], one_page),
        get("/stories/{id}/facts", &[A::Advisor, A::Manager], facts_page),
        post("/stories/{id}/facts", &[A::Advisor, A::Manager], change),
        post("/stories/{id}/asking", &[A::Advisor, A::Manager], ask),
        post("/stories/{id}/answers", &[A::Advisor, A::Manager], hear),
        post("/stories/{id}/withdrawal", &[A::Advisor, A::Manager], take_down),
        post("/stories/{id}/undoing", &[A::Advisor, A::Manager], undo),
        get("/story/{id}", &[A::Public], public_page),
    ]
}

/// Read anew each time, and kept by no browser on the way (`no-store`, `noindex`: `web::headers`): gone is gone.
async fn public_page(Guest(_): Guest, speech: Speech, State(db): State<Db>, Id(id): Id<StoryId>) -> Result<Response> {
    let (language, today) = (speech.asked.or_english(), db.clock().today());
    speech.known.is(language);
    let story = db.read(move |conn| queries::find_public(conn, &id, today)).await?;
    Ok(views::public(language, &story).into_response())
}

/// The page shows clients that its address does not name: each is a look.
async fn list_page(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Query(form): Query<FilterForm>) -> Result<Response> {
    let (asked, filter, leaf, today) = (viewer.clone(), form.filter(), Leaf { page: form.page }, db.clock().today());
    let stories = db.read(move |conn| queries::list_for(conn, &asked, filter, today, leaf.window())).await?;
    let (stories, has_more) = leaf.of_window(stories);
    let looks = stories.iter().map(|story| Look::record(Names::Client, &story.client.1, LookPart::Record)).collect();
    let page = views::ListPage { stories: &stories, form: &form, has_more, today };
    Ok((of_whom(looks), views::list(&viewer, &page)).into_response())
}

async fn client_page(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ClientId>,
    Query(leaf): Query<Leaf>,
) -> Result<Response> {
    let (asked, today) = (viewer.clone(), db.clock().today());
    let (client, stories) = db
        .read(move |conn| {
            let client = people::queries::find_for(conn, &asked, &id)?;
            let stories = queries::list_of_client(conn, &client, today, leaf.window())?;
            Ok((client, stories))
        })
        .await?;
    let (stories, has_more) = leaf.of_window(stories);
    Ok(views::of_client(&viewer, &client, &stories, leaf, has_more, today).into_response())
}

/// A client, and the first name of whoever is spoken to.
async fn whose(db: &Db, viewer: &Viewer, id: &ClientId) -> Result<(Client, String)> {
    let (asked, id, today) = (viewer.clone(), id.clone(), db.clock().today());
    db.read(move |conn| {
        let client = people::queries::find_for(conn, &asked, &id)?;
        let first = people::queries::contact(conn, client.key, today)?.map(|owner| owner.given_name().to_owned());
        Ok((client, first.unwrap_or_default()))
    })
    .await
}

async fn new_page(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Id(id): Id<ClientId>) -> Result<Response> {
    let (client, _) = whose(&db, &viewer, &id).await?;
    Ok(views::new(&viewer, &client, &StoryForm::fresh(), &Complaints::default()).into_response())
}

async fn write(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ClientId>,
    Form(form): Form<StoryForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let (client, first_name) = whose(&db, &viewer, &id).await?;
    let mut complaints = Complaints::default();
    let Some(facts) = form.facts(&mut complaints, &first_name) else {
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, views::new(&viewer, &client, &form, &complaints)).into_response());
    };
    let asked = viewer.clone();
    let address = db
        .write(viewer.actor(), move |tx| {
            if let Some(answer) = tx.answer_to(&form.key)? {
                return Ok(answer);
            }
            let client = people::queries::find_for(tx, &asked, &id)?;
            let answer = format!("/stories/{}", queries::write(tx, &asked, &client, &facts)?);
            tx.remember_answer(&form.key, &answer)?;
            Ok(answer)
        })
        .await?;
    Ok(Redirect::to(&address).into_response())
}

/// A story with everything that its page shows.
async fn found(db: &Db, viewer: &Viewer, id: &StoryId) -> Result<(Story, Vec<Step>, Client, Option<Owner>)> {
    let (asked, id, today) = (viewer.clone(), id.clone(), db.clock().today());
    db.read(move |conn| {
        let story = queries::find_for(conn, &asked, &id, today)?;
        let client = people::queries::find_in(conn, story.client.0, story.program.0)?;
        let contact = people::queries::contact(conn, story.client.0, today)?;
        Ok((queries::steps(conn, &story)?, client, contact, story))
    })
    .await
    .map(|(steps, client, contact, story)| (story, steps, client, contact))
}

async fn one_page(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Id(id): Id<StoryId>) -> Result<Response> {
    draw(&viewer, &db, &id, None, &Complaints::default()).await
}

async fn draw(viewer: &Viewer, db: &Db, id: &StoryId, heard: Option<&HeardForm>, complaints: &Complaints) -> Result<Response> {
    let (story, steps, client, contact) = found(db, viewer, id).await?;
    let clock = db.clock();
    let until = clock.today().plus_days(LONGEST_DAYS).to_string();
    let fresh = HeardForm { version: story.version, shown: story.shown().hash(), until, ..HeardForm::default() };
    let page = views::OnePage {
        viewer,
        story: &story,
        steps: &steps,
        client: &client,
        contact: contact.as_ref(),
        heard: heard.unwrap_or(&fresh),
        complaints,
        zone: clock.zone(),
        today: clock.today(),
    };
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, views::one(&page)).into_response())
}

async fn facts_page(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Id(id): Id<StoryId>) -> Result<Response> {
    let (story, ..) = found(&db, &viewer, &id).await?;
    let form = StoryForm::of(&story.facts, story.version);
    Ok(views::facts(&viewer, &story, &form, &Complaints::default()).into_response())
}

async fn change(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<StoryId>,
    Form(form): Form<StoryForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let (story, ..) = found(&db, &viewer, &id).await?;
    let mut complaints = Complaints::default();
    let Some(facts) = form.facts(&mut complaints, &story.first_name) else {
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, views::facts(&viewer, &story, &form, &complaints)).into_response());
    };
    let (asked, sought, key, version) = (viewer.clone(), id.clone(), form.key.clone(), form.version);
    let changed = db
        .write(viewer.actor(), move |tx| {
            if tx.answer_to(&key)?.is_none() {
                queries::change(tx, &asked, &sought, version, &facts)?;
                tx.remember_answer(&key, "changed")?;
            }
            Ok(())
        })
        .await;
    if matches!(changed, Err(Error::Stale)) {
        let (saved, ..) = found(&db, &viewer, &id).await?;
        let words = format!(
            "This was changed since you opened it. Saved now: \u{201c}{}\u{201d}. Yours is still in the form; save again to replace it",
            saved.facts.title
        );
        complaints.add("title", words);
        let form = StoryForm { version: saved.version, ..form };
        return Ok((StatusCode::CONFLICT, views::facts(&viewer, &saved, &form, &complaints)).into_response());
    }
    changed?;
    Ok(Redirect::to(&format!("/stories/{id}")).into_response())
}

/// What a form with one button says.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
struct PressForm {
    key: String,
}

async fn ask(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Id(id): Id<StoryId>, Form(form): Form<PressForm>) -> Result<Redirect> {
    forms::check_key(&form.key)?;
    let (asked, address) = (viewer.clone(), format!("/stories/{id}#asking"));
    db.write(viewer.actor(), move |tx| {
        if tx.answer_to(&form.key)?.is_none() {
            queries::ask(tx, &asked, &id)?;
            tx.remember_answer(&form.key, "asked")?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to(&address))
}

async fn hear(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Id(id): Id<StoryId>, Form(form): Form<HeardForm>) -> Result<Response> {
    forms::check_key(&form.key)?;
    let (story, ..) = found(&db, &viewer, &id).await?;
    let mut complaints = Complaints::default();
    let Some(said) = form.said(&mut complaints, story.facts.uses, db.clock().today()) else {
        return draw(&viewer, &db, &id, Some(&form), &complaints).await;
    };
    let (asked, sought, typed) = (viewer.clone(), id.clone(), form.clone());
    let heard = db
        .write(viewer.actor(), move |tx| {
            if tx.answer_to(&typed.key)?.is_none() {
                queries::hear(tx, &asked, &sought, (typed.version, &typed.shown), &said)?;
                tx.remember_answer(&typed.key, "heard")?;
            }
            Ok(())
        })
        .await;
    if matches!(heard, Err(Error::Stale)) {
        let (saved, ..) = found(&db, &viewer, &id).await?;
        complaints.add("said", "This was changed since you opened it. Read it to them as it is now; what they said is still in the form");
        let again = HeardForm { version: saved.version, shown: saved.shown().hash(), ..form };
        let mut page = draw(&viewer, &db, &id, Some(&again), &complaints).await?;
        *page.status_mut() = StatusCode::CONFLICT;
        return Ok(page);
    }
    heard?;
    Ok(Redirect::to(&format!("/stories/{id}")).into_response())
}

async fn take_down(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<StoryId>,
    Form(form): Form<PressForm>,
) -> Result<Redirect> {
    forms::check_key(&form.key)?;
    let (asked, address) = (viewer.clone(), format!("/stories/{id}"));
    db.write(viewer.actor(), move |tx| queries::take_down(tx, &asked, &id)).await?;
    Ok(Redirect::to(&address))
}

async fn undo(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<StoryId>,
    Form(form): Form<forms::Press>,
) -> Result<Redirect> {
    let (asked, address) = (viewer.clone(), format!("/stories/{id}"));
    db.write(viewer.actor(), move |tx| queries::undo(tx, &asked, &id, form.version)).await?;
    Ok(Redirect::to(&address))
}
