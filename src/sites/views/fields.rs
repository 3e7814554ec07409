//! The fields of units and needs, drawn from the one table of attributes.

use crate::sites::attribute::{Attribute, Form};
use crate::sites::typed::Typed;
use crate::web::{Complaints, parts};
use maud::{Markup, html};

/// What an empty choice means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Empty {
    /// On a unit.
    NotKnown,
    /// In a need.
    NotAsked,
}

impl Empty {
    fn words(self) -> &'static str {
        match self {
            Self::NotKnown => "Not known",
            Self::NotAsked => "Does not matter",
        }
    }
}

/// One field, labelled.
pub fn field(attribute: &'static Attribute, typed: &Typed, complaints: &Complaints, empty: Empty) -> Markup {
    labelled(attribute, attribute.label, typed, complaints, empty)
}

/// One field under another label.
pub fn labelled(attribute: &'static Attribute, label: &str, typed: &Typed, complaints: &Complaints, empty: Empty) -> Markup {
    let value = typed.get(attribute.name);
    let hint = match attribute.form {
        Form::Words => Some("parted by commas"),
        Form::Money => Some(if attribute.unit.is_empty() { "dollars" } else { "dollars a sq ft a year" }),
        _ => Some(attribute.unit).filter(|unit| !unit.is_empty()),
    };
    parts::field(attribute.name, label, hint, complaints, |wiring| match attribute.form {
        Form::Yes => wiring.select(value, &choices(&[("yes", "Yes"), ("no", "No")], empty)),
        Form::Choice(words) => wiring.select(value, &choices(&words(), empty)),
        Form::Date => wiring.text(value, "date"),
        Form::Whole(_) => wiring.text(value, "number"),
        Form::Feet | Form::Money | Form::Text | Form::Words | Form::Degrees(_) => wiring.text(value, "text"),
    })
}

fn choices(words: &[(&str, &str)], empty: Empty) -> Vec<(String, String)> {
    let all = [("", empty.words())].into_iter().chain(words.iter().copied());
    all.map(|(code, label)| (code.to_owned(), label.to_owned())).collect()
}

/// A tick box with the face of a chip: several stand in one row.
pub fn chip(name: &str, value: &str, words: &str, typed: &Typed) -> Markup {
    let is_checked = typed.all(name).iter().any(|known| known.split(", ").any(|known| known == value));
    html! { label { input type="checkbox" name=(name) value=(value) checked[is_checked]; span { (words) } } }
}

/// Fields side by side.
pub fn grid(attributes: &[&'static Attribute], typed: &Typed, complaints: &Complaints, empty: Empty) -> Markup {
    html! {
        div class="pair apart" { @for attribute in attributes { (field(attribute, typed, complaints, empty)) } }
    }
}
