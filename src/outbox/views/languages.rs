//! The page of languages: in which ones clients are told, how much each says, and whether somebody who speaks it has read it.

use crate::auth::Viewer;
use crate::i18n::{Language, Line, lines};
use crate::values::codes::{self, List};
use crate::web::layout::{Page, staff};
use crate::web::parts;
use maud::{Markup, html};

pub(in crate::outbox) fn languages(viewer: &Viewer) -> Markup {
    let below = "Everything a client reads is in one of these: their pages, notices and letters. A text that nobody who speaks the language has read may be wrong. Read the English beside it before you rely on it.";
    let body = html! {
        (parts::head(None, "Languages", Some(html! { (below) })))
        div class="stack" {
            (parts::card("catalogs", "Languages with pages and notices", html! { ul class="rows" { @for language in Language::offered() { (one(language)) } } }))
            (parts::card("lines", "Languages with one line", html! {
                div class="in stack" {
                    p class="dim" { "Who speaks one of these reads one line in it, before the English: who we are, that there is news, and which number to call. They say the name of their language, so have an interpreter at hand. Nobody has reviewed these lines yet." }
                    (rest())
                }
            }))
        }
    };
    let tab = if viewer.is(crate::web::Access::Admin) { "/languages" } else { "/outbox" };
    staff(&viewer.chrome(), &Page::new("Languages", tab), body)
}

fn one(language: Language) -> Markup {
    html! {
        li {
            p class="row" {
                b { bdi lang=(language.code()) dir=(language.direction().code()) { (language.name()) } }
                span class="dim" { (parts::count(i64::try_from(language.shapes().len()).unwrap_or(i64::MAX), "message", "messages")) }
                @match language.reviewed() {
                    Some(_) => span class="push" { (parts::tag("good", "Reviewed")) },
                    None => span class="push" { (parts::tag("wait", "Not reviewed")) },
                }
            }
            p class="dim" {
                @match language.reviewed() {
                    Some(reviewed) => { "By " (reviewed.by) ", " (reviewed.on) "." },
                    None => "Nobody who speaks it has read it yet.",
                }
            }
        }
    }
}

fn rest() -> Markup {
    html! {
        ul class="stack" {
            @for line in lines() {
                li { b { (name(line)) } ": " bdi lang=(line.code) dir=(line.direction.code()) { (line.filled("(program)", "(number)")) } }
            }
        }
    }
}

fn name(line: &Line) -> &str {
    codes::label(List::Languages, &line.code).unwrap_or(&line.code)
}
