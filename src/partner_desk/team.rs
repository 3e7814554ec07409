//! The list of a partner's people who have accounts: what is asked of the partner, who of them answers it, and who they are.

use super::file;
use super::page::{Said, draw, of_visit};
use super::queries::team::{self as desk, Shown};
use super::routes::stopped;
use super::views::team as views;
use crate::auth::House;
use crate::auth::queries::looks::{self, Fresh};
use crate::auth::visits::{self, Member, PartnerLink, PartnerMember, Visit};
use crate::error::{Error, Result};
use crate::partners::queries as partners;
use crate::referrals::{Referral, queries};
use crate::store::Db;
use crate::values::{ContactId, LookPart, LookRole, PartnerAccountId, SharedField};
use crate::web::{Complaints, Download, Form, Leaf, Query, forms};
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use tower_sessions::Session;

/// Requests on one page of the list.
const PAGE: i64 = 30;

/// Whoever is not inside with an account is asked for their address first.
pub(super) fn ask_in(cause: Error) -> Result<Response> {
    match cause {
        Error::NotFound => Ok(Redirect::to("/p/inbox").into_response()),
        cause => Err(cause),
    }
}

#[derive(Debug, Default, serde::Deserialize)]
pub(super) struct ListQuery {
    #[serde(default)]
    show: String,
    #[serde(default)]
    mine: String,
    #[serde(default)]
    page: u32,
    /// Something was just recorded.
    #[serde(default)]
    done: String,
}

pub(super) async fn team_page(
    visit: Result<PartnerMember>,
    State(house): State<House>,
    Query(query): Query<ListQuery>,
) -> Result<Response> {
    let PartnerMember(visit, member) = match visit {
        Ok(inside) => inside,
        Err(cause) => return ask_in(cause),
    };
    let (shown, only_mine, leaf) = (Shown::parse(&query.show), query.mine == "1", Leaf { page: query.page });
    let (partner, contact, today) = (member.partner, only_mine.then_some(member.contact), house.db.clock().today());
    let (counts, mut rows) = house
        .db
        .read(move |conn| {
            let part = (i64::from(leaf.page) * PAGE, PAGE + 1);
            let referrals = desk::list(conn, partner, contact, shown, today, part)?;
            let rows = referrals.into_iter().map(|referral| {
                let is_open = shown != Shown::Closed;
                let fields = if is_open { desk::disclosed(conn, &referral, today)?.fields } else { Vec::new() };
                let client = fields.into_iter().find(|(field, _)| *field == SharedField::BusinessName).map(|(_, name)| name);
                Ok(views::Row { client, referral })
            });
            Ok((desk::counts(conn, partner, contact, today)?, rows.collect::<Result<Vec<_>>>()?))
        })
        .await?;
    let page = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let has_more = rows.len() > page;
    rows.truncate(page);
    let list = views::List { visit: &visit, member: &member, shown, only_mine, counts, rows: &rows, leaf, has_more, today };
    Ok(views::list(&list, !query.done.is_empty(), house.db.clock().zone()).into_response())
}

/// The list as a file: what the pages show, and nothing else. That it was taken is written down.
pub(super) async fn requests_file(visit: Result<PartnerMember>, State(house): State<House>) -> Result<Response> {
    let PartnerMember(_, member) = match visit {
        Ok(inside) => inside,
        Err(cause) => return ask_in(cause),
    };
    let (partner, today) = (member.partner, house.db.clock().today());
    let lines = house.db.read(move |conn| desk::lines(conn, partner, today)).await?;
    let bytes = file::csv(&lines, house.db.clock().zone())?;
    let rows = lines.len();
    let looks: Vec<Fresh> = lines.iter().filter(|line| line.disclosed.is_some()).map(|line| in_file(&line.referral, &member)).collect();
    house
        .db
        .write(member.actor(), move |tx| {
            looks.iter().try_for_each(|look| looks::note(tx, look))?;
            desk::note_file(tx, &member, rows)
        })
        .await?;
    Ok(Download { name: format!("requests-{today}.csv"), kind: "text/csv; charset=utf-8", bytes }.into_response())
}

/// A line of the file, as its client reads that it was taken.
fn in_file(referral: &Referral, member: &Member) -> Fresh {
    Fresh {
        business: Some(referral.business),
        program: referral.program,
        referral: Some(referral.key),
        partner: Some(member.partner),
        viewer: member.actor().id,
        role: LookRole::Partner,
        part: LookPart::File,
        person: None,
    }
}

pub(super) async fn people_page(visit: Result<PartnerMember>, State(house): State<House>) -> Result<Response> {
    let PartnerMember(_, member) = match visit {
        Ok(inside) => inside,
        Err(cause) => return ask_in(cause),
    };
    let (partner, today) = (member.partner, house.db.clock().today());
    let (contacts, accounts) =
        house.db.read(move |conn| Ok((partners::contacts(conn, partner)?, partners::accounts(conn, partner)?))).await?;
    Ok(views::people(&member, &contacts, &accounts, house.db.clock().zone(), today).into_response())
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct KeyForm {
    key: String,
}

/// Somebody of the partner ends an account of theirs, their own among them.
pub(super) async fn end_account(
    visit: Result<PartnerMember>,
    State(house): State<House>,
    Path(account): Path<String>,
    Form(form): Form<KeyForm>,
) -> Result<Response> {
    let PartnerMember(_, member) = match visit {
        Ok(inside) => inside,
        Err(cause) => return ask_in(cause),
    };
    forms::check_key(&form.key)?;
    let account = PartnerAccountId::parse(&account).ok_or(Error::NotFound)?;
    house.db.write(member.actor(), move |tx| partners::end_account(tx, member.partner, &account)).await?;
    Ok(Redirect::to("/p/team/people").into_response())
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SwitchForm {
    account: String,
}

/// Somebody who has accounts at two partners works for the other one from now on.
pub(super) async fn switch(visit: Result<PartnerMember>, session: Session, Form(form): Form<SwitchForm>) -> Result<Response> {
    let PartnerMember(visit, _) = match visit {
        Ok(inside) => inside,
        Err(cause) => return ask_in(cause),
    };
    let other = visit.elsewhere.iter().find(|other| other.id.as_str() == form.account).ok_or(Error::NotFound)?;
    visits::work_with(&session, other.key).await?;
    Ok(Redirect::to("/p/team").into_response())
}

/// True for a request that nobody at the partner has opened, and that was not come to by a link: a link's own page opens it.
pub(super) async fn is_unopened(db: &Db, visit: &Visit, id: &str) -> Result<bool> {
    if visit.link.is_some() {
        return Ok(false);
    }
    let (asked, wanted, today) = (visit.clone(), id.to_owned(), db.clock().today());
    let found = db.read(move |conn| of_visit(conn, &asked, &wanted, today)).await;
    match found {
        Ok(referral) => Ok(!desk::was_opened(&referral)),
        Err(Error::NotFound) => Ok(false),
        Err(cause) => Err(cause),
    }
}

/// What stands before a request that nobody has opened: the same that stands behind a link.
pub(super) async fn draw_unopened(house: &House, visit: &Visit, id: &str) -> Result<Response> {
    let (asked, wanted, today) = (visit.clone(), id.to_owned(), house.db.clock().today());
    let referral = house.db.read(move |conn| of_visit(conn, &asked, &wanted, today)).await?;
    Ok(views::unopened(visit, &referral, super::by_when(&referral, today).as_deref()).into_response())
}

/// Opens a request that nobody had opened: the manufacturer can see that from now on.
pub(super) async fn open_here(
    visit: Result<PartnerLink>,
    State(house): State<House>,
    Path(id): Path<String>,
    Form(form): Form<KeyForm>,
) -> Result<Response> {
    let visit = match visit {
        Ok(PartnerLink(visit)) => visit,
        Err(Error::NotFound) => return stopped(&house.db).await,
        Err(cause) => return Err(cause),
    };
    forms::check_key(&form.key)?;
    let page = format!("/p/r/{id}");
    let written = house.db.write(visit.actor(), move |tx| queries::note_seen(tx, &of_visit(tx, &visit, &id, tx.today())?)).await;
    match written {
        Err(Error::NotFound) => stopped(&house.db).await,
        written => written.map(|()| Redirect::to(&page).into_response()),
    }
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AssignmentForm {
    key: String,
    version: i64,
    /// Address of the contact who answers from now on.
    #[serde(default)]
    colleague: String,
}

/// Takes a request, or hands it to a colleague.
pub(super) async fn assign(
    visit: Result<PartnerMember>,
    State(house): State<House>,
    Path(id): Path<String>,
    Form(form): Form<AssignmentForm>,
) -> Result<Response> {
    let PartnerMember(visit, member) = match visit {
        Ok(inside) => inside,
        Err(cause) => return ask_in(cause),
    };
    forms::check_key(&form.key)?;
    let Some(to) = ContactId::parse(&form.colleague) else {
        return refused(&house, &visit, &id, StatusCode::UNPROCESSABLE_ENTITY, "Choose who answers it from now on").await;
    };
    let (asked, wanted, key, version) = (visit.clone(), id.clone(), form.key, form.version);
    let done = house.db.write(member.actor(), move |tx| record(tx, &asked, &member, (&wanted, version, &key), &to)).await;
    match done {
        Ok(done) => Ok(Redirect::to(&format!("/p/r/{id}?done={done}")).into_response()),
        Err(Error::NotFound) => stopped(&house.db).await,
        Err(Error::Rejected(words)) => refused(&house, &visit, &id, StatusCode::UNPROCESSABLE_ENTITY, &words).await,
        Err(Error::Stale) => {
            let words = "This request changed since you opened it. Look at it as it is now, and choose again";
            refused(&house, &visit, &id, StatusCode::CONFLICT, words).await
        }
        Err(cause) => Err(cause),
    }
}

/// A double click hands it over once. Says what was done.
fn record(
    tx: &crate::store::Tx<'_>,
    visit: &Visit,
    member: &Member,
    (id, version, key): (&str, i64, &str),
    to: &ContactId,
) -> Result<String> {
    if let Some(answer) = tx.answer_to(key)? {
        return Ok(answer);
    }
    let referral = of_visit(tx, visit, id, tx.today())?;
    desk::assign(tx, member, &referral, version, to)?;
    let is_own = partners::find_contact(tx, member.contact)?.id == *to;
    let done = if is_own { "taken" } else { "handed" };
    tx.remember_answer(key, done)?;
    Ok(done.to_owned())
}

async fn refused(house: &House, visit: &Visit, id: &str, status: StatusCode, words: &str) -> Result<Response> {
    let mut complaints = Complaints::default();
    complaints.add("colleague", words);
    let drawn = draw(house, visit, id, Said { complaints, ..Said::default() }).await?;
    Ok(if drawn.status() == StatusCode::UNPROCESSABLE_ENTITY { (status, drawn).into_response() } else { drawn })
}
