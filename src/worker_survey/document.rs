//! The figures of a round in words and tables: written from what was told alone, so that nothing else can stand in them.

use super::Round;
use crate::document::{Block, Cell, Column, Document, Kind, Look, Number, Row, Section, Table, Value};
use crate::equity::Interval;
use crate::equity::intervals::wilson;
use crate::equity::presentation::proportion;
use crate::equity::share;
use crate::equity::survey::lines::{ALL, BELOW, ENOUGH, NONE, headlines};
use crate::equity::survey::{Band, Group, Job};
use crate::values::codes::{self, List};
use crate::values::{Cents, Day};
use std::collections::BTreeMap;

const CONFIDENCE: f64 = 0.95;

/// What was told, by the name of its line.
pub(super) type Told = BTreeMap<String, Option<i64>>;

/// The document of a round.
pub(super) fn document(round: &Round, told: &Told, organization: &str) -> Document {
    let sheet = Sheet { round, told };
    let answered = sheet.told("answers.all.all");
    let mut notices = vec![format!(
        "No count of fewer than {} workers is told, and none from which such a count follows. Answers were destroyed when this was made.",
        round.threshold
    )];
    if answered.is_none() {
        notices.push(
            "How many answered is not told: there were too few, or nearly as many as in an earlier round, so that the difference would tell of single workers.".to_owned(),
        );
    }
    Document {
        title: format!("What workers say: {}", round.facts.title),
        about: format!("{}, {organization}. Answers without a name from {} to {}.", round.program.1, round.facts.from, round.facts.until),
        day: last_day(round),
        cover: sheet.cover(),
        notices,
        sections: sheet.sections(),
        footer: vec![format!(
            "{}: a survey of workers without names. This is no sample: whoever scanned the code answered.",
            round.program.1
        )],
    }
}

fn last_day(round: &Round) -> Day {
    round.facts.until
}

/// A column of a table: its key, and its heading.
const COLUMNS: [(&str, &str); 4] =
    [(ALL, "Workers"), (BELOW, "Paid less than enough to live on"), (ENOUGH, "Paid enough"), (NONE, "Pay not answered")];

struct Sheet<'a> {
    round: &'a Round,
    told: &'a Told,
}

impl Sheet<'_> {
    fn told(&self, id: &str) -> Option<i64> {
        self.told.get(id).copied().flatten()
    }

    fn cover(&self) -> Table {
        let facts = &self.round.facts;
        let living = facts.living.as_ref().map_or_else(
            || "not named in this round".to_owned(),
            |(cents, source)| format!("{} an hour ({source})", Cents::new(i64::from(*cents))),
        );
        let rows = [
            ("asked", "Asked from, to", format!("{} to {}", facts.from, facts.until)),
            ("unit", "What is counted", "workers who answered, each once; who they are and where they work is not known".to_owned()),
            ("threshold", "Smallest count that is told", self.round.threshold.to_string()),
            ("living", "Enough to live on", living),
        ];
        let row = |(key, name, words): (&str, &str, String)| Row {
            key: key.to_owned(),
            name: name.to_owned(),
            more: None,
            under: None,
            cells: vec![Cell::Text(words)],
        };
        Table {
            key: "survey-cover".to_owned(),
            scheme: String::new(),
            title: "About this round".to_owned(),
            rows_are: "About".to_owned(),
            look: Look::Facts,
            columns: vec![Column { key: "is".to_owned(), heading: "Is".to_owned(), is_read: true }],
            rows: rows.map(row).to_vec(),
        }
    }

    fn sections(&self) -> Vec<Section> {
        let headline: Vec<(String, String)> = [("all".to_owned(), "All who answered".to_owned())].to_vec();
        let classes = headlines().map(|(code, label, _)| (code.to_owned(), label.to_owned())).to_vec();
        let groups = Group::ALL.map(|group| (group.code().to_owned(), group.label().to_owned())).to_vec();
        let jobs = Job::ALL.map(|job| (job.code().to_owned(), job.label().to_owned()));
        let jobs = jobs.into_iter().chain([(NONE.to_owned(), "Not answered".to_owned())]).collect::<Vec<_>>();
        let section = |key: &str, heading: &str, blocks: Vec<Block>| Section {
            key: key.to_owned(),
            heading: heading.to_owned(),
            begins_page: false,
            blocks,
        };
        vec![
            section("answers", "How many answered, and what they are paid", vec![
                Block::Table(self.crossed("answers", "", "All who answered", "Workers", &headline)),
                Block::Table(self.bands()),
            ]),
            section("groups", "By race and ethnicity", vec![
                Block::Table(self.crossed("headline", "race_ethnicity", "Workers of color and others", "Workers", &classes)),
                Block::Table(self.crossed("groups", "race_ethnicity", "Groups of the federal standard (SPD 15)", "Group", &groups)),
                Block::Aside("A group alone; whoever chose several stands under several groups (approach 3 of the standard). Nothing is filled in for whoever did not answer.".to_owned()),
            ]),
            section("jobs", "By kind of job", vec![Block::Table(self.crossed("jobs", "soc_major_group", "Kinds of jobs", "Job", &jobs))]),
            section("languages", "Language spoken most at home", vec![Block::Table(self.languages())]),
            section("method", "How this was made", self.method()),
        ]
    }

    fn method(&self) -> Vec<Block> {
        let hidden = self.told.values().filter(|told| told.is_none()).count();
        let line = |words: &str| Block::Aside(words.to_owned());
        vec![
            Block::Aside(format!(
                "{hidden} of {} counts are not told. One sign stands for all of them, whatever the reason.",
                self.told.len()
            )),
            line(
                "What is told was decided once: a count stays unknown where it is small, where a small one follows from it and the others, or where it differs by few from what an earlier round told of workers who may be the same.",
            ),
            line(
                "A share is of those who answered about pay, with the range of 95 percent (Wilson): what it could be by chance in a repeat. It is told where the standard of the National Center for Health Statistics lets it: at least 30 answers, and a range that is not too wide.",
            ),
            line(
                "Whoever answers is not chosen by chance, and nobody can check that each worker answered once. A difference between groups is a difference, and says nothing of its cause.",
            ),
        ]
    }

    fn count(&self, id: &str) -> Cell {
        match self.told(id) {
            Some(told) => Cell::Number(Number::new(Kind::Count("workers"), Some(Value::Whole(i128::from(told))))),
            None => Cell::Hidden(format!("Hidden to protect groups of fewer than {} workers.", self.round.threshold)),
        }
    }

    /// Who is paid less than enough, of those who said what they are paid: a function of what was told, and of nothing else.
    fn below(&self, table: &str, row: &str) -> Cell {
        let one = |column: &str| self.told(&format!("{table}.{row}.{column}")).and_then(|told| u32::try_from(told).ok());
        let (Some(below), Some(enough)) = (one(BELOW), one(ENOUGH)) else {
            return Cell::Hidden("Hidden: one of its counts is not told.".to_owned());
        };
        let all = below.saturating_add(enough);
        if !proportion(below, all).is_shown {
            return Cell::Text("too few for a share".to_owned());
        }
        let ends = wilson(below, all, CONFIDENCE).map(|Interval { low, high }| (Value::Real(low), Value::Real(high)));
        Cell::Number(Number::new(Kind::Share, share(below, all).map(Value::Real)).within(ends))
    }

    /// Rows by how they are paid.
    fn crossed(&self, key: &str, scheme: &str, title: &str, rows_are: &str, rows: &[(String, String)]) -> Table {
        let has_pay = self.round.facts.living.is_some();
        let columns = COLUMNS.iter().take(if has_pay { COLUMNS.len() } else { 1 });
        let keys: Vec<&str> = columns.clone().map(|(key, _)| *key).collect();
        let row = |(code, name): &(String, String)| {
            let mut cells: Vec<Cell> = keys.iter().map(|column| self.count(&format!("{key}.{code}.{column}"))).collect();
            cells.extend(has_pay.then(|| self.below(key, code)));
            Row { key: code.clone(), name: name.clone(), more: None, under: None, cells }
        };
        let mut columns: Vec<Column> =
            columns.map(|(key, heading)| Column { key: (*key).to_owned(), heading: (*heading).to_owned(), is_read: true }).collect();
        if has_pay {
            columns.push(Column { key: "share-below".to_owned(), heading: "Share paid less than enough".to_owned(), is_read: true });
        }
        Table {
            key: format!("survey-{key}"),
            scheme: scheme.to_owned(),
            title: title.to_owned(),
            rows_are: rows_are.to_owned(),
            look: Look::Grid,
            columns,
            rows: rows.iter().map(row).collect(),
        }
    }

    /// Rows with one count each.
    fn plain(&self, key: &str, title: &str, rows_are: &str, rows: Vec<(String, String)>) -> Table {
        let row = |(code, name): (String, String)| Row {
            cells: vec![self.count(&format!("{key}.{code}.{ALL}"))],
            key: code,
            name,
            more: None,
            under: None,
        };
        Table {
            key: format!("survey-{key}"),
            scheme: String::new(),
            title: title.to_owned(),
            rows_are: rows_are.to_owned(),
            look: Look::Grid,
            columns: vec![Column { key: ALL.to_owned(), heading: "Workers".to_owned(), is_read: true }],
            rows: rows.into_iter().map(row).collect(),
        }
    }

    fn bands(&self) -> Table {
        let bands = self.round.lists().bands.into_iter().map(|band| (band.code(), named(band)));
        let rows = bands.chain([(NONE.to_owned(), "Not answered".to_owned())]).collect();
        self.plain("bands", "Pay for an hour, before taxes", "Pay", rows)
    }

    /// The sums, and each language that somebody speaks or that is not told. Of the others it is told that nobody speaks them: once, below.
    fn languages(&self) -> Table {
        let is_row = |code: &String| self.told(&format!("languages.{code}.{ALL}")) != Some(0);
        let each = self.round.lists().languages.into_iter().filter(|code| code != "en").filter(is_row);
        let each = each.map(|code| (code.clone(), codes::label(List::Languages, &code).unwrap_or(&code).to_owned()));
        let sums = [("en", "English"), ("other-than-en", "Another language than English"), (NONE, "Not answered")];
        let sums = sums.map(|(code, name)| (code.to_owned(), name.to_owned()));
        self.plain("languages", "Languages; those that nobody named are left out", "Language", sums.into_iter().chain(each).collect())
    }
}

/// "$18.00 to $21.99", "$40.00 or more".
pub(super) fn named(band: Band) -> String {
    let words = |cents: u32| Cents::new(i64::from(cents)).to_string();
    match (band.low, band.high) {
        (0, Some(high)) => format!("Less than {}", words(high)),
        (low, Some(high)) => format!("{} to {}", words(low), words(high - 1)),
        (low, None) => format!("{} or more", words(low)),
    }
}
