//! The pages of a question: asked by staff, answered by a partner without an account.

use super::queries::Open;
use super::{Asked, Question};
use crate::auth::Viewer;
use crate::partners::Contact;
use crate::people::Client;
use crate::programs::Program;
use crate::values::{Day, Kind, QuestionAnswer, Urgency, Vocabulary, digits};
use crate::web::layout::{Page, Solo, solo, staff};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

/// A question as typed.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuestionForm {
    pub(super) key: String,
    pub(super) kind: String,
    pub(super) text: String,
    #[serde(default)]
    pub(super) contact: Vec<String>,
}

/// What the page of a client's questions shows.
pub struct QuestionsPage<'a> {
    pub(super) client: &'a Client,
    pub(super) kind: Kind,
    /// Partners that take this kind, each with whom to ask.
    pub(super) offered: &'a [(String, Vec<Contact>)],
    pub(super) asked: &'a [Question],
    pub(super) form: &'a QuestionForm,
    pub(super) complaints: &'a Complaints,
    pub(super) today: Day,
}

pub(super) fn questions(viewer: &Viewer, page: &QuestionsPage<'_>) -> Markup {
    let (client, complaints) = (page.client, page.complaints);
    let address = format!("/clients/{}/questions", client.id);
    let above = html! { a href={ "/clients/" (client.id) } { (client.name) } " " span aria-hidden="true" { "/" } " " span class="dim" { "Ask partners" } };
    let body = html! {
        (parts::head(Some(above), "Ask partners a question", Some(html! { "It names nobody, so it needs no permission. What the client is called stays here." })))
        (parts::error_summary(complaints))
        nav class="pick" aria-label="Kind of help" { @for kind in Kind::ALL { a href={ (address) "?kind=" (kind.code()) } aria-current=[(kind == page.kind).then_some("true")] { (kind.label()) } } }
        div class="cols even" {
            form class="stack" method="post" action=(address) {
                (parts::form_key(&forms::fresh_key(), None))
                input type="hidden" name="kind" value=(page.kind.code());
                (parts::card("q", "The question", html! {
                    div class="in" { (parts::field("text", "What do you want to know?", Some("no names, numbers or addresses of the client"), complaints, |wiring| wiring.area(&page.form.text, 4))) }
                }))
                section class="card" aria-labelledby="contact" {
                    h2 id="contact" { "Whom do we ask?" }
                    @if let Some(words) = complaints.on("contact") { p class="in err" { (words) } }
                    @if page.offered.is_empty() { p class="in dim" { "No partner takes this kind yet." } }
                    div class="in stack" {
                        @for (place, (partner, contacts)) in page.offered.iter().enumerate() {
                            @for (seat, contact) in contacts.iter().enumerate() {
                                div class="tick" {
                                    input type="checkbox" id={ "c" (place) "-" (seat) } name="contact" value=(contact.id) checked[page.form.contact.iter().any(|id| id == contact.id.as_str())];
                                    label for={ "c" (place) "-" (seat) } { (partner) ", " (contact.name) }
                                }
                            }
                        }
                        p class="small dim" { "Up to five. Each gets a link of its own and answers yes, no or maybe." }
                    }
                }
                div class="row" { button class="btn main" { "Ask" } a class="btn bare" href={ "/clients/" (client.id) } { "Cancel" } }
            }
            (list(client, page.asked, page.today, html! {}))
        }
    };
    let title = if complaints.is_empty() { "Ask partners" } else { "Error: Ask partners" };
    staff(&viewer.chrome(), &Page::new(title, "/clients"), body)
}

/// The questions of a client and what came back, on the client's own page: with the way to ask.
pub fn card(client: &Client, asked: &[Question], today: Day) -> Markup {
    list(
        client,
        asked,
        today,
        html! { a class="push" href={ "/clients/" (client.id) "/questions" } { "Ask" span class="vh" { " partners a question" } } },
    )
}

fn list(client: &Client, asked: &[Question], today: Day, beside: Markup) -> Markup {
    html! {
        section class="card" aria-labelledby="asked" {
            div class="cap" { h2 id="asked" { "Questions to partners" } (beside) }
            @if asked.is_empty() { p class="in dim" { "Nothing was asked yet. A question that names nobody needs no permission." } }
            @for question in asked {
                div class="in stack" {
                    p { b { (question.text) } br; span class="small dim" { (question.kind.label()) ", " (question.on.short(today)) } }
                    ul class="rows" { @for one in &question.asked { (answer(client, question, one, today)) } }
                }
            }
        }
    }
}

fn answer(client: &Client, question: &Question, one: &Asked, today: Day) -> Markup {
    let tone = match one.answer {
        Some(QuestionAnswer::Yes) => "good",
        Some(QuestionAnswer::Maybe) => "wait",
        _ => "",
    };
    html! {
        li {
            div class="row" {
                span { (one.partner) }
                @match one.answer { Some(answer) => (parts::tag(tone, answer.label())), None => (parts::tag("", "No answer yet")) }
            }
            @if let Some(on) = one.answer_on { p class="small" { "From " (on.short(today)) } }
            @if let Some(words) = &one.sentence { p { (words) } }
            @if let Some(name) = &one.said_by { p class="small dim" { "Said by " (name) ", by link" } }
            @if matches!(one.answer, Some(QuestionAnswer::Yes | QuestionAnswer::Maybe)) {
                form method="post" action={ "/clients/" (client.id) "/referrals" } {
                    (parts::form_key(&forms::fresh_key(), None))
                    input type="hidden" name="kind" value=(question.kind.code());
                    input type="hidden" name="need" value=(question.text);
                    input type="hidden" name="urgency" value=(Urgency::ThisMonth.code());
                    input type="hidden" name="contact" value=(one.contact);
                    button class="btn mini" { "Refer them" span class="vh" { " to " (one.partner) } }
                }
            }
        }
    }
}

/// What was typed behind a link.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnswerForm {
    #[serde(default)]
    pub(super) answer: String,
    pub(super) sentence: String,
    pub(super) on: String,
    pub(super) name: String,
}

/// The question and the form of its answer. Nothing personal, and looking changes nothing.
pub(super) fn open(open: &Open, token: &str, form: &AnswerForm, complaints: &Complaints) -> Markup {
    let choices: Vec<(String, String)> = parts::options::<QuestionAnswer>(None);
    let body = html! {
        div class="stack" {
            p class="small dim" { (open.program) }
            div class="hero" { h1 { "A question about " (open.kind.in_a_sentence()) } p { (open.text) } }
            (parts::error_summary(complaints))
            form class="card" method="post" action={ "/q/" (token) } {
                div class="in stack" {
                    (parts::chips("answer", "Your answer", None, &form.answer, &choices, complaints))
                    (parts::field("sentence", "In a sentence", Some("optional"), complaints, |wiring| wiring.area(&form.sentence, 3)))
                    (parts::field("on", "From which day?", Some("optional"), complaints, |wiring| wiring.text(&form.on, "date")))
                    (parts::field("name", "Your name", Some("so that we know who answered"), complaints, |wiring| wiring.line(&form.name, "text", Some("name"))))
                    button class="btn main full" { "Send this answer" }
                    p class="small dim" { "This is no request yet, and binds nobody. If it fits, we ask the manufacturer first and then write to you." }
                }
            }
        }
    };
    let title = if complaints.is_empty() { "A question for you" } else { "Error: A question for you" };
    solo(&Solo { title, ..Solo::default() }, body)
}

/// After the answer, and behind a link that is used, over or never was: the same page.
pub(super) fn done(programs: &[Program], is_recorded: bool) -> Markup {
    let title = if is_recorded { "Thank you. Your answer is recorded" } else { "This link has stopped working" };
    let body = html! {
        div class="stack" {
            h1 { (title) }
            @if is_recorded { p class="lead" { "The advisor sees it now. If it fits, we write to you again." } }
            @else { p class="lead" { "Each link takes one answer and works for 14 days. If you have answered already, your answer is with us." } }
            ul { @for program in programs { li { (program.name) @if let Some(number) = &program.telephone { ": " a href={ "tel:" (digits(number)) } { (number) } } } } }
        }
    };
    solo(&Solo { title, ..Solo::default() }, body)
}
