//! The page of operational figures: the sections of their document under a form that keeps what was chosen in the address.

use super::routes::Chosen;
use crate::auth::Viewer;
use crate::document::Document;
use crate::places::{Zone, ZoneSet};
use crate::programs::Program;
use crate::referrals::Kind;
use crate::reports::Span;
use crate::reports::views::sections;
use crate::values::Day;
use crate::web::layout::{Page, staff};
use crate::web::{Icon, icon};
use maud::{Markup, html};

/// What can be chosen on the page, and what was.
pub(super) struct Desk<'d> {
    pub(super) programs: &'d [Program],
    pub(super) zones: &'d [(ZoneSet, Vec<Zone>)],
    pub(super) chosen: &'d Chosen,
    pub(super) today: Day,
}

pub(super) const TITLE: &str = "Operations, exactly";

pub(super) fn page(viewer: &Viewer, desk: &Desk<'_>, document: &Document) -> Markup {
    let body = html! {
        div class="head" {
            p class="small" { a href="/reports" { "Reports" } }
            div class="row" {
                h1 { (TITLE) }
                div class="exports push" {
                    button class="btn mini" type="button" data-print { (icon(Icon::Print, 17)) " Print or PDF" }
                    a class="btn mini" href={ "/reports/operations.csv" (address(desk.chosen, desk.chosen.span)) } { (icon(Icon::Download, 17)) " CSV" }
                }
            }
            p class="dim" { (document.about) " As of " (desk.today.short(desk.today)) ". Nothing here says who anybody is, so every figure is exact, for any days and any number of businesses." }
        }
        div class="stack" {
            (filters(desk))
            (sections(document))
        }
    };
    staff(&viewer.chrome(), &Page::new(TITLE, "/reports"), body)
}

/// What was chosen, as the end of an address, so that a page can be cited.
fn address(chosen: &Chosen, span: Span) -> String {
    let mut address = format!("?program={}&from={}&to={}", chosen.program.id, span.first, span.last);
    if let Some(kind) = chosen.kind {
        address.push_str(&format!("&kind={}", kind.code()));
    }
    if let Some(zone) = &chosen.zone {
        address.push_str(&format!("&zone={}", zone.id));
    }
    address
}

fn filters(desk: &Desk<'_>) -> Markup {
    let chosen = desk.chosen;
    let is_zone = |zone: &Zone| chosen.zone.as_ref().is_some_and(|other| other.id == zone.id);
    html! {
        section class="card noprint" aria-label="What the page shows" {
            form class="in filters" method="get" action="/reports/operations" {
                @if desk.programs.len() > 1 {
                    div { label for="program" { "Program" } select class="inp" id="program" name="program" {
                        @for program in desk.programs { option value=(program.id) selected[program.key == chosen.program.key] { (program.name) } }
                    } }
                } @else { input type="hidden" name="program" value=(chosen.program.id); }
                div { label for="from" { "First day" } input class="inp" type="date" id="from" name="from" value=(chosen.span.first); }
                div { label for="to" { "Last day" } input class="inp" type="date" id="to" name="to" value=(chosen.span.last); }
                div { label for="kind" { "Kind of referral" } select class="inp" id="kind" name="kind" {
                    option value="" { "All kinds" }
                    @for kind in Kind::ALL { option value=(kind.code()) selected[chosen.kind == Some(kind)] { (kind.label()) } }
                } }
                @if !desk.zones.is_empty() { div { label for="zone" { "Zone" } select class="inp" id="zone" name="zone" {
                    option value="" { "Everywhere" }
                    @for (set, zones) in desk.zones { optgroup label=(set.name) {
                        @for zone in zones { option value=(zone.id) selected[is_zone(zone)] { (zone.name) } }
                    } }
                } } }
                button class="btn" { "Update" }
            }
            nav class="in row" aria-label="Usual periods" {
                @for (words, span) in usual(desk.today) {
                    a class="btn mini" href={ "/reports/operations" (address(chosen, span)) } aria-current=[(span == chosen.span).then_some("true")] { (words) }
                }
            }
        }
    }
}

/// This year so far, last year, and the two of them before.
fn usual(today: Day) -> Vec<(String, Span)> {
    let day = |year: i16, month, day| Day::new(jiff::civil::date(year, month, day));
    let year = |year: i16| (year.to_string(), Span { first: day(year, 1, 1), last: day(year, 12, 31) });
    let this = today.year();
    vec![(format!("{this} so far"), Span { first: day(this, 1, 1), last: today }), year(this - 1), year(this - 2)]
}
