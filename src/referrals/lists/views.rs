//! The page of lists: what can be chosen, what was retired, and a form for a new code.

use super::queries::Row;
use super::{CodeForm, GROUPS, LISTS, List, Others, SIDES, is_fixed};
use crate::auth::Viewer;
use crate::values::{Day, Kind};
use crate::web::forms::fresh_key;
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, parts};
use maud::{Markup, html};

/// What the page shows.
pub struct ListsPage<'a> {
    pub list: &'static List,
    pub rows: &'a [Row],
    pub others: &'a [Others],
    pub form: &'a CodeForm,
    pub complaints: &'a Complaints,
    pub today: Day,
}

pub fn lists(viewer: &Viewer, page: &ListsPage<'_>) -> Markup {
    let above = html! { a href="/referrals" { "Referrals" } " " span aria-hidden="true" { "/" } " " span class="dim" { "Lists" } };
    let below = html! { "All programs of this organization share these lists, so that a word means the same in every report. A code is never deleted: retired, it is no longer offered, and old referrals keep its words." };
    let body = html! {
        (parts::head(Some(above), "Stages, reasons and results", Some(below)))
        (parts::error_summary(page.complaints))
        div class="stack" {
            @for too_many in page.others.iter().filter(|others| others.is_too_many()) { (flag(*too_many)) }
            nav class="pick" aria-label="Which list" {
                @for list in LISTS { a href={ "/lists?list=" (list.code) } aria-current=[(list.code == page.list.code).then_some("true")] { (list.label) } }
            }
            div class="cols" { (codes(page)) (add(page)) }
        }
    };
    let title = if page.complaints.is_empty() { "Lists" } else { "Error: Lists" };
    staff(&viewer.chrome(), &Page::new(title, "/referrals"), body)
}

fn flag(others: Others) -> Markup {
    let label = super::find(others.list).map_or("", |list| list.label);
    html! {
        p class="box wait" {
            b { "\u{201c}Other\u{201d} was chosen " (others.other) " of " (others.all) " times this quarter: " (label) "." }
            " More than one in ten says that a reason is missing. Read what was written, and add it."
        }
    }
}

fn kind_words(kind: &str) -> &'static str {
    Kind::parse(kind).map_or("Every kind", Kind::label)
}

fn codes(page: &ListsPage<'_>) -> Markup {
    parts::card(
        "codes",
        page.list.label,
        html! {
            ul class="rows" {
                @for row in page.rows {
                    li class="stack" {
                        div class="row" {
                            h3 { (row.label) }
                            @if page.list.is_of_kind { (parts::tag("", kind_words(&row.kind))) }
                            @if row.unmet_need { (parts::tag("wait", "Unmet need")) }
                            @if let Some(last) = row.valid_to { (parts::tag("", &format!("Retired, last day {}", last.short(page.today)))) }
                        }
                        p class="dim" { "The entrepreneur reads: " (row.client_label) }
                        (change(page.list, row))
                    }
                }
            }
        },
    )
}

fn change(list: &List, row: &Row) -> Markup {
    let is_back = row.valid_to.is_some();
    html! {
        @if is_fixed(list.code, &row.code) { p class="small dim" { "A rule stands on this one, so it stays." } }
        @else {
            form class="row" method="post" action={ "/lists/" (row.key) "/use" } {
                (parts::form_key(&fresh_key(), None))
                input type="hidden" name="list" value=(list.code);
                @if is_back { input type="hidden" name="back" value="yes"; }
                button class="btn mini" { @if is_back { "Use again" } @else { "Retire" } span class="vh" { ": " (row.label) } }
                @if row.open > 0 && !is_back { span class="small dim" { (parts::count(row.open, "open referral stands", "open referrals stand")) " on it, in all programs; they keep it." } }
            }
        }
    }
}

fn add(page: &ListsPage<'_>) -> Markup {
    let (form, complaints) = (page.form, page.complaints);
    let options = |empty: &str, choices: &[(&str, &str)]| {
        std::iter::once((String::new(), empty.to_owned()))
            .chain(choices.iter().map(|(code, words)| ((*code).to_owned(), (*words).to_owned())))
            .collect::<Vec<_>>()
    };
    parts::card(
        "add",
        &format!("Add to: {}", page.list.label),
        html! {
            form class="in stack" method="post" action="/lists" {
                (parts::form_key(&fresh_key(), None))
                input type="hidden" name="list" value=(page.list.code);
                @if page.list.is_of_kind { (parts::field("kind", "Kind of referral", None, complaints, |wiring| wiring.select(&form.kind, &parts::options::<Kind>(Some("Choose"))))) }
                (parts::field("label", "What staff and partners read", None, complaints, |wiring| wiring.text(&form.label, "text")))
                (parts::field("client_label", "What the entrepreneur reads", Some(if page.list.is_reason { "a short, plain sentence to them, without blame" } else { "inside a sentence, such as: You visit spaces" }), complaints, |wiring| wiring.text(&form.client_label, "text")))
                @if page.list.is_reason {
                    (parts::field("group", "What kind of reason?", None, complaints, |wiring| wiring.select(&form.group, &options("Choose", GROUPS))))
                    (parts::field("side", "Whose reason is it?", None, complaints, |wiring| wiring.select(&form.side, &options("Choose", SIDES))))
                    div class="tick" {
                        input type="checkbox" id="unmet_need" name="unmet_need" value="yes" checked[form.unmet_need.is_some()];
                        label for="unmet_need" { "The need stays unmet" }
                        span class="hint" { "Counts as something that nobody offered." }
                    }
                }
                button class="btn main" { "Add" span class="vh" { " to the list" } }
            }
        },
    )
}
