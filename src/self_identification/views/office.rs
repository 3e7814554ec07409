//! The pages of staff: which questions are asked, what people are told, and writing down what is read out. No answer is on any of them.

use super::limits::{self, LimitsForm};
use super::question::fields;
use super::{promises, say, sentence};
use crate::auth::Viewer;
use crate::firewall::{Asked, Facts};
use crate::i18n::Language;
use crate::people::{Client, Owner};
use crate::programs::Program;
use crate::self_identification::forms::Typed;
use crate::self_identification::queries::Reached;
use crate::self_identification::{Sitting, Standing};
use crate::values::{Day, Question, Vocabulary, Zone, grouped};
use crate::web::layout::{Page, Toast, staff};
use crate::web::{Complaints, Icon, forms, icon, parts};
use maud::{Markup, html};

/// What a client's page tells of its owners: whether they answered, when, how much of it; never what.
pub fn card(client: &Client, owners: &[(&Owner, Standing)], today: Day) -> Markup {
    parts::card(
        "si",
        "Self-identification",
        html! {
            div class="in stack" {
                @if owners.is_empty() { p class="dim" { "Add an owner first: the question goes to a person." } }
                @for (owner, standing) in owners { (of_owner(client, owner, *standing, owners.len() > 1, today)) }
                p class="small dim" { "Advisors cannot see the answers. They are used only in totals, and in files that people are told of first. Handing over signs you out on this device." }
            }
        },
    )
}

fn of_owner(client: &Client, owner: &Owner, standing: Standing, is_one_of_several: bool, today: Day) -> Markup {
    let again = owner.self_id_asked_on.is_some() || owner.self_id_answered_on.is_some();
    let (saved, of) = (standing.saved, standing.of);
    html! {
        div class="stack" {
            p class="row" {
                (icon(Icon::Lock, 20))
                span {
                    @if is_one_of_several { b { (owner.name()) } br; }
                    @match (owner.self_id_answered_on, owner.self_id_asked_on) {
                        (Some(on), _) => {
                            "Answered by the client on " (on.short(today)) " (" (saved) " of " (of) " questions)."
                            @if standing.has_read_out { " Some of it was read out to staff." }
                        }
                        (None, Some(on)) => { "Asked on " (on.short(today)) ". Not answered yet." }
                        (None, None) => { "Not asked yet." }
                    }
                }
            }
            div class="row" {
                form method="post" action={ "/clients/" (client.id) "/self-identification-links" } {
                    (parts::form_key(&forms::fresh_key(), None))
                    input type="hidden" name="person" value=(owner.id);
                    button class="link" { @if again { "Make the link again" } @else { "Make the private link" } span class="vh" { " for " (owner.name()) } }
                }
                form method="post" action={ "/clients/" (client.id) "/self-identification-sittings" } {
                    input type="hidden" name="person" value=(owner.id);
                    button class="link" { "Hand over this device" span class="vh" { " to " (owner.name()) } }
                }
                a href={ "/clients/" (client.id) "/owners/" (owner.id) "/read-out" } { "Write down what they read out" span class="vh" { ": " (owner.name()) } }
            }
        }
    }
}

/// What the page for writing down shows.
pub(in crate::self_identification) struct ReadOut<'a> {
    pub client: &'a Client,
    pub owner: &'a Owner,
    pub sitting: &'a Sitting,
}

/// The page on which staff write down what somebody reads out. It is never filled in beforehand, and forgets at Save.
pub(in crate::self_identification) fn read_out(viewer: &Viewer, page: &ReadOut<'_>, typed: &Typed, complaints: &Complaints) -> Markup {
    let (name, english) = (page.owner.name(), Language::english());
    let language = page.owner.reading();
    let title = format!("What {name} reads out");
    let above = html! { a href="/clients" { "Clients" } " / " a href={ "/clients/" (page.client.id) } { (page.client.name) } };
    let below = html! { "Only what they say, in their own words. Never what you think. They are told that you wrote it down, and can change or delete it." };
    let body = html! {
        (parts::head(Some(above), &title, Some(below)))
        (parts::error_summary(complaints))
        form class="stack" method="post" autocomplete="off" {
            (parts::form_key(&forms::fresh_key(), None))
            input type="hidden" name="notice" value=(page.sitting.version);
            (parts::card("told", "Read this out first", html! {
                div class="in stack" {
                    div class="stack" lang=(language.code()) dir=(language.direction().code()) {
                        p { (sentence(language, "self-lead")) }
                        p { (sentence(language, "self-why")) }
                        (promises(&page.sitting.facts, language))
                    }
                    @if language != english {
                        details { summary { "In English" } (promises(&page.sitting.facts, english)) }
                    }
                    @if let Some(words) = complaints.on("heard") { p class="err" { (words) } }
                    div class="tick" {
                        input type="checkbox" id="heard" name="heard" value="yes" checked[typed.has("heard")];
                        label for="heard" { "They heard this and want to answer" }
                    }
                }
            }))
            @for question in &page.sitting.asked.questions {
                section class="card" aria-labelledby={ "h-" (question.code()) } {
                    h2 id={ "h-" (question.code()) } { (say(english, &format!("self-question-{}", question.code()))) }
                    div class="in" { (fields(&format!("h-{}", question.code()), *question, &page.sitting.asked, typed, complaints, english)) }
                }
            }
            p { "Leave out what they do not answer: nothing is recorded for it. What " (name) " saved on a page of their own stays as it is." }
            div class="row" { button class="btn main" { "Save and forget" } a class="btn" href={ "/clients/" (page.client.id) } { "Cancel" } }
        }
    };
    let title = if complaints.is_empty() { title } else { format!("Error: {title}") };
    staff(&viewer.chrome(), &Page::new(&title, "/clients"), body)
}

/// What the page of a program's questions shows.
pub(in crate::self_identification) struct Questions<'a> {
    pub program: &'a Program,
    pub asked: &'a Asked,
    pub facts: &'a Facts,
    pub reached: &'a [Reached],
    pub zone: &'a Zone,
    pub today: Day,
    /// What is typed about income limits, and what is wrong with it.
    pub limits: (&'a LimitsForm, &'a Complaints),
}

/// Which questions a program asks, and what people are told before they answer.
pub(in crate::self_identification) fn questions(viewer: &Viewer, page: &Questions<'_>, was_saved: bool) -> Markup {
    let title = format!("Questions about who people are: {}", page.program.name);
    let below = html! { "Every question is optional for whoever is asked. Nobody of the program sees an answer." };
    let body = html! {
        (parts::head(None, &title, Some(below)))
        (parts::error_summary(page.limits.1))
        div class="stack" { (switches(page)) (limits::card(page)) (told(page)) (versions(page)) }
    };
    let toast = was_saved.then(|| Toast { words: "Saved. Whoever opens the page from now on is asked this.".to_owned(), undo: None });
    let tab = if viewer.is(crate::web::Access::Admin) { "/programs" } else { "/reports" };
    staff(&viewer.chrome(), &Page::new(&title, tab).with_toast(toast), body)
}

fn switches(page: &Questions<'_>) -> Markup {
    let tick = |id: &str, name: &str, value: &str, is_on: bool, label: &str, hint: Option<&str>| {
        html! {
            div class="tick" {
                input type="checkbox" id=(id) name=(name) value=(value) checked[is_on];
                label for=(id) { (label) }
                @if let Some(hint) = hint { span class="hint" { (hint) } }
            }
        }
    };
    parts::card(
        "asked",
        "What is asked",
        html! {
            form class="in stack" method="post" action={ "/programs/" (page.program.id) "/questions" } {
                input type="hidden" name="version" value=(page.asked.seq);
                fieldset {
                    legend class="lbl-h" { "Questions, one a page" }
                    @for question in Question::ALL {
                        (tick(&format!("q-{}", question.code()), "question", question.code(), page.asked.questions.contains(question), question.label(), hint(*question)))
                    }
                }
                fieldset {
                    legend class="lbl-h" { "Race and ethnicity" }
                    (tick("detail", "detail", "yes", page.asked.has_detail, "Detail of each group", Some("such as Filipino or Haitian. In a small program a detail can name its person, even in a protected store")))
                    (tick("words", "words", "yes", page.asked.has_words, "Own words", None))
                }
                p class="small dim" { "A question that is switched off keeps its answers. People can still delete them." }
                button class="btn main" { "Save" }
            }
        },
    )
}

fn hint(question: Question) -> Option<&'static str> {
    match question {
        Question::Race => Some("the seven groups of the federal standard of 2024"),
        Question::Sex => None,
        Question::Disability | Question::Veteran | Question::Military => Some("reports count how many answered, and nothing more"),
        Question::Household => Some("for a filing with HUD; in no report"),
        Question::Income => Some("in bands, beside the limits below; for a filing with HUD; in no report"),
        Question::Sedi => Some("for a filing with the Treasury; in no report"),
    }
}

fn told(page: &Questions<'_>) -> Markup {
    parts::card(
        "told",
        "What people are told first",
        html! {
            div class="in stack" {
                (promises(page.facts, Language::english()))
                p class="small dim" { "Made of what this program really does: who can read, which files must be sent, how small a total may be. It can be read in " (names()) ". To change it, change what is done." }
            }
        },
    )
}

fn names() -> String {
    let names: Vec<String> = Language::offered().map(|language| language.name().to_owned()).collect();
    Language::english().list(&names, crate::i18n::Joiner::And)
}

fn versions(page: &Questions<'_>) -> Markup {
    parts::card(
        "changes",
        "When it changed",
        html! {
            div class="in stack" {
                @if page.reached.is_empty() { p class="dim" { "It has not changed since the first answer." } }
                ul class="stack" {
                    @for one in page.reached {
                        li {
                            b { "Since " (page.zone.day(one.since).short(page.today)) } ", version " code { (one.version) } ". "
                            @if one.told == 0 { "Nobody had answered under another one." }
                            @else { (grouped(one.told)) " who had answered before were told; " (grouped(one.settled)) " have kept, changed or deleted their answers since." }
                        }
                    }
                }
                p class="small dim" { "Until somebody decides, their answers are used only as they were told before: a new file never takes them." }
            }
        },
    )
}
