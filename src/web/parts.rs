//! The parts that pages are made of.

use super::forms::Complaints;
use super::icons::{Icon, icon};
use super::layout::Toast;
use crate::i18n::{Args, Language};
use crate::values::Vocabulary;
use maud::{Markup, html};

/// One or two letters for a face.
pub fn initials(name: &str) -> String {
    let mut words = name.split_whitespace().filter_map(|word| word.chars().find(|c| c.is_alphanumeric()));
    let first = words.next();
    let last = words.next_back();
    first.into_iter().chain(last).flat_map(char::to_uppercase).collect()
}

/// The head of a page: where it belongs, its title, a line below.
pub fn head(above: Option<Markup>, title: &str, below: Option<Markup>) -> Markup {
    html! {
        div class="head" {
            @if let Some(above) = above { p class="small" { (above) } }
            h1 { (title) }
            @if let Some(below) = below { p class="dim" { (below) } }
        }
    }
}

/// A card with a heading.
pub fn card(id: &str, title: &str, body: Markup) -> Markup {
    html! {
        section class="card" aria-labelledby=(id) { h2 id=(id) { (title) } (body) }
    }
}

/// A card whose heading carries something beside it.
pub fn card_with(id: &str, title: &str, beside: Markup, body: Markup) -> Markup {
    html! {
        section class="card" aria-labelledby=(id) { div class="cap" { h2 id=(id) { (title) } (beside) } (body) }
    }
}

/// A list of facts, each with something to do beside it.
pub fn facts(rows: &[(&str, Markup, Option<Markup>)]) -> Markup {
    html! {
        dl class="facts" {
            @for (name, value, act) in rows {
                div { dt { (name) } dd { (value) } @if let Some(act) = act { dd class="act" { (act) } } }
            }
        }
    }
}

/// A small word in a colored field. The word carries the meaning, the color only repeats it.
pub fn tag(tone: &str, words: &str) -> Markup {
    html! { span class={ "tag " (tone) } { (words) } }
}

/// What an empty list says: why it is empty and what fills it.
pub fn empty(title: &str, words: &str, act: Option<Markup>) -> Markup {
    html! {
        div class="empty" { (icon(Icon::Tray, 44)) p { strong { (title) } } p class="dim" { (words) } @if let Some(act) = act { (act) } }
    }
}

/// Signing out of one's own pages: the first thing in the foot of each, one press away.
pub fn leave(language: Language) -> Markup {
    html! {
        form method="post" action="/me/leaving" { button class="btn" { (language.word("own-sign-out")) } }
        p class="small dim" { (language.sentence(&language.word("own-closes"))) }
    }
}

/// The message after a deed.
pub fn toast(toast: &Toast) -> Markup {
    html! {
        div class="toast" role="status" id="toast" {
            span { (toast.words) }
            @if let Some((address, version)) = &toast.undo {
                form class="push" method="post" action=(address) {
                    input type="hidden" name="version" value=(version);
                    button { "Undo" }
                }
            }
        }
    }
}

/// The list of complaints above a form, each leading to its field.
pub fn error_summary(complaints: &Complaints) -> Markup {
    errors(Language::english(), complaints)
}

/// The same on a page in any language. The complaints are in it already.
pub fn errors(language: Language, complaints: &Complaints) -> Markup {
    let count = complaints.iter().count();
    html! {
        @if count > 0 {
            div class="box stop" role="alert" tabindex="-1" id="errors" {
                h2 { (language.say("errors-to-fix", Args::default().count("n", i64::try_from(count).unwrap_or(i64::MAX)))) }
                ul { @for (field, words) in complaints.iter() { li { a href={ "#" (field) } { (words) } } } }
            }
        }
    }
}

/// A labelled field. `input` draws the control with the attributes that `wiring` gives.
pub fn field(
    name: &'static str,
    label: &str,
    hint: Option<&str>,
    complaints: &Complaints,
    control: impl FnOnce(Wiring) -> Markup,
) -> Markup {
    let complaint = complaints.on(name);
    let described: Vec<String> =
        [hint.map(|_| format!("{name}-hint")), complaint.map(|_| format!("{name}-error"))].into_iter().flatten().collect();
    let wiring = Wiring { name, described: (!described.is_empty()).then(|| described.join(" ")), invalid: complaint.is_some() };
    html! {
        div {
            label for=(name) { (label) @if let Some(hint) = hint { " " span class="hint" id={ (name) "-hint" } { (hint) } } }
            @if let Some(words) = complaint { span class="err" id={ (name) "-error" } { (words) } }
            (control(wiring))
        }
    }
}

/// What a control needs to know to be found and described.
pub struct Wiring {
    name: &'static str,
    described: Option<String>,
    invalid: bool,
}

impl Wiring {
    /// A one-line field.
    pub fn text(self, value: &str, kind: &str) -> Markup {
        self.line(value, kind, None)
    }

    /// A one-line field that the browser may fill in.
    pub fn line(self, value: &str, kind: &str, autocomplete: Option<&str>) -> Markup {
        let mode = matches!(kind, "number").then_some("numeric");
        let kind = if kind == "number" { "text" } else { kind };
        html! {
            input class="inp" id=(self.name) name=(self.name) type=(kind) inputmode=[mode] value=(value) autocomplete=(autocomplete.unwrap_or("off")) aria-describedby=[self.described] aria-invalid=[self.invalid.then_some("true")];
        }
    }

    /// A code of digits, which the telephone may fill in.
    pub fn digits(self) -> Markup {
        html! {
            input class="inp" id=(self.name) name=(self.name) type="text" inputmode="numeric" autocomplete="one-time-code" value="" dir="ltr" aria-describedby=[self.described] aria-invalid=[self.invalid.then_some("true")];
        }
    }

    /// A field of several lines.
    pub fn area(self, value: &str, rows: u32) -> Markup {
        html! {
            textarea class="inp" id=(self.name) name=(self.name) rows=(rows) aria-describedby=[self.described] aria-invalid=[self.invalid.then_some("true")] { "\n" (value) }
        }
    }

    /// A list to choose from: value and words; an empty value is "nothing chosen".
    pub fn select(self, chosen: &str, options: &[(String, String)]) -> Markup {
        html! {
            select class="inp" id=(self.name) name=(self.name) aria-describedby=[self.described] aria-invalid=[self.invalid.then_some("true")] {
                @for (value, words) in options { option value=(value) selected[value == chosen] { (words) } }
            }
        }
    }
}

/// The words of a vocabulary as options, with an empty first one where nothing may be chosen.
pub fn options<V: Vocabulary>(empty: Option<&str>) -> Vec<(String, String)> {
    let first = empty.map(|words| (String::new(), words.to_owned()));
    first.into_iter().chain(V::ALL.iter().map(|word| (word.code().to_owned(), word.label().to_owned()))).collect()
}

/// Radio buttons with the faces of chips.
pub fn chips(
    name: &'static str,
    legend: &str,
    hint: Option<&str>,
    chosen: &str,
    choices: &[(String, String)],
    complaints: &Complaints,
) -> Markup {
    html! {
        fieldset id=(name) {
            legend class="lbl-h" { (legend) @if let Some(hint) = hint { " " span class="hint" { (hint) } } }
            @if let Some(words) = complaints.on(name) { span class="err" { (words) } }
            div class="chips" {
                @for (value, words) in choices { label { input type="radio" name=(name) value=(value) checked[value == chosen]; span { (words) } } }
            }
        }
    }
}

/// The page before and the page after in a list. Addresses, so that Back works.
pub fn pager(newer: Option<String>, older: Option<String>) -> Markup {
    pager_in(Language::english(), newer, older)
}

fn pager_in(language: Language, newer: Option<String>, older: Option<String>) -> Markup {
    html! {
        @if newer.is_some() || older.is_some() {
            nav class="row in" aria-label=(language.word("pages-of-list")) {
                @if let Some(address) = newer { a class="btn mini" href=(address) rel="prev" { (language.word("pages-first")) } }
                @if let Some(address) = older { a class="btn mini push" href=(address) rel="next" { (language.word("pages-next")) } }
            }
        }
    }
}

/// The pages of a list that is counted in pages.
pub fn leaves(address: &str, leaf: super::Leaf, has_more: bool) -> Markup {
    leaves_in(Language::english(), address, leaf, has_more)
}

/// The same on a page in any language.
pub fn leaves_in(language: Language, address: &str, leaf: super::Leaf, has_more: bool) -> Markup {
    let first = (leaf.page > 0).then(|| address.to_owned());
    pager_in(language, first, has_more.then(|| format!("{address}?page={}", leaf.page.saturating_add(1))))
}

/// A table that scrolls inside itself on a narrow screen.
pub fn scroll(label: &str, table: Markup) -> Markup {
    html! { div class="scroll" tabindex="0" role="region" aria-label=(label) { (table) } }
}

/// The hidden fields of every form: its key, and the version of what it edits.
pub fn form_key(key: &str, version: Option<i64>) -> Markup {
    html! {
        input type="hidden" name="key" value=(key);
        @if let Some(version) = version { input type="hidden" name="version" value=(version); }
    }
}

/// "one day", "12 days".
pub fn count(number: i64, one: &str, many: &str) -> String {
    match number {
        1 => format!("1 {one}"),
        _ => format!("{} {many}", crate::values::grouped(number)),
    }
}

/// A phrase as a sentence: with a capital and a stop.
pub fn sentence(words: &str) -> String {
    let mut rest = words.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).chain(['.']).collect())
}

/// Percent-encodes a text for an address.
pub fn encoded(text: &str) -> String {
    text.bytes().fold(String::with_capacity(text.len()), |mut encoded, byte| {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.' | b'~') {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
        encoded
    })
}
