//! A required table of lines: what is counted from outside the wall comes with its figure, what people said of themselves is counted here.

use super::Days;
use super::records::{Changes, Record, Wall, Written};
use super::table::{NOT_TOLD, people};
use crate::error::{Error, Result};
use crate::firewall::Firewalled;
use crate::firewall::door::{Held, Reply};
use crate::firewall::words;
use crate::funders::{Holds, Hud, RACES, Sheet};
use crate::sba::Loss;
use crate::values::{Question, Vocabulary};
use std::collections::{BTreeSet, HashMap};

/// A line of a table about to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// Counted already, of what is written down.
    Known {
        /// Under which head.
        section: String,
        /// What it is called.
        label: String,
        /// The figure, as the table writes it.
        value: String,
    },
    /// Counted behind the wall.
    Walled {
        /// Under which head.
        section: String,
        /// What it is called; empty where it becomes several.
        label: String,
        /// What is counted.
        holds: Holds,
    },
}

/// What the owners said, question by question.
type Said = Vec<HashMap<&'static str, Firewalled<Reply>>>;

const DECLINED: &str = "Prefers not to answer";
const NO_ANSWER: &str = "No answer";

impl Line {
    /// What staff call it.
    pub fn name(section: &str, label: &str) -> String {
        format!("{section}: {label}")
    }
}

impl Wall<'_> {
    pub(super) fn lines(&self, lines: Vec<Line>, days: Days) -> Result<Written> {
        let owners = people(self.conn, self.filing, days)?;
        let said = owners.iter().map(|person| self.replies(*person)).collect::<Result<Said>>()?;
        let told = owners.iter().zip(&said).filter(|(_, replies)| !replies.is_empty()).map(|(person, _)| *person);
        let is_walled = lines.iter().any(|line| matches!(line, Line::Walled { holds, .. } if *holds != Holds::People));
        let people: BTreeSet<i64> = if is_walled { told.collect() } else { BTreeSet::new() };
        let (mut sheet, mut records, mut changes) = (Sheet::new(["section", "line", "value"]), Vec::new(), Changes::default());
        for line in lines {
            match line {
                Line::Known { section, label, value } => {
                    sheet.add([&section, &label, &value]);
                    records.push(Record::Line(Line::name(&section, &label), vec![("value".to_owned(), value)]));
                }
                Line::Walled { section, label, holds } => {
                    for (words, count) in counted(&holds, &label, &said, &mut changes) {
                        sheet.add([section.clone(), words, count.to_string()]);
                    }
                }
            }
        }
        Written::with(sheet.csv().map_err(Error::internal)?, changes, people, 0, records)
    }
}

/// The lines that something behind the wall becomes, in the order of the table.
fn counted(holds: &Holds, label: &str, said: &Said, changes: &mut Changes) -> Vec<(String, u64)> {
    match holds {
        Holds::People => vec![(label.to_owned(), said.len() as u64)],
        Holds::Answers(question) => answers(*question, said),
        Holds::HudRaces => races(said, changes),
        Holds::LowOrModerate => {
            let counts = |reply: &Reply| reply.codes.iter().any(|code| code != "ABOVE");
            let low = said.iter().filter(|replies| reply(replies, Question::Income).is_some_and(counts)).count();
            vec![(label.to_owned(), low as u64)]
        }
        Holds::Basis | Holds::Businesses(_) | Holds::Measure(..) | Holds::Client(_) => Vec::new(),
    }
}

fn reply<'a>(replies: &'a HashMap<&'static str, Firewalled<Reply>>, question: Question) -> Option<&'a Reply> {
    replies.get(question.code()).map(Firewalled::open)
}

/// How many replied so to a question.
fn count(said: &Said, question: Question, is: impl Fn(Option<&Reply>) -> bool) -> u64 {
    said.iter().filter(|replies| is(reply(replies, question))).count() as u64
}

/// What a band of income is called in a table: the page of questions speaks of columns.
fn called(question: Question, code: &str) -> String {
    match (question, code) {
        (Question::Income, "EXTREMELY_LOW") => "Extremely low: up to 30 percent of the median".to_owned(),
        (Question::Income, "LOW") => "Low: up to 50 percent".to_owned(),
        (Question::Income, "MODERATE") => "Moderate: up to 80 percent".to_owned(),
        (Question::Income, "ABOVE") => "Above moderate".to_owned(),
        (Question::Household, "8") => "8 people or more".to_owned(),
        (Question::Household, "1") => "1 person".to_owned(),
        (Question::Household, size) => format!("{size} people"),
        _ => words::label(question, code),
    }
}

/// A line for each answer, and for each way of not giving one.
fn answers(question: Question, said: &Said) -> Vec<(String, u64)> {
    let answered = |reply: &Reply| matches!(reply.state, Held::Answered);
    let mut lines: Vec<(String, u64)> = words::choices(question)
        .into_iter()
        .map(|code| {
            let chose =
                |reply: Option<&Reply>| reply.is_some_and(|reply| answered(reply) && reply.codes.iter().any(|chosen| chosen == code));
            (called(question, code), count(said, question, chose))
        })
        .collect();
    lines.extend(silences(question, said));
    lines
}

/// Those who gave no answer, by why.
fn silences(question: Question, said: &Said) -> [(String, u64); 3] {
    let is = |state: fn(&Held) -> bool| count(said, question, move |reply| reply.is_some_and(|reply| state(&reply.state)));
    [
        (DECLINED.to_owned(), is(|state| matches!(state, Held::Declined))),
        (NO_ANSWER.to_owned(), is(|state| matches!(state, Held::Skipped | Held::Unknown))),
        (NOT_TOLD.to_owned(), count(said, question, |reply| reply.is_none())),
    ]
}

/// Two lines for each race of HUD's list: all, and those among them who are Hispanic or Latino.
fn races(said: &Said, changes: &mut Changes) -> Vec<(String, u64)> {
    let mut counts = [[0_u64; 2]; RACES.len()];
    let mut elsewhere = 0_u64;
    let answered = |reply: &&Reply| matches!(reply.state, Held::Answered);
    for reply in said.iter().filter_map(|replies| reply(replies, Question::Race)).filter(answered) {
        let hud = Hud::of(&reply.codes);
        if let Some([all, hispanic]) = counts.get_mut(hud.race) {
            *all += 1;
            *hispanic += u64::from(hud.is_hispanic);
        }
        // Whoever chose it beside a race of the list is counted there, and so much of what they said is lost.
        elsewhere += u64::from(reply.codes.iter().any(|code| code == "MENA"));
    }
    if elsewhere > 0 {
        let loss = Loss {
            field: "Middle Eastern or North African",
            held: format!("{elsewhere} chose it"),
            written: "HUD's list has no such group: counted by the races they chose beside it, or as no race of the list".to_owned(),
        };
        changes.lose("Race", &[loss]);
    }
    let mut lines: Vec<(String, u64)> = RACES
        .iter()
        .zip(counts)
        .flat_map(|(race, [all, hispanic])| [((*race).to_owned(), all), (format!("{race}, of them Hispanic or Latino"), hispanic)])
        .collect();
    lines.extend(silences(Question::Race, said));
    lines
}
