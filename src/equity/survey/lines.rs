//! Everything that is counted of a round, in a fixed order: the most important first, whatever the answers are.

use super::super::ledger::columns::{Dim, Wanted};
use super::{Band, Group, Job, bands};
use crate::values::codes::{self, List};
use std::collections::BTreeSet;

/// The code of whoever left a question out, or prefers not to answer it.
pub const NONE: &str = "none";
/// Pay that is less than enough to live on, and pay that is enough.
pub const BELOW: &str = "below";
pub const ENOUGH: &str = "enough";
/// All that was answered to a question, taken together.
pub const ALL: &str = "all";

/// A table of what is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// How many answered.
    Answers,
    /// The widest classes: workers of color, White, no answer.
    Headline,
    /// Each group of the standard.
    Groups,
    /// Bands of pay.
    Bands,
    /// What workers do.
    Jobs,
    /// Which language they speak most at home.
    Languages,
}

impl Table {
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Answers => "answers",
            Self::Headline => "headline",
            Self::Groups => "groups",
            Self::Bands => "bands",
            Self::Jobs => "jobs",
            Self::Languages => "languages",
        }
    }
}

/// A count: which table, row and column, and whom it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub table: Table,
    pub row: String,
    /// [`ALL`], [`BELOW`], [`ENOUGH`] or [`NONE`].
    pub column: &'static str,
    pub wanted: Wanted,
}

impl Line {
    /// "groups.asian.below".
    #[must_use]
    pub fn id(&self) -> String {
        format!("{}.{}.{}", self.table.code(), self.row, self.column)
    }

    /// Counts all who answered.
    #[must_use]
    pub fn is_everyone(&self) -> bool {
        self.wanted.is_empty()
    }
}

/// What is known of a worker: the names of dimensions.
pub const GROUP: &str = "group";
pub const PAY: &str = "pay";
pub const JOB: &str = "job";
pub const LANGUAGE: &str = "language";

/// The three widest classes, by code, with the groups in them.
#[must_use]
pub fn headlines() -> [(&'static str, &'static str, Vec<Group>); 3] {
    let of = |is: &dyn Fn(Group) -> bool| Group::ALL.into_iter().filter(|group| is(*group)).collect();
    let has_none = |group: Group| matches!(group, Group::Declined | Group::Passed);
    [
        ("of-color", "Workers of color", of(&Group::is_of_color)),
        ("white", "White, and no other group", of(&|group| !group.is_of_color() && !has_none(group))),
        (NONE, "No answer", of(&has_none)),
    ]
}

/// The lists of a round: what depends on how much is enough to live on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lists {
    pub bands: Vec<Band>,
    /// In cents of an hour.
    pub living_cents: Option<u32>,
    /// Codes of languages.
    pub languages: Vec<String>,
}

impl Lists {
    /// Of a round.
    #[must_use]
    pub fn of(living_cents: Option<u32>) -> Self {
        let mut languages: Vec<String> = codes::rows(List::Languages).iter().map(|row| row.code.clone()).collect();
        let mut seen = BTreeSet::new();
        // A row of the list that was renamed stands there twice.
        languages.retain(|code| seen.insert(code.clone()));
        Self { bands: bands(living_cents), living_cents, languages }
    }

    /// What a worker can be in work, pay and group; languages are told apart from those (`release`).
    #[must_use]
    pub fn work_dims(&self) -> Vec<Dim> {
        let dim = |name: &str, codes: Vec<String>| Dim { name: name.to_owned(), codes };
        let or_none = |codes: Vec<String>| codes.into_iter().chain([NONE.to_owned()]).collect();
        vec![
            dim(GROUP, Group::ALL.map(|group| group.code().to_owned()).to_vec()),
            dim(PAY, or_none(self.bands.iter().map(|band| band.code()).collect())),
            dim(JOB, or_none(Job::ALL.map(|job| job.code().to_owned()).to_vec())),
        ]
    }

    /// And which language they can speak.
    #[must_use]
    pub fn language_dims(&self) -> Vec<Dim> {
        let codes = self.languages.iter().cloned().chain([NONE.to_owned()]).collect();
        vec![Dim { name: LANGUAGE.to_owned(), codes }]
    }

    /// Codes of pay in a column.
    fn pay(&self, column: &str) -> Vec<String> {
        let cents = self.living_cents.unwrap_or(0);
        let is_in = |band: &&Band| if column == BELOW { band.is_below(cents) } else { !band.is_below(cents) };
        match column {
            NONE => vec![NONE.to_owned()],
            _ => self.bands.iter().filter(is_in).map(|band| band.code()).collect(),
        }
    }

    /// Columns beside "all": none where the round names nothing that is enough to live on.
    fn columns(&self) -> &'static [&'static str] {
        if self.living_cents.is_some() { &[BELOW, ENOUGH, NONE] } else { &[] }
    }

    /// Everything that is counted of work, pay and groups.
    #[must_use]
    pub fn work_lines(&self) -> Vec<Line> {
        let mut lines = vec![Line { table: Table::Answers, row: "all".to_owned(), column: ALL, wanted: Wanted::new() }];
        let codes = |groups: &[Group]| groups.iter().map(|group| group.code().to_owned()).collect::<Vec<_>>();
        let headlines: Vec<(String, Wanted)> =
            headlines().into_iter().map(|(row, _, groups)| (row.to_owned(), one(GROUP, codes(&groups)))).collect();
        let groups: Vec<(String, Wanted)> =
            Group::ALL.into_iter().map(|group| (group.code().to_owned(), one(GROUP, codes(&[group])))).collect();
        let jobs = Job::ALL.into_iter().map(Job::code).chain([NONE]);
        let jobs: Vec<(String, Wanted)> = jobs.map(|code| (code.to_owned(), one(JOB, vec![code.to_owned()]))).collect();
        let bands = self.bands.iter().map(|band| band.code()).chain([NONE.to_owned()]);
        let bands: Vec<(String, Wanted)> = bands.map(|code| (code.clone(), one(PAY, vec![code]))).collect();
        let mut put = |table: Table, rows: &[(String, Wanted)], columns: &[&'static str]| {
            for (row, wanted) in rows {
                for column in columns {
                    let mut wanted = wanted.clone();
                    if *column != ALL {
                        wanted.insert(PAY.to_owned(), self.pay(column));
                    }
                    lines.push(Line { table, row: row.clone(), column, wanted });
                }
            }
        };
        let everyone = [("all".to_owned(), Wanted::new())];
        put(Table::Headline, &headlines, &[ALL]);
        put(Table::Answers, &everyone, self.columns());
        put(Table::Headline, &headlines, self.columns());
        put(Table::Groups, &groups, &[ALL]);
        put(Table::Jobs, &jobs, &[ALL]);
        put(Table::Bands, &bands, &[ALL]);
        put(Table::Groups, &groups, self.columns());
        put(Table::Jobs, &jobs, self.columns());
        lines
    }

    /// Everything that is counted of languages. The first line is all who answered, as in the other list.
    #[must_use]
    pub fn language_lines(&self) -> Vec<Line> {
        let line = |row: &str, wanted: Wanted| Line { table: Table::Languages, row: row.to_owned(), column: ALL, wanted };
        let others = self.languages.iter().filter(|code| *code != "en").cloned().collect();
        let sums = [
            Line { table: Table::Answers, row: "all".to_owned(), column: ALL, wanted: Wanted::new() },
            line("en", one(LANGUAGE, vec!["en".to_owned()])),
            line("other-than-en", one(LANGUAGE, others)),
            line(NONE, one(LANGUAGE, vec![NONE.to_owned()])),
        ];
        let each = self.languages.iter().filter(|code| *code != "en").map(|code| line(code, one(LANGUAGE, vec![code.clone()])));
        sums.into_iter().chain(each).collect()
    }
}

fn one(name: &str, codes: Vec<String>) -> Wanted {
    Wanted::from([(name.to_owned(), codes)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_has_a_name_of_its_own_and_the_widest_come_first() {
        let lists = Lists::of(Some(2_450));
        let (work, languages) = (lists.work_lines(), lists.language_lines());
        let names: BTreeSet<String> = work.iter().chain(&languages[1..]).map(Line::id).collect();
        assert_eq!(names.len(), work.len() + languages.len() - 1);
        assert!(work[0].is_everyone() && languages[0].is_everyone());
        assert_eq!(work[1].id(), "headline.of-color.all");
        assert!(names.contains("groups.asian.below") && names.contains("jobs.51-0000.enough") && names.contains("bands.2200-2449.all"));
        assert!(Lists::of(None).work_lines().iter().all(|line| line.column == ALL), "nothing is called enough where nobody says what is");
    }
}
