//! The page of a client: what now, the log form, what happened, what is known.

use super::{follow_up_address, press};
use crate::auth::Viewer;
use crate::desk::{ClientPage, Show, Timeline, TimelineEntry};
use crate::i18n::Args;
use crate::people::views::industry;
use crate::people::{Client, Owner, label};
use crate::referrals::views::referral_cards;
use crate::resources;
use crate::services::dates;
use crate::services::forms::LogForm;
use crate::services::views::{follow_up, given, served_on, titled, tried_or_more};
use crate::values::{ContactBy, Vocabulary, codes, grouped};
use crate::web::layout::{Page, Toast, staff};
use crate::web::{Complaints, Icon, forms, icon, parts};
use maud::{Markup, html};

/// Draws the page of a client.
pub fn client(viewer: &Viewer, page: &ClientPage, form: &LogForm, complaints: &Complaints, toast: Option<Toast>) -> Markup {
    let body = html! {
        (head(viewer, page))
        div class="cols" {
            div class="stack" {
                (parts::error_summary(complaints))
                (next(page))
                (log(page, form, complaints))
                (timeline(&page.client, &page.timeline))
            }
            div class="stack" {
                (referral_cards(&page.cards, page.today))
                (crate::questions::views::card(&page.client, &page.asked, page.today))
                (resources::views::card(&page.client, &page.deployments))
                (crate::outcomes::card(&page.client, &page.outcomes, page.today))
                (crate::stories::views::card(&page.client, &page.stories, page.today))
                (facts(page))
                (crate::certifications::views::card(&page.client, &page.certifications, page.today))
                (crate::places::views::card(&page.client.id, &page.place, page.today))
                (crate::self_identification::views::card(&page.client, &page.owners.iter().zip(page.standings.iter().copied()).collect::<Vec<_>>(), page.today))
            }
        }
    };
    staff(&viewer.chrome(), &Page::new(&titled(&page.client.name, complaints), "/clients").with_toast(toast), body)
}

fn head(viewer: &Viewer, page: &ClientPage) -> Markup {
    let client = &page.client;
    let telephone = page.owners.first().and_then(|owner| owner.telephone.as_deref());
    html! {
        div class="head" {
            p class="small" { a href="/clients" { "Clients" } " " span aria-hidden="true" { "/" } " " span class="dim" { (label(client.number)) } }
            div class="row" { h1 { (client.name) } @if client.left_on.is_some() { (parts::tag("", "Left")) } @else { (parts::tag("good", "Active")) } }
            p class="meta" { @for words in meta(viewer, page) { span { (words) } } }
            div class="row" {
                @if let Some(telephone) = telephone {
                    a class="btn mini" href={ "tel:" (crate::people::queries::telephone_digits(telephone)) } { (icon(Icon::Phone, 17)) " Call" }
                    a class="btn mini" href={ "sms:" (crate::people::queries::telephone_digits(telephone)) } { (icon(Icon::Message, 17)) " Text" }
                }
                a class="btn mini" href={ "/clients/" (client.id) "/referrals/new" } { (icon(Icon::Referrals, 17)) " Refer" }
                a class="btn mini" href={ "/clients/" (client.id) "/space" } { (icon(Icon::Sites, 17)) " Find space" }
                a class="btn mini" href={ "/clients/" (client.id) "/call" } { (icon(Icon::Note, 17)) " Call screen" }
                a class="btn mini" href={ "/clients/" (client.id) "/notes" } { (icon(Icon::Note, 17)) " Write a note" }
            }
        }
    }
}

/// Owner, sector, workers, area, preferred channel and language: as far as known.
fn meta(viewer: &Viewer, page: &ClientPage) -> Vec<String> {
    let (client, contact) = (&page.client, page.owners.first());
    let likes = |owner: &Owner| {
        let language = codes::find(codes::List::Languages, &owner.language).map(|code| code.label.clone());
        let by = owner.contact_by.map(|by| match by {
            ContactBy::Phone => "phone calls",
            ContactBy::Text => "texts",
            ContactBy::Email => "e-mail",
            ContactBy::Letter => "letters",
        });
        match (by, language) {
            (Some(by), Some(language)) => Some(format!("Likes {by}, in {language}")),
            (None, Some(language)) => Some(format!("Reads {language}")),
            (Some(by), None) => Some(format!("Likes {by}")),
            (None, None) => None,
        }
    };
    let program = (viewer.programs().len() > 1).then(|| client.program_name.clone());
    [
        contact.map(|owner| if owner.share_bp.is_some() { format!("{}, owner", owner.name()) } else { owner.name() }),
        client.product.clone(),
        page.workers.as_ref().map(|count| parts::count(count.workers, "worker", "workers")),
        client.place.neighborhood.clone().or_else(|| client.place.city.clone()),
        contact.and_then(likes),
        program,
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn next(page: &ClientPage) -> Markup {
    html! {
        @if let Some(next) = page.follow_ups.first() {
            div class="next" {
                b { "Next:" } span { (next.title) }
                (parts::tag(if next.due_on < page.today { "stop" } else { "wait" }, &format!("due {}", dates::coming(next.due_on, page.today))))
                span class="push" { (press(&follow_up_address(next, "finish", "client"), next.version, "link", html! { "Mark done" span class="vh" { ": " (next.title) } })) }
            }
        }
    }
}

fn log(page: &ClientPage, form: &LogForm, complaints: &Complaints) -> Markup {
    let key = if form.key.is_empty() { forms::fresh_key() } else { form.key.clone() };
    html! {
        section class="card" id="log" aria-labelledby="logh" {
            div class="cap" { h2 id="logh" { "Log a service" } span class="small dim push keys" { kbd { "Ctrl Enter" } " saves" } }
            div class="in" {
                form class="form" action="/services" method="post" data-draft={ "log-" (page.client.id) } {
                    (parts::form_key(&key, None))
                    input type="hidden" name="back" value="client";
                    input type="hidden" name="client_id" value=(page.client.id);
                    (given(form, complaints, 2))
                    (follow_up(form, complaints))
                    (served_on(form, complaints))
                    (tried_or_more(form, &page.choices, page.today, complaints))
                    div class="row" { button class="btn main" { "Save service" } span class="saved push" data-saved { } }
                }
            }
        }
    }
}

fn timeline(client: &Client, timeline: &Timeline) -> Markup {
    let address = |show: Show, page: i64| {
        let query: Vec<String> = [(show != Show::All).then(|| format!("show={}", show.code())), (page > 0).then(|| format!("page={page}"))]
            .into_iter()
            .flatten()
            .collect();
        format!("/clients/{}{}{}#timeline", client.id, if query.is_empty() { "" } else { "?" }, query.join("&"))
    };
    html! {
        section class="card" id="timeline" aria-labelledby="tlh" {
            div class="cap" { h2 id="tlh" { "Timeline" } }
            div class="in stack" {
                @if timeline.counts.len() > 1 || timeline.show != Show::All {
                    nav class="pick" aria-label="Show on the timeline" {
                        a href=(address(Show::All, 0)) aria-current=[(timeline.show == Show::All).then_some("true")] { "All" }
                        @for (show, count) in &timeline.counts {
                            a href=(address(*show, 0)) aria-current=[(timeline.show == *show).then_some("true")] { (show.label()) " " (grouped(*count)) }
                        }
                    }
                }
                @if timeline.entries.is_empty() { p class="dim" { "Nothing here yet. The first service you log stands here." } }
                @else { ul class="spine" { @for one in &timeline.entries { (entry(one)) } } }
                p class="row" {
                    @if timeline.page > 0 { a href=(address(timeline.show, timeline.page - 1)) { "Show newer" } }
                    @if timeline.earlier > 0 { a href=(address(timeline.show, timeline.page + 1)) { "Show " (grouped(timeline.earlier)) " earlier" } }
                }
            }
        }
    }
}

fn entry(entry: &TimelineEntry) -> Markup {
    html! {
        li {
            span class={ "dot " (entry.dot) } { (icon(entry.icon, 14)) }
            div class="row" {
                h3 { (entry.title) }
                @if let Some((tone, words)) = &entry.tag { (parts::tag(tone, words)) }
                span class="when push" { (entry.when_words) }
            }
            @if let Some(text) = &entry.text { p class="said" { (text) } }
            @if !entry.by.is_empty() { p class="small dim" { (entry.by) } }
            @if !entry.links.is_empty() || entry.undo.is_some() {
                div class="row small" {
                    @for (words, href) in &entry.links { a href=(href) { (words) span class="vh" { ": " (entry.title) } } }
                    @if let Some((address, version)) = &entry.undo { (press(address, *version, "link", html! { "Undo" span class="vh" { ": " (entry.title) } })) }
                }
            }
        }
    }
}

fn facts(page: &ClientPage) -> Markup {
    let client = &page.client;
    let change = |what: &str, field: &str| {
        Some(html! { a href={ "/clients/" (client.id) "/facts#" (field) } { "Change" span class="vh" { " " (what) } } })
    };
    let or_not =
        |value: Option<&str>| html! { @match value { Some(value) => { (value) }, None => { span class="dim" { "Not provided" } } } };
    let workers = page.workers.as_ref().map(|count| format!("{}, {} ({})", count.workers, count.on.short(page.today), count.basis.label()));
    let since = client.started_on.map(|on| on.short(page.today));
    let stage = client
        .stage
        .map(|stage| since.as_ref().map_or_else(|| stage.label().to_owned(), |since| format!("{}, since {since}", stage.label())));
    let street = [&client.place.street, &client.place.neighborhood, &client.place.city, &client.place.state, &client.place.postal_code];
    let place: Vec<&str> = street.into_iter().flatten().map(String::as_str).collect();
    let place = (!place.is_empty()).then(|| place.join(", "));
    let owners = html! {
        @if page.owners.is_empty() { span class="dim" { "Not provided" } }
        @for (number, owner) in page.owners.iter().enumerate() { @if number > 0 { br; } (owner.name()) @if let Some(share) = owner.share_bp { ", " (share / 100) " %" } }
    };
    let form = match (client.legal_form, client.is_cooperative) {
        (Some(form), _) => Some(form.label()),
        (None, true) => Some("Owned by its members or workers"),
        (None, false) => None,
    };
    parts::card(
        "ab",
        "About the business",
        html! { div class="in" { (parts::facts(&[
            ("Legal name", or_not(client.legal_name.as_deref()), change("legal name", "legal_name")),
            ("Legal form", or_not(form), change("legal form", "legal_form")),
            ("What it makes", or_not(client.product.as_deref()), change("what it makes", "product")),
            ("Industry", or_not(industry(client).as_deref()), change("industry", "naics")),
            ("Stage", or_not(stage.as_deref()), change("stage", "stage")),
            ("Workers", or_not(workers.as_deref()), Some(html! { @if let Some(change) = change("workers", "workers") { (change) " " } a href={ "/clients/" (client.id) "/jobs" } { "Jobs" span class="vh" { ": counts of workers, and what the work is like" } } })),
            ("Where", or_not(place.as_deref()), change("where it is", "street")),
            ("Intake", or_not(page.intake.summary(page.today).as_deref()), Some(html! { a href={ "/clients/" (client.id) "/intake" } { "Change" span class="vh" { " what they signed and said at the beginning" } } })),
            ("Owners", owners, Some(html! { a href={ "/clients/" (client.id) "/owners" } { "Change" span class="vh" { " owners" } } })),
            ("Helpers", or_not((!page.helpers.is_empty()).then(|| page.helpers.join("; ")).as_deref()), Some(html! { a href={ "/clients/" (client.id) "/helpers" } { "See" span class="vh" { " who helps them" } } })),
            ("Advisor", or_not(client.advisor.as_ref().map(|(_, name)| name.as_str())), Some(html! { a href={ "/clients/" (client.id) "/facts#advisor" } { "Hand over" span class="vh" { " to another advisor" } } })),
        ])) } },
    )
}

/// The page that shows a private link once, to copy or to send. It never holds an answer.
pub fn self_id_link(viewer: &Viewer, client: &Client, owner: &Owner, address: &str) -> Markup {
    let title = format!("Private link for {}", owner.name());
    // They read it, so it is in their language.
    let text = owner.reading().say("self-link-text", Args::default().with("program", &client.program_name)).replace("{link}", address);
    let body = html! {
        (parts::head(Some(html! { a href="/clients" { "Clients" } " / " a href={ "/clients/" (client.id) } { (client.name) } }), &title, Some(html! { "It works for 90 days. Answering is their choice; it changes nothing about the help they get." })))
        div class="card in stack" {
            div { label for="address" { "Address of their page" } input class="inp" id="address" readonly value=(address); button class="btn gap" type="button" data-copy { "Copy" } }
            @if let Some(telephone) = &owner.telephone {
                p { a class="btn" href={ "sms:" (crate::people::queries::telephone_digits(telephone)) "?&body=" (parts::encoded(&text)) } { (icon(Icon::Message, 17)) " Text it to " (telephone) } }
            }
            @if let Some(email) = &owner.email {
                p { a class="btn" href={ "mailto:" (email) "?subject=" (parts::encoded(&client.program_name)) "&body=" (parts::encoded(&text)) } { "E-mail it to " (email) } }
            }
            p class="small dim" { "Give it to " bdi { (owner.name()) } " only. Whoever opens it can answer for them; nobody can read on it what was answered." }
        }
        p class="in" { a href={ "/clients/" (client.id) } { "Back to " bdi { (client.name) } } }
    };
    staff(&viewer.chrome(), &Page::new(&title, "/clients"), body)
}
