//! The list of trainings, and one of them with who came.

use super::form::HeadsForm;
use super::{Attendee, ONLINE, Training};
use crate::auth::Viewer;
use crate::values::codes::{self, List};
use crate::values::{ClientId, Day, Instant, PersonId, grouped, hours};
use crate::web::layout::{Page, staff};
use crate::web::{Complaints, Leaf, forms, parts};
use maud::{Markup, html};

mod facts;
mod groups;

pub(super) use facts::{facts, new};
pub(super) use groups::groups;

fn titled(title: &str, complaints: &Complaints) -> String {
    if complaints.is_empty() { title.to_owned() } else { format!("Error: {title}") }
}

fn above() -> Markup {
    html! { a href="/trainings" { "Training" } }
}

/// The list, the latest first.
pub(super) fn list(viewer: &Viewer, trainings: &[Training], leaf: Leaf, has_more: bool, today: Day) -> Markup {
    let add = html! { a class="btn main" href="/trainings/new" { "Add a training" } };
    let body = html! {
        (parts::head(None, "Training", Some(html! { "What is taught to several people at once, and who came." })))
        div class="stack" {
            @if trainings.is_empty() {
                (parts::empty("No training yet", "What you write down here stands on the timeline of each client who came.", Some(add)))
            } @else {
                p { (add) }
                section class="card" aria-label="Trainings" {
                    ul class="rows" { @for training in trainings { (row(training, viewer.programs().len() > 1, today)) } }
                }
            }
            (parts::leaves("/trainings", leaf, has_more))
        }
    };
    staff(&viewer.chrome(), &Page::new("Training", "/trainings"), body)
}

fn row(training: &Training, names_program: bool, today: Day) -> Markup {
    html! {
        li {
            h2 { a href={ "/trainings/" (training.id) } { (training.facts.title) } }
            p class="small dim" {
                (training.when(today)) ". " (topic(training)) ". "
                @if training.is_to_come(today) { "Still to come." } @else { (parts::count(training.came(), "person came", "people came")) "." }
                @if names_program { " " bdi { (training.program.1) } "." }
            }
        }
    }
}

fn label(list: List, code: &str) -> &str {
    codes::label(list, code).unwrap_or(code)
}

fn topic(training: &Training) -> &str {
    label(List::Topics, &training.facts.topic)
}

/// What the page of one training shows.
pub(super) struct TrainingPage<'p> {
    pub viewer: &'p Viewer,
    pub training: &'p Training,
    pub came: &'p [Attendee],
    pub q: &'p str,
    /// Client and person, each with address and name.
    pub found: &'p [(ClientId, String, PersonId, String)],
    /// When people were counted by groups from a sign-in sheet; never what was counted.
    pub groups_on: Option<Day>,
    pub today: Day,
    pub now: Instant,
}

/// One training: what is known of it, who came, how many.
pub(super) fn training(page: &TrainingPage<'_>, heads: &HeadsForm, complaints: &Complaints) -> Markup {
    let training = page.training;
    let body = html! {
        (parts::head(Some(above()), &training.facts.title, Some(html! { (training.when(page.today)) ", " bdi { (training.program.1) } })))
        div class="stack" {
            (parts::error_summary(complaints))
            @if training.undone_at.is_some() { div class="box stop" { p { "This training was taken back. It counts nowhere." } } }
            @if let Some(filing) = &training.filed_with { div class="box" { p { "Filed with " (filing) ". It stays as it is: write down what is new as another training." } } }
            (about(page))
            (who_came(page))
            @if training.is_changeable() { (counting(page, heads, complaints)) }
            @if training.is_open_to(page.viewer, page.now) {
                (parts::card("undo", "Take it back", html! {
                    div class="in stack" {
                        p class="dim" { "It leaves the list, every count and the timelines of those who came. The record keeps that it was there." }
                        form method="post" action={ "/trainings/" (training.id) "/undoing" } {
                            input type="hidden" name="version" value=(training.version);
                            button class="btn" { "Take this training back" }
                        }
                    }
                }))
            }
        }
    };
    staff(&page.viewer.chrome(), &Page::new(&titled(&training.facts.title, complaints), "/trainings"), body)
}

fn about(page: &TrainingPage<'_>) -> Markup {
    let (training, facts) = (page.training, &page.training.facts);
    let partners: Vec<&str> =
        facts.partners.iter().map(|code| label(List::TrainingPartners, code)).chain(facts.other_partner.as_deref()).collect();
    let sponsors: Vec<&str> = [&facts.sponsor, &facts.cosponsor].into_iter().flatten().map(String::as_str).collect();
    let place = if facts.format == ONLINE { Some("Online".to_owned()) } else { facts.place.words() };
    let or_none = |words: &[&str]| if words.is_empty() { "Nobody named".to_owned() } else { words.join("; ") };
    let change = training
        .is_changeable()
        .then(|| html! { a href={ "/trainings/" (training.id) "/facts" } { "Change" span class="vh" { " this training" } } });
    parts::card(
        "about",
        "About it",
        html! { div class="in" { (parts::facts(&[
            ("About", html! { (topic(training)) }, change),
            ("How", html! { (label(List::TrainingFormats, &facts.format)) ", in " (label(List::Languages, &facts.language)) }, None),
            ("Days", html! { @for (place, day) in facts.days.iter().enumerate() { @if place > 0 { br; } (day.short(page.today)) } }, None),
            ("Hours in all", html! { (hours(facts.minutes)) }, None),
            ("Where", html! { (place.as_deref().unwrap_or("Not said")) }, None),
            ("Fee", html! { @if facts.fee.cents() == 0 { "Free" } @else { (facts.fee.to_string()) } }, None),
            ("With", html! { (or_none(&partners)) }, None),
            ("Sponsors", html! { (or_none(&sponsors)) }, None),
            ("Files", html! { a href={ "/trainings/" (training.id) "/files" } { "See and add files" } }, None),
            ("Written down by", html! { (training.author.1) }, None),
        ])) } },
    )
}

/// Who came by name, and the search that puts somebody on the list.
fn who_came(page: &TrainingPage<'_>) -> Markup {
    let training = page.training;
    let many = training.facts.days.len() > 1;
    html! {
        section class="card" id="came" aria-labelledby="cameh" {
            div class="cap" { h2 id="cameh" { "Who came" } span class="count" { (page.came.len()) } }
            @if page.came.is_empty() { p class="in dim" { "Nobody is on the list yet. Only people of clients are named; everybody else is counted below." } }
            @else {
                ul class="rows" {
                    @for one in page.came {
                        li class="row" {
                            div { b { (one.name) } br; span class="small" { a href={ "/clients/" (one.client.0) } { (one.client.1) } @if many { span class="dim" { " " (parts::count(one.sessions, "session", "sessions")) } } } }
                            @if training.is_changeable() {
                                form class="push" method="post" action={ "/trainings/" (training.id) "/people/" (one.person) "/removal" } {
                                    button class="btn mini" { "Did not come" span class="vh" { ": " (one.name) } }
                                }
                            }
                        }
                    }
                }
            }
            @if training.is_changeable() { div class="in stack" { (search(page)) (found(page)) } }
        }
    }
}

fn search(page: &TrainingPage<'_>) -> Markup {
    html! {
        form class="row" method="get" action={ "/trainings/" (page.training.id) "#came" } {
            div { label for="q" { "Find somebody of a client " span class="hint" { "name, business or number" } } input class="inp" id="q" name="q" value=(page.q) autocomplete="off"; }
            button class="btn" { "Find" span class="vh" { " somebody who came" } }
        }
    }
}

fn found(page: &TrainingPage<'_>) -> Markup {
    let sessions = page.training.facts.days.len();
    let rest = page.found.iter().filter(|(_, _, person, _)| page.came.iter().all(|one| one.person != *person));
    html! {
        @if !page.q.trim().is_empty() && page.found.is_empty() {
            p { "No client of " bdi { (page.training.program.1) } " has somebody called " b { (page.q) } ". Whoever is no client is counted below, without a name." }
        }
        ul class="rows" {
            @for (place, (client, business, person, name)) in rest.enumerate() {
                li {
                    form class="row" method="post" action={ "/trainings/" (page.training.id) "/people" } {
                        (parts::form_key(&forms::fresh_key(), None))
                        input type="hidden" name="client_id" value=(client);
                        input type="hidden" name="person" value=(person);
                        div { b { (name) } br; span class="small dim" { (business) } }
                        @if sessions > 1 {
                            div { label for={ "sessions-" (place) } { "Sessions" span class="vh" { " that this person was at: " (name) } } input class="inp num" id={ "sessions-" (place) } name="sessions" inputmode="numeric" value=(sessions) autocomplete="off"; }
                        } @else { input type="hidden" name="sessions" value="1"; }
                        button class="btn mini push" { "Came" span class="vh" { ": " (name) } }
                    }
                }
            }
        }
    }
}

/// How many came in all. Nothing here asks who they are.
fn counting(page: &TrainingPage<'_>, form: &HeadsForm, complaints: &Complaints) -> Markup {
    let training = page.training;
    parts::card(
        "heads",
        "How many came in all",
        html! {
            form class="in form" method="post" action={ "/trainings/" (training.id) "/heads" } {
                (parts::form_key(&forms::fresh_key(), Some(form.version)))
                @if let Some(heads) = training.heads { p class="small dim" { "Counted " (heads.counted_on.short(page.today)) ": " (grouped(heads.total)) " in all." } }
                (parts::field("total", "In all", Some("those on the list too"), complaints, |wiring| wiring.text(&form.total, "number")))
                div class="pair" {
                    (parts::field("in_business", "In business", Some("optional"), complaints, |wiring| wiring.text(&form.in_business, "number")))
                    (parts::field("not_yet", "Not yet in business", Some("optional"), complaints, |wiring| wiring.text(&form.not_yet, "number")))
                }
                div class="row" { button class="btn main" { "Save the count" } }
                p class="small" {
                    a href={ "/trainings/" (training.id) "/groups" } { "Count by groups from a sign-in sheet" }
                    @match page.groups_on { Some(on) => { ". Counted " (on.short(page.today)) "; nobody can read here what was counted." }, None => { ". Only where a funder asks for it." } }
                }
            }
        },
    )
}
