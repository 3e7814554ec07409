//! The markup of the list of releases.

use super::{capital, lines};
use crate::auth::Viewer;
use crate::config::Clock;
use crate::reports::releases::Release;
use crate::values::{ReleaseAudience, Vocabulary};
use crate::web::layout::{Page, staff};
use crate::web::{Leaf, parts};
use maud::{Markup, html};

/// What stands on it.
pub struct Shelf<'s> {
    /// Those of this page, and whether there are more.
    pub releases: (Vec<Release>, bool),
    pub leaf: Leaf,
    /// Whether the viewer may take everything ever told with them.
    pub may_attack: bool,
    /// A code that was looked for and not found.
    pub code: Option<&'s str>,
    pub clock: &'s Clock,
}

/// The releases there are.
pub fn page(viewer: &Viewer, shelf: &Shelf<'_>) -> Markup {
    let (releases, has_more) = &shelf.releases;
    let below = html! { "Each is frozen: its code opens the same figures again." };
    let body = html! {
        (parts::head(Some(html! { a href="/reports" { "Reports" } }), "Releases", Some(below)))
        div class="stack" {
            section class="card noprint" aria-label="Find a report by its code" {
                @if shelf.code.is_some() { div class="in" role="alert" { p class="err" id="code-error" { "No report of your programs has this code. It has 26 letters and digits and stands on each page of the report." } } }
                form class="in filters" method="get" action="/reports/releases" {
                    div { label for="code" { "Report code" } input class="inp" id="code" name="code" type="text" autocomplete="off" spellcheck="false" maxlength="60" value=(shelf.code.unwrap_or_default()) aria-describedby=[shelf.code.map(|_| "code-error")] aria-invalid=[shelf.code.map(|_| "true")]; }
                    button class="btn" { "Open" }
                }
            }
            @if releases.is_empty() { (parts::empty("No release yet", "Choose a closed period, see what would be told, and release it.", Some(html! { a class="btn main" href="/reports" { "Choose a period" } }))) }
            @else {
                section class="card" aria-label="Releases" { ul class="rows" { @for release in releases { (row(release, shelf.clock)) } } }
                (parts::leaves("/reports/releases", shelf.leaf, *has_more))
            }
            @if shelf.may_attack && !releases.is_empty() { (everything()) }
        }
    };
    let title = if shelf.code.is_some() { "Error: Releases" } else { "Releases" };
    staff(&viewer.chrome(), &Page::new(title, "/reports"), body)
}

fn row(release: &Release, clock: &Clock) -> Markup {
    html! {
        li {
            p { a href=(release.address()) { bdi { (release.program_name.as_deref().unwrap_or("All programs")) } ", " (release.period_words()) } }
            p class="small" { @for (place, (readers, told, all)) in release.told.iter().enumerate() { @if place > 0 { "; " } (readers.label()) ": " (lines(*told, *all)) } }
            @if let Some(reason) = &release.reason { p class="small" { b { "Made again: " } (reason) } }
            p class="meta" { span { (clock.zone().day(release.made_at)) } span { bdi { (release.made_by) } } span { code { (release.id) } } }
        }
    }
}

/// Everything ever told, for whoever wants to try what follows from it.
fn everything() -> Markup {
    parts::card(
        "everything",
        "Everything ever told",
        html! {
            div class="in stack" {
                p class="dim small" { "All releases of all programs in one file, in an open format, so that anyone can try to work out what was left out." }
                ul class="stack" {
                    @for readers in ReleaseAudience::ALL { li { a href={ "/reports/releases/publication.json?readers=" (readers.code()) } { (capital(readers.label())) } } }
                }
            }
        },
    )
}
