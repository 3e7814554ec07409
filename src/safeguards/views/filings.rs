//! Required filings: which there are, one of them, and the files that were made for it.

use super::{day, not_yet};
use crate::auth::settling::Settling;
use crate::auth::step_up::Typed;
use crate::auth::{Viewer, proof};
use crate::config::Clock;
use crate::firewall::filing::{Filing, Made};
use crate::programs::Program;
use crate::values::{Question, Vocabulary};
use crate::web::layout::{self, staff};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

/// What is typed to record a filing. No `Debug`: there is a password in it.
#[derive(Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FilingForm {
    pub(in crate::safeguards) key: String,
    #[serde(default)]
    pub(in crate::safeguards) program: String,
    pub(in crate::safeguards) recipient: String,
    pub(in crate::safeguards) authority: String,
    #[serde(default)]
    pub(in crate::safeguards) question: Vec<String>,
    pub(in crate::safeguards) from_on: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    code: String,
}

impl FilingForm {
    /// What proves who asks.
    pub(in crate::safeguards) fn typed(&self) -> Typed {
        Typed { password: self.password.clone(), code: self.code.clone() }
    }
}

/// What is typed to make a file, or to end the filing. No `Debug`: there is a password in it.
#[derive(Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileForm {
    pub(in crate::safeguards) key: String,
    pub(in crate::safeguards) first: String,
    pub(in crate::safeguards) last: String,
    #[serde(skip)]
    pub(in crate::safeguards) why: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    code: String,
}

impl FileForm {
    /// The page with what was typed to end the filing.
    pub(in crate::safeguards) fn ending(why: &str) -> Self {
        Self { why: why.to_owned(), ..Self::default() }
    }

    /// What proves who asks.
    pub(in crate::safeguards) fn typed(&self) -> Typed {
        Typed { password: self.password.clone(), code: self.code.clone() }
    }
}

/// Draws the filings.
pub fn page(
    viewer: &Viewer,
    (filings, programs, settles): (&[Filing], &[Program], Option<Settling>),
    clock: &Clock,
    form: &FilingForm,
    complaints: &Complaints,
) -> Markup {
    let body = html! {
        (parts::head(None, "Filings", Some(html! { "A law or a contract may make a program send exact figures to one recipient. Only what stands here leaves, only to whom it names, and only answers of people who read that before they answered." })))
        (parts::error_summary(complaints))
        div class="cols" {
            (parts::card("list", "Required filings", html! {
                @if filings.is_empty() { (parts::empty("No filing is recorded", "So no file with anybody's answers leaves, and the page that asks people says so.", None)) }
                ul class="rows" {
                    @for filing in filings {
                        li {
                            div class="row" { a href={ "/filings/" (filing.id) } { (filing.recipient) } @if filing.ended.is_some() { (parts::tag("", "Ended")) } @else { (parts::tag("good", "In force")) } }
                            p class="small dim" { (filing.program_name) ". " (filing.authority) ". Asks for " (names(&filing.questions)) ". Since " (day(clock, filing.recorded_at)) "." }
                        }
                    }
                }
            }))
            (record(viewer, programs, form, complaints, &not_yet(settles, "record a filing", clock)))
        }
    };
    let title = if complaints.is_empty() { "Filings" } else { "Error: Filings" };
    staff(&viewer.chrome(), &layout::Page::new(title, "/filings"), body)
}

fn names(questions: &[Question]) -> String {
    questions.iter().map(|question| question.label().to_lowercase()).collect::<Vec<_>>().join(", ")
}

fn record(viewer: &Viewer, programs: &[Program], form: &FilingForm, complaints: &Complaints, not_yet: &Markup) -> Markup {
    let options: Vec<(String, String)> = std::iter::once((String::new(), "Choose a program".to_owned()))
        .chain(programs.iter().map(|program| (program.id.to_string(), program.name.clone())))
        .collect();
    parts::card(
        "record",
        "Record a filing",
        html! {
            form class="in stack" method="post" action="/filings" {
                (parts::form_key(&forms::fresh_key(), None))
                (parts::field("program", "Program", None, complaints, |wiring| wiring.select(&form.program, &options)))
                (parts::field("recipient", "Who gets it", Some("clients read this name"), complaints, |wiring| wiring.text(&form.recipient, "text")))
                (parts::field("authority", "What requires it", Some("the law, rule or contract, with its number"), complaints, |wiring| wiring.text(&form.authority, "text")))
                fieldset id="question" {
                    legend class="lbl-h" { "What it asks for" }
                    @if let Some(words) = complaints.on("question") { span class="err" { (words) } }
                    @for question in Question::ALL {
                        div class="tick" {
                            input type="checkbox" id={ "q-" (question.code()) } name="question" value=(question.code()) checked[form.question.iter().any(|chosen| chosen == question.code())];
                            label for={ "q-" (question.code()) } { (question.label()) }
                        }
                    }
                }
                (parts::field("from_on", "From when", None, complaints, |wiring| wiring.text(&form.from_on, "date")))
                (proof(viewer, complaints))
                (not_yet)
                button class="btn main" { "Record the filing" }
                p class="small dim" { "From that moment the page that asks people names this recipient, and people who answered before are asked again. Earlier answers are never in the file." }
            }
        },
    )
}

/// Draws one filing.
pub fn filing(
    viewer: &Viewer,
    (filing, made, settles): (&Filing, &[Made], Option<Settling>),
    clock: &Clock,
    form: &FileForm,
    complaints: &Complaints,
) -> Markup {
    let address = format!("/filings/{}", filing.id);
    let tag = if filing.ended.is_some() { parts::tag("", "Ended") } else { parts::tag("good", "In force") };
    let not_yet = not_yet(settles, "make a file, or take a copy", clock);
    let mut facts: Vec<(&str, Markup, Option<Markup>)> = vec![
        ("Program", html! { (filing.program_name) }, None),
        ("What requires it", html! { (filing.authority) }, None),
        ("Asks for", html! { (names(&filing.questions)) }, None),
        ("From", html! { (filing.from_on.short(clock.today())) }, None),
        ("Recorded by", html! { (filing.recorded_by) ", " (day(clock, filing.recorded_at)) }, None),
    ];
    if let Some((at, why)) = &filing.ended {
        facts.push(("Ended", html! { (day(clock, *at)) ": " (why) }, None));
    }
    let body = html! {
        (parts::head(Some(html! { a href="/filings" { "Filings" } }), &filing.recipient, Some(tag)))
        (parts::error_summary(complaints))
        div class="cols" {
            div class="stack" {
                (parts::card("what", "The filing", html! { div class="in" { (parts::facts(&facts)) } }))
                (parts::card("made", "Files that were made", html! { (files(made, clock)) }))
            }
            div class="stack" {
                @if filing.ended.is_none() {
                    (parts::card("make", "Make a file, or take a copy", html! { div class="in stack" { (not_yet) (make(viewer, &address, made, form, complaints)) } }))
                } @else if !made.is_empty() {
                    (parts::card("make", "Take a copy", html! { div class="in stack" { (not_yet) (copy(viewer, &address, made)) } }))
                }
                @if filing.ended.is_none() { (parts::card("end", "End it", html! { (end(viewer, &address, form, complaints)) })) }
            }
        }
    };
    let title = format!("{}Filing: {}", if complaints.is_empty() { "" } else { "Error: " }, filing.recipient);
    staff(&viewer.chrome(), &layout::Page::new(&title, "/filings"), body)
}

fn files(made: &[Made], clock: &Clock) -> Markup {
    html! {
        @if made.is_empty() { (parts::empty("No file was made yet", "A file is made once for its days and never changes.", None)) }
        ul class="rows" {
            @for file in made {
                li {
                    p { b { (file.days.first) " to " (file.days.last) } }
                    p class="small dim" { "Made by " (file.by) " on " (day(clock, file.at)) ". SHA-256 " span class="break" { (file.sha256) } }
                }
            }
        }
        @if !made.is_empty() { p class="in small dim" { "Files stand encrypted here." } }
    }
}

fn make(viewer: &Viewer, address: &str, made: &[Made], form: &FileForm, complaints: &Complaints) -> Markup {
    html! {
        form class="stack" method="post" action={ (address) "/files" } {
            (parts::form_key(&forms::fresh_key(), None))
            div class="stack" {
                (parts::field("first", "First day", None, complaints, |wiring| wiring.text(&form.first, "date")))
                (parts::field("last", "Last day", Some("before today"), complaints, |wiring| wiring.text(&form.last, "date")))
            }
            p class="small dim" { "It counts the owners of clients who got a service in these days. Whoever chose several groups is counted in each. Whoever answered before this recipient was named is counted as not asked." }
            (proof(viewer, complaints))
            button class="btn main" { "Make the file" }
        }
        @if !made.is_empty() { hr; (copy(viewer, address, made)) }
    }
}

fn copy(viewer: &Viewer, address: &str, made: &[Made]) -> Markup {
    html! {
        form class="stack" method="post" action={ (address) "/copies" } {
            input type="hidden" name="key" value=(forms::fresh_key());
            div {
                label for="file" { "A file that was made" }
                select class="inp" id="file" name="file" { @for file in made { option value=(file.id) { (file.days.first) " to " (file.days.last) } } }
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
