//! Staff ask on the page of a client; a partner answers behind a link.

use super::queries::{self, Said};
use super::views::{self, AnswerForm, QuestionForm, QuestionsPage};
use super::{MOST, naming};
use crate::auth::links::QuestionLink;
use crate::auth::{CaseWorker, Guest, House, Route, Viewer};
use crate::error::{Error, Result};
use crate::partners::queries as partners;
use crate::people::queries as people;
use crate::programs::queries as programs;
use crate::store::Db;
use crate::values::{ClientId, ContactId, Day, Kind, Line, Note, QuestionAnswer, Vocabulary};
use crate::web::{Access, Complaints, Form, Id, Query, forms, get, post};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![
        get("/clients/{id}/questions", &[A::Advisor, A::Manager], questions_page),
        post("/clients/{id}/questions", &[A::Advisor, A::Manager], ask),
        get("/q/thanks", &[A::Public], thanks_page),
        get("/q/{token}", &[A::PartnerLink], answer_page),
        post("/q/{token}", &[A::PartnerLink], answer),
    ]
}

#[derive(Debug, Default, serde::Deserialize)]
struct KindQuery {
    #[serde(default)]
    kind: String,
}

async fn questions_page(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ClientId>,
    Query(query): Query<KindQuery>,
) -> Result<Response> {
    let form = QuestionForm { kind: query.kind, ..QuestionForm::default() };
    draw(&viewer, &db, id, &form, &Complaints::default()).await
}

async fn draw(viewer: &Viewer, db: &Db, id: ClientId, form: &QuestionForm, complaints: &Complaints) -> Result<Response> {
    let kind = Kind::parse(&form.kind).unwrap_or(Kind::RealEstate);
    let (asked, zone) = (viewer.clone(), db.clock().zone().clone());
    let (client, offered, questions) = db
        .read(move |conn| {
            let client = people::find_for(conn, &asked, &id)?;
            let mut offered = Vec::new();
            for partner in partners::list_taking(conn, client.program, kind)? {
                offered.push((partner.name, partners::contacts(conn, partner.key)?));
            }
            let questions = queries::of_client(conn, client.key, client.program, &zone, 20)?;
            Ok((client, offered, questions))
        })
        .await?;
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = QuestionsPage { client: &client, kind, offered: &offered, asked: &questions, form, complaints, today: db.clock().today() };
    Ok((status, views::questions(viewer, &page)).into_response())
}

async fn ask(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ClientId>,
    Form(form): Form<QuestionForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let mut complaints = Complaints::default();
    let kind = Kind::parse(&form.kind).ok_or_else(|| Error::Rejected("Choose what kind of help this is.".to_owned()))?;
    let text = complaints.take("text", Note::maybe(&form.text, "the question")).flatten();
    if text.is_none() && complaints.is_empty() {
        complaints.add("text", "Write down what you want to know");
    }
    let contacts: Vec<ContactId> = form.contact.iter().filter_map(|id| ContactId::parse(id)).collect();
    if contacts.is_empty() || contacts.len() > MOST {
        complaints.add("contact", format!("Choose one to {MOST} partners. You ticked {}", form.contact.len()));
    }
    let (asked, wanted) = (viewer.clone(), id.clone());
    let record = db.read(move |conn| queries::record(conn, &people::find_for(conn, &asked, &wanted)?)).await?;
    for words in naming::found(&form.text, &record) {
        complaints.add("text", words);
    }
    let Ok(text) = complaints.clone().or(text) else { return draw(&viewer, &db, id, &form, &complaints).await };
    let (asked, address) = (viewer.clone(), format!("/clients/{id}/questions?kind={}", kind.code()));
    db.write(viewer.actor(), move |tx| {
        if tx.answer_to(&form.key)?.is_none() {
            let client = people::find_for(tx, &asked, &id)?;
            let contacts =
                contacts.iter().map(|contact| partners::find_contact_in(tx, client.program, contact)).collect::<Result<Vec<_>>>()?;
            queries::ask(tx, &asked, &client, kind, &text.to_string(), &contacts)?;
            tx.remember_answer(&form.key, "asked")?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to(&address).into_response())
}

async fn stopped(db: &Db) -> Result<Response> {
    let programs = db.read(programs::list).await?;
    Ok((StatusCode::NOT_FOUND, views::done(&programs, false)).into_response())
}

async fn answer_page(link: Result<QuestionLink>, State(house): State<House>) -> Result<Response> {
    draw_answer(link, &house.db, &AnswerForm::default(), &Complaints::default()).await
}

async fn draw_answer(link: Result<QuestionLink>, db: &Db, form: &AnswerForm, complaints: &Complaints) -> Result<Response> {
    let QuestionLink(link, token) = match link {
        Ok(link) => link,
        Err(Error::NotFound) => return stopped(db).await,
        Err(cause) => return Err(cause),
    };
    let open = db.read(move |conn| queries::find_by_link(conn, &link)).await?;
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, views::open(&open, &token, form, complaints)).into_response())
}

async fn answer(link: Result<QuestionLink>, State(house): State<House>, Form(form): Form<AnswerForm>) -> Result<Response> {
    let QuestionLink(link, token) = match link {
        Ok(link) => link,
        Err(Error::NotFound) => return stopped(&house.db).await,
        Err(cause) => return Err(cause),
    };
    let mut complaints = Complaints::default();
    let answer = complaints.take("answer", QuestionAnswer::parse(&form.answer));
    let sentence = complaints.take("sentence", Note::maybe(&form.sentence, "the sentence"));
    let on = complaints.take("on", Day::maybe(&form.on));
    let name = complaints.take("name", Line::parse(&form.name, "your name"));
    let Ok((((answer, sentence), on), name)) = complaints.clone().or(answer.zip(sentence).zip(on).zip(name)) else {
        return draw_answer(Ok(QuestionLink(link, token)), &house.db, &form, &complaints).await;
    };
    let said = Said { answer, sentence: sentence.map(|note| note.to_string()), on, name: name.as_str().to_owned() };
    match house.db.write(link.actor(), move |tx| queries::answer(tx, &link, &said)).await {
        Ok(()) => Ok(Redirect::to("/q/thanks").into_response()),
        Err(Error::NotFound) => stopped(&house.db).await,
        Err(cause) => Err(cause),
    }
}

async fn thanks_page(Guest(_): Guest, State(house): State<House>) -> Result<Response> {
    let programs = house.db.read(programs::list).await?;
    Ok(views::done(&programs, true).into_response())
}
