//! The markup of exports: what can be taken out, the work under way, the file.

use super::records::{ALL, Form, Records, Written};
use crate::auth::Viewer;
use crate::values::grouped;
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

/// What was chosen. No `Debug`: there is a password in it.
#[derive(Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Chosen {
    pub(super) key: String,
    pub(super) kind: String,
    pub(super) form: String,
    pub(super) program: String,
    pub(super) from: String,
    pub(super) to: String,
    pub(super) password: String,
    pub(super) code: String,
}

/// What can be taken out, and the form for it.
pub fn choose(viewer: &Viewer, chosen: &Chosen, complaints: &Complaints) -> Markup {
    let body = html! {
        (parts::head(Some(html! { a href="/imports" { "Imports" } }), "Exports", Some(html! { "The records of your programs as files for spreadsheets and other programs. What people said about who they are is in none of them, and neither are notes." })))
        (parts::error_summary(complaints))
        div class="cols" {
            (form(viewer, chosen, complaints))
            div class="stack" {
                (parts::card("what", "What there is", html! {
                    div class="in" { (parts::facts(&ALL.map(|(_, _, label, about)| (label, html! { (parts::sentence(&format!("one row {}", about.trim_start_matches("one ")))) }, None)))) }
                    p class="in small dim" { "Files about clients name each by its number and id; Clients, Owners and Resources have names too. Stories name nobody but as their clients agreed to, and only while they do. A file that comes from here is read again under Imports, without choosing columns." }
                }))
                (parts::card("more", "Other files", html! {
                    ul class="in" {
                        li { a href="/partners" { "The directory of partners" } ", as CSV or HSDS JSON" }
                        li { a href="/reports/referrals/outcomes-open.csv" { "Outcomes of referrals, open to all" } ", without a business in it" }
                    }
                }))
            }
        }
    };
    staff(&viewer.chrome(), &Page::new(if complaints.is_empty() { "Exports" } else { "Error: Exports" }, "/imports"), body)
}

fn form(viewer: &Viewer, chosen: &Chosen, complaints: &Complaints) -> Markup {
    let first = |words: &str| std::iter::once((String::new(), words.to_owned()));
    let kinds: Vec<(String, String)> =
        first("Choose").chain(ALL.iter().map(|(_, code, label, _)| ((*code).to_owned(), (*label).to_owned()))).collect();
    let writings: Vec<(String, String)> = Form::ALL.iter().map(|form| (form.code().to_owned(), form.label().to_owned())).collect();
    let managed = viewer.programs().into_iter().filter(|(key, _)| viewer.manages(*key));
    let managed: Vec<(String, String)> = managed.map(|(key, name)| (key.to_string(), name.to_owned())).collect();
    let programs: Vec<(String, String)> = first("All that I manage").chain(managed.iter().cloned()).collect();
    parts::card(
        "take",
        "Take records out",
        html! {
            form class="in stack" method="post" action="/exports" {
                (parts::form_key(&forms::fresh_key(), None))
                (parts::field("kind", "What", None, complaints, |wiring| wiring.select(&chosen.kind, &kinds)))
                @if managed.len() > 1 { (parts::field("program", "Program", None, complaints, |wiring| wiring.select(&chosen.program, &programs))) }
                (parts::field("from", "From", Some("Such as 2026-01-01. Leave both days empty for all of them"), complaints, |wiring| wiring.text(&chosen.from, "date")))
                (parts::field("to", "To", None, complaints, |wiring| wiring.text(&chosen.to, "date")))
                (parts::field("form", "As", None, complaints, |wiring| wiring.select(&chosen.form, &writings)))
                @if !viewer.is_demo {
                    (parts::field("password", "Your password", Some("For files about clients"), complaints, |wiring| wiring.line("", "password", Some("current-password"))))
                    (parts::field("code", "A new code from your app", None, complaints, parts::Wiring::digits))
                }
                button class="btn main" { "Make the file" }
                p class="small dim" { "That you took it is written down, with what you chose and the file's own sum." }
            }
        },
    )
}

/// How far a file is.
pub enum Stage<'s> {
    /// Under way.
    Running {
        /// Address of the job.
        job: &'s str,
        /// Rows done, and in all.
        progress: (usize, usize),
    },
    /// There to be taken.
    Done {
        /// Where.
        address: &'s str,
        /// How large it is.
        bytes: u64,
        /// What was written.
        written: &'s Written,
    },
    /// Not made.
    Stopped(&'s str),
}

/// A file under way, or there.
pub fn taking(viewer: &Viewer, kind: Records, stage: &Stage<'_>) -> Markup {
    let number = |number: usize| grouped(i64::try_from(number).unwrap_or(i64::MAX));
    let above = || Some(html! { a href="/exports" { "Exports" } });
    let (title, inner) = match stage {
        Stage::Running { job, progress: (done, total) } => (
            format!("Writing: {}", kind.label()),
            html! {
                section class="card" {
                    div class="in stack" role="status" {
                        p class="row" { label for="pg" { "Writing" } span class="push num small dim" { (number(*done)) " of " (number(*total)) " rows" } }
                        progress id="pg" max=((*total).max(1)) value=(done) { (done * 100 / (*total).max(1)) "%" }
                        p class="small dim" { "This page looks again every two seconds." }
                        p class="row" { a class="btn" href="" { "Look again" } }
                        form class="row" method="post" action={ "/exports/jobs/" (job) "/stopping" } {
                            (parts::form_key(&forms::fresh_key(), None))
                            button class="btn" { "Stop this export" }
                            span class="small dim" { "Then nothing of the file is kept." }
                        }
                    }
                }
            },
        ),
        Stage::Done { address, bytes, written } => (
            format!("Ready: {}", kind.label()),
            html! {
                section class="card" {
                    div class="in stack" role="status" {
                        p { (number(written.rows)) " rows, " (grouped(i64::try_from(*bytes).unwrap_or(i64::MAX))) " bytes. It can be taken for half an hour." }
                        @if !written.left_out.is_empty() { p { (written.left_out) } }
                        p class="row" { a class="btn main" href=(address) download { "Take the file" } a class="btn" href="/exports" { "Another one" } }
                        p class="small dim" { "Its SHA-256, as it stands in the record: " span class="mono" { (written.sha256) } }
                    }
                }
            },
        ),
        Stage::Stopped(words) => (
            "The export stopped".to_owned(),
            html! {
                div class="box stop" role="alert" { h2 { (kind.label()) " were not written" } ul { @for line in words.lines() { li { (line) } } } }
                p class="row" { a class="btn main" href="/exports" { "Choose again" } }
            },
        ),
    };
    let body = html! { (parts::head(above(), &title, None)) (inner) };
    let page = Page::new(&title, "/imports");
    let page = if matches!(stage, Stage::Running { .. }) { page.refreshing(2) } else { page };
    staff(&viewer.chrome(), &page, body)
}
