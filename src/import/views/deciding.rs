//! Rows that may be about a client who is here: a person says of each what it is.

use super::number;
use crate::import::deciding::{Ask, LEAVE, NEW};
use crate::web::parts;
use maud::{Markup, html};

/// Rows on one leaf.
const LEAF: usize = 15;

/// The rows of one leaf with what speaks for each client; what was said of the others goes along unseen.
pub fn card(asks: &[Ask], leaf: usize, is_asked_again: bool) -> Markup {
    if asks.is_empty() {
        return html! {};
    }
    let leaves = asks.len().div_ceil(LEAF);
    let leaf = leaf.clamp(1, leaves);
    let here = (leaf - 1) * LEAF..(leaf * LEAF).min(asks.len());
    let undecided = asks.iter().filter(|ask| ask.said.is_none()).count();
    parts::card(
        "decide",
        "Is it somebody you have?",
        html! {
            div class="in stack" {
                @if is_asked_again && undecided > 0 {
                    p class="box stop" role="alert" { "Nothing was imported: " (parts::count(super::count(undecided), "row is", "rows are")) " not decided yet." }
                }
                p { (parts::count(super::count(asks.len()), "row is", "rows are")) " like a client here, or like another row of the file. Say of each what it is. " b { (number(undecided)) " not decided yet." } }
                @for (at, ask) in asks.iter().enumerate() {
                    @if here.contains(&at) { (one(ask)) }
                    @else if let Some(said) = &ask.said { input type="hidden" name="decide" value={ (ask.line) "=" (said) }; }
                }
                p class="row" {
                    button class="btn" name="turn" value=(leaf) formaction="/imports/preview" formenctype="multipart/form-data" { "Keep these answers" }
                    @if leaf > 1 { button class="btn" name="turn" value=(leaf - 1) formaction="/imports/preview" formenctype="multipart/form-data" { "Earlier rows" } }
                    @if leaf < leaves { button class="btn" name="turn" value=(leaf + 1) formaction="/imports/preview" formenctype="multipart/form-data" { "Next rows" } }
                    @if leaves > 1 { span class="small dim" { "Rows " (number(here.start + 1)) " to " (number(here.end)) " of " (number(asks.len())) } }
                }
            }
        },
    )
}

fn one(ask: &Ask) -> Markup {
    let id = format!("decide-{}", ask.line);
    let is_said = |said: &str| ask.said.as_deref() == Some(said);
    html! {
        div class="stack" {
            p { "Line " (ask.line) ": " b { (ask.name) } @if !ask.about.is_empty() { " " span class="dim" { (ask.about) } } }
            ul {
                @for candidate in &ask.candidates {
                    li {
                        p { b { (candidate.name) } " " span class="dim" { (candidate.label) @if !candidate.about.is_empty() { ", " (candidate.about) } } }
                        p class="small" { (strength(candidate.points)) " " (candidate.why) "." }
                    }
                }
            }
            div {
                label for=(id) { "What is line " (ask.line) "?" }
                select class="inp" id=(id) name="decide" {
                    option value={ (ask.line) "=" } selected[ask.said.is_none()] { "Not decided yet" }
                    @for candidate in &ask.candidates {
                        option value={ (ask.line) "=" (candidate.label) } selected[is_said(&candidate.label)] { "The same as " (candidate.label) ", " (candidate.name) }
                    }
                    option value={ (ask.line) "=" (NEW) } selected[is_said(NEW)] { "Another business" }
                    option value={ (ask.line) "=" (LEAVE) } selected[is_said(LEAVE)] { "Leave this row out" }
                }
            }
        }
    }
}

/// The points in words.
fn strength(points: i32) -> &'static str {
    match points {
        90.. => "Very much alike:",
        65.. => "Much alike:",
        _ => "Somewhat alike:",
    }
}
