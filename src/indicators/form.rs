//! What is typed about an indicator, read at the door.

use super::{Baseline, Count, Definition, Facts};
use crate::measures::Unit;
use crate::values::{
    Cents, Complaint, Day, DecisionId, EquityQuestion, IndicatorDirection, IndicatorPer, IndicatorVerdict, Line, ListedMeasure, Note,
    Vocabulary,
};
use crate::web::Complaints;

/// What may be chosen in a program: its neighborhoods, and its funders by row key and name.
#[derive(Debug, Clone, Default)]
pub struct Choices {
    /// Neighborhoods.
    pub places: Vec<String>,
    /// Funders.
    pub sources: Vec<(i64, String)>,
}

/// What was typed about an indicator.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct IndicatorForm {
    /// Key of the form.
    pub key: String,
    /// Version; zero for a new one.
    pub version: i64,
    /// Program, by row key; nothing where there is one only.
    pub program: String,
    /// What it is called.
    pub name: String,
    /// Which question it speaks to.
    pub question: String,
    /// Why it matters.
    pub why: String,
    /// What is counted.
    pub numerator: String,
    /// Of one kind: the measure's list and a code of it, such as `outcomes.lease_signed`.
    pub numerator_kind: String,
    /// In one neighborhood.
    pub numerator_place: String,
    /// Paid by one funder, by row key.
    pub numerator_source: String,
    /// Against what; empty for a plain count.
    pub denominator: String,
    /// Of one kind.
    pub denominator_kind: String,
    /// In one neighborhood.
    pub denominator_place: String,
    /// Paid by one funder.
    pub denominator_source: String,
    /// For how long each time.
    pub per: String,
    /// Where it should go.
    pub direction: String,
    /// How it was before.
    pub baseline: String,
    /// Who says so.
    pub baseline_source: String,
    /// Of which year.
    pub baseline_year: String,
    /// Where it should be.
    pub target: String,
    /// By when.
    pub target_on: String,
    /// May go to other cities.
    pub shareable: String,
}

impl IndicatorForm {
    /// As it stands now.
    pub fn of(facts: &Facts, version: i64) -> Self {
        let definition = &facts.definition;
        let [numerator, numerator_kind, numerator_place, numerator_source] = typed(Some(&definition.numerator));
        let [denominator, denominator_kind, denominator_place, denominator_source] = typed(definition.denominator.as_ref());
        let baseline = facts.baseline.as_ref();
        Self {
            version,
            name: facts.name.clone(),
            question: facts.question.code().to_owned(),
            why: facts.why.clone().unwrap_or_default(),
            numerator,
            numerator_kind,
            numerator_place,
            numerator_source,
            denominator,
            denominator_kind,
            denominator_place,
            denominator_source,
            per: definition.per.code().to_owned(),
            direction: facts.direction.code().to_owned(),
            baseline: baseline.map(|baseline| plain(baseline.value)).unwrap_or_default(),
            baseline_source: baseline.map(|baseline| baseline.source.clone()).unwrap_or_default(),
            baseline_year: baseline.map(|baseline| baseline.year.to_string()).unwrap_or_default(),
            target: facts.target.map(|(target, _)| plain(target)).unwrap_or_default(),
            target_on: facts.target.map(|(_, on)| on.to_string()).unwrap_or_default(),
            shareable: if facts.is_shareable { "yes".to_owned() } else { String::new() },
            ..Self::default()
        }
    }

    /// One to begin with.
    pub fn from(start: &super::starter::Start) -> Self {
        let facts = Facts {
            name: start.name.to_owned(),
            question: start.question,
            why: Some(start.why.to_owned()),
            definition: start.definition(),
            direction: start.direction,
            baseline: None,
            target: None,
            is_shareable: false,
        };
        Self::of(&facts, 0)
    }

    /// What a manager says, if there is nothing to complain about.
    pub fn facts(&self, complaints: &mut Complaints, choices: &Choices, today: Day) -> Option<Facts> {
        let name = complaints.take("name", Line::parse(&self.name, "what the indicator is called"));
        let question = complaints.take("question", EquityQuestion::parse(&self.question));
        let why = complaints.take("why", Note::maybe(&self.why, "why it matters"));
        let fields = ["numerator", "numerator_kind", "numerator_place", "numerator_source"];
        let typed = [&self.numerator, &self.numerator_kind, &self.numerator_place, &self.numerator_source];
        let numerator = counted(complaints, fields, typed, choices);
        let denominator = if self.denominator.is_empty() {
            self.refuse_loose(complaints);
            Some(None)
        } else {
            let fields = ["denominator", "denominator_kind", "denominator_place", "denominator_source"];
            let typed = [&self.denominator, &self.denominator_kind, &self.denominator_place, &self.denominator_source];
            counted(complaints, fields, typed, choices).map(Some)
        };
        if let Some((over, under)) = numerator.as_ref().zip(denominator.as_ref().and_then(Option::as_ref))
            && over == under
        {
            complaints.add("denominator", "This is what you count already: it would always be the same. Choose something else, or nothing");
        }
        let per = complaints.take("per", IndicatorPer::parse(&self.per));
        let direction = complaints.take("direction", IndicatorDirection::parse(&self.direction));
        let baseline = self.baseline(complaints, today);
        let target = self.target(complaints);
        Some(Facts {
            name: name?.to_string(),
            question: question?,
            why: why?.map(|words| words.to_string()),
            definition: Definition { numerator: numerator?, denominator: denominator?, per: per? },
            direction: direction?,
            baseline,
            target,
            is_shareable: self.shareable == "yes",
        })
        .filter(|_| complaints.is_empty())
    }

    /// Without something to count against there is nothing of which it would be.
    fn refuse_loose(&self, complaints: &mut Complaints) {
        let words = "Choose first what it is counted against, or leave this open";
        let loose = [
            ("denominator_kind", &self.denominator_kind),
            ("denominator_place", &self.denominator_place),
            ("denominator_source", &self.denominator_source),
        ];
        for (field, _) in loose.into_iter().filter(|(_, typed)| !typed.is_empty()) {
            complaints.add(field, words);
        }
    }

    /// Nothing where nothing was typed, or where something of it is complained about.
    fn baseline(&self, complaints: &mut Complaints, today: Day) -> Option<Baseline> {
        let all = [&self.baseline, &self.baseline_source, &self.baseline_year];
        if all.iter().all(|typed| typed.trim().is_empty()) {
            return None;
        }
        let value = complaints.take("baseline", figure(&self.baseline));
        let source = complaints.take("baseline_source", Line::parse(&self.baseline_source, "who says so: the source of the baseline"));
        let year = self.baseline_year.trim().parse::<i16>().ok().filter(|year| (1950..=today.year()).contains(year));
        let year = year.ok_or_else(|| Complaint::new("Write the year of the baseline, such as 2024"));
        let year = complaints.take("baseline_year", year);
        Some(Baseline { value: value?, source: source?.to_string(), year: year? })
    }

    /// The same.
    fn target(&self, complaints: &mut Complaints) -> Option<(i64, Day)> {
        if self.target.trim().is_empty() && self.target_on.trim().is_empty() {
            return None;
        }
        let value = complaints.take("target", figure(&self.target));
        let on = complaints.take("target_on", Day::parse(&self.target_on));
        value.zip(on)
    }
}

/// A count as the fields of a form hold it.
fn typed(count: Option<&Count>) -> [String; 4] {
    let Some(count) = count else { return Default::default() };
    let kind = count.kind.as_ref().map(|kind| format!("{}.{kind}", count.measure.kinds().code()));
    [
        count.measure.code().to_owned(),
        kind.unwrap_or_default(),
        count.place.clone().unwrap_or_default(),
        count.source.as_ref().map(|(key, _)| key.to_string()).unwrap_or_default(),
    ]
}

fn counted(complaints: &mut Complaints, fields: [&'static str; 4], typed: [&String; 4], choices: &Choices) -> Option<Count> {
    let [of_measure, of_kind, of_place, of_source] = fields;
    let [measure, kind, place, source] = typed.map(String::as_str);
    let measure = complaints.take(of_measure, ListedMeasure::parse(measure))?;
    let kind = complaints.take(of_kind, measure.read_kind(kind));
    let place = complaints.take(of_place, measure.read_place(place, &choices.places));
    let source = match source {
        "" => Ok(None),
        _ if !measure.has_source() => Err(Complaint::new("Who paid is not written down with this. Leave it open")),
        source => {
            let known = choices.sources.iter().find(|(key, _)| source.parse() == Ok(*key));
            known.cloned().map(Some).ok_or_else(|| Complaint::new("Choose one from the list"))
        }
    };
    let source = complaints.take(of_source, source);
    Some(Count { measure, kind: kind?, place: place?, source: source? })
}

/// A figure as people type it, in hundredths: `37.5`, `$1,250`.
fn figure(typed: &str) -> Result<i64, Complaint> {
    Cents::parse(typed).map(Cents::cents).map_err(|_| Complaint::new("Write a number of at most two decimals, such as 12 or 37.5"))
}

/// The same as it stands in a field.
fn plain(hundredths: i64) -> String {
    super::decimal(hundredths).replace(',', "")
}

/// In what a baseline and a target are typed.
pub(super) fn in_what(unit: Unit) -> &'static str {
    match unit {
        Unit::Things => "a number",
        Unit::Cents => "dollars",
        Unit::Minutes => "hours",
        Unit::SquareFeet => "square feet",
    }
}

/// What was typed about a decision; the button that was pressed says which way it went.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DecideForm {
    /// Key of the form.
    pub key: String,
    /// Version.
    pub version: i64,
    /// The decision, by its address.
    pub decision: String,
    /// Chosen or not.
    pub verdict: String,
}

impl DecideForm {
    /// By which decision, and which way it went.
    pub fn parse(&self, complaints: &mut Complaints) -> Option<(DecisionId, IndicatorVerdict)> {
        let decision = DecisionId::parse(&self.decision);
        let decision =
            decision.ok_or_else(|| Complaint::new("Choose the decision: its body, its day and its reason stand beside the indicator"));
        let decision = complaints.take("decision", decision);
        let verdict = complaints.take("decision", IndicatorVerdict::parse(&self.verdict));
        decision.zip(verdict)
    }
}

/// Words alone: a comment, or why nobody looks any more.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct WordsForm {
    /// Key of the form.
    pub key: String,
    /// Version of the indicator; zero for a comment.
    pub version: i64,
    /// The words.
    pub words: String,
    /// A client wants their name beside it.
    pub named: String,
}

/// The most characters of a proposal or a comment.
pub const MOST_WORDS: usize = 1_000;

impl WordsForm {
    /// The words, if there is nothing to complain about. `missing` says what to write.
    pub fn words(&self, complaints: &mut Complaints, what: &str, missing: &str) -> Option<String> {
        let words = Note::maybe(&self.words, what).and_then(|words| match words {
            None => Err(Complaint::new(missing)),
            Some(words) if words.as_str().chars().count() > MOST_WORDS => {
                let length = words.as_str().chars().count();
                Err(Complaint::new(format!("Shorten {what} to 1,000 characters. It has {length}")))
            }
            Some(words) => Ok(words.to_string()),
        });
        complaints.take("words", words)
    }
}

#[cfg(test)]
mod tests;
