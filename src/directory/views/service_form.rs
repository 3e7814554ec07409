//! The page on which staff write a service down.

use crate::auth::Viewer;
use crate::partners::typed::ServiceForm;
use crate::partners::{Partner, Service, views as fields};
use crate::values::ServiceStatus;
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

/// The page of the form; without a service it adds one.
pub fn service_page(viewer: &Viewer, partner: &Partner, service: Option<&Service>, form: &ServiceForm, complaints: &Complaints) -> Markup {
    let home = format!("/partners/{}", partner.id);
    let above = html! { a href="/partners" { "Partners" } " " span aria-hidden="true" { "/" } " " a href=(home) { (partner.name) } };
    let heading = service.map_or_else(|| "Add a service".to_owned(), |service| service.facts.name.to_string());
    let action = service.map_or_else(|| format!("{home}/services"), |service| format!("{home}/services/{}", service.id));
    let below = html! { "In the words that directories of services share, so that it can be handed to others. Only the name and the kind are needed." };
    let body = html! {
        (parts::head(Some(above), &heading, Some(below)))
        (parts::error_summary(complaints))
        form class="cols even" method="post" action=(action) {
            (parts::form_key(&forms::fresh_key(), service.map(|_| form.version)))
            div class="stack" {
                (parts::card("s-what", "What it is", html! { div class="in stack" { (fields::of_program(partner.kinds.first().copied(), form, complaints)) (fields::about(form, complaints)) } }))
                (parts::card("s-who", "For whom, and what it takes", html! { div class="in stack" { (fields::who(form, complaints)) } }))
            }
            div class="stack" {
                (parts::card("s-where", "Where and when", html! { div class="in stack" { (fields::place(form, complaints)) } }))
                (parts::card("s-lists", "Languages and areas", html! { div class="in stack" { (fields::lists(form, complaints)) } }))
                div class="row" { button class="btn main" { "Save service" } a class="btn bare" href=(home) { "Cancel" } }
            }
        }
        @if let Some(service) = service.filter(|service| service.facts.status != ServiceStatus::Defunct) {
            form class="row gap" method="post" action={ (action) "/retirement" } {
                (parts::form_key(&forms::fresh_key(), Some(service.version)))
                button class="btn" { "Give this service up" }
                span class="small dim" { "It stays in the directory as given up, and no referral meets it any more." }
            }
        }
    };
    let title = format!("{}{heading}", if complaints.is_empty() { "" } else { "Error: " });
    staff(&viewer.chrome(), &Page::new(&title, "/partners"), body)
}
