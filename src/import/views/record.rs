//! The markup of an import's record: what it brought, how it was read, and taking it back.

use super::{asked, number, sums};
use crate::auth::Viewer;
use crate::config::Clock;
use crate::import::fields;
use crate::import::{Question, Run};
use crate::values::{ClientId, ImportKind, Vocabulary, grouped};
use crate::web::layout::{Page, staff};
use crate::web::{forms, parts};
use maud::{Markup, html};

/// What the record of an import shows.
pub struct Shown<'s> {
    /// The import.
    pub run: &'s Run,
    /// Its questions.
    pub questions: &'s [Question],
    /// The first businesses it made.
    pub first: &'s [(ClientId, String)],
    /// The first partners it made.
    pub partners: &'s std::collections::BTreeMap<String, String>,
    /// True when the same file came again.
    pub came_again: bool,
}

/// The record of an import.
pub fn record(viewer: &Viewer, clock: &Clock, shown: &Shown<'_>) -> Markup {
    let run = shown.run;
    let on = clock.zone().day(run.started_at);
    let body = html! {
        (parts::head(Some(html! { a href="/imports" { "Imports" } }), &run.file_name, Some(html! { (run.kind.label()) " for " (run.program_name) ", " (on) " at " (clock.zone().clock(run.started_at)) ", by " (run.actor) })))
        @if shown.came_again { p class="box note" role="status" { "This file was imported on " (on) " already. Nothing was changed." } }
        (undone(run, clock))
        div class="cols" {
            div class="stack" {
                (parts::card("brought", if run.undone_at.is_some() { "What it brought, before it was undone" } else { "What it brought" }, sums(&run.made)))
                (asked(shown.questions))
                @if !shown.first.is_empty() {
                    (parts::card("first", "First clients it brought", html! { ul class="in" { @for (id, name) in shown.first { li { a href={ "/clients/" (id) } { (name) } } } } }))
                }
            }
            div class="stack" {
                @if !shown.partners.is_empty() {
                    (parts::card("first-partners", "First partners it brought", html! { ul class="in" { @for (id, name) in shown.partners { li { a href={ "/partners/" (id) } { (name) } } } } }))
                }
                (read_as(run))
                @if !run.mapping.is_empty() { (super::presets::keep(run)) }
                @if run.can_be_undone(clock.now()) { (undo_form(run, clock)) }
            }
        }
    };
    staff(&viewer.chrome(), &Page::new(&run.file_name, "/imports"), body)
}

fn undone(run: &Run, clock: &Clock) -> Markup {
    html! {
        @if let (Some(at), Some(undone)) = (run.undone_at, &run.made.undone) {
            div class="box note" role="status" {
                h2 { "Undone on " (clock.zone().day(at)) }
                @if undone.sites + undone.sites_kept > 0 {
                    p { (number(undone.sites)) " units are gone again." @if undone.sites_kept > 0 { " Something was built on " (number(undone.sites_kept)) " others since, so they stay." } }
                } @else if crate::import::is_of_records(run.kind) {
                    p { (number(undone.records)) " of them are gone again." @if undone.records_kept > 0 { " " (number(undone.records_kept)) " were changed, filed or built on since and stay." } }
                } @else if run.kind == ImportKind::Partners {
                    p { (number(undone.partners)) " partners and " (number(undone.services)) " services are gone again." }
                } @else {
                    p { (number(undone.clients)) " clients and " (number(undone.deployments)) " resources are gone again." }
                }
                @if !undone.partners_kept.is_empty() {
                    p { "Something was built on these since, so they stay:" }
                    ul { @for (id, name) in undone.partners_kept.iter().take(100) { li { a href={ "/partners/" (id) } { (name) } } } }
                }
                @if !undone.kept.is_empty() {
                    p { "Something was built on these since, so they stay:" }
                    ul { @for (id, name) in undone.kept.iter().take(100) { li { a href={ "/clients/" (id) } { (name) } } } }
                    @if undone.kept.len() > 100 { p { "And " (number(undone.kept.len() - 100)) " more." } }
                }
                @if undone.deployments_kept > 0 { p { (number(undone.deployments_kept)) " resources were changed since and stay." } }
            }
        }
    }
}

fn read_as(run: &Run) -> Markup {
    let label = |name: &str| fields::find(name).map_or_else(|| name.to_owned(), |field| field.label.to_owned());
    parts::card(
        "read",
        "How it was read",
        html! {
            div class="in stack" {
                p { (grouped(run.row_count)) " rows, " (run.encoding) @if let Some(preset) = &run.preset { ", preset " (preset) } }
                dl class="facts" {
                    @for (field, header) in &run.mapping {
                        div { dt { (label(field)) } dd { @match header.strip_prefix('=') { Some(value) => { "every row: " (value) }, None => { (header) } } } }
                    }
                }
                @if !run.made.unread.is_empty() { p class="small dim" { "Not read: " (run.made.unread.join(", ")) "." } }
            }
        },
    )
}

fn undo_form(run: &Run, clock: &Clock) -> Markup {
    parts::card(
        "undo",
        "Undo this import",
        html! {
            form class="in stack" method="post" action={ "/imports/" (run.id) "/undoing" } {
                (parts::form_key(&forms::fresh_key(), None))
                p { "What it brought is deleted, with the answers it put behind the wall. Clients and partners on whom something was built since stay, and you are told which." }
                p class="small dim" { "Possible until " (clock.zone().day(run.started_at.plus_days(30))) "." }
                button class="btn" { "Undo import" }
            }
        },
    )
}
