//! The list of clients, those who wait longest, and registering a new one.

use crate::auth::Viewer;
use crate::people::views::{industry_options, language_options, state_options};
use crate::people::{Found, label};
use crate::services::Whose;
use crate::services::queries::WaitingList;
use crate::services::views::{hidden, titled};
use crate::values::{ContactBy, Day, Stage};
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

/// One page of the list of clients.
pub struct Listed {
    /// What was searched for.
    pub q: String,
    /// The clients.
    pub found: Vec<Found>,
    /// How many the viewer has.
    pub all: i64,
    /// Address of the first page, on later ones.
    pub first: Option<String>,
    /// Address of the next page, if there is one.
    pub next: Option<String>,
}

/// The list of clients by name, or what a search found.
pub fn clients(viewer: &Viewer, list: &Listed) -> Markup {
    let count = if list.q.is_empty() {
        parts::count(list.all, "client in your programs", "clients in your programs")
    } else {
        parts::count(i64::try_from(list.found.len()).unwrap_or_default(), "client found", "clients found")
    };
    let body = html! {
        div class="head" { div class="row" { h1 { "Clients" } a class="btn push" href="/clients/new" { "Register a client" } } p class="dim" { (count) @if list.q.is_empty() { ", by name." } @else { "." } } }
        div class="stack" {
            form class="row" method="get" action="/clients" role="search" {
                label class="vh" for="q" { "Find a client" }
                input class="inp grow" id="q" name="q" type="search" value=(list.q) placeholder="Name, person, product, telephone or number" autocomplete="off";
                button class="btn" { "Find" }
                @if !list.q.is_empty() { a class="btn bare" href="/clients" { "All clients" } }
                a class="btn bare push" href="/clients/waiting" { "Waiting longest" }
            }
            section class="card" aria-label="Clients" {
                @if list.found.is_empty() { (nobody(list)) }
                @else { ul { @for client in &list.found { (row(client, viewer.programs().len() > 1)) } } (parts::pager(list.first.clone(), list.next.clone())) }
            }
        }
    };
    staff(&viewer.chrome(), &Page::new("Clients", "/clients"), body)
}

fn nobody(list: &Listed) -> Markup {
    let act = |words: &str| Some(html! { a class="btn main" href="/clients/new" { (words) } });
    if list.q.is_empty() {
        parts::empty("No clients yet", "A name is enough to begin. A manager can import a whole list.", act("Register a client"))
    } else {
        parts::empty("Nobody found", "Try fewer letters, a telephone number, or the number on their papers.", act("Register a client"))
    }
}

fn row(client: &Found, names_program: bool) -> Markup {
    html! {
        li class="person" {
            span class="face" aria-hidden="true" { (parts::initials(client.contact.as_deref().unwrap_or(&client.name))) }
            div {
                a href={ "/clients/" (client.id) } { (client.name) } " " span class="small dim" { (label(client.number)) } br;
                span class="small dim" {
                    (client.contact.as_deref().unwrap_or("No contact yet"))
                    @if let Some(about) = &client.about { ", " (about) }
                    @if names_program { ", " (client.program_name) }
                }
            }
            a class="btn mini push" href={ "/clients/" (client.id) "#log" } { "Log" span class="vh" { " a service for " (client.name) } }
        }
    }
}

/// Everyone who waits, longest first.
pub fn waiting(viewer: &Viewer, list: &WaitingList, whose: Whose, today: Day, first: Option<String>, next: Option<String>) -> Markup {
    let tab = |which: Whose| (which == whose).then_some("true");
    let body = html! {
        (parts::head(
            Some(html! { a href="/today" { "Today" } }),
            "Waiting longest",
            Some(html! { (parts::count(list.all, "client", "clients")) ", by days without a service. Order is by days only." }),
        ))
        nav class="pick" aria-label="Whose clients" {
            a href="/clients/waiting" aria-current=[tab(Whose::Mine)] { "My clients" }
            a href="/clients/waiting?whose=all" aria-current=[tab(Whose::Everyones)] { "Everyone's" }
        }
        section class="card" aria-label="Clients who wait" {
            @if list.clients.is_empty() { (parts::empty("Nobody waits here", "Clients who have you as their advisor stand here.", None)) }
            @else {
                ul {
                    @for client in &list.clients {
                        li class="person" {
                            div {
                                a href={ "/clients/" (client.id) } { (client.name) } br;
                                span class="small dim" { @if client.never { "No service yet, a client since " } @else { "Last service " } (client.since.short(today)) }
                            }
                            span class="push num" { (parts::count(client.since.days_until(today), "day", "days")) }
                            a class="btn mini" href={ "/clients/" (client.id) "#log" } { "Log" span class="vh" { " a service for " (client.name) } }
                        }
                    }
                }
                (parts::pager(first, next))
            }
        }
    };
    staff(&viewer.chrome(), &Page::new("Waiting longest", "/clients"), body)
}

/// What was typed to register a client.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RegisterForm {
    /// Key of the form.
    pub key: String,
    /// A call logged before, to put with the new client.
    pub service: String,
    /// Program, by row key.
    pub program: String,
    /// Name of the business.
    pub name: String,
    /// What it makes.
    pub product: String,
    /// Industry code.
    pub naics: String,
    /// Where it stands.
    pub stage: String,
    /// How many workers.
    pub workers: String,
    /// Street.
    pub street: String,
    /// City.
    pub city: String,
    /// State.
    pub state: String,
    /// ZIP code.
    pub postal_code: String,
    /// As people call it.
    pub neighborhood: String,
    /// The person we call.
    pub first_name: String,
    /// Their last name.
    pub last_name: String,
    /// Telephone.
    pub telephone: String,
    /// E-mail.
    pub email: String,
    /// Language.
    pub language: String,
    /// How they like to hear from us.
    pub contact_by: String,
    /// Which button was pressed: `industry` draws the form again with industries to choose from.
    pub press: String,
}

impl RegisterForm {
    fn fields(&self) -> Vec<(&'static str, &str)> {
        vec![
            ("key", &self.key),
            ("service", &self.service),
            ("program", &self.program),
            ("name", &self.name),
            ("product", &self.product),
            ("naics", &self.naics),
            ("stage", &self.stage),
            ("workers", &self.workers),
            ("street", &self.street),
            ("city", &self.city),
            ("state", &self.state),
            ("postal_code", &self.postal_code),
            ("neighborhood", &self.neighborhood),
            ("first_name", &self.first_name),
            ("last_name", &self.last_name),
            ("telephone", &self.telephone),
            ("email", &self.email),
            ("language", &self.language),
            ("contact_by", &self.contact_by),
        ]
    }
}

/// The form that registers a client. Only the name of the business is required.
pub fn register(viewer: &Viewer, form: &RegisterForm, complaints: &Complaints) -> Markup {
    let key = if form.key.is_empty() { forms::fresh_key() } else { form.key.clone() };
    let programs: Vec<(String, String)> = viewer.programs().into_iter().map(|(key, name)| (key.to_string(), name.to_owned())).collect();
    let language = if form.language.is_empty() { "en" } else { &form.language };
    let body = html! {
        (parts::head(Some(html! { a href="/clients" { "Clients" } }), "Register a client", Some(html! { "Only the name of the business is needed. It may be small, new or informal; no papers are asked for." })))
        (parts::error_summary(complaints))
        form class="cols" method="post" action="/clients" data-draft="register" {
            (parts::form_key(&key, None))
            @if !form.service.is_empty() { input type="hidden" name="service" value=(form.service); }
            // The first button of a form is what Enter presses: that must not be the one that offers industries.
            button class="vh" tabindex="-1" aria-hidden="true" { "Register client" }
            section class="card" aria-labelledby="bh" {
                h2 id="bh" { "The business" }
                div class="in stack" {
                    (parts::field("name", "Name of the business", None, complaints, |wiring| wiring.text(&form.name, "text")))
                    @if programs.len() > 1 { (parts::field("program", "Program", None, complaints, |wiring| wiring.select(&form.program, &programs))) }
                    (parts::field("product", "What does it make?", Some("in plain words"), complaints, |wiring| wiring.text(&form.product, "text")))
                    (parts::field("naics", "Industry", Some("offered by what it makes"), complaints, |wiring| wiring.select(&form.naics, &industry_options(&form.product, ""))))
                    button class="btn mini" name="press" value="industry" { "Offer industries" }
                    (parts::field("stage", "Where it stands", None, complaints, |wiring| wiring.select(&form.stage, &parts::options::<Stage>(Some("Not known")))))
                    (parts::field("workers", "Workers", Some("if known; owners who work there included"), complaints, |wiring| wiring.text(&form.workers, "number")))
                    (parts::field("street", "Street", None, complaints, |wiring| wiring.text(&form.street, "text")))
                    div class="pair apart" {
                        (parts::field("city", "City", None, complaints, |wiring| wiring.text(&form.city, "text")))
                        (parts::field("neighborhood", "Neighborhood", None, complaints, |wiring| wiring.text(&form.neighborhood, "text")))
                    }
                    div class="pair apart" {
                        (parts::field("state", "State", None, complaints, |wiring| wiring.select(&form.state, &state_options())))
                        (parts::field("postal_code", "ZIP code", None, complaints, |wiring| wiring.text(&form.postal_code, "number")))
                    }
                }
            }
            div class="stack" {
                section class="card" aria-labelledby="ph" {
                    h2 id="ph" { "The person we call" }
                    div class="in stack" {
                        (parts::field("first_name", "First name", None, complaints, |wiring| wiring.text(&form.first_name, "text")))
                        (parts::field("last_name", "Last name", None, complaints, |wiring| wiring.text(&form.last_name, "text")))
                        (parts::field("telephone", "Telephone", None, complaints, |wiring| wiring.text(&form.telephone, "tel")))
                        (parts::field("email", "E-mail", None, complaints, |wiring| wiring.text(&form.email, "email")))
                        (parts::field("language", "Language", None, complaints, |wiring| wiring.select(language, &language_options())))
                        (parts::field("contact_by", "Likes to hear by", None, complaints, |wiring| wiring.select(&form.contact_by, &parts::options::<ContactBy>(Some("Not known")))))
                    }
                }
                p class="small dim" { "Never asked, never kept: immigration status, country of birth, nationality, Social Security number or ITIN." }
                button class="btn main" { "Register client" }
            }
        }
    };
    staff(&viewer.chrome(), &Page::new(&titled("Register a client", complaints), "/clients"), body)
}

/// Somebody like it is here: which is it?
pub fn perhaps(viewer: &Viewer, form: &RegisterForm, found: &[(Found, String)], call: Option<i64>) -> Markup {
    let body = html! {
        (parts::head(Some(html! { a href="/clients" { "Clients" } }), "Is it one of these?", Some(html! { "Nothing is saved yet. " b { (form.name) } " is like a client you have. What speaks for it and what against stands with each." })))
        div class="stack" {
            section class="card" aria-label="Clients like it" {
                ul class="rows" {
                    @for (client, why) in found {
                        li class="row" {
                            div {
                                b { (client.name) } " " span class="dim" { (label(client.number)) } br;
                                span class="small dim" { (client.contact.as_deref().unwrap_or("No contact yet")) @if let Some(about) = &client.about { ", " (about) } } br;
                                span class="small" { "Alike: " (why) }
                            }
                            span class="push" { (this_one(form, client, call)) }
                        }
                    }
                }
            }
            form method="post" action="/clients" {
                (hidden(&form.fields()))
                input type="hidden" name="press" value="new";
                button class="btn" { "Register as a new client" }
            }
        }
    };
    staff(&viewer.chrome(), &Page::new("Is it one of these?", "/clients"), body)
}

/// Opens the client, or puts the call that waits with it.
fn this_one(form: &RegisterForm, client: &Found, call: Option<i64>) -> Markup {
    html! {
        @match call {
            None => { a class="btn mini" href={ "/clients/" (client.id) } { "This one" span class="vh" { ": " (client.name) } } }
            Some(version) => {
                form method="post" action={ "/services/" (form.service) "/client" } {
                    (parts::form_key(&forms::fresh_key(), Some(version)))
                    input type="hidden" name="client_id" value=(client.id);
                    button class="btn mini" { "This one: put the call with it" span class="vh" { ": " (client.name) } }
                }
            }
        }
    }
}

/// Known in a program the viewer does not work in: nothing more is said.
pub fn elsewhere(viewer: &Viewer) -> Markup {
    let body = html! {
        (parts::head(Some(html! { a href="/clients" { "Clients" } }), "Already known to this organization", None))
        div class="card in stack" {
            p { "Another program works with this business, so it was not registered again. That program's manager was asked to talk to you, and knows your name." }
            p class="dim" { "If yours is another business that happens to have the same name, go back and add its street or neighborhood to the name." }
            p class="row" { a class="btn main" href="/today" { "Back to Today" } a class="btn" href="/clients/new" { "Register another" } }
        }
    };
    staff(&viewer.chrome(), &Page::new("Already known to this organization", "/clients"), body)
}
