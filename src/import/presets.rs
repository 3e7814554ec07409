//! Named readings of files that everybody knows.

use crate::values::{ImportKind, ImportPresetId, JobBasis, NaicsEdition};
use std::collections::BTreeMap;

/// A known file: which column is which field, and what its values mean.
#[derive(Debug, PartialEq, Eq)]
pub struct Preset {
    /// As it is named on the command line.
    pub name: &'static str,
    /// As people read it.
    pub label: &'static str,
    /// What the file holds.
    pub kind: ImportKind,
    /// Field and header.
    pub columns: &'static [(&'static str, &'static str)],
    /// Field and the value of every row.
    pub fixed: &'static [(&'static str, &'static str)],
    /// Field and the word by which the file says "there is none".
    pub blanks: &'static [(&'static str, &'static str)],
    /// Edition of its industry codes.
    pub naics: NaicsEdition,
    /// Who says how many workers there are.
    pub workers: JobBasis,
}

/// Every preset.
pub const ALL: &[Preset] = &[Preset {
    name: "ppp",
    label: "Paycheck Protection Program loans, 2020",
    kind: ImportKind::Deployments,
    columns: &[
        ("awarded_on", "Date"),
        ("name", "Recipient"),
        ("legal_form", "BusinessType"),
        ("naics", "NAICS"),
        ("race", "RaceEthnicity"),
        ("sex", "Gender"),
        ("veteran", "Veteran"),
        ("city", "City"),
        ("postal_code", "ZCTA"),
        ("county_fips", "FIPS"),
        ("county", "County"),
        ("metro", "MSA"),
        ("workers", "Jobs"),
        ("awarded", "Amount"),
    ],
    fixed: &[("kind", "loan"), ("unit", "dollars")],
    blanks: &[("metro", "None")],
    // The loans of 2020 were coded with the edition in use then; a code of 2017 is never read as one of 2022.
    naics: NaicsEdition::Naics2017,
    workers: JobBasis::ReportedByBorrower,
}];

/// A reading that a manager kept under a name.
#[derive(Debug, Clone)]
pub struct Kept {
    /// Row key.
    pub key: i64,
    /// Address.
    pub id: ImportPresetId,
    /// Whose it is: name of the program; nothing where every program has it.
    pub program: Option<String>,
    /// What such a file holds.
    pub kind: ImportKind,
    /// As people and the command line call it.
    pub name: String,
    /// Field and header, or `=value`.
    pub mapping: BTreeMap<String, String>,
    /// Counts edits.
    pub version: i64,
}

/// A preset by its name.
pub fn find(name: &str) -> Option<&'static Preset> {
    ALL.iter().find(|preset| preset.name == name)
}

impl Preset {
    /// True when the file says by this word that there is nothing.
    pub fn is_blank(&self, field: &str, typed: &str) -> bool {
        self.blanks.contains(&(field, typed))
    }
}
