//! The markup of imports. Nothing here shows a word about who somebody is.

mod deciding;
mod presets;
mod record;

pub use record::{Shown, record};

use super::command::{awarded, count, lines, shortened};
use super::deciding::Ask;
use super::fields::{self, Field, Source};
use super::{File, Kept, Made, Question, Reading, Run};
use crate::auth::Viewer;
use crate::programs::Program;
use crate::values::{Channel, Day, ImportId, ImportKind, Kind, ResourceKind, ServiceKind, Vocabulary, Zone, codes, grouped};
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

/// The one field that is said of a whole JSON file.
pub const OF_JSON: &str = "service_kind";

/// The upload form as it was filled in.
#[derive(Debug, Default)]
pub struct UploadForm {
    pub(super) kind: String,
    pub(super) preset: String,
    pub(super) program: String,
}

fn number(number: usize) -> String {
    grouped(count(number))
}

/// What the page of imports shows.
pub struct Listed<'l> {
    /// Imports.
    pub runs: &'l [Run],
    /// Readings that somebody kept.
    pub kept: &'l [Kept],
}

/// Past imports, and the form for the next.
pub fn list(viewer: &Viewer, listed: &Listed<'_>, pages: Markup, zone: &Zone, form: &UploadForm, complaints: &Complaints) -> Markup {
    let runs = listed.runs;
    let body = html! {
        (parts::head(None, "Imports", Some(html! { "Clients, services, training, outcomes, resources and partners from a spreadsheet, as an Excel workbook (.xlsx) or CSV; partners also from a directory in the shape of HSDS (JSON). Nothing changes until you press Import. The other way round: " a href="/exports" { "take records out" } "." })))
        (parts::error_summary(complaints))
        div class="cols" {
            (parts::card("past", "Imported so far", html! {
                @if runs.is_empty() { (parts::empty("Nothing imported yet", "Choose a file. You see what it would bring before anything changes.", None)) }
                @else { ul class="rows" { @for run in runs { (one_run(run, zone)) } } (pages) }
            }))
            div class="stack" { (upload(viewer, listed.kept, form, complaints)) (presets::card(listed.kept)) }
        }
    };
    staff(&viewer.chrome(), &Page::new(if complaints.is_empty() { "Imports" } else { "Error: Imports" }, "/imports"), body)
}

fn one_run(run: &Run, zone: &Zone) -> Markup {
    html! {
        li {
            p { a href={ "/imports/" (run.id) } { (run.file_name) } @if run.undone_at.is_some() { " " (parts::tag("wait", "Undone")) } }
            p class="meta" {
                span { (run.kind.label()) } span { (grouped(run.row_count)) " rows" } span { (run.program_name) } span { (zone.day(run.started_at)) } span { (run.actor) }
            }
        }
    }
}

fn upload(viewer: &Viewer, kept: &[Kept], form: &UploadForm, complaints: &Complaints) -> Markup {
    let programs: Vec<(String, String)> = viewer
        .programs()
        .into_iter()
        .filter(|(key, _)| viewer.manages(*key))
        .map(|(key, name)| (key.to_string(), name.to_owned()))
        .collect();
    let readings: Vec<(String, String)> = std::iter::once((String::new(), "By the headers of the file".to_owned()))
        .chain(super::presets::ALL.iter().map(|preset| (preset.name.to_owned(), preset.label.to_owned())))
        .chain(kept.iter().map(|kept| (kept.name.clone(), format!("{} ({})", kept.name, kept.kind.label()))))
        .collect();
    parts::card(
        "new",
        "Import a file",
        html! {
            form class="in stack" method="post" action="/imports/preview" enctype="multipart/form-data" {
                (parts::field("kind", "What is in it?", None, complaints, |wiring| wiring.select(&form.kind, &parts::options::<ImportKind>(None))))
                (parts::field("preset", "How to read it", None, complaints, |wiring| wiring.select(&form.preset, &readings)))
                @if programs.len() == 1 { @for (key, _) in &programs { input type="hidden" name="program" value=(key); } }
                @else { (parts::field("program", "Program", None, complaints, |wiring| wiring.select(&form.program, &programs))) }
                (parts::field("file", "File", Some("An Excel workbook (.xlsx), CSV, or a directory of partners as HSDS JSON. At most 32 MiB"), complaints, |wiring| wiring.text("", "file")))
                button class="btn main" { "Look at it first" }
            }
        },
    )
}

/// A file before it is imported.
pub struct Draft<'d> {
    /// Address of the job.
    pub job: &'d str,
    /// The columns as they are drawn, in short.
    pub seen: &'d str,
    /// Into which program.
    pub program: &'d Program,
    /// The file.
    pub file: &'d File,
    /// What was read.
    pub reading: &'d Reading,
    /// What it would make.
    pub made: &'d Made,
    /// Rows that a person decides about.
    pub asks: &'d [Ask],
    /// Which leaf of them is shown.
    pub leaf: usize,
    /// True where the import was pressed before all was decided.
    pub is_asked_again: bool,
    /// The same file, imported before.
    pub same: Option<&'d (ImportId, Day)>,
}

/// What a file would bring.
pub fn preview(viewer: &Viewer, draft: &Draft<'_>) -> Markup {
    let reading = draft.reading;
    let below = html! {
        (draft.file.kind.label()) " for " (draft.program.name) ". " (number(reading.row_count)) " rows, " (reading.encoding) ". Nothing is changed yet."
    };
    let body = html! {
        (parts::head(Some(html! { a href="/imports" { "Imports" } }), &format!("Look at {}", draft.file.name), Some(below)))
        (complaints(reading))
        @if let Some((id, on)) = draft.same {
            p class="box note" role="status" { "This file was imported on " (on) " already. Importing it again changes nothing. " a href={ "/imports/" (id) } { "See that import" } }
        }
        form class="stack" method="post" action="/imports" {
            (parts::form_key(&forms::fresh_key(), None))
            input type="hidden" name="job" value=(draft.job);
            input type="hidden" name="seen" value=(draft.seen);
            div class="cols" {
                div class="stack" {
                    @if reading.error_count == 0 {
                        (parts::card("brings", "What it would bring", html! { (sums(draft.made)) }))
                        (deciding::card(draft.asks, draft.leaf, draft.is_asked_again))
                        p class="row" {
                            @if draft.same.is_none() { button class="btn main" { "Import " (number(reading.row_count)) " rows" } }
                            a class="btn" href="/imports" { "Choose another file" }
                        }
                        p class="small dim" { "All of it is imported, or nothing. You can undo an import for 30 days." }
                    } @else {
                        p class="box wait" { "The file cannot be imported as it is. " @if reading.is_json { "Say what it does not say" } @else { "Choose other columns" } " and press Read again, or correct the file and choose it again." }
                        p class="row" {
                            @if !reading.refused.is_empty() { button class="btn" formaction="/imports/refused" { "Download only the rows to fix" } }
                            a class="btn" href="/imports" { "Choose another file" }
                        }
                        @if !reading.refused.is_empty() { p class="small dim" { "It names the line of each row in your file and what to fix. Columns about who somebody is are not in it." } }
                    }
                    (asked(&reading.questions))
                    (sample(reading, draft.file.kind))
                }
                @if reading.is_json { (kind_of_all(draft)) } @else { (mapping(draft)) }
            }
        }
    };
    let title = if reading.error_count == 0 { "Look at the file" } else { "Error: Look at the file" };
    staff(&viewer.chrome(), &Page::new(title, "/imports"), body)
}

fn complaints(reading: &Reading) -> Markup {
    html! {
        @if reading.error_count > 0 {
            div class="box stop" role="alert" tabindex="-1" id="errors" {
                h2 { @if reading.error_count == 1 { "One thing to fix" } @else { (number(reading.error_count)) " things to fix" } }
                ul { @for words in &reading.errors { li { (words) } } }
                @if reading.error_count > reading.errors.len() { p { "And " (number(reading.error_count - reading.errors.len())) " more." } }
            }
        }
    }
}

/// The columns that are read, and those the file needs; the rest folded away.
fn mapping(draft: &Draft<'_>) -> Markup {
    let reading = draft.reading;
    let is_shown = |field: &&Field| field.is_required || reading.mapping.has(field.name) || is_expected(draft.file.kind, field.name);
    let (shown, rest): (Vec<&Field>, Vec<&Field>) = fields::of(draft.file.kind).partition(is_shown);
    parts::card(
        "columns",
        "Which column is what",
        html! {
            div class="in stack" {
                @for field in shown { (one_field(reading, field)) }
                @if !rest.is_empty() {
                    details { summary { "Other fields (" (rest.len()) ")" } div class="stack" { @for field in rest { (one_field(reading, field)) } } }
                }
                @if !draft.made.unread.is_empty() { p class="dim" { "Not read: " (draft.made.unread.join(", ")) "." } }
                button class="btn" formaction="/imports/preview" formenctype="multipart/form-data" { "Read again" }
            }
        },
    )
}

/// What a file in the shape of HSDS does not say: for which kind of referral its services are.
fn kind_of_all(draft: &Draft<'_>) -> Markup {
    let chosen = match draft.reading.mapping.source(OF_JSON) {
        Some(Source::Fixed(code)) => code.as_str(),
        _ => "",
    };
    parts::card(
        "columns",
        "What the file does not say",
        html! {
            div class="in stack" {
                div {
                    label for="map-json" { "Services without a kind are for" }
                    select class="inp" id="map-json" name="map" {
                        option value={ (OF_JSON) "=" } selected[chosen.is_empty()] { "Not said" }
                        @for kind in Kind::ALL { option value={ (OF_JSON) "==" (kind.code()) } selected[chosen == kind.code()] { (kind.label()) } }
                    }
                }
                @if !draft.made.unread.is_empty() { p class="dim" { "There is no place here for: " (draft.made.unread.join(", ")) "." } }
                button class="btn" formaction="/imports/preview" formenctype="multipart/form-data" { "Read again" }
            }
        },
    )
}

/// Fields that a file of this kind usually has.
fn is_expected(kind: ImportKind, field: &str) -> bool {
    match kind {
        ImportKind::Clients => ["postal_code", "contact_name", "telephone"].contains(&field),
        ImportKind::Sites => ["address", "area_sq_ft", "rent_cents", "rent_unit"].contains(&field),
        ImportKind::Deployments => ["awarded_on", "awarded", "postal_code"].contains(&field),
        ImportKind::Services => ["client_number", "name", "channel", "minutes", "advisor"].contains(&field),
        ImportKind::People => ["client_number", "name", "contact_name", "share"].contains(&field),
        ImportKind::Training => ["heads", "city", "state"].contains(&field),
        ImportKind::Outcomes => ["client_number", "name", "amount_before", "amount_after", "evidence"].contains(&field),
        ImportKind::Referrals => ["name", "referral_kind", "referral_status", "sent_on", "accepted_on", "ended_on"].contains(&field),
        ImportKind::Partners => ["partner_kinds", "service", "service_kind"].contains(&field),
    }
}

fn one_field(reading: &Reading, field: &Field) -> Markup {
    let chosen = reading.mapping.source(field.name);
    html! {
        div {
            label for={ "map-" (field.name) } {
                (field.label)
                @if field.is_required { " " span class="hint" { "needed" } }
                @if field.is_walled { " " span class="hint" { "kept where staff cannot see it, as released by the source" } }
            }
            select class="inp" id={ "map-" (field.name) } name="map" {
                option value={ (field.name) "=" } selected[chosen.is_none()] { "Not in this file" }
                @for (place, header) in reading.headers.iter().enumerate().filter(|(_, header)| !header.is_empty()) {
                    option value={ (field.name) "=" (header) } selected[chosen == Some(&Source::Column(place))] { (header) }
                }
                (fixed(field.name, chosen))
            }
        }
    }
}

/// Values that every row may have, where the file has no column: the kinds of resource, and what a preset says.
fn fixed(field: &str, chosen: Option<&Source>) -> Markup {
    let kept = match chosen {
        Some(Source::Fixed(value)) => Some(value.as_str()),
        _ => None,
    };
    let listed = |list| codes::rows(list).iter().map(|row| (row.code.as_str(), row.label.as_str())).collect();
    let offered: Vec<(&str, &str)> = match field {
        "kind" => ResourceKind::ALL.iter().map(|kind| (kind.code(), kind.label())).collect(),
        "referral_kind" => Kind::ALL.iter().map(|kind| (kind.code(), kind.label())).collect(),
        "help_kind" => ServiceKind::ALL.iter().map(|kind| (kind.code(), kind.label())).collect(),
        "channel" => Channel::ALL.iter().map(|channel| (channel.code(), channel.label())).collect(),
        "training_format" => listed(codes::List::TrainingFormats),
        "outcome_kind" => listed(codes::List::OutcomeKinds),
        _ => Vec::new(),
    };
    html! {
        @for (code, label) in &offered { option value={ (field) "==" (code) } selected[kept == Some(*code)] { "Every row: " (label) } }
        @if let Some(value) = kept.filter(|value| !offered.iter().any(|(code, _)| code == value)) {
            option value={ (field) "==" (value) } selected { "Every row: " (value) }
        }
    }
}

/// The first rows, field by field. Columns about who somebody is are left out.
fn sample(reading: &Reading, kind: ImportKind) -> Markup {
    let columns: Vec<(&str, usize)> = fields::of(kind)
        .filter(|field| !field.is_walled)
        .filter_map(|field| match reading.mapping.source(field.name) {
            Some(Source::Column(place)) => Some((field.label, *place)),
            _ => None,
        })
        .collect();
    html! {
        @if !reading.sample.is_empty() && !columns.is_empty() {
            (parts::card("sample", "The first rows", parts::scroll("The first rows of the file", html! {
                table class="grid" {
                    thead { tr { th scope="col" { "Line" } @for (label, _) in &columns { th scope="col" { (label) } } } }
                    tbody {
                        @for (line, cells) in &reading.sample {
                            tr { th scope="row" { (line) } @for (_, place) in &columns { td { (cells.get(*place).map(|cell| shortened(cell)).unwrap_or_default()) } } }
                        }
                    }
                }
            })))
        }
    }
}

fn sums(made: &Made) -> Markup {
    html! {
        div class="in stack" {
            dl class="facts" {
                @if made.records + made.records_here + made.records_changed + made.repeated > 0 {
                    div { dt { "New" } dd class="num" { (number(made.records)) } }
                    div { dt { "Here already, left as they are" } dd class="num" { (number(made.records_here)) } }
                    @if made.records_changed > 0 { div { dt { "Here already, and the file tells more" } dd class="num" { (number(made.records_changed)) } } }
                    @if made.repeated > 0 { div { dt { "Rows that stand in the file twice, taken once" } dd class="num" { (number(made.repeated)) } } }
                    @if made.late > 0 { div { dt { "Written down more than a week after their day" } dd class="num" { (number(made.late)) } } }
                    @if made.by_others > 0 { div { dt { "By advisors without an account, with their names as the file has them" } dd class="num" { (number(made.by_others)) } } }
                } @else if made.sites + made.sites_already_here > 0 {
                    div { dt { "New units" } dd class="num" { (number(made.sites)) } }
                    div { dt { "Units listed already, left unchanged" } dd class="num" { (number(made.sites_already_here)) } }
                } @else if made.partners + made.partners_already_here > 0 {
                    div { dt { "New partners" } dd class="num" { (number(made.partners)) } }
                    div { dt { "Partners already here, left unchanged" } dd class="num" { (number(made.partners_already_here)) } }
                    div { dt { "New services" } dd class="num" { (number(made.services)) } }
                    div { dt { "Services already here, left unchanged" } dd class="num" { (number(made.services_already_here)) } }
                    div { dt { "New people to ask" } dd class="num" { (number(made.contacts)) } }
                } @else {
                    div { dt { "New clients" } dd class="num" { (number(made.clients)) } }
                    div { dt { "Rows about clients already here, left unchanged" } dd class="num" { (number(made.already_here)) } }
                }
                @if made.left_out > 0 { div { dt { "Rows left out, as you said" } dd class="num" { (number(made.left_out)) } } }
                @if made.deployments + made.deployments_already_here > 0 {
                    div { dt { "Resources" } dd class="num" { (number(made.deployments)) (awarded(made)) } }
                }
                @if made.deployments_already_here > 0 {
                    div { dt { "Resources an earlier import brought, left out" } dd class="num" { (number(made.deployments_already_here)) } }
                }
                @if made.job_snapshots > 0 { div { dt { "Counts of workers" } dd class="num" { (number(made.job_snapshots)) } } }
            }
            @for known in &made.coverage { p class="small dim" { (known.what) ": unknown in " (number(known.unknown)) " of " (number(known.of)) " rows" } }
            @if !made.listed.is_empty() { p class="small dim" { "Put on the program's lists: " (made.listed.join(", ")) "." } }
        }
    }
}

fn asked(questions: &[Question]) -> Markup {
    html! {
        @if !questions.is_empty() {
            (parts::card("questions", "Questions", html! {
                div class="in stack" {
                    p class="dim" { "These could not be read for sure. They are kept as typed and left unset; nothing is guessed." }
                    ul class="stack" {
                        @for question in questions.iter().take(100) {
                            li {
                                p {
                                    b { (parts::count(question.row_count, "row", "rows")) } ", column " b { (question.header) }
                                    @if !question.typed.is_empty() { ": " q { (shortened(&question.typed)) } }
                                }
                                p class="small dim" { (question.words) (lines(question)) }
                            }
                        }
                    }
                    @if questions.len() > 100 { p { "And " (number(questions.len() - 100)) " more." } }
                }
            }))
        }
    }
}

/// An import under way. The page looks again by itself every two seconds.
pub fn under_way(viewer: &Viewer, job: &str, name: &str, (done, total): (usize, usize)) -> Markup {
    let body = html! {
        (parts::head(Some(html! { a href="/imports" { "Imports" } }), "Importing", None))
        section class="card" {
            div class="in stack" role="status" {
                p class="row" { label for="pg" { "Reading " (name) } span class="push num small dim" { (number(done)) " of " (number(total)) " rows" } }
                progress id="pg" max=(total.max(1)) value=(done) { (done * 100 / total.max(1)) "%" }
                p class="small dim" { "This page looks again every two seconds. You can leave it; the import goes on." }
                p class="row" { a class="btn" href="" { "Look again" } }
                form class="row" method="post" action={ "/imports/jobs/" (job) "/stopping" } {
                    (parts::form_key(&forms::fresh_key(), None))
                    button class="btn" { "Stop this import" }
                    span class="small dim" { "Then nothing of the file is kept." }
                }
            }
        }
    };
    staff(&viewer.chrome(), &Page::new("Importing", "/imports").refreshing(2), body)
}

/// An import that stopped. Nothing of it was kept.
pub fn stopped(viewer: &Viewer, name: &str, words: &str) -> Markup {
    let body = html! {
        (parts::head(Some(html! { a href="/imports" { "Imports" } }), "The import stopped", None))
        div class="box stop" role="alert" { h2 { (name) " was not imported" } p { "Nothing was changed." } ul { @for line in words.lines() { li { (line) } } } }
        p class="row" { a class="btn main" href="/imports" { "Choose the file again" } }
    };
    staff(&viewer.chrome(), &Page::new("Error: The import stopped", "/imports"), body)
}
