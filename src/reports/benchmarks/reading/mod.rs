//! Reading a file of benchmarks: pure. Whole or not at all; every complaint says in which line.

pub mod cells;
mod census;
pub mod checks;
pub mod codes;
mod long;
mod table;
#[cfg(test)]
mod tests;

pub use table::LARGEST;

use super::{Cell, Facts, NewBenchmark, Place, Said};
use crate::error::{Error, Result};
use crate::values::BenchmarkForm;
use std::collections::BTreeMap;

/// Complaints that are written out; the others are counted.
const MOST_WORDS: usize = 20;

/// A file, read. Nothing of it is in the database yet.
#[derive(Debug)]
pub struct Reading {
    pub form: BenchmarkForm,
    /// Rows with something in them.
    pub rows: usize,
    pub benchmarks: Vec<NewBenchmark>,
    /// What was left out on purpose, and other things to know.
    pub notes: Vec<String>,
    /// Why it can't be imported.
    pub errors: Vec<String>,
    /// How many complaints there are in all.
    pub error_count: usize,
}

impl Reading {
    /// How many figures it has, and how many are missing.
    pub fn figures(&self) -> (usize, usize) {
        let cells = || self.benchmarks.iter().flat_map(|one| one.cells.values());
        (cells().count(), cells().filter(|cell| cell.value.is_err()).count())
    }
}

/// What is read so far.
#[derive(Default)]
struct Draft {
    benchmarks: BTreeMap<String, NewBenchmark>,
    errors: Vec<String>,
    error_count: usize,
}

impl Draft {
    fn complain(&mut self, words: String) {
        self.error_count += 1;
        if self.errors.len() < MOST_WORDS {
            self.errors.push(words);
        }
    }

    /// The benchmark of a name, begun where there is none. Rows of one name say the same of it.
    fn of(&mut self, name: &str, line: u64, facts: &Facts) -> bool {
        match self.benchmarks.get(name) {
            None => {
                self.benchmarks.insert(name.to_owned(), NewBenchmark { facts: facts.clone(), cells: BTreeMap::new() });
                true
            }
            Some(known) if known.facts == *facts => true,
            Some(_) => {
                self.complain(format!("Line {line}: place, industry, year or source differ from an earlier row of the same benchmark."));
                false
            }
        }
    }

    fn put(&mut self, name: &str, place: Place, cell: Cell) {
        let line = cell.line;
        let twice = self.benchmarks.get_mut(name).and_then(|one| {
            let earlier = one.cells.get(&place).map(|earlier| earlier.line);
            if earlier.is_none() {
                one.cells.insert(place, cell);
            }
            earlier
        });
        if let Some(earlier) = twice {
            self.complain(format!("Line {line}: the same figure stands in line {earlier} already. Delete one of them."));
        }
    }
}

/// Reads a file. `said` is what somebody says of it where the file is silent.
pub fn read(bytes: &[u8], said: &Said) -> Result<Reading> {
    let table = table::read(bytes)?;
    if table.rows.is_empty() {
        return Err(Error::Rejected("The file has a first line and no rows.".to_owned()));
    }
    let (mut draft, notes) = if table.form == BenchmarkForm::Long { long::read(&table, said)? } else { census::read(&table, said)? };
    for complaint in draft.benchmarks.values().flat_map(checks::complaints).collect::<Vec<_>>() {
        draft.complain(complaint);
    }
    if draft.benchmarks.is_empty() && draft.error_count == 0 {
        return Err(Error::Rejected(
            "No row of the file is a figure to compare with. It needs rows of all businesses, and of one kind of group at a time."
                .to_owned(),
        ));
    }
    Ok(Reading {
        form: table.form,
        rows: table.rows.len(),
        benchmarks: draft.benchmarks.into_values().collect(),
        notes,
        errors: draft.errors,
        error_count: draft.error_count,
    })
}
