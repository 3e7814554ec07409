//! The programs page.

mod defaults;
pub(super) mod sources;

pub(super) use defaults::service_defaults;
pub use defaults::{DefaultsForm, DefaultsPage};

use super::keeping::KeepForm;
use super::{DecidingBody, FundingSource, Program};
use crate::auth::Viewer;
use crate::firewall::office::Office;
use crate::values::{Day, FundingKind, Vocabulary};
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

/// A program with what belongs to it.
pub struct Shown {
    pub(super) program: Program,
    pub(super) sources: Vec<FundingSource>,
    pub(super) bodies: Vec<DecidingBody>,
}

/// What is typed to start a program.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProgramForm {
    pub(super) key: String,
    pub(super) name: String,
    pub(super) telephone: String,
    pub(super) email: String,
}

/// How a program is reached.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContactForm {
    pub(super) telephone: String,
    pub(super) email: String,
    pub(super) asks_partner_code: Option<String>,
    pub(super) version: i64,
}

/// Who hears complaints.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutsideForm {
    pub(super) name: String,
    pub(super) email: String,
    pub(super) telephone: String,
    pub(super) office_hours: String,
    pub(super) version: i64,
}

/// How long notes are kept.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MonthsForm {
    pub(super) note_months: String,
    pub(super) version: i64,
}

/// Who pays.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceForm {
    pub(super) key: String,
    pub(super) name: String,
    pub(super) kind: String,
    pub(super) is_default: Option<String>,
}

/// Who decides.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BodyForm {
    pub(super) key: String,
    pub(super) name: String,
}

pub(super) fn programs(viewer: &Viewer, (programs, office): &(Vec<Shown>, Office), form: &ProgramForm, complaints: &Complaints) -> Markup {
    let body = html! {
        (parts::head(None, "Programs", Some(html! { "Each program has its own clients, partners and money. The telephone number stands on every notice." })))
        (parts::error_summary(complaints))
        div class="stack" {
            (guards(office))
            @for (place, shown) in programs.iter().enumerate() { (program(place, shown)) }
            (parts::card("new", "Start a program", html! {
                form class="in stack" method="post" action="/programs" {
                    (parts::form_key(&forms::fresh_key(), None))
                    (parts::field("name", "Name", None, complaints, |wiring| wiring.text(&form.name, "text")))
                    (parts::field("telephone", "Telephone", Some("optional"), complaints, |wiring| wiring.text(&form.telephone, "tel")))
                    (parts::field("email", "E-mail for questions about data", Some("optional"), complaints, |wiring| wiring.text(&form.email, "email")))
                    button class="btn main" { "Start program" }
                }
            }))
        }
    };
    staff(&viewer.chrome(), &Page::new(if complaints.is_empty() { "Programs" } else { "Error: Programs" }, "/programs"), body)
}

/// Who guards the data, as far as an administrator has to act.
fn guards(office: &Office) -> Markup {
    html! {
        @if office.is_in_order() {
            p class="small" { a href="/office" { "Who guards the data, and what a small office declares" } }
        } @else {
            div class="box stop" {
                p { b { (office.shared.join(", ")) } " guard people's answers and also work with clients, and nobody has declared that. " a href="/office" { "Keep the roles apart, or declare it" } "." }
            }
        }
    }
}

fn program(place: usize, shown: &Shown) -> Markup {
    let (program, id) = (&shown.program, format!("p{place}"));
    let address = format!("/programs/{}", program.id);
    let named = |what: &str| format!("{id}-{what}");
    parts::card(
        &id,
        &program.name,
        html! {
            div class="in both" {
                form class="stack" method="post" action=(address) {
                    h3 { "How it is reached" }
                    input type="hidden" name="version" value=(program.version);
                    div { label for=(named("telephone")) { "Telephone" } input class="inp" id=(named("telephone")) name="telephone" type="tel" value=(program.telephone.as_deref().unwrap_or_default()); }
                    div { label for=(named("email")) { "E-mail" } input class="inp" id=(named("email")) name="email" type="email" value=(program.email.as_deref().unwrap_or_default()); }
                    div class="tick" {
                        input type="checkbox" id=(named("code")) name="asks_partner_code" value="yes" checked[program.asks_partner_code];
                        label for=(named("code")) { "Partners bring a mailed code" }
                        span class="hint" { "before a new browser shows whom to contact; only where this server sends mail" }
                    }
                    button class="btn" { "Save" span class="vh" { " telephone and e-mail of " (program.name) } }
                    p { a href={ (address) "/questions" } { "Which questions about people are asked" span class="vh" { " in " (program.name) } } }
                }
                (outside(program, &id))
                div class="stack" {
                    h3 { "Notes about clients" }
                    form class="stack" method="post" action={ (address) "/notes" } {
                        input type="hidden" name="version" value=(program.version);
                        div {
                            label for=(named("months")) { "Kept for, in months " span class="hint" { "1 to 120; for notes written from now on" } }
                            input class="inp num" id=(named("months")) name="note_months" inputmode="numeric" autocomplete="off" value=(program.note_months);
                        }
                        button class="btn" { "Save" span class="vh" { " how long " (program.name) " keeps notes" } }
                    }
                    p { a href={ (address) "/services" } { "What services are filed under, and who pays" span class="vh" { " in " (program.name) } } }
                    h3 { "Who pays" }
                    ul { @for source in &shown.sources { li { (source.facts.name) ", " (source.facts.kind.label()) @if source.is_default { " " (parts::tag("", "default")) } @if source.retired_on.is_some() { " " (parts::tag("", "retired")) } } } }
                    p { a href={ (address) "/funding" } { "Banks and their tests, changes, and what was paid" span class="vh" { " in " (program.name) } } }
                    form class="stack" method="post" action={ (address) "/funding-sources" } {
                        (parts::form_key(&forms::fresh_key(), None))
                        div { label for=(named("source")) { "Add a funder" } input class="inp" id=(named("source")) name="name"; }
                        div { label for=(named("kind")) { "Kind of money" } select class="inp" id=(named("kind")) name="kind" { @for kind in FundingKind::ALL { option value=(kind.code()) { (kind.label()) } } } }
                        div class="tick" { input type="checkbox" id=(named("default")) name="is_default" value="yes"; label for=(named("default")) { "Pays for services unless somebody says otherwise" } }
                        button class="btn" { "Add funder" span class="vh" { " to " (program.name) } }
                    }
                    h3 { "Who decides" }
                    ul { @for body in &shown.bodies { li { (body.facts.name) } } }
                    p class="small dim" { "Its members, meetings and decisions are kept by the manager of the program." }
                    form class="stack" method="post" action={ (address) "/deciding-bodies" } {
                        (parts::form_key(&forms::fresh_key(), None))
                        div { label for=(named("body")) { "Add a board or committee" } input class="inp" id=(named("body")) name="name"; }
                        button class="btn" { "Add body" span class="vh" { " to " (program.name) } }
                    }
                }
            }
        },
    )
}

/// Complaints go to somebody outside the advisors' line, and clients read who that is.
fn outside(program: &Program, id: &str) -> Markup {
    let [name, email, telephone] = &program.complaints_to;
    let fields = [
        ("name", "Name or office", "text", name),
        ("email", "E-mail", "email", email),
        ("telephone", "Telephone", "tel", telephone),
        ("office_hours", "Office hours", "text", &program.office_hours),
    ];
    html! {
        form class="stack" method="post" action={ "/programs/" (program.id) "/complaints-contact" } {
            h3 { "Who hears complaints" }
            p class="small dim" { "Somebody who is nobody's advisor here. Without a name the data steward hears them. The telephone is answered in the office hours." }
            input type="hidden" name="version" value=(program.version);
            @for (field, label, kind, value) in fields {
                div { label for={ (id) "-outside-" (field) } { (label) } input class="inp" id={ (id) "-outside-" (field) } name=(field) type=(kind) value=(value.as_deref().unwrap_or_default()); }
            }
            button class="btn" { "Save" span class="vh" { " who hears complaints of " (program.name) } }
        }
    }
}

/// The day until which a text is kept, with the form that changes it. `why` is the reason of the last change.
pub fn keeping(
    address: &str,
    version: i64,
    (until, why): (Day, Option<&str>),
    today: Day,
    form: &KeepForm,
    complaints: &Complaints,
) -> Markup {
    let typed = if form.until_on.is_empty() { until.to_string() } else { form.until_on.clone() };
    parts::card(
        "keeping",
        "How long it is kept",
        html! {
            div class="in stack" {
                p { "The note is deleted for good after " b { (until.short(today)) } "." @if let Some(why) = why { " That day was changed: " (why) "." } }
                form class="stack" method="post" action=(address) {
                    (parts::form_key(&forms::fresh_key(), Some(version)))
                    (parts::field("until_on", "Keep it until", Some("sooner or later"), complaints, |wiring| wiring.text(&typed, "date")))
                    (parts::field("why", "Why", None, complaints, |wiring| wiring.text(&form.why, "text")))
                    button class="btn" { "Change the day" }
                }
            }
        },
    )
}
