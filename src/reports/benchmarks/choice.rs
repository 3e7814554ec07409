//! What a program is compared with: one benchmark or two side by side, and businesses without employees added where most
//! clients have none.

use super::Benchmark;
use crate::values::{BenchmarkId, Complaint, Instant, Line, Universe};
use crate::web::Complaints;

/// What a program chose.
#[derive(Debug, Clone)]
pub struct Choice {
    /// Counts choices.
    pub seq: i64,
    pub sides: Vec<Side>,
    pub reason: Option<String>,
    pub chosen_by: String,
    pub chosen_at: Instant,
}

/// A benchmark, by row key, and one that is added to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Side {
    pub base: i64,
    pub add: Option<i64>,
}

/// What is being chosen.
#[derive(Debug)]
pub struct NewChoice {
    pub sides: Vec<Side>,
    pub reason: Option<Line>,
}

/// The form, as posted.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChoiceForm {
    pub key: String,
    pub version: i64,
    pub program: String,
    pub first: String,
    pub first_add: String,
    pub second: String,
    pub second_add: String,
    pub reason: String,
}

impl ChoiceForm {
    /// What is chosen now, to be changed.
    pub fn of(choice: Option<&Choice>, all: &[Benchmark]) -> Self {
        let id = |key: Option<i64>| {
            let found = key.and_then(|key| all.iter().find(|one| one.key == key));
            found.map(|one| one.id.to_string()).unwrap_or_default()
        };
        let side = |at: usize| choice.and_then(|choice| choice.sides.get(at).copied());
        Self {
            version: choice.map_or(0, |choice| choice.seq),
            first: id(side(0).map(|side| side.base)),
            first_add: id(side(0).and_then(|side| side.add)),
            second: id(side(1).map(|side| side.base)),
            second_add: id(side(1).and_then(|side| side.add)),
            reason: choice.and_then(|choice| choice.reason.clone()).unwrap_or_default(),
            ..Self::default()
        }
    }

    /// The choice that was posted. `all` are the benchmarks that may be chosen.
    pub fn parse(&self, all: &[Benchmark]) -> Result<NewChoice, Complaints> {
        let mut complaints = Complaints::default();
        let first = complaints.take("first", one(all, &self.first)).flatten();
        let first_add = complaints.take("first_add", added(all, first, &self.first_add)).flatten();
        let second = complaints.take("second", one(all, &self.second)).flatten();
        let second_add = complaints.take("second_add", added(all, second, &self.second_add)).flatten();
        let reason = complaints.take("reason", Line::maybe(&self.reason, "the reason")).flatten();
        if first.is_none() && second.is_some() {
            complaints.add("first", "Choose the first before the second");
        }
        if first.is_some_and(|first| second.is_some_and(|second| first.key == second.key)) {
            complaints.add("second", "This is the first one again. Choose another, or none");
        }
        let sides = [(first, first_add), (second, second_add)];
        let sides = sides.into_iter().filter_map(|(base, add)| Some(Side { base: base?.key, add: add.map(|add| add.key) })).collect();
        complaints.or(Some(NewChoice { sides, reason }))
    }
}

fn one<'b>(all: &'b [Benchmark], typed: &str) -> Result<Option<&'b Benchmark>, Complaint> {
    if typed.is_empty() {
        return Ok(None);
    }
    let found = BenchmarkId::parse(typed).and_then(|id| all.iter().find(|one| one.id == id));
    found.map(Some).ok_or_else(|| Complaint::new("Choose one of the benchmarks on the list"))
}

/// Added are businesses without employees of the same place, industry and year: another sum would count nobody in particular.
fn added<'b>(all: &'b [Benchmark], base: Option<&Benchmark>, typed: &str) -> Result<Option<&'b Benchmark>, Complaint> {
    let Some(add) = one(all, typed)? else { return Ok(None) };
    let Some(base) = base else { return Err(Complaint::new("Choose what it is added to")) };
    let (to, new) = (&base.facts, &add.facts);
    if to.universe != Universe::Employer || new.universe != Universe::Nonemployer {
        return Err(Complaint::new("Businesses without employees are added to businesses with employees, and nothing else is"));
    }
    if (&to.geo_id, &to.naics, to.reference_year) != (&new.geo_id, &new.naics, new.reference_year) {
        return Err(Complaint::new("Both must count the same place, the same industry and the same year"));
    }
    Ok(Some(add))
}
