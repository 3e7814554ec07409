//! What a report says, before it takes a form: sections of sentences, tables and charts. Every form is written from it (page, CSV, JSON,
//! XLSX, PDF, SVG), so a number cannot differ between two of them, and a new section needs no new code in any writer.

mod charts;
mod json;
mod number;
pub mod pdf;
mod plot;
mod tidy;
mod xlsx;

pub use charts::{Bars, Chart, Curve, Map, Panels, Picture};
pub use json::json;
pub use number::{Kind, Number, Value};
pub use plot::{BAND_IS, Plot, READING};
pub use tidy::{csv, guarded};
pub use xlsx::xlsx;

use crate::values::Day;

/// A report, ready to be written in any form.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// "Who gets resources".
    pub title: String,
    /// One sentence under it: whose, and of when.
    pub about: String,
    /// The day its data end. Files carry it as the day they were made, so that the same report is the same bytes.
    pub day: Day,
    /// What stands on the cover.
    pub cover: Table,
    /// What must be read first.
    pub notices: Vec<String>,
    /// In the order they are read.
    pub sections: Vec<Section>,
    /// What stands at the foot of each page.
    pub footer: Vec<String>,
}

/// A part with a heading.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// Its name in addresses.
    pub key: String,
    /// Its heading.
    pub heading: String,
    /// Begins a new page where it is printed.
    pub begins_page: bool,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// What stands in a section.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A smaller heading.
    Heading(String),
    /// Sentences; the first part is heavy.
    Paragraph(String, String),
    /// Sentences of less weight.
    Aside(String),
    /// Something that is not shown, and why: its name, and the reason.
    Hidden(String, String),
    /// What was found.
    Findings(Vec<Finding>),
    /// Names and what is said of them.
    Facts(Vec<(String, String)>),
    /// Numbers.
    Table(Table),
    /// Numbers of which one column is drawn as dots.
    Plot(Plot),
    /// Numbers that are drawn in another way.
    Chart(Chart),
}

/// A sentence computed from a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Its name.
    pub id: String,
    /// For the council.
    pub sentence: String,
    /// The figures behind it.
    pub detail: Option<String>,
    /// What it comes to.
    pub tag: Label,
}

/// A few words in a colored field. The words carry the meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The words.
    pub words: String,
    /// How they are colored.
    pub tone: Tone,
}

/// How a label is colored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// A gap.
    Stop,
    /// Something to note.
    Note,
    /// Neither.
    Plain,
}

/// How a table is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// Rows and columns.
    Grid,
    /// The same; a page shows it to whoever opens it.
    Folded,
    /// Names and one value each.
    Facts,
    /// In files of figures alone: a page says it in sentences.
    Files,
}

impl Look {
    /// Whether it has rows and columns.
    pub fn is_grid(self) -> bool {
        matches!(self, Self::Grid | Self::Folded)
    }
}

/// Rows and columns of numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// First part of the id of its numbers.
    pub key: String,
    /// By what its rows are told apart: `race_ethnicity`. Empty where by nothing.
    pub scheme: String,
    /// What it shows.
    pub title: String,
    /// Heading of the rows' names.
    pub rows_are: String,
    /// How it is looked at.
    pub look: Look,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, in the order of the standard.
    pub rows: Vec<Row>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Last part of the id of its numbers.
    pub key: String,
    /// Its heading.
    pub heading: String,
    /// Whether it stands on the page and in the PDF too, or in files of figures alone.
    pub is_read: bool,
}

/// A row: as many cells as there are columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Middle part of the id of its numbers.
    pub key: String,
    /// Whom it describes.
    pub name: String,
    /// More about that: "together: too few to be shown apart".
    pub more: Option<String>,
    /// What its numbers rest on: "27 of 66 businesses".
    pub under: Option<String>,
    /// Its cells.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing to say.
    Empty,
    /// Words.
    Text(String),
    /// A number.
    Number(Number),
    /// A number that is not shown, and why.
    Hidden(String),
}

/// What no reader is shown of a small number.
pub const HIDDEN: &str = "Hidden";

impl Table {
    /// The id of a number: the same on the page and in every file.
    pub fn id(&self, row: &Row, column: &Column) -> String {
        let parts = [self.key.as_str(), &self.scheme, &row.key, &column.key];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(".")
    }

    /// The columns that readers see, with their places.
    pub fn read_columns(&self) -> impl Iterator<Item = (usize, &Column)> {
        self.columns.iter().enumerate().filter(|(_, column)| column.is_read)
    }

    /// The cell of a row in a column.
    pub fn cell<'t>(&self, row: &'t Row, key: &str) -> Option<&'t Cell> {
        self.columns.iter().position(|column| column.key == key).and_then(|place| row.cells.get(place))
    }
}

impl Document {
    /// Every table in its order, the cover first.
    pub fn tables(&self) -> impl Iterator<Item = &Table> {
        let inside = self.sections.iter().flat_map(|section| &section.blocks).filter_map(|block| match block {
            Block::Table(table) => Some(table),
            Block::Plot(plot) => Some(&plot.table),
            Block::Chart(chart) => Some(&chart.table),
            _ => None,
        });
        std::iter::once(&self.cover).chain(inside)
    }

    /// Every chart in its order.
    pub fn plots(&self) -> impl Iterator<Item = &Plot> {
        self.sections.iter().flat_map(|section| &section.blocks).filter_map(|block| match block {
            Block::Plot(plot) => Some(plot),
            _ => None,
        })
    }

    /// Every chart of another kind in its order.
    pub fn charts(&self) -> impl Iterator<Item = &Chart> {
        self.sections.iter().flat_map(|section| &section.blocks).filter_map(|block| match block {
            Block::Chart(chart) => Some(chart),
            _ => None,
        })
    }

    /// Every picture that can be taken as a file: its name in addresses, and what it shows.
    pub fn pictures(&self) -> impl Iterator<Item = (String, &str)> {
        self.sections.iter().flat_map(|section| &section.blocks).filter_map(|block| match block {
            Block::Plot(plot) => Some((plot.address(), plot.table.title.as_str())),
            Block::Chart(chart) => Some((chart.address(), chart.table.title.as_str())),
            _ => None,
        })
    }

    /// One picture as a file.
    pub fn picture(&self, address: &str) -> Option<String> {
        let plots = self.plots().find(|plot| plot.address() == address).map(Plot::svg);
        plots.or_else(|| self.charts().find(|chart| chart.address() == address).map(Chart::svg))
    }

    /// Every finding in its order.
    pub fn findings(&self) -> impl Iterator<Item = &Finding> {
        self.sections.iter().flat_map(|section| &section.blocks).flat_map(|block| match block {
            Block::Findings(findings) => findings.as_slice(),
            _ => &[],
        })
    }
}

/// A name as part of an id: small letters and digits, the rest as dashes.
pub fn slug(name: &str) -> String {
    let dashed: String = name.chars().map(|sign| if sign.is_ascii_alphanumeric() { sign.to_ascii_lowercase() } else { '-' }).collect();
    dashed.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}
