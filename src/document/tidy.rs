//! One tidy table of every figure: UTF-8, CRLF, a number a row, with the id that the page gives it.

use super::{Cell, Document, HIDDEN};
use crate::error::{Error, Result};
use crate::values::is_formula_like;

/// One figure, as files of figures hold it.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
pub(super) struct Figure {
    pub(super) id: String,
    pub(super) table: String,
    pub(super) measure: String,
    pub(super) group: String,
    pub(super) group_scheme: String,
    pub(super) value: Option<String>,
    pub(super) lo: Option<String>,
    pub(super) hi: Option<String>,
    pub(super) p: Option<String>,
    pub(super) unit: &'static str,
    pub(super) n_flag: String,
    pub(super) shown: bool,
    pub(super) note: String,
}

/// Every figure of a document, in its order.
pub(super) fn figures(document: &Document) -> Vec<Figure> {
    let mut figures = Vec::new();
    for table in document.tables() {
        for row in &table.rows {
            for (column, cell) in table.columns.iter().zip(&row.cells) {
                let bare = Figure {
                    id: table.id(row, column),
                    table: table.key.clone(),
                    measure: column.key.clone(),
                    group: row.name.clone(),
                    group_scheme: table.scheme.clone(),
                    shown: true,
                    ..Figure::default()
                };
                match cell {
                    Cell::Empty => {}
                    Cell::Text(text) => figures.push(Figure { note: text.clone(), ..bare }),
                    Cell::Hidden(why) => figures.push(Figure { shown: false, n_flag: HIDDEN.to_lowercase(), note: why.clone(), ..bare }),
                    Cell::Number(number) => figures.push(Figure {
                        value: number.value.map(super::Value::exact),
                        lo: number.ends.map(|(low, _)| low.exact()),
                        hi: number.ends.map(|(_, high)| high.exact()),
                        p: number.p.map(|p| super::Value::Real(p).exact()),
                        unit: number.kind.unit(),
                        n_flag: number.flag.clone(),
                        note: number.note.clone(),
                        ..bare
                    }),
                }
            }
        }
    }
    figures
}

/// The document as CSV. `stage` and `q` are of measures over steps and of families of tests; where a figure has none they are empty.
pub fn csv(document: &Document, period: &str) -> Result<Vec<u8>> {
    let broken = |cause: &dyn std::fmt::Display| Error::internal(format!("a table could not be written: {cause}"));
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let heads = ["table", "measure", "group", "group_scheme", "stage", "period", "value", "lo", "hi", "p", "q", "n_flag", "shown", "note"];
    writer.write_record(heads.into_iter().chain(["unit", "id"])).map_err(|cause| broken(&cause))?;
    for figure in figures(document) {
        let number = |number: Option<String>| number.unwrap_or_default();
        let row = [
            figure.table,
            figure.measure,
            guarded(&figure.group),
            figure.group_scheme,
            String::new(),
            period.to_owned(),
            number(figure.value),
            number(figure.lo),
            number(figure.hi),
            number(figure.p),
            String::new(),
            guarded(&figure.n_flag),
            if figure.shown { "yes" } else { "no" }.to_owned(),
            guarded(&figure.note),
            figure.unit.to_owned(),
            figure.id,
        ];
        writer.write_record(row).map_err(|cause| broken(&cause))?;
    }
    writer.into_inner().map_err(|cause| broken(&cause))
}

/// A text that a spreadsheet would take for a formula gets one apostrophe before it.
pub fn guarded(text: &str) -> String {
    if is_formula_like(text) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::super::Value;
    use super::*;

    #[test]
    fn a_formula_in_a_name_opens_as_text() {
        assert_eq!(guarded("=HYPERLINK(1)"), "'=HYPERLINK(1)");
        assert_eq!(guarded("  +1+1"), "'  +1+1");
        assert_eq!(guarded("\tcmd"), "'\tcmd");
        assert_eq!(guarded("-5.2"), "-5.2");
        assert_eq!(guarded("Núñez Foods"), "Núñez Foods");
    }

    #[test]
    fn a_number_has_one_spelling() {
        assert_eq!(Value::Real(-0.000_000_01).exact(), "0.000000");
        assert_eq!(Value::Real(1.0 / 3.0).exact(), "0.333333");
        assert_eq!(Value::Whole(-1_234_567).exact(), "-1234567");
    }
}
