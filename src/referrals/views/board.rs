//! The board: whose turn it is, and how long it has been.

use super::status_tag;
use crate::auth::Viewer;
use crate::referrals::clock::Calendar;
use crate::referrals::queries::Turn;
use crate::referrals::{Ball, Referral, Status};
use crate::values::{Day, Zone};
use crate::web::layout::{Page, staff};
use crate::web::{Access, parts};
use maud::{Markup, html};

/// What the board shows.
pub struct BoardPage<'a> {
    pub turn: Turn,
    pub only_mine: bool,
    pub counts: &'a [(Turn, i64)],
    pub referrals: &'a [Referral],
    pub today: Day,
    pub zone: &'a Zone,
    pub calendar: &'a Calendar,
    /// How many requests nobody has taken yet.
    pub waiting: usize,
    pub newer: Option<String>,
    pub older: Option<String>,
}

pub fn board(viewer: &Viewer, page: &BoardPage<'_>) -> Markup {
    let address = |turn: Turn, mine: bool| format!("/referrals?turn={}{}", turn.code(), if mine { "&mine=1" } else { "" });
    let total: i64 = page.counts.iter().filter(|(turn, _)| matches!(turn, Turn::Open | Turn::Done)).map(|(_, count)| count).sum();
    let body = html! {
        (parts::head(None, "Referrals", Some(html! {
            "Who has each request, and by when they move. Late ones first."
            @if viewer.is(Access::Manager) { " " a href="/lists" { "Lists of stages and reasons" } }
        })))
        div class="stack" {
            nav class="pick" aria-label="Whose turn" {
                @for (turn, count) in page.counts {
                    a href=(address(*turn, page.only_mine)) aria-current=[(*turn == page.turn).then_some("true")] { (turn.label()) " " (crate::values::grouped(*count)) }
                }
            }
            nav class="pick" aria-label="Whose referrals" {
                a href=(address(page.turn, false)) aria-current=[(!page.only_mine).then_some("true")] { "The whole team" }
                a href=(address(page.turn, true)) aria-current=[page.only_mine.then_some("true")] { "Only mine" }
            }
            p class="row" {
                a class="btn mini" href="/referrals/triage" { "Waiting to be taken" @if page.waiting > 0 { " (" (page.waiting) ")" } }
                a class="btn mini" href="/referrals/next-steps" { "Next steps for several" }
                @if viewer.is(crate::web::Access::Manager) { a class="btn mini" href="/referrals/clocks" { "Clocks" } }
            }
            section class="card" aria-labelledby="board" {
                h2 id="board" { (page.turn.label()) }
                @if page.referrals.is_empty() && total == 0 {
                    (parts::empty("No referrals yet", "When you send one, this page shows who has it and how long they have had it.", Some(html! { a class="btn main" href="/clients" { "Choose a client to refer" } })))
                } @else if page.referrals.is_empty() {
                    (parts::empty("Nothing here", "No referral is in this part of the board.", Some(html! { a class="btn" href=(address(Turn::Open, page.only_mine)) { "See all open" } })))
                } @else {
                    ul class="rows" { @for referral in page.referrals { (row(referral, page)) } }
                }
            }
            (parts::pager(page.newer.clone(), page.older.clone()))
        }
    };
    staff(&viewer.chrome(), &Page::new("Referrals", "/referrals"), body)
}

fn row(referral: &Referral, page: &BoardPage<'_>) -> Markup {
    let late = referral.due_on.filter(|_| referral.is_late(page.today));
    let (days, class, unit) = match (late, referral.sent_at) {
        (Some(due), _) => (page.calendar.business_days_between(due.date(), page.today.date()), "age over", "late"),
        (None, Some(sent)) if !referral.status.is_end() => {
            (page.calendar.business_days_between(page.zone.day(sent).date(), page.today.date()), "age", "days")
        }
        _ => (
            page.calendar.business_days_between(page.zone.day(referral.ended_at.unwrap_or(referral.created_at)).date(), page.today.date()),
            "age",
            "days",
        ),
    };
    let words = match (late.is_some(), referral.sent_at.is_some(), referral.status.is_end()) {
        (true, ..) => "business days past the promise",
        (false, true, false) => "business days since it was sent",
        (false, _, true) => "business days since it ended",
        (false, false, false) => "business days since it was prepared",
    };
    html! {
        li class="need" {
            p class=(class) title=(words) { b { (days) } " " (unit) span class="vh" { " (" (words) ")" } }
            h3 { a href={ "/referrals/" (referral.id) } { bdi { (referral.client_name) } ": " (referral.kind.label()) } }
            div class="sub" {
                p class="row" { span { (referral.label()) ", " (referral.partner_name()) } (status_tag(referral, page.today)) (loop_tag(referral)) }
                p class="dim" { (turn(referral, page.today)) " Advisor: " (referral.advisor.1) "." }
            }
        }
    }
}

/// An end that is no end yet: the two do not agree, or no next step is told.
fn loop_tag(referral: &Referral) -> Markup {
    html! {
        @if referral.waiting_on == Ball::Advisor && referral.status == Status::Completed { (parts::tag("stop", "They do not agree")) }
        @else if referral.waiting_on == Ball::Advisor && referral.status.is_negative_end() { (parts::tag("wait", "Loop open")) }
    }
}

/// Whose turn, and by when.
pub(super) fn turn(referral: &Referral, today: Day) -> String {
    if !referral.is_waiting(today) {
        return "Nothing left to do.".to_owned();
    }
    let who = match referral.waiting_on {
        Ball::Advisor => "Our turn",
        Ball::Partner => "The partner's turn",
        Ball::Entrepreneur => "The client's turn",
        Ball::ThirdParty | Ball::Nobody => "Waiting for somebody else",
    };
    match referral.due_on {
        Some(due) if due < today => format!("{who}; promised for {}.", due.short(today)),
        Some(due) => format!("{who}, by {}.", due.short(today)),
        None => format!("{who}."),
    }
}
