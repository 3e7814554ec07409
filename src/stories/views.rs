//! Stories on the page: lists for staff, the story itself as every reader sees it, and its own public page.

use super::form::FilterForm;
use super::{Shown, State, Story, Told};
use crate::auth::Viewer;
use crate::i18n::{Args, Language};
use crate::people::{self, Client};
use crate::values::Day;
use crate::web::layout::{Page, Solo, solo, staff};
use crate::web::{Complaints, Leaf, parts};
use maud::{Markup, html};

mod facts;
mod one;

pub(super) use facts::{facts, new};
pub(super) use one::{OnePage, one};

fn titled(title: &str, complaints: &Complaints) -> String {
    if complaints.is_empty() { title.to_owned() } else { format!("Error: {title}") }
}

fn above(client: &Client) -> Markup {
    html! { a href="/clients" { "Clients" } " / " a href={ "/clients/" (client.id) } { (client.name) } " " span class="dim" { (people::label(client.number)) } }
}

/// Where it stands, as a tag.
fn state(story: &Story) -> Markup {
    let tone = match story.state {
        State::Live => "good",
        State::Asked | State::Wished => "wait",
        State::Refused | State::Withdrawn | State::Over | State::Ended => "stop",
        State::Draft => "",
    };
    parts::tag(tone, story.state.label())
}

/// A story exactly as it is shown to whoever may read it: in its own language and direction.
#[must_use]
pub fn told(shown: &Shown, level: u8) -> Markup {
    let (lang, dir) = (shown.language.code(), shown.language.direction().code());
    html! {
        article class="stack" lang=(lang) dir=(dir) {
            @if level == 1 { h1 { (shown.title) } } @else { h3 { (shown.title) } }
            p class="dim" { bdi { (shown.named) } }
            @for paragraph in shown.paragraphs() { p class="said" { (paragraph) } }
        }
    }
}

/// The page that anybody may read, while the client agrees.
pub(super) fn public(language: Language, story: &Told) -> Markup {
    let args = || Args::default().with("program", story.program.clone()).with("day", language.full_day(story.expires_on.date()));
    let body = html! {
        div class="stack" {
            section class="card" { div class="in stack" { (told(&story.shown, 1)) } }
            p class="small dim" { (language.say("story-public-foot", args())) }
        }
    };
    let switch = format!("/language?next=/story/{}", story.id);
    solo(&Solo { title: &story.shown.title, language, switch: Some(&switch), ..Solo::default() }, body)
}

/// A story in a list; of whom, where the list is of several.
fn row(story: &Story, names_client: bool, today: Day) -> Markup {
    html! {
        li {
            div class="row" { h3 { a href={ "/stories/" (story.id) } { bdi { (story.facts.title) } } } (state(story)) }
            p class="small dim" {
                @if names_client { bdi { (story.client.3) } ", " (story.program.1) ". " }
                @match story.live() {
                    Some(yes) => { "Shown until " (yes.expires_on.short(today)) @if story.ends_soon(today) { ": ends soon" } },
                    None if story.state == State::Draft => { "Nobody reads it outside of the program" },
                    None => { "Shown to nobody" },
                }
            }
        }
    }
}

/// The card on the page of a client: the newest three, and the way to all of them.
#[must_use]
pub fn card(client: &Client, stories: &[Story], today: Day) -> Markup {
    parts::card_with(
        "stories",
        "Stories",
        html! { a class="push" href={ "/clients/" (client.id) "/stories" @if stories.is_empty() { "/new" } } { @if stories.is_empty() { "Write one" } @else { "All, and write" } } },
        html! {
            @if stories.is_empty() { p class="in dim" { "None yet. A story is shown only while the client agrees to its very words." } }
            @else { ul class="rows" { @for story in stories.iter().take(3) { (row(story, false, today)) } } }
        },
    )
}

/// Every story of a client.
pub(super) fn of_client(viewer: &Viewer, client: &Client, stories: &[Story], leaf: Leaf, has_more: bool, today: Day) -> Markup {
    let address = format!("/clients/{}/stories", client.id);
    let add = html! { a class="btn main" href={ (address) "/new" } { "Write a story" } };
    let body = html! {
        (parts::head(Some(above(client)), "Stories", Some(html! { "How it went for this client. Each is shown only while they agree to its very words." })))
        div class="stack" {
            @if stories.is_empty() {
                section class="card" { (parts::empty("No story yet", "Write it with the client, in words they would use. Then ask them, by a private link or face to face.", Some(add))) }
            } @else {
                p { (add) }
                (parts::card("list", "So far", html! { ul class="rows" { @for story in stories { (row(story, false, today)) } } }))
            }
            (parts::leaves(&address, leaf, has_more))
        }
    };
    staff(&viewer.chrome(), &Page::new("Stories", "/clients"), body)
}

/// What the list of all programs shows.
pub(super) struct ListPage<'p> {
    pub stories: &'p [Story],
    pub form: &'p FilterForm,
    pub has_more: bool,
    pub today: Day,
}

pub(super) fn list(viewer: &Viewer, page: &ListPage<'_>) -> Markup {
    let (form, query) = (page.form, page.form.query());
    let address = |number: u32| format!("/stories?page={number}{query}");
    let body = html! {
        (parts::head(None, "Stories", Some(html! { "How it went for clients, in words they agree to. Without a yes that holds today nothing of a story is shown outside." })))
        div class="stack" {
            (filter(viewer, form))
            @if page.stories.is_empty() {
                section class="card" {
                    @if query.is_empty() { (parts::empty("No story yet", "Open a client and write one. It stands here with whether they agree.", Some(html! { a class="btn" href="/clients" { "See clients" } }))) }
                    @else { (parts::empty("No such story", "None fits what you chose.", Some(html! { a class="btn" href="/stories" { "See all of them" } }))) }
                }
            } @else {
                (parts::card("list", "One by one", html! { ul class="rows" { @for story in page.stories { (row(story, true, page.today)) } } }))
            }
            (parts::pager((form.page > 0).then(|| address(0)), page.has_more.then(|| address(form.page.saturating_add(1)))))
            @if viewer.is(crate::web::Access::Manager) && !page.stories.is_empty() {
                p { a class="btn" href="/exports?kind=stories" { "Take them out as a file" } " " span class="small dim" { "Only those whose client agrees to files, as they agreed to them." } }
            }
        }
    };
    staff(&viewer.chrome(), &Page::new("Stories", "/outcomes"), body)
}

fn filter(viewer: &Viewer, form: &FilterForm) -> Markup {
    let none = Complaints::default();
    let first = |words: &str| std::iter::once((String::new(), words.to_owned()));
    let states: Vec<(String, String)> =
        first("All but those taken back").chain(State::ALL.map(|state| (state.code().to_owned(), state.label().to_owned()))).collect();
    let programs: Vec<(String, String)> =
        first("All of yours").chain(viewer.programs().into_iter().map(|(key, name)| (key.to_string(), name.to_owned()))).collect();
    html! {
        section class="card" aria-label="Which stories" {
            form class="in form" method="get" action="/stories" {
                div class="pair apart" {
                    (parts::field("state", "Where it stands", None, &none, |wiring| wiring.select(&form.state, &states)))
                    (parts::field("until", "Its yes ends by", None, &none, |wiring| wiring.text(&form.until, "date")))
                }
                @if programs.len() > 2 { (parts::field("program", "Program", None, &none, |wiring| wiring.select(&form.program, &programs))) }
                div class="row" { button class="btn" { "Show" } }
            }
        }
    }
}
