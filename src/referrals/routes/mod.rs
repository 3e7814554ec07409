//! Staff pages of referrals. Everything that happens goes through one route and one function.

mod codes;
mod draft;
mod messages;
mod needs;
mod new;
mod next_steps;
mod once;
mod page;
mod secrets;
mod sharing;
mod tasks;
mod timers;
mod triage;

use super::Referral;
use super::queries::{self, Filter, Turn};
use super::views::{self, BoardPage};
use crate::auth::{CaseWorker, Route};
use crate::error::Result;
use crate::store::Db;
use crate::web::{Access, Query, get, post};
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use codes::{close_code, close_partner_code, give_code, give_partner_code};
use draft::{choose_partner, renew_link};
use messages::{messages_page, settle_messages, write_message};
use needs::{change_needs, needs_page};
use new::{new_page, prepare};
use next_steps::{next_steps_page, record_next_steps};
use page::{record_event, referral_page};
use secrets::{confidential_page, end_agreement, keep_secret, record_agreement};
use sharing::{end_consent, record_consent, renew_consent, send_together};
use tasks::{ask_somebody_else, finish_task, finish_word};
use timers::{log_call, set_held, set_timer, timers_page};
use triage::{close_inbound, inbound_page, take, take_inbound, triage_page};

/// Referrals on one page of the board.
const PAGE: i64 = 30;

/// Who may do what here.
pub fn routes() -> Vec<Route> {
    use Access as A;
    vec![
        get("/referrals", &[A::Advisor, A::Manager], board_page),
        get("/referrals/clocks", &[A::Manager], timers_page),
        post("/referrals/clocks", &[A::Manager], set_timer),
        post("/referrals/clocks/held", &[A::Manager], set_held),
        post("/referrals/{id}/calls", &[A::Advisor, A::Manager], log_call),
        get("/clients/{id}/referrals/new", &[A::Advisor, A::Manager], new_page),
        post("/clients/{id}/referrals", &[A::Advisor, A::Manager], prepare),
        get("/referrals/triage", &[A::Advisor, A::Manager], triage_page),
        post("/referrals/{id}/taking", &[A::Advisor, A::Manager], take),
        get("/inbound/{id}", &[A::Advisor, A::Manager], inbound_page),
        post("/inbound/{id}/taking", &[A::Advisor, A::Manager], take_inbound),
        post("/inbound/{id}/closing", &[A::Advisor, A::Manager], close_inbound),
        get("/referrals/next-steps", &[A::Advisor, A::Manager], next_steps_page),
        post("/referrals/next-steps", &[A::Advisor, A::Manager], record_next_steps),
        get("/referrals/{id}", &[A::Advisor, A::Manager], referral_page),
        post("/referrals/{id}/events", &[A::Advisor, A::Manager], record_event),
        get("/referrals/{id}/needs", &[A::Advisor, A::Manager], needs_page),
        post("/referrals/{id}/needs", &[A::Advisor, A::Manager], change_needs),
        get("/referrals/{id}/confidential", &[A::Advisor, A::Manager], confidential_page),
        post("/referrals/{id}/confidential", &[A::Advisor, A::Manager], keep_secret),
        post("/referrals/{id}/non-disclosure", &[A::Advisor, A::Manager], record_agreement),
        post("/referrals/{id}/non-disclosure/ending", &[A::Advisor, A::Manager], end_agreement),
        post("/referrals/{id}/partner", &[A::Advisor, A::Manager], choose_partner),
        post("/referrals/{id}/consent", &[A::Advisor, A::Manager], record_consent),
        post("/referrals/{id}/codes", &[A::Advisor, A::Manager], give_code),
        post("/referrals/{id}/codes/closing", &[A::Advisor, A::Manager], close_code),
        post("/referrals/{id}/partner-codes", &[A::Advisor, A::Manager], give_partner_code),
        post("/referrals/{id}/partner-codes/closing", &[A::Advisor, A::Manager], close_partner_code),
        get("/referrals/{id}/messages", &[A::Advisor, A::Manager], messages_page),
        post("/referrals/{id}/messages", &[A::Advisor, A::Manager], write_message),
        post("/referrals/{id}/messages/settling", &[A::Advisor, A::Manager], settle_messages),
        post("/referrals/{id}/consent/ending", &[A::Advisor, A::Manager], end_consent),
        post("/referrals/{id}/consent/renewal", &[A::Advisor, A::Manager], renew_consent),
        post("/referrals/{id}/tasks", &[A::Advisor, A::Manager], finish_task),
        post("/referrals/{id}/client-words", &[A::Advisor, A::Manager], finish_word),
        post("/referrals/{id}/contact", &[A::Advisor, A::Manager], ask_somebody_else),
        post("/referrals/{id}/sending", &[A::Advisor, A::Manager], send_together),
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
    let (mut referrals, counts, calendar, waiting) = db
        .read(move |conn| {
            let referrals = queries::list_for(conn, &asked, &filter, today, PAGE + 1)?;
            Ok((
                referrals,
                queries::count_by_turn(conn, &asked, only_mine, today)?,
                queries::calendar(conn)?,
                queries::triage(conn, &asked)?.len(),
            ))
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
    let shown =
        BoardPage { turn, only_mine, counts: &counts, referrals: &referrals, today, zone, calendar: &calendar, waiting, newer, older };
    Ok(views::board(&viewer, &shown).into_response())
}
