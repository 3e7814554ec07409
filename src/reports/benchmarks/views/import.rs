//! The markup of importing a file of benchmarks.

use super::super::command::Typed;
use super::super::reading::Reading;
use super::tab;
use crate::auth::Viewer;
use crate::values::{Day, Vocabulary, grouped};
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

fn counted(count: usize) -> String {
    grouped(i64::try_from(count).unwrap_or(i64::MAX))
}

/// Choosing a file.
pub fn file(viewer: &Viewer, typed: &Typed, complaints: &Complaints) -> Markup {
    let above = html! { a href="/benchmarks" { "Benchmarks" } };
    let below = html! { "A file of the Census as it was fetched, or of Fairfloor's own form. It is known by its content. Nothing changes until you press Import." };
    let body = html! {
        (parts::head(Some(above), "Import benchmarks", Some(below)))
        (parts::error_summary(complaints))
        (parts::card("new", "Import a file", html! {
            form class="in stack" method="post" action="/benchmarks/preview" enctype="multipart/form-data" {
                (parts::field("file", "File", Some("JSON of the Census API, CSV of data.census.gov, a bulk file with |, or the long CSV; at most 10 MiB"), complaints, |wiring| wiring.text("", "file")))
                (parts::field("source", "Published by", Some("if it is not the U.S. Census Bureau, or not in the file"), complaints, |wiring| wiring.text(&typed.source, "text")))
                (parts::field("dataset", "Series", Some("if the file does not say"), complaints, |wiring| wiring.text(&typed.dataset, "text")))
                (parts::field("vintage", "Published as", Some("the year in its address at the source, which is not the year it counts"), complaints, |wiring| wiring.text(&typed.vintage, "text")))
                (parts::field("retrieved_on", "Fetched on", Some("if known"), complaints, |wiring| wiring.text(&typed.retrieved_on, "date")))
                (parts::field("url", "Address it was fetched from", Some("if known; without a key"), complaints, |wiring| wiring.text(&typed.url, "text")))
                button class="btn main" { "Look at it first" }
            }
        }))
    };
    staff(
        &viewer.chrome(),
        &Page::new(if complaints.is_empty() { "Import benchmarks" } else { "Error: Import benchmarks" }, tab(viewer)),
        body,
    )
}

/// A file before it is imported.
pub struct Draft<'d> {
    /// Address of the job.
    pub job: &'d str,
    /// As the file is called.
    pub file: &'d str,
    /// Its SHA-256.
    pub hash: &'d str,
    /// What was read.
    pub reading: &'d Reading,
    /// It is here already: as it was called, and since when.
    pub already: Option<(String, Day)>,
    /// Why it could not be recorded.
    pub refused: Option<&'d str>,
}

impl Draft<'_> {
    /// True where Import may be pressed.
    pub fn can_be_imported(&self) -> bool {
        self.reading.error_count == 0 && self.already.is_none() && self.refused.is_none()
    }
}

/// What a file would bring, or why it can't be imported.
pub fn preview(viewer: &Viewer, draft: &Draft<'_>) -> Markup {
    let above = html! { a href="/benchmarks" { "Benchmarks" } " / " a href="/benchmarks/import" { "Import" } };
    let body = html! {
        (parts::head(Some(above), &format!("Look at {}", draft.file), Some(html! { "Nothing is changed yet." })))
        @if draft.can_be_imported() { (found(draft)) } @else { (not_now(draft)) }
    };
    let title = if draft.can_be_imported() { "Look at the file" } else { "Error: Look at the file" };
    staff(&viewer.chrome(), &Page::new(title, tab(viewer)), body)
}

fn not_now(draft: &Draft<'_>) -> Markup {
    let reading = draft.reading;
    html! {
        div class="stack" {
            div class="box stop" role="alert" tabindex="-1" id="errors" {
                @if let Some((name, day)) = &draft.already { h2 { "This very file is here already" } p { "It was imported on " (day) " as " (name) ". Importing it again changes nothing." } }
                @if let Some(words) = draft.refused { h2 { "Not imported" } p { (words) } }
                @if reading.error_count > 0 {
                    h2 { @if reading.error_count == 1 { "One thing to fix" } @else { (counted(reading.error_count)) " things to fix" } }
                    ul { @for words in &reading.errors { li { (words) } } }
                    @if reading.error_count > reading.errors.len() { p { "And " (counted(reading.error_count - reading.errors.len())) " more." } }
                }
            }
            @if reading.error_count > 0 { p { "Correct the file and choose it again. It is imported whole or not at all." } }
            p class="row" { a class="btn" href="/benchmarks/import" { "Choose another file" } a class="btn" href="/benchmarks" { "Benchmarks" } }
        }
    }
}

/// Benchmarks that a preview names; the others are counted.
const NAMED: usize = 60;

fn found(draft: &Draft<'_>) -> Markup {
    let reading = draft.reading;
    let (figures, missing) = reading.figures();
    let count = reading.benchmarks.len();
    html! {
        div class="cols" {
            (parts::card("found", &parts::count(i64::try_from(count).unwrap_or(i64::MAX), "benchmark", "benchmarks"), html! {
                ul class="rows" {
                    @for one in reading.benchmarks.iter().take(NAMED) { li { p { b { (one.facts.industry()) } ", " (one.facts.geo_name) } p class="meta" { span { "counts " (one.facts.reference_year) } span { (one.facts.universe.label()) } span { (one.facts.source) ", " (one.facts.dataset) } } } }
                }
                @if count > NAMED { p class="in" { "And " (counted(count - NAMED)) " more." } }
            }))
            (parts::card("file", "The file", html! {
                div class="in stack" {
                    (parts::facts(&[
                        ("Form", html! { (reading.form.label()) }, None),
                        ("Rows", html! { (counted(reading.rows)) }, None),
                        ("Figures", html! { (counted(figures)) }, None),
                        ("Missing at the source", html! { (counted(missing)) ". A missing figure is never counted as 0." }, None),
                        ("SHA-256", html! { span class="num wrap" { (draft.hash) } }, None),
                    ]))
                    @for note in &reading.notes { p class="box note" { (note) } }
                    form method="post" action="/benchmarks/files" {
                        (parts::form_key(&forms::fresh_key(), None))
                        input type="hidden" name="job" value=(draft.job);
                        p class="row" { button class="btn main" { "Import " (parts::count(i64::try_from(count).unwrap_or(i64::MAX), "benchmark", "benchmarks")) } a class="btn" href="/benchmarks/import" { "Choose another file" } }
                    }
                }
            }))
        }
    }
}
