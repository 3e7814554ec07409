//! Required filings: which there are, one of them, and the files that were made for it.

pub mod checks;
mod lines;
mod recording;

pub use lines::LineForm;

use crate::auth::settling::Settling;
use crate::auth::step_up::Typed;
use crate::auth::{Viewer, not_yet, proof};
use crate::config::Clock;
use crate::filings::OwnLine;
use crate::firewall::filing::{self, Filing, Made};
use crate::programs::{FundingSource, Program};
use crate::values::{FilingForm, Instant, Question, Vocabulary};
use crate::web::layout::{self, staff};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

/// What is typed to record a filing. No `Debug`: there is a password in it.
#[derive(Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordForm {
    pub(in crate::filings) key: String,
    #[serde(default)]
    pub(in crate::filings) program: String,
    pub(in crate::filings) recipient: String,
    pub(in crate::filings) authority: String,
    #[serde(default)]
    pub(in crate::filings) question: Vec<String>,
    pub(in crate::filings) from_on: String,
    #[serde(default)]
    pub(in crate::filings) form: String,
    #[serde(default)]
    pub(in crate::filings) location: String,
    pub(in crate::filings) has_names: Option<String>,
    #[serde(default)]
    pub(in crate::filings) source: String,
    #[serde(default)]
    pub(in crate::filings) basis: String,
    #[serde(default)]
    pub(in crate::filings) provider_type: String,
    #[serde(default)]
    pub(in crate::filings) provider_relation: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    code: String,
}

impl RecordForm {
    /// What proves who asks.
    pub(in crate::filings) fn typed(&self) -> Typed {
        Typed { password: self.password.clone(), code: self.code.clone() }
    }
}

/// What is typed to make a file, or to end the filing. No `Debug`: there is a password in it.
#[derive(Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileForm {
    pub(in crate::filings) key: String,
    pub(in crate::filings) first: String,
    pub(in crate::filings) last: String,
    pub(in crate::filings) leaves_out: Option<String>,
    #[serde(skip)]
    pub(in crate::filings) why: String,
    #[serde(skip)]
    pub(in crate::filings) location: Option<String>,
    #[serde(skip)]
    pub(in crate::filings) line: LineForm,
    #[serde(default)]
    password: String,
    #[serde(default)]
    code: String,
}

impl FileForm {
    /// The page with what was typed to end the filing.
    pub(in crate::filings) fn ending(why: &str) -> Self {
        Self { why: why.to_owned(), ..Self::default() }
    }

    /// The page with what was typed as the center's number.
    pub(in crate::filings) fn locating(location: &str) -> Self {
        Self { location: Some(location.to_owned()), ..Self::default() }
    }

    /// The page with what was typed of a line.
    pub(in crate::filings) fn adding(line: LineForm) -> Self {
        Self { line, ..Self::default() }
    }

    /// What proves who asks.
    pub(in crate::filings) fn typed(&self) -> Typed {
        Typed { password: self.password.clone(), code: self.code.clone() }
    }
}

/// "November 29", on the organization's wall.
fn day(clock: &Clock, at: Instant) -> String {
    clock.zone().day(at).short(clock.today())
}

/// A program, and who pays there.
pub type Payers<'p> = (&'p Program, &'p [FundingSource]);

/// Draws the filings.
pub fn page(
    viewer: &Viewer,
    (filings, payers, settles): (&[Filing], &[Payers<'_>], Option<Settling>),
    clock: &Clock,
    form: &RecordForm,
    complaints: &Complaints,
) -> Markup {
    let body = html! {
        (parts::head(None, "Filings", Some(html! { "A law or a contract may make a program send exact figures to one recipient. Only what stands here leaves, only to whom it names, and only answers of people who read that before they answered. " a href="/checks" { "Check what would be filed" } "." })))
        (parts::error_summary(complaints))
        div class="cols" {
            (parts::card("list", "Required filings", html! {
                @if filings.is_empty() { (parts::empty("No filing is recorded", "So no file with anybody's answers leaves, and the page that asks people says so.", None)) }
                ul class="rows" {
                    @for filing in filings {
                        li {
                            div class="row" { a href={ "/filings/" (filing.id) } { (filing.recipient) } @if filing.ended.is_some() { (parts::tag("", "Ended")) } @else { (parts::tag("good", "In force")) } }
                            p class="small dim" { (filing.program_name) ". " (filing.form.label()) ". " (filing.authority) ". " @if !filing.questions.is_empty() { "Asks for " (names(&filing.questions)) ". " } "Since " (day(clock, filing.recorded_at)) "." }
                        }
                    }
                }
            }))
            (recording::card(viewer, payers, form, complaints, &not_yet(settles, "record a filing", clock)))
        }
    };
    let title = if complaints.is_empty() { "Filings" } else { "Error: Filings" };
    staff(&viewer.chrome(), &layout::Page::new(title, "/filings"), body)
}

fn names(questions: &[Question]) -> String {
    questions.iter().map(|question| question.label().to_lowercase()).collect::<Vec<_>>().join(", ")
}

/// One filing, and all that its page shows.
pub struct FilingPage<'p> {
    pub filing: &'p Filing,
    pub made: &'p [Made],
    pub settles: Option<Settling>,
    /// The lines of its own table.
    pub lines: &'p [OwnLine],
    /// The neighborhoods that a line can be narrowed to.
    pub places: &'p [String],
    /// The questions that its program asks.
    pub asked: &'p [Question],
}

/// Draws one filing.
pub fn filing(viewer: &Viewer, page: FilingPage<'_>, clock: &Clock, form: &FileForm, complaints: &Complaints) -> Markup {
    let FilingPage { filing, made, settles, .. } = page;
    let address = format!("/filings/{}", filing.id);
    let tag = if filing.ended.is_some() { parts::tag("", "Ended") } else { parts::tag("good", "In force") };
    let not_yet = not_yet(settles, "make a file, or take a copy", clock);
    let mut facts: Vec<(&str, Markup, Option<Markup>)> = vec![
        ("Program", html! { (filing.program_name) }, None),
        ("What requires it", html! { (filing.authority) }, None),
        (
            "Written as",
            html! { (filing.form.label()) @if filing.form.may_name() { @if filing.has_names { ", with names" } @else { ", without names" } } },
            None,
        ),
        (
            "Asks for",
            html! { @if filing.questions.is_empty() { "nothing that people say about themselves" } @else { (names(&filing.questions)) } },
            None,
        ),
        ("From", html! { (filing.from_on.short(clock.today())) }, None),
        ("Recorded by", html! { (filing.recorded_by) ", " (day(clock, filing.recorded_at)) }, None),
    ];
    facts.extend(filing.source_name.as_ref().map(|name| ("Counts only what is paid by", html! { (name) }, None)));
    facts.extend(filing.details.basis.map(|basis| ("Benefit rests on", html! { (basis.label()) }, None)));
    facts.extend(filing.details.provider_type.map(|kind| ("Organization type", html! { (kind.label()) }, None)));
    facts.extend(filing.details.provider_relation.map(|relation| ("To the grant", html! { (relation.label()) }, None)));
    if let Some((at, why)) = &filing.ended {
        facts.push(("Ended", html! { (day(clock, *at)) ": " (why) }, None));
    }
    let body = html! {
        (parts::head(Some(html! { a href="/filings" { "Filings" } }), &filing.recipient, Some(tag)))
        (parts::error_summary(complaints))
        div class="cols" {
            div class="stack" {
                (parts::card("what", "The filing", html! { div class="in stack" { (parts::facts(&facts)) (unasked(&page)) } }))
                @if filing.form.has_own_lines() { (lines::card(&page, &form.line, complaints)) }
                @if filing.form.has_records() && filing.ended.is_none() {
                    (parts::card("check", "Check first", html! { div class="in stack" {
                        p { a href={ "/checks/" (filing.id) } { "Check what would be filed" } ": which records are ready, what the others lack, and what is written otherwise than we hold it." }
                        @if filing.form.is_of_the_sba() { (locate(&address, filing, form, complaints)) }
                    } }))
                }
                (parts::card("made", "Files that were made", html! { (files(filing, made, clock)) }))
            }
            div class="stack" {
                @if filing.ended.is_none() {
                    (parts::card("make", "Make a file, or take a copy", html! { div class="in stack" { (not_yet) (make(viewer, filing, made, form, complaints)) } }))
                } @else if !made.is_empty() {
                    (parts::card("make", "Take a copy", html! { div class="in stack" { (not_yet) (copy(viewer, filing, made)) } }))
                }
                @if filing.ended.is_none() { (parts::card("end", "End it", html! { (end(viewer, &address, form, complaints)) })) }
            }
        }
    };
    let title = format!("{}Filing: {}", if complaints.is_empty() { "" } else { "Error: " }, filing.recipient);
    staff(&viewer.chrome(), &layout::Page::new(&title, "/filings"), body)
}

/// "3 clients", in the words of the form.
fn pieces(form: FilingForm, number: i64) -> String {
    let (one, many) = filing::pieces(form);
    parts::count(number, one, many)
}

/// What the program does not ask yet, and the file needs.
fn unasked(page: &FilingPage<'_>) -> Markup {
    let missing: Vec<Question> = page.filing.questions.iter().copied().filter(|question| !page.asked.contains(question)).collect();
    html! {
        @if !missing.is_empty() && page.filing.ended.is_none() {
            p class="box wait" {
                (page.filing.program_name) " does not ask yet for " (names(&missing)) ". Everybody would stand in the file as not asked. "
                "A manager of the program or an administrator switches questions on, on the program's page of questions."
            }
        }
    }
}

fn files(filing: &Filing, made: &[Made], clock: &Clock) -> Markup {
    html! {
        @if made.is_empty() { (parts::empty("No file was made yet", "A file is made once for its days and never changes.", None)) }
        ul class="rows" {
            @for file in made {
                li {
                    p { b { (file.days.first) " to " (file.days.last) } }
                    @if filing.form.has_records() {
                        p class="small" {
                            a href={ "/filings/" (filing.id) "/files/" (file.id) } { @if filing.form.is_of_lines() { "What changed since" } @else { (pieces(filing.form, file.records)) } }
                            @if file.left_out > 0 { "; " (file.left_out) " not ready, for a later file" }
                        }
                    }
                    p class="small dim" { "Made by " (file.by) " on " (day(clock, file.at)) ". SHA-256 " span class="break" { (file.sha256) } }
                }
            }
        }
        @if !made.is_empty() { p class="in small dim" { "Files stand encrypted here." } }
    }
}

/// The number that the SBA gave the center.
fn locate(address: &str, filing: &Filing, form: &FileForm, complaints: &Complaints) -> Markup {
    let typed = form.location.as_deref().or(filing.location.as_deref()).unwrap_or_default();
    html! {
        form class="row" method="post" action={ (address) "/locations" } {
            input type="hidden" name="version" value=(filing.version);
            (parts::field("location", "Location code", Some("the number that the SBA gave the center"), complaints, |wiring| wiring.text(typed, "number")))
            button class="btn" { "Save the code" }
        }
    }
}

fn make(viewer: &Viewer, filing: &Filing, made: &[Made], form: &FileForm, complaints: &Complaints) -> Markup {
    html! {
        form class="stack" method="post" action={ "/filings/" (filing.id) "/files" } {
            (parts::form_key(&forms::fresh_key(), None))
            div class="stack" {
                (parts::field("first", "First day", None, complaints, |wiring| wiring.text(&form.first, "date")))
                (parts::field("last", "Last day", Some("before today"), complaints, |wiring| wiring.text(&form.last, "date")))
            }
            @if !filing.form.is_of_lines() {
                div class="tick" {
                    input type="checkbox" id="leaves_out" name="leaves_out" value="yes" checked[form.leaves_out.is_some()];
                    label for="leaves_out" { "What is not ready waits for a later file" }
                }
            }
            p class="small dim" { (what_it_holds(filing.form)) }
            (proof(viewer, complaints))
            button class="btn main" { "Make the file" }
        }
        @if !made.is_empty() { hr; (copy(viewer, filing, made)) }
    }
}

fn what_it_holds(form: FilingForm) -> &'static str {
    match form {
        FilingForm::Table => {
            "It counts the owners of clients who got a service in these days. Whoever chose several groups is counted in each. Whoever answered before this recipient was named is counted as not asked."
        }
        FilingForm::Sba641 => {
            "It holds a record for each session of these days that counts for funders, valid against the SBA's schema of February 2025. A record without an answer on race, given after this recipient was named, is never in it. What a file holds stays as it is from then on."
        }
        FilingForm::Cdbg => {
            "It counts the businesses that got a service in these days, and their owners by race as HUD lists it, household income and household size. Whoever answered before this recipient was named is counted as not asked."
        }
        FilingForm::Ssbci => {
            "It holds a row for each client with sessions in these days that count for funders: hours of legal, accounting and financial advisory services, and what the owner who speaks for it certified. A client who has not answered that question is never in it."
        }
        FilingForm::Mep => {
            "It holds a row for each client and topic with sessions in these days that count for funders. Nothing that people say about themselves is in it."
        }
        FilingForm::LogicModel | FilingForm::OwnTable => {
            "It holds the lines above, counted for these days, and who got a service by each question that it takes."
        }
        FilingForm::Sba888 => {
            "It holds a record for each training that began in these days, valid against the SBA's schema of February 2025. It counts what people who came by name answered after this recipient was named, and what was counted on sign-in sheets."
        }
    }
}

fn copy(viewer: &Viewer, filing: &Filing, made: &[Made]) -> Markup {
    html! {
        form class="stack" method="post" action={ "/filings/" (filing.id) "/copies" } {
            input type="hidden" name="key" value=(forms::fresh_key());
            div {
                label for="file" { "A file that was made" }
                select class="inp" id="file" name="file" { @for file in made { option value=(file.id) { (file.days.first) " to " (file.days.last) } } }
            }
            @if filing.form.has_records() {
                div {
                    label for="sheet" { "Which sheet" }
                    select class="inp" id="sheet" name="sheet" {
                        option value="file" { "The file itself" }
                        option value="changes" { "What is written otherwise than we hold it, and what was left out" }
                    }
                }
            }
            @if !viewer.is_demo {
                div class="stack" {
                    div { label for="copy-password" { "Your password" } input class="inp" id="copy-password" name="password" type="password" autocomplete="current-password"; }
                    div { label for="copy-code" { "A new code from your app" } input class="inp" id="copy-code" name="code" inputmode="numeric" autocomplete="one-time-code"; }
                }
            }
            button class="btn" { "Take a copy" }
        }
    }
}

fn end(viewer: &Viewer, address: &str, form: &FileForm, complaints: &Complaints) -> Markup {
    html! {
        form class="in stack" method="post" action={ (address) "/endings" } {
            input type="hidden" name="key" value=(forms::fresh_key());
            (parts::field("why", "Why it ends", None, complaints, |wiring| wiring.text(&form.why, "text")))
            @if !viewer.is_demo {
                div class="stack" {
                    div { label for="end-password" { "Your password" } input class="inp" id="end-password" name="password" type="password" autocomplete="current-password"; }
                    div { label for="end-code" { "A new code from your app" } input class="inp" id="end-code" name="code" inputmode="numeric" autocomplete="one-time-code"; }
                }
            }
            button class="btn" { "End this filing" }
            p class="small dim" { "What was made stays on record. The page that asks people names this recipient no longer." }
        }
    }
}
