//! A table as a file: comma-separated, one head, cells that no spreadsheet program takes for a formula.

use crate::values::disarmed;
use zeroize::Zeroize;

/// A table that is being written.
pub struct Sheet {
    rows: Vec<Vec<String>>,
}

impl Sheet {
    /// Begins a table with its head.
    pub fn new<S: Into<String>>(head: impl IntoIterator<Item = S>) -> Self {
        Self { rows: vec![head.into_iter().map(Into::into).collect()] }
    }

    /// Adds a row.
    pub fn add<S: Into<String>>(&mut self, cells: impl IntoIterator<Item = S>) {
        // A number below zero is a number: what begins with a minus and counts is written as it is.
        let safe = |cell: String| if cell.parse::<f64>().is_ok() { cell } else { disarmed(cell) };
        self.rows.push(cells.into_iter().map(|cell| safe(cell.into())).collect());
    }

    /// The text of the file.
    pub fn csv(self) -> Result<String, String> {
        let mut table = csv::Writer::from_writer(Vec::new());
        for row in &self.rows {
            table.write_record(row).map_err(|cause| cause.to_string())?;
        }
        let bytes = table.into_inner().map_err(|cause| cause.to_string())?;
        String::from_utf8(bytes).map_err(|cause| cause.to_string())
    }
}

/// Rows may hold what somebody said of themselves.
impl Drop for Sheet {
    fn drop(&mut self) {
        self.rows.iter_mut().flatten().for_each(Zeroize::zeroize);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_disarmed_and_numbers_are_left_alone() {
        let mut sheet = Sheet::new(["line", "value"]);
        sheet.add(["=1+1", "-12.50"]);
        assert_eq!(sheet.csv().as_deref(), Ok("line,value\n'=1+1,-12.50\n"));
    }
}
