//! What there is to compare with: public figures of the businesses of an area, imported from files, chosen by a program, and set
//! beside its own clients in the report.

pub mod available;
pub mod choice;
pub mod command;
pub mod compare;
pub mod places;
pub mod queries;
pub mod reading;
pub mod routes;
pub mod views;

pub use routes::routes;

use crate::values::{BenchmarkForm, BenchmarkId, BenchmarkMeasure, CellFlag, Day, GeoLevel, GroupScheme, Instant, Line, Universe};
use std::collections::BTreeMap;

/// A benchmark as a file gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewBenchmark {
    pub facts: Facts,
    pub cells: BTreeMap<Place, Cell>,
}

/// What is counted, where, when and by whom.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Facts {
    /// Who published it.
    pub source: String,
    /// In which series.
    pub dataset: String,
    /// Year under which it was published, if anybody said.
    pub vintage: Option<i64>,
    /// Year that was counted.
    pub reference_year: i64,
    pub geo_level: GeoLevel,
    pub geo_id: String,
    pub geo_name: String,
    /// "00" for all sectors.
    pub naics: String,
    pub naics_label: Option<String>,
    /// "2017".
    pub naics_version: Option<String>,
    pub universe: Universe,
    pub retrieved_on: Option<Day>,
    pub url: Option<String>,
    /// SHA-256 of what the file was made from, if it says.
    pub origin_hash: Option<String>,
}

/// Which figure of a benchmark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub scheme: GroupScheme,
    pub code: i64,
    pub measure: BenchmarkMeasure,
}

/// A figure, or why there is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    pub label: String,
    pub value: Result<i64, CellFlag>,
    /// Relative standard error, hundredths of a percent.
    pub rse_e2: Option<i64>,
    /// Code of the whole that it is a share of.
    pub denominator: Option<i64>,
    pub line: u64,
}

/// What is said of a file beside what stands in it. What is empty is as the file has it.
#[derive(Debug, Clone, Default)]
pub struct Said {
    pub source: Option<Line>,
    pub dataset: Option<Line>,
    pub vintage: Option<i64>,
    pub retrieved_on: Option<Day>,
    pub url: Option<Line>,
}

/// A benchmark that is here.
#[derive(Debug, Clone)]
pub struct Benchmark {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: BenchmarkId,
    pub facts: Facts,
    pub file_name: String,
    /// SHA-256 of the file.
    pub file_hash: String,
    pub form: BenchmarkForm,
    pub imported_by: String,
    pub imported_at: Instant,
}

impl Facts {
    /// "Manufacturing (31-33)".
    pub fn industry(&self) -> String {
        match self.naics_label.as_deref() {
            _ if self.naics == ALL_SECTORS => "All sectors".to_owned(),
            Some(label) => format!("{label} ({})", self.naics),
            None => format!("Industry {}", self.naics),
        }
    }

    /// "Manufacturing (31-33), Riverton metro area, 2016, businesses with employees".
    pub fn title(&self) -> String {
        use crate::values::Vocabulary;
        format!("{}, {}, {}, {}", self.industry(), self.geo_name, self.reference_year, self.universe.label())
    }

    /// What the universe counts.
    pub fn measure(&self) -> BenchmarkMeasure {
        if self.universe == Universe::Population { BenchmarkMeasure::People } else { BenchmarkMeasure::Firms }
    }
}

/// The code of all sectors together.
pub const ALL_SECTORS: &str = "00";
