//! The markup of releases: one of them, with its readers, its files, and what the program says about it.

pub mod preview;
pub mod shelf;

use super::routes::Found;
use super::{Release, WordForm};
use crate::document::{Document, Section};
use crate::reports::routes::ALL;
use crate::reports::views::{cards, cover, files};
use crate::values::{ReleaseAudience, Vocabulary};
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, Icon, forms, icon, parts};
use maud::{Markup, html};

/// What stands beside a release.
pub struct Beside<'b> {
    pub filters: Option<Markup>,
    pub links: Option<Markup>,
    pub form: &'b WordForm,
    /// Why it is made again, as it was typed.
    pub reason: &'b str,
    pub complaints: &'b Complaints,
}

/// Sections that are looked at less often stand on a page of their own, so that none is heavy; the files have all of them.
const ELSEWHERE: [&str; 4] = ["benefits", "concentration", "process", "other-ways"];
/// Those that follow them where a page would be heavy all the same, the first that can wait first.
const MAY_WAIT: [&str; 8] = ["by-place", "dollars", "process-by-group", "waiting-by-group", "waiting", "place", "who", "dropping-out"];
/// So many characters of sections are heavy: with what stands around them, some 20 kilobytes on the wire.
pub(in crate::reports) const HEAVY: usize = 125_000;
const TITLE: &str = "Who gets resources";

/// One release.
pub fn page(found: &Found<'_>, beside: &Beside<'_>) -> Markup {
    let told = found.told;
    let document = told.document.clone();
    let file = |ending: &str| format!("{}/{}.{ending}", told.release.address(), told.readers.code());
    let body = html! {
        div class="head" {
            @if beside.filters.is_none() { p class="small" { a href="/reports" { "Reports" } " / " a href="/reports/releases" { "Releases" } } }
            div class="row" {
                h1 { (document.title) }
                div class="exports push" {
                    button class="btn mini" type="button" data-print { (icon(Icon::Print, 17)) " Print or PDF" }
                    a class="btn mini" href=(file("pdf")) { (icon(Icon::Download, 17)) " PDF" }
                    a class="btn mini" href=(file("xlsx")) { (icon(Icon::Download, 17)) " Spreadsheet" }
                    a class="btn mini" href="#files" { (icon(Icon::Download, 17)) " Charts" }
                }
            }
            (cover(&document))
            p class="small dim" { "Report code " code { (told.release.id) } ". Released " (found.clock.zone().day(told.release.made_at)) ". " a class="noprint" href="#readers" { "Who is told what" } }
        }
        div class="stack" {
            (parts::error_summary(beside.complaints))
            @if found.is_meanwhile { div class="box note" role="status" { p { b { "Somebody released this period while you looked." } " This is that release. Nothing was added to it." } } }
            @if let Some(filters) = &beside.filters { (filters) }
            (others(found))
            (sections(found, &document))
            @if let Some(links) = &beside.links { (links) }
            div class="noprint stack" {
                (readers(found))
                (files(&document, told.readers.label(), &file))
                (words(found, beside))
                (again(&told.release, beside))
            }
            footer class="small dim" { @for line in &document.footer { p { (line) } } }
        }
    };
    staff(
        &found.viewer.chrome(),
        &Page::new(if beside.complaints.is_empty() { TITLE } else { "Error: Who gets resources" }, "/reports"),
        body,
    )
}

/// The sections in parts, each of which is a page: the main part, then what can wait, in its order. A section is never cut.
pub(in crate::reports) fn in_parts(sections: &[Section]) -> Vec<Vec<Section>> {
    let weight = |section: &Section| cards(std::slice::from_ref(section)).into_string().len();
    let weighed: Vec<(&Section, usize)> = sections.iter().map(|section| (section, weight(section))).collect();
    let mut later: Vec<&str> = ELSEWHERE.to_vec();
    let is_later = |section: &Section, later: &[&str]| later.contains(&section.key.as_str());
    for key in MAY_WAIT {
        let main: usize = weighed.iter().filter(|(section, _)| !is_later(section, &later)).map(|(_, weight)| weight).sum();
        if main <= HEAVY {
            break;
        }
        later.push(key);
    }
    let mut parts = vec![sections.iter().filter(|section| !is_later(section, &later)).cloned().collect::<Vec<Section>>()];
    let mut filled = HEAVY;
    for (section, weight) in weighed.into_iter().filter(|(section, _)| is_later(section, &later)) {
        filled += weight;
        match parts.last_mut() {
            Some(part) if filled <= HEAVY => part.push(section.clone()),
            _ => {
                parts.push(vec![section.clone()]);
                filled = weight;
            }
        }
    }
    parts
}

/// The part that is asked for, and the way to the others.
fn sections(found: &Found<'_>, document: &Document) -> Markup {
    let parts = in_parts(&document.sections);
    let at = if found.part < parts.len() { found.part } else { 0 };
    let shown = parts.get(at).map_or(&[][..], Vec::as_slice);
    html! {
        (cards(shown))
        @if parts.len() > 1 {
            nav class="noprint stack" aria-label="The rest of the report" {
                @if at > 0 { p { a class="btn" href=(found.here) { "Back to the main part" } } }
                @for (place, part) in parts.iter().enumerate().skip(1).filter(|(place, _)| *place != at) {
                    p { a class="btn" href={ (found.here) "&part=" (place) } { "More tables and ways of counting" @if parts.len() > 2 { ", " (place) " of " (parts.len() - 1) } } }
                    p class="dim" { @for (place, section) in part.iter().enumerate() { @if place > 0 { "; " } (section.heading) } ". The files have them all." }
                }
            }
        }
    }
}

/// Other releases of the same period.
fn others(found: &Found<'_>) -> Markup {
    let told = found.told;
    let program = told.release.program_name.as_deref().unwrap_or("All programs");
    html! {
        @if let Some(newer) = &told.newer { div class="box note" { p { b { "This period was made again later." } " " a href={ "/reports/releases/" (newer) } { "Open the newer release" } ". The figures here stay as they were told." } } }
        @if told.readers != ReleaseAudience::Internal { div class="box note noprint" { p { "This is what " b { (told.readers.label()) } " are told of " bdi { (program) } ", " (told.release.period_words()) ". " a href=(told.release.address()) { "What staff are told" } } } }
        @if let (Some(older), Some(reason)) = (&told.older, &told.release.reason) { div class="box note" { p { b { "Made again. " } (reason) " " a class="noprint" href={ "/reports/releases/" (older) } { "The release before" } } } }
    }
}

/// "74 of 141 counts".
fn lines(told: impl Into<i64>, all: impl Into<i64>) -> String {
    format!("{} of {} counts", crate::values::grouped(told.into()), crate::values::grouped(all.into()))
}

fn readers(found: &Found<'_>) -> Markup {
    let release = &found.told.release;
    parts::card(
        "readers",
        "Who is told what",
        html! {
            div class="in stack" {
                p class="dim small" { "One decision for all of them: stricter readers are told part of what looser ones are. Who made it: " bdi { (release.made_by) } "." }
                ul class="rows" {
                    @for (readers, told, all) in &release.told {
                        li {
                            p {
                                @if *readers == found.told.readers { b { (capital(readers.label())) } }
                                @else { a href={ (release.address()) "?readers=" (readers.code()) } { (capital(readers.label())) } }
                                ": " (lines(*told, *all))
                            }
                        }
                    }
                }
            }
        },
    )
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// What the program says about it.
fn words(found: &Found<'_>, beside: &Beside<'_>) -> Markup {
    let (release, form) = (&found.told.release, beside.form);
    let (zone, earlier) = (found.clock.zone(), found.told.words.iter());
    parts::card(
        "words",
        "What the program says about it",
        html! {
            form class="in stack" method="post" action={ (release.address()) "/words" } {
                (parts::form_key(&forms::fresh_key(), Some(form.version)))
                p class="dim small" { "Printed under the findings for all readers, the public too. Write about no single client, and no count of fewer than eleven. The figures do not change. A file that was taken already stays as it is; a PDF or spreadsheet taken for the first time from now on carries your words." }
                (parts::field("context", "What should readers know about these figures?", Some("may be left empty"), beside.complaints, |wiring| wiring.area(&form.context, 4)))
                (parts::field("answer", "What will the program do?", Some("may be left empty"), beside.complaints, |wiring| wiring.area(&form.answer, 4)))
                button class="btn main" { "Save the words" }
            }
            @if !found.told.words.is_empty() {
                details class="in" {
                    summary { "Written so far" }
                    ul class="rows" {
                        @for word in earlier {
                            li {
                                @if let Some(context) = &word.context { p { b { "About the figures: " } (context) } }
                                @if let Some(answer) = &word.answer { p { b { "What it will do: " } (answer) } }
                                @if word.context.is_none() && word.answer.is_none() { p { "Nothing any more" } }
                                p class="meta" { span { (zone.day(word.at)) } span { bdi { (word.written_by) } } }
                            }
                        }
                    }
                }
            }
        },
    )
}

/// Making a period again, with a reason.
fn again(release: &Release, beside: &Beside<'_>) -> Markup {
    parts::card(
        "again",
        "Make it again (a correction)",
        html! {
            form class="in stack" method="post" action="/reports/releases/preview" {
                (parts::form_key(&forms::fresh_key(), None))
                p class="dim small" { "Only where the data of the period were wrong. What was told stays told: a figure that changed by too few clients stands as it was, and says so." }
                input type="hidden" name="program" value=(release.program_id.as_ref().map_or_else(|| ALL.to_owned(), ToString::to_string));
                input type="hidden" name="period" value=(release.period);
                input type="hidden" name="years" value=[release.period.is_year().then_some(release.years)];
                input type="hidden" name="again" value="yes";
                (parts::field("reason", "Why it is made again", Some("printed in the report"), beside.complaints, |wiring| wiring.text(beside.reason, "text")))
                button class="btn" { "See what would be told again" }
            }
        },
    )
}
