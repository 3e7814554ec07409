//! A kind's sheet as controls in a form and as facts on a page; and the warnings about words that tell too much.

use crate::referrals::enabling::Warning;
use crate::referrals::fields::{Ask, Field, Group, Typed, YES_NO};
use crate::values::Kind;
use crate::web::{Complaints, parts};
use maud::{Markup, html};

/// Name of the tick that says: I read the warnings.
pub const WARNED: &str = "words_read";

/// What the need in words is called.
pub const fn need_label(kind: Kind) -> &'static str {
    match kind {
        Kind::TechnologyTransfer => "Summary for everybody who is asked",
        _ => "The need, written for sharing",
    }
}

/// What does not belong into it.
pub const fn need_hint(kind: Kind) -> &'static str {
    match kind {
        Kind::TechnologyTransfer => {
            "Not confidential: what is wanted and what for, not how it works. No names. Details have a part of their own that opens after a signed NDA."
        }
        _ => "The partner reads this. No names, nothing about the owner's background or health.",
    }
}

/// The controls of a sheet: the first group open, the others folded unless something stands in them.
pub fn controls(groups: &[Group], typed: &Typed, complaints: &Complaints) -> Markup {
    html! {
        @for group in groups {
            @let is_used = group.fields.iter().any(|field| complaints.on(field.code).is_some() || typed.get(field.code).is_some_and(|texts| texts.iter().any(|text| !text.is_empty())));
            @if group.title.is_empty() { div class="sheet" { @for field in group.fields { (control(field, typed, complaints, "")) } } }
            @else {
                details open[is_used] {
                    summary { (group.title) }
                    div class="sheet in" { @for field in group.fields { (control(field, typed, complaints, "")) } }
                }
            }
        }
    }
}

/// One control with its label. `prefix` keeps ids apart where a page draws the same field more than once.
pub fn control(field: &Field, typed: &Typed, complaints: &Complaints, prefix: &str) -> Markup {
    let id = format!("{prefix}{}", field.code);
    let complaint = complaints.on(field.code);
    let texts = typed.get(field.code).map_or(&[][..], Vec::as_slice);
    let text = texts.first().map_or("", String::as_str);
    let bad = complaint.is_some();
    let described = bad.then(|| format!("{id}-error"));
    let hint = match (field.hint, field.is_needed) {
        ("", true) => "needed",
        (hint, _) => hint,
    };
    let line = |kind: &str, mode: Option<&str>| {
        html! { input class="inp" id=(id) name=(field.code) type=(kind) inputmode=[mode] value=(text) autocomplete="off" aria-invalid=[bad.then_some("true")] aria-describedby=[described.as_deref()]; }
    };
    let drawn = match field.ask {
        Ask::Several(choices) => return several(field, choices, &id, hint, texts, complaint),
        Ask::One(choices) => one(field, choices, &id, text, described.as_deref()),
        Ask::YesNo => one(field, YES_NO, &id, text, described.as_deref()),
        Ask::Whole { unit: "", .. } | Ask::Hours => line("text", Some("decimal")),
        Ask::Whole { unit, .. } => html! { div class="unit" { (line("text", Some("numeric"))) span aria-hidden="true" { (unit) } } },
        Ask::Dollars => html! { div class="unit" { span aria-hidden="true" { "$" } (line("text", Some("decimal"))) } },
        Ask::Date | Ask::PastDate => line("date", None),
        Ask::Line => line("text", None),
        Ask::Text => {
            html! { textarea class="inp" id=(id) name=(field.code) rows="3" aria-invalid=[bad.then_some("true")] aria-describedby=[described.as_deref()] { "\n" (text) } }
        }
    };
    html! {
        div class=[matches!(field.ask, Ask::Text).then_some("wide")] {
            label for=(id) { (field.label) @if !hint.is_empty() { " " span class="hint" { (hint) } } }
            @if let Some(words) = complaint { span class="err" id={ (id) "-error" } { (words) } }
            (drawn)
        }
    }
}

fn one(field: &Field, choices: &[(&str, &str)], id: &str, chosen: &str, described: Option<&str>) -> Markup {
    html! {
        select class="inp" id=(id) name=(field.code) aria-invalid=[described.map(|_| "true")] aria-describedby=[described] {
            option value="" { @if field.is_needed { "Choose" } @else { "No answer" } }
            @for (code, words) in choices { option value=(code) selected[*code == chosen] { (words) } }
        }
    }
}

fn several(field: &Field, choices: &[(&str, &str)], id: &str, hint: &str, chosen: &[String], complaint: Option<&str>) -> Markup {
    let is_chosen = |code: &str| chosen.iter().any(|text| text.split(',').any(|one| one == code));
    html! {
        fieldset class="wide" id=(id) {
            legend class="lbl-h" { (field.label) " " span class="hint" { @if hint.is_empty() { "any that fit" } @else { (hint) } } }
            @if let Some(words) = complaint { span class="err" { (words) } }
            div class="chips" { @for (code, words) in choices { label { input type="checkbox" name=(field.code) value=(code) checked[is_chosen(code)]; span { (words) } } } }
        }
    }
}

/// Answers with their labels.
pub fn facts(rows: &[(&'static str, String)]) -> Markup {
    let rows: Vec<(&str, Markup, Option<Markup>)> = rows.iter().map(|(label, words)| (*label, html! { (words) }, None)).collect();
    parts::facts(&rows)
}

/// The words that may tell too much, why, and what to write instead. The person decides.
pub fn warned(warnings: &[Warning], is_read: bool, complaints: &Complaints) -> Markup {
    html! {
        @if !warnings.is_empty() {
            section class="box wait stack" aria-labelledby="warnings" {
                h3 id="warnings" { "Does this tell how it works?" }
                p { "Everybody who is asked reads these words, and so may others later. Published detail can cost the owner a patent or a trade secret." }
                ul {
                    @for warning in warnings {
                        li { q { (warning.words) } ": " (warning.why.reason()) " " (warning.why.instead()) }
                    }
                }
                div class="tick" {
                    input type="checkbox" id=(WARNED) name=(WARNED) value="yes" checked[is_read] aria-describedby=[complaints.on(WARNED).map(|_| "words_read-error")];
                    label for=(WARNED) { "I read the warnings, and the words can stay" }
                    @if let Some(words) = complaints.on(WARNED) { span class="err hint" id="words_read-error" { (words) } }
                }
            }
        }
    }
}
