//! A chart whose rows are rows of a table, in words and as a picture.

use super::{Cell, Label, Row, Table};
use crate::chart::{Dot, DotRow};

/// How a dot plot is read.
pub const READING: &str = "Filled dot: the range stays on one side of “same rate”. Open dot: it does not.";
/// What its shaded band is.
pub const BAND_IS: &str = "0.8 to 1.25, a common warning band, not a legal test";

/// A table of which one column is drawn as dots; every row of the chart is a row of the table.
#[derive(Debug, Clone, PartialEq)]
pub struct Plot {
    /// The table.
    pub table: Table,
    /// Key of the column of ratios.
    pub drawn: String,
    /// What the chart shows, in one sentence.
    pub takeaway: String,
    /// With what it is compared.
    pub against: String,
    /// Whose numbers, and of when.
    pub source: String,
    /// Why a row without a ratio has none, by row.
    pub instead: Vec<String>,
    /// What each row comes to, by row.
    pub tags: Vec<Option<Label>>,
}

impl Plot {
    /// The rows as they are drawn.
    pub fn dots(&self) -> Vec<DotRow> {
        let dot = |row: &Row, place: usize| {
            let Some(Cell::Number(number)) = self.table.cell(row, &self.drawn) else { return None };
            let tag = self.tags.get(place).and_then(Option::as_ref).map(|tag| tag.words.clone()).unwrap_or_default();
            let ends = number.ends.map(|(low, high)| (low.real(), high.real()));
            number.value.map(|value| Dot { ratio: value.real(), ends, words: number.shown(), range: number.range(), tag })
        };
        let rows = self.table.rows.iter().enumerate();
        rows.map(|(place, row)| DotRow {
            name: row.name.clone(),
            under: row.under.clone().unwrap_or_default(),
            dot: dot(row, place),
            instead: self.instead.get(place).cloned().unwrap_or_default(),
        })
        .collect()
    }

    /// Its name in addresses: `got_a_resource-sex`.
    pub fn address(&self) -> String {
        format!("{}-{}", self.table.key, self.table.scheme)
    }

    /// Every row in words, for those who do not see the chart.
    pub fn in_words(&self) -> String {
        let rows = self.dots().into_iter().map(|row| match row.dot {
            Some(dot) if dot.range.is_empty() => format!("{}: {} as often. {}.", row.name, dot.words.replace('×', " times"), dot.tag),
            Some(dot) => {
                format!("{}: {} as often, 95 percent range {}. {}.", row.name, dot.words.replace('×', " times"), dot.range, dot.tag)
            }
            None => format!("{}: {}", row.name, row.instead),
        });
        std::iter::once(self.against.clone()).chain(rows).collect::<Vec<_>>().join(" ")
    }

    /// The chart as one file.
    pub fn svg(&self) -> String {
        let notes = [format!("{READING} Shaded: {BAND_IS}. A business can be in more than one group."), self.source.clone()];
        let around = crate::chart::svg::Around {
            title: &format!("{}. {}", self.table.title, self.against),
            description: &self.in_words(),
            takeaway: &self.takeaway,
            notes: &notes,
        };
        crate::chart::svg::standalone(&crate::chart::dots(&self.dots()), around)
    }
}
