//! Staff pages of referrals. Everything that happens goes through one route and one function.

use super::deed::{Deed, DeedForm, Who};
use super::fact::Fact;
use super::lifecycle::{Event, Party};
use super::queries::{self, Agreement, Choices, Filter, NewReferral, Story, Turn};
use super::views::deeds::Forms;
use super::views::{self, BoardPage, NewForm, NewPage, Offered, ReferralPage, Sharing};
use super::{Kind, Referral, sharing};
use crate::auth::links::{self, Target};
use crate::auth::{CaseWorker, Route, Viewer};
use crate::config::Config;
use crate::consent;
use crate::error::{Error, Result};
use crate::partners::queries as partners;
use crate::people::{Client, queries as people};
use crate::programs::queries as programs;
use crate::store::Db;
use crate::values::{
    ClientId, ConsentMethod, ContactId, Day, Instant, LinkKind, Note, Origin, ReferralId, SharedField, Source, Urgency, Vocabulary,
};
use crate::web::{Access, Complaints, Form, Id, Query, forms, get, post};
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use rusqlite::Connection;
use std::sync::Arc;

/// Referrals on one page of the board.
const PAGE: i64 = 30;

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![
        get("/referrals", &[A::Advisor, A::Manager], board_page),
        get("/clients/{id}/referrals/new", &[A::Advisor, A::Manager], new_page),
        post("/clients/{id}/referrals", &[A::Advisor, A::Manager], prepare),
        get("/referrals/{id}", &[A::Advisor, A::Manager], referral_page),
        post("/referrals/{id}/events", &[A::Advisor, A::Manager], record_event),
        post("/referrals/{id}/partner", &[A::Advisor, A::Manager], choose_partner),
        post("/referrals/{id}/consent", &[A::Advisor, A::Manager], record_consent),
        post("/referrals/{id}/links", &[A::Advisor, A::Manager], renew_link),
    ]
}

#[derive(Debug, Default, serde::Deserialize)]
struct BoardQuery {
    #[serde(default)]
    turn: String,
    #[serde(default)]
    mine: String,
    after: Option<String>,
}

async fn board_page(CaseWorker(viewer): CaseWorker, State(db): State<Db>, Query(query): Query<BoardQuery>) -> Result<Response> {
    let (turn, only_mine) = (Turn::parse(&query.turn), query.mine == "1");
    let after =
        query.after.as_deref().and_then(|text| text.split_once('.')).and_then(|(day, key)| Some((day.to_owned(), key.parse().ok()?)));
    let is_first = after.is_none();
    let filter = Filter { turn, only_mine, after };
    let (asked, today) = (viewer.clone(), db.clock().today());
    let (mut referrals, counts, calendar) = db
        .read(move |conn| {
            let referrals = queries::list_for(conn, &asked, &filter, today, PAGE + 1)?;
            Ok((referrals, queries::count_by_turn(conn, &asked, only_mine, today)?, queries::calendar(conn)?))
        })
        .await?;
    let page = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let is_more = referrals.len() > page;
    referrals.truncate(page);
    let address = format!("/referrals?turn={}{}", turn.code(), if only_mine { "&mine=1" } else { "" });
    let last = |last: &Referral| {
        format!("{address}&after={}.{}", last.due_on.map_or_else(|| "9999-12-31".to_owned(), |due| due.to_string()), last.key)
    };
    let older = referrals.last().filter(|_| is_more).map(last);
    let newer = (!is_first).then(|| address.clone());
    let zone = db.clock().zone();
    let shown = BoardPage { turn, only_mine, counts: &counts, referrals: &referrals, today, zone, calendar: &calendar, newer, older };
    Ok(views::board(&viewer, &shown).into_response())
}

#[derive(Debug, Default, serde::Deserialize)]
struct NewQuery {
    #[serde(default)]
    kind: String,
}

async fn new_page(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ClientId>,
    Query(query): Query<NewQuery>,
) -> Result<Response> {
    let form = NewForm { kind: query.kind, ..NewForm::default() };
    draw_new(&viewer, &db, id, &form, &Complaints::default()).await
}

async fn draw_new(viewer: &Viewer, db: &Db, id: ClientId, form: &NewForm, complaints: &Complaints) -> Result<Response> {
    let kind = Kind::parse(&form.kind).unwrap_or(Kind::BusinessDevelopment);
    let (asked, today) = (viewer.clone(), db.clock().today());
    let (client, offered) = db
        .read(move |conn| {
            let client = people::find_for(conn, &asked, &id)?;
            let offered = offered(conn, client.program, kind, today)?;
            Ok((client, offered))
        })
        .await?;
    let status = if complaints.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = NewPage { client: &client, kind, offered: &offered, form, complaints };
    Ok((status, views::new_referral(viewer, &page)).into_response())
}

fn offered(conn: &Connection, program: i64, kind: Kind, today: Day) -> Result<Vec<Offered>> {
    partners::list_taking(conn, program, kind)?
        .into_iter()
        .map(|partner| {
            Ok(Offered { contacts: partners::contacts(conn, partner.key)?, times: queries::answer_times(conn, &partner, today)?, partner })
        })
        .collect()
}

async fn prepare(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ClientId>,
    Form(form): Form<NewForm>,
) -> Result<Response> {
    forms::check_key(&form.key)?;
    let mut complaints = Complaints::default();
    let kind = Kind::parse(&form.kind).ok_or_else(|| Error::Rejected("Choose what kind of help this is.".to_owned()))?;
    let need = complaints.take("need", Note::maybe(&form.need, "the need")).flatten();
    if need.is_none() && complaints.on("need").is_none() {
        complaints.add("need", "Write down what the business needs");
    }
    let urgency = complaints.take("urgency", Urgency::parse(&form.urgency));
    let contact = if form.contact.is_empty() { None } else { ContactId::parse(&form.contact) };
    if !form.contact.is_empty() && contact.is_none() {
        complaints.add("contact", "Choose somebody on the list, or decide later");
    }
    let Ok((need, urgency)) = complaints.clone().or(need.zip(urgency)) else {
        return draw_new(&viewer, &db, id, &form, &complaints).await;
    };
    let (asked, key) = (viewer.clone(), form.key);
    let address = db
        .write(viewer.actor(), move |tx| {
            if let Some(answer) = tx.answer_to(&key)? {
                return Ok(answer);
            }
            let client = people::find_for(tx, &asked, &id)?;
            let partner = contact.map(|contact| taking(tx, client.program, kind, &contact)).transpose()?;
            let new = NewReferral {
                program: client.program,
                business: client.key,
                kind,
                need: need.to_string(),
                urgency,
                origin: Origin::Advisor,
                partner,
                advisor: if asked.advises(client.program) { asked.key } else { client.advisor.as_ref().map_or(asked.key, |(key, _)| *key) },
                replaces: None,
            };
            let referral = queries::create(tx, &Who::staff(role(&asked, &client), asked.key), &new)?;
            let answer = format!("/referrals/{}", referral.id);
            tx.remember_answer(&key, &answer)?;
            Ok(answer)
        })
        .await?;
    Ok(Redirect::to(&address).into_response())
}

/// A contact of a partner that takes this kind: row keys of both.
fn taking(conn: &Connection, program: i64, kind: Kind, contact: &ContactId) -> Result<(i64, i64)> {
    let contact = partners::find_contact_in(conn, program, contact)?;
    let partner = partners::find(conn, contact.partner)?;
    if partner.kinds.contains(&kind) {
        Ok((partner.key, contact.key))
    } else {
        Err(Error::Rejected(format!("{} does not take this kind of referral. Choose another partner.", partner.name)))
    }
}

fn role(viewer: &Viewer, client: &Client) -> Party {
    if viewer.advises(client.program) { Party::Advisor } else { Party::Manager }
}

/// Everything that the page of a referral shows.
struct Loaded {
    story: Story,
    open: Vec<(Event, Party)>,
    choices: Choices,
    contact: Option<crate::partners::Contact>,
    yes: Option<consent::Consent>,
    sharing: Option<Sharing>,
    offered: Vec<Offered>,
    status_address: Option<String>,
    codes: Vec<(&'static str, programs::Code)>,
}

fn load(conn: &Connection, viewer: &Viewer, id: &ReferralId, today: Day, now: Instant) -> Result<Loaded> {
    let referral = queries::find_for(conn, viewer, id)?;
    let yes = consent::queries::live_for(conn, referral.key, today)?;
    let story = queries::story(conn, referral)?;
    let referral = &story.referral;
    let is_live = yes.as_ref().is_some_and(|yes| referral.partner.as_ref().is_some_and(|(partner, ..)| *partner == yes.partner));
    let mut codes = Vec::new();
    for list in ["stage", "decline", "hold", "cancel", "fail", "next_step", "outcome", "reopen"] {
        codes.extend(programs::codes(conn, list, referral.kind.code(), today)?.into_iter().map(|code| (list, code)));
    }
    Ok(Loaded {
        open: queries::open_to(&story, viewer, is_live, now),
        choices: queries::choices(conn, referral.kind, today)?,
        contact: referral.contact.as_ref().map(|(key, _)| partners::find_contact(conn, *key)).transpose()?,
        sharing: asking(conn, referral, today)?,
        offered: if referral.partner.is_none() { offered(conn, referral.program, referral.kind, today)? } else { Vec::new() },
        status_address: None,
        yes,
        codes,
        story,
    })
}

/// The words that ask for a yes, with everything that is ticked from the start.
fn asking(conn: &Connection, referral: &Referral, today: Day) -> Result<Option<Sharing>> {
    let Some((_, _, partner)) = &referral.partner else { return Ok(None) };
    let client = people::find_in(conn, referral.business, referral.program)?;
    let contact = people::contact(conn, referral.business, today)?;
    let workers = people::workers(conn, referral.business)?;
    let values = sharing::values(&client, contact.as_ref(), workers.as_ref(), today);
    let shown: Vec<_> = values.iter().filter(|(field, _)| consent::DEFAULT_FIELDS.contains(field)).cloned().collect();
    let words = consent::words(&consent::Asked {
        program: &referral.program_name,
        partner,
        kind: referral.kind,
        need: &referral.need,
        values: &shown,
        by_name: false,
        until: today.plus_days(consent::longest_days(referral.kind)),
    });
    Ok(Some(Sharing { values, words }))
}

async fn referral_page(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    State(config): State<Arc<Config>>,
    Id(id): Id<ReferralId>,
) -> Result<Response> {
    draw(&viewer, &db, &config, id, None).await
}

async fn draw(viewer: &Viewer, db: &Db, config: &Config, id: ReferralId, again: Option<(&DeedForm, &Complaints)>) -> Result<Response> {
    let (asked, house, public_url) = (viewer.clone(), db.clone(), config.public_url.clone());
    let (today, now) = (db.clock().today(), db.clock().now());
    let loaded = db
        .read(move |conn| {
            let loaded = load(conn, &asked, &id, today, now)?;
            let target = Target { referral: Some(loaded.story.referral.key), ..Target::default() };
            let link = links::newest(conn, LinkKind::Status, target, now)?;
            let status_address = link.map(|link| links::address(conn, house.keys(), &public_url, link)).transpose()?;
            Ok(Loaded { status_address, ..loaded })
        })
        .await?;
    let referral = &loaded.story.referral;
    let action = format!("/referrals/{}/events", referral.id);
    let code_words = |event: Event, fact: Fact, code: &str| code_words(&loaded.codes, event, fact, code);
    let page = ReferralPage {
        story: &loaded.story,
        open: &loaded.open,
        forms: Forms {
            action: &action,
            version: referral.version,
            status: loaded.story.state.now.status,
            choices: &loaded.choices,
            today,
            again,
        },
        contact: loaded.contact.as_ref(),
        yes: loaded.yes.as_ref(),
        sharing: loaded.sharing.as_ref(),
        offered: &loaded.offered,
        status_address: loaded.status_address.as_deref(),
        code_words: &code_words,
        zone: db.clock().zone(),
        today,
    };
    let status = if again.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, views::referral(viewer, &page)).into_response())
}

/// A stored code in the words of its list, as staff read it.
fn code_words(codes: &[(&'static str, programs::Code)], event: Event, fact: Fact, code: &str) -> String {
    let list = match (fact, event) {
        (Fact::Stage, _) => "stage",
        (Fact::Outcome | Fact::Results, _) => "outcome",
        (Fact::NextStep, _) => "next_step",
        (Fact::Reason, Event::Reject) => "decline",
        (Fact::Reason, Event::Hold) => "hold",
        (Fact::Reason, Event::Fail) => "fail",
        (Fact::Reason, Event::Reopen) => "reopen",
        (Fact::Reason, _) => "cancel",
        (Fact::NeedMet, _) => return format!("Need met, says the client: {code}"),
        (Fact::Happened, _) => return format!("It happened as the partner says, says the client: {code}"),
        _ => "",
    };
    let found = codes.iter().find(|(name, known)| *name == list && known.code == code);
    found.map_or_else(|| code.replace('_', " "), |(_, known)| known.label.clone())
}

async fn record_event(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    State(config): State<Arc<Config>>,
    Id(id): Id<ReferralId>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response> {
    let form = DeedForm::read(fields)?;
    let (asked, wanted, today, now) = (viewer.clone(), id.clone(), db.clock().today(), db.clock().now());
    let loaded = db.read(move |conn| load(conn, &asked, &wanted, today, now)).await?;
    let status = loaded.story.state.now.status;
    let party = loaded.open.iter().find(|(event, _)| *event == form.event).map(|(_, party)| *party);
    let mut complaints = Complaints::default();
    let who = match party {
        Some(Party::AdvisorOnBehalf) => {
            complaints.take("source", Source::parse(&form.source)).map(|source| Who::on_behalf(viewer.key, source))
        }
        Some(party) => Some(Who::staff(party, viewer.key)),
        // Not open: the log says why, unless it changed since the form was drawn.
        None => Some(Who::staff(Party::Advisor, viewer.key)),
    };
    let deeds = match form.deeds(status) {
        Ok(deeds) => Some(deeds),
        Err(found) if party.is_some() && form.version == loaded.story.referral.version => {
            found.iter().for_each(|(field, words)| complaints.add(field, words));
            None
        }
        Err(_) => Some(vec![Deed::new(form.event, form.version)]),
    };
    let Some((who, deeds)) = who.zip(deeds) else { return draw(&viewer, &db, &config, id, Some((&form, &complaints))).await };
    let (asked, key, wanted) = (viewer.clone(), form.key.clone(), id.clone());
    let written = db
        .write(viewer.actor(), move |tx| {
            if let Some(answer) = tx.answer_to(&key)? {
                return Ok(answer);
            }
            let referral = queries::find_for(tx, &asked, &wanted)?;
            let answer = format!("/referrals/{}", record_all(tx, &who, &referral, deeds)?.id);
            tx.remember_answer(&key, &answer)?;
            Ok(answer)
        })
        .await;
    match written {
        Ok(address) => Ok(Redirect::to(&address).into_response()),
        Err(Error::Rejected(words)) if party.is_some() => {
            complaints.add("now", words);
            draw(&viewer, &db, &config, id, Some((&form, &complaints))).await
        }
        Err(cause) => Err(cause),
    }
}

/// The deeds of one form in one transaction. Trying another partner answers with the new draft.
fn record_all(tx: &crate::store::Tx<'_>, who: &Who, referral: &Referral, deeds: Vec<Deed>) -> Result<Referral> {
    let mut referral = referral.clone();
    for deed in deeds {
        referral = match deed.event {
            Event::ReRefer => queries::re_refer(tx, who, &referral, deed.version)?,
            _ => queries::record(tx, who, &referral, deed)?,
        };
    }
    Ok(referral)
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct PartnerForm {
    key: String,
    version: i64,
    #[serde(default)]
    contact: String,
}

async fn choose_partner(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ReferralId>,
    Form(form): Form<PartnerForm>,
) -> Result<Redirect> {
    forms::check_key(&form.key)?;
    let contact = ContactId::parse(&form.contact).ok_or_else(|| Error::Rejected("Choose whom to ask.".to_owned()))?;
    let (asked, address) = (viewer.clone(), format!("/referrals/{id}"));
    let answer = address.clone();
    db.write(viewer.actor(), move |tx| {
        if tx.answer_to(&form.key)?.is_none() {
            let referral = queries::find_for(tx, &asked, &id)?;
            let (partner, contact) = taking(tx, referral.program, referral.kind, &contact)?;
            queries::choose_partner(tx, &referral, form.version, partner, contact)?;
            tx.remember_answer(&form.key, &answer)?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to(&address))
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct ConsentForm {
    key: String,
    version: i64,
    #[serde(default)]
    field: Vec<String>,
    by_name: Option<String>,
    #[serde(default)]
    answer: String,
}

async fn record_consent(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ReferralId>,
    Form(form): Form<ConsentForm>,
) -> Result<Redirect> {
    forms::check_key(&form.key)?;
    let yes = match form.answer.as_str() {
        "ask" => None,
        "spoken" | "paper" => Some(ConsentMethod::parse(&form.answer)?),
        _ => return Err(Error::Rejected("Choose what the client said: yes to you, yes on paper, or not yet.".to_owned())),
    };
    let fields = form.field.iter().map(|code| SharedField::parse(code)).collect::<std::result::Result<Vec<_>, _>>()?;
    let agreement = Agreement { fields, by_name: form.by_name.is_some(), yes };
    let (asked, address) = (viewer.clone(), format!("/referrals/{id}"));
    let answer = address.clone();
    db.write(viewer.actor(), move |tx| {
        if tx.answer_to(&form.key)?.is_none() {
            let referral = queries::find_for(tx, &asked, &id)?;
            refuse_manager_only(&asked, referral.program)?;
            queries::agree(tx, &Who::staff(Party::Advisor, asked.key), &referral, form.version, &agreement)?;
            tx.remember_answer(&form.key, &answer)?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to(&address))
}

/// Only an advisor asks the client and hears the answer.
fn refuse_manager_only(viewer: &Viewer, program: i64) -> Result<()> {
    if viewer.advises(program) { Ok(()) } else { Err(Error::Forbidden) }
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct LinkForm {
    key: String,
    #[serde(rename = "version")]
    _version: i64,
}

async fn renew_link(
    CaseWorker(viewer): CaseWorker,
    State(db): State<Db>,
    Id(id): Id<ReferralId>,
    Form(form): Form<LinkForm>,
) -> Result<Redirect> {
    forms::check_key(&form.key)?;
    let asked = viewer.clone();
    db.write(viewer.actor(), move |tx| {
        if tx.answer_to(&form.key)?.is_none() {
            queries::renew_partner_link(tx, &queries::find_for(tx, &asked, &id)?)?;
            tx.remember_answer(&form.key, "/outbox")?;
        }
        Ok(())
    })
    .await?;
    Ok(Redirect::to("/outbox"))
}
