//! The pages of bodies, their members, meetings and decisions, for the manager of the program.

use super::form::{BodyForm, DecisionForm, MeetingForm, MemberForm};
use super::views::{self, decisions as decision_views};
use super::{Decision, Meeting, Member, queries};
use crate::auth::links;
use crate::auth::{House, Manager, Route, Viewer};
use crate::error::{Error, Result};
use crate::programs::{self, DecidingBody, Program};
use crate::store::{Db, Tx};
use crate::values::{BodyId, DecisionId, DeploymentId, MeetingId, MemberId, ProgramId};
use crate::web::{Access, Complaints, Form, Id, Leaf, Query, forms, get, post};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::Markup;

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![
        get("/programs/{id}/bodies", &[A::Manager], bodies_page),
        post("/programs/{id}/bodies", &[A::Manager], add_body),
        get("/bodies/{id}", &[A::Manager], body_page),
        get("/bodies/{id}/facts", &[A::Manager], body_facts_page),
        post("/bodies/{id}/facts", &[A::Manager], change_body),
        get("/bodies/{id}/members", &[A::Manager], new_member_page),
        post("/bodies/{id}/members", &[A::Manager], add_member),
        get("/seats/{id}", &[A::Manager], member_page),
        post("/seats/{id}", &[A::Manager], change_member),
        post("/seats/{id}/links", &[A::Manager], give_link),
        post("/seats/{id}/name-removal", &[A::Manager], remove_name),
        get("/bodies/{id}/meetings", &[A::Manager], new_meeting_page),
        post("/bodies/{id}/meetings", &[A::Manager], add_meeting),
        get("/board-meetings/{id}", &[A::Manager], meeting_page),
        post("/board-meetings/{id}", &[A::Manager], change_meeting),
        get("/board-meetings/{id}/decisions", &[A::Manager], new_decision_page),
        post("/board-meetings/{id}/decisions", &[A::Manager], add_decision),
        get("/decisions/{id}", &[A::Manager], decision_page),
        post("/decisions/{id}/awards", &[A::Manager], name_award),
    ]
}

/// A page as it is, or with what is wrong.
fn answered(complaints: &Complaints, page: Markup) -> Response {
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    (status, page).into_response()
}

fn stale(field: &'static str, saved: &str) -> Complaints {
    let mut complaints = Complaints::default();
    let words = format!("This was changed since you opened it. Saved now: {saved}. Yours is still in the form; save again to replace it");
    complaints.add(field, words);
    complaints
}

/// Does a form's deed once, however often it is posted: its address the first time, the same address after that.
fn once(tx: &Tx<'_>, key: &str, deed: impl FnOnce() -> Result<String>) -> Result<String> {
    if let Some(answer) = tx.answer_to(key)? {
        return Ok(answer);
    }
    let answer = deed()?;
    tx.remember_answer(key, &answer)?;
    Ok(answer)
}

async fn found_program(db: &Db, viewer: &Viewer, id: ProgramId) -> Result<(Program, Vec<DecidingBody>)> {
    let viewer = viewer.clone();
    db.read(move |conn| {
        let program = queries::find_program(conn, &viewer, &id)?;
        let bodies = programs::queries::deciding_bodies(conn, program.key)?;
        Ok((program, bodies))
    })
    .await
}

async fn bodies_page(Manager(viewer): Manager, State(db): State<Db>, Id(id): Id<ProgramId>, Query(leaf): Query<Leaf>) -> Result<Response> {
    let (program, bodies) = found_program(&db, &viewer, id).await?;
    let (bodies, has_more) = leaf.of(bodies);
    Ok(views::bodies(&viewer, &program, (&bodies, leaf, has_more), &BodyForm::default(), &Complaints::default()).into_response())
}

async fn add_body(Manager(viewer): Manager, State(db): State<Db>, Id(id): Id<ProgramId>, Form(form): Form<BodyForm>) -> Result<Response> {
    forms::check_key(&form.key)?;
    let (program, bodies) = found_program(&db, &viewer, id).await?;
    let complaints = match form.facts() {
        Ok(facts) => {
            let (to, key) = (program.clone(), form.key.clone());
            let added = db
                .write(viewer.actor(), move |tx| {
                    once(tx, &key, || {
                        programs::queries::add_deciding_body(tx, &to, &facts)?;
                        Ok(format!("/programs/{}/bodies", to.id))
                    })
                })
                .await;
            match added {
                Ok(address) => return Ok(Redirect::to(&address).into_response()),
                Err(Error::Rejected(words)) => named("name", words),
                Err(other) => return Err(other),
            }
        }
        Err(complaints) => complaints,
    };
    let (bodies, has_more) = Leaf::default().of(bodies);
    Ok(answered(&complaints, views::bodies(&viewer, &program, (&bodies, Leaf::default(), has_more), &form, &complaints)))
}

fn named(field: &'static str, words: String) -> Complaints {
    let mut complaints = Complaints::default();
    complaints.add(field, words);
    complaints
}

async fn found_body(db: &Db, viewer: &Viewer, id: BodyId) -> Result<(Program, DecidingBody)> {
    let viewer = viewer.clone();
    db.read(move |conn| {
        let body = queries::find_body(conn, &viewer, &id)?;
        Ok((programs::queries::find(conn, body.program)?, body))
    })
    .await
}

async fn body_page(Manager(viewer): Manager, State(db): State<Db>, Id(id): Id<BodyId>, Query(leaf): Query<Leaf>) -> Result<Response> {
    let (program, body) = found_body(&db, &viewer, id).await?;
    let (key, today, (skip, limit)) = (body.key, db.clock().today(), leaf.window());
    let (members, meetings) =
        db.read(move |conn| Ok((queries::members_of(conn, key, today)?, queries::meetings_of(conn, key, limit, skip)?))).await?;
    let (meetings, has_more) = leaf.of_window(meetings);
    let page =
        views::BodyPage { viewer: &viewer, program: &program, body: &body, members: &members, meetings: &meetings, leaf, has_more, today };
    Ok(views::body(&page).into_response())
}

async fn body_facts_page(Manager(viewer): Manager, State(db): State<Db>, Id(id): Id<BodyId>) -> Result<Response> {
    let (_, body) = found_body(&db, &viewer, id).await?;
    Ok(views::body_facts(&viewer, &body, &BodyForm::of(&body), &Complaints::default()).into_response())
}

async fn change_body(Manager(viewer): Manager, State(db): State<Db>, Id(id): Id<BodyId>, Form(form): Form<BodyForm>) -> Result<Response> {
    let (_, body) = found_body(&db, &viewer, id.clone()).await?;
    let facts = match form.facts() {
        Ok(facts) => facts,
        Err(complaints) => return Ok(answered(&complaints, views::body_facts(&viewer, &body, &form, &complaints))),
    };
    let (changing, version) = (body.clone(), form.version);
    match db.write(viewer.actor(), move |tx| programs::queries::change_deciding_body(tx, &changing, version, &facts)).await {
        Ok(()) => Ok(Redirect::to(&format!("/bodies/{}", body.id)).into_response()),
        Err(Error::Rejected(words)) => {
            let complaints = named("name", words);
            Ok(answered(&complaints, views::body_facts(&viewer, &body, &form, &complaints)))
        }
        Err(Error::Stale) => {
            let (_, saved) = found_body(&db, &viewer, id).await?;
            let form = BodyForm { version: saved.version, ..form };
            let page = views::body_facts(&viewer, &saved, &form, &stale("name", &saved.facts.name));
            Ok((StatusCode::CONFLICT, page).into_response())
        }
        Err(other) => Err(other),
    }
}

async fn new_member_page(Manager(viewer): Manager, State(db): State<Db>, Id(id): Id<BodyId>) -> Result<Response> {
    let (_, body) = found_body(&db, &viewer, id).await?;
    Ok(views::new_member(&viewer, &body, &MemberForm::default(), &Complaints::default()).into_response())
}

async fn add_member(Manager(viewer): Manager, State(db): State<Db>, Id(id): Id<BodyId>, Form(form): Form<MemberForm>) -> Result<Response> {
    forms::check_key(&form.key)?;
    let (_, body) = found_body(&db, &viewer, id).await?;
    let facts = match form.facts(false) {
        Ok(facts) => facts,
        Err(complaints) => return Ok(answered(&complaints, views::new_member(&viewer, &body, &form, &complaints))),
    };
    let address = db
        .write(viewer.actor(), move |tx| {
            once(tx, &form.key, || {
                queries::seat(tx, &body, &facts)?;
                Ok(format!("/bodies/{}", body.id))
            })
        })
        .await?;
    Ok(Redirect::to(&address).into_response())
}

async fn found_member(db: &Db, viewer: &Viewer, id: MemberId) -> Result<Member> {
    let viewer = viewer.clone();
    db.read(move |conn| queries::find_member(conn, &viewer, &id)).await
}

async fn member_page(Manager(viewer): Manager, State(db): State<Db>, Id(id): Id<MemberId>) -> Result<Response> {
    let member = found_member(&db, &viewer, id).await?;
    Ok(draw_member(&viewer, &db, &member, &MemberForm::of(&member), None, &Complaints::default()).into_response())
}

fn draw_member(viewer: &Viewer, db: &Db, member: &Member, form: &MemberForm, link: Option<&str>, complaints: &Complaints) -> Markup {
    let page = views::MemberPage { viewer, member, link, zone: db.clock().zone() };
    views::member(&page, form, complaints)
}

async fn change_member(
    Manager(viewer): Manager,
    State(db): State<Db>,
    Id(id): Id<MemberId>,
    Form(form): Form<MemberForm>,
) -> Result<Response> {
    let member = found_member(&db, &viewer, id.clone()).await?;
    let facts = match form.facts(member.name_gone_at.is_some()) {
        Ok(facts) => facts,
        Err(complaints) => return Ok(answered(&complaints, draw_member(&viewer, &db, &member, &form, None, &complaints))),
    };
    let (changing, version) = (member.clone(), form.version);
    match db.write(viewer.actor(), move |tx| queries::change_member(tx, &changing, version, &facts)).await {
        Ok(()) => Ok(Redirect::to(&format!("/bodies/{}", member.body.1)).into_response()),
        Err(Error::Stale) => {
            let saved = found_member(&db, &viewer, id).await?;
            let form = MemberForm { version: saved.version, ..form };
            let page = draw_member(&viewer, &db, &saved, &form, None, &stale("name", saved.facts.named()));
            Ok((StatusCode::CONFLICT, page).into_response())
        }
        Err(other) => Err(other),
    }
}

/// Makes a link and shows it this once: it is made again from the keyring, and stands in no list.
async fn give_link(
    Manager(viewer): Manager,
    State(house): State<House>,
    Id(id): Id<MemberId>,
    Form(_): Form<forms::Press>,
) -> Result<Response> {
    let (db, url) = (&house.db, house.config.public_url.clone());
    let member = found_member(db, &viewer, id.clone()).await?;
    let giving = member.clone();
    let address = db
        .write(viewer.actor(), move |tx| {
            let link = queries::give_link(tx, &giving)?;
            links::address(tx, &tx.keys(), &url, link)
        })
        .await?;
    let member = found_member(db, &viewer, id).await?;
    Ok(draw_member(&viewer, db, &member, &MemberForm::of(&member), Some(&address), &Complaints::default()).into_response())
}

async fn remove_name(
    Manager(viewer): Manager,
    State(db): State<Db>,
    Id(id): Id<MemberId>,
    Form(_): Form<forms::Press>,
) -> Result<Redirect> {
    let member = found_member(&db, &viewer, id).await?;
    let address = format!("/seats/{}", member.id);
    db.write(viewer.actor(), move |tx| queries::remove_name(tx, &member)).await?;
    Ok(Redirect::to(&address))
}

async fn new_meeting_page(Manager(viewer): Manager, State(db): State<Db>, Id(id): Id<BodyId>) -> Result<Response> {
    let (_, body) = found_body(&db, &viewer, id).await?;
    let form = MeetingForm { on: db.clock().today().to_string(), ..MeetingForm::default() };
    Ok(decision_views::new_meeting(&viewer, &body, &form, &Complaints::default()).into_response())
}

async fn add_meeting(
    Manager(viewer): Manager,
    State(db): State<Db>,
    Id(id): Id<BodyId>,
    Form(form): Form<MeetingForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let (_, body) = found_body(&db, &viewer, id).await?;
    let (on, minutes) = match form.facts(db.clock().today()) {
        Ok(facts) => facts,
        Err(complaints) => return Ok(answered(&complaints, decision_views::new_meeting(&viewer, &body, &form, &complaints))),
    };
    let by = viewer.clone();
    let address = db
        .write(viewer.actor(), move |tx| {
            once(tx, &form.key, || Ok(format!("/board-meetings/{}", queries::meet(tx, &by, &body, on, minutes.as_deref())?)))
        })
        .await?;
    Ok(Redirect::to(&address).into_response())
}

async fn found_meeting(db: &Db, viewer: &Viewer, id: MeetingId) -> Result<(Meeting, Vec<Decision>)> {
    let viewer = viewer.clone();
    db.read(move |conn| {
        let meeting = queries::find_meeting(conn, &viewer, &id)?;
        let decisions = queries::decisions_of(conn, meeting.key)?;
        Ok((meeting, decisions))
    })
    .await
}

async fn meeting_page(Manager(viewer): Manager, State(db): State<Db>, Id(id): Id<MeetingId>, Query(leaf): Query<Leaf>) -> Result<Response> {
    let (meeting, decisions) = found_meeting(&db, &viewer, id).await?;
    let (decisions, has_more) = leaf.of(decisions);
    let form = MeetingForm::of(&meeting);
    let shown = (decisions.as_slice(), leaf, has_more);
    Ok(decision_views::meeting(&viewer, &meeting, shown, &form, &Complaints::default()).into_response())
}

async fn change_meeting(
    Manager(viewer): Manager,
    State(db): State<Db>,
    Id(id): Id<MeetingId>,
    Form(form): Form<MeetingForm>,
) -> Result<Response> {
    let (meeting, decisions) = found_meeting(&db, &viewer, id.clone()).await?;
    let (decisions, has_more) = Leaf::default().of(decisions);
    let shown = (decisions.as_slice(), Leaf::default(), has_more);
    let (on, minutes) = match form.facts(db.clock().today()) {
        Ok(facts) => facts,
        Err(complaints) => return Ok(answered(&complaints, decision_views::meeting(&viewer, &meeting, shown, &form, &complaints))),
    };
    let (changing, version) = (meeting.clone(), form.version);
    match db.write(viewer.actor(), move |tx| queries::change_meeting(tx, &changing, version, on, minutes.as_deref())).await {
        Ok(()) => Ok(Redirect::to(&format!("/board-meetings/{}", meeting.id)).into_response()),
        Err(Error::Stale) => {
            let (saved, _) = found_meeting(&db, &viewer, id).await?;
            let said: String = saved.minutes.as_deref().unwrap_or("no minutes").chars().take(80).collect();
            let form = MeetingForm { version: saved.version, ..form };
            let complaints = stale("minutes", &format!("{}, {said}", saved.on));
            Ok((StatusCode::CONFLICT, decision_views::meeting(&viewer, &saved, shown, &form, &complaints)).into_response())
        }
        Err(other) => Err(other),
    }
}

/// Which decision a new one takes the place of.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(default)]
struct Correcting {
    corrects: String,
}

/// What a form of a decision needs: the meeting, who held a seat that day, and the decision that is corrected.
async fn for_decision(db: &Db, viewer: &Viewer, id: MeetingId, corrects: &str) -> Result<(Meeting, Vec<Member>, Option<Decision>)> {
    let older = if corrects.is_empty() { None } else { Some(DecisionId::parse(corrects).ok_or(Error::NotFound)?) };
    let viewer = viewer.clone();
    db.read(move |conn| {
        let meeting = queries::find_meeting(conn, &viewer, &id)?;
        let members = queries::members_on(conn, meeting.body.0, meeting.on)?;
        let older = older.map(|older| queries::find_decision(conn, &viewer, &older)).transpose()?;
        Ok((meeting, members, older))
    })
    .await
}

async fn new_decision_page(
    Manager(viewer): Manager,
    State(db): State<Db>,
    Id(id): Id<MeetingId>,
    Query(asked): Query<Correcting>,
) -> Result<Response> {
    let (meeting, members, older) = for_decision(&db, &viewer, id, &asked.corrects).await?;
    let form = older.as_ref().map_or_else(DecisionForm::default, |older| decision_views::again(older, &members));
    let page = decision_views::DecisionDesk { viewer: &viewer, meeting: &meeting, members: &members, older: older.as_ref() };
    Ok(decision_views::new_decision(&page, &form, &Complaints::default()).into_response())
}

async fn add_decision(
    Manager(viewer): Manager,
    State(db): State<Db>,
    Id(id): Id<MeetingId>,
    Form(form): Form<DecisionForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let (meeting, members, older) = for_decision(&db, &viewer, id, &form.corrects).await?;
    let facts = match form.facts(&members) {
        Ok(facts) => facts,
        Err(complaints) => {
            let page = decision_views::DecisionDesk { viewer: &viewer, meeting: &meeting, members: &members, older: older.as_ref() };
            return Ok(answered(&complaints, decision_views::new_decision(&page, &form, &complaints)));
        }
    };
    let by = viewer.clone();
    let address = db
        .write(viewer.actor(), move |tx| {
            once(tx, &form.key, || Ok(format!("/decisions/{}", queries::decide(tx, &by, &meeting, &facts, older.as_ref())?)))
        })
        .await?;
    Ok(Redirect::to(&address).into_response())
}

async fn decision_page(
    Manager(viewer): Manager,
    State(db): State<Db>,
    Id(id): Id<DecisionId>,
    Query(leaf): Query<Leaf>,
) -> Result<Response> {
    let (asked, today, (skip, limit)) = (viewer.clone(), db.clock().today(), leaf.window());
    let (decision, members, awards, others) = db
        .read(move |conn| {
            let decision = queries::find_decision(conn, &asked, &id)?;
            let members = queries::members_of(conn, decision.body.0, today)?;
            let awards = queries::awards_of(conn, decision.key, limit, skip)?;
            let others = if decision.corrected_by.is_some() { Vec::new() } else { queries::awards_without(conn, &decision)? };
            Ok((decision, members, awards, others))
        })
        .await?;
    let (awards, has_more) = leaf.of_window(awards);
    let page = decision_views::DecisionPage {
        viewer: &viewer,
        decision: &decision,
        members: &members,
        awards: &awards,
        others: &others,
        leaf,
        has_more,
    };
    Ok(decision_views::decision(&page).into_response())
}

/// An award that was made by a decision.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct AwardForm {
    award: String,
    version: i64,
}

async fn name_award(
    Manager(viewer): Manager,
    State(db): State<Db>,
    Id(id): Id<DecisionId>,
    Form(form): Form<AwardForm>,
) -> Result<Redirect> {
    let award = DeploymentId::parse(&form.award).ok_or(Error::NotFound)?;
    let (asked, address) = (viewer.clone(), format!("/decisions/{id}"));
    db.write(viewer.actor(), move |tx| {
        let decision = queries::find_decision(tx, &asked, &id)?;
        queries::name_decision(tx, &decision, &award, form.version)
    })
    .await?;
    Ok(Redirect::to(&address))
}
