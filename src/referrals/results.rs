//! What each kind of referral writes down of its work and its end: typed answers that go into the event with its other facts. Pure.
//!
//! One table of blocks. A block belongs to events and to what was chosen there: a stage, a result, a next step, or another answer.
//! Only what fits the choice may be filled in, and of that only little must be.

mod business;
mod entrepreneurship;
pub mod kept;
pub mod space;
mod technology;
mod workforce;

use super::deed::Sheet;
use super::fact::Fact;
use super::fields::{Answers, Field, Typed, read as read_fields};
use super::lifecycle::Event;
use crate::values::{Day, Kind};

/// When a block belongs to a form.
#[derive(Debug, Clone, Copy)]
pub enum When {
    /// With every one of its events.
    Always,
    /// With one of these stages.
    Stage(&'static [&'static str]),
    /// With one of these results, as the main one or besides it.
    Result(&'static [&'static str]),
    /// With one of these next steps.
    Step(&'static [&'static str]),
    /// With one of these answers to another field.
    Answer(&'static str, &'static [&'static str]),
}

/// Fields that belong together, and when.
#[derive(Debug, Clone, Copy)]
pub struct Block {
    pub events: &'static [Event],
    pub when: When,
    /// The heading; empty where the fields stand open in the form.
    pub title: &'static str,
    pub fields: &'static [Field],
}

/// Events that say how the work goes on.
const UNDER_WAY: &[Event] = &[Event::Start, Event::Progress, Event::Resume];
const DONE: &[Event] = &[Event::Complete];
const LOST: &[Event] = &[Event::Fail];
const AFTERWARDS: &[Event] = &[Event::RecordNextStep];
const WORK_AND_END: &[Event] = &[Event::Start, Event::Progress, Event::Resume, Event::Complete];

/// The blocks of a kind, in the order of the form.
#[must_use]
pub const fn of(kind: Kind) -> &'static [Block] {
    match kind {
        Kind::BusinessDevelopment => business::BLOCKS,
        Kind::TechnologyTransfer => technology::BLOCKS,
        Kind::RealEstate => space::BLOCKS,
        Kind::Workforce => workforce::BLOCKS,
        Kind::Entrepreneurship => entrepreneurship::BLOCKS,
    }
}

/// The blocks that a form of an event may draw.
pub fn blocks(kind: Kind, event: Event) -> impl Iterator<Item = &'static Block> {
    of(kind).iter().filter(move |block| block.events.contains(&event))
}

/// The field with this code, whatever its kind.
#[must_use]
pub fn find(code: &str) -> Option<&'static Field> {
    Kind::ALL.into_iter().flat_map(of).flat_map(|block| block.fields).find(|field| field.code == code)
}

impl Block {
    /// True where what was chosen calls for it. `answer` gives the answer to another field.
    fn fits<'a>(&self, sheet: &Sheet, answer: impl Fn(&str) -> Option<&'a str>) -> bool {
        let has =
            |fact: Fact, codes: &[&str]| sheet.get(&fact).is_some_and(|text| text.split(',').any(|code| codes.contains(&code.trim())));
        match self.when {
            When::Always => true,
            When::Stage(codes) => has(Fact::Stage, codes),
            When::Result(codes) => has(Fact::Results, codes) || has(Fact::MoreResults, codes),
            When::Step(codes) => has(Fact::NextStep, codes),
            When::Answer(field, codes) => answer(field).is_some_and(|text| codes.contains(&text)),
        }
    }
}

/// Reads what was typed beside the facts of an event: the answers, and the complaints by field.
pub fn read(kind: Kind, event: Event, sheet: &Sheet, typed: &Typed, today: Day) -> (Answers, Vec<(&'static str, String)>) {
    let (mut answers, mut complaints) = (Answers::new(), Vec::new());
    let answer = |code: &str| typed.get(code).and_then(|texts| texts.iter().find(|text| !text.trim().is_empty())).map(|text| text.trim());
    for block in blocks(kind, event) {
        if block.fits(sheet, answer) {
            let (read, found) = read_fields(block.fields, typed, today);
            answers.extend(read);
            complaints.extend(found);
        } else if let Some(field) = block.fields.iter().find(|field| answer(field.code).is_some()) {
            complaints.push((
                field.code,
                format!("\u{201c}{}\u{201d} belongs to another choice: {}. Make that choice, or clear the field", field.label, block.title),
            ));
        }
    }
    for code in typed.keys().filter(|code| answer(code).is_some()) {
        if !blocks(kind, event).any(|block| block.fields.iter().any(|field| field.code == *code)) {
            complaints.push((code, "This update has no place for that. Reload the page and send it again".to_owned()));
        }
    }
    (answers, complaints)
}

/// True where every answer is one that this kind can give with this event. Whoever writes without a form is held to it too.
#[must_use]
pub fn are_of(kind: Kind, event: Event, answers: &Answers) -> bool {
    answers.keys().all(|code| blocks(kind, event).any(|block| block.fields.iter().any(|field| field.code == code)))
}

/// The answers that an event holds.
#[must_use]
pub fn held(sheet: &Sheet) -> Answers {
    sheet.get(&Fact::Particulars).and_then(|json| serde_json::from_str(json).ok()).unwrap_or_default()
}

/// The answers as an event holds them; nothing where there are none.
#[must_use]
pub fn to_hold(answers: &Answers) -> Option<String> {
    if answers.is_empty() { None } else { serde_json::to_string(answers).ok() }
}

/// The answers of an event in words, with their labels.
#[must_use]
pub fn lines(sheet: &Sheet, today: Day) -> Vec<(&'static str, String)> {
    let answers = held(sheet);
    let field = |(code, stored): (&String, &String)| find(code).map(|field| (field.label, field.words(stored, today)));
    answers.iter().filter_map(field).collect()
}

#[cfg(test)]
mod tests;
