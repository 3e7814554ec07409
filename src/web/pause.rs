//! The page between a form and its deed, where a text holds words that are better not kept: which, why, and what can be done.

use super::layout::{Chrome, Page, staff};
use super::parts;
use crate::values::sensitive::{Caught, Why};
use maud::{Markup, html};
use std::collections::BTreeMap;

/// A field of a posted form.
#[derive(Debug)]
pub struct Posted {
    /// Its name.
    pub name: String,
    /// What was typed.
    pub value: String,
    /// What people call it, where it is a text that is looked at; nothing for any other field.
    pub label: Option<&'static str>,
    /// What was found in it.
    pub caught: Vec<Caught>,
}

/// Draws the page. `action` is where the form was posted to; `passed` is what stands for all that was found, under the name `name`.
pub fn pause(chrome: &Chrome, action: &str, posted: &[Posted], (name, passed): (&str, &str)) -> Markup {
    let mut by_reason: BTreeMap<Why, Vec<&str>> = BTreeMap::new();
    for one in posted.iter().flat_map(|field| &field.caught) {
        by_reason.entry(one.why).or_default().push(&one.words);
    }
    let title = "Look at these words first";
    let body = html! {
        (parts::head(None, title, Some(html! { "Nothing is saved yet, and nothing you typed is lost." })))
        div class="stack" {
            div class="box wait" role="alert" tabindex="-1" id="errors" {
                h2 { "Some words are better not kept" }
                ul {
                    @for (why, words) in &by_reason {
                        li { @for (place, word) in words.iter().enumerate() { @if place > 0 { ", " } b { "\u{201c}" (word) "\u{201d}" } } ": " (why.words()) }
                    }
                }
                p { "If a word means something else here, save it all the same." }
            }
            section class="card" aria-label="What you typed" {
                form class="in stack" method="post" action=(action) {
                    @for (place, field) in posted.iter().enumerate() { (self::field(place, field)) }
                    div class="row" {
                        button class="btn main" { "Save with my changes" }
                        button class="btn" name=(name) value=(passed) { "Save all the same" }
                    }
                    p class="small dim" { "That a warning was passed over is written down, without the words." }
                }
            }
        }
    };
    staff(chrome, &Page::new(&format!("Error: {title}"), ""), body)
}

/// A text can be changed here; everything else is carried along.
fn field(place: usize, field: &Posted) -> Markup {
    let id = format!("text-{place}");
    let is_long = field.value.contains('\n') || field.value.chars().count() > 80;
    html! {
        @match field.label.filter(|_| !field.caught.is_empty()) {
            Some(label) if is_long => { div { label for=(id) { (label) } textarea class="inp" id=(id) name=(field.name) rows="5" { "\n" (field.value) } } }
            Some(label) => { div { label for=(id) { (label) } input class="inp" id=(id) name=(field.name) value=(field.value) autocomplete="off"; } }
            None if field.value.contains('\n') => { textarea class="vh" hidden name=(field.name) { "\n" (field.value) } }
            None => { input type="hidden" name=(field.name) value=(field.value); }
        }
    }
}
