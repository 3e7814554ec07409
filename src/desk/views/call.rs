//! The call screen: what is known on one side, everything to write down on the other, one save.

use crate::auth::Viewer;
use crate::desk::ClientPage;
use crate::people::label;
use crate::services::dates;
use crate::services::forms::LogForm;
use crate::services::views::{follow_up, given, served_on, titled, tried_or_more};
use crate::values::{Kind, Vocabulary};
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, Icon, forms, icon, parts};
use maud::{Markup, html};

/// Draws the call screen.
pub fn call(viewer: &Viewer, page: &ClientPage, form: &LogForm, complaints: &Complaints) -> Markup {
    let (client, title) = (&page.client, format!("Call with {}", page.client.name));
    let key = if form.key.is_empty() { forms::fresh_key() } else { form.key.clone() };
    let body = html! {
        (parts::head(
            Some(html! { a href="/clients" { "Clients" } " / " a href={ "/clients/" (client.id) } { (client.name) } " " span class="dim" { (label(client.number)) } }),
            &title,
            Some(html! { "Write while you talk. One save keeps all of it." }),
        ))
        div class="cols" {
            div class="stack" {
                (parts::error_summary(complaints))
                section class="card" aria-labelledby="callh" {
                    div class="cap" { h2 id="callh" { "The call" } span class="small dim push keys" { kbd { "Ctrl Enter" } " saves" } }
                    form class="in form" method="post" data-draft={ "call-" (client.id) } {
                        (parts::form_key(&key, None))
                        input type="hidden" name="back" value="call";
                        input type="hidden" name="client_id" value=(client.id);
                        (given(form, complaints, 8))
                        (follow_up(form, complaints))
                        (drafts(form, complaints))
                        (served_on(form, complaints))
                        (tried_or_more(form, &page.choices, page.today, complaints))
                        div class="row" { button class="btn main" { "Save the call" } span class="saved push" data-saved { } }
                    }
                }
            }
            div class="stack stay" { (who(page)) (before(page)) }
        }
    };
    staff(&viewer.chrome(), &Page::new(&titled(&title, complaints), "/clients"), body)
}

/// A tick for each kind of referral, with what is needed.
fn drafts(form: &LogForm, complaints: &Complaints) -> Markup {
    html! {
        fieldset id="refer" {
            legend class="lbl-h" { "Start a referral? " span class="hint" { "as a draft; nothing is sent yet" } }
            @if let Some(words) = complaints.on("refer") { span class="err" { (words) } }
            @for (place, kind) in <Kind as Vocabulary>::ALL.iter().enumerate() {
                div class="draft" {
                    div class="tick" { input type="checkbox" id={ "refer-" (place) } name="refer" value=(kind.code()) checked[form.refer.iter().any(|code| code == kind.code())]; label for={ "refer-" (place) } { (kind.label()) } }
                    p class="then" { label for={ "need-" (place) } { "What is needed " span class="vh" { "for " (kind.label()) } } input class="inp" id={ "need-" (place) } name="need" value=(form.need.get(place).map(String::as_str).unwrap_or_default()) autocomplete="off"; }
                }
            }
        }
    }
}

fn who(page: &ClientPage) -> Markup {
    parts::card(
        "who",
        "Who",
        html! {
            ul {
                @for owner in &page.owners {
                    li class="person" {
                        span class="face" aria-hidden="true" { (parts::initials(&owner.name())) }
                        div { b { (owner.name()) } br; span class="small dim" { (owner.telephone.as_deref().or(owner.email.as_deref()).unwrap_or("No number yet")) } }
                        @if let Some(telephone) = &owner.telephone { a class="btn mini push" href={ "tel:" (crate::people::queries::telephone_digits(telephone)) } { (icon(Icon::Phone, 17)) " Call" span class="vh" { " " (owner.name()) } } }
                    }
                }
            }
            @if page.owners.is_empty() { p class="in dim" { "Nobody is named yet. " a href={ "/clients/" (page.client.id) "/owners" } { "Add a person" } } }
        },
    )
}

fn before(page: &ClientPage) -> Markup {
    html! {
        @if !page.follow_ups.is_empty() {
            (parts::card("open", "Promised", html! {
                ul class="rows" { @for promise in &page.follow_ups { li { (promise.title) br; span class="small dim" { "due " (dates::coming(promise.due_on, page.today)) ", " (promise.account.1) } } } }
            }))
        }
        @if !page.last.is_empty() {
            (parts::card("last", "Last time", html! {
                ul class="rows" { @for service in &page.last { li {
                    b { (service.title()) } " " span class="small dim" { (dates::past(service.served_on, page.today)) ", " (service.author.1) } @if service.is_late { " " (parts::tag("wait", "Late entry")) }
                    @if let Some(note) = service.note() { p class="said" { (note) } }
                } } }
            }))
        }
    }
}
