//! Rows that may be about a business which is here already: what is asked of a person about each, and what they say.

use crate::values::quoted;
use std::collections::BTreeMap;

/// What a person said of the rows that were asked about, by line: "F-0412", "line 12", "new" or "leave".
pub type Said = BTreeMap<u64, String>;

/// Another business.
pub const NEW: &str = "new";
/// Leave the row out.
pub const LEAVE: &str = "leave";

/// A row that a person has to decide about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// Line of the file.
    pub line: u64,
    /// What the row calls the business.
    pub name: String,
    /// What else the row says of it.
    pub about: String,
    /// What is like it, the most alike first.
    pub candidates: Vec<Candidate>,
    /// What was said; nothing while nobody decided.
    pub said: Option<String>,
}

/// A business that a row may be about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// "F-0412"; "line 12" for an earlier row of the file.
    pub label: String,
    /// What it is called.
    pub name: String,
    /// What else is known of it.
    pub about: String,
    /// How alike they are.
    pub points: i32,
    /// In what, and in what not.
    pub why: String,
}

impl Ask {
    /// True where what was said can be done.
    pub fn takes(&self, said: &str) -> bool {
        said == NEW || said == LEAVE || self.candidates.iter().any(|candidate| candidate.label == said)
    }

    /// How it is said on the command line, with what to do.
    pub fn complaint(&self) -> String {
        let alike = self.candidates.iter().map(|one| format!("{} {} ({} points: {})", one.label, quoted(&one.name), one.points, one.why));
        let first = self.candidates.first().map(|one| one.label.as_str()).unwrap_or_default();
        format!(
            "Line {}: {} may be {}. Say which: --decide {line}=\"{first}\", --decide {line}=new for another business, or --decide {line}=leave.",
            self.line,
            quoted(&self.name),
            alike.collect::<Vec<_>>().join(", or "),
            line = self.line,
        )
    }
}

/// What a form or the command line says: `12=F-0412`. What cannot be read is not said.
pub fn said(pairs: &[String]) -> Said {
    pairs
        .iter()
        .filter_map(|pair| pair.split_once('='))
        .filter_map(|(line, said)| Some((line.trim().parse().ok()?, said.trim().to_owned())))
        .filter(|(_, said)| !said.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_is_read_and_only_what_was_offered_is_taken() {
        let said = said(&["12=F-0412".to_owned(), "13=".to_owned(), "x=new".to_owned(), "14 = line 3".to_owned()]);
        assert_eq!(said, BTreeMap::from([(12, "F-0412".to_owned()), (14, "line 3".to_owned())]));
        let candidate = Candidate {
            label: "F-0412".to_owned(),
            name: "Acme".to_owned(),
            about: String::new(),
            points: 60,
            why: "same name".to_owned(),
        };
        let ask = Ask { line: 12, name: "Acme".to_owned(), about: String::new(), candidates: vec![candidate], said: None };
        assert!(ask.takes("F-0412") && ask.takes(NEW) && ask.takes(LEAVE) && !ask.takes("F-0413"));
        assert!(
            ask.complaint().contains("Line 12: “Acme” may be F-0412") && ask.complaint().contains("--decide 12=leave"),
            "{}",
            ask.complaint()
        );
    }
}
