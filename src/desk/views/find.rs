//! The one search box: clients, numbers, pages, things to do.

use crate::auth::Viewer;
use crate::people::{Found, label};
use crate::referrals::Referral;
use crate::web::layout::{Page, staff};
use crate::web::parts;
use maud::{Markup, html};

/// Something to do: words, address.
const ACTIONS: &[(&str, &str)] = &[
    ("Log a service", "/today#log"),
    ("Register a client", "/clients/new"),
    ("Add a follow-up", "/follow-ups/new"),
    ("See who has waited longest", "/clients/waiting"),
];

/// The list itself: also what the palette fetches while somebody types.
pub fn results(viewer: &Viewer, q: &str, clients: &[Found], referral: Option<&Referral>) -> Markup {
    let typed = q.trim().to_lowercase();
    let fits = |words: &str| typed.is_empty() || words.to_lowercase().contains(&typed);
    let tabs = viewer.chrome().tabs;
    html! {
        ul {
            @if let Some(referral) = referral {
                li { a href={ "/referrals/" (referral.id) } { span { (referral.label()) ", " (referral.client_name) } span class="kind" { "referral" } } }
            }
            @for client in clients {
                li { a href={ "/clients/" (client.id) } { span { (client.name) " " span class="dim" { (label(client.number)) } } span class="kind" { (client.contact.as_deref().unwrap_or("client")) } } }
            }
            @if let Some(first) = clients.first() {
                li { a href={ "/clients/" (first.id) "#log" } { "Log a service for " (first.name) span class="kind" { "action" } } }
                li { a href={ "/clients/" (first.id) "/call" } { "Call screen for " (first.name) span class="kind" { "action" } } }
            }
            @for (words, href) in ACTIONS.iter().filter(|(words, _)| fits(words)) { li { a href=(href) { (words) span class="kind" { "action" } } } }
            @for tab in tabs.iter().filter(|tab| fits(tab.label)) { li { a href=(tab.href) { (tab.label) span class="kind" { "page" } } } }
            @if clients.is_empty() && referral.is_none() && !typed.is_empty() {
                li { a href={ "/clients/new?name=" (parts::encoded(q.trim())) } { "Register “" (q.trim()) "” as a client" span class="kind" { "action" } } }
            }
        }
    }
}

/// The page of the search box, for those without script.
pub fn found(viewer: &Viewer, q: &str, clients: &[Found], referral: Option<&Referral>) -> Markup {
    let body = html! {
        (parts::head(None, "Find or do anything", None))
        div class="stack" {
            form class="row" method="get" action="/find" role="search" {
                label class="vh" for="q" { "Type a name, a number or an action" }
                input class="inp grow" id="q" name="q" type="search" value=(q) placeholder="Name, number or action" autocomplete="off" autofocus;
                button class="btn main" { "Find" }
            }
            @if !q.trim().is_empty() && clients.is_empty() { p class="dim" { "No client of yours answers to that. Try fewer letters, a telephone number, or the number on their papers." } }
            section class="card cmd" aria-label="What was found" { (results(viewer, q, clients, referral)) }
        }
    };
    staff(&viewer.chrome(), &Page::new("Find", "/find"), body)
}
