//! The rounds for staff, and the page that a worker opens by scanning a code.

use super::document;
use super::form::{RoundForm, Ticked};
use super::views::public::{self, Reading};
use super::{Came, LAPSED, Round, State, queries, telling, views};
use crate::auth::tries::Calls;
use crate::auth::{Guest, House, Manager, Route, Viewer};
use crate::error::{Error, Result};
use crate::firewall::survey as urn;
use crate::i18n::Language;
use crate::programs;
use crate::store::{Actor, Db};
use crate::values::SurveyRoundId;
use crate::web::speech::Asked;
use crate::web::{Access, Complaints, Download, Form, Id, Leaf, Query, forms, get, post};
use axum::extract::{Path, State as Of};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![
        get("/surveys", &[A::Manager], list_page),
        post("/surveys", &[A::Manager], open),
        get("/surveys/new", &[A::Manager], new_page),
        get("/surveys/{id}", &[A::Manager], one_page),
        get("/surveys/{id}/poster", &[A::Manager], poster_page),
        post("/surveys/{id}/closing", &[A::Manager], close),
        post("/surveys/{id}/totals", &[A::Manager], tell),
        get("/surveys/{id}/figures", &[A::Manager], figures_page),
        get("/surveys/{id}/figures/{file}", &[A::Manager], file),
        get("/w/{token}", &[A::Public], questions_page),
        post("/w/{token}", &[A::Public], answer),
        get("/w/{token}/thanks", &[A::Public], thanks_page),
        post("/w/{token}/language", &[A::Public], choose_language),
    ]
}

async fn list_page(Manager(viewer): Manager, Of(db): Of<Db>, Query(leaf): Query<Leaf>) -> Result<Response> {
    let asked = viewer.clone();
    let rounds = db.read(move |conn| queries::list_for(conn, &asked, leaf.window())).await?;
    let (rounds, has_more) = leaf.of_window(rounds);
    Ok(views::list(&viewer, &rounds, leaf, has_more, db.clock().today()).into_response())
}

async fn new_page(Manager(viewer): Manager, Of(db): Of<Db>) -> Result<Response> {
    Ok(views::new(&viewer, &RoundForm::fresh(db.clock().today()), &Complaints::default()).into_response())
}

async fn open(Manager(viewer): Manager, Of(db): Of<Db>, Form(form): Form<RoundForm>) -> Result<Response> {
    forms::check_key(&form.key)?;
    let mut complaints = Complaints::default();
    let managed: Vec<i64> = viewer.programs().into_iter().map(|(key, _)| key).filter(|key| viewer.manages(*key)).collect();
    let program = match (form.program.trim(), managed.as_slice()) {
        ("", [only]) => Some(*only),
        (typed, _) => typed.parse().ok().filter(|key| viewer.manages(*key)),
    };
    if program.is_none() {
        complaints.add("program", "Choose the program that asks");
    }
    let facts = form.facts(&mut complaints, db.clock().today());
    let Some((program, facts)) = program.zip(facts) else {
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, views::new(&viewer, &form, &complaints)).into_response());
    };
    let asked = viewer.clone();
    let address = db
        .write(viewer.actor(), move |tx| {
            if let Some(answer) = tx.answer_to(&form.key)? {
                return Ok(answer);
            }
            programs::queries::find(tx, program)?;
            let answer = format!("/surveys/{}", queries::open(tx, &asked, program, &facts)?);
            tx.remember_answer(&form.key, &answer)?;
            Ok(answer)
        })
        .await?;
    Ok(Redirect::to(&address).into_response())
}

async fn find(viewer: &Viewer, db: &Db, id: &SurveyRoundId) -> Result<Round> {
    let (asked, sought) = (viewer.clone(), id.clone());
    db.read(move |conn| queries::find_for(conn, &asked, &sought)).await
}

async fn one_page(Manager(viewer): Manager, Of(db): Of<Db>, Id(id): Id<SurveyRoundId>) -> Result<Response> {
    draw_one(&viewer, &db, &id, false).await
}

async fn draw_one(viewer: &Viewer, db: &Db, id: &SurveyRoundId, told_late: bool) -> Result<Response> {
    let (asked, sought, keeper) = (viewer.clone(), id.clone(), db.clone());
    let (round, at_least) = db
        .read(move |conn| {
            let round = queries::find_for(conn, &asked, &sought)?;
            let at_least = urn::at_least(conn, keeper.keys(), round.key)?;
            Ok((round, at_least))
        })
        .await?;
    let status = if told_late { StatusCode::CONFLICT } else { StatusCode::OK };
    Ok((status, views::one(viewer, &round, at_least, db.clock().today(), told_late)).into_response())
}

async fn poster_page(Manager(viewer): Manager, Of(house): Of<House>, Id(id): Id<SurveyRoundId>) -> Result<Response> {
    let round = find(&viewer, &house.db, &id).await?;
    if matches!(round.state(house.db.clock().today()), State::Over | State::Released | State::Lapsed) {
        return Err(Error::Rejected("This round is over: whoever scans its poster cannot answer any more. Take it down.".to_owned()));
    }
    let (keeper, asked) = (house.db.clone(), round.clone());
    let token = house.db.read(move |conn| queries::token(conn, keeper.keys(), &asked)).await?;
    Ok(views::poster(&round, &format!("{}/w/{token}", house.config.public_url)).into_response())
}

async fn close(Manager(viewer): Manager, Of(db): Of<Db>, Id(id): Id<SurveyRoundId>, Form(form): Form<forms::Press>) -> Result<Redirect> {
    let (asked, address) = (viewer.clone(), format!("/surveys/{id}"));
    db.write(viewer.actor(), move |tx| queries::close(tx, &asked, &id, form.version)).await?;
    Ok(Redirect::to(&address))
}

/// Decided beside the pages, for it takes a moment; told in one deed, unless another round was told meanwhile.
async fn tell(Manager(viewer): Manager, Of(db): Of<Db>, Id(id): Id<SurveyRoundId>, Form(form): Form<forms::Press>) -> Result<Response> {
    let figures = format!("/surveys/{id}/figures");
    let round = find(&viewer, &db, &id).await?;
    match round.state(db.clock().today()) {
        State::Released => return Ok(Redirect::to(&figures).into_response()),
        State::Soon | State::Running => {
            return Err(Error::Rejected("Answers are still taken. Close the round first, then tell its totals.".to_owned()));
        }
        State::Lapsed => return Err(Error::Rejected(LAPSED.to_owned())),
        State::Over => {}
    }
    let keeper = db.clone();
    let draft = db.report(move |conn| telling::decide(conn, keeper.keys(), &keeper.organization().name, &round)).await?;
    let Some(draft) = draft else { return Ok(Redirect::to(&figures).into_response()) };
    let (asked, sought) = (viewer.clone(), id.clone());
    match db.write(viewer.actor(), move |tx| queries::tell(tx, &asked, &sought, form.version, &draft)).await {
        Err(Error::Stale) => draw_one(&viewer, &db, &id, true).await,
        told => told.map(|()| Redirect::to(&figures).into_response()),
    }
}

async fn figures_page(Manager(viewer): Manager, Of(db): Of<Db>, Id(id): Id<SurveyRoundId>) -> Result<Response> {
    let round = find(&viewer, &db, &id).await?;
    if round.released_at.is_none() {
        return Err(Error::NotFound);
    }
    let asked = round.clone();
    let (told, files) = db.read(move |conn| Ok((queries::counts(conn, &asked)?, queries::files(conn, &asked)?))).await?;
    let document = document::document(&round, &told.into_iter().collect(), &db.organization().name);
    Ok(views::figures(&viewer, &round, &document, &files).into_response())
}

async fn file(Manager(viewer): Manager, Of(db): Of<Db>, Path((id, form)): Path<(String, String)>) -> Result<Download> {
    let id = SurveyRoundId::parse(&id).ok_or(Error::NotFound)?;
    let round = find(&viewer, &db, &id).await?;
    let (asked, wanted) = (round.clone(), form.clone());
    let bytes = db.read(move |conn| queries::file(conn, &asked, &wanted)).await?;
    let (kind, form) = if form == "json" { ("application/json", "json") } else { ("text/csv; charset=utf-8", "csv") };
    Ok(Download { name: format!("worker-survey-{}.{form}", round.facts.until), kind, bytes })
}

/// In which language the page is read. Why it stands in the address and in no cookie: nothing is remembered on a device that may be shared,
/// or be the employer's.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Spoken {
    #[serde(rename = "in")]
    language: String,
}

impl Spoken {
    fn language(&self, asked: Asked) -> Language {
        Language::find(&self.language).unwrap_or_else(|| asked.or_english())
    }
}

async fn by_token(house: &House, token: &str) -> Result<Round> {
    let sought = token.to_owned();
    house.db.read(move |conn| queries::find_by_token(conn, &sought)).await
}

async fn questions_page(
    Guest(_): Guest,
    Of(house): Of<House>,
    Path(token): Path<String>,
    asked: Asked,
    Query(spoken): Query<Spoken>,
) -> Result<Response> {
    let round = by_token(&house, &token).await?;
    let today = house.db.clock().today();
    let reading = Reading { round: &round, token: &token, language: spoken.language(asked), today };
    Ok(match round.state(today) {
        State::Running => public::questions(&reading, &Ticked::default(), &Complaints::default()).into_response(),
        _ => public::shut(&reading, Came::Shut).into_response(),
    })
}

async fn answer(
    Guest(_): Guest,
    Of(house): Of<House>,
    Path(token): Path<String>,
    asked: Asked,
    calls: Calls,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let (round, ticked) = (by_token(&house, &token).await?, Ticked::read(fields)?);
    let key = ticked.one("key").to_owned();
    forms::check_key(&key)?;
    let (today, language) = (house.db.clock().today(), Spoken { language: ticked.one("in").to_owned() }.language(asked));
    let reading = Reading { round: &round, token: &token, language, today };
    let worker = match ticked.worker(&round.lists(), language, today) {
        Ok(worker) => worker,
        Err(complaints) => {
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, public::questions(&reading, &ticked, &complaints)).into_response());
        }
    };
    let sought = token.clone();
    // Nobody acts: also where somebody of staff is signed in on this device, the record does not say who answered.
    let came = house.db.write(Actor::nobody(), move |tx| queries::answer(tx, &sought, &key, &worker, &calls)).await?;
    Ok(match came {
        Came::Kept => Redirect::to(&format!("/w/{token}/thanks?in={}", language.code())).into_response(),
        Came::Crowded => (StatusCode::TOO_MANY_REQUESTS, public::shut(&reading, came)).into_response(),
        Came::Shut | Came::Full => (StatusCode::CONFLICT, public::shut(&reading, came)).into_response(),
    })
}

async fn thanks_page(
    Guest(_): Guest,
    Of(house): Of<House>,
    Path(token): Path<String>,
    asked: Asked,
    Query(spoken): Query<Spoken>,
) -> Result<Response> {
    let round = by_token(&house, &token).await?;
    let reading = Reading { round: &round, token: &token, language: spoken.language(asked), today: house.db.clock().today() };
    Ok(public::thanks(&reading).into_response())
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct LanguageForm {
    language: String,
}

async fn choose_language(
    Guest(_): Guest,
    Of(house): Of<House>,
    Path(token): Path<String>,
    Form(form): Form<LanguageForm>,
) -> Result<Redirect> {
    by_token(&house, &token).await?;
    let language = Language::find(&form.language).ok_or(Error::NotFound)?;
    Ok(Redirect::to(&format!("/w/{token}?in={}", language.code())))
}
