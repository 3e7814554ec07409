//! The file in which everything ever published is written, so that anybody can try to work out what was left out: `publication-1`.

use super::columns::{Dim, Wanted};
use serde::{Deserialize, Serialize};

/// The name and version of the form.
pub const FORMAT: &str = "publication-1";

/// Everything published to an audience. Public content only.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Publication {
    /// [`FORMAT`].
    pub format: String,
    /// Counts from 1 to below this are never shown.
    pub threshold: i64,
    /// What is known of a client, one copy for each release where it can change.
    pub dims: Vec<Dimension>,
    /// Pairs of dimensions of which the second is never before the first, in the order of their codes.
    #[serde(default)]
    pub monotone: Vec<(String, String)>,
    /// Codes that no client has together.
    #[serde(default)]
    pub impossible: Vec<Wanted>,
    /// What was said, and what was left out.
    pub statements: Vec<Statement>,
}

/// A dimension and its codes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dimension {
    pub name: String,
    pub codes: Vec<String>,
}

/// A line of a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Statement {
    /// As on the page.
    pub id: String,
    /// In which release it was made.
    #[serde(default)]
    pub release: String,
    /// In which table.
    #[serde(default)]
    pub table: String,
    /// What it is about.
    #[serde(flatten)]
    pub about: About,
    /// What it says.
    pub show: Show,
}

/// What a statement is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum About {
    /// How many clients.
    Count {
        #[serde(rename = "where")]
        wanted: Wanted,
    },
    /// A share in percent.
    Rate { num: Wanted, den: Wanted },
    /// A total of money, time or space.
    Sum {
        measure: String,
        #[serde(rename = "where")]
        wanted: Wanted,
    },
    /// A median or another figure that is no sum.
    Stat {
        #[serde(rename = "where")]
        wanted: Wanted,
    },
}

/// What is said.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Show {
    /// Exactly this.
    Exactly { eq: i64 },
    /// Nothing. `hidden` is true.
    Hidden { hidden: bool },
    /// Within these, both included.
    Within { lo: i64, hi: i64 },
    /// The nearest multiple of a base.
    Nearest { nearest: i64, base: i64 },
    /// A percentage with this many decimals.
    Percent { pct: f64, dp: i32 },
    /// A figure.
    Figure { value: f64 },
}

impl Publication {
    /// Its dimensions.
    pub fn dims(&self) -> Vec<Dim> {
        self.dims.iter().map(|dim| Dim { name: dim.name.clone(), codes: dim.codes.clone() }).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_is_read_and_written_alike() {
        let text = r#"{"format":"publication-1","threshold":11,"dims":[{"name":"race","codes":["black","white"]}],"monotone":[],
            "impossible":[],"statements":[
            {"id":"a","release":"2025","table":"T1","kind":"count","where":{"race":["black"]},"show":{"eq":41}},
            {"id":"b","release":"2025","table":"T1","kind":"count","where":{},"show":{"hidden":true}},
            {"id":"c","release":"2025","table":"T1","kind":"count","where":{},"show":{"lo":0,"hi":10}},
            {"id":"d","release":"2025","table":"T1","kind":"count","where":{},"show":{"nearest":40,"base":5}},
            {"id":"e","release":"2025","table":"T1","kind":"rate","num":{"race":["black"]},"den":{},"show":{"pct":34.8,"dp":1}},
            {"id":"f","release":"2025","table":"T1","kind":"sum","measure":"dollars","where":{},"show":{"eq":125000}},
            {"id":"g","release":"2025","table":"T1","kind":"stat","where":{},"show":{"value":21.0}}]}"#;
        let read: Publication = serde_json::from_str(text).unwrap();
        assert_eq!(read.statements.len(), 7);
        assert_eq!(read.statements[2].show, Show::Within { lo: 0, hi: 10 });
        let written: serde_json::Value = serde_json::to_value(&read).unwrap();
        assert_eq!(written, serde_json::from_str::<serde_json::Value>(text).unwrap());
    }
}
