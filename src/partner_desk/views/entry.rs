//! A partner's own entry in the directory, and the form that changes one of its services.

use super::team::{Place, foot, places};
use crate::auth::visits::Member;
use crate::partners::typed::{ClosureForm, ServiceForm};
use crate::partners::{Closure, Partner, Service, views as fields};
use crate::values::{Day, ServiceStatus, Vocabulary, Zone, digits};
use crate::web::layout::{Solo, solo};
use crate::web::{Complaints, forms, parts};
use maud::{Markup, html};

/// What the page shows.
pub struct Entry<'a> {
    pub member: &'a Member,
    pub partner: &'a Partner,
    pub services: &'a [Service],
    pub closures: &'a [Closure],
    pub form: &'a ClosureForm,
    pub complaints: &'a Complaints,
    pub zone: &'a Zone,
    pub today: Day,
}

/// Where a service of the entry stands.
fn address(service: &Service) -> String {
    format!("/p/team/entry/services/{}", service.id)
}

pub fn entry(page: &Entry<'_>) -> Markup {
    let partner = page.partner;
    let body = html! {
        div class="stack" {
            (places(page.member, Place::Entry))
            h1 { "What advisors read about you" }
            p class="lead" { "Whoever sends you somebody reads this first. What you change stands there at once, with your name and the day." }
            (parts::error_summary(page.complaints))
            section class="card" aria-labelledby="services" {
                h2 id="services" { "What you offer" }
                @if page.services.is_empty() { p class="in dim" { "No services are written down yet. The program adds them: tell it what you offer, and for whom." } }
                ul class="rows" { @for service in page.services.iter().filter(|service| service.facts.status != ServiceStatus::Defunct) { li { (one(page, service)) } } }
            }
            (fields::closures(page.closures, "/p/team/entry/closures", page.form, page.complaints, page.today))
            (parts::card("about-you", "About you", html! {
                div class="in stack" {
                    p { b { (partner.name) } @if let Some(about) = &partner.about { br; (about) } }
                    p class="dim" { @for (place, words) in [partner.telephone.as_deref(), partner.email.as_deref(), partner.website.as_deref()].into_iter().flatten().enumerate() { @if place > 0 { " · " } (words) } }
                    p class="small dim" { "Your name, what you take, and new or dropped services are written down by the program" @if let Some(number) = &page.member.program_telephone { ": call " a href={ "tel:" (digits(number)) } { (number) } } "." }
                }
            }))
        }
    };
    let title = if page.complaints.is_empty() { "Your entry" } else { "Error: Your entry" };
    solo(&Solo { title, foot: Some(foot(page.member)), ..Solo::default() }, body)
}

fn one(page: &Entry<'_>, service: &Service) -> Markup {
    let (facts, today) = (&service.facts, page.today);
    html! {
        article class="stack" aria-labelledby={ "s-" (service.id) } {
            div {
                div class="row" {
                    h3 id={ "s-" (service.id) } { (facts.name) }
                    @if facts.status == ServiceStatus::Active { (fields::standing(service.capacity.standing(today), today)) } @else { (parts::tag("wait", facts.status.label())) }
                    a class="btn mini push" href=(address(service)) { "Change" span class="vh" { ": " (facts.name) } }
                }
                p class="meta" { span { (facts.kind.label()) } @if let Some(place) = facts.location.words() { span { (place) } } }
            }
            @if let Some(alert) = &facts.alert { p class="box wait said" { (alert) } }
            @if let Some(about) = &facts.about { p class="said" { (about) } }
            (fields::known(service))
            (fields::checked(service, &address(service), "This is still right", today))
            (fields::switch(service, &address(service), page.zone, today))
        }
    }
}

/// The form of a service: everything that is the partner's to say.
pub fn service(member: &Member, service: &Service, form: &ServiceForm, complaints: &Complaints) -> Markup {
    let body = html! {
        div class="stack" {
            p class="small dim" { a href="/p/team/entry" { "Your entry" } " · " (member.partner_name) }
            h1 { (service.facts.name) }
            p class="dim" { (service.facts.kind.label()) }
            (parts::error_summary(complaints))
            form class="stack" method="post" action=(address(service)) {
                (parts::form_key(&forms::fresh_key(), Some(form.version)))
                (parts::card("s-what", "What it is", html! { div class="in stack" { (fields::about(form, complaints)) } }))
                (parts::card("s-who", "For whom, and what it takes", html! { div class="in stack" { (fields::who(form, complaints)) } }))
                (parts::card("s-where", "Where and when", html! { div class="in stack" { (fields::place(form, complaints)) } }))
                (parts::card("s-lists", "Languages and areas", html! { div class="in stack" { (fields::lists(form, complaints)) } }))
                div class="row" { button class="btn main" { "Save" } a class="btn bare" href="/p/team/entry" { "Cancel" } }
            }
        }
    };
    let title = format!("{}{}", if complaints.is_empty() { "" } else { "Error: " }, service.facts.name);
    solo(&Solo { title: &title, foot: Some(foot(member)), ..Solo::default() }, body)
}
