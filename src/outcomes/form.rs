//! What is typed about an outcome, and how it is read at the door.

use super::measure::Measure;
use super::{Facts, Filter, Known, Outcome, Said};
use crate::values::codes::{self, List};
use crate::values::{Complaint, Day, Evidence, Helped, Line, Note, OutcomeAnswer, Vocabulary};
use crate::web::Complaints;

/// How far back an outcome may lie, in days.
const BACK: i64 = 20 * 366;

/// What was typed about an outcome.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OutcomeForm {
    /// Key of the form.
    pub key: String,
    /// Version of the outcome; zero for a new one.
    pub version: i64,
    /// Kind.
    pub kind: String,
    /// Day.
    pub on: String,
    /// Before.
    pub before: String,
    /// After, or how much.
    pub after: String,
    /// More about it.
    pub words: String,
    /// Row key of a referral.
    pub referral: String,
    /// Row key of a resource.
    pub resource: String,
    /// How it is known; for a new one.
    pub level: String,
    /// Who says so, or what was seen; for a new one.
    pub seen: String,
    /// The day it was said or seen; for a new one.
    pub seen_on: String,
    /// The client is asked whether it is right; for a new one.
    pub ask: String,
}

/// What can be chosen: row keys with words.
#[derive(Debug, Clone, Default)]
pub struct Lists {
    /// Referrals of the client.
    pub referrals: Vec<(i64, String)>,
    /// Resources of the client.
    pub resources: Vec<(i64, String)>,
    /// The name of whoever would be asked; none where nobody is on file.
    pub asked: Option<String>,
}

impl OutcomeForm {
    /// A form for the next outcome.
    pub fn fresh(today: Day) -> Self {
        let level = Evidence::AdvisorNote.code().to_owned();
        Self { on: today.to_string(), level, seen_on: today.to_string(), ask: "yes".to_owned(), ..Self::default() }
    }

    /// As it stands now.
    pub fn of(facts: &Facts, version: i64) -> Self {
        let unit = facts.measure().unit;
        let amount = |amount: Option<i64>| amount.zip(unit).map(|(amount, unit)| unit.typed(amount)).unwrap_or_default();
        let key = |key: Option<i64>| key.map(|key| key.to_string()).unwrap_or_default();
        Self {
            version,
            kind: facts.kind.clone(),
            on: facts.on.to_string(),
            before: amount(facts.before),
            after: amount(facts.after),
            words: facts.words.clone().unwrap_or_default(),
            referral: key(facts.referral),
            resource: key(facts.resource),
            ..Self::default()
        }
    }

    /// What is known, if there is nothing to complain about.
    pub fn facts(&self, complaints: &mut Complaints, lists: &Lists, today: Day) -> Option<Facts> {
        let kind = codes::parse_on(List::OutcomeKinds, &self.kind, today);
        let kind = kind.map_err(|complaint| if self.kind.is_empty() { Complaint::new("Say what came of it") } else { complaint });
        let kind = complaints.take("kind", kind);
        let on = complaints.take("on", self.day(today));
        let measure = kind.map_or(Measure { unit: None, is_change: false }, |kind| Measure::of(&kind.code));
        let (before, after) = self.amounts(complaints, kind.map(|kind| kind.label.as_str()), measure);
        let words = complaints.take("words", Note::maybe(&self.words, "the words about it")).flatten();
        let referral = listed(complaints, "referral", &self.referral, &lists.referrals);
        let resource = listed(complaints, "resource", &self.resource, &lists.resources);
        let words = words.map(|words| words.to_string());
        Some(Facts { kind: kind?.code.clone(), on: on?, before, after, words, referral, resource }).filter(|_| complaints.is_empty())
    }

    fn day(&self, today: Day) -> Result<Day, Complaint> {
        if self.on.trim().is_empty() {
            return Err(Complaint::new("Say on which day"));
        }
        let on = Day::parse(&self.on)?;
        match on.days_until(today) {
            ..0 => Err(Complaint::new("A day that lies ahead has not happened yet. Write today or an earlier day")),
            0..=BACK => Ok(on),
            _ => Err(Complaint::new("Write a day within the last twenty years")),
        }
    }

    /// Two amounts for a change, one or none otherwise; none at all where the kind has none.
    fn amounts(&self, complaints: &mut Complaints, kind: Option<&str>, measure: Measure) -> (Option<i64>, Option<i64>) {
        let Some(kind) = kind else { return (None, None) };
        let typed = |typed: &str| Some(typed.trim().to_owned()).filter(|typed| !typed.is_empty());
        let (before, after) = (typed(&self.before), typed(&self.after));
        let Some(unit) = measure.unit else {
            if before.or(after).is_some() {
                complaints.add("after", format!("\u{201c}{kind}\u{201d} has no amount. Leave it empty, and write figures into the words"));
            }
            return (None, None);
        };
        if !measure.is_change && before.is_some() {
            complaints.add("before", format!("\u{201c}{kind}\u{201d} is one amount. Leave this empty"));
        }
        if measure.is_change && (before.is_none() || after.is_none()) {
            let field = if before.is_none() { "before" } else { "after" };
            complaints.add(field, format!("\u{201c}{kind}\u{201d} needs the figure before and the figure after: the change is computed"));
        }
        let mut read = |field, typed: Option<String>| typed.and_then(|typed| complaints.take(field, unit.read(&typed)));
        let (before, after) = (read("before", before), read("after", after));
        if self.kind == "jobs_created" && before.zip(after).is_some_and(|(before, after)| after <= before) {
            complaints.add("after", "Jobs created means more people after than before. Check both figures");
        }
        (before, after)
    }

    /// How a new one is known.
    pub fn known(&self, complaints: &mut Complaints, today: Day) -> Option<Known> {
        EvidenceForm { level: self.level.clone(), seen: self.seen.clone(), seen_on: self.seen_on.clone(), ..EvidenceForm::default() }
            .known(complaints, today)
    }

    /// True where the client is to be asked.
    pub fn asks(&self) -> bool {
        self.ask == "yes"
    }
}

fn listed(complaints: &mut Complaints, field: &'static str, typed: &str, list: &[(i64, String)]) -> Option<i64> {
    if typed.is_empty() {
        return None;
    }
    let key = typed.parse::<i64>().ok().filter(|key| list.iter().any(|(listed, _)| listed == key));
    complaints.take(field, key.ok_or_else(|| Complaint::new("Choose one from the list")))
}

/// How something is known, as typed.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct EvidenceForm {
    /// Key of the form.
    pub key: String,
    /// Version of the outcome.
    pub version: i64,
    /// The level.
    pub level: String,
    /// Who says so, or what was seen.
    pub seen: String,
    /// The day.
    pub seen_on: String,
}

impl EvidenceForm {
    /// What was typed, if there is nothing to complain about. What a client says is the client's alone to say.
    pub fn known(&self, complaints: &mut Complaints, today: Day) -> Option<Known> {
        let level = Evidence::parse(&self.level);
        let level = complaints.take("level", level.map_err(|_| Complaint::new("Say how this is known")));
        if level == Some(Evidence::ClientAffirmed) {
            complaints.add("level", "Only the client can say this. Ask them with a link");
        }
        let words = complaints.take("seen", Line::maybe(&self.seen, "who says so, or what was seen")).flatten();
        if words.is_none() && level.is_some_and(|level| level > Evidence::ClientAffirmed) && complaints.on("seen").is_none() {
            complaints.add("seen", "Say which document you saw, or who the third party is");
        }
        let on = if self.seen_on.trim().is_empty() { Ok(today) } else { Day::parse(&self.seen_on) };
        let on = complaints.take("seen_on", on);
        if on.is_some_and(|on| on > today) {
            complaints.add("seen_on", "A day that lies ahead has not happened yet. Write today or an earlier day");
        }
        Some(Known { level: level?, words: words.map(|words| words.to_string()), on: on? }).filter(|_| complaints.is_empty())
    }
}

/// What the client says on the telephone, as typed.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct HeardForm {
    /// Key of the form.
    pub key: String,
    /// Version of the outcome.
    pub version: i64,
    /// Is it so?
    pub said: String,
    /// Their own figure.
    pub said_amount: String,
    /// Their own words.
    pub said_words: String,
    /// Did we help?
    pub said_helped: String,
}

impl HeardForm {
    /// What they say, if there is nothing to complain about. A figure and words belong to "something is different".
    pub fn said(&self, complaints: &mut Complaints, outcome: &Outcome) -> Option<Said> {
        let answer = OutcomeAnswer::parse(&self.said).map_err(|_| Complaint::new("Say what they answered"));
        let answer = complaints.take("said", answer);
        let amount = match (self.said_amount.trim(), outcome.facts.measure().unit) {
            ("", _) => Some(None),
            (typed, Some(unit)) => complaints.take("said_amount", unit.read(typed)).map(Some),
            (_, None) => complaints.take("said_amount", Err(Complaint::new("This kind of outcome has no figure"))),
        };
        let words = complaints.take("said_words", Note::maybe(&self.said_words, "their words"));
        let typed_more = !self.said_amount.trim().is_empty() || !self.said_words.trim().is_empty();
        if answer == Some(OutcomeAnswer::Right) && typed_more && complaints.is_empty() {
            complaints.add("said", "A figure or words of their own belong to the other answer. Which of them is it?");
        }
        let helped = match self.said_helped.as_str() {
            "" => Some(None),
            typed => complaints.take("said_helped", Helped::parse(typed)).map(Some),
        };
        let words = words?.map(|words| words.to_string());
        Some(Said { answer: answer?, amount: amount?, words, helped: helped? }).filter(|_| complaints.is_empty())
    }
}

/// Why an outcome is taken back.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct UndoForm {
    /// Version of the outcome.
    pub version: i64,
    /// Why.
    pub why: String,
}

/// Which outcomes of the list, as the address says. What can't be read is left out.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default)]
pub struct FilterForm {
    /// Kind.
    pub kind: String,
    /// Level.
    pub evidence: String,
    /// From.
    pub from: String,
    /// To.
    pub to: String,
    /// Program, by row key; nothing for all of the viewer's.
    pub program: String,
    /// Page.
    pub page: u32,
}

impl FilterForm {
    /// What is asked for.
    pub fn filter(&self) -> Filter {
        Filter {
            kind: codes::find(List::OutcomeKinds, &self.kind).map(|row| row.code.clone()),
            evidence: Evidence::parse(&self.evidence).ok(),
            from: Day::parse(&self.from).ok(),
            to: Day::parse(&self.to).ok(),
            program: self.program.parse().ok(),
        }
    }

    /// As it stands in an address, without the page.
    pub fn query(&self) -> String {
        let filter = self.filter();
        let day = |day: Option<Day>| day.map(|day| day.to_string());
        let level = filter.evidence.map(|level| level.code().to_owned());
        let program = filter.program.map(|key| key.to_string());
        let all = [("kind", filter.kind), ("evidence", level), ("from", day(filter.from)), ("to", day(filter.to)), ("program", program)];
        all.into_iter().filter_map(|(name, value)| value.map(|value| format!("&{name}={value}"))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> Day {
        Day::parse("2026-11-30").unwrap()
    }

    fn form(change: impl FnOnce(&mut OutcomeForm)) -> OutcomeForm {
        let mut form =
            OutcomeForm { kind: "jobs_created".to_owned(), before: "5".into(), after: "8".into(), ..OutcomeForm::fresh(today()) };
        change(&mut form);
        form
    }

    fn wrong(form: &OutcomeForm) -> Vec<&'static str> {
        let mut complaints = Complaints::default();
        assert!(form.facts(&mut complaints, &Lists::default(), today()).is_none() || form.known(&mut complaints, today()).is_none());
        complaints.iter().map(|(field, _)| field).collect()
    }

    #[test]
    fn what_stands_is_read_as_what_stands() {
        let facts = form(|_| {}).facts(&mut Complaints::default(), &Lists::default(), today()).unwrap();
        assert_eq!((facts.before, facts.after, facts.counted()), (Some(5), Some(8), Some(3)));
        let again = OutcomeForm::of(&facts, 3).facts(&mut Complaints::default(), &Lists::default(), today());
        assert_eq!(again, Some(facts));
    }

    #[test]
    fn an_amount_that_is_not_known_may_be_missing_where_it_is_no_change() {
        let form = form(|form| (form.kind, form.before, form.after) = ("contract_won".into(), String::new(), String::new()));
        assert_eq!(form.facts(&mut Complaints::default(), &Lists::default(), today()).unwrap().counted(), None);
    }

    type Case = (&'static str, fn(&mut OutcomeForm));

    #[test]
    fn each_wrong_field_is_named() {
        let cases: [Case; 15] = [
            ("kind", |form| form.kind = String::new()),
            ("kind", |form| form.kind = "riches".into()),
            ("on", |form| form.on = "2026-12-01".into()),
            ("on", |form| form.on = "1999-01-01".into()),
            ("on", |form| form.on = String::new()),
            ("before", |form| form.before = String::new()),
            ("after", |form| form.after = String::new()),
            ("after", |form| form.after = "5".into()),
            ("after", |form| form.after = "a few".into()),
            ("after", |form| (form.kind, form.before) = ("patent".into(), String::new())),
            ("before", |form| form.kind = "capital_loan".into()),
            ("referral", |form| form.referral = "7".into()),
            ("level", |form| form.level = "client_affirmed".into()),
            ("seen", |form| form.level = "document_seen".into()),
            ("seen_on", |form| form.seen_on = "2026-12-01".into()),
        ];
        for (field, change) in cases {
            assert_eq!(wrong(&form(change)), [field]);
        }
    }

    #[test]
    fn a_filter_says_itself_again() {
        let filter = FilterForm { kind: "patent".into(), from: "2026-01-01".into(), to: "soon".into(), ..FilterForm::default() };
        assert_eq!(filter.query(), "&kind=patent&from=2026-01-01");
        let filter = FilterForm { program: "2".into(), evidence: "document_seen".into(), page: 3, ..FilterForm::default() };
        assert_eq!(filter.query(), "&evidence=document_seen&program=2");
    }
}
