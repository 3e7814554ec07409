//! How referrals go, as a page: sentences first, then the funnel, then tables with their numbers, then what each row counts.

mod charts;
mod sentences;
mod tables;

use super::{Months, Only, Shown};
use crate::auth::Viewer;
use crate::programs::Program;
use crate::referrals::Kind;
use crate::referrals::measures::days::PERCENTILE;
use crate::referrals::measures::words::DEFINITIONS;
use crate::values::Day;
use crate::web::layout::{Page, staff};
use crate::web::parts::encoded;
use crate::web::{Icon, icon, parts};
use maud::{Markup, html};

/// What can be chosen on the page.
pub(super) struct Desk<'d> {
    pub(super) programs: &'d [Program],
    pub(super) chosen: &'d Program,
    pub(super) partners: &'d [String],
    pub(super) places: &'d [String],
    pub(super) zones: &'d [String],
    /// What the open file of outcomes holds, and what was merged in it.
    pub(super) open: &'d [String],
    pub(super) today: Day,
}

const TITLE: &str = "How referrals go";

pub(super) fn page(viewer: &Viewer, desk: &Desk<'_>, shown: &Shown) -> Markup {
    let file = |ending: &str| format!("/reports/referrals.{ending}{}", address(desk.chosen, shown.months, &shown.only));
    let body = html! {
        div class="head" {
            p class="small" { a href="/reports" { "Reports" } }
            div class="row" {
                h1 { (TITLE) }
                div class="exports push" {
                    button class="btn mini" type="button" data-print { (icon(Icon::Print, 17)) " Print or PDF" }
                    a class="btn mini" href=(file("csv")) { (icon(Icon::Download, 17)) " Spreadsheet" }
                    a class="btn mini" href=(file("json")) { (icon(Icon::Download, 17)) " JSON" }
                }
            }
            p class="dim" { (shown.program) ", " (shown.organization) ", requests sent in " (shown.months) ", as of " (desk.today.short(desk.today)) ". Counted without demographics, so every figure is exact." }
        }
        div class="stack" {
            (filters(desk, shown))
            @if shown.measures.sent.is_empty() {
                (parts::card("none", "Nothing sent in these months", parts::empty(
                    "No request fits.",
                    "No request was sent in these months with these filters, or all were mistakes or duplicates. Choose other months, or all partners.",
                    None,
                )))
            } @else {
                (sentences::card(shown))
                (charts::funnel(&shown.measures))
                (tables::answers(&shown.measures))
                (charts::decisions(&shown.measures))
                (tables::work(&shown.measures))
                (tables::voices(&shown.measures))
                (tables::ends(&shown.measures))
            }
            (tables::ourselves(&shown.measures))
            @for (by, cut) in &shown.cuts { @if !cut.is_empty() { (tables::cut(by, cut)) } }
            (open_file(desk))
            (definitions())
        }
    };
    staff(&viewer.chrome(), &Page::new(TITLE, "/reports"), body)
}

/// What was chosen, as the end of an address, so that a page can be cited.
fn address(program: &Program, months: Months, only: &Only) -> String {
    let (from, to) = months.codes();
    let mut address = format!("?program={}&from={from}&to={to}", program.id);
    let chosen = [
        ("kind", only.kind.map(|kind| kind.code().to_owned())),
        ("partner", only.partner.clone()),
        ("place", only.place.clone()),
        ("zone", only.zone.clone()),
    ];
    for (name, value) in chosen {
        if let Some(value) = value {
            address.push_str(&format!("&{name}={}", encoded(&value)));
        }
    }
    address
}

fn filters(desk: &Desk<'_>, shown: &Shown) -> Markup {
    let (from, to) = shown.months.codes();
    let (quarter, year) = (Months::quarter_of(desk.today), Months::year_of(desk.today));
    let quick = [quarter, quarter.before(), quarter.before().before(), year, year.before()];
    let only = &shown.only;
    html! {
        section class="card" aria-label="What the page shows" {
            form class="in filters" method="get" action="/reports/referrals" {
                @if desk.programs.len() > 1 {
                    div { label for="program" { "Program" } select class="inp" id="program" name="program" {
                        @for program in desk.programs { option value=(program.id) selected[program.key == desk.chosen.key] { (program.name) } }
                    } }
                } @else { input type="hidden" name="program" value=(desk.chosen.id); }
                div { label for="from" { "First month" } input class="inp" type="month" id="from" name="from" value=(from) placeholder="2026-07"; }
                div { label for="to" { "Last month" } input class="inp" type="month" id="to" name="to" value=(to) placeholder="2026-09"; }
                div { label for="kind" { "Kind of help" } select class="inp" id="kind" name="kind" {
                    option value="" { "All kinds" }
                    @for kind in Kind::ALL { option value=(kind.code()) selected[only.kind == Some(kind)] { (kind.label()) } }
                } }
                (names("partner", "Partner", "All partners", desk.partners, only.partner.as_ref()))
                (names("place", "Neighborhood", "All neighborhoods", desk.places, only.place.as_ref()))
                @if !desk.zones.is_empty() { (names("zone", "Zone", "All zones", desk.zones, only.zone.as_ref())) }
                button class="btn" { "Update" }
            }
            nav class="in row" aria-label="Usual periods" {
                @for months in quick {
                    a class="btn mini" href={ "/reports/referrals" (address(desk.chosen, months, only)) } aria-current=[(months == shown.months).then_some("true")] { (months) }
                }
            }
        }
    }
}

fn names(name: &str, label: &str, all: &str, names: &[String], chosen: Option<&String>) -> Markup {
    html! {
        div { label for=(name) { (label) } select class="inp" id=(name) name=(name) {
            option value="" { (all) }
            @for one in names { option value=(one) selected[chosen == Some(one)] { (one) } }
        } }
    }
}

/// A file for everybody: what it holds and what was merged stands beside the button.
fn open_file(desk: &Desk<'_>) -> Markup {
    parts::card(
        "open-file",
        "Outcomes as an open file",
        html! {
            div class="in stack" {
                p { "One row for each closed referral, for whoever studies how referrals go. No business, partner, person or day is in it; amounts and days stand in bands, and what few businesses have in common is merged. Nothing in it says who an owner is." }
                ul { @for words in desk.open { li { (words) } } }
                p class="small dim" { "Of every period that is over, whatever is chosen above. Whoever already knows how a referral ended may find rows like it." }
                p { a class="btn" href={ "/reports/referrals/outcomes-open.csv?program=" (desk.chosen.id) } { (icon(Icon::Download, 17)) " Open file (CSV)" } }
            }
        },
    )
}

fn definitions() -> Markup {
    parts::card(
        "definitions",
        "What each row counts",
        html! {
            div class="in stack" {
                p { "Requests count in the month they were sent. Drafts, entries made in error and duplicates are left out, and an update that was undone leaves no trace. A rate that has to wait counts only requests old enough; the younger ones stand beside it, so that recent months do not look bad for the wrong reason." }
                p { "A request counts in the zone that the business was in on the day it was sent, by the boundaries of that day; where zones of one set overlap, in the smaller." }
                p { "Business days leave out weekends, holidays and pauses; days as lived leave out nothing. " (PERCENTILE) }
                dl class="facts" {
                    @for one in DEFINITIONS {
                        div id={ "def-" (one.id) } {
                            dt { (one.title) }
                            dd {
                                (one.counts)
                                @if !one.wait.is_empty() { " Old enough: " (one.wait) "." }
                                br; span class="small dim" { "Opened again: " (one.reopened) }
                            }
                        }
                    }
                }
            }
        },
    )
}
