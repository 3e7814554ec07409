//! Outreach: the list with its funnels, one of them with who came of it, and its form.

use super::form::OutreachForm;
use super::{Came, Funnel, Outreach};
use crate::auth::Viewer;
use crate::people::{Found, label};
use crate::values::codes::{self, List};
use crate::values::{Day, Instant, OutreachKind, Vocabulary, grouped};
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, Leaf, forms, parts};
use maud::{Markup, html};

/// Which days, and which page.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DaysQuery {
    /// First day.
    pub from: String,
    /// Last day.
    pub to: String,
    /// Which page of the list.
    pub page: u32,
}

fn titled(title: &str, complaints: &Complaints) -> String {
    if complaints.is_empty() { title.to_owned() } else { format!("Error: {title}") }
}

fn above() -> Markup {
    html! { a href="/outreach" { "Outreach" } }
}

/// What the list shows.
pub(super) struct ListPage<'p> {
    pub viewer: &'p Viewer,
    pub found: &'p [Outreach],
    /// By kind, and by place.
    pub funnels: &'p (Vec<Funnel>, Vec<Funnel>),
    pub leaf: Leaf,
    pub has_more: bool,
    pub today: Day,
}

/// The list, the latest first, under what came of it by kind and by place.
pub(super) fn list(page: &ListPage<'_>, query: &DaysQuery, complaints: &Complaints) -> Markup {
    let add = html! { a class="btn main" href="/outreach/new" { "Add outreach" } };
    let address = format!("/outreach?from={}&to={}", parts::encoded(&query.from), parts::encoded(&query.to));
    let body = html! {
        (parts::head(None, "Outreach", Some(html! { "What you do to be found by people who do not know you yet, where, and how many of them became clients. Whom you met is only counted." })))
        (parts::error_summary(complaints))
        div class="stack" {
            p { (add) }
            form class="row" method="get" action="/outreach" {
                (parts::field("from", "From", Some("optional"), complaints, |wiring| wiring.text(&query.from, "date")))
                (parts::field("to", "To", Some("optional"), complaints, |wiring| wiring.text(&query.to, "date")))
                button class="btn" { "Show" }
            }
            @if page.found.is_empty() && page.leaf.page == 0 {
                section class="card" { (parts::empty("No outreach in these days", "Write down an event, a street you went door to door, or a group you visited. Then you see here which of them people became clients of.", None)) }
            } @else {
                (funnel("kinds", "From people met to clients, by kind", "How", &page.funnels.0))
                (funnel("places", "By neighborhood", "Where", &page.funnels.1))
                section class="card" aria-label="Outreach, the latest first" {
                    ul class="rows" { @for one in page.found { (row(one, page.viewer.programs().len() > 1, page.today)) } }
                }
            }
            (parts::leaves(&address, page.leaf, page.has_more))
        }
    };
    staff(&page.viewer.chrome(), &Page::new(&titled("Outreach", complaints), "/outreach"), body)
}

/// The most places that are shown.
const PLACES: usize = 30;

fn funnel(id: &str, title: &str, head: &str, rows: &[Funnel]) -> Markup {
    parts::card(
        id,
        title,
        html! {
            (parts::scroll(&format!("Table: {title}"), html! {
                table class="grid" {
                    thead { tr { th scope="col" { (head) } th scope="col" class="num" { "Times" } th scope="col" class="num" { "Spoken to" } th scope="col" class="num" { "Left a number" } th scope="col" class="num" { "Became clients" } } }
                    tbody {
                        @for row in rows.iter().take(PLACES) {
                            tr { th scope="row" { (row.whose) } td class="num" { (grouped(row.times)) } td class="num" { (grouped(row.reached)) } td class="num" { (grouped(row.contacts)) } td class="num" { (grouped(row.enrolled)) } }
                        }
                    }
                }
            }))
            @if rows.len() > PLACES { p class="in small dim" { "And " (rows.len() - PLACES) " more, each with fewer clients." } }
        },
    )
}

fn row(one: &Outreach, names_program: bool, today: Day) -> Markup {
    html! {
        li {
            h2 { a href={ "/outreach/" (one.id) } { (one.facts.title) } }
            p class="small dim" {
                (one.facts.on.short(today)) ", " bdi { (one.facts.place) } ". " (one.facts.kind.label()) ". "
                (grouped(one.facts.reached)) " spoken to, " (grouped(one.facts.contacts)) " left a number, " (parts::count(one.enrolled, "client", "clients")) "."
                @if names_program { " " bdi { (one.program.1) } "." }
            }
        }
    }
}

/// What the page of one shows.
pub(super) struct OnePage<'p> {
    pub viewer: &'p Viewer,
    pub outreach: &'p Outreach,
    pub came: &'p [Came],
    pub q: &'p str,
    pub found: &'p [Found],
    pub leaf: Leaf,
    pub has_more: bool,
    pub today: Day,
    pub now: Instant,
}

/// One piece of outreach: what is known of it, and who came of it.
pub(super) fn one(page: &OnePage<'_>) -> Markup {
    let (outreach, facts) = (page.outreach, &page.outreach.facts);
    let is_standing = outreach.undone_at.is_none();
    let language = codes::label(List::Languages, &facts.language).unwrap_or(&facts.language);
    let change =
        is_standing.then(|| html! { a href={ "/outreach/" (outreach.id) "/facts" } { "Change" span class="vh" { " this outreach" } } });
    let mut rows = vec![
        ("How", html! { (facts.kind.label()) ", in " (language) }, change),
        ("When", html! { (facts.on.short(page.today)) }, None),
        ("Where", html! { bdi { (facts.place) } }, None),
    ];
    if let Some(group) = &facts.community_group {
        rows.push(("With", html! { bdi { (group) } }, None));
    }
    rows.push(("Spoken to", html! { (parts::count(facts.reached, "person", "people")) }, None));
    rows.push(("Left a way to reach them", html! { (parts::count(facts.contacts, "person", "people")) }, None));
    rows.push(("Written down by", html! { (outreach.author.1) }, None));
    let body = html! {
        (parts::head(Some(above()), &facts.title, Some(html! { bdi { (outreach.program.1) } })))
        div class="stack" {
            @if !is_standing { div class="box stop" { p { "This outreach was taken back. It counts nowhere." } } }
            (parts::card("about", "About it", html! { div class="in" { (parts::facts(&rows)) } }))
            (who_came(page, is_standing))
            @if outreach.is_open_to(page.viewer, page.now) {
                (parts::card("undo", "Take it back", html! {
                    div class="in stack" {
                        p class="dim" { "It leaves the list and every count. The record keeps that it was there." }
                        form method="post" action={ "/outreach/" (outreach.id) "/undoing" } {
                            input type="hidden" name="version" value=(outreach.version);
                            button class="btn" { "Take this outreach back" }
                        }
                    }
                }))
            }
        }
    };
    staff(&page.viewer.chrome(), &Page::new(&facts.title, "/outreach"), body)
}

fn who_came(page: &OnePage<'_>, is_standing: bool) -> Markup {
    let outreach = page.outreach;
    let address = format!("/outreach/{}", outreach.id);
    let rest: Vec<&Found> = page.found.iter().filter(|found| page.came.iter().all(|one| one.id != found.id)).collect();
    html! {
        section class="card" id="came" aria-labelledby="cameh" {
            div class="cap" { h2 id="cameh" { "Clients who came of it" } span class="count" { (outreach.enrolled) } }
            @if page.came.is_empty() { p class="in dim" { "None yet. Put a client here who first heard of you there." } }
            ul class="rows" {
                @for one in page.came {
                    li class="row" {
                        div { b { a href={ "/clients/" (one.id) } { (one.name) } } br; span class="small dim" { (label(one.number)) ", since " (one.enrolled_on.short(page.today)) } }
                        @if is_standing {
                            form class="push" method="post" action={ (address) "/clients/" (one.id) "/removal" } {
                                button class="btn mini" { "Not from here" span class="vh" { ": " (one.name) } }
                            }
                        }
                    }
                }
            }
            (parts::leaves(&address, page.leaf, page.has_more))
            @if is_standing {
                div class="in stack" {
                    form class="row" method="get" action={ (address) "#came" } {
                        div { label for="q" { "Find a client " span class="hint" { "name, business or number" } } input class="inp" id="q" name="q" value=(page.q) autocomplete="off"; }
                        button class="btn" { "Find" span class="vh" { " a client who came of it" } }
                    }
                    @if !page.q.trim().is_empty() && rest.is_empty() { p { "No other client is called " b { (page.q) } ". Register them first." } }
                    ul class="rows" {
                        @for found in rest {
                            li {
                                form class="row" method="post" action={ (address) "/clients" } {
                                    input type="hidden" name="client_id" value=(found.id);
                                    div { b { (found.name) } br; span class="small dim" { (label(found.number)) ", " bdi { (found.program_name) } } }
                                    button class="btn mini push" { "Came of it" span class="vh" { ": " (found.name) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// New outreach.
pub(super) fn new(viewer: &Viewer, form: &OutreachForm, places: &[String], today: Day, complaints: &Complaints) -> Markup {
    let programs: Vec<(String, String)> = viewer.programs().into_iter().map(|(key, name)| (key.to_string(), name.to_owned())).collect();
    let key = if form.key.is_empty() { forms::fresh_key() } else { form.key.clone() };
    let body = html! {
        (parts::head(Some(above()), "Add outreach", Some(html! { "Whom you met is only counted. Whoever wants help is registered as a client, or logged as a call." })))
        (parts::error_summary(complaints))
        div class="card" { form class="in form" method="post" action="/outreach" {
            (parts::form_key(&key, None))
            @if programs.len() > 1 { (parts::field("program", "Program", None, complaints, |wiring| wiring.select(&form.program, &programs))) }
            (fields(form, places, today, complaints))
            div class="row" { button class="btn main" { "Save outreach" } }
        } }
    };
    staff(&viewer.chrome(), &Page::new(&titled("Add outreach", complaints), "/outreach"), body)
}

/// One that stands already.
pub(super) fn facts(
    viewer: &Viewer,
    outreach: &Outreach,
    form: &OutreachForm,
    places: &[String],
    today: Day,
    complaints: &Complaints,
) -> Markup {
    let back = html! { (above()) " / " a href={ "/outreach/" (outreach.id) } { (outreach.facts.title) } };
    let body = html! {
        (parts::head(Some(back), "Change outreach", Some(html! { "Who came of it stays." })))
        (parts::error_summary(complaints))
        div class="card" { form class="in form" method="post" action={ "/outreach/" (outreach.id) "/facts" } {
            (parts::form_key(&forms::fresh_key(), Some(form.version)))
            (fields(form, places, today, complaints))
            div class="row" { button class="btn main" { "Save changes" } }
        } }
    };
    staff(&viewer.chrome(), &Page::new(&titled("Change outreach", complaints), "/outreach"), body)
}

fn fields(form: &OutreachForm, places: &[String], today: Day, complaints: &Complaints) -> Markup {
    let languages: Vec<(String, String)> =
        codes::offered(List::Languages, today).map(|row| (row.code.clone(), row.label.clone())).collect();
    let known = if places.is_empty() {
        "as people call it".to_owned()
    } else {
        format!("as people call it; so far: {}", places.iter().take(6).cloned().collect::<Vec<_>>().join(", "))
    };
    html! {
        (parts::chips("kind", "How did you meet people?", None, &form.kind, &parts::options::<OutreachKind>(None), complaints))
        (parts::field("title", "What it was", Some("such as: open house at the library"), complaints, |wiring| wiring.text(&form.title, "text")))
        div class="pair" {
            (parts::field("on", "Day", None, complaints, |wiring| wiring.text(&form.on, "date")))
            (parts::field("language", "Language", None, complaints, |wiring| wiring.select(&form.language, &languages)))
        }
        (parts::field("place", "Neighborhood", Some(&known), complaints, |wiring| wiring.text(&form.place, "text")))
        (parts::field("community_group", "Community group", Some("if you were with one"), complaints, |wiring| wiring.text(&form.community_group, "text")))
        div class="pair" {
            (parts::field("reached", "How many did you speak to?", None, complaints, |wiring| wiring.text(&form.reached, "number")))
            (parts::field("contacts", "How many left a way to reach them?", None, complaints, |wiring| wiring.text(&form.contacts, "number")))
        }
    }
}
