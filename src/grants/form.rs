//! What is typed about a grant, its goals and what is due, read at the door.

use super::{Aim, Facts};
use crate::values::{Cents, Complaint, Day, Line, ListedMeasure, Note, Vocabulary};
use crate::web::Complaints;

/// A grant lasts no longer, in days.
const LONGEST: i64 = 15 * 366;

/// What was typed about a grant.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct GrantForm {
    /// Key of the form.
    pub key: String,
    /// Version; zero for a new one.
    pub version: i64,
    /// Program, by row key; nothing where there is one only.
    pub program: String,
    /// What it is called.
    pub name: String,
    /// The funder's number of it.
    pub number: String,
    /// Who pays, by row key.
    pub source: String,
    /// First day.
    pub from_on: String,
    /// Last day.
    pub to_on: String,
    /// What it pays.
    pub budget: String,
    /// What the program brings.
    pub matching: String,
    /// What it is for.
    pub words: String,
}

impl GrantForm {
    /// As it stands now.
    pub fn of(facts: &Facts, version: i64) -> Self {
        let dollars =
            |cents: Option<Cents>| cents.map(|cents| format!("{}.{:02}", cents.cents() / 100, cents.cents() % 100)).unwrap_or_default();
        Self {
            version,
            name: facts.name.clone(),
            number: facts.number.clone().unwrap_or_default(),
            source: facts.source.map(|key| key.to_string()).unwrap_or_default(),
            from_on: facts.from_on.to_string(),
            to_on: facts.to_on.to_string(),
            budget: dollars(facts.budget),
            matching: dollars(facts.matching),
            words: facts.words.clone().unwrap_or_default(),
            ..Self::default()
        }
    }

    /// What is known, if there is nothing to complain about. `sources` are the row keys that may be chosen.
    pub fn facts(&self, complaints: &mut Complaints, sources: &[i64]) -> Option<Facts> {
        let name = complaints.take("name", Line::parse(&self.name, "what the grant is called"));
        let number = complaints.take("number", Line::maybe(&self.number, "the number"));
        let source = match self.source.as_str() {
            "" => Ok(None),
            typed => {
                typed.parse().ok().filter(|key| sources.contains(key)).map(Some).ok_or_else(|| Complaint::new("Choose one from the list"))
            }
        };
        let source = complaints.take("source", source);
        let from_on = complaints.take("from_on", Day::parse(&self.from_on));
        let to_on = complaints.take("to_on", Day::parse(&self.to_on));
        if let Some((from_on, to_on)) = from_on.zip(to_on) {
            match from_on.days_until(to_on) {
                ..0 => complaints.add("to_on", "The last day lies before the first. Check both"),
                LONGEST.. => complaints.add("to_on", "No grant lasts longer than fifteen years. Check both days"),
                _ => {}
            }
        }
        let budget = complaints.take("budget", dollars(&self.budget));
        let matching = complaints.take("matching", dollars(&self.matching));
        let words = complaints.take("words", Note::maybe(&self.words, "what it is for"));
        Some(Facts {
            name: name?.to_string(),
            number: number?.map(|number| number.to_string()),
            source: source?,
            from_on: from_on?,
            to_on: to_on?,
            budget: budget?,
            matching: matching?,
            words: words?.map(|words| words.to_string()),
        })
        .filter(|_| complaints.is_empty())
    }
}

fn dollars(typed: &str) -> Result<Option<Cents>, Complaint> {
    if typed.trim().is_empty() { Ok(None) } else { Cents::parse(typed).map(Some) }
}

/// What was typed about a goal.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct GoalForm {
    /// Key of the form.
    pub key: String,
    /// What is counted.
    pub measure: String,
    /// Of one kind: the measure's list and a code of it, such as `services.coaching`.
    pub kind: String,
    /// In one neighborhood.
    pub place: String,
    /// Only what the funder paid.
    pub of_source: String,
    /// How much.
    pub target: String,
}

impl GoalForm {
    /// What was promised, if there is nothing to complain about.
    pub fn aim(&self, complaints: &mut Complaints, places: &[String], has_source: bool) -> Option<Aim> {
        let measure = complaints.take("measure", ListedMeasure::parse(&self.measure))?;
        let target = complaints.take("target", measure.unit().read(&self.target));
        if target == Some(0) {
            complaints.add("target", "A goal of nothing is none. Write how much was promised");
        }
        let kind = complaints.take("kind", measure.read_kind(&self.kind));
        let place = complaints.take("place", measure.read_place(&self.place, places));
        let is_of_source = self.of_source == "yes";
        if is_of_source && !has_source {
            complaints.add("of_source", "Say first who pays this grant");
        } else if is_of_source && !measure.has_source() {
            complaints.add("of_source", "Who paid is not written down with this. Leave it open");
        }
        Some(Aim { measure, kind: kind?, place: place?, is_of_source, target: target? }).filter(|_| complaints.is_empty())
    }
}

/// What was typed about something to hand in.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DueForm {
    /// Key of the form.
    pub key: String,
    /// What.
    pub what: String,
    /// By when.
    pub due_on: String,
}

impl DueForm {
    /// What is due and when, if there is nothing to complain about.
    pub fn due(&self, complaints: &mut Complaints) -> Option<(String, Day)> {
        let what = complaints.take("what", Line::parse(&self.what, "what is to be handed in"));
        let due_on = complaints.take("due_on", Day::parse(&self.due_on));
        Some((what?.to_string(), due_on?)).filter(|_| complaints.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grant(change: impl FnOnce(&mut GrantForm)) -> GrantForm {
        let text = str::to_owned;
        let mut form = GrantForm {
            name: text("Makers fund"),
            from_on: text("2026-01-01"),
            to_on: text("2026-12-31"),
            budget: text("$120,000"),
            source: text("7"),
            ..GrantForm::default()
        };
        change(&mut form);
        form
    }

    type Case<F> = (&'static str, fn(&mut F));

    #[test]
    fn each_wrong_field_of_a_grant_is_named_and_a_right_one_reads_back() {
        let facts = grant(|_| {}).facts(&mut Complaints::default(), &[7]).unwrap();
        assert_eq!(GrantForm::of(&facts, 2).facts(&mut Complaints::default(), &[7]), Some(facts));
        let cases: [Case<GrantForm>; 6] = [
            ("name", |form| form.name = String::new()),
            ("source", |form| form.source = "8".to_owned()),
            ("from_on", |form| form.from_on = "soon".to_owned()),
            ("to_on", |form| form.to_on = "2025-12-31".to_owned()),
            ("to_on", |form| form.to_on = "2060-01-01".to_owned()),
            ("budget", |form| form.budget = "-5".to_owned()),
        ];
        for (field, change) in cases {
            let mut complaints = Complaints::default();
            assert!(grant(change).facts(&mut complaints, &[7]).is_none());
            assert!(complaints.on(field).is_some(), "{field}: {complaints:?}");
        }
    }

    fn goal(change: impl FnOnce(&mut GoalForm)) -> GoalForm {
        let text = str::to_owned;
        let mut form = GoalForm {
            measure: text("services"),
            kind: text("services.coaching"),
            place: text("Northgate"),
            target: text("120"),
            ..GoalForm::default()
        };
        change(&mut form);
        form
    }

    #[test]
    fn a_goal_is_set_in_what_is_counted_and_nothing_else() {
        let places = ["Northgate".to_owned()];
        let aim = goal(|_| {}).aim(&mut Complaints::default(), &places, false).unwrap();
        assert_eq!((aim.measure, aim.kind.as_deref(), aim.target), (ListedMeasure::Services, Some("coaching"), 120));
        let cases: [Case<GoalForm>; 9] = [
            // Resources have a kind of this code too, and it is another.
            ("kind", |form| form.kind = "resources.space".to_owned()),
            ("measure", |form| form.measure = "race".to_owned()),
            ("target", |form| form.target = "many".to_owned()),
            ("target", |form| form.target = "0".to_owned()),
            ("kind", |form| form.kind = "outcomes.lease_signed".to_owned()),
            ("place", |form| form.place = "Elsewhere".to_owned()),
            ("place", |form| (form.measure, form.kind) = ("trainings".to_owned(), String::new())),
            ("of_source", |form| form.of_source = "yes".to_owned()),
            ("kind", |form| form.measure = "clients_joined".to_owned()),
        ];
        for (field, change) in cases {
            let mut complaints = Complaints::default();
            assert!(goal(change).aim(&mut complaints, &places, false).is_none(), "{field}");
            assert!(complaints.on(field).is_some(), "{field}: {complaints:?}");
        }
    }
}
